"""Dates in plain English, for sentences: "21 to 31 October 1955", "the morning of 24 March 1602/3 o.s.".

Belongs here: how a stretch of time is named, in which calendar and year style. Does not belong here: sentences
about it (see `report`), choosing the calendar (see `report.styles`), forms for machines (see `writing`).
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.dates.calendars import (
    MONTHS,
    calendar_date,
    day_number,
    ordinal,
    year_in_words,
    year_of,
    year_start,
)
from claimcheck.dates.recurring import one_of_every_year
from claimcheck.dates.when import DAY, Reading, Span, Window


@dataclass(frozen=True, slots=True)
class Style:
    """How dates are said: in which calendar ("gregorian" or "julian"), with which beginning of the year.

    Where the year did not begin on 1 January, what falls between has both years: 24 March 1602/3. `is_named` says
    that the calendar stands beside the date, because others are in use next to it.
    """

    calendar: str = "gregorian"
    year_begins: str = "1 January"
    is_named: bool = False


GREGORIAN = Style()


def stated_style(reading: Reading) -> Style:
    """The style in which a reading was stated; Gregorian for calendars whose months have other names."""
    if reading.calendar not in ("gregorian", "julian"):
        return GREGORIAN
    return Style(reading.calendar, reading.year_begins)


_HOUR = 3600
_MOST_NAMED = 6  # stretches of a union; of more, the first three and the last are named

# From and to, in hours from the midnight that begins the day; the names of meaning's parts of the day.
_PARTS_OF_THE_DAY = {
    (0, 6): "the small hours of",
    (4, 8): "the early morning of",
    (6, 12): "the morning of",
    (12, 18): "the afternoon of",
    (18, 24): "the evening of",
}
_NIGHT = (20, 30)


def in_words(window: Window, style: Style = GREGORIAN) -> str:
    """The narrow reading of a window in words: its one span, or the spans of a union joined by "or"."""
    spans = window.narrow.spans
    if not spans:
        return "at no time"
    if len(spans) == 1:
        return span_in_words(spans[0], style)
    recurring = one_of_every_year(window.narrow, style.calendar) if len(spans) > _MOST_NAMED else None
    if recurring is not None:
        return f"{_of_some_year(recurring, style)}{_mark(spans[-1], style)}"
    named = [_span(span, style) for span in spans]
    mark = _mark(spans[-1], style)
    if len(named) > _MOST_NAMED:
        left_out = len(named) - 4
        return f"{', '.join(named[:3])}, … or {named[-1]}{mark} ({left_out} more between)"
    return f"{', '.join(named[:-1])} or {named[-1]}{mark}"


def _of_some_year(span: Span, style: Style) -> str:
    """ "17 October of some year", "7 to 9 October of some year", "October of some year"."""
    days, _, _ = _span(span, Style(style.calendar)).rpartition(" ")  # without the year it happens to lie in
    return f"{days} of some year"


def span_in_words(span: Span, style: Style = GREGORIAN) -> str:
    """A span in words, both ends included: whole centuries, years, months and days are named as such.

    They are those of the style's calendar: a Julian January is 14 January to 13 February of the Gregorian one.
    """
    if span.start is not None and span.stop is None:
        return f"from {instant_in_words(span.start, style)} on"
    return f"{_span(span, style)}{_mark(span, style)}"


def _span(span: Span, style: Style) -> str:
    if span.start is None:
        return "at any time" if span.stop is None else f"before {_instant(span.stop, style)}"
    if span.stop is None:
        return f"from {_instant(span.start, style)} on"
    if span.start % DAY or span.stop % DAY:
        return _times(span.start, span.stop, style)
    first, after = (calendar_date(style.calendar, edge // DAY) for edge in (span.start, span.stop))
    last = calendar_date(style.calendar, span.stop // DAY - 1)
    if first[1:] == after[1:] == (1, 1) and _begins_in_january(style):
        return _years(first[0], last[0])
    if first[2] == after[2] == 1:
        return _months(first, last, style)
    if not _begins_in_january(style) and _is_whole_year(span.start // DAY, span.stop // DAY, style):
        return f"the year from {_day(first, style)}"
    return _days(first, last, style)


def instant_in_words(instant: int, style: Style = GREGORIAN) -> str:
    """The instant that a span begins or ends with: the year, month or day that begins then, or the time."""
    return f"{_instant(instant, style)}{_mark(Span(instant, instant), style)}"


def _instant(instant: int, style: Style) -> str:
    day, second = divmod(instant, DAY)
    date = calendar_date(style.calendar, day)
    if second:
        return f"{_clock(second)} on {_day(date, style)}"
    if date[1:] == (1, 1) and _begins_in_january(style):
        return year_in_words(date[0])
    return _day(date, style) if date[2] > 1 else f"{MONTHS[date[1] - 1]} {_year(date, style)}"


_REFORM = day_number("gregorian", 1582, 10, 15) * DAY


def _mark(span: Span, style: Style) -> str:
    """The calendar beside a date: "o.s." and "n.s." since there are two in use, before that by its name."""
    if not style.is_named or (span.start, span.stop) == (None, None):
        return ""
    known = [edge for edge in (span.start, span.stop) if edge is not None]
    if known[-1] <= _REFORM:
        return f", {style.calendar.capitalize()}"
    return " o.s." if style.calendar == "julian" else " n.s."


def _begins_in_january(style: Style) -> bool:
    return style.year_begins == "1 January"


def _is_whole_year(first: int, after: int, style: Style) -> bool:
    year = year_of(style.calendar, first, style.year_begins)
    ends = (year_start(style.calendar, number, style.year_begins) for number in (year, year + 1))
    return tuple(ends) == (first, after)


def _year(date: tuple[int, int, int], style: Style) -> str:
    """The year of a day; both years, the earlier first, where the style counts another than from 1 January."""
    if _begins_in_january(style):
        return year_in_words(date[0])
    counted = year_of(style.calendar, day_number(style.calendar, *date), style.year_begins)
    earlier, later = sorted((date[0], counted))
    if earlier == later:
        return year_in_words(earlier)
    if earlier < 100 or earlier // 100 != later // 100:
        return f"{year_in_words(earlier)}/{year_in_words(later)}"
    kept = next(place for place, (a, b) in enumerate(zip(str(earlier), str(later), strict=False)) if a != b)
    return f"{earlier}/{str(later)[kept:]}"


def _years(first: int, last: int) -> str:
    if first == last:
        return year_in_words(first)
    if first > 0 and first % 10 == 0 and first % 100 and last == first + 9:
        return f"the {first}s"
    if first % 100 == 1 and last == first + 99:
        return (
            f"the {ordinal(first // 100 + 1)} century"
            if first > 0
            else f"the {ordinal(-last // 100 + 1)} century BC"
        )
    if last < 1:
        return f"{1 - first} to {year_in_words(last)}"
    return f"{year_in_words(first)} to {year_in_words(last)}"


def _months(first: tuple[int, int, int], last: tuple[int, int, int], style: Style) -> str:
    began, ended = _year(first, style), _year(last, style)
    if first[:2] == last[:2]:
        # The month in which the year changes has no one year.
        return f"{MONTHS[last[1] - 1]} {ended}" if began == ended else _days(first, last, style)
    ending = f"{MONTHS[last[1] - 1]} {ended}"
    if began == ended:
        return f"{MONTHS[first[1] - 1]} to {ending}"
    return f"{MONTHS[first[1] - 1]} {began} to {ending}"


def _days(first: tuple[int, int, int], last: tuple[int, int, int], style: Style) -> str:
    if first == last:
        return _day(last, style)
    if _year(first, style) != _year(last, style):
        return f"{_day(first, style)} to {_day(last, style)}"
    if first[:2] == last[:2]:
        return f"{first[2]} to {_day(last, style)}"
    return f"{first[2]} {MONTHS[first[1] - 1]} to {_day(last, style)}"


def _day(date: tuple[int, int, int], style: Style) -> str:
    return f"{date[2]} {MONTHS[date[1] - 1]} {_year(date, style)}"


def _times(start: int, stop: int, style: Style) -> str:
    """A span that begins or ends within a day."""
    midnight = start // DAY * DAY
    from_hour, to_hour = (start - midnight) / _HOUR, (stop - midnight) / _HOUR
    date = calendar_date(style.calendar, start // DAY)
    for hours, name in _PARTS_OF_THE_DAY.items():
        if hours == (from_hour, to_hour):
            return f"{name} {_day(date, style)}"
    if (from_hour, to_hour) == _NIGHT:
        return f"the night of {_days(date, calendar_date(style.calendar, start // DAY + 1), style)}"
    if stop == start + 1:
        return _instant(start, style) if start % DAY else f"00:00 on {_day(date, style)}"
    beginning = _clock(start % DAY)
    if stop <= midnight + DAY:
        if stop == midnight + DAY:
            return f"from {beginning} to the end of {_day(date, style)}"
        return f"between {beginning} and {_clock(stop - midnight)} on {_day(date, style)}"
    ending = calendar_date(style.calendar, (stop - 1) // DAY)
    until = f"{_clock(stop % DAY)} on {_day(ending, style)}" if stop % DAY else f"the end of {_day(ending, style)}"
    if start % DAY:
        return f"from {beginning} on {_day(date, style)} to {until}"
    return f"from {_day(date, style)} to {until}"


def _clock(second: int) -> str:
    time = f"{second // _HOUR:02}:{second // 60 % 60:02}"
    return f"{time}:{second % 60:02}" if second % 60 else time
