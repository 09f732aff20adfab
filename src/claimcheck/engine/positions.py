"""Positions: on each question, the fewest largest sets of its accounts that can all hold together.

Belongs here: which accounts a question has, which of them count, and the positions that they make, with what is
left when a position is right. Does not belong here: the search for sets (see `covers`), what the record says of
positions and what would decide between them (see `states`), roots and relays, wording.

An account is one claim, with what it says of the question; what it says of other matters makes no position here,
unless it dates an event from which its answer counts.
Whether accounts can hold together is asked on the wide reading, with the givens in force. Nothing depends on the
order of the files: what is equal otherwise is told apart by the names of the claimants, then by ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from claimcheck.corpus.entries import Question
from claimcheck.dates.when import DAY, EVER, AllOf, Date, Span, TimeSet, Unit, Window, anchors_of
from claimcheck.engine.covers import Cover, fewest, largest_sets, sets_in_time
from claimcheck.engine.findings import Accord, Answer, Answered, HeldPosition, Tenure, Uncounted, Verdict
from claimcheck.engine.hitting import bits
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.limits import left_of_stated, stated_date
from claimcheck.engine.parts import (
    Dispute,
    Elsewhen,
    Exclusion,
    Member,
    Occurrence,
    Part,
    Target,
    Value,
    dates_of,
    target_asked,
    unit_of,
)
from claimcheck.engine.perspective import public_from
from claimcheck.engine.scene import Scene
from claimcheck.engine.termini import times_left
from claimcheck.engine.verdicts import compare_pair, is_unbounded, matter_of

_MOST_STATEMENTS = 120  # different statements, not all plain windows, of which every two are tried
_MOST_PROBED = 20_000  # sets of one question of which it is asked whether they can hold


# The accounts of a question.


@dataclass(frozen=True, slots=True)
class Response:
    """A claim with what it says of one question.

    `parts` are those that answer; `member` has beside them only what dates the events that they count from, and is
    `whole` where that is all that the claim says.
    """

    member: Member
    parts: tuple[Part, ...]
    whole: bool
    names: tuple[str, ...]

    @property
    def place(self) -> tuple[object, ...]:
        """Where it stands among accounts that are equal otherwise."""
        return (self.names, self.member.id)


def responses_by_question(inquiry: Inquiry) -> dict[str, tuple[Response, ...]]:
    """The accounts of each question in view: what answers it, or speaks of its matter and names no question."""
    corpus = inquiry.view.corpus
    scene = inquiry.scene(inquiry.granted(()))
    by_matter: dict[tuple[str, ...], list[str]] = {}
    for question in corpus.questions.values():
        by_matter.setdefault(_matter_asked(question, scene), []).append(question.id)
    found: dict[str, list[Response]] = {id: [] for id in corpus.questions}
    for member in inquiry.claims:
        answering: dict[str, list[Part]] = {}
        for part in member.parts:
            if part.question is not None:
                answering.setdefault(part.question, []).append(part)
            elif (matter := matter_of(inquiry, part, (member,))) is not None:
                for id in by_matter.get(matter, ()):
                    answering.setdefault(id, []).append(part)
        for id, parts in answering.items():
            kept = _with_what_dates_them(inquiry, member, parts)
            whole = len(kept) == len(member.parts)
            own = member if whole else replace(member, parts=kept)
            found[id].append(Response(own, tuple(parts), whole, _names(inquiry, member.by)))
    return {id: tuple(accounts) for id, accounts in found.items()}


def _with_what_dates_them(inquiry: Inquiry, member: Member, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts of a member with those that date the events which they count from, directly or through others."""
    scene = inquiry.scene(inquiry.granted((member,)))
    kept = list(parts)
    waiting = [part for part in member.parts if part not in kept]
    while True:
        anchors = {scene.stands_for(id) for part in kept for date in dates_of(part) for id in anchors_of(date)}
        near = [
            part
            for part in waiting
            if isinstance(part, Occurrence)
            and not anchors.isdisjoint(map(scene.stands_for, _events_named(part.target)))
        ]
        if not near:
            return tuple(part for part in member.parts if part in kept)
        kept += near
        waiting = [part for part in waiting if part not in near]


