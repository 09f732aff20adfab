"""Bibliographies beside a corpus: BibTeX and CSL-JSON, whose entries are sources by their citation keys.

Belongs here: entries of both into the nodes that YAML would give, with the variables of CSL for keys
(citationstyles.org, 1.0.2). Does not belong here: what a source is (see `builders`). Only what is cited becomes a
source, since a library holds much that the corpus does not speak of.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from claimcheck.corpus.draft import Draft, Written, id_from
from claimcheck.corpus.fields import SOURCE
from claimcheck.corpus.files import LIBRARIES
from claimcheck.corpus.shorthand import full_entry
from claimcheck.corpus.yaml_nodes import Listing, Mapping, Node, SourceFile, Text
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import Fault
from claimcheck.diagnostics import Diagnostic, installing

_TYPES = MappingProxyType(
    {
        "article": "article-journal",
        "inbook": "chapter",
        "incollection": "chapter",
        "inproceedings": "paper-conference",
        "phdthesis": "thesis",
        "mastersthesis": "thesis",
        "techreport": "report",
        "unpublished": "manuscript",
        "online": "webpage",
        "misc": "document",
    }
)
_FIELDS = MappingProxyType(
    {
        "journal": "container-title",
        "journaltitle": "container-title",
        "booktitle": "container-title",
        "address": "publisher-place",
        "location": "publisher-place",
        "pages": "page",
        "doi": "DOI",
        "isbn": "ISBN",
        "issn": "ISSN",
        "keywords": "keyword",
        "series": "collection-title",
        "institution": "publisher",
        "school": "publisher",
        "organization": "publisher",
        "langid": "language",
        "shorttitle": "title-short",
        "date": "issued",
        "urldate": "accessed",
    }
)
_DATES = ("issued", "accessed", "original-date", "event-date", "available-date", "submitted")
_GREGORIAN = Conventions(calendar="gregorian")
Values = dict[str, str | list[str]]


def is_bibliography(name: str) -> bool:
    """Whether a file of that name is one."""
    return name.endswith(LIBRARIES)


def read_bibliography(draft: Draft, file: SourceFile) -> None:
    """Puts the entries of a bibliography into the draft's library, by their keys; of two of one key the first."""
    entries = _csl(file, draft.found) if file.name.endswith(".json") else _bibtex(file, draft.found)
    for id, at, values in entries:
        if id in draft.library or not re.fullmatch(r"[^\s,\[\]{}\"'@]+", id):
            fault = "has a key that another has" if id in draft.library else "has a key that cannot be cited"
            draft.found.append(
                file.report("CC045", at, f"the entry `{id}` {fault}, and is left out", "give it another key")
            )
            continue
        key = Text(id, at, at + len(id))
        nodes: dict[str, tuple[Text, Node]] = {
            name: (Text(name, at, at), _node(value, at)) for name, value in values.items() if name in SOURCE
        }
        draft.library[id] = Written(id, key, Mapping(nodes, at, at), file)


def cite(draft: Draft) -> None:
    """Makes sources of the entries of the library that are cited; what a hand has written of one goes before."""
    if not draft.library:
        return
    first_words = {
        word
        for entries in draft.written.values()
        for entry in entries.values()
        for text in _texts(entry.node)
        if (word := text.partition(" ")[0]) in draft.library
    }
    first_words |= draft.library.keys() & draft.written["sources"].keys()
    for id in [id for id in draft.library if id in first_words]:
        entry = _dated(draft, draft.library[id])
        by_hand = draft.written["sources"].get(id)
        node = full_entry("sources", by_hand) if by_hand is not None else None
        if by_hand is not None and node is not None and type(entry.node) is Mapping:
            at = by_hand.key.start
            below = {
                name: (Text(name, at, at), _moved(value, at)) for name, (_, value) in entry.node.entries.items()
            }
            entry = by_hand._replace(node=Mapping({**below, **node.entries}, node.start, node.stop))
        draft.written["sources"][id] = entry
        _declare_authors(draft, entry)


def _dated(draft: Draft, entry: Written) -> Written:
    """The entry, undated if its date cannot be read; a bibliography is not written for this program."""
    keys = dict(entry.node.entries) if type(entry.node) is Mapping else {}
    issued = keys["issued"][1] if "issued" in keys else None
    if type(issued) is not Text or not isinstance(read_date(issued.text, _GREGORIAN), Fault):
        return entry
    del keys["issued"]
    draft.found.append(
        entry.file.report(
            "CC044",
            entry.key.start,
            f"the date of `{entry.id}`, “{issued.text}”, cannot be read, so that the work is undated",
            f"mend it in the bibliography, or write sources: {{{entry.id}: {{issued: …}}}}",
            length=len(entry.id),
        )
    )
    return entry._replace(node=Mapping(keys, entry.key.start, entry.key.start))


def _declare_authors(draft: Draft, entry: Written) -> None:
    """An author of one word is a name, also where claimants have to be declared."""
    author = entry.node.entries.get("author") if type(entry.node) is Mapping else None
    if author is None or "claimants" not in draft.sections or entry.file.name.endswith((".yaml", ".yml")):
        return
    for name in _texts(author[1]):
        if " " not in name and name not in draft.written["claimants"]:
            at = entry.key.start
            keys: dict[str, tuple[Text, Node]] = {
                key: (Text(key, at, at), Text(text, at, at)) for key, text in (("name", name), ("declared", "no"))
            }
            claimant = Written(name, Text(id_from(name), at, at), Mapping(keys, at, at), entry.file)
            draft.written["claimants"][name] = claimant


