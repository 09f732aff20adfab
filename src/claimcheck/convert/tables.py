"""What was found, as tables: claims, positions, pairs, the line-up, sources; and diagnostics.

Belongs here: which columns a table has and what stands in a cell, once for every program that takes tables; and
the two kinds of file, CSV (one table) and a workbook with a sheet for each. Does not belong here: verdicts, words.

A cell is a text, a number, yes or no, or empty. Several ids stand in one cell with semicolons between, sets of
several with a plus within (`one-text + reform; b#2`). No cell of a file is a formula, whatever it begins with.
A workbook says of each cell that it is text; CSV cannot, so a text that a spreadsheet would take for a formula has
an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from claimcheck.convert.dates_left import DateLeft, date_left
from claimcheck.corpus.entries import Claim, Corpus, Dated, Source, Statement
from claimcheck.criticism.history import Stage, histories
from claimcheck.diagnostics import Diagnostic
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing
from claimcheck.report.json_models import DiagnosticJson, PairJson, QuestionJson, RowJson, SourceJson
from claimcheck.report.text import inert

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Cell = str | int | bool | None
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name; every row has every column, in their order."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def _table(name: str, rows: Iterable[Row], columns: Sequence[str] = ()) -> Table:
    made = tuple(rows)
    return Table(name, tuple(made[0]) if made else tuple(columns), made)


def cell_of(value: object) -> Cell:
    """A value of the JSON in one cell."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    assert isinstance(value, list | tuple), f"no cell can hold {value!r}"
    texts = [one if isinstance(one, str) else " + ".join(one) for one in value]
    return "; ".join(texts) or None


def report_tables(findings: Examination) -> tuple[Table, ...]:
    """Every table of a report, in the order of its sheets."""
    return tuple(make(findings) for make in TABLES.values())


def claims_table(findings: Examination) -> Table:
    """Every claim in view, a row for each of its parts: who, where, in what words, when, and how it stands."""
    rows = {row.claim: row for row in findings.rows}
    claims = [claim for claim in findings.corpus.claims.values() if claim.id in rows]
    return _table(
        "claims", (row for claim in claims for row in _parts(findings, claim, str(rows[claim.id].verdict)))
    )


def _parts(findings: Examination, claim: Claim, standing: str) -> Iterator[Row]:
    """The rows of a claim, one for each of its parts; a claim that states nothing has one too."""
    corpus = findings.corpus
    for number, statement in enumerate(claim.statements or (Statement(),), 1):
        dated = statement.when or statement.start or statement.not_when
        yield {
            "claim": claim.id,
            "part": number,
            "claimants": cell_of([_named(corpus, id) for id in claim.by]),
            "claimant_ids": cell_of(claim.by),
            "source": claim.source,
            "at": claim.locator,
            "through": claim.through.source if claim.through is not None else None,
            "question": statement.question,
            "of": _matter(statement),
            "value": cell_of(statement.value),
            "date": dated.text if dated is not None else None,
            "date_is": "when" if statement.when else "from" if statement.start else "not-when" if dated else None,
            **_date_cells(date_left(findings, dated, claim) if dated is not None else None),
            "other_dates": cell_of([other.text for other in statement.or_when]),
            "stance": claim.stance,
            "hedge": claim.hedge,
            "standing": standing,
            "says": claim.says,
            "quote": claim.quote,
            "note": claim.note,
            "file": claim.position.file,
            "line": claim.position.line,
        }


def _named(corpus: Corpus, id: str) -> str:
    return " ".join(corpus.claimants[id].name.split()) if id in corpus.claimants else id


def _matter(statement: Statement) -> str | None:
    """What a part is of, where that is not its question: an event, a kind, a role."""
    for word in ("event", "kind", "first", "last", "none"):
        id = getattr(statement, word)
        if id is not None:
            return id if word == "event" else f"{word} {id}"
    return f"{statement.role} of {statement.of}" if statement.role is not None else None


def _date_cells(date: DateLeft | None) -> dict[str, Cell]:
    """A date in its columns: read in words, as EDTF, its first and last day in the calendar of its statement."""
    return {
        "read": date.words or None if date is not None else None,
        "edtf": date.edtf if date is not None else None,
        "earliest": date.earliest if date is not None else None,
        "latest": date.latest if date is not None else None,
        "calendar": date.calendar if date is not None else None,
    }


def positions_table(findings: Examination) -> Table:
    """The positions on every question, with who holds each and what the record says of it."""
    return _table("positions", (row for asked in findings.positions for row in _positions(findings, asked)))


def _positions(findings: Examination, answered: Any) -> Iterator[Row]:
    """The rows of a question, one for each position."""
    asked = QuestionJson.made_from(findings, answered)
    for position in asked.positions:
        dates = position.dates or []
        yield {
            "question": asked.question,
            "asks": asked.ask,
            "position": position.position,
            "answer": position.says,
            "earliest": dates[0][0] if dates else None,
            "latest": dates[-1][1] if dates else None,
            "held_by": cell_of(position.held_by),
            "claimants": cell_of([_named(findings.corpus, id) for id in position.claimants]),
            "accounts": position.accounts,
            "roots": len(position.roots),
            "relays": len(position.relays),
            "fits_also": cell_of(position.fitting),
            "since": position.since,
            "record": str(position.record.verdict),
            "against_it": cell_of(position.record.against),
            "for_it": cell_of(position.record.in_favour),
        }


def pairs_table(findings: Examination) -> Table:
    """Claims against claims."""
    keys = [key for key in PairJson.json_keys() if key != "because"]
    return _table("pairs", (_cells(PairJson, findings, pair, keys) for pair in findings.pairs), keys)


