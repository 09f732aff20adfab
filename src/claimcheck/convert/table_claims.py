"""Rows of a table into claims, questions and sources.

Belongs here: what the cells of a row make together, and why a row is refused. Does not belong here: files (see
`sheets`), which column is what (see `columns`), writing (see `corpus_folder`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from claimcheck.convert.columns import (
    CALENDAR_IN_NAME,
    Column,
    Meaning,
    columns_of,
    header_of,
    mapping_lines,
    matter,
)
from claimcheck.convert.gathered import Gathered, Keys, Refused, Standing, Wanted, short_id
from claimcheck.convert.sheets import Cell, Row, Sheet, sheets_of
from claimcheck.corpus.draft import did_you_mean
from claimcheck.corpus.fields import STANCES
from claimcheck.dates.calendars import CALENDARS, year_style

_LOOKED_AT = 200  # rows by which columns are guessed


def gather_table(
    path: Path,
    standing: Standing,
    stated: Mapping[str, Meaning],
    encoding: str | None = None,
    count: Callable[[int], None] = lambda rows: None,
) -> tuple[Gathered, list[str]]:
    """The claims of a table, and its mapping as lines. Every row that is not empty is a claim or is refused.

    `stated` are the columns of which the user says what they are. `count` is told from time to time how many rows
    have been read. Raises `Unreadable`.
    """
    gathered = Gathered(standing)
    mapping: list[str] = []
    for sheet in sheets_of(path, encoding):
        gathered.told.extend(sheet.told)
        rows = iter(sheet.rows)
        first = list(islice(rows, _LOOKED_AT + 1))
        if not first:
            continue
        at = header_of(first)
        called = f"{path.name}, sheet {sheet.name}" if sheet.name else path.name
        width = len(first[at].cells) if not sheet.name else None  # in a text file a cell too many shifts its row
        columns = columns_of(
            first[at].cells, [row._replace(cells=row.cells[:width]) for row in first[at + 1 :]], stated
        )
        mapping.append(f"# {called}: row {first[at].number} names the columns")
        mapping.extend(mapping_lines(columns))
        for row in first[:at]:
            shown = " | ".join(_shown(cell) for cell in row.cells if cell != "")
            gathered.told.append(f"{called}: row {row.number} stands above the names of the columns: {shown[:80]}")
        sheet_of_claims = _Sheet(path, sheet, columns, gathered, width)
        for number, row in enumerate(chain(first[at + 1 :], rows), 1):
            sheet_of_claims.read(row)
            if number % 1000 == 0:
                count(number)
    _drop_uncited(gathered)
    if not mapping:
        gathered.told.append(f"{path.name} has no rows")
    return gathered, mapping


def _drop_uncited(gathered: Gathered) -> None:
    """Takes out sources and claimants of refused rows alone."""
    cited: set[str] = set()
    for claim in gathered.claims:
        for key in ("by", "in", "through", "rests-on"):
            value = claim.keys.get(key, ())
            cited.update([value.partition(" ")[0]] if isinstance(value, str) else value)
    for section in ("sources", "claimants"):
        entries = gathered.sections[section]
        gathered.sections[section] = {id: keys for id, keys in entries.items() if id in cited}


def _shown(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell.shown


_CALENDAR_WORDS = {
    "o.s.": "julian",
    "os": "julian",
    "old style": "julian",
    "ст. ст.": "julian",
    "старый стиль": "julian",
    "юлианский": "julian",
    "n.s.": "gregorian",
    "ns": "gregorian",
    "new style": "gregorian",
    "н. ст.": "gregorian",
    "новый стиль": "gregorian",
    "григорианский": "gregorian",
}
_TERMINUS = re.compile(r"(?i)(.+?)\s*[\[(]?(TPQ|TAQ)[\])]?")  # as prosopographies mark a limit: 1050 [TPQ]
_KEPT = (Meaning.SAYS, Meaning.QUOTE, Meaning.LANG, Meaning.TRANSLATION, Meaning.HEDGE, Meaning.URL)


@dataclass(slots=True)
class _Sheet:
    """A sheet whose rows are on their way into what is gathered. `width` is how many cells a row may have."""

    path: Path
    sheet: Sheet
    columns: tuple[Column, ...]
    gathered: Gathered
    width: int | None
    by_meaning: dict[Meaning, Column] = field(default_factory=dict)
    whens: list[Column] = field(default_factory=list)
    faults: list[Refused] = field(default_factory=list)
    row: Row = field(default_factory=lambda: Row(0, []))

    def __post_init__(self) -> None:
        self.whens = [column for column in self.columns if column.meaning is Meaning.WHEN]
        self.by_meaning = {column.meaning: column for column in reversed(self.columns)}

    def read(self, row: Row) -> None:
        """Takes a row in, or refuses it with all that is wrong with it."""
        self.row, self.faults = row, []
        self.gathered.read += 1
        claims = list(self._claims())
        self.gathered.refused.extend(self.faults)
        if not self.faults:
            self.gathered.taken += 1
            for ask, claim in claims:
                question = self.gathered.question(*ask)
                self.gathered.claims.append(claim._replace(keys={**claim.keys, "answers": question}))

    def _refuse(self, column: Column | None, cell: str, reason: str, remedy: str) -> None:
        name = column.name if column is not None else ""
        self.faults.append(Refused(self.sheet.name, self.row.number, name, cell, reason, remedy))

    def _cell(self, column: Column | None) -> str:
        """The text of a cell; empty where there is none, or where it is refused."""
        if column is None or column.at >= len(self.row.cells):
            return ""
        cell = self.row.cells[column.at]
        if isinstance(cell, str):
            return cell
        if column.meaning in (Meaning.NOTE, Meaning.DROPPED):
            return cell.shown
        self._refuse(column, *cell)
        return ""

    def _text(self, meaning: Meaning) -> str:
        return self._cell(self.by_meaning.get(meaning))

    def _claims(self) -> Iterator[tuple[tuple[str, str, str], Wanted]]:
        """The claims of the row, each with what it answers: what is asked, and the role and its subject if any."""
        if self.row.broken is not None:
            self._refuse(None, *self.row.broken)
            return
        if self.width is not None and any(cell != "" for cell in self.row.cells[self.width :]):
            shown = " | ".join(_shown(cell) for cell in self.row.cells[self.width :])
            self._refuse(
                None, shown, "the row has more cells than columns have names", "put a cell with a comma in quotes"
            )
            return
        own = self._own_id()
        shared = self._shared()
        subject = self._subject()
        value = self._text(Meaning.VALUE)
        stated = list(self._dates(shared))
        if self.faults:
            return
        if not stated and not value:
            column = self.whens[0] if self.whens else self.by_meaning.get(Meaning.VALUE)
            self._refuse(column, "", "there is no date" if column else "no column holds dates", "write the date")
            return
        for column, when in stated or [(None, "")]:
            of = matter(column.name) if column is not None and len(self.whens) > 1 else ""
            keys = self._in_calendar(shared, column)
            yield self._asked(subject, of, column, value), self._wanted(own, keys, subject, of, when, value)
        self.gathered.own_ids.add(own)

    def _asked(self, subject: str, of: str, column: Column | None, value: str) -> tuple[str, str, str]:
        """What a row answers: the question in words, and for a value its role and what it is the role of."""
        what = ": ".join(filter(None, [subject, of]))
        if value:
            role = self.by_meaning[Meaning.VALUE].name.rstrip("?").casefold()
            return (
                what if what.endswith("?") else f"{what or self.path.stem}: {role}?",
                role,
                what or self.path.stem,
            )
        if not what:
            what = column.name if column is not None and column.name.endswith("?") else self.path.stem
        if not what.endswith("?"):
            what += ": когда?" if re.search("[а-я]", what) else ": when?"
        return what, "", ""

    def _own_id(self) -> str:
        """The id that the table itself gives the claim; empty if it gives none."""
        text = self._text(Meaning.ID)
        if not text:
            return ""
        own = short_id(self.path.stem, text) if text.isdecimal() else short_id(text)
        if own in self.gathered.own_ids or own in self.gathered.standing.taken["claims"]:
            self._refuse(
                self.by_meaning[Meaning.ID], text, "another claim has this id", "give one of the two another"
            )
        return own

    def _wanted(self, own: str, shared: Keys, subject: str, of: str, when: str, value: str) -> Wanted:
        keys = {name: text for name, text in shared.items() if name in ("by", "in")}
        keys |= {"answers": ""} | ({"value": value} if value else {}) | ({"when": when} if when else {})
        keys |= shared
        if own:
            return Wanted(f"{own}-{short_id(of)}" if of else own, keys, is_own=True)
        by = shared.get("by") or str(shared.get("in", "")).partition(" ")[0]
        return Wanted(short_id(by if isinstance(by, str) else by[0], subject, of), keys)

    def _subject(self) -> str:
        columns = [self.by_meaning[one] for one in (Meaning.SUBJECT, Meaning.QUESTION) if one in self.by_meaning]
        subject = ": ".join(filter(None, map(self._cell, columns)))
        if columns and not subject and not self.faults:
            remedy = "write it in this row too, or merge its cells" if len(columns) == 1 else "fill one of the two"
            self._refuse(columns[0], "", "the row does not say of what it speaks", remedy)
        return subject

    def _shared(self) -> Keys:
        """What all claims of the row have: who says it, where, in which calendar, and what else is kept."""
        keys: Keys = {}
        names = [name for part in self._text(Meaning.BY).split(";") if (name := " ".join(part.split()))]
        if names:
            found = list(dict.fromkeys(map(self.gathered.claimant, names)))
            keys["by"] = found[0] if len(found) == 1 else found
        source = self._citation(self.by_meaning.get(Meaning.IN), self._date_of_source())
        if source:
            page = self._text(Meaning.PAGE)
            keys["in"] = (
                ", ".join(filter(None, [source, _page(page)]))
                if " " in source
                else f"{source} {_page(page)}".strip()
            )
        elif not names and (Meaning.BY in self.by_meaning or Meaning.IN in self.by_meaning):
            column = self.by_meaning.get(Meaning.BY) or self.by_meaning[Meaning.IN]
            if not self.faults:
                self._refuse(
                    column, "", "nobody says so: there is no claimant and no source", "write one of the two"
                )
        elif not names:
            where = f"{self.sheet.name}, row {self.row.number}" if self.sheet.name else f"row {self.row.number}"
            keys["in"] = f"{self.gathered.source(self.path.name)} {where}"
        if through := self._citation(self.by_meaning.get(Meaning.THROUGH)):
            keys["through"] = through
        rests_on = [part for part in self._text(Meaning.RESTS_ON).split(";") if part.strip()]
        if rests_on:
            ids = list(dict.fromkeys(self.gathered.cited(part.strip())[0] for part in rests_on))
            keys["rests-on"] = ids[0] if len(ids) == 1 else ids
        self._conventions(keys)
        keys |= {str(meaning): text for meaning in _KEPT if (text := self._text(meaning))}
        notes = []
        for column in self.columns:
            if column.meaning is Meaning.NOTE and (text := self._cell(column)):
                notes.append(text if column.because == "its name" else f"{column.name}: {text}")
        if not source and (page := self._text(Meaning.PAGE)):
            notes.append(f"{self.by_meaning[Meaning.PAGE].name}: {page}")
        beyond = self.row.cells[self.columns[-1].at + 1 :] if self.columns else []
        notes += [_shown(cell) for cell in beyond if cell != ""]
        if notes:
            keys["note"] = "; ".join(notes)
        return keys

    def _citation(self, column: Column | None, issued: str = "") -> str:
        text = " ".join(self._cell(column).split())
        if not text:
            return ""
        id, locator = self.gathered.cited(text, issued)
        return f"{id} {locator}" if locator else id

    def _date_of_source(self) -> str:
        column = self.by_meaning.get(Meaning.ISSUED)
        text = self._cell(column)
        fault = self.gathered.fault_of_date(text, "gregorian", "1 January") if text else None
        if fault is not None:
            self._refuse(column, text, *fault)
            return ""
        return text

    def _conventions(self, keys: Keys) -> None:
        """Adds the calendar, the stance and the style of the year to the keys, or refuses their cells."""
        for meaning, known in ((Meaning.CALENDAR, CALENDARS), (Meaning.STANCE, STANCES)):
            text = self._text(meaning)
            word = _CALENDAR_WORDS.get(text.casefold(), text.casefold()).removesuffix(" calendar")
            if text and word in known:
                keys[str(meaning)] = word
            elif text:
                remedy = did_you_mean(word, known) or f"known: {', '.join(known)}"
                self._refuse(self.by_meaning[meaning], text, f"this is no {meaning}", remedy)
        text = self._text(Meaning.YEAR_BEGINS)
        if text:
            try:
                keys["year-begins"] = year_style(text)
            except ValueError as fault:
                self._refuse(self.by_meaning[Meaning.YEAR_BEGINS], text, str(fault), "for example 25 March")

    def _dates(self, shared: Keys) -> Iterator[tuple[Column | None, str]]:
        """The dates of the row, each with its column: what the columns of limits say is said of each of them."""
        limits = {
            meaning: text
            for meaning in (Meaning.NOT_BEFORE, Meaning.NOT_AFTER)
            if (text := self._date(self.by_meaning.get(meaning), shared))
        }
        said = ", ".join(f"{meaning.replace('-', ' ')} {text}" for meaning, text in limits.items())
        at = self.by_meaning[next(iter(limits))] if limits else None
        if not self.whens and limits:
            # What a phrase cannot hold, an interval of EDTF may.
            span = f"{limits.get(Meaning.NOT_BEFORE, '..')}/{limits.get(Meaning.NOT_AFTER, '..')}"
            yield at, said if self._fault_of_date(said, shared) is None else self._sound(at, span, shared)
        for column in self.whens:
            text = self._date(column, shared)
            if limits:
                text = self._sound(at, ", ".join(filter(None, [text, said])), shared)
            if text:
                yield column, text

    def _in_calendar(self, shared: Keys, column: Column | None) -> Keys:
        """The keys with the calendar that the name of a column states, where the row states none."""
        stated = CALENDAR_IN_NAME.search(column.name) if column is not None and "calendar" not in shared else None
        if stated is None:
            return shared
        return {**shared, "calendar": "julian" if stated["julian"] else "gregorian"}

    def _date(self, column: Column | None, shared: Keys) -> str:
        """The date in a cell; empty where there is none, or where it is refused."""
        shared = self._in_calendar(shared, column)
        text = " ".join(self._cell(column).split())
        limit = _TERMINUS.fullmatch(text)
        if limit is not None:
            text = f"{'not before' if limit[2].upper() == 'TPQ' else 'not after'} {limit[1]}"
        return self._sound(column, text, shared)

    def _sound(self, column: Column | None, text: str, shared: Keys) -> str:
        fault = self._fault_of_date(text, shared) if text else None
        if fault is None:
            return text
        self._refuse(column, text, *fault)
        return ""

    def _fault_of_date(self, text: str, shared: Keys) -> tuple[str, str] | None:
        return self.gathered.fault_of_date(text, shared.get("calendar"), shared.get("year-begins"))


def _page(text: str) -> str:
    """A page as a locator: a number alone is that of a page."""
    if re.fullmatch(r"\d+", text):
        return f"p. {text}"
    return f"pp. {text}" if re.fullmatch(r"\d+\s*[-–—,]\s*\d+", text) else text
