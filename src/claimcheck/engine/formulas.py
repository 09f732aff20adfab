"""Dates as formulas over the starts and ends of events: within, starting in, outside of, overlapping.

Belongs here: how each form of date becomes difference constraints in conjunctive form. Does not belong here:
who states the date (see `assumptions`), where calendar days of an anchor fall (see `anchor_points`).

A formula is a list of disjunctions of atoms, all of which must hold: the empty list is always true, a list
with an empty disjunction is never true.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from math import prod

from claimcheck.dates.when import AllOf, Date, Edge, Ends, OneOf, Point, Relation, Span, TimeSet, Window
from claimcheck.engine.network import (
    ORIGIN,
    Atom,
    Leaps,
    Literal,
    Node,
    at_most,
    is_strict,
    less_than,
    seconds_of,
)

Formula = list[tuple[Literal, ...]]
NodeOf = Callable[[Point], Node]

FALSE: Formula = [()]


def either(*formulas: Formula) -> Formula:
    """At least one of the formulas holds.

    Multiplied out, as long as that stays short; else each formula gets a node that says whether it is chosen.
    """
    if prod(len(formula) for formula in formulas) <= LONGEST:
        return [tuple(atom for clause in chosen for atom in clause) for chosen in product(*formulas)]
    chosen: list[Literal] = []
    found: Formula = []
    for formula in formulas:
        choice = Choice()
        chosen.append(short_of(choice, 0))
        found.extend((from_on(choice, 0), *clause) for clause in formula)
    return [tuple(chosen), *found]


LONGEST = 128  # clauses that a choice is multiplied out to


class Choice:
    """A node of its own: before the origin if a formula is chosen."""

    __slots__ = ()


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


# Unions of many spans, each as one constraint (what follows from them: see `unions`).

MANY = 12  # spans beyond which a union is one constraint, not a choice among its gaps

WITHIN, STICKING_OUT, TOUCHING = "within", "sticking-out", "touching"  # the forms of such a constraint


class Gaps:
    """For each gap of a union, where it begins and where it ends."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans

    def __len__(self) -> int:
        return len(self.spans) - 1

    def __getitem__(self, number: int) -> tuple[int, int]:
        return _both(self.spans[number].stop, self.spans[number + 1].start)


class _Spans(Gaps):
    """For each span that has both limits, these."""

    def __len__(self) -> int:
        return len(self.spans)

    def __getitem__(self, number: int) -> tuple[int, int]:
        return _both(self.spans[number].start, self.spans[number].stop)


def _both(first: int | None, second: int | None) -> tuple[int, int]:
    assert first is not None and second is not None, "within a union nothing is without limit"
    return first, second


def within_union(start: Node | None, end: Node | None, spans: tuple[Span, ...]) -> Leaps:
    """What begins and ends at these nodes (or does only one of both) lies on one side of every gap."""
    here, there = _ends(start, end)
    return Leaps(here, there, Gaps(spans), end is None, start is None, WITHIN, spans)


def sticking_out(start: Node | None, end: Node | None, spans: tuple[Span, ...]) -> Leaps:
    """It lies in none of the spans (which have both limits): it begins before each, or goes on past it."""
    there, here = _ends(start, end)
    return Leaps(here, there, _Spans(spans), start is not None, end is not None, STICKING_OUT, spans)


def touching_union(start: Node | None, end: Node | None, spans: tuple[Span, ...]) -> Leaps:
    """It does not lie in any gap as a whole: it begins before the gap does, or goes on past it."""
    there, here = _ends(start, end)
    return Leaps(here, there, Gaps(spans), start is not None, end is not None, TOUCHING, spans)


def _ends(start: Node | None, end: Node | None) -> tuple[Node, Node]:
    """The node that is over last and the one that begins first."""
    return (end if end is not None else start), (start if start is not None else end)


# Dates.


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
    """Within the union: within its hull, and on one side of every gap (of many, as one constraint)."""
    if not when.spans:
        return FALSE
    formula: Formula = []
    if when.start is not None:
        formula.append((stretch.begins_from(when.start),))
    if when.stop is not None:
        formula.append((stretch.over_by(when.stop),))
    if len(when.spans) > MANY:
        return [*formula, (within_union(stretch.start, stretch.end, when.spans),)]
    for earlier, later in zip(when.spans, when.spans[1:], strict=False):
        if earlier.stop is not None and later.start is not None:
            formula.append((stretch.over_by(earlier.stop), stretch.begins_from(later.start)))
    return formula


def not_within(stretch: Stretch, date: Date, wide: bool, node_of: NodeOf) -> Formula:
    """The stretch does not lie within the date (some of it may)."""
    match date:
        case Window():
            spans = spans_of(date, wide).spans
            if len(spans) > MANY:
                closed = tuple(span for span in spans if span.start is not None and span.stop is not None)
                ends = [_sticks_out(stretch, span) for span in spans if span.start is None or span.stop is None]
                return [*ends, (sticking_out(stretch.start, stretch.end, closed),)]
            return [_sticks_out(stretch, span) for span in spans]
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


