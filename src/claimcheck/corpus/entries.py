"""The entries of a corpus after every shorthand is expanded: what a historian wrote, frozen.

Belongs here: the values that reading a corpus yields and that the engine, the criticism and the converters
consume. Does not belong here: YAML, positions of single fields (see `yaml_nodes`), expansion of shorthand (see
`shorthand`), meaning (see `claimcheck.engine`).

Every entry keeps the position at which it stands; every date keeps its own position and its wording.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from claimcheck.dates.calendars import HISTORICAL
from claimcheck.dates.when import TimeSet, When
from claimcheck.dates.writing import said_in
from claimcheck.diagnostics import Position


class Frozen(BaseModel):
    """A value that never changes and admits no unknown field."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


# As data a date is its wording and its readings: what to be warned of is worked out from these when asked for.
Read = Annotated[When, PlainSerializer(lambda when: (when.text, when.readings))]


class Dated(Frozen):
    """A date as written, where it stands, and its readings (in the order in which they are numbered).

    `wide` replaces the wide reading that the rule would give; `probability` is shown only.
    """

    text: str
    when: Read
    position: Position
    wide: Read | None = None
    read: str | None = None  # {as: WORDING, read: READING}: `text` keeps the wording, this the reading's text
    probability: str | None = None


class Citation(Frozen):
    """A source and the place in it: `in: annals p. 10`."""

    source: str
    locator: str | None = None


class Entry(Frozen):
    """What all entries share. `id` is the key in the file (or the one made for it)."""

    id: str
    position: Position
    note: str | None = None
    url: str | None = None


class Claimant(Entry):
    """Somebody who puts forward claims. `declared` is false where only a `by` or an `author` names him.

    `several` says whether more than one are meant without being named ("several historians"); None where the
    file is silent and the name decides (see `claimcheck.criticism.witnesses`).
    """

    name: str
    short: str | None = None
    who: str | None = None
    participant: bool | None = None
    several: bool | None = None
    interest: str | None = None
    declared: bool = True


class Source(Entry):
    """A work or document. Declared in the file, named in free text, or unnamed (one per claim without `in`).

    `author` holds claimant ids; `issued`, `dated`, `opened` are dates as written; `csl` the further
    bibliographic fields, as text. `unseen` is a source that is known to exist and was not seen.
    """

    type: str | None = None
    title: str | None = None
    short: str | None = None
    author: tuple[str, ...] = ()
    issued: Dated | None = None
    dated: Dated | None = None
    opened: Dated | None = None
    through: Citation | None = None
    rests_on: tuple[str, ...] = ()
    independent_of: tuple[str, ...] = ()
    part_of: str | None = None
    covers: tuple[Coverage, ...] = ()
    unseen: bool = False
    calendar: str | None = None
    year_begins: str | None = None
    csl: tuple[tuple[str, str], ...] = ()
    declared: bool = True
    unnamed: bool = False


class Coverage(Frozen):
    """What a source undertakes to report: a period (if stated) and kinds (if stated)."""

    when: Dated | None = None
    kinds: tuple[str, ...] = ()

    def takes_in(self, kinds: frozenset[str], period: TimeSet | None, dates: TimeSet | None) -> bool:
        """Whether it takes in what is of these kinds (with all that are broader) and happened within `dates`.

        `period` is the stated one as a set of time; None where none is stated, which takes in every period. What
        has no date lies in no stated period.
        """
        if self.kinds and kinds.isdisjoint(self.kinds):
            return False
        return period is None or (dates is not None and period.contains(dates))


class Kind(Entry):
    """A class of events, with broader kinds and the kinds it presupposes."""

    label: str | None = None
    short: str | None = None
    broader: tuple[str, ...] = ()
    presupposes: tuple[str, ...] = ()
    declared: bool = True


