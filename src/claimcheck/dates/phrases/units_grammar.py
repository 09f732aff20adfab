"""The grammar of calendar units as stated, with their era, style, checks and question marks.

Belongs here: one calendar unit from the words that state it. Does not belong here: what is said of a unit
(parts, limits, relations: see `grammar`).
"""

from __future__ import annotations

from claimcheck.dates.eras import is_world_year
from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.days_grammar import figures, month_first, numbered, quarter, roman_day
from claimcheck.dates.phrases.era_years import is_named, office, office_after, olympiad
from claimcheck.dates.phrases.kinds import (
    AND,
    ANY_YEAR,
    CALIBRATED,
    DECADE,
    ERA,
    FEAST,
    INDICTION,
    LIMIT,
    MONTH,
    NEXT,
    NUMBER,
    NUMERIC,
    OFFICE,
    ORDINAL,
    PRESENT,
    QUARTER,
    ROMAN,
    ROMAN_DAY,
    SEASON,
    STYLE,
    SYMBOL,
    TO,
    UNIT,
    WEEKDAY,
)
from claimcheck.dates.phrases.nodes import (
    Dual,
    Indiction,
    Node,
    Noted,
    NthWeekday,
    Run,
    Stated,
)
from claimcheck.dates.phrases.numeric_grammar import dual_year, numeric
from claimcheck.dates.phrases.years_grammar import decade, era_after, stated_year


def calendar_unit(cursor: Cursor) -> Node | None:
    """The calendar unit stated from here on, with its era, style, check and question mark; None if none is."""
    reader = _READERS.get(cursor.kinds[cursor.i])
    if reader is None:
        return None
    node = reader(cursor)
    if node is None or cursor.i >= cursor.n:
        return node
    return _with_suffixes(cursor, node)


_SUFFIXES = frozenset((STYLE, ERA, UNIT, ANY_YEAR, SYMBOL, WEEKDAY, INDICTION))


def _with_suffixes(cursor: Cursor, node: Node) -> Node:
    while True:
        kind = cursor.kinds[cursor.i]
        if kind not in _SUFFIXES:
            return node
        if kind == STYLE:
            node = _on_leaf(cursor, node, "calendar")
        elif kind == ERA:
            node = _on_leaf(cursor, node, "era")
        elif kind == UNIT and cursor.words[cursor.i] == "year" and _states_year(node):
            cursor.i += 1  # «1955 г.»
        elif _names_no_year(cursor, node):
            cursor.i += 2 if kind == SYMBOL else 1
            assert isinstance(node, Stated)
            return node._replace(rule="any-year")
        elif kind == SYMBOL and cursor.words[cursor.i] == "?":
            if cursor.words[cursor.i + 1] == "?":
                raise Unread(
                    cursor.i, "question marks do not stand for figures", "write X for each figure not known: 19XX"
                )
            cursor.i += 1
            node = Noted("uncertain", node)
        elif (kind == WEEKDAY or cursor.words[cursor.i] in (",", "(")) and _checks_weekday(cursor, node):
            node = _with_weekday(cursor, node)
        elif kind == SYMBOL and cursor.words[cursor.i] == "(" and cursor.words[cursor.i + 2] == ")":
            inner = _in_brackets(cursor, node)
            if inner is None:
                return node
            node = inner
        elif kind == SYMBOL and cursor.words[cursor.i] == "(" and _closes_soon(cursor):
            node = _second_calendar(cursor, node)
        elif kind == INDICTION or (
            kind == SYMBOL and cursor.words[cursor.i] == "," and cursor.kinds[cursor.i + 1] == INDICTION
        ):
            cursor.symbol(",")
            era = cursor.words[cursor.i]
            cursor.i += 1
            number = cursor.numbers[cursor.i]
            if cursor.kinds[cursor.i] not in (NUMBER, ORDINAL, ROMAN) or not 1 <= number <= 15:
                raise Unread(
                    cursor.i,
                    "an indiction is a number from 1 to 15",
                    "write “1492, indiction 10”",
                )
            cursor.i += 1
            node = Indiction(number, era, node)
        else:
            return node


