"""The stemma, the sourcing table and the history as they are shown, drawn and written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from small_corpora import examined

from claimcheck.engine.perspective import Perspective
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Document
from claimcheck.report.document import SECTIONS
from claimcheck.report.explaining import changes_document
from claimcheck.report.history import history_section
from claimcheck.report.json_models import ChangesJson, report_json, written
from claimcheck.report.stemma_pictures import stemma_dot, stemma_mermaid
from claimcheck.report.text import render_text

ASKING = Asking(None, Perspective())

COMET = """\
questions:
  seen: {ask: "When was the comet first seen?", first: sighting}
kinds: {sighting: {label: the comet is seen}}
events:
  watch: {label: the night watch, kinds: sighting, record: {in: log, basis: documented, when: 2 April 1066}}
claimants:
  monk: {name: Brother Eilmer, participant: yes, interest: "his prophecy | fulfilled"}
sources:
  log: {type: archival, opened: 1880}
  tale: {type: memoir, author: monk, dated: 1080, issued: 1596}
  digest: {type: study, issued: 1800, rests-on: tale, through: almanac}
  almanac: {type: press, issued: 1850}
claims:
  eilmer: {in: tale, answers: seen, when: 24 April 1066}
  digest-says: {by: several antiquaries, in: digest, answers: seen, when: April 1066}
"""


def shown(tmp_path: Path, only: str, perspective: Perspective | None = None) -> str:
    findings = examined(tmp_path, COMET, perspective)
    section = SECTIONS[only](findings, ASKING)
    return " ".join(render_text(Document("t", (), (section,)), width=400).split())


def test_the_stemma_says_what_rests_on_what(tmp_path: Path) -> None:
    said = shown(tmp_path, "stemma")
    assert "digest rests on Brother Eilmer 1596" in said
    assert "digest through almanac" in said


def test_points_of_agreement_count_accounts_roots_and_relays_and_say_whose(tmp_path: Path) -> None:
    said = shown(tmp_path, "stemma")
    assert "2: several antiquaries (several, not named: how many is not said); Brother Eilmer" in said
    assert "1: Brother Eilmer 1596 1: almanac" in said


def test_the_stemma_says_that_independence_is_not_presumed(tmp_path: Path) -> None:
    assert "not stated, and not presumed" in shown(tmp_path, "stemma")


def test_the_stemma_says_who_is_taken_for_several_by_name(tmp_path: Path) -> None:
    assert "`several: no` at the claimant settles it" in shown(tmp_path, "stemma")


def test_the_sourcing_table_says_when_at_what_hand_and_with_what_interest(tmp_path: Path) -> None:
    said = shown(tmp_path, "asking")
    assert "written 13 to 14 years after; published 529 to 530 years after" in said
    assert "first-hand" in said
    assert "1 hand from its root; reached us through almanac" in said
    assert "yes; “his prophecy | fulfilled”" in said


def test_the_history_names_years_works_and_what_they_changed(tmp_path: Path) -> None:
    said = shown(tmp_path, "history")
    assert "1596: Brother Eilmer says 24 April 1066." in said
    assert "1880: " in said and "now open, rules out what Brother Eilmer says." in said


def test_the_history_names_the_era_where_years_before_christ_are_among_its_own(tmp_path: Path) -> None:
    text = """
questions: {founded: {ask: When was it founded?, event: founding}}
events: {founding: {label: the city is founded}}
sources:
  annals: {type: study, issued: 200 BC}
  epitome: {type: study, issued: 200}
  survey: {type: study, issued: 1962}
claims:
  one: {in: annals, answers: founded, when: 747 BC}
  two: {in: epitome, answers: founded, when: 753 BC}
  three: {in: survey, answers: founded, when: 575 BC}
