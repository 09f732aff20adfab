"""By how much one date would have to move for two contradicting claims both to hold.

Belongs here: the least move over all dates that the two claims state. Does not belong here: wording.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.dates.when import DAY, EVER, AllOf, Date, Ends, OneOf, Relation, Unit, Window, anchors_of
from claimcheck.engine.anchor_points import end_of, start_of
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.findings import Gap
from claimcheck.engine.formulas import Stretch, from_on, limits_of, up_to
from claimcheck.engine.holdings import are_rivals, is_same_date
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import ORIGIN, Network, Node, is_strict, seconds_of
from claimcheck.engine.parts import Dispute, Elsewhen, Exclusion, Member, Occurrence, Part, Value, unit_of
from claimcheck.engine.scene import Given
from claimcheck.engine.search import branches
from claimcheck.engine.theory import NOBODY, Theory
from claimcheck.engine.unions import unions_left

EVERYTHING = Window(EVER, EVER)
Moments = tuple[int | None, int | None]  # the first and the last moment that something may occupy


@dataclass(frozen=True, slots=True)
class Movable:
    """A date of a part, the part without it, and whether it dates the whole of what happened or one end of it."""

    date: Date
    freed: Part
    edge: str = ""  # "start", "end", or the whole


def gap_between(inquiry: Inquiry, a: Member, b: Member) -> Gap | None:
    """The least move of one date of either claim that lets both hold; None where no move does.

    For every date in turn: what the rest leaves for its subject, and how far the date lies from that. Days are
    differences of calendar days, from the last moment on one side to the first on the other. A dispute beside
    dates of its own leaves the gap to these. Yes and no do not come nearer by any move.
    """
    if _are_yes_and_no(inquiry, a, b):
        return None
    a, b = _undisputing(a), _undisputing(b)
    unit = min(_units(a, b), key=list(Unit).index)
    gaps = [
        gap
        for member, other in ((a, b), (b, a))
        for number, part in enumerate(member.parts)
        for gap in (
            *(gap for date in _movable(part) for gap in _moves(inquiry, member, other, number, date, unit)),
            *_moves_of_starts(inquiry, member, part, other),
        )
    ]
    return min(gaps, key=lambda gap: (gap.days, gap.first - gap.last), default=None)


def _are_yes_and_no(inquiry: Inquiry, a: Member, b: Member) -> bool:
    questions = inquiry.view.corpus.questions
    return any(
        part.question is not None
        and part.question == other.question
        and questions[part.question].whether is not None
        and isinstance(part, Exclusion) != isinstance(other, Exclusion)
        for part in a.parts
        for other in b.parts
    )


def _undisputing(member: Member) -> Member:
    own = tuple(part for part in member.parts if not isinstance(part, Dispute))
    return replace(member, parts=own) if own else member


def _movable(part: Part) -> Iterator[Movable]:
    """Every date of a part that may be moved (a value that holds from a date still holds from some date)."""
    match part:
        case Occurrence(date=date) if date is not None:
            if part.ends is None or part.extent != "throughout":
                yield Movable(date, replace(part, date=None, ends=None))
                return
            for end, freed, edge in _ends_of(part.ends):
                yield Movable(end, replace(part, ends=freed), edge)
        case Value(start=date) if date is not None:
            yield Movable(date, replace(part, start=EVERYTHING), "start")
        case Value(during=date) if date is not None:
            if part.extent != "ends" or part.ends is None:
                yield Movable(date, replace(part, during=EVERYTHING, extent="within"))
                return
            for end, freed, edge in _ends_of(part.ends):
                yield Movable(end, replace(part, ends=freed), edge)


def _ends_of(ends: Ends) -> Iterator[tuple[Date, Ends, str]]:
    first, last = ends
    if first is not None:
        yield first, (None, last), "start"
    if last is not None:
        yield last, (first, None), "end"


def _units(*members: Member) -> Iterator[Unit]:
    yield Unit.YEAR
    for member in members:
        for part in member.parts:
            match part:
                case Occurrence() | Exclusion() | Elsewhen() if part.date is not None:
                    yield unit_of(part.date)
                case Value() if part.start is not None or part.during is not None:
                    yield unit_of(part.start or part.during)


def _moves(
    inquiry: Inquiry, member: Member, other: Member, number: int, moved: Movable, unit: Unit
) -> Iterator[Gap]:
    """The moves of one date of a part that would do, one for each way in which the rest can hold."""
    part, date = member.parts[number], moved.date
    scene = inquiry.scene(inquiry.granted((member, other)))
    givens = inquiry.givens(scene, (member, other))
    loose = replace(member, parts=(*member.parts[:number], moved.freed, *member.parts[number + 1 :]))

    def theory_of(
        *members: Member, on: tuple[str, int] | None = None, lent: Sequence[Given] = givens
    ) -> tuple[Theory, Stretch]:
        assembly = Assembly(scene, wide=True)
        for item in members:
            assembly.include(item)
        for given in lent:
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
        return assembly.theory(), _stretch(assembly, member, number, moved.edge)

    def sides(on: tuple[str, int] | None = None) -> tuple[list[Moments], Theory, Stretch]:
        """Where the part by itself puts its subject, and what the rest says; perhaps with an anchor on a day."""
        for lent in (givens, inquiry.givens(scene, (member,))):  # its own, where those of both leave it nowhere
            alone, stretch = theory_of(member, on=on, lent=lent)
            stated = [
                moments
                for network in branches(alone.clauses, alone.refine, inquiry.effort)
                for moments in _all_moments(network, alone, stretch)
            ]
            if stated:
                break
        return stated, *theory_of(loose, other, on=on)

    def apart_on(event: str, day: int) -> list[Gap]:
        """The gaps where an anchor lies on a certain day."""
        stated, rest, stretch = sides((event, day))
        left = [
            moments
            for network in branches(rest.clauses, rest.refine, inquiry.effort)
            for moments in _all_moments(network, rest, stretch)
        ]
        return list(_all_apart(stated, left, unit))

    stated, rest, stretch = sides()
    if not moved.edge and isinstance(part, Occurrence | Value) and part.extent == "throughout":
        for network in branches(rest.clauses, rest.refine, inquiry.effort):
            yield from _shifted(network, stretch, date, unit)
        return
    shared = {scene.stands_for(anchor) for anchor in other.anchors}
    for network in branches(rest.clauses, rest.refine, inquiry.effort):
        if isinstance(date, Relation) and shared & {scene.stands_for(anchor) for anchor in anchors_of(date)}:
            # Both count from one anchor, so wherever it lies: its own limits would hide what lies between.
            along = list(_displaced(network, rest, date, stretch, even_if_dated=True))
            if along:
                event = scene.stands_for(anchors_of(date)[0])
                yield from apart_on(event, _a_day_of(network, event)) or along
                continue
        apart = list(_all_apart(stated, _all_moments(network, rest, stretch), unit))
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


def _stretch(assembly: Assembly, member: Member, number: int, edge: str) -> Stretch:
    part = member.parts[number]
    whole = Stretch(None, None)
    if isinstance(part, Value):
        whole = Stretch(("value", member.key, number), ("value-end", member.key, number))
    elif isinstance(part, Occurrence):
        if part.target.form == "kind":
            whole = assembly.event(
                assembly.scene.stands_for(part.target.named)
                if part.target.named is not None
                else ("some", member.key, number)
            )
        else:
            whole = assembly.stretch_of(part.target)
    if edge:
        return Stretch(whole.start, None) if edge == "start" else Stretch(None, whole.end)
    return whole


def _shifted(network: Network, stretch: Stretch, date: Date, unit: Unit) -> Iterator[Gap]:
    """The way by which a date throughout which something goes on has to move, as a whole, to where it can."""
    if not isinstance(date, Window) or len(date.narrow.spans) != 1 or stretch.start is None or stretch.end is None:
        return
    ((start, stop),) = ((span.start, span.stop) for span in date.narrow.spans)
    latest = network.distance(ORIGIN, stretch.end)
    if latest is not None and stop is not None:
        over = seconds_of(latest[0]) - (1 if is_strict(latest[0]) else 0)
        if over < stop:
            yield Gap(-(-(stop - over) // DAY), over, stop, unit)
    earliest = network.distance(stretch.start, ORIGIN)
    if earliest is not None and start is not None:
        begun = -seconds_of(earliest[0]) + (1 if is_strict(earliest[0]) else 0)
        if begun > start:
            yield Gap(-(-(begun - start) // DAY), start, begun, unit)


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


def _all_moments(network: Network, theory: Theory, stretch: Stretch) -> list[Moments]:
    """The moments of the stretch; of one that a union of many spans dates, those of each span."""
    first, last = _moments(network, stretch)
    if not network.leaps:
        return [(first, last)]
    end = stretch.end if stretch.end is not None else stretch.start
    start = stretch.start if stretch.start is not None else stretch.end
    union = unions_left(network, theory.points).get((end, start))
    if union is None:
        return [(first, last)]
    return [
        (span.start, None if span.stop is None else span.stop - 1)
        for span in union.when.spans
        if (first is None or span.stop is None or span.stop > first)
        and (last is None or span.start is None or span.start <= last)
    ]


def _all_apart(stated: Sequence[Moments], left: Sequence[Moments], unit: Unit) -> Iterator[Gap]:
    """The ways from what is stated to what is left; of thousands in order, only from each to its neighbours."""
    if len(stated) * len(left) <= _FEW:
        for one in left:
            for span in stated:
                yield from _apart(span, one, unit)
        return
    few, many = sorted((stated, left), key=len)
    starts = [_NEVER if low is None else low for low, _ in many]
    for low, high in few:
        near = {
            place + step
            for moment in (low, high)
            if moment is not None
            for place in (bisect_left(starts, moment),)
            for step in (-1, 0)
        }
        for other in sorted(place for place in near if 0 <= place < len(many)):
            pair = ((low, high), many[other])
            yield from _apart(*(pair if few is stated else pair[::-1]), unit)


_NEVER = float("-inf")
_FEW = 4096


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


def _moves_of_starts(inquiry: Inquiry, member: Member, part: Part, other: Member) -> Iterator[Gap]:
    """Rival values from one date need only not be of one date."""
    if not isinstance(part, Value) or part.start is None:
        return
    scene = inquiry.scene(inquiry.granted((member, other)))
    for rival in other.parts:
        if (
            isinstance(rival, Value)
            and rival.start is not None
            and part.role == rival.role
            and scene.stands_for(part.of) == scene.stands_for(rival.of)
            and part.role not in scene.permanent
            and are_rivals(part, rival)
            and is_same_date(part.start, rival.start)
        ):
            yield Gap(1, 0, DAY, Unit.DAY)
