"""Laws of dependence and perspective, over invented corpora."""

from __future__ import annotations

from critical_corpora import corpus_of, examined
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import corpora, relayed_corpora

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.changes import changes
from claimcheck.criticism.witnesses import witnesses_by_question
from claimcheck.engine.perspective import Perspective, view
from claimcheck.examine import examine

YEARS = st.integers(1690, 1910)


@settings(max_examples=40, deadline=None)
@given(corpora(), st.data())
def test_a_dependent_source_never_raises_the_number_of_roots(text: str, data: st.DataObject) -> None:
    findings = examined(text)
    before = {one.question: one.witnesses for one in witnesses_by_question(findings)}
    question = data.draw(st.sampled_from([one for one in before if one is not None]))
    leant_on = data.draw(st.sampled_from(before[question].roots))
    added = text.replace("sources:\n", f"sources:\n  follower: {{type: study, rests-on: {leant_on}}}\n")
    added += f"  a-follower: {{by: A follower, in: follower, answers: {question}, when: 1480}}\n"
    findings = examined(added)
    after = {one.question: one.witnesses for one in witnesses_by_question(findings)}
    assert set(after[question].roots) == set(before[question].roots)
    assert len(after[question].accounts) == len(before[question].accounts) + 1


@settings(max_examples=60, deadline=None)
@given(corpora(), YEARS, YEARS)
def test_a_later_year_never_loses_a_source(text: str, one: int, other: int) -> None:
    corpus = corpus_of(text)
    earlier, later = (view(corpus, Perspective(as_of=year)) for year in sorted((one, other)))
    assert set(later.set_aside) <= set(earlier.set_aside)
    assert {claim.id for claim in earlier.claims} <= {claim.id for claim in later.claims}
    assert {record.id for record in earlier.records} <= {record.id for record in later.records}


def perspectives(corpus: Corpus) -> st.SearchStrategy[Perspective]:
    """A year, or something taken away, or something trusted."""
    ids = [*corpus.sources, *corpus.claims, *corpus.events]
    return st.one_of(
        st.builds(Perspective, as_of=YEARS),
        st.builds(Perspective, without=st.lists(st.sampled_from(ids), min_size=1, max_size=2).map(tuple)),
        st.builds(Perspective, trust=st.tuples(st.sampled_from([*corpus.sources, *corpus.claimants]))),
    )


@settings(max_examples=60, deadline=None)
@given(corpora(matters=3), st.data())
def test_a_verdict_changes_only_with_a_step_of_its_derivation_or_what_is_connected_with_it(
    text: str, data: st.DataObject
) -> None:
    corpus = corpus_of(text)
    perspective = data.draw(perspectives(corpus))
    before, after = view(corpus, Perspective()), view(corpus, perspective)
    here, there = ({entry.id for entry in (*seen.claims, *seen.records)} for seen in (before, after))
    touched = {id.partition("-")[0] for id in here ^ there} | {id.partition("-")[0] for id in after.trusted}
    found = changes(examine(corpus), examine(corpus, perspective))
    for change in found:
        assert {claim.partition("-")[0] for claim in change.claims} <= touched
        assert set(change.causes) <= {step.id for step in change.because}
        assert all((id in here) != (id in there) or id in after.trusted for id in change.causes)


@settings(max_examples=20, deadline=None)
@given(corpora(matters=3))
def test_equal_perspectives_change_nothing(text: str) -> None:
    findings = examined(text)
    assert changes(findings, examine(findings.corpus, Perspective())) == ()


@settings(max_examples=60, deadline=None)
@given(relayed_corpora(), st.data())
def test_through_some_sources_is_the_corpus_with_everything_else_struck_out(
    text: str, data: st.DataObject
) -> None:
    corpus = corpus_of(text)
    sources = tuple(data.draw(st.sets(st.sampled_from(list(corpus.sources)), min_size=1)))
    seen = view(corpus, Perspective(through=sources))
    kept = {entry.id for entry in (*seen.claims, *seen.records)}
    records = [record for event in corpus.events.values() for record in event.records]
    struck = tuple(entry.id for entry in (*corpus.claims.values(), *records) if entry.id not in kept)
    through, without = examine(corpus, Perspective(through=sources)), examine(corpus, Perspective(without=struck))
    assert (through.rows, through.pairs, through.conflicts) == (without.rows, without.pairs, without.conflicts)


@settings(max_examples=60, deadline=None)
@given(relayed_corpora(), st.data())
def test_more_sources_show_no_less_and_all_of_them_show_everything(text: str, data: st.DataObject) -> None:
    corpus = corpus_of(text)
    every = list(corpus.sources)
    some = data.draw(st.sets(st.sampled_from(every), min_size=1))
    more = some | data.draw(st.sets(st.sampled_from(every)))
    fewer, larger, whole = (
        {entry.id for entry in (*seen.claims, *seen.records)}
        for seen in (view(corpus, Perspective(through=tuple(ids))) for ids in (some, more, every))
    )
    assert fewer <= larger <= whole
    everything = view(corpus, Perspective())
    assert whole == {entry.id for entry in (*everything.claims, *everything.records)}
