"""Where the calendar days, months and years of an anchor fall, as far as its own limits say.

Belongs here: the points of relations ("the day after @x") as nodes of a network, tied to their anchors by the
least and the most they can differ, and snapped to the calendar from the anchor's limits to a fixpoint. Does
not belong here: reading relations, calendars themselves.

"The next day" and "two months later" are not constant differences between instants: they are functions of the
anchor's calendar day. The network holds the constant bounds of each such difference; what the calendar says
beyond that follows as lemmas once the anchor has limits, in both directions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from claimcheck.dates.relations import least_and_most, move
from claimcheck.dates.when import DAY, Edge, Point
from claimcheck.engine.formulas import from_on, past, short_of, up_to
from claimcheck.engine.network import (
    ORIGIN,
    Atom,
    Network,
    Node,
    Tree,
    at_most,
    is_strict,
    less_than,
    seconds_of,
)

_FROM_START = frozenset((Edge.START, Edge.FIRST_DAY, Edge.MONTH_START, Edge.YEAR_START))


class EventEnd(NamedTuple):
    """The node of the start or the end of an event; of nobody's event, where somebody says that there was one."""

    side: Literal["start", "end"]
    event: Node


class Extreme(NamedTuple):
    """The node of the start of the first event of a kind, or of the end of the last."""

    side: Literal["first", "last"]
    kind: str


def start_of(event: Node) -> Node:
    """The node of an event's start."""
    return EventEnd("start", event)


def end_of(event: Node) -> Node:
    """The node of an event's end."""
    return EventEnd("end", event)


@dataclass(frozen=True, slots=True)
class Anchored:
    """A point of a relation as a node, and the end of the anchor that it is counted from."""

    node: Node
    anchor: Node
    point: Point
    _places: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def place(self, instant: int) -> int:
        """Where the point lies if its anchor's end lies at the instant; worked out once for each."""
        found = self._places.get(instant)
        if found is None:
            found = self._places[instant] = move(self.point, instant)
        return found

    @property
    def is_from_start(self) -> bool:
        """Whether it counts from the anchor's start (else from its end)."""
        return self.point.edge in _FROM_START

    @property
    def is_constant(self) -> bool:
        """Whether the difference is the same at all times, so that nothing is left to snap."""
        point = self.point
        return point.edge in (Edge.START, Edge.END) and point.months == 0 and point.weekday is None


def anchored(point: Point, stands_for: Callable[[str], str]) -> Anchored:
    """The node of a point, its anchor replaced by the event that stands for it."""
    point = replace(point, anchor=stands_for(point.anchor))
    anchor = start_of(point.anchor) if point.edge in _FROM_START else end_of(point.anchor)
    if point.is_plain(Edge.START) or point.is_plain(Edge.END):
        return Anchored(anchor, anchor, point)
    return Anchored(("point", point), anchor, point)


def ties(point: Anchored) -> tuple[Atom, ...]:
    """The constant bounds between a point and its anchor."""
    if point.node == point.anchor:
        return ()
    least, most = least_and_most(point.point)
    lower, upper = at_most(-least), at_most(most)
    if point.point.months or point.point.edge not in (Edge.START, Edge.END):
        # A start is never a whole day past the midnight before it, an end never as much short of the one after.
        if point.is_from_start:
            lower = less_than(-least)
        else:
            upper = less_than(most)
    return (Atom(point.node, point.anchor, upper), Atom(point.anchor, point.node, lower))


def moving_points(points: Iterable[Anchored]) -> list[Anchored]:
    """Those points whose difference from their anchor depends on where the anchor lies."""
    return [point for point in points if point.node != point.anchor and not point.is_constant]


Lemma = tuple[Atom, frozenset[int]]


def snap(points: Iterable[Anchored], network: Network) -> Sequence[Lemma]:
    """What the calendar says beyond the constant bounds, given the limits that the network entails."""
    moving = moving_points(points)
    if not moving:
        return ()
    latest, earliest = network.tree(ORIGIN), network.tree(ORIGIN, into=True)
    is_chase = len(network.lemmas) > _PATIENCE * len(moving)
    on_grid = [
        point
        for point in moving
        if latest.weight(point.node) is None or earliest.weight(point.node) is None or is_chase
    ]
    lemmas = _on_the_grid(on_grid, network) if on_grid else []
    if lemmas:
        return lemmas
    for point in moving:
        for atom, node, tree in _limits_of(point, latest, earliest):
            known = (latest if atom.y == ORIGIN else earliest).weight(atom.x if atom.y == ORIGIN else atom.y)
            if known is None or atom.weight < known:
                lemmas.append((atom, frozenset(tree.path(node))))
    return lemmas


