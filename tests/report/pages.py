"""Examined corpora and their pages, for the tests that look at them; a shipped case is examined once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Depth, Document, shown
from claimcheck.report.document import report
from claimcheck.report.html.page import render_page

ROOT = Path(__file__).parents[2]
CASES = ("secret-speech", "elizabeth-1603", "foundation-of-rome", "vesuvius-79")


@cache
def examined_case(name: str) -> Examination:
    """A shipped case, examined."""
    corpus, _ = read_corpus(ROOT / "claims" / name)
    return examine(corpus)


@cache
def document_of(name: str) -> Document:
    """The whole report of a shipped case."""
    return _document(examined_case(name), name)


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
    corpus, _ = read_corpus(path)
    return _document(examine(corpus, perspective), path.name)


def _document(findings: Examination, name: str) -> Document:
    return report(findings, Asking(None, findings.perspective), name=name, version=("v",))
