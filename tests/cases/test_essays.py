"""The essays of the cases: how many positions each question has, and how many of them the record leaves."""

from __future__ import annotations

import re

import pytest

from console import ROOT, examine_once, read_once


@pytest.mark.parametrize("case", ["secret-speech", "elizabeth-1603", "foundation-of-rome", "vesuvius-79"])
def test_the_table_of_the_questions_is_what_comes_out(case: str) -> None:
    found = examine_once(read_once(ROOT / "claims" / case)[0])
    counted = {}
    for asked in found.positions:
        state = found.state_of(asked.question)
        assert state is not None
        numbers = (len(asked.accounts), len(asked.positions), len(state.remaining))
        counted[found.corpus.questions[asked.question].short] = tuple(map(str, numbers))
    essay = (ROOT / "docs" / "cases" / f"{case}.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \| (\d+) \| (\d+) \| (\d+) \|$", essay, re.MULTILINE)
    assert len(rows) >= min(5, len(counted))
    assert {name: tuple(numbers) for name, *numbers in rows} == {name: counted[name] for name, *_ in rows}
