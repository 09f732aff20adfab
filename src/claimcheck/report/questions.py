"""Questions with their positions: the state of each in a sentence, and a table of who holds what.

Belongs here: the wording of positions, of what the record says of them and of what would decide, as a section and
Does not belong here: which positions there are (see `claimcheck.engine.positions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.dates.when import TimeSet, Window
from claimcheck.dates.wording import in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import (
    Accord,
    Answer,
    Answered,
    Decider,
    HeldPosition,
    Judged,
    Ruling,
    State,
    Tie,
    Uncounted,
)
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Block, Item, Listing, Paragraph, Section, Table
from claimcheck.report.naming import event_label, question_text, record_of, source_of
from claimcheck.report.sentences import answer_as_written
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words.grammar import listed, quoted, stopped

_MOST_NAMED = 3  # who hold a position, in a sentence or a cell
_MANY_WAYS = 1_000  # in which accounts can be grouped otherwise, beyond which no number is told
_SHORT = 40  # letters of a label that can stand in a cell
_MOST_POSITIONS = 5  # that the sentence names one by one
_NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]


def positions_section(findings: Examination, asking: Asking) -> Section:
    """Each question that two accounts answer, with its state and its positions; then what is stated once."""
    corpus = findings.corpus
    blocks: list[Block] = []
    once: list[tuple[str, ...]] = []
    for answered in findings.positions:
        if len(answered.accounts) > 1 or len(answered.uncounted) + len(answered.accounts) > 1:
            blocks.extend(_question_blocks(findings, answered))
        elif answered.positions:
            (position,) = answered.positions
            says, who = answer_says(findings, position), _names(corpus, position.held_by)
            once.append((question_asked(corpus, answered.question), says, who))
    if once:
        blocks.append(Paragraph("Stated once:"))
        blocks.append(Table(("question", "answer", "who"), tuple(once)))
    return Section("positions", "Positions", tuple(blocks))


def _question_blocks(findings: Examination, answered: Answered) -> Iterator[Block]:
    corpus = findings.corpus
    yield Paragraph(f"{question_text(corpus, answered.question)} {state_says(findings, answered)}")
    if answered.positions:
        heads = ("", "answer", "who", "accounts", "the record", "since", "at odds with")
        yield Table(heads, tuple(_row(findings, answered, position) for position in answered.positions))
    notes = tuple(_notes(findings, answered))
    if notes:
        yield Listing(tuple(map(Item, notes)))


# One position.


def answer_says(findings: Examination, position: HeldPosition) -> str:
    """What those say who hold a position: a date, values in succession, yes or no; in their words failing that."""
    return _answer_says(findings, position, position.held)


def _answer_says(findings: Examination, position: HeldPosition, answer: Answer) -> str:
    corpus = findings.corpus
    dates = _dates_say(corpus, answer.dates)
    if answer.values:
        return ", then ".join(_value_says(corpus, position.question, tenure.claims[0]) for tenure in answer.values)
    if answer.is_yes is not None:
        return f"{'yes' if answer.is_yes else 'no'}{f', {dates}' if dates else ''}"
    written = answer_as_written(corpus, corpus.claims[position.held_by[0]], position.question)
    return dates or _ANCHOR.sub(lambda found: _event_name(corpus, found[1]) or found[0], written)


_ANCHOR = re.compile(r"@([^\s,;”)]+)")


def _event_name(corpus: Corpus, id: str) -> str:
    event = corpus.events.get(id)
    return (event.short or event.label or "") if event is not None else ""


def _value_says(corpus: Corpus, question: str, id: str) -> str:
    claim = corpus.claims[id]
    for statement in claim.statements:
        if statement.value and statement.question in (question, None):
            said = listed(statement.value)
            return f"not {said}" if claim.stance == "denies" else said
    return answer_as_written(corpus, claim, question)


def _dates_say(corpus: Corpus, dates: TimeSet | None) -> str:
    return in_words(Window(dates, dates), style_of_deductions(corpus)) if dates is not None else ""


def _says_it(findings: Examination, position: HeldPosition, id: str) -> bool:
    """Whether an account says as much as the position's answer does, or only fits no other position."""
    if position.held.dates is None:
        return True
    left = findings.placed(id)
    return left is not None and position.held.dates.contains(left.narrow)


