"""Dates written back: instants as ISO 8601, windows as EDTF; and what limits a date has.

Belongs here: forms for machines (`date_json` makes JSON of them); `in_words` of `wording` is offered here too, so
that there is one place to ask. Does not belong here: reading.

Output is inclusive at both ends, though spans are half-open inside. ISO dates are those of the calendar asked
for, with the year from 1 January. In EDTF a day of a year is proleptic Gregorian, since EDTF is so read; years
and months are those of the calendar and year style in which the EDTF is to be read again.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.dates.calendars import (
    calendar_date,
    calendar_on,
    has_roman_months,
    month_start,
    year_of,
    year_start,
)
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_expansion import Circa
from claimcheck.dates.edtf_values import EdtfDate, written_year
from claimcheck.dates.when import DAY, AllOf, Date, Limit, OneOf, Reading, Relation, Span, TimeSet, Unit, Window
from claimcheck.dates.wording import in_words

__all__ = [
    "bounds_of",
    "calendar_of",
    "edtf_of",
    "in_words",
    "iso",
    "iso_inclusive_stop",
    "refers_to_an_event",
    "said_in",
]

_WHOLE_DAYS = (Unit.DAY, Unit.MONTH, Unit.YEAR)
_FINENESS = {unit: place for place, unit in enumerate(Unit)}
_SEASONS = {3: "21", 6: "22", 9: "23", 12: "24"}  # by the month in which they begin


# ------------------------------------------------------------------------------------------- instants


def iso(instant: int, unit: Unit, calendar: str = "gregorian") -> str:
    """An instant as ISO 8601: the date in the calendar, and the time of day where `unit` is finer than a day.

    Years outside 0 to 9999 are signed: -0043-03-15, +12000-01-01. An instant within a day is given its time
    whatever the unit, since the date alone would move it.
    """
    day, second = divmod(instant, DAY)
    year, month, day_of_month = calendar_date(calendar, day)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    date = f"{sign}{abs(year):04}-{month:02}-{day_of_month:02}"
    if unit in _WHOLE_DAYS and second == 0:
        return date
    time = f"{second // 3600:02}:{second // 60 % 60:02}"
    return f"{date}T{time}:{second % 60:02}" if unit is Unit.SECOND or second % 60 else f"{date}T{time}"


def iso_inclusive_stop(stop: int, unit: Unit, calendar: str = "gregorian") -> str:
    """The last day, minute or second before the exclusive `stop`, as `iso` writes it; never 24:00.

    The last minute also stands for a stop on the hour: an afternoon ends at 17:59.
    """
    if unit in _WHOLE_DAYS and stop % DAY == 0:
        return iso(stop - DAY, unit, calendar)
    if unit is Unit.SECOND or stop % 60:
        return iso(stop - 1, Unit.SECOND, calendar)
    return iso(stop - 60, Unit.MINUTE, calendar)


# ----------------------------------------------------------------------------------------------- EDTF


def edtf_of(window: Window, calendar: str = "gregorian", year_begins: str = "1 January") -> str | None:
    """The canonical EDTF of a window, or None where EDTF cannot say it.

    As short as it can be: whole years and months as such, whole decades and centuries with X; these are of the
    calendar and year style, and read back in them. The narrow set is always exact; the wide one is expressed
    where `~` or a season says it, and is left out otherwise.
    """
    style = Circa(calendar=calendar, year_begins=year_begins)
    plain = _narrow_edtf(window, style)
    if plain is None or window.wide == window.narrow:
        return plain
    for candidate in _approximate_forms(plain, window, style):
        read = read_edtf(candidate, style)
        if isinstance(read, EdtfDate) and replace(read.window, unit=window.unit) == window:
            return candidate
    return plain


def _approximate_forms(plain: str, window: Window, style: Circa) -> list[str]:
    """Spellings whose wide reading may be that of the window; the caller tries them."""
    if plain[0] == "[":
        return []
    start = window.narrow.start
    season: list[str] = []
    if len(window.narrow.spans) == 1 and start is not None and start % DAY == 0:
        year, month, day = _date_of(start, style.calendar)
        if day == 1 and month in _SEASONS and -9999 <= year <= 9999:
            season = [f"{written_year(year)}-{_SEASONS[month]}"]
    first, slash, last = plain.partition("/")
    if not slash:
        return [*season, f"{plain}~"]
    return [*season, f"{first}~/{last}~", f"{first}~/{last}", f"{first}/{last}~"]


def _narrow_edtf(window: Window, style: Circa) -> str | None:
    spans = window.narrow.spans
    if not spans:
        return None
    written = [_ends(span, style) for span in spans]
    if len(written) == 1:
        if written[0] is None:
            return None
        first, last = written[0]
        if first and last:
            return first if first == last else _mask(first, last) or f"{first}/{last}"
        return f"{first or _edge(window.earliest)}/{last or _edge(window.latest)}"
    if spans[0].start is None and window.earliest is Limit.UNKNOWN:
        return None  # a set has open ends, but no unknown ones
    if spans[-1].stop is None and window.latest is Limit.UNKNOWN:
        return None
    members = []
    for ends in written:
        if ends is None:
            return None
        members.append(ends[0] if ends[0] == ends[1] else _mask(*ends) or f"{ends[0]}..{ends[1]}")
    return f"[{','.join(members)}]"


def _edge(limit: Limit) -> str:
    return "" if limit is Limit.UNKNOWN else ".."


def _ends(span: Span, style: Circa) -> tuple[str, str] | None:
    """The first and the last date of a span, both at the coarsest unit that fits both; "" for no limit."""
    stated = [edge for edge in (span.start, span.stop) if edge is not None]
    if any(edge % DAY for edge in stated):
        return _written_times(span)
    days = [edge // DAY for edge in stated]
    first = None if span.start is None else span.start // DAY
    last = None if span.stop is None else span.stop // DAY - 1
    if all(_begins_a_year(day, style) for day in days):
        return _written_year_of(first, style), _written_year_of(last, style)
    calendar, length = ("gregorian", 10)
    if all(_begins_a_month(day, style) for day in days):
        calendar, length = (style.calendar, 7)
    written = tuple("" if day is None else _written_day(day, calendar, length) for day in (first, last))
    if any(text.endswith("-13") for text in written) and length == 7:  # EDTF counts twelve months
        written = tuple("" if day is None else _written_day(day, "gregorian", 10) for day in (first, last))
    return None if "Y" in "".join(written) else (written[0], written[1])


def _begins_a_year(day: int, style: Circa) -> bool:
    try:
        year = year_of(style.calendar, day, style.year_begins)
        return year_start(style.calendar, year, style.year_begins) == day
    except ValueError:  # a calendar that does not reach so far back
        return False


def _begins_a_month(day: int, style: Circa) -> bool:
    try:
        return (
            style.year_begins == "1 January"
            and month_start(style.calendar, *calendar_date(style.calendar, day)[:2]) == day
        )
    except ValueError:
        return False


def _written_year_of(day: int | None, style: Circa) -> str:
    return "" if day is None else written_year(year_of(style.calendar, day, style.year_begins))


def _date_of(instant: int, calendar: str = "gregorian") -> tuple[int, int, int]:
    return calendar_date(calendar, instant // DAY)


def _written_day(day: int, calendar: str, length: int) -> str:
    """A date cut to `length` characters of a four-digit year's: 7 for the month, 10 for the day."""
    year, month, of_month = calendar_date(calendar, day)
    written = written_year(year)
    return f"{written}-{month:02}" if length == 7 else f"{written}-{month:02}-{of_month:02}"


