"""Worksheet and key in the formats that people read: text, Markdown, HTML, DOCX, PDF.

Belongs here: the way from a document to bytes. Does not belong here: what stands in it (see `sheets`).
"""

from __future__ import annotations

from typing import Any

from claimcheck.report.blocks import Document
from claimcheck.teaching.formats.sheet import MissingExtra
from claimcheck.teaching.wording import is_lettered


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
            from claimcheck.teaching.formats.word import word_of

            return word_of(document)
        case "pdf":
            return pdf_of(document)
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
    body = module.sheet(document, Linking(frozenset()), is_lettered, room)
    return shell(document.title, body, styles=("sheet.css",))


def room(text: str) -> int:
    """How many lines to write on a text stands for; 0 where it is a text."""
    return text.count("\n") + 1 if text and set(text) <= {"…", "\n"} else 0


def pdf_of(document: Document) -> bytes:
    """The document as a tagged PDF (PDF/UA-1) made from its page; nothing is fetched from anywhere."""
    try:
        from weasyprint import HTML
    except ImportError:
        raise MissingExtra("weasyprint", "pdf") from None
    except OSError as fault:  # its own libraries (Pango) are not there
        raise MissingExtra(f"the libraries of weasyprint ({str(fault).splitlines()[0]})", "pdf") from None

    def nothing(url: str, *_: object, **__: object) -> object:
        raise ValueError(f"{url} is not fetched")

    page = HTML(string=page_of(document), url_fetcher=nothing, media_type="print")
    made: bytes = page.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"claimcheck")
    return made
