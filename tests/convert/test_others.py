"""What is written for other programs, read by them: nothing is lost, and hostile texts are themselves."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hostile import TEXTS, corpus_of, examined
from pybtex.database import parse_string

from claimcheck.cli.options import OF_OTHERS, Format
from claimcheck.cli.report import written_for_others
from claimcheck.convert.bibliographies import bibtex_of, csl_json_of
from claimcheck.convert.conflict_net import conflicts_dot, conflicts_mermaid
from claimcheck.convert.linked_data import trig_of
from claimcheck.convert.timelines_out import markwhen_of, timelinejs_of
from claimcheck.report.stemma_pictures import stemma_dot
from consuming import NODE, program, run_node

BRIDGE = """\
title: The bridge
claimants: {hope: {name: A. Hope}, clerk: {name: the clerk}, sexton: The sexton}
sources:
  ledger: {type: archival, title: Toll ledger, dated: 1901, archive: Town Archive}
  memoirs: {type: memoir, title: "Memoirs: a Life", author: hope, issued: 1931, through: reader}
  reader: {type: study, title: A Reader, issued: c. 1960, container-title: Journal of Bridges, page: 3–9}
kinds: {crossing: somebody crosses}
events:
  opening: {label: the opening, when: 14 May 1901, record: ledger f. 2}
  toll: {label: the first toll, kinds: crossing, when: 2 May 1901, record: {in: ledger f. 3, basis: documented}}
  gate: {label: a gate}
  door: {label: a door}
questions:
  crossed: {ask: When was it first crossed?, first: crossing}
  gated: {ask: When was the gate built?, event: gate}
  doored: {ask: When was the door built?, event: door}
claims:
  early: {by: clerk, in: reader p. 9, answers: crossed, when: late April 1901}
  late: {by: hope, in: memoirs p. 3, answers: crossed, when: "mid-May 1901, not before @opening"}
  before: {by: sexton, in: reader p. 9, answers: crossed, when: before 1800}
  never: {by: sexton, in: reader p. 10, answers: crossed, stance: rejects}
  gate-1302: {by: hope, in: memoirs, answers: gated, when: 1302}
  door-1305: {by: clerk, in: reader, answers: doored, when: 1305}
