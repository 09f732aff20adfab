"""What a cell of a spreadsheet shows is its text: days of any century, merged cells; and what is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from converting import by_libreoffice, convert
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from claimcheck.convert.sheets import Row, Unread, Unreadable, sheets_of

DAYS = {
    "1204-04-12": "12 April 1204",  # shown in the Julian calendar, and kept as 19 April
    "1582-10-04": "4 October 1582",
    "1582-10-15": "1582-10-15",
    "1899-12-29": "1899-12-29",
    "1899-12-31": "1899-12-31",
    "1900-01-01": "1900-01-01",
    "1900-02-28": "1900-02-28",
    "1900-03-01": "1900-03-01",
    "1956-02-13": "1956-02-13",
}
AS_DAYS = "CSV:44,34,76,1,1/5"  # LibreOffice: commas, quotes, UTF-8, and the first column holds days


def rows_of(path: Path) -> list[Row]:
    return [row for sheet in sheets_of(path) for row in sheet.rows]


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_day_is_the_one_that_libreoffice_shows(tmp_path: Path, ending: str) -> None:
    path = by_libreoffice(tmp_path, "days.csv", "\n".join(DAYS) + "\n", ending, AS_DAYS)
    assert [row.cells[0] for row in rows_of(path)] == list(DAYS.values())


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:table table:name="Claims">
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell/>{}</table:table-row>
</table:table></office:spreadsheet></office:body></office:document>"""


def _cell(text: str, more: str = "") -> str:
    if text == "covered":
        return "<table:covered-table-cell/>"
    if text.startswith("="):
        kept = 'office:value-type="float" office:value="1186"'
        return f'<table:table-cell table:formula="of:{text}" {kept}><text:p>1186</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_merged_cells_stand_in_each_row_and_formulas_for_their_results(tmp_path: Path, ending: str) -> None:
    merged = 'table:number-rows-spanned="3" table:number-columns-spanned="1"'
    lines = [
        [_cell("Event"), _cell("Author"), _cell("Date")],
        [_cell("the fire", merged), _cell("Gerald"), _cell("1185")],
        [_cell("covered"), _cell("Stubbs"), _cell("=1180+6")],
        [_cell("covered"), _cell("Knowles"), _cell("3 May 1184")],
        [_cell("the flood"), _cell("Knowles"), _cell("1190")],
    ]
    rows = "</table:table-row><table:table-row><table:table-cell/>".join("".join(line) for line in lines)
    found = convert(tmp_path, by_libreoffice(tmp_path, "fire.fods", FLAT.format(rows), ending))
    said = [
        (claim.by[0], claim.statements[0].question, claim.statements[0].when.text)
        for claim in found.corpus.claims.values()
        if claim.statements[0].when is not None
    ]
    assert said == [
        ("Gerald", "the-fire", "1185"),
        ("Stubbs", "the-fire", "1186"),
        ("Knowles", "the-fire", "3 May 1184"),
        ("Knowles", "the-flood", "1190"),
    ]


def workbook(*cells: tuple[str | float, str], epoch_1904: bool = False) -> bytes:
    """A workbook with these values, each with its number format, one below the other."""
    book = openpyxl.Workbook()
    if epoch_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    for number, (value, shown) in enumerate(cells, 1):
        sheet.cell(number, 1, value).number_format = shown
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("serial", "shown", "text"),
    [
        (1, "yyyy-mm-dd", "1900-01-01"),
        (59, "yyyy-mm-dd", "1900-02-28"),
        (61, "yyyy-mm-dd", "1900-03-01"),
        (20498, "mm-dd-yy", "1956-02-13"),  # what the file calls so is the day as the reader's country writes it
        (20498, "[$-409]d mmmm yyyy;@", "1956-02-13"),
        (20498, "mmm-yy", "1956-02"),
        (20498, "yyyy", "1956"),
        (20498.4375, "yyyy-mm-dd hh:mm", "13 February 1956 10:30"),
        (20498, "yyyy-mm-dd hh:mm:ss", "1956-02-13"),
        (20498.4375, "yyyy-mm-dd", "1956-02-13"),
        (1956, "General", "1956"),
        (1956.0, "0", "1956"),
        (0.5, "General", "0.5"),
        (True, "General", "yes"),
        ("12 April 1204", "General", "12 April 1204"),
    ],
)
def test_a_number_is_read_by_its_format(tmp_path: Path, serial: str | float, shown: str, text: str) -> None:
    (tmp_path / "x.xlsx").write_bytes(workbook((serial, shown)))
    assert rows_of(tmp_path / "x.xlsx") == [Row(1, [text])]