def _events_named(target: Target) -> list[str]:
    named = [target.named] if target.named is not None else []
    return [target.id, *named] if target.form == "event" else named


def _names(inquiry: Inquiry, by: Iterable[str]) -> tuple[str, ...]:
    people = inquiry.view.corpus.claimants
    return tuple(people[id].name if id in people else id for id in by)


def _matter_asked(question: Question, scene: Scene) -> tuple[str, ...]:
    """What a question speaks of, as `matter_of` says it of a part."""
    target = target_asked(question)
    if target is None:
        return ("role", question.role or "", scene.stands_for(question.of or ""))
    return ("event", scene.stands_for(target.id)) if target.form == "event" else ("kind", target.id)


def _only_denies(part: Part) -> bool:
    """Whether a part only says what was not."""
    return (
        isinstance(part, Elsewhen | Dispute | Exclusion)
        or (isinstance(part, Value) and part.denied)
        or (isinstance(part, Occurrence) and part.date is None and part.excluded is not None)
    )


# What can hold together.


@dataclass(frozen=True, slots=True)
class _Statement:
    """What several accounts say in the same way; any of them stands for all.

    `spans` are the times of a plain window of what is asked, on the wide reading; None of any other statement.
    `says` is yes or no to a `whether`.
    """

    accounts: tuple[Response, ...]
    spans: TimeSet | None
    says: bool | None

    @property
    def member(self) -> Member:
        return self.accounts[0].member

    @property
    def place(self) -> tuple[object, ...]:
        return self.accounts[0].place


