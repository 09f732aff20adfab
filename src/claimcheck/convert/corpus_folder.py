"""The folder of a corpus into which a conversion goes: what stands in it, and what becomes of it.

Belongs here: the files of a conversion, and the three-way comparison by which converting again keeps what was
added by hand: what was made last time (kept beside, hidden), what stands in the file now, what is made this time.
Does not belong here: what is converted (see `table_claims` and its like).

A file NAME.yaml is written whole where nobody has changed it. Otherwise the keys that the conversion changes are
written into it, each in its place, and all else stays as it stands, byte for byte.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Collection, Iterator
from collections.abc import Mapping as Table
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from textwrap import indent
from typing import Any, NamedTuple

from claimcheck.convert.gathered import Gathered, Refused, Standing, claims_with_ids, short_id
from claimcheck.convert.sheets import Unreadable
from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.expansion import yaml_of
from claimcheck.corpus.fields import SECTIONS
from claimcheck.corpus.files import CHIEF
from claimcheck.corpus.reading import read_corpus
from claimcheck.corpus.schema import BESIDE, MODELINE, corpus_schema_text
from claimcheck.corpus.toplevel import conventions_of_corpus
from claimcheck.corpus.yaml_nodes import (
    Listing,
    Mapping,
    Node,
    SourceFile,
    Text,
    Unfinished,
    read_nodes,
    source_file,
)
from claimcheck.diagnostics import Diagnostic, Severity

_MADE = "# Made from {} by `claimcheck convert`. What you add or change here is kept when it is converted again.\n"
_CHIEF = "# Write here what the converted files do not say. `claimcheck convert` does not touch this file again.\n"
_WIDTH = 10_000  # of a line: what is written stays on it, however long


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversion goes: the folder of the corpus, and the name that its files have."""

    folder: Path
    name: str

    @property
    def made(self) -> Path:
        """The file of the entries."""
        return self.folder / f"{self.name}.yaml"

    @property
    def kept(self) -> Path:
        """What was made last time, hidden, so that it is not read as part of the corpus."""
        return self.folder / f".{self.name}.converted"

    @property
    def mapping(self) -> Path:
        """What each column was taken for."""
        return self.folder / f"{self.name}.map.txt"

    @property
    def rejects(self) -> Path:
        """What was refused."""
        return self.folder / f"{self.name}.rejects.csv"


def place_for(folder: Path, source: Path) -> Place:
    """Where the conversion of a file goes: its files have its name, in lower case and without spaces."""
    name = short_id(source.stem)
    return Place(folder, f"{name}-table" if f"{name}.yaml" == CHIEF else name)


def standing_at(place: Place) -> Standing:
    """What of the corpus is there already. Raises `Unreadable` where its files have errors."""
    before, digest = _last(place)
    if not place.folder.is_dir() or not any(place.folder.glob("*.yaml")):
        return Standing(before=before, digest=digest)
    # The file that is to be written may be long; it is read only where something in the rest refers to it.
    corpus, faulty = _sound(place, without=place.made)
    if faulty:
        corpus, faulty = _sound(place)
    if faulty:
        at = faulty[0].position
        raise Unreadable(
            f"the corpus in {place.folder} has errors; the first is in {at.file}, line {at.line}",
            "mend what claimcheck check says of it, then convert again",
        )
    mine = _stated_in(place, _written(place), ("events", "claimants"))
    elsewhere: dict[str, dict[str, Any]] = {
        section: {
            id: entry
            for id, entry in getattr(corpus, section).items()
            if Path(entry.position.file) != place.made and getattr(entry, "declared", True)
        }
        for section in SECTIONS
    }
    return Standing(
        conventions=conventions_of_corpus(corpus.defaults, corpus.eras),
        taken={
            section: frozenset(entries) | (corpus.library if section == "sources" else frozenset())
            for section, entries in elsewhere.items()
        },
        titles={source.title: id for id, source in elsewhere["sources"].items() if source.title},
        asks={question.ask: id for id, question in elsewhere["questions"].items()},
        events=frozenset((*corpus.events, *mine.get("events", ()), *before.get("events", ()))),
        declares_claimants=any(one.declared for one in corpus.claimants.values())
        or bool(mine.get("claimants") or "claimants" in before),
        before=before,
        digest=digest,
    )


