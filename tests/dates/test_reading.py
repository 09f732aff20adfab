"""The one door for dates: EDTF before phrases, conventions of the corpus, tolerances, supplied words."""

from __future__ import annotations

import pytest
from shapes import shape_of

from claimcheck.dates.phrases.rules import RULES, check_tolerance
from claimcheck.dates.reading import Conventions, read_date
from claimcheck.dates.when import Fault, Limit, Unit, When, Window

JULIAN = Conventions(calendar="julian")
LADY_DAY = Conventions(calendar="julian", year_begins="25 March")


def shape(text: str, conventions: Conventions | None = None) -> dict[str, object]:
    found = read_date(text, conventions or Conventions())
    assert isinstance(found, When), found
    return shape_of(found.readings[0])


def days(text: str, conventions: Conventions | None = None) -> tuple[object, object]:
    found = shape(text, conventions)
    return found["earliest"], found["latest"]


def gregorian(text: str, conventions: Conventions | None = None) -> tuple[object, object] | None:
    found = shape(text, conventions)["gregorian"]
    return (found["earliest"], found["latest"]) if isinstance(found, dict) else None


def wide(text: str, conventions: Conventions | None = None) -> tuple[object, object] | None:
    found = shape(text, conventions)["wide"]
    return (found["earliest"], found["latest"]) if isinstance(found, dict) else None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("1956-02-14", "edtf"),
        ("1956-02-14/1956-02-25", "edtf"),
        ("[1955-12-31,1956-02-13]", "edtf"),
        ("1789~", "edtf"),
        ("..", None),
        ("14 February 1956", "day"),
        ("1941/42", "split-year"),
        ("13.02.1956", "dotted-date"),
    ],
)
def test_edtf_is_read_as_edtf_and_the_rest_as_phrases(text: str, rule: str | None) -> None:
    found = read_date(text)
    if rule is None:
        assert isinstance(found, Fault)
    else:
        assert isinstance(found, When)
        assert found.readings[0].rule == rule


def test_the_fault_of_a_text_that_looks_like_edtf_is_that_of_edtf() -> None:
    found = read_date("1956-02-30")
    assert isinstance(found, Fault)
    assert "February" in found.message
    assert found.start == 8


def test_the_text_stays_as_written() -> None:
    found = read_date("  Late October 1955 ")
    assert isinstance(found, When)
    assert found.text == "  Late October 1955 "


def test_open_and_unknown_limits_are_told_apart() -> None:
    assert shape("before 1453")["earliest_kind"] == Limit.UNKNOWN
    assert shape("../1452")["earliest_kind"] == Limit.OPEN
    assert shape("before 1453")["edtf"] == "/1452"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("1956", Unit.YEAR),
        ("the 16th century", Unit.YEAR),
        ("February 1956", Unit.MONTH),
        ("early 1956", Unit.MONTH),
        ("late October 1955", Unit.DAY),
        ("the evening of 13 February 1956", Unit.HOUR),
        ("18:30 on 14 February 1956", Unit.MINUTE),
    ],
)
def test_a_date_keeps_the_unit_it_was_stated_in(text: str, unit: Unit) -> None:
    found = read_date(text)
    assert isinstance(found, When)
    date = found.readings[0].date
    assert isinstance(date, Window)
    assert date.unit is unit


def test_phrases_are_of_the_calendar_that_is_set_and_a_day_in_edtf_is_gregorian() -> None:
    assert days("25 October 1917", JULIAN) == ("1917-10-25", "1917-10-25")
    assert gregorian("25 October 1917", JULIAN) == ("1917-11-07", "1917-11-07")
    assert days("1917-10-25", JULIAN) == ("1917-10-25", "1917-10-25")
    assert shape("25 October 1917", JULIAN)["calendar"] == "julian"


def test_a_style_in_the_text_is_nearer_than_the_calendar_that_is_set() -> None:
    assert days("7 November 1917 N.S.", JULIAN) == ("1917-11-07", "1917-11-07")
    assert gregorian("25 October 1917 O.S.") == ("1917-11-07", "1917-11-07")


def test_parts_of_a_month_are_those_of_the_calendar() -> None:
    assert days("late October 1917", JULIAN) == ("1917-10-21", "1917-10-31")
    assert gregorian("late October 1917", JULIAN) == ("1917-11-03", "1917-11-13")


def test_years_begin_as_the_style_says() -> None:
    assert gregorian("11 February 1731", LADY_DAY) == ("1732-02-22", "1732-02-22")
    assert gregorian("the year 1731", LADY_DAY) == ("1731-04-05", "1732-04-04")
    assert days("the year 1731", LADY_DAY) == ("1731-03-25", "1732-03-24")
    assert days("early 1731", LADY_DAY) == ("1731-03-25", "1731-07-24")


def test_a_month_that_the_year_begins_in_is_two_stretches() -> None:
    assert shape("March 1731", LADY_DAY)["spans"] == [["1731-03-25", "1731-03-31"], ["1732-03-01", "1732-03-24"]]


def test_a_year_in_both_styles_needs_no_convention() -> None:
    assert days("11 February 1731/2 O.S.", Conventions()) == ("1732-02-11", "1732-02-11")
    assert days("11 February 1731/2 O.S.", LADY_DAY) == ("1732-02-11", "1732-02-11")


