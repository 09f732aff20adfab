"""What claims and records come down to: occurrences, exclusions and values.

Belongs here: the three forms of a part, and how an entry, its question, its stance and its readings make them.
Does not belong here: constraints (see `assumptions`), anything about whether parts can hold together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, overload

from claimcheck.corpus.entries import Claim, Corpus, Dated, Event, Question, Record, Statement
from claimcheck.dates.when import DAY, AllOf, Date, Ends, OneOf, Relation, Unit, Window, anchors_of

# Who owns clauses: a claim or a record by its id, a given date by its event, a bridge with what it implies or
# supposes, what is denied to see whether it follows, or cited as a limit.
Role = Literal["claim", "record", "given", "bridge", "if", "denial", "limit"]
Key = tuple[Role, str]
Form = Literal["event", "kind", "first", "last"]

YES = frozenset(("yes", "true", "да"))
NO = frozenset(("no", "false", "нет"))


@dataclass(frozen=True, slots=True)
class Target:
    """What an occurrence is an occurrence of: `form` is "event", "kind", "first" or "last".

    `id` is the event or the kind; `named` the event that is said to be that first or last (or that kind).
    """

    form: Form
    id: str
    named: str | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The target happened within `date` (`extent` "throughout": it covers the date), and not in `excluded`.

    A first is dated by its start, a last by its end. No date: it happened. `ends` are those of a date throughout
    which it went on, where both (or one) are stated at their own grain: it began within one and ended within the
    other.
    """

    number: int
    question: str | None
    target: Target
    date: Date | None = None
    excluded: Date | None = None
    extent: Literal["within", "throughout", "course"] = "within"
    ends: Ends | None = None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """No event of the kind (or not this event) overlaps any of `date`; without a date, ever."""

    number: int
    question: str | None
    kind: str | None
    event: str | None
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Elsewhen:
    """A denied date: if the target happened at all, it was not in `date`. Asserts no existence."""

    number: int
    question: str | None
    target: Target
    date: Date


@dataclass(frozen=True, slots=True)
class Value:
    """A role of a subject has these values: from a start within `start` on, or at `during`, or always.

    `extent` says how it holds at `during`: "ends": it begins within one of the `ends` of the date and ceases
    within the other; "throughout": all the time, as within a day; "within": some time, as of a month or more.
    `event` is set where it holds from the start of that event. `denied` turns it round.
    """

    number: int
    question: str | None
    role: str
    of: str
    values: frozenset[str]
    start: Date | None = None
    during: Date | None = None
    event: str | None = None
    denied: bool = False
    extent: Literal["within", "throughout", "ends"] = "throughout"
    ends: Ends | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Not all the parts of the other claim hold."""

    number: int
    question: str | None
    claim: str
    denied: tuple[Part, ...]


Part = Occurrence | Exclusion | Elsewhen | Value | Dispute


@dataclass(frozen=True, slots=True)
class Member:
    """A claim (on one of its readings) or a record, as something that can be held true together with others.

    `id` is unique among all members of a view. A `trusted` claim counts as part of the record.
    """

    id: str
    is_record: bool
    parts: tuple[Part, ...]
    source: str
    locator: str | None
    by: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    reading: int = 1
    trusted: bool = False
    anchors: tuple[str, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        referred_to = (anchor for part in self.parts for date in dates_of(part) for anchor in anchors_of(date))
        object.__setattr__(self, "anchors", tuple(dict.fromkeys(referred_to)))

    @property
    def key(self) -> Key:
        """Under which the member is an owner of clauses."""
        return ("record" if self.is_record else "claim", self.id)


def dates_of(part: Part) -> Iterator[Date]:
    """Every date that a part states."""
    match part:
        case Occurrence():
            yield from (date for date in (part.date, part.excluded) if date is not None)
        case Exclusion() | Elsewhen():
            if part.date is not None:
                yield part.date
        case Value():
            yield from (date for date in (part.start, part.during) if date is not None)
        case Dispute():
            for denied in part.denied:
                yield from dates_of(denied)


def is_sharp(part: Part) -> bool:
    """Whether a part says the same on the narrow and on the wide reading."""
    if isinstance(part, Dispute):
        return all(map(is_sharp, part.denied))
    ends = part.ends if isinstance(part, Occurrence | Value) and part.ends is not None else ()
    return all(date is None or _is_sharp(date) for date in (*dates_of(part), *ends))


def _is_sharp(date: Date) -> bool:
    match date:
        case Window():
            return date.narrow == date.wide
        case Relation():
            return (date.earliest, date.latest) == (date.wide_earliest, date.wide_latest)
    return all(map(_is_sharp, date.parts))


def unit_of(date: Date | None) -> Unit:
    """The finest granularity at which a date was stated; a day where it says none."""
    match date:
        case Window() if date.narrow.spans:
            return date.unit
        case None | Window():
            return Unit.DAY
    units = [unit_of(part) for part in date.parts] if hasattr(date, "parts") else [date.unit]
    return min(units, key=list(Unit).index)


def date_of(dated: Dated, reading: int = 0) -> Date:
    """The date of one of the readings (from 0), with the entry's own `wide` in place of the rule's."""
    date = dated.when.readings[reading].date
    if dated.wide is not None:
        wider = dated.wide.readings[0].date
        if isinstance(date, Window) and isinstance(wider, Window):
            return replace(date, wide=date.narrow.union(wider.narrow))
        narrow, wide = _one_relation(date), _one_relation(wider)
        if narrow is not None and wide is not None:
            return replace(narrow, wide_earliest=wide.earliest, wide_latest=wide.latest)
    return date


def ends_of(dated: Dated, reading: int = 0) -> Ends | None:
    """The two ends of a date at their own grain, where it was written so; as wide as the entry's own `wide` is."""
    ends = dated.when.readings[reading].ends
    wider = dated.wide.readings[0].ends if dated.wide is not None else None
    if ends is None or wider is None:
        return ends
    first, last = (
        replace(one, wide=one.narrow.union(other.narrow))
        if isinstance(one, Window) and isinstance(other, Window)
        else one
        for one, other in zip(ends, wider, strict=True)
    )
    return first, last