bridges: {one: {same: [gate, door]}}
"""
NS = "PREFIX cc: <urn:claimcheck:vocabulary:> PREFIX crm: <http://www.cidoc-crm.org/cidoc-crm/> "
NS += "PREFIX crminf: <http://www.cidoc-crm.org/extensions/crminf/> "
NS += "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "


def graph(text: str) -> Any:
    found: Any = rdflib.Dataset()
    found.parse(data=trig_of(examined(text)), format="trig")
    return found


def test_a_query_answers_who_disagrees_with_whom_on_what() -> None:
    asked = (
        NS
        + """SELECT ?one ?other ?what ?gap WHERE {
        ?pair cc:verdict "contradicts" ; cc:a/crm:P14_carried_out_by/rdfs:label ?one ;
              cc:b/crm:P14_carried_out_by/rdfs:label ?other ; cc:question/rdfs:label ?what ; cc:gapInDays ?gap }"""
    )
    found = {(str(one), str(other), str(what)) for one, other, what, _ in graph(BRIDGE).query(asked)}
    crossed = "When was it first crossed?"
    assert found == {
        ("the clerk", "A. Hope", crossed),
        ("the clerk", "The sexton", crossed),
        ("A. Hope", "The sexton", crossed),
    }


def test_a_claim_asserts_nothing_outside_its_own_graph() -> None:
    dataset = graph(BRIDGE)
    times = rdflib.URIRef("http://www.cidoc-crm.org/cidoc-crm/P4_has_time-span")
    assert list(dataset.default_graph.triples((None, times, None))) == []
    within = {str(one.identifier) for one in dataset.graphs() if list(one.triples((None, times, None)))}
    assert within == {
        *(f"urn:claimcheck:corpus:graph:{id}" for id in ("early", "late", "before", "gate-1302", "door-1305")),
        *(f"urn:claimcheck:corpus:record-graph:{id}" for id in ("opening", "toll")),
    }


def test_dates_are_typed_as_edtf_and_beliefs_are_of_their_graphs() -> None:
    asked = (
        NS
        + """SELECT ?date WHERE { ?b crminf:J4_that ?g . GRAPH ?g { ?e crm:P4_has_time-span ?t .
        ?t crm:P82_at_some_time_within ?date } }"""
    )
    dates = [date for (date,) in graph(BRIDGE).query(asked)]
    assert {str(date.datatype) for date in dates} == {"http://id.loc.gov/datatypes/edtf/EDTF"}
    assert {"1901-04-21/1901-04-30", "1901-05-14/1901-05-20", "1302"} <= {str(date) for date in dates}


def test_hostile_texts_are_literals_of_themselves() -> None:
    dataset = graph(corpus_of())
    literals = {str(object) for _, _, object, _ in dataset.quads() if isinstance(object, rdflib.Literal)}
    assert set(TEXTS) <= literals


# ----------------------------------------------------------------------------------------- bibliographies


def test_pandoc_cites_from_the_csl_json(tmp_path: Path) -> None:
    (tmp_path / "sources.json").write_text(csl_json_of(examined(BRIDGE)), encoding="utf-8")
    cited = cite(tmp_path / "sources.json", "[@memoirs; @reader; @ledger]")
    assert "A. Hope" in cited and "Memoirs: A Life" in cited and "1931" in cited
    assert "Journal of Bridges" in cited and "Toll Ledger" in cited


def cite(bibliography: Path, text: str) -> str:
    return subprocess.run(
        [program("pandoc"), "--citeproc", "-t", "plain", "--wrap=none", f"--bibliography={bibliography}"],
        input=text,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout


def test_a_date_that_is_no_plain_one_keeps_its_words() -> None:
    items = {item["id"]: item for item in json.loads(csl_json_of(examined(BRIDGE)))}
    assert items["memoirs"]["issued"] == {"date-parts": [[1931]]}
    assert items["reader"]["issued"] == {"date-parts": [[1960]], "circa": True}
    assert items["memoirs"]["author"] == [{"literal": "A. Hope"}]


def test_pandoc_and_pybtex_read_the_bibtex(tmp_path: Path) -> None:
    written = bibtex_of(examined(BRIDGE))
    (tmp_path / "sources.bib").write_text(written, encoding="utf-8")
    assert "Hope" in cite(tmp_path / "sources.bib", "[@memoirs]")
    entries = parse_string(written, "bibtex").entries
    assert list(entries) == ["ledger", "memoirs", "reader"]
    assert entries["reader"].fields["journal"] == "Journal of Bridges"


def test_hostile_titles_come_through_pandoc_as_themselves(tmp_path: Path) -> None:
    findings = examined(corpus_of())
    (tmp_path / "sources.bib").write_text(bibtex_of(findings), encoding="utf-8")
    made = subprocess.run(
        [program("pandoc"), "-f", "bibtex", "-t", "csljson", str(tmp_path / "sources.bib")],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    read = {item["id"]: item for item in json.loads(made)}
    assert len(read) == len(TEXTS) + 1
    titles = {item["id"]: item["title"] for item in json.loads(csl_json_of(findings))}
    for number, text in enumerate(TEXTS):
        assert titles[f"s{number}"] == text
        assert _plain(read[f"s{number}"]["title"]) == _plain(text), text


def _plain(text: str) -> str:
    """A title without what pandoc's own marks and typography change: quotes, dashes, case markup, spaces."""
    text = html.unescape(re.sub(r"</?(span|i|b|sup|sub|sc)[^>]*>", "", text))
    return re.sub(r"[\s\u00a0]+", " ", re.sub("[“”‘’'\"`]", "", text)).strip()


