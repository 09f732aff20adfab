"""Where a report goes, and as what: the screen or a file, as text, Markdown or JSON.

Belongs here: the choice of format, writing files, colour. Does not belong here: rendering.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcheck.cli.exits import refuse
from claimcheck.cli.options import FILES, PICTURES, PLAIN, SECTIONS, Format
from claimcheck.cli.replacing_files import write_file
from claimcheck.cli.streams import is_colored
from claimcheck.corpus.files import CHIEF, ENDINGS, find_corpus
from claimcheck.diagnostics import installing
from claimcheck.report.blocks import Document
from claimcheck.report.words.grammar import listed

if TYPE_CHECKING:
    from claimcheck.convert.tables import Table

SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".json": Format.JSON,
    ".dot": Format.DOT,
    ".gv": Format.DOT,
    ".mmd": Format.MERMAID,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".docx": Format.DOCX,
    ".pdf": Format.PDF,
    ".svg": Format.SVG,
    ".csv": Format.CSV,
    ".xlsx": Format.XLSX,
    ".sarif": Format.SARIF,
    ".mw": Format.MARKWHEN,
    ".bib": Format.BIBTEX,
    ".trig": Format.TRIG,
    ".csl.json": Format.CSL_JSON,
}


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to write (None: stdout), and in which format."""

    format: Format
    path: Path | None

    @property
    def styled(self) -> bool:
        """Whether headings may be set off: only on a terminal, and not under NO_COLOR."""
        return self.path is None and is_colored(sys.stdout)

    def write(self, made: str | bytes) -> None:
        """Writes text that ends with a newline, or (to a file alone) bytes."""
        if self.path is None:
            assert isinstance(made, str), "what is no text goes to a file"
            sys.stdout.write(made)
            return
        write_file(self.path, made.encode("utf-8", "backslashreplace") if isinstance(made, str) else made)


def destination(
    format: Format | None,
    output: str | None,
    force: bool,
    formats: Collection[Format] = PLAIN,
    section: str | None = None,
) -> Destination:
    """Where the options say to write; refuses before any work is done what could not be written.

    `formats` are those of the command, `section` the one section of the report that is to be written ("" for the
    whole), which not every format can write.
    """
    if output is None or output == "-":
        found = _possible(format or Format.TEXT, formats, section)
        if found in FILES:
            refuse(f"{found} goes to a file, not to the screen", f"add -o FILE.{found}")
        return Destination(found, None)
    path = Path(output)
    if format is None and os.path.isdir(path):
        refuse(f"{path} is a folder")
    if format is None:
        two = "".join(path.suffixes[-2:]).lower()
        format = SUFFIXES.get(two) or SUFFIXES.get(path.suffix.lower())
        if format is None:
            known = [suffix for suffix, meant in SUFFIXES.items() if _can(meant, formats, section)]
            refuse(
                f"{output}: the name does not say which format",
                f"end it in {', '.join(known)}, or give --format",
            )
    return Destination(_possible(format, formats, section), writable(path, force))


def writable(path: Path, force: bool) -> Path:
    """The path, if a file can be written there.

    Refuses what is a folder, has none, is there already, or would be read as part of a corpus.
    """
    try:
        if path.is_dir():
            refuse(f"{path} is a folder")
        if not path.parent.is_dir():
            refuse(f"there is no folder {path.parent}")
        folder = find_corpus(path.parent)
        if folder is not None:
            keep_out(path, folder)
        if path.exists() and path.is_file() and not force:
            refuse(f"{path} is there already", "--force overwrites it")
    except OSError as fault:
        refuse(f"cannot write {path}: {(fault.strerror or 'refused').lower()}")
    return path


def keep_out(path: Path, corpus: Path) -> None:
    """Refuses to write what the next reading of a corpus (a folder, or one file) would read as part of it."""
    target, where = Path(os.path.realpath(path)), Path(os.path.realpath(corpus))
    if where.is_dir():
        within = target.is_relative_to(where) and target.name.endswith(ENDINGS)
        nested = target.name == CHIEF and target.parent != where
        hidden = within and any(part.startswith(".") for part in target.relative_to(where).parts)
        if not within or nested or hidden:
            return
    elif target != where:
        return
    aside = path.with_name(f"{path.name}.txt")
    refuse(
        f"{path} would be read as part of the corpus itself",
        f"write it outside the corpus, or under a name that is not read: -o {shlex.quote(str(aside))}",
    )


def _can(format: Format, formats: Collection[Format], section: str | None) -> bool:
    return format in formats and (format not in SECTIONS or section is None or section in SECTIONS[format])


def _possible(format: Format, formats: Collection[Format], section: str | None) -> Format:
    """The format, if the command can write it (and the section in it); refuses with the nearest that can."""
    if _can(format, formats, section):
        return format
    if format is Format.HTML:
        refuse("html is the format of a whole report", "claimcheck report -o FILE.html")
    if format in PICTURES:
        drawn = " or the ".join(PICTURES[format])
        remedy = f"claimcheck report --only {PICTURES[format][0]} --format {format}"
        refuse(f"{format} draws the {drawn} alone", remedy)
    if format in formats:
        known = [f"--only {name}" if name else "the whole report" for name in SECTIONS[format]]
        refuse(f"{format} cannot hold --only {section}", f"it holds {listed(known, 'or')}")
    refuse(f"{format} is no format of this command", f"it writes {listed(formats)}")


def screen_width() -> int:
    """How many cells a line may take: those of the terminal, within reason; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def tabled(tables: Sequence[Table], to: Destination, title: str) -> str | bytes:
    """Tables as what their destination holds: a workbook, or as CSV the first of them."""
    from claimcheck.convert.tables import MOST_CHARACTERS, csv_of, too_long_for_a_workbook, xlsx_of

    if to.format is Format.CSV:
        return csv_of(tables[0])
    if cut := too_long_for_a_workbook(tables):
        texts = "1 text is" if cut == 1 else f"{cut} texts are"
        typer.echo(
            f"note: {texts} cut after {MOST_CHARACTERS:,} characters, where a cell of a workbook ends", err=True
        )
        typer.echo("  = csv holds any length: -o FILE.csv", err=True)
    try:
        return xlsx_of(tables, title)
    except ImportError:
        refuse("xlsx needs the package xlsxwriter", f"csv needs nothing; for xlsx {installing('xlsx')}")
    except ValueError as problem:
        refuse(str(problem), "csv holds any number: -o FILE.csv")


def render(document: Document, to: Destination, *, is_full: bool = False) -> str | bytes:
    """The document in the format of its destination; `is_full` leaves no fold of a page closed."""
    if to.format in (Format.DOCX, Format.PDF):
        from claimcheck.report.word import MissingExtra

        try:
            if to.format is Format.DOCX:
                from claimcheck.report.word import word_of

                return word_of(document)
            from claimcheck.report.html.paper import report_pdf

            return report_pdf(document)
        except MissingExtra as missing:
            refuse(f"{to.format} needs {missing.package}", installing(missing.extra))
    if to.format is Format.HTML:
        from claimcheck.report.html.page import render_page

        return render_page(document, is_full=is_full)
    if to.format is Format.MARKDOWN:
        from claimcheck.report.markdown import render_markdown

        return render_markdown(document)
    from claimcheck.report.text import WIDTH, render_text

    return render_text(document, screen_width() if to.path is None else WIDTH, to.styled)
