"""Which constraints can have to do with each other: the blocks of a theory.

Belongs here: cutting a theory into parts that can be examined one by one. Does not belong here: examining them.

A negative cycle that passes no point twice lies within one biconnected component of the graph of constraints
(Hopcroft & Tarjan, Communications of the ACM 16, 1973). A disjunction ties the components of its alternatives
together, and a calendar point those of its limits. What cannot all be true is therefore impossible within one
block already: conflicts of different blocks are independent, and dates on separate events never meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.engine.anchoring import Anchored
from claimcheck.engine.network import ORIGIN, Clause, Node, tied_by
from claimcheck.engine.theory import Theory


def blocks_of(theory: Theory) -> Iterator[Theory]:
    """The blocks, each as a theory of its own, in the order of their first clauses."""
    numbers: dict[Node, int] = {ORIGIN: 0}
    edges: list[tuple[int, int]] = []

    def edge(a: Node, b: Node) -> int:
        edges.append((numbers.setdefault(a, len(numbers)), numbers.setdefault(b, len(numbers))))
        return len(edges) - 1

    of_clause = [[edge(a, b) for atom in clause.atoms for a, b in tied_by(atom)] for clause in theory.clauses]
    of_point = [
        [edge(point.node, point.anchor), edge(ORIGIN, point.anchor), edge(ORIGIN, point.node)]
        for point in theory.points
        if not point.is_constant and point.node != point.anchor
    ]
    tied = _Ties(_components(len(numbers), edges))
    for together in (*of_clause, *of_point):
        tied.join(together)
    clauses: dict[int, list[Clause]] = {}
    for number, clause in enumerate(theory.clauses):
        block = tied.block(of_clause[number][0]) if clause.atoms else -1 - number
        clauses.setdefault(block, []).append(clause)
    points: dict[int, list[Anchored]] = {}
    moving = [point for point in theory.points if not point.is_constant and point.node != point.anchor]
    for point, together in zip(moving, of_point, strict=True):
        points.setdefault(tied.block(together[0]), []).append(point)
    for block, found in clauses.items():
        yield Theory(tuple(found), tuple(points.get(block, ())), (), theory.effort)


class _Ties:
    """Components of edges, joined further; by the smallest number of each."""

    def __init__(self, component: Sequence[int]) -> None:
        self._component = component
        self._joined = list(range(max(component, default=-1) + 1))

    def block(self, edge: int) -> int:
        """The block that an edge is in."""
        return self._find(self._component[edge])

    def join(self, edges: Sequence[int]) -> None:
        """Puts the edges in one block."""
        for edge in edges[1:]:
            a, b = self.block(edges[0]), self.block(edge)
            self._joined[max(a, b)] = min(a, b)

    def _find(self, component: int) -> int:
        while self._joined[component] != component:
            self._joined[component] = self._joined[self._joined[component]]
            component = self._joined[component]
        return component


def _components(nodes: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """For each edge the number of its biconnected component; without recursion, since chains can be long."""
    near: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    for number, (a, b) in enumerate(edges):
        near[a].append((b, number))
        near[b].append((a, number))
    component = [-1] * len(edges)
    entered = [0] * nodes
    low = [0] * nodes
    clock = count = 0
    for root in range(nodes):
        if entered[root]:
            continue
        clock += 1
        entered[root] = low[root] = clock
        path: list[tuple[int, int, Iterator[tuple[int, int]]]] = [(root, -1, iter(near[root]))]
        walked: list[int] = []
        while path:
            here, arrived_by, onward = path[-1]
            for there, number in onward:
                if number == arrived_by:
                    continue
                if not entered[there]:
                    walked.append(number)
                    clock += 1
                    entered[there] = low[there] = clock
                    path.append((there, number, iter(near[there])))
                    break
                if entered[there] < entered[here] or there == here:
                    walked.append(number)
                    low[here] = min(low[here], entered[there])
            else:
                path.pop()
                if path:
                    before = path[-1][0]
                    low[before] = min(low[before], low[here])
                    if low[here] >= entered[before]:
                        while True:
                            number = walked.pop()
                            component[number] = count
                            if number == arrived_by:
                                break
                        count += 1
        for number in walked:  # loops at a root that has no other edge
            component[number] = count
            count += 1
    return component
