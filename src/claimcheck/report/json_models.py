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
from claimcheck.report.ask_why import Asking
from claimcheck.report.corpus_state import asks, counts
from claimcheck.report.explaining import Kind
from claimcheck.report.figures import reckoning_says
from claimcheck.report.pictures.timeline import timeline
from claimcheck.report.ranking import told_first
from claimcheck.report.remarks import remark_says, silence_says
from claimcheck.report.slips import slip_says
from claimcheck.report.sourcing import lag_in_words
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.answers import as_stated, position_answer, readings_say
from claimcheck.report.words.dates import accounts_in_order
from claimcheck.report.words.moments import gap_in_words
from claimcheck.report.words.positions import settlement_says, state_says
from claimcheck.report.words.proofs import step_says
from claimcheck.report.words.standing import limited, terminus_says

# JSON escapes controls below U+0020 itself. These a terminal or a reader would obey, too.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


Work = Callable[[Any, Any], object]


@dataclass(frozen=True, slots=True)
class _By:
    """How the value of a key is worked out, from the examination and what was found."""

    work: Work


def key(means: str, work: Work | str | None = None, **further: Any) -> Any:
    """A key of the JSON: what it means, and where its value comes from if not from what was found by its name.

    `work` is a path in what was found ("position.line", "0.id"), or takes the examination and what was found.
    """
    made = Field(description=means, **further)
    if work is not None:
        made.metadata.append(_By(work if callable(work) else lambda findings, found: _at(found, work)))
    return made


def _at(found: Any, path: str) -> Any:
    for step in path.split("."):
        found = found[int(step)] if step.isdigit() else getattr(found, step)
    return found


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
                work = next((one.work for one in field.metadata if isinstance(one, _By)), None)
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

TAG: Any = key("which shape this is", alias="schema")

Ids = list[str]
Sets = list[list[str]]
DaySpan = tuple[str | None, str | None]
Name = Annotated[str, SkipValidation]  # of a file: it may hold what is no text


def _spans(findings: Examination, dates: TimeSet | None) -> list[DaySpan] | None:
    return None if dates is None else [_span(findings, span.start, span.stop) for span in dates.spans]


def _span(findings: Examination, start: int | None, stop: int | None, unit: Unit = Unit.DAY) -> DaySpan:
    """The first and the last day, or minute where the limit lies within a day, as the words say them: in the
    calendar of the corpus."""
    calendar = findings.corpus.defaults.calendar
    return (
        iso(start, unit, calendar) if start is not None else None,
        iso_inclusive_stop(stop, unit, calendar) if stop is not None else None,
    )


class StepJson(Shape):
    """One step of a derivation: a stated fact with its place, or what follows from earlier steps."""

    id: str | None = key("the claim, record, bridge, kind or event; null for what follows")
    says: str = key("the step in words")
    file: Name | None = key("the file in which it is stated")
    line: int | None = key("the line, from 1")
    source: str | None = key("the source in which it stands")
    at: str | None = key("the place in the source")
    role: Role = key("what kind of premise or conclusion it is")
    follows: list[int] = key("the steps, from 1, from which it follows")


def _steps(corpus: Corpus, steps: Sequence[Step]) -> list[StepJson]:
    return [
        StepJson(
            id=step.id,
            says=step_says(corpus, step, steps),
            file=step.position.file if step.position is not None else None,
            line=step.position.line if step.position is not None else None,
            source=step.source,
            at=step.locator,
            role=step.role,
            follows=[number + 1 for number in step.follows],
        )
        for step in steps
    ]


Because = Annotated[list[StepJson], _By(lambda f, it: _steps(f.corpus, it.because))]


class PerspectiveJson(Shape):
    """From where one looks."""

    trust: Ids = key(
        "the bases that count as record, then the ids whose claims do",
        lambda f, it: [*(basis for basis in BASES if basis in it.bases), *it.trusted_ids],
    )
    without: Ids = key("what is taken away")
    bridges: Ids = key("the bridges that are granted")
    as_of: int | None = key("the last year whose works are seen; -43 is 44 BC")
    set_aside: Ids = key("the sources left out for that year, or for want of one", lambda f, it: f.set_aside)
    through: Ids = key(
        "the sources outside of which nothing is seen; there only where some were named",
        default=[],
        exclude_if=lambda ids: not ids,
    )


Seen = Annotated[PerspectiveJson, _By(lambda f, it: f.perspective)]


# Claims against claims, and against the record.


