"""Days of the Roman month against a calendar written out forwards, as the tables of the handbooks have it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dates.calendars import calendar_date, day_number
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import DAY, Fault, When, Window

MONTHS = (
    "Ianuarias", "Februarias", "Martias", "Apriles", "Maias", "Iunias",
    "Iulias", "Augustas", "Septembres", "Octobres", "Novembres", "Decembres",
)  # fmt: skip
ROMANS = (
    "", "", "", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX",
)  # fmt: skip


def names_of_days(month: int, length: int) -> list[str]:
    """The name of each day of a month as Romans counted; the day that a leap year inserts is none of the count."""
    late = month in (3, 5, 7, 10)
    nones, ides = (7, 15) if late else (5, 13)
    own, after = MONTHS[month - 1], MONTHS[month % 12]
    inserted = month == 2 and length == 29
    found = []
    for day in range(1, length + 1):
        if day in (1, nones, ides):
            found.append(f"{ {1: 'Kalendas', nones: 'Nonas', ides: 'Idus'}[day] } {own}")
            continue
        named = "Nonas" if day < nones else "Idus" if day < ides else "Kalendas"
        counted = day - 1 if inserted and day > 24 else day
        last = {"Nonas": nones, "Idus": ides, "Kalendas": 29 if inserted else length + 1}[named]
        before = last - counted + 1
        number = "pridie" if before == 2 else f"a.d. {ROMANS[before]}"
        found.append(f"{number} {named} {after if named == 'Kalendas' else own}")
    return found


def days_read(text: str) -> list[tuple[int, int, int]]:
    found = read_date(text)
    assert isinstance(found, When), found
    dates = [reading.date for reading in found.readings]
    starts = [date.narrow.start for date in dates if isinstance(date, Window)]
    return [calendar_date("historical", start // DAY) for start in starts if start is not None]


@given(st.integers(100, 1500), st.integers(1, 12), st.data())
def test_every_day_of_the_roman_month_is_the_day_of_the_tables(year: int, month: int, data: st.DataObject) -> None:
    following = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    length = day_number("julian", *following) - day_number("julian", year, month, 1)
    day = data.draw(st.integers(1, length))
    name = names_of_days(month, length)[day - 1]
    read = days_read(f"{name} {year}")
    if (month, day, length) == (2, 24, 29):  # the sixth day before the Kalends twice
        assert read == [(year, 2, 25), (year, 2, 24)]
    else:
        assert read[0] == (year, month, day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.d. IX Kal. Sept. 79", (79, 8, 24)),  # Pliny, of Vesuvius
        ("XIIII Kal. Sept. 14", (14, 8, 19)),  # the death of Augustus
        ("nonum kal. Septembres 79", (79, 8, 24)),
        ("tertio decimo kal. Maii 1154", (1154, 4, 19)),
        ("pridie Idus Martias 44 BC", (-43, 3, 14)),
        ("XVI K Nov 1203", (1203, 10, 17)),
        ("3 Nones March 1203", (1203, 3, 5)),
        ("viij Id. Julii 1154", (1154, 7, 8)),
        ("the ninth day before the Kalends of September 1679", (1679, 8, 24)),
        ("VI Kal. Mart. 1203", (1203, 2, 24)),
    ],
)
def test_a_roman_day_as_editions_write_it(text: str, expected: tuple[int, int, int]) -> None:
    assert days_read(text)[0] == expected


def test_the_year_beside_the_kalends_of_january_is_that_of_the_day_or_that_of_the_kalends() -> None:
    assert days_read("XIX Kal. Jan. 1203") == [(1203, 12, 14), (1202, 12, 14)]
    assert days_read("the 19th day before the Kalends of January 1203") == [(1202, 12, 14)]


@pytest.mark.parametrize(
    "text",
    [
        "XX Kal. Jan. 1203",
        "XVII Kal. Mart. 1204",
        "V Non. Jan. 1203",
        "IX Id. May 1203",
        "pridie Idus",
        "IX Kal. 79",
    ],
)
def test_a_day_that_romans_did_not_count_is_refused(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, Fault) and found.remedy
