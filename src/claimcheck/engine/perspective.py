"""From where one looks: what is trusted, set aside and granted, through what, as of when. And what is then seen.

Belongs here: the frozen perspective that every computation takes, and the view of a corpus that it leaves.
Does not belong here: any verdict.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.corpus.entries import Claim, Corpus, Dated, Record, Source
from claimcheck.corpus.stemma import came_through, resting_only_on
from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.when import DAY, Window
from claimcheck.dates.writing import calendar_of

BASES = ("documented", "narrated")


@dataclass(frozen=True, slots=True)
class Perspective:
    """What is trusted (bases, and sources or claimants by id), set aside, and granted; as of which year.

    Without a basis among `trust`, both are trusted. `as_of` includes its year; None is no limit. `through` are
    the sources outside of which nothing is seen: what stands in one of them or reached us through it; empty is no
    limit.
    """

    trust: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    bridges: tuple[str, ...] = ()
    as_of: int | None = None
    through: tuple[str, ...] = ()

    @property
    def bases(self) -> frozenset[str]:
        """The bases whose records are trusted; `narrated` takes in what is documented."""
        named = [basis for basis in BASES if basis in self.trust]
        return frozenset(("documented",)) if named == ["documented"] else frozenset(BASES)

    @property
    def trusted_ids(self) -> tuple[str, ...]:
        """The sources and claimants whose claims join the record."""
        return tuple(id for id in self.trust if id not in BASES)

    @property
    def is_plain(self) -> bool:
        """Whether nothing is set aside, added or granted."""
        return self == Perspective() or self == Perspective(trust=BASES)


@dataclass(frozen=True, slots=True)
class View:
    """What a perspective leaves of a corpus: claims and records in file order, and the works set aside.

    `trusted` are the ids of the claims that join the record. `set_aside` lists the sources left out for the
    year, or for want of one.
    """

    corpus: Corpus
    perspective: Perspective
    claims: tuple[Claim, ...]
    records: tuple[Record, ...]
    trusted: frozenset[str]
    bridges: tuple[str, ...]
    refused: frozenset[str]
    set_aside: tuple[str, ...]

    @property
    def misprints(self) -> frozenset[str]:
        """The claims that the editor holds to be misprints: compared like any other, and told after the rest."""
        return frozenset(claim.id for claim in self.claims if claim.misprint)


def view(corpus: Corpus, perspective: Perspective) -> View:
    """Looks at the corpus from the perspective."""
    gone = _gone(corpus, perspective)
    set_aside: list[str] = []
    if perspective.as_of is not None:
        for source in corpus.sources.values():
            year = public_from(source, corpus)
            if year is None or year > perspective.as_of:
                gone.add(source.id)
                set_aside.append(source.id)
        gone.update(claim.id for claim in corpus.claims.values() if claim.source in gone)
    trusted_ids = set(perspective.trusted_ids)
    bases = perspective.bases
    within = frozenset(perspective.through)
    claims = tuple(
        claim
        for claim in corpus.claims.values()
        if claim.id not in gone
        and claim.source not in gone
        and (not within or came_through(corpus, claim, within))
    )
    records = tuple(
        record
        for event in corpus.events.values()
        for record in event.records
        if record.id not in gone
        and record.event not in gone
        and record.source not in gone
        and (record.basis in bases or record.source in trusted_ids)
        and (not within or came_through(corpus, record, within))
    )
    if within:
        kept = {claim.id for claim in claims}
        gone.update(corpus.claims.keys() - kept)
        gone.update(corpus.sources.keys() - _in_view(corpus, within, claims, records) - kept)
    return View(
        corpus=corpus,
        perspective=perspective,
        claims=claims,
        records=records,
        trusted=frozenset(claim.id for claim in claims if trusted_ids & {claim.id, claim.source, *claim.by}),
        bridges=tuple(id for id in corpus.bridges if id in perspective.bridges and id not in gone),
        refused=frozenset(gone),
        set_aside=tuple(set_aside),
    )


def _gone(corpus: Corpus, perspective: Perspective) -> set[str]:
    """What `without` takes away: the things named, what only they author or state, what rests on them alone."""
    named = set(perspective.without)
    taken = set(named)
    taken.update(
        source.id for source in corpus.sources.values() if source.author and named.issuperset(source.author)
    )
    taken.update(claim.id for claim in corpus.claims.values() if named.issuperset(claim.by))
    return set(resting_only_on(corpus, taken))


def _in_view(
    corpus: Corpus, within: frozenset[str], claims: tuple[Claim, ...], records: tuple[Record, ...]
) -> set[str]:
    """The sources of what came through those named, with all on which they rest and through which they came."""
    found: set[str] = set()
    waiting = [source.id for source in corpus.sources.values() if came_through(corpus, source, within)]
    waiting += [claim.source for claim in claims]
    waiting += [record.source for record in records]
    waiting += [id for claim in claims for id in claim.rests_on]
    while waiting:
        id = waiting.pop()
        if id in corpus.claims and id not in corpus.sources:
            id = corpus.claims[id].source
        if id not in found:
            found.add(id)
            source = corpus.sources.get(id)
            if source is not None:
                waiting += [*source.rests_on, *([source.through.source] if source.through is not None else [])]
    return found


def public_from(source: Source, corpus: Corpus) -> int | None:
    """The year from which a source could be read: its issue or the opening of its archive, the earlier.

    What states no issue counts from its own date, unless it is an archival document whose archive is known to have
    opened. Of a source that states none of these, it is that of the larger source of which it is part. None if
    nothing is stated or bounded. Of an uncertain year it is the latest possible: a work is not taken to have been
    known before it certainly was.
    """
    seen: set[str] = set()
    here: Source | None = source
    while here is not None and here.id not in seen:
        stated = [here.issued, here.opened]
        if here.issued is None and not (here.type == "archival" and here.opened is not None):
            stated.append(here.dated)
        years = [year for dated in stated if (year := _latest_year(dated)) is not None]
        if years:
            return min(years)
        seen.add(here.id)
        here = corpus.sources.get(here.part_of or "")
    return None


def _latest_year(dated: Dated | None) -> int | None:
    if dated is None or not dated.when.readings:
        return None
    reading = dated.when.readings[0]
    date = reading.date
    if not isinstance(date, Window) or not date.narrow.spans or date.narrow.stop is None:
        return None
    # Of its own calendar: the 9th century of the Julian ends in 900, which the Gregorian has as January 901.
    return calendar_date(calendar_of(reading.calendar, date.narrow), (date.narrow.stop - 1) // DAY)[0]
