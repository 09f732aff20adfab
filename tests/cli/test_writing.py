"""Files are written whole or not at all; what was there stays until the new one is there."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from claimcheck.cli.replacing_files import write_file
from consuming import program

CASE = """\
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


def run(
    *arguments: str, cwd: Path, limit: str = "", heeding_permissions: bool = False
) -> subprocess.CompletedProcess[str]:
    """Runs the program, under limits of the shell if there are any; and heeding permissions even as root."""
    command = [sys.executable, "-m", "claimcheck", *arguments]
    if limit:
        command = ["bash", "-c", f'{limit}; exec "$@"', "bash", *command]
    if heeding_permissions and os.geteuid() == 0:
        command = [program("setpriv"), "--bounding-set=-dac_override,-dac_read_search", *command]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "corpus.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ("report", "case", "-o", "out.json"),
        ("convert", "case", "--full", "-o", "out.json"),
        ("exercise", "case", "--format", "html", "-o", "out.json"),
    ],
)
def test_a_file_for_which_there_is_no_room_leaves_the_old_one_whole(
    folder: Path, command: tuple[str, ...]
) -> None:
    """`ulimit -f 0`: no file may grow, as on a full disk."""
    (folder / "out.json").write_text("the old one", encoding="utf-8")
    before = sorted(path.name for path in folder.iterdir())
    done = run(*command, "--force", cwd=folder, limit="export PYTHONDONTWRITEBYTECODE=1; ulimit -f 0")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "claimcheck: cannot write out.json: file too large"
    assert (folder / "out.json").read_text(encoding="utf-8") == "the old one"
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_new_corpus_for_which_there_is_no_room_leaves_the_old_one_whole(folder: Path) -> None:
    done = run("new", "case", "--force", cwd=folder, limit="export PYTHONDONTWRITEBYTECODE=1; ulimit -f 0")
    assert done.returncode == 2
    assert (folder / "case" / "corpus.yaml").read_text(encoding="utf-8") == CASE


def test_a_file_that_is_replaced_keeps_its_rights(folder: Path) -> None:
    out = folder / "out.json"
    out.write_text("the old one", encoding="utf-8")
    out.chmod(0o640)
    assert run("report", "case", "-o", "out.json", "--force", cwd=folder).returncode == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
    assert out.read_text(encoding="utf-8").startswith("{")


def test_a_new_file_has_the_rights_that_the_user_gives_to_files(folder: Path) -> None:
    assert run("report", "case", "-o", "out.json", cwd=folder, limit="umask 027").returncode == 0
    assert stat.S_IMODE((folder / "out.json").stat().st_mode) == 0o640


def test_of_a_link_the_file_that_it_leads_to_is_replaced(folder: Path) -> None:
    (folder / "kept").mkdir()
    (folder / "kept" / "report.json").write_text("the old one", encoding="utf-8")
    (folder / "out.json").symlink_to("kept/report.json")
    assert run("report", "case", "-o", "out.json", "--force", cwd=folder).returncode == 0
    assert (folder / "out.json").is_symlink()
    assert (folder / "kept" / "report.json").read_text(encoding="utf-8").startswith("{")


def test_a_device_is_written_to_and_not_replaced(folder: Path) -> None:
    done = run("report", "case", "--format", "json", "-o", "/dev/full", cwd=folder)
    assert (done.returncode, done.stderr) == (2, "claimcheck: cannot write /dev/full: no space left on device\n")
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


def test_a_pipe_behind_a_name_is_written_to(folder: Path) -> None:
    done = run("report", "case", "--format", "json", "-o", "/dev/stdout", cwd=folder)
    assert (done.returncode, done.stdout[:1]) == (0, "{")


def test_a_name_that_no_file_can_have_is_refused(folder: Path) -> None:
    (folder / "round.json").symlink_to("round.json")
    for name in ("round.json", "x" * 300 + ".json"):
        done = run("report", "case", "-o", name, cwd=folder)
        assert (done.returncode, done.stderr.splitlines()[-1][:24]) == (2, "claimcheck: cannot write")


def test_a_file_that_may_not_be_written_is_not_replaced(folder: Path) -> None:
    (folder / "out.json").write_text("the old one", encoding="utf-8")
    (folder / "out.json").chmod(0o444)
    done = run("report", "case", "-o", "out.json", "--force", cwd=folder, heeding_permissions=True)
    assert done.returncode == 2
    assert (folder / "out.json").read_text(encoding="utf-8") == "the old one"


@pytest.mark.parametrize(
    "command",
    [
        ("convert", "case", "--full", "-o", "case/full.yaml"),
        ("convert", "case", "--full", "-o", "case/below/full.yaml"),
        ("convert", "case", "--full", "-o", "case/corpus.yaml", "--force"),
        ("convert", "case/corpus.yaml", "--full", "-o", "case/corpus.yaml", "--force"),
        ("convert", "bare", "--full", "-o", "bare/full.yaml"),
        ("report", "case", "--format", "json", "-o", "case/all.yaml"),
        ("exercise", "case", "--format", "csv", "-o", "case/x.claims.csv"),
    ],
)
def test_nothing_is_written_where_the_next_run_would_read_it(folder: Path, command: tuple[str, ...]) -> None:
    (folder / "case" / "below").mkdir()
    (folder / "bare").mkdir()
    (folder / "bare" / "some.yaml").write_text(CASE, encoding="utf-8")
    done = run(*command, cwd=folder)
    assert done.returncode == 2
    assert "would be read as part of the corpus itself" in done.stderr
    proposed = done.stderr.rpartition("-o ")[2].strip()
    assert run(*[*command[: command.index("-o") + 1], proposed], cwd=folder).returncode == 0
    assert run("check", command[1], cwd=folder).returncode == 0


@pytest.mark.parametrize("out", ["full.yaml", "case/full.txt", "case/.drafts/full.yaml", "case/new/corpus.yaml"])
def test_what_the_corpus_does_not_read_may_be_written(folder: Path, out: str) -> None:
    for name in (".drafts", "new"):
        (folder / "case" / name).mkdir()
    assert run("convert", "case", "--full", "-o", out, cwd=folder).returncode == 0
    assert run("check", "case", cwd=folder).returncode == 0


OLD, NEW, OTHER = (letter * 3_000_000 for letter in (b"o", b"n", b"x"))


def child(work: Callable[[], object]) -> int:
    """The number of a process that does this, as often as it can, until it is ended."""
    number = os.fork()
    if number == 0:
        try:
            while True:
                work()
        finally:
            os._exit(1)
    return number


def end(number: int) -> None:
    os.kill(number, signal.SIGKILL)
    os.waitpid(number, 0)


def test_whenever_it_is_killed_the_file_is_the_old_one_or_the_new_one_whole(tmp_path: Path) -> None:
    for moment in range(25):
        path = tmp_path / f"{moment}.html"
        path.write_bytes(OLD)
        number = child(partial(write_file, path, NEW))
        time.sleep(moment / 1000)
        end(number)
        assert path.read_bytes() in (OLD, NEW)
    assert all(path.name.startswith(".") for path in tmp_path.iterdir() if path.suffix == ".part")


def test_of_two_that_write_at_once_one_has_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    numbers = [child(partial(write_file, path, data)) for data in (NEW, OTHER)]
    while not path.exists():
        time.sleep(0.001)
    for _ in range(60):
        assert path.read_bytes() in (NEW, OTHER)
    for number in numbers:
        end(number)
    assert path.read_bytes() in (NEW, OTHER)
