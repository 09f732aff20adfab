"""Wordings as real catalogues, genealogies and databases have them, and others of their kinds, and what they mean.

The table beside this file says which readings are right, and where a refusal would be as good.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.dates.calendars import calendar_date, days_in_month
from claimcheck.dates.other_calendars import OTHER_CALENDARS
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import DAY, Fault, Reading, TimeSet, When, Window

_REFORM = (1582, 10, 15)
Limits = tuple[str, str]


def tables() -> dict[str, dict[str, str]]:
    """The wordings with what they mean, under the heading that says what they are."""
    found: dict[str, dict[str, str]] = {}
    heading = ""
    for line in (Path(__file__).parent / "real_wordings.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.removeprefix("# ")
            continue
        wording, means = line.split("\t")
        found.setdefault(heading, {})[wording] = means
    return found


def limit(instant: int | None, calendar: str, *, is_last: bool) -> str:
    """A limit as the table has it, in that calendar."""
    if instant is None:
        return ""
    day, second = divmod(instant - is_last, DAY)
    year, month, number = calendar_date(calendar, day)
    written = f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{number:02}"
    if (second + is_last) % DAY == 0:
        return written
    return f"{written}T{second // 3600:02}:{second // 60 % 60:02}"


def limits(times: TimeSet, reading: Reading) -> Limits:
    """The first and last day, in the calendar in which the date was stated, or in the historical one."""
    calendar = "historical" if reading.calendar in OTHER_CALENDARS else reading.calendar
    return limit(times.start, calendar, is_last=False), limit(times.stop, calendar, is_last=True)


def expected(means: str) -> Limits:
    """The first and last day of “1861..1862-04”."""
    first, run, last = means.partition("..")
    return day_of(first, is_last=False), day_of(last if run else first, is_last=True)


def day_of(written: str, *, is_last: bool) -> str:
    """The first or last day of a year, month or day, which may have an hour and minute."""
    date, _, clock = written.removeprefix("-").partition("T")
    if not date:
        return ""
    year, *rest = map(int, date.split("-"))
    year = -year if written.startswith("-") else year
    month = rest[0] if rest else 12 if is_last else 1
    calendar = "julian" if (year, month, *rest[1:]) < _REFORM else "gregorian"
    day = rest[1] if len(rest) > 1 else days_in_month(calendar, year, month) if is_last else 1
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}{'T' if clock else ''}{clock}"


def is_as(found: When | Fault, means: str) -> bool:
    """Whether it was read so: refused, or its readings, and behind "~" the wide one of the first."""
    if means == "R" or isinstance(found, Fault):
        return means == "R" and isinstance(found, Fault) and found.remedy != ""
    narrow, _, wide = means.partition(" ~ ")
    windows = [(reading.date, reading) for reading in found.readings]
    read = [limits(date.narrow, reading) for date, reading in windows if isinstance(date, Window)]
    first, reading = windows[0]
    widened = not wide or (isinstance(first, Window) and limits(first.wide, reading) == expected(wide))
    return widened and read == [expected(each) for each in narrow.split(", ")]


def misread(table: dict[str, str]) -> Iterator[str]:
    for wording, means in table.items():
        found = read_date(wording)
        if not any(is_as(found, each) for each in means.split(" | ")):
            yield f"{wording}: {found.message if isinstance(found, Fault) else found.readings}, not {means}"


@pytest.mark.parametrize(("heading", "table"), tables().items(), ids=list(tables()))
def test_a_real_wording_means_what_is_right(heading: str, table: dict[str, str]) -> None:
    assert list(misread(table)) == []
