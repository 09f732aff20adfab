"""Writes the ten chains in docs/cases/secret-speech.md, as the program tells them.

Run it after a change to proofs or to the case: `python docs/make_chains.py`. A test fails where it was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Step
from claimcheck.report.blocks import Chain
from claimcheck.report.text import block_lines
from claimcheck.report.words.proofs import told

TARGET = Path(__file__).with_name("cases") / "secret-speech.md"
HEADING, NEXT = "## Ten chains\n", "\n## Who was there\n"

# What each shows, and of which two claims, one row, one conflict or one limit it is the proof.
CHAINS: tuple[tuple[str, tuple[str, ...]], ...] = (
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
)


def section(found: Examination) -> str:
    """The ten chains as the page has them."""
    return "\n".join(_told(found))


def _told(found: Examination) -> Iterator[str]:
    yield "One of each kind, as `explain` and `report --only conflicts` tell them: first what is stated, with its"
    yield "file and line; then what follows from which."
    for title, ids in CHAINS:
        lines = list(block_lines(Chain("", told(found.corpus, _steps(found, ids)))))[1:]
        yield from ("", f"{title}:", "", "```text", *(line.rstrip() for line in lines), "```")


def _steps(found: Examination, ids: Sequence[str]) -> tuple[Step, ...]:
    if len(ids) == 1 and ids[0] in found.corpus.claims:
        return next(row.because for row in found.rows if row.claim == ids[0])
    if len(ids) == 1:
        return next(one.because_ante for one in found.termini if one.question == ids[0])
    if len(ids) == 2:
        return next(pair.because for pair in found.pairs if {pair.a, pair.b} == set(ids))
    return next(one.because for one in found.conflicts if set(one.members) == set(ids))


def with_chains(page: str, found: Examination) -> str:
    """The page with the chains as they come out."""
    before, _, rest = page.partition(HEADING)
    return f"{before}{HEADING}\n{section(found)}\n{NEXT}{rest.partition(NEXT)[2]}"


if __name__ == "__main__":
    from claimcheck.corpus.reading import read_corpus
    from claimcheck.examine import examine

    corpus = read_corpus(Path(__file__).parents[1] / "claims" / "secret-speech")[0]
    TARGET.write_text(with_chains(TARGET.read_text(encoding="utf-8"), examine(corpus)), encoding="utf-8")
