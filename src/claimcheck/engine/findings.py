"""Results and their derivations, as frozen values: what the engine found and by which steps.

Belongs here: verdicts, steps, pairs, rows, conflicts, schools, termini, positions, and the whole of them. Does not
belong here: computing any of it, and wording (sentences are made from these values in `report.words` alone).

Instants are seconds on the scale of `claimcheck.dates.when`, half-open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from claimcheck.dates.when import TimeSet, Unit
from claimcheck.diagnostics import Position


class Verdict(StrEnum):
    """How two claims stand to each other."""

    CONTRADICTS = "contradicts"
    DIFFERS_IN_TIME = "differs-in-time"
    AGREES = "agrees"
    REFINES = "refines"
    REFINED_BY = "refined-by"
    UNDETERMINED = "undetermined"
    OVERLAPS = "overlaps"
    DIFFERENT_QUESTIONS = "different-questions"
    NOT_COMPARED = "not-compared"


class Standing(StrEnum):
    """How a claim stands to the record."""

    INCONSISTENT = "inconsistent-with-itself"
    CONTRADICTED = "contradicted"
    CONTESTED = "contested"
    CORROBORATED = "corroborated"
    CORROBORATED_IN_PART = "corroborated-in-part"
    CONSISTENT = "consistent"
    NO_INDEPENDENT_RECORD = "no-independent-record"
    KNOWN_ONLY_THROUGH_THE_CLAIMANT = "known-only-through-the-claimant"
    NOT_COMPARED = "not-compared"


class Dimension(StrEnum):
    """What a verdict between two claims speaks of."""

    DATE = "date"
    VALUE = "value"
    EXISTENCE = "existence"


class Bearing(StrEnum):
    """What a record that bears on a claim does to it."""

    CONTRADICTS = "contradicts"
    CONTESTS = "contests"
    CORROBORATES = "corroborates"
    CORROBORATES_IN_PART = "corroborates-in-part"
    CONSISTENT = "consistent"


class Independence(StrEnum):
    """What is stated about the dependence of a corroborating record and the claim."""

    DEPENDENT = "dependent"
    NOT_SHOWN = "not-shown"
    STATED = "stated"


class Role(StrEnum):
    """What kind of premise or conclusion a step of a derivation is."""

    CLAIM = "claim"  # id: a claim; other: the claim it disputes, where the step is that and not its own date
    RECORD = "record"  # id: a record
    GIVEN = "given"  # id: a record (or claim) that lends the date of an anchor
    KIND = "kind"  # id: a kind, other: the kind that it falls under or presupposes, relation says which
    ORDER = "order"  # id: an event, other: the event it comes after
    BRIDGE = "bridge"  # id: a bridge
    CASE = "case"  # bound: what one of several open choices supposes; it holds for the deductions that follow
    DEDUCTION = "deduction"  # bound: what follows, from the steps numbered in `follows` (from 0)
    CLASH = "clash"  # clash: why the steps numbered in `follows` cannot all be
    # What the steps numbered in `follows` say of a claim. id: the claim; relation: "as-said" where it is as the
    # claim says (in its `parts`), "after" where its value comes after that of the claim `other`, else what of it
    # is borne out, several separated by spaces.
    CONCLUSION = "conclusion"


class Clash(StrEnum):
    """In which way the last steps of a proof cannot all be."""

    DATES = "dates"  # two limits exclude each other
    VALUES = "values"  # two values of one role at one time
    EXISTENCE = "existence"  # that there was one, and that there was none
    DISPUTE = "dispute"  # what one says, another denies
    ITSELF = "itself"  # what is said can be at no time
    UNIONS = "unions"  # days without a year that no year brings together
    BETWEEN = "between"  # two limits between which no day lies that is stated without its year
    CASES = "cases"  # every possibility fails
    SEARCHED = "searched"  # found by trying all possibilities, too many to be told


@dataclass(frozen=True, slots=True)
class Subject:
    """What a deduced limit is about: an event, the first or last or some event of a kind, a value's start.

    `form` is one of "event", "first", "last", "some", "value"; `id` the event, the kind (of a first or last), or
    the claim that speaks of some event or of a value. Of bridges of if and then, "granted" is a value that one has
    follow, "consequence" all that it has follow, and "supposed" what is supposed against a condition of none (`id`
    is the bridge and the number of the condition, from 0).
    """

    form: str
    id: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A deduced limit: `subject` is not before (`is_lower`) or over by (not `is_lower`) `instant`.

    `instant` is the half-open limit in seconds; print it at `unit`, inclusively. `edge` says whether it limits the
    "start" or the "end" of an event (or is a "first", a "last", a "value", a "value-end"); of a "case", an upper
    limit says that it is so, a lower one that it is not. A strict limit excludes the instant itself. With `other`,
    the instant counts (in seconds) from that edge of that, which has no date.
    """

    subject: Subject
    is_lower: bool
    instant: int
    unit: Unit
    edge: str = ""
    strict: bool = False
    other: Subject | None = None
    other_edge: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a derivation: a stated fact with its place, or a deduction from earlier steps.

    `wide` says whether the dates of what is stated are taken as widely as their wording allows.
    """

    role: Role
    id: str | None = None
    parts: tuple[int, ...] = ()
    reading: int = 1
    wide: bool = True
    other: str | None = None
    relation: str | None = None  # "is", "broader", "presupposes", "order", "disputes"
    bound: Bound | None = None
    clash: Clash | None = None
    follows: tuple[int, ...] = ()
    position: Position | None = None
    source: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """By how much one date must move for two claims both to hold.

    `days` is a difference of calendar days, 0 within a day; `last` is the last instant of the earlier date,
    `first` the first of the later (so that words can be made at the right size).
    """

    days: int
    last: int
    first: int
    unit: Unit


def nothing_derived() -> tuple[Step, ...]:
    """The derivation of what needs none."""
    return ()


def no_gap() -> Gap | None:
    """The gap of what needs none."""
    return None


Derive = Callable[[], tuple[Step, ...]]
Condition = Callable[[], tuple[tuple[str, ...], ...]]


def given_ids(steps: Iterable[Step]) -> tuple[str, ...]:
    """The ids of what is given in a derivation."""
    return tuple(step.id for step in steps if step.role is Role.GIVEN and step.id is not None)


@dataclass(frozen=True)
class Pair:
    """Two claims (`a` before `b` in the files) and how they stand to each other.

    `question` is the one they share, if they share one. `if_bridge` are the smallest sets of bridges and other
    readings (`CLAIM#2`) that would make them contradict, `unless` those that would undo a contradiction. These,
    what the verdict is derived from, and how far apart the two are, is worked out when it is asked for.
    """

    a: str
    b: str
    question: str | None
    verdict: Verdict
    dimension: Dimension | None = None
    strained: bool = False
    condition: Condition = field(default=tuple, compare=False, repr=False)
    undo: Condition = field(default=tuple, compare=False, repr=False)
    derive: Derive = field(default=nothing_derived, compare=False, repr=False)
    bring: Derive = field(default=nothing_derived, compare=False, repr=False)  # both claims with all their givens
    measure: Callable[[], Gap | None] = field(default=no_gap, compare=False, repr=False)

    @cached_property
    def if_bridge(self) -> tuple[tuple[str, ...], ...]:
        """The smallest sets of bridges and other readings that would make them contradict."""
        return self.condition()

    @cached_property
    def unless(self) -> tuple[tuple[str, ...], ...]:
        """The smallest sets of other readings that would undo their contradiction."""
        return self.undo()

    @cached_property
    def because(self) -> tuple[Step, ...]:
        """The derivation of the verdict."""
        return self.derive()

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The ids of the records that lend anchors their dates: all of them, as the gap may rest on any."""
        return given_ids(self.bring())

    @cached_property
    def gap(self) -> Gap | None:
        """By how much one date must move for both to hold; None where no move helps, or none is needed."""
        return self.measure()


