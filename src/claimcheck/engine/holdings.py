"""Values of a role and when they hold: which of them cannot both be.

Belongs here: the rules for rival values. A value holds from its start until superseded, throughout its window,
or always. Does not belong here: occurrences.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.dates.when import Date, Relation, Window
from claimcheck.engine.formulas import (
    FALSE,
    Formula,
    NodeOf,
    Stretch,
    before,
    either,
    from_on,
    not_after,
    outside,
    up_to,
)
from claimcheck.engine.network import ORIGIN, Atom, Node, at_most
from claimcheck.engine.parts import Key, Value


@dataclass(frozen=True, slots=True)
class Holding:
    """A value as somebody states it.

    `start` is the node from which on it holds, if it has one; `stated` the date that its owner (or the anchor
    from which it holds) gives that start.
    """

    owner: Key
    part: Value
    subject: str
    start: Node | None
    stated: Date | None = None

    @property
    def is_always(self) -> bool:
        """Whether it states no time at all, and so holds always."""
        return self.start is None and self.part.during is None


def are_rivals(a: Value, b: Value) -> bool:
    """Whether the values, as values, cannot both be the case at one time."""
    if a.denied and b.denied:
        return False
    if a.denied or b.denied:
        return a.values == b.values
    return a.values != b.values


def clash(a: Holding, b: Holding, permanent: bool, node_of: NodeOf) -> Formula:
    """What must hold for two holdings of one role and subject to go together (empty if they always can)."""
    if not are_rivals(a.part, b.part):
        return []
    if permanent or a.is_always or b.is_always:
        return FALSE
    if a.start is not None and b.start is not None:
        if a.start == b.start or is_same_start(a, b):
            return FALSE
        return either([(before(a.start, b.start),)], [(before(b.start, a.start),)])
    if a.start is not None or b.start is not None:
        starting, lasting = (a, b) if a.start is not None else (b, a)
        if lasting.part.during is None:
            return []
        return outside(Stretch(starting.start, None), lasting.part.during, node_of)
    return _apart(a.part.during, b.part.during, node_of)


def is_same_start(a: Holding, b: Holding) -> bool:
    """Whether two values are stated to hold from the same date, whatever its width."""
    if isinstance(a.stated, Window) and isinstance(b.stated, Window):
        return a.stated.narrow == b.stated.narrow
    return a.stated is not None and a.stated == b.stated


def _apart(a: Date | None, b: Date | None, node_of: NodeOf) -> Formula:
    """Two stretches throughout which rivals hold do not touch."""
    first, second = _limits(a, node_of), _limits(b, node_of)
    if first is None or second is None:
        return []  # nothing certain can be said of one of them
    ways: list[Formula] = [
        [(_by(stop, start),)]
        for (_, stop), (start, _) in ((first, second), (second, first))
        if stop is not None and start is not None
    ]
    return either(*ways) if ways else FALSE


Limits = tuple[int | Node | None, int | Node | None]


def _limits(date: Date | None, node_of: NodeOf) -> Limits | None:
    match date:
        case Window() if len(date.narrow.spans) == 1:
            return date.narrow.start, date.narrow.stop
        case Relation():
            return (
                node_of(date.earliest) if date.earliest is not None else None,
                node_of(date.latest) if date.latest is not None else None,
            )
    return None


def _by(a: int | Node, b: int | Node) -> Atom:
    """The limit `a` is no later than the limit `b`."""
    if isinstance(a, int):
        if isinstance(b, int):
            return Atom(ORIGIN, ORIGIN, at_most(b - a))
        return from_on(b, a)
    return up_to(a, b) if isinstance(b, int) else not_after(a, b)
