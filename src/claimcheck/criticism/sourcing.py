"""The sourcing table: what a historian asks of a source before weighing what it says.

Belongs here: for every account and every record of a question, how long after the event its source was written and
published, at how many hands from a root, through how many works, whether by a participant and of what interest,
and who supplied the date. Does not belong here: a score, which there is none; how the answers are worded.

The questions are those of Wineburg's sourcing heuristic (Journal of Educational Psychology 83, 1991, 73–87) and of
Bernheim's outer criticism (Lehrbuch der historischen Methode, 1889).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.corpus.entries import Claim, Corpus, Dated, Question, Record, Source, Statement
from claimcheck.corpus.stemma import relays_of, roots_of
from claimcheck.criticism.witnesses import chains_of, witnesses_by_question
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.when import DAY, Fault, TimeSet, anchors_of
from claimcheck.engine.examination import Examination
from claimcheck.engine.limits import Left
from claimcheck.engine.parts import role_of, target_of


class Supplied(StrEnum):
    """Who supplied a date."""

    SOURCE = "source"  # in the source's own words
    EDITOR_READS = "editor-reads"  # the source's wording, and a reading of it that the editor states
    EDITOR_IN_PART = "editor-in-part"  # some words in square brackets
    EDITOR = "editor"  # all of it in square brackets


@dataclass(frozen=True, slots=True)
class Lag:
    """How long after an event something was written: between `least` and `most` days; None is no limit.

    Counted between calendar days, so that the day of the event itself is 0; negative means before the event.
    `event` and `source` are the first and last day of each, as day numbers, so that years can be counted too.
    """

    least: int | None
    most: int | None
    event: tuple[int | None, int | None]
    source: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What is stated about one account or record as a source on a question; None where nothing is.

    `id` is the claim or the record, `by` its claimants (of a record the authors of its source). `hands` is the
    least number of `rests-on` between it and the root, `relays` the works through which it reached us. Of
    `participants`, each claimant's own: yes, no, or not stated.
    """

    id: str
    is_record: bool
    source: str
    by: tuple[str, ...]
    written: Lag | None
    published: Lag | None
    hands: int
    relays: tuple[str, ...]
    participants: tuple[bool | None, ...]
    interests: tuple[tuple[str, str], ...]
    supplied: Supplied | None

    @property
    def is_first_hand(self) -> bool:
        """Whether everybody who speaks took part (in the matter, or in this very event), and it is not stated to
        rest on anything else."""
        return self.hands == 0 and bool(self.participants) and all(self.participants)


@dataclass(frozen=True, slots=True)
class SourcingTable:
    """The accounts of a question (None: of no question), in file order, then the records that bear on them."""

    question: str | None
    rows: tuple[Sourcing, ...]


def sourcing(findings: Examination) -> tuple[SourcingTable, ...]:
    """The sourcing table of every question that claims in view answer."""
    corpus = findings.corpus
    bearing = {row.claim: tuple(id for id, _ in row.records) for row in findings.rows}
    records = {record.id: record for event in corpus.events.values() for record in event.records}
    tables = []
    for asked in findings.once(witnesses_by_question):
        question = corpus.questions.get(asked.question) if asked.question is not None else None
        accounts = [_of_claim(findings, corpus.claims[id], question, bearing[id]) for id in asked.claims]
        wanted = {id for claim in asked.claims for id in bearing[claim]}
        documents = [_of_record(findings, record) for id, record in records.items() if id in wanted]
        tables.append(SourcingTable(asked.question, (*accounts, *documents)))
    return tuple(tables)


def _of_claim(
    findings: Examination, claim: Claim, question: Question | None, bearing: tuple[str, ...]
) -> Sourcing:
    corpus = findings.corpus
    statement = _answer(claim, question)
    happened = _happened(findings, claim, statement, question) if statement is not None else None
    dated = _date_in(statement) if statement is not None else None
    hands = min(chain.steps for chain in chains_of(corpus, claim.id))
    source = corpus.sources.get(claim.source)
    present = _present(corpus, statement, question, bearing)
    return _sourcing(findings, claim.id, False, source, claim.source, claim.by, happened, dated, hands, present)


def _present(
    corpus: Corpus, statement: Statement | None, question: Question | None, bearing: tuple[str, ...]
) -> frozenset[str]:
    """Who took part in the event that a claim speaks of, as far as a record in view attests it."""
    ids = {statement.event if statement is not None else None, question.event if question is not None else None}
    events = [event for id in ids if id is not None and (event := corpus.events.get(id)) is not None]
    return frozenset(
        who for event in events if any(record.id in bearing for record in event.records) for who in event.present
    )


