"""The history of a question: how it stood, step by step, as works appeared and archives opened.

Belongs here: looking at a corpus as of each year at which something becomes readable, and what changed for each
question. Does not belong here: verdicts (each is the engine's, as of that year), wording.

A work counts from the year of `claimcheck.engine.perspective.public_from`; one without a year never joins, and is
listed apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.corpus.entries import Corpus, Source
from claimcheck.criticism.looking import Looking
from claimcheck.criticism.witnesses import witnesses_by_question
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Row, Standing, Step
from claimcheck.engine.perspective import public_from


@dataclass(frozen=True, slots=True)
class Work:
    """A source that became readable: `opened` if it was the opening of an archive, and not its issue."""

    source: str
    year: int
    is_opened: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A claim whose standing against the record changed (`before` is None where the claim is new).

    `records` are those that now rule it out or bear it out. `works` are the sources of the steps of `because`
    that became readable in this year: what brought the change.
    """

    claim: str
    before: Standing | None
    after: Standing
    records: tuple[str, ...]
    works: tuple[str, ...]
    because: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Dissent:
    """Two claims that from now on contradict each other, or (`is_over`) no longer do; one of them answers."""

    a: str
    b: str
    is_over: bool
    works: tuple[str, ...]
    because: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """How a claim stood at the end of a year: against the record, and which claims it contradicted."""

    claim: str
    standing: Standing
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A year in which something changed for a question: what appeared, what it changed, how things then stood.

    `works` are those that brought a claim to the question or changed something; `claims` the accounts that
    joined.
    """

    year: int
    works: tuple[Work, ...]
    claims: tuple[str, ...]
    turns: tuple[Turn, ...]
    dissents: tuple[Dissent, ...]
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The stages of a question in order of time, and the works that have no year and so no place in it."""

    question: str | None
    stages: tuple[Stage, ...]
    undated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """Everything about one year: the rows of the claims in view, and the pairs that contradict."""

    rows: dict[str, Row]
    pairs: dict[tuple[str, str], tuple[Step, ...]]


def histories(findings: Examination) -> tuple[History, ...]:
    """The history of every question that claims answer, from the perspective of the findings.

    Where the perspective has a year, the history ends with it. What the claims and records of a question stand
    in, and nothing else, decides which works are its undated ones.
    """
    corpus = findings.corpus
    seen = findings.perspective
    all_years = findings.as_of(None)
    appeared = _works(corpus)
    years = sorted({work.year for work in appeared if seen.as_of is None or work.year <= seen.as_of})
    looking = Looking(all_years)
    states = [(year, _state(looking, findings.as_of(year))) for year in years]
    rows = {row.claim: row for row in all_years.rows}
    asked = all_years.once(witnesses_by_question)
    sources = {record.id: record.source for record in all_years.view.records}
    bearing = {
        id: tuple(sources[record] for record, _ in row.records if record in sources) for id, row in rows.items()
    }
    return tuple(
        History(
            question.question,
            tuple(_stages(corpus, question.claims, states, appeared)),
            tuple(_undated(corpus, question.claims, bearing)),
        )
        for question in asked
    )


def _works(corpus: Corpus) -> tuple[Work, ...]:
    """Every source with the year from which it could be read, in the order of the files."""
    found = []
    for source in corpus.sources.values():
        year = public_from(source, corpus)
        if year is not None:
            issued = public_from(source.model_copy(update=_unopened(source)), corpus)
            found.append(Work(source.id, year, issued is None or issued > year))
    return tuple(found)


def _unopened(source: Source) -> dict[str, None]:
    """The years that a source would not have if its archive had stayed closed."""
    return {"opened": None, "dated": None} if source.type == "archival" else {"opened": None}


def _state(looking: Looking, seen: Examination) -> _State:
    return _State(looking.rows(seen), looking.contradictions(seen))


def _stages(
    corpus: Corpus,
    claims: tuple[str, ...],
    states: Iterable[tuple[int, _State]],
    appeared: tuple[Work, ...],
) -> Iterator[Stage]:
    before = _State({}, {})
    for year, state in states:
        this_year = {work.source: work for work in appeared if work.year == year}
        joined = tuple(id for id in claims if id in state.rows and id not in before.rows)
        turns = tuple(_turns(claims, before, state, this_year))
        dissents = tuple(_dissents(claims, before, state, this_year))
        if joined or turns or dissents:
            at_work = {corpus.claims[id].source for id in joined}
            at_work.update(work for turn in turns for work in turn.works)
            at_work.update(work for dissent in dissents for work in dissent.works)
            yield Stage(
                year,
                tuple(work for source, work in this_year.items() if source in at_work),
                joined,
                turns,
                dissents,
                tuple(_held(claims, state)),
            )
        before = state


_DECISIVE = frozenset((Bearing.CONTRADICTS, Bearing.CONTESTS, Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART))


def _turns(claims: tuple[str, ...], before: _State, state: _State, this_year: dict[str, Work]) -> Iterator[Turn]:
    for id in claims:
        row, was = state.rows.get(id), before.rows.get(id)
        if row is None or (was is not None and (was.verdict, was.in_part) == (row.verdict, row.in_part)):
            continue
        decisive = tuple(record for record, bearing in row.records if bearing in _DECISIVE)
        standing = was.verdict if was is not None else None
        works = _new_among(row.because, this_year)
        yield Turn(id, standing, row.verdict, decisive, works, row.because)


def _dissents(
    claims: tuple[str, ...], before: _State, state: _State, this_year: dict[str, Work]
) -> Iterator[Dissent]:
    ours = set(claims)
    for pair, because in state.pairs.items():
        if not ours.isdisjoint(pair) and pair not in before.pairs:
            yield Dissent(*pair, False, _new_among(because, this_year), because)
    for pair, because in before.pairs.items():
        if not ours.isdisjoint(pair) and pair not in state.pairs:
            yield Dissent(*pair, True, (), because)


def _new_among(steps: Iterable[Step], this_year: dict[str, Work]) -> tuple[str, ...]:
    """The sources of the steps that became readable in this year, in the order of the steps."""
    return tuple(dict.fromkeys(step.source for step in steps if step.source in this_year and step.source))


def _held(claims: tuple[str, ...], state: _State) -> Iterator[Held]:
    for id in claims:
        row = state.rows.get(id)
        if row is not None:
            against = [a if b == id else b for a, b in state.pairs if id in (a, b)]
            yield Held(id, row.verdict, tuple(against))


def _undated(corpus: Corpus, claims: tuple[str, ...], bearing: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The works without a year in which the claims of a question, or records that bear on them, stand."""
    wanted = {corpus.claims[id].source for id in claims}
    wanted.update(source for id in claims for source in bearing.get(id, ()))
    for source in corpus.sources.values():
        if source.id in wanted and public_from(source, corpus) is None:
            yield source.id
