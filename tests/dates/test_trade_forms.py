"""Forms of genealogists, archivists, palaeographers and museums, and months of the calendars of others."""

from __future__ import annotations

import pytest
from convertdate import coptic, french_republican, hebrew, islamic, persian
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.dates.reading import read_date
from claimcheck.dates.when import DAY, Fault, When, Window

SAME = (
    ("terminus post quem 1059", "not before 1059"),
    ("TPQ 1059", "not before 1059"),
    ("1059 [TPQ]", "not before 1059"),
    ("1059 (TAQ)", "not after 1059"),
    ("terminus ante quem 1059", "not after 1059"),
    ("19th-century", "19th century"),
    ("early 19th-century", "early 19th century"),
    ("C17", "17th century"),
    ("late C17", "late 17th century"),
    ("19th/20th century", "19th to 20th century"),
    ("s. xii in.", "early 12th century"),
    ("s. xv med.", "mid 15th century"),
    ("1-я четв. XVIII в.", "first quarter of the 18th century"),
    ("1885-", "since 1885"),
    ("anno 1603", "1603"),
    ("published 1833", "1833"),
    ("b. 1930", "1930"),
    ("built in 1455", "1455"),
    ("1627 [i.e. 1646]", "1646"),
    ("CAL 1791", "1791"),
    ("INT 1791 (about the flood)", "1791"),
    ("@#DGREGORIAN@ 25 DEC 1699", "25 December 1699 N.S."),
    ("@#DJULIAN@ 25 DEC 1699", "25 December 1699 O.S."),
    ("JULIAN 25 DEC 1699", "25 December 1699 O.S."),
    ("@#DFRENCH R@ 18 BRUM 8", "18 Brumaire an VIII"),
    ("@#DHEBREW@ 5 IYR 5708", "5 Iyyar 5708"),
)


def window(text: str, reading: int = 0) -> Window:
    found = read_date(text)
    assert isinstance(found, When), found
    date = found.readings[reading].date
    assert isinstance(date, Window)
    return date


@pytest.mark.parametrize(("form", "plain"), SAME)
def test_a_form_of_the_trade_is_what_it_stands_for(form: str, plain: str) -> None:
    assert (window(form).narrow, window(form).wide) == (window(plain).narrow, window(plain).wide)


@pytest.mark.parametrize("text", ["early- to mid-18th century", "early to mid 18th century"])
def test_parts_are_joined_with_a_hyphen_each(text: str) -> None:
    assert window(text) == window("early–mid 18th century")


def test_parts_with_a_hyphen_between_run_from_one_to_the_other() -> None:
    assert window("mid-late 1990s").narrow == window("1994 to 1999").narrow


def test_before_and_after_in_gedcom_are_read_as_either_version_has_them() -> None:
    assert [window("BEF 1276", n) for n in (0, 1)] == [window("before 1276"), window("by 1276")]
    assert [window("AFT 1276", n) for n in (0, 1)] == [window("after 1276"), window("not before 1276")]
    assert isinstance(found := read_date("bef 1276"), When) and len(found.readings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "31 Ramadan 977", "22 Ramadan", "18 Brumaire", "1 Chaitra 1800", "5 Iyyar 977 Ramadan 3", "s. xii in. ex.",
        "s. xxx", "safar 2", "vent 8", "18 Brumaire an XX",
        "published 1833, printed 1850", "b. 1930, d. 1976", "TPQ", "22th/20th centuries of", "INT 1791",
    ],
)  # fmt: skip
def test_what_nearly_is_such_a_form_is_refused(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, Fault) and found.remedy


def day_of(text: str) -> int:
    start = window(text).narrow.start
    assert start is not None
    return start // DAY


def by_convertdate(module: object, year: int, month: int, day: int) -> int:
    return round(module.to_jd(year, month, day) - 1_721_424.5)  # type: ignore[attr-defined, no-any-return]


ISLAMIC = (
    "Muharram",
    "Safar",
    "Rabi I",
    "Rabi II",
    "Jumada I",
    "Jumada II",
    "Rajab",
    "Sha'ban",
    "Ramadan",
    "Shawwal",
)
HEBREW = (
    "Nisan",
    "Iyyar",
    "Sivan",
    "Tammuz",
    "Av",
    "Elul",
    "Tishri",
    "Heshvan",
    "Kislev",
    "Tevet",
    "Shevat",
    "Adar",
)
FRENCH = (
    "vendémiaire", "brumaire", "frimaire", "nivôse", "pluviôse", "ventôse", "germinal", "floréal", "prairial",
    "messidor", "thermidor", "fructidor",
)  # fmt: skip
PERSIAN = (
    "Farvardin",
    "Ordibehesht",
    "Khordad",
    "Tir",
    "Mordad",
    "Shahrivar",
    "Mehr",
    "Aban",
    "Azar",
    "Dey",
    "Bahman",
)


@given(st.integers(100, 1450), st.sampled_from(ISLAMIC), st.integers(1, 29))
def test_a_day_of_an_islamic_month_is_that_of_convertdate(year: int, month: str, day: int) -> None:
    assert day_of(f"{day} {month} {year}") == by_convertdate(islamic, year, ISLAMIC.index(month) + 1, day)


@given(st.integers(4000, 5800), st.sampled_from(HEBREW), st.integers(1, 29))
def test_a_day_of_a_hebrew_month_is_that_of_convertdate(year: int, month: str, day: int) -> None:
    assert day_of(f"{day} {month} {year}") == by_convertdate(hebrew, year, HEBREW.index(month) + 1, day)


@given(st.integers(1, 14), st.sampled_from(FRENCH), st.integers(1, 30))
def test_a_day_of_the_republic_is_that_of_convertdate(year: int, month: str, day: int) -> None:
    roman = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")[year]
    expected = by_convertdate(french_republican, year, FRENCH.index(month) + 1, day)
    assert day_of(f"{day} {month} an {roman}") == day_of(f"{day} {month} {year}") == expected


@settings(max_examples=15)  # the peer looks for each equinox
@given(st.integers(1200, 1400), st.sampled_from(PERSIAN), st.integers(1, 29))
def test_a_day_of_a_persian_month_is_that_of_convertdate(year: int, month: str, day: int) -> None:
    assert day_of(f"{day} {month} {year}") == by_convertdate(persian, year, PERSIAN.index(month) + 1, day)


def test_a_coptic_day_is_that_of_convertdate() -> None:
    assert day_of("1 Thout 1000") == by_convertdate(coptic, 1000, 1, 1)


def test_a_small_year_alone_is_one_of_the_republic() -> None:
    assert window("an 8") == window("an VIII")
    assert window("l'an 800").narrow == window("800").narrow
