"""The work that a source belongs to, and when it was written.

Belongs here: parts and wholes of works, and their dates. Does not belong here: dependence between works (see
`claimcheck.corpus.stemma`).
"""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.when import Window


def whole_work(corpus: Corpus, source: str) -> str:
    """The whole work that a source is `part-of`, however deep; itself, if it is part of none."""
    passed = {source}
    entry = corpus.sources.get(source)
    while entry is not None and entry.part_of is not None and entry.part_of not in passed:
        source = entry.part_of
        passed.add(source)
        entry = corpus.sources.get(source)
    return source


def date_of_work(corpus: Corpus, source: str) -> Window | None:
    """When a work was written, or failing that published; of a part without dates, that of the whole.

    None where neither is stated, or only in relation to events.
    """
    for id in dict.fromkeys((source, whole_work(corpus, source))):
        entry = corpus.sources.get(id)
        for dated in (entry.dated, entry.issued) if entry is not None else ():
            date = dated.when.readings[0].date if dated is not None and dated.when.readings else None
            if isinstance(date, Window):
                return date
    return None
