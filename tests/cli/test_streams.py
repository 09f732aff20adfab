"""Standard streams that are full, closed or of another encoding: exit 2 in one line, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CASE = """\
question: When was the bridge first crossed – on foot?
claims:
  Memoirs: mid-May 1901
  Дневник: late April 1901
"""


def shell(command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command line in which CC is the program."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command.replace("CC", f"'{sys.executable}' -m claimcheck")],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "corpus.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text("question: When?\nclaims: {a: {whn: 1204}, b: 1205}\n", encoding="utf-8")
    return tmp_path


FULL = "claimcheck: cannot write to stdout: no space left on device"
CLOSED = "claimcheck: cannot write to stdout: it is closed"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("CC case > /dev/full", FULL),
        ("CC check case > /dev/full", FULL),
        ("CC report case --format json > /dev/full", FULL),
        ("CC date 1204 > /dev/full", FULL),
        ("CC --version > /dev/full", FULL),
        ("CC --help > /dev/full", FULL),
        ("CC case >&-", CLOSED),
        ("CC report case --format json >&-", CLOSED),
        ("CC --help >&-", CLOSED),
        ("CC date <&-", "claimcheck: cannot read stdin: it is closed"),
    ],
)
def test_a_stream_that_takes_or_gives_nothing_is_said_in_one_line(folder: Path, command: str, said: str) -> None:
    done = shell(command, folder)
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if line.startswith("claimcheck")] == [said]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command", ["CC check wrong.yaml 2>&-", "CC check wrong.yaml 2>/dev/full", "CC bogus 2>&-"]
)
def test_diagnostics_that_nobody_can_be_told_are_not_passed_over(folder: Path, command: str) -> None:
    done = shell(command, folder)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@pytest.mark.parametrize(
    "command", ["CC case <&-", "CC case 2>&-", "CC case -o out.txt >&-", "CC date 1204 <&- 2>&-"]
)
def test_a_stream_that_is_not_needed_may_be_closed(folder: Path, command: str) -> None:
    assert shell(command, folder).returncode == 0


def test_no_file_is_opened_under_the_number_of_a_closed_stream(folder: Path) -> None:
    before = (folder / "case" / "corpus.yaml").read_bytes()
    assert shell("CC check wrong.yaml <&- >&- 2>&-", folder).returncode == 2
    assert (folder / "case" / "corpus.yaml").read_bytes() == before


@pytest.mark.parametrize("command", ["CC report case --format json | head -c 5", "CC report case | head -n 1"])
def test_a_reader_that_has_enough_is_left_without_a_word(folder: Path, command: str) -> None:
    done = shell(command, folder)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16", "ascii:strict"])
@pytest.mark.parametrize("command", ["CC report case --format json", "CC compare case --format json"])
def test_json_is_utf_8_whatever_the_locale(folder: Path, command: str, encoding: str) -> None:
    plain = shell(command, folder)
    done = shell(command, folder, PYTHONIOENCODING=encoding, LC_ALL="C")
    assert (done.returncode, done.stdout) == (0, plain.stdout)
    assert "Дневник" in json.dumps(json.loads(done.stdout), ensure_ascii=False)
