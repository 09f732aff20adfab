"""What is explained of a claim is all that the findings have of it, though only what may touch it is asked for."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Standing, Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.explaining import explained
from random_corpora import bridged, written

GIVEN = """
claims:
  landing: {by: Bede, event: landing, when: 449}
  revolt: {by: Gildas, event: revolt, when: 6 years after @landing, given: landing}
  late: {by: Nennius, event: revolt, when: 470}
events: {landing: {label: the landing}, revolt: {label: the revolt}}
"""


def examined(text: str, *bridges: str) -> Examination:
    with TemporaryDirectory() as folder:
        Path(folder, "corpus.yaml").write_text(text, encoding="utf-8")
        corpus, _ = read_corpus(Path(folder))
    return examine(corpus, Perspective(bridges=bridges))


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_of_a_claim_as_much_is_found_as_in_all_findings(monkeypatch: pytest.MonkeyPatch, start: int) -> None:
    spared = 0
    for seed in range(start, start + 20):
        drawn = bridged(seed)
        whole = examined(written(drawn, asking=True), *drawn.granted)
        afresh = {
            claim: explained(examine(whole.corpus, whole.perspective), (claim,)) for claim in whole.corpus.claims
        }
        spared += sum(not whole.serves_others(claim) for claim in afresh)
        with monkeypatch.context() as looking_at_all:
            looking_at_all.setattr(Examination, "serves_others", lambda self, claim: True)
            for claim, found in afresh.items():
                assert found == explained(whole, (claim,)), (seed, claim)
        odd = tuple(pair for pair in whole.pairs if pair.strained or pair.verdict is Verdict.CONTRADICTS)
        ruled_out = [row.claim for row in whole.rows if row.verdict is Standing.CONTRADICTED]
        asked = examine(whole.corpus, whole.perspective)  # of which the whole is not asked
        assert asked.at_odds == odd
        assert [claim.id for claim in asked.view.claims if asked.is_ruled_out(claim.id)] == ruled_out
    assert spared > 20


def test_a_claim_that_another_is_given_is_found_where_it_lends_its_date() -> None:
    found = explained(examined(GIVEN), ("landing",))
    assert [(pair.a, pair.b) for pair in found.pairs] == [("revolt", "late")]


def test_between_two_claims_stands_their_pair_alone() -> None:
    found = explained(examined(GIVEN), ("late", "revolt"))
    assert [(pair.a, pair.b, pair.verdict) for pair in found.pairs] == [("revolt", "late", "contradicts")]
