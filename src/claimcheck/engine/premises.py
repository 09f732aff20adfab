"""What members say with the givens of all, and the windows that given anchors leave of relations to them.

Belongs here: the premises of an entailment, and dates relative to events as dates on the scale. Does not belong
here: whether anything follows (see `entailment`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from claimcheck.dates.when import (
    DAY,
    AllOf,
    Date,
    Edge,
    OneOf,
    Point,
    Relation,
    Span,
    TimeSet,
    Unit,
    Window,
    anchors_of,
)
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.formulas import limits_of
from claimcheck.engine.network import ORIGIN, Effort, Node, seconds_of
from claimcheck.engine.parts import Member, Occurrence, Part, dates_of, unit_of
from claimcheck.engine.scene import Given, Scene
from claimcheck.engine.search import branches
from claimcheck.engine.theory import NOBODY, Theory
from claimcheck.engine.unions import unions_left

_FINER_THAN_A_DAY = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)


@dataclass(frozen=True)
class Premises:
    """What entails, or not: members and givens in a scene, on the narrow or the wide reading.

    `meant` are the givens by which the dates of what is to be entailed are taken, where these are not the same:
    what a claim says may rest on a date that must not help to bear it out. `is_literal`: with relations taken as
    what they say of two moments and not in whole days.
    """

    scene: Scene
    members: tuple[Member, ...]
    givens: tuple[Given, ...]
    wide: bool
    meant: tuple[Given, ...] | None = None
    is_literal: bool = False

    def assembly(self) -> Assembly:
        """An assembly of the premises, to add to."""
        return self._assembled.copy()

    def assembly_of_meant(self) -> Assembly:
        """An assembly in which the dates of what is to be entailed are taken, to add to."""
        return self._assembled_of_meant.copy()

    @cached_property
    def _assembled(self) -> Assembly:
        return self._assembly(self.givens)

    @cached_property
    def _assembled_of_meant(self) -> Assembly:
        return self._assembled if self.meant in (None, self.givens) else self._assembly(self.meant or ())

    @cached_property
    def dated_by(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What dates the anchors of what is to be entailed: events with the ids that state their dates."""
        return tuple((given.event, given.ids) for given in self.all_givens)

    @property
    def all_givens(self) -> tuple[Given, ...]:
        """The givens, and those by which dates are taken."""
        return (*self.givens, *(self.givens if self.meant is None else self.meant))

    @cached_property
    def in_whole_days(self) -> Premises:
        """The premises with "before" and "after" an anchor that is dated to a day said of whole days.

        The day of such an anchor belongs to neither side of it: who says "before @x", x being of 25 February, says
        "before 25 February". The premises as they are where that leaves nothing ("25 February, before @x").
        """
        if self.is_literal or not any(_may_turn(part, self.wide) for m in self.members for part in m.parts):
            return self
        members = tuple(
            replace(member, parts=tuple(_part_in_whole_days(self, part) for part in member.parts))
            for member in self.members
        )
        if members == self.members:
            return self
        found = replace(self, members=members)
        return found if found.assembly().theory().is_possible() else self

    def _assembly(self, givens: tuple[Given, ...]) -> Assembly:
        assembly = Assembly(self.scene, self.wide, presuppose=False)
        for member in self.members:
            assembly.include(member)
        for given in givens:
            assembly.lend(given)
        return assembly


def _may_turn(part: Part, wide: bool) -> bool:
    """Whether a part counts from right before or right after an anchor, so that days may say it."""
    return (
        isinstance(part, Occurrence)
        and part.date is not None
        and part.extent != "throughout"
        and _counts_from_an_edge(part.date, wide)
    )


def _counts_from_an_edge(date: Date, wide: bool) -> bool:
    match date:
        case Relation():
            earliest, latest = limits_of(date, wide)
            return (earliest is not None and earliest.is_plain(Edge.END)) or (
                latest is not None and latest.is_plain(Edge.START)
            )
        case AllOf() | OneOf():
            return any(_counts_from_an_edge(part, wide) for part in date.parts)
    return False


def _part_in_whole_days(premises: Premises, part: Part) -> Part:
    if isinstance(part, Occurrence) and part.date is not None and part.extent != "throughout":
        return replace(part, date=_date_in_whole_days(premises, part.date))
    return part


def _date_in_whole_days(premises: Premises, date: Date) -> Date:
    match date:
        case Relation():
            earliest, latest = limits_of(date, premises.wide)
            low = earliest if earliest is not None and earliest.is_plain(Edge.END) else None
            high = latest if latest is not None and latest.is_plain(Edge.START) else None
            if low is None and high is None:
                return date
            if is_by_hours(premises, date):
                return date
            dating = _dating(premises, date)
            key = id(date), premises.wide, dating.dated_by, tuple(member.key for member in dating.members)
            known = premises.scene.in_days.get(key)
            if known is None:  # the date is kept beside it, so that no other comes to have its id
                known = premises.scene.in_days[key] = date, _between_days(dating, date, low, high)
            return known[1]
        case AllOf():
            return AllOf(tuple(_date_in_whole_days(premises, part) for part in date.parts))
        case OneOf():
            return OneOf(tuple(_date_in_whole_days(premises, part) for part in date.parts))
    return date


