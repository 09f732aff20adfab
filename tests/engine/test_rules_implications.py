"""Rule 29: bridges of `if` and `then`, on small corpora from different centuries: where they bite, where not."""

from __future__ import annotations

from casework import case

PLINY = """
questions:
  day: {ask: When did it erupt?, event: eruption}
  letter: {ask: What did Pliny write?, role: reading, of: letter}
events:
  eruption: {label: the eruption of Vesuvius}
  letter: {label: "Pliny's letter"}
claims:
  medicean: {in: Laurentianus f. 1, answers: letter, value: nonum kal. Septembres}
  girolamini: {in: Gerolamini f. 2, answers: letter, value: kal. Novembres}
  october: {in: Stefani 2006, answers: day, when: 24 October AD 79}
  august: {in: Beard 2008, answers: day, when: 24 August AD 79}
  year: {in: Dio 66, answers: day, when: AD 79}
bridges:
  he-wrote-it:
    says: What the codex has is what he wrote, and he knew the day
    if: {role: reading, of: letter, value: nonum kal. Septembres}
    then: {event: eruption, when: 24 August AD 79}
"""


def test_a_reading_is_tied_to_a_date_only_under_the_bridge() -> None:
    found = case(PLINY)
    pair = found.pair("medicean", "october")
    assert pair.verdict == "different-questions"
    assert pair.if_bridge == (("he-wrote-it",),)
    assert found.listed("medicean", "august") is None
    assert found.listed("girolamini", "october") is None
    assert found.pair("october", "august").if_bridge == ()


def test_granted_it_contradicts_what_its_consequence_excludes() -> None:
    found = case(PLINY, bridges=("he-wrote-it",))
    pair = found.pair("medicean", "october")
    assert pair.verdict == "contradicts"
    assert any(step.role == "bridge" and step.id == "he-wrote-it" for step in pair.because)
    assert found.verdict("medicean", "august") == "unlisted"
    assert found.verdict("medicean", "year") == "unlisted"
    assert found.verdict("girolamini", "october") == "unlisted"
    assert found.conflict("medicean", "october").bridges == ("he-wrote-it",)


TITLE = """
questions:
  author: {ask: Who wrote the ballad?, role: author, of: ballad}
  name: {ask: What was its title?, role: title, of: ballad}
events:
  ballad: {label: the ballad}
claims:
  broadside: {in: Broadside of 1790, answers: name, value: The Weaver}
  chapbook: {in: Chapbook of 1801, answers: name, value: The Loom}
  ramsay: {in: Ramsay 1850, answers: author, value: Allan Ramsay}
  child: {in: Child 1882, answers: author, value: Robert Fergusson}
bridges:
  the-weaver-is-his:
    says: The ballad called The Weaver is Fergusson's
    if: {role: title, of: ballad, value: The Weaver}
    then: {role: author, of: ballad, value: Robert Fergusson}
"""


def test_a_title_brings_its_author_and_another_author_excludes_the_title() -> None:
    found = case(TITLE)
    assert found.pair("broadside", "ramsay").if_bridge == (("the-weaver-is-his",),)
    assert found.listed("broadside", "child") is None
    granted = case(TITLE, bridges=("the-weaver-is-his",))
    assert granted.verdict("broadside", "ramsay") == "contradicts"
    assert granted.verdict("chapbook", "ramsay") == "unlisted"
    assert granted.conflicts() == [("broadside", "chapbook"), ("broadside", "ramsay"), ("ramsay", "child")]


FIND = """
events:
  coin: {label: the coin falls into the ditch}
  ditch: {label: the ditch is filled, record: {in: Excavation report p. 12, when: before @rampart}}
  rampart: {label: the rampart is raised}
claims:
  early: {in: Wheeler 1943, event: ditch, when: 40 BC}
  late: {in: Sharples 1991, event: ditch, when: AD 60}
  struck: {in: Coin catalogue 7, event: coin, when: "after AD 14"}
  lost: {in: Site notebook, event: coin, when: 50 BC}
bridges:
  sealed:
    says: A coin of Tiberius under the fill dates it
    if: {event: coin, when: not before AD 14}
    then: {event: ditch, when: not before AD 14}
"""


def test_a_find_sets_a_limit_and_where_the_limit_fails_the_find_must_be_of_another_time() -> None:
    found = case(FIND, bridges=("sealed",))
    assert found.verdict("early", "struck") == "contradicts"
    assert found.verdict("late", "struck") == "unlisted"
    assert found.verdict("early", "lost") == "unlisted"
    assert case(FIND).pair("early", "struck").if_bridge == (("sealed",),)


def test_a_condition_that_can_fail_decides_nothing() -> None:
    vague = FIND.replace('when: "after AD 14"', "when: before AD 50")
    assert case(vague, bridges=("sealed",)).verdict("early", "struck") == "unlisted"


def test_a_condition_of_several_parts_holds_only_if_all_of_them_do() -> None:
    both = """
    events:
      oath: {label: the oath}
      crown: {label: the crowning}
      feast: {label: the feast}
    claims:
      sworn: {in: A 1, event: oath, when: 3 May 1413}
      crowned: {in: B 1, event: crown, when: 4 May 1413}
      feasted: {in: C 1, event: feast, when: 9 May 1413}
    bridges:
      custom:
        says: After oath and crowning the feast was held at once
        if: [{event: oath, when: 3 May 1413}, {event: crown, when: 4 May 1413}]
        then: {event: feast, when: 5 May 1413}
    """
    found = case(both, bridges=("custom",))
    assert found.conflicts() == [("sworn", "crowned", "feasted")]
    assert found.listed("sworn", "feasted") is None


