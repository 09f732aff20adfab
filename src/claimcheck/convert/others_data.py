"""Other people's data: PeriodO, Wikibase and GEDCOM, each into claims with their sources.

Belongs here: what a definition, a statement or an event of these formats says, and why one is refused. Does not
belong here: tables (see `table_claims`), writing (see `corpus_folder`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimcheck.convert.gathered import Gathered, Keys, Refused, Standing, Wanted, short_id
from claimcheck.convert.sheets import Unreadable, text_of
from claimcheck.dates.calendars import MONTHS, year_in_words

ENDINGS = (".json", ".ged", ".gedcom")
Json = dict[str, Any]


def gather_others_data(path: Path, standing: Standing) -> Gathered:
    """The claims of a file of another's data. Raises `Unreadable` where it is none of those that are known."""
    gathered = Gathered(standing)
    text, left_out = text_of(path)
    if left_out:
        gathered.told.append(f"{left_out} characters that no text has are left out")
    if path.suffix.lower() != ".json":
        _gather_gedcom(path, text, gathered)
        return gathered
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise Unreadable(f"{path} is not JSON", "download or export it again") from None
    collections = data.get("periodCollections") or data.get("authorities") if isinstance(data, dict) else None
    if isinstance(collections, dict):
        _gather_periodo(collections, gathered)
    elif isinstance(data, dict) and isinstance(data.get("entities"), dict):
        _gather_wikibase(data["entities"], gathered)
    else:
        raise Unreadable(
            f"{path} is neither of PeriodO nor of Wikibase", "it takes a PeriodO data set or `entities`"
        )
    return gathered


def _take(gathered: Gathered, at: str, text: str, ask: str, wanted: str, keys: Keys) -> None:
    """Takes a dated claim in, or refuses it where its date cannot be read."""
    gathered.read += 1
    fault = gathered.fault_of_date(text, keys.get("calendar"))
    if fault is not None:
        gathered.refused.append(Refused(at, gathered.read, "date", text, *fault))
        return
    gathered.taken += 1
    claim = {"in": keys["in"], "answers": gathered.question(ask, of_event=True), "when": text, **keys}
    gathered.claims.append(Wanted(wanted, claim))


def _refuse(gathered: Gathered, at: str, column: str, cell: str, reason: str, remedy: str) -> None:
    gathered.read += 1
    gathered.refused.append(Refused(at, gathered.read, column, cell, reason, remedy))


# ------------------------------------------------------------------------------------------------------ PeriodO


def _gather_periodo(collections: Json, gathered: Gathered) -> None:
    """Each definition claims that a period of its label, in its place, lasted from one year to another.

    The same label in another place is another question. Years are those of ISO 8601: -0615 is 616 BC.
    """
    gathered.noun = "definition"
    for collection in collections.values():
        source = collection.get("source") or {}
        work = {**(source.get("partOf") or {}), **{key: value for key, value in source.items() if key != "partOf"}}
        title = str(work.get("title") or work.get("id") or "a source without a title")
        people = [one.get("name") for one in (work.get("creators") or work.get("contributors") or [])]
        authors = [str(name).rstrip(". ") for name in people if name]
        own: Keys = {"author": authors} if authors else {}
        issued = str(work.get("yearPublished") or "")
        id = gathered.source(title, issued, **own, calendar="gregorian")
        for definition in (collection.get("definitions") or collection.get("periods") or {}).values():
            _take_period(definition, id, source, gathered)


def _take_period(definition: Json, source: str, work: Json, gathered: Gathered) -> None:
    """A definition as a claim; ends that are themselves spans, or have no year, are refused."""
    label = str(definition.get("label") or "?")
    places = [str(place.get("label")) for place in definition.get("spatialCoverage") or [] if place.get("label")]
    place = str(definition.get("spatialCoverageDescription") or ", ".join(places))
    at = str(definition.get("id") or label)
    years = [(definition.get(end) or {}).get("in") or {} for end in ("start", "stop")]
    said = " – ".join(str((definition.get(end) or {}).get("label") or "?") for end in ("start", "stop"))
    if not all("year" in year for year in years):
        spans = any("earliestYear" in year for year in years)
        reason = "one of its ends is itself a span of years" if spans else "one of its ends has no year"
        _refuse(gathered, at, "start, stop", said, reason, "write the claim by hand, under its words")
        return
    locator = (definition.get("source") or {}).get("locator") or work.get("locator") or ""
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
    called = _PROPERTIES | {id: label for id, entity in entities.items() if (label := _label(entity))}
    for id, entity in entities.items():
        for name, statements in (entity.get("claims") or {}).items():
            for statement in statements:
                snak = statement.get("mainsnak") or {}
                if (snak.get("datavalue") or {}).get("type") == "time" or snak.get("datatype") == "time":
                    _take_statement(id, name, statement, called, gathered)


def _label(entity: Json) -> str:
    labels = {language: one.get("value") for language, one in (entity.get("labels") or {}).items()}
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
    value = snak["datavalue"]["value"]
    qualifiers = statement.get("qualifiers") or {}
    text, calendar = _wikibase_date(value)
    if any(_item(one) == _CIRCA for one in qualifiers.get("P1480", ())):
        text = f"c. {text}"
    for qualifier, word in (("P1319", "not before"), ("P1326", "not after")):
        for one in qualifiers.get(qualifier, ()):
            if one.get("snaktype") == "value":
                text += f", {word} {_wikibase_date(one['datavalue']['value'])[0]}"
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
    value = (snak.get("datavalue") or {}).get("value")
    if not isinstance(value, dict):
        return str(value or "")
    return str(value.get("id") or value.get("text") or f"Q{value.get('numeric-id')}")


def _references(statement: Json) -> Iterator[tuple[str, str, str]]:
    """Each source of a statement: its item or address, the title that the reference gives it, and the address."""
    for reference in statement.get("references") or []:
        snaks = reference.get("snaks") or {}
        url = next((_item(one) for one in snaks.get("P854", ())), "")
        stated = next((_item(one) for name in ("P248", "P143") for one in snaks.get(name, ())), "")
        title = next((_item(one) for one in snaks.get("P1476", ())), "") if not stated else ""
        if stated or url:
            yield stated or url, title, url


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
    text = event.first("DATE")
    calendar = re.match(r"(?:@#D(\w+(?: R)?)@|(JULIAN|GREGORIAN)(?= )) ?", text)
    keys: Keys = {}
    if calendar is not None:
        word = calendar[1] or calendar[2]
        text = text[calendar.end() :]
        if word not in _CALENDARS:
            _refuse(
                gathered,
                f"line {event.number}",
                "DATE",
                text,
                f"the calendar {word} is not read",
                "write it in another",
            )
            return
        keys["calendar"] = _CALENDARS[word]
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
