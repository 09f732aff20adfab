"""What is told of conflicts of three and more, of exclusions, of slips, and of what rests on the record."""

from __future__ import annotations

from pathlib import Path

from small_corpora import examined

from claimcheck.criticism.slips import find_slips
from claimcheck.engine.findings import Standing
from claimcheck.engine.perspective import Perspective
from claimcheck.report.ask_why import Asking
from claimcheck.report.explaining import pairs_told
from claimcheck.report.slips import slips_section
from claimcheck.report.words.standing import standing_says

HERE = Asking(None, Perspective())

# The late one is ruled out by the roll, and so are all sets with it; of the storm there is no record.
TOGETHER = """\
format: 1
sources:
  roll: {type: archival, title: The roll}
  diary: {type: diary, title: The diary}
  copy: {type: study, title: The copy, rests-on: roll}
questions:
  fire: {ask: "When was the fire?", event: fire}
  feast: {ask: "When was the feast?", event: feast}
  storm: {ask: "When was the storm?", event: storm}
  wake: {ask: "When was the wake?", event: wake}
events:
  fire: {label: the fire, record: {in: roll m. 1, basis: documented, when: 3 May 1402}}
  feast: {label: the feast}
  storm: {label: the storm}
  wake: {label: the wake}
claims:
  late-fire: {by: Odo, in: diary f. 1, answers: fire, when: 20 May 1402}
  copied-fire: {in: copy p. 1, answers: fire, when: 3 May 1402}
  week-feast: {by: Hugo, in: diary f. 3, answers: feast, when: 7 days after @fire}
  may-feast: {by: Conrad, in: diary f. 4, answers: feast, when: 9 to 12 May 1402}
  tenth-feast: {by: Ulrich, in: diary f. 5, answers: feast, when: 10 May 1402}
  storm-first: {by: Berta, in: diary f. 6, answers: storm, when: 1 May 1402}
  week-wake: {by: Hugo, in: diary f. 7, answers: wake, when: 7 days after @storm}
  late-wake: {by: Conrad, in: diary f. 8, answers: wake, when: 20 May 1402}
"""


def test_a_claim_at_odds_by_what_it_excludes_is_told_with_all_its_parts(tmp_path: Path) -> None:
    findings = examined(
        tmp_path,
        """\
format: 1
kinds: {sitting: {label: a sitting}}
events:
  last: {label: the last sitting, kinds: sitting}
  early: {label: the sitting of the elders, kinds: sitting}
questions: {end: {ask: "When was the last sitting?", event: last}}
claims:
  keeper: {answers: end, when: 20 May 1402, also: [{none: sitting, when: 9 to 19 May 1402}]}
  elder: {event: early, when: 12 May 1402}
""",
    )
    (pair,) = findings.pairs
    (chain,) = pairs_told(findings, [pair])
    assert chain.steps[0].text.startswith("Keeper denies that there was any sitting dated 9 to 19 May 1402")  # type: ignore[union-attr]
    assert chain.conclusion == (  # type: ignore[union-attr]
        "They answer different questions, and yet exclude each other."
    )


def test_what_rests_on_the_record_is_said_to(tmp_path: Path) -> None:
    findings = examined(tmp_path, TOGETHER)
    row = next(row for row in findings.rows if row.claim == "copied-fire")
    assert row.verdict is Standing.CONSISTENT
    assert standing_says(findings, row) == (
        "It agrees with the record because it was taken from it; that confirms nothing."
    )


def test_one_arithmetic_is_told_once_for_all_whom_it_would_reconcile(tmp_path: Path) -> None:
    findings = examined(
        tmp_path,
        """\
questions: {fire: {ask: "When was the fire?", event: fire}}
events: {fire: {label: the fire}}
claims:
  Odo: {answers: fire, when: 13 June 1702}
  Berta: {answers: fire, when: 13 May 1702}
  Hugo: {answers: fire, when: 13 May 1702}
""",
    )
    assert len(find_slips(findings)) == 2
    _, listing = slips_section(findings, HERE).blocks
    (item,) = listing.items  # type: ignore[union-attr]
    assert item.text.startswith("Odo beside Berta and Hugo: 13 May 1702 and 13 June 1702 are the same day of ")
    assert item.ask == HERE.why("Odo")


def test_a_night_that_ends_on_the_day_of_the_other_date_is_no_slip_of_it(tmp_path: Path) -> None:
    findings = examined(
        tmp_path,
        """\
questions: {fire: {ask: "When was the fire?", event: fire}}
events: {fire: {label: the fire}}
claims:
  Odo: {answers: fire, when: "not before 6 p.m. on 12 May 1402, before 2 a.m. on 13 May 1402"}
  Berta: {answers: fire, when: between 3 and 4 a.m. on 13 May 1402}
""",
    )
    assert [str(pair.verdict) for pair in findings.pairs] == ["contradicts"]
    assert find_slips(findings) == ()
