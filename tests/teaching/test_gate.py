"""What no exercise may do, a law for each clause: over drawn corpora and the four cases, at fifty seeds each.

The laws look at exercises as a class and a teacher get them, by code that is not the gate's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from sheets_of import CASES, case, corpus_of, drafts, material
from taught_corpora import taught_corpus

from claimcheck.corpus.entries import Corpus
from claimcheck.teaching.gate import CLAUSES, is_fit
from claimcheck.teaching.items import (
    Choice,
    Draft,
    Exercise,
    ItemType,
    Labelled,
    Matching,
    OneRight,
    Open,
    Option,
    Ordering,
    Sample,
    Task,
)
from claimcheck.teaching.material import Material
from claimcheck.teaching.selection import LESSONS, Wishes, choose
from claimcheck.teaching.sheets import task_blocks
from claimcheck.teaching.wording import UNPLAIN, texts_of

NAMES = ("elizabeth-1603", "foundation-of-rome", "secret-speech", "vesuvius-79")
DRAWN = tuple(f"drawn-{seed}" for seed in range(4))
SEEDS = 50
over_all = pytest.mark.parametrize("name", (*NAMES, *DRAWN))


def corpus(name: str) -> Corpus:
    return _drawn(int(name.removeprefix("drawn-"))) if name.startswith("drawn-") else case(name)


@cache
def _drawn(seed: int) -> Corpus:
    return corpus_of(taught_corpus(seed))


@cache
def exercises(name: str) -> tuple[Exercise, ...]:
    """All that fifty sheets have, of every type."""
    found = drafts(corpus(name))
    weights = material(corpus(name)).weights
    everything = tuple(ItemType)
    chosen = (
        one
        for seed in range(SEEDS)
        for types in ((), everything if seed == 0 else ())
        for one in choose(found, Wishes(types=types, count=12 if not types else 22, seed=seed), weights).exercises
    )
    return tuple(dict.fromkeys(chosen))


def material_of(task: Task) -> list[str]:
    return [text for block in task.blocks for text in texts_of(block)]


def shown(task: Task) -> list[str]:
    """Every text that a class reads."""
    return [text for block in task_blocks(task) for text in texts_of(block)]


def letters(text: str) -> list[str]:
    """The words and figures of a text in order of the alphabet, ordinals as numbers."""
    return sorted(re.findall(r"[a-z]+|\d+", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text.casefold())))


def options(task: Task) -> tuple[str, ...]:
    match task.answer:
        case Choice(found) | Matching(_, found) | Ordering(found):
            return tuple(option.text for option in found)
    return ()


@over_all
def test_the_answer_does_not_stand_in_the_stem(name: str) -> None:
    for one in exercises(name):
        task = one.task
        texts = [letters(text) for text in (task.ask, *material_of(task))]
        if isinstance(task.answer, Choice) and task.type not in (ItemType.CONFLICT, ItemType.VIEW):
            answer = letters(task.answer.options[one.key.right[0]].text)
            assert answer not in texts and not any(" ".join(answer) in " ".join(text) for text in texts), task
        if isinstance(task.answer, Matching) and not task.answer.labels:
            for prompt, right in zip(task.answer.prompts, one.key.right, strict=True):
                dated = set(letters(task.answer.options[right].text)) - {"to", "o", "s", "n"}
                assert not dated <= set(letters(prompt.text)), task


@over_all
def test_no_option_equals_another_in_other_spelling(name: str) -> None:
    for one in exercises(name):
        spelled = [letters(text) for text in options(one.task)]
        assert all(spelled.count(text) == 1 for text in spelled), one.task


@over_all
def test_each_label_of_a_sorting_belongs_to_something(name: str) -> None:
    for one in exercises(name):
        if isinstance(one.task.answer, Matching) and one.task.answer.labels:
            assert set(one.key.right) == set(range(len(one.task.answer.options))) and len(set(one.key.right)) > 1


@over_all
def test_the_key_says_of_every_wrong_option_what_misleads_to_it(name: str) -> None:
    for one in exercises(name):
        if isinstance(one.task.answer, Choice):
            slips = [bool(option.slip) for option in one.task.answer.options]
            assert slips == [number != one.key.right[0] for number in range(len(slips))], one.task


@over_all
def test_nothing_is_asked_of_a_body_as_of_a_man(name: str) -> None:
    own = {" ".join(q.ask.split()) for q in corpus(name).questions.values()}
    for one in exercises(name):
        for text in (one.task.instruction, one.task.ask, *one.task.further):
            for asked in own:
                text = text.replace(asked, "")
            assert not re.search(r"\b(he|him|his|she|her)\b", text, re.IGNORECASE), text


@over_all
def test_there_is_no_item_on_a_source_of_which_nothing_is_stated(name: str) -> None:
    sources = corpus(name).sources
    for one in exercises(name):
        if one.task.type is ItemType.INDEPENDENCE:
            asked = one.task.about
        elif one.task.type in (ItemType.SOURCING, ItemType.WITNESS):
            asked = tuple(corpus(name).claims[id].source for id in one.task.about)
        else:
            continue
        for source in (sources[id] for id in asked):
            assert source.type or source.issued or source.dated or source.opened or source.rests_on, one.task


@over_all
def test_what_can_be_argued_is_open(name: str) -> None:
    """Of every keyed pair the verdict depends on no bridge, no narrow reading and no other reading."""
    pairs = {frozenset((pair.a, pair.b)): pair for pair in material(corpus(name)).findings.pairs}
    for one in exercises(name):
        if isinstance(one.task.answer, Open):
            assert one.key.right == () and one.key.rubric
        if one.task.type in (ItemType.QUESTION, ItemType.CORROBORATION):
            assert isinstance(one.task.answer, Matching)
            for prompt in one.task.answer.prompts:
                pair = pairs.get(frozenset(prompt.ref.split("+")))
                assert pair is None or not (pair.strained or pair.if_bridge or pair.unless), prompt


@over_all
def test_what_a_given_or_a_from_sets_at_odds_is_never_keyed_as_both_true(name: str) -> None:
    claims = corpus(name).claims
    for one in exercises(name):
        if one.task.type is not ItemType.QUESTION or not isinstance(one.task.answer, Matching):
            continue
        for prompt, right in zip(one.task.answer.prompts, one.key.right, strict=True):
            if "both can be true" in one.task.answer.options[right].text:
                for id in prompt.ref.split("+"):
                    assert not claims[id].given and all(part.start is None for part in claims[id].statements), id


@over_all
def test_a_model_answer_never_prefers_what_the_record_rules_out(name: str) -> None:
    out = {row.claim for row in material(corpus(name)).findings.rows if str(row.verdict) == "contradicted"}
    for one in exercises(name):
        assert not any(sample.prefers & (out | one.key.ruled_out) for sample in one.key.samples), one.task


@over_all
def test_no_id_and_no_place_stands_on_a_sheet(name: str) -> None:
    found = corpus(name)
    ids = {id for section in (found.claims, found.sources, found.events, found.kinds) for id in section}
    odd = {id for id in ids if re.search(r"[a-z][-/]|[a-z]\d", id)} - {s.title for s in found.sources.values()}
    for one in exercises(name):
        for text in shown(one.task):
            assert not re.search(r"(^|[\s(“])@\w", text), text
            assert not odd & set(re.findall(r"[\w./-]*\w", text)), text


@over_all
def test_foreign_words_have_their_translation_beside_them(name: str) -> None:
    for one in exercises(name):
        for text in shown(one.task):
            if re.search(r"[Ѐ-ӿͰ-Ͽ]", text):
                assert re.search(r"\(.*[A-Za-z]{3}.*\)", text, re.DOTALL), text


@pytest.mark.parametrize("name", (*NAMES, *DRAWN[:3]))
def test_a_plain_sheet_shows_no_text_that_is_not_plain(name: str) -> None:
    """Neither paraphrase, quotation, question nor label of the corpus, but for what is plain."""
    found = corpus(name)
    hard = {text for claim in found.claims.values() for text in (claim.says, claim.quote, claim.retold) if text}
    hard |= {question.ask for question in found.questions.values()} | {found.background or "-"}
    hard |= {event.label for event in found.events.values() if event.label}
    simple = {claim.plain for claim in found.claims.values()} | {q.plain for q in found.questions.values()}
    simple |= {event.plain for event in found.events.values()}
    for made in drafts(found, plain=True).values():
        for draft in made:
            texts = [text for block in draft.blocks for text in texts_of(block)]
            for text in (draft.ask, *texts):
                assert "\ue000" not in text
                assert not any(" ".join(one.split()) in text for one in hard - simple if len(one) > 12), text


def test_every_case_has_twelve_items_and_its_lessons() -> None:
    for name in NAMES:
        found, weights = drafts(case(name)), material(case(name)).weights
        assert len(choose(found, Wishes(count=12), weights).exercises) == 12
        for type in LESSONS:
            (one,) = choose(found, Wishes(types=(type,)), weights).exercises
            assert one.key.samples and one.key.rubric, (name, type)


def test_the_cases_are_all_here() -> None:
    assert {path.name for path in CASES.iterdir()} == set(NAMES)


MAIN = {"secret-speech": "first-raised", "elizabeth-1603": "death", "foundation-of-rome": "founded"}
MAIN |= {"vesuvius-79": "eruption"}


@pytest.mark.parametrize("name", NAMES)
def test_the_main_question_of_each_case_has_a_lesson_and_a_controversy(name: str) -> None:
    """Each side of two documents at least, each by somebody who is not heard on the other side."""
    found, weights = drafts(case(name)), material(case(name)).weights
    for type in LESSONS:
        wishes = Wishes(types=(type,), question=MAIN[name])
        (one,) = choose(found, wishes, weights).exercises
        if type is ItemType.CONTROVERSY:
            ids = " ".join(one.task.about).split(" / ")
            assert all(len(side.split()) >= 2 for side in ids)
            by = [{who for id in side.split() for who in _speakers(case(name), id)} for side in ids]
            assert not by[0] & by[1]


def _speakers(corpus: Corpus, id: str) -> tuple[str, ...]:
    claim = corpus.claims.get(id)
    return claim.by if claim is not None else (id,)


@cache
def spoilt() -> dict[str, tuple[Draft, Draft]]:
    """For each clause a draft that is fit, and the same draft with the fault that the clause is for."""
    found = drafts(case("secret-speech"))
    choice, sorting = found[ItemType.SETTLE][0], found[ItemType.QUESTION][0]
    options, sorts = choice.solution, sorting.solution
    assert isinstance(options, OneRight) and isinstance(sorts, Labelled)
    right, wrong = options.right, options.wrong
    turned = Option(" ".join(reversed(right.text.split())), "turned", "taken for another")
    idle = (*sorts.labels, Option("neither of the two", "neither"))

    def with_wrong(*others: Option) -> Draft:
        return replace(choice, solution=OneRight(right, others))

    def with_pair(ref: str) -> Draft:
        prompts = (replace(sorts.prompts[0], ref=ref), *sorts.prompts[1:])
        different = [label.ref for label in sorts.labels].index("different")
        return replace(sorting, solution=Labelled(prompts, sorts.labels, (different, *sorts.right[1:])))

    strained = next(p for p in material(case("secret-speech")).findings.pairs if p.strained)
    sample = Sample("I follow the memoirs.", frozenset(("memoirs-corridors",)))
    return {
        "says_its_answer": (choice, replace(choice, ask=f"{choice.ask} {right.text}")),
        "has_equal_options": (choice, with_wrong(turned, *wrong)),
        "has_idle_labels": (sorting, replace(sorting, solution=Labelled(sorts.prompts, idle, sorts.right))),
        "has_unnamed_distractors": (choice, with_wrong(replace(wrong[0], slip=""), *wrong[1:])),
        "takes_a_body_for_a_man": (choice, replace(choice, further=("What did he mean by it?",))),
        "asks_of_the_unstated": (choice, replace(choice, sources=frozenset(("a rumour",)))),
        "keys_the_arguable": (sorting, with_pair(f"{strained.a}+{strained.b}")),
        "keys_both_true_against_givens": (sorting, with_pair("copy-speaker+barsukov-approved")),
        "prefers_what_is_ruled_out": (choice, replace(choice, key=replace(choice.key, samples=(sample,)))),
        "lacks_plain_wording": (choice, replace(choice, ask=f"{choice.ask} {UNPLAIN}")),
        "shows_ids": (choice, replace(choice, ask="What does @delivery mean?")),
        "leaves_foreign_words": (choice, replace(choice, ask="Что это значит?")),
    }


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.__name__)
def test_each_clause_of_the_gate_keeps_out_what_it_is_for(clause: Callable[[Material, Draft], bool]) -> None:
    found = material(case("secret-speech"))
    fit, faulty = spoilt()[clause.__name__]
    assert is_fit(found, fit) and not clause(found, fit)
    assert clause(found, faulty) and not is_fit(found, faulty)
