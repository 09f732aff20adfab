"""Full entries into the values of `entries`, one builder for each section but claims (see `statements`).

Belongs here: which keys an entry needs, which exclude each other, and what it defaults to. Does not belong
here: shorthand, values of single keys, references between entries (see `checks`).
"""

from __future__ import annotations

from typing import Any

from claimcheck.corpus.dated import (
    conventions_of,
    date_values,
    is_brace_set,
    read_coverage,
    read_dated,
    read_takes,
)
from claimcheck.corpus.draft import Draft, Written
from claimcheck.corpus.entries import (
    Bridge,
    Citation,
    Claimant,
    Dated,
    Event,
    Figure,
    Kind,
    Question,
    Record,
    Source,
)
from claimcheck.corpus.fields import (
    ARCHIVAL,
    ASKED,
    BRIDGE,
    CLAIMANT,
    CSL,
    EVENT,
    FIGURE,
    KIND,
    NUMBERS,
    QUESTION,
    RECORD,
    SOURCE,
)
from claimcheck.corpus.positions import Listing, Mapping, Node, SourceFile, Text
from claimcheck.corpus.values import read_keys
from claimcheck.dates.conventions import Conventions


def common(entry: Written, values: dict[str, Any]) -> dict[str, Any]:
    """What all entries share."""
    return {
        "id": entry.id,
        "position": entry.file.position(entry.key.start),
        "note": values.get("note"),
        "url": values.get("url"),
    }


def build_claimant(draft: Draft, entry: Written, node: Mapping) -> Claimant:
    """A claimant; his name is his id until one is stated."""
    values = read_keys(draft, entry.file, node, CLAIMANT, "a claimant")
    return Claimant(
        **common(entry, values),
        name=values.get("name", entry.id),
        participant=values.get("participant"),
        interest=values.get("interest"),
        declared=values.get("declared", True),
    )


def build_source(draft: Draft, entry: Written, node: Mapping) -> Source:
    """A source with its dates, relations and CSL fields."""
    file = entry.file
    values = read_keys(draft, file, node, SOURCE, "a source")
    conventions = conventions_of(draft.conventions, values.get("calendar"), values.get("year-begins"))
    dates: dict[str, Any] = {
        key: read_dated(draft, file, values[key], key, conventions)
        for key in ("issued", "dated", "opened")
        if key in values
    }
    covers = read_coverage(draft, file, values["covers"], conventions) if "covers" in values else ()
    return Source(
        **common(entry, values),
        **dates,
        type=values.get("type"),
        title=values.get("title"),
        author=values.get("author", ()),
        through=values.get("through"),
        rests_on=values.get("rests-on", ()),
        independent_of=values.get("independent-of", ()),
        part_of=values.get("part-of"),
        covers=covers,
        calendar=values.get("calendar"),
        year_begins=values.get("year-begins"),
        csl=tuple((name, text) for name in CSL for text in values.get(name, ())),
        declared=values.get("declared", True),
        unnamed=values.get("unnamed", False),
    )


def build_kind(draft: Draft, entry: Written, node: Mapping) -> Kind:
    """A kind of events."""
    values = read_keys(draft, entry.file, node, KIND, "a kind")
    return Kind(
        **common(entry, values),
        label=values.get("label"),
        broader=values.get("broader", ()),
        presupposes=values.get("presupposes", ()),
        declared=values.get("declared", True),
    )


def build_question(draft: Draft, entry: Written, node: Mapping) -> Question:
    """A question, which asks for exactly one thing."""
    file = entry.file
    values = read_keys(draft, file, node, QUESTION, "a question")
    asked = [key for key in ASKED if key in values]
    written = [key for key in ASKED if key in node.entries]
    if "ask" not in node.entries:
        draft.report(
            file.report(
                "CC103",
                entry.key.start,
                f"the question `{entry.id}` has no `ask`",
                "write the question in words under `ask`",
                length=len(entry.id),
            )
        )
    if not written and not draft.faulty:
        draft.report(
            file.report(
                "CC304",
                entry.key.start,
                f"the question `{entry.id}` does not say what it asks for",
                "add first: KIND, last: KIND, kind: KIND, event: EVENT, whether: KIND, or role: … and of: …",
                length=len(entry.id),
            )
        )
    elif len(asked) > 1:
        draft.report(
            file.report(
                "CC305",
                node.entries[asked[1]][0].start,
                f"the question `{entry.id}` asks for `{asked[0]}` and for `{asked[1]}`",
                "make two questions of it",
                length=len(asked[1]),
                related=((file.position(node.entries[asked[0]][0].start), "the first"),),
            )
        )
    elif ("role" in node.entries) != ("of" in node.entries):
        has, needs = ("role", "of") if "role" in node.entries else ("of", "role")
        draft.report(
            file.report(
                "CC314",
                node.entries[has][0].start,
                f"the question `{entry.id}` has `{has}` and no `{needs}`",
                "a question for a value says the role, and of what: role: speaker, of: report",
                length=len(has),
            )
        )
    return Question(
        **common(entry, values),
        ask=values.get("ask", entry.id),
        **{key: values[key] for key in (*ASKED, "of") if key in values},
    )


