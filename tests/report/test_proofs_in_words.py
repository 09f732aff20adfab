"""Proofs as arguments: numbered facts with their places, and deductions that say what they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_corpora import BRIDGED, NINE_LINES, examined

from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY, Unit
from claimcheck.engine.findings import Bound, Role, Step, Subject, Verdict
from claimcheck.report.words.nouns import Form, form_of
from claimcheck.report.words.proofs import bound_says, claim_says, step_says, told


def test_a_proof_reads_as_stated_facts_and_then_what_follows(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    pair = next(pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS)
    assert [(item.text, item.place) for item in told(findings.corpus, pair.because)] == [
        (
            "Memoirs says that the bridge was first crossed, dated 6 to 25 May 1901 at the widest and not before "
            "opening.",
            "corpus.yaml:4",
        ),
        (
            "Register says that the bridge was first crossed, dated “late April 1901” (16 to 30 April 1901 at the "
            "widest).",
            "corpus.yaml:5",
        ),
        ("Town Chronicle, 1931 dates opening to 14 May 1901.", "corpus.yaml:9"),
        ("So the bridge was first crossed no later than 30 April 1901.", "2"),
        ("So the bridge was first crossed not before 14 May 1901.", "1, 3"),
        ("4 and 5 cannot both be true; they are 14 days apart.", ""),
    ]


def test_every_stated_fact_has_its_file_and_line(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    steps = [step for pair in findings.pairs for step in pair.because if not step.follows]
    assert steps
    assert all(item.place for item in told(findings.corpus, steps))


def test_a_deduction_names_the_steps_it_rests_on_counting_from_one(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    bound = Bound(Subject("first", "wall-built"), False, day_number("gregorian", 1303, 1, 1) * DAY, Unit.DAY)
    (item,) = told(findings.corpus, [Step(Role.DEDUCTION, bound=bound, follows=(0, 2))])
    assert item.text == "So a wall is built for the first time no later than 31 December 1302."
    assert item.place == "1, 3"


@pytest.mark.parametrize(
    ("form", "id", "edge", "is_lower", "said"),
    [
        ("event", "gate", "start", True, "the north gate began not before 1 May 1310"),
        ("event", "gate", "start", False, "the north gate began no later than 30 April 1310"),
        ("event", "gate", "end", True, "the north gate ended not before 1 May 1310"),
        ("event", "gate", "end", False, "the north gate ended no later than 30 April 1310"),
        ("last", "wall-built", "last", True, "a wall is built for the last time not before 1 May 1310"),
        ("value", "master-a", "value", False, "Conrad as master began no later than 30 April 1310"),
        ("event", "wall-built", "start", False, "a wall is built, beginning no later than 30 April 1310"),
        ("event", "wall-built", "start", True, "a wall is built not before 1 May 1310"),
    ],
)
def test_a_limit_says_which_end_of_what_it_limits(
    tmp_path: Path, form: str, id: str, edge: str, is_lower: bool, said: str
) -> None:
    findings = examined(tmp_path, BRIDGED)
    instant = day_number("gregorian", 1310, 5, 1) * DAY
    # Half-open: what begins not before a midnight, or is over by it; what ends after it, or has begun before it.
    strict = is_lower == (edge in ("end", "last"))
    bound = Bound(Subject(form, id), is_lower, instant, Unit.DAY, edge, strict)
    assert bound_says(findings.corpus, bound) == said


@pytest.mark.parametrize(
    ("edge", "is_lower", "strict", "said"),
    [
        ("start", False, False, "the north gate began by the beginning of 1 May 1310"),
        ("start", True, True, "the north gate began after the beginning of 1 May 1310"),
        ("end", False, True, "the north gate ended before the end of 30 April 1310"),
        ("end", True, False, "the north gate ended not before the end of 30 April 1310"),
    ],
)
def test_a_limit_at_midnight_that_takes_in_what_it_does_not_as_a_rule_says_so(
    tmp_path: Path, edge: str, is_lower: bool, strict: bool, said: str
) -> None:
    findings = examined(tmp_path, BRIDGED)
    instant = day_number("gregorian", 1310, 5, 1) * DAY
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
    instant = day_number("gregorian", 1310, 5, 1) * DAY + 2 * 3600
    bound = Bound(Subject("event", "gate"), is_lower, instant, Unit.HOUR, "end", strict)
    assert bound_says(findings.corpus, bound) == f"the north gate ended {said} 02:00 on 1 May 1310"


@pytest.mark.parametrize(
    ("instant", "is_lower", "strict", "edge", "said"),
    [
        (0, False, True, "start", "before the east wall"),
        (0, False, False, "end", "no later than the end of the east wall"),
        (0, True, False, "start", "not before the east wall"),
        (0, True, True, "end", "after the east wall"),
        (3 * DAY, True, False, "end", "at least 3 days after the end of the east wall"),
        (-2 * DAY, True, True, "start", "less than 2 days before the beginning of the east wall"),
    ],
)
def test_a_limit_may_count_from_what_has_no_date(
    tmp_path: Path, instant: int, is_lower: bool, strict: bool, edge: str, said: str
) -> None:
    findings = examined(tmp_path, BRIDGED)
    gate, wall = Subject("event", "gate"), Subject("event", "east-wall")
    bound = Bound(gate, is_lower, instant, Unit.DAY, "start", strict, wall, edge)
    assert bound_says(findings.corpus, bound) == f"the north gate began {said}"


def test_structure_is_said_in_words(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    kind = Step(Role.KIND, "gate-built", other="wall-built", relation="presupposes")
    assert step_says(findings.corpus, kind) == "That a gate is built presupposes that a wall is built."
    case = Step(Role.KIND, "gate", other="gate-built", relation="is")
    assert step_says(findings.corpus, case) == "With the north gate, a gate is built."
    order = Step(Role.ORDER, "gate", other="east-wall", relation="order")
    assert step_says(findings.corpus, order) == "The north gate comes after the east wall."
    bridge = Step(Role.BRIDGE, "one-wall")
    assert step_says(findings.corpus, bridge) == "Suppose that the east and the west wall are one wall."
    record = Step(Role.RECORD, "gate")
    assert step_says(findings.corpus, record) == "The Almanac dates the north gate to 1310 (documented)."


CLAIMS = """
kinds: {fire: {label: the granary burns, short: burning of the granary}}
events:
  opening: {label: the bridge opens, short: the opening}
