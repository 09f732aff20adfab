"""Claims in tables: CSV and JSON lines, with the keys of a claim for columns.

Belongs here: rows into the nodes that YAML would give, and claims into rows that read again are the same claims.
Does not belong here: what the columns mean, tables with columns of their own (see `claimcheck.convert`).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, NamedTuple

from claimcheck.corpus.draft import did_you_mean
from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.expansion import keys_of_claim
from claimcheck.corpus.fields import CLAIM, Shape
from claimcheck.corpus.layout import Gap
from claimcheck.corpus.yaml_nodes import DEEPEST, Listing, Mapping, Node, SourceFile, Text, refuse_escaped
from claimcheck.diagnostics import Diagnostic

_SEVERAL = frozenset((Shape.NAMES, Shape.IDS, Shape.TEXTS))
_ID = "id"
_COLON = re.compile(r"\s*:\s*")
# A cell that begins like a formula is written with an apostrophe before it, so that no spreadsheet runs it.
_NEUTRALISED = re.compile(r"'(?=[=+\-@])")


def read_csv(file: SourceFile, found: list[Diagnostic]) -> tuple[Node | None, list[Gap], int]:
    """The claims of a CSV file, as the section they would be in YAML; and how many rows it has below its first.

    The first row names the columns: `id` and any keys of a claim, without regard to case, spaces and hyphens.
    Commas, semicolons or tabs divide the cells, whichever the first row has most of. An empty cell is a key that
    is not there; in a cell for several ids or names semicolons stand between them. What stands in a column that
    is no key becomes part of the note. A row is a claim or is refused, and then it is said why.
    """
    rows = csv_rows(file, found)
    header = next(rows, None)
    if header is None or header.cells is None:
        return None, [Gap(0, 0, "claims", "")] if header else [], 0
    columns = [name._replace(text=_KEYS.get(folded(name.text), name.text.strip())) for name in header.cells]
    names = [name.text for name in columns]
    if _ID not in names:
        found.append(
            file.report(
                "CC103",
                0,
                "the table has no column `id`",
                "name the columns in the first row, one of them `id`; or claimcheck convert TABLE FOLDER",
                length=len(file.line(0)),
            )
        )
        return None, [Gap(0, 0, "claims", "")], 0
    if _report_repeated(file, found, columns):
        return None, [Gap(0, 0, "claims", "")], 0
    unknown = _report_unknown(file, found, columns)
    entries: dict[str, tuple[Text, Node]] = {}
    gaps: list[Gap] = []
    count = 0
    for start, cells in rows:
        count += 1
        if cells is None:
            continue
        id = next((cell for name, cell in zip(names, cells, strict=False) if name == _ID), None)
        key = Text(id.text.strip(), id.start, id.stop) if id is not None else None
        if key is None or not key.text or len(cells) > len(names):
            fits = "has no id" if key is None or not key.text else "has more cells than the table has columns"
            found.append(
                file.report(
                    "CC041",
                    start,
                    f"the row {fits}",
                    "give it an id" if "id" in fits else "put a cell with a comma of its own in quotes",
                    length=len(file.line(file.place(start).line)),
                )
            )
            if key is not None and key.text:
                gaps.append(Gap(file.place(start).line, 0, key.text, "claims"))
            continue
        values = {
            name: (column, _cell(name, cell))
            for name, column, cell in zip(names, columns, cells, strict=False)
            if name in CLAIM and cell.text.strip()
        }
        remarks = [
            (names[k], cells[k]) for k in range(len(cells)) if names[k] in unknown and cells[k].text.strip()
        ]
        if remarks:
            values["note"] = _with_remarks(values.get("note"), remarks)
        _add(file, found, gaps, entries, key, Mapping(values, start, start))
    return _section(entries), gaps, count


def folded(name: str) -> str:
    """The name of a column without regard to case, spaces, hyphens and underscores."""
    return re.sub(r"[\s_-]+", "", name).casefold()


_KEYS = MappingProxyType({folded(name): name for name in (_ID, *CLAIM)})


def _report_repeated(file: SourceFile, found: list[Diagnostic], columns: list[Text]) -> bool:
    """Reports a column that stands twice: nobody could say which of its two cells counts."""
    first: dict[str, Text] = {}
    for column in columns:
        name = column.text
        if name not in first or (name != _ID and name not in CLAIM):
            first.setdefault(name, column)
            continue
        found.append(
            file.report(
                "CC028",
                column.start,
                f"the column `{name}` stands twice",
                "keep one of the two, or rename the other",
                length=max(1, len(name)),
                related=((file.position(first[name].start), "the first"),),
            )
        )
        return True
    return False


def _report_unknown(file: SourceFile, found: list[Diagnostic], columns: list[Text]) -> frozenset[str]:
    """The columns that are no key of a claim, each told once; their cells become remarks."""
    unknown = [column for column in columns if column.text not in (_ID, *CLAIM)]
    for column in unknown:
        name = column.text
        remedy = did_you_mean(name, (_ID, *CLAIM)) if name else "give it a name"
        found.append(
            file.report(
                "CC042",
                column.start,
                f"no key of a claim is called `{name}`, so that what stands in this column is kept as a note"
                if name
                else "this column has no name, so that what stands in it is kept as a note",
                remedy or "call it `note`, or leave it so",
                length=max(1, column.stop - column.start),
            )
        )
    return frozenset(column.text for column in unknown)


def _with_remarks(note: tuple[Text, Node] | None, remarks: list[tuple[str, Text]]) -> tuple[Text, Node]:
    """The note of a row, with what stands in its unknown columns: "the note; shelf: A 12"."""
    cell = remarks[0][1]
    key, own = note if note is not None else (Text("note", cell.start, cell.stop), None)
    texts = [own.text] if type(own) is Text else []
    for name, column in remarks:
        text = unneutralised(column.text)
        texts.append(f"{name}: {text}" if name else text)
    return key, Text("; ".join(texts), cell.start, cell.stop)


class Row(NamedTuple):
    """A row of a CSV file: where it begins, and its cells; None for one that cannot be read, which is reported."""

    start: int
    cells: list[Text] | None


_LONGEST_ROW = 1000  # lines; in a row that takes more a quote was surely lost


def csv_rows(file: SourceFile, found: list[Diagnostic]) -> Iterator[Row]:
    """Each row that is not empty. Behind a row that cannot be read the next line begins a row."""
    first = file.line(0)
    delimiter = max(",;\t", key=first.count)
    line = 0
    while line < len(file.lines):
        lines = (file.lines[at] + "\n" for at in range(line, min(line + _LONGEST_ROW, len(file.lines))))
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            row = next(reader)
        except csv.Error:
            found.append(
                file.report(
                    "CC041",
                    file.starts[line],
                    "the row cannot be read as CSV",
                    "close its quotes, double those within a cell, and keep a cell below 131,072 characters",
                    length=len(file.line(line)),
                )
            )
            yield Row(file.starts[line], None)
            line += 1
            continue
        stop = line + reader.line_num
        if any(cell.strip() for cell in row):
            yield Row(file.starts[line], _cells(file, line, stop, row, delimiter))
        line = stop


def _cells(file: SourceFile, first: int, stop: int, row: list[str], delimiter: str) -> list[Text]:
    """Where each cell of a row stands: found again in the row's raw text, quotes and line ends counted."""
    begin, end = file.starts[first], file.starts[stop] if stop < len(file.starts) else len(file.text)
    raw = file.text[begin:end].rstrip("\r\n")
    cells: list[Text] = []
    at = 0
    for cell in row:
        quoted = raw.startswith('"', at)
        opening = at
        if quoted:
            at += 1
            while at < len(raw) and not (raw[at] == '"' and raw[at + 1 : at + 2] != '"'):
                at += 2 if raw[at] == '"' else 1
        closing = raw.find(delimiter, at)
        at = len(raw) if closing < 0 else closing
        cells.append(Text(cell.removesuffix("\n"), begin + opening, begin + at, '"' if quoted else ""))
        at += 1
    return cells


