"""`claimcheck date`: what dates as written mean, one after the other, without any corpus.

Belongs here: the command, and its lines of text, CSV and JSON. Does not belong here: reading dates (see
`claimcheck.dates.reading`), their form for machines (see `claimcheck.dates.writing`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.exits import DONE, ERRORS, printable, refuse

if TYPE_CHECKING:
    from pydantic import BaseModel

    from claimcheck.dates.column import Column, Doubt, Group
    from claimcheck.dates.conventions import Conventions
    from claimcheck.dates.named_eras import Era
    from claimcheck.dates.refusal_kinds import Refusal
    from claimcheck.dates.when import Fault, When

COLUMNS = (
    "text",
    "number",
    "edtf",
    "earliest",
    "latest",
    "earliest_kind",
    "latest_kind",
    "spans",
    "calendar",
    "gregorian_earliest",
    "gregorian_latest",
    "rule",
    "wide_earliest",
    "wide_latest",
    "diagnostic",
)


class DateFormat(StrEnum):
    """What the readings of dates can be written as."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def date(
    texts: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT]...", help="Dates as written; by default the lines of stdin.", show_default=False
        ),
    ] = None,
    calendar: Annotated[
        str,
        typer.Option(
            "--calendar",
            metavar="NAME",
            help="gregorian, julian … or julian-until=1752-09-02; a day of a year in EDTF is Gregorian in each.",
        ),
    ] = "historical",
    year_begins: Annotated[
        str, typer.Option("--year-begins", metavar="DAY", help="When the year begins: “25 March”, “1 September” …")
    ] = "1 January",
    tolerance: Annotated[
        list[str] | None,
        typer.Option("--tolerance", metavar="RULE=LENGTH", help="Another tolerance for a rule. Repeatable."),
    ] = None,
    era: Annotated[
        list[str] | None,
        typer.Option("--era", metavar="NAME=DAY", help="An era, and from when it counts. Repeatable."),
    ] = None,
    format: Annotated[DateFormat, typer.Option("--format", help="text, csv or json.")] = DateFormat.TEXT,
    summary: Annotated[
        bool,
        typer.Option("--summary", help="Sum up a column: refusals by kind, and what deserves a second look."),
    ] = False,
    rules: Annotated[
        bool, typer.Option("--rules", help="List the rules by which phrases are read, with source and tolerance.")
    ] = False,
    eras: Annotated[
        bool, typer.Option("--eras", help="List the eras and reigns that are known, with first day and source.")
    ] = False,
) -> None:
    """Say what dates mean: EDTF, phrases in four languages, relations to events.

    Every line gets its readings or the reason why there is none; the exit is 1 if there was any of those. With
    `--summary` a whole column is counted instead: how much is read, why the rest is not, what to write.
    """
    conventions = _conventions(calendar, year_begins, tolerance or [], era or [])
    if eras:
        sys.stdout.write(_eras(conventions, format))
        raise typer.Exit(DONE)
    if rules:
        sys.stdout.write(_rules(conventions, format))
        raise typer.Exit(DONE)
    lines = _lines(texts)
    if summary:
        if format is DateFormat.CSV:
            refuse("a summary is no table", "--format text or --format json")
        written, unread = summed_up(lines, conventions, as_json=format is DateFormat.JSON)
        sys.stdout.write(written)
        raise typer.Exit(ERRORS if unread else DONE)
    writer = {DateFormat.TEXT: _texts, DateFormat.CSV: _rows, DateFormat.JSON: _objects}[format]
    unread = 0
    for written, was_read in writer(lines, conventions):
        sys.stdout.write(written)
        unread += not was_read
    raise typer.Exit(ERRORS if unread else DONE)


_MOST_SPANS = 12  # of a day of some year nobody wants a list in another calendar


