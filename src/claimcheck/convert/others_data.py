"""Other people's data: PeriodO, Wikibase, GEDCOM and GLX, each into claims with their sources.

Belongs here: what a definition, a statement, an event or an assertion of these formats says, and why one is
refused. Does not belong here: tables (see `table_claims`), writing (see `corpus_folder`).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.convert.gathered import Gathered, Keys, Refused, Standing, Wanted, short_id
from claimcheck.convert.sheets import Unreadable, text_of
from claimcheck.corpus.yaml_nodes import Listing, Mapping, Node, Text, Unfinished, read_nodes, source_file
from claimcheck.dates.calendars import MONTHS, year_in_words
from claimcheck.diagnostics import Diagnostic

ENDINGS = (".json", ".ged", ".gedcom", ".glx")
Json = dict[str, Any]


def gather_others_data(path: Path, standing: Standing) -> Gathered:
    """The claims of a file of another's data, or of a folder of GLX.

    Raises `Unreadable` where it is none of those that are known.
    """
    gathered = Gathered(standing)
    if path.is_dir() or path.suffix.lower() == ".glx":
        files = sorted(one for one in path.rglob("*.glx") if one.is_file()) if path.is_dir() else [path]
        _gather_glx(path, files, gathered)
        return gathered
    text = _text_of(path, gathered)
    if path.suffix.lower() != ".json":
        _gather_gedcom(path, text, gathered)
        return gathered
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise Unreadable(f"{path} is not JSON", "download or export it again") from None
    data = _map(data)
    if collections := _map(data.get("periodCollections") or data.get("authorities")):
        _gather_periodo(collections, gathered)
    elif isinstance(data.get("entities"), dict):
        _gather_wikibase(data["entities"], gathered)
    else:
        raise Unreadable(
            f"{path} is neither of PeriodO nor of Wikibase", "it takes a PeriodO data set or `entities`"
        )
    return gathered


def _map(value: Any) -> Json:
    """What should be a mapping; an empty one for anything else, since nobody promises the shape of a file."""
    return value if isinstance(value, dict) else {}


def _maps(value: Any) -> list[Json]:
    """The mappings in what should be a list of them."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list | tuple) else []


def _text_of(path: Path, gathered: Gathered) -> str:
    text, left_out = text_of(path)
    if left_out:
        gathered.told.append(f"{path.name}: {left_out} characters that no text has are left out")
    return text


def _take(
    gathered: Gathered, at: str, text: str, ask: str, wanted: str, keys: Keys, role: str = "", of: str = ""
) -> None:
    """Takes a dated claim in, of an event or of the value of a role, or refuses it where its date is not read."""
    gathered.read += 1
    fault = gathered.fault_of_date(text, keys.get("calendar"))
    if fault is not None:
        gathered.refused.append(Refused(at, gathered.read, "date", text, *fault))
        return
    gathered.taken += 1
    if keys.get("calendar") == "gregorian" and gathered.is_gregorian(text):
        keys = {name: value for name, value in keys.items() if name != "calendar"}
    question = gathered.question(ask, role, of, of_event=True)
    gathered.claims.append(Wanted(wanted, {"in": keys["in"], "answers": question, "when": text, **keys}))


def _refuse(gathered: Gathered, at: str, column: str, cell: str, reason: str, remedy: str) -> None:
    gathered.read += 1
    gathered.refused.append(Refused(at, gathered.read, column, cell, reason, remedy))


# ------------------------------------------------------------------------------------------------------ PeriodO


def _gather_periodo(collections: Json, gathered: Gathered) -> None:
    """Each definition claims that a period of its label, in its place, lasted from one year to another.

    The same label in another place is another question. Years are those of ISO 8601: -0615 is 616 BC.
    """
    gathered.noun = "definition"
    for collection in _maps([*collections.values()]):
        source = _map(collection.get("source"))
        work = {**_map(source.get("partOf")), **{key: value for key, value in source.items() if key != "partOf"}}
        title = str(work.get("title") or work.get("id") or "a source without a title")
        people = [one.get("name") for one in _maps(work.get("creators") or work.get("contributors"))]
        authors = [str(name).rstrip(". ") for name in people if name]
        own: Keys = {"author": authors} if authors else {}
        issued = str(work.get("yearPublished") or "")
        if issued and gathered.fault_of_date(issued, "gregorian") is not None:
            own["note"], issued = f"published: {issued}", ""
        id = gathered.source(title, issued, **own, calendar="gregorian")
        for definition in _map(collection.get("definitions") or collection.get("periods")).values():
            _take_period(_map(definition), id, source, gathered)


