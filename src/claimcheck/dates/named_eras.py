"""Eras that have a name: regnal years, Olympiads, years from the founding of Rome; shipped and a corpus's own.

Belongs here: what an era is, the table of those that are known without being stated, the days of a year of one,
indictions. Does not belong here: BC and AD, years of the world, cal BP (see `eras`), how an era is written beside
a number (see `phrases`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, product

from claimcheck.dates.calendars import (
    anniversary,
    calendar_date,
    day_number,
    easter_sunday,
    is_leap_year,
    ordinal,
    year_in_words,
)


@dataclass(frozen=True, slots=True)
class Era:
    """A name, and the day from which its years are counted, as day numbers; `stop` is the day after its last.

    Days within its years are those of `calendar`. Year 1 lasts from `first` to the day before its anniversary,
    which is that of `counted_in` (`calendar` if it is empty); `turns` names eras whose years begin otherwise:
    "ascension" (on Ascension Day), "alexandrian" (on 1 Thoth). `first_stop` ends what was stated as its
    beginning, which is the year of office of a consul or archon; `interrupted` are the days, half-open, that are
    of none of its years, though these were counted on. `rule` is the rule of phrases that reads it.
    """

    name: str
    first: int
    stop: int | None = None
    calendar: str = "julian"
    counted_in: str = ""
    turns: str = ""
    first_stop: int | None = None
    interrupted: tuple[int, int] | None = None
    rule: str = "own-era"
    source: str = ""
    wordings: tuple[str, ...] = ()


class NoSuchYear(ValueError):
    """A year that an era does not have; `last` is the last that it has, 0 where it has no last."""

    def __init__(self, message: str, last: int = 0) -> None:
        super().__init__(message)
        self.last = last


def days_of_year(era: Era, number: int) -> tuple[int, int]:
    """The days of the nth year of an era, as a half-open span of day numbers.

    The last year of a reign ends with the reign, on the day that ended it. Raises NoSuchYear with a plain sentence
    for year 0 and for a year that began after the end.
    """
    if number < 1:
        raise NoSuchYear(f"the years of {era.name} are counted from 1")
    start, stop = _turn(era, number), _turn(era, number + 1)
    if era.stop is None:
        return start, stop
    if start >= era.stop:
        last = last_year_of(era)
        ended = calendar_date(era.calendar, era.stop - 1)
        raise NoSuchYear(
            f"{era.name} had no year {number}: the {ordinal(last)} was the last, and ended in"
            f" {year_in_words(ended[0])}",
            last,
        )
    if era.interrupted is not None:
        out, back = era.interrupted
        if out <= start and stop <= back:
            left, began = (year_in_words(calendar_date(era.calendar, day)[0]) for day in (out - 1, back))
            before = next(number for number in count(1) if _turn(era, number + 1) >= out)
            raise NoSuchYear(f"{era.name} did not reign from {left} to {began}", before)
        if out <= start:
            start = max(start, back)
        elif out < stop:
            stop = out
    return start, min(stop, era.stop)


def last_year_of(era: Era) -> int:
    """The number of the year in which an era ended. It must have an end."""
    assert era.stop is not None
    number = max(1, (era.stop - era.first) // 366)
    while _turn(era, number + 1) < era.stop:
        number += 1
    return number


def _turn(era: Era, number: int) -> int:
    """The day on which the nth year begins."""
    if era.turns == "ascension":
        year = calendar_date("julian", era.first)[0] + number - 1
        return easter_sunday(year, "julian") + 39
    if era.turns == "alexandrian":
        # 1 Thoth is 29 August, and the 30th where the next Julian year is a leap year.
        year = calendar_date("julian", era.first)[0] + number - 1
        return day_number("julian", year, 8, 30 if is_leap_year("julian", year + 1) else 29)
    return anniversary(era.counted_in or era.calendar, era.first, number - 1)


# ------------------------------------------------------------ England

_ENGLAND = "julian-until 1752-09-02"
_CHENEY_JONES = "Cheney & Jones, A Handbook of Dates, 2nd ed., 2000"

# From the day from which the regnal years are counted to the last day of the reign, in the calendar of
# England; then the last day before an interruption, through which the years were counted on, and the first
# after it.
_REIGNS = """
William I       1066-12-25 1087-09-09
William II      1087-09-26 1100-08-02
Henry I         1100-08-05 1135-12-01
Stephen         1135-12-26 1154-10-25
Henry II        1154-12-19 1189-07-06
Richard I       1189-09-03 1199-04-06
John            1199-05-27 1216-10-19
Henry III       1216-10-28 1272-11-16
Edward I        1272-11-20 1307-07-07
Edward II       1307-07-08 1327-01-20
Edward III      1327-01-25 1377-06-21
Richard II      1377-06-22 1399-09-29
Henry IV        1399-09-30 1413-03-20
Henry V         1413-03-21 1422-08-31
Henry VI        1422-09-01 1471-04-14 1461-03-04 1470-10-09
Edward IV       1461-03-04 1483-04-09
Edward V        1483-04-09 1483-06-25
Richard III     1483-06-26 1485-08-22
Henry VII       1485-08-22 1509-04-21
Henry VIII      1509-04-22 1547-01-28
Edward VI       1547-01-28 1553-07-06
Jane            1553-07-06 1553-07-19
Mary I          1553-07-06 1554-07-24
Philip and Mary 1554-07-25 1558-11-17
Elizabeth I     1558-11-17 1603-03-24
James I         1603-03-24 1625-03-27
Charles I       1625-03-27 1649-01-30
Charles II      1649-01-30 1685-02-06
James II        1685-02-06 1688-12-11
William and Mary 1689-02-13 1694-12-27
William III     1689-02-13 1702-03-08
Anne            1702-03-08 1714-08-01
George I        1714-08-01 1727-06-11
George II       1727-06-11 1760-10-25
George III      1760-10-25 1820-01-29
George IV       1820-01-29 1830-06-26
William IV      1830-06-26 1837-06-20
Victoria        1837-06-20 1901-01-22
Edward VII      1901-01-22 1910-05-06
George V        1910-05-06 1936-01-20
Edward VIII     1936-01-20 1936-12-11
George VI       1936-12-11 1952-02-06
Elizabeth II    1952-02-06 2022-09-08
Charles III     2022-09-08 -
"""

# How the rolls, the statute book and the calendars of state papers shorten the names.
_SHORT_NAMES = {
    "william": "will wm willelmi",
    "henry": "hen henrici",
    "stephen": "steph stephani",
    "richard": "ric rich ricardi",
    "john": "joh johannis",
    "edward": "edw edwardi",
    "jane": "",
    "mary": "marie",
    "philip": "phil ph",
    "elizabeth": "eliz elizabethe",
    "james": "jas jac jacobi",
    "charles": "chas car caroli",
    "anne": "ann",
    "george": "geo georgii",
    "victoria": "vict vic",
}
_SHORT_PARTNERS = {"mary": "mary mar m"}
_NUMERALS = {
    "i": "first primi prime",
    "ii": "second secundi",
    "iii": "third tertii",
    "iv": "fourth quarti iiii",
    "v": "fifth quinti",
    "vi": "sixth sexti",
    "vii": "seventh septimi",
    "viii": "eighth octavi",
}


def _wordings_of_reign(name: str) -> tuple[str, ...]:
    """All ways in which a ruler of England is named beside a year: "edward iii", "edw iii", "edward the third"."""
    first, _, second = name.lower().partition(" ")
    names = [first, *_SHORT_NAMES[first].split()]
    if second.startswith("and "):
        partners = _SHORT_PARTNERS[second.removeprefix("and ")].split()
        found = [f"{a} {joined} {b}" for a, joined, b in product(names, ("and", "&"), partners)]
    elif second:
        words = _NUMERALS[second].split()
        found = [f"{a} {number}" for a, number in product(names, (second, *words, f"the {words[0]}"))]
    else:
        found = names
    return tuple(found) + tuple(f"{wording} of england" for wording in found)


def _interruption(days: list[str]) -> tuple[int, int] | None:
    if not days:
        return None
    last, first = (day_number(_ENGLAND, *map(int, day.split("-"))) for day in days)
    return last + 1, first


def _reigns() -> tuple[Era, ...]:
    found = []
    for line in _REIGNS.strip().splitlines():
        name, first, last, *gap = re.split(r"\s+(?=[0-9-])", line)
        begun = day_number(_ENGLAND, *map(int, first.split("-")))
        ended = None if last == "-" else day_number(_ENGLAND, *map(int, last.split("-"))) + 1
        found.append(
            Era(
                name,
                begun,
                ended,
                _ENGLAND,
                # Of George II's years those after the reform begin on 22 June, eleven numerals later.
                counted_in="julian" if first < "1752" else "gregorian",
                turns="ascension" if name == "John" else "",
                interrupted=_interruption(gap),
                rule="regnal-year",
                source=f"{_CHENEY_JONES}: rulers of England and regnal years",
                wordings=_wordings_of_reign(name),
            )
        )
    return tuple(found)


# ------------------------------------------------------------ the ancient eras


_BICKERMAN = "Bickerman, Chronology of the Ancient World, 2nd ed., 1980"
_GRUMEL = "Grumel, La chronologie, 1958"
_GROTEFEND = "Grotefend, Zeitrechnung des deutschen Mittelalters und der Neuzeit"
_PARKER = "Parker & Dubberstein, Babylonian Chronology, 1956"

OLYMPIADS = "Olympiads"
SELEUCID, BABYLONIAN = "Seleucid era", "Seleucid era (Babylon)"
INDICTION, BEDAN, ROMAN = "indiction", "Bedan indiction", "Roman indiction"

_OF_THE_CITY = "a u c | auc | ab urbe condita | anno urbis conditae | anno urbis"
_OF_SELEUCUS = "seleucid era | seleucid year | seleucid | s e | se | era of the seleucids | seleucidan era"
_OF_BABYLON = "seleucid era ( babylon ) | seleucid era ( babylonian ) | babylonian seleucid era | s e b | seb"
_OF_THE_GREEKS = (
    "anno graecorum | a g | ag | year of the greeks | years of the greeks | era of the greeks | era of alexander"
    " | syro macedonian era | syro - macedonian era"
)
_OF_SPAIN = (
    "spanish era | hispanic era | era of spain | era hispanica | aera hispanica | era of caesar | era cesaris"
    " | era caesaris"
)
_OF_THE_MARTYRS = (
    "diocletian | era of diocletian | anno diocletiani | diocletiani | era of the martyrs | era of martyrs"
    " | year of the martyrs | anno martyrum"
)

# Name; first day, of the Julian calendar, its year astronomical; rule; source; wordings.
_COUNTED = f"""
AUC; -752 1 1; auc; {_BICKERMAN}: Varro's count, AUC 1 is 753 BC; {_OF_THE_CITY}
{OLYMPIADS}; -775 7 1; olympiad; {_BICKERMAN}: from the summer of 776 BC, here 1 July;
{SELEUCID}; -311 10 1; seleucid; {_BICKERMAN}: in Syria from the autumn of 312 BC; {_OF_SELEUCUS}
{BABYLONIAN}; -310 4 3; seleucid; {_PARKER}: from 1 Nisan, 3 April 311 BC; {_OF_BABYLON}
Year of the Greeks; -311 10 1; greeks; {_GRUMEL}: in Syriac books from 1 October 312 BC; {_OF_THE_GREEKS}
Spanish era; -37 1 1; spanish-era; {_GROTEFEND}: from 1 January 38 BC; {_OF_SPAIN}
Diocletian; 284 8 29; diocletian; {_BICKERMAN}: from 29 August 284, years from 1 Thoth; {_OF_THE_MARTYRS}
{INDICTION}; 312 9 1; indiction; {_GRUMEL}: the Greek indiction, from 1 September;
{BEDAN}; 312 9 24; indiction; {_CHENEY_JONES}: Bede's, from 24 September;
{ROMAN}; 313 1 1; indiction; {_CHENEY_JONES}: the pope's, from 1 January;
"""


def _counted() -> Iterator[Era]:
    for line in _COUNTED.strip().splitlines():
        name, first, rule, source, wordings = (part.strip() for part in line.split(";"))
        year, month, day = map(int, first.split())
        yield Era(
            name,
            day_number("julian", year, month, day),
            turns="alexandrian" if rule == "diocletian" else "",
            rule=rule,
            source=source,
            wordings=tuple(wordings.split(" | ")) if wordings else (),
        )


SHIPPED: tuple[Era, ...] = (*_reigns(), *_counted())
_BY_NAME = {era.name: era for era in SHIPPED}


def indiction_of(day: int, era: Era) -> tuple[int, int]:
    """The indiction of a day, 1 to 15, and the day on which the next begins; `era` is that of the indictions."""
    number = calendar_date("julian", day)[0] - calendar_date("julian", era.first)[0] + 1
    if _turn(era, number) > day:
        number -= 1
    return (number - 1) % 15 + 1, _turn(era, number + 1)


# ------------------------------------------------------------ by name

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[0-9]+|[^\s.]")
_NUMERAL = re.compile(r"[ivxl]+|[0-9]+")
Names = dict[str, tuple[str, ...]]  # a wording, as its tokens with a space between, to the eras that it may name


def plain_name(name: str) -> str:
    """A name as the words of a text are compared with it: in lower case, without the dots of abbreviations."""
    return " ".join(_TOKEN.findall(name.lower().replace("’", "'")))


def short_forms(name: str) -> list[str]:
    """What a name is shortened to: "Philip II of Spain" to "Philip II" and "Philip"."""
    words = plain_name(name).split()
    found = []
    if "of" in words[1:]:
        words = words[: words.index("of", 1)]
        found.append(" ".join(words))
    if len(words) > 1 and _NUMERAL.fullmatch(words[-1]):
        found.append(" ".join(words[:-1]))
    return found


def _first_names(name: str) -> list[str]:
    """The ruler's name without its number, in full and shortened ("29 Eliz.") where that is no other word."""
    found = short_forms(name)
    return [*found, *(_ALONE[word] for word in found if word in _ALONE)]


