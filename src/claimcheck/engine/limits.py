"""The resolver of dates: what is left of a date once everything it counts from has been dated.

Belongs here: the set of time that the engine leaves for what a claim, a record or an event dates, on the narrow
and on the wide reading. Everything that shows a date asks here. Does not belong here: verdicts, wording.

What is left is read off the same network that decides what can hold together: one stretch of time for each way in
which its open choices can be decided, so that a union of two days stays two days. Relations fall in whole days,
since a day without an hour begins at midnight (the fine print, rule 11).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.dates.when import DAY, EVER, Date, Edge, Point, Relation, Span, TimeSet, Unit, Window
from claimcheck.engine.anchor_points import end_of, start_of
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import ORIGIN, seconds_of
from claimcheck.engine.parts import (
    Elsewhen,
    Exclusion,
    Member,
    Occurrence,
    Part,
    Target,
    Value,
    dates_of,
    unit_of,
)
from claimcheck.engine.premises import Premises, is_by_hours
from claimcheck.engine.search import branches
from claimcheck.engine.unions import unions_left

_TRIED = ":date"  # the event whose date is asked for; no entry can have such an id


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a date: the narrow and the wide set of time (seconds, half-open), and its granularity.

    The first span may lack a start and the last a stop. The sets are never empty, and never all of time.
    """

    narrow: TimeSet
    wide: TimeSet
    unit: Unit


def left_of_date(
    inquiry: Inquiry, date: Date, by: Sequence[str] = (), beside: Iterable[Part] = (), given: Sequence[str] = ()
) -> Left | None:
    """What is left of a date that these claimants give; `beside` is what they state with it, `given` their givens.

    None where nothing limits it, and where what dates its anchors makes it impossible.
    """
    if isinstance(date, Window):
        return _left(date.narrow, date.wide, date.unit)
    part = Occurrence(0, None, Target("event", _TRIED), date)
    member = Member(_TRIED, False, (part, *beside), _TRIED, None, by=tuple(by), given=tuple(given))
    narrow, wide = (_stretches(inquiry, member, is_wide) for is_wide in (False, True))
    scene = inquiry.scene(inquiry.granted((member,)))
    if not is_by_hours(Premises(scene, (member,), inquiry.givens(scene, (member,)), False), date):
        narrow, wide = _in_whole_days(narrow), _in_whole_days(wide)
    return _left(narrow, wide, unit_of(date))


def left_of_member(inquiry: Inquiry, member: Member) -> Left | None:
    """What is left of the first date that a claim or a record gives, with the dates that it gives beside it."""
    date = next((date for part in member.parts if (date := stated_date(part)) is not None), None)
    return left_of_stated(inquiry, member, date) if date is not None else None


def left_of_stated(inquiry: Inquiry, member: Member, date: Date) -> Left | None:
    """What is left of a date that a claim or a record gives, with the dates that it gives beside it.

    What the same part says that it was not (its `not-when`) is left out.
    """
    part = next((part for part in member.parts if date in dates_of(part)), None)
    beside = [other for other in member.parts if other is not part and isinstance(other, Occurrence)]
    left = left_of_date(inquiry, date, member.by, beside, member.given)
    if left is None or not isinstance(part, Occurrence) or date != part.date:
        return left
    if not isinstance(part.excluded, Window):
        return left
    outside = part.excluded.narrow.complement()
    return _left(left.narrow.intersection(outside), left.wide.intersection(outside), left.unit)


def left_of_event(inquiry: Inquiry, event: str, by: Sequence[str] = ()) -> Left | None:
    """What its records leave of an event; failing these, what those among the claimants state who date it."""
    start, end = Point(event, Edge.START), Point(event, Edge.END)
    during = Relation(start, end, start, end, f"during @{event}", _unit_of_event(inquiry, event))
    return left_of_date(inquiry, during, by)


def stated_date(part: Part) -> Date | None:
    """The date that a part gives, be it of what happened, of what did not, or of a value."""
    match part:
        case Occurrence() | Exclusion() | Elsewhen():
            return part.date
        case Value():
            return part.during or part.start
    return None


def _unit_of_event(inquiry: Inquiry, event: str) -> Unit:
    dates = [
        date
        for member in inquiry.records_of(event)
        for part in member.parts
        if (date := stated_date(part)) is not None
    ]
    return min(map(unit_of, dates), key=list(Unit).index, default=Unit.DAY)


def _stretches(inquiry: Inquiry, member: Member, is_wide: bool) -> TimeSet:
    """One stretch for each way to decide what is open: from the earliest start to the latest end.

    Of a union that is one constraint (a day of some year), its stretches between these.
    """
    theory = inquiry.theory((member,), is_wide)
    start, end = start_of(_TRIED), end_of(_TRIED)
    found: list[Span] = []
    for network in branches(theory.clauses, theory.refine):
        low, high = network.distance(start, ORIGIN), network.distance(ORIGIN, end)
        whole = Span(
            -seconds_of(low[0]) if low is not None else None,
            seconds_of(high[0]) if high is not None else None,
        )
        union = unions_left(network, theory.points).get((end, start)) if network.leaps else None
        found += TimeSet((whole,)).intersection(union.when).spans if union is not None else (whole,)
    return TimeSet.of(found)


def _in_whole_days(dates: TimeSet) -> TimeSet:
    return TimeSet.of(
        Span(
            None if span.start is None else span.start // DAY * DAY,
            None if span.stop is None else -(-span.stop // DAY) * DAY,
        )
        for span in dates.spans
    )


def _left(narrow: TimeSet, wide: TimeSet, unit: Unit) -> Left | None:
    if not narrow.spans or narrow == EVER:
        return None
    return Left(narrow, wide, unit)
