"""`--fail-on`: which findings make a command exit with 3.

Belongs here: the words and their test. Does not belong here: verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.cli.corpus_path import Case
from claimcheck.cli.exits import DONE, FAILED_ON, meant, refuse
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Row, Standing, Verdict

MARKS = ("strained", "if-bridge", "conflict")


def fail_words(words: Iterable[str] | None) -> frozenset[str]:
    """The words of `--fail-on`, each a verdict, a standing or a mark; several may be divided by commas."""
    chosen = frozenset(part.strip() for word in words or () for part in word.split(",") if part.strip())
    known = tuple(dict.fromkeys((*map(str, Verdict), *map(str, Standing), *MARKS)))
    for word in sorted(chosen):
        if word not in known:
            refuse(
                f"--fail-on: there is no finding called {word}", meant(word, known) or f"known: {', '.join(known)}"
            )
    return chosen


def exit_code(case: Case, findings: Examination, words: frozenset[str]) -> int:
    """What the command ends with: errors of the corpus come before findings that were to fail."""
    if case.code != DONE or not words:  # where nothing was to fail, nothing is compared for it
        return case.code
    found = {str(pair.verdict) for pair in findings.pairs} | {str(row.verdict) for row in findings.rows}
    entries: list[Pair | Row] = [*findings.pairs, *findings.rows]
    if any(entry.strained for entry in entries):
        found.add("strained")
    if any(entry.if_bridge for entry in entries):
        found.add("if-bridge")
    if findings.conflicts:
        found.add("conflict")
    return FAILED_ON if found & words else DONE
