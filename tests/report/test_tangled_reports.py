"""What is told of a corpus in which hundreds contradict each other: by pattern, counted, with nothing lost."""

from __future__ import annotations

from pathlib import Path

from small_corpora import examined

from claimcheck.engine.perspective import Perspective
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Chain, Table
from claimcheck.report.document import MOST_PROOFS, report
from claimcheck.report.text import render_text

HERE = Asking(None, Perspective())


def tangle(dates: int) -> str:
    """So many dates of a founding, two lengths of a reign, and one date of its end that suits none of them."""
    claims = [f"  writer-{n}: {{by: Writer {n}, answers: founded, when: {900 + 2 * n}}}" for n in range(dates)]
    return "\n".join(
        (
            "questions:",
            "  founded: {ask: When was the abbey founded?, event: founding}",
            "  ended: {ask: When did the first abbot die?, event: death}",
            "events: {founding: {label: the founding}, death: {label: the death}}",
            "claims:",
            *claims,
            "  short: {by: A short list, answers: ended, when: 40 years after @founding}",
            "  long: {by: A long list, answers: ended, when: 43 years after @founding}",
            "  stone: {by: The stone, answers: ended, when: 1203}",
        )
    )


def test_the_report_of_a_tangle_counts_what_it_does_not_tell(tmp_path: Path) -> None:
    findings = examined(tmp_path, tangle(12))
    text = " ".join(render_text(report(findings, HERE, name="x", only="findings")).split())
    assert "Twelve positions stand" in text
    assert "are impossible together; drop any one and the rest can stand." in text


def test_every_pair_is_named_once_and_of_a_pattern_one_is_proved(tmp_path: Path) -> None:
    findings = examined(tmp_path, tangle(12))
    assert findings.complete
    assert len(findings.conflicts) == 66 + 1 + 24 > MOST_PROOFS
    table, *proofs = report(findings, HERE, name="x", only="conflicts").sections[0].blocks
    assert isinstance(table, Table)
    assert sum(len(row[1].split("; ")) for row in table.rows) == 67
    (proof,) = proofs
    assert isinstance(proof, Chain)
    assert proof.conclusion == "So do 23 further sets of answers to the same questions."


def test_of_few_conflicts_each_is_proved(tmp_path: Path) -> None:
    findings = examined(tmp_path, tangle(4))
    _, *proofs = report(findings, HERE, name="x", only="conflicts").sections[0].blocks
    assert len(proofs) == len(findings.conflicts) == 6 + 1 + 8