class PairJson(Shape):
    """Two claims and how they stand to each other."""

    a: str = key("a claim")
    b: str = key("a claim that stands after it in the files")
    question: str | None = key("the question that both answer")
    verdict: Verdict = key("how `a` stands to `b`")
    dimension: Dimension | None = key("what the verdict speaks of")
    strained: bool = key("whether they conflict on the narrow reading only")
    if_bridge: Sets = key("the smallest sets of bridges and other readings (`CLAIM#2`) that make them contradict")
    unless: Sets = key("those that undo a contradiction")
    gap_days: int | None = key(
        "the least number of days by which one date must move for both to hold; 0 within a day",
        lambda f, it: it.gap.days if it.gap is not None else None,
    )
    gap: str | None = key(
        "the gap in words at the right size: “1 hour”, “99 years”",
        lambda f, it: gap_in_words(it.gap, style_of_deductions(f.corpus)) if it.gap is not None else None,
    )
    given: Ids = key("the records that lend the dates of what the claims count from")
    because: Because = key("the derivation")


class ConflictJson(Shape):
    """A minimal conflict: what cannot all be true, though any fewer of it could."""

    members: Ids = key("claims and records")
    given: Ids = key("the records that lend the dates of what they count from")
    bridges: Ids = key("the bridges on which it rests")
    repairs: Sets = key("the smallest sets whose removal leaves its whole cluster without conflict")
    because: Because = key("the derivation")


class BearingJson(Shape):
    """A record that bears on a claim."""

    id: str = key("the record", "0")
    bearing: Bearing = key("what it does to the claim", "1")


class PresenceJson(Shape):
    """A claimant who took part in what rules his claim out."""

    claimant: str = key("the claimant", "0")
    event: str = key("the event", "1")


class RowJson(Shape):
    """One claim against the record."""

    claim: str = key("the claim")
    question: str | None = key("the question that it answers")
    verdict: Standing = key("how it stands to the record")
    in_part: Ids = key(
        "what is borne out, where not all is: value, within-date, none-before, none-after, not-later, "
        "not-earlier, existence"
    )
    records: list[BearingJson] = key("the records that bear on it")
    independence: Independence | None = key("how independent of it the records are that bear it out")
    relays: Ids = key("the works through which both it and such a record reached us")
    strained: bool = key("whether it conflicts with the record on the narrow reading only")
    if_bridge: Sets = key(
        "the smallest sets of bridges and other readings under which the record would rule it out"
    )
    was_present: list[PresenceJson] = key("its claimants who took part in what rules it out")
    because: Because = key("the derivation")


class SubjectJson(Shape):
    """What a limit is about."""

    form: Literal["event", "first", "last", "some", "value"] = key(
        "an event; the first, last or some event of a kind; the start of a value"
    )
    id: str = key("the event, the kind (of a first or last), or the claim that speaks of it")


class SchoolJson(Shape):
    """A largest set of claims that can all be true together."""

    holds: Ids = key("the claims that it holds")
    gives_up: Ids = key("those that it gives up")
    against_record: Ids = key("the records that it would have to set aside")


class SettlementJson(Shape):
    """A fact whose date, if it were found, would decide between two schools."""

    of: SubjectJson = key("the fact", "subject")
    says: str = key("the same in words", lambda f, it: settlement_says(f.corpus, it))
    schools: tuple[int, int] = key("the schools, by number from 0 in the cluster")
    dates: tuple[list[DaySpan], list[DaySpan]] = key(
        "the dates that only the one, or only the other, allows",
        lambda f, it: (_spans(f, it.for_first), _spans(f, it.for_second)),
        alias="for",
    )
    is_recorded: bool = key("whether the record leaves a limit for it already")


class ClusterJson(Shape):
    """Conflicts that share members, with the schools among the claims in them."""

    claims: Ids = key("the claims")
    conflicts: list[int] = key("the conflicts, by number from 0 in `conflicts`")
    schools: list[SchoolJson] = key("the largest sets that can be true together")
    repairs: Sets = key("the smallest sets whose removal leaves no conflict")
    settled_by: list[SettlementJson] = key("what would decide between two schools")
    complete: bool = key("whether the schools are certainly all there are")


class TerminusJson(Shape):
    """The limits that the record leaves for what is asked, inclusive at both ends."""

    question: str | None = key("the question")
    of: SubjectJson = key("what is limited", "subject")
    says: str = key("the limits in words", lambda f, it: f"{limited(f.corpus, it)}: {terminus_says(f.corpus, it)}")
    not_before: str | None = key(
        "the earliest day; null without limit", lambda f, it: _span(f, it.post_quem, None, it.unit)[0]
    )
    not_after: str | None = key(
        "the latest day; null without limit", lambda f, it: _span(f, None, it.ante_quem, it.unit)[1]
    )
    because_not_before: list[StepJson] = key(
        "the derivation of the earliest day", lambda f, it: _steps(f.corpus, it.because_post)
    )
    because_not_after: list[StepJson] = key(
        "the derivation of the latest day", lambda f, it: _steps(f.corpus, it.because_ante)
    )


