"""The manual's table of phrases: every row is read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.dates.reading import read_date
from claimcheck.dates.when import TimeSet, When, Window

MANUAL = Path(__file__).parents[2] / "docs" / "dates.md"


def rows() -> list[tuple[list[str], list[str], list[str]]]:
    section = MANUAL.read_text(encoding="utf-8").split("## Phrases\n")[1].split("\n## ")[0]
    cells = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")][1:]
    return [
        (found[0], found[1], found[2])
        for row in cells
        for found in [[re.findall("`([^`]+)`", c) for c in row[1:]]]
    ]


def times(edtf: str) -> TimeSet:
    """What EDTF says in the calendar in force."""
    read = read_date(edtf)
    assert isinstance(read, When) and read.readings[0].rule == "edtf", edtf
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
