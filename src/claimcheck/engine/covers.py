"""The largest sets that can hold, and the fewest of them that take everything in.

Belongs here: sets as integers, one bit a member, and a test that says whether a set can hold. Does not belong
here: what the members are, and why a set cannot hold (see `positions`).

A largest set is a maximal clique of what can hold two by two (Bron & Kerbosch, Comm. ACM 16, 1973), split wherever
three or more clash though any two of them could hold. The fewest sets are a minimum cover: along a line of time by
dynamic programming, elsewhere by a search that is counted, and says when it was cut short.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.engine.hitting import bits, without_needless

Holds = Callable[[int], bool]
Order = Callable[[int], tuple[object, ...]]  # a set -> where it stands among sets that serve as well

_MOST_SETS = 3_000  # largest sets among which the fewest are sought
_MOST_STEPS = 60_000  # of the search for the fewest


@dataclass(frozen=True, slots=True)
class Cover:
    """The chosen sets; how many other choices of as few there are (None: not counted); whether none is better."""

    sets: tuple[int, ...]
    others: int | None
    complete: bool


# The largest sets.


def largest_sets(count: int, beside: Sequence[int], holds: Holds) -> tuple[list[int], bool]:
    """The largest sets of `count` members that hold, and whether these are all.

    `beside` has for each member those that can hold together with it, itself not among them. `holds` must be
    monotone: whatever is left out of a set that holds, it holds. Every member is in one of the sets.
    """
    found: list[int] = []
    cores: list[int] = []
    seen: set[int] = set()
    complete = True
    for clique in _cliques((1 << count) - 1, beside):
        waiting = [clique]
        while waiting:
            some = waiting.pop()
            if some in seen:
                continue
            seen.add(some)
            core = next((core for core in cores if core & ~some == 0), None)
            if core is None and not holds(some):
                core = sum(without_needless(reversed(list(bits(some))), lambda rest: not holds(sum(rest))))
                cores.append(core)
            if core is None:
                found.append(some)
            else:
                waiting.extend(some ^ member for member in bits(core))
        if len(seen) > _MOST_SETS:
            complete = False
            break
    largest = _maximal(found)
    missing = (1 << count) - 1
    for some in largest:
        missing &= ~some
    while missing:
        grown = missing & -missing
        for member in (*bits(missing), *bits(~missing & ((1 << count) - 1))):
            if not member & grown and holds(grown | member):
                grown |= member
        largest.append(grown)
        missing &= ~grown
    return largest, complete


def _cliques(candidates: int, beside: Sequence[int], done: int = 0, chosen: int = 0) -> Iterator[int]:
    """The maximal cliques, by branching on what a pivot does not take in."""
    if not candidates:
        if not done:
            yield chosen
        return
    pivot = max(
        (bit.bit_length() - 1 for bit in bits(candidates | done)),
        key=lambda place: (candidates & beside[place]).bit_count(),
    )
    for member in bits(candidates & ~beside[pivot]):
        near = beside[member.bit_length() - 1]
        yield from _cliques(candidates & near, beside, done & near, chosen | member)
        candidates ^= member
        done |= member


def _maximal(sets: Sequence[int]) -> list[int]:
    """The sets that are no part of another, each once, in order."""
    ordered = sorted(dict.fromkeys(sets), key=int.bit_count, reverse=True)
    kept: list[int] = []
    for some in ordered:
        if not any(some & ~other == 0 for other in kept):
            kept.append(some)
    return [some for some in dict.fromkeys(sets) if some in set(kept)]


def sets_in_time(spans: Sequence[Sequence[tuple[float, float]]]) -> list[int]:
    """The largest sets of members that share time, in the order of the time that they share.

    Each member has spans (half-open); a set shares time if one moment lies in a span of every member of it.
    """
    starts: dict[float, int] = {}
    stops: dict[float, int] = {}
    for place, own in enumerate(spans):
        for start, stop in own:
            starts[start] = starts.get(start, 0) | 1 << place
            stops[stop] = stops.get(stop, 0) | 1 << place
    present = 0
    found: list[int] = []
    has_grown = False
    for moment in sorted({*starts, *stops}):
        if moment in stops:
            if has_grown:
                found.append(present)
            has_grown = False
            present &= ~stops[moment]
        if moment in starts:
            has_grown = True
            present |= starts[moment]
    return found if all(len(own) == 1 for own in spans) else _maximal(found)


# The fewest of them.


def fewest(sets: Sequence[int], weights: Sequence[int], order: Order, along_time: bool) -> Cover:
    """The fewest sets that take every member in; of equally few, those with the most, then those first in `order`.

    `weights` are what each member counts. `along_time` says that the sets stand in order, and each member in sets
    that follow each other.
    """
    chosen: list[int] = []
    ways: int | None = 1
    complete = True
    for group in _connected(sets):
        found = _fewest_along(group, weights) if along_time else _fewest_of(group, weights, order)
        chosen.extend(found.sets)
        ways = ways * (found.others + 1) if ways is not None and found.others is not None else None
        complete = complete and found.complete
    return Cover(tuple(chosen), ways - 1 if ways is not None else None, complete)


def _connected(sets: Sequence[int]) -> list[list[int]]:
    """The sets in groups that share members, directly or through others, each in order."""
    groups: list[tuple[int, list[int]]] = []
    for number, some in enumerate(sets):
        near = [group for group in groups if group[0] & some]
        groups = [group for group in groups if not group[0] & some]
        members, numbers = some, [number]
        for mask, own in near:
            members |= mask
            numbers += own
        groups.append((members, numbers))
    return [[sets[number] for number in sorted(numbers)] for _, numbers in sorted(groups, key=lambda g: min(g[1]))]


def _weight(some: int, weights: Sequence[int]) -> int:
    return sum(weights[bit.bit_length() - 1] for bit in bits(some))


def _fewest_along(sets: Sequence[int], weights: Sequence[int]) -> Cover:
    """Among sets in the order of time: from each on, the best way to take in what only later ones hold."""
    last = len(sets)
    reach = [last] * (last + 1)  # after a set (0: before all), the last of which one must be chosen
    first: dict[int, int] = {}
    ends: dict[int, int] = {}
    for number, some in enumerate(sets, start=1):
        for bit in bits(some):
            first.setdefault(bit, number)
            ends[bit] = number
    earliest_end = [last + 1] * (last + 2)
    for bit, number in first.items():
        earliest_end[number] = min(earliest_end[number], ends[bit])
    for number in range(last, -1, -1):
        earliest_end[number] = min(earliest_end[number], earliest_end[number + 1])
    reach = [earliest_end[number + 1] for number in range(last + 1)]
    sizes = [0, *(_weight(some, weights) for some in sets)]
    best: list[tuple[int, int]] = [(0, 0)] * (last + 1)
    ways = [1] * (last + 1)
    following = [0] * (last + 1)
    for number in range(last, -1, -1):
        if reach[number] > last:
            continue
        options = range(number + 1, reach[number] + 1)
        best[number], following[number] = min(
            ((best[other][0] + 1, best[other][1] - sizes[other]), other) for other in options
        )
        ways[number] = sum(ways[other] for other in options if best[other][0] + 1 == best[number][0])
    chosen = []
    here = following[0]
    while here:
        chosen.append(sets[here - 1])
        here = following[here]
    return Cover(tuple(chosen), ways[0] - 1, True)


def _fewest_of(sets: Sequence[int], weights: Sequence[int], order: Order) -> Cover:
    """Among any sets: one more at a time, until some choice takes everything in; then all choices of so many."""
    everything = 0
    for some in sets:
        everything |= some
    holding = {bit: [some for some in sets if some & bit] for bit in bits(everything)}
    steps = 0

    def least(left: int) -> int:
        """How many sets are needed at least: members of which no set holds two."""
        count = 0
        while left:
            bit = min(bits(left), key=lambda bit: len(holding[bit]))
            count += 1
            for some in holding[bit]:
                left &= ~some
        return count

    def choices(left: int, most: int) -> Iterator[tuple[int, ...]]:
        nonlocal steps
        steps += 1
        if not left:
            yield ()
            return
        if steps > _MOST_STEPS or least(left) > most:
            return
        bit = min(bits(left), key=lambda bit: len(holding[bit]))
        for some in holding[bit]:
            for rest in choices(left & ~some, most - 1):
                yield (some, *rest)

    most = least(everything)
    found: set[frozenset[int]] = set()
    while not found and steps <= _MOST_STEPS:
        found.update(frozenset(chosen) for chosen in choices(everything, most))
        most += 1
    if not found:
        return Cover(tuple(_greedily(sets, everything)), None, False)
    sizes = {some: _weight(some, weights) for some in {one for chosen in found for one in chosen}}
    heaviest = max(sum(sizes[some] for some in chosen) for chosen in found)
    among = [chosen for chosen in found if sum(sizes[some] for some in chosen) == heaviest]
    if len(among) > 1:
        places = {some: order(some) for some in {one for chosen in among for one in chosen}}
        among.sort(key=lambda chosen: sorted(places[some] for some in chosen))
    cut = steps > _MOST_STEPS
    return Cover(tuple(sorted(among[0])), None if cut else len(found) - 1, not cut)


def _greedily(sets: Sequence[int], left: int) -> Iterator[int]:
    while left:
        some = max(sets, key=lambda some: (some & left).bit_count())
        left &= ~some
        yield some
