"""The report told once: its sections, its depths, and that nothing a corpus contains breaks any format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pages import ROOT, document_of_case, examined_case, page_at, page_of_case
from small_corpora import BRIDGED, NINE_LINES, examined

from claimcheck.engine.findings import Ruling, Standing
from claimcheck.engine.perspective import Perspective
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import (
    Block,
    Chain,
    Depth,
    Document,
    Fold,
    Group,
    Item,
    Listing,
    Paragraph,
    Table,
    shown,
)
from claimcheck.report.document import SECTIONS, by_claimant, report
from claimcheck.report.json_models import report_json, written
from claimcheck.report.markdown import render_markdown
from claimcheck.report.text import cells, render_text
from claimcheck.report.words.positions import RULINGS
from claimcheck.report.words.standing import STANDING_WORDS

HERE = Asking(None, Perspective())
CASES = tuple(sorted(case.name for case in (ROOT / "claims").iterdir()))


def told(
    folder: Path, corpus_text: str, perspective: Perspective | None = None, only: str | None = None
) -> Document:
    return report(examined(folder, corpus_text, perspective), HERE, name="case", only=only)


def blocks(some: Iterable[Block]) -> Iterator[Block]:
    for block in some:
        yield block
        if isinstance(block, Group | Fold):
            yield from blocks(block.blocks)


def test_the_report_goes_from_what_is_at_issue_to_the_apparatus(tmp_path: Path) -> None:
    document = told(tmp_path, BRIDGED)
    ids = [section.id for section in document.sections]
    assert ids[:4] == ["picture", "issue", "findings", "questions"]
    assert ids == [id for id in SECTIONS if id in ids]
    depths = [section.depth for section in document.sections]
    assert depths == sorted(depths)


def test_a_question_has_its_state_and_its_positions(tmp_path: Path) -> None:
    text = render_text(told(tmp_path, NINE_LINES, only="questions"))
    assert "Two accounts make two positions. The record rules out all but late April 1901." in " ".join(
        text.split()
    )
    assert "ruled out" in text


def test_what_only_one_account_answers_is_stated_once(tmp_path: Path) -> None:
    text = " ".join(render_text(told(tmp_path, BRIDGED, only="once"), width=200).split())
    assert "When was the east wall built?" in text
    assert "When was the first wall built?" not in text  # the record rules the one account out


def test_each_depth_shows_what_is_no_deeper(tmp_path: Path) -> None:
    document = told(tmp_path, BRIDGED)
    overview, questions = shown(document, Depth.OVERVIEW), shown(document, Depth.QUESTION)
    assert [section.id for section in overview.sections] == ["picture", "issue", "findings"]
    assert [section.id for section in questions.sections] == ["picture", "issue", "findings", "questions", "once"]
    folds = [block for s in questions.sections for block in blocks(s.blocks) if isinstance(block, Fold)]
    assert all(fold.depth <= Depth.QUESTION for fold in folds)
    assert any(isinstance(block, Fold) for s in document.sections for block in blocks(s.blocks))


def test_of_many_questions_the_first_are_shown_and_the_rest_counted(tmp_path: Path) -> None:
    text = "events:\n" + "".join(f"  e{n}: {{label: event {n}}}\n" for n in range(14))
    text += "questions:\n" + "".join(f"  q{n}: {{ask: When was event {n}?, event: e{n}}}\n" for n in range(14))
    text += "claims:\n" + "".join(
        f"  {who}{n}: {{by: {who}, answers: q{n}, when: 190{n % 10 if who == 'A' else (n + 1) % 10}}}\n"
        for n in range(14)
        for who in ("A", "B")
    )
    cut = shown(told(tmp_path, text), Depth.QUESTION, 10, "claimcheck report --all")
    (section,) = (section for section in cut.sections if section.id == "questions")
    assert sum(isinstance(block, Group) for block in section.blocks) == 10
    assert section.blocks[-1] == Paragraph("4 more questions are told in full: claimcheck report --all")


def test_every_account_has_one_entry(tmp_path: Path) -> None:
    for text in (NINE_LINES, BRIDGED):
        findings = examined(tmp_path, text)
        document = report(findings, HERE, name="case")
        entries = [
            block.anchor[1]
            for section in document.sections
            for block in blocks(section.blocks)
            if isinstance(block, Group) and block.anchor is not None and block.anchor[0] == "claim"
        ]
        assert sorted(entries) == sorted(claim.id for claim in findings.view.claims)


def test_the_perspective_stands_over_what_it_changed(tmp_path: Path) -> None:
    document = told(tmp_path, BRIDGED, Perspective(bridges=("one-wall",)))
    assert document.heading[0].startswith("Seen from here: supposing ")


YEARS = """\
questions: {q: {ask: When was the bridge first crossed?, short: the bridge, first: crossing}}
sources:
  chronicle: {type: reference, title: The Chronicle, issued: 1900}
  roll: {type: archival, title: The Roll, dated: 2 May 1801, opened: 1950}
