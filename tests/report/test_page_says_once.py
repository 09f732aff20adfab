"""The page says everything once, under short names, and leaves no verdict out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import ROOT
from small_corpora import examined

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import School, Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Block, Chain, Couples, Document, Fold, Group, Listing, Matrix, Table
from claimcheck.report.matrix import pair_target
from claimcheck.report.page import is_seen, page
from claimcheck.report.sentences import common_school
from claimcheck.report.short_titles import short_titles
from claimcheck.report.sigla import sigla_of, with_sigla
from claimcheck.report.timelines import timelines

TWO_QUESTIONS = """\
sources:
  chronicle: {type: press, title: Town Chronicle, issued: 1931}
  ledger: {type: archival, title: Ledger, issued: 1950}
  diary: {type: archival, title: Diary, issued: 1960}
  other: {type: study, title: Another study, issued: 1970}
events:
  feast: {label: the feast of the bridge and of all who worked on it,
    record: [{in: ledger, when: 3 May 1901}, {in: diary, when: 3 May 1901}, {in: chronicle, when: 5 May 1901}]}
  crossing: {label: the first crossing of the bridge by the mayor}
questions:
  feast: {ask: When was the feast?, event: feast}
  crossing: {ask: When was the crossing?, event: crossing}
claims:
  both:
    {by: A, in: other p. 1, answers: feast, when: 9 May 1901, also: {answers: crossing, when: 10 May 1901}}
  late: {by: B, in: other p. 2, answers: crossing, when: the day after @feast}
