"""Findings as JSON: models of all that the commands print, from which the schema and the manual's page are made.

Belongs here: what a key is called, what type it has, what it means and where it comes from. Does not belong here:
verdicts, wording (a `says` is asked of where it is made). A model is made from what was found by `made_from`, in
the order of its keys, and `written` writes it; so there is no second place in which a shape is told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, ValidationInfo, model_validator

from claimcheck.corpus.entries import Corpus, Figure
from claimcheck.corpus.stemma import relays_of, roots_of
from claimcheck.criticism.changes import changes
from claimcheck.criticism.figures import Operation, Outcome, recompute
from claimcheck.criticism.history import histories
from claimcheck.criticism.loops import Circle, loops
from claimcheck.criticism.loops import Tie as Link
from claimcheck.criticism.numbers import in_digits
from claimcheck.criticism.remarks import RemarkKind, find_remarks
from claimcheck.criticism.silence import find_silences
from claimcheck.criticism.slip_kinds import SlipKind
from claimcheck.criticism.slips import find_slips
from claimcheck.criticism.sourcing import Supplied, sourcing
from claimcheck.criticism.stemma import Relation, edges
from claimcheck.criticism.witnesses import agreements, witnesses_by_question, witnesses_of
from claimcheck.dates.when import TimeSet, Unit
from claimcheck.dates.writing import iso, iso_inclusive_stop
from claimcheck.diagnostics import CODES, Diagnostic, Severity
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import (
    Accord,
    Bearing,
    Dimension,
    HeldPosition,
    Independence,
    Role,
    Ruling,
    Standing,
    Step,
    Tie,
    Uncounted,
    Verdict,
)
from claimcheck.engine.perspective import BASES
from claimcheck.report.asking import Asking
from claimcheck.report.checking import asks, counts
from claimcheck.report.dating import accounts_in_order
from claimcheck.report.explaining import KINDS
from claimcheck.report.figures import reckoning_says
from claimcheck.report.moments import gap_in_words
from claimcheck.report.pictures.timeline import timeline
from claimcheck.report.ranking import Finding, told_first
from claimcheck.report.remarks import remark_says, silence_says
from claimcheck.report.slips import slip_says
from claimcheck.report.sourcing import lag_in_words
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.answers import as_stated, position_answer, readings_say
from claimcheck.report.words.positions import settlement_says, state_says
from claimcheck.report.words.proofs import step_says
from claimcheck.report.words.standing import limited, terminus_says

# JSON escapes controls below U+0020 itself. These a terminal or a reader would obey, too.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class By:
    """How the value of a key is worked out where what was found has no attribute of that name.

    `work` takes the examination and what was found.
    """

    work: Callable[[Any, Any], object]


class Shape(BaseModel):
    """What every object in the JSON has in common: it is frozen, and made from what was found."""

    model_config = ConfigDict(frozen=True)

    @classmethod
    def made_from(cls, findings: Examination | None, found: object) -> Self:
        """The model of something found; `findings` is the examination that it is part of."""
        return cls.model_validate(found, context=findings)

    @classmethod
    def worked_out(cls, findings: Examination | None, found: object, keys: Iterable[str]) -> dict[str, object]:
        """The values of these keys, as JSON calls them: worked out, the one word there is, or taken as found."""
        chosen = {}
        for name, field in cls.model_fields.items():
            key = field.alias or name
            if key in keys:
                work = next((one.work for one in field.metadata if isinstance(one, By)), None)
                words = get_args(field.annotation)
                if work is not None:
                    chosen[key] = work(findings, found)
                else:
                    is_fixed = get_origin(field.annotation) is Literal and len(words) == 1
                    chosen[key] = words[0] if is_fixed else getattr(found, name)
        return chosen

    @model_validator(mode="before")
    @classmethod
    def _taken(cls, found: object, info: ValidationInfo) -> object:
        return found if isinstance(found, dict) else cls.worked_out(info.context, found, cls.json_keys())

    @classmethod
    def json_keys(cls) -> tuple[str, ...]:
        """The keys, as they are called in JSON."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())


def written(value: Shape) -> str:
    """JSON text, indented, in UTF-8 but for characters that a terminal would obey; ends with a newline."""
    shape = value.model_dump(by_alias=True, include=value.model_fields_set)
    text = json.dumps(shape, ensure_ascii=False, indent=2)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


# What many of them have.

TAG: Any = Field(alias="schema", description="which shape this is")

Ids = list[str]
Sets = list[list[str]]
DaySpan = tuple[str | None, str | None]
Name = Annotated[str, SkipValidation]  # of a file: it may hold what is no text


def _spans(dates: TimeSet | None) -> list[DaySpan] | None:
    return None if dates is None else [_span(span.start, span.stop) for span in dates.spans]


def _span(start: int | None, stop: int | None, unit: Unit = Unit.DAY) -> DaySpan:
    """The first and the last day, or minute where the limit lies within a day."""
    return (
        iso(start, unit) if start is not None else None,
        iso_inclusive_stop(stop, unit) if stop is not None else None,
    )


class StepJson(Shape):
    """One step of a derivation: a stated fact with its place, or what follows from earlier steps."""

    id: str | None = Field(description="the claim, record, bridge, kind or event; null for what follows")
    says: str = Field(description="the step in words")
    file: Name | None = Field(description="the file in which it is stated")
    line: int | None = Field(description="the line, from 1")
    source: str | None = Field(description="the source in which it stands")
    at: str | None = Field(description="the place in the source")
    role: Role = Field(description="what kind of premise or conclusion it is")
    follows: list[int] = Field(description="the steps, from 1, from which it follows")


@dataclass(frozen=True, slots=True)
class _Derived:
    """A derivation with the corpus in whose words it is told."""

    corpus: Corpus
    steps: Sequence[Step]


def _steps(derived: _Derived) -> list[StepJson]:
    return [
        StepJson(
            id=step.id,
            says=step_says(derived.corpus, step, derived.steps),
            file=step.position.file if step.position is not None else None,
            line=step.position.line if step.position is not None else None,
            source=step.source,
            at=step.locator,
            role=step.role,
            follows=[number + 1 for number in step.follows],
        )
        for step in derived.steps
    ]


