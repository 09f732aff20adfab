"""Pages made from a corpus, for the tests that look at them."""

from __future__ import annotations

from pathlib import Path

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.asking import Asking
from claimcheck.report.html.page import render_page
from claimcheck.report.page import page

ROOT = Path(__file__).parents[2]


def page_of(corpus: Corpus, findings: Examination, name: str = "case", banner: str = "") -> str:
    """The HTML of a corpus and its findings."""
    document = page(findings, Asking(None, findings.perspective), name=name, banner=banner, version=("v",))
    return render_page(document, corpus)


def page_at(path: Path, perspective: Perspective | None = None) -> str:
    """The HTML of the corpus at a path."""
    corpus, _ = read_corpus(path)
    return page_of(corpus, examine(corpus, perspective), path.name)
