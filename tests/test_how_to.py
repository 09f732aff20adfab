"""Every corpus of docs/how-to.md is complete, and what the table below it says is what is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.corpus.reading import read_corpus
from claimcheck.diagnostics import Severity
from claimcheck.engine.examination import Examination
from claimcheck.examine import examine

PAGE = (Path(__file__).parent.parent / "docs" / "how-to.md").read_text(encoding="utf-8")
RECIPES = re.findall(
    r"^## … (.+?)\n.*?^```yaml\n(.*?)^```\n\n\| \| found \|\n\|---\|---\|\n(.*?)(?=\n\n|\Z)",
    PAGE,
    re.MULTILINE | re.DOTALL,
)


def test_every_recipe_has_its_corpus_and_its_table() -> None:
    assert len(RECIPES) == PAGE.count("\n## … ") == PAGE.count("```yaml")


@pytest.mark.parametrize(("title", "corpus", "table"), RECIPES, ids=[recipe[0] for recipe in RECIPES])
def test_a_recipe_finds_what_its_table_says(title: str, corpus: str, table: str, tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(corpus, encoding="utf-8")
    read, diagnostics = read_corpus(tmp_path)
    assert [found for found in diagnostics if found.severity is not Severity.NOTE] == []
    findings = examine(read)
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", table, re.M)
    assert rows
    for ids, expected in rows:
        verdict, _, bridge = expected.partition(" if ")
        assert found_of(findings, ids.split(", "), bridge) == verdict, (title, ids)


def found_of(findings: Examination, ids: list[str], bridge: str) -> str:
    """The verdict on a pair or the standing of a claim; with a bridge, the one that it makes of it."""
    if len(ids) == 1:
        row = next(row for row in findings.rows if row.claim == ids[0])
        return ("contradicted" if (bridge,) in row.if_bridge else "unchanged") if bridge else str(row.verdict)
    pair = next(pair for pair in findings.pairs if [pair.a, pair.b] == ids)
    return ("contradicts" if (bridge,) in pair.if_bridge else "unchanged") if bridge else str(pair.verdict)
