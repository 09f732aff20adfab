"""The door from Python: a corpus opened and looked at, in a notebook or a program.

Belongs here: what `import claimcheck as cc` offers. Does not belong here: anything that is found or worded; it
is a thin cover over an examination and its tables.

What is wrong with the files of a corpus is a value (`case.diagnostics`). A corpus that cannot be read at all, an
unknown id and a date that cannot be read raise `ClaimcheckError`, with the words of the command line.

    >>> import claimcheck as cc
    >>> case = cc.open({"question": "When was it?", "claims": {"Annals": "1204", "Letters": "1203"}})
    >>> case
    <Case: 2 claims, no records, 1 question>
    >>> case.pairs
    <pairs: 1 row of 11 columns>
    >>> case.pairs[0]["gap"]
    '1 year'
"""

from __future__ import annotations

import html
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, overload

from claimcheck.convert.tables import (
    Cell,
    Table,
    claims_table,
    conflicts_table,
    history_table,
    lineup_table,
    pairs_table,
    positions_table,
    sources_table,
)
from claimcheck.corpus.draft import did_you_mean
from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.expansion import full_form, yaml_of
from claimcheck.corpus.reading import exit_code, read_corpus, read_text_as_corpus
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.date_json import ReadingJson, reading_json
from claimcheck.dates.reading import read_date as _read_date
from claimcheck.dates.relation_wording import date_in_words
from claimcheck.dates.when import Fault
from claimcheck.dates.wording import stated_style
from claimcheck.diagnostics import Diagnostic, Severity, format_diagnostic
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import BASES, Perspective
from claimcheck.examine import examine
from claimcheck.report.ask_why import Asking
from claimcheck.report.explaining import explained, explanation, known_ids
from claimcheck.report.html.drawings import section_svg
from claimcheck.report.markdown import render_markdown
from claimcheck.report.text import render_text
from claimcheck.report.words.grammar import plural
from claimcheck.report.words.issue import perspective_says


class ClaimcheckError(ValueError):
    """What cannot be done, in the words of the command line."""


def open(corpus: str | os.PathLike[str] | Mapping[str, Any]) -> Case:
    """Opens a corpus: a folder or a file, or the sections of one as a mapping.

    Raises ClaimcheckError where nothing can be read. Errors of single entries are in `diagnostics`, and what is
    sound is in the case, as on the command line.

    >>> cc.open("no such folder")
    Traceback (most recent call last):
    claimcheck.notebook.ClaimcheckError: no such folder:1:1: error: there is no file or folder ... [CC001]
         = check the spelling of the path
    """
    if isinstance(corpus, Mapping):
        read, diagnostics = read_text_as_corpus(yaml_of(_as_written(corpus)), "corpus.yaml")
    else:
        read, diagnostics = read_corpus(Path(corpus))
    if exit_code(read, diagnostics) == 2:
        raise ClaimcheckError("\n".join(format_diagnostic(found) for found in diagnostics))
    return Case(examine(read), diagnostics)


def _as_written(value: Any) -> Any:
    """What Python has for a text as one writes it in a file: 1204 as "1204", True as "yes", None as nothing."""
    match value:
        case Mapping():
            return {str(key): _as_written(one) for key, one in value.items()}
        case list() | tuple():
            return [_as_written(one) for one in value]
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
    return str(value)


class Rows(Sequence[Mapping[str, Cell]]):
    """A table: rows by number, each a mapping of columns to cells; a data frame with `to_frame`."""

    def __init__(self, table: Table) -> None:
        self.table = table

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.table.columns

    def __len__(self) -> int:
        return len(self.table.rows)

    @overload
    def __getitem__(self, place: int) -> Mapping[str, Cell]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Mapping[str, Cell]]: ...
    def __getitem__(self, place: int | slice) -> Mapping[str, Cell] | Sequence[Mapping[str, Cell]]:
        return self.table.rows[place]

    def __iter__(self) -> Iterator[Mapping[str, Cell]]:
        return iter(self.table.rows)

    def __repr__(self) -> str:
        return f"<{self.table.name}: {plural(len(self), 'row')} of {plural(len(self.columns), 'column')}>"

    def to_frame(self) -> Any:
        """A pandas DataFrame, or a polars one where pandas is not there. Raises ClaimcheckError without either."""
        columns = {name: [row[name] for row in self.table.rows] for name in self.columns}
        try:
            import pandas
        except ImportError:
            pass
        else:
            return pandas.DataFrame(columns, columns=list(self.columns))
        try:
            import polars
        except ImportError:
            raise ClaimcheckError("a frame needs pandas or polars: pip install pandas") from None
        return polars.DataFrame(columns)

    def _repr_html_(self) -> str:
        shown = self.table.rows[:_MOST_ROWS]
        heads = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        rows = "".join(
            f"<tr>{''.join(f'<td>{html.escape(_shown(row[name]))}</td>' for name in self.columns)}</tr>"
            for row in shown
        )
        more = f"<p>… and {len(self) - len(shown)} more</p>" if len(self) > len(shown) else ""
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{more}"


