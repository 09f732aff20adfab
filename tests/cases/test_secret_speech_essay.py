"""The essay on the founding case: each number that it gives is counted again."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from numerals import in_words

from claimcheck.corpus.entries import Claim, Corpus, Record
from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Verdict
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "cases"
ESSAY = " ".join((PAGES / "secret-speech.md").read_text(encoding="utf-8").split())


@cache
def corpus() -> Corpus:
    return read_corpus(ROOT / "claims" / "secret-speech")[0]


@cache
def findings(*bridges: str, through: tuple[str, ...] = ()) -> Examination:
    return examine(corpus(), Perspective(bridges=bridges, through=through))


def at_odds(found: Examination) -> list[tuple[str, str, int | None]]:
    return [
        (p.a, p.b, p.gap.days if p.gap is not None else None)
        for p in found.pairs
        if p.verdict is Verdict.CONTRADICTS
    ]


def with_words() -> list[Claim | Record]:
    """What may quote: the claims and the records."""
    return [*corpus().claims.values(), *(record for event in corpus().events.values() for record in event.records)]


def test_the_ten_chains_are_told_as_they_come_out() -> None:
    spec = spec_from_file_location("make_chains", ROOT / "docs" / "make_chains.py")
    assert spec is not None and spec.loader is not None
    maker = module_from_spec(spec)
    spec.loader.exec_module(maker)
    page = (PAGES / "secret-speech.md").read_text(encoding="utf-8")
    assert len(maker.CHAINS["secret-speech"]) == 10
    assert page == maker.with_chains(page, "secret-speech", findings()), "run: python docs/make_chains.py"


def test_the_article_alone() -> None:
    found = at_odds(findings(through=("bb-lv",)))
    assert f"finds {in_words(len(found))} contradictions, and every one of them has the memoirs in it" in ESSAY
    assert all("memoirs-corridors" in pair for pair in found)


def test_who_contradicts_the_memoirs_with_naumov() -> None:
    against = {*(id for a, b, _ in at_odds(findings()) for id in (a, b) if "memoirs-corridors" in (a, b))}
    others = len(against - {"memoirs-corridors", "naumov-first-raised"})
    assert f"{in_words(others).capitalize()} further claims contradict the memoirs with him" in ESSAY
    supporting = [
        p for p in findings().pairs if "naumov-first-raised" in (p.a, p.b) and p.verdict is Verdict.AGREES
    ]
    assert supporting == []


def test_who_was_there() -> None:
    present = corpus().events["approval-13-feb"].present
    assert f"names in brackets {in_words(len(present))} who spoke to its item" in ESSAY
    assert {"khrushchev", "kaganovich"} <= set(corpus().events["debate-9-feb"].present)


def test_kaganovich_and_the_days_that_speak_against_him() -> None:
    gaps = sorted(
        {gap for a, b, gap in at_odds(findings()) if "kaganovich-raised" in (a, b) and gap is not None} - {11}
    )  # eleven is the whole time before the congress
    assert (gaps[0], gaps[-1]) == (12, 24)
    assert f"by {in_words(gaps[0])} to {in_words(gaps[-1])} days" in " ".join(ESSAY.split())


def test_the_thirteenth_has_three_accounts_against_one() -> None:
    answers = [p for p in findings().pairs if p.question == "approved" and p.verdict is Verdict.CONTRADICTS]
    against_the_heading = {
        p.a if p.b == "copy-approved" else p.b for p in answers if "copy-approved" in (p.a, p.b)
    }
    thirteenth = {id for id in against_the_heading if not id.startswith("khrushchev")}
    roots = {corpus().claims[id].source for id in thirteenth}
    assert f"they count as {in_words(len(thirteenth))} accounts with {in_words(len(roots))} roots" in ESSAY


def test_the_birthday() -> None:
    row = next(r for r in findings("birthday-is-the-cult").rows if r.claim == "pikhoya-first-discussed")
    assert ("malin-on-5-nov", "contradicts") in row.records
    assert "goes against the three by 56 days" in ESSAY  # from 5 November to 31 December


def test_the_figures() -> None:
    figures = corpus().figures
    stated = dict(figures["rehabilitated"].numbers)
    part, whole = int(stated["part"]), int(stated["whole"])
    assert f"({part:,} of {whole:,} is {100 * part / whole:.2f} %, not 3.76 %)" in ESSAY
    outcomes = [int(text.replace(",", "")) for name, text in figures["outcomes"].numbers if name != "sum"]
    assert len(outcomes) == 4
    total = sum(outcomes)
    assert f"make {total:,}, and {whole - total:,} cases are missing" in ESSAY


def test_some_forty_other_accounts_and_documents() -> None:
    used = {claim.source for claim in corpus().claims.values()}
    used |= {record.source for event in corpus().events.values() for record in event.records}
    of_the_article = {
        claim.source for claim in corpus().claims.values() if claim.position.file.endswith("article.yaml")
    }
    assert "set beside some forty other accounts and documents" in ESSAY
    assert 35 <= len(used - of_the_article) <= 45


def test_every_claim_and_record_says_where_it_stands() -> None:
    sources = corpus().sources
    for entry in with_words():
        source = sources[entry.source]
        relays = [relay.locator for relay in (entry.through, source.through) if relay is not None]
        assert any((entry.locator, *relays)), entry.id


def test_every_source_has_a_title_or_says_that_the_article_names_none() -> None:
    nameless = {
        *("barsukov-study", "naumov-study", "pikhoya-group", "mikoyan-followers", "snegov-authors"),
    }
    untitled = {id for id, source in corpus().sources.items() if not source.title}
    assert untitled == nameless
    assert all("no work" in (corpus().sources[id].note or "") or corpus().sources[id].rests_on for id in nameless)


def test_words_that_are_not_english_are_translated() -> None:
    quoted = with_words()
    russian = [entry for entry in quoted if entry.lang == "ru"]
    assert len(russian) > 40
    assert [entry.id for entry in russian if not entry.translation] == []
    assert [
        entry.id for entry in quoted if entry.quote and re.search("[а-я]", entry.quote) and entry.lang != "ru"
    ] == []
