"""What a random corpus means, in z3, made from the rules of the meaning alone: an independent oracle.

Belongs here: which sets of members can hold together, and what follows from that by brute force over all sets.
Does not belong here: anything of the engine. Instants are real numbers of days; nothing lasts no time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

import z3

from random_corpora import (
    EVENTS,
    FIRST_DAY,
    KINDS,
    Before,
    Both,
    Bridge,
    Days,
    Member,
    Said,
    When,
    World,
    Yearless,
)

Ids = frozenset[str]  # of members, or of events
Held = tuple[z3.ArithRef, z3.ArithRef]  # from when to when a value holds


@dataclass(frozen=True)
class Thing:
    """An event that may be asserted: its start and end, and for each kind the condition on which it is of it."""

    start: z3.ArithRef
    end: z3.ArithRef
    of: dict[str, z3.BoolRef]
    is_last_known: bool = True  # whether a last of its kind must not end before it


_ROOM = 200  # days before and after the first in which everything can be placed
_YEARS = 8  # years before and after, where days have none: no world needs more than its statements


def under(world: World, granted: Iterable[str]) -> World:
    """The world in which these bridges hold, as far as they only change its structure (rule 24)."""
    bridges = [bridge for bridge in world.bridges if bridge.id in set(granted)]
    broader, after = dict(world.broader), dict(world.after)
    for bridge in bridges:
        if bridge.form == "narrower":
            broader[bridge.a] = (*broader[bridge.a], bridge.b)
        elif bridge.form in ("order", "takes"):
            after[bridge.b] = (*after[bridge.b], bridge.a)
    stands = {event: event for event in EVENTS}
    for bridge in bridges:
        if bridge.form == "same":
            kept, gone = stands[bridge.a], stands[bridge.b]
            stands = {event: kept if one == gone else one for event, one in stands.items()}
    members = {member.id: _renamed(member, stands) for member in world.members}
    merged = {event: [twin for twin in EVENTS if stands[twin] == event] for event in EVENTS}

    def of_all(told: dict[str, tuple[str, ...]], event: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for twin in merged[event] for one in told[twin]))

    return replace(
        world,
        broader=broader,
        after={event: tuple(stands[one] for one in of_all(after, event)) for event in EVENTS},
        kinds_of={event: of_all(world.kinds_of, event) for event in EVENTS},
        members=tuple(members.values()),
        records_of={
            event: tuple(members[record.id] for twin in merged[event] for record in world.records_of[twin])
            for event in EVENTS
        },
        bridges=tuple(_bridge_renamed(bridge, stands) for bridge in bridges),
    )


def _renamed(member: Member, stands: dict[str, str]) -> Member:
    return replace(member, said=tuple(_said_renamed(said, stands) for said in member.said))


def _bridge_renamed(bridge: Bridge, stands: dict[str, str]) -> Bridge:
    return replace(
        bridge,
        a=stands.get(bridge.a, bridge.a),
        b=stands.get(bridge.b, bridge.b),
        condition=tuple(_said_renamed(said, stands) for said in bridge.condition),
        consequence=tuple(_said_renamed(said, stands) for said in bridge.consequence),
    )


def _said_renamed(said: Said, stands: dict[str, str]) -> Said:
    return replace(
        said,
        of=stands.get(said.of, said.of),
        named=stands.get(said.named or "", said.named),
        when=_when_renamed(said.when, stands),
        start=_when_renamed(said.start, stands),
    )


def _when_renamed(when: When | None, stands: dict[str, str]) -> When | None:
    match when:
        case Before():
            return replace(when, event=stands[when.event])
        case Both():
            parts = [
                replace(part, event=stands[part.event]) if isinstance(part, Before) else part
                for part in when.parts
            ]
            return Both(tuple(parts))
    return when


class Oracle:
    """One world in a solver, with a literal for each member and one for each anchor whose date is given.

    The bridges of the world hold; `under` makes the world of those that do.
    """

    def __init__(self, world: World, wide: bool = True) -> None:
        self.world = world
        self.wide = wide
        self.permanent = {bridge.a for bridge in world.bridges if bridge.form == "permanent"}
        self.implications = [bridge for bridge in world.bridges if bridge.form == "if"]
        self.implied = {bridge.id: z3.Bool(f"then {bridge.id}") for bridge in self.implications}
        self.is_yearless = any(
            isinstance(when, Yearless) for member in world.members for said in member.said for when in (said.when,)
        )
        self.solver = z3.SimpleSolver()
        self.by_id = {member.id: member for member in world.members}
        self.member = {member.id: z3.Bool(f"member {member.id}") for member in world.members}
        self.given = {event: z3.Bool(f"given {event}") for event in EVENTS}
        self.without = {id: z3.Not(var) for id, var in self.member.items()}
        self.not_given = {event: z3.Not(var) for event, var in self.given.items()}
        self.start = {event: z3.Real(f"start of {event}") for event in EVENTS}
        self.end = {event: z3.Real(f"end of {event}") for event in EVENTS}
        self.first = {kind: z3.Real(f"first {kind}") for kind in KINDS}
        self.last = {kind: z3.Real(f"last {kind}") for kind in KINDS}
        self._fresh = 0
        self._known: dict[tuple[Ids, Ids], bool] = {}
        self._lend()
        self.things = self._asserted()
        self.things += self._presupposed(self.things)
        self._tie_firsts_and_lasts()
        self._deny_firsts_and_lasts()
        self._exclude()
        self._compare_values()
        self._take()
        self._imply()
        for member in world.members:
            if member.disputes is not None:
                self._dispute(member.id, self.by_id[member.disputes])

    # The questions asked of it.

    def is_possible(self, members: Ids, given: Ids | None = None) -> bool:
        """Whether the members can hold together, with the dates they bring along (or with these alone)."""
        lent = self.brought(members) if given is None else given
        key = (members, lent)
        if key not in self._known:
            literals = [var if id in members else self.without[id] for id, var in self.member.items()]
            literals += [var if event in lent else self.not_given[event] for event, var in self.given.items()]
            self._known[key] = self.solver.check(*literals) == z3.sat
        return self._known[key]

    def conflicts(self) -> set[Ids]:
        """Every impossible set of which no part is impossible, by going through all sets."""
        found: set[Ids] = set()
        ids = list(self.member)
        for size in range(1, len(ids) + 1):
            for chosen in map(frozenset, combinations(ids, size)):
                if not any(known <= chosen for known in found) and not self.is_possible(chosen):
                    found.add(chosen)
        return found

    def brought(self, members: Ids) -> Ids:
        """The anchors whose date is given for a set: transitively, and not where one of its claims dates it."""
        chosen = [self.by_id[id] for id in members]
        dated = {event for member in chosen if not member.is_record for event in _dated(member)}
        waiting = [anchor for member in chosen for anchor in self.anchors_of(member)]
        waiting += [anchor for bridge in self.world.bridges for anchor in _anchors_of_bridge(bridge)]
        found: set[str] = set()
        while waiting:
            event = waiting.pop()
            if event in dated or event in found or not self.world.records_of[event]:
                continue
            found.add(event)
            waiting += [anchor for record in self.world.records_of[event] for anchor in self.anchors_of(record)]
        return self._sound(frozenset(found))

    def _sound(self, given: Ids) -> Ids:
        """Without the dates that cannot be given together: a record at odds with itself dates nothing."""
        clashing: set[Ids] = set()
        for size in range(1, len(given) + 1):
            for chosen in map(frozenset, combinations(sorted(given), size)):
                if not any(c <= chosen for c in clashing) and not self.is_possible(frozenset(), chosen):
                    clashing.add(chosen)
        return given - frozenset[str]().union(*clashing)

    def anchors_of(self, member: Member) -> Iterator[str]:
        """The events that a member's dates refer to; of a dispute, those of what it disputes too."""
        disputed = self.by_id[member.disputes].said if member.disputes is not None else ()
        for said in (*member.said, *disputed):
            for when in (said.when, said.start):
                yield from _anchors(when)

    # What is said, as constraints.

    def _lend(self) -> None:
        """Every event lasts, in its order; if its date is given, that is what its records say, narrowly."""
        for event in EVENTS:
            self.solver.add(self.start[event] < self.end[event])
            for earlier in self.world.after[event]:
                self.solver.add(self.end[earlier] <= self.start[event])
            dates = [record.said[0].when for record in self.world.records_of[event]]
            lent = [self._within(self.start[event], self.end[event], when, False) for when in dates]
            if lent:
                held = z3.And(lent) if _share_a_day(dates) else z3.Or(lent)
                self.solver.add(z3.Implies(self.given[event], held))

    def _statements(self, *forms: str) -> Iterator[tuple[z3.BoolRef, Said]]:
        for member in self.world.members:
            for said in member.said:
                if said.form in forms:
                    yield self.member[member.id], said
        for bridge in self.implications:  # what follows from them, where it does
            for said in bridge.consequence:
                if said.form in forms:
                    yield self.implied[bridge.id], said

    def _take(self) -> None:
        """From the end of the one to the start of the other it takes so many days (rule 24)."""
        for bridge in self.world.bridges:
            if bridge.form == "takes":
                low, high = self._limits_of(Before("days after", bridge.a, bridge.count), self.wide)
                start = self.start[bridge.b]
                self.solver.add(_lies_within(start, start, low, high, "first"))

    def _imply(self) -> None:
        """Where the condition holds, the consequence does (rule 29); what nobody asserts can be otherwise."""
        for bridge in self.implications:
            held = [self._is_so(said) for said in bridge.condition]
            self.solver.add(z3.Implies(z3.And(held), self.implied[bridge.id]))

    def _is_so(self, said: Said) -> z3.BoolRef:
        if said.form == "event":
            inside = self._within(self.start[said.of], self.end[said.of], said.when, False)
            return z3.And(self.asserted[said.of], inside)
        if said.form == "kind":
            within = [
                z3.And(thing.of[said.of], self._within(thing.start, thing.end, said.when, False))
                for thing in self.things
                if said.of in thing.of and thing.is_last_known
            ]
            return z3.Or(within)
        if said.form == "none":
            return z3.Not(self._can_have_been(said))
        if said.form == "value":
            return z3.Or(
                [
                    z3.And(holds, self._covers(stated, point, said))
                    for holds, stated, point in self.values
                    if stated.of == said.of and stated.value == said.value
                ]
            )
        point = self.first[said.of] if said.form == "first" else self.last[said.of]
        return z3.And(self._some(said.of), self._within(point, point, said.when, False, said.form))

    def _can_have_been(self, said: Said) -> z3.BoolRef:
        """There is one in the window that nothing in the set excludes: no earlier than a first, and so on."""
        exists = self._fresh_bool()
        start, end = self._lasting()
        some = Thing(start, end, dict.fromkeys(self._kinds((said.of,)), exists))
        if said.when is not None:
            self.solver.add(z3.Implies(exists, z3.Not(self._misses(start, end, said.when))))
        for thing in (some, *self._presupposed([some])):
            for kind, condition in thing.of.items():
                self.solver.add(z3.Implies(condition, self.first[kind] <= thing.start))
                if thing.is_last_known:
                    self.solver.add(z3.Implies(condition, thing.end <= self.last[kind]))
            for holds, denied in self._statements("none", "kind"):
                if (denied.form == "none" or denied.denied) and denied.of in thing.of:
                    misses = (
                        self._misses(thing.start, thing.end, denied.when)
                        if denied.when is not None
                        else z3.BoolVal(False)
                    )
                    self.solver.add(z3.Implies(z3.And(holds, thing.of[denied.of]), misses))
        return exists

    def _covers(self, stated: Said, held: Held, said: Said) -> z3.BoolRef:
        """A value stated to hold from a start, in a window or always is so when the condition says it is."""
        start, end = held
        if all(one is None for one in (stated.start, stated.when, stated.ends)):
            return z3.BoolVal(True)
        if all(one is None for one in (said.start, said.when, said.ends)):
            return z3.BoolVal(True)
        if said.ends is not None:  # what holds until superseded may be over before
            if stated.start is not None:
                return z3.BoolVal(False)
            (low, high), (low_end, high_end) = said.ends
            return z3.And(
                _lies_within(start, start, low, high, "first"), _lies_within(end, end, low_end, high_end, "last")
            )
        if said.start is not None:
            return self._within(start, start, said.start, False, "first")
        if isinstance(said.when, Days) and stated.start is None:
            if len(said.when.spans) == 1:
                ((low, high),) = said.when.spans
                return z3.And(start <= low, end >= high)
            return z3.Or([z3.And(start < high, end > low) for low, high in said.when.spans])
        return z3.BoolVal(False)

    def _asserted(self) -> list[Thing]:
        """Everything that members assert, dated as they say; each unnamed first, last or other on its own."""
        asserted: dict[str, list[z3.BoolRef]] = {event: [] for event in EVENTS}
        named: dict[str, dict[str, list[z3.BoolRef]]] = {event: {kind: [] for kind in KINDS} for event in EVENTS}
        things: list[Thing] = []
        for holds, said in self._statements("event", "kind", "first", "last"):
            if said.denied:
                continue
            event = said.of if said.form == "event" else said.named
            if event is None:
                start, end = self._lasting()
                things.append(Thing(start, end, dict.fromkeys(self._kinds((said.of,)), holds)))
            else:
                start, end = self.start[event], self.end[event]
                asserted[event].append(holds)
                if said.form != "event":
                    for kind in self._kinds((said.of,)):
                        named[event][kind].append(holds)
            if said.form == "first":
                self.solver.add(z3.Implies(holds, start == self.first[said.of]))
                dated = self._within(start, start, said.when, self.wide, "first")
            elif said.form == "last":
                self.solver.add(z3.Implies(holds, end == self.last[said.of]))
                dated = self._within(end, end, said.when, self.wide, "last")
            else:
                dated = self._within(start, end, said.when, self.wide)
            self.solver.add(z3.Implies(holds, dated))
        for member in self.world.members:
            if member.disputes is not None:
                things += self._denied_nones(member.id, self.by_id[member.disputes])
        self.asserted = {event: z3.Or(holding) for event, holding in asserted.items()}
        for event in EVENTS:
            own = self._kinds(self.world.kinds_of[event])
            of = {
                kind: z3.Or([*named[event][kind], *([self.asserted[event]] if kind in own else [])])
                for kind in KINDS
                if kind in own or named[event][kind]
            }
            things.append(Thing(self.start[event], self.end[event], of))
        return things

    def _denied_nones(self, id: str, other: Member) -> Iterator[Thing]:
        """Who disputes that there was none of a kind says that there was one."""
        for said in other.said:
            if said.form == "none" and not said.denied:
                start, end = self._lasting()
                if said.when is not None:
                    touches = z3.Not(self._misses(start, end, said.when))
                    self.solver.add(z3.Implies(self.member[id], touches))
                yield Thing(start, end, dict.fromkeys(self._kinds((said.of,)), self.member[id]))

    def _presupposed(self, things: Sequence[Thing]) -> list[Thing]:
        """For each thing of a kind that presupposes another: some event of that, begun no later; and so on."""
        found: list[Thing] = []
        waiting = list(things)
        while waiting:
            thing = waiting.pop()
            for kind, condition in thing.of.items():
                for needed in self.world.presupposes[kind]:
                    start, end = self._lasting()
                    self.solver.add(start <= thing.start)
                    some = Thing(start, end, dict.fromkeys(self._kinds((needed,)), condition), False)
                    found.append(some)
                    waiting.append(some)
        return found

    def _tie_firsts_and_lasts(self) -> None:
        """Nothing of a kind begins before its first, or (of what is asserted) ends after its last.

        The first is the start of an event of the kind even where nobody says of which: a thing of its own.
        """
        unnamed = []
        for kind in KINDS:
            some = self._some(kind)
            end = self._new("end")
            self.solver.add(self.first[kind] < end)
            unnamed.append(Thing(self.first[kind], end, dict.fromkeys(self._kinds((kind,)), some), False))
        self.things = [*self.things, *unnamed]
        for thing in self.things:
            for kind, condition in thing.of.items():
                self.solver.add(z3.Implies(condition, self.first[kind] <= thing.start))
                if thing.is_last_known:
                    self.solver.add(z3.Implies(condition, thing.end <= self.last[kind]))

    def _some(self, kind: str) -> z3.BoolRef:
        return z3.Or([thing.of[kind] for thing in self.things if kind in thing.of])

    def _deny_firsts_and_lasts(self) -> None:
        for holds, said in self._statements("first", "last"):
            if said.denied:
                point = self.first[said.of] if said.form == "first" else self.last[said.of]
                inside = self._within(point, point, said.when, False, said.form)
                self.solver.add(z3.Implies(z3.And(holds, self._some(said.of)), z3.Not(inside)))

    def _exclude(self) -> None:
        for holds, said in self._statements("none", "event", "kind"):
            if said.form != "none" and not said.denied:
                continue
            for start, end, condition in self._concerned(said):
                misses = self._misses(start, end, said.when) if said.when is not None else z3.BoolVal(False)
                self.solver.add(z3.Implies(z3.And(holds, condition), misses))

    def _concerned(self, said: Said) -> Iterator[tuple[z3.ArithRef, z3.ArithRef, z3.BoolRef]]:
        if said.form == "event":
            yield self.start[said.of], self.end[said.of], self.asserted[said.of]
            return
        for thing in self.things:
            if said.of in thing.of:
                yield thing.start, thing.end, thing.of[said.of]

    def _compare_values(self) -> None:
        stated = []
        for holds, said in self._statements("value"):
            held = self._held(holds, said)
            stated.append((holds, said, held))
        for (one, said, a), (two, other, b) in combinations(stated, 2):
            if said.of != other.of:
                continue
            if said.value != other.value:
                never = said.of in self.permanent
                together = z3.BoolVal(False) if never else _go_together(said, a, other, b)
                self.solver.add(z3.Implies(z3.And(one, two), together))
        self.values = stated
        for (one, mine), (two, others) in combinations(self._tenures(stated), 2):
            fewer, more = (mine, others) if len(mine) <= len(others) else (others, mine)
            agreed = [z3.Or([z3.And(x[0] == y[0], x[1] == y[1]) for y in more]) for x in fewer]
            if not one.eq(two) and self._are_of_one_value(stated, mine[0], others[0]):
                self.solver.add(z3.Implies(z3.And(one, two), z3.And(agreed)))

    @staticmethod
    def _tenures(stated: Sequence[tuple[z3.BoolRef, Said, Held]]) -> list[tuple[z3.BoolRef, list[Held]]]:
        """What each member states of one value with ends; whoever states several speaks of several tenures."""
        found: dict[tuple[str, str, str], tuple[z3.BoolRef, list[Held]]] = {}
        for holds, said, held in stated:
            if said.ends is not None:
                found.setdefault((str(holds), said.of, said.value), (holds, []))[1].append(held)
        return list(found.values())

    @staticmethod
    def _are_of_one_value(stated: Sequence[tuple[z3.BoolRef, Said, Held]], a: Held, b: Held) -> bool:
        (one,) = (said for _, said, held in stated if held is a)
        (two,) = (said for _, said, held in stated if held is b)
        return (one.of, one.value) == (two.of, two.value)

    def _held(self, holds: z3.BoolRef, said: Said) -> tuple[z3.ArithRef, z3.ArithRef]:
        """From when to when a value holds: from a start that is dated; from one day to another; throughout a day;
        or at some time within what is no single day."""
        start, end = self._lasting()
        limits = []
        if said.start is not None:
            limits.append(self._within(start, start, said.start, self.wide, "first"))
        elif said.ends is not None:
            (low, high), (low_end, high_end) = said.ends
            limits += [
                _lies_within(start, start, low, high, "first"),
                _lies_within(end, end, low_end, high_end, "last"),
            ]
        elif isinstance(said.when, Days) and len(said.when.spans) == 1:
            ((low, high),) = said.when.spans
            limits += [start <= low, end >= high]
        elif said.when is not None:
            limits.append(self._within(start, end, said.when, self.wide))
        self.solver.add(z3.Implies(holds, z3.And(limits)))
        return start, end

    def _dispute(self, id: str, other: Member) -> None:
        """Not all that the other claim says holds."""
        holds = self.member[id]
        self.solver.add(z3.Not(z3.And(holds, self.member[other.id])))
        if other.disputes is None:  # else it may be the dispute that is denied
            self.solver.add(z3.Implies(holds, z3.Or([self._denial(said) for said in other.said])))

    def _denial(self, said: Said) -> z3.BoolRef:
        if said.form == "event":
            inside = self._within(self.start[said.of], self.end[said.of], said.when, self.wide)
            return z3.Not(z3.And(self.asserted[said.of], inside))
        if said.form == "kind":
            within = [
                z3.And(thing.of[said.of], self._within(thing.start, thing.end, said.when, self.wide))
                for thing in self.things
                if said.of in thing.of
            ]
            return z3.Not(z3.Or(within))
        if said.form == "none":
            return z3.BoolVal(True)  # that there was one, of which see `_denied_nones`
        point = self.first[said.of] if said.form == "first" else self.last[said.of]
        inside = self._within(point, point, said.when, self.wide, said.form)
        return z3.Not(z3.And(self._some(said.of), inside))

    # Dates.

    def _within(
        self, start: z3.ArithRef, end: z3.ArithRef, when: When | None, wide: bool, form: str = ""
    ) -> z3.BoolRef:
        """From `start` to `end` lies within the date; of a first or last, that one instant does."""
        match when:
            case Days():
                return z3.Or([_lies_within(start, end, low, high, form) for low, high in when.spans])
            case Before():
                return _lies_within(start, end, *self._limits_of(when, wide), form)
            case Yearless():
                return z3.Or([_lies_within(start, end, low, low + 1, form) for low in _days_of(when)])
            case Both():
                return z3.And([self._within(start, end, part, wide, form) for part in when.parts])
        return z3.BoolVal(True)

    def _misses(self, start: z3.ArithRef, end: z3.ArithRef, when: When) -> z3.BoolRef:
        """No part of it falls in the date, which is taken narrowly."""
        match when:
            case Days():
                return z3.And([z3.Or(end <= low, start >= high) for low, high in when.spans])
            case Before():
                low, high = self._limits_of(when, False)
                sides = [end <= low] if low is not None else []
                return z3.Or([*sides, start >= high] if high is not None else sides)
            case Both():
                return z3.Or([self._misses(start, end, part) for part in when.parts])

    def _limits_of(self, when: Before, wide: bool) -> tuple[z3.ArithRef | None, z3.ArithRef | None]:
        start, end = self.start[when.event], self.end[when.event]
        grace = 1 if wide else 0
        match when.word:
            case "before":
                return None, start
            case "by":
                return None, end
            case "after":
                return end, None
            case "not before":
                return start, None
            case "during":
                return start, end
            case "days after":
                day = self._day_of(end, is_end=True) + when.count
            case _:
                day = self._day_of(start, is_end=False) - when.count
        return day - grace, day + 1 + grace

    def _day_of(self, point: z3.ArithRef, is_end: bool) -> z3.ArithRef:
        """The calendar day of a start, or the last that an end belongs to (a midnight: the day before)."""
        self._fresh += 1
        number = z3.Int(f"day {self._fresh}")
        # No world needs more room: at most six statements, of a few days each. Without it z3 may never end.
        room = _ROOM + 366 * _YEARS if self.is_yearless else _ROOM
        self.solver.add(number >= -room, number <= room)
        day = z3.ToReal(number)
        self.solver.add(z3.And(day < point, point <= day + 1) if is_end else z3.And(day <= point, point < day + 1))
        return day

    def _kinds(self, kinds: Iterable[str]) -> set[str]:
        """The kinds and all that are broader."""
        found: set[str] = set()
        waiting = list(kinds)
        while waiting:
            kind = waiting.pop()
            if kind not in found:
                found.add(kind)
                waiting += self.world.broader[kind]
        return found

    def _lasting(self) -> tuple[z3.ArithRef, z3.ArithRef]:
        start, end = self._new("start"), self._new("end")
        self.solver.add(start < end)
        return start, end

    def _fresh_bool(self) -> z3.BoolRef:
        self._fresh += 1
        return z3.Bool(f"exists {self._fresh}")

    def _new(self, name: str) -> z3.ArithRef:
        self._fresh += 1
        return z3.Real(f"{name} {self._fresh}")


