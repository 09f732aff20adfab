"""Calendar units as stated, with their era, style, checks and question marks: days to millennia, feasts.

Belongs here: one unit from the words that state it, and the stretch of time that it names in its calendar and year
style. Does not belong here: what is said of a unit (see `parts`, `targets`), what begins with a number (see
`days`), calendars themselves (see `claimcheck.dates.calendars`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimcheck.dates.calendars import (
    FIRST_EASTER,
    MONTHS,
    calendar_date,
    day_number,
    days_in_month,
    days_in_style,
    dual_date,
    easter_sunday,
    month_in_style,
    month_start,
    weekday,
    year_start,
)
from claimcheck.dates.eras import MUNDI_STYLES, annus_mundi, annus_mundi_date, is_world_year, year_before_present
from claimcheck.dates.named_eras import era_named, indiction_of
from claimcheck.dates.other_calendars import OTHER_CALENDARS
from claimcheck.dates.phrases import kinds
from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.days import (
    decade,
    dual_year,
    era_after,
    figures,
    month_first,
    numbered,
    numeric,
    quarter,
    roman_day,
    stated_year,
)
from claimcheck.dates.phrases.era_years import (
    is_named,
    office,
    office_after,
    olympiad,
    year_of_named_era,
    years_of_olympiad,
)
from claimcheck.dates.phrases.nodes import Dual, Indiction, Node, Noted, NthWeekday, Run, Stated
from claimcheck.dates.phrases.stretches import Impossible, Stretch, Times, days
from claimcheck.dates.phrases.working import Working
from claimcheck.dates.recurring import FIRST_YEAR, LAST_YEAR
from claimcheck.dates.refusal_kinds import Refusal
from claimcheck.dates.when import DAY


def calendar_unit(cursor: Cursor) -> Node | None:
    """The calendar unit stated from here on, with its era, style, check and question mark; None if none is."""
    reader = _READERS.get(cursor.kinds[cursor.i])
    if reader is None:
        return None
    node = reader(cursor)
    if node is None or cursor.i >= cursor.n:
        return node
    return _with_suffixes(cursor, node)


_SUFFIXES = frozenset(
    (kinds.STYLE, kinds.ERA, kinds.UNIT, kinds.ANY_YEAR, kinds.SYMBOL, kinds.WEEKDAY, kinds.INDICTION)
)


def _with_suffixes(cursor: Cursor, node: Node) -> Node:
    while True:
        kind = cursor.kinds[cursor.i]
        if kind not in _SUFFIXES:
            return node
        if kind == kinds.STYLE:
            node = _on_leaf(cursor, node, "calendar")
        elif kind == kinds.ERA:
            node = _on_leaf(cursor, node, "era")
        elif kind == kinds.UNIT and cursor.words[cursor.i] == "year" and _states_year(node):
            cursor.i += 1  # «1955 г.»
        elif _names_no_year(cursor, node):
            cursor.i += 2 if kind == kinds.SYMBOL else 1
            assert isinstance(node, Stated)
            return node._replace(rule="any-year")
        elif kind == kinds.SYMBOL and cursor.words[cursor.i] == "?":
            if cursor.words[cursor.i + 1] == "?":
                raise Unread(
                    cursor.i, "question marks do not stand for figures", "write X for each figure not known: 19XX"
                )
            cursor.i += 1
            node = Noted("uncertain", node)
        elif (kind == kinds.WEEKDAY or cursor.words[cursor.i] in (",", "(")) and _checks_weekday(cursor, node):
            node = _with_weekday(cursor, node)
        elif kind == kinds.SYMBOL and cursor.words[cursor.i] == "(" and cursor.words[cursor.i + 2] == ")":
            inner = _in_brackets(cursor, node)
            if inner is None:
                return node
            node = inner
        elif kind == kinds.SYMBOL and cursor.words[cursor.i] == "(" and _closes_soon(cursor):
            node = _second_calendar(cursor, node)
        elif kind == kinds.INDICTION or (
            kind == kinds.SYMBOL
            and cursor.words[cursor.i] == ","
            and cursor.kinds[cursor.i + 1] == kinds.INDICTION
        ):
            cursor.symbol(",")
            era = cursor.words[cursor.i]
            cursor.i += 1
            number = cursor.numbers[cursor.i]
            if cursor.kinds[cursor.i] not in (kinds.NUMBER, kinds.ORDINAL, kinds.ROMAN) or not 1 <= number <= 15:
                raise Unread(cursor.i, "an indiction is a number from 1 to 15", "write “1492, indiction 10”")
            cursor.i += 1
            node = Indiction(number, era, node)
        else:
            return node


def _names_no_year(cursor: Cursor, node: Node) -> bool:
    """ "17 October of some year", "17 October, year unknown"."""
    i = cursor.i + (cursor.words[cursor.i] == ",")
    return (
        cursor.kinds[i] == kinds.ANY_YEAR
        and isinstance(node, Stated)
        and node.unit in ("day", "month")
        and not node.year
    )


def _in_brackets(cursor: Cursor, node: Node) -> Node | None:
    """ "(O.S.)", "(?)" and "(10)" after a date; None for any other bracket."""
    inside = cursor.i + 1
    if cursor.kinds[inside] == kinds.STYLE:
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
        node = Run(_on_leaf_of(node.first, field, value), _on_leaf_of(node.child, field, value), node.words)
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
    day = i + 1 if cursor.kinds[i] == kinds.MONTH else i
    if cursor.kinds[day] not in (kinds.NUMBER, kinds.ORDINAL) or not 1 <= cursor.numbers[day] <= 31:
        return False
    closing = [k for k in range(i + 1, min(i + 8, cursor.n)) if cursor.words[k] == ")"]
    return bool(closing) and all(
        cursor.kinds[k] in (kinds.MONTH, kinds.NUMBER, kinds.ORDINAL, kinds.STYLE, kinds.UNIT, kinds.ERA)
        or cursor.words[k] == ","
        for k in range(i + 1, closing[0])
    )


def _checks_weekday(cursor: Cursor, node: Node) -> bool:
    """Whether a day of the week stands behind a day, and nothing that would be counted from it."""
    day = node.first if isinstance(node, Dual) else node
    if not isinstance(day, Stated) or day.unit not in _DAYS or day.weekday is not None:
        return False
    i = cursor.i + (cursor.kinds[cursor.i] == kinds.SYMBOL)
    bracket = cursor.words[cursor.i] == "("
    if cursor.kinds[i] != kinds.WEEKDAY or (bracket and cursor.words[i + 1] != ")"):
        return False
    if i == cursor.i:
        return i + 1 >= cursor.n
    return cursor.kinds[i + 1] not in (
        kinds.LIMIT,
        kinds.NEXT,
        kinds.NUMBER,
        kinds.ORDINAL,
        kinds.MONTH,
        kinds.NUMERIC,
    )


_DAYS = frozenset(("day", "feast", "number", "ordinal"))


def _with_weekday(cursor: Cursor, node: Node) -> Node:
    """ "13 February 1956, Monday", "13 February 1956 (Monday)": a day of the week that is checked."""
    bracket = cursor.words[cursor.i] == "("
    cursor.i += cursor.kinds[cursor.i] == kinds.SYMBOL
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
    month = cursor.numbers[cursor.i - 1] if cursor.take(kinds.MONTH) else None  # "(November 6)"
    other = Stated("day", node.year, month or node.month, cursor.numbers[cursor.i], era=node.era)
    cursor.i += 1
    if month is None and cursor.take(kinds.MONTH):
        month = cursor.numbers[cursor.i - 1]
        other = other._replace(month=month)
    if month is not None:
        year, era, _ = stated_year(cursor)
        if year is not None:
            other = other._replace(year=year, era=era)
    cursor.symbol(",")
    if cursor.take(kinds.STYLE):
        other = other._replace(calendar=cursor.words[cursor.i - 1])
    if not cursor.symbol(")"):
        raise Unread(cursor.i)
    if node.year is None and other.year is None:
        year, era, _ = stated_year(cursor)
        node, other = (node._replace(year=year, era=era), other._replace(year=year, era=era))
    if node.year is None:
        node = node._replace(year=other.year, era=other.era)
    return Dual(node._replace(calendar=""), other)


def _stated_weekday(cursor: Cursor) -> Node | None:
    start, weekday = cursor.i, cursor.numbers[cursor.i]
    cursor.i += 1
    cursor.symbol(",")
    node = calendar_unit(cursor)
    match node:
        case (
            Stated(unit="day" | "number")
            | Stated(unit="feast", word="fixed" | "easter" | "western" | "orthodox" | "advent")
        ):
            return node._replace(weekday=weekday)
        case Dual(first, second):
            return Dual(first._replace(weekday=weekday), second)
        case Stated(unit="month") | Stated(unit="feast", word="week"):
            return NthWeekday(0, weekday, node)
    cursor.i = start
    return None


def _stated_season(cursor: Cursor) -> Node:
    season = cursor.numbers[cursor.i]
    or_year = cursor.words[cursor.i] == "or year"
    cursor.i += 1
    if (
        or_year
        and cursor.kinds[cursor.i] in (kinds.NUMBER, kinds.ORDINAL)
        and is_world_year(cursor.numbers[cursor.i])
    ):
        number = cursor.numbers[cursor.i]  # «в лето 6463», «лета 7064-го»
        cursor.i += 1
        era = era_after(cursor) or "am"
        if cursor.kinds[cursor.i] == kinds.MONTH and cursor.number_at(cursor.i + 1, 31):
            month, day = cursor.numbers[cursor.i : cursor.i + 2]  # «лета 7064 мая в 1 день»
            cursor.i += 2 + (cursor.kinds[cursor.i + 2] == kinds.UNIT and cursor.words[cursor.i + 2] == "day")
            return Stated("day", number, month, day, era=era)
        return Stated("year", number, number=number, era=era)
    cursor.symbol(",")
    i = cursor.i
    if cursor.kinds[i] == kinds.NUMERIC:
        pair = dual_year(cursor.words[i])
        if pair is None or season != 3:
            raise Unread(i, "only a winter runs over two years", "write “winter 1955/56”")
        cursor.i += 1
        return Stated("season", pair - 1, number=season, word="pair")
    if (
        season == 3
        and cursor.kinds[i] == kinds.NUMBER
        and (cursor.words[i + 1] in ("-", "–", "/") or cursor.kinds[i + 1] in (kinds.TO, kinds.AND))
        and cursor.kinds[i + 2] == kinds.NUMBER
    ):
        year, second = cursor.numbers[i], cursor.numbers[i + 2]
        if second in (year + 1, (year + 1) % 100, (year + 1) % 10):
            cursor.i += 3
            return Stated("season", year, number=season, word="pair")
    year_number, era, rule = stated_year(cursor)
    return Stated("season", year_number, number=season, era=era, rule=rule)


def _era_first(cursor: Cursor) -> Node | None:
    if cursor.words[cursor.i] == "ad" and cursor.kinds[cursor.i + 2] == kinds.ROMAN_DAY:
        cursor.i += 1  # "a.d. IX Kal. Sept.": ante diem
        return numbered(cursor)
    node = office_after(cursor)
    if node is not None:
        return node
    named = cursor.words[cursor.i]
    if cursor.kinds[cursor.i + 1] in (kinds.ORDINAL, kinds.ROMAN) and not is_named(named):
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
    if word == "year" and cursor.kinds[i + 1] in (kinds.NUMBER, kinds.NUMERIC, kinds.ERA):
        cursor.i += 1
        if cursor.kinds[i + 1] == kinds.NUMERIC:
            return numeric(cursor)
        if cursor.kinds[i + 1] == kinds.ERA:
            return _era_first(cursor)
        cursor.i += 1
        number = cursor.numbers[i + 1]
        return Stated("year", number, number=number, era=era_after(cursor))
    if word == "olympiad":
        return olympiad(cursor)
    if cursor.kinds[i + 1] == kinds.MONTH and (word == "month" or (word == "day" and cursor.numbers[i] == 2)):
        cursor.i += 1  # "the month of May 1791", "the days of May 1791"
        return month_first(cursor)
    return None


_BARE_SAINT = re.compile(r"(?:st|saint|sankt)\.? [^\W\d_]+", re.IGNORECASE)
_SAINTS_UNTIL = 1600  # later, a saint's name beside a year is mostly that of a place


def _stated_feast(cursor: Cursor) -> Node:
    number, word = cursor.numbers[cursor.i], cursor.words[cursor.i]
    cursor.i += 1
    if cursor.i == 1 and not cursor.fillers[0] and _BARE_SAINT.fullmatch(cursor.text_of(0, 1)):
        has_comma = cursor.words[1] == ","
        if has_comma or (cursor.kinds[1] == kinds.NUMBER and cursor.numbers[1] >= _SAINTS_UNTIL):
            raise Unread(
                0, "a feast, or a place of that name?", "write the day of the month if the feast is meant"
            )
    if word[0].isdigit():  # a name of several days
        days = word.split()
        number, word = int(days[cursor.choose("which day of that name", len(days))]), "fixed"
    if word == "orthodox":
        word = "orthodox" if cursor.choose("the Eastern or the Western feast", 2) == 0 else "easter"
    year, era, rule = stated_year(cursor)
    return Stated("feast", year, number=number, word=word, era=era, rule=rule)


def _named_feast(cursor: Cursor) -> Node:
    """ "The feast of St Luke 1402"."""
    cursor.i += 1
    if cursor.kinds[cursor.i] != kinds.FEAST:
        raise Unread(cursor.i, "which feast is that?", "write its day of the month")
    return _stated_feast(cursor)


def _calibrated(cursor: Cursor) -> Node:
    start = cursor.i
    cursor.i += 1
    if cursor.kinds[cursor.i] == kinds.NUMBER and cursor.kinds[cursor.i + 1] == kinds.PRESENT:
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
    kinds.WEEKDAY: _stated_weekday,
    kinds.NUMBER: numbered,
    kinds.ORDINAL: numbered,
    kinds.ROMAN: numbered,
    kinds.MONTH: month_first,
    kinds.NUMERIC: figures,
    kinds.SEASON: _stated_season,
    kinds.DECADE: decade,
    kinds.ERA: _era_first,
    kinds.UNIT: _unit_first,
    kinds.FEAST: _stated_feast,
    kinds.FEAST_OF: _named_feast,
    kinds.ROMAN_DAY: roman_day,
    kinds.OFFICE: office,
    kinds.QUARTER: quarter,
    kinds.CALIBRATED: _calibrated,
}


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


_JANUARY = "1 January"


_LARGEST_YEAR = 999_999_999


def stated(working: Working, node: Stated) -> Times:
    """The stretch of a stated unit. Raises Impossible (or ValueError, from the calendars) if there is none."""
    if node.era and (is_named(node.era) or (node.era == "am" and _is_own(working, "AM"))):
        return year_of_named_era(working, node, stated)
    calendar = node.calendar
    if calendar:
        working.calendar = calendar
    elif node.year is not None and (node.era == "am" or (node.year > 5000 and _is_of_the_world(working, node))):
        node = node._replace(era="am")
        working.calendar = "julian"
    working.state_in(_calendar(working, node))
    if working.stated_in in OTHER_CALENDARS:
        _check_names(working, node)
    if node.rule == "any-year":
        return _of_any_year(working, node)
    found = _UNITS[node.unit](working, node)
    if calendar:
        working.fire("old-style" if calendar == "julian" else "new-style")
    if node.era in ("bc", "ad"):
        working.fire("era")
    if node.rule == "dual-year":
        working.fire("dual-year")
    return found


def _is_own(working: Working, name: str) -> bool:
    return era_named(name, working.conventions.eras) is not None


def _of_any_year(working: Working, node: Stated) -> Times:
    """The day or month in each year that can be written with four figures and that has it."""
    calendar, month = working.stated_in, node.month or 0
    found = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        try:
            if node.day is None:
                first = month_start(calendar, year, month)
                found.append(days(first, first + days_in_month(calendar, year, month)))
            else:
                first = day_number(calendar, year, month, node.day)
                found.append(days(first, first + 1))
        except ValueError:  # 29 February, or a day that a reform left out
            continue
    if not found:
        raise Impossible("no year has such a day", "correct the day or the month", Refusal.IMPOSSIBLE_DAY)
    return Times(working.widen("any-year", tuple(found)), node.unit)


def _is_of_the_world(working: Working, node: Stated) -> bool:
    """Whether a year of a Russian text without an era can only be one of the Byzantine era: 1 мая 7125."""
    year = node.year or 0
    return (
        not node.era
        and is_world_year(year)
        and working.conventions.calendar not in OTHER_CALENDARS
        and working.is_russian
    )


def _calendar(working: Working, node: Stated) -> str:
    if node.era == "am" or node.unit == "olympiad":
        return "julian"
    if node.calendar:
        return node.calendar
    return "gregorian" if node.rule == "iso-day" else working.conventions.calendar  # as EDTF alone is


_BY_ITS_NUMBER = ("dotted-date", "stroked-date")


_OF_ROME = {"season": "seasons", "feast": "feasts of the church", "roman-day": "days of the Roman month"}


def _check_names(working: Working, node: Stated) -> None:
    """Refuses what only calendars with January to December have, where the calendar in force is another.

    A month's name would else be taken for the month of that number. "O.S." and "N.S." name the calendar.
    """
    calendar = working.stated_in
    for_example = "historical"
    if node.era in ("bc", "ad") or node.unit == "before-present":
        raise Impossible(
            f"BC and AD count no years of the {calendar} calendar",
            f"state the calendar of this date beside it: `calendar: {for_example}`",
        )
    if node.unit in _OF_ROME:
        raise Impossible(
            f"the {calendar} calendar has no {_OF_ROME[node.unit]}",
            f"state the calendar of this date beside it: `calendar: {for_example}`",
        )
    if node.month is not None and node.rule not in _BY_ITS_NUMBER and 1 <= node.month <= 12:
        in_figures = _in_figures(calendar, node)
        raise Impossible(
            f"{MONTHS[node.month - 1]} is no month of the {calendar} calendar",
            f"{in_figures}state the calendar of this date beside it: `calendar: {for_example}`",
        )


def _in_figures(calendar: str, node: Stated) -> str:
    """The first half of a remedy: the date by the number of its month, if the calendar has such a date."""
    year, month = node.year if node.year is not None else 1442, node.month or 0
    try:
        day_number(calendar, year, month, node.day or 1)
    except ValueError:
        return ""
    day = f"{node.day}." if node.day is not None else ""
    return f"write its months by their numbers, “{day}{month}.{year:04}”, or "


def _style(working: Working, node: Stated) -> str:
    """The year style; a year given both ways ("1731/2") is already the one from 1 January, as EDTF's is."""
    return _JANUARY if node.rule in ("dual-year", "iso-day") else working.style


