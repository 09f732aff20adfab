"""Which exercises a sheet has: versions of equal difficulty, none giving another away, none twice."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheets_of import case, corpus_of, drafts
from taught_corpora import taught_corpus

from claimcheck.corpus.entries import Corpus
from claimcheck.teaching.items import Choice, Exercise, ItemType, Matching
from claimcheck.teaching.selection import LESSONS, Chosen, Wishes, choose
from claimcheck.teaching.wording import texts_of

GENTLY = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def difficulty(chosen: Chosen) -> Counter[tuple[ItemType, int]]:
    return Counter((one.task.type, one.level) for one in chosen.exercises)


def printed(one: Exercise) -> str:
    """All that the task of an exercise prints besides its options and prompts."""
    return " ".join(
        " ".join((one.task.instruction, one.task.ask, *(t for b in one.task.blocks for t in texts_of(b)))).split()
    ).casefold()


@GENTLY
@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_any_two_seeds_give_the_same_types_and_levels(corpus_seed: int, first: int, second: int) -> None:
    found = drafts(corpus_of(taught_corpus(corpus_seed)))
    a, b = (choose(found, Wishes(seed=seed, count=9)) for seed in (first, second))
    assert difficulty(a) == difficulty(b)
    assert choose(found, Wishes(seed=first, count=9)) == a


@pytest.mark.parametrize("name", ["secret-speech", "elizabeth-1603"])
def test_seeds_give_versions_that_differ(name: str) -> None:
    found = drafts(case(name))
    versions = [choose(found, Wishes(seed=seed)) for seed in range(1, 11)]
    assert len({difficulty(one).__repr__() for one in versions}) == 1
    asked = {tuple(one.task.about for one in version.exercises) for version in versions}
    assert len(asked) >= 9
    assert all(len(version.exercises) == version.wanted for version in versions)


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_level_that_is_asked_for_is_that_of_every_exercise(level: int) -> None:
    chosen = choose(drafts(case("elizabeth-1603")), Wishes(level=level, count=6))
    assert {one.level for one in chosen.exercises} == {level}


def test_harder_exercises_have_longer_derivations() -> None:
    for found in drafts(case("elizabeth-1603")).values():
        lengths = {level: [len(d.key.steps) for d in found if d.level == level] for level in (1, 2, 3)}
        for easier, harder in combinations([length for length in lengths.values() if length], 2):
            assert max(easier) < min(harder)


@GENTLY
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_no_exercise_of_a_sheet_asks_or_tells_what_another_asks(corpus_seed: int, seed: int) -> None:
    none_given_away(corpus_of(taught_corpus(corpus_seed)), seed)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", ["secret-speech", "elizabeth-1603"])
def test_nor_on_the_cases_of_the_repository(name: str, seed: int) -> None:
    none_given_away(case(name), seed)


def none_given_away(corpus: Corpus, seed: int) -> None:
    chosen = choose(drafts(corpus), Wishes(seed=seed, count=14))
    for a, b in combinations(chosen.exercises, 2):
        assert (a.task.type, a.task.about, a.task.ask) != (b.task.type, b.task.about, b.task.ask)
        for one, other in ((a, b), (b, a)):
            for answer in read_off(one):
                assert answer not in printed(other), (one.task.type, answer, other.task.type)


def read_off(one: Exercise) -> list[str]:
    """Right answers that could be copied if they stood elsewhere: dates, lags and numbers."""
    if one.task.type not in (ItemType.DATE, ItemType.STYLES, ItemType.MATCH, ItemType.TERMINUS, ItemType.FIGURE):
        return []
    match one.task.answer:
        case Choice(options):
            return [" ".join(options[one.key.right[0]].text.split()).casefold()]
        case Matching(_, options):
            return [" ".join(options[place].text.split()).casefold() for place in one.key.right]
    return []


def test_lessons_of_their_own_are_there_only_when_asked_for() -> None:
    found = drafts(case("secret-speech"))
    assert not {one.task.type for one in choose(found, Wishes()).exercises} & set(LESSONS)
    chosen = choose(found, Wishes(types=LESSONS))
    assert [one.task.type for one in chosen.exercises] == list(LESSONS)


def test_a_question_keeps_to_what_belongs_to_it() -> None:
    corpus = case("elizabeth-1603")
    chosen = choose(drafts(corpus), Wishes(question="death", count=5))
    for one in chosen.exercises:
        claims = [corpus.claims[id] for id in one.task.about if id in corpus.claims]
        asked = {s.question for claim in claims for s in claim.statements}
        assert "death" in asked or one.task.type is ItemType.INDEPENDENCE or "queen-dies" in one.task.about
