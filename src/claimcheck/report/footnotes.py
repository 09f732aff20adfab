"""Sources as footnotes, in the style of a journal of history: in full the first time, then by their short names.

Belongs here: how a work is cited, and the footnotes of one document in their order. Does not belong here: which
source stands where (see `document`), the bibliography (see `bibliography`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimcheck.corpus.entries import Citation, Corpus, Source
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.perspective import public_from
from claimcheck.report.blocks import Cite, Spoken, Work
from claimcheck.report.words import names
from claimcheck.report.words.grammar import listed

_WHERE = ("archive", "archive_location", "call-number")
_ADDRESS = ("DOI", "doi", "URL", "url")


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
    authors = listed(_line(corpus.claimants[id].name) if id in corpus.claimants else id for id in source.author)
    title = _line(source.title or names.words_of(source.id))
    if authors:
        yield f"{authors}, ", False
    year = public_from(source, corpus)
    when = f"{source.dated.text}" if source.dated is not None else year_in_words(year) if year is not None else ""
    if container := given.get("container-title"):
        yield f"“{title}”, ", False
        yield container, True
        volume = " ".join(given[name] for name in ("volume",) if name in given)
        issue = f"no. {given['issue']}" if "issue" in given else ""
        yield "".join(f" {part}" for part in (volume, issue) if part), False
    elif source.declared and source.type not in ("archival", "press"):
        yield title, True
    else:
        yield title, False
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
    if address := source.url or next((given[name] for name in _ADDRESS if name in given), ""):
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
