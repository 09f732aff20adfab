"""How the corpus speaks to a class: accounts, dates and names, without ids, with foreign words in translation.

Belongs here: that wording, plain where it is wanted. Does not belong here: verdicts and derivations (see
`claimcheck.report.words`), choosing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from claimcheck.corpus.entries import Claim, Corpus, Dated, Record, Statement
from claimcheck.dates.calendars import year_in_words
from claimcheck.dates.when import AllOf, OneOf, Window
from claimcheck.dates.wording import calendar_in_words, in_words
from claimcheck.dates.writing import said_in
from claimcheck.engine.parts import role_of
from claimcheck.engine.perspective import public_from
from claimcheck.report.blocks import Block, Chain, Group, Listing, Paragraph, Table
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, listed, quoted, sentence

UNPLAIN = "\ue000"  # stands for a plain wording that there is not; no exercise with it reaches a sheet
_ANCHOR = re.compile(r"@([^\s,;)\]]+)")
_DROPPED = frozenset(("o", "s", "n", "of", "the", "on", "in", "to", "and", "between", "from"))
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def words_in(text: str) -> list[str]:
    """The words of a text as a reader compares them: “June 4th” has those of “4 June”."""
    found = (re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", word) for word in re.findall(r"[^\W_]+", text.casefold()))
    return [_month(word) for word in found if word not in _DROPPED]


def _month(word: str) -> str:
    return next((month for month in _MONTHS if len(word) >= 3 and month.startswith(word)), word)


def has_words_of(part: str, text: str) -> bool:
    """Whether a text has all the words of a part, in whatever order: “February 1, 1956” and 1 February 1956."""
    return set(words_in(part)) <= set(words_in(text))


def is_foreign(text: str) -> bool:
    """Whether a text has letters of another script than ours, so that a class cannot be expected to read it."""
    return any(letter.isalpha() and not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in text)


# Dates.


def date_text(corpus: Corpus, text: str, plain: bool = False) -> str:
    """A date as written, with what it counts from called by its name: "the eve of ‘the fair opens’"."""

    def named(found: re.Match[str]) -> str:
        return f"‘{label(corpus, found[1], plain)}’" if found[1] in corpus.events else found[0]

    return one_line(_ANCHOR.sub(named, text))


def as_dated(corpus: Corpus, dated: Dated, plain: bool = False) -> str:
    """The wording of a date in quotes; beside it the editor's reading, or what foreign words mean.

    Of words in another script that the editor has read only the reading is given: a class could not read them.
    """
    text = date_text(corpus, dated.text, plain)
    if is_foreign(text) and dated.read is not None:
        return f"{date_text(corpus, dated.read, plain)} (as the editor reads the words of the source)"
    said = text if _ANCHOR.fullmatch(dated.text.strip()) else quoted(text)
    notes = []
    if dated.read is not None and one_line(dated.read) != one_line(dated.text):
        notes.append(f"the editor reads: {date_text(corpus, dated.read, plain)}")
    elif is_foreign(text):
        notes.append(f"that is, {_translated(corpus, dated)}")
    notes += _other_style(corpus, dated)
    return f"{said} ({'; '.join(notes)})" if notes else said


def _translated(corpus: Corpus, dated: Dated) -> str:
    date = dated.when.readings[0].date
    return in_words(date, style_of_deductions(corpus)) if isinstance(date, Window) else UNPLAIN


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


# Names.


def who(corpus: Corpus, claim: Claim) -> str:
    """Who speaks, by full names; a source where nobody is named."""
    return listed(full_name(corpus, id) for id in claim.by) or source_name(corpus, claim.source)


def full_name(corpus: Corpus, id: str) -> str:
    """A claimant by the full name."""
    entry = corpus.claimants.get(id)
    return names.words_of(id) if entry is None else one_line(entry.name)


def introduced(corpus: Corpus, claim: Claim) -> str:
    """Who speaks, with who that was: "John Manningham, a barrister"."""
    told = (corpus.claimants[id].who for id in claim.by if id in corpus.claimants)
    return ", ".join(one_line(text) for text in (who(corpus, claim), *told) if text)


def source_name(corpus: Corpus, source: str) -> str:
    """What a source is called: its authors and title; its short name where the title is foreign."""
    entry = corpus.sources.get(source)
    if entry is None or entry.unnamed:
        return "a source that is not named"
    title = one_line(entry.title) if entry.title else ""
    authors = listed(full_name(corpus, id) for id in entry.author)
    if title and not is_foreign(title):
        return f"{authors}, {title}" if authors else title
    name = names.source(corpus, source) if entry.short or not authors else authors
    if is_foreign(name):
        year = public_from(entry, corpus)
        name = (
            f"a {entry.type or 'work'} in another language{f', {year_in_words(year)}' if year is not None else ''}"
        )
    return name


def asked(corpus: Corpus, question: str, plain: bool = False) -> str:
    """A question as it is asked, in its simpler wording where that is wanted."""
    entry = corpus.questions[question]
    return one_line((entry.plain or UNPLAIN) if plain else entry.ask)


def label(corpus: Corpus, event: str, plain: bool = False) -> str:
    """An event in words, without quotes; one that was made for a question by that question."""
    entry = corpus.events.get(event)
    if entry is not None and entry.declared and entry.label:
        return one_line((entry.plain or UNPLAIN) if plain else entry.label)
    return asked(corpus, event, plain) if event in corpus.questions else names.event(corpus, event)


def record_says(corpus: Corpus, record: Record, plain: bool = False) -> str:
    """A record in a line: what happened, and when it says so."""
    dated = f": {as_dated(corpus, record.when, plain)}" if record.when is not None else ""
    return f"{capital(label(corpus, record.event, plain))}{dated}"


# Accounts.


def said(corpus: Corpus, claim: Claim, plain: bool = False) -> str:
    """What a claim says, for a class: its plain wording if that is wanted; its paraphrase; its own words."""
    if plain:
        return one_line(claim.plain or UNPLAIN)
    own = claim.translation or (claim.quote if claim.lang in (None, "en") else None)
    if claim.says or own:
        return one_line(claim.says or quoted(own or ""))
    turned = {"denies": "not ", "doubts": "doubtful: ", "rejects": "not to be asked: "}.get(claim.stance, "")
    return sentence(turned + ("; ".join(_stated(corpus, part) for part in claim.statements) or UNPLAIN))


def _stated(corpus: Corpus, part: Statement) -> str:
    """A statement without a paraphrase: what it is of, its value, its date in its own words."""
    question = corpus.questions.get(part.question or "")
    role, of = role_of(part, question)
    event = part.event or (question.event if question is not None else None)
    kind = next((id for id in (part.kind, part.first, part.last, part.none) if id), None)
    if question is not None:
        matter = names.question(corpus, question.id)
    elif event is not None:
        matter = label(corpus, event)
    else:
        matter = names.kind(corpus, kind) if kind is not None else f"the {role} of {names.event(corpus, of or '')}"
    dates = [
        f"{word}{as_dated(corpus, dated)}"
        for word, dated in (("", part.when), ("not ", part.not_when), ("from ", part.start))
        if dated is not None
    ]
    return f"{'no ' if part.none else ''}{matter}: {', '.join((*part.value, *dates)) or 'it happened'}"


def account(corpus: Corpus, claim: Claim, plain: bool = False) -> str:
    """An account with who gives it, its date in its own words where the paraphrase has it differently."""
    text = f"{who(corpus, claim)}: {said(corpus, claim, plain)}"
    if not (plain or claim.says or claim.translation or claim.quote):
        return text
    dates = [
        f"{word}{as_dated(corpus, dated, plain)}"
        for part in claim.statements
        for word, dated in (("", part.when), ("not ", part.not_when), ("from ", part.start))
        if dated is not None and not has_words_of(dated.read or dated.text, text)
    ]
    hedge = f" Hedged: {quoted(claim.hedge)}." if claim.hedge and not has_words_of(claim.hedge, text) else ""
    return f"{text} Date: {listed(dates)}.{hedge}" if dates else f"{text}{hedge}"


def of_what(corpus: Corpus, claim: Claim, plain: bool = False) -> str:
    """Of which event a claim states a value; empty where it states none of an event."""
    for part in claim.statements:
        question = corpus.questions.get(part.question or "")
        event = corpus.events.get(role_of(part, question)[1] or "")
        if event is not None and event.declared and event.label:
            return f"This is said of ‘{label(corpus, event.id, plain)}’."
    return ""


# For the sheet and its key.


def answer_lines(lines: int) -> Paragraph:
    """Room to write."""
    return Paragraph("\n".join(["…" * 36] * lines))


def named(corpus: Corpus, id: str) -> str:
    """A claim or record for the key: its short name, and the id under which everything about it can be asked."""
    return f"{names.claimants(corpus, id) if id in corpus.claims else names.record(corpus, id)} ({id})"


def place(corpus: Corpus, entry: Claim | Record) -> str:
    """Where a claim or a record stands, for the key."""
    return names.source(corpus, entry.source, entry.locator)


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
        case Group(title, blocks, note=note):
            yield from (title, note)
            for inner in blocks:
                yield from texts_of(inner)
