"""Dates by their neighbours: eves, the same year, the following Monday, ages, years of a reign, turns.

Belongs here: how what is said of another date or an event is read, and what it means. Does not belong here: counts
and limits (see `limits`), events whose time is known (see `claimcheck.dates.relations`).
"""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.dates.conventions import Tolerance
from claimcheck.dates.phrases import kinds, nodes
from claimcheck.dates.phrases.counts import UNITS, counted, half_tolerance, is_named_day, month_after
from claimcheck.dates.phrases.cursor import Cursor, Unread, refused
from claimcheck.dates.phrases.ellipsis import completed
from claimcheck.dates.phrases.hours import DAYPART_MERIDIEMS
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
from claimcheck.dates.phrases.units import calendar_unit
from claimcheck.dates.phrases.working import Working, instant
from claimcheck.dates.relations import move
from claimcheck.dates.when import Edge, Point

_SAME_UNITS = frozenset(("day", "week", "month", "year", "decade", "century"))


def _anchor(cursor: Cursor) -> nodes.Node:
    cursor.i += 1
    return nodes.Happening(cursor.words[cursor.i - 1])


def _brackets(cursor: Cursor) -> nodes.Node | None:
    if cursor.symbol("?"):
        return nodes.Noted("uncertain", cursor.target(cursor))  # "?1795"
    if not cursor.symbol("("):
        return None
    node = cursor.nested(cursor)
    if not cursor.symbol(")"):
        raise Unread(cursor.i, "the bracket is not closed")
    return node


def _during(cursor: Cursor) -> nodes.Node:
    cursor.i += 1
    return cursor.target(cursor)


def _eve(cursor: Cursor) -> nodes.Node:
    """ "The vigil of All Saints", "the octave of Trinity"; "le lendemain de Noël" is the day after."""
    days = cursor.numbers[cursor.i] or -1
    cursor.i += 1
    child = cursor.target(cursor)
    return nodes.NextUnit("day", None, True, child) if days == 1 else nodes.Eve(child, days)


def _same(cursor: Cursor) -> nodes.Node:
    """ "The same year as @x", «в тот же день, что и @x»."""
    cursor.i += 1
    unit = cursor.words[cursor.i]
    if cursor.kinds[cursor.i] != kinds.UNIT or unit not in _SAME_UNITS:
        raise Unread(cursor.i, "the same what?", "write “the same day as @event”")
    cursor.i += 1
    if not cursor.take(kinds.AS):
        raise Unread(cursor.i, "the same as when?", f"write “the same {unit} as @event”")
    return nodes.SameUnit(unit, cursor.target(cursor))


def _next(cursor: Cursor) -> nodes.Node:
    """ "The following Monday after @x", «на следующий день после @x»."""
    after = cursor.words[cursor.i] == "after"
    start = cursor.i
    cursor.i += 1
    unit, weekday = _unit_or_weekday(cursor)
    if not unit:
        if after and cursor.kinds[cursor.i] in (kinds.ANCHOR, kinds.NUMBER, kinds.MONTH):
            raise Unread(
                start, "which day, month or year follows?", "write “after @event” or “the day after @event”"
            )
        raise refused(cursor)
    if cursor.kinds[cursor.i] == kinds.LIMIT and cursor.words[cursor.i] in ("before", "after"):
        if (cursor.words[cursor.i] == "after") != after:
            raise Unread(cursor.i, "the words point both ways", "write “the following Monday after @event”")
        cursor.i += 1
    elif "of" not in cursor.fillers[cursor.i] and not cursor.take(kinds.FROM):
        relation = "after" if after else "before"
        raise Unread(
            cursor.i,
            f"{relation} when?",
            f"write “the {'Monday' if weekday is not None else unit} {relation} @event”",
        )
    return nodes.NextUnit(unit, weekday, after, cursor.target(cursor))


