"""Claims about claims: who reports, disputes, undercuts or rejects what, who revises himself and who contradicts
himself, what is assumed; what documents date themselves, and what was planned.

Belongs here: the relations that claims state to each other, those that hold between claims of one claimant, the
date that a document bears against what others say of it, and what was planned against what happened. Does not
belong here: verdicts on dates (the engine's), how many witnesses there are (see `witnesses`), wording (see
`claimcheck.report.remarks`).

To undercut is to attack the reason for a claim, to rebut is to deny the claim itself (Pollock, *Knowledge and
Justification*, 1974, ch. 2). A reason is named by `because`; without one a dispute is a denial.

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
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from claimcheck.corpus.entries import Claim, Corpus, Dated, Event, Record, Source
from claimcheck.corpus.stemma import relays_of
from claimcheck.criticism.works import date_of_work, whole_work
from claimcheck.dates.comparison import Certainty, before
from claimcheck.dates.reading import Conventions, read_date
from claimcheck.dates.when import TimeSet, When
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Gap, Pair, Standing, Verdict
from claimcheck.engine.parts import Occurrence


class RemarkKind(StrEnum):
    """What the first of the entries does to the second."""

    REPORTS = "reports"  # a claim only reports another, or dates it alike
    REPORTS_COARSELY = "coarser-than-what-it-reports"
    REPORTS_FINELY = "finer-than-what-it-reports"
    REPORTS_DIFFERENTLY = "differs-from-what-it-reports"
    DISPUTES = "disputes"
    UNDERCUTS = "undercuts"  # disputes another, because …
    REJECTS = "rejects-the-question"
    ASSUMES = "assumes"  # holds given a claim or bridge
    ASSUMES_CONTRADICTED = "assumes-what-the-record-contradicts"
    FALLS_BACK = "falls-back"  # what it assumes is set aside, so it says what stands under `otherwise`
    REVISES = "revises"
    INCONSISTENT = "inconsistent-with-himself"  # within one work
    DIFFERS_FROM_HIMSELF = "differs-from-himself"  # across works of which nobody says which is later
    AS_PLANNED = "as-planned"
    OTHERWISE_THAN_PLANNED = "otherwise-than-planned"
    OWN_DATE_CONTRADICTED = "own-date-contradicted"  # a document's own date against what another says
    OWN_DATE_UNDERCUT = "own-date-undercut"  # … who says why it is not to be believed
    EDITION_DATES_OTHERWISE = "edition-dates-otherwise"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark. `about` are the ids of the entries it is about, the one that does something first.

    `words` are the corpus's own (a `because`, a date as written); `gap` by how much two dates lie apart;
    `is_inferred` where no entry states the relation and it follows from claimant, work and contradiction.
    """

    kind: RemarkKind
    about: tuple[str, ...]
    words: str = ""
    gap: Gap | None = None
    is_inferred: bool = False


def find_remarks(findings: Examination) -> tuple[Remark, ...]:
    """Every remark on the claims in view, in file order within each sort."""
    own_dates = tuple(own_date_remarks(findings))
    undercut = {remark.about[:2] for remark in own_dates if remark.kind is RemarkKind.OWN_DATE_UNDERCUT}
    found = chain(
        (remark for claim in findings.view.claims for remark in _on_claim(findings, claim)),
        _on_himself(findings),
        own_dates,
        plan_remarks(findings),
    )
    return tuple(
        remark
        for remark in dict.fromkeys(found)
        if not (remark.kind in (RemarkKind.DISPUTES, RemarkKind.UNDERCUTS) and remark.about in undercut)
    )