def _lies_within(
    start: z3.ArithRef, end: z3.ArithRef, low: z3.ArithRef | None, high: z3.ArithRef | None, form: str
) -> z3.BoolRef:
    """A start lies in the half-open date; an end comes after some of it, and may be its very end."""
    limits = []
    if low is not None:
        limits.append(end > low if form == "last" else start >= low)
    if high is not None:
        limits.append(start < high if form == "first" else end <= high)
    return z3.And(limits)


def _days_of(when: Yearless) -> Iterator[int]:
    """The numbers of that day in the years about the world's."""
    day = FIRST_DAY + timedelta(days=when.day)
    for year in range(-_YEARS, _YEARS + 1):
        yield (date(day.year + year, day.month, day.day) - FIRST_DAY).days


def _anchors_of_bridge(bridge: Bridge) -> Iterator[str]:
    """The events from whose dates a bridge counts."""
    if bridge.form == "takes":
        yield bridge.a
    for said in (*bridge.condition, *bridge.consequence):
        for when in (said.when, said.start):
            yield from _anchors(when)


def _go_together(said: Said, a: Held, other: Said, b: Held) -> z3.BoolRef:
    """Rivals of which one is always so do not, nor do those from one date; else one is over, or has at least begun
    where it holds until superseded, before the other begins."""
    if any(one.start is None and one.when is None and one.ends is None for one in (said, other)):
        return z3.BoolVal(False)
    if said.start is not None and said.start == other.start:
        return z3.BoolVal(False)
    ways = []
    for one, (start, end), (later, _) in ((said, a, b), (other, b, a)):
        ways.append(start < later if one.start is not None else end <= later)
    return z3.Or(ways)


