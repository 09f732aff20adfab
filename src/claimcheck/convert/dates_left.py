"""A date as other programs take it: as written, in words, as EDTF, and by its first and last day.

Belongs here: what the engine leaves of a date, in those forms; every way out takes dates from here. Does not
belong here: resolving dates (the examination is asked), the forms of instants (see `claimcheck.dates.writing`).
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.corpus.entries import Claim, Dated, Record
from claimcheck.dates.when import Limit, TimeSet, Window
from claimcheck.dates.writing import bounds_of, calendar_of, edtf_of, iso, iso_inclusive_stop
from claimcheck.engine.examination import Examination
from claimcheck.report.words.dates import as_read


@dataclass(frozen=True, slots=True)
class DateLeft:
    """A date: its wording, its reading in words, and what is left of it once its anchors have been dated.

    `earliest` and `latest` are ISO days (or minutes), inclusive, of `calendar`, the one in which it was stated;
    None is no limit. `edtf` is None where EDTF cannot say it, or nothing limits the date. `narrow` and `wide` are
    sets of seconds, half-open.
    """

    text: str
    words: str
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    calendar: str | None = None
    narrow: TimeSet | None = None
    wide: TimeSet | None = None


def date_left(findings: Examination, dated: Dated, by: Claim | Record | None = None) -> DateLeft:
    """What is left of a date that a claim or a record states, on its first reading."""
    reading = dated.when.readings[0]
    words = as_read(findings, dated, 0, by)
    left = findings.placed_dated(dated, 0, by)
    if left is None:
        return DateLeft(dated.text, words)
    stated = bounds_of(reading.date)
    window = Window(
        left.narrow,
        left.wide,
        _limit(stated.earliest if stated is not None else Limit.UNKNOWN),
        _limit(stated.latest if stated is not None else Limit.UNKNOWN),
        left.unit,
    )
    calendar = calendar_of(reading.calendar, left.narrow)
    start, stop = left.narrow.start, left.narrow.stop
    return DateLeft(
        dated.text,
        words,
        edtf_of(window, reading.calendar, reading.year_begins),
        iso(start, left.unit, calendar) if start is not None else None,
        iso_inclusive_stop(stop, left.unit, calendar) if stop is not None else None,
        calendar,
        left.narrow,
        left.wide,
    )


def _limit(stated: Limit) -> Limit:
    """How an end without limit is to be taken: as stated, and not known where a limit was stated and fell away."""
    return Limit.UNKNOWN if stated is Limit.CLOSED else stated
