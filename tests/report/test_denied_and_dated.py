"""What some date and others deny altogether, and findings that are true of all that they speak of."""

from __future__ import annotations

from pathlib import Path

from small_corpora import examined

from claimcheck.engine.examination import Examination
from claimcheck.report.blocks import Table
from claimcheck.report.document import question_blocks
from claimcheck.report.pictures.controversy import controversy
from claimcheck.report.ranking import Finding, Rank, ranked
from claimcheck.report.screen import explained_briefly
from claimcheck.report.words.issue import at_issue
from claimcheck.report.words.pairs import verdict_says
from claimcheck.report.words.positions import ruling_says, state_briefly, who_says

# Cyr says that no bell was ever cast; Dee gives the day with its hour; Fay repeats Ada. The rope is asked first.
BELL = """\
questions:
  hung: {ask: When was a rope first hung?, short: the rope, first: hanging}
  cast: {ask: When was a bell first cast?, short: the bell, first: casting, lead: yes}
kinds:
  hanging: {label: a rope is hung}
  casting: {label: a bell is cast}
sources:
  ada-book: {type: study, title: The book of Ada, issued: 1601}
  fay-book: {type: study, title: The book of Fay, issued: 1650, rests-on: ada-book}
claims:
  ada: {by: Ada, in: ada-book, answers: cast, when: 3 May 1402}
  fay: {by: Fay, in: fay-book, answers: cast, when: 3 May 1402}
  dee: {by: Dee, in: d book, answers: cast, when: about noon on 3 May 1402}
  bea: {by: Bea, in: b book, answers: cast, when: 9 June 1402}
  cyr: {by: Cyr, in: c book, none: casting}
  gil: {by: Gil, in: g book, disputes: [ada]}
  eve: {by: Eve, in: e book, answers: hung, when: "1390"}
"""


def test_who_denies_what_others_date_stands_in_the_state_of_the_question(tmp_path: Path) -> None:
    found = examined(tmp_path, BELL)
    assert at_issue(found, ["cast", "hung"]) == (
        "The bell: 3 May 1402, 9 June 1402, or never; no record decides. One question is not disputed."
    )
    answered = found.positions_of("cast")
    assert answered is not None
    assert who_says(found, answered.positions[1]).endswith("; Gil fits only this")


def test_who_denies_stands_in_the_finding_and_in_the_picture_of_the_lead_question_which_comes_first(
    tmp_path: Path,
) -> None:
    found = examined(tmp_path, BELL)
    (finding,) = (one for one in ranked(found) if one.name == "undecided-cast")
    assert finding.headline == "The bell: no record decides between 3 May 1402, 9 June 1402 and never."
    assert "Cyr says never" in finding.ground
    assert ("claim", "cyr") in finding.about
    chart = controversy(found)
    assert chart is not None
    assert [(row.names[0], row.answer) for row in chart.groups[0].rows] == [
        ("Ada", ""),
        ("Bea", ""),
        ("Cyr", "never"),
    ]


def test_a_denial_that_the_record_refutes_is_no_answer(tmp_path: Path) -> None:
    record = "events: {a-bell: {label: a bell, kinds: casting, when: 9 June 1402, record: {in: the roll}}}\n"
    chart = controversy(examined(tmp_path, BELL + record))
    assert chart is not None
    assert all(row.answer != "never" for group in chart.groups for row in group.rows)


def test_an_explanation_says_that_it_is_denied_and_to_which_question_each_rival_belongs(tmp_path: Path) -> None:
    found = examined(tmp_path, BELL)
    assert explained_briefly(found, "cyr").startswith("Cyr denies that it happened (a bell is cast)\n")
    rivals = explained_briefly(found, "bea").partition("AT ODDS WITH")[2].splitlines()[1:-1]
    assert [line.split()[:2] for line in rivals if "3 May" in line] == [["the", "bell"]] * 2


def test_agreement_of_one_who_rests_on_the_other_says_so(tmp_path: Path) -> None:
    found = examined(tmp_path, BELL)
    (pair,) = (one for one in found.pairs if {one.a, one.b} == {"ada", "fay"})
    assert verdict_says(found.corpus, pair) == "They give the same date. Fay rests on Ada."


def test_a_position_is_named_by_the_day_that_most_name_and_not_by_the_hour_of_one(tmp_path: Path) -> None:
    found = examined(tmp_path, BELL)
    answered = found.positions_of("cast")
    assert answered is not None
    assert who_says(found, answered.positions[0]).startswith("Ada and Fay; one more fits no other")


def test_who_contradicts_by_another_date_is_not_said_to_deny(tmp_path: Path) -> None:
    text = """\
questions: {death: {ask: When did the king die?, short: the death, event: dies}}
events: {crowned: {label: the crowning}, dies: {label: the king dies}}
claims:
  ada: {by: Ada, in: a book, event: crowned, when: "1402"}
  bea:
    by: Bea
    in: b book
    event: crowned
    when: "1402"
    also: [{event: dies, when: 9 years after @crowned}]
  cyr: {by: Cyr, in: c book, answers: death, when: 5 years after @crowned}
"""
    found = examined(tmp_path, text)
    answered = found.positions_of("death")
    assert answered is not None
    said = state_briefly(found, answered)
    assert "Cyr contradicts it, and no record decides" in said
    assert "denies" not in said


# Findings that must be true of all that they speak of.

