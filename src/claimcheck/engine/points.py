"""Points of dispute: what a cluster of conflicts is about, as choices that are independent of each other.

Belongs here: the points of each cluster, the sides of each, what all sides have in common, and the positions that
each takes. Does not belong here: conflicts and clusters (see `conflicts`, `schools`), positions (see
`positions`).

The schools of a cluster are a product exactly where its conflicts among claims fall apart: claims that no conflict
of claims ties are chosen independently of each other. So a point is a set of claims that such conflicts tie
together, and a side is a largest set of them that can be held. Often a few claims, at odds with nearly everybody,
are all that ties points together; whoever gives those up chooses on each point independently, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimcheck.engine.findings import Answered, Cluster, Conflict, Point, Side
from claimcheck.engine.hitting import minimal_hitting_sets

_MOST = 500  # sides of one point
_MANY = 6  # sides beyond which it is asked whether a few claims are all that ties several points together
_FEW = 3  # such claims


def points_of(
    conflicts: Sequence[Conflict],
    clusters: Sequence[Cluster],
    claims: Sequence[str],
    misprints: frozenset[str],
    asked: Iterable[Answered],
) -> tuple[Point, ...]:
    """The points of dispute of every cluster, in order; `claims` are all in view, in the order of the files."""
    order = {id: number for number, id in enumerate(claims)}
    holding: dict[str, list[tuple[str, int]]] = {}
    for one in asked:
        for position in one.positions:
            for id in position.held_by:
                holding.setdefault(id, []).append((one.question, position.number))
    found = []
    for number, cluster in enumerate(clusters):
        among = {
            place: frozenset(conflicts[place].members)
            for place in cluster.conflicts
            if order.keys() >= set(conflicts[place].members) and misprints.isdisjoint(conflicts[place].members)
        }
        with_records = [conflicts[place].members for place in cluster.conflicts if place not in among]
        for places in _tied(among):
            tied = {place: among[place] for place in places}
            for apart, some in _taken_apart(tied, order):
                ids = sorted(frozenset().union(*some.values()), key=order.__getitem__)
                found.append(_point(number, cluster, ids, list(some.items()), with_records, holding, order, apart))
    return tuple(found)


def _tied(conflicts: Mapping[int, frozenset[str]]) -> list[list[int]]:
    """The numbers of conflicts in groups that share claims, directly or through others."""
    groups: list[tuple[frozenset[str], list[int]]] = []
    for number, members in conflicts.items():
        near = [group for group in groups if not group[0].isdisjoint(members)]
        groups = [group for group in groups if group[0].isdisjoint(members)]
        groups.append(
            (
                members.union(*(claims for claims, _ in near)),
                sorted([number, *(place for _, places in near for place in places)]),
            )
        )
    return sorted((places for _, places in groups), key=lambda places: places[0])


def _taken_apart(
    conflicts: Mapping[int, frozenset[str]], order: Mapping[str, int]
) -> list[tuple[tuple[str, ...], Mapping[int, frozenset[str]]]]:
    """The conflicts as they are; or, where their sides are many and a few claims are all that ties them, what is
    left without these, in the groups into which it falls apart. Those with the most conflicts are tried."""
    whole: list[tuple[tuple[str, ...], Mapping[int, frozenset[str]]]] = [((), conflicts)]
    claims = sorted(frozenset().union(*conflicts.values()), key=order.__getitem__)
    if len(minimal_hitting_sets(conflicts.values(), claims, _MANY)[0]) < _MANY:
        return whole
    apart: list[str] = []
    for _ in range(_FEW):
        left = _without(conflicts, apart)
        degree = {id: sum(id in members for members in left.values()) for id in claims}
        apart.append(max(claims, key=lambda id: (degree[id], -order[id])))
        if len(_tied(_without(conflicts, apart))) > 1:
            break
    else:
        return whole
    for id in tuple(apart):
        others = [other for other in apart if other != id]
        if len(_tied(_without(conflicts, others))) > 1:
            apart = others
    left = _without(conflicts, apart)
    return [
        (tuple(sorted((*apart, *further), key=order.__getitem__)), some)
        for places in _tied(left)
        for further, some in _taken_apart({place: left[place] for place in places}, order)
    ]


def _without(conflicts: Mapping[int, frozenset[str]], claims: Sequence[str]) -> dict[int, frozenset[str]]:
    """The conflicts in which none of these claims has a part."""
    return {place: members for place, members in conflicts.items() if members.isdisjoint(claims)}


def _point(
    number: int,
    cluster: Cluster,
    claims: Sequence[str],
    conflicts: Sequence[tuple[int, frozenset[str]]],
    with_records: Sequence[Sequence[str]],
    holding: Mapping[str, Sequence[tuple[str, int]]],
    order: Mapping[str, int],
    apart: tuple[str, ...],
) -> Point:
    ways, all_of_them = minimal_hitting_sets([members for _, members in conflicts], claims, _MOST)
    sides = [_side(claims, set(given_up), with_records, holding, order) for given_up in ways]
    held = [frozenset(side.holds) for side in sides]
    alike: dict[tuple[bool, ...], list[str]] = {}
    for id in claims:
        alike.setdefault(tuple(id in some for some in held), []).append(id)
    asked = dict.fromkeys(question for id in claims for question, _ in holding.get(id, ()))
    return Point(
        cluster=number,
        claims=tuple(claims),
        conflicts=tuple(place for place, _ in conflicts),
        questions=tuple(asked),
        sides=tuple(sides),
        apart_from=apart,
        in_common=tuple(alike.get((True,) * len(held), ())),
        alike=tuple(tuple(ids) for key, ids in alike.items() if len(ids) > 1 and not all(key)),
        settled_by=cluster.settled_by if len(cluster.claims) == len(claims) else (),
        complete=cluster.complete and all_of_them,
    )


def _side(
    claims: Sequence[str],
    given_up: set[str],
    with_records: Sequence[Sequence[str]],
    holding: Mapping[str, Sequence[tuple[str, int]]],
    order: Mapping[str, int],
) -> Side:
    holds = [id for id in claims if id not in given_up]
    here = set(claims)
    against = dict.fromkeys(
        id
        for members in with_records
        if any(id in here for id in members) and all(id not in order or id in holds for id in members)
        for id in members
        if id not in order
    )
    lost = {position for id in given_up for position in holding.get(id, ())}
    positions = dict.fromkeys(position for id in holds for position in holding.get(id, ()) if position not in lost)
    return Side(tuple(holds), tuple(id for id in claims if id in given_up), tuple(against), tuple(positions))
