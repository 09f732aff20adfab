"""Each case has what the list of cases promises: accounts, documents, an essay, and a second reading beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.reading import read_corpus

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "cases"
CASES = sorted(folder.name for folder in (ROOT / "claims").iterdir() if folder.is_dir())


@cache
def corpus(case: str) -> Corpus:
    return read_corpus(ROOT / "claims" / case)[0]


@pytest.mark.parametrize("case", CASES)
def test_a_case_has_six_named_claimants_each_with_a_source(case: str) -> None:
    claims = corpus(case).claims.values()
    assert all(claim.source in corpus(case).sources for claim in claims)
    assert len({by for claim in claims for by in claim.by}) >= 6


@pytest.mark.parametrize("case", CASES)
def test_a_case_has_eight_events_with_a_document_each_cited(case: str) -> None:
    records = [record for event in corpus(case).events.values() for record in event.records]
    assert all(record.source in corpus(case).sources for record in records)
    assert len({record.event for record in records if record.basis == "documented"}) >= 8


@pytest.mark.parametrize("case", CASES)
def test_the_list_of_cases_leads_to_the_essay_and_the_second_reading(case: str) -> None:
    listed = (PAGES / "README.md").read_text(encoding="utf-8")
    assert f"({case}.md)" in listed and (PAGES / f"{case}.md").is_file()
    readings = PAGES / "second-readings"
    assert f"(second-readings/{case}" in listed
    assert (readings / f"{case}.md").is_file() or (readings / case / "notes.md").is_file()
    assert listed.count("[compared]") == len(CASES)


def test_the_readme_leads_to_the_list_of_cases() -> None:
    assert "(docs/cases/README.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
