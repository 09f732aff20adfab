"""The sources as a bibliography and as footnotes, and the record as a list: what every locator leads to.

Belongs here: how a source and a record are set out, how a work is cited, the footnotes of one document in their
order. Does not belong here: which source stands where (see `document`), questions to ask of sources (see
`sourcing`), verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimcheck.corpus.entries import Citation, Corpus, Source
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import public_from
from claimcheck.report.blocks import Cite, Item, Listing, Section, Spoken, Table, Target, Work
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, listed, stopped
from claimcheck.report.words.proofs import record_says

# Bibliographic fields by the names that CSL gives them, in the order in which they are printed.
_PRINTED = ("editor", "translator", "container-title", "edition", "volume", "issue", "page", "publisher-place",
            "publisher", "archive", "archive_location", "call-number")  # fmt: skip
_LINKED = ("DOI", "doi", "URL", "url")


def bibliography_section(findings: Examination) -> Section:
    """Every named source of what is in view, by author or title, with what it rests on and came through."""
    corpus, seen = findings.corpus, _sources_seen(findings)
    named = [source for source in corpus.sources.values() if source.id in seen and not source.unnamed]
    named.sort(key=lambda source: (_sorted_by(corpus, source), source.id))
    items = tuple(_item(corpus, source) for source in named)
    return Section("sources", "Sources", (Listing(items),) if items else ())


def _sources_seen(findings: Examination) -> set[str]:
    """The sources of what is in view, what they rest on and came through, and what is yet unseen."""
    corpus = findings.corpus
    waiting = [claim.source for claim in findings.view.claims]
    waiting += [record.source for record in findings.view.records]
    waiting += [entry.through.source for entry in findings.view.claims if entry.through is not None]
    waiting += [entry.through.source for entry in findings.view.records if entry.through is not None]
    waiting += [id for claim in findings.view.claims for id in claim.rests_on]
    waiting += [source.id for source in corpus.sources.values() if source.unseen]
    seen: set[str] = set()
    while waiting:
        source = corpus.sources.get(waiting.pop())
        if source is not None and source.id not in seen:
            seen.add(source.id)
            waiting += [*source.rests_on, *([source.through.source] if source.through is not None else [])]
            waiting += [source.part_of] if source.part_of is not None else []
    return seen


def _sorted_by(corpus: Corpus, source: Source) -> str:
    """The last word of the first author's name, or the title: a key for display only."""
    authors = _authors(corpus, source)
    return (authors[0].split()[-1:] or [""])[0].casefold() if authors else (source.title or source.id).casefold()


def _authors(corpus: Corpus, source: Source) -> list[str]:
    return [
        " ".join((corpus.claimants[id].name if id in corpus.claimants else id).split()) for id in source.author
    ]


def _address(source: Source) -> str:
    fields = dict(source.csl)
    return source.url or next((fields[name] for name in _LINKED if name in fields), "")


def _item(corpus: Corpus, source: Source) -> Item:
    related: tuple[Target, ...] = tuple(("source", id) for id in source.rests_on if id in corpus.sources)
    said = f"{capital('. '.join(part.rstrip('.') for part in _parts(corpus, source)))}."
    return Item(said, source.id, about=related, anchor=("source", source.id), url=_address(source))


def _parts(corpus: Corpus, source: Source) -> Iterator[str]:
    if authors := listed(_authors(corpus, source)):
        yield authors
    yield " ".join(source.title.split()) if source.title else capital(names.words_of(source.id))
    fields = dict(source.csl)
    if printed := ", ".join(" ".join(fields[name].split()) for name in _PRINTED if name in fields):
        yield printed
    dates = (("", source.issued), ("Dated ", source.dated), ("Opened ", source.opened))
    if dated := ", ".join(f"{word}{date.text}" for word, date in dates if date is not None):
        yield dated
    if source.type:
        yield source.type[:1].upper() + source.type[1:]
    if source.part_of:
        yield f"Part of {names.source(corpus, source.part_of)}"
    if through := names.through_of(corpus, source.id):
        yield f"Through {through}"
    if source.rests_on:
        yield f"Rests on {listed(names.cited(corpus, id) for id in source.rests_on)}"
    if source.independent_of:
        yield f"Stated to be independent of {listed(names.cited(corpus, id) for id in source.independent_of)}"
    if source.note:
        yield f"Note: {' '.join(source.note.split())}"


