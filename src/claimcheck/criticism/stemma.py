"""The stemma as a graph: which claims and sources there are, and what ties each to what stands behind it.

Belongs here: the edges, chosen once for every picture of them. Does not belong here: drawing, counting witnesses
(see `witnesses`), walks along single chains (see `claimcheck.corpus.stemma`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.corpus.entries import Claim, Corpus
from claimcheck.engine.findings import Findings
from claimcheck.engine.perspective import view


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
    """A source, or a claim that depends on something of its own. A root depends on nothing further."""

    id: str
    is_claim: bool
    is_root: bool
    is_relay: bool


def edges(corpus: Corpus, findings: Findings) -> tuple[Edge, ...]:
    """All edges among what is in view, sources before claims, each in the order of the files.

    A claim has a node of its own only where it rests on something, reports something, came through another work
    than its source did, or is itself what something rests on; otherwise its source stands for it.
    """
    return tuple(dict.fromkeys(_edges(corpus, findings)))


def nodes(corpus: Corpus, findings: Findings) -> tuple[Node, ...]:
    """The sources in use and the claims with edges of their own, in the order of the files."""
    found = edges(corpus, findings)
    seen = view(corpus, findings.perspective)
    used = {claim.source for claim in seen.claims} | {record.source for record in seen.records}
    used |= {id for edge in found for id in (edge.start, edge.end)}
    dependent = {edge.start for edge in found if edge.relation in (Relation.RESTS_ON, Relation.REPORTS)}
    relays = {edge.end for edge in found if edge.relation is Relation.THROUGH}
    ids = [
        source.id
        for source in corpus.sources.values()
        if source.id in used and (not source.unnamed or any(source.id in (edge.start, edge.end) for edge in found))
    ]
    ids += [id for id in corpus.claims if id in used and id not in corpus.sources]
    return tuple(
        Node(
            id,
            id not in corpus.sources,
            id in corpus.sources and id not in dependent,
            id in relays,
        )
        for id in ids
    )


def _edges(corpus: Corpus, findings: Findings) -> Iterator[Edge]:
    seen = view(corpus, findings.perspective)
    for source in corpus.sources.values():
        if source.id not in seen.refused:
            for other in source.rests_on:
                yield Edge(source.id, other, Relation.RESTS_ON)
            if source.through is not None:
                yield Edge(source.id, source.through.source, Relation.THROUGH)
    leant_on = {id for source in corpus.sources.values() for id in source.rests_on}
    leant_on |= {id for claim in seen.claims for id in (*claim.rests_on, *claim.reports)}
    leant_on -= corpus.sources.keys()
    for claim in seen.claims:
        if claim.rests_on or claim.reports or claim.id in leant_on or _came_otherwise(corpus, claim):
            yield Edge(claim.id, claim.source, Relation.STANDS_IN)
            for other in claim.rests_on:
                yield Edge(claim.id, other, Relation.RESTS_ON)
            for other in claim.reports:
                yield Edge(claim.id, other, Relation.REPORTS)
            if claim.through is not None and _came_otherwise(corpus, claim):
                yield Edge(claim.id, claim.through.source, Relation.THROUGH)


def _came_otherwise(corpus: Corpus, claim: Claim) -> bool:
    """Whether the claim came through another work than its source did."""
    source = corpus.sources.get(claim.source)
    usual = source.through.source if source is not None and source.through is not None else None
    return claim.through is not None and claim.through.source != usual
