"""The picture of the controversy: which questions and positions it shows, and which records stand below them.

Belongs here: the choice, for any corpus. Does not belong here: the axis (see `axis`), where things stand (see
`layout`), drawing.

Shown are the question of the claim that is most contradicted, the questions of what that claim contradicts
(outright or under a bridge), and those that the corpus calls `lead`. Where they are too many, whole questions go,
those with the fewest contradictions first; no position of a question that is shown is left out, but where one
question alone has too many, neighbours of one verdict share a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.when import Span, TimeSet
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Answered, HeldPosition, Judged, Ruling, Verdict
from claimcheck.report.pictures.chart import MOST_SPANS, Chart, Fill, Group, Row
from claimcheck.report.pictures.record import Evidence, Pinned, brief_for, chart_says, pins_of, record_name
from claimcheck.report.words import names
from claimcheck.report.words.answers import named_dates, position_answer, sayers
from claimcheck.report.words.grammar import capital, plural
from claimcheck.report.words.positions import RULINGS, concerned, never_say

MOST_ROWS = 15  # of a page
_FILLS = {
    Ruling.RULED_OUT: Fill.RULED_OUT,
    Ruling.CONTESTED: Fill.DOUBTED,
    Ruling.RULED_OUT_IN_PART: Fill.DOUBTED,
    Ruling.BORNE_OUT: Fill.BORNE_OUT,
    Ruling.BORNE_OUT_IN_PART: Fill.IN_PART,
    Ruling.OPEN: Fill.OPEN,
}


def controversy(examination: Examination, rows: int = MOST_ROWS) -> Chart | None:
    """The picture of what is at issue, of about so many rows; None where nobody answers a question."""
    chosen = _chosen(examination, rows)
    if not chosen:
        return None
    corpus = examination.corpus
    judged = [one for asked in chosen for one in examination.judged(asked.question)]
    evidence = [Evidence(one.against or one.in_favour, one.fitting) for one in judged]
    pins = pins_of(examination, evidence, [id for asked in chosen for id in asked.accounts])
    drawn = [_drawn(examination, asked, pins) for asked in chosen]
    while len(drawn) == 1 and len(drawn[0].rows) > rows and (fewer := _joined(drawn[0])) is not None:
        drawn = [fewer]
    groups = tuple(drawn)
    brief = brief_for(corpus, groups, pins)
    count = sum(len(group.rows) for group in groups)
    head = (
        f"{plural(count, 'position')} on {plural(len(groups), 'question')}, {plural(len(pins), 'record')} below."
    )
    title = " ".join((corpus.title or "").split())
    others = sum(1 for asked in examination.positions if asked.positions) - len(groups)
    view = examination.view
    return Chart(
        title=title or names.asked(corpus, chosen[0].question),
        counted=f"{plural(len(view.claims), 'claim')}, {plural(len(view.records), 'record')}",
        groups=groups,
        pins=tuple(pin for _, pin in pins),
        brief=brief,
        left_out=f"and {plural(others, 'more question')}" if others else "",
        says=chart_says(capital(head), groups, pins, brief),
    )


# Which questions.


def _chosen(examination: Examination, most: int) -> list[Answered]:
    corpus = examination.corpus
    asked = {one.question: one for one in examination.positions if one.positions}
    dated = {id: one for id, one in asked.items() if _is_dated(one)} or asked
    weights = _contradictions(examination)
    holding: dict[str, list[str]] = {}
    for id, one in dated.items():
        for position in one.positions:
            for claim in position.held_by:
                holding.setdefault(claim, []).append(id)
    wanted = [id for id in dated if corpus.questions[id].lead]
    disputed = max(holding, key=lambda id: weights[id], default=None)
    if disputed is not None and weights[disputed]:
        wanted += holding[disputed]
        wanted += [id for claim in _at_odds_with(examination, disputed) for id in holding.get(claim, ())]
    if not wanted:
        wanted = sorted(dated, key=lambda id: -len(dated[id].accounts))
    shown = _without_repetitions(examination, [dated[id] for id in dict.fromkeys(wanted)])
    heavy = {one.question: sum(weights[claim] for claim in one.accounts) for one in shown}
    place = {id: number for number, id in enumerate(asked)}
    while len(shown) > 1 and sum(_rows_of(examination, one) for one in shown) > most:
        least = min(
            shown,
            key=lambda one: (corpus.questions[one.question].lead, heavy[one.question], -place[one.question]),
        )
        shown.remove(least)
    if any(corpus.questions[one.question].lead for one in shown):
        return sorted(
            shown, key=lambda one: (not corpus.questions[one.question].lead, _first(one), place[one.question])
        )
    return sorted(shown, key=lambda one: (-len(one.positions), -len(one.accounts), place[one.question]))


def _is_dated(asked: Answered) -> bool:
    return any(_times(position) is not None for position in asked.positions)


def _times(position: HeldPosition) -> TimeSet | None:
    """When a position puts what is asked; None where it answers by something else, or leaves it quite open."""
    held = position.held
    if held.values or held.is_yes is not None or held.dates is None or not held.dates.spans:
        return None
    if len(held.dates.spans) > MOST_SPANS or held.dates.spans == (Span(None, None),):
        return None
    return held.dates


def _first(asked: Answered) -> float:
    starts = [_place(times) for position in asked.positions if (times := _times(position)) is not None]
    return min(starts, default=float("inf"))


def _place(times: TimeSet) -> float:
    span = times.spans[0]
    return span.start if span.start is not None else (span.stop or 0)


def _contradictions(examination: Examination) -> Counter[str]:
    """How many claims each claim contradicts; misprints neither count nor are counted."""
    misprints = examination.view.misprints
    pairs = [
        (pair.a, pair.b)
        for pair in examination.at_odds
        if pair.verdict is Verdict.CONTRADICTS and misprints.isdisjoint((pair.a, pair.b))
    ]
    return Counter(id for pair in pairs for id in pair)


def _at_odds_with(examination: Examination, claim: str) -> list[str]:
    """What a claim contradicts, outright or under a bridge, in the order of the pairs."""
    return [
        pair.b if pair.a == claim else pair.a
        for pair in examination.pairs_of((claim,))
        if pair.verdict is Verdict.CONTRADICTS or pair.if_bridge
    ]


def _without_repetitions(examination: Examination, asked: Sequence[Answered]) -> list[Answered]:
    """Questions but for those whose one position repeats claimants and time of one on another question."""
    corpus = examination.corpus
    kept = []
    for one in asked:
        position = one.positions[0]
        is_repeated = len(one.positions) == 1 and any(
            _times(position) == _times(rival) and _people(corpus, position) <= _people(corpus, rival)
            for other in asked
            if other is not one and (len(other.positions) > 1 or other in kept)
            for rival in other.positions
        )
        if not is_repeated or corpus.questions[one.question].lead:
            kept.append(one)
    return kept


def _people(corpus: Corpus, position: HeldPosition) -> frozenset[str]:
    return frozenset(who for id in position.held_by for who in corpus.claims[id].by)


# Rows.


def _drawn(examination: Examination, asked: Answered, pins: Pinned) -> Group:
    corpus = examination.corpus
    judged = {one.number: one for one in examination.judged(asked.question)}
    rows = [_row(examination, position, judged[position.number], pins) for position in asked.positions]
    never = never_say(examination, asked)
    rows = [*_within_a_day(rows), *([_never(corpus, asked, never)] if never else [])]
    return Group(_label(corpus, asked.question), tuple(rows), ("question", asked.question))


def _never(corpus: Corpus, asked: Answered, denying: Sequence[str]) -> Row:
    """The row of those who deny what the others date: it has no place in time."""
    return Row(
        names=tuple(dict.fromkeys(name for id in denying for name in _names(corpus, id))),
        times=None,
        fill=Fill.OPEN,
        word=RULINGS[Ruling.OPEN],
        short=RULINGS[Ruling.OPEN],
        answer="never",
        about=(("question", asked.question), *(("claim", id) for id in denying)),
    )


def _rows_of(examination: Examination, asked: Answered) -> int:
    return len(asked.positions) + bool(never_say(examination, asked))


def _label(corpus: Corpus, question: str) -> str:
    name = names.question(corpus, question)
    return capital(name.removeprefix("the ").removeprefix("The "))


def _row(
    examination: Examination,
    position: HeldPosition,
    judged: Judged,
    pins: Pinned,
) -> Row:
    corpus = examination.corpus
    times = named_dates(examination, position) if _times(position) is not None else None
    order = {id: number for number, id in enumerate(corpus.claims)}
    saying = sayers(examination, position) or position.held_by
    holders = [*sorted(saying, key=order.__getitem__), *(id for id in position.held_by if id not in saying)]
    fill, word = _FILLS[judged.ruling], RULINGS[judged.ruling]
    if judged.strained:
        fill = Fill.STRAINED if fill is Fill.OPEN else fill
        word = f"{word}, strained"
    return Row(
        names=tuple(dict.fromkeys(name for id in holders for name in _names(corpus, id))),
        times=times,
        fill=fill,
        word=word,
        because=_because(examination, position, judged, pins),
        short=word.removeprefix("borne out ") if judged.ruling is Ruling.BORNE_OUT_IN_PART else word,
        answer=position_answer(examination, position) if times is None else "",
        about=(("question", position.question), *(("claim", id) for id in holders)),
    )


def _names(corpus: Corpus, id: str) -> tuple[str, ...]:
    """Who puts a claim forward: two people who say it together as one name, more of them each for himself."""
    by = corpus.claims[id].by
    return tuple(names.person(corpus, who) for who in by) if len(by) > 2 else (names.joint(corpus, id),)


def _because(examination: Examination, position: HeldPosition, judged: Judged, pins: Pinned) -> str:
    """What a verdict rests on: one record, the one that stands below the picture if any does.

    Where that only repeats the question ("Removal: ruled out by the removal") it is named by its source. Of a
    verdict on some of the holders alone, on whom.
    """
    corpus = examination.corpus
    question = names.question(corpus, position.question)
    if whom := concerned(examination, position):
        return f": {names.who(corpus, whom, 1)}"
    if judged.is_silent:
        return ": no record"
    deciding = judged.against or judged.in_favour
    if not deciding:
        return ": record fits"
    below = next((pin for ids, pin in pins if pin.decides and not ids.isdisjoint(deciding)), None)
    if below is None:
        return f" by {record_name(corpus, names.documented_first(corpus, deciding)[0])}"
    repeats = below.label.casefold() in (question.casefold(), f"the {question}".casefold())
    return f" by {below.source if repeats and below.source else below.label}"


def _within_a_day(rows: Iterable[Row]) -> list[Row]:
    """Rows of one verdict that differ only by the hour, as one, where the picture is not of one day alone."""
    rows = list(rows)
    if len({row.day for row in rows}) < 2:
        return rows
    found: list[Row] = []
    for row in rows:
        before = found[-1] if found else None
        if before is not None and row.day is not None and before.day == row.day and before.fill is row.fill:
            found[-1] = _together(before, row)
        else:
            found.append(row)
    return found


def _together(one: Row, other: Row) -> Row:
    """Two rows as one, which has the dates of both."""
    assert one.times is not None and other.times is not None, "only what has a place in time is put together"
    return replace(
        one,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        times=one.times.union(other.times),
        because=one.because if one.because == other.because else "",
        dates=one.dates + other.dates,
        about=(*one.about, *other.about[1:]),
    )


def _joined(group: Group) -> Group | None:
    """A group with the two rows of one verdict that are nearest in time as one; None where there are none such."""
    rows = group.rows
    candidates = [
        (_apart(rows[one], rows[other]), other - one, one, other)
        for one in range(len(rows))
        for other in range(one + 1, len(rows))
        if rows[one].fill is rows[other].fill and rows[one].times is not None and rows[other].times is not None
    ]
    if not candidates:
        return None
    _, _, one, other = min(candidates)
    joint = _together(rows[one], rows[other])
    kept = [joint if number == one else row for number, row in enumerate(rows) if number != other]
    return replace(group, rows=tuple(kept))


def _apart(one: Row, other: Row) -> float:
    assert one.times is not None and other.times is not None
    before, after = sorted((one.times, other.times), key=_place)
    stop = before.spans[-1].stop
    return max(_place(after) - stop, 0) if stop is not None else 0
