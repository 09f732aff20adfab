"""Minimal sets that have a member of every conflict: what has to be given up, and what is then left.

Belongs here: hitting sets of a list of sets. Does not belong here: where the sets come from.

The algorithm is Berge's (Hypergraphs, 1989): conflict by conflict, every set that does not hit it yet is
extended by each of its members, and what contains another is dropped. Sets are integers, one bit a member.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def extended(hitting: Sequence[int], conflict: int) -> list[int]:
    """The minimal sets that hit the conflict too, from all those that hit what came before it."""
    found = [known for known in hitting if known & conflict]
    sole: dict[int, list[int]] = {}  # by the one member that they share with the conflict
    for known in found:
        shared = known & conflict
        if not shared & (shared - 1):
            sole.setdefault(shared, []).append(known)
    for known in hitting:
        if not known & conflict:
            for member in bits(conflict):
                larger = known | member
                if not any(other & ~larger == 0 for other in sole.get(member, ())):
                    found.append(larger)
    return found


def bits(mask: int) -> Iterator[int]:
    """The members of a set, each as a set of its own, in order."""
    while mask:
        lowest = mask & -mask
        yield lowest
        mask ^= lowest


def minimal_hitting_sets(
    conflicts: Iterable[frozenset[Item]], order: Sequence[Item], limit: int
) -> tuple[list[tuple[Item, ...]], bool]:
    """All minimal hitting sets, the smallest first and then by `order`, and whether these are all.

    Where there are more than `limit`, the smallest of all and others up to the limit.
    """
    number = {item: place for place, item in enumerate(order)}
    masks = sorted((sum(1 << number[item] for item in conflict) for conflict in conflicts), key=int.bit_count)
    hitting = [0]
    for mask in masks:
        hitting = extended(hitting, mask)
        if len(hitting) > limit:
            found = list(_smallest(masks, limit))
            break
    else:
        found = hitting
    places = sorted((mask.bit_count(), [bit.bit_length() - 1 for bit in bits(mask)]) for mask in found)
    return [tuple(order[place] for place in chosen) for _, chosen in places], found is hitting


def _smallest(masks: Sequence[int], limit: int) -> Iterator[int]:
    """Hitting sets from the smallest on, by a solver: where there are too many to hold all of them."""
    from pysat.examples.hitman import Hitman

    with Hitman(bootstrap_with=[list(bits(mask)) for mask in masks], htype="sorted") as hitman:
        for _ in range(limit):
            hitting = hitman.get()
            if hitting is None:
                return
            yield sum(hitting)
            hitman.block(hitting)
