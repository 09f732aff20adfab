"""All minimal impossible sets among members that have to do with each other, by probing sets of them.

Belongs here: the search. Does not belong here: what makes a set impossible (see `probing`).

Minimal impossible sets and maximal possible ones are each other's minimal hitting sets (Reiter, Artificial
Intelligence 32, 1987; Liffiton & Sakallah, J. Automated Reasoning 40, 2008): what is left when every known
conflict is hit either is possible, or holds another conflict; when all that is left is possible, all conflicts
are known. Conflicts that share no member are hit independently of each other: each way to hit one cluster of
them is tried first, and only then all combinations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import prod

from claimcheck.engine.hitting import extended
from claimcheck.engine.parts import Key

Core = Callable[[frozenset[Key]], frozenset[Key] | None]
Members = frozenset[Key]

_MOST = 4000  # ways to hit one cluster of conflicts


@dataclass
class _Cluster:
    """Conflicts that share members, and the minimal ways to hit all of them."""

    members: int
    hitting: list[int]


def minimal_conflicts(keys: Sequence[Key], core: Core, budget: int) -> tuple[list[Members], bool]:
    """The minimal sets that `core` finds impossible, and whether these are certainly all.

    `core` gives an impossible part of a set, or None, and must be monotone. `budget` is how many sets are
    probed for further conflicts at most.
    """
    search = _Search(keys, core)
    search.pack()
    done = search.exhaust(budget)
    return search.found, done and not search.is_cut


class _Search:
    def __init__(self, keys: Sequence[Key], core: Core) -> None:
        self.keys = list(keys)
        self.core = core
        self.number = {key: place for place, key in enumerate(self.keys)}
        self.found: list[Members] = []
        self.clusters: list[_Cluster] = []
        self.is_cut = False

    def pack(self) -> None:
        """Finds conflicts that share no member, until what is left holds none."""
        left = frozenset(self.keys)
        while (core := self.core(left)) is not None:
            conflict = self.shrunk(core)
            self.learn(conflict)
            left -= conflict

    def exhaust(self, budget: int) -> bool:
        """Probes what is left for every way to hit the known conflicts; whether all of them were probed."""
        everything = frozenset(self.keys)
        probed: set[int] = set()
        going = True
        while going:
            going = False
            for hit in self.ways():
                if hit in probed:
                    continue
                if len(probed) >= budget:
                    return False
                probed.add(hit)
                core = self.core(everything - self.members_of(hit))
                if core is not None:
                    self.learn(self.shrunk(core))
                    going = True
                    break
        return True

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
        """Adds a conflict, and joins the clusters whose members it shares."""
        self.found.append(conflict)
        mask = sum(1 << self.number[key] for key in conflict)
        near = [cluster for cluster in self.clusters if cluster.members & mask]
        self.clusters = [cluster for cluster in self.clusters if not cluster.members & mask]
        if prod(len(cluster.hitting) for cluster in near) > 50 * _MOST:
            self.is_cut = True
        together = (sum(hits) for hits in product(*(cluster.hitting for cluster in near)))
        hitting = extended([hit for _, hit in zip(range(50 * _MOST), together, strict=False)], mask)
        if len(hitting) > _MOST:
            self.is_cut = True
            hitting = hitting[:_MOST]
        members = mask
        for cluster in near:
            members |= cluster.members
        self.clusters.append(_Cluster(members, hitting))

    def shrunk(self, core: Members) -> Members:
        """A minimal impossible part of an impossible set, keeping the earlier of equals where it can."""
        kept = sorted(core, key=self.number.__getitem__)
        needed: set[Key] = set()
        while left := [key for key in kept if key not in needed]:
            smaller = self.core(frozenset(kept) - {left[-1]})
            if smaller is None:
                needed.add(left[-1])
            else:
                kept = [key for key in kept if key in smaller]
        return frozenset(kept)

    def members_of(self, mask: int) -> Members:
        """The members that a set of bits stands for."""
        return frozenset(key for place, key in enumerate(self.keys) if mask >> place & 1)
