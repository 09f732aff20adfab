"""Pages made from a corpus, for the tests that look at them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Document
from claimcheck.report.document import report
from claimcheck.report.html.page import render_page

ROOT = Path(__file__).parents[2]


@cache
def examined_case(name: str) -> Examination:
    """What is found about a shipped case, once."""
    return examine(read_corpus(ROOT / "claims" / name)[0])


@cache
def document_of_case(name: str) -> Document:
    """The whole report of a shipped case, told once."""
    return report(examined_case(name), Asking(f"claims/{name}", Perspective()), name="case")


@cache
def page_of_case(name: str) -> str:
    """Its page, made once."""
    return render_page(document_of_case(name))


def page_at(path: Path, perspective: Perspective | None = None) -> str:
    """The HTML of the corpus at a path."""
    corpus, _ = read_corpus(path)
    findings = examine(corpus, perspective)
    document = report(findings, Asking(None, findings.perspective), name=path.name, version=("v",))
    return render_page(document)
