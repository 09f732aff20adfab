"""The grammar of calendar units as stated: days, months, years, seasons, decades, centuries, feasts.

Belongs here: one calendar unit from the words that state it. Does not belong here: what is said of a unit
(parts, limits, relations: see `grammar`), numeric forms such as 3/4/1956 (see `numeric_grammar`).
"""

from __future__ import annotations

from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.kinds import (
    AND,
    CALIBRATED,
    CIRCA,
    DECADE,
    ERA,
    FEAST,
    INDICTION,
    MERIDIEM,
    MONTH,
    NUMBER,
    NUMERIC,
    ORDINAL,
    PRESENT,
    ROMAN,
    ROMAN_DAY,
    SEASON,
    STYLE,
    SYMBOL,
    TO,
    UNIT,
    WEEKDAY,
)
from claimcheck.dates.phrases.nodes import Dual, Indiction, Node, NthWeekday, Run, Stated, Uncertain
from claimcheck.dates.phrases.numeric_grammar import dual_year, numeric, slashed_days

_SMALLEST_YEAR = 32  # a plain number that can be no day; smaller ones need an era or the word "year"


def calendar_unit(cursor: Cursor) -> Node | None:
    """The calendar unit stated from here on, with its era, style, check and question mark; None if none is."""
    reader = _READERS.get(cursor.kinds[cursor.i])
    if reader is None:
        return None
    node = reader(cursor)
    if node is None or cursor.i >= cursor.n:
        return node
    return _with_suffixes(cursor, node)


def _with_suffixes(cursor: Cursor, node: Node) -> Node:
    while True:
        kind = cursor.kinds[cursor.i]
        if kind == STYLE:
            node = _on_leaf(cursor, node, "calendar")
        elif kind == ERA:
            node = _on_leaf(cursor, node, "era")
        elif kind == UNIT and cursor.words[cursor.i] == "year" and _states_year(node):
            cursor.i += 1  # «1955 г.»
        elif kind == SYMBOL and cursor.words[cursor.i] == "?":
            cursor.i += 1
            node = Uncertain(node)
        elif kind == SYMBOL and cursor.words[cursor.i] == "(" and _closes_soon(cursor):
            node = _second_calendar(cursor, node)
        elif kind == INDICTION or (
            kind == SYMBOL and cursor.words[cursor.i] == "," and cursor.kinds[cursor.i + 1] == INDICTION
        ):
            cursor.symbol(",")
            cursor.i += 1
            number = cursor.numbers[cursor.i]
            if cursor.kinds[cursor.i] not in (NUMBER, ORDINAL, ROMAN) or not 1 <= number <= 15:
                raise Unread(cursor.i, "an indiction is a number from 1 to 15", "write “indiction 10”")
            cursor.i += 1
            node = Indiction(number, node)
        else:
            return node


def _states_year(node: Node) -> bool:
    return not isinstance(node, Stated) or node.year is not None


def _on_leaf(cursor: Cursor, node: Node, field: str) -> Node:
    """The node with the era or calendar named here."""
    value = cursor.words[cursor.i]
    if isinstance(node, Run):
        node = Run(_on_leaf_of(node.first, field, value), _on_leaf_of(node.child, field, value), node.words)
    elif isinstance(node, Stated):
        if node.unit == "number":
            node = Stated("year", node.number, number=node.number)
        if getattr(node, field):
            raise Unread(cursor.i)
        node = _on_leaf_of(node, field, value)
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
    """Whether a short bracket follows that can hold the other half of a dual date: "(10)", "(9 November)"."""
    i = cursor.i + 1
    if cursor.kinds[i] not in (NUMBER, ORDINAL) or cursor.numbers[i] > 31:
        return False
    closing = [k for k in range(i + 1, min(i + 6, cursor.n)) if cursor.words[k] == ")"]
    return bool(closing) and all(cursor.kinds[k] in (MONTH, NUMBER, STYLE, UNIT) for k in range(i + 1, closing[0]))


def _second_calendar(cursor: Cursor, node: Node) -> Node:
    """ "28 October (9 November) 1732": the half in brackets is the same day in the other calendar."""
    if not (isinstance(node, Stated) and node.unit == "day"):
        raise Unread(cursor.i)
    cursor.i += 1
    other = Stated("day", node.year, node.month, cursor.numbers[cursor.i], era=node.era)
    cursor.i += 1
    if cursor.take(MONTH):
        other = other._replace(month=cursor.numbers[cursor.i - 1])
        year, era, _ = stated_year(cursor)
        if year is not None:
            other = other._replace(year=year, era=era)
    cursor.take(STYLE)
    if not cursor.symbol(")"):
        raise Unread(cursor.i)
    if node.year is None and other.year is None:
        year, era, _ = stated_year(cursor)
        node, other = node._replace(year=year, era=era), other._replace(year=year, era=era)
    if node.year is None:
        node = node._replace(year=other.year, era=other.era)
    return Dual(node._replace(calendar=""), other)