@dataclass(frozen=True)
class Row:
    """One claim against the record. `records` are those that bear on it, each with what it does.

    `in_part` says what is corroborated: value, within-date, none-before, none-after, not-later, not-earlier,
    existence. `relays` are the works through which both the claim and a corroborating record reached us.
    `was_present` are those of its own claimants who took part in an event whose record rules it out, each with
    the event.
    """

    claim: str
    question: str | None
    verdict: Standing
    in_part: tuple[str, ...] = ()
    records: tuple[tuple[str, Bearing], ...] = ()
    independence: Independence | None = None
    relays: tuple[str, ...] = ()
    strained: bool = False
    was_present: tuple[tuple[str, str], ...] = ()
    derive: Derive = field(default=nothing_derived, compare=False, repr=False)
    condition: Condition = field(default=tuple, compare=False, repr=False)

    @cached_property
    def if_bridge(self) -> tuple[tuple[str, ...], ...]:
        """The smallest sets of bridges and other readings under which the record would rule the claim out."""
        return self.condition()

    @cached_property
    def because(self) -> tuple[Step, ...]:
        """The derivation of the verdict."""
        return self.derive()

    @property
    def given(self) -> tuple[str, ...]:
        """The ids of the records that lend anchors their dates."""
        return given_ids(self.because)


