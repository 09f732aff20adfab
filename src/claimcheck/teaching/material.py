"""What exercises are made from: a corpus and its findings, and what may be keyed as certain.

Belongs here: looking things up, and deciding which dates are certain enough to be keyed. Does not belong here:
verdicts (the engine's), wording.

A date is keyed only if it has one reading, and every event that it counts from is dated by exactly one record in
view, which itself has one reading. Everything else may be right or wrong with reason, and is left to discussion.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeVar

from claimcheck.corpus.entries import Claim, Corpus, Dated, Record, Statement
from claimcheck.criticism.sourcing import Sourcing, sourcing
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.dates.when import AllOf, Date, Relation, Span, TimeSet, Unit, Window, anchors_of
from claimcheck.dates.wording import Style, in_words
from claimcheck.dates.writing import said_in
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Row, Standing, Verdict
from claimcheck.engine.parts import Occurrence
from claimcheck.engine.perspective import View
from claimcheck.report.styles import style_of_deductions
from claimcheck.teaching.wording import account, asked, label, words_in


@dataclass(frozen=True, slots=True)
class Placed:
    """A date that can be keyed: its narrow and wide sets, and the records that date what it counts from."""

    narrow: TimeSet
    wide: TimeSet
    unit: Unit
    rule: str
    calendar: str
    year_begins: str
    anchors: tuple[Record, ...]


@dataclass(frozen=True)
class Material:
    """A corpus, what was found in it, whether plain wordings are wanted, and whether a draft with gaps will do."""

    corpus: Corpus
    findings: Examination
    plain: bool = False
    is_draft: bool = False

    @cached_property
    def seen(self) -> View:
        """What the perspective of the findings leaves."""
        return self.findings.view

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in view, in file order."""
        return self.seen.claims

    @cached_property
    def style(self) -> Style:
        """The calendar and year style in which a sheet says its dates: the corpus's own."""
        return style_of_deductions(self.corpus)

    def account(self, claim: Claim) -> str:
        """An account as a class reads it."""
        return account(self.corpus, claim, self.plain)

    def asked(self, question: str) -> str:
        """A question as a class reads it, in quotes."""
        return f"“{asked(self.corpus, question, self.plain)}”"

    def label(self, event: str) -> str:
        """An event as a class reads it."""
        return label(self.corpus, event, self.plain)

    def words_of(self, dates: TimeSet) -> str:
        """A set of time in words, both ends included."""
        return in_words(Window(dates, dates), self.style)

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Each claim's line-up."""
        return {row.claim: row for row in self.findings.rows}

    @cached_property
    def pairs(self) -> dict[frozenset[str], Pair]:
        """The listed pairs by their two claims."""
        return {frozenset((pair.a, pair.b)): pair for pair in self.findings.pairs}

    @cached_property
    def odd_ids(self) -> frozenset[str]:
        """The ids of the corpus that could be taken for nothing else: what no sheet may show."""
        corpus = self.corpus
        sections = (corpus.sources, corpus.kinds, corpus.events, corpus.questions, corpus.claims, corpus.bridges)
        ids = {id for section in sections for id in section} | {record.id for record in self.seen.records}
        named = {source.title for source in corpus.sources.values() if not source.declared}
        return frozenset(id for id in ids - named if re.search(r"[-_/\d]", id) and not id[:1].isdigit())

    @cached_property
    def weights(self) -> dict[str, tuple[int, ...]]:
        """How much there is to argue about on each question: what is chosen first has most.

        Whether it has several positions, and whether the corpus is about it; the independent sources of its
        accounts, its positions, the documented records that bear on it.
        """
        found: dict[str, tuple[int, ...]] = {}
        for answered in self.findings.positions:
            held = [position.held_by for position in answered.positions]
            accounts = [id for ids in held for id in ids]
            roots = len(witnesses_of(self.corpus, accounts).roots)
            bearing = {id for claim in accounts if claim in self.rows for id, _ in self.rows[claim].records}
            documented = sum(record.id in bearing and record.basis == "documented" for record in self.seen.records)
            lead = self.corpus.questions[answered.question].lead
            found[answered.question] = (len(held) > 1, lead, roots, len(held), documented)
        return found

    @cached_property
    def positions(self) -> dict[str, tuple[str, int]]:
        """For each claim that holds one, its position: a question and a number."""
        return {
            id: (answered.question, position.number)
            for answered in self.findings.positions
            for position in answered.positions
            for id in position.held_by
        }

    @cached_property
    def ruled_out(self) -> frozenset[str]:
        """The claims that the record rules out, or that rule themselves out."""
        out = (Standing.CONTRADICTED, Standing.INCONSISTENT)
        return frozenset(id for id, row in self.rows.items() if row.verdict in out)

    def needs_working_out(self, dated: Dated | None) -> bool:
        """Whether a date is worded otherwise than the calendar of the corpus has it."""
        placed = self.placed(dated)
        if dated is None or placed is None:
            return True
        is_own = (placed.calendar, placed.year_begins) == (self.style.calendar, self.style.year_begins)
        said = self.words_of(placed.narrow)
        return not is_own or sorted(words_in(dated.text)) != sorted(words_in(said))

    @cached_property
    def sourced(self) -> dict[tuple[str, str | None], Sourcing]:
        """What is stated of each claim as a source, by claim and question."""
        return {
            (row.id, table.question): row
            for table in self.findings.once(sourcing)
            for row in table.rows
            if not row.is_record
        }

    def pair(self, a: str, b: str) -> Pair:
        """How two claims stand; what is not listed answers different questions, or is not compared."""
        found = self.pairs.get(frozenset((a, b)))
        if found is not None:
            return found
        untested = any(self.rows[id].verdict is Standing.NOT_COMPARED for id in (a, b) if id in self.rows)
        return Pair(a, b, None, Verdict.NOT_COMPARED if untested else Verdict.DIFFERENT_QUESTIONS)

    def is_clean(self, a: str, b: str) -> bool:
        """Whether the verdict on two claims depends on no strained reading, no bridge and no other reading."""
        pair = self.pair(a, b)
        return not (pair.strained or pair.if_bridge or pair.unless)

    # --------------------------------------------------------------------------------------- certain dates

    @cached_property
    def dating(self) -> dict[str, Record]:
        """The events that exactly one record in view dates, with that record; records at odds date nothing."""
        found: dict[str, Record] = {}
        at_odds = {
            id
            for conflict in self.findings.conflicts
            if all(id not in self.corpus.claims for id in conflict.members)
            for id in conflict.members
        }
        for event in self.corpus.events.values():
            records = [record for record in self.seen.records if record.event == event.id]
            if len(records) == 1 and not event.planned and records[0].id not in at_odds:
                record = records[0]
                plain = record.not_when is None and record.none is None and record.extent == "within"
                plain = plain and record.first is None and record.last is None
                if plain and _one_reading(record.when, record.or_when) is not None:
                    found[event.id] = record
        return found

    def placed(self, dated: Dated | None, own: tuple[str, ...] = ()) -> Placed | None:
        """A date that can be keyed, with limits on both sides; None for any other.

        `own` are the events that the same claim dates itself: a date that counts from one of them is not keyed.
        """
        read = _one_reading(dated)
        if read is None or dated is None:
            return None
        anchors = self._anchors(read, frozenset(own))
        if anchors is None:
            return None
        left = self.findings.placed_dated(dated)
        if left is None or not left.wide.contains(left.narrow):
            return None
        if None in (left.narrow.start, left.narrow.stop, left.wide.start, left.wide.stop):
            return None
        reading = dated.when.readings[0]
        calendar = said_in(reading, self.style.calendar)
        return Placed(left.narrow, left.wide, left.unit, reading.rule, calendar, reading.year_begins, anchors)

    def _anchors(self, date: Date, passed: frozenset[str]) -> tuple[Record, ...] | None:
        """The records behind a date, nearest first; None if one is missing or has no limits, or in a circle."""
        found: dict[str, Record] = {}
        for id in anchors_of(date):
            record = self.dating.get(id)
            if record is None or id in passed or record.when is None or not self._is_one_stretch(record):
                return None
            behind = self._anchors(record.when.when.readings[0].date, passed | {id})
            if behind is None:
                return None
            found[record.id] = record
            found.update((other.id, other) for other in behind)
        return tuple(found.values())

    def _is_one_stretch(self, record: Record) -> bool:
        """Whether a record puts its event in one stretch with both limits, so that one can count from it."""
        left = self.findings.placed_dated(record.when, 0, record)
        return (
            left is not None and len(left.narrow.spans) == 1 and None not in (left.narrow.start, left.narrow.stop)
        )

    def placed_claim(self, claim: Claim, question: str | None = None) -> Placed | None:
        """The date that a claim asserts of its (first) answer, if it can be keyed."""
        statement = answer(claim, question)
        if statement is None or claim.stance != "asserts" or claim.disputes or claim.reports or claim.given:
            return None
        occurrences = [part for part in self.findings.parts(claim.id) if isinstance(part, Occurrence)]
        part = next((one for one in occurrences if one.number == claim.statements.index(statement)), None)
        if part is None or part.date is None or part.excluded is not None or part.extent != "within":
            return None
        if statement.or_when or statement.value:  # several readings; a yes, whose date is not what is asked
            return None
        targets = [one.target for one in occurrences]
        own = [
            id for one in targets for id in (one.named, one.id if one.form == "event" else None) if id is not None
        ]
        return self.placed(statement.when, tuple(own))


