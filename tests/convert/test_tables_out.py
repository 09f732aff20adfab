"""Tables as LibreOffice, pandas and polars read them: no row is lost, no cell obeyed, every text is itself."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import polars
import pytest
from hostile import TEXTS, corpus_of, examined

from claimcheck.convert.tables import (
    MOST_CHARACTERS,
    TABLES,
    Table,
    csv_of,
    diagnostics_table,
    report_tables,
    section_table,
    xlsx_of,
)
from claimcheck.corpus.reading import read_corpus
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import When
from claimcheck.examine import examine
from consuming import program

BRIDGE = """\
title: The bridge
sources:
  ledger: {type: archival, title: Toll ledger, dated: 1901, opened: 1950, publisher: The Town}
  memoirs: {type: memoir, title: Memoirs, author: Hope, issued: 1931, through: reader}
  reader: {type: study, title: A Reader, issued: "[1960]"}
kinds: {crossing: somebody crosses}
events:
  opening: {label: the opening, when: 14 May 1901, record: ledger f. 2}
  toll: {label: the first toll, kinds: crossing, when: 2 May 1901, record: {in: ledger f. 3, basis: documented}}
questions:
  crossed: {ask: When was it first crossed?, first: crossing}
claims:
  hope: {by: Hope, in: memoirs p. 3, answers: crossed, when: "mid-May 1901, not before @opening"}
  register: {by: Clerk, in: reader p. 9, answers: crossed, when: late April 1901, or-when: 2 May 1901}
  never: {by: Sexton, in: reader p. 9, none: crossing, when: before @opening, also: {event: toll, when: 1901}}
  alone: {by: Sexton, in: reader p. 10, answers: crossed, stance: rejects}
"""


def rows(name: str, text: str = BRIDGE) -> list[dict[str, Any]]:
    return [dict(row) for row in TABLES[name](examined(text)).rows]


def test_every_claim_has_a_row_for_each_of_its_parts() -> None:
    found = rows("claims")
    assert [(row["claim"], row["part"]) for row in found] == [
        ("hope", 1),
        ("register", 1),
        ("never", 1),
        ("never", 2),
        ("alone", 1),
    ]
    assert [row["standing"] for row in found][:2] == ["contradicted", "known-only-through-the-claimant"]


def test_a_date_stands_there_as_text_in_words_and_as_edtf() -> None:
    hope, register, never, _, alone = rows("claims")
    keys = ("date", "read", "edtf", "earliest", "latest", "calendar")
    assert [hope[key] for key in keys] == [
        "mid-May 1901, not before @opening",
        "14 to 20 May 1901",
        "1901-05-14/1901-05-20",
        "1901-05-14",
        "1901-05-20",
        "gregorian",
    ]
    assert (register["edtf"], register["other_dates"]) == ("1901-04-21/1901-04-30", "2 May 1901")
    assert (never["of"], never["edtf"], never["earliest"]) == ("none crossing", "/1901-05-14", None)
    assert [alone[key] for key in keys] == [None] * 6


def test_every_edtf_of_the_tables_is_read_back() -> None:
    dates = [row["edtf"] for row in rows("claims") if row["edtf"]]
    dates += [row[key] for row in rows("sources") for key in ("issued_edtf", "opened_edtf") if row[key]]
    assert len(dates) > 5
    assert all(isinstance(read_date(date), When) for date in dates)


def test_the_line_up_names_the_records_by_what_they_do() -> None:
    hope, register, _, alone = rows("line-up")
    assert (hope["contradicted_by"], hope["verdict"]) == ("toll", "contradicted")
    # No record bears on a first that is later than the claim (the fine print, rule 21).
    assert (register["contradicted_by"], register["verdict"]) == (None, "known-only-through-the-claimant")
    assert alone["verdict"] == "not-compared"


def test_sources_have_their_dates_and_their_bibliographic_fields() -> None:
    ledger, memoirs, reader = rows("sources")
    assert (ledger["dated_edtf"], ledger["opened"], ledger["publisher"]) == ("1901", "1950", "The Town")
    assert (memoirs["authors"], memoirs["through"]) == ("Hope", "reader")
    assert (reader["issued"], reader["issued_edtf"]) == ("[1960]", "1960")


def test_positions_and_pairs_name_who_and_by_how_much() -> None:
    positions = rows("positions")
    assert [row["position"] for row in positions] == list(range(1, len(positions) + 1))
    assert {row["question"] for row in positions} == {"crossed"}
    pair = next(row for row in rows("pairs") if (row["a"], row["b"]) == ("hope", "register"))
    assert (pair["verdict"], pair["gap_days"], pair["gap"]) == ("contradicts", 14, "14 days")
    assert "because" not in pair


def test_a_section_of_the_report_is_one_table() -> None:
    findings = examined(BRIDGE)
    names = [
        section_table(findings, section).name for section in ("", "conflicts", "record", "sources", "questions")
    ]
    assert names == ["claims", "pairs", "line-up", "sources", "positions"]


def test_diagnostics_are_a_table_with_their_places(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("question: When?\nclaims: {a: {whn: 1900}}\n", encoding="utf-8")
    table = diagnostics_table(read_corpus(tmp_path)[1])
    assert [(row["code"], row["line"], row["column"]) for row in table.rows] == [("CC101", 2, 14)]


# ------------------------------------------------------------------------------ the programs that read them


def plain(text: str) -> str:
    """A text of CSV without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text


