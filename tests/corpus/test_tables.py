"""Claims in CSV and JSON lines are equal to claims in YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_reading import read, without_positions

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
