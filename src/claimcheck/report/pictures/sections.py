"""The pictures of one section, for a file of their own.

Belongs here: which pictures a section has. Does not belong here: making or drawing them.
"""

from __future__ import annotations

from claimcheck.engine.examination import Examination
from claimcheck.report.blocks import Picture
from claimcheck.report.stemma_picturing import stemma_picture
from claimcheck.report.timelines import timelines
from claimcheck.report.timelines_told import picture


def pictures_of(findings: Examination, section: str) -> tuple[Picture, ...]:
    """The timelines of every question that has one, or the stemma; empty where there is nothing to draw."""
    if section == "stemma":
        drawn = stemma_picture(findings)
        return (drawn,) if drawn is not None else ()
    return tuple(
        picture(findings, one, one.timeline) for one in findings.once(timelines) if one.timeline is not None
    )
