"""The grammar of relations to events and dates: eves, the same year, the following Monday, ages, reigns.

Belongs here: what is said of a target that another target stands in. Does not belong here: counts and limits
(see `limits_grammar`), parts (see `prefixes_grammar`).
"""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.dates.phrases.counts_grammar import DAYPART_MERIDIEMS
from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.ellipsis import completed
from claimcheck.dates.phrases.kinds import (
    AGED,
    ANCHOR,
    AS,
    BORN,
    CARDINAL,
    DAYPART,
    DURING,
    ERA,
    EVE,
    FROM,
    LIMIT,
    MERIDIEM,
    MONTH,
    NEXT,
    NUMBER,
    NUMERIC,
    ORDINAL,
    REIGN,
    ROMAN,
    SAME,
    SYMBOL,
    TURN,
    UNIT,
    WEEKDAY,
)
from claimcheck.dates.phrases.nodes import (
    Aged,
    Daypart,
    Eve,
    Happening,
    NextUnit,
    Node,
    Noted,
    Regnal,
    Run,
    SameUnit,
    Stated,
    Turn,
)
from claimcheck.dates.phrases.refusals import refused
from claimcheck.dates.phrases.units_grammar import calendar_unit

_SAME_UNITS = frozenset(("day", "week", "month", "year", "decade", "century"))


def _anchor(cursor: Cursor) -> Node:
    cursor.i += 1
    return Happening(cursor.words[cursor.i - 1])


def _brackets(cursor: Cursor) -> Node | None:
    if cursor.symbol("?"):
        return Noted("uncertain", cursor.target(cursor))  # "?1795"
    if not cursor.symbol("("):
        return None
    node = cursor.nested(cursor)
    if not cursor.symbol(")"):
        raise Unread(cursor.i, "the bracket is not closed")
    return node


def _during(cursor: Cursor) -> Node:
    cursor.i += 1
    return cursor.target(cursor)


def _eve(cursor: Cursor) -> Node:
    cursor.i += 1
    return Eve(cursor.target(cursor))


def _same(cursor: Cursor) -> Node:
    """ "The same year as @x", «в тот же день, что и @x»."""
    cursor.i += 1
    unit = cursor.words[cursor.i]
    if cursor.kinds[cursor.i] != UNIT or unit not in _SAME_UNITS:
        raise Unread(cursor.i, "the same what?", "write “the same day as @event”")
    cursor.i += 1
    if not cursor.take(AS):
        raise Unread(cursor.i, "the same as when?", f"write “the same {unit} as @event”")
    return SameUnit(unit, cursor.target(cursor))


def _next(cursor: Cursor) -> Node:
    """ "The following Monday after @x", «на следующий день после @x»."""
    after = cursor.words[cursor.i] == "after"
    start = cursor.i
    cursor.i += 1
    unit, weekday = _unit_or_weekday(cursor)
    if not unit:
        if after and cursor.kinds[cursor.i] in (ANCHOR, NUMBER, MONTH):
            raise Unread(
                start,
                "which day, month or year follows?",
                "write “after @event” or “the day after @event”",
            )
        raise refused(cursor)
    if cursor.kinds[cursor.i] == LIMIT and cursor.words[cursor.i] in (
        "before",
        "after",
    ):
        if (cursor.words[cursor.i] == "after") != after:
            raise Unread(
                cursor.i,
                "the words point both ways",
                "write “the following Monday after @event”",
            )
        cursor.i += 1
    elif "of" not in cursor.fillers[cursor.i] and not cursor.take(FROM):
        relation = "after" if after else "before"
        raise Unread(
            cursor.i,
            f"{relation} when?",
            f"write “the {'Monday' if weekday is not None else unit} {relation} @event”",
        )
    return NextUnit(unit, weekday, after, cursor.target(cursor))


def _unit_or_weekday(cursor: Cursor) -> tuple[str, int | None]:
    i = cursor.i
    if cursor.kinds[i] == WEEKDAY:
        cursor.i += 1
        return "weekday", cursor.numbers[i]
    if cursor.kinds[i] == UNIT and cursor.words[i] in (
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
    ):
        cursor.i += 1
        return cursor.words[i], None
    return "", None


def _unit(cursor: Cursor) -> Node | None:
    """ "The year after @x", "the day following @x", "the day of @x", "the week of 13 February"."""
    i = cursor.i
    unit, _ = _unit_or_weekday(cursor)
    if unit:
        kind, word = cursor.kinds[cursor.i], cursor.words[cursor.i]
        if (kind == LIMIT and word in ("before", "after")) or kind == NEXT:
            cursor.i += 1
            return NextUnit(unit, None, word == "after", cursor.target(cursor))
        named = (unit == "month" and kind == MONTH) or (unit == "year" and kind == NUMBER)
        refers = "of" in cursor.fillers[cursor.i] or kind == ANCHOR or cursor.kinds[i + 1] == SYMBOL
        if refers and not named:
            return SameUnit(unit, cursor.target(cursor))
        if unit == "day" and cursor.kinds[i + 1] in (EVE, DAYPART):
            return cursor.target(cursor)
    cursor.i = i
    return calendar_unit(cursor)


