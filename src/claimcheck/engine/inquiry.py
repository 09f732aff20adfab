"""One examination of a view: its members, what they bring along, and whether sets of them are possible.

Belongs here: members on their readings, scenes for sets of bridges, givens, and theories of sets under test,
each made once. Does not belong here: verdicts. An inquiry holds caches and nothing else that changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from claimcheck.corpus.entries import Record
from claimcheck.dates.when import anchors_of
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.hitting import minimal_hitting_sets, minimal_sets
from claimcheck.engine.network import Effort
from claimcheck.engine.parts import (
    Dispute,
    Elsewhen,
    Exclusion,
    Key,
    Member,
    Occurrence,
    Value,
    dates_of,
    member_of_claim,
    member_of_record,
    readings_of,
)
from claimcheck.engine.perspective import View
from claimcheck.engine.scene import (
    Given,
    Implication,
    Scene,
    dated_events,
    events_dated_otherwise,
    given_by,
    scene,
)
from claimcheck.engine.tangles import minimal_conflicts
from claimcheck.engine.theory import Ground, Theory

_MOST_WAYS = 64  # largest sets of bridges that can be granted together
_GIVEN_BUDGET = 200  # sets of given dates that are probed for clashes


@dataclass(frozen=True, slots=True)
class Reach:
    """What a member touches: events by name, kinds it supplies, kinds it restricts, roles it gives values to."""

    events: frozenset[str]
    supplies: frozenset[str]
    restricts: frozenset[str]
    roles: frozenset[tuple[str, str]]
    disputes: frozenset[str]
    id: str

    def joined(self, other: Reach) -> Reach:
        """What either touches, of one member."""
        return Reach(
            self.events | other.events,
            self.supplies | other.supplies,
            self.restricts | other.restricts,
            self.roles | other.roles,
            self.disputes | other.disputes,
            self.id,
        )

    def meets(self, other: Reach) -> bool:
        """Whether the two members could possibly have to do with each other."""
        return not (
            self.events.isdisjoint(other.events)
            and self.supplies.isdisjoint(other.restricts)
            and self.restricts.isdisjoint(other.supplies)
            and self.roles.isdisjoint(other.roles)
            and other.id not in self.disputes
            and self.id not in other.disputes
        )


# Records of one event beyond which nobody asks which of them holds: every choice is a branch of what follows.
_MOST_RIVALS = 8


@dataclass
class Inquiry:
    """The members of a view and the theories of sets of them."""

    view: View
    effort: Effort = field(default_factory=Effort)
    _grantable: dict[frozenset[str], bool] = field(default_factory=dict)
    _kept: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)
    _members: dict[tuple[str, int], Member] = field(default_factory=dict)
    _scenes: dict[frozenset[str], Scene] = field(default_factory=dict)
    _possible: dict[tuple[object, ...], bool] = field(default_factory=dict)
    _reach: dict[tuple[str, str, int], Reach] = field(default_factory=dict)
    _clashing: dict[tuple[object, ...], tuple[Given, ...]] = field(default_factory=dict)

    # Members.

    def claim(self, id: str, reading: int = 1) -> Member:
        """A claim on one of its readings."""
        found = self._members.get((id, reading))
        if found is None:
            claim = self.view.corpus.claims[id]
            found = member_of_claim(self.view.corpus, claim, reading, self.view.refused)
            self._members[(id, reading)] = found
        return found

    @cached_property
    def claims(self) -> tuple[Member, ...]:
        """Every claim in view, on its first reading, in file order."""
        return tuple(self.claim(claim.id) for claim in self.view.claims)

    @cached_property
    def records(self) -> tuple[Member, ...]:
        """The record: everything attested in view, then the claims that are trusted; nothing merely planned."""
        corpus = self.view.corpus
        attested = tuple(
            member_of_record(corpus, record)
            for record in self.view.records
            if not corpus.events[record.event].planned
        )
        trusted = (self.claim(id) for id in corpus.claims if id in self.view.trusted)
        return (*attested, *(replace(member, trusted=True) for member in trusted))

    @cached_property
    def record_entries(self) -> dict[str, Record]:
        """Every record of the corpus by its id."""
        return {record.id: record for event in self.view.corpus.events.values() for record in event.records}

    def readings(self, id: str) -> int:
        """In how many ways a claim can be taken."""
        return readings_of(self.view.corpus.claims[id], self.view.refused)

    # What members bring along.

    def scene(self, bridges: frozenset[str]) -> Scene:
        """The scene with exactly these bridges granted."""
        found = self._scenes.get(bridges)
        if found is None:
            found = self._scenes[bridges] = self._of_one_mind(self._plain_scene(bridges))
        return found

    def _plain_scene(self, bridges: frozenset[str]) -> Scene:
        ordered = [id for id in self.view.corpus.bridges if id in bridges]
        found = replace(scene(self.view, ordered, self.claims), effort=self.effort)
        # Two lengths of one stretch that agree only roughly are both meant roughly.
        return found if _structure_holds(found, wide=False) else replace(found, takes_widely=True)

    # Bridges that cannot be granted.

    def can_be_granted(self, bridges: frozenset[str]) -> bool:
        """Whether these bridges can hold together and with the stated order, whatever claims and records say."""
        found = self._grantable.get(bridges)
        if found is None:
            found = self._grantable[bridges] = _structure_holds(self._plain_scene(bridges), wide=True)
        return found

    @cached_property
    def exclusions(self) -> tuple[tuple[str, ...], ...]:
        """The smallest sets of bridges of the corpus that exclude each other, or go against the stated order."""
        return self.exclusions_among(tuple(id for id in self.view.corpus.bridges if id not in self.view.refused))

    @cached_property
    def set_aside_bridges(self) -> tuple[tuple[str, ...], ...]:
        """The smallest sets of those that the perspective grants and that cannot be granted together: none of the
        bridges in them is granted."""
        return self.exclusions_among(self.view.bridges)

    def exclusions_among(self, bridges: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """The smallest of these sets of bridges that exclude each other, or go against the stated order."""
        if self.can_be_granted(frozenset(bridges)):
            return ()
        found = minimal_sets(bridges, lambda some: not self.can_be_granted(frozenset(some)), self.effort)
        place = {id: number for number, id in enumerate(bridges)}
        return tuple(sorted(found, key=lambda ids: (len(ids), [place[id] for id in ids])))

    def largest_grantable(self, candidates: Sequence[str], granted: frozenset[str]) -> list[frozenset[str]]:
        """The largest sets of candidates that can be granted beside those that are."""
        if self.can_be_granted(granted.union(candidates)):
            return [frozenset(candidates)]
        rivals = minimal_sets(candidates, lambda some: not self.can_be_granted(granted.union(some)), self.effort)
        ways, all_of_them = minimal_hitting_sets(map(frozenset, rivals), candidates, _MOST_WAYS)
        self.effort.is_spent = self.effort.is_spent or not all_of_them
        return [frozenset(candidates).difference(way) for way in ways]

    def _tenable(self, bridges: frozenset[str]) -> frozenset[str]:
        """The bridges without all those that exclude each other: the order of the files decides nothing."""
        if self.can_be_granted(bridges):
            return bridges
        found = self._kept.get(bridges)
        if found is None:
            ordered = [id for id in self.view.corpus.bridges if id in bridges]
            out = {id for ids in self.exclusions_among(ordered) for id in ids}
            found = self._kept[bridges] = bridges - out
        return found

    def _of_one_mind(self, scene: Scene) -> Scene:
        """The scene, marked with the events of whose records one holds, as they cannot all be right.

        Where records are dated by other events, only the dates of these show it; those of which several records
        speak are left out of it, so that no event is marked for what others' records disagree about.
        """
        rivals = frozenset(
            event
            for event, records in scene.records.items()
            if 1 < len(records) <= _MOST_RIVALS and not self._can_all_be_right(scene, event)
        )
        return replace(scene, rivals=rivals) if rivals else scene

    def _can_all_be_right(self, scene: Scene, event: str) -> bool:
        own = scene.given_date(event, ())
        if own is None or own.as_one_of() == own:
            return True  # nothing more could be made of it
        assembly = Assembly(scene, wide=False)
        waiting, lent = [event], set[str]()
        while waiting:
            anchor = scene.stands_for(waiting.pop())
            given = scene.given_date(anchor, ())
            if anchor in lent or given is None:
                continue
            lent.add(anchor)
            if anchor == event or len(given.ids) == 1:
                assembly.lend(given)
            waiting.extend(other for date in given.all_dates for other in anchors_of(date))
        return assembly.theory().core() is None

    def granted(self, members: Iterable[Member], more: Iterable[str] = ()) -> frozenset[str]:
        """The bridges in force for a set: those of the perspective, those its claims are given, and `more`.

        Of the former two, none that exclude each other: nothing is contradicted by a bridge alone.
        """
        own = frozenset(
            id
            for member in members
            for id in member.given
            if id in self.view.corpus.bridges and id not in self.view.refused
        )
        return self._tenable(own.union(self.view.bridges)).union(more)

    def givens(self, scene: Scene, members: Sequence[Member]) -> tuple[Given, ...]:
        """The dates that the members' anchors bring along, transitively, as far as they can be given together."""
        return self.sound(scene, self.offered(scene, members))

    def offered(self, scene: Scene, members: Sequence[Member]) -> tuple[Given, ...]:
        """The dates of the members' anchors, whether they can be given together or not.

        A claim among the members that dates an anchor takes the place of its given date. What counts from such an
        anchor follows the claim, and does not date it back.
        """
        stands_for = scene.stands_for
        replaced = {
            stands_for(event)
            for m in members
            if not (m.is_record or m.trusted)
            for event in events_dated_otherwise(m)
        }
        found: dict[str, Given] = {}
        waiting: list[tuple[str, tuple[str, ...]]] = []
        for member in members:
            waiting.extend((anchor, member.by) for anchor in member.anchors)
            for id in member.given:
                if id in self.view.corpus.claims and id not in self.view.refused:
                    lender = self.claim(id)
                    for event, date, extent in dated_events(lender):
                        event = stands_for(event)
                        if event not in replaced:
                            found[event] = given_by(id, event, date, extent)
                            waiting.extend((anchor, lender.by) for anchor in anchors_of(date))
        waiting.extend((anchor, ()) for anchor in scene.anchors)
        while waiting:
            anchor, by = waiting.pop()
            event = stands_for(anchor)
            if event in replaced or event in found:
                continue
            given = scene.given_date(event, by, replaced)
            if given is None or not self._may_use(given, scene, members):
                continue
            found[event] = given
            waiting.extend((other, by) for date in given.all_dates for other in anchors_of(date))
        return tuple(found[event] for event in sorted(found))

    def sound(self, scene: Scene, givens: tuple[Given, ...]) -> tuple[Given, ...]:
        """The givens without those that cannot hold together: a record at odds with itself dates nothing.

        All that have a part in any such clash are left out, so that the order of the files decides nothing.
        """
        bridges = frozenset(bridge.id for bridge in scene.bridges)
        found = self._clashing.get((bridges, givens))
        if found is None:
            by_key = {(str(number), given.event): given for number, given in enumerate(givens)}

            def core(keys: frozenset[Key]) -> frozenset[Key] | None:
                assembly = Assembly(scene, wide=False)
                for key in sorted(keys):
                    assembly.lend(by_key[key], key)
                grounds = assembly.theory().core()
                if grounds is None:
                    return None
                return keys & frozenset(owner for ground in grounds for owner in ground.owners)

            clashes = minimal_conflicts(list(by_key), core, _GIVEN_BUDGET).conflicts
            out = frozenset[Key]().union(*clashes)
            found = tuple(given for key, given in by_key.items() if key not in out)
            self._clashing[bridges, givens] = found
        return found

    def _may_use(self, given: Given, scene: Scene, members: Sequence[Member]) -> bool:
        """Whether everybody who refers to the anchor is among those whom its date may serve."""
        if given.claimants is None:
            return True
        return all(
            given.claimants & set(member.by)
            for member in members
            if given.event in {scene.stands_for(anchor) for anchor in member.anchors}
        )

    # Sets under test.

    def theory(self, members: Sequence[Member], wide: bool, more: Iterable[str] = ()) -> Theory:
        """The theory of a set of members with the givens and the bridges they bring, and `more` bridges."""
        return self.theory_in(self.scene(self.granted(members, more)), members, wide)

    def theory_in(self, scene: Scene, members: Sequence[Member], wide: bool) -> Theory:
        """The theory of a set of members in a given scene, with the givens they bring."""
        assembly = Assembly(scene, wide)
        for member in members:
            assembly.include(member)
        for given in self.givens(scene, members):
            assembly.lend(given)
        return assembly.theory()

    def is_possible(self, members: Sequence[Member], wide: bool, more: frozenset[str] = frozenset()) -> bool:
        """Whether all the members can hold together."""
        key = (_set_of(members), wide, more)
        found = self._possible.get(key)
        if found is None:
            found = self._possible[key] = self.theory(members, wide, more).is_possible()
        return found

    def remember(self, members: Sequence[Member], wide: bool, possible: bool) -> None:
        """Remembers whether the members can hold together, where that is known from elsewhere."""
        self._possible.setdefault((_set_of(members), wide, frozenset()), possible)

    def core(self, members: Sequence[Member], wide: bool) -> tuple[Ground, ...] | None:
        """None if the members can hold together; otherwise the grounds on which they cannot."""
        return self.theory(members, wide).core()

    def is_possible_alone(self, member: Member, wide: bool = True) -> bool:
        """Whether a member is possible with its own givens."""
        return self.is_possible((member,), wide)

    # Who can have to do with whom.

    def meets(self, a: Member, b: Member) -> bool:
        """Whether two members could possibly touch, under whatever bridges the corpus knows."""
        return self.reach(a).meets(self.reach(b))

    def reach(self, member: Member) -> Reach:
        """What a member touches, with the bridges that are granted and under all of the corpus.

        Both, since a bridge can take away as well: an anchor that its claimant dates is dated by a record where a
        bridge makes it one with an event on record.
        """
        key = (*member.key, member.reading)
        found = self._reach.get(key)
        if found is None:
            found = self._measure(member, self.scene(self.granted((member,))))
            every = frozenset(self.view.corpus.bridges)
            found = self._reach[key] = found.joined(self._measure(member, self.scene(every))) if every else found
        return found

    def _measure(self, member: Member, scene: Scene) -> Reach:
        events: set[str] = {scene.stands_for(anchor) for anchor in member.anchors}
        supplies: set[str] = set()
        restricts: set[str] = set()
        roles: set[tuple[str, str]] = set()
        disputes: set[str] = set()
        for part in member.parts:
            targets = []
            match part:
                case Occurrence() | Elsewhen():
                    targets.append(part.target)
                case Exclusion():
                    if part.kind is not None:
                        restricts.add(part.kind)
                    if part.event is not None:
                        events.add(scene.stands_for(part.event))
                case Value():
                    roles.add((part.role, scene.stands_for(part.of)))
                case Dispute():
                    disputes.add(part.claim)
                    for denied in part.denied:
                        if isinstance(denied, Occurrence):
                            targets.append(denied.target)
                            restricts |= {denied.target.id} if denied.target.form != "event" else set()
                        elif isinstance(denied, Exclusion) and denied.kind is not None:
                            supplies |= scene.broader_of(denied.kind) | scene.presupposed_by((denied.kind,))
            for target in targets:
                kinds: frozenset[str] = frozenset()
                for event in (target.id if target.form == "event" else None, target.named):
                    if event is not None:
                        events.add(scene.stands_for(event))
                        kinds |= scene.own_kinds(scene.stands_for(event))
                        for entry in scene.entries_of(scene.stands_for(event)):
                            if entry.role is not None:
                                roles.add((entry.role, scene.stands_for(entry.of or "")))
                if target.form != "event":
                    kinds |= {target.id}
                    if target.form != "kind" or isinstance(part, Elsewhen):
                        restricts.add(target.id)
                broad = {kind for own in kinds for kind in scene.broader_of(own)}
                supplies |= broad | scene.presupposed_by(broad)
        givens = self.offered(scene, (member,))  # one that another member replaces clashes with none
        events |= {given.event for given in givens}
        events |= {
            scene.stands_for(anchor) for given in givens for date in given.all_dates for anchor in anchors_of(date)
        }
        waiting = list(events)
        while waiting:
            for event in scene.neighbours.get(waiting.pop(), ()):
                if event not in events:
                    events.add(event)
                    waiting.append(event)
        # Everything that an implication speaks of has to do with everything else that it speaks of.
        nothing = frozenset[str]()
        touched = Reach(
            frozenset(events), frozenset(supplies), frozenset(restricts), frozenset(roles), nothing, ""
        )
        left = {one.id: _reach_of(scene, one) for one in scene.implications}
        while near := [id for id, reach in left.items() if touched.meets(reach)]:
            for id in near:
                touched = touched.joined(left.pop(id))
                events.add(f"bridge {id}")
        return Reach(
            frozenset(events),
            frozenset(supplies),
            frozenset(restricts),
            frozenset(roles),
            frozenset(disputes),
            member.id,
        )