def _anchors(when: When | None) -> Iterator[str]:
    if isinstance(when, Before):
        yield when.event
    elif isinstance(when, Both):
        for part in when.parts:
            yield from _anchors(part)


def _dated(member: Member) -> Iterator[str]:
    """The events, by name, of whose date a member says anything (rule 15), be it only when they were not."""
    for said in member.said:
        if said.when is not None and said.form in ("event", "first", "last"):
            event = said.of if said.form == "event" else said.named
            if event is not None:
                yield event


def _share_a_day(dates: Sequence[When | None]) -> bool:
    """Whether some day is in all the dates, as far as they are windows."""
    days = [
        {day for low, high in when.spans for day in range(low, high)}
        if isinstance(when, Days)
        else set(_days_of(when))
        for when in dates
        if isinstance(when, Days | Yearless)
    ]
    return not days or bool(set.intersection(*days))


def tenable(world: World, bridges: Iterable[str]) -> Ids:
    """The bridges without all that stand in a smallest set that excludes itself, or goes against the order.

    What cannot hold by itself changes no verdict (rule 24): it is set aside, whole.
    """
    bridges = sorted(bridges)
    rivals: set[Ids] = set()
    world = replace(world, members=(), records_of=dict.fromkeys(EVENTS, ()))  # whatever anybody says
    for size in range(1, len(bridges) + 1):
        for chosen in map(frozenset, combinations(bridges, size)):
            is_new = not any(known <= chosen for known in rivals)
            if is_new and not Oracle(under(world, chosen)).is_possible(frozenset(), frozenset()):
                rivals.add(chosen)
    return frozenset(bridges) - frozenset[str]().union(*rivals)


