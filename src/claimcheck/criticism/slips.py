"""Slips suggested for dates that contradict each other, claim against claim and claim against record.

Belongs here: which dates are set beside which. Does not belong here: the arithmetic of each kind of slip (see
`slip_kinds`), verdicts. Nothing is ever corrected: a suggestion changes no verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.corpus.entries import Claim, Corpus, Dated, Record, Statement
from claimcheck.criticism.definite import DefiniteDate, definite_date
from claimcheck.criticism.slip_kinds import Explanation, SlipKind, explain
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Dimension, Verdict

__all__ = ["Slip", "SlipKind", "find_slips"]


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip that would account for a contradiction of dates.

    `claims` are two claims, or one with the `record` that contradicts it; `a` and `b` are their dates.
    """

    claims: tuple[str, ...]
    record: str | None
    explanation: Explanation
    a: DefiniteDate
    b: DefiniteDate

    @property
    def kind(self) -> SlipKind:
        """Which slip it would be."""
        return self.explanation.kind


# A date that clashes on the narrow reading only is a slip just as well: one day more or less is within every
# counted distance at its widest.
_AGAINST = (Bearing.CONTRADICTS, Bearing.CONTESTS)


def find_slips(corpus: Corpus, findings: Examination) -> tuple[Slip, ...]:
    """The slips that would account for contradictions, pairs of claims first, in the order of the findings.

    Only definite dates of the same question, event or kind are set beside each other, and only if they are what
    contradicts.
    """
    return (*_between_claims(corpus, findings), *_against_records(corpus, findings))


def _between_claims(corpus: Corpus, findings: Examination) -> Iterator[Slip]:
    for pair in findings.pairs:
        if (pair.verdict is Verdict.CONTRADICTS or pair.strained) and pair.dimension is Dimension.DATE:
            a, b = corpus.claims[pair.a], corpus.claims[pair.b]
            for one, other in _of_the_same(corpus, a, b):
                dates = _definite(corpus, one, a), _definite(corpus, other, b)
                yield from _slips((a.id, b.id), None, *dates)
                break


def _of_the_same(corpus: Corpus, a: Claim, b: Claim) -> Iterator[tuple[Dated, Dated]]:
    """The dates that two claims give for the same question, event or kind."""
    for one in a.statements:
        for other in b.statements:
            if one.when is None or other.when is None:
                continue
            matter = _matter(corpus, one)
            if matter is not None and matter == _matter(corpus, other):
                yield one.when, other.when


def _matter(corpus: Corpus, statement: Statement) -> tuple[str, str] | None:
    """What a date is the date of: the event, or the first, last or some event of a kind. None for a value."""
    question = corpus.questions.get(statement.question or "")
    if statement.none is not None or statement.value:
        return None
    for form in ("first", "last", "kind", "event"):
        id: str | None = getattr(statement, form) if question is None else getattr(question, form)
        if id is not None:
            return form, id
    return None


def _against_records(corpus: Corpus, findings: Examination) -> Iterator[Slip]:
    records = {record.id: record for event in corpus.events.values() for record in event.records}
    for row in findings.rows:
        claim = corpus.claims[row.claim]
        for id, bearing in row.records:
            record = records.get(id)
            if record is None or record.when is None or not (row.strained or bearing in _AGAINST):
                continue
            for statement in claim.statements:
                if statement.when is not None and _is_record_of(corpus, record, statement):
                    dates = _definite(corpus, statement.when, claim), definite_date(corpus, record.when)
                    yield from _slips((claim.id,), record.id, *dates)
                    break


def _is_record_of(corpus: Corpus, record: Record, statement: Statement) -> bool:
    """Whether the record attests the event that the statement dates, or one of the kind that it dates."""
    matter = _matter(corpus, statement)
    if matter is None:
        return False
    form, id = matter
    if form == "event" or statement.event is not None:
        return record.event in (id if form == "event" else statement.event, statement.event)
    return id in kinds_of_event(corpus, record.event)


def kinds_of_event(corpus: Corpus, event: str) -> frozenset[str]:
    """The kinds of an event with all that are broader; none of an event that is not in the corpus."""
    entry = corpus.events.get(event)
    return broader_kinds(corpus, entry.kinds if entry is not None else ())


def broader_kinds(corpus: Corpus, kinds: tuple[str, ...]) -> frozenset[str]:
    """Kinds together with all broader than them."""
    found: set[str] = set()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            entry = corpus.kinds.get(kind)
            waiting.extend(entry.broader if entry is not None else ())
    return frozenset(found)


def _definite(corpus: Corpus, dated: Dated, claim: Claim) -> DefiniteDate | None:
    wording = " ".join(text for text in (claim.quote, claim.translation, claim.says) if text)
    return definite_date(corpus, dated, wording)


def _slips(
    claims: tuple[str, ...], record: str | None, a: DefiniteDate | None, b: DefiniteDate | None
) -> Iterator[Slip]:
    if a is not None and b is not None:
        for explanation in explain(a, b):
            yield Slip(claims, record, explanation, a, b)
