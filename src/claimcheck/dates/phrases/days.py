"""The grammar of days, months and numbered units as stated: "13 February 1956", "February 13th", "16th century".

Belongs here: what begins with a number or a month; years with an era, in two styles, with the century left out;
dates in figures. Does not belong here: seasons, feasts (see `units`).
"""

from __future__ import annotations

from claimcheck.dates.phrases import kinds
from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.era_years import joint_reign
from claimcheck.dates.phrases.kinds import ERA
from claimcheck.dates.phrases.lexemes import roman
from claimcheck.dates.phrases.nodes import Dual, Fraction, Node, Run, Stated
from claimcheck.dates.refusal_kinds import Refusal


def numbered(cursor: Cursor) -> Node | None:
    """What begins with a number: a day, a year, a century …; None for a number with which no date begins."""
    i = cursor.i
    kind, number = cursor.kinds[i], cursor.numbers[i]
    after, word = cursor.kinds[i + 1], cursor.words[i + 1]
    if after == kinds.MONTH and number < 1:
        return _last_of_month(cursor)
    if after == kinds.MONTH and number < 100 and kind != kinds.ROMAN:
        cursor.i += 2
        return _day(cursor, number, cursor.numbers[i + 1])
    if kind in (kinds.ORDINAL, kinds.NUMBER) and number > 0 and after == kinds.SYMBOL:
        node = _centuries(cursor, i, number)
        if node is not None:
            return node
    if word == "/" and kind == cursor.kinds[i + 2] == kinds.NUMBER and cursor.kinds[i + 3] == kinds.MONTH:
        days = slashed_days(f"{number}/{cursor.numbers[i + 2]}")  # "3./4. Mai 1605"
        if days is not None:
            cursor.i += 4
            return _slashed(cursor, days, cursor.numbers[i + 3])
    if after == kinds.UNIT:
        if word in ("century", "millennium", "olympiad"):
            cursor.i += 2
            return Stated(word, number=number, era=era_after(cursor))
        if word == "year" and number % 10 == 0 and 20 <= number < 100 and cursor.numbers[i + 1] == 2:
            return decade(cursor)  # «пятидесятые годы»
        if word == "year" and kind != kinds.ROMAN:
            return _year_by_word(cursor, number, kind == kinds.ORDINAL and cursor.numbers[i + 1] == 2)
        if word == "day" and cursor.kinds[i + 2] == kinds.MONTH and number > 0:
            cursor.i += 3  # «5-го числа мая»
            return _day(cursor, number, cursor.numbers[i + 2])
    if (
        after == kinds.CIRCA
        and word == "c"
        and (kind != kinds.NUMBER or number <= 21)
        and cursor.kinds[i + 2] != kinds.NUMBER
    ):
        cursor.i += 2
        return Stated("century", number=number, era=era_after(cursor))
    if (
        after == kinds.SYMBOL
        and kind in (kinds.NUMBER, kinds.ORDINAL)
        and number > 0
        and _between_dashes(cursor, i)
    ):
        cursor.i += 3  # "28-Jun-1914"
        return _day(cursor, number, cursor.numbers[i + 2], dashed=True)
    if after == kinds.ROMAN_DAY and number > 1:
        return _before_roman_day(cursor, number)
    if after == kinds.AND and kind == kinds.NUMBER:
        node = joint_reign(cursor)
        if node is not None:
            return node
    if kind == kinds.NUMBER:
        return _plain_number(cursor, number, after)
    if number < 1:
        return None
    cursor.i += 1
    if kind == kinds.ORDINAL and number <= 31:
        year, era, rule = stated_year(cursor)  # "February 13th or 14th, 1956"
        if year is not None:
            return Stated("day", year, day=number, era=era, rule=rule)
    return Stated("ordinal", number=number, rule="roman-numeral" if kind == kinds.ROMAN else "")


def _centuries(cursor: Cursor, i: int, number: int) -> Node | None:
    """ "19th-century" and "19th/20th century"; None, and the cursor unmoved, for anything else."""
    sign, kind = cursor.words[i + 1], cursor.kinds[i + 2]
    if sign == "-" and kind == kinds.UNIT and cursor.words[i + 2] in ("century", "millennium"):
        cursor.i += 3
        return Stated(cursor.words[i + 2], number=number, era=era_after(cursor))
    if sign != "/" or kind not in (kinds.ORDINAL, kinds.NUMBER) or cursor.words[i + 3] != "century":
        return None
    later = cursor.numbers[i + 2]
    cursor.i += 4
    era = era_after(cursor)
    ends = (Stated("century", number=number, era=era), Stated("century", number=later, era=era))
    return Run(*ends, "dash")


