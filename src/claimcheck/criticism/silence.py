"""Silence: nothing said where a source's declared coverage would lead one to expect it.

Belongs here: between which claims and sources there is silence. Does not belong here: what follows from it, which
is for the historian: an argument from silence holds only if the author could have known the thing, meant to
record all of its kind, and would have found it worth recording (Langlois & Seignobos, *Introduction aux études
historiques*, 1898, III 4; Lange, "The Argument from Silence", *History and Theory* 5, 1966).

A source is silent on a claim if its `covers` takes in the claim's period and kind and nothing in it speaks of the
matter. A coverage without a period takes in every period, one without kinds every kind. Where no coverage is
declared there is no silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.corpus.entries import Claim, Corpus, Coverage, Record, Statement
from claimcheck.corpus.stemma import relays_of
from claimcheck.criticism.placing import resolved
from claimcheck.criticism.slips import broader_kinds, kinds_of_event
from claimcheck.criticism.works import whole_work
from claimcheck.dates.when import AllOf, Date, OneOf, TimeSet, Window
from claimcheck.engine.findings import Findings
from claimcheck.engine.parts import NO
from claimcheck.engine.perspective import View, view


@dataclass(frozen=True, slots=True)
class Silence:
    """A source that is silent on a claim. `coverage` is what it declares; `others` are the events or claims of
    the same kind of which it does speak, at other times."""

    claim: str
    source: str
    coverage: Coverage
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a statement says happened: the question answered, the events named, the kinds, and when, if placed."""

    question: str | None
    events: frozenset[str]
    kinds: frozenset[str]  # with all that are broader
    asked: str | None  # the kind of which some event is asserted, where a kind is
    dates: TimeSet | None


def find_silences(corpus: Corpus, findings: Findings) -> tuple[Silence, ...]:
    """Every claim in view with every source in view that is silent on it, in file order of the claims.

    Only what is asserted to have happened can be passed over in silence: a denial, a doubt, a report or a value
    cannot.
    """
    seen = view(corpus, findings.perspective)
    # What nobody has seen is silent on nothing: its coverage says where to look.
    known = [source for source in corpus.sources.values() if source.covers and not source.unseen]
    sources = [source for source in known if source.id not in seen.refused]
    return tuple(
        silence
        for claim in (seen.claims if sources else ())
        for source in sources
        if (silence := _silence(seen, claim, source.id)) is not None
    )


def _silence(seen: View, claim: Claim, source: str) -> Silence | None:
    corpus = seen.corpus
    if claim.stance != "asserts" or claim.reports or _speaks_through(corpus, claim, source):
        return None
    for statement in claim.statements:
        matter = _matter(corpus, statement)
        coverage = _coverage_of(corpus, source, matter) if matter is not None else None
        if matter is None or coverage is None:
            continue
        mentions = tuple(_mentions(seen, source, claim, matter))
        if all(not is_of_it for _, is_of_it in mentions):
            return Silence(claim.id, source, coverage, tuple(dict.fromkeys(id for id, _ in mentions)))
    return None


def _speaks_through(corpus: Corpus, claim: Claim, source: str) -> bool:
    """Whether the claim stands in the source (or its larger work), came through it or is said to rest on it."""
    works = {whole_work(corpus, id) for id in (claim.source, *relays_of(corpus, claim.id, is_claim=True))}
    origins = {claim.source, claim.id}
    waiting = list(origins)
    while waiting:
        id = waiting.pop()
        entry = corpus.claims.get(id) or corpus.sources.get(id)
        for other in entry.rests_on if entry is not None else ():
            if other not in origins:
                origins.add(other)
                waiting.append(other)
    stand_in = {corpus.claims[id].source if id in corpus.claims else id for id in origins}
    return whole_work(corpus, source) in works | {whole_work(corpus, id) for id in stand_in}