def _holds(date: Date | None, ends: Ends | None) -> Literal["within", "throughout", "ends"]:
    """How a value holds at a date: from one end to the other, throughout what is no longer than a day, or at some
    time within what is longer or has no limit on one side."""
    if ends is not None:
        return "ends"
    if isinstance(date, Window):
        spans = date.narrow.spans
        is_short = all(s.start is not None and s.stop is not None and s.stop - s.start <= DAY for s in spans)
        return "throughout" if is_short and len(spans) == 1 else "within"
    if isinstance(date, Relation):
        is_short = date.earliest is not None and date.latest is not None
        return "throughout" if is_short and date.unit not in (Unit.MONTH, Unit.YEAR) else "within"
    return "within" if date is not None else "throughout"


def _one_relation(date: Date) -> Relation | None:
    """A relation, or the one that a lower and an upper limit make together; None for any other date."""
    match date:
        case Relation():
            return date
        case AllOf((Relation(latest=None) as lower, Relation(earliest=None) as upper)):
            words = f"{lower.words}, {upper.words}"
            return replace(lower, latest=upper.latest, wide_latest=upper.wide_latest, words=words)
    return None


def member_of_record(corpus: Corpus, record: Record) -> Member:
    """A record as a member: what it attests of its event."""
    event = corpus.events[record.event]
    date = date_of(record.when) if record.when is not None else None
    excluded = date_of(record.not_when) if record.not_when is not None else None
    parts: list[Part] = []
    if record.none is not None:
        parts.append(Exclusion(0, None, record.none, None, date))
    else:
        targets = [Target("event", event.id)]
        if record.first is not None:
            targets.append(Target("first", record.first, event.id))
        if record.last is not None:
            targets.append(Target("last", record.last, event.id))
        ends = ends_of(record.when) if record.when is not None and record.extent == "throughout" else None
        parts.extend(Occurrence(0, None, target, date, excluded, record.extent, ends) for target in targets)
    return Member(record.id, True, tuple(parts), record.source, record.locator)


def readings_of(claim: Claim, refused: frozenset[str] = frozenset()) -> int:
    """In how many ways a claim can be taken, counting every stated and every ambiguous reading."""
    return len(_variants(claim, refused))