_BEARINGS = {
    Bearing.CONTRADICTS: "contradicted_by",
    Bearing.CONTESTS: "contested_by",
    Bearing.CORROBORATES: "borne_out_by",
    Bearing.CORROBORATES_IN_PART: "borne_out_in_part_by",
    Bearing.CONSISTENT: "consistent_with",
}


def lineup_table(findings: Examination) -> Table:
    """Every claim against the record; the records by what they do to it."""
    keys = [key for key in RowJson.json_keys() if key not in ("because", "records", "was_present")]
    return _table(
        "line-up",
        (
            {
                **_cells(RowJson, findings, row, keys),
                **{
                    column: cell_of([id for id, does in row.records if does is bearing])
                    for bearing, column in _BEARINGS.items()
                },
                "was_present": cell_of([f"{who} at {event}" for who, event in row.was_present]),
            }
            for row in findings.rows
        ),
    )


def _cells(model: Any, findings: Examination, found: object, keys: Sequence[str]) -> Row:
    return {key: cell_of(value) for key, value in model.worked_out(findings, found, keys).items()}


def conflicts_table(findings: Examination) -> Table:
    """The minimal conflicts, numbered from 1."""
    columns = ("conflict", "members", "bridges", "repairs")
    rows = (
        {
            "conflict": number,
            "members": cell_of(conflict.members),
            "bridges": cell_of(conflict.bridges),
            "repairs": cell_of(conflict.repairs),
        }
        for number, conflict in enumerate(findings.conflicts, 1)
    )
    return _table("conflicts", rows, columns)


def history_table(findings: Examination) -> Table:
    """What changed on each question, a row for each change: an account that joined, or a verdict that turned."""
    rows = (
        {"question": asked.question, "year": stage.year, **change}
        for asked in findings.once(histories)
        for stage in asked.stages
        for change in _changes(stage)
    )
    return _table("history", rows, ("question", "year", "change", "claim", "before", "after", "works"))


def _changes(stage: Stage) -> Iterator[Row]:
    works = cell_of([work.source for work in stage.works])
    for claim in stage.claims:
        yield {"change": "joined", "claim": claim, "before": None, "after": None, "works": works}
    for turn in stage.turns:
        before = str(turn.before) if turn.before is not None else None
        came = cell_of(turn.works)
        yield {"change": "turned", "claim": turn.claim, "before": before, "after": str(turn.after), "works": came}


def sources_table(findings: Examination) -> Table:
    """The sources, with their dates as text and as EDTF, and whatever the corpus says of them beside."""
    corpus = findings.corpus
    csl = list(dict.fromkeys(name for source in corpus.sources.values() for name, _ in source.csl))
    return _table("sources", (_source(findings, source, csl) for source in corpus.sources.values()))


def _source(findings: Examination, source: Source, csl: Sequence[str]) -> Row:
    """The row of a source; `csl` are the further columns that some source fills."""
    found = SourceJson.made_from(findings, source)
    return {
        "source": source.id,
        "type": source.type,
        "title": source.title,
        "authors": cell_of([_named(findings.corpus, id) for id in source.author]),
        **_dates_of("issued", findings, source.issued),
        **_dates_of("dated", findings, source.dated),
        **_dates_of("opened", findings, source.opened),
        "through": cell_of(found.through),
        "rests_on": cell_of(found.rests_on),
        "independent_of": cell_of(found.independent_of),
        "part_of": source.part_of,
        "url": source.url,
        "note": source.note,
        **{name: cell_of([text for other, text in source.csl if other == name]) for name in csl},
    }


def _dates_of(name: str, findings: Examination, dated: Dated | None) -> dict[str, Cell]:
    left = date_left(findings, dated) if dated is not None else None
    return {name: left.text if left is not None else None, f"{name}_edtf": left.edtf if left is not None else None}


def diagnostics_table(diagnostics: Iterable[Diagnostic]) -> Table:
    """The problems of the files."""
    keys = DiagnosticJson.json_keys()
    rows = (DiagnosticJson.worked_out(None, one, keys) for one in diagnostics)
    return _table("diagnostics", ({key: cell_of(value) for key, value in row.items()} for row in rows), keys)


def section_table(findings: Examination, section: str) -> Table:
    """The table that holds a section of the report; of the whole report ("") that of the claims."""
    return TABLES[_OF_SECTIONS.get(section, section)](findings)


TABLES = {
    "claims": claims_table,
    "positions": positions_table,
    "pairs": pairs_table,
    "line-up": lineup_table,
    "sources": sources_table,
}
# How the report calls what stands in a table by another name.
_OF_SECTIONS = {
    "": "claims",
    "accounts": "claims",
    "questions": "positions",
    "conflicts": "pairs",
    "record": "line-up",
}


# ----------------------------------------------------------------------------------------------- tables as files

MOST_ROWS = 1_048_575  # of a sheet, below the heading
MOST_CHARACTERS = 32_767  # of a cell; a longer text is cut, and ends in …
_WIDEST = 60  # characters of a column


def too_long_for_a_workbook(tables: Iterable[Table]) -> int:
    """How many texts are longer than a cell of a workbook can hold, and so are cut there."""
    cells = (cell for table in tables for row in table.rows for cell in row.values())
    return sum(isinstance(cell, str) and len(cell) > MOST_CHARACTERS for cell in cells)


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
    """Writes a table into a sheet of its own; a text that is too long is cut, and ends in …."""
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
