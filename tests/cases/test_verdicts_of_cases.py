"""Every verdict on the shipped cases as it was last read through: a change of the engine changes none unseen.

One file a case under `verdicts/`, a line for each pair and each row: what the meaning lays down of them (verdict,
dimension, gap, strained, conditions) without the derivations. `--update-verdicts` writes them anew; read the
difference before it is committed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Row
from claimcheck.examine import examine

CASES = Path(__file__).parents[2] / "claims"
VERDICTS = Path(__file__).parent / "verdicts"


def sets(conditions: tuple[tuple[str, ...], ...]) -> str:
    return " | ".join(" + ".join(some) for some in conditions)


def line_of_pair(pair: Pair) -> str:
    gap = "" if pair.gap is None else str(pair.gap.days)
    dimension = "" if pair.dimension is None else pair.dimension
    fields = (
        pair.a,
        pair.b,
        pair.question or "",
        pair.verdict,
        dimension,
        gap,
        "strained" if pair.strained else "",
    )
    return "\t".join((*fields, sets(pair.if_bridge), sets(pair.unless)))


def line_of_row(row: Row) -> str:
    deciding = " ".join(f"{id}:{bearing}" for id, bearing in row.records if bearing != "consistent")
    independence = "" if row.independence is None else row.independence
    fields = (row.claim, row.question or "", row.verdict, " ".join(row.in_part), independence)
    return "\t".join((*fields, "strained" if row.strained else "", sets(row.if_bridge), deciding))


def lines_of(findings: Examination) -> Iterator[str]:
    yield "# a\tb\tquestion\tverdict\tdimension\tgap in days\tstrained\tif\tunless"
    yield from map(line_of_pair, findings.pairs)
    yield "# claim\tquestion\tverdict\tin part\tindependence\tstrained\tif\tdeciding records"
    yield from map(line_of_row, findings.rows)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_the_verdicts_are_those_that_were_read(case: str, request: pytest.FixtureRequest) -> None:
    corpus, _ = read_corpus(CASES / case)
    found = "\n".join(lines_of(examine(corpus))) + "\n"
    kept = VERDICTS / f"{case}.tsv"
    if request.config.getoption("--update-verdicts"):
        kept.write_text(found, encoding="utf-8")
    assert found.splitlines() == kept.read_text(encoding="utf-8").splitlines()
