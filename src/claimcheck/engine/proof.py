"""Proofs: why a set of members cannot all hold, or why the record leaves a limit, in steps to be checked.

Belongs here: the search for the proof that a historian would tell (the fewest moves, by documented records and
by the events that the claimants themselves name), and its steps: premises with their places, deductions with the
steps that they rest on, a last step that says what clashes. Does not belong here: finding conflicts (see
`conflicts`, `lineup`, `verdicts`), sentences (see `claimcheck.report.words`). A proof is made when it is shown.

The search is a lightest derivation (Knuth, A generalization of Dijkstra's algorithm, Information Processing
Letters 6, 1977): from differences between two points in time that are stated, others follow by adding, by the
calendar, by unions, and where all but one of several possibilities have failed; each costs what it rests on and
a little more. What is found first is the cheapest. Where nothing is left but to suppose, each possibility is
supposed in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import count

from claimcheck.corpus.entries import Claim, Record
from claimcheck.dates.relations import move
from claimcheck.dates.when import DAY, Edge, TimeSet, Unit, Window, anchors_of
from claimcheck.engine.anchor_points import Anchored, first_day_with, moving_points
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.citations import STRUCTURE, Cited, Witness
from claimcheck.engine.entailment import DENIAL, Core
from claimcheck.engine.findings import Bound, Clash, Role, Step, Subject
from claimcheck.engine.formulas import WITHIN, from_on, past, short_of, up_to
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import (
    ORIGIN,
    Atom,
    Clause,
    Leaps,
    Literal,
    Network,
    Node,
    at_most,
    is_strict,
    less_than,
    seconds_of,
)
from claimcheck.engine.parts import Dispute, Key, Member, date_of
from claimcheck.engine.premises import Premises
from claimcheck.engine.scene import Given, Scene
from claimcheck.engine.search import contradiction
from claimcheck.engine.theory import Ground, Link, Theory
from claimcheck.engine.unions import hull_of, unions_left

# The doors.


def clash(
    inquiry: Inquiry, members: Sequence[Member], wide: bool = True, more: frozenset[str] = frozenset()
) -> tuple[Step, ...]:
    """Why the members cannot all hold: what is stated, what follows, and last the two steps that clash.

    With `more` bridges than they are granted, it is supposed that these hold.

    Where one disputes another beside something of its own that clashes as well, what follows from the dispute
    alone is told first, as steps of its own.
    """
    own = tuple(map(_undisputing, members))
    if own != tuple(members):
        setting = _setting(inquiry, own, wide, more)
        if not setting.theory.is_possible():
            proof = _told(setting)
            return joined(*_disputes(setting, members, proof), proof)
    return _told(_setting(inquiry, members, wide, more))


def _told(setting: Setting) -> tuple[Step, ...]:
    proof = _prove(setting.clauses, setting.theory.points, setting.costs)
    telling = _Telling(setting)
    core = () if proof is not None else tuple(_numbers_needed(setting.clauses, setting.theory.points))
    telling.tell(proof if proof is not None else _Searched(core))
    return telling.finished()


def _undisputing(member: Member) -> Member:
    """The member without its disputes, where it says something else as well."""
    own = tuple(part for part in member.parts if not isinstance(part, Dispute))
    return replace(member, parts=own) if own else member


def _disputes(setting: Setting, members: Sequence[Member], proof: Steps) -> Iterator[Steps]:
    """What follows from each dispute between two claims of a proof, beside what else these say."""
    claims = {step.id: step for step in proof if step.role is Role.CLAIM}
    for member in members:
        for part in member.parts:
            if isinstance(part, Dispute) and member.id in claims and part.claim in claims:
                disputing = _Premises(setting)
                disputing.tie(("disputes", member.id, part.claim))
                for step in disputing.in_order():
                    yield claims[part.claim], step, Step(Role.CLASH, clash=Clash.DISPUTE, follows=(0, 1))


def joined(*proofs: Steps) -> Steps:
    """Proofs one after the other, what several of them state or deduce told once; all that is stated first."""
    stated = dict.fromkeys(step for proof in proofs for step in proof if not step.follows)
    found = sorted(stated, key=lambda step: (_STATED.index(step.role), step.relation == "disputes"))
    for proof in proofs:
        places: list[int] = []
        for step in proof:
            step = replace(step, follows=tuple(sorted(places[number] for number in step.follows)))
            if step not in found:
                found.append(step)
            places.append(found.index(step))
    return tuple(found)


# In the order in which they are told.
_STATED = (Role.CLAIM, Role.RECORD, Role.GIVEN, Role.KIND, Role.ORDER, Role.BRIDGE)


def because_of_limit(
    inquiry: Inquiry,
    members: Sequence[Member],
    theory: Theory,
    wanted: tuple[Node, int, bool],
    subject: Subject,
    wide: bool,
) -> tuple[Step, ...]:
    """Why a node is not before an instant (the third is true) or not after it; empty where that does not follow.

    `wide` says whether the theory takes dates widely.

    Where it follows only because every possibility left open comes to the same, one deduction says so.
    """
    node, instant, is_lower = wanted
    scene = inquiry.scene(inquiry.granted(members))
    lent = {given.key: given for given in inquiry.givens(scene, members)}
    setting = Setting(inquiry, tuple(members), theory, lent, wide)
    telling = _Telling(setting)
    search = _Search(theory.clauses, theory.points, setting.costs)
    found = search.reach(*((ORIGIN, node, at_most(-instant)) if is_lower else (node, ORIGIN, at_most(instant))))
    if found is not None:
        telling.tell_limit(found, is_lower, subject)
        return telling.finished()
    against = short_of(node, instant) if is_lower else past(node, instant)
    clauses = (*theory.clauses, Clause((against,), Ground(frozenset())))
    core = [number for number in _numbers_of_core(clauses, theory.points) if number < len(theory.clauses)]
    telling.tell_whole(core, Bound(subject, is_lower, instant, Unit.DAY if instant % DAY == 0 else Unit.HOUR))
    return telling.finished() if core else ()


def entailment(
    inquiry: Inquiry,
    premises: Premises,
    shows: Callable[[Premises], Core | None],
    members: Sequence[Member],
    conclusion: Step,
) -> tuple[Step, ...]:
    """Why a conclusion about a claim follows from premises that show it: what is stated, and what follows.

    `members` are those of which it is told, in order; the claim is among them. Of the given dates those are told
    without which it would not follow.
    """
    split = tuple(one for given in premises.givens for one in _one_by_one(inquiry, premises.scene, given))
    literal = replace(premises, givens=split, is_literal=True)
    kept = literal if shows(literal) is not None else replace(premises, givens=split)
    for given in reversed(split):
        rest = tuple(one for one in kept.givens if one is not given)
        meant = kept.meant and tuple(one for one in kept.meant if one.event != given.event)
        less = replace(kept, givens=rest, meant=meant)
        kept = less if shows(less) is not None else kept
    core = shows(kept)
    assert core is not None, "the premises show it"
    lent: dict[Key, Given] = {}
    for one in kept.givens:
        known = lent.get(one.key, replace(one, ids=(), dates=(), lasting=()))
        ids, dates, lasting = (*known.ids, *one.ids), (*known.dates, *one.dates), (*known.lasting, *one.lasting)
        lent[one.key] = replace(one, ids=ids, dates=dates, lasting=lasting)
    telling = _Telling(Setting(inquiry, tuple(members), Theory((), (), ()), lent, premises.wide))
    keys = [member.key for member in premises.members]
    telling.conclude(core, conclusion, keys, _merging(inquiry, kept, shows), kept.is_literal)
    claim = next(member for member in members if member.key == ("claim", conclusion.id))
    concluded = telling.premises.state(claim.key)
    for part in claim.parts:
        if isinstance(part, Dispute) and (not conclusion.parts or part.number in conclusion.parts):
            concluded += telling.premises.tie(("disputes", claim.id, part.claim))
    return telling.finished(beside=concluded)


def _merging(inquiry: Inquiry, premises: Premises, shows: Callable[[Premises], Core | None]) -> Iterator[str]:
    """The bridges that make two events one, without which premises would not show something."""
    granted = frozenset(bridge.id for bridge in premises.scene.bridges)
    for bridge in premises.scene.bridges:
        without = replace(premises, scene=inquiry.scene(granted - {bridge.id}))
        if bridge.same is not None and shows(without) is None:
            yield bridge.id


def premises_of(
    inquiry: Inquiry, members: Sequence[Member], of: Sequence[Member], in_full: bool = False
) -> tuple[Step, ...]:
    """What members say, of which nothing is deduced, with the dates that the anchors of some of them bring along,
    each by one record, or `in_full` by all."""
    setting = Setting(inquiry, tuple(members), Theory((), (), ()), {})
    scene, own = setting.scene, {member.id for member in members}
    known = {given.event: given for given in inquiry.givens(scene, of)}
    lent: dict[Key, Given] = {}
    waiting = [known.get(scene.stands_for(anchor)) for member in of for anchor in member.anchors]
    waiting += [one for one in known.values() if in_full or own & {*one.ids}]
    while waiting:
        given = waiting.pop(0)
        if given is not None and given.key not in lent:
            lent[given.key] = given if in_full else next(iter(_one_by_one(inquiry, scene, given)))
            dates = lent[given.key].all_dates
            waiting += [known.get(scene.stands_for(anchor)) for date in dates for anchor in anchors_of(date)]
    stated = _Premises(replace(setting, lent=lent))
    for key in (*(member.key for member in members), *(k for k, one in lent.items() if not own & {*one.ids})):
        stated.state(key)
    for member in members:
        for part in member.parts:
            if isinstance(part, Dispute):
                stated.tie(("disputes", member.id, part.claim))
    for bridge in inquiry.granted(members):
        stated.tie(("bridge", bridge, ""))
    return stated.in_order()


Steps = tuple[Step, ...]


# What is under test.


@dataclass(frozen=True, slots=True)
class Setting:
    """A set under test as clauses, with whose each is. `lent` are the dates of anchors, a record at a time."""

    inquiry: Inquiry
    members: tuple[Member, ...]
    theory: Theory
    lent: Mapping[Key, Given]
    wide: bool = True
    more: frozenset[str] = frozenset()

    @property
    def granted(self) -> frozenset[str]:
        """The bridges that the set grants, and those that are supposed to hold as well."""
        return self.inquiry.granted(self.members, self.more)

    @property
    def scene(self) -> Scene:
        """The structure under these bridges."""
        return self.inquiry.scene(self.granted)

    @property
    def clauses(self) -> Sequence[Clause]:
        """What the set brings."""
        return self.theory.clauses

    @property
    def costs(self) -> list[int]:
        """What it costs to use each clause: nothing for what goes without saying, more for each further premise.

        A relation to an event costs less than the edge of a window: that is what the claimant himself points to.
        """
        return [self._cost(clause) for clause in self.clauses]

    def _cost(self, clause: Clause) -> int:
        ground = clause.reason
        assert isinstance(ground, Ground)
        given = [key for key in ground.owners if key in self.lent]
        is_relation = all(isinstance(atom, Atom) and ORIGIN not in (atom.x, atom.y) for atom in clause.atoms)
        if given:  # a record that gives the date outright before one that counts from another event
            return sum((10 if is_relation else 4) * len(self.lent[key].ids) for key in given)
        structure = [link for link in ground.links if link[0] in STRUCTURE or link[0] == "bridge"]
        if not ground.owners and not structure:
            return 3 if any(_is_point(node) for node in _nodes_of(clause)) else 0
        return (7 if is_relation else 12) + 2 * len(structure)


def _setting(inquiry: Inquiry, members: Sequence[Member], wide: bool, more: frozenset[str]) -> Setting:
    """The set under test; what a record among the members says is not given as well, unless it takes that."""
    records = frozenset(member.id for member in members if member.is_record)
    if records:
        setting = _setting_without(inquiry, members, wide, more, records)
        if not setting.theory.is_possible():
            return setting
    return _setting_without(inquiry, members, wide, more, frozenset())


def _setting_without(
    inquiry: Inquiry, members: Sequence[Member], wide: bool, more: frozenset[str], records: frozenset[str]
) -> Setting:
    scene = inquiry.scene(inquiry.granted(members, more))
    assembly = Assembly(scene, wide)
    for member in members:
        assembly.include(member)
    lent: dict[Key, Given] = {}
    for given in inquiry.givens(scene, members):
        for one in _one_by_one(inquiry, scene, given):
            if records.issuperset(one.ids):
                continue
            key: Key = ("given", f"{one.event} by {' '.join(one.ids)}")
            lent[key] = one
            assembly.lend(one, key)
    return Setting(inquiry, tuple(members), assembly.theory(), lent, wide, more)


def _one_by_one(inquiry: Inquiry, scene: Scene, given: Given) -> Iterator[Given]:
    """A given date record by record, the documented first, where each record by itself says something of it."""
    entries = inquiry.record_entries
    records = [entries[id] for id in given.ids if id in entries]
    windows = [date for r in records if r.when is not None and isinstance(date := date_of(r.when), Window)]
    common = TimeSet(windows[0].narrow.spans) if windows else None
    for window in windows[1:]:
        common = common.intersection(window.narrow) if common is not None else None
    is_one = given.event in scene.rivals or (common is not None and not common.spans)
    if len(records) < 2 or len(records) != len(given.ids) or is_one:
        yield given
        return
    lasting = dict(zip([r.id for r in records if r.extent == "throughout"], given.lasting, strict=True))
    for record in sorted(records, key=_rank_of_date):
        if record.id in lasting:
            yield replace(given, ids=(record.id,), dates=(), lasting=(lasting[record.id],))
        elif record.when is not None:
            yield replace(given, ids=(record.id,), dates=(date_of(record.when),), lasting=())


def _rank_of_date(record: Record) -> tuple[bool, bool]:
    """The documented first, then those that count from no other event."""
    is_relative = record.when is not None and not isinstance(date_of(record.when), Window)
    return record.basis != "documented", is_relative


# The search.


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """`x - y <= weight`, at what cost, how it follows, and whose statements it rests on."""

    x: Node
    y: Node
    weight: int
    cost: int
    how: How
    owners: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class Stated:
    """By a clause without a choice."""

    clause: int


@dataclass(frozen=True, slots=True)
class Added:
    """From two others: `x - z` and `z - y`."""

    first: Fact
    second: Fact


@dataclass(frozen=True, slots=True)
class Moved:
    """By the calendar, from a limit of what is counted from, or of what is counted."""

    limit: Fact


@dataclass(frozen=True, slots=True)
class Leapt:
    """By a union of many spans, from a limit (or from nothing: its own first and last)."""

    clause: int
    limit: Fact | None


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What is left of a clause with a choice, as all other possibilities have failed, each by a fact."""

    clause: int
    failing: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Supposed:
    """One of the possibilities of a clause, supposed."""

    clause: int


