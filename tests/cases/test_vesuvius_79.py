"""The case of the manuscripts: the engine finds what the reading by hand says (docs/cases/vesuvius-79.md)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from claimcheck.corpus.reading import read_corpus
from claimcheck.diagnostics import Severity
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Independence, Pair, Row, Standing
from claimcheck.examine import examine

CASE = Path(__file__).parents[2] / "claims" / "vesuvius-79"


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