def _cell(name: str, cell: Text) -> Node:
    text = unneutralised(cell.text)
    known = CLAIM.get(name)
    if known is not None and known.shape in _SEVERAL and ";" in text:
        items: list[Node] = [
            Text(part.strip(), cell.start, cell.stop, cell.style) for part in text.split(";") if part.strip()
        ]
        return Listing(items, cell.start, cell.stop)
    return Text(text, cell.start, cell.stop, cell.style)


def unneutralised(text: str) -> str:
    """The text of a cell, without the apostrophe that kept a spreadsheet from running it."""
    return _NEUTRALISED.sub("", text.strip(), count=1) if text.startswith("'") else text.strip()


def read_json_lines(file: SourceFile, found: list[Diagnostic]) -> tuple[Node | None, list[Gap]]:
    """The claims of a file with one JSON object on each line, as the section they would be in YAML.

    Numbers stay as they are written, true and false are yes and no, null is a key that is not there.
    """
    entries: dict[str, tuple[Text, Node]] = {}
    gaps: list[Gap] = []
    decoder = json.JSONDecoder(
        object_pairs_hook=_Pairs, parse_float=str, parse_int=str, parse_constant=str, strict=False
    )
    for number, line in enumerate(file.lines):
        if not line.strip():
            continue
        start = file.starts[number]
        place = start + len(line) - len(line.lstrip())
        try:
            value = decoder.decode(line)
        except json.JSONDecodeError as fault:
            found.append(
                file.report(
                    "CC040",
                    start + fault.pos,
                    "the line is not JSON from here on",
                    'write one object on each line: {"id": "…", "answers": "…", "when": "…"}',
                )
            )
            gaps.extend(_gap_of_json(number, line))
            continue
        except RecursionError:
            found.append(
                file.report(
                    "CC032",
                    place,
                    f"the line is nested more than {DEEPEST} levels deep",
                    "no part of the format needs more than eight levels",
                )
            )
            continue
        if not isinstance(value, _Pairs):
            found.append(
                file.report("CC040", place, "the line is not an object", "write one object on each line: {…}")
            )
            continue
        _claim_of(file, found, gaps, entries, value, place)
    return _section(entries), gaps