class _Question:
    """One question under test: which of its accounts can hold together, and what they leave."""

    def __init__(self, inquiry: Inquiry, question: Question) -> None:
        self.inquiry = inquiry
        self.question = question
        self.target = target_asked(question)
        self.probed = 0
        self._known: dict[frozenset[str], bool] = {}

    @property
    def is_whether(self) -> bool:
        """Whether it is answered by yes or no."""
        return self.question.whether is not None

    @cached_property
    def is_dated(self) -> bool:
        """Whether it asks for the date of one thing: an event, a first, a last."""
        return self.target is not None and self.target.form != "kind"

    def statements(self, accounts: Iterable[Response]) -> list[_Statement]:
        """Accounts that say the same in the same way, together; in an order that the files do not decide."""
        alike: dict[object, list[Response]] = {}
        for account in accounts:
            member = account.member
            by = frozenset(member.by) if member.anchors or member.given else None
            answering, beside = (
                tuple(replace(part, number=0) for part in some)
                for some in (account.parts, (part for part in member.parts if part not in account.parts))
            )
            alike.setdefault((answering, beside, member.given, by), []).append(account)
        found = [
            _Statement(tuple(ordered), self._spans(ordered[0].member), self._says(ordered[0].parts))
            for same in alike.values()
            if (ordered := sorted(same, key=lambda account: account.place))
        ]
        return sorted(found, key=lambda statement: statement.place)

    def _spans(self, member: Member) -> TimeSet | None:
        """The wide window of an account that says nothing but when what is asked happened, by dates alone."""
        if not self.is_dated or len(member.parts) != 1:
            return None
        part = member.parts[0]
        if not isinstance(part, Occurrence) or not isinstance(part.date, Window):
            return None
        scene = self.inquiry.scene(self.inquiry.granted((member,)))
        is_plain = part.excluded is None and part.extent == "within" and part.target == self.target
        return part.date.wide if is_plain and not scene.bridges else None

    def _says(self, parts: Sequence[Part]) -> bool | None:
        if not self.is_whether:
            return None
        for part in parts:
            if isinstance(part, Occurrence) and (part.date is not None or part.excluded is None):
                return True
            if isinstance(part, Exclusion) and (part.question is not None or part.date is None):
                return False  # who says unasked that there was none at some time says no more than that
        return None

    def can_hold(self, statements: Sequence[_Statement]) -> bool:
        """Whether all of these can hold together on the wide reading; yes and no never do."""
        if {True, False} <= {statement.says for statement in statements}:
            return False
        times = [statement.spans for statement in statements]
        shared: TimeSet | None = EVER
        for time in times:
            shared = shared.intersection(time) if shared is not None and time is not None else None
        if shared is not None:
            return bool(shared.spans)
        return self.can_all(statement.accounts[0] for statement in statements)

    def can_all(self, accounts: Iterable[Response]) -> bool:
        """The same of accounts, asked of the solver."""
        accounts = sorted(accounts, key=lambda account: account.member.id)
        key = frozenset(account.member.id for account in accounts)
        found = self._known.get(key)
        if found is None:
            self.probed += 1
            members = [account.member for account in accounts]
            if all(account.whole for account in accounts):
                found = self.inquiry.is_possible(members, wide=True)
            else:
                found = self.inquiry.theory(members, True).is_possible()
            self._known[key] = found
        return found

    def can_all_without_records(self, accounts: Iterable[Response]) -> bool:
        """The same, if the record dated no event: with what the claims themselves bring."""
        members = sorted((account.member for account in accounts), key=lambda member: member.id)
        self.probed += 1
        scene = self.inquiry.scene(self.inquiry.granted(members))
        dated = {event for event, records in scene.records.items() if records}
        own = {event: given for event, given in scene.claim_dates.items() if event not in dated}
        bare = replace(scene, records={}, claim_dates=own)
        return self.inquiry.theory_in(bare, members, True).is_possible()

    # What they leave.

    def answer(self, accounts: Sequence[Response], is_against_givens: bool = False) -> Answer:
        """What is left when these accounts are right."""
        members = tuple(sorted((account.member for account in accounts), key=lambda member: member.id))
        parts = [part for account in accounts for part in account.parts]
        unit = min(
            (unit_of(date) for part in parts for date in dates_of(part)), key=list(Unit).index, default=Unit.DAY
        )
        if self.target is None:
            return Answer(None, unit, self._succession(accounts))
        says = self._says(parts)
        if is_against_givens or not self.is_dated:
            dates = _shared_windows(parts) if is_against_givens else self._times_of_some(accounts)
            return Answer(_limited(dates), unit, is_yes=says)
        return Answer(_limited(self._times(members, unit, False) or self._times(members, unit, True)), unit)

    def _times(self, members: Sequence[Member], unit: Unit, wide: bool) -> TimeSet | None:
        """The time left for what is asked; None if they cannot hold together on this reading."""
        assert self.target is not None, "only what is dated has times"
        windows = [_plain_window(member, self.target) for member in members]
        found = EVER
        if all(window is not None for window in windows) and not self.inquiry.granted(members):
            for window in windows:
                if window is not None:
                    found = found.intersection(window.wide if wide else window.narrow)
            return found if found.spans else None
        theory_holds = self.inquiry.theory(members, wide).is_possible()
        if not theory_holds:
            return None
        found = times_left(self.inquiry, members, self.target, wide)
        return _in_days(found) if unit in (Unit.DAY, Unit.MONTH, Unit.YEAR) else found

    def left(self, account: Response) -> TimeSet | None:
        """What is left of the date that an account gives for what is asked; None where nothing limits it."""
        date = next((date for part in account.parts if (date := stated_date(part)) is not None), None)
        left = left_of_stated(self.inquiry, account.member, date) if date is not None else None
        return left.narrow if left is not None else None

    def _times_of_some(self, accounts: Sequence[Response]) -> TimeSet:
        """When some events of a kind happened: what all dates share, or all of them, as each may be of another."""
        lefts = [left for account in accounts if (left := self.left(account)) is not None]
        if not lefts:
            return EVER
        shared = EVER
        for dates in lefts:
            shared = shared.intersection(dates)
        return shared if shared.spans else TimeSet.of(span for dates in lefts for span in dates.spans)

    def _succession(self, accounts: Sequence[Response]) -> tuple[Tenure, ...]:
        alike: dict[tuple[frozenset[str], bool], list[Response]] = {}
        for account in sorted(accounts, key=lambda account: account.place):
            for part in account.parts:
                if isinstance(part, Value):
                    same = alike.setdefault((part.values, part.denied), [])
                    if account not in same:
                        same.append(account)
        found = []
        for (values, denied), same in alike.items():
            shared: TimeSet | None = None
            for account in same:
                own = tuple(p for p in account.parts if isinstance(p, Value) and p.values == values)
                left = self.left(replace(account, parts=own))
                if left is not None:
                    joined = left if shared is None else shared.intersection(left)
                    shared = joined if joined.spans else shared
            found.append((values, Tenure(tuple(a.member.id for a in same), denied, shared)))
        found.sort(key=lambda one: (one[1].denied, place_in_time(one[1].when), sorted(one[0])))
        return tuple(tenure for _, tenure in found)