_MOST_ROWS = 60  # of a table that a notebook shows


def _shown(cell: Cell) -> str:
    return "" if cell is None else "yes" if cell is True else "no" if cell is False else str(cell)


@dataclass(frozen=True, slots=True)
class Told:
    """Something told, as text; in Jupyter as Markdown."""

    text: str
    markdown: str

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text.rstrip()

    def _repr_markdown_(self) -> str:
        return self.markdown


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture; `svg` is a file of its own."""

    name: str
    svg: str

    def __repr__(self) -> str:
        return f"<{self.name}: a picture of {len(self.svg):,} characters>"

    def _repr_svg_(self) -> str:
        return self.svg.partition("?>\n")[2]  # within a page there is no declaration


class Case:
    """A corpus seen from a perspective; everything is worked out when it is first asked for."""

    def __init__(self, examination: Examination, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.examination = examination
        self.diagnostics = diagnostics

    @property
    def corpus(self) -> Corpus:
        """The entries as they were read."""
        return self.examination.corpus

    # What is found, as tables.

    @property
    def claims(self) -> Rows:
        """Every claim in view, a row for each of its parts."""
        return Rows(self.examination.once(claims_table))

    @property
    def positions(self) -> Rows:
        """The positions on every question."""
        return Rows(self.examination.once(positions_table))

    @property
    def pairs(self) -> Rows:
        """Claims against claims."""
        return Rows(self.examination.once(pairs_table))

    @property
    def lineup(self) -> Rows:
        """Every claim against the record."""
        return Rows(self.examination.once(lineup_table))

    @property
    def conflicts(self) -> Rows:
        """The minimal conflicts: what cannot all be true, though any fewer of it could."""
        return Rows(self.examination.once(conflicts_table))

    @property
    def history(self) -> Rows:
        """What changed on each question, year by year."""
        return Rows(self.examination.once(history_table))

    @property
    def sources(self) -> Rows:
        """The sources."""
        return Rows(self.examination.once(sources_table))

    # Told and drawn.

    def explain(self, *ids: str) -> Told:
        """Why, step by step, down to the line; of several ids what is between them. Raises for an unknown id."""
        self._known("", ids, known_ids(self.corpus), "entry")
        document = explanation(self.examination, explained(self.examination, ids))
        return Told(render_text(document), render_markdown(document))

    @property
    def picture(self) -> Drawn:
        """The picture of the controversy: who stands where in time, and what the record does to each."""
        return self._drawn("picture")

    @property
    def timeline(self) -> Drawn:
        """The accounts of every question in time, and the record."""
        return self._drawn("timeline")

    @property
    def stemma(self) -> Drawn:
        """What depends on what."""
        return self._drawn("stemma")

    def _drawn(self, section: str) -> Drawn:
        asking = Asking(None, self.examination.perspective)
        svg = section_svg(self.examination, asking, name=self.corpus.title or section, only=section)
        if not svg:
            raise ClaimcheckError("there is nothing to draw")
        return Drawn(section, svg)

    # Seen otherwise.

    def as_of(self, year: int) -> Case:
        """As of the end of a year: only what was published or opened by then; -43 is 44 BC."""
        return self._seen(replace(self.examination.perspective, as_of=year))

    def without(self, *ids: str) -> Case:
        """Without these sources, claimants, claims, records or events, and what rests on them alone."""
        corpus = self.corpus
        known = (
            *corpus.sources,
            *corpus.claimants,
            *corpus.claims,
            *corpus.events,
            *self._records(),
            *corpus.bridges,
        )
        self._known("without: ", ids, known, "source, claimant, claim, event, record or bridge")
        seen = self.examination.perspective
        return self._seen(replace(seen, without=tuple(dict.fromkeys((*seen.without, *ids)))))

    def grant(self, *bridges: str) -> Case:
        """With these bridges granted."""
        self._known("grant: ", bridges, tuple(self.corpus.bridges), "bridge")
        seen = self.examination.perspective
        return self._seen(replace(seen, bridges=tuple(dict.fromkeys((*seen.bridges, *bridges)))))

    def trust(self, *names: str) -> Case:
        """With `documented` alone as record, or also what these sources, claimants or claims state."""
        corpus = self.corpus
        known = (*BASES, *corpus.sources, *corpus.claimants, *corpus.claims)
        self._known("trust: ", names, known, "source, claimant or claim")
        return self._seen(replace(self.examination.perspective, trust=names))

    def _records(self) -> tuple[str, ...]:
        return tuple(record.id for event in self.corpus.events.values() for record in event.records)

    def _seen(self, perspective: Perspective) -> Case:
        return Case(self.examination.seen_from(perspective), self.diagnostics)

    def _known(self, asked: str, ids: Sequence[str], known: tuple[str, ...], what: str) -> None:
        for id in ids:
            if id not in known:
                meant = did_you_mean(id, known)
                raise ClaimcheckError(f"{asked}the corpus has no {what} {id}" + (f"; {meant}" if meant else ""))

    # Itself.

    def to_dict(self) -> dict[str, Any]:
        """The corpus in full, as JSON can hold it; `open` of it gives the same corpus."""
        return full_form(self.corpus)

    def __repr__(self) -> str:
        seen = self.examination.view
        counts = [plural(len(seen.claims), "claim"), plural(len(seen.records), "record")]
        counts.append(plural(len(self.corpus.questions), "question"))
        errors = sum(found.severity is Severity.ERROR for found in self.diagnostics)
        if errors:
            counts.append(plural(errors, "error"))
        title = f" {self.corpus.title}," if self.corpus.title else ""
        said = perspective_says(self.corpus, self.examination.perspective, self.examination.set_aside)
        return f"<Case:{title} {', '.join(counts)}{f'. {said}' if said else ''}>"

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(repr(self)[1:-1])}</p>{self.positions._repr_html_()}"


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date as it is read: its readings in the order in which they are numbered, each with its words."""

    text: str
    readings: tuple[ReadingJson, ...]
    said: tuple[str, ...]

    @property
    def words(self) -> str:
        """The first reading in words."""
        return self.said[0]

    @property
    def edtf(self) -> str | None:
        """The first reading as EDTF; None where EDTF cannot say it."""
        return self.readings[0].edtf

    @property
    def earliest(self) -> str | None:
        """The first day of the first reading, ISO, in the calendar in which it was stated; None without limit."""
        return self.readings[0].earliest

    @property
    def latest(self) -> str | None:
        """The last day of the first reading."""
        return self.readings[0].latest

    def __repr__(self) -> str:
        return f"<DateRead {self.text!r}: {' / '.join(self.said)}>"


def read_date(text: str, calendar: str = "historical", year_begins: str = "1 January") -> DateRead:
    """Reads a date: EDTF, a phrase in English or Russian, or a relation to an event.

    Raises ClaimcheckError where it cannot be read.

    >>> cc.read_date("late October 1955")
    <DateRead 'late October 1955': 21 to 31 October 1955>
    >>> cc.read_date("late October 1955").edtf
    '1955-10-21/1955-10-31'
    >>> cc.read_date("14 Febuary 1956")
    Traceback (most recent call last):
    claimcheck.notebook.ClaimcheckError: “Febuary” is not understood in a date; write “14 February 1956” ...
    """
    found = _read_date(text, Conventions(calendar, year_begins))
    if isinstance(found, Fault):
        raise ClaimcheckError(f"{found.message}; {found.remedy}" if found.remedy else found.message)
    words = tuple(date_in_words(reading.date, stated_style(reading)) for reading in found.readings)
    return DateRead(found.text, tuple(reading_json(reading) for reading in found.readings), words)
