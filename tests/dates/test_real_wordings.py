"""Wordings as real catalogues, genealogies and databases have them, each with the limits that are right.

The table beside this file says which readings are right, and where a refusal would be as good. What it asks for in
the Julian calendar is asked of it there, whatever calendar is in force where none is stated.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import DAY, Fault, Reading, Window

_REFORM = "1582-10-15"


class Row(NamedTuple):
    wording: str
    first: str
    last: str
    also: str


def rows() -> list[Row]:
    lines = (Path(__file__).parent / "real_wordings.tsv").read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if not line.startswith("#")]


def limit(instant: int | None, calendar: str, *, is_last: bool) -> str:
    """A limit as the table has it, in that calendar."""
    if instant is None:
        return "none"
    day, second = divmod(instant - is_last, DAY)
    year, month, number = calendar_date(calendar, day)
    written = f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{number:02}"
    if (second + is_last) % DAY == 0:
        return written
    return f"{written}T{second // 3600:02}:{second // 60 % 60:02}"


def limits(reading: Reading) -> tuple[str, str]:
    """The first and last day of a reading, in the calendar in which it was stated."""
    assert isinstance(reading.date, Window)
    narrow, calendar = reading.date.narrow, reading.calendar
    return limit(narrow.start, calendar, is_last=False), limit(narrow.stop, calendar, is_last=True)


def is_julian(row: Row) -> bool:
    """Whether all limits of the row lie before the reform."""
    stated = [end for end in (*row.first.split("|"), *row.last.split("|")) if end[:1].isdigit() or end[:1] == "-"]
    return bool(stated) and all(end.startswith("-") or end < _REFORM for end in stated)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.wording)
def test_a_real_wording_has_the_limits_that_are_right(row: Row) -> None:
    found = read_date(row.wording, Conventions(calendar="julian") if is_julian(row) else Conventions())
    if isinstance(found, Fault):
        assert "REFUSE" in (row.first, row.also), found
        assert found.remedy
        return
    assert row.first != "REFUSE", found
    expected = list(zip(row.first.split("|"), row.last.split("|"), strict=True))
    assert [limits(reading) for reading in found.readings][: len(expected)] == expected
