"""The 64 example strings of the Library of Congress specification of EDTF (4 February 2019), with exact bounds.

The bounds were worked out from the text of the specification, not from a reader. Two of the strings have none
that the standard itself determines, and stand in `WITHOUT_BOUNDS_OF_THEIR_OWN` with the reason.
"""

from __future__ import annotations

import pytest

from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_values import EdtfDate
from claimcheck.dates.when import Limit
from claimcheck.dates.writing import iso, iso_inclusive_stop

OPEN, UNKNOWN = "..", "?"

# text, first and last moment, both included: days, or seconds where the text has a time of day (those with a
# zone in Universal Time). ".." is an open end, "?" an unknown one.
EXAMPLES = [
    # Level 0: date, date and time, time interval
    ("1985-04-12", "1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01", "1985-04-30"),
    ("1985", "1985-01-01", "1985-12-31"),
    ("1985-04-12T23:20:30", "1985-04-12T23:20:30", "1985-04-12T23:20:30"),
    ("1985-04-12T23:20:30Z", "1985-04-12T23:20:30", "1985-04-12T23:20:30"),
    ("1985-04-12T23:20:30-04", "1985-04-13T03:20:30", "1985-04-13T03:20:30"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30", "1985-04-12T18:50:30"),
    ("1964/2008", "1964-01-01", "2008-12-31"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
    ("2005/2006-02", "2005-01-01", "2006-02-28"),
    # Level 1: letter-prefixed year, qualification, unspecified digits, extended interval, negative year
    ("Y170000002", "+170000002-01-01", "+170000002-12-31"),
    ("Y-170000002", "-170000002-01-01", "-170000002-12-31"),
    ("1984?", "1984-01-01", "1984-12-31"),
    ("2004-06~", "2004-06-01", "2004-06-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    ("1985-04-12/..", "1985-04-12", OPEN),
    ("1985-04/..", "1985-04-01", OPEN),
    ("1985/..", "1985-01-01", OPEN),
    ("../1985-04-12", OPEN, "1985-04-12"),
    ("../1985-04", OPEN, "1985-04-30"),
    ("../1985", OPEN, "1985-12-31"),
    ("1985-04-12/", "1985-04-12", UNKNOWN),
    ("1985-04/", "1985-04-01", UNKNOWN),
    ("1985/", "1985-01-01", UNKNOWN),
    ("/1985-04-12", UNKNOWN, "1985-04-12"),
    ("/1985-04", UNKNOWN, "1985-04-30"),
    ("/1985", UNKNOWN, "1985-12-31"),
    ("-1985", "-1985-01-01", "-1985-12-31"),
    # Level 2: exponential year, significant digits, sub-year groupings, sets
    ("Y-17E7", "-170000000-01-01", "-170000000-12-31"),
    ("1950S2", "1900-01-01", "1999-12-31"),
    ("Y171010000S3", "+171000000-01-01", "+171999999-12-31"),
    ("Y3388E2S3", "+338000-01-01", "+338999-12-31"),
    ("2001-34", "2001-04-01", "2001-06-30"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[..1760-12-03]", OPEN, "1760-12-03"),
    ("[1760-12..]", "1760-12-01", OPEN),
    ("[1760-01,1760-02,1760-12..]", "1760-01-01", OPEN),
    ("[1667,1760-12]", "1667-01-01", "1760-12-31"),
    ("[..1984]", OPEN, "1984-12-31"),
    ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("{..1984}", OPEN, "1984-12-31"),
    # Level 2: qualification of groups and of single components, unspecified digits anywhere, intervals
    ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ("2004-06~-11", "2004-06-11", "2004-06-11"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("2004-%06-11", "2004-06-11", "2004-06-11"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("15XX-12-25", "1500-12-25", "1599-12-25"),
    ("1XXX-XX", "1000-01-01", "1999-12-31"),
    ("1XXX-12", "1000-12-01", "1999-12-31"),
    ("1984-1X", "1984-10-01", "1984-12-31"),
    ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
    ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
]

# Spring has months by a convention that the standard does not make (it says only that the season does not
# depend on the hemisphere); and a year without a single digit is bounded by the notation, not by the date.
WITHOUT_BOUNDS_OF_THEIR_OWN = [("2001-21", "2001-03-01", "2001-05-31"), ("XXXX-12-XX", "0000-12-01", "9999-12-31")]

ALL = [*EXAMPLES, *WITHOUT_BOUNDS_OF_THEIR_OWN]


def bounds(text: str) -> tuple[str, str]:
    """The first and the last moment that a text is read as, with the signs of the table for none."""
    date = read_edtf(text)
    assert isinstance(date, EdtfDate), date
    window, signs = date.window, {Limit.OPEN: OPEN, Limit.UNKNOWN: UNKNOWN}
    start, stop = window.narrow.start, window.narrow.stop
    return (
        signs[window.earliest] if start is None else iso(start, window.unit),
        signs[window.latest] if stop is None else iso_inclusive_stop(stop, window.unit),
    )


def test_the_table_holds_all_sixty_four_and_says_which_two_lack_bounds() -> None:
    assert (len(EXAMPLES), len(WITHOUT_BOUNDS_OF_THEIR_OWN)) == (62, 2)


@pytest.mark.parametrize(("text", "earliest", "latest"), EXAMPLES)
def test_an_example_has_exactly_its_bounds(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (earliest, latest)


@pytest.mark.parametrize(("text", "earliest", "latest"), WITHOUT_BOUNDS_OF_THEIR_OWN)
def test_an_example_without_bounds_of_its_own_has_those_of_the_convention(
    text: str, earliest: str, latest: str
) -> None:
    assert bounds(text) == (earliest, latest)


@pytest.mark.parametrize("text", [text for text, _, _ in ALL])
def test_an_example_is_written_back_as_it_was(text: str) -> None:
    date = read_edtf(text)
    assert isinstance(date, EdtfDate)
    assert date.text == text


@pytest.mark.parametrize("text", [text for text, _, _ in ALL])
def test_the_canonical_form_of_an_example_reads_back_to_the_same_time(text: str) -> None:
    date = read_edtf(text)
    assert isinstance(date, EdtfDate)
    again = read_edtf(date.canonical)
    assert isinstance(again, EdtfDate)
    assert (again.window, again.all_of, again.canonical) == (date.window, date.all_of, date.canonical)


@pytest.mark.parametrize("text", ["20050924T100000", "-Y170000002"])
def test_what_the_specification_calls_wrong_is_refused(text: str) -> None:
    assert not isinstance(read_edtf(text), EdtfDate)