# Questions: accounts, positions, points of dispute, timelines.


class AccountJson(Shape):
    """One claim as an answer."""

    claim: str = key("the claim", "0.id")
    by: Ids = key("the claimants, by id", "0.by")
    name: str = key("the claimants, by name", lambda f, it: names.claimants_of(f.corpus, it[0]))
    says: str = key("the answer as written", lambda f, it: as_stated(f, *it))
    read: str | None = key(
        "how its date is read, in words; null where it has none",
        lambda f, it: " / ".join(readings_say(f, *it)) or None,
    )
    hedge: str | None = key("the claimant's own “apparently”", "0.hedge")
    source: str = key("the source", "0.source")
    at: str | None = key("the place in the source", "0.locator")
    through: Ids = key(
        "the works through which it came", lambda f, it: relays_of(f.corpus, it[0].id, is_claim=True)
    )
    roots: Ids = key(
        "the sources at which its dependence ends",
        lambda f, it: tuple(roots_of(f.corpus, it[0].id, is_claim=True)),
    )
    file: Name = key("the file", "0.position.file")
    line: int = key("the line, from 1", "0.position.line")


class SynopsisJson(Shape):
    """The accounts of a question, in the order of their dates."""

    question: str | None = key("the question; null for claims that answer none", "0")
    ask: str | None = key(
        "the question in words", lambda f, it: f.corpus.questions[it[0]].ask if it[0] is not None else None
    )
    accounts: list[AccountJson] = key("its accounts", "1")


class PositionRef(Shape):
    """A position by its question and its number there."""

    question: str = key("the question", "0")
    position: int = key("the number of the position, from 1", "1")


class TieJson(Shape):
    """A position on another question, which one excludes or carries along."""

    question: str = key("the other question", "other.0")
    position: int = key("the number of the position there", "other.1")
    bridges: Sets = key("the bridges under which it does so; empty where it does outright")


def _ties(findings: Examination, it: HeldPosition, carries: bool) -> list[Tie]:
    here = (it.question, it.number)
    return [tie for tie in findings.ties if tie.position == here and tie.carries is carries]


class RulingJson(Shape):
    """What the record says of a position."""

    verdict: Ruling = key("whether it is ruled out or borne out", "ruling")
    against: Ids = key("the records that rule it out")
    in_favour: Ids = key("the records that bear it out, also in part")
    fitting: Ids = key("the records that fit it")
    silent: bool = key("whether no record bears on it", "is_silent")
    strained: bool = key("whether it conflicts with the record on the narrow reading only")


class PositionJson(Shape):
    """One position on a question: a largest set of accounts that can all hold together."""

    position: int = key("its number, from 1", "number")
    says: str = key("the answer of those who hold it, in words", position_answer)
    dates: list[DaySpan] | None = key(
        "the dates that those who hold it leave", lambda f, it: _spans(f, it.held.dates)
    )
    dates_of_all: list[DaySpan] | None = key(
        "the dates that are left when those that fit are right as well", lambda f, it: _spans(f, it.answer.dates)
    )
    values: Sets = key(
        "of values in succession, the claims that give each",
        lambda f, it: [tenure.claims for tenure in it.held.values],
    )
    answer: Literal["yes", "no"] | None = key(
        "the answer to a whether",
        lambda f, it: None if it.held.is_yes is None else "yes" if it.held.is_yes else "no",
    )
    held_by: Ids = key("the claims that belong to it alone")
    fitting: Ids = key("the claims that fit others as well")
    left_with: Ids = key("the claims that only deny, or are undetermined, and fit none but this one")
    claimants: Ids = key(
        "who holds it",
        lambda f, it: list(dict.fromkeys(who for id in it.held_by for who in f.corpus.claims[id].by)),
    )
    accounts: int = key("how many accounts hold it", lambda f, it: len(it.held_by))
    roots: Ids = key(
        "the sources at which their dependence ends", lambda f, it: witnesses_of(f.corpus, it.held_by).roots
    )
    relays: Ids = key(
        "the works through which they reached us", lambda f, it: witnesses_of(f.corpus, it.held_by).relays
    )
    since: int | None = key("the year from which the earliest of their works could be read")
    record: RulingJson = key(
        "what the record says of it",
        lambda f, it: next(one for one in f.state_of(it.question).judged if one.number == it.number),
    )
    excludes: list[TieJson] = key(
        "positions on other questions that cannot hold with it", lambda f, it: _ties(f, it, False)
    )
    carries: list[TieJson] = key(
        "positions on other questions that must hold with it", lambda f, it: _ties(f, it, True)
    )


