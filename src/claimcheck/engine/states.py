"""The state of a question: what the record says of its positions, whether it decides, and what would.

Belongs here: the rows of a position taken together, what would decide between positions, where to look for it, and
which positions on other questions a position excludes or carries with it. Does not belong here: positions
themselves (see `positions`), rows (see `lineup`), wording.

A position stands to the record as the accounts do that hold it: those that fit others as well leave open which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.corpus.entries import Question
from claimcheck.dates.when import DAY, EVER, Span, TimeSet, Unit, When, Window
from claimcheck.engine.entailment import entails
from claimcheck.engine.findings import (
    Answered,
    Bearing,
    Decider,
    HeldPosition,
    Judged,
    Pair,
    Row,
    Ruling,
    Standing,
    State,
    Tie,
)
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.limits import left_of_date, left_of_event
from claimcheck.engine.parts import Dispute, Member, Target, date_of, member_of_record, target_asked
from claimcheck.engine.positions import Response
from claimcheck.engine.premises import Premises
from claimcheck.engine.termini import times_left


def state_of(
    inquiry: Inquiry,
    question: Question,
    asked: Answered,
    accounts: Sequence[Response],
    judged: tuple[Judged, ...],
    row: Callable[[str], Row],
) -> State:
    """The state of a question, from its positions, as they are judged, and the rows of its accounts."""
    remaining = tuple(one.number for one in judged if one.ruling is not Ruling.RULED_OUT)
    members = {account.member.id: account.member for account in accounts}
    held = {
        position.number: tuple(members[id] for id in sorted(position.held_by))
        for position in asked.positions
        if position.number in remaining
    }
    is_open = len(remaining) > 1
    return State(
        question=question.id,
        judged=judged,
        remaining=remaining,
        decided_for=remaining[0] if len(remaining) == 1 and len(judged) > 1 else None,
        would_decide=(
            (*_deciding_records(inquiry, asked, held), *_deciding_bridges(asked, remaining, row))
            if is_open
            else ()
        ),
        look_in=tuple(_places_to_look(inquiry, question, asked, held)) if is_open else (),
    )


# Against the record.

_RULES_OUT = (Bearing.CONTRADICTS, Bearing.CONTESTS)
_BEARS_OUT = (Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART)


def judged(position: HeldPosition, row: Callable[[str], Row]) -> Judged:
    """What the record says of a position, by the rows of those who answer the question where somebody does."""
    holding = [row(id) for id in position.held_by]
    own = [one for one in holding if one.question == position.question] or holding
    against, in_favour, fitting = (
        dict.fromkeys(id for one in own for id, bearing in one.records if bearing in some)
        for some in (_RULES_OUT, _BEARS_OUT, (Bearing.CONSISTENT,))
    )
    return Judged(
        number=position.number,
        ruling=_ruling([one.verdict for one in own]),
        against=tuple(against),
        in_favour=tuple(in_favour),
        fitting=tuple(id for id in fitting if id not in against and id not in in_favour),
        strained=any(one.strained for one in own),
    )


def _ruling(standings: Sequence[Standing]) -> Ruling:
    found = set(standings)
    if found == {Standing.CONTRADICTED}:
        return Ruling.RULED_OUT
    if found <= {Standing.CONTRADICTED, Standing.CONTESTED}:
        return Ruling.CONTESTED
    if Standing.CONTRADICTED in found:
        return Ruling.RULED_OUT_IN_PART
    if found == {Standing.CORROBORATED}:
        return Ruling.BORNE_OUT
    if not found.isdisjoint((Standing.CORROBORATED, Standing.CORROBORATED_IN_PART)):
        return Ruling.BORNE_OUT_IN_PART
    return Ruling.OPEN


# What would decide.


def _deciding_records(
    inquiry: Inquiry, asked: Answered, held: Mapping[int, Sequence[Member]]
) -> Iterator[Decider]:
    """The events on record that are undated or have several dates, some of which would rule a position out and
    leave another."""
    by_hours = any(position.answer.unit not in (Unit.DAY, Unit.MONTH, Unit.YEAR) for position in asked.positions)
    for event in inquiry.view.corpus.events:
        records = inquiry.records_of(event)
        if not records or not any(
            inquiry.meets(member, record) for members in held.values() for member in members for record in records
        ):
            continue
        ruled_out = dict(_dates_against(inquiry, event, records, held))
        leaving_one = _shared(ruled_out.values()).complement()
        told = []
        for number, dates in ruled_out.items():
            deciding = dates.intersection(leaving_one)
            deciding = deciding if by_hours else _whole_days(deciding)
            if deciding.spans:
                told.append((number, deciding))
        if told:
            yield Decider(event, tuple(record.id for record in records), (), tuple(told))


def _dates_against(
    inquiry: Inquiry, event: str, records: Sequence[Member], held: Mapping[int, Sequence[Member]]
) -> Iterator[tuple[int, TimeSet]]:
    """For each position the dates, of those that the records of an event leave open, that would rule it out.

    Nothing where the records leave one stretch of time.
    """
    entries = [inquiry.record_entries[record.id] for record in records]
    if any(entry.none is not None for entry in entries):
        return
    others = [
        (entry, reading)
        for entry in entries
        if entry.when is not None
        for dated in (entry.when, *entry.or_when)
        for reading in range(len(dated.when.readings))
        for entry, reading in ((entry.model_copy(update={"when": dated}), reading),)
        if dated is not entry.when or reading
    ]
    windows = [date.narrow for entry in entries if entry.when and isinstance(date := date_of(entry.when), Window)]
    stated = TimeSet.of(span for window in windows for span in window.spans) if windows else EVER
    left = left_of_event(inquiry, event)
    if left is not None and len(left.narrow.spans) == 1 and len(stated.spans) < 2 and not others:
        return
    target = Target("event", event)
    possible = times_left(inquiry, records, target, wide=False).intersection(stated)
    for number, members in held.items():
        allowed = times_left(inquiry, (*members, *records), target, wide=True)
        against = possible.intersection(allowed.complement())
        for entry, reading in others:
            assert entry.when is not None, "only dated records have readings"
            date = date_of(entry.when, reading)
            one = entry.when.model_copy(
                update={"when": When(entry.when.text, (entry.when.when.readings[reading],))}
            )
            record = member_of_record(inquiry.view.corpus, entry.model_copy(update={"when": one}))
            window = left_of_date(inquiry, date)
            if window is not None and not inquiry.theory((*members, record), True).is_possible():
                against = against.union(window.narrow)
        yield number, against


def _shared(sets: Iterable[TimeSet]) -> TimeSet:
    shared = EVER
    for one in sets:
        shared = shared.intersection(one)
    return shared


def _whole_days(times: TimeSet) -> TimeSet:
    """The whole days within these times."""
    return TimeSet.of(
        Span(
            None if span.start is None else -(-span.start // DAY) * DAY,
            None if span.stop is None else span.stop // DAY * DAY,
        )
        for span in times.spans
    )


def _deciding_bridges(asked: Answered, remaining: Sequence[int], row: Callable[[str], Row]) -> Iterator[Decider]:
    """The smallest sets of bridges under which the record would rule out some of the positions, and not all."""
    positions = {position.number: position for position in asked.positions}
    offered = dict.fromkeys(
        bridges
        for number in remaining
        for id in positions[number].held_by
        for bridges in row(id).if_bridge
        if not any("#" in one for one in bridges)
    )
    found: list[Decider] = []
    for bridges in sorted(offered, key=lambda ids: (len(ids), ids)):
        ruled_out = tuple(
            (number, None)
            for number in remaining
            if all(
                row(id).verdict is Standing.CONTRADICTED
                or any(set(one) <= set(bridges) for one in row(id).if_bridge)
                for id in positions[number].held_by
            )
        )
        is_larger = any(set(one.bridges) < set(bridges) and one.rules_out == ruled_out for one in found)
        if ruled_out and len(ruled_out) < len(remaining) and not is_larger:
            found.append(Decider(None, (), bridges, ruled_out))
    yield from found


def _places_to_look(
    inquiry: Inquiry, question: Question, asked: Answered, held: Mapping[int, Sequence[Member]]
) -> Iterator[str]:
    """The sources known to exist and not seen whose declared coverage takes the matter in."""
    view = inquiry.view
    kinds = _kinds_asked(inquiry, question)
    dates = [
        position.answer.dates or next((tenure.when for tenure in position.answer.values), None)
        for position in asked.positions
        if position.number in held
    ]
    for source in view.corpus.sources.values():
        if not source.unseen or source.id in view.refused:
            continue
        for coverage in source.covers:
            period = None
            if coverage.when is not None:
                left = left_of_date(inquiry, date_of(coverage.when))
                if left is None:
                    continue
                period = left.narrow
            if any(coverage.takes_in(kinds, period, when) for when in dates):
                yield source.id
                break


def _kinds_asked(inquiry: Inquiry, question: Question) -> frozenset[str]:
    """The kinds of what is asked, with all that are broader; of a value, those of its subject."""
    scene = inquiry.scene(inquiry.granted(()))
    target = target_asked(question)
    if target is not None and target.form != "event":
        return scene.broader_of(target.id)
    event = target.id if target is not None else question.of or ""
    own = scene.own_kinds(scene.stands_for(event)) if event in inquiry.view.corpus.events else frozenset()
    return frozenset(broad for kind in own for broad in scene.broader_of(kind))


# Between questions.


def ties_between(
    inquiry: Inquiry,
    asked: Iterable[Answered],
    accounts: Mapping[str, Sequence[Response]],
    pairs: Iterable[Pair],
) -> Iterator[Tie]:
    """Which positions exclude or carry with them positions on other questions, outright or under a bridge."""
    positions = {(one.question, position.number): position for one in asked for position in one.positions}
    members = {(question, account.member.id): account for question, found in accounts.items() for account in found}
    holding: dict[str, list[tuple[str, int]]] = {}
    for key, position in positions.items():
        if not position.is_against_givens:
            for id in position.held_by:
                holding.setdefault(id, []).append(key)
    touching = dict.fromkeys(
        pair
        for a, b in inquiry.pairs_to_compare()
        for one in holding.get(a.id, ())
        for other in holding.get(b.id, ())
        if one[0] != other[0]
        for pair in ((one, other) if one < other else (other, one),)
    )
    supposed = _supposed(pairs, holding)
    for one, other in sorted(touching):
        first, second = ([members[key[0], id] for id in sorted(positions[key].held_by)] for key in (one, other))
        if not _can_hold(inquiry, first, second):
            yield from (Tie(one, other, False), Tie(other, one, False))
            continue
        bridges = supposed.get((one, other), ())
        if bridges:
            yield from (Tie(one, other, False, bridges), Tie(other, one, False, bridges))
        for key, premises, another, conclusion in ((one, first, other, second), (other, second, one, first)):
            under = _carrying(inquiry, premises, conclusion)
            if under is not None:
                yield Tie(key, another, True, under)


def _supposed(
    pairs: Iterable[Pair], holding: Mapping[str, Sequence[tuple[str, int]]]
) -> dict[tuple[tuple[str, int], tuple[str, int]], tuple[tuple[str, ...], ...]]:
    """For two positions the smallest sets of bridges under which holders of the one contradict the other's."""
    found: dict[tuple[tuple[str, int], tuple[str, int]], dict[tuple[str, ...], None]] = {}
    for pair in pairs:
        sets = [bridges for bridges in pair.if_bridge if not any("#" in one for one in bridges)]
        for one in holding.get(pair.a, ()) if sets else ():
            for other in holding.get(pair.b, ()):
                if one[0] != other[0]:
                    key = (one, other) if one < other else (other, one)
                    found.setdefault(key, {}).update(dict.fromkeys(sets))
    return {
        key: tuple(
            sorted(
                (some for some in sets if not any(set(other) < set(some) for other in sets)),
                key=lambda ids: (len(ids), ids),
            )
        )
        for key, sets in found.items()
    }


