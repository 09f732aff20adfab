"""Days and months of an unknown year: the one stretch in every year that a set of thousands stands for.

Belongs here: telling such a set from any other, and the years it runs through. Does not belong here: what it is
called (see `wording`), reading it (see `edtf_expansion` and `phrases`).
"""

from __future__ import annotations

import itertools
from functools import lru_cache

from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.when import DAY, Span, TimeSet

FIRST_YEAR, LAST_YEAR = 0, 9999  # what EDTF can write with four digits, and so an unknown year
_FEWEST = 1000


@lru_cache(maxsize=64)
def one_of_every_year(when: TimeSet, calendar: str) -> Span | None:
    """The stretch of the last year, if the set is the same days of every year from 1 BC to 9999; None otherwise.

    Of 29 February it is those years that have one, from year 0 on.
    """
    spans = when.spans
    if len(spans) < _FEWEST or any(span.start is None or span.stop is None for span in spans):
        return None
    edges = [(span.start // DAY, span.stop // DAY - 1) for span in spans if span.start is not None and span.stop]
    if len(edges) < len(spans) or any(edge % DAY for span in spans for edge in (span.start or 0, span.stop or 0)):
        return None
    firsts = [calendar_date(calendar, first) for first, _ in edges]
    lasts = [calendar_date(calendar, last) for _, last in edges]
    if (
        len({first[1:] for first in firsts}) > 1
        or len({last[1:] if last[1:] != (2, 29) else (2, 28) for last in lasts}) > 1
    ):
        return None
    years = [first[0] for first in firsts]
    steps = {later - earlier for earlier, later in itertools.pairwise(years)}
    leap_day = firsts[0][1:] == (2, 29)
    if (
        years[0] > FIRST_YEAR + 4 * leap_day
        or years[-1] < LAST_YEAR - 4 * leap_day
        or steps - ({4, 8} if leap_day else {1})
    ):
        return None
    return spans[-1]
