"""Slips: each kind found where it was planted, and not where the dates do not bear it out."""

from __future__ import annotations

import pytest
from critical_corpora import examined, in_json
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.criticism.definite import DefiniteDate
from claimcheck.criticism.slip_kinds import SlipKind, explain
from claimcheck.criticism.slips import Slip, find_slips
from claimcheck.dates.calendars import calendar_date, day_number, days_in_style
from claimcheck.dates.when import Unit
from claimcheck.engine.findings import Verdict
from claimcheck.report.slips import slip_says

QUESTION = "question: When was the treaty signed?\nclaims:\n"


def slips(*dates: str, more: str = "") -> tuple[Slip, ...]:
    claims = "".join(f"  account-{number}: {date}\n" for number, date in enumerate(dates, 1))
    return find_slips(examined(QUESTION + claims + more))


def kinds(*dates: str, more: str = "") -> list[SlipKind]:
    return [slip.kind for slip in slips(*dates, more=more)]


# One corpus where each kind must be found, and one, as like it as can be, where it must not.
CASES = [
    (SlipKind.CALENDAR, ("25 October 1917", "7 November 1917"), ("25 October 1917", "6 November 1917")),
    (SlipKind.CALENDAR, ("30 January 1649", "9 February 1649"), ("30 January 1649", "10 February 1649")),
    (SlipKind.CALENDAR, ("11 March 1801", "23 March 1801"), ("11 March 1801", "22 March 1801")),
    (SlipKind.CALENDAR_TWICE, ("25 October 1917", "20 November 1917"), ("25 October 1917", "19 November 1917")),
    (SlipKind.YEAR_STYLE, ("30 January 1648", "30 January 1649"), ("30 January 1948", "30 January 1949")),
    (SlipKind.YEAR_STYLE, ("12 October 1490", "12 October 1491"), ("12 June 1590", "12 July 1591")),
    (
        SlipKind.NEIGHBOURING_MONTH,
        ("15 December 1805", "15 January 1806"),
        ("15 December 1805", "16 January 1806"),
    ),
    (SlipKind.NEIGHBOURING_YEAR, ("4 June 1215", "4 June 1216"), ("4 June 1215", "4 June 1217")),
    (SlipKind.NEIGHBOURING_YEAR, ("June 1215", "June 1216"), ("June 1215", "July 1215")),
    (SlipKind.TRANSPOSED, ("3 May 1791", "3 May 1719"), ("3 May 1791", "3 May 1718")),
    (SlipKind.TRANSPOSED, ("12 May 1791", "21 May 1791"), ("12 May 1791", "22 May 1791")),
    (SlipKind.TRANSPOSED, ("1265", "1256"), ("1265", "1257")),
    (SlipKind.EXCHANGED, ("3 April 1871", "4 March 1871"), ("3 April 1871", "5 March 1871")),
    (SlipKind.LOST, ("13 May 1848", "3 May 1848"), ("13 May 1848", "5 May 1848")),
    (SlipKind.MISREAD, ("13 February 1956", "13 February 1926"), ("13 February 1956", "14 February 1926")),
    (SlipKind.MISREAD, ("1 March 1381", "1 March 1331"), ("1 March 1381", "1 March 1337")),
    (SlipKind.WEEKDAY, ("6 May 1527", "13 May 1527"), ("6 May 1527", "14 May 1527")),
    (SlipKind.INCLUSIVE, ("9 April 1241", "10 April 1241"), ("9 April 1241", "11 April 1241")),
    (
        SlipKind.SUNSET,
        ("the evening of 29 May 1453", "30 May 1453"),
        ("the morning of 29 May 1453", "30 May 1453"),
    ),
]


@pytest.mark.parametrize(("kind", "planted", "unlike"), CASES, ids=lambda value: str(value))
def test_a_slip_is_found_where_the_dates_bear_it_out_and_not_otherwise(
    kind: SlipKind, planted: tuple[str, str], unlike: tuple[str, str]
) -> None:
    assert kind in kinds(*planted)
    assert kind not in kinds(*unlike)


def test_dates_that_do_not_contradict_each_other_suggest_no_slip() -> None:
    assert slips("25 October 1917", "October 1917") == ()


def test_a_julian_date_and_the_same_day_in_the_gregorian_calendar_are_no_slip() -> None:
    assert slips("25 October 1917 O.S.", "7 November 1917") == ()


def test_a_day_that_one_digit_parts_is_not_suggested_where_most_near_days_are_so() -> None:
    assert kinds("13 February 1956", "18 February 1956") == []


