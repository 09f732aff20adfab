"""What a reader does with the page: filters, steps through the years, follows links."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT, page_at

from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from consuming import NODE, program, run_node

CASE = ROOT / "claims" / "elizabeth-1603"


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    file = tmp_path_factory.mktemp("used") / "page.html"
    file.write_text(page_at(CASE), encoding="utf-8")
    result: dict[str, Any] = json.loads(run_node(NODE / "use_page.js", program("chromium"), str(file)))
    return result


def test_every_claim_has_an_entry_with_a_permanent_link(used: dict[str, Any]) -> None:
    corpus, _ = read_corpus(CASE)
    assert sorted(used["all"]) == sorted(f"claim-{id}" for id in corpus.claims)
    assert used["links"] > len(corpus.claims)


def test_every_link_leads_to_something_that_is_then_seen(used: dict[str, Any]) -> None:
    assert used["dead"] == []


def test_choosing_a_claimant_leaves_what_that_claimant_puts_forward(used: dict[str, Any]) -> None:
    corpus, _ = read_corpus(CASE)
    by_name = {claimant.name: claimant.id for claimant in corpus.claimants.values()}
    assert used["byClaimant"]
    for name, seen in used["byClaimant"].items():
        own = {f"claim-{claim.id}" for claim in corpus.claims.values() if by_name[name] in claim.by}
        assert set(seen["shown"]) == own
        assert set(seen["lanes"]) <= own
        assert 0 < seen["rows"] < used["allRows"]
    assert used["afterClear"] == used["all"]


def test_choosing_a_question_leaves_that_question(used: dict[str, Any]) -> None:
    assert used["byQuestion"]
    for question, seen in used["byQuestion"].items():
        assert seen == [question]


def test_stepping_through_the_years_shows_the_accounts_that_the_perspective_of_that_year_has(
    used: dict[str, Any],
) -> None:
    corpus, _ = read_corpus(CASE)
    assert len(used["years"]) > 2
    for step in used["years"]:
        year = int(step["year"])
        then = examine(corpus, Perspective(as_of=year))
        assert sorted(step["shown"]) == sorted(f"claim-{row.claim}" for row in then.rows)
        if len(step["shown"]) < len(used["all"]):
            assert f"by {year}" in step["told"]


def test_the_page_of_a_corpus_with_one_claim_or_none_opens_too(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text(
        "question: When was it?\nclaims:\n  Memoirs: 3 May 1901\n", encoding="utf-8"
    )
    one = page_at(tmp_path)
    assert "Memoirs" in one and "<h2" in one
    (tmp_path / "corpus.yaml").write_text("title: Nothing yet\nclaims: {}\n", encoding="utf-8")
    assert "Nothing was found to compare." in page_at(tmp_path)
