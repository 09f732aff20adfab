"""An exercise as plain lines, for formats that know no tables: GIFT and spreadsheets.

Belongs here: blocks as lines of text, text as bytes. Does not belong here: escaping (a format's own).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.report.blocks import Block, Chain, Group, Listing, Paragraph, Table
from claimcheck.teaching.items import Exercise, Task


def material_lines(task: Task) -> Iterator[str]:
    """The material of a task, a line for each paragraph, item and row."""
    for block in task.blocks:
        yield from block_lines(block)


def block_lines(block: Block) -> Iterator[str]:
    """A block as lines."""
    match block:
        case Paragraph(text):
            yield text
        case Listing(items, numbered):
            for number, item in enumerate(items, start=1):
                place = f" [{item.place}]" if item.place else ""
                yield f"{f'{number}.' if numbered else '–'} {item.text}{place}"
        case Table(heads, rows):
            for row in rows:
                yield "; ".join(f"{head}: {cell}" if head else cell for head, cell in zip(heads, row, strict=True))
        case Group(title, blocks, note=note):
            yield f"{title} ({note})" if note else title
            for inner in blocks:
                yield from block_lines(inner)
        case Chain(title, steps, conclusion):
            yield title
            for number, step in enumerate(steps, start=1):
                yield f"{number}. {step.text}"
            if conclusion:
                yield conclusion


def reasons(one: Exercise) -> Iterator[str]:
    """Why the answer is right, and what to look for in what is open, as lines."""
    for number, step in enumerate(one.key.steps, start=1):
        yield f"{number}. {step.text}"
    if one.key.conclusion:
        yield one.key.conclusion
    yield from one.key.cautions
    yield from (f"Look for: {text}" for text in one.key.look_fors)


def encoded(text: str) -> bytes:
    """A text as UTF-8; lone surrogates are written out."""
    return text.encode("utf-8", errors="backslashreplace")
