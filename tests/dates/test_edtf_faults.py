"""What is not EDTF is refused with its place, what is wrong and what would be right; whatever the text."""

from __future__ import annotations

import pytest
from test_edtf_examples import ALL

from claimcheck.dates import edtf
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_dates import Dated, read_date_parts
from claimcheck.dates.edtf_expansion import Circa
from claimcheck.dates.edtf_values import EdtfDate
from claimcheck.dates.when import Fault


def fault_of(text: str) -> Fault:
    fault = read_edtf(text)
    assert isinstance(fault, Fault), fault
    return fault


# text, what of it is wrong, why
WRONG = [
    ("1900-02-29", "29", "1900 was not a leap year; February had 28 days"),
    ("2001-04-31", "31", "April has 30 days"),
    ("2004-02-30", "30", "February has at most 29 days"),
    ("2016-05-00", "00", "there is no day 0: days run from 1"),
    ("2016-13", "13", "there is no month 13"),
    ("2001-20", "20", "there is no month 20"),
    ("2001-42", "42", "there is no month 42"),
    ("15XX-2X-25", "2X", "no month is 2X"),
    ("156X-09-31", "31", "no day of 156X-09 is 31"),
    ("2001-21-05", "05", "a season has no days"),
    ("-0000", "-0000", "year 0 has no sign"),
    ("-01XX", "-01XX", "an unspecified digit has no place in a year before 1 BC"),
    ("12345", "12345", "a year of more than four digits begins with Y"),
    ("193", "193", "a year has four digits"),
    ("19560214", "19560214", "EDTF has no dates without hyphens"),
    ("1956-2", "2", "a month has two digits"),
    ("1956-02-1", "1", "a day has two digits"),
    ("1956-045", "045", "EDTF has no days of the year; a month has two digits"),
    ("1956-W07", "W07", "EDTF has no week dates"),
    ("1956-02/P3M", "P3", "EDTF has no durations"),
    ("1956–02", "–", "the parts of a date are joined by hyphens"),
    ("196x", "x", "an unspecified digit is a capital X"),
    ("19uu", "u", "an unspecified digit is a capital X"),
    ("y17e7", "y", "the letters of EDTF are capitals"),
    ("2004-(06)?-11", "(", "EDTF has had no round brackets since 2019"),
    ("1984?~", "?~", "a part of a date has one qualifier at most"),
    ("unknown/2000", "unknown", "EDTF has no words"),
    ("mid 1956", "mid", "EDTF has no words"),
    ("1956 ", " ", "a date has no spaces"),
    (" 1956", " ", "a date has no spaces"),
    ("Y1985", "Y1985", "Y is for years of more than four digits"),
    ("Y17E1", "Y17E1", "Y is for years of more than four digits"),
    ("Y012345", "012345", "a year after Y has no leading zeros"),
    ("-Y17000", "-Y", "the sign follows the Y"),
    ("Y17E7-12-26", "-12-26", "a year after Y stands alone, without month or day"),
    ("1950S2-03", "-03", "a year with significant digits stands alone, without month or day"),
    ("1950S0", "0", "this year has 4 digits that can be significant"),
    ("1950S5", "5", "this year has 4 digits that can be significant"),
    ("19XXS2", "2", "a year has unspecified digits or significant ones, not both"),
    ("2004E7", "E", "only a year after Y has an exponent"),
    ("Y17E", "", "an exponent is missing after E"),
    ("Y17000S", "", "the number of significant digits is missing after S"),
    ("1985+04", "+", "this does not belong after the year"),
    ("1985-04?7", "7", "this does not belong after the month"),
    ("1985-04-12Z", "Z", "this does not belong after the day"),
    ("1985-04-12~T23:20", "1985-04-12~", "a date with a time of day has no qualifiers and no X"),
    ("+1985", "+", "a year is missing here"),
    ("1985T23:20:30", "T", "a time follows a full date; the month is missing"),
    ("1985-04-12T23:20", "23:20", "a time of day has hours, minutes and seconds, of two digits each"),
    ("1985-04-12T25:00:00", "25", "hours run from 00 to 23"),
    ("1985-04-12T24:00:01", "24", "hours run from 00 to 23"),
    ("1985-04-12T23:60:00", "60", "minutes run from 00 to 59"),
    ("1985-04-12T23:20:60", "60", "seconds run from 00 to 59"),
    ("1985-04-12T23:20:30-00:00", "-00:00", "no shift is a shift of plus nothing"),
    ("1985-04-12T23:20:30+16:00", "+16:00", "no clock is so far from Universal Time"),
    ("1985-04-12T23:20:30.5", ".", "a date has no dots and no fractions"),
    ("1985-04-12T23:20:30+0430", "+0430", "this is no time zone"),
    ("1985-04-XXT23:20:30", "1985-04-XX", "a date with a time of day has no qualifiers and no X"),
    ("1985-02-30T23:20:30", "30", "February has at most 29 days"),
    ("2012/2013/1234", "/", "an interval has two ends, and stands in no set"),
    ("[1667/1668]", "/", "an interval has two ends, and stands in no set"),
    ("1670..1672", "..", "two dots stand inside a set, or alone at one end of an interval"),
    ("1956,1957", ",", "several dates are a set"),
    ("[[1667]]", "[", "a set stands alone, with no set or text beside or inside it"),
    ("[1667}", "}", "a set holds dates alone"),
    ("1667]", "]", "a set stands alone, with no set or text beside or inside it"),
    ("[1667]?", "?", "nothing can follow a set"),
    ("[..]", "..", "two dots need a date on one side at least"),
    ("[1667,..1668]", "..", "“or earlier” stands in the first place of a set only"),
    ("[1667..,1668]", "..", "“or later” stands in the last place of a set only"),
    ("١٩٥٦", "١", "U+0661 ARABIC-INDIC DIGIT ONE is not one of the digits 0 to 9"),
    ("1956\u0301", "\u0301", "U+0301 COMBINING ACUTE ACCENT does not belong in a date"),
    ("\u202e1956", "\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE does not belong in a date"),
    ("1956\x00", "\x00", "U+0000 a character without a name does not belong in a date"),
]


