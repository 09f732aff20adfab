"""Conflicts, repairs and schools on random corpora, against z3 and brute force made from the rules alone.

Some hundreds of corpora a run; `python -m pytest tests/engine/test_against_z3.py --worlds 10000` draws more.
"""

from __future__ import annotations

from random import Random

import pytest
from casework import corpus_of
from random_corpora import World, world, written
from z3_oracle import Ids, Oracle, clusters, largest_without, smallest_hitting_sets

from claimcheck.engine.conflicts import Together, conflicts_of
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.perspective import Perspective, view

STEP = 20  # worlds a test


def together(drawn: World, order: list[int] | None = None) -> Together:
    corpus = corpus_of(written(drawn, order))
    return conflicts_of(Inquiry(view(corpus, Perspective())))


def conflicts_in(found: Together) -> set[Ids]:
    return {frozenset(conflict.members) for conflict in found.conflicts}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "start" in metafunc.fixturenames:
        worlds = metafunc.config.getoption("--worlds")
        metafunc.parametrize("start", range(0, worlds, STEP))


def test_conflicts_repairs_and_schools_are_those_of_z3(start: int) -> None:
    for seed in range(start, start + STEP):
        drawn = world(seed, widening=seed % 3 == 0)
        found = together(drawn)
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


def test_the_order_of_the_claims_changes_no_conflict(start: int) -> None:
    for seed in range(start, start + STEP):
        drawn = world(seed, widening=seed % 3 == 0)
        order = list(range(len(drawn.claims)))
        Random(seed).shuffle(order)
        assert conflicts_in(together(drawn, order)) == conflicts_in(together(drawn)), seed