def build_event(draft: Draft, entry: Written, node: Mapping, relay: Citation | None) -> Event | None:
    """An event with its records; a dated one without any is narrated by the `through` of the corpus.

    The dates of an event are those of its records, unless a record states its own.
    """
    file = entry.file
    values = read_keys(draft, file, node, EVENT, "an event")
    items = _record_items(values.get("record"))
    source = _first_source(draft, items)
    conventions = _conventions_of_source(draft, source)
    dates = date_values(draft, file, node, values, conventions)
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
    elif dates and not values.get("planned") and not draft.faulty:
        records = _narrated(draft, entry, dates, relay)
    return Event(
        **common(entry, values),
        **dates,
        label=values.get("label"),
        kinds=values.get("kinds", ()),
        records=records,
        planned=values.get("planned", False),
        after=values.get("after", ()),
        role=values.get("role"),
        of=values.get("of"),
        value=values.get("value", ()),
        declared=values.get("declared", True),
    )


def _report_half_value(draft: Draft, entry: Written, node: Mapping) -> None:
    has = next(key for key in ("role", "of", "value") if key in node.entries)
    needs = " and ".join(f"`{key}`" for key in ("role", "of", "value") if key not in node.entries)
    draft.report(
        entry.file.report(
            "CC314",
            node.entries[has][0].start,
            f"`{has}` stands without {needs}",
            "a value has a role, what it is the role of, and the value itself",
            length=len(has),
        )
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
    if type(item) is not Mapping or is_brace_set(item):
        draft.report(
            file.report_node(
                "CC104",
                item,
                "a record is a source with a locator, or a mapping",
                "write record: SOURCE LOCATOR, or record: {in: SOURCE LOCATOR, basis: narrated}",
            )
        )
        return None
    values = read_keys(draft, file, item, RECORD, "a record")
    citation: Citation | None = values.get("in", relay)
    if citation is None:
        if "in" not in item.entries and not draft.faulty:
            draft.report(
                file.report_node(
                    "CC312",
                    item,
                    f"the record of `{entry.id}` does not say where it stands",
                    "add in: SOURCE LOCATOR",
                )
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
        hedge=values.get("hedge"),
        independent_of=values.get("independent-of", ()),
    )


def _narrated(draft: Draft, entry: Written, dates: dict[str, Any], relay: Citation | None) -> tuple[Record, ...]:
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
        draft.report(
            entry.file.report(
                "CC309",
                entry.key.start,
                f"the event `{entry.id}` has a date and no record, so its date counts for nothing",
                "add record: SOURCE LOCATOR, or planned: yes if it was only planned",
                length=len(entry.id),
            )
        )
    return ()


_FORMS = (("same",), ("order",), ("permanent",), ("narrower", "broader"), ("from", "to", "takes"))


def build_bridge(draft: Draft, entry: Written, node: Mapping) -> Bridge | None:
    """A bridge, which has exactly one of its five forms."""
    file = entry.file
    values = read_keys(draft, file, node, BRIDGE, "a bridge")
    if draft.faulty:
        return None
    forms = [form for form in _FORMS if any(key in values for key in form)]
    missing = [key for key in forms[0] if key not in values] if len(forms) == 1 else []
    pair = next((key for key in ("same", "order") if len(values.get(key, ("", ""))) != 2), None)
    if len(forms) != 1 or missing or pair:
        problem = (
            "states no assumption"
            if not forms
            else f"has `{forms[0][0]}` and `{forms[1][0]}`"
            if len(forms) > 1
            else f"has `{pair}` with {len(values[pair])} events, not two"
            if pair
            else f"has no `{missing[0]}`"
        )
        draft.report(
            file.report(
                "CC308",
                entry.key.start,
                f"the bridge `{entry.id}` {problem}",
                "a bridge is same: [a, b], order: [a, b], permanent: ROLE, narrower: K and broader: L, "
                "or from: a, to: b and takes: LENGTH",
                length=len(entry.id),
            )
        )
        return None
    takes: Dated | None = None
    if "takes" in values:
        takes = read_takes(draft, file, values["takes"], BRIDGE["takes"], values["from"], draft.conventions)
    return Bridge(
        **common(entry, values),
        says=values.get("says"),
        same=values.get("same"),
        order=values.get("order"),
        permanent=values.get("permanent"),
        narrower=values.get("narrower"),
        broader=values.get("broader"),
        start=values.get("from"),
        end=values.get("to"),
        takes=takes,
    )


def build_figure(draft: Draft, entry: Written, node: Mapping) -> Figure:
    """An arithmetical statement with its numbers as printed."""
    file: SourceFile = entry.file
    values = read_keys(draft, file, node, FIGURE, "a figure")
    numbers = tuple((name, text) for name in NUMBERS for text in values.get(name, ()))
    if not numbers and not draft.faulty:
        draft.report(
            file.report(
                "CC313",
                entry.key.start,
                f"the figure `{entry.id}` has no numbers",
                "add part: and whole: and percent:, or terms: and sum:, or minuend:, subtrahend: and difference:",
                length=len(entry.id),
            )
        )
    citation: Citation | None = values.get("in")
    return Figure(
        **common(entry, values),
        says=values.get("says"),
        source=citation.source if citation else None,
        locator=citation.locator if citation else None,
        numbers=numbers,
    )
