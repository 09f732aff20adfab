"""What relations mean: counted before and after, within, eves, the same year, ages, years of a reign.

Belongs here: from the time of what is referred to (a date or an event) to the time that is meant. Does not
belong here: limits such as "before" (see `evaluation`), events whose time is known (see `relations`).
"""

from __future__ import annotations

from claimcheck.dates.phrases.counts_evaluation import (
    LENGTHS,
    counted,
    half_tolerance,
    month_after,
)
from claimcheck.dates.phrases.nodes import (
    Aged,
    Counted,
    Eve,
    Length,
    NextUnit,
    Regnal,
    SameUnit,
)
from claimcheck.dates.phrases.stretches import (
    Impossible,
    Instant,
    Stretch,
    Times,
    by,
    exact,
    first_midnight,
    last_midnight,
    moved,
    next_midnight,
    widened,
)
from claimcheck.dates.phrases.working import Working
from claimcheck.dates.relations import move
from claimcheck.dates.when import Edge, Point


def eve(working: Working, node: Eve) -> Times:
    """The calendar day before; wide, from three days before to the end of that day itself.

    The own day that is included is the first one: on the eve of an eleven days' congress is not on its tenth.
    """
    whole = working.referred(node.child)
    tolerance = working.fire("eve")
    calendar = working.calendar
    found = []
    for s in whole.stretches:
        midnight = first_midnight(s.start)
        start = moved(midnight, 0, -1, 0, calendar)
        if not tolerance:
            found.append(exact(start, midnight))
            continue
        wide_start = by(first_midnight(s.wide_start), tolerance, calendar, -1)
        wide_stop = moved(first_midnight(s.late_start), 0, 1, 0, calendar)
        found.append(Stretch(start, midnight, wide_start, wide_stop, start, midnight))
    return Times(tuple(found), "day")


_SAME_EDGES = {
    "day": (Edge.FIRST_DAY, Edge.NEXT_DAY),
    "month": (Edge.MONTH_START, Edge.NEXT_MONTH),
    "year": (Edge.YEAR_START, Edge.NEXT_YEAR),
}


def same_unit(working: Working, node: SameUnit) -> Times:
    """The calendar day, week, month or year (in the calendar and year style set) that holds something."""
    whole = working.referred(node.child)
    found = [_around(working, stretch, node.unit) for stretch in whole.stretches]
    return Times(
        working.widen("same-unit", tuple(found)),
        node.unit,
        node.unit in ("month", "year"),
    )


def _around(working: Working, stretch: Stretch, unit: str) -> Stretch:
    if unit == "week":
        first, stop = first_midnight(stretch.start), next_midnight(stretch.stop)
        return exact(_weekday(moved(first, 0, -6, 0, "gregorian"), 0), _weekday(stop, 0))
    if unit not in _SAME_EDGES:
        raise Impossible(f"the same {unit} is not reckoned from an event", "write the date itself")
    first_edge, last_edge = _SAME_EDGES[unit]
    return exact(
        _edge(working, stretch.start, first_edge, Edge.START),
        _edge(working, stretch.stop, last_edge, Edge.END),
    )


def _edge(working: Working, limit: Instant | None, edge: Edge, own: Edge) -> Instant:
    """The edge of the calendar unit that holds a limit, whether that is known or an event's own."""
    calendar, style = working.calendar, working.style
    if isinstance(limit, int):
        return move(Point("", edge, calendar=calendar, year_begins=style), limit)
    plain = (Edge.START, Edge.FIRST_DAY) if own is Edge.START else (Edge.END, Edge.NEXT_DAY)
    if limit is None or limit.edge not in plain or limit.months or limit.days or limit.seconds:
        raise Impossible(
            "the calendar month or year of such a moment cannot be told before the event is dated",
            "make that moment an event of its own and refer to it",
        )
    return Point(limit.anchor, edge, calendar=calendar, year_begins=style)


