"""Nodes into the values of keys: texts, words, yes and no, references, citations, names.

Belongs here: one reader for each shape of `fields`, and the check of an entry's keys. Does not belong here:
dates (`dated`), what the keys of an entry make together (`builders`, `statements`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from claimcheck.corpus.draft import Draft, did_you_mean, id_from, name_claimant
from claimcheck.corpus.entries import Citation, Source
from claimcheck.corpus.fields import REFORM, Field, Fields, Shape
from claimcheck.corpus.yaml_nodes import Listing, Mapping, Node, SourceFile, Text
from claimcheck.dates.calendars import CALENDARS, YEAR_STYLES, julian_until, year_style

YES = frozenset(("yes", "true"))
NO = frozenset(("no", "false"))
_UNKNOWN = MappingProxyType(
    {
        ("claimants",): "CC201",
        ("sources",): "CC202",
        ("kinds",): "CC203",
        ("events",): "CC204",
        ("questions",): "CC205",
        ("claims",): "CC206",
        ("sources", "claims"): "CC207",
        ("claims", "bridges"): "CC208",
    }
)


def read_keys(draft: Draft, file: SourceFile, node: Mapping, fields: Fields, what: str) -> dict[str, Any]:
    """The values of an entry by key, hyphens and all; dates and parts stay nodes, to be read in context.

    What cannot be read is reported and left out.
    """
    values: dict[str, Any] = {}
    for name, (key, value) in node.entries.items():
        known = fields.get(name)
        if known is None:
            _report_unknown_key(draft, file, node, name, key, value, fields, what)
        elif type(value) is Text and not value.text:
            left_out = draft.faulty and file.name in draft.mended
            if not report_comma(draft, file, node, name, key, fields) and not left_out:
                draft.report(
                    file,
                    "CC033",
                    key.start,
                    f"`{name}` has no value",
                    f"write it behind the colon, or take `{name}` out",
                    length=len(name),
                )
        else:
            read = _READERS.get(known.shape)
            result = value if read is None else read(draft, file, value, known)
            if result is not None:
                values[name] = result
    return values


def _report_unknown_key(
    draft: Draft, file: SourceFile, node: Mapping, name: str, key: Text, value: Node, fields: Fields, what: str
) -> None:
    if type(value) is Text and not value.text and report_comma(draft, file, node, name, key, fields):
        return
    if name == "<<":
        draft.report(
            file,
            "CC029",
            key.start,
            "<< merges YAML mappings, which this format does not have",
            "claims that share keys stand in a list under `with: {…}`",
            length=2,
        )
        return
    hidden = [field for field in fields if fields[field].summary != "CSL variable"]
    remedy = did_you_mean(name, hidden) or did_you_mean(name, list(fields))
    draft.report(
        file,
        "CC101",
        key.start,
        f"{what} has no key `{name}`",
        remedy or f"the keys of {what} are {', '.join(hidden)}",
        length=max(1, len(name)),
    )


def is_bare_key(file: SourceFile, key: Text, value: Node) -> bool:
    """Whether YAML made a key of a text within braces that has no colon, as in `{1960, 1961}`."""
    if type(value) is not Text or value.text or value.style:
        return False
    return ":" not in file.text[key.stop : value.start]


def report_comma(
    draft: Draft, file: SourceFile, node: Mapping, name: str, key: Text, fields: Fields = MappingProxyType({})
) -> bool:
    """Reports a comma within braces that ended a text and made its rest a key; whether it was one."""
    if not node.flow or not is_bare_key(file, key, node.entries[name][1]):
        return False
    before: tuple[str, Node] | None = None
    last = key
    inside = False
    for other, (other_key, other_value) in node.entries.items():
        lost = type(other_value) is Text and not other_value.text and other_value.style == ""
        if other == name:
            inside = True
        elif inside and lost:
            last = other_key
        elif inside:
            break
        elif not lost:
            before = (other, other_value)
        elif before is not None and other != name:
            return True  # a further piece of a text that has been reported with its first comma
    if before is None or type(before[1]) is not Text:
        return False
    whole = re.sub(r"\s+", " ", file.text[before[1].start : last.stop])
    remedy = f"put the text in quotes: {before[0]}: {quoted(whole)}"
    shape = fields[before[0]].shape if before[0] in fields else None
    if shape is Shape.IDS:
        remedy = f"put several in brackets: {before[0]}: [{whole}]"
    elif shape in (Shape.NAMES, Shape.TEXTS):
        remedy += f"; or several in brackets: {before[0]}: [{whole}]"
    draft.report(
        file,
        "CC027",
        key.start,
        f"the comma before this ended the text of `{before[0]}`",
        remedy,
        length=len(name),
    )
    return True


def quoted(text: str) -> str:
    """A text in quotes that YAML reads back as it is: double ones, or single ones round double ones."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def read_text(draft: Draft, file: SourceFile, node: Node, field: Field) -> str | None:
    """One text."""
    if type(node) is Text:
        return node.text
    if node.flow:
        remedy = f"if it is a text, put it in quotes: {field.name}: {quoted(file.written(node))}"
    else:
        remedy = f"write the text behind `{field.name}:`"
    kind = "list" if type(node) is Listing else "mapping"
    draft.report_node(file, "CC104", node, f"`{field.name}` takes one text, not a {kind}", remedy)
    return None