Because = Annotated[list[StepJson], By(lambda f, it: _steps(_Derived(f.corpus, it.because)))]


class PerspectiveJson(Shape):
    """From where one looks."""

    trust: Annotated[
        Ids,
        By(lambda f, it: [*(basis for basis in BASES if basis in it.bases), *it.trusted_ids]),
    ] = Field(description="the bases that count as record, then the ids whose claims do")
    without: Ids = Field(description="what is taken away")
    bridges: Ids = Field(description="the bridges that are granted")
    as_of: int | None = Field(description="the last year whose works are seen; -43 is 44 BC")
    set_aside: Annotated[Ids, By(lambda f, it: f.set_aside)] = Field(
        description="the sources left out for that year, or for want of one"
    )
    through: Ids = Field(
        [],
        description="the sources outside of which nothing is seen; there only where some were named",
        exclude_if=lambda ids: not ids,
    )


Seen = Annotated[PerspectiveJson, By(lambda f, it: f.perspective)]


# Claims against claims, and against the record.


class PairJson(Shape):
    """Two claims and how they stand to each other."""

    a: str = Field(description="a claim")
    b: str = Field(description="a claim that stands after it in the files")
    question: str | None = Field(description="the question that both answer")
    verdict: Verdict = Field(description="how `a` stands to `b`")
    dimension: Dimension | None = Field(description="what the verdict speaks of")
    strained: bool = Field(description="whether they conflict on the narrow reading only")
    if_bridge: Sets = Field(
        description="the smallest sets of bridges and other readings (`CLAIM#2`) that make them contradict"
    )
    unless: Sets = Field(description="those that undo a contradiction")
    gap_days: Annotated[int | None, By(lambda f, it: it.gap.days if it.gap is not None else None)] = Field(
        description="the least number of days by which one date must move for both to hold; 0 within a day"
    )
    gap: Annotated[
        str | None,
        By(lambda f, it: gap_in_words(it.gap, style_of_deductions(f.corpus)) if it.gap is not None else None),
    ] = Field(description="the gap in words at the right size: “1 hour”, “99 years”")
    given: Ids = Field(description="the records that lend the dates of what the claims count from")
    because: Because = Field(description="the derivation")


class ConflictJson(Shape):
    """A minimal conflict: what cannot all be true, though any fewer of it could."""

    members: Ids = Field(description="claims and records")
    given: Ids = Field(description="the records that lend the dates of what they count from")
    bridges: Ids = Field(description="the bridges on which it rests")
    repairs: Sets = Field(description="the smallest sets whose removal leaves its whole cluster without conflict")
    because: Because = Field(description="the derivation")


class BearingJson(Shape):
    """A record that bears on a claim."""

    id: Annotated[str, By(lambda f, it: it[0])] = Field(description="the record")
    bearing: Annotated[Bearing, By(lambda f, it: it[1])] = Field(description="what it does to the claim")


class PresenceJson(Shape):
    """A claimant who took part in what rules his claim out."""

    claimant: Annotated[str, By(lambda f, it: it[0])] = Field(description="the claimant")
    event: Annotated[str, By(lambda f, it: it[1])] = Field(description="the event")


class RowJson(Shape):
    """One claim against the record."""

    claim: str = Field(description="the claim")
    question: str | None = Field(description="the question that it answers")
    verdict: Standing = Field(description="how it stands to the record")
    in_part: Ids = Field(
        description="what is borne out, where not all is: value, within-date, none-before, none-after, not-later, "
        "not-earlier, existence"
    )
    records: list[BearingJson] = Field(description="the records that bear on it")
    independence: Independence | None = Field(description="how independent of it the records are that bear it out")
    relays: Ids = Field(description="the works through which both it and such a record reached us")
    strained: bool = Field(description="whether it conflicts with the record on the narrow reading only")
    if_bridge: Sets = Field(
        description="the smallest sets of bridges and other readings under which the record would rule it out"
    )
    was_present: list[PresenceJson] = Field(description="its claimants who took part in what rules it out")
    because: Because = Field(description="the derivation")


class SubjectJson(Shape):
    """What a limit is about."""

    form: Literal["event", "first", "last", "some", "value"] = Field(
        description="an event; the first, last or some event of a kind; the start of a value"
    )
    id: str = Field(description="the event, the kind (of a first or last), or the claim that speaks of it")


class SchoolJson(Shape):
    """A largest set of claims that can all be true together."""

    holds: Ids = Field(description="the claims that it holds")
    gives_up: Ids = Field(description="those that it gives up")
    against_record: Ids = Field(description="the records that it would have to set aside")


class SettlementJson(Shape):
    """A fact whose date, if it were found, would decide between two schools."""

    of: Annotated[SubjectJson, By(lambda f, it: it.subject)] = Field(description="the fact")
    says: Annotated[str, By(lambda f, it: settlement_says(f.corpus, it))] = Field(description="the same in words")
    schools: tuple[int, int] = Field(description="the schools, by number from 0 in the cluster")
    dates: Annotated[
        tuple[list[DaySpan], list[DaySpan]],
        By(lambda f, it: (_spans(it.for_first), _spans(it.for_second))),
    ] = Field(alias="for", description="the dates that only the one, or only the other, allows")
    is_recorded: bool = Field(description="whether the record leaves a limit for it already")


class ClusterJson(Shape):
    """Conflicts that share members, with the schools among the claims in them."""

    claims: Ids = Field(description="the claims")
    conflicts: list[int] = Field(description="the conflicts, by number from 0 in `conflicts`")
    schools: list[SchoolJson] = Field(description="the largest sets that can be true together")
    repairs: Sets = Field(description="the smallest sets whose removal leaves no conflict")
    settled_by: list[SettlementJson] = Field(description="what would decide between two schools")
    complete: bool = Field(description="whether the schools are certainly all there are")


