"""Limits and gaps in words: at the right size, inclusive, never 24:00."""

from __future__ import annotations

import pytest

from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY, Unit
from claimcheck.engine.findings import Gap
from claimcheck.report.words.moments import gap_in_words, limit_in_words


def at(year: int, month: int = 1, day: int = 1, hour: int = 0) -> int:
    return day_number("gregorian", year, month, day) * DAY + hour * 3600


def test_a_lower_limit_is_the_day_that_begins_there() -> None:
    assert limit_in_words(at(1901, 5, 14), Unit.DAY, True) == "14 May 1901"


def test_an_upper_limit_at_midnight_is_the_day_before() -> None:
    assert limit_in_words(at(1901, 11, 1), Unit.HOUR, False) == "31 October 1901"


def test_a_limit_within_a_day_is_said_by_the_clock() -> None:
    assert limit_in_words(at(1901, 5, 14, 18), Unit.HOUR, False) == "18:00 on 14 May 1901"


@pytest.mark.parametrize(
    ("instant", "unit", "said"),
    [
        (at(1901), Unit.YEAR, "1900"),
        (at(1901, 5), Unit.YEAR, "April 1901"),
        (at(1901, 5), Unit.MONTH, "April 1901"),
        (at(1901, 5, 10), Unit.MONTH, "9 May 1901"),
        (at(-43, 3, 16), Unit.DAY, "15 March 44 BC"),
    ],
)
def test_an_upper_limit_is_said_by_its_unit_and_never_more_coarsely_than_it_lies(
    instant: int, unit: Unit, said: str
) -> None:
    assert limit_in_words(instant, unit, False) == said


@pytest.mark.parametrize(
    ("last", "first", "days", "unit", "said"),
    [
        (at(1956, 2, 14) - 1, at(1956, 2, 14), 1, Unit.DAY, "1 day"),
        (at(1956, 2, 1) - 1, at(1956, 2, 14), 14, Unit.DAY, "14 days"),
        (at(1955, 11, 1) - 1, at(1956, 2, 14), 106, Unit.DAY, "3 months"),
        (at(1858) - 1, at(1956), 35794, Unit.YEAR, "99 years"),
        (at(1857, 3, 13) - 1, at(1956, 2, 14), 36132, Unit.DAY, "98 years"),
        (at(1301, 6) - 1, at(1302, 1), 215, Unit.MONTH, "8 months"),
        (at(1301, 6) - 1, at(1305, 1), 1310, Unit.MONTH, "3 years"),
        (at(1956, 2, 14, 9) - 1, at(1956, 2, 14, 10), 0, Unit.HOUR, "1 hour"),
        (at(1956, 2, 14, 9), at(1956, 2, 14, 9) + 600, 0, Unit.MINUTE, "10 minutes"),
    ],
)
def test_a_gap_is_said_at_the_right_size(last: int, first: int, days: int, unit: Unit, said: str) -> None:
    assert gap_in_words(Gap(days, last, first, unit)) == said
