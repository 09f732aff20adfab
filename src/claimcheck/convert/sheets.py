"""Tables of any file as rows of cells: CSV and TSV, XLSX, ODS. What a cell shows is its text, dates included.

Belongs here: files, encodings, what a spreadsheet keeps (serial numbers of days, number formats, formulas, merged
cells), and what stands in the way of reading them. Does not belong here: what a column means (see `columns`).

A spreadsheet keeps a day as a number and a format. The text of a cell is what was meant to be seen: the month
alone where the format shows no day; the Julian date before 15 October 1582 where LibreOffice wrote the file,
since it shows days so (and keeps the Gregorian number).
"""

from __future__ import annotations

import codecs
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from claimcheck.corpus.files import LARGEST
from claimcheck.corpus.tables import csv_rows, unneutralised
from claimcheck.corpus.yaml_nodes import NO_TEXT, source_file
from claimcheck.dates.calendars import MONTHS, calendar_date, first_gregorian_day, year_in_words
from claimcheck.diagnostics import Diagnostic, installing

ENDINGS = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".ods")
MOST_ROWS = 200_000  # of one sheet; more than that is no corpus that could be compared
_MOST_UNPACKED = 2 * 1024**3  # bytes
_BOMB = (256 * 1024**2, 200)  # so many bytes unpacked, and so many times what is packed


class Unreadable(Exception):
    """A file that cannot be read as a table: what is wrong with it, and what to do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class Unread(NamedTuple):
    """A cell that cannot be read: what it shows, why, and what to do."""

    shown: str
    reason: str
    remedy: str


Cell = str | Unread


class Row(NamedTuple):
    """A row: its number (of its line, in a text file), counted from 1, and its cells; or why it cannot be read."""

    number: int
    cells: list[Cell]
    broken: Unread | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name (empty for a text file), its rows that are not empty, and what is to be told of it."""

    name: str
    rows: Iterable[Row]
    told: tuple[str, ...] = ()


def sheets_of(path: Path, encoding: str | None = None) -> Iterator[Sheet]:
    """The sheets of a file, in their order. Raises `Unreadable`, also while rows are read."""
    suffix = path.suffix.lower()
    try:
        head = path.open("rb").read(8)
    except OSError as fault:
        raise Unreadable(f"{path} cannot be opened: {(fault.strerror or 'refused').lower()}") from None
    if head == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise _of_compound(path)
    if suffix == ".ods":
        return _ods(path)
    if suffix in (".xlsx", ".xlsm"):
        return _xlsx(path)
    if head.startswith(b"PK\x03\x04"):
        raise Unreadable(f"{path} is no text but a packed file", "give it the ending that it has: .xlsx, .ods")
    return iter([_text(path, encoding)])


# ---------------------------------------------------------------------------------------------------- text files


def _text(path: Path, declared: str | None) -> Sheet:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    told = []
    if len(data) > LARGEST:
        data = data[: data.rfind(b"\n", 0, LARGEST) + 1]
        told.append(
            f"{path.name} is larger than {LARGEST // 1024**2} MiB; what is beyond that is not read: divide it"
        )
    text, remark = _decoded(path, data, declared)
    return Sheet("", _capped(_text_rows(path, text)), (*told, *remark))


