"""Derivations as JSON: the shape of a step, which every finding shares.

Belongs here: steps. Does not belong here: the shapes of findings (see `json_shapes`), wording (see `reasons`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.findings import Step
from claimcheck.report.reasons import step_says

Json = Mapping[str, object]


def step_json(corpus: Corpus, step: Step) -> Json:
    """One step: a deduction has no id and no place."""
    return {
        "id": step.id,
        "says": step_says(corpus, step),
        "file": step.position.file if step.position is not None else None,
        "line": step.position.line if step.position is not None else None,
        "source": step.source,
        "at": step.locator,
    }


def because_json(corpus: Corpus, steps: Iterable[Step]) -> list[Json]:
    """A derivation in its order."""
    return [step_json(corpus, step) for step in steps]
