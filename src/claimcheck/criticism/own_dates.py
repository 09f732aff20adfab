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

from claimcheck.corpus.entries import Claim, Corpus, Dated, Event, Source, Statement
from claimcheck.corpus.stemma import relays_of
from claimcheck.criticism.placing import resolved
from claimcheck.criticism.remarking import Remark, RemarkKind
from claimcheck.dates.reading import Conventions, read_date
from claimcheck.dates.when import TimeSet, When
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Verdict
from claimcheck.engine.perspective import View


def own_date_remarks(seen: View, findings: Examination) -> Iterator[Remark]:
    """Every statement at odds with a document's own date, in file order of the documents."""
    corpus = seen.corpus
    for source in corpus.sources.values():
        if source.dated is not None and source.id not in seen.refused:
            yield from _by_editions(corpus, source)
            yield from _by_claims(seen, findings, source)
            yield from _by_records(corpus, findings, source)


def _by_editions(corpus: Corpus, document: Source) -> Iterator[Remark]:
    own = _dates(corpus, document.dated)
    editions = [
        document,
        *(corpus.sources[id] for id in relays_of(corpus, document.id, is_claim=False) if id in corpus.sources),
    ]
    for edition in editions:
        text = next((text for name, text in edition.csl if name == "original-date"), None)
        stated = _read(corpus, edition, text) if text is not None else None
        if own is not None and stated is not None and not own.intersection(stated).spans:
            yield Remark(RemarkKind.EDITION_DATES_OTHERWISE, (edition.id, document.id), text or "")


def _read(corpus: Corpus, source: Source, text: str) -> TimeSet | None:
    """A CSL date, which is kept as text, read as dates are; None where it cannot be, which is no fault of it."""
    calendar = source.calendar or corpus.defaults.calendar
    read = read_date(text, Conventions(calendar=calendar))
    return resolved(corpus, read.readings[0].date) if isinstance(read, When) and read.readings else None


def _by_claims(seen: View, findings: Examination, document: Source) -> Iterator[Remark]:
    """Claims that contradict, or dispute, the claim by which the document dates itself."""
    own = {claim.id for claim in seen.claims if _gives_own_date(seen.corpus, claim, document)}
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


def _gives_own_date(corpus: Corpus, claim: Claim, document: Source) -> bool:
    """Whether the document's author (or the document itself) claims just the date that it bears."""
    if claim.source != document.id or not set(claim.by) & {document.id, *document.author}:
        return False
    own = _dates(corpus, document.dated)
    return any(own is not None and _dates(corpus, statement.when) == own for statement in claim.statements)


def _by_records(corpus: Corpus, findings: Examination, document: Source) -> Iterator[Remark]:
    """Claims that a record in the document, dated as the document is, contradicts."""
    own = _dates(corpus, document.dated)
    records = {
        record.id
        for event in corpus.events.values()
        for record in event.records
        if record.source == document.id and own is not None and _dates(corpus, record.when) == own
    }
    for row in findings.rows:
        is_foreign = corpus.claims[row.claim].source != document.id
        if is_foreign and any(id in records and bearing is Bearing.CONTRADICTS for id, bearing in row.records):
            yield Remark(RemarkKind.OWN_DATE_CONTRADICTED, (row.claim, document.id))


def plan_remarks(seen: View) -> Iterator[Remark]:
    """For every planned event that is dated, the events of one of its kinds that happened: on the day, or not."""
    events = [event for event in seen.corpus.events.values() if event.id not in seen.refused]
    for plan in events:
        planned = _date_of_event(seen, plan) if plan.planned else None
        if planned is None:
            continue
        for event in events:
            happened = None if event.planned else _date_of_event(seen, event)
            if happened is None or set(plan.kinds).isdisjoint(event.kinds):
                continue
            if not planned.intersection(happened).spans:
                yield Remark(RemarkKind.OTHERWISE_THAN_PLANNED, (event.id, plan.id))
            elif planned.contains(happened):
                yield Remark(RemarkKind.AS_PLANNED, (event.id, plan.id))


def _date_of_event(seen: View, event: Event) -> TimeSet | None:
    """The first date that a record (of a plan, the file) gives an event; failing that, the first claim's."""
    dated = [record.when for record in seen.records if record.event == event.id and record.when is not None]
    if event.planned and event.when is not None:
        dated.append(event.when)
    if not dated:
        dated = [
            statement.when
            for claim in seen.claims
            for statement in claim.statements
            if statement.when is not None
            and claim.stance == "asserts"
            and _event_of(seen.corpus, statement) == event.id
        ]
    return _dates(seen.corpus, dated[0]) if dated else None


def _event_of(corpus: Corpus, statement: Statement) -> str | None:
    """The event that a statement dates, by its own word or by that of its question."""
    question = corpus.questions.get(statement.question or "")
    return statement.event or (question.event if question is not None else None)


def _dates(corpus: Corpus, dated: Dated | None) -> TimeSet | None:
    if dated is None or not dated.when.readings:
        return None
    found = resolved(corpus, dated.when.readings[0].date)
    return found if found is not None and found.spans else None
