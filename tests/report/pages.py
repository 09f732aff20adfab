"""Reports on corpora and their pages, for the tests that look at them; a shipped case is examined once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claimcheck.engine.perspective import Perspective
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Depth, Document, shown
from claimcheck.report.document import report
from claimcheck.report.html.page import render_page
from console import ROOT, examine_once, read_once

CASES = ("secret-speech", "elizabeth-1603", "foundation-of-rome", "vesuvius-79")


@cache
def document_of(name: str) -> Document:
    """The whole report of a shipped case."""
    return document_at(ROOT / "claims" / name)


def reported(document: Document) -> Document:
    """A report as a file has it without `--all`."""
    return shown(document, Depth.QUESTION)


@cache
def page_of(name: str) -> str:
    """The HTML of a shipped case."""
    return render_page(document_of(name))


def page_at(path: Path, perspective: Perspective | None = None) -> str:
    """The HTML of the corpus at a path."""
    return render_page(document_at(path, perspective))


def document_at(path: Path, perspective: Perspective | None = None) -> Document:
    """The whole report on the corpus at a path."""
    corpus, _ = read_once(path)
    findings = examine_once(corpus, perspective)
    return report(findings, Asking(None, findings.perspective), name=path.name, version=("v",))