def is_tenable(world: World, bridges: Ids) -> bool:
    """Whether the bridges can hold by themselves."""
    return tenable(world, bridges) == bridges


def smallest_hitting_sets(conflicts: Iterable[Ids]) -> set[Ids]:
    """The smallest sets that have a member of every conflict, by trying all."""
    conflicts = list(conflicts)
    ids = sorted(frozenset[str]().union(*conflicts))
    for size in range(len(ids) + 1):
        found = {
            chosen for chosen in map(frozenset, combinations(ids, size)) if all(c & chosen for c in conflicts)
        }
        if found:
            return found
    return set()


def largest_without(ids: Iterable[str], conflicts: Iterable[Ids]) -> set[Ids]:
    """The sets of ids that hold no conflict and of which no larger one holds none, by trying all."""
    ids, conflicts = list(ids), list(conflicts)
    found: set[Ids] = set()
    for size in range(len(ids), -1, -1):
        for chosen in map(frozenset, combinations(ids, size)):
            if not any(c <= chosen for c in conflicts) and not any(chosen < larger for larger in found):
                found.add(chosen)
    return found


def clusters(conflicts: Iterable[Ids]) -> set[frozenset[Ids]]:
    """The conflicts in groups that share members, directly or through others."""
    groups: list[set[Ids]] = []
    for conflict in conflicts:
        near = [group for group in groups if any(conflict & other for other in group)]
        groups = [group for group in groups if not any(group is other for other in near)]
        groups.append({conflict}.union(*near))
    return {frozenset(group) for group in groups}
