"""`claimcheck exercise` at the command line: sheets and keys to files, and what it says of a corpus too small."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from claimcheck.diagnostics import installing
from claimcheck.teaching.items import ItemType
from claimcheck.teaching.registry import TYPES
from console import run

CASE = Path(__file__).parents[2] / "claims" / "elizabeth-1603"

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


DAYS = ("2 May 1901", "2 May 1901", "9 July 1901", "9 July 1901")


def squeezed(made: Any) -> str:
    return " ".join(made.stdout.split())


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "corpus.yaml").write_text(NINE_LINES, encoding="utf-8")
    return tmp_path


def test_alone_it_prints_a_worksheet_of_one_exercise_of_each_type_that_the_corpus_serves() -> None:
    done = run("exercise", CASE)
    assert (done.returncode, done.stderr) == (0, "")
    titles = re.findall(r"^Exercise \d+: (.*)$", done.stdout, re.MULTILINE)
    assert len(titles) == len(set(titles)) >= 10
    assert "Version 1" in done.stdout and "Why" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_key_is_a_file_of_its_own(tmp_path: Path) -> None:
    done = run("exercise", CASE, "-o", tmp_path / "sheet.md", "--key", tmp_path / "key.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    sheet, key = ((tmp_path / name).read_text(encoding="utf-8") for name in ("sheet.md", "key.txt"))
    assert sheet.startswith("# ") and "**Why**" not in sheet
    assert key.startswith("Key: ") and key.count("\nWhy\n") == sheet.count("\n## Exercise")


def test_nothing_is_overwritten_and_sheet_and_key_are_two_files(tmp_path: Path) -> None:
    (tmp_path / "sheet.md").write_text("mine", encoding="utf-8")
    done = run("exercise", CASE, "-o", tmp_path / "sheet.md")
    assert done.returncode == 2 and "--force" in done.stderr
    assert (tmp_path / "sheet.md").read_text(encoding="utf-8") == "mine"
    done = run("exercise", CASE, "-o", tmp_path / "a.md", "--key", tmp_path / "a.md")
    assert done.returncode == 2 and "one file" in done.stderr


def test_a_corpus_too_small_says_what_is_missing_and_what_it_can_serve(small: Path) -> None:
    done = run("exercise", small, "--type", "silence", "--type", "figure")
    assert (done.returncode, done.stdout) == (2, "")
    assert "silence: what is missing is a source that declares what it covers" in done.stderr
    assert "figure: what is missing is a figure" in done.stderr
    assert re.search(r"it can serve: .*date.*conflict|it can serve: .*date", done.stderr)


def test_of_several_types_those_that_can_be_served_are(small: Path) -> None:
    done = run("exercise", small, "--type", "date,silence")
    assert done.returncode == 0
    assert done.stdout.count("\nExercise ") == 1
    assert "silence: what is missing" in done.stderr and "the corpus can serve:" in done.stderr


def test_fewer_exercises_than_asked_for_is_said_and_is_an_error_only_under_strict(small: Path) -> None:
    done = run("exercise", small, "--type", "date", "--count", "9")
    assert done.returncode == 0
    assert re.search(r"\d of the 9 exercises asked for", done.stderr)
    assert run("exercise", small, "--type", "date", "--count", "9", "--strict").returncode == 1
    assert run("exercise", small, "--type", "date", "--count", "1", "--strict").returncode == 0


def test_a_level_that_there_is_not_says_which_there_are(small: Path) -> None:
    done = run("exercise", small, "--type", "date", "--level", "3")
    assert done.returncode == 2
    assert "there is none of level 3; there are some of level" in done.stderr


def test_a_corpus_without_any_exercise_says_what_one_would_need(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("claims:\n  A:\n    says: So it was.\n", encoding="utf-8")
    done = run("exercise", tmp_path)
    assert done.returncode == 2
    assert "too small for any exercise" in done.stderr and "late October 1955" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--type", "crossword"), "--type: there is no crossword"),
        (("--type", "sequense"), "did you mean sequence"),
        (("--question", "deparure"), "did you mean departure"),
        (("--format", "docx"), "docx goes to a file"),
        (("-o", "sheet.odt"), "the name does not say in which format"),
        (("--key", "key.apkg"), "the name does not say in which format to write a key"),
        (("--bridge", "no-such"), "--bridge"),
        (("--count", "0"), "--count"),
        (
            ("--format", "htm"),
            "--format: there is no htm\n  = did you mean html? known: text, markdown, html,",
        ),
        (("--seed", "x"), "--seed"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(arguments: tuple[str, ...], said: str) -> None:
    done = run("exercise", CASE, *arguments)
    assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("package", "name", "extra"),
    [("docx", "a.docx", "docx"), ("genanki", "a.apkg", "anki"), ("weasyprint", "a.pdf", "pdf")],
)
def test_a_missing_extra_is_told_in_a_line(
    package: str, name: str, extra: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    done = run("exercise", small, "-o", tmp_path / name)
    assert (done.returncode, done.stderr.splitlines()[1:]) == (
        2,
        [f"  = {installing(extra)}"],
    )


def test_another_perspective_is_said_on_the_sheet_and_changes_what_is_asked() -> None:
    done = run("exercise", CASE, "--as-of", "1850")
    assert done.returncode == 0
    seen, exercises, asked = done.stdout.partition("Exercise 1:")
    assert "Seen from here" in seen and "1850" in seen and exercises
    assert "Sélincourt" not in asked and "Weldon" in asked  # the one wrote in 1908, the other in 1650


def test_under_a_bridge_that_is_granted_the_sheet_says_so() -> None:
    done = run("exercise", CASE, "--bridge", "one-bed", "--type", "conflict", "--count", "5")
    said = " ".join(done.stdout.split())
    assert done.returncode == 0
    assert "Seen from here: supposing that the going to bed that Beaumont reports is the last one" in said


def test_plain_leaves_out_what_has_no_plain_wording(tmp_path: Path) -> None:
    said = NINE_LINES.replace("late April 1901", "{when: late April 1901, says: The carters went over.}")
    (tmp_path / "corpus.yaml").write_text(said, encoding="utf-8")
    done = run("exercise", tmp_path, "--type", "sourcing,context,view", "--plain")
    assert done.returncode == 2 and "there is none of which every text has a plain wording" in done.stderr
    assert "it can serve" not in done.stderr


def test_a_lesson_is_refused_with_what_is_missing_and_made_as_a_draft(tmp_path: Path) -> None:
    lines = ["background: Once there was a ferry.", "question: When was the bridge first crossed?", "claims:"]
    lines += [f"  C{n}: {{by: Person {n}, in: Book {n}, when: {when}}}" for n, when in enumerate(DAYS)]
    (tmp_path / "corpus.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    refused = run("exercise", tmp_path, "--type", "lesson,documents,controversy")
    assert refused.returncode in (0, 2)
    assert (
        "what is missing is four documents by different people, each with a passage of 40 to 150 words (`quote` "
        "or `retold`); there are none; a passage is lacking of C0"
    ) in refused.stderr
    assert "a passage is lacking of C0, C1, C2" in refused.stderr and "--draft" in refused.stderr
    made = run("exercise", tmp_path, "--type", "lesson", "--draft")
    assert made.returncode == 0
    assert made.stdout.count("PASSAGE TO BE SUPPLIED") == 4 and "Do not hand out with this box" in squeezed(made)


def test_check_notes_a_corpus_of_paraphrases_only(small: Path) -> None:
    said = NINE_LINES.replace("late April 1901", "{when: late April 1901, says: The carters went over.}")
    (small / "corpus.yaml").write_text(said, encoding="utf-8")
    assert "A corpus of paraphrases only" in run("check", small, "-v").stdout
    assert "paraphrases only" not in run("check", CASE, "-v").stdout


def test_a_corpus_with_errors_still_serves_under_a_banner(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(NINE_LINES + "claim: no\n", encoding="utf-8")
    done = run("exercise", tmp_path, "--type", "date")
    assert done.returncode == 1 and "THE CORPUS HAS 1 ERROR" in done.stdout


def test_every_type_has_a_title_and_says_what_it_needs() -> None:
    assert [one.type for one in TYPES] == list(ItemType)
    assert all(one.title and one.needs for one in TYPES)


def test_the_key_of_a_lesson_takes_nobody_for_a_witness_after_a_century_and_leaves_no_cell_empty(
    tmp_path: Path,
) -> None:
    lines = ["background: Once there was a ferry.", "question: When was the bridge first crossed?", "sources:"]
    lines += [f"  b{n}: {{title: Book {n}, author: Person {n}, issued: {1800 + 100 * (n % 2)}}}" for n in range(4)]
    lines += ["claims:", *(f"  C{n}: {{in: b{n}, when: {1790 + n}}}" for n in range(4))]
    (tmp_path / "corpus.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    made = run("exercise", tmp_path, "--type", "lesson", "--draft", "--key", tmp_path / "key.md")
    key = (tmp_path / "key.md").read_text(encoding="utf-8")
    assert made.returncode == 0 and "When written: not stated; published 1900" in made.stdout
    rows = [line for line in key.splitlines() if re.match(r"\| [A-D] 1 ", line)]
    told = {bool(re.search(r" 1\d\d ", row)): ("remembered" in row, "was not there" in row) for row in rows}
    assert (len(rows), told) == (4, {False: (True, False), True: (False, True)})
    assert not re.search(r"^\| [A-D] [1-3] \|\s*\|", key, re.MULTILINE)
