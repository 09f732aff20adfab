"""One examination of a view: its members, what they bring along, and whether sets of them are possible.

Belongs here: members on their readings, scenes for sets of bridges, givens, and theories of sets under test,
each made once. Does not belong here: verdicts. An inquiry holds caches and nothing else that changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

from claimcheck.corpus.entries import Record
from claimcheck.dates.when import EVER, Window, anchors_of
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.compiled import Compiled, Trial
from claimcheck.engine.hitting import minimal_hitting_sets, minimal_sets
from claimcheck.engine.network import Effort
from claimcheck.engine.parts import (
    Dispute,
    Elsewhen,
    Exclusion,
    Key,
    Member,
    Occurrence,
    Target,
    Value,
    dates_of,
    is_sharp,
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


@dataclass(frozen=True, slots=True)
class PlainDate:
    """An event, and the window within which somebody says that it was, and no more."""

    event: str
    date: Window


class Near:
    """Members found by what they touch, so that of many only those are looked at that may have to do with one."""

    def __init__(
        self,
        members: Iterable[tuple[Member, Reach]],
        questions: Callable[[Member], Iterable[str]] = lambda member: (),
    ) -> None:
        self._places: dict[tuple[str, object], list[int]] = {}
        for place, (member, reach) in enumerate(members):
            tokens = (*_tokens(reach), *(("question", id) for id in questions(member)), ("id", member.id))
            for token in tokens:
                self._places.setdefault(token, []).append(place)

    def to(self, reach: Reach, questions: Iterable[str] = ()) -> list[int]:
        """The places, in order, of all members that may touch what has this reach; itself perhaps among them."""
        tokens: list[tuple[str, object]] = [*_tokens(reach), *(("question", id) for id in questions)]
        tokens += [("disputes", reach.id), *(("id", id) for id in reach.disputes)]
        return sorted({place for token in tokens for place in self._places.get(token, ())})


def _tokens(reach: Reach) -> Iterator[tuple[str, object]]:
    """What a member touches, one thing at a time."""
    for name, things in (("event", reach.events), ("role", reach.roles), ("disputes", reach.disputes)):
        yield from ((name, thing) for thing in things)
    yield from (("kind", kind) for kind in reach.supplies | reach.restricts)


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
    _offered: dict[tuple[object, ...], _Offered] = field(default_factory=dict)
    _compiled: dict[tuple[frozenset[str], bool], Compiled] = field(default_factory=dict)
    _trials: dict[tuple[frozenset[str], bool, bool], tuple[frozenset[Key], Trial]] = field(default_factory=dict)
    _plain: dict[tuple[str, int], PlainDate | None] = field(default_factory=dict)
    _whole: dict[tuple[frozenset[str], frozenset[Key]], frozenset[Key]] = field(default_factory=dict)
    _sharp: dict[tuple[str, str, int], bool] = field(default_factory=dict)
    _given_keys: dict[frozenset[str], dict[Given, Key]] = field(default_factory=dict)
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

    def records_of(self, event: str) -> tuple[Member, ...]:
        """The records of an event that are in view, in file order."""
        entries = self.record_entries
        return tuple(m for m in self.records if m.is_record and entries[m.id].event == event)

    @cached_property
    def record_entries(self) -> dict[str, Record]:
        """Every record of the corpus by its id."""
        return {record.id: record for event in self.view.corpus.events.values() for record in event.records}

    @cached_property
    def serving(self) -> frozenset[str]:
        """The claims on which more may rest than what is said of themselves: those that are trusted, that others
        are given, or that by name date an event from which something counts."""
        scene = self.scene(frozenset(self.view.corpus.bridges))
        anchors = {anchor for member in (*self.claims, *self.records) for anchor in member.anchors}
        counted = {scene.stands_for(anchor) for anchor in (*anchors, *scene.anchors)}
        dating = (m.id for m in self.claims if any(scene.stands_for(e) in counted for e, _ in dated_events(m)))
        return self.view.trusted.union((id for claim in self.view.claims for id in claim.given), dating)

    def readings(self, id: str) -> int:
        """In how many ways a claim can be taken."""
        return readings_of(self.view.corpus.claims[id], self.view.refused)

    # What members bring along.

    def scene(self, bridges: frozenset[str]) -> Scene:
        """The scene with exactly these bridges granted."""
        found = self._scenes.get(bridges)
        if found is None:
            found = self._plain_scene(bridges)
            of_kinds = frozenset(bridge.id for bridge in found.bridges if bridge.narrower is not None)
            # What records date does not depend on kinds.
            rivals = self.scene(bridges - of_kinds).rivals if of_kinds else self._rivals(found)
            found = self._scenes[bridges] = replace(found, rivals=rivals) if rivals else found
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

    def _rivals(self, scene: Scene) -> frozenset[str]:
        """The events of whose records one holds, as they cannot all be right.

        Where records are dated by other events, only the dates of these show it; those of which several records
        speak are left out of it, so that no event is marked for what others' records disagree about.
        """
        return frozenset(
            event
            for event, records in scene.records.items()
            if 1 < len(records) <= _MOST_RIVALS and not self._can_all_be_right(scene, event)
        )

    def _can_all_be_right(self, scene: Scene, event: str) -> bool:
        own = scene.given_date(event, ())
        if own is None or own.as_one_of() == own:
            return True  # nothing more could be made of it
        assembly = Assembly(scene, wide=True)
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
        if len(members) > 1:
            alone = [self._offered_to(scene, member) for member in members]
            replaced = frozenset[str]().union(*(one.replaced for one in alone))
            if not any(one.is_particular for one in alone) and all(
                one.events.isdisjoint(replaced) for one in alone
            ):
                everything = {given.event: given for one in alone for given in one.givens}
                return tuple(everything[event] for event in sorted(everything))
        return self._offered_together(scene, members)

    def _offered_to(self, scene: Scene, member: Member) -> _Offered:
        """What one member brings along, and what it replaces."""
        bridges = tuple(bridge.id for bridge in scene.bridges)
        key = (bridges, member.key, member.reading, member.trusted)
        found = self._offered.get(key)
        if found is None:
            givens = self._offered_together(scene, (member,))
            found = self._offered[key] = _Offered(
                givens,
                frozenset(given.event for given in givens),
                frozenset(_replaced_by(scene, member)),
                bool(member.given) or any(given.claimants is not None for given in givens),
            )
        return found

    def _offered_together(
        self, scene: Scene, members: Sequence[Member], of_bridges: bool = True
    ) -> tuple[Given, ...]:
        """The dates of the members' anchors, and of those from which granted bridges count, unless left out."""
        stands_for = scene.stands_for
        replaced = {event for member in members for event in _replaced_by(scene, member)}
        found: dict[str, Given] = {}
        waiting: list[tuple[str, tuple[str, ...]]] = []
        for member in members:
            waiting.extend((anchor, member.by) for anchor in member.anchors)
            for id in member.given:
                if id in self.view.corpus.claims and id not in self.view.refused:
                    lender = self.claim(id)
                    for event, part in dated_events(lender):
                        event = stands_for(event)
                        if event not in replaced:
                            given = found[event] = given_by(id, event, part)
                            waiting.extend((a, lender.by) for date in given.all_dates for a in anchors_of(date))
        if of_bridges:
            waiting.extend((anchor, ()) for anchor in scene.anchors)
        while waiting:
            anchor, by = waiting.pop()
            event = stands_for(anchor)
            if event in replaced or event in found:
                continue
            known = scene.given_date(event, by, replaced)
            if known is None or not self._may_use(known, scene, members):
                continue
            found[event] = known
            waiting.extend((other, by) for date in known.all_dates for other in anchors_of(date))
        return tuple(found[event] for event in sorted(found))

    def sound(self, scene: Scene, givens: tuple[Given, ...]) -> tuple[Given, ...]:
        """The givens without those that cannot hold together: a record at odds with itself dates nothing.

        All that have a part in any such clash are left out, so that the order of the files decides nothing. What
        bridges say is taken widely, as what is given is the same on both readings: dates that fit a length of
        time only roughly are given, and strain what rests on them.
        """
        bridges = frozenset(bridge.id for bridge in scene.bridges)
        found = self._clashing.get((bridges, givens))
        if found is None:
            by_key: dict[Key, Given] = {
                ("given", f"{number} {given.event}"): given for number, given in enumerate(givens)
            }

            def core(keys: frozenset[Key]) -> frozenset[Key] | None:
                assembly = Assembly(scene, wide=True)
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

    def given_keys(self, scene: Scene, members: Sequence[Member]) -> dict[Given, Key]:
        """A key of its own for every date that may be given to some of the members."""
        found: dict[Given, Key] = {}
        for given in self._possible_givens(scene, members):
            for_whom = "" if given.claimants is None else f" for {' '.join(sorted(given.claimants))}"
            found[given] = (given.key[0], f"{given.event} by {' '.join(given.ids)}{for_whom}")
        return found

    def _possible_givens(self, scene: Scene, members: Iterable[Member]) -> Iterator[Given]:
        """Every date that may be given to some of the members, whatever keeps it out."""
        waiting: list[tuple[str, tuple[str, ...]]] = []
        lent: list[Given] = []
        for member in members:
            waiting.extend((anchor, member.by) for anchor in member.anchors)
            for id in member.given:
                if id in self.view.corpus.claims and id not in self.view.refused:
                    lender = self.claim(id)
                    for event, part in dated_events(lender):
                        brought = given_by(id, scene.stands_for(event), part)
                        lent.append(brought)
                        waiting.extend(
                            (anchor, lender.by) for date in brought.all_dates for anchor in anchors_of(date)
                        )
        waiting.extend((anchor, ()) for anchor in scene.anchors)
        found = dict.fromkeys(lent)
        seen: set[tuple[str, tuple[str, ...]]] = set()
        while waiting:
            anchor, by = waiting.pop()
            event = scene.stands_for(anchor)
            if (event, by) in seen:
                continue
            seen.add((event, by))
            back = sorted(scene.counted_back(event))
            for replaced in (
                frozenset(some) for many in range(len(back) + 1) for some in combinations(back, many)
            ):
                given = scene.given_date(event, by, replaced)
                if given is not None:
                    found[given] = None
                    waiting.extend((other, by) for date in given.all_dates for other in anchors_of(date))
        yield from found

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

    def widths(self, members: Sequence[Member], more: Iterable[str] = ()) -> tuple[bool, ...]:
        """The wide and the narrow reading, or the wide alone where nothing is widened."""
        return (True,) if self._is_sharp(members, more) else (True, False)

    def _is_sharp(self, members: Sequence[Member], more: Iterable[str]) -> bool:
        for member in members:
            key = (*member.key, member.reading)
            if key not in self._sharp:
                self._sharp[key] = all(map(is_sharp, member.parts))
            if not self._sharp[key]:
                return False
        return self.scene(self.granted(members, more)).is_sharp

    def is_possible(self, members: Sequence[Member], wide: bool, more: frozenset[str] = frozenset()) -> bool:
        """Whether all the members can hold together."""
        wide = wide or self._is_sharp(members, more)
        key = (_set_of(members), wide, more)
        found = self._possible.get(key)
        if found is None:
            found = self._possible[key] = self._holds_together(members, wide, more)
        return found

    def _holds_together(self, members: Sequence[Member], wide: bool, more: frozenset[str]) -> bool:
        bridges = self.granted(members, more)
        scene = self.scene(bridges)
        if any(member.reading > 1 for member in members) or bridges not in self._often:
            return self.theory_in(scene, members, wide).is_possible()
        base = members[:1] if len(members) < 3 else members[1:]
        trial = self._trial(bridges, wide, base)
        whole = self._with_givens(bridges, scene, members)
        if trial.base <= whole:
            return trial.can_take(whole)
        return self.compiled(bridges, wide).theory(whole).is_possible()

    def _trial(self, bridges: frozenset[str], wide: bool, base: Sequence[Member]) -> Trial:
        """The trial of some members, kept until another base is asked for under the same bridges and width."""
        keys = frozenset(member.key for member in base)
        last = self._trials.get((bridges, wide, len(base) > 1))
        if last is None or last[0] != keys:
            whole = self._with_givens(bridges, self.scene(bridges), base)
            last = keys, Trial(self.compiled(bridges, wide), whole)
            self._trials[bridges, wide, len(base) > 1] = last
        return last[1]

    def _with_givens(self, bridges: frozenset[str], scene: Scene, members: Sequence[Member]) -> frozenset[Key]:
        own = bridges, frozenset(member.key for member in members)
        found = self._whole.get(own)
        if found is None:
            keys = self.compiled_givens(bridges)
            found = self._whole[own] = own[1].union(keys[given] for given in self.givens(scene, members))
        return found

    def compiled_givens(self, bridges: frozenset[str]) -> dict[Given, Key]:
        """The dates that may be given to anybody under these bridges, by the key that owns each when compiled."""
        found = self._given_keys.get(bridges)
        if found is None:
            found = self._given_keys[bridges] = self.given_keys(self.scene(bridges), self._everybody)
        return found

    def compiled(self, bridges: frozenset[str], wide: bool) -> Compiled:
        """All claims on their first reading, all records and all that may be given, compiled."""
        found = self._compiled.get((bridges, wide))
        if found is None:
            scene = self.scene(bridges)
            found = Compiled(scene, self._everybody, self.compiled_givens(bridges), wide)
            self._compiled[bridges, wide] = found
        return found

    @cached_property
    def _often(self) -> tuple[frozenset[str], ...]:
        """The bridges under which most sets are tried: those of the perspective, and all there are."""
        return self.granted(()), self.granted(
            (), (id for id in self.view.corpus.bridges if id not in self.view.refused)
        )

    @cached_property
    def _everybody(self) -> tuple[Member, ...]:
        return (*(m for m in self.claims if m.parts), *(record for record in self.records if record.is_record))

    def core(self, members: Sequence[Member], wide: bool) -> tuple[Ground, ...] | None:
        """None if the members can hold together; otherwise the grounds on which they cannot."""
        return self.theory(members, wide).core()

    def is_possible_alone(self, member: Member, wide: bool = True) -> bool:
        """Whether a member is possible with its own givens."""
        return self.is_possible((member,), wide)

    def plain_date(self, member: Member) -> PlainDate | None:
        """What a member dates, if all that it says is when one event was, and nothing else bears on that.

        None in a corpus with bridges, and of an event that stands in an order or gives a role its value.
        """
        key = (member.id, member.reading)
        if key not in self._plain:
            self._plain[key] = self._plain_date(member)
        return self._plain[key]

    def _plain_date(self, member: Member) -> PlainDate | None:
        if self.view.corpus.bridges or member.given or len(member.parts) != 1 or self.readings(member.id) > 1:
            return None
        (part,) = member.parts
        match part:
            case Occurrence(target=Target("event", event, named), date=Window() as date, excluded=None) if (
                part.extent == "within" and named in (None, event)
            ):
                scene = self.scene(frozenset())
                is_alone = not scene.neighbours.get(event) and scene.entries_of(event)[0].role is None
                if is_alone and date.narrow.spans and date.narrow != EVER and date.wide != EVER:
                    return PlainDate(event, date)
        return None

    # Who can have to do with whom.

    @cached_property
    def records_near(self) -> Near:
        """The record, found by what a claim or another record touches."""
        return Near((record, self.reach(record)) for record in self.records)

    def pairs_to_compare(self) -> Iterator[tuple[Member, Member]]:
        """Every two claims in file order that share a question, a matter, or something that one says of the other.

        Whatever is not among them cannot touch; it is never looked at.
        """
        near = Near(((claim, self.reach(claim)) for claim in self.claims), self._questions)
        for place, claim in enumerate(self.claims):
            for other in near.to(self.reach(claim), self._questions(claim)):
                if other > place:
                    yield claim, self.claims[other]

    def _questions(self, member: Member) -> Iterable[str]:
        return (s.question for s in self.view.corpus.claims[member.id].statements if s.question is not None)

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
                        elif isinstance(denied, Value):
                            roles.add((denied.role, scene.stands_for(denied.of)))
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
        # One that another member replaces clashes with none.
        givens = self._offered_together(scene, (member,), of_bridges=False)
        events |= {given.event for given in givens}
        events |= _counted_from(scene, givens)
        of_bridges = {scene.stands_for(anchor) for anchor in scene.anchors}
        waiting = list(events)
        while waiting:
            here = waiting.pop()
            given = scene.given_date(here, ()) if here in of_bridges else None
            for event in (*scene.neighbours.get(here, ()), *(_counted_from(scene, (given,)) if given else ())):
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


@dataclass(frozen=True, slots=True)
class _Offered:
    """The dates that a member brings along, their events, and the events whose given date it replaces.

    It `is_particular` where it is given claims, or dates that serve some claimants only.
    """

    givens: tuple[Given, ...]
    events: frozenset[str]
    replaced: frozenset[str]
    is_particular: bool


def _replaced_by(scene: Scene, member: Member) -> Iterator[str]:
    """The events that a claim under test dates itself, so that no date of theirs is given beside it."""
    if not (member.is_record or member.trusted):
        yield from map(scene.stands_for, events_dated_otherwise(member))


def _counted_from(scene: Scene, givens: Iterable[Given]) -> set[str]:
    """The events from which given dates count."""
    return {
        scene.stands_for(anchor) for given in givens for date in given.all_dates for anchor in anchors_of(date)
    }


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
