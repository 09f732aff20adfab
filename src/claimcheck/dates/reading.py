"""The one door for dates: any text that a historian writes, EDTF or phrase, to its readings or a located fault.

Belongs here: the order in which ways of reading are tried, and the numbering of readings. Does not belong here:
EDTF (see `edtf`), phrases (see `phrases`), what readings mean to claims (see `claimcheck.engine`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.dates.calendars import CALENDARS, year_style
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_expansion import CIRCA, Circa
from claimcheck.dates.edtf_values import EdtfDate
from claimcheck.dates.phrases.phrase import read_length_after, read_phrase
from claimcheck.dates.phrases.rules import check_tolerance, tolerances_of
from claimcheck.dates.when import Fault, Reading, When

__all__ = ["Conventions", "read_date", "read_duration_after"]

_PLAIN = Conventions()

# The characters of EDTF; a text of these alone is first read as EDTF.
_EDTF = re.compile(r"[0-9YXEST:.,/~?%+\-\[\]{}Z ]+")

# Figures that are no EDTF but that people write: 13.02.1956, 3/4/1956, 1914-6-28, 25-5-2001.
_FIGURES = re.compile(
    r"[0-9]{1,2}[./][0-9]{1,2}[./][0-9]+|[0-9]{1,2}[./][0-9]{4}|[0-9]{3,4}[-/–][0-9]{1,4}"
    r"|(?![0-9]{4}-[0-9]{2}-[0-9]{2})[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}"
)

# A year and two figures that are a month or season as EDTF has it, and may as well end a run of years.
_MONTH_OR_RUN = re.compile(r"([1-9][0-9])([0-9]{2})-([0-9]{2})(\??)")


def read_date(text: str, conventions: Conventions = _PLAIN) -> When | Fault:
    """All readings of a date as written, in the order in which they are numbered, or why there is none.

    EDTF is tried first, where the text has only its characters; then the phrases, English and Russian. A word
    that is not understood is a fault at its place, with the nearest form that can be read; no word is ever
    passed over. Positions in a fault are character offsets into `text`, half-open. Never raises.
    """
    wrong = _wrong_convention(conventions)
    if wrong:
        return Fault(text, wrong[0], 0, len(text), wrong[1])
    stripped = text.strip()
    lead = text.index(stripped) if stripped else 0
    if not stripped:
        return Fault(text, "there is no date here", 0, len(text), "write a date: “14 February 1956”, “1956-02-14”")
    fault: Fault | None = None
    if _EDTF.fullmatch(stripped):
        dated = read_edtf(stripped, _circa(conventions))
        if isinstance(dated, EdtfDate):
            reading = Reading(dated.window, "edtf", "gregorian", dated.canonical)
            return When(text, (reading, *_as_run(stripped, conventions)))
        if not _FIGURES.fullmatch(stripped):
            fault = dated
    read = read_phrase(stripped, conventions)
    if isinstance(read, Fault):
        return _moved(fault or read, text, lead)
    return When(text, read)


def _as_run(text: str, conventions: Conventions) -> tuple[Reading, ...]:
    """The second reading of `1910-12` and `1914-21`, which are a month and a season as EDTF: a run of years."""
    if len(text) > 8:
        return ()
    found = _MONTH_OR_RUN.fullmatch(text)
    if found is None or found[3] <= found[2]:
        return ()
    read = read_phrase(f"{found[1]}{found[2]}–{found[3]}{found[4]}", conventions, suggest=False)
    return () if isinstance(read, Fault) else read


def read_duration_after(text: str, anchor: str, conventions: Conventions = _PLAIN) -> When | Fault:
    """The relation "that long after @anchor" of a length of time: "3 days", "at least 2 days", "3 to 5 days".

    Faults are as those of `read_date`.
    """
    wrong = _wrong_convention(conventions)
    if wrong:
        return Fault(text, wrong[0], 0, len(text), wrong[1])
    stripped = text.strip()
    if not stripped:
        return Fault(text, "there is no length of time here", 0, len(text), "write “3 days” or “at least a week”")
    read = read_length_after(stripped, anchor, conventions)
    if isinstance(read, Fault):
        return _moved(read, text, text.index(stripped))
    return When(text, read)


def _moved(fault: Fault, text: str, by: int) -> Fault:
    return replace(fault, text=text, start=fault.start + by, stop=fault.stop + by)


def _wrong_convention(conventions: Conventions) -> tuple[str, str] | None:
    """What is wrong with the conventions themselves, and how to mend it; None for the plain ones at once."""
    if conventions is _PLAIN or conventions == _PLAIN:
        return None
    if conventions.calendar not in CALENDARS:
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


def _circa(conventions: Conventions) -> Circa:
    """The widths of `~` and of EDTF seasons, from the tolerances of the rules for phrases."""
    if not conventions.tolerances:
        return CIRCA
    known = tolerances_of(conventions.tolerances)
    return Circa(
        days=known["circa-day"].days,
        months=known["circa-month"].months,
        years=known["circa-year"].months // 12,
        long_years=known["circa-century"].months // 12,
        season_months=known["season"].months,
    )
