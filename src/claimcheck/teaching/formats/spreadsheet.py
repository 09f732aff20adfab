"""Exercises as CSV, a row for each: the worksheet, or (with the answers) the key.

Belongs here: that table. Does not belong here: other formats.
"""

from __future__ import annotations

import csv
from io import StringIO

from claimcheck.report.text import inert, visible
from claimcheck.teaching.formats.plain import encoded, material_lines, reasons
from claimcheck.teaching.items import Exercise
from claimcheck.teaching.registry import title_of
from claimcheck.teaching.sheets import Sheet, answers_say, lettered, numbered

HEADS = ("number", "type", "title", "instruction", "material", "question", "prompts", "options", "further")
KEY_HEADS = ("level", "answer", "why", "samples")


def csv_of(sheet: Sheet, *, with_key: bool) -> bytes:
    """The table as CSV (RFC 4180, UTF-8); no cell of it is taken for a formula."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow((*HEADS, *KEY_HEADS) if with_key else HEADS)
    for number, one in enumerate(sheet.exercises, start=1):
        cells = [str(number), *_task(one)]
        if with_key:
            why = "\n".join(reasons(one))
            cells += [
                str(one.level),
                "\n".join(answers_say(one)),
                why,
                "\n".join(sample.text for sample in one.key.samples),
            ]
        table.writerow([cell_of(text) for text in cells])
    return encoded(out.getvalue())


def _task(one: Exercise) -> list[str]:
    task = one.task
    return [
        str(task.type),
        title_of(task.type),
        task.instruction,
        "\n".join(material_lines(task)),
        task.ask,
        "\n".join(numbered(task.answer)),
        "\n".join(lettered(task.answer)),
        "\n".join(task.further),
    ]


def cell_of(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula; what a program would obey is written out."""
    return inert(visible(text))
