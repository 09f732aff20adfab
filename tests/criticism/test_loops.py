"""Circular corroboration: shown where support leads back to the claim, and nowhere else."""

from __future__ import annotations

from critical_corpora import examined

from claimcheck.criticism.loops import Circle, Loop, Tie, loops

CROSSING = """
questions:
  crossed: {{ask: "When was the river crossed?", event: crossing}}
events:
  crossing:
    label: the army crosses the river
    when: 10 January 49 BC
    record: {record}
sources:
  lives: {{type: study}}
  letters: {{type: archival{letters}}}
claims:
  biographer: {{by: The biographer, in: lives 31, answers: crossed, when: January 49 BC}}
"""


def found(record: str, letters: str = "") -> tuple[Loop, ...]:
    return loops(examined(CROSSING.format(record=record, letters=letters)))


def test_a_record_in_the_claims_own_source_is_circular() -> None:
    (loop,) = found("{in: lives 31}")
    assert (loop.circle, loop.claim, loop.record) == (Circle.OWN_SOURCE, "biographer", "crossing")
    assert [(link.start, link.tie, link.end) for link in loop.links] == [
        ("biographer", Tie.STANDS_IN, "lives"),
        ("lives", Tie.IS_BEHIND, "crossing"),
    ]


def test_a_record_that_rests_on_the_claims_source_is_circular() -> None:
    (loop,) = found("{in: letters 7}", ", rests-on: lives")
    assert loop.circle is Circle.SHARED_ROOT
    assert [link.end for link in loop.links] == ["lives", "letters", "crossing"]


def test_a_record_in_another_source_is_not_circular() -> None:
    assert found("{in: letters 7}") == ()


def test_a_common_relay_makes_no_circle() -> None:
    assert found("{in: letters 7}", ", through: lives") == ()


def test_a_record_that_would_not_support_the_claim_closes_no_circle() -> None:
    text = CROSSING.format(record="{in: lives 31}", letters="").replace(
        "when: 10 January 49 BC", "when: 1 March 49 BC"
    )
    assert loops(examined(text)) == ()


CITED = """
questions:
  founded: {{ask: "When was the club founded?", event: founding}}
  closed: {{ask: "When was the club closed?", event: closing}}
events:
  founding: {{label: the club is founded}}
  closing: {{label: the club is closed}}
sources:
  encyclopaedia: {{type: reference}}
  newspaper: {{type: press{newspaper}}}
claims:
  entry: {{by: The encyclopaedia's editors, in: encyclopaedia, answers: founded, when: 1903{entry}}}
  article: {{by: A reporter, in: newspaper, answers: founded, when: 1903{article}}}
  other: {{by: The encyclopaedia's editors, in: encyclopaedia, answers: closed, when: 1950}}
"""


def test_a_claim_that_rests_on_what_rests_on_its_own_source_cites_itself() -> None:
    text = CITED.format(newspaper=", rests-on: encyclopaedia", entry=", rests-on: newspaper", article="")
    (loop,) = loops(examined(text))
    assert (loop.circle, loop.claim, loop.record) == (Circle.CITES_ITSELF, "entry", None)
    assert [link.end for link in loop.links] == ["newspaper", "encyclopaedia", "entry"]


def test_a_circle_is_found_through_a_claim_of_the_other_source() -> None:
    text = CITED.format(newspaper=", rests-on: encyclopaedia", entry=", rests-on: article", article="")
    assert [loop.claim for loop in loops(examined(text))] == ["entry"]


def test_to_draw_on_the_same_book_in_another_matter_is_no_circle() -> None:
    text = CITED.format(newspaper="", entry=", rests-on: article", article=", rests-on: other")
    assert loops(examined(text)) == ()


def test_a_chain_with_an_end_is_no_circle() -> None:
    text = CITED.format(newspaper="", entry=", rests-on: newspaper", article="")
    assert loops(examined(text)) == ()
