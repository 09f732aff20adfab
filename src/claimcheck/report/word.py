"""Documents as DOCX: reports to work into one's own text, sheets for teachers who want to change them.

Belongs here: the Word form of blocks, and what XML cannot hold. Does not belong here: what stands in a document.
The same document gives the same bytes: no clock, no name of an author.

The library that writes the file knows no footnotes and no drawings: the part that holds footnotes is written here,
and drawings go in as bitmaps, with all that they show in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from claimcheck.report import blocks as form
from claimcheck.report.bibliography import Footnotes
from claimcheck.report.text import as_table, visible

# What no XML document can hold besides what `visible` writes out already.
_NOT_XML = re.compile("[\ufffe\uffff\U0001fffe\U0001ffff]")
_PAGE = 17.4  # centimetres between the margins
_MADE = datetime(2000, 1, 1)  # every file of ours is dated alike: the clock has no part in it
_FONT = "Times New Roman"
_BOXED = ("document", "question", "panel", "hole", "frame")  # groups of an exercise
_ZOOM = 2  # pixels of a bitmap for one of a drawing


class MissingExtra(Exception):
    """A format needs a package that is not installed: which, and the extra of ours that brings it."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed")
        self.package, self.extra = package, extra


def word_of(document: form.Document) -> bytes:
    """The document as the bytes of a .docx file. Raises MissingExtra where no library is there to write it."""
    try:
        import docx
    except ImportError:
        raise MissingExtra("python-docx", "docx") from None
    made = _File(docx.Document(), Footnotes(document.works))
    made.paper(_flat(document.title))
    made.made.add_heading(_flat(document.title), level=0)
    for text in document.heading:
        made.paragraph(text)
    for section in document.sections:
        if section.title:
            made.made.add_heading(_flat(section.title), level=1)
        made.is_small = section.depth is form.Depth.APPARATUS
        for block in section.blocks:
            made.block(block, 2)
    for text in document.colophon:
        made.paragraph(text).runs[0].italic = True
    made.write_footnotes()
    out = BytesIO()
    made.made.save(out)
    return rezipped(out.getvalue())


