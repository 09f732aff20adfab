"""The earliest dates of everything, against limits carried back and forth and against the calendar itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY, Edge, Point
from claimcheck.engine.anchor_points import Anchored, anchored, moving_points, snap, start_of, ties
from claimcheck.engine.earliest_dates import dated
from claimcheck.engine.formulas import from_on, short_of
from claimcheck.engine.network import ORIGIN, Atom, Clause, Network, at_most, less_than
from claimcheck.engine.search import contradiction

EVENTS = ("a", "b", "c")


def on_the_day(event: str, point: Point) -> tuple[Anchored, list[Atom]]:
    """`event` starts on the day that begins at the point, which counts from the start of its anchor."""
    at = anchored(point, str)
    start = start_of(event)
    return at, [Atom(at.node, start, at_most(0)), Atom(start, at.node, less_than(DAY)), *ties(at)]


def clauses_of(atoms: Sequence[Atom]) -> list[Clause]:
    return [Clause((atom,), number) for number, atom in enumerate(atoms)]


def between(event: str, first: date, last: date) -> list[Atom]:
    """`event` starts from one day up to another, inclusive."""
    low, high = (day_number("gregorian", day.year, day.month, day.day) for day in (first, last))
    return [from_on(start_of(event), low * DAY), short_of(start_of(event), (high + 1) * DAY)]


points = st.builds(
    Point,
    st.sampled_from(EVENTS),
    st.just(Edge.FIRST_DAY),
    months=st.sampled_from([0, 0, 0, 1, -1, 12]),
    days=st.integers(-3, 3),
)
statements = st.lists(st.tuples(st.sampled_from(EVENTS), points), min_size=1, max_size=4)
limits = st.lists(
    st.builds(
        lambda event, start, days: between(
            event, date(1903, 12, 1), date.fromordinal(date(1903, 12, 1).toordinal() + start + days)
        ),
        st.sampled_from(EVENTS),
        st.integers(0, 60),
        st.integers(0, 60),
    ),
    max_size=2,
)


@given(statements, limits)
@settings(max_examples=300, deadline=None)
def test_what_can_be_dated_is_what_limits_leave_possible(
    said: list[tuple[str, Point]], limited: list[list[Atom]]
) -> None:
    told = [on_the_day(event, point) for event, point in said]
    at = moving_points(point for point, _ in told)
    atoms = [atom for _, some in told for atom in some] + [atom for some in limited for atom in some]
    by_limits = contradiction(clauses_of(atoms), lambda network: snap(at, network))
    network = Network()
    if any(network.add(atom, number) is not None for number, atom in enumerate(atoms)):
        assert by_limits is not None
        return
    found = dated(at, network)
    if found is not None:
        assert (found == ()) == (by_limits is None)
    if found:
        ((impossible, reasons),) = found
        assert impossible == Atom(ORIGIN, ORIGIN, less_than(0))
        part = [atoms[number] for number in sorted(reasons)]
        # What ties a point to its anchor is part of the calendar, and so of no reason.
        part += [atom for point in at for atom in ties(point)]
        assert contradiction(clauses_of(part), lambda network: snap(at, network)) is not None


def test_months_that_push_each_other_through_a_year_are_settled() -> None:
    # b is on the day a year after a, and a on the day 366 days before b: only across a 29 February.
    around = [
        on_the_day("b", Point("a", Edge.FIRST_DAY, months=12)),
        on_the_day("a", Point("b", Edge.FIRST_DAY, days=-366)),
    ]
    at = moving_points(point for point, _ in around)
    for first, last, is_possible in (
        (date(1901, 1, 1), date(1902, 12, 31), False),
        (date(1901, 1, 1), date(1903, 12, 31), True),
    ):
        network = Network()
        for number, atom in enumerate(
            [*(atom for _, some in around for atom in some), *between("a", first, last)]
        ):
            assert network.add(atom, number) is None
        assert (dated(at, network) == ()) == is_possible


def test_a_day_after_itself_by_way_of_others_is_no_solution_without_any_date() -> None:
    # b two days after a, c two days after b, c three days after a: nothing is dated, so the search gives up.
    around = [
        on_the_day("b", Point("a", Edge.FIRST_DAY, days=2)),
        on_the_day("c", Point("b", Edge.FIRST_DAY, days=2)),
        on_the_day("c", Point("a", Edge.FIRST_DAY, days=3)),
    ]
    at = moving_points(point for point, _ in around)
    atoms = [atom for _, some in around for atom in some]
    network = Network()
    assert all(network.add(atom, number) is None for number, atom in enumerate(atoms))
    assert dated(at, network) is None
    assert contradiction(clauses_of(atoms), lambda network: snap(at, network)) is not None
