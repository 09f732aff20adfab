"""`explain`, `compare` and `lineup` fit a screen or two, on every shipped case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import CASES, examined_case

from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.findings import Standing, Verdict
from claimcheck.examine import examine
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Table
from claimcheck.report.document import lined_up
from claimcheck.report.screen import compared_briefly, explained_briefly, in_columns, lineup_briefly
from claimcheck.report.text import cells
from claimcheck.report.words.names import joint


@pytest.mark.parametrize("name", CASES)
def test_each_output_of_a_case_fits(name: str) -> None:
    found = examined_case(name)
    for row in found.rows:
        text = explained_briefly(found, row.claim)
        lines = text.splitlines()
        assert len(lines) <= 40, row.claim
        assert max(map(cells, lines)) <= 80, row.claim
        assert lines[-1] == "Everything, with every chain: --all"
        assert "@" not in text and "Both cannot" not in text and "happened:" not in text
        against = [pair for pair in found.pairs_of((row.claim,)) if pair.verdict is Verdict.CONTRADICTS]
        rivals = " ".join(joint(found.corpus, pair.b if pair.a == row.claim else pair.a) for pair in against)
        assert set(re.findall(r"\w+", rivals)) <= set(re.findall(r"\w+", text)), row.claim
        if row.verdict is Standing.CONTRADICTED:  # its proof is told to the end
            assert "cannot both be true" in text or "can be true at no time" in text or "true;" in text
    for text in (compared_briefly(found, name), lineup_briefly(found, name)):
        lines = text.splitlines()
        assert len(lines) <= 120
        assert max(map(cells, lines)) <= 80
        assert "@" not in text


def test_the_memoirs_are_explained_with_the_deciding_proof_and_those_at_odds_with_them() -> None:
    found = examined_case("secret-speech")
    lines = explained_briefly(found, "memoirs-corridors").splitlines()
    assert lines[0] == "Khrushchev and Mikoyan, first raised: 14 to 20 February 1956"
    assert any(line.startswith("RULED OUT. The resolution and 7 further records rule it out.") for line in lines)
    assert "  10  8 and 9 cannot both be true; they are a day apart." in lines
    assert any(line.startswith("AT ODDS WITH 24 accounts") for line in lines)


SLIP = """
question: When was it signed?
claims:
  Edition: {when: 3 May 1971, misprint: yes}
  Deed: 3 May 1791
  Copy: 3 May 1791
  Gazette: 5 May 1791
"""


def test_a_misprint_is_told_after_the_rest_and_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(SLIP, encoding="utf-8")
    found = examine(read_corpus(tmp_path)[0])
    compared, lineup = (brief(found, "signed").splitlines() for brief in (compared_briefly, lineup_briefly))
    assert "CANNOT BOTH BE TRUE: 2 pairs; 3 more with a misprint" in compared
    headings = [line for line in compared if line.startswith("When was it signed?")]
    assert headings == [
        "When was it signed? 2 pairs",
        "When was it signed? 3 pairs with what is held to be a misprint",
    ]
    assert [line for line in lineup if line.isupper() or line.endswith(")")][-1].startswith(
        "HELD TO BE A MISPRINT; "
    )
    table = lined_up(found, Asking(str(tmp_path), found.perspective), name="signed").sections[0].blocks[0]
    assert isinstance(table, Table)
    assert [row[4] for row in table.rows] == ["Deed", "Copy", "Gazette", "Edition"]
    assert table.rows[-1][0].endswith("held to be a misprint")


@given(st.data(), st.lists(st.integers(8, 40), min_size=2, max_size=5))
def test_columns_share_their_room_and_cut_nothing(data: st.DataObject, widths: list[int]) -> None:
    cell = st.text("abc de", max_size=120)
    rows = data.draw(st.lists(st.tuples(*[cell] * len(widths)), max_size=4))
    drawn = in_columns(rows, widths)
    assert len(drawn) == len(rows)
    for row, lines in zip(rows, drawn, strict=True):
        assert all(cells(line) <= 2 + sum(widths) + len(widths) - 1 for line in lines)
        assert sorted("".join("".join(lines).split())) == sorted("".join("".join(row).split()))
