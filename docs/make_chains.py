"""Writes what the essays on the cases show of the tool, as the program tells it: chains of reasons, a question.

Run it after a change to proofs or to a case: `python docs/make_chains.py`. A test fails where it was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Step
from claimcheck.report.blocks import Block, Chain
from claimcheck.report.document import question_blocks
from claimcheck.report.text import block_lines
from claimcheck.report.words.proofs import told

CASES = Path(__file__).with_name("cases")
# The section of an essay that is written here, and what follows it.
SECTIONS = {
    "secret-speech": ("## Ten chains\n", "\n## Who was there\n"),
    "vesuvius-79": ("## As it comes out\n", "\n## What Pliny wrote\n"),
}
INTRODUCED = {
    "secret-speech": "One of each kind, as `explain` and `report --only conflicts` tell them: first what is "
    "stated, with its\nfile and line; then what follows from which.",
    "vesuvius-79": "The question, as `report` tells it:",
}
QUESTIONS = {"vesuvius-79": "eruption"}

# What each shows, and of which two claims, one row, one conflict or one limit it is the proof.
CHAINS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "secret-speech": (
        ("What presupposes something else came no earlier", ("memoirs-corridors", "barsukov-approved")),
        ("A record that counts from another event", ("memoirs-corridors",)),
        ("Two that count from one event, whenever that was", ("memoirs-corridors", "pair-decided")),
        ("One disputes what another says", ("s-khrushchev-fused", "khrushchev-consent")),
        ("An answer of no", ("kaganovich-booklet", "s-khrushchev-not-retyped")),
        ("Three of which any two can be true", ("zenkovich-denies", "khrushchev-consent", "kaganovich-raised")),
        ("Two that exclude each other under an assumption", ("memoirs-corridors", "pikhoya-first-discussed")),
        ("Two values, one after the other", ("barsukov-speaker", "narrator-pospelov")),
        ("What the record bears out", ("zenkovich-denies",)),
        ("A limit that the record leaves", ("first-raised",)),
    ),
    "vesuvius-79": (
        ("Two days of one event", ("foss-august", "osanna-october")),
        ("A find after which the eruption came, against a find of another day", ("osanna-wall", "foss-august")),
        ("Who denies a date that another gives", ("cooley-august", "foss-august")),
    ),
}


def section(case: str, found: Examination) -> str:
    """The chains as the page has them, beneath the question where one is shown."""
    return "\n".join(_told(case, found))


def _told(case: str, found: Examination) -> Iterator[str]:
    yield INTRODUCED[case]
    asked = found.positions_of(QUESTIONS[case]) if case in QUESTIONS else None
    if asked is not None:
        lines = [line for block in question_blocks(found, asked) for line in ("", *block_lines(block))]
        yield from ("", "```text", *(line.rstrip() for line in lines[1:]), "```")
        yield from ("", "And the reasons, as `explain` tells them, each with its file and line:")
    for title, ids in CHAINS[case]:
        chain: Block = Chain("", told(found.corpus, _steps(found, ids)))
        yield from (
            "",
            f"{title}:",
            "",
            "```text",
            *(line.rstrip() for line in list(block_lines(chain))[1:]),
            "```",
        )


def _steps(found: Examination, ids: Sequence[str]) -> tuple[Step, ...]:
    if len(ids) == 1 and ids[0] in found.corpus.claims:
        return next(row.because for row in found.rows if row.claim == ids[0])
    if len(ids) == 1:
        return next(one.because_ante for one in found.termini if one.question == ids[0])
    if len(ids) == 2:
        return next(pair.because for pair in found.pairs if {pair.a, pair.b} == set(ids))
    return next(one.because for one in found.conflicts if set(one.members) == set(ids))


def with_chains(page: str, case: str, found: Examination) -> str:
    """The page with what comes out."""
    heading, following = SECTIONS[case]
    before, _, rest = page.partition(heading)
    return f"{before}{heading}\n{section(case, found)}\n{following}{rest.partition(following)[2]}"


if __name__ == "__main__":
    from claimcheck.corpus.reading import read_corpus
    from claimcheck.examine import examine

    for case in SECTIONS:
        target = CASES / f"{case}.md"
        read = read_corpus(Path(__file__).parents[1] / "claims" / case)[0]
        target.write_text(with_chains(target.read_text(encoding="utf-8"), case, examine(read)), encoding="utf-8")
