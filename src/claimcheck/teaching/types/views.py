"""Whose view is this: a date in the words of the calendar, and accounts in their own.

Belongs here: that type. Does not belong here: reading dates (see `dates`).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.corpus.entries import Claim
from claimcheck.report.blocks import Item, Listing, Paragraph
from claimcheck.report.words.grammar import stopped
from claimcheck.report.words.names import question_text, stands_in
from claimcheck.teaching.drawing import distinct
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Option
from claimcheck.teaching.material import Material, Placed, answer, apart
from claimcheck.teaching.types.givens import given_block, given_steps, questions_of
from claimcheck.teaching.wording import account, has_words_of, who


def whose_view(material: Material) -> Iterator[Draft]:
    """A date in the words of the calendar, and accounts in their own: whose is it?"""
    found = list(_views(material))
    # Where the account has the very words of the calendar there is nothing to work out.
    yield from [draft for draft, is_copied in found if not is_copied] or [draft for draft, _ in found]


def _views(material: Material) -> Iterator[tuple[Draft, bool]]:
    for claim in material.claims:
        statement = answer(claim)
        placed = material.placed_claim(claim)
        if placed is None or statement is None or statement.question not in material.corpus.questions:
            continue
        others = tuple(_other_views(material, claim, placed))
        names = distinct(tuple(Option(who(material.corpus, o), "+".join(sorted(o.by)) or o.id) for o in others))
        right = Option(who(material.corpus, claim), "+".join(sorted(claim.by)) or claim.id)
        if len(distinct(names, (right,))) == len(names) >= 2:
            words = material.words_of(placed.narrow).removesuffix(" o.s.").removesuffix(" n.s.")
            is_copied = has_words_of(words, account(material.corpus, claim, material.plain))
            yield _view(material, claim, placed, right, others), is_copied


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
        pair = material.pair(claim.id, other.id)
        return bool(theirs) and not pair.if_bridge and not pair.strained
    elsewhere = material.placed_claim(other, claim.statements[0].question)
    return elsewhere is not None and apart(elsewhere.wide, placed.wide)


def _view(material: Material, claim: Claim, placed: Placed, right: Option, others: tuple[Claim, ...]) -> Draft:
    corpus = material.corpus
    shown = sorted((claim, *others), key=lambda one: list(corpus.claims).index(one.id))
    anchors = {record.id: record for record in placed.anchors}
    for other in others:
        theirs = material.placed_claim(other)
        anchors.update({record.id: record for record in theirs.anchors} if theirs is not None else {})
    question = claim.statements[0].question or ""
    view = stopped(f"{question_text(corpus, question)} – {material.words_of(placed.narrow)}")
    steps = (
        *given_steps(material, placed.anchors),
        Item(f"{account(corpus, claim, material.plain)}", stands_in(corpus, claim)),
        Item(stopped(f"That is {material.words_of(placed.narrow)}")),
        *(Item(stopped(f"Not {who(corpus, other)}: {_why_not(material, claim, other)}")) for other in others),
    )
    names = tuple(Option(who(corpus, other), "+".join(sorted(other.by)) or other.id) for other in others)
    return Draft(
        ItemType.VIEW,
        (claim.id,),
        "The accounts use words of their own. One of them says what stands below in the words of the calendar.",
        (
            *given_block(material, anchors.values()),
            Paragraph("The accounts:"),
            Listing(tuple(Item(account(corpus, one, material.plain)) for one in shown)),
        ),
        f"{view} Whose view is this?",
        OneRight(right, names),
        Key((), steps, ""),
        asks=frozenset((f"reading:{claim.id}",)),
        reveals=frozenset(f"event:{record.event}" for record in anchors.values()),
        questions=questions_of(claim),
    )


def _why_not(material: Material, claim: Claim, other: Claim) -> str:
    if claim.statements[0].question in questions_of(other):
        placed = material.placed_claim(other, claim.statements[0].question)
        return (
            f"the date given there is {material.words_of(placed.narrow)}" if placed is not None else "another date"
        )
    asked = next(iter(sorted(questions_of(other))), "")
    return f"what is said there answers another question, {question_text(material.corpus, asked)}"
