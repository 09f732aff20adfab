"""Difference constraints between points in time, with disjunctions; consistency, reasons and limits.

Belongs here: the Simple Temporal Network of Dechter, Meiri & Pearl (Artificial Intelligence 49, 1991), kept
solved as constraints are added (Cotton & Maler, SAT 2006), and the search over disjunctions above it. Does
not belong here: claims, events, dates, wording.

A weight is a number of seconds with a strictness below it: `at_most(n)` allows the difference n itself,
`less_than(n)` does not. Time is dense: any number of things can happen within one second, but nothing lasts
no time at all, so a cycle of total zero is a contradiction exactly if one of its steps is strict.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import islice
from operator import neg

Node = Hashable
ORIGIN: Node = "origin"

# Strictness is counted in the low bits: no path of a network has 2**24 strict steps.
_SHIFT = 24


def at_most(seconds: int) -> int:
    """The weight of `x - y <= seconds`."""
    return seconds << _SHIFT


def less_than(seconds: int) -> int:
    """The weight of `x - y < seconds`."""
    return (seconds << _SHIFT) - 1


def seconds_of(weight: int) -> int:
    """The number of seconds of a weight (or of a sum of weights), its strictness left out."""
    return -((-weight) >> _SHIFT)


def is_strict(weight: int) -> bool:
    """Whether the weight (or sum of weights) excludes its own number of seconds."""
    return seconds_of(weight) << _SHIFT != weight


@dataclass(frozen=True, slots=True)
class Atom:
    """One difference constraint: `x - y <= weight` (see `at_most`, `less_than`)."""

    x: Node
    y: Node
    weight: int


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Many disjunctions of two atoms as one constraint: the ten thousand gaps between the days of an unknown year.

    At each place `early` is no later than there (`low`: weights of `early - ORIGIN`, increasing) or `late` no
    earlier than there (`high`: weights of `ORIGIN - late`, decreasing). Whatever pushes `early` later pushes
    `late`, and whatever holds `late` back holds `early`, so limits are all it takes: no branch is ever tried.
    """

    early: Node
    late: Node
    low: tuple[int, ...]
    high: tuple[int, ...]

    @property
    def atom(self) -> Atom:
        """An atom that always holds, for the clause that carries the steps."""
        return Atom(self.late, self.late, 0)

    def clauses(self) -> list[tuple[Atom, ...]]:
        """The same as disjunctions of atoms."""
        return [
            (Atom(self.early, ORIGIN, low), Atom(ORIGIN, self.late, high))
            for low, high in zip(self.low, self.high, strict=True)
        ]

    def recur(self, lap: int, since: int) -> bool:
        """Whether all places from that limit (a weight) on come again after so long a time, to the last."""
        first = max(bisect_left(self.low, since) - 1, 0)
        ahead = bisect_left(self.low, self.low[first] + lap) - first
        low, high = self.low[first:], self.high[first:]
        return (
            0 < ahead < len(low)
            and all(after - before == lap for before, after in zip(low, low[ahead:], strict=False))
            and all(before - after == lap for before, after in zip(high, high[ahead:], strict=False))
        )

    def pushed(self, earliest: int) -> int | None:
        """The weight of `ORIGIN - late` where `early` is no earlier than that limit (a weight); None if any."""
        place = bisect_left(self.low, earliest) - 1
        return self.high[place] if place >= 0 else None

    def held_back(self, latest: int) -> int | None:
        """The weight of `early - ORIGIN` where that is the weight of `late - ORIGIN`; None if any will do."""
        place = bisect_right(self.high, latest, key=neg)
        return self.low[place] if place < len(self.low) else None


@dataclass(frozen=True, slots=True)
class Clause:
    """At least one of the atoms holds; `reason` is whatever states it. No atoms at all is a contradiction.

    A clause of one atom may carry `steps`, which hold as well.
    """

    atoms: tuple[Atom, ...]
    reason: Hashable
    steps: Steps | None = None


