"""Bridges that cannot be granted: two that exclude each other, and one that goes against the stated order.

Belongs here: what follows from the bridges and from `after` alone, whatever any claim or record says. Does not belong
here: what a granted bridge does to claims (that is the engine).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from claimcheck.corpus.entries import Bridge, Corpus
from claimcheck.criticism.cautioning import caution
from claimcheck.dates.when import Date, OneOf, Point, Relation
from claimcheck.diagnostics import Diagnostic

# What an event begins no later than: itself if it is another under a bridge, what comes after it otherwise (strictly,
# as events last longer than no time).
_Edge = tuple[str, str, bool]
_MONTH = 30.436875  # days, on the average of 400 years
_MONTHS_DIFFER = 3.0  # days by which as many months can be longer or shorter


def impossible_bridges(corpus: Corpus) -> Iterator[Diagnostic]:
    """Each bridge against the order that `after` states, each two bridges that exclude each other."""
    stated = [(earlier, event.id, True) for event in corpus.events.values() for earlier in event.after]
    ties = {bridge.id: ties for bridge in corpus.bridges.values() if (ties := _ties(bridge))}
    possible = []
    for id, own in ties.items():
        if (chain := _impossible([*stated, *own])) is not None:
            yield caution(
                "CC510",
                corpus.bridges[id],
                f"the bridge `{id}` goes against the stated order: {_told(chain)}",
                "it can never be granted: turn it round, or take back the `after` that it goes against",
                related=tuple(
                    (corpus.events[later].position, f"`{later}` is after `{earlier}`")
                    for earlier, later, _ in dict.fromkeys(chain)
                    if later in corpus.events and earlier in corpus.events[later].after
                ),
            )
        else:
            possible.append(id)
    # Only bridges on one circle can exclude each other by their order, so that the pairs of the others are not tried.
    every = [*stated, *(tie for id in possible for tie in ties[id])]
    tangled = _on_circles(every)
    for a, b in combinations(corpus.bridges.values(), 2):
        if _rival_lengths(a, b):
            yield _excluded(a, b, f"`{a.start}` to `{a.end}` cannot take both lengths of time")
        elif a.id in possible and b.id in possible and tangled.issuperset((ties[a.id][0][0], ties[b.id][0][0])):
            chain = _impossible([*stated, *ties[a.id], *ties[b.id]])
            if chain is not None:
                yield _excluded(a, b, _told(chain))


def _excluded(a: Bridge, b: Bridge, why: str) -> Diagnostic:
    return caution(
        "CC509",
        b,
        f"the bridges `{a.id}` and `{b.id}` exclude each other: {why}",
        "grant one of them at a time; if both are meant, mend one",
        related=((a.position, f"`{a.id}`"),),
    )


def _ties(bridge: Bridge) -> list[_Edge]:
    if bridge.same is not None:
        a, b = bridge.same
        return [(a, b, False), (b, a, False)] if a != b else []
    if bridge.order is not None:
        return [(*bridge.order, True)]
    if bridge.start is not None and bridge.end is not None:
        return [(bridge.start, bridge.end, True)]
    return []


def _impossible(edges: list[_Edge]) -> list[_Edge] | None:
    """A circle of edges of which one is strict, or None."""
    following: dict[str, list[_Edge]] = {}
    for edge in edges:
        following.setdefault(edge[0], []).append(edge)
    for first in reversed(edges):
        if first[2] and (way := _way(following, first[1], first[0])) is not None:
            return [first, *way]
    return None


def _way(following: dict[str, list[_Edge]], start: str, goal: str) -> list[_Edge] | None:
    """The shortest chain of edges from one event to another; empty where they are one."""
    came: dict[str, _Edge | None] = {start: None}
    ahead = [start]
    for event in ahead:
        for edge in following.get(event, ()):
            if edge[1] not in came:
                came[edge[1]] = edge
                ahead.append(edge[1])
    if goal not in came:
        return None
    way: list[_Edge] = []
    while (edge := came[goal]) is not None:
        way.insert(0, edge)
        goal = edge[0]
    return way


def _on_circles(edges: list[_Edge]) -> set[str]:
    """The events from which edges lead back to themselves: what is left when loose ends are taken off."""
    left = list(dict.fromkeys(edges))
    while True:
        starts, ends = {edge[0] for edge in left}, {edge[1] for edge in left}
        kept = [edge for edge in left if edge[0] in ends and edge[1] in starts]
        if len(kept) == len(left):
            return starts
        left = kept


def _told(chain: Iterable[_Edge]) -> str:
    said = [f"`{a}` would be {'before' if strict else 'the same as'} `{b}`" for a, b, strict in chain]
    return " and ".join(said) if len(said) < 3 else ", ".join(said[:-1]) + f" and {said[-1]}"


def _rival_lengths(a: Bridge, b: Bridge) -> bool:
    """Whether two bridges state lengths of the same stretch that have no length in common, widely taken."""
    if a.takes is None or b.takes is None or (a.start, a.end) != (b.start, b.end):
        return False
    one, other = (_lengths(bridge.takes.when.readings[0].date) for bridge in (a, b) if bridge.takes is not None)
    return bool(one and other) and all(_apart(x, y) or _apart(y, x) for x in one for y in other)


def _lengths(date: Date) -> list[Relation]:
    """The alternatives of a length of time; none where it is of another form than one or several lengths."""
    if isinstance(date, Relation):
        return [date]
    parts = [_lengths(part) for part in date.parts] if isinstance(date, OneOf) else []
    return [relation for part in parts for relation in part] if all(parts) else []


def _apart(shorter: Relation, longer: Relation) -> bool:
    """Whether the longest of the one is no longer than the shortest of the other, whatever the months are."""
    most, least = shorter.wide_latest, longer.wide_earliest
    if most is None or least is None:
        return False
    months = least.months - most.months
    grace = 0.0 if months == 0 else _MONTHS_DIFFER
    return months * _MONTH - grace + _days(least) - _days(most) >= (0 if least.edge is most.edge else 1)


def _days(point: Point) -> float:
    return point.days + point.seconds / 86400