def _row(findings: Examination, answered: Answered, position: HeldPosition) -> tuple[str, ...]:
    corpus = findings.corpus
    saying = [id for id in position.held_by if _says_it(findings, position, id)]
    beside = [id for id in position.held_by if id not in saying]
    who = [_names(corpus, saying or position.held_by)]
    if saying and beside:
        who.append(f"fits this alone: {_names(corpus, beside)}")
    if position.left_with:
        who.append(f"leaves only this: {_names(corpus, position.left_with)}")
    voices = witnesses_of(corpus, position.held_by)
    count = f"{len(position.held_by)}, {_counted(len(voices.roots), 'root')}"
    if position.fitting:
        count += f"; {len(position.fitting)} more fit"
    state = findings.state_of(position.question)
    judged = next(one for one in state.judged if one.number == position.number) if state is not None else None
    return (
        str(position.number),
        answer_says(findings, position),
        "; ".join(who),
        count,
        _record_says(corpus, judged) if judged is not None else "",
        _year_says(position.since) if position.since is not None else "–",
        _odds_say(findings, position),
    )


_RULINGS = {
    Ruling.RULED_OUT: "ruled out",
    Ruling.CONTESTED: "contested",
    Ruling.RULED_OUT_IN_PART: "ruled out in part",
    Ruling.BORNE_OUT: "borne out",
    Ruling.BORNE_OUT_IN_PART: "borne out in part",
    Ruling.OPEN: "open",
}


def _record_says(corpus: Corpus, judged: Judged) -> str:
    """The ruling with the record that decides, documented before narrated, and how many more there are."""
    words = _RULINGS[judged.ruling] + (" (strained)" if judged.strained else "")
    if judged.is_silent:
        return f"{words}: no record"
    deciding = list(judged.against or judged.in_favour)
    if not deciding:
        return f"{words}: {_counted(len(judged.fitting), 'record')} fit{'s' if len(judged.fitting) == 1 else ''}"
    deciding.sort(key=lambda id: (record := record_of(corpus, id)) is None or record.basis != "documented")
    more = f" +{len(deciding) - 1}" if len(deciding) > 1 else ""
    return f"{words}: {_record_name(corpus, deciding[0])}{more}"


def _record_name(corpus: Corpus, id: str) -> str:
    record = record_of(corpus, id)
    if record is None:
        return _names(corpus, (id,)) if id in corpus.claims else id
    event = corpus.events[record.event]
    label = event.label if event.declared and event.label and len(event.label) <= _SHORT else None
    return event.short or label or record.own_name or record.event.replace("-", " ").replace("_", " ")


def _odds_say(findings: Examination, position: HeldPosition) -> str:
    """The positions on other questions that it excludes outright, and how many more under a bridge."""
    here = (position.question, position.number)
    excluded = [tie for tie in _ties(findings, here) if not tie.carries]
    told = _told(findings, (tie.other for tie in excluded if not tie.bridges))
    supposed = sum(bool(tie.bridges) for tie in excluded)
    if supposed:
        told.append(f"{supposed} under a bridge")
    return "; ".join(told) or "–"


def _told(findings: Examination, positions: Iterable[tuple[str, int]]) -> list[str]:
    """Positions on other questions, question by question."""
    corpus = findings.corpus
    return [
        f"{_called(corpus, question)}: {_numbered(findings, question, numbers)}"
        for question, numbers in _grouped(positions)
    ]


def _ties(findings: Examination, position: tuple[str, int]) -> Iterator[Tie]:
    return (tie for tie in findings.ties if tie.position == position)


def _grouped(positions: Iterable[tuple[str, int]]) -> list[tuple[str, list[int]]]:
    found: dict[str, list[int]] = {}
    for question, number in positions:
        found.setdefault(question, []).append(number)
    return list(found.items())


def _numbered(findings: Examination, question: str, numbers: Sequence[int]) -> str:
    answered = findings.positions_of(question)
    assert answered is not None, "a tie is between positions that there are"
    if len(numbers) == len(answered.positions) > 1:
        return "all positions"
    if len(numbers) == 1:
        return answer_says(findings, answered.positions[numbers[0] - 1])
    return f"positions {listed(map(str, numbers))}"


def _called(corpus: Corpus, question: str) -> str:
    return corpus.questions[question].short or question.replace("-", " ").replace("_", " ")


# The state of a question.


