"""The cautions of a source critic as `check` shows them: warnings each, notes of one sort gathered.

Belongs here: which cautions are shown. Does not belong here: finding them (see `claimcheck.criticism.cautions`).
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.cli.opening import Case
from claimcheck.corpus.quotations import Quotations
from claimcheck.diagnostics import Diagnostic, Severity


def cautions_for(case: Case, quotations: Quotations) -> tuple[Diagnostic, ...]:
    """The cautions on an opened corpus and on its quotations, with the lines they point at."""
    from claimcheck.corpus.lines import with_source_lines
    from claimcheck.criticism.cautions import cautions_of
    from claimcheck.examine import examine

    found = (*cautions_of(examine(case.corpus)), *quotations.cautions)
    return with_source_lines(sorted(found, key=lambda one: (one.position, one.code)))


def gathered(cautions: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The cautions with all notes of one code told as one, at the first of their places."""
    told: dict[str, Diagnostic] = {}
    count: dict[str, int] = {}
    for found in cautions:
        key = found.code if found.severity is Severity.NOTE else repr(found)
        told.setdefault(key, found)
        count[key] = count.get(key, 0) + 1
    return tuple(
        replace(found, message=f"{found.message} (and {count[key] - 1} more: check -v)")
        if count[key] > 1
        else found
        for key, found in told.items()
    )
