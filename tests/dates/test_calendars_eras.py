"""Eras and cycles: cal BP, the Byzantine years of the world, indictions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dates.calendars import calendar_date, day_number
from claimcheck.dates.eras import MUNDI_STYLES, annus_mundi, annus_mundi_date, year_before_present
from claimcheck.dates.named_eras import SHIPPED, era_named, indiction_of


@pytest.mark.parametrize(("years", "expected"), [(0, 1950), (1950, 0), (10_000, -8050), (-6, 1956)])
def test_calibrated_years_before_present_count_back_from_1950(years: int, expected: int) -> None:
    assert year_before_present(years, calibrated=True) == expected


def test_an_uncalibrated_age_is_refused_with_the_reason() -> None:
    with pytest.raises(ValueError, match="radiocarbon years are not calendar years"):
        year_before_present(1950, calibrated=False)


@pytest.mark.parametrize(
    ("year", "style", "first"),
    [
        (1, "1 September", (-5508, 9, 1)),
        (7000, "1 September", (1491, 9, 1)),
        (7000, "1 March", (1492, 3, 1)),
        (7000, "1 March (ultra)", (1491, 3, 1)),
    ],
)
def test_a_year_of_the_world_begins_on_its_day(year: int, style: str, first: tuple[int, int, int]) -> None:
    start, stop = annus_mundi(year, style)
    assert (calendar_date("julian", start), stop - start in (365, 366)) == (first, True)


def test_the_year_7208_ended_with_december_1699_as_peter_ordered() -> None:
    start, stop = annus_mundi(7208)
    assert start <= day_number("julian", 1699, 12, 31) < stop


@given(st.sampled_from(MUNDI_STYLES), st.integers(1, 7600), st.integers(0, 364))
def test_a_day_of_a_year_of_the_world_is_counted_in_it(style: str, year: int, further: int) -> None:
    day = annus_mundi(year, style)[0] + further
    assert annus_mundi_date(year, *calendar_date("julian", day)[1:], style) == day


@pytest.mark.parametrize(
    ("date", "era", "expected"),
    [
        ((312, 9, 1), "indiction", 1),
        ((312, 8, 31), "indiction", 15),
        ((1492, 3, 10), "indiction", 10),
        ((800, 12, 25), "Roman indiction", 8),
        ((800, 12, 25), "Bedan indiction", 9),
        ((800, 9, 10), "Bedan indiction", 8),
        ((1, 1, 1), "Roman indiction", 4),
    ],
)
def test_an_indiction_is_the_place_in_fifteen_years(date: tuple[int, int, int], era: str, expected: int) -> None:
    assert indiction(day_number("julian", *date), era) == expected


INDICTIONS = [era.name for era in SHIPPED if era.rule == "indiction"]


def indiction(day: int, name: str) -> int:
    era = era_named(name, ())
    assert era is not None
    return indiction_of(day, era)[0]


@given(st.integers(-500_000, 800_000), st.sampled_from(INDICTIONS))
def test_indictions_go_round_in_fifteen_years(day: int, era: str) -> None:
    sixty_julian_years = 15 * 1461
    assert indiction(day + sixty_julian_years, era) == indiction(day, era) in range(1, 16)


def test_a_style_that_the_era_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="the years of the world begin on 1 September, 1 March"):
        annus_mundi(7000, "25 March")
