"""The manual is true: commands in it run, and what it shows is what is printed."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from claimcheck.cli.new import NINE_LINES
from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.examine import examine
from claimcheck.report.blocks import Chain
from claimcheck.report.text import block_lines
from claimcheck.report.words.proofs import told
from console import run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def test_the_first_command_of_the_readme_ends_in_one_that_prints_the_findings() -> None:
    first = blocks(README, "sh")[0].strip()
    words = shlex.split(first.rpartition("&&")[2])
    assert words[0] == ".venv/bin/claimcheck"
    done = run(*words[1:])
    assert (done.returncode, done.stderr) == (0, "")


def test_the_second_command_of_the_readme_runs_the_tests() -> None:
    second = blocks(README, "sh")[1].strip()
    assert second.endswith(".venv/bin/python -m pytest -n auto")
    assert "'.[test]'" in second


def test_the_readme_shows_the_first_screen_as_it_is_printed() -> None:
    assert blocks(README, "text")[0] == run("claims/secret-speech").stdout


def test_the_nine_lines_of_the_readme_are_a_complete_corpus(tmp_path: Path) -> None:
    corpus = blocks(README, "yaml")[0]
    assert len(corpus.splitlines()) == len(NINE_LINES.splitlines()) == 9
    (tmp_path / "corpus.yaml").write_text(corpus, encoding="utf-8")
    done = run(str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "rules out" in done.stdout and "Memoirs" in done.stdout


def maker(name: str) -> Any:
    """The program under docs that writes a page."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["command_line", "json"])
def test_a_page_made_by_a_program_is_what_it_makes(name: str) -> None:
    written = (ROOT / "docs" / f"{name.replace('_', '-')}.md").read_text(encoding="utf-8")
    assert written == maker(f"make_{name}").page(), f"run: python docs/make_{name}.py"


@pytest.mark.parametrize("case", ["secret-speech", "elizabeth-1603", "foundation-of-rome", "vesuvius-79"])
def test_the_pictures_of_the_cases_are_as_they_are_drawn(case: str) -> None:
    made = maker("make_pictures").pictures(case)
    found = {name: (ROOT / "docs" / "images" / name).read_text(encoding="utf-8") for name in made}
    assert found == made, "run: python docs/make_pictures.py"


def test_the_manual_of_the_page_shows_the_timeline_as_it_is_drawn(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "page.md").read_text(encoding="utf-8")
    (tmp_path / "corpus.yaml").write_text(blocks(page, "yaml")[0], encoding="utf-8")
    done = run("report", "--only", "timeline", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(blocks(page, "text")[0])


def test_the_examples_of_the_page_on_teaching_are_those_of_the_program() -> None:
    written = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
    assert written == maker("make_teaching").with_examples(written), "run: python docs/make_teaching.py"


@pytest.mark.parametrize("name", maker("make_sessions").PAGES)
def test_every_session_prints_what_the_page_shows(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written.count("```console") > 3
    assert maker("make_sessions").with_sessions(written) == written, "run: python docs/make_sessions.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


COMMANDS = [
    (page, line.strip())
    for page in PAGES
    for block in blocks(page.read_text(encoding="utf-8"), "sh")
    for line in block.splitlines()
    if line.strip().startswith("claimcheck ")
]


@pytest.mark.parametrize(("page", "command"), COMMANDS, ids=lambda value: str(value)[-60:])
def test_every_command_of_the_manual_runs(page: Path, command: str, tmp_path: Path) -> None:
    words = shlex.split(command, comments=True)[1:]
    (tmp_path / "claims").symlink_to(ROOT / "claims")
    done = run(*words, cwd=tmp_path)
    assert done.returncode in (0, 1), done.stderr


def test_the_page_on_conflicts_shows_the_argument_as_it_is_told(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "conflicts.md").read_text(encoding="utf-8")
    (tmp_path / "corpus.yaml").write_text(blocks(page, "yaml")[0], encoding="utf-8")
    told = run("report", "--only", "conflicts", cwd=tmp_path).stdout
    assert blocks(page, "text")[0] in told


def test_the_page_on_conflicts_shows_one_proof_of_each_kind_as_it_is_told(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "conflicts.md").read_text(encoding="utf-8")
    section = page.partition("## How to read a proof")[2].partition("\n## ")[0]
    (tmp_path / "corpus.yaml").write_text(blocks(section, "yaml")[0], encoding="utf-8")
    told = run("report", "--only", "conflicts", "corpus.yaml", cwd=tmp_path).stdout
    shown = blocks(section, "text")
    assert len(shown) == 6
    assert [proof for proof in shown if proof not in told] == []


def test_the_page_on_conflicts_shows_proofs_of_what_is_no_contradiction_as_they_are_told(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "conflicts.md").read_text(encoding="utf-8")
    section = page.partition("## Proofs of what is no contradiction")[2].partition("\n## ")[0]
    (tmp_path / "corpus.yaml").write_text(blocks(section, "yaml")[0], encoding="utf-8")
    found = examine(read_corpus(tmp_path / "corpus.yaml")[0])
    pairs = {(pair.a, pair.b): pair.because for pair in found.pairs}
    told_of = (pairs["chronicler", "annalist"], found.row("chronicler").because, pairs["annalist", "herald"])
    chains = [list(block_lines(Chain("", told(found.corpus, steps))))[1:] for steps in told_of]
    assert blocks(section, "text") == ["".join(f"{line.rstrip()}\n" for line in lines) for lines in chains]


def test_the_page_on_conflicts_shows_positions_as_they_are_told(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "conflicts.md").read_text(encoding="utf-8")
    section = page.partition("\n## Positions\n")[2].partition("\n## ")[0]
    (tmp_path / "corpus.yaml").write_text(blocks(section, "yaml")[0], encoding="utf-8")
    told = run("report", "--only", "questions", "--bridge", "no-writing-after", cwd=tmp_path).stdout
    assert blocks(section, "text")[0] in told


def test_what_the_page_on_the_architecture_names_is_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "claimcheck"
    files = set(
        re.findall(r"`((?:dates|corpus|engine|criticism|report|teaching|convert|cli)/[a-z_/]+\.py)`", page)
    )
    assert len(files) > 20
    assert [name for name in sorted(files) if not (package / name).exists()] == []
    asked = set(re.findall(r"`\.([a-z_]+)[(`]", page))
    assert len(asked) > 10
    assert [name for name in sorted(asked) if not hasattr(Examination, name) and name not in KEPT] == []
    folders = {path.name for path in package.iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert folders <= set(re.findall(r"^\| `([a-z]+)/` \|", page, re.MULTILINE))


KEPT = ("corpus", "perspective")  # set when an examination is made


def test_every_word_of_the_glossary_says_where_it_can_be_seen() -> None:
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\*\*.+?) \| (.+) \| *(.*?) *\|$", page, re.MULTILINE)
    words = {word for row in rows for word in re.findall(r"\*\*(.+?)\*\*", row[0])}
    assert {"root", "relay", "bridge", "terminus post quem", "siglum", "strained", "position"} <= words
    assert [row[0] for row in rows if not row[2]] == []
