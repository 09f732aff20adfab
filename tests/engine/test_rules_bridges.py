"""Bridges that cannot be granted: they change no verdict, and no search waits for them (rule 24)."""

from __future__ import annotations

from textwrap import dedent

from casework import case, corpus_of

from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.perspective import Perspective, view

RIVALS = """
question: When did the letter arrive?
claims:
  clerk: after @sent
  diary: 1957
events: {sent: {when: 1955, record: Register 1}, opened: {when: 1956, record: Register 2}}
bridges:
  ten: {says: it took ten days, from: sent, to: opened, takes: 10 days}
  twenty: {says: it took twenty days, from: sent, to: opened, takes: 20 days}
"""

AGAINST_ORDER = """
claims:
  a: {event: siege, when: before @truce}
  b: {event: siege, when: 1957}
events:
  oath: {label: the oath, when: 1955, record: Annals 1}
  truce: {label: the truce, when: 1956, record: Annals 2, after: [oath]}
  siege: {label: the siege}
bridges:
  reversed: {says: the truce was over before the oath, order: [truce, oath]}
"""


def inquiry(text: str, *granted: str) -> Inquiry:
    return Inquiry(view(corpus_of(text), Perspective(bridges=granted)))


def exclusions(looked: Inquiry) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of bridges of the corpus that cannot be granted together."""
    return looked.exclusions_among(tuple(looked.view.corpus.bridges))


def set_aside(text: str, *granted: str) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of those that are granted of which none can be."""
    return inquiry(text, *granted).exclusions_among(granted)


def test_bridges_that_exclude_each_other_are_told_and_change_no_verdict() -> None:
    assert exclusions(inquiry(RIVALS)) == (("ten", "twenty"),)
    found = case(RIVALS)
    assert found.verdict("clerk", "diary") == "refined-by"
    assert found.pair("clerk", "diary").if_bridge == ()


def test_granted_together_they_are_set_aside_and_named() -> None:
    assert set_aside(RIVALS, "ten", "twenty") == (("ten", "twenty"),)
    assert set_aside(RIVALS, "ten") == ()
    granted, plain = case(RIVALS, bridges=("ten", "twenty")), case(RIVALS)
    assert granted.verdict("clerk", "diary") == plain.verdict("clerk", "diary")
    assert granted.standing("clerk") == plain.standing("clerk")
    assert granted.standing("diary") == plain.standing("diary")
    assert granted.conflicts() == []


def test_a_bridge_against_the_stated_order_is_never_granted() -> None:
    assert exclusions(inquiry(AGAINST_ORDER)) == (("reversed",),)
    assert set_aside(AGAINST_ORDER, "reversed") == (("reversed",),)
    granted, plain = case(AGAINST_ORDER, bridges=("reversed",)), case(AGAINST_ORDER)
    assert plain.verdict("a", "b") == granted.verdict("a", "b") == "contradicts"
    assert plain.conflicts() == granted.conflicts() == [("a", "b")]


def test_an_event_cannot_be_the_same_as_one_that_it_comes_after() -> None:
    text = AGAINST_ORDER.replace("order: [truce, oath]", "same: [truce, oath]")
    assert exclusions(inquiry(text)) == (("reversed",),)


def test_a_ring_of_three_orders_is_one_exclusion_of_three() -> None:
    text = """
    events: {x: {label: x}, y: {label: y}, z: {label: z}}
    claims:
      one: {event: x, when: 1301}
      two: {event: y, when: 1300}
    bridges:
      xy: {says: first x then y, order: [x, y]}
      yz: {says: first y then z, order: [y, z]}
      zx: {says: first z then x, order: [z, x]}
    """
    assert exclusions(inquiry(text)) == (("xy", "yz", "zx"),)
    assert case(text).pair("one", "two").if_bridge == (("xy",),)
    assert case(text, bridges=("xy", "yz", "zx")).verdict("one", "two") == "different-questions"
    assert case(text, bridges=("xy", "yz")).verdict("one", "two") == "contradicts"


def test_lengths_that_agree_only_roughly_strain_nothing() -> None:
    text = RIVALS.replace("20 days", "11 days").replace(
        "when: 1956, record: Register 2", "when: 1956, record: R 2"
    )
    assert exclusions(inquiry(text)) == ()
    assert not case(text, bridges=("ten", "twenty")).pair("clerk", "diary").strained


def test_two_claims_that_assume_rival_bridges_do_not_contradict_for_it() -> None:
    text = """
    events: {sent: {label: sent}, opened: {label: opened}}
    claims:
      a: {event: sent, when: 1 May 1500, given: ten}
      b: {event: opened, when: 1500, given: twenty}
      c: {event: opened, when: 30 May 1500}
    bridges:
      ten: {says: ten days, from: sent, to: opened, takes: 10 days}
      twenty: {says: twenty days, from: sent, to: opened, takes: 20 days}
    """
    found = case(text)
    assert found.verdict("a", "b") == "unlisted"
    assert found.verdict("a", "c") == "contradicts"


def test_a_dozen_rival_bridges_are_no_endless_search() -> None:
    lengths = "\n".join(
        f"  b{days}: {{says: it took {days} days, from: sent, to: opened, takes: {days} days}}"
        for days in range(10, 130, 10)
    )
    text = f"""
events: {{sent: {{label: sent}}, opened: {{label: opened}}}}
claims:
  a: {{event: sent, when: 1 May 1500}}
  b: {{event: opened, when: 10 June 1500}}
bridges:
{lengths}
"""
    looked = inquiry(dedent(text))
    assert len(exclusions(looked)) == 12 * 11 // 2
    found = case(text)
    assert len(found.pair("a", "b").if_bridge) == 11  # all but forty days
    assert found.findings.complete


def roughly(days: int) -> str:
    return f"""
    claims:
      before: {{event: siege, when: before @truce}}
      late: {{event: siege, when: 10 May 1500}}
      early: {{event: siege, when: 4 May 1500}}
    events:
      oath: {{label: the oath, when: 1 May 1500, record: Annals 1}}
      truce: {{label: the truce, when: 9 May 1500, record: Annals 2}}
      siege: {{label: the siege}}
    bridges:
      length: {{says: the truce came so many days after the oath, from: oath, to: truce, takes: {days} days}}
    """


def test_dates_that_fit_a_length_of_time_only_roughly_are_given_and_strain_what_rests_on_them() -> None:
    found = case(roughly(7), bridges=("length",))
    assert found.verdict("before", "late") == "contradicts"
    assert found.verdict("before", "early") == "overlaps"
    assert found.pair("before", "early").strained


def test_dates_that_fit_a_length_of_time_on_no_reading_are_given_to_nobody() -> None:
    found = case(roughly(5), bridges=("length",))
    assert found.verdict("before", "late") == found.verdict("before", "early") == "undetermined"


def test_dates_that_fit_a_length_of_time_strain_nothing() -> None:
    found = case(roughly(8), bridges=("length",))
    assert found.verdict("before", "early") == "refined-by"
    assert not found.pair("before", "early").strained