class _Pairs(list[tuple[str, Any]]):
    """The pairs of a JSON object as written, so that a key that stands twice is not lost."""


def _gap_of_json(number: int, line: str) -> Iterator[Gap]:
    """The id of a line that is no JSON, if it can be made out, so that nothing else complains of it."""
    match = re.search(r'"id"\s*:\s*"([^"\\]*)"', line)
    if match is not None:
        yield Gap(number, 0, match[1], "claims")


def _claim_of(
    file: SourceFile,
    found: list[Diagnostic],
    gaps: list[Gap],
    entries: dict[str, tuple[Text, Node]],
    pairs: _Pairs,
    place: int,
) -> None:
    node = _node(file, found, gaps, pairs, place, 0)
    if type(node) is not Mapping:
        return
    id = node.entries.pop(_ID, None)
    if id is None or type(id[1]) is not Text or not id[1].text:
        found.append(file.report("CC103", place, "the claim has no `id`", 'add "id": "…"'))
        return
    value = id[1]
    _add(file, found, gaps, entries, value, node)


def _node(
    file: SourceFile,
    found: list[Diagnostic],
    gaps: list[Gap],
    value: Any,
    place: int,
    depth: int,
) -> Node:
    """A JSON value as a node. Places are those of keys, searched for in the line: texts stand behind them."""
    if isinstance(value, _Pairs) and depth < DEEPEST:
        entries: dict[str, tuple[Text, Node]] = {}
        at = place
        for name, inner in value:
            literal = json.dumps(name, ensure_ascii=False)
            at = max(at, file.text.find(literal, at))
            key = Text(name, at, at + len(literal))
            if refuse_escaped(file, name, at, found):
                gaps.append(Gap(*file.place(at)))
                continue
            if name in entries:
                found.append(
                    file.report(
                        "CC028", at, f"`{name}` stands twice here", "keep one of the two", length=len(literal)
                    )
                )
                gaps.append(Gap(*file.place(at)))
            colon = _COLON.match(file.text, key.stop)
            if inner is not None:
                behind = colon.end() if colon is not None else at
                entries[name] = (key, _node(file, found, gaps, inner, behind, depth + 1))
            at = key.stop
        return Mapping(entries, place, place)
    if isinstance(value, list) and depth < DEEPEST:
        items = [_node(file, found, gaps, item, place, depth + 1) for item in value if item is not None]
        return Listing(items, place, place)
    text = {True: "yes", False: "no"}.get(value, "") if isinstance(value, bool) else str(value)
    style = '"' if file.text.startswith('"', place) else ""
    if refuse_escaped(file, text, place, found):
        gaps.append(Gap(*file.place(place)))
    return Text(text, place, place + len(json.dumps(text, ensure_ascii=False) if style else text), style)