def _year(node: Stated) -> int:
    """The astronomical year."""
    year = node.year
    if year is None:
        raise Impossible("the year is missing", "write the year: “14 February 1956”", Refusal.INCOMPLETE)
    if node.rule == "short-year" and not node.era:
        raise Impossible(
            "a year of two figures does not say its century",
            f"write the year in full, or its era, as in `AD {year}`",
            Refusal.TWO_DIGIT_YEAR,
        )
    if year == 0:
        raise Impossible("there is no year 0: AD 1 follows 1 BC", "write “1 BC” or “AD 1”", Refusal.IMPOSSIBLE_DAY)
    if year > _LARGEST_YEAR:
        raise Impossible("no calendar reaches so far", "write the year in EDTF: “Y17E7”")
    if year > 9999 and node.era != "bc":
        raise Impossible("a year of more than four figures is written in EDTF alone", f"write “Y{year}”")
    return 1 - year if node.era == "bc" else year


def _year_from_january(working: Working, node: Stated, day: int) -> int:
    """The year, counted from 1 January, of a date; of a year given both ways, the one of the two that it lies in.

    That is the later one (11 February 1731/2), but the earlier where the style in force begins its year before
    January (5 October 1491/2 of the Byzantine year 1492).
    """
    later = _year(node)
    if node.rule != "dual-year" or node.month is None:
        return later
    calendar = working.stated_in
    first, stop = (year_start(calendar, year, working.style) for year in (later, later + 1))
    start = month_start(calendar, later - 1, node.month)
    if first <= start + day - 1 < stop:
        return later - 1
    if node.month > (4 if working.style == "Easter" else 3):
        raise Impossible("only dates from January to March have a year in both styles", "write one year")
    return later


