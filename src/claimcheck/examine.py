"""The one door: a corpus and a perspective in, findings out."""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.conflicts import conflicts_of
from claimcheck.engine.findings import Findings
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.lineup import Lineup
from claimcheck.engine.perspective import Perspective, view
from claimcheck.engine.settling import with_settlements
from claimcheck.engine.termini import termini_of
from claimcheck.engine.verdicts import compare_claims


def examine(corpus: Corpus, perspective: Perspective | None = None) -> Findings:
    """Compares every claim with every other and with the record, from one perspective.

    A pure function: the same corpus and perspective give equal findings, in the order of the files.
    """
    seen = view(corpus, perspective or Perspective())
    inquiry = Inquiry(seen)
    lineup = Lineup(inquiry)
    together = conflicts_of(inquiry)
    return Findings(
        perspective=seen.perspective,
        set_aside=seen.set_aside,
        pairs=tuple(compare_claims(inquiry)),
        rows=tuple(lineup.rows()),
        conflicts=together.conflicts,
        clusters=tuple(with_settlements(inquiry, lineup.sound, cluster) for cluster in together.clusters),
        termini=tuple(termini_of(inquiry, lineup.sound)),
        complete=together.complete and not inquiry.effort.is_spent,
    )
