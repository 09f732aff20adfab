"""The eras that a corpus names: where they may stand, what they date, what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_reading import read

from claimcheck.corpus.expansion import expanded
from claimcheck.dates.date_json import reading_json

CORPUS = """
eras: {eras}
question: When was the charter given?
claims:
  Cartulary: {when}
"""


def limits(tmp_path: Path, eras: str, when: str) -> tuple[str | None, str | None]:
    outcome = read(tmp_path, CORPUS.format(eras=eras, when=when))
    assert not outcome.diagnostics, outcome.printed
    (statement,) = outcome.corpus.claims["Cartulary"].statements
    assert statement.when is not None
    found = reading_json(statement.when.when.readings[0])
    return found.earliest, found.latest


@pytest.mark.parametrize(
    ("eras", "when", "expected"),
    [
        ("{Elizabeth I: 17 November 1558, AUC: 753 BC}", "AUC 700", ("-0053-01-01", "-0053-12-31")),
        ("{Philip II: 18 September 1180 to 14 July 1223}", "43 Philip II", ("1222-09-18", "1223-07-14")),
        ("{Solon: 594/593 BC}", "the archonship of Solon", ("-0593-01-01", "-0592-12-31")),
        ("{Founding: 1150-05-03}", "3 May, Founding 10", ("1159-05-03", "1159-05-03")),
    ],
)
def test_years_are_counted_from_what_the_corpus_says(
    tmp_path: Path, eras: str, when: str, expected: tuple[str, str]
) -> None:
    assert limits(tmp_path, eras, when) == expected


def test_the_full_form_keeps_the_eras_as_they_were_written(tmp_path: Path) -> None:
    outcome = read(tmp_path, CORPUS.format(eras="{Founding: 3 May 1150}", when="Founding 10"))
    again = read(tmp_path, expanded(outcome.corpus))
    assert again.corpus.eras == outcome.corpus.eras == (("Founding", "3 May 1150"),)
    assert not again.diagnostics


@pytest.mark.parametrize(
    ("eras", "column", "remedy"),
    [
        ("{Founding: the battle}", 22, "1956"),
        ("{Founding: before 1150}", 18, "the day or the year"),
        ("{May: 3 May 1150}", 13, "another name"),
    ],
)
def test_an_era_that_cannot_be_read_is_reported_where_it_stands(
    tmp_path: Path, eras: str, column: int, remedy: str
) -> None:
    outcome = read(tmp_path, CORPUS.format(eras=eras, when="1150"))
    position = outcome.only.position
    assert (outcome.only.code, position.line, position.column) == ("CC401", 2, column)
    assert remedy in (outcome.only.remedy or "")


def test_eras_that_are_no_mapping_are_refused(tmp_path: Path) -> None:
    assert read(tmp_path, CORPUS.format(eras="1558", when="1150")).only.code == "CC104"
