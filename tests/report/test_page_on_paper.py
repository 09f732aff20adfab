"""Reports as DOCX and PDF, as a word processor and a reader of PDF meet them."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from pages import document_at, document_of_case, reported
from papers import assert_no_heading_is_last, sheets_of, words_of

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.report.bibliography import Footnotes, works_cited
from claimcheck.report.blocks import Block, Chain, Cite, Document, Fold, Group, Listing, Paragraph, Picture, Table
from claimcheck.report.html.paper import report_pdf
from claimcheck.report.word import MissingExtra, word_of
from consuming import program

BRIDGE = """\
title: When the bridge was crossed <& by whom
claimants:
  mayor: {name: J. Mayor, short: the mayor}
  teller: {name: A. Teller}
sources:
  chronicle: {type: reference, short: the chronicle, title: Chronicle of the Town, author: teller, issued: 1931}
  memoirs: {type: memoir, title: "A Life, at Last", author: mayor, issued: 1920, publisher-place: London,
    publisher: Bell, url: "https://example.org/life"}
  essay: {type: study, title: On the bridge, author: teller, issued: 1940, container-title: Past Days, volume: 3,
    page: 11-19}
  letter: {type: archival, title: Letter to the council, dated: 2 May 1901, archive: Town Hall,
    through: chronicle p. 9}
events:
  crossed: {label: the bridge is crossed}
  opening: {label: the bridge is opened, when: 14 May 1901, record: {in: letter}}
questions:
  crossing: {ask: When was the bridge first crossed?, short: the crossing, event: crossed}
  toll: {ask: What was the toll?, short: the toll, role: toll, of: opening}
claims:
  early: {by: teller, in: essay p. 12, answers: crossing, when: late April 1901}
  late: {by: mayor, in: memoirs p. 7, answers: crossing, when: "mid-May 1901, not before @opening"}
  again: {by: teller, in: chronicle p. 3, answers: crossing, when: 30 April 1901, note: "<b> & so on"}
  later: {by: mayor, in: memoirs p. 8, answers: crossing, when: 20 May 1901}
  penny: {by: teller, in: essay p. 13, answers: toll, value: a penny}
