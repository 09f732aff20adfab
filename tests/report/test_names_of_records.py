"""What a record is called: by its event, or by a name of its own where the event has none but its question."""

from __future__ import annotations

from pathlib import Path

from claimcheck.corpus.reading import read_corpus
from claimcheck.examine import examine
from claimcheck.report.naming import record_label, record_of
from claimcheck.report.standings import record_brief

NAMED = """\
question: When did Vesuvius erupt?
through: Foss, 2022
claims:
  Beard: 24 August AD 79
record:
  charcoal-graffito: after 17 October AD 79
"""


def test_a_record_of_the_event_that_the_question_asks_for_is_named_by_its_key(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(NAMED, encoding="utf-8")
    corpus, _ = read_corpus(tmp_path)
    assert (
        record_brief(examine(corpus), "charcoal-graffito")
        == "“charcoal graffito”, from 18 October AD 79 on (narrated, Foss, 2022)"
    )


def test_a_record_of_an_event_with_a_label_is_named_by_it(tmp_path: Path) -> None:
    text = "events:\n  e: {label: the eruption, record: [{id: graffito, in: Wall 3, when: 1204}, Letters 6]}\n"
    (tmp_path / "corpus.yaml").write_text(f"{text}claims: {{a: {{event: e, when: 1204}}}}\n", encoding="utf-8")
    corpus, _ = read_corpus(tmp_path)
    labels = []
    for id in ("graffito", "e/2"):
        record = record_of(corpus, id)
        assert record is not None
        labels.append((record_label(corpus, record), record.own_name))
    assert labels == [("“the eruption”", "graffito"), ("“the eruption”", None)]
