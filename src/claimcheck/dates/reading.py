"""The one door for dates: any text that a historian writes, EDTF or phrase, to its readings or a located fault.

Belongs here: the order in which ways of reading are tried, and the numbering of readings. Does not belong here:
EDTF (see `edtf`), phrases (see `phrases`), what readings mean to claims (see `claimcheck.engine`).
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache, partial

from claimcheck.dates.calendars import (
    CALENDARS,
    calendar_date,
    calendar_on,
    day_number,
    first_gregorian_day,
    has_roman_months,
    is_calendar,
    year_start,
    year_style,
)
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_expansion import Circa
from claimcheck.dates.edtf_values import EdtfDate
from claimcheck.dates.named_eras import Era, era_named, plain_name
from claimcheck.dates.other_calendars import NOT_INSTALLED
from claimcheck.dates.phrases.lexemes import is_a_word
from claimcheck.dates.phrases.phrase import read_length_after, read_phrase
from claimcheck.dates.phrases.rules import check_tolerance, tolerances_of
from claimcheck.dates.phrases.trade_forms import plain_form
from claimcheck.dates.refusal_kinds import Refusal
from claimcheck.dates.when import DAY, Caution, Fault, Reading, When, Window
from claimcheck.dates.wording import Style, day_in_words

__all__ = ["Conventions", "read_date", "read_duration_after", "read_era"]

_PLAIN = Conventions()
_LONGEST_FORM = 80  # characters of a form of one trade
_PLAIN_CIRCA = Circa(calendar=_PLAIN.calendar, year_begins=_PLAIN.year_begins)

# The characters of EDTF; a text of these alone is first read as EDTF.
_EDTF = re.compile(r"[0-9YXEST:.,/~?%+\-\[\]{}Z ]+")

# Figures that are no EDTF but that people write: 13.02.1956, 3/4/1956, 1914-6-28, 25-5-2001.
_FIGURES = re.compile(
    r"[0-9]{1,2}[./][0-9]{1,2}[./][0-9]+|[0-9]{1,2}[./][0-9]{4}|[0-9]{3,4}[-/–][0-9]{1,4}"
    r"|(?![0-9]{4}-[0-9]{2}-[0-9]{2})[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}"
)

# A year and two figures that are a month or season as EDTF has it, and may as well end a run of years.
_MONTH_OR_RUN = re.compile(r"([1-9][0-9])([0-9]{2})-([0-9]{2})(\??)")


# Letters of EDTF that make a word, as in "EST 1750", and spaces outside of sets: the fault is then the phrase's.
_WORD = re.compile(r"[YEST]{2}|^[^\[{]* ")


def read_date(text: str, conventions: Conventions = _PLAIN) -> When | Fault:
    """All readings of a date as written, in the order in which they are numbered, or why there is none.

    EDTF is tried first, where the text has only its characters; then the phrases, in four languages. A word
    that is not understood is a fault at its place, with the nearest form that can be read; no word is ever
    passed over. Positions in a fault are character offsets into `text`, half-open. Never raises.
    """
    wrong = _wrong_convention(conventions) if conventions is not _PLAIN else None
    if wrong:
        return Fault(text, wrong[0], 0, len(text), wrong[1], Refusal.SETTING)
    stripped = text.strip()
    if not stripped:
        remedy = "leave `when` out, or write a date: “14 February 1956”, “1956-02-14”"
        return Fault(text, "there is no date here", 0, len(text), remedy, Refusal.NO_DATE)
    read = _readings(stripped, conventions)
    if isinstance(read, Fault):
        from claimcheck.dates.remedies import with_remedy  # only what is refused needs it

        fault = with_remedy(read, lambda form: not isinstance(_readings(form, conventions), Fault))
        if fault.remedy.count("-") > 1:  # it may offer a day as EDTF
            fault = replace(fault, remedy=_QUOTED.sub(partial(_in_force, conventions), fault.remedy))
        return _moved(fault, text, text.index(stripped))
    rule = read[0].rule
    if text.count("-") < 2 or (rule != "edtf" and ("old-style" in rule or "new-style" in rule)):
        return When(text, read)  # it names no day as EDTF, or says of which calendar it is
    return When(text, read, partial(_cautions, text, conventions))


def _readings(text: str, conventions: Conventions) -> tuple[Reading, ...] | Fault:
    """The readings of a text without spaces around it; of a fault the place and the reason, no nearest form."""
    fault: Fault | None = None
    if _EDTF.fullmatch(text):
        circa = _PLAIN_CIRCA if conventions is _PLAIN else _circa(conventions)
        dated = read_edtf(text, circa)
        if isinstance(dated, EdtfDate):
            reading = _edtf_reading(text, dated, circa)
            return (reading, *_as_run(text, circa)) if 7 <= len(text) <= 8 and text[4] == "-" else (reading,)
        if not _FIGURES.fullmatch(text) and not _WORD.search(text):
            fault = replace(dated, kind=Refusal.EDTF)
    if text[:3].lower() == "an ":  # "an 8": a year of the Republic before one of Our Lord
        of_the_republic = _of_a_trade(text, conventions)
        if of_the_republic:
            return of_the_republic
    read = read_phrase(text, conventions)
    if not isinstance(read, Fault):
        if "nth-unit" in read[0].rule and "month" in text:  # "12th day of the 3rd month 1690", as a Friend has it
            of_friends = _of_a_trade(text, conventions)
            if of_friends and not isinstance(of_friends, Fault):
                return (*of_friends, *(reading for reading in read if reading.date != of_friends[0].date))
        return read
    return _of_a_trade(text, conventions) or fault or read


def _of_a_trade(text: str, conventions: Conventions) -> tuple[Reading, ...] | Fault:
    """The readings of a form of one trade, in which its rule is named; none for any other text.

    A fault where a known period is named beside years that do not lie in it.
    """
    plain = plain_form(text) if len(text) <= _LONGEST_FORM else None
    if plain is None:
        return ()
    if plain.calendar:
        conventions = replace(conventions, calendar=plain.calendar, year_begins="1 January")
    read = read_phrase(plain.text, conventions)
    if isinstance(read, Fault):
        needs, is_missing, install = read.message.partition(NOT_INSTALLED)
        if not is_missing:
            return ()
        return Fault(text, f"{needs}{is_missing.rstrip(':')}", 0, len(text), install.strip(), Refusal.SETTING)
    wrong = _not_of_period(text, plain.period, read, conventions) if plain.period else None
    return wrong or tuple(
        replace(
            reading,
            rule=f"{reading.rule} + {plain.rule}" if plain.rule else reading.rule,
            supplied=(*reading.supplied, *plain.supplied),
        )
        for reading in read
    )


def _not_of_period(text: str, name: str, readings: tuple[Reading, ...], conventions: Conventions) -> Fault | None:
    """What is wrong with a period beside these dates; None where they lie in it, or nobody knows its years."""
    era = era_named(name, conventions.eras)
    if era is None or era.stop is None or not isinstance(window := readings[0].date, Window):
        return None
    start, stop = window.narrow.start, window.narrow.stop
    first, after = (
        year_start(era.calendar, calendar_date(era.calendar, day)[0] + k)
        for day, k in ((era.first, 0), (era.stop - 1, 1))
    )
    if start is not None and stop is not None and first * DAY <= start and stop <= after * DAY:
        return None
    style = Style(era.calendar)
    message = f"{era.name} lasted from {day_in_words(era.first, style)} to {day_in_words(era.stop - 1, style)}"
    return Fault(text, message, 0, len(text), "correct the years, or leave the name out", Refusal.CONTRADICTION)


# A day of a year in EDTF, with its time if it has one.
_EDTF_DAY = re.compile(
    r"(?<![0-9X])(?P<year>-?[0-9]{4})[?~%]?-[?~%]?(?P<month>[0-9]{2})[?~%]?-[?~%]?(?P<day>[0-9]{2})(?![0-9X])"
    r"(?:T[0-9:]+(?:Z|[+-][0-9:]+)?)?"
)
_PART_OF_A_DATE = re.compile("[0-9X]")


def _edtf_reading(text: str, dated: EdtfDate, circa: Circa) -> Reading:
    """The one reading of EDTF. A day of a year is Gregorian; whatever says less is in the calendar in force.

    Where its days are the same days in the calendar in force, the date is of that calendar.
    """
    calendar, style = circa.calendar, circa.year_begins
    if text.count("-") >= 2 and not _is_after_reform(dated, calendar):
        differ = _days_that_differ(text, calendar)
        if differ and (differ[0][0][0] == text or not _PART_OF_A_DATE.search(_EDTF_DAY.sub("", text))):
            calendar, style = "gregorian", "1 January"
    return Reading(dated.window, "edtf", calendar, dated.canonical, (), style, dated.ends)


def _is_after_reform(dated: EdtfDate, calendar: str) -> bool:
    """Whether the whole date is of a time when a reformed calendar was the Gregorian."""
    start, reform = dated.window.narrow.start, first_gregorian_day(calendar)
    return start is not None and reform is not None and start >= reform * DAY


def _cautions(text: str, conventions: Conventions) -> tuple[Caution, ...]:
    """One for each day written as EDTF that has another date in the calendar in force."""
    found = _days_that_differ(text, conventions.calendar)
    if not found:
        return ()
    style = Style(conventions.calendar, year_style(conventions.year_begins))
    return tuple(_caution(match, day, numerals, style) for match, day, numerals in found)


_QUOTED = re.compile("“([^”]*)”")


def _in_force(conventions: Conventions, quoted: re.Match[str]) -> str:
    """A day that a remedy offers as EDTF, in words where it has another date in the calendar in force."""
    for match, _, numerals in _days_that_differ(quoted[1], conventions.calendar):
        if match[0] == quoted[1]:
            with suppress(ValueError):  # a date that the calendar does not have
                style = Style(conventions.calendar, year_style(conventions.year_begins))
                return f"“{day_in_words(day_number(conventions.calendar, *numerals), style)}”"
    return quoted[0]


_Numerals = tuple[int, int, int]


def _days_that_differ(text: str, calendar: str) -> list[tuple[re.Match[str], int, _Numerals]]:
    """The days written as EDTF that have another date in a calendar: where, their day numbers and numerals."""
    if calendar == "gregorian" or text.count("-") < 2:
        return []
    found = []
    for match in _EDTF_DAY.finditer(text):
        numerals = (int(match["year"]), int(match["month"]), int(match["day"]))
        try:
            day = day_number("gregorian", *numerals)
        except ValueError:  # part of no date
            continue
        if not has_roman_months(calendar) or not _is_same_day(calendar, day, numerals):
            found.append((match, day, numerals))
    return found


def _is_same_day(calendar: str, day: int, numerals: _Numerals) -> bool:
    """Whether a Gregorian day has the same numerals in a calendar with Roman months."""
    return calendar_on(calendar, day) == "gregorian" or day_number("julian", *numerals) == day


def _caution(match: re.Match[str], day: int, numerals: _Numerals, style: Style) -> Caution:
    """What an EDTF day is in the calendar in force, and how to write either day in it."""
    written = match[0].partition("T")[0]
    name = calendar_on(style.calendar, day).capitalize()
    in_force = day_in_words(day, style)
    message = f"a day in EDTF is Gregorian: {written} is {in_force}, {name}"
    remedies = [f"“{in_force}” for the Gregorian one"]
    try:
        same_numerals = day_in_words(day_number(style.calendar, *numerals), style)
    except ValueError:  # left out by the reform, or a date that the calendar does not have
        pass
    else:
        remedies.insert(0, f"“{same_numerals}” for the {name} day")
    return Caution(message, match.start(), match.start() + len(written), f"write {', '.join(remedies)}")


def _as_run(text: str, circa: Circa) -> tuple[Reading, ...]:
    """The second reading of `1910-12` and `1914-21`, which are a month and a season as EDTF: a run of years."""
    found = _MONTH_OR_RUN.fullmatch(text)
    if found is None or found[3] <= found[2]:
        return ()
    run = f"{found[1]}{found[2]}/{found[1]}{found[3]}"
    dated = read_edtf(run, circa)
    if isinstance(dated, Fault):
        return ()
    rule, written = (
        ("abbreviated-year + range + uncertain", run) if found[4] else ("abbreviated-year + range", None)
    )
    return (Reading(dated.window, rule, circa.calendar, written, (), circa.year_begins, dated.ends),)


def read_duration_after(text: str, anchor: str, conventions: Conventions = _PLAIN) -> When | Fault:
    """The relation "that long after @anchor" of a length of time: "3 days", "at least 2 days", "3 to 5 days".

    Faults are as those of `read_date`.
    """
    wrong = _wrong_convention(conventions)
    if wrong:
        return Fault(text, wrong[0], 0, len(text), wrong[1], Refusal.SETTING)
    stripped = text.strip()
    if not stripped:
        return Fault(text, "there is no length of time here", 0, len(text), "write `3 days` or `at least a week`")
    read = read_length_after(stripped, anchor, conventions)
    if isinstance(read, Fault):
        return _moved(read, text, text.index(stripped))
    return When(text, read)


_ERA = "write the day or the year from which its years count: `eras: {Elizabeth I: 17 November 1558, AUC: 753 BC}`"


def read_era(name: str, text: str, conventions: Conventions = _PLAIN) -> Era | Fault:
    """The era of a corpus, whose years count from the day or year in `text`, to the end of it if it names one.

    "17 November 1558" is the first day, "753 BC" the first year, "17 November 1558 to 24 March 1603" has a last
    day too. Faults are as those of `read_date`, and one where the name is a word of dates.
    """
    plain = plain_name(name)
    if (is_a_word(plain) and era_named(name, ()) is None) or not any(letter.isalpha() for letter in plain):
        return Fault(text, f"“{name[:40]}” is a word of dates already", 0, len(text), "give the era another name")
    read = read_date(text, replace(conventions, eras=()))
    if isinstance(read, Fault):
        return read
    first, *others = read.readings
    date, ends = first.date, first.ends or (first.date, None)
    opened, closed = (end.narrow if isinstance(end, Window) else None for end in ends)
    if others or not isinstance(date, Window) or opened is None or len(opened.spans) > 1:
        return Fault(text, "this is not one day or year from which an era counts", 0, len(text), _ERA)
    start, stop = opened.start, opened.stop
    if start is None or stop is None or start % DAY or stop % DAY:
        return Fault(text, "this does not say from which day the era counts", 0, len(text), _ERA)
    end = None if closed is None or closed.stop is None else closed.stop // DAY
    return Era(name, start // DAY, end, first.calendar, first_stop=stop // DAY)


def _moved(fault: Fault, text: str, by: int) -> Fault:
    return fault if fault.text == text else replace(fault, text=text, start=fault.start + by, stop=fault.stop + by)


def _wrong_convention(conventions: Conventions) -> tuple[str, str] | None:
    """What is wrong with the conventions themselves, and how to mend it; None for the plain ones at once."""
    if conventions is _PLAIN or conventions == _PLAIN:
        return None
    if not is_calendar(conventions.calendar):
        return f"no calendar is called “{conventions.calendar[:40]}”", f"there are {', '.join(CALENDARS)}"
    try:
        year_style(conventions.year_begins)
    except ValueError as error:
        return str(error), "name one of these as `year-begins`"
    for name, tolerance in conventions.tolerances:
        wrong = check_tolerance(name, tolerance)
        if wrong:
            return wrong, "correct it under `defaults: {tolerances: …}`"
    return None


@lru_cache(maxsize=64)  # a corpus has one or few conventions, and asks for each date
def _circa(conventions: Conventions) -> Circa:
    """The calendar of EDTF, and the widths of `~` and of seasons, from the tolerances of the rules for phrases."""
    calendar, style = conventions.calendar, year_style(conventions.year_begins)
    if not conventions.tolerances:
        return Circa(calendar=calendar, year_begins=style)
    known = tolerances_of(conventions.tolerances)
    return Circa(
        days=known["circa-day"].days,
        months=known["circa-month"].months,
        years=known["circa-year"].months // 12,
        long_years=known["circa-century"].months // 12,
        season_months=known["season"].months,
        calendar=calendar,
        year_begins=style,
    )