class Statement(Frozen):
    """One part as stated: of an event, a kind, a first or last, an exclusion, or a value.

    Exactly as written: `question` is the question it answers (what the question asks for is *not* copied
    into the other fields); otherwise one of `event`, `kind`, `first`, `last`, `none` or `role`+`of` says it.
    `event` beside `question` names the event meant. `or_when` are further stated readings of the date, after
    those of `when` itself; `not_when` is an excluded date. `start` is the file's `from`.
    """

    question: str | None = None
    event: str | None = None
    kind: str | None = None
    first: str | None = None
    last: str | None = None
    none: str | None = None
    role: str | None = None
    of: str | None = None
    value: tuple[str, ...] = ()
    when: Dated | None = None
    or_when: tuple[Dated, ...] = ()
    not_when: Dated | None = None
    start: Dated | None = None
    extent: Literal["within", "throughout", "course"] = "within"


class Record(Entry):
    """What attests an event apart from the claims. Its id is the event's, or `EVENT/1`, `EVENT/2` in a list.

    `basis` is `documented` or `narrated`. `when` is None where it attests existence only. `first` says that
    the event is the first of that kind; `none` that no event of that kind happened in `when`.
    """

    event: str
    source: str
    locator: str | None = None
    through: Citation | None = None
    basis: Literal["documented", "narrated"] = "narrated"
    when: Dated | None = None
    or_when: tuple[Dated, ...] = ()
    not_when: Dated | None = None
    extent: Literal["within", "throughout", "course"] = "within"
    first: str | None = None
    last: str | None = None
    none: str | None = None
    quote: str | None = None
    lang: str | None = None
    translation: str | None = None
    retold: str | None = None
    hedge: str | None = None
    independent_of: tuple[str, ...] = ()

    @property
    def own_name(self) -> str | None:
        """The words of its id where the file gave it one ("graffito"); None where it is called by its event."""
        number = self.id.removeprefix(f"{self.event}/")
        if self.id == self.event or (number != self.id and number.isdecimal()):
            return None
        return self.id.replace("-", " ").replace("_", " ")


class Event(Entry):
    """Something said to have happened. `when` is what the file states beside it, whether or not recorded.

    `role`, `of`, `value` hold from the event's start. `after` orders it behind other events (structure).
    `or_when`, `not_when` and `extent` stand beside `when`; the records have them too. `present` are the claimants
    who took part in it, attested by its records and gone with them; it states nothing that is tested.
    """

    label: str | None = None
    short: str | None = None
    plain: str | None = None
    kinds: tuple[str, ...] = ()
    when: Dated | None = None
    or_when: tuple[Dated, ...] = ()
    not_when: Dated | None = None
    extent: Literal["within", "throughout", "course"] = "within"
    records: tuple[Record, ...] = ()
    planned: bool = False
    after: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    role: str | None = None
    of: str | None = None
    value: tuple[str, ...] = ()
    declared: bool = True


class Question(Entry):
    """What claims answer: exactly one of `first`, `last`, `kind`, `event`, `whether`, or `role` with `of`.

    `lead` marks the question that the corpus is about, of several.
    """

    ask: str
    short: str | None = None
    plain: str | None = None
    lead: bool = False
    first: str | None = None
    last: str | None = None
    kind: str | None = None
    event: str | None = None
    whether: str | None = None
    role: str | None = None
    of: str | None = None


class Claim(Entry):
    """What somebody puts forward: who, where, in what words, and what it comes down to.

    `by` are claimant ids (several: one joint statement). `source` is always set: an unnamed source of the
    claim's own where the file names none. `statements` are the claim's own part and those under `also`;
    empty for a claim that only `says` (or `reports`, or `disputes`). `otherwise` is what it says where its
    `given` bridges are set aside. `retold` is the passage in the editor's words, `plain` a simplified wording for
    language learners. `misprint` is the editor's judgement that it is a slip of the printer and nobody's opinion.
    """

    by: tuple[str, ...]
    source: str
    locator: str | None = None
    through: Citation | None = None
    says: str | None = None
    quote: str | None = None
    lang: str | None = None
    translation: str | None = None
    retold: str | None = None
    plain: str | None = None
    hedge: str | None = None
    stance: Literal["asserts", "denies", "doubts", "rejects"] = "asserts"
    statements: tuple[Statement, ...] = ()
    rests_on: tuple[str, ...] = ()
    independent_of: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    because: str | None = None
    given: tuple[str, ...] = ()
    otherwise: tuple[Statement, ...] = ()
    revises: tuple[str, ...] = ()
    alternative_to: tuple[str, ...] = ()
    misprint: bool = False
    calendar: str | None = None
    year_begins: str | None = None


