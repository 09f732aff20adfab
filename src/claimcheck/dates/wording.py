"""Dates in plain English, for sentences: "21 to 31 October 1955", "the morning of 24 March 1602/3 o.s.".

Belongs here: how a stretch of time is named, in which calendar and year style. Does not belong here: sentences
about it (see `report`), choosing the calendar (see `report.styles`), forms for machines (see `writing`).
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.dates.calendars import (
    HISTORICAL,
    MONTHS,
    calendar_date,
    calendar_on,
    day_number,
    days_in_month,
    first_gregorian_day,
    has_roman_months,
    month_in_style,
    month_start,
    ordinal,
    year_in_words,
    year_of,
    year_start,
)
from claimcheck.dates.recurring import of_every_year
from claimcheck.dates.when import DAY, Reading, Span, TimeSet, Window


@dataclass(frozen=True, slots=True)
class Style:
    """How dates are said: in which calendar, with which beginning of the year.

    Where the year did not begin on 1 January, what falls between has both years: 24 March 1602/3. A calendar
    without Roman months is said in figures: 5.9.1442, and 9.1442 for the month. `is_named` says that the
    calendar stands beside the date, because others are in use next to it.
    """

    calendar: str = "gregorian"
    year_begins: str = "1 January"
    is_named: bool = False


GREGORIAN = Style()


def stated_style(reading: Reading) -> Style:
    """The style in which a reading was stated."""
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
    style = _reaching(style, spans)
    if len(spans) == 1:
        return span_in_words(spans[0], style)
    recurring = of_every_year(window.narrow, style.calendar) if len(spans) > _MOST_NAMED else ()
    some_year = " of some year" if recurring else ""
    named = [_without_year(span, style) for span in recurring] or [_span(span, style) for span in spans]
    mark = f"{some_year}{_mark(spans[-1], style)}"
    if len(named) > _MOST_NAMED:
        left_out = len(named) - 4
        return f"{', '.join(named[:3])}, … or {named[-1]}{mark} ({left_out} more between)"
    if recurring:  # "or" between all, so that each takes its year from the last
        return f"{' or '.join(named)}{mark}"
    return f"{', '.join(named[:-1])} or {named[-1]}{mark}"


def _without_year(span: Span, style: Style) -> str:
    """ "17 October", "7 to 9 October", "October": days without the year that they happen to lie in."""
    return _span(span, Style(style.calendar)).rpartition(" ")[0]


def span_in_words(span: Span, style: Style = GREGORIAN) -> str:
    """A span in words, both ends included: whole centuries, years, months and days are named as such.

    They are those of the style's calendar: a Julian January is 14 January to 13 February of the Gregorian one.
    """
    style = _reaching(style, (span,))
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
    first = calendar_date(style.calendar, span.start // DAY)
    last = calendar_date(style.calendar, span.stop // DAY - 1)
    edges = (span.start // DAY, span.stop // DAY)
    if _begins_in_january(style) and all(_begins_a_year(edge, style) for edge in edges):
        began, ended = (year_of(style.calendar, day, "1 January") for day in (edges[0], edges[1] - 1))
        return _years(began, ended, style)
    if all(_begins_a_month(edge, style) for edge in edges):
        return _months(first, last, style)
    return _days(first, last, style)


def calendar_in_words(calendar: str) -> str:
    """A calendar by its name, before "calendar": "Julian", "Julian (to 2 September 1752) and Gregorian"."""
    reform = first_gregorian_day(calendar)
    if calendar == HISTORICAL or reform is None:
        return calendar if calendar == HISTORICAL else calendar.title()
    return f"Julian (to {day_in_words(reform - 1, Style('julian'))}) and Gregorian"


def day_in_words(day: int, style: Style = GREGORIAN) -> str:
    """A day, by its day number, without the name of its calendar."""
    return _day(calendar_date(style.calendar, day), style)


def _reaching(style: Style, spans: tuple[Span, ...]) -> Style:
    """The style, or the Gregorian one where its calendar does not reach back to all limits of the spans."""
    if has_roman_months(style.calendar):
        return style
    try:
        for span in spans:
            for edge in (span.start, span.stop):
                if edge is not None:
                    calendar_date(style.calendar, edge // DAY - 1)
    except ValueError:
        return Style(is_named=True)
    return style


def _begins_a_month(day: int, style: Style) -> bool:
    year, month, of_month = calendar_date(style.calendar, day)
    return of_month == 1 or (has_roman_months(style.calendar) and month_start(style.calendar, year, month) == day)


def _begins_a_year(day: int, style: Style) -> bool:
    year = calendar_date(style.calendar, day)[0]
    return year_start(style.calendar, year, "1 January") == day


def instant_in_words(instant: int, style: Style = GREGORIAN) -> str:
    """The instant that a span begins or ends with: the year, month or day that begins then, or the time."""
    style = _reaching(style, (Span(instant, instant),))
    return f"{_instant(instant, style)}{_mark(Span(instant, instant), style)}"


def _instant(instant: int, style: Style) -> str:
    day, second = divmod(instant, DAY)
    date = calendar_date(style.calendar, day)
    if second:
        return f"{_clock(second)} on {_day(date, style)}"
    if _begins_in_january(style) and _begins_a_year(day, style):
        return _numbered_year(date[0], style)
    return _month(date, style) if _begins_a_month(day, style) else _day(date, style)


_REFORM = day_number("gregorian", 1582, 10, 15) * DAY


def _mark(span: Span, style: Style) -> str:
    """The calendar beside a date: "o.s." and "n.s." since there are two in use, before that by its name."""
    if not style.is_named or (span.start, span.stop) == (None, None):
        return ""
    known = [edge for edge in (span.start, span.stop) if edge is not None]
    calendar = calendar_on(style.calendar, (known[-1] - 1) // DAY)
    if known[-1] <= _REFORM or not has_roman_months(calendar):
        return f", {calendar.capitalize()}"
    return " o.s." if calendar == "julian" else " n.s."


def _begins_in_january(style: Style) -> bool:
    return style.year_begins == "1 January" or not has_roman_months(style.calendar)


def _numbered_year(year: int, style: Style) -> str:
    return year_in_words(year) if has_roman_months(style.calendar) else f"{year:04}"


def _year(date: tuple[int, int, int], style: Style) -> str:
    """The year of a day; both years, the earlier first, where the style counts another than from 1 January."""
    if _begins_in_january(style):
        return _numbered_year(date[0], style)
    counted = year_of(style.calendar, day_number(style.calendar, *date), style.year_begins)
    earlier, later = sorted((date[0], counted))
    if earlier == later:
        return year_in_words(earlier)
    if earlier < 100:
        return year_in_words(counted)  # nobody writes such years double, and nobody would read them so
    if earlier // 100 != later // 100:
        return f"{earlier}/{later}"
    kept = next(place for place, (a, b) in enumerate(zip(str(earlier), str(later), strict=False)) if a != b)
    return f"{earlier}/{str(later)[kept:]}"


def _years(first: int, last: int, style: Style) -> str:
    if first == last:
        return _numbered_year(first, style)
    if not has_roman_months(style.calendar):
        return f"{first:04} to {last:04}"
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
    return _run(year_in_words(first), year_in_words(last))


def _run(beginning: str, ending: str) -> str:
    """From one date to another; what began before Christ says of its end that it is after."""
    rest, space, year = ending.rpartition(" ")
    if beginning.endswith(" BC") and year[:1].isdigit() and "BC" not in ending and not rest.endswith("AD"):
        ending = f"{rest}{space}AD {year}"
    return f"{beginning} to {ending}"


def _months(first: tuple[int, int, int], last: tuple[int, int, int], style: Style) -> str:
    began, ended = _year(first, style), _year(last, style)
    if not has_roman_months(style.calendar):
        return (
            _month(first, style) if first[:2] == last[:2] else f"{_month(first, style)} to {_month(last, style)}"
        )
    if any(_year_changes_within(date, style) for date in (first, last)):
        return _days(first, last, style)  # such a month has no one year
    if first[:2] == last[:2]:
        return f"{MONTHS[last[1] - 1]} {ended}"
    ending = f"{MONTHS[last[1] - 1]} {ended}"
    if began == ended:
        return f"{MONTHS[first[1] - 1]} to {ending}"
    return _run(f"{MONTHS[first[1] - 1]} {began}", ending)


def _year_changes_within(date: tuple[int, int, int], style: Style) -> bool:
    """Whether the month of a date is not one whole month of one year: another begins in it, or has it again."""
    start = month_start(style.calendar, *date[:2])
    after = start + days_in_month(style.calendar, *date[:2])
    number = year_of(style.calendar, after - 1, style.year_begins)
    return month_in_style(style.calendar, number, date[1], style.year_begins) != ((start, after),)


def _days(first: tuple[int, int, int], last: tuple[int, int, int], style: Style) -> str:
    if first == last:
        return _day(last, style)
    if not has_roman_months(style.calendar):
        return f"{_day(first, style)} to {_day(last, style)}"
    if _year(first, style) != _year(last, style):
        return _run(_day(first, style), _day(last, style))
    if first[:2] == last[:2]:
        return f"{first[2]} to {_day(last, style)}"
    return f"{first[2]} {MONTHS[first[1] - 1]} to {_day(last, style)}"


def _month(date: tuple[int, int, int], style: Style) -> str:
    if not has_roman_months(style.calendar):
        return f"{date[1]}.{date[0]:04}"
    return f"{MONTHS[date[1] - 1]} {_year(date, style)}"


def _day(date: tuple[int, int, int], style: Style) -> str:
    if not has_roman_months(style.calendar):
        return f"{date[2]}.{date[1]}.{date[0]:04}"
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


# In few letters, for pictures.

_CUT = (3, 3, 5, 5, 3, 4, 4, 3, 4, 3, 3, 3)  # letters of the name of a month that are kept beside another
_THIRDS = {(1, 10): "early", (11, 20): "mid", (21, 0): "late"}  # 0: the last day
_MOST_BRIEF = 3  # stretches of a union that are named


@dataclass(frozen=True, slots=True)
class Brief:
    """How a date is said in few letters: `known` are the first and the last year that go without saying.

    `is_short` cuts the names of months to three letters, as a terminal and an axis need it. Both ends are
    included: "late October", "23–25 Feb", "by 13 February", "751/750 BC". No calendar is named.
    """

    style: Style = GREGORIAN
    known: tuple[int, int] | None = None
    is_short: bool = False

    def say(self, times: TimeSet) -> str:
        """A set of time in few letters."""
        spans = times.spans
        if not spans:
            return "at no time"
        if len(spans) > _MOST_BRIEF:
            return f"{self.span(spans[0])} … {self.span(spans[-1])}"
        return " or ".join(map(self.span, spans))

    def extent(self, times: TimeSet) -> str:
        """From the first to the last of a set of time, by years where it lasts longer than one."""
        whole = Span(times.start, times.stop)
        if whole.start is None or whole.stop is None or whole.stop - whole.start < 366 * DAY:
            return self.span(whole)
        if not _begins_in_january(_reaching(self.style, (whole,))):
            return self.span(whole)
        first, last = (
            calendar_date(self.style.calendar, day)[0] for day in (whole.start // DAY, (whole.stop - 1) // DAY)
        )
        return _years(first, last, self.style).replace(" to ", "–")

    def span(self, span: Span) -> str:
        """One stretch of time in few letters."""
        style = _reaching(self.style, (span,))
        if not has_roman_months(style.calendar):
            return span_in_words(span, Style(style.calendar))
        if span.start is None:
            return "at any time" if span.stop is None else self._until(span.stop)
        if span.stop is None:
            return f"from {self._edge(span.start)}"
        if span.start % DAY or span.stop % DAY:
            return self._hours(span.start, span.stop)
        return self._days(span.start // DAY, span.stop // DAY)

    def year(self, day: int) -> str:
        """The year of a day, both years where the style counts another than from 1 January."""
        return _year(calendar_date(self.style.calendar, day), self.style)

    def _until(self, stop: int) -> str:
        day, second = divmod(stop, DAY)
        if second:
            return f"by {_clock(second)} on {self._day(day)}"
        if _begins_in_january(self.style) and _begins_a_year(day, self.style):
            return f"before {self.year(day)}"
        return f"by {self._day(day - 1)}"

    def _edge(self, start: int) -> str:
        day, second = divmod(start, DAY)
        if second:
            return f"{_clock(second)} on {self._day(day)}"
        if _begins_in_january(self.style) and _begins_a_year(day, self.style):
            return self.year(day)
        return self._day(day)

    def _days(self, first: int, stop: int) -> str:
        style = self.style
        began, ended = (calendar_date(style.calendar, day) for day in (first, stop - 1))
        if _begins_in_january(style) and _begins_a_year(first, style) and _begins_a_year(stop, style):
            words = _years(began[0], ended[0], style).removeprefix("the ").replace(" to ", "–")
            return words.replace("century", "c.") if self.is_short else words
        whole = _begins_a_month(first, style) and _begins_a_month(stop, style)
        months = 12 * (ended[0] - began[0]) + ended[1] - began[1] + 1
        if whole and months == 12:
            return self._year_and_next(began[0])
        if first == stop - 1:
            return self._day(first)
        if began[:2] == ended[:2]:
            third = _THIRDS.get((began[2], 0 if _begins_a_month(stop, style) else ended[2]))
            if whole:
                return self._with_year(self._month(began[1]), ended)
            if third is not None:
                return self._with_year(f"{third}{'-' if third == 'mid' else ' '}{self._month(began[1])}", ended)
            return self._with_year(f"{began[2]}–{ended[2]} {self._month(ended[1])}", ended)
        cut = [self._month(date[1], beside=True) for date in (began, ended)]
        named = cut if whole else [f"{date[2]} {month}" for date, month in zip((began, ended), cut, strict=True)]
        joint = "–" if whole and began[0] == ended[0] else " – "
        if _year(began, style) == _year(ended, style):
            return self._with_year(joint.join(named), ended)
        return f"{self._with_year(named[0], began)} – {self._with_year(named[1], ended)}"

    def _year_and_next(self, year: int) -> str:
        """Twelve months that are no year of the calendar, as of an Olympiad: "751/750 BC", "1955/56"."""
        if year < 1:
            return f"{1 - year}/{year_in_words(year + 1)}"
        return f"{year}/{str(year + 1)[-2:] if year % 100 < 99 and year > 99 else year + 1}"

    def _hours(self, start: int, stop: int) -> str:
        midnight = start // DAY * DAY
        hours = (start - midnight) / _HOUR, (stop - midnight) / _HOUR
        day = self._day(start // DAY)
        for part, name in _PARTS_OF_THE_DAY.items():
            if part == hours:
                return f"{day}, {name.removeprefix('the ').removesuffix(' of')}"
        if hours == _NIGHT:
            return f"night of {self._days(start // DAY, start // DAY + 2)}"
        if stop == start + 1:
            return f"{day}, {_clock(start % DAY)}"
        if stop <= midnight + DAY:
            return f"{day}, {_clock(start % DAY)}–{_clock(stop - midnight)}"
        ending = f"{self._day((stop - 1) // DAY)}, {_clock(stop % DAY) if stop % DAY else '24:00'}"
        return f"{day}, {_clock(start % DAY)} – {ending}"

    def _day(self, day: int) -> str:
        date = calendar_date(self.style.calendar, day)
        return self._with_year(f"{date[2]} {self._month(date[1])}", date)

    def _month(self, month: int, beside: bool = False) -> str:
        name = MONTHS[month - 1]
        return name[:3] if self.is_short else name[: _CUT[month - 1]] if beside else name

    def _with_year(self, words: str, date: tuple[int, int, int]) -> str:
        is_known = self.known is not None and self.known[0] <= date[0] <= self.known[1]
        return words if is_known else f"{words} {_year(date, self.style)}"
