"""The kinds of slip by which two definite dates may be one, each with its arithmetic.

Belongs here: each kind as the set of dates to which it would carry a given date, and how telling that is. Does
not belong here: which dates are definite (see `definite`), which pairs are tried (see `slips`), wording (see
`claimcheck.report.slips`).

A slip is worth suggesting only where chance would seldom do as well. Each suggestion therefore says how many of
the dates that lie as near slips of that kind would give: 13 and 18 February differ in one digit, but so do most
days of a fortnight, and that is not suggested; 13 February 1956 and 1926 do, and of some 22,000 days as near a
misread digit gives a handful. What the wording itself supports (an evening, a counted interval, a weekday that
does not fit) is suggested whatever chance says, and so is a difference of one day, which is the commonest slip
of all and the least telling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claimcheck.criticism.definite import DefiniteDate
from claimcheck.criticism.digits import LOST, MISREAD, TRANSPOSED, digit_slip, misreadings, transpositions
from claimcheck.dates.calendars import (
    calendar_date,
    day_number,
    days_in_style,
    weekday,
    year_of,
)
from claimcheck.dates.when import Unit


class SlipKind(StrEnum):
    """How one date may have become the other."""

    CALENDAR = "calendar-offset"
    CALENDAR_TWICE = "calendar-offset-twice"
    YEAR_STYLE = "year-style"
    NEIGHBOURING_MONTH = "neighbouring-month"
    NEIGHBOURING_YEAR = "neighbouring-year"
    TRANSPOSED = "digits-transposed"
    EXCHANGED = "day-and-month-exchanged"
    LOST = "digit-lost"
    MISREAD = "digit-misread"
    WEEKDAY = "weekday"
    INCLUSIVE = "inclusive-count"
    SUNSET = "day-from-sunset"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One slip that would carry one date to the other.

    `days` is how far the first days lie apart. `detail` says what the arithmetic is about: the offset in days, the
    year style, the field whose digits differ ("day" or "year"), the unit counted, the weekday. `given` of the
    `room` dates (of the coarser of the two units) that lie as near are what slips of this kind give.
    """

    kind: SlipKind
    days: int
    detail: str = ""
    given: int = 0
    room: int = 0


# The last year in which a style was in use anywhere of note (Cheney & Jones; Grotefend; Kamentseva).
_LAST_USE = {
    "25 March": 1752,  # England
    "25 March (Pisan)": 1750,
    "1 March": 1797,  # Venice
    "1 September": 1700,  # Russia
    "25 December": 1700,
}
_MOST_BY_CHANCE = 5  # at most one in so many of the dates as near may be given by the slip
_LONGEST_YEAR = 9999
_MOST_REMEMBERED = 4096  # dates of which it is remembered to what slips carry them

Variants = Iterator[tuple[int, str]]  # a first day, and the detail of the arithmetic


def explain(a: DefiniteDate, b: DefiniteDate) -> tuple[Explanation, ...]:
    """The slips that would make two definite dates one, in a fixed order; none if they share a day.

    Symmetric but for the details: which of the two is the slip is not for the arithmetic to say.
    """
    if a.first <= b.last and b.first <= a.last:
        return ()
    return tuple(found for rule in _RULES if (found := rule(a, b)) is not None)


# ------------------------------------------------------------------ rules that compare days and numerals


def _by_variants(
    kind: SlipKind, variants: Callable[[DefiniteDate], Variants], *, alike: bool = False, months_too: bool = False
) -> Callable[[DefiniteDate, DefiniteDate], Explanation | None]:
    """A rule from the dates to which a slip carries a date.

    Both dates must be days; with `months_too` either may be a month, and months are then compared. `alike` says
    that the slip leaves two of year, month and day as they are. Suggested only if chance would seldom do as well.
    """

    @lru_cache(maxsize=_MOST_REMEMBERED)
    def carried(date: DefiniteDate) -> dict[int, str]:
        """Of each first day to which the slip carries the date the detail, the first where there are several."""
        return dict(reversed(list(variants(date))))

    def rule(a: DefiniteDate, b: DefiniteDate) -> Explanation | None:
        units = {a.unit, b.unit}
        if units == {Unit.DAY}:
            pair = (a, b)
        elif months_too and units <= {Unit.DAY, Unit.MONTH}:
            pair = (_month_of(a), _month_of(b))
        else:
            return None
        for one, other in (pair, pair[::-1]):
            if alike and not _are_alike(one, other):
                continue
            reached = carried(one)
            if other.first not in reached:
                continue
            days = abs(other.first - one.first)
            given = sum(0 < abs(first - one.first) <= days for first in reached)
            room = 2 * days if one.is_day else 2 * _months_apart(one, other)
            if given * _MOST_BY_CHANCE <= room:
                return Explanation(kind, days, reached[other.first], given, room)
        return None

    return rule


