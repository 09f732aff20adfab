"""What is built from a source archive runs on its own: every template, sheet and table is in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("src", "claims", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package alone, from the wheel that is built from the source archive."""
    work = tmp_path_factory.mktemp("built")
    tree = work / "tree"
    tree.mkdir()
    for part in PARTS:
        subprocess.run(["cp", "-r", ROOT / part, tree / part], check=True)
    run(sys.executable, "-m", "build", "--outdir", work / "dist", tree, cwd=work)
    (wheel,) = (work / "dist").glob("*.whl")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "install", "--no-deps", "--target", work / "site", wheel, cwd=work)
    return work / "site"


def run(*command: str | Path, cwd: Path, site: Path | None = None) -> str:
    where = {} if site is None else {"PYTHONPATH": str(site)}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | where
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def claimcheck(site: Path, cwd: Path, *arguments: str) -> str:
    return run(sys.executable, "-m", "claimcheck", *arguments, cwd=cwd, site=site)


def test_it_is_the_installed_package_that_runs(installed: Path, tmp_path: Path) -> None:
    where = run(
        sys.executable, "-c", "import claimcheck; print(claimcheck.__file__)", cwd=tmp_path, site=installed
    )
    assert Path(where.strip()).is_relative_to(installed)


def test_a_corpus_is_begun_checked_and_told(installed: Path, tmp_path: Path) -> None:
    claimcheck(installed, tmp_path, "new", "mine")
    assert "Read: 2 claims" in claimcheck(installed, tmp_path, "check", "mine")
    assert "Memoirs" in claimcheck(installed, tmp_path, "mine")


@pytest.mark.parametrize("format", ["md", "html", "json", "txt"])
def test_every_format_without_an_extra_is_written(installed: Path, tmp_path: Path, format: str) -> None:
    claimcheck(installed, tmp_path, "new", "mine")
    claimcheck(installed, tmp_path, "report", "mine", "-o", f"mine.{format}")
    assert "Memoirs" in (tmp_path / f"mine.{format}").read_text(encoding="utf-8")


def test_a_case_is_copied_and_is_sound(installed: Path, tmp_path: Path) -> None:
    claimcheck(installed, tmp_path, "new", "--example", "vesuvius-79")
    there = sorted(path.name for path in (ROOT / "claims" / "vesuvius-79").iterdir())
    assert sorted(path.name for path in (tmp_path / "vesuvius-79").iterdir()) == sorted(
        [*there, "corpus.schema.json"]
    )
    assert "Read: 22 claims" in claimcheck(installed, tmp_path, "check", "vesuvius-79")


def test_an_exercise_is_made(installed: Path, tmp_path: Path) -> None:
    claimcheck(installed, tmp_path, "new", "mine")
    claimcheck(installed, tmp_path, "exercise", "mine", "-o", "sheet.html", "--key", "key.html")
    assert (tmp_path / "key.html").is_file()