@pytest.mark.parametrize(
    ("rule", "length", "text", "expected"),
    [
        ("circa-year", "10 years", "c. 1500", ("1490-01-01", "1510-12-31")),
        ("circa-year", "none", "c. 1500", None),
        ("part-of-month", "3 days", "late October 1955", ("1955-10-18", "1955-10-31")),
        ("eve", "1 day", "on the eve of 14 February 1956", None),
        ("eve", "1 day", "on the eve of c. 14 February 1956", ("1956-02-11", "1956-02-16")),
        ("counted", "none", "2 days after 4 July 1776", None),
        ("counted", "1 week", "2 days after 4 July 1776", ("1776-06-29", "1776-07-13")),
        ("season", "2 weeks", "spring 1917", ("1917-02-15", "1917-06-14")),
        ("day", "1 day", "14 February 1956", ("1956-02-13", "1956-02-15")),
        ("fraction", "1 month", "the first half of 1956", ("1955-12-01", "1956-07-31")),
        ("turn", "none", "the turn of 1955 and 1956", None),
        ("part-of-day", "30 minutes", "the morning of 14 July 1789", ("1789-07-14T05:30", "1789-07-14T12:29")),
        ("circa-year", "10 years", "1500~", ("1490-01-01", "1510-12-31")),
        ("first-days", "2 days", "the first days of May 1791", ("1791-05-01", "1791-05-07")),
    ],
)
def test_a_tolerance_of_the_corpus_takes_the_place_of_the_rule_s(
    rule: str, length: str, text: str, expected: tuple[str, str] | None
) -> None:
    assert wide(text, Conventions(tolerances=((rule, length),))) == expected


def test_a_tolerance_leaves_the_narrow_reading_as_it_is() -> None:
    settings = Conventions(tolerances=(("circa-year", "10 years"),))
    assert days("c. 1500", settings) == days("c. 1500")


def test_every_tolerance_of_a_rule_can_be_set() -> None:
    for rule in RULES:
        assert check_tolerance(rule.name, rule.tolerance) is None
        assert check_tolerance(rule.name, "2 days") is None


@pytest.mark.parametrize("pair", [("circa-yaer", "5 years"), ("circa-year", "five"), ("circa-year", "-5 years")])
def test_a_wrong_tolerance_is_named_with_what_is_wrong(pair: tuple[str, str]) -> None:
    assert check_tolerance(*pair)
    found = read_date("c. 1500", Conventions(tolerances=(pair,)))
    assert isinstance(found, Fault)
    assert found.remedy


def test_an_unknown_calendar_or_style_is_a_fault() -> None:
    for wrong in (Conventions(calendar="gregorain"), Conventions(year_begins="24 March")):
        found = read_date("14 February 1956", wrong)
        assert isinstance(found, Fault)
        assert found.remedy


@pytest.mark.parametrize(
    ("text", "supplied"),
    [
        ("3 May [1791]", ("1791",)),
        ("3 [May] [1791]", ("May", "1791")),
        ("17[91]", ("91",)),
        ("[3 May] 1791", ("3 May",)),
        ("3 мая [1791 г.]", ("1791 г.",)),
    ],
)
def test_words_supplied_by_the_editor_are_read_and_remembered(text: str, supplied: tuple[str, ...]) -> None:
    found = read_date(text)
    assert isinstance(found, When)
    assert found.readings[0].supplied == supplied
    assert days(text)[0] in ("1791-05-03", "1791-01-01")


def test_brackets_of_edtf_are_sets_and_supply_nothing() -> None:
    found = read_date("[1791]")
    assert isinstance(found, When)
    assert found.readings[0].supplied == ()


def test_a_question_mark_moves_no_limit_and_is_kept() -> None:
    found = read_date("14 February 1956?")
    assert isinstance(found, When)
    assert found.readings[0].edtf == "1956-02-14?"
    assert days("14 February 1956?") == days("14 February 1956")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about six in the evening of 13 February 1956", ("1956-02-13T17:30", "1956-02-13T18:29")),
        ("either on the evening of the 13th or during the night of February 13 to 14, 1956", None),
        ("mid-February 1956", ("1956-02-11", "1956-02-20")),
        ("late October 1955", ("1955-10-21", "1955-10-31")),
        ("March-April 1955", ("1955-03-01", "1955-04-30")),
        ("December 31, 1955", ("1955-12-31", "1955-12-31")),
        ("on the eve of the 14th of February 1956", ("1956-02-13", "1956-02-13")),
        ("не ранее 25 октября 1955 г.", ("1955-10-25", None)),
    ],
)
def test_the_dates_of_a_press_article_are_read(text: str, expected: tuple[str | None, str | None] | None) -> None:
    assert days(text) == (expected or ("1956-02-13T18:00", "1956-02-14T05:59"))


@pytest.mark.parametrize(
    "conventions",
    [Conventions(), JULIAN, LADY_DAY, Conventions("hebrew"), Conventions("julian-until 1752-09-02")],
    ids=lambda conventions: conventions.calendar,
)
@pytest.mark.parametrize("text", ["1910-12", "1914-21", "1581-82", "1750-53", "1910-12?"])
def test_the_second_reading_of_a_month_that_may_be_a_run_is_that_of_the_run(
    text: str, conventions: Conventions
) -> None:
    found, run = read_date(text, conventions), read_date(text.replace("-", "–"), conventions)
    assert isinstance(run, When)
    if isinstance(found, Fault):  # the Hebrew calendar has no seasons
        assert conventions.calendar == "hebrew"
    else:
        assert found.readings[-1] == run.readings[-1]
