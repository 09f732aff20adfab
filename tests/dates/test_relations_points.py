"""Points relative to events: where they lie, and how far from their anchor they can lie."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dates.relations import counts_from_start, least_and_most, month_lengths, move
from claimcheck.dates.when import DAY, Edge, Point

HOUR = 3600


def at(year: int, month: int, day: int, hour: int = 0) -> int:
    return datetime.date(year, month, day).toordinal() * DAY + hour * HOUR


points = st.builds(
    Point,
    anchor=st.just("x"),
    edge=st.sampled_from(Edge),
    months=st.integers(-200, 200),
    days=st.integers(-400, 400),
    seconds=st.integers(-200_000, 200_000),
    weekday=st.none() | st.integers(0, 6),
    calendar=st.sampled_from(
        ["gregorian", "julian", "historical", "julian-until 1752-09-02", "julian-until 1918-01-31"]
    ),
    year_begins=st.sampled_from(["1 January", "25 March", "1 September", "25 December", "1 March"]),
)
instants = st.integers(-1_000 * 366 * DAY, 3_000 * 366 * DAY)


@given(point=points, first=instants, later=st.integers(0, 500 * DAY))
def test_a_later_anchor_never_makes_a_point_earlier(point: Point, first: int, later: int) -> None:
    assert move(point, first) <= move(point, first + later)


@given(point=points, first=instants, later=st.integers(0, 3 * DAY))
def test_a_slightly_later_anchor_never_makes_a_point_earlier(point: Point, first: int, later: int) -> None:
    assert move(point, first) <= move(point, first + later)


@given(point=points, instant=instants)
def test_a_point_lies_within_its_bounds_of_the_anchor(point: Point, instant: int) -> None:
    least, most = least_and_most(point)
    assert least <= move(point, instant) - instant <= most


@pytest.mark.parametrize(
    ("edge", "instant", "expected"),
    [
        (Edge.START, at(1956, 2, 14, 10), at(1956, 2, 14, 10)),
        (Edge.END, at(1956, 2, 25, 20), at(1956, 2, 25, 20)),
        (Edge.FIRST_DAY, at(1956, 2, 14, 10), at(1956, 2, 14)),
        (Edge.FIRST_DAY, at(1956, 2, 14), at(1956, 2, 14)),
        (Edge.NEXT_DAY, at(1956, 2, 25, 20), at(1956, 2, 26)),
        (Edge.NEXT_DAY, at(1956, 2, 26), at(1956, 2, 26)),
        (Edge.LAST_DAY, at(1956, 2, 25, 20), at(1956, 2, 25)),
        (Edge.LAST_DAY, at(1956, 2, 26), at(1956, 2, 25)),
        (Edge.MONTH_START, at(1956, 2, 14, 10), at(1956, 2, 1)),
        (Edge.NEXT_MONTH, at(1956, 2, 25, 20), at(1956, 3, 1)),
        (Edge.NEXT_MONTH, at(1956, 3, 1), at(1956, 3, 1)),
        (Edge.YEAR_START, at(1956, 2, 14, 10), at(1956, 1, 1)),
        (Edge.NEXT_YEAR, at(1956, 2, 25, 20), at(1957, 1, 1)),
        (Edge.NEXT_YEAR, at(1957, 1, 1), at(1957, 1, 1)),
    ],
)
def test_starts_round_down_and_ends_round_up_to_their_edge(edge: Edge, instant: int, expected: int) -> None:
    assert move(Point("x", edge), instant) == expected


def test_months_are_added_in_the_calendar_and_clipped() -> None:
    assert move(Point("x", Edge.LAST_DAY, months=1), at(1956, 2, 1)) == at(1956, 2, 29)
    assert move(Point("x", Edge.LAST_DAY, months=12), at(1956, 3, 1)) == at(1957, 2, 28)
    assert move(Point("x", Edge.FIRST_DAY, months=-1), at(1956, 3, 31, 12)) == at(1956, 2, 29)


def test_months_of_the_julian_calendar_differ() -> None:
    # A month after 31 January 1900 (12 February, Gregorian) is 29 February, which the Julian calendar alone had.
    assert move(Point("x", Edge.FIRST_DAY, months=1, calendar="julian"), at(1900, 2, 12)) == at(1900, 3, 13)


def test_a_year_style_moves_the_year() -> None:
    point = Point("x", Edge.YEAR_START, year_begins="25 March")
    assert move(point, at(1732, 2, 11)) == at(1731, 3, 25)
    assert move(Point("x", Edge.NEXT_YEAR, year_begins="1 September"), at(1491, 10, 1)) == at(1492, 9, 1)


def test_a_weekday_is_the_next_such_midnight_and_stays_where_it_is_one() -> None:
    monday = Point("x", Edge.NEXT_DAY, weekday=0)
    assert move(monday, at(1956, 2, 12, 9)) == at(1956, 2, 13)  # the Sunday before
    assert move(monday, at(1956, 2, 13, 9)) == at(1956, 2, 20)


def test_days_are_added_after_months() -> None:
    assert move(Point("x", Edge.FIRST_DAY, months=1, days=1), at(1955, 1, 31)) == at(1955, 3, 1)


@pytest.mark.parametrize(
    ("point", "bounds"),
    [
        (Point("x", Edge.START), (0, 0)),
        (Point("x", Edge.END, seconds=6 * HOUR), (6 * HOUR, 6 * HOUR)),
        (Point("x", Edge.NEXT_DAY), (0, DAY)),
        (Point("x", Edge.FIRST_DAY), (-DAY, 0)),
        (Point("x", Edge.NEXT_DAY, days=1), (DAY, 2 * DAY)),
        (Point("x", Edge.FIRST_DAY, months=1), (27 * DAY, 31 * DAY)),
        (Point("x", Edge.START, weekday=0), (0, 7 * DAY)),
    ],
)
def test_the_bounds_are_those_of_the_rounding_and_the_calendar(point: Point, bounds: tuple[int, int]) -> None:
    assert least_and_most(point) == bounds


@pytest.mark.parametrize(
    ("months", "lengths"), [(1, (28, 31)), (2, (59, 62)), (12, (365, 366)), (48, (1460, 1461)), (-1, (-31, -28))]
)
def test_months_have_their_shortest_and_longest_lengths(months: int, lengths: tuple[int, int]) -> None:
    assert month_lengths("gregorian", months) == lengths


def test_starts_and_ends_are_told_apart() -> None:
    from_start = {edge for edge in Edge if counts_from_start(edge)}
    assert from_start == {Edge.START, Edge.FIRST_DAY, Edge.MONTH_START, Edge.YEAR_START}


def test_a_month_from_which_a_reform_takes_thirteen_days_is_within_its_bounds() -> None:
    """31 January 1918 in Russia was 13 February; a month later it was the 28th."""
    point = Point("x", Edge.FIRST_DAY, months=1, calendar="julian-until 1918-01-31")
    instant = at(1918, 2, 13, 23)
    assert move(point, instant) == at(1918, 2, 28)
    assert least_and_most(point)[0] <= move(point, instant) - instant