def state_says(findings: Examination, answered: Answered) -> str:
    """How many positions there are and who holds them, whether the record decides, and what would."""
    said = list(_positions_say(findings, answered))
    state = findings.state_of(answered.question)
    if state is not None and answered.positions:
        said += _decision_says(findings, answered, state)
    return " ".join(said)


def _positions_say(findings: Examination, answered: Answered) -> Iterator[str]:
    corpus = findings.corpus
    positions = answered.positions
    if not positions:
        yield "Nobody gives an answer that can be compared."
        return
    if answered.accord is not None:
        (position,) = positions
        answer, names = answer_says(findings, position), _names(corpus, position.held_by)
        count = len(position.held_by)
        match answered.accord:
            case Accord.STATED_ONCE:
                yield stopped(f"{_capital(names)} alone answers: {answer}")
            case Accord.AGREEMENT:
                both = "both" if count == 2 else f"all {_spelt(count)}"
                yield stopped(f"Undisputed: {both} accounts say {answer}")
            case Accord.COMPATIBILITY:
                yield "Undisputed: the accounts differ, but all can be right."
                if position.held.dates is not None:
                    yield stopped(f"Together they leave {answer}")
            case Accord.DENIED:
                against = _against_all(answered)
                are = "is" if len(against) == 1 else "are"
                yield stopped(f"One position, {answer}; {_names(corpus, against)} {are} at odds with it")
        return
    head = f"{_spelt(len(positions)).capitalize()} positions"
    if len(positions) <= _MOST_POSITIONS:
        told = (f"{answer_says(findings, one)} ({_holders(findings, one)})" for one in positions)
        yield stopped(f"{head}: {'; '.join(told)}")
    else:
        first, last = answer_says(findings, positions[0]), answer_says(findings, positions[-1])
        yield f"{head} of {_spelt(len(answered.accounts))} accounts; the first is {first}, the last {last}."


def _holders(findings: Examination, position: HeldPosition) -> str:
    """Those who say what the position says; how many more fit no other."""
    saying = [id for id in position.held_by if _says_it(findings, position, id)] or position.held_by
    beside = len(position.held_by) - len(saying)
    more = f"; {_spelt(beside)} more fit{'s' if beside == 1 else ''} no other" if beside else ""
    return f"{_names(findings.corpus, saying)}{more}"


def _in_short(findings: Examination, position: HeldPosition) -> str:
    """A position as the object of a sentence: by its answer, or by its place where that would not be one."""
    says = answer_says(findings, position)
    if says.split()[0] in _LIMITING and position.number <= len(_ORDINALS):
        return f"the {_ORDINALS[position.number - 1]}"
    return says


_LIMITING = ("before", "after", "between", "by", "from", "not", "no", "yes")


def _against_all(answered: Answered) -> tuple[str, ...]:
    return tuple(id for id, numbers in answered.undecided if not numbers)


def _decision_says(findings: Examination, answered: Answered, state: State) -> Iterator[str]:
    by_number = {position.number: position for position in answered.positions}
    if len(state.judged) == 1:
        if state.judged[0].ruling is Ruling.RULED_OUT:
            yield "The record rules it out."
        elif state.judged[0].ruling is Ruling.BORNE_OUT:
            yield "The record bears it out."
        return
    out = [one.number for one in state.judged if one.number not in state.remaining]
    if not state.remaining:
        yield "The record rules all of them out."
        return
    if state.decided_for is not None:
        yield stopped(f"The record rules out all but {_in_short(findings, by_number[state.decided_for])}")
        return
    if out:
        answers = listed(_in_short(findings, by_number[number]) for number in out)
        yield stopped(f"The record rules out {answers}, and does not decide between the others")
    else:
        yield "Nothing in the record decides."
    yield from _what_would(findings, by_number, state)


def _what_would(findings: Examination, by_number: dict[int, HeldPosition], state: State) -> Iterator[str]:
    corpus = findings.corpus
    for decider in state.would_decide:
        yield stopped(_decider_says(findings, by_number, decider))
    if not state.would_decide:
        yield "No record of open date would, and no bridge."
    if state.look_in:
        names = listed(_source_name(corpus, id) for id in state.look_in)
        yield stopped(f"The place to look is {names}, known to exist and not seen")


