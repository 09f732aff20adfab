"""The conflicts and pairs of a tangled corpus, gathered: what a report can tell when there are hundreds.

Belongs here: the blocks of the sections "who contradicts whom" and "what cannot all be true" beyond the limits of
`patterns`. Does not belong here: the gathering itself (see `patterns`), what is told below those limits (see
`sections`), wording of verdicts (see `sentences`).

Nothing is dropped: every conflict stands in one line, every pair in one row; what is not told as a chain,
`explain` tells, and the JSON has all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Block, Chain, Item, Listing, Paragraph, Table
from claimcheck.report.moments import gap_in_words
from claimcheck.report.naming import question_text
from claimcheck.report.patterns import (
    MOST_PATTERNS,
    Pattern,
    are_many,
    by_first,
    choice_says,
    gathered,
    matters_say,
    most_telling_first,
    patterns,
)
from claimcheck.report.sentences import (
    CUT_SHORT,
    conflict_named,
    either,
    repairs_of,
    supposition,
    tangle_repairs_say,
    verdict_words,
)
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words.proofs import told


def conflicts_by_pattern(findings: Examination, asking: Asking) -> Iterator[Block]:
    """Every pattern with one conflict as a chain and the others as choices; then the repairs.

    Two claims that contradict each other stand in the table of pairs, and are only counted here.
    """
    corpus = findings.corpus
    pairs = [
        c
        for c in findings.conflicts
        if len(c.members) == 2 and not c.bridges and corpus.claims.keys() > {*c.members}
    ]
    found = patterns(corpus, (conflict for conflict in findings.conflicts if conflict not in pairs))
    number = len(findings.conflicts) - len(pairs)
    cut_short = "" if findings.complete else f" {CUT_SHORT}"
    yield Paragraph(
        f"{len(findings.conflicts)} conflicts.{cut_short} {len(pairs)} are of two claims: see who contradicts "
        f"whom. The other {number} are of {len(found)} pattern{'' if len(found) == 1 else 's'}. Of the "
        f"{min(len(found), MOST_PATTERNS)} in which most claimants have a part, one conflict each is told in "
        f"full, all others by their members. For the reasons of any: {asking.why('ID', 'ID', 'ID')}"
    )
    ordered = most_telling_first(corpus, found)
    for pattern in ordered[:MOST_PATTERNS]:
        number = len(pattern.conflicts)
        yield Paragraph(f"{matters_say(pattern)}: {number} conflict{'' if number == 1 else 's'}.")
        first = pattern.conflicts[0]
        yield Chain(conflict_named(corpus, first), told(corpus, first.because), repairs_of(findings, first))
        if number > 1:
            yield Paragraph("So too:")
            yield Listing(tuple(Item(choice_says(choice)) for choice in pattern.choices))
    if ordered[MOST_PATTERNS:]:
        yield Paragraph("The other patterns, by their members:")
        yield Listing(tuple(Item(_by_members(corpus, pattern)) for pattern in ordered[MOST_PATTERNS:]))
    yield from tangled_repairs(findings)


def _by_members(corpus: Corpus, pattern: Pattern) -> str:
    bridges = pattern.conflicts[0].bridges
    supposed = f"{supposition(corpus, bridges)}, " if bridges else ""
    choices = gathered(conflict.members for conflict in pattern.conflicts)
    return f"{matters_say(pattern)}: {supposed}{'; '.join(choice_says(choice) for choice in choices)}."


def tangled_repairs(findings: Examination) -> Iterator[Block]:
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
    return Table(
        ("this", "relation", "and these"), tuple((a, said, ", ".join(others)) for a, said, others in rows)
    )


def suppositions_gathered(corpus: Corpus, pairs: Sequence[Pair]) -> Table:
    """What would contradict, a row for each set of assumptions, every pair once in each."""
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for pair in pairs:
        for supposed in pair.if_bridge:
            found.setdefault(supposed, []).append((pair.a, pair.b))
    rows = ((either(corpus, [ids]), "; ".join(map(choice_says, gathered(some)))) for ids, some in found.items())
    return Table(("only", "these would contradict each other"), tuple(rows))


def _apart(corpus: Corpus, pair: Pair) -> str:
    return gap_in_words(pair.gap, style_of_deductions(corpus)) if pair.gap is not None else "no date would help"


def _asked(corpus: Corpus, pair: Pair) -> str:
    return question_text(corpus, pair.question) if pair.question is not None else "different questions"