def _sound(place: Place, without: Path | None = None) -> tuple[Corpus, list[Diagnostic]]:
    corpus, diagnostics = read_corpus(place.folder, without)
    return corpus, [one for one in diagnostics if one.severity is Severity.ERROR and one.code != "CC010"]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _last(place: Place) -> tuple[dict[str, Any], str]:
    """What was made last time, and the digest of the file that it was; nothing if it is the first.

    Raises `Unreadable` where it cannot be told.
    """
    if not place.kept.is_file():
        return {}, ""
    try:
        kept = json.loads(place.kept.read_text(encoding="utf-8"))
        return dict(kept["sections"]), str(kept["digest"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise Unreadable(
            f"{place.kept} is not as it was left, so that nobody knows what was added by hand",
            f"take it away: what {place.made.name} says otherwise than the source is then a clash",
        ) from None


def _written(place: Place) -> str:
    """The text of the file that is to be written, as it stands; empty where there is none."""
    try:
        return place.made.read_bytes().decode("utf-8") if place.made.is_file() else ""
    except (OSError, UnicodeError):
        raise Unreadable(f"{place.made} cannot be read", "mend what claimcheck check says of it") from None


_SECTION = re.compile(r"(?m)^(\w+):[ \t]*(?:#.*)?\r?$")


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Where the entries of each section stand, a thousand at a time: the section, from, to (half-open)."""
    for head in _SECTION.finditer(text):
        end = re.compile(r"(?m)^[^\s#]").search(text, head.end() + 1)
        start, stop = min(head.end() + 1, len(text)), end.start() if end is not None else len(text)
        first = re.compile(r"(?m)^( +)[^\s#]").search(text, start, stop)
        if first is not None and head[1] in SECTIONS:
            entry = re.compile(rf"(?m)^{first[1]}[^\s#]")
            bounds = [
                start,
                *(found.start() for found in islice(entry.finditer(text, start, stop), 1000, None, 1000)),
            ]
            yield from ((head[1], *piece) for piece in pairwise([*bounds, stop]))


def _data(text: str, only: Collection[str] = SECTIONS) -> dict[str, Any] | None:
    """Some sections of a file as plain texts, lists and mappings; None where it is no YAML.

    In pieces, since a tree of them all takes much more room; where it is not laid out in lines, as a whole.
    """
    import yaml

    loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

    def loaded(text: str) -> dict[str, Any]:
        found = yaml.load(text, loader)
        return found if isinstance(found, dict) else {}

    try:
        data: dict[str, Any] = {}
        outside, at = "", 0
        for name, start, stop in _pieces(text):
            outside, at = outside + text[at:start], stop
            if name in only:
                data.setdefault(name, {}).update(loaded(f"{name}:\n{text[start:stop]}")[name])
        data = {**loaded(outside + text[at:]), **data}
    except (yaml.YAMLError, KeyError, TypeError, ValueError, RecursionError):
        try:
            data = loaded(text)
        except (yaml.YAMLError, RecursionError):
            return None
    return {name: part for name, part in data.items() if part}


def _stated_in(place: Place, text: str, only: Collection[str] = SECTIONS) -> dict[str, Any]:
    data = _data(text, only)
    if data is None:
        raise Unreadable(f"{place.made} is not YAML", "mend what claimcheck check says of it")
    return data


class Clash(NamedTuple):
    """A key that was changed by hand, and of which the file that is converted says something new as well."""

    entry: str
    key: str
    by_hand: str
    new: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be written, by path; what stands against it; what is to be told."""

    files: dict[Path, str]
    clashes: tuple[Clash, ...] = ()
    told: tuple[str, ...] = ()


def outcome(
    place: Place, source: str, gathered: Gathered, mapping: list[str], *, overwrite: bool = False
) -> Outcome:
    """The files of a conversion, in the order in which they are to be written. Writes nothing.

    What was changed by hand since the last conversion is kept. Where the source says something new of the same key
    there is a clash, unless `overwrite` gives way to the source. Raises `Unreadable` where the layout of a file
    cannot be kept.
    """
    elsewhere = gathered.standing.taken["claims"]
    last = gathered.standing.before
    before = last.get("claims", {})
    sections: dict[str, Any] = dict(gathered.sections)
    sections["claims"] = claims_with_ids(gathered.claims, before, elsewhere)
    made = MODELINE + _MADE.format(source) + "".join(_section(name, entries) for name, entries in sections.items())
    written = {name: entries for name, entries in sections.items() if entries}
    text = made
    clashes: list[Clash] = []
    told: list[str] = []
    now = _written(place)
    if now not in ("", made) and _digest(now) != gathered.standing.digest:
        text, clashes, told = _merged(place, now, last, written, overwrite)
    files = {place.made: text}
    if not (place.folder / CHIEF).exists():
        files[place.folder / CHIEF] = MODELINE + _CHIEF + yaml_of({"format": "1", "title": place.name})
    if not (place.folder / BESIDE).exists():
        files[place.folder / BESIDE] = corpus_schema_text()
    if mapping:
        files[place.mapping] = "".join(f"{line}\n" for line in mapping)
    files[place.rejects] = _rejects(gathered.refused)
    kept = {"digest": _digest(made), "sections": written}
    files[place.kept] = json.dumps(kept, ensure_ascii=False) + "\n"
    return Outcome(files, tuple(clashes), tuple(told))


def _section(name: str, entries: dict[str, Any]) -> str:
    """A section as text, a thousand entries at a time, since a tree of them all takes much more room."""
    ids = list(entries)
    parts = [{id: entries[id] for id in ids[at : at + 1000]} for at in range(0, len(ids), 1000)]
    texts = [yaml_of({name: part}, _WIDTH) for part in parts]
    return "".join(text if at == 0 else text.partition("\n")[2] for at, text in enumerate(texts))


_REJECTS = ("sheet", "row", "column", "cell", "reason", "remedy")


def _rejects(refused: list[Refused]) -> str:
    """The refused cells as CSV; empty if there are none."""
    if not refused:
        return ""
    buffer = io.StringIO()
    table = csv.writer(buffer, lineterminator="\n")
    table.writerow(_REJECTS)
    for one in refused:
        table.writerow([f"'{text}" if str(text)[:1] in ("=", "+", "-", "@") else text for text in one])
    return buffer.getvalue()


# --------------------------------------------------------------------------------------------- converting again


class _Edit(NamedTuple):
    """A change of a file: an entry or a key of an entry gets a value, or goes (None)."""

    section: str
    id: str
    key: str | None
    value: Any


def _merged(
    place: Place, now: str, old: Table[str, Any], new: dict[str, Any], overwrite: bool
) -> tuple[str, list[Clash], list[str]]:
    """What stands in the file with what the conversion changes, and where hand and source say different things."""
    mine = _stated_in(place, now)
    clashes: list[Clash] = []
    told: list[str] = []
    edits = list(_edits(mine, old, new, overwrite, clashes, told))
    if clashes or not edits:
        return now, clashes, told
    known = {(edit.section, edit.id) for edit in edits if edit.id in mine.get(edit.section, {})}
    for edit in edits:
        _apply(mine, edit)
    wanted = {name: part for name, part in mine.items() if part}
    return _edited(place.made, now, edits, known, wanted), clashes, told


def _apply(data: dict[str, Any], edit: _Edit) -> None:
    holder = data.setdefault(edit.section, {})
    holder, name = (holder, edit.id) if edit.key is None else (holder[edit.id], edit.key)
    if edit.value is not None:
        holder[name] = edit.value
    else:
        del holder[name]


def _edits(
    mine: Any, old: Any, new: Any, overwrite: bool, clashes: list[Clash], told: list[str]
) -> Iterator[_Edit]:
    """What has to change in the file: what stands there, what was made last time, what is made now.

    Clashes and what is to be told are added to the lists.
    """
    for section in SECTIONS:
        here, before, after = (part.get(section) or {} for part in (mine, old, new))
        if not all(isinstance(part, dict) for part in (here, before, after)):
            raise Unreadable(f"`{section}` is a list in the file", "write its entries as ID: …, without dashes")
        for id, entry in after.items():
            if id not in here:
                if id in before and not overwrite:
                    told.append(f"{section} {id}: you took it out, and it stays out")
                else:
                    yield _Edit(section, id, None, entry)
            else:
                yield from _key_edits(section, id, here[id], before.get(id), entry, overwrite, clashes)
        for id, entry in before.items():
            if id not in after and id in here and here[id] == entry:
                yield _Edit(section, id, None, None)
            elif id not in after and id in here:
                told.append(f"{section} {id}: it is gone from the source; kept, since you changed it")


def _key_edits(
    section: str, id: str, mine: Any, old: Any, new: Any, overwrite: bool, clashes: list[Clash]
) -> Iterator[_Edit]:
    """The same of one entry, key by key; an entry that is a text is one key."""
    if not all(isinstance(one, dict) for one in (mine, new)):
        if mine == new or (old == new and not overwrite):
            return
        if mine == old or overwrite:
            yield _Edit(section, id, None, new)
        else:
            clashes.append(Clash(f"{section} {id}", "", _in_words(mine), _in_words(new)))
        return
    was = old if isinstance(old, dict) else {}
    for key in dict.fromkeys((*new, *was)):
        by_hand, before, after = mine.get(key), was.get(key), new.get(key)
        if by_hand == after or (before == after and not overwrite):
            continue
        if by_hand == before or overwrite:
            yield _Edit(section, id, key, after)
        else:
            clashes.append(Clash(f"{section} {id}", key, _in_words(by_hand), _in_words(after)))


def _in_words(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "; ".join(map(_in_words, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_in_words(inner)}" for key, inner in value.items())
    return str(value)


Entries = frozenset[tuple[str, str]] | set[tuple[str, str]]  # by section and id


def _edited(path: Path, text: str, edits: list[_Edit], known: Entries, wanted: dict[str, Any]) -> str:
    """The text with the edits, everything else as it stands, byte for byte, comments and quotes included.

    `known` are the entries of the edits that stand in it. Only what is around them is looked at, if that will do.
    """
    put, gone = ([edit for edit in edits if (edit.value is None) is is_out] for is_out in (False, True))
    for around in (known, None):
        with suppress(Unfinished, KeyError):
            made = _taken_out(_written_into(text, put, known, around), gone, wanted, around)
            if _data(made) == wanted:
                return made
    raise Unreadable(
        f"{path} is laid out so that it cannot be changed in place",
        "put what you added into a file of its own beside it, and convert again with --force",
    )


_Change = tuple[int, int, str]  # from, to, and what stands there instead


def _changed(text: str, changes: list[_Change]) -> str:
    parts, at = [], 0
    for start, stop, instead in sorted(changes):
        parts += [text[at:start], instead]
        at = stop
    return "".join((*parts, text[at:]))


_KEY = re.compile(r"""(?m)^ +['"]?([^\n]*?)['"]?[ \t]*:(?:\s|$)""")


def _sections(text: str, around: Entries | None) -> tuple[SourceFile, dict[str, tuple[Text, Node]]]:
    """The file and the nodes of its sections, only of pieces in which these entries stand, or which are the last.

    Raises `Unfinished` where it is no YAML.
    """
    shown: list[str] = []
    at = 0
    pieces = list(_pieces(text)) if around is not None else []
    last = {name: start for name, start, _ in pieces}
    for name, start, stop in pieces:
        if (
            start != last[name]
            and around is not None
            and around.isdisjoint((name, id) for id in _KEY.findall(text, start, stop))
        ):
            shown += [text[at:start], " " * (stop - start - 1), "\n"]
            at = stop
    file = source_file("", text)
    root = read_nodes(file, "".join((*shown, text[at:])), [])
    return file, root.entries if type(root) is Mapping else {}


def _written_into(text: str, edits: list[_Edit], known: Entries, around: Entries | None) -> str:
    """The text with keys that have other values, or are new. Raises `KeyError` where a known entry is missing."""
    file, sections = _sections(text, around)
    changes: list[_Change] = []
    added: dict[str, dict[str, Any]] = {}
    new_keys: dict[tuple[str, str], dict[str, Any]] = {}
    for edit in edits:
        section = sections[edit.section][1] if edit.section in sections else None
        entry = section.entries.get(edit.id) if type(section) is Mapping else None
        if entry is None and (edit.section, edit.id) in known:
            raise KeyError(edit.id)
        if entry is None:
            added.setdefault(edit.section, {})[edit.id] = edit.value
        elif edit.key is None:
            changes.append(_change(file, edit.id, *entry, edit.value))
        elif type(entry[1]) is Mapping and edit.key in entry[1].entries:
            changes.append(_change(file, edit.key, *entry[1].entries[edit.key], edit.value))
        elif type(entry[1]) is Mapping:
            new_keys.setdefault((edit.section, edit.id), {})[edit.key] = edit.value
    for (name, id), keys in new_keys.items():
        section = sections[name][1]
        entry = section.entries[id] if type(section) is Mapping else None
        if entry is not None and type(entry[1]) is Mapping:
            changes.append(_addition(file, entry[1], keys))
    below = ""
    for name, entries in added.items():
        section = sections[name][1] if name in sections else None
        if type(section) is Mapping and section.entries:
            changes.append(_addition(file, section, entries))
        else:
            below += yaml_of({name: entries}, _WIDTH)
    return _changed(text, changes) + ("" if text.endswith("\n") or not below else "\n") + below


def _taken_out(text: str, edits: list[_Edit], wanted: Collection[str], around: Entries | None) -> str:
    """The text without some of its entries and keys; a section of which nothing is wanted goes as a whole."""
    file, sections = _sections(text, around)
    changes: list[_Change] = []
    gone: dict[str, set[str]] = {}
    for edit in edits:
        section = sections[edit.section][1]
        entry = section.entries[edit.id] if type(section) is Mapping else None
        if edit.key is None:
            gone.setdefault(edit.section, set()).add(edit.id)
        elif entry is not None and type(entry[1]) is Mapping:
            changes.append(_lines_of(file, *entry[1].entries[edit.key]))
    for name, ids in gone.items():
        key, section = sections[name]
        entries = section.entries if type(section) is Mapping else {}
        if name not in wanted:
            changes.append(_lines_of(file, key, section))
        else:
            changes += [_lines_of(file, *entries[id]) for id in ids]
    return _changed(text, changes)


def _lines_of(file: SourceFile, key: Text, value: Node) -> _Change:
    """A key with its value, gone with the lines on which they stand."""
    last = file.place(max(_end(value) - 1, key.start)).line
    stop = file.starts[last + 1] if last + 1 < len(file.starts) else len(file.text)
    return file.starts[file.place(key.start).line], stop, ""


def _change(file: SourceFile, name: str, key: Text, old: Node, new: Any) -> _Change:
    """A key with another value, in its place, and with the comment that stands behind it."""
    if isinstance(new, str) and type(old) is Text and old.style not in ("|", ">"):
        return (
            old.start,
            old.stop,
            yaml_of({name: new}, _WIDTH).removeprefix(yaml_of({name: "x"})[:-2]).rstrip("\n"),
        )
    return key.start, _end(old), _indented({name: new}, file.place(key.start).column).strip()


def _addition(file: SourceFile, holder: Mapping, entries: dict[str, Any]) -> _Change:
    """Further keys behind those of a mapping: below its last line, or before its closing brace."""
    if holder.flow:
        texts = "".join(f", {name}: {json.dumps(value, ensure_ascii=False)}" for name, value in entries.items())
        return holder.stop - 1, holder.stop - 1, texts if holder.entries else texts[2:]
    first = next(iter(holder.entries.values()))[0]
    line = file.place(max(_end(holder) - 1, first.start)).line
    at = file.starts[line] + len(file.line(line))
    return at, at, "\n" + _indented(entries, file.place(first.start).column)


def _indented(entries: dict[str, Any], column: int) -> str:
    return indent(yaml_of(entries, _WIDTH).rstrip("\n"), " " * column)


def _end(node: Node) -> int:
    """Where a value ends, without the lines and comments below it."""
    if type(node) is Mapping and not node.flow and node.entries:
        return _end(list(node.entries.values())[-1][1])
    if type(node) is Listing and not node.flow and node.items:
        return _end(node.items[-1])
    return node.stop
