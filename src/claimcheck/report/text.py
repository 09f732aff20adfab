"""Documents as plain text for a terminal: wrapped to a width in cells, tables drawn, nothing obeyed.

Belongs here: layout and escaping of plain text. Does not belong here: choosing what is shown (see `sections`),
wording. A terminal obeys control characters and turns text at bidirectional controls; both are made visible,
so that what a corpus contains can do nothing but be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.report import blocks as form
from claimcheck.report.pictures.chart import Chart

WIDTH = 80

# C0 and C1 controls but for the newline; DEL; line and paragraph separators; lone surrogates; and the marks
# that embed, override or isolate a direction. The plain marks (U+200E, U+200F) are part of good spelling.
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def visible(text: str) -> str:
    """The text with whatever a terminal would obey written out: `‹U+001B›`. A tab becomes a space."""
    return _OBEYED.sub(lambda found: " " if found[0] == "\t" else f"‹U+{ord(found[0]):04X}›", text)


def inert(text: str) -> str:
    """A text as a cell of CSV that no spreadsheet takes for a formula, though it begin with a minus or an @."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


# Letters and marks of which each takes one cell whatever stands beside it: most of Europe's texts are made of
# nothing else, and need no table of widths.
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u21ff]*"
)


def cells(text: str) -> int:
    """How many cells a terminal gives a visible text: two for a wide character, none for a combining one."""
    if _NARROW.fullmatch(text) is not None:
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def wrapped(text: str, width: int = WIDTH, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most `width` cells; `first` begins the first line, `rest` the others.

    Breaks at spaces, and within a word only where the word alone is too long; a newline of the text is kept.
    """
    lines: list[str] = []
    for paragraph in visible(text).split("\n"):
        line = start = rest if lines else first
        for word in paragraph.split():
            if line != start and cells(f"{line} {word}") > width:
                lines.append(line)
                line = start = rest
            longer = f"{line} {word}" if line != start else f"{line}{word}"
            while cells(longer) > width:
                head, tail = _split(word, max(width - cells(line), 2))
                if not tail:
                    break
                lines.append(f"{line}{head}")
                line, start, word = rest, rest, tail
                longer = f"{line}{word}"
            line = longer
        lines.append(line.rstrip())
    return lines


def _split(word: str, width: int) -> tuple[str, str]:
    """As much of a word as fits a width, with the marks that combine with its last character, and what is left.

    At least one character, however wide. (The width of a text is not the sum of its characters' widths.)
    """
    length = 1
    while length < len(word) and cells(word[: length + 1]) <= width:
        length += 1
    while length < len(word) and cells(word[: length + 1]) <= cells(word[:length]):
        length += 1
    hyphen = max(word.rfind(mark, 0, length) for mark in "-/") + 1
    if 1 < hyphen < len(word) and hyphen * 3 >= length:
        length = hyphen  # ids and paths come apart where they are joined
    return word[:length], word[length:]


def render_text(document: form.Document, width: int = WIDTH, styled: bool = False) -> str:
    """The document as text that ends with a newline. `styled` sets headings bold and commands dim."""
    lines: list[str] = []
    for line in wrapped(document.title, width):
        lines.append(f"{_BOLD}{line}{_PLAIN}" if styled else line)
    lines.append("=" * min(max(map(cells, wrapped(document.title, width)), default=1), width))
    for paragraph in document.heading:
        lines.extend(("", *wrapped(paragraph, width)))
    for section in document.sections:
        lines.extend(("", *_section(section, width, styled)))
    return "\n".join(lines) + "\n"


def _section(section: form.Section, width: int, styled: bool) -> Iterable[str]:
    for line in wrapped(section.title, width) if section.title else ():
        yield f"{_BOLD}{line}{_PLAIN}" if styled else line
        yield "-" * cells(line)
    for number, block in enumerate(section.blocks):
        if number:
            yield ""
        yield from block_lines(block, width, styled)


def block_lines(block: form.Block, width: int = WIDTH, styled: bool = False) -> Iterable[str]:
    """The lines of one block."""
    match block:
        case form.Paragraph(text):
            yield from wrapped(text, width)
        case form.Table():
            yield from _table(block, width)
        case form.Listing(items, numbered):
            for number, item in enumerate(items, start=1):
                yield from item_lines(item, f"{number}. " if numbered else "- ", width, styled)
        case form.Chain(title, steps, conclusion):
            yield from wrapped(title, width)
            for number, step in enumerate(steps, start=1):
                yield from _step(step, number, width)
            if conclusion:
                yield from wrapped(conclusion, width, "  ", "  ")
        case form.Picture(says=says, drawn=Chart() as chart, titled=titled):
            from claimcheck.report.pictures.chart_text import LEAST, as_text

            yield from as_text(chart, width, titled=titled) if width >= LEAST else wrapped(says, width)
        case form.Picture(title=title, says=says, table=table):
            yield from wrapped(f"{title}: {says}", width)
            yield from _table(table, width)
        case form.Matrix():
            yield from _table(as_table(block), width)
        case form.Fold(title, blocks) | form.Group(title, blocks):
            note = block.note if isinstance(block, form.Group) else ""
            for line in wrapped(f"{title} – {note}" if note else title, width):
                yield f"{_BOLD}{line}{_PLAIN}" if styled and isinstance(block, form.Group) else line
            for beneath in blocks:
                yield ""
                yield from block_lines(beneath, width, styled)


def as_table(matrix: form.Matrix) -> form.Table:
    """A matrix as a table of signs."""
    rows = tuple(
        (f"{letter} {name}", *(cell.sign if cell is not None else "" for cell in line))
        for letter, name, line in zip(matrix.letters, matrix.names, matrix.cells, strict=True)
    )
    return form.Table(("", *matrix.letters), rows)


def item_lines(item: form.Item, mark: str, width: int = WIDTH, styled: bool = False) -> Iterable[str]:
    """An item under its mark with its place in brackets; the command that says why on a line of its own."""
    indent = " " * len(mark)
    place = f" [{item.place}]" if item.place else ""
    if item.head:
        for line in wrapped(item.head, width, mark, indent):
            yield f"{_BOLD}{line}{_PLAIN}" if styled else line
        mark = indent
    if item.text or not item.head:
        yield from wrapped(f"{item.text}{place}", width, mark, indent)
    if item.ask:
        # The command is never wrapped: it is there to be copied.
        ask = f"{indent}why: {visible(item.ask)}"
        yield f"{_DIM}{ask}{_PLAIN}" if styled else ask


_MARGIN = 14  # cells at the right of a proof that are kept for places


def _step(step: form.Item, number: int, width: int) -> Iterable[str]:
    """A step of a proof: its number at the left; where it stands, or what it rests on, at the right."""
    lines = wrapped(step.text, max(width - _MARGIN, 24), f"{number:>4}  ", " " * 6)
    beside = visible(f"({step.place})" if re.fullmatch(r"[\d, ]+", step.place) else step.place)
    room = width - cells(lines[-1]) - cells(beside)
    if beside and room < 2:
        lines.append("")
        room = max(width - cells(beside), 6)
    yield from lines[:-1]
    yield f"{lines[-1]}{' ' * room}{beside}" if beside else lines[-1]


_HEAD = 2  # cells that tabulate adds to a head
_KEPT = "\x00"


def _table(table: form.Table, width: int) -> Iterable[str]:
    from tabulate import tabulate

    widths = _columns(table, width)
    heads = ["\n".join(wrapped(head, max(widths[n] - _HEAD, 2))) for n, head in enumerate(table.heads)]
    rows = [["\n".join(wrapped(cell, widths[n])) for n, cell in enumerate(row)] for row in table.rows]
    if any("\n" in cell for row in rows for cell in row):
        # A row of several lines would run into the next: an empty one sets them apart. (tabulate leaves out
        # a row of nothing but space; a control character, which no text here has any more, keeps it in.)
        rows = [row for pair in ((row, [_KEPT] * len(row)) for row in rows) for row in pair][:-1]
    drawn = tabulate(rows, headers=heads, tablefmt="simple", disable_numparse=True)
    yield from (line.replace(_KEPT, "").rstrip() for line in drawn.split("\n"))


def _columns(table: form.Table, width: int) -> list[int]:
    """Widths of columns in cells, with two cells between columns.

    Where they do not fit, the widest are narrowed; below its longest word (an id is one) a column goes last.
    """
    texts = [[visible(row[n]) for row in table.rows] for n in range(len(table.heads))]
    widths = [
        max(cells(head) + _HEAD, 1, *(cells(line) for text in column for line in text.split("\n")))
        for head, column in zip(table.heads, texts, strict=True)
    ]
    words = [
        max(cells(head) + _HEAD, 1, *(cells(word) for text in column for word in text.split()))
        for head, column in zip(table.heads, texts, strict=True)
    ]
    room = max(width - 2 * (len(widths) - 1), len(widths) * 2)
    if sum(widths) <= room:
        return widths
    if sum(words) >= room:
        return _capped(words, [0] * len(words), room)
    return _capped(widths, words, room)


def _capped(widths: list[int], least: list[int], room: int) -> list[int]:
    """The widths under the highest cap with which they fit, none narrower than its least."""
    low, high = 2, room
    while low < high:
        cap = (low + high + 1) // 2
        if sum(max(min(width, cap), below) for width, below in zip(widths, least, strict=True)) <= room:
            low = cap
        else:
            high = cap - 1
    return [max(min(width, low), below) for width, below in zip(widths, least, strict=True)]