claims:
  ada: {in: chronicle, by: Ada, when: 4 May 1801}
  bea: {in: chronicle, by: Bea, when: 1 May 1801}
events:
  toll: {label: the first toll, record: {in: roll, basis: documented}, when: 2 May 1801, kinds: crossing}
kinds: {crossing: {label: the bridge is crossed}}
"""


def test_a_page_as_of_a_year_says_the_state_of_that_year(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(YEARS, encoding="utf-8")
    then, now = (page_at(tmp_path, Perspective(as_of=year)) for year in (1940, 1960))
    assert "Seen from here: as of 1940 (set aside as later: The Roll)." in then
    assert "1 May 1801 and 4 May 1801 exclude each other, and no record decides." in then
    assert "ruled out" not in then.partition("<main")[2].partition("Perspective, and how to cite")[0]
    assert "the record leaves only 1 May 1801" in now


def test_of_many_works_set_aside_the_heading_counts_and_the_apparatus_names_all(
    tmp_path: Path,
) -> None:
    works = "".join(f"  w{n}: {{type: study, title: Work {n}, issued: 19{n:02}}}\n" for n in range(10, 30))
    claims = "".join(f"  c{n}: {{in: w{n}, by: A{n}, when: 1 May 1801}}\n" for n in range(10, 30))
    text = f"question: When was it?\nsources:\n{works}claims:\n{claims}"
    document = told(tmp_path, text, Perspective(as_of=1915))
    assert document.heading[0] == (
        "Seen from here: as of 1915 (set aside as later: Work 16, Work 17, Work 18, Work 19, Work 20 and 9 more)."
    )
    (paragraph, _) = document.sections[-1].blocks
    assert isinstance(paragraph, Paragraph) and paragraph.text.count("Work ") == 14


def test_a_banner_stands_over_everything(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    document = report(findings, HERE, name="case", banner="THE CORPUS HAS 1 ERROR")
    assert document.heading[0] == "THE CORPUS HAS 1 ERROR"


@pytest.mark.parametrize("only", list(SECTIONS))
def test_each_section_can_be_had_alone(tmp_path: Path, only: str) -> None:
    assert [section.id for section in told(tmp_path, BRIDGED, only=only).sections] == [only]


def test_every_proof_goes_down_to_a_line(tmp_path: Path) -> None:
    document = told(tmp_path, BRIDGED)
    chains = [b for section in document.sections for b in blocks(section.blocks) if isinstance(b, Chain)]
    assert chains
    assert all(any("corpus.yaml:" in step.place for step in chain.steps) for chain in chains)


def test_the_background_is_told_before_what_is_at_issue(tmp_path: Path) -> None:
    document = told(tmp_path, NINE_LINES + "background: The town had two ferries.\n")
    assert document.sections[1].blocks[0] == Fold(
        "Background", (Paragraph("The town had two ferries."),), depth=Depth.QUESTION
    )


def test_what_one_claimant_says_stands_together(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    hugo = findings.corpus.claims["annalist-east"].by[0]
    document = by_claimant(findings, HERE, hugo, name="case")
    assert document.title == "Hugo the annalist: Two walls, or one"
    assert document.heading[-1] == "2 claims; the record rules out none."
    table = document.sections[0].blocks[0]
    assert isinstance(table, Table)
    assert [row[:2] for row in table.rows] == [
        ("When was the east wall built?", "spring 1302"),
        ("Who was the master?", "Conrad, from 1301"),
    ]
    entries = [
        block.anchor[1] for block in document.sections[-1].blocks if isinstance(block, Group) and block.anchor
    ]
    assert entries == ["annalist-east", "master-a"]


# Every format.


@pytest.mark.parametrize("name", CASES)
def test_every_account_of_a_case_has_one_entry(name: str) -> None:
    corpus = examined_case(name).corpus
    entries = re.findall(r"<article id=\"?claim-([^\s>\"]+)", page_of_case(name))
    assert sorted(entries) == sorted(corpus.claims)


@pytest.mark.parametrize("name", CASES)
def test_text_markdown_and_page_say_the_same(name: str) -> None:
    """The verdicts, dates and names of every cell and sentence stand in each of the three."""
    document = document_of_case(name)
    every = [block for section in document.sections for block in blocks(section.blocks)]
    said = [cell for block in every if isinstance(block, Table) for row in block.rows for cell in row]
    said += [block.text for block in every if isinstance(block, Paragraph)]
    text = _plain(render_text(document, width=100_000))
    markdown = _plain(re.sub(r"\\(.)|&#(\d+);|<br>", _unescaped, render_markdown(document)))
    page = _plain(re.sub(r"<[^>]*>", "", page_of_case(name)))
    for one in said:
        for where in (text, markdown, page):
            assert _plain(one) in where, one


@pytest.mark.parametrize("name", CASES)
def test_the_json_has_the_verdicts_dates_and_names_of_the_report(name: str) -> None:
    """Both ways: what the report says of each position and account is what the JSON has, and nothing else."""
    found, document = examined_case(name), document_of_case(name)
    whole = json.loads(written(report_json(found, Asking(f"claims/{name}", Perspective()), ())))
    entries = {
        block.anchor[1]: block
        for section in document.sections
        for block in blocks(section.blocks)
        if isinstance(block, Group) and block.anchor is not None and block.anchor[0] in ("claim", "question")
    }
    rows = {row["claim"]: row["verdict"] for row in whole["rows"]}
    cards = {id: block for id, block in entries.items() if id in found.corpus.claims}
    assert {id: Standing(verdict) for id, verdict in rows.items()} == {
        id: Standing(card.kind) for id, card in cards.items()
    }
    assert all(cards[id].note == STANDING_WORDS[Standing(verdict)] for id, verdict in rows.items())
    for asked in whole["positions"]:
        if asked["question"] in entries:
            tables = [one for one in entries[asked["question"]].blocks if isinstance(one, Table)]
            for position, row in zip(asked["positions"], tables[0].rows if tables else (), strict=bool(tables)):
                assert (position["says"], RULINGS[Ruling(position["record"]["verdict"])]) == (
                    row[0],
                    row[2].partition(":")[0].partition(" (")[0],  # strained, or who of them
                )
    told = {(item.head, item.text) for item in _findings(document)}
    assert {(one["headline"], one["ground"]) for one in whole["findings"]} == told


def _findings(document: Document) -> tuple[Item, ...]:
    (section,) = (section for section in document.sections if section.id == "findings")
    (listing,) = section.blocks
    assert isinstance(listing, Listing)
    return listing.items


def _unescaped(found: re.Match[str]) -> str:
    return found[1] or (chr(int(found[2])) if found[2] else " ")


def _plain(text: str) -> str:
    import html

    return re.sub(r"[\W_]+", "", html.unescape(text))


@pytest.mark.parametrize("name", CASES)
def test_every_link_of_a_page_leads_to_something_on_it(name: str) -> None:
    page = page_of_case(name)
    ids = {id.strip('"') for id in re.findall(r'\bid=("[^"]+"|[^\s>]+)', page)}
    from urllib.parse import unquote

    links = {unquote(link.strip('"')) for link in re.findall(r'href=#("[^"]+"|[^\s>"]+)', page)}
    links |= {unquote(link) for link in re.findall(r'href="#([^"]+)"', page)}
    assert links
    assert links - ids == set()


def test_the_page_of_a_corpus_with_one_claim_or_none_opens_too(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(
        "question: When was it?\nclaims:\n  Memoirs: 3 May 1901\n", encoding="utf-8"
    )
    one = page_at(tmp_path)
    assert "Memoirs" in one and "<h2" in one
    (tmp_path / "corpus.yaml").write_text("title: Nothing yet\nclaims: {}\n", encoding="utf-8")
    assert "Nothing was found to compare." in page_at(tmp_path)


HOSTILE = """\
question: "When was <script>alert(1)</script> | *first* said?"
through: "T\\u202eown | Chronicle"
claims:
  Memoirs:
    by: "司馬遷 | [x](javascript:alert(1))"
    when: mid-May 1901
    hedge: "so\\nhe\\tsays"
  Register: {when: late April 1901, by: "‏שלום * _x_ `y`"}
record:
  toll-ledger: 2 May 1901
"""


def test_nothing_in_a_corpus_breaks_the_page_at_80_columns(tmp_path: Path) -> None:
    lines = render_text(told(tmp_path, HOSTILE)).split("\n")
    assert all(cells(line) <= 80 for line in lines if "why: " not in line)
    assert not any("\u202e" in line or "\t" in line for line in lines)


def test_bars_in_a_corpus_add_no_column_to_a_markdown_table(tmp_path: Path) -> None:
    document = told(tmp_path, HOSTILE)
    tables = [b for section in document.sections for b in blocks(section.blocks) if isinstance(b, Table)]
    rows = [line for line in render_markdown(document).split("\n") if line.startswith("|")]
    assert "<script>" not in "\n".join(rows)
    heads = {len(table.heads) for table in tables}
    assert {row.replace("\\|", "").count("|") - 1 for row in rows} <= heads | {3, 4, 5, 6}
