"""What a phrase means: from its tree to a window, a relation, or several joined.

Belongs here: which construct means what, alternatives, doubt, and putting together the final date. Does not belong
here: the constructs, each of which has a module beside this one with how it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce
from types import MappingProxyType
from typing import Any

from claimcheck.dates.calendars import HISTORICAL
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.phrases import counts, hours, limits, neighbours, nodes, parts, units
from claimcheck.dates.phrases.cursor import Cursor
from claimcheck.dates.phrases.limits import from_to_time, rule_of_run
from claimcheck.dates.phrases.rules import tolerances_of
from claimcheck.dates.phrases.stretches import Impossible, Instant, Stretch, Times, exact, fineness
from claimcheck.dates.phrases.working import Working
from claimcheck.dates.when import (
    AllOf,
    Date,
    Edge,
    Ends,
    Limit,
    OneOf,
    Point,
    Relation,
    Span,
    TimeSet,
    Unit,
    Window,
)


def evaluated(node: nodes.Node, cursor: Cursor, conventions: Conventions, words: str) -> tuple[Date, Working]:
    """The date that a phrase stands for, and the working with the rules that fired.

    Raises Impossible, or ValueError from the calendars, where the words name no date.
    """
    if conventions.calendar == HISTORICAL and "/" in words and _has_double_year(node):
        # Whoever writes 1743/44 dates by a calendar in which the year did not begin in January: Old Style. One
        # wording is of one calendar, so its other dates are too.
        conventions = replace(conventions, calendar="julian")
    working = Working(conventions, tolerances_of(conventions.tolerances), cursor.choose, times, words)
    return _dated(working, node, cursor, words), working


_FROM_TO = ("from", "dash")


def ends_of(node: nodes.Node, working: Working, cursor: Cursor, words: str) -> Ends | None:
    """The two ends of a phrase that goes from one date to another, each at its own grain; None for any other.

    "From May 1066 to 1087", "1066–1087", "c. 1066–1087" (about at both ends) have two, "since 1066" and "until
    1087" one of them; "between 1066 and 1087" and "not before 1066" are windows. The phrase has been evaluated
    with that working.
    """
    match node:
        case nodes.Stated() | nodes.Part():
            return None
        case nodes.Run() if node.words in _FROM_TO and working.halves is not None:
            first, last = working.halves
            return dated(first, words), dated(last, words)
        case nodes.Circa(child=nodes.Run() as run):
            return ends_of(run, working, cursor, words)
        case nodes.Limited("since", _, child):
            return _end(working, child, words), None
        case nodes.Limited("until", _, child):
            return None, _end(working, child, words)
        case nodes.Quoted():
            start, stop = map(int, node.words.split())
            return ends_of(node.child, working, cursor, cursor.text_of(start, stop))
        case nodes.Together(
            (nodes.Limited("not-before", _, begin), nodes.Limited("by", _, end))
        ):  # "to the end of 1087"
            return _end(working, begin, words), _end(working, end, words)
        case nodes.Noted(child=child):
            return ends_of(child, working, cursor, words)
    return None


def _end(working: Working, node: nodes.Node, words: str) -> Date:
    """What is limited, at its own grain; that it is asked again fires no rule."""
    fired = list(working.rules)
    found = times(working, node)
    working.rules[:] = fired
    return dated(found, words)


def _has_double_year(node: object) -> bool:
    """Whether a day or month has a year given both ways; "1941/42" alone is a year that runs over two."""
    if isinstance(node, nodes.Stated) and node.rule == "dual-year" and node.month is not None:
        return True
    return isinstance(node, tuple) and any(map(_has_double_year, node))


def _dated(working: Working, node: nodes.Node, cursor: Cursor, words: str) -> Date:
    match node:
        case nodes.Together():
            found = [_dated(working, part, cursor, words) for part in node.parts]
            working.fire("joined")
            return everything(found)
        case nodes.Either() if isinstance(node.parts[0], nodes.Quoted):
            found = [_dated(working, part, cursor, words) for part in node.parts]
            working.fire(node.word)
            return any_of(found)
        case nodes.Quoted():
            first, stop = map(int, node.words.split())
            return _dated(working, node.child, cursor, cursor.text_of(first, stop))
        case _:
            return dated(times(working, node), words)


def times(working: Working, node: nodes.Node) -> Times:
    """The stretches of a node; several are alternatives."""
    return _MEANINGS[type(node)](working, node)


def _happening(working: Working, node: nodes.Happening) -> Times:
    working.fire("at-event")
    calendar, style = working.calendar, working.style
    start = Point(node.anchor, Edge.START, calendar=calendar, year_begins=style)
    stop = Point(node.anchor, Edge.END, calendar=calendar, year_begins=style)
    return Times((exact(start, stop),), "event")


def _either(working: Working, node: nodes.Either) -> Times:
    found: list[Stretch] = []
    grains: list[str] = []
    for part in node.parts:
        part_times = times(working, part)
        found += part_times.stretches
        grains.append(part_times.grain)
    return Times(working.widen(node.word, tuple(found)), min(grains, key=fineness))


_CIRCA = {
    "minute": "circa-hour",
    "hour": "circa-hour",
    "day": "circa-day",
    "week": "circa-day",
    "event": "circa-day",
    "month": "circa-month",
    "season": "circa-month",
    "year": "circa-year",
    "decade": "circa-decade",
    "century": "circa-century",
    "millennium": "circa-century",
}


def _circa(working: Working, node: nodes.Circa) -> Times:
    if isinstance(node.child, nodes.Run):
        # Each end by its own grain: "c. 1984 to June 2004" by five years before, by a month after.
        first, last = working.referred(node.child.first), working.referred(node.child.child)
        working.fire(rule_of_run(node.child))
        return from_to_time(working, node.child, _about(working, first), _about(working, last))
    found = working.times(node.child)
    if isinstance(node.child, nodes.Daypart) and node.child.name in ("noon", "midnight"):
        found = found._replace(stretches=tuple(hours.centred(stretch) for stretch in found.stretches))
    return _about(working, found)


def _about(working: Working, found: Times) -> Times:
    return Times(working.widen(_CIRCA[found.grain], found.stretches), found.grain)


def _noted(working: Working, node: nodes.Noted) -> Times:
    found = working.times(node.child)
    return Times(working.widen(node.rule, found.stretches), found.grain)


def _quoted(working: Working, node: nodes.Quoted) -> Times:
    return times(working, node.child)


def _likely(working: Working, node: nodes.Likely) -> Times:
    """Narrow: the ranges of the least probability; wide: those of the greatest, and the narrow ones."""
    narrow = times(working, node.parts[0][1])
    wide = times(working, node.parts[-1][1])
    working.fire("probability")
    # A stretch that is wide only is one whose narrow limits are missing; `dated` unites the two sets.
    both = [Stretch(s.start, s.stop, s.start, s.stop, s.start, s.stop) for s in narrow.stretches]
    both += [Stretch(0, 0, s.wide_start, s.wide_stop, s.wide_start, s.wide_stop) for s in wide.stretches]
    return Times(tuple(both), narrow.grain)


def _all_at_once(working: Working, node: nodes.Together) -> Times:
    """Joined statements within a larger phrase, where both must be dates of the calendar."""
    found: Times | None = None
    for part in node.parts:
        times_of_part = times(working, part)
        found = times_of_part if found is None else _common(found, times_of_part)
    if found is None:
        raise Impossible("nothing is joined here")
    working.fire("joined")
    return found


def _common(a: Times, b: Times) -> Times:
    found = []
    for x in a.stretches:
        for y in b.stretches:
            starts = [_inner(p, q, max) for p, q in ((x.start, y.start), (x.wide_start, y.wide_start))]
            stops = [_inner(p, q, min) for p, q in ((x.stop, y.stop), (x.wide_stop, y.wide_stop))]
            if not (isinstance(starts[0], int) and isinstance(stops[0], int) and starts[0] >= stops[0]):
                found.append(Stretch(starts[0], stops[0], starts[1], stops[1], starts[0], stops[0]))
    if not found:
        raise Impossible("these statements exclude each other", "write `or` between alternatives")
    return Times(tuple(found), min((a.grain, b.grain), key=fineness))


_APART = "within a longer phrase, relations to several events cannot be joined"


def _inner(a: Instant | None, b: Instant | None, of: Callable[[int, int], int]) -> Instant | None:
    """The later of two starts (`of` is max) or the earlier of two ends, either of which may be missing."""
    if a is None or b is None:
        return b if a is None else a
    if isinstance(a, int) and isinstance(b, int):
        return of(a, b)
    raise Impossible(_APART, "join them at the end of the phrase, after a comma")


_MEANINGS: Mapping[type, Callable[[Working, Any], Times]] = MappingProxyType(
    {
        nodes.Stated: units.stated,
        nodes.Dual: units.dual,
        nodes.Indiction: units.in_indiction,
        nodes.Happening: _happening,
        nodes.Part: parts.part,
        nodes.Fraction: parts.fraction,
        nodes.NthWeekday: parts.nth_weekday,
        nodes.Daypart: hours.daypart,
        nodes.Clock: hours.clock,
        nodes.Limited: limits.limited,
        nodes.Run: limits.run,
        nodes.PlusMinus: limits.plus_minus,
        nodes.Counted: counts.counted,
        nodes.Within: counts.within,
        nodes.NthAfter: counts.nth_after,
        nodes.Eve: neighbours.eve,
        nodes.SameUnit: neighbours.same_unit,
        nodes.NextUnit: neighbours.next_unit,
        nodes.Aged: neighbours.aged,
        nodes.Regnal: neighbours.regnal,
        nodes.Turn: neighbours.turn,
        nodes.Either: _either,
        nodes.Together: _all_at_once,
        nodes.Circa: _circa,
        nodes.Noted: _noted,
        nodes.Likely: _likely,
        nodes.Quoted: _quoted,
    }
)

# ------------------------------------------------------------ from stretches to windows and relations

_UNITS = {
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "month": Unit.MONTH,
    "season": Unit.MONTH,
    "year": Unit.YEAR,
    "decade": Unit.YEAR,
    "century": Unit.YEAR,
    "millennium": Unit.YEAR,
}


def dated(times: Times, words: str) -> Date:
    """The window of alternatives that are all absolute; otherwise relations, one of which holds."""
    unit = _UNITS.get(times.grain, Unit.DAY)
    stretches = times.stretches
    if len(stretches) == 1 and _is_absolute(stretches[0]):
        return _window_of_one(stretches[0], unit)
    if all(map(_is_absolute, stretches)):
        return _window(stretches, unit)
    absolute = tuple(stretch for stretch in stretches if _is_absolute(stretch))
    found: list[Date] = [_relation(s, words, unit) for s in stretches if not _is_absolute(s)]
    if absolute:
        found.insert(0, _window(absolute, unit))
    return found[0] if len(found) == 1 else OneOf(tuple(found))


def everything(dates: list[Date]) -> Date:
    """All of several dates: windows become their common part, relations stand beside it."""
    found = _gathered(dates, AllOf, _shared)
    return found[0] if len(found) == 1 else AllOf(found)


def any_of(dates: list[Date]) -> Date:
    """One of several dates: windows become one set, relations stand beside it."""
    found = _gathered(dates, OneOf, _either_window)
    return found[0] if len(found) == 1 else OneOf(found)


def _gathered(
    dates: list[Date], several: type[AllOf | OneOf], joined: Callable[[Window, Window], Window]
) -> tuple[Date, ...]:
    """The one window that all windows make, and what is none; what is several dates itself counts part by part."""
    every = [part for date in dates for part in (date.parts if isinstance(date, several) else (date,))]
    windows = [part for part in every if isinstance(part, Window)]
    others = [part for part in every if not isinstance(part, Window)]
    return (reduce(joined, windows), *others) if windows else tuple(others)


def _either_window(a: Window, b: Window) -> Window:
    narrow = a.narrow.union(b.narrow)
    return Window(narrow, a.wide.union(b.wide), *_limits(narrow), _finer(a, b))


def _finer(a: Window, b: Window) -> Unit:
    order = list(Unit)
    return a.unit if order.index(a.unit) < order.index(b.unit) else b.unit


def _is_absolute(stretch: Stretch) -> bool:
    return not (isinstance(stretch.start, Point) or isinstance(stretch.stop, Point))


def _span(start: object, stop: object) -> Span:
    return Span(start if isinstance(start, int) else None, stop if isinstance(stop, int) else None)


def _window_of_one(s: Stretch, unit: Unit) -> Window:
    start, stop, wide_start, wide_stop, _, _ = s
    narrow = wide = TimeSet((_span(start, stop),))
    if wide_start != start or wide_stop != stop:
        wide = TimeSet((_span(wide_start, wide_stop),))
    earliest = Limit.UNKNOWN if start is None else Limit.CLOSED
    return Window(narrow, wide, earliest, Limit.UNKNOWN if stop is None else Limit.CLOSED, unit)


def _window(stretches: tuple[Stretch, ...], unit: Unit) -> Window:
    narrow = TimeSet.of(_span(s.start, s.stop) for s in stretches)
    wide = TimeSet.of([*narrow.spans, *(_span(s.wide_start, s.wide_stop) for s in stretches)])
    if not narrow.spans:
        raise Impossible("these statements exclude each other", "write `or` between alternatives")
    return Window(narrow, wide, *_limits(narrow), unit)


def _limits(narrow: TimeSet) -> tuple[Limit, Limit]:
    return (
        Limit.UNKNOWN if narrow.start is None else Limit.CLOSED,
        Limit.UNKNOWN if narrow.stop is None else Limit.CLOSED,
    )


def _shared(a: Window, b: Window) -> Window:
    narrow, wide = a.narrow.intersection(b.narrow), a.wide.intersection(b.wide)
    if not narrow.spans:  # where only the wide readings meet, nobody has said that both hold
        raise Impossible("these statements exclude each other", "write `or` between alternatives")
    return Window(narrow, wide, *_limits(narrow), _finer(a, b))


def _relation(s: Stretch, words: str, unit: Unit) -> Date:
    """A relation; where one limit is absolute, a window for that limit beside it."""
    start, stop, wide_start, wide_stop = s.start, s.stop, s.wide_start, s.wide_stop
    relation = Relation(_point(start), _point(stop), _point(wide_start), _point(wide_stop), words, unit)
    if not isinstance(start, int) and not isinstance(stop, int):
        return relation
    narrow = TimeSet((_span(start, stop),))
    window = Window(narrow, TimeSet((_span(wide_start, wide_stop),)), *_limits(narrow), unit)
    return AllOf((window, relation))


def _point(limit: object) -> Point | None:
    return limit if isinstance(limit, Point) else None
