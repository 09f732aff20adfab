"""Whether the calendar points of a network can all be given dates: each as early as what is before it allows.

Belongs here: the search for the earliest dates of everything, and what stands against it. Does not belong here:
what follows about differences and limits (see `anchor_points`), the network itself.

The constraints only ever push a date later when another is later: differences of time do, and so does the
calendar, for no day's morrow or month's end comes before an earlier day's. The least dates that satisfy all of
them are then found by pushing until nothing moves (Tarski, Pacific J. Mathematics 5, 1955); where that would push
the origin of time itself, what pushed it cannot all hold. No limit is carried back and forth, so relations that
push each other by a day at a time through a year are settled at once. A union of many spans pushes likewise: what
begins in a gap begins after it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import cached_property

from claimcheck.dates.when import DAY, Edge
from claimcheck.engine.anchor_points import Anchored, Lemma, first_day_with
from claimcheck.engine.formulas import WITHIN
from claimcheck.engine.network import (
    ORIGIN,
    Atom,
    Leaps,
    Network,
    Node,
    Tree,
    at_most,
    is_strict,
    less_than,
    seconds_of,
)
from claimcheck.engine.unions import all_leaps, hull_of, unions_left

_WINDOW = 4_000 * DAY  # how long before its latest date something without an earliest one is tried
# How often one thing is pushed before the search gives up: something with no latest date could be pushed for ever.
_MOST, _MOST_WITHOUT_END = 40_000, 100
_MOST_IN_ALL = 400_000
_ASSUMED = -1  # the reason of what is only tried
_CALENDAR = -2  # the reason of what the calendar says
_DIFFERENCES = -3  # the reason of what follows from differences alone, to begin with


Reason = int | frozenset[int]


def dated(points: Sequence[Anchored], network: Network) -> Sequence[Lemma] | None:
    """No lemma if a solution of the network is found in which every point lies where its anchor puts it.

    A lemma that nothing satisfies, with its reasons, if there is no such solution; None if neither was found. The
    points are those whose difference from their anchor is not constant. The network is left as it was.
    """
    left = unions_left(network, points) if network.leaps else {}
    for union in left.values():
        if not union.when.spans:
            return [(Atom(ORIGIN, ORIGIN, less_than(0)), union.reasons)]
    search = _Earliest(points, network, all_leaps(network, left))
    is_whole = search.place_all()
    if is_whole and all(map(search.is_in_place, points)):
        network.solution = search.limit
        return ()
    reasons = None if is_whole else search.reasons()
    return None if reasons is None else [(Atom(ORIGIN, ORIGIN, less_than(0)), reasons)]


class _Earliest:
    def __init__(
        self, points: Sequence[Anchored], network: Network, leaps: Sequence[tuple[Leaps, frozenset[int]]]
    ) -> None:
        self.points = points
        self.network = network
        self.backward = network.backward()
        # For each x, every further (y, weight, reason) of `x - y <= weight`.
        self.behind: dict[Node, list[tuple[Node, int, Reason]]] = {}
        self.leaps: dict[Node, list[tuple[Leaps, frozenset[int]]]] = {}
        for leap, reasons in leaps:
            self.leaps.setdefault(leap.here, []).append((leap, reasons))
            for atom in hull_of(leap) if leap.form == WITHIN else ():
                self.behind.setdefault(atom.x, []).append((atom.y, atom.weight, reasons))
        self.at: dict[Node, list[Anchored]] = {}  # the points of an anchor, and a point by its node
        for point in points:
            self.at.setdefault(point.anchor, []).append(point)
            self.at.setdefault(point.node, []).append(point)
        # A lower limit is kept as the weight of `node - origin`, negative infinity where there is none.
        self.limit: dict[Node, int] = {}
        # How each limit came about: from which step, by which reason; `differences` are those that the network
        # entails by itself, by the number of the step.
        self.steps: list[tuple[int | None, Reason]] = []
        self.step_of: dict[Node, int] = {}
        self.differences: dict[int, Node] = {}
        self.waiting: deque[Node] = deque()
        self.earliest = network.tree(ORIGIN, into=True, backward=self.backward)
        self.pushes: dict[Node, int] = {}
        self.clash: int | None = None
        self.is_endless = False

    @cached_property
    def latest(self) -> Tree:
        """The limits that differences alone set from above."""
        return self.network.tree(ORIGIN)

    def place_all(self) -> bool:
        """Finds the earliest place of every point, what has none by nature somewhere; False if that fails."""
        pushing = {*self.at, *self.leaps, *self.behind}
        for node, weight in self.earliest.all_weights():
            self.limit[node] = -weight
            self.step_of[node] = len(self.steps)
            self.differences[len(self.steps)] = node
            self.steps.append((None, _DIFFERENCES))
            if node in pushing:
                self.waiting.append(node)
        is_whole = self.run()
        for point in self.points:
            if is_whole and point.anchor not in self.limit:
                last = self.latest.weight(point.anchor)
                self.push(point.anchor, 0 if last is None else last - at_most(_WINDOW), None, _ASSUMED)
                is_whole = self.run()
        return is_whole

    def run(self) -> bool:
        """Pushes until nothing moves; False if something pushes the origin, or it takes too long."""
        nodes, numbers, limit = self.network.nodes, self.network.numbers, self.limit
        while self.waiting:
            here = self.waiting.popleft()
            value, step = limit[here], self.step_of[here]
            number = numbers.get(here)
            for source, weight, reason in self.backward[number] if number is not None else ():
                earlier = nodes[source]
                known = limit.get(earlier)
                if known is None or value - weight > known:
                    self.push(earlier, value - weight, step, reason)
            for before, weight, because in self.behind.get(here, ()):
                self.push(before, value - weight, step, because)
            for leaps, reasons in self.leaps.get(here, ()):
                risen = leaps.risen(value)
                if risen is not None:
                    self.push(leaps.there, risen, step, reasons)
            for point in self.at.get(here, ()):
                if here == point.anchor:
                    self.push(point.node, at_most(point.place(_instant(point, value))), step, _CALENDAR)
                else:
                    self.push_back(point, value, step)
            if self.clash is not None or self.is_endless:
                return False
        return True

    def push(self, node: Node, value: int, step: int | None, reason: Reason) -> None:
        known = self.limit.get(node)
        if known is not None and value <= known:
            return
        self.steps.append((step, reason))
        if node == ORIGIN and known is not None:
            self.clash = len(self.steps) - 1
            return
        self.pushes[node] = self.pushes.get(node, 0) + 1
        if self.pushes[node] > _MOST_WITHOUT_END:
            self.is_endless = self.latest.weight(node) is None or self.pushes[node] > _MOST
        self.is_endless = self.is_endless or len(self.steps) > _MOST_IN_ALL
        self.limit[node] = value
        self.step_of[node] = len(self.steps) - 1
        self.waiting.append(node)

    def push_back(self, point: Anchored, value: int, step: int) -> None:
        """The anchor is no earlier than the first day that puts the point so late."""
        if point.point.edge in (Edge.START, Edge.END):
            return  # not the same for all of an anchor's day
        known = self.limit.get(point.anchor)
        seconds = _seconds(value) + is_strict(-value)
        if known is not None and point.place(_instant(point, known)) >= seconds:
            return
        start = at_most(first_day_with(point, seconds) * DAY)
        self.push(point.anchor, start if point.is_from_start else start + 1, step, _CALENDAR)

    def is_in_place(self, point: Anchored) -> bool:
        """Whether the point lies where its anchor puts it, and not later."""
        return self.limit[point.node] == place_from(point, self.limit[point.anchor])

    def reasons(self) -> frozenset[int] | None:
        """The reasons of all steps to the clash; None if there is none, or only with what was assumed."""
        found: set[int] = set()
        step = self.clash
        while step is not None:
            here = step
            step, reason = self.steps[here]
            if reason == _ASSUMED:
                return None
            if reason == _DIFFERENCES:
                found.update(self.earliest.path(self.differences[here]))
            elif isinstance(reason, frozenset):
                found |= reason
            elif reason != _CALENDAR:
                found.add(reason)
        return frozenset(found) if self.clash is not None else None


def place_from(point: Anchored, anchor: int) -> int:
    """Where the calendar puts a point whose anchor lies here (weights)."""
    return at_most(point.place(_instant(point, anchor)))


def _seconds(limit: int) -> int:
    """The seconds of a lower limit, which may itself be excluded."""
    return -seconds_of(-limit)


def _instant(point: Anchored, limit: int) -> int:
    """The earliest instant of an anchor with this lower limit: if that is excluded, an end lies right after it."""
    return _seconds(limit) + (is_strict(-limit) and not point.is_from_start)
