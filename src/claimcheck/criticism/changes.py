"""What changes between two sets of findings, and because of what: two perspectives on a corpus, or two corpora.

Belongs here: the verdicts that differ, with the derivation that shows why. Does not belong here: making findings,
wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Role, Standing, Step, Verdict
from claimcheck.engine.perspective import View

Found = tuple[str, tuple[Step, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """A verdict that differs: on one claim against the record, or on two against each other.

    `before` and `after` are None where a claim is not there; then `because` is no more than what the claims state.
    Otherwise it is the derivation, on one of the two sides, that has steps which the other side lacks or states
    otherwise. Where neither has any (what changed is connected with the steps, not among them) it is that of
    `after`, failing that of `before`. `causes` are the ids of the steps that the other side lacks; `told_after`
    says whose derivation it is.
    """

    claims: tuple[str, ...]
    before: str | None
    after: str | None
    because: tuple[Step, ...]
    told_after: bool
    causes: tuple[str, ...] = ()


def changes(before: Examination, after: Examination) -> tuple[Change, ...]:
    """Every verdict that differs, claims against the record first, in the order of the files (new ones last)."""
    found: list[Change] = []
    rows = tuple({(row.claim,): (str(row.verdict), row.because) for row in side.rows} for side in (before, after))
    pairs = tuple(_pairs(side) for side in (before, after))
    for old, new in (rows, pairs):
        for claims in dict.fromkeys((*old, *new)):
            was = old.get(claims) or _unlisted(claims, before)
            now = new.get(claims) or _unlisted(claims, after)
            if (was and was[0]) != (now and now[0]):
                found.append(_change(claims, was, now, before.view, after.view))
    return tuple(found)


def _change(claims: tuple[str, ...], was: Found | None, now: Found | None, old: View, new: View) -> Change:
    steps_before, steps_after = was[1] if was is not None else (), now[1] if now is not None else ()
    if was is None or now is None:
        steps_before, steps_after = _own(steps_before, claims), _own(steps_after, claims)
    added, gone = _lacking(claims, steps_after, new, old), _lacking(claims, steps_before, old, new)
    told_after = now is not None and (was is None or bool(added) or (not gone and bool(steps_after)))
    return Change(
        claims,
        was[0] if was is not None else None,
        now[0] if now is not None else None,
        steps_after if told_after else steps_before,
        told_after,
        added if told_after else gone,
    )


def _own(steps: Iterable[Step], claims: tuple[str, ...]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step.role is Role.CLAIM and step.id in claims)


def _lacking(claims: tuple[str, ...], steps: Iterable[Step], here: View, there: View) -> tuple[str, ...]:
    """The ids of the steps that hold in one view and are not there, or are stated otherwise, in the other."""
    found: dict[str, None] = {}
    for step in steps:
        if step.id is not None and step.role in (Role.CLAIM, Role.RECORD, Role.GIVEN, Role.BRIDGE):
            other = _stated(there, step, claims)
            if other is None or other != _stated(here, step, claims):
                found[step.id] = None
    return tuple(found)


def _stated(seen: View, step: Step, claims: tuple[str, ...]) -> object:
    """What an entry says, wherever it stands in the files; None if it is not in view, or not in force."""
    id = step.id or ""
    if step.role is Role.BRIDGE:
        # A bridge that a claim is given is in force for that claim without being granted.
        given = any(id in claim.given for claim in seen.claims if claim.id in claims)
        in_force = id in seen.bridges or (given and id not in seen.refused)
        return _without_places(seen.corpus.bridges.get(id)) if in_force else None
    for entry in (*seen.claims, *seen.records):
        if entry.id == id:
            return _without_places(entry)
    return None


def _without_places(entry: BaseModel | None) -> object:
    return _bare(entry.model_dump()) if entry is not None else None


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return tuple((key, _bare(inner)) for key, inner in value.items() if key != "position")
    if isinstance(value, list | tuple):
        return tuple(_bare(inner) for inner in value)
    return value


def _pairs(findings: Examination) -> Mapping[tuple[str, ...], Found]:
    return {(pair.a, pair.b): (str(pair.verdict), pair.because) for pair in findings.pairs}


def _unlisted(claims: tuple[str, ...], findings: Examination) -> Found | None:
    """How two claims stand that are there but not listed as a pair."""
    present = {row.claim: row.verdict for row in findings.rows}
    if len(claims) < 2 or any(claim not in present for claim in claims):
        return None
    untested = any(present[claim] is Standing.NOT_COMPARED for claim in claims)
    return str(Verdict.NOT_COMPARED if untested else Verdict.DIFFERENT_QUESTIONS), ()
