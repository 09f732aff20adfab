"""Minimal sets: those that have a member of every conflict, and those that a test finds impossible.

Belongs here: hitting sets of a list of sets, minimal impossible sets of a few things that a test knows, leaving
out what is not needed. Does not belong here: where the sets come from; minimal conflicts of many members (see
`tangles`).

The algorithm for hitting sets is Berge's (Hypergraphs, 1989): conflict by conflict, every set that does not hit it
yet is extended by each of its members, and what contains another is dropped. Sets are integers, one bit a member.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from claimcheck.engine import sat
from claimcheck.engine.network import Effort

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


def minimal_sets(
    candidates: Sequence[str],
    impossible: Callable[[Iterable[str]], bool],
    effort: Effort,
    within: Iterable[frozenset[str]] | None = None,
    hiding: Callable[[frozenset[str]], frozenset[str]] | None = None,
) -> list[tuple[str, ...]]:
    """Every minimal subset of the candidates (or of one of the sets `within`) that makes things impossible.

    By shrinking and branching: Reiter's tree of hitting sets (Artificial Intelligence 32, 1987), small here, since
    bridges are few; where it is not, the effort is spent. `impossible` must be monotone, but for what `hiding`
    names: elements of which one must be out of a possible set for a part of it to be impossible.
    """
    found: list[tuple[str, ...]] = []
    seen: set[frozenset[str]] = set()
    waiting = list(within) if within is not None else [frozenset(candidates)]
    while waiting:
        allowed = waiting.pop()
        if allowed in seen:
            continue
        if len(seen) >= _MOST_SETS:
            effort.is_spent = True
            break
        seen.add(allowed)
        known = next((known for known in found if allowed.issuperset(known)), None)
        if known is None:
            if not impossible(allowed):
                if hiding is not None:
                    waiting.extend(allowed - {id} for id in sorted(hiding(allowed)))
                continue
            known = tuple(without_needless((id for id in candidates if id in allowed), impossible, by_halves=True))
            found.append(known)
        waiting.extend(allowed - {id} for id in known)
    effort.took(len(seen))
    return [one for one in found if not any(set(other) < set(one) for other in found)]


_MOST_SETS = 20_000


def without_needless(
    kept: Iterable[Item], holds: Callable[[list[Item]], bool], by_halves: bool = False
) -> list[Item]:
    """What is left of things of which something holds when all is left out that it holds without, the last first.

    With `by_halves` halves are left out before single ones: where few are needed of many.
    """
    kept = list(kept)
    size = max(1, len(kept) // 2) if by_halves else 1
    while True:
        stop = len(kept)
        while stop > 0:
            start = max(0, stop - size)
            rest = [*kept[:start], *kept[stop:]]
            if holds(rest):
                kept = rest
            stop = start
        if size == 1:
            return kept
        size //= 2


def _smallest(masks: Sequence[int], limit: int) -> Iterator[int]:
    """Hitting sets from the smallest on, by a solver: where there are too many to hold all of them."""
    if not sat.is_at_hand():
        yield from _some(masks, limit)
        return
    with sat.hitting_sets(list(bits(mask)) for mask in masks) as hitman:
        for _ in range(limit):
            hitting = hitman.get()
            if hitting is None:
                return
            yield sum(hitting)
            hitman.block(hitting)


def _some(masks: Sequence[int], limit: int) -> Iterable[int]:
    """Minimal hitting sets without a solver, perhaps not the smallest: of too many, some are followed up."""
    found = [0]
    for mask in masks:
        found = sorted(extended(found, mask), key=int.bit_count)[:limit]
    for place, hitting in enumerate(found):
        for bit in bits(hitting):
            if all(found[place] & ~bit & mask for mask in masks):
                found[place] &= ~bit
    return dict.fromkeys(found)
