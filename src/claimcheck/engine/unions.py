"""Dates of thousands of spans (17 October of some year): what follows from them, in steps that do not count spans.

Belongs here: how a union of many spans becomes one constraint, what two of them leave together, what one leaves of
what is counted from it, and the limits that follow. Does not belong here: unions of a few spans, which are told as
cases (see `formulas`); the search.

What happened within a union lies on one side of each of its gaps. That is a clause for every gap; all of them
together only ever push a lower limit up or an upper limit down, so they leave no choice open, and one bisection
finds the only gap that matters (see `network.Leaps`). Two unions of one thing are compared as sets: else their
limits would chase each other through ten thousand years.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.dates.relations import move
from claimcheck.dates.when import Edge, Point, Span, TimeSet
from claimcheck.engine.anchor_points import Anchored, EventEnd, Lemma, end_of
from claimcheck.engine.formulas import STICKING_OUT, WITHIN, Gaps, within_union
from claimcheck.engine.network import ORIGIN, Atom, Leaps, Network, Node, at_most, less_than

# What unions leave together.


@dataclass(frozen=True, slots=True)
class Left:
    """The union within which something lies, by which reasons; and the constraint that it is."""

    when: TimeSet
    reasons: frozenset[int]
    leaps: Leaps


Stretch = tuple[Node, Node]  # the node of an end and the node of a start


def unions_left(network: Network, points: Iterable[Anchored]) -> dict[Stretch, Left]:
    """For everything that a union dates: the spans that all unions leave, those of its anchors among them.

    A `Left` without spans is a contradiction.
    """
    found: dict[Stretch, Left] = {}
    for leaps, reason in network.leaps:
        if leaps.form == WITHIN:
            _meet(found, leaps, TimeSet(leaps.spans), frozenset((reason,)))
    if not found:
        return found
    waiting = list(found)
    derived: set[tuple[Stretch, Stretch]] = set()
    while waiting:
        anchor = waiting.pop()
        for stretch, leaps, when, reasons in list(_counted_from(network, points, anchor, found[anchor])):
            if (anchor, stretch) not in derived:
                derived.add((anchor, stretch))
                _meet(found, leaps, when, reasons)
                waiting.append(stretch)
    for leaps, reason in network.leaps:
        known = found.get((leaps.there, leaps.here))
        if known is not None and leaps.form != WITHIN:
            kept = _not_excluded(_Same(known.when.spans), leaps)
            if len(kept) < len(known.when.spans):
                found[leaps.there, leaps.here] = _left(known.leaps, TimeSet(kept), known.reasons | {reason})
    return found


def _meet(found: dict[Stretch, Left], leaps: Leaps, when: TimeSet, reasons: frozenset[int]) -> None:
    stretch = (leaps.here, leaps.there)
    known = found.get(stretch)
    if known is None:
        found[stretch] = _left(leaps, when, reasons)
        return
    both = _common(_Same(known.when.spans), _Same(when.spans))
    if both.spans != known.when.spans:
        found[stretch] = _left(leaps, both, known.reasons | reasons)


def _left(leaps: Leaps, when: TimeSet, reasons: frozenset[int]) -> Left:
    whole = Leaps(
        leaps.here,
        leaps.there,
        Gaps(when.spans) if when.spans else (),
        leaps.here_is_strict,
        leaps.there_is_strict,
        WITHIN,
        when.spans,
    )
    return Left(when, reasons, whole)


def _is_in_one(span: Span, others: tuple[Span, ...]) -> bool:
    if span.start is None or span.stop is None:
        return False
    place = bisect_right(others, span.start, key=_start_of)
    stop = others[place - 1].stop if place else None
    return stop is not None and span.stop <= stop


def _touches_one(span: Span, others: tuple[Span, ...]) -> bool:
    if span.start is None or span.stop is None:
        return True
    place = bisect_left(others, span.stop, key=_start_of)
    stop = others[place - 1].stop if place else span.start
    return stop is None or stop > span.start


def _start_of(span: Span) -> int:
    return -_FOREVER if span.start is None else span.start


_FOREVER = 1 << 62  # seconds


# What is counted from a union.


def _counted_from(
    network: Network, points: Iterable[Anchored], anchor: Stretch, left: Left
) -> Iterator[tuple[Stretch, Leaps, TimeSet, frozenset[int]]]:
    """What lies between two points of an event that a union dates, and the union that this makes."""
    own = {point.node: point for point in points if point.anchor in anchor}
    lower: dict[Node, list[tuple[Point | None, int, int]]] = {}  # a start -> the points it is not before
    upper: dict[Node, list[tuple[Point | None, int, int]]] = {}
    for y, x, weight, reason in network.constraints():
        if weight > 0 or ORIGIN in (x, y):
            continue
        if (x in own or x == anchor[1]) and y not in anchor and y not in own:
            lower.setdefault(y, []).append((_point(own, x), weight, reason))
        if (y in own or y == anchor[0]) and x not in anchor and x not in own:
            upper.setdefault(x, []).append((_point(own, y), weight, reason))
    for start, limits in lower.items():
        end = _end_with(start)
        for earliest, after, one in limits:
            for latest, before, other in upper.get(end, ()):
                if start == end and before == 0 and after == 0:
                    continue  # neither as a start lies within a span nor as an end does
                is_end = start == end and before == 0
                when = _moved(_Same(left.when.spans), earliest, latest)
                leaps = within_union(
                    None if is_end else start, end if is_end or start != end else None, when.spans
                )
                yield (end, start), leaps, when, left.reasons | network.premises((one, other))


def _point(own: dict[Node, Anchored], node: Node) -> Point | None:
    found = own.get(node)
    return found.point if found is not None and found.node != found.anchor else None


def _end_with(start: Node) -> Node:
    """The end that goes with a start; what is a start alone has none but itself."""
    return end_of(start.event) if isinstance(start, EventEnd) and start.side == "start" else start


class _Same:
    """A tuple of spans, equal to itself alone: comparing thousands of them would cost more than it saves."""

    __slots__ = ("spans",)

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.spans is other.spans

    def __hash__(self) -> int:
        return id(self.spans)


@lru_cache(maxsize=64)
def _common(one: _Same, other: _Same) -> TimeSet:
    return TimeSet(one.spans).intersection(TimeSet(other.spans))


@lru_cache(maxsize=64)
def _not_excluded(of: _Same, leaps: Leaps) -> tuple[Span, ...]:
    """The spans that something can lie in which sticks out of others, or touches them."""
    if leaps.form == STICKING_OUT:
        return tuple(span for span in of.spans if not _is_in_one(span, leaps.spans))
    return tuple(span for span in of.spans if _touches_one(span, leaps.spans))


@lru_cache(maxsize=64)
def _moved(of: _Same, earliest: Point | None, latest: Point | None) -> TimeSet:
    """Where something lies that is between two points of an event in one of the spans (None: its own ends)."""
    found = []
    for span in of.spans:
        start, stop = span.start, span.stop
        if earliest is not None and start is not None:
            start = move(earliest, start + 1 if earliest.edge in _AFTER_IT_BEGAN else start)
        if latest is not None and stop is not None:
            stop = move(latest, stop - 1 if latest.edge in _BEFORE_IT_ENDED else stop)
        found.append(Span(start, stop))
    return TimeSet.of(found)


# An event's end comes after the span has begun, and its start before the span has ended: which matters where days
# are counted, not where instants are.
_AFTER_IT_BEGAN = frozenset((Edge.LAST_DAY, Edge.NEXT_DAY, Edge.NEXT_MONTH, Edge.NEXT_YEAR))
_BEFORE_IT_ENDED = frozenset((Edge.FIRST_DAY, Edge.MONTH_START, Edge.YEAR_START))


# The limits that follow.


def limits_by_unions(network: Network, points: Iterable[Anchored]) -> list[Lemma]:
    """What unions say beyond the limits that the network entails, in both directions."""
    if not network.leaps:
        return []
    left = unions_left(network, points)
    for union in left.values():
        if not union.when.spans:
            return [(Atom(ORIGIN, ORIGIN, less_than(0)), union.reasons)]
    latest, earliest = network.tree(ORIGIN), network.tree(ORIGIN, into=True)
    found: list[Lemma] = []

    def lower(node: Node, low: int, reasons: frozenset[int]) -> None:
        known = earliest.weight(node)
        if known is None or low > -known:
            found.append((Atom(ORIGIN, node, -low), reasons))

    def upper(node: Node, high: int, reasons: frozenset[int]) -> None:
        known = latest.weight(node)
        if known is None or high < known:
            found.append((Atom(node, ORIGIN, high), reasons))

    for leaps, reasons in all_leaps(network, left):
        if leaps.form == WITHIN:
            for atom in hull_of(leaps):
                if atom.y == ORIGIN:
                    upper(atom.x, atom.weight, reasons)
                else:
                    lower(atom.y, -atom.weight, reasons)
        weight = earliest.weight(leaps.here)
        risen = leaps.risen(-weight) if weight is not None else None
        if risen is not None:
            lower(leaps.there, risen, reasons.union(earliest.path(leaps.here)))
        weight = latest.weight(leaps.there)
        fallen = leaps.fallen(weight) if weight is not None else None
        if fallen is not None:
            upper(leaps.here, fallen, reasons.union(latest.path(leaps.there)))
    return found


def all_leaps(network: Network, left: dict[Stretch, Left]) -> list[tuple[Leaps, frozenset[int]]]:
    """What holds of unions: what is left of those within which something lies, and the others as they are."""
    others = [(leaps, frozenset((reason,))) for leaps, reason in network.leaps if leaps.form != WITHIN]
    return [*((union.leaps, union.reasons) for union in left.values()), *others]


def hull_of(leaps: Leaps) -> tuple[Atom, ...]:
    """The limits of the union as a whole."""
    atoms = []
    start, stop = leaps.spans[0].start, leaps.spans[-1].stop
    if start is not None:
        atoms.append(Atom(ORIGIN, leaps.there, less_than(-start) if leaps.there_is_strict else at_most(-start)))
    if stop is not None:
        atoms.append(Atom(leaps.here, ORIGIN, less_than(stop) if leaps.here_is_strict else at_most(stop)))
    return tuple(atoms)
