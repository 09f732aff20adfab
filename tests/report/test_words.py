"""What things are called in a sentence, and how they are counted and listed."""

import pytest
from small_corpora import examined

from claimcheck.corpus.entries import Corpus
from claimcheck.report.words import grammar, names

CORPUS = """
claimants:
  barsov: {name: N. A. Barsov}
  older: {name: P. Lenin}
  younger: {name: V. Lenin}
  times: {name: The Times}
  smith: {name: A. B. Smith, short: old Smith}
sources:
  history: {author: barsov, title: A History, issued: 1990}
  minutes: {title: The minutes}
  letter: {author: barsov, short: the letter}
events:
  opening: {label: The congress opens, when: 1956-02-14, record: {in: minutes, basis: documented}}
  quarrel: {label: They quarrel, short: the quarrel, when: 1956-02-13, record: {in: history}}
questions:
  opened: {ask: When did it open?, event: opening}
claims:
  barsov-on-opening: {by: barsov, in: history, answers: opened, when: 1956-02-14}
bridges:
  one: {says: The opening is the quarrel., same: [opening, quarrel]}
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return examined(tmp_path_factory.mktemp("words"), "format: 1\n" + CORPUS).corpus


def test_a_person_is_called_by_the_family_name_unless_another_has_it(corpus: Corpus) -> None:
    assert [names.person(corpus, id) for id in ("barsov", "older", "times", "smith")] == [
        "Barsov",
        "P. Lenin",
        "The Times",
        "old Smith",
    ]


def test_a_work_is_called_by_author_and_year_and_a_document_by_its_title(corpus: Corpus) -> None:
    assert [names.source(corpus, id) for id in ("history", "minutes", "letter")] == [
        "Barsov 1990",
        "The minutes",
        "the letter",
    ]


def test_a_record_is_called_by_the_document_or_by_the_event_and_who_tells_of_it(corpus: Corpus) -> None:
    assert [names.record(corpus, id) for id in ("opening", "quarrel")] == [
        "The minutes",
        "the quarrel (Barsov 1990)",
    ]


def test_a_label_within_a_sentence_begins_small_unless_it_is_a_name(corpus: Corpus) -> None:
    assert names.event(corpus, "opening") == "the congress opens"
    assert grammar.clause("Khrushchev speaks.") == "Khrushchev speaks"
    assert names.bridge(corpus, "one") == "the opening is the quarrel"


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [(0, "record", "no records"), (1, "day", "1 day"), (2, "day", "2 days"), (1200, "story", "1,200 stories")],
)
def test_one_plural_for_all(number: int, noun: str, said: str) -> None:
    assert grammar.plural(number, noun) == said


def test_a_list_ends_in_and_and_is_cut_with_how_many_more() -> None:
    assert grammar.listed(["A", "B", "C"]) == "A, B and C"
    assert grammar.few(["A", "B", "B", "C", "D"], 2) == "A, B and 2 more"
    assert [grammar.ordinal(n) for n in (1, 12, 13, 21)] == ["first", "twelfth", "13th", "21st"]
