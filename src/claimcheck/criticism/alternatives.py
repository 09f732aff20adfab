"""Claims that exclude an alternative of their own.

Belongs here: finding such claims, as cautions. Does not belong here: conflicts between claimants, which are
findings: whoever says "on the 13th or the 15th, not before the 14th" has misworded one date, or been miscopied.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.corpus.entries import Claim, Dated, Statement
from claimcheck.criticism.cautioning import caution
from claimcheck.dates.reading import Conventions, read_date
from claimcheck.dates.when import Reading, TimeSet, When, Window
from claimcheck.dates.wording import span_in_words, stated_style
from claimcheck.diagnostics import Diagnostic
from claimcheck.engine.examination import Examination


def excluded_alternatives(findings: Examination) -> Iterator[Diagnostic]:
    """Claims one of whose stated possibilities is ruled out by another part of the same claim.

    The possibilities are the branches of "A or B", the further readings of `or-when`, and the claim to which this
    one is `alternative-to`; what rules them out is what is joined to the date, `not-when`, and `none`.
    """
    for claim in findings.corpus.claims.values():
        problem = next(_problems(findings, claim), None)
        if problem is not None:
            yield caution(
                "CC504",
                claim,
                f"the claim `{claim.id}` {problem}",
                "leave out the alternative, or what excludes it; or make two claims of it, as the source has them",
            )


def _problems(findings: Examination, claim: Claim) -> Iterator[str]:
    for statement in claim.statements:
        yield from _excluded_branches(findings, claim, statement)
        yield from _excluded_readings(findings, claim, statement)
    for id in claim.alternative_to:
        other = findings.corpus.claims.get(id)
        if other is not None and findings.denies(claim, other):
            yield f"excludes `{id}`, to which it is an alternative"
        elif other is not None and findings.denies(other, claim):
            yield f"is an alternative to `{id}`, which excludes it"


def _excluded_branches(findings: Examination, claim: Claim, statement: Statement) -> Iterator[str]:
    """Branches of a one-of date that `not-when`, or what is joined to it, leaves nothing of."""
    dated = statement.when
    if dated is None or not dated.when.readings:
        return
    if statement.not_when is None and not _is_cut(dated.when.readings[0]):
        return
    branches = _branches(dated)
    if branches is None or len(branches.spans) < 2:
        return
    whole = _dates(findings, claim, dated)
    style = stated_style(dated.when.readings[0])
    excluded = _dates(findings, claim, statement.not_when) if statement.not_when is not None else None
    if excluded is None and whole == branches:
        return
    for branch in branches.spans:
        alone = TimeSet((branch,))
        if whole is not None and not whole.intersection(alone).spans:
            yield f"names {span_in_words(branch, style)} and excludes it in the same date"
        elif excluded is not None and excluded.contains(alone):
            yield f"names {span_in_words(branch, style)} and excludes it under `not-when`"


def _branches(dated: Dated) -> TimeSet | None:
    """The branches of the date before anything joined to it has cut them: those of its piece that has an "or"."""
    reading = dated.when.readings[0]
    if not _is_cut(reading):
        return reading.date.narrow if isinstance(reading.date, Window) else None
    conventions = Conventions(reading.calendar, reading.year_begins)
    for piece in (dated.read or dated.text).split(","):
        read = read_date(piece, conventions)
        if isinstance(read, When) and "or" in read.readings[0].rule.split(" + "):
            date = read.readings[0].date
            return date.narrow if isinstance(date, Window) else None
    return None


def _is_cut(reading: Reading) -> bool:
    """Whether something is joined to a date of several branches."""
    return {"or", "joined"}.issubset(reading.rule.split(" + "))


def _excluded_readings(findings: Examination, claim: Claim, statement: Statement) -> Iterator[str]:
    """Other stated readings that lie within what `not-when` excludes."""
    excluded = _dates(findings, claim, statement.not_when) if statement.not_when is not None else None
    for other in statement.or_when if excluded is not None else ():
        dates = _dates(findings, claim, other)
        if dates is not None and excluded is not None and excluded.contains(dates):
            yield f"gives “{other.text}” as another reading and excludes it under `not-when`"


def _dates(findings: Examination, claim: Claim, dated: Dated) -> TimeSet | None:
    """What is left of a date by itself, whatever the claim says beside it."""
    left = findings.placed_date(dated.when.readings[0].date, claim.by) if dated.when.readings else None
    return left.narrow if left is not None else None
