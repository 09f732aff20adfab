"""Sheets as bytes: one function for each format, chosen by its name.

Belongs here: the choice, and worksheet and key as documents that the renderers of reports print. Does not belong
here: any other format (a module each), choosing exercises.

Of those that are read by people there is a worksheet and a key. GIFT, Moodle XML, QTI, cards and the self-check
page are no worksheets: they hold the answers.
"""

from __future__ import annotations

from typing import Any

from claimcheck.report.blocks import Document
from claimcheck.teaching.formats.plain import encoded
from claimcheck.teaching.sheets import Sheet

__all__ = ["Sheet", "key_bytes", "sheet_bytes"]


def sheet_bytes(sheet: Sheet, format: str) -> bytes:
    """The worksheet in a format; of the others ("gift", "anki" …) the exercises with their answers."""
    match format:
        case "csv":
            from claimcheck.teaching.formats.spreadsheet import csv_of

            return csv_of(sheet, with_key=False)
        case "gift":
            from claimcheck.teaching.formats.gift import gift_of

            return gift_of(sheet)
        case "moodle" | "qti12" | "qti21" | "quizlet":
            from claimcheck.teaching.formats import courses

            made = {"moodle": courses.moodle_of, "qti12": courses.qti12_of, "qti21": courses.qti21_of}
            return made.get(format, courses.pairs_of)(sheet)
        case "anki":
            from claimcheck.teaching.formats.cards import cards_of

            return cards_of(sheet)
        case "self-check":
            from claimcheck.teaching.formats.self_check import self_check_of

            return self_check_of(sheet)
    return _document_bytes(sheet.worksheet, format, sheet.width)


def key_bytes(sheet: Sheet, format: str) -> bytes:
    """The key in a format."""
    if format == "csv":
        from claimcheck.teaching.formats.spreadsheet import csv_of

        return csv_of(sheet, with_key=True)
    return _document_bytes(sheet.key, format, 80)


def _document_bytes(document: Document, format: str, width: int = 80) -> bytes:
    """The document as bytes of a format; text is UTF-8, and what cannot be encoded is written out."""
    match format:
        case "text":
            from claimcheck.report.text import render_text

            return encoded(render_text(document, width))
        case "markdown":
            from claimcheck.report.markdown import render_markdown

            return encoded(render_markdown(document))
        case "html":
            return encoded(_page_of(document))
        case "docx":
            from claimcheck.report.word import word_of

            return word_of(document)
        case "pdf":
            from claimcheck.report.html.paper import pdf_of

            return pdf_of(_page_of(document))
    raise ValueError(f"no format {format}")


def _page_of(document: Document) -> str:
    """The document as one HTML page, to be shown or printed."""
    from claimcheck.report.html.escaping import environment
    from claimcheck.report.html.page import Linking
    from claimcheck.report.html.shell import shell

    module: Any = environment().get_template("sheet.html.j2").module
    body = module.sheet(document, Linking(frozenset()))
    return shell(document.title, body, styles=("sheet.css",))
