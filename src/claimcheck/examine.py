"""The one door: a corpus and a perspective in, an examination out."""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective


def examine(corpus: Corpus, perspective: Perspective | None = None) -> Examination:
    """Looks at a corpus from one perspective; what is asked of the examination is worked out then, and once.

    A pure function: the same corpus and perspective give equal findings, in the order of the files.
    """
    return Examination(corpus, perspective or Perspective())