TOWN = """\
questions:
  wall: {ask: When was a wall first built?, short: the wall, first: wall-built}
  gate: {ask: When was a gate first built?, short: the gate, first: gate-built}
  arch: {ask: When was an arch first built?, short: the arch, first: arch-built}
kinds:
  wall-built: {label: a wall is built}
  gate-built: {label: a gate is built, presupposes: wall-built}
  arch-built: {label: an arch is built, presupposes: gate-built}
claims:
  ada: {by: Ada, in: a book, answers: wall, when: "1301"}
  bea: {by: Bea, in: b book, answers: gate, when: "1310"}
  cyr: {by: Cyr, in: c book, answers: arch, when: "1320"}
  odo: {by: Odo, in: o book, answers: wall, when: "1330"}
"""


def findings(folder: Path, text: str) -> dict[str, Finding]:
    return {one.name: one for one in ranked(examined(folder, text))}


def test_only_one_date_clashes_where_all_others_can_be_held(tmp_path: Path) -> None:
    assert findings(tmp_path, TOWN)["irreconcilable-odo"].headline == (
        "Only the date of Odo, 1330, cannot be reconciled with the others."
    )


def test_where_others_clash_too_the_finding_names_with_whom(tmp_path: Path) -> None:
    more = "  pia: {by: Pia, in: p book, answers: gate, when: '1315'}\n"
    assert findings(tmp_path, TOWN + more)["irreconcilable-odo"].headline == (
        "The date of Odo, 1330, cannot be reconciled with Ada, Bea and Cyr."
    )


def test_of_two_that_clash_alike_neither_is_singled_out(tmp_path: Path) -> None:
    more = "  pia: {by: Pia, in: p book, answers: wall, when: '1340'}\n"
    assert not any(name.startswith("irreconcilable") for name in findings(tmp_path, TOWN + more))


def test_two_dates_of_two_kinds_of_which_nobody_would_make_rivals_do_not_come_first(tmp_path: Path) -> None:
    two = "".join(line for line in TOWN.splitlines(keepends=True) if "cyr" not in line and "odo" not in line)
    assert findings(tmp_path, two)["no-rivals"].rank is Rank.SUPPOSED


def test_what_the_record_leaves_is_none_of_what_it_rules_out(tmp_path: Path) -> None:
    record = "events: {a-wall: {label: a wall, kinds: wall-built, when: '1305', record: {in: the roll}}}\n"
    more = "  pia: {by: Pia, in: p book, answers: wall, when: '1325'}\n"
    found = findings(tmp_path, TOWN + more + record)["ruled-out-wall"]
    assert "1330" not in found.ground
    assert "1325" not in found.ground
    assert found.ground.startswith("It leaves 1301 (Ada)")


# Cyr and Hal do not say when: they answer whether there ever was a bell.
EVER = (
    BELL.replace("kinds:\n", '  ever: {ask: "Was a bell ever cast?", whether: casting}\nkinds:\n', 1).replace(
        "cyr: {by: Cyr, in: c book, none: casting}", 'cyr: {by: Cyr, in: c book, answers: ever, value: "no"}'
    )
    + '  hal: {by: Hal, in: h book, answers: ever, value: "yes"}\n'
)


def table_of(found: Examination, question: str) -> Table:
    answered = found.positions_of(question)
    assert answered is not None
    (table,) = (block for block in question_blocks(found, answered) if isinstance(block, Table))
    return table


def test_who_denies_on_the_same_question_has_a_row_beside_the_positions(tmp_path: Path) -> None:
    rows = table_of(examined(tmp_path, BELL), "cast").rows
    assert [row[0] for row in rows] == ["3 May 1402", "9 June 1402", "never"]
    assert rows[-1] == ("never", "Cyr", "open", "all others")


def test_who_denies_in_answer_to_whether_has_a_row_where_others_give_a_date(tmp_path: Path) -> None:
    found = examined(tmp_path, EVER)
    rows = table_of(found, "cast").rows
    assert rows[-1] == ("never", "Cyr, answering “Was a bell ever cast?”", "open", "all others")
    chart = controversy(found)
    assert chart is not None
    assert ("Cyr", "never") in [(row.names[0], row.answer) for group in chart.groups for row in group.rows]


def test_a_denial_of_whether_stands_beside_one_agreed_date_too(tmp_path: Path) -> None:
    alone = "".join(line for line in EVER.splitlines(keepends=True) if "bea:" not in line and "gil:" not in line)
    rows = table_of(examined(tmp_path, alone), "cast").rows
    assert rows[-1] == ("never", "Cyr, answering “Was a bell ever cast?”", "open", "the other")


def test_a_ruling_on_some_who_hold_a_position_says_on_whom(tmp_path: Path) -> None:
    """Of two who can both be right the roll rules out the one who says the first week."""
    text = """\
questions: {cast: {ask: When was the bell cast?, short: the bell, event: cast}}
events: {cast: {label: the casting, when: 20 to 25 May 1402, record: {in: the roll, basis: documented}}}
claims:
  ada: {by: Ada, in: a book, answers: cast, when: May 1402}
  bea: {by: Bea, in: b book, answers: cast, when: 1 to 7 May 1402}
  odo: {by: Odo, in: o book, answers: cast, when: "1460"}
"""
    found = examined(tmp_path, text)
    answered = found.positions_of("cast")
    assert answered is not None
    assert ruling_says(found, answered.positions[0]) == "ruled out in part (Bea): the roll"
    assert ruling_says(found, answered.positions[1]) == "ruled out: the roll"