def _matter(corpus: Corpus, statement: Statement) -> _Matter | None:
    """What a statement says happened; None where it says that something did not, or what a value was."""
    question = corpus.questions.get(statement.question or "")
    answers_no = question is not None and question.whether is not None and _is_no(statement)
    is_value = statement.role is not None or (question is not None and question.role is not None)
    if statement.none is not None or is_value or answers_no:
        return None
    forms = ("first", "last", "kind")
    stated = next((found for form in forms if (found := getattr(statement, form)) is not None), None)
    if stated is None and question is not None:
        asked = (question.first, question.last, question.kind, question.whether)
        stated = next((found for found in asked if found is not None), None)
    events = {statement.event, question.event if question is not None else None} - {None}
    kinds = broader_kinds(corpus, (stated,)) if stated is not None else frozenset()
    for event in events:
        kinds |= kinds_of_event(corpus, event or "")
    dates = _dates(corpus, statement)
    return _Matter(statement.question, frozenset(id for id in events if id), kinds, stated, dates)


def _is_no(statement: Statement) -> bool:
    return bool(statement.value) and statement.value[0].strip().casefold() in NO


def _dates(corpus: Corpus, statement: Statement) -> TimeSet | None:
    """The time that a statement leaves, at the widest; None where it states none that can be placed."""
    if statement.when is None or not statement.when.when.readings:
        return None
    found = resolved(corpus, _widest(statement.when.when.readings[0].date))
    return found if found is not None and found.spans else None


def _widest(date: Date) -> Date:
    match date:
        case Window():
            return Window(date.wide, date.wide, date.earliest, date.latest, date.unit)
        case AllOf() | OneOf():
            return type(date)(tuple(_widest(part) for part in date.parts))
    return date


def _coverage_of(corpus: Corpus, source: str, matter: _Matter) -> Coverage | None:
    """The declared coverage that takes in the period and the kind, if one does.

    A claim without a date that can be placed lies in no stated period.
    """
    for coverage in corpus.sources[source].covers:
        if coverage.kinds and matter.kinds.isdisjoint(coverage.kinds):
            continue
        if coverage.when is None:
            return coverage
        readings = coverage.when.when.readings
        period = resolved(corpus, readings[0].date) if readings else None
        if period is not None and matter.dates is not None and period.contains(matter.dates):
            return coverage
    return None


def _mentions(seen: View, source: str, claim: Claim, matter: _Matter) -> Iterator[tuple[str, bool]]:
    """What the source says of the matter, with whether it is of the very thing or only of one of its kind.

    Who answers the same question, speaks of the same event, denies, disputes or reports the claim, or has
    something of the kind within the time claimed, is not silent, whatever he says.
    """
    corpus = seen.corpus
    work = whole_work(corpus, source)
    for other in seen.claims:
        places = (other.source, *relays_of(corpus, other.id, is_claim=True))
        if work not in {whole_work(corpus, id) for id in places}:
            continue
        if claim.id in (*other.reports, *other.disputes, *other.revises):
            yield other.id, True
        for statement in other.statements:
            yield from ((other.id, is_of_it) for is_of_it in _touches(corpus, statement, matter))
    for record in seen.records:
        if whole_work(corpus, record.source) == work:
            yield from ((record.id, is_of_it) for is_of_it in _attests(corpus, record, matter))


def _touches(corpus: Corpus, statement: Statement, matter: _Matter) -> Iterator[bool]:
    if statement.question is not None and statement.question == matter.question:
        yield True
        return
    if statement.none is not None:
        if statement.none in matter.kinds:
            yield _may_meet(_dates(corpus, statement), matter.dates)
        return
    other = _matter(corpus, statement)
    if other is None:
        return
    if other.events & matter.events:
        yield True
    elif matter.asked is not None and matter.asked in other.kinds:
        yield _may_meet(other.dates, matter.dates)


def _attests(corpus: Corpus, record: Record, matter: _Matter) -> Iterator[bool]:
    if record.event in matter.events:
        yield True
        return
    if corpus.events[record.event].planned:
        return
    kinds = kinds_of_event(corpus, record.event)
    if (matter.asked is not None and matter.asked in kinds) or record.none in matter.kinds:
        readings = record.when.when.readings if record.when is not None else ()
        yield _may_meet(resolved(corpus, readings[0].date) if readings else None, matter.dates)


def _may_meet(a: TimeSet | None, b: TimeSet | None) -> bool:
    """Whether the two share time; what has no date may."""
    return a is None or b is None or bool(a.intersection(b).spans)
