"""Which findings come first, what is one finding, and how much of it goes on one screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_corpora import BRIDGED, NINE_LINES, examined

from claimcheck.engine.perspective import Perspective
from claimcheck.report.ask_why import Asking
from claimcheck.report.ranking import MOST, Finding, Rank, ranked, seeming_rivals, told_first
from claimcheck.report.screen import first_screen
from claimcheck.report.text import cells
from claimcheck.report.words.issue import at_issue

HERE = Asking(None, Perspective())

# Odo was at the council whose roll rules out what he says; Hugo contradicts himself; only Berta knows of the pact.
RANKS = """\
claimants:
  odo: {name: Odo of Aix, short: Odo, participant: yes}
  hugo: {name: Hugo of Trier, short: Hugo}
  berta: {name: Berta, short: Berta}
sources:
  roll: {type: archival, title: The council roll, short: the roll}
  letters: {type: archival, title: Letters, author: odo, short: Odo's letters}
  annals: {type: study, title: Annals, author: hugo, short: Hugo's annals}
  life: {type: study, title: A life, author: hugo, short: Hugo's life}
  chronicle: {type: study, title: Chronicle, author: berta, short: the chronicle}
  copy: {type: study, title: A copy, short: the copy, rests-on: annals}
events:
  council: {label: the council meets, short: the council, present: odo,
    record: {in: roll m. 1, basis: documented, when: 3 May 1402}}
  pact: {label: the pact is sworn, short: the pact}
  oath: {label: the oath is taken, short: the oath, after: pact}
questions:
  when-council: {ask: When did the council meet?, short: the council, event: council}
  when-pact: {ask: When was the pact sworn?, short: the pact, event: pact}
  when-oath: {ask: When was the oath taken?, short: the oath, event: oath}
claims:
  odo-council: {in: letters f. 1, answers: when-council, when: 9 May 1402}
  hugo-council: {in: annals c. 1, answers: when-council, when: 3 May 1402}
  copy-council: {by: A copyist, in: copy c. 1, answers: when-council, when: 3 May 1402}
  hugo-oath: {in: annals c. 2, answers: when-oath, when: 1 June 1402}
  hugo-oath-again: {in: life c. 2, answers: when-oath, when: 4 June 1402}
  berta-pact: {in: chronicle f. 1, answers: when-pact, when: 20 May 1402}
figures:
  tithe: {says: The tithe., part: 30, whole: 400, percent: "8.5", in: chronicle f. 2}
"""


def found(folder: Path, text: str) -> dict[str, Finding]:
    return {finding.name: finding for finding in ranked(examined(folder, text))}


def test_findings_are_told_by_what_they_mean(tmp_path: Path) -> None:
    findings = found(tmp_path, RANKS)
    assert [(finding.rank, finding.headline) for finding in findings.values()] == [
        (Rank.HIMSELF, "Odo was present at the council, which rules out 9 May 1402."),
        (Rank.HIMSELF, "Two statements by Hugo exclude each other."),
        (Rank.RULED_OUT, "The council: the roll rules out 9 May 1402 (Odo)."),
        (Rank.ALONE, "Nobody but Berta knows of the pact."),
        (Rank.VOICES, "The copy rests on Hugo's annals, and adds no witness."),
        (Rank.FIGURES, "30 of 400 is 7.5 per cent, not 8.5."),
    ]


def test_the_ground_says_what_is_left_and_how_far_apart(tmp_path: Path) -> None:
    findings = found(tmp_path, RANKS)
    assert (
        findings["ruled-out-when-council"].ground
        == "It leaves 3 May 1402 (A copyist and Hugo), which is borne out."
    )
    assert findings["against-himself-hugo"].ground == (
        "Hugo's annals has 1 June 1402 (the oath); Hugo's life has 4 June 1402 (the oath); they are 3 days apart."
    )


def test_what_somebody_has_withdrawn_is_not_told_against_him(tmp_path: Path) -> None:
    withdrawn = RANKS.replace("when: 4 June 1402}", "when: 4 June 1402, revises: hugo-oath}")
    assert set(found(tmp_path, RANKS)) - set(found(tmp_path, withdrawn)) == {"against-himself-hugo"}


def test_where_every_date_rules_out_others_it_is_not_said_that_all_would_be_wrong(tmp_path: Path) -> None:
    text = """\
question: When was the vote?
claims:
  Odo: 4 May 1402
  Berta: 6 May 1402
events:
  question: {label: the vote, record: Roll 2}
"""
    told = found(tmp_path, text)["would-decide-question"]
    assert told.ground == "Which of Odo and Berta would then be wrong depends on its date."


RULED_OUT = """\
questions: {q: {ask: When was the vote?, short: the vote, event: vote}}
events:
  vote: {label: the vote, record: {in: Roll 2, when: 4 May 1402}}
  sitting: {label: the sitting, record: {in: Roll 1, when: 3 May 1402}}
claims:
  Odo: {answers: q, when: 9 May 1402}
"""


def test_what_is_ruled_out_is_told_of_the_only_account_and_of_what_no_question_asks_for(tmp_path: Path) -> None:
    examination = examined(tmp_path, RULED_OUT + "  Berta: {event: sitting, when: 8 May 1402}\n")
    assert [one.headline for one in ranked(examination)] == [
        "The vote: the vote (Roll 2) rules out 9 May 1402 (Odo).",
        "The sitting: the sitting (Roll 1) rules out 8 May 1402 (Berta).",
    ]
    assert at_issue(examination, ["q"]) == "The vote: Odo alone says 9 May 1402, and the record rules it out."


@pytest.mark.parametrize(("day", "with_whom"), [("9 May 1402", "latter"), ("4 May 1402", "former")])
def test_of_an_answer_and_its_denial_it_is_said_with_which_the_record_is(
    tmp_path: Path, day: str, with_whom: str
) -> None:
    text = RULED_OUT.replace("9 May 1402", day) + "  Berta: {disputes: Odo}\n"
    told = at_issue(examined(tmp_path, text), ["q"])
    assert told == f"The vote: Odo says {day}, Berta denies it, and the record is with the {with_whom}."


def test_the_name_of_a_finding_does_not_depend_on_its_place(tmp_path: Path) -> None:
    before = set(found(tmp_path, RANKS))
    more = RANKS.replace(
        "figures:", "  odo-oath: {in: letters f. 2, answers: when-oath, when: 9 June 1402}\nfigures:"
    )
    assert before <= set(found(tmp_path, more))


def test_different_dates_for_different_questions_are_said_to_be_no_conflict(tmp_path: Path) -> None:
    findings = examined(tmp_path, BRIDGED)
    assert [claim.id for claim in seeming_rivals(findings)] == ["annalist-east", "chronicler-west"]
    first, *_ = ranked(findings)
    assert (first.name, first.headline) == (
        "no-rivals",
        "Spring 1302 and 1305 answer two different questions and do not exclude each other.",
    )
    assert "only if the east and the west wall are one wall." in first.ground


def test_claimants_who_contradict_each_other_elsewhere_are_not_said_to_be_at_peace(tmp_path: Path) -> None:
    claims, _, bridges = BRIDGED.partition("bridges:\n")
    master = "  {}-master: {{by: {}, in: {}, answers: master, value: {}, from: 1300}}\n"
    claims += master.format("hugos", "Hugo the annalist", "annals c. 13", "Otto")
    claims += master.format("bertas", "Berta the chronicler", "chronicle f. 4", "Emma")
    findings = examined(tmp_path, f"{claims}bridges:\n{bridges}")
    assert seeming_rivals(findings) == ()


def test_claims_that_contradict_each_other_are_not_said_to_be_at_peace(tmp_path: Path) -> None:
    findings = examined(tmp_path, NINE_LINES)
    assert seeming_rivals(findings) == ()


def test_numerals_of_two_styles_that_name_one_day_are_no_rivals(tmp_path: Path) -> None:
    findings = found(
        tmp_path,
        """\
format: 1
defaults: {calendar: julian}
sources:
  envoy: {type: archival, title: Letters, short: the envoy, calendar: gregorian}
  court: {type: archival, title: The roll, short: the roll}
questions: {storm: {ask: When was the storm?, short: the storm, event: storm}}
events: {storm: {label: the storm}}
claims:
  abroad: {in: envoy f. 1, answers: storm, when: 2 March 1640}
  at-home: {in: court m. 1, answers: storm, when: 21 February 1640}
""",
    )
    assert findings["one-day-storm"].headline == "The storm: 2 March 1640 and 21 February 1640 name one day."
    assert findings["one-day-storm"].ground.endswith("Here it is called 21 February 1640 o.s.")


def test_what_nothing_but_a_bridge_makes_rivals_of_is_told_with_the_bridge(tmp_path: Path) -> None:
    findings = found(
        tmp_path,
        """\
questions:
  draft: {ask: When was the draft written?, short: the draft, event: draft}
  speech: {ask: When was the speech dictated?, short: the speech, event: speech}
events: {draft: {label: the draft}, speech: {label: the speech}}
claims:
  Odo: {answers: draft, when: 3 May 1402}
  Hugo: {answers: speech, when: 9 May 1402}
bridges: {one: {says: The draft and the speech are one., same: [draft, speech]}}
""",
    )
    assert findings["under-one"].headline == (
        "Odo (3 May 1402) and Hugo (9 May 1402) clash only if the draft and the speech are one."
    )


@pytest.mark.parametrize("claims", [3, 40])
def test_no_more_than_twelve_are_told_and_every_sort_before_a_second_of_any(tmp_path: Path, claims: int) -> None:
    text = RANKS.split("figures:")[0] + "".join(
        f"  more-{n}: {{by: Writer {n}, answers: when-oath, when: {1 + n % 28} July 14{10 + n}}}\n"
        for n in range(claims)
    )
    findings = examined(tmp_path, text)
    told = told_first(findings)
    assert len(told) <= MOST
    assert [finding.rank for finding in told] == sorted(finding.rank for finding in told)
    assert {finding.sort for finding in ranked(findings)} == {finding.sort for finding in told}


# The screen.


def screen(folder: Path, text: str) -> list[str]:
    return first_screen(examined(folder, text), HERE, name="case").split("\n")


@pytest.mark.parametrize("text", [NINE_LINES, BRIDGED, RANKS])
def test_the_first_screen_fits_a_small_terminal(tmp_path: Path, text: str) -> None:
    lines = screen(tmp_path, text)
    assert len(lines) <= 24
    assert all(cells(line) <= 80 for line in lines)
    assert lines[-2].endswith("claimcheck report")


def test_the_headlines_of_four_findings_come_before_the_ground_of_any(tmp_path: Path) -> None:
    lines = screen(tmp_path, RANKS)
    told = lines[lines.index("") :]
    assert [line[:2] for line in told if line[:1].isdigit()][:4] == ["1 ", "2 ", "3 ", "4 "]


def test_where_there_is_nothing_to_compare_the_screen_says_so(tmp_path: Path) -> None:
    assert "Nothing to report." in "\n".join(screen(tmp_path, "question: When was it?\nclaims:\n  Odo: 1402\n"))


def test_the_command_repeats_path_and_perspective() -> None:
    asking = Asking("my case", Perspective(("documented",), ("annals",), ("one-wall",), -43))
    assert asking.why("a") == (
        "claimcheck explain 'my case' a --trust documented --without annals --bridge one-wall --as-of=-43"
    )


def test_an_event_that_is_called_by_a_clause_stands_in_quotes_where_a_noun_would_stand(tmp_path: Path) -> None:
    called = RANKS.replace("label: the council meets, short: the council", "label: the bishops meet")
    assert called != RANKS
    assert found(tmp_path, called)["present-at-council"].headline == (
        "Odo was present at “the bishops meet”, which rules out 9 May 1402."
    )
