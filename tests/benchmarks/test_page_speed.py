"""A page for 2,000 claims: rendered beside pandoc on its Markdown twin, opened and scrolled in Chromium."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.ask_why import Asking
from claimcheck.report.document import report
from claimcheck.report.html.page import render_page
from claimcheck.report.markdown import render_markdown
from consuming import NODE, program, run_node

QUESTIONS, ACCOUNTS = 250, 8


def text() -> str:
    """A corpus of independent questions, most of whose accounts are at odds."""
    lines = ["title: A large case", "sources:"]
    lines += [f"  work-{n}: {{type: study, title: Work {n}}}" for n in range(100)]
    lines += ["events:"]
    lines += [
        f"  event-{q}: {{label: event number {q}, when: {1 + q % 28} May {1700 + q}, "
        f"record: {{in: work-{q % 100} p. 1}}}}"
        for q in range(QUESTIONS)
    ]
    lines += ["questions:"]
    lines += [f'  q-{q}: {{ask: "When did event number {q} happen?", event: event-{q}}}' for q in range(QUESTIONS)]
    lines += ["claims:"]
    lines += [
        f"  claim-{q}-{n}: {{by: author {n}, in: work-{(q * 7 + n) % 100} p. {n}, answers: q-{q}, "
        f"when: {1 + (q * 5 + n * 3) % 28} May {1700 + q}, says: It took place on that day as author {n} has it.}}"
        for q in range(QUESTIONS)
        for n in range(ACCOUNTS)
    ]
    return "\n".join(lines) + "\n"


class Large(NamedTuple):
    """The case, and where its page and its Markdown twin are."""

    corpus: Corpus
    findings: Examination
    page: Path
    twin: Path


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Large:
    folder = tmp_path_factory.mktemp("large")
    (folder / "corpus.yaml").write_text(text(), encoding="utf-8")
    corpus, _ = read_corpus(folder)
    assert len(corpus.claims) == 2000
    findings = examine(corpus)
    twin = folder / "twin.md"
    twin.write_text(render_markdown(report(findings, Asking(None, Perspective()), name="large")), encoding="utf-8")
    return Large(corpus, findings, folder / "page.html", twin)


@pytest.mark.benchmark
def test_a_page_for_2000_claims_takes_no_longer_than_pandoc_on_its_twin(large: Large) -> None:
    start = perf_counter()
    document = report(large.findings, Asking(None, Perspective()), name="large")
    chosen = perf_counter()
    large.page.write_text(render_page(document), encoding="utf-8")
    ours = perf_counter()
    subprocess.run(
        [program("pandoc"), "-f", "gfm", "-t", "html5", "-s", "--metadata", "title=twin", str(large.twin)],
        stdout=subprocess.DEVNULL,
        check=True,
    )
    theirs = perf_counter() - ours
    print(
        f"choosing {chosen - start:.1f} s, rendering {ours - chosen:.1f} s, pandoc {theirs:.1f} s; page "
        f"{large.page.stat().st_size / 1e6:.1f} MB, twin {large.twin.stat().st_size / 1e6:.1f} MB"
    )
    assert (ours - start) / theirs < 1


@pytest.mark.benchmark
def test_a_page_for_2000_claims_opens_and_scrolls_without_strain(large: Large) -> None:
    if not large.page.exists():
        document = report(large.findings, Asking(None, Perspective()), name="large")
        large.page.write_text(render_page(document), encoding="utf-8")
    frames = json.loads(run_node(NODE / "scroll_page.js", program("chromium"), str(large.page)))
    print(frames)
    assert frames["scrolling"] < 34  # milliseconds from frame to frame, in the middle of them: 30 a second
    assert frames["opening"] < 10_000