def _names_no_year(cursor: Cursor, node: Node) -> bool:
    """ "17 October of some year", "17 October, year unknown"."""
    i = cursor.i + (cursor.words[cursor.i] == ",")
    return (
        cursor.kinds[i] == ANY_YEAR
        and isinstance(node, Stated)
        and node.unit in ("day", "month")
        and not node.year
    )


def _in_brackets(cursor: Cursor, node: Node) -> Node | None:
    """ "(O.S.)", "(?)" and "(10)" after a date; None for any other bracket."""
    inside = cursor.i + 1
    if cursor.kinds[inside] == STYLE:
        cursor.i = inside
        node = _on_leaf(cursor, node, "calendar")
        cursor.i = inside + 2
        return node
    if cursor.words[inside] == "?":
        cursor.i = inside + 2
        return Noted("uncertain", node)
    return _second_calendar(cursor, node) if _closes_soon(cursor) else None


def _states_year(node: Node) -> bool:
    return not isinstance(node, Stated) or node.year is not None


def _on_leaf(cursor: Cursor, node: Node, field: str) -> Node:
    """The node with the era or calendar named here."""
    value = cursor.words[cursor.i]
    if isinstance(node, Run):
        node = Run(
            _on_leaf_of(node.first, field, value),
            _on_leaf_of(node.child, field, value),
            node.words,
        )
    elif isinstance(node, Stated):
        if node.unit == "number":
            node = Stated("year", node.number, number=node.number)
        if getattr(node, field):
            raise Unread(cursor.i)
        node = _on_leaf_of(node, field, value)
    elif isinstance(node, Noted):  # "3200? BC"
        return node._replace(child=_on_leaf(cursor, node.child, field))
    elif isinstance(node, Dual) and field == "era":
        node = Dual(node.first._replace(era=value), node.child._replace(era=value))
    elif not isinstance(node, Dual):
        raise Unread(cursor.i)
    cursor.i += 1
    return node


def _on_leaf_of(node: Node, field: str, value: str) -> Node:
    if not isinstance(node, Stated):
        return node
    return node._replace(era=value) if field == "era" else node._replace(calendar=value)


def _closes_soon(cursor: Cursor) -> bool:
    """Whether a short bracket follows that can hold the other half of a dual date.

    "(10)", "(9 November)", "(November 9)", each with a year and a style if need be.
    """
    i = cursor.i + 1
    day = i + 1 if cursor.kinds[i] == MONTH else i
    if cursor.kinds[day] not in (NUMBER, ORDINAL) or not 1 <= cursor.numbers[day] <= 31:
        return False
    closing = [k for k in range(i + 1, min(i + 8, cursor.n)) if cursor.words[k] == ")"]
    return bool(closing) and all(
        cursor.kinds[k] in (MONTH, NUMBER, ORDINAL, STYLE, UNIT, ERA) or cursor.words[k] == ","
        for k in range(i + 1, closing[0])
    )


def _checks_weekday(cursor: Cursor, node: Node) -> bool:
    """Whether a day of the week stands behind a day, and nothing that would be counted from it."""
    day = node.first if isinstance(node, Dual) else node
    if not isinstance(day, Stated) or day.unit not in _DAYS or day.weekday is not None:
        return False
    i = cursor.i + (cursor.kinds[cursor.i] == SYMBOL)
    bracket = cursor.words[cursor.i] == "("
    if cursor.kinds[i] != WEEKDAY or (bracket and cursor.words[i + 1] != ")"):
        return False
    if i == cursor.i:
        return i + 1 >= cursor.n
    return cursor.kinds[i + 1] not in (LIMIT, NEXT, NUMBER, ORDINAL, MONTH, NUMERIC)


_DAYS = frozenset(("day", "feast", "number", "ordinal"))


