"""Documents as Markdown (CommonMark with tables), with everything that a corpus contains escaped.

Belongs here: the Markdown of blocks, and escaping for it. Does not belong here: choosing what is shown.
Paragraphs are one line each; whoever shows the page wraps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.report import blocks as form
from claimcheck.report.pictures.chart import Chart
from claimcheck.report.text import as_table, visible

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")
# What begins a heading, list, rule or table at the start of a line.
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))", re.MULTILINE)


def escaped(text: str) -> str:
    """A text as itself in a Markdown paragraph: no character of it is markup, no control is obeyed."""
    text = _MARKUP.sub(r"\\\1", visible(text))
    return _LINE_START.sub(_defused, "\n".join(line.strip() for line in text.split("\n")))


def _defused(found: re.Match[str]) -> str:
    mark = found[2]
    # A digit cannot be escaped with a backslash; an entity for the first one does the same.
    return f"{found[1]}&#{ord(mark[0])};{mark[1:]}" if mark[0].isdigit() else f"{found[1]}\\{mark}"


def inline(text: str) -> str:
    """An escaped text on one line, for headings, items and cells; newlines are kept as line breaks."""
    return "<br>".join(line for line in escaped(text).split("\n"))


def code(text: str) -> str:
    """A text as code on one line, fenced by more backticks than it contains."""
    text = visible(" ".join(text.split()))
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def render_markdown(document: form.Document) -> str:
    """The document as Markdown that ends with a newline."""
    lines = [f"# {inline(document.title)}"]
    for paragraph in document.heading:
        lines.extend(("", f"> {inline(paragraph)}"))
    for section in document.sections:
        lines.extend(("", *_section(section)))
    return "\n".join(lines) + "\n"


def _section(section: form.Section) -> Iterable[str]:
    yield f"## {inline(section.title)}"
    for block in section.blocks:
        yield ""
        yield from _block(block)


def _block(block: form.Block) -> Iterable[str]:
    match block:
        case form.Paragraph(text):
            yield inline(text)
        case form.Table(heads, rows):
            yield from _table(heads, rows)
        case form.Listing(items, numbered):
            for number, item in enumerate(items, start=1):
                yield _item(item, f"{number}. " if numbered else "- ")
        case form.Chain(title, steps, conclusion):
            yield f"**{inline(title)}**"
            yield ""
            for number, step in enumerate(steps, start=1):
                yield _item(step, f"{number}. ")
            if conclusion:
                yield ""
                yield inline(conclusion)
        case form.Picture(drawn=Chart() as chart, titled=titled):
            from claimcheck.report.pictures.chart_text import as_text

            # Four spaces make it code, in which nothing is markup and no fence can end.
            yield from (f"    {line}".rstrip() for line in as_text(chart, 80, titled=titled))
        case form.Picture(title=title, says=says, table=table):
            yield inline(f"{title}: {says}")
            yield ""
            yield from _table(table.heads, table.rows)
        case form.Matrix():
            table = as_table(block)
            yield from _table(table.heads, table.rows)
        case form.Group(title, blocks, note=note):
            yield f"### {inline(title)}{f' – {inline(note)}' if note else ''}"
            for beneath in blocks:
                yield ""
                yield from _block(beneath)
        case form.Fold(title, blocks):
            yield f"**{inline(title)}**"
            for beneath in blocks:
                yield ""
                yield from _block(beneath)


def _item(item: form.Item, mark: str) -> str:
    head = f"**{inline(item.head)}** " if item.head else ""
    text = f"{mark}{head}{inline(item.text)}".rstrip()
    if item.place:
        text += f" ({inline(item.place)})"
    if item.ask:
        text += f" – why: {code(item.ask)}"
    return text


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterable[str]:
    from tabulate import tabulate

    drawn = tabulate(
        [[inline(cell) for cell in row] for row in rows],
        headers=[inline(head) for head in heads],
        tablefmt="pipe",
        disable_numparse=True,
    )
    yield from drawn.split("\n")
