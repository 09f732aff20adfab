"""The nine-line form: a question as a text, claims as dates, a record and some events."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_reading import read, without_positions

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


def test_nine_lines_are_a_whole_corpus(tmp_path: Path) -> None:
    found = read(tmp_path, NINE)
    assert found.printed == ""
    assert list(found.corpus.claims) == ["Annals", "Letter"]
    assert list(found.corpus.questions) == ["question"]


def test_first_in_the_question_asks_for_the_first_of_a_kind_of_its_own(tmp_path: Path) -> None:
    corpus = read(tmp_path, NINE).corpus
    assert corpus.questions["question"].first == "question"
    assert corpus.kinds["question"].declared is False


def test_entries_under_record_are_events_of_the_kind_asked_for(tmp_path: Path) -> None:
    corpus = read(tmp_path, NINE).corpus
    assert corpus.events["ferry"].kinds == ("question",)
    assert corpus.events["flood"].kinds == ()


def test_dated_events_are_narrated_by_the_work_at_the_top(tmp_path: Path) -> None:
    corpus = read(tmp_path, NINE).corpus
    (record,) = corpus.events["flood"].records
    assert (record.source, record.basis, record.id) == ("The-Chronicle-2026", "narrated", "flood")
    assert record.when is not None and record.when.text == "14 February 1956"


def test_a_claim_has_its_key_for_claimant_and_a_source_of_its_own(tmp_path: Path) -> None:
    corpus = read(tmp_path, NINE).corpus
    claim = corpus.claims["Letter"]
    assert claim.by == ("Letter",)
    assert corpus.sources[claim.source].unnamed
    assert corpus.sources[claim.source] != corpus.sources[corpus.claims["Annals"].source]


def test_all_sources_come_through_the_work_at_the_top_which_is_no_claimant(tmp_path: Path) -> None:
    corpus = read(tmp_path, NINE).corpus
    through = corpus.sources["Letter/source"].through
    assert through is not None and through.source == "The-Chronicle-2026"
    assert corpus.sources["The-Chronicle-2026"].through is None
    assert list(corpus.claimants) == ["Annals", "Letter"]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("When was it first crossed?", "first"),
        ("First crossing, when?", "first"),
        ("Когда мост перешли впервые?", "first"),
        ("When was it last crossed?", "last"),
        ("Когда его перешли в последний раз?", "last"),
        ("When was it crossed?", "event"),
        ("When did the First World War begin?", "event"),
    ],
)
def test_the_words_of_a_text_question_settle_what_it_asks_for(tmp_path: Path, question: str, asked: str) -> None:
    corpus = read(tmp_path, f"question: {question}\nclaims:\n  Annals: 1204\n").corpus
    assert getattr(corpus.questions["question"], asked) == "question"


def test_a_question_with_first_and_last_is_not_guessed_at(tmp_path: Path) -> None:
    found = read(tmp_path, "question: When did the last king first cross it?\nclaims:\n  Annals: 1204\n")
    assert found.only.code == "CC304"


def test_records_of_a_plain_question_are_records_of_its_event(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """\
        question: When was the bridge crossed?
        through: The Chronicle
        claims:
          Annals: 1204
        record:
          toll: 3 May 1204
          letter: {when: May 1204, in: Letters p. 5, basis: documented}
        """,
    )
    assert found.printed == ""
    assert found.corpus.questions["question"].event == "question"
    records = found.corpus.events["question"].records
    assert [(record.id, record.source, record.basis) for record in records] == [
        ("toll", "The-Chronicle", "narrated"),
        ("letter", "Letters-p.-5", "documented"),
    ]


def test_without_a_work_at_the_top_a_dated_event_dates_nothing_and_is_warned_about(tmp_path: Path) -> None:
    found = read(tmp_path, NINE.replace("    through: The Chronicle, 2026\n", ""))
    assert found.codes == ["CC309", "CC309"]
    assert found.exit_code == 0
    assert found.corpus.events["flood"].records == ()


def test_what_was_planned_for_a_day_is_attested_like_any_date(tmp_path: Path) -> None:
    planned = NINE.replace("flood: 14 February 1956", "flood: {when: 14 February 1956, planned: yes}")
    assert planned != NINE
    assert [record.source for record in read(tmp_path, planned).corpus.events["flood"].records] == [
        "The-Chronicle-2026"
    ]
    found = read(tmp_path, planned.replace("    through: The Chronicle, 2026\n", ""))
    assert found.codes == ["CC309", "CC309"]


def test_record_at_the_top_needs_a_sole_question(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """\
        questions:
          one: {ask: One?, event: feast}
          two: {ask: Two?, event: feast}
        claims:
          Annals: {answers: one, when: 1204}
        events:
          feast: {}
        record:
          toll: 3 May 1204
        """,
    )
    assert found.only.code == "CC311"


def test_the_record_of_a_full_question_is_of_what_it_asks_for(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        """\
        through: The Chronicle
        questions:
          crossed: {ask: When?, kind: crossing}
        kinds: {crossing: somebody crosses}
        claims:
          Annals: 1204
        record:
          toll: 3 May 1204
        """,
    ).corpus
    assert corpus.events["toll"].kinds == ("crossing",)


def test_a_mapping_under_record_may_be_an_event_or_say_where_it_stands(tmp_path: Path) -> None:
    corpus = read(
        tmp_path,
        """\
        question: When was the bridge first crossed?
        claims:
          Annals: 1204
        record:
          toll: {when: 3 May 1204, in: Rolls m. 2, basis: documented, hedge: apparently}
        """,
    ).corpus
    (record,) = corpus.events["toll"].records
    assert (record.source, record.basis, record.hedge) == ("Rolls-m.-2", "documented", "apparently")


def test_it_grows_without_rewriting(tmp_path: Path) -> None:
    short = read(tmp_path, NINE).corpus
    grown = read(
        tmp_path,
        """\
        defaults: {through: "The Chronicle, 2026"}
        questions:
          question: When was the bridge first crossed?
        claims:
          Annals: {when: "mid-February 1956, not before @flood"}
          Letter: {answers: question, when: October 1955}
        record:
          ferry: {when: 1 February 1956}
        events:
          flood: {when: 14 February 1956, record: {basis: narrated}}
        """,
    ).corpus
    assert without_positions(grown.model_dump()) == without_positions(short.model_dump())
