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
from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.when import DAY, Span, TimeSet, anchors_of
from claimcheck.dates.wording import Brief
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Answered, HeldPosition, Judged, Ruling, Verdict
from claimcheck.engine.parts import dates_of
from claimcheck.report.pictures.axis import stretches_of
from claimcheck.report.pictures.chart import Chart, Fill, Group, Pin, Row
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.answers import position_answer
from claimcheck.report.words.grammar import capital, listed, plural

MOST_ROWS = 15  # of a page
MOST_PINS = 8
_MOST_SPANS = 50  # of one date; a day of an unknown year has ten thousand, and no place on an axis
_WORDS = {
    Ruling.RULED_OUT: (Fill.RULED_OUT, "ruled out"),
    Ruling.CONTESTED: (Fill.DOUBTED, "contested"),
    Ruling.RULED_OUT_IN_PART: (Fill.DOUBTED, "ruled out in part"),
    Ruling.BORNE_OUT: (Fill.BORNE_OUT, "borne out"),
    Ruling.BORNE_OUT_IN_PART: (Fill.IN_PART, "borne out in part"),
    Ruling.OPEN: (Fill.OPEN, "open"),
}


def controversy(examination: Examination, rows: int = MOST_ROWS) -> Chart | None:
    """The picture of what is at issue, of about so many rows; None where nobody answers a question."""
    chosen = _chosen(examination, rows)
    if not chosen:
        return None
    corpus = examination.corpus
    pins = _pins(examination, chosen)
    drawn = [_drawn(examination, asked, pins) for asked in chosen]
    while len(drawn) == 1 and len(drawn[0].rows) > rows and (fewer := _joined(drawn[0])) is not None:
        drawn = [fewer]
    groups = tuple(drawn)
    style = style_of_deductions(corpus)
    brief = Brief(style, _known_years(groups, pins, Brief(style)))
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
        says=_says(groups, pins, brief),
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
    while len(shown) > 1 and sum(len(one.positions) for one in shown) > most:
        least = min(
            shown,
            key=lambda one: (corpus.questions[one.question].lead, heavy[one.question], -place[one.question]),
        )
        shown.remove(least)
    return sorted(shown, key=lambda one: (_first(one), place[one.question]))


def _is_dated(asked: Answered) -> bool:
    return any(_times(position) is not None for position in asked.positions)


def _times(position: HeldPosition) -> TimeSet | None:
    """When a position puts what is asked; None where it answers by something else, or leaves it quite open."""
    held = position.held
    if held.values or held.is_yes is not None or held.dates is None or not held.dates.spans:
        return None
    if len(held.dates.spans) > _MOST_SPANS or held.dates.spans == (Span(None, None),):
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
    misprints = {claim.id for claim in examination.view.claims if claim.misprint}
    pairs = [
        (pair.a, pair.b)
        for pair in examination.pairs
        if pair.verdict is Verdict.CONTRADICTS and misprints.isdisjoint((pair.a, pair.b))
    ]
    return Counter(id for pair in pairs for id in pair)


