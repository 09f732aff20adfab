"""The misreadings that pupils make of a date, each with its name and the date that it leads to.

Belongs here: the wrong half of a month or year, the day itself for its eve, an inclusive count, a count the wrong
way, the limit for the date, the calendar not turned, the year of another style, the century by its hundreds, BC
for AD, the other half of the day. Does not belong here: what is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.corpus.entries import Dated
from claimcheck.dates.calendars import add_months, calendar_date, has_roman_months, month_start
from claimcheck.dates.when import DAY, Relation, Span, TimeSet
from claimcheck.teaching.items import Option
from claimcheck.teaching.material import Material, Placed, apart, ref_of

Misread = tuple[TimeSet, str]
_HOUR = 3600
_INCLUSIVE = "counted inclusively: the day or year from which it is counted was counted in, or left out twice"


def misreadings(material: Material, dated: Dated, placed: Placed) -> Iterator[Option]:
    """Dates for which it could be taken, that share nothing with it even at the widest, each once."""
    seen: set[str] = set()
    for dates, slip in _misread(material, dated, placed):
        if dates.spans and None not in (dates.start, dates.stop) and apart(dates, placed.wide):
            option = Option(material.words_of(dates), ref_of(dates), slip)
            if option.text not in seen:
                seen.add(option.text)
                yield option


def _misread(material: Material, dated: Dated, placed: Placed) -> Iterator[Misread]:
    own = material.style.calendar
    narrow = placed.narrow
    start, stop = narrow.start or 0, narrow.stop or 0
    if placed.calendar != own and has_roman_months(placed.calendar) and has_roman_months(own):
        figures = _as_written_in(placed.calendar, own, narrow)
        yield figures, "the calendar was not turned: its figures were kept"
        offset = (figures.start or 0) - start
        yield _moved(figures, offset), "the difference of the calendars was counted the wrong way"
        yield _moved(narrow, DAY), "the difference of the calendars was counted inclusively"
    if placed.year_begins != material.style.year_begins:
        for months in (-12, 12):
            as_written = calendar_date(own, start // DAY)[0] + months // 12 == _year_as_written(dated)
            slip = "the year was taken as written" if as_written else "the year was moved the wrong way"
            yield _by_months(narrow, months, own), slip
    date = dated.when.readings[0].date
    if isinstance(date, Relation):
        yield from _of_relation(material, date, placed)
    if not start % DAY and not stop % DAY:
        yield from _of_part(placed.rule, start // DAY, stop // DAY, placed.calendar)
    else:
        yield from _of_hours(placed.rule, start, narrow)


def _year_as_written(dated: Dated) -> int:
    digits = "".join(char if char.isdigit() else " " for char in dated.read or dated.text).split()
    return max((int(number) for number in digits), default=0)


def _of_relation(material: Material, date: Relation, placed: Placed) -> Iterator[Misread]:
    """What is counted from another date: that date itself, one too many or too few, the other direction."""
    for record in placed.anchors[:1]:
        anchor = material.findings.placed_dated(record.when, 0, record)
        if anchor is not None:
            yield anchor.narrow, "what it is counted from was taken for the date itself"
            yield from _of_count(date, anchor.narrow, placed.narrow, material.style.calendar)


def _of_count(date: Relation, anchor: TimeSet, narrow: TimeSet, calendar: str) -> Iterator[Misread]:
    """One unit too many or too few, and as many the other way."""
    points = [point for point in (date.earliest, date.latest) if point is not None]
    start, from_start = narrow.start or 0, anchor.start or 0
    if any(point.months for point in points):
        here, there = calendar_date(calendar, start // DAY), calendar_date(calendar, from_start // DAY)
        months = (here[0] - there[0]) * 12 + here[1] - there[1]
        step = 12 if all(point.months % 12 == 0 for point in points) else 1
        yield _by_months(narrow, step, calendar), _INCLUSIVE
        yield _by_months(narrow, -step, calendar), _INCLUSIVE
        yield _by_months(anchor, -months, calendar), "counted the wrong way"
    elif start % DAY == 0 and abs(start - from_start) < 400 * DAY:
        yield _moved(narrow, DAY), _INCLUSIVE
        yield _moved(narrow, -DAY), _INCLUSIVE
        yield _moved(anchor, from_start - start), "counted the wrong way"


def _of_part(rule: str, first: int, after: int, calendar: str) -> Iterator[Misread]:
    """Parts of months and years, centuries, and years before Christ."""
    year, month, day = calendar_date(calendar, first)
    if "part-of-month" in rule:
        begins = month_start(calendar, year, month)
        ends = add_months(calendar, begins, 1)
        if day > 15:
            yield _days(begins, begins + 15), "the wrong half of the month"
            yield _days(ends, ends + 10), "“late” in the month was taken for after its end"
        elif day == 1:
            yield _days(begins + 15, ends), "the wrong half of the month"
            before = add_months(calendar, begins, -1)
            yield _days(before + 20, begins), "“early” in the month was taken for before its beginning"
        else:
            yield (
                _days(add_months(calendar, begins, 1) + 10, add_months(calendar, begins, 1) + 20),
                ("the middle of the next month: the month was counted from 0"),
            )
            before = add_months(calendar, begins, -1)
            yield _days(before + 10, before + 20), "the middle of the month before: the month was counted from 0"
    if "part-of-year" in rule or "season" in rule:
        begins = month_start(calendar, year, 1)
        half, ends = add_months(calendar, begins, 6), add_months(calendar, begins, 12)
        if month >= 7:
            yield _days(begins, half), "the wrong half of the year"
            yield _days(ends, add_months(calendar, ends, 4)), "“late” in the year was taken for after its end"
        elif month <= 4 and "season" not in rule:
            yield _days(half, ends), "the wrong half of the year"
            yield (
                _days(add_months(calendar, begins, -4), begins),
                ("“early” in the year was taken for before its beginning"),
            )
    last = calendar_date(calendar, after - 1)[0]
    if last <= 0 and (first, after) == (month_start(calendar, year, 1), month_start(calendar, last + 1, 1)):
        yield _days(month_start(calendar, 1 - last, 1), month_start(calendar, 2 - year, 1)), "BC was taken for AD"
    if "century" in rule and year > 0:
        begins = add_months(calendar, first, 1200)
        yield (
            _days(begins, add_months(calendar, after, 1200)),
            ("the number of the century was taken for its hundreds"),
        )
        yield _days(add_months(calendar, first, -1200), first), "the century was counted one too far"


def _of_hours(rule: str, start: int, narrow: TimeSet) -> Iterator[Misread]:
    """Hours: the other half of the day, the day for the night, the night before for the night after."""
    if "night" in rule or "part-of-day" in rule:
        day = start // DAY
        hour = start % DAY // _HOUR
        if hour >= 18:
            yield TimeSet.of((Span(day * DAY + 6 * _HOUR, day * DAY + 12 * _HOUR),)), "the wrong half of the day"
            yield _moved(narrow, -DAY), "the evening or night before was taken for that of the day"
            yield _moved(narrow, DAY), "the date of the morning after was taken for that of the night"
        else:
            yield _moved(narrow, 12 * _HOUR), "the wrong half of the day"
            yield _moved(narrow, -DAY), "the day before was taken for the day"
    elif "hour" in rule:
        yield _moved(narrow, 12 * _HOUR), "a.m. was taken for p.m., or p.m. for a.m."
        yield _moved(narrow, -12 * _HOUR), "the other half of the day, counted from the day before"
        yield _moved(narrow, DAY), "the next day was taken for the day"


def _days(first: int, after: int) -> TimeSet:
    return TimeSet.of((Span(first * DAY, after * DAY),))


def _moved(dates: TimeSet, seconds: int) -> TimeSet:
    return TimeSet.of(Span((s.start or 0) + seconds, (s.stop or 0) + seconds) for s in dates.spans)


def _by_months(dates: TimeSet, months: int, calendar: str) -> TimeSet:
    return TimeSet.of(
        Span(_month_on(s.start or 0, months, calendar), _month_on(s.stop or 0, months, calendar))
        for s in dates.spans
    )


def _month_on(instant: int, months: int, calendar: str) -> int:
    day, second = divmod(instant, DAY)
    return add_months(calendar, day, months) * DAY + second


def _as_written_in(calendar: str, other: str, dates: TimeSet) -> TimeSet:
    """The date moved as if its figures were those of the other calendar."""
    first = (dates.start or 0) // DAY
    year, month, day = calendar_date(calendar, first)
    return _moved(dates, (month_start(other, year, month) + min(day, 28) - 1 - first) * DAY)