def _conventions(calendar: str, year_begins: str, tolerances: list[str], eras: list[str]) -> Conventions:
    from dataclasses import replace

    from claimcheck.cli.exits import meant
    from claimcheck.dates.calendars import CALENDARS, julian_until, year_style
    from claimcheck.dates.conventions import Conventions
    from claimcheck.dates.phrases.rules import check_tolerance

    if calendar.startswith("julian-until"):
        try:
            calendar = julian_until(calendar.removeprefix("julian-until").lstrip(" =:"))
        except ValueError as error:
            refuse(str(error), "for example --calendar julian-until=1752-09-02")
    elif calendar not in CALENDARS:
        refuse(
            f"no calendar is called “{calendar}”", meant(calendar, CALENDARS) or f"known: {', '.join(CALENDARS)}"
        )
    try:
        style = year_style(year_begins)
    except ValueError as error:
        refuse(str(error))
    pairs = []
    for setting in tolerances:
        name, equals, length = (part.strip() for part in setting.partition("="))
        wrong = check_tolerance(name, length) if equals else f"“{setting}” is not RULE=LENGTH"
        if wrong:
            refuse(wrong, "for example --tolerance “circa-year=10 years”")
        pairs.append((name, length))
    conventions = Conventions(calendar, style, tuple(pairs))
    return replace(conventions, eras=tuple(_own_era(setting, conventions) for setting in eras))


def _own_era(setting: str, conventions: Conventions) -> Era:
    from claimcheck.dates.reading import read_era
    from claimcheck.dates.when import Fault

    name, equals, day = (part.strip() for part in setting.partition("="))
    if not equals or not name:
        refuse(f"“{setting}” is not NAME=DAY", "for example --era “Solon=594 BC”")
    found = read_era(name, day, conventions)
    if isinstance(found, Fault):
        refuse(found.message, found.remedy)
    return found


def _lines(texts: list[str] | None) -> Iterable[str]:
    if texts and texts != ["-"]:
        return texts
    if sys.stdin is None:
        refuse(
            "cannot read stdin: it is closed", "give the dates as arguments: claimcheck date “late October 1955”"
        )
    if not texts and sys.stdin.isatty():
        refuse("no date was given", "claimcheck date “late October 1955”, or dates on stdin, one a line")
    return _stdin()


def _stdin() -> Iterator[str]:
    """The lines of stdin as UTF-8; a byte-order mark and line ends are dropped, what is no UTF-8 is marked."""
    first = True
    try:
        for line in sys.stdin.buffer:
            text = line.decode("utf-8", errors="replace").rstrip("\r\n")
            yield text.removeprefix("\ufeff") if first else text
            first = False
    except OSError as fault:
        refuse(f"cannot read stdin: {(fault.strerror or 'refused').lower()}")


def _objects(lines: Iterable[str], conventions: Conventions) -> Iterator[tuple[str, bool]]:
    """One JSON object a line."""
    import json

    from claimcheck.dates.date_json import date_json
    from claimcheck.dates.reading import read_date
    from claimcheck.dates.when import Fault

    for text in lines:
        found = read_date(text, conventions)
        if not isinstance(found, Fault):
            _caution(found)
        shape = date_json(text, found).model_dump(by_alias=True)
        # Characters that a terminal would obey are written out; letters of any script stay as they are.
        line = json.dumps(shape, ensure_ascii=not text.replace("\t", " ").isprintable())
        yield line + "\n", not isinstance(found, Fault)


def _rows(lines: Iterable[str], conventions: Conventions) -> Iterator[tuple[str, bool]]:
    """A table: a line for each reading, numbered, or one with the diagnostic."""
    import csv
    import io

    from claimcheck.dates.date_json import reading_json
    from claimcheck.dates.reading import read_date
    from claimcheck.dates.when import Fault
    from claimcheck.report.text import inert

    buffer = io.StringIO()
    table = csv.DictWriter(buffer, COLUMNS, lineterminator="\n", restval="")
    table.writeheader()
    for text in lines:
        found = read_date(text, conventions)
        if isinstance(found, Fault):
            table.writerow({"text": inert(text), "diagnostic": inert(_reason(found))})
        else:
            _caution(found)
            for number, reading in enumerate(found.readings, 1):
                shape = reading_json(reading)
                row: dict[str, object] = {key: getattr(shape, key) for key in COLUMNS if hasattr(shape, key)}
                for name, limits in (("gregorian", shape.gregorian), ("wide", shape.wide)):
                    if limits is not None:
                        row |= {f"{name}_earliest": limits.earliest, f"{name}_latest": limits.latest}
                row["spans"] = "; ".join(f"{first or '..'}/{last or '..'}" for first, last in shape.spans)
                row = {key: inert("" if value is None else str(value)) for key, value in row.items()}
                table.writerow({"text": inert(text), "number": number, **row})
        yield buffer.getvalue(), not isinstance(found, Fault)
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue(), True  # the heading, where there was no line at all