def test_a_suggestion_says_how_many_of_the_days_as_near_it_would_give() -> None:
    (slip,) = slips("25 October 1917", "7 November 1917")
    assert slip_says(slip) == (
        "25 October 1917 + 13 days = 7 November 1917: that many days lie between the Julian and the Gregorian "
        "calendar in the 20th century. So the one may be the other in Old Style. Such slips give 2 of the 26 days "
        "that lie as near."
    )


def test_a_weekday_that_fits_the_other_date_is_told() -> None:
    (slip,) = slips(
        "{when: 14 July 1789, quote: On Monday the fortress fell.}", "{when: 20 July 1789, quote: It was then.}"
    )
    assert slip.kind is SlipKind.WEEKDAY
    assert "The Monday that is stated fits 20 July 1789, not 14 July 1789, which was a Tuesday." in slip_says(slip)


def test_a_weekday_that_fits_its_own_date_is_no_slip() -> None:
    assert kinds("{when: 14 July 1789, quote: On Tuesday the fortress fell.}", "21 September 1789") == []


COUNTED = """record:
  treaty: {record}
events:
  battle: 14 October 1066
"""


@pytest.mark.parametrize(
    ("count", "record", "is_found"),
    [
        ("3 days after @battle", "16 October 1066", True),
        ("3 days after @battle", "18 October 1066", True),
        ("3 days after @battle", "20 October 1066", False),
        ("2 months after @battle", "14 November 1066", True),
        ("7 years after @battle", "14 October 1072", True),
        ("7 years after @battle", "14 October 1070", False),
    ],
)
def test_one_unit_more_or_less_of_a_counted_interval_is_an_inclusive_count(
    count: str, record: str, is_found: bool
) -> None:
    text = (
        "question: When was the treaty signed?\nthrough: Chronicle, 1120\nclaims:\n"
        f"  Monk: {count}\nrecord:\n  signing: {record}\nevents:\n  battle: 14 October 1066\n"
    )
    found = [slip.kind for slip in find_slips(examined(text))]
    assert (SlipKind.INCLUSIVE in found) is is_found


def test_a_claim_is_set_beside_the_record_that_contradicts_it() -> None:
    text = (
        "question: When was the treaty signed?\nthrough: Register, 1700\nclaims:\n  Envoy: 12 May 1691\n"
        "record:\n  signing: 21 May 1691\n"
    )
    (slip,) = find_slips(examined(text))
    assert (slip.claims, slip.record, slip.kind) == (("Envoy",), "signing", SlipKind.TRANSPOSED)


def test_dates_of_different_questions_are_not_set_beside_each_other() -> None:
    text = """
questions:
  crowned: {ask: When was the king crowned?, event: coronation}
  born: {ask: When was the king born?, event: birth}
claims:
  Herald: {answers: crowned, when: 12 May 1691}
  Nurse: {answers: born, when: 21 May 1691}
events:
  coronation: {label: the coronation, after: birth}
  birth: {label: the birth}
"""
    findings = examined(text)
    assert [pair.verdict for pair in findings.pairs] == [Verdict.CONTRADICTS]
    assert find_slips(findings) == ()


def test_a_suggestion_changes_no_verdict() -> None:
    findings = examined(QUESTION + "  Envoy: 12 May 1691\n  Clerk: 21 May 1691\n")
    assert [pair.verdict for pair in findings.pairs] == [Verdict.CONTRADICTS]


def test_a_slip_in_json_has_the_claims_the_kind_and_the_words() -> None:
    findings = examined(QUESTION + "  Envoy: 12 May 1691\n  Clerk: 21 May 1691\n")
    (slip,) = in_json(findings, "slips")["slips"]
    assert slip["claims"] == ["Envoy", "Clerk"]
    assert slip["kind"] == "digits-transposed"
    assert str(slip["says"]).startswith("12 May 1691 and 21 May 1691 differ by two digits of the day (12 and 21)")


# ------------------------------------------------------------------------------- laws, over 1500 to 1999

FIRST, LAST = day_number("gregorian", 1500, 1, 1), day_number("gregorian", 1999, 12, 31)
DAYS = st.integers(FIRST, LAST)


def day(number: int, is_evening: bool = False, weekday: int | None = None) -> DefiniteDate:
    numerals = calendar_date("gregorian", number)
    return DefiniteDate(Unit.DAY, number, number, "gregorian", numerals, is_evening=is_evening, weekday=weekday)