def _plain_window(member: Member, target: Target) -> Window | None:
    part = member.parts[0] if len(member.parts) == 1 else None
    if not isinstance(part, Occurrence) or part.excluded is not None or part.extent != "within":
        return None
    return part.date if part.target == target and isinstance(part.date, Window) else None


def _shared_windows(parts: Iterable[Part]) -> TimeSet:
    """What the plain dates among the parts share, whatever their anchors' dates make of them."""
    shared = EVER
    for part in parts:
        for window in _windows(stated_date(part)):
            joined = shared.intersection(window.narrow)
            shared = joined if joined.spans else shared
    return shared


def _windows(date: Date | None) -> Iterable[Window]:
    match date:
        case Window():
            return (date,)
        case AllOf(parts):
            return tuple(window for part in parts for window in _windows(part))
    return ()


def _in_days(times: TimeSet) -> TimeSet:
    return TimeSet.of(
        Span(
            None if span.start is None else span.start // DAY * DAY,
            None if span.stop is None else -(-span.stop // DAY) * DAY,
        )
        for span in times.spans
    )


def _limited(times: TimeSet | None) -> TimeSet | None:
    return times if times is not None and times.spans and times != EVER else None


def place_in_time(times: TimeSet | None) -> tuple[int, int, int, int]:
    """Where a date stands in a row: by its earliest limit, then its latest; what has none of either comes last."""
    if times is None or not times.spans:
        return (1, 0, 0, 0)
    if times.start is None:
        return (0, times.stop or 0, 0, 0)
    return (0, times.start, 1, times.stop if times.stop is not None else times.start)


# The positions.


def positions_of(inquiry: Inquiry, question: Question, accounts: Sequence[Response]) -> Answered | None:
    """The positions on a question; None if nobody in view answers it."""
    uncounted = _uncounted(inquiry, question, accounts)
    counted = [account for account in accounts if account.member.id not in uncounted]
    under_test = _Question(inquiry, question)
    possible, ruled_out = [], []
    for statement in under_test.statements(counted):
        if statement.spans is not None or under_test.can_hold((statement,)):
            possible.append(statement)
        elif under_test.can_all_without_records(statement.accounts[:1]):
            ruled_out.append(statement)
        else:
            uncounted.update((account.member.id, Uncounted.INCONSISTENT) for account in statement.accounts)
    if not possible and not ruled_out and not uncounted:
        return None
    counted = [account for account in counted if account.member.id not in uncounted]
    opening = [statement for statement in possible if _opens(under_test, statement)]
    beside = [statement for statement in possible if statement not in opening]
    if not opening and not any(_opens(under_test, statement) for statement in ruled_out):
        opening, beside = beside, []
    chosen, cover = _chosen(under_test, opening, under_test.can_hold)
    refuted, other = _chosen(
        under_test,
        ruled_out,
        lambda some: under_test.can_all_without_records(one.accounts[0] for one in some),
    )
    sets = [*((some, False) for some in chosen), *((some, True) for some in refuted)]
    fits = _fits(under_test, opening, chosen, beside)
    found = [
        _position(under_test, some, fits if not refuted_ else {}, beside, refuted_) for some, refuted_ in sets
    ]
    found.sort(key=_sorting(under_test, {account.member.id: account for account in counted}))
    numbered = tuple(replace(position, number=number) for number, position in enumerate(found, start=1))
    return _asked(under_test, counted, numbered, beside, uncounted, cover, other)


def _uncounted(inquiry: Inquiry, question: Question, accounts: Sequence[Response]) -> dict[str, Uncounted]:
    """The accounts that have no part in positions, by what their entries say, or since they state nothing."""
    corpus = inquiry.view.corpus
    revised = {id for claim in inquiry.view.claims for id in claim.revises if id != claim.id}
    found: dict[str, Uncounted] = {}
    for account in accounts:
        claim = corpus.claims[account.member.id]
        if claim.misprint:
            found[claim.id] = Uncounted.MISPRINT
        elif claim.alternative_to:
            found[claim.id] = Uncounted.ALTERNATIVE
        elif claim.id in revised:
            found[claim.id] = Uncounted.WITHDRAWN
    stating = {account.member.id for account in accounts}
    for claim in inquiry.view.claims:
        if claim.id not in stating and any(statement.question == question.id for statement in claim.statements):
            found[claim.id] = Uncounted.NOT_COMPARED
    return found


def _opens(under_test: _Question, statement: _Statement) -> bool:
    """Whether an account that says this is an answer: it neither only denies nor is undetermined; or yes or no."""
    member = statement.member
    if under_test.is_whether:
        return statement.says is not None
    saying = tuple(part for part in statement.accounts[0].parts if not _only_denies(part))
    if not saying:
        return False
    if statement.spans is not None:
        return statement.spans != EVER
    inquiry = under_test.inquiry
    beside = tuple(part for part in member.parts if not _only_denies(part))
    positive = replace(member, parts=beside)
    if not inquiry.theory((positive,), False).is_possible():
        return True  # it can be right on the wide reading alone, by the limits that it has
    return not is_unbounded(inquiry, positive, saying, (positive,))


def _chosen(
    under_test: _Question,
    statements: Sequence[_Statement],
    can_hold: Callable[[Sequence[_Statement]], bool],
) -> tuple[list[tuple[_Statement, ...]], Cover]:
    """The fewest largest sets of statements that take in all of them."""
    if not statements:
        return [], Cover((), 0, True)
    weights = [len(statement.accounts) for statement in statements]

    def members(mask: int) -> tuple[_Statement, ...]:
        return tuple(statements[bit.bit_length() - 1] for bit in bits(mask))

    def place(mask: int) -> tuple[object, ...]:
        accounts = [account for statement in members(mask) for account in statement.accounts]
        return _tie(under_test, accounts)

    cover = _cover(under_test, statements, weights, members, can_hold, place)
    return [members(mask) for mask in cover.sets], cover


def _cover(
    under_test: _Question,
    statements: Sequence[_Statement],
    weights: Sequence[int],
    members: Callable[[int], tuple[_Statement, ...]],
    can_hold: Callable[[Sequence[_Statement]], bool],
    place: Callable[[int], tuple[object, ...]],
) -> Cover:
    times = [statement.spans for statement in statements]
    spans = [_bounds(time) for time in times if time is not None]
    if len(spans) == len(statements):
        return fewest(sets_in_time(spans), weights, place, all(len(own) == 1 for own in spans))
    if len(statements) > _MOST_STATEMENTS:
        return _cover_of_many(under_test, statements, weights, members, can_hold, place)
    most = under_test.probed + _MOST_PROBED
    beside = [0] * len(statements)
    for number, one in enumerate(statements):
        for other in range(number):
            if can_hold((one, statements[other])):
                beside[number] |= 1 << other
                beside[other] |= 1 << number
    sets, all_of_them = largest_sets(
        len(statements), beside, lambda mask: under_test.probed <= most and can_hold(members(mask))
    )
    cover = fewest(sets, weights, place, along_time=False)
    return replace(cover, complete=cover.complete and all_of_them and under_test.probed <= most)


def _cover_of_many(
    under_test: _Question,
    statements: Sequence[_Statement],
    weights: Sequence[int],
    members: Callable[[int], tuple[_Statement, ...]],
    can_hold: Callable[[Sequence[_Statement]], bool],
    place: Callable[[int], tuple[object, ...]],
) -> Cover:
    """Too many to try every two: plain windows by the time that they share, everything else where it fits."""
    plain = [number for number, statement in enumerate(statements) if statement.spans is not None]
    spans = [_bounds(time) for number in plain if (time := statements[number].spans) is not None]
    local = fewest(
        sets_in_time(spans), [weights[n] for n in plain], lambda mask: (), all(len(own) == 1 for own in spans)
    )
    found = [sum(1 << plain[bit.bit_length() - 1] for bit in bits(mask)) for mask in local.sets]
    most = under_test.probed + _MOST_PROBED
    for number in sorted(set(range(len(statements))) - set(plain)):
        taken = False
        for index, some in enumerate(found):
            if under_test.probed <= most and can_hold(members(some | 1 << number)):
                found[index] |= 1 << number
                taken = True
        if not taken:
            found.append(1 << number)
    return Cover(tuple(found), None, False)


def _bounds(times: TimeSet) -> list[tuple[float, float]]:
    return [
        (
            float("-inf") if span.start is None else span.start,
            float("inf") if span.stop is None else span.stop,
        )
        for span in times.spans
    ]


def _tie(under_test: _Question, accounts: Sequence[Response]) -> tuple[object, ...]:
    """Where a set stands among those that serve as well: the earliest answer, then the claimants' names."""
    members = tuple(sorted((account.member for account in accounts), key=lambda member: member.id))
    if under_test.is_dated and under_test.can_all(accounts):
        first = place_in_time(_limited(under_test._times(members, Unit.SECOND, True)))
    else:
        answer = under_test.answer(accounts)
        first = place_in_time(answer.dates or next((tenure.when for tenure in answer.values), None))
    return (first, sorted(account.place for account in accounts))


def _fits(
    under_test: _Question,
    opening: Sequence[_Statement],
    chosen: Sequence[tuple[_Statement, ...]],
    beside: Sequence[_Statement],
) -> dict[_Statement, tuple[int, ...]]:
    """The numbers (from 0) of the chosen sets with which each statement can hold together."""
    found: dict[_Statement, list[int]] = {statement: [] for statement in (*opening, *beside)}
    for number, some in enumerate(chosen):
        for statement in some:
            found[statement].append(number)
        for statement in beside:
            if under_test.can_hold((*some, statement)):
                found[statement].append(number)
    return {statement: tuple(numbers) for statement, numbers in found.items()}


def _position(
    under_test: _Question,
    some: tuple[_Statement, ...],
    fits: Mapping[_Statement, tuple[int, ...]],
    beside: Sequence[_Statement],
    is_against_givens: bool,
) -> HeldPosition:
    """One position, without its number yet."""
    holding = [s for s in some if len(fits.get(s, ())) <= 1]
    fitting = [s for s in some if len(fits.get(s, ())) > 1]
    number = next((fits[s][0] for s in holding if s in fits), None)
    left = [s for s in beside if fits.get(s) == (number,)]
    held_by = _accounts(holding)
    everyone = _accounts(some)
    years = [year for a in held_by if (year := _year(under_test.inquiry, a.member)) is not None]
    return HeldPosition(
        question=under_test.question.id,
        number=0,
        held_by=_ids(held_by),
        fitting=_ids(_accounts(fitting)),
        left_with=_ids(_accounts(left)),
        answer=under_test.answer(everyone, is_against_givens),
        held=under_test.answer(held_by, is_against_givens),
        since=min(years, default=None),
        is_against_givens=is_against_givens,
    )


def _accounts(statements: Iterable[_Statement]) -> list[Response]:
    return sorted((a for statement in statements for a in statement.accounts), key=lambda account: account.place)


def _ids(accounts: Iterable[Response]) -> tuple[str, ...]:
    return tuple(account.member.id for account in accounts)


def _year(inquiry: Inquiry, member: Member) -> int | None:
    source = inquiry.view.corpus.sources.get(member.source)
    return public_from(source, inquiry.view.corpus) if source is not None else None


def _sorting(
    under_test: _Question, accounts: Mapping[str, Response]
) -> Callable[[HeldPosition], tuple[object, ...]]:
    """The order of positions: by their dates, or (of values, yes and no) by their first appearance."""

    def own_dates(position: HeldPosition) -> TimeSet | None:
        lefts = (under_test.left(accounts[id]) for id in position.held_by)
        return TimeSet.of(span for left in lefts if left is not None for span in left.spans)

    def key(position: HeldPosition) -> tuple[object, ...]:
        appeared = (position.since is None, position.since or 0)
        names = sorted(accounts[id].place for id in position.held_by)
        if under_test.is_whether or under_test.target is None:
            first = next((tenure.when for tenure in position.answer.values), position.answer.dates)
            return (*appeared, place_in_time(first), names)
        return (place_in_time(position.answer.dates or own_dates(position)), *appeared, names)

    return key


def _asked(
    under_test: _Question,
    counted: Sequence[Response],
    positions: tuple[HeldPosition, ...],
    beside: Sequence[_Statement],
    uncounted: Mapping[str, Uncounted],
    cover: Cover,
    other: Cover,
) -> Answered:
    claims = under_test.inquiry.view.corpus.claims
    fitting: dict[str, list[int]] = {}
    for position in positions:
        for id in position.fitting:
            fitting.setdefault(id, []).append(position.number)
    denying = _accounts(beside)
    placed = {id for position in positions for id in position.left_with}
    for account in denying:
        if account.member.id not in placed:
            fitting[account.member.id] = _numbers_that_fit(under_test, account, positions, counted)
    holders: dict[str, dict[int, None]] = {}
    for position in positions:
        for id in position.held_by:
            for claimant in claims[id].by:
                holders.setdefault(claimant, {})[position.number] = None
    names = {account.member.id: account.place for account in counted}
    ways = None if cover.others is None or other.others is None else (cover.others + 1) * (other.others + 1) - 1
    return Answered(
        question=under_test.question.id,
        positions=positions,
        undecided=tuple((id, tuple(fitting[id])) for id in sorted(fitting, key=lambda id: names[id])),
        not_opening=_ids(denying),
        uncounted=tuple(sorted(uncounted.items())),
        several=tuple((who, tuple(numbers)) for who, numbers in sorted(holders.items()) if len(numbers) > 1),
        others=ways,
        complete=cover.complete and other.complete and not under_test.inquiry.effort.is_spent,
        accord=(
            _accord(under_test, counted, positions, not all(fitting.values())) if len(positions) == 1 else None
        ),
    )


def _numbers_that_fit(
    under_test: _Question, account: Response, positions: Sequence[HeldPosition], counted: Sequence[Response]
) -> list[int]:
    """The positions with which an account that only denies, or is undetermined, can hold together."""
    by_id = {one.member.id: one for one in counted}
    return [
        position.number
        for position in positions
        if not position.is_against_givens
        and under_test.can_hold(under_test.statements([account, *(by_id[id] for id in position.accounts)]))
    ]


def _accord(
    under_test: _Question, counted: Sequence[Response], positions: Sequence[HeldPosition], is_denied: bool
) -> Accord:
    """Whether all that answer say the same, or can only all be right. Who agrees with one agrees with all."""
    held = set(positions[0].held_by)
    statements = under_test.statements(account for account in counted if account.member.id in held)
    if len(counted) == 1:
        return Accord.STATED_ONCE
    if is_denied:
        return Accord.DENIED
    if len(held) < len(counted):
        return Accord.COMPATIBILITY
    first, *rest = [statement.member for statement in statements]
    for other in rest:
        pair = compare_pair(under_test.inquiry, first, other)
        if pair is None or pair.verdict is not Verdict.AGREES:
            return Accord.COMPATIBILITY
    if any(len(part_of.parts) != len(first.parts) for part_of in rest):
        return Accord.COMPATIBILITY
    return Accord.AGREEMENT
