"""Everything that may come under test in one scene, as clauses by owners: a set under test is a choice of them.

Belongs here: the members of a view and the dates that may be given to them, compiled once for a scene and a width,
and the theory of a set of them. Does not belong here: how parts become clauses (see `assumptions`), what is asked
of a set (see `inquiry`).

A clause stands in a set under test if all its owners are in it. What nobody needs to own (an event begins before
it ends, a point lies by the calendar after its anchor, one event comes after another) stands as far as something
in the set speaks of it, directly or through other such clauses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.engine.anchor_points import Anchored, EventEnd, end_of, moving_points, start_of
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.formulas import from_on, up_to
from claimcheck.engine.network import ORIGIN, Atom, Clause, Leaps, Literal, Node, seconds_of, tied_by
from claimcheck.engine.parts import Key, Member
from claimcheck.engine.scene import Given, Scene
from claimcheck.engine.search import Search
from claimcheck.engine.theory import Ground, Theory


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The clauses of one set of owners, and what of nobody's comes with them: clauses and points, by number."""

    owners: frozenset[Key]
    clauses: tuple[Clause, ...]
    structure: frozenset[int]
    points: frozenset[Node]


class Compiled:
    """The clauses of all members of a view, and of the dates given to them, in one scene and on one reading.

    Nodes are small integers here, but for the origin: only whether sets can hold is asked of them.
    """

    def __init__(self, scene: Scene, members: Sequence[Member], givens: dict[Given, Key], wide: bool) -> None:
        self.effort = scene.effort
        assembly = Assembly(scene, wide)
        for member in members:
            assembly.include(member)
        for given, key in givens.items():
            assembly.lend(given, key)
        theory = assembly.theory()
        numbers: dict[Node, Node] = {ORIGIN: ORIGIN}

        def number(node: Node) -> Node:
            return numbers.setdefault(node, len(numbers))

        owned: dict[frozenset[Key], list[Clause]] = {}
        self._structure: list[Clause] = []
        for clause in theory.clauses:
            atoms = tuple(_renamed(atom, number) for atom in clause.atoms)
            ground = clause.reason
            assert isinstance(ground, Ground)
            if ground.owners:
                owned.setdefault(ground.owners, []).append(Clause(atoms, ground))
            else:
                self._structure.append(Clause(atoms, ground))
        points = [point for point in theory.points if point.node != point.anchor]
        self._points = {
            number(p.node): replace(p, node=number(p.node), anchor=number(p.anchor)) for p in moving_points(points)
        }
        limits = _limits_by_owner(owned)
        self._fixed = {}
        for point in moving_points(points):
            assert isinstance(point.anchor, EventEnd)
            start, end = number(start_of(point.anchor.event)), number(end_of(point.anchor.event))
            self._fixed[number(point.node)] = _fixed(point, start, end, limits)
        reach = _Reach(self._structure, {number(point.node): number(point.anchor) for point in points})
        self._by_owner: dict[Key, list[Group]] = {}
        for owners, clauses in owned.items():
            structure, nodes = reach.of({node for clause in clauses for node in _nodes_of(clause)})
            group = Group(owners, tuple(clauses), structure, frozenset(nodes & self._points.keys()))
            for owner in owners:
                self._by_owner.setdefault(owner, []).append(group)

    def theory(self, keys: frozenset[Key]) -> Theory:
        """The theory of what these owners bring."""
        groups = self.groups(keys, keys)
        clauses, points = self.tied(groups, keys)
        return Theory((*(c for group in groups for c in group.clauses), *clauses), points, (), self.effort)

    def groups(self, keys: Iterable[Key], among: frozenset[Key]) -> list[Group]:
        """The groups of which one of the keys is an owner, and all owners are among the others."""
        found: dict[Group, None] = {}
        for key in keys:
            for group in self._by_owner.get(key, ()):
                if group.owners <= among:
                    found[group] = None
        return list(found)

    def tied(
        self, groups: Iterable[Group], keys: frozenset[Key], but: frozenset[int] = frozenset()
    ) -> tuple[list[Clause], tuple[Anchored, ...]]:
        """The structural clauses that come with some groups (but for some), and the points that are left to place.

        A point whose anchor one of the owners puts where the calendar leaves it no choice is placed by clauses.
        """
        structure: set[int] = set()
        points: set[Node] = set()
        for group in groups:
            structure |= group.structure
            points |= group.points
        clauses = [self._structure[number] for number in sorted(structure - but)]
        moving = []
        for node in sorted(points, key=repr) if len(points) > 1 else points:
            fixed = next((place for place in self._fixed[node].items() if place[0] in keys), None)
            if fixed is None:
                moving.append(self._points[node])
            else:
                ground = Ground(frozenset((fixed[0],)))
                clauses.append(Clause((from_on(node, fixed[1]),), ground))
                clauses.append(Clause((up_to(node, fixed[1]),), ground))
        return clauses, tuple(moving)