How = Stated | Added | Moved | Leapt | LeftOver | Supposed


@dataclass(frozen=True, slots=True)
class Cycle:
    """Facts that lead in a circle and leave less than no time: each one's `x` is the next one's `y`.

    `others` are such circles of the same cost: they may be told in fewer steps.
    """

    facts: tuple[Fact, ...]
    cost: int
    others: tuple[tuple[Fact, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Never:
    """A clause that nothing can satisfy: what it excludes is asserted."""

    clause: int
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Apart:
    """Unions of many spans that have nothing in common, by these clauses."""

    clauses: tuple[int, ...]
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Cases:
    """Each possibility of a clause, supposed, and the proof that it fails."""

    clause: int
    cases: tuple[tuple[Literal, Proof], ...]
    cost: int


@dataclass(frozen=True, slots=True)
class _Searched:
    """No proof short enough to be told: these clauses were found impossible by trying what they leave open."""

    clauses: tuple[int, ...]
    cost: int = 0


Proof = Cycle | Never | Apart | Cases | _Searched

_NOT_TESTED = (None, Clash.DATES, Clash.CASES, Clash.DISPUTE, Clash.SEARCHED)
_MOST_FACTS = 6000  # in one line of thought
_AS_CHEAP = 5  # of circles of one cost, those that are told to see which takes the fewest steps
_DEEPEST = 4  # suppositions within suppositions
_SUPPOSING = 20
_STEP = 1


class _Search:
    """Facts by what they cost, from clauses and from what is supposed, until some of them clash."""

    def __init__(
        self,
        clauses: Sequence[Clause],
        points: Sequence[Anchored],
        costs: Sequence[int],
        supposed: Sequence[tuple[int, Literal]] = (),
    ) -> None:
        self.clauses = clauses
        self.costs = costs
        self.known: dict[tuple[Node, Node], list[Fact]] = {}
        self.ahead: dict[Node, list[Fact]] = {}  # steps by their y
        self.behind: dict[Node, list[Fact]] = {}  # steps by their x
        self.to: dict[Node, set[Node]] = {}  # the y of facts by their x
        self.of: dict[Node, set[Node]] = {}
        self.open: dict[int, dict[int, Fact]] = {}  # a clause with a choice: which of its atoms fail, by what
        self.watched: dict[tuple[Node, Node], list[tuple[int, int]]] = {}
        self.never: Never | Apart | None = None
        self.best: tuple[tuple[int, int, int], Cycle] | None = None
        self.as_cheap: dict[frozenset[tuple[Node, Node]], tuple[Fact, ...]] = {}
        self._waiting: list[tuple[int, int, Fact]] = []
        self._numbers = count()
        self.points = {p.node: p for p in moving_points(points)}
        self.counted: dict[Node, list[Anchored]] = {}
        for point in self.points.values():
            self.counted.setdefault(point.anchor, []).append(point)
        self.leaps: dict[Node, list[tuple[Leaps, int]]] = {}
        self.roots: set[Node] = {ORIGIN}
        self.asserting = {
            number: ground.owners
            for number, clause in enumerate(clauses)
            if isinstance(ground := clause.reason, Ground) and any(link[0] == "asserts" for link in ground.links)
        }
        self.windows: dict[tuple[Node, Node], list[tuple[int, frozenset[Key]]]] = {}
        settled = dict(supposed)
        unions: list[tuple[Leaps, int]] = []
        for number, clause in enumerate(clauses):
            atoms = (settled[number],) if number in settled else clause.atoms
            if not atoms:
                cost = costs[number]
                if self.never is None or cost < self.never.cost:
                    self.never = Never(number, cost)
            for node in _nodes_of(clause):
                if isinstance(node, tuple) and node[0] in ("start", "end", "first", "last"):
                    self.roots.add(node)
            if len(atoms) > 1:
                self.open[number] = {}
                for place, literal in enumerate(atoms):
                    if isinstance(literal, Atom):
                        self.watched.setdefault((literal.y, literal.x), []).append((number, place))
                continue
            for literal in atoms:
                how: How = Supposed(number) if number in settled else Stated(number)
                cost = costs[number] if number not in settled else _SUPPOSING
                if isinstance(literal, Leaps):
                    unions.append((literal, number))
                else:
                    if ORIGIN in (literal.x, literal.y) and number not in settled:
                        alike = self.windows.setdefault((literal.x, literal.y), [])
                        alike.append((literal.weight, self._owners(number)))
                    self.push(literal, cost, how)
        self._take_unions(unions)

    def _take_unions(self, unions: Sequence[tuple[Leaps, int]]) -> None:
        if not unions:
            return
        network = Network()
        for number, clause in enumerate(self.clauses):
            if len(clause.atoms) == 1 and isinstance(clause.atoms[0], Atom):
                network.add(clause.atoms[0], number)
        for leaps, number in unions:
            network.add(leaps, number)
            self.leaps.setdefault(leaps.here, []).append((leaps, number))
            if leaps.there != leaps.here:
                self.leaps.setdefault(leaps.there, []).append((leaps, number))
            if leaps.form == WITHIN:
                for atom in hull_of(leaps):
                    self.push(atom, self.costs[number], Leapt(number, None))
        for left in unions_left(network, tuple(self.points.values())).values():
            if not left.when.spans and self.never is None:
                numbers = tuple(sorted(left.reasons))
                self.never = Apart(numbers, sum(self.costs[number] for number in numbers))

    # Facts.

    def push(self, atom: Atom, cost: int, how: How) -> None:
        """Notes what follows, to be looked at when nothing cheaper is left."""
        if self.best is not None and cost >= self.best[0][0]:
            return
        owners = self._owners_of(how)
        for weight, of in self.windows.get((atom.x, atom.y), ()):
            if isinstance(how, Stated | Supposed):
                is_needless = _are_given(owners) and not _are_given(of)
            else:
                is_needless = of <= owners
            if weight <= atom.weight and is_needless:
                return  # somebody under test, or one of those on whom it rests, says as much by himself
        fact = Fact(atom.x, atom.y, atom.weight, cost, how, owners)
        heappush(self._waiting, (cost, next(self._numbers), fact))

    def _owners_of(self, how: How) -> frozenset[Key]:
        match how:
            case Stated(clause) | Supposed(clause) | Leapt(clause, None):
                return self._owners(clause)
            case Added(first, second):
                return first.owners | second.owners
            case Moved(limit):
                return limit.owners
            case Leapt(clause, limit):
                return self._owners(clause) | (limit.owners if limit is not None else frozenset())
            case LeftOver(clause, failing):
                return self._owners(clause).union(*(fact.owners for fact in failing))

    def _owners(self, clause: int) -> frozenset[Key]:
        ground = self.clauses[clause].reason
        return ground.owners if isinstance(ground, Ground) else frozenset()

    def run(self) -> Cycle | Never | Apart | None:
        """The cheapest clash; None if what is open must be supposed."""
        if self.never is not None and self.never.cost == 0:
            return self.never
        looked_at = 0
        while self._waiting:
            cost, _, fact = heappop(self._waiting)
            if self.best is not None and cost >= self.best[0][0]:
                break
            if self.never is not None and cost >= self.never.cost:
                break  # what is still to come is no cheaper
            if self._take(fact):
                looked_at += 1
                if looked_at > _MOST_FACTS:
                    break
        if self.best is None:
            return self.never
        if self.never is not None and self.never.cost <= self.best[1].cost:
            return self.never
        best = self.best[1].facts
        used = _clauses_of(best)
        others = [facts for facts in self.as_cheap.values() if facts != best and _clauses_of(facts) == used]
        return replace(self.best[1], others=tuple(others[:_AS_CHEAP]))

    def reach(self, x: Node, y: Node, weight: int) -> Fact | None:
        """The cheapest fact that says no less of `x - y` than the weight, all facts being consistent."""
        self.roots.update((x, y))
        enough = [fact for fact in self.known.get((x, y), ()) if fact.weight <= weight]
        looked_at = 0
        while not enough and self._waiting and looked_at <= _MOST_FACTS:
            _, _, fact = heappop(self._waiting)
            if self._take(fact):
                looked_at += 1
                if (fact.x, fact.y) == (x, y) and fact.weight <= weight:
                    return fact
        return enough[0] if enough else None

    def _take(self, fact: Fact) -> bool:
        """Draws what follows from a fact at once, unless a cheaper one says as much."""
        known = self.known.setdefault((fact.x, fact.y), [])
        if any(other.weight <= fact.weight and other.owners <= fact.owners for other in known):
            return False
        known.append(fact)
        self.to.setdefault(fact.x, set()).add(fact.y)
        self.of.setdefault(fact.y, set()).add(fact.x)
        if fact.x == fact.y:
            if fact.weight < 0:
                self._clash((fact,))
            return True
        for other in self.known.get((fact.y, fact.x), ()):
            if fact.weight + other.weight < 0:
                self._clash((fact, other))
        self._look_at_open(fact)
        if not isinstance(fact.how, Added):
            self.ahead.setdefault(fact.y, []).append(fact)
            self.behind.setdefault(fact.x, []).append(fact)
            for y in list(self.to.get(fact.y, ())):
                for before in list(self.known[fact.y, y]):
                    self._add(fact, before)
            for x in list(self.of.get(fact.x, ())):
                for after in list(self.known[x, fact.x]):
                    self._add(after, fact)
        for step in self.ahead.get(fact.x, ()):
            self._add(step, fact)
        for step in self.behind.get(fact.y, ()):
            self._add(fact, step)
        if ORIGIN in (fact.x, fact.y):
            self._look_at_calendar(fact)
            self._look_at_unions(fact)
        return True

    def _add(self, first: Fact, second: Fact) -> None:
        x, y = first.x, second.y
        is_asked = (x, y) in self.watched
        if first.y == ORIGIN and ORIGIN not in (x, y) and not is_asked:
            return  # two limits say nothing new of a difference
        if is_asked or x in self.roots or y in self.roots:
            weight = first.weight + second.weight
            if x == y and weight >= 0:
                return
            cost = (
                first.cost + second.cost + _STEP + self._newcomers(first, second) + self._newcomers(second, first)
            )
            self.push(Atom(x, y, weight), cost, Added(first, second))

    def _newcomers(self, step: Fact, beside: Fact) -> int:
        """What it costs that somebody is named only because he asserts something."""
        if not isinstance(step.how, Stated):
            return 0
        asserting = self.asserting.get(step.how.clause)
        return 0 if asserting is None or asserting <= beside.owners else 2

    def _clash(self, facts: tuple[Fact, ...]) -> None:
        steps = tuple(step for fact in reversed(facts) for step in reversed(_steps_of(fact)))
        cost = sum(fact.cost for fact in facts)
        away = 0 if any(ORIGIN in (step.x, step.y) for step in steps) else 1
        key = (cost, away, sum(fact.weight for fact in facts))
        if self.best is not None and key[:2] == self.best[0][:2]:
            self.as_cheap.setdefault(frozenset((step.x, step.y) for step in steps), steps)
        if self.best is None or key < self.best[0]:
            if self.best is None or key[:2] < self.best[0][:2]:
                self.as_cheap = {frozenset((step.x, step.y) for step in steps): steps}
            self.best = key, Cycle(steps, cost)

    def _look_at_open(self, fact: Fact) -> None:
        for number, place in self.watched.get((fact.x, fact.y), ()):
            failing = self.open[number]
            atoms = self.clauses[number].atoms
            atom = atoms[place]
            if place in failing or not isinstance(atom, Atom) or fact.weight + atom.weight >= 0:
                continue
            failing[place] = fact
            if len(failing) < len(atoms) - 1:
                continue
            for other, literal in enumerate(atoms):
                rest = [failing[one] for one in range(len(atoms)) if one != other and one in failing]
                if len(rest) == len(atoms) - 1 and isinstance(literal, Atom):
                    cost = self.costs[number] + sum(one.cost for one in rest) + 5
                    self.push(literal, cost, LeftOver(number, tuple(rest)))

    def _look_at_calendar(self, fact: Fact) -> None:
        """From the limit of an anchor to that of a point counted from it; and back, where that can be done."""
        is_upper = fact.y == ORIGIN
        node = fact.x if is_upper else fact.y
        for point in self.counted.get(node, ()):
            instant = seconds_of(fact.weight) if is_upper else -seconds_of(fact.weight)
            if is_upper:
                if point.is_from_start and is_strict(fact.weight):
                    instant -= 1
                self.push(up_to(point.node, move(point.point, instant)), fact.cost + _STEP, Moved(fact))
            else:
                if not point.is_from_start and is_strict(fact.weight):
                    instant += 1
                self.push(from_on(point.node, move(point.point, instant)), fact.cost + _STEP, Moved(fact))
        counted = self.points.get(node)
        if counted is None or counted.point.edge in (Edge.START, Edge.END):
            return
        strict = 1 if is_strict(fact.weight) else 0
        if is_upper:
            stop = first_day_with(counted, seconds_of(fact.weight) - strict + 1) * DAY
            atom = (short_of if counted.is_from_start else up_to)(counted.anchor, stop)
        else:
            start = first_day_with(counted, -seconds_of(fact.weight) + strict) * DAY
            atom = (from_on if counted.is_from_start else past)(counted.anchor, start)
        self.push(atom, fact.cost + _STEP, Moved(fact))

    def _look_at_unions(self, fact: Fact) -> None:
        is_upper = fact.y == ORIGIN
        for leaps, number in self.leaps.get(fact.x if is_upper else fact.y, ()):
            cost = fact.cost + self.costs[number] + _STEP
            if is_upper and leaps.there == fact.x:
                fallen = leaps.fallen(fact.weight)
                if fallen is not None:
                    self.push(Atom(leaps.here, ORIGIN, fallen), cost, Leapt(number, fact))
            if not is_upper and leaps.here == fact.y:
                risen = leaps.risen(-fact.weight)
                if risen is not None:
                    self.push(Atom(ORIGIN, leaps.there, -risen), cost, Leapt(number, fact))


def _steps_of(fact: Fact) -> list[Fact]:
    """The facts that were added up, from its `x` back to its `y`."""
    if isinstance(fact.how, Added):
        return [*_steps_of(fact.how.first), *_steps_of(fact.how.second)]
    return [fact]


def _are_given(owners: Iterable[Key]) -> bool:
    return all(role == "given" for role, _ in owners)


def _clauses_of(facts: Iterable[Fact]) -> frozenset[int]:
    found: set[int] = set()
    waiting = list(facts)
    while waiting:
        match waiting.pop().how:
            case Stated(clause) | Supposed(clause) | Leapt(clause, None):
                found.add(clause)
            case Added(first, second):
                waiting += (first, second)
            case Moved(limit):
                waiting.append(limit)
            case Leapt(clause, limit):
                found.add(clause)
                waiting += [limit] if limit is not None else []
            case LeftOver(clause, failing):
                found.add(clause)
                waiting += failing
    return frozenset(found)


def _prove(
    clauses: Sequence[Clause],
    points: Sequence[Anchored],
    costs: Sequence[int],
    supposed: tuple[tuple[int, Literal], ...] = (),
) -> Proof | None:
    """The cheapest proof that the clauses cannot all hold; None where none is short enough."""
    search = _Search(clauses, points, costs, supposed)
    found = search.run()
    if found is not None or len(supposed) >= _DEEPEST:
        return found
    core = _numbers_of_core(clauses, points, supposed)
    cases: list[tuple[int, Cases]] = []
    left: list[int] = []
    for number in core:
        atoms = clauses[number].atoms
        if len(atoms) < 2 or number in dict(supposed):
            continue
        proofs = [(atom, _Search(clauses, points, costs, (*supposed, (number, atom))).run()) for atom in atoms]
        told = [(atom, proof) for atom, proof in proofs if proof is not None]
        if len(told) == len(atoms):
            cost = costs[number] + sum(proof.cost for _, proof in told)
            cases.append((cost, Cases(number, tuple(told), cost)))
        else:
            left.append(number)
    if cases:
        return min(cases, key=lambda one: one[0])[1]
    for number in sorted(left, key=lambda number: len(clauses[number].atoms)):
        deeper = [(a, _prove(clauses, points, costs, (*supposed, (number, a)))) for a in clauses[number].atoms]
        whole = [(atom, proof) for atom, proof in deeper if proof is not None]
        if len(whole) == len(deeper):
            return Cases(number, tuple(whole), costs[number] + sum(proof.cost for _, proof in whole))
    return None


def _numbers_of_core(
    clauses: Sequence[Clause], points: Sequence[Anchored], supposed: tuple[tuple[int, Literal], ...] = ()
) -> list[int]:
    settled = dict(supposed)
    chosen = [replace(c, atoms=(settled[n],)) if n in settled else c for n, c in enumerate(clauses)]
    return list(contradiction(chosen, Theory((), tuple(points), ()).check) or ())


def _numbers_needed(clauses: Sequence[Clause], points: Sequence[Anchored]) -> list[int]:
    """A core each clause of which is needed."""
    core = _numbers_of_core(clauses, points)
    for number in tuple(core):
        rest = [other for other in core if other != number]
        if _numbers_of_core([clauses[other] for other in rest], points):
            core = rest
    return core


def _without_needless_structure(theory: Theory) -> Sequence[Clause]:
    """The clauses of an impossible theory without those that rest on structure that can be spared."""
    clauses: Sequence[Clause] = theory.clauses
    grounds = [clause.reason for clause in clauses if isinstance(clause.reason, Ground)]
    for link in dict.fromkeys(link for ground in grounds for link in ground.links if link[0] in STRUCTURE):
        rest = [c for c in clauses if not isinstance(c.reason, Ground) or link not in c.reason.links]
        clauses = rest if _numbers_of_core(rest, theory.points) else clauses
    return clauses


def _is_denied(clause: Clause) -> bool:
    return isinstance(clause.reason, Ground) and DENIAL in clause.reason.owners


# Premises.


class _Premises:
    """The stated steps of a proof, each once: members in order, disputes, givens, structure, bridges."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.steps: dict[object, Step] = {}
        self.rank: dict[object, tuple[int, ...]] = {}

    def state(self, key: Key) -> list[object]:
        """The steps that state what a claim, a record, or the records that date an anchor say; which they are."""
        inquiry = self.setting.inquiry
        if key[0] == "given":
            given = self.setting.lent[key]
            return [self._give(id, given.event) for id in given.ids]
        members = self.setting.members
        place, member = next((n, m) for n, m in enumerate(members) if m.key == key)
        if key not in self.steps:
            entry, role = (
                (inquiry.record_entries[member.id], Role.RECORD)
                if member.is_record
                else (inquiry.view.corpus.claims[member.id], Role.CLAIM)
            )
            step = Step(role, member.id, reading=member.reading, wide=self.setting.wide, position=entry.position)
            self._put(key, replace(step, source=entry.source, locator=entry.locator), 0, place)
        return [key]

    def _give(self, id: str, event: str) -> object:
        inquiry = self.setting.inquiry
        entry: Claim | Record | None = inquiry.record_entries.get(id)
        entry = entry if entry is not None else inquiry.view.corpus.claims[id]
        step = Step(Role.GIVEN, id, other=event, position=entry.position)
        events = list(inquiry.view.corpus.events)
        place = events.index(event) if event in events else -1
        name = ("given", id, event)
        return self._put(name, replace(step, source=entry.source, locator=entry.locator), 2, place)

    def tie(self, link: Link) -> list[object]:
        """The step that states a piece of structure; none for what only helps to find words."""
        relation, id, other = link
        corpus = self.setting.inquiry.view.corpus
        if relation == "bridge" and id in corpus.bridges:
            place = list(corpus.bridges).index(id)
            wide = self.setting.wide or self.setting.scene.takes_widely
            step = Step(Role.BRIDGE, id, wide=wide, position=corpus.bridges[id].position)
            return [self._put(link, step, 5, place)]
        if relation == "disputes":
            claim = corpus.claims.get(id)
            if claim is None or not claim.statements:
                return []
            step = Step(Role.CLAIM, id, other=other, relation=relation, position=claim.position)
            return [self._put(link, replace(step, source=claim.source, locator=claim.locator), 1, 0)]
        if relation not in STRUCTURE:
            return []
        entry = corpus.kinds.get(id) if relation in ("broader", "presupposes") else corpus.events.get(id)
        order = list(corpus.kinds) if relation in ("broader", "presupposes") else list(corpus.events)
        role = Role.ORDER if relation == "order" else Role.KIND
        step = Step(role, id, other=other, relation=relation, position=entry.position if entry else None)
        rank = 4 if role is Role.ORDER else 3
        return [self._put(link, step, rank, order.index(id) if id in order else -1)]

    def _put(self, name: object, step: Step, *rank: int) -> object:
        if name not in self.steps:
            self.steps[name] = step
            self.rank[name] = (*rank, len(self.rank))
        return name

    @property
    def links(self) -> list[Link]:
        """The pieces of structure that are stated."""
        return [name for name in self.steps if isinstance(name, tuple) and len(name) == 3 and name[0] != "given"]

    def order(self) -> list[object]:
        """The names of the steps in the order in which they are told."""
        return sorted(self.steps, key=lambda name: self.rank[name])

    def in_order(self) -> tuple[Step, ...]:
        """The steps in the order in which they are told."""
        return tuple(self.steps[name] for name in self.order())


# Telling.


@dataclass(frozen=True, slots=True)
class Told:
    """A step that follows, with the names of the steps that it follows from; and whose statements it rests on."""

    step: Step
    follows: tuple[object, ...]
    rests_on: frozenset[Key]
    limit: Atom | None = None


class _Telling:
    """The steps told so far. A name is that of a premise, or the number of a deduction."""

    def __init__(self, setting: Setting) -> None:
        self.premises = _Premises(setting)
        self.told: list[Told] = []
        self.supposed: dict[int, int] = {}  # the step that supposes something of a clause
        self.turn_to(setting)

    def turn_to(self, setting: Setting) -> None:
        """Goes on about other clauses of the same members."""
        self.setting = setting
        self.asserted = {item.event for item in setting.theory.asserted}
        self.windows: dict[tuple[Subject, str, bool], list[tuple[int, frozenset[Key]]]] = {}
        for clause in setting.clauses:
            if len(clause.atoms) == 1 and isinstance(atom := clause.atoms[0], Atom) and ORIGIN in (atom.x, atom.y):
                node, _, is_lower = _limited(Fact(atom.x, atom.y, atom.weight, 0, Supposed(0)))
                subject = subject_of(node)
                if subject is not None and isinstance(node, tuple) and isinstance(clause.reason, Ground):
                    alike = self.windows.setdefault((subject, str(node[0]), is_lower), [])
                    alike.append((atom.weight, clause.reason.owners))

    def trial(self) -> _Telling:
        """A copy to try something on."""
        other = copy(self)
        other.premises = copy(self.premises)
        other.premises.steps, other.premises.rank = dict(self.premises.steps), dict(self.premises.rank)
        other.told, other.supposed = list(self.told), dict(self.supposed)
        return other

    def take(self, other: _Telling) -> None:
        """Keeps what was tried."""
        self.premises, self.told, self.supposed = other.premises, other.told, other.supposed

    def finished(self, is_exact: bool = True, beside: Iterable[object] = ()) -> Steps:
        """All steps, numbered: the premises that something rests on (and those `beside`), then what follows.

        `is_exact`: with everything that a step cites put to the test once more, where it may be one too many.
        """
        if is_exact:
            self._cite_exactly()
        clashes = (n for n, told in enumerate(self.told) if told.step.role is Role.CLASH)
        last = next((n for n in clashes if not self._supposes(n)), len(self.told) - 1)  # the other cases are idle
        used: set[object] = {last, *beside}
        for number in range(len(self.told) - 1, -1, -1):
            if number in used:
                used.update(self.told[number].follows)
        names = [name for name in (*self.premises.order(), *range(last + 1)) if name in used]
        place = {name: number for number, name in enumerate(names)}
        return tuple(
            replace(told.step, follows=tuple(sorted({place[one] for one in told.follows})))
            if isinstance(name, int) and (told := self.told[name])
            else self.premises.steps[name]
            for name in names
        )

    def _cite_exactly(self) -> None:
        """Leaves out what a step cites and can spare, and has it cite the bridges by which two events are one."""
        setting, merging = self.setting, self._merging_bridges
        members = {member.key: member for member in setting.members}
        witness = Witness(setting.inquiry, members, setting.granted, setting.wide)
        for number, told in enumerate(self.told):
            if told.step.clash is Clash.DATES:
                self._spare_a_limit(witness, number, told)
            if not told.follows or (told.limit is None and told.step.clash in _NOT_TESTED):
                continue
            cited = [name for name in told.follows if name not in merging]
            if not self._stands(witness, cited, told):
                cited += merging
                if not self._stands(witness, cited, told):
                    continue  # what cannot be tested stays as it is
            for name in tuple(cited):
                without = [other for other in cited if other != name]
                if without and self._stands(witness, without, told):
                    cited = without
            names = tuple(
                one for name in cited for one in (self.premises.tie(name) if name in merging else [name])
            )
            self.told[number] = replace(told, follows=tuple(dict.fromkeys(names)))

    def _spare_a_limit(self, witness: Witness, number: int, told: Told) -> None:
        """Where one of two limits that clash goes without saying, the other alone can be at no time."""
        one, other = ((name, self._behind(name)) for name in told.follows if isinstance(name, int))
        for (name, behind), (_, rest) in ((one, other), (other, one)):
            if rest <= behind and self._stands(witness, [name], told):
                step = replace(told.step, clash=Clash.ITSELF)
                self.told[number] = replace(told, step=step, follows=(name,))
                return

    @property
    def _merging_bridges(self) -> list[Link]:
        return [("bridge", bridge.id, "") for bridge in self.setting.scene.bridges if bridge.same is not None]

    def _supposes(self, number: int) -> bool:
        """Whether a step rests on a case that is supposed."""
        told = self.told[number]
        ahead = (name for name in told.follows if isinstance(name, int))
        return told.step.role is Role.CASE or any(map(self._supposes, ahead))

    def _behind(self, number: int) -> set[object]:
        """The statements on which a step rests, through others."""
        found: set[object] = set()
        for name in self.told[number].follows:
            found |= self._behind(name) if isinstance(name, int) else {name}
        return found

    def _stands(self, witness: Witness, names: Sequence[object], told: Told) -> bool:
        """Whether a step follows from the steps of these names and from nothing else."""
        stated = {name for name in names if not isinstance(name, int)}
        deduced = [self.told[name] for name in names if isinstance(name, int)]
        behind = {name for number in names if isinstance(number, int) for name in self._behind(number)}
        lent = [
            one for key, one in self.setting.lent.items() if {("given", id, one.event) for id in one.ids} <= stated
        ]
        keys = witness.members.keys()
        cited = Cited(
            frozenset(key for key in keys if key in stated),
            frozenset(key for key in keys if key in behind),
            tuple(lent),
            frozenset(link for link in (*self.premises.links, *self._merging_bridges) if link in stated),
            tuple(one.limit for one in deduced if one.limit is not None),
        )
        return witness.follows(cited, told.limit)

    def _say(
        self,
        step: Step,
        follows: Iterable[object],
        rests_on: Iterable[Key],
        limit: Atom | None = None,
    ) -> int:
        """Tells a step, unless it has been told. It does not cite what follows from what it cites anyway."""
        cited = tuple(dict.fromkeys(follows))
        if step.role is Role.DEDUCTION:
            cited = tuple(name for name in cited if not self._is_within(name, cited))
        told = Told(step, cited, frozenset(rests_on), limit)
        if step.role is Role.DEDUCTION and told in self.told:
            return self.told.index(told)
        self.told.append(told)
        return len(self.told) - 1

    def _is_within(self, name: object, cited: Sequence[object]) -> bool:
        follows = self.told[name].follows if isinstance(name, int) else ()
        return bool(follows) and set(follows) <= set(cited)

    # Proofs.

    def tell(self, proof: Proof) -> int:
        """Tells a proof, and the number of the step with which it ends."""
        match proof:
            case Cycle():
                return self._tell_cycles((proof.facts, *proof.others))
            case Never():
                names, owners = self._names(proof.clause, frozenset())
                return self._say(Step(Role.CLASH, clash=self._why(proof.clause)), names, owners)
            case Apart():
                return self._end(proof.clauses, Clash.UNIONS)
            case _Searched():
                return self._end(proof.clauses, Clash.SEARCHED)
            case Cases():
                ends: list[object] = []
                owners_of_all: set[Key] = set()
                for atom, case in proof.cases:
                    names, owners = self._names(proof.clause, frozenset())
                    bound = self._bound_of(atom)
                    limit = atom if isinstance(atom, Atom) else None
                    supposing = self._say(Step(Role.CASE, bound=bound), names, owners, limit)
                    self.supposed[proof.clause] = supposing
                    ends.append(self.tell(case))
                    del self.supposed[proof.clause]
                    owners_of_all |= owners
                return self._say(Step(Role.CLASH, clash=Clash.CASES), ends, owners_of_all)

    def conclude(
        self, core: Core, conclusion: Step, members: Iterable[Key], merging: Iterable[str], is_literal: bool
    ) -> None:
        """Tells a conclusion, of which each part follows as its denial cannot stand.

        Where a denial leaves one choice of limits, that each fails is told by these; else the whole is one step.
        It cites the members where it follows from structure alone, or from what they state outright; the bridges
        by which two events are one; and the given dates by which a relation was taken for days, where it was.
        """
        names: list[object] = []
        for refuted in core:
            if refuted.theory is None:
                for ground in refuted.grounds:
                    names += [name for key in sorted(ground.owners) for name in self.premises.state(key)]
                continue
            clauses = sorted(_without_needless_structure(refuted.theory), key=_is_denied)
            self.turn_to(replace(self.setting, theory=replace(refuted.theory, clauses=tuple(clauses))))
            is_order = conclusion.relation == "after"  # which is a limit itself
            names += (() if is_order else self._failing()) or self._all_names(
                _numbers_needed(clauses, refuted.theory.points)
            )
        if conclusion.relation == "after" or not names:
            names += [name for key in members for name in self.premises.state(key)]
        names += [name for bridge in merging for name in self.premises.tie(("bridge", bridge, ""))]
        if not is_literal:
            told = set(self.premises.steps)
            names += [name for key in self.setting.lent for name in self.premises.state(key) if name not in told]
        self._say(conclusion, names, ())

    def _failing(self) -> list[object]:
        """The names of the steps by which a denial fails: because every limit fails that it leaves open, or as
        parts of it make a circle with these steps; none where it is otherwise."""
        clauses, points = self.setting.clauses, self.setting.theory.points
        denied = [number for number, clause in enumerate(clauses) if _is_denied(clause)]
        search = _Search(clauses[: len(clauses) - len(denied)], points, self.setting.costs)
        for number in denied:
            atoms = [atom for atom in clauses[number].atoms if isinstance(atom, Atom)]
            found = [f for atom in atoms if (f := search.reach(atom.y, atom.x, -atom.weight - 1)) is not None]
            if found and len(found) == len(clauses[number].atoms):
                return self._names_of_parts(found, (number,))
        circle = _Search(clauses, points, self.setting.costs).run()
        around = circle.facts if isinstance(circle, Cycle) else ()
        parts = [None if _clauses_of((fact,)).isdisjoint(denied) else fact.how for fact in around]
        supposed = [how.clause for how in parts if isinstance(how, Stated)]
        if not supposed or len(supposed) < len(parts) - parts.count(None):
            return []
        start = next(place for place, how in enumerate(parts) if how is not None)
        runs: list[Fact | None] = []
        for fact, how in zip((*around[start:], *around[:start]), (*parts[start:], *parts[:start]), strict=True):
            last = runs[-1] if runs else None
            if how is None and last is not None:
                runs[-1] = Fact(
                    fact.x,
                    last.y,
                    last.weight + fact.weight,
                    last.cost + fact.cost,
                    Added(fact, last),
                    last.owners | fact.owners,
                )
            else:
                runs.append(None if how is not None else fact)
        return self._names_of_parts([run for run in runs if run is not None], supposed)

    def _names_of_parts(self, facts: Iterable[Fact], denied: Iterable[int]) -> list[object]:
        """Tells facts by themselves, and why what is denied is of the kind spoken of: what these are called."""
        links = [link for clause in denied for link in self._ground(clause).links]
        names = [name for link in links for name in self.premises.tie(link)]
        return [*names, *(name for fact in facts for name, _ in self._reasons(fact))]

    def _end(self, clauses: Iterable[int], why: Clash) -> int:
        return self._say(Step(Role.CLASH, clash=why), self._all_names(clauses), ())

    def tell_whole(self, clauses: Iterable[int], bound: Bound) -> int:
        """Tells a limit as what follows from all the clauses at once."""
        return self._say(Step(Role.DEDUCTION, bound=bound), self._all_names(clauses), ())

    def _all_names(self, clauses: Iterable[int]) -> list[object]:
        names: list[object] = []
        for clause in clauses:
            names += self._names(clause, frozenset())[0]
        return names

    def _why(self, clause: int) -> Clash:
        ground = self._ground(clause)
        relations = {relation for relation, _, _ in ground.links}
        if "disputes" in relations:
            return Clash.DISPUTE
        if "rivals" in relations:
            return Clash.VALUES
        return Clash.EXISTENCE if "none" in relations else Clash.ITSELF

    def _tell_cycles(self, cycles: Sequence[Sequence[Fact]]) -> int:
        """Of circles of facts, the one that needs the fewest steps."""
        found = [tried for facts in cycles if (tried := self._around(facts)) is not None]
        key, best = min(found, key=lambda tried: tried[0], default=((1,), self))
        if key[0]:  # nothing stands on both sides: the whole is one thing that goes against itself
            names: list[object] = []
            owners: frozenset[Key] = frozenset()
            for fact in cycles[0]:
                cited, of = self._cited(fact, owners)
                names, owners = [*names, *cited], owners | of
            return self._say(Step(Role.CLASH, clash=Clash.ITSELF), names, owners)
        self.take(best)
        return len(self.told) - 1

    def _around(self, facts: Sequence[Fact]) -> tuple[tuple[int, ...], _Telling] | None:
        """Both ways round a circle of facts, until they meet: of all places, those that need the fewest steps."""
        best: tuple[tuple[int, ...], _Telling] | None = None
        roots = [n for n, fact in enumerate(facts) if fact.y == ORIGIN]
        roots = roots or [n for n, fact in enumerate(facts) if subject_of(fact.y) is not None]
        for root in roots or [0]:
            around = [*facts[root:], *facts[:root]]
            for meeting in range(1, len(around)):
                node = around[meeting].y
                if subject_of(node) is None and best is not None:
                    continue
                trial = self.trial()
                is_enclosed = trial._enclose(around[:meeting], around[meeting:]) is not None
                if not is_enclosed:
                    trial._confront(around[:meeting], around[meeting:])
                key = (
                    sum(not told.follows or _is_mute(told.step) for told in trial.told[len(self.told) :]),
                    sum(map(trial._is_weak, trial.told[len(self.told) :])),
                    len(trial.finished(is_exact=False)),
                    not is_enclosed,
                    sum(len(told.follows) for told in trial.told),
                    self._rank_of_root(around[0].y),
                    self._rank_of_meeting(node),
                    isinstance(node, tuple) and node[0] == "end",
                    meeting,
                )
                if best is None or key < best[0]:
                    best = key, trial
        return best

    def _is_weak(self, told: Told) -> bool:
        """Whether somebody on whose statements a limit rests says as much by himself."""
        bound = told.step.bound
        if bound is None or bound.other is not None or len(told.follows) < 2:
            return False
        far = -bound.instant if bound.is_lower else bound.instant
        return any(
            seconds_of(weight) <= far and owners <= told.rests_on
            for weight, owners in self.windows.get((bound.subject, bound.edge, bound.is_lower), ())
        )

    def _rank_of_meeting(self, node: Node) -> int:
        """Where to confront two limits: at a first or a last, else at what somebody asserts, else anywhere."""
        if not isinstance(node, tuple) or node[0] in ("first", "last"):
            return 0
        return 1 if node[1] in self.asserted or node[0] not in ("start", "end") else 2

    def _rank_of_root(self, node: Node) -> int:
        """From where to count: from all of time, else from an event of which nobody speaks but to date others."""
        subject = subject_of(node)
        if subject is None or not isinstance(node, tuple):
            return 0
        return 3 if subject.form != "event" else 2 if node[1] in self.asserted else 1

    def _confront(self, there: Sequence[Fact], back: Sequence[Fact]) -> int:
        upper = self._walk(there, False)
        lower = self._walk(tuple(reversed(back)), True)
        return self._oppose(upper, lower, Clash.DATES)

    def _oppose(self, upper: int, lower: int, why: Clash, names: Sequence[object] = ()) -> int:
        ends = (upper, lower) if upper <= lower else (lower, upper)
        rests = frozenset[Key]().union(*(self.told[number].rests_on for number in ends))
        return self._say(Step(Role.CLASH, clash=why), (*names, *ends), rests)

    def _enclose(self, there: Sequence[Fact], back: Sequence[Fact]) -> int | None:
        """Of days without a year, that none lies between two limits; None where that is not how it goes."""
        for way, others, is_lower in ((there, back, False), (tuple(reversed(back)), there, True)):
            last = way[-1]
            if isinstance(last.how, Leapt) and last.how.limit is not None and len(way) == 1:
                steps = _steps_of(last.how.limit)
                limit = self._walk(steps if is_lower else tuple(reversed(steps)), is_lower)
                other = self._walk(others if is_lower else tuple(reversed(others)), not is_lower)
                names, _ = self._names(last.how.clause, frozenset())
                return self._oppose(limit, other, Clash.BETWEEN, names)
        return None

    def tell_limit(self, fact: Fact, is_lower: bool, subject: Subject) -> None:
        """Tells why a limit follows."""
        steps = _steps_of(fact)
        self._walk(steps if is_lower else tuple(reversed(steps)), is_lower)
        bound = self.told[-1].step.bound
        if bound is not None and bound.subject != subject:
            self.told[-1] = replace(
                self.told[-1], step=replace(self.told[-1].step, bound=replace(bound, subject=subject))
            )

    def _walk(self, facts: Sequence[Fact], is_lower: bool) -> int:
        """The limits along one way from a root on: a deduction wherever two things have come together.

        Returns the number of the last step.
        """
        facts = _unfolded(facts)
        root = facts[0].x if is_lower else facts[0].y
        total = 0
        names: list[object] = []
        owners: set[Key] = set()
        number: int | None = None
        for place, fact in enumerate(facts):
            if isinstance(fact.how, Moved | Leapt) and ORIGIN in (fact.x, fact.y):
                total = fact.weight
            else:
                total += fact.weight
            rests = frozenset(owners) | (self.told[number].rests_on if number is not None else frozenset())
            cited, of = self._cited(fact, rests, is_first=place == 0)
            names += [name for name in cited if name not in names]
            owners |= of
            node = fact.y if is_lower else fact.x
            onward = facts[place + 1 :]
            if onward and (subject_of(node) is None or len(names) < 2):
                continue
            if onward and self._goes_without_saying(onward, node, is_lower, frozenset(owners)):
                continue
            bound = self._bound(node, root, is_lower, total)
            if len(names) == 1 and isinstance(names[0], int) and self.told[names[0]].step.bound == bound:
                number, names, owners = names[0], [names[0]], set()
                continue
            limit = _limit_atom(node, root, bound)
            number = self._say(Step(Role.DEDUCTION, bound=bound), names, owners | rests, limit)
            names, owners = [number], set()
        assert number is not None, "the way from a root has an end"
        return number

    def _goes_without_saying(
        self, onward: Sequence[Fact], node: Node, is_lower: bool, owners: frozenset[Key]
    ) -> bool:
        """Whether what comes next is of the same event (or leads nowhere but to it) and needs no premise."""
        for fact in onward:
            if not isinstance(fact.how, Stated) or self._names(fact.how.clause, owners, dry=True)[0]:
                return False
            following = subject_of(fact.y if is_lower else fact.x)
            if following is not None:
                return following == subject_of(node)
        return True

    def _cited(
        self, fact: Fact, rests: frozenset[Key], is_first: bool = False
    ) -> tuple[list[object], frozenset[Key]]:
        """The names of the steps that state a fact, telling first what has to be told; and whose they are."""
        match fact.how:
            case Stated(clause):
                return self._names(clause, rests)
            case Supposed(clause):
                step = self.supposed[clause]
                return [step], self.told[step].rests_on
            case Leapt(clause, None):
                return self._names(clause, rests)
            case Leapt(clause, _):  # what it rests on has been told on the way
                return self._names(clause, rests)
            case Moved():
                return [], frozenset()
            case LeftOver(clause, failing):
                cited: list[object] = []
                owners: set[Key] = set()
                for one in failing:
                    for reason, of in self._reasons(one):
                        cited.append(reason)
                        owners |= of
                names, of = self._names(clause, rests | owners)
                names = [*names, *cited]
                node, root, is_lower = _limited(fact)
                if subject_of(node) is None:
                    return names, of | owners
                bound = self._bound(node, root, is_lower, fact.weight)
                limit = _limit_atom(node, root, bound)
                number = self._say(Step(Role.DEDUCTION, bound=bound), names, of | owners, limit)
                return [number], self.told[number].rests_on
        raise AssertionError(f"{fact.how} is no step of its own")

    def _reasons(self, fact: Fact) -> Iterator[tuple[object, frozenset[Key]]]:
        """Tells a fact by itself: the steps that say it, and on whom they rest. What a premise says is not told
        again; a difference that rests on two limits is told as these."""
        steps = _steps_of(fact)
        between = next((n for n, step in enumerate(steps) if step.y == ORIGIN and n + 1 < len(steps)), None)
        if between is None:
            _, _, is_lower = _limited(fact)
            yield from self._reason(steps if is_lower else tuple(reversed(steps)), is_lower)
        else:
            yield from self._reason(tuple(reversed(steps[: between + 1])), False)
            yield from self._reason(steps[between + 1 :], True)

    def _reason(self, facts: Sequence[Fact], is_lower: bool) -> Iterator[tuple[object, frozenset[Key]]]:
        trial = self.trial()
        number = trial._walk(facts, is_lower)
        told = trial.told[number]
        if not told.follows:
            return  # it goes without saying
        stated = told.follows[0]
        if len(trial.told) == len(self.told) + 1 and len(told.follows) == 1 and stated in trial.premises.steps:
            self.premises = trial.premises
            yield stated, told.rests_on
        else:
            self.take(trial)
            yield number, told.rests_on

    # What is cited.

    def _ground(self, clause: int) -> Ground:
        ground = self.setting.clauses[clause].reason
        assert isinstance(ground, Ground)
        return ground

    def _names(self, clause: int, rests: frozenset[Key], dry: bool = False) -> tuple[list[object], frozenset[Key]]:
        """The names of the premises that state a clause. Who only asserts something is not named again, where what
        is said rests on that already."""
        if clause in self.supposed:
            step = self.supposed[clause]
            return [step], self.told[step].rests_on
        ground = self._ground(clause)
        asserting = {(role, id) for relation, role, id in ground.links if relation == "asserts"}
        premises = self.trial().premises if dry else self.premises
        names: list[object] = []
        owners = set[Key]()
        disputing = {("claim", link[1]) for link in ground.links if link[0] == "disputes" and premises.tie(link)}
        if ground.owners == disputing and not self.setting.clauses[clause].atoms:
            disputing = set()  # who says himself what he disputes
        for key in sorted(ground.owners - disputing, key=str):
            if key[0] not in ("claim", "record", "given") or (key in asserting and key in rests):
                continue
            names += premises.state(key)
            owners.add(key)
        for link in ground.links:
            names += premises.tie(link)
        return names, frozenset(owners)

    # Limits.

    def _bound(self, node: Node, root: Node, is_lower: bool, weight: int) -> Bound | None:
        subject = subject_of(node)
        if subject is None:
            return None
        instant = -seconds_of(weight) if is_lower else seconds_of(weight)
        unit = Unit.DAY if instant % DAY == 0 else Unit.HOUR
        edge = str(node[0]) if isinstance(node, tuple) else ""
        bound = Bound(subject, is_lower, instant, unit, edge, is_strict(weight))
        if root == ORIGIN:
            return bound
        other = subject_of(root)
        if other is None:
            return None
        return replace(bound, other=other, other_edge=str(root[0]) if isinstance(root, tuple) else "")

    def _bound_of(self, literal: Literal) -> Bound | None:
        """What an open choice supposes, where that is a limit."""
        if isinstance(literal, Leaps):
            return None
        node, root, is_lower = _limited(Fact(literal.x, literal.y, literal.weight, 0, Supposed(0)))
        return self._bound(node, root, is_lower, literal.weight)


def _limit_atom(node: Node, root: Node, bound: Bound | None) -> Atom | None:
    """A told limit as what it says of two points in time."""
    if bound is None:
        return None
    weigh = less_than if bound.strict else at_most
    if bound.is_lower:
        return Atom(root, node, weigh(-bound.instant))
    return Atom(node, root, weigh(bound.instant))


def _is_mute(step: Step) -> bool:
    return step.role is Role.DEDUCTION and step.bound is None


def _limited(fact: Fact) -> tuple[Node, Node, bool]:
    """What a fact limits, from where that is counted, and whether from below."""
    if fact.y == ORIGIN or (fact.x != ORIGIN and subject_of(fact.x) is not None):
        return fact.x, fact.y, False
    return fact.y, fact.x, True


def _unfolded(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a way, with those before a move by the calendar or by a union, which start from a limit."""
    found: list[Fact] = []
    for fact in facts:
        before = fact.how.limit if isinstance(fact.how, Moved | Leapt) else None
        if before is not None:
            steps = _steps_of(before)
            found += _unfolded(steps if before.x == ORIGIN else tuple(reversed(steps)))
        found.append(fact)
    return found


def _nodes_of(clause: Clause) -> Iterator[Node]:
    for literal in clause.atoms:
        yield from (literal.here, literal.there) if isinstance(literal, Leaps) else (literal.x, literal.y)


def _is_point(node: Node) -> bool:
    return isinstance(node, tuple) and node[0] == "point"


def subject_of(node: Node) -> Subject | None:
    """What a node is an instant of; None for the points of relations, which are nobody's, and for what a bridge
    says of something without a name."""
    match node:
        case (_, ("some", ("bridge" | "if", _), _)):
            return None
        case ("start" | "end", ("if", str(id), int(number))):
            return Subject("supposed", f"{id} {number}")
        case ("value" | "value-end", ("bridge", str(id)), _):
            return Subject("granted", id)
        case ("case", ("bridge" | "if" as form, str(id))):
            return Subject("consequence" if form == "bridge" else "supposed", id)
        case ("start" | "end", str(event)):
            return Subject("event", event)
        case ("start" | "end", ("some", (_, str(id)), _)):
            return Subject("some", id)
        case ("first" | "last" as form, str(kind)):
            return Subject(str(form), kind)
        case ("value" | "value-end", (_, str(id)), _):
            return Subject("value", id)
    return None
