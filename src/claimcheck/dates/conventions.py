"""What a corpus, a source or a claim may settle about dates: calendar, year style, tolerances.

Belongs here: the value that carries these settings to every reader of dates, and the reading of a tolerance
("5 days", "none"). Does not belong here: which rules there are (see `phrases.rules`), calendars themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.dates.calendars import HISTORICAL
from claimcheck.dates.named_eras import Era


@dataclass(frozen=True, slots=True)
class Conventions:
    """The calendar and year style that a date is stated in, and tolerances that differ from the rules' own.

    `tolerances` are pairs of a rule's name and a length such as "5 days" or "none", as the corpus has them
    under `defaults: {tolerances: …}`. `calendar` is a name that `calendars.is_calendar` knows; an EDTF date that
    names a day of a year is Gregorian whatever it says. `eras` are those that the corpus names.
    """

    calendar: str = HISTORICAL
    year_begins: str = "1 January"
    tolerances: tuple[tuple[str, str], ...] = ()
    eras: tuple[Era, ...] = ()


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far a limit may be moved on the wide reading: so many months (in the calendar), days and seconds.

    `half` stands for half of the smallest unit that a wording names, and at least a day.
    """

    months: int = 0
    days: int = 0
    seconds: int = 0
    half: bool = False

    def __bool__(self) -> bool:
        """Whether anything is moved at all."""
        return bool(self.months or self.days or self.seconds or self.half)


EXACT = Tolerance()

_UNITS = {
    "minute": Tolerance(seconds=60),
    "hour": Tolerance(seconds=3600),
    "day": Tolerance(days=1),
    "week": Tolerance(days=7),
    "month": Tolerance(months=1),
    "year": Tolerance(months=12),
    "decade": Tolerance(months=120),
    "century": Tolerance(months=1200),
    "centurie": Tolerance(months=1200),
}

_LARGEST_COUNT = 1_000_000


def read_tolerance(text: str) -> Tolerance | None:
    """The tolerance that a text such as "5 days", "1 month", "half" or "none" names, or None.

    One number and one unit (minute to century); larger counts than a million are not read. "half" is half of
    the smallest unit named, and is meant for the rules that count units.
    """
    words = text.strip().lower().split()
    if words in (["none"], ["exact"], ["0"]):
        return EXACT
    if words == ["half"]:
        return Tolerance(half=True)
    if len(words) != 2 or not (words[0].isascii() and words[0].isdigit()) or len(words[0]) > 7:
        return None
    count = int(words[0])
    unit = _UNITS.get(words[1]) or _UNITS.get(words[1].removesuffix("s"))
    if unit is None or count > _LARGEST_COUNT:
        return None
    return Tolerance(unit.months * count, unit.days * count, unit.seconds * count)
