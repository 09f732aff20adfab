"""On which conditions members would contradict, or would no longer: bridges not granted, other readings.

Belongs here: the smallest sets of bridges and readings (`CLAIM#2`) that make or undo a contradiction. Does not
belong here: what bridges mean (see `scene` and `assumptions`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from claimcheck.engine.hitting import minimal_sets, without_needless
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Member

Conditions = tuple[tuple[str, ...], ...]

_POOLS = 64  # sets of records that are tried, where bridges set records at odds with each other


def conditions(inquiry: Inquiry, claims: Sequence[Member], records: Sequence[Member] = ()) -> Conditions:
    """The smallest sets of bridges and other readings under which possible members become impossible together.

    Only claims have readings. Always on the wide reading; a set that is impossible as it stands has none. What
    makes one of the claims impossible by itself says nothing of the others, and what sets the records at odds with
    each other says nothing of a claim: only records that can hold together under the bridges count. Bridges that
    exclude each other, or go against the stated order, are no condition of anything.
    """
    candidates = [
        id
        for id in inquiry.view.corpus.bridges
        if id not in inquiry.granted((*claims, *records)) and id not in inquiry.view.refused
    ]
    found: list[tuple[str, ...]] = []
    for readings, members in _combinations(inquiry, claims):
        if all(inquiry.is_possible((member,), wide=True) for member in members):
            found.extend((*readings, *bridges) for bridges in _bridges(inquiry, candidates, members, records))
    return _smallest(found)


def _bridges(
    inquiry: Inquiry, candidates: Sequence[str], claims: Sequence[Member], records: Sequence[Member]
) -> Iterator[tuple[str, ...]]:
    """The smallest sets of bridges under which the claims clash with each other or with records that do not.

    Records that clash under a set of bridges are tried again without each of those in the clash.
    """
    waiting = [tuple(records)]
    seen: set[tuple[str, ...]] = set()
    while waiting:
        if len(seen) >= _POOLS:
            inquiry.effort.is_spent = True
            return
        pool = waiting.pop()
        ids = tuple(record.id for record in pool)
        if ids in seen:
            continue
        seen.add(ids)
        tested = (*claims, *pool)

        def impossible(bridges: Iterable[str], tested: Sequence[Member] = tested) -> bool:
            return not inquiry.is_possible(tested, True, frozenset(bridges))

        def hiding(bridges: frozenset[str], tested: Sequence[Member] = tested) -> frozenset[str]:
            return _hiding(inquiry, candidates, bridges, tested)

        grantable = inquiry.largest_grantable(candidates, inquiry.granted(tested))
        for bridges in minimal_sets(candidates, impossible, inquiry.effort, grantable, hiding):
            granted = frozenset(bridges)
            if not all(inquiry.is_possible((claim,), True, granted) for claim in claims):
                continue
            if not pool or inquiry.is_possible(pool, True, granted):
                yield bridges
                continue
            clashing = inquiry.theory(pool, True, granted).core() or ()
            owners = {owner for ground in clashing for owner in ground.owners}
            waiting.extend(
                tuple(record for record in pool if record is not out) for out in pool if out.key in owners
            )


def _hiding(
    inquiry: Inquiry, candidates: Sequence[str], bridges: frozenset[str], tested: Sequence[Member]
) -> frozenset[str]:
    """Bridges of which, for every given date that is lost under all of them, one is to blame.

    A date that a bridge sets at odds with another is given to nobody, so that fewer bridges can contradict more.
    """
    granted = inquiry.granted(tested)

    def lost(more: Iterable[str]) -> frozenset[str]:
        scene = inquiry.scene(granted.union(more))
        offered = inquiry.offered(scene, tested)
        kept = {given.event for given in inquiry.sound(scene, offered)}
        return frozenset(
            twin for given in offered if given.event not in kept for twin in scene.all_of(given.event)
        )

    found: set[str] = set()
    for event in sorted(lost(bridges) - lost(())):
        kept = [id for id in candidates if id in bridges]

        def is_lost(rest: list[str], event: str = event) -> bool:
            return event in lost(rest)

        found.update(without_needless(kept, is_lost))
    return frozenset(found)


def supposing(
    inquiry: Inquiry, claims: Sequence[Member], assumed: Iterable[str]
) -> tuple[tuple[Member, ...], frozenset[str]]:
    """The claims on the readings that a condition names, and the bridges among it."""
    names = set(assumed)
    readings = {id: int(number) for id, mark, number in (name.rpartition("#") for name in names) if mark}
    taken = tuple(
        inquiry.claim(claim.id, readings[claim.id]) if claim.id in readings else claim for claim in claims
    )
    return taken, frozenset(name for name in names if name in inquiry.view.corpus.bridges)


def undoing(inquiry: Inquiry, claims: Sequence[Member], records: Sequence[Member] = ()) -> Conditions:
    """The smallest sets of other readings under which impossible members become possible."""
    found = [
        readings
        for readings, members in _combinations(inquiry, claims)
        if readings and inquiry.is_possible((*members, *records), wide=True)
    ]
    return _smallest(found)


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
