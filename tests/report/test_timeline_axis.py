"""The axis of a timeline: its scale, its breaks, its ticks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY
from claimcheck.report.axis import LABEL, Axis, axis_of, ticks

Day = tuple[int, int, int]


def axis_over(*stretches: tuple[Day, Day], calendar: str = "gregorian") -> Axis:
    """The axis over stretches of days, the last day included."""
    edges = [
        (day_number("gregorian", *first) * DAY, (day_number("gregorian", *last) + 1) * DAY)
        for first, last in stretches
    ]
    axis = axis_of(edges, calendar)
    assert axis is not None
    return axis


def labels(axis: Axis, most: int = 8) -> list[str]:
    return [tick.label for tick in ticks(axis, most)]


def year(number: int) -> tuple[Day, Day]:
    return (number, 1, 1), (number, 12, 31)


def test_there_is_no_axis_without_dates() -> None:
    assert axis_of([]) is None


@pytest.mark.parametrize(
    ("stretches", "shown"),
    [
        ([((1956, 2, 13), (1956, 2, 13))], ["11 Feb 1956", "12 Feb", "13 Feb", "14 Feb", "15 Feb"]),
        ([((1955, 10, 21), (1956, 2, 20))], ["Nov 1955", "Dec", "Jan 1956", "Feb"]),
        ([year(1857), year(1956)], ["1860", "1880", "1900", "1920", "1940", "1960"]),
        ([year(-813), year(-727)], ["800 BC", "780 BC", "760 BC", "740 BC"]),
        ([year(-49), ((70, 1, 1), (75, 12, 31))], ["40 BC", "20 BC", "AD 20", "AD 40", "AD 60", "AD 80"]),
        ([((100, 1, 1), (1900, 12, 31))], ["500", "1000", "1500"]),
    ],
)
def test_ticks_stand_at_round_times_of_the_size_of_what_is_shown(
    stretches: list[tuple[Day, Day]], shown: list[str]
) -> None:
    assert labels(axis_over(*stretches)) == shown


def test_parts_of_a_day_have_ticks_at_hours() -> None:
    evening = day_number("gregorian", 1956, 2, 13) * DAY + 18 * 3600
    axis = axis_of([(evening, evening + 12 * 3600)])
    assert axis is not None
    assert "14 Feb, 00:00" in labels(axis)
    assert "21:00" in labels(axis)


def test_ticks_can_be_those_of_the_julian_calendar() -> None:
    # 24 March 1603 of the Julian calendar is 3 April of the Gregorian.
    axis = axis_over(((1603, 4, 3), (1603, 4, 3)), calendar="julian")
    assert "24 Mar" in labels(axis)


def test_an_outlier_breaks_the_axis_where_it_would_draw_the_rest_together() -> None:
    axis = axis_over(year(-813), year(-752), year(-727), year(2006))
    assert len(axis.segments) == 2
    assert axis.segments[0].stop < axis.segments[1].start
    founding = [axis.place(day_number("gregorian", number, 1, 1) * DAY) for number in (-813, -752, -727)]
    assert all(after - before > 0.1 for before, after in pairwise(founding))


def test_two_dates_far_apart_break_nothing() -> None:
    assert len(axis_over(year(1857), year(1956)).segments) == 1


def test_what_falls_into_a_break_stands_between_its_two_sides() -> None:
    axis = axis_over(year(-813), year(-752), year(-727), year(2006))
    place = axis.place(day_number("gregorian", 1000, 1, 1) * DAY)
    assert axis.segments[0].right < place < axis.segments[1].left


stretches_of_days = st.lists(
    st.tuples(st.integers(-400_000, 800_000), st.integers(1, 40_000)).map(
        lambda pair: (pair[0] * DAY, (pair[0] + pair[1]) * DAY)
    ),
    min_size=1,
    max_size=12,
)


@given(stretches_of_days, st.integers(1, 12))
def test_later_never_stands_to_the_left_of_earlier(stretches: list[tuple[int, int]], most: int) -> None:
    axis = axis_of(stretches)
    assert axis is not None
    edges = sorted(edge for stretch in stretches for edge in stretch)
    places = [axis.place(edge) for edge in edges]
    assert places == sorted(places)
    assert places[0] >= 0 and places[-1] <= 1


@given(stretches_of_days, st.integers(1, 12))
def test_every_segment_has_a_tick_or_no_room_for_one_and_no_two_labels_meet(
    stretches: list[tuple[int, int]], most: int
) -> None:
    axis = axis_of(stretches)
    assert axis is not None
    shown = ticks(axis, most)
    assert shown
    for before, after in pairwise(shown):
        assert (after.at - before.at) * most * LABEL >= (len(before.label) + len(after.label)) / 2
