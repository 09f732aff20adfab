"""Whatever the bytes, there are diagnostics and no exceptions; whatever the slip, it is said once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from corpus_reading import read
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_expansion import FULL, NINE

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.fields import SECTIONS, TOP
from claimcheck.corpus.files import decode
from claimcheck.diagnostics import CODES, Diagnostic

_SAMPLES = (NINE, FULL)
_relaxed = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_bits = st.sampled_from(
    [
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        ": ",
        "\n",
        "\t",
        " #",
        "&a ",
        "*a",
        "- ",
        "|\n",
        "> ",
        "? ",
        "%",
        "@x",
        "\0",
        "\r",
    ]
)


def _holds_together(corpus: Corpus) -> bool:
    """Whether whatever the entries refer to is there."""
    for claim in corpus.claims.values():
        if claim.source not in corpus.sources or any(by not in corpus.claimants for by in claim.by):
            return False
        for statement in (*claim.statements, *claim.otherwise):
            kinds = (statement.kind, statement.first, statement.last, statement.none)
            if any(kind is not None and kind not in corpus.kinds for kind in kinds):
                return False
            if statement.event is not None and statement.event not in corpus.events:
                return False
            if statement.question is not None and statement.question not in corpus.questions:
                return False
    for event in corpus.events.values():
        if any(kind not in corpus.kinds for kind in event.kinds):
            return False
        if any(record.source not in corpus.sources for record in event.records):
            return False
    return True


def _unsound(tmp_path: Path, data: bytes) -> list[str]:
    """What is wrong with what reading these bytes gave; nothing, whatever they are."""
    found = read(tmp_path, None, path="corpus.yaml", files={"corpus.yaml": data})
    lines = len(data.splitlines()) + 1
    wrong = [f"{one.code} is no code" for one in found.diagnostics if one.code not in CODES]
    wrong += [
        f"line {one.position.line} of {lines}" for one in found.diagnostics if not 1 <= one.position.line <= lines
    ]
    wrong += [word for word in ("Error", "pydantic") if word in found.printed]
    if not found.corpus.claims and not found.diagnostics:
        wrong.append("nothing read and nothing said")
    if not _holds_together(found.corpus):
        wrong.append("an entry refers to what is not there")
    return wrong


@_relaxed
@given(st.binary(max_size=300))
@example(b"")
@example(b"\xef\xbb\xbf")
@example(b"claims: {a: {b: {c: }}}")
def test_any_bytes_are_data(tmp_path: Path, data: bytes) -> None:
    assert _unsound(tmp_path, data) == []


@_relaxed
@given(st.text(max_size=200).map(lambda text: "question: When?\nclaims:\n  a: 1204\n" + text))
def test_any_text_behind_a_corpus_is_data(tmp_path: Path, text: str) -> None:
    assert _unsound(tmp_path, text.encode("utf-8", "replace")) == []


@_relaxed
@given(st.sampled_from(_SAMPLES), st.lists(st.tuples(st.integers(0, 3000), _bits), max_size=4))
def test_a_corpus_with_signs_thrown_in_is_data(tmp_path: Path, text: str, signs: list[tuple[int, str]]) -> None:
    for at, sign in signs:
        at %= len(text)
        text = text[:at] + sign + text[at:]
    assert _unsound(tmp_path, text.encode()) == []


@pytest.mark.parametrize("text", _SAMPLES)
def test_every_truncation_of_a_corpus_is_data(tmp_path: Path, text: str) -> None:
    for stop in range(len(text)):
        assert _unsound(tmp_path, text[:stop].encode()) == []


@_relaxed
@given(st.binary(max_size=200))
def test_a_table_of_any_bytes_is_data(tmp_path: Path, data: bytes) -> None:
    for name in ("x.claims.csv", "x.claims.jsonl"):
        found = read(tmp_path, None, path=name, files={name: b"id,when\n" + data})
        assert found.corpus.claims or found.diagnostics


_KNOWN = {*TOP, *SECTIONS, *(key for fields in SECTIONS.values() for key in fields), "in", "basis", "as", "read"}


def _misspelt(key: str) -> list[str]:
    return [key + "z", key[:-1] + "q", "q" + key[1:], key[0] + key[2:]] if len(key) > 2 else [key + "z"]


@pytest.mark.parametrize("text", _SAMPLES)
def test_every_misspelt_key_is_said_once(tmp_path: Path, text: str) -> None:
    keys = [match for match in re.finditer(r"(?:^\s*|[{,]\s*)([a-z-]+):", text, re.M) if match[1] in _KNOWN]
    assert len(keys) >= 5
    for match in keys:
        for wrong in _misspelt(match[1]):
            if wrong in _KNOWN:
                continue
            found = read(tmp_path, text[: match.start(1)] + wrong + text[match.end(1) :])
            assert len(found.diagnostics) == 1, f"{match[1]} as {wrong}:\n{found.printed}"


@pytest.mark.parametrize("text", _SAMPLES)
def test_without_the_c_parser_the_pure_one_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    text = text.replace("?,", ",")  # within braces the pure parser stumbles over a question mark and a comma
    with_c = read(tmp_path, text)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert read(tmp_path, text) == with_c
    assert read(tmp_path, text + "bad: p. 5: x\n").codes == ["CC021"]


def test_a_bracket_bomb_takes_no_time_and_no_stack(tmp_path: Path) -> None:
    found = read(tmp_path, "claims:\n  a: " + "[" * 1_000_000 + "\n  b: {says: words}\n")
    assert found.only.code == "CC032"
    assert list(found.corpus.claims) == ["b"]


def test_ten_megabytes_in_one_line_are_shown_in_part(tmp_path: Path) -> None:
    found = read(tmp_path, "claims:\n  a: {when: 1204, nte: " + "x" * 10_000_000 + "}\n")
    assert found.codes == ["CC101"]
    assert len(found.printed) < 1000


def test_decoding_names_the_place_of_the_first_wrong_byte() -> None:
    found: list[Diagnostic] = []
    assert decode("x.yaml", "ä: 1\nb: ".encode() + b"\xff", found) is None
    assert (found[0].position.line, found[0].position.column) == (2, 4)
