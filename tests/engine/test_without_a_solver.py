"""The plain search and the SAT solver find the same; without the solver a long search says that it was cut."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from casework import corpus_of
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.engine import conflicts, hitting, sat
from claimcheck.engine.conflicts import conflicts_of
from claimcheck.engine.hitting import minimal_hitting_sets
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Key
from claimcheck.engine.perspective import Perspective, view
from claimcheck.engine.tangles import minimal_conflicts
from random_corpora import World, bridged, world, written, yearless


@pytest.fixture
def without_a_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sat, "is_at_hand", lambda: False)


def conflicts_in(drawn: World) -> tuple[set[frozenset[str]], bool]:
    found = conflicts_of(Inquiry(view(corpus_of(written(drawn)), Perspective(bridges=drawn.granted))))
    return {frozenset(conflict.members) for conflict in found.conflicts}, found.complete


@pytest.mark.parametrize(("draw", "step"), [(world, 10), (bridged, 10), (yearless, 50)])
def test_the_solver_finds_the_conflicts_that_the_plain_search_finds(
    monkeypatch: pytest.MonkeyPatch, draw: Callable[[int], World], step: int
) -> None:
    worlds = [draw(seed) for seed in range(0, 400, step)]
    plainly = [conflicts_in(drawn) for drawn in worlds]
    monkeypatch.setattr(conflicts, "_FEW_MEMBERS", 0)
    assert [conflicts_in(drawn) for drawn in worlds] == plainly


PAIRS: list[Key] = [("claim", f"{side}{number}") for number in range(10) for side in "ab"]


def core_of_pairs(keys: frozenset[Key]) -> frozenset[Key] | None:
    """Ten pairs of which nobody can hold both: 1,024 ways to give up one of each."""
    pairs = (frozenset(PAIRS[place : place + 2]) for place in range(0, len(PAIRS), 2))
    return next((pair for pair in pairs if pair <= keys), None)


def test_with_the_solver_many_ways_to_hold_most_are_all_gone_through() -> None:
    found = minimal_conflicts(PAIRS, core_of_pairs, 2_000)
    assert found.complete and len(found.conflicts) == 10


@pytest.mark.usefixtures("without_a_solver")
def test_without_the_solver_the_same_is_found_and_said_to_be_incomplete() -> None:
    found = minimal_conflicts(PAIRS, core_of_pairs, 2_000)
    assert not found.complete and len(found.conflicts) == 10


CAPTAINS = "\n".join(
    f"  {side}{number}: {{event: e{number}, when: {day} May 1500}}"
    for number in range(10)
    for side, day in (("a", 1), ("b", 3))
)
SAILED = f"""
events: {{{", ".join(f"e{number}: {{label: ship {number} sails}}" for number in range(10))}}}
claims:
{CAPTAINS}
  all: {{by: the harbour master, event: e0, when: 5 May 1500, also: [{
    ", ".join(f"{{event: e{number}, when: 5 May 1500}}" for number in range(1, 10))
}]}}
"""


@pytest.mark.usefixtures("without_a_solver")
def test_repairs_that_nobody_knows_to_be_the_smallest_leave_a_cluster_incomplete() -> None:
    """Whoever gives up the one claim that is at odds with all has still to choose of ten pairs: 1,024 ways."""
    found = conflicts_of(Inquiry(view(corpus_of(SAILED), Perspective())))
    (cluster,) = found.clusters
    assert not cluster.complete
    assert set(cluster.repairs) and all("all" in repair and len(repair) == 11 for repair in cluster.repairs)


sets = st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=4), max_size=7)


@given(sets, st.integers(1, 6))
def test_without_the_solver_hitting_sets_are_minimal_and_no_more_than_asked_for(
    conflicts: list[frozenset[str]], limit: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sat, "is_at_hand", lambda: False)
        found, are_all = minimal_hitting_sets(conflicts, "abcdef", limit)
    every = {
        frozenset(some)
        for size in range(7)
        for some in combinations("abcdef", size)
        if all(conflict & set(some) for conflict in conflicts)
    }
    smallest = {some for some in every if not any(other < some for other in every)}
    assert found and {frozenset(some) for some in found} <= smallest
    assert len(found) <= limit
    assert not are_all or {frozenset(some) for some in found} == smallest
    assert hitting.minimal_hitting_sets(conflicts, "abcdef", 100) == (
        sorted((tuple(sorted(some)) for some in smallest), key=lambda some: (len(some), some)),
        True,
    )
