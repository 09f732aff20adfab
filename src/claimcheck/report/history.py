"""The history of a question in words: year by year, what appeared and what it changed.

Belongs here: how a stage is said. Does not belong here: finding stages (see `claimcheck.criticism.history`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.history import Dissent, Held, History, Stage, Turn, Work, histories
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Standing
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import (
    NO_SIGLA,
    Block,
    Item,
    Listing,
    Paragraph,
    Section,
    Table,
    Target,
    claims_called,
)
from claimcheck.report.naming import claimants_of, question_text, record_of, source_of
from claimcheck.report.patterns import MOST_ITEMS, choice_says, gathered
from claimcheck.report.sentences import answer_of
from claimcheck.report.words.grammar import listed


def history_section(findings: Examination, asking: Asking, sigla: Mapping[Target, str] = NO_SIGLA) -> Section:
    """How every question stood, step by step; questions in which one work said all come together in a table.

    Where there are `sigla`, claims and records are called by them, what a claim says is left to its entry, and
    only what changes is told.
    """
    corpus = findings.corpus
    blocks: list[Block] = []
    short: list[History] = []
    for history in findings.once(histories):
        if len(history.stages) > 1 or any(len(stage.claims) > 1 or stage.dissents for stage in history.stages):
            blocks.append(Paragraph(_asked(corpus, history.question, sigla)))
            items = (_item(findings, history, stage, asking, sigla) for stage in history.stages)
            blocks.append(Listing(tuple(items)))
            if history.undated:
                names = listed(source_of(corpus, id, None) or "an unnamed source" for id in history.undated)
                blocks.append(Paragraph(f"Without a year, and so in no step: {names}."))
        else:
            short.append(history)
    if short:
        if blocks:
            blocks.append(Paragraph("Questions on which there was one step at most:"))
        if sigla:
            blocks.append(Paragraph(_short_says(corpus, short, sigla)))
        else:
            rows = tuple(_row(corpus, history) for history in short)
            blocks.append(Table(("question", "year", "works", "what joined", "without a year"), rows))
    return Section("history", "History of the questions", tuple(blocks))


def _asked(corpus: Corpus, question: str | None, sigla: Mapping[Target, str]) -> str:
    if question is None:
        return "Stated without a question:"
    number = sigla.get(("question", question))
    return (
        f"{number}. {' '.join(corpus.questions[question].ask.split())}"
        if number
        else question_text(corpus, question)
    )


def _short_says(corpus: Corpus, short: Sequence[History], sigla: Mapping[Target, str]) -> str:
    """Of each work with which a question began (or that has no year), the numbers of the questions."""
    begun: dict[str, list[str]] = {}
    for history in short:
        stage = history.stages[0] if history.stages else None
        works = [_work(corpus, work) for work in stage.works] if stage is not None else []
        works = works or [source_of(corpus, id, None) or "an unnamed source" for id in history.undated]
        named = f"{listed(works)} ({year_in_words(stage.year) if stage is not None else 'no year'})"
        begun.setdefault(named, []).append(
            sigla.get(("question", history.question or ""), "those without a question")
        )
    return f"{'; '.join(f'{work}: {listed(numbers)}' for work, numbers in begun.items())}."


def _row(corpus: Corpus, history: History) -> tuple[str, ...]:
    stage = history.stages[0] if history.stages else None
    joined = [f"{id}: {_standing(corpus, stage, id)}" for id in stage.claims] if stage is not None else ["–"]
    return (
        _asked(corpus, history.question, NO_SIGLA),
        year_in_words(stage.year) if stage is not None else "–",
        ", ".join(_work(corpus, work) for work in stage.works) if stage is not None else "–",
        "; ".join(joined),
        ", ".join(source_of(corpus, id, None) or "an unnamed source" for id in history.undated),
    )


def _standing(corpus: Corpus, stage: Stage, claim: str) -> str:
    return next((_words(held.standing) for held in stage.held if held.claim == claim), "")


def _item(
    findings: Examination, history: History, stage: Stage, asking: Asking, sigla: Mapping[Target, str]
) -> Item:
    """One year: what appeared, who joined, what changed and by what, how things then stood."""
    then = Asking(asking.path, replace(asking.perspective, as_of=stage.year))
    concerned = [*stage.claims, *(turn.claim for turn in stage.turns), *(dissent.a for dissent in stage.dissents)]
    about = history.question if history.question is not None else next(iter(dict.fromkeys(concerned)), "")
    return Item(" ".join(_sentences(findings, history, stage, sigla)), "", then.why(about))


def _sentences(
    findings: Examination, history: History, stage: Stage, sigla: Mapping[Target, str]
) -> Iterator[str]:
    corpus = findings.corpus
    works = listed(_work(corpus, work) for work in stage.works)
    verb = "appears" if len(stage.works) == 1 else "appear"
    year = _year_of(history, stage)
    yield f"{year}: {works}{'' if sigla else f' {verb}'}." if works else f"{year}:"
    for id in stage.claims:
        claim = corpus.claims[id]
        if sigla:
            records = [
                one for turn in stage.turns if turn.claim == id and turn.after in _BY for one in turn.records
            ]
            by = f" by {listed(_record(corpus, one, sigla) for one in records)}" if records else ""
            yield f"{claimants_of(corpus, claim)} ({_called(id, sigla)}): {_standing(corpus, stage, id)}{by}."
        else:
            yield f"{claimants_of(corpus, claim)} ({id}): {answer_of(findings, claim, history.question)}."
    for turn in stage.turns:
        if not sigla or turn.before is not None:
            yield from _turn_says(corpus, turn, sigla, {work.source for work in stage.works} if sigla else set())
    for over in (False, True):
        yield from _dissents_say(stage, [one for one in stage.dissents if one.is_over is over], over, sigla)
    if sigla:
        return
    if len(stage.held) > MOST_ITEMS:
        yield f"So it stood: {_counted(stage.held)}."
    elif len(stage.held) > 1:
        yield f"So it stood: {'; '.join(_held_says(held, sigla) for held in stage.held)}."


def _year_of(history: History, stage: Stage) -> str:
    """The year of a stage; with its era where years before Christ stand above it and it could be one of them."""
    needs_era = 100 <= stage.year < 1000 and any(other.year < 1 for other in history.stages)
    return f"AD {stage.year}" if needs_era else year_in_words(stage.year)


def _work(corpus: Corpus, work: Work) -> str:
    name = source_of(corpus, work.source, None) or "an unnamed source"
    return f"{name} (opened)" if work.is_opened else name


def _turn_says(corpus: Corpus, turn: Turn, sigla: Mapping[Target, str], known: Set[str]) -> Iterator[str]:
    """A change of standing, with the records and works that brought it; not the works where they are `known`.

    A new claim is told with how it stood at once.
    """
    records = listed(_record(corpus, id, sigla) for id in turn.records)
    by = f" by {records}" if records and turn.after in _BY else ""
    through = (
        f", now that there is {listed(turn.works)}"
        if set(turn.works) != known and turn.works and turn.before is not None
        else ""
    )
    if turn.before is not None:
        turned = f"from {_words(turn.before)} to {_words(turn.after)}"
        yield f"{_called(turn.claim, sigla)} turns {turned}{by}{through}."
    elif by:
        yield f"{_called(turn.claim, sigla)} is {_words(turn.after)} from the start{by}."


_BY = (
    Standing.CONTRADICTED,
    Standing.CONTESTED,
    Standing.CORROBORATED,
    Standing.CORROBORATED_IN_PART,
)


def _called(id: str, sigla: Mapping[Target, str]) -> str:
    return sigla.get(("claim", id), id)


def _record(corpus: Corpus, id: str, sigla: Mapping[Target, str]) -> str:
    record = record_of(corpus, id)
    source = source_of(corpus, record.source, None) if record is not None else ""
    named = sigla.get(("record", id), id)
    return f"{named} ({source})" if source else named


def _dissents_say(
    stage: Stage, dissents: Sequence[Dissent], over: bool, sigla: Mapping[Target, str]
) -> Iterator[str]:
    """Each claim of the question once, with all that it is now at odds with, or is no longer."""
    ours = {held.claim for held in stage.held}
    against: dict[str, list[str]] = {}
    for one in dissents:
        mine, other = (one.a, one.b) if one.a in ours else (one.b, one.a)
        against.setdefault(_called(mine, sigla), []).append(_called(other, sigla))
    if len(dissents) > MOST_ITEMS:
        choices = gathered(tuple((mine, other) for mine, others in against.items() for other in others))
        said = "; ".join(choice_says(choice) for choice in choices)
        yield f"{'No longer' if over else 'From now on'} at odds: {said}."
        return
    for mine, others in against.items():
        now = "now" if sigla else "from now on"
        yield f"{mine} is {'no longer' if over else now} at odds with {listed(others)}."


def _counted(held: Sequence[Held]) -> str:
    """Many claims by how they stood, and how many are at odds with any: each dispute was told as it arose."""
    counts: dict[str, int] = {}
    for one in held:
        counts[_words(one.standing)] = counts.get(_words(one.standing), 0) + 1
    said = "; ".join(f"{number} {words}" for words, number in counts.items())
    at_odds = sum(bool(one.against) for one in held)
    many = f"all {len(held)}" if at_odds == len(held) else f"{at_odds or 'none'} of these {len(held)}"
    return f"{said}; {many} at odds with another claim"


def _held_says(held: Held, sigla: Mapping[Target, str]) -> str:
    if len(held.against) > _MOST_NAMED:
        against = f", at odds with {len(held.against)} claims"
    else:
        against = f", at odds with {listed(claims_called(held.against, sigla))}" if held.against else ""
    return f"{_called(held.claim, sigla)} {_words(held.standing)}{against}"


_MOST_NAMED = 3  # claims that another is at odds with; each was named when it came to be so


def _words(standing: Standing) -> str:
    return str(standing).replace("-", " ")