"""
    findings = examined(tmp_path, text)
    said = render_text(Document("t", (), (history_section(findings, ASKING),)), width=400)
    assert [line[2:].partition(":")[0] for line in said.split("\n") if line.startswith("- ")] == [
        "200 BC",
        "AD 200",
        "1962",
    ]


def test_the_history_says_how_to_ask_why_as_of_a_year(tmp_path: Path) -> None:
    assert "claimcheck explain seen --as-of=1880" in shown(tmp_path, "history")


def test_the_dot_picture_has_a_node_for_each_source_and_an_arrow_to_what_it_rests_on(tmp_path: Path) -> None:
    drawn = stemma_dot(examined(tmp_path, COMET))
    assert drawn.startswith("digraph stemma {\n") and drawn.endswith("}\n")
    assert '"digest" -> "tale" [style=solid, label="rests on"];' in drawn
    assert '"digest" -> "almanac" [style=dashed, label="through", constraint=false];' in drawn
    assert re.search(r'"tale" \[shape=box, peripheries=2', drawn)
    assert re.search(r'"digest" \[shape=box, label', drawn)


def test_the_mermaid_picture_has_the_same_nodes_and_arrows(tmp_path: Path) -> None:
    drawn = stemma_mermaid(examined(tmp_path, COMET))
    names = {label.split("<br>")[0]: name for name, label in re.findall(r'^  (n\d+)\[+"([^"]*)"', drawn, re.M)}
    assert f'  {names["digest"]} ==>|"rests on"| {names["tale"]}\n' in drawn
    assert f'  {names["digest"]} -.->|"through"| {names["almanac"]}\n' in drawn


HOSTILE = """\
question: When?
claimants:
  x: {name: 'A "quoted" \\ name ]; <b>bold</b> `code` #1'}
sources:
  s: {type: study, author: x}
claims:
  c: {in: s, when: 1480}
"""


def test_nothing_that_a_corpus_says_is_markup_in_dot(tmp_path: Path) -> None:
    drawn = stemma_dot(examined(tmp_path, HOSTILE))
    line = next(line for line in drawn.split("\n") if "shape=box" in line)
    assert r'label="s\nA \"quoted\" \\ name ]; <b>bold</b> `code` #1"' in line


def test_nothing_that_a_corpus_says_is_markup_in_mermaid(tmp_path: Path) -> None:
    drawn = stemma_mermaid(examined(tmp_path, HOSTILE))
    label = drawn.split('"')[1]
    assert not set(label.replace("<br>", "")) & set('<>"`]')
    assert "#60;b#62;bold" in label


def key_of_report(tmp_path: Path, section: str, key: str) -> Any:
    report = report_json(examined(tmp_path, COMET), Asking(None, Perspective()), (), section)
    return json.loads(written(report))[key]


def test_the_json_of_the_stemma_has_the_documented_shape(tmp_path: Path) -> None:
    found = key_of_report(tmp_path, "stemma", "stemma")
    assert list(found) == ["questions", "agreements", "edges", "loops"]
    assert list(found["questions"][0]) == ["question", "claims", "accounts", "roots", "relays"]
    assert list(found["questions"][0]["accounts"][0]) == ["by", "claims", "several", "chains", "relays"]
    assert found["edges"][0] == {"from": "digest", "to": "tale", "relation": "rests-on"}


def test_the_json_of_the_sourcing_table_has_the_documented_shape(tmp_path: Path) -> None:
    (table,) = key_of_report(tmp_path, "sources", "sourcing")
    row = table["rows"][0]
    assert row["written"] == {"least_days": 5000, "most_days": 5365, "says": "13 to 14 years after"}
    assert (row["hands"], row["first_hand"], row["participant"]) == (0, True, [True])
    assert row["interest"] == {"monk": "his prophecy | fulfilled"}
    assert row["date_supplied_by"] == "source"


def test_the_json_of_the_history_has_the_documented_shape(tmp_path: Path) -> None:
    (found,) = key_of_report(tmp_path, "history", "history")
    assert list(found) == ["question", "stages", "undated"]
    stage = found["stages"][-1]
    assert list(stage) == ["year", "works", "joined", "turns", "at_odds", "stood"]
    assert stage["works"] == [{"source": "log", "opened": True}]
    assert stage["turns"][0]["after"] == "contradicted"
    assert list(stage["turns"][0]["because"][0]) == [
        "id",
        "says",
        "file",
        "line",
        "source",
        "at",
        "role",
        "follows",
    ]


def test_a_comparison_has_the_documented_shape(tmp_path: Path) -> None:
    sides = examined(tmp_path, COMET), examined(tmp_path, COMET, Perspective(as_of=1600))
    found = json.loads(written(ChangesJson.made_from(*sides)))
    assert list(found["changed"][0]) == ["claims", "before", "after", "because"]


def test_a_comparison_names_briefly_what_only_one_side_has(tmp_path: Path) -> None:
    sides = examined(tmp_path, COMET), examined(tmp_path, COMET, Perspective(as_of=1600))
    said = render_text(changes_document(*sides, ("all", "then")))
    assert "Only before: digest-says." in said
    assert "eilmer against the record: contradicted → known only through the claimant" in said