class TerminusJson(Shape):
    """The limits that the record leaves for what is asked, inclusive at both ends."""

    question: str | None = Field(description="the question")
    of: Annotated[SubjectJson, By(lambda f, it: it.subject)] = Field(description="what is limited")
    says: Annotated[str, By(lambda f, it: f"{limited(f.corpus, it)}: {terminus_says(f.corpus, it)}")] = Field(
        description="the limits in words"
    )
    not_before: Annotated[str | None, By(lambda f, it: _span(it.post_quem, None, it.unit)[0])] = Field(
        description="the earliest day; null without limit"
    )
    not_after: Annotated[str | None, By(lambda f, it: _span(None, it.ante_quem, it.unit)[1])] = Field(
        description="the latest day; null without limit"
    )
    because_not_before: Annotated[
        list[StepJson], By(lambda f, it: _steps(_Derived(f.corpus, it.because_post)))
    ] = Field(description="the derivation of the earliest day")
    because_not_after: Annotated[list[StepJson], By(lambda f, it: _steps(_Derived(f.corpus, it.because_ante)))] = (
        Field(description="the derivation of the latest day")
    )


# Questions: accounts, positions, points of dispute, timelines.


class AccountJson(Shape):
    """One claim as an answer."""

    claim: Annotated[str, By(lambda f, it: it[0].id)] = Field(description="the claim")
    by: Annotated[Ids, By(lambda f, it: it[0].by)] = Field(description="the claimants, by id")
    name: Annotated[str, By(lambda f, it: names.claimants_of(f.corpus, it[0]))] = Field(
        description="the claimants, by name"
    )
    says: Annotated[str, By(lambda f, it: as_stated(f, *it))] = Field(description="the answer as written")
    read: Annotated[str | None, By(lambda f, it: " / ".join(readings_say(f, *it)) or None)] = Field(
        description="how its date is read, in words; null where it has none"
    )
    hedge: Annotated[str | None, By(lambda f, it: it[0].hedge)] = Field(
        description="the claimant's own “apparently”"
    )
    source: Annotated[str, By(lambda f, it: it[0].source)] = Field(description="the source")
    at: Annotated[str | None, By(lambda f, it: it[0].locator)] = Field(description="the place in the source")
    through: Annotated[Ids, By(lambda f, it: relays_of(f.corpus, it[0].id, is_claim=True))] = Field(
        description="the works through which it came"
    )
    roots: Annotated[Ids, By(lambda f, it: tuple(roots_of(f.corpus, it[0].id, is_claim=True)))] = Field(
        description="the sources at which its dependence ends"
    )
    file: Annotated[Name, By(lambda f, it: it[0].position.file)] = Field(description="the file")
    line: Annotated[int, By(lambda f, it: it[0].position.line)] = Field(description="the line, from 1")


class SynopsisJson(Shape):
    """The accounts of a question, in the order of their dates."""

    question: Annotated[str | None, By(lambda f, it: it[0])] = Field(
        description="the question; null for claims that answer none"
    )
    ask: Annotated[str | None, By(lambda f, it: f.corpus.questions[it[0]].ask if it[0] is not None else None)] = (
        Field(description="the question in words")
    )
    accounts: Annotated[list[AccountJson], By(lambda f, it: it[1])] = Field(description="its accounts")


class PositionRef(Shape):
    """A position by its question and its number there."""

    question: Annotated[str, By(lambda f, it: it[0])] = Field(description="the question")
    position: Annotated[int, By(lambda f, it: it[1])] = Field(description="the number of the position, from 1")


class TieJson(Shape):
    """A position on another question, which one excludes or carries along."""

    question: Annotated[str, By(lambda f, it: it.other[0])] = Field(description="the other question")
    position: Annotated[int, By(lambda f, it: it.other[1])] = Field(description="the number of the position there")
    bridges: Sets = Field(description="the bridges under which it does so; empty where it does outright")


def _ties(findings: Examination, it: HeldPosition, carries: bool) -> list[Tie]:
    here = (it.question, it.number)
    return [tie for tie in findings.ties if tie.position == here and tie.carries is carries]


class RulingJson(Shape):
    """What the record says of a position."""

    verdict: Annotated[Ruling, By(lambda f, it: it.ruling)] = Field(
        description="whether it is ruled out or borne out"
    )
    against: Ids = Field(description="the records that rule it out")
    in_favour: Ids = Field(description="the records that bear it out, also in part")
    fitting: Ids = Field(description="the records that fit it")
    silent: Annotated[bool, By(lambda f, it: it.is_silent)] = Field(description="whether no record bears on it")
    strained: bool = Field(description="whether it conflicts with the record on the narrow reading only")


class PositionJson(Shape):
    """One position on a question: a largest set of accounts that can all hold together."""

    position: Annotated[int, By(lambda f, it: it.number)] = Field(description="its number, from 1")
    says: Annotated[str, By(position_answer)] = Field(description="the answer of those who hold it, in words")
    dates: Annotated[list[DaySpan] | None, By(lambda f, it: _spans(it.held.dates))] = Field(
        description="the dates that those who hold it leave"
    )
    dates_of_all: Annotated[list[DaySpan] | None, By(lambda f, it: _spans(it.answer.dates))] = Field(
        description="the dates that are left when those that fit are right as well"
    )
    values: Annotated[Sets, By(lambda f, it: [tenure.claims for tenure in it.held.values])] = Field(
        description="of values in succession, the claims that give each"
    )
    answer: Annotated[
        Literal["yes", "no"] | None,
        By(lambda f, it: None if it.held.is_yes is None else "yes" if it.held.is_yes else "no"),
    ] = Field(description="the answer to a whether")
    held_by: Ids = Field(description="the claims that belong to it alone")
    fitting: Ids = Field(description="the claims that fit others as well")
    left_with: Ids = Field(description="the claims that only deny, or are undetermined, and fit none but this one")
    claimants: Annotated[
        Ids, By(lambda f, it: list(dict.fromkeys(who for id in it.held_by for who in f.corpus.claims[id].by)))
    ] = Field(description="who holds it")
    accounts: Annotated[int, By(lambda f, it: len(it.held_by))] = Field(description="how many accounts hold it")
    roots: Annotated[Ids, By(lambda f, it: witnesses_of(f.corpus, it.held_by).roots)] = Field(
        description="the sources at which their dependence ends"
    )
    relays: Annotated[Ids, By(lambda f, it: witnesses_of(f.corpus, it.held_by).relays)] = Field(
        description="the works through which they reached us"
    )
    since: int | None = Field(description="the year from which the earliest of their works could be read")
    record: Annotated[
        RulingJson,
        By(lambda f, it: next(one for one in f.state_of(it.question).judged if one.number == it.number)),
    ] = Field(description="what the record says of it")
    excludes: Annotated[list[TieJson], By(lambda f, it: _ties(f, it, False))] = Field(
        description="positions on other questions that cannot hold with it"
    )
    carries: Annotated[list[TieJson], By(lambda f, it: _ties(f, it, True))] = Field(
        description="positions on other questions that must hold with it"
    )


