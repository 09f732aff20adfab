"""What must not matter to a verdict, on random corpora: names, the era, repetition, strangers, the order of files.

And what grants and removals may do: a granted bridge takes no contradiction away, a record taken out adds none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from random import Random

import pytest
from casework import corpus_of, pairs_of

from claimcheck.engine.conflicts import conflicts_of
from claimcheck.engine.findings import Pair, Verdict
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.perspective import Perspective, view
from random_corpora import World, bridged, claim_lines, written

STEP = 20  # worlds a test
SHARE = 3  # one in so many of the worlds asked for

Told = tuple[str, str | None, bool, frozenset[frozenset[str]], int | None]
Conflicts = set[frozenset[str]]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The laws on the same worlds come one after the other, so that these are examined once."""
    if "start" in metafunc.fixturenames:
        worlds = metafunc.config.getoption("--worlds") // SHARE
        metafunc.parametrize("start", range(0, worlds, STEP), scope="module")


@dataclass(frozen=True)
class Seen:
    """What is found in a text: every pair both ways round, every conflict."""

    inquiry: Inquiry
    pairs: dict[tuple[str, str], Told]
    conflicts: Conflicts


_TURNED = {Verdict.REFINES: Verdict.REFINED_BY, Verdict.REFINED_BY: Verdict.REFINES}


@lru_cache(maxsize=4 * STEP)
def seen(*texts: str, granted: tuple[str, ...]) -> Seen:
    inquiry = Inquiry(view(corpus_of(*texts), Perspective(bridges=granted)))
    pairs: dict[tuple[str, str], Told] = {}
    for pair in pairs_of(inquiry):
        pairs[pair.a, pair.b] = _told(pair, pair.verdict)
        pairs[pair.b, pair.a] = _told(pair, _TURNED.get(pair.verdict, pair.verdict))
    conflicts = {frozenset(conflict.members) for conflict in conflicts_of(inquiry).conflicts}
    assert not inquiry.effort.is_spent
    return Seen(inquiry, pairs, conflicts)


def _told(pair: Pair, verdict: Verdict) -> Told:
    conditions = frozenset(map(frozenset, pair.if_bridge))
    return verdict, pair.dimension, pair.strained, conditions, pair.gap.days if pair.gap is not None else None


def worlds(start: int) -> Iterator[tuple[int, World, str]]:
    for seed in range(start, start + STEP):
        drawn = bridged(seed, widening=seed % 2 == 0)
        yield seed, drawn, written(drawn)


def test_names_do_not_matter(start: int) -> None:
    new = {"e0": "zz", "e1": "aa", "e2": "mm", "e3": "bb", "k0": "z-kind", "k1": "a-kind", "k2": "m-kind"}
    new |= {f"c{number}": f"x{9 - number}" for number in range(10)}
    for seed, drawn, text in worlds(start):
        renamed = text
        for old, name in new.items():
            renamed = renamed.replace(old, name)
        before, after = seen(text, granted=drawn.granted), seen(renamed, granted=drawn.granted)

        def name_of(id: str) -> str:
            event, _, number = id.partition("/")
            return f"{new[event]}/{number}" if number else new[event]

        assert {(name_of(a), name_of(b)): told for (a, b), told in before.pairs.items()} == after.pairs, seed
        assert {frozenset(map(name_of, ids)) for ids in before.conflicts} == after.conflicts, seed


def test_twenty_eight_years_do_not_matter(start: int) -> None:
    """Within a century of the Gregorian calendar the same days come round, with weekdays and leap years."""
    for seed, drawn, text in worlds(start):
        earlier, later = (seen(text.replace("1500", year), granted=drawn.granted) for year in ("1911", "1939"))
        assert earlier.pairs == later.pairs, seed
        assert earlier.conflicts == later.conflicts, seed


def test_who_says_it_again_stands_as_who_said_it(start: int) -> None:
    for seed, drawn, text in worlds(start):
        disputed = {claim.disputes for claim in drawn.claims}
        claim = next(claim for claim in drawn.claims if claim.id not in disputed)
        again = "\n".join(claim_lines(claim)).replace(f"  {claim.id}:", "  again:").replace("witness", "another")
        before = seen(text, granted=drawn.granted)
        after = seen(text, f"claims:\n{again}\n", granted=drawn.granted)
        others = [other.id for other in drawn.claims if other.id != claim.id]
        for other in others:
            assert after.pairs.get((claim.id, other)) == before.pairs.get((claim.id, other)), seed
            assert after.pairs.get(("again", other)) == before.pairs.get((claim.id, other)), seed
        twice = {ids - {claim.id} | {"again"} for ids in before.conflicts if claim.id in ids}
        assert after.conflicts == before.conflicts | twice, seed


def test_a_stranger_changes_nothing(start: int) -> None:
    stranger = (
        "events:\n  elsewhere: {label: something else}\n"
        "claims:\n  stranger: {by: a stranger, event: elsewhere, when: 1700}\n"
    )
    for seed, drawn, text in worlds(start):
        before = seen(text, granted=drawn.granted)
        after = seen(text, stranger, granted=drawn.granted)
        assert after.pairs == before.pairs, seed
        assert after.conflicts == before.conflicts, seed


def test_the_order_of_claims_does_not_matter(start: int) -> None:
    for seed, drawn, text in worlds(start):
        order = list(range(len(drawn.claims)))
        Random(seed).shuffle(order)
        before, after = (seen(one, granted=drawn.granted) for one in (text, written(drawn, order)))
        assert after.pairs == before.pairs, seed
        assert after.conflicts == before.conflicts, seed


def test_a_granted_bridge_takes_no_contradiction_away(start: int) -> None:
    """But where a claim is then impossible by itself, or a date that was given is at odds with another."""
    for seed, drawn, text in worlds(start):
        before, after = seen(text, granted=()), seen(text, granted=drawn.granted)
        for (a, b), told in before.pairs.items():
            if told[0] != Verdict.CONTRADICTS or not drawn.granted:
                continue
            members = [after.inquiry.claim(id) for id in (a, b)]
            if all(map(after.inquiry.is_possible_alone, members)) and not _loses_a_date(before, after, a, b):
                assert after.pairs[a, b][0] == Verdict.CONTRADICTS, f"world {seed}: {a}, {b}"


def _loses_a_date(before: Seen, after: Seen, a: str, b: str) -> bool:
    scenes, given = [], []
    for one in (before, after):
        members = [one.inquiry.claim(id) for id in (a, b)]
        scenes.append(one.inquiry.scene(one.inquiry.granted(members)))
        given.append(one.inquiry.givens(scenes[-1], members))
    kept = {id for one in given[1] for id in one.ids}
    return any(not kept.issuperset(one.ids) for one in given[0])


def test_a_record_taken_out_adds_no_contradiction(start: int) -> None:
    """Where no records are at odds: of two that are, one alone may say more than both together."""
    for seed, drawn, text in worlds(start):
        records = {member.id for member in drawn.members if member.is_record}
        before = seen(text, granted=drawn.granted)
        if any(ids <= records for ids in before.conflicts):
            continue
        for record in sorted(records):
            inquiry = Inquiry(view(corpus_of(text), Perspective(bridges=drawn.granted, without=(record,))))
            for a, b in combinations([inquiry.claim(claim.id) for claim in drawn.claims], 2):
                if not inquiry.is_possible((a, b), wide=True):
                    assert any(ids <= {a.id, b.id} | records for ids in before.conflicts), f"world {seed}"
