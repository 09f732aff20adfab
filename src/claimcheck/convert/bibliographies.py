"""The sources as a bibliography for other programs: CSL-JSON and BibTeX.

Belongs here: the two notations. Does not belong here: the bibliography of a report, reading bibliographies.

Names are handed on whole, as literals: which part of a name is the family's is stated nowhere. A date that is no
plain one is handed on in its own words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from claimcheck.convert.dates_left import DateLeft, date_left
from claimcheck.corpus.entries import Corpus, Dated, Source
from claimcheck.engine.examination import Examination

_CSL_TYPES = {
    "archival": "manuscript",
    "memoir": "book",
    "study": "book",
    "press": "article-newspaper",
    "reference": "entry-encyclopedia",
}
_NAMES = frozenset(
    [
        "author",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editor",
        "editorial-director",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "recipient",
        "reviewed-author",
        "script-writer",
        "series-creator",
        "translator",
        "editor-translator",
    ]
)
_DATES = frozenset(["accessed", "available-date", "event-date", "original-date", "submitted"])
_PARTS = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def csl_json_of(findings: Examination) -> str:
    """The named sources as CSL-JSON, in the order of the files."""
    items = [_csl(findings, source) for source in _named(findings.corpus)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _named(corpus: Corpus) -> Iterator[Source]:
    return (source for source in corpus.sources.values() if not source.unnamed)


def _authors(corpus: Corpus, source: Source) -> list[str]:
    return [
        " ".join((corpus.claimants[id].name if id in corpus.claimants else id).split()) for id in source.author
    ]


def _csl(findings: Examination, source: Source) -> dict[str, Any]:
    given = dict(source.csl)
    kind = _CSL_TYPES.get(source.type or "", "document")
    if kind == "book" and "container-title" in given:
        kind = "article-journal"
    item: dict[str, Any] = {"id": source.id, "type": kind, "title": source.title or source.id}
    if authors := _authors(findings.corpus, source):
        item["author"] = [{"literal": name} for name in authors]
    date = source.issued or source.dated
    if date is not None:
        item["issued"] = _csl_date(findings, date)
    for name, text in source.csl:
        if name in _NAMES:
            item.setdefault(name, []).append({"literal": text})
        else:
            item[name] = {"literal": text} if name in _DATES else text
    if source.url:
        item["URL"] = source.url
    if source.note:
        item["note"] = source.note
    return item


def _csl_date(findings: Examination, dated: Dated) -> dict[str, Any]:
    """Its parts where it is a year, month or day, or a run of them; otherwise its words."""
    left = date_left(findings, dated)
    ends = [_PARTS.fullmatch(end) for end in (left.edtf or "").rstrip("~?%").split("/")]
    if not 1 <= len(ends) <= 2 or any(end is None for end in ends):
        return {"literal": dated.text}
    parts = [[int(part) for part in end.groups() if part is not None] for end in ends if end is not None]
    return {"date-parts": parts, **({"circa": True} if left.narrow != left.wide else {})}


_BIBTEX_TYPES = {
    "memoir": "book",
    "study": "book",
    "press": "article",
    "reference": "book",
    "archival": "unpublished",
}
# Fields of BibTeX by the CSL variables that they are taken from.
_FIELDS = {
    "journal": "container-title",
    "publisher": "publisher",
    "address": "publisher-place",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "edition": "edition",
    "series": "collection-title",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "language": "language",
    "library": "archive",
    "shelfmark": "call-number",
}
_ESCAPES = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "{}$&#_%"},
}


def bibtex_of(findings: Examination) -> str:
    """The named sources as BibTeX, in the order of the files; `date` (of biblatex) is EDTF."""
    return "\n".join(_entry(findings, source) for source in _named(findings.corpus))


def _entry(findings: Examination, source: Source) -> str:
    given = dict(source.csl)
    kind = _BIBTEX_TYPES.get(source.type or "", "misc")
    if kind == "book" and "container-title" in given:
        kind = "article"
    date = source.issued or source.dated
    left = date_left(findings, date) if date is not None else None
    fields = {
        "author": _people(_authors(findings.corpus, source)),
        "title": _braced(source.title or source.id),
        "year": _escaped(_year(left)) if left is not None else "",
        "date": left.edtf or "" if left is not None else "",
        "editor": _people([text for name, text in source.csl if name == "editor"]),
        "translator": _people([text for name, text in source.csl if name == "translator"]),
        **{name: _escaped(given.get(variable, "")) for name, variable in _FIELDS.items()},
        "url": _escaped(source.url or ""),
        "note": _escaped(source.note or ""),
    }
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@{kind}{{{re.sub(r'[^A-Za-z0-9:._-]', '-', source.id)},\n{lines}}}\n"


def _year(left: DateLeft) -> str:
    """The year, where all of the date lies within one; otherwise the date in words."""
    ends = (left.earliest, left.latest)
    years = {end[: end.index("-", 1)] for end in ends if end is not None}
    return years.pop().lstrip("0") if None not in ends and len(years) == 1 else left.words or left.text


def _people(names: list[str]) -> str:
    return " and ".join(_braced(name) for name in names)


def _braced(text: str) -> str:
    """A text that no style changes or takes apart."""
    return "{" + _escaped(text) + "}"


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in " ".join(text.split()))