def stated_year(cursor: Cursor) -> tuple[int | None, str, str]:
    """A year from here on: its number, era and rule; None, and the cursor unmoved, if none is stated.

    A comma may stand before it. A number below 32 is a year only with an era or the word "year".
    """
    start = cursor.i
    if cursor.kinds[start] == SYMBOL and cursor.words[start] == ",":
        cursor.i += 1
    era = ""
    if cursor.kinds[cursor.i] == ERA:
        era = cursor.words[cursor.i]
        cursor.i += 1
    kind, number = cursor.kinds[cursor.i], cursor.numbers[cursor.i]
    if kind == NUMERIC:
        year = dual_year(cursor.words[cursor.i])
        if year is not None:
            cursor.i += 1
            _year_word(cursor)
            return year, era, "dual-year"
    after = cursor.kinds[cursor.i + 1]
    if kind == NUMBER and (
        era or number >= _SMALLEST_YEAR or after == ERA or (after == UNIT and cursor.words[cursor.i + 1] == "year")
    ):
        cursor.i += 1
        _year_word(cursor)
        if not era and cursor.take(ERA):
            era = cursor.words[cursor.i - 1]
        elif not era and number > 5000 and cursor.kinds[cursor.i] == MERIDIEM and cursor.words[cursor.i] == "am":
            cursor.i += 1  # "7208 AM": no morning has 7208 hours
            era = "am"
        return number, era, ""
    cursor.i = start
    return None, "", ""


def _year_word(cursor: Cursor) -> None:
    if cursor.kinds[cursor.i] == UNIT and cursor.words[cursor.i] == "year":
        cursor.i += 1


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


def _number(cursor: Cursor) -> Node | None:
    i = cursor.i
    kind, number = cursor.kinds[i], cursor.numbers[i]
    after, word = cursor.kinds[i + 1], cursor.words[i + 1]
    if after == MONTH and number < 100 and kind != ROMAN:
        cursor.i += 2
        return _day(cursor, number, cursor.numbers[i + 1])
    if after == UNIT:
        if word in ("century", "millennium"):
            cursor.i += 2
            return Stated(word, number=number, era=_era(cursor))
        if word == "year" and number % 10 == 0 and 20 <= number < 100 and cursor.numbers[i + 1] == 2:
            return _decade(cursor)  # «пятидесятые годы»
        if word == "year" and kind != ROMAN:
            cursor.i += 2
            return Stated("year", number, number=number, era=_era(cursor))
        if word == "day" and cursor.kinds[i + 2] == MONTH and number > 0:
            cursor.i += 3  # «5-го числа мая»
            return _day(cursor, number, cursor.numbers[i + 2])
    if after == CIRCA and word == "c" and kind != NUMBER and cursor.kinds[i + 2] != NUMBER:
        cursor.i += 2
        return Stated("century", number=number, era=_era(cursor))
    if kind == NUMBER:
        return _plain_number(cursor, number, after)
    if number < 1:
        return None
    cursor.i += 1
    if kind == ORDINAL and number <= 31:
        year, era, rule = stated_year(cursor)  # "February 13th or 14th, 1956"
        if year is not None:
            return Stated("day", year, day=number, era=era, rule=rule)
    return Stated("ordinal", number=number)


def _plain_number(cursor: Cursor, number: int, after: str) -> Node | None:
    i = cursor.i
    if after == ROMAN and number <= 31 and cursor.numbers[i + 1] <= 12:
        cursor.i += 2  # "13 II 1956"
        node = _day(cursor, number, cursor.numbers[i + 1])
        return node._replace(rule="roman-month") if isinstance(node, Stated) else node
    if after == SYMBOL and cursor.words[i + 1] == "(" and cursor.kinds[i + 3 : i + 5] == [SYMBOL, MONTH]:
        if cursor.words[i + 3] == ")" and cursor.number_at(i + 2, 31):
            cursor.i += 5  # "23 (10) October 1917"
            month = cursor.numbers[i + 4]
            first = _day(cursor, number, month)
            if isinstance(first, Stated):
                return Dual(first, first._replace(day=cursor.numbers[i + 2]))
    if after in (CALIBRATED, PRESENT):
        return _radiocarbon(cursor, number)
    if after == ERA or number >= 100:
        cursor.i += 1
        if number >= 100 and after == MONTH:
            return _year_first(cursor, number)
        if number >= 1000 and _abbreviates(cursor, number):
            return _abbreviated(cursor, number)
        if number >= 100 and after == SEASON:
            cursor.i += 1
            return Stated("season", number, number=cursor.numbers[cursor.i - 1])
        if number > 5000 and after == MERIDIEM and cursor.words[cursor.i] == "am":
            cursor.i += 1
            return Stated("year", number, number=number, era="am")
        return Stated("year", number, number=number, era=_era(cursor))
    cursor.i += 1
    if number <= 31:
        year, era, rule = stated_year(cursor)  # "February 13 or 14, 1956"
        if year is not None:
            return Stated("day", year, day=number, era=era, rule=rule)
    return Stated("number", number=number)


