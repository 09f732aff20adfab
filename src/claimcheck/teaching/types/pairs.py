"""Exercises on accounts side by side: same question or different, the corroboration chart.

Belongs here: the two types in which pairs of accounts are sorted. Does not belong here: finding a conflict among
several (see `conflicts`), verdicts (the engine's).

Keyed are only verdicts that hold on every reading and without any bridge: the rest can be argued.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from claimcheck.corpus.entries import Claim
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.engine.findings import Pair, Role, Standing, Verdict
from claimcheck.engine.parts import asked_of
from claimcheck.report.blocks import Item
from claimcheck.report.words.moments import gap_in_words
from claimcheck.teaching.items import Draft, ItemType, Key, Option, occurring
from claimcheck.teaching.material import Material, spread
from claimcheck.teaching.types.givens import given_of, questions_of
from claimcheck.teaching.wording import named, of_what, place

_MOST_SETS = 60
_MOST_EACH = 10

Judged = tuple[Claim, Claim, str]
VERDICTS = {
    Verdict.CONTRADICTS: "both cannot be true",
    Verdict.AGREES: "they say the same",
    Verdict.REFINES: "the first says the same more precisely",
    Verdict.REFINED_BY: "the second says the same more precisely",
    Verdict.OVERLAPS: "both can be true",
    Verdict.UNDETERMINED: "nothing sets a limit to one of them",
    Verdict.DIFFERS_IN_TIME: "both can be true, one after the other",
    Verdict.DIFFERENT_QUESTIONS: "they answer different questions; both can be true",
    Verdict.NOT_COMPARED: "they are not compared",
}


def fact_of(a: str, b: str) -> str:
    """How two claims stand, as a fact that an exercise asks or reveals."""
    return f"pair:{'+'.join(sorted((a, b)))}"


def verdict_says(material: Material, pair: Pair) -> str:
    """How two claims stand to each other, for the key, with the gap."""
    gap = pair.gap if pair.verdict is Verdict.CONTRADICTS else None
    apart = (
        f"; {gap_in_words(gap, material.style)} apart"
        if gap is not None and (gap.days or gap.first > gap.last)
        else ""
    )
    corpus = material.corpus
    return f"{named(corpus, pair.a)} and {named(corpus, pair.b)}: {VERDICTS[pair.verdict]}{apart}."


def answering(material: Material) -> list[tuple[Claim, str]]:
    """The claims that state one thing in answer to one question, and can be tested."""
    impossible = {conflict.members for conflict in material.findings.conflicts if len(conflict.members) == 1}
    return [
        (claim, claim.statements[0].question or "")
        for claim in material.claims
        if len(claim.statements) == 1
        and claim.statements[0].question in material.corpus.questions
        and claim.stance in ("asserts", "denies")
        and not (claim.reports or claim.disputes or claim.hedge or claim.misprint)
        and material.rows[claim.id].verdict is not Standing.NOT_COMPARED
        and (claim.id,) not in impossible
    ]


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
        # Those that meet in something take more thought: because both names return, or because they contradict.
        found.sort(
            key=lambda one: (
                material.pair(one[0].id, one[1].id).verdict is not Verdict.CONTRADICTS,
                one[0].source == one[1].source,
            )
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
    yield from (_questions(material, group) for group in spread(chosen, _MOST_SETS))


def _question_sort(material: Material, a: Claim, first: str, b: Claim, second: str) -> str | None:
    """Which of the three it is; None where that is open or depends on a reading."""
    questions = material.corpus.questions
    pair = material.pair(a.id, b.id)
    if not material.is_clean(a.id, b.id):
        return None
    if first == second:
        return "same" if pair.question == first and pair.verdict is not Verdict.NOT_COMPARED else None
    if asked_of(questions[first]) == asked_of(questions[second]) or pair.question is not None:
        return None
    if pair.verdict is Verdict.CONTRADICTS:
        return "across"
    if any(claim.given or claim.statements[0].start is not None for claim in (a, b)):
        return None  # what the one assumes, or the time from which it holds, may set them at odds
    return "different" if pair.verdict is Verdict.DIFFERENT_QUESTIONS else None


def _questions(material: Material, group: tuple[Judged, ...]) -> Draft:
    prompts = tuple(
        Option("\n".join(_with_subject(material, claim) for claim in (a, b)), f"{a.id}+{b.id}")
        for a, b, _ in group
    )
    return Draft(
        ItemType.QUESTION,
        tuple(claim.id for a, b, _ in group for claim in (a, b)),
        "Only accounts that answer the same question can be rivals. Yet two that answer different questions can "
        "still be unable to be true together.",
        (),
        "What does each pair answer?",
        occurring(prompts, QUESTION_LABELS, tuple(sort for _, _, sort in group)),
        Key((), tuple(step for a, b, sort in group for step in _question_steps(material, a, b, sort))),
        asks=frozenset(fact_of(a.id, b.id) for a, b, _ in group),
        questions=questions_of(*(claim for a, b, _ in group for claim in (a, b))),
    )


def _with_subject(material: Material, claim: Claim) -> str:
    """An account with what it speaks of: “it was written by hand” does not say what was."""
    return f"{material.account(claim)} {of_what(material.corpus, claim, material.plain)}".rstrip()


def _question_steps(material: Material, a: Claim, b: Claim, sort: str) -> Iterator[Item]:
    corpus = material.corpus
    first, second = (claim.statements[0].question or "" for claim in (a, b))
    if sort == "same":
        yield Item(f"{named(corpus, a.id)} and {named(corpus, b.id)} both answer {material.asked(first)}")
        return
    yield Item(f"{named(corpus, a.id)} answers {material.asked(first)}", place(corpus, a))
    yield Item(f"{named(corpus, b.id)} answers {material.asked(second)}", place(corpus, b))
    if sort == "across":
        yield Item(verdict_says(material, material.pair(a.id, b.id)))


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
    rows: dict[str, list[tuple[str, ...]]] = {option.ref: [] for option in CHART_LABELS}
    for pair in material.findings.pairs:
        if (
            pair.verdict in _CHARTED
            and pair.question in material.corpus.questions
            and material.is_clean(pair.a, pair.b)
            and _are_two(material, pair)
            and all(material.corpus.claims[id].stance == "asserts" for id in (pair.a, pair.b))
        ):
            rows[_CHARTED[pair.verdict]].append((pair.question or "", pair.a, pair.b))
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
        yield from (_chart(material, group) for group in spread(groups, _MOST_SETS))
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
        said = "\n".join(f"– {material.account(corpus.claims[id])}" for id in row[1:])
        prompts.append(Option(f"{material.asked(row[0])}\n{said}", "+".join(row[1:])))
    claims = tuple(corpus.claims[id] for row, _ in group for id in row[1:])
    steps_of_pairs = [step for row, label in group if label != "only" for step in material.pair(*row[1:]).because]
    return Draft(
        ItemType.CORROBORATION,
        tuple(claim.id for claim in claims),
        "To corroborate is to set accounts of one point side by side. They agree if they say the same; they "
        "differ "
        "if both cannot be true; values can also hold one after the other; and often one account stands alone.",
        given_of(material, steps_of_pairs),
        "Mark each point.",
        occurring(tuple(prompts), CHART_LABELS, tuple(label for _, label in group)),
        Key(
            (),
            tuple(step for row, label in group for step in _chart_steps(material, row, label)),
            cautions=("That accounts agree does not make them two witnesses: ask on what each rests.",),
        ),
        asks=frozenset(fact_of(*row[1:]) if len(row) == 3 else f"alone:{row[0]}" for row, _ in group),
        reveals=frozenset(f"event:{step.other}" for step in steps_of_pairs if step.role is Role.GIVEN),
        questions=questions_of(*claims),
    )


def _chart_steps(material: Material, row: tuple[str, ...], label: str) -> Iterator[Item]:
    corpus = material.corpus
    if label == "only":
        yield Item(f"{named(corpus, row[1])} gives the only account that answers {material.asked(row[0])}")
        return
    for id in row[1:]:
        yield Item(material.account(corpus.claims[id]), place(corpus, corpus.claims[id]))
    yield Item(f"{material.asked(row[0])} {verdict_says(material, material.pair(*row[1:]))}")