# ------------------------------------------------------------------------------------ timelines and pictures


def test_timelinejs_has_the_keys_that_it_requires_and_the_words_of_every_date() -> None:
    data = json.loads(timelinejs_of(examined(BRIDGE), "The bridge"))
    assert {"text"} <= set(data["title"])
    for event in data["events"]:
        # It refuses an event without start_date.year, and an end before the start (TimelineConfig.validate).
        ends = (event["start_date"], event["end_date"])
        first, last = (tuple(date[part] for part in ("year", "month", "day")) for date in ends)
        assert first <= last
        assert event["text"]["headline"] and event["display_date"]
    assert len({event["unique_id"] for event in data["events"]}) == len(data["events"])
    said = {event["unique_id"].rpartition("-")[0]: event["display_date"] for event in data["events"]}
    assert said["late"] == "“mid-May 1901, not before @opening” (14 to 20 May 1901)"
    assert said["before"].startswith("“before 1800”")
    assert data["title"]["text"]["text"] == "No place in time: never."


def test_timelinejs_finds_no_error_in_its_data_and_one_in_what_lacks_a_key() -> None:
    good, hostile = (json.loads(timelinejs_of(examined(text), TEXTS[6])) for text in (BRIDGE, corpus_of()))
    wrong = {"events": [{"text": {"headline": "no date"}}]}
    given = json.dumps({"data": [good, hostile, wrong]})
    read = json.loads(run_node(NODE / "read_timeline.js", program("chromium"), given=given))
    assert [one["errors"] for one in read[:2]] == [[], []]
    assert [one["events"] for one in read[:2]] == [len(good["events"]), len(hostile["events"])]
    assert read[2]["errors"]


def test_timelinejs_takes_no_text_for_markup() -> None:
    data = json.loads(timelinejs_of(examined(corpus_of()), TEXTS[6]))
    texts = [value for event in data["events"] for value in (*event["text"].values(), event["group"])]
    assert not [text for text in texts if "<" in text]
    assert {html.unescape(event["text"]["text"]) for event in data["events"]} >= set(TEXTS)


def node_reads(text: str, title: str) -> Any:
    findings = examined(text)
    given = {"markwhen": markwhen_of(findings, title), "dots": [conflicts_dot(findings), stemma_dot(findings)]}
    return json.loads(run_node(NODE / "read_others.js", given=json.dumps(given)))


def test_markwhen_reads_every_entry_and_graphviz_draws_both_nets() -> None:
    read = node_reads(BRIDGE, "The bridge")
    texts = [event["text"] for event in read["events"]]
    assert len(texts) == 7  # five claims with a date, two records
    assert any("mid-May 1901, not before @opening" in text for text in texts)
    conflicts, stemma = read["drawn"]
    assert conflicts["edges"] == 5  # three pairs, one under the bridge, and the toll against the late
    assert stemma["nodes"]


def test_hostile_texts_leave_every_entry_and_every_node_in_its_place() -> None:
    read = node_reads(corpus_of(), TEXTS[6])
    assert len(read["events"]) == len(TEXTS) + 1
    conflicts, _ = read["drawn"]
    assert len(conflicts["nodes"]) == len(TEXTS) + 1


def test_mermaid_has_a_line_for_each_tie_and_no_markup_of_the_corpus() -> None:
    drawn = conflicts_mermaid(examined(BRIDGE))
    assert sum(" --- " in line or "---|" in line or "-.-" in line for line in drawn.splitlines()) == 5
    assert "<script" not in conflicts_mermaid(examined(corpus_of()))


@pytest.mark.parametrize("form", OF_OTHERS)
def test_the_same_corpus_gives_the_same_text(form: Format) -> None:
    assert written_for_others(examined(BRIDGE), form, "t") == written_for_others(examined(BRIDGE), form, "t")