def _at_odds_with(examination: Examination, claim: str) -> list[str]:
    """What a claim contradicts, outright or under a bridge, in the order of the pairs."""
    return [
        pair.b if pair.a == claim else pair.a
        for pair in examination.pairs
        if claim in (pair.a, pair.b) and (pair.verdict is Verdict.CONTRADICTS or pair.if_bridge)
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


def _drawn(examination: Examination, asked: Answered, pins: Sequence[tuple[frozenset[str], Pin]]) -> Group:
    corpus = examination.corpus
    state = examination.state_of(asked.question)
    judged = {one.number: one for one in state.judged} if state is not None else {}
    rows = [_row(examination, position, judged[position.number], pins) for position in asked.positions]
    return Group(_label(corpus, asked.question), tuple(_within_a_day(rows)), ("question", asked.question))


def _label(corpus: Corpus, question: str) -> str:
    name = names.question(corpus, question)
    return capital(name.removeprefix("the ").removeprefix("The "))


def _row(
    examination: Examination,
    position: HeldPosition,
    judged: Judged,
    pins: Sequence[tuple[frozenset[str], Pin]],
) -> Row:
    corpus = examination.corpus
    times = _times(position)
    order = {id: number for number, id in enumerate(corpus.claims)}
    saying = [id for id in position.held_by if _says_it(examination, times, id)] or position.held_by
    holders = [*sorted(saying, key=order.__getitem__), *(id for id in position.held_by if id not in saying)]
    fill, word = _WORDS[judged.ruling]
    if judged.strained:
        fill = Fill.STRAINED if fill is Fill.OPEN else fill
        word = f"{word}, strained"
    return Row(
        names=tuple(dict.fromkeys(name for id in holders for name in _names(corpus, id))),
        times=times,
        fill=fill,
        word=word,
        because=_because(corpus, judged, pins),
        short=word.removeprefix("borne out ") if judged.ruling is Ruling.BORNE_OUT_IN_PART else word,
        answer=position_answer(examination, position) if times is None else "",
        about=(("question", position.question), *(("claim", id) for id in holders)),
    )


def _names(corpus: Corpus, id: str) -> tuple[str, ...]:
    """Who puts a claim forward: two people who say it together as one name, more of them each for himself."""
    by = corpus.claims[id].by
    return tuple(names.person(corpus, who) for who in by) if len(by) > 2 else (names.joint(corpus, id),)


def _says_it(examination: Examination, times: TimeSet | None, id: str) -> bool:
    """Whether an account says as much as the position does, or only fits no other."""
    left = examination.placed(id)
    return times is None or (left is not None and times.contains(left.narrow))


def _because(corpus: Corpus, judged: Judged, pins: Sequence[tuple[frozenset[str], Pin]]) -> str:
    """What a verdict rests on: one record, the one that stands below the picture if any does."""
    if judged.is_silent:
        return ": no record"
    deciding = judged.against or judged.in_favour
    if not deciding:
        return ": record fits"
    below = next((pin.label for ids, pin in pins if pin.decides and not ids.isdisjoint(deciding)), None)
    return f" by {below or _record_name(corpus, names.documented_first(corpus, deciding)[0])}"


def _record_name(corpus: Corpus, id: str) -> str:
    """What a record attests, in short; a claim that counts as record by its claimants."""
    found = names.record_entry(corpus, id)
    if found is None:
        return names.joint(corpus, id) if id in corpus.claims else names.words_of(id)
    entry = corpus.events.get(found.event)
    is_named = entry is not None and entry.declared and bool(entry.short or entry.label)
    return found.own_name if found.own_name and not is_named else names.event(corpus, found.event)


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


# The record.


def _pins(examination: Examination, chosen: Sequence[Answered]) -> list[tuple[frozenset[str], Pin]]:
    """The records that stand below, with their ids, one of an event: those that decide, those that date what a
    position counts from, those that fit.

    A record that decides several rows goes before others; documented before narrated, then file order.
    """
    corpus = examination.corpus
    judged = [
        one
        for asked in chosen
        if (state := examination.state_of(asked.question)) is not None
        for one in state.judged
    ]
    deciding = [one.against or one.in_favour for one in judged if one.against or one.in_favour]
    times = Counter(id for ids in deciding for id in ids)
    fitting = Counter(id for one in judged for id in one.fitting)
    file_order = {record.id: number for number, record in enumerate(examination.view.records)}

    def place(id: str) -> tuple[object, ...]:
        found = names.record_entry(corpus, id)
        basis = 2 if found is None else found.basis != "documented"
        return (_when(examination, id) is None, -times[id], -fitting[id], basis, file_order.get(id, 0))

    decisive: dict[str, None] = {}
    for ids in sorted(deciding, key=len):
        if decisive.keys().isdisjoint(ids):
            decisive[min(ids, key=place)] = None
    anchors = {
        event
        for asked in chosen
        for id in asked.accounts
        for part in examination.parts(id)
        for date in dates_of(part)
        for event in anchors_of(date)
    }
    dating = sorted((one.id for one in examination.view.records if one.event in anchors), key=place)
    found: dict[str, tuple[set[str], Pin]] = {}
    for id in dict.fromkeys((*decisive, *dating, *sorted(fitting, key=place))):
        when = _when(examination, id)
        entry = names.record_entry(corpus, id)
        event = entry.event if entry is not None else id
        if event in found:
            found[event][0].add(id)
        elif when is not None and len(found) < MOST_PINS:
            source = names.source(corpus, entry.source) if entry is not None else ""
            documented = entry is not None and entry.basis == "documented"
            label = _record_name(corpus, id)
            pin = Pin(when, label, source if source != label else "", documented, id in decisive)
            found[event] = ({id}, pin)
    placed = sorted(found.values(), key=lambda one: (_place(TimeSet.of([one[1].when])), one[1].label))
    return [(frozenset(ids), pin) for ids, pin in placed]


def _when(examination: Examination, id: str) -> Span | None:
    """The stretch of time that a record gives; None where it gives none, or several."""
    left = examination.placed(id)
    if left is None or not left.narrow.spans:
        return None
    first, last = left.narrow.spans[0], left.narrow.spans[-1]
    return Span(first.start, last.stop) if (first.start, last.stop) != (None, None) else None


# In words.


def spans_shown(groups: Iterable[Group], pins: Iterable[Pin]) -> list[Span]:
    """Everything that is to have a place on the axis."""
    spans = [span for group in groups for row in group.rows if row.times is not None for span in row.times.spans]
    return [*spans, *(pin.when for pin in pins if pin.decides)]


def _known_years(
    groups: Sequence[Group], pins: Sequence[tuple[frozenset[str], Pin]], brief: Brief
) -> tuple[int, int] | None:
    """The year that goes without saying, as the axis gives it: that of the dense stretch."""
    found = stretches_of(spans_shown(groups, (pin for _, pin in pins)))
    if found is None:
        return None
    calendar = brief.style.calendar
    try:
        first, last = (
            calendar_date(calendar, edge // DAY)[0]
            for edge in (found.spans[found.dense][0], found.spans[found.dense][1] - 1)
        )
    except ValueError:
        return None
    return (first, last) if first == last else None


def _says(groups: Sequence[Group], pins: Sequence[tuple[frozenset[str], Pin]], brief: Brief) -> str:
    whole = replace(brief, known=None)
    rows = sum(len(group.rows) for group in groups)
    said = [
        f"{capital(plural(rows, 'position'))} on {plural(len(groups), 'question')}, "
        f"against {plural(len(pins), 'record')}."
    ]
    for group in groups:
        told = (
            f"{row.answer or whole.say(row.times or TimeSet(()))}, {listed(row.names)}"
            f"{f', {row.note}' if row.note else ''} ({row.word}{row.because})"
            for row in group.rows
        )
        said.append(f"{group.label}: {'; '.join(told)}.")
    if pins:
        dated = (f"{whole.span(pin.when)}, {pin.label}" for _, pin in pins)
        said.append(f"The record: {'; '.join(dated)}.")
    return " ".join(said)
