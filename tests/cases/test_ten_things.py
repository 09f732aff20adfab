"""What a historian should be told first, written before any report was read: is it among the twelve findings?

The lists stand in `docs/cases/ten-things-*.md`. A thing is told if one finding is about all the entries that it
turns on. The entries were chosen from the lists, not from the findings.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.corpus.reading import read_corpus
from claimcheck.examine import examine
from claimcheck.report.ranking import MOST, told_first

ROOT = Path(__file__).parents[2]

# Of each thing, the entries that it turns on; and how many of the ten have to be told.
TEN_THINGS: dict[str, tuple[int, list[set[str]]]] = {
    "secret-speech": (
        10,
        [
            {"naumov-first-raised", "pikhoya-first-discussed", "narrator-first-for-congress", "barsukov-approved"},
            {"memoirs-corridors", "kaganovich-raised", "debate-1-feb"},
            {"memoirs-corridors", "mikoyan-urged"},
            {"naumov-memorandum", "pikhoya-first-discussed", "barsukov-pencil-text"},
            {"bb-lv", "spitsyn-slyakot"},
            {"memoirs-corridors", "barsukov-approved", "congress-opens"},
            {"copy-approved", "izv-approved", "zenkovich-approved"},
            {"barsukov-pencil-text", "narrator-dictation", "one-text"},
            {"pikhoya-first-discussed", "birthday-is-the-cult"},
            {"rehabilitated", "outcomes"},
        ],
    ),
    "foundation-of-rome": (
        9,
        [
            {"timaeus-rome", "cincius-rome", "ennius-rome"},
            {"varro-consuls", "dionysius-consuls", "dionysius-kings", "cicero-kings"},
            {"varro-sack", "dionysius-sack", "gallic-sack"},
            {"cincius-annals", "fabius-annals", "cato-origines"},
            {"cato-rome", "timaeus-troy"},
            {"dionysius-kings", "cicero-kings"},
            {"velleius-olympiad", "velleius-consulship"},
            {"timaeus-carthage", "cicero-carthage", "velleius-carthage"},
            {"varro-consuls", "capitol-in-first-year"},
            {"sapienza-wall", "wall-is-foundation"},
        ],
    ),
    "elizabeth-1603": (
        10,
        [
            {"manningham-death", "clifford-death", "queen-dies/1"},
            {"purdy-letter", "whitelock-letter", "letter-27-march"},
            {"carey-death", "camden-james-death"},
            {"carey-memoirs", "chambers-cyclopaedia", "great-ralegh", "ridgway-news-page"},
            {"camden-removal", "strickland-removal", "court-moves"},
            {"strickland-illness", "clifford-illness"},
            {"beaumont-bed", "one-bed"},
            {"wikipedia-audience", "audience"},
            {"selincourt-departure", "carey-departure"},
            {"manningham-proclaimed", "chronicler-proclaimed"},
        ],
    ),
    "vesuvius-79": (
        9,
        [
            {"foss-august", "osanna-october", "ingv-october", "eruption"},
            {"graffito", "fresh-charcoal", "foss-august", "wikipedia-either"},
            {"osanna-2018", "ingv-2022", "travel-journal", "charcoal"},
            {"codex-date", "aldine-date", "roman-date", "foss-date", "first-edition"},
            {"nine-september", "osanna-october", "rosini-november"},
            {
                *("stefani-coin", "cooley-coin", "abdy-coin", "moruzzi-coin"),
                *("fifteen-after-september", "diploma-issued"),
            },
            {"dio-season", "foss-august"},
            {"rosini-november", "twain-november"},
            {"travellers-october", "graffito", "osanna-october"},
            {"cooley-august", "dunn-august", "rolandi-summer", "wikipedia-either", "wikipedia-october"},
        ],
    ),
}


@pytest.mark.parametrize("case", TEN_THINGS)
def test_the_ten_things_that_were_written_before_are_told_first(case: str) -> None:
    corpus, _ = read_corpus(ROOT / "claims" / case)
    told = [{id for _, id in finding.about} for finding in told_first(examine(corpus))]
    wanted, things = TEN_THINGS[case]
    assert len(told) <= MOST
    missing = [number for number, thing in enumerate(things, start=1) if not any(thing <= about for about in told)]
    assert len(things) - len(missing) >= wanted, f"not told: {missing}"


@pytest.mark.parametrize("case", TEN_THINGS)
def test_the_entries_that_the_things_turn_on_are_those_of_the_lists(case: str) -> None:
    """Each stands in brackets in the list, under its number, so that none was chosen after the findings."""
    text = (ROOT / "docs" / "cases" / f"ten-things-{case}.md").read_text(encoding="utf-8")
    items = re.split(r"\n+(?=\d+\. \*\*)", text)
    for number, thing in enumerate(TEN_THINGS[case][1], start=1):
        (item,) = (one for one in items if one.startswith(f"{number}. **"))
        named = set(item.replace(",", " ").replace("[", " ").replace("]", " ").replace(";", " ").split())
        assert {id.partition("/")[0] for id in thing} <= {word.strip(".") for word in named}, number
