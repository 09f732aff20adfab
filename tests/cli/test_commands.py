"""The command line: first words, formats, files, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimcheck.cli import main
from console import COMMAND, PATIENCE, run, run_apart

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
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "corpus.yaml").write_text(NINE_LINES, encoding="utf-8")
    return folder


def test_a_path_alone_prints_the_findings(case: Path) -> None:
    done = run("case", cwd=case.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Toll ledger (Town Chronicle, 1931) rules" in done.stdout
    assert done.stdout.endswith(": claimcheck report case\n")


def test_the_corpus_one_stands_in_needs_no_path(case: Path) -> None:
    done = run(cwd=case)
    assert done.returncode == 0
    assert done.stdout.endswith(": claimcheck report\n")


def test_the_corpus_one_stands_below_is_found(case: Path) -> None:
    below = case / "notes"
    below.mkdir()
    assert "Toll ledger (Town Chronicle, 1931) rules" in run(cwd=below).stdout


def test_without_a_corpus_three_lines_invite_to_begin_one(tmp_path: Path) -> None:
    done = run(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 3
    assert "claimcheck new" in done.stderr


def test_a_first_word_that_is_a_command_is_a_command(case: Path) -> None:
    (case / "lineup").mkdir()
    assert "RULED OUT (1)" in run("lineup", cwd=case).stdout


def test_a_mistyped_command_is_answered_with_the_command_meant(case: Path) -> None:
    done = run("lineupp", cwd=case)
    assert done.returncode == 2
    assert "did you mean lineup?" in done.stderr


def test_options_of_the_findings_may_come_first(case: Path) -> None:
    done = run("--trust", "documented", "case", cwd=case.parent)
    assert done.returncode == 0
    assert "only what is documented counts as record" in " ".join(done.stdout.split())


@pytest.mark.parametrize("command", ["check", "report", "compare", "lineup"])
def test_json_goes_to_stdout_under_the_name_of_its_schema(case: Path, command: str) -> None:
    done = run(command, "--format", "json", cwd=case)
    assert done.returncode == 0
    assert json.loads(done.stdout)["schema"] == f"claimcheck/{command}/1"


def test_the_name_of_the_file_says_the_format(case: Path) -> None:
    for name, beginning in (("r.txt", "case\n===="), ("r.md", "# case"), ("r.json", "{")):
        assert run("report", "-o", name, cwd=case).returncode == 0
        assert (case / name).read_text(encoding="utf-8").startswith(beginning)


def test_a_file_name_that_says_no_format_is_refused(case: Path) -> None:
    done = run("report", "-o", "report.doc", cwd=case)
    assert done.returncode == 2
    assert "does not say which format" in done.stderr


def test_nothing_is_overwritten_unless_forced(case: Path) -> None:
    (case / "r.md").write_text("mine", encoding="utf-8")
    done = run("report", "-o", "r.md", cwd=case)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert (case / "r.md").read_text(encoding="utf-8") == "mine"
    assert run("report", "-o", "r.md", "--force", cwd=case).returncode == 0
    assert (case / "r.md").read_text(encoding="utf-8").startswith("# case")


def test_a_file_in_a_folder_that_is_not_there_is_refused(case: Path) -> None:
    done = run("report", "-o", "nowhere/r.md", cwd=case)
    assert done.returncode == 2
    assert "there is no folder nowhere" in done.stderr


def test_contradictions_are_findings_and_no_failure(case: Path) -> None:
    assert run("compare", cwd=case).returncode == 0


@pytest.mark.parametrize("word", ["contradicts", "contradicted", "conflict"])
def test_fail_on_exits_with_3_where_there_is_such_a_finding(case: Path, word: str) -> None:
    done = run("--fail-on", word, cwd=case)
    assert done.returncode == 3
    assert "Toll ledger (Town Chronicle, 1931) rules" in done.stdout


@pytest.mark.parametrize("word", ["agrees", "strained", "if-bridge", "contested"])
def test_fail_on_exits_with_0_where_there_is_none(case: Path, word: str) -> None:
    assert run("--fail-on", word, cwd=case).returncode == 0


def test_fail_on_knows_the_words_of_verdicts_only(case: Path) -> None:
    done = run("--fail-on", "contradict", cwd=case)
    assert done.returncode == 2
    assert "did you mean contradicts" in done.stderr


def test_a_corpus_with_an_error_is_reported_under_a_banner_and_exits_with_1(case: Path) -> None:
    with (case / "corpus.yaml").open("a", encoding="utf-8") as file:
        file.write("  flood: the 31st of Febtober\n")
    done = run("report", cwd=case)
    assert done.returncode == 1
    assert "THE CORPUS HAS 1 ERROR" in done.stdout
    assert "Toll ledger (Town Chronicle, 1931) rules" in done.stdout
    assert "corpus.yaml:10:" in done.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [("corpus.yaml", b"\xff\xfe\x00"), ("corpus.yaml", b"claims: caf\xe9\n"), ("notes.txt", b"hello")],
)
def test_what_cannot_be_read_at_all_exits_with_2(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    done = run(str(tmp_path), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "CC0" in done.stderr


def test_a_path_that_is_not_there_exits_with_2(tmp_path: Path) -> None:
    done = run("report", "nowhere", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no file or folder nowhere" in done.stderr


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--trust", "Town-Chronicle-1913", "did you mean Town-Chronicle-1931"),
        ("--without", "Registr", "did you mean Register"),
        ("--bridge", "one-text", "the corpus has no bridge one-text"),
        ("--as-of", "soon", "soon is not a year"),
        ("--through", "Town-Chronicle-1913", "did you mean Town-Chronicle-1931"),
    ],
)
def test_a_perspective_that_the_corpus_does_not_know_is_refused(
    case: Path, option: str, value: str, said: str
) -> None:
    done = run("lineup", option, value, cwd=case)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--by", "Memoir"), "did you mean Memoirs"),
        (("--by", "Memoirs", "--only", "stemma"), "either --only or --by"),
        (("--by", "Memoirs", "--format", "json"), "json cannot hold --by Memoirs"),
    ],
)
def test_who_is_to_be_told_of_alone_must_be_a_claimant(case: Path, options: tuple[str, ...], said: str) -> None:
    done = run("report", *options, cwd=case)
    assert done.returncode == 2
    assert said in done.stderr


def test_help_is_asked_for_in_two_ways(case: Path) -> None:
    for command in ((), ("check",)):
        short, long = (run(*command, option, cwd=case) for option in ("-h", "--help"))
        assert short.returncode == 0
        assert short.stdout == long.stdout


def test_colour_is_asked_for_or_forbidden_with_any_command(case: Path) -> None:
    plain = run("report", "--only", "issue", cwd=case).stdout
    for place in (("--color", "always", "report"), ("report", "--color=always")):
        done = run(*place, "--only", "issue", cwd=case)
        assert done.stdout == plain.replace("What is at issue", "\x1b[1mWhat is at issue\x1b[0m").replace(
            plain.split("\n")[0], f"\x1b[1m{plain.split(chr(10))[0]}\x1b[0m", 1
        )
    never = run("report", "--only", "issue", "--color", "never", cwd=case, FORCE_COLOR="1")
    assert never.stdout == plain
    assert run("check", "--color=sometimes", cwd=case).returncode == 2
    assert run("report", "--only", "issue", cwd=case).stdout == plain


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_completion_for_every_shell(case: Path, shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typer.completion._get_shell_name", lambda: shell)  # the one that the user stands in
    told = run("--show-completion", cwd=case)
    assert told.returncode == 0
    assert "claimcheck" in told.stdout and f"complete_{shell}" in told.stdout


def test_what_one_claimant_says_is_told_alone(case: Path) -> None:
    done = run("report", "--by", "Memoirs", cwd=case)
    assert done.returncode == 0
    assert "1 claim; the record rules out 1 of them." in done.stdout


def test_compare_against_lists_what_changes(case: Path) -> None:
    done = run("compare", "--against", "trust=documented", "--format", "json", cwd=case)
    found = json.loads(done.stdout)
    assert found["against"]["trust"] == ["documented"]
    assert {"claims": ["Memoirs"], "before": "contradicted"}.items() <= {
        **found["changed"][0],
    }.items()
    assert list(found["changed"][0]) == ["claims", "before", "after", "because"]


def test_compare_against_a_relay_leaves_what_came_through_it(case: Path) -> None:
    corpus = case / "corpus.yaml"
    stated = corpus.read_text(encoding="utf-8").replace("Register: late", "Register: {through: Digest, when: late")
    corpus.write_text(stated.replace("April 1901", "April 1901}"), encoding="utf-8")
    done = run("compare", "--against", "through=Digest", "--format", "json", cwd=case)
    found = json.loads(done.stdout)
    assert "through" not in found["perspective"]
    assert found["against"]["through"] == ["Digest"]
    after = {change["claims"][0]: change["after"] for change in found["changed"] if len(change["claims"]) == 1}
    assert after["Memoirs"] is None
    assert after.get("Register", "") is not None


def test_how_to_ask_why_repeats_the_sources_looked_through(case: Path) -> None:
    done = run("--through", "Town-Chronicle-1931", cwd=case)
    assert "only what stands in Town Chronicle, 1931 or reached us through it." in " ".join(done.stdout.split())
    assert "--through Town-Chronicle-1931" in done.stdout.splitlines()[-1]
    whole = run("report", "--all", "--through", "Town-Chronicle-1931", cwd=case)
    assert "--through Town-Chronicle-1931" in whole.stdout.partition("why: ")[2]


def test_compare_of_two_corpora_lists_what_changes(case: Path) -> None:
    other = case.parent / "other"
    other.mkdir()
    (other / "corpus.yaml").write_text(NINE_LINES.replace("2 May 1901", "15 May 1901"), encoding="utf-8")
    done = run("compare", "case", "other", "--format", "json", cwd=case.parent)
    assert done.returncode == 0
    changed = {tuple(change["claims"]): change for change in json.loads(done.stdout)["changed"]}
    assert changed[("Memoirs",)]["before"] == "contradicted"
    assert changed[("Memoirs",)]["after"] != "contradicted"


def test_the_same_corpus_twice_changes_nothing(case: Path) -> None:
    assert "No verdict changes" in run("compare", "case", "case", cwd=case.parent).stdout


@pytest.mark.parametrize("text", ["1990", "colour=red", "as-of=1990 as-of=1991", ""])
def test_an_against_that_is_no_perspective_is_refused(case: Path, text: str) -> None:
    done = run("compare", "--against", text, cwd=case)
    assert done.returncode == 2
    assert "--against" in done.stderr


def test_explain_tells_two_claims_down_to_their_lines(case: Path) -> None:
    done = run("explain", "Memoirs", "Register", cwd=case)
    assert done.returncode == 0
    assert "corpus.yaml:4" in done.stdout
    assert "corpus.yaml:5" in done.stdout
    assert "cannot both be true" in done.stdout


def test_explain_takes_the_path_first(case: Path) -> None:
    assert run("explain", "case", "Memoirs", cwd=case.parent).returncode == 0


@pytest.mark.parametrize("id", ["Memoirs", "opening", "question", "toll-ledger", "Town-Chronicle-1931"])
def test_explain_takes_every_sort_of_id(case: Path, id: str) -> None:
    done = run("explain", id, cwd=case)
    assert done.returncode == 0
    assert id in done.stdout


def test_explain_takes_a_diagnostic_code_without_a_corpus(tmp_path: Path) -> None:
    done = run("explain", "CC204", cwd=tmp_path)
    assert done.returncode == 0
    assert "an unknown event" in done.stdout


def test_explain_of_an_unknown_id_asks_what_was_meant(case: Path) -> None:
    done = run("explain", "Memoir", cwd=case)
    assert done.returncode == 2
    assert "did you mean Memoirs?" in done.stderr


def test_the_full_form_has_the_same_verdicts(case: Path) -> None:
    assert run("convert", "--full", "-o", "full.txt", cwd=case).returncode == 0
    full = case.parent / "full"
    full.mkdir()
    (case / "full.txt").rename(full / "corpus.yaml")
    assert "No verdict changes" in run("compare", "case", "full", cwd=case.parent).stdout


def test_check_verbose_shows_how_the_question_was_taken(case: Path) -> None:
    done = run("check", "-v", cwd=case)
    assert done.returncode == 0
    assert "is taken to ask for the first event of the kind question" in " ".join(done.stdout.split())


def test_the_same_run_gives_the_same_bytes(case: Path) -> None:
    for format in ("text", "markdown", "json"):
        first = run_apart("report", "--format", format, cwd=case, PYTHONHASHSEED="1").stdout
        assert first == run_apart("report", "--format", format, cwd=case, PYTHONHASHSEED="2").stdout


def test_no_colour_without_a_terminal(case: Path) -> None:
    assert "\x1b" not in run("report", cwd=case).stdout


def test_a_reader_that_leaves_early_is_no_fault(case: Path) -> None:
    command = f"'{sys.executable}' -m claimcheck report --format json | head -c 10"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=case,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    assert (done.stdout, done.stderr, done.returncode) == ('{\n  "schem', "", 0)


def test_an_encoding_that_lacks_a_character_is_no_fault(case: Path) -> None:
    done = run_apart(cwd=case, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_a_fault_of_the_program_is_one_line_and_exits_with_70(case: Path) -> None:
    broken = (
        "import sys, claimcheck.examine\n"
        "def broken(*a): raise RuntimeError('the\\nengine stands still')\n"
        "claimcheck.examine.examine = broken\n"
        "sys.argv = ['claimcheck', 'report']\n"
        "from claimcheck.cli.main import run\n"
        "run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", broken],
        cwd=case,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 70
    assert done.stderr == "claimcheck: a fault of the program (RuntimeError): the engine stands still\n"


GROUP: Any = COMMAND
_OPTIONS = [
    (command, param, [str(choice) for choice in param.type_descriptor.choices])
    for command in (GROUP, *GROUP.commands.values())
    for param in command.params
    if param.type_descriptor.choices
]


@pytest.mark.parametrize(("command", "param", "words"), _OPTIONS)
def test_every_option_of_words_refuses_another_with_those_it_knows(
    command: Any, param: Any, words: list[str], case: Path
) -> None:
    before = [command.name] if command.name in GROUP.commands and command.name != main.ALONE else []
    option = [param.opts[0]] if param.opts[0].startswith("-") else []
    done = run(*before, *option, f"{words[0]}x", cwd=case)
    asked = option[0] if option else command.name
    first, hint = done.stderr.splitlines()
    assert (done.returncode, first) == (2, f"claimcheck: {asked}: there is no {words[0]}x")
    assert words[0] in hint and "known: " in hint


def test_there_are_such_options() -> None:
    assert {"--only", "--format", "--color"} <= {param.opts[0] for _, param, _ in _OPTIONS}


def test_several_sections_at_once_are_refused_with_one_that_works(case: Path) -> None:
    done = run("report", "--only", "findings,issue", cwd=case)
    assert (done.returncode, done.stderr) == (
        2,
        "claimcheck: --only takes one of its words at a time, not findings,issue\n  = --only findings\n",
    )


@pytest.mark.parametrize(
    ("words", "said", "remedy"),
    [
        ("exercise --level 7", "--level: 7 is not a whole number from 1 to 3", "for example --level 3"),
        ("exercise --count 0", "--count: 0 is not a whole number from 1 to 100", "for example --count 10"),
        ("exercise --seed x", "--seed: x is not a whole number", "for example --seed 1"),
        ("watch --port 99999", "--port: 99999 is not a whole number from 0 to 65535", "for example --port 8765"),
        ("report --colour", "there is no option --colour", "claimcheck report -h tells what it takes"),
        ("report --onl x", "there is no option --onl", "did you mean --only"),
        ("report --all=3", "--all takes no value", "claimcheck -h tells what it takes"),
        ("check --fail-on", "--fail-on needs a value behind it", "claimcheck -h tells what it takes"),
        ("--color", "--color needs a word behind it", "known: auto, always, never"),
        ("new a b c", "b c is too much: claimcheck new takes [FOLDER]", "claimcheck new -h tells what it takes"),
        ("explain", "explain: [PATH] ID... is missing", "claimcheck explain -h tells what it takes"),
    ],
)
def test_whatever_is_no_usage_is_said_in_our_words(case: Path, words: str, said: str, remedy: str) -> None:
    done = run(*words.split(), cwd=case)
    first, second = done.stderr.splitlines()
    assert (done.returncode, done.stdout, first) == (2, "", f"claimcheck: {said}")
    assert second.startswith(f"  = {remedy}")


def test_the_version_is_printed(tmp_path: Path) -> None:
    import claimcheck

    assert run("--version", cwd=tmp_path).stdout == f"claimcheck {claimcheck.__version__}\n"