def _weekday(cursor: Cursor) -> Node | None:
    """ "The Monday after @x"; otherwise a weekday that is checked."""
    i = cursor.i
    if cursor.kinds[i + 1] == LIMIT and cursor.words[i + 1] in ("before", "after"):
        cursor.i += 2
        return NextUnit(
            "weekday",
            cursor.numbers[i],
            cursor.words[i + 1] == "after",
            cursor.target(cursor),
        )
    if cursor.kinds[i + 1] == NEXT:
        cursor.i += 2
        if cursor.kinds[cursor.i] == LIMIT and cursor.words[cursor.i] == cursor.words[i + 1]:
            cursor.i += 1  # "the Monday next after @x"
        return NextUnit(
            "weekday",
            cursor.numbers[i],
            cursor.words[i + 1] == "after",
            cursor.target(cursor),
        )
    following = cursor.kinds[i + 1]
    if following == DAYPART or (following == MERIDIEM and cursor.words[i + 1] in DAYPART_MERIDIEMS):
        cursor.i += 1  # "Friday evening, 24 February 1956"
        name = cursor.words[cursor.i]
        cursor.i += 1
        cursor.symbol(",")
        node = cursor.target(cursor)
        if isinstance(node, Stated) and node.unit == "day":
            return Daypart(name, (), False, node._replace(weekday=cursor.numbers[i]))
        raise Unread(i + 1)
    return calendar_unit(cursor)


def _aged(cursor: Cursor) -> Node:
    """ "Aged 57 at @death" dates a birth; "aged 23, born @birth" what happened at that age."""
    cursor.i += 1
    if cursor.kinds[cursor.i] not in (NUMBER, CARDINAL):
        raise Unread(cursor.i, "how old?", "write “aged 57 at @death”")
    years = to = cursor.numbers[cursor.i]
    cursor.i += 1
    if cursor.joiner() in ("dash", "to", "or") and cursor.kinds[cursor.i + 1] in (
        NUMBER,
        CARDINAL,
    ):
        cursor.i += 1
        to = cursor.numbers[cursor.i]
        cursor.i += 1
    if cursor.kinds[cursor.i] == UNIT and cursor.words[cursor.i] == "year":
        cursor.i += 1
    cursor.take(AGED)
    cursor.symbol(",")
    if to < years or to > 200:
        raise Unread(cursor.i - 1, "nobody is of such an age", "write “aged 57 at @death”")
    if cursor.take(BORN) or cursor.take(FROM):
        return Aged(years, to, False, cursor.target(cursor))
    if cursor.i >= cursor.n:
        raise Unread(
            cursor.i,
            "of that age when, or born when?",
            "write “aged 57 at @death” or “aged 57, born @birth”",
        )
    return Aged(years, to, True, cursor.target(cursor))


def _reign(cursor: Cursor) -> Node:
    """ "Regnal year 3 of @accession"."""
    cursor.i += 1
    number = cursor.numbers[cursor.i]
    if cursor.kinds[cursor.i] not in (NUMBER, ORDINAL, ROMAN) or not 1 <= number <= 100:
        raise Unread(cursor.i, "which year of the reign?", "write “the 3rd year of @accession”")
    cursor.i += 1
    if cursor.take(ERA):
        return Stated("year", number, number=number, era=cursor.words[cursor.i - 1])
    return Regnal(number, cursor.target(cursor))


def _turn(cursor: Cursor) -> Node:
    """ "The turn of the year 1955/56", «на рубеже XIX и XX веков»."""
    cursor.i += 1
    if (
        cursor.kinds[cursor.i] == UNIT
        and cursor.words[cursor.i] == "year"
        and cursor.kinds[cursor.i + 1] == NUMERIC
    ):
        cursor.i += 1
    first = cursor.target(cursor)
    if cursor.joiner() in ("dash", "and", "to"):
        cursor.i += 1
        second = cursor.target(cursor)
        return Turn(completed(first, second), completed(second, first, later=True))
    if isinstance(first, Run):
        return Turn(first.first, first.child)
    return Turn(None, first)


RELATIONS: dict[str, Callable[[Cursor], Node | None]] = {
    ANCHOR: _anchor,
    SYMBOL: _brackets,
    DURING: _during,
    EVE: _eve,
    SAME: _same,
    NEXT: _next,
    UNIT: _unit,
    WEEKDAY: _weekday,
    AGED: _aged,
    REIGN: _reign,
    TURN: _turn,
}
