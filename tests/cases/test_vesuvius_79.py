"""The case of the manuscripts: the engine finds what the reading by hand says (docs/cases/vesuvius-79.md)."""

from __future__ import annotations

from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from numerals import in_words

from claimcheck.corpus.reading import read_corpus
from claimcheck.corpus.stemma import roots_of
from claimcheck.diagnostics import Severity
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Independence, Pair, Row, Standing
from claimcheck.examine import examine

ROOT = Path(__file__).parents[2]
CASE = ROOT / "claims" / "vesuvius-79"
PAGE = ROOT / "docs" / "cases" / "vesuvius-79.md"
ESSAY = " ".join(PAGE.read_text(encoding="utf-8").split())


@cache
def findings() -> Examination:
    read, diagnostics = read_corpus(CASE)
    assert [found for found in diagnostics if found.severity is not Severity.NOTE] == []
    return examine(read)


def pair(a: str, b: str) -> Pair:
    return next(found for found in findings().pairs if {found.a, found.b} == {a, b})


def row(claim: str) -> Row:
    return next(found for found in findings().rows if found.claim == claim)


@pytest.mark.parametrize(
    ("a", "b", "verdict", "days"),
    [
        ("foss-august", "osanna-october", "contradicts", 61),
        ("foss-august", "ingv-october", "contradicts", 61),
        ("foss-august", "rosini-november", "contradicts", 84),
        ("foss-august", "twain-november", "contradicts", 77),
        ("foss-august", "stefani-after-september", "contradicts", 16),
        ("foss-august", "rolandi-summer", "contradicts", 8),
        ("foss-august", "cooley-august", "contradicts", 1),
        ("foss-august", "dunn-august", "contradicts", 1),
        ("foss-august", "wikipedia-october", "contradicts", 8),
        ("foss-august", "travellers-october", "contradicts", 54),
        ("osanna-october", "rosini-november", "contradicts", 23),
        ("osanna-october", "twain-november", "contradicts", 16),
        ("osanna-october", "travellers-october", "contradicts", 7),
        ("twain-november", "rosini-november", "contradicts", 7),
    ],
)
def test_who_is_at_odds_about_the_day_and_by_how_much(a: str, b: str, verdict: str, days: int) -> None:
    found = pair(a, b)
    assert (str(found.verdict), found.gap and found.gap.days) == (verdict, days)


@pytest.mark.parametrize(
    ("a", "b", "verdict", "strained"),
    [
        ("foss-august", "wikipedia-either", "refines", False),
        ("dio-season", "foss-august", "overlaps", True),
        ("osanna-october", "ingv-october", "refines", False),
        ("osanna-october", "wikipedia-either", "refines", False),
        ("osanna-october", "wikipedia-october", "refines", False),
        ("dio-season", "osanna-october", "refined-by", False),
        ("stefani-after-september", "osanna-october", "refined-by", False),
        ("rolandi-summer", "osanna-october", "refined-by", False),
        ("twain-november", "wikipedia-october", "overlaps", True),
        ("wikipedia-october", "travellers-october", "refined-by", False),
        ("ingv-october", "wikipedia-either", "overlaps", False),
        ("cooley-august", "dunn-august", "agrees", False),
        ("rolandi-summer", "cooley-august", "refines", False),
        ("codex-date", "aldine-date", "agrees", False),
        ("codex-date", "foss-date", "agrees", False),
        ("codex-date", "roman-date", "contradicts", False),
        ("stefani-coin", "cooley-coin", "agrees", False),
        ("abdy-coin", "moruzzi-coin", "agrees", False),
        ("stefani-coin", "moruzzi-coin", "contradicts", False),
        ("cooley-coin", "abdy-coin", "contradicts", False),
    ],
)
def test_who_is_not_at_odds_and_what_they_say_of_letter_and_coin(
    a: str, b: str, verdict: str, strained: bool
) -> None:
    found = pair(a, b)
    assert (str(found.verdict), found.strained) == (verdict, strained)


def test_the_record_decides_nothing() -> None:
    known_only = {"codex-date", "aldine-date", "roman-date", "foss-date"}
    known_only |= {"stefani-coin", "cooley-coin", "abdy-coin", "moruzzi-coin"}
    for found in findings().rows:
        expected = Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT if found.claim in known_only else Standing.CONSISTENT
        if found.claim == "dio-season":
            expected = Standing.NO_INDEPENDENT_RECORD
        assert found.verdict is expected, found.claim
    assert row("osanna-wall").independence is Independence.DEPENDENT


