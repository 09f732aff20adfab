"""The stemma as a graph: which claims and sources there are, and what ties each to what stands behind it.

Belongs here: the edges, chosen once for every picture of them. Does not belong here: drawing, counting witnesses
(see `witnesses`), walks along single chains (see `claimcheck.corpus.stemma`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.corpus.entries import Claim, Corpus
from claimcheck.engine.examination import Examination


class Relation(StrEnum):
    """How one node of a stemma depends on another. Only the first two make dependence."""

    RESTS_ON = "rests-on"
    REPORTS = "reports"
    STANDS_IN = "stands-in"
    THROUGH = "through"


@dataclass(frozen=True, slots=True)
class Edge:
    """From a claim or source to what stands behind it, or through which it came."""

    start: str
    end: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Node:
    """A source, or a claim that depends on something by itself. A root depends on nothing further.

    `id` is that of the entry, but for a claim that shares its id with a source; then it says that it is the claim.
    """

    id: str
    entry: str
    is_claim: bool
    is_root: bool


def edges(findings: Examination) -> tuple[Edge, ...]:
    """All edges among what is in view, sources before claims, each in the order of the files.

    A claim has a node of its own only where it rests on something that its source does not, answers while it
    reports, came through another work than its source did, or is itself what something rests on; otherwise its
    source stands for it.
    """
    return tuple(dict.fromkeys(_edges(findings)))


def nodes(findings: Examination) -> tuple[Node, ...]:
    """The sources in use, then the claims with edges of their own, in the order of the files."""
    corpus = findings.corpus
    found = findings.once(edges)
    seen = findings.view
    tied = {id for edge in found for id in (edge.start, edge.end)}
    used = {claim.source for claim in seen.claims} | {record.source for record in seen.records}
    dependent = {edge.start for edge in found if edge.relation in (Relation.RESTS_ON, Relation.REPORTS)}
    sources = [
        Node(source.id, source.id, False, source.id not in dependent)
        for source in corpus.sources.values()
        if source.id in tied or (source.id in used and not source.unnamed)
    ]
    claims = [Node(id, claim, True, False) for claim in corpus.claims if (id := _node(corpus, claim)) in tied]
    return (*sources, *claims)


def _node(corpus: Corpus, claim: str) -> str:
    return f"{claim} (claim)" if claim in corpus.sources else claim


def _edges(findings: Examination) -> Iterator[Edge]:
    corpus = findings.corpus
    seen = findings.view
    for source in corpus.sources.values():
        if source.id not in seen.refused:
            for other in source.rests_on:
                yield Edge(source.id, other, Relation.RESTS_ON)
            if source.through is not None:
                yield Edge(source.id, source.through.source, Relation.THROUGH)
    leant_on = {id for source in corpus.sources.values() for id in source.rests_on}
    leant_on |= {id for claim in seen.claims for id in claim.rests_on}
    leant_on |= {id for claim in seen.claims if claim.statements for id in claim.reports}
    for claim in seen.claims:
        own = list(_own_edges(corpus, claim))
        if own or (claim.id in leant_on and claim.id not in corpus.sources):
            yield Edge(_node(corpus, claim.id), claim.source, Relation.STANDS_IN)
            yield from own


def _own_edges(corpus: Corpus, claim: Claim) -> Iterator[Edge]:
    """What a claim depends on by itself. One that only reports states nothing, and is no witness to trace."""
    source = corpus.sources.get(claim.source)
    id = _node(corpus, claim.id)
    for other in claim.rests_on:
        if source is None or other not in source.rests_on:
            yield Edge(id, other, Relation.RESTS_ON)
    for other in claim.reports if claim.statements else ():
        yield Edge(id, _node(corpus, other), Relation.REPORTS)
    usual = source.through.source if source is not None and source.through is not None else None
    if claim.through is not None and claim.through.source != usual:
        yield Edge(id, claim.through.source, Relation.THROUGH)
