"""Difference constraints between points in time; consistency, reasons and limits.

Belongs here: the Simple Temporal Network of Dechter, Meiri & Pearl (Artificial Intelligence 49, 1991), kept
solved as constraints are added (Cotton & Maler, SAT 2006). Does not belong here: choices among disjunctions (see
`search`), claims, events, dates, wording.

A weight is a number of seconds with a strictness below it: `at_most(n)` allows the difference n itself,
`less_than(n)` does not. Time is dense: any number of things can happen within one second, but nothing lasts
no time at all, so a cycle of total zero is a contradiction exactly if one of its steps is strict.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Protocol

from claimcheck.dates.when import Span

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


class Limits(Protocol):
    """Pairs of instants in order."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> tuple[int, int]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Leaps:
    """Thousands of two-sided clauses in one: for every number, `here` is no later than a limit or `there` no
    earlier than a later one.

    `limits` are pairs of instants in order, each made when it is asked for: the limit that `here` may
    not pass, and the one that `there` must reach if it does. With `here_is_strict` that is "before" the limit
    instead of "by" it, with `there_is_strict` "after" instead of "not before". Whatever bounds the one node thus
    bounds the other, in either direction, so that no choice is ever open (such clauses are closed under minima and
    maxima: Jeavons & Cooper, Artificial Intelligence 79, 1995).
    """

    here: Node
    there: Node
    limits: Limits
    here_is_strict: bool
    there_is_strict: bool
    form: str  # what it says of a union of spans: see `unions`
    spans: tuple[Span, ...]

    def risen(self, low: int) -> int | None:
        """The lower limit of `there` (a weight) that follows from one of `here`; None if none does."""
        number = bisect_left(self.limits, low, key=lambda pair: self._most(pair[0]))
        return self._least(self.limits[number - 1][1]) if number else None

    def fallen(self, high: int) -> int | None:
        """The upper limit of `here` (a weight) that follows from one of `there`; None if none does."""
        number = bisect_right(self.limits, high, key=lambda pair: self._least(pair[1]))
        return self._most(self.limits[number][0]) if number < len(self.limits) else None

    def _most(self, instant: int) -> int:
        return less_than(instant) if self.here_is_strict else at_most(instant)

    def _least(self, instant: int) -> int:
        return -less_than(-instant) if self.there_is_strict else -at_most(-instant)


Literal = Atom | Leaps


@dataclass(frozen=True, slots=True)
class Clause:
    """At least one of the atoms holds; `reason` is whatever states it. No atoms at all is a contradiction."""

    atoms: tuple[Literal, ...]
    reason: Hashable


def tied_by(literal: Literal) -> tuple[tuple[Node, Node], ...]:
    """The pairs of nodes that a literal ties together."""
    if isinstance(literal, Leaps):
        return ((literal.here, ORIGIN), (literal.there, ORIGIN), (literal.here, literal.there))
    return ((literal.x, literal.y),)


_LEAPS = -1  # on the trail, in place of the source of an edge


