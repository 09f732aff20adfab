"""Which function writes what was found in which form of another program.

Belongs here: that table. Does not belong here: the forms.
"""

from __future__ import annotations

from claimcheck.convert.bibliographies import bibtex_of, csl_json_of
from claimcheck.convert.linked_data import trig_of
from claimcheck.convert.timelines_out import markwhen_of, timelinejs_of
from claimcheck.engine.examination import Examination


def written_for_others(findings: Examination, form: str, title: str) -> str:
    """What was found as timelinejs, markwhen, csl-json, bibtex or trig."""
    match form:
        case "timelinejs":
            return timelinejs_of(findings, title)
        case "markwhen":
            return markwhen_of(findings, title)
        case "csl-json":
            return csl_json_of(findings)
        case "bibtex":
            return bibtex_of(findings)
    assert form == "trig", form
    return trig_of(findings)
