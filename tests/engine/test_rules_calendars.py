"""Rule 6 of the meaning: the calendar and year style in force, as they tell in the verdicts."""

from __future__ import annotations

import pytest
from casework import case

DEATHS = """
defaults: {{calendar: {calendar}, year-begins: {style}}}
question: When did he die?
claims:
  year: {year}
  day: {day}
"""


@pytest.mark.parametrize(
    ("calendar", "style", "year", "day", "expected"),
    [
        # Years of the Julian calendar beside days of late December: each day is of its own year.
        ("julian", "1 January", "1025", "28 December 1025", "refined-by"),
        ("julian", "1 January", "1025", "31 December 1025", "refined-by"),
        ("julian", "1 January", "1026", "31 December 1025", "contradicts"),
        ("julian", "1 January", "1025", "1 January 1026", "contradicts"),
        ("julian", "1 January", "1170", "29 December 1170", "refined-by"),
        ("julian", "1 January", "1170-12", "29 December 1170", "refined-by"),
        ("julian", "1 January", "117X", "31 December 1169", "contradicts"),
        ("julian", "1 January", "800", "25 December 800", "refined-by"),
        ("julian", "1 January", "44 BC", "31 December 44 BC", "refined-by"),
        ("julian", "1 January", "-0043", "31 December 44 BC", "refined-by"),
        ("historical", "1 January", "1025", "28 December 1025", "refined-by"),
        ("historical", "1 January", "1025", "1025-12", "refined-by"),
        ("historical", "1 January", "1583", "1 January 1583", "refined-by"),
        ("historical", "1 January", "1582", "31 December 1582", "refined-by"),
        ("historical", "1 January", "1956", "1956-12-31", "refined-by"),
        ("{julian-until: 1752-09-02}", "1 January", "1751", "31 December 1751", "refined-by"),
        ("{julian-until: 1752-09-02}", "1 January", "1753", "1 January 1753", "refined-by"),
        # A day in EDTF is Gregorian, and so of the following Julian year or of the one before.
        ("julian", "1 January", "1025", "1026-01-03", "refined-by"),
        ("julian", "1 January", "1026", "1026-01-03", "contradicts"),
        # Years from 25 March beside days of January to March.
        ("julian", "25 March", "1602", "24 March 1602/3", "refined-by"),
        ("julian", "25 March", "1602", "10 January 1602", "refined-by"),
        ("julian", "25 March", "1602", "10 January 1602/3", "refined-by"),
        ("julian", "25 March", "1603", "10 January 1602/3", "contradicts"),
        ("julian", "25 March", "1603", "25 March 1603", "refined-by"),
        ("julian", "25 March", "1602-01", "10 January 1602/3", "refined-by"),
        ("julian", "25 March", "1648", "30 January 1648/9", "refined-by"),
        ("julian", "25 March", "1649", "30 January 1648/9", "contradicts"),
        ("julian", "1 January", "1649", "30 January 1648/9", "refined-by"),
        ("historical", "25 March", "1330", "10 January 1330", "refined-by"),
        ("historical", "25 March", "1331", "10 January 1330", "contradicts"),
    ],
)
def test_years_and_days_agree_as_a_historian_would_have_it(
    calendar: str, style: str, year: str, day: str, expected: str
) -> None:
    corpus = DEATHS.format(calendar=calendar, style=style, year=year, day=day)
    assert case(corpus).verdict("year", "day") == expected


def test_a_bare_julian_year_is_of_the_julian_calendar() -> None:
    basil = case(
        """
defaults: {calendar: julian}
question: When did Basil die?
claims:
  manasses: December 1025
  annals: 1025
  anonymus: 1026
"""
    )
    assert basil.verdict("manasses", "annals") == "refines"
    assert basil.verdict("manasses", "anonymus") == "contradicts"


def test_the_nearest_calendar_and_year_style_win() -> None:
    audience = case(
        """
defaults: {calendar: julian}
sources:
  envoy: {title: The envoy's letters, calendar: gregorian}
  clerk: {title: The clerk's book, year-begins: 25 March}
question: When was the audience?
claims:
  court: 9 February 1603
  letter: {in: envoy, when: 19 February 1603}
  book: {in: clerk, when: 9 February 1602}
  again: {in: envoy, calendar: julian, when: 9 February 1603}
"""
    )
    for other in ("letter", "book", "again"):
        assert audience.verdict("court", other) == "agrees"
