"""By how much one date would have to move for two contradicting claims both to hold.

Belongs here: the least move over all dates that the two claims state. Does not belong here: wording.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.dates.when import DAY, EVER, AllOf, Date, OneOf, Relation, Unit, Window, anchors_of
from claimcheck.engine.anchoring import end_of, start_of
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.findings import Gap
from claimcheck.engine.formulas import Stretch, from_on, limits_of, up_to
from claimcheck.engine.holdings import are_rivals
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import ORIGIN, Clause, Network, Node, branches, is_strict, seconds_of
from claimcheck.engine.parts import Elsewhen, Exclusion, Member, Occurrence, Part, Value, unit_of
from claimcheck.engine.theory import NOBODY, Ground, Theory

Moments = tuple[int | None, int | None]  # the first and the last moment that something may occupy


def gap_between(inquiry: Inquiry, a: Member, b: Member) -> Gap | None:
    """The least move of one date of either claim that lets both hold; None where no move does.

    For every date in turn: what the rest leaves for its subject, and how far the date lies from that. Days are
    differences of calendar days, from the last moment on one side to the first on the other.
    """
    unit = min(_units(a, b), key=list(Unit).index)
    gaps = [
        gap
        for member, other in ((a, b), (b, a))
        for number, part in enumerate(member.parts)
        for gap in (*_moves(inquiry, member, other, number, unit), *_value_moves(part, other, unit))
    ]
    return min(gaps, key=lambda gap: (gap.days, gap.first - gap.last), default=None)


def _units(*members: Member) -> Iterator[Unit]:
    yield Unit.YEAR
    for member in members:
        for part in member.parts:
            match part:
                case Occurrence() | Exclusion() | Elsewhen() if part.date is not None:
                    yield unit_of(part.date)
                case Value() if part.start is not None or part.during is not None:
                    yield unit_of(part.start or part.during)


def _moves(inquiry: Inquiry, member: Member, other: Member, number: int, unit: Unit) -> Iterator[Gap]:
    """The moves of one dated part that would do, one for each way in which the rest can hold."""
    part = member.parts[number]
    freed = _freed(part)
    date = part.date if isinstance(part, Occurrence) else part.start if isinstance(part, Value) else None
    if freed is None or date is None:
        return
    scene = inquiry.scene(inquiry.granted((member, other)))
    givens = inquiry.givens(scene, (member, other))
    loose = replace(member, parts=(*member.parts[:number], freed, *member.parts[number + 1 :]))

    def theory_of(*members: Member, on: tuple[str, int] | None = None) -> tuple[Theory, Stretch]:
        assembly = Assembly(scene, wide=True)
        for item in members:
            assembly.include(item)
        for given in givens:
            assembly.lend(given)
        for relation in _relations(date):
            for point in limits_of(relation, wide=True):
                if point is not None:
                    assembly.node_of(point)
        if on is not None:
            event, day = on
            assembly.add(
                [(from_on(start_of(event), day * DAY),), (up_to(end_of(event), (day + 1) * DAY),)], NOBODY
            )
        return assembly.theory(), _stretch(assembly, member, number)

    def sides(on: tuple[str, int] | None = None) -> tuple[list[Moments], Theory, Stretch]:
        """Where the part by itself puts its subject, and what the rest says; perhaps with an anchor on a day."""
        alone, stretch = theory_of(member, on=on)
        stated = [_moments(network, stretch) for network in branches(alone.clauses, alone.refine)]
        return stated, *theory_of(loose, other, on=on)

    def apart_on(event: str, day: int) -> list[Gap]:
        """The gaps where an anchor lies on a certain day."""
        stated, rest, stretch = sides((event, day))
        left = [_moments(network, stretch) for network in branches(rest.clauses, rest.refine)]
        return [gap for one in left for span in stated for gap in _apart(span, one, unit)]

    stated, rest, stretch = sides()
    shared = {scene.stands_for(anchor) for anchor in other.anchors}
    for network in branches(rest.clauses, rest.refine):
        if isinstance(date, Relation) and shared & {scene.stands_for(anchor) for anchor in anchors_of(date)}:
            # Both count from one anchor, so wherever it lies: its own limits would hide what lies between.
            along = list(_displaced(network, rest, date, stretch, even_if_dated=True))
            if along:
                event = scene.stands_for(anchors_of(date)[0])
                yield from apart_on(event, _a_day_of(network, event)) or along
                continue
        left = _moments(network, stretch)
        apart = [gap for span in stated for gap in _apart(span, left, unit)]
        if not apart and network.steps:
            apart = [gap for span in stated for gap in _apart_from_nearest(rest, stretch, span, unit)]
        yield from apart
        for relation in _relations(date):
            # On one day of a dated anchor windows do not lie apart; then the displacement has to change.
            if relation is date and not apart:
                yield from _displaced(network, rest, relation, stretch, even_if_dated=True)
            else:
                yield from _displaced(network, rest, relation, stretch)


def _a_day_of(network: Network, event: str) -> int:
    """The number of a day on which an event can have begun: the last, failing that the first."""
    latest = network.distance(ORIGIN, start_of(event))
    if latest is not None:
        return (seconds_of(latest[0]) - (1 if is_strict(latest[0]) else 0)) // DAY
    earliest = network.distance(start_of(event), ORIGIN)
    return -seconds_of(earliest[0]) // DAY if earliest is not None else 0


def _freed(part: Part) -> Part | None:
    """The part without its date (a value that holds from a date still holds from some date)."""
    match part:
        case Occurrence() if part.date is not None:
            return replace(part, date=None)
        case Value() if part.start is not None:
            return replace(part, start=Window(EVER, EVER))
    return None


def _stretch(assembly: Assembly, member: Member, number: int) -> Stretch:
    part = member.parts[number]
    if isinstance(part, Value):
        return Stretch(("value", member.key, number), None)
    if isinstance(part, Occurrence):
        if part.target.form == "kind":
            return assembly.event(
                assembly.scene.stands_for(part.target.named)
                if part.target.named is not None
                else ("some", member.key, number)
            )
        return assembly.stretch_of(part.target)
    return Stretch(None, None)


def _relations(date: Date) -> Iterator[Relation]:
    match date:
        case Relation():
            yield date
        case AllOf() | OneOf():
            for part in date.parts:
                yield from _relations(part)


def _moments(network: Network, stretch: Stretch) -> Moments:
    """The first moment by which the stretch can be over at the earliest, and the last at which it can begin."""
    first = last = None
    end = stretch.end if stretch.end is not None else stretch.start
    start = stretch.start if stretch.start is not None else stretch.end
    found = network.distance(end, ORIGIN)
    if found is not None:
        first = -seconds_of(found[0])
        if stretch.end is not None and not is_strict(found[0]):
            first -= 1
    found = network.distance(ORIGIN, start)
    if found is not None:
        last = seconds_of(found[0])
        if stretch.start is None or is_strict(found[0]):
            last -= 1
    return first, last


def _apart(stated: Moments, left: Moments, unit: Unit) -> Iterator[Gap]:
    """The way from what is stated to what is left, if the two lie apart.

    Either pair is (the earliest moment it reaches, the latest moment at which it begins): for a stated window
    these are its own first and last moments.
    """
    first, last = left
    low, high = stated
    if first is not None and high is not None and high < first:
        yield Gap(first // DAY - high // DAY, high, first, unit)
    if last is not None and low is not None and last < low:
        yield Gap(low // DAY - last // DAY, last, low, unit)


def _apart_from_nearest(rest: Theory, stretch: Stretch, stated: Moments, unit: Unit) -> Iterator[Gap]:
    """The ways from what is stated to what the rest leaves just after it and just before.

    What is left has very many stretches, of which the outermost say nothing: an unknown year's days lie on both
    sides of any date.
    """
    low, high = stated
    beside = []
    if high is not None:
        beside.append(stretch.begins_from(high + 1))
    if low is not None:
        beside.append(stretch.over_by(low))
    for atom in beside:
        there = Theory((*rest.clauses, Clause((atom,), Ground(NOBODY))), rest.points, rest.asserted)
        for network in branches(there.clauses, there.refine):
            yield from _apart(stated, _moments(network, stretch), unit)


def _displaced(
    network: Network, theory: Theory, relation: Relation, stretch: Stretch, even_if_dated: bool = False
) -> Iterator[Gap]:
    """How far a displacement would have to change, in days, where its anchor has no date (or whether or not)."""
    nodes = {point.point: point.node for point in theory.points}
    for limit, is_lower in zip(limits_of(relation, wide=True), (True, False), strict=True):
        if limit is None or limit not in nodes:
            continue
        node: Node = nodes[limit]
        is_dated = network.distance(ORIGIN, node) is not None or network.distance(node, ORIGIN) is not None
        if is_dated and not even_if_dated:
            continue
        end = stretch.start if is_lower else (stretch.end or stretch.start)
        if end is None:
            continue
        found = network.distance(node, end) if is_lower else network.distance(end, node)
        if found is not None and found[0] < 0:
            seconds = -seconds_of(found[0])
            days = seconds // DAY + 1 if is_strict(found[0]) else -(-seconds // DAY)
            yield Gap(days, 0, days * DAY, Unit.DAY)


def _value_moves(part: Part, other: Member, unit: Unit) -> Iterator[Gap]:
    """Rival values from one date need only not be of one date; rivals throughout need to lie apart."""
    if not isinstance(part, Value):
        return
    for rival in other.parts:
        if not isinstance(rival, Value) or (part.role, part.of) != (rival.role, rival.of):
            continue
        if not are_rivals(part, rival):
            continue
        if part.start is not None and part.start == rival.start:
            yield Gap(1, 0, DAY, Unit.DAY)
        a, b = part.during, rival.during
        if isinstance(a, Window) and isinstance(b, Window) and len(a.narrow.spans) == len(b.narrow.spans) == 1:
            (x,), (y,) = a.narrow.spans, b.narrow.spans
            for start, stop in ((x.start, y.stop), (y.start, x.stop)):
                if start is not None and stop is not None and start < stop:
                    yield Gap(-(-(stop - start) // DAY), start, stop, unit)
