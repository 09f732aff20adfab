"""The claims of a corpus as a table: read again they are the same claims."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from claimcheck.cli.main import app
from claimcheck.corpus.expansion import yaml_of
from claimcheck.corpus.reading import read_corpus
from claimcheck.corpus.tables import csv_of_claims
from claimcheck.examine import examine

HEAD = """\
questions:
  crossed: {ask: When was it crossed?, kind: crossing}
  builder: {ask: Who built it?, role: builder, of: bridge}
kinds: {crossing: somebody crosses it}
events: {flood: {when: 3 May 1204, record: Annals 5}}
sources: {annals: {title: Annals, author: Giles}}
"""

_TEXT = st.sampled_from(
    ["as some say", "=1+1", "-5", "x; y, z", 'so, "they" say', "two\nlines", "№ 7 #8", "yes", "@x"]
)
_KEYS = st.fixed_dictionaries(
    {
        "answers": st.just("crossed"),
        "when": st.sampled_from(["1204", "-0043", "[1203, 1205]", "after @flood", "@flood"]),
    },
    optional={
        "by": st.lists(st.sampled_from(["Anna", "the old abbot", "A. B."]), min_size=1, max_size=2, unique=True),
        "in": st.sampled_from(["annals", "annals p. 5", "The Chronicle, 1999", "Letters"]),
        "through": st.sampled_from(["annals p. 6", "A Digest"]),
        "rests-on": st.lists(st.sampled_from(["annals", "the lost roll"]), min_size=1, max_size=2, unique=True),
        "says": _TEXT,
        "quote": _TEXT,
        "note": _TEXT,
        "hedge": _TEXT,
        "stance": st.sampled_from(["asserts", "denies"]),
        "calendar": st.sampled_from(["julian", "gregorian"]),
        "extent": st.sampled_from(["throughout", "course"]),
    },
)


def _said(folder: Path) -> dict[str, object]:
    """What the claims of a corpus say, wherever they stand, and how they are found to stand to each other."""
    corpus, diagnostics = read_corpus(folder)
    assert [one for one in diagnostics if one.severity == "error"] == []
    claims = {id: _bare(claim.model_dump()) for id, claim in corpus.claims.items()}
    findings = examine(corpus)
    verdicts = [(pair.a, pair.b, pair.verdict) for pair in findings.pairs]
    sources = {source.id: (source.title, source.author) for source in corpus.sources.values()}
    return {"claims": claims, "verdicts": verdicts, "sources": sources, "by": corpus.claimants.keys()}


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items() if key != "position"}
    return [_bare(inner) for inner in value] if isinstance(value, list | tuple) else value


@given(st.dictionaries(st.sampled_from(["a", "b", "c.d", "ё"]), _KEYS, min_size=1))
def test_claims_are_the_same_when_they_come_back_from_a_table(
    tmp_path_factory: pytest.TempPathFactory, claims: dict[str, dict[str, object]]
) -> None:
    one, other = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")
    (one / "corpus.yaml").write_text(HEAD + yaml_of({"claims": claims}), encoding="utf-8")
    table, left_out = csv_of_claims(read_corpus(one)[0])
    assert left_out == ()
    (other / "corpus.yaml").write_text(HEAD, encoding="utf-8")
    (other / "all.claims.csv").write_text(table, encoding="utf-8")
    assert _said(other) == _said(one)


def test_what_no_row_can_hold_is_named(tmp_path: Path) -> None:
    claims = {
        "a": {"answers": "crossed", "when": {"as": "soon", "read": "1204"}},
        "b": {"answers": "crossed", "when": "1204", "also": {"none": "crossing", "when": "1205"}},
        "c": {"answers": {"crossed": "1204"}},
        "d": {"answers": "crossed", "when": "1206", "or-when": "1207"},
    }
    (tmp_path / "corpus.yaml").write_text(HEAD + yaml_of({"claims": claims}), encoding="utf-8")
    done = CliRunner().invoke(app, ["convert", "--table", str(tmp_path)])
    assert done.exit_code == 0
    assert "3 claims have what no row can hold: a, b, c/crossed" in done.stderr
    assert list(csv.reader(io.StringIO(done.stdout))) == [
        ["id", "by", "answers", "when", "or-when"],
        ["d", "d", "crossed", "1206", "1207"],
    ]
