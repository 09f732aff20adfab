"""A timeline as values: lanes of accounts and of the record, their marks, what ties them and where they clash.

Belongs here: the frozen values alone. Does not belong here: making them (see `timelines`), drawing them (see
`timeline_svg` and `timeline_text`).

Instants are seconds on the scale of `claimcheck.dates.when`, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.dates.when import Limit
from claimcheck.report.axis import Axis


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch that a date leaves, narrow, with how far it reaches at the widest; None is without limit.

    `earliest` and `latest` say of an end without limit whether it is open on purpose or not known.
    """

    start: int | None
    stop: int | None
    wide_start: int | None
    wide_stop: int | None
    earliest: Limit = Limit.CLOSED
    latest: Limit = Limit.CLOSED


@dataclass(frozen=True, slots=True)
class Lane:
    """An account or a record: its sign (a letter; a number), who, in what words, and its marks.

    Several marks are one-of dates. `others` are those of further readings. `manner` is "in" (it happened then),
    "from" (it holds from then on) or "not" (it did not happen then). `note` says why there is no mark.
    """

    sort: str  # "claim" or "record"
    id: str
    sign: str
    name: str
    says: str
    marks: tuple[Mark, ...]
    others: tuple[Mark, ...] = ()
    manner: str = "in"
    is_documented: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """The account numbered `lane` is dated by the record numbered `record` (both from 0)."""

    lane: int
    record: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Two that cannot both be true: an account by number, and an account or a record (`with_record`) by number.

    `at` is an instant between the two where they can be seen to clash; None where dates do not show it.
    """

    lane: int
    other: int
    with_record: bool
    at: int | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The accounts of a question in order of their dates, the record, and an axis on which all can be seen."""

    axis: Axis
    accounts: tuple[Lane, ...]
    records: tuple[Lane, ...]
    ties: tuple[Tie, ...] = ()
    clashes: tuple[Clash, ...] = ()
    accounts_left_out: int = 0  # of which there was no room for a lane
    records_left_out: int = 0

    def clashing(self, number: int) -> tuple[str, ...]:
        """The signs of those with which the account of that number (from 0) clashes: accounts, then records."""
        records = [clash.other for clash in self.clashes if clash.lane == number and clash.with_record]
        accounts = [
            clash.lane if clash.other == number else clash.other
            for clash in self.clashes
            if not clash.with_record and number in (clash.lane, clash.other)
        ]
        return (
            *(self.accounts[place].sign for place in sorted(accounts)),
            *(self.records[place].sign for place in sorted(records)),
        )