"""
CASES = ("elizabeth-1603", "secret-speech")


def document(corpus: Corpus, findings: Examination) -> Document:
    return page(findings, Asking(None, findings.perspective), name="case")


def blocks(document: Document) -> Iterator[Block]:
    def walked(some: Iterable[Block]) -> Iterator[Block]:
        for block in some:
            yield block
            if isinstance(block, Group | Fold):
                yield from walked(block.blocks)

    return walked(block for section in document.sections for block in section.blocks)


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> tuple[Corpus, Examination, Document]:
    corpus, _ = read_corpus(ROOT / "claims" / request.param)
    findings = examine(corpus)
    return corpus, findings, document(corpus, findings)


# Sigla.


def test_an_account_has_one_siglum_wherever_it_stands(tmp_path: Path) -> None:
    findings = examined(tmp_path, TWO_QUESTIONS)
    drawn = tuple(timelines(findings))
    sigla = sigla_of(drawn, ("feast/1", "feast/2", "feast/3"), ())
    assert sigla[("claim", "both")] == "1A"
    assert sigla[("claim", "late")] == "2A"
    second = with_sigla(2, drawn[1], sigla)
    assert second.signs == ("A", "1A")
    assert second.timeline is not None
    assert [lane.sign for lane in second.timeline.accounts] == ["A", "1A"]


def test_records_that_look_the_same_share_a_lane_and_keep_their_clashes(tmp_path: Path) -> None:
    findings = examined(tmp_path, TWO_QUESTIONS)
    drawn = tuple(timelines(findings))
    sigla = sigla_of(drawn, ("feast/1", "feast/2", "feast/3"), ())
    first = with_sigla(1, drawn[0], sigla).timeline
    assert first is not None
    assert sorted(lane.sign for lane in first.records) == ["r1 r2", "r3"]
    assert all(clash.other < len(first.records) for clash in first.clashes if clash.with_record)
    before = drawn[0].timeline
    assert before is not None and len(before.records) == 3
    assert {first.records[clash.other].sign for clash in first.clashes if clash.with_record} == {
        sign
        for clash in before.clashes
        if clash.with_record
        for sign in ("r1 r2", "r3")
        if sigla[("record", before.records[clash.other].id)] in sign.split()
    }


def test_sigla_tell_all_accounts_records_and_pairs_of_a_case_apart(
    case: tuple[Corpus, Examination, Document],
) -> None:
    sigla = case[2].sigla
    assert len(set(sigla.values())) == len(sigla)
    assert {id for sort, id in sigla if sort == "claim"} == {row.claim for row in case[1].rows}


def test_a_timeline_draws_no_record_that_the_perspective_leaves_out() -> None:
    corpus, _ = read_corpus(ROOT / "claims" / "secret-speech")
    findings = examine(corpus, Perspective(through=("bb-lv",)))
    drawn = [lane.id for one in timelines(findings) if one.timeline for lane in one.timeline.records]
    assert drawn
    assert "medvedev-on-opening" not in drawn  # it did not come through the article


# Nothing is left out.


def test_every_contradiction_is_a_field_of_a_matrix_or_is_told(case: tuple[Corpus, Examination, Document]) -> None:
    told = {block.anchor for block in blocks(case[2]) if isinstance(block, Fold)}
    told |= {one.anchor for block in blocks(case[2]) if isinstance(block, Couples) for one in block.couples}
    seen = {
        frozenset((row[1], column[1]))
        for block in blocks(case[2])
        if isinstance(block, Matrix)
        for row, line in zip(block.about, block.cells, strict=True)
        for column, cell in zip(block.about, line, strict=True)
        if cell is not None and cell.sign == "×"
    }
    against = [pair for pair in case[1].pairs if pair.verdict is Verdict.CONTRADICTS]
    assert against
    for pair in against:
        shown = is_seen(pair) and frozenset((pair.a, pair.b)) in seen
        assert shown or pair_target(pair) in told, pair_target(pair)


def test_every_account_stands_in_the_synopsis_and_has_an_entry(case: tuple[Corpus, Examination, Document]) -> None:
    ids = {row.claim for row in case[1].rows}
    (synopsis,) = (section for section in case[2].sections if section.id == "synopsis")
    assert isinstance(synopsis.blocks[0], Table)
    assert {about[1][1] for about in synopsis.blocks[0].about if about[1]} == ids
    entries = [block.account.claim for block in blocks(case[2]) if isinstance(block, Group) and block.account]
    assert sorted(entries) == sorted(ids)


# Short titles.


def test_a_label_is_whole_at_its_first_mention_and_short_after_it(tmp_path: Path) -> None:
    findings = examined(tmp_path, TWO_QUESTIONS)
    whole, short = "“the feast of the bridge and of all who worked on it”", "“the feast of the bridge …”"
    said = " ".join(
        item.text
        for block in blocks(document(findings.corpus, findings))
        if isinstance(block, Listing | Chain)
        for item in (block.items if isinstance(block, Listing) else block.steps)
    )
    assert said.index(whole) < said.index(short)
    assert said.count(whole) == 1


WORDS = st.lists(st.sampled_from(["the", "report", "of", "Khrushchev", "session"]), min_size=1)
PART = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6).map(tuple)


@given(st.lists(WORDS, unique_by=tuple))
def test_a_short_title_tells_its_label_from_all_others(labels: list[list[str]]) -> None:
    quoted = [f"“{' '.join(words)}”" for words in labels]
    short = short_titles(quoted)
    assert len({short.get(label, label) for label in quoted}) == len(set(quoted))
    for label, cut in short.items():
        beginning = cut.removesuffix(" …”")
        assert len(cut) < len(label)
        assert [other for other in quoted if other.startswith(f"{beginning} ")] == [label]


# Schools.


@given(st.lists(st.tuples(PART, PART, PART), min_size=1, max_size=5))
def test_what_schools_have_in_common_and_the_rest_of_each_make_up_the_school(
    drawn: list[tuple[tuple[str, ...], ...]],
) -> None:
    schools = [School(*parts) for parts in drawn]
    shared, rest = common_school(schools)
    for school, own in zip(schools, rest, strict=True):
        for name in ("holds", "gives_up", "against_record"):
            common, left = getattr(shared, name), getattr(own, name)
            assert set(common) | set(left) == set(getattr(school, name))
            assert not set(common) & set(left)
    for name in ("holds", "gives_up", "against_record"):
        assert not set.intersection(*(set(getattr(own, name)) for own in rest))