def _between_days(dating: Premises, date: Relation, low: Point | None, high: Point | None) -> Date:
    """A date right after or right before an anchor, with the days that the anchor's own day leaves of it."""
    day_of = _days_of_anchors(dating, date)
    after = day_of(low) if low is not None else None
    before = day_of(high) if high is not None else None
    if after is None and before is None:
        return date
    span = Span(None if after is None else (after + 1) * DAY, None if before is None else before * DAY)
    window = TimeSet.of((span,))
    return AllOf((date, Window(window, window, unit=date.unit)))


def _days_of_anchors(dating: Premises, date: Relation) -> Callable[[Point], int | None]:
    """The number of the day on which the anchor of a point lies wholly, if what dates it says so."""
    assembly = dating.assembly_of_meant()
    nodes = {
        point: (assembly.node_of(Point(point.anchor, Edge.START)), assembly.node_of(Point(point.anchor, Edge.END)))
        for point in limits_of(date, dating.wide)
        if point is not None
    }
    theory = assembly.theory()

    def day_of(point: Point) -> int | None:
        start, end = nodes[point]
        low, high = limit_of(theory, start, is_lower=True), limit_of(theory, end, is_lower=False)
        if low is None or high is None or low // DAY != (high - 1) // DAY:
            return None
        return low // DAY

    return day_of


def windowed(premises: Premises, date: Date, widest: bool = False) -> Date:
    """The date with every relation to a dated anchor replaced by the window that the anchor's limits leave: the
    narrowest such window, as of what is to be entailed, or the widest.

    An anchor that is merely ordered has limits too, but what counts from it says more than these. In whole days,
    since a day without an hour begins at midnight: "before" ends with the day before the anchor's, "by" with its
    own, and so on. To the hour where an anchor is dated by hours or hours are counted.
    """
    match date:
        case Window():
            return date
        case AllOf():
            return AllOf(tuple(windowed(premises, part, widest) for part in date.parts))
        case OneOf():
            return OneOf(tuple(windowed(premises, part, widest) for part in date.parts))
    earliest, latest = limits_of(date, premises.wide)
    dating = _dating(premises, date)
    stands_for = premises.scene.stands_for
    dated = {given.event for given in (premises.givens if premises.meant is None else premises.meant)} | {
        stands_for(part.target.id)
        for member in dating.members
        for part in member.parts
        if isinstance(part, Occurrence)
    }
    if dated.isdisjoint(map(stands_for, anchors_of(date))):
        return date
    assembly = dating.assembly_of_meant()
    nodes = [(point, assembly.node_of(point) if point is not None else None) for point in (earliest, latest)]
    by_hours = is_by_hours(premises, date)
    if widest:
        (_, low_node), (_, high_node) = nodes
        spans = _spans_between(assembly, low_node, high_node)
        if spans is None:
            return date
        window = TimeSet.of(
            Span(
                span.start if by_hours else _midnight(earliest, span.start, True),
                span.stop if by_hours else _midnight(latest, span.stop, False),
            )
            for span in spans
        )
        return Window(window, window, unit=date.unit)
    theory = assembly.theory()
    limits: list[int | None] = []
    for (point, node), is_lower in zip(nodes, (True, False), strict=True):
        if point is None or node is None:
            limits.append(None)
            continue
        limit = limit_of(theory, node, is_lower=not is_lower)  # the latest place of a lower limit, and so on
        if limit is None:
            return date
        limits.append(limit if by_hours else _whole_day(point, limit, not is_lower))
    low, high = limits
    window = TimeSet.of((Span(low, high),))
    return Window(window, window, unit=date.unit)


def _midnight(point: Point | None, limit: int | None, is_earliest: bool) -> int | None:
    return None if point is None or limit is None else _whole_day(point, limit, is_earliest)


def _whole_day(point: Point, limit: int, is_earliest: bool) -> int:
    """The midnight of a limit: of an anchor's start that before its day, of its end that after its day."""
    if point.edge is Edge.START:
        return (limit if is_earliest else limit - 1) // DAY * DAY
    if point.edge is Edge.END:
        return (limit if is_earliest else limit - 1) // DAY * DAY + DAY
    return limit // DAY * DAY if is_earliest else -(-limit // DAY) * DAY


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


def is_by_hours(premises: Premises, date: Date) -> bool:
    """Whether a relation counts hours, or one of its anchors is dated by them, through however many steps."""
    dates_of_anchors: dict[str, list[Date]] = {}
    for given in (*premises.givens, *(premises.meant or ())):
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
    """What of the premises dates the anchors of a date: what members state of them, and the givens of whatever has
    to do with any of these events."""
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
    if premises.scene.implications:  # which tie whatever they speak of
        return replace(premises, members=tuple(stating))
    near = set(anchors)
    tied = [_events_tied(premises, given.event, given.all_dates) for given in premises.all_givens]
    tied += [_events_tied(premises, None, dates_of(part)) for member in stating for part in member.parts]
    waiting = [*anchors]
    while waiting:
        event = waiting.pop()
        found = {other for some in tied if event in some for other in some} - near
        found.update(other for other in premises.scene.neighbours.get(event, ()) if other not in near)
        near |= found
        waiting += found
    meant = premises.meant
    return replace(
        premises,
        members=tuple(stating),
        givens=tuple(given for given in premises.givens if given.event in near),
        meant=None if meant is None else tuple(given for given in meant if given.event in near),
    )


def _events_tied(premises: Premises, event: str | None, dates: Iterable[Date]) -> frozenset[str]:
    """An event and those from which its dates count."""
    stands_for = premises.scene.stands_for
    counted = frozenset(stands_for(anchor) for date in dates for anchor in anchors_of(date))
    return counted if event is None else counted | {event}


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
