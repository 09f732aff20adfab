"""Documents as DOCX, for teachers who want to change the sheet.

Belongs here: the Word form of blocks, and what XML cannot hold. Does not belong here: what stands in a sheet.
The same document gives the same bytes: no clock, no name of an author.
"""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import Any

from claimcheck.report.blocks import Block, Chain, Document, Group, Item, Listing, Paragraph, Table
from claimcheck.report.text import visible
from claimcheck.teaching.formats.archive import rezipped
from claimcheck.teaching.formats.documents import room
from claimcheck.teaching.formats.sheet import MissingExtra
from claimcheck.teaching.wording import is_lettered

# What no XML document can hold besides what `visible` writes out already.
_NOT_XML = re.compile("[\ufffe\uffff\U0001fffe\U0001ffff]")
_PAGE = 16.6  # centimetres between the margins
_MADE = datetime(2000, 1, 1)  # every file of ours is dated alike: the clock has no part in it


def word_of(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    try:
        import docx
        from docx.shared import Pt
    except ImportError:
        raise MissingExtra("python-docx", "docx") from None
    made: Any = docx.Document()
    known = made.core_properties
    known.title, known.author, known.comments = text_of(document.title)[:250], "", ""
    known.created = known.modified = _MADE
    known.last_modified_by = ""
    made.styles["Normal"].font.size = Pt(11)
    made.styles["Normal"].paragraph_format.space_after = Pt(6)
    made.styles["Title"].font.size = Pt(17)
    _paper(made)
    _answer_line(made)
    _foot(made, _flat(document.title))
    made.add_heading(_flat(document.title), level=0)
    for text in document.heading:
        _lines(made.add_paragraph(), text)
    for section in document.sections:
        made.add_heading(_flat(section.title), level=1)
        for block in section.blocks:
            _block(made, block)
    out = BytesIO()
    made.save(out)
    return rezipped(out.getvalue())


def _paper(made: Any) -> None:
    """A4, with margins that leave the width that tables share."""
    from docx.shared import Cm

    for section in made.sections:
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = Cm((21.0 - _PAGE) / 2)
        section.top_margin = section.bottom_margin = Cm(2.2)


def _answer_line(made: Any) -> None:
    """The style of a line to write on: a rule beneath it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = made.styles.add_style("Answer line", 1)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(10), Pt(0)
    borders, rule = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "777777")):
        rule.set(qn(f"w:{name}"), value)
    between = OxmlElement("w:between")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "777777")):
        between.set(qn(f"w:{name}"), value)
    borders.append(rule)
    borders.append(between)
    style.element.get_or_add_pPr().append(borders)


def _foot(made: Any, title: str) -> None:
    """Title and page number at the foot of every page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = made.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{title} · ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def text_of(text: str) -> str:
    """A text that XML can hold: whatever it cannot is written out."""
    return _NOT_XML.sub(lambda found: f"‹U+{ord(found[0]):04X}›", visible(text))


def _flat(text: str) -> str:
    return " ".join(text_of(text).split())


def _lines(paragraph: Any, text: str) -> None:
    """A text into a paragraph, a line of it on a line."""
    for number, line in enumerate(text_of(text).split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)


def _block(made: Any, block: Block) -> None:
    match block:
        case Paragraph(text) if room(text):
            for _ in range(room(text)):
                made.add_paragraph(style="Answer line")
        case Paragraph(text):
            _lines(made.add_paragraph(), text)
        case Listing(items, numbered):
            lettered = is_lettered([item.text for item in items])
            for number, item in enumerate(items, start=1):
                _item(
                    made,
                    item,
                    f"{number}. " if numbered else "",
                    bullet=not lettered,
                    is_last=number == len(items),
                )
        case Table():
            _table(made, block)
        case Chain(title, steps, conclusion):
            if title:
                made.add_paragraph().add_run(text_of(title)).bold = True
            for number, step in enumerate(steps, start=1):
                _item(made, step, f"{number}. ", bullet=False, is_last=number == len(steps))
            if conclusion:
                _lines(made.add_paragraph(), conclusion)
        case Group():
            _group(made, block)


_BOXED = ("document", "question", "panel", "hole", "frame")


def _group(made: Any, block: Group) -> None:
    """A group under its heading; a document, a panel or a frame in a box of its own."""
    into = made
    if block.kind in _BOXED:
        table = made.add_table(1, 1)
        table.style = "Table Grid"
        into = table.cell(0, 0)
    heading = f"{block.title} ({block.note})" if block.note else block.title
    style = "Heading 2" if block.kind in ("document", "page", "question") else "Heading 3"
    first = into.paragraphs[0] if into is not made else into.add_paragraph()
    first.style = style
    first.add_run(_flat(heading))
    first.paragraph_format.keep_with_next = True
    for inner in block.blocks:
        _block(into, inner)
    if into is not made:
        made.add_paragraph().paragraph_format.space_after = 0


def _item(made: Any, item: Item, mark: str, *, bullet: bool, is_last: bool) -> None:
    """An item as a paragraph; its number is text, since Word would count on from list to list."""
    from docx.shared import Cm, Pt

    paragraph = made.add_paragraph(style=None if mark or not bullet else "List Bullet")
    if mark or not bullet:
        paragraph.paragraph_format.left_indent = Cm(0.9)
        paragraph.paragraph_format.first_line_indent = Cm(-0.6)
    _lines(paragraph, f"{mark}{item.text}")
    paragraph.paragraph_format.space_after = Pt(8 if is_last else 1)
    if item.place:
        paragraph.add_run(f" [{_flat(item.place)}]").italic = True


def _table(made: Any, block: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = made.add_table(rows=1 + len(block.rows), cols=len(block.heads))
    table.style = "Table Grid"
    table.autofit = False
    widths = _widths(block)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for column, head in enumerate(block.heads):
        cell = table.cell(0, column)
        cell.paragraphs[0].add_run(_flat(head)).italic = True
    for number, row in enumerate(block.rows, start=1):
        for column, text in enumerate(row):
            _lines(table.cell(number, column).paragraphs[0], text)
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            cell.width = Cm(widths[column])
        keep = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(keep)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    made.add_paragraph().paragraph_format.space_after = 0


def _widths(block: Table) -> list[float]:
    """The widths of columns: the page, shared by how long their texts are; no word is broken if there is room."""
    lengths = [
        max(7, min(60, max(len(line) for row in (block.heads, *block.rows) for line in row[n].split("\n"))))
        for n in range(len(block.heads))
    ]
    whole = sum(lengths)
    # No word is broken in a cell.
    least = [1.6] * len(block.heads)
    for row in (block.heads, *block.rows):
        for n, text in enumerate(row):
            longest = max((len(word) for word in text.split()), default=0)
            least[n] = max(least[n], 0.5 + 0.24 * longest)
    found = [max(low, _PAGE * length / whole) for low, length in zip(least, lengths, strict=True)]
    return [width * _PAGE / sum(found) for width in found]
