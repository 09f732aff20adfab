"""Derivations as JSON: the shape of a step, which every finding shares.

Belongs here: steps. Does not belong here: the shapes of findings (see `json_shapes`), wording (see `reasons`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.findings import Step
from claimcheck.report.words.proofs import step_says

Json = Mapping[str, object]


def step_json(corpus: Corpus, step: Step, steps: Sequence[Step]) -> Json:
    """One step: what follows has no id and no place, but the numbers (from 1) of the steps that it rests on."""
    return {
        "id": step.id,
        "says": step_says(corpus, step, steps),
        "file": step.position.file if step.position is not None else None,
        "line": step.position.line if step.position is not None else None,
        "source": step.source,
        "at": step.locator,
        "role": str(step.role),
        "follows": [number + 1 for number in step.follows],
    }


def because_json(corpus: Corpus, steps: Sequence[Step]) -> list[Json]:
    """A derivation in its order."""
    return [step_json(corpus, step, steps) for step in steps]
