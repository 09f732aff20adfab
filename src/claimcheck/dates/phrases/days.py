"""The grammar of days, months and numbered units as stated: "13 February 1956", "February 13th", "16th century".

Belongs here: what begins with a number or a month. Does not belong here: years alone (see `years`),
seasons, decades, feasts (see `units`).
"""

from __future__ import annotations

from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.era_years import joint_reign
from claimcheck.dates.phrases.figures import numeric, slashed_days
from claimcheck.dates.phrases.kinds import (
    AND,
    CALIBRATED,
    CIRCA,
    ERA,
    MERIDIEM,
    MONTH,
    NUMBER,
    NUMERIC,
    ORDINAL,
    PRESENT,
    QUARTER,
    ROMAN,
    ROMAN_DAY,
    SEASON,
    SYMBOL,
    UNIT,
)
from claimcheck.dates.phrases.nodes import Dual, Fraction, Node, Run, Stated
from claimcheck.dates.phrases.years import (
    abbreviated,
    abbreviates,
    decade,
    era_after,
    stated_year,
)
from claimcheck.dates.refusal_kinds import Refusal


def numbered(cursor: Cursor) -> Node | None:
    """What begins with a number: a day, a year, a century …; None for a number with which no date begins."""
    i = cursor.i
    kind, number = cursor.kinds[i], cursor.numbers[i]
    after, word = cursor.kinds[i + 1], cursor.words[i + 1]
    if after == MONTH and number < 1:
        return _last_of_month(cursor)
    if after == MONTH and number < 100 and kind != ROMAN:
        cursor.i += 2
        return _day(cursor, number, cursor.numbers[i + 1])
    if kind == ORDINAL and number > 0 and after == SYMBOL:
        node = _centuries(cursor, i, number)
        if node is not None:
            return node
    if after == UNIT:
        if word in ("century", "millennium", "olympiad"):
            cursor.i += 2
            return Stated(word, number=number, era=era_after(cursor))
        if word == "year" and number % 10 == 0 and 20 <= number < 100 and cursor.numbers[i + 1] == 2:
            return decade(cursor)  # «пятидесятые годы»
        if word == "year" and kind != ROMAN:
            return _year_by_word(cursor, number, kind == ORDINAL and cursor.numbers[i + 1] == 2)
        if word == "day" and cursor.kinds[i + 2] == MONTH and number > 0:
            cursor.i += 3  # «5-го числа мая»
            return _day(cursor, number, cursor.numbers[i + 2])
    if after == CIRCA and word == "c" and (kind != NUMBER or number <= 21) and cursor.kinds[i + 2] != NUMBER:
        cursor.i += 2
        return Stated("century", number=number, era=era_after(cursor))
    if after == SYMBOL and kind in (NUMBER, ORDINAL) and number > 0 and _between_dashes(cursor, i):
        cursor.i += 3  # "28-Jun-1914"
        return _day(cursor, number, cursor.numbers[i + 2], dashed=True)
    if after == ROMAN_DAY and number > 1:
        return _before_roman_day(cursor, number)
    if after == AND and kind == NUMBER:
        node = joint_reign(cursor)
        if node is not None:
            return node
    if kind == NUMBER:
        return _plain_number(cursor, number, after)
    if number < 1:
        return None
    cursor.i += 1
    if kind == ORDINAL and number <= 31:
        year, era, rule = stated_year(cursor)  # "February 13th or 14th, 1956"
        if year is not None:
            return Stated("day", year, day=number, era=era, rule=rule)
    return Stated("ordinal", number=number, rule="roman-numeral" if kind == ROMAN else "")


def _centuries(cursor: Cursor, i: int, number: int) -> Node | None:
    """ "19th-century" and "19th/20th century"; None, and the cursor unmoved, for anything else."""
    sign, kind = cursor.words[i + 1], cursor.kinds[i + 2]
    if sign == "-" and kind == UNIT and cursor.words[i + 2] in ("century", "millennium"):
        cursor.i += 3
        return Stated(cursor.words[i + 2], number=number, era=era_after(cursor))
    if sign != "/" or kind not in (ORDINAL, NUMBER) or cursor.words[i + 3] != "century":
        return None
    later = cursor.numbers[i + 2]
    cursor.i += 4
    era = era_after(cursor)
    ends = (Stated("century", number=number, era=era), Stated("century", number=later, era=era))
    return Run(*ends, "dash")


def _between_dashes(cursor: Cursor, i: int) -> bool:
    """Whether a month stands between two hyphens after the number at i, and then the figures of a year."""
    return cursor.words[i + 1] == cursor.words[i + 3] in ("-", "/") and cursor.kinds[i + 1 : i + 5] == [
        SYMBOL,
        MONTH,
        SYMBOL,
        NUMBER,
    ]


