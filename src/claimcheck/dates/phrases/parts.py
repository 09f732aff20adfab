"""Parts: early and late, halves and weeks, the first three days, the second Monday.

Belongs here: how a part of a unit is read, and what it means, with the widening of `rules`. Does not belong here:
whole units (see `units`), parts of the day (see `hours`).
"""

from __future__ import annotations

from claimcheck.dates.calendars import weekday
from claimcheck.dates.conventions import Tolerance
from claimcheck.dates.phrases import kinds, nodes
from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.era_years import is_named
from claimcheck.dates.phrases.hours import daypart_of
from claimcheck.dates.phrases.stretches import (
    Impossible,
    Stretch,
    Times,
    by,
    days,
    exact,
    first_midnight,
    last_midnight,
    moved,
    next_midnight,
)
from claimcheck.dates.phrases.working import Working, instant
from claimcheck.dates.when import DAY

_FRACTIONS = frozenset(("half", "third", "quarter", "week", "ten-days", "decade", "day", "month", "dates", "year"))


_SHARES = {"half": 2, "third": 3, "quarter": 4}


def stated_part(cursor: Cursor) -> nodes.Node:
    parts = [cursor.numbers[cursor.i]]
    edge = cursor.kinds[cursor.i] == kinds.EDGE
    cursor.i += 1
    run = False
    while True:
        if cursor.words[cursor.i] == "-" and cursor.kinds[cursor.i + 1] in ("to", "or", "and"):
            cursor.i += 1  # "early- to mid-18th century"
        if cursor.kinds[cursor.i] == kinds.PART and cursor.text_of(cursor.i - 1, cursor.i).endswith("-"):
            run = True  # "mid-late 1990s"
            parts.append(cursor.numbers[cursor.i])
            cursor.i += 1
        joiner = cursor.joiner()
        if joiner and cursor.kinds[cursor.i + 1] in (kinds.PART, kinds.EDGE):
            run = run or joiner in ("dash", "to")
            cursor.i += 1
            parts.append(cursor.numbers[cursor.i])
            cursor.i += 1
        else:
            break
    if run:
        if parts != sorted(set(parts)):
            raise Unread(cursor.i - 1, "the parts run backwards", "name the earlier part first")
        parts = list(range(parts[0], parts[-1] + 1))
    if cursor.words[cursor.i] == "-" and cursor.kinds[cursor.i] == kinds.SYMBOL:
        cursor.i += 1  # "mid-February"
    if cursor.kinds[cursor.i] == kinds.DAYPART:
        return daypart_of(cursor, tuple(parts))
    return nodes.Part(tuple(parts), edge, cursor.target(cursor))


def stated_fraction(cursor: Cursor) -> nodes.Node | None:
    """ "The second half of …", "the first to third weeks of …", "the 3rd year of @accession"."""
    i = cursor.i
    number, last, joined = cursor.numbers[i], cursor.numbers[i], ""
    k = i + 1
    if cursor.kinds[k] == kinds.SYMBOL or cursor.kinds[k] in ("or", "and", "to"):
        cursor.i = k
        joined = cursor.joiner()
        cursor.i = i
        if not joined or cursor.kinds[k + 1] not in (kinds.ORDINAL, kinds.ROMAN, kinds.NUMBER):
            return None
        last = cursor.numbers[k + 1]
        k += 2
    word, kind = cursor.words[k], cursor.kinds[k]
    if kind == kinds.WEEKDAY and not joined and cursor.kinds[i] == kinds.ORDINAL:
        cursor.i = k + 1
        return nodes.NthWeekday(number, cursor.numbers[k], cursor.target(cursor))
    if kind == kinds.REIGN and not joined and cursor.kinds[i] != kinds.NUMBER:
        cursor.i = k + 1
        return nodes.Regnal(number, cursor.target(cursor))
    count = 0
    if (
        kind in (kinds.CARDINAL, kinds.NUMBER)
        and cursor.kinds[k + 1] == kinds.UNIT
        and cursor.kinds[i] == kinds.ORDINAL
        and not joined
    ):
        count = cursor.numbers[k]  # "the first three days of May"
        k += 1
        word, kind = cursor.words[k], cursor.kinds[k]
    if kind == kinds.ORDINAL and cursor.numbers[k] == 3 and cursor.kinds[i] == kinds.ORDINAL:
        word, kind = "third", kinds.UNIT  # "the last third of …"
    if kind == "decade" and number in (1, -1):
        return None
    if kind != kinds.UNIT or word not in _FRACTIONS:
        return None
    if joined and (last < number or number > _SHARES.get(word, number)):
        return None  # "15th–first half of the 16th century"
    return _fraction_of(cursor, (number, last, joined, count), word, k)


