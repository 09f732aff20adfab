"""Whether what is quoted stands in its source, where the text of the source lies beside the corpus.

Belongs here: finding a `quote` in `texts/ID.txt`, and the cautions on those that are not there. Does not belong
here: what a quotation means. White space, hyphenation, quotation marks and dashes are folded, for they differ from
one transcript to the next; letters and capitals are not. "…" in a quotation leaves something out, and words in
square brackets are the editor's.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from claimcheck.corpus.entries import Claim, Corpus, Record
from claimcheck.corpus.files import leads_out, read_file
from claimcheck.dates.phrases.date_words import mentions_year
from claimcheck.diagnostics import Diagnostic, Position, diagnostic

FOLDER = "texts"
_FOLDED = str.maketrans(
    {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′`", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_LEFT_OUT = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?|\[[^\]]*\])\s*")
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_PIECE = re.compile(r"(?P<dropped>\u00ad|(?<=\w)[-\u2010]\s*\n\s*(?=\w))|(?P<space>\s+)|(?P<rest>.)", re.DOTALL)
_SHOWN = 90  # characters of the nearest passage


@dataclass(frozen=True, slots=True)
class Quotations:
    """Where each quotation was found (by id of claim or record), and what is to be said of the others."""

    found: dict[str, Position]
    cautions: tuple[Diagnostic, ...]


def quotations_of(corpus: Corpus, folder: Path) -> Quotations:
    """Looks each `quote` up in `texts/ID.txt` below a corpus's folder; ID is its source, or the relay.

    A quotation of a source without such a text is passed over. Never raises: a text that cannot be read is a
    diagnostic.
    """
    texts: dict[str, _Text | None] = {}
    places: dict[str, Position] = {}
    cautions: list[Diagnostic] = []
    for what, entry in _quoting(corpus):
        quote = entry.quote or ""
        source = corpus.sources.get(entry.source)
        relay = entry.through or (source.through if source is not None else None)
        for id in (entry.source, *((relay.source,) if relay is not None else ())):
            if id not in texts:
                texts[id] = _text_of(folder, id, cautions)
            text = texts[id]
            if text is None:
                continue
            at = offset_of(quote, text.text)
            if at is not None:
                places[entry.id] = text.position(at)
            else:
                cautions.append(
                    diagnostic(
                        "CC512",
                        entry.position,
                        f"the quotation of the {what} `{entry.id}` is not in {FOLDER}/{id}.txt",
                        f"compare the nearest passage, line {text.nearest(quote)}",
                        length=len(entry.id.partition("/")[0]),
                    )
                )
            break
        cautions.extend(_other_date(what, entry))
    return Quotations(places, tuple(cautions))


def _quoting(corpus: Corpus) -> Iterator[tuple[str, Claim | Record]]:
    yield from (("claim", claim) for claim in corpus.claims.values() if claim.quote)
    for event in corpus.events.values():
        yield from (("record", record) for record in event.records if record.quote)


def _other_date(what: str, entry: Claim | Record) -> Iterator[Diagnostic]:
    """A quotation that names a year, without the words of `when`."""
    quote = entry.quote or ""
    stated = [part.when for part in entry.statements] if isinstance(entry, Claim) else [entry.when]
    wordings = [dated.text for dated in stated if dated is not None]
    if not wordings or not mentions_year(quote):
        return
    folded = _folded(quote).text
    if not any(all(part in folded for part in _fragments(wording)) for wording in wordings):
        yield diagnostic(
            "CC513",
            entry.position,
            f"the quotation of the {what} `{entry.id}` names a date, but not in the words of its `when`",
            "keep the wording beside the reading: when: {as: WORDING, read: READING}",
            length=len(entry.id.partition("/")[0]),
        )


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text with what transcripts differ in folded away; `offsets` leads from its characters to the text's."""

    text: str
    offsets: tuple[int, ...]


@lru_cache(maxsize=4)
def _folded(text: str) -> _Folded:
    kept: list[str] = []
    offsets: list[int] = []
    for found in _PIECE.finditer(text):
        if found.lastgroup != "dropped":
            kept.append(" " if found.lastgroup == "space" else found[0].translate(_FOLDED))
            offsets.append(found.start())
    return _Folded("".join(kept), tuple(offsets))


@dataclass(frozen=True, slots=True)
class _Text:
    name: str
    text: str

    def position(self, at: int) -> Position:
        """The place of a character offset."""
        return Position(self.name, self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at))

    def nearest(self, quote: str) -> str:
        """The number of the line and the beginning of the sentence that shares most words with a quotation."""
        wanted = Counter(_words(quote))
        sentences = [found for found in _SENTENCE.finditer(self.text) if found[0].strip()]
        if not sentences:
            return "1: the text is empty"
        shared = [sum((wanted & Counter(_words(found[0]))).values()) for found in sentences]
        best = sentences[shared.index(max(shared))]
        passage = " ".join(best[0].split())
        at = best.start() + len(best[0]) - len(best[0].lstrip())
        shown = passage if len(passage) <= _SHOWN else passage[:_SHOWN].rpartition(" ")[0] + " …"
        return f"{self.position(at).line}: “{shown}”"


def _text_of(folder: Path, id: str, found: list[Diagnostic]) -> _Text | None:
    path = folder / FOLDER / f"{id}.txt"
    if path.parent != folder / FOLDER or not os.path.lexists(path):  # an id may hold a slash
        return None
    if leads_out(path, folder, found):
        return None
    file = read_file(path, found)
    if file is None:
        return None
    return _Text(file.name, unicodedata.normalize("NFC", file.text))


def offset_of(quote: str, text: str) -> int | None:
    """The character offset in a text at which a quotation begins, its parts in order; None if one is missing."""
    folded = _folded(text)
    begins: int | None = None
    at = 0
    for part in _fragments(quote):
        at = folded.text.find(part, at)
        if at < 0:
            return None
        begins = folded.offsets[at] if begins is None else begins
        at += len(part)
    return begins


def _fragments(quote: str) -> list[str]:
    folded = _folded(unicodedata.normalize("NFC", quote)).text
    return [part for part in (piece.strip(" ") for piece in _LEFT_OUT.split(folded)) if part]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
