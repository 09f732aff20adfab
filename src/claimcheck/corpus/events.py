"""Events and what attests them: the dates, the records, and what a record takes from its event.

Belongs here: building events with their records. Does not belong here: the other sections (`builders`), the
shorthand of the nine-line form (`toplevel`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimcheck.corpus.builders import common
from claimcheck.corpus.dated import conventions_of, date_values, is_brace_set
from claimcheck.corpus.draft import Draft, Written
from claimcheck.corpus.entries import Citation, Dated, Event, Record
from claimcheck.corpus.fields import ARCHIVAL, EVENT, RECORD
from claimcheck.corpus.values import quoted, read_keys
from claimcheck.corpus.yaml_nodes import Listing, Mapping, Node, Text
from claimcheck.dates.conventions import Conventions


def build_event(draft: Draft, entry: Written, node: Mapping, relay: Citation | None) -> Event | None:
    """An event with its records; a dated one without any is narrated by the `through` of the corpus.

    The dates of an event are those of its records, unless a record states its own.
    """
    file = entry.file
    values = read_keys(draft, file, node, EVENT, "an event")
    items = _record_items(values.get("record"))
    source = _first_source(draft, items)
    conventions = _conventions_of_source(draft, source)
    before = len(draft.found)
    dates = date_values(draft, file, node, values, conventions)
    if type(entry.node) is Text:
        _offer_label(draft, entry, entry.node.text, before)
    stated = sum(key in node.entries for key in ("role", "of", "value"))
    if stated not in (0, 3) and not draft.faulty:
        _report_half_value(draft, entry, node)
    records: tuple[Record, ...] = ()
    if items:
        records = tuple(
            record
            for number, item in enumerate(items, 1)
            if (record := _build_record(draft, entry, item, number, type(values["record"]), dates, relay))
        )
    elif dates and not draft.faulty:
        records = _narrated(draft, entry, node, dates, relay)
    return Event(
        **common(entry, values),
        **dates,
        label=values.get("label"),
        short=values.get("short"),
        plain=values.get("plain"),
        kinds=values.get("kinds", ()),
        records=records,
        planned=values.get("planned", False),
        after=values.get("after", ()),
        present=values.get("present", ()),
        role=values.get("role"),
        of=values.get("of"),
        value=values.get("value", ()),
        declared=values.get("declared", True),
    )


def _offer_label(draft: Draft, entry: Written, text: str, before: int) -> None:
    """A text alone that is no date may also be what the event is called, which its remedy then says."""
    for number, found in enumerate(draft.found[before:], before):
        if found.code == "CC401":
            remedy = f"{found.remedy}; if it is what the event is called: {entry.id}: {{label: {quoted(text)}}}"
            draft.found[number] = replace(found, remedy=remedy)


def _report_half_value(draft: Draft, entry: Written, node: Mapping) -> None:
    has = next(key for key in ("role", "of", "value") if key in node.entries)
    needs = " and ".join(f"`{key}`" for key in ("role", "of", "value") if key not in node.entries)
    draft.report(
        entry.file,
        "CC314",
        node.entries[has][0].start,
        f"`{has}` stands without {needs}",
        "a value has a role, what it is the role of, and the value itself",
        length=len(has),
    )


def _record_items(node: Node | None) -> list[Node]:
    if node is None:
        return []
    return list(node.items) if type(node) is Listing else [node]


def _first_source(draft: Draft, items: list[Node]) -> str | None:
    """The declared source that the first record stands in, which settles the calendar of the event's date."""
    for item in items:
        if type(item) is Mapping and "in" in item.entries:
            item = item.entries["in"][1]
        if type(item) is Text:
            return item.text.strip().partition(" ")[0]
    return None


def _conventions_of_source(draft: Draft, source: str | None) -> Conventions:
    found = draft.sources.get(source) if source is not None else None
    return (
        draft.conventions
        if found is None
        else conventions_of(draft.conventions, found.calendar, found.year_begins)
    )


def _build_record(
    draft: Draft,
    entry: Written,
    item: Node,
    number: int,
    shape: type,
    dates: dict[str, Any],
    relay: Citation | None,
) -> Record | None:
    """One record of an event. A single text cites a source; in a list each may have its own id and date."""
    file = entry.file
    id = f"{entry.id}/{number}" if shape is Listing else entry.id
    if type(item) is Text:
        item = Mapping({"in": (Text("in", item.start, item.stop), item)}, item.start, item.stop)
    if type(item) is not Mapping or is_brace_set(file, item):
        draft.report_node(
            file,
            "CC104",
            item,
            "a record is a source with a locator, or a mapping",
            "write record: SOURCE LOCATOR, or record: {in: SOURCE LOCATOR, basis: narrated}",
        )
        return None
    values = read_keys(draft, file, item, RECORD, "a record")
    citation: Citation | None = values.get("in", relay)
    if citation is None:
        if "through" in draft.lost:
            draft.faulty = True  # the work that was to narrate it could not be read
        elif "in" not in item.entries and not draft.faulty:
            draft.report_node(
                file,
                "CC312",
                item,
                f"the record of `{entry.id}` does not say where it stands",
                "add in: SOURCE LOCATOR",
            )
        return None
    own = date_values(draft, file, item, values, _conventions_of_source(draft, citation.source))
    if not any(key in own for key in ("when", "or_when", "not_when")):
        own = {**dates, **own}
    if draft.faulty:
        return None
    source = draft.sources.get(citation.source)
    archival = source is not None and source.type == ARCHIVAL
    return Record(
        id=values.get("id", id),
        position=file.position(item.start),
        note=values.get("note"),
        url=values.get("url"),
        event=entry.id,
        source=citation.source,
        locator=citation.locator,
        through=values.get("through"),
        basis=values.get("basis", "documented" if archival else "narrated"),
        **own,
        first=values.get("first"),
        last=values.get("last"),
        none=values.get("none"),
        quote=values.get("quote"),
        lang=values.get("lang"),
        translation=values.get("translation"),
        retold=values.get("retold"),
        hedge=values.get("hedge"),
        independent_of=values.get("independent-of", ()),
    )


def _narrated(
    draft: Draft, entry: Written, node: Mapping, dates: dict[str, Any], relay: Citation | None
) -> tuple[Record, ...]:
    """The record of a dated event that has none: the work through which everything comes narrates it."""
    position = entry.file.position(entry.key.start)
    if relay is not None:
        return (
            Record(
                id=entry.id,
                position=position,
                event=entry.id,
                source=relay.source,
                locator=relay.locator,
                basis="narrated",
                **dates,
            ),
        )
    if "through" not in draft.lost:
        when: Dated | None = dates.get("when")
        record = "record: SOURCE p. 12"
        if when is not None and node.entries["when"][1].start == node.start:  # the date alone
            record = f"write {entry.id}: {{when: {quoted(when.text)}, {record}}}"
        else:
            record = f"add {record}"
        draft.report(
            entry.file,
            "CC309",
            entry.key.start,
            f"nothing is named that attests the event `{entry.id}`, so its date counts for nothing",
            f"{record}; or through: SOURCE at the top, if one work narrates all",
            length=len(entry.id),
        )
    return ()