def test_what_the_letter_excludes_if_it_has_the_ninth_before_september() -> None:
    excluded = {"osanna-october", "ingv-october", "rosini-november", "twain-november", "stefani-after-september"}
    excluded |= {"rolandi-summer", "cooley-august", "dunn-august", "wikipedia-october", "travellers-october"}
    for codex in ("codex-date", "aldine-date", "foss-date"):
        found = {p.b if p.a == codex else p.a for p in findings().pairs if codex in (p.a, p.b)}
        under = {other for other in found if ("nine-september",) in pair(codex, other).if_bridge}
        assert excluded <= under
        assert not under & {"foss-august", "wikipedia-either", "dio-season"}


def test_what_it_excludes_if_it_has_a_day_before_november() -> None:
    under = {p.b for p in findings().pairs if p.a == "roman-date" and ("before-november",) in p.if_bridge}
    assert under == {"rosini-november", "twain-november", "foss-august"}


def test_the_line_rules_august_out_only_if_it_is_of_that_year() -> None:
    under = {found.claim for found in findings().rows if ("fresh-charcoal",) in found.if_bridge}
    assert under == {"foss-august"}


def test_the_coin_speaks_against_august_only_if_it_names_the_fifteenth() -> None:
    for coin in ("stefani-coin", "cooley-coin"):
        assert pair(coin, "foss-august").if_bridge == (("fifteen-after-september",),)


# The essay: what it shows of the tool, and each number that it gives.


def test_the_essay_shows_the_question_and_the_reasons_as_they_come_out() -> None:
    spec = spec_from_file_location("make_chains", ROOT / "docs" / "make_chains.py")
    assert spec is not None and spec.loader is not None
    maker = module_from_spec(spec)
    spec.loader.exec_module(maker)
    page = PAGE.read_text(encoding="utf-8")
    assert page == maker.with_chains(page, "vesuvius-79", findings()), "run: python docs/make_chains.py"


def test_the_essay_counts_the_corpus_as_it_is() -> None:
    corpus, found = findings().corpus, findings()
    eruption = [c for c in corpus.claims.values() if any(part.question == "eruption" for part in c.statements)]
    assert f"has {in_words(len(corpus.claims))} claims and {in_words(len(found.view.records))} records" in ESSAY
    assert f"it asks {in_words(len(corpus.questions))} questions" in ESSAY
    assert f"answered by {in_words(len(eruption))} accounts" in ESSAY
    at_odds = [one for one in found.pairs if str(one.verdict) == "contradicts"]
    assert f"Of the {in_words(len(found.pairs)).removeprefix('a ')} pairs that the tool lists" in ESSAY
    assert f"{in_words(len(at_odds))} contradict each other as they stand" in ESSAY
    strained = sum(one.strained for one in found.pairs)
    assert f"one of {in_words(strained)}" in ESSAY
    assert all(one.verdict is not Standing.CONTRADICTED for one in found.rows)


def test_the_essay_says_whom_each_reading_of_the_letter_sets_aside() -> None:
    def under(bridge: str, claim: str) -> int:
        return sum(claim in (one.a, one.b) and (bridge,) in one.if_bridge for one in findings().pairs)

    assert f"the codex contradicts {in_words(under('nine-september', 'codex-date'))} claims" in ESSAY
    assert f"the Roman edition against {in_words(under('before-november', 'roman-date'))}" in ESSAY


def test_the_essay_says_who_commits_himself_to_less_and_with_whom_he_is_at_odds() -> None:
    answered = findings().positions_of("eruption")
    assert answered is not None
    assert f"{in_words(len(answered.undecided)).capitalize()} accounts commit themselves to less" in ESSAY
    for id, fitting in answered.undecided:
        assert fitting == ((1, 2, 3, 4, 5) if id == "dio-season" else (2, 3, 4, 5))
    assert [one.claim for one in findings().rows if one.verdict is Standing.NO_INDEPENDENT_RECORD] == [
        "dio-season"
    ]
    alike = ("osanna-2018", "ingv-2022", "travel-journal")
    assert {root for id in alike for root in roots_of(findings().corpus, id, is_claim=False)} == {"charcoal"}