def _with_weekday(cursor: Cursor, node: Node) -> Node:
    """ "13 February 1956, Monday", "13 February 1956 (Monday)": a day of the week that is checked."""
    bracket = cursor.words[cursor.i] == "("
    cursor.i += cursor.kinds[cursor.i] == SYMBOL
    weekday = cursor.numbers[cursor.i]
    cursor.i += 1 + bracket
    if isinstance(node, Dual):
        return Dual(node.first._replace(weekday=weekday), node.child)
    if not isinstance(node, Stated):
        return node
    if node.year is None:  # «14 февраля (воскресенье) 1956 г.»
        year, era, rule = stated_year(cursor)
        node = node._replace(year=year, era=era, rule=rule) if year is not None else node
    return node._replace(weekday=weekday)


def _second_calendar(cursor: Cursor, node: Node) -> Node:
    """ "28 October (9 November) 1732": the half in brackets is the same day in the other calendar."""
    if not (isinstance(node, Stated) and node.unit == "day"):
        raise Unread(cursor.i)
    cursor.i += 1
    month = cursor.numbers[cursor.i - 1] if cursor.take(MONTH) else None  # "(November 6)"
    other = Stated("day", node.year, month or node.month, cursor.numbers[cursor.i], era=node.era)
    cursor.i += 1
    if month is None and cursor.take(MONTH):
        month = cursor.numbers[cursor.i - 1]
        other = other._replace(month=month)
    if month is not None:
        year, era, _ = stated_year(cursor)
        if year is not None:
            other = other._replace(year=year, era=era)
    cursor.symbol(",")
    if cursor.take(STYLE):
        other = other._replace(calendar=cursor.words[cursor.i - 1])
    if not cursor.symbol(")"):
        raise Unread(cursor.i)
    if node.year is None and other.year is None:
        year, era, _ = stated_year(cursor)
        node, other = (
            node._replace(year=year, era=era),
            other._replace(year=year, era=era),
        )
    if node.year is None:
        node = node._replace(year=other.year, era=other.era)
    return Dual(node._replace(calendar=""), other)


def _weekday(cursor: Cursor) -> Node | None:
    start, weekday = cursor.i, cursor.numbers[cursor.i]
    cursor.i += 1
    cursor.symbol(",")
    node = calendar_unit(cursor)
    match node:
        case Stated(unit="day" | "number"):
            return node._replace(weekday=weekday)
        case Dual(first, second):
            return Dual(first._replace(weekday=weekday), second)
        case Stated(unit="month"):
            return NthWeekday(0, weekday, node)
    cursor.i = start
    return None


def _season(cursor: Cursor) -> Node:
    season = cursor.numbers[cursor.i]
    or_year = cursor.words[cursor.i] == "or year"
    cursor.i += 1
    if or_year and cursor.kinds[cursor.i] in (NUMBER, ORDINAL) and is_world_year(cursor.numbers[cursor.i]):
        number = cursor.numbers[cursor.i]  # «в лето 6463», «лета 7064-го»
        cursor.i += 1
        era = era_after(cursor) or "am"
        if cursor.kinds[cursor.i] == MONTH and cursor.number_at(cursor.i + 1, 31):
            month, day = cursor.numbers[cursor.i : cursor.i + 2]  # «лета 7064 мая в 1 день»
            cursor.i += 2 + (cursor.kinds[cursor.i + 2] == UNIT and cursor.words[cursor.i + 2] == "day")
            return Stated("day", number, month, day, era=era)
        return Stated("year", number, number=number, era=era)
    cursor.symbol(",")
    i = cursor.i
    if cursor.kinds[i] == NUMERIC:
        pair = dual_year(cursor.words[i])
        if pair is None or season != 3:
            raise Unread(i, "only a winter runs over two years", "write “winter 1955/56”")
        cursor.i += 1
        return Stated("season", pair - 1, number=season, word="pair")
    if (
        season == 3
        and cursor.kinds[i] == NUMBER
        and (cursor.words[i + 1] in ("-", "–", "/") or cursor.kinds[i + 1] in (TO, AND))
        and cursor.kinds[i + 2] == NUMBER
    ):
        year, second = cursor.numbers[i], cursor.numbers[i + 2]
        if second in (year + 1, (year + 1) % 100, (year + 1) % 10):
            cursor.i += 3
            return Stated("season", year, number=season, word="pair")
    year_number, era, rule = stated_year(cursor)
    return Stated("season", year_number, number=season, era=era, rule=rule)


