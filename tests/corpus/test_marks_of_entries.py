"""What an entry may say beside its dates: who was present, whose words, a misprint, a short name, not seen."""

from __future__ import annotations

from pathlib import Path

from corpus_reading import read

HEAD = """\
question: When was it announced?
claims:
  Letters: 12 December 1941
"""


def test_a_record_keeps_the_words_of_its_source(tmp_path: Path) -> None:
    """The record of the announcement, quoted in its own language, is documented as if it were not quoted."""
    found = read(
        tmp_path,
        """\
        questions: {q: {ask: When was it announced?, event: e}}
        events:
          e:
            label: the announcement
            when: 12 December 1941
            record: {in: diary, basis: documented, quote: "bezüglich der Judenfrage", lang: de, translation: on it}
        claims:
          gerlach: {in: Gerlach 1998, answers: q, when: 12 December 1941}
        """,
    )
    assert found.printed == ""
    (record,) = found.corpus.events["e"].records
    assert (record.quote, record.lang, record.translation) == ("bezüglich der Judenfrage", "de", "on it")
    assert record.basis == "documented"


def test_the_words_of_a_record_may_stand_in_the_nine_lines(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "record:\n  diary: {when: 12 December 1941, in: Diary f. 3, quote: heute}\n")
    assert found.printed == ""
    assert found.corpus.events["question"].records[0].quote == "heute"


def test_who_was_present_at_an_event_are_claimants(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "events:\n  e: {label: the meeting, present: [Letters, Frank B.]}\n")
    assert found.printed == ""
    assert found.corpus.events["e"].present == ("Letters", "Frank-B.")
    assert found.corpus.claimants["Frank-B."].name == "Frank B."
    assert found.corpus.claims["Letters"].by == ("Letters",)


def test_one_who_was_present_needs_no_list(tmp_path: Path) -> None:
    text = HEAD + "claimants: {Letters: The Letters}\nevents:\n  e: {label: the meeting, present: Letters}\n"
    assert read(tmp_path, text).corpus.events["e"].present == ("Letters",)


def test_somebody_present_who_is_no_claimant_is_an_error_where_claimants_are_declared(tmp_path: Path) -> None:
    text = HEAD + "claimants: {Letters: The Letters}\nevents:\n  e: {label: the meeting, present: [Letter]}\n"
    found = read(tmp_path, text)
    assert found.only.code == "CC201"
    assert "`Letters`" in found.only.remedy


def test_marks_of_entries_are_kept(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """\
        background: Two letters are lost.
        claimants: {frank: {name: Hans Frank, short: Frank}}
        sources: {diary: {type: archival, short: D, unseen: yes}, press: {type: press}}
        kinds: {speech: {label: somebody speaks, short: a speech}}
        events: {e: {label: the speech to the district leaders, short: the speech, kinds: speech}}
        questions:
          q: {ask: When was it?, event: e, short: the date, lead: yes}
          r: {ask: Was there one?, whether: speech}
        claims:
          a: {by: frank, in: diary 3, answers: q, when: 12 December 1941, misprint: yes}
          b: {by: frank, in: press 4, answers: q, when: 13 December 1941, misprint: no}
        """,
    )
    corpus = found.corpus
    assert found.printed == ""
    assert corpus.background == "Two letters are lost."
    shorts = (corpus.claimants["frank"], corpus.sources["diary"], corpus.kinds["speech"], corpus.events["e"])
    assert [entry.short for entry in shorts] == ["Frank", "D", "a speech", "the speech"]
    assert (corpus.questions["q"].short, corpus.questions["q"].lead, corpus.questions["r"].lead) == (
        "the date",
        True,
        False,
    )
    assert (corpus.sources["diary"].unseen, corpus.sources["press"].unseen) == (True, False)
    assert (corpus.claims["a"].misprint, corpus.claims["b"].misprint) == (True, False)


def test_a_background_stands_once_in_the_corpus(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "background: One.\n", files={"more.yaml": "background: Two.\n"})
    assert found.codes == ["CC111"]


def test_a_misprint_is_yes_or_no(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "  Diary: {when: 1941, misprint: perhaps}\n")
    assert found.codes == ["CC106"]
