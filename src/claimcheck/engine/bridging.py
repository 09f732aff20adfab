"""On which conditions members would contradict, or would no longer: bridges not granted, other readings.

Belongs here: the smallest sets of bridges and readings (`CLAIM#2`) that make or undo a contradiction. Does not
belong here: what bridges mean (see `scene` and `assumptions`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product

from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Member

Conditions = tuple[tuple[str, ...], ...]


def conditions(inquiry: Inquiry, claims: Sequence[Member], records: Sequence[Member] = ()) -> Conditions:
    """The smallest sets of bridges and other readings under which possible members become impossible.

    Only claims have readings. Always on the wide reading; a set that is impossible as it stands has none.
    """
    candidates = [
        id
        for id in inquiry.view.corpus.bridges
        if id not in inquiry.granted((*claims, *records)) and id not in inquiry.view.refused
    ]
    found: list[tuple[str, ...]] = []
    for readings, members in _combinations(inquiry, claims):
        if any(not inquiry.is_possible((member,), wide=True) for member in members):
            continue
        tested = (*members, *records)

        def impossible(bridges: Iterable[str], tested: Sequence[Member] = tested) -> bool:
            return not inquiry.is_possible(tested, True, frozenset(bridges))

        found.extend((*readings, *bridges) for bridges in minimal_sets(candidates, impossible))
    return _smallest(found)


def undoing(inquiry: Inquiry, claims: Sequence[Member], records: Sequence[Member] = ()) -> Conditions:
    """The smallest sets of other readings under which impossible members become possible."""
    found = [
        readings
        for readings, members in _combinations(inquiry, claims)
        if readings and inquiry.is_possible((*members, *records), wide=True)
    ]
    return _smallest(found)


def minimal_sets(candidates: Sequence[str], impossible: Callable[[Iterable[str]], bool]) -> list[tuple[str, ...]]:
    """Every minimal subset of the candidates that makes things impossible, by shrinking and branching.

    `impossible` must be monotone. Reiter's tree of hitting sets (Artificial Intelligence 32, 1987), small here:
    bridges are few.
    """
    found: list[tuple[str, ...]] = []
    seen: set[frozenset[str]] = set()
    waiting = [frozenset(candidates)]
    while waiting:
        allowed = waiting.pop()
        if allowed in seen:
            continue
        seen.add(allowed)
        known = next((known for known in found if allowed.issuperset(known)), None)
        if known is None:
            if not impossible(allowed):
                continue
            kept = [id for id in candidates if id in allowed]
            for id in reversed(list(kept)):
                rest = [other for other in kept if other != id]
                if impossible(rest):
                    kept = rest
            known = tuple(kept)
            found.append(known)
        waiting.extend(allowed - {id} for id in known)
    return found


def _combinations(
    inquiry: Inquiry, claims: Sequence[Member]
) -> Iterable[tuple[tuple[str, ...], tuple[Member, ...]]]:
    """Every choice of a reading for each claim, with the names of those that are not the first."""
    counts = [range(1, inquiry.readings(claim.id) + 1) for claim in claims]
    for chosen in product(*counts):
        names = tuple(
            f"{claim.id}#{reading}" for claim, reading in zip(claims, chosen, strict=True) if reading > 1
        )
        yield names, tuple(inquiry.claim(claim.id, reading) for claim, reading in zip(claims, chosen, strict=True))


def _smallest(sets: Sequence[tuple[str, ...]]) -> Conditions:
    """The sets of which no other is a part, smaller ones first, each once."""
    unique = list(dict.fromkeys(sets))
    kept = [one for one in unique if not any(set(other) < set(one) for other in unique)]
    return tuple(sorted(kept, key=len))