def _written_times(span: Span) -> tuple[str, str] | None:
    edges = [None if span.start is None else span.start, None if span.stop is None else span.stop - 1]
    first, last = ("" if edge is None else iso(edge, Unit.SECOND) for edge in edges)
    if any(edge is not None and not -9999 <= _date_of(edge)[0] <= 9999 for edge in edges):
        return None
    return first, last


def _mask(first: str, last: str) -> str | None:
    """`195X` and `19XX` for the years of a decade or century that share their first digits."""
    if not (len(first) == len(last) == 4):
        return None
    for count in (1, 2):
        known = first[:-count]
        if (first, last) == (known + "0" * count, known + "9" * count):
            return known + "X" * count
    return None


# -------------------------------------------------------------------------------------- limits, calendars


def said_in(reading: Reading, own: str) -> str:
    """The calendar that a date is to be said in where `own` is the usual one.

    That is the calendar in which it was stated; but `own` where all its limits have the same numerals in it.
    """
    if reading.calendar == own:
        return own
    window = bounds_of(reading.date)
    days = [
        edge // DAY
        for span in (window.wide.spans if window is not None else ())
        for edge in (span.start, span.stop)
        if edge is not None
    ]
    try:
        is_same = all(calendar_date(own, day) == calendar_date(reading.calendar, day) for day in days)
    except ValueError:  # a calendar that does not reach so far back
        is_same = False
    return own if days and is_same else reading.calendar


def calendar_of(calendar: str, dates: TimeSet | None) -> str:
    """The calendar that the limits of dates are of, where they were stated in that calendar.

    Of a reformed one it is "julian" or "gregorian" as long as the limits are all on one side of the reform;
    "gregorian" where the calendar does not reach so far back.
    """
    if dates is None:
        return calendar
    days = {
        day
        for span in dates.spans
        for day in (
            None if span.start is None else span.start // DAY,
            None if span.stop is None else (span.stop - 1) // DAY,
        )
        if day is not None
    }
    try:
        for day in days if not has_roman_months(calendar) else ():
            calendar_date(calendar, day)
    except ValueError:
        return "gregorian"
    sides = {calendar_on(calendar, day) for day in days}
    return next(iter(sides)) if len(sides) == 1 else calendar


def bounds_of(date: Date) -> Window | None:
    """The window that a date leaves without knowing the events it refers to; None if it leaves none.

    All of several dates leave what all their windows share; one of several leaves what any of them holds, if
    each has a window.
    """
    match date:
        case Window():
            return date
        case Relation():
            return None
        case AllOf():
            found = [window for part in date.parts if (window := bounds_of(part)) is not None]
        case OneOf():
            found = []
            for part in date.parts:
                window = bounds_of(part)
                if window is None:
                    return None
                found.append(window)
    if not found:
        return None
    combined = found[0]
    for window in found[1:]:
        combined = _combined(combined, window, shared=isinstance(date, AllOf))
    return combined if combined.narrow.spans and combined.wide.spans else None


def _combined(a: Window, b: Window, *, shared: bool) -> Window:
    def of(x: TimeSet, y: TimeSet) -> TimeSet:
        return x.intersection(y) if shared else x.union(y)

    return Window(
        of(a.narrow, b.narrow),
        of(a.wide, b.wide),
        b.earliest if a.earliest is Limit.CLOSED else a.earliest,
        b.latest if a.latest is Limit.CLOSED else a.latest,
        min(a.unit, b.unit, key=_FINENESS.__getitem__),
    )


def refers_to_an_event(date: Date) -> bool:
    """Whether a date refers to any event."""
    match date:
        case Window():
            return False
        case Relation():
            return True
        case AllOf() | OneOf():
            return any(refers_to_an_event(part) for part in date.parts)