def rezipped(data: bytes) -> bytes:
    """The same archive with every entry dated alike, so that the same contents give the same bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            made.writestr(entry, given.read(name))
    return out.getvalue()


def text_of(text: str) -> str:
    """A text that XML can hold: whatever it cannot is written out."""
    return _NOT_XML.sub(lambda found: f"‹U+{ord(found[0]):04X}›", visible(text))


def _flat(text: str) -> str:
    return " ".join(text_of(text).split())


class _File:
    """A file that is being written, with the footnotes that it has so far; what is to be looked up `is_small`."""

    def __init__(self, made: Any, notes: Footnotes) -> None:
        self.made = made
        self._into = made  # the file, or a cell that is a box
        self.is_small = False
        self._notes = notes
        self._written: list[form.Spoken] = []

    def paper(self, title: str) -> None:
        """A4, the looks of text, and above and below each page what tells it from others."""
        from docx.shared import Cm, Pt, RGBColor

        known = self.made.core_properties
        known.title, known.author, known.comments, known.language = title[:250], "", "", "en"
        known.created = known.modified = _MADE
        known.last_modified_by = ""
        for name, size in (
            ("Normal", 10.5),
            ("Title", 17),
            ("Heading 1", 14),
            ("Heading 2", 12),
            ("Heading 3", 10),
        ):
            style = self.made.styles[name]
            style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for attribute in [one for one in fonts.attrib if one.endswith("Theme")]:
                del fonts.attrib[attribute]  # the theme's fonts, which go before names
            style.paragraph_format.keep_with_next = name != "Normal"
        self.made.styles["Normal"].paragraph_format.space_after = Pt(5)
        small = self.made.styles.add_style("Apparatus", 1)
        small.base_style, small.font.size = self.made.styles["Normal"], Pt(7.8)
        small.paragraph_format.space_after, small.paragraph_format.line_spacing = Pt(1.5), 1
        line = self.made.styles.add_style("Answer line", 1)
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(10), Pt(0)
        rules = _mark(line.element.get_or_add_pPr(), "w:pBdr")
        for side in ("w:bottom", "w:between"):
            _mark(rules, side, {"w:val": "single", "w:sz": "4", "w:space": "1", "w:color": "777777"})
        for section in self.made.sections:
            section.page_width, section.page_height = Cm(21.0), Cm(29.7)
            section.left_margin = section.right_margin = Cm((21.0 - _PAGE) / 2)
            section.top_margin = section.bottom_margin = Cm(1.8)
            section.different_first_page_header_footer = True
            _small(section.header.paragraphs[0].add_run(title))
            for footer in (section.footer, section.first_page_footer):
                footer.paragraphs[0].alignment = 2  # at the right
                _field(footer.paragraphs[0], "PAGE")
                _small(footer.paragraphs[0].add_run(" / "))
                _field(footer.paragraphs[0], "NUMPAGES")

    def paragraph(self, text: str, cites: Iterable[form.Cite] = ()) -> Any:
        """A paragraph with a line of the text on a line of its own, and its footnote."""
        paragraph = self._begun()
        _lines(paragraph, text)
        self._note(paragraph, cites)
        return paragraph

    def _begun(self, style: str | None = None) -> Any:
        return self._into.add_paragraph(style="Apparatus" if self.is_small else style)

    def block(self, block: form.Block, level: int) -> None:
        """Whatever a document is made of; groups within it have headings of the level."""

        match block:
            case form.Paragraph(room=room) if room:
                for _ in range(room):
                    self._into.add_paragraph(style="Answer line")
            case form.Paragraph(text, cites):
                self.paragraph(text, cites)
            case form.Listing(items, numbered):
                for number, item in enumerate(items, start=1):
                    mark = f"{number}. " if numbered else ""
                    bullet = not numbered and not block.is_lettered and len(items) > 1
                    self._item(item, mark, bullet=bullet, is_last=number == len(items))
            case form.Table():
                self._table(block)
            case form.Matrix():
                self._table(as_table(block))
            case form.Chain(title, steps, conclusion):
                if title:
                    self._bold(title)
                for number, step in enumerate(steps, start=1):
                    self._item(step, f"{number}. ", bullet=False, is_last=number == len(steps))
                if conclusion:
                    self.paragraph(conclusion)
            case form.Picture():
                self._picture(block)
            case form.Fold(title, blocks):
                self._bold(title)
                was_small, self.is_small = self.is_small, self.is_small or block.depth is form.Depth.APPARATUS
                for beneath in blocks:
                    self.block(beneath, level)
                self.is_small = was_small
            case form.Group():
                self._group(block, level)

    def _group(self, block: form.Group, level: int) -> None:
        """A group under its heading; a document, a panel or a frame of an exercise in a box of its own."""
        from docx.shared import Pt

        around = self._into
        if block.kind in _BOXED:
            box = around.add_table(1, 1)
            box.style = "Table Grid"
            self._into = box.cell(0, 0)
        head = self._into.paragraphs[0] if self._into is not around else self._into.add_paragraph()
        head.style = f"Heading {min(level, 9)}"
        head.add_run(_flat(f"{block.title} – {block.note}" if block.note else block.title))
        if self.is_small:
            head.paragraph_format.space_before = Pt(5)
        for beneath in block.blocks:
            self.block(beneath, level + 1)
        if self._into is not around:
            self._into = around
            self._into.add_paragraph().paragraph_format.space_after = 0

    def _bold(self, text: str) -> None:
        paragraph = self._begun()
        paragraph.add_run(text_of(text)).bold = True
        paragraph.paragraph_format.keep_with_next = True

    def _item(self, item: form.Item, mark: str, *, bullet: bool, is_last: bool) -> None:
        """An item as a paragraph; its number is text, since Word would count on from list to list."""
        from docx.shared import Cm, Pt

        paragraph = self._begun("List Bullet" if bullet else None)
        mark = "• " if bullet and self.is_small else mark
        if mark:
            paragraph.paragraph_format.left_indent = Cm(0.9)
            paragraph.paragraph_format.first_line_indent = Cm(-0.6)
            paragraph.add_run(mark)
        if item.head:
            paragraph.add_run(f"{text_of(item.head)} ").bold = True
        _lines(paragraph, item.text)
        if not self.is_small:
            paragraph.paragraph_format.space_after = Pt(8 if is_last else 1 if not item.head else 4)
        if item.cites:
            self._note(paragraph, item.cites)
        elif item.place:
            paragraph.add_run(f" [{_flat(item.place)}]").italic = True

    def _table(self, block: form.Table) -> None:
        from docx.shared import Cm, Pt

        if not block.rows:
            return
        table = self._into.add_table(rows=1 + len(block.rows), cols=len(block.heads))
        table.style = "Table Grid"
        table.autofit = False
        widths = _widths(block)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        # The cells of a row are looked up anew, and all before them with them, whenever they are asked for.
        for number, (row, texts) in enumerate(zip(table.rows, (block.heads, *block.rows), strict=True)):
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = Cm(widths[column])
                paragraph = cell.paragraphs[0]
                if self.is_small:
                    paragraph.style = "Apparatus"
                paragraph.paragraph_format.space_after = Pt(0)
                if number == 0:
                    paragraph.add_run(_flat(text)).italic = True
                    continue
                _lines(paragraph, text)
                self._note(paragraph, block.noted(number - 1, block.heads[column]))
                paragraph.paragraph_format.keep_with_next = number < min(3, len(block.rows))
            _mark(row._tr.get_or_add_trPr(), "w:cantSplit")
        _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        self._into.add_paragraph().paragraph_format.space_after = 0

    def _picture(self, block: form.Picture) -> None:
        """A picture as a bitmap; what it shows is told in words to who cannot see it."""
        from docx.shared import Cm

        data, width, height = _bitmap(block)
        self.made.add_picture(BytesIO(data), width=Cm(min(_PAGE, _PAGE * width / 1120, 22 * width / height)))
        shown = self.made.paragraphs[-1]
        shown.paragraph_format.keep_with_next = not block.table.rows
        known = shown._p.xpath(".//wp:docPr")[0]
        known.set("descr", text_of(block.says))
        known.set("title", _flat(block.title))
        self._table(block.table)

    # Footnotes.

    def _note(self, paragraph: Any, cites: Iterable[form.Cite]) -> None:
        """The sign of the next footnote at the end of a paragraph."""
        said = self._notes.note(cites)
        if not said:
            return
        self._written.append(said)
        run = paragraph.add_run()
        run.font.superscript = True
        _mark(run._r, "w:footnoteReference", {"w:id": str(len(self._written))})

    def write_footnotes(self) -> None:
        """The part of the file that holds the footnotes, and the lines that part them from the text."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import OxmlElement

        if not self._written:
            return
        part = Part(
            PackURI("/word/footnotes.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
            _footnotes_xml(self._written).encode(),
            self.made.part.package,
        )
        self.made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = self.made.settings.element
        parting = OxmlElement("w:footnotePr")
        for id in ("-1", "0"):
            _mark(parting, "w:footnote", {"w:id": id})
        settings.find(_qualified("w:compat")).addprevious(parting)


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    found: str = qn(name)
    return found


def _mark(parent: Any, name: str, attributes: dict[str, str] | None = None) -> Any:
    """A new element within another."""
    from docx.oxml import OxmlElement

    made = OxmlElement(name)
    for key, value in (attributes or {}).items():
        made.set(_qualified(key), value)
    parent.append(made)
    return made


def _lines(paragraph: Any, text: str) -> None:
    """A text into a paragraph, a line of it on a line."""
    for number, line in enumerate(text_of(text).split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)


def _small(run: Any) -> None:
    from docx.shared import Pt

    run.font.size = Pt(8.5)


def _field(paragraph: Any, name: str) -> None:
    """A number that Word counts: the page, or how many there are."""
    run = paragraph.add_run()
    _small(run)
    _mark(run._r, "w:fldChar", {"w:fldCharType": "begin"})
    _mark(run._r, "w:instrText").text = name
    _mark(run._r, "w:fldChar", {"w:fldCharType": "end"})


def _bitmap(block: form.Picture) -> tuple[bytes, float, float]:
    """A picture as the bytes of a PNG file, with the width and height of the drawing."""
    from claimcheck.report.html.drawings import drawings_of, svg_file

    try:
        import resvg_py
    except ImportError:
        raise MissingExtra("resvg-py", "docx") from None
    drawing = drawings_of(block.drawn, block.titled)[0]
    made = resvg_py.svg_to_bytes(svg_string=svg_file(block.title, [drawing], on_paper=True), zoom=_ZOOM)
    return bytes(made), drawing.width, drawing.height


_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _footnotes_xml(notes: Sequence[form.Spoken]) -> str:
    parted = "".join(
        f'<w:footnote w:type="{sort}" w:id="{id}"><w:p><w:r><w:{sort}/></w:r></w:p></w:footnote>'
        for id, sort in ((-1, "separator"), (0, "continuationSeparator"))
    )
    said = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        f'<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="17"/></w:rPr><w:footnoteRef/></w:r>'
        f"{_run(' ', False)}{''.join(_run(text, is_italic) for text, is_italic in note)}</w:p></w:footnote>"
        for number, note in enumerate(notes, start=1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<w:footnotes xmlns:w="{_WORDS}">{parted}{said}</w:footnotes>'


def _run(text: str, is_italic: bool) -> str:
    said = escape(text_of(text))
    return (
        f'<w:r><w:rPr>{"<w:i/>" if is_italic else ""}<w:sz w:val="17"/></w:rPr>'
        f'<w:t xml:space="preserve">{said}</w:t></w:r>'
    )


def _widths(block: form.Table) -> list[float]:
    """The widths of columns: what their longest words need, and a share of the rest by how long they are."""
    columns = list(zip(block.heads, *block.rows, strict=True))
    least = [max(0.6 + 0.19 * max(map(len, text.split()), default=0) for text in column) for column in columns]
    least = [width * min(1, _PAGE / sum(least)) for width in least]
    lengths = [min(60, max(len(line) for text in column for line in text.split("\n"))) for column in columns]
    left = _PAGE - sum(least)
    return [width + left * length / sum(lengths) for width, length in zip(least, lengths, strict=True)]
