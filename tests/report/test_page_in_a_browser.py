"""The page as a reader meets it, in a real Chromium: quiet, accessible, whole without script, whole on paper."""

from __future__ import annotations

import html
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT, page_at

from claimcheck.report.html.escaping import kept, link, prose
from claimcheck.report.pictures.timeline import MOST_LANES
from consuming import NODE, program, run_node

CASES = ("secret-speech", "elizabeth-1603")

HOSTILE = """\
title: "<script>alert(1)</script> & \\u202Eevil"
through: Town Chronicle, 1931
questions:
  q<1>: {ask: "When <img src=x onerror=alert(1)> was it?", event: e}
  very-long-question: {ask: "Whenwasthisverylongwordwithoutanyspaceinitthatgoesonandonandonandonandon?", event: e}
events:
  e: {label: "מגדל </svg><script>alert(2)</script> 1900", when: 3 May 1901, record: {in: "Town Chronicle, 1931"}}
claimants:
  мемуары: {name: "Мемуары\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301 \\u202eпотом"}
  greek: {name: "Θουκυδίδης <b>"}
sources:
  bad:
    {type: memoir, title: "\\u0301</style><style>*{display:none}", author: мемуары, url: "javascript:alert(3)",
    issued: "1950"}
  good: {type: study, author: greek, url: "https://example.org/?a=1&b=<2>", issued: "1970"}
claims:
  a&b: {in: bad p. 1, answers: q<1>, when: 3 May 1901, url: "data:text/html,<script>alert(4)</script>"}
  c%41;d:
    {in: good, answers: q<1>, when: "1905", quote: "“</a><a href='javascript:alert(5)'>x”", note: "{{ 7 * 7 }}"}
  longlonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglonglong:
    {in: good, answers: very-long-question, when: before 1900}
"""


@dataclass(frozen=True)
class Looked:
    """A page, what the browser said of it, and its pages on paper."""

    page: str
    seen: dict[str, Any]
    paper: dict[str, list[str]]


def look(folder: Path, page: str) -> Looked:
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    papers = {size: folder / f"{size}.pdf" for size in ("a4", "letter")}
    said = run_node(NODE / "look_at_page.js", program("chromium"), str(file), *map(str, papers.values()))
    text = {size: _pages(path) for size, path in papers.items()}
    return Looked(page, json.loads(said), text)


def _pages(pdf: Path) -> list[str]:
    ran = subprocess.run([program("pdftotext"), str(pdf), "-"], capture_output=True, encoding="utf-8", check=True)
    return [" ".join(page.split()) for page in ran.stdout.split("\f")]


@pytest.fixture(scope="module", params=[*CASES, "hostile"])
def looked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Looked:
    folder = tmp_path_factory.mktemp("page")
    if request.param == "hostile":
        (folder / "corpus.yaml").write_text(HOSTILE, encoding="utf-8")
        return look(folder, page_at(folder))
    return look(folder, page_at(ROOT / "claims" / request.param))


def test_a_page_asks_for_nothing_and_says_nothing_to_the_console(looked: Looked) -> None:
    for view in looked.seen["views"]:
        assert view["requests"] == [view["requests"][0]], view["requests"]
        assert view["requests"][0].startswith("file://")
        assert view["console"] == []


def test_axe_finds_nothing_in_light_and_dark_at_both_widths(looked: Looked) -> None:
    views = looked.seen["views"]
    assert {(view["colorScheme"], view["width"]) for view in views} == {
        (scheme, width) for scheme in ("light", "dark") for width in (1280, 360)
    }
    assert [view["faults"] for view in views] == [[]] * 4


def test_nothing_is_wider_than_the_window(looked: Looked) -> None:
    assert [view["wide"] - view["width"] for view in looked.seen["views"]] == [0] * 4


def test_without_script_all_the_text_is_there_and_no_control_that_would_do_nothing(looked: Looked) -> None:
    body = re.sub(r"<(script|style)\b.*?</\1>", "", looked.page[looked.page.index("<body>") :], flags=re.DOTALL)
    wanted = {" ".join(html.unescape(text).split()) for text in re.findall(r">([^<>]+)<", body)}
    there = " ".join(looked.seen["text"].split())
    assert len(wanted) > 20
    assert [text for text in wanted if text not in there] == []


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_on_paper_no_picture_is_cut(looked: Looked, size: str) -> None:
    """Every picture has all its labels on one page, in a file in which no picture is scaled away."""
    pages = [set(_words(page)) for page in looked.paper[size]]
    figures = looked.seen["print"]["figures"]
    assert figures
    for texts in figures:
        wanted = {word for text in texts if text.isascii() for word in _words(text)}
        assert len(wanted) > 1
        missing = min((wanted - page for page in pages), key=len)
        assert missing == set()


def _words(text: str) -> list[str]:
    """The words of a text; a PDF keeps neither its spaces nor hyphens at the end of a line."""
    return re.findall(r"[A-Za-z0-9]+", text)


def test_on_paper_the_largest_picture_is_not_cut_either(tmp_path: Path) -> None:
    accounts = "".join(f"  Witness{number}: {number % 28 + 1} May {1800 + number}\n" for number in range(60))
    corpus = f"question: When was it?\nthrough: Chronicle, 1931\nclaims:\n{accounts}record:\n  Deed: May 1830\n"
    (tmp_path / "corpus.yaml").write_text(corpus, encoding="utf-8")
    looked = look(tmp_path, page_at(tmp_path))
    for size in ("a4", "letter"):
        test_on_paper_no_picture_is_cut(looked, size)
    timeline = max(looked.seen["print"]["figures"], key=len)
    assert sum("Witness" in text for text in timeline) == MOST_LANES


def test_whatever_a_corpus_contains_is_text(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(HOSTILE, encoding="utf-8")
    page = page_at(tmp_path)
    assert page.count("<script>") == 1
    assert "‹U+202E›" in page and "\u202e" not in page
    assert re.findall(r'href="(?!#|data:,|https://example\.org/)[^"]*"', page) == []
    assert "javascript:alert(3)" in page  # it is shown, and leads nowhere
    assert "{{ 7 * 7 }}" in page
    assert "\u0301" * 5 not in page
    assert "<bdi>" in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\u0301a", "◌\u0301a"),
        ("a\u0301\u0301\u0301\u0301\u0301", "a\u0301\u0301\u0301\u0301‹U+0301›"),
        ("a\u202eb\x00", "a‹U+202E›b‹U+0000›"),
        ("שָׁלוֹם", "שָׁלוֹם"),
    ],
)
def test_marks_and_controls_can_do_nothing_but_be_read(text: str, shown: str) -> None:
    assert kept(text) == shown


def test_quotes_that_run_right_to_left_keep_to_themselves() -> None:
    assert str(prose("He says “מגדל” 1900 <b>")) == "He says “<bdi>מגדל</bdi>” 1900 &lt;b&gt;"


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("javascript:alert(1)", None),
        (" JaVaScRiPt:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("https:", None),
        ("//example.org", None),
        ("file:///etc/passwd", None),
        ("https://[broken", None),
    ],
)
def test_only_addresses_that_are_safe_to_follow_are_linked(address: str, leads_to: str | None) -> None:
    assert link(address) == leads_to
