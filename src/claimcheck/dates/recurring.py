"""Days and months of an unknown year: the few stretches in every year that a set of thousands stands for.

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
def of_every_year(when: TimeSet, calendar: str) -> tuple[Span, ...]:
    """The stretches of the last year, if the set is the same days of every year from 1 BC to 9999; none otherwise.

    Every year is every one that has them: 29 February is of leap years alone, and a reform passes over days.
    """
    if len(when.spans) < _FEWEST:
        return ()
    reform = first_gregorian_day(calendar)
    reformed = calendar_date(calendar, reform)[0] if reform is not None else None
    groups: dict[tuple[int, int], list[Span]] = {}
    for span in when.spans:
        if span.start is None or span.stop is None or span.start % DAY or span.stop % DAY:
            return ()
        year, *date = calendar_date(calendar, span.start // DAY)
        month, day = date
        if (month, day) in groups or year != reformed:  # in that year alone a month may begin later
            groups.setdefault((month, day), []).append(span)
    if all(_is_of_every_year(spans, first, calendar, reformed) for first, spans in groups.items()):
        return tuple(sorted((spans[-1] for spans in groups.values()), key=lambda span: span.start or 0))
    return ()


def _is_of_every_year(spans: list[Span], first: tuple[int, int], calendar: str, reformed: int | None) -> bool:
    if len(spans) < _FEWEST:
        return False
    lasts = [calendar_date(calendar, (span.stop or 0) // DAY - 1) for span in spans]
    ends = {_END_OF_FEBRUARY if last[1:] == _LEAP_DAY else last[1:] for last in lasts if last[0] != reformed}
    years = {calendar_date(calendar, (span.start or 0) // DAY)[0] for span in spans}
    every = set(range(FIRST_YEAR, LAST_YEAR + 1))
    missing = every - years - {reformed}
    return len(ends) == 1 and years <= every and not any(_has(calendar, year, *first) for year in missing)


_END_OF_FEBRUARY, _LEAP_DAY = (2, 28), (2, 29)


def _has(calendar: str, year: int, month: int, day: int) -> bool:
    try:
        day_number(calendar, year, month, day)
    except ValueError:
        return False
    return True