def _era_first(cursor: Cursor) -> Node | None:
    if cursor.words[cursor.i] == "ad" and cursor.kinds[cursor.i + 2] == ROMAN_DAY:
        cursor.i += 1  # "a.d. IX Kal. Sept.": ante diem
        return numbered(cursor)
    node = office_after(cursor)
    if node is not None:
        return node
    named = cursor.words[cursor.i]
    if cursor.kinds[cursor.i + 1] in (ORDINAL, ROMAN) and not is_named(named):
        cursor.i += 1  # "A.D. 4th–6th century"
        node = numbered(cursor)
        return node._replace(era=named) if isinstance(node, Stated) and not node.era else None
    year, era, _ = stated_year(cursor)
    if year is None and is_named(named):
        raise Unread(cursor.i, "which year of it is meant?", f"write `5 {named.partition('|')[0]}`")
    return None if year is None else Stated("year", year, number=year, era=era)


def _unit_first(cursor: Cursor) -> Node | None:
    """ "the year 43", "the month of May 1791"."""
    i, word = cursor.i, cursor.words[cursor.i]
    if word == "year" and cursor.kinds[i + 1] in (NUMBER, NUMERIC, ERA):
        cursor.i += 1
        if cursor.kinds[i + 1] == NUMERIC:
            return numeric(cursor)
        if cursor.kinds[i + 1] == ERA:
            return _era_first(cursor)
        cursor.i += 1
        number = cursor.numbers[i + 1]
        return Stated("year", number, number=number, era=era_after(cursor))
    if word == "olympiad":
        return olympiad(cursor)
    if word == "month" and cursor.kinds[i + 1] == MONTH:
        cursor.i += 1
        return month_first(cursor)
    return None


def _feast(cursor: Cursor) -> Node:
    number, word = cursor.numbers[cursor.i], cursor.words[cursor.i]
    cursor.i += 1
    if word[0].isdigit():  # a name of several days
        days = word.split()
        number, word = int(days[cursor.choose("which day of that name", len(days))]), "fixed"
    if word == "orthodox":
        word = "orthodox" if cursor.choose("the Eastern or the Western feast", 2) == 0 else "easter"
    year, era, rule = stated_year(cursor)
    return Stated("feast", year, number=number, word=word, era=era, rule=rule)


def _calibrated(cursor: Cursor) -> Node:
    start = cursor.i
    cursor.i += 1
    if cursor.kinds[cursor.i] == NUMBER and cursor.kinds[cursor.i + 1] == PRESENT:
        cursor.i += 2
        number = cursor.numbers[cursor.i - 2]
        return Stated("before-present", number, number=number, word="cal")
    node = calendar_unit(cursor)
    if node is not None and cursor.text_of(start, start + 1) == "CAL":
        return Noted("calculated", node)  # as GEDCOM has it
    if not isinstance(node, Stated) or not node.era:
        raise Unread(cursor.i, "calibrated to which era?", "write “cal AD 1290”")
    return node


_READERS = {
    WEEKDAY: _weekday,
    NUMBER: numbered,
    ORDINAL: numbered,
    ROMAN: numbered,
    MONTH: month_first,
    NUMERIC: figures,
    SEASON: _season,
    DECADE: decade,
    ERA: _era_first,
    UNIT: _unit_first,
    FEAST: _feast,
    ROMAN_DAY: roman_day,
    OFFICE: office,
    QUARTER: quarter,
    CALIBRATED: _calibrated,
}