class UndecidedJson(Shape):
    """An account that leaves open which position it belongs to."""

    claim: str = key("the claim", "0")
    fits: list[int] = key("the positions that it fits, by number", "1")


class UncountedJson(Shape):
    """An account that has no part in the positions."""

    claim: str = key("the claim", "0")
    why: Uncounted = key("why it is not counted", "1")


class OfSeveralJson(Shape):
    """A claimant who holds more than one position."""

    claimant: str = key("the claimant", "0")
    positions: list[int] = key("the positions, by number", "1")


class RuledOutJson(Shape):
    """A position that would be ruled out."""

    position: int = key("the position, by number", "0")
    if_within: list[DaySpan] | None = key(
        "the dates of the event that would do so; null where bridges do outright", lambda f, it: _spans(f, it[1])
    )


class DeciderJson(Shape):
    """What would decide a question."""

    event: str | None = key("an event on record whose date is open")
    records: Ids = key("its records")
    bridges: Ids = key("or the bridges that would")
    rules_out: list[RuledOutJson] = key("the positions that would be ruled out")


class QuestionJson(Shape):
    """A question with its positions and its state."""

    question: str = key("the question")
    ask: str = key("the question in words", lambda f, it: names.asked(f.corpus, it.question))
    says: str = key("its state in words", state_says)
    accounts: int = key("how many accounts count", lambda f, it: len(it.accounts))
    positions: list[PositionJson] = key("in the order of their dates, or (of values) of their first appearance")
    undecided: list[UndecidedJson] = key("the accounts that fit several, or none")
    not_opening: Ids = key("the accounts that only deny, or are undetermined")
    uncounted: list[UncountedJson] = key("the accounts that have no part in it")
    claimants_of_several: list[OfSeveralJson] = key("who holds more than one", "several")
    accord: Accord | None = key("of one position, whether that is agreement or only compatibility")
    remaining: list[int] = key(
        "the positions that the record does not rule out, by number",
        lambda f, it: f.state_of(it.question).remaining,
    )
    decided_for: int | None = key(
        "the one that is left of several", lambda f, it: f.state_of(it.question).decided_for
    )
    would_decide: list[DeciderJson] = key(
        "what would decide, while several remain", lambda f, it: f.state_of(it.question).would_decide
    )
    look_in: Ids = key(
        "sources that nobody has seen, and that should speak of it", lambda f, it: f.state_of(it.question).look_in
    )
    others: int | None = key("how many other ways there are to group as few; null if not counted")
    complete: bool = key("whether no fewer positions would do, and none of as few comes before")


class SideJson(SchoolJson):
    """One way to decide a point of dispute."""

    positions: list[PositionRef] = key("the positions of whose holders it gives up none")


class PointJson(Shape):
    """A point of dispute: claims whose conflicts tie them, and the ways to decide it."""

    cluster: int = key("the cluster that it is part of, by number from 0")
    questions: Ids = key("what its claims answer")
    claims: Ids = key("the claims at issue")
    conflicts: list[int] = key("their conflicts, by number from 0")
    sides: list[SideJson] = key("the ways to decide it")
    in_common: Ids = key("the claims that every side holds")
    alike: Sets = key("the claims that the same sides hold")
    apart_from: Ids = key("claims that tie it to other points; without them it is independent")
    complete: bool = key("whether the sides are certainly all there are")


class LaneJson(Shape):
    """A line of a timeline: one account, or several that give the same time and stand alike."""

    claims: Ids = key("its claims", lambda f, it: [id for sort, id in it.about if sort == "claim"])
    sign: str = key("their signs in the picture")
    spans: list[DaySpan] | None = key(
        "when, narrow; null where that has no place in time",
        lambda f, it: [_span(f, one.start, one.stop) for one in it.times.spans] if it.times else None,
    )
    verdict: str = key("how they stand to the record", "word")


class PinJson(Shape):
    """A record below a timeline."""

    label: str = key("what it attests")
    span: DaySpan = key("when", lambda f, it: _span(f, it.when.start, it.when.stop))
    documented: bool = key("whether it is documented", "is_documented")
    decides: bool = key("whether a verdict rests on it")


class TimelineJson(Shape):
    """The accounts of a question, and the record, in time."""

    question: str = key("the question", "groups.0.about.1")
    says: str = key("what can be seen")
    lanes: list[LaneJson] = key("the accounts", "rows")
    records: list[PinJson] = key("the record", "pins")


