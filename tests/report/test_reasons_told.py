"""Derivations as arguments: numbered facts with their places, and deductions that say what they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_corpora import BRIDGED, NINE_LINES, examined

from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY, Unit
from claimcheck.engine.findings import Bound, Role, Step, Subject, Verdict
from claimcheck.report.reasons import bound_says, step_says, told


def test_a_derivation_reads_as_stated_facts_and_then_what_follows(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    pair = next(pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS)
    items = told(findings.corpus, pair.because)
    assert items[0].text == (
        "According to Memoirs, what “When was the bridge first crossed?” asks for first happened: "
        "“mid-May 1901, not before @opening” (11 to 20 May 1901, at the widest 6 to 25 May 1901; "
        "not before @opening)."
    )
    assert items[0].place.endswith("corpus.yaml:4")
    first = "what “When was the bridge first crossed?” asks for first happened"
    assert [item.text for item in items[2:]] == [
        "Given as narrated: “opening”, “14 May 1901”.",
        f"So {first} no later than 30 April 1901 (2).",
        f"So {first} not before 14 May 1901 (1, 3).",
        "4 and 5 cannot both be true: they are 14 days apart.",
    ]
    assert all(item.place for item in items[:3])
    assert all(item.place == "" for item in items[3:])


def test_every_stated_fact_has_its_file_and_line(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    steps = [step for pair in findings.pairs for step in pair.because if not step.follows]
    assert steps
    assert all(item.place for item in told(findings.corpus, steps))


def test_a_deduction_names_the_steps_it_rests_on_counting_from_one(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    bound = Bound(Subject("first", "wall-built"), False, day_number("julian", 1303, 1, 1) * DAY, Unit.DAY)
    said = step_says(findings.corpus, Step(Role.DEDUCTION, bound=bound, follows=(0, 2)))
    assert said == "So “a wall is built” first happened no later than 31 December 1302 (1, 3)."


@pytest.mark.parametrize(
    ("form", "id", "edge", "is_lower", "said"),
    [
        ("event", "gate", "start", True, "“the north gate” began not before 1 May 1310"),
        ("event", "gate", "start", False, "“the north gate” had begun by 30 April 1310"),
        ("event", "gate", "end", True, "“the north gate” ended not before 1 May 1310"),
        ("event", "gate", "end", False, "“the north gate” was over by 30 April 1310"),
        ("last", "wall-built", "last", True, "“a wall is built” last happened not before 1 May 1310"),
        (
            "value",
            "master-a",
            "value",
            False,
            "what Hugo the annalist states began to hold no later than 30 April 1310",
        ),
    ],
)
def test_a_limit_says_which_end_of_what_it_limits(
    tmp_path: Path, form: str, id: str, edge: str, is_lower: bool, said: str
) -> None:
    findings = examined(tmp_path, BRIDGED)
    instant = day_number("julian", 1310, 5, 1) * DAY
    # Half-open: what begins not before a midnight, or is over by it; what ends after it, or has begun before it.
    strict = is_lower == (edge in ("end", "last"))
    bound = Bound(Subject(form, id), is_lower, instant, Unit.DAY, edge, strict)
    assert bound_says(findings.corpus, bound) == said


@pytest.mark.parametrize(
    ("edge", "is_lower", "strict", "said"),
    [
        ("start", False, False, "“the north gate” had begun by the beginning of 1 May 1310"),
        ("start", True, True, "“the north gate” began after the beginning of 1 May 1310"),
        ("end", False, True, "“the north gate” was over before the end of 30 April 1310"),
        ("end", True, False, "“the north gate” ended not before the end of 30 April 1310"),
    ],
)
def test_a_limit_at_midnight_that_takes_in_what_it_does_not_as_a_rule_says_so(
    tmp_path: Path, edge: str, is_lower: bool, strict: bool, said: str
) -> None:
    findings = examined(tmp_path, BRIDGED)
    instant = day_number("julian", 1310, 5, 1) * DAY
    bound = Bound(Subject("event", "gate"), is_lower, instant, Unit.DAY, edge, strict)
    assert bound_says(findings.corpus, bound) == said


@pytest.mark.parametrize(
    ("is_lower", "strict", "said"),
    [(False, True, "before"), (False, False, "by"), (True, True, "after"), (True, False, "not before")],
)
def test_a_limit_within_a_day_says_whether_it_takes_in_the_hour_itself(
    tmp_path: Path, is_lower: bool, strict: bool, said: str
) -> None:
    findings = examined(tmp_path, BRIDGED)
    instant = day_number("julian", 1310, 5, 1) * DAY + 2 * 3600
    bound = Bound(Subject("event", "gate"), is_lower, instant, Unit.HOUR, "end", strict)
    verb = "ended" if is_lower else "was over"
    assert bound_says(findings.corpus, bound) == f"“the north gate” {verb} {said} 02:00 on 1 May 1310"


def test_structure_is_said_in_words(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    kind = Step(Role.KIND, "gate-built", other="wall-built", relation="presupposes")
    assert step_says(findings.corpus, kind) == "“a gate is built” presupposes “a wall is built”."
    bridge = Step(Role.BRIDGE, "one-wall")
    assert step_says(findings.corpus, bridge) == "Supposed: “The east and the west wall are one wall” (one-wall)."
    record = Step(Role.RECORD, "gate")
    assert step_says(findings.corpus, record) == "Documented: “the north gate”, “1310”."