def texts_of(draft: Draft, file: SourceFile, node: Node, field: Field) -> list[Text]:
    """The texts of a value that takes one or several; what is no text is reported."""
    if type(node) is Text:
        return [node]
    if type(node) is Mapping:
        draft.report_node(
            file,
            "CC104",
            node,
            f"`{field.name}` takes one text or a list, not a mapping",
            f"write {field.name}: [one, another]",
        )
        return []
    if not node.items:
        draft.report_node(file, "CC033", node, f"`{field.name}` is an empty list", f"take `{field.name}` out")
    found = []
    for item in node.items:
        if type(item) is Text and item.text:
            found.append(item)
        else:
            draft.report_node(
                file,
                "CC104",
                item,
                f"every item of `{field.name}` is one text",
                "write one text behind each dash, or between the commas",
            )
    return found


def read_texts(draft: Draft, file: SourceFile, node: Node, field: Field) -> tuple[str, ...]:
    """One text or several."""
    return tuple(item.text for item in texts_of(draft, file, node, field))


def read_flag(draft: Draft, file: SourceFile, node: Node, field: Field) -> bool | None:
    """Yes or no, also written true or false."""
    word = node.text.lower() if type(node) is Text else ""
    if word in YES or word in NO:
        return word in YES
    draft.report_node(file, "CC106", node, f"`{field.name}` takes yes or no", f"write {field.name}: yes")
    return None


def read_word(draft: Draft, file: SourceFile, node: Node, field: Field) -> str | None:
    """One of the few words that a key takes."""
    word = node.text if type(node) is Text else file.written(node)
    if word in field.words:
        return word
    draft.report_node(
        file,
        "CC105",
        node,
        f"`{field.name}` cannot be `{word[:60]}`",
        did_you_mean(word, field.words),
    )
    return None


def read_calendar(draft: Draft, file: SourceFile, node: Node, field: Field) -> str | None:
    """The name of a calendar that dates can be read in; `{julian-until: DAY}` is one with a reform of its own."""
    if type(node) is Text and node.text.strip().startswith("julian-until "):  # as a table has it
        return _reformed_calendar(draft, file, node, node.text.strip().removeprefix("julian-until "))
    if type(node) is not Mapping:
        return read_word(draft, file, node, field._replace(words=CALENDARS))
    values = read_keys(draft, file, node, REFORM, "`calendar`")
    if "julian-until" in values:
        return _reformed_calendar(draft, file, node.entries["julian-until"][1], values["julian-until"])
    if not node.entries:
        draft.report_node(
            file,
            "CC103",
            node,
            f"`{field.name}` has no `julian-until`",
            f"write {field.name}: {{julian-until: 1752-09-02}}, the last day that was Julian",
        )
    return None


def _reformed_calendar(draft: Draft, file: SourceFile, node: Node, day: str) -> str | None:
    try:
        return julian_until(day)
    except ValueError as problem:
        draft.report_node(
            file,
            "CC105",
            node,
            str(problem),
            "write the last Julian day: 1582-10-04 in Rome, 1752-09-02 in England, 1918-01-31 in Russia",
        )
        return None


def read_year_style(draft: Draft, file: SourceFile, node: Node, field: Field) -> str | None:
    """The day on which years begin, by the name that the calendars know it by."""
    name = read_text(draft, file, node, field)
    if name is None:
        return None
    try:
        return year_style(name)
    except ValueError:
        return read_word(draft, file, node, field._replace(words=YEAR_STYLES))


def read_id(draft: Draft, file: SourceFile, node: Node, field: Field) -> str | None:
    """A reference to one entry; looked up now if it is declared, later if not."""
    if read_text(draft, file, node, field) is None or type(node) is not Text:
        return None
    _look_up(draft, file, node, field)
    return node.text


def read_ids(draft: Draft, file: SourceFile, node: Node, field: Field) -> tuple[str, ...]:
    """References to one entry or several, each once. Where sources are meant a text of several words cites one."""
    ids: dict[str, None] = {}
    for item in texts_of(draft, file, node, field):
        id = item.text
        if "sources" in field.targets and re.search(r"\s", id.strip()):
            id = _cited(draft, file, item).source
        else:
            _look_up(draft, file, item, field)
        ids[id] = None
    return tuple(ids)


def _look_up(draft: Draft, file: SourceFile, node: Text, field: Field) -> None:
    for section in field.targets:
        if node.text in draft.written[section]:
            return
    draft.refer(field.targets, _UNKNOWN[field.targets], file, node, node.text)


