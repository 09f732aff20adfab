"""Bridges with `if` and `then`: parts as a claim states them, one or several on either side."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_reading import read

from claimcheck.corpus.entries import Statement

HEAD = """\
kinds: {crossing: somebody crosses it}
events: {flood: the flood, letter: the letter}
questions: {q: {ask: When was it crossed?, kind: crossing}}
claims:
  a: {answers: q, when: 1204}
"""


def _is(statement: Statement) -> dict[str, object]:
    """The keys that a part states, with dates as their texts."""
    stated = {key: value for key, value in statement if value not in (None, (), "within")}
    return {key: getattr(value, "text", value) for key, value in stated.items()}


def test_each_side_is_a_part(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEAD + "bridges:\n  b: {if: {event: letter, when: 24 August 1204}, then: {kind: crossing, when: 1204}}\n",
    )
    assert found.printed == ""
    bridge = found.corpus.bridges["b"]
    assert [_is(part) for part in bridge.condition] == [{"event": "letter", "when": "24 August 1204"}]
    assert [_is(part) for part in bridge.consequence] == [{"kind": "crossing", "when": "1204"}]


def test_a_side_may_be_a_list_of_parts(tmp_path: Path) -> None:
    text = """\
bridges:
  b:
    if:
      - {none: crossing, when: before @flood}
      - {event: letter}
    then: {role: author, of: letter, value: a monk, from: 1204}
"""
    found = read(tmp_path, HEAD + text)
    assert found.printed == ""
    bridge = found.corpus.bridges["b"]
    assert [_is(part) for part in bridge.condition] == [
        {"none": "crossing", "when": "before @flood"},
        {"event": "letter"},
    ]
    assert [_is(part) for part in bridge.consequence] == [
        {"role": "author", "of": "letter", "value": ("a monk",), "start": "1204"}
    ]


@pytest.mark.parametrize(
    ("bridge", "code", "said"),
    [
        ("{if: {event: letter}}", "CC308", "has `if` and no `then`"),
        ("{then: {event: letter}}", "CC308", "has `then` and no `if`"),
        ("{if: {event: letter}, then: {event: flood}, same: [flood, letter]}", "CC308", "has `same` and `if`"),
        ("{if: {event: lettre}, then: {event: flood}}", "CC204", "no event has the id `lettre`"),
        ("{if: {none: crosing}, then: {event: flood}}", "CC203", "no kind has the id `crosing`"),
        (
            '{if: {event: letter, when: "before @flod"}, then: {event: flood}}',
            "CC209",
            "no event has the id `flod`",
        ),
        ("{if: {event: letter, when: 14 Febuary 1204}, then: {event: flood}}", "CC401", "Febuary"),
        ("{if: {when: 1204}, then: {event: flood}}", "CC301", "does not say of what it is"),
        ("{if: {event: letter, kind: crossing}, then: {event: flood}}", "CC302", "`event` and of `kind`"),
        ("{if: {role: author, of: letter}, then: {event: flood}}", "CC314", "without `value`"),
        ("{if: {answers: q, when: 1204}, then: {event: flood}}", "CC101", "`if` has no key `answers`"),
        ("{if: he wrote it, then: {event: flood}}", "CC104", "`if` takes the keys of a part"),
    ],
)
def test_what_is_wrong_with_a_side_is_one_message(tmp_path: Path, bridge: str, code: str, said: str) -> None:
    found = read(tmp_path, HEAD + f"bridges:\n  b: {bridge}\n")
    assert (found.only.code, said in found.only.message) == (code, True), found.printed
    assert found.corpus.bridges == {}
    assert list(found.corpus.claims) == ["a"]


def test_a_kind_with_an_error_keeps_a_stand_in_for_the_bridge_that_names_it(tmp_path: Path) -> None:
    text = (
        HEAD.replace("somebody crosses it", "{lable: x}")
        + "bridges: {b: {if: {event: letter}, then: {none: crossing}}}\n"
    )
    found = read(tmp_path, text)
    assert found.only.code == "CC101"
    assert found.corpus.bridges["b"].consequence[0].none == "crossing"
    assert not found.corpus.kinds["crossing"].declared
