"""The date that a document bears against what others say of it, and what was planned against what happened.

Belongs here: those two comparisons. Does not belong here: other claims about claims (see `remarks`).

A document's own date is the `dated` of its source. Three things are set beside it: the `original-date` of its
entry, or of the edition through which it came; claims that contradict a claim by which the document gives that
date itself; and claims that a record in the document, of that very date, contradicts.

That an author falsified the date of his document is no form of its own in the format. It is written as a claim
that disputes the document's claim, with the reason: `disputes: charter-date`, `because: antedated by the monks
…`. What is remarked is that the document's own date is undercut, and on what grounds; why he did it is nothing
that dates can show.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.corpus.entries import Claim, Dated, Event, Record, Source
from claimcheck.corpus.stemma import relays_of
from claimcheck.criticism.remarking import Remark, RemarkKind
from claimcheck.dates.reading import Conventions, read_date
from claimcheck.dates.when import TimeSet, When
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Verdict
from claimcheck.engine.parts import Occurrence


def own_date_remarks(findings: Examination) -> Iterator[Remark]:
    """Every statement at odds with a document's own date, in file order of the documents."""
    for source in findings.corpus.sources.values():
        if source.dated is not None and source.id not in findings.view.refused:
            yield from _by_editions(findings, source)
            yield from _by_claims(findings, source)
            yield from _by_records(findings, source)


def _by_editions(findings: Examination, document: Source) -> Iterator[Remark]:
    corpus, own = findings.corpus, _dates(findings, document.dated)
    editions = [
        document,
        *(corpus.sources[id] for id in relays_of(corpus, document.id, is_claim=False) if id in corpus.sources),
    ]
    for edition in editions:
        text = next((text for name, text in edition.csl if name == "original-date"), None)
        stated = _read(findings, edition, text) if text is not None else None
        if own is not None and stated is not None and not own.intersection(stated).spans:
            yield Remark(RemarkKind.EDITION_DATES_OTHERWISE, (edition.id, document.id), text or "")


def _read(findings: Examination, source: Source, text: str) -> TimeSet | None:
    """A CSL date, which is kept as text, read as dates are; None where it cannot be, which is no fault of it."""
    calendar = source.calendar or findings.corpus.defaults.calendar
    read = read_date(text, Conventions(calendar=calendar))
    left = findings.placed_date(read.readings[0].date) if isinstance(read, When) and read.readings else None
    return left.narrow if left is not None else None


def _by_claims(findings: Examination, document: Source) -> Iterator[Remark]:
    """Claims that contradict, or dispute, the claim by which the document dates itself."""
    seen = findings.view
    own = {claim.id for claim in seen.claims if _gives_own_date(findings, claim, document)}
    undercutting = {
        (claim.id, other): claim.because or "" for claim in seen.claims for other in claim.disputes if other in own
    }
    for (claim_id, disputed), reason in undercutting.items():
        yield Remark(RemarkKind.OWN_DATE_UNDERCUT, (claim_id, disputed, document.id), reason)
    for pair in findings.pairs:
        if pair.verdict is Verdict.CONTRADICTS and len(own & {pair.a, pair.b}) == 1:
            other = pair.b if pair.a in own else pair.a
            mine = pair.a if pair.a in own else pair.b
            if (other, mine) not in undercutting:
                yield Remark(RemarkKind.OWN_DATE_CONTRADICTED, (other, mine, document.id), gap=pair.gap)


def _gives_own_date(findings: Examination, claim: Claim, document: Source) -> bool:
    """Whether the document's author (or the document itself) claims just the date that it bears."""
    if claim.source != document.id or not set(claim.by) & {document.id, *document.author}:
        return False
    own = _dates(findings, document.dated)
    return own is not None and any(_dates(findings, one.when, claim) == own for one in claim.statements)


def _by_records(findings: Examination, document: Source) -> Iterator[Remark]:
    """Claims that a record in the document, dated as the document is, contradicts."""
    corpus = findings.corpus
    own = _dates(findings, document.dated)
    records = {
        record.id
        for event in corpus.events.values()
        for record in event.records
        if record.source == document.id and own is not None and _dates(findings, record.when, record) == own
    }
    for row in findings.rows:
        is_foreign = corpus.claims[row.claim].source != document.id
        if is_foreign and any(id in records and bearing is Bearing.CONTRADICTS for id, bearing in row.records):
            yield Remark(RemarkKind.OWN_DATE_CONTRADICTED, (row.claim, document.id))


def plan_remarks(findings: Examination) -> Iterator[Remark]:
    """For every planned event that is dated, the events of one of its kinds that happened: on the day, or not."""
    refused = findings.view.refused
    events = [event for event in findings.corpus.events.values() if event.id not in refused]
    for plan in events:
        planned = _date_of_event(findings, plan) if plan.planned else None
        if planned is None:
            continue
        for event in events:
            happened = None if event.planned else _date_of_event(findings, event)
            if happened is None or set(plan.kinds).isdisjoint(event.kinds):
                continue
            if not planned.intersection(happened).spans:
                yield Remark(RemarkKind.OTHERWISE_THAN_PLANNED, (event.id, plan.id))
            elif planned.contains(happened):
                yield Remark(RemarkKind.AS_PLANNED, (event.id, plan.id))


def _date_of_event(findings: Examination, event: Event) -> TimeSet | None:
    """What its records (of a plan, the file) leave of an event; failing these, what the first claim does."""
    recorded = findings.placed_event(event.id)
    if recorded is not None:
        return recorded.narrow
    if event.planned and event.when is not None:
        return _dates(findings, event.when)
    for claim in findings.view.claims:
        for part in findings.parts(claim.id):
            if not isinstance(part, Occurrence) or part.date is None:
                continue
            if event.id in (part.target.named, part.target.id if part.target.form == "event" else None):
                return _dates(findings, findings.statements(claim)[part.number].when, claim)
    return None


def _dates(findings: Examination, dated: Dated | None, by: Claim | Record | None = None) -> TimeSet | None:
    left = findings.placed_dated(dated, 0, by)
    return left.narrow if left is not None else None
