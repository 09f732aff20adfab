"""Members and what they bring along, as clauses of a network: the theory of one set under test.

Belongs here: how parts, anchors, kinds, bridges and disputes become constraints, and whose each constraint is.
Does not belong here: verdicts, wording; values (see `holdings`).

The nodes: start and end of every event named or asserted; one `first` (a start) and one `last` (an end) for
every kind somebody speaks of the first or last of. Of these, `first` is itself the start of an event of the
kind, no later than any asserted event of it, and subject to every exclusion: that is what gives a first its
terminus post quem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import combinations, product
from typing import Literal

from claimcheck.dates.when import Date, Edge, Point, Relation, TimeSet, Window
from claimcheck.engine.anchor_points import Anchored, Extreme, anchored, end_of, start_of, ties
from claimcheck.engine.formulas import (
    FALSE,
    Formula,
    Stretch,
    before,
    either,
    lasting,
    not_after,
    not_within,
    outside,
    touching,
    within,
)
from claimcheck.engine.holdings import Holding, agreement, clash, fails_at, holds_at, is_same_date, tenures
from claimcheck.engine.implications import conditions_of, falls, is_conditional, suppose_against
from claimcheck.engine.network import Clause, Node
from claimcheck.engine.parts import (
    Dispute,
    Elsewhen,
    Exclusion,
    Key,
    Member,
    Occurrence,
    Part,
    Target,
    Value,
    event_values,
    is_sharp,
)
from claimcheck.engine.scene import Given, Scene
from claimcheck.engine.theory import NOBODY, Asserted, Ground, Link, Theory


class Assembly:
    """Collects members, givens and suppositions, and makes the theory of them. Used once, then thrown away."""

    def __init__(self, scene: Scene, wide: bool, presuppose: bool = True) -> None:
        self.scene = scene
        self.wide = wide
        self.presuppose = presuppose
        self.clauses: list[Clause] = []
        self.asserted: list[Asserted] = []
        self.points: dict[Point, Anchored] = {}
        self._lasting: dict[Node, Stretch] = {}
        self._ordered: set[str] = set()
        self._firsts: dict[str, list[Key]] = {}
        self._lasts: dict[str, list[Key]] = {}
        self.limits: list[tuple[Key, Exclusion | Elsewhen]] = []
        self.occurrences: list[tuple[Key, Occurrence]] = []
        self._disputes: list[tuple[Key, Dispute]] = []
        self.holdings: list[Holding] = []
        self._keys: set[Key] = set()
        for bridge in scene.implications:
            self._take(bridge.key, bridge.consequence)

    def copy(self) -> Assembly:
        """Another assembly of the same, to which more can be added."""
        other = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, list | dict | set):
                setattr(other, name, copy(value))
        other._firsts = {kind: list(owners) for kind, owners in self._firsts.items()}
        other._lasts = {kind: list(owners) for kind, owners in self._lasts.items()}
        return other

    # What goes in.

    def add(self, formula: Formula, owners: Iterable[Key], links: tuple[Link, ...] = ()) -> None:
        """Adds a formula that stands if all the owners are under test."""
        ground = Ground(frozenset(owners), links)
        self.clauses.extend(Clause(atoms, ground) for atoms in formula)

    def include(self, member: Member, key: Key | None = None) -> None:
        """Takes a member under test, under its own key or another."""
        key = key or member.key
        self._keys.add(key)
        self._take(key, member.parts)

    def _take(self, key: Key, parts: Iterable[Part]) -> None:
        for number, part in enumerate(parts):
            match part:
                case Occurrence():
                    self.occurrences.append((key, part))
                    self._occur(key, number, part)
                case Exclusion() | Elsewhen():
                    self.limits.append((key, part))
                case Value():
                    self._hold(key, number, part)
                case Dispute():
                    self._disputes.append((key, part))
                    self._suppose_denied(key, part)

    def lend(self, given: Given, key: Key | None = None) -> None:
        """Takes the date of an anchor as given (under its own key, or another): narrow, and nothing else of it."""
        stretch = self.event(given.event)
        for date in given.dates:
            self.add(within(stretch, date, False, self.node_of), [key or given.key])
        for date, ends in given.lasting:
            self.add(lasting(stretch, date, ends, False, self.node_of), [key or given.key])

    def suppose(self, target: Target, owner: Key, event: Node | None = None) -> Stretch:
        """Supposes an event, or some event of a kind, subject to all that is said of it; of a first or a last that
        there is one."""
        if target.form == "event":
            event = self.scene.stands_for(target.id)
            self._assert(event, self.scene.own_kinds(event), owner)
            return self.event(event)
        event = event if event is not None else ("supposed", target.id)
        self._assert(event, frozenset((target.id,)), owner)
        if target.form == "kind":
            return self.event(event)
        self.speak_of(target)
        return self.stretch_of(target)

    # Nodes.

    def event(self, event: Node) -> Stretch:
        """Start and end of an event, which lasts, and comes after whatever it is stated to come after."""
        found = self._lasting.get(event)
        if found is None:
            found = self._lasting[event] = Stretch(start_of(event), end_of(event))
            self.add([(before(start_of(event), end_of(event)),)], NOBODY)
            if isinstance(event, str):
                self._order(event)
        return found

    def include_structure(self) -> None:
        """Takes in every event that is ordered behind another, and thereby all orders and lengths of time."""
        for event in self.scene.neighbours:
            self.event(event)

    def node_of(self, point: Point) -> Node:
        """The node of a point relative to an anchor."""
        found = self.points.get(point)
        if found is None:
            found = self.points[point] = anchored(point, self.scene.stands_for)
            self.event(found.point.anchor)
            self.add([(atom,) for atom in ties(found)], NOBODY)
        return found.node

    def stretch_of(self, target: Target) -> Stretch:
        """What the date of a target is said of."""
        if target.form == "first":
            return Stretch(Extreme("first", target.id), None)
        if target.form == "last":
            return Stretch(None, Extreme("last", target.id))
        return self.event(self.scene.stands_for(target.id))

    def speak_of(self, target: Target, presupposed: bool = False) -> None:
        """Speaks of the first or last of a kind, as far as somebody asserts an event of it.

        With `presupposed`, also where it only follows that there must have been one.
        """
        points = self._firsts if target.form == "first" else self._lasts
        for kind, owner, links, _ in list(self.supplies()):
            if kind == target.id and (presupposed or not _is_presupposed(links)):
                owners = points.setdefault(kind, [])
                if owner not in owners:
                    owners.append(owner)

    def mention(self, node: Extreme) -> None:
        """Takes in what ties the first or last of a kind to the rest, although nobody speaks of it."""
        (self._firsts if node.side == "first" else self._lasts).setdefault(node.kind, [])

    def unnamed_of(self, kind: str) -> list[Stretch]:
        """The events of a kind that somebody speaks of only as a first or a last: one begins, or ends, there."""
        return list({id(stretch): stretch for stretch, _ in self.unnamed_by(kind)}.values())

    def unnamed_by(self, kind: str) -> list[tuple[Stretch, Key]]:
        """The same, each with who speaks of it."""
        found = []
        for form, points in self._extremes():
            for other, owners in points.items():
                if kind in self.scene.broader_of(other):
                    stretch = self.event(("unnamed", form, other))
                    for owner in owners:
                        self._identify(self.stretch_of(Target(form, other)), stretch, owner)
                        found.append((stretch, owner))
        return found

    def _extremes(self) -> tuple[tuple[Literal["first", "last"], dict[str, list[Key]]], ...]:
        """Who speaks of the first, and who of the last of each kind."""
        return ("first", self._firsts), ("last", self._lasts)

    def _order(self, event: str) -> None:
        """Ties an event to its neighbours in order, and those to theirs."""
        if event in self._ordered:
            return
        self._ordered.add(event)
        scene = self.scene
        for entry in scene.entries_of(event):
            for other in entry.after:
                earlier = self.event(scene.stands_for(other))
                self._follow(earlier, self.event(event), ("order", entry.id, other))
        for bridge in scene.bridges:
            ends = bridge.order or (bridge.start, bridge.end)
            if bridge.order is None and bridge.takes is None:
                continue
            a, b = (scene.stands_for(end or "") for end in ends)
            if a == event:  # once for each bridge: from its first event
                earlier, later = self.event(a), self.event(b)
                self._follow(earlier, later, ("bridge", bridge.id, ""))
                if bridge.takes is not None:
                    date = bridge.takes.when.readings[0].date
                    started = Stretch(later.start, None)
                    formula = within(started, date, self.wide or scene.takes_widely, self.node_of)
                    self.add(formula, NOBODY, (("bridge", bridge.id, ""),))
        for other in scene.neighbours.get(event, ()):
            self.event(other)

    def _follow(self, earlier: Stretch, later: Stretch, link: Link) -> None:
        if earlier.end is not None and later.start is not None:
            self.add([(not_after(earlier.end, later.start),)], NOBODY, (link,))

    # Parts.

    def _assert(
        self,
        event: Node,
        own: frozenset[str],
        owner: Key,
        date: Date | None = None,
        said: frozenset[str] = frozenset(),
    ) -> None:
        kinds = frozenset(broad for kind in own for broad in self.scene.broader_of(kind))
        self.asserted.append(Asserted(event, own, kinds, owner, said))
        if isinstance(event, str):
            on = date.narrow if isinstance(date, Window) else None
            for value in event_values(self.scene.entries_of(event)):
                self.holdings.append(self._holding(owner, value, Stretch(start_of(event), None), None, on))

    def _occur(self, owner: Key, number: int, part: Occurrence) -> None:
        target, scene = part.target, self.scene
        named: Node | None = None
        if target.form == "event":
            named = scene.stands_for(target.id)
        elif target.named is not None:
            named = scene.stands_for(target.named)
        elif target.form == "kind":
            named = ("some", owner, number)
        if named is not None and not (isinstance(named, str) and scene.is_planned(named)):
            own = scene.own_kinds(named) if isinstance(named, str) else frozenset()
            said = frozenset((target.id,)) if target.form != "event" else frozenset[str]()
            self._assert(named, own | said, owner, part.date, said)
        if target.form == "first":
            self._firsts.setdefault(target.id, []).append(owner)
        elif target.form == "last":
            self._lasts.setdefault(target.id, []).append(owner)
        stretch = self.stretch_of(target) if target.form in ("first", "last") else self.event(named)
        if named is not None and target.form in ("first", "last"):
            self._identify(stretch, self.event(named), owner)
        if part.date is not None:
            formula = (
                lasting(stretch, part.date, part.ends, self.wide, self.node_of)
                if part.extent == "throughout"
                else within(stretch, part.date, self.wide, self.node_of)
            )
            self.add(formula, [owner])
        if part.excluded is not None:
            self.add(outside(stretch, part.excluded, self.node_of), [owner])

    def _identify(self, point: Stretch, event: Stretch, owner: Key) -> None:
        a, b = (point.start, event.start) if point.start is not None else (point.end, event.end)
        self.add([(not_after(a, b),), (not_after(b, a),)], [owner])

    def _hold(self, owner: Key, number: int, part: Value) -> None:
        start: Node = ("value", owner, number)
        held = Stretch(None, None)  # always
        on: TimeSet | None = None
        if part.start is not None:
            anchor = _bare_anchor(part.start)
            if anchor is not None:  # "from @x": from x's own start
                anchor = self.scene.stands_for(anchor)
                held = Stretch(self.event(anchor).start, None)
                given = self.scene.given_date(anchor, ())
                on = _one_window(given.dates) if given is not None else None
            else:
                held = Stretch(start, None)
                self.add(within(held, part.start, self.wide, self.node_of), [owner])
                on = _one_window((part.start,))
        elif part.during is not None:
            held = Stretch(start, ("value-end", owner, number))
            self.add([(before(start, ("value-end", owner, number)),)], NOBODY)
            self.add(holds_at(part, held, self.wide, self.node_of), [owner])
        self.holdings.append(self._holding(owner, part, held, part.start, on))

    def _holding(self, owner: Key, part: Value, held: Stretch, stated: Date | None, on: TimeSet | None) -> Holding:
        return Holding(owner, part, self.scene.stands_for(part.of), held.start, held.end, stated, on)

    def _suppose_denied(self, owner: Key, dispute: Dispute) -> None:
        """Who denies that there was none of a kind in a window says that there was one."""
        if len(dispute.denied) == 1 and isinstance(part := dispute.denied[0], Exclusion) and part.kind is not None:
            event: Node = ("some", owner, part.number)
            self._assert(event, frozenset((part.kind,)), owner)
            if part.date is not None:
                self.add(touching(self.event(event), part.date, self.node_of), [owner])

    # What follows for everything in the set together.

    def theory(self) -> Theory:
        """The theory of everything taken in."""
        self._imply()
        self._limit()
        self._dispute()
        self._compare_values()
        self._tie_firsts_and_lasts()
        if self.scene.implications:
            self.clauses = [self._as_implied(clause) for clause in self.clauses]
        return Theory(tuple(self.clauses), tuple(self.points.values()), tuple(self.asserted), self.scene.effort)

    def supplies(self) -> Iterable[tuple[str, Key, tuple[Link, ...], Node | None]]:
        """Every kind of which some event must have started, by whom, why, and no later than which node."""
        for item in self.asserted:
            for kind in sorted(item.kinds):
                yield kind, item.owner, self.falls_under(item, kind), start_of(item.event)
            yield from self._needs(item, start_of(item.event))
        for form, points in self._extremes():
            for kind, owners in points.items():
                broad = self.scene.broader_of(kind)
                for owner in owners:
                    spoken = _of_its_own_kind(Extreme(form, kind), kind, owner)
                    for other in sorted(broad):
                        yield other, owner, self.falls_under(spoken, other), Extreme(form, kind)
                    yield from self._needs(spoken, Extreme(form, kind))

    def _needs(self, item: Asserted, node: Node) -> Iterable[tuple[str, Key, tuple[Link, ...], Node | None]]:
        if self.presuppose:
            for kind in sorted(self.scene.presupposed_by(item.own)):
                yield kind, item.owner, self.scene.way(item.event, item.said, item.own, kind, True), node

    def falls_under(self, item: Asserted, kind: str) -> tuple[Link, ...]:
        """Why something asserted is of a kind; nothing where whoever asserts it says so."""
        return () if kind in item.said else self.scene.way(item.event, item.said, item.own, kind, False)

    def _tie_firsts_and_lasts(self) -> None:
        """A first is no later than any event of its kind, or that presupposes it; a last ends no earlier."""
        firsts = (
            set(self._firsts)
            | {limit.kind for _, limit in self.limits if isinstance(limit, Exclusion) and limit.kind is not None}
            | {limit.target.id for _, limit in self.limits if isinstance(limit, Elsewhen)}
        )
        presupposed = {kind for kind, _, links, _ in self.supplies() if _is_presupposed(links)}
        firsts |= {kind for kind in presupposed if self.scene.broader_of(kind) & firsts}
        denied = self._denied_firsts()
        for kind, owner, links, node in self.supplies():
            first = Extreme("first", kind)
            if kind in firsts and node != first and node is not None:
                is_last = isinstance(node, Extreme) and node.side == "last"
                tie = before(first, node) if is_last else not_after(first, node)
                self.add([(tie,)], [owner], (*links, _asserting(owner)))
            if kind in firsts and (_is_presupposed(links) or kind in denied):
                for broad in sorted(self.scene.broader_of(kind) & firsts - {kind}):
                    below = self.falls_under(_of_its_own_kind(first, kind, owner), broad)
                    tie = not_after(Extreme("first", broad), first)
                    self.add([(tie,)], [owner], (*links, *below, _asserting(owner)))
        lasts = set(self._lasts) | {
            limit.target.id
            for _, limit in self.limits
            if isinstance(limit, Elsewhen) and limit.target.form == "last"
        }
        for item in self.asserted:
            for kind in sorted(item.kinds & lasts):
                links = (*self.falls_under(item, kind), _asserting(item.owner))
                self.add([(not_after(end_of(item.event), Extreme("last", kind)),)], [item.owner], links)
        for form, points in reversed(self._extremes()):
            follows = not_after if form == "last" else before
            for kind, owners in points.items():
                for other in sorted(self.scene.broader_of(kind) & lasts - ({kind} if form == "last" else set())):
                    for owner in owners:
                        links = self.falls_under(_of_its_own_kind(Extreme(form, kind), kind, owner), other)
                        together = (*links, _asserting(owner))
                        self.add([(follows(Extreme(form, kind), Extreme("last", other)),)], [owner], together)

    def _limit(self) -> None:
        """Exclusions and denied dates, on everything asserted that they concern."""
        for key, limit in self.limits:
            for stretch, owner, links in self._concerned(limit):
                formula = FALSE if limit.date is None else outside(stretch, limit.date, self.node_of)
                asserted = (_asserting(owner),) if owner != key else ()
                self.add(formula, {key, owner}, (*links, *asserted, ("none", key[1], "")))

    def _concerned(self, limit: Exclusion | Elsewhen) -> Iterable[tuple[Stretch, Key, tuple[Link, ...]]]:
        """Everything in the set that the limit speaks of, with whose it is and why it falls under it."""
        target = limit.target if isinstance(limit, Elsewhen) else None
        if target is not None and target.form in ("first", "last"):
            owners = dict.fromkeys(
                (owner, links) for kind, owner, links, _ in self.supplies() if kind == target.id
            )
            for owner, links in owners:
                yield self.stretch_of(target), owner, links
            return
        if isinstance(limit, Exclusion):
            kind, event = limit.kind, limit.event
        else:
            kind, event = (limit.target.id, None) if limit.target.form == "kind" else (None, limit.target.id)
        if event is not None:
            event = self.scene.stands_for(event)
            for item in self.asserted:
                if item.event == event:
                    yield self.event(event), item.owner, ()
        if kind is not None:
            yield from self._of_kind(kind)

    def _of_kind(self, kind: str) -> Iterable[tuple[Stretch, Key, tuple[Link, ...]]]:
        for item in self.asserted:
            if kind in item.kinds:
                yield self.event(item.event), item.owner, self.falls_under(item, kind)
        for form, points in self._extremes():
            for other, owners in points.items():
                if kind in self.scene.broader_of(other):
                    for owner in owners:
                        links = self.falls_under(_of_its_own_kind(Extreme(form, other), other, owner), kind)
                        yield self.stretch_of(Target(form, other)), owner, links
        # What is presupposed is some event of the kind (and of the broader kinds); its first stands for it. So
        # does a first of which somebody says only when it was not.
        denied = self._denied_firsts()
        for other, owner, links, _ in self.supplies():
            if (_is_presupposed(links) or other in denied) and kind in self.scene.broader_of(other):
                below = self.falls_under(_of_its_own_kind(Extreme("first", other), other, owner), kind)
                yield self.stretch_of(Target("first", other)), owner, (*links, *below)

    def _denied_firsts(self) -> set[str]:
        """The kinds of whose first somebody says when it was not."""
        return {
            limit.target.id
            for _, limit in self.limits
            if isinstance(limit, Elsewhen) and limit.target.form == "first"
        }

    def _dispute(self) -> None:
        for key, dispute in self._disputes:
            if ("claim", dispute.claim) in self._keys:
                self.add(FALSE, [key, ("claim", dispute.claim)], (("disputes", key[1], dispute.claim),))
            for formula, owners, links in denials(self, dispute):
                self.add(formula, {key, *owners}, (("disputes", key[1], dispute.claim), *links))

    def _imply(self) -> None:
        """Where the condition of an implication holds, what it says stands; nobody else needs to be under test."""
        for bridge in self.scene.implications:
            suppose_against(self, bridge)
        for bridge in self.scene.implications:
            for clause, owners, links in conditions_of(self, bridge):
                self.add([clause], owners, (("bridge", bridge.id, ""), *links))

    def _as_implied(self, clause: Clause) -> Clause:
        """A clause of what implications say, or suppose against themselves, as one that holds where these do."""
        ground = clause.reason
        if not isinstance(ground, Ground):
            return clause
        implied = sorted(filter(is_conditional, ground.owners))
        if not implied:
            return clause
        links: tuple[Link, ...] = tuple(("bridge", id.partition(" ")[0], "") for _, id in implied)
        owners = ground.owners.difference(implied)
        return Clause((*map(falls, implied), *clause.atoms), Ground(owners, (*ground.links, *links)))

    def _compare_values(self) -> None:
        for number, a in enumerate(self.holdings):
            for b in self.holdings[:number]:
                if a.part.role == b.part.role and a.subject == b.subject and a is not b:
                    bridges: tuple[Link, ...] = tuple(
                        ("bridge", bridge.id, "")
                        for bridge in self.scene.bridges
                        if bridge.permanent == a.part.role and clash(b, a, False, self.node_of) != FALSE
                    )
                    formula = clash(b, a, a.part.role in self.scene.permanent, self.node_of)
                    if formula:
                        self.add(formula, {a.owner, b.owner}, (*bridges, ("rivals", b.owner[1], a.owner[1])))
        for one, other in combinations(tenures(self.holdings), 2):
            if one.what == other.what:
                self.add(
                    agreement(one, other), {one.owner, other.owner}, (("alike", one.owner[1], other.owner[1]),)
                )


def _asserting(owner: Key) -> Link:
    """That the owner is there for what it asserts, not for what it says of it."""
    return ("asserts", *owner)


def _of_its_own_kind(node: Node, kind: str, owner: Key) -> Asserted:
    """A first or a last as something asserted, of which its owner says the kind."""
    return Asserted(node, frozenset((kind,)), frozenset((kind,)), owner, frozenset((kind,)))


def _is_presupposed(links: Iterable[Link]) -> bool:
    return any(relation == "presupposes" for relation, _, _ in links)


def _bare_anchor(date: Date) -> str | None:
    if isinstance(date, Relation) and date.earliest is not None and date.latest is not None:
        anchor = date.earliest.anchor
        if date.earliest.is_plain(Edge.START) and date.latest.is_plain(Edge.END):
            return anchor
    return None


def _one_window(dates: Sequence[Date]) -> TimeSet | None:
    """The set of time of a sole date that is a window (narrow)."""
    return dates[0].narrow if len(dates) == 1 and isinstance(dates[0], Window) else None


# Disputes: that not all the parts of another claim hold, as formulas over what is asserted in the set under test.

# What denies a part of something asserted, who asserts it, and why it is of the kind that the part speaks of.
Denial = tuple[Formula, Key, tuple[Link, ...]]


def denials(assembly: Assembly, dispute: Dispute) -> Iterator[tuple[Formula, frozenset[Key], tuple[Link, ...]]]:
    """What must hold for not all the parts to hold, once for each way in which all of them are asserted.

    A part that nobody in the set asserts anything about can always be denied: then nothing follows.
    """
    ways = [_denials(assembly, part) for part in dispute.denied]
    if ways:
        for chosen in product(*ways):
            links = tuple(dict.fromkeys(link for _, _, links in chosen for link in links))
            yield either(*(formula for formula, _, _ in chosen)), frozenset(o for _, o, _ in chosen), links


def _denials(assembly: Assembly, part: Part) -> list[Denial]:
    """Ways to deny a part, each for something that is asserted; together they deny it for all of these."""
    if isinstance(part, Value):
        return [
            (formula, holding.owner, ())
            for holding in assembly.holdings
            if (formula := _denied_value(assembly, part, holding)) is not None
        ]
    if not isinstance(part, Occurrence):
        return []
    target = part.target
    asserted: list[tuple[Stretch, Key, tuple[Link, ...]]]
    if target.form == "event":
        event = assembly.scene.stands_for(target.id)
        asserted = [(assembly.event(event), item.owner, ()) for item in assembly.asserted if item.event == event]
    elif target.form == "kind":
        asserted = [
            (assembly.event(item.event), item.owner, assembly.falls_under(item, target.id))
            for item in assembly.asserted
            if target.id in item.kinds
        ]
    else:
        point = assembly.stretch_of(target)
        owners = {owner: links for kind, owner, links, _ in assembly.supplies() if kind == target.id}
        asserted = [(point, owner, links) for owner, links in owners.items()]
    if part.date is None:
        return [(FALSE, owner, links) for _, owner, links in asserted]
    saying = {owner for owner, stated in assembly.occurrences if _is_same(stated, part, assembly)}
    return [
        (
            FALSE if owner in saying else not_within(stretch, part.date, assembly.wide, assembly.node_of),
            owner,
            links,
        )
        for stretch, owner, links in asserted
    ]


def _is_same(stated: Occurrence, part: Occurrence, assembly: Assembly) -> bool:
    """Whether one gives the same thing the same wide date: it is denied with the other, however it is taken."""
    if stated.date is None or part.date is None or stated.extent != part.extent or is_sharp(stated):
        return False
    one, other = ((of.target.form, assembly.scene.stands_for(of.target.id)) for of in (stated, part))
    return one == other and is_same_date(stated.date, part.date)


def _denied_value(assembly: Assembly, part: Value, holding: Holding) -> Formula | None:
    """What must hold for a stated value not to bear out the part; None where it does not in any case."""
    stated = holding.part
    if (stated.role, holding.subject) != (part.role, assembly.scene.stands_for(part.of)):
        return None
    if (stated.values, stated.denied) != (part.values, part.denied):
        return None
    if holding.is_always:
        return FALSE if part.extent != "ends" else None
    since = Stretch(holding.start, None)
    if part.start is not None:
        if holding.end is not None:
            return None
        if holding.stated is not None and is_same_date(holding.stated, part.start):
            return FALSE
        return not_within(since, part.start, assembly.wide, assembly.node_of)
    if part.during is None:
        return None
    if holding.end is not None:
        same = stated.during is not None and is_same_date(stated.during, part.during)
        if same and stated.extent == part.extent and not is_sharp(stated):
            return FALSE
        return fails_at(part, holding.stretch, assembly.wide, assembly.node_of)
    if part.extent == "within":
        return not_within(since, part.during, assembly.wide, assembly.node_of)
    return None
