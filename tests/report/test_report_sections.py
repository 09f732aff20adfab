"""The report: its sections, and that nothing a corpus contains breaks the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_corpora import BRIDGED, NINE_LINES, examined

from claimcheck.engine.perspective import Perspective
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Chain, Table
from claimcheck.report.markdown import render_markdown
from claimcheck.report.sections import SECTIONS, report
from claimcheck.report.text import cells, render_text

HERE = Asking(None, Perspective())


def text_of(
    folder: Path, corpus_text: str, perspective: Perspective | None = None, only: str | None = None
) -> str:
    findings = examined(folder, corpus_text, perspective)
    return render_text(report(findings, HERE, name="case", only=only))


def test_the_report_leads_with_findings_and_ends_with_reasons(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    ids = [section.id for section in report(findings, HERE, name="case").sections]
    assert (ids[0], ids[-1]) == ("findings", "reasons")
    assert ids == [id for id in SECTIONS if id in ids]


def test_the_synopsis_has_the_accounts_in_order_of_the_dates_they_give(tmp_path: Path) -> None:
    printed = text_of(tmp_path, NINE_LINES, only="synopsis")
    assert printed.index("Register") < printed.index("Memoirs")
    assert "“mid-May 1901, not" in printed
    assert "14 to 20 May 1901" in printed


def test_accounts_roots_and_relays_are_three_numbers(tmp_path: Path) -> None:
    printed = text_of(tmp_path, BRIDGED, only="synopsis")
    assert "“Who was the master?” 2 accounts from 2 roots, through 1 relay (almanac)." in printed


def test_several_who_are_not_named_are_no_number(tmp_path: Path) -> None:
    printed = text_of(tmp_path, BRIDGED.replace("by: Odo | the late", "by: several historians"), only="synopsis")
    assert "1 account (1 of several who are not named)" in " ".join(printed.split())


def test_the_perspective_stands_over_what_it_changed(tmp_path: Path) -> None:
    printed = text_of(tmp_path, BRIDGED, Perspective(bridges=("one-wall",)))
    assert printed.index("Seen from here: supposing “The east and the west wall") < printed.index("Findings")


def test_a_banner_stands_over_everything(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    document = report(findings, HERE, name="case", banner="THE CORPUS HAS 1 ERROR")
    assert document.heading[0] == "THE CORPUS HAS 1 ERROR"


@pytest.mark.parametrize("only", list(SECTIONS))
def test_each_section_can_be_had_alone(tmp_path: Path, only: str) -> None:
    findings = examined(tmp_path, BRIDGED)
    document = report(findings, HERE, name="case", only=only)
    assert [section.id for section in document.sections] == [only]


def test_every_reason_goes_down_to_a_line(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    document = report(findings, HERE, name="case")
    chains = [block for section in document.sections for block in section.blocks if isinstance(block, Chain)]
    assert chains
    assert all(any("corpus.yaml:" in step.place for step in chain.steps) for chain in chains)


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
    lines = text_of(tmp_path, HOSTILE).split("\n")
    assert all(cells(line) <= 80 for line in lines if "why: " not in line)
    assert not any("\u202e" in line or "\t" in line for line in lines)


def test_bars_in_a_corpus_add_no_column_to_a_markdown_table(tmp_path: Path) -> None:
    findings = examined(tmp_path, HOSTILE)
    document = report(findings, HERE, name="case")
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    rows = [line for line in render_markdown(document).split("\n") if line.startswith("|")]
    assert len(rows) == sum(len(table.rows) + 2 for table in tables)
    assert "<script>" not in "\n".join(rows)
    heads = {len(table.heads) for table in tables}
    assert {row.replace("\\|", "").count("|") - 1 for row in rows} <= heads
