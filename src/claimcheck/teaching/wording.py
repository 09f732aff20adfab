"""How the corpus speaks in an exercise: accounts, dates, places, without ids that a class cannot read.

Belongs here: the wording of accounts and dates for a class. Does not belong here: verdicts and derivations (see
`claimcheck.report`), choosing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.corpus.entries import Claim, Corpus, Dated, Event
from claimcheck.dates.when import AllOf, OneOf, Window
from claimcheck.dates.wording import calendar_in_words
from claimcheck.dates.writing import said_in
from claimcheck.engine.parts import role_of
from claimcheck.report.blocks import Block, Chain, Listing, Paragraph, Table
from claimcheck.report.naming import claimants_of, event_label
from claimcheck.report.reasons import statement_says
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words.grammar import listed, quoted

_WORD = re.compile(r"[^\W_]+")
_ANCHOR = re.compile(r"@([^\s,;)\]]+)")


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def date_text(corpus: Corpus, text: str) -> str:
    """A date as written, with what it counts from called by its name: "the eve of ‘the fair opens’"."""

    def named(found: re.Match[str]) -> str:
        event = corpus.events.get(found[1])
        return f"‘{plain_label(corpus, event)}’" if event is not None else found[0]

    return one_line(_ANCHOR.sub(named, text))


def plain_label(corpus: Corpus, event: Event) -> str:
    """What an event is called, without quotes."""
    return event_label(corpus, event.id).strip("“”")


def as_dated(corpus: Corpus, dated: Dated) -> str:
    """The wording of a date in quotes; beside it the editor's reading where the corpus states one."""
    text = date_text(corpus, dated.text)
    said = text if _ANCHOR.fullmatch(dated.text.strip()) else quoted(text)
    notes = []
    if dated.read is not None and one_line(dated.read) != one_line(dated.text):
        notes.append(f"the editor reads: {date_text(corpus, dated.read)}")
    notes += _other_style(corpus, dated)
    return f"{said} ({'; '.join(notes)})" if notes else said


def _other_style(corpus: Corpus, dated: Dated) -> list[str]:
    """In which calendar and year style a date is stated, where that is not the corpus's own."""
    own = style_of_deductions(corpus)
    styles = {(said_in(reading, own.calendar), reading.year_begins) for reading in dated.when.readings}
    if len(styles) != 1 or not any(isinstance(r.date, Window | AllOf | OneOf) for r in dated.when.readings):
        return []
    ((calendar, begins),) = styles
    notes = []
    if calendar != own.calendar:
        notes.append(f"of the {calendar_in_words(calendar)} calendar")
    if begins != own.year_begins:
        notes.append(f"its year begins on {begins}")
    return notes


def who(corpus: Corpus, claim: Claim) -> str:
    """Who speaks."""
    return claimants_of(corpus, claim)


def said(corpus: Corpus, claim: Claim, plain: bool) -> str:
    """What a claim says, for a class: its plain wording if wanted, its paraphrase, its own words, its parts."""
    text = (claim.plain if plain else None) or claim.says or claim.translation or claim.quote
    if text is not None:
        return one_line(text)
    parts = [statement_says(corpus, part, lambda dated, _: as_dated(corpus, dated)) for part in claim.statements]
    words = one_line("; ".join(parts)) or claim.id
    turned = {"denies": "Not so: ", "doubts": "Doubtful: ", "rejects": "Not to be asked: "}.get(claim.stance, "")
    return f"{turned}{words}."


def account(corpus: Corpus, claim: Claim, plain: bool) -> str:
    """An account with who gives it, its date in its own words where the paraphrase has it differently."""
    text = f"{who(corpus, claim)}: {said(corpus, claim, plain)}"
    if not (claim.says or claim.translation or claim.quote or (plain and claim.plain)):
        return text
    dates = [
        f"{word}{as_dated(corpus, dated)}"
        for part in claim.statements
        for word, dated in (("", part.when), ("from ", part.start))
        if dated is not None and not has_words_of(dated.text, text)
    ]
    hedge = f" Hedged: {quoted(claim.hedge)}." if claim.hedge and not has_words_of(claim.hedge, text) else ""
    return f"{text} Date: {listed(dates)}.{hedge}" if dates else f"{text}{hedge}"


def of_what(corpus: Corpus, claim: Claim) -> str:
    """Of which event a claim states a value; empty where it states none of an event."""
    for part in claim.statements:
        question = corpus.questions.get(part.question or "")
        event = corpus.events.get(role_of(part, question)[1])
        if event is not None and event.declared and event.label:
            return f"This is said of ‘{plain_label(corpus, event)}’."
    return ""


def has_words_of(part: str, text: str) -> bool:
    """Whether a text has all the words of a part, in whatever order: “February 1, 1956” and 1 February 1956."""
    return set(_WORD.findall(part.casefold())) <= set(_WORD.findall(text.casefold()))


def named(corpus: Corpus, id: str) -> str:
    """A claim for the key: who speaks, and the id under which everything about it can be asked."""
    return f"{who(corpus, corpus.claims[id])} ({id})" if id in corpus.claims else id


def source_name(corpus: Corpus, source: str) -> str:
    """What a source is called: its authors and title, failing those its id."""
    entry = corpus.sources.get(source)
    if entry is None or entry.unnamed:
        return "a source that is not named"
    authors = listed(corpus.claimants[id].name if id in corpus.claimants else id for id in entry.author)
    title = one_line(entry.title) if entry.title else ""
    if not title:
        return f"{authors} ({source})" if authors else source
    return f"{authors}, {title}" if authors else title


def texts_of(block: Block) -> Iterator[str]:
    """All the texts in a block."""
    match block:
        case Paragraph(text):
            yield text
        case Table(heads, rows):
            yield from heads
            for row in rows:
                yield from row
        case Listing(items, _):
            for item in items:
                yield from (item.text, item.place)
        case Chain(title, steps, conclusion):
            yield title
            yield from (step.text for step in steps)
            yield conclusion
