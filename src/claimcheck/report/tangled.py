"""The conflicts and pairs of a tangled corpus, gathered: what a report can tell when there are hundreds.

Belongs here: the blocks of the sections "who contradicts whom" and "what cannot all be true" beyond the limits of
`patterns`. Does not belong here: the gathering itself (see `patterns`), what is told below those limits (see
`sections`), wording of verdicts (see `sentences`).

Nothing is dropped: every conflict stands in one line, every pair in one row; what is not told as a chain, `explain`
tells, and the JSON has all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.findings import Findings, Pair
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Block, Chain, Item, Listing, Paragraph, Table
from claimcheck.report.moments import gap_in_words
from claimcheck.report.naming import question_text
from claimcheck.report.patterns import (
    are_many,
    by_first,
    choice_says,
    matters_say,
    patterns,
    with_most_voices_first,
)
from claimcheck.report.reasons import told
from claimcheck.report.sentences import conflict_named, repairs_say, tangle_repairs_say, verdict_words
from claimcheck.report.styles import style_of_deductions


def conflicts_by_pattern(corpus: Corpus, findings: Findings, asking: Asking) -> Iterator[Block]:
    """Every pattern with one conflict as a chain and the others as choices; then the repairs."""
    found = patterns(corpus, findings.conflicts)
    yield Paragraph(
        f"{len(findings.conflicts)} conflicts of {len(found)} patterns. Of each pattern one is told in full, the others "
        f"by their members. For any of them: {asking.why('ID', 'ID', 'ID')}"
    )
    for pattern in (with_most_voices_first(corpus, pattern) for pattern in found):
        number = len(pattern.conflicts)
        yield Paragraph(f"{matters_say(pattern)}: {number} conflict{'' if number == 1 else 's'}.")
        first = pattern.conflicts[0]
        yield Chain(conflict_named(corpus, first), told(corpus, first.because), repairs_say(first.repairs))
        if number > 1:
            yield Paragraph("So too:")
            yield Listing(tuple(Item(choice_says(choice)) for choice in pattern.choices))
    yield from tangled_repairs(findings)


def tangled_repairs(findings: Findings) -> Iterator[Block]:
    """The repairs that are too many or too long to stand after each conflict, once for each cluster."""
    for cluster in findings.clusters:
        if are_many(cluster.repairs):
            yield Paragraph(tangle_repairs_say(cluster))


def pairs_gathered(corpus: Corpus, pairs: Sequence[Pair]) -> Table:
    """Who contradicts whom, a row for each claim and question, every pair once with how far apart they are."""
    rows = by_first((pair.a, _asked(corpus, pair), f"{pair.b} ({_apart(corpus, pair)})") for pair in pairs)
    return Table(
        ("this", "cannot be true together with (apart)", "question"),
        tuple((a, ", ".join(others), asked) for a, asked, others in rows),
    )


def relations_gathered(corpus: Corpus, pairs: Sequence[Pair]) -> Table:
    """The other relations, a row for each claim and relation, every pair once."""
    rows = by_first((pair.a, verdict_words(pair), pair.b) for pair in pairs)
    return Table(("this", "relation", "and these"), tuple((a, said, ", ".join(others)) for a, said, others in rows))


def _apart(corpus: Corpus, pair: Pair) -> str:
    return gap_in_words(pair.gap, style_of_deductions(corpus)) if pair.gap is not None else "no date would help"


def _asked(corpus: Corpus, pair: Pair) -> str:
    return question_text(corpus, pair.question) if pair.question is not None else "different questions"