def test_days_are_counted_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(workbook((19036, "yyyy-mm-dd"), (0, "yyyy-mm-dd"), epoch_1904=True))
    assert [row.cells for row in rows_of(tmp_path / "x.xlsx")] == [["1956-02-13"], ["1904-01-01"]]


@pytest.mark.parametrize(
    ("serial", "shown", "reason"),
    [
        (60, "yyyy-mm-dd", "29 February 1900, a day that never was"),
        (0, "yyyy-mm-dd", "0 January 1900, a day that never was"),
        (20498, "d-mmm", "shows no year"),
        (0.4375, "hh:mm", "a time of day and no date"),
        ("=1180+6", "General", "a formula here and not its result"),
        ("#REF!", "General", "shows an error"),
    ],
)
def test_what_a_cell_does_not_show_is_refused(
    tmp_path: Path, serial: str | float, shown: str, reason: str
) -> None:
    (tmp_path / "x.xlsx").write_bytes(workbook(("Date", "General"), (serial, shown)))
    (cell,) = rows_of(tmp_path / "x.xlsx")[1].cells
    assert isinstance(cell, Unread)
    assert reason in cell.reason


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _with(part: str, data: bytes) -> bytes:
    """A workbook of which one part is another."""
    with zipfile.ZipFile(io.BytesIO(workbook(("Date", "General")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return _packed({**parts, part: data})


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
)
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
MANIFEST = b'<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.xlsx", LOCKED, "locked with a password"),
        ("x.ods", _packed({"META-INF/manifest.xml": MANIFEST, "content.xml": b"?"}), "locked with a password"),
        ("x.xlsx", LOCKED[:300], "the old format of Excel"),
        ("x.xlsx", _with("xl/worksheets/sheet1.xml", ENTITIES), "declares XML entities"),
        ("x.ods", _packed({"content.xml": ENTITIES}), "declares XML entities"),
        ("x.xlsx", _with("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>"), "is damaged"),
        ("x.xlsx", b"Event,Date\nfire,1184\n", "is damaged, or no spreadsheet"),
        ("x.ods", b"", "is damaged, or no spreadsheet"),
        ("x.csv", _packed({"x": b"?"}), "is no text but a packed file"),
    ],
)
def test_what_stands_in_the_way_is_said(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unreadable, match=said):
        rows_of(tmp_path / name)
    done = convert(tmp_path, name)
    assert (done.code, said in done.err, done.folder.exists()) == (2, True, False)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.bin", "w", force_zip64=True) as part,
    ):
        for _ in range(260):
            part.write(bytes(1024**2))
    with pytest.raises(Unreadable, match="would unpack to 260 MiB from 0"):
        rows_of(path)


def test_the_sheets_of_a_workbook_are_read_one_after_the_other(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.append(["Fires of the town", None])
    first.append(["Author", "Date"])
    first.append(["Gerald", "1185"])
    first.append(["Gerald", "long ago"])
    book.create_sheet("Empty")
    other = book.create_sheet("Floods")
    other.append(["Author", "Date", "Event"])
    other.append(["Stubbs", "1190", "the flood"])
    book.save(tmp_path / "x.xlsx")
    found = convert(tmp_path, "x.xlsx")
    assert "3 rows, 2 claims, 1 refused." in found.out
    assert "row 1 stands above the names of the columns: Fires of the town" in found.err
    assert [(one["sheet"], one["row"], one["column"], one["cell"]) for one in found.refused] == [
        ("Sheet", "4", "Date", "long ago")
    ]
    assert {claim.statements[0].question for claim in found.corpus.claims.values()} == {"x", "the-flood"}
