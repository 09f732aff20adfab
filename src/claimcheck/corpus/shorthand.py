"""Each shorthand of the format, defined once: what a short form stands for in the full one.

Belongs here: nodes into nodes and sections into entries; after it every entry is a mapping with an id. Does
not belong here: reading values and building entries. What `convert --full` prints is what this makes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.corpus.dated import is_brace_set
from claimcheck.corpus.draft import Draft, Written, did_you_mean
from claimcheck.corpus.fields import ASKED, CLAIM, EVENT, RECORD, SECTIONS, SHORTHAND, SINGULAR, TOP
from claimcheck.corpus.values import report_comma
from claimcheck.corpus.yaml_nodes import Listing, Mapping, Node, SourceFile, Text
from claimcheck.dates.phrases.date_words import speaks_of_a_date
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import Fault

OWN = "question"  # the id of a question stated as a text, and of the kind or event that it asks for
# The words that make a text question one of a first or a last. A capital inside the sentence is a name
# ("the First World War") and asks for nothing.
_FIRST = re.compile(r"\bfirst\b|^First\b|\b[Вв]первые\b|\bв первый раз\b")
_LAST = re.compile(r"\blast\b|^Last\b|\b(?:в )?последний раз\b")


class Top(NamedTuple):
    """A key at the top of a file, with its value."""

    key: Text
    node: Node
    file: SourceFile


def collect(draft: Draft, file: SourceFile, root: Node | None, tops: dict[str, list[Top]]) -> None:
    """Puts the entries of a file into the draft by section, and its other keys into `tops`."""
    if root is None or (type(root) is Text and not root.text):
        return
    if type(root) is not Mapping:
        draft.lost.update(SECTIONS)
        draft.report_node(
            file,
            "CC104",
            root,
            "the file is not a mapping of sections to entries",
            "begin with a section at the margin, such as `claims:`, and indent its entries under it",
        )
        return
    before: tuple[str, Node] = ("", root)
    undashed = ""  # the section of whose list an entry was found at the margin without its dash
    for name, (key, node) in root.entries.items():
        if name not in SECTIONS and name not in TOP and _is_undashed(file, before[1], key):
            draft.spoiled.get(before[0], set()).add(name)
            if undashed != before[0]:
                undashed = before[0]
                _report_undashed(draft, file, key)
            continue
        before = (name, node)
        if name in SECTIONS:
            draft.sections.add(name)
            _collect_section(draft, file, name, key, node)
        elif name in TOP:
            if type(node) is Text and not node.text:
                _report_empty(draft, file, name, key)
            else:
                tops.setdefault(name, []).append(Top(key, node, file))
        else:
            _report_unknown_section(draft, file, name, key, node)


def _is_undashed(file: SourceFile, above: Node, key: Text) -> bool:
    """Whether a key at the margin stands below a list at the margin, as another entry of it without its dash."""
    return (
        type(above) is Listing
        and not above.flow
        and bool(above.items)
        and file.place(above.start).column == file.place(key.start).column
    )


def _report_undashed(draft: Draft, file: SourceFile, key: Text) -> None:
    draft.report(
        file,
        "CC034",
        key.start,
        "in a list each entry begins with a dash",
        f"write - {key.text}: …, and so every entry of the list",
        length=max(1, len(key.text)),
    )


def _report_empty(draft: Draft, file: SourceFile, name: str, key: Text) -> None:
    if file.name in draft.mended:
        return  # what stood under it may have been left out
    draft.report(
        file,
        "CC033",
        key.start,
        f"`{name}` has no value",
        f"write what belongs under `{name}`, indented, or take the line out",
        length=len(name),
    )


def _report_unknown_section(draft: Draft, file: SourceFile, name: str, key: Text, node: Node) -> None:
    known = (*SECTIONS, *TOP)
    remedy = did_you_mean(name, known)
    meant = [section for section in SECTIONS if f"`{section}`" in remedy]
    if "`question`" in remedy:
        meant.append("questions")
    draft.lost.update(meant or SECTIONS)
    if "`through`" in remedy or "`defaults`" in remedy or not remedy:
        draft.lost.add("through")
    draft.report(
        file,
        "CC102",
        key.start,
        f"there is no section `{name}`",
        remedy or "sections: " + ", ".join(SECTIONS),
        length=max(1, len(name)),
    )


def _collect_section(draft: Draft, file: SourceFile, section: str, key: Text, node: Node) -> None:
    if type(node) is Text and not node.text:
        _report_empty(draft, file, section, key)
    elif type(node) is Mapping:
        collect_entries(draft, file, section, node, None)
    elif type(node) is Listing and section == "claims":
        for item in node.items:
            _collect_group(draft, file, item)
    else:
        draft.lost.add(section)
        singular = SINGULAR[section]
        draft.report_node(
            file,
            "CC104",
            node,
            f"`{section}` maps ids to entries",
            f"write each {singular} on a line of its own, as ID: …",
        )


def _collect_group(draft: Draft, file: SourceFile, item: Node) -> None:
    """Claims of a list item; those under `with: {…}` share its keys."""
    if type(item) is not Mapping or (item.entries and all(name in CLAIM for name in item.entries)):
        draft.lost.add("claims")
        draft.report_node(
            file,
            "CC103",
            item,
            "a claim in a list needs its id",
            "write it behind the dash, as `- memoirs: {…}`, or use no dashes",
        )
        return
    shared: Mapping | None = None
    entries = dict(item.entries)
    if "with" in entries:
        with_key, with_node = entries.pop("with")
        if type(with_node) is not Mapping:
            draft.report_node(
                file,
                "CC104",
                with_node if not _is_empty(with_node) else with_key,
                "`with` takes the keys that the claims under it share",
                "write with: {in: SOURCE, answers: QUESTION}",
            )
            for name in entries:
                draft.spoiled["claims"].add(name)
            return
        shared = with_node
    collect_entries(draft, file, "claims", Mapping(entries, item.start, item.stop), shared)


def _is_empty(node: Node) -> bool:
    return type(node) is Text and not node.text


def collect_entries(draft: Draft, file: SourceFile, section: str, node: Mapping, shared: Mapping | None) -> None:
    """Adds the entries of a section to the draft; an id that is declared twice is reported and spoiled."""
    standing = draft.written[section]
    for id, (key, value) in node.entries.items():
        if _is_empty(value) and report_comma(draft, file, node, id, key):
            continue
        if not _is_sound_id(draft, file, section, id, key):
            continue
        if id in standing:
            first = standing[id]
            draft.spoiled[section].add(id)
            draft.report(
                file,
                "CC110",
                key.start,
                f"the {SINGULAR[section]} `{id}` is declared twice",
                "give one of the two another id",
                length=len(id),
                related=((first.file.position(first.key.start), "the first"),),
            )
            continue
        standing[id] = Written(id, key, value, file, shared)


def _is_sound_id(draft: Draft, file: SourceFile, section: str, id: str, key: Text) -> bool:
    code, message, remedy = "", "", ""
    if not id or re.search(r"[\s,\[\]{}\"'@]", id):
        code, message = "CC108", f"`{id}` cannot be an id"
        remedy = "write it as one word" + (f": {suggested}" if (suggested := _as_id(id)) else "")
    elif re.fullmatch(r"(?i)cc\d{3}", id):
        code, message = "CC109", f"`{id}` looks like the code of a diagnostic"
        remedy = "choose another id; CC and three digits name diagnostics"
    if not code:
        return True
    draft.spoiled[section].add(id)
    draft.report(file, code, key.start, message, remedy, length=max(1, len(id)))
    return False


def _as_id(text: str) -> str:
    return "-".join(re.findall(r"[\w.]+", text)).lower()


def full_entry(section: str, entry: Written) -> Mapping | None:
    """The entry as a mapping: a single text stands for the section's chief key, `with` adds what is shared.

    `section` may also be `record`, whose entries become events. None if it is neither a text nor a mapping.
    """
    node = entry.node
    dated = SHORTHAND[section] == "when"
    if type(node) is Mapping and not (dated and is_brace_set(entry.file, node)):
        full = node
    elif type(node) is Text or (dated and (type(node) is Mapping or node.flow)):
        is_label = section == "events" and type(node) is Text and _names_an_event(node.text)
        chief = Text("label" if is_label else SHORTHAND[section], entry.key.start, entry.key.stop)
        if type(node) is Text and not node.text:
            full = Mapping({}, node.start, node.stop)
        else:
            full = Mapping({chief.text: (chief, node)}, node.start, node.stop)
    else:
        return None
    if entry.shared is None:
        return full
    return Mapping({**entry.shared.entries, **full.entries}, full.start, full.stop, full.flow)


def _names_an_event(text: str) -> bool:
    """Whether a text under `events` is what the event is called, and no date, be it misspelt."""
    return not speaks_of_a_date(text) and isinstance(read_date(text), Fault)


def asks(text: str) -> str:
    """What a question stated as a text asks for: "first", "last", "event", or "both" if it cannot be told."""
    first, last = bool(_FIRST.search(text)), bool(_LAST.search(text))
    return "both" if first and last else "first" if first else "last" if last else "event"


def full_question(entry: Written, node: Mapping) -> tuple[Mapping, str | None]:
    """A question stated as a text asks for a kind or event of its own, named like it.

    Returns the question in full, and "kinds" or "events" where such an entry of its own is implied.
    """
    ask = node.entries.get("ask")
    if ask is None or type(ask[1]) is not Text or any(key in node.entries for key in (*ASKED, "of")):
        return node, None
    asked = asks(ask[1].text)
    if asked == "both":
        return node, None
    own = Text(entry.id, ask[1].start, ask[1].stop, ask[1].style)
    full = Mapping(
        {**node.entries, asked: (Text(asked, entry.key.start, entry.key.stop), own)}, node.start, node.stop
    )
    return full, "events" if asked == "event" else "kinds"


def is_stated_as_text(entry: Written) -> bool:
    """Whether a question is a text alone, or the one at the top, and so may ask for a kind of its own."""
    return type(entry.node) is Text or entry.key.text == OWN


def split_record(entry: Written, node: Mapping) -> Mapping:
    """An entry under the top-level `record` as an event: keys that only a record has go into its record."""
    moved = {
        name: pair for name, pair in node.entries.items() if name in RECORD and name not in EVENT and name != "id"
    }
    if not moved:
        return node
    kept = {name: pair for name, pair in node.entries.items() if name not in moved}
    key = Text("record", entry.key.start, entry.key.stop)
    record = Mapping(moved, node.start, node.stop)
    return Mapping({**kept, "record": (key, record)}, node.start, node.stop)