class UndecidedJson(Shape):
    """An account that leaves open which position it belongs to."""

    claim: Annotated[str, By(lambda f, it: it[0])] = Field(description="the claim")
    fits: Annotated[list[int], By(lambda f, it: it[1])] = Field(
        description="the positions that it fits, by number"
    )


class UncountedJson(Shape):
    """An account that has no part in the positions."""

    claim: Annotated[str, By(lambda f, it: it[0])] = Field(description="the claim")
    why: Annotated[Uncounted, By(lambda f, it: it[1])] = Field(description="why it is not counted")


class OfSeveralJson(Shape):
    """A claimant who holds more than one position."""

    claimant: Annotated[str, By(lambda f, it: it[0])] = Field(description="the claimant")
    positions: Annotated[list[int], By(lambda f, it: it[1])] = Field(description="the positions, by number")


class RuledOutJson(Shape):
    """A position that would be ruled out."""

    position: Annotated[int, By(lambda f, it: it[0])] = Field(description="the position, by number")
    if_within: Annotated[list[DaySpan] | None, By(lambda f, it: _spans(it[1]))] = Field(
        description="the dates of the event that would do so; null where bridges do outright"
    )


class DeciderJson(Shape):
    """What would decide a question."""

    event: str | None = Field(description="an event on record whose date is open")
    records: Ids = Field(description="its records")
    bridges: Ids = Field(description="or the bridges that would")
    rules_out: list[RuledOutJson] = Field(description="the positions that would be ruled out")


class QuestionJson(Shape):
    """A question with its positions and its state."""

    question: str = Field(description="the question")
    ask: Annotated[str, By(lambda f, it: names.asked(f.corpus, it.question))] = Field(
        description="the question in words"
    )
    says: Annotated[str, By(state_says)] = Field(description="its state in words")
    accounts: Annotated[int, By(lambda f, it: len(it.accounts))] = Field(description="how many accounts count")
    positions: list[PositionJson] = Field(
        description="in the order of their dates, or (of values) of their first appearance"
    )
    undecided: list[UndecidedJson] = Field(description="the accounts that fit several, or none")
    not_opening: Ids = Field(description="the accounts that only deny, or are undetermined")
    uncounted: list[UncountedJson] = Field(description="the accounts that have no part in it")
    claimants_of_several: Annotated[list[OfSeveralJson], By(lambda f, it: it.several)] = Field(
        description="who holds more than one"
    )
    accord: Accord | None = Field(description="of one position, whether that is agreement or only compatibility")
    remaining: Annotated[list[int], By(lambda f, it: f.state_of(it.question).remaining)] = Field(
        description="the positions that the record does not rule out, by number"
    )
    decided_for: Annotated[int | None, By(lambda f, it: f.state_of(it.question).decided_for)] = Field(
        description="the one that is left of several"
    )
    would_decide: Annotated[list[DeciderJson], By(lambda f, it: f.state_of(it.question).would_decide)] = Field(
        description="what would decide, while several remain"
    )
    look_in: Annotated[Ids, By(lambda f, it: f.state_of(it.question).look_in)] = Field(
        description="sources that nobody has seen, and that should speak of it"
    )
    others: int | None = Field(description="how many other ways there are to group as few; null if not counted")
    complete: bool = Field(description="whether no fewer positions would do, and none of as few comes before")


class SideJson(SchoolJson):
    """One way to decide a point of dispute."""

    positions: list[PositionRef] = Field(description="the positions of whose holders it gives up none")


class PointJson(Shape):
    """A point of dispute: claims whose conflicts tie them, and the ways to decide it."""

    cluster: int = Field(description="the cluster that it is part of, by number from 0")
    questions: Ids = Field(description="what its claims answer")
    claims: Ids = Field(description="the claims at issue")
    conflicts: list[int] = Field(description="their conflicts, by number from 0")
    sides: list[SideJson] = Field(description="the ways to decide it")
    in_common: Ids = Field(description="the claims that every side holds")
    alike: Sets = Field(description="the claims that the same sides hold")
    apart_from: Ids = Field(description="claims that tie it to other points; without them it is independent")
    complete: bool = Field(description="whether the sides are certainly all there are")


class LaneJson(Shape):
    """A line of a timeline: one account, or several that give the same time and stand alike."""

    claims: Annotated[Ids, By(lambda f, it: [id for sort, id in it.about if sort == "claim"])] = Field(
        description="its claims"
    )
    sign: str = Field(description="their signs in the picture")
    spans: Annotated[
        list[DaySpan] | None,
        By(lambda f, it: [_span(one.start, one.stop) for one in it.times.spans] if it.times else None),
    ] = Field(description="when, narrow; null where that has no place in time")
    verdict: Annotated[str, By(lambda f, it: it.word)] = Field(description="how they stand to the record")


class PinJson(Shape):
    """A record below a timeline."""

    label: str = Field(description="what it attests")
    span: Annotated[DaySpan, By(lambda f, it: _span(it.when.start, it.when.stop))] = Field(description="when")
    documented: Annotated[bool, By(lambda f, it: it.is_documented)] = Field(description="whether it is documented")
    decides: bool = Field(description="whether a verdict rests on it")


class TimelineJson(Shape):
    """The accounts of a question, and the record, in time."""

    question: Annotated[str, By(lambda f, it: it.groups[0].about[1])] = Field(description="the question")
    says: str = Field(description="what can be seen")
    lanes: Annotated[list[LaneJson], By(lambda f, it: it.rows)] = Field(description="the accounts")
    records: Annotated[list[PinJson], By(lambda f, it: it.pins)] = Field(description="the record")


# Source criticism.


