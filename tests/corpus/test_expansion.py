"""A corpus written out in full is the same corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpus_reading import read, without_positions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.expansion import expanded, json_of
from claimcheck.corpus.reading import read_corpus

CASES = Path(__file__).parent.parent.parent / "claims"
NINE = """\
question: When was the bridge first crossed?
through: The Chronicle, 2026
claims:
  Annals: mid-February 1956, not before @flood
  Letter: October 1955
record:
  ferry: 1 February 1956
events:
  flood: 14 February 1956
"""
PLAIN = """\
question: When was the bridge crossed?
through: The Chronicle
claims:
  Annals: [1204, 1206]
record:
  toll: 3 May 1204
  letter: {when: May 1204, in: Letters p. 5, basis: documented}
"""
FULL = """\
format: 1
title: "The bridge: a case"
background: "The river was crossed by ferry: nobody knows since when."
defaults: {calendar: julian, year-begins: 25 March, through: chronicle, tolerances: {circa-year: 3 years}}
eras: {Founding of the Abbey: 3 May 1100}
claimants:
  king: {name: The king, short: king, participant: yes, interest: his tolls}
  monks: {name: some monks, several: yes}
sources:
  chronicle: {type: press, short: Chron., unseen: yes, issued: 2026, publisher: The Abbey, editor: [A. B., C. D.]}
  annals: {type: study, author: [king, Brother Giles], part-of: collection, calendar: gregorian}
  collection: {title: "A collection, in two parts", covers: [{when: 1200/1210, kinds: crossing}, 1250]}
  deed: {type: archival, dated: 3 May 1204, opened: 1990, rests-on: annals, independent-of: chronicle}
kinds:
  crossing: {label: somebody crosses it, short: crossing}
  army: {broader: crossing, presupposes: siege, note: "see: p. #3"}
  siege:
events:
  flood:
    {label: the flood, short: F, present: [king, a page], kinds: [army, siege], when: 3 May 1204, record: deed 12}
  feast:
    when: "{1204, 1205}"
    or-when: 1206
    extent: course
    record:
      - annals 3
      - {in: deed 4, when: 5 May 1204, quote: Flumen, lang: la, translation: Ho, hedge: apparently, first: siege}
  burning: the burning of the mill
  plan: {when: the day after @flood, planned: yes, after: flood}
  named: {role: builder, of: bridge, value: [a monk, a mason], record: {basis: narrated, none: siege, when: 1204}}
questions:
  crossed: {ask: When was it crossed?, short: the crossing, lead: yes, first: crossing}
  builder: {ask: Who built it?, role: builder, of: bridge}
claims:
  both: {by: [king, the old queen], in: annals 480, answers: crossed, when: 1204, wide: 1200/1210, misprint: yes}
  two:
    says: "One sentence: two dates."
    answers: {crossed: {as: in the third year, read: 1206}, builder: {value: a monk, from: 1203}}
  third: {reports: two, disputes: both, because: one-event, says: He denies it.}
  fourth:
    none: siege
    when: 1204
    or-when: 1205
    calendar: gregorian
    also: {event: flood, not-when: 1207}
    given: [both, one-event]
    otherwise: [1208, {kind: army}]
    stance: doubts
    quote: "line one\\nline two"
bridges:
  one-event: {same: [flood, feast]}
  length: {from: flood, to: feast, takes: 3 days}
  reading:
    if: {event: flood, when: {as: IX Kal., read: 24 August 1204}}
    then: [{none: siege, when: before @feast}, {role: builder, of: bridge, value: a monk, from: 1204}]
figures:
  toll: {says: "12 of 40 paid", part: 12, whole: 40, terms: [1, 2], in: deed 5}
"""


def read_again(tmp_path: Path, corpus: Corpus, ending: str) -> Corpus:
    """The corpus written out and read, without a word said of it."""
    file = tmp_path / f"full.{ending}"
    file.write_text(json_of(corpus) if ending == "json" else expanded(corpus), encoding="utf-8")
    again, found = read_corpus(file)
    assert found == ()
    return again


ENDINGS = pytest.mark.parametrize("ending", ["yaml", "json"])


@ENDINGS
@pytest.mark.parametrize("text", [NINE, PLAIN, FULL])
def test_reading_what_is_written_out_gives_the_same_corpus(tmp_path: Path, text: str, ending: str) -> None:
    first = read(tmp_path, text)
    assert first.printed == ""
    again = read_again(tmp_path, first.corpus, ending)
    assert without_positions(again.model_dump()) == without_positions(first.corpus.model_dump())


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_case_comes_back_from_json_without_loss(tmp_path: Path, case: str) -> None:
    corpus = read_corpus(CASES / case)[0]
    again = read_again(tmp_path, corpus, "json")
    assert without_positions(again.model_dump()) == without_positions(corpus.model_dump())


def test_json_as_another_program_writes_it_is_read(tmp_path: Path) -> None:
    """With every letter beyond ASCII escaped, on one line, and figures as numbers."""
    corpus = read(tmp_path, PLAIN).corpus
    note = "летопись, 年代記, 𝔄 😀"
    data = json.loads(json_of(corpus)) | {"title": note, "format": 1}
    (tmp_path / "one.json").write_text(json.dumps(data), encoding="utf-8")
    again, found = read_corpus(tmp_path / "one.json")
    assert (again.title, found) == (note, ())


def test_writing_out_twice_changes_nothing(tmp_path: Path) -> None:
    once = expanded(read(tmp_path, NINE).corpus)
    assert expanded(read(tmp_path, once).corpus) == once


def test_every_shorthand_is_expanded(tmp_path: Path) -> None:
    text = expanded(read(tmp_path, NINE).corpus)
    assert "first: question" in text
    assert "through: BB" not in text and "through: The-Chronicle-2026" in text
    assert "basis: narrated" in text
    assert "when: 14 February 1956" in text


_texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\u0085\ufeff\ufffe\uffff"),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip() != "")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=_texts, title=_texts, says=_texts, ending=st.sampled_from(["yaml", "json"]))
def test_any_text_survives_being_written_out(
    tmp_path: Path, note: str, title: str, says: str, ending: str
) -> None:
    corpus = read(tmp_path, NINE).corpus
    claim = corpus.claims["Letter"].model_copy(update={"note": note, "says": says})
    changed = corpus.model_copy(update={"title": title, "claims": {**corpus.claims, "Letter": claim}})
    again = read_again(tmp_path, changed, ending)
    assert again.title == title
    assert (again.claims["Letter"].note, again.claims["Letter"].says) == (note, says)