# Where every point has limits, taking each as early as its limits allow is a solution once nothing new follows
# from them, so limits alone decide. But they can chase each other day by day through centuries; after this many
# lemmas for each point, differences are looked at as well, which ends it at once.
_PATIENCE = 8


def _on_the_grid(points: Sequence[Anchored], network: Network) -> list[Lemma]:
    """Differences between points that lie on midnights (or on beginnings of months, of years) are whole.

    A difference of less than a day between two midnights is none: without this, relations by day that chase
    each other with no date in sight would move each other's limits for ever. For days it is exact: the points
    are integers, and what lies between them only bounds their differences.
    """
    grids: dict[Node, int] = {ORIGIN: DAY}
    for point in points:
        grid = _GRIDS.get(point.point.edge)
        if grid is not None and point.point.seconds == 0:
            whole = point.point.days == 0 and point.point.months == 0 and point.point.weekday is None
            grids[point.node] = grid if whole else DAY
    lemmas: list[Lemma] = []
    for node, grid in grids.items():
        tree = network.tree(node, around=ORIGIN)
        for other, step in grids.items():
            weight = tree.weight(other)
            if weight is None or other == node:
                continue
            limit = at_most(_whole(weight, min(grid, step)))
            if limit < weight:
                lemmas.append((Atom(other, node, limit), frozenset(tree.path(other))))
    return lemmas


# The shortest distance between two places of the same sort: two midnights, two beginnings of months, of years.
_GRIDS = {
    Edge.FIRST_DAY: DAY,
    Edge.LAST_DAY: DAY,
    Edge.NEXT_DAY: DAY,
    Edge.MONTH_START: 28 * DAY,
    Edge.NEXT_MONTH: 28 * DAY,
    Edge.YEAR_START: 354 * DAY,
    Edge.NEXT_YEAR: 354 * DAY,
}


def _whole(weight: int, grid: int) -> int:
    """The largest difference in seconds that the weight allows between two places on a grid."""
    seconds = seconds_of(weight) - (1 if is_strict(weight) else 0)
    if -grid < seconds < grid:
        return 0 if seconds >= 0 else -grid
    return seconds // DAY * DAY


Limited = tuple[Atom, Node, Tree]  # a limit, and the node and tree whose own limit it follows from


def _limits_of(point: Anchored, latest: Tree, earliest: Tree) -> Iterator[Limited]:
    """From the anchor's limits to the point's; and back, where the point has limits that are closer."""
    low = high = None  # where the anchor's limits put the point
    weight = latest.weight(point.anchor)
    if weight is not None:
        instant = seconds_of(weight)
        if point.is_from_start and is_strict(weight):
            instant -= 1
        high = point.place(instant)
        yield up_to(point.node, high), point.anchor, latest
    weight = earliest.weight(point.anchor)
    if weight is not None:
        instant = -seconds_of(weight)
        if not point.is_from_start and is_strict(weight):
            instant += 1
        low = point.place(instant)
        yield from_on(point.node, low), point.anchor, earliest
    if point.point.edge in (Edge.START, Edge.END):
        return  # only what lies the same for all of an anchor's day can be followed back to the day
    weight = latest.weight(point.node)
    if weight is not None:
        limit = seconds_of(weight) - (1 if is_strict(weight) else 0)
        if high is None or high > limit:
            stop = first_day_with(point, limit + 1) * DAY
            atom = short_of(point.anchor, stop) if point.is_from_start else up_to(point.anchor, stop)
            yield atom, point.node, latest
    weight = earliest.weight(point.node)
    if weight is not None:
        limit = -seconds_of(weight) + (1 if is_strict(weight) else 0)
        if low is None or low < limit:
            start = first_day_with(point, limit) * DAY
            atom = from_on(point.anchor, start) if point.is_from_start else past(point.anchor, start)
            yield atom, point.node, earliest


def first_day_with(point: Anchored, instant: int) -> int:
    """The number of the first day of its anchor that puts the point at the instant or later, by bisection.

    The point must be the same for all of an anchor's day.
    """
    least, most = least_and_most(point.point)
    shift = 0 if point.is_from_start else 1
    low, high = (instant - most) // DAY - 2, (instant - least) // DAY + 2  # before it, and certainly not
    while high - low > 1:
        middle = (low + high) // 2
        if point.place((middle + shift) * DAY) < instant:
            low = middle
        else:
            high = middle
    return high