def text_of(path: Path) -> tuple[str, int]:
    """The text of a file in whatever encoding, up to 64 MiB, and how many characters no text has were left out.

    Raises `Unreadable`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST)
    except OSError as fault:
        raise Unreadable(f"{path} cannot be opened: {(fault.strerror or 'refused').lower()}") from None
    return _CONTROL.subn("", _decoded(path, data, None)[0])


def _decoded(path: Path, data: bytes, declared: str | None) -> tuple[str, list[str]]:
    """The text of a file, and what is to be said of its encoding where that was guessed."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark) and declared is None:
            return _strictly(path, data, name).removeprefix("\ufeff"), []
    if declared is not None:
        return _strictly(path, data, declared).removeprefix("\ufeff"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        guessed = _guessed_encoding(data)
    if guessed is None:
        raise Unreadable(f"nobody can say in which encoding {path} is", "name it: --encoding windows-1251")
    text = _strictly(path, data, guessed)
    words = list(dict.fromkeys(re.findall(r"\w*[^\W\x00-\x7f]\w*", text)))[:4]
    remark = (
        f"{path.name} is not UTF-8; it is read as {guessed} ({', '.join(words)}); --encoding NAME if it is not"
    )
    return text, [remark]


def _strictly(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise Unreadable(f"no encoding is called {encoding}", "for example utf-8, windows-1251, koi8-r") from None
    except UnicodeError as fault:
        at = f"byte {fault.start}" if isinstance(fault, UnicodeDecodeError) else "its text"
        raise Unreadable(
            f"{path} is not in the encoding {encoding}: {at}", "name another: --encoding NAME"
        ) from None


_CODE_PAGES = [
    "cp1251",
    "cp1252",
    "cp1250",
    "koi8_r",
    "cp866",
    "mac_cyrillic",
    "mac_roman",
    "utf_16_le",
    "utf_16_be",
]


def _guessed_encoding(data: bytes) -> str | None:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        raise Unreadable(
            "the file is not UTF-8, and to guess its encoding charset-normalizer is needed",
            f"name it with --encoding, or {installing('tables')}",
        ) from None
    best = from_bytes(data[:200_000], cp_isolation=_CODE_PAGES).best()
    return best.encoding.replace("cp125", "windows-125") if best is not None else None


def _text_rows(path: Path, text: str) -> Iterator[Row]:
    file = source_file(str(path), text)
    found: list[Diagnostic] = []
    for start, cells in csv_rows(file, found):
        number = file.place(start).line + 1
        if cells is None:
            fault = found.pop()
            yield Row(number, [], Unread(file.line(number - 1), fault.message, fault.remedy))
        else:
            yield Row(number, [_cell_of_text(cell.text) for cell in cells])


_FORMULA = re.compile(r"\s*=\s*[A-Za-zА-Яа-я(+\-\d$@]")


def _cell_of_text(text: str) -> Cell:
    if _FORMULA.match(text):
        return Unread(text.strip(), "a formula stands here and not its result", "paste the values in its place")
    return _cell(unneutralised(text))


_CONTROL = re.compile(f"[{NO_TEXT}]")


def _cell(text: str) -> Cell:
    """A text as a cell has it: without spaces around it, its lines ended alike."""
    text = (
        re.sub("\r\n?|[\x85\u2028\u2029]", "\n", text.strip())
        if "\r" in text or not text.isascii()
        else text.strip()
    )
    control = None if text.isprintable() else _CONTROL.search(text)
    if control is not None:
        reason = f"the character U+{ord(control[0]):04X} has no place in a text"
        return Unread(_CONTROL.sub("\ufffd", text), reason, "take it out")
    return text


def _capped(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows that are not empty, up to the most that are read; then one that says how it goes on."""
    count = 0
    for row in rows:
        if row.broken is None and not any(cell if isinstance(cell, str) else True for cell in row.cells):
            continue
        count += 1
        if count > MOST_ROWS:
            reason = f"only the first {MOST_ROWS:,} rows of a sheet are read; this one and all below it are not"
            yield Row(row.number, [], Unread("", reason, "divide the table into several"))
            return
        yield row


# -------------------------------------------------------------------------------------------------- spreadsheets


def _of_compound(path: Path) -> Unreadable:
    """Why a compound file is not read: it is locked with a password, or of the format before XLSX."""
    with path.open("rb") as file:
        is_locked = "EncryptedPackage".encode("utf-16-le") in file.read(LARGEST)
    if is_locked:
        return Unreadable(f"{path} is locked with a password", "take the password off and save it again")
    return Unreadable(f"{path} is in the old format of Excel", "save it as .xlsx")


def _opened(path: Path) -> zipfile.ZipFile:
    """The packed parts of a spreadsheet, or the reason why nobody should unpack them."""
    try:
        archive = zipfile.ZipFile(path)
        parts = archive.infolist()
        unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
        if unpacked > _MOST_UNPACKED or (unpacked > _BOMB[0] and unpacked > _BOMB[1] * packed):
            raise Unreadable(
                f"{path} would unpack to {unpacked // 1024**2:,} MiB from {packed // 1024**2:,}; it is not read",
                "save the sheet with the claims alone as CSV",
            )
        for part in parts:
            if not part.filename.endswith((".xml", ".rels")):
                continue
            if _declares_entities(archive, part):
                raise Unreadable(
                    f"{path} declares XML entities in {part.filename}, which no spreadsheet program writes",
                    "open it in a spreadsheet program and save it again",
                )
        if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in archive.read(
            "META-INF/manifest.xml"
        ):
            raise Unreadable(f"{path} is locked with a password", "take the password off and save it again")
        return archive
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
        raise _damaged(path) from None


def _declares_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part has a document type or an entity of its own, wherever in it."""
    with archive.open(part) as stream:
        before = b""
        while piece := stream.read(1 << 20):
            text = before + piece.replace(b"\0", b"")  # in UTF-16 every second byte is none
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                return True
            before = text[-10:]
    return False


def _damaged(path: Path) -> Unreadable:
    return Unreadable(
        f"{path} is damaged, or no spreadsheet", "open it in a spreadsheet program and save it again"
    )


def _missing(package: str, ending: str) -> Unreadable:
    return Unreadable(f"to read {ending} files {package} is needed", installing("tables"))


@dataclass(frozen=True, slots=True)
class _Days:
    """How a spreadsheet counts its days: the day number of its day 0, and who wrote it.

    In Excel's count from 1900 there is a 29 February 1900, its day 60, which never was; LibreOffice has none, and
    counts the days before it from the day before.
    """

    zero: int
    excel: bool
    libreoffice: bool

    def text(self, serial: float, shown: str) -> Cell:
        """The text of a day that is kept as a number, at the grain at which its format shows it."""
        grain = _grain(shown)
        whole = int(serial // 1)
        if isinstance(grain, Unread):
            return grain._replace(shown=f"{serial:g}")
        if self.excel and 0 <= whole <= 60:
            if whole in (0, 60):
                day = "0 January 1900" if whole == 0 else "29 February 1900"
                return Unread(
                    f"{serial:g}", f"the spreadsheet shows {day}, a day that never was", "write the date"
                )
            whole += 1
        return _day(self.zero + whole, grain, serial % 1, self.libreoffice)


def _grain(shown: str) -> str | Unread:
    """The smallest unit that a number format shows: "day", "month", "year"; "time" for a day with its hour."""
    first = re.sub(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]', " ", shown.split(";")[0]).lower()
    has_time = "h" in first or "s" in first
    dates = re.sub(r"h+[^a-z]*m+|m+[^a-z]*s+", " ", first)
    if "y" not in dates and "e" not in dates.replace("general", ""):
        remedy = "write the date in full, as text"
        if has_time and "d" not in dates:
            return Unread("", "this is a time of day and no date", remedy)
        return Unread("", "the sheet shows no year; the one it keeps was added by the spreadsheet", remedy)
    if "d" in dates:
        return "time" if has_time else "day"
    return "month" if "m" in dates else "year"


def _day(number: int, grain: str, fraction: float, libreoffice: bool) -> str:
    """A day as it is shown: ISO where every calendar would agree, in words before the reform of 1582."""
    reform = first_gregorian_day("historical") or 0
    year, month, day = calendar_date("julian" if libreoffice and number < reform else "gregorian", number)
    minutes = round(fraction * 1440)
    clock = f" {minutes // 60:02}:{minutes % 60:02}" if grain == "time" and 0 < minutes < 1440 else ""
    if number >= reform and not clock and year < 10_000:
        return f"{year:04}-{month:02}-{day:02}"[: {"year": 4, "month": 7}.get(grain, 10)]
    if number < reform and not libreoffice and grain in ("day", "time"):
        return f"{year:05}-{month:02}-{day:02}" if year < 0 else f"{year:04}-{month:02}-{day:02}"
    words = [str(day)] if grain in ("day", "time") else []
    words += [MONTHS[month - 1]] if grain != "year" else []
    return " ".join([*words, year_in_words(year)]) + clock


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(value)


def _xlsx(path: Path) -> Iterator[Sheet]:
    """The sheets of a workbook, from the raw serial of a day and its format. Raises `Unreadable`."""
    archive = _opened(path)
    try:
        import openpyxl
    except ImportError:
        raise _missing("openpyxl", "XLSX") from None
    try:
        book: Any = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        wrote = archive.read("docProps/app.xml") if "docProps/app.xml" in archive.namelist() else b""
        is_1904 = book.epoch.year == 1904
        is_libre = b"LibreOffice" in wrote
        zero = date(1904, 1, 1).toordinal() if is_1904 else date(1899, 12, 30).toordinal()
        days = _Days(zero, not is_1904 and not is_libre, is_libre)
        book._date_formats, book._timedelta_formats = set(), set()  # so that days stay the numbers that are kept
        for sheet in book.worksheets:
            has_formulas, merged = _scanned(archive, sheet._worksheet_path)
            formulas: Any = None
            if has_formulas:
                formulas = openpyxl.load_workbook(path, read_only=True, keep_links=False)[sheet.title]
            yield Sheet(sheet.title, _capped(_filled(_xlsx_rows(path, sheet, formulas, days), merged)))
    except Unreadable:
        raise
    except Exception:  # whatever a library says of a file that nobody should have written
        raise _damaged(path) from None


def _xlsx_rows(path: Path, sheet: Any, formulas: Any, days: _Days) -> Iterator[Row]:
    """The rows of a sheet, numbered from 1; a formula without a result is a cell that cannot be read."""
    try:
        beside = formulas.iter_rows() if formulas is not None else repeat(())
        for number, (cells, written) in enumerate(zip(sheet.iter_rows(), beside, strict=False), 1):
            row = [_xlsx_cell(cell, days) for cell in cells]
            for at, cell in enumerate(written):
                if cell.data_type == "f" and at < len(row) and row[at] == "":
                    shown = str(cell.value)[:60]
                    reason = "the file keeps a formula here and not its result"
                    row[at] = Unread(shown, reason, "open it in a spreadsheet program and save it again")
            yield Row(number, row)
    except Exception:  # whatever a library says of a file that nobody should have written
        raise _damaged(path) from None


def _xlsx_cell(cell: Any, days: _Days) -> Cell:
    """A cell as the sheet shows it."""
    from openpyxl.styles.numbers import is_date_format

    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        if cell.data_type == "e":
            return Unread(value, "the spreadsheet shows an error here", "mend the formula, or empty the cell")
        return _cell(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if is_date_format(cell.number_format):
        return days.text(float(value), _FULL_YEAR.get(cell.number_format, cell.number_format))
    return _number(value)


# Format 14, the day as the reader's country writes it, which openpyxl calls by its American name.
_FULL_YEAR = {"mm-dd-yy": "dd/mm/yyyy"}


_MERGED = re.compile(rb"<(?:\w+:)?mergeCell [^>]*\bref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")
_HAS_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_SPANS = re.compile(rb"number-rows-spanned=\"(?:[2-9]|1\d)")


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The bytes of a part, in pieces that overlap, so that nothing short is cut in two."""
    with archive.open(part) as stream:
        before = b""
        while piece := stream.read(1_000_000):
            yield before + piece
            before = piece[-200:]


class _Merge(NamedTuple):
    """Cells that are merged downwards: their column and their rows, counted from 0 and 1, both ends included."""

    column: int
    first: int
    last: int


def _scanned(archive: zipfile.ZipFile, part: str) -> tuple[bool, list[_Merge]]:
    """Whether a sheet of XLSX has formulas, and its merged cells, which stand behind all others."""
    from openpyxl.utils import column_index_from_string

    has_formulas = False
    merged: dict[_Merge, None] = {}
    for piece in _pieces(archive, part.removeprefix("/")):
        has_formulas = has_formulas or _HAS_FORMULA.search(piece) is not None
        for column, first, _, last in _MERGED.findall(piece):
            if first != last:
                merged[_Merge(column_index_from_string(column.decode()) - 1, int(first), int(last))] = None
    return has_formulas, list(merged)


def _filled(rows: Iterable[Row], merged: Iterable[_Merge]) -> Iterator[Row]:
    """The rows, what stands in merged cells standing in each of them from top to bottom."""
    begins: dict[int, list[_Merge]] = {}
    for merge in merged:
        begins.setdefault(merge.first, []).append(merge)
    running: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        for column, (value, last) in list(running.items()):
            if row.number > last:
                del running[column]
            elif column < len(row.cells):
                row.cells[column] = value
            else:
                row.cells.extend([""] * (column - len(row.cells)) + [value])
        for merge in begins.get(row.number, ()):
            if merge.column < len(row.cells):
                running[merge.column] = (row.cells[merge.column], merge.last)
        yield row


def _ods(path: Path) -> Iterator[Sheet]:
    """The sheets of an ODS file. Raises `Unreadable`."""
    archive = _opened(path)
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        raise _missing("python-calamine", "ODS") from None
    try:
        book = CalamineWorkbook.from_path(str(path))
        is_libre = "meta.xml" in archive.namelist() and b"LibreOffice" in archive.read("meta.xml")
        spans = any(_SPANS.search(piece) for piece in _pieces(archive, "content.xml"))
        merged = _merged_of_ods(archive) if spans else {}
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            rows = _ods_rows(sheet, is_libre)
            yield Sheet(name, _capped(_filled(rows, merged.get(name, ()))))
    except Unreadable:
        raise
    except Exception:  # whatever a library says of a file that nobody should have written
        raise _damaged(path) from None


def _ods_rows(sheet: Any, libreoffice: bool) -> Iterator[Row]:
    _, before = sheet.start or (0, 0)  # rows come from the first, columns from the first that has anything
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield Row(number, [*([""] * before), *(_ods_cell(cell, libreoffice) for cell in cells)])


def _ods_cell(value: object, libreoffice: bool) -> Cell:
    """A cell as the sheet shows it; LibreOffice shows days before 15 October 1582 in the Julian calendar."""
    match value:
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return _number(value)
        case datetime():
            clock = (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
            return _day(value.toordinal(), "time", clock, libreoffice)
        case date():
            return _day(value.toordinal(), "day", 0, libreoffice)
        case time() | timedelta():
            return Unread(str(value), "this is a time of day and no date", "write the date in full, as text")
        case _:
            return _cell(str(value))


def _merged_of_ods(archive: zipfile.ZipFile) -> dict[str, list[_Merge]]:
    """The cells of each sheet of ODS that are merged downwards."""
    merged: dict[str, list[_Merge]] = {}
    name, row, column, repeated = "", 0, 0, 1
    with archive.open("content.xml") as stream:
        for event, element in ElementTree.iterparse(stream, ("start", "end")):
            tag = element.tag.rpartition("}")[2]
            own = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
            if event == "end":
                element.clear()
                if tag == "table-row":
                    row += repeated
            elif tag == "table":
                name, row = own.get("name", ""), 0
            elif tag == "table-row":
                column, repeated = 0, int(own.get("number-rows-repeated", 1))
            elif tag in ("table-cell", "covered-table-cell"):
                span = int(own.get("number-rows-spanned", 1))
                if span > 1:
                    merged.setdefault(name, []).append(_Merge(column, row + 1, row + span))
                column += int(own.get("number-columns-repeated", 1))
    return merged
