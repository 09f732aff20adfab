"""All minimal impossible sets among members that have to do with each other, by probing sets of them.

Belongs here: the search. Does not belong here: what makes a set impossible (see `conflicts`).

Minimal impossible sets and maximal possible ones are each other's minimal hitting sets (Reiter, Artificial
Intelligence 32, 1987; Liffiton & Sakallah, J. Automated Reasoning 40, 2008): what is left when every known
conflict is hit either is possible, or holds another conflict; when all that is left is possible, all conflicts
are known. Conflicts that share no member are hit independently of each other: each way to hit one cluster of
them is tried first, and only then all combinations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import prod

from claimcheck.engine import sat
from claimcheck.engine.hitting import extended
from claimcheck.engine.parts import Key

Core = Callable[[frozenset[Key]], frozenset[Key] | None]
Members = frozenset[Key]

_MOST = 200  # ways to hit all known conflicts; where there are more, a solver says what to probe


@dataclass
class _Cluster:
    """Conflicts that share members, and the minimal ways to hit all of them."""

    members: int
    hitting: list[int]


def minimal_conflicts(
    keys: Sequence[Key],
    core: Core,
    budget: int,
    first: Iterable[Members] = (),
    meaning: Callable[[Members], Iterable[Members]] = lambda conflict: (),
    known: Iterable[Members] = (),
) -> Tangle:
    """The minimal sets that `core` finds impossible, but for those that hold what an earlier one means.

    `core` gives an impossible part of a set, or None, and must be monotone. `budget` is how many sets are
    probed for further conflicts at most, after those of `first`, which are probed in any case. Where a conflict
    stands for others, by its `meaning`, nothing that holds one of these is looked for. `known` are some of the
    conflicts, found before.
    """
    nothing = core(frozenset())
    if nothing is not None:
        return Tangle((nothing,), True)  # impossible whatever is left out
    search = _Search(keys, core, meaning)
    for conflict in known:
        search.learn(conflict)
    search.pack(frozenset(keys))
    if search.found:
        search.probe(first)
    done = search.exhaust(budget)
    return Tangle(tuple(search.found), done)


@dataclass(frozen=True, slots=True)
class Tangle:
    """Minimal conflicts, and whether they are certainly all."""

    conflicts: tuple[Members, ...]
    complete: bool


class _Search:
    def __init__(self, keys: Sequence[Key], core: Core, meaning: Callable[[Members], Iterable[Members]]) -> None:
        self.keys = list(keys)
        self.core = core
        self.meaning = meaning
        self.number = {key: place for place, key in enumerate(self.keys)}
        self.found: list[Members] = []
        self.barred: list[Members] = []  # what no set that is still to be probed holds
        self.possible: list[Members] = []
        self.clusters: list[_Cluster] = []
        self.is_cut = False
        self.everything = frozenset(self.keys)

    def pack(self, left: Members) -> None:
        """Finds conflicts within a set that share no member, until what is left of it holds none."""
        while (core := self.core(left)) is not None:
            conflict = self.shrunk(core)
            self.learn(conflict)
            left -= conflict
        self.possible.append(left)

    def probe(self, sets: Iterable[Members]) -> None:
        """Finds a conflict in each of the sets that holds one, unless one of the known ones is in it."""
        for some in sets:
            if any(some <= held for held in self.possible) or any(known <= some for known in self.barred):
                continue
            core = self.core(some)
            if core is None:
                self.possible.append(some)
            else:
                self.learn(self.shrunk(core))

    def exhaust(self, budget: int) -> bool:
        """Probes what is left for every way to hit the known conflicts; whether all of them were probed."""
        probed: set[int] = set()
        going = True
        while going:
            going = False
            if self.is_cut:
                return self.exhaust_by_solver(budget - len(probed))
            for hit in self.ways():
                if hit in probed:
                    continue
                if len(probed) >= budget:
                    return False
                probed.add(hit)
                left = self.everything - self.members_of(hit)
                before = len(self.found)
                self.pack(left)
                if len(self.found) > before:
                    going = True
                    break
        return True

    def exhaust_by_solver(self, budget: int) -> bool:
        """The same, with a solver that gives sets that hold no known conflict, and more than any that is possible.

        This is the enumeration of Liffiton, Previti, Malik & Marques-Silva (Constraints 21, 2016).
        """
        if not sat.is_at_hand():
            return False
        with sat.solver() as chooser:
            chooser.set_phases(range(1, len(self.keys) + 1))
            for barred in self.barred:
                chooser.add_clause([-1 - number for number in self.numbers(barred)])
            for held in self.possible:
                chooser.add_clause([1 + number for number in self.numbers(self.everything - held)])
            for _ in range(budget):
                if not chooser.solve():
                    return True
                left = self.grown({self.keys[number - 1] for number in chooser.get_model() or () if number > 0})
                core = self.core(left)
                if core is None:
                    self.possible.append(left)
                    chooser.add_clause([1 + number for number in self.numbers(self.everything - left)])
                    continue
                known = len(self.barred)
                self.learn(self.shrunk(core))
                for barred in self.barred[known:]:
                    chooser.add_clause([-1 - number for number in self.numbers(barred)])
        return False

    def grown(self, chosen: set[Key]) -> Members:
        """A set that holds no known conflict, with all that can be added to it, in order."""
        closing: dict[Key, list[Members]] = {}
        for barred in self.barred:
            for key in barred - chosen:
                closing.setdefault(key, []).append(barred)
        for key in self.keys:
            if key not in chosen and not any(barred <= chosen | {key} for barred in closing.get(key, ())):
                chosen.add(key)
        return frozenset(chosen)

    def numbers(self, keys: Members) -> list[int]:
        """The places of members, in order."""
        return sorted(self.number[key] for key in keys)

    def ways(self) -> Iterator[int]:
        """The ways to hit all known conflicts: cluster by cluster first, then in all combinations."""
        first = [cluster.hitting[0] for cluster in self.clusters]
        together = sum(first)
        one_by_one = (
            together - first[number] + hit
            for number, cluster in enumerate(self.clusters)
            for hit in cluster.hitting
        )
        if prod(len(cluster.hitting) for cluster in self.clusters) <= 1:
            return iter((together,))
        return chain(one_by_one, map(sum, product(*(cluster.hitting for cluster in self.clusters))))

    def learn(self, conflict: Members) -> None:
        """Adds a conflict, and bars it and what it means."""
        self.found.append(conflict)
        for meant in self.meaning(conflict):
            self.bar(meant)
        self.bar(conflict)

    def bar(self, conflict: Members) -> None:
        """Bars all sets that hold this one, and joins the clusters whose members it shares."""
        if any(known <= conflict for known in self.barred):
            return
        self.barred.append(conflict)
        if self.is_cut:
            return
        mask = sum(1 << self.number[key] for key in conflict)
        near = [cluster for cluster in self.clusters if cluster.members & mask]
        self.clusters = [cluster for cluster in self.clusters if not cluster.members & mask]
        ways = [sum(hits) for hits in product(*(cluster.hitting for cluster in near))]
        members = mask
        for cluster in near:
            members |= cluster.members
        self.clusters.append(_Cluster(members, extended(ways, mask)))
        self.is_cut = prod(len(cluster.hitting) for cluster in self.clusters) > _MOST

    def shrunk(self, found: Members) -> Members:
        """A minimal impossible part of an impossible set, keeping the earlier of equals where it can."""
        return smallest(found, self.core, self.number.__getitem__)

    def members_of(self, mask: int) -> Members:
        """The members that a set of bits stands for."""
        return frozenset(key for place, key in enumerate(self.keys) if mask >> place & 1)


def smallest(found: Members, core: Core, place: Callable[[Key], int]) -> Members:
    """A part of an impossible set that is still impossible and of which no member can be left out.

    Members are tried from the last to the first by their `place`, so that of equal ones the earliest survive.
    """
    kept = sorted(found, key=place)
    needed: set[Key] = set()
    while left := [key for key in kept if key not in needed]:
        smaller = core(frozenset(kept) - {left[-1]})
        if smaller is None:
            needed.add(left[-1])
        else:
            kept = [key for key in kept if key in smaller]
    return frozenset(kept)
