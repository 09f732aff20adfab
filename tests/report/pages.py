"""Pages made from a corpus, for the tests that look at them."""

from __future__ import annotations

from pathlib import Path

from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.asking import Asking
from claimcheck.report.document import report
from claimcheck.report.html.page import render_page

ROOT = Path(__file__).parents[2]


def page_at(path: Path, perspective: Perspective | None = None) -> str:
    """The HTML of the corpus at a path."""
    corpus, _ = read_corpus(path)
    findings = examine(corpus, perspective)
    document = report(findings, Asking(None, findings.perspective), name=path.name, version=("v",))
    return render_page(document)