def _unit_or_weekday(cursor: Cursor) -> tuple[str, int | None]:
    i = cursor.i
    if cursor.kinds[i] == kinds.WEEKDAY:
        cursor.i += 1
        return "weekday", cursor.numbers[i]
    if cursor.kinds[i] == kinds.UNIT and cursor.words[i] in _SAME_UNITS:
        cursor.i += 1
        return cursor.words[i], None
    return "", None


def _unit(cursor: Cursor) -> nodes.Node | None:
    """ "The year after @x", "the day following @x", "the day of @x", "the week of 13 February"."""
    i = cursor.i
    unit, _ = _unit_or_weekday(cursor)
    if unit:
        kind, word = cursor.kinds[cursor.i], cursor.words[cursor.i]
        if (kind == kinds.LIMIT and word in ("before", "after")) or kind == kinds.NEXT:
            cursor.i += 1
            return nodes.NextUnit(unit, None, word == "after", cursor.target(cursor))
        named = (unit == "month" and kind == kinds.MONTH) or (unit == "year" and kind == kinds.NUMBER)
        refers = "of" in cursor.fillers[cursor.i] or kind == kinds.ANCHOR or cursor.kinds[i + 1] == kinds.SYMBOL
        if refers and not named:
            return nodes.SameUnit(unit, cursor.target(cursor))
        if unit == "day" and cursor.kinds[i + 1] in (kinds.EVE, kinds.DAYPART):
            return cursor.target(cursor)
    cursor.i = i
    return calendar_unit(cursor)


def _weekday(cursor: Cursor) -> nodes.Node | None:
    """ "The Monday after @x"; otherwise a weekday that is checked."""
    i = cursor.i
    if cursor.kinds[i + 1] == kinds.LIMIT and cursor.words[i + 1] in ("before", "after"):
        cursor.i += 2
        return nodes.NextUnit("weekday", cursor.numbers[i], cursor.words[i + 1] == "after", cursor.target(cursor))
    if cursor.kinds[i + 1] == kinds.NEXT:
        cursor.i += 2
        if cursor.kinds[cursor.i] == kinds.LIMIT and cursor.words[cursor.i] == cursor.words[i + 1]:
            cursor.i += 1  # "the Monday next after @x"
        return nodes.NextUnit("weekday", cursor.numbers[i], cursor.words[i + 1] == "after", cursor.target(cursor))
    following = cursor.kinds[i + 1]
    if following == kinds.EVE:  # "Saturday the eve of Palm Sunday 1275"
        cursor.i += 1
        return nodes.NthWeekday(0, cursor.numbers[i], _eve(cursor))
    if following == kinds.DAYPART or (following == kinds.MERIDIEM and cursor.words[i + 1] in DAYPART_MERIDIEMS):
        cursor.i += 1  # "Friday evening, 24 February 1956"
        name = cursor.words[cursor.i]
        cursor.i += 1
        cursor.symbol(",")
        node = cursor.target(cursor)
        if isinstance(node, nodes.Stated) and node.unit == "day":
            return nodes.Daypart(name, (), False, node._replace(weekday=cursor.numbers[i]))
        raise Unread(i + 1)
    return calendar_unit(cursor)


def _aged(cursor: Cursor) -> nodes.Node:
    """ "Aged 57 at @death" dates a birth; "aged 23, born @birth" what happened at that age."""
    cursor.i += 1
    if cursor.kinds[cursor.i] not in (kinds.NUMBER, kinds.CARDINAL):
        raise Unread(cursor.i, "how old?", "write “aged 57 at @death”")
    years = to = cursor.numbers[cursor.i]
    cursor.i += 1
    if cursor.joiner() in ("dash", "to", "or") and cursor.kinds[cursor.i + 1] in (kinds.NUMBER, kinds.CARDINAL):
        cursor.i += 1
        to = cursor.numbers[cursor.i]
        cursor.i += 1
    if cursor.kinds[cursor.i] == kinds.UNIT and cursor.words[cursor.i] == "year":
        cursor.i += 1
    cursor.take(kinds.AGED)
    cursor.symbol(",")
    if to < years or to > 200:
        raise Unread(cursor.i - 1, "nobody is of such an age", "write “aged 57 at @death”")
    if cursor.take(kinds.BORN) or cursor.take(kinds.FROM):
        return nodes.Aged(years, to, False, cursor.target(cursor))
    if cursor.i >= cursor.n:
        raise Unread(
            cursor.i, "of that age when, or born when?", "write “aged 57 at @death” or “aged 57, born @birth”"
        )
    return nodes.Aged(years, to, True, cursor.target(cursor))