def _on_claim(findings: Examination, claim: Claim) -> Iterator[Remark]:
    corpus = findings.corpus
    reports = [_report(findings, claim, corpus.claims[id]) for id in claim.reports if id in corpus.claims]
    plain = [remark.about[1] for remark in reports if remark.kind is RemarkKind.REPORTS]
    if plain:
        yield Remark(RemarkKind.REPORTS, (claim.id, *plain))
    yield from (remark for remark in reports if remark.kind is not RemarkKind.REPORTS)
    kind = RemarkKind.UNDERCUTS if claim.because else RemarkKind.DISPUTES
    yield from (Remark(kind, (claim.id, other), claim.because or "") for other in claim.disputes)
    if claim.stance == "rejects":
        asked = dict.fromkeys(statement.question for statement in claim.statements if statement.question)
        yield Remark(RemarkKind.REJECTS, (claim.id, *asked))
    yield from _assumptions(findings, claim)
    for other in claim.revises:
        yield Remark(RemarkKind.REVISES, (claim.id, other), gap=_gap(findings, claim.id, other))


# ---------------------------------------------------------------------------------------------------- reports


_OF_REPORTS = {
    Verdict.CONTRADICTS: RemarkKind.REPORTS_DIFFERENTLY,
    Verdict.REFINED_BY: RemarkKind.REPORTS_COARSELY,
    Verdict.REFINES: RemarkKind.REPORTS_FINELY,
}


def _report(findings: Examination, claim: Claim, other: Claim) -> Remark:
    """What a report makes of what it reports, where it states a date of its own."""
    own = claim.model_copy(update={"reports": ()})  # as if it spoke for itself
    pair = findings.compared(own, other)
    kind = _OF_REPORTS.get(pair.verdict, RemarkKind.REPORTS) if pair is not None else RemarkKind.REPORTS
    return Remark(kind, (claim.id, other.id), gap=pair.gap if pair is not None else None)


# ------------------------------------------------------------------------------------------------ assumptions


def _assumptions(findings: Examination, claim: Claim) -> Iterator[Remark]:
    if not claim.given:
        return
    refused = [id for id in claim.given if id in findings.view.refused]
    if refused:
        yield Remark(RemarkKind.FALLS_BACK, (claim.id, *refused))
        return
    yield Remark(RemarkKind.ASSUMES, (claim.id, *claim.given))
    standing = {row.claim: row.verdict for row in findings.rows}
    for id in claim.given:
        if standing.get(id) is Standing.CONTRADICTED:
            yield Remark(RemarkKind.ASSUMES_CONTRADICTED, (claim.id, id))


# ------------------------------------------------------------------------------------ one claimant, two dates


def _on_himself(findings: Examination) -> Iterator[Remark]:
    """Claims of one claimant that contradict each other: within one work, or from an earlier to a later."""
    corpus = findings.corpus
    for pair in findings.pairs:
        a, b = corpus.claims[pair.a], corpus.claims[pair.b]
        if pair.verdict is not Verdict.CONTRADICTS or not set(a.by) & set(b.by):
            continue
        if a.id in b.revises or b.id in a.revises:
            continue  # he says so himself, and it has been remarked
        yield _self_contradiction(corpus, a, b, pair)


def _self_contradiction(corpus: Corpus, a: Claim, b: Claim, pair: Pair) -> Remark:
    works = whole_work(corpus, a.source), whole_work(corpus, b.source)
    if works[0] == works[1]:
        return Remark(RemarkKind.INCONSISTENT, (a.id, b.id), gap=pair.gap, is_inferred=True)
    for earlier, later in ((a, b), (b, a)):
        first, second = (date_of_work(corpus, claim.source) for claim in (earlier, later))
        if first is not None and second is not None and before(first, second) is Certainty.CERTAIN:
            return Remark(RemarkKind.REVISES, (later.id, earlier.id), gap=pair.gap, is_inferred=True)
    return Remark(RemarkKind.DIFFERS_FROM_HIMSELF, (a.id, b.id), gap=pair.gap, is_inferred=True)


def _gap(findings: Examination, a: str, b: str) -> Gap | None:
    return next((pair.gap for pair in findings.pairs if {pair.a, pair.b} == {a, b}), None)


# --------------------------------------------------------------------------------------- documents, and plans


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
