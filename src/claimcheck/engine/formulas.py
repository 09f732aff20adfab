"""Dates as formulas over the starts and ends of events: within, starting in, outside of, overlapping.

Belongs here: how each form of date becomes difference constraints in conjunctive form. Does not belong here:
who states the date (see `assumptions`), where calendar days of an anchor fall (see `anchoring`).

A formula is a list of disjunctions of atoms, all of which must hold: the empty list is always true, a list
with an empty disjunction is never true. Where a date has very many stretches, their disjunctions are one `Steps`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, product

from claimcheck.dates.when import AllOf, Date, OneOf, Point, Relation, Span, TimeSet, Window
from claimcheck.engine.network import ORIGIN, Atom, Node, Steps, at_most, less_than

Formula = list[tuple[Atom, ...] | Steps]
NodeOf = Callable[[Point], Node]

FALSE: Formula = [()]


def either(*formulas: Formula) -> Formula:
    """At least one of the formulas holds."""
    return [tuple(atom for clause in chosen for atom in clause) for chosen in product(*map(_spelt_out, formulas))]


def _spelt_out(formula: Formula) -> list[tuple[Atom, ...]]:
    """The formula without steps, which cannot be one of several."""
    found: list[tuple[Atom, ...]] = []
    for part in formula:
        found.extend(part.clauses() if isinstance(part, Steps) else (part,))
    return found


_MANY = 50  # stretches of a date, from which on the disjunctions between them are no cases that anybody tells

Limits = Callable[[int], Atom]  # from an instant


def _one_or_other(early: Limits, late: Limits, places: Sequence[tuple[int, int]]) -> Formula:
    """At each place one of the two limits holds: a disjunction for each, or steps for very many."""
    if len(places) <= _MANY:
        return [(early(before), late(after)) for before, after in places]
    by, since = early(0), late(0)
    low = tuple([by.weight + at_most(before) for before, _ in places])
    return [Steps(by.x, since.y, low, tuple([since.weight - at_most(after) for _, after in places]))]


def from_on(node: Node, instant: int) -> Atom:
    """`node` is at or after the instant (seconds)."""
    return Atom(ORIGIN, node, at_most(-instant))


def past(node: Node, instant: int) -> Atom:
    """`node` is after the instant."""
    return Atom(ORIGIN, node, less_than(-instant))


def up_to(node: Node, instant: int) -> Atom:
    """`node` is at or before the instant."""
    return Atom(node, ORIGIN, at_most(instant))


def short_of(node: Node, instant: int) -> Atom:
    """`node` is before the instant."""
    return Atom(node, ORIGIN, less_than(instant))


def not_after(a: Node, b: Node) -> Atom:
    """`a` is at or before `b`."""
    return Atom(a, b, at_most(0))


def before(a: Node, b: Node) -> Atom:
    """`a` is before `b`."""
    return Atom(a, b, less_than(0))


class Stretch:
    """What a date is said of: an event with start and end, or one of its ends alone.

    For a start alone, `end` is None (it must fall in the half-open date: at its beginning, or later, but short
    of its stop); for an end alone, `start` is None.
    """

    __slots__ = ("end", "start")

    def __init__(self, start: Node | None, end: Node | None) -> None:
        self.start = start
        self.end = end

    def begins_from(self, limit: int | Node) -> Atom:
        """It does not begin before the limit."""
        if self.start is not None:
            return from_on(self.start, limit) if isinstance(limit, int) else not_after(limit, self.start)
        return past(self.end, limit) if isinstance(limit, int) else before(limit, self.end)

    def over_by(self, limit: int | Node) -> Atom:
        """It is over by the limit."""
        if self.end is not None:
            return up_to(self.end, limit) if isinstance(limit, int) else not_after(self.end, limit)
        return short_of(self.start, limit) if isinstance(limit, int) else before(self.start, limit)

    def begins_before(self, limit: int | Node) -> Atom:
        """It begins before the limit (the opposite of `begins_from`)."""
        if self.start is not None:
            return short_of(self.start, limit) if isinstance(limit, int) else before(self.start, limit)
        return up_to(self.end, limit) if isinstance(limit, int) else not_after(self.end, limit)

    def goes_past(self, limit: int | Node) -> Atom:
        """It goes on past the limit (the opposite of `over_by`)."""
        if self.end is not None:
            return past(self.end, limit) if isinstance(limit, int) else before(limit, self.end)
        return from_on(self.start, limit) if isinstance(limit, int) else not_after(limit, self.start)


def spans_of(window: Window, wide: bool) -> TimeSet:
    """The set of a window on the narrow or the wide reading."""
    return window.wide if wide else window.narrow


def limits_of(relation: Relation, wide: bool) -> tuple[Point | None, Point | None]:
    """The limits of a relation on the narrow or the wide reading."""
    if wide:
        return relation.wide_earliest, relation.wide_latest
    return relation.earliest, relation.latest


def within(stretch: Stretch, date: Date, wide: bool, node_of: NodeOf) -> Formula:
    """The stretch lies within the date."""
    match date:
        case Window():
            return _within_set(stretch, spans_of(date, wide))
        case Relation():
            earliest, latest = limits_of(date, wide)
            formula: Formula = []
            if earliest is not None:
                formula.append((stretch.begins_from(node_of(earliest)),))
            if latest is not None:
                formula.append((stretch.over_by(node_of(latest)),))
            return formula
        case AllOf():
            return [clause for part in date.parts for clause in within(stretch, part, wide, node_of)]
        case OneOf():
            return either(*(within(stretch, part, wide, node_of) for part in date.parts))


def _within_set(stretch: Stretch, when: TimeSet) -> Formula:
    """Within the union: within its hull, and on one side of every gap (linear in the number of spans)."""
    if not when.spans:
        return FALSE
    formula: Formula = []
    if when.start is not None:
        formula.append((stretch.begins_from(when.start),))
    if when.stop is not None:
        formula.append((stretch.over_by(when.stop),))
    return [*formula, *_one_or_other(stretch.over_by, stretch.begins_from, _gaps(when))]


def _gaps(when: TimeSet) -> list[tuple[int, int]]:
    """The start and stop of what lies between the spans."""
    spans = when.spans
    return [
        (earlier.stop, later.start)
        for earlier, later in pairwise(spans)
        if earlier.stop is not None and later.start is not None
    ]


def _by_each(spans: Sequence[Span], early: Limits, late: Limits) -> Formula:
    """For each span one of the two limits holds: the one by its start, or the other by its stop."""
    closed = [(span.start, span.stop) for span in spans if span.start is not None and span.stop is not None]
    formula = _one_or_other(early, late, closed)
    for span in spans:
        if span.start is None or span.stop is None:
            starts = () if span.start is None else (early(span.start),)
            formula.append(starts if span.stop is None else (*starts, late(span.stop)))
    return formula


def not_within(stretch: Stretch, date: Date, wide: bool, node_of: NodeOf) -> Formula:
    """The stretch does not lie within the date (some of it may)."""
    match date:
        case Window():
            return _by_each(spans_of(date, wide).spans, stretch.begins_before, stretch.goes_past)
        case Relation():
            earliest, latest = limits_of(date, wide)
            atoms: list[Atom] = []
            if earliest is not None:
                atoms.append(stretch.begins_before(node_of(earliest)))
            if latest is not None:
                atoms.append(stretch.goes_past(node_of(latest)))
            return [tuple(atoms)]
        case AllOf():
            return either(*(not_within(stretch, part, wide, node_of) for part in date.parts))
        case OneOf():
            return [clause for part in date.parts for clause in not_within(stretch, part, wide, node_of)]


def outside(stretch: Stretch, date: Date, node_of: NodeOf) -> Formula:
    """No part of the stretch falls in the date (narrow: exclusions never widen)."""
    match date:
        case Window():
            return _by_each(date.narrow.spans, stretch.over_by, stretch.begins_from)
        case Relation():
            earliest = node_of(date.earliest) if date.earliest is not None else None
            latest = node_of(date.latest) if date.latest is not None else None
            return [_misses(stretch, earliest, latest)]
        case AllOf():  # outside what is common to all the parts
            return either(*(outside(stretch, part, node_of) for part in date.parts))
        case OneOf():  # which of them is meant is open: outside one of them is all that can be asked
            return either(*(outside(stretch, part, node_of) for part in date.parts))


def _misses(stretch: Stretch, start: int | Node | None, stop: int | Node | None) -> tuple[Atom, ...]:
    atoms: list[Atom] = []
    if start is not None:
        atoms.append(stretch.over_by(start))
    if stop is not None:
        atoms.append(stretch.begins_from(stop))
    return tuple(atoms)


def touching(stretch: Stretch, date: Date, node_of: NodeOf) -> list[Formula]:
    """Ways, one formula each, in which some of the stretch may fall in the date (narrow)."""
    match date:
        case Window():
            return _touching_set(stretch, date.narrow)
        case Relation():
            earliest = node_of(date.earliest) if date.earliest is not None else None
            latest = node_of(date.latest) if date.latest is not None else None
            return [_touches(stretch, earliest, latest)]
        case AllOf():
            ways = product(*(touching(stretch, part, node_of) for part in date.parts))
            return [[clause for formula in way for clause in formula] for way in ways]
        case OneOf():
            return [formula for part in date.parts for formula in touching(stretch, part, node_of)]


def _touching_set(stretch: Stretch, when: TimeSet) -> list[Formula]:
    """One way for each span; of very many one way in all: not before, after or between any two of them."""
    if len(when.spans) <= _MANY:
        return [_touches(stretch, span.start, span.stop) for span in when.spans]
    gaps = _one_or_other(stretch.begins_before, stretch.goes_past, _gaps(when))
    return [[*_touches(stretch, when.start, when.stop), *gaps]]


def _touches(stretch: Stretch, start: int | Node | None, stop: int | Node | None) -> Formula:
    formula: Formula = []
    if start is not None:
        formula.append((stretch.goes_past(start),))
    if stop is not None:
        formula.append((stretch.begins_before(stop),))
    return formula


def covers(stretch: Stretch, date: Date, wide: bool, node_of: NodeOf) -> Formula:
    """The stretch goes on throughout the date; on the wide reading it may fall short by as much as it widens."""
    match date:
        case Window():
            narrow, wider = date.narrow, (date.wide if wide else date.narrow)
            formula: Formula = []
            if narrow.start is not None and stretch.start is not None:
                slack = narrow.start - wider.start if wider.start is not None else 0
                formula.append((up_to(stretch.start, narrow.start + slack),))
            if narrow.stop is not None and stretch.end is not None:
                slack = wider.stop - narrow.stop if wider.stop is not None else 0
                formula.append((from_on(stretch.end, narrow.stop - slack),))
            return formula
        case Relation():
            formula = []
            if date.earliest is not None and stretch.start is not None:
                formula.append((not_after(stretch.start, node_of(date.earliest)),))
            if date.latest is not None and stretch.end is not None:
                formula.append((not_after(node_of(date.latest), stretch.end),))
            return formula
        case AllOf():
            return [clause for part in date.parts for clause in covers(stretch, part, wide, node_of)]
        case OneOf():
            return either(*(covers(stretch, part, wide, node_of) for part in date.parts))


def not_covering(stretch: Stretch, date: Date, node_of: NodeOf) -> Formula:
    """The stretch begins only after the date (narrow) has begun, or is over before it has ended."""
    match date:
        case Window():
            start, stop = (date.narrow.start, date.narrow.stop) if date.narrow.spans else (None, None)
            atoms = [past(stretch.start, start)] if start is not None and stretch.start is not None else []
            if stop is not None and stretch.end is not None:
                atoms.append(short_of(stretch.end, stop))
            return [tuple(atoms)]
        case Relation():
            atoms = []
            if date.earliest is not None and stretch.start is not None:
                atoms.append(before(node_of(date.earliest), stretch.start))
            if date.latest is not None and stretch.end is not None:
                atoms.append(before(stretch.end, node_of(date.latest)))
            return [tuple(atoms)]
        case AllOf():
            return either(*(not_covering(stretch, part, node_of) for part in date.parts))
        case OneOf():
            return [clause for part in date.parts for clause in not_covering(stretch, part, node_of)]
