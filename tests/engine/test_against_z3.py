"""Conflicts, repairs and schools on random corpora, against z3 and brute force made from the rules alone.

Some hundreds of corpora a run; `python -m pytest tests/engine/test_against_z3.py --worlds 10000` draws more.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from random import Random

import pytest
from casework import corpus_of, pairs_of
from z3_oracle import (
    Ids,
    Oracle,
    clusters,
    is_tenable,
    largest_without,
    smallest_hitting_sets,
    tenable,
    under,
)

from claimcheck.engine.conflicts import Together, conflicts_of
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.perspective import Perspective, view
from random_corpora import World, bridged, world, written, yearless

STEP = 20  # worlds a test


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The tests of the same worlds come one after the other, so that these are examined once."""
    if "start" in metafunc.fixturenames:
        worlds = metafunc.config.getoption("--worlds")
        metafunc.parametrize("start", range(0, worlds, STEP), scope="module")


@lru_cache(maxsize=2 * STEP)
def inquiry_of(text: str, granted: tuple[str, ...] = ()) -> Inquiry:
    return Inquiry(view(corpus_of(text), Perspective(bridges=granted)))


@lru_cache(maxsize=2 * STEP)
def together(text: str, granted: tuple[str, ...] = ()) -> Together:
    return conflicts_of(inquiry_of(text, granted))


def conflicts_in(found: Together) -> set[Ids]:
    return {frozenset(conflict.members) for conflict in found.conflicts}


@lru_cache(maxsize=4 * STEP)
def oracle_of(seed: int, granted: Ids) -> Oracle:
    return Oracle(under(bridged_world(seed), granted))


def bridged_world(seed: int) -> World:
    return bridged(seed, widening=seed % 3 == 0)


def test_conflicts_repairs_and_schools_are_those_of_z3(start: int) -> None:
    for seed in range(start, start + STEP):
        drawn = world(seed, widening=seed % 3 == 0)
        found = together(written(drawn))
        assert found.complete, seed
        expected = Oracle(drawn).conflicts()
        assert conflicts_in(found) == expected, f"world {seed}\n{written(drawn)}"
        of_claims = {claim.id for claim in drawn.claims}
        for cluster in found.clusters:
            conflicts = {frozenset(found.conflicts[number].members) for number in cluster.conflicts}
            assert frozenset(conflicts) in clusters(expected), seed
            assert {frozenset(repair) for repair in cluster.repairs} == smallest_hitting_sets(conflicts), seed
            among = {conflict for conflict in conflicts if conflict <= of_claims}
            schools = {frozenset(school.holds) for school in cluster.schools}
            assert schools == (largest_without(cluster.claims, among) if among else set()), seed


def test_conflicts_under_bridges_of_every_form_are_those_of_z3(start: int) -> None:
    for seed in range(start, start + STEP):
        drawn = bridged_world(seed)
        text = written(drawn)
        inquiry, found = inquiry_of(text, drawn.granted), together(text, drawn.granted)
        assert found.complete and not inquiry.effort.is_spent, seed
        held = tenable(drawn, drawn.granted)
        set_aside = {id for ids in inquiry.exclusions_among(inquiry.view.bridges) for id in ids}
        assert set_aside == set(drawn.granted) - held, seed
        expected = oracle_of(seed, held).conflicts()
        assert conflicts_in(found) == expected, f"world {seed} {drawn.granted}\n{text}"


def test_a_pair_contradicts_under_the_smallest_sets_of_bridges_that_z3_finds(start: int) -> None:
    for seed in range(start, start + STEP, 4):
        drawn = bridged_world(seed)
        compared = pairs_of(inquiry_of(written(drawn), drawn.granted))
        found = {(pair.a, pair.b): pair.if_bridge for pair in compared}
        held = tenable(drawn, drawn.granted)
        left = [bridge.id for bridge in drawn.bridges if bridge.id not in held]
        sets = [frozenset(some) for size in range(len(left) + 1) for some in combinations(left, size)]
        oracles = {more: oracle_of(seed, held | more) for more in sets if is_tenable(drawn, held | more)}
        for a, b in combinations([claim.id for claim in drawn.claims], 2):
            if not drawn_is_told(oracles[frozenset()], a, b):
                continue
            bridges = [
                more
                for more, oracle in oracles.items()
                if drawn_is_told(oracle, a, b) and not oracle.is_possible(frozenset((a, b)))
            ]
            smallest = {more for more in bridges if more and not any(other < more for other in bridges)}
            told = {frozenset(ids) for ids in found.get((a, b), ())}
            assert told == smallest, f"world {seed}: {a}, {b} {drawn.granted}\n{written(drawn)}"


def drawn_is_told(oracle: Oracle, a: str, b: str) -> bool:
    """Whether both are possible by themselves: what is not stands in no pair."""
    return all(oracle.is_possible(frozenset((id,))) for id in (a, b))


def test_days_without_a_year_conflict_as_z3_has_it(start: int) -> None:
    for seed in range(start, start + STEP, 4):
        drawn = yearless(seed)
        text = written(drawn)
        found = together(text)
        assert found.complete and not inquiry_of(text).effort.is_spent, seed
        assert conflicts_in(found) == Oracle(drawn).conflicts(), f"world {seed}\n{text}"


def test_the_order_of_the_claims_changes_no_conflict(start: int) -> None:
    for seed in range(start, start + STEP):
        drawn = world(seed, widening=seed % 3 == 0)
        order = list(range(len(drawn.claims)))
        Random(seed).shuffle(order)
        shuffled = together(written(drawn, order))
        assert conflicts_in(shuffled) == conflicts_in(together(written(drawn))), seed
