"""Dates in plain English, for sentences: "21 to 31 October 1955", "the morning of 25 February 1956".

Belongs here: how a stretch of time is named. Does not belong here: sentences about it (see `report`), forms for
machines (see `writing`).
"""

from __future__ import annotations

from claimcheck.dates.calendars import MONTHS, calendar_date, ordinal, year_in_words
from claimcheck.dates.when import DAY, Span, Window

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


def in_words(window: Window) -> str:
    """The narrow reading of a window in words: its one span, or the spans of a union joined by "or"."""
    spans = window.narrow.spans
    if not spans:
        return "at no time"
    named = [span_in_words(span) for span in spans]
    if len(named) > _MOST_NAMED:
        left_out = len(named) - 4
        return f"{', '.join(named[:3])}, … or {named[-1]} ({left_out} more between)"
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} or {named[-1]}"


def span_in_words(span: Span) -> str:
    """A span in words, both ends included: whole centuries, years, months and days are named as such."""
    if span.start is None:
        return "at any time" if span.stop is None else f"before {instant_in_words(span.stop)}"
    if span.stop is None:
        return f"from {instant_in_words(span.start)} on"
    if span.start % DAY or span.stop % DAY:
        return _times(span.start, span.stop)
    first, after = (calendar_date("gregorian", edge // DAY) for edge in (span.start, span.stop))
    last = calendar_date("gregorian", span.stop // DAY - 1)
    if first[1:] == after[1:] == (1, 1):
        return _years(first[0], last[0])
    if first[2] == after[2] == 1:
        return _months(first, last)
    return _days(first, last)


def instant_in_words(instant: int) -> str:
    """The instant that a span begins or ends with: the year, month or day that begins then, or the time."""
    day, second = divmod(instant, DAY)
    date = calendar_date("gregorian", day)
    if second:
        return f"{_clock(second)} on {_day(date)}"
    if date[1:] == (1, 1):
        return year_in_words(date[0])
    return _day(date) if date[2] > 1 else f"{MONTHS[date[1] - 1]} {year_in_words(date[0])}"


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


def _months(first: tuple[int, int, int], last: tuple[int, int, int]) -> str:
    ending = f"{MONTHS[last[1] - 1]} {year_in_words(last[0])}"
    if first[:2] == last[:2]:
        return ending
    if first[0] == last[0]:
        return f"{MONTHS[first[1] - 1]} to {ending}"
    return f"{MONTHS[first[1] - 1]} {year_in_words(first[0])} to {ending}"


def _days(first: tuple[int, int, int], last: tuple[int, int, int]) -> str:
    if first == last:
        return _day(last)
    if first[:2] == last[:2]:
        return f"{first[2]} to {_day(last)}"
    if first[0] == last[0]:
        return f"{first[2]} {MONTHS[first[1] - 1]} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _day(date: tuple[int, int, int]) -> str:
    return f"{date[2]} {MONTHS[date[1] - 1]} {year_in_words(date[0])}"


def _times(start: int, stop: int) -> str:
    """A span that begins or ends within a day."""
    midnight = start // DAY * DAY
    from_hour, to_hour = (start - midnight) / _HOUR, (stop - midnight) / _HOUR
    date = calendar_date("gregorian", start // DAY)
    for hours, name in _PARTS_OF_THE_DAY.items():
        if hours == (from_hour, to_hour):
            return f"{name} {_day(date)}"
    if (from_hour, to_hour) == _NIGHT:
        return f"the night of {_days(date, calendar_date('gregorian', start // DAY + 1))}"
    if stop == start + 1:
        return instant_in_words(start) if start % DAY else f"00:00 on {_day(date)}"
    beginning = _clock(start % DAY)
    if stop <= midnight + DAY:
        if stop == midnight + DAY:
            return f"from {beginning} to the end of {_day(date)}"
        return f"between {beginning} and {_clock(stop - midnight)} on {_day(date)}"
    ending = calendar_date("gregorian", (stop - 1) // DAY)
    until = f"{_clock(stop % DAY)} on {_day(ending)}" if stop % DAY else f"the end of {_day(ending)}"
    return f"from {beginning} on {_day(date)} to {until}" if start % DAY else f"from {_day(date)} to {until}"


def _clock(second: int) -> str:
    time = f"{second // _HOUR:02}:{second // 60 % 60:02}"
    return f"{time}:{second % 60:02}" if second % 60 else time
