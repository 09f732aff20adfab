"""Circular corroboration: support that leads back to where it came from, shown as the loop that it is.

Belongs here: finding what would bear a claim out if it were not the claim's own sentence or of its own root, and
claims whose dependence returns to their own source. Does not belong here: circles of `rests-on` that are errors
of the file (the reader of a corpus reports them), verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from claimcheck.corpus.entries import Claim, Corpus, Record
from claimcheck.criticism.witnesses import depends_on
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Independence, Standing


class Circle(StrEnum):
    """How support leads back to the claim."""

    OWN_SOURCE = "own-source"  # the record stands in the claim's own source
    SHARED_ROOT = "shared-root"  # the record and the claim come from one root
    CITES_ITSELF = "cites-itself"  # the claim rests on what rests on the claim's own source


class Tie(StrEnum):
    """What ties one link of a loop to the next."""

    STANDS_IN = "stands in"
    RESTS_ON = "rests on"
    IS_THE_ROOT_OF = "is the root of"
    IS_BEHIND = "is behind"


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a loop: from one claim, record or source to another."""

    start: str
    tie: Tie
    end: str


@dataclass(frozen=True, slots=True)
class Loop:
    """A circular corroboration of a claim, by a record or by its own dependence (then `record` is None).

    The links begin with the claim and lead back to it.
    """

    circle: Circle
    claim: str
    record: str | None
    links: tuple[Link, ...]


_REFUTED = (Standing.INCONSISTENT, Standing.CONTRADICTED, Standing.CONTESTED, Standing.NOT_COMPARED)


def loops(findings: Examination) -> tuple[Loop, ...]:
    """Every circular corroboration of the claims in view, in the order of the files."""
    return tuple(_loops(findings))


def _loops(findings: Examination) -> Iterator[Loop]:
    corpus = findings.corpus
    records = {record.id: record for record in findings.view.records}
    for row in findings.rows:
        cited = _citing_itself(corpus, row.claim)
        if cited is not None:
            yield cited
        if row.verdict in _REFUTED:
            continue
        claim = corpus.claims[row.claim]
        for id, bearing in row.records:
            if bearing is not Bearing.CONSISTENT:
                continue
            loop = _loop_through(findings, claim, records.get(id) or corpus.claims[id])
            if loop is not None and findings.would_bear_out(claim.id, id):
                yield loop


def _loop_through(findings: Examination, claim: Claim, record: Record | Claim) -> Loop | None:
    corpus = findings.corpus
    if findings.is_own(claim.id, record.id):
        links = (Link(claim.id, Tie.STANDS_IN, claim.source), Link(claim.source, Tie.IS_BEHIND, record.id))
        return Loop(Circle.OWN_SOURCE, claim.id, record.id, links)
    if findings.independence(claim.id, record.id) is not Independence.DEPENDENT:
        return None
    there = _reached(corpus, claim.id, claim.source)
    back = _reached(corpus, record.id if isinstance(record, Claim) else None, record.source)
    shared = next((id for id in there if id in back), None)
    if shared is None:
        return None
    way = (
        *_outward(claim.id, claim.source, there[shared]),
        *_homeward(record.id, record.source, back[shared]),
    )
    return Loop(Circle.SHARED_ROOT, claim.id, record.id, way)


def _reached(corpus: Corpus, claim_id: str | None, source: str) -> dict[str, tuple[str, ...]]:
    """All that a source, and a claim in it, depend on, nearest first, with the way to it from the source."""
    found: dict[str, tuple[str, ...]] = {source: (source,)}
    level: list[tuple[str, tuple[str, ...], bool | None]] = [(source, (source,), False)]
    if claim_id is not None:
        level.insert(0, (claim_id, (source,), True))
    while level:
        following: list[tuple[str, tuple[str, ...], bool | None]] = []
        for id, path, is_claim in level:
            for other in depends_on(corpus, id, is_claim=is_claim):
                if other not in found:
                    found[other] = (*path, other)
                    following.append((other, found[other], None))
                claim = corpus.claims.get(other)
                if other not in corpus.sources and claim is not None and claim.source not in found:
                    found[claim.source] = (*found[other], claim.source)
        level = following
    return found


def _outward(id: str, source: str, path: tuple[str, ...]) -> Iterator[Link]:
    if id != source:
        yield Link(id, Tie.STANDS_IN, source)
    for start, end in pairwise(path):
        yield Link(start, Tie.RESTS_ON, end)


def _homeward(id: str, source: str, path: tuple[str, ...]) -> Iterator[Link]:
    back = path[::-1]
    for start, end in pairwise(back):
        yield Link(start, Tie.IS_THE_ROOT_OF if start == back[0] else Tie.IS_BEHIND, end)
    if id != source:
        yield Link(source, Tie.IS_BEHIND, id)


def _citing_itself(corpus: Corpus, id: str) -> Loop | None:
    """The loop of a claim that rests on something that rests on the claim's own source again.

    Another claim of that source closes the loop only if it answers the same question: a book may well be cited
    by one on which it draws in another matter.
    """
    claim = corpus.claims[id]
    asked = {statement.question for statement in claim.statements}
    seen: set[str] = set()
    level: list[tuple[str, tuple[Link, ...]]] = [
        (other, (Link(id, Tie.RESTS_ON, other),)) for other in depends_on(corpus, id, is_claim=True)
    ]
    while level:
        following = []
        for other, links in level:
            if other == claim.source:
                return Loop(Circle.CITES_ITSELF, id, None, (*links, Link(other, Tie.IS_BEHIND, id)))
            cited = corpus.claims.get(other) if other not in corpus.sources else None
            if cited is not None and cited.source == claim.source:
                if len(links) > 1 and asked & {statement.question for statement in cited.statements}:
                    home = (Link(other, Tie.STANDS_IN, claim.source), Link(claim.source, Tie.IS_BEHIND, id))
                    return Loop(Circle.CITES_ITSELF, id, None, (*links, *home))
                continue
            for further in depends_on(corpus, other):
                if further not in seen:
                    seen.add(further)
                    following.append((further, (*links, Link(other, Tie.RESTS_ON, further))))
        level = following
    return None
