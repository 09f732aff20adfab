"""Sets of owners tried one after the other, with what was learned from one kept for all the others.

Belongs here: one SAT solver with a selector for every owner, over one network of differences that is changed, not
made anew, from set to set (Nieuwenhuis, Oliveras & Tinelli, J. ACM 53, 2006; Eén & Sörensson, SAT 2003). Does not
belong here: which sets are tried (see `tangles`), what the owners are; the plain search (see `search`).

The solver chooses an atom for every clause of the selected owners; what the network refutes is learned as a clause
over atoms alone, so it holds whoever is selected. Taking a constraint away leaves a solution a solution, so the
network's potentials pass from set to set; only what a set adds to the last one or leaves out is looked at, and
most sets are decided by that.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Generic, TypeVar

from claimcheck.engine import sat
from claimcheck.engine.anchor_points import Anchored
from claimcheck.engine.earliest_dates import place_from
from claimcheck.engine.network import (
    ORIGIN,
    Atom,
    Clause,
    Effort,
    Literal,
    Network,
    Node,
    Refine,
    settle,
    tied_by,
)

Owner = TypeVar("Owner", bound=Hashable)

_MOST = 20_000  # choices that come to nothing for one set, before the search gives up


# What the calendar says of the points that something selected speaks of.
Calendar = Callable[[Sequence[Anchored]], Refine | None]


@dataclass(slots=True)
class _Group:
    """The clauses of some owners: those without a choice, the others; and how many owners are not selected."""

    units: list[int]
    choices: list[list[int]]
    missing: int


class Selected(Generic[Owner]):
    """Which sets of owners can hold together, of clauses that stand where all their owners are selected.

    What nobody owns stands always; `ties` are the clauses of calendar points, which stand where something selected
    speaks of the point. Without them the calendar is asked of every choice, as nobody knows what it places.
    """

    def __init__(
        self,
        owned: Iterable[tuple[frozenset[Owner], Sequence[Clause]]],
        effort: Effort,
        calendar: Calendar,
        ties: Iterable[tuple[Anchored, Sequence[Clause]]] | None = None,
    ) -> None:
        self._effort = effort
        self._calendar = calendar
        self._solver = sat.solver()
        self._selectors: dict[Owner, int] = {}
        self._owners: dict[int, Owner] = {}
        self._variables: dict[Literal, int] = {}
        self._literals: dict[int, Literal] = {}
        self._top = 0
        self._groups: list[_Group] = []
        self._groups_of: dict[Owner, list[int]] = {}
        for owners, clauses in owned:
            self._add_group(owners, clauses)
        self._is_placed_by_looking = ties is not None
        self._ties: dict[Node, tuple[Anchored, list[int]]] = {}
        for point, clauses in ties or ():
            self._ties[point.node] = point, [self._variable(atom) for clause in clauses for atom in clause.atoms]
        self._structural = {variable for _, variables in self._ties.values() for variable in variables}
        for variable in range(1, self._top + 1):
            self._solver.set_phases([-variable])
        self._nodes = {variable: _nodes_of(literal) for variable, literal in self._literals.items()}
        # What is selected: owners, how often each variable is wanted and each node spoken of, the points among
        # them, the groups with a choice and what is chosen in them; what is wanted and not yet in the network.
        self._selected: set[Owner] = set()
        self._wanted: dict[int, int] = {}
        self._spoken: dict[Node, int] = {}
        self._points: dict[Node, Anchored] = {}
        self._open: dict[int, list[int]] = {}
        self._waiting: set[int] = set()
        self._leaps: set[int] = set()
        self._live = _Live()
        for number, group in enumerate(self._groups):
            if not group.missing:
                self._enter(number)

    def _add_group(self, owners: frozenset[Owner], clauses: Sequence[Clause]) -> None:
        group = _Group([], [], len(owners))
        ordered = sorted(owners, key=repr)
        selected = [-self._selector(owner) for owner in ordered]
        for owner in ordered:
            self._groups_of.setdefault(owner, []).append(len(self._groups))
        for clause in clauses:
            variables = [self._variable(literal) for literal in clause.atoms]
            self._solver.add_clause([*selected, *variables])
            if len(variables) == 1:
                group.units += variables
            elif variables:
                group.choices.append(variables)
        self._groups.append(group)

    def _selector(self, owner: Owner) -> int:
        found = self._selectors.get(owner)
        if found is None:
            self._top += 1
            found = self._selectors[owner] = self._top
            self._owners[found] = owner
        return found

    def _variable(self, literal: Literal) -> int:
        found = self._variables.get(literal)
        if found is None:
            self._top += 1
            found = self._variables[literal] = self._top
            self._literals[found] = literal
        return found

    def core(self, owners: frozenset[Owner]) -> frozenset[Owner] | None:
        """Owners among these that cannot hold together (not always the fewest); None if all can.

        None says no more than that nothing was found, where the effort is spent.
        """
        self._select(owners)
        selectors = sorted(self._selectors[owner] for owner in self._selected)
        for _ in range(_MOST):
            if not self._solver.solve(assumptions=selectors):
                return frozenset(self._owners[selector] for selector in self._solver.get_core() or ())
            self._choose()
            clash = self._clash()
            if clash is None:
                return None
            self._solver.add_clause([-variable for variable in clash])
        self._effort.is_spent = True
        return None

    # What is selected.

    def _select(self, owners: frozenset[Owner]) -> None:
        """Selects these owners and no others; only what changes is touched."""
        wanted = {owner for owner in owners if owner in self._selectors}
        for owner in sorted(self._selected - wanted, key=self._selectors.__getitem__):
            for number in self._groups_of[owner]:
                if not self._groups[number].missing:
                    self._leave(number)
                self._groups[number].missing += 1
        for owner in sorted(wanted - self._selected, key=self._selectors.__getitem__):
            for number in self._groups_of[owner]:
                self._groups[number].missing -= 1
                if not self._groups[number].missing:
                    self._enter(number)
        self._selected = wanted

    def _enter(self, number: int) -> None:
        group = self._groups[number]
        for variable in group.units:
            self._want(variable)
        if group.choices:
            self._open[number] = []

    def _leave(self, number: int) -> None:
        group = self._groups[number]
        for variable in group.units:
            self._drop(variable)
        for variable in self._open.pop(number, ()):
            self._drop(variable)

    def _choose(self) -> None:
        """Chooses for every open clause an atom that the solver chose, one that is in the network where it can."""
        if not self._open:
            return
        model = {variable for variable in self._solver.get_model() if variable > 0}
        for number, before in self._open.items():
            chosen = []
            for variables in self._groups[number].choices:
                able = [variable for variable in variables if variable in model]
                chosen.append(next((v for v in able if v in self._live.sources), able[0]))
            if chosen != before:
                for variable in chosen:
                    self._want(variable)
                for variable in before:
                    self._drop(variable)
                self._open[number] = chosen

    def _want(self, variable: int) -> None:
        """Wants a literal in the network, and with it the ties of the points that it speaks of."""
        self._hold(variable)
        for node in self._nodes[variable]:
            self._spoken[node] = self._spoken.get(node, 0) + 1
            if self._spoken[node] == 1 and node in self._ties:
                point, ties = self._ties[node]
                if not point.is_constant:
                    self._points[node] = point
                for tie in ties:
                    self._hold(tie)

    def _drop(self, variable: int) -> None:
        self._let_go(variable)
        for node in self._nodes[variable]:
            self._spoken[node] -= 1
            if not self._spoken[node] and node in self._ties:
                self._points.pop(node, None)
                for tie in self._ties[node][1]:
                    self._let_go(tie)

    def _hold(self, variable: int) -> None:
        count = self._wanted[variable] = self._wanted.get(variable, 0) + 1
        if count == 1:
            (self._waiting if isinstance(self._literals[variable], Atom) else self._leaps).add(variable)

    def _let_go(self, variable: int) -> None:
        self._wanted[variable] -= 1
        if not self._wanted[variable]:
            self._waiting.discard(variable)
            self._leaps.discard(variable)
            if variable in self._live.sources:
                self._live.remove(variable)

    # Whether the network takes it.

    def _clash(self) -> list[int] | None:
        """The wanted literals that the network refutes together; None if it takes all in."""
        live = self._live
        for variable in sorted(self._waiting):
            literal = self._literals[variable]
            assert isinstance(literal, Atom)
            cycle = live.add(literal, variable)
            if cycle is not None:
                return [v for v in cycle if v not in self._structural]
            self._waiting.discard(variable)
        if self._is_placed_by_looking and not self._leaps:
            astray = [point for point in self._points.values() if not live.puts_in_place(point)]
            return self._settled(live.near(astray)) if astray else None
        return self._settled(None)

    def _settled(self, near: set[int] | None) -> list[int] | None:
        """The wanted literals that the calendar refutes, of those that are near (None: of all).

        If there are none, the solution found is where the next set begins.
        """
        network = Network()
        numbers = near if near is not None else {v for v, count in self._wanted.items() if count}
        for variable in sorted(numbers):
            network.add(self._literals[variable], variable)
        known = network.numbers
        points = [point for node, point in self._points.items() if node in known]
        core = settle(network, self._calendar(points))
        if core is not None:
            return sorted(variable for variable in core if variable not in self._structural)
        if network.is_unsettled:
            self._effort.is_spent = True
        if network.solution is not None:
            self._live.move_to(network.solution, sorted(numbers - self._leaps), self._literals)
        return None


def _nodes_of(literal: Literal) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(node for pair in tied_by(literal) for node in pair))


class _Live:
    """A solved network of which any constraint can be taken away, not only the last one added.

    `sources` are the constraints in it, by their number, each with the number of the node it starts from.
    """

    def __init__(self) -> None:
        self._index: dict[Node, int] = {}
        self._potential: list[int] = []
        self._edges: list[dict[int, tuple[int, int]]] = []  # by source: by number (target, weight)
        self._into: list[dict[int, int]] = []  # by target: by number the source
        self.sources: dict[int, int] = {}
        self._origin = self._number(ORIGIN)

    def _number(self, node: Node) -> int:
        number = self._index.get(node)
        if number is None:
            number = self._index[node] = len(self._potential)
            self._potential.append(0)
            self._edges.append({})
            self._into.append({})
        return number

    def remove(self, number: int) -> None:
        """Takes a constraint away."""
        target, _ = self._edges[self.sources.pop(number)].pop(number)
        del self._into[target][number]

    def add(self, atom: Atom, number: int) -> Sequence[int] | None:
        """Adds a constraint; the numbers along the negative cycle that it would close, if it does not fit."""
        source, target = self._number(atom.y), self._number(atom.x)
        weight = atom.weight
        potential, edges = self._potential, self._edges
        if source == target:
            if weight < 0:
                return (number,)
        elif potential[source] + weight < potential[target]:
            changed: dict[int, int] = {}
            slack = {target: potential[source] + weight - potential[target]}
            parent = {target: (source, number)}
            heap = [(slack[target], target)]
            while heap:
                gap, here = heappop(heap)
                if here in changed or slack[here] != gap:
                    continue
                value = changed[here] = potential[here] + gap
                for edge, (there, step) in edges[here].items():
                    if there in changed:
                        continue
                    short = value + step - potential[there]
                    if short < slack.get(there, 0):
                        parent[there] = (here, edge)
                        if there == source:
                            return _around(parent, source)
                        slack[there] = short
                        heappush(heap, (short, there))
            for node, value in changed.items():
                potential[node] = value
        edges[source][number] = (target, weight)
        self._into[target][number] = source
        self.sources[number] = source
        return None

    def puts_in_place(self, point: Anchored) -> bool:
        """Whether the present solution has a point where the calendar has it, or can have it there."""
        potential, edges, node = self._potential, self._edges, self._number(point.node)
        origin = potential[self._origin]
        place = origin + place_from(point, potential[self._number(point.anchor)] - origin)
        if potential[node] != place:
            if any(place + weight < potential[there] for there, weight in edges[node].values()):
                return False
            if any(potential[y] + edges[y][number][1] < place for number, y in self._into[node].items()):
                return False
            potential[node] = place
        return True

    def near(self, points: Iterable[Anchored]) -> set[int]:
        """The constraints that have to do with points otherwise than by the origin of time alone."""
        waiting = [self._number(point.node) for point in points]
        seen = {self._origin, *waiting}
        found: set[int] = set()
        while waiting:
            here = waiting.pop()
            for number, (there, _) in self._edges[here].items():
                found.add(number)
                if there not in seen:
                    seen.add(there)
                    waiting.append(there)
            for number, there in self._into[here].items():
                found.add(number)
                if there not in seen:
                    seen.add(there)
                    waiting.append(there)
        return found

    def move_to(
        self, solution: Mapping[Node, int], numbers: Sequence[int], literals: Mapping[int, Literal]
    ) -> None:
        """Takes up a solution (of differences to the origin) of these constraints, which are in the network."""
        for number in numbers:
            self.remove(number)
        origin = self._potential[self._origin]
        for node, value in solution.items():
            if node != ORIGIN:
                self._potential[self._number(node)] = origin + value
        for number in numbers:
            literal = literals[number]
            assert isinstance(literal, Atom)
            cycle = self.add(literal, number)
            assert cycle is None, "what has a solution closes no negative cycle"


def _around(parent: dict[int, tuple[int, int]], source: int) -> list[int]:
    numbers = []
    here = source
    while True:
        here, number = parent[here]
        numbers.append(number)
        if here == source:
            return numbers