def _year_of_month(working: Working, node: Stated, month: int) -> int:
    """The astronomical year in which a month of the stated year lies: two meet in a year of the world."""
    if node.era != "am":
        return _year(node)
    working.fire("year-of-the-world")
    first = annus_mundi_date(node.year or 0, month, 1, _mundi_style(working))
    return calendar_date("julian", first)[0]


def _day(working: Working, node: Stated) -> Times:
    if node.month is None:
        raise Impossible("the month is missing", "write the whole date: “14 February 1956”", Refusal.INCOMPLETE)
    if node.day is None:
        raise Impossible("the day is missing", "write the whole date: “14 February 1956”", Refusal.INCOMPLETE)
    calendar, style = working.stated_in, _style(working, node)
    if node.era == "am":
        number = _world_day(working, node)
    elif style == _JANUARY:
        year = _year(node) if node.rule != "dual-year" else _year_from_january(working, node, node.day)
        number = day_number(calendar, year, node.month, node.day)
    else:
        number = _in_style(working, node, node.month, node.day)
    _check_weekday(working, node, number)
    rule = node.rule if node.rule in (*_BY_ITS_NUMBER, "roman-month") else "day"
    return Times(working.widen(rule, (days(number, number + 1),)), "day")


def _check_weekday(working: Working, node: Stated, number: int) -> None:
    if node.weekday is None:
        return
    working.fire("weekday")
    true = weekday(number)
    if true != node.weekday:
        raise Impossible(
            f"that day was a {WEEKDAYS[true]}, not a {WEEKDAYS[node.weekday]}",
            "correct the day of the week or the date, or leave the day of the week out",
        )