def _reign(cursor: Cursor) -> nodes.Node:
    """ "Regnal year 3 of @accession"."""
    cursor.i += 1
    number = cursor.numbers[cursor.i]
    if cursor.kinds[cursor.i] not in (kinds.NUMBER, kinds.ORDINAL, kinds.ROMAN) or not 1 <= number <= 100:
        raise Unread(cursor.i, "which year of the reign?", "write “the 3rd year of @accession”")
    cursor.i += 1
    if cursor.take(kinds.ERA):
        return nodes.Stated("year", number, number=number, era=cursor.words[cursor.i - 1])
    return nodes.Regnal(number, cursor.target(cursor))


def _turn(cursor: Cursor) -> nodes.Node:
    """ "The turn of the year 1955/56", «на рубеже XIX и XX веков»."""
    cursor.i += 1
    if (
        cursor.kinds[cursor.i] == kinds.UNIT
        and cursor.words[cursor.i] == "year"
        and cursor.kinds[cursor.i + 1] == kinds.NUMERIC
    ):
        cursor.i += 1
    first = cursor.target(cursor)
    if cursor.joiner() in ("dash", "and", "to"):
        cursor.i += 1
        second = cursor.target(cursor)
        return nodes.Turn(completed(first, second), completed(second, first, later=True))
    if isinstance(first, nodes.Run):
        return nodes.Turn(first.first, first.child)
    return nodes.Turn(None, first)


RELATIONS: dict[str, Callable[[Cursor], nodes.Node | None]] = {
    kinds.ANCHOR: _anchor,
    kinds.SYMBOL: _brackets,
    kinds.DURING: _during,
    kinds.EVE: _eve,
    kinds.SAME: _same,
    kinds.NEXT: _next,
    kinds.UNIT: _unit,
    kinds.WEEKDAY: _weekday,
    kinds.AGED: _aged,
    kinds.REIGN: _reign,
    kinds.TURN: _turn,
}


def eve(working: Working, node: nodes.Eve) -> Times:
    """The calendar day before; of an event wide, from three days before to the end of that day itself.

    The eve of a day that the calendar names is that one day, as Christmas Eve is. The own day that is included is
    the first one: on the eve of an eleven days' congress is not on its tenth.
    """
    whole = working.referred(node.child)
    calendar = working.calendar
    found = []
    if node.days > 0:
        working.fire("octave")
        for s in whole.stretches:
            day = moved(first_midnight(s.start), 0, node.days, 0, calendar)
            found.append(exact(day, moved(day, 0, 1, 0, calendar)))
        return Times(tuple(found), "day")
    tolerance = working.fire("eve")
    for s in whole.stretches:
        midnight = first_midnight(s.start)
        start = moved(midnight, 0, -1, 0, calendar)
        if not tolerance or is_named_day(whole, s):
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


def same_unit(working: Working, node: nodes.SameUnit) -> Times:
    """The calendar day, week, month or year (in the calendar and year style set) that holds something."""
    whole = working.referred(node.child)
    found = [_around(working, stretch, node.unit) for stretch in whole.stretches]
    return Times(working.widen("same-unit", tuple(found)), node.unit, node.unit in ("month", "year"))


