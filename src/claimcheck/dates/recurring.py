"""Days and months of an unknown year: the one stretch in every year that a set of thousands stands for.

Belongs here: telling such a set from any other, and the years it runs through. Does not belong here: what it is
called (see `wording`), reading it (see `edtf_expansion` and `phrases`).
"""

from __future__ import annotations

from functools import lru_cache

from claimcheck.dates.calendars import calendar_date, day_number, first_gregorian_day
from claimcheck.dates.when import DAY, Span, TimeSet

FIRST_YEAR, LAST_YEAR = 0, 9999  # what EDTF can write with four digits, and so an unknown year
_FEWEST = 1000


@lru_cache(maxsize=64)
def one_of_every_year(when: TimeSet, calendar: str) -> Span | None:
    """The stretch of the last year, if the set is the same days of every year from 1 BC to 9999; None otherwise.

    Every year is every one that has them: 29 February is of leap years alone, and a reform passes over days.
    """
    spans = when.spans
    if len(spans) < _FEWEST:
        return None
    firsts, lasts = [], []
    for span in spans:
        if span.start is None or span.stop is None or span.start % DAY or span.stop % DAY:
            return None
        firsts.append(calendar_date(calendar, span.start // DAY))
        lasts.append(calendar_date(calendar, span.stop // DAY - 1))
    reform = first_gregorian_day(calendar)
    reformed = calendar_date(calendar, reform)[0] if reform is not None else None
    days = {first[1:] for first in firsts if first[0] != reformed}
    ends = {_END_OF_FEBRUARY if last[1:] == _LEAP_DAY else last[1:] for last in lasts if last[0] != reformed}
    years = {first[0] for first in firsts}
    if len(days) > 1 or len(ends) > 1 or len(years) < len(spans):
        return None
    every = set(range(FIRST_YEAR, LAST_YEAR + 1))
    ((month, day),) = days
    if years - every or any(_has(calendar, year, month, day) for year in every - years):
        return None
    return spans[-1]


_END_OF_FEBRUARY, _LEAP_DAY = (2, 28), (2, 29)


def _has(calendar: str, year: int, month: int, day: int) -> bool:
    try:
        day_number(calendar, year, month, day)
    except ValueError:
        return False
    return True
