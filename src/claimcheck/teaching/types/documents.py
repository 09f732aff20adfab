"""The question with documents: sources laid out by letter, and a paragraph to be argued.

Belongs here: that type, which is open. Does not belong here: verdicts, which are looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Claim
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.report.blocks import Item, Paragraph, Table
from claimcheck.report.naming import question_text, record_of
from claimcheck.report.sentences import verdict_says
from claimcheck.report.standings import record_brief, standing_says, subject_says, terminus_says
from claimcheck.report.words.grammar import letter, listed
from claimcheck.teaching.items import Draft, ItemType, Key, Open
from claimcheck.teaching.material import Material
from claimcheck.teaching.types.rubrics import ARGUING
from claimcheck.teaching.wording import account, source_name, who

_MOST_DOCUMENTS = 8


def document_question(material: Material) -> Iterator[Draft]:
    """For every question to which two accounts speak: the documents laid out, and a paragraph to be argued."""
    for question in material.corpus.questions.values():
        claims = [
            claim for claim in material.claims if any(part.question == question.id for part in claim.statements)
        ]
        if len(witnesses_of(material.corpus, [claim.id for claim in claims]).accounts) >= 2:
            yield _documents(material, question.id, claims[:_MOST_DOCUMENTS])


def _documents(material: Material, question: str, claims: list[Claim]) -> Draft:
    corpus = material.corpus
    bearing: dict[str, bool] = {}
    for claim in claims:
        for id, does in material.rows[claim.id].records if claim.id in material.rows else ():
            bearing[id] = bearing.get(id, False) or str(does) != "consistent"
    records = sorted(bearing, key=lambda id: not bearing[id])[: max(2, _MOST_DOCUMENTS - len(claims))]
    shown = (*(claim.id for claim in claims), *records)
    letters = {id: letter(number) for number, id in enumerate(shown)}
    rows = (
        *(_document(material, letters[claim.id], claim) for claim in claims),
        *(
            (letters[id], f"{record_brief(material.findings, id)}.", _record_source(material, id))
            for id in records
        ),
    )
    steps = tuple(_document_steps(material, question, claims, letters))
    return Draft(
        ItemType.DOCUMENTS,
        (question, *shown),
        "Read the documents with the question in mind. For each, ask first who speaks, when, and from where he "
        "knows it.",
        (
            Paragraph(question_text(corpus, question)),
            Table(("document", "what it says", "where it stands"), rows),
            Paragraph(
                "Before you write: Which documents answer this very question, and which another? Which of them "
                "can "
                "be true together? Which have it from one another? What does the record leave open?"
            ),
        ),
        f"Write a paragraph that answers the question: {question_text(corpus, question)} "
        "Cite documents by letter, weigh them, and say what speaks against your answer.",
        Open(14),
        Key(
            (),
            steps,
            "",
            cautions=("No answer is keyed. A paragraph is good by its reasons, not by the date that it chooses.",),
            look_fors=(
                "A claim in answer to the question, in the first sentence or the last.",
                "Evidence cited by letter, from more than one document, with what each can and cannot show.",
                *(step.text for step in steps),
            ),
            rubric=ARGUING,
            samples=(_paragraph(material, question, claims, letters),),
        ),
        asks=frozenset((f"documents:{question}",)),
        questions=frozenset((question,)),
    )


def _document(material: Material, mark: str, claim: Claim) -> tuple[str, str, str]:
    corpus = material.corpus
    return mark, account(corpus, claim, material.plain), source_name(corpus, claim.source)


def _record_source(material: Material, id: str) -> str:
    record = record_of(material.corpus, id)
    return source_name(material.corpus, record.source) if record is not None else ""


def _document_steps(
    material: Material, question: str, claims: list[Claim], letters: dict[str, str]
) -> Iterator[Item]:
    corpus = material.corpus
    for a, b in combinations(claims, 2):
        pair = material.pairs.get(frozenset((a.id, b.id)))
        if pair is not None and pair.question == question:
            yield Item(f"{letters[a.id]} and {letters[b.id]}: {verdict_says(corpus, pair)}")
    for claim in claims:
        if claim.id in material.rows:
            yield Item(f"{letters[claim.id]}: {standing_says(material.findings, material.rows[claim.id])}")
    counted = witnesses_of(corpus, [claim.id for claim in claims])
    yield Item(
        f"Accounts: {len(counted.accounts)}; roots that they go back to: {len(counted.roots)}; works through "
        "which "
        f"they came: {len(counted.relays)}. None of these numbers is a number of independent witnesses."
    )
    for terminus in material.findings.termini:
        if terminus.question == question and (terminus.post_quem, terminus.ante_quem) != (None, None):
            yield Item(
                f"The record alone leaves: {subject_says(corpus, terminus)} {terminus_says(corpus, terminus)}."
            )


def _paragraph(material: Material, question: str, claims: list[Claim], letters: dict[str, str]) -> str:
    """A sample made of the findings alone: what is ruled out, what stands, what is not known."""
    corpus = material.corpus
    ruled_out = [c for c in claims if c.id in material.rows and str(material.rows[c.id].verdict) == "contradicted"]
    left = [c for c in claims if c not in ruled_out]
    said = []
    for claim in ruled_out[:2]:
        said.append(
            f"{who(corpus, claim)} ({letters[claim.id]}) cannot be right if the record is: "
            f"{standing_says(material.findings, material.rows[claim.id])}"
        )
    if left:
        names = listed(f"{who(corpus, c)} ({letters[c.id]})" for c in left[:3])
        said.append(f"What remains is the answer of {names}.")
        alone = [c for c in left if str(material.rows[c.id].verdict).startswith("known-only")] if left else []
        if alone:
            said.append(f"For {listed(letters[c.id] for c in alone)} we have the claimant's word alone.")
    limits = [t for t in material.findings.termini if t.question == question]
    for terminus in limits[:1]:
        if (terminus.post_quem, terminus.ante_quem) != (None, None):
            said.append(f"The record by itself says no more than this: {terminus_says(corpus, terminus)}.")
    said.append("A document that dates it, and that none of these had before them, would change the answer.")
    return " ".join(said)
