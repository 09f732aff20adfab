"""Dates as they stand in an entry: `when` and its companions, `{as: …, read: …}`, sets in brackets.

Belongs here: finding the raw text of a date in the file, having it read, and pointing into it where it cannot
be read. Does not belong here: reading the text of a date (that is `claimcheck.dates`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from claimcheck.corpus.draft import Draft
from claimcheck.corpus.entries import Coverage, Dated
from claimcheck.corpus.fields import AS_READ, COVERAGE, Field
from claimcheck.corpus.values import is_bare_key, quoted, read_keys
from claimcheck.corpus.yaml_nodes import Listing, Mapping, Node, SourceFile, Text
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.reading import read_date, read_duration_after
from claimcheck.dates.when import Caution, Fault, When, anchors_of


def conventions_of(base: Conventions, calendar: str | None, year_begins: str | None) -> Conventions:
    """The conventions in force where a source or claim states its own calendar or year style."""
    if calendar is None and year_begins is None:
        return base
    return replace(
        base,
        calendar=calendar if calendar is not None else base.calendar,
        year_begins=year_begins if year_begins is not None else base.year_begins,
    )


def is_date_node(file: SourceFile, node: Node) -> bool:
    """Whether a value is a date by its shape: a text, a set in brackets or braces, or `{as: …, read: …}`.

    What stands in quotes within brackets is a list of texts, as JSON has it.
    """
    if type(node) is Text:
        return True
    if type(node) is Listing:
        return node.flow and all(type(item) is Text and not item.style for item in node.items)
    return is_brace_set(file, node) or _is_as_read(node)


def is_brace_set(file: SourceFile, node: Node) -> bool:
    """Whether a node is an EDTF set such as `{1960, 1961}`, which YAML takes for keys without values."""
    return (
        type(node) is Mapping
        and node.flow
        and bool(node.entries)
        and all(is_bare_key(file, key, value) for key, value in node.entries.values())
    )


def _is_as_read(node: Node) -> bool:
    return type(node) is Mapping and ("as" in node.entries or "read" in node.entries)


def read_dated(
    draft: Draft,
    file: SourceFile,
    node: Node,
    name: str,
    conventions: Conventions,
    wide: Node | None = None,
    probability: str | None = None,
) -> Dated | None:
    """The date in a node, with its position and wording; None, and a diagnostic, if it cannot be read."""
    if type(node) is Mapping and not is_brace_set(file, node):
        return _read_as(draft, file, node, name, conventions, wide, probability)
    if type(node) is Listing and not node.flow:
        draft.report_node(
            file,
            "CC104",
            node,
            f"`{name}` takes one date, not a list",
            "write another reading under `or-when`, or one of several dates as [1955, 1956]",
        )
        return None
    text = node.text if type(node) is Text else file.written(node)
    when = read_when(draft, file, node, text, conventions)
    if when is None:
        return None
    wide_when = None
    if wide is not None:
        widened = read_dated(draft, file, wide, "wide", conventions)
        if widened is None:
            return None
        wide_when = widened.when
    inside = 1 if type(node) is Text and node.style in ("'", '"') else 0
    return Dated(
        text=text,
        when=when,
        position=file.position(node.start + inside),
        wide=wide_when,
        probability=probability,
    )


def _read_as(
    draft: Draft,
    file: SourceFile,
    node: Mapping,
    name: str,
    conventions: Conventions,
    wide: Node | None,
    probability: str | None,
) -> Dated | None:
    """`{as: WORDING, read: READING}`: the wording is kept, the reading is read."""
    values = read_keys(draft, file, node, AS_READ, f"`{name}`")
    if "read" not in values:
        if "read" not in node.entries and all(key in AS_READ for key in node.entries):
            draft.report_node(
                file,
                "CC103",
                node,
                f"`{name}` has no `read`",
                f"write {name}: {{as: WORDING OF THE SOURCE, read: THE DATE}}",
            )
        return None
    read = read_dated(
        draft,
        file,
        values["read"],
        "read",
        conventions,
        values.get("wide", wide),
        values.get("probability", probability),
    )
    if read is None or "as" not in values:
        return read
    wording = node.entries["as"][1]
    inside = 1 if type(wording) is Text and wording.style in ("'", '"') else 0
    return read.model_copy(
        update={
            "text": values["as"],
            "read": read.text,
            "position": file.position(wording.start + inside),
        }
    )


def read_when(draft: Draft, file: SourceFile, node: Node, text: str, conventions: Conventions) -> When | None:
    """The readings of a date's text; a fault is reported at its place in the file, anchors are looked up."""
    key = (text, conventions)
    read = draft.dates.get(key)
    if read is None:
        read = draft.dates[key] = read_date(text, conventions)
    if isinstance(read, Fault):
        report_date(draft, file, node, "CC401", _with_events_meant(draft, text, conventions, read))
        return None
    for caution in read.cautions:
        report_date(draft, file, node, "CC402", caution)
    if "@" in text:
        _look_up_anchors(draft, file, node, read)
    return read