def _can_hold(inquiry: Inquiry, first: Sequence[Response], second: Sequence[Response]) -> bool:
    """Whether both positions can be right."""
    together = _joined(first, second)
    if all(member.parts == inquiry.claim(member.id).parts for member in together):
        return inquiry.is_possible(together, wide=True)
    return inquiry.theory(together, True).is_possible()


def _joined(first: Sequence[Response], second: Sequence[Response]) -> list[Member]:
    """The members of both, each once: who holds a position on either question says both."""
    found: dict[str, Member] = {}
    for member in (response.member for response in (*first, *second)):
        known = found.get(member.id)
        if known is None:
            found[member.id] = member
        elif known.parts != member.parts:
            extra = tuple(part for part in member.parts if part not in known.parts)
            found[member.id] = replace(known, parts=(*known.parts, *extra))
    return list(found.values())


def _carrying(
    inquiry: Inquiry, premises: Sequence[Response], conclusion: Sequence[Response]
) -> tuple[tuple[str, ...], ...] | None:
    """The bridges under which all that the one says entails all that the other says: none where it does outright.

    None if it does not. Single bridges are told, and only where all that can be granted with it do so too.
    """
    if any(isinstance(part, Dispute) for response in conclusion for part in response.parts):
        return None
    if _entail(inquiry, premises, conclusion, frozenset()):
        return ()
    granted = inquiry.granted([response.member for response in (*premises, *conclusion)])
    candidates = [id for id in inquiry.view.corpus.bridges if id not in granted and id not in inquiry.view.refused]
    under: dict[tuple[str, ...], None] = {}
    for bridges in inquiry.largest_grantable(candidates, granted) if candidates else ():
        if _entail(inquiry, premises, conclusion, bridges):
            found = [(id,) for id in sorted(bridges) if _entail(inquiry, premises, conclusion, frozenset((id,)))]
            under.update(dict.fromkeys(found))
    return tuple(under) or None


def _entail(
    inquiry: Inquiry, premises: Sequence[Response], conclusion: Sequence[Response], more: frozenset[str]
) -> bool:
    members = [response.member for response in premises]
    everybody = [*members, *(response.member for response in conclusion)]
    scene = inquiry.scene(inquiry.granted(everybody, more))
    givens = inquiry.givens(scene, everybody)
    for wide in (False, True):
        given = Premises(scene, tuple(members), givens, wide)
        if wide and not inquiry.theory_in(scene, members, True).is_possible():
            return False
        if not all(entails(given, part) is not None for response in conclusion for part in response.parts):
            return False
    return True
