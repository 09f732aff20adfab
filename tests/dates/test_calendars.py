"""Calendars: days counted the same as others count them, dual dates checked, months added, years by style."""

from __future__ import annotations

import datetime
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.dates import calendars, other_calendars
from claimcheck.dates.calendars import (
    CALENDARS,
    YEAR_STYLES,
    add_months,
    calendar_date,
    calendar_offset,
    day_number,
    days_in_month,
    days_in_style,
    dual_date,
    month_in_style,
    weekday,
    year_of,
    year_start,
)
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import Fault
from claimcheck.diagnostics import installing

FOUR_MILLENNIA = st.integers(-730_000, 1_100_000)  # 2000 BC to AD 3000
EVER = st.integers(-(10**12), 10**12)
OWN = st.sampled_from(["gregorian", "julian"])


@given(OWN, EVER)
def test_a_day_comes_back_from_its_date(calendar: str, day: int) -> None:
    assert day_number(calendar, *calendar_date(calendar, day)) == day


@given(OWN, EVER)
def test_dates_follow_each_other_as_days_do(calendar: str, day: int) -> None:
    assert calendar_date(calendar, day) < calendar_date(calendar, day + 1)


@given(st.dates())
def test_gregorian_days_are_those_of_python(date: datetime.date) -> None:
    assert calendar_date("gregorian", date.toordinal()) == (date.year, date.month, date.day)
    assert weekday(date.toordinal()) == date.weekday()


@given(FOUR_MILLENNIA)
def test_julian_days_are_those_of_convertdate(day: int) -> None:
    from convertdate import julian

    expected = tuple(int(part) for part in julian.from_jd(day + 1_721_424.5))
    assert calendar_date("julian", day) == expected
    assert day_number("julian", *expected) == round(julian.to_jd(*expected) - 1_721_424.5)


@settings(max_examples=40, deadline=None)  # the Persian calendar takes its time over each new year
@given(
    st.sampled_from([name for name in CALENDARS if name not in ("gregorian", "julian")]),
    st.integers(680_000, 740_000),
)
def test_a_day_comes_back_from_its_date_in_the_other_calendars(calendar: str, day: int) -> None:
    date = calendar_date(calendar, day)
    assert day_number(calendar, *date) == day
    assert date[2] <= days_in_month(calendar, date[0], date[1])


@pytest.mark.parametrize(
    ("calendar", "date", "gregorian"),
    [
        ("julian", (1917, 10, 25), (1917, 11, 7)),
        ("julian", (1582, 10, 5), (1582, 10, 15)),
        ("julian", (1900, 2, 29), (1900, 3, 13)),
        ("julian", (-43, 3, 15), (-43, 3, 13)),  # the Ides of March, 44 BC
        ("hebrew", (5708, 2, 5), (1948, 5, 14)),
        ("islamic", (1, 1, 1), (622, 7, 19)),
        ("french republican", (8, 2, 18), (1799, 11, 9)),
        ("coptic", (1, 1, 1), (284, 8, 29)),
    ],
)
def test_known_days_have_their_dates(
    calendar: str, date: tuple[int, int, int], gregorian: tuple[int, int, int]
) -> None:
    assert calendar_date("gregorian", day_number(calendar, *date)) == gregorian


@pytest.mark.parametrize(
    ("date", "sentence"),
    [
        (("gregorian", 1900, 2, 29), "1900 was not a leap year; February had 28 days"),
        (("julian", 1901, 2, 29), "1901 was not a leap year; February had 28 days"),
        (("gregorian", -43, 2, 29), "44 BC was not a leap year; February had 28 days"),
        (("gregorian", 2001, 4, 31), "April has 30 days"),
        (("gregorian", 2001, 2, 30), "February has at most 29 days"),
        (("gregorian", 2001, 1, 0), "there is no day 0: days run from 1"),
        (("gregorian", 2001, 13, 1), "there is no month 13: months run from 1 to 12"),
        (("islamic", 1370, 2, 30), "the islamic calendar has no day 30 of month 2 in the year 1370"),
        (("maya", 1, 1, 1), "no calendar is called “maya”; there are historical, gregorian, julian, armenian, "
         "coptic, french republican, hebrew, indian, islamic, persian"),
    ],
)  # fmt: skip
def test_a_day_that_a_calendar_has_not_is_refused_in_a_sentence(
    date: tuple[str, int, int, int], sentence: str
) -> None:
    with pytest.raises(ValueError) as refusal:
        day_number(*date)
    assert str(refusal.value) == sentence