@pytest.mark.parametrize("name", TABLES)
def test_pandas_and_polars_read_every_row_of_a_csv(name: str) -> None:
    table = TABLES[name](examined(corpus_of()))
    written = csv_of(table)
    frame = pandas.read_csv(io.StringIO(written), keep_default_na=False, dtype=str)
    assert (list(frame.columns), len(frame)) == (list(table.columns), len(table.rows))
    other = polars.read_csv(written.encode(), infer_schema=False)
    assert (other.columns, other.height) == (list(table.columns), len(table.rows))
    for row, told, also in zip(table.rows, frame.to_dict("records"), other.to_dicts(), strict=True):
        for column, value in row.items():
            if isinstance(value, str):
                assert (plain(told[column]), plain(also[column])) == (value, value)


def test_no_cell_of_a_csv_begins_as_a_formula_does() -> None:
    written = csv_of(TABLES["claims"](examined(corpus_of())))
    cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]
    assert {"'=1+1", "'-2+3"} <= set(cells)


def test_a_workbook_has_a_sheet_for_each_table_and_no_formula() -> None:
    tables = report_tables(examined(corpus_of()))
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(tables, TEXTS[0])))
    assert book.sheetnames == ["claims", "positions", "pairs", "line-up", "sources"]
    for table in tables:
        sheet = book[table.name]
        assert sheet.max_row == len(table.rows) + 1
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b"}
        for row, cells in zip(table.rows, sheet.iter_rows(min_row=2, values_only=True), strict=True):
            for value, cell in zip(row.values(), cells, strict=True):
                assert (cell or "") == (value or "")


def test_libreoffice_opens_the_workbook_and_loses_no_row_and_no_text(tmp_path: Path) -> None:
    tables = report_tables(examined(corpus_of()))
    (tmp_path / "case.xlsx").write_bytes(xlsx_of(tables, "case"))
    subprocess.run(
        [
            *(program("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"),
            # Token 12 is the sheet: -1 writes every sheet to a file of its own.
            *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"),
            *("--outdir", str(tmp_path), str(tmp_path / "case.xlsx")),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    for table in tables:
        with open(tmp_path / f"case-{table.name}.csv", encoding="utf-8", newline="") as file:
            heading, *read = csv.reader(file)
        assert (heading, len(read)) == (list(table.columns), len(table.rows))
        for row, cells in zip(table.rows, read, strict=True):
            texts = [
                (value, cell) for value, cell in zip(row.values(), cells, strict=True) if isinstance(value, str)
            ]
            assert [cell for _, cell in texts] == [value for value, _ in texts]


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(BRIDGE, encoding="utf-8")
    first, again = (xlsx_of(report_tables(examine(read_corpus(tmp_path)[0])), "The bridge") for _ in range(2))
    assert first == again


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so() -> None:
    table = Table("long", ("text",), ({"text": "x" * 40_000},))
    cell = openpyxl.load_workbook(io.BytesIO(xlsx_of((table,), "")))["long"]["A2"].value
    assert (len(cell), cell[-1]) == (MOST_CHARACTERS, "…")
    assert len(csv_of(table)) > 40_000


def test_more_rows_than_a_sheet_can_hold_are_refused() -> None:
    table = Table("many", ("n",), ({"n": 1},) * 1_048_576)
    with pytest.raises(ValueError, match="a sheet holds 1,048,575 rows, and many has 1,048,576"):
        xlsx_of((table,), "")
