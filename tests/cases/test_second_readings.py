"""The second readings of the cases, made by hand before the engine was asked, and where it says otherwise.

Each page under docs/cases/second-readings has a block with the standing of every claim, every pair, what bridges
would make of them, and the positions on the questions; and says where the engine differs and who was right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from claimcheck.engine.findings import Verdict
from console import ROOT, examine_once, read_once

READINGS = ROOT / "docs" / "cases" / "second-readings"
CASES = ["elizabeth-1603", "foundation-of-rome", "secret-speech"]
SORTS = ("standing", "pair", "gap", "if", "positions")
MIRRORED = {"refines": "refined-by", "refined-by": "refines"}
VERDICT = re.compile(r"(\S+) ([a-z-]+)( strained)? (.+)")

Key = tuple[str, ...]  # a standing, pair, gap or condition, and what it is of; or the positions on a question


@cache
def read_by_hand(case: str) -> dict[Key, str]:
    """What the block of a page judges."""
    block = (READINGS / f"{case}.md").read_text(encoding="utf-8").split("```")[1]
    standings, pairs, positions = re.split(r"\n\n(?=pairs|positions)", block)
    return {
        **{("standing", claim): said for said, claims in entries(standings) for claim in claims.split()},
        **{key: said for line in pairs.splitlines()[1:] for key, said in judged_of_pairs(line)},
        **{("positions", asked): in_any_order(said) for asked, said in entries(positions)},
    }


def entries(part: str) -> Iterator[tuple[str, str]]:
    return ((name, rest) for name, colon, rest in (line.partition(": ") for line in part.splitlines()) if colon)


def in_any_order(said: str) -> str:
    """The positions in their order, whoever holds each and leaves open which in any."""
    return " / ".join(" ".join(sorted(one.split())) for one in said.replace(" ; open: ", " / open ").split(" / "))


def judged_of_pairs(line: str) -> Iterator[tuple[Key, str]]:
    condition, colon, rest = line.partition(": ")
    if colon:
        bridges, by_record, _ = condition.removeprefix("if ").partition(", by the record")
        granted = " + ".join(sorted(bridges.split(" + ")))
        first, _, others = rest.partition(" contradicts ")
        pairs = [(id,) for id in first.split()] if by_record else [(first, other) for other in others.split()]
        yield from ((("if", *sorted(pair), granted), "") for pair in pairs)
    elif found := VERDICT.fullmatch(line):
        for other, gap in re.findall(r"([a-z]\S+)(?: \((\d+)\))?", found[4]):
            yield pair_said(found[1], other, found[2] + (found[3] or ""))
            if gap:
                yield ("gap", *sorted((found[1], other))), gap


def pair_said(a: str, b: str, verdict: str) -> tuple[Key, str]:
    """A pair, whichever is named first."""
    return (("pair", a, b), verdict) if a < b else (("pair", b, a), MIRRORED.get(verdict, verdict))


@cache
def found_by_the_engine(case: str) -> dict[Key, str]:
    """The same of the engine."""
    found = examine_once(read_once(ROOT / "claims" / case)[0])
    judged: dict[Key, str] = {}
    for row in found.rows:
        parts = f" ({' '.join(row.in_part)})" if row.in_part else ""
        judged["standing", row.claim] = row.verdict.replace("-", " ") + parts + " strained" * row.strained
        judged |= {("if", row.claim, " + ".join(sorted(some))): "" for some in row.if_bridge}
    for pair in found.pairs:
        if pair.verdict not in (Verdict.DIFFERENT_QUESTIONS, Verdict.NOT_COMPARED) or pair.strained:
            judged |= [pair_said(pair.a, pair.b, f"{pair.verdict}{' strained' * pair.strained}")]
        judged |= {("if", *sorted((pair.a, pair.b)), " + ".join(sorted(some))): "" for some in pair.if_bridge}
        if pair.gap is not None:
            judged["gap", *sorted((pair.a, pair.b))] = str(pair.gap.days)
    for asked in found.positions:
        held = " / ".join(" ".join((*one.held_by, *one.left_with)) for one in asked.positions)
        undecided = " ".join(id for id, _ in asked.undecided)
        judged["positions", asked.question] = in_any_order(held + (f" ; open: {undecided}" if undecided else ""))
    return judged


def judged_by_either(case: str) -> set[Key]:
    """What is compared: all standings, pairs and conditions; gaps and positions as far as the reader gave them."""
    engine = (key for key in found_by_the_engine(case) if key[0] not in ("gap", "positions"))
    return {*read_by_hand(case), *engine}


def differences(case: str) -> list[Key]:
    """What was judged otherwise, or by one of the two only."""
    hand, engine = read_by_hand(case), found_by_the_engine(case)
    return [key for key in judged_by_either(case) if hand.get(key) != engine.get(key)]


@pytest.mark.parametrize("case", CASES)
def test_each_difference_has_its_reason_and_none_is_left_out(case: str) -> None:
    text = (READINGS / f"{case}.md").read_text(encoding="utf-8").partition("## Compared")[2]
    rows = [
        line.strip("|").split("|")[1:] for line in text.splitlines() if re.match(r"\| (engine|open|reader):", line)
    ]
    told = [sum(int(cell.strip() or 0) for cell in column) for column in zip(*rows, strict=True)]
    found = Counter(key[0] for key in differences(case))
    assert told == [found[sort] for sort in SORTS]


def test_the_numbers_of_the_agreement_are_those_that_come_out() -> None:
    table = (READINGS / "README.md").read_text(encoding="utf-8")
    for sort, name in zip(SORTS, ("standings", "pairs", "gaps in days", "conditions", "positions"), strict=True):
        cells = []
        for case in ("elizabeth-1603", "secret-speech", "foundation-of-rome"):
            judged = [key for key in judged_by_either(case) if key[0] == sort]
            cells.append(f"{len(judged) - sum(key[0] == sort for key in differences(case))} of {len(judged)}")
        assert f"| {name} | {' | '.join(cells)} |" in table