def test_a_day_before_the_era_of_a_calendar_has_no_date_in_it() -> None:
    with pytest.raises(ValueError, match="the armenian calendar does not reach back to day 100"):
        calendar_date("armenian", 100)


def test_a_calendar_whose_package_is_missing_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    other_calendars._functions.cache_clear()  # whoever asked before has it
    monkeypatch.setitem(sys.modules, "convertdate.hebrew", None)
    with pytest.raises(ValueError) as refusal:
        day_number("hebrew", 5708, 2, 5)
    assert str(refusal.value) == (f"the hebrew calendar needs the package convertdate: {installing('calendars')}")


def test_a_month_of_another_calendar_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    other_calendars._functions.cache_clear()
    monkeypatch.setitem(sys.modules, "convertdate.french_republican", None)
    found = read_date("18 Brumaire an VIII")
    other_calendars._functions.cache_clear()
    assert isinstance(found, Fault)
    assert found.message == "the french republican calendar needs the package convertdate"
    assert found.remedy == installing("calendars")


class TestMonths:
    @pytest.mark.parametrize(
        ("calendar", "date", "months", "later"),
        [
            ("gregorian", (2001, 1, 31), 1, (2001, 2, 28)),
            ("gregorian", (1900, 1, 31), 1, (1900, 2, 28)),
            ("julian", (1900, 1, 31), 1, (1900, 2, 29)),
            ("gregorian", (1956, 2, 14), -2, (1955, 12, 14)),
            ("gregorian", (1, 1, 31), -11, (0, 2, 29)),
            ("hebrew", (5783, 11, 30), 1, (5783, 12, 29)),
            ("islamic", (1370, 12, 1), 1, (1371, 1, 1)),
            ("islamic", (1371, 1, 30), -1, (1370, 12, 29)),
        ],
    )  # fmt: skip
    def test_a_month_later_is_the_same_day_or_the_last_one(
        self, calendar: str, date: tuple[int, int, int], months: int, later: tuple[int, int, int]
    ) -> None:
        assert calendar_date(calendar, add_months(calendar, day_number(calendar, *date), months)) == later

    @given(OWN, FOUR_MILLENNIA, st.integers(-5000, 5000), st.integers(-5000, 5000))
    def test_months_add_up_on_a_day_that_every_month_has(self, calendar: str, day: int, a: int, b: int) -> None:
        first = day - calendar_date(calendar, day)[2] + 1
        assert add_months(calendar, add_months(calendar, first, a), b) == add_months(calendar, first, a + b)


class TestDualDates:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ((1917, 10, 10), (1917, 10, 23)),
            ((1732, 2, 11), (1732, 2, 22)),
            ((1616, 4, 23), (1616, 5, 3)),
            ((1899, 12, 31), (1900, 1, 12)),
            ((1900, 2, 29), (1900, 3, 13)),
        ],
    )
    def test_both_halves_are_told_apart_in_either_order(
        self, old: tuple[int, int, int], new: tuple[int, int, int]
    ) -> None:
        assert dual_date(old, new) == dual_date(new, old)
        assert (dual_date(old, new).julian, dual_date(old, new).gregorian) == (old, new)

    @pytest.mark.parametrize(
        ("first", "second", "sentence"),
        [
            ((1917, 10, 10), (1917, 10, 22), "in the 20th century the difference is 13 days, not 12: "
             "10 October 1917 of the Julian calendar is 23 October 1917 of the Gregorian"),
            ((1732, 2, 22), (1732, 2, 10), "in the 18th century the difference is 11 days, not 12: "
             "10 February 1732 of the Julian calendar is 21 February 1732 of the Gregorian"),
            ((1900, 3, 20), (1900, 4, 1), "from March 1900 on the difference is 13 days, not 12: "
             "20 March 1900 of the Julian calendar is 2 April 1900 of the Gregorian"),
            ((1900, 2, 29), (1900, 3, 12),
             "29 February 1900 of the Julian calendar is 13 March 1900 of the Gregorian"),
            ((1917, 4, 31), (1917, 5, 2), "April has 30 days"),
        ],
    )  # fmt: skip
    def test_halves_that_do_not_fit_are_refused_with_the_offset_of_the_century(
        self, first: tuple[int, int, int], second: tuple[int, int, int], sentence: str
    ) -> None:
        with pytest.raises(ValueError) as refusal:
            dual_date(first, second)
        assert str(refusal.value) == sentence

    @given(FOUR_MILLENNIA)
    def test_every_day_is_recognised_from_its_two_dates(self, day: int) -> None:
        old, new = calendar_date("julian", day), calendar_date("gregorian", day)
        assert dual_date(old, new).day_number == day

    @given(st.integers(-2000, 3000), st.integers(1, 12))
    def test_the_offset_is_that_of_the_first_of_the_month(self, year: int, month: int) -> None:
        difference = day_number("julian", year, month, 1) - day_number("gregorian", year, month, 1)
        turning = calendars.is_leap_year("julian", year) and not calendars.is_leap_year("gregorian", year)
        # In the centurial years that part the calendars, the dates of January and February still keep the old.
        assert calendar_offset(year, month) == difference or (turning and month == 2)


