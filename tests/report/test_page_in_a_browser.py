"""The page as a reader meets it, in a real Chromium: quiet, accessible, whole without script, whole on paper."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pages import CASES, document_of_case, page_at, page_of_case
from papers import assert_no_heading_is_last, sheets_of, words_of

from claimcheck.report.blocks import Listing
from claimcheck.report.html.escaping import kept, link, prose
from claimcheck.report.pictures.timeline import MOST_LANES
from consuming import NODE, program, run_node

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


# The largest picture that a question can have.
TALL = "question: When was it?\nthrough: Chronicle, 1931\nrecord:\n  Deed: May 1830\nclaims:\n" + "".join(
    f"  Witness{number}: {number % 28 + 1} May {1800 + number}\n" for number in range(60)
)
# Forty positions over three millennia.
WIDE = "question: When was it?\nclaims:\n" + "".join(
    f"  Witness{number}: {f'{1 - year} BC' if year < 1 else f'{year:04d}'}\n"
    for number, year in enumerate(range(-1180, 1900, 77))
)
INVENTED = {"hostile": HOSTILE, "tall": TALL, "wide": WIDE}


@pytest.fixture(scope="module")
def all_looked_at(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Looked]:
    """The pages of all cases and of what was invented to break them, in one browser."""
    folder = tmp_path_factory.mktemp("pages")
    pages = {name: page_of_case(name) for name in CASES}
    for name, text in INVENTED.items():
        (folder / name).mkdir()
        (folder / name / "corpus.yaml").write_text(text, encoding="utf-8")
        pages[name] = page_at(folder / name)
    files = {name: folder / f"{name}.html" for name in pages}
    for name, page in pages.items():
        files[name].write_text(page, encoding="utf-8")
    said = json.loads(run_node(NODE / "look_at_page.js", program("chromium"), *map(str, files.values())))
    return {
        name: Looked(
            pages[name],
            said[str(file)],
            {size: sheets_of(Path(f"{file}.{size}.pdf")) for size in ("a4", "letter", "full")},
        )
        for name, file in files.items()
    }


@pytest.fixture(params=[*CASES, *INVENTED])
def looked(request: pytest.FixtureRequest, all_looked_at: dict[str, Looked]) -> Looked:
    return all_looked_at[request.param]


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


def test_no_words_of_a_picture_meet_or_stand_over_its_edge_as_the_browser_sets_them(looked: Looked) -> None:
    assert [view["illPlaced"] for view in (*looked.seen["views"], looked.seen["print"])] == [[]] * 5


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_on_paper_no_picture_is_cut(looked: Looked, size: str) -> None:
    """Every picture has all its labels on one sheet, in a file in which no picture is scaled away."""
    pages = [set(words_of(page)) for page in looked.paper[size]]
    figures = looked.seen["print"]["figures"]
    assert figures
    for texts in figures:
        wanted = {word for text in texts if text.isascii() for word in words_of(text)}
        assert len(wanted) > 1
        missing = min((wanted - page for page in pages), key=len)
        assert missing == set()


def test_on_paper_the_largest_picture_has_all_its_lines(all_looked_at: dict[str, Looked]) -> None:
    timeline = max(all_looked_at["tall"].seen["print"]["figures"], key=len)
    assert sum("Witness" in text for text in timeline) == MOST_LANES


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_on_paper_no_heading_is_parted_from_its_text(looked: Looked, size: str) -> None:
    assert_no_heading_is_last(looked.paper[size], looked.seen["print"]["heads"])


def test_every_sheet_has_its_number_and_from_the_second_on_the_title(looked: Looked) -> None:
    sheets = looked.paper["a4"]
    title = " ".join(words_of(html.unescape(re.findall(r"<title>(.*?)</title>", looked.page, re.DOTALL)[0])))
    for number, sheet in enumerate(sheets, start=1):
        assert words_of(sheet)[-2:] == [str(number), str(len(sheets))]
        assert number == 1 or " ".join(words_of(sheet)).startswith(title[:40])


@pytest.mark.parametrize("name", CASES)
def test_the_overview_of_a_case_is_one_sheet_the_page_without_apparatus_fifteen_and_with_it_forty(
    name: str, all_looked_at: dict[str, Looked]
) -> None:
    sheets = all_looked_at[name].paper["a4"]
    findings = next(section for section in document_of_case(name).sections if section.id == "findings")
    last = [block for block in findings.blocks if isinstance(block, Listing)][-1].items[-1]
    assert set(words_of(f"{last.head} {last.text}")) <= set(words_of(sheets[0]))
    assert "Question by question" in " ".join(sheets[1].split())
    assert len(sheets) <= 15
    assert len(sheets) < len(all_looked_at[name].paper["full"]) <= 40
    assert len(all_looked_at[name].page.encode()) < 300_000


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