def _of_record(findings: Examination, record: Record) -> Sourcing:
    corpus = findings.corpus
    source = corpus.sources.get(record.source)
    happened = _narrow(findings.placed_dated(record.when, 0, record)) or _recorded(findings, record.event)
    hands = min(roots_of(corpus, record.source, is_claim=False).values())
    by = source.author if source is not None else ()
    return _sourcing(findings, record.id, True, source, record.source, by, happened, record.when, hands)


def _sourcing(
    findings: Examination,
    id: str,
    is_record: bool,
    source: Source | None,
    source_id: str,
    by: tuple[str, ...],
    happened: TimeSet | None,
    dated: Dated | None,
    hands: int,
    present: frozenset[str] = frozenset(),
) -> Sourcing:
    corpus = findings.corpus
    people = [corpus.claimants.get(name) for name in by]
    return Sourcing(
        id,
        is_record,
        source_id,
        by,
        _lag(findings, happened, source.dated if source is not None else None),
        _lag(findings, happened, source.issued if source is not None else None),
        hands,
        relays_of(corpus, source_id if is_record else id, is_claim=not is_record),
        tuple(
            True if name in present else person.participant if person is not None else None
            for name, person in zip(by, people, strict=True)
        ),
        tuple((person.id, person.interest) for person in people if person is not None and person.interest),
        supplied_by(dated) if dated is not None else None,
    )


# When it happened, as the claim or the record has it.


def _answer(claim: Claim, question: Question | None) -> Statement | None:
    for statement in claim.statements:
        if question is None or statement.question == question.id:
            return statement
    return None


def _date_in(statement: Statement) -> Dated | None:
    return statement.when or statement.start


def _happened(
    findings: Examination, claim: Claim, statement: Statement, question: Question | None
) -> TimeSet | None:
    """As the claim dates it; failing that, as the record dates the event meant or asked for."""
    claimed = _narrow(findings.placed_dated(_date_in(statement), 0, claim))
    if claimed is not None:
        return claimed
    target, (_, of) = target_of(statement, question), role_of(statement, question)
    asked = target.id if target is not None and target.form == "event" else None
    for event in (statement.event, *_anchors(_date_in(statement)), of, asked):
        recorded = _recorded(findings, event) if event else None
        if recorded is not None:
            return recorded
    return None


def _anchors(dated: Dated | None) -> tuple[str, ...]:
    return anchors_of(dated.when.readings[0].date) if dated is not None and dated.when.readings else ()


def _recorded(findings: Examination, event: str) -> TimeSet | None:
    return _narrow(findings.placed_event(event)) if event in findings.corpus.events else None


def _narrow(left: Left | None) -> TimeSet | None:
    return left.narrow if left is not None else None


def _lag(findings: Examination, happened: TimeSet | None, dated: Dated | None) -> Lag | None:
    stated = _narrow(findings.placed_dated(dated))
    if happened is None or stated is None:
        return None
    event, source = _days(happened), _days(stated)
    least = source[0] - event[1] if source[0] is not None and event[1] is not None else None
    most = source[1] - event[0] if source[1] is not None and event[0] is not None else None
    return Lag(least, most, event, source) if (least, most) != (None, None) else None


def _days(dates: TimeSet) -> tuple[int | None, int | None]:
    """The first and the last day of a set of time."""
    first = dates.start // DAY if dates.start is not None else None
    return first, (dates.stop - 1) // DAY if dates.stop is not None else None


# Who supplied the date.

_BRACKETED = re.compile(r"\[[^\[\]]*\]")


def supplied_by(dated: Dated) -> Supplied:
    """Whether a date stands in the source's own words, or how much of it the editor of the corpus supplied.

    Words in square brackets are the editor's; a set in brackets that is EDTF is a date like any other. A `read`
    that differs from the wording is the editor's reading of the source's words.
    """
    for text in (dated.text, *((dated.read,) if dated.read is not None else ())):
        if "[" not in text or _is_set(text):
            continue
        outside = _BRACKETED.sub("", text)
        return Supplied.EDITOR_IN_PART if re.search(r"\w", outside) else Supplied.EDITOR
    if dated.read is not None and _plain(dated.read) != _plain(dated.text):
        return Supplied.EDITOR_READS
    return Supplied.SOURCE


def _is_set(text: str) -> bool:
    """Whether a text is an EDTF set of several dates; one alone in brackets, `[1791]`, is a supplied one."""
    several = "," in text or ".." in text
    return several and not isinstance(read_edtf(text.strip()), Fault)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
