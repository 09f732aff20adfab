"""Reading an invented corpus from its text, for the tests of source criticism."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.diagnostics import Severity
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.ask_why import Asking
from claimcheck.report.json_models import report_json, written


def corpus_of(text: str) -> Corpus:
    """The corpus that a text in the file syntax is, read without an error."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "corpus.yaml"
        file.write_text(text, encoding="utf-8")
        corpus, diagnostics = read_corpus(file)
    assert [found.message for found in diagnostics if found.severity is Severity.ERROR] == []
    return corpus


def examined(text: str, perspective: Perspective | None = None) -> Examination:
    """The corpus of a text, and what is found about it."""
    corpus = corpus_of(text)
    return examine(corpus, perspective)


def in_json(findings: Examination, section: str) -> dict[str, Any]:
    """A section of the report, as it leaves in JSON."""
    found: dict[str, Any] = json.loads(written(report_json(findings, Asking(None, Perspective()), (), section)))
    return found
