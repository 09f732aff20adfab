"""Bridges that exclude each other, and bridges against the stated order."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.corpus.reading import read_corpus
from claimcheck.criticism.cautions import impossible_bridges

EVENTS = """\
question: When was it?
claims: {a: 1204}
events:
  a-sent: the letter is sent
  b-read: the letter is read
  c-burnt: {label: the letter is burnt, after: b-read}
  d-told: {label: the burning is told, after: [c-burnt]}
bridges:
"""


def found_in(tmp_path: Path, bridges: str) -> list[tuple[str, str]]:
    path = tmp_path / "corpus.yaml"
    path.write_text(EVENTS + "".join(f"  {line}\n" for line in bridges.split("; ")), encoding="utf-8")
    corpus, diagnostics = read_corpus(path)
    assert diagnostics == ()
    return [(one.code, one.message.split(":")[0]) for one in impossible_bridges(corpus)]


@pytest.mark.parametrize(
    "bridges",
    [
        "x: {from: a-sent, to: b-read, takes: 10 days}; y: {from: a-sent, to: b-read, takes: 20 days}",
        "x: {from: a-sent, to: b-read, takes: less than a month}; y: {from: a-sent, to: b-read, takes: 3 months}",
        "x: {from: a-sent, to: b-read, takes: 2 days}; y: {from: a-sent, to: b-read, takes: at least 10 days}",
        "x: {order: [a-sent, b-read]}; y: {order: [b-read, a-sent]}",
        "x: {order: [d-told, a-sent]}; y: {order: [a-sent, b-read]}",
        "x: {from: a-sent, to: b-read, takes: 2 days}; y: {same: [a-sent, d-told]}",
    ],
)
def test_two_bridges_that_exclude_each_other(tmp_path: Path, bridges: str) -> None:
    assert found_in(tmp_path, bridges) == [("CC509", "the bridges `x` and `y` exclude each other")]


@pytest.mark.parametrize(
    "bridges",
    [
        "x: {from: a-sent, to: b-read, takes: 10 days}; y: {from: a-sent, to: b-read, takes: about 11 days}",
        "x: {from: a-sent, to: b-read, takes: 10 days}; y: {from: a-sent, to: c-burnt, takes: 20 days}",
        "x: {from: a-sent, to: b-read, takes: a month}; y: {from: a-sent, to: b-read, takes: 30 days}",
        "x: {order: [a-sent, b-read]}; y: {order: [a-sent, c-burnt]}",
        "x: {same: [a-sent, b-read]}; y: {order: [b-read, d-told]}",
    ],
)
def test_bridges_that_may_both_be_granted(tmp_path: Path, bridges: str) -> None:
    assert found_in(tmp_path, bridges) == []


@pytest.mark.parametrize(
    "bridge",
    [
        "x: {order: [c-burnt, b-read]}",
        "x: {order: [d-told, b-read]}",
        "x: {same: [b-read, d-told]}",
        "x: {from: d-told, to: c-burnt, takes: 3 days}",
    ],
)
def test_a_bridge_against_the_stated_order(tmp_path: Path, bridge: str) -> None:
    assert found_in(tmp_path, bridge) == [("CC510", "the bridge `x` goes against the stated order")]


def test_what_goes_against_the_order_excludes_nothing_besides(tmp_path: Path) -> None:
    bridges = "x: {order: [c-burnt, b-read]}; y: {order: [b-read, c-burnt]}"
    assert found_in(tmp_path, bridges) == [("CC510", "the bridge `x` goes against the stated order")]
