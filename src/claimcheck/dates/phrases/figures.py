"""Dates in figures inside phrases: 13.02.1956, 13.II.1956, 3/4/1956, 25-5-2001, 1956-02-13, 1731/2.

Belongs here: the forms of figures with dots, strokes and hyphens. Does not belong here: EDTF as a whole text.
"""

from __future__ import annotations

from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.kinds import ERA
from claimcheck.dates.phrases.lexemes import roman
from claimcheck.dates.phrases.nodes import Node, Run, Stated
from claimcheck.dates.refusal_kinds import Refusal

DAY_OR_MONTH_FIRST = "day or month first"


def numeric(cursor: Cursor) -> Node:
    """The date that the figures next at the cursor stand for; two readings of 3/4/1956."""
    i, text = cursor.i, cursor.words[cursor.i]
    cursor.i += 1
    if "/" in text:
        return _stroked(cursor, text, i)
    if "." in text:
        return _dotted(text, i)
    return _hyphened(cursor, text, i)


_ISO = (4, 2, 2)  # figures of year, month and day


def _hyphened(cursor: Cursor, text: str, index: int) -> Stated:
    """ "1956-02-13", "1914-6-28", "25-5-2001": three figures are a day; the year is the one of three or more."""
    parts = text.split("-")
    lengths = tuple(map(len, parts))
    first, second, third = map(int, parts)
    if lengths[0] >= 3 and lengths[2] <= 2:
        return Stated("day", first, second, third, rule="iso-day" if lengths == _ISO else "stroked-date")
    if lengths[0] >= 3:
        raise Unread(index, "these figures are no date", "write year, month and day: “1914-06-28”")
    return _day_month_year(cursor, first, second, _full_year(parts[2], index))


def _day_month_year(cursor: Cursor, first: int, second: int, year: int) -> Stated:
    """Day and month in either order; two readings where both can be."""
    if first > 12 >= second:
        return Stated("day", year, second, first, rule="stroked-date")
    if second > 12 >= first:
        return Stated("day", year, first, second, rule="stroked-date")
    if first == second or cursor.choose(DAY_OR_MONTH_FIRST, 2) == 0:
        return Stated("day", year, second, first, rule="stroked-date")
    return Stated("day", year, first, second, rule="stroked-date")


def _dotted(text: str, index: int) -> Stated:
    """Day, month and year with dots, the day first (ISO/R 2014's forerunners; common on the Continent)."""
    parts = [part.strip() for part in text.split(".")]
    month = int(parts[1]) if parts[1].isdigit() else roman(parts[1])
    if len(parts) == 2:
        if len(parts[1]) == 4:
            return Stated("month", month, int(parts[0]), rule="dotted-date")
        if len(parts[1]) == 3:
            raise Unread(
                index,
                "these figures are no date",
                "write day, month and year: “13.02.1956”",
            )
        return Stated("day", month=month, day=int(parts[0]), rule="dotted-date")
    year = _full_year(parts[2], index)
    rule = "dotted-date" if parts[1].isdigit() else "roman-month"
    return Stated("day", year, month, int(parts[0]), rule=rule)


def _full_year(digits: str, index: int) -> int:
    if len(digits) < 3:
        raise Unread(
            index,
            "a year of two figures does not say its century",
            "write the year in full",
            Refusal.TWO_DIGIT_YEAR,
        )
    return int(digits)


def _stroked(cursor: Cursor, text: str, index: int) -> Node:
    parts = text.split("/")
    first, second = int(parts[0]), int(parts[1])
    if cursor.kinds[cursor.i] == ERA and cursor.words[cursor.i] == "bc":
        return _split_year_before_christ(cursor, parts, index)
    if len(parts) == 3:
        if len(parts[0]) == 4:  # 1956/02/13
            return Stated("day", first, second, int(parts[2]), rule="stroked-date")
        return _day_month_year(cursor, first, second, _full_year(parts[2], index))
    later = dual_year(text)
    if later is not None:
        return Stated("split-year", later - 1, number=later - 1)
    if len(parts[1]) == 4 and first <= 12:
        return Stated("month", second, first, rule="stroked-date")
    if len(parts[0]) == 4 and len(parts[1]) == 4 and second > first:
        ends = (
            Stated("year", first, number=first),
            Stated("year", second, number=second),
        )
        return Run(*ends, "dash")
    raise Unread(
        index,
        "these figures are no date",
        "write “1941/42” for a year that runs over two",
    )


_RUN = 10  # years; nearer ones may be a slip for a year that runs over two


def _split_year_before_christ(cursor: Cursor, parts: list[str], index: int) -> Node:
    """ "751/750 BC", "751/0 BC": a year of Greeks or Romans that runs over two; "7000/6500 BC" is a run."""
    first = int(parts[0])
    later = first - 1
    if len(parts) == 2 and 3 <= len(parts[1]) <= len(parts[0]) and int(parts[1]) <= first - _RUN:
        second = int(parts[1])
        return Run(Stated("year", first, number=first), Stated("year", second, number=second), "dash")
    if len(parts) != 2 or later < 1 or int(parts[1]) != later % 10 ** len(parts[1]):
        raise Unread(
            index,
            "before Christ the second year is the one below the first",
            "write “751/750 BC” or “751/0 BC” for a year that runs over two",
        )
    cursor.i += 1
    return Stated("split-year", first, number=first, era="bc")


def dual_year(text: str) -> int | None:
    """The later year of "1731/2", "1731/32", "1731/1732" or "999/1000"; None for any other figures."""
    if text.count("/") != 1:
        return None
    first, second = text.split("/")
    later = int(first) + 1
    if not 3 <= len(first) <= 4 or len(second) > len(str(later)):
        return None
    return later if int(second) == later % 10 ** len(second) else None


def slashed_days(text: str) -> tuple[int, int] | None:
    """The two days of "11/22"; None for any other figures."""
    parts = text.split("/")
    if len(parts) != 2 or not all(1 <= len(part) <= 2 and 1 <= int(part) <= 31 for part in parts):
        return None
    return int(parts[0]), int(parts[1])
