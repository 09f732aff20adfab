"""The stemma, sources and history from the command line, and comparisons of two corpora or perspectives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console import run

COMET = """\
question: When was the comet first seen?
sources:
  tale: {type: memoir, issued: 1596}
  digest: {type: study, issued: 1800, rests-on: tale}
  undated: {type: press}
claims:
  eilmer: {by: Brother Eilmer, in: tale, when: 24 April 1066}
  antiquary: {by: Ralph the antiquary, in: digest, when: April 1067}
  leaflet: {by: A leaflet, in: undated, when: April 1066}
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for name, text in (("one", COMET), ("two", COMET.replace("April 1067", "April 1066"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "corpus.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("format", "begins"), [("dot", "digraph stemma {"), ("mermaid", "flowchart BT")])
def test_the_stemma_can_be_drawn(here: Path, format: str, begins: str) -> None:
    done = run("report", "one", "--only", "stemma", "--format", format, cwd=here)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(begins)


@pytest.mark.parametrize("name", ["stemma.dot", "stemma.gv", "stemma.mmd"])
def test_the_name_of_the_file_says_which_picture_is_drawn(here: Path, name: str) -> None:
    assert run("report", "one", "--only", "stemma", "-o", name, cwd=here).returncode == 0
    expected = "flowchart" if name.endswith("mmd") else "digraph"
    assert (here / name).read_text(encoding="utf-8").startswith(expected)


@pytest.mark.parametrize("words", [("lineup", "one"), ("report", "one"), ("report", "one", "--only", "history")])
def test_nothing_but_the_stemma_is_drawn(here: Path, words: tuple[str, ...]) -> None:
    done = run(*words, "--format", "dot", cwd=here)
    assert (done.returncode, done.stdout) == (2, "")
    assert "draws the stemma or the conflicts alone" in done.stderr


@pytest.mark.parametrize(
    ("section", "key"), [("stemma", "stemma"), ("history", "history"), ("asking", "sourcing")]
)
def test_each_section_can_be_asked_for_alone(here: Path, section: str, key: str) -> None:
    done = run("report", "one", "--only", section, cwd=here)
    assert (done.returncode, done.stderr) == (0, "")
    assert "eilmer" in done.stdout or "Eilmer" in done.stdout
    found = json.loads(run("report", "one", "--only", section, "--format", "json", cwd=here).stdout)
    assert key in found


def test_works_without_a_year_are_listed_apart_from_those_that_came_later(here: Path) -> None:
    done = run("lineup", "one", "--as-of", "1600", cwd=here)
    heading = " ".join(done.stdout.split())
    assert "as of 1600 (set aside as later: digest; set aside for want of a year: undated)" in heading


def test_two_perspectives_are_compared(here: Path) -> None:
    done = run("compare", "one", "--against", "as-of=1700", "--format", "json", cwd=here)
    changed = {tuple(one["claims"]): (one["before"], one["after"]) for one in json.loads(done.stdout)["changed"]}
    assert changed[("antiquary",)][1] is None
    assert changed[("eilmer", "antiquary")] == ("contradicts", None)


def test_two_corpora_are_compared(here: Path) -> None:
    done = run("compare", "one", "two", "--format", "json", cwd=here)
    changed = {tuple(one["claims"]): (one["before"], one["after"]) for one in json.loads(done.stdout)["changed"]}
    assert changed == {
        ("eilmer", "antiquary"): ("contradicts", "refines"),
        ("antiquary", "leaflet"): ("contradicts", "agrees"),
    }


def test_the_same_corpus_twice_changes_nothing(here: Path) -> None:
    done = run("compare", "one", "one", cwd=here)
    assert done.returncode == 0
    assert "No verdict changes" in done.stdout


def test_a_page_at_the_end_of_a_free_text_is_the_place_and_the_remedy_offers_one(tmp_path: Path) -> None:
    corpus = "question: When was it first crossed?\nclaims:\n  A: {in: Scheurl's Book 2CITED, when: 1904}\n"
    for cited, notes in ((" p. 42", 0), (", fol. 3v", 0), ("", 1), (", p. 12", 0)):
        (tmp_path / "corpus.yaml").write_text(
            corpus.replace("CITED", f"{cited}").replace("in: ", 'in: "').replace(", when", '", when'),
            encoding="utf-8",
        )
        done = run("check", tmp_path)
        assert done.stderr.count("[CC501]") == notes, cited
        assert not notes or "behind it: in: Scheurl's Book 2, p. 12; where several cite it" in done.stderr