def _with_events_meant(draft: Draft, text: str, conventions: Conventions, found: Fault) -> Fault:
    """Who names an event without its sign ("3 days after the siege") is told how it is written."""
    for event in draft.written["events"]:
        meant = re.sub(rf"(?:\bthe )?(?<![\w@.-])({re.escape(event)})(?![\w.-])", r"@\1", text)
        if meant != text and not isinstance(read_date(meant, conventions), Fault):
            return replace(found, remedy=f"if the event is meant, write {quoted(meant)}")
    return found


def report_date(draft: Draft, file: SourceFile, node: Node, code: str, found: Fault | Caution) -> None:
    """Reports what is wrong with a date, or to be told of it, at its place in the file."""
    offset = offset_within(file, node, found.start)
    stop = offset_within(file, node, max(found.stop, found.start + 1))
    if offset is None or stop is None:
        draft.report_node(file, code, node, found.message, found.remedy)
        return
    draft.report(file, code, node.start + offset, found.message, found.remedy, length=max(1, stop - offset))


def _look_up_anchors(draft: Draft, file: SourceFile, node: Node, when: When) -> None:
    anchors: dict[str, None] = {}
    for reading in when.readings:
        anchors.update(dict.fromkeys(anchors_of(reading.date)))
    for anchor in anchors:
        if anchor not in draft.written["events"]:
            place = max(0, when.text.find(f"@{anchor}"))
            offset = offset_within(file, node, place)
            draft.refer(("events",), "CC209", file, node, anchor, offset or 0, len(anchor) + 1)


def offset_within(file: SourceFile, node: Node, offset: int) -> int | None:
    """How many characters behind a node's start a character of its text stands; None if on another line.

    Quotes and escapes are counted: in 'O''Brien' the B stands five characters from the start, not three.
    """
    raw = file.text[node.start : node.stop]
    if "\n" in raw or "\r" in raw:
        return None
    style = node.style if type(node) is Text else ""
    if style not in ("'", '"'):
        return offset
    at = 1
    for _ in range(offset):
        if style == "'" and raw.startswith("''", at):
            at += 2
        elif style == '"' and raw.startswith("\\", at):
            at += {"x": 4, "u": 6, "U": 10}.get(raw[at + 1 : at + 2], 2)
        else:
            at += 1
    return at


def read_dates(
    draft: Draft, file: SourceFile, node: Node, name: str, conventions: Conventions
) -> tuple[Dated, ...]:
    """One date, or several with a dash each: the further readings under `or-when`."""
    nodes = node.items if type(node) is Listing and not is_date_node(file, node) else [node]
    found = (read_dated(draft, file, item, name, conventions) for item in nodes)
    return tuple(date for date in found if date is not None)


def date_values(
    draft: Draft, file: SourceFile, node: Mapping, values: dict[str, Any], conventions: Conventions
) -> dict[str, Any]:
    """The date keys of an entry as the fields of a statement or record: `when`, `or_when`, `not_when`."""
    dates: dict[str, Any] = {}
    if "when" in values:
        dates["when"] = read_dated(
            draft,
            file,
            values["when"],
            "when",
            conventions,
            values.get("wide"),
            values.get("probability"),
        )
    else:
        for companion in ("wide", "probability"):
            if companion in values and not draft.faulty:
                draft.report(
                    file,
                    "CC103",
                    node.entries[companion][0].start,
                    f"`{companion}` stands beside no `when`",
                    "write the date under `when`",
                    length=len(companion),
                )
    if "or-when" in values:
        dates["or_when"] = read_dates(draft, file, values["or-when"], "or-when", conventions)
    if "not-when" in values:
        dates["not_when"] = read_dated(draft, file, values["not-when"], "not-when", conventions)
    if "extent" in values:
        dates["extent"] = values["extent"]
    return dates


def read_coverage(draft: Draft, file: SourceFile, node: Node, conventions: Conventions) -> tuple[Coverage, ...]:
    """What a source covers: a period, or `{when: …, kinds: …}`, or a list of these with a dash each."""
    nodes = node.items if type(node) is Listing and not is_date_node(file, node) else [node]
    found = []
    for item in nodes:
        if is_date_node(file, item):
            period = read_dated(draft, file, item, "covers", conventions)
            found.append(Coverage(when=period))
        elif type(item) is Mapping:
            values = read_keys(draft, file, item, COVERAGE, "`covers`")
            when = read_dated(draft, file, values["when"], "when", conventions) if "when" in values else None
            found.append(Coverage(when=when, kinds=values.get("kinds", ())))
    return tuple(found)


def read_takes(
    draft: Draft, file: SourceFile, node: Node, field: Field, anchor: str, conventions: Conventions
) -> Dated | None:
    """The `takes` of a bridge, as the date of its end relative to its start."""
    if type(node) is not Text:
        draft.report_node(
            file,
            "CC104",
            node,
            f"`{field.name}` takes one length of time",
            f"write {field.name}: {quoted('3 days')}",
        )
        return None
    read = read_duration_after(node.text, anchor, conventions)
    if isinstance(read, Fault):
        report_date(draft, file, node, "CC401", read)
        return None
    return Dated(text=node.text, when=read, position=file.position(node.start))