class Network:
    """A consistent set of difference constraints, kept solved while constraints come and go.

    Invariant: `_potential` satisfies every edge. An edge `y -> x` of weight w stands for x - y <= w. `lemmas`
    are the reason numbers of constraints that follow from others, with the numbers of those; `last_cycle` the
    reason numbers of the last constraint that did not fit, in order along the cycle.
    """

    def __init__(self) -> None:
        self._index: dict[Node, int] = {}
        self._nodes: list[Node] = []
        self._potential: list[int] = []
        self._edges: list[list[tuple[int, int, int]]] = []  # by source: (target, weight, reason number)
        self._trail: list[int] = []
        self.lemmas: dict[int, frozenset[int]] = {}
        self.lemma_atoms: dict[int, Atom] = {}
        self.last_cycle: tuple[int, ...] = ()
        self.steps: list[tuple[int, Steps]] = []  # with the reason number of each; never taken back

    def premises(self, reasons: Iterable[int]) -> set[int]:
        """The reason numbers with every lemma among them replaced by what it follows from."""
        found: set[int] = set()
        for reason in reasons:
            found |= self.lemmas.get(reason, frozenset((reason,)))
        return found

    def _number(self, node: Node) -> int:
        number = self._index.get(node)
        if number is None:
            number = self._index[node] = len(self._nodes)
            self._nodes.append(node)
            self._potential.append(0)
            self._edges.append([])
        return number

    def add(self, atom: Atom, reason: int) -> tuple[int, ...] | None:
        """Adds a constraint. Returns None if it fits; otherwise leaves the network as it was and returns the
        reason numbers along the negative cycle that it would close, starting with its own."""
        source, target = self._number(atom.y), self._number(atom.x)
        weight = atom.weight
        potential, edges = self._potential, self._edges
        if source == target:
            if weight < 0:
                self.last_cycle = (reason,)
                return self.last_cycle
        elif potential[source] + weight < potential[target]:
            changed: dict[int, int] = {}  # new potentials
            slack = {target: potential[source] + weight - potential[target]}
            parent = {target: (source, reason)}
            heap = [(slack[target], target)]
            while heap:
                gap, here = heappop(heap)
                if here in changed or slack[here] != gap:
                    continue
                value = changed[here] = potential[here] + gap
                for there, step, step_reason in edges[here]:
                    if there in changed:
                        continue
                    short = value + step - potential[there]
                    if short < slack.get(there, 0):
                        parent[there] = (here, step_reason)
                        if there == source:
                            self.last_cycle = _cycle(parent, source)
                            return self.last_cycle
                        slack[there] = short
                        heappush(heap, (short, there))
            for number, value in changed.items():
                potential[number] = value
        edges[source].append((target, weight, reason))
        self._trail.append(source)
        return None

    def take(self, clause: Clause, reason: int) -> tuple[int, ...] | None:
        """Adds what a clause of one atom says, as `add` does."""
        if clause.steps is not None:
            self.steps.append((reason, clause.steps))
        return self.add(clause.atoms[0], reason)

    def stepped(self) -> list[tuple[Atom, frozenset[int]]]:
        """What the steps say beyond the present limits: lemmas, as `Refine` gives them."""
        if not self.steps:
            return []
        latest, earliest = self.tree(ORIGIN), self.tree(ORIGIN, into=True)
        lemmas: list[tuple[Atom, frozenset[int]]] = []
        for reason, steps in self.steps:
            known = earliest.weight(steps.early)
            weight = None if known is None else steps.pushed(-known)
            before = earliest.weight(steps.late)
            if weight is not None and (before is None or weight < before):
                path = frozenset((reason, *earliest.path(steps.early)))
                lemmas.append((Atom(ORIGIN, steps.late, weight), path))
            known = latest.weight(steps.late)
            weight = None if known is None else steps.held_back(known)
            before = latest.weight(steps.early)
            if weight is not None and (before is None or weight < before):
                path = frozenset((reason, *latest.path(steps.late)))
                lemmas.append((Atom(steps.early, ORIGIN, weight), path))
        return lemmas

    def constraints(self) -> Iterator[tuple[Node, Node, int, int]]:
        """Every `x - y <= weight` as (y, x, weight, reason number)."""
        nodes = self._nodes
        for source, outward in enumerate(self._edges):
            for target, weight, reason in outward:
                yield nodes[source], nodes[target], weight, reason

    def holds(self, atom: Atom) -> bool:
        """Whether the present solution (one of many) happens to satisfy the atom."""
        return self._potential[self._number(atom.x)] - self._potential[self._number(atom.y)] <= atom.weight

    def mark(self) -> int:
        """A mark to which `retract` can go back."""
        return len(self._trail)

    def retract(self, mark: int) -> None:
        """Takes back every constraint added since the mark."""
        while len(self._trail) > mark:
            self._edges[self._trail.pop()].pop()

    def distance(self, y: Node, x: Node) -> tuple[int, tuple[int, ...]] | None:
        """The tightest entailed weight of `x - y`, with the reason numbers along the path; None if unlimited."""
        if y not in self._index or x not in self._index:
            return None
        start, goal = self._index[y], self._index[x]
        potential = self._potential
        best = {start: 0}
        parent: dict[int, tuple[int, int]] = {}
        done: set[int] = set()
        heap = [(0, start)]
        while heap:
            cost, here = heappop(heap)
            if here in done:
                continue
            done.add(here)
            if here == goal:
                path: list[int] = []
                while here != start:
                    here, reason = parent[here]
                    path.append(reason)
                return cost - potential[start] + potential[goal], tuple(reversed(path))
            for there, weight, reason in self._edges[here]:
                reduced = cost + potential[here] + weight - potential[there]
                if there not in best or reduced < best[there]:
                    best[there] = reduced
                    parent[there] = (here, reason)
                    heappush(heap, (reduced, there))
        return None

    def tree(self, root: Node, *, into: bool = False, around: Node | None = None) -> Tree:
        """The tightest entailed weights of `node - root` for every node, or with `into` of `root - node`.

        With `around`, only of the paths that do not lead through that node (it is no inner node of them).
        """
        start = self._index.get(root)
        if start is None:
            return Tree(self._index, {}, {})
        potential = self._potential
        edges = self._edges
        if into:
            edges = [[] for _ in self._nodes]
            for source, outward in enumerate(self._edges):
                for target, weight, reason in outward:
                    edges[target].append((source, weight, reason))
        sign = -1 if into else 1
        best = {start: 0}
        parent: dict[int, tuple[int, int]] = {}
        done: set[int] = set()
        heap = [(0, start)]
        barred = -1 if around is None else self._index.get(around, -1)
        while heap:
            cost, here = heappop(heap)
            if here in done:
                continue
            done.add(here)
            if here == barred and here != start:
                continue
            ahead = cost + sign * potential[here]
            for there, weight, reason in edges[here]:
                reduced = ahead + weight - sign * potential[there]
                if there not in best or reduced < best[there]:
                    best[there] = reduced
                    parent[there] = (here, reason)
                    heappush(heap, (reduced, there))
        offset = sign * potential[start]
        weights = {number: cost - offset + sign * potential[number] for number, cost in best.items()}
        return Tree(self._index, weights, parent)


