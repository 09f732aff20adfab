"""Whether the calendar points of a network can all be given dates: each as early as what is before it allows.

Belongs here: the search for the earliest dates of everything, and what stands against it. Does not belong here:
what follows about differences and limits (see `anchoring`), the network itself.

The constraints only ever push a date later when another is later: differences of time do, and so does the
calendar, for no day's morrow or month's end comes before an earlier day's. The least dates that satisfy all of
them are then found by pushing until nothing moves (Tarski, Pacific J. Mathematics 5, 1955); where that would push
the origin of time itself, what pushed it cannot all hold. No limit is carried back and forth, so relations that
push each other by a day at a time through a year are settled at once. Two days of an unknown year that push each
other from one year to the next would do so for ten thousand years: once round the calendar is enough.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from claimcheck.dates.relations import move
from claimcheck.dates.when import DAY, Edge
from claimcheck.engine.anchoring import Anchored, Lemma, first_day_with
from claimcheck.engine.network import (
    ORIGIN,
    Atom,
    Network,
    Node,
    Steps,
    at_most,
    is_strict,
    less_than,
    seconds_of,
)

_WINDOW = 4_000 * DAY  # how long before its latest date something without an earliest one is tried
# How often one thing is pushed before the search gives up: something with no latest date could be pushed for ever.
_MOST, _MOST_WITHOUT_END = 20_000, 1_000
_ROUND = 146_097  # days, after which the Gregorian calendar and its weeks begin anew: 400 years
_ASSUMED = -1  # the reason of what is only tried
_CALENDAR = -2  # the reason of what the calendar says


def dated(points: Sequence[Anchored], network: Network) -> Sequence[Lemma] | None:
    """No lemma if a solution of the network is found in which every point lies where its anchor puts it.

    A lemma that nothing satisfies, with its reasons, if there is no such solution; None if neither was found. The
    points are those whose difference from their anchor is not constant. The network is left as it was.
    """
    search = _Earliest(points, network)
    is_whole = search.place_all()
    if is_whole and all(map(search.is_in_place, points)):
        return ()
    reasons = None if is_whole else search.reasons()
    return None if reasons is None else [(Atom(ORIGIN, ORIGIN, less_than(0)), reasons)]


class _Earliest:
    def __init__(self, points: Sequence[Anchored], network: Network) -> None:
        self.points = points
        # For each x, every (y, weight, reason) of `x - y <= weight`.
        self.behind: dict[Node, list[tuple[Node, int, int]]] = {}
        for y, x, weight, reason in network.constraints():
            self.behind.setdefault(x, []).append((y, weight, reason))
        self.steps_of: dict[Node, list[tuple[int, Steps]]] = {}  # by what pushes
        self.network_steps = network.steps
        for reason, steps in network.steps:
            self.steps_of.setdefault(steps.early, []).append((reason, steps))
        self.at: dict[Node, list[Anchored]] = {}  # the points of an anchor, and a point by its node
        for point in points:
            self.at.setdefault(point.anchor, []).append(point)
            self.at.setdefault(point.node, []).append(point)
        # A lower limit is kept as the weight of `node - origin`, negative infinity where there is none.
        self.limit: dict[Node, int] = {}
        # How each limit came about: from which step, by which reason.
        self.steps: list[tuple[int | None, int]] = []
        self.step_of: dict[Node, int] = {}
        self.waiting: deque[Node] = deque()
        self.latest = network.tree(ORIGIN)
        self.pushes: dict[Node, int] = {}
        self.clash: int | None = None
        self.is_endless = False
        self.laps: dict[int, tuple[int, int]] = {}  # by the number of steps: a limit that they gave, and its step
        self.beyond: frozenset[int] = frozenset()  # reasons of the clash beside those of its steps

    def place_all(self) -> bool:
        """Finds the earliest place of every point, what has none by nature somewhere; False if that fails."""
        self.push(ORIGIN, 0, None, _CALENDAR)
        is_whole = self.run()
        for point in self.points:
            if is_whole and point.anchor not in self.limit:
                last = self.latest.weight(point.anchor)
                self.push(point.anchor, 0 if last is None else last - at_most(_WINDOW), None, _ASSUMED)
                is_whole = self.run()
        return is_whole

    def run(self) -> bool:
        """Pushes until nothing moves; False if something pushes the origin, or it takes too long."""
        while self.waiting:
            here = self.waiting.popleft()
            value, step = self.limit[here], self.step_of[here]
            for before, weight, reason in self.behind.get(here, ()):
                self.push(before, value - weight, step, reason)
            for reason, steps in self.steps_of.get(here, ()):
                pushed = steps.pushed(value)
                if pushed is not None and self.push(steps.late, -pushed, step, reason):
                    self.go_round(reason, steps)
            for point in self.at.get(here, ()):
                if here == point.anchor:
                    self.push(point.node, at_most(move(point.point, _instant(point, value))), step, _CALENDAR)
                else:
                    self.push_back(point, value, step)
            if self.clash is not None or self.is_endless:
                return False
        return True

    def push(self, node: Node, value: int, step: int | None, reason: int) -> bool:
        """Puts a lower limit, if it is a closer one."""
        known = self.limit.get(node)
        if known is not None and value <= known:
            return False
        self.steps.append((step, reason))
        if node == ORIGIN and known is not None:
            self.clash = len(self.steps) - 1
            return False
        self.pushes[node] = self.pushes.get(node, 0) + 1
        most = _MOST if self.latest.weight(node) is not None else _MOST_WITHOUT_END
        self.is_endless = self.is_endless or self.pushes[node] > most
        self.limit[node] = value
        self.step_of[node] = len(self.steps) - 1
        self.waiting.append(node)
        return True

    def go_round(self, reason: int, steps: Steps) -> None:
        """A clash where a limit has pushed itself once round the calendar: it would go on to the end of all time.

        What pushed it on the way is the same in every round, and so its own latest limit will be passed.
        """
        value, step = self.limit[steps.late], self.step_of[steps.late]
        before, first = self.laps.setdefault(reason, (value, step))
        lap = value - before
        if lap < at_most(_ROUND * DAY):
            return
        self.laps[reason] = (value, step)
        latest = self.latest.weight(steps.early)
        passed: set[int] = set()
        here: int | None = step
        while here is not None and here > first:
            here, why = self.steps[here]
            passed.add(why)
        if here != first or latest is None or lap % at_most(_ROUND * DAY):
            return
        if any(point.point.calendar != "gregorian" for point in self.points):
            return
        on_the_way = [other for number, other in self.network_steps if number in passed]
        if all(other.recur(lap, before) for other in on_the_way) and steps.low[-1] + lap >= latest:
            self.clash, self.beyond = step, frozenset(self.latest.path(steps.early))

    def push_back(self, point: Anchored, value: int, step: int) -> None:
        """The anchor is no earlier than the first day that puts the point so late."""
        if point.point.edge in (Edge.START, Edge.END):
            return  # not the same for all of an anchor's day
        known = self.limit.get(point.anchor)
        seconds = _seconds(value) + is_strict(-value)
        if known is not None and move(point.point, _instant(point, known)) >= seconds:
            return
        start = at_most(first_day_with(point, seconds) * DAY)
        self.push(point.anchor, start if point.is_from_start else start + 1, step, _CALENDAR)

    def is_in_place(self, point: Anchored) -> bool:
        """Whether the point lies where its anchor puts it, and not later."""
        return self.limit[point.node] == at_most(move(point.point, _instant(point, self.limit[point.anchor])))

    def reasons(self) -> frozenset[int] | None:
        """The reasons of all steps to the clash; None if there is none, or only with what was assumed."""
        found: set[int] = set()
        step = self.clash
        while step is not None:
            step, reason = self.steps[step]
            if reason == _ASSUMED:
                return None
            if reason != _CALENDAR:
                found.add(reason)
        return frozenset(found) | self.beyond if self.clash is not None else None


def _seconds(limit: int) -> int:
    """The seconds of a lower limit, which may itself be excluded."""
    return -seconds_of(-limit)


def _instant(point: Anchored, limit: int) -> int:
    """The earliest instant of an anchor with this lower limit: if that is excluded, an end lies right after it."""
    return _seconds(limit) + (is_strict(-limit) and not point.is_from_start)
