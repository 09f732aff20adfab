"""The console as a user has it, run in this process: what it prints, and how it ends.

Starting Python and examining a shipped case anew cost more than most of what a test asks; so the console runs
here, and a case that is shipped is read and examined once. What is a matter of the process itself (streams,
signals, seeds, locales, limits) is tested in a process of its own: `run_apart`.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import chdir
from functools import cache
from pathlib import Path
from unittest import mock

import typer.main

import claimcheck.corpus.reading as reading
import claimcheck.examine as door
from claimcheck.cli import main
from claimcheck.corpus.entries import Corpus
from claimcheck.diagnostics import Diagnostic
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective

ROOT = Path(__file__).parent.parent
PATIENCE = 600  # seconds after which a process of its own counts as hanging

Finished = subprocess.CompletedProcess[str]


COMMAND = typer.main.get_command(main.app)  # made once; it takes longer than much of what is asked


class Collected(io.BytesIO):
    """What was written, still there when the stream above it is gone."""

    def close(self) -> None:
        """Stays open."""


def run(
    *arguments: str | Path, cwd: Path = ROOT, given: str | bytes | None = None, **environment: str
) -> Finished:
    """Runs the program in this process; stdout and stderr apart, the exit code as a process would have it."""
    words = ["claimcheck", *map(str, arguments)]
    stdin = given.encode("utf-8") if isinstance(given, str) else given or b""
    out, err = Collected(), Collected()
    with (
        chdir(cwd),
        mock.patch.dict(os.environ, environment),
        mock.patch.object(main, "app", COMMAND),
        mock.patch.object(sys, "argv", words),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")),
        mock.patch.object(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8")),
        mock.patch.object(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8")),
        mock.patch.object(reading, "read_corpus", read_once),
        mock.patch.object(door, "examine", examine_once),
    ):
        try:
            main.run()
            code: str | int | None = 0
        except SystemExit as end:
            code = end.code
        sys.stdout.flush()
        sys.stderr.flush()
    said, complained = (stream.getvalue().decode("utf-8") for stream in (out, err))
    return subprocess.CompletedProcess(
        words, code if isinstance(code, int) else int(code is not None), said, complained
    )


def run_apart(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Finished:
    """Runs the program in a process of its own, with these variables beside ours."""
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
        timeout=PATIENCE,
    )


_read, _examine = reading.read_corpus, door.examine


def read_once(path: Path, without: Path | None = None) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """A corpus as it is read; a shipped case, which no test changes, once for each way of naming it."""
    return _shipped(path) if path.resolve().is_relative_to(ROOT / "claims") else _read(path, without)


def examine_once(corpus: Corpus, perspective: Perspective | None = None) -> Examination:
    """An examination; of a shipped case once for each perspective."""
    shipped = next((path for path, kept in _kept.items() if kept is corpus), None)
    return _examine(corpus, perspective) if shipped is None else _examined(shipped, perspective or Perspective())


_kept: dict[Path, Corpus] = {}


@cache
def _shipped(path: Path) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    corpus, diagnostics = _read(path)
    _kept[path] = corpus
    return corpus, diagnostics


@cache
def _examined(path: Path, perspective: Perspective) -> Examination:
    return _examine(_kept[path], perspective)
