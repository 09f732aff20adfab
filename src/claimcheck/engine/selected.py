"""Sets of owners tried one after the other, with what was learned from one kept for all the others.

Belongs here: one SAT solver with a selector for every owner, over one network of differences that is changed, not
made anew, from set to set (Nieuwenhuis, Oliveras & Tinelli, J. ACM 53, 2006; Eén & Sörensson, SAT 2003). Does not
belong here: which sets are tried (see `tangles`), what the owners are; the plain search (see `search`).

The solver chooses an atom for every clause of the selected owners; what the network refutes is learned as a clause
over atoms alone, so it holds whoever is selected. Taking a constraint away leaves a solution a solution, so the
network's potentials pass from set to set, and most sets are decided by looking.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from heapq import heappop, heappush
from typing import Generic, TypeVar

from claimcheck.engine import sat
from claimcheck.engine.anchoring import Anchored
from claimcheck.engine.dating import lies_in_place
from claimcheck.engine.network import (
    ORIGIN,
    Atom,
    Clause,
    Effort,
    Leaps,
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
        self._groups: list[tuple[frozenset[Owner], list[list[int]]]] = []
        self._structural: set[int] = set()
        for owners, clauses in owned:
            selected = [-self._selector(owner) for owner in sorted(owners, key=repr)]
            chosen = []
            for clause in clauses:
                variables = [self._variable(literal) for literal in clause.atoms]
                self._solver.add_clause([*selected, *variables])
                if variables:
                    chosen.append(variables)
            self._groups.append((owners, chosen))
        self._is_placed_by_looking = ties is not None
        self._ties: dict[Node, tuple[Anchored, list[int]]] = {}
        for point, clauses in ties or ():
            variables = [self._variable(literal) for clause in clauses for literal in clause.atoms]
            self._structural.update(variables)
            self._ties[point.node] = point, variables
        for variable in range(1, self._top + 1):
            self._solver.set_phases([-variable])
        self._nodes = {v: _nodes_of(literal) for v, literal in self._literals.items()}
        if any(isinstance(literal, Leaps) for literal in self._literals.values()):
            self._is_placed_by_looking = False
        self._live = _Live()

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
        selectors = sorted(self._selectors[owner] for owner in owners if owner in self._selectors)
        for _ in range(_MOST):
            if not self._solver.solve(assumptions=selectors):
                return frozenset(self._owners[selector] for selector in self._solver.get_core() or ())
            model = {variable for variable in self._solver.get_model() if variable > 0}
            clash = self._clash(owners, model)
            if clash is None:
                return None
            self._solver.add_clause([-variable for variable in clash])
        self._effort.is_spent = True
        return None

    def _clash(self, owners: frozenset[Owner], model: set[int]) -> list[int] | None:
        """The chosen atoms that the network refutes together; None if it takes all in."""
        live = self._live
        wanted: set[int] = set()
        for needed, clauses in self._groups:
            if needed <= owners:
                for variables in clauses:
                    if len(variables) == 1:
                        wanted.add(variables[0])
                    else:
                        able = [variable for variable in variables if variable in model]
                        wanted.add(next((v for v in able if v in live.sources), able[0]))
        spoken_of = dict.fromkeys(node for variable in sorted(wanted) for node in self._nodes[variable])
        points = []
        for node in spoken_of:
            if node not in self._ties:
                continue
            point, variables = self._ties[node]
            wanted.update(variables)
            if not point.is_constant:
                points.append(point)
        for variable in sorted(live.sources.keys() - wanted):
            live.remove(variable)
        for variable in sorted(wanted):
            literal = self._literals[variable]
            if variable not in live.sources and isinstance(literal, Atom):
                cycle = live.add(literal, variable)
                if cycle is not None:
                    return [v for v in cycle if v not in self._structural]
        if self._is_placed_by_looking and all(live.is_in_place(point) for point in points):
            return None
        return self._settled(wanted, points)

    def _settled(self, wanted: set[int], points: Sequence[Anchored]) -> list[int] | None:
        """The chosen atoms that the calendar refutes; if none, the solution found is where the next set begins."""
        network = Network()
        for variable in sorted(wanted):
            network.add(self._literals[variable], variable)
        core = settle(network, self._calendar(points))
        if core is not None:
            return sorted(variable for variable in core if variable not in self._structural)
        if network.is_unsettled:
            self._effort.is_spent = True
        if network.solution is not None:
            self._live = _Live(network.solution)
        return None


def _nodes_of(literal: Literal) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(node for pair in tied_by(literal) for node in pair))


class _Live:
    """A solved network of which any constraint can be taken away, not only the last one added.

    `sources` are the constraints in it, by their number, each with the number of the node it starts from. It may
    begin at a solution of something like it.
    """

    def __init__(self, solution: Mapping[Node, int] | None = None) -> None:
        self._index: dict[Node, int] = {}
        self._potential: list[int] = []
        self._edges: list[dict[int, tuple[int, int]]] = []  # by source: by number (target, weight)
        self._solution = solution or {}
        self.sources: dict[int, int] = {}

    def _number(self, node: Node) -> int:
        number = self._index.get(node)
        if number is None:
            number = self._index[node] = len(self._potential)
            self._potential.append(self._solution.get(node, 0))
            self._edges.append({})
        return number

    def remove(self, number: int) -> None:
        """Takes a constraint away."""
        self._edges[self.sources.pop(number)].pop(number)

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
        self.sources[number] = source
        return None

    def is_in_place(self, point: Anchored) -> bool:
        """Whether the present solution puts a point where the calendar has it."""
        origin = self._potential[self._number(ORIGIN)]
        node, anchor = self._potential[self._number(point.node)], self._potential[self._number(point.anchor)]
        return lies_in_place(point, node - origin, anchor - origin)


def _around(parent: dict[int, tuple[int, int]], source: int) -> list[int]:
    numbers = []
    here = source
    while True:
        here, number = parent[here]
        numbers.append(number)
        if here == source:
            return numbers