def _between_dashes(cursor: Cursor, i: int) -> bool:
    """Whether a month stands between two hyphens after the number at i, and then the figures of a year."""
    return cursor.words[i + 1] == cursor.words[i + 3] in ("-", "/") and cursor.kinds[i + 1 : i + 5] == [
        kinds.SYMBOL,
        kinds.MONTH,
        kinds.SYMBOL,
        kinds.NUMBER,
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
    if not cursor.take(kinds.MONTH):
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
    if not era and cursor.kinds[cursor.i] == kinds.MONTH:
        return _year_first(cursor, number)  # «1791 г. мая 1»
    return Stated("year", number, number=number, era=era)


def _plain_number(cursor: Cursor, number: int, after: str) -> Node | None:
    i = cursor.i
    if (
        after == kinds.ROMAN
        and cursor.text_of(i, i + 2).isalnum()
        and " " not in cursor.text_of(i, min(i + 3, cursor.n))
    ):
        raise Unread(
            i, "these figures are no date", "write “13.II.1956”, or a year in EDTF with four figures or X"
        )
    if after == kinds.ROMAN and number <= 31 and cursor.numbers[i + 1] <= 12:
        cursor.i += 2  # "13 II 1956"
        node = _day(cursor, number, cursor.numbers[i + 1])
        return node._replace(rule="roman-month") if isinstance(node, Stated) else node
    if after == kinds.SYMBOL and cursor.words[i + 1] == "(" and _is_dual(cursor, i):
        cursor.i += 5  # "23 (10) October 1917"
        first = _day(cursor, number, cursor.numbers[i + 4])
        if isinstance(first, Stated):
            return Dual(first, first._replace(day=cursor.numbers[i + 2]))
    if len(cursor.words[i]) > 4 and cursor.words[i][0] == "0":
        raise Unread(
            i, "a year of more than four figures does not begin with 0", "write the year without the zero"
        )
    if after in (kinds.CALIBRATED, kinds.PRESENT):
        return _radiocarbon(cursor, number)
    if after == kinds.ERA or number >= 100 or (len(cursor.words[i]) == 4 and number):  # "0098" is a year
        cursor.i += 1
        if number >= 100 and after == kinds.MONTH:
            return _year_first(cursor, number)
        if after == kinds.SYMBOL and len(cursor.words[i]) == 3 and _may_be_decade(cursor, i):
            return Stated("decade", 10 * number, number=10 * number)
        if number >= 1000 and abbreviates(cursor, number):
            return abbreviated(cursor, number)
        if number >= 100 and cursor.take(kinds.QUARTER):
            cursor.i -= 1  # "2020 Q2"
            return quarter(cursor, Stated("year", number, number=number))
        if number >= 100 and after == kinds.SEASON:
            cursor.i += 1
            return Stated("season", number, number=cursor.numbers[cursor.i - 1])
        if number > 5000 and after == kinds.MERIDIEM and cursor.words[cursor.i] == "am":
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
        and cursor.kinds[i + 2] != kinds.ERA
        and cursor.choose("a decade or a year", 2) == 0
    )


def _is_dual(cursor: Cursor, i: int) -> bool:
    """Whether a bracketed second day and a month follow the number at i."""
    return (
        cursor.number_at(i + 2, 31)
        and cursor.words[i + 3] == ")"
        and cursor.kinds[i + 3 : i + 5] == [kinds.SYMBOL, kinds.MONTH]
    )


def _day(cursor: Cursor, day: int, month: int, *, dashed: bool = False) -> Node:
    """A day of a month, with the year if it is stated next; "28 October/9 November 1732" is a dual date.

    Where the parts are `dashed`, the year stands behind a hyphen.
    """
    if dashed:
        cursor.i += 1
        if len(cursor.words[cursor.i]) < 3:
            raise Unread(cursor.i, "a year of two figures does not say its century", "write the year in full")
    if cursor.kinds[cursor.i] == kinds.UNIT and cursor.words[cursor.i] == "month":
        cursor.i += 1  # «13 числа мая месяца»
    year, era, rule = stated_year(cursor)
    doubled = year is not None and month <= 3 and not rule and _goes_into_next(cursor, year)
    if year is not None and doubled and cursor.choose("a double year or a run of years", 2) == 0:
        cursor.i += 2  # "24 Feb 1558-1559", as some have it for 1558/9
        year, rule = year + 1, "dual-year"
    node = Stated("day", year, month, day, era=era, rule=rule)
    i = cursor.i
    if (
        cursor.words[i] == "/"
        and cursor.kinds[i] == kinds.SYMBOL
        and cursor.kinds[i + 1] in (kinds.NUMBER, kinds.ORDINAL)
        and cursor.kinds[i + 2] == kinds.MONTH
    ):
        cursor.i += 3
        second = _day(cursor, cursor.numbers[i + 1], cursor.numbers[i + 2])
        if isinstance(second, Stated):
            if year is None:
                node = node._replace(year=second.year, era=second.era)
            if second.day == 1 and day >= 28 and (second.month or 0) % 12 == (month + 1) % 12:
                return Run(node, second, "dash")  # "31 May/1 June 1850": no calendars differ by one day
            return Dual(node, second)
    return node


