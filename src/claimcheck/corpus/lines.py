"""The original lines for diagnostics that were made after the files were read.

Belongs here: looking those lines up again. Does not belong here: reading corpora (see `reading`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from claimcheck.diagnostics import Diagnostic


def with_source_lines(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics, each with the line of the file at which it points; without it where the file is gone.

    Each file is read once. Never raises.
    """
    files: dict[str, list[str]] = {}
    filled = []
    for found in diagnostics:
        name = found.position.file
        if name not in files:
            files[name] = _lines(Path(name))
        lines = files[name]
        is_there = 0 < found.position.line <= len(lines)
        filled.append(replace(found, source_line=lines[found.position.line - 1] if is_there else ""))
    return tuple(filled)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError:
        return []
