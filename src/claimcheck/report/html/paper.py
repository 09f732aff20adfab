"""Documents as PDF, tagged (PDF/UA-1): the page as a sheet of paper, with footnotes and pictures of its own.

Belongs here: the way from HTML to PDF, and what paper needs besides the page. Does not belong here: how a block
looks (see the templates), what is shown.
"""

from __future__ import annotations

import base64
import logging
from typing import TYPE_CHECKING, Any

from claimcheck.report.bibliography import Footnotes
from claimcheck.report.blocks import Depth, Document, Picture
from claimcheck.report.html.drawings import drawings_of, svg_file
from claimcheck.report.html.escaping import environment, escaped
from claimcheck.report.html.page import Linking, anchors_in
from claimcheck.report.html.shell import shell
from claimcheck.report.word import MissingExtra

if TYPE_CHECKING:
    from markupsafe import Markup


def report_pdf(document: Document) -> bytes:
    """A report as PDF, with its sources as footnotes. Raises MissingExtra where no library is there to make it."""
    links = Linking(frozenset(anchors_in(document.sections)), document.sigla, Footnotes(document.works))
    body: Any = environment().get_template("page.html.j2").module
    made = body.page(document, Depth, links, _image, "", True)
    return pdf_of(shell(document.title, made, styles=("page.css", "paper.css")))


def _image(picture: Picture) -> Markup:
    """A picture as an image that says in words what it shows."""
    from markupsafe import Markup

    drawing = drawings_of(picture.drawn, picture.titled)[0]
    data = base64.b64encode(svg_file(picture.title, [drawing], on_paper=True).encode()).decode("ascii")
    share = f' style="width:{drawing.width / 11.2:g}%"' if drawing.width < 1120 else ""
    return Markup(f'<img{share} alt="{escaped(picture.says)}" src="data:image/svg+xml;base64,{data}">')


def pdf_of(page: str) -> bytes:
    """A page as a tagged PDF; nothing is fetched from anywhere, and the same page gives the same bytes."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except ImportError:
        raise MissingExtra("weasyprint", "pdf") from None
    except OSError as fault:  # its own libraries (Pango) are not there
        raise MissingExtra(f"the libraries of weasyprint ({str(fault).splitlines()[0]})", "pdf") from None
    # Of a style that is written for browsers too it says with each rule that it does not know it.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)

    whole = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols=("data",)), media_type="print")
    made: bytes = whole.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"claimcheck")
    return made
