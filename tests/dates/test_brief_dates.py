"""Dates in few letters, as pictures have them."""

from __future__ import annotations

import pytest

from claimcheck.dates.reading import read_date
from claimcheck.dates.when import TimeSet, When, Window
from claimcheck.dates.wording import Brief, Style


def times(written: str) -> TimeSet:
    when = read_date(written)
    assert isinstance(when, When)
    window = when.readings[0].date
    assert isinstance(window, Window)
    return window.narrow


WORDED = [
    ("9 February 1956", "9 February 1956", "9 Feb 1956"),
    ("23 to 25 February 1956", "23–25 February 1956", "23–25 Feb 1956"),
    ("late October 1955", "late October 1955", "late Oct 1955"),
    ("mid-May 1901", "mid-May 1901", "mid-May 1901"),
    ("autumn 1955", "Sept–Nov 1955", "Sep–Nov 1955"),
    ("30 December 1955 to 2 January 1956", "30 Dec 1955 – 2 Jan 1956", "30 Dec 1955 – 2 Jan 1956"),
    ("1955", "1955", "1955"),
    ("757 to 748 BC", "757–748 BC", "757–748 BC"),
    ("the 1520s", "1520s", "1520s"),
    ("the 19th century", "19th century", "19th c."),
    ("the evening of 25 February 1956", "25 February 1956, evening", "25 Feb 1956, evening"),
    ("before 14 February 1956", "by 13 February 1956", "by 13 Feb 1956"),
    ("before 1956", "before 1956", "before 1956"),
    ("after 1956", "from 1957", "from 1957"),
    ("9 or 13 February 1956", "9 February 1956 or 13 February 1956", "9 Feb 1956 or 13 Feb 1956"),
]


@pytest.mark.parametrize(("written", "long", "short"), WORDED)
def test_a_date_in_few_letters(written: str, long: str, short: str) -> None:
    style = Style("historical")
    assert (Brief(style).say(times(written)), Brief(style, is_short=True).say(times(written))) == (long, short)


def test_a_year_that_goes_without_saying_is_not_said() -> None:
    assert Brief(known=(1956, 1956)).say(times("31 December 1955 to 1 February 1956")) == "31 Dec 1955 – 1 Feb"


def test_twelve_months_that_are_no_year_have_both_years() -> None:
    for written, said in (("July 751 BC to June 750 BC", "751/750 BC"), ("July 1955 to June 1956", "1955/56")):
        assert Brief(Style("historical")).say(times(written)) == said


def test_of_many_stretches_the_first_and_the_last_are_said() -> None:
    days = TimeSet.of(span for day in (1, 5, 9, 13, 28) for span in times(f"{day} January 1956").spans)
    assert Brief(is_short=True).say(days) == "1 Jan 1956 … 28 Jan 1956"
