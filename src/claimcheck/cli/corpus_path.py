"""From a PATH to a corpus that is read, with its problems told on stderr.

Belongs here: finding the corpus, printing diagnostics, refusing what cannot be read. Does not belong here:
reading itself (see `claimcheck.corpus.reading`).
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import typer

from claimcheck.cli.exits import DONE, ERRORS, refuse
from claimcheck.cli.streams import is_colored
from claimcheck.corpus.entries import Corpus
from claimcheck.diagnostics import Diagnostic, Severity

NO_CORPUS = (
    "claimcheck: there is no corpus here.",
    "  = begin one of nine lines:  claimcheck new FOLDER",
    "  = or name one:              claimcheck PATH",
)


@dataclass(frozen=True, slots=True)
class Case:
    """A corpus as opened: `named` is the PATH as given (None: the one the user stands in).

    `name` is what its folder is called, and `folder` where that is.
    """

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    named: str | None
    name: str
    folder: Path

    @property
    def errors(self) -> int:
        """How many errors the files have."""
        return sum(found.severity is Severity.ERROR for found in self.diagnostics)

    @property
    def code(self) -> int:
        """The exit code that the state of the files gives."""
        return ERRORS if self.errors else DONE

    @property
    def banner(self) -> str:
        """What stands above a report on a corpus with errors; empty if it has none."""
        if not self.errors:
            return ""
        count = "1 error" if self.errors == 1 else f"{self.errors} errors"
        return f"THE CORPUS HAS {count.upper()}: what is below leaves out the entries concerned."


def open_case(path: str | None, *, quiet: bool = False) -> Case:
    """The corpus at a path, or the one the user stands in; its diagnostics are printed on stderr.

    Ends with exit code 2 where there is none, or where nothing could be read. `quiet` leaves the diagnostics to
    the caller.
    """
    from claimcheck.corpus.reading import exit_code, read_corpus

    where = Path(path) if path is not None else corpus_here()
    if path is not None and not os.path.lexists(where):
        refuse(f"there is no file or folder {path}", "a corpus is a folder with a corpus.yaml, or one such file")
    corpus, diagnostics = read_corpus(where)
    code = exit_code(corpus, diagnostics)
    if diagnostics and (not quiet or code == 2):
        tell_diagnostics(diagnostics)
    if code == 2:
        raise typer.Exit(code)
    folder = where if where.is_dir() else where.parent
    return Case(corpus, diagnostics, path, where.resolve().name or str(where), folder)


def corpus_here() -> Path:
    """The corpus the user stands in, relative to where that is; invites to begin one if there is none."""
    from claimcheck.corpus.files import find_corpus

    here = Path.cwd()
    found = find_corpus(here)
    if found is None:
        for line in NO_CORPUS:
            typer.echo(line, err=True)
        raise typer.Exit(2)
    return Path(os.path.relpath(found, here))


def tell_diagnostics(diagnostics: tuple[Diagnostic, ...], shown: tuple[Diagnostic, ...] | None = None) -> None:
    """Prints diagnostics on stderr, in the order of files and lines; last, how many they are, and where to ask.

    `shown` are those to print where not all of them are, each for itself.
    """
    from claimcheck.diagnostics import count_of, format_diagnostic

    if not diagnostics:
        return
    for diagnostic in diagnostics if shown is None else shown:
        first, _, rest = format_diagnostic(diagnostic).partition("\n")
        if is_colored(sys.stderr) and diagnostic.severity is not Severity.NOTE:
            colour = "red" if diagnostic.severity is Severity.ERROR else "yellow"
            weight = f"{diagnostic.severity}:"
            first = first.replace(f": {weight} ", f": {typer.style(weight, fg=colour, bold=True)} ", 1)
        typer.echo(f"{first}\n{rest}" if rest else first, err=True)
    code = min(diagnostics, key=lambda found: list(Severity).index(found.severity)).code
    typer.echo(f"{count_of(diagnostics)} (claimcheck explain {code} tells more)", err=True)


def version_of(case: Case) -> tuple[str, ...]:
    """The program with its version, and the files of the corpus with one digest over their names and bytes."""
    import hashlib

    from claimcheck import __version__
    from claimcheck.corpus.files import corpus_files, find_corpus

    where = Path(case.named) if case.named is not None else find_corpus(Path.cwd())
    files = corpus_files(where, []) if where is not None else []
    digest = hashlib.sha256()
    for file in files:
        try:
            data = file.read_bytes() if file.is_file() else b""  # a pipe would never end
        except OSError:
            continue
        digest.update(f"{file.name}\0{len(data)}\0".encode())
        digest.update(data)
    count = "1 file" if len(files) == 1 else f"{len(files)} files"
    return (
        f"Made by claimcheck {__version__}.",
        f"Version of the data: {case.name}, {count}, SHA-256 {digest.hexdigest()}.",
    )
