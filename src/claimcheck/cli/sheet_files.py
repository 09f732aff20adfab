"""Where a worksheet and its key go, and as what.

Belongs here: the formats of sheets and the names of files that mean them, and writing them. Does not belong here:
making the bytes (see `claimcheck.teaching.formats`).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class SheetFormat(StrEnum):
    """What a sheet can be written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    SELF_CHECK = "self-check"
    DOCX = "docx"
    PDF = "pdf"
    GIFT = "gift"
    MOODLE = "moodle"
    QTI12 = "qti12"
    QTI21 = "qti21"
    QUIZLET = "quizlet"
    ANKI = "anki"
    CSV = "csv"


SUFFIXES = {
    ".txt": SheetFormat.TEXT,
    ".text": SheetFormat.TEXT,
    ".md": SheetFormat.MARKDOWN,
    ".markdown": SheetFormat.MARKDOWN,
    ".html": SheetFormat.HTML,
    ".htm": SheetFormat.HTML,
    ".docx": SheetFormat.DOCX,
    ".pdf": SheetFormat.PDF,
    ".gift": SheetFormat.GIFT,
    ".xml": SheetFormat.MOODLE,
    ".apkg": SheetFormat.ANKI,
    ".csv": SheetFormat.CSV,
}
# These hold the answers; a key is none of them.
WITH_ANSWERS = (
    *(SheetFormat.SELF_CHECK, SheetFormat.GIFT, SheetFormat.MOODLE, SheetFormat.QTI12, SheetFormat.QTI21),
    *(SheetFormat.QUIZLET, SheetFormat.ANKI),
)
BINARY = (SheetFormat.DOCX, SheetFormat.PDF, SheetFormat.ANKI, SheetFormat.QTI12, SheetFormat.QTI21)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sheet goes (None: stdout), and in which format."""

    format: SheetFormat
    path: Path | None

    def write(self, data: bytes) -> None:
        """Writes the bytes of the sheet."""
        from claimcheck.cli.replacing_files import write_file

        if self.path is None:
            sys.stdout.write(data.decode("utf-8"))
            return
        write_file(self.path, data)


def place_of(format: SheetFormat | None, output: str | None, force: bool, *, is_key: bool = False) -> Place:
    """Where the options say to write; refuses before any work is done what could not be written."""
    from claimcheck.cli.exits import refuse
    from claimcheck.cli.output import writable

    if output is None or output == "-":
        chosen = format or SheetFormat.TEXT
        if chosen in BINARY:
            refuse(f"{chosen} goes to a file, not to the screen", "add -o FILE")
        return Place(chosen, None)
    path = Path(output)
    chosen_by_name = SUFFIXES.get(path.suffix.lower())
    found = chosen_by_name if is_key else format or chosen_by_name
    if found is None or (is_key and found in WITH_ANSWERS):
        known = [suffix for suffix, meant in SUFFIXES.items() if not (is_key and meant in WITH_ANSWERS)]
        hint = f"end it in {', '.join(known)}" + ("" if is_key else ", or give --format")
        refuse(f"{output}: the name does not say in which format to write {'a key' if is_key else 'it'}", hint)
    return Place(found, writable(path, force))