"""


@cache
def bridge(folder: Path) -> Document:
    (folder / "corpus.yaml").write_text(BRIDGE, encoding="utf-8")
    return document_at(folder)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return bridge(tmp_path_factory.mktemp("bridge"))


def corpus_of(folder: Path) -> Corpus:
    (folder / "corpus.yaml").write_text(BRIDGE, encoding="utf-8")
    corpus, problems = read_corpus(folder)
    assert [str(one) for one in problems if one.severity == "error"] == []
    return corpus


# Footnotes.


def said(notes: Footnotes, *cites: Cite) -> str:
    return "".join(f"*{text}*" if is_italic else text for text, is_italic in notes.note(cites))


def test_a_work_is_cited_in_full_first_and_then_by_its_short_name(tmp_path: Path) -> None:
    notes = Footnotes(works_cited(corpus_of(tmp_path)))
    assert said(notes, Cite("memoirs", "p. 7")) == (
        "J. Mayor, *A Life, at Last* (London: Bell, 1920), https://example.org/life, p. 7."
    )
    assert said(notes, Cite("memoirs", "p. 8")) == "the mayor 1920, p. 8."
    assert said(notes, Cite("essay", "p. 12"), Cite("memoirs")) == (
        "A. Teller, “On the bridge”, *Past Days* 3 (1940), 11-19, p. 12; the mayor 1920."
    )


def test_what_was_not_seen_itself_is_cited_after_the_work_that_has_it(tmp_path: Path) -> None:
    notes = Footnotes(works_cited(corpus_of(tmp_path)))
    assert said(notes, Cite("letter", "l. 3", Cite("chronicle", "p. 9"))) == (
        "Letter to the council (2 May 1901), Town Hall, l. 3, cited after "
        "A. Teller, *Chronicle of the Town* (1931), p. 9."
    )


def test_where_there_is_nothing_to_cite_there_is_no_footnote(tmp_path: Path) -> None:
    notes = Footnotes(works_cited(corpus_of(tmp_path)))
    assert notes.note(()) == () and notes.count == 0


# Word.


@pytest.fixture(scope="module")
def written(told: Document) -> bytes:
    return word_of(told)


def headings(document: Document) -> list[tuple[str, str]]:
    """Every heading with its style, in order."""

    def within(blocks: tuple[Block, ...], level: int) -> list[tuple[str, str]]:
        found = []
        for block in blocks:
            if isinstance(block, Group):
                found.append((f"Heading {level}", f"{block.title} – {block.note}" if block.note else block.title))
            if isinstance(block, Group | Fold):
                found += within(block.blocks, level + isinstance(block, Group))
        return found

    made = [("Title", document.title)]
    for section in document.sections:
        made += [("Heading 1", section.title)] if section.title else []
        made += within(section.blocks, 2)
    return made


def test_the_docx_has_real_headings_in_their_order(told: Document, written: bytes) -> None:
    made: Any = docx.Document(BytesIO(written))
    found = [
        (one.style.name, one.text) for one in made.paragraphs if one.style.name.startswith(("Title", "Heading"))
    ]
    assert found == headings(told)
    assert len(found) > 10


def test_the_docx_says_in_words_what_its_pictures_show_and_repeats_the_heads_of_tables(
    told: Document, written: bytes
) -> None:
    made: Any = docx.Document(BytesIO(written))
    says = [one.get("descr") for one in made.element.body.xpath(".//wp:docPr")]
    assert says == [one.says for one in _of_kind(told, Picture)]
    assert made.tables
    for table in made.tables:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_the_docx_cites_sources_in_footnotes(written: bytes) -> None:
    with ZipFile(BytesIO(written)) as archive:
        notes: Any = docx.oxml.parse_xml(archive.read("word/footnotes.xml"))
        body: Any = docx.oxml.parse_xml(archive.read("word/document.xml"))
    ids = [int(one) for one in body.xpath(".//w:footnoteReference/@w:id")]
    space = {"w": notes.nsmap["w"]}
    written_out = notes.xpath("./w:footnote[not(@w:type)]", namespaces=space)
    texts = ["".join(one.xpath(".//w:t/text()", namespaces=space)).strip() for one in written_out]
    assert ids == list(range(1, len(texts) + 1))
    assert sum("A. Teller, “On the bridge”, Past Days 3" in text for text in texts) == 1
    assert any("Teller 1940, p. 12" in text for text in texts[1:])


def test_the_same_report_gives_the_same_docx(told: Document, written: bytes) -> None:
    assert word_of(told) == written


def as_printed_by_libreoffice(written: bytes, folder: Path) -> list[str]:
    """The sheets of a DOCX, as a word processor prints them."""
    (folder / "written.docx").write_bytes(written)
    subprocess.run(
        [
            program("soffice", "libreoffice"),
            f"-env:UserInstallation=file://{folder}/profile",
            *("--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "written.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return sheets_of(folder / "written.pdf")


@pytest.fixture(scope="module")
def through_libreoffice(written: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return as_printed_by_libreoffice(written, tmp_path_factory.mktemp("office"))


def test_a_word_processor_opens_the_docx_and_has_all_of_its_text(
    told: Document, through_libreoffice: list[str]
) -> None:
    assert_all_is_there(told, through_libreoffice)
    assert_no_heading_is_last(through_libreoffice, (head for _, head in headings(told)))
    assert words_of(through_libreoffice[-1])[-2:] == [str(len(through_libreoffice))] * 2


# PDF.


@pytest.fixture(scope="module")
def printed(told: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(report_pdf(told))
    return path


def test_the_pdf_has_all_of_the_text_and_parts_no_heading_from_it(told: Document, printed: Path) -> None:
    sheets = sheets_of(printed)
    assert_all_is_there(told, sheets)
    assert_no_heading_is_last(sheets, (head for _, head in headings(told)))
    assert "A. Teller, “On the bridge”, Past Days 3 (1940)" in " ".join(" ".join(sheets).split())


def test_the_pdf_is_tagged_with_headings_tables_notes_and_pictures_in_words(told: Document, printed: Path) -> None:
    tree = _output(program("pdfinfo"), "-struct", str(printed))
    for tag in ("H1", "H2", "H3", "Table", "TH", "Figure"):
        assert re.search(rf"^\s*{tag}\b", tree, re.MULTILINE), tag
    facts = _output(program("pdfinfo"), str(printed))
    assert "Tagged:          yes" in facts
    assert told.title in facts
    assert "pdfuaid:part" in _output(program("pdfinfo"), "-meta", str(printed))


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout


# All cases, and what is not installed.


def test_the_founding_case_without_its_apparatus_is_fifteen_sheets(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(report_pdf(reported(document_of_case("secret-speech"))))
    assert len(sheets_of(tmp_path / "report.pdf")) <= 15


def test_the_founding_case_with_its_apparatus_is_forty_sheets(tmp_path: Path) -> None:
    whole = document_of_case("secret-speech")
    (tmp_path / "report.pdf").write_bytes(report_pdf(whole))
    for sheets in (sheets_of(tmp_path / "report.pdf"), as_printed_by_libreoffice(word_of(whole), tmp_path)):
        assert 15 < len(sheets) <= 40


@pytest.mark.parametrize(
    ("package", "extra", "make"),
    [("docx", "docx", word_of), ("resvg_py", "docx", word_of), ("weasyprint", "pdf", report_pdf)],
)
def test_what_is_not_installed_is_named_with_the_extra_that_brings_it(
    package: str, extra: str, make: Any, told: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra) as missing:
        make(told)
    assert missing.value.extra == extra


def _of_kind(document: Document, kind: type[Any]) -> list[Any]:
    found = []
    waiting: list[Block] = [block for section in document.sections for block in section.blocks]
    while waiting:
        block = waiting.pop(0)
        if isinstance(block, kind):
            found.append(block)
        if isinstance(block, Group | Fold):
            waiting[:0] = block.blocks
    return found


def assert_all_is_there(document: Document, sheets: list[str]) -> None:
    """Every word of the document is on its sheets."""
    texts = [document.title, *document.heading, *(section.title for section in document.sections)]
    texts += [one.text for one in _of_kind(document, Paragraph)]
    texts += [text for one in _of_kind(document, Table) for row in (one.heads, *one.rows) for text in row]
    texts += [f"{item.head} {item.text}" for one in _of_kind(document, Listing) for item in one.items]
    texts += [f"{one.title} {step.text}" for one in _of_kind(document, Chain) for step in one.steps]
    texts += [one.title for one in (*_of_kind(document, Fold), *_of_kind(document, Group))]
    there = "".join(words_of(" ".join(sheets)))
    assert len(texts) > 30
    assert [word for text in texts for word in words_of(text) if word not in there] == []