def read_names(draft: Draft, file: SourceFile, node: Node, field: Field) -> tuple[str, ...]:
    """The ids of claimants. A text with spaces is a name; so is any text where no claimants are declared."""
    found = []
    for item in texts_of(draft, file, node, field):
        name = item.text
        if name in draft.written["claimants"]:
            found.append(name)
        elif "claimants" in draft.sections and not re.search(r"\s", name):
            draft.refer(field.targets, "CC201", file, item, name)
            found.append(name)
        else:
            found.append(name_claimant(draft, name, file.position(item.start)))
    return tuple(dict.fromkeys(found))


def read_citation(draft: Draft, file: SourceFile, node: Node, field: Field) -> Citation | None:
    """A source and the place in it; a text that begins with no declared source names a source of its own."""
    if read_text(draft, file, node, field) is None or type(node) is not Text:
        return None
    return _cited(draft, file, node)


# The page, leaf, paragraph or line at the end of a free text. In a table it is the locator, so that two pages of
# one book are one source. A capital "С." or "S." might be an initial: it has a sign before it, no year behind it.
_LOCATOR = re.compile(
    r"(?:[,;:.]?\s+(?:pp?\.|pages?\b|fols?\.?|fo\.|ff?\.|par[as]{0,2}\.|§§?|с\.|стр\.|лл?\.)"
    r"|[,;:.]\s+[СS]\.(?!\s*[12]\d{3}\b))\s*[\divxlc].*$",
    re.DOTALL,
)


_CITATION_KEY = re.compile(r"[^\W\d][\w:.+-]*\d{4}[a-z]?[\w-]*")  # tanner1744, Tanner:1744a


def _cited(draft: Draft, file: SourceFile, node: Text) -> Citation:
    """A citation: declared source and locator, or a text that is a source of its own."""
    text = node.text.strip()
    first, _, rest = text.partition(" ")
    if draft.is_declared("sources", first):
        return Citation(source=first, locator=rest.strip() or None)
    title, locator = split_locator(text) if file.name in draft.rows else (text, None)
    return Citation(source=_name_source(draft, file, node, title, first), locator=locator)


def split_locator(text: str) -> tuple[str, str | None]:
    """A free text as the work that it names and the page, leaf, paragraph or line at its end, if there is one."""
    place = _LOCATOR.search(text)
    if place is None or place.start() == 0:
        return text, None
    return text[: place.start()], place[0].lstrip(" ,;:.\t")


def _name_source(draft: Draft, file: SourceFile, node: Node, text: str, first: str) -> str:
    id = id_from(text)
    candidate, number = id, 1
    while draft.is_declared("sources", candidate):
        number += 1
        candidate = f"{id}-{number}"
    if candidate not in draft.sources:
        _warn_if_mistyped(draft, file, node, first)
        draft.sources[candidate] = Source(
            id=candidate, position=file.position(node.start), title=text, declared=False
        )
    return candidate


def _warn_if_mistyped(draft: Draft, file: SourceFile, node: Node, first: str) -> None:
    """Warns where the first word of a free text looks like the key of a bibliography, or nearly like an id."""
    from difflib import get_close_matches

    key = first.rstrip(",;:")
    is_key = bool(draft.library) and _CITATION_KEY.fullmatch(key) is not None and key not in draft.sources
    near = get_close_matches(key, [*draft.library, *draft.written["sources"]], n=1, cutoff=0.8)
    if not is_key and (not near or "sources" in draft.lost):
        return
    draft.report(
        file,
        "CC213" if is_key else "CC211",
        node.start,
        f"no bibliography has the key `{key}`"
        if is_key
        else f"`{key}` is not declared under `sources`, so the whole text is taken as a source of its own",
        f"did you mean `{near[0]}`?" if near else "add it there, or declare it under `sources`",
        length=len(key),
    )


def read_pairs(draft: Draft, file: SourceFile, node: Node, field: Field) -> tuple[tuple[str, str], ...] | None:
    """A mapping of words to texts, in the order of the file."""
    if type(node) is not Mapping:
        draft.report_node(
            file, "CC104", node, f"`{field.name}` takes a mapping", f"write {field.name}: {{WORD: TEXT}}"
        )
        return None
    return tuple(
        (name, value.text) for name, (_, value) in node.entries.items() if type(value) is Text and value.text
    )


_READERS: MappingProxyType[Shape, Callable[[Draft, SourceFile, Node, Field], Any]] = MappingProxyType(
    {
        Shape.TEXT: read_text,
        Shape.TEXTS: read_texts,
        Shape.FLAG: read_flag,
        Shape.WORD: read_word,
        Shape.ID: read_id,
        Shape.IDS: read_ids,
        Shape.NAMES: read_names,
        Shape.CITATION: read_citation,
        Shape.PAIRS: read_pairs,
        Shape.CALENDAR: read_calendar,
        Shape.YEAR_STYLE: read_year_style,
    }
)
