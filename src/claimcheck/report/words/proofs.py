"""Proofs as an argument made aloud: what is stated, what follows from which, and what clashes.

Belongs here: one sentence for each step of a derivation, in English. Does not belong here: which derivations are
shown, verdicts (see `verdicts`).

A step is a whole sentence with a verb. Events stand in it by their short names; what a short name means is said
where a record attests it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from claimcheck.corpus.entries import Claim, Corpus, Dated, Question, Record, Statement
from claimcheck.dates.calendars import calendar_date
from claimcheck.dates.relation_wording import grace_in_words
from claimcheck.dates.when import DAY, AllOf, Date, OneOf, Relation, Unit, Window, anchors_of
from claimcheck.dates.wording import Style, in_words
from claimcheck.engine.findings import Bound, Clash, Gap, Role, Step, Subject
from claimcheck.engine.parts import Target, date_of, role_of, target_of
from claimcheck.report.blocks import Item
from claimcheck.report.styles import style_of, style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, clause, is_plural, listed, plural, quoted, stopped
from claimcheck.report.words.moments import gap_in_words, limit_in_words
from claimcheck.report.words.nouns import (
    Form,
    Name,
    attesting,
    end_named,
    event_named,
    form_of,
    kind_named,
    record_named,
    without_article,
)

FOLLOWING = (Role.DEDUCTION, Role.CASE, Role.CLASH, Role.CONCLUSION)  # what is not stated anywhere


def told(corpus: Corpus, steps: Sequence[Step]) -> tuple[Item, ...]:
    """The steps as items: beside each stated fact its file and line, beside each deduction what it rests on."""
    return tuple(Item(step_says(corpus, step, steps), step_place(step)) for step in steps)


def step_place(step: Step) -> str:
    """Where a step stands ("claims.yaml:12"), or the numbers of the steps that it rests on: "2, 3"."""
    if step.follows and step.role is not Role.CLASH:
        return ", ".join(str(number + 1) for number in step.follows)
    return step.position.short_place if step.position is not None else ""


def step_says(corpus: Corpus, step: Step, steps: Sequence[Step] = ()) -> str:
    """One step as a sentence. `steps` are all of its derivation, to which the numbers of a clash refer."""
    return stopped(capital(_SAYING[step.role](corpus, step, steps)))


def _claim_step(corpus: Corpus, step: Step, steps: Sequence[Step]) -> str:
    claim = corpus.claims[step.id or ""]
    disputes = (step.other or "",) if step.relation == "disputes" else claim.disputes
    if step.relation == "disputes" or (disputes and not claim.statements):
        meant = next((one.parts for one in steps if one.role is Role.CONCLUSION and one.id == claim.id), ())
        if meant and not claim.statements:
            disputes = tuple(id for number, id in enumerate(disputes) if number in meant)
        denied = [_disputed(corpus, id, steps) for id in disputes]
        hedge = f" (“{' '.join(claim.hedge.split())}”)" if claim.hedge else ""
        return f"{_who(corpus, claim)} {_do(corpus, claim, 'dispute')} {listed(denied)}{hedge}"
    sense = f", taken in sense {step.reading}," if step.reading > 1 else ""
    return claim_says(corpus, claim, step.reading, _parts_used(corpus, step, steps), step.wide, sense)


def _disputed(corpus: Corpus, id: str, steps: Sequence[Step]) -> str:
    """What somebody disputes: by who says it, with what he says where the proof does not state that."""
    claim = corpus.claims[id]
    if any(step.id == id and step.relation is None for step in steps) or not claim.statements:
        return f"what {_said_by(corpus, [id])}"
    who = _who(corpus, claim)
    said = re.sub(r" \(“[^”]*”\)", "", claim_says(corpus, claim, wide=False))  # in whose words is another matter
    return f"{who}, who {said.removeprefix(who).strip()}"


def _record_step(corpus: Corpus, step: Step, steps: Sequence[Step]) -> str:
    record = names.record_entry(corpus, step.id or "")
    if record is None:
        return f"{claim_says(corpus, corpus.claims[step.id or ''], step.reading)}, as is granted here"
    first = next((other for other in steps if _event_of(corpus, other) == record.event), step)
    event = corpus.events[record.event]
    claims = (corpus.claims[other.id or ""] for other in steps if other.role is Role.CLAIM)
    roles = {role_of(said, corpus.questions.get(said.question or ""))[0] for c in claims for said in c.statements}
    value = f", with {listed(event.value)} as {event.role}" if event.value and event.role in roles else ""
    # What dates an anchor is given as it is worded, and is never widened.
    is_brief = step.role is Role.GIVEN and len(event.label or "") > _BRIEF
    is_glossed = first == step and not is_brief and (not steps or any(other.follows for other in steps))
    return f"{record_says(corpus, record, step.wide, is_glossed=is_glossed)}{value}"


_BRIEF = 40  # letters of a gloss where a step only dates what others count from


def _event_of(corpus: Corpus, step: Step) -> str | None:
    record = names.record_entry(corpus, step.id or "") if step.role in (Role.RECORD, Role.GIVEN) else None
    return record.event if record is not None else None


def _order_step(corpus: Corpus, step: Step, steps: Sequence[Step]) -> str:
    one, other = event_named(corpus, step.id or ""), event_named(corpus, step.other or "")
    return f"{one.subject} comes after {other.object}"


def _supposed_step(corpus: Corpus, step: Step, steps: Sequence[Step]) -> str:
    if step.role is Role.BRIDGE:
        return f"suppose that {names.bridge(corpus, step.id or '')}"
    return f"suppose that {_limit_of(corpus, step, steps) if step.bound else 'it is one of the others'}"


def _deduction_step(corpus: Corpus, step: Step, steps: Sequence[Step]) -> str:
    return f"so {_limit_of(corpus, step, steps) if step.bound else 'this follows'}"


def _limit_of(corpus: Corpus, step: Step, steps: Sequence[Step]) -> str:
    assert step.bound is not None
    return bound_says(corpus, step.bound, _grain(corpus, steps), is_strict=_turns_on_a_moment(steps))


def _turns_on_a_moment(steps: Sequence[Step]) -> bool:
    """Whether two limits of a proof leave off and begin at one moment, so that it matters which takes that in."""
    pairs = [[steps[n].bound for n in step.follows] for step in steps if step.clash is Clash.DATES]
    return any(one and two and _apart(one, two)[1] - _apart(one, two)[0] <= 1 for one, two in pairs)


def _conclusion_step(corpus: Corpus, step: Step, steps: Sequence[Step]) -> str:
    claim = corpus.claims[step.id or ""]
    if step.relation == "after":
        held = [_values_of(corpus, corpus.claims[id].statements) for id in (step.id or "", step.other or "")]
        later, earlier = (quoted(values) if values[:1].islower() else values for values, _ in held)
        return f"so as {held[0][1]} {later} comes after {earlier}"
    if step.relation == "as-said":
        return f"so it is as {_said_by(corpus, [claim.id])}"
    return f"so this bears out {listed(IN_PART[name] for name in (step.relation or '').split())}"


# What of a claim is borne out, where that is not all of it.
IN_PART = {
    "value": "the value",
    "within-date": "that it happened within the date given",
    "none-before": "that none came before",
    "none-after": "that none came after",
    "not-later": "that it was no later",
    "not-earlier": "that it was no earlier",
    "existence": "that it happened",
}


# What claimants state.


def _who(corpus: Corpus, claim: Claim) -> str:
    return names.claimants(corpus, claim.id)


def _do(corpus: Corpus, claim: Claim, verb: str) -> str:
    """A verb of the present in the number of those who put a claim forward."""
    return _verb(verb, names.are_many(corpus, claim.by))


def _verb(verb: str, is_many: bool) -> str:
    if is_many:
        return verb
    return "denies" if verb == "deny" else f"{verb}s"


def _said_by(corpus: Corpus, ids: Sequence[str]) -> str:
    claims = [corpus.claims[id] for id in ids if id in corpus.claims]
    return listed(f"{_who(corpus, claim)} {_do(corpus, claim, 'say')}" for claim in claims)


def claim_says(
    corpus: Corpus,
    claim: Claim,
    reading: int = 1,
    parts: Iterable[int] | None = None,
    wide: bool = True,
    sense: str = "",
) -> str:
    """What a claim comes down to, all its parts or some, with who says it; without a full stop.

    `wide`: with its dates as widely as their wording allows. `sense` stands behind who says it.
    """
    # The numbers of readings are those of the claim's own date, its first part.
    said = [
        _stating(corpus, claim, claim.statements[number], reading if number == 0 else 1, wide)
        for number in (range(len(claim.statements)) if parts is None else parts)
    ]
    if not said and claim.disputes:
        said = [f"{_do(corpus, claim, 'dispute')} what {_said_by(corpus, claim.disputes)}"]
    if not said and claim.reports:
        said = [f"{_do(corpus, claim, 'report')} what {_said_by(corpus, claim.reports)}"]
    if not said:
        said = [f"{_do(corpus, claim, 'say')}: {quoted(claim.says or claim.quote or claim.id)}"]
    hedge = f" (“{' '.join(claim.hedge.split())}”)" if claim.hedge else ""
    return f"{_who(corpus, claim)}{sense} {listed(_at_once(said))}{hedge}"


def _at_once(said: Sequence[str]) -> list[str]:
    """What somebody says of several things: by one verb where it is one, with one margin where that is one."""
    verbs = {text.partition(" ")[0] for text in said}
    margins = {found[0] if (found := _MARGIN.search(text)) else "" for text in said}
    if len(said) < 3 or len(verbs) > 1:
        return list(said)
    margin = margins.pop() if len(margins) == 1 else ""
    first, *others = (text.removesuffix(margin) for text in said)
    others = [text.partition(" ")[2] for text in others]
    return [first, *others[:-1], f"{others[-1]}{margin.replace(', ', ', each ', 1)}"]


_MARGIN = re.compile(r", (?:give or take|or up to) [\w ]+\Z")


def _parts_used(corpus: Corpus, step: Step, steps: Sequence[Step]) -> list[int]:
    """Which parts of a claim a proof may rest on: those that tie what else it speaks of, or date that."""
    claim = corpus.claims[step.id or ""]
    concluded = [other.parts for other in steps if other.role is Role.CONCLUSION and other.id == step.id]
    if concluded and (stated := [n for n in concluded[0] if n < len(claim.statements)]):
        return stated
    touching = [_touched(corpus, claim, statement) for statement in claim.statements]
    known = {_ALL_TIME}
    for other in steps:
        for subject in (other.bound.subject, other.bound.other) if other.bound is not None else ():
            known |= {subject.id} if subject is not None else set()
        if other.role in (Role.KIND, Role.ORDER):
            known |= {other.id or "", other.other or ""}
        entry = names.record_entry(corpus, other.id or "") or corpus.claims.get(other.id or "")
        if isinstance(entry, Record):
            known |= {entry.event, *(a for d in (entry.when, entry.not_when) if d for a in _anchors(d))}
        elif entry is not None and entry is not claim:
            known |= {id for statement in entry.statements for id in _touched(corpus, entry, statement)}
    used = list(range(len(touching)))
    while True:
        ties = {
            n: [id for id in touching[n] if id in known or sum(id in touching[m] for m in used) > 1] for n in used
        }
        left = [n for n in used if len(ties[n]) >= min(len(touching[n]), 2)]
        if left == used or not left:
            return used if left else list(range(len(touching)))
        used = left


_ALL_TIME = ""  # what a date without an event counts from


def _touched(corpus: Corpus, claim: Claim, statement: Statement) -> frozenset[str]:
    """The events and kinds that a part ties together; a date that counts from no event ties one to all of time."""
    question = corpus.questions.get(statement.question) if statement.question is not None else None
    target = target_of(statement, question)
    role, _ = role_of(statement, question)
    if target is None or role is not None or statement.none is not None:
        return frozenset({claim.id} if role is not None else {statement.none or _ALL_TIME})
    dates = [dated for dated in (statement.when, statement.not_when, *statement.or_when) if dated is not None]
    anchors = [anchor for dated in dates for anchor in _anchors(dated)]
    return frozenset({target.named or target.id, target.id, *(anchors or [_ALL_TIME])})


def _anchors(dated: Dated) -> Iterator[str]:
    for reading in range(len(dated.when.readings)):
        yield from anchors_of(date_of(dated, reading))


def _stating(corpus: Corpus, claim: Claim, statement: Statement, reading: int, wide: bool) -> str:
    """What somebody does who states one part: "dates the approval to “13 February”"."""
    question = corpus.questions.get(statement.question) if statement.question is not None else None
    date = _date_of(corpus, statement, reading, wide)
    role, of = role_of(statement, question)
    verbs = {"doubts": "doubt", "rejects": "reject"}
    if claim.stance in verbs:
        asked = quoted(question.ask) if question is not None else f"the date {date}"
        return f"{_do(corpus, claim, verbs[claim.stance])} {asked}"
    is_denied = claim.stance == "denies"
    if statement.none is not None:
        return _denying(corpus, claim, kind_named(corpus, statement.none), date, of_kind=True)
    if role is not None and statement.value:
        subject = f" of {_subject_of_role(corpus, of)}" if of else ""
        values = listed(statement.value)
        verb = (
            f"{_do(corpus, claim, 'deny')} that {values} was"
            if is_denied
            else f"{_do(corpus, claim, 'give')} {values} as"
        )
        return f"{verb} the {role}{subject}{f', {date}' if date else ''}"
    if question is not None and question.whether is not None and statement.value:
        answer = f"{_do(corpus, claim, 'answer')} {quoted(question.ask)} with {listed(statement.value)}"
        return f"{answer}{f', {date}' if date else ''}"
    name, ending = _target_named(corpus, statement, question)
    named = event_named(corpus, statement.event).object if statement.event and question is not None else ""
    if named and name.form is not Form.CLAUSE and named != name.object:
        ending = f"{ending}, {named},"
    if is_denied and not date:
        return _denying(corpus, claim, name, "", of_kind=False)
    if is_denied or statement.not_when is not None:
        return f"{_do(corpus, claim, 'exclude')} the date {date} for {name.object}{ending}"
    if name.form is Form.CLAUSE:
        dated = f", dated {date}" if date else ""
        return f"{_do(corpus, claim, 'say')} that {name.text}{ending}{dated}"
    if not date:
        return f"{_do(corpus, claim, 'attest')} {name.object}{ending}"
    return f"{_do(corpus, claim, 'date')} {name.object}{ending} {_to(date)}"


def _subject_of_role(corpus: Corpus, of: str) -> str:
    """What a role belongs to: an event by its name; an id that is a common noun with its article."""
    if of in corpus.events:
        return event_named(corpus, of).object
    return f"the {names.words_of(of)}" if of.islower() and " " not in of else of


def _denying(corpus: Corpus, claim: Claim, name: Name, date: str, *, of_kind: bool) -> str:
    deny = _do(corpus, claim, "deny")
    when = f" dated {date}" if date else ""
    if name.form is Form.NOUN:
        what = f"there was any {without_article(name.text)}" if of_kind else f"{name.text} took place"
        return f"{deny} that {what}{when}"
    return f"{deny} {name.subject}{when}"


_ENDS = {"first": " for the first time", "last": " for the last time"}


def _target_named(corpus: Corpus, statement: Statement, question: Question | None) -> tuple[Name, str]:
    """What a statement gives the date of, and whether of the first or last, where the name does not say that."""
    target = target_of(statement, question)
    if target is None:
        return Name("what is meant", Form.NOUN), ""
    if target.form == "event":
        return event_named(corpus, target.id), ""
    if target.form == "kind":
        return event_named(corpus, statement.event) if statement.event else _one_of(corpus, target.id), ""
    name, is_said = end_named(corpus, target.form, target.id)
    return name, "" if is_said else _ENDS[target.form]


def _one_of(corpus: Corpus, kind: str) -> Name:
    """Some event of a kind: "an approval of the report"."""
    name = kind_named(corpus, kind)
    bare = name.text if name.form is Form.NOUN and not name.text.startswith(_DETERMINED) else ""
    if not bare or is_plural(bare.split(" of ")[0]):
        return name
    return Name(f"{'an' if bare[0] in 'aeiou' else 'a'} {bare}", Form.NOUN)


_DETERMINED = ("the ", "a ", "an ", "some ", "what ", "his ", "her ", "its ", "their ")


# What records attest.


def record_says(corpus: Corpus, record: Record, wide: bool = True, is_glossed: bool = True) -> str:
    """What a record attests, by its source: "The resolution dates the approval before the Plenum (documented)".

    `is_glossed`: with what the event's short name means.
    """
    (source, is_many), name = attesting(corpus, record), record_named(corpus, record)
    attest = f"{source} {_verb('attest', is_many)}"
    gloss = _gloss(corpus, record, name) if is_glossed else ""
    date = ""
    if record.when is not None or record.not_when is not None:
        dated = record.when or record.not_when
        assert dated is not None
        date = _read(corpus, dated, 0, wide)
    basis = " (documented)" if record.basis == "documented" else ""
    hedge = f" (“{' '.join(record.hedge.split())}”)" if record.hedge else ""
    if record.none is not None:
        none = kind_named(corpus, record.none)
        what = (
            f"there was no {without_article(none.text)}"
            if none.form is Form.NOUN
            else f"it was never the case {none.subject}"
        )
        return f"{attest} that {what}{f', {date}' if date else ''}{hedge}{basis}"
    end = next(((form, kind) for form in ("first", "last") if (kind := getattr(record, form)) is not None), None)
    as_end = ""
    if end is not None:
        kind = kind_named(corpus, end[1])
        as_end = f", the {end[0]} {kind.text if kind.form is Form.NOUN else f'time {kind.subject}'}"
    if record.not_when is not None and record.when is None:
        said = f"{source} {_verb('exclude', is_many)} the date {date} for {name.object}{gloss}{as_end}"
    elif name.form is Form.CLAUSE:
        said = f"{attest} that {name.text}{f', dated {date}' if date else ''}{as_end}"
    elif not date:
        said = f"{attest} {name.object}{gloss}{as_end}"
    else:
        said = f"{source} {_verb('date', is_many)} {name.object}{gloss}{as_end and f'{as_end},'} {_to(date)}"
    return f"{said}{hedge}{basis}"


def record_told(corpus: Corpus, id: str) -> str:
    """What a record attests, as a sentence; of a claim that counts as record what it says."""
    record = names.record_entry(corpus, id)
    said = record_says(corpus, record) if record is not None else claim_says(corpus, corpus.claims[id])
    return stopped(capital(said))


def _gloss(corpus: Corpus, record: Record, name: Name) -> str:
    """What a short name means, in brackets."""
    event = corpus.events.get(record.event)
    if event is None or not event.label or name.text != event.short or event.label == event.short:
        return ""
    return f" ({' '.join(event.label.split())})"


# Dates.

_RELATED = re.compile(
    r"(?:not )?(?:before|after|by|from|between|during|until|since|at|in|on|no|around|throughout|within)\b|"
    r"(?:about )?(?!the )[\w-]+ \w+ (?:before|after)\b"
)
_RANKED = re.compile(r"(?:\d+(?:st|nd|rd|th)|first|second|third|[a-z]{2,}th|eve)\b")


def _to(date: str) -> str:
    """A date behind "dates X": "to “13 February”", "before the opening", "between 9 and 19 March"."""
    if _RANKED.match(date) is not None:
        return f"to the {date}"
    if _RELATED.match(date) is not None:
        return date
    ends = re.fullmatch(r"(?P<first>[^“(]+?) to (?P<last>[^“(]+?(?: \(“.*)?)", date)
    is_one = ends is not None and " to " not in ends["last"] and " or " not in date
    return f"between {ends['first']} and {ends['last']}" if ends and is_one else f"to {date}"


def _date_of(corpus: Corpus, statement: Statement, reading: int, wide: bool = True) -> str:
    """The dates of a statement, on the reading that is meant (from 1); empty if it has none."""
    dates = []
    if statement.start is not None:
        number = reading if statement.when is None else 1
        dates.append(f"from {_on_reading(corpus, (statement.start,), number, wide)}")
    if statement.when is not None:
        manner = {"throughout": "throughout ", "course": "in the course of "}.get(statement.extent, "")
        dates.append(f"{manner}{_on_reading(corpus, (statement.when, *statement.or_when), reading, wide)}")
    if statement.not_when is not None:
        dates.append(_worded(corpus, statement.not_when, 0))
    return ", ".join(dates)


def _on_reading(corpus: Corpus, stated: Sequence[Dated], reading: int, wide: bool) -> str:
    number = reading - 1
    for dated in stated:
        if number < len(dated.when.readings):
            return _worded(corpus, dated, number, wide)
        number -= len(dated.when.readings)
    return _worded(corpus, stated[0], 0, wide)


def _read(corpus: Corpus, dated: Dated, reading: int, wide: bool = True) -> str:
    """What reasoning may take from a date; relations by the names of their events."""
    first, *others = _taken(corpus, date_of(dated, reading), style_of(corpus, dated, reading), wide)
    return " and ".join((first, *(_with_it(first, other) for other in others)))


def _with_it(first: str, other: str) -> str:
    """A part of a date with "it" for what the first part has named: "the same day as the vote and before it"."""
    relation, _, named = other.partition(" ")
    return f"{relation} it" if named.startswith("the ") and first.endswith(f" {named}") else other


def _worded(corpus: Corpus, dated: Dated, reading: int, wide: bool = True) -> str:
    """A date in its words with what reasoning takes from it; that alone where the corpus says how to read it."""
    if reading >= len(dated.when.readings):
        return quoted(dated.text)
    taken = _read(corpus, dated, reading, wide)
    if "@" in dated.text:
        return taken
    if dated.read is not None:
        return f"{taken} ({quoted(dated.text)})"
    return taken if _words(dated.text) == _words(taken) else f"{quoted(dated.text)} ({taken})"


def _words(date: str) -> list[str]:
    """The words of a date without their order: “January 21st, 1603” is 21 January 1603 o.s."""
    words = re.findall(
        r"[^\W_]+", re.sub(r"\b(?:[on]\.s\.|from|to|between|and)|(?<=\d)(?:st|nd|rd|th)\b", "", date.casefold())
    )
    return sorted(words)


def _taken(corpus: Corpus, date: Date, style: Style, is_wide: bool) -> Iterator[str]:
    """What reasoning takes from a date, at the widest for a conflict: one on a narrower reading alone is none."""
    match date:
        case Window(narrow=narrow, wide=wide):
            taken = wide if is_wide else narrow
            words = in_words(Window(taken, taken), style)
            own = style_of_deductions(corpus)
            if own.calendar != style.calendar and taken.spans:
                words += f" = {in_words(Window(taken, taken), own)}"
            yield f"{words} at the widest" if is_wide and narrow != wide else words
        case Relation(words=words):
            grace = grace_in_words(date) if is_wide else ""
            named = _ANCHOR.sub(partial(_anchor_named, corpus), words)
            named = f"the {named}" if _BARE_ORDINAL.match(named) else named
            yield f"{named}, {grace}" if grace else named
        case AllOf(parts=parts):
            said = [text for part in parts for text in _taken(corpus, part, style, is_wide)]
            margins = {found[0] if (found := _MARGIN.search(text)) else "" for text in said}
            if len(said) > 1 and len(margins) == 1 and (margin := margins.pop()):
                said = [text.removesuffix(margin) for text in said]
                said[-1] += margin.replace(", ", ", each ", 1)
            yield from said
        case OneOf(parts=parts):
            yield " or ".join(" and ".join(_taken(corpus, part, style, is_wide)) for part in parts)


_BARE_ORDINAL = re.compile(r"(?:same|\d+(?:st|nd|rd|th)) ")
_ANCHOR = re.compile(r"(?P<bare>\b(?:before|after) )?@(?P<id>[^\s,;”)]+)")


def _anchor_named(corpus: Corpus, found: re.Match[str]) -> str:
    """An anchor by the name of its event; behind "before" and "after" a clause stands without quotes."""
    name = event_named(corpus, found["id"])
    return (
        f"{found['bare']}{name.text if name.form is Form.CLAUSE else name.object}"
        if found["bare"]
        else name.object
    )


# Structure.


def _kind_says(corpus: Corpus, step: Step) -> str:
    other = kind_named(corpus, step.other or "")
    if step.relation == "presupposes":
        kind = kind_named(corpus, step.id or "")
        return f"{kind.subject} presupposes {other.subject}"
    name = event_named(corpus, step.id or "") if step.relation == "is" else kind_named(corpus, step.id or "")
    event = corpus.events.get(step.id or "") if step.relation == "is" else None
    if without_article(name.text).casefold() == without_article(other.text).casefold():
        if event is None or not event.label or event.label == event.short:
            return f"{name.subject} is one of its kind"
        label = clause(event.label)
        name = Name(label, form_of(label))
    if other.form is Form.CLAUSE:
        return f"{'when' if name.form is Form.CLAUSE else 'with'} {name.text}, {other.text}"
    return f"{name.subject} counts as {other.object}"


# What follows.


def subject_named(corpus: Corpus, subject: Subject) -> tuple[Name, str]:
    """What a limit is about; and whether of the first or last, where the name does not say that."""
    if subject.form in ("first", "last"):
        name, is_said = end_named(corpus, subject.form, subject.id)
        return name, "" if is_said else _ENDS[subject.form]
    if subject.form == "granted":
        return _value_named(corpus, corpus.bridges[subject.id].consequence) or Name("the value", Form.NOUN), ""
    if subject.form == "supposed":
        kind = kind_named(corpus, _excluded(corpus, subject)[0])
        return Name(f"that {without_article(kind.text)}", Form.NOUN) if kind.form is Form.NOUN else kind, ""
    claim = corpus.claims.get(subject.id) if subject.form in ("some", "value") else None
    if claim is None:
        is_kind = subject.id in corpus.kinds and subject.id not in corpus.events
        return kind_named(corpus, subject.id) if is_kind else event_named(corpus, subject.id), ""
    named = _value_named(corpus, claim.statements) if subject.form == "value" else None
    if named is not None:
        return named, ""
    kinds = (target.id for said in claim.statements if (target := _target(corpus, said)) and target.form == "kind")
    nouns = [name.text for name in (kind_named(corpus, kind) for kind in kinds) if name.form is Form.NOUN]
    what = f"the {without_article(nouns[0])} that" if nouns else "what"
    return Name(f"{what} {_who(corpus, claim)} {_do(corpus, claim, 'mean')}", Form.NOUN), ""


def _target(corpus: Corpus, statement: Statement) -> Target | None:
    return target_of(statement, corpus.questions.get(statement.question or ""))


def _value_named(corpus: Corpus, statements: Iterable[Statement]) -> Name | None:
    values, role = _values_of(corpus, statements)
    return Name(f"{values} as {role}", Form.NOUN) if role else None


def _values_of(corpus: Corpus, statements: Iterable[Statement]) -> tuple[str, str]:
    """The first values that statements give, and as what; empty if they give none."""
    for statement in statements:
        role, _ = role_of(statement, corpus.questions.get(statement.question or ""))
        if role is not None and statement.value:
            return listed(statement.value), role
    return "", ""


def _excluded(corpus: Corpus, subject: Subject) -> tuple[str, Statement]:
    """The kind of which a condition says that there was none, and where it does."""
    id, _, number = subject.id.rpartition(" ")
    statement = corpus.bridges[id].condition[int(number)]
    question = corpus.questions.get(statement.question or "")
    return statement.none or (question.whether if question is not None else None) or "", statement


ENDS = ("end", "last", "value-end")  # the edges that lie at the stop of a half-open date, and not at its start


def _grain(corpus: Corpus, steps: Sequence[Step]) -> Unit:
    """How finely the statements of a derivation date: by years and months, or by days."""
    calendar = style_of_deductions(corpus).calendar
    grain = Unit.DAY
    for step in steps:
        entry = names.record_entry(corpus, step.id or "") or corpus.claims.get(step.id or "")
        stated = (entry,) if isinstance(entry, Record) else entry.statements if entry is not None else ()
        for dated in (one for part in stated for one in (part.when, part.not_when) if one is not None):
            for reading in range(len(dated.when.readings)):
                for instant in _edges(date_of(dated, reading)):
                    if instant % DAY or calendar_date(calendar, instant // DAY)[2] != 1:
                        return Unit.DAY
                    grain = Unit.YEAR
    return grain


def _edges(date: Date) -> Iterator[int]:
    match date:
        case Window(narrow=narrow, wide=wide):
            yield from (
                one for span in (*narrow.spans, *wide.spans) for one in (span.start, span.stop) if one is not None
            )
        case AllOf(parts=parts) | OneOf(parts=parts):
            for part in parts:
                yield from _edges(part)


def bound_says(corpus: Corpus, bound: Bound, grain: Unit = Unit.DAY, is_strict: bool = True) -> str:
    """A limit as a clause: "the crossing began no later than 13 May 1402"; of years, by the year.

    `is_strict`: with words for whether it takes in the midnight at which it lies, where that is not as usual.
    """
    if bound.edge == "case":
        return _conditional_says(corpus, bound)
    if grain is Unit.YEAR and bound.unit is Unit.DAY:
        bound = replace(bound, unit=grain)
    name, ending = subject_named(corpus, bound.subject)
    limit = _counted_from(corpus, bound) if bound.other is not None else _limit_says(corpus, bound, is_strict)
    is_point = bound.subject.form in ("first", "last") or not bound.edge
    # What begins not before a limit lies behind it as a whole, and what has ended by one before it.
    is_half = not is_point and bound.is_lower == (bound.edge in ENDS)
    verb = "ended" if bound.edge in ENDS else "began"
    match name.form:
        case Form.NOUN:
            return f"{name.text}{ending} {'came' if is_point else verb} {limit}"
        case Form.CLAUSE:
            half = f", {'ending' if verb == 'ended' else 'beginning'}" if is_half else ""
            return f"{name.text}{ending}{half} {limit}"
        case Form.UNSURE:
            part = f"the {'end' if verb == 'ended' else 'beginning'} of " if not is_point else ""
            return f"the date of {part}{quoted(name.text)}{ending} is {limit}"


def _conditional_says(corpus: Corpus, bound: Bound) -> str:
    """That what a bridge has follow holds or does not; that there was, or was not, what a condition excludes."""
    if bound.subject.form == "consequence":
        verb = "does not hold" if bound.is_lower else "holds"
        return f"what follows in {quoted(names.bridge(corpus, bound.subject.id))} {verb}"
    id, statement = _excluded(corpus, bound.subject)
    name, date = kind_named(corpus, id), _date_of(corpus, statement, 1)
    when = f" dated {date}" if date else ""
    if name.form is Form.NOUN:
        return f"there was {'no' if bound.is_lower else 'some'} {without_article(name.text)}{when}"
    return f"it is {'not so' if bound.is_lower else 'so'} {name.subject}{when}"


def _limit_says(corpus: Corpus, bound: Bound, is_strict: bool) -> str:
    """The limit with its preposition: "no later than 13 February", "not before 14 February", "after 02:00 on …".

    A day is said for its first instant (of what begins not before it) or its last (of what is over by it); where
    the strictness is another, the words say so.
    """
    style = style_of_deductions(corpus)
    limit = limit_in_words(bound.instant, bound.unit, bound.is_lower, style)
    is_end = bound.edge in ENDS
    if bound.instant % DAY:
        if bound.is_lower:
            return f"after {limit}" if bound.strict else f"not before {limit}"
        return f"before {limit}" if bound.strict else f"by {limit}"
    if bound.is_lower:
        if is_end and not bound.strict:
            return f"not before the end of {limit_in_words(bound.instant, bound.unit, False, style)}"
        is_told = is_strict and bound.strict and not is_end
        return f"after the beginning of {limit}" if is_told else f"not before {limit}"
    if is_strict and is_end and bound.strict:
        return f"before the end of {limit}"
    if not is_end and not bound.strict and bound.edge:
        return f"by the beginning of {limit_in_words(bound.instant, bound.unit, True, style)}"
    return f"no later than {limit}"


def _counted_from(corpus: Corpus, bound: Bound) -> str:
    """A limit relative to something without a date: "before the opening", "at least 3 days after the end of …"."""
    assert bound.other is not None
    name, ending = subject_named(corpus, bound.other)
    is_end = bound.other_edge in ENDS
    other = f"{name.object}{ending}"
    at_end = f"the end of {other}" if is_end else other
    if bound.instant == 0:
        bare = f"{name.text}{ending}" if name.form is Form.CLAUSE else other  # behind "before", a clause is one
        if bound.is_lower:
            if bound.strict:
                return f"after {bare}" if is_end else f"after the beginning of {other}"
            return f"not before {at_end if is_end else bare}"
        if bound.strict:
            return f"before {at_end if is_end else bare}"
        return f"no later than {at_end}" if is_end else f"by the beginning of {other}"
    side = "after" if bound.instant > 0 else "before"
    most = bound.is_lower == (bound.instant > 0)
    word = ("more than" if bound.strict else "at least") if most else ("less than" if bound.strict else "at most")
    edge = at_end if is_end or bound.other.form in ("first", "last") else f"the beginning of {other}"
    return f"{word} {_length(abs(bound.instant))} {side} {edge}"


def _length(seconds: int) -> str:
    for size, noun in ((DAY, "day"), (3600, "hour"), (60, "minute")):
        if seconds % size == 0:
            number = seconds // size
            years = f" ({number * DAY // (365 * DAY + DAY // 4)} years)" if size == DAY and number > 800 else ""
            return f"{plural(number, noun)}{years}"
    return plural(seconds, "second")


# What clashes.

# Why the steps that a clash names cannot all be true.
_CLASHING = {
    Clash.VALUES: "{} cannot {} be true; they give one thing two values at one time",
    Clash.EXISTENCE: "{} cannot {} be true; one denies that it happened",
    Clash.DISPUTE: "{} cannot {} be true; the one denies what the other says",
    Clash.ITSELF: "{} can be true at no time",
    Clash.UNIONS: "{} cannot {} be true; in no year do their days fall together",
    Clash.BETWEEN: "{} cannot {} be true; no such day lies between the two limits",
    Clash.SEARCHED: "{} cannot {} be true; every way to date them was tried, and none is left",
}


def _clash_says(corpus: Corpus, step: Step, steps: Sequence[Step]) -> str:
    numbers = [str(number + 1) for number in step.follows]
    if step.clash is Clash.CASES:
        return f"so none of the possibilities is left, by {listed(numbers)}"
    named, both = listed(numbers), "both" if len(numbers) == 2 else "all"
    if step.clash is not Clash.DATES:
        assert step.clash is not None
        return _CLASHING[step.clash].format(named, both)
    bounds = [steps[number].bound for number in step.follows] if steps else []
    far = _distance(corpus, [bound for bound in bounds if bound is not None])
    return f"{named} cannot both be true{f'; {far}' if far else ''}"


def _distance(corpus: Corpus, bounds: Sequence[Bound]) -> str:
    """How far apart the two limits are that exclude each other, or that one leaves off where the other begins."""
    if len(bounds) != 2 or bounds[0].edge == "case":
        return ""
    upper = min(bounds, key=lambda bound: bound.is_lower)
    last, first = _apart(*bounds)
    if first - last <= 1 and (first // DAY == last // DAY or upper.other is not None):
        return "the one leaves off where the other begins"
    if upper.other is not None:
        far = (first - last) // DAY * DAY or first - last
        return f"they are at least {_length(far)} apart, whenever that was"
    gap = Gap(first // DAY - last // DAY, last, first, Unit.DAY)
    return f"they are {apart(gap_in_words(gap, style_of_deductions(corpus)))} apart"


def _apart(one: Bound, other: Bound) -> tuple[int, int]:
    """The last instant that the upper of two limits leaves, and the first that the lower does."""
    upper, lower = sorted((one, other), key=lambda bound: bound.is_lower)
    last = upper.instant - (upper.strict or upper.edge in ENDS)
    return last, lower.instant - (lower.edge in ENDS and not lower.strict)


def apart(gap: str) -> str:
    """A distance in a sentence: "a day", "an hour", "3 months"."""
    return re.sub(r"^1 (?=(h)?)", lambda found: "an " if found[1] else "a ", gap)


_SAYING: dict[Role, Callable[[Corpus, Step, Sequence[Step]], str]] = {
    Role.CLAIM: _claim_step,
    Role.RECORD: _record_step,
    Role.GIVEN: _record_step,
    Role.KIND: lambda corpus, step, _: _kind_says(corpus, step),
    Role.ORDER: _order_step,
    Role.BRIDGE: _supposed_step,
    Role.CASE: _supposed_step,
    Role.DEDUCTION: _deduction_step,
    Role.CLASH: lambda corpus, step, steps: _clash_says(corpus, step, steps),
    Role.CONCLUSION: _conclusion_step,
}