# Source criticism.


class ChainsJson(Shape):
    """What the same claimants put forward, with what it is stated to depend on."""

    by: Ids = key("the claimants")
    claims: Ids = key("their claims")
    several: bool = key("whether several are meant who are not named", "is_several")
    chains: Sets = key(
        "the ways from their claims to the sources at which dependence ends",
        lambda f, it: [chain.ids for chain in it.chains],
    )
    relays: Ids = key("the works through which they reached us")


class VoicesJson(Shape):
    """Accounts, roots and relays: three numbers, which are the lengths of these lists."""

    question: str | None = key("the question")
    claims: Ids = key("the claims")
    accounts: list[ChainsJson] = key("who stands behind them", "witnesses.accounts")
    roots: Ids = key("the sources at which dependence ends", "witnesses.roots")
    relays: Ids = key("the works through which they reached us", "witnesses.relays")


class AgreementJson(VoicesJson):
    """What some claims agree on, with who stands behind it."""

    dimension: Dimension | None = key("what they agree on")
    more_precise: Ids = key("those of them that say more")


class EdgeJson(Shape):
    """From a claim or source to what stands behind it."""

    start: str = key("what depends", alias="from")
    end: str = key("what it depends on, or came through", alias="to")
    relation: Relation = key("how it does; only the first two make dependence")


class LinkJson(Shape):
    """One link of a circle."""

    start: str = key("where it begins", alias="from")
    tie: Link = key("what ties the two")
    end: str = key("where it leads", alias="to")


class LoopJson(Shape):
    """A circle in which a claim confirms itself."""

    circle: Circle = key("which kind of circle")
    claim: str = key("the claim")
    record: str | None = key("the record that seems to bear it out")
    links: list[LinkJson] = key("the circle, from the claim and back to it")


class StemmaJson(Shape):
    """What depends on what, and how many voices there really are."""

    questions: list[VoicesJson] = key("the voices on each question", lambda f, it: f.once(witnesses_by_question))
    agreements: list[AgreementJson] = key(
        "the voices on each point of agreement", lambda f, it: f.once(agreements)
    )
    edges: list[EdgeJson] = key("the graph", lambda f, it: f.once(edges))
    loops: list[LoopJson] = key("circles", lambda f, it: f.once(loops))


class WorkJson(Shape):
    """A work that brought something."""

    source: str = key("the source")
    opened: bool = key("whether an archive opened it then; otherwise it was published", "is_opened")


class TurnJson(Shape):
    """A claim whose standing changed in a year."""

    claim: str = key("the claim")
    before: Standing | None = key("how it stood; null where it was not there")
    after: Standing = key("how it has stood since")
    records: Ids = key("the records that now rule it out or bear it out")
    works: Ids = key("the works of that year that brought the change")
    because: Because = key("the derivation")


class DissentJson(Shape):
    """Two claims that came to contradict each other, or ceased to."""

    claims: Ids = key("the two claims")
    over: bool = key("whether it ceased", "is_over")
    works: Ids = key("the works of that year that brought the change")
    because: Because = key("the derivation")


class HeldJson(Shape):
    """How a claim stood at the end of a year."""

    claim: str = key("the claim")
    verdict: Standing = key("how it stood to the record", "standing")
    at_odds_with: Ids = key("the claims that it contradicted", "against")


class StageJson(Shape):
    """A year in which a question changed."""

    year: int = key("the year; -43 is 44 BC")
    works: list[WorkJson] = key("the works that brought it")
    joined: Ids = key("the accounts that joined", "claims")
    turns: list[TurnJson] = key("what came to stand otherwise to the record")
    at_odds: list[DissentJson] = key("what came to contradict each other, or ceased to", "dissents")
    stood: list[HeldJson] = key("where it stood at the year's end", "held")


class HistoryJson(Shape):
    """The history of a question."""

    question: str | None = key("the question; null for claims that answer none")
    stages: list[StageJson] = key("the years in which it changed")
    undated: Ids = key("the works of no known year")


class LagJson(Shape):
    """How long after the matter a source came about."""

    least_days: int | None = key("the least; negative is before", "least")
    most_days: int | None = key("the most", "most")
    says: str = key("the same in words", lambda f, it: lag_in_words(it))


