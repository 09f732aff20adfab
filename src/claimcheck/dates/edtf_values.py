"""The value of an EDTF date: the text as written, the time it stands for, its parts and its canonical form.

Belongs here: what a reader of EDTF yields, and the shape of a single date in the grammar. Does not belong here:
reading (see `edtf`), arithmetic (see `edtf_expansion`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.dates.calendars import calendar_date, day_number
from claimcheck.dates.when import Window

PLAIN_DATE = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

# One date with everything that can hang on it.
DATE = re.compile(
    r"(?P<before_year>[?~%]?)(?:(?P<year>-?[0-9]{4}|[0-9X]{4})|Y(?P<long_year>-?[1-9][0-9]*)(?:E(?P<exponent>[0-9]+))?)"
    r"(?:S(?P<significant>[0-9]+))?(?P<after_year>[?~%]?)"
    r"(?:-(?P<before_month>[?~%]?)(?P<month>[0-9X]{2})(?P<after_month>[?~%]?)"
    r"(?:-(?P<before_day>[?~%]?)(?P<day>[0-9X]{2})(?P<after_day>[?~%]?)"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?P<zone>Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?)?)?"
)
QUALIFIERS = ("before_year", "after_year", "before_month", "after_month", "before_day", "after_day")

_SPELT_OTHERWISE = re.compile(r"[YT ]|(?<![0-9X-])[?~%]")  # only what has one of these has another spelling
_TOKEN = re.compile(r"[^\[\]{}/,. ]+")
_LONGEST_WRITTEN_OUT = 18  # digits; a longer year keeps its exponent in the canonical form


@dataclass(frozen=True, slots=True)
class Component:
    """A year, month, season or day as written, with the qualifiers that hold for it.

    A qualifier right of a component holds for it and all to its left; one left of it for it alone.
    """

    text: str
    uncertain: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class DateParts:
    """The components of one date; `month` may be a season code, `time` includes the zone."""

    year: Component
    month: Component | None = None
    day: Component | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A text that is EDTF, and the time it stands for.

    `text` is as it was written. `window` holds the exact set (a union stays one) and its wide reading.
    `all_of` is true for a set in braces, all of whose members are meant and not one of them. `ends` are the two
    ends of an interval, None where one is open or unknown.
    """

    text: str
    window: Window
    all_of: bool = False
    ends: tuple[Window | None, Window | None] | None = None

    @property
    def canonical(self) -> str:
        """The same date in one agreed spelling, which reads back to an equal window."""
        return canonical_text(self.text)

    @property
    def dates(self) -> tuple[DateParts, ...]:
        """The dates that the text is made of, in the order written: two for an interval, any for a set."""
        found = (DATE.fullmatch(token) for token in _TOKEN.findall(self.text))
        return tuple(_parts(match) for match in found if match)


def _parts(match: re.Match[str]) -> DateParts:
    year = match[0][match.end("before_year") - match.start() : match.start("after_year") - match.start()]
    time = match[0][match.start("hour") - match.start() :] if match["hour"] else None
    to_the_right = match["after_day"] or ""
    day = _component(match["day"], (match["before_day"] or "") + to_the_right)
    to_the_right += match["after_month"] or ""
    month = _component(match["month"], (match["before_month"] or "") + to_the_right)
    to_the_right += match["after_year"]
    return DateParts(_component(year, match["before_year"] + to_the_right) or Component(year), month, day, time)


def _component(text: str | None, marks: str) -> Component | None:
    return Component(text, "?" in marks or "%" in marks, "~" in marks or "%" in marks) if text else None


def canonical_text(text: str) -> str:
    """The canonical spelling of a text that is EDTF.

    Years after Y are written out, a qualifier of the year stands right of it, a shift has minutes or is Z,
    24:00:00 is the next midnight, and sets have no spaces. All else stays as written.
    """
    return _TOKEN.sub(_canonical_date, text.replace(" ", "")) if _SPELT_OTHERWISE.search(text) else text


def _canonical_date(token: re.Match[str]) -> str:
    match = DATE.fullmatch(token[0])
    if match is None or PLAIN_DATE.fullmatch(token[0]):
        return token[0]
    year = match["year"] or _long_year(match)
    if match["significant"]:
        year += f"S{match['significant']}"
    marks = match["before_year"] + match["after_year"]
    year += "%" if len(set(marks)) > 1 else marks[:1]
    if not match["hour"]:
        rest = match[0][match.end("after_year") :]
        return year + rest
    date, hour = f"{year}-{match['month']}-{match['day']}", match["hour"]
    if hour == "24":
        later = calendar_date("gregorian", day_number("gregorian", *_plain_numbers(match)) + 1)
        date, hour = f"{written_year(later[0])}-{later[1]:02}-{later[2]:02}", "00"
    return f"{date}T{hour}:{match['minute']}:{match['second']}{_zone(match['zone'] or '')}"


def _plain_numbers(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match["year"]), int(match["month"]), int(match["day"])


def _long_year(match: re.Match[str]) -> str:
    exponent = int(match["exponent"] or "0")
    if len(match["long_year"]) + exponent > _LONGEST_WRITTEN_OUT:
        return f"Y{match['long_year']}E{exponent}" if exponent else f"Y{match['long_year']}"
    return f"Y{match['long_year']}{'0' * exponent}"


def _zone(zone: str) -> str:
    if zone in ("+00", "+00:00"):
        return "Z"
    return f"{zone}:00" if len(zone) == 3 else zone


def written_year(year: int) -> str:
    """A year as EDTF has it: four digits with a sign if need be, with Y before more than four."""
    if -9999 <= year <= 9999:
        return f"-{-year:04}" if year < 0 else f"{year:04}"
    return f"Y{year}"