def record_section(findings: Examination) -> Section:
    """Every record in view, with what attests it and where."""
    corpus = findings.corpus
    rows: list[tuple[str, ...]] = []
    linked: list[tuple[Target | None, ...]] = []
    for record in findings.view.records:
        place = ", ".join(filter(None, (names.record_place(corpus, record), record.position.short_place)))
        rows.append((stopped(capital(record_says(corpus, record))), record.id, place))
        entry = corpus.sources.get(record.source)
        is_named = entry is not None and not entry.unnamed
        linked.append((("record", record.id), None, ("source", record.source) if is_named else None))
    anchors = tuple(about[0] for about in linked)
    table = Table(("record", "id", "stands in"), tuple(rows), tuple(linked), anchors)
    return Section("record", "The record", (table,) if rows else ())


# Footnotes in the style of a journal of history: in full the first time, then by their short names.

_WHERE = ("archive", "archive_location", "call-number")


def cites_of(corpus: Corpus, claims: Iterable[str]) -> tuple[Cite, ...]:
    """Where claims stand, each place once, with the work through which it reached us."""
    found: dict[Cite, None] = {}
    for id in claims:
        claim = corpus.claims[id]
        source = corpus.sources.get(claim.source)
        through = claim.through or (source.through if source is not None else None)
        found[Cite(claim.source, claim.locator or "", _cite(through))] = None
    return tuple(found)


def _cite(place: Citation | None) -> Cite | None:
    return Cite(place.source, place.locator or "") if place is not None else None


def works_cited(corpus: Corpus) -> dict[str, Work]:
    """How every named source of a corpus is cited, by its id."""
    return {
        id: Work(tuple(_full(corpus, source)), names.source(corpus, id))
        for id, source in corpus.sources.items()
        if not source.unnamed
    }


def _full(corpus: Corpus, source: Source) -> Iterator[tuple[str, bool]]:
    """Author, *Title*, ed. Editor (Place: Publisher, year); an article with its journal and pages."""
    given = {name: _line(text) for name, text in source.csl}
    authors = listed(_authors(corpus, source))
    title = _line(source.title or names.words_of(source.id))
    if authors:
        yield f"{authors}, ", False
    year = public_from(source, corpus)
    when = f"{source.dated.text}" if source.dated is not None else year_in_words(year) if year is not None else ""
    if container := given.get("container-title"):
        yield f"“{title}”, ", False
        yield container, True
        issue = f"no. {given['issue']}" if "issue" in given else ""
        yield "".join(f" {part}" for part in (given.get("volume"), issue) if part), False
    else:
        yield title, source.declared and source.type not in ("archival", "press")
    for name, word in (("editor", "ed."), ("translator", "trans.")):
        if name in given:
            yield f", {word} {given[name]}", False
    press = ": ".join(given[name] for name in ("publisher-place", "publisher") if name in given)
    if printed := ", ".join(text for text in (press, when) if text):
        yield f" ({printed})", False
    if container and "page" in given:
        yield f", {given['page']}", False
    if archive := ", ".join(given[name] for name in _WHERE if name in given):
        yield f", {archive}", False
    if address := _address(source):
        yield f", {address}", False


def _line(text: str) -> str:
    return " ".join(text.split())


class Footnotes:
    """The footnotes of one document: counted from 1, each work in full the first time that it is cited."""

    def __init__(self, works: Mapping[str, Work]) -> None:
        self._works = works
        self._cited: set[str] = set()
        self.count = 0

    def note(self, cites: Iterable[Cite]) -> Spoken:
        """The text of the next footnote; empty, and not counted, where there is nothing to cite."""
        said: list[tuple[str, bool]] = []
        for cite in cites:
            place = [*self._place(cite)]
            said += [("; ", False), *place] if said and place else place
        if not said:
            return ()
        self.count += 1
        return (*said, ("." if not said[-1][0].endswith((".", "/")) else "", False))

    def _place(self, cite: Cite) -> Iterator[tuple[str, bool]]:
        work = self._works.get(cite.source)
        if work is not None:
            yield from work.full if cite.source not in self._cited else ((work.short, False),)
            self._cited.add(cite.source)
        if cite.locator:
            yield f"{', ' if work is not None else ''}{cite.locator}", False
        if cite.through is not None:
            yield ", cited after ", False
            yield from self._place(cite.through)
