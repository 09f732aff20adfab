"""Exercises on dates: read this date, match account to date.

Belongs here: the two types whose answer is the reading of a date. Does not belong here: how a date is read (see
`claimcheck.dates`), the order of events (see `events`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Claim, Dated
from claimcheck.dates.wording import calendar_in_words
from claimcheck.report.blocks import Item, Paragraph
from claimcheck.report.words.grammar import quoted, stopped
from claimcheck.report.words.names import event_label, question_text, stands_in
from claimcheck.teaching.drawing import distinct, spelled
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Option, Pairs
from claimcheck.teaching.material import Material, Placed, answer, apart, ref_of, spread
from claimcheck.teaching.types.givens import given_block, given_steps, questions_of, rule_steps
from claimcheck.teaching.types.misreadings import misreadings
from claimcheck.teaching.wording import account, as_dated, date_text, who

_MOST_WRONG = 6  # the nearest of them: what lies far off misleads nobody
_MOST_SETS = 40  # groups of accounts made for one question


# ------------------------------------------------------------------------------------------ read this date


def read_this_date(material: Material) -> Iterator[Draft]:
    """From when to when: for every claim whose date is worded otherwise than it is read."""
    for claim in material.claims:
        placed = material.placed_claim(claim)
        statement = answer(claim)
        if placed is None or statement is None or statement.when is None:
            continue
        right = Option(material.words_of(placed.narrow), ref_of(placed.narrow))
        is_plain = placed.calendar == material.style.calendar and placed.year_begins == material.style.year_begins
        if (is_plain and _same_words(statement.when, right.text)) or len(placed.narrow.spans) > 3:
            continue
        wrong = tuple(Option(material.words_of(dates), ref_of(dates)) for dates in misreadings(material, placed))
        wrong = distinct(wrong, (right,))[:_MOST_WRONG]
        if len(wrong) >= 2:
            yield _reading(material, claim, statement.when, placed, right, wrong)


def _reading(
    material: Material, claim: Claim, dated: Dated, placed: Placed, right: Option, wrong: tuple[Option, ...]
) -> Draft:
    corpus = material.corpus
    wording = quoted(date_text(corpus, dated.text))
    own = material.style
    is_own = (placed.calendar, placed.year_begins) == (own.calendar, own.year_begins)
    style = (
        "" if is_own else f" In the {calendar_in_words(own.calendar)} calendar, with years from {own.year_begins}:"
    )
    asked = f"{wording}{':' if is_own else '.'}{style} from when to when?"
    wide = ""
    if placed.wide != placed.narrow:
        wide = f"At the widest it can mean {material.words_of(placed.wide)}; no other option touches that."
    steps = (
        Item(f"The wording is {as_dated(corpus, dated)}.", stands_in(corpus, claim)),
        *given_steps(material, placed.anchors),
        *rule_steps(material, placed),
        Item(stopped(f"So it means {right.text}")),
    )
    return Draft(
        ItemType.DATE,
        (claim.id,),
        "Work out what a date can mean, from its first day to its last.",
        (
            Paragraph(f"{_matter(material, claim)} {who(corpus, claim)}: {as_dated(corpus, dated)}."),
            *given_block(material, placed.anchors),
        ),
        asked,
        OneRight(right, wrong),
        Key((), steps, "", cautions=(wide,) if wide else ()),
        asks=frozenset((f"reading:{claim.id}",)),
        reveals=frozenset(f"event:{record.event}" for record in placed.anchors),
        questions=questions_of(claim),
        further=("How sure are you? Which word of the source makes it wider or narrower?",) if wide else (),
    )


def _matter(material: Material, claim: Claim) -> str:
    """What a claim's date is the date of: its question, its event or its kind."""
    statement = answer(claim)
    if statement is not None and statement.question in material.corpus.questions:
        return question_text(material.corpus, statement.question or "")
    if statement is not None and statement.event is not None:
        return f"When was it that {event_label(material.corpus, statement.event)}?"
    return "When did it happen?"


def _same_words(dated: Dated, words: str) -> bool:
    """Whether a date is worded as it is read, but for the order of the words."""
    said = spelled(words).removesuffix(" o.s.").removesuffix(" n.s.")
    return sorted(spelled(dated.text).replace(",", "").split()) == sorted(said.split())


# ---------------------------------------------------------------------------------- match account to date


def match_accounts(material: Material) -> Iterator[Draft]:
    """Three or four accounts and their dates, of which no two share a day even at the widest."""
    dated = [(claim, placed) for claim in material.claims if (placed := material.placed_claim(claim)) is not None]
    for size in (3, 4):
        groups = (
            group
            for group in combinations(dated, size)
            if all(apart(a.wide, b.wide) for (_, a), (_, b) in combinations(group, 2))
        )
        for group in spread(groups, _MOST_SETS):
            draft = _matching(material, group)
            if draft is not None:
                yield draft


def _matching(material: Material, group: tuple[tuple[Claim, Placed], ...]) -> Draft | None:
    corpus = material.corpus
    pairs = tuple(
        (
            Option(account(corpus, claim, material.plain), claim.id),
            Option(material.words_of(placed.narrow), ref_of(placed.narrow)),
        )
        for claim, placed in group
    )
    rights = tuple(option for _, option in pairs)
    prompts = tuple(prompt for prompt, _ in pairs)
    if len(distinct(rights)) < len(rights) or len(distinct(prompts)) < len(prompts):
        return None
    extra = (
        Option(material.words_of(dates), ref_of(dates))
        for _, placed in group
        for dates in misreadings(material, placed)
        if all(apart(dates, other.wide) for _, other in group)
    )
    beside = distinct(tuple(extra), rights)[:1]
    anchors = {record.id: record for _, placed in group for record in placed.anchors}
    steps = (
        *given_steps(material, anchors.values()),
        *(
            Item(stopped(f"{prompt.text} That is {option.text}"), stands_in(corpus, claim))
            for (prompt, option), (claim, _) in zip(pairs, group, strict=True)
        ),
    )
    claims = tuple(claim for claim, _ in group)
    return Draft(
        ItemType.MATCH,
        tuple(claim.id for claim in claims),
        "Find the date that belongs to each account. One date is left over." if beside else _NO_REST,
        given_block(material, anchors.values()),
        "Which date goes with which account?",
        Pairs(pairs, beside),
        Key((), steps, "No two of these dates share a day, even if each is taken as widely as it can be."),
        asks=frozenset(f"reading:{claim.id}" for claim in claims),
        reveals=frozenset(f"event:{record.event}" for record in anchors.values()),
        questions=questions_of(*claims),
    )


_NO_REST = "Find the date that belongs to each account."