@dataclass(frozen=True)
class Conflict:
    """A minimal conflict: claims and records that cannot all be true though any fewer of them could.

    `repairs` are the smallest sets whose removal would leave its whole cluster without conflict. It `may_assume`
    something where bridges are in force for its members.
    """

    members: tuple[str, ...]
    repairs: tuple[tuple[str, ...], ...] = ()
    may_assume: bool = True
    derive: Derive = field(default=nothing_derived, compare=False, repr=False)

    @cached_property
    def because(self) -> tuple[Step, ...]:
        """The derivation of the conflict."""
        return self.derive()

    @property
    def given(self) -> tuple[str, ...]:
        """The ids of the records that lend anchors their dates."""
        return given_ids(self.because)

    @property
    def bridges(self) -> tuple[str, ...]:
        """The bridges on which it rests."""
        steps = self.because if self.may_assume else ()
        return tuple(step.id for step in steps if step.role is Role.BRIDGE and step.id is not None)


@dataclass(frozen=True, slots=True)
class School:
    """A largest set of claims of one cluster that can all be true together, and what it gives up.

    `against_record` are the records that the school would have to set aside as well.
    """

    holds: tuple[str, ...]
    gives_up: tuple[str, ...]
    against_record: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement:
    """A fact whose date, if it were found, would decide between two schools (numbers into the cluster's).

    `for_first` and `for_second` are the dates that only the one or only the other school allows; `is_recorded`
    says that the record leaves a limit for it already.
    """

    subject: Subject
    schools: tuple[int, int]
    for_first: TimeSet
    for_second: TimeSet
    is_recorded: bool = False


@dataclass(frozen=True)
class Cluster:
    """Conflicts that share members, the schools among the claims in them, and what would settle it."""

    claims: tuple[str, ...]
    conflicts: tuple[int, ...]  # numbers into Findings.conflicts
    schools: tuple[School, ...] = ()
    repairs: tuple[tuple[str, ...], ...] = ()
    complete: bool = True
    settle: Callable[[], tuple[Settlement, ...]] = field(default=tuple, compare=False, repr=False)

    @cached_property
    def settled_by(self) -> tuple[Settlement, ...]:
        """What would decide between two of the schools, worked out when it is asked for."""
        return self.settle()


@dataclass(frozen=True)
class Terminus:
    """The limits that the record leaves for the subject of a question (or an event).

    `post_quem` and `ante_quem` are instants (half-open: not before, over by); None where there is no limit. How
    each follows is worked out when it is asked for.
    """

    question: str | None
    subject: Subject
    post_quem: int | None = None
    ante_quem: int | None = None
    unit: Unit = Unit.DAY
    derive_post: Derive = field(default=nothing_derived, compare=False, repr=False)
    derive_ante: Derive = field(default=nothing_derived, compare=False, repr=False)

    @cached_property
    def because_post(self) -> tuple[Step, ...]:
        """The derivation of the lower limit."""
        return self.derive_post()

    @cached_property
    def because_ante(self) -> tuple[Step, ...]:
        """The derivation of the upper limit."""
        return self.derive_ante()


# Positions on questions.


class Accord(StrEnum):
    """How the accounts of a question with one position stand to each other."""

    STATED_ONCE = "stated-once"  # there is only one
    AGREEMENT = "agreement"  # all say the same
    COMPATIBILITY = "compatibility"  # all can be right, and no more
    DENIED = "denied"  # one that opens no position is at odds with it


