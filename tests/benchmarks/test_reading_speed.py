"""Reading YAML with positions, beside PyYAML's own C loader in the same run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
import yaml

from claimcheck.corpus.reading import read_corpus
from claimcheck.corpus.yaml_nodes import read_nodes, source_file

CLAIM = """\
  claim-{number}:
    by: [person-{small}, other-{small}]
    in: source-{small} p. {number}
    answers: question-{small}
    says: It was raised only in the corridors of the congress itself, as number {number} says.
    when: 19{small}-02-13
"""
HEAD = (
    "questions:\n"
    + "".join(f"  question-{number}: {{ask: When?, kind: kind}}\n" for number in range(10, 60))
    + "kinds: {kind: a kind}\nsources:\n"
    + "".join(f"  source-{number}: {{type: memoir}}\n" for number in range(10, 60))
    + "claims:\n"
)
TEXT = HEAD + "".join(CLAIM.format(number=number, small=10 + number % 50) for number in range(3000))


def _quickest(run: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        start = perf_counter()
        run()
        taken.append(perf_counter() - start)
    return min(taken)


@pytest.mark.benchmark
def test_yaml_with_positions_is_read_faster_than_the_c_loader_reads_it_without() -> None:
    file = source_file("corpus.yaml", TEXT)
    ours = _quickest(lambda: read_nodes(file, TEXT, []))
    theirs = _quickest(lambda: yaml.load(TEXT, yaml.CSafeLoader))
    assert theirs / ours > 2.5


@pytest.mark.benchmark
def test_a_whole_corpus_is_read_and_checked_in_about_the_time_of_the_c_loader(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(TEXT, encoding="utf-8")
    corpus, diagnostics = read_corpus(tmp_path)
    assert (len(corpus.claims), diagnostics) == (3000, ())
    ours = _quickest(lambda: read_corpus(tmp_path), 3)
    theirs = _quickest(lambda: yaml.load(TEXT, yaml.CSafeLoader), 3)
    assert ours / theirs < 2.5