def _renamed(literal: Literal, number: Callable[[Node], Node]) -> Literal:
    if isinstance(literal, Leaps):
        return replace(literal, here=number(literal.here), there=number(literal.there))
    return Atom(number(literal.x), number(literal.y), literal.weight)


def _nodes_of(clause: Clause) -> set[Node]:
    return {node for literal in clause.atoms for pair in tied_by(literal) for node in pair}


Limits = dict[Node, list[tuple[Key, int]]]  # of a node, by the single owners who set them, in seconds


def _limits_by_owner(owned: Mapping[frozenset[Key], Sequence[Clause]]) -> tuple[Limits, Limits]:
    """The lower and the upper limits that somebody sets a node by himself."""
    lows: Limits = {}
    highs: Limits = {}
    for owners, clauses in owned.items():
        if len(owners) > 1:
            continue
        (owner,) = owners
        for clause in clauses:
            if len(clause.atoms) == 1 and isinstance(atom := clause.atoms[0], Atom):
                if atom.x == ORIGIN:
                    lows.setdefault(atom.y, []).append((owner, -seconds_of(atom.weight)))
                elif atom.y == ORIGIN:
                    highs.setdefault(atom.x, []).append((owner, seconds_of(atom.weight)))
    return lows, highs


def _fixed(point: Anchored, start: Node, end: Node, limits: tuple[Limits, Limits]) -> dict[Key, int]:
    """Where the calendar puts a point, by the owners who by themselves date its anchor closely enough for that."""
    lows, highs = (dict(side.get(node, ())) for side, node in zip(limits, (start, end), strict=True))
    found = {}
    for owner in sorted(lows.keys() & highs.keys()):
        # A start lies short of the end, an end beyond the start.
        low, high = lows[owner], highs[owner]
        first, last = (low, high - 1) if point.is_from_start else (low + 1, high)
        place = point.place(first)
        if place == point.place(last):
            found[owner] = place
    return found


class Trial:
    """A base of owners whose clauses stand, and others that are tried beside it, one set after the other.

    What is tried is put on the base's network and taken back: of two members of whom one has been tried with many
    others, only what the other adds is worked out.
    """

    def __init__(self, compiled: Compiled, base: frozenset[Key]) -> None:
        self.base = base
        self._compiled = compiled
        groups = compiled.groups(base, base)
        self._structure = frozenset[int]().union(*(group.structure for group in groups))
        clauses, self._points = compiled.tied(groups, base)
        self._search = Search()
        self.is_possible = self._search.take((*(c for group in groups for c in group.clauses), *clauses)) is None

    def can_take(self, keys: frozenset[Key]) -> bool:
        """Whether these owners, the base among them, can hold together."""
        if not self.is_possible:
            return False
        search = self._search
        groups = self._compiled.groups(keys - self.base, keys)
        clauses, points = self._compiled.tied(groups, keys, self._structure)
        mark = search.mark()
        core = search.take((*(c for group in groups for c in group.clauses), *clauses))
        if core is None:
            moving = {point.node: point for point in (*self._points, *points)}
            core = search.decide(Theory((), tuple(moving.values()), ()).check, self._compiled.effort)
        search.back_to(mark)
        return core is None


class _Reach:
    """The structural clauses that come with nodes, through however many of them, and the nodes on the way."""

    def __init__(self, structure: Sequence[Clause], anchors: Mapping[Node, Node]) -> None:
        self._near: dict[Node, list[tuple[int, Node]]] = {}
        for number, clause in enumerate(structure):
            nodes = _nodes_of(clause) - {ORIGIN}
            for node in nodes:
                for other in nodes:
                    # A point comes with what speaks of it, not with its anchor.
                    if anchors.get(other) != node or len(nodes) != 2:
                        self._near.setdefault(node, []).append((number, other))

    def of(self, nodes: Iterable[Node]) -> tuple[frozenset[int], set[Node]]:
        """The numbers of the clauses, and all nodes that they and the others come to."""
        seen = {node for node in nodes if node != ORIGIN}
        waiting = list(seen)
        clauses: set[int] = set()
        while waiting:
            here = waiting.pop()
            for number, other in self._near.get(here, ()):
                clauses.add(number)
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return frozenset(clauses), seen
