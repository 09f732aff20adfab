"""Eras that number years: cal BP, the Byzantine annus mundi.

Belongs here: turning a year of the world or an age before the present into days or an astronomical year. Does not
belong here: days and months of calendars (see `calendars`), regnal years and other eras with a name (see
`named_eras`), reading text.
"""

from __future__ import annotations

from claimcheck.dates.calendars import day_number

UNCALIBRATED_BP = (
    "an uncalibrated radiocarbon age is no date: radiocarbon years are not calendar years, and which years it "
    "stands for depends on the calibration curve; give the calibrated range (cal BP, cal BC or cal AD)"
)

# 1 September 5509 BC (Julian) begins year 1: Grumel, *La chronologie*, pt 2, ch. 4. Rus' also began the same
# years on 1 March: half a year later ("March"), or half a year earlier ("ultra-March"): Berezhkov,
# *Khronologiya russkogo letopisaniya*, ch. 1.
_MUNDI = {"1 September": (9, -5509), "1 March": (3, -5508), "1 March (ultra)": (3, -5509)}
MUNDI_STYLES: tuple[str, ...] = tuple(_MUNDI)


def year_before_present(years: int, *, calibrated: bool) -> int:
    """The astronomical year of an age in calendar years before AD 1950 ("cal BP"): 1950 cal BP is 1 BC.

    Raises ValueError for an age that is not calibrated, with the reason (`UNCALIBRATED_BP`).
    """
    if not calibrated:
        raise ValueError(UNCALIBRATED_BP)
    return 1950 - years


def annus_mundi(year: int, year_begins: str = "1 September") -> tuple[int, int]:
    """The days of a year of the Byzantine world era, as a half-open span of day numbers.

    Years begin as `year_begins` says, one of `MUNDI_STYLES`; days are the Julian calendar's. Year 7000 is
    1 September 1491 to 31 August 1492. Raises ValueError for a year before 1 and an unknown style.
    """
    if year < 1:
        raise ValueError(f"there is no year {year} of the world: the era counts from 1")
    month, shift = _mundi_style(year_begins)
    return day_number("julian", year + shift, month, 1), day_number("julian", year + shift + 1, month, 1)


def annus_mundi_date(year: int, month: int, day: int, year_begins: str = "1 September") -> int:
    """The day number of a day of the Julian calendar in a year of the Byzantine world era.

    10 March 7000 is 10 March 1492. Raises ValueError as `annus_mundi` and `day_number` do.
    """
    first_month, shift = _mundi_style(year_begins)
    annus_mundi(year, year_begins)
    return day_number("julian", year + shift + (month < first_month), month, day)


def is_world_year(number: int) -> bool:
    """Whether a Russian text of any age can mean a year of the world by a number with no era beside it."""
    return _BIRTH_OF_CHRIST < number <= _LAST_IN_USE


_BIRTH_OF_CHRIST = 5508
_LAST_IN_USE = 7600  # the era went out of civil use with 7208; Old Believers have it still


def _mundi_style(year_begins: str) -> tuple[int, int]:
    if year_begins not in _MUNDI:
        raise ValueError(f"the years of the world begin on {', '.join(MUNDI_STYLES)}, not “{year_begins[:40]}”")
    return _MUNDI[year_begins]
