"""Values of a role and when they hold: which of them cannot both be.

Belongs here: the rules for rival values and for two statements of one. A value holds from its start until it is
superseded, at its date, or always. Does not belong here: occurrences.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.dates.when import DAY, AllOf, Date, OneOf, Relation, TimeSet, Window
from claimcheck.engine.formulas import (
    FALSE,
    Formula,
    NodeOf,
    Stretch,
    before,
    either,
    lasting,
    not_after,
    not_lasting,
    outside,
    within,
)
from claimcheck.engine.network import Atom, Node
from claimcheck.engine.parts import Key, Value


@dataclass(frozen=True, slots=True)
class Holding:
    """A value as somebody states it.

    `start` is the node from which on it holds and `end` the one at which it ceases; without an end it holds until
    superseded, with neither always. `stated` is the date that its owner gives the start, None where that is the
    start of an event; `on` the set of time in which the start then lies, as far as one window says so.
    """

    owner: Key
    part: Value
    subject: str
    start: Node | None
    end: Node | None = None
    stated: Date | None = None
    on: TimeSet | None = None

    @property
    def is_always(self) -> bool:
        """Whether it states no time at all, and so holds always."""
        return self.start is None

    @property
    def stretch(self) -> Stretch:
        """From its start to its end, as far as it has them."""
        return Stretch(self.start, self.end)


def are_rivals(a: Value, b: Value) -> bool:
    """Whether the values, as values, cannot both be the case at one time."""
    if a.denied and b.denied:
        return False
    if a.denied or b.denied:
        return a.values == b.values
    return a.values != b.values


def holds_at(part: Value, stretch: Stretch, wide: bool, node_of: NodeOf) -> Formula:
    """The stretch is one in which a value holds as it does by its date (see `Value`). A denied value fails to hold
    all the time that the date takes in, whatever its grain."""
    if part.during is None:
        return []
    if part.denied:
        return lasting(stretch, part.during, None, False, node_of)
    if part.extent == "within":
        return within(stretch, part.during, wide, node_of)
    return lasting(stretch, part.during, part.ends, wide, node_of)


def fails_at(part: Value, stretch: Stretch, wide: bool, node_of: NodeOf) -> Formula:
    """The stretch, in which a value is known to hold, does not bear out that it holds as it does by its date."""
    if part.during is None:
        return []
    if part.denied:
        return not_lasting(stretch, part.during, None, False, node_of)
    if part.extent == "within":  # some time of a date that is a month or longer: not a moment of it
        return outside(stretch, _as_wide(part.during) if wide else part.during, node_of)
    return not_lasting(stretch, part.during, part.ends, wide, node_of)


def _as_wide(date: Date) -> Date:
    """The date with its wide limits for its narrow ones."""
    match date:
        case Window():
            return Window(date.wide, date.wide, date.earliest, date.latest, date.unit)
        case Relation():
            return Relation(
                date.wide_earliest, date.wide_latest, date.wide_earliest, date.wide_latest, date.words, date.unit
            )
        case AllOf():
            return AllOf(tuple(map(_as_wide, date.parts)))
        case OneOf():
            return OneOf(tuple(map(_as_wide, date.parts)))


def clash(a: Holding, b: Holding, permanent: bool, node_of: NodeOf) -> Formula:
    """What must hold for two holdings of one role and subject to go together (empty if they always can)."""
    if not are_rivals(a.part, b.part):
        return []
    if permanent or a.start is None or b.start is None:
        return FALSE
    if a.start == b.start or (a.end is None and b.end is None and is_same_start(a, b)):
        return FALSE
    return either([(_is_before(a, b),)], [(_is_before(b, a),)])


def _is_before(a: Holding, b: Holding) -> Atom:
    """One holding is over when the other begins; one that lasts until superseded has begun before."""
    assert a.start is not None and b.start is not None, "what always holds comes before nothing"
    return not_after(a.end, b.start) if a.end is not None else before(a.start, b.start)


def is_same_start(a: Holding, b: Holding) -> bool:
    """Whether two values are stated to hold from the same date, in the same words or of the same window.

    An event of a day and that day as a date are not the same start, nor are two events of one day.
    """
    return a.stated is not None and b.stated is not None and is_same_date(a.stated, b.stated)


def is_same_date(a: Date, b: Date) -> bool:
    """Whether two dates are one by their wording or their window, on the narrow reading."""
    match a, b:
        case Window(), Window():
            return a.narrow == b.narrow
        case Relation(), Relation():
            return (a.earliest, a.latest) == (b.earliest, b.latest)
        case (AllOf(parts), AllOf(others)) | (OneOf(parts), OneOf(others)):
            return len(parts) == len(others) and all(map(is_same_date, parts, others))
    return False


def are_of_one_day(a: Holding, b: Holding) -> bool:
    """Whether rivals begin on one day by dates that do not tell which came first, and are not the same start.

    That is a stipulation: nothing rules out that one succeeded the other within the day, but nobody says so.
    """
    if a.end is not None or b.end is not None or a.on is None or b.on is None or not are_rivals(a.part, b.part):
        return False
    return bool(a.on.intersection(b.on).spans) and _day_of(a.on) is not None and _day_of(a.on) == _day_of(b.on)


def _day_of(when: TimeSet) -> int | None:
    """The day in which a set of time lies wholly, by its number; None if there is none."""
    if not when.spans or when.start is None or when.stop is None:
        return None
    day = when.start // DAY
    return day if (when.stop - 1) // DAY == day else None


# Two statements of one value.


@dataclass(frozen=True, slots=True)
class Tenures:
    """All that one owner states of one value of a role with ends: `held` from when to when, each time."""

    owner: Key
    what: tuple[str, str, frozenset[str]]  # the role, its subject, the values
    held: tuple[tuple[Node, Node], ...]


def tenures(holdings: Iterable[Holding]) -> list[Tenures]:
    """What each owner states of each value with ends, in order."""
    found: dict[tuple[Key, tuple[str, str, frozenset[str]]], list[tuple[Node, Node]]] = {}
    for holding in holdings:
        part = holding.part
        if part.extent == "ends" and not part.denied and holding.start is not None and holding.end is not None:
            what = (part.role, holding.subject, part.values)
            found.setdefault((holding.owner, what), []).append((holding.start, holding.end))
    return [Tenures(owner, what, tuple(held)) for (owner, what), held in found.items()]


def agreement(a: Tenures, b: Tenures) -> Formula:
    """Two owners who state one value with ends agree on both of them.

    Who states it several times speaks of several tenures (an abbot deposed and restored): each of whoever states
    fewer is one of the other's.
    """
    fewer, more = (a, b) if len(a.held) <= len(b.held) else (b, a)
    formula: Formula = []
    for one in fewer.held:
        formula += either(*(_same(one, other) for other in more.held))
    return formula


def _same(a: tuple[Node, Node], b: tuple[Node, Node]) -> Formula:
    return [atom for x, y in zip(a, b, strict=True) for atom in ((not_after(x, y),), (not_after(y, x),))]
