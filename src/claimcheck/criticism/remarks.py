"""Claims about claims: who reports, disputes, undercuts or rejects what, who revises himself and who contradicts
himself, what is assumed.

Belongs here: the relations that claims state to each other, and those that hold between claims of one claimant.
Does not belong here: verdicts on dates (the engine's), documents' own dates and plans (see `own_dates`), how many
witnesses there are (see `witnesses`), wording (see `claimcheck.report.remarks`).

To undercut is to attack the reason for a claim, to rebut is to deny the claim itself (Pollock, *Knowledge and
Justification*, 1974, ch. 2). A reason is named by `because`; without one a dispute is a denial.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from claimcheck.corpus.entries import Claim, Corpus
from claimcheck.criticism.own_dates import own_date_remarks, plan_remarks
from claimcheck.criticism.remarking import Remark, RemarkKind
from claimcheck.criticism.works import date_of_work, whole_work
from claimcheck.dates.comparison import Certainty, before
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Gap, Pair, Standing, Verdict

__all__ = ["Remark", "RemarkKind", "find_remarks"]


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


# ---------------------------------------------------------------------------------------------- reports


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


# ------------------------------------------------------------------------------------------ assumptions


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


# ------------------------------------------------------------------------------ one claimant, two dates


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