class SourcingJson(Shape):
    """What to ask of one account or record; what is not stated is null."""

    id: str = key("the claim or record")
    is_record: bool = key("whether it is a record")
    source: str = key("the source")
    by: Ids = key("the claimants; of a record the authors of its source")
    written: LagJson | None = key("how long after the matter it was written")
    published: LagJson | None = key("how long after the matter it was published")
    hands: int = key("how many times, at least, it rests on something else")
    first_hand: bool = key("whether everybody who speaks took part, and nothing stands behind", "is_first_hand")
    through: Ids = key("the works through which it came", "relays")
    participant: list[bool | None] = key("of each claimant, whether he took part", "participants")
    interest: dict[str, str] = key(
        "of those claimants who have one, the stake in the matter", lambda f, it: dict(it.interests)
    )
    date_supplied_by: Supplied | None = key("whose words its date is in", "supplied")


class SourcingTableJson(Shape):
    """What to ask of the accounts of one question, and of the records that bear on them."""

    question: str | None = key("the question; null for claims that answer none")
    rows: list[SourcingJson] = key("the accounts, then the records")


class SourceJson(Shape):
    """One source."""

    id: str = key("its id")
    type: str | None = key("archival, memoir, study, press, reference, or the corpus's own word")
    title: str | None = key("its title")
    author: Ids = key("who wrote it, by id")
    issued: str | None = key(
        "when it was published, as written", lambda f, it: it.issued.text if it.issued is not None else None
    )
    dated: str | None = key(
        "the date that it bears, as written", lambda f, it: it.dated.text if it.dated is not None else None
    )
    opened: str | None = key(
        "when an archive opened it, as written", lambda f, it: it.opened.text if it.opened is not None else None
    )
    through: Ids = key("the works through which it came", lambda f, it: relays_of(f.corpus, it.id, is_claim=False))
    rests_on: Ids = key("the sources or claims that it depends on")
    independent_of: Ids = key("the sources that it is shown not to depend on")
    url: str | None = key("where it can be seen")


class RemarkJson(Shape):
    """A remark of source criticism."""

    about: Ids = key("the entries, the one that does something first")
    kind: RemarkKind = key("what the first does to the second")
    inferred: bool = key("whether no entry states it, and it follows", "is_inferred")
    gap_days: int | None = key(
        "by how many days the two dates lie apart", lambda f, it: it.gap.days if it.gap is not None else None
    )
    says: str = key("the remark in words", remark_says)


class SilenceJson(Shape):
    """An argument from silence: a source that says nothing where one would expect it to."""

    claim: str = key("the claim")
    source: str = key("the silent source")
    argument: Literal["from-silence"] = key("what it is")
    speaks_of: Ids = key("what of that kind it does speak of, at other times", "others")
    says: str = key("the argument in words", silence_says)


class SlipJson(Shape):
    """A slip that would account for a contradiction; it is suggested, and never applied."""

    claims: Ids = key("two claims, or one with a record that contradicts it")
    kind: SlipKind = key("which slip")
    says: str = key(
        "the arithmetic, and how much chance would do",
        lambda f, it: slip_says(it) if it.record is None else f"{slip_says(it)} ({it.record})",
    )


def _number(value: Any, places: int | None = None) -> str | None:
    """A number as text for a machine: no separators, a plain minus."""
    return None if value is None else in_digits(value, places).replace(",", "").replace("−", "-")


class DigitSlipJson(Shape):
    """A value that stated digits give by one slip."""

    value: str = key("the value", lambda f, it: _number(it[0], 0))
    kind: str = key("the slip", "1")


class FitJson(Shape):
    """What one number would have to be for the statement to be right."""

    field: str = key("which number")
    stated: str = key("as it is stated", lambda f, it: _number(it.stated.value, it.stated.places))
    nearest: str = key("the nearest value that fits", lambda f, it: _number(it.nearest, it.stated.places))
    low: str = key("the least value that fits", lambda f, it: _number(it.low, it.stated.places), alias="from")
    high: str = key("the greatest value that fits", lambda f, it: _number(it.high, it.stated.places), alias="to")
    slips: list[DigitSlipJson] = key("values among these that one slip of the digits gives")


class BaseJson(Shape):
    """Another number that would make a percentage right as its whole."""

    figure: str = key("the figure")
    field: str = key("which number of it")
    value: str = key("the number", lambda f, it: _number(it.number.value))


class ReckoningJson(Shape):
    """One statement of a figure, recomputed."""

    operation: Operation = key("what is reckoned")
    outcome: Outcome = key("whether it comes to what is stated")
    stated: str | None = key(
        "the result as it is stated",
        lambda f, it: None if it.stated is None else _number(it.stated.value, it.stated.places),
    )
    right: str | None = key(
        "the right result, at the stated precision",
        lambda f, it: _number(it.right, it.stated.places if it.stated is not None else None),
    )
    exact: str | None = key("the exact result", lambda f, it: _number(it.exact))
    would_fit: list[FitJson] = key("what would make it right", "fits")
    bases: list[BaseJson] = key("other numbers of the corpus that would")
    bases_tried: Ids = key("all that were tried", lambda f, it: [_number(base.number.value) for base in it.tried])
    says: str = key("the outcome in words", lambda f, it: reckoning_says(it))