def _caution(when: When) -> None:
    """What may have been meant otherwise, on stderr: data alone goes to stdout."""
    for caution in when.cautions:
        typer.echo(f"warning: {printable(caution.message)}\n  = {printable(caution.remedy)}", err=True)


def _reason(fault: Fault) -> str:
    return f"{fault.message}; {fault.remedy}" if fault.remedy else fault.message


def _texts(lines: Iterable[str], conventions: Conventions) -> Iterator[tuple[str, bool]]:
    """For people: each text, and under it its readings or the reason with a caret."""
    from claimcheck.dates.reading import read_date
    from claimcheck.dates.when import Fault

    for text in lines:
        found = read_date(text, conventions)
        if isinstance(found, Fault):
            yield _unread(found), False
        else:
            yield _read(found), True


def _unread(fault: Fault) -> str:
    from claimcheck.report.text import cells

    shown = [printable(fault.text)]
    if fault.stop > fault.start and len(fault.text) <= 200:
        before = cells(printable(fault.text[: fault.start]))
        shown.append(" " * before + "^" * max(1, cells(printable(fault.text[fault.start : fault.stop]))))
    shown.append(f"    cannot be read: {printable(fault.message)}")
    if fault.remedy:
        shown.append(f"    = {printable(fault.remedy)}")
    return "\n".join(shown) + "\n"


def _read(when: When) -> str:
    from claimcheck.dates.relation_wording import date_in_words
    from claimcheck.dates.when import Window
    from claimcheck.dates.wording import calendar_in_words, in_words, stated_style
    from claimcheck.dates.writing import calendar_of, edtf_of

    shown = [printable(when.text)]
    for number, reading in enumerate(when.readings, 1):
        lead = f"{number}. " if len(when.readings) > 1 else ""
        style = stated_style(reading)
        line = f"    {lead}{date_in_words(reading.date, style)}"
        edtf = reading.edtf
        notes = [f"rule: {reading.rule}"]
        calendar = calendar_of(reading.calendar, None)
        if isinstance(reading.date, Window):
            edtf = edtf or edtf_of(reading.date, reading.calendar, reading.year_begins)
            calendar = calendar_of(reading.calendar, reading.date.narrow)
            gregorian = in_words(reading.date)
            if (
                calendar != "gregorian"
                and len(reading.date.narrow.spans) <= _MOST_SPANS
                and gregorian != in_words(reading.date, style)
            ):
                line += f" = {gregorian}, Gregorian"
            if reading.date.wide != reading.date.narrow:
                wide = Window(reading.date.wide, reading.date.wide, unit=reading.date.unit)
                line += f"; widely {date_in_words(wide, style)}"
        shown.append(printable(line))
        if calendar != "gregorian" or when.cautions:
            notes.append(f"calendar: {calendar_in_words(calendar)}")
        if edtf:
            notes.append(f"EDTF {edtf}")
        if reading.supplied:
            notes.append(f"supplied: {', '.join(reading.supplied)}")
        shown.append(printable(f"       {'; '.join(notes)}"))
    for caution in when.cautions:
        shown.append(f"    warning: {printable(caution.message)}")
        shown.append(f"    = {printable(caution.remedy)}")
    return "\n".join(shown) + "\n"