def _before_roman_day(cursor: Cursor, number: int) -> Node:
    """ "IX Kal. Sept.", "pridie Idus Martias": so many days before, the day itself counted.

    Who dates so does not leave out a century: "IX Kal. Sept. 79" is of AD 79.
    """
    cursor.i += 1
    node = roman_day(cursor)
    if node.year is None and cursor.number_at(cursor.i, 31):
        cursor.i += 1
        node = node._replace(year=cursor.numbers[cursor.i - 1])
    return node._replace(day=number, rule="" if node.rule == "short-year" else node.rule)


def roman_day(cursor: Cursor) -> Stated:
    """ "The Ides of March 44 BC"."""
    word = cursor.words[cursor.i]
    cursor.i += 1
    if not cursor.take(MONTH):
        raise Unread(cursor.i, f"the {word} of which month?", f"write “{word} of March 44 BC”")
    month = cursor.numbers[cursor.i - 1]
    year, era, rule = stated_year(cursor)
    return Stated("roman-day", year, month, word=word, era=era, rule=rule)


def _last_of_month(cursor: Cursor) -> Node:
    """ "The last of January 1603"; "last January" is a January that only its writer knew."""
    i = cursor.i
    if "of" not in cursor.fillers[i + 1]:
        raise Unread(
            i, "the last month of that name, or the last day of it?", "write “the last day of January 1603”"
        )
    cursor.i += 1
    return Fraction(-1, -1, "day", month_first(cursor))


def _year_by_word(cursor: Cursor, number: int, decade: bool) -> Node | None:
    """ "1955 г.", «43 г. до н. э.»; «сорок пятый год» leaves its century open, and is no year 45."""
    start = cursor.i
    cursor.i += 2
    era = era_after(cursor)
    if decade or (number < 100 and not era):
        cursor.i = start
        raise Unread(
            start,
            "a year of two figures does not say its century",
            "write the year in full, or its era",
            Refusal.TWO_DIGIT_YEAR,
        )
    return Stated("year", number, number=number, era=era)


def _plain_number(cursor: Cursor, number: int, after: str) -> Node | None:
    i = cursor.i
    if (
        after == ROMAN
        and cursor.text_of(i, i + 2).isalnum()
        and " " not in cursor.text_of(i, min(i + 3, cursor.n))
    ):
        raise Unread(
            i, "these figures are no date", "write “13.II.1956”, or a year in EDTF with four figures or X"
        )
    if after == ROMAN and number <= 31 and cursor.numbers[i + 1] <= 12:
        cursor.i += 2  # "13 II 1956"
        node = _day(cursor, number, cursor.numbers[i + 1])
        return node._replace(rule="roman-month") if isinstance(node, Stated) else node
    if after == SYMBOL and cursor.words[i + 1] == "(" and _is_dual(cursor, i):
        cursor.i += 5  # "23 (10) October 1917"
        first = _day(cursor, number, cursor.numbers[i + 4])
        if isinstance(first, Stated):
            return Dual(first, first._replace(day=cursor.numbers[i + 2]))
    if len(cursor.words[i]) > 4 and cursor.words[i][0] == "0":
        raise Unread(
            i, "a year of more than four figures does not begin with 0", "write the year without the zero"
        )
    if after in (CALIBRATED, PRESENT):
        return _radiocarbon(cursor, number)
    if after == ERA or number >= 100 or (len(cursor.words[i]) == 4 and number):  # "0098" is a year
        cursor.i += 1
        if number >= 100 and after == MONTH:
            return _year_first(cursor, number)
        if after == SYMBOL and len(cursor.words[i]) == 3 and _may_be_decade(cursor, i):
            return Stated("decade", 10 * number, number=10 * number)
        if number >= 1000 and abbreviates(cursor, number):
            return abbreviated(cursor, number)
        if number >= 100 and cursor.take(QUARTER):
            cursor.i -= 1  # "2020 Q2"
            return quarter(cursor, Stated("year", number, number=number))
        if number >= 100 and after == SEASON:
            cursor.i += 1
            return Stated("season", number, number=cursor.numbers[cursor.i - 1])
        if number > 5000 and after == MERIDIEM and cursor.words[cursor.i] == "am":
            cursor.i += 1
            return Stated("year", number, number=number, era="am")
        return Stated("year", number, number=number, era=era_after(cursor))
    cursor.i += 1
    if number <= 31:
        year, era, rule = stated_year(cursor)  # "February 13 or 14, 1956"
        if year is not None:
            return Stated("day", year, day=number, era=era, rule=rule)
    return Stated("number", number=number)


