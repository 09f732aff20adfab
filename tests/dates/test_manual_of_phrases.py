"""The manual's table of phrases: every row is read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.dates.conventions import Conventions
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import TimeSet, When, Window

MANUAL = Path(__file__).parents[2] / "docs" / "dates.md"


def cells_of(heading: str) -> list[list[str]]:
    section = MANUAL.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    return [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")][1:]


def rows() -> list[tuple[list[str], list[str], list[str]]]:
    cells = cells_of("Phrases")
    return [
        (found[0], found[1], found[2])
        for row in cells
        for found in [[re.findall("`([^`]+)`", c) for c in row[1:]]]
    ]


def times(edtf: str, calendar: str = "historical") -> TimeSet:
    """What EDTF says in a calendar."""
    if calendar == "julian" and edtf.count("-") > 2:  # a day in EDTF would be Gregorian all the same
        edtf = re.sub(r"([0-9]{4})-([0-9]{2})-([0-9]{2})/?", r"\3.\2.\1–", edtf).rstrip("–")
    read = read_date(edtf, Conventions(calendar))
    assert isinstance(read, When), edtf
    assert calendar == "julian" or read.readings[0].rule == "edtf", edtf
    date = read.readings[0].date
    assert isinstance(date, Window)
    return date.narrow


@pytest.mark.parametrize(("written", "read_as", "widened"), rows(), ids=str)
def test_a_phrase_of_the_manual_is_read_as_it_says(
    written: list[str], read_as: list[str], widened: list[str]
) -> None:
    for text in written:
        found = read_date(text)
        assert isinstance(found, When), found
        dates = [reading.date for reading in found.readings]
        assert all(isinstance(date, Window) for date in dates)
        if read_as:
            assert [date.narrow for date in dates if isinstance(date, Window)] == [times(edtf) for edtf in read_as]
        if widened and isinstance(dates[0], Window):
            assert dates[0].wide == times(widened[0])


@pytest.mark.parametrize(("written", "read_as"), [(row[1], row[2]) for row in cells_of("Eras")], ids=str)
def test_a_year_of_an_era_of_the_manual_is_read_as_it_says(written: str, read_as: str) -> None:
    (edtf,) = re.findall("`([^`]+)`", read_as)
    expected = times(edtf, "julian" if "Julian" in read_as else "historical")
    for text in re.findall("`([^`]+)`", written):
        found = read_date(text)
        assert isinstance(found, When), found
        date = found.readings[0].date
        assert isinstance(date, Window) and date.narrow == expected