def _numbers(figure: Figure) -> dict[str, str | list[str]]:
    found: dict[str, list[str]] = {}
    for field, text in figure.numbers:
        found.setdefault(field, []).append(text)
    return {field: texts if len(texts) > 1 else texts[0] for field, texts in found.items()}


class FigureJson(Shape):
    """An arithmetical statement, and what recomputing it gave."""

    id: str = key("its id")
    says: str | None = key("the statement in words")
    numbers: dict[str, str | Ids] = key(
        "its numbers as printed; a field printed several times is a list", lambda f, it: _numbers(it)
    )
    source: str | None = key("the source")
    at: str | None = key("the place in the source", "locator")
    file: Name = key("the file", "position.file")
    line: int = key("the line, from 1", "position.line")
    reckonings: list[ReckoningJson] = key(
        "its statements, recomputed", lambda f, it: [one for one in recompute(f.corpus) if one.figure == it.id]
    )


class DiagnosticJson(Shape):
    """One problem of the files."""

    code: str = key("`CC` and three digits; `claimcheck explain CODE` tells more")
    severity: Severity = key("an error takes its entry out of the comparison")
    file: Name = key("the file", "position.file")
    line: int = key("the line, from 1", "position.line")
    column: int = key("the character, from 1", "position.column")
    message: str = key("what is wrong")
    remedy: str = key("what mends it")


# What the commands print.


class CompareJson(Shape):
    """What `compare` prints."""

    schema_: Literal["claimcheck/compare/1"] = TAG
    perspective: Seen = key("from where one looks")
    pairs: list[PairJson] = key("claims against claims")
    conflicts: list[ConflictJson] = key("the minimal conflicts")


class LineupJson(Shape):
    """What `lineup` prints."""

    schema_: Literal["claimcheck/lineup/1"] = TAG
    perspective: Seen = key("from where one looks")
    rows: list[RowJson] = key("claims against the record")


class ChangeJson(Shape):
    """A verdict that is another on the other side."""

    claims: Ids = key("one claim, against the record; or two", "0.claims")
    before: Verdict | Standing | None = key(
        "the verdict on the first side; null where a claim is not there", "0.before"
    )
    after: Verdict | Standing | None = key("the verdict on the second side", "0.after")
    because: list[StepJson] = key("the derivation", lambda f, it: _steps(it[1].corpus, it[0].because))


class ChangesJson(Shape):
    """What `compare` prints of two corpora or perspectives."""

    schema_: Literal["claimcheck/compare/1"] = TAG
    perspective: Seen = key("from where one looks, on the first side")
    against: PerspectiveJson = key(
        "from where, on the second", lambda f, it: PerspectiveJson.made_from(it, it.perspective)
    )
    changed: list[ChangeJson] = key(
        "what is another on the other side",
        lambda f, it: [(change, it if change.told_after else f) for change in changes(f, it)],
    )


class AboutJson(Shape):
    """An entry that a finding is about."""

    sort: str = key(
        "what it is", "0", examples=["claim", "record", "event", "question", "source", "bridge", "figure"]
    )
    id: str = key("its id", "1")


class FindingJson(Shape):
    """One finding, as it is told."""

    name: str = key("its name, which stays the same when the corpus grows", "0.name", examples=["no-rivals"])
    rank: int = key("what it means: 1 to 8, the most telling first", lambda f, it: int(it[0].rank))
    headline: str = key("the finding in a sentence", "0.headline")
    ground: str = key("what it stands on, in two sentences at most", "0.ground")
    about: list[AboutJson] = key("the entries that it is about", "0.about")
    why: str | None = key(
        "the command that explains it", lambda f, it: it[1].why(*it[0].why) if it[0].why else None
    )