def _take_period(definition: Json, source: str, work: Json, gathered: Gathered) -> None:
    """A definition as a claim; ends that are themselves spans, or have no year, are refused."""
    label = str(definition.get("label") or "?")
    places = [str(place.get("label")) for place in _maps(definition.get("spatialCoverage")) if place.get("label")]
    place = str(definition.get("spatialCoverageDescription") or ", ".join(places))
    at = str(definition.get("id") or label)
    ends = [_map(definition.get(end)) for end in ("start", "stop")]
    years = [_map(end.get("in")) for end in ends]
    said = " – ".join(str(end.get("label") or "?") for end in ends)
    if not all("year" in year for year in years):
        spans = any("earliestYear" in year for year in years)
        reason = "one of its ends is itself a span of years" if spans else "one of its ends has no year"
        _refuse(gathered, at, "start, stop", said, reason, "write the claim by hand, under its words")
        return
    locator = _map(definition.get("source")).get("locator") or work.get("locator") or ""
    notes = [str(definition[key]) for key in ("note", "editorialNote") if definition.get(key)]
    keys: Keys = {
        "in": f"{source} {locator}".strip(),
        "calendar": "gregorian",
        "extent": "throughout",
        "says": f"{label}{f' ({place})' if place else ''}: {said}",
        **({"note": " ".join(notes)} if notes else {}),
        **({"url": str(definition["url"])} if definition.get("url") else {}),
    }
    ask = f"{label}{f' ({place})' if place else ''}: when?"
    text = "/".join(_iso_year(str(year["year"])) for year in years)
    _take(gathered, at, text, ask, short_id(source, label), keys)


def _iso_year(year: str) -> str:
    number = int(year) if re.fullmatch(r"-?\d+", year) else 0
    if abs(number) > 9999:
        return f"Y{number}"
    return f"{number:05}" if number < 0 else f"{number:04}"


# ----------------------------------------------------------------------------------------------------- Wikibase

_PROPERTIES = {
    "P569": "date of birth",
    "P570": "date of death",
    "P571": "inception",
    "P576": "dissolution",
    "P577": "publication",
    "P580": "start",
    "P582": "end",
    "P585": "point in time",
    "P1619": "opening",
}
_CIRCA = "Q5727902"


def _gather_wikibase(entities: Json, gathered: Gathered) -> None:
    """Each value of a property that is a time claims that date, in each source that is given for it.

    Years before 1 have no year 0; a Julian value is written in the Julian calendar, as the calendar model says.
    Items and properties are called by their labels as far as the file holds them, otherwise by their ids.
    """
    gathered.noun = "statement"
    called = _PROPERTIES | {id: label for id, entity in entities.items() if (label := _label(_map(entity)))}
    for id, entity in entities.items():
        for name, statements in _map(_map(entity).get("claims")).items():
            for statement in _maps(statements):
                snak = _map(statement.get("mainsnak"))
                if _map(snak.get("datavalue")).get("type") == "time" or snak.get("datatype") == "time":
                    _take_statement(id, name, statement, called, gathered)


def _label(entity: Json) -> str:
    labels = {language: _map(one).get("value") for language, one in _map(entity.get("labels")).items()}
    return str(labels.get("en") or next(iter(labels.values()), ""))