def _weekday(midnight: Instant | None, weekday: int) -> Instant:
    """The next midnight that begins such a day of the week, this one included."""
    if isinstance(midnight, int):
        return move(Point("", Edge.START, weekday=weekday), midnight)
    if midnight is None or midnight.weekday is not None or midnight.seconds:
        raise Impossible(
            "a day of the week cannot be counted from such a day",
            "make that day an event of its own",
        )
    return Point(
        midnight.anchor,
        midnight.edge,
        midnight.months,
        midnight.days,
        0,
        weekday,
        midnight.calendar,
        midnight.year_begins,
    )


def next_unit(working: Working, node: NextUnit) -> Times:
    """The day, week, month, year or day of the week that follows or comes before."""
    if node.unit == "day":
        return counted(
            working,
            Counted(Length(0, 1, 0, "day"), None, "", False, node.after, False, node.child),
        )
    whole = working.referred(node.child)
    found = [_beside(working, stretch, node) for stretch in whole.stretches]
    grain = "day" if node.unit == "weekday" else node.unit
    return Times(working.widen("next-unit", tuple(found)), grain, grain in ("month", "year"))


def _beside(working: Working, stretch: Stretch, node: NextUnit) -> Stretch:
    unit, calendar = node.unit, working.calendar
    if unit == "weekday":
        day = node.weekday or 0
        if node.after:
            midnight = next_midnight(stretch.stop)
        else:
            midnight = moved(first_midnight(stretch.start), 0, -7, 0, calendar) or 0
        return exact(
            _weekday(midnight, day),
            _weekday(moved(midnight, 0, 1, 0, calendar), (day + 1) % 7),
        )
    if unit == "week":
        if working.choose("seven days or the calendar week", 2) == 1:
            around = _around(working, stretch, "week")
            if node.after:
                return exact(around.stop, moved(around.stop, 0, 7, 0, calendar))
            return exact(moved(around.start, 0, -7, 0, calendar), around.start)
        if node.after:
            midnight = next_midnight(stretch.stop)
            return exact(midnight, moved(midnight, 0, 7, 0, calendar))
        midnight = first_midnight(stretch.start)
        return exact(moved(midnight, 0, -7, 0, calendar), midnight)
    months = LENGTHS[unit][0]
    edges = _SAME_EDGES.get(unit)
    if edges is None:  # a decade or a century after something runs from it, whatever the round years are
        if node.after:
            midnight = next_midnight(stretch.stop)
            return exact(midnight, month_after(stretch.stop, months, calendar))
        midnight = first_midnight(stretch.start)
        return exact(moved(midnight, -months, 0, 0, calendar), midnight)
    if node.after:
        start = _edge(working, stretch.stop, edges[1], Edge.END)
        return exact(start, moved(start, months, 0, 0, calendar))
    stop = _edge(working, stretch.start, edges[0], Edge.START)
    return exact(moved(stop, -months, 0, 0, calendar), stop)


def aged(working: Working, node: Aged) -> Times:
    """At an age of so many completed years: from that birthday up to the next; or the birth that it implies."""
    tolerance = half_tolerance(working, "age", "year")
    calendar = working.calendar
    found = []
    for s in working.referred(node.child).stretches:
        first, last = first_midnight(s.start), last_midnight(s.stop)
        if node.birth:
            start = moved(first, -12 * (node.to + 1), 1, 0, calendar)
            stop = moved(last, -12 * node.years, 1, 0, calendar)
        else:
            start = moved(first, 12 * node.years, 0, 0, calendar)
            stop = moved(last, 12 * (node.to + 1), 0, 0, calendar)
        found.append(widened(exact(start, stop), tolerance, calendar))
    return Times(tuple(found), "day")


def regnal(working: Working, node: Regnal) -> Times:
    """The nth year of a reign, from the accession's own day (Cheney & Jones, ch. 2)."""
    if not 1 <= node.number <= 150:
        raise Impossible("no reign has such a year", "write “the 3rd year of @accession”")
    tolerance = half_tolerance(working, "reign", "year")
    calendar = working.calendar
    found = []
    for s in working.referred(node.child).stretches:
        start = moved(first_midnight(s.start), 12 * (node.number - 1), 0, 0, calendar)
        stop = moved(last_midnight(s.stop), 12 * node.number, 0, 0, calendar)
        found.append(widened(exact(start, stop), tolerance, calendar))
    return Times(tuple(found), "day")
