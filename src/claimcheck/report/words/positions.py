"""Positions in words: who holds them, what the record says of them, the state of a question, what would decide.

Belongs here: every sentence and cell about positions and questions. Does not belong here: which positions there
are (see `claimcheck.engine.positions`), which questions are shown (see `document`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import (
    Accord,
    Answered,
    Decider,
    HeldPosition,
    Judged,
    Pair,
    Ruling,
    Settlement,
    Standing,
    State,
    Tie,
    Uncounted,
    Verdict,
)
from claimcheck.engine.parts import Dispute, Elsewhen, Exclusion, Part
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.answers import dates_say, position_answer, sayers, standing_answer, with_of
from claimcheck.report.words.grammar import capital, few, listed, ordinal, plural, sentence, spelt, stopped
from claimcheck.report.words.moments import gap_in_words
from claimcheck.report.words.nouns import event_met
from claimcheck.report.words.proofs import subject_named

_MOST_NAMED = 3  # who hold a position, in a sentence or a cell
_MOST_WORDS = 34  # of a sentence that names every position; one more would be too long to read
_MANY_WAYS = 1_000  # in which accounts can be grouped otherwise, beyond which no number is told

RULINGS = {
    Ruling.RULED_OUT: "ruled out",
    Ruling.CONTESTED: "contested",
    Ruling.RULED_OUT_IN_PART: "ruled out in part",
    Ruling.BORNE_OUT: "borne out",
    Ruling.BORNE_OUT_IN_PART: "borne out in part",
    Ruling.OPEN: "open",
}


# One position.


def holders(findings: Examination, position: HeldPosition, most: int = _MOST_NAMED) -> str:
    """Those who say what the position says; of the others how many fit no other."""
    saying = sayers(findings, position) or position.held_by
    beside = len(position.held_by) - len(saying)
    more = f"; {spelt(beside)} more fit{'s' if beside == 1 else ''} no other" if beside else ""
    return f"{names.who(findings.corpus, saying, most)}{more}"


def who_says(findings: Examination, position: HeldPosition) -> str:
    """Who holds a position, for a cell: names, since when, and accounts, roots and relays where they differ."""
    corpus = findings.corpus
    since = f", since {year_in_words(position.since)}" if position.since is not None else ""
    said = [f"{holders(findings, position)}{since}"]
    voices = witnesses_of(corpus, position.held_by)
    counts = [plural(len(position.held_by), "account"), plural(len(voices.roots), "root")]
    counts += [plural(len(voices.relays), "relay")] if voices.relays else []
    if len(position.held_by) > 1:
        said.append(", ".join(counts))
    if position.left_with:
        fits = "fits" if names.say(corpus, position.left_with) == "says" else "fit"
        said.append(f"{names.who(corpus, position.left_with, 2)} {fits} only this")
    return "; ".join(said)


def _s(ids: Sequence[str]) -> str:
    return "s" if len(ids) == 1 else ""


def ruling_says(findings: Examination, position: HeldPosition) -> str:
    """The ruling with the record that decides, documented before narrated, and how many more there are.

    Where the record does so to some of those who hold the position alone, it says to whom.
    """
    corpus, judged = findings.corpus, judged_of(findings, position)
    whom = concerned(findings, position)
    words = RULINGS[judged.ruling] + (" (strained)" if judged.strained else "")
    words += f" ({names.who(corpus, whom)})" if whom else ""
    if judged.is_silent:
        return f"{words}: no record"
    deciding = names.documented_first(corpus, judged.against or judged.in_favour)
    if not deciding:
        fit = "fits" if len(judged.fitting) == 1 else "fit"
        return f"{words}: {plural(len(judged.fitting), 'record')} {fit}"
    more = f" +{len(deciding) - 1}" if len(deciding) > 1 else ""
    return f"{words}: {names.record(corpus, deciding[0])}{more}"


_IN_PART = {
    Ruling.RULED_OUT_IN_PART: (Standing.CONTRADICTED,),
    Ruling.BORNE_OUT_IN_PART: (Standing.CORROBORATED, Standing.CORROBORATED_IN_PART),
}


def concerned(findings: Examination, position: HeldPosition) -> tuple[str, ...]:
    """The holders that a ruling in part is about; nobody where it is about all of them."""
    some = _IN_PART.get(judged_of(findings, position).ruling, ())
    ids = tuple(row.claim for row in findings.rows_of(position.held_by) if row.verdict in some)
    return ids if len(ids) < len(position.held_by) else ()


def judged_of(findings: Examination, position: HeldPosition) -> Judged:
    """What the record says of a position."""
    state = findings.state_of(position.question)
    assert state is not None, "a position is on a question that somebody answers"
    return next(one for one in state.judged if one.number == position.number)


def odds_say(findings: Examination, answered: Answered, position: HeldPosition) -> str:
    """The positions that it excludes: on the same question with the gap, on others outright or under a bridge."""
    here = (position.question, position.number)
    two = len(answered.positions) == 2
    said = [
        f"{'the other' if two else position_answer(findings, other)}{gap}"
        for other in answered.positions
        if other is not position
        for gap in (_gap_between(findings, position, other),)
        if gap is not None
    ]
    if len(said) > 2 and len(said) == len(answered.positions) - 1:
        said = ["all others"]
    ties = [tie for tie in findings.once(_ties).get(here, ()) if not tie.carries]
    outright = dict.fromkeys(tie.other[0] for tie in ties if not tie.bridges)
    if outright:
        said.append(f"elsewhere {few((names.question(findings.corpus, id) for id in outright), _MOST_NAMED)}")
    supposed = sum(bool(tie.bridges) for tie in ties)
    if supposed:
        said.append(f"{supposed} more under a bridge")
    against = [id for id, numbers in answered.undecided if not numbers] if answered.accord is Accord.DENIED else []
    if against:
        of = "the denial of " if opposing(findings, against).startswith("den") else ""
        said.insert(0, f"{of}{names.who(findings.corpus, against)}")
    return "; ".join(said) or "–"


def _ties(findings: Examination) -> dict[tuple[str, int], list[Tie]]:
    found: dict[tuple[str, int], list[Tie]] = {}
    for tie in findings.ties:
        found.setdefault(tie.position, []).append(tie)
    return found


def _gap_between(findings: Examination, one: HeldPosition, other: HeldPosition) -> str | None:
    """How far apart two positions of a question are, where holders of theirs contradict each other: as far as the
    two that are farthest apart, since all who hold a position are right together."""
    style = style_of_deductions(findings.corpus)
    between = contradicting(findings, one.held_by, other.held_by)
    if not between:
        return None
    gaps = [pair.gap for pair in between if pair.gap is not None]
    most = max(gaps, key=lambda gap: (gap.days, gap.first - gap.last), default=None)
    return f", by {gap_in_words(most, style)}" if most is not None else ""


def contradicting(findings: Examination, some: Iterable[str], others: Iterable[str]) -> list[Pair]:
    """The pairs of one of the first with one of the second that contradict each other."""
    second, at_odds = set(others), findings.once(_at_odds)
    return [pair for id in some for other, pair in at_odds.get(id, ()) if other in second]


def _at_odds(findings: Examination) -> dict[str, list[tuple[str, Pair]]]:
    """For each claim those that it contradicts, each with the pair."""
    found: dict[str, list[tuple[str, Pair]]] = {}
    for pair in findings.at_odds:
        if pair.verdict is Verdict.CONTRADICTS:
            found.setdefault(pair.a, []).append((pair.b, pair))
            found.setdefault(pair.b, []).append((pair.a, pair))
    return found


# The state of a question.


def state_says(findings: Examination, answered: Answered, *, is_tabled: bool = False) -> str:
    """How many positions there are and who holds them, whether the record decides, and what would.

    `is_tabled` where a table of the positions says who holds which.
    """
    said = list(_positions_say(findings, answered))
    if is_tabled and answered.accord is not Accord.DENIED:
        said = [
            f"{capital(spelt(len(answered.accounts)))} accounts make {spelt(len(answered.positions))} positions."
        ]
    state = findings.state_of(answered.question)
    if state is not None and answered.positions:
        said += decision_says(findings, answered, state)
    return " ".join(said)


def _positions_say(findings: Examination, answered: Answered) -> Iterator[str]:
    corpus, positions = findings.corpus, answered.positions
    if not positions:
        yield "Nobody gives an answer that can be compared."
        return
    if answered.accord is not None:
        (position,) = positions
        said, held = position_answer(findings, position), position.held_by
        match answered.accord:
            case Accord.STATED_ONCE:
                yield sentence(f"{names.who(corpus, held)} alone answer{_s(corpus.claims[held[0]].by)}: {said}")
            case Accord.AGREEMENT:
                yield sentence(f"{names.who(corpus, held)} agree: {said}")
            case Accord.COMPATIBILITY:
                yield f"The accounts of {names.who(corpus, answered.accounts)} differ but do not conflict."
                if position.held.dates is not None or position.held.values:
                    yield stopped(f"Together they leave {said}")
            case Accord.DENIED:
                yield sentence(f"{holders(findings, position)} answer{_s(held)} {said}")
                against = [id for id, numbers in answered.undecided if not numbers]
                yield sentence(f"{names.who(corpus, against)} cannot be reconciled with it")
        return
    told = [f"{position_answer(findings, one)} ({holders(findings, one)})" for one in positions]
    accounts = capital(spelt(len(answered.accounts)))
    whole = stopped(f"{accounts} accounts make {spelt(len(positions))} positions: {listed_apart(told)}")
    if len(whole.split()) <= _MOST_WORDS:
        yield whole
        return
    yield f"{accounts} accounts make {spelt(len(positions))} positions."
    if len(positions) == 2:
        yield from (sentence(f"{place} is {one}") for place, one in zip(("One", "The other"), told, strict=True))
    else:
        yield stopped(f"The first is {told[0]}, the last {told[-1]}")


def listed_apart(told: Sequence[str]) -> str:
    """A list whose members have commas of their own."""
    return listed(told) if not any("," in one or ";" in one for one in told) else "; ".join(told)


def in_short(findings: Examination, position: HeldPosition) -> str:
    """A position as the object of a sentence: by its answer, or by its place where that would not be one."""
    if position.held.is_yes is not None:
        return "yes" if position.held.is_yes else "no"
    said = standing_answer(findings, position)
    return f"the {ordinal(position.number)}" if len(said) > 60 or said.split()[0] == "not" else said


def decision_says(findings: Examination, answered: Answered, state: State) -> Iterator[str]:
    """Whether the record decides between the positions, and if not what would."""
    by_number = {position.number: position for position in answered.positions}
    if len(state.judged) == 1:
        words = {
            Ruling.RULED_OUT: "The record rules it out.",
            Ruling.BORNE_OUT: "The record bears it out.",
            Ruling.BORNE_OUT_IN_PART: "The record bears it out in part.",
        }
        if state.judged[0].ruling in words:
            yield words[state.judged[0].ruling]
        return
    out = [by_number[one.number] for one in state.judged if one.number not in state.remaining]
    if not state.remaining:
        yield "The record rules all of them out."
        return
    if state.decided_for is not None:
        yield stopped(f"The record rules out all but {in_short(findings, by_number[state.decided_for])}")
        return
    if out:
        answers = few((in_short(findings, position) for position in out), _MOST_NAMED)
        yield stopped(f"The record rules out {answers}; between the others nothing in it decides")
    else:
        yield "Nothing in the record decides."
    yield from what_would(findings, answered, state)


def what_would(findings: Examination, answered: Answered, state: State) -> Iterator[str]:
    """What would decide between the positions that remain, and where to look for it."""
    corpus = findings.corpus
    by_number = {position.number: position for position in answered.positions}
    for decider in state.would_decide[:2]:
        yield sentence(decider_says(findings, by_number, decider))
    if not state.would_decide and not state.look_in:
        yield "No record of open date would decide, and no bridge."
    if state.look_in:
        unseen = listed(names.source(corpus, id) for id in state.look_in)
        yield sentence(
            f"{unseen} would tell; {'it is' if len(state.look_in) == 1 else 'they are'} known and unseen"
        )


def decider_says(findings: Examination, by_number: dict[int, HeldPosition], decider: Decider) -> str:
    """What one record of open date, or a bridge, would decide."""
    corpus = findings.corpus
    if decider.event is None:
        numbers = [number for number, _ in decider.rules_out]
        out = few((in_short(findings, by_number[number]) for number in numbers), _MOST_NAMED)
        if len(numbers) > _MOST_NAMED:
            kept = [position for number, position in by_number.items() if number not in numbers]
            out = f"all but {few((in_short(findings, position) for position in kept), 2)}"
        return f"The record would rule out {out} if {listed(names.bridge(corpus, id) for id in decider.bridges)}"
    told = listed(
        f"rule out {in_short(findings, by_number[number])} if it is {with_of(dates_say(corpus, dates))}"
        for number, dates in decider.rules_out[:2]
    )
    return f"{event_met(corpus, decider.event)} would {told}"


def is_disputed(answered: Answered) -> bool:
    """Whether answers exclude each other, or one is given and denied."""
    return len(answered.positions) > 1 or answered.accord is Accord.DENIED


def settlement_says(corpus: Corpus, settlement: Settlement) -> str:
    """The fact whose date would decide between two schools, with the dates that would decide for each."""
    name, ending = subject_named(corpus, settlement.subject)
    sides = [
        f"{dates_say(corpus, dates)} would decide for school {school + 1}"
        for school, dates in zip(settlement.schools, (settlement.for_first, settlement.for_second), strict=True)
        if dates.spans
    ]
    recorded = " The record leaves a limit for it already." if settlement.is_recorded else ""
    return f"The date of {name.object}{ending}: {'; '.join(sides)}.{recorded}"


def state_briefly(findings: Examination, answered: Answered) -> str:
    """The state of a question in one sentence, headed by its short name."""
    return names.headed(findings.corpus, answered.question, _briefly(findings, answered))


def _briefly(findings: Examination, answered: Answered) -> str:
    corpus, positions = findings.corpus, answered.positions
    state = findings.state_of(answered.question)
    if state is None or not positions:
        return "nobody gives an answer that can be compared"
    answers = [in_short(findings, position) for position in positions]
    if answered.accord is not None:
        who = names.who(corpus, positions[0].held_by)
        said = {
            Accord.STATED_ONCE: f"{who} alone {names.say(corpus, positions[0].held_by)} {answers[0]}",
            Accord.AGREEMENT: f"{who} agree on {answers[0]}",
            Accord.COMPATIBILITY: "the accounts differ but do not conflict",
            Accord.DENIED: _denied_says(findings, answered),
        }[answered.accord]
        is_told = answered.accord is Accord.DENIED or state.remaining
        return said if is_told else f"{said}, and the record rules it out"
    never = never_say(findings, answered)
    or_never = f", or never ({names.who(corpus, never)})" if never else ""
    if not state.remaining:
        return f"the record rules out every {'date' if never else 'answer'}{or_never.replace(', or', ' but', 1)}"
    if state.decided_for is not None:
        kept = next(position for position in positions if position.number == state.decided_for)
        return f"the record leaves only {in_short(findings, kept)}{or_never}"
    kept_answers = [in_short(findings, position) for position in positions if position.number in state.remaining]
    if len(kept_answers) <= _MOST_NAMED and never:
        return f"{', '.join(kept_answers)}, or never; no record decides"
    if len(kept_answers) <= _MOST_NAMED:
        return f"{listed(kept_answers)} exclude each other, and no record decides"
    return f"{spelt(len(kept_answers))} positions stand{or_never}, and no record decides"


def _denied_says(findings: Examination, answered: Answered) -> str:
    corpus, (position,) = findings.corpus, answered.positions
    against = [id for id, numbers in answered.undecided if not numbers]
    state = findings.state_of(answered.question)
    decides = "no record decides"
    if state is not None and not state.remaining:
        decides = "the record is with the latter"
    elif all(map(findings.is_ruled_out, against)):
        decides = "the record is with the former"
    return (
        f"{names.who(corpus, position.held_by)} {names.say(corpus, position.held_by)} "
        f"{in_short(findings, position)}, {names.who(corpus, against)} {opposing(findings, against)} it, "
        f"and {decides}"
    )


def opposing(findings: Examination, ids: Sequence[str]) -> str:
    """What those do who can hold with no position: "denies", or "contradicts" where they say something else."""
    is_denial = all(isinstance(part, Dispute | Elsewhen | Exclusion) for id in ids for part in findings.parts(id))
    verb = "deny" if is_denial else "contradict"
    if names.say(findings.corpus, ids) == "say":
        return verb
    return "denies" if is_denial else "contradicts"


def never_say(findings: Examination, answered: Answered) -> tuple[str, ...]:
    """The accounts that deny what is asked altogether, where others date it and the record lets them stand.

    Also those that do so in answer to another question: whether there was any such thing.
    """
    own = [id for id, numbers in answered.undecided if not numbers]
    asked = [one.id for one in findings.corpus.questions.values() if one.whether is not None]
    elsewhere = [
        id
        for question in asked
        if question != answered.question and (other := findings.positions_of(question)) is not None
        for position in other.positions
        if position.held.is_yes is False
        for id in position.held_by
        if all(contradicting(findings, (id,), one.held_by) for one in answered.positions)
    ]
    return tuple(
        id
        for id in (*own, *(elsewhere if answered.positions else ()))
        if not findings.is_ruled_out(id) and _is_never(findings.parts(id))
    )


def never_row(findings: Examination, answered: Answered) -> tuple[tuple[str, ...], ...]:
    """The row of those who deny what others date, beside the positions; none where nobody does."""
    ids = never_say(findings, answered)
    if not ids:
        return ()
    corpus = findings.corpus
    apart = dict.fromkeys(one.question for id in ids for one in corpus.claims[id].statements if one.question)
    asked = listed(names.question_text(corpus, id) for id in apart if id != answered.question)
    who = f"{names.who(corpus, ids)}{f', answering {asked}' if asked else ''}"
    return (("never", who, RULINGS[Ruling.OPEN], "all others" if len(answered.positions) > 1 else "the other"),)


def _is_never(parts: Sequence[Part]) -> bool:
    return any(isinstance(part, Exclusion) and part.date is None for part in parts) and all(
        isinstance(part, Exclusion | Dispute) for part in parts
    )


_WHY_NOT = {
    Uncounted.WITHDRAWN: ("has been withdrawn", "have been withdrawn"),
    Uncounted.MISPRINT: ("is held to be a misprint", "are held to be misprints"),
    Uncounted.ALTERNATIVE: ("is its author's own other possibility", "are their authors' own other possibilities"),
    Uncounted.INCONSISTENT: ("cannot be true by itself", "cannot be true by themselves"),
    Uncounted.NOT_COMPARED: ("states nothing that can be compared", "state nothing that can be compared"),
}


def notes(findings: Examination, answered: Answered) -> Iterator[str]:
    """What else is to be said of the accounts: who leaves open which, who is not counted, and how sure it is."""
    corpus, never = findings.corpus, never_say(findings, answered)
    grouped: dict[tuple[int, ...], list[str]] = {}
    for id, numbers in answered.undecided:
        grouped.setdefault(numbers, []).append(id)
    for numbers, ids in sorted(grouped.items()):
        if numbers:
            every = len(numbers) == len(answered.positions)
            fits = "every position" if every else f"positions {listed(map(str, numbers))}"
            yield sentence(f"{names.who(corpus, ids, 12)} fit{_s(ids)} {fits} and leave{_s(ids)} open which")
        elif answered.accord is not Accord.DENIED and (others := [id for id in ids if id not in never]):
            yield sentence(f"{names.who(corpus, others, 12)} can be reconciled with no position")
    for who, numbers in answered.several:
        yield sentence(f"{names.person(corpus, who)} holds positions {listed(map(str, numbers))}")
    for why, (one, several) in _WHY_NOT.items():
        ids = [id for id, reason in answered.uncounted if reason is why]
        if ids:
            subject = "The account" if len(ids) == 1 else f"{capital(spelt(len(ids)))} accounts"
            yield stopped(f"{subject} of {names.who(corpus, ids, 12)} {one if len(ids) == 1 else several}")
    if not answered.complete:
        yield "The search was cut short: fewer positions might take in every account."
    elif answered.others and answered.others > _MANY_WAYS:
        yield "The accounts can be grouped into as few positions in very many other ways."
    elif answered.others:
        yield f"The accounts can be grouped into as few positions in {plural(answered.others, 'other way')}."