def _take_statement(id: str, name: str, statement: Json, called: dict[str, str], gathered: Gathered) -> None:
    """The value of a statement as a claim in each source given for it.

    One without a source stands in Wikibase itself.
    """
    label = called.get(id, id)
    at, ask = f"{id} {name}", f"{label}: {called.get(name, name)}: when?"
    snak = statement["mainsnak"]
    if snak.get("snaktype") != "value":
        _refuse(
            gathered,
            at,
            name,
            str(snak.get("snaktype")),
            "the value is unknown or none",
            "nothing can be compared",
        )
        return
    value = _map(_map(snak.get("datavalue")).get("value"))
    qualifiers = _map(statement.get("qualifiers"))
    text, calendar = _wikibase_date(value)
    if any(_item(one) == _CIRCA for one in _maps(qualifiers.get("P1480"))):
        text = f"c. {text}"
    for qualifier, word in (("P1319", "not before"), ("P1326", "not after")):
        for one in _maps(qualifiers.get(qualifier)):
            if one.get("snaktype") == "value":
                text += f", {word} {_wikibase_date(_map(_map(one.get('datavalue')).get('value')))[0]}"
    notes = [f"rank: {statement['rank']}"] if statement.get("rank") in ("preferred", "deprecated") else []
    others = [one for one in qualifiers if one not in ("P1480", "P1319", "P1326")]
    notes += [f"qualified by {', '.join(called.get(one, one) for one in others)}"] if others else []
    for source, title, url in list(_references(statement)) or [("", f"Wikibase {id}", "")]:
        item: Keys = {"url": f"https://www.wikidata.org/wiki/{source}"} if re.fullmatch(r"Q\d+", source) else {}
        keys: Keys = {
            "in": f"{gathered.source(title or called.get(source, source), **item)} {at}",
            "calendar": calendar,
            **({"note": "; ".join(notes)} if notes else {}),
            **({"url": url} if url else {}),
        }
        _take(gathered, at, text, ask, short_id(label, name), keys)


def _item(snak: Json) -> str:
    value = _map(snak.get("datavalue")).get("value")
    if not isinstance(value, dict):
        return str(value or "")
    return str(value.get("id") or value.get("text") or f"Q{value.get('numeric-id')}")


def _references(statement: Json) -> Iterator[tuple[str, str, str]]:
    """Each source of a statement: its item or address, the title that the reference gives it, and the address."""
    for reference in _maps(statement.get("references")):
        snaks = _map(reference.get("snaks"))
        url, title = (next(map(_item, _maps(snaks.get(name))), "") for name in ("P854", "P1476"))
        stated = next((_item(one) for name in ("P248", "P143") for one in _maps(snaks.get(name))), "")
        if stated or url:
            yield stated or url, "" if stated else title, url


def _wikibase_date(value: Json) -> tuple[str, str]:
    """The date as text at its precision, and its calendar."""
    match = re.match(r"([+-])(\d+)-(\d\d)-(\d\d)", str(value.get("time")))
    if match is None:
        return str(value.get("time")), "gregorian"
    year, month, day = int(match[2]), int(match[3]), int(match[4])
    is_bc = match[1] == "-"
    said = year_in_words(1 - year if is_bc else year)
    calendar = "julian" if str(value.get("calendarmodel")).endswith("Q1985786") else "gregorian"
    match value.get("precision"):
        case 11:
            text = f"{day} {MONTHS[max(month, 1) - 1]} {said}"
        case 10:
            text = f"{MONTHS[max(month, 1) - 1]} {said}"
        case 8:
            text = f"{year // 10 * 10}s" + (" BC" if is_bc else "")
        case 7:
            number = (year + 99) // 100
            ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0, "th")
            text = f"{number}{ending} century" + (" BC" if is_bc else "")
        case 9:
            text = said
        case other:
            text = f"{said} (precision {other})"  # millennia and beyond: no wording of a date, and so refused
    return text, calendar


# ------------------------------------------------------------------------------------------------------- GEDCOM


@dataclass(slots=True)
class _Line:
    """A line of GEDCOM with those below it: its number, tag, value and pointer to itself."""

    number: int
    tag: str
    value: str
    xref: str
    below: list[_Line] = field(default_factory=list)

    def first(self, tag: str) -> str:
        """The text of the first line below with that tag; empty if there is none."""
        return next((line.text for line in self.below if line.tag == tag), "")

    @property
    def text(self) -> str:
        """The value with its continuations."""
        more = ("\n" * (line.tag == "CONT") + line.value for line in self.below if line.tag in ("CONT", "CONC"))
        return (self.value + "".join(more)).replace("\n", " ").strip()


_LINE = re.compile(r"\s*(\d+)\s+(?:(@[^@]+@)\s+)?(\w+)(?: (.*))?$")
_EVENTS = {
    "BIRT": "birth",
    "CHR": "christening",
    "BAPM": "baptism",
    "DEAT": "death",
    "BURI": "burial",
    "MARR": "marriage",
    "DIV": "divorce",
}
_CALENDARS = {"JULIAN": "julian", "GREGORIAN": "gregorian"}
_PREFIX = re.compile(r"(?:@#D(\w+(?: R)?)@|(JULIAN|GREGORIAN|HEBREW|FRENCH_R)(?= )) ?")