class ChainsJson(Shape):
    """What the same claimants put forward, with what it is stated to depend on."""

    by: Ids = Field(description="the claimants")
    claims: Ids = Field(description="their claims")
    several: Annotated[bool, By(lambda f, it: it.is_several)] = Field(
        description="whether several are meant who are not named"
    )
    chains: Annotated[Sets, By(lambda f, it: [chain.ids for chain in it.chains])] = Field(
        description="the ways from their claims to the sources at which dependence ends"
    )
    relays: Ids = Field(description="the works through which they reached us")


class VoicesJson(Shape):
    """Accounts, roots and relays: three numbers, which are the lengths of these lists."""

    question: str | None = Field(description="the question")
    claims: Ids = Field(description="the claims")
    accounts: Annotated[list[ChainsJson], By(lambda f, it: it.witnesses.accounts)] = Field(
        description="who stands behind them"
    )
    roots: Annotated[Ids, By(lambda f, it: it.witnesses.roots)] = Field(
        description="the sources at which dependence ends"
    )
    relays: Annotated[Ids, By(lambda f, it: it.witnesses.relays)] = Field(
        description="the works through which they reached us"
    )


class AgreementJson(VoicesJson):
    """What some claims agree on, with who stands behind it."""

    dimension: Dimension | None = Field(description="what they agree on")
    more_precise: Ids = Field(description="those of them that say more")


class EdgeJson(Shape):
    """From a claim or source to what stands behind it."""

    start: str = Field(alias="from", description="what depends")
    end: str = Field(alias="to", description="what it depends on, or came through")
    relation: Relation = Field(description="how it does; only the first two make dependence")


class LinkJson(Shape):
    """One link of a circle."""

    start: str = Field(alias="from", description="where it begins")
    tie: Link = Field(description="what ties the two")
    end: str = Field(alias="to", description="where it leads")


class LoopJson(Shape):
    """A circle in which a claim confirms itself."""

    circle: Circle = Field(description="which kind of circle")
    claim: str = Field(description="the claim")
    record: str | None = Field(description="the record that seems to bear it out")
    links: list[LinkJson] = Field(description="the circle, from the claim and back to it")


class StemmaJson(Shape):
    """What depends on what, and how many voices there really are."""

    questions: Annotated[list[VoicesJson], By(lambda f, it: f.once(witnesses_by_question))] = Field(
        description="the voices on each question"
    )
    agreements: Annotated[list[AgreementJson], By(lambda f, it: f.once(agreements))] = Field(
        description="the voices on each point of agreement"
    )
    edges: Annotated[list[EdgeJson], By(lambda f, it: f.once(edges))] = Field(description="the graph")
    loops: Annotated[list[LoopJson], By(lambda f, it: f.once(loops))] = Field(description="circles")


class WorkJson(Shape):
    """A work that brought something."""

    source: str = Field(description="the source")
    opened: Annotated[bool, By(lambda f, it: it.is_opened)] = Field(
        description="whether an archive opened it then; otherwise it was published"
    )


class TurnJson(Shape):
    """A claim whose standing changed in a year."""

    claim: str = Field(description="the claim")
    before: Standing | None = Field(description="how it stood; null where it was not there")
    after: Standing = Field(description="how it has stood since")
    records: Ids = Field(description="the records that now rule it out or bear it out")
    works: Ids = Field(description="the works of that year that brought the change")
    because: Because = Field(description="the derivation")


class DissentJson(Shape):
    """Two claims that came to contradict each other, or ceased to."""

    claims: Ids = Field(description="the two claims")
    over: Annotated[bool, By(lambda f, it: it.is_over)] = Field(description="whether it ceased")
    works: Ids = Field(description="the works of that year that brought the change")
    because: Because = Field(description="the derivation")


class HeldJson(Shape):
    """How a claim stood at the end of a year."""

    claim: str = Field(description="the claim")
    verdict: Annotated[Standing, By(lambda f, it: it.standing)] = Field(description="how it stood to the record")
    at_odds_with: Annotated[Ids, By(lambda f, it: it.against)] = Field(
        description="the claims that it contradicted"
    )


class StageJson(Shape):
    """A year in which a question changed."""

    year: int = Field(description="the year; -43 is 44 BC")
    works: list[WorkJson] = Field(description="the works that brought it")
    joined: Annotated[Ids, By(lambda f, it: it.claims)] = Field(description="the accounts that joined")
    turns: list[TurnJson] = Field(description="what came to stand otherwise to the record")
    at_odds: Annotated[list[DissentJson], By(lambda f, it: it.dissents)] = Field(
        description="what came to contradict each other, or ceased to"
    )
    stood: Annotated[list[HeldJson], By(lambda f, it: it.held)] = Field(
        description="where it stood at the year's end"
    )


class HistoryJson(Shape):
    """The history of a question."""

    question: str | None = Field(description="the question; null for claims that answer none")
    stages: list[StageJson] = Field(description="the years in which it changed")
    undated: Ids = Field(description="the works of no known year")


class LagJson(Shape):
    """How long after the matter a source came about."""

    least_days: Annotated[int | None, By(lambda f, it: it.least)] = Field(
        description="the least; negative is before"
    )
    most_days: Annotated[int | None, By(lambda f, it: it.most)] = Field(description="the most")
    says: Annotated[str, By(lambda f, it: lag_in_words(it))] = Field(description="the same in words")


class SourcingJson(Shape):
    """What to ask of one account or record; what is not stated is null."""

    id: str = Field(description="the claim or record")
    is_record: bool = Field(description="whether it is a record")
    source: str = Field(description="the source")
    by: Ids = Field(description="the claimants; of a record the authors of its source")
    written: LagJson | None = Field(description="how long after the matter it was written")
    published: LagJson | None = Field(description="how long after the matter it was published")
    hands: int = Field(description="how many times, at least, it rests on something else")
    first_hand: Annotated[bool, By(lambda f, it: it.is_first_hand)] = Field(
        description="whether everybody who speaks took part, and nothing stands behind"
    )
    through: Annotated[Ids, By(lambda f, it: it.relays)] = Field(description="the works through which it came")
    participant: Annotated[list[bool | None], By(lambda f, it: it.participants)] = Field(
        description="of each claimant, whether he took part"
    )
    interest: Annotated[dict[str, str], By(lambda f, it: dict(it.interests))] = Field(
        description="of those claimants who have one, the stake in the matter"
    )
    date_supplied_by: Annotated[Supplied | None, By(lambda f, it: it.supplied)] = Field(
        description="whose words its date is in"
    )


