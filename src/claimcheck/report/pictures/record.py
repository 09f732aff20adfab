"""The record below a chart: which of it is shown, what it is called, and which years go without saying.

Belongs here: choosing pins for any rows. Does not belong here: the rows (see `controversy`, `timeline`), places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.when import DAY, Span, TimeSet, anchors_of
from claimcheck.dates.wording import Brief
from claimcheck.engine.examination import Examination
from claimcheck.engine.parts import dates_of
from claimcheck.report.pictures.axis import stretches_of
from claimcheck.report.pictures.chart import MOST_SPANS, Group, Pin, Row, spans_shown
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.grammar import listed

MOST_PINS = 8

Pinned = Sequence[tuple[frozenset[str], Pin]]  # pins, each with the ids of its records


@dataclass(frozen=True, slots=True)
class Evidence:
    """The records that decide a row, and those that only fit it."""

    deciding: tuple[str, ...]
    fitting: tuple[str, ...]


def pins_of(examination: Examination, evidence: Sequence[Evidence], accounts: Sequence[str]) -> Pinned:
    """The records that stand below rows, one of an event: those that decide, those that date what an account
    counts from, those that fit; in order of time.

    A record that decides several rows goes before others; documented before narrated, then file order.
    """
    corpus = examination.corpus
    deciding = [one.deciding for one in evidence if one.deciding]
    times = Counter(id for ids in deciding for id in ids)
    fitting = Counter(id for one in evidence for id in one.fitting)
    seen = _extent(examination, accounts)
    file_order = {record.id: number for number, record in enumerate(examination.view.records)}

    def place(id: str) -> tuple[object, ...]:
        found = names.record_entry(corpus, id)
        basis = 2 if found is None else found.basis != "documented"
        return (_when(examination, id, seen) is None, -times[id], -fitting[id], basis, file_order.get(id, 0))

    decisive: dict[str, None] = {}
    for ids in sorted(deciding, key=len):
        if decisive.keys().isdisjoint(ids):
            decisive[min(ids, key=place)] = None
    anchors = {
        event
        for id in accounts
        for part in examination.parts(id)
        for date in dates_of(part)
        for event in anchors_of(date)
    }
    dating = sorted((one.id for one in examination.view.records if one.event in anchors), key=place)
    found: dict[str, tuple[set[str], Pin]] = {}
    for id in dict.fromkeys((*decisive, *dating, *sorted(fitting, key=place))):
        when = _when(examination, id, seen)
        entry = names.record_entry(corpus, id)
        event = entry.event if entry is not None else id
        if event in found:
            found[event][0].add(id)
        elif when is not None and len(found) < MOST_PINS:
            source = names.source(corpus, entry.source) if entry is not None else ""
            documented = entry is not None and entry.basis == "documented"
            label = record_name(corpus, id)
            yearless = "" if _when(examination, id) is not None else " (year unstated)"
            pin = Pin(when, f"{label}{yearless}", source if source != label else "", documented, id in decisive)
            found[event] = ({id}, pin)
    placed = sorted(found.values(), key=lambda one: (_start(one[1].when), one[1].label))
    return [(frozenset(ids), pin) for ids, pin in placed]


def _start(span: Span) -> int:
    return span.start if span.start is not None else span.stop or 0


def _extent(examination: Examination, accounts: Sequence[str]) -> TimeSet | None:
    """From the first to the last time that accounts give; None where they leave either end open."""
    left = [one.narrow for id in accounts if (one := examination.placed(id)) is not None]
    dates = [one for one in left if len(one.spans) <= MOST_SPANS]
    starts = [one.start for one in dates if one.start is not None]
    stops = [one.stop for one in dates if one.stop is not None]
    return TimeSet((Span(min(starts), max(stops)),)) if starts and stops and min(starts) < max(stops) else None


def _when(examination: Examination, id: str, seen: TimeSet | None = None) -> Span | None:
    """The stretch of time that a record gives; None where it gives none, or too many.

    A day of no year has a place where one alone of its days lies in what is seen.
    """
    left = examination.placed(id)
    spans = left.narrow.spans if left is not None else ()
    if len(spans) > MOST_SPANS and left is not None and seen is not None:
        spans = left.narrow.intersection(seen).spans
        spans = spans if len(spans) == 1 else ()
    if not 0 < len(spans) <= MOST_SPANS:
        return None
    first, last = spans[0], spans[-1]
    return Span(first.start, last.stop) if (first.start, last.stop) != (None, None) else None


def record_name(corpus: Corpus, id: str) -> str:
    """What a record attests, in short; a claim that counts as record by its claimants."""
    found = names.record_entry(corpus, id)
    if found is None:
        return names.joint(corpus, id) if id in corpus.claims else names.words_of(id)
    entry = corpus.events.get(found.event)
    is_named = entry is not None and entry.declared and bool(entry.short or entry.label)
    return found.own_name if found.own_name and not is_named else names.event(corpus, found.event)


def brief_for(corpus: Corpus, groups: Sequence[Group], pins: Pinned) -> Brief:
    """How dates are said beside these rows: the year of the dense stretch goes without saying, if it is one."""
    style = style_of_deductions(corpus)
    found = stretches_of(spans_shown(groups, (pin for _, pin in pins)))
    if found is None:
        return Brief(style)
    start, stop = found.spans[found.dense]
    try:
        first, last = (calendar_date(style.calendar, instant // DAY)[0] for instant in (start, stop - 1))
    except ValueError:
        return Brief(style)  # the calendar does not reach back so far
    return Brief(style, (first, last) if first == last else None)


def _said(row: Row, brief: Brief) -> str:
    date = brief.say(row.times) if row.times is not None else ""
    return ", ".join(text for text in (row.answer, date) if text)


def chart_says(head: str, groups: Sequence[Group], pins: Pinned, brief: Brief) -> str:
    """All of a chart in words, for who does not see it: row by row, and the record."""
    whole = replace(brief, known=None)
    said = [head]
    for group in groups:
        told = (
            f"{_said(row, whole)}, {listed(row.names)}"
            f"{f', {row.note}' if row.note else ''} ({row.word}{row.because})"
            for row in group.rows
        )
        said.append(f"{group.label}: {'; '.join(told)}.")
    if pins:
        dated = (f"{whole.span(pin.when)}, {pin.label}" for _, pin in pins)
        said.append(f"The record: {'; '.join(dated)}.")
    return " ".join(said)