def _reach_of(scene: Scene, bridge: Implication) -> Reach:
    """What an implication speaks of, of whatever use it makes of it."""
    events: set[str] = set()
    kinds: set[str] = set()
    roles: set[tuple[str, str]] = set()
    for part in bridge.parts:
        events.update(scene.stands_for(anchor) for date in dates_of(part) for anchor in anchors_of(date))
        match part:
            case Occurrence():
                named = part.target.id if part.target.form == "event" else part.target.named
                if named is not None:
                    events.add(scene.stands_for(named))
                    kinds |= scene.own_kinds(scene.stands_for(named))
                    roles.update(
                        (entry.role, scene.stands_for(entry.of or ""))
                        for entry in scene.entries_of(scene.stands_for(named))
                        if entry.role is not None
                    )
                if part.target.form != "event":
                    kinds.add(part.target.id)
            case Exclusion():
                kinds.update(() if part.kind is None else (part.kind,))
            case Value():
                roles.add((part.role, scene.stands_for(part.of)))
    broad = frozenset(broad for kind in kinds for broad in scene.broader_of(kind))
    return Reach(frozenset(events), broad, broad, frozenset(roles), frozenset(), "")


def _structure_holds(scene: Scene, wide: bool) -> bool:
    """Whether the orders and lengths of time of a scene can all hold."""
    if not scene.bridges:
        return True  # stated orders that go in a circle are not read
    assembly = Assembly(scene, wide)
    assembly.include_structure()
    return assembly.theory().is_possible()


def _set_of(members: Iterable[Member]) -> frozenset[tuple[object, ...]]:
    return frozenset((*member.key, member.reading, member.trusted) for member in members)