class SourcingTableJson(Shape):
    """What to ask of the accounts of one question, and of the records that bear on them."""

    question: str | None = Field(description="the question; null for claims that answer none")
    rows: list[SourcingJson] = Field(description="the accounts, then the records")


class SourceJson(Shape):
    """One source."""

    id: str = Field(description="its id")
    type: str | None = Field(description="archival, memoir, study, press, reference, or the corpus's own word")
    title: str | None = Field(description="its title")
    author: Ids = Field(description="who wrote it, by id")
    issued: Annotated[str | None, By(lambda f, it: it.issued.text if it.issued is not None else None)] = Field(
        description="when it was published, as written"
    )
    dated: Annotated[str | None, By(lambda f, it: it.dated.text if it.dated is not None else None)] = Field(
        description="the date that it bears, as written"
    )
    opened: Annotated[str | None, By(lambda f, it: it.opened.text if it.opened is not None else None)] = Field(
        description="when an archive opened it, as written"
    )
    through: Annotated[Ids, By(lambda f, it: relays_of(f.corpus, it.id, is_claim=False))] = Field(
        description="the works through which it came"
    )
    rests_on: Ids = Field(description="the sources or claims that it depends on")
    independent_of: Ids = Field(description="the sources that it is shown not to depend on")
    url: str | None = Field(description="where it can be seen")


class RemarkJson(Shape):
    """A remark of source criticism."""

    about: Ids = Field(description="the entries, the one that does something first")
    kind: RemarkKind = Field(description="what the first does to the second")
    inferred: Annotated[bool, By(lambda f, it: it.is_inferred)] = Field(
        description="whether no entry states it, and it follows"
    )
    gap_days: Annotated[int | None, By(lambda f, it: it.gap.days if it.gap is not None else None)] = Field(
        description="by how many days the two dates lie apart"
    )
    says: Annotated[str, By(remark_says)] = Field(description="the remark in words")


class SilenceJson(Shape):
    """An argument from silence: a source that says nothing where one would expect it to."""

    claim: str = Field(description="the claim")
    source: str = Field(description="the silent source")
    argument: Literal["from-silence"] = Field(description="what it is")
    speaks_of: Annotated[Ids, By(lambda f, it: it.others)] = Field(
        description="what of that kind it does speak of, at other times"
    )
    says: Annotated[str, By(silence_says)] = Field(description="the argument in words")


class SlipJson(Shape):
    """A slip that would account for a contradiction; it is suggested, and never applied."""

    claims: Ids = Field(description="two claims, or one with a record that contradicts it")
    kind: SlipKind = Field(description="which slip")
    says: Annotated[
        str, By(lambda f, it: slip_says(it) if it.record is None else f"{slip_says(it)} ({it.record})")
    ] = Field(description="the arithmetic, and how much chance would do")


def _number(value: Any, places: int | None = None) -> str | None:
    """A number as text for a machine: no separators, a plain minus."""
    return None if value is None else in_digits(value, places).replace(",", "").replace("−", "-")


class DigitSlipJson(Shape):
    """A value that stated digits give by one slip."""

    value: Annotated[str, By(lambda f, it: _number(it[0], 0))] = Field(description="the value")
    kind: Annotated[str, By(lambda f, it: it[1])] = Field(description="the slip")


class FitJson(Shape):
    """What one number would have to be for the statement to be right."""

    field: str = Field(description="which number")
    stated: Annotated[str, By(lambda f, it: _number(it.stated.value, it.stated.places))] = Field(
        description="as it is stated"
    )
    nearest: Annotated[str, By(lambda f, it: _number(it.nearest, it.stated.places))] = Field(
        description="the nearest value that fits"
    )
    low: Annotated[str, By(lambda f, it: _number(it.low, it.stated.places))] = Field(
        alias="from", description="the least value that fits"
    )
    high: Annotated[str, By(lambda f, it: _number(it.high, it.stated.places))] = Field(
        alias="to", description="the greatest value that fits"
    )
    slips: list[DigitSlipJson] = Field(description="values among these that one slip of the digits gives")


class BaseJson(Shape):
    """Another number that would make a percentage right as its whole."""

    figure: str = Field(description="the figure")
    field: str = Field(description="which number of it")
    value: Annotated[str, By(lambda f, it: _number(it.number.value))] = Field(description="the number")


class ReckoningJson(Shape):
    """One statement of a figure, recomputed."""

    operation: Operation = Field(description="what is reckoned")
    outcome: Outcome = Field(description="whether it comes to what is stated")
    stated: Annotated[
        str | None,
        By(lambda f, it: None if it.stated is None else _number(it.stated.value, it.stated.places)),
    ] = Field(description="the result as it is stated")
    right: Annotated[
        str | None, By(lambda f, it: _number(it.right, it.stated.places if it.stated is not None else None))
    ] = Field(description="the right result, at the stated precision")
    exact: Annotated[str | None, By(lambda f, it: _number(it.exact))] = Field(description="the exact result")
    would_fit: Annotated[list[FitJson], By(lambda f, it: it.fits)] = Field(description="what would make it right")
    bases: list[BaseJson] = Field(description="other numbers of the corpus that would")
    bases_tried: Annotated[Ids, By(lambda f, it: [_number(base.number.value) for base in it.tried])] = Field(
        description="all that were tried"
    )
    says: Annotated[str, By(lambda f, it: reckoning_says(it))] = Field(description="the outcome in words")


def _numbers(figure: Figure) -> dict[str, str | list[str]]:
    found: dict[str, list[str]] = {}
    for field, text in figure.numbers:
        found.setdefault(field, []).append(text)
    return {field: texts if len(texts) > 1 else texts[0] for field, texts in found.items()}