def _are_alike(one: DefiniteDate, other: DefiniteDate) -> bool:
    """Whether two of the numerals are equal, both dates taken in the calendar of the first."""
    year, month, day = one.numerals
    others = calendar_date(one.calendar, other.first)
    return (year == others[0]) + (month == others[1]) + (day is None or day == others[2]) >= 2


def _month_of(date: DefiniteDate) -> DefiniteDate:
    if date.unit is Unit.MONTH:
        return date
    year, month, _ = date.numerals
    first = day_number(date.calendar, year, month or 1, 1)
    return DefiniteDate(Unit.MONTH, first, date.last, date.calendar, (year, month, None))


def _months_apart(a: DefiniteDate, b: DefiniteDate) -> int:
    return abs((a.numerals[0] - b.numerals[0]) * 12 + (a.numerals[1] or 1) - (b.numerals[1] or 1))


def _first_day(date: DefiniteDate, year: int, month: int | None, day: int | None) -> int | None:
    """The first day of a date with these numerals in the calendar of another; None if there is none such."""
    if not 1 <= year <= _LONGEST_YEAR or month is None:
        return None
    try:
        return day_number(date.calendar, year, month, 1 if day is None else day)
    except ValueError:
        return None


def _offset_once(date: DefiniteDate) -> Variants:
    for found in _converted(date.first):
        yield found, str(abs(found - date.first))


def _offset_twice(date: DefiniteDate) -> Variants:
    for once in _converted(date.first):
        for found in _converted(once):
            if found != date.first:
                yield found, str(abs(once - date.first))


def _converted(day: int) -> tuple[int, ...]:
    """A day's numerals taken in the other calendar: forward as Julian ones, back as Gregorian ones.

    The calendar of the 1st to 3rd centuries, where the offset is nil or turns round, gives fewer.
    """
    forward = day_number("julian", *calendar_date("gregorian", day))
    year, month, number = calendar_date("julian", day)
    try:
        back = day_number("gregorian", year, month, number)
    except ValueError:  # 29 February of a year that is a leap year in the Julian calendar alone
        back = day
    return tuple(found for found in dict.fromkeys((forward, back)) if found != day)


def _in_another_style(date: DefiniteDate) -> Variants:
    """The date's numerals with the year begun on another day: what it would be if it were dated in that style."""
    year, month, day = date.numerals
    for style, last_use in _LAST_USE.items():
        if year > last_use + 1 or month is None or day is None:
            continue
        try:
            taken = days_in_style(date.calendar, year, month, day, style)[0]
        except ValueError:
            continue
        if taken != date.first:
            yield taken, style
        renumbered = _first_day(date, year_of(date.calendar, date.first, style), month, day)
        if renumbered is not None and renumbered != date.first:
            yield renumbered, style


