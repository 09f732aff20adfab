"""Years of eras that have a name: "5 Elizabeth I", "AUC 700", "Ol. 7,3", "the archonship of Solon".

Belongs here: how they are read, and which days they are. Does not belong here: the eras themselves and the names
that they go by (see `claimcheck.dates.named_eras`), BC and AD, years of the world.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimcheck.dates.calendars import calendar_date, ordinal, weekday
from claimcheck.dates.named_eras import (
    BABYLONIAN,
    OLYMPIADS,
    SELEUCID,
    Era,
    NoSuchYear,
    days_of_year,
    era_named,
    last_year_of,
)
from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.kinds import AND, ERA, NUMBER, NUMERIC, OFFICE, ORDINAL, ROMAN, SYMBOL, UNIT
from claimcheck.dates.phrases.nodes import Node, Stated
from claimcheck.dates.phrases.stretches import Impossible, Stretch, Times, days
from claimcheck.dates.phrases.working import Working
from claimcheck.dates.refusal_kinds import Refusal
from claimcheck.dates.when import DAY

_COMMON_ERAS = ("", "bc", "ad", "am")
_NUMBERS = (NUMBER, ROMAN, ORDINAL)
_JOINT = "Philip and Mary"  # whose years have two numbers, his and hers

UnitReader = Callable[[Working, Stated], Times]


def is_named(era: str) -> bool:
    """Whether the word of an era is the name of one, or several names."""
    return era not in _COMMON_ERAS


# ------------------------------------------------------------ how they are read


def olympiad(cursor: Cursor) -> Node:
    """ "Ol. 7,3", "Olympiad 7.3", "Olympiad 7, year 3"; without the year all four."""
    cursor.i += 1
    i = cursor.i
    if cursor.kinds[i] == NUMERIC:
        first, stroke, second = cursor.words[i].partition("/")
        if not stroke or not second.isdigit():
            raise Unread(i, "an Olympiad has a number and a year from 1 to 4", "write “Ol. 7,3”")
        cursor.i += 1
        return Stated("olympiad", number=int(first), day=int(second))
    if cursor.kinds[i] not in _NUMBERS:
        raise Unread(i, "which Olympiad?", "write “Ol. 7,3”")
    cursor.i += 1
    k = cursor.i
    if cursor.kinds[k] == SYMBOL and cursor.words[k] in (",", ":"):
        k += 1
    if cursor.kinds[k] == UNIT and cursor.words[k] == "year":
        k += 1
    year = cursor.numbers[k] if cursor.kinds[k] in _NUMBERS and cursor.numbers[k] < 10 else None
    if year is not None:
        cursor.i = k + 1
    return Stated("olympiad", number=cursor.numbers[i], day=year)


def office(cursor: Cursor) -> Node:
    """ "The archonship of Solon", "under the consuls Cicero and Antonius"."""
    cursor.i += 1
    if not cursor.take(ERA) or not is_named(cursor.words[cursor.i - 1]):
        raise Unread(
            cursor.i,
            "which year of office is that?",
            "name it under `eras:` of the corpus, with its year: `eras: {Solon: 594 BC}`",
        )
    return Stated("office", era=cursor.words[cursor.i - 1])


def office_after(cursor: Cursor) -> Node | None:
    """ "Cicero and Antonius coss."; None, and the cursor unmoved, for an era that no office follows."""
    if cursor.kinds[cursor.i + 1] != OFFICE or not is_named(cursor.words[cursor.i]):
        return None
    cursor.i += 2
    return Stated("office", era=cursor.words[cursor.i - 2])


def joint_reign(cursor: Cursor) -> Node | None:
    """ "2 & 3 Philip and Mary": a year of his and of hers; None, and the cursor unmoved, for any other numbers."""
    i = cursor.i
    if cursor.words[i + 3] != _JOINT or cursor.kinds[i + 1 : i + 4] != [AND, NUMBER, ERA]:
        return None
    cursor.i += 4
    return Stated("year", cursor.numbers[i], number=cursor.numbers[i + 2], era=_JOINT, word="joint")


# ------------------------------------------------------------ what they mean


def year_of_named_era(working: Working, node: Stated, read_unit: UnitReader) -> Times:
    """The year of the era that is named, or the day, month or feast of that year.

    `read_unit` reads the unit in a year from January. Raises Impossible where the name is that of several rulers,
    where the era has no such year, and where the year has no such day.
    """
    era = _era(working, node)
    if node.unit == "office":
        return _year_of_office(working, era)
    number = node.year
    if number is None:
        raise Impossible("which year of the era?", f"write `5 {era.name}`", Refusal.INCOMPLETE)
    try:
        first, stop = _joint_year(node) if era.name == _JOINT else days_of_year(era, number)
    except NoSuchYear as error:
        remedy = f"write “{error.last} {era.name}”, or name another" if error.last else ""
        raise Impossible(str(error), remedy, Refusal.IMPOSSIBLE_DAY) from None
    working.calendar = era.calendar
    working.state_in(era.calendar)
    if node.unit == "year":
        return Times(working.widen(era.rule, (days(first, stop),)), "year", stop - first > 350)
    if node.unit not in ("day", "month", "season", "feast", "roman-day"):
        raise Impossible(f"only years are counted from {era.name}", f"write `5 {era.name}`")
    found = _within(working, node, era, (first, stop), read_unit)
    working.fire(era.rule)
    return found


def _era(working: Working, node: Stated) -> Era:
    names = node.era.split("|")
    number = node.year or 1
    own = working.conventions.eras
    eras = [era for era in (era_named(name, own) for name in names) if era is not None]
    fitting = [era for era in eras if era.stop is None or last_year_of(era) >= number]
    if len(names) > 1 and len(fitting) != 1:
        asked = " or ".join(f"`{number} {era.name}`" for era in fitting or eras)
        raise Impossible("several rulers had that name", f"write {asked}", Refusal.INCOMPLETE)
    era = (fitting or eras)[0]
    if era.name == SELEUCID and not own and working.choose("the Syrian or the Babylonian count", 2) == 1:
        era = era_named(BABYLONIAN, own) or era
    return era


def _joint_year(node: Stated) -> tuple[int, int]:
    """A year in which both numbers hold; his years began on 25 July, hers on 6 July."""
    if node.word != "joint":
        raise Impossible("the years of Philip and Mary have two numbers", "write “2 & 3 Philip and Mary”")
    philip, mary = era_named(_JOINT, ()), era_named("Mary I", ())
    assert philip is not None and mary is not None
    his = days_of_year(philip, node.year or 0)
    hers = days_of_year(_married(mary, philip), node.number)
    first, stop = max(his[0], hers[0]), min(his[1], hers[1])
    if first >= stop:
        raise Impossible(
            f"no day was in the {ordinal(node.year or 0)} year of Philip and the {ordinal(node.number)} of Mary",
            "her number is one or two higher than his: “2 & 3 Philip and Mary”",
        )
    return first, stop


def _married(mary: Era, philip: Era) -> Era:
    """Her reign to its end, beside his."""
    return replace(mary, stop=philip.stop)


def _within(working: Working, node: Stated, era: Era, year: tuple[int, int], read_unit: UnitReader) -> Times:
    """What of the unit lies in the days of the year."""
    first, stop = year
    plain = node._replace(era="", weekday=None)
    stated, style = working.conventions, working.style
    working.conventions, working.style = replace(stated, calendar=era.calendar), "1 January"
    found: list[Stretch] = []
    grain, whole = "day", True
    for number in range(calendar_date(era.calendar, first)[0], calendar_date(era.calendar, stop - 1)[0] + 1):
        dated = plain._replace(year=number if number > 0 else 1 - number, era="" if number > 0 else "bc")
        try:
            times = read_unit(working, dated)
        except ValueError:  # 29 February
            continue
        grain, whole = times.grain, times.whole
        for stretch in times.stretches:
            start, end = stretch.start, stretch.stop
            assert isinstance(start, int) and isinstance(end, int)
            if max(start, first * DAY) < min(end, stop * DAY):
                kept = (max(start, first * DAY), min(end, stop * DAY))
                whole = whole and kept == (start, end)
                found.append(stretch if kept == (start, end) else days(kept[0] // DAY, kept[1] // DAY))
    working.conventions, working.style = stated, style
    if node.weekday is not None and found:
        found = [s for s in found if isinstance(s.start, int) and weekday(s.start // DAY) == node.weekday]
        if not found:
            raise Impossible(
                "that day was another day of the week",
                "correct the day of the week or the date, or leave the day of the week out",
            )
        working.fire("weekday")
    if not found:
        raise Impossible(
            f"that year of {era.name} has no such day", "correct the day or the year", Refusal.IMPOSSIBLE_DAY
        )
    if grain == "day" and len(found) > 1:  # a year from one Ascension Day to a later one
        found = [found[working.choose("which of the two such days", len(found))]]
    return Times(tuple(found), grain, whole)


def _year_of_office(working: Working, era: Era) -> Times:
    stop = era.first_stop if era.first_stop is not None else days_of_year(era, 1)[1]
    working.calendar = era.calendar
    working.state_in(era.calendar)
    return Times(working.widen(era.rule, (days(era.first, stop),)), "year", True)


def years_of_olympiad(working: Working, node: Stated) -> Times:
    """The four years of an Olympiad, or one of them; each from summer to summer."""
    if node.day is not None and not 1 <= node.day <= 4:
        raise Impossible("an Olympiad has four years", "write “Ol. 7,3”", Refusal.IMPOSSIBLE_DAY)
    if not 1 <= node.number <= 350:
        raise Impossible("no Olympiad has such a number", "write “Ol. 7,3”", Refusal.IMPOSSIBLE_DAY)
    era = era_named(OLYMPIADS, working.conventions.eras)
    assert era is not None
    first = 4 * (node.number - 1) + (node.day or 1)
    last = first if node.day is not None else first + 3
    start, stop = days_of_year(era, first)[0], days_of_year(era, last)[1]
    working.calendar = era.calendar
    return Times(working.widen("olympiad", (days(start, stop),)), "year", True)
