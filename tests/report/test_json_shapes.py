"""JSON: the documented shapes, and the same bytes every time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from small_corpora import BRIDGED, NINE_LINES, examined

from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.report.ask_why import Asking
from claimcheck.report.json_models import CompareJson, LineupJson, PresenceJson, Shape, report_json, written

STEP = ["id", "says", "file", "line", "source", "at", "role", "follows"]


def made(model: type[Shape], findings: Examination) -> Shape:
    return model.made_from(findings, findings)


def read_back(value: Shape) -> Any:
    return json.loads(written(value))


def test_compare_has_the_documented_shape(tmp_path: Path) -> None:
    found = read_back(made(CompareJson, examined(tmp_path, BRIDGED)))
    assert list(found) == ["schema", "perspective", "pairs", "conflicts"]
    assert found["schema"] == "claimcheck/compare/1"
    assert list(found["pairs"][0]) == [
        "a",
        "b",
        "question",
        "verdict",
        "dimension",
        "strained",
        "if_bridge",
        "unless",
        "gap_days",
        "gap",
        "given",
        "because",
    ]
    assert list(found["conflicts"][0]) == ["members", "given", "bridges", "repairs", "because"]
    assert all(list(step) == STEP for pair in found["pairs"] for step in pair["because"])


def test_lineup_has_the_documented_shape(tmp_path: Path) -> None:
    found = read_back(made(LineupJson, examined(tmp_path, NINE_LINES)))
    assert list(found) == ["schema", "perspective", "rows"]
    row = found["rows"][0]
    assert {
        "claim",
        "question",
        "verdict",
        "in_part",
        "records",
        "independence",
        "strained",
        "if_bridge",
        "because",
    } <= set(row)
    assert row["records"] == [{"id": "toll-ledger", "bearing": "contradicts"}]
    assert row["verdict"] == "contradicted"


def test_the_perspective_names_both_bases_by_default(tmp_path: Path) -> None:
    found = read_back(made(CompareJson, examined(tmp_path, BRIDGED)))
    assert found["perspective"] == {
        "trust": ["documented", "narrated"],
        "without": [],
        "bridges": [],
        "as_of": None,
        "set_aside": [],
    }


def test_the_perspective_names_whom_it_trusts_beside_the_bases(tmp_path: Path) -> None:
    seen = Perspective(trust=("annals", "documented"), bridges=("one-wall",), as_of=1990)
    found = read_back(made(CompareJson, examined(tmp_path, BRIDGED, seen)))
    assert found["perspective"]["trust"] == ["documented", "annals"]
    assert found["perspective"]["bridges"] == ["one-wall"]
    assert found["perspective"]["as_of"] == 1990


def test_a_gap_is_given_in_days_and_in_words(tmp_path: Path) -> None:
    found = read_back(made(CompareJson, examined(tmp_path, NINE_LINES)))
    assert (found["pairs"][0]["gap_days"], found["pairs"][0]["gap"]) == (14, "14 days")


def test_a_deduction_has_no_id_and_a_stated_fact_has_its_line(tmp_path: Path) -> None:
    found = read_back(made(CompareJson, examined(tmp_path, NINE_LINES)))
    steps = found["pairs"][0]["because"]
    stated, deduced = steps[0], steps[-1]
    assert (stated["id"], stated["line"], Path(stated["file"]).name) == ("Memoirs", 4, "corpus.yaml")
    assert (deduced["id"], deduced["line"], deduced["file"]) == (None, None, None)


def test_the_report_holds_everything_that_the_other_commands_print(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    whole = read_back(report_json(findings, Asking(None, Perspective()), ()))
    compared, lined_up = read_back(made(CompareJson, findings)), read_back(made(LineupJson, findings))
    assert (whole["pairs"], whole["conflicts"]) == (compared["pairs"], compared["conflicts"])
    assert whole["rows"] == lined_up["rows"]
    assert {"findings", "synopsis", "clusters", "termini", "sources", "figures", "slips", "diagnostics"} <= set(
        whole
    )


def test_a_section_alone_keeps_its_heading(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    alone = read_back(report_json(findings, Asking(None, Perspective()), (), "limits"))
    assert list(alone) == [
        "schema",
        "title",
        "perspective",
        "termini",
        "diagnostics",
    ]


def test_a_section_alone_is_all_that_is_worked_out(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    alone = read_back(report_json(findings, Asking(None, Perspective()), (), "sources"))
    assert list(alone) == ["schema", "title", "perspective", "sources", "sourcing", "diagnostics"]
    assert {"pairs", "_together", "clusters", "positions", "termini"}.isdisjoint(vars(findings))


def test_texts_come_back_as_written(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    whole = read_back(report_json(findings, Asking(None, Perspective()), ()))
    names = {account["name"] for asked in whole["synopsis"] for account in asked["accounts"]}
    assert "Odo | the late" in names


def test_what_a_terminal_would_obey_is_written_as_an_escape() -> None:
    text = "a\u202eb\u2028c\x9b司馬遷"
    value = PresenceJson(claimant=text, event="x")
    assert read_back(value)["claimant"] == text
    assert not set("\u202e\u2028\x9b") & set(written(value))
    assert "司馬遷" in written(value)


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    again = examined(tmp_path, BRIDGED)
    asking = Asking(None, Perspective())
    assert written(report_json(findings, asking, ())) == written(report_json(again, asking, ()))