questions:
  first: {ask: When did it first burn?, first: fire}
  who: {ask: Who was abbot?, role: abbot, of: the house}
  burnt: {ask: Did the granary burn?, whether: fire}
claims:
  dated: {by: Odo, answers: first, when: 3 May 1402}
  related: {by: [Odo, Berta], event: opening, when: at least 9 days after @opening-of-the-gate}
  none: {by: several monks, none: fire, when: 1402}
  abbot: {by: Odo, answers: who, value: Hugo, when: 1402}
  yes: {by: Odo, answers: burnt, value: yes}
  denied: {by: Odo, event: opening, when: 3 May 1402, stance: denies}
  excluded: {by: Odo, event: opening, not-when: 1402}
  doubter: {by: Berta, disputes: [dated, related]}
  words: {by: Odo, says: It rained.}
  hedged: {by: Odo, event: opening, when: 3 May 1402, hedge: as some say}
  bare: {by: Odo, event: opening}
  span: {by: Odo, event: opening, when: 3–5 May 1402}
  either: {by: Odo, event: opening, when: 3 May 1402 or 8–9 May 1402}
  read: {by: Odo, event: opening, when: {as: on the third, read: 3 May 1402}}
"""


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("dated", "Odo dates the first burning of the granary to 3 May 1402"),
        (
            "related",
            "Odo and Berta date the opening at least 9 days after opening of the gate, or up to 1 day earlier",
        ),
        ("none", "several monks deny that there was any burning of the granary dated 1402"),
        ("abbot", "Odo gives Hugo as the abbot of the house, 1402"),
        ("yes", "Odo answers “Did the granary burn?” with yes"),
        ("denied", "Odo excludes the date 3 May 1402 for the opening"),
        ("excluded", "Odo excludes the date 1402 for the opening"),
        ("doubter", "Berta disputes what Odo says and Odo and Berta say"),
        ("words", "Odo says: “It rained.”"),
        ("hedged", "Odo dates the opening to 3 May 1402 (“as some say”)"),
        ("bare", "Odo attests the opening"),
        ("span", "Odo dates the opening between 3 and 5 May 1402"),
        ("either", "Odo dates the opening to 3 May 1402 or 8 to 9 May 1402"),
        ("read", "Odo dates the opening to 3 May 1402 (“on the third”)"),
    ],
)
def test_what_a_claimant_does_is_a_verb_in_his_number(tmp_path: Path, id: str, said: str) -> None:
    corpus = examined(
        tmp_path,
        CLAIMS.replace("opening-of-the-gate", "opening")
        if id != "related"
        else CLAIMS.replace(
            "opening: {label: the bridge opens, short: the opening}",
            "opening: {label: the bridge opens, short: the opening}\n  opening-of-the-gate: {}",
        ),
    ).corpus
    assert claim_says(corpus, corpus.claims[id]) == said


def test_of_many_parts_those_are_said_on_which_a_proof_rests(tmp_path: Path) -> None:
    findings = examined(
        tmp_path,
        """
events: {a: {label: the first reign}, b: {label: the second reign}, c: {label: the third reign}}
claims:
  chronicle:
    event: b
    when: 10 years after @a
    also:
      - {event: c, when: 20 years after @b}
  annals: {event: c, when: 40 years after @b}
""",
    )
    (pair,) = (pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS)
    assert told(findings.corpus, pair.because)[0].text == (
        "Chronicle dates the third reign 20 years after the second reign, give or take 6 months."
    )


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("the approval", Form.NOUN),
        ("the battle of Leuctra", Form.NOUN),
        ("Pospelov's report, on which the text in pencil is based", Form.NOUN),
        ("the oldest layers", Form.NOUN),
        ("the Presidium approves a closed session", Form.CLAUSE),
        ("the envoys arrive", Form.CLAUSE),
        ("Rome is founded", Form.CLAUSE),
        ("people live on the site", Form.CLAUSE),
        ("the court moves to Richmond", Form.UNSURE),
        ("Odo and Hugo swear an oath", Form.UNSURE),
        ("issue raised", Form.UNSURE),
        ("съезд открывается", Form.UNSURE),
    ],
)
def test_a_name_is_a_noun_or_a_clause_or_nobody_can_tell(text: str, form: Form) -> None:
    assert form_of(text) is form


def test_what_may_be_either_stands_in_quotes_behind_a_noun(tmp_path: Path) -> None:
    findings = examined(
        tmp_path, "events: {move: {label: the court moves to Richmond}}\nclaims: {a: {event: move, when: 1402}}"
    )
    bound = Bound(Subject("event", "move"), True, day_number("julian", 1402, 1, 1) * DAY, Unit.DAY, "start")
    assert bound_says(findings.corpus, bound) == (
        "the date of the beginning of “the court moves to Richmond” is not before 1 January 1402"
    )
    assert claim_says(findings.corpus, findings.corpus.claims["a"]).endswith(
        "dates “the court moves to Richmond” to 1402"
    )