@pytest.mark.parametrize(("text", "wrong", "message"), WRONG)
def test_a_fault_names_what_is_wrong_and_where(text: str, wrong: str, message: str) -> None:
    fault = fault_of(text)
    assert (fault.message, text[fault.start : fault.stop]) == (message, wrong)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("196x", "write “196X”"),
        ("1956–02–14", "write “1956-02-14”"),
        ("2016-13-08", "if the day came first, write 2016-08-13"),
        ("12345", "write “Y12345”"),
        ("193", "write “0193” for the year, “193X” for the decade"),
        ("19560214", "write “1956-02-14”"),
        ("Y1985", "write 1985"),
        ("-Y17000", "write Y-17000"),
        ("1956-2", "write 02"),
        ("1984?~", "write % for what is both uncertain and approximate"),
        ("2000/open", "an open end is two dots: “1956/..”"),
    ],
)
def test_a_fault_offers_the_nearest_form(text: str, remedy: str) -> None:
    assert fault_of(text).remedy == remedy


@pytest.mark.parametrize(
    ("text", "wrong_at"),
    [
        ("", 0),
        ("[]", 1),
        ("{}", 1),
        ("[1667,]", 6),
        ("[,1667]", 1),
        ("[", 1),
        ("1985-", 5),
        ("1985-04-12T", 11),
        ("Y", 1),
    ],
)
def test_what_is_missing_is_missed_at_its_place(text: str, wrong_at: int) -> None:
    fault = fault_of(text)
    assert (fault.start, fault.stop) == (wrong_at, wrong_at)


@pytest.mark.parametrize("text", [text for text, _, _ in ALL])
def test_every_beginning_of_a_date_is_a_date_or_a_located_fault(text: str) -> None:
    for end in range(len(text)):
        read = read_edtf(text[:end])
        assert isinstance(read, EdtfDate) or (0 <= read.start <= read.stop <= end and read.message and read.remedy)


TEN_MILLION = 10_000_000


@pytest.mark.parametrize(
    "text",
    [
        "1" * TEN_MILLION,
        "Y" + "1" * TEN_MILLION,
        "Y17E" + "9" * TEN_MILLION,
        "Y17000S" + "9" * TEN_MILLION,
        "X" * TEN_MILLION,
        "[" * TEN_MILLION,
        "[" * (TEN_MILLION // 2) + "]" * (TEN_MILLION // 2),
        "?" * TEN_MILLION,
        "-" * TEN_MILLION,
        "/" * TEN_MILLION,
        "1956-02-14T" + "0" * TEN_MILLION,
        "\u0301" * TEN_MILLION,
        "[1956" + " " * TEN_MILLION + "x]",
    ],
    ids=lambda text: text[:12],
)
def test_ten_million_characters_are_refused_in_a_few_words(text: str) -> None:
    fault = fault_of(text)
    assert len(fault.message) + len(fault.remedy) < 300


@pytest.mark.parametrize("members", [10, 1_000])
def test_each_member_of_a_set_is_read_once(members: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a set takes time in proportion to its length."""
    read: list[int] = []

    def counting(text: str, start: int, stop: int, circa: Circa) -> Dated | Fault:
        read.append(start)
        return read_date_parts(text, start, stop, circa)

    monkeypatch.setattr(edtf, "read_date_parts", counting)
    text = "[" + ",".join(f"{1000 + n * 7 % 1000}-05-{1 + n % 28:02}" for n in range(members)) + "]"
    assert isinstance(read_edtf(text), EdtfDate)
    assert len(read) == len(set(read)) == members


def test_a_set_that_would_explode_is_refused_at_the_member_that_is_too_much() -> None:
    text = "[" + ",".join(["XXXX-XX-X1"] * 1_000) + "]"
    fault = fault_of(text)
    assert fault.message == "this stands for more than 500,000 separate stretches of time"
    assert fault.start < 30  # after two or three of them no more are worked out
    assert "".join(text[fault.start : fault.stop]) == "XXXX-XX-X1"


def test_nothing_of_python_shows_through_the_limit_on_long_numbers() -> None:
    assert fault_of("Y" + "7" * 5_000).message == "a year of more than 1,000 digits cannot be placed"