class Tree:
    """Shortest paths from (or into) one node of a network, as it was when they were found."""

    __slots__ = ("_index", "_parent", "_weights")

    def __init__(
        self, index: dict[Node, int], weights: dict[int, int], parent: dict[int, tuple[int, int]]
    ) -> None:
        self._index = index
        self._weights = weights
        self._parent = parent

    def weight(self, node: Node) -> int | None:
        """The tightest entailed weight of the difference to the root; None if it is unlimited."""
        number = self._index.get(node)
        return None if number is None else self._weights.get(number)

    def path(self, node: Node) -> tuple[int, ...]:
        """The reason numbers along the path, from the node towards the root. The node must have a weight."""
        reasons: list[int] = []
        here = self._index[node]
        while here in self._parent:
            here, reason = self._parent[here]
            reasons.append(reason)
        return tuple(reasons)


def _cycle(parent: dict[int, tuple[int, int]], source: int) -> tuple[int, ...]:
    reasons: list[int] = []
    here = source
    while True:
        here, reason = parent[here]
        reasons.append(reason)
        if here == source:
            return tuple(reversed(reasons))


# What follows from a solved network beyond difference constraints (calendar days, say): lemmas, each an atom
# and the numbers of the reasons it follows from. Called again until it has nothing more to say.
Refine = Callable[["Network"], Sequence[tuple[Atom, frozenset[int]]]]


