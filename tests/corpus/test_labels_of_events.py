"""A text under `events`: a date, what the event is called, or neither and refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_reading import read

HEAD = """\
question: When was it crossed?
claims:
  a: 1204
"""


@pytest.mark.parametrize(
    "text",
    [
        "the eruption of Vesuvius",
        "the first siege",
        "a text in pencil",
        "the accession of Henry VIII",
        "the breach of the wall",
        "открытие съезда",
        "Jan Hus is burnt",
        "Ian and the non-jurors",
        "a sketch, est. by q",
    ],
)
def test_a_text_without_a_figure_or_a_word_of_dates_is_a_label(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, HEAD + f"events:\n  e: {text}\n")
    assert found.printed == ""
    event = found.corpus.events["e"]
    assert (event.label, event.when, event.records) == (text, None, ())


@pytest.mark.parametrize(
    "text", ["14 Febuary 1956", "Febuary of that year", "befor the flood", "the march of 44 men"]
)
def test_a_text_that_may_be_a_misspelt_date_is_refused_and_may_be_written_as_a_label(
    tmp_path: Path, text: str
) -> None:
    found = read(tmp_path, HEAD + f"events:\n  e: {text}\n")
    assert found.only.code == "CC401"
    _, _, remedy = found.only.remedy.partition("if it is what the event is called: ")
    mended = read(tmp_path, HEAD + f"events:\n  {remedy}\n")
    assert mended.printed == ""
    assert mended.corpus.events["e"].label == text


def test_the_remedy_of_a_date_under_when_is_no_label(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "events:\n  e: {when: 14 Febuary 1956, planned: yes}\n")
    assert "label" not in found.only.remedy


def test_a_date_in_words_alone_is_a_date(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "through: Chronicle\nevents:\n  e: the thirteenth century\n")
    assert found.corpus.events["e"].label is None


def test_a_text_under_record_is_always_a_date(tmp_path: Path) -> None:
    """There the entry attests a date, so that a label would lose it."""
    found = read(tmp_path, HEAD + "through: Chronicle\nrecord:\n  ferry: the ferry of the king\n")
    assert found.only.code == "CC401"
    assert "label" not in found.only.remedy
