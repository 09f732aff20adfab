"""Ids that name nothing, circles, and what becomes of the rest of the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_reading import read

HEAD = """\
questions:
  crossed: {ask: When was it crossed?, first: crossing}
kinds:
  crossing: {label: somebody crosses it}
events:
  flood: {label: the flood, when: 3 May 1204, record: annals 12}
sources:
  annals: {type: study}
"""


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("{answers: none-such, when: 1204}", "CC205"),
        ("{event: none-such, when: 1204}", "CC204"),
        ("{kind: none-such, when: 1204}", "CC203"),
        ("{none: none-such, when: 1204}", "CC203"),
        ("{answers: crossed, when: before @none-such}", "CC209"),
        ("{answers: crossed, when: 1204, or-when: before @none-such}", "CC209"),
        ("{answers: crossed, when: 1204, rests-on: none-such}", "CC207"),
        ("{answers: crossed, when: 1204, independent-of: none-such}", "CC202"),
        ("{answers: crossed, when: 1204, given: none-such}", "CC208"),
        ("{answers: crossed, when: 1204, revises: none-such}", "CC206"),
        ("{answers: crossed, when: 1204, alternative-to: none-such}", "CC206"),
        ("{reports: none-such}", "CC206"),
        ("{disputes: none-such}", "CC206"),
        ("{disputes: sound, because: none-such}", "CC212"),
        ("{answers: {none-such: 1204}}", "CC205"),
        ("{answers: crossed, when: 1204, also: {none: none-such}}", "CC203"),
    ],
)
def test_an_id_that_names_nothing_takes_its_claim_out_and_no_other(tmp_path: Path, claim: str, code: str) -> None:
    found = read(tmp_path, HEAD + f"claims:\n  sound: {{answers: crossed, when: 1204}}\n  c: {claim}\n")
    assert found.only.code == code
    assert "none-such" in found.only.message
    assert list(found.corpus.claims) == ["sound"]


@pytest.mark.parametrize(
    ("section", "code"),
    [
        ("sources:\n  x: {part-of: none-such}\n", "CC202"),
        ("sources:\n  x: {rests-on: none-such}\n", "CC207"),
        ("sources:\n  x: {covers: {when: 1204, kinds: none-such}}\n", "CC203"),
        ("kinds:\n  x: {broader: none-such}\n", "CC203"),
        ("kinds:\n  x: {presupposes: none-such}\n", "CC203"),
        ("events:\n  x: {kinds: none-such}\n", "CC203"),
        ("events:\n  x: {after: none-such}\n", "CC204"),
        ("events:\n  x: {when: before @none-such, record: annals 3}\n", "CC209"),
        ("events:\n  x: {record: {in: annals 3, first: none-such}}\n", "CC203"),
        ("questions:\n  x: {ask: When?, first: none-such}\n", "CC203"),
        ("questions:\n  x: {ask: When?, event: none-such}\n", "CC204"),
        ("bridges:\n  x: {same: [flood, none-such]}\n", "CC204"),
        ("bridges:\n  x: {order: [flood, none-such]}\n", "CC204"),
        ("bridges:\n  x: {narrower: crossing, broader: none-such}\n", "CC203"),
        ("bridges:\n  x: {from: flood, to: none-such, takes: 3 days}\n", "CC204"),
        ("bridges:\n  x: {permanent: none-such}\n", "CC210"),
    ],
)
def test_every_section_is_looked_through(tmp_path: Path, section: str, code: str) -> None:
    text = HEAD + "claims:\n  sound: {answers: crossed, when: 1204}\n"
    found = read(tmp_path, text, files={"more.yaml": section})
    assert found.only.code == code
    assert list(found.corpus.claims) == ["sound"]


@pytest.mark.parametrize(
    ("section", "code"),
    [
        ("sources:\n  x: {rests-on: y}\n  y: {rests-on: x}\n", "CC221"),
        ("sources:\n  x: {rests-on: x}\n", "CC221"),
        ("sources:\n  x: {through: y}\n  y: {through: x p. 3}\n", "CC222"),
        ("kinds:\n  x: {broader: y}\n  y: {broader: z}\n  z: {broader: x}\n", "CC223"),
        ("kinds:\n  x: {presupposes: y}\n  y: {presupposes: x}\n", "CC224"),
        ("sources:\n  x: {part-of: y}\n  y: {part-of: x}\n", "CC225"),
        ("events:\n  x: {when: after @y, record: a 1}\n  y: {when: before @x, record: a 1}\n", "CC226"),
        ("events:\n  x: {after: y}\n  y: {after: x}\n", "CC227"),
    ],
)
def test_a_circle_is_said_once(tmp_path: Path, section: str, code: str) -> None:
    text = HEAD + "claims:\n  sound: {answers: crossed, when: 1204}\n"
    found = read(tmp_path, text, files={"more.yaml": section})
    assert found.only.code == code
    assert list(found.corpus.claims) == ["sound"]


def test_a_claim_of_the_same_name_as_its_source_may_rest_on_it(tmp_path: Path) -> None:
    text = HEAD + "claims:\n  annals: {answers: crossed, when: 1204, rests-on: annals}\n"
    assert read(tmp_path, text).printed == ""


def test_long_chains_are_no_circles(tmp_path: Path) -> None:
    chain = "".join(f"  k{number}: {{broader: k{number + 1}}}\n" for number in range(3000))
    text = HEAD.replace("kinds:\n", f"kinds:\n{chain}  k3000: {{}}\n")
    found = read(tmp_path, text + "claims:\n  sound: {answers: crossed, when: 1204}\n")
    assert found.printed == ""


def test_what_refers_to_an_entry_with_an_error_does_not_complain_again(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """\
        questions:
          crossed: {ask: When was it crossed?, first: crossing}
          asked: {ask: When?, first: crossing, nte: x}
        kinds:
          crossing: {label: somebody crosses it, nte: x}
        events:
          flood: {kinds: crossing, when: 1956-02-30, record: annals 12}
          storm: {kinds: crossing, when: after @flood, record: annals 13}
        sources:
          annals: {type: study, author: king, nte: x}
        claimants:
          king: {name: the king, nte: x}
        claims:
          a: {in: annals 480, by: king, answers: crossed, when: after @flood, rests-on: c}
          b: {answers: asked, when: 1204}
          c: {answers: crossed, when: nonsense, disputes: a}
          d: {reports: c, says: So it is told.}
        """,
    )
    assert found.codes == ["CC101", "CC101", "CC401", "CC101", "CC101", "CC401"]
    assert list(found.corpus.claims) == ["a", "d"]
    assert found.corpus.claims["a"].rests_on == ()
    assert found.corpus.claims["d"].reports == ()


def test_a_left_out_entry_that_others_need_is_stood_in_for(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        """\
        question: When was it crossed?
        sources:
          annals: {type: study, nte: x}
        events:
          flood: {when: 1956-02-30, record: annals 12}
        claims:
          a: {in: annals 480, by: the king, when: after @flood}
        """,
    ).corpus
    assert (corpus.sources["annals"].declared, corpus.sources["annals"].type) == (False, None)
    assert (corpus.events["flood"].declared, corpus.events["flood"].records) == (False, ())


def test_ids_of_a_misspelt_section_are_not_missed(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD.replace("events:", "evnts:") + "claims:\n  a: {event: flood, when: 1204}\n")
    assert found.only.code == "CC102"


def test_an_id_that_two_files_declare_belongs_to_neither(tmp_path: Path) -> None:
    text = HEAD + "claims:\n  a: {answers: crossed, when: 1204}\n"
    found = read(tmp_path, text, files={"more.yaml": "claims:\n  a: {answers: crossed, when: 1205}\n"})
    assert found.only.code == "CC110"
    assert Path(found.only.related[0][0].file).name == "corpus.yaml"
    assert found.corpus.claims == {}


def test_a_source_that_is_nearly_declared_is_warned_about(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "claims:\n  a: {in: anals 480, answers: crossed, when: 1204}\n")
    assert (found.only.code, found.exit_code) == ("CC211", 0)
    assert found.corpus.claims["a"].source == "anals-480"


def test_an_id_of_another_section_is_named_as_such(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "claims:\n  a: {answers: flood, when: 1204}\n")
    assert "`flood` is the id of an event" in found.only.remedy
