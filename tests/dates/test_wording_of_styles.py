"""Dates said in the calendar and the year style in which they were stated."""

from __future__ import annotations

import pytest

from claimcheck.dates.conventions import Conventions
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import EVER, Span, When, Window
from claimcheck.dates.wording import Style, in_words, span_in_words, stated_style

JULIAN = Conventions(calendar="julian")
LADY_DAY = Conventions(calendar="julian", year_begins="25 March")


def said(text: str, conventions: Conventions = JULIAN) -> str:
    read = read_date(text, conventions)
    assert isinstance(read, When)
    reading = read.readings[0]
    assert isinstance(reading.date, Window)
    return in_words(reading.date, stated_style(reading))


@pytest.mark.parametrize(
    "text",
    [
        "20 to 21 March 1603",
        "390 BC",
        "the 14th century",
        "July 754 to June 753 BC",
        "February 1603",
        "the evening of 23 March 1603",
        "29 February 1700",
    ],
)
def test_what_was_stated_in_the_julian_calendar_is_said_back_in_it(text: str) -> None:
    assert said(text).replace(" BC to", " to") == text.replace(" BC to", " to")


def test_an_olympic_year_is_two_halves_of_two_julian_years() -> None:
    assert said("July 754 BC to June 753 BC") == "July 754 BC to June 753 BC"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("24 March 1602", "24 March 1602/3"),
        ("25 March 1603", "25 March 1603"),
        ("10 December 1602", "10 December 1602"),
        ("January 1699", "January 1699/1700"),
        ("20 February 1609", "20 February 1609/10"),
        ("22 March 1602 to 26 March 1603", "22 March 1602/3 to 26 March 1603"),
        ("March 1602", "25 to 31 March 1602 or 1 to 24 March 1602/3"),
        ("in 1602", "25 March 1602 to 24 March 1602/3"),
        ("about 3 a.m. on 24 March 1602", "between 02:30 and 03:30 on 24 March 1602/3"),
    ],
)
def test_days_before_lady_day_have_both_years(text: str, words: str) -> None:
    assert said(text, LADY_DAY) == words


def test_a_double_year_is_said_as_it_was_written_whatever_the_style() -> None:
    assert said("11 February 1731/2", Conventions()) == "11 February 1731/2"


def test_a_year_that_begins_before_its_number_has_both_years_too() -> None:
    byzantine = Conventions(calendar="julian", year_begins="1 September")
    assert said("5 October 1492", byzantine) == "5 October 1491/2"
    assert said("5 June 1492", byzantine) == "5 June 1492"


def test_a_day_in_edtf_is_said_in_the_gregorian_calendar_and_a_year_in_that_in_force() -> None:
    assert said("1603-03-24", LADY_DAY) == "24 March 1603"
    assert said("1602", LADY_DAY) == "25 March 1602 to 24 March 1602/3"


def test_what_begins_before_christ_says_that_it_ends_after() -> None:
    assert said("31 December 1 BC to 1 January AD 100") == "31 December 1 BC to 1 January AD 100"
    assert said("754 BC to AD 1453") == "754 BC to AD 1453"


def test_the_day_that_a_new_style_date_names_is_said_in_new_style() -> None:
    assert said("10 February 1603 N.S.") == "10 February 1603"


def test_a_calendar_is_named_where_it_must_be_by_the_words_of_its_time() -> None:
    day = read_date("15 March 1603", JULIAN)
    ides = read_date("15 March 44 BC", JULIAN)
    assert isinstance(day, When) and isinstance(ides, When)
    (new,), (old,) = (read.readings[0].date.narrow.spans for read in (day, ides))  # type: ignore[union-attr]
    assert span_in_words(new, Style("julian", is_named=True)) == "15 March 1603 o.s."
    assert span_in_words(new, Style("gregorian", is_named=True)) == "25 March 1603 n.s."
    assert span_in_words(old, Style("julian", is_named=True)) == "15 March 44 BC, Julian"
    assert span_in_words(Span(new.start, None), Style("julian", is_named=True)) == "from 15 March 1603 o.s. on"
    assert span_in_words(Span(None, new.start), Style("julian", is_named=True)) == "before 15 March 1603 o.s."
    assert in_words(Window(EVER, EVER), Style("julian", is_named=True)) == "at any time"


def test_other_calendars_are_said_in_figures() -> None:
    republican = Conventions(calendar="french republican")
    assert said("18.2.0008", republican) == "18.2.0008"
    assert said("0008-02", republican) == "2.0008"
    assert said("1796-09-22", republican) == "22 September 1796"  # a day in EDTF, which is Gregorian