def _fraction_of(cursor: Cursor, run: tuple[int, int, str, int], unit: str, k: int) -> nodes.Node | None:
    number, last, joined, count = run
    i = cursor.i
    plural = cursor.numbers[k] == 2
    if (
        unit == "day"
        and not plural
        and cursor.kinds[k + 1] == kinds.MONTH
        and number > 0
        and not joined
        and not count
    ):
        return None  # «13 числа мая» is a day like any other
    counts_on = cursor.kinds[k + 1] == kinds.LIMIT and cursor.words[k + 1] in ("before", "after")
    if unit == "year" and number >= 32 and not (counts_on and cursor.kinds[i] == kinds.ORDINAL and not joined):
        return None
    if unit == "year" and plural and not count:
        return None
    cursor.i = k + 1
    if cursor.kinds[cursor.i] == kinds.LIMIT and cursor.words[cursor.i] in ("before", "after") and not joined:
        after = cursor.words[cursor.i] == "after"
        cursor.i += 1
        child = cursor.target(cursor)
        inclusive = cursor.take(kinds.INCLUSIVE)
        if unit == "day" and not after and isinstance(child, nodes.Stated) and child.unit == "roman-day":
            return child._replace(day=number, number=1)  # "the ninth day before the Kalends of September"
        return nodes.NthAfter(number, unit, after, inclusive, child)
    reign = cursor.take(kinds.REIGN)
    if unit == "year" and cursor.kinds[cursor.i] == kinds.ERA and not joined and is_named(cursor.words[cursor.i]):
        cursor.i += 1  # "the fifth year of (the reign of) Elizabeth I"
        return nodes.Stated("year", number, number=number, era=cursor.words[cursor.i - 1])
    if reign:
        cursor.take(kinds.FROM)
        return nodes.Regnal(number, cursor.target(cursor))
    if cursor.i >= cursor.n or (
        unit == "year" and cursor.kinds[cursor.i] not in (kinds.ANCHOR, kinds.ORDINAL, kinds.ROMAN, "decade")
    ):
        cursor.i = i
        return None
    child = cursor.target(cursor)
    if unit == "year" and isinstance(child, nodes.Stated) and child.unit == "olympiad" and not joined:
        return child._replace(day=number)
    if unit == "year" and isinstance(child, nodes.Happening):
        return nodes.Regnal(number, child)
    if count:
        first, last = (number, number + count - 1) if number > 0 else (-count, -1)
        return nodes.Fraction(first, last, unit, child)
    if plural and unit in ("day", "month") and not joined:
        if number not in (1, -1):
            raise Unread(
                k, f"which {unit}s are these?", f"write `the third {unit} of …` or `the first {unit}s of …`"
            )
        return nodes.Fraction(number, number, f"{unit}s", child)
    if joined == "or" and number != last:
        return nodes.Either(
            (nodes.Fraction(number, number, unit, child), nodes.Fraction(last, last, unit, child)), "or"
        )
    return nodes.Fraction(number, last, unit, child)


_MONTHS_OF = {"season": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12_000}


_THIRDS_OF_YEARS = {"decade": (0, 4, 7, 10), "century": (0, 34, 67, 100), "millennium": (0, 334, 667, 1000)}


_DAYS_OF_MONTH = {2: (0, 15), 3: (0, 10, 20), 4: (0, 7, 15, 22)}


_PLURALS = {"week": "weeks", "ten-days": "ten days"}


