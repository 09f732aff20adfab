"""Verdicts and entailment on random corpora over six days, against exhaustive search made from the rules alone."""

from __future__ import annotations

from random import Random

import pytest
from casework import corpus_of, pairs_of
from oracle import Date, givens, possible, verdict
from small_worlds import SmallWorld, small_world

from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.lineup import Lineup
from claimcheck.engine.perspective import Perspective, view
from claimcheck.examine import examine

STEP = 20  # worlds a test


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "start" in metafunc.fixturenames:
        worlds = metafunc.config.getoption("--worlds")
        metafunc.parametrize("start", range(0, worlds, STEP))


def drawn(seed: int) -> tuple[SmallWorld, Inquiry]:
    world = small_world(Random(seed))
    return world, Inquiry(view(corpus_of(world.text()), Perspective()))


def test_two_claims_contradict_exactly_if_they_cannot_both_hold(start: int) -> None:
    for seed in range(start, start + STEP):
        world, inquiry = drawn(seed)
        parts = {id: tuple(stated.part for stated in said) for id, said in world.claims}
        contradicting = {(pair.a, pair.b) for pair in pairs_of(inquiry) if pair.verdict == "contradicts"}
        # The same where all conflicts were looked for first.
        found = examine(inquiry.view.corpus).pairs
        assert contradicting == {(pair.a, pair.b) for pair in found if pair.verdict == "contradicts"}, (
            f"world {seed}"
        )
        expected = set()
        ids = [id for id, said in parts.items() if possible(world.world, said, givens(world.world, said))]
        for number, a in enumerate(ids):
            for b in ids[number + 1 :]:
                given = givens(world.world, parts[a], parts[b])
                if not possible(world.world, (*parts[a], *parts[b]), given):
                    expected.add((a, b))
        assert contradicting == expected, f"world {seed}\n{world.text()}"


def test_claims_agree_refine_and_overlap_as_entailment_has_it(start: int) -> None:
    for seed in range(start, start + STEP):
        world, inquiry = drawn(seed)
        parts = {id: said[0].part for id, said in world.claims if len(said) == 1}
        for pair in pairs_of(inquiry):
            if pair.verdict in ("contradicts", "different-questions") or not {pair.a, pair.b} <= parts.keys():
                continue
            a, b = parts[pair.a], parts[pair.b]
            if all(map(_is_one_window, givens(world.world, (a,), (b,)).values())):
                assert pair.verdict == verdict(world.world, a, b), f"world {seed}: {pair.a}, {pair.b}"


def test_a_claim_is_inconsistent_with_itself_exactly_if_no_dates_of_its_anchors_save_it(start: int) -> None:
    for seed in range(start, start + STEP):
        world, inquiry = drawn(seed)
        lineup = Lineup(inquiry)
        for id, said in world.claims:
            parts = tuple(stated.part for stated in said)
            standing = lineup.row(inquiry.claim(id)).verdict.value
            alone = possible(world.world, parts, {})
            assert (standing == "inconsistent-with-itself") == (not alone), f"world {seed}: {id}"
            if alone and not possible(world.world, parts, givens(world.world, parts)):
                assert standing in ("contradicted", "contested"), f"world {seed}: {id}"


def _is_one_window(date: Date) -> bool:
    """Whether a date has both limits and no relation: the oracle replaces relations to such dates alone."""
    edges = [edge for branch in date for stretch in branch for edge in stretch]
    return len(edges) == 2 and all(edge is not None and edge.variable is None for edge in edges)


def test_the_oracle_and_the_engine_meet_every_verdict() -> None:
    """The comparison above says nothing of verdicts that never come up."""
    met = {pair.verdict.value for seed in range(60) for pair in pairs_of(drawn(seed)[1])}
    assert met >= {"contradicts", "agrees", "refines", "refined-by", "overlaps", "undetermined"}
