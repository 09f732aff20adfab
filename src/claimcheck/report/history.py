"""The history of the questions: the years in which an answer appeared, fell, or was borne out.

Belongs here: how a year is said, and which years are told. Does not belong here: finding them (see
`claimcheck.criticism.history`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.criticism.history import History, Stage, histories
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Standing
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Block, Group, Item, Listing, Paragraph, Section
from claimcheck.report.words import names
from claimcheck.report.words.answers import answer
from claimcheck.report.words.grammar import capital, few, listed, sentence

_FALLS = (Standing.CONTRADICTED, Standing.CONTESTED)
_ABREAST = 4  # who say something, in a sentence
_RISES = (Standing.CORROBORATED, Standing.CORROBORATED_IN_PART)


def history_section(findings: Examination, asking: Asking) -> Section:
    """The questions that more than one account answers, or on which a verdict changed, year by year."""
    corpus = findings.corpus
    blocks: list[Block] = []
    for history in findings.once(histories):
        if history.question is None or not any(_is_telling(history, stage) for stage in history.turning):
            continue
        told = [
            Item(said, ask=_then(asking, stage.year).why(history.question))
            for stage in history.turning
            if (said := " ".join(_sentences(findings, history, stage)))
        ]
        further = [Paragraph(_yearless(findings, history))] if history.undated else []
        blocks.append(Group(capital(names.question(corpus, history.question)), (Listing(tuple(told)), *further)))
    return Section("history", "History of the questions", tuple(blocks))


def _is_telling(history: History, stage: Stage) -> bool:
    several = sum(len(one.claims) for one in history.turning) > 1
    return several or any(turn.after in (*_FALLS, *_RISES) for turn in stage.turns)


def _then(asking: Asking, year: int) -> Asking:
    return Asking(asking.path, replace(asking.perspective, as_of=year))


def _yearless(findings: Examination, history: History) -> str:
    works = few((names.source(findings.corpus, id) or "an unnamed source" for id in history.undated), 6)
    return sentence(f"{works} {'has' if len(history.undated) == 1 else 'have'} no year, and so no place here")


def _sentences(findings: Examination, history: History, stage: Stage) -> Iterator[str]:
    """What a year brought: who answered what, and which answers its works ruled out or bore out."""
    corpus = findings.corpus
    year = _year_of(history, stage)
    answers: dict[str, list[str]] = {}
    for id in stage.claims:
        answers.setdefault(answer(findings, id, history.question), []).append(id)
    saying: dict[str, list[str]] = {}
    for one, ids in answers.items():
        saying.setdefault(f"{names.who(corpus, ids)} {names.say(corpus, ids)}", []).append(one)
    said = [f"{who} {listed(given)}" for who, given in saying.items()]
    told = [listed(said[start : start + _ABREAST]) for start in range(0, len(said), _ABREAST)]
    opened = {work.source for work in stage.appeared if work.is_opened}
    for standings, verb in ((_FALLS, "rule"), (_RISES, "bear")):
        turns = [turn.claim for turn in stage.turns if turn.after in standings and turn.records]
        records = names.documented_first(
            corpus,
            dict.fromkeys(id for turn in stage.turns if turn.after in standings for id in turn.records),
        )
        if not turns:
            continue
        named = list(dict.fromkeys(names.record(corpus, id) for id in records))
        entries = [names.record_entry(corpus, id) for id in records]
        now = any(entry is not None and entry.source in opened for entry in entries)
        does = f"{', now open, ' if now else ' '}{verb}{'s' if len(named) == 1 else ''}"
        who = f"{names.who(corpus, turns)} {names.say(corpus, turns)}"
        told.append(f"{few(named, 2)}{does} out what {who}")
    yield from (sentence(f"{year}: {one}" if number == 0 else one) for number, one in enumerate(told))


def _year_of(history: History, stage: Stage) -> str:
    """The year of a stage; with its era where years before Christ stand above it and it could be one of them."""
    needs_era = 100 <= stage.year < 1000 and any(other.year < 1 for other in history.turning)
    return f"AD {stage.year}" if needs_era else year_in_words(stage.year)