def found(a: DefiniteDate, b: DefiniteDate) -> set[SlipKind]:
    return {explanation.kind for explanation in explain(a, b)}


def moved(number: int, year: int = 0, month: int = 0) -> int:
    """The same day of the month some years and months on; the case is dropped where there is none."""
    y, m, d = calendar_date("gregorian", number)
    months = y * 12 + m - 1 + year * 12 + month
    try:
        return day_number("gregorian", months // 12, months % 12 + 1, d)
    except ValueError:
        assume(False)
        return number


@given(DAYS, DAYS)
def test_slips_are_the_same_from_either_side(a: int, b: int) -> None:
    assert found(day(a), day(b)) == found(day(b), day(a))


@given(DAYS)
def test_a_day_is_no_slip_of_itself(number: int) -> None:
    assert explain(day(number), day(number)) == ()


@given(DAYS)
def test_a_planted_calendar_offset_is_found_once_and_twice(number: int) -> None:
    once = day_number("julian", *calendar_date("gregorian", number))
    twice = day_number("julian", *calendar_date("gregorian", once))
    assert SlipKind.CALENDAR in found(day(number), day(once))
    assert SlipKind.CALENDAR_TWICE in found(day(number), day(twice))


@given(DAYS, st.sampled_from((-1, 1)))
def test_a_planted_neighbouring_month_or_year_is_found(number: int, step: int) -> None:
    assert SlipKind.NEIGHBOURING_MONTH in found(day(number), day(moved(number, month=step)))
    assert SlipKind.NEIGHBOURING_YEAR in found(day(number), day(moved(number, year=step)))


@given(DAYS, st.integers(0, 2))
def test_planted_transposed_digits_of_a_year_are_found(number: int, place: int) -> None:
    year = str(calendar_date("gregorian", number)[0])
    transposed = int(year[:place] + year[place + 1] + year[place] + year[place + 2 :])
    assume(transposed != int(year) and transposed > 999)
    assert SlipKind.TRANSPOSED in found(day(number), day(moved(number, year=transposed - int(year))))


@given(DAYS)
def test_planted_transposed_digits_of_a_day_are_found(number: int) -> None:
    year, month, _ = calendar_date("gregorian", number)
    a, b = (day_number("gregorian", year, month, d) for d in (12, 21))
    assert SlipKind.TRANSPOSED in found(day(a), day(b))


@given(DAYS, st.booleans())
def test_a_planted_lost_digit_of_a_day_is_found(number: int, is_first: bool) -> None:
    year, month, written = calendar_date("gregorian", number)
    assume(written > 9)
    left = int(str(written)[1 if is_first else 0])
    assume(left > 0)
    assert SlipKind.LOST in found(day(number), day(day_number("gregorian", year, month, left)))


@given(DAYS, st.integers(2, 9), st.integers(0, 3))
def test_a_planted_misread_digit_of_a_year_is_found(number: int, step: int, place: int) -> None:
    year = str(calendar_date("gregorian", number)[0])
    misread = int(year[:place] + str((int(year[place]) + step) % 10) + year[place + 1 :])
    assume(misread > 999 and abs(misread - int(year)) > 1)
    assert SlipKind.MISREAD in found(day(number), day(moved(number, year=misread - int(year))))


@given(
    DAYS.filter(lambda n: calendar_date("gregorian", n)[0] < 1690), st.sampled_from(("25 March", "1 September"))
)
def test_a_planted_year_style_is_found(number: int, style: str) -> None:
    numerals = calendar_date("gregorian", number)
    assume(numerals[1:] != (2, 29))
    other = days_in_style("gregorian", *numerals, style)[0]
    assume(other != number)
    assert SlipKind.YEAR_STYLE in found(day(number), day(other))


@given(DAYS, st.integers(1, 3000).filter(lambda days: days % 7))
def test_a_planted_weekday_is_found(number: int, days: int) -> None:
    other = number + days
    assert SlipKind.WEEKDAY in found(day(number, weekday=(other - 1) % 7), day(other))


@given(DAYS)
def test_a_planted_evening_counted_from_sunset_is_found(number: int) -> None:
    assert SlipKind.SUNSET in found(day(number, is_evening=True), day(number + 1))
    assert SlipKind.SUNSET not in found(day(number), day(number + 1))


@given(DAYS)
def test_a_planted_inclusive_count_of_days_is_found(number: int) -> None:
    assert SlipKind.INCLUSIVE in found(day(number), day(number + 1))
