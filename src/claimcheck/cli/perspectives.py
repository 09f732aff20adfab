"""The perspective options made into a perspective, every id checked against the corpus.

Belongs here: that check, and the reading of `--against`. Does not belong here: what a perspective changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.cli.exits import meant, refuse
from claimcheck.corpus.entries import Corpus
from claimcheck.engine.perspective import BASES, Perspective


def perspective_of(
    corpus: Corpus,
    trust: Iterable[str] | None,
    without: Iterable[str] | None,
    bridges: Iterable[str] | None,
    as_of: str | None,
    through: Iterable[str] | None = None,
) -> Perspective:
    """The perspective that the options name; an unknown id is refused with what was probably meant."""
    people = [*corpus.sources, *corpus.claimants]
    records = [record.id for event in corpus.events.values() for record in event.records]
    anything = [*people, *corpus.claims, *corpus.events, *records, *corpus.bridges]
    return Perspective(
        trust=_known("--trust", trust, (*BASES, *people, *corpus.claims), "source, claimant or claim"),
        without=_known("--without", without, anything, "source, claimant, claim, event, record or bridge"),
        bridges=_known("--bridge", bridges, corpus.bridges, "bridge"),
        as_of=_year(as_of) if as_of is not None else None,
        through=_known("--through", through, corpus.sources, "source"),
    )


def _known(option: str, ids: Iterable[str] | None, known: Iterable[str], what: str) -> tuple[str, ...]:
    known = dict.fromkeys(known)
    chosen = tuple(dict.fromkeys(ids or ()))
    for id in chosen:
        if id not in known:
            refuse(f"{option}: the corpus has no {what} {id}", meant(id, known))
    return chosen


def _year(text: str) -> int:
    found = re.fullmatch(r"\s*([+-]?\d{1,9})\s*", text)
    if found is None:
        refuse(f"--as-of: {text} is not a year", "write it in digits: 1990; 44 BC is -43")
    return int(found[1])


KEYS = ("trust", "without", "bridge", "as-of", "through")


def perspective_against(corpus: Corpus, text: str) -> Perspective:
    """The perspective that `--against` names: KEY=VALUE, several divided by spaces."""
    stated: dict[str, list[str]] = {}
    for word in text.split():
        key, mark, value = word.partition("=")
        key = key.removeprefix("--")
        if not mark or not value or key not in KEYS:
            refuse(
                f"--against: {word} is not KEY=VALUE with a key among {', '.join(KEYS)}",
                meant(key, KEYS) or "for example: --against 'as-of=1990 trust=documented'",
            )
        stated.setdefault(key, []).append(value)
    if not stated:
        refuse("--against names no perspective", "for example: --against 'as-of=1990 trust=documented'")
    if len(stated.get("as-of", ())) > 1:
        refuse("--against: as-of is given twice")
    return perspective_of(
        corpus,
        stated.get("trust"),
        stated.get("without"),
        stated.get("bridge"),
        stated["as-of"][0] if "as-of" in stated else None,
        stated.get("through"),
    )
