"""What accounts and positions answer, in few words: a date, a value, yes or no.

Belongs here: the wording of one answer. Does not belong here: what is said of it (see `positions`, `findings`).
A date is said as its claimant says it where that is plain English, with events by their names; otherwise as it is
read. A qualifier ("about", "c.") is never lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.corpus.entries import Claim, Corpus, Dated, Statement
from claimcheck.dates.when import DAY, TimeSet, Window
from claimcheck.dates.wording import in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import HeldPosition
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.dates import as_read, dated_in
from claimcheck.report.words.grammar import clause, listed, quoted

_SHORT = 50  # letters of a wording that can stand in a sentence
_ANCHOR = re.compile(r"@([^\s,;”)]+)")
_PLAIN = re.compile(
    r"((early|mid|late|mid-\w+|c|about|the|first|second|half|quarter|of|in|on|at|and|to|between|spring|summer|autumn|"
    r"winter|end|beginning|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\d+(st|nd|rd|th|s)?|century|BC|AD|[ap]\.m|night|morning|afternoon|evening)[\s.,-]*)+"
)
_LOOSE = re.compile(
    r"\b(early|mid|late|c|about|half|quarter|spring|summer|autumn|winter|end|beginning|century|[ap]\.m)\b"
)
_DOUBLE = re.compile(r"\b(\d{3,4})/\d+")
_SAYS_ROUGH = re.compile(r"about|c\.|between \d+:")  # the hour about six is "between 17:30 and 18:30"
_ROUGH = re.compile(r"\b(about|around|circa|ca?\.|some)(?=\s)|~")
_COUNTED = ("before", "after", "by", "until", "during", "between", "from", "not", "no", "yes", "since", "within")


def dates_say(corpus: Corpus, dates: TimeSet | None) -> str:
    """A set of time in words, in the calendar of the corpus; empty for none."""
    return in_words(Window(dates, dates), style_of_deductions(corpus)) if dates is not None else ""


def dated_says(findings: Examination, dated: Dated, by: Claim | None = None) -> str:
    """A date as somebody gives it: "late October 1955", "before the opening", "about 1087 BC"."""
    corpus = findings.corpus
    text = " ".join((dated.read or dated.text).split())
    read = as_read(findings, dated, 0, by)
    if "@" in text:
        named = _by_name(corpus, text)
        is_short = len(named) <= _SHORT and named.isascii() and not re.search(r"[;,]", named)
        return named if is_short or not read else _rough(text, read)
    if not read:
        return quoted(dated.text)
    if _PLAIN.fullmatch(text) and _LOOSE.search(text) and len(text) <= len(read):
        return _in_style(text, read)
    return _rough(text, read)


def _by_name(corpus: Corpus, text: str) -> str:
    """A wording with the events that it counts from by their names."""
    return _ANCHOR.sub(lambda found: names.event(corpus, found[1]), text)


def _in_style(text: str, read: str) -> str:
    """A wording with the year and the calendar as they are read."""
    double = _DOUBLE.search(read)
    said = text.replace(double[1], double[0]) if double is not None and double[0] not in text else text
    mark = read[-5:] if read.endswith((" o.s.", " n.s.")) else ""
    return said if said.endswith(mark) else f"{said}{mark}"


def _rough(text: str, read: str) -> str:
    return f"about {read}" if _ROUGH.search(text) and not _SAYS_ROUGH.match(read) else read


def answer(findings: Examination, id: str, question: str | None = None) -> str:
    """What one account answers: its date or value; "not …" where it only denies."""
    corpus = findings.corpus
    claim = corpus.claims[id]
    statement = next((one for one in claim.statements if question is None or one.question == question), None)
    if statement is None and claim.statements:
        statement = claim.statements[0]
    if statement is None:
        if claim.disputes:
            disputed = claim.disputes[0]
            who = names.claimants(corpus, disputed)
            return f"not what {who} {'say' if len(corpus.claims[disputed].by) > 1 else 'says'}"
        return clause(claim.says) if claim.says else quoted(claim.quote or names.words_of(id))
    said = _stated(findings, claim, statement)
    return f"not {said}" if claim.stance == "denies" else said


def _stated(findings: Examination, claim: Claim, statement: Statement) -> str:
    corpus = findings.corpus
    dated = dated_in(statement)
    date = dated_says(findings, dated, claim) if dated is not None else ""
    if statement.not_when is not None and dated is statement.not_when:
        date = f"not {date}"
    if statement.none is not None:
        return f"nothing of the kind, {date}" if date else "never"
    if statement.value:
        since = date if not date or statement.start is not dated or date.startswith(_COUNTED) else f"from {date}"
        return f"{listed(statement.value)}, {since}" if since else listed(statement.value)
    if date:
        return date
    return names.event(corpus, statement.event) if statement.event else "that it happened"


def as_stated(findings: Examination, claim: Claim, statement: Statement | None) -> str:
    """What a claim answers in its own words: its dates and values in quotes, with its hedge."""
    if statement is None:
        return answer(findings, claim.id)
    dates = [
        f"{how}{quoted(dated.text)}"
        for how, dated in (("from ", statement.start), ("", statement.when), ("not ", statement.not_when))
        if dated is not None
    ]
    said = ", ".join([*map(quoted, statement.value), *dates])
    if statement.none is not None or not said:
        said = _stated(findings, claim, statement) if not dates else f"nothing of the kind, {said}"
    denied = {"denies": "not ", "doubts": "doubts: ", "rejects": "rejects the question: "}.get(claim.stance, "")
    return f"{denied}{said}{f' (hedged: {quoted(claim.hedge)})' if claim.hedge else ''}"


def readings_say(findings: Examination, claim: Claim, statement: Statement | None) -> Iterator[str]:
    """Every reading of a date in words, in the order in which readings are numbered."""
    for dated in (dated_in(statement), *statement.or_when) if statement is not None else ():
        for number in range(len(dated.when.readings) if dated is not None else 0):
            if dated is not None and (words := as_read(findings, dated, number, claim)):
                yield _by_name(findings.corpus, words)


def position_answer(findings: Examination, position: HeldPosition) -> str:
    """What those say who hold a position: a date, values in succession, yes or no; in their words failing that."""
    corpus, held = findings.corpus, position.held
    if held.values:
        return ", then ".join(value_says(corpus, position.question, tenure.claims[0]) for tenure in held.values)
    dates = dates_say(corpus, held.dates)
    if held.is_yes is not None:
        return f"{'yes' if held.is_yes else 'no'}{f', {dates}' if dates else ''}"
    said = {answer(findings, id, position.question) for id in sayers(findings, position)}
    if len(said) == 1:
        return said.pop()
    dates = dates_say(corpus, named_dates(findings, position))
    return dates or answer(findings, position.held_by[0], position.question)


def standing_answer(findings: Examination, position: HeldPosition) -> str:
    """What those of its holders say whom the record does not rule out."""
    left = [id for id in position.held_by if not findings.is_ruled_out(id)]
    if not left or len(left) == len(position.held_by) or position.held.values:
        return position_answer(findings, position)
    return answer(findings, left[0], position.question)


def value_says(corpus: Corpus, question: str, id: str) -> str:
    """The value that a claim gives, or denies."""
    claim = corpus.claims[id]
    for statement in claim.statements:
        if statement.value and statement.question in (question, None):
            return f"not {listed(statement.value)}" if claim.stance == "denies" else listed(statement.value)
    return clause(claim.says or names.words_of(id))


def sayers(findings: Examination, position: HeldPosition) -> tuple[str, ...]:
    """The holders by whose answer a position is named: those who give it in full; perhaps nobody.

    A day is named by those who name it without an hour, if they are most. The others only fit no other position.
    """
    dates, held = position.held.dates, position.held_by
    if dates is None:
        return held
    left = {id: window.narrow for id in held if (window := findings.placed(id)) is not None}
    alike = [[id for id in left if left[id] == date] for date in dict.fromkeys(left.values())]
    most = max(alike, key=len, default=[])
    if 2 * len(most) > len(held) and _is_day_of(dates, left[most[0]]):
        return tuple(most)
    return tuple(id for id in left if dates.contains(left[id]))


def _is_day_of(dates: TimeSet, times: TimeSet) -> bool:
    """Whether times are a whole day in which these dates lie."""
    is_day = times.start is not None and times.start % DAY == 0 and times.stop == times.start + DAY
    return is_day and times.contains(dates)


def named_dates(findings: Examination, position: HeldPosition) -> TimeSet | None:
    """The dates by which a position is named: that of most of its holders, or what all of them leave."""
    dates = position.held.dates
    if dates is None:
        return None
    saying = sayers(findings, position)
    first = findings.placed(saying[0]) if saying else None
    return first.narrow if first is not None and _is_day_of(dates, first.narrow) else dates


def with_of(answer: str) -> str:
    """An answer behind a form of *be*: "of 1402", but "before the opening"."""
    return answer if answer.split()[0] in _COUNTED else f"of {answer}"