def _in_calendar(text: str) -> tuple[str, str, str]:
    """A date without the calendar before it, that calendar (empty: none is named), and why it is not read.

    A day in figures would be Gregorian in a corpus, whatever its calendar; so it is put in words.
    """
    prefix = _PREFIX.match(text)
    if prefix is None:
        return text, "", ""
    word, text = prefix[1] or prefix[2], text[prefix.end() :]
    if word not in _CALENDARS:
        return text, "", f"the calendar {word} is not read"
    return re.sub(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b", _words_for_figures, text), _CALENDARS[word], ""


def _words_for_figures(date: re.Match[str]) -> str:
    month = MONTHS[int(date[2]) - 1] if 0 < int(date[2]) <= 12 else date[2]
    return f"{int(date[3])} {month} {date[1]}" if date[3] else f"{month} {date[1]}"


def _gather_gedcom(path: Path, text: str, gathered: Gathered) -> None:
    """Each dated event of a person or a family claims that date, in each source cited for it (5.5.1 and 7)."""
    gathered.noun = "event"
    if re.search(r"(?m)^1 CHAR ANSEL", text) and not text.isascii():
        raise Unreadable(f"{path} is in the encoding ANSEL", "export it again as UTF-8")
    records = _records(text, gathered)
    if not records or records[0].tag != "HEAD":
        raise Unreadable(f"{path} is no GEDCOM: it does not begin with 0 HEAD", "export it again")
    by_xref = {record.xref: record for record in records if record.xref}
    for record in records:
        if record.tag == "INDI":
            name = record.first("NAME").replace("/", "").strip() or record.xref
        elif record.tag == "FAM":
            pair = [by_xref[one] for one in (record.first("HUSB"), record.first("WIFE")) if one in by_xref]
            name = (
                " and ".join(one.first("NAME").replace("/", "").strip() or one.xref for one in pair) or record.xref
            )
        else:
            continue
        for event in record.below:
            if event.tag in _EVENTS and event.first("DATE"):
                _take_event(path, " ".join(name.split()), event, by_xref, gathered)


def _records(text: str, gathered: Gathered) -> list[_Line]:
    """The records of level 0 with what stands below them; a line that is none is told and left out."""
    records: list[_Line] = []
    open_lines: list[_Line] = []
    for number, written in enumerate(text.splitlines(), 1):
        match = _LINE.match(written)
        level = int(match[1]) if match is not None else 0
        if match is None or level > len(open_lines):
            if written.strip():
                gathered.told.append(
                    f"line {number} is no line of GEDCOM, and is left out: {written.strip()[:60]}"
                )
            continue
        line = _Line(number, match[3], match[4] or "", match[2] or "")
        (records if level == 0 else open_lines[level - 1].below).append(line)
        open_lines[level:] = [line]
    return records


def _take_event(path: Path, name: str, event: _Line, by_xref: dict[str, _Line], gathered: Gathered) -> None:
    """A dated event as a claim in each source cited for it; one without a source stands in the file itself."""
    what = _EVENTS[event.tag]
    text, calendar, fault = _in_calendar(event.first("DATE"))
    if fault:
        _refuse(gathered, f"line {event.number}", "DATE", text, fault, "write it in another")
        return
    keys: Keys = {"calendar": calendar} if calendar else {}
    if place := event.first("PLAC"):
        keys["note"] = f"place: {place}"
    citations = [line for line in event.below if line.tag == "SOUR"]
    cited: list[str] = []
    for citation in citations:
        record = by_xref.get(citation.value)
        title = record.first("TITL") or citation.value if record is not None else citation.text
        author = record.first("AUTH") if record is not None else ""
        own: Keys = {"author": [author]} if author else {}
        id = gathered.source(title or citation.value, **own)
        cited.append(f"{id} {citation.first('PAGE')}".strip())
    for source in cited or [f"{gathered.source(path.name)} line {event.number}"]:
        _take(
            gathered,
            f"line {event.number}",
            text,
            f"{name}: {what}: when?",
            short_id(name, what),
            {"in": source, **keys},
        )


# ---------------------------------------------------------------------------------------------------------- GLX

_OF_GLX = ("persons", "events", "relationships", "places", "sources", "citations", "media", "assertions")
_DATES_OF_GLX = ("date", "started_on", "ended_on", "existed_from", "existed_to")


class _Entity(NamedTuple):
    """An entity of a GLX archive, and where it stands: its file and line."""

    at: str
    node: Node

    def said(self, *keys: str) -> str:
        """The text under these keys, one within the other; of a list, and of a value with a date, the first."""
        return _said(self.node, *keys)

    def listed(self, key: str) -> list[Node]:
        """What is listed under a key; of what is no list, that alone."""
        found = self.node.entries.get(key) if type(self.node) is Mapping else None
        if found is None:
            return []
        return found[1].items if type(found[1]) is Listing else [found[1]]


def _said(node: Node, *keys: str) -> str:
    for key in keys:
        found = node.entries.get(key) if type(node) is Mapping else None
        if found is None:
            return ""
        node = found[1]
    if type(node) is Listing and node.items:
        node = node.items[0]
    if type(node) is Mapping and "value" in node.entries:
        node = node.entries["value"][1]
    return " ".join(node.text.split()) if type(node) is Text else ""


@dataclass(slots=True)
class _Archive:
    """An archive of GLX, all its files together: entities by section and id, and which properties are dates."""

    entities: dict[str, dict[str, _Entity]] = field(default_factory=lambda: {name: {} for name in _OF_GLX})
    dates: set[str] = field(default_factory=lambda: set(_DATES_OF_GLX))
    titles: Counter[str] = field(default_factory=Counter)

    def called(self, section: str, id: str) -> str:
        """What an entity is called: by its name or title, or by who takes part in it and its type."""
        entity = self.entities[section].get(id)
        if entity is None:
            return id
        own = entity.said("properties", "name") or entity.said("name") or entity.said("title")
        if own:
            return own
        parts = entity.listed("participants")
        subjects = [one for one in parts if _said(one, "role") == "subject"] or parts
        named = " and ".join(self.called("persons", who) for one in subjects if (who := _said(one, "person")))
        return ": ".join(filter(None, [named, entity.said("type").replace("_", " ")])) or id

    def source(self, id: str, gathered: Gathered) -> str:
        """The source of an id, declared; one of several of the same title has its id behind that."""
        entity = self.entities["sources"].get(id)
        title = self.called("sources" if entity is not None else "media", id)
        if entity is None:
            return gathered.source(title)
        own: Keys = {}
        if authors := [_said(one) for one in entity.listed("authors") if _said(one)]:
            own["author"] = authors
        dated, calendar, fault = _in_calendar(entity.said("date"))
        if dated and not fault and gathered.fault_of_date(dated, calendar or "gregorian") is None:
            own["dated"] = dated
            if calendar or not gathered.is_gregorian(dated):
                own["calendar"] = calendar or "gregorian"
        if url := entity.said("properties", "url"):
            own["url"] = url
        return gathered.source(f"{title} ({id})" if self.titles[title] > 1 else title, **own)


def _gather_glx(path: Path, files: Iterable[Path], gathered: Gathered) -> None:
    """Each assertion of a date claims it in each source cited for it, and so does each of a value that has a date.

    The date of an event that no assertion dates is claimed by the archive itself.
    """
    gathered.noun = "assertion"
    archive = _Archive()
    for file in files:
        _read_glx(file, f"{file.name} " if path.is_dir() else "", archive, gathered)
    if not any(archive.entities.values()):
        raise Unreadable(f"{path} has nothing of GLX in it", "it takes a file .glx, or a folder of such files")
    archive.titles.update(archive.called("sources", id) for id in archive.entities["sources"])
    dated: set[str] = set()
    for id, assertion in archive.entities["assertions"].items():
        _take_assertion(id, assertion, archive, dated, gathered)
    for id, event in archive.entities["events"].items():
        if event.said("date") and id not in dated:
            own = f"{gathered.source(path.name)} {event.at}"
            _take_glx(
                event.at, event.said("date"), f"{archive.called('events', id)}: when?", id, {"in": own}, gathered
            )


def _read_glx(file: Path, called: str, archive: _Archive, gathered: Gathered) -> None:
    """Adds the entities of a file; what YAML would pass over, and an id that stands twice, is told."""
    source = source_file(file.name, _text_of(file, gathered).removeprefix("\ufeff"))
    found: list[Diagnostic] = []
    try:
        root = read_nodes(source, source.text, found)
    except Unfinished as fault:
        line = source.place(fault.at).line + 1
        raise Unreadable(f"{file} is not YAML: line {line}", "mend it there, or export it again") from None
    gathered.told += [f"{called}line {one.position.line}: {one.message}" for one in found]
    for name, (_, section) in root.entries.items() if type(root) is Mapping else ():
        for id, (key, node) in section.entries.items() if type(section) is Mapping else ():
            entity = _Entity(f"{called}line {source.place(key.start).line + 1}", node)
            if name.endswith("_properties") and entity.said("value_type") == "date":
                archive.dates.add(id)
            elif name in archive.entities and archive.entities[name].setdefault(id, entity) is not entity:
                first = archive.entities[name][id].at
                gathered.told.append(f"{entity.at}: {id} stands in {first} already; this one is left out")


def _take_assertion(id: str, assertion: _Entity, archive: _Archive, dated: set[str], gathered: Gathered) -> None:
    """An assertion as a claim in each of its sources; one that says nothing of a time is refused.

    `dated` takes the event whose date it asserts.
    """
    kind = next(
        (one for one in ("event", "person", "relationship", "place") if assertion.said("subject", one)), ""
    )
    subject = assertion.said("subject", kind) if kind else ""
    name = archive.called(f"{kind}s", subject) if kind else ""
    property, value, date = (assertion.said(key) for key in ("property", "value", "date"))
    words = property.replace("_", " ")
    role = ""
    if property in archive.dates:
        ask, date = f"{name}: {words}: when?" if property != "date" else f"{name}: when?", value
    elif property:
        ask, role = f"{name}: {words}?", words
    else:
        ask = f"{name}: when?"
    if not subject or not date or assertion.listed("participant"):
        reason = "it does not say when" if subject else "it has no subject"
        _refuse(gathered, assertion.at, property, value, reason, "write its date in it, or the claim by hand")
        return
    if kind == "event" and not role:
        dated.add(subject)
    marks = [f"{key}: {said}" for key in ("confidence", "status") if (said := assertion.said(key))]
    note = "; ".join([*marks, *filter(None, map(_said, assertion.listed("notes")))])
    keys: Keys = {"note": note} if note else {}
    if role:
        place = archive.entities["places"].get(value)
        keys["value"] = archive.called("places", value) if place is not None else value
    for cited in _cited_in(assertion, archive, gathered) or [{"in": f"{gathered.source(id)}"}]:
        _take_glx(assertion.at, date, ask, id, {**cited, **keys}, gathered, role, name if role else "")


def _cited_in(assertion: _Entity, archive: _Archive, gathered: Gathered) -> list[Keys]:
    """The sources of an assertion, by its citations with place and quotation, then those that it names without."""
    found: dict[str, Keys] = {}
    for one in assertion.listed("citations"):
        citation = archive.entities["citations"].get(_said(one))
        id = citation.said("source") if citation is not None else _said(one)
        keys: Keys = {"in": archive.source(id or _said(one), gathered)}
        if citation is not None:
            keys["in"] = f"{keys['in']} {citation.said('properties', 'locator')}".strip()
            keys |= {"quote": text} if (text := citation.said("properties", "text_from_source")) else {}
            keys |= {"url": url} if (url := citation.said("properties", "url")) else {}
        found.setdefault(f"{id} {keys['in']}", keys)
    cited = {key.partition(" ")[0] for key in found}
    for one in (*assertion.listed("sources"), *assertion.listed("media")):
        if _said(one) and _said(one) not in cited:
            found.setdefault(_said(one), {"in": archive.source(_said(one), gathered)})
    return list(found.values())


def _take_glx(
    at: str, date: str, ask: str, id: str, keys: Keys, gathered: Gathered, role: str = "", of: str = ""
) -> None:
    text, calendar, fault = _in_calendar(date)
    if fault:
        _refuse(gathered, at, "date", date, fault, "write it in another")
        return
    _take(gathered, at, text, ask, short_id(id), {**keys, "calendar": calendar or "gregorian"}, role, of)