def _around(working: Working, stretch: Stretch, unit: str) -> Stretch:
    if unit == "week":
        first, stop = first_midnight(stretch.start), next_midnight(stretch.stop)
        return exact(_day_of_the_week(moved(first, 0, -6, 0, "gregorian"), 0), _day_of_the_week(stop, 0))
    if unit not in _SAME_EDGES:
        raise Impossible(f"the same {unit} is not reckoned from an event", "write the date itself")
    first_edge, last_edge = _SAME_EDGES[unit]
    return exact(
        _edge(working, stretch.start, first_edge, Edge.START), _edge(working, stretch.stop, last_edge, Edge.END)
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


def _day_of_the_week(midnight: Instant | None, weekday: int) -> Instant:
    """The next midnight that begins such a day of the week, this one included."""
    if isinstance(midnight, int):
        return move(Point("", Edge.START, weekday=weekday), midnight)
    if midnight is None or midnight.weekday is not None or midnight.seconds:
        raise Impossible(
            "a day of the week cannot be counted from such a day", "make that day an event of its own"
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


def next_unit(working: Working, node: nodes.NextUnit) -> Times:
    """The day, week, month, year or day of the week that follows or comes before."""
    if node.unit == "day":
        return counted(
            working, nodes.Counted(nodes.Length(0, 1, 0, "day"), None, "", False, node.after, False, node.child)
        )
    whole = working.referred(node.child)
    found = [_beside(working, stretch, node) for stretch in whole.stretches]
    grain = "day" if node.unit == "weekday" else node.unit
    return Times(working.widen("next-unit", tuple(found)), grain, grain in ("month", "year"))


def _beside(working: Working, stretch: Stretch, node: nodes.NextUnit) -> Stretch:
    unit, calendar = node.unit, working.calendar
    if unit == "weekday":
        day = node.weekday or 0
        if node.after:
            midnight = next_midnight(stretch.stop)
        else:
            midnight = moved(first_midnight(stretch.start), 0, -7, 0, calendar) or 0
        return exact(
            _day_of_the_week(midnight, day), _day_of_the_week(moved(midnight, 0, 1, 0, calendar), (day + 1) % 7)
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
    months = UNITS[unit][0]
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


def aged(working: Working, node: nodes.Aged) -> Times:
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


def regnal(working: Working, node: nodes.Regnal) -> Times:
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


_TURNS = {  # so far on either side, by the grain of what turns
    "month": Tolerance(days=5),
    "year": Tolerance(days=15),
    "decade": Tolerance(months=12),
    "century": Tolerance(months=120),
    "millennium": Tolerance(months=120),
}


def turn(working: Working, node: nodes.Turn) -> Times:
    """The time on both sides of a turn: 15 days of a year's, 10 years of a century's; wide, twice that."""
    whole = working.referred(node.child)
    grain = whole.grain
    if grain not in _TURNS or not (whole.whole or "split-year" in working.rules):
        raise Impossible(f"a {grain} has no turn", "write “the turn of the year 1955/56”")
    stretch = whole.stretches[0]
    limit = instant(stretch.start, "a turn")
    if node.first is not None:
        before = working.times(node.first)
        if before.stretches[-1].stop != limit:
            raise Impossible("the two do not follow each other", "write “the turn of the 19th and 20th centuries”")
    elif "split-year" in working.rules:
        limit = instant(moved(limit, 12, 0, 0, working.calendar), "a turn")
    elif working.choose("the turn at the beginning or the end", 2) == 1:
        limit = instant(stretch.stop, "a turn")
    reach = _TURNS[grain]
    start, stop = (by(limit, reach, working.calendar, -1), by(limit, reach, working.calendar, 1))
    tolerance = working.fire("turn")
    found = widened(exact(start, stop), reach if tolerance.half else tolerance, working.calendar)
    return Times((found,), "day" if grain in ("month", "year") else "year")
