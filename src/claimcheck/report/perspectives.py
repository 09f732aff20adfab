"""The perspective in a sentence: the heading that stands over whatever it changed.

Belongs here: from where one looks, in words. Does not belong here: what is then seen (see
`claimcheck.engine.perspective`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.perspective import Perspective, public_from
from claimcheck.report.words import names
from claimcheck.report.words.grammar import listed


def perspective_says(corpus: Corpus, perspective: Perspective, set_aside: Sequence[str] = ()) -> str:
    """From where one looks, where that changes anything; empty for the plain perspective."""

    def named(ids: Iterable[str], last: str = "and") -> str:
        return listed((names.entry(corpus, id) for id in ids), last)

    seen: list[str] = []
    if perspective.bases == frozenset(("documented",)):
        seen.append("only what is documented counts as record, not what is narrated")
    if perspective.through:
        through = "it" if len(perspective.through) == 1 else "one of them"
        seen.append(f"only what stands in {named(perspective.through, 'or')} or reached us through {through}")
    if perspective.trusted_ids:
        states = "states" if len(perspective.trusted_ids) == 1 else "state"
        seen.append(f"what {named(map(str, perspective.trusted_ids))} {states} counts as record")
    if perspective.without:
        seen.append(f"without {named(perspective.without)} and what rests on nothing else")
    if perspective.bridges:
        supposed = listed(names.bridge(corpus, id) for id in perspective.bridges)
        seen.append(f"supposing that {supposed}")
    if perspective.as_of is not None:
        seen.append(f"as of {year_in_words(perspective.as_of)}{_aside_says(corpus, set_aside)}")
    return f"Seen from here: {'; '.join(seen)}." if seen else ""


def _aside_says(corpus: Corpus, set_aside: Sequence[str]) -> str:
    """The works that are set aside, those that came later apart from those that have no year."""
    works = [corpus.sources[id] for id in set_aside if id in corpus.sources]
    stands = {claim.source: claim.id for claim in corpus.claims.values()}
    later: list[str] = []
    yearless: list[str] = []
    for work in works:
        is_unnamed = work.unnamed and work.id in stands
        name = (
            f"the source of {names.claimants(corpus, stands[work.id])}"
            if is_unnamed
            else names.source(corpus, work.id)
        )
        (yearless if public_from(work, corpus) is None else later).append(name)
    said = [f"set aside as later: {listed(later)}"] if later else []
    said += [f"set aside for want of a year: {listed(yearless)}"] if yearless else []
    return f" ({'; '.join(said)})" if said else ""
