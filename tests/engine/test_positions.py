"""Positions on questions, one clause of the meaning at a time, on small corpora."""

from __future__ import annotations

from datetime import date, timedelta
from time import process_time

import pytest
from casework import Case, case

from claimcheck.dates.when import DAY
from claimcheck.engine.findings import Accord, Answered, HeldPosition, Ruling, State, Uncounted


def asked(found: Case, question: str = "question") -> Answered:
    """The positions on a question, which somebody must answer."""
    answered = found.findings.positions_of(question)
    assert answered is not None
    return answered


def held(answered: Answered) -> list[set[str]]:
    """Who holds each position, in order."""
    return [set(position.held_by) for position in answered.positions]


def state(found: Case, question: str = "question") -> State:
    """The state of a question."""
    answered = found.findings.state_of(question)
    assert answered is not None
    return answered


def days(position: HeldPosition) -> int:
    """How many days a position's answer leaves."""
    dates = position.answer.dates
    assert dates is not None
    return sum((span.stop - span.start) // DAY for span in dates.spans if span.start is not None and span.stop)


VESUVIUS = """
    format: 1
    questions:
      erupted: {ask: When did Vesuvius destroy Pompeii?, event: eruption}
    events:
      eruption: {label: the eruption}
    claims:
      pliny: {by: Pliny, answers: erupted, when: 24 August AD 79}
      aldus: {by: Aldus, answers: erupted, when: 24 August AD 79}
      florus: {by: Florus, answers: erupted, when: late August AD 79}
      rolandi: {by: Rolandi, answers: erupted, when: 24 October AD 79}
      osanna: {by: Osanna, answers: erupted, when: October AD 79}
      dio: {by: Dio, answers: erupted, when: AD 79}
"""


def test_accounts_that_can_all_be_right_hold_one_position_and_who_fits_several_leaves_open_which() -> None:
    answered = asked(case(VESUVIUS), "erupted")
    assert held(answered) == [{"pliny", "aldus", "florus"}, {"rolandi", "osanna"}]
    assert [set(position.fitting) for position in answered.positions] == [{"dio"}, {"dio"}]
    assert answered.undecided == (("dio", (1, 2)),)
    assert [days(position) for position in answered.positions] == [1, 1]
    assert answered.complete and answered.others == 0


def test_three_that_are_pairwise_possible_and_impossible_together_make_two_positions() -> None:
    # 1381: on one of two days each; any two share a day, no day is in all three.
    answered = asked(
        case(
            """
            question: When was the priory sacked?
            claims:
              Annals: "[1381-06-10, 1381-06-12]"
              Rolls: "[1381-06-12, 1381-06-14]"
              Verses: "[1381-06-10, 1381-06-14]"
            """
        )
    )
    assert len(answered.positions) == 2
    # Any two of the three will do beside the third, in three ways; the earliest answer is chosen: the 10th.
    assert answered.others == 2
    assert set(answered.positions[0].accounts) == {"Annals", "Verses"}


def test_the_fewest_sets_are_chosen_where_taking_the_largest_first_would_need_more() -> None:
    # The largest set is May 4 to 5 (four accounts), which leaves two on either side; two sets take in all six.
    answered = asked(
        case(
            """
            question: When was the treaty signed?
            claims:
              Ames: 1648-05-01/1648-05-03
              Birk: 1648-05-02/1648-05-05
              Cole: 1648-05-03/1648-05-05
              Dorn: 1648-05-04/1648-05-07
              Ekke: 1648-05-05/1648-05-06
              Fyfe: 1648-05-06/1648-05-09
            """
        )
    )
    assert [set(position.accounts) for position in answered.positions] == [
        {"Ames", "Birk", "Cole"},
        {"Dorn", "Ekke", "Fyfe"},
    ]


def test_what_states_nothing_or_is_held_to_be_a_slip_or_another_possibility_is_not_counted() -> None:
    found = case(
        """
        format: 1
        questions:
          crossed: {ask: When was the ice first crossed?, event: crossing}
        events:
          crossing: {label: the crossing}
        claims:
          laurentian: {by: Laurentian, answers: crossed, when: 5 April 1242}
          livonian: {by: Livonian, answers: crossed, when: 5 April 1242}
          reprint: {by: Livonian, answers: crossed, when: 5 April 1224, misprint: yes}
          sceptic: {by: Sceptic, answers: crossed, stance: rejects, when: 5 April 1242}
          later: {by: Livonian, answers: crossed, when: 12 April 1242, alternative-to: livonian}
          broken: {by: Broken, answers: crossed, when: 5 April 1242, also: [{event: crossing, when: 7 April 1242}]}
        """
    )
    answered = asked(found, "crossed")
    assert held(answered) == [{"laurentian", "livonian"}]
    assert dict(answered.uncounted) == {
        "reprint": Uncounted.MISPRINT,
        "sceptic": Uncounted.NOT_COMPARED,
        "later": Uncounted.ALTERNATIVE,
        "broken": Uncounted.INCONSISTENT,
    }
    assert answered.accord is Accord.AGREEMENT


REVISED = """
    format: 1
    questions:
      born: {ask: When was he born?, event: birth}
    events:
      birth: {label: the birth}
    sources:
      first-edition: {author: Vasari, issued: "1550"}
      second-edition: {author: Vasari, issued: "1568"}
    claims:
      early: {in: first-edition, answers: born, when: "1474"}
      late: {in: second-edition, answers: born, when: "1475", revises: early}
"""


def test_a_revised_account_is_withdrawn_and_holds_no_position_until_it_is_revised() -> None:
    answered = asked(case(REVISED), "born")
    assert held(answered) == [{"late"}]
    assert answered.uncounted == (("early", Uncounted.WITHDRAWN),)
    assert held(asked(case(REVISED, as_of=1560), "born")) == [{"early"}]


DENIED = """
    format: 1
    questions:
      sailed: {ask: When did the fleet sail?, event: sailing}
    events:
      sailing: {label: the sailing}
      council: {label: the council of war}
    claims:
      lisbon: {by: Lisbon, answers: sailed, when: 28 May 1588}
      corunna: {by: Corunna, answers: sailed, when: 21 July 1588}
      no-may: {by: A captain, answers: sailed, stance: denies, when: May 1588}
      no-june: {by: A friar, answers: sailed, stance: denies, when: June 1588}
      council-day: {by: A page, answers: sailed, when: the day after @council}
"""


def test_who_only_denies_or_is_undetermined_opens_no_position() -> None:
    answered = asked(case(DENIED), "sailed")
    assert held(answered) == [{"lisbon"}, {"corunna"}]
    assert [position.left_with for position in answered.positions] == [(), ("no-may",)]
    assert dict(answered.undecided) == {"no-june": (1, 2), "council-day": (1, 2)}
    assert set(answered.not_opening) == {"no-may", "no-june", "council-day"}


def test_unless_nothing_else_answers() -> None:
    without = ("lisbon", "corunna", "council-day")
    answered = asked(case(DENIED, without=without), "sailed")
    assert held(answered) == [{"no-may", "no-june"}]
    assert answered.not_opening == ()


def test_one_position_that_somebody_denies_is_not_called_undisputed() -> None:
    answered = asked(case(DENIED, without=("corunna", "no-june", "council-day")), "sailed")
    assert held(answered) == [{"lisbon"}]
    assert answered.accord is Accord.DENIED
    assert answered.undecided == (("no-may", ()),)


def test_a_claimant_may_hold_several_positions() -> None:
    answered = asked(
        case(
            """
            format: 1
            questions:
              ended: {ask: When did the sittings end?, event: end}
            events:
              end: {label: the end}
            claims:
              journal: {by: Rettie, answers: ended, when: 24 February 1956}
              memoir: {by: Rettie, answers: ended, when: 25 February 1956}
            """
        ),
        "ended",
    )
    assert answered.several == (("Rettie", (1, 2)),)


def test_of_equally_few_sets_those_with_the_most_accounts_are_chosen_and_the_others_counted() -> None:
    answered = asked(
        case(
            """
            question: When was the charter sealed?
            claims:
              Abbot: 1215-06-01/1215-06-05
              Baron: 1215-06-05/1215-06-10
              Clerk: 1215-06-10/1215-06-15
              Deacon: 1215-06-10/1215-06-20
            """
        )
    )
    # Abbot is with Baron or alone; with that, only one other set takes in the other two.
    assert [set(position.accounts) for position in answered.positions] == [
        {"Abbot", "Baron"},
        {"Baron", "Clerk", "Deacon"},
    ]
    assert answered.others == 0
    assert answered.undecided == (("Baron", (1, 2)),)


AMBIGUOUS = """
    question: When was the charter sealed?
    claims:
      {a}: 1215-06-01/1215-06-05
      {b}: 1215-06-05/1215-06-10
      {c}: 1215-06-10/1215-06-15
      {d}: 1215-06-15/1215-06-20
      {e}: 1215-06-20/1215-06-25
"""


def test_then_the_earliest_answer_decides_and_the_order_of_the_files_never() -> None:
    # Five in a row need three days of four (5, 10, 15, 20): 5, 10, 20 or 5, 15, 20; the earlier is chosen.
    names = {"a": "Abbot", "b": "Baron", "c": "Clerk", "d": "Deacon", "e": "Earl"}
    answered = asked(case(AMBIGUOUS.format(**names)))
    assert [set(position.accounts) for position in answered.positions] == [
        {"Abbot", "Baron"},
        {"Baron", "Clerk"},
        {"Deacon", "Earl"},
    ]
    assert answered.others == 1
    lines = [line for line in AMBIGUOUS.format(**names).splitlines() if "1215" in line]
    head = "\n".join(line for line in AMBIGUOUS.splitlines() if "1215" not in line)
    turned = "\n".join([head.rstrip(), *reversed(lines)])
    assert asked(case(turned)) == answered


def test_values_that_follow_each_other_are_one_position_and_its_answer_is_the_succession() -> None:
    answered = asked(
        case(
            """
            format: 1
            questions:
              abbot: {ask: Who was abbot?, role: abbot, of: house}
            events:
              house: {label: the house}
            claims:
              roll: {by: Roll, answers: abbot, value: Suger, from: 1122}
              annals: {by: Annals, answers: abbot, value: Odo, from: 1151}
              forger: {by: Forger, answers: abbot, value: Roger, from: 1122}
            """
        ),
        "abbot",
    )
    assert held(answered) == [{"roll"}, {"forger"}] or held(answered) == [{"forger"}, {"roll"}]
    assert [[tenure.claims for tenure in position.answer.values] for position in answered.positions] == [
        [("forger",), ("annals",)],
        [("roll",), ("annals",)],
    ]
    assert answered.undecided == (("annals", (1, 2)),)


def test_positions_on_values_stand_in_the_order_of_their_first_appearance() -> None:
    text = """
        format: 1
        questions:
          author: {ask: Who wrote the letter?, role: author, of: letter}
        events:
          letter: {label: the letter}
        sources:
          review: {issued: "1908"}
          essay: {issued: "1859"}
        claims:
          for-wallace: {by: Brooks, in: review, answers: author, value: Wallace}
          for-darwin: {by: Zeno, in: essay, answers: author, value: Darwin}
    """
    answered = asked(case(text), "author")
    assert held(answered) == [{"for-darwin"}, {"for-wallace"}]
    assert [position.since for position in answered.positions] == [1859, 1908]


def test_a_position_is_held_from_the_year_as_of_which_it_is_seen() -> None:
    found = case(REVISED)
    (position,) = asked(found, "born").positions
    assert position.since == 1568
    before, after = (found.findings.as_of(year).positions_of("born") for year in (1567, 1568))
    assert before is not None and "late" not in before.accounts
    assert after is not None and "late" in after.accounts


def test_yes_and_no_are_always_two_positions() -> None:
    # Of different times both could be: there was a treaty in 1700, and none in 1701.
    answered = asked(
        case(
            """
            format: 1
            kinds:
              treaty: {label: a secret treaty}
            questions:
              secret: {ask: Was there a secret treaty?, whether: treaty}
            claims:
              torcy: {by: Torcy, answers: secret, value: yes, when: 1700}
              heinsius: {by: Heinsius, answers: secret, value: no, when: 1701}
            """
        ),
        "secret",
    )
    assert sorted(map(sorted, held(answered))) == [["heinsius"], ["torcy"]]
    assert {position.answer.is_yes for position in answered.positions} == {True, False}


def test_what_is_said_of_other_matters_makes_no_position() -> None:
    found = case(
        """
        format: 1
        questions:
          died: {ask: When did she die?, event: death}
          buried: {ask: When was she buried?, event: burial}
        events:
          death: {label: her death}
          burial: {label: her burial}
        claims:
          annals: {by: Annals, answers: died, when: 5 May 1066, also: [{answers: buried, when: 8 May 1066}]}
          rolls: {by: Rolls, answers: died, when: 5 May 1066, also: [{answers: buried, when: 9 May 1066}]}
        """
    )
    assert found.verdict("annals", "rolls") == "contradicts"
    assert held(asked(found, "died")) == [{"annals", "rolls"}]
    assert len(asked(found, "buried").positions) == 2


def test_but_what_dates_the_event_from_which_it_counts_belongs_to_the_answer() -> None:
    # The record has the battle on the 10th; Annals counts from his own 5th: his third day after is the 8th.
    found = case(
        """
        format: 1
        questions:
          died: {ask: When did he die?, event: death}
        events:
          death: {label: his death}
          battle: {label: the battle, when: 10 May 1066, record: {in: Chronicle}}
        claims:
          annals:
            {by: Annals, answers: died, when: 3 days after @battle, also: [{event: battle, when: 5 May 1066}]}
          rolls: {by: Rolls, answers: died, when: 8 May 1066}
          verses: {by: Verses, answers: died, when: 13 May 1066}
        """
    )
    assert held(asked(found, "died")) == [{"annals", "rolls"}, {"verses"}]


def test_what_the_dates_of_its_own_anchors_rule_out_is_a_position_that_the_record_rules_out() -> None:
    found = case(
        """
        question: When was the bridge first crossed?
        claims:
          Memoirs: mid-May 1901, not before @opening
          Letters: mid-May 1901, not before @opening
          Register: 25 May 1901
        events:
          opening: {label: the opening, when: 1 July 1901, record: {in: Gazette}}
        """
    )
    answered = asked(found)
    assert held(answered) == [{"Memoirs", "Letters"}, {"Register"}]
    assert [position.is_against_givens for position in answered.positions] == [True, False]
    assert [one.ruling for one in state(found).judged] == [Ruling.RULED_OUT, Ruling.OPEN]
    assert state(found).decided_for == 2


def test_a_claim_that_names_no_question_is_an_account_of_the_one_whose_matter_it_speaks_of() -> None:
    found = case(
        """
        format: 1
        kinds:
          vote: {label: a vote}
        questions:
          voted: {ask: When did they first vote?, first: vote}
        claims:
          minutes: {by: Minutes, answers: voted, when: 9 July 1789}
          diary: {by: Diary, answers: voted, when: 13 July 1789}
          letter: {by: Letter, kind: vote, when: before 10 July 1789}
        """
    )
    assert held(asked(found, "voted")) == [{"minutes", "letter"}, {"diary"}]


def test_what_the_record_says_of_a_position_it_says_of_those_who_answer_the_question() -> None:
    found = case(
        """
        format: 1
        kinds:
          vote: {label: a vote}
        questions:
          voted: {ask: When did they first vote?, first: vote}
        events:
          ballot: {label: a ballot, kinds: vote, record: {in: minutes, when: 9 July 1789}}
        claims:
          diary: {by: Diary, answers: voted, when: 1 May 1789}
          letter: {by: Letter, kind: vote, when: before 10 July 1789}
          memoir: {by: Memoir, answers: voted, when: 13 July 1789}
        """
    )
    assert held(asked(found, "voted")) == [{"diary", "letter"}, {"memoir"}]
    assert [judged.ruling for judged in state(found, "voted").judged] == [Ruling.OPEN, Ruling.RULED_OUT]


# How one position stands.


@pytest.mark.parametrize(
    ("second", "accord"),
    [("5 April 1242", Accord.AGREEMENT), ("April 1242", Accord.COMPATIBILITY), ("", Accord.STATED_ONCE)],
)
def test_whether_one_position_is_agreement_or_only_compatibility(second: str, accord: Accord) -> None:
    lines = ["question: When was the ice crossed?", "claims:", "  Annals: 5 April 1242"]
    lines += [f"  Rolls: {second}"] if second else []
    assert asked(case("\n".join(lines))).accord is accord


# The state of a question.


def test_the_record_decides_if_it_rules_out_all_positions_but_one() -> None:
    found = case(
        """
        question: When was the bridge first crossed?
        through: Town Chronicle, 1931
        claims:
          Memoirs: 14 to 20 May 1901
          Register: late April 1901
        record:
          toll-ledger: 2 May 1901
        """
    )
    assert state(found).decided_for == 1
    assert [one.ruling for one in state(found).judged] == [Ruling.OPEN, Ruling.RULED_OUT]
    assert state(found).judged[1].against == ("toll-ledger",)
    assert state(found).would_decide == ()


GRAFFITO = """
    format: 1
    questions:
      erupted: {ask: When did Vesuvius destroy Pompeii?, event: eruption}
    sources:
      house: {type: archival, title: A house in Regio V}
      register: {type: archival, title: The register of the colony, covers: "0079", unseen: yes}
      elsewhere: {type: archival, title: The register of another year, covers: 1779, unseen: yes}
      seen: {type: archival, title: A register that was read, covers: "0079"}
    kinds:
      life: {label: life in the town}
    events:
      eruption: {label: the eruption}
      graffito: {label: the graffito, WHEN record: {in: house}}
    bridges:
      no-life-after: {says: Nobody wrote on these walls after the eruption, order: [graffito, eruption]}
    claims:
      pliny: {by: Pliny, answers: erupted, when: 24 August AD 79}
      rolandi: {by: Rolandi, answers: erupted, when: 24 October AD 79}
"""


def test_a_record_with_several_dates_would_decide_and_the_dates_are_told() -> None:
    # The graffito is of 17 October, of 78 or of 79: only in 79 does it rule out August.
    text = GRAFFITO.replace("WHEN", 'when: "[0078-10-17, 0079-10-17]",')
    found = case(text, bridges=("no-life-after",))
    (decider,) = state(found, "erupted").would_decide
    assert (decider.event, decider.bridges) == ("graffito", ())
    ((number, dates),) = decider.rules_out
    assert number == 1 and dates is not None and len(dates.spans) == 1
    dated = case(text.replace("[0078-10-17, 0079-10-17]", "0079-10-17"), bridges=("no-life-after",))
    assert state(dated, "erupted").decided_for == 2


def test_so_would_an_undated_record() -> None:
    found = case(GRAFFITO.replace("WHEN", ""), bridges=("no-life-after",))
    (decider,) = state(found, "erupted").would_decide
    assert decider.event == "graffito"
    # Later than 24 October it would rule out both, which decides nothing; between the two, August alone.
    ((number, dates),) = decider.rules_out
    assert number == 1 and dates is not None
    assert dates.start is not None and dates.stop is not None and (dates.stop - dates.start) // DAY == 61


def test_a_day_without_its_year_would_decide_in_one_year_of_ten_thousand() -> None:
    found = case(GRAFFITO.replace("WHEN", 'when: "XXXX-10-17",'), bridges=("no-life-after",))
    ((number, dates),) = state(found, "erupted").would_decide[0].rules_out
    assert number == 1 and dates is not None and len(dates.spans) == 1


def test_so_would_a_bridge_and_nothing_else() -> None:
    found = case(GRAFFITO.replace("WHEN", "when: 17 October AD 79,"))
    (decider,) = state(found, "erupted").would_decide
    assert (decider.event, decider.bridges, decider.rules_out) == (None, ("no-life-after",), ((1, None),))
    plain = GRAFFITO[: GRAFFITO.index("bridges:")] + GRAFFITO[GRAFFITO.index("claims:") :]
    assert state(case(plain.replace("WHEN", "when: 17 October AD 79,")), "erupted").would_decide == ()


def test_a_source_known_to_exist_and_not_seen_is_the_place_to_look_if_it_covers_the_matter() -> None:
    found = case(GRAFFITO.replace("WHEN", "when: 17 October AD 79,"))
    assert state(found, "erupted").look_in == ("register",)


def test_a_position_is_ruled_out_in_part_where_the_record_contradicts_some_who_hold_it() -> None:
    found = case(
        """
        question: When was the mill first burnt?
        through: Inquest
        claims:
          Annals: 1 to 10 May 1381
          Rolls: 5 May 1381
          Verses: 3 June 1381
        record:
          inquest: 4 May 1381
        """
    )
    # A first burning on the 4th leaves Annals (1 to 10) and rules out the 5th, and June.
    rulings = [one.ruling for one in state(found).judged]
    assert rulings == [Ruling.RULED_OUT_IN_PART, Ruling.RULED_OUT]


# Between questions.

MEMOIRS = """
    format: 1
    kinds:
      raised: {label: the matter is raised}
      debated: {label: the matter is debated, broader: raised}
    questions:
      first-raised: {ask: When was it first raised?, first: raised}
      debate: {ask: When was the debate?, event: the-debate}
      tabled: {ask: When was it tabled?, event: tabling}
    events:
      the-debate: {label: the debate, kinds: debated}
      tabling: {label: the tabling}
    bridges:
      one: {says: The tabling is the debate, same: [tabling, the-debate]}
    claims:
      corridors: {by: Memoirs, answers: first-raised, when: 14 February 1956}
      autumn: {by: Naumov, answers: first-raised, when: October 1955}
      minutes: {by: Minutes, answers: debate, when: 1 February 1956}
      agenda: {by: Agenda, answers: tabled, when: 1 February 1956}
"""


def test_a_position_excludes_positions_on_other_questions_outright_or_under_a_bridge() -> None:
    found = case(MEMOIRS).findings
    excluding = {(tie.position, tie.other, tie.bridges) for tie in found.ties if not tie.carries}
    # Positions stand by date: the first-raised of October is number 1, that of 14 February number 2.
    assert (("first-raised", 2), ("debate", 1), ()) in excluding
    assert (("debate", 1), ("first-raised", 2), ()) in excluding
    assert (("first-raised", 2), ("tabled", 1), (("one",),)) in excluding
    assert not any(one == ("first-raised", 1) for one, _, _ in excluding)


def test_a_position_carries_others_with_it_outright_or_under_a_bridge() -> None:
    found = case(MEMOIRS).findings
    carrying = {(tie.position, tie.other, tie.bridges) for tie in found.ties if tie.carries}
    assert carrying == {
        (("debate", 1), ("tabled", 1), (("one",),)),
        (("tabled", 1), ("debate", 1), (("one",),)),
    }
    granted = case(MEMOIRS, bridges=("one",)).findings
    assert (("debate", 1), ("tabled", 1), ()) in {
        (tie.position, tie.other, tie.bridges) for tie in granted.ties if tie.carries
    }


# Many accounts.


def test_thousands_of_accounts_on_one_question_are_grouped_by_the_time_that_they_share() -> None:
    lines = ["question: When did the comet appear?", "claims:"]
    for number in range(3000):
        first = 1 + number % 25
        lines.append(f"  Witness{number}: 1577-11-{first:02}/1577-11-{first + 3:02}")
    found = case("\n".join(lines))
    started = process_time()
    answered = asked(found)
    # Windows of four days that begin on the 1st to the 25th: the 4th, 8th, … 28th meet all, and no fewer do.
    assert len(answered.positions) == 7
    assert len(answered.accounts) == 3000
    assert answered.complete
    assert process_time() - started < 20


def test_so_are_thousands_that_all_say_something_different() -> None:
    days = [date(1577, 1, 1) + timedelta(days=7 * number) for number in range(2500)]
    lines = ["question: When did the comet appear?", "claims:"]
    lines += [f"  Witness{n}: {day}/{day + timedelta(days=n % 7)}" for n, day in enumerate(days)]
    started = process_time()
    answered = asked(case("\n".join(lines)))
    assert len(answered.positions) == 2500  # a week apart, and none lasts longer than one
    assert answered.complete and answered.others == 0
    assert process_time() - started < 30


def test_where_too_many_are_tied_to_others_it_is_said_that_fewer_positions_might_do() -> None:
    lines = ["question: When did the comet appear?", "events:"]
    lines += [f"  fair-{n}: {{label: the fair {n}}}" for n in range(130)]
    lines += ["claims:"]
    lines += [f"  Witness{n}: 1577-11-{1 + n % 28:02}, after @fair-{n}" for n in range(130)]
    answered = asked(case("\n".join(lines)))
    assert not answered.complete
    assert len(answered.accounts) == 130
    assert len(answered.positions) >= 28
