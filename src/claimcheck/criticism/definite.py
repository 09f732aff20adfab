"""Dates definite enough to be slips of each other: one day, one month or one year, with its numerals as written.

Belongs here: telling which dates are definite, and what there is in them that a copyist can get wrong. Does not
belong here: slips (see `slips`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.corpus.entries import Claim, Dated, Record
from claimcheck.dates.calendars import (
    calendar_date,
    calendar_on,
    day_number,
    days_in_month,
    has_roman_months,
)
from claimcheck.dates.phrases.date_words import weekdays_in
from claimcheck.dates.when import DAY, AllOf, Date, Relation, Span, TimeSet, Unit, Window
from claimcheck.engine.examination import Examination

_DUSK = 16 * 3600  # no later than sunset on a winter's day in the latitudes of most archives
_LONGEST_NIGHT = 12 * 3600
_COUNTING_RULES = frozenset(("counted", "age", "reign", "nth-unit"))


@dataclass(frozen=True, slots=True)
class DefiniteDate:
    """One calendar day, month or year.

    `first` and `last` are day numbers, both included. `numerals` are year, month and day of the calendar in
    which it is written ("gregorian" or "julian"), the month and day None where the date is coarser.
    `is_evening`: it lies between dusk and the next morning, `first` being the day that ends and `last` the next
    day if it reaches into that. `is_counted`: it
    was reached by counting from another date; `counts` are what the counting would give with one unit more or
    less: the unit, first and last day. `weekday` is the one weekday named in the wording (0 is Monday).
    """

    unit: Unit
    first: int
    last: int
    calendar: str
    numerals: tuple[int, int | None, int | None]
    is_evening: bool = False
    is_counted: bool = False
    counts: tuple[tuple[str, int, int], ...] = ()
    weekday: int | None = None

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.unit is Unit.DAY


def definite_date(
    findings: Examination, dated: Dated, by: Claim | Record | None = None, wording: str = ""
) -> DefiniteDate | None:
    """The one day, month or year that the first reading of a date names; None if it names none, or several.

    `by` is the claim or record that gives it. `wording` is what is said beside the date, in which a day of the
    week may be named.
    """
    if not dated.when.readings:
        return None
    reading = dated.when.readings[0]
    found = _definite(_narrow(findings, by, dated, reading.calendar), reading.calendar)
    if found is None:
        return None
    weekdays = weekdays_in(f"{dated.text} {wording}")
    return DefiniteDate(
        found.unit,
        found.first,
        found.last,
        found.calendar,
        found.numerals,
        found.is_evening,
        is_counted=not _COUNTING_RULES.isdisjoint(reading.rule.split(" + ")),
        counts=tuple(_counted_otherwise(findings, by, reading.date)),
        weekday=weekdays[0] if len(weekdays) == 1 else None,
    )


def _narrow(findings: Examination, by: Claim | Record | None, dated: Dated, calendar: str) -> TimeSet | None:
    """What is left of a date; of several joined statements the definite one, which the others only comment on."""
    date = dated.when.readings[0].date
    if isinstance(date, AllOf):
        for part in date.parts:
            if isinstance(part, Window) and _definite(part.narrow, calendar) is not None:
                return part.narrow
    left = findings.placed_dated(dated, 0, by)
    if left is None or isinstance(date, Window):
        return left.narrow if left is not None else None
    # What is counted is no evening of which anybody speaks.
    return TimeSet.of(Span(_floor(span.start), _ceiling(span.stop)) for span in left.narrow.spans)


def _floor(instant: int | None) -> int | None:
    return instant // DAY * DAY if instant is not None else None


def _ceiling(instant: int | None) -> int | None:
    return -(-instant // DAY) * DAY if instant is not None else None


def _definite(dates: TimeSet | None, calendar: str) -> DefiniteDate | None:
    if dates is None or len(dates.spans) != 1:
        return None
    start, stop = dates.spans[0].start, dates.spans[0].stop
    if start is None or stop is None:
        return None
    first, last = start // DAY, (stop - 1) // DAY
    is_evening = start % DAY >= _DUSK and stop - start <= _LONGEST_NIGHT
    calendar = calendar_on(calendar, first) if has_roman_months(calendar) else "gregorian"
    if first == last or is_evening:
        return DefiniteDate(Unit.DAY, first, last, calendar, calendar_date(calendar, first), is_evening)
    if start % DAY or stop % DAY:
        return None
    year, month, day = calendar_date(calendar, first)
    if day != 1:
        return None
    if last == first + days_in_month(calendar, year, month) - 1:
        return DefiniteDate(Unit.MONTH, first, last, calendar, (year, month, None))
    if month == 1 and last == day_number(calendar, year, 12, 31):
        return DefiniteDate(Unit.YEAR, first, last, calendar, (year, None, None))
    return None


def _counted_otherwise(
    findings: Examination, by: Claim | Record | None, date: Date
) -> Iterator[tuple[str, int, int]]:
    """What a relation that counts would leave if it counted a day, month or year more or less."""
    if not isinstance(date, Relation) or date.earliest is None or date.latest is None:
        return
    months = (date.earliest.months, date.latest.months)
    days = (date.earliest.days, date.latest.days)
    if not any((*months, *days)):
        return
    steps = [("day", 0, 1)]
    if any(count % 12 for count in months):
        steps.append(("month", 1, 0))
    if any(abs(count) >= 12 for count in months):
        steps.append(("year", 12, 0))
    for unit, more_months, more_days in steps:
        for sign in (1, -1):
            moved = _moved(date, sign * more_months, sign * more_days)
            left = findings.placed_date(moved, by.by if isinstance(by, Claim) else ())
            if left is not None and len(left.narrow.spans) == 1:
                span = left.narrow.spans[0]
                if span.start is not None and span.stop is not None:
                    yield unit, span.start // DAY, (span.stop - 1) // DAY


def _moved(relation: Relation, months: int, days: int) -> Relation:
    points = [
        replace(point, months=point.months + months, days=point.days + days) if point is not None else None
        for point in (relation.earliest, relation.latest)
    ]
    return replace(relation, earliest=points[0], latest=points[1])