def _goes_into_next(cursor: Cursor, year: int) -> bool:
    """Whether a hyphen and the next year follow, and no month of it."""
    i = cursor.i
    if not cursor.at_dash() or cursor.kinds[i + 1] != kinds.NUMBER or cursor.kinds[i + 2] == kinds.MONTH:
        return False
    return f"{year + 1}".endswith(cursor.words[i + 1])


def _year_first(cursor: Cursor, year: int) -> Stated:
    """ "1956 February 13" and "1956 February"."""
    month = cursor.numbers[cursor.i]
    cursor.i += 1
    if cursor.number_at(cursor.i, 31) or (
        cursor.kinds[cursor.i] == kinds.ORDINAL and cursor.numbers[cursor.i] > 0
    ):
        cursor.i += 1
        return Stated("day", year, month, cursor.numbers[cursor.i - 1])
    return Stated("month", year, month)


def month_first(cursor: Cursor) -> Node:
    """ "February 14th, 1956", "February 1956", or a month that the other half gives its year."""
    i = cursor.i
    month = cursor.numbers[i]
    cursor.i += 1
    if cursor.kinds[cursor.i] == kinds.UNIT and cursor.words[cursor.i] == "month":
        cursor.i += 1
    if (
        cursor.words[cursor.i] == "-"
        and cursor.kinds[cursor.i + 1] == kinds.NUMBER
        and _is_year(cursor, cursor.i + 1)
    ):
        cursor.i += 1  # "Jun-1914"
    year, era, rule = stated_year(cursor)
    if year is not None:
        return Stated("month", year, month, era=era, rule=rule)
    kind = cursor.kinds[cursor.i]
    if kind == kinds.NUMERIC:
        days = slashed_days(cursor.words[cursor.i])  # "February 11/22, 1732"
        if days is not None:
            cursor.i += 1
            return _slashed(cursor, days, month)
    if cursor.number_at(cursor.i, 31) or (kind == kinds.ORDINAL and 1 <= cursor.numbers[cursor.i] <= 31):
        cursor.i += 1
        day = cursor.numbers[cursor.i - 1]
        cursor.i += cursor.kinds[cursor.i] == kinds.UNIT and cursor.words[cursor.i] == "day"  # «мая 1 дня 1791 г.»
        return _day(cursor, day, month)
    return Stated("month", month=month)


def _is_year(cursor: Cursor, i: int) -> bool:
    """Whether the number at i is a year that stands alone: of four figures, and no month after it."""
    return len(cursor.words[i]) == 4 and cursor.kinds[i + 1] not in (
        kinds.MONTH,
        kinds.NUMBER,
        kinds.UNIT,
        kinds.SEASON,
    )


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
    if cursor.kinds[i + 1] == kinds.MONTH:
        days = slashed_days(cursor.words[i])  # "11/22 February 1732"
        if days is not None:
            cursor.i += 2
            return _slashed(cursor, days, cursor.numbers[i + 1])
        later = dual_year(cursor.words[i])
        if later is not None:  # "1700/1 February 3"
            cursor.i += 1
            return _year_first(cursor, later)._replace(rule="dual-year")
    return numeric(cursor)


def _radiocarbon(cursor: Cursor, number: int) -> Node:
    """ "3600 cal BP", "1500 cal BC"; an uncalibrated age is left to the evaluation to refuse with its reason."""
    cursor.i += 2
    calibrated = cursor.kinds[cursor.i - 1] == kinds.CALIBRATED
    if calibrated and cursor.take(kinds.ERA):
        return Stated("year", number, number=number, era=cursor.words[cursor.i - 1])
    if calibrated and not cursor.take(kinds.PRESENT):
        raise Unread(cursor.i, "calibrated to which era?", "write “3600 cal BP”, “cal BC 1500” or “cal AD 1290”")
    return Stated("before-present", number, number=number, word="cal" if calibrated else "")


# ------------------------------------------------------------ dates in figures

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
            raise Unread(index, "these figures are no date", "write day, month and year: “13.02.1956”")
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
        ends = (Stated("year", first, number=first), Stated("year", second, number=second))
        return Run(*ends, "dash")
    raise Unread(index, "these figures are no date", "write “1941/42” for a year that runs over two")


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


