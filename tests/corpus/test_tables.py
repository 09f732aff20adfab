"""Claims in CSV and JSON lines are equal to claims in YAML."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from corpus_reading import read, without_positions
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.diagnostics import Severity
from claimcheck.report.corpus_state import check_document
from claimcheck.report.text import render_text

HEAD = """\
questions:
  crossed: {ask: When was it crossed?, kind: crossing}
kinds: {crossing: somebody crosses it}
sources: {annals: Annals}
"""
YAML = """\
claims:
  a: {by: [N. Smith, a monk], in: annals p. 3, answers: crossed, when: "[1204, 1206]", note: 'so, "they" say'}
  b: {answers: crossed, when: 1205}
"""


def test_a_csv_file_with_the_same_columns_is_an_equal_claims_file(tmp_path: Path) -> None:
    _two_folders(tmp_path)
    table = (
        'id,by,in,answers,when,note\na,N. Smith; a monk,annals p. 3,crossed,"[1204, 1206]","so, ""they"" say"\n'
    )
    csv = read(tmp_path / "one", HEAD, files={"x.claims.csv": table + "b,,,crossed,1205\n"})
    yaml = read(tmp_path / "two", HEAD + YAML)
    assert csv.printed == ""
    assert without_positions(csv.corpus.model_dump()) == without_positions(yaml.corpus.model_dump())


def _two_folders(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()


def test_json_lines_are_an_equal_claims_file(tmp_path: Path) -> None:
    _two_folders(tmp_path)
    lines = (
        '{"id": "a", "by": ["N. Smith", "a monk"], "in": "annals p. 3", "answers": "crossed", '
        '"when": "[1204, 1206]", "note": "so, \\"they\\" say"}\n\n'
        '{"id": "b", "answers": "crossed", "when": 1205}\n'
    )
    json = read(tmp_path / "one", HEAD, files={"x.claims.jsonl": lines})
    yaml = read(tmp_path / "two", HEAD + YAML)
    assert json.printed == ""
    assert without_positions(json.corpus.model_dump()) == without_positions(yaml.corpus.model_dump())


def test_semicolons_and_a_byte_order_mark_as_spreadsheets_write_them(tmp_path: Path) -> None:
    table = "\ufeffid;answers;when\r\na;crossed;1204\r\n".encode()
    found = read(tmp_path, HEAD, files={"x.claims.csv": table})
    assert found.printed == ""
    assert list(found.corpus.claims) == ["a"]


def test_a_neutralised_cell_loses_its_apostrophe(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD, files={"x.claims.csv": "id,answers,when\na,crossed,'-0043\n"})
    when = found.corpus.claims["a"].statements[0].when
    assert when is not None and when.text == "-0043"


def test_a_fault_in_a_cell_is_pointed_at(tmp_path: Path) -> None:
    table = 'id,note,answers,when\na,"one, ""two""\nthree",crossed,1204\nb,x,crosed,1204\n'
    found = read(tmp_path, HEAD, files={"x.claims.csv": table})
    assert (found.only.code, found.only.position.line, found.only.position.column) == ("CC205", 4, 5)
    assert found.corpus.claims["a"].note == 'one, "two"\nthree'


def test_a_date_in_a_quoted_cell_is_pointed_at_within_the_quotes(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD, files={"x.claims.csv": 'id,answers,when\na,crossed,"1204, after @x"\n'})
    assert (found.only.code, found.only.position.column) == ("CC209", 24)


def test_an_unknown_column_is_said_once_and_kept_as_a_note(tmp_path: Path) -> None:
    table = "id,answers,when,shelf,note\na,crossed,1204,A 12,seen\nb,crossed,1205,B 3,\nc,crossed,1206,,\n"
    found = read(tmp_path, HEAD, files={"x.claims.csv": table})
    assert found.only.code == "CC042"
    assert (found.only.position.line, found.only.position.column, found.exit_code) == (1, 17, 0)
    notes = [claim.note for claim in found.corpus.claims.values()]
    assert notes == ["seen; shelf: A 12", "shelf: B 3", None]


def test_a_misspelt_column_is_answered_with_the_key_meant(tmp_path: Path) -> None:
    table = "id,answers,whn\na,crossed,1204\n"
    found = read(tmp_path, HEAD, files={"x.claims.csv": table})
    assert found.codes == ["CC042", "CC303"]
    assert found.diagnostics[0].remedy == "did you mean `when`?"


def test_columns_are_known_without_regard_to_case_spaces_and_hyphens(tmp_path: Path) -> None:
    table = "ID, Answers ,WHEN,Rests on,not_when\na,crossed,1204,annals,May 1204\n"
    found = read(tmp_path, HEAD, files={"x.claims.csv": table})
    assert found.printed == ""
    claim = found.corpus.claims["a"]
    assert claim.rests_on == ("annals",)
    assert claim.statements[0].not_when is not None


def test_two_columns_of_one_name_written_otherwise_are_one_column_twice(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD, files={"x.claims.csv": "id,answers,when,When\na,crossed,1204,1205\n"})
    assert found.only.code == "CC028"


@pytest.mark.parametrize(
    ("one", "other", "title", "locators"),
    [
        ("Naumov 1996, p. 150", "Naumov 1996, pp. 12–14", "Naumov 1996", ("p. 150", "pp. 12–14")),
        ("naumov1996 p. 150", "naumov1996 fol. 3v", "naumov1996", ("p. 150", "fol. 3v")),
        ("Наумов, 1996. С. 150", "Наумов, 1996, с. 7", "Наумов, 1996", ("С. 150", "с. 7")),
        ("Chronicle vol. 2, p. iv", "Chronicle vol. 2 par. 10", "Chronicle vol. 2", ("p. iv", "par. 10")),
    ],
)
def test_two_pages_of_one_book_are_one_source(
    tmp_path: Path, one: str, other: str, title: str, locators: tuple[str, str]
) -> None:
    table = f'id,in,answers,when\na,"{one}",crossed,1204\nb,"{other}",crossed,1205\n'
    found = read(tmp_path, HEAD, files={"x.claims.csv": table})
    assert found.printed == ""
    a, b = found.corpus.claims.values()
    assert a.source == b.source
    assert found.corpus.sources[a.source].title == title
    assert (a.locator, b.locator) == locators


@pytest.mark.parametrize("text", ["Town Chronicle, 1931", "Letters 3", "Works of N. S. 1971", "Наумов С. 1996"])
def test_a_text_that_ends_in_no_page_is_a_source_as_a_whole(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, HEAD, files={"x.claims.csv": f'id,in,answers,when\na,"{text}",crossed,1204\n'})
    claim = found.corpus.claims["a"]
    assert (found.corpus.sources[claim.source].title, claim.locator) == (text, None)


def test_what_a_claim_rests_on_may_be_named_in_free_text(tmp_path: Path) -> None:
    table = "id,answers,when,rests-on\na,crossed,1204,annals; the letters of a nun\nb,crossed,1204,anals\n"
    found = read(tmp_path, HEAD, files={"x.claims.csv": table})
    assert found.only.code == "CC207"  # one word is an id, and may be a slip
    assert found.corpus.claims["a"].rests_on == ("annals", "the-letters-of-a-nun")
    assert found.corpus.sources["the-letters-of-a-nun"].title == "the letters of a nun"


def test_a_quote_that_is_never_closed_takes_no_other_row_with_it(tmp_path: Path) -> None:
    table = 'id,answers,when,note\na,crossed,1204,"lost\nb,crossed,1205,\nc,crossed,1206,"x, y"\n'
    found = read(tmp_path, HEAD, files={"x.claims.csv": table})
    assert (found.only.code, found.only.position.line) == ("CC041", 2)
    assert list(found.corpus.claims) == ["b", "c"]


def test_rows_are_counted_aloud(tmp_path: Path) -> None:
    table = "id,answers,when\na,crossed,1204\nb,crosed,1204\n,crossed,1204\n\nc,crossed,soon\nd,crossed,1205\n"
    found = read(tmp_path, HEAD, files={"x.claims.csv": table})
    (counted,) = found.corpus.tables
    assert (counted.rows, counted.claims) == (5, 2)
    told = render_text(check_document(found.corpus, found.diagnostics, "x", {}, False))
    assert "x.claims.csv: 5 rows, 2 claims, 3 refused." in told


_CELLS = st.sampled_from(
    ["", "a", "b", "c", "crossed", "1204", "soon", "x,y", '"', "two\nlines", "=1", "@x", "p. 3"]
)


@given(st.lists(st.lists(_CELLS, min_size=1, max_size=6), max_size=8), st.sampled_from(",;\t"))
def test_every_row_of_any_table_is_a_claim_or_is_refused_with_a_reason(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str
) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerows([["ID", "Answers", "When", "in", "Shelf"], *rows])
    folder = tmp_path_factory.mktemp("any")
    found = read(folder, HEAD, files={"x.claims.csv": buffer.getvalue().encode()})
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    (counted,) = found.corpus.tables
    assert counted.rows == len(filled)
    assert counted.claims == len(found.corpus.claims)
    errors = [one for one in found.diagnostics if one.severity is Severity.ERROR and one.code != "CC010"]
    assert (counted.rows == counted.claims) == (errors == [])


def test_of_a_column_that_stands_twice_neither_is_taken(tmp_path: Path) -> None:
    table = "id,answers,when,when\na,crossed,1204,1205\n"
    found = read(tmp_path, HEAD, files={"x.claims.csv": table})
    assert found.only.code == "CC028"
    assert found.corpus.claims == {}


@pytest.mark.parametrize("escape", [r"\ud800", r"a\u0000", r"\u001b[31m"])
def test_an_escape_of_what_no_text_has_is_refused_in_json_lines(tmp_path: Path, escape: str) -> None:
    lines = f'{{"id": "a", "answers": "crossed", "when": "1204", "note": "{escape}"}}\n'
    lines += '{"id": "b", "answers": "crossed", "when": "1205", "note": "\\ud83d\\ude00 \\u00e9"}\n'
    found = read(tmp_path, HEAD, files={"x.claims.jsonl": lines})
    assert (found.only.code, found.only.position.line) == ("CC007", 1)
    assert [(claim.id, claim.note) for claim in found.corpus.claims.values()] == [("b", "😀 é")]


def test_a_table_without_ids_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD, files={"x.claims.csv": "answers,when\ncrossed,1204\n"})
    assert found.only.code == "CC103"


def test_a_row_with_a_lost_quote_hides_no_other_file(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + YAML, files={"x.claims.csv": "id,answers,when\nc,crossed,1204,1205\n"})
    assert found.only.code == "CC041"
    assert list(found.corpus.claims) == ["a", "b"]


def test_a_broken_json_line_hides_no_other_line(tmp_path: Path) -> None:
    lines = '{"id": "a", "when": "1204"\n[1]\n{"id": "b", "answers": "crossed", "when": "1205"}\n'
    found = read(tmp_path, HEAD, files={"x.claims.jsonl": lines})
    assert found.codes == ["CC040", "CC040"]
    assert list(found.corpus.claims) == ["b"]


def test_a_json_key_that_stands_twice_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + YAML, files={"x.claims.jsonl": '{"id": "c", "when": "1204", "when": "1205"}\n'})
    assert found.only.code == "CC028"
    assert list(found.corpus.claims) == ["a", "b"]


def test_json_texts_are_pointed_at(tmp_path: Path) -> None:
    line = '{"id": "c", "answers": "crossed", "when": "after @x"}\n'
    found = read(tmp_path, HEAD + YAML, files={"x.claims.jsonl": line})
    assert (found.only.code, found.only.position.column) == ("CC209", line.index("@x") + 1)
