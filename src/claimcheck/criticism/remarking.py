"""The value of a remark: what a claim, a plan or a document does to another, apart from any verdict.

Belongs here: the kinds of remark and the value that carries one. Does not belong here: making remarks (see
`remarks` and `own_dates`), wording (see `claimcheck.report.remarks`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.engine.findings import Gap


class RemarkKind(StrEnum):
    """What the first of the entries does to the second."""

    REPORTS = "reports"  # a claim only reports another, or dates it alike
    REPORTS_COARSELY = "coarser-than-what-it-reports"
    REPORTS_FINELY = "finer-than-what-it-reports"
    REPORTS_DIFFERENTLY = "differs-from-what-it-reports"
    DISPUTES = "disputes"
    UNDERCUTS = "undercuts"  # disputes another, because …
    REJECTS = "rejects-the-question"
    ASSUMES = "assumes"  # holds given a claim or bridge
    ASSUMES_CONTRADICTED = "assumes-what-the-record-contradicts"
    FALLS_BACK = "falls-back"  # what it assumes is set aside, so it says what stands under `otherwise`
    REVISES = "revises"
    INCONSISTENT = "inconsistent-with-himself"  # within one work
    DIFFERS_FROM_HIMSELF = "differs-from-himself"  # across works of which nobody says which is later
    AS_PLANNED = "as-planned"
    OTHERWISE_THAN_PLANNED = "otherwise-than-planned"
    OWN_DATE_CONTRADICTED = "own-date-contradicted"  # a document's own date against what another says
    OWN_DATE_UNDERCUT = "own-date-undercut"  # … who says why it is not to be believed
    EDITION_DATES_OTHERWISE = "edition-dates-otherwise"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark. `about` are the ids of the entries it is about, the one that does something first.

    `words` are the corpus's own (a `because`, a date as written); `gap` by how much two dates lie apart;
    `is_inferred` where no entry states the relation and it follows from claimant, work and contradiction.
    """

    kind: RemarkKind
    about: tuple[str, ...]
    words: str = ""
    gap: Gap | None = None
    is_inferred: bool = False
