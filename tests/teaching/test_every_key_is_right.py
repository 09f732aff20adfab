"""Every closed exercise has exactly one right answer, found a second time by code that is not the generator's."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from resolver import Resolver
from sheets_of import case, corpus_of, drafts, material, some
from taught_corpora import taught_corpus

from claimcheck.corpus.entries import Corpus
from claimcheck.teaching.items import Choice, Exercise, ItemType, Matching, Open, Ordering, level_of

OPEN = (
    *(ItemType.SOURCING, ItemType.WITNESS, ItemType.SILENCE),
    *(ItemType.CONTROVERSY, ItemType.DOCUMENTS, ItemType.LESSON),
)
SEEDS = st.integers(min_value=0, max_value=10**6)
GENTLY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(corpus: Corpus, most: int, seed: int, *, is_shared: bool = False) -> Counter[ItemType]:
    """Solves some exercises of every type; how many of each there were."""
    resolver = Resolver(corpus, material(corpus).findings if is_shared else None)
    solved: Counter[ItemType] = Counter()
    for type, found in drafts(corpus).items():
        for exercise in some(found, most, seed):
            if isinstance(exercise.task.answer, Open):
                assert type in OPEN and exercise.key.right == () and exercise.key.look_fors and exercise.key.rubric
            else:
                assert resolver.solve(exercise.task) == exercise.key.right, (type, exercise)
                well_made(exercise)
            assert exercise.level == level_of(len(exercise.key.steps)) and exercise.key.steps
            solved[type] += 1
    return solved


def well_made(exercise: Exercise) -> None:
    """Options that no reader could take for one another, and as many as the form needs."""
    answer = exercise.task.answer
    match answer:
        case Choice(options):
            texts, least = [option.text for option in options], 3
            assert len(exercise.key.right) == 1
        case Matching(prompts, options):
            texts, least = [option.text for option in options], 2 if answer.labels else 3
            assert len({" ".join(p.text.split()).casefold() for p in prompts}) == len(prompts) >= 3
            assert len(exercise.key.right) == len(prompts)
        case Ordering(entries):
            texts, least = [entry.text for entry in entries], 3
            assert exercise.key.right != tuple(range(len(entries))), "given in the right order"
        case _:
            raise AssertionError(answer)
    assert len({" ".join(text.split()).casefold() for text in texts}) == len(texts) >= least


@GENTLY
@given(SEEDS)
def test_on_any_corpus_every_closed_exercise_has_the_one_right_answer_that_is_keyed(seed: int) -> None:
    check(corpus_of(taught_corpus(seed)), 4, seed)


def test_the_corpora_of_that_law_serve_every_type() -> None:
    solved: Counter[ItemType] = Counter()
    for seed in range(16):
        solved += check(corpus_of(taught_corpus(seed)), 2, seed)
    assert set(solved) == set(ItemType), set(ItemType) - set(solved)


@pytest.mark.parametrize("name", ["secret-speech", "elizabeth-1603", "foundation-of-rome", "vesuvius-79"])
def test_on_the_cases_of_the_repository(name: str) -> None:
    solved = check(case(name), 5, 1, is_shared=True)
    assert len(solved) >= 12


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEEDS)
def test_a_conflict_is_one_and_its_wrong_options_are_none_by_the_rules_of_the_meaning_alone(seed: int) -> None:
    from z3_oracle import Oracle

    from random_corpora import world, written

    drawn_world = world(seed)
    corpus = corpus_of(written(drawn_world))
    oracle = Oracle(drawn_world)
    resolver = Resolver(corpus)
    found = drafts(corpus)
    for exercise in some(found[ItemType.CONFLICT], 8, seed):
        assert isinstance(exercise.task.answer, Choice)
        for place, option in enumerate(exercise.task.answer.options):
            is_possible = oracle.is_possible(frozenset(option.ref.split("+")))
            assert is_possible == (place != exercise.key.right[0]), (option.ref, exercise)
    for type in (ItemType.QUESTION, ItemType.CORROBORATION, ItemType.MATCH, ItemType.DATE, ItemType.SEQUENCE):
        for exercise in some(found[type], 4, seed):
            assert resolver.solve(exercise.task) == exercise.key.right, (type, exercise)
            well_made(exercise)
