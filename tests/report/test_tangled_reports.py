"""What is told of a corpus in which hundreds contradict each other: by pattern, counted, with nothing lost."""

from __future__ import annotations

import random
from pathlib import Path

from small_corpora import examined

from claimcheck.engine.findings import Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Table
from claimcheck.report.document import report
from claimcheck.report.patterns import MOST_ALONE, Choice, choice_says, gathered, patterns
from claimcheck.report.sections import claims_section, conflicts_section
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


def test_sets_are_gathered_without_one_lost_or_added() -> None:
    rng = random.Random(7)
    for _ in range(40):
        every = {(rng.choice("abcd"), rng.choice("efg"), rng.choice("hij")) for _ in range(rng.randrange(1, 30))}
        choices = gathered(sorted(every))
        said = [(x, y, z) for c in choices for x in c.places[0] for y in c.places[1] for z in c.places[2]]
        assert sorted(said) == sorted(every)
        assert sum(choice.sets for choice in choices) == len(every)


def test_a_choice_is_said_in_a_line() -> None:
    assert choice_says(Choice((("a", "b", "c"), ("d",), ("e", "f")))) == (
        "any of a, b and c, with d, with either of e and f (6 sets)"
    )
    assert choice_says(Choice((("a",), ("b",)))) == "a, with b"


def test_a_tangle_is_told_by_pattern_and_every_conflict_counted(tmp_path: Path) -> None:
    findings = examined(tmp_path, tangle(12))
    assert findings.complete
    assert len(findings.conflicts) == 66 + 1 + 24 > MOST_ALONE
    three = [conflict for conflict in findings.conflicts if len(conflict.members) == 3]
    (pattern,) = patterns(findings.corpus, three)
    assert len(pattern.conflicts) == 24
    section = conflicts_section(findings, HERE)
    assert len([block for block in section.blocks if hasattr(block, "steps")]) == 1


def test_the_report_of_a_tangle_counts_what_it_does_not_tell(tmp_path: Path) -> None:
    findings = examined(tmp_path, tangle(12))
    text = " ".join(render_text(report(findings, HERE, name="x", only="findings")).split())
    assert "Twelve positions stand" in text
    assert "are impossible together; drop any one and the rest can stand." in text


def test_the_table_of_pairs_names_every_pair_once(tmp_path: Path) -> None:
    findings = examined(tmp_path, tangle(12))
    against = [pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS]
    assert len(against) == 67
    table = claims_section(findings, HERE).blocks[0]
    assert isinstance(table, Table)
    named = [name.split(" (")[0] for row in table.rows for name in row[1].split(", ")]
    assert len(named) == 67


def test_a_small_corpus_is_told_as_before_each_conflict_by_itself(tmp_path: Path) -> None:
    findings = examined(tmp_path, tangle(4))
    section = conflicts_section(findings, HERE)
    assert (
        len([block for block in section.blocks if hasattr(block, "steps")]) == len(findings.conflicts) == 6 + 1 + 8
    )
