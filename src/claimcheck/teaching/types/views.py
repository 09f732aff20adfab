"""Whose view is this: a date in the words of the calendar, and accounts in their own.

Belongs here: that type. Does not belong here: reading dates (see `dates`).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.corpus.entries import Claim
from claimcheck.report.blocks import Item, Listing, Paragraph
from claimcheck.report.words.grammar import stopped
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Option
from claimcheck.teaching.material import Material, Placed, answer, apart
from claimcheck.teaching.types.givens import given_block, given_steps, questions_of
from claimcheck.teaching.wording import has_words_of, place, who


def whose_view(material: Material) -> Iterator[Draft]:
    """A date in the words of the calendar, and accounts of other positions or questions: whose is it?"""
    for claim in material.claims:
        statement = answer(claim)
        placed = material.placed_claim(claim)
        if placed is None or statement is None or statement.question not in material.corpus.questions:
            continue
        others = tuple(_other_views(material, claim, placed))
        words = material.words_of(placed.narrow).removesuffix(" o.s.").removesuffix(" n.s.")
        # Where the account has the very words of the calendar there is nothing to work out.
        if len(others) >= 2 and not has_words_of(words, material.account(claim)):
            yield _view(material, claim, placed, others)


def _other_views(material: Material, claim: Claim, placed: Placed) -> Iterator[Claim]:
    """A claim of each claimant who certainly does not hold this view: of another date, or another question."""
    question = claim.statements[0].question
    by: dict[tuple[str, ...], list[Claim]] = {}
    for other in material.claims:
        by.setdefault(tuple(sorted(other.by)) or (other.id,), []).append(other)
    own = set(claim.by) or {claim.id}
    found = []
    for people, claims in by.items():
        if own & set(people) or not all(_is_another(material, claim, placed, other) for other in claims):
            continue
        on_it = [other for other in claims if question in questions_of(other)]
        shown = next(iter(on_it), None) or next((o for o in claims if material.placed_claim(o)), None)
        if shown is not None:
            found.append((not on_it, shown))
    yield from (shown for _, shown in sorted(found, key=lambda pair: pair[0])[:3])


def _is_another(material: Material, claim: Claim, placed: Placed, other: Claim) -> bool:
    """Whether a claim certainly says something else: of another question, or of a date that shares no day."""
    if claim.id in (*other.reports, *other.disputes, *other.rests_on) or other.id in (
        *claim.reports,
        *claim.rests_on,
    ):
        return False
    mine, theirs = questions_of(claim), questions_of(other)
    if not mine & theirs:
        return bool(theirs) and material.is_clean(claim.id, other.id)
    elsewhere = material.placed_claim(other, claim.statements[0].question)
    return elsewhere is not None and apart(elsewhere.wide, placed.wide)


def _view(material: Material, claim: Claim, placed: Placed, others: tuple[Claim, ...]) -> Draft:
    corpus = material.corpus
    shown = sorted((claim, *others), key=lambda one: list(corpus.claims).index(one.id))
    anchors = {record.id: record for record in placed.anchors}
    for other in others:
        theirs = material.placed_claim(other)
        anchors.update({record.id: record for record in theirs.anchors} if theirs is not None else {})
    question = claim.statements[0].question or ""
    why = {other.id: _why_not(material, claim, other) for other in others}
    steps = (
        *given_steps(material, placed.anchors),
        Item(material.account(claim), place(corpus, claim)),
        Item(stopped(f"That is {material.words_of(placed.narrow)}")),
        *(Item(stopped(f"Not {who(corpus, other)}: {why[other.id]}")) for other in others),
    )

    def named(one: Claim, slip: str = "") -> Option:
        return Option(who(corpus, one), "+".join(sorted(one.by)) or one.id, slip)

    return Draft(
        ItemType.VIEW,
        (claim.id,),
        "The accounts use words of their own. One of them says what stands below in the words of the calendar.",
        (
            *given_block(material, anchors.values()),
            Paragraph("The accounts:"),
            Listing(tuple(Item(material.account(one)) for one in shown)),
        ),
        f"{stopped(f'{material.asked(question)} – {material.words_of(placed.narrow)}')} Whose view is this?",
        OneRight(named(claim), tuple(named(other, why[other.id]) for other in others)),
        Key((), steps),
        asks=frozenset((f"reading:{claim.id}",)),
        reveals=frozenset(f"event:{record.event}" for record in anchors.values()),
        questions=questions_of(claim),
    )


def _why_not(material: Material, claim: Claim, other: Claim) -> str:
    question = claim.statements[0].question
    if question in questions_of(other):
        placed = material.placed_claim(other, question)
        return (
            f"the date given there is {material.words_of(placed.narrow)}" if placed is not None else "another date"
        )
    asked = next(iter(sorted(questions_of(other))), "")
    return f"another question was taken for this one: {material.asked(asked)}"