def _rules(conventions: Conventions, format: DateFormat) -> str:
    """The rules, each with what it reads, examples, tolerance in force and source."""
    from claimcheck.dates.date_json import rules_json

    listed = rules_json(dict(conventions.tolerances))
    if format is not DateFormat.TEXT:
        return _listed(listed, listed.rules, format)
    shown = []
    for rule in listed.rules:
        shown.append(f"{rule.rule}: {rule.reads}")
        shown.append(f"    “{rule.english}”, «{rule.russian}»; tolerance {rule.tolerance}")
        shown.append(f"    {rule.source}")
    return "\n".join(shown) + "\n"


def _eras(conventions: Conventions, format: DateFormat) -> str:
    """The eras, those named on the command line first: the first day, the last one, the source."""
    from claimcheck.dates.date_json import eras_json

    listed = eras_json(conventions.eras)
    if format is not DateFormat.TEXT:
        return _listed(listed, listed.eras, format)
    shown = []
    for era in listed.eras:
        shown.append(f"{era.era}: {era.first} to {era.last}" if era.last else f"{era.era}: from {era.first}")
        shown.append(f"    {era.source}")
    return "\n".join(shown) + "\n"


def _listed(listed: BaseModel, rows: Sequence[BaseModel], format: DateFormat) -> str:
    """A list as CSV or as JSON."""
    if format is DateFormat.JSON:
        import json

        return json.dumps(listed.model_dump(by_alias=True), ensure_ascii=False, indent=2) + "\n"
    import csv
    import io

    from claimcheck.report.text import inert

    buffer = io.StringIO()
    table = csv.writer(buffer, lineterminator="\n")
    table.writerow(type(rows[0]).model_fields)
    table.writerows([[inert(cell or "") for cell in row.model_dump().values()] for row in rows])
    return buffer.getvalue()


# ------------------------------------------------------------------------------------------------------- a summary


def summed_up(lines: Iterable[str], conventions: Conventions, *, as_json: bool) -> tuple[str, int]:
    """The summary of a column, and how many of its texts cannot be read."""
    from claimcheck.dates.column import column_of

    column = column_of(lines, conventions)
    return (_summary_json(column) if as_json else "\n".join(_summary_text(column)) + "\n"), column.refused


def _summary_text(column: Column) -> Iterator[str]:
    distinct = f"{column.distinct:,}" if column.is_exact else f"about {column.distinct:,}"
    yield f"{column.texts:,} {'date' if column.texts == 1 else 'dates'}, {distinct} different"
    yield f"    {column.read:,} read{_share(column.read, column.texts)}"
    yield f"    {column.refused:,} refused{_share(column.refused, column.texts)}"
    if column.refusals:
        yield ""
        yield "Refused, because the text"
        yield from _groups(column.refusals)
    if column.doubts:
        yield ""
        yield "Read, and worth a second look, because the text"
        yield from _groups(column.doubts)


def _share(part: int, whole: int) -> str:
    return f", {100 * part / whole:.1f} %" if whole else ""


def _groups(groups: Mapping[Refusal, Group] | Mapping[Doubt, Group]) -> Iterator[str]:
    from claimcheck.dates.refusal_kinds import Refusal

    width = max(len(f"{group.count:,}") for group in groups.values())
    for kind, group in groups.items():
        yield f"    {group.count:>{width},}  {kind.meaning} ({kind})"
        indent = " " * (width + 6)
        sign = "=" if isinstance(kind, Refusal) else "is"
        for says in dict.fromkeys(example.says for example in group.examples):
            alike = [example for example in group.examples if example.says == says]
            yield indent + ", ".join(f"{_shown(example.text)} (line {example.line:,})" for example in alike)
            yield f"{indent}    {sign} {printable(says)}"


def _shown(text: str) -> str:
    return f"“{printable(text)}”" if text.strip() else "nothing at all"


def _summary_json(column: Column) -> str:
    import json

    from claimcheck.dates.date_json import summary_json

    shape = summary_json(column).model_dump(by_alias=True)
    text = json.dumps(shape, ensure_ascii=False, indent=2)
    if not text.replace("\n", "").isprintable():
        text = json.dumps(shape, ensure_ascii=True, indent=2)
    return text + "\n"