def _day(cursor: Cursor, day: int, month: int) -> Node:
    """A day of a month, with the year if it is stated next; "28 October/9 November 1732" is a dual date."""
    if cursor.kinds[cursor.i] == UNIT and cursor.words[cursor.i] == "month":
        cursor.i += 1  # «13 числа мая месяца»
    year, era, rule = stated_year(cursor)
    node = Stated("day", year, month, day, era=era, rule=rule)
    i = cursor.i
    if (
        cursor.words[i] == "/"
        and cursor.kinds[i] == SYMBOL
        and cursor.kinds[i + 1] in (NUMBER, ORDINAL)
        and cursor.kinds[i + 2] == MONTH
    ):
        cursor.i += 3
        second = _day(cursor, cursor.numbers[i + 1], cursor.numbers[i + 2])
        if isinstance(second, Stated):
            if year is None:
                node = node._replace(year=second.year, era=second.era)
            return Dual(node, second)
    return node


def _era(cursor: Cursor) -> str:
    if cursor.kinds[cursor.i] == UNIT and cursor.words[cursor.i] == "year" and cursor.kinds[cursor.i + 1] == ERA:
        cursor.i += 1
    if cursor.take(ERA):
        return cursor.words[cursor.i - 1]
    return ""


def _abbreviates(cursor: Cursor, number: int) -> bool:
    """Whether "-56" follows: a second year with its century left out, and no month or unit after it."""
    i = cursor.i
    return (
        cursor.at_dash()
        and cursor.kinds[i + 1] == NUMBER
        and len(cursor.words[i + 1]) <= 2
        and cursor.kinds[i + 2] not in (MONTH, ROMAN, NUMBER, CALIBRATED, PRESENT)
        and not (cursor.kinds[i + 2] == UNIT and cursor.words[i + 2] != "year")
        and cursor.kinds[i + 2] != ERA
        and not (cursor.kinds[i + 2] == SYMBOL and cursor.words[i + 2] == "/")
    )


def _abbreviated(cursor: Cursor, number: int) -> Node:
    dash, digits, second = cursor.words[cursor.i], cursor.words[cursor.i + 1], cursor.numbers[cursor.i + 1]
    cursor.i += 2
    scale = 10 ** len(digits)
    later = number - number % scale + second
    if later <= number:
        later += scale
    month = dash == "-" and len(digits) == 2 and 1 <= second <= 12
    if month and (second <= number % 100 or cursor.choose("a month or a second year", 2) == 0):
        return Stated("month", number, second)  # "1905-06" as ISO 8601 has it
    return Run(
        Stated("year", number, number=number, rule="abbreviated-year"),
        Stated("year", later, number=later, rule="abbreviated-year"),
        "dash",
    )


def _year_first(cursor: Cursor, year: int) -> Node:
    """ "1956 February 13" and "1956 February"."""
    month = cursor.numbers[cursor.i]
    cursor.i += 1
    if cursor.number_at(cursor.i, 31) or (cursor.kinds[cursor.i] == ORDINAL and cursor.numbers[cursor.i] > 0):
        cursor.i += 1
        return Stated("day", year, month, cursor.numbers[cursor.i - 1])
    return Stated("month", year, month)


def _month(cursor: Cursor) -> Node:
    i = cursor.i
    month = cursor.numbers[i]
    cursor.i += 1
    if cursor.kinds[cursor.i] == UNIT and cursor.words[cursor.i] == "month":
        cursor.i += 1
    year, era, rule = stated_year(cursor)
    if year is not None:
        return Stated("month", year, month, era=era, rule=rule)
    kind = cursor.kinds[cursor.i]
    if kind == NUMERIC:
        days = slashed_days(cursor.words[cursor.i])  # "February 11/22, 1732"
        if days is not None:
            cursor.i += 1
            return _slashed(cursor, days, month)
    if cursor.number_at(cursor.i, 31) or (kind == ORDINAL and 1 <= cursor.numbers[cursor.i] <= 31):
        cursor.i += 1
        return _day(cursor, cursor.numbers[cursor.i - 1], month)
    return Stated("month", month=month)


