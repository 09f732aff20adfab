"""Claims in tables: CSV and JSON lines, with the keys of a claim for columns.

Belongs here: rows into the nodes that YAML would give. Does not belong here: what the columns mean.
"""

from __future__ import annotations

from claimcheck.corpus.fields import Shape
from claimcheck.corpus.layout import Gap
from claimcheck.corpus.positions import Node, SourceFile
from claimcheck.diagnostics import Diagnostic

_SEVERAL = frozenset((Shape.NAMES, Shape.IDS, Shape.TEXTS))


def read_csv(file: SourceFile, found: list[Diagnostic]) -> tuple[Node | None, list[Gap]]:
    """The claims of a CSV file, as the section they would be in YAML.

    The first row names the columns: `id` and any key of a claim. Commas, semicolons or tabs divide cells,
    whichever the first row has most of; a cell with several ids or names has semicolons between them.
    """
    return None, []


def read_json_lines(file: SourceFile, found: list[Diagnostic]) -> tuple[Node | None, list[Gap]]:
    """The claims of a file with one JSON object on each line, as the section they would be in YAML."""
    return None, []