def _month_beside(date: DefiniteDate) -> Variants:
    year, month, day = date.numerals
    if month is None:
        return
    for step in (-1, 1):
        count = year * 12 + month - 1 + step
        found = _first_day(date, count // 12, count % 12 + 1, day)
        if found is not None:
            yield found, ""


def _year_beside(date: DefiniteDate) -> Variants:
    year, month, day = date.numerals
    for step in (-1, 1):
        found = _first_day(date, year + step, month, day)
        if found is not None:
            yield found, ""


def _exchanged(date: DefiniteDate) -> Variants:
    """Day and month changed places, which figures alone invite: 3/4 and 4/3."""
    year, month, day = date.numerals
    if day is not None and day <= 12 and day != month:
        found = _first_day(date, year, day, month)
        if found is not None:
            yield found, ""


def _digits(how: str) -> Callable[[DefiniteDate], Variants]:
    """The dates whose day, or whose year, differs from the date's by a slip in its digits."""

    def variants(date: DefiniteDate) -> Variants:
        year, month, day = date.numerals
        if day is not None:
            for other in range(1, 32):
                found = _first_day(date, year, month, other)
                if found is not None and _slips_to(how, str(day), str(other)):
                    yield found, f"day {day} {other}"
        for other in _similar_years(year, how):
            found = _first_day(date, other, month, day)
            if found is not None:
                yield found, f"year {year} {other}"

    return variants


def _similar_years(year: int, how: str) -> Iterator[int]:
    written = str(year)
    if year < 1:
        return
    places = range(len(written))
    if how == LOST:
        candidates = [written[:place] + written[place + 1 :] for place in places]
    elif how == TRANSPOSED:
        candidates = list(transpositions(written))
    else:
        # A year beside is a slip of its own, and no digit need be misread for it.
        candidates = [made for made in misreadings(written) if abs(int(made) - year) > 1]
    for text in dict.fromkeys(candidates):
        if text and text[0] != "0":
            yield int(text)


def _slips_to(how: str, written: str, other: str) -> bool:
    """Whether a numeral becomes another by the slip; digits are lost, never won."""
    return digit_slip(written, other) == how and (how != LOST or len(other) < len(written))


def _week_beside(date: DefiniteDate) -> Variants:
    for step in (-7, 7):
        yield date.first + step, "week"


# ------------------------------------------------------------------------ rules that need the wording


def _weekday_rule(a: DefiniteDate, b: DefiniteDate) -> Explanation | None:
    """A day of the week stated with one date fits the other one; failing that, the dates lie just a week apart."""
    if not (a.is_day and b.is_day):
        return None
    days = abs(a.first - b.first)
    for one, other in ((a, b), (b, a)):
        if one.weekday is not None and one.weekday != weekday(one.first) and one.weekday == weekday(other.first):
            # Of any days in a row one in seven is such a weekday.
            return Explanation(SlipKind.WEEKDAY, days, f"stated {one.weekday}", max(1, 2 * days // 7), 2 * days)
    return _week_apart(a, b)


_week_apart = _by_variants(SlipKind.WEEKDAY, _week_beside)


def _inclusive_rule(a: DefiniteDate, b: DefiniteDate) -> Explanation | None:
    """One unit more or less, where a date was counted; or two days that lie one day apart."""
    for one, other in ((a, b), (b, a)):
        for unit, first, last in one.counts:
            if first <= other.last and other.first <= last:
                return Explanation(SlipKind.INCLUSIVE, abs(one.first - other.first), f"counted {unit}")
    if not (a.is_day and b.is_day) or abs(a.first - b.first) != 1:
        return None
    if a.is_counted or b.is_counted:
        return Explanation(SlipKind.INCLUSIVE, 1, "counted day", 2, 2)
    return Explanation(SlipKind.INCLUSIVE, 1, "", 2, 2)


def _sunset_rule(a: DefiniteDate, b: DefiniteDate) -> Explanation | None:
    """An evening counted to the day that ends by midnight, or to the one that begins at sunset."""
    if not (a.is_day and b.is_day) or abs(a.first - b.first) != 1 or not (a.is_evening or b.is_evening):
        return None
    return Explanation(SlipKind.SUNSET, 1, "", 2, 2)


def _year_digits_rule(a: DefiniteDate, b: DefiniteDate) -> Explanation | None:
    """Two bare years with two neighbouring digits exchanged; of bare years any other slip is nearly chance."""
    if {a.unit, b.unit} != {Unit.YEAR}:
        return None
    years = a.numerals[0], b.numerals[0]
    if min(years) < 1 or digit_slip(str(years[0]), str(years[1])) != TRANSPOSED:
        return None
    apart = abs(years[0] - years[1])
    given = sum(abs(other - years[0]) <= apart for other in _similar_years(years[0], TRANSPOSED))
    return Explanation(
        SlipKind.TRANSPOSED, abs(a.first - b.first), f"year {years[0]} {years[1]}", given, 2 * apart
    )


def _transposed_rule(a: DefiniteDate, b: DefiniteDate) -> Explanation | None:
    return _transposed(a, b) or _year_digits_rule(a, b)


_transposed = _by_variants(SlipKind.TRANSPOSED, _digits(TRANSPOSED), alike=True, months_too=True)

_RULES: tuple[Callable[[DefiniteDate, DefiniteDate], Explanation | None], ...] = (
    _by_variants(SlipKind.CALENDAR, _offset_once),
    _by_variants(SlipKind.CALENDAR_TWICE, _offset_twice),
    _by_variants(SlipKind.YEAR_STYLE, _in_another_style, alike=True),
    _by_variants(SlipKind.NEIGHBOURING_MONTH, _month_beside),
    _by_variants(SlipKind.NEIGHBOURING_YEAR, _year_beside, alike=True, months_too=True),
    _transposed_rule,
    _by_variants(SlipKind.EXCHANGED, _exchanged),
    _by_variants(SlipKind.LOST, _digits(LOST), alike=True, months_too=True),
    _by_variants(SlipKind.MISREAD, _digits(MISREAD), alike=True, months_too=True),
    _weekday_rule,
    _inclusive_rule,
    _sunset_rule,
)