class Uncounted(StrEnum):
    """Why an account of a question has no part in its positions."""

    NOT_COMPARED = "not-compared"
    INCONSISTENT = "inconsistent-with-itself"
    ALTERNATIVE = "alternative-to"
    MISPRINT = "misprint"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Tenure:
    """A value in a succession: the claims that give it, and what is left of the time at which it is stated."""

    claims: tuple[str, ...]
    denied: bool
    when: TimeSet | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is left when some accounts are right.

    `dates` is the time left for what is asked (seconds, half-open, on the narrow reading, or on the wide one where
    they can hold together only on that); None where nothing limits it, and for a value. `unit` is the finest in
    which it was dated. `values` are those of a role in their succession; `is_yes` answers a `whether`.
    """

    dates: TimeSet | None = None
    unit: Unit = Unit.DAY
    values: tuple[Tenure, ...] = ()
    is_yes: bool | None = None


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """A largest set of accounts that can all hold together.

    `held_by` are the claims that belong to it alone. `fitting` are those that fit others as well and leave open
    which; `left_with` those that only deny, or are undetermined, and fit none but this one. `answer` is what is
    left when all of them but the last are right, `held` what those who hold it leave. `since` is the year from
    which the earliest work of those who hold it could be read. `is_against_givens` says that what dates their own
    anchors rules it out.
    """

    question: str
    number: int  # in the question, from 1
    held_by: tuple[str, ...]
    fitting: tuple[str, ...]
    left_with: tuple[str, ...]
    answer: Answer
    held: Answer
    since: int | None
    is_against_givens: bool = False

    @property
    def accounts(self) -> tuple[str, ...]:
        """All that can hold together in it, but for those that only deny or are undetermined."""
        return (*self.held_by, *self.fitting)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its positions, in the order of their dates, or (of values) of their first appearance.

    `undecided` are the accounts that fit several positions (or none), each with the numbers of those that it fits;
    `not_opening` those among all accounts that only deny or are undetermined. `several` are the claimants who
    hold more than one. `others` is how many other choices of equally few positions there are, None if they were
    not counted (a million stands for more); `complete` says that no fewer would do and none of as few comes
    before. `accord` is set where there is one position.
    """

    question: str
    positions: tuple[HeldPosition, ...]
    undecided: tuple[tuple[str, tuple[int, ...]], ...]
    not_opening: tuple[str, ...]
    uncounted: tuple[tuple[str, Uncounted], ...]
    several: tuple[tuple[str, tuple[int, ...]], ...]
    others: int | None
    complete: bool
    accord: Accord | None = None

    @property
    def accounts(self) -> tuple[str, ...]:
        """Every account that counts."""
        held = (id for position in self.positions for id in (*position.held_by, *position.left_with))
        return (*held, *(id for id, _ in self.undecided))


class Ruling(StrEnum):
    """How a position stands to the record."""

    RULED_OUT = "ruled-out"  # all who hold it are contradicted
    CONTESTED = "contested"  # all are contradicted or contested
    RULED_OUT_IN_PART = "ruled-out-in-part"  # some of them are contradicted
    BORNE_OUT = "borne-out"  # all are corroborated
    BORNE_OUT_IN_PART = "borne-out-in-part"  # some are, or all in part
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Judged:
    """A position against the record: the records that rule it out, bear it out (also in part) and fit it.

    The record is silent where nothing bears on any account that holds it.
    """

    number: int
    ruling: Ruling
    against: tuple[str, ...]
    in_favour: tuple[str, ...]
    fitting: tuple[str, ...]
    strained: bool

    @property
    def is_silent(self) -> bool:
        """Whether no record bears on it."""
        return not (self.against or self.in_favour or self.fitting)


@dataclass(frozen=True, slots=True)
class Decider:
    """What would decide: an event on record whose date is open, or bridges; and the positions it would rule out.

    Each position (by number) with the dates of the event that would rule it out and leave another (seconds,
    half-open); None with bridges, which do so outright.
    """

    event: str | None
    records: tuple[str, ...]
    bridges: tuple[str, ...]
    rules_out: tuple[tuple[int, TimeSet | None], ...]


@dataclass(frozen=True, slots=True)
class State:
    """Where a question stands.

    `remaining` are the positions that the record does not rule out; `decided_for` the one that is left of several.
    `would_decide` and `look_in` (sources known to exist and not seen, whose coverage takes the matter in) are
    there only while several remain.
    """

    question: str
    judged: tuple[Judged, ...]
    remaining: tuple[int, ...]
    decided_for: int | None
    would_decide: tuple[Decider, ...]
    look_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A position that excludes another on another question, or `carries` it with it: if it is right, so is that.

    Positions are a question and a number. `bridges` are the smallest sets of bridges under which it does so; empty
    where it does outright.
    """

    position: tuple[str, int]
    other: tuple[str, int]
    carries: bool
    bridges: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One way to decide a point: the claims that it holds and gives up, and the records against it.

    `positions` are those (a question, a number) of whose holders it gives up none.
    """

    holds: tuple[str, ...]
    gives_up: tuple[str, ...]
    against_record: tuple[str, ...]
    positions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A point of dispute: the claims at issue, their conflicts (by number, from 0), and its sides.

    `cluster` is the number (from 0) of the cluster that it is part of, `questions` what its claims answer.
    `in_common` are the claims that every side holds; `alike` those that the same sides hold, in groups.
    `apart_from` are claims that tie it to other points: whoever gives them up chooses the sides of each of these
    points independently.
    """

    cluster: int
    claims: tuple[str, ...]
    conflicts: tuple[int, ...]
    questions: tuple[str, ...]
    sides: tuple[Side, ...]
    apart_from: tuple[str, ...]
    in_common: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]
    settled_by: tuple[Settlement, ...]
    complete: bool
