"""The history of a question: only where something changed, and by what."""

from __future__ import annotations

from critical_corpora import corpus_of, examined
from hypothesis import given, settings
from invented import corpora

from claimcheck.criticism.history import History, histories
from claimcheck.engine.findings import Standing, Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine

VINLAND = """
questions:
  reached: {ask: "When was the coast first reached?", first: landfall}
kinds:
  landfall: {label: a ship from the east reaches the coast}
events:
  camp: {label: the camp is built, kinds: landfall, record: {in: dig, basis: documented, when: 1021}}
  winter: {label: the first winter}
sources:
  admiral-letter: {type: archival, author: admiral, dated: 1493, opened: 1825}
  atlas: {type: reference, issued: 1507}
  saga-edition: {type: study, issued: 1837}
  pamphlet: {type: press}
  dig: {type: study, issued: 1965}
  survey: {type: reference, issued: 1970}
claimants:
  admiral: {name: The admiral, participant: yes}
claims:
  letter-says: {in: admiral-letter, answers: reached, when: 12 October 1492}
  atlas-says: {by: The mapmaker, in: atlas, answers: reached, when: 1492}
  saga-says: {by: The editor of the sagas, in: saga-edition, answers: reached, when: 1000/1025}
  pamphlet-says: {by: A pamphleteer, in: pamphlet, answers: reached, when: 1170}
"""


def history(text: str = VINLAND, perspective: Perspective | None = None) -> History:
    (found,) = histories(examined(text, perspective))
    return found


def test_a_claim_joins_when_its_work_appears() -> None:
    assert [(stage.year, stage.claims) for stage in history().stages] == [
        (1507, ("atlas-says",)),
        (1825, ("letter-says",)),
        (1837, ("saga-says",)),
        (1965, ()),
    ]


def test_an_archive_counts_from_its_opening_and_not_from_its_documents_date() -> None:
    stage = next(stage for stage in history().stages if stage.year == 1825)
    assert [(work.source, work.is_opened) for work in stage.works] == [("admiral-letter", True)]


def test_a_claim_is_contradicted_from_the_year_of_what_contradicts_it() -> None:
    stage = next(stage for stage in history().stages if stage.year == 1965)
    turned = {turn.claim: (turn.before, turn.after, turn.records, turn.works) for turn in stage.turns}
    only = Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT
    assert turned["letter-says"] == (only, Standing.CONTRADICTED, ("camp",), ("dig",))
    assert turned["atlas-says"] == (only, Standing.CONTRADICTED, ("camp",), ("dig",))


def test_a_record_bears_a_claim_out_from_the_year_it_appeared() -> None:
    stage = history().stages[-1]
    turned = {turn.claim: turn.after for turn in stage.turns}
    assert turned["saga-says"] is Standing.CORROBORATED_IN_PART


def test_claims_are_at_odds_from_the_year_of_the_later_one() -> None:
    stage = next(stage for stage in history().stages if stage.year == 1837)
    assert [(*one.claims, one.is_over, one.works) for one in stage.dissents] == [
        ("letter-says", "saga-says", False, ("saga-edition",)),
        ("atlas-says", "saga-says", False, ("saga-edition",)),
    ]


def test_a_year_in_which_nothing_changed_for_the_question_is_no_stage() -> None:
    assert 1970 not in [stage.year for stage in history().stages]


def test_works_without_a_year_are_listed_and_join_at_no_stage() -> None:
    found = history()
    assert found.undated == ("pamphlet",)
    assert all("pamphlet-says" not in stage.claims for stage in found.stages)


def test_where_every_work_has_its_year_none_is_listed() -> None:
    assert history(VINLAND.replace("type: press}", "type: press, issued: 1900}")).undated == ()


def test_a_history_ends_with_the_year_of_the_perspective() -> None:
    assert [stage.year for stage in history(perspective=Perspective(as_of=1837)).stages] == [1507, 1825, 1837]


def test_what_is_set_aside_makes_no_stage() -> None:
    found = history(perspective=Perspective(without=("dig",)))
    assert [stage.year for stage in found.stages] == [1507, 1825, 1837]


def test_a_contradiction_can_wait_for_the_date_of_an_anchor() -> None:
    text = """
questions: {left: {ask: "When did the legion leave?", event: leaving}}
events:
  leaving: {label: the legion leaves}
  revolt: {label: the revolt, record: {in: inscription, basis: documented, when: 383}}
sources:
  chronicle: {type: study, issued: 1500}
  notes: {type: study, issued: 1600}
  inscription: {type: archival, opened: 1900}
claims:
  one: {by: The chronicler, in: chronicle, answers: left, when: the year after @revolt}
  two: {by: The antiquary, in: notes, answers: left, when: 410}
"""
    found = history(text)
    assert [(stage.year, bool(stage.dissents)) for stage in found.stages] == [
        (1500, False),
        (1600, False),
        (1900, True),
    ]
    assert found.stages[-1].dissents[0].works == ("inscription",)


def test_a_contradiction_can_wait_for_what_dates_another_claim_of_the_same_claimant() -> None:
    text = """
questions:
  city: {ask: "When was the city founded?", event: founding}
  colony: {ask: "When was the colony founded?", event: settling}
events:
  founding: {label: the city is founded}
  settling: {label: the colony is founded, record: {in: dig, basis: documented, when: 835 BC}}
  games: {label: the first games, record: {in: handbook, basis: narrated, when: 776 BC}}
sources:
  annals: {type: study, issued: 1500}
  notes: {type: study, issued: 1600}
  handbook: {type: reference, issued: 1900}
  dig: {type: study, issued: 2005}
claims:
  together: {by: The annalist, in: annals, answers: city, when: the same year as @settling}
  colony: {by: The annalist, in: annals, answers: colony, when: 38 years before @games}
  later: {by: The antiquary, in: notes, answers: city, when: 747 BC}
"""
    city, _ = histories(examined(text))
    assert [(stage.year, bool(stage.dissents)) for stage in city.stages] == [
        (1500, False),
        (1600, False),
        (1900, True),
    ]
    assert city.stages[-1].dissents[0].works == ("handbook",)


def test_a_part_of_a_dated_work_counts_from_the_year_of_the_whole() -> None:
    text = """
question: When was the mill built?
sources:
  volume: {type: study, issued: 1911}
  chapter: {type: study, part-of: volume}
claims:
  her: {by: Anna the historian, in: chapter, when: 1480}
"""
    assert [stage.year for stage in history(text).stages] == [1911]


@settings(max_examples=40, deadline=None)
@given(corpora())
def test_every_stage_stands_as_an_examination_as_of_its_year_finds(text: str) -> None:
    corpus = corpus_of(text)
    found = histories(examine(corpus))
    for year in sorted({stage.year for one in found for stage in one.stages}):
        seen = examine(corpus, Perspective(as_of=year))
        verdicts = {row.claim: row.verdict for row in seen.rows}
        at_odds = {frozenset((pair.a, pair.b)) for pair in seen.pairs if pair.verdict is Verdict.CONTRADICTS}
        for one in found:
            for stage in one.stages:
                if stage.year == year:
                    assert all(verdicts[held.claim] is held.standing for held in stage.held)
                    for held in stage.held:
                        others = {frozenset((held.claim, other)) for other in held.against}
                        assert others == {pair for pair in at_odds if held.claim in pair}
