"""Points of dispute, and what would settle them.

Belongs here: what a cluster of conflicts is about, as choices that are independent of each other: the points of
each cluster, the sides of each, what all sides have in common, the positions that each takes; the facts whose
date, if it were found, would decide between two schools. Does not belong here: conflicts, clusters and schools
themselves (see `conflicts`), positions (see `positions`), wording.

The schools of a cluster are a product exactly where its conflicts among claims fall apart: claims that no conflict
of claims ties are chosen independently of each other. So a point is a set of claims that such conflicts tie
together, and a side is a largest set of them that can be held. Often a few claims, at odds with nearly everybody,
are all that ties points together; whoever gives those up chooses on each point independently, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import combinations

from claimcheck.dates.when import EVER, Span, TimeSet
from claimcheck.engine.findings import Answered, Cluster, Conflict, Point, Settlement, Side, Subject
from claimcheck.engine.hitting import minimal_hitting_sets
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.parts import Elsewhen, Member, Occurrence, Target
from claimcheck.engine.termini import Limits, limits_left

_SHOWN = 12  # facts that would settle something in one cluster, each for whichever schools it decides between
_SCHOOLS = 8  # schools, the largest, that are set against each other


def with_settlements(
    inquiry: Inquiry, record: Sequence[Member], clusters: Sequence[Cluster]
) -> tuple[Cluster, ...]:
    """The clusters with what would decide between each two of their schools, worked out when it is asked for."""
    recorded = _Recorded(inquiry, record, clusters)
    return tuple(replace(cluster, settle=partial(_settled, inquiry, recorded, cluster)) for cluster in clusters)


class _Recorded:
    """The limits that the record leaves for everything that some clusters speak of, worked out together."""

    def __init__(self, inquiry: Inquiry, record: Sequence[Member], clusters: Sequence[Cluster]) -> None:
        self._inquiry = inquiry
        self._record = record
        self._clusters = clusters

    @cached_property
    def limits(self) -> dict[Target, Limits]:
        """By target."""
        targets = dict.fromkeys(t for cluster in self._clusters for t in _targets(self._inquiry, cluster))
        return limits_left(self._inquiry, self._record, list(targets))


def _settled(inquiry: Inquiry, record: _Recorded, cluster: Cluster) -> tuple[Settlement, ...]:
    """What would decide between each two schools of a cluster, the sharpest decisions first.

    Where schools are many, only the largest are set against each other.
    """
    schools = cluster.schools[:_SCHOOLS]
    if len(schools) < 2:
        return ()
    targets = _targets(inquiry, cluster)
    limits = [
        {
            target: TimeSet.of((Span(*left),))
            for target, left in limits_left(inquiry, [inquiry.claim(id) for id in school.holds], targets).items()
        }
        for school in schools
    ]
    recorded = record.limits
    found = [
        settlement
        for first, second in combinations(range(len(schools)), 2)
        for settlement in _deciding(targets, limits, recorded, first, second)
    ]
    found.sort(key=lambda s: (not (s.for_first.spans and s.for_second.spans), s.is_recorded))
    facts = list(dict.fromkeys(settlement.subject for settlement in found))[:_SHOWN]
    return tuple(settlement for settlement in found if settlement.subject in facts)


def _targets(inquiry: Inquiry, cluster: Cluster) -> list[Target]:
    """The firsts, lasts and events that the claims of the cluster speak of, each once."""
    targets: dict[Target, None] = {}
    for id in cluster.claims:
        for part in inquiry.claim(id).parts:
            if isinstance(part, Occurrence | Elsewhen) and part.target.form != "kind":
                targets[replace(part.target, named=None)] = None
    return list(targets)


def _deciding(
    targets: Sequence[Target],
    limits: Sequence[dict[Target, TimeSet]],
    recorded: dict[Target, Limits],
    first: int,
    second: int,
) -> Iterator[Settlement]:
    for target in targets:
        one, other = limits[first][target], limits[second][target]
        only_one = one.intersection(other.complement())
        only_other = other.intersection(one.complement())
        if EVER in (one, other) or not (only_one.spans or only_other.spans):
            continue
        yield Settlement(
            subject=Subject(target.form, target.id),
            schools=(first, second),
            for_first=only_one,
            for_second=only_other,
            is_recorded=recorded[target] != (None, None),
        )


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
