"""The perspective in a sentence: the heading that stands over whatever it changed.

Belongs here: from where one looks, in words. Does not belong here: what is then seen (see
`claimcheck.engine.perspective`).
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.perspective import Perspective, public_from
from claimcheck.report.naming import bridge_says
from claimcheck.report.words.grammar import listed


def perspective_says(corpus: Corpus, perspective: Perspective, set_aside: Sequence[str] = ()) -> str:
    """From where one looks, where that changes anything; empty for the plain perspective."""
    seen: list[str] = []
    if perspective.bases == frozenset(("documented",)):
        seen.append("only what is documented counts as record, not what is narrated")
    if perspective.through:
        through = "it" if len(perspective.through) == 1 else "one of them"
        seen.append(f"only what stands in {listed(perspective.through, 'or')} or reached us through {through}")
    if perspective.trusted_ids:
        trusted = [str(id) for id in perspective.trusted_ids]
        seen.append(f"what {listed(trusted)} {'states' if len(trusted) == 1 else 'state'} counts as record")
    if perspective.without:
        seen.append(f"without {listed(perspective.without)} and what rests on nothing else")
    if perspective.bridges:
        supposed = listed(bridge_says(corpus, id) for id in perspective.bridges)
        seen.append(f"supposing {supposed}")
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
        name = f"the source of {stands[work.id]}" if work.unnamed and work.id in stands else work.id
        (yearless if public_from(work, corpus) is None else later).append(name)
    said = [f"set aside as later: {listed(later)}"] if later else []
    said += [f"set aside for want of a year: {listed(yearless)}"] if yearless else []
    return f" ({'; '.join(said)})" if said else ""
