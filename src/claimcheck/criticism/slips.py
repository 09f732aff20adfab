"""Slips suggested for dates that contradict each other, claim against claim and claim against record.

Belongs here: which dates are set beside which. Does not belong here: the arithmetic of each kind of slip (see
`slip_kinds`), verdicts. Nothing is ever corrected: a suggestion changes no verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.corpus.entries import Claim, Corpus, Dated, Record
from claimcheck.criticism.definite import DefiniteDate, definite_date
from claimcheck.criticism.slip_kinds import Explanation, SlipKind, explain
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Dimension, Verdict
from claimcheck.engine.parts import Occurrence, Target

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


def find_slips(findings: Examination) -> tuple[Slip, ...]:
    """The slips that would account for contradictions, pairs of claims first, in the order of the findings.

    Only definite dates of the same question, event or kind are set beside each other, and only if they are what
    contradicts.
    """
    return (*_between_claims(findings), *_against_records(findings))


def _between_claims(findings: Examination) -> Iterator[Slip]:
    corpus = findings.corpus
    for pair in findings.at_odds:
        if (pair.verdict is Verdict.CONTRADICTS or pair.strained) and pair.dimension is Dimension.DATE:
            a, b = corpus.claims[pair.a], corpus.claims[pair.b]
            for one, other in _of_the_same(findings, a, b):
                dates = _definite(findings, one, a), _definite(findings, other, b)
                yield from _slips((a.id, b.id), None, *dates)
                break


def _of_the_same(findings: Examination, a: Claim, b: Claim) -> Iterator[tuple[Dated, Dated]]:
    """The dates that two claims give for the same event, or for the first, last or some event of a kind."""
    for mine, one in _dated_parts(findings, a):
        for theirs, other in _dated_parts(findings, b):
            if (mine.form, mine.id) == (theirs.form, theirs.id):
                yield one, other


def _dated_parts(findings: Examination, claim: Claim) -> Iterator[tuple[Target, Dated]]:
    """What a claim dates, each with the date as it stands in the file."""
    for part in findings.parts(claim.id):
        dated = findings.statements(claim)[part.number].when if isinstance(part, Occurrence) else None
        if isinstance(part, Occurrence) and dated is not None:
            yield part.target, dated


def _against_records(findings: Examination) -> Iterator[Slip]:
    corpus = findings.corpus
    records = {record.id: record for event in corpus.events.values() for record in event.records}
    for row in findings.rows:
        claim = corpus.claims[row.claim]
        for id, bearing in row.records:
            record = records.get(id)
            if record is None or record.when is None or not (row.strained or bearing in _AGAINST):
                continue
            for target, dated in _dated_parts(findings, claim):
                if _is_record_of(corpus, record, target):
                    dates = _definite(findings, dated, claim), definite_date(findings, record.when, record)
                    yield from _slips((claim.id,), record.id, *dates)
                    break


def _is_record_of(corpus: Corpus, record: Record, target: Target) -> bool:
    """Whether the record attests the event that is dated, or one of the kind that is."""
    if target.form == "event" or target.named is not None:
        return record.event in (target.id if target.form == "event" else target.named, target.named)
    return target.id in kinds_of_event(corpus, record.event)


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


def _definite(findings: Examination, dated: Dated, claim: Claim) -> DefiniteDate | None:
    wording = " ".join(text for text in (claim.quote, claim.translation, claim.says) if text)
    return definite_date(findings, dated, claim, wording)


def _slips(
    claims: tuple[str, ...], record: str | None, a: DefiniteDate | None, b: DefiniteDate | None
) -> Iterator[Slip]:
    if a is not None and b is not None:
        for explanation in explain(a, b):
            yield Slip(claims, record, explanation, a, b)