def answer(claim: Claim, question: str | None = None) -> Statement | None:
    """The statement of a claim that answers a question; its first where none is named."""
    for statement in claim.statements:
        if question is None or statement.question == question:
            return statement
    return None


def _one_reading(dated: Dated | None, more: tuple[Dated, ...] = ()) -> Date | None:
    """The only reading of a date; None if there are several, or if it cannot be certain (see `_is_certain`)."""
    if dated is None or more or len(dated.when.readings) != 1 or dated.wide is not None:
        return None
    date = dated.when.readings[0].date
    return date if _is_certain(date) else None


def _is_certain(date: Date) -> bool:
    """Whether a date has no open choices, and counts from no event by the hour (an anchor's hour is not known)."""
    match date:
        case Window():
            return True
        case Relation():
            points = (date.earliest, date.latest, date.wide_earliest, date.wide_latest)
            return not any(point.seconds for point in points if point is not None)
        case AllOf(parts=parts):
            return all(_is_certain(part) for part in parts)
    return False


def apart(a: TimeSet, b: TimeSet) -> bool:
    """Whether two sets of time share nothing, so that no one date lies in both."""
    return not a.intersection(b).spans


def ref_of(dates: TimeSet) -> str:
    """A set of time in machine form: its spans in seconds, half-open."""
    return "|".join(f"{span.start}:{span.stop}" for span in dates.spans)


def dates_of(ref: str) -> TimeSet:
    """The set of time that a machine form names."""
    ends = (span.split(":") for span in ref.split("|"))
    return TimeSet.of(Span(int(start), int(stop)) for start, stop in ends)


Group = TypeVar("Group")
_MOST_SEEN = 3000  # of very many groups the first so many are looked at


def spread(groups: Iterable[Group], most: int) -> tuple[Group, ...]:
    """At most so many groups, evenly spread over all of them; the same for the same groups."""
    found = tuple(islice(groups, _MOST_SEEN))
    if len(found) <= most:
        return found
    return tuple(found[number * len(found) // most] for number in range(most))