def _month(working: Working, node: Stated) -> Times:
    if node.month is None:
        raise Impossible("the month is missing", kind=Refusal.INCOMPLETE)
    calendar, style = working.stated_in, _style(working, node)
    rule = node.rule if node.rule in ("dotted-date", "stroked-date") else "month"
    if node.era == "am":
        first = annus_mundi_date(node.year or 0, node.month, 1, _mundi_style(working))
        year, month, _ = calendar_date("julian", first)
        stop = day_number("julian", year + month // 12, month % 12 + 1, 1)
        working.fire("year-of-the-world")
        return Times(working.widen(rule, (days(first, stop),)), "month", True)
    if style == _JANUARY:
        year = _year_from_january(working, node, 1)
        first = month_start(calendar, year, node.month)
        stop = first + days_in_month(calendar, year, node.month)
        return Times(working.widen(rule, (days(first, stop),)), "month", True)
    spans = month_in_style(calendar, _year(node), node.month, style)
    return Times(working.widen(rule, tuple(days(first, stop) for first, stop in spans)), "month", True)


def _years(working: Working, node: Stated, first: int, count: int) -> Stretch:
    """So many years from an astronomical year, in the calendar and the year style."""
    calendar, style = working.stated_in, _style(working, node)
    return days(year_start(calendar, first, style), year_start(calendar, first + count, style))


def _one_year(working: Working, node: Stated) -> Times:
    if node.era == "am":
        first, stop = annus_mundi(node.year or 0, _mundi_style(working))
        return Times(working.widen("year-of-the-world", (days(first, stop),)), "year", True)
    rule = "abbreviated-year" if node.rule == "abbreviated-year" else "year"
    if node.rule == "dual-year":
        return Times(working.widen("split-year", (_years(working, node, _year(node) - 1, 2),)), "year")
    return Times(working.widen(rule, (_years(working, node, _year(node), 1),)), "year", True)


def _split_year(working: Working, node: Stated) -> Times:
    return Times(working.widen("split-year", (_years(working, node, _year(node), 2),)), "year")


def _mundi_style(working: Working) -> str:
    style = working.conventions.year_begins
    return style if style in MUNDI_STYLES else "1 September"


def _world_day(working: Working, node: Stated) -> int:
    working.fire("year-of-the-world")
    return annus_mundi_date(node.year or 0, node.month or 0, node.day or 0, _mundi_style(working))


def _season(working: Working, node: Stated) -> Times:
    month = 3 + 3 * node.number
    year = _year_of_month(working, node, month)
    if node.number == 3 and node.word != "pair" and working.choose("which winter", 2) == 1:
        year -= 1  # the winter that ends in the year; first comes the one that begins in it, as in EDTF
    calendar = working.stated_in
    first = month_start(calendar, year, month)
    stop = month_start(calendar, year + (month + 3 > 12), (month + 2) % 12 + 1)
    return Times(working.widen("season", (days(first, stop),)), "season", True)


def _decade(working: Working, node: Stated) -> Times:
    number, base = node.number, node.year
    if number < 100 and node.era and base is None:
        base = 0  # "the 70s AD"
    if number < 100:
        if base is None:
            # Without a century the nearest two are meant in practice, and both are readings.
            base = 1900 - 100 * working.choose("which century", 2)
        number = base + number % 100
    if number % 10:
        raise Impossible("a decade is named by its round year", "write “the 1950s”")
    first = -number - 8 if node.era == "bc" else number
    return Times(working.widen("decade", (_years(working, node, first, 10),)), "decade", True)


def _hundred(working: Working, node: Stated) -> Times:
    number = node.number
    first = -number - 98 if node.era == "bc" else number
    return Times(working.widen("hundreds", (_years(working, node, first, 100),)), "century", True)


def _century(working: Working, node: Stated) -> Times:
    return _numbered(working, node, 100, "century", 200)


def _millennium(working: Working, node: Stated) -> Times:
    return _numbered(working, node, 1000, "millennium", 1000)


def _numbered(working: Working, node: Stated, length: int, unit: str, most: int) -> Times:
    if not 1 <= node.number <= most:
        raise Impossible(f"no {unit} has such a number", f"write “the 2nd {unit}”")
    # The 1st century BC is 100 to 1 BC, astronomically -99 to 0.
    first = 1 - length * node.number if node.era == "bc" else length * (node.number - 1) + 1
    return Times(working.widen(unit, (_years(working, node, first, length),)), unit, True)


def _feast(working: Working, node: Stated) -> Times:
    calendar = working.stated_in
    year = _year_of_month(working, node, {"fixed": node.number // 100, "advent": 11}.get(node.word, 4))
    number = 0
    if node.word == "fixed":
        month, day = divmod(node.number, 100)
        style = _style(working, node)
        number = (
            day_number(calendar, year, month, day)
            if style == _JANUARY or node.era == "am"
            else _in_style(working, node, month, day)
        )
    elif node.word != "advent":
        if year < FIRST_EASTER:
            raise Impossible("Easter was not reckoned by one rule before the Council of Nicaea", "write the date")
        number = _from_easter(working, node, year)
    stop = number + 1
    if node.word == "advent":
        andrew = day_number(calendar, year, 11, 30)
        sunday = andrew - (weekday(andrew) + 4) % 7 + 3  # the one nearest to him
        number = sunday + max(node.number, 0)
        stop = number + 1 if node.number >= 0 else day_number(calendar, year, 12, 25)
    elif node.word == "lent":
        stop = number - node.number
    elif node.word == "week":
        stop = number + 7
    if stop > number + 1 and node.weekday is not None:
        raise Impossible("that is more than one day", "write which of them: “the first Sunday of Lent 1518”")
    _check_weekday(working, node, number)
    return Times(working.widen("feast", (days(number, stop),)), "day")


def _in_style(working: Working, node: Stated, month: int, day: int) -> int:
    """The day of a year counted in the style in force; of two in a year from Easter each is a reading."""
    found = days_in_style(working.stated_in, _year(node), month, day, working.style)
    return found[
        working.choose("after the Easter that begins the year, or before the next", 2) if found[1:] else 0
    ]


def _from_easter(working: Working, node: Stated, year: int) -> int:
    """The day counted from the Easter that puts it in the year of the style: Ash Wednesday 1380 may be of 1381."""
    calendar, style = "julian" if node.word == "orthodox" else working.stated_in, _style(working, node)
    days_of = [easter_sunday(y, calendar) + node.number for y in range(year - 1, year + 2)]
    if style == _JANUARY or node.era == "am":
        return days_of[1]
    start, stop = (year_start(working.stated_in, y, style) for y in (year, year + 1))
    return next((day for day in days_of if start <= day < stop), days_of[1])


def _roman_day(working: Working, node: Stated) -> Times:
    """The Kalends, Nones or Ides, or so many days before them, both counted: IX Kal. Sept. is 24 August.

    The year is that of the day: XIX Kal. Jan. 1203 is 14 December 1203, and that of 1202 on a second reading. "The
    19th day before the Kalends of January 1203" is a count from that day like any other.
    """
    calendar, month = working.stated_in, node.month or 0
    if node.era == "am":
        found = _day_of_rome(working, node, calendar, _year_of_month(working, node, month))
        return Times(working.widen("roman-day", (days(found, found + 1),)), "day")
    year, style = _year(node), _style(working, node)
    start, stop = (year_start(calendar, number, style) for number in (year, year + 1))
    named = node._replace(day=None) if node.number else node
    first = calendar_date(calendar, start)[0]
    year = next(
        (y for y in range(first, first + 3) if start <= _day_of_rome(working, named, calendar, y) < stop), year
    )
    if node.word == "kalends" and month == 1 and style == _JANUARY and named.day is not None:
        year -= working.choose("whose year is meant, the day's or the Kalends'", 2)
    found = _day_of_rome(working, node, calendar, year)
    return Times(working.widen("roman-day", (days(found, found + 1),)), "day")


_OCTOBER_LIKE = (3, 5, 7, 10)  # the months whose Nones are the 7th and whose Ides are the 15th


def _day_of_rome(working: Working, node: Stated, calendar: str, year: int) -> int:
    """The day counted from the Kalends, Nones or Ides of the month in that year.

    The day that a leap year inserts is none of the count: 24 and 25 February are then both VI Kal. Mart.
    """
    month = node.month or 0
    late = month in _OCTOBER_LIKE
    number = day_number(
        calendar, year, month, {"kalends": 1, "nones": 5 + 2 * late, "ides": 13 + 2 * late}[node.word]
    )
    if node.day is None or node.number:  # in words it is a count like any other
        return number - (node.day or 1) + 1
    leaps = False
    most = {"ides": 8, "nones": 4 + 2 * late}.get(node.word, 0)
    if node.word == "kalends":
        before = (month - 2) % 12 + 1
        length = number - month_start(calendar, year - (month == 1), before)
        leaps = length == 29
        most = length - (15 if before in _OCTOBER_LIKE else 13) + 1 - leaps
    if node.day > most:
        raise Impossible(
            f"no day is {node.day} days before these {node.word.capitalize()}, as Romans counted",
            f"the greatest number is {most}",
            Refusal.IMPOSSIBLE_DAY,
        )
    inserted = leaps and (
        node.day > 6 or (node.day == 6 and working.choose("which of two days of that name", 2) == 1)
    )
    return number - node.day + 1 - inserted


def _before_present(working: Working, node: Stated) -> Times:
    year = year_before_present(node.number, calibrated=node.word == "cal")
    first, stop = (year_start(working.stated_in, number) for number in (year, year + 1))
    return Times(working.widen("cal-bp", (days(first, stop),)), "year", True)


def _bare(working: Working, node: Stated) -> Times:
    raise Impossible(
        "a number alone is no date", "write what it counts: “AD 14”, “14 February 1956”", Refusal.INCOMPLETE
    )


_UNITS: dict[str, Callable[[Working, Stated], Times]] = {
    "day": _day,
    "month": _month,
    "year": _one_year,
    "split-year": _split_year,
    "season": _season,
    "decade": _decade,
    "hundred": _hundred,
    "century": _century,
    "millennium": _millennium,
    "feast": _feast,
    "roman-day": _roman_day,
    "before-present": _before_present,
    "olympiad": years_of_olympiad,
    "number": _bare,
    "ordinal": _bare,
}


def dual(working: Working, node: Dual) -> Times:
    """The day that both halves name, each in its calendar; halves that do not fit are an error that says why."""
    halves = []
    for half in (node.first, node.child):
        if half.month is None or half.day is None or half.year is None:
            raise Impossible("one half of the dual date is incomplete", "write “23 (10) October 1917”")
        halves.append((_year(half), half.month, half.day))
    found = dual_date(halves[0], halves[1])
    stated = {"julian": found.julian, "gregorian": found.gregorian}.get(node.child.calendar, halves[1])
    if stated != halves[1]:
        raise Impossible(
            f"the date in brackets is not the {node.child.calendar.capitalize()} one",
            "exchange the two, or the styles beside them",
        )
    _check_weekday(working, node.first, found.day_number)
    if node.first.rule == "dual-year":
        working.fire("dual-year")
    working.state_in(working.conventions.calendar)
    if node.first.era:
        working.fire("era")
    number = found.day_number
    return Times(working.widen("dual-date", (days(number, number + 1),)), "day")


def in_indiction(working: Working, node: Indiction) -> Times:
    """The child as far as it lies in years of the indiction, in the Julian calendar."""
    found = working.times(node.child)
    era = era_named(node.era, working.conventions.eras)
    assert era is not None
    kept: list[Stretch] = []
    for stretch in found.stretches:
        if not isinstance(stretch.start, int) or not isinstance(stretch.stop, int):
            raise Impossible("an indiction needs a date of the calendar beside it", "write “1492, indiction 10”")
        if stretch.stop - stretch.start > 40_000 * DAY:
            raise Impossible("an indiction recurs every 15 years and says little of so long a time")
        day, last = stretch.start // DAY, -(-stretch.stop // DAY)
        while day < last:
            number, turn = indiction_of(day, era)
            if number == node.number:
                kept.append(days(day, min(turn, last)))
            day = turn
    if not kept:
        raise Impossible(
            f"no day of that date lies in indiction {node.number}", "correct the date or the indiction"
        )
    return Times(working.widen("indiction", tuple(kept)), "day" if len(kept) == 1 else found.grain)
