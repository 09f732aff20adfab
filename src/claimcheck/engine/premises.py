"""What members say with the givens of all, and the windows that given anchors leave of relations to them.

Belongs here: the premises of an entailment, and dates relative to events as dates on the scale. Does not belong
here: whether anything follows (see `entailment`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.dates.when import DAY, AllOf, Date, Edge, OneOf, Span, TimeSet, Unit, Window, anchors_of
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.formulas import limits_of
from claimcheck.engine.network import ORIGIN, Effort, Node, branches, seconds_of
from claimcheck.engine.parts import Member, Occurrence, unit_of
from claimcheck.engine.scene import Given, Scene
from claimcheck.engine.theory import NOBODY, Theory
from claimcheck.engine.unions import unions_left

_FINER_THAN_A_DAY = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)


@dataclass(frozen=True, slots=True)
class Premises:
    """What entails, or not: members and givens in a scene, on the narrow or the wide reading."""

    scene: Scene
    members: tuple[Member, ...]
    givens: tuple[Given, ...]
    wide: bool

    def assembly(self) -> Assembly:
        """A fresh assembly of the premises."""
        assembly = Assembly(self.scene, self.wide, presuppose=False)
        for member in self.members:
            assembly.include(member)
        for given in self.givens:
            assembly.lend(given)
        return assembly


def windowed(premises: Premises, date: Date) -> Date:
    """The date with every relation to a dated anchor replaced by the window that the anchor's limits leave.

    An anchor that is merely ordered has limits too, but what counts from it says more than these. In whole days,
    since a day without an hour begins at midnight; to the hour where an anchor is dated by hours or hours are
    counted. Never narrower than the relation.
    """
    match date:
        case Window():
            return date
        case AllOf():
            return AllOf(tuple(windowed(premises, part) for part in date.parts))
        case OneOf():
            return OneOf(tuple(windowed(premises, part) for part in date.parts))
    earliest, latest = limits_of(date, premises.wide)
    dating = _dating(premises, date)
    stands_for = premises.scene.stands_for
    dated = {given.event for given in premises.givens} | {
        stands_for(part.target.id)
        for member in dating.members
        for part in member.parts
        if isinstance(part, Occurrence)
    }
    if dated.isdisjoint(map(stands_for, anchors_of(date))):
        return date
    assembly = dating.assembly()
    low_node = assembly.node_of(earliest) if earliest is not None else None
    high_node = assembly.node_of(latest) if latest is not None else None
    spans = _spans_between(assembly, low_node, high_node)
    if spans is None:
        return date
    if not _is_by_hours(premises, date):
        spans = [
            Span(
                None if span.start is None else span.start // DAY * DAY,
                None if span.stop is None else -(-span.stop // DAY) * DAY,
            )
            for span in spans
        ]
    window = TimeSet.of(spans)
    return Window(window, window, unit=date.unit)


def _spans_between(assembly: Assembly, low: Node | None, high: Node | None) -> list[Span] | None:
    """The spans that limits leave between two points, one or more for each branch; None if one is without limit.

    A union is kept: between its days there are others, of which nothing is said.
    """
    between = assembly.event(_BETWEEN)
    if low is not None:
        assembly.add([(between.begins_from(low),)], NOBODY)
    if high is not None:
        assembly.add([(between.over_by(high),)], NOBODY)
    theory = assembly.theory()
    found: list[Span] = []
    effort = Effort()
    for network in branches(theory.clauses, theory.refine, effort):
        start = network.distance(low, ORIGIN) if low is not None else None
        stop = network.distance(ORIGIN, high) if high is not None else None
        if (low is not None and start is None) or (high is not None and stop is None):
            return None
        whole = Span(-seconds_of(start[0]) if start else None, seconds_of(stop[0]) if stop else None)
        union = unions_left(network, theory.points).get((between.end, between.start))
        found.extend((whole,) if union is None else union.when.intersection(TimeSet((whole,))).spans)
    if effort.is_spent:
        theory.effort.is_spent = True
        return None
    return found or None


_BETWEEN: Node = ("between", "points")  # a node like that of an event


def _is_by_hours(premises: Premises, date: Date) -> bool:
    """Whether a relation counts hours, or one of its anchors is dated by them, through however many steps."""
    dates_of_anchors: dict[str, list[Date]] = {}
    for given in premises.givens:
        dates_of_anchors.setdefault(given.event, []).extend(given.all_dates)
    stands_for = premises.scene.stands_for
    for member in premises.members:
        for part in member.parts:
            if isinstance(part, Occurrence) and part.target.form == "event" and part.date is not None:
                dates_of_anchors.setdefault(stands_for(part.target.id), []).append(part.date)
    seen: set[str] = set()
    waiting: list[Date] = [date]
    while waiting:
        one = waiting.pop()
        if unit_of(one) in _FINER_THAN_A_DAY:
            return True
        for anchor in {stands_for(anchor) for anchor in _anchors_to_the_moment(one)} - seen:
            seen.add(anchor)
            waiting.extend(dates_of_anchors.get(anchor, ()))
    return False


def _anchors_to_the_moment(date: Date) -> set[str]:
    """The anchors from whose own start or end a date counts, not from a calendar day, month or year of theirs."""
    match date:
        case Window():
            return set()
        case AllOf() | OneOf():
            return {anchor for part in date.parts for anchor in _anchors_to_the_moment(part)}
    points = (date.earliest, date.latest)
    return {point.anchor for point in points if point is not None and point.edge in (Edge.START, Edge.END)}


def _dating(premises: Premises, date: Date) -> Premises:
    """What of the premises dates the anchors of a date: the givens, and what members state of the anchors."""
    stands_for = premises.scene.stands_for
    anchors = {stands_for(anchor) for anchor in anchors_of(date)}
    stating = []
    for member in premises.members:
        parts = tuple(
            part
            for part in member.parts
            if isinstance(part, Occurrence)
            and part.target.form == "event"
            and stands_for(part.target.id) in anchors
        )
        if parts:
            stating.append(replace(member, parts=parts))
    return replace(premises, members=tuple(stating))


def stated_limits(premises: Premises, date: Date) -> tuple[int | None, int | None]:
    """The earliest start and the latest stop that a date leaves, on the reading of the premises."""
    match date:
        case Window():
            when = date.wide if premises.wide else date.narrow
            return (when.start, when.stop) if when.spans else (None, None)
        case AllOf():
            limits = [stated_limits(premises, part) for part in date.parts]
            starts = [start for start, _ in limits if start is not None]
            stops = [stop for _, stop in limits if stop is not None]
            return max(starts, default=None), min(stops, default=None)
        case OneOf():
            limits = [stated_limits(premises, part) for part in date.parts]
            lows, highs = [low for low, _ in limits], [high for _, high in limits]
            return (
                None if None in lows else min(low for low in lows if low is not None),
                None if None in highs else max(high for high in highs if high is not None),
            )
    left = windowed(premises, date)
    return stated_limits(premises, left) if isinstance(left, Window) else (None, None)


def limit_of(theory: Theory, node: Node, is_lower: bool) -> int | None:
    """The earliest (or latest) instant that the theory leaves for a node, over all its branches; None if none."""
    limits = []
    effort = Effort()
    for network in branches(theory.clauses, theory.refine, effort):
        found = network.distance(node, ORIGIN) if is_lower else network.distance(ORIGIN, node)
        if found is None:
            return None
        limits.append(-seconds_of(found[0]) if is_lower else seconds_of(found[0]))
    if effort.is_spent:
        theory.effort.is_spent = True
    if not limits or effort.is_spent:
        return None
    return min(limits) if is_lower else max(limits)
