"""`claimcheck new`: nine lines, three questions on a terminal, a shipped case; nothing is overwritten."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli.main import app
from claimcheck.cli.new import NINE_LINES, corpus_of_answers
from claimcheck.corpus.reading import read_corpus, read_text_as_corpus
from claimcheck.corpus.schema import corpus_schema
from claimcheck.diagnostics import Severity

CASES = Path(__file__).parent.parent.parent / "claims"
MODELINE = "# yaml-language-server: $schema=corpus.schema.json\n"


def new(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["new", *arguments])


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_nine_lines_that_are_complete_under_the_line_by_which_an_editor_knows_the_format() -> None:
    done = new("mine")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith("\n  claimcheck mine\n")
    assert Path("mine/corpus.yaml").read_text(encoding="utf-8") == MODELINE + NINE_LINES
    assert json.loads(Path("mine/corpus.schema.json").read_text(encoding="utf-8")) == corpus_schema()
    corpus, found = read_corpus(Path("mine"))
    assert list(corpus.claims) == ["Memoirs", "Register"] and found == ()


def test_what_is_there_stays_unless_it_is_forced() -> None:
    Path("corpus.yaml").write_text("title: mine\n", encoding="utf-8")
    done = new()
    assert (done.exit_code, done.stderr.splitlines()[1]) == (2, "  = --force overwrites it")
    assert Path("corpus.yaml").read_text(encoding="utf-8") == "title: mine\n"
    assert new("--force").exit_code == 0
    assert Path("corpus.yaml").read_text(encoding="utf-8") == MODELINE + NINE_LINES


def answered(*answers: str) -> tuple[str, list[str]]:
    """The corpus that answers make, and what was said to them besides the question for claims."""
    waiting, told = list(answers), list[str]()
    text = corpus_of_answers(lambda prompt: waiting.pop(0), told.append)
    assert waiting == []
    return text, [line.strip() for line in told[1:]]


def test_three_answers_are_a_corpus() -> None:
    text, told = answered("When was the mill built?", "Gazette, 1931", "Deed: 1720", "Old miller: about 1725", "")
    assert told == []
    assert text == (
        "question: When was the mill built?\nthrough: Gazette, 1931\nclaims:\n"
        "  Deed: 1720\n  Old-miller:\n    by: Old miller\n    when: about 1725\n"
    )


def test_a_question_without_an_answer_gives_the_nine_lines() -> None:
    assert answered("") == (NINE_LINES, [])


def test_what_cannot_be_a_claim_is_said_and_asked_for_again() -> None:
    text, told = answered(
        "When was it?", "", "", "1720", "Deed:", "Deed: sumer 1720", "Deed: after @flood", "Deed: 1720", ""
    )
    assert text == "question: When was it?\nclaims:\n  Deed: 1720\n"
    assert told[:3] == ["that is not WHO: WHEN"] * 3
    assert told[3:] == [
        "“sumer” is not understood in a date; write “summer 1720” if that is meant",
        "@flood is no event yet; write that date into the file, with the event",
    ]


@pytest.mark.parametrize("who", ["CC204", "A, B & co.", "yes", "d'Alembert", "Ŵ [the scribe]", "Deed", "-"])
def test_whoever_it_is_the_corpus_can_be_read(who: str) -> None:
    """Also beside another of the same name."""
    text, told = answered("Who: when? #1", "A: “b”", "Deed: 1700", f"{who}: 3 May [1720]", f"{who}: 1721", "")
    corpus, found = read_text_as_corpus(text, "corpus.yaml")
    assert [one for one in found if one.severity is not Severity.NOTE] == [] and told == []
    assert len(corpus.claims) == 3
    assert [corpus.claimants[claim.by[0]].name for claim in corpus.claims.values()] == ["Deed", who, who]


def on_a_terminal(answers: str) -> tuple[int, str]:
    """The program with a terminal for all of its streams, to which the answers are typed."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "claimcheck", "new", "mine"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as running:
        os.close(theirs)
        os.write(ours, answers.encode("utf-8"))
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # the terminal is closed: the program has ended
            pass
        code = running.wait(timeout=60)
    os.close(ours)
    return code, shown.decode("utf-8")


def test_a_terminal_is_asked() -> None:
    code, shown = on_a_terminal("When was the mill built?\nGazette, 1931\nDeed: 1720\n\n")
    assert code == 0 and "What is disputed?" in shown and "Compare its claims:" in shown
    assert Path("mine/corpus.yaml").read_text(encoding="utf-8").endswith("claims:\n  Deed: 1720\n")


def test_who_breaks_off_has_written_nothing() -> None:
    code, shown = on_a_terminal("When was the mill built?\n\x04")
    assert code == 130 and shown.endswith("claimcheck: nothing is written\r\n")
    assert not Path("mine").exists()


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_a_case_is_copied_byte_for_byte(name: str) -> None:
    done = new("--example", name)
    assert (done.exit_code, done.stderr) == (0, "")
    files = {path.name: path.read_bytes() for path in (CASES / name).iterdir()}
    copied = {path.name: path.read_bytes() for path in Path(name).iterdir()}
    assert copied.pop("corpus.schema.json") and copied == files


def test_of_an_unknown_case_the_nearest_is_named_and_nothing_is_made() -> None:
    done = new("--example", "vesuvius")
    assert (done.exit_code, done.stderr.splitlines()[1]) == (2, "  = did you mean vesuvius-79?")
    assert list(Path().iterdir()) == []


def test_a_case_overwrites_nothing_and_is_copied_whole_or_not_at_all() -> None:
    Path("vesuvius-79").mkdir()
    Path("vesuvius-79/events.yaml").write_text("mine", encoding="utf-8")
    assert new("--example", "vesuvius-79").exit_code == 2
    assert [path.name for path in Path("vesuvius-79").iterdir()] == ["events.yaml"]
    assert new("--example", "vesuvius-79", "elsewhere").exit_code == 0