def _add(
    file: SourceFile,
    found: list[Diagnostic],
    gaps: list[Gap],
    entries: dict[str, tuple[Text, Node]],
    key: Text,
    node: Mapping,
) -> None:
    if key.text not in entries:
        entries[key.text] = (key, node)
        return
    first = entries[key.text][0]
    found.append(
        file.report(
            "CC110",
            key.start,
            f"the claim `{key.text}` is declared twice",
            "give one of the two another id",
            length=len(key.text),
            related=((file.position(first.start), "the first"),),
        )
    )
    gaps.append(Gap(file.place(first.start).line, 0, key.text, "claims"))


def _section(entries: dict[str, tuple[Text, Node]]) -> Mapping:
    return Mapping({"claims": (Text("claims", 0, 0), Mapping(entries, 0, 0))}, 0, 0)


# ---------------------------------------------------------------------------------------------------- and back

_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@")


def csv_of_claims(corpus: Corpus) -> tuple[str, tuple[str, ...]]:
    """The table, and the ids of claims that no row can hold: with further parts, or a date that is a mapping.

    What is only named in passing, a claimant or a source, is named again, as declaring it is for YAML. A cell that
    a spreadsheet would run begins with an apostrophe, which reading takes off.
    """
    rows: list[dict[str, str]] = []
    left_out = []
    for claim in corpus.claims.values():
        keys = keys_of_claim(claim) | {"by": [_name(corpus, id) for id in claim.by]}
        keys["in"] = _cited(corpus, claim.source, claim.locator)
        if claim.through is not None:
            keys["through"] = _cited(corpus, claim.through.source, claim.through.locator)
        keys["rests-on"] = [_cited(corpus, id, None) or id for id in claim.rests_on]
        cells = {name: _written(value) for name, value in keys.items()}
        if "/" in claim.id or None in cells.values():
            left_out.append(claim.id)
        else:
            rows.append({"id": claim.id, **{name: cell for name, cell in cells.items() if cell}})
    columns = ["id", *(name for name in CLAIM if any(name in row for row in rows))]
    buffer = io.StringIO()
    table = csv.DictWriter(buffer, columns, restval="", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return buffer.getvalue(), tuple(left_out)


def _name(corpus: Corpus, id: str) -> str:
    claimant = corpus.claimants.get(id)
    return id if claimant is None or claimant.declared else claimant.name


def _cited(corpus: Corpus, id: str, locator: str | None) -> str:
    source = corpus.sources.get(id)
    if source is not None and source.unnamed:
        return ""
    title = id if source is None or source.declared or source.title is None else source.title
    if locator is None:
        return title
    return f"{title} {locator}" if title == id else f"{title}, {locator}"


def _written(value: Any) -> str | None:
    if isinstance(value, list) and all(isinstance(one, str) and ";" not in one for one in value):
        return "; ".join(value)
    if isinstance(value, dict) and list(value) == ["julian-until"]:
        return f"julian-until {value['julian-until']}"
    if not isinstance(value, str) or value != value.strip():
        return None
    return f"'{value}" if value.startswith(_RUN_BY_SPREADSHEETS) else value