def _texts(node: Node) -> Iterator[str]:
    match node:
        case Text():
            yield node.text
        case Listing():
            for item in node.items:
                yield from _texts(item)
        case Mapping():
            for _, value in node.entries.values():
                yield from _texts(value)


def _node(value: str | list[str], at: int) -> Node:
    if isinstance(value, str):
        return Text(value, at, at, '"')
    return Listing([Text(item, at, at, '"') for item in value], at, at)


def _moved(node: Node, at: int) -> Node:
    return _node([*_texts(node)] if type(node) is Listing else "".join(_texts(node)), at)


# ----------------------------------------------------------------------------------------------------- CSL-JSON


def _csl(file: SourceFile, found: list[Diagnostic]) -> Iterator[tuple[str, int, Values]]:
    try:
        data: Any = json.loads(file.text)
    except (json.JSONDecodeError, RecursionError) as fault:
        at = fault.pos if isinstance(fault, json.JSONDecodeError) else 0
        found.append(file.report("CC045", at, "the bibliography is not JSON from here on", "export it again"))
        return
    items = data.get("items", []) if isinstance(data, dict) else data
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict) or not str(item.get("citation-key") or item.get("id") or ""):
            continue
        id = str(item.get("citation-key") or item["id"])
        at = max(0, file.text.find(json.dumps(id, ensure_ascii=False)) + 1)
        values: Values = {}
        for name, value in item.items():
            said = _csl_value(name, value)
            if said and name not in ("id", "citation-key"):
                values["url" if name == "URL" else name] = said
        yield id, at, values


def _csl_value(name: str, value: Any) -> str | list[str]:
    if name in _DATES:
        return _csl_date(value)
    if isinstance(value, list):
        people = [_csl_name(one) for one in value if isinstance(one, dict)]
        return [name for name in people if name] or [str(one) for one in value if isinstance(one, str | int)]
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _csl_name(name: dict[str, Any]) -> str:
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return str(name.get("literal") or " ".join(str(name[part]) for part in parts if name.get(part)))


def _csl_date(value: Any) -> str:
    """A date of CSL as EDTF: its parts, a span of two, `circa`, or the text that stands for them."""
    if not isinstance(value, dict):
        return str(value) if isinstance(value, str | int) else ""
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not parts or not all(isinstance(part, list) and part for part in parts):
        return str(value.get("raw") or value.get("literal") or "")
    mark = "~" if value.get("circa") not in (None, False, 0, "", "false") else ""
    return "/".join(_edtf(part) + mark for part in parts[:2])


def _edtf(parts: list[Any]) -> str:
    numbers = [int(part) for part in parts if str(part).lstrip("-").isdecimal()]
    if not numbers:
        return " ".join(map(str, parts))
    year = f"{numbers[0]:05}" if numbers[0] < 0 else f"{numbers[0]:04}"
    return "-".join([year, *(f"{number:02}" for number in numbers[1:3])])


# ------------------------------------------------------------------------------------------------------- BibTeX


def _bibtex(file: SourceFile, found: list[Diagnostic]) -> Iterator[tuple[str, int, Values]]:
    try:
        from bibtexparser import middlewares
        from bibtexparser.entrypoint import parse_string
    except ImportError:
        message = "to read BibTeX bibtexparser is needed, so that this bibliography is not read"
        found.append(file.report("CC045", 0, message, installing("bibliography")))
        return
    import logging

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it would log is said as diagnostics
    chain = [
        middlewares.MonthIntMiddleware(),
        middlewares.LatexDecodingMiddleware(),
        middlewares.SeparateCoAuthors(),
        middlewares.SplitNameParts(),
        middlewares.MergeNameParts(style="first"),
    ]
    library: Any = parse_string(file.text, append_middleware=chain)
    for block in library.failed_blocks:
        line = min(block.start_line or 0, len(file.starts) - 1)
        doubled = _DOUBLED.get(type(block).__name__)
        fault, remedy = doubled or ("this entry is no BibTeX", "mend its braces")
        found.append(file.report("CC045", file.starts[line], f"{fault}, and is left out", remedy))
    for entry in library.entries:
        line = min(entry.start_line or 0, len(file.starts) - 1)
        at = max(file.starts[line], file.text.find(entry.key, file.starts[line]))
        yield entry.key, at, _of_bibtex(entry)


# What bibtexparser calls an entry that is BibTeX and says something twice.
_DOUBLED = {
    "DuplicateBlockKeyBlock": ("this entry has a key that another has", "give it another key"),
    "DuplicateFieldKeyBlock": ("this entry has one field twice", "keep one of the two"),
}


def _of_bibtex(entry: Any) -> Values:
    kind = str(entry.entry_type).lower()
    values: Values = {"type": _TYPES.get(kind, kind)}
    fields = {str(field.key).lower(): field.value for field in entry.fields}
    for name, value in fields.items():
        said = [_plain(str(one)) for one in value] if isinstance(value, list) else _plain(str(value))
        if said:
            values[_FIELDS.get(name, name)] = said
    written = re.search(r"(?i)\bdate\s*=\s*[{\"]([^}\"]*)", entry.raw or "")
    if written is not None:
        values["issued"] = written[1].strip()  # before LaTeX makes a space of the ~ of EDTF
    year, month = values.pop("year", ""), values.pop("month", "")
    if "issued" not in values and isinstance(year, str) and year:
        has_month = isinstance(month, str) and month.isdecimal() and re.fullmatch(r"\d{4}", year)
        values["issued"] = f"{year}-{int(str(month)):02}" if has_month else year
    return values


def _plain(text: str) -> str:
    return " ".join(text.replace("{", "").replace("}", "").replace("--", "–").split())