def contradiction(clauses: Sequence[Clause], refine: Refine | None = None) -> tuple[int, ...] | None:
    """None if the clauses can all hold; otherwise the numbers of clauses that cannot (not always the fewest).

    Units first, in order; then the disjunctions by search with backjumping: a branch whose failure does not
    depend on the choice made ends the search at that level (Prosser, Computational Intelligence 9, 1993). Where
    that gets long, a SAT solver takes over (see `choices`).
    """
    search = _Search(clauses, refine)
    core = search.start()
    if core is None:
        mark = search.network.mark()
        try:
            if len(search.open) > _DEEPEST:
                raise _TooTangled
            core = search.descend(0)
        except _TooTangled:
            from claimcheck.engine.choices import contradiction_by_choices

            search.network.retract(mark)
            core = contradiction_by_choices(search.network, search.open, clauses, refine)
    return None if core is None else tuple(sorted(core))


def branches(clauses: Sequence[Clause], refine: Refine | None = None, limit: int = 4096) -> Iterator[Network]:
    """Each consistent way to choose an atom of every clause, as a solved network (valid until the next one).

    At most `limit` of them; a clause of which one atom is entailed is not split.
    """
    search = _Search(clauses, refine)
    if search.start() is None:
        yield from islice(search.leaves(0), limit)


# Months and years of events without any date could chase each other by ever so little; this is where it ends.
_ROUNDS = 500


def settle(network: Network, count: int, refine: Refine | None) -> set[int] | None:
    """Adds lemmas until nothing new follows; the clause numbers behind a clash if one of them fails.

    `count` is the number of clauses: lemmas are numbered from there on.
    """
    if refine is None:
        return None
    for _ in range(_ROUNDS):
        lemmas = refine(network)
        if not lemmas:
            break
        for atom, reasons in lemmas:
            number = count + len(network.lemmas)
            network.lemmas[number] = frozenset(network.premises(reasons))
            network.lemma_atoms[number] = atom
            cycle = network.add(atom, number)
            if cycle is not None:
                return network.premises(cycle)
    return None


class _TooTangled(Exception):
    """The plain search has taken too long, or would go too deep."""


_DEEPEST = 300
_LONGEST = 3000  # steps of the plain search before the solver takes over


class _Search:
    """One search over the disjunctions of a list of clauses; the network is taken back behind every step."""

    def __init__(self, clauses: Sequence[Clause], refine: Refine | None) -> None:
        self.clauses = clauses
        self.refine = refine
        self.network = Network()
        self.open: list[int] = []
        self.steps = 0

    def start(self) -> set[int] | None:
        """Adds the clauses without a choice; a core if they fail already."""
        for number, clause in enumerate(self.clauses):
            if len(clause.atoms) == 1:
                cycle = self.network.take(clause, number)
                if cycle is not None:
                    return set(cycle)
            elif clause.atoms:
                self.open.append(number)
            else:
                return {number}
        self.open.sort(key=lambda number: (len(self.clauses[number].atoms), number))
        return settle(self.network, len(self.clauses), self.refine)

    def descend(self, depth: int) -> set[int] | None:
        """A core if no choice for the open clauses from `depth` on succeeds; None at the first that does."""
        if depth == len(self.open):
            return settle(self.network, len(self.clauses), self.refine)
        self.steps += 1
        if self.steps > _LONGEST:
            raise _TooTangled
        number = self.open[depth]
        network = self.network
        core: set[int] = set()
        for atom in sorted(self.clauses[number].atoms, key=lambda atom: not network.holds(atom)):
            mark = network.mark()
            cycle = network.add(atom, number)
            failed = self.descend(depth + 1) if cycle is None else self.network.premises(cycle)
            if failed is None:
                return None
            network.retract(mark)
            if number not in failed:
                return failed
            core |= failed
        return core

    def leaves(self, depth: int) -> Iterator[Network]:
        """Every consistent choice for the open clauses from `depth` on."""
        network = self.network
        mark = network.mark()
        if depth == len(self.open):
            if settle(self.network, len(self.clauses), self.refine) is None:
                yield network
            network.retract(mark)
            return
        number = self.open[depth]
        atoms = self.clauses[number].atoms
        if any(_is_entailed(network, atom) for atom in atoms):
            yield from self.leaves(depth + 1)
            return
        for atom in atoms:
            if network.add(atom, number) is None:
                yield from self.leaves(depth + 1)
            network.retract(mark)


def _is_entailed(network: Network, atom: Atom) -> bool:
    found = network.distance(atom.y, atom.x)
    return found is not None and found[0] <= atom.weight
