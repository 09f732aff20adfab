"""Quotations are looked up in the text of their source, where it lies beside the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.corpus.quotations import Quotations, offset_of, quotations_of
from claimcheck.corpus.reading import read_corpus

CORPUS = """\
question: When was the mill built?
sources:
  roll: {type: archival, title: Court roll, through: edition p. 4}
  edition: {type: study, title: The rolls edited}
claims:
  reeve:
    in: roll m. 2
    when: {WHEN}
    quote: "{QUOTE}"
"""
ROLL = (
    "And in that year, the\nsecond of King John,  the mill at\nAx-\n"
    "minster was «built anew» by Odo – at his own cost.\n"
)


def looked_up(folder: Path, quote: str, *, when: str = "1201", texts: dict[str, str] | None = None) -> Quotations:
    (folder / "texts").mkdir(exist_ok=True)
    for name, text in (texts or {"roll": ROLL}).items():
        (folder / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    written = CORPUS.replace("{QUOTE}", quote.replace('"', '\\"')).replace("{WHEN}", when)
    (folder / "corpus.yaml").write_text(written, encoding="utf-8")
    corpus, diagnostics = read_corpus(folder)
    assert not diagnostics
    return quotations_of(corpus, folder)


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("the second of King John, the mill", 1),
        ("the mill at Axminster was", 2),
        ("was “built anew” by Odo - at his own cost", 4),
        ("the mill … was [so says the clerk] 'built anew'".replace("'", '"'), 2),
    ],
)
def test_what_transcripts_differ_in_is_folded(tmp_path: Path, quote: str, line: int) -> None:
    found = looked_up(tmp_path, quote)
    assert found.cautions == ()
    assert found.found["reeve"].line == line


@pytest.mark.parametrize("quote", ["the mill at axminster", "built anew by Ode", "by Odo … the mill"])
def test_letters_capitals_and_order_are_not(tmp_path: Path, quote: str) -> None:
    found = looked_up(tmp_path, quote)
    assert [caution.code for caution in found.cautions] == ["CC512"]
    assert found.found == {}


def test_the_nearest_passage_is_named(tmp_path: Path) -> None:
    text = "The rent was paid.\nThe mill at Axminster was built by Odo.\nNobody complained.\n"
    (caution,) = looked_up(tmp_path, "the mill at Axminster was raised by Odo", texts={"roll": text}).cautions
    assert caution.remedy == "compare the nearest passage, line 2: “The mill at Axminster was built by Odo.”"


def test_the_text_of_the_relay_serves_where_the_source_has_none(tmp_path: Path) -> None:
    assert looked_up(tmp_path, "the mill", texts={"edition": "p. 4: the mill"}).found["reeve"].column == 7


def test_without_a_text_nothing_is_said(tmp_path: Path) -> None:
    assert looked_up(tmp_path, "the mill", texts={"other": "nothing"}) == Quotations({}, ())


def test_a_text_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "roll.txt").write_bytes(b"the m\xffll")
    (caution,) = looked_up(tmp_path, "the mill", texts={"edition": ""}).cautions[:1]
    assert caution.code == "CC005"


@pytest.mark.parametrize(
    ("when", "codes"),
    [("1201", []), ("1202", ["CC513"]), ("{as: in 1201, read: 1201}", []), ("before 1300", ["CC513"])],
)
def test_a_quotation_with_another_date_than_its_claim_is_noted(
    tmp_path: Path, when: str, codes: list[str]
) -> None:
    text = "It was built in 1201."
    found = looked_up(tmp_path, "built in 1201", when=when, texts={"roll": text})
    assert [caution.code for caution in found.cautions] == codes


@given(st.text("abc é“»\n", min_size=1), st.integers(0, 20), st.integers(1, 20))
def test_every_passage_of_a_text_is_found_in_it(text: str, at: int, length: int) -> None:
    passage = text[at : at + length]
    assume(passage.strip())
    found = offset_of(passage, text)
    assert found is not None and found <= at + len(passage)