# ------------------------------------------------------------ years

_SMALLEST_YEAR = 32  # a plain number that can be no day; smaller ones need an era or the word "year"


def stated_year(cursor: Cursor) -> tuple[int | None, str, str]:
    """A year from here on: its number, era and rule; None, and the cursor unmoved, if none is stated.

    A comma may stand before it. A number below 32 is a year only with an era, the word "year" or four figures. A
    year of two figures without an era has the rule "short-year": only its neighbour can still say the era.
    """
    start = cursor.i
    if cursor.kinds[start] == kinds.SYMBOL and cursor.words[start] == ",":
        cursor.i += 1
    era = ""
    if cursor.kinds[cursor.i] == kinds.ERA:
        era = cursor.words[cursor.i]
        cursor.i += 1
    kind, number = cursor.kinds[cursor.i], cursor.numbers[cursor.i]
    if kind == kinds.NUMERIC:
        year = dual_year(cursor.words[cursor.i])
        if year is not None:
            cursor.i += 1
            year_word(cursor)
            return year, era, "dual-year"
    after = cursor.kinds[cursor.i + 1]
    if kind == kinds.NUMBER and (
        era
        or number >= _SMALLEST_YEAR
        or (len(cursor.words[cursor.i]) == 4 and number > 0)
        or after == kinds.ERA
        or (after == kinds.UNIT and cursor.words[cursor.i + 1] == "year")
    ):
        rule = "" if len(cursor.words[cursor.i]) > 2 else "short-year"
        cursor.i += 1
        year_word(cursor)
        if not era and cursor.take(kinds.ERA):
            era = cursor.words[cursor.i - 1]
        elif (
            not era
            and number > 5000
            and cursor.kinds[cursor.i] == kinds.MERIDIEM
            and cursor.words[cursor.i] == "am"
        ):
            cursor.i += 1  # "7208 AM": no morning has 7208 hours
            era = "am"
        return number, era, "" if era else rule
    cursor.i = start
    return None, "", ""


def year_word(cursor: Cursor) -> None:
    """Passes the word "year" behind a number: «1955 г.»."""
    if cursor.kinds[cursor.i] == kinds.UNIT and cursor.words[cursor.i] == "year":
        cursor.i += 1


def era_after(cursor: Cursor) -> str:
    """The era that comes next, the word "year" before it or not, which is then passed; "" for none."""
    if (
        cursor.kinds[cursor.i] == kinds.UNIT
        and cursor.words[cursor.i] == "year"
        and cursor.kinds[cursor.i + 1] == kinds.ERA
    ):
        cursor.i += 1
    if cursor.take(kinds.ERA):
        return cursor.words[cursor.i - 1]
    return ""


def abbreviates(cursor: Cursor, number: int) -> bool:
    """Whether "-56" follows: a second year with its century left out, and no month or unit after it."""
    i = cursor.i
    return (
        cursor.at_dash()
        and cursor.kinds[i + 1] == kinds.NUMBER
        and len(cursor.words[i + 1]) <= 2
        and cursor.kinds[i + 2] not in (kinds.MONTH, kinds.ROMAN, kinds.NUMBER, kinds.CALIBRATED, kinds.PRESENT)
        and not (cursor.kinds[i + 2] == kinds.UNIT and cursor.words[i + 2] != "year")
        and cursor.kinds[i + 2] != kinds.ERA
        and not (cursor.kinds[i + 2] == kinds.SYMBOL and cursor.words[i + 2] == "/")
    )


def abbreviated(cursor: Cursor, number: int) -> Node:
    """ "1955-56", "1955–6": a run of years whose second has its century left out; or a month, "1905-06"."""
    dash, digits, second = (cursor.words[cursor.i], cursor.words[cursor.i + 1], cursor.numbers[cursor.i + 1])
    cursor.i += 2
    scale = 10 ** len(digits)
    later = number - number % scale + second
    if later < number and scale == 100:
        later += scale  # "1899–02"; a single figure stays within the decade
    if later <= number:
        raise Unread(cursor.i - 1, "the second year is not after the first", "write both years in full")
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
    before = cursor.words[i - 1] in ("-", "–") and cursor.kinds[i - 2] == kinds.NUMBER if i > 1 else False
    return any(kind == kinds.DECADE and number % 100 for kind, number in others) or (
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
    if cursor.kinds[i] in (kinds.ORDINAL, kinds.ROMAN, kinds.NUMBER) and cursor.words[i + 1] == "century":
        cursor.i += 2
        return Stated("decade", (cursor.numbers[i] - 1) * 100, number=number, era=era_after(cursor))
    return Stated("decade", number=number)
