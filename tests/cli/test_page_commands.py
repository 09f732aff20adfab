"""`report` as a page and as pictures: files, formats, what is refused, progress."""

from __future__ import annotations

import hashlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.diagnostics import installing
from console import PATIENCE, run

NINE_LINES = """\
question: When was the bridge first crossed?
through: Town Chronicle, 1931
claims:
  Memoirs: mid-May 1901, not before @opening
  Register: late April 1901
record:
  toll-ledger: 2 May 1901
events:
  opening: 14 May 1901
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "bridge"
    folder.mkdir()
    (folder / "corpus.yaml").write_text(NINE_LINES, encoding="utf-8")
    return folder


def test_a_report_becomes_a_page_by_the_name_of_its_file(case: Path) -> None:
    done = run("report", "-o", "case.html", cwd=case)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    page = (case / "case.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>\n")
    assert page.index("<h1>bridge</h1>") < page.index("id=findings") < page.index("id=questions")


def test_with_all_of_the_report_every_fold_is_open(case: Path) -> None:
    pages = [
        run("report", *options, "--format", "html", cwd=case).stdout.partition("<body>")[2]
        for options in ((), ("--all",))
    ]
    assert [page.count(" open>") for page in pages] == [0, pages[0].count("<details")]


@pytest.mark.parametrize(("name", "begins"), [("report.docx", b"PK"), ("report.pdf", b"%PDF-1.7")])
def test_a_report_becomes_a_document_to_hand_on(case: Path, name: str, begins: bytes) -> None:
    done = run("report", "-o", name, cwd=case)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (case / name).read_bytes().startswith(begins)


def test_a_document_goes_to_a_file_and_says_what_it_needs(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("report", "--format", "pdf", cwd=case)
    assert (done.returncode, done.stderr) == (
        2,
        "claimcheck: pdf goes to a file, not to the screen\n  = add -o FILE.pdf\n",
    )
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    done = run("report", "-o", "report.pdf", cwd=case)
    assert done.returncode == 2 and installing("pdf") in done.stderr


def test_the_same_corpus_gives_the_same_bytes_in_every_process(case: Path) -> None:
    pages = set()
    for seed in ("1", "2", "3"):
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", "report", "--format", "html"],
            cwd=case,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            timeout=PATIENCE,
        )
        pages.add(hashlib.sha256(done.stdout).hexdigest())
    assert len(pages) == 1


def test_the_page_says_of_which_data_it_was_made(case: Path) -> None:
    before = run("report", "--format", "html", cwd=case).stdout
    assert "Version of the data: bridge, 1 file, SHA-256 " in before
    assert str(case.parent) not in before
    (case / "corpus.yaml").write_text(NINE_LINES + "# a comment\n", encoding="utf-8")
    after = run("report", "--format", "html", cwd=case).stdout
    assert before.rpartition("SHA-256 ")[2][:64] != after.rpartition("SHA-256 ")[2][:64]


def test_errors_of_the_corpus_stand_above_the_page_and_the_perspective_too(case: Path) -> None:
    (case / "corpus.yaml").write_text(NINE_LINES.replace("late April 1901", "someday"), encoding="utf-8")
    done = run("report", "--format", "html", "--trust", "documented", cwd=case)
    assert done.returncode == 1
    assert '<p class="banner">THE CORPUS HAS 1 ERROR: ' in done.stdout
    assert '<p class="seen">Seen from here: only what is documented counts as record' in done.stdout


def test_one_section_becomes_a_page_of_its_own(case: Path) -> None:
    done = run("report", "--only", "timeline", "--format", "html", cwd=case)
    assert done.returncode == 0
    assert "id=timeline" in done.stdout and "id=findings" not in done.stdout
    assert '<svg class="drawing wide"' in done.stdout


@pytest.mark.parametrize("section", ["picture", "timeline", "stemma"])
def test_what_can_be_drawn_becomes_a_picture_file(case: Path, section: str) -> None:
    if section == "stemma":
        more = "sources: {town-chronicle-1931: {title: Town Chronicle, rests-on: roll}, roll: {title: The Roll}}\n"
        text = NINE_LINES.replace("Town Chronicle, 1931", "town-chronicle-1931") + more
        (case / "corpus.yaml").write_text(text, encoding="utf-8")
    done = run("report", "--only", section, "-o", "x.svg", cwd=case)
    assert (done.returncode, done.stderr) == (0, "")
    assert (case / "x.svg").read_text(encoding="utf-8").startswith('<?xml version="1.0"')


def test_the_timeline_is_drawn_in_the_terminal(case: Path) -> None:
    done = run("report", "--only", "timeline", cwd=case)
    assert "A Register" in done.stdout and "░░" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "--format", "dot"), "dot draws the stemma or the conflicts alone"),
        (
            ("report", "--only", "limits", "--format", "svg"),
            "svg draws the picture or the timeline or the stemma alone",
        ),
        (("lineup", "--format", "html"), "html is the format of a whole report"),
        (("report", "-o", "x.odt"), ".docx, .pdf"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_what_can(case: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, cwd=case)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_corpus_with_nothing_to_draw_says_so(case: Path) -> None:
    (case / "corpus.yaml").write_text("question: Who?\nclaims: {}\n", encoding="utf-8")
    done = run("report", "--only", "timeline", "--format", "svg", cwd=case)
    assert done.returncode == 2
    assert "there is nothing to draw" in done.stderr


LONG = """\
import sys, time
from claimcheck.cli.progress import progress
with progress("comparing 2,000 claims"):
    time.sleep(float(sys.argv[1]))
"""


def told(seconds: str) -> str:
    """What a terminal is told on stderr during something that takes so long."""
    ours, theirs = pty.openpty()
    try:
        environment = {**os.environ, "TERM": "xterm"}
        subprocess.run(
            [sys.executable, "-c", LONG, seconds], stderr=theirs, check=True, env=environment, timeout=PATIENCE
        )
        os.set_blocking(ours, False)
        try:
            return os.read(ours, 10_000).decode()
        except BlockingIOError:
            return ""
    finally:
        os.close(ours)
        os.close(theirs)


def test_long_work_says_on_a_terminal_what_it_is_doing_and_clears_the_line() -> None:
    said = told("1.5")
    assert "claimcheck: comparing 2,000 claims … " in said
    assert said.endswith("\r\x1b[K")


def test_short_work_says_nothing_and_a_file_is_never_told() -> None:
    assert told("0.1") == ""
    done = subprocess.run([sys.executable, "-c", LONG, "1.2"], capture_output=True, check=True, timeout=PATIENCE)
    assert done.stderr == b""


def test_the_page_of_the_article_alone_can_be_sent() -> None:
    page = run("report", "claims/secret-speech", "--through", "bb-lv", "--format", "html").stdout
    assert 40 < page.count(" id=claim-") < 80
    assert len(page.encode()) < 150_000
