"""The largest sets that can hold and the fewest of them, against trying all."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from random import Random

import pytest

from claimcheck.engine.covers import fewest, largest_sets, sets_in_time


def all_that_hold(count: int, holds: Callable[[int], bool]) -> list[int]:
    found = [mask for mask in range(1, 1 << count) if holds(mask)]
    return sorted(mask for mask in found if not any(mask & ~other == 0 and mask != other for other in found))


def size(mask: int, weights: list[int]) -> int:
    return sum(weight for place, weight in enumerate(weights) if mask >> place & 1)


def all_choices(sets: list[int], everything: int) -> list[tuple[int, ...]]:
    for many in range(1, len(sets) + 1):
        found = []
        for chosen in combinations(sets, many):
            covered = 0
            for mask in chosen:
                covered |= mask
            if covered == everything:
                found.append(chosen)
        if found:
            return found
    return []


@pytest.mark.parametrize("seed", range(300))
def test_any_conflicts(seed: int) -> None:
    draw = Random(seed)
    count = draw.randint(2, 7)
    conflicts = [
        sum(1 << place for place in draw.sample(range(count), draw.choice((2, 2, 2, 3)) if count > 2 else 2))
        for _ in range(draw.randint(0, 9))
    ]

    def holds(mask: int) -> bool:
        return all(conflict & ~mask for conflict in conflicts)

    beside = [
        sum(1 << other for other in range(count) if other != one and holds(1 << one | 1 << other))
        for one in range(count)
    ]
    sets, complete = largest_sets(count, beside, holds)
    assert complete
    assert sorted(sets) == all_that_hold(count, holds)
    weights = [draw.randint(1, 3) for _ in range(count)]
    names = {mask: tuple(sorted(draw.sample("abcdefghij", 3))) for mask in sorted(sets)}
    found = fewest(sets, weights, lambda mask: names[mask], along_time=False)
    choices = all_choices(sorted(sets), (1 << count) - 1)
    most = max(sum(size(mask, weights) for mask in chosen) for chosen in choices)
    best = [chosen for chosen in choices if sum(size(mask, weights) for mask in chosen) == most]
    assert len(found.sets) == len(choices[0])
    assert sum(size(mask, weights) for mask in found.sets) == most
    assert found.others == len(choices) - 1
    if len({frozenset(names[mask] for mask in chosen) for chosen in best}) == len(best):
        first = min(sorted(names[mask] for mask in chosen) for chosen in best)
        assert sorted(names[mask] for mask in found.sets) == first


@pytest.mark.parametrize("seed", range(300))
def test_stretches_of_time(seed: int) -> None:
    draw = Random(seed)
    count = draw.randint(1, 9)
    spans = []
    for _ in range(count):
        start = draw.randrange(12)
        spans.append([(float(start), float(start + draw.randint(1, 4)))])

    def holds(mask: int) -> bool:
        own = [spans[place][0] for place in range(count) if mask >> place & 1]
        return max(start for start, _ in own) < min(stop for _, stop in own)

    sets = sets_in_time(spans)
    assert sorted(sets) == all_that_hold(count, holds)
    weights = [draw.randint(1, 3) for _ in range(count)]
    found = fewest(sets, weights, lambda mask: (), along_time=True)
    choices = all_choices(sets, (1 << count) - 1)
    place = {mask: number for number, mask in enumerate(sets)}
    most = max(sum(size(mask, weights) for mask in chosen) for chosen in choices)
    best = [chosen for chosen in choices if sum(size(mask, weights) for mask in chosen) == most]
    assert list(found.sets) == list(min(best, key=lambda chosen: sorted(place[mask] for mask in chosen)))
    assert found.others == len(choices) - 1
    assert found.complete


def test_of_a_ring_of_four_the_pairs_whose_names_come_first() -> None:
    names = ["Dio", "Cato", "Bede", "Adam"]
    ring = [0b0011, 0b0110, 0b1100, 0b1001]

    def named(mask: int) -> tuple[str, ...]:
        return tuple(sorted(name for place, name in enumerate(names) if mask >> place & 1))

    found = fewest(ring, [1, 1, 1, 1], named, along_time=False)
    assert sorted(map(named, found.sets)) == [("Adam", "Bede"), ("Cato", "Dio")]
    assert found.others == 1


def test_many_members_of_which_no_two_can_hold_are_as_many_sets_at_once() -> None:
    sets, complete = largest_sets(100, [0] * 100, lambda mask: mask.bit_count() < 2)
    assert complete and len(sets) == 100
    assert len(fewest(sets, [1] * 100, lambda mask: (), along_time=False).sets) == 100


def test_what_cannot_be_listed_says_so_and_still_takes_everything_in() -> None:
    # Forty members in twenty rival pairs: a million largest sets.
    everything = (1 << 40) - 1
    beside = [everything & ~(0b11 << place // 2 * 2) for place in range(40)]

    def holds(mask: int) -> bool:
        return not (mask & mask >> 1 & int("01" * 20, 2))

    sets, complete = largest_sets(40, beside, holds)
    assert not complete
    covered = 0
    for mask in fewest(sets, [1] * 40, lambda mask: (mask,), along_time=False).sets:
        covered |= mask
        assert holds(mask)
    assert covered == everything