def _decider_says(findings: Examination, by_number: dict[int, HeldPosition], decider: Decider) -> str:
    corpus = findings.corpus
    if decider.event is None:
        numbers = [number for number, _ in decider.rules_out]
        named = len(numbers) <= _MOST_NAMED
        answers = (
            listed(_in_short(findings, by_number[number]) for number in numbers)
            if named
            else f"positions {listed(map(str, numbers))}"
        )
        return f"The record would rule out {answers} if {_granted(corpus, decider.bridges)}"
    name = _event_name(corpus, decider.event) or event_label(corpus, decider.event)
    told = listed(
        (
            f"rule out {_in_short(findings, by_number[number])} if it is {_of(_dates_say(corpus, dates))}"
            for number, dates in decider.rules_out
        ),
        "and",
    )
    return f"{_capital(name)} would {told}"


def _of(dates: str) -> str:
    return dates if dates.split()[:1] and dates.split()[0] in _LIMITING else f"of {dates}"


def _granted(corpus: Corpus, bridges: Sequence[str]) -> str:
    said = [corpus.bridges[id].says for id in bridges]
    named = zip(said, bridges, strict=True)
    words = listed(quoted(says.strip().removesuffix(".")) if says else id for says, id in named)
    return f"it is granted that {words}"


def _source_name(corpus: Corpus, id: str) -> str:
    source = corpus.sources[id]
    return source.short or (" ".join(source.title.split()) if source.title else source_of(corpus, id, None))


_WHY_NOT = {
    Uncounted.WITHDRAWN: "Withdrawn by those who said it",
    Uncounted.MISPRINT: "Held to be a misprint",
    Uncounted.ALTERNATIVE: "The author's own other possibility",
    Uncounted.INCONSISTENT: "Inconsistent with itself",
    Uncounted.NOT_COMPARED: "States nothing that can be compared",
}


def _notes(findings: Examination, answered: Answered) -> Iterator[str]:
    """What else is to be said of the accounts: who leaves open which, who is not counted, and how sure it is."""
    corpus = findings.corpus
    grouped: dict[tuple[int, ...], list[str]] = {}
    for id, numbers in answered.undecided:
        grouped.setdefault(numbers, []).append(id)
    for numbers, ids in sorted(grouped.items()):
        if numbers:
            which = "any" if len(numbers) == len(answered.positions) else listed(map(str, numbers), "or")
            yield stopped(
                f"{'Leaves' if len(ids) == 1 else 'Leave'} open which ({which}): {_names(corpus, ids, 12)}"
            )
        elif answered.accord is not Accord.DENIED:
            yield stopped(f"At odds with every position: {_names(corpus, ids, 12)}")
    for who, numbers in answered.several:
        name = corpus.claimants[who].name if who in corpus.claimants else who
        yield stopped(f"{_capital(' '.join(name.split()))} holds {listed(map(str, numbers))}")
    for why, words in _WHY_NOT.items():
        ids = [id for id, reason in answered.uncounted if reason is why]
        if ids:
            yield stopped(f"{words}: {_names(corpus, ids, 12)}")
    for position in answered.positions:
        here = (position.question, position.number)
        carried = (tie.other for tie in _ties(findings, here) if tie.carries and not tie.bridges)
        for told in _told(findings, carried):
            yield stopped(f"{position.number} carries with it {told}")
    if not answered.complete:
        yield "The search was cut short: fewer positions might take in every account."
    elif answered.others:
        ways = "one other way" if answered.others == 1 else f"{answered.others:,} other ways"
        if answered.others > _MANY_WAYS:
            ways = "very many other ways"
        yield f"The accounts can be grouped into as few positions in {ways}."


# Words.


def _names(corpus: Corpus, claims: Iterable[str], most: int = _MOST_NAMED) -> str:
    """Who puts claims forward, each once: "Naumov, Barsukov and 2 more"."""
    found: dict[str, None] = {}
    for id in claims:
        claim = corpus.claims[id]
        people = [
            (person.short or " ".join(person.name.split())) if (person := corpus.claimants.get(who)) else who
            for who in claim.by
        ]
        found[" & ".join(people) or id] = None
    names = list(found)
    if len(names) > most:
        return listed([*names[:most], f"{len(names) - most} more"])
    return listed(names)


def question_asked(corpus: Corpus, question: str) -> str:
    """A question as it was asked, on one line."""
    return " ".join(corpus.questions[question].ask.split())


def _spelt(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _year_says(year: int) -> str:
    return str(year) if year > 99 else f"AD {year}" if year > 0 else f"{1 - year} BC"