def test_a_condition_that_there_was_none_holds_where_the_set_says_so() -> None:
    none = """
    kinds: {letter: {label: a letter is sent}}
    events:
      treaty: {label: the treaty}
    claims:
      silent: {in: A 1, none: letter, when: 1648}
      partly: {in: D 1, none: letter, when: March 1648}
      signed: {in: B 1, event: treaty, when: 1649}
      later: {in: C 1, event: treaty, when: 1651}
    bridges:
      without-letters:
        says: Without letters there was no treaty before 1650
        if: {none: letter, when: May 1648}
        then: {event: treaty, when: not before 1650}
    """
    found = case(none, bridges=("without-letters",))
    assert found.verdict("silent", "signed") == "contradicts"
    assert found.verdict("partly", "signed") == "unlisted"
    assert found.verdict("silent", "later") == "unlisted"


def test_a_consequence_that_there_was_none_excludes_what_is_asserted() -> None:
    none = """
    kinds: {sitting: {label: a sitting}}
    events:
      plague: {label: the plague}
      session: {label: the session, kinds: sitting}
    claims:
      plague-june: {in: A 1, event: plague, when: June 1625}
      plague-july: {in: B 1, event: plague, when: July 1625}
      sat: {in: C 1, event: session, when: 10 June 1625}
    bridges:
      closed:
        says: During the plague nobody sat
        if: {event: plague, when: June 1625}
        then: {none: sitting, when: June 1625}
    """
    found = case(none, bridges=("closed",))
    assert found.verdict("plague-june", "sat") == "contradicts"
    assert found.verdict("plague-july", "sat") == "unlisted"


def test_a_record_contradicts_a_claim_through_an_implication() -> None:
    text = """
    questions: {day: {ask: When did it erupt?, event: eruption}}
    events:
      eruption: {label: the eruption}
      codex: {label: the codex is written, role: reading, of: letter, value: Sept., record: Laurentianus f. 1}
      letter: {label: the letter}
    claims:
      october: {in: Stefani 2006, answers: day, when: 24 October AD 79}
    bridges:
      he-wrote-it:
        says: he knew the day
        if: {role: reading, of: letter, value: Sept.}
        then: {event: eruption, when: 24 August AD 79}
    """
    assert case(text).row("october").if_bridge == (("he-wrote-it",),)
    found = case(text, bridges=("he-wrote-it",))
    assert found.standing("october") == "contradicted"
    assert found.bearing("october") == {"codex": "contradicts"}


def test_a_first_is_a_condition_only_for_one_who_says_that_it_was_the_first() -> None:
    text = """
    kinds: {raised: {label: the issue is raised}}
    events:
      debate: {label: a debate, kinds: raised}
      draft: {label: the draft}
    claims:
      first: {in: A 1, first: raised, when: 3 March 1921}
      some: {in: B 1, event: debate, when: 3 March 1921}
      early: {in: C 1, event: draft, when: 1 March 1921}
    bridges:
      no-draft-before:
        says: the draft followed the first raising
        if: {first: raised, when: March 1921}
        then: {event: draft, when: not before 3 March 1921}
    """
    found = case(text, bridges=("no-draft-before",))
    assert found.verdict("first", "early") == "contradicts"
    assert found.verdict("some", "early") == "unlisted"


def test_two_implications_are_a_chain() -> None:
    text = """
    events: {one: {label: the one}, two: {label: the two}, three: {label: the three}}
    claims:
      a: {in: A 1, event: one, when: 1300}
      b: {in: B 1, event: two, when: 1302}
      c: {in: C 1, event: three, when: 1310}
    bridges:
      first: {says: first, if: {event: one, when: 1300}, then: {event: two, when: 1301}}
      second: {says: second, if: {event: two, when: 1301}, then: {event: three, when: 1302}}
    """
    assert case(text).conflicts() == []
    assert case(text, bridges=("first", "second")).conflicts() == [("a", "b"), ("a", "c")]
    assert case(text, bridges=("first",)).conflicts() == [("a", "b")]
    assert case(text).pair("a", "c").if_bridge == (("first", "second"),)


def test_consequences_of_two_implications_meet_each_other() -> None:
    text = """
    events: {one: {label: the one}, two: {label: the two}, book: {label: the book}}
    claims:
      a: {in: A 1, event: one, when: 1300}
      b: {in: B 1, event: two, when: 1301}
    bridges:
      his: {says: his, if: {event: one, when: 1300}, then: {role: author, of: book, value: Odo}}
      hers: {says: hers, if: {event: two, when: 1301}, then: {role: author, of: book, value: Ada}}
    """
    assert case(text).pair("a", "b").if_bridge == (("his", "hers"),)
    assert case(text, bridges=("his", "hers")).conflicts() == [("a", "b")]


def test_what_an_implication_says_corroborates_nothing() -> None:
    text = """
    events:
      one: {label: the one, when: 1300, record: A 1}
      two: {label: the two}
    claims:
      b: {in: B 1, event: two, when: 1301}
    bridges:
      first: {says: first, if: {event: one, when: 1300}, then: {event: two, when: 1301}}
    """
    assert case(text, bridges=("first",)).standing("b") == "known-only-through-the-claimant"