def member_of_claim(
    corpus: Corpus, claim: Claim, reading: int = 1, refused: frozenset[str] = frozenset()
) -> Member:
    """A claim as a member, on one of its readings (from 1).

    `refused` are the bridges and entries that the perspective sets aside: where one of them is a `given` of the
    claim, `otherwise` is what it says.
    """
    statements, choice = _variants(claim, refused)[reading - 1]
    parts: list[Part] = []
    if claim.stance in ("asserts", "denies"):
        for number, statement in enumerate(statements):
            chosen = choice[1] if choice[0] == number else 0
            for part in _parts(corpus, number, statement, chosen):
                parts.append(_denied(part) if claim.stance == "denies" else part)
        for other in claim.disputes:
            disputed = corpus.claims.get(other)
            if disputed is not None and disputed.id != claim.id:
                denied = _disputable(corpus, disputed, refused)
                question = denied[0].question if denied else None
                parts.append(Dispute(len(parts), question, other, denied))
    return Member(
        id=claim.id,
        is_record=False,
        parts=tuple(parts),
        source=claim.source,
        locator=claim.locator,
        by=claim.by,
        given=claim.given,
        reading=reading,
    )


def _disputable(corpus: Corpus, claim: Claim, refused: frozenset[str]) -> tuple[Part, ...]:
    """What of a claim somebody may deny: its parts on the first reading. What it disputes in turn stands among
    them without its own parts: who disputes a dispute need not hold what that denies. Dates are narrow: what is
    denied is never widened (that would make the denial stronger)."""
    stated = member_of_claim(corpus, claim.model_copy(update={"disputes": ()}), 1, refused).parts
    whole = tuple(map(_narrowed, stated))
    question = whole[0].question if whole else None
    return (*whole, *(Dispute(len(whole), question, other, ()) for other in claim.disputes))


def _narrowed(part: Part) -> Part:
    """A part with its dates on their narrow reading alone."""
    match part:
        case Occurrence():
            return replace(part, date=_narrow(part.date), ends=_narrow_ends(part.ends))
        case Value():
            start, during = _narrow(part.start), _narrow(part.during)
            return replace(part, start=start, during=during, ends=_narrow_ends(part.ends))
    return part  # what it denies in turn is narrow already


def _narrow_ends(ends: Ends | None) -> Ends | None:
    return (_narrow(ends[0]), _narrow(ends[1])) if ends is not None else None


@overload
def _narrow(date: Date) -> Date: ...
@overload
def _narrow(date: None) -> None: ...
@overload
def _narrow(date: Date | None) -> Date | None: ...
def _narrow(date: Date | None) -> Date | None:
    match date:
        case Window():
            return replace(date, wide=date.narrow)
        case Relation():
            return replace(date, wide_earliest=date.earliest, wide_latest=date.latest)
        case AllOf() | OneOf():
            return replace(date, parts=tuple(_narrow(part) for part in date.parts))
    return None


def parts_of_statements(corpus: Corpus, statements: Iterable[Statement]) -> tuple[Part, ...]:
    """What statements come down to, each on the first reading of its date."""
    return tuple(
        part for number, statement in enumerate(statements) for part in _parts(corpus, number, statement, 0)
    )


Choice = tuple[int, int]  # the statement whose date is taken otherwise, and which of its dates (from 0)


def statements_of(claim: Claim, refused: frozenset[str] = frozenset()) -> tuple[Statement, ...]:
    """What a claim states, in the order of its parts' numbers; `otherwise` where one of its givens is refused."""
    is_otherwise = claim.otherwise and not refused.isdisjoint(claim.given)
    return claim.otherwise if is_otherwise else claim.statements


def _variants(claim: Claim, refused: frozenset[str]) -> list[tuple[tuple[Statement, ...], Choice]]:
    """All ways to take a claim: the first readings, then one date at a time otherwise, then `otherwise`."""
    main = statements_of(claim, refused)
    other = claim.otherwise if main is not claim.otherwise else ()
    variants: list[tuple[tuple[Statement, ...], Choice]] = [(main, (0, 0))]
    for number, statement in enumerate(main):
        variants.extend((main, (number, chosen)) for chosen in range(1, len(_dates(statement))))
    if other:
        variants.append((other, (0, 0)))
    return variants


def _dates(statement: Statement) -> list[tuple[Date, Ends | None]]:
    """The dates a statement may mean, each with its ends, in order: every reading of `when` (or `from`), then of
    `or-when`."""
    stated = [dated for dated in (statement.when or statement.start, *statement.or_when) if dated is not None]
    return [
        (date_of(dated, reading), ends_of(dated, reading))
        for dated in stated
        for reading in range(len(dated.when.readings))
    ]


