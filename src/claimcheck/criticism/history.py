"""The history of a question: how it stood, step by step, as works appeared and archives opened.

Belongs here: looking at a corpus as of each year at which something becomes readable, and what changed for each
question. Does not belong here: verdicts (each is the engine's, as of that year), wording.

A work counts from the year of `claimcheck.engine.perspective.public_from`; one without a year never joins, and is
listed apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial

from claimcheck.corpus.entries import Corpus, Source
from claimcheck.criticism.witnesses import witnesses_by_question
from claimcheck.criticism.years import Looking
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Pair, Row, Standing, Step
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

    `row` is how it then stands, `work_of` the works that became readable in this year.
    """

    claim: str
    before: Standing | None
    row: Row
    work_of: Mapping[str, Work]

    @property
    def after(self) -> Standing:
        """How it stands from now on."""
        return self.row.verdict

    @property
    def records(self) -> tuple[str, ...]:
        """The records that now rule it out or bear it out."""
        return tuple(record for record, bearing in self.row.records if bearing in _DECISIVE)

    @property
    def because(self) -> tuple[Step, ...]:
        """The derivation of how it stands."""
        return self.row.because

    @property
    def works(self) -> tuple[str, ...]:
        """What brought the change: the sources, new in this year, on which it rests."""
        return _new_among(self.because, self.work_of)


@dataclass(frozen=True, slots=True)
class Dissent:
    """Two claims that from now on contradict each other, or (`is_over`) no longer do; one of them answers."""

    pair: Pair
    is_over: bool
    work_of: Mapping[str, Work]

    @property
    def claims(self) -> tuple[str, str]:
        """The two claims."""
        return self.pair.a, self.pair.b

    @property
    def because(self) -> tuple[Step, ...]:
        """The derivation of the contradiction."""
        return self.pair.because

    @property
    def works(self) -> tuple[str, ...]:
        """What brought it: the sources, new in this year, on which it rests."""
        return () if self.is_over else _new_among(self.because, self.work_of)


@dataclass(frozen=True, slots=True)
class Held:
    """How a claim stood at the end of a year: against the record, and which claims it contradicted."""

    claim: str
    standing: Standing
    against: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
    """What a year changed for a question: the accounts that joined (`claims`), how verdicts turned.

    `appeared` is all that became readable in it, `brought` the sources of the accounts that joined, `asked` all
    accounts of the question. Who came to contradict whom is worked out when it is asked for.
    """

    year: int
    appeared: tuple[Work, ...]
    claims: tuple[str, ...]
    brought: frozenset[str]
    turns: tuple[Turn, ...]
    asked: tuple[str, ...]
    rows: Mapping[str, Row]
    at_odds: Callable[[], Contradictions]
    at_odds_before: Callable[[], Contradictions]

    @cached_property
    def dissents(self) -> tuple[Dissent, ...]:
        """Who came to contradict whom, and who ceased to."""
        before, after = self.at_odds_before(), self.at_odds()
        ours, work_of = set(self.asked), {work.source: work for work in self.appeared}
        return tuple(
            Dissent(pair, is_over, work_of)
            for those, others, is_over in ((after, before, False), (before, after, True))
            for ids, pair in those.items()
            if ids not in others and not ours.isdisjoint(ids)
        )

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """The works that brought a claim to the question or changed something."""
        changes: tuple[Turn | Dissent, ...] = (*self.turns, *self.dissents)
        at_work = self.brought.union(*(change.works for change in changes))
        return tuple(work for work in self.appeared if work.source in at_work)

    @property
    def held(self) -> tuple[Held, ...]:
        """How things then stood."""
        return tuple(
            Held(
                id,
                self.rows[id].verdict,
                tuple(a if b == id else b for a, b in self.at_odds() if id in (a, b)),
            )
            for id in self.asked
            if id in self.rows
        )


@dataclass(frozen=True)
class History:
    """The history of a question: every year in which something appeared, and the works that have no year.

    What happened in the years is told by `stages`; in those of `turning` an account joined or a verdict turned.
    """

    question: str | None
    years: tuple[Stage, ...]
    undated: tuple[str, ...]

    @property
    def turning(self) -> tuple[Stage, ...]:
        """The years in which an account joined, or came to stand otherwise to the record."""
        return tuple(stage for stage in self.years if stage.claims or stage.turns)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The years in which anything changed, in order of time."""
        return tuple(stage for stage in self.years if stage.claims or stage.turns or stage.dissents)


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
    states = [_State(year, looking, findings.as_of(year)) for year in years]
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


Contradictions = Mapping[tuple[str, str], Pair]


class _State:
    """Everything about one year: the rows of the claims in view, and the pairs that contradict."""

    def __init__(self, year: int, looking: Looking, seen: Examination) -> None:
        self.year = year
        self.rows = looking.rows(seen)
        self.at_odds = cache(partial(looking.contradictions, seen))


def _stages(
    corpus: Corpus, claims: tuple[str, ...], states: Iterable[_State], appeared: tuple[Work, ...]
) -> Iterator[Stage]:
    rows: Mapping[str, Row] = {}
    at_odds: Callable[[], Contradictions] = dict
    for state in states:
        this_year = tuple(work for work in appeared if work.year == state.year)
        joined = tuple(id for id in claims if id in state.rows and id not in rows)
        turns = tuple(_turns(claims, rows, state.rows, {work.source: work for work in this_year}))
        brought = frozenset(corpus.claims[id].source for id in joined)
        yield Stage(state.year, this_year, joined, brought, turns, claims, state.rows, state.at_odds, at_odds)
        rows, at_odds = state.rows, state.at_odds


_DECISIVE = frozenset((Bearing.CONTRADICTS, Bearing.CONTESTS, Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART))


def _turns(
    claims: tuple[str, ...], before: Mapping[str, Row], after: Mapping[str, Row], this_year: Mapping[str, Work]
) -> Iterator[Turn]:
    for id in claims:
        row, was = after.get(id), before.get(id)
        if row is not None and (was is None or (was.verdict, was.in_part) != (row.verdict, row.in_part)):
            yield Turn(id, was.verdict if was is not None else None, row, this_year)


def _new_among(steps: Iterable[Step], this_year: Mapping[str, Work]) -> tuple[str, ...]:
    """The sources of the steps that became readable in this year, in the order of the steps."""
    return tuple(dict.fromkeys(step.source for step in steps if step.source in this_year and step.source))


def _undated(corpus: Corpus, claims: tuple[str, ...], bearing: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The works without a year in which the claims of a question, or records that bear on them, stand."""
    wanted = {corpus.claims[id].source for id in claims}
    wanted.update(source for id in claims for source in bearing.get(id, ()))
    for source in corpus.sources.values():
        if source.id in wanted and public_from(source, corpus) is None:
            yield source.id
