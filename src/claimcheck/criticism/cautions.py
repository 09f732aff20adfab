"""What a source critic would warn of before any comparison: how claims are evidenced, not what they say.

Belongs here: the cautions of `check` (codes CC501 to CC511). Does not belong here: faults of files (see
`claimcheck.corpus`), findings: that two claimants are at odds or a figure does not add up is no fault of the
corpus.

Warnings are few and each points at something to mend. Notes may be many (a corpus begun today has no locators);
they lower nothing and never fail a run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, combinations

from claimcheck.corpus.entries import Bridge, Citation, Claim, Corpus, Dated, Entry, Statement
from claimcheck.corpus.stemma import relays_of
from claimcheck.corpus.toplevel import conventions_of_corpus
from claimcheck.corpus.values import split_locator
from claimcheck.criticism.figures import Outcome, read_field, recompute
from claimcheck.criticism.numbers import in_digits
from claimcheck.dates.calendars import (
    HISTORICAL,
    calendar_date,
    first_gregorian_day,
    has_roman_months,
)
from claimcheck.dates.phrases.date_words import mentions_year, months_in
from claimcheck.dates.phrases.lexemes import without_brackets
from claimcheck.dates.reading import Conventions, read_date
from claimcheck.dates.when import DAY, Date, OneOf, Point, Reading, Relation, TimeSet, When, Window
from claimcheck.dates.wording import span_in_words, stated_style
from claimcheck.dates.writing import bounds_of
from claimcheck.diagnostics import Diagnostic, Related, diagnostic
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


# ---------------------------------------------------------------------------------- evidence and transmission


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


# ---------------------------------------------------------------------------------------------------- figures


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


def caution(code: str, entry: Entry, message: str, remedy: str, related: tuple[Related, ...] = ()) -> Diagnostic:
    """A caution at an entry; of an id made from several keys (CLAIM/QUESTION) the first is underlined."""
    length = len(entry.id.partition("/")[0])
    return diagnostic(code, entry.position, message, remedy, length=length, related=related)


# ----------------------------------------------------------------------------------------------- measurements

# Two quotations are of one measurement if they bear the same laboratory number (OxA-1234; the form is that of the
# laboratory codes of the journal Radiocarbon), or if they speak of the same question or event and have the same
# mean.
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


# ----------------------------------------------------------------------------------------------- alternatives


def excluded_alternatives(findings: Examination) -> Iterator[Diagnostic]:
    """Claims one of whose stated possibilities is ruled out by another part of the same claim.

    The possibilities are the branches of "A or B", the further readings of `or-when`, and the claim to which this
    one is `alternative-to`; what rules them out is what is joined to the date, `not-when`, and `none`.
    """
    for claim in findings.corpus.claims.values():
        problem = next(_problems(findings, claim), None)
        if problem is not None:
            yield caution(
                "CC504",
                claim,
                f"the claim `{claim.id}` {problem}",
                "leave out the alternative, or what excludes it; or make two claims of it, as the source has them",
            )


def _problems(findings: Examination, claim: Claim) -> Iterator[str]:
    for statement in claim.statements:
        yield from _excluded_branches(findings, claim, statement)
        yield from _excluded_readings(findings, claim, statement)
    for id in claim.alternative_to:
        other = findings.corpus.claims.get(id)
        if other is not None and findings.denies(claim, other):
            yield f"excludes `{id}`, to which it is an alternative"
        elif other is not None and findings.denies(other, claim):
            yield f"is an alternative to `{id}`, which excludes it"


def _excluded_branches(findings: Examination, claim: Claim, statement: Statement) -> Iterator[str]:
    """Branches of a one-of date that `not-when`, or what is joined to it, leaves nothing of."""
    dated = statement.when
    if dated is None or not dated.when.readings:
        return
    if statement.not_when is None and not _is_cut(dated.when.readings[0]):
        return
    branches = _branches(dated)
    if branches is None or len(branches.spans) < 2:
        return
    whole = _dates(findings, claim, dated)
    style = stated_style(dated.when.readings[0])
    excluded = _dates(findings, claim, statement.not_when) if statement.not_when is not None else None
    if excluded is None and whole == branches:
        return
    for branch in branches.spans:
        alone = TimeSet((branch,))
        if whole is not None and not whole.intersection(alone).spans:
            yield f"names {span_in_words(branch, style)} and excludes it in the same date"
        elif excluded is not None and excluded.contains(alone):
            yield f"names {span_in_words(branch, style)} and excludes it under `not-when`"


def _branches(dated: Dated) -> TimeSet | None:
    """The branches of the date before anything joined to it has cut them: those of its piece that has an "or"."""
    reading = dated.when.readings[0]
    if not _is_cut(reading):
        return reading.date.narrow if isinstance(reading.date, Window) else None
    conventions = Conventions(reading.calendar, reading.year_begins)
    for piece in (dated.read or dated.text).split(","):
        read = read_date(piece, conventions)
        if isinstance(read, When) and "or" in read.readings[0].rule.split(" + "):
            date = read.readings[0].date
            return date.narrow if isinstance(date, Window) else None
    return None


def _is_cut(reading: Reading) -> bool:
    """Whether something is joined to a date of several branches."""
    return {"or", "joined"}.issubset(reading.rule.split(" + "))


def _excluded_readings(findings: Examination, claim: Claim, statement: Statement) -> Iterator[str]:
    """Other stated readings that lie within what `not-when` excludes."""
    excluded = _dates(findings, claim, statement.not_when) if statement.not_when is not None else None
    for other in statement.or_when if excluded is not None else ():
        dates = _dates(findings, claim, other)
        if dates is not None and excluded is not None and excluded.contains(dates):
            yield f"gives “{other.text}” as another reading and excludes it under `not-when`"


def _dates(findings: Examination, claim: Claim, dated: Dated) -> TimeSet | None:
    """What is left of a date by itself, whatever the claim says beside it."""
    left = findings.placed_date(dated.when.readings[0].date, claim.by) if dated.when.readings else None
    return left.narrow if left is not None else None


# ---------------------------------------------------------------------------------------------------- bridges

# Two events of which the first begins no later than the second: strictly earlier where it is over before the other
# begins (as events last longer than no time), at the same time where they are one.
_Edge = tuple[str, str, bool]
_MONTH = 30.436875  # days, on the average of 400 years
_MONTHS_DIFFER = 3.0  # days by which as many months can be longer or shorter


def impossible_bridges(corpus: Corpus) -> Iterator[Diagnostic]:
    """Each bridge against the order that `after` states, each two bridges that exclude each other."""
    stated = [(earlier, event.id, True) for event in corpus.events.values() for earlier in event.after]
    ties = {bridge.id: ties for bridge in corpus.bridges.values() if (ties := _ties(bridge))}
    possible = []
    for id, own in ties.items():
        if (chain := _impossible([*stated, *own])) is not None:
            yield caution(
                "CC510",
                corpus.bridges[id],
                f"the bridge `{id}` goes against the stated order: {_told(chain)}",
                "it can never be granted: turn it round, or take back the `after` that it goes against",
                related=tuple(
                    (corpus.events[later].position, f"`{later}` is after `{earlier}`")
                    for earlier, later, _ in dict.fromkeys(chain)
                    if later in corpus.events and earlier in corpus.events[later].after
                ),
            )
        else:
            possible.append(id)
    # Only bridges on a circle can exclude each other by their order: the pairs of the others are not tried.
    every = [*stated, *(tie for id in possible for tie in ties[id])]
    tangled = _on_circles(every)
    for a, b in combinations(corpus.bridges.values(), 2):
        if _rival_lengths(a, b):
            yield _excluded(a, b, f"`{a.start}` to `{a.end}` cannot take both lengths of time")
        elif a.id in possible and b.id in possible and tangled.issuperset((ties[a.id][0][0], ties[b.id][0][0])):
            chain = _impossible([*stated, *ties[a.id], *ties[b.id]])
            if chain is not None:
                yield _excluded(a, b, _told(chain))


def _excluded(a: Bridge, b: Bridge, why: str) -> Diagnostic:
    return caution(
        "CC509",
        b,
        f"the bridges `{a.id}` and `{b.id}` exclude each other: {why}",
        "grant one of them at a time; if both are meant, mend one",
        related=((a.position, f"`{a.id}`"),),
    )


def _ties(bridge: Bridge) -> list[_Edge]:
    if bridge.same is not None:
        a, b = bridge.same
        return [(a, b, False), (b, a, False)] if a != b else []
    if bridge.order is not None:
        return [(*bridge.order, True)]
    if bridge.start is not None and bridge.end is not None:
        return [(bridge.start, bridge.end, True)]
    return []


def _impossible(edges: list[_Edge]) -> list[_Edge] | None:
    """A circle of edges of which one is strict, or None."""
    following: dict[str, list[_Edge]] = {}
    for edge in edges:
        following.setdefault(edge[0], []).append(edge)
    for first in reversed(edges):
        if first[2] and (way := _way(following, first[1], first[0])) is not None:
            return [first, *way]
    return None


def _way(following: dict[str, list[_Edge]], start: str, goal: str) -> list[_Edge] | None:
    """The shortest chain of edges from one event to another; empty where they are one."""
    came: dict[str, _Edge | None] = {start: None}
    ahead = [start]
    for event in ahead:
        for edge in following.get(event, ()):
            if edge[1] not in came:
                came[edge[1]] = edge
                ahead.append(edge[1])
    if goal not in came:
        return None
    way: list[_Edge] = []
    while (last := came[goal]) is not None:
        way.insert(0, last)
        goal = last[0]
    return way


def _on_circles(edges: list[_Edge]) -> set[str]:
    """The events from which edges lead back to themselves: what is left when loose ends are taken off."""
    left = list(dict.fromkeys(edges))
    while True:
        starts, ends = {edge[0] for edge in left}, {edge[1] for edge in left}
        kept = [edge for edge in left if edge[0] in ends and edge[1] in starts]
        if len(kept) == len(left):
            return starts
        left = kept


def _told(chain: Iterable[_Edge]) -> str:
    """The chain in words: "`a` would be before `b`, which is before `a`"."""
    (first, second, strict), *further = chain
    said = f"`{first}` would be {_RELATION[strict]} `{second}`"
    return said + "".join(f", which is {_RELATION[strict]} `{later}`" for _, later, strict in further)


_RELATION = {True: "before", False: "the same as"}


def _rival_lengths(a: Bridge, b: Bridge) -> bool:
    """Whether two bridges state lengths of the same stretch that have no length in common, widely taken."""
    if a.takes is None or b.takes is None or (a.start, a.end) != (b.start, b.end):
        return False
    one, other = (_lengths(bridge.takes.when.readings[0].date) for bridge in (a, b) if bridge.takes is not None)
    return bool(one and other) and all(_apart(x, y) or _apart(y, x) for x in one for y in other)


def _lengths(date: Date) -> list[Relation]:
    """The alternatives of a length of time; none where it is of another form than one or several lengths."""
    if isinstance(date, Relation):
        return [date]
    parts = [_lengths(part) for part in date.parts] if isinstance(date, OneOf) else []
    return [relation for part in parts for relation in part] if all(parts) else []


def _apart(shorter: Relation, longer: Relation) -> bool:
    """Whether the longest of the one is no longer than the shortest of the other, whatever the months are."""
    most, least = shorter.wide_latest, longer.wide_earliest
    if most is None or least is None:
        return False
    months = least.months - most.months
    grace = 0.0 if months == 0 else _MONTHS_DIFFER
    return months * _MONTH - grace + _days(least) - _days(most) >= (0 if least.edge is most.edge else 1)


def _days(point: Point) -> float:
    return point.days + point.seconds / 86400