def _slashed(cursor: Cursor, days: tuple[int, int], month: int) -> Node:
    year, era, rule = stated_year(cursor)
    first = Stated("day", year, month, days[0], era=era, rule=rule)
    second = first._replace(day=days[1])
    return Run(first, second, "slash") if days[1] == days[0] + 1 else Dual(first, second)


def _numeric(cursor: Cursor) -> Node | None:
    i = cursor.i
    if cursor.kinds[i + 1] == MONTH:
        days = slashed_days(cursor.words[i])  # "11/22 February 1732"
        if days is not None:
            cursor.i += 2
            return _slashed(cursor, days, cursor.numbers[i + 1])
    return numeric(cursor)


def _season(cursor: Cursor) -> Node:
    season = cursor.numbers[cursor.i]
    cursor.i += 1
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


def _decade(cursor: Cursor) -> Node:
    number = cursor.numbers[cursor.i]
    cursor.i += 1
    _year_word(cursor)
    i = cursor.i
    if number >= 100:
        if number % 100 == 0 and cursor.choose("a century or a decade", 2) == 0:
            return Stated("hundred", number, number=number, era=_era(cursor))
        return Stated("decade", number, number=number, era=_era(cursor))
    if cursor.kinds[i] in (ORDINAL, ROMAN, NUMBER) and cursor.words[i + 1] == "century":
        cursor.i += 2
        return Stated("decade", (cursor.numbers[i] - 1) * 100, number=number, era=_era(cursor))
    return Stated("decade", number=number)


def _era_first(cursor: Cursor) -> Node | None:
    year, era, _ = stated_year(cursor)
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
        return Stated("year", number, number=number, era=_era(cursor))
    if word == "month" and cursor.kinds[i + 1] == MONTH:
        cursor.i += 1
        return _month(cursor)
    return None


def _feast(cursor: Cursor) -> Node:
    number, word = cursor.numbers[cursor.i], cursor.words[cursor.i]
    cursor.i += 1
    if word == "orthodox":
        word = "orthodox" if cursor.choose("the Eastern or the Western feast", 2) == 0 else "easter"
    year, era, rule = stated_year(cursor)
    return Stated("feast", year, number=number, word=word, era=era, rule=rule)


def _roman_day(cursor: Cursor) -> Node:
    word = cursor.words[cursor.i]
    cursor.i += 1
    if not cursor.take(MONTH):
        raise Unread(cursor.i, f"the {word} of which month?", f"write “{word} of March 44 BC”")
    month = cursor.numbers[cursor.i - 1]
    year, era, rule = stated_year(cursor)
    return Stated("roman-day", year, month, word=word, era=era, rule=rule)


def _radiocarbon(cursor: Cursor, number: int) -> Node:
    """ "3600 cal BP", "1500 cal BC"; an uncalibrated age is left to the evaluation to refuse with its reason."""
    cursor.i += 1
    calibrated = cursor.kinds[cursor.i - 1] == CALIBRATED
    if calibrated and cursor.take(ERA):
        return Stated("year", number, number=number, era=cursor.words[cursor.i - 1])
    if calibrated and not cursor.take(PRESENT):
        raise Unread(cursor.i, "calibrated to which era?", "write “cal BP”, “cal BC” or “cal AD”")
    return Stated("before-present", number, number=number, word="cal" if calibrated else "")


def _calibrated(cursor: Cursor) -> Node:
    cursor.i += 1
    if cursor.kinds[cursor.i] == NUMBER and cursor.kinds[cursor.i + 1] == PRESENT:
        cursor.i += 2
        number = cursor.numbers[cursor.i - 2]
        return Stated("before-present", number, number=number, word="cal")
    node = calendar_unit(cursor)
    if not isinstance(node, Stated) or not node.era:
        raise Unread(cursor.i, "calibrated to which era?", "write “cal AD 1290”")
    return node


_READERS = {
    WEEKDAY: _weekday,
    NUMBER: _number,
    ORDINAL: _number,
    ROMAN: _number,
    MONTH: _month,
    NUMERIC: _numeric,
    SEASON: _season,
    DECADE: _decade,
    ERA: _era_first,
    UNIT: _unit_first,
    FEAST: _feast,
    ROMAN_DAY: _roman_day,
    CALIBRATED: _calibrated,
}
