"""Exercises on dates: read this date, old style and new, match account to date.

Belongs here: the types whose answer is the reading of a date. Does not belong here: how a date is read (see
`claimcheck.dates`), which misreadings there are (see `misreadings`), the order of events (see `events`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Claim, Dated
from claimcheck.dates.calendars import calendar_date, has_roman_months
from claimcheck.dates.when import DAY
from claimcheck.dates.wording import calendar_in_words
from claimcheck.report.blocks import Item, Paragraph
from claimcheck.report.words.grammar import capital, quoted, stopped
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Option, Pairs
from claimcheck.teaching.material import Material, Placed, answer, apart, dates_of, ref_of, spread
from claimcheck.teaching.types.givens import differences, given_block, given_steps, questions_of, rule_steps
from claimcheck.teaching.types.misreadings import misreadings
from claimcheck.teaching.wording import as_dated, date_text, has_words_of, place, who

_MOST_SETS = 40  # groups of accounts made for one question


# ------------------------------------------------------------------------------------------ read this date


def read_this_date(material: Material) -> Iterator[Draft]:
    """From when to when: for every claim whose date is worded otherwise than it is read."""
    for claim, dated, placed in _dated_claims(material):
        is_read_out = (
            dated.read is not None and not placed.anchors and "clock" in placed.rule
        )  # only the hour's form
        if not _is_of_another_style(material, placed) and material.needs_working_out(dated) and not is_read_out:
            yield from _reading(material, claim, dated, placed, ItemType.DATE)


def old_and_new_style(material: Material) -> Iterator[Draft]:
    """A date of another calendar, or of a year that begins on another day, said in those of the corpus."""
    for claim, dated, placed in _dated_claims(material):
        if _is_of_another_style(material, placed):
            yield from _reading(material, claim, dated, placed, ItemType.STYLES)


def _dated_claims(material: Material) -> Iterator[tuple[Claim, Dated, Placed]]:
    for claim in material.claims:
        placed, statement = material.placed_claim(claim), answer(claim)
        if placed is None or statement is None or statement.when is None or len(placed.narrow.spans) != 1:
            continue
        yield claim, statement.when, placed


def _is_of_another_style(material: Material, placed: Placed) -> bool:
    """Whether the calendar or the beginning of the year makes a difference to this very date."""
    own = material.style
    start = (placed.narrow.start or 0) // DAY
    if placed.calendar != own.calendar and has_roman_months(placed.calendar) and has_roman_months(own.calendar):
        return calendar_date(placed.calendar, start) != calendar_date(own.calendar, start)
    return placed.year_begins != own.year_begins and calendar_date(own.calendar, start)[1] <= 3


def _reading(material: Material, claim: Claim, dated: Dated, placed: Placed, type: ItemType) -> Iterator[Draft]:
    right = Option(material.words_of(placed.narrow), ref_of(placed.narrow))
    # Of another style the misreadings of the style come first, and leave no room for others.
    wrong = tuple(misreadings(material, dated, placed))[: 3 if type is ItemType.STYLES else 6]
    if len(wrong) < 2:
        return
    corpus = material.corpus
    wording = quoted(date_text(corpus, dated.text, material.plain))
    asks = f"{wording}: from when to when?"
    if type is ItemType.STYLES:
        asks = f"{wording}: which day was that in the {calendar_in_words(material.style.calendar)} calendar, with "
        asks += f"years from {material.style.year_begins}?"
    wide = ""
    if placed.wide != placed.narrow:
        wide = f"At the widest it can mean {material.words_of(placed.wide)}; no other option touches that."
    steps = (
        Item(f"The wording is {as_dated(corpus, dated)}.", place(corpus, claim)),
        *given_steps(material, placed.anchors),
        *rule_steps(material, placed),
        Item(stopped(f"So it means {right.text}")),
    )
    yield Draft(
        type,
        (claim.id,),
        "Work out what a date can mean, from its first day to its last.",
        (
            Paragraph(
                f"{_matter(material, claim)} {who(corpus, claim)}: {as_dated(corpus, dated, material.plain)}."
            ),
            *differences(material, (placed,)),
            *given_block(material, placed.anchors),
        ),
        asks,
        OneRight(right, wrong),
        Key((), steps, cautions=(wide,) if wide else ()),
        asks=frozenset((f"reading:{claim.id}",)),
        reveals=frozenset(f"event:{record.event}" for record in placed.anchors),
        questions=questions_of(claim),
        further=("How sure are you? Which word of the source makes it wider or narrower?",) if wide else (),
    )


def _matter(material: Material, claim: Claim) -> str:
    """What a claim's date is the date of: its question, its event or its kind."""
    statement = answer(claim)
    if statement is not None and statement.question in material.corpus.questions:
        return material.asked(statement.question or "")
    if statement is not None and statement.event is not None:
        return f"When was it that {material.label(statement.event)}?"
    return "When did it happen?"


# ---------------------------------------------------------------------------------- match account to date


def match_accounts(material: Material) -> Iterator[Draft]:
    """Three or four accounts and their dates, of which no two share a day even at the widest."""
    dated = [
        (claim, when, placed)
        for claim, when, placed in _dated_claims(material)
        if not has_words_of(material.words_of(placed.narrow), material.account(claim))
    ]
    for size in (3, 4):
        groups = (
            group
            for group in combinations(dated, size)
            if all(apart(a.wide, b.wide) for (_, _, a), (_, _, b) in combinations(group, 2))
        )
        for group in spread(groups, _MOST_SETS):
            yield _matching(material, group)


def _matching(material: Material, group: tuple[tuple[Claim, Dated, Placed], ...]) -> Draft:
    corpus = material.corpus
    pairs = tuple(
        (
            Option(material.account(claim), claim.id),
            Option(material.words_of(placed.narrow), ref_of(placed.narrow)),
        )
        for claim, _, placed in group
    )
    extra = tuple(
        Option(option.text, option.ref, f"{option.slip} ({who(corpus, claim)})")
        for claim, dated, placed in group
        for option in misreadings(material, dated, placed)
        if all(apart(dates_of(option.ref), other.wide) for _, _, other in group)
    )[:1]
    anchors = {record.id: record for _, _, placed in group for record in placed.anchors}
    steps = (
        *given_steps(material, anchors.values()),
        *(
            Item(stopped(f"{capital(prompt.text)} That is {option.text}"), place(corpus, claim))
            for (prompt, option), (claim, _, _) in zip(pairs, group, strict=True)
        ),
    )
    claims = tuple(claim for claim, _, _ in group)
    return Draft(
        ItemType.MATCH,
        tuple(claim.id for claim in claims),
        f"Find the date that belongs to each account.{' One date is left over.' if extra else ''}",
        (*differences(material, (placed for _, _, placed in group)), *given_block(material, anchors.values())),
        "Which date goes with which account?",
        Pairs(pairs, extra),
        Key((), steps, "No two of these dates share a day, even if each is taken as widely as it can be."),
        asks=frozenset(f"reading:{claim.id}" for claim in claims),
        reveals=frozenset(f"event:{record.event}" for record in anchors.values()),
        questions=questions_of(*claims),
    )
