"""One measurement quoted with different errors: 3345 ± 30 in one place and 3345 ± 45 in another.

Belongs here: finding measurements in wordings, as cautions. Does not belong here: dates (a measured date is read
by `claimcheck.dates`), figures.

Two quotations are of one measurement if they bear the same laboratory number (OxA-1234; the form is that of the
laboratory codes of the journal *Radiocarbon*), or if they speak of the same question or event and have the same
mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.corpus.entries import Corpus, Dated, Entry
from claimcheck.criticism.cautioning import caution
from claimcheck.diagnostics import Diagnostic

_MEASURED = re.compile(
    r"(?P<mean>[0-9][0-9,. \u00a0]*?)\s*(?:±|\+/[-−–]|\+[-−–])\s*(?P<error>[0-9]+(?:[.,][0-9]+)?)"
)
_LABORATORY = re.compile(r"\b[A-Z][A-Za-z]{0,5}[-–][0-9]{2,7}\b")


@dataclass(frozen=True, slots=True)
class _Quotation:
    """A measurement as an entry quotes it; `matters` are what it is of: questions, events, a laboratory number."""

    entry: Entry
    mean: str
    error: str
    matters: frozenset[str]


def different_errors(corpus: Corpus) -> Iterator[Diagnostic]:
    """Every quotation of a measurement whose error differs from that of the first quotation of it."""
    seen: list[_Quotation] = []
    for quotation in _quotations(corpus):
        first = next((earlier for earlier in seen if _is_the_same(earlier, quotation)), None)
        if first is None:
            seen.append(quotation)
        elif first.error != quotation.error and first.entry.id != quotation.entry.id:
            yield caution(
                "CC505",
                quotation.entry,
                f"`{quotation.entry.id}` quotes {quotation.mean} ± {quotation.error}, "
                f"`{first.entry.id}` the same measurement with ± {first.error}",
                "look the measurement up; if one error is of two standard deviations, give both in one place",
                ((first.entry.position, f"± {first.error}"),),
            )


def _is_the_same(a: _Quotation, b: _Quotation) -> bool:
    return a.mean == b.mean and not a.matters.isdisjoint(b.matters)


def _quotations(corpus: Corpus) -> Iterator[_Quotation]:
    for claim in corpus.claims.values():
        questions = [corpus.questions[s.question] for s in claim.statements if s.question in corpus.questions]
        matters = {f"question {question.id}" for question in questions}
        named = [question.event for question in questions] + [s.event for s in claim.statements]
        matters |= {f"event {event}" for event in named if event is not None}
        dates = [dated for s in claim.statements for dated in (s.when, *s.or_when) if dated is not None]
        yield from _in_entry(claim, matters, dates, (claim.quote, claim.says, claim.note))
    for event in corpus.events.values():
        for record in event.records:
            dates = [dated for dated in (record.when, *record.or_when) if dated is not None]
            yield from _in_entry(record, {f"event {event.id}"}, dates, (record.note, event.label))
    for figure in corpus.figures.values():
        yield from _in_entry(figure, set(), [], (figure.says, figure.note))


def _in_entry(
    entry: Entry, matters: set[str], dates: list[Dated], texts: tuple[str | None, ...]
) -> Iterator[_Quotation]:
    written = [dated.text for dated in dates] + [text for text in texts if text]
    laboratory = {f"laboratory {code.replace('–', '-')}" for text in written for code in _LABORATORY.findall(text)}
    found = dict.fromkeys(
        (_digits(m["mean"]), _digits(m["error"])) for text in written for m in _MEASURED.finditer(text)
    )
    for mean, error in found:
        if mean:
            yield _Quotation(entry, mean, error, frozenset(matters | laboratory))


def _digits(text: str) -> str:
    return re.sub(r"[^0-9.]", "", text.replace(",", "")).strip(".")
