"""Worksheet and key in the formats that people read: text, Markdown, HTML, DOCX, PDF.

Belongs here: the way from a document to bytes. Does not belong here: what stands in it (see `sheets`).
"""

from __future__ import annotations

from claimcheck.report.blocks import Document


def document_bytes(document: Document, format: str, width: int = 80) -> bytes:
    """The document as bytes of a format; text is UTF-8, and what cannot be encoded is written out."""
    match format:
        case "markdown":
            from claimcheck.report.markdown import render_markdown

            return encoded(render_markdown(document))
        case "text":
            from claimcheck.report.text import render_text

            return encoded(render_text(document, width))
    raise ValueError(f"no format {format}")


def encoded(text: str) -> bytes:
    """A text as UTF-8; lone surrogates are written out."""
    return text.encode("utf-8", errors="backslashreplace")
