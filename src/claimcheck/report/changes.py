"""What changes between two sets of findings: two corpora, or two perspectives on one.

Belongs here: finding the verdicts that differ, and setting them out. Does not belong here: making findings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.findings import Findings, Standing, Step, Verdict
from claimcheck.report.blocks import Block, Chain, Document, Paragraph, Section
from claimcheck.report.json_shapes import Json, because_json, perspective_json
from claimcheck.report.reasons import told
from claimcheck.report.sentences import perspective_says

Side = tuple[Corpus, Findings]
Found = tuple[str, tuple[Step, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """A verdict that differs: on one claim against the record, or on two against each other.

    `before` and `after` are None where a claim is not there. The reason is that of `after`, failing that of
    `before`; `told_after` says which.
    """

    claims: tuple[str, ...]
    before: str | None
    after: str | None
    because: tuple[Step, ...]
    told_after: bool


def changes(before: Side, after: Side) -> tuple[Change, ...]:
    """Every verdict that differs, claims against the record first, in the order of the files (new ones last)."""
    found: list[Change] = []
    rows = tuple(
        {(row.claim,): (str(row.verdict), row.because) for row in side[1].rows} for side in (before, after)
    )
    pairs = tuple(_pairs(side[1]) for side in (before, after))
    for old, new in (rows, pairs):
        for claims in dict.fromkeys((*old, *new)):
            was = old.get(claims) or _unlisted(claims, before[1])
            now = new.get(claims) or _unlisted(claims, after[1])
            if (was and was[0]) != (now and now[0]):
                told_after = now is not None and bool(now[1])
                reason = now if told_after else was
                found.append(
                    Change(
                        claims,
                        was[0] if was is not None else None,
                        now[0] if now is not None else None,
                        reason[1] if reason is not None else (),
                        told_after,
                    )
                )
    return tuple(found)


def _pairs(findings: Findings) -> Mapping[tuple[str, ...], Found]:
    return {(pair.a, pair.b): (str(pair.verdict), pair.because) for pair in findings.pairs}


def _unlisted(claims: tuple[str, ...], findings: Findings) -> Found | None:
    """How two claims stand that are there but not listed as a pair."""
    present = {row.claim: row.verdict for row in findings.rows}
    if len(claims) < 2 or any(claim not in present for claim in claims):
        return None
    untested = any(present[claim] is Standing.NOT_COMPARED for claim in claims)
    return str(Verdict.NOT_COMPARED if untested else Verdict.DIFFERENT_QUESTIONS), ()


def changes_json(before: Side, after: Side) -> Json:
    """What `compare A B` and `compare --against` print."""
    return {
        "schema": "claimcheck/compare/1",
        "perspective": perspective_json(before[1].perspective, before[1].set_aside),
        "against": perspective_json(after[1].perspective, after[1].set_aside),
        "changed": [
            {
                "claims": list(change.claims),
                "before": change.before,
                "after": change.after,
                "because": because_json((after if change.told_after else before)[0], change.because),
            }
            for change in changes(before, after)
        ],
    }


def changes_document(before: Side, after: Side, names: tuple[str, str], banner: str = "") -> Document:
    """The changes as a document; `names` are what the two sides are called."""
    blocks: list[Block] = []
    found = changes(before, after)
    for change in found:
        corpus = (after if change.told_after else before)[0]
        was, now = (_words(verdict) for verdict in (change.before, change.after))
        who = " and ".join(change.claims)
        against = " against the record" if len(change.claims) == 1 else ""
        blocks.append(Chain(f"{who}{against}: {was} → {now}", told(corpus, change.because)))
    if not found:
        blocks.append(Paragraph("No verdict changes."))
    heading = [
        f"{word}: {name}. {perspective_says(side[0], side[1].perspective, side[1].set_aside)}".rstrip()
        for word, name, side in zip(("Before", "After"), names, (before, after), strict=True)
    ]
    if banner:
        heading.insert(0, banner)
    count = f"{len(found)} verdict{'' if len(found) == 1 else 's'} changed"
    return Document("What changes", tuple(heading), (Section("changed", count, tuple(blocks)),))


def _words(verdict: str | None) -> str:
    return verdict.replace("-", " ") if verdict is not None else "not there"
