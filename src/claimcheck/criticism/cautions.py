"""What a source critic would warn of before any comparison: how claims are evidenced, not what they say.

Belongs here: the cautions of `check` (codes CC501 to CC511). Does not belong here: faults of files (see
`claimcheck.corpus`), findings: that two claimants are at odds or a figure does not add up is no fault of the
corpus.

Warnings are few and each points at something to mend. Notes may be many (a corpus begun today has no locators);
they lower nothing and never fail a run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from claimcheck.corpus.entries import Citation, Corpus, Dated
from claimcheck.corpus.stemma import relays_of
from claimcheck.corpus.toplevel import conventions_of_corpus
from claimcheck.corpus.values import split_locator
from claimcheck.criticism.alternatives import excluded_alternatives
from claimcheck.criticism.cautioning import caution
from claimcheck.criticism.figures import Outcome, read_field, recompute
from claimcheck.criticism.impossible_bridges import impossible_bridges
from claimcheck.criticism.measurements import different_errors
from claimcheck.criticism.numbers import in_digits
from claimcheck.dates.calendars import (
    HISTORICAL,
    calendar_date,
    first_gregorian_day,
    has_roman_months,
)
from claimcheck.dates.phrases.date_words import mentions_year, months_in
from claimcheck.dates.phrases.lexemes import without_brackets
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import DAY, When, Window
from claimcheck.dates.writing import bounds_of
from claimcheck.diagnostics import Diagnostic, diagnostic
from claimcheck.engine.examination import Examination


def cautions_of(findings: Examination) -> tuple[Diagnostic, ...]:
    """All cautions, in the order of files and lines; whoever has the files fills their source lines in."""
    corpus = findings.corpus
    found = chain(
        _without_locator(corpus),
        _through_one_relay(corpus),
        _year_supplied(corpus),
        _calendar_not_stated(corpus),
        excluded_alternatives(findings),
        different_errors(corpus),
        _unused_claimants(corpus),
        _unread_numbers(corpus),
        _figures_that_cannot_be_reckoned(corpus),
        impossible_bridges(corpus),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.position, one.code, one.message)))


# --------------------------------------------------------------------------------- evidence and transmission


def _without_locator(corpus: Corpus) -> Iterator[Diagnostic]:
    """Claims and records in a named source that do not say where in it, nor where in the work it came through."""
    records = [record for event in corpus.events.values() for record in event.records]
    for what, entries in (("claim", list(corpus.claims.values())), ("record", records)):
        for entry in entries:
            source = corpus.sources.get(entry.source)
            if source is None or source.unnamed or entry.locator is not None:
                continue
            relay: Citation | None = entry.through or source.through
            cited = source.id if source.declared else source.title or source.id
            if (relay is None or relay.locator is None) and split_locator(cited)[1] is None:
                yield caution(
                    "CC501",
                    entry,
                    f"the {what} `{entry.id}` does not say where in {cited} it stands",
                    f"write the page or paragraph behind the source: in: {cited} p. 12"
                    if source.declared
                    else f"write the page or paragraph behind it: in: {cited}, p. 12; where several cite it, "
                    "declare it under `sources`",
                )


def _through_one_relay(corpus: Corpus) -> Iterator[Diagnostic]:
    """One work through which every claim came, though they are of several sources."""
    chains = [(claim.source, *relays_of(corpus, claim.id, is_claim=True)) for claim in corpus.claims.values()]
    if not chains:
        return
    for id in chains[0]:
        relayed = {places[0] for places in chains if places[0] != id}
        if len(relayed) > 1 and all(id in places for places in chains):
            yield caution(
                "CC502",
                corpus.sources[id],
                f"all {len(chains)} claims, of {len(relayed)} sources, are known through {id} alone",
                "go back to the works themselves where they can be had; till then its choice of words colours all",
            )
            return


def _year_supplied(corpus: Corpus) -> Iterator[Diagnostic]:
    """Dates whose year the quoted words do not have."""
    for claim in corpus.claims.values():
        for statement in claim.statements:
            dated = statement.when
            if dated is not None and claim.quote is not None and _adds_the_year(claim.quote, dated):
                yield diagnostic(
                    "CC503",
                    dated.position,
                    f"the words quoted in `{claim.id}` name a day and no year; the year of the date is supplied",
                    f"mark what you supply with square brackets: {_bracketed(dated.text)}",
                    length=len(dated.text),
                )


def _adds_the_year(quote: str, dated: Dated) -> bool:
    """Whether the date has an unmarked year, and the quoted words name its month with a day but no year."""
    date = dated.when.readings[0].date if dated.when.readings else None
    if not isinstance(date, Window) or not date.narrow.spans or dated.read is not None or mentions_year(quote):
        return False
    bare = without_brackets(dated.text)
    supplied = bare[1] if bare is not None else ()
    if any(mentions_year(words) for words in supplied) or not mentions_year(dated.text):
        return False
    start = date.narrow.start
    calendar = dated.when.readings[0].calendar
    if start is None or not has_roman_months(calendar):
        return False
    return calendar_date(calendar, start // DAY)[1] in months_in(quote)


def _calendar_not_stated(corpus: Corpus) -> Iterator[Diagnostic]:
    """The first date that the historical calendar reads otherwise than the Gregorian, where none is stated."""
    if corpus.defaults.states_calendar:
        return
    altered = [dated for dated in _without_calendar(corpus) if _is_altered(corpus, dated)]
    if altered:
        first = min(altered, key=lambda dated: dated.position)
        others = f" (and {len(altered) - 1} more)" if len(altered) > 1 else ""
        yield diagnostic(
            "CC511",
            first.position,
            f"no calendar is stated, so “{first.when.text}”{others} is of the historical one: Julian before "
            "15 October 1582",
            "write `defaults: {calendar: historical}` if it is meant so; if these dates are in the calendar of "
            "today, `defaults: {calendar: gregorian}`",
            length=len(first.text),
        )


def _without_calendar(corpus: Corpus) -> Iterator[Dated]:
    """The dates that are in the calendar of the corpus, because neither claim nor source states one."""

    def source_states_one(id: str | None) -> bool:
        source = corpus.sources.get(id or "")
        return source is not None and source.calendar is not None

    found: list[Dated | None] = []
    for claim in corpus.claims.values():
        if claim.calendar is None and not source_states_one(claim.source):
            for part in (*claim.statements, *claim.otherwise):
                found += (part.when, *part.or_when, part.not_when, part.start)
    for event in corpus.events.values():
        if not (event.records and source_states_one(event.records[0].source)):
            found += (event.when, *event.or_when, event.not_when)
        for record in event.records:
            if not source_states_one(record.source):
                found += (record.when, *record.or_when, record.not_when)
    for source in corpus.sources.values():
        if source.calendar is None:
            found += (source.dated, *(coverage.when for coverage in source.covers))
    yield from {dated.position: dated for dated in found if dated is not None}.values()


_REFORM = first_gregorian_day(HISTORICAL) or 0


def _is_altered(corpus: Corpus, dated: Dated) -> bool:
    """Whether a date has another reading in the Gregorian calendar than in the historical one."""
    readings = dated.when.readings
    if not any("dual-year" in reading.rule for reading in readings):
        windows = [window for reading in readings if (window := bounds_of(reading.date)) is not None]
        edges = [edge for window in windows for span in window.wide.spans for edge in (span.start, span.stop)]
        if all(edge is None or edge // DAY >= _REFORM for edge in edges):
            return False
    conventions = replace(conventions_of_corpus(corpus.defaults, corpus.eras), calendar="gregorian")
    otherwise = read_date(dated.when.text, conventions)
    return not isinstance(otherwise, When) or [r.date for r in readings] != [r.date for r in otherwise.readings]


def _bracketed(text: str) -> str:
    """The date as it might be written, with its last run of three or four figures in brackets."""
    return re.sub(r"([0-9]{3,4})(?!.*[0-9]{3,4})", r"[\1]", text)


def _unused_claimants(corpus: Corpus) -> Iterator[Diagnostic]:
    """Claimants that are declared and neither claim, nor wrote, nor are the value of anything."""
    used = set(chain.from_iterable(claim.by for claim in corpus.claims.values()))
    used.update(chain.from_iterable(source.author for source in corpus.sources.values()))
    used.update(chain.from_iterable(event.present for event in corpus.events.values()))
    named = {_plain(value) for value in _values(corpus)}
    for claimant in corpus.claimants.values():
        is_value = not named.isdisjoint((_plain(claimant.id), _plain(claimant.name)))
        if claimant.declared and claimant.id not in used and not is_value:
            yield caution(
                "CC506",
                claimant,
                f"the claimant `{claimant.id}` claims nothing and wrote nothing here",
                "name him under `by` or `author`, or take him out",
            )


def _values(corpus: Corpus) -> Iterator[str]:
    for claim in corpus.claims.values():
        for statement in (*claim.statements, *claim.otherwise):
            yield from statement.value
    for bridge in corpus.bridges.values():
        for statement in (*bridge.condition, *bridge.consequence):
            yield from statement.value
    for event in corpus.events.values():
        yield from event.value


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


# --------------------------------------------------------------------------------------------------- figures


def _unread_numbers(corpus: Corpus) -> Iterator[Diagnostic]:
    """Numbers of figures that cannot be read, or can be read in two ways."""
    for figure in corpus.figures.values():
        for field, text in figure.numbers:
            number = read_field(field, text)
            if number is None:
                yield caution(
                    "CC507",
                    figure,
                    f"`{field}` of the figure `{figure.id}` is no number that can be read: {text}",
                    "write the number alone: 1,360,303; 12.5; 3.5 million; the words belong under `says`",
                )
            elif number.other is not None:
                yield caution(
                    "CC507",
                    figure,
                    f"`{field}` of the figure `{figure.id}` is read as {in_digits(number.value, number.places)}, "
                    f"but might be {in_digits(number.other)}: {text}",
                    "write thousands without separators, or with spaces",
                )


def _figures_that_cannot_be_reckoned(corpus: Corpus) -> Iterator[Diagnostic]:
    """Figures whose numbers are too few, or lists of different lengths."""
    unread = {
        figure.id
        for figure in corpus.figures.values()
        if any(read_field(*pair) is None for pair in figure.numbers)
    }
    for found in recompute(corpus):
        if found.outcome is Outcome.INCOMPLETE and found.figure not in unread:
            yield caution(
                "CC508",
                corpus.figures[found.figure],
                f"the numbers of the figure `{found.figure}` make no {found.operation} that can be recomputed",
                "a percentage takes part and whole, a sum its terms, a difference minuend and subtrahend, "
                "an average total and units",
            )
