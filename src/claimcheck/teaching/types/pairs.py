"""Exercises on accounts side by side: same question or different, the corroboration chart.

Belongs here: the two types in which pairs of accounts are sorted. Does not belong here: finding a conflict among
several (see `conflicts`), verdicts (the engine's).

Keyed are only verdicts that hold on every reading and without any bridge; where accounts would contradict under a
bridge that nobody has granted, they are keyed as no rivals, and the key names the bridge.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from claimcheck.corpus.entries import Claim
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.engine.findings import Pair, Role, Standing, Verdict
from claimcheck.engine.parts import asked_of
from claimcheck.report.blocks import Item
from claimcheck.report.words.names import question_text, stands_in
from claimcheck.report.words.pairs import supposing, verdict_says
from claimcheck.teaching.drawing import distinct
from claimcheck.teaching.items import Draft, ItemType, Key, Labelled, Option
from claimcheck.teaching.material import Material, spread
from claimcheck.teaching.types.givens import given_of, questions_of
from claimcheck.teaching.wording import account, named, of_what

_MOST_SETS = 60
_MOST_EACH = 10

Judged = tuple[Claim, Claim, str]


def fact_of(a: str, b: str) -> str:
    """How two claims stand, as a fact that an exercise asks or reveals."""
    return f"pair:{'+'.join(sorted((a, b)))}"


def answering(material: Material) -> list[tuple[Claim, str]]:
    """The claims that state one thing in answer to one question, and can be tested."""
    return [
        (claim, claim.statements[0].question or "")
        for claim in material.claims
        if len(claim.statements) == 1
        and claim.statements[0].question in material.corpus.questions
        and claim.stance in ("asserts", "denies")
        and not claim.reports
        and not claim.disputes
        and material.rows[claim.id].verdict is not Standing.NOT_COMPARED
        and not _is_impossible(material, claim.id)
    ]


def _is_impossible(material: Material, id: str) -> bool:
    """Whether a claim cannot be true by itself, so that it stands in no pair."""
    return any(conflict.members == (id,) for conflict in material.findings.conflicts)


# ------------------------------------------------------------------------------- same question or different

QUESTION_LABELS = (
    Option("the same question", "same"),
    Option("different questions; both can be true", "different"),
    Option("different questions, and yet both cannot be true", "across"),
)


def same_question(material: Material) -> Iterator[Draft]:
    """Three or four pairs of accounts: do they answer one question, so that they can be compared as rivals?"""
    sorts: dict[str, list[Judged]] = {option.ref: [] for option in QUESTION_LABELS}
    for (a, first), (b, second) in combinations(answering(material), 2):
        sort = _question_sort(material, a, first, b, second)
        if sort is not None and len(sorts[sort]) < 400:
            sorts[sort].append((a, b, sort))
    for found in sorts.values():
        # Those that meet in something take more thought: under a bridge, or because both names return.
        found.sort(
            key=lambda one: (not material.pair(one[0].id, one[1].id).if_bridge, one[0].source == one[1].source)
        )
    same, different, across = (found[:_MOST_EACH] for found in sorts.values())
    chosen = (
        *((*one, *two) for one, two in product(combinations(same, 1), combinations(different, 2))),
        *(
            (*one, *two, *three)
            for one, two, three in product(*(combinations(s, 1) for s in (same, different, across)))
        ),
        *((*one, *two) for one, two in product(combinations(different, 2), combinations(across, 1))),
        *((*one, *two) for one, two in product(combinations(same, 2), combinations(different, 2))),
    )
    for group in spread(chosen, _MOST_SETS):
        draft = _questions(material, group)
        if draft is not None:
            yield draft


def _question_sort(material: Material, a: Claim, first: str, b: Claim, second: str) -> str | None:
    """Which of the three it is; None where that is open or depends on a reading."""
    questions = material.corpus.questions
    pair = material.pair(a.id, b.id)
    if first == second:
        return "same" if pair.question == first and pair.verdict is not Verdict.NOT_COMPARED else None
    if asked_of(questions[first]) == asked_of(questions[second]) or pair.question is not None or pair.strained:
        return None
    if pair.verdict is Verdict.CONTRADICTS:
        return "across" if not pair.unless else None
    return "different" if pair.verdict is Verdict.DIFFERENT_QUESTIONS else None


def _questions(material: Material, group: tuple[Judged, ...]) -> Draft | None:
    corpus = material.corpus
    prompts = tuple(
        Option("\n".join(_with_subject(material, claim) for claim in (a, b)), f"{a.id}+{b.id}")
        for a, b, _ in group
    )
    if len(distinct(prompts)) < len(prompts):
        return None
    labels = [option.ref for option in QUESTION_LABELS]
    steps = tuple(step for a, b, sort in group for step in _question_steps(material, a, b, sort))
    cautions = tuple(
        f"{named(corpus, a.id)} and {named(corpus, b.id)} would contradict each other "
        f"{supposing(corpus, pair.if_bridge)}. Nobody has granted that."
        for a, b, _ in group
        if (pair := material.pair(a.id, b.id)).if_bridge
    )
    return Draft(
        ItemType.QUESTION,
        tuple(claim.id for a, b, _ in group for claim in (a, b)),
        "Only accounts that answer the same question can be rivals. Yet two that answer different questions can "
        "still be unable to be true together.",
        (),
        "What does each pair answer?",
        Labelled(prompts, QUESTION_LABELS, tuple(labels.index(sort) for _, _, sort in group)),
        Key((), steps, "", cautions=cautions),
        asks=frozenset(fact_of(a.id, b.id) for a, b, _ in group),
        questions=questions_of(*(claim for a, b, _ in group for claim in (a, b))),
    )


def _with_subject(material: Material, claim: Claim) -> str:
    """An account with what it speaks of: “it was written by hand” does not say what was."""
    return f"{account(material.corpus, claim, material.plain)} {of_what(material.corpus, claim)}".rstrip()


def _question_steps(material: Material, a: Claim, b: Claim, sort: str) -> Iterator[Item]:
    corpus = material.corpus
    first, second = (claim.statements[0].question or "" for claim in (a, b))
    if sort == "same":
        yield Item(f"{named(corpus, a.id)} and {named(corpus, b.id)} both answer {question_text(corpus, first)}")
        return
    yield Item(f"{named(corpus, a.id)} answers {question_text(corpus, first)}", stands_in(corpus, a))
    yield Item(f"{named(corpus, b.id)} answers {question_text(corpus, second)}", stands_in(corpus, b))
    if sort == "across":
        yield Item(verdict_says(corpus, material.pair(a.id, b.id)))


# ----------------------------------------------------------------------------------- the corroboration chart

CHART_LABELS = (
    Option("they agree", "agree"),
    Option("they differ", "differ"),
    Option("one after the other", "succession"),
    Option("only one says so", "only"),
)
_CHARTED = {
    Verdict.AGREES: "agree",
    Verdict.CONTRADICTS: "differ",
    Verdict.DIFFERS_IN_TIME: "succession",
}


def corroboration_chart(material: Material) -> Iterator[Draft]:
    """Three to five points, each with the accounts of it: do they agree, differ, or is there only one?"""
    pairs = [
        (corpus_pair, _CHARTED[corpus_pair.verdict])
        for corpus_pair in material.findings.pairs
        if corpus_pair.verdict in _CHARTED
        and corpus_pair.question in material.corpus.questions
        and material.is_clean(corpus_pair.a, corpus_pair.b)
        and _are_two(material, corpus_pair)
    ]
    rows: dict[str, list[tuple[str, ...]]] = {option.ref: [] for option in CHART_LABELS}
    for pair, label in pairs:
        rows[label].append((pair.question or "", pair.a, pair.b))
    rows["only"] = [(question, id) for question, id in _alone(material)]
    for found in rows.values():
        del found[_MOST_EACH:]
    labelled = [(row, label) for label, found in rows.items() for row in found]
    compared = [one for one in labelled if one[1] != "only"]
    alone = [one for one in labelled if one[1] == "only"]
    for sizes in ((1, 2), (2, 1), (2, 2), (3, 2)):
        groups = (
            (*some, *others)
            for some in combinations(compared, sizes[0])
            for others in combinations(alone, sizes[1])
            if len({row[0] for row, _ in (*some, *others)}) == sizes[0] + sizes[1]
        )
        for group in spread(groups, _MOST_SETS):
            yield _chart(material, group)
    if not alone:
        sorts = (g for g in combinations(compared, 3) if len({label for _, label in g}) > 1)
        for trio in spread(sorts, _MOST_SETS):
            if len({row for row, _ in trio}) == len(trio):
                yield _chart(material, trio)


def _are_two(material: Material, pair: Pair) -> bool:
    """Whether two claims are two accounts, of different people."""
    a, b = (material.corpus.claims[id] for id in (pair.a, pair.b))
    return not set(a.by or (a.id,)) & set(b.by or (b.id,)) and not a.disputes and not b.disputes


def _alone(material: Material) -> Iterator[tuple[str, str]]:
    """The questions to which one account alone speaks, with one claim."""
    by_question: dict[str, list[str]] = {}
    for claim in material.claims:
        for question in dict.fromkeys(part.question for part in claim.statements if part.question):
            by_question.setdefault(question, []).append(claim.id)
    testable = {claim.id for claim, _ in answering(material)}
    for question, ids in by_question.items():
        accounts = witnesses_of(material.corpus, ids).accounts
        if len(ids) == 1 and len(accounts) == 1 and not accounts[0].is_several and ids[0] in testable:
            yield question, ids[0]


def _chart(material: Material, group: tuple[tuple[tuple[str, ...], str], ...]) -> Draft:
    corpus = material.corpus
    prompts = []
    for row, _ in group:
        said = "\n".join(f"– {account(corpus, corpus.claims[id], material.plain)}" for id in row[1:])
        prompts.append(Option(f"{question_text(corpus, row[0])}\n{said}", "+".join(row[1:])))
    labels = [option.ref for option in CHART_LABELS]
    steps = tuple(step for row, label in group for step in _chart_steps(material, row, label))
    claims = tuple(corpus.claims[id] for row, _ in group for id in row[1:])
    steps_of_pairs = [step for row, label in group if label != "only" for step in material.pair(*row[1:]).because]
    return Draft(
        ItemType.CORROBORATION,
        tuple(claim.id for claim in claims),
        "To corroborate is to set accounts of one point side by side. They agree if they say the same; they "
        "differ "
        "if both cannot be true; values can also hold one after the other; and often one account stands alone.",
        tuple(given_of(material, steps_of_pairs)),
        "Mark each point.",
        Labelled(tuple(prompts), CHART_LABELS, tuple(labels.index(label) for _, label in group)),
        Key(
            (),
            steps,
            "",
            cautions=("That accounts agree does not make them two witnesses: ask on what each rests.",),
        ),
        asks=frozenset(fact_of(*row[1:]) if len(row) == 3 else f"alone:{row[0]}" for row, _ in group),
        reveals=frozenset(f"event:{step.other}" for step in steps_of_pairs if step.role is Role.GIVEN),
        questions=questions_of(*claims),
    )


def _chart_steps(material: Material, row: tuple[str, ...], label: str) -> Iterator[Item]:
    corpus = material.corpus
    if label == "only":
        yield Item(f"{named(corpus, row[1])} gives the only account that answers {question_text(corpus, row[0])}")
        return
    pair = material.pair(*row[1:])
    for id in row[1:]:
        yield Item(account(corpus, corpus.claims[id], material.plain), stands_in(corpus, corpus.claims[id]))
    yield Item(f"{question_text(corpus, row[0])} {verdict_says(corpus, pair)}")
