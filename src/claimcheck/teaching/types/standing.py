"""As it stood in year X: how an account stood to the record, by what could be read by then.

Belongs here: that type. Does not belong here: from which year a work could be read (see
`claimcheck.engine.perspective`), verdicts (the engine's, as of that year).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.corpus.entries import Claim, Record
from claimcheck.criticism.years import Looking
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.findings import Row, Standing
from claimcheck.engine.perspective import public_from
from claimcheck.report.blocks import Item, Paragraph, Table
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Option
from claimcheck.teaching.material import Material
from claimcheck.teaching.types.givens import questions_of
from claimcheck.teaching.types.rubrics import CHANGING
from claimcheck.teaching.wording import place, record_says, source_name

STANDINGS = {
    Standing.CONTRADICTED: "the record rules it out",
    Standing.CORROBORATED: "the record bears it out",
    Standing.CORROBORATED_IN_PART: "the record bears it out in part",
    Standing.CONSISTENT: "the record neither bears it out nor rules it out",
    Standing.NO_INDEPENDENT_RECORD: "what bears on it stands in its own source alone",
    Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT: "nothing else that could be read bears on it",
}
_SLIPS = {
    Standing.CONTRADICTED: "what could not be read yet, or says nothing of it, was taken for a refutation",
    Standing.CORROBORATED: "what only leaves room for it was taken for a confirmation",
    Standing.CORROBORATED_IN_PART: "what leaves room for it, or says all of it, was taken for confirming a part",
    Standing.CONSISTENT: "a record that decides was passed over, or one that could not be read yet was counted",
    Standing.NO_INDEPENDENT_RECORD: "a record of another source was taken for the account's own",
    Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT: "a record that could be read by then was passed over",
}
_MOST_RECORDS = 6


def as_it_stood(material: Material) -> Iterator[Draft]:
    """Every claim whose standing changed as works appeared, as of each year in which something did."""
    corpus = material.corpus
    perspective = material.findings.perspective
    years = sorted(
        {
            year
            for source in corpus.sources.values()
            if (year := public_from(source, corpus)) is not None
            and (perspective.as_of is None or year <= perspective.as_of)
        }
    )
    if len(years) < 2:
        return
    looking = Looking(material.findings.as_of(None))
    stages = {year: looking.rows(material.findings.as_of(year)) for year in years}
    for claim in material.claims:
        rows = {year: found[claim.id] for year, found in stages.items() if claim.id in found}
        if len({row.verdict for row in rows.values()}) < 2:
            continue
        turns = _turns(rows)
        for year in turns:
            if rows[year].verdict in STANDINGS and not (rows[year].strained or rows[year].if_bridge):
                yield _standing(material, claim, year, rows)


def _turns(rows: dict[int, Row]) -> list[int]:
    """The years from which a standing held, and the last before it changed."""
    years = list(rows)
    found = []
    for at, year in enumerate(years):
        changed = at == 0 or rows[years[at - 1]].verdict is not rows[year].verdict
        changes = at + 1 < len(years) and rows[years[at + 1]].verdict is not rows[year].verdict
        if changed or changes:
            found.append(year)
    return found


def _standing(material: Material, claim: Claim, year: int, rows: dict[int, Row]) -> Draft:
    corpus = material.corpus
    last = rows[max(rows)]
    bearing = {id: does for row in (last, rows[year]) for id, does in row.records}
    decisive = sorted(bearing, key=lambda id: str(bearing[id]) == "consistent")[:_MOST_RECORDS]
    records = [record for event in corpus.events.values() for record in event.records if record.id in decisive]
    verdict = rows[year].verdict
    right = Option(STANDINGS[verdict], str(verdict))
    wrong = tuple(
        Option(words, str(other), _SLIPS[other]) for other, words in STANDINGS.items() if other is not verdict
    )
    steps = (
        Item(f"The account could be read from {_from(material, claim.source)}.", place(corpus, claim)),
        *(Item(_readable(material, record, year)) for record in records),
        Item(f"So at the end of {year_in_words(year)}: {right.text}."),
    )
    return Draft(
        ItemType.AS_OF,
        (claim.id, str(year)),
        "What could be known of a matter changes as works appear and archives open; what happened does not.",
        (
            Paragraph(material.account(claim)),
            Table(
                ("what is to be read", "where", "from"),
                (
                    ("the account itself", source_name(corpus, claim.source), _from(material, claim.source)),
                    *(
                        (
                            record_says(corpus, record, material.plain),
                            source_name(corpus, record.source),
                            _from(material, record.source),
                        )
                        for record in records
                    ),
                ),
            ),
        ),
        f"At the end of {year_in_words(year)}, how did this account stand to what else could be read?",
        OneRight(right, wrong),
        Key((), steps, rubric=CHANGING, look_fors=(_change(rows),)),
        asks=frozenset((f"standing:{claim.id}:{year}",)),
        reveals=frozenset(f"event:{record.event}" for record in records),
        questions=questions_of(claim),
        sources=frozenset((claim.source,)),
        further=("When did that change, and through what? Did what happened change with it?",),
    )


def _from(material: Material, source: str) -> str:
    entry = material.corpus.sources.get(source)
    year = public_from(entry, material.corpus) if entry is not None else None
    return year_in_words(year) if year is not None else "no year stated"


def _readable(material: Material, record: Record, year: int) -> str:
    entry = material.corpus.sources.get(record.source)
    since = public_from(entry, material.corpus) if entry is not None else None
    name = source_name(material.corpus, record.source)
    if since is None:
        return f"{capital(names.event(material.corpus, record.event))}: {name} states no year, and is left out."
    state = "could be read by then" if since <= year else "could not yet be read"
    return f"{capital(names.event(material.corpus, record.event))}: {name} ({year_in_words(since)}) {state}."


def _change(rows: dict[int, Row]) -> str:
    said = []
    before = None
    for year, row in rows.items():
        if row.verdict is not before and row.verdict in STANDINGS:
            said.append(f"from {year_in_words(year)}: {STANDINGS[row.verdict]}")
        before = row.verdict
    return f"{'; '.join(said)}."