class FigureJson(Shape):
    """An arithmetical statement, and what recomputing it gave."""

    id: str = Field(description="its id")
    says: str | None = Field(description="the statement in words")
    numbers: Annotated[dict[str, str | Ids], By(lambda f, it: _numbers(it))] = Field(
        description="its numbers as printed; a field printed several times is a list"
    )
    source: str | None = Field(description="the source")
    at: Annotated[str | None, By(lambda f, it: it.locator)] = Field(description="the place in the source")
    file: Annotated[Name, By(lambda f, it: it.position.file)] = Field(description="the file")
    line: Annotated[int, By(lambda f, it: it.position.line)] = Field(description="the line, from 1")
    reckonings: Annotated[
        list[ReckoningJson], By(lambda f, it: [one for one in recompute(f.corpus) if one.figure == it.id])
    ] = Field(description="its statements, recomputed")


class DiagnosticJson(Shape):
    """One problem of the files."""

    code: str = Field(description="`CC` and three digits; `claimcheck explain CODE` tells more")
    severity: Severity = Field(description="an error takes its entry out of the comparison")
    file: Annotated[Name, By(lambda f, it: it.position.file)] = Field(description="the file")
    line: Annotated[int, By(lambda f, it: it.position.line)] = Field(description="the line, from 1")
    column: Annotated[int, By(lambda f, it: it.position.column)] = Field(description="the character, from 1")
    message: str = Field(description="what is wrong")
    remedy: str = Field(description="what mends it")


# What the commands print.


class CompareJson(Shape):
    """What `compare` prints."""

    schema_: Literal["claimcheck/compare/1"] = TAG
    perspective: Seen = Field(description="from where one looks")
    pairs: list[PairJson] = Field(description="claims against claims")
    conflicts: list[ConflictJson] = Field(description="the minimal conflicts")


class LineupJson(Shape):
    """What `lineup` prints."""

    schema_: Literal["claimcheck/lineup/1"] = TAG
    perspective: Seen = Field(description="from where one looks")
    rows: list[RowJson] = Field(description="claims against the record")


@dataclass(frozen=True, slots=True)
class _Changed:
    """What changed, and the two sides: told in the words of the one whose derivation it is."""

    change: Any
    before: Examination
    after: Examination

    @property
    def steps(self) -> _Derived:
        side = self.after if self.change.told_after else self.before
        return _Derived(side.corpus, self.change.because)


class ChangeJson(Shape):
    """A verdict that is another on the other side."""

    claims: Annotated[Ids, By(lambda f, it: it.change.claims)] = Field(
        description="one claim, against the record; or two"
    )
    before: Annotated[Verdict | Standing | None, By(lambda f, it: it.change.before)] = Field(
        description="the verdict on the first side; null where a claim is not there"
    )
    after: Annotated[Verdict | Standing | None, By(lambda f, it: it.change.after)] = Field(
        description="the verdict on the second side"
    )
    because: Annotated[list[StepJson], By(lambda f, it: _steps(it.steps))] = Field(description="the derivation")


class ChangesJson(Shape):
    """What `compare` prints of two corpora or perspectives."""

    schema_: Literal["claimcheck/compare/1"] = TAG
    perspective: Seen = Field(description="from where one looks, on the first side")
    against: Annotated[PerspectiveJson, By(lambda f, it: PerspectiveJson.made_from(it, it.perspective))] = Field(
        description="from where, on the second"
    )
    changed: Annotated[
        list[ChangeJson], By(lambda f, it: [_Changed(change, f, it) for change in changes(f, it)])
    ] = Field(description="what is another on the other side")


class AboutJson(Shape):
    """An entry that a finding is about."""

    sort: Annotated[str, By(lambda f, it: it[0])] = Field(
        description="what it is", examples=["claim", "record", "event", "question", "source", "bridge", "figure"]
    )
    id: Annotated[str, By(lambda f, it: it[1])] = Field(description="its id")


@dataclass(frozen=True, slots=True)
class _Told:
    """A finding with what is needed to ask why."""

    finding: Finding
    asking: Asking


class FindingJson(Shape):
    """One finding, as it is told."""

    name: Annotated[str, By(lambda f, it: it.finding.name)] = Field(
        description="its name, which stays the same when the corpus grows", examples=["no-rivals"]
    )
    rank: Annotated[int, By(lambda f, it: int(it.finding.rank))] = Field(
        description="what it means: 1 to 8, the most telling first"
    )
    headline: Annotated[str, By(lambda f, it: it.finding.headline)] = Field(
        description="the finding in a sentence"
    )
    ground: Annotated[str, By(lambda f, it: it.finding.ground)] = Field(
        description="what it stands on, in two sentences at most"
    )
    about: Annotated[list[AboutJson], By(lambda f, it: it.finding.about)] = Field(
        description="the entries that it is about"
    )
    why: Annotated[str | None, By(lambda f, it: it.asking.why(*it.finding.why) if it.finding.why else None)] = (
        Field(description="the command that explains it")
    )


@dataclass(frozen=True, slots=True)
class _Reported:
    """What a report takes beside the examination."""

    asking: Asking
    diagnostics: Sequence[Diagnostic]