def _sticks_out(stretch: Stretch, span: Span) -> tuple[Atom, ...]:
    atoms: list[Atom] = []
    if span.start is not None:
        atoms.append(stretch.begins_before(span.start))
    if span.stop is not None:
        atoms.append(stretch.goes_past(span.stop))
    return tuple(atoms)


def outside(stretch: Stretch, date: Date, node_of: NodeOf) -> Formula:
    """No part of the stretch falls in the date (narrow: exclusions never widen)."""
    match date:
        case Window():
            if len(date.narrow.spans) > MANY:
                return _within_set(stretch, date.narrow.complement())
            return [_misses(stretch, span.start, span.stop) for span in date.narrow.spans]
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


def touching(stretch: Stretch, date: Date, node_of: NodeOf) -> Formula:
    """Some of the stretch falls in the date (narrow): it lies within nothing that the date leaves free."""
    match date:
        case Window():
            spans = date.narrow.spans
            if len(spans) > MANY:
                hull: Formula = []
                if spans[0].start is not None:
                    hull.append((stretch.goes_past(spans[0].start),))
                if spans[-1].stop is not None:
                    hull.append((stretch.begins_before(spans[-1].stop),))
                return [*hull, (touching_union(stretch.start, stretch.end, spans),)]
            return [_sticks_out(stretch, span) for span in date.narrow.complement().spans]
        case Relation():
            formula: Formula = []
            if date.earliest is not None:
                formula.append((stretch.goes_past(node_of(date.earliest)),))
            if date.latest is not None:
                formula.append((stretch.begins_before(node_of(date.latest)),))
            return formula
        case AllOf():
            return [clause for part in date.parts for clause in touching(stretch, part, node_of)]
        case OneOf():
            return either(*(touching(stretch, part, node_of) for part in date.parts))


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
        case AllOf():  # what is common to all begins with the last to begin, and ends with the first to end
            begins, ends = (
                tuple(a for part in date.parts for clause in covers(side, part, wide, node_of) for a in clause)
                for side in (_start_of(stretch), _end_of(stretch))
            )
            return [atoms for atoms in (begins, ends) if atoms]
        case OneOf():
            return either(*(covers(stretch, part, wide, node_of) for part in date.parts))


def _start_of(stretch: Stretch) -> Stretch:
    return Stretch(stretch.start, None)


def _end_of(stretch: Stretch) -> Stretch:
    return Stretch(None, stretch.end)


def denied(formula: Formula) -> Formula:
    """Not all of the formula holds."""
    ways: list[Formula] = [[(opposite(atom),) for atom in clause if isinstance(atom, Atom)] for clause in formula]
    return either(*ways)


def opposite(atom: Atom) -> Atom:
    """What holds exactly if the atom does not."""
    seconds = seconds_of(atom.weight)
    return Atom(atom.y, atom.x, at_most(-seconds) if is_strict(atom.weight) else less_than(-seconds))


def lasting(stretch: Stretch, date: Date, ends: Ends | None, wide: bool, node_of: NodeOf) -> Formula:
    """The stretch goes on throughout the date; if its ends are stated, it begins within one and ends within the
    other."""
    if ends is None:
        return covers(stretch, date, wide, node_of)
    first, last = ends
    formula = within(_start_of(stretch), first, wide, node_of) if first is not None else []
    return [*formula, *(_ceases(stretch, last, wide, node_of) if last is not None else [])]


def _ceases(stretch: Stretch, date: Date, wide: bool, node_of: NodeOf) -> Formula:
    """The stretch ends within the date. What lasted to an event may have ended as that began."""
    formula = within(_end_of(stretch), date, wide, node_of)
    if isinstance(date, Relation) and stretch.end is not None:
        earliest, _ = limits_of(date, wide)
        if earliest is not None and earliest.is_plain(Edge.START):
            formula[0] = (not_after(node_of(earliest), stretch.end),)
    return formula


def not_lasting(stretch: Stretch, date: Date, ends: Ends | None, wide: bool, node_of: NodeOf) -> Formula:
    """The opposite of `lasting`."""
    if ends is None:
        return denied(covers(stretch, date, wide, node_of))
    first, last = ends
    ways: list[Formula] = []
    if first is not None:
        ways.append(not_within(_start_of(stretch), first, wide, node_of))
    if last is not None:
        if isinstance(last, Relation):
            ways.append(denied(_ceases(stretch, last, wide, node_of)))
        else:
            ways.append(not_within(_end_of(stretch), last, wide, node_of))
    return either(*ways)