def _bounds(working: Working, stretch: Stretch, grain: str, shares: int) -> list[int]:
    """The limits of so many equal shares of a stretch, as a unit of that grain is divided in practice.

    What is no unit ("" as its grain) is divided into equal shares of whole days.
    """
    start, stop = instant(stretch.start, "a part"), instant(stretch.stop, "a part")
    calendar = working.calendar
    if grain == "month":
        day = start // DAY
        return [(day + offset) * DAY for offset in _DAYS_OF_MONTH[shares]] + [stop]
    if shares == 3 and grain in _THIRDS_OF_YEARS:
        offsets = [years * 12 for years in _THIRDS_OF_YEARS[grain][:-1]]
    elif grain in _MONTHS_OF and _MONTHS_OF[grain] % shares == 0:
        offsets = [k * _MONTHS_OF[grain] // shares for k in range(shares)]
    else:
        whole = DAY if stop - start > DAY else 1
        return [start + k * (stop - start) // shares // whole * whole for k in range(shares)] + [stop]
    found = [moved(start, offset, 0, 0, calendar) for offset in offsets]
    return [instant(limit, "a part") for limit in found] + [stop]


def part(working: Working, node: nodes.Part) -> Times:
    """Early, mid or late: thirds as practice divides them; wide at the open sides, within the unit."""
    if isinstance(node.child, nodes.Happening):
        if node.edge and node.parts in ((0,), (2,)):
            number = 1 if node.parts == (0,) else -1
            return _day_of_event(working, nodes.Fraction(number, number, "day", node.child))
        raise Impossible(
            "an event is not divided by the calendar",
            "write “on the first day of @event”, “on the last day of @event” or “during @event”",
        )
    whole = working.times(node.child)
    grain = whole.grain
    if not whole.whole:
        raise Impossible(
            "only one month, season, year, decade or century is divided into early, middle and late",
            "write a part of the day or a date",
        )
    rule = f"part-of-{'century' if grain == 'millennium' else grain}"
    tolerance = working.fire(rule)
    found = [
        _third(working, stretch, _bounds(working, stretch, grain, 3), node.parts, tolerance)
        for stretch in whole.stretches
    ]
    finer = {"month": "day", "season": "month", "year": "month"}.get(grain, "year")
    return Times(tuple(found), finer)


def _third(
    working: Working, whole: Stretch, bounds: list[int], parts: tuple[int, ...], tolerance: Tolerance
) -> Stretch:
    first, last = min(parts), max(parts)
    start, stop = bounds[first], bounds[last + 1]
    calendar = working.calendar
    wide_start, late_start = whole.wide_start, whole.late_start
    wide_stop, early_stop = whole.wide_stop, whole.early_stop
    if first > 0:
        wide_start, late_start = (by(start, tolerance, calendar, -1), by(start, tolerance, calendar, 1))
    if last < 2:
        wide_stop, early_stop = (by(stop, tolerance, calendar, 1), by(stop, tolerance, calendar, -1))
    return Stretch(start, stop, wide_start, wide_stop, late_start, early_stop)


def fraction(working: Working, node: nodes.Fraction) -> Times:
    """The nth half, third, quarter, week, day … of something; the last where the number is -1."""
    if isinstance(node.child, nodes.Happening):
        return _day_of_event(working, node)
    whole = working.times(node.child)
    found: list[Stretch] = []
    grain = node.unit
    rule = "nth-unit"
    for stretch in whole.stretches:
        if node.unit in _SHARES:
            rule = "fraction"
            bounds = _bounds(working, stretch, whole.grain if whole.whole else "", _SHARES[node.unit])
        elif node.unit in ("days", "months", "dates"):
            return _first_or_last(working, node, whole)
        else:
            rule = "week-of-month" if node.unit == "week" else "nth-unit"
            bounds = _units_within(working, node.unit, stretch, whole.grain, whole.whole)
        first, last = (k if k > 0 else len(bounds) + k for k in (node.number, node.to))
        if not (1 <= first <= last < len(bounds)) or node.number == 0:
            raise Impossible(f"a {whole.grain} has no such {node.unit}", f"it has {len(bounds) - 1}")
        start = bounds[first - 1]
        if node.unit == "week" and node.number == -1:
            start = bounds[last] - 7 * DAY  # the last seven days, not what is left after four weeks
        found.append(exact(start, bounds[last]))
    if node.unit in _SHARES:
        grain = {"day": "hour", "month": "day", "season": "day", "year": "month"}.get(whole.grain, "year")
    return Times(working.widen(rule, tuple(found)), {"ten-days": "day", "week": "day"}.get(grain, grain))


def _units_within(working: Working, unit: str, stretch: Stretch, grain: str, is_unit: bool) -> list[int]:
    """The limits of the days, weeks, months … that make up a stretch."""
    start, stop = (instant(stretch.start, f"the {unit} of it"), instant(stretch.stop, f"the {unit} of it"))
    if unit in ("week", "ten-days"):
        if grain != "month" or not is_unit:
            raise Impossible(f"{_PLURALS[unit]} are counted within a month", "write “the first week of May 1791”")
        if unit == "ten-days":
            return [start, start + 10 * DAY, start + 20 * DAY, stop]
        return (
            [start + 7 * k * DAY for k in range(4)]
            + ([start + 28 * DAY] if stop - start > 28 * DAY else [])
            + [stop]
        )
    step = {"day": 0, "month": 1, "year": 12, "decade": 120}[unit]
    if not step:
        if stop - start > 400 * DAY:
            raise Impossible("days are counted within a month, a season or a year", "write the month as well")
        return list(range(start, stop + 1, DAY))
    bounds, k = [start], 1
    while bounds[-1] < stop and k < 1300:
        bounds.append(instant(moved(start, step * k, 0, 0, working.calendar), "a unit"))
        k += 1
    if bounds[-1] != stop or len(bounds) == 2:
        raise Impossible(f"a {grain} is not made up of {unit}s that could be counted", "write the date itself")
    return bounds


def _first_or_last(working: Working, node: nodes.Fraction, whole: Times) -> Times:
    """ "The first days of May", «в двадцатых числах мая», "the last months of 1956"."""
    found: list[Stretch] = []
    for stretch in whole.stretches:
        start, stop = (instant(stretch.start, "such days"), instant(stretch.stop, "such days"))
        tolerance = working.fire("first-days")
        if node.unit == "months":
            if whole.grain != "year" or not whole.whole:
                raise Impossible(
                    "the first and last months are those of a year", "write “the first months of 1956”"
                )
            cut = instant(moved(start, 3 if node.number == 1 else 9, 0, 0, working.calendar), "such months")
            if tolerance == Tolerance(days=5):
                tolerance = Tolerance(months=1)  # the rule's own tolerance, at the size of months
        elif whole.grain != "month" or not whole.whole:
            raise Impossible("such days are those of a month", "write “the first days of May 1791”")
        elif node.number in (10, 20):
            late = node.number == 20
            middle = exact(start + (node.number - 1) * DAY, stop if late else start + 19 * DAY)
            found.append(middle)
            continue
        elif node.number not in (1, -1):
            raise Impossible("which days of the month are these?", "write “in the first days of May 1791”")
        else:
            cut = start + 5 * DAY if node.number == 1 else stop - 5 * DAY
        outer, inner = (by(cut, tolerance, working.calendar, 1), by(cut, tolerance, working.calendar, -1))
        if node.number == 1:
            found.append(Stretch(start, cut, start, outer, start, inner))
        else:
            found.append(Stretch(cut, stop, inner, stop, outer, stop))
    return Times(tuple(found), "month" if node.unit == "months" else "day")


def _day_of_event(working: Working, node: nodes.Fraction) -> Times:
    """The nth, or the last, day of an event, counting its first as the first."""
    length = {"day": 1, "week": 7}.get(node.unit)
    if length is None or node.number < -1 or node.number == 0:
        raise Impossible("an event is divided into days and weeks only", "write “on the second day of @event”")
    times = working.referred(node.child)
    found: list[Stretch] = []
    for stretch in times.stretches:
        if node.number == -1:
            stop = next_midnight(stretch.stop)
            start = last_midnight(stretch.stop) if length == 1 else moved(stop, 0, -length, 0, working.calendar)
        else:
            first = first_midnight(stretch.start)
            start = moved(first, 0, (node.number - 1) * length, 0, working.calendar)
            found_stop = moved(first, 0, max(node.to, node.number) * length, 0, working.calendar)
            found.append(exact(start, found_stop))
            continue
        found.append(exact(start, stop))
    return Times(working.widen("nth-unit", tuple(found)), "day")


def nth_weekday(working: Working, node: nodes.NthWeekday) -> Times:
    """The nth, the last (-1) or any (0) such day of the week in a stretch."""
    whole = working.referred(node.child)
    found: list[Stretch] = []
    for stretch in whole.stretches:
        first = instant(stretch.start, "a day of the week") // DAY
        stop = instant(stretch.stop, "a day of the week") // DAY
        if stop - first > 400:
            raise Impossible("days of the week are counted within a month or a year", "write the month as well")
        day = first + (node.weekday - weekday(first)) % 7
        all_of_them = list(range(day, stop, 7))
        if node.number > len(all_of_them) or (node.number and not all_of_them):
            raise Impossible(f"it has {len(all_of_them)} such days", "write a smaller number")
        kept = all_of_them if not node.number else [all_of_them[node.number - (node.number > 0)]]
        found += [days(day, day + 1) for day in kept]
    if not found:
        raise Impossible("there is no such day of the week in it")
    return Times(working.widen("nth-weekday", tuple(found)), "day")
