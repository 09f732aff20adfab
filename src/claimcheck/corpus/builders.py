"""Full entries into the values of `entries`, one builder for each section but events, claims and
bridges (see `events`, `statements`, `bridges`).

Belongs here: which keys an entry needs, which exclude each other, and what it defaults to. Does not belong
here: shorthand, values of single keys, references between entries (see `checks`).
"""

from __future__ import annotations

from typing import Any

from claimcheck.corpus.dated import (
    conventions_of,
    read_coverage,
    read_dated,
)
from claimcheck.corpus.draft import Draft, Written
from claimcheck.corpus.entries import (
    Citation,
    Claimant,
    Figure,
    Kind,
    Question,
    Source,
)
from claimcheck.corpus.fields import (
    ASKED,
    CLAIMANT,
    CSL,
    FIGURE,
    KIND,
    NUMBERS,
    QUESTION,
    SOURCE,
)
from claimcheck.corpus.values import read_keys
from claimcheck.corpus.yaml_nodes import Mapping, SourceFile


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
        short=values.get("short"),
        who=values.get("who"),
        participant=values.get("participant"),
        several=values.get("several"),
        interest=values.get("interest"),
        declared=values.get("declared", True),
    )


def build_source(draft: Draft, entry: Written, node: Mapping) -> Source:
    """A source with its dates, relations and CSL fields."""
    file = entry.file
    values = read_keys(draft, file, node, SOURCE, "a source")
    conventions = conventions_of(draft.conventions, values.get("calendar"), values.get("year-begins"))
    # The trade and the archives date by the Gregorian year, whatever the document itself goes by.
    ours = conventions_of(draft.conventions, "gregorian", "1 January")
    dates: dict[str, Any] = {
        key: read_dated(draft, file, values[key], key, conventions if key == "dated" else ours)
        for key in ("issued", "dated", "opened")
        if key in values
    }
    covers = read_coverage(draft, file, values["covers"], conventions) if "covers" in values else ()
    return Source(
        **common(entry, values),
        **dates,
        type=values.get("type"),
        title=values.get("title"),
        short=values.get("short"),
        author=values.get("author", ()),
        through=values.get("through"),
        rests_on=values.get("rests-on", ()),
        independent_of=values.get("independent-of", ()),
        part_of=values.get("part-of"),
        covers=covers,
        unseen=values.get("unseen", False),
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
        short=values.get("short"),
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
    sound = not draft.faulty  # one bad line causes one message
    if "ask" not in node.entries and sound:
        draft.report(
            file,
            "CC103",
            entry.key.start,
            f"the question `{entry.id}` has no `ask`",
            "write the question in words under `ask`",
            length=len(entry.id),
        )
    if not written and sound:
        draft.report(
            file,
            "CC304",
            entry.key.start,
            f"the question `{entry.id}` does not say what it asks for",
            "add first: KIND, last: KIND, kind: KIND, event: EVENT, whether: KIND, or role: … and of: …",
            length=len(entry.id),
        )
    elif len(asked) > 1:
        draft.report(
            file,
            "CC305",
            node.entries[asked[1]][0].start,
            f"the question `{entry.id}` asks for `{asked[0]}` and for `{asked[1]}`",
            "make two questions of it",
            length=len(asked[1]),
            related=((file.position(node.entries[asked[0]][0].start), "the first"),),
        )
    elif ("role" in node.entries) != ("of" in node.entries) and sound:
        has, needs = ("role", "of") if "role" in node.entries else ("of", "role")
        draft.report(
            file,
            "CC314",
            node.entries[has][0].start,
            f"the question `{entry.id}` has `{has}` and no `{needs}`",
            "a question for a value says the role, and of what: role: speaker, of: report",
            length=len(has),
        )
    return Question(
        **common(entry, values),
        ask=values.get("ask", entry.id),
        short=values.get("short"),
        plain=values.get("plain"),
        lead=values.get("lead", False),
        **{key: values[key] for key in (*ASKED, "of") if key in values},
    )


def build_figure(draft: Draft, entry: Written, node: Mapping) -> Figure:
    """An arithmetical statement with its numbers as printed."""
    file: SourceFile = entry.file
    values = read_keys(draft, file, node, FIGURE, "a figure")
    numbers = tuple((name, text) for name in NUMBERS for text in values.get(name, ()))
    if not numbers and not draft.faulty:
        draft.report(
            file,
            "CC313",
            entry.key.start,
            f"the figure `{entry.id}` has no numbers",
            "add part: and whole: and percent:, or terms: and sum:, or minuend:, subtrahend: and difference:",
            length=len(entry.id),
        )
    citation: Citation | None = values.get("in")
    return Figure(
        **common(entry, values),
        says=values.get("says"),
        source=citation.source if citation else None,
        locator=citation.locator if citation else None,
        numbers=numbers,
    )
