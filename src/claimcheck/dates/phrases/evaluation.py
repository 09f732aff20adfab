"""What a phrase means: from its tree to a window, a relation, or several joined.

Belongs here: limits, runs, alternatives, doubt, and putting together the final date. Does not belong here:
units, parts and relations, each of which has a module beside this one.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.dates.calendars import HISTORICAL
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.phrases import counts, hours, neighbours, nodes, parts, units
from claimcheck.dates.phrases.cursor import Cursor
from claimcheck.dates.phrases.rules import tolerances_of
from claimcheck.dates.phrases.stretches import Impossible, Instant, Stretch, Times, exact, moved
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

_FINENESS = ("minute", "hour", "day", "week", "month", "season", "year", "decade", "century", "millennium")


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
    match node:
        case nodes.Stated():
            return units.stated(working, node)
        case nodes.Happening():
            return _happening(working, node)
        case nodes.Part():
            return parts.part(working, node)
        case nodes.Limited():
            return _limited(working, node)
        case nodes.Run():
            return _run(working, node)
        case nodes.Either():
            return _either(working, node)
        case nodes.Circa():
            return _circa(working, node)
        case nodes.Counted():
            return counts.counted(working, node)
        case nodes.Daypart():
            return hours.daypart(working, node)
        case nodes.Clock():
            return hours.clock(working, node)
        case nodes.Fraction():
            return parts.fraction(working, node)
        case nodes.Dual():
            return units.dual(working, node)
        case _:
            return _rarer(working, node)


def _rarer(working: Working, node: nodes.Node) -> Times:
    match node:
        case nodes.Eve():
            return neighbours.eve(working, node)
        case nodes.Within():
            return counts.within(working, node)
        case nodes.SameUnit():
            return neighbours.same_unit(working, node)
        case nodes.NextUnit():
            return neighbours.next_unit(working, node)
        case nodes.NthAfter():
            return counts.nth_after(working, node)
        case nodes.Aged():
            return neighbours.aged(working, node)
        case nodes.Regnal():
            return neighbours.regnal(working, node)
        case nodes.NthWeekday():
            return parts.nth_weekday(working, node)
        case nodes.Turn():
            return neighbours.turn(working, node)
        case nodes.Noted():
            found = working.times(node.child)
            return Times(working.widen(node.rule, found.stretches), found.grain)
        case nodes.PlusMinus():
            return _plus_minus(working, node)
        case nodes.Indiction():
            return units.in_indiction(working, node)
        case nodes.Likely():
            return _likely(working, node)
        case nodes.Quoted():
            return times(working, node.child)
        case nodes.Together():
            return _all_at_once(working, node)
        case _:
            raise Impossible("these words name no date")


def _happening(working: Working, node: nodes.Happening) -> Times:
    working.fire("at-event")
    calendar, style = working.calendar, working.style
    start = Point(node.anchor, Edge.START, calendar=calendar, year_begins=style)
    stop = Point(node.anchor, Edge.END, calendar=calendar, year_begins=style)
    return Times((exact(start, stop),), "event")


_LIMIT_RULES = {
    "before": "before",
    "by": "by",
    "until": "by",
    "after": "after",
    "not-before": "not-before",
    "since": "not-before",
}


def _limited(working: Working, node: nodes.Limited) -> Times:
    """Before: up to the start; by and until: to the end; after: from the end; not before: from the start."""
    whole = working.referred(node.child)
    rule = _LIMIT_RULES[node.word]
    found = []
    for s in whole.stretches:
        start, wide_start, late_start = s.start, s.wide_start, s.late_start
        stop, wide_stop, early_stop = s.stop, s.wide_stop, s.early_stop
        if node.edge == 0 or (node.edge is None and rule == "before"):
            stop, wide_stop, early_stop = s.start, s.late_start, s.wide_start
        if node.edge == 2 or (node.edge is None and rule == "after"):
            start, wide_start, late_start = s.stop, s.early_stop, s.wide_stop
        if rule in ("before", "by"):
            if stop is None:
                raise Impossible("nothing says when this begins or ends", "limit by a date or an event")
            found.append(Stretch(None, stop, None, wide_stop, None, early_stop))
        else:
            if start is None:
                raise Impossible("nothing says when this begins or ends", "limit by a date or an event")
            found.append(Stretch(start, None, wide_start, None, late_start, None))
    return Times(working.widen(rule, tuple(found)), whole.grain)


def _run(working: Working, node: nodes.Run) -> Times:
    """From the start of the first to the end of the second; between events, from end to start."""
    return _from_to(working, node, working.referred(node.first), working.referred(node.child))


def _from_to(working: Working, node: nodes.Run, first: Times, second: Times) -> Times:
    working.halves = (first, second)
    a, b = first.stretches[0], second.stretches[-1]
    left: tuple[Instant | None, ...] = (a.start, a.wide_start, a.late_start)
    right: tuple[Instant | None, ...] = (b.stop, b.wide_stop, b.early_stop)
    if node.words == "exclusive" or (node.words == "between" and isinstance(node.first, nodes.Happening)):
        left = (a.stop, a.early_stop, a.wide_stop)
    if node.words == "exclusive" or (node.words == "between" and isinstance(node.child, nodes.Happening)):
        right = (b.start, b.late_start, b.wide_start)
    if left[0] is None or right[0] is None:
        raise Impossible("one end of the run is open", "write “since 1955”, “until 1956” or both ends")
    if _runs_backwards(a, b) or (isinstance(left[0], int) and isinstance(right[0], int) and left[0] >= right[0]):
        raise Impossible(
            "the run ends before it begins", "name the earlier date first, and both years where they differ"
        )
    made = Stretch(left[0], right[0], left[1], right[1], left[2], right[2])
    grain = min((first.grain, second.grain), key=_fineness)
    return Times(working.widen(_rule_of(node), (made,)), grain)


def _rule_of(node: nodes.Run) -> str:
    return "between" if node.words in ("between", "exclusive") else "range"


def _runs_backwards(a: Stretch, b: Stretch) -> bool:
    """Whether the second unit begins before the first: "1510-1500" is a slip, not a run."""
    return isinstance(a.start, int) and isinstance(b.start, int) and b.start < a.start


def _fineness(grain: str) -> int:
    return _FINENESS.index(grain) if grain in _FINENESS else 0


def _either(working: Working, node: nodes.Either) -> Times:
    found: list[Stretch] = []
    grains: list[str] = []
    for part in node.parts:
        part_times = times(working, part)
        found += part_times.stretches
        grains.append(part_times.grain)
    return Times(working.widen(node.word, tuple(found)), min(grains, key=_fineness))


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
        working.fire(_rule_of(node.child))
        return _from_to(working, node.child, _about(working, first), _about(working, last))
    found = working.times(node.child)
    if isinstance(node.child, nodes.Daypart) and node.child.name in ("noon", "midnight"):
        found = found._replace(stretches=tuple(hours.centred(stretch) for stretch in found.stretches))
    return _about(working, found)


def _about(working: Working, found: Times) -> Times:
    return Times(working.widen(_CIRCA[found.grain], found.stretches), found.grain)


def _plus_minus(working: Working, node: nodes.PlusMinus) -> Times:
    whole = working.times(node.child)
    working.fire("plus-minus")
    calendar = working.calendar
    less, more = node.less, node.more
    found = []
    for s in whole.stretches:
        start, stop = (moved(s.start, -less[0], -less[1], -less[2], calendar), moved(s.stop, *less, calendar))
        wide_start = moved(s.wide_start, -more[0], -more[1], -more[2], calendar)
        wide_stop = moved(s.wide_stop, *more, calendar)
        found.append(Stretch(start, stop, wide_start, wide_stop, start, stop))
    return Times(working.widen("plus-minus", tuple(found)), whole.grain)


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
            starts = [_later(p, q) for p, q in ((x.start, y.start), (x.wide_start, y.wide_start))]
            stops = [_earlier(p, q) for p, q in ((x.stop, y.stop), (x.wide_stop, y.wide_stop))]
            if not (isinstance(starts[0], int) and isinstance(stops[0], int) and starts[0] >= stops[0]):
                found.append(Stretch(starts[0], stops[0], starts[1], stops[1], starts[0], stops[0]))
    if not found:
        raise Impossible("these statements exclude each other", "write `or` between alternatives")
    return Times(tuple(found), min((a.grain, b.grain), key=_fineness))


_APART = "within a longer phrase, relations to several events cannot be joined"


def _later(a: Instant | None, b: Instant | None) -> Instant | None:
    if a is None or b is None:
        return b if a is None else a
    if isinstance(a, int) and isinstance(b, int):
        return max(a, b)
    raise Impossible(_APART, "join them at the end of the phrase, after a comma")


def _earlier(a: Instant | None, b: Instant | None) -> Instant | None:
    if a is None or b is None:
        return b if a is None else a
    if isinstance(a, int) and isinstance(b, int):
        return min(a, b)
    raise Impossible(_APART, "join them at the end of the phrase, after a comma")


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
    window: Window | None = None
    others: list[Date] = []
    for date in dates:
        for part in date.parts if isinstance(date, AllOf) else (date,):
            if isinstance(part, Window):
                window = part if window is None else _shared(window, part)
            else:
                others.append(part)
    found = others if window is None else [window, *others]
    return found[0] if len(found) == 1 else AllOf(tuple(found))


def any_of(dates: list[Date]) -> Date:
    """One of several dates: windows become one set, relations stand beside it."""
    window: Window | None = None
    others: list[Date] = []
    for date in dates:
        for part in date.parts if isinstance(date, OneOf) else (date,):
            if not isinstance(part, Window):
                others.append(part)
            elif window is None:
                window = part
            else:
                narrow = window.narrow.union(part.narrow)
                window = Window(narrow, window.wide.union(part.wide), *_limits(narrow), _finer(window, part))
    found = others if window is None else [window, *others]
    return found[0] if len(found) == 1 else OneOf(tuple(found))


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
