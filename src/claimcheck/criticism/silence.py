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

from claimcheck.corpus.entries import Claim, Corpus, Coverage, Record
from claimcheck.corpus.stemma import relays_of
from claimcheck.criticism.slips import broader_kinds, kinds_of_event
from claimcheck.criticism.works import whole_work
from claimcheck.dates.when import TimeSet
from claimcheck.engine.examination import Examination
from claimcheck.engine.parts import Exclusion, Occurrence, Part


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


def find_silences(findings: Examination) -> tuple[Silence, ...]:
    """Every claim in view with every source in view that is silent on it, in file order of the claims.

    Only what is asserted to have happened can be passed over in silence: a denial, a doubt, a report or a value
    cannot.
    """
    corpus = findings.corpus
    seen = findings.view
    # What nobody has seen is silent on nothing: its coverage says where to look.
    known = [source for source in corpus.sources.values() if source.covers and not source.unseen]
    sources = [source for source in known if source.id not in seen.refused]
    return tuple(
        silence
        for claim in (seen.claims if sources else ())
        for source in sources
        if (silence := _silence(findings, claim, source.id)) is not None
    )


def _silence(findings: Examination, claim: Claim, source: str) -> Silence | None:
    corpus = findings.corpus
    if claim.stance != "asserts" or claim.reports or _speaks_through(corpus, claim, source):
        return None
    for part in findings.parts(claim.id):
        matter = _matter(findings, claim, part)
        coverage = _coverage_of(findings, source, matter) if matter is not None else None
        if matter is None or coverage is None:
            continue
        mentions = tuple(_mentions(findings, source, claim, matter))
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


def _matter(findings: Examination, claim: Claim, part: Part) -> _Matter | None:
    """What a part says happened; None where it says that something did not, or what a value was."""
    if not isinstance(part, Occurrence):
        return None
    target = part.target
    stated = target.id if target.form != "event" else None
    events = frozenset(id for id in (target.named, None if stated else target.id) if id is not None)
    kinds = broader_kinds(findings.corpus, (stated,)) if stated is not None else frozenset()
    for event in events:
        kinds |= kinds_of_event(findings.corpus, event)
    return _Matter(part.question, events, kinds, stated, _dates(findings, claim, part))


def _dates(findings: Examination, claim: Claim, part: Occurrence | Exclusion) -> TimeSet | None:
    """The time that a part leaves, at the widest; None where it states none that can be placed."""
    left = findings.placed_dated(findings.statements(claim)[part.number].when, 0, claim)
    return left.wide if left is not None else None


def _coverage_of(findings: Examination, source: str, matter: _Matter) -> Coverage | None:
    """The declared coverage that takes in the period and the kind, if one does.

    A claim without a date that can be placed lies in no stated period.
    """
    for coverage in findings.corpus.sources[source].covers:
        period = findings.placed_dated(coverage.when)
        if coverage.when is not None and period is None:
            continue
        if coverage.takes_in(matter.kinds, period.narrow if period is not None else None, matter.dates):
            return coverage
    return None


def _mentions(findings: Examination, source: str, claim: Claim, matter: _Matter) -> Iterator[tuple[str, bool]]:
    """What the source says of the matter, with whether it is of the very thing or only of one of its kind.

    Who answers the same question, speaks of the same event, denies, disputes or reports the claim, or has
    something of the kind within the time claimed, is not silent, whatever he says.
    """
    corpus, seen = findings.corpus, findings.view
    work = whole_work(corpus, source)
    for other in seen.claims:
        places = (other.source, *relays_of(corpus, other.id, is_claim=True))
        if work not in {whole_work(corpus, id) for id in places}:
            continue
        if claim.id in (*other.reports, *other.disputes, *other.revises):
            yield other.id, True
        if any(one.question == matter.question is not None for one in findings.statements(other)):
            yield other.id, True
        for part in findings.spoken_of(other):
            yield from ((other.id, is_of_it) for is_of_it in _touches(findings, other, part, matter))
    for record in seen.records:
        if whole_work(corpus, record.source) == work:
            yield from ((record.id, is_of_it) for is_of_it in _attests(findings, record, matter))


def _touches(findings: Examination, claim: Claim, part: Part, matter: _Matter) -> Iterator[bool]:
    if isinstance(part, Exclusion) and part.kind in matter.kinds:
        yield _may_meet(_dates(findings, claim, part), matter.dates)
    other = _matter(findings, claim, part)
    if other is None:
        return
    if other.events & matter.events:
        yield True
    elif matter.asked is not None and matter.asked in other.kinds:
        yield _may_meet(other.dates, matter.dates)


def _attests(findings: Examination, record: Record, matter: _Matter) -> Iterator[bool]:
    corpus = findings.corpus
    if record.event in matter.events:
        yield True
        return
    if corpus.events[record.event].planned:
        return
    kinds = kinds_of_event(corpus, record.event)
    if (matter.asked is not None and matter.asked in kinds) or record.none in matter.kinds:
        left = findings.placed_dated(record.when, 0, record)
        yield _may_meet(left.narrow if left is not None else None, matter.dates)


def _may_meet(a: TimeSet | None, b: TimeSet | None) -> bool:
    """Whether the two share time; what has no date may."""
    return a is None or b is None or bool(a.intersection(b).spans)
