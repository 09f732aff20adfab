"""What changes between two sets of findings, as a document.

Belongs here: setting the changes out. Does not belong here: finding them (see `claimcheck.criticism.changes`).
"""

from __future__ import annotations

from claimcheck.criticism.changes import Change, changes
from claimcheck.engine.examination import Examination
from claimcheck.report.blocks import Block, Chain, Document, Paragraph, Section
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.words.grammar import listed
from claimcheck.report.words.proofs import told


def changes_document(
    before: Examination, after: Examination, names: tuple[str, str], banner: str = ""
) -> Document:
    """The changes as a document; `names` are what the two sides are called.

    What there is on one side alone is named and not reasoned about, and of such claims the pairs are left out.
    """
    found = changes(before, after)
    on_both = [change for change in found if change.before is not None and change.after is not None]
    blocks: list[Block] = []
    for change in on_both:
        corpus = (after if change.told_after else before).corpus
        was, now = (_words(verdict) for verdict in (change.before, change.after))
        who = " and ".join(change.claims)
        against = " against the record" if len(change.claims) == 1 else ""
        title = f"{who}{against}: {was} → {now}"
        blocks.append(Chain(title, told(corpus, change.because), _causes_say(change)))
    if not on_both:
        blocks.append(Paragraph("No verdict changes on what is there on both sides."))
    for word, is_missing in (("before", "after"), ("after", "before")):
        alone = [
            change.claims[0] for change in found if len(change.claims) == 1 and getattr(change, is_missing) is None
        ]
        if alone:
            blocks.append(Paragraph(f"Only {word}: {listed(alone)}."))
    heading = [
        f"{word}: {name}. {perspective_says(side.corpus, side.perspective, side.set_aside)}".rstrip()
        for word, name, side in zip(("Before", "After"), names, (before, after), strict=True)
    ]
    if banner:
        heading.insert(0, banner)
    count = f"{len(on_both)} verdict{'' if len(on_both) == 1 else 's'} changed"
    return Document("What changes", tuple(heading), (Section("changed", count, tuple(blocks)),))


def _causes_say(change: Change) -> str:
    """Which steps are to be found on one side alone; empty where none is."""
    if not change.causes:
        return ""
    return f"Only {'after' if change.told_after else 'before'} (or otherwise there): {listed(change.causes)}."


def _words(verdict: str | None) -> str:
    return (verdict or "").replace("-", " ")
