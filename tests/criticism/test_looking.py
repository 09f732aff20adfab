"""Verdicts remembered from year to year are those that are found from the beginning as of each year."""

from __future__ import annotations

from pathlib import Path
from random import Random

from critical_corpora import corpus_of

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.criticism.years import Looking
from claimcheck.engine.findings import Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine

CASES = Path(__file__).parents[2] / "claims"


def differing(corpus: Corpus, years: list[int]) -> list[int]:
    """The years, looked at one after the other, in which anything differs from an examination of that year."""
    looking = Looking(examine(corpus))
    found = []
    for year in years:
        seen = Perspective(as_of=year)
        whole = examine(corpus, seen)
        rows = {row.claim: (row.verdict, row.records) for row in whole.rows}
        pairs = {(pair.a, pair.b) for pair in whole.pairs if pair.verdict is Verdict.CONTRADICTS}
        remembered = {id: (row.verdict, row.records) for id, row in looking.rows(examine(corpus, seen)).items()}
        if remembered != rows or set(looking.contradictions(examine(corpus, seen))) != pairs:
            found.append(year)
    return found


def test_what_dates_a_record_later_changes_what_the_record_does() -> None:
    corpus = corpus_of(
        """
        sources:
          ledger: {title: Ledger, type: archival, opened: 1921}
          annals: {title: Annals, type: archival, opened: 1948}
          traveller: {title: Journey, type: memoir, issued: 1921}
        kinds:
          crossing: {label: somebody crosses the river}
          repair: {label: the bridge is repaired, presupposes: crossing}
        events:
          flood: {label: the flood, record: {in: annals, basis: documented, when: 19 January 1910}}
          repaired:
            label: the bridge is repaired after the flood
            kinds: repair
            record: {in: ledger, basis: documented, when: the day after @flood}
        claims:
          traveller-crossed: {in: traveller, first: crossing, when: late 1910}
        """
    )
    assert differing(corpus, [1921, 1948]) == []
    assert [examine(corpus, Perspective(as_of=year)).rows[0].verdict.value for year in (1921, 1948)] == [
        "consistent",
        "contradicted",
    ]


def test_a_case_looked_at_in_any_order_of_years() -> None:
    corpus, _ = read_corpus(CASES / "elizabeth-1603")
    years = [1604, 1633, 1700, 1759, 1824, 1868, 1900, 1951, 1990, 2020]
    Random(1603).shuffle(years)
    assert differing(corpus, years) == []
