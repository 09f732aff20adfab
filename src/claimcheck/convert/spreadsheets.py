"""Tables as files: CSV, one table, and a workbook (XLSX) with a sheet for each.

Belongs here: the two kinds of file. Does not belong here: what is in a table (see `tables`).

No cell is a formula, whatever it begins with. A workbook says of each cell that it is text; CSV cannot, so a text
that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from claimcheck.convert.tables import Cell, Table
from claimcheck.report.text import inert

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST_ROWS = 1_048_575  # of a sheet, below the heading
MOST_CHARACTERS = 32_767  # of a cell; a longer text is cut, and ends in …
_WIDEST = 60  # characters of a column


def csv_of(table: Table) -> str:
    """A table as CSV (RFC 4180, line feeds), with its heading; yes and no are `yes` and `no`, nothing is empty."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_in_csv(row[column]) for column in table.columns] for row in table.rows)
    return out.getvalue()


def _in_csv(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else inert(cell) if isinstance(cell, str) else str(cell)


def xlsx_of(tables: Sequence[Table], title: str) -> bytes:
    """A workbook with a sheet for each table: the heading stays in view, every column can be filtered.

    The same tables give the same bytes. Raises ValueError where a table has more rows than a sheet can hold.
    """
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(
        out,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False},
    )
    book.set_properties({"title": title, "created": datetime(1980, 1, 1, tzinfo=UTC)})
    for table in tables:
        if len(table.rows) > MOST_ROWS:
            raise ValueError(f"a sheet holds {MOST_ROWS:,} rows, and {table.name} has {len(table.rows):,}")
        _sheet(book, table)
    book.close()
    return out.getvalue()


def _sheet(book: Workbook, table: Table) -> None:
    sheet: Any = book.add_worksheet(table.name)
    bold, plain = book.add_format({"bold": True}), book.add_format({"valign": "top"})
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column, bold)
        longest = max((len(str(row[column])) for row in table.rows if row[column] is not None), default=0)
        sheet.set_column(place, place, min(_WIDEST, max(len(column), longest) + 2), plain)
    for number, row in enumerate(table.rows, 1):
        for place, column in enumerate(table.columns):
            cell = row[column]
            if isinstance(cell, bool):
                sheet.write_boolean(number, place, cell)
            elif isinstance(cell, int):
                sheet.write_number(number, place, cell)
            elif cell is not None:
                text = cell if len(cell) <= MOST_CHARACTERS else cell[: MOST_CHARACTERS - 1] + "…"
                sheet.write_string(number, place, text)
    sheet.freeze_panes(1, 1)
    if table.columns:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
