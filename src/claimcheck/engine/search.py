"""Choices among the alternatives of clauses, above one network of differences.

Belongs here: whether clauses can all hold, and in which ways. Does not belong here: the network itself, what a
clause means, many sets of the same clauses (see `selected`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.engine import sat
from claimcheck.engine.network import Clause, Effort, Leaps, Literal, Network, Refine, settle
from claimcheck.engine.selected import Selected


def contradiction(
    clauses: Sequence[Clause], refine: Refine | None = None, effort: Effort | None = None
) -> tuple[int, ...] | None:
    """None if the clauses can all hold; otherwise the numbers of clauses that cannot (not always the fewest).

    Units first, in order; then the disjunctions by search with backjumping: a branch whose failure does not
    depend on the choice made ends the search at that level (Prosser, Computational Intelligence 9, 1993). Where
    that gets long, a SAT solver takes over (see `selected`). Where a bound was met before anything was found, the
    effort says so.
    """
    effort = effort if effort is not None else Effort()
    search = Search()
    core = search.take(clauses)
    if core is None:
        core = search.decide(refine, effort)
    return None if core is None else tuple(sorted(core))


def branches(
    clauses: Sequence[Clause], refine: Refine | None = None, effort: Effort | None = None
) -> Iterator[Network]:
    """Each consistent way to choose an atom of every clause, as a solved network (valid until the next one).

    A clause of which one atom is entailed is not split. Where there are too many ways, not all are given and the
    effort says so: what all of these have in common need not hold in all.
    """
    effort = effort if effort is not None else Effort()
    search = Search()
    if search.take(clauses) is None:
        for count, network in enumerate(search.leaves(refine), start=1):
            yield network
            if count >= _MOST_LEAVES or search.steps > _MOST_VISITS:
                effort.is_spent = True
                break
    effort.took(search.steps)
    if search.network.is_unsettled or search.steps > _MOST_VISITS:
        effort.is_spent = True


_MOST_LEAVES = 4096
_MOST_VISITS = 50_000  # choices entered on the way to them


class _TooTangled(Exception):
    """The plain search has taken too long, or would go too deep."""


_DEEPEST = 300
_LONGEST = 3000  # steps of the plain search before the solver takes over, where there is one


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a search had got: to this go back."""

    clauses: int
    open: int
    network: int


class Search:
    """A search over the disjunctions of clauses that come and go; the network is taken back behind every step."""

    def __init__(self) -> None:
        self.clauses: list[Clause] = []
        self.network = Network()
        self.open: list[int] = []
        self.steps = 0

    def take(self, clauses: Iterable[Clause]) -> set[int] | None:
        """Adds clauses, at once those without a choice; the numbers of some that cannot hold, if that is so."""
        for clause in clauses:
            number = len(self.clauses)
            self.clauses.append(clause)
            if len(clause.atoms) == 1:
                cycle = self.network.add(clause.atoms[0], number)
                if cycle is not None:
                    return set(cycle)
            elif clause.atoms:
                self.open.append(number)
            else:
                return {number}
        return None

    def mark(self) -> Mark:
        """Where the search stands."""
        return Mark(len(self.clauses), len(self.open), self.network.mark())

    def back_to(self, mark: Mark) -> None:
        """Takes back every clause that came since."""
        del self.clauses[mark.clauses :]
        del self.open[mark.open :]
        self.network.retract(mark.network)

    def decide(self, refine: Refine | None, effort: Effort) -> set[int] | None:
        """A core if no choice for the open clauses succeeds; None at the first that does.

        It leaves nothing behind. Where a bound was met before anything was found, the effort says so.
        """
        self.network.is_unsettled = False
        mark = self.network.mark()
        core = settle(self.network, refine)
        if core is None:
            settled = self.network.mark()
            order = self._order()
            self.steps = 0
            try:
                if len(order) > _DEEPEST:
                    raise _TooTangled
                core = self._descend(order, 0, refine)
            except _TooTangled:
                self.network.retract(settled)
                core = self._decide_by_solver(refine, effort)
            effort.took(self.steps)
        if core is None and self.network.is_unsettled:
            effort.is_spent = True
        self.network.retract(mark)
        return core

    def _decide_by_solver(self, refine: Refine | None, effort: Effort) -> set[int] | None:
        if not sat.is_at_hand():
            effort.is_spent = True
            return None
        owned = [(frozenset((number,)), (clause,)) for number, clause in enumerate(self.clauses)]
        core = Selected(owned, effort, lambda _: refine).core(frozenset(range(len(self.clauses))))
        return None if core is None else set(core)

    def leaves(self, refine: Refine | None = None) -> Iterator[Network]:
        """Every consistent choice for the open clauses, as the network with it."""
        if settle(self.network, refine) is None:
            yield from self._leaves(self._order(), 0, refine)

    def _order(self) -> list[int]:
        return sorted(self.open, key=lambda number: (len(self.clauses[number].atoms), number))

    def _descend(self, order: Sequence[int], depth: int, refine: Refine | None) -> set[int] | None:
        if depth == len(order):
            return settle(self.network, refine)
        self.steps += 1
        if self.steps > (_LONGEST if sat.is_at_hand() else _MOST_VISITS):
            raise _TooTangled
        number = order[depth]
        network = self.network
        core: set[int] = set()
        for atom in sorted(self.clauses[number].atoms, key=lambda atom: not network.holds(atom)):
            mark = network.mark()
            cycle = network.add(atom, number)
            failed = self._descend(order, depth + 1, refine) if cycle is None else network.premises(cycle)
            if failed is None:
                return None
            network.retract(mark)
            if number not in failed:
                return failed
            core |= failed
        return core

    def _leaves(self, order: Sequence[int], depth: int, refine: Refine | None) -> Iterator[Network]:
        network = self.network
        mark = network.mark()
        self.steps += 1
        if self.steps > _MOST_VISITS:
            return
        if depth == len(order):
            if settle(network, refine) is None:
                yield network
            network.retract(mark)
            return
        number = order[depth]
        atoms = self.clauses[number].atoms
        if any(_is_entailed(network, atom) for atom in atoms):
            yield from self._leaves(order, depth + 1, refine)
            return
        for atom in atoms:
            if network.add(atom, number) is None:
                yield from self._leaves(order, depth + 1, refine)
            network.retract(mark)


def _is_entailed(network: Network, atom: Literal) -> bool:
    if isinstance(atom, Leaps):
        return False
    found = network.distance(atom.y, atom.x)
    return found is not None and found[0] <= atom.weight