_LATEST_DECADE = 202


def _may_be_decade(cursor: Cursor, i: int) -> bool:
    """Whether "199?" is a year whose last figure is not known; the year 199 is a second reading."""
    return (
        cursor.words[i + 1] == "?"
        and cursor.numbers[i] <= _LATEST_DECADE
        and cursor.kinds[i + 2] != ERA
        and cursor.choose("a decade or a year", 2) == 0
    )


def _is_dual(cursor: Cursor, i: int) -> bool:
    """Whether a bracketed second day and a month follow the number at i."""
    return (
        cursor.number_at(i + 2, 31)
        and cursor.words[i + 3] == ")"
        and cursor.kinds[i + 3 : i + 5] == [SYMBOL, MONTH]
    )


def _day(cursor: Cursor, day: int, month: int, *, dashed: bool = False) -> Node:
    """A day of a month, with the year if it is stated next; "28 October/9 November 1732" is a dual date.

    Where the parts are `dashed`, the year stands behind a hyphen.
    """
    if dashed:
        cursor.i += 1
        if len(cursor.words[cursor.i]) < 3:
            raise Unread(cursor.i, "a year of two figures does not say its century", "write the year in full")
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


def _year_first(cursor: Cursor, year: int) -> Node:
    """ "1956 February 13" and "1956 February"."""
    month = cursor.numbers[cursor.i]
    cursor.i += 1
    if cursor.number_at(cursor.i, 31) or (cursor.kinds[cursor.i] == ORDINAL and cursor.numbers[cursor.i] > 0):
        cursor.i += 1
        return Stated("day", year, month, cursor.numbers[cursor.i - 1])
    return Stated("month", year, month)


def month_first(cursor: Cursor) -> Node:
    """ "February 14th, 1956", "February 1956", or a month that the other half gives its year."""
    i = cursor.i
    month = cursor.numbers[i]
    cursor.i += 1
    if cursor.kinds[cursor.i] == UNIT and cursor.words[cursor.i] == "month":
        cursor.i += 1
    if cursor.words[cursor.i] == "-" and cursor.kinds[cursor.i + 1] == NUMBER and _is_year(cursor, cursor.i + 1):
        cursor.i += 1  # "Jun-1914"
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


def _is_year(cursor: Cursor, i: int) -> bool:
    """Whether the number at i is a year that stands alone: of four figures, and no month after it."""
    return len(cursor.words[i]) == 4 and cursor.kinds[i + 1] not in (MONTH, NUMBER, UNIT, SEASON)


def _slashed(cursor: Cursor, days: tuple[int, int], month: int) -> Node:
    year, era, rule = stated_year(cursor)
    first = Stated("day", year, month, days[0], era=era, rule=rule)
    second = first._replace(day=days[1])
    return Run(first, second, "slash") if days[1] == days[0] + 1 else Dual(first, second)


def quarter(cursor: Cursor, year: Stated | None = None) -> Node:
    """ "Q2 2020", "2020 Q2"."""
    cursor.i += 1
    if not cursor.number_at(cursor.i, 4):
        raise Unread(cursor.i, "a year has four quarters", "write “Q2 2020”")
    number = cursor.numbers[cursor.i]
    cursor.i += 1
    if year is None:
        stated, era, rule = stated_year(cursor)
        year = Stated("year", stated, number=stated or 0, era=era, rule=rule)
    return Fraction(number, number, "quarter", year)


def figures(cursor: Cursor) -> Node | None:
    """What is written in figures with dots, strokes or hyphens: "13.02.1956", "3/4/1956", "1941/42"."""
    i = cursor.i
    if cursor.kinds[i + 1] == MONTH:
        days = slashed_days(cursor.words[i])  # "11/22 February 1732"
        if days is not None:
            cursor.i += 2
            return _slashed(cursor, days, cursor.numbers[i + 1])
    return numeric(cursor)


def _radiocarbon(cursor: Cursor, number: int) -> Node:
    """ "3600 cal BP", "1500 cal BC"; an uncalibrated age is left to the evaluation to refuse with its reason."""
    cursor.i += 2
    calibrated = cursor.kinds[cursor.i - 1] == CALIBRATED
    if calibrated and cursor.take(ERA):
        return Stated("year", number, number=number, era=cursor.words[cursor.i - 1])
    if calibrated and not cursor.take(PRESENT):
        raise Unread(cursor.i, "calibrated to which era?", "write “3600 cal BP”, “cal BC 1500” or “cal AD 1290”")
    return Stated("before-present", number, number=number, word="cal" if calibrated else "")
