"""Members and what they bring along, as clauses of a network: the theory of one set under test.

Belongs here: how parts, anchors, kinds and bridges become constraints, and whose each constraint is. Does not
belong here: verdicts, wording; values (see `holdings`).

The nodes: start and end of every event named or asserted; one `first` (a start) and one `last` (an end) for
every kind somebody speaks of the first or last of. Of these, `first` is itself the start of an event of the
kind, no later than any asserted event of it, and subject to every exclusion: that is what gives a first its
terminus post quem.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.dates.when import Date, Edge, Point, Relation
from claimcheck.engine.anchoring import Anchored, anchored, end_of, start_of, ties
from claimcheck.engine.disputing import denials
from claimcheck.engine.formulas import (
    FALSE,
    Formula,
    Stretch,
    before,
    covers,
    either,
    not_after,
    outside,
    touching,
    within,
)
from claimcheck.engine.holdings import Holding, clash
from claimcheck.engine.network import Clause, Node, Steps
from claimcheck.engine.parts import (
    Dispute,
    Elsewhen,
    Exclusion,
    Key,
    Member,
    Occurrence,
    Target,
    Value,
    event_values,
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
        self._limits: list[tuple[Key, Exclusion | Elsewhen]] = []
        self._disputes: list[tuple[Key, Dispute]] = []
        self.holdings: list[Holding] = []
        self._keys: set[Key] = set()

    # What goes in.

    def add(self, formula: Formula, owners: Iterable[Key], links: tuple[Link, ...] = ()) -> None:
        """Adds a formula that stands if all the owners are under test."""
        ground = Ground(frozenset(owners), links)
        self.clauses.extend(
            Clause((part.atom,), ground, part) if isinstance(part, Steps) else Clause(part, ground)
            for part in formula
        )

    def include(self, member: Member) -> None:
        """Takes a member under test."""
        self._keys.add(member.key)
        for number, part in enumerate(member.parts):
            match part:
                case Occurrence():
                    self._occur(member.key, number, part)
                case Exclusion():
                    self._limits.append((member.key, part))
                case Elsewhen():
                    self._limits.append((member.key, part))
                case Value():
                    self._hold(member.key, number, part)
                case Dispute():
                    self._disputes.append((member.key, part))
                    self._suppose_denied(member.key, part)

    def lend(self, given: Given, key: Key | None = None) -> None:
        """Takes the date of an anchor as given (under its own key, or another): narrow, and nothing else of it."""
        stretch = self.event(given.event)
        for date in given.dates:
            self.add(within(stretch, date, False, self.node_of), [key or given.key])
        for date in given.lasting:
            self.add(covers(stretch, date, False, self.node_of), [key or given.key])

    def suppose(self, kind: str, owner: Key) -> Stretch:
        """Supposes some event of a kind, subject to all that is said of the kind."""
        event = ("supposed", kind)
        self._assert(event, frozenset((kind,)), owner)
        return self.event(event)

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
            return Stretch(("first", target.id), None)
        if target.form == "last":
            return Stretch(None, ("last", target.id))
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

    def unnamed_of(self, kind: str) -> list[Stretch]:
        """The events of a kind that somebody speaks of only as a first or a last: one begins, or ends, there."""
        found = []
        for form, points in (("first", self._firsts), ("last", self._lasts)):
            for other, owners in points.items():
                if kind in self.scene.broader_of(other):
                    stretch = self.event(("unnamed", form, other))
                    for owner in owners:
                        self._identify(self.stretch_of(Target(form, other)), stretch, owner)
                    found.append(stretch)
        return found

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
                    formula = within(started, date, self.wide, self.node_of)
                    self.add(formula, NOBODY, (("bridge", bridge.id, ""),))
        for other in scene.neighbours.get(event, ()):
            self.event(other)

    def _follow(self, earlier: Stretch, later: Stretch, link: Link) -> None:
        if earlier.end is not None and later.start is not None:
            self.add([(not_after(earlier.end, later.start),)], NOBODY, (link,))

    # Parts.

    def _assert(self, event: Node, own: frozenset[str], owner: Key, date: Date | None = None) -> None:
        kinds = frozenset(broad for kind in own for broad in self.scene.broader_of(kind))
        self.asserted.append(Asserted(event, own, kinds, owner))
        if isinstance(event, str):
            for value in event_values(self.scene.entries_of(event)):
                self.holdings.append(self._holding(owner, value, start_of(event), date))

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
            if target.form != "event":
                own |= {target.id}
            self._assert(named, own, owner, part.date)
        if target.form == "first":
            self._firsts.setdefault(target.id, []).append(owner)
        elif target.form == "last":
            self._lasts.setdefault(target.id, []).append(owner)
        stretch = self.stretch_of(target) if target.form in ("first", "last") else self.event(named)
        if named is not None and target.form in ("first", "last"):
            self._identify(stretch, self.event(named), owner)
        if part.date is not None:
            formula = (
                covers(stretch, part.date, self.wide, self.node_of)
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
        node: Node | None = None
        stated = part.start
        if part.start is not None:
            anchor = _bare_anchor(part.start)
            if anchor is not None:  # "from @x": from x's own start
                anchor = self.scene.stands_for(anchor)
                node = self.event(anchor).start
                given = self.scene.given_date(anchor, ())
                if given is not None and len(given.dates) == 1:
                    stated = given.dates[0]
            else:
                node = ("value", owner, number)
                self.add(within(Stretch(node, None), part.start, self.wide, self.node_of), [owner])
        self.holdings.append(self._holding(owner, part, node, stated))

    def _holding(self, owner: Key, part: Value, start: Node | None, stated: Date | None) -> Holding:
        return Holding(owner, part, self.scene.stands_for(part.of), start, stated)

    def _suppose_denied(self, owner: Key, dispute: Dispute) -> None:
        """Who denies that there was none of a kind in a window says that there was one."""
        if len(dispute.denied) == 1 and isinstance(part := dispute.denied[0], Exclusion) and part.kind is not None:
            event: Node = ("some", owner, part.number)
            self._assert(event, frozenset((part.kind,)), owner)
            if part.date is not None:
                self.add(either(*touching(self.event(event), part.date, self.node_of)), [owner])

    # What follows for everything in the set together.

    def theory(self) -> Theory:
        """The theory of everything taken in."""
        self._limit()
        self._dispute()
        self._compare_values()
        self._tie_firsts_and_lasts()
        return Theory(tuple(self.clauses), tuple(self.points.values()), tuple(self.asserted))

    def supplies(self) -> Iterable[tuple[str, Key, tuple[Link, ...], Node | None]]:
        """Every kind of which some event must have started, by whom, why, and no later than which node."""
        for item in self.asserted:
            for kind in sorted(item.kinds):
                yield kind, item.owner, self._falls_under(item.own, kind), start_of(item.event)
            yield from self._needs(item.kinds, item.own, item.owner, start_of(item.event))
        for form, points in (("first", self._firsts), ("last", self._lasts)):
            for kind, owners in points.items():
                broad = self.scene.broader_of(kind)
                for owner in owners:
                    for other in sorted(broad):
                        yield other, owner, self._falls_under(frozenset((kind,)), other), (form, kind)
                    yield from self._needs(broad, frozenset((kind,)), owner, (form, kind))

    def _needs(
        self, kinds: frozenset[str], own: frozenset[str], owner: Key, node: Node
    ) -> Iterable[tuple[str, Key, tuple[Link, ...], Node | None]]:
        if self.presuppose:
            for kind in sorted(self.scene.presupposed_by(kinds)):
                yield kind, owner, self._presupposes(own, kind), node

    def _falls_under(self, own: frozenset[str], kind: str) -> tuple[Link, ...]:
        if kind in own:
            return ()
        below = next(item for item in sorted(own) if kind in self.scene.broader_of(item))
        return (("broader", below, kind),)

    def _presupposes(self, own: frozenset[str], kind: str) -> tuple[Link, ...]:
        below = next((item for item in sorted(own) if kind in self.scene.presupposed_by((item,))), None)
        return (("presupposes", below, kind),) if below is not None else ()

    def _tie_firsts_and_lasts(self) -> None:
        """A first is no later than any event of its kind, or that presupposes it; a last ends no earlier."""
        firsts = (
            set(self._firsts)
            | {limit.kind for _, limit in self._limits if isinstance(limit, Exclusion) and limit.kind is not None}
            | {limit.target.id for _, limit in self._limits if isinstance(limit, Elsewhen)}
        )
        presupposed = {kind for kind, _, links, _ in self.supplies() if _is_presupposed(links)}
        firsts |= {kind for kind in presupposed if self.scene.broader_of(kind) & firsts}
        denied = self._denied_firsts()
        for kind, owner, links, node in self.supplies():
            first: Node = ("first", kind)
            if kind in firsts and node != first and node is not None:
                is_end = isinstance(node, tuple) and node[0] == "last"
                self.add([(before(first, node) if is_end else not_after(first, node),)], [owner], links)
            if kind in firsts and (_is_presupposed(links) or kind in denied):
                for broad in sorted(self.scene.broader_of(kind) & firsts - {kind}):
                    self.add([(not_after(("first", broad), first),)], [owner], (*links, ("broader", kind, broad)))
        lasts = set(self._lasts) | {
            limit.target.id
            for _, limit in self._limits
            if isinstance(limit, Elsewhen) and limit.target.form == "last"
        }
        for item in self.asserted:
            for kind in sorted(item.kinds & lasts):
                links = self._falls_under(item.own, kind)
                self.add([(not_after(end_of(item.event), ("last", kind)),)], [item.owner], links)
        for form, tie, points in (("last", not_after, self._lasts), ("first", before, self._firsts)):
            for kind, owners in points.items():
                for other in sorted(self.scene.broader_of(kind) & lasts - ({kind} if form == "last" else set())):
                    links = self._falls_under(frozenset((kind,)), other)
                    for owner in owners:
                        self.add([(tie((form, kind), ("last", other)),)], [owner], links)

    def _limit(self) -> None:
        """Exclusions and denied dates, on everything asserted that they concern."""
        for key, limit in self._limits:
            for stretch, owner, links in self._concerned(limit):
                formula = FALSE if limit.date is None else outside(stretch, limit.date, self.node_of)
                self.add(formula, {key, owner}, links)

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
                yield self.event(item.event), item.owner, self._falls_under(item.own, kind)
        for form, points in (("first", self._firsts), ("last", self._lasts)):
            for other, owners in points.items():
                if kind in self.scene.broader_of(other):
                    links = self._falls_under(frozenset((other,)), kind)
                    for owner in owners:
                        yield self.stretch_of(Target(form, other)), owner, links
        # What is presupposed is some event of the kind (and of the broader kinds); its first stands for it. So
        # does a first of which somebody says only when it was not.
        denied = self._denied_firsts()
        for other, owner, links, _ in self.supplies():
            if (_is_presupposed(links) or other in denied) and kind in self.scene.broader_of(other):
                yield self.stretch_of(Target("first", other)), owner, links

    def _denied_firsts(self) -> set[str]:
        """The kinds of whose first somebody says when it was not."""
        return {
            limit.target.id
            for _, limit in self._limits
            if isinstance(limit, Elsewhen) and limit.target.form == "first"
        }

    def _dispute(self) -> None:
        for key, dispute in self._disputes:
            if ("claim", dispute.claim) in self._keys:
                self.add(FALSE, [key, ("claim", dispute.claim)])
            for formula, owners in denials(self, dispute):
                self.add(formula, {key, *owners})

    def _compare_values(self) -> None:
        for number, a in enumerate(self.holdings):
            for b in self.holdings[:number]:
                if a.part.role == b.part.role and a.subject == b.subject and a != b:
                    permanent = a.part.role in self.scene.permanent
                    formula = clash(b, a, permanent, self.node_of)
                    if formula:
                        self.add(formula, {a.owner, b.owner})


def _is_presupposed(links: Iterable[Link]) -> bool:
    return any(relation == "presupposes" for relation, _, _ in links)


def _bare_anchor(date: Date) -> str | None:
    if isinstance(date, Relation) and date.earliest is not None and date.latest is not None:
        anchor = date.earliest.anchor
        if date.earliest.is_plain(Edge.START) and date.latest.is_plain(Edge.END):
            return anchor
    return None
