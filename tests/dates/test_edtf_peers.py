"""Agreement with `edtf` (PyPI), a peer used as a witness, outside a written list of its faults.

Compared are the first and the last day on the strict reading. The clauses are those of the Library of Congress
specification (4 February 2019), or of ISO 8601-1:2019 where it refers to that.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_values import EdtfDate
from claimcheck.dates.when import DAY

Day = tuple[int, int, int] | None


def ours(text: str) -> tuple[Day, Day] | str:
    """The first and last day, None for no limit; "refused" for what is no date."""
    found = read_edtf(text)
    if not isinstance(found, EdtfDate):
        return "refused"
    start, stop = found.window.narrow.start, found.window.narrow.stop
    return (
        None if start is None else calendar_date("gregorian", start // DAY),
        None if stop is None else calendar_date("gregorian", (stop - 1) // DAY),
    )


def theirs(text: str) -> tuple[Day, Day] | str:
    """The same from `edtf`, whatever it raises being a refusal."""
    from edtf import parse_edtf

    try:
        found = parse_edtf(text)
        return _day(found.lower_strict()), _day(found.upper_strict())
    except Exception:  # its own for what it cannot parse, AttributeError and others where it breaks
        return "refused"


def _day(bound: Any) -> Day:
    return None if isinstance(bound, float) else (bound[0], bound[1], bound[2])


years = st.one_of(st.integers(0, 9999), st.integers(1000, 2000)).map("{:04}".format)
bc_years = st.integers(1, 9999).map("-{:04}".format)
months = st.integers(1, 12).map("{:02}".format)
days = st.integers(1, 28).map("{:02}".format)
marks = st.sampled_from(["", "?", "~", "%"])
plain = st.one_of(
    years,
    bc_years,
    st.builds("{}-{}".format, st.one_of(years, bc_years), months),
    st.builds("{}-{}-{}".format, st.one_of(years, bc_years), months, days),
)
sharp_parts = st.sampled_from([code for code in range(21, 42) if code not in (24, 28, 30)])
single = st.one_of(
    st.builds("{}{}".format, plain, marks),
    st.builds("{:03}X{}".format, st.integers(0, 999), marks),
    st.builds("{:02}XX{}".format, st.integers(0, 99), marks),
    st.builds("{}-{}".format, years, sharp_parts),
    st.builds("{}-XX".format, years),
    st.builds("{}-{}-XX".format, years, months),
    st.builds("{}-XX-{}".format, years, days),
    st.builds("{:03}X-{}-{}".format, st.integers(1, 999), months, days),
    st.builds("{}{}-{}{}-{}{}".format, years, marks, marks, months, marks, days),
    st.builds("Y{}".format, st.integers(10_000, 10**9)),
)
open_intervals = st.one_of(st.builds("{}/..".format, plain), st.builds("../{}".format, plain))
sets = st.lists(plain, min_size=2, max_size=4).map(lambda members: f"[{','.join(members)}]")


@settings(max_examples=300, deadline=None)
@given(st.one_of(single, open_intervals, sets))
def test_both_find_the_same_first_and_last_day(text: str) -> None:
    assert ours(text) == theirs(text) != "refused"


@settings(max_examples=100, deadline=None)
@given(plain, plain)
def test_both_find_the_same_bounds_of_an_interval_that_is_in_order(a: str, b: str) -> None:
    found = ours(f"{a}/{b}")
    assert found == "refused" or found == theirs(f"{a}/{b}")


# text, what `edtf` makes of it, what the clause demands
FAULTS_OF_EDTF = [
    # Level 1, Extended Interval: an empty end is unknown; no ten years follow from it.
    ("1955/", ((1955, 1, 1), (1965, 1, 1)), ((1955, 1, 1), None)),
    ("/1955", ((1945, 12, 31), (1955, 12, 31)), (None, (1955, 12, 31))),
    # Level 1, Seasons: a winter is not over on New Year's Eve.
    ("2001-24", ((2001, 12, 1), (2001, 12, 31)), ((2001, 12, 1), (2002, 2, 28))),
    # Level 2, Significant digits: "some year between 1900 and 1999".
    ("1950S2", ((1950, 1, 1), (1950, 12, 31)), ((1900, 1, 1), (1999, 12, 31))),
    ("Y171010000S3", ((171010000, 1, 1), (171010000, 12, 31)), ((171000000, 1, 1), (171999999, 12, 31))),
    # Level 2, Unspecified Digit: "October, November, or December 1984".
    ("1984-1X", "refused", ((1984, 10, 1), (1984, 12, 31))),
    # Level 1, Unspecified digit(s): from the right of a four-digit year; Negative calendar year: four digits.
    ("-01XX", ((-199, 1, 1), (-100, 12, 31)), "refused"),
    # Level 0, Date: a calendar date (ISO 8601-1, 4.2.1: the Gregorian calendar), which 1900 had no 29 February in.
    ("1900-02-29", ((1900, 2, 29), (1900, 2, 29)), "refused"),
    # Level 0, Date and Time: a shift is a difference to Universal Time, which may fall on the next day.
    ("1985-04-12T23:20:30-04", ((1985, 4, 12), (1985, 4, 12)), ((1985, 4, 13), (1985, 4, 13))),
    # Level 0, Time Interval: a start and an end (ISO 8601-1, 3.1.1.6), in this order.
    ("1970/1960", ((1970, 1, 1), (1960, 12, 31)), "refused"),
    # Level 2, Set representation: members are dates, as many as there are, of any precision and qualification.
    ("[1712]", "refused", ((1712, 1, 1), (1712, 12, 31))),
    ("[1712-05..1720]", "refused", ((1712, 5, 1), (1720, 12, 31))),
    ("[1582-XX,1590?]", "refused", ((1582, 1, 1), (1590, 12, 31))),
    # Level 2, Interval: an end may be any date of level 2, or a season.
    ("176X-09-25/..", "refused", ((1760, 9, 25), None)),
    ("1602-27/..", "refused", ((1602, 9, 1), None)),
]


@pytest.mark.parametrize(("text", "its_reading", "demanded"), FAULTS_OF_EDTF)
def test_where_the_peer_departs_from_the_standard_we_do_not(
    text: str, its_reading: object, demanded: object
) -> None:
    assert (theirs(text), ours(text)) == (its_reading, demanded)