class Network:
    """A consistent set of difference constraints, kept solved while constraints come and go.

    Invariant: `_potential` satisfies every edge. An edge `y -> x` of weight w stands for x - y <= w. `lemmas`
    are the reason numbers of constraints that follow from others, with the numbers of those; `last_cycle` the
    reason numbers of the last constraint that did not fit, in order along the cycle. `leaps` are only kept here,
    with their reason numbers: what follows from them is for `unions` to say. `is_unsettled` once something that
    may follow was left unsaid, because it took too long.
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
        self.leaps: list[tuple[Leaps, int]] = []
        self.solution: Mapping[Node, int] | None = None  # a solution that a search of dates came upon
        self.is_unsettled = False

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

    def add(self, atom: Literal, reason: int) -> tuple[int, ...] | None:
        """Adds a constraint. Returns None if it fits; otherwise leaves the network as it was and returns the
        reason numbers along the negative cycle that it would close, starting with its own."""
        if isinstance(atom, Leaps):
            self._add_leaps(atom, reason)
            return None
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

    def _add_leaps(self, leaps: Leaps, reason: int) -> None:
        self._number(leaps.here)
        self._number(leaps.there)
        self.leaps.append((leaps, reason))
        self._trail.append(_LEAPS)

    def constraints(self) -> Iterator[tuple[Node, Node, int, int]]:
        """Every `x - y <= weight` as (y, x, weight, reason number)."""
        nodes = self._nodes
        for source, outward in enumerate(self._edges):
            for target, weight, reason in outward:
                yield nodes[source], nodes[target], weight, reason

    def holds(self, atom: Literal) -> bool:
        """Whether the present solution (one of many) happens to satisfy the atom."""
        if isinstance(atom, Leaps):
            return False
        return self._potential[self._number(atom.x)] - self._potential[self._number(atom.y)] <= atom.weight

    def mark(self) -> int:
        """A mark to which `retract` can go back."""
        return len(self._trail)

    def retract(self, mark: int) -> None:
        """Takes back every constraint added since the mark."""
        while len(self._trail) > mark:
            source = self._trail.pop()
            if source == _LEAPS:
                self.leaps.pop()
            else:
                self._edges[source].pop()

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

    def backward(self) -> list[list[tuple[int, int, int]]]:
        """The edges by target, each as (source, weight, reason number)."""
        edges: list[list[tuple[int, int, int]]] = [[] for _ in self._nodes]
        for source, outward in enumerate(self._edges):
            for target, weight, reason in outward:
                edges[target].append((source, weight, reason))
        return edges

    @property
    def nodes(self) -> Sequence[Node]:
        """Every node, by its number among edges."""
        return self._nodes

    @property
    def numbers(self) -> Mapping[Node, int]:
        """The number of every node among edges."""
        return self._index

    def tree(
        self,
        root: Node,
        *,
        into: bool = False,
        around: Node | None = None,
        backward: list[list[tuple[int, int, int]]] | None = None,
    ) -> Tree:
        """The tightest entailed weights of `node - root` for every node, or with `into` of `root - node`.

        With `around`, only of the paths that do not lead through that node (it is no inner node of them).
        `backward` are the edges by target, where they are at hand.
        """
        start = self._index.get(root)
        if start is None:
            return Tree(self._index, {}, {})
        potential = self._potential
        edges = self._edges
        if into:
            edges = backward if backward is not None else self.backward()
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

    def all_weights(self) -> Iterator[tuple[Node, int]]:
        """Every node that has a limit, with its weight."""
        for node, number in self._index.items():
            weight = self._weights.get(number)
            if weight is not None:
                yield node, weight

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


@dataclass(slots=True)
class Effort:
    """Whether some search stopped at its bound, so that something may have been left unfound.

    Bounds are counted in steps, never timed: the same input ends the same way everywhere. `steps` is the most that
    any one search took.
    """

    is_spent: bool = False
    steps: int = 0

    def took(self, steps: int) -> None:
        """Notes how many steps a search took."""
        self.steps = max(self.steps, steps)


# Months and years of events without any date could chase each other by ever so little; this is where it ends.
_ROUNDS = 500


def settle(network: Network, refine: Refine | None) -> set[int] | None:
    """Adds lemmas until nothing new follows; the clause numbers behind a clash if one of them fails."""
    if refine is None:
        return None
    for _ in range(_ROUNDS):
        lemmas = refine(network)
        if not lemmas:
            return None
        for atom, reasons in lemmas:
            number = LEMMAS + len(network.lemmas)
            network.lemmas[number] = frozenset(network.premises(reasons))
            network.lemma_atoms[number] = atom
            cycle = network.add(atom, number)
            if cycle is not None:
                return network.premises(cycle)
    network.is_unsettled = True
    return None


LEMMAS = 1 << 40  # lemmas are numbered from here on, clauses below