def _parts(corpus: Corpus, number: int, statement: Statement, chosen: int) -> Iterator[Part]:
    dates = _dates(statement)
    date, ends = dates[chosen] if dates else (None, None)
    lasting = ends if statement.extent == "throughout" else None
    excluded = date_of(statement.not_when) if statement.not_when is not None else None
    question = corpus.questions.get(statement.question) if statement.question is not None else None
    asked = question.id if question is not None else None
    role, of = role_of(statement, question)
    if role is not None and statement.value:
        from_start = statement.start is not None
        when = date_of(statement.start) if statement.start is not None and statement.when is not None else date
        yield Value(
            number=number,
            question=asked,
            role=role,
            of=of,
            values=frozenset(_same_wording(value) for value in statement.value),
            start=when if from_start else None,
            during=(date if statement.when is not None else None),
            extent=_holds(date, ends) if statement.when is not None else "throughout",
            ends=ends if statement.when is not None else None,
        )
        if statement.event is None:
            return
    if statement.none is not None:
        yield Exclusion(number, asked, statement.none, None, date)
        return
    if question is not None and question.whether is not None and statement.value:
        answer = _same_wording(statement.value[0])
        if answer in NO:
            yield Exclusion(number, asked, question.whether, None, date)
        elif answer in YES:
            target = Target("kind", question.whether, statement.event)
            yield Occurrence(number, asked, target, date, excluded, statement.extent, lasting)
        return
    about = target_of(statement, question)
    if about is not None and date is None and excluded is not None:
        yield Elsewhen(number, asked, about, excluded)
    elif about is not None:
        yield Occurrence(number, asked, about, date, excluded, statement.extent, lasting)


def target_of(statement: Statement, question: Question | None) -> Target | None:
    """What a statement says the date of, itself or by what it answers; None where it names none."""
    for form in ("first", "last", "kind"):
        stated: str | None = getattr(statement, form)
        if stated is None and question is not None:
            stated = getattr(question, form)
        if stated is not None:
            return Target(form, stated, statement.event)
    if question is not None and question.event is not None:
        return Target("event", question.event, statement.event)
    return Target("event", statement.event) if statement.event is not None else None


def role_of(statement: Statement, question: Question | None) -> tuple[str | None, str]:
    """Of which role a statement gives the value, and of which subject, itself or by what it answers."""
    if statement.role is None and question is not None:
        return question.role, question.of or ""
    return statement.role, statement.of or ""


def asked_of(question: Question) -> tuple[str, ...]:
    """What a question asks for; two that ask for the same are one, whatever they are called."""
    forms = ("first", "last", "kind", "event", "whether", "role")
    found = next((form, id) for form in forms if (id := getattr(question, form)) is not None)
    return (*found, question.of or "") if found[0] == "role" else found


def target_asked(question: Question) -> Target | None:
    """What a question asks the date of, or (as a kind) whether there was any; None where it asks for a value."""
    for form in ("first", "last", "kind", "event"):
        id: str | None = getattr(question, form)
        if id is not None:
            return Target(form, id)
    return Target("kind", question.whether) if question.whether is not None else None


def _denied(part: Part) -> Part:
    """The denial of a part: a date becomes an excluded date, an existence an exclusion, and the other way."""
    match part:
        case Occurrence(date=None):
            is_event = part.target.form == "event"
            return Exclusion(
                part.number,
                part.question,
                None if is_event else part.target.id,
                part.target.id if is_event else None,
            )
        case Occurrence(date=date) if date is not None:
            return Elsewhen(part.number, part.question, part.target, date)
        case Exclusion():
            target = Target("kind", part.kind) if part.kind is not None else Target("event", part.event or "")
            return Occurrence(part.number, part.question, target, part.date)
        case Elsewhen():
            return Occurrence(part.number, part.question, part.target, part.date)
        case Value():
            return replace(part, denied=not part.denied)
    return part


def denials_of(member: Member) -> tuple[Part, ...]:
    """What a member denies, apart from what it asserts."""
    denied: list[Part] = [part for part in member.parts if isinstance(part, Exclusion | Elsewhen | Dispute)]
    denied += [
        Elsewhen(part.number, part.question, part.target, part.excluded)
        for part in member.parts
        if isinstance(part, Occurrence) and part.excluded is not None
    ]
    return tuple(denied)


def _same_wording(value: str) -> str:
    """A value as compared: neither spacing nor case tells two values apart."""
    return " ".join(value.split()).casefold()


def event_values(events: Iterable[Event]) -> Iterator[Value]:
    """The values that events carry from their starts."""
    for event in events:
        if event.role is not None and event.value:
            yield Value(
                number=0,
                question=None,
                role=event.role,
                of=event.of or "",
                values=frozenset(_same_wording(value) for value in event.value),
                event=event.id,
            )
