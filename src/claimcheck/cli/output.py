"""Where a report goes, and as what: the screen or a file, as text, Markdown or JSON.

Belongs here: the choice of format, writing files, colour. Does not belong here: rendering.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from claimcheck.cli.leaving import refuse
from claimcheck.cli.options import PICTURES, Format
from claimcheck.cli.writing import write_file
from claimcheck.corpus.files import CHIEF, ENDINGS, find_corpus
from claimcheck.report.blocks import Document

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
    ".svg": Format.SVG,
}


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to write (None: stdout), and in which format."""

    format: Format
    path: Path | None

    @property
    def styled(self) -> bool:
        """Whether headings may be set off: only on a terminal, and not under NO_COLOR."""
        return self.path is None and is_terminal() and not os.environ.get("NO_COLOR")

    def write(self, text: str) -> None:
        """Writes text that ends with a newline."""
        if self.path is None:
            sys.stdout.write(text)
            return
        write_file(self.path, text.encode("utf-8", "backslashreplace"))


def destination(
    format: Format | None, output: str | None, force: bool, *, section: str = "", pages: bool = False
) -> Destination:
    """Where the options say to write; refuses before any work is done what could not be written.

    `section` is the one section that is to be written (empty: several), which decides what can be drawn; `pages`
    says that the command can write a page.
    """
    if output is None or output == "-":
        return Destination(_possible(format or Format.TEXT, section, pages), None)
    path = Path(output)
    if format is None:
        format = SUFFIXES.get(path.suffix.lower())
        if format is None:
            known = [suffix for suffix, meant in SUFFIXES.items() if _can(meant, section, pages)]
            refuse(
                f"{output}: the name does not say which format",
                f"end it in {', '.join(known)}, or give --format",
            )
    _possible(format, section, pages)
    return Destination(format, writable(path, force))


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


def _can(format: Format, section: str, pages: bool) -> bool:
    if format in PICTURES:
        return section in PICTURES[format] or (format is Format.SVG and not section)
    return pages or format is not Format.HTML


def _possible(format: Format, section: str, pages: bool) -> Format:
    if _can(format, section, pages):
        return format
    if format is Format.HTML:
        refuse("html is the format of a whole report", "claimcheck report -o FILE.html")
    drawn = " or the ".join(PICTURES[format])
    refuse(
        f"{format} draws the {drawn} alone", f"claimcheck report --only {PICTURES[format][0]} --format {format}"
    )


def is_terminal() -> bool:
    """Whether stdout is a terminal that can show more than text."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def screen_width() -> int:
    """How many cells a line may take: those of the terminal, within reason; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def render(document: Document, to: Destination) -> str:
    """The document in the format of its destination: text, Markdown, or a page."""
    if to.format is Format.HTML:
        from claimcheck.report.html.page import render_page

        return render_page(document)
    if to.format is Format.MARKDOWN:
        from claimcheck.report.markdown import render_markdown

        return render_markdown(document)
    from claimcheck.report.text import WIDTH, render_text

    return render_text(document, screen_width() if to.path is None else WIDTH, to.styled)