class Bridge(Entry):
    """A stated assumption, off unless granted. Exactly one form: `same`, `order`, `permanent`,
    `narrower`+`broader`, `start`+`end`+`takes` (the file's `from`, `to`, `takes`), or `condition`+`consequence`
    (the file's `if`, `then`): where all parts of the one hold, all parts of the other do. None of these parts
    answers a question.
    """

    says: str | None = None
    same: tuple[str, str] | None = None
    order: tuple[str, str] | None = None
    permanent: str | None = None
    narrower: str | None = None
    broader: str | None = None
    start: str | None = None
    end: str | None = None
    takes: Dated | None = None  # read as the date of `end` relative to `start`: "3 days after @start"
    condition: tuple[Statement, ...] = ()
    consequence: tuple[Statement, ...] = ()


class Figure(Entry):
    """An arithmetical statement of a source, as written; numbers stay text until they are recomputed."""

    says: str | None = None
    source: str | None = None
    locator: str | None = None
    numbers: tuple[tuple[str, str], ...] = ()  # part, whole, percent, sum, … as written


class Defaults(Frozen):
    """What holds for the whole corpus unless a source or claim says otherwise."""

    calendar: str = HISTORICAL
    states_calendar: bool = False  # whether the file names it
    year_begins: str = "1 January"
    through: Citation | None = None
    tolerances: tuple[tuple[str, str], ...] = ()


class Table(Frozen):
    """A table of claims that was read: its rows are the claims and those that were refused, each with a reason."""

    file: str
    rows: int
    claims: int


class Corpus(Frozen):
    """A corpus: every entry by id, in the order of the files. Expanded, checked, ready to be examined."""

    title: str | None = None
    background: str | None = None  # what a reader should know beforehand, in the editor's words
    plain: str | None = None  # the same in a simpler wording, for learners
    terms: tuple[tuple[str, str], ...] = ()  # a word that a learner should know, and its meaning
    defaults: Defaults = Defaults()
    eras: tuple[tuple[str, str], ...] = ()  # a name, and the day or year from which its years count, as written
    claimants: dict[str, Claimant] = {}
    sources: dict[str, Source] = {}
    kinds: dict[str, Kind] = {}
    events: dict[str, Event] = {}
    questions: dict[str, Question] = {}
    claims: dict[str, Claim] = {}
    bridges: dict[str, Bridge] = {}
    figures: dict[str, Figure] = {}
    library: frozenset[str] = Field(default=frozenset(), exclude=True)  # keys of bibliographies, cited or not
    tables: tuple[Table, ...] = Field(default=(), exclude=True)  # how it was read, and nothing that it says

    @cached_property
    def styles(self) -> frozenset[tuple[str, str]]:
        """The calendars, each with the beginning of its year, in which claims, events and records are dated.

        The default's is among them whether or not anything is dated in it. A date that has the same numerals in
        the default calendar is of that one.
        """
        own = self.defaults.calendar
        found = {
            (said_in(reading, own), reading.year_begins)
            for dated in self._dates()
            if dated is not None
            for reading in dated.when.readings
        }
        return frozenset(found | {(own, self.defaults.year_begins)})

    def _dates(self) -> Iterator[Dated | None]:
        for claim in self.claims.values():
            for statement in (*claim.statements, *claim.otherwise):
                yield from (statement.when, *statement.or_when, statement.not_when, statement.start)
        for bridge in self.bridges.values():
            for statement in (*bridge.condition, *bridge.consequence):
                yield from (statement.when, *statement.or_when, statement.not_when, statement.start)
        for event in self.events.values():
            yield from (event.when, *event.or_when, event.not_when)
            for record in event.records:
                yield from (record.when, *record.or_when, record.not_when)