class ReportJson(Shape):
    """What `report` prints: everything that the other commands print, and more.

    With `--only` it has the keys of that section alone, under the same heading.
    """

    schema_: Literal["claimcheck/report/1"] = TAG
    title: Annotated[str | None, By(lambda f, it: f.corpus.title)] = Field(description="the title of the corpus")
    perspective: Seen = Field(description="from where one looks")
    complete: Annotated[bool, By(lambda f, it: f.complete)] = Field(
        False, description="whether the conflicts are certainly all there are"
    )
    findings: Annotated[list[FindingJson], By(lambda f, it: [_Told(one, it.asking) for one in told_first(f)])] = (
        Field([], description="the findings, the most telling first")
    )
    synopsis: Annotated[list[SynopsisJson], By(lambda f, it: list(f.once(accounts_in_order).items()))] = Field(
        [], description="the accounts of each question"
    )
    positions: Annotated[list[QuestionJson], By(lambda f, it: f.positions)] = Field(
        [], description="the positions on each question"
    )
    points: Annotated[list[PointJson], By(lambda f, it: f.points)] = Field([], description="the points of dispute")
    timelines: Annotated[
        list[TimelineJson],
        By(lambda f, it: [chart for asked in f.positions if (chart := timeline(f, asked)) is not None]),
    ] = Field([], description="the accounts of each question in time")
    pairs: Annotated[list[PairJson], By(lambda f, it: f.pairs)] = Field([], description="claims against claims")
    conflicts: Annotated[list[ConflictJson], By(lambda f, it: f.conflicts)] = Field(
        [], description="the minimal conflicts"
    )
    clusters: Annotated[list[ClusterJson], By(lambda f, it: f.clusters)] = Field(
        [], description="conflicts that share members, with their schools"
    )
    rows: Annotated[list[RowJson], By(lambda f, it: f.rows)] = Field([], description="claims against the record")
    termini: Annotated[list[TerminusJson], By(lambda f, it: f.termini)] = Field(
        [], description="the limits that the record leaves"
    )
    stemma: Annotated[StemmaJson | None, By(lambda f, it: f)] = Field(None, description="what depends on what")
    history: Annotated[list[HistoryJson], By(lambda f, it: f.once(histories))] = Field(
        [], description="how each question came to stand where it does"
    )
    sources: Annotated[list[SourceJson], By(lambda f, it: list(f.corpus.sources.values()))] = Field(
        [], description="the sources"
    )
    sourcing: Annotated[list[SourcingTableJson], By(lambda f, it: f.once(sourcing))] = Field(
        [], description="what to ask of each account and record"
    )
    remarks: Annotated[list[RemarkJson], By(lambda f, it: f.once(find_remarks))] = Field(
        [], description="what claims and sources do to each other"
    )
    silences: Annotated[list[SilenceJson], By(lambda f, it: f.once(find_silences))] = Field(
        [], description="arguments from silence"
    )
    slips: Annotated[list[SlipJson], By(lambda f, it: f.once(find_slips))] = Field(
        [], description="slips that would account for contradictions"
    )
    figures: Annotated[list[FigureJson], By(lambda f, it: list(f.corpus.figures.values()))] = Field(
        [], description="figures, recomputed"
    )
    diagnostics: list[DiagnosticJson] = Field(description="the problems of the files")


# Which keys of the whole each section of the report has, beside the heading.
SECTION_KEYS = {
    "issue": ("complete", "positions"),
    "findings": ("complete", "findings"),
    "questions": ("complete", "positions", "synopsis"),
    "once": ("positions",),
    "accounts": ("synopsis", "rows"),
    "points": ("complete", "points", "clusters"),
    "conflicts": ("complete", "pairs", "conflicts"),
    "limits": ("termini",),
    "remarks": ("remarks",),
    "silences": ("silences",),
    "slips": ("slips",),
    "history": ("history",),
    "stemma": ("stemma",),
    "record": ("rows",),
    "sources": ("sources", "sourcing"),
    "asking": ("sourcing",),
    "figures": ("figures",),
    "bridges": (),
    "perspective": (),
    "timeline": ("timelines",),
}


def report_json(
    findings: Examination, asking: Asking, diagnostics: Sequence[Diagnostic], section: str | None = None
) -> ReportJson:
    """The JSON of a report, or of one of its sections alone; of the others nothing is worked out then."""
    keys = ReportJson.json_keys()
    if section is not None:
        keys = ("schema", "title", "perspective", *SECTION_KEYS[section], "diagnostics")
    return ReportJson.model_validate(
        ReportJson.worked_out(findings, _Reported(asking, diagnostics), keys), context=findings
    )


class NamedJson(Shape):
    """An entry that was asked about."""

    id: str = Field(description="its id")
    sort: Literal[KINDS] = Field(description="what it is")  # type: ignore[valid-type]
    says: str = Field(description="what it says")
    file: Annotated[Name, By(lambda f, it: it.position.file)] = Field(description="the file")
    line: Annotated[int, By(lambda f, it: it.position.line)] = Field(description="the line, from 1")
    source: str | None = Field(description="the source in which it stands")
    at: Annotated[str | None, By(lambda f, it: it.locator)] = Field(description="the place in the source")


class ExplainJson(Shape):
    """What `explain` prints of ids."""

    schema_: Literal["claimcheck/explain/1"] = TAG
    perspective: Seen = Field(description="from where one looks")
    ids: Ids = Field(description="what was asked about")
    entries: list[NamedJson] = Field(description="the entries of these ids")
    pairs: list[PairJson] = Field(description="the pairs in which they have a part")
    rows: list[RowJson] = Field(description="what the record says of them")
    conflicts: list[ConflictJson] = Field(description="the minimal conflicts in which they have a part")
    termini: list[TerminusJson] = Field(description="the limits that the record leaves")


class CodeJson(Shape):
    """A code of diagnostics."""

    code: Annotated[str, By(lambda f, it: it)] = Field(description="the code")
    severity: Annotated[Severity, By(lambda f, it: CODES[it].severity)] = Field(description="how much it weighs")
    description: Annotated[str, By(lambda f, it: CODES[it].description)] = Field(description="what it is")
    explanation: Annotated[str, By(lambda f, it: CODES[it].explanation)] = Field(description="more on it")


class CodesJson(Shape):
    """What `explain` prints of codes of diagnostics."""

    schema_: Literal["claimcheck/explain/1"] = TAG
    codes: Annotated[list[CodeJson], By(lambda f, it: it)] = Field(description="the codes")


class TakenJson(Shape):
    """How a question was taken."""

    id: str = Field(description="the question")
    asks: Annotated[str, By(lambda f, it: asks(it))] = Field(description="what it asks for")


class TableJson(Shape):
    """A table of claims: what is not a claim of its rows was refused."""

    file: str = Field(description="the file")
    rows: int = Field(description="how many rows it has below the names of its columns")
    claims: int = Field(description="how many of them became claims")


class CheckJson(Shape):
    """What `check` prints."""

    schema_: Literal["claimcheck/check/1"] = TAG
    counts: Annotated[dict[str, int], By(lambda f, it: counts(it[0]))] = Field(
        description="how many entries each section has"
    )
    tables: Annotated[list[TableJson], By(lambda f, it: list(it[0].tables))] = Field(
        description="the tables of claims, with their rows counted"
    )
    questions: Annotated[list[TakenJson], By(lambda f, it: list(it[0].questions.values()))] = Field(
        description="how each question was taken"
    )
    diagnostics: Annotated[list[DiagnosticJson], By(lambda f, it: it[1])] = Field(description="the problems")
