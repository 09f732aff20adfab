"""Pages made from a corpus, for the tests that look at them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Depth, Document, shown
from claimcheck.report.document import report
from claimcheck.report.html.page import render_page
from console import ROOT as ROOT
from console import examine_once, read_once

CASES = ("secret-speech", "elizabeth-1603", "foundation-of-rome", "vesuvius-79")


@cache
def examined_case(name: str) -> Examination:
    """What is found about a shipped case, once."""
    return examine_once(read_once(ROOT / "claims" / name)[0])


@cache
def document_of_case(name: str) -> Document:
    """The whole report of a shipped case, told once."""
    return report(examined_case(name), Asking(f"claims/{name}", Perspective()), name="case")


@cache
def page_of_case(name: str) -> str:
    """Its page, made once."""
    return render_page(document_of_case(name))


def reported(document: Document) -> Document:
    """A report as a file has it without `--all`."""
    return shown(document, Depth.QUESTION)


def page_at(path: Path, perspective: Perspective | None = None) -> str:
    """The HTML of the corpus at a path."""
    return render_page(document_at(path, perspective))


def document_at(path: Path, perspective: Perspective | None = None) -> Document:
    """The whole report on the corpus at a path."""
    corpus, _ = read_once(path)
    findings = examine_once(corpus, perspective)
    return report(findings, Asking(None, findings.perspective), name=path.name, version=("v",))