class ReportJson(Shape):
    """What `report` prints: everything that the other commands print, and more.

    With `--only` it has the keys of that section alone, under the same heading.
    """

    schema_: Literal["claimcheck/report/1"] = TAG
    title: str | None = key("the title of the corpus", lambda f, it: f.corpus.title)
    perspective: Seen = key("from where one looks")
    complete: bool = key(
        "whether the conflicts are certainly all there are", lambda f, it: f.complete, default=False
    )
    findings: list[FindingJson] = key(
        "the findings, the most telling first",
        lambda f, it: [(one, it[0]) for one in told_first(f)],
        default=[],
    )
    synopsis: list[SynopsisJson] = key(
        "the accounts of each question", lambda f, it: list(f.once(accounts_in_order).items()), default=[]
    )
    positions: list[QuestionJson] = key("the positions on each question", lambda f, it: f.positions, default=[])
    points: list[PointJson] = key("the points of dispute", lambda f, it: f.points, default=[])
    timelines: list[TimelineJson] = key(
        "the accounts of each question in time",
        lambda f, it: [chart for asked in f.positions if (chart := timeline(f, asked)) is not None],
        default=[],
    )
    pairs: list[PairJson] = key("claims against claims", lambda f, it: f.pairs, default=[])
    conflicts: list[ConflictJson] = key("the minimal conflicts", lambda f, it: f.conflicts, default=[])
    clusters: list[ClusterJson] = key(
        "conflicts that share members, with their schools", lambda f, it: f.clusters, default=[]
    )
    rows: list[RowJson] = key("claims against the record", lambda f, it: f.rows, default=[])
    termini: list[TerminusJson] = key("the limits that the record leaves", lambda f, it: f.termini, default=[])
    stemma: StemmaJson | None = key("what depends on what", lambda f, it: f, default=None)
    history: list[HistoryJson] = key(
        "how each question came to stand where it does", lambda f, it: f.once(histories), default=[]
    )
    sources: list[SourceJson] = key("the sources", lambda f, it: list(f.corpus.sources.values()), default=[])
    sourcing: list[SourcingTableJson] = key(
        "what to ask of each account and record", lambda f, it: f.once(sourcing), default=[]
    )
    remarks: list[RemarkJson] = key(
        "what claims and sources do to each other", lambda f, it: f.once(find_remarks), default=[]
    )
    silences: list[SilenceJson] = key("arguments from silence", lambda f, it: f.once(find_silences), default=[])
    slips: list[SlipJson] = key(
        "slips that would account for contradictions", lambda f, it: f.once(find_slips), default=[]
    )
    figures: list[FigureJson] = key(
        "figures, recomputed", lambda f, it: list(f.corpus.figures.values()), default=[]
    )
    diagnostics: list[DiagnosticJson] = key("the problems of the files", "1")


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
        ReportJson.worked_out(findings, (asking, diagnostics), keys), context=findings
    )


class NamedJson(Shape):
    """An entry that was asked about."""

    id: str = key("its id")
    sort: Kind = key("what it is")
    says: str = key("what it says")
    file: Name = key("the file", "position.file")
    line: int = key("the line, from 1", "position.line")
    source: str | None = key("the source in which it stands")
    at: str | None = key("the place in the source", "locator")


class ExplainJson(Shape):
    """What `explain` prints of ids."""

    schema_: Literal["claimcheck/explain/1"] = TAG
    perspective: Seen = key("from where one looks")
    ids: Ids = key("what was asked about")
    entries: list[NamedJson] = key("the entries of these ids")
    pairs: list[PairJson] = key("the pairs in which they have a part")
    rows: list[RowJson] = key("what the record says of them")
    conflicts: list[ConflictJson] = key("the minimal conflicts in which they have a part")
    termini: list[TerminusJson] = key("the limits that the record leaves")


class CodeJson(Shape):
    """A code of diagnostics."""

    code: str = key("the code", lambda f, it: it)
    severity: Severity = key("how much it weighs", lambda f, it: CODES[it].severity)
    description: str = key("what it is", lambda f, it: CODES[it].description)
    explanation: str = key("more on it", lambda f, it: CODES[it].explanation)


class CodesJson(Shape):
    """What `explain` prints of codes of diagnostics."""

    schema_: Literal["claimcheck/explain/1"] = TAG
    codes: list[CodeJson] = key("the codes", lambda f, it: it)


class TakenJson(Shape):
    """How a question was taken."""

    id: str = key("the question")
    asks: str = key("what it asks for", lambda f, it: asks(it))


class TableJson(Shape):
    """A table of claims: what is not a claim of its rows was refused."""

    file: str = key("the file")
    rows: int = key("how many rows it has below the names of its columns")
    claims: int = key("how many of them became claims")


class CheckJson(Shape):
    """What `check` prints."""

    schema_: Literal["claimcheck/check/1"] = TAG
    counts: dict[str, int] = key("how many entries each section has", lambda f, it: counts(it[0]))
    tables: list[TableJson] = key(
        "the tables of claims, with their rows counted", lambda f, it: list(it[0].tables)
    )
    questions: list[TakenJson] = key("how each question was taken", lambda f, it: list(it[0].questions.values()))
    diagnostics: list[DiagnosticJson] = key("the problems", "1")
