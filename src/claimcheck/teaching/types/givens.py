"""What a task takes as given, and the conventions of reading, as blocks of a sheet and as steps of a key.

Belongs here: dates of anchors and the structure that a derivation rests on, laid out. Does not belong here: which
dates may be keyed (see `claimcheck.teaching.material`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.corpus.entries import Claim, Record
from claimcheck.dates.calendars import calendar_date, has_roman_months, month_start
from claimcheck.dates.phrases.rules import RULES
from claimcheck.dates.when import DAY
from claimcheck.dates.wording import calendar_in_words
from claimcheck.engine.findings import Role, Step
from claimcheck.report.blocks import Block, Item, Listing, Paragraph
from claimcheck.report.words import names
from claimcheck.report.words.grammar import plural
from claimcheck.report.words.proofs import step_says
from claimcheck.teaching.material import Material, Placed
from claimcheck.teaching.wording import UNPLAIN, place, record_says


def given_block(material: Material, records: Iterable[Record]) -> tuple[Block, ...]:
    """What may be taken as given to work out a date: the dates of the events that it counts from."""
    items = tuple(Item(record_says(material.corpus, record, material.plain)) for record in records)
    return (Paragraph("Take as given:"), Listing(items)) if items else ()


def differences(material: Material, dates: Iterable[Placed]) -> tuple[Block, ...]:
    """How far the calendars were apart, and when the year began, where that is not as on the sheet; each once."""
    own = material.style
    said: dict[str, None] = {}
    for placed in dates:
        day = (placed.narrow.start or 0) // DAY
        if (
            placed.calendar != own.calendar
            and has_roman_months(placed.calendar)
            and has_roman_months(own.calendar)
        ):
            year, month, number = calendar_date(placed.calendar, day)
            days = (month_start(own.calendar, year, month) + number - 1) - day
            before = "behind" if days > 0 else "ahead of"
            ours, stated = calendar_in_words(own.calendar), calendar_in_words(placed.calendar)
            said[f"At that time the {ours} calendar was {plural(abs(days), 'day')} {before} the {stated}."] = None
        if placed.year_begins != own.year_begins:
            said[f"Where some of this was written the number of the year changed on {placed.year_begins}."] = None
    return tuple(Paragraph(text) for text in said)


def given_of(material: Material, steps: Iterable[Step]) -> tuple[Block, ...]:
    """What a derivation takes as given: dates of anchors, and how kinds and events hang together."""
    corpus = material.corpus
    items = []
    for step in steps:
        record = names.record_entry(corpus, step.id or "")
        if step.role is Role.GIVEN and record is not None:
            items.append(Item(record_says(corpus, record, material.plain)))
        elif step.role is Role.GIVEN and step.id in corpus.claims:
            items.append(Item(material.account(corpus.claims[step.id or ""])))
        elif step.role in (Role.KIND, Role.ORDER):
            items.append(Item(step_says(corpus, step) if not material.plain else UNPLAIN))
    return (Paragraph("Take as given:"), Listing(tuple(dict.fromkeys(items)))) if items else ()


def given_steps(material: Material, records: Iterable[Record]) -> tuple[Item, ...]:
    """The same as steps of a derivation."""
    corpus = material.corpus
    return tuple(Item(f"Given: {record_says(corpus, record)}.", place(corpus, record)) for record in records)


def rule_steps(material: Material, placed: Placed) -> Iterator[Item]:
    """The conventions by which a date is read, a step for each."""
    known = {rule.name: rule for rule in RULES}
    for name in dict.fromkeys(placed.rule.split(" + ")):
        if name in known:
            yield Item(f"By convention ({name}): {known[name].reads}.")
    if placed.calendar != material.style.calendar:
        stated, own = (calendar_in_words(name) for name in (placed.calendar, material.style.calendar))
        yield Item(f"It is stated in the {stated} calendar, and is turned into the {own}.")
    if placed.year_begins != material.style.year_begins:
        yield Item(f"It is of a year that begins on {placed.year_begins}.")


def questions_of(*claims: Claim) -> frozenset[str]:
    """The questions that claims answer."""
    return frozenset(part.question for claim in claims for part in claim.statements if part.question)
