"""Uncertain dates compared: three answers, each where it belongs, and the laws between them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.dates.calendars import calendar_date, day_number, days_in_month, month_start, year_start
from claimcheck.dates.comparison import Certainty, after, before, same, within
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_values import EdtfDate
from claimcheck.dates.when import DAY, Span, TimeSet, Unit, Window

RELATIONS = (before, after, within, same)


def window(text: str) -> Window:
    found = read_edtf(text)
    assert isinstance(found, EdtfDate), found
    return found.window


@pytest.mark.parametrize(
    ("relation", "a", "b", "answer"),
    [
        (before, "1956-02-13", "1956-02-14", "certain"),
        (before, "1956-02-14", "1956-02-14", "possible"),
        (before, "1956-02-14", "1956-02-13", "impossible"),
        (before, "1984", "1984-05", "possible"),
        (before, "1984-12", "1984-05", "impossible"),
        (before, "../1955", "1956", "certain"),
        (before, "1955/..", "1956", "possible"),
        (before, "[1955-12-31,1956-02-13]", "1956-01-15", "possible"),
        (after, "1956-02-14", "1956-02-13", "certain"),
        (after, "1956-02-13", "1956-02-14", "impossible"),
        (within, "1956-02-14", "1956-02", "certain"),
        (within, "1956-02", "1956-02-14", "possible"),
        (within, "1956-03", "1956-02", "impossible"),
        (within, "1956-01", "[1955-12-31,1956-02-13]", "impossible"),
        (within, "[1955-12-31,1956-02-13]", "1955-12/1956-02", "certain"),
        (within, "1955/..", "1956/..", "possible"),
        (same, "1956-02-14", "1956-02-14", "certain"),
        (same, "1956", "1956", "certain"),
        (same, "1956-02-14", "1956-02", "possible"),
        (same, "1955/1956", "1955/1956", "possible"),
        (same, "[1955,1957]", "1956", "impossible"),
        (same, "1956/..", "1956/..", "possible"),
    ],
)
def test_a_question_is_answered_as_surely_as_the_dates_allow(
    relation: Callable[[Window, Window], Certainty], a: str, b: str, answer: str
) -> None:
    assert relation(window(a), window(b)) == answer


def test_what_is_impossible_on_the_narrow_reading_may_be_possible_on_the_wide() -> None:
    about, later = window("1956~"), window("1954")
    assert (before(about, later), before(about, later, wide=True)) == ("impossible", "possible")


def window_at(day: int, unit: Unit, calendar: str) -> Window:
    """The month or year of a calendar in which a day lies."""
    year, month, _ = calendar_date(calendar, day)
    if unit is Unit.YEAR:
        first, after = year_start(calendar, year), year_start(calendar, year + 1)
    else:
        first = month_start(calendar, year, month)
        after = first + days_in_month(calendar, year, month)
    dates = TimeSet((Span(first * DAY, after * DAY),))
    return Window(dates, dates, unit=unit)


@pytest.mark.parametrize("unit", [Unit.MONTH, Unit.YEAR])
@pytest.mark.parametrize(
    ("calendar", "year", "month", "day"),
    [
        ("julian", 1500, 2, 29),
        ("historical", 1582, 10, 4),
        ("julian-until 1752-09-02", 1752, 9, 2),
        ("julian-until 1752-09-02", 1751, 9, 2),
        ("hebrew", 5784, 12, 1),
        ("islamic", 1442, 12, 1),
        ("coptic", 1700, 13, 1),
        ("french republican", 3, 13, 1),
    ],
)
def test_a_month_or_year_of_any_calendar_is_one_and_two_of_them_are_two(
    calendar: str, year: int, month: int, day: int, unit: Unit
) -> None:
    one = window_at(day_number(calendar, year, month, day), unit, calendar)
    assert same(one, one) is Certainty.CERTAIN
    start, stop = one.narrow.start, one.narrow.stop
    assert start is not None and stop is not None
    for neighbour in (start // DAY - 1, stop // DAY):
        both = one.narrow.union(window_at(neighbour, unit, calendar).narrow)
        assert same(Window(both, both, unit=unit), Window(both, both, unit=unit)) is Certainty.POSSIBLE


years = st.integers(1900, 1910)
texts = st.one_of(
    years.map(str),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, years, st.integers(1, 12), st.integers(1, 28)),
    st.lists(years, min_size=1, max_size=3).map(lambda ys: f"[{','.join(str(y) for y in ys)}]"),
    st.builds(lambda a, b: f"{min(a, b)}/{max(a, b)}", years, years),
    years.map("../{}".format),
    years.map("{}/".format),
)
windows = texts.map(window)


@given(windows, windows)
def test_being_the_same_does_not_depend_on_the_order(a: Window, b: Window) -> None:
    assert same(a, b) == same(b, a)


@given(windows, windows)
def test_after_is_before_turned_round(a: Window, b: Window) -> None:
    assert after(a, b) == before(b, a)


@given(windows, windows)
def test_certainly_before_shuts_out_every_other_relation(a: Window, b: Window) -> None:
    if before(a, b) is Certainty.CERTAIN:
        others = {after(a, b), within(a, b), same(a, b)}
        assert others == {Certainty.IMPOSSIBLE}


@given(windows, windows)
def test_certainly_the_same_is_certainly_within(a: Window, b: Window) -> None:
    if same(a, b) is Certainty.CERTAIN:
        assert within(a, b) == within(b, a) == Certainty.CERTAIN


@settings(max_examples=200)
@given(windows, windows, windows)
def test_a_narrower_date_never_makes_the_impossible_possible(a: Window, b: Window, c: Window) -> None:
    shared = a.narrow.intersection(b.narrow)
    if not shared.spans:
        return
    narrower = Window(shared, shared, unit=a.unit)
    for relation in RELATIONS:
        if relation(a, c) is Certainty.IMPOSSIBLE:
            assert relation(narrower, c) is Certainty.IMPOSSIBLE


@given(windows, windows, windows)
def test_certainly_before_is_handed_on(a: Window, b: Window, c: Window) -> None:
    if before(a, b) is before(b, c) is Certainty.CERTAIN:
        assert before(a, c) is Certainty.CERTAIN
