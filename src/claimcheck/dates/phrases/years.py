"""The grammar of years as stated: with an era, in two styles, with the century left out.

Belongs here: a year after a day, a month or a season, and years abbreviated. Does not belong here: what a year
belongs to (see `days`, `units`).
"""

from __future__ import annotations

from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.figures import dual_year
from claimcheck.dates.phrases.kinds import (
    CALIBRATED,
    DECADE,
    ERA,
    MERIDIEM,
    MONTH,
    NUMBER,
    NUMERIC,
    ORDINAL,
    PRESENT,
    ROMAN,
    SYMBOL,
    UNIT,
)
from claimcheck.dates.phrases.nodes import Node, Run, Stated

_SMALLEST_YEAR = 32  # a plain number that can be no day; smaller ones need an era or the word "year"


def stated_year(cursor: Cursor) -> tuple[int | None, str, str]:
    """A year from here on: its number, era and rule; None, and the cursor unmoved, if none is stated.

    A comma may stand before it. A number below 32 is a year only with an era, the word "year" or four figures. A
    year of two figures without an era has the rule "short-year": only its neighbour can still say the era.
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
            year_word(cursor)
            return year, era, "dual-year"
    after = cursor.kinds[cursor.i + 1]
    if kind == NUMBER and (
        era
        or number >= _SMALLEST_YEAR
        or (len(cursor.words[cursor.i]) == 4 and number > 0)
        or after == ERA
        or (after == UNIT and cursor.words[cursor.i + 1] == "year")
    ):
        rule = "" if len(cursor.words[cursor.i]) > 2 else "short-year"
        cursor.i += 1
        year_word(cursor)
        if not era and cursor.take(ERA):
            era = cursor.words[cursor.i - 1]
        elif not era and number > 5000 and cursor.kinds[cursor.i] == MERIDIEM and cursor.words[cursor.i] == "am":
            cursor.i += 1  # "7208 AM": no morning has 7208 hours
            era = "am"
        return number, era, "" if era else rule
    cursor.i = start
    return None, "", ""


def year_word(cursor: Cursor) -> None:
    """Passes the word "year" behind a number: «1955 г.»."""
    if cursor.kinds[cursor.i] == UNIT and cursor.words[cursor.i] == "year":
        cursor.i += 1


def era_after(cursor: Cursor) -> str:
    """The era that comes next, the word "year" before it or not, which is then passed; "" for none."""
    if cursor.kinds[cursor.i] == UNIT and cursor.words[cursor.i] == "year" and cursor.kinds[cursor.i + 1] == ERA:
        cursor.i += 1
    if cursor.take(ERA):
        return cursor.words[cursor.i - 1]
    return ""


def abbreviates(cursor: Cursor, number: int) -> bool:
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


def abbreviated(cursor: Cursor, number: int) -> Node:
    """ "1955-56", "1955–6": a run of years whose second has its century left out; or a month, "1905-06"."""
    dash, digits, second = (
        cursor.words[cursor.i],
        cursor.words[cursor.i + 1],
        cursor.numbers[cursor.i + 1],
    )
    cursor.i += 2
    scale = 10 ** len(digits)
    later = number - number % scale + second
    if later < number and scale == 100:
        later += scale  # "1899–02"; a single figure stays within the decade
    if later <= number:
        raise Unread(
            cursor.i - 1,
            "the second year is not after the first",
            "write both years in full",
        )
    month = dash == "-" and len(digits) == 2 and 1 <= second <= 12
    if month and (second <= number % 100 or cursor.choose("a month or a second year", 2) == 0):
        return Stated("month", number, second)  # "1905-06" as ISO 8601 has it
    return Run(
        Stated("year", number, number=number, rule="abbreviated-year"),
        Stated("year", later, number=later, rule="abbreviated-year"),
        "dash",
    )


def _beside_decades(cursor: Cursor, i: int) -> bool:
    """Whether decades that are no whole century stand in the phrase, as in "late 1890s–early 1900s".

    «1890–1900-е годы» says so of both ends with one ending.
    """
    others = zip(cursor.kinds[: cursor.n], cursor.numbers, strict=False)
    before = cursor.words[i - 1] in ("-", "–") and cursor.kinds[i - 2] == NUMBER if i > 1 else False
    return any(kind == DECADE and number % 100 for kind, number in others) or (
        before and cursor.numbers[i - 2] >= 100 and cursor.numbers[i - 2] % 100 in range(10, 100, 10)
    )


def decade(cursor: Cursor) -> Node:
    """ "The 1950s", "the fifties", «1900-е годы»: a decade, or the hundred years that its figures may mean."""
    at, number = cursor.i, cursor.numbers[cursor.i]
    cursor.i += 1
    year_word(cursor)
    i = cursor.i
    if number >= 100:
        if number % 100 == 0:
            first = "decade" if _beside_decades(cursor, at) else "hundred"
            second = "hundred" if first == "decade" else "decade"
            unit = (first, second)[cursor.choose("a century or a decade", 2)]
            return Stated(unit, number, number=number, era=era_after(cursor))
        return Stated("decade", number, number=number, era=era_after(cursor))
    if cursor.kinds[i] in (ORDINAL, ROMAN, NUMBER) and cursor.words[i + 1] == "century":
        cursor.i += 2
        return Stated(
            "decade",
            (cursor.numbers[i] - 1) * 100,
            number=number,
            era=era_after(cursor),
        )
    return Stated("decade", number=number)
