"""Markdown: whatever a corpus contains is text, read back by a real CommonMark reader."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimcheck.report.blocks import Chain, Document, Item, Listing, Paragraph, Section, Table
from claimcheck.report.markdown import code, inline, render_markdown


def html(*blocks: Paragraph | Table | Listing | Chain) -> str:
    source = render_markdown(Document("Title", (), (Section("s", "Section", blocks),)))
    return str(MarkdownIt("commonmark").enable("table").enable("strikethrough").render(source))


def shown(page: str) -> str:
    """The text that a reader of the page sees, without tags."""
    import html as entities

    return entities.unescape(re.sub(r"<[^>]*>", "", page.replace("<br>", "\n")))


MARKUP = [
    "*stars* and _lines_ and **bold**",
    "`code` and ``more``",
    "[link](javascript:alert(1)) ![image](x)",
    "<script>alert(1)</script> <!-- x -->",
    "a | b || c",
    "&amp; &lt; &#65;",
    "~~struck~~",
    "\\* backslash \\",
    "# not a heading",
    "- not a list",
    "1. not a list",
    "1) not a list",
    "> not a quote",
    "+ not a list",
    "=====",
    "<https://example.org>",
    "[1]: https://example.org",
    "司馬遷 | 史記",
    "$x^2$",
]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_a_paragraph_comes_out_as_itself(text: str) -> None:
    page = html(Paragraph(text))
    assert f"\n{text}\n" in shown(page)
    assert "<p>" in page


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_a_cell_comes_out_as_itself(text: str) -> None:
    page = html(Table(("head", "other"), ((text, "x"),)))
    assert page.count("<td") == 2
    assert text in shown(page)


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_an_item_comes_out_as_itself(text: str) -> None:
    page = html(Listing((Item(text, "place", ""),)))
    assert page.count("<li>") == 1
    assert text in shown(page)


def test_a_newline_in_a_cell_is_a_line_break() -> None:
    assert "first<br>second" in render_markdown(
        Document("t", (), (Section("s", "S", (Table(("a",), (("first\nsecond",),)),)),))
    )


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=40))
def test_no_text_adds_a_tag_to_the_page(text: str) -> None:
    page = html(Paragraph(f"x{text}"), Table(("head",), ((f"x{text}",),)))
    assert set(re.findall(r"<(\w+)", page)) <= {"h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "br"}


def test_controls_are_written_out() -> None:
    assert inline("a\x1b\u202eb") == "a‹U+001B›‹U+202E›b"


def test_a_command_with_backticks_is_fenced_by_more_of_them() -> None:
    assert code("a `b` c") == "``a `b` c``"


def test_the_steps_of_a_chain_are_an_ordered_list() -> None:
    page = html(Chain("Why", (Item("One.", "a:1"), Item("So two (1).")), "Done."))
    assert page.count("<li>") == 2
    assert "<strong>Why</strong>" in page
    assert "<p>Done.</p>" in page
