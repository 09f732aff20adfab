"""Which source depends on which: roots of dependence, and the relays through which sources reached us.

Belongs here: walks along `rests-on` and `through`. Does not belong here: verdicts on independence (see
`claimcheck.engine.lineup`), pictures. `rests-on` alone makes dependence; a relay never does.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.corpus.entries import Claim, Corpus


def rests_on_of(corpus: Corpus, source_or_claim: str) -> tuple[str, ...]:
    """What a source or claim is stated to depend on directly; for a claim, its own and its source's."""
    claim = corpus.claims.get(source_or_claim)
    if claim is not None:
        source = corpus.sources.get(claim.source)
        return (*claim.rests_on, *(source.rests_on if source is not None else ()))
    source = corpus.sources.get(source_or_claim)
    return source.rests_on if source is not None else ()


def roots_of(corpus: Corpus, source_or_claim: str) -> dict[str, int]:
    """The sources at which the dependence of a source or claim ends, with the least number of steps to each.

    What rests on nothing is its own root, at zero steps; a claim that rests on nothing has its source for a
    root. Circles of dependence end where they close.
    """
    found: dict[str, int] = {}
    seen = {source_or_claim}
    level = [source_or_claim]
    steps = 0
    while level:
        following: list[str] = []
        for id in level:
            onward = rests_on_of(corpus, id)
            if not onward:
                claim = corpus.claims.get(id)
                found.setdefault(claim.source if claim is not None else id, steps)
            for other in onward:
                if other not in seen:
                    seen.add(other)
                    following.append(other)
        level = following
        steps += 1
    return found or {source_or_claim: 0}


def relays_of(corpus: Corpus, claim_or_source: str) -> tuple[str, ...]:
    """The works through which a claim or source reached us, nearest first; a claim's own `through` overrides."""
    found: list[str] = []
    claim = corpus.claims.get(claim_or_source)
    here: str | None
    if claim is not None:
        here = claim.through.source if claim.through is not None else _relay(corpus, claim.source)
    else:
        here = _relay(corpus, claim_or_source)
    while here is not None and here not in found:
        found.append(here)
        here = _relay(corpus, here)
    return tuple(found)


def _relay(corpus: Corpus, source: str) -> str | None:
    entry = corpus.sources.get(source)
    return entry.through.source if entry is not None and entry.through is not None else None


def resting_only_on(corpus: Corpus, removed: Iterable[str]) -> frozenset[str]:
    """The removed sources and claims together with all that rests on them alone, however indirectly.

    What a removed source states goes with it, and may be what something else rests on.
    """
    gone = set(removed)
    changed = True
    while changed:
        changed = False
        for id, stated in _dependences(corpus):
            if id not in gone and stated and all(other in gone for other in stated):
                gone.add(id)
                changed = True
        for claim in corpus.claims.values():
            if claim.id not in gone and claim.source in gone:
                gone.add(claim.id)
                changed = True
    return frozenset(gone)


def _dependences(corpus: Corpus) -> Iterable[tuple[str, tuple[str, ...]]]:
    for source in corpus.sources.values():
        yield source.id, source.rests_on
    claim: Claim
    for claim in corpus.claims.values():
        yield claim.id, claim.rests_on
