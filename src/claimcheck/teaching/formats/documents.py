"""Worksheet and key in the formats that people read: text, Markdown, HTML, DOCX, PDF.

Belongs here: the way from a document to bytes. Does not belong here: what stands in it (see `sheets`).
"""

from __future__ import annotations

from typing import Any

from claimcheck.report.blocks import Document


def document_bytes(document: Document, format: str, width: int = 80) -> bytes:
    """The document as bytes of a format; text is UTF-8, and what cannot be encoded is written out."""
    match format:
        case "text":
            from claimcheck.report.text import render_text

            return encoded(render_text(document, width))
        case "markdown":
            from claimcheck.report.markdown import render_markdown

            return encoded(render_markdown(document))
        case "html":
            return encoded(page_of(document))
        case "docx":
            from claimcheck.report.word import word_of

            return word_of(document)
        case "pdf":
            from claimcheck.report.html.paper import pdf_of

            return pdf_of(page_of(document))
    raise ValueError(f"no format {format}")


def encoded(text: str) -> bytes:
    """A text as UTF-8; lone surrogates are written out."""
    return text.encode("utf-8", errors="backslashreplace")


def page_of(document: Document) -> str:
    """The document as one HTML page, to be shown or printed."""
    from claimcheck.report.html.escaping import environment
    from claimcheck.report.html.page import Linking
    from claimcheck.report.html.shell import shell

    module: Any = environment().get_template("sheet.html.j2").module
    body = module.sheet(document, Linking(frozenset()))
    return shell(document.title, body, styles=("sheet.css",))
