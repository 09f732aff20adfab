"""Which source depends on which: roots of dependence, and the relays through which sources reached us.

Belongs here: walks along `rests-on` and `through`. Does not belong here: verdicts on independence (see
`claimcheck.engine.lineup`), pictures. `rests-on` alone makes dependence; a relay never does.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.corpus.entries import Claim, Corpus, Record, Source


def rests_on_of(corpus: Corpus, id: str, *, is_claim: bool | None = None) -> tuple[str, ...]:
    """What a source or claim is stated to depend on directly; for a claim, its own and its source's.

    A claim and a source may share an id; where `is_claim` does not settle it, the source is meant, as it is
    after `rests-on`.
    """
    claim = corpus.claims.get(id)
    source = corpus.sources.get(id)
    if claim is not None and (is_claim or (is_claim is None and source is None)):
        stated = corpus.sources.get(claim.source)
        return (*claim.rests_on, *(stated.rests_on if stated is not None else ()))
    return source.rests_on if source is not None else ()


def roots_of(corpus: Corpus, id: str, *, is_claim: bool) -> dict[str, int]:
    """The sources at which the dependence of a source or claim ends, with the least number of steps to each.

    What rests on nothing is its own root, at zero steps; a claim that rests on nothing has its source for a
    root. Circles of dependence end where they close.
    """
    found: dict[str, int] = {}
    start = (id, is_claim)
    seen = {start}
    level = [start]
    steps = 0
    while level:
        following: list[tuple[str, bool]] = []
        for here, claimed in level:
            onward = rests_on_of(corpus, here, is_claim=claimed)
            if not onward:
                found.setdefault(corpus.claims[here].source if claimed else here, steps)
            for other in onward:
                node = (other, other not in corpus.sources and other in corpus.claims)
                if node not in seen:
                    seen.add(node)
                    following.append(node)
        level = following
        steps += 1
    return found or {corpus.claims[id].source if is_claim else id: 0}


def relays_of(corpus: Corpus, id: str, *, is_claim: bool) -> tuple[str, ...]:
    """The works through which a claim or source reached us, nearest first; a claim's own `through` overrides."""
    found: list[str] = []
    here: str | None
    if is_claim:
        claim = corpus.claims[id]
        here = claim.through.source if claim.through is not None else _relay(corpus, claim.source)
    else:
        here = _relay(corpus, id)
    while here is not None and here not in found:
        found.append(here)
        here = _relay(corpus, here)
    return tuple(found)


def came_through(corpus: Corpus, entry: Claim | Record | Source, sources: frozenset[str]) -> bool:
    """Whether a claim or record stands in one of these sources, or reached us through one; or a source did.

    Its own `through` overrides that of its source: a statement read as another work quotes it came through that
    work alone, however else its source has reached us. What stands in a part stands in the larger source.
    """
    source = entry.id if isinstance(entry, Source) else entry.source
    stands = _with_larger(corpus, source)
    first = entry.through.source if entry.through is not None else _relay(corpus, source)
    way = [] if first is None else [first, *relays_of(corpus, first, is_claim=False)]
    return not sources.isdisjoint(stands) or any(not sources.isdisjoint(_with_larger(corpus, one)) for one in way)


def _with_larger(corpus: Corpus, source: str) -> tuple[str, ...]:
    """A source and the larger ones of which it is part."""
    found: list[str] = []
    here: str | None = source
    while here is not None and here not in found:
        found.append(here)
        entry = corpus.sources.get(here)
        here = entry.part_of if entry is not None else None
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
