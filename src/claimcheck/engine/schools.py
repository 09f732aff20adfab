"""What follows from the list of conflicts: clusters of them, repairs, schools.

Belongs here: what has to be given up, and what can be held together. Does not belong here: finding conflicts
(see `conflicts`), what would decide between schools (see `settling`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.engine import sat
from claimcheck.engine.findings import Cluster, School
from claimcheck.engine.hitting import minimal_hitting_sets
from claimcheck.engine.parts import Key

Members = frozenset[Key]

MOST = 500  # schools and repairs of one cluster; beyond that the cluster says that it is incomplete


def clusters(
    found: Sequence[Members], order: Mapping[Key, int], unsure: Members, misprints: Members = frozenset()
) -> Iterator[Cluster]:
    """The conflicts that share members, with the smallest repairs of all of them and the schools among them.

    Independent conflicts multiply what can be held together, so each cluster has schools of its own. It is not
    complete if one of its members is `unsure`: may have conflicts that were not found; nor if repairs are many and
    no solver is there to find the smallest. What the editor takes for a misprint opens no school: it is in none,
    and what is at odds with it alone divides nobody.
    """
    for numbers in _sharing(found):
        conflicts = [found[number] for number in numbers]
        keys = sorted({key for conflict in conflicts for key in conflict}, key=order.__getitem__)
        claims = [key for key in keys if key[0] == "claim"]
        repairs, all_repairs = minimal_hitting_sets(conflicts, keys, MOST)
        schools, all_of_them = _schools(
            [key for key in claims if key not in misprints],
            [keys for keys in conflicts if keys.isdisjoint(misprints)],
        )
        yield Cluster(
            claims=tuple(id for _, id in claims),
            conflicts=tuple(numbers),
            schools=tuple(schools),
            repairs=tuple(tuple(id for _, id in keys) for keys in repairs if len(keys) == len(repairs[0])),
            complete=all_of_them and unsure.isdisjoint(keys) and (all_repairs or sat.is_at_hand()),
        )


def _sharing(found: Sequence[Members]) -> Iterator[list[int]]:
    """The numbers of conflicts in groups that share members, directly or through others."""
    left = list(range(len(found)))
    while left:
        numbers = [left.pop(0)]
        keys = set(found[numbers[0]])
        near = numbers
        while near:
            near = [number for number in left if keys & found[number]]
            for number in near:
                keys |= found[number]
            numbers += near
            left = [number for number in left if number not in near]
        yield sorted(numbers)


def _schools(claims: Sequence[Key], conflicts: Sequence[Members]) -> tuple[list[School], bool]:
    """The largest sets of claims that can all be true, the larger first, with what each has to give up.

    A claim that is impossible by itself is in none. Where no two claims are at odds, there are no schools.
    """
    among_claims = [keys for keys in conflicts if all(role == "claim" for role, _ in keys)]
    if not among_claims:
        return [], True
    hitting, all_of_them = minimal_hitting_sets(among_claims, claims, MOST)
    schools = []
    for given_up in hitting:
        holds = [key for key in claims if key not in given_up]
        stands = {*holds}
        against: dict[Key, None] = {}
        for keys in conflicts:
            if all(key[0] == "record" or key in stands for key in keys):
                against.update(dict.fromkeys(sorted(key for key in keys if key[0] == "record")))
        schools.append(
            School(
                holds=tuple(id for _, id in holds),
                gives_up=tuple(id for _, id in given_up),
                against_record=tuple(id for _, id in against),
            )
        )
    return schools, all_of_them
