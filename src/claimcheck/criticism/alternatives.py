"""Claims that exclude an alternative of their own.

Belongs here: finding such claims, as cautions. Does not belong here: conflicts between claimants, which are
findings: whoever says "on the 13th or the 15th, not before the 14th" has misworded one date, or been miscopied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.corpus.entries import Claim, Corpus, Dated, Statement
from claimcheck.criticism.cautioning import caution
from claimcheck.criticism.placing import resolved
from claimcheck.dates.reading import Conventions, read_date
from claimcheck.dates.when import TimeSet, When, Window
from claimcheck.dates.wording import span_in_words, stated_style
from claimcheck.diagnostics import Diagnostic
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Dispute, Elsewhen, Exclusion, Member, Occurrence, member_of_claim
from claimcheck.engine.perspective import Perspective, view


def excluded_alternatives(corpus: Corpus) -> Iterator[Diagnostic]:
    """Claims one of whose stated possibilities is ruled out by another part of the same claim.

    The possibilities are the branches of "A or B", the further readings of `or-when`, and the claim to which this
    one is `alternative-to`; what rules them out is what is joined to the date, `not-when`, and `none`.
    """
    inquiry = Inquiry(view(corpus, Perspective()))
    for claim in corpus.claims.values():
        problem = next(_problems(corpus, inquiry, claim), None)
        if problem is not None:
            yield caution(
                "CC504",
                claim,
                f"the claim `{claim.id}` {problem}",
                "leave out the alternative, or what excludes it; or make two claims of it, as the source has them",
            )


def _problems(corpus: Corpus, inquiry: Inquiry, claim: Claim) -> Iterator[str]:
    for statement in claim.statements:
        yield from _excluded_branches(corpus, statement)
        yield from _excluded_readings(corpus, statement)
    for id in claim.alternative_to:
        other = corpus.claims.get(id)
        if other is not None and _denies(inquiry, claim, other):
            yield f"excludes `{id}`, to which it is an alternative"
        elif other is not None and _denies(inquiry, other, claim):
            yield f"is an alternative to `{id}`, which excludes it"


def _excluded_branches(corpus: Corpus, statement: Statement) -> Iterator[str]:
    """Branches of a one-of date that `not-when`, or what is joined to it, leaves nothing of."""
    dated = statement.when
    if dated is None or not dated.when.readings:
        return
    whole = _dates(corpus, dated)
    style = stated_style(dated.when.readings[0])
    branches = _branches(dated)
    excluded = _dates(corpus, statement.not_when) if statement.not_when is not None else None
    if excluded is None and whole == branches:
        return
    for branch in branches.spans if branches is not None and len(branches.spans) > 1 else ():
        alone = TimeSet((branch,))
        if whole is not None and not whole.intersection(alone).spans:
            yield f"names {span_in_words(branch, style)} and excludes it in the same date"
        elif excluded is not None and excluded.contains(alone):
            yield f"names {span_in_words(branch, style)} and excludes it under `not-when`"


def _branches(dated: Dated) -> TimeSet | None:
    """The branches of the date before anything joined to it has cut them: those of its piece that has an "or"."""
    reading = dated.when.readings[0]
    rules = reading.rule.split(" + ")
    if not ("or" in rules and "joined" in rules):
        return reading.date.narrow if isinstance(reading.date, Window) else None
    conventions = Conventions(reading.calendar, reading.year_begins)
    for piece in (dated.read or dated.text).split(","):
        read = read_date(piece, conventions)
        if isinstance(read, When) and "or" in read.readings[0].rule.split(" + "):
            date = read.readings[0].date
            return date.narrow if isinstance(date, Window) else None
    return None


def _excluded_readings(corpus: Corpus, statement: Statement) -> Iterator[str]:
    """Other stated readings that lie within what `not-when` excludes."""
    excluded = _dates(corpus, statement.not_when) if statement.not_when is not None else None
    for other in statement.or_when if excluded is not None else ():
        dates = _dates(corpus, other)
        if dates is not None and excluded is not None and excluded.contains(dates):
            yield f"gives “{other.text}” as another reading and excludes it under `not-when`"


def _dates(corpus: Corpus, dated: Dated) -> TimeSet | None:
    found = resolved(corpus, dated.when.readings[0].date) if dated.when.readings else None
    return found if found is not None and found.spans else None


def _denies(inquiry: Inquiry, claim: Claim, other: Claim) -> bool:
    """Whether what a claim denies, apart from what it asserts, cannot hold together with the other."""
    corpus = inquiry.view.corpus
    member = member_of_claim(corpus, claim)
    denials = [part for part in member.parts if isinstance(part, Exclusion | Elsewhen | Dispute)]
    denials += [
        Elsewhen(part.number, part.question, part.target, part.excluded)
        for part in member.parts
        if isinstance(part, Occurrence) and part.excluded is not None
    ]
    if not denials:
        return False
    rival: Member = member_of_claim(corpus, other)
    return (
        bool(rival.parts)
        and not inquiry.theory((replace(member, parts=tuple(denials)), rival), True).is_possible()
    )
