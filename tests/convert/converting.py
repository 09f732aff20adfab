"""Converting a file that stands in the test itself, by the command, and reading what came of it."""

from __future__ import annotations

import csv
import subprocess
from dataclasses import dataclass
from pathlib import Path

from claimcheck.cli.exits import FAULT
from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.diagnostics import Severity
from console import run
from consuming import missing, program


@dataclass(frozen=True)
class Converted:
    """What the command said and left behind, and the corpus as it is then read."""

    folder: Path
    code: int
    out: str
    err: str

    @property
    def corpus(self) -> Corpus:
        """The corpus; fails if reading it finds an error."""
        corpus, diagnostics = read_corpus(self.folder)
        errors = [one for one in diagnostics if one.severity is Severity.ERROR and one.code != "CC010"]
        assert errors == []
        return corpus

    @property
    def refused(self) -> list[dict[str, str]]:
        """The rows of the file of rejects."""
        files = sorted(self.folder.glob("*.rejects.csv"))
        return [row for path in files for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())]

    def made(self, name: str) -> str:
        """The text of a file in the folder."""
        return (self.folder / name).read_text(encoding="utf-8")


def convert(tmp_path: Path, file: str | Path, content: str | bytes | None = None, *options: str) -> Converted:
    """Converts a file (written first, if its content is given) into the folder `corpus`."""
    path = tmp_path / file
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    folder = tmp_path / "corpus"
    done = run("convert", path, folder, *options)
    assert done.returncode != FAULT, done.stderr
    return Converted(folder, done.returncode, done.stdout, done.stderr)


def by_libreoffice(tmp_path: Path, name: str, content: str, ending: str, reading: str = "") -> Path:
    """A spreadsheet that LibreOffice writes: from CSV or flat ODS into XLSX or ODS."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    subprocess.run(
        [
            *(program("soffice"), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"),
            *("--convert-to", ending, *([f"--infilter={reading}"] if reading else [])),
            *("--outdir", str(tmp_path), str(tmp_path / name)),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    made = (tmp_path / name).with_suffix(f".{ending}")
    if not made.exists():
        missing("LibreOffice cannot write spreadsheets (libreoffice-calc)")
    return made