_ALONE = {"william": "wm", "henry": "hen", "richard": "ric", "edward": "edw", "elizabeth": "eliz", "james": "jas"}
_ALONE |= {"charles": "chas", "george": "geo"}


@lru_cache(maxsize=1)
def shipped_names() -> Names:
    """The wordings of the shipped eras; one that may name several rulers names all of them."""
    found: Names = {}
    for era in SHIPPED:
        for wording in (*era.wordings, *(_first_names(era.name) if era.rule == "regnal-year" else ())):
            found[wording] = tuple(dict.fromkeys((*found.get(wording, ()), era.name)))
    return found


@lru_cache(maxsize=64)
def names_of(own: tuple[Era, ...]) -> Names:
    """The wordings of a corpus's own eras. Its full names win over what is shipped; shortened, all may be meant.

    A shortened name may be a word of dates ("year"), and is then to be left out.
    """
    shipped = shipped_names()
    found: Names = {}
    for era in own:
        for wording in short_forms(era.name):
            others = found.get(wording, shipped.get(wording, ()))
            found[wording] = tuple(dict.fromkeys((*others, era.name)))
    for era in own:
        found[plain_name(era.name)] = (era.name,)
    return found


def era_named(name: str, own: tuple[Era, ...]) -> Era | None:
    """The era of that name, the corpus's own before a shipped one; None if there is none."""
    plain = plain_name(name)
    return next((era for era in own if plain_name(era.name) == plain), None) or _BY_NAME.get(name)