class TestYearStyles:
    @pytest.mark.parametrize(
        ("style", "start"),
        [
            ("1 January", (1710, 1, 1)),
            ("1 March", (1710, 3, 1)),
            ("25 March", (1710, 3, 25)),
            ("25 March (Pisan)", (1709, 3, 25)),
            ("1 September", (1709, 9, 1)),
            ("25 December", (1709, 12, 25)),
            ("Lady Day", (1710, 3, 25)),
            ("christmas", (1709, 12, 25)),
        ],
    )
    def test_each_style_begins_the_year_on_its_day(self, style: str, start: tuple[int, int, int]) -> None:
        assert year_start("julian", 1710, style) == day_number("julian", *start)

    def test_a_style_nobody_knows_is_refused_with_those_there_are(self) -> None:
        with pytest.raises(ValueError, match="no year style is called “Midsummer”; there are 1 January, 1 March"):
            year_start("julian", 1710, "Midsummer")

    def test_a_year_from_easter_to_easter_has_some_days_twice_and_others_not_at_all(self) -> None:
        # Easter was on 1 April 1347, 20 April 1348 and 12 April 1349.
        assert year_start("julian", 1347, "Easter") == day_number("julian", 1347, 4, 1)
        twice = days_in_style("julian", 1347, 4, 10, "mos gallicus")
        assert [calendar_date("julian", day)[0] for day in twice] == [1347, 1348]
        with pytest.raises(ValueError, match="15 April is not in the year 1348"):
            days_in_style("julian", 1348, 4, 15, "Easter")

    def test_a_day_before_lady_day_belongs_to_the_year_before(self) -> None:
        (day,) = days_in_style("julian", 1710, 3, 10, "25 March")
        assert calendar_date("julian", day) == (1711, 3, 10)

    def test_a_month_that_the_year_begins_in_has_two_stretches(self) -> None:
        spans = [
            tuple(calendar_date("julian", day) for day in span)
            for span in month_in_style("julian", 1710, 3, "25 March")
        ]
        assert spans == [((1710, 3, 25), (1710, 4, 1)), ((1711, 3, 1), (1711, 3, 25))]

    @settings(max_examples=200)
    @given(OWN, st.sampled_from(YEAR_STYLES), FOUR_MILLENNIA)
    def test_every_day_is_found_again_by_its_date_in_the_style(self, calendar: str, style: str, day: int) -> None:
        year = year_of(calendar, day, style)
        _, month, day_of_month = calendar_date(calendar, day)
        assert year_start(calendar, year, style) <= day < year_start(calendar, year + 1, style)
        assert day in days_in_style(calendar, year, month, day_of_month, style)
        assert any(start <= day < stop for start, stop in month_in_style(calendar, year, month, style))

    def test_a_day_that_the_year_of_the_style_has_not_is_refused(self) -> None:
        with pytest.raises(ValueError, match="1711 was not a leap year"):
            days_in_style("gregorian", 1710, 2, 29, "25 March")


def test_a_year_that_begins_after_the_reform_of_its_own_odd_year_begins_by_the_new_calendar() -> None:
    """Augsburg went from 13 February 1583 to the 24th: its 25 March 1583 is the Gregorian one."""
    reformed = "julian-until 1583-02-13"
    assert year_start(reformed, 1583, "25 March") == day_number("gregorian", 1583, 3, 25)
    assert year_start(reformed, 1582, "25 March") == day_number("julian", 1582, 3, 25)
