"""Which findings are told first: by what they mean, not by how many pairs they make.

Belongs here: choosing what is a finding, gathering what is one, and the order. Does not belong here: wording (see
`words.findings`), how many fit a screen (see `screen`).

The ranks are a judgement, made once for every corpus (see `Rank`). Accounts of one position are one finding; a
finding has a name that lasts, made from what it is about and not from its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from claimcheck.corpus.entries import Bridge, Claim, Corpus, Dated, Statement
from claimcheck.corpus.stemma import relays_of, rests_on_of
from claimcheck.criticism.figures import recompute
from claimcheck.criticism.slips import find_slips
from claimcheck.dates.when import DAY, Span, TimeSet, Window, anchors_of
from claimcheck.dates.wording import Style, in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import (
    Accord,
    Answered,
    Bearing,
    Conflict,
    HeldPosition,
    Pair,
    Standing,
    State,
    Uncounted,
    Verdict,
)
from claimcheck.engine.parts import Occurrence, target_asked
from claimcheck.report.blocks import Target
from claimcheck.report.styles import style_of, style_of_deductions
from claimcheck.report.words import findings as words
from claimcheck.report.words import names
from claimcheck.report.words.dates import dated_in, display_key
from claimcheck.report.words.grammar import sentence
from claimcheck.report.words.positions import never_say

MOST = 12  # findings that a report tells; of the others every question tells its own


class Rank(IntEnum):
    """What a finding means, the most telling first."""

    NO_RIVALS = 1  # accounts that seem rivals and are none; the one that cannot be reconciled with the others
    HIMSELF = 2  # a claimant against what he took part in, or against himself
    RULED_OUT = 3  # what the record rules out on a question that others answer too
    ALONE = 4  # what has no witness but the claimant, where others build on it
    VOICES = 5  # how many voices there are really
    UNDECIDED = 6  # positions of which no record decides, and what would
    SUPPOSED = 7  # conflicts under a bridge, of three and more, or on one reading
    FIGURES = 8  # figures, slips and misprints


@dataclass(frozen=True, slots=True)
class Finding:
    """A headline and its ground. `about` are the entries that it is about, `why` the ids to explain.

    `sort` is the question that it answers: a rank has one or several.
    """

    name: str
    sort: str
    rank: Rank
    headline: str
    ground: str
    about: tuple[Target, ...]
    why: tuple[str, ...]


def ranked(examination: Examination) -> tuple[Finding, ...]:
    """All findings, by rank and within a rank by weight."""
    return examination.once(_ranked)


def _ranked(examination: Examination) -> tuple[Finding, ...]:
    return tuple(_one_by_one(examination))


def _one_by_one(examination: Examination) -> Iterator[Finding]:
    return (finding for find in _RANKS.values() for finding in find(examination))


def told_first(examination: Examination, most: int = MOST) -> tuple[Finding, ...]:
    """The findings that a report tells: the first of every sort, then the second, and so on; in order of rank."""
    found = ranked(examination)
    places: dict[str, int] = {}
    order = []
    for number, finding in enumerate(found):
        places[finding.sort] = places.get(finding.sort, 0) + 1
        order.append((finding.sort in _LAST, places[finding.sort], number))
    return tuple(found[number] for number in sorted(number for _, _, number in sorted(order)[:most]))


def told_one_by_one(examination: Examination) -> Iterator[Finding]:
    """The same, each looked for when it is asked for: the first of a sort is told, whatever else there is."""
    sorts: set[str] = set()
    for number, finding in enumerate(_one_by_one(examination)):
        if finding.sort in sorts or finding.sort in _LAST or number >= MOST:
            yield from told_first(examination)[number:]
            return
        sorts.add(finding.sort)
        yield finding


def _claims(ids: Iterable[str]) -> tuple[Target, ...]:
    return tuple(("claim", id) for id in ids)


def _records(ids: Iterable[str]) -> tuple[Target, ...]:
    return tuple(("record", id) for id in ids)


def _against(examination: Examination) -> list[Pair]:
    """The pairs that contradict each other, but for misprints."""
    return [
        pair
        for pair in examination.at_odds
        if pair.verdict is Verdict.CONTRADICTS and not _is_slip(examination, pair)
    ]


def _is_slip(examination: Examination, pair: Pair) -> bool:
    return not examination.view.misprints.isdisjoint((pair.a, pair.b))


# 1. Accounts that seem rivals and are none; the one that cannot be reconciled with the others.


def _no_rivals(examination: Examination) -> Iterator[Finding]:
    if _look_like_rivals(examination):
        yield from _told_as_no_rivals(examination, Rank.NO_RIVALS)
        odd = examination.once(_irreconcilable)
        if odd is not None:
            yield odd
    yield from _one_day(examination)


def _look_like_rivals(examination: Examination) -> bool:
    """Whether a reader would take them for rivals: three and more, two under a bridge, two of one kind."""
    group = examination.once(seeming_rivals)
    asked = [target_asked(examination.corpus.questions[claim.statements[0].question or ""]) for claim in group]
    one_kind = len({target.id for target in asked if target is not None}) < len(group)
    return len(group) > 2 or one_kind or bool(_bridges_between(examination, [claim.id for claim in group]))


def _told_as_no_rivals(examination: Examination, rank: Rank) -> Iterator[Finding]:
    ids = [claim.id for claim in examination.once(seeming_rivals)]
    if ids:
        bridges = _bridges_between(examination, ids)
        about = (*_claims(ids), *(("bridge", id) for id in bridges))
        yield Finding(
            "no-rivals", "no-rivals", rank, *words.no_rivals(examination, ids, bridges), about, tuple(ids)
        )


def _bridges_between(examination: Examination, ids: Sequence[str]) -> tuple[str, ...]:
    """The bridges under any one of which some of these claims would be rivals."""
    found: dict[str, None] = {}
    for pair in examination.pairs_among(ids):
        if pair.verdict is not Verdict.CONTRADICTS:
            found.update(dict.fromkeys(one[0] for one in pair.if_bridge if len(one) == 1 and "#" not in one[0]))
    return tuple(found)


def _irreconcilable(examination: Examination) -> Finding | None:
    """The account that contradicts most of those that do not exclude each other, at least two; of equals none."""
    ids = [claim.id for claim in examination.once(seeming_rivals)]
    clashes: dict[str, list[Pair]] = {}
    for pair in _against(examination):
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if one in ids and other not in ids:
                clashes.setdefault(other, []).append(pair)
    if not clashes:
        return None
    odd = max(clashes, key=lambda id: len(clashes[id]))
    pairs = clashes[odd]
    if len(pairs) < 2 or sum(len(some) == len(pairs) for some in clashes.values()) > 1:
        return None
    apart = [pair for pair in pairs if pair.gap is not None]
    nearest = min(apart, key=lambda pair: pair.gap.days if pair.gap else 0, default=None)
    row = examination.row(odd) if examination.is_ruled_out(odd) else None
    dated = _date_of(examination.corpus, odd)
    anchors = list(anchors_of(dated.when.readings[0].date)) if dated is not None and dated.when.readings else []
    against = [pair.b if pair.a == odd else pair.a for pair in pairs]
    about = (*_claims((odd, *against)), *(("event", id) for id in anchors))
    is_only = _can_all_others_hold(
        examination, odd, {examination.corpus.claims[id].statements[0].question for id in ids}
    )
    said = words.irreconcilable(examination, odd, against, nearest, anchors, row, is_only=is_only)
    return Finding(f"irreconcilable-{odd}", "irreconcilable", Rank.NO_RIVALS, *said, about, (odd,))


def _can_all_others_hold(examination: Examination, odd: str, questions: set[str | None]) -> bool:
    """Whether all other accounts of these questions and of its own can be held with each other and the record."""
    asked = questions | {part.question for part in examination.corpus.claims[odd].statements}
    answered = [one for one in examination.positions if one.question in asked]
    others = {id for one in answered for id in one.accounts} - {odd} - examination.view.misprints
    return (
        not any(map(examination.is_ruled_out, others))
        and not any({pair.a, pair.b} <= others for pair in _against(examination))
        and not any(
            others.issuperset(conflict.members) for conflict in examination.conflicts if not conflict.bridges
        )
    )


def _events(corpus: Corpus, records: Iterable[str]) -> tuple[Target, ...]:
    found = (names.record_entry(corpus, id) for id in records)
    return tuple(dict.fromkeys(("event", record.event) for record in found if record is not None))


def seeming_rivals(examination: Examination) -> tuple[Claim, ...]:
    """Claims by different claimants, on different questions of related kinds, with dates apart and no conflict.

    All ask for a first, or all for a last, or all (where neither is asked of two) for one event: it is firsts that
    are taken for each other. The largest such group that some claim begins in file order, each question and
    claimant once, in order of the dates they give. Claims that contradict any other member, on the narrow reading
    too, are no part of it, nor are those whose claimants contradict each other elsewhere; those that would under a
    bridge are: that is what makes them seem rivals.
    """
    corpus = examination.corpus
    at_odds = {
        frozenset((pair.a, pair.b))
        for pair in examination.at_odds
        if pair.verdict is Verdict.CONTRADICTS or pair.strained
    }
    opponents = {
        frozenset((one, other))
        for pair in examination.at_odds
        if pair.verdict is Verdict.CONTRADICTS
        for one in corpus.claims[pair.a].by
        for other in corpus.claims[pair.b].by
    }
    best: tuple[Claim, ...] = ()
    every = [claim for claim in examination.view.claims if _asks_when(examination, claim)]
    for form in ("first", "last", "event"):
        candidates = [claim for claim in every if _form(corpus, claim) == form]
        for start in range(min(len(candidates), _STARTS)):
            group: list[Claim] = []
            for claim in candidates[start:]:
                if all(_no_rival(examination, claim, other, at_odds, opponents) for other in group):
                    group.append(claim)
            if len(group) > len(best):
                best = tuple(group)
        if len(best) > 1:
            break
    if len(best) < 2:
        return ()
    return tuple(sorted(best, key=lambda claim: display_key(examination, dated_in(claim.statements[0]), claim)))


_LAST = ("taken-loosely", "leave-open", "would-decide")  # the sorts that are told only where there is room
_STARTS = 40  # how many claims a group is begun from; enough for a screen, and never quadratic in a large corpus


def _form(corpus: Corpus, claim: Claim) -> str:
    asked = target_asked(corpus.questions[claim.statements[0].question or ""])
    return asked.form if asked is not None else ""


def _asks_when(examination: Examination, claim: Claim) -> bool:
    """Whether a claim asserts one date of a first, last or some event of a kind, or of an event."""
    corpus, statements = examination.corpus, claim.statements
    if claim.stance != "asserts" or not statements or statements[0].question not in corpus.questions:
        return False
    if statements[0].value or statements[0].when is None:
        return False
    return examination.placed(claim.id) is not None and bool(_kinds(corpus, claim))


def _no_rival(
    examination: Examination, a: Claim, b: Claim, at_odds: set[frozenset[str]], opponents: set[frozenset[str]]
) -> bool:
    corpus = examination.corpus
    if frozenset((a.id, b.id)) in at_odds or set(a.by) & set(b.by):
        return False
    if any(frozenset((one, other)) in opponents for one in a.by for other in b.by):
        return False
    if a.statements[0].question == b.statements[0].question or not _kinds(corpus, a) & _kinds(corpus, b):
        return False
    one, other = examination.placed(a.id), examination.placed(b.id)
    return one is not None and other is not None and not one.narrow.intersection(other.narrow).spans


def _kinds(corpus: Corpus, claim: Claim) -> set[str]:
    """The kinds that a claim's question is about, with all that are broader than or presupposed by them.

    Bridges between kinds count as well: they are stated where two matters are easily taken for one.
    """
    bridged = [bridge for bridge in corpus.bridges.values() if bridge.narrower is not None]
    asked = target_asked(corpus.questions[claim.statements[0].question or ""])
    waiting = [asked.id] if asked is not None and asked.form != "event" else []
    if asked is not None and asked.form == "event" and asked.id in corpus.events:
        waiting.extend(corpus.events[asked.id].kinds)
    found: set[str] = set()
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            entry = corpus.kinds.get(kind)
            waiting.extend((*entry.broader, *entry.presupposes) if entry is not None else ())
            waiting.extend(bridge.broader for bridge in bridged if bridge.narrower == kind and bridge.broader)
    return found


def _one_day(examination: Examination) -> Iterator[Finding]:
    """Questions on which numerals differ and the day does not: they are counted in different styles."""
    corpus = examination.corpus
    if len(corpus.styles) < 2:
        return
    found = []
    for answered in examination.positions:
        asked = target_asked(corpus.questions[answered.question])
        if asked is None or asked.form != "event":
            continue
        by_day: dict[int, dict[str, list[Target]]] = {}
        for target, day, said in _days(examination, answered, asked.id):
            by_day.setdefault(day, {}).setdefault(said, []).append(target)
        for day, dates in by_day.items():
            if len(dates) > 1:
                about = tuple(target for some in dates.values() for target in some)
                found.append((-len(about), answered.question, day, tuple(dates), about))
    if found:
        (_, question, day, numerals, about), *others = sorted(found)
        who = [names.claimants(corpus, id) if sort == "claim" else names.record(corpus, id) for sort, id in about]
        own = in_words(_window(day), style_of_deductions(corpus))
        further = [(other, dates) for _, other, _, dates, _ in others]
        told = words.one_day(examination, question, numerals, who, own, further)
        ids = tuple(id for _, id in about)
        everything = (*about, *(target for *_, some in others for target in some))
        yield Finding(f"one-day-{question}", "one-day", Rank.NO_RIVALS, *told, everything, ids)


def _window(day: int) -> Window:
    dates = TimeSet.of((Span(day * DAY, (day + 1) * DAY),))
    return Window(dates, dates)


def _days(examination: Examination, answered: Answered, event: str) -> Iterator[tuple[Target, int, str]]:
    """Each claim and record that names one day of the event: what it is, the day, the date in its own style."""
    corpus = examination.corpus
    stated: list[tuple[Target, Dated | None]] = [
        (("claim", id), statement.when or statement.start)
        for id in answered.accounts
        if corpus.claims[id].stance == "asserts"
        for statement in corpus.claims[id].statements[:1]
    ]
    stated += [
        (("record", record.id), record.when) for record in examination.view.records if record.event == event
    ]
    for target, dated in stated:
        left = examination.placed(target[1])
        if dated is None or left is None or left.narrow.start is None or left.narrow.stop is None:
            continue
        day = left.narrow.start // DAY
        if (left.narrow.stop - 1) // DAY != day or "@" in (dated.read or dated.text):
            continue
        own = style_of(corpus, dated)
        numerals = in_words(_window(day), Style(own.calendar, own.year_begins))
        yield target, day, _DOUBLE_YEAR.sub(r"\1", numerals)


_DOUBLE_YEAR = re.compile(r"(\d{3,4})/\d+")  # 24 March 1602/3 was written 24 March 1602


# 2. A claimant against what he himself took part in, or against himself.


def _against_participants(examination: Examination) -> Iterator[Finding]:
    yield from _present(examination)
    yield from _self_contradictions(examination)


def _present(examination: Examination) -> Iterator[Finding]:
    """The event at which most of those were present whose accounts it rules out; of equals the earliest."""
    there: dict[str, dict[str, None]] = {}
    ruled_out: dict[str, dict[str, None]] = {}
    present = {who for event in examination.corpus.events.values() for who in event.present}
    for claim in examination.view.claims:
        if not present.isdisjoint(claim.by) and examination.is_ruled_out(claim.id):
            for who, event in examination.row(claim.id).was_present:
                there.setdefault(event, {})[who] = None
                ruled_out.setdefault(event, {})[claim.id] = None
    if not there:
        return

    def place(event: str) -> tuple[int, int]:
        left = examination.placed_event(event)
        return -len(there[event]), left.narrow.stop or 0 if left is not None else 0

    first, *others = sorted(there, key=place)
    claims = tuple(ruled_out[first])
    elsewhere = [event for event in others if not set(there[event]).isdisjoint(there[first])]
    about = (*_claims(claims), ("event", first), *(("event", event) for event in elsewhere))
    said = words.was_there(examination, first, list(there[first]), claims, elsewhere)
    yield Finding(f"present-at-{first}", "present", Rank.HIMSELF, *said, about, claims)


def _self_contradictions(examination: Examination) -> Iterator[Finding]:
    """Claimants who contradict themselves, participants first; what is so on one reading only is left out, and
    what they have withdrawn."""
    corpus = examination.corpus
    withdrawn = {id for claim in examination.view.claims for id in claim.revises}
    found: dict[str, list[Pair]] = {}
    for pair in _against(examination):
        if pair.a in withdrawn or pair.b in withdrawn:
            continue
        for who in corpus.claims[pair.a].by:
            if who in corpus.claims[pair.b].by and not pair.unless:
                found.setdefault(who, []).append(pair)

    def place(who: str) -> tuple[bool, int]:
        entry = corpus.claimants.get(who)
        return not (entry is not None and entry.participant), -len(found[who])

    if found:
        who, *others = sorted(found, key=place)
        pairs = [pair for one in (who, *others) for pair in found[one]]
        ids = tuple(dict.fromkeys(id for pair in pairs for id in (pair.a, pair.b)))
        said = words.against_himself(examination, who, pairs[0], others)
        why = (pairs[0].a, pairs[0].b)
        yield Finding(f"against-himself-{who}", "against-himself", Rank.HIMSELF, *said, _claims(ids), why)


# 3. What the record rules out on a question that others answer too.


def _ruled_out(examination: Examination) -> Iterator[Finding]:
    corpus = examination.corpus
    told = examination.once(_told_as_irreconcilable)
    found = []
    for answered in examination.positions:
        answering = (*(id for position in answered.positions for id in position.held_by), *answered.accounts)
        claims = [id for id in dict.fromkeys(answering) if examination.is_ruled_out(id) and id not in told]
        if not claims:
            continue
        records = _ruling_out(examination, claims)
        first = names.record_entry(corpus, records[0])
        is_documented = first is not None and first.basis == "documented"
        weight = (not is_documented, not corpus.questions[answered.question].lead, -len(answered.accounts))
        found.append((weight, answered, claims, records))
    for _, answered, claims, records in sorted(found, key=lambda one: one[0]):
        others = [id for id in answered.accounts if id not in claims]
        about = (
            *_claims((*claims, *others)),
            *_records(records),
            *_events(corpus, records),
            ("question", answered.question),
        )
        said = words.ruled_out(examination, answered, claims, records, _explanation(examination, claims))
        yield Finding(f"ruled-out-{answered.question}", "ruled-out", Rank.RULED_OUT, *said, about, tuple(claims))
    asked = {id for one in examination.positions for id in (*one.accounts, *(id for id, _ in one.uncounted))}
    beside: dict[str, list[str]] = {}
    for claim in examination.view.claims:
        if claim.id not in asked and claim.id not in told and examination.is_ruled_out(claim.id):
            beside.setdefault(names.matter(corpus, claim.id), []).append(claim.id)
    for claims in beside.values():
        records = _ruling_out(examination, claims)
        about = (*_claims(claims), *_records(records), *_events(corpus, records))
        said = words.ruled_out(examination, None, claims, records, _explanation(examination, claims))
        yield Finding(f"ruled-out-{claims[0]}", "ruled-out", Rank.RULED_OUT, *said, about, tuple(claims))


def _ruling_out(examination: Examination, claims: Sequence[str]) -> tuple[str, ...]:
    """The records that rule claims out, the documented first."""
    rows = [row for claim in claims for row in examination.row(claim).records]
    out = dict.fromkeys(id for id, bearing in rows if bearing is Bearing.CONTRADICTS)
    return tuple(names.documented_first(examination.corpus, out))


def _told_as_irreconcilable(examination: Examination) -> frozenset[str]:
    odd = examination.once(_irreconcilable) if _look_like_rivals(examination) else None
    return frozenset(odd.why) if odd is not None else frozenset()


def _explanation(examination: Examination, claims: Sequence[str]) -> str:
    """Why an account may have come to be wrong: as another explains it, or by a slip that would account for it."""
    corpus = examination.corpus
    for claim in examination.view.claims:
        if claim.because and claim.because not in corpus.bridges and not set(claims).isdisjoint(claim.disputes):
            return words.because_says(corpus, claim.id)
    for slip in examination.once(find_slips):
        if slip.record is not None and slip.claims[0] in claims and (said := words.slip_briefly(slip)):
            return said
    return ""


# 4. What has no witness but the claimant, where others build on it.


def _known_only(examination: Examination) -> Iterator[Finding]:
    """Events without a record that one claim dates, those first on which most else is built."""
    corpus = examination.corpus
    recorded = {record.event for record in examination.view.records}
    dating: dict[str, list[str]] = {}
    for claim in examination.view.claims:
        for part in examination.parts(claim.id):
            if isinstance(part, Occurrence) and part.date is not None:
                named = [part.target.named] if part.target.named else []
                events = [part.target.id, *named] if part.target.form == "event" else named
                for event in events:
                    dating.setdefault(event, []).append(claim.id)
    built = examination.once(_built_on)
    alone = [
        (event, claims[0])
        for event, claims in dating.items()
        if event not in recorded
        and len({corpus.claims[id].by for id in claims}) == 1
        and examination.row(claims[0]).verdict is Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT
    ]
    weighed = [
        (event, claim, [other for other in built.get(event, ()) if not _is_by(corpus, other, claim)])
        for event, claim in alone
    ]
    weighed = [one for one in weighed if one[2]]
    weighed.sort(key=lambda one: -len(one[2]))
    if not weighed:
        return
    told = sorted(
        weighed[:3], key=lambda one: display_key(examination, _date_of(corpus, one[1]), corpus.claims[one[1]])
    )
    builders = [
        (event, _builder_named(corpus, other))
        for event, _, others in told
        for other in others
        if other[0] == "record"
    ]
    claims = [claim for _, claim, _ in told]
    about = (
        *_claims(id for event, _, _ in told for id in dating[event]),
        *(("event", event) for event, _, _ in told),
    )
    said = words.known_only(examination, [(event, claim) for event, claim, _ in told], builders)
    yield Finding("known-only-through-claimants", "known-only", Rank.ALONE, *said, about, tuple(claims))


def _date_of(corpus: Corpus, claim: str) -> Dated | None:
    statements = corpus.claims[claim].statements
    return dated_in(statements[0]) if statements else None


def _is_by(corpus: Corpus, other: Target, claim: str) -> bool:
    sort, id = other
    return sort == "claim" and not set(corpus.claims[id].by).isdisjoint(corpus.claims[claim].by)


def _builder_named(corpus: Corpus, other: Target) -> str:
    record = names.record_entry(corpus, other[1])
    return names.event(corpus, record.event) if record is not None else names.words_of(other[1])


def _built_on(examination: Examination) -> dict[str, list[Target]]:
    """For each event what else refers to it: claims and records dated by it, bridges, questions, later events."""
    corpus = examination.corpus
    found: dict[str, list[Target]] = {}

    def note(dated: Dated | None, who: Target) -> None:
        for reading in dated.when.readings[:1] if dated is not None else ():
            for anchor in anchors_of(reading.date):
                found.setdefault(anchor, []).append(who)

    for claim in examination.view.claims:
        for statement in claim.statements:
            note(dated_in(statement), ("claim", claim.id))
    for record in examination.view.records:
        note(record.when, ("record", record.id))
    for bridge in corpus.bridges.values():
        for id in (*(bridge.same or ()), *(bridge.order or ()), bridge.start, bridge.end):
            if id is not None:
                found.setdefault(id, []).append(("bridge", bridge.id))
        kinds = {bridge.narrower, bridge.broader} - {None}
        for event in corpus.events.values() if kinds else ():
            if not kinds.isdisjoint(event.kinds):
                found.setdefault(event.id, []).append(("bridge", bridge.id))
    for event in corpus.events.values():
        for id in event.after:
            found.setdefault(id, []).append(("event", event.id))
    for question in corpus.questions.values():
        if question.of is not None:
            found.setdefault(question.of, []).append(("question", question.id))
    return found


# 5. How many voices there are really.


def _voices(examination: Examination) -> Iterator[Finding]:
    """The work through which most claimants reach us who reach us through nothing else; and who repeats whom."""
    corpus = examination.corpus
    through: dict[str, dict[str, list[str]]] = {}
    ways: dict[str, set[str | None]] = {}
    for claim in examination.view.claims:
        relays = relays_of(corpus, claim.id, is_claim=True)
        for who in claim.by:
            ways.setdefault(who, set()).add(relays[-1] if relays else None)
            if relays and who not in corpus.sources[relays[-1]].author:
                through.setdefault(relays[-1], {}).setdefault(who, []).append(claim.id)
    only = {
        relay: {who: ids for who, ids in people.items() if ways[who] == {relay}}
        for relay, people in through.items()
    }
    relay = max(only, key=lambda id: len(only[id]), default=None)
    is_relayed = relay is not None and len(only[relay]) > 1
    copied = _copied(examination, relay if is_relayed else None)
    is_copied_more = bool(copied) and relay is not None and len(copied[0][1]) > len(only[relay])
    about = tuple(("source", id) for id in dict.fromkeys(id for root, some in copied for id in (root, *some)))
    if relay is not None and is_relayed:
        people = only[relay]
        rests = [id for id in corpus.sources[relay].rests_on if id in corpus.sources]
        sources = dict.fromkeys(
            (relay, *rests, *(corpus.claims[id].source for ids in people.values() for id in ids))
        )
        further = [sentence(words.copied(examination, *one)) for one in copied]
        relayed = [names.person(corpus, who) for who in people]
        if is_copied_more:
            said = words.copies(examination, copied, words.relayed(examination, relay, relayed))
        else:
            said = words.one_relay(examination, relay, relayed, rests, further)
        here = tuple(("source", id) for id in sources)
        yield Finding(f"voices-through-{relay}", "voices", Rank.VOICES, *said, (*here, *about), (relay,))
    elif copied:
        yield Finding("voices", "voices", Rank.VOICES, *words.copies(examination, copied), about, (copied[0][0],))


def _copied(examination: Examination, relay: str | None) -> list[tuple[str, tuple[str, ...]]]:
    """Works that others (but for the relay) are stated to rest on: those with most dependents first."""
    corpus = examination.corpus
    by_root: dict[str, dict[str, None]] = {}
    for claim in examination.view.claims:
        for id in rests_on_of(corpus, claim.id, is_claim=True):
            root = corpus.claims[id].source if id in corpus.claims and id not in corpus.sources else id
            if root in corpus.sources and root != claim.source and claim.source != relay:
                by_root.setdefault(root, {})[claim.source] = None
    ordered = sorted(by_root, key=lambda root: -len(by_root[root]))
    return [(root, tuple(by_root[root])) for root in ordered[:3]]


# 6. Positions of which no record decides, and what would.


def _undecided(examination: Examination) -> Iterator[Finding]:
    corpus = examination.corpus
    found = []
    for answered in examination.positions:
        state = examination.state_of(answered.question)
        kept = [one for one in answered.positions if state is not None and one.number in state.remaining]
        people = {frozenset(by for id in one.held_by for by in corpus.claims[id].by) for one in kept}
        if state is not None and len(kept) > 1 and len(people) > 1:
            lead = corpus.questions[answered.question].lead
            found.append(((not lead, -len(answered.accounts)), answered, state))
    for _, answered, state in sorted(found, key=lambda one: one[0]):
        kept = [one for one in answered.positions if one.number in state.remaining]
        deciders = [decider for decider in state.would_decide[:2] if decider.event is not None]
        about = (
            *_claims((*(id for one in kept for id in one.held_by), *never_say(examination, answered))),
            ("question", answered.question),
            *(("event", decider.event or "") for decider in deciders),
            *(("bridge", id) for decider in state.would_decide[:2] for id in decider.bridges),
            *(("source", id) for id in state.look_in),
        )
        said = words.undecided(examination, answered, state)
        why = (kept[0].held_by[0], kept[-1].held_by[0])
        yield Finding(f"undecided-{answered.question}", "undecided", Rank.UNDECIDED, *said, about, why)
    yield from _denied(examination)
    yield from _left_open(examination)
    for _, answered, state in sorted(found, key=lambda one: one[0]):
        yield from _would_decide(examination, answered, state)


def _denied(examination: Examination) -> Iterator[Finding]:
    """Questions of which one answer is given and denied: a denial is a rival as well."""
    for answered in examination.positions:
        state = examination.state_of(answered.question)
        if answered.accord is Accord.DENIED and state is not None and state.remaining:
            held = answered.positions[0].held_by
            against = [id for id, numbers in answered.undecided if not numbers]
            bridges = _bridges_on(examination.corpus, answered.question)
            about = (
                *_claims((*held, *against)),
                ("question", answered.question),
                *(("bridge", id) for id in bridges),
                *(("event", event) for id in bridges for event in _events_of(examination.corpus.bridges[id])),
            )
            said = words.denied(examination, answered, bridges)
            why = (held[0], against[0])
            yield Finding(f"denied-{answered.question}", "denied", Rank.UNDECIDED, *said, about, why)


def _bridges_on(corpus: Corpus, question: str) -> tuple[str, ...]:
    """The bridges of which a condition or a consequence speaks of what a question asks for."""
    entry = corpus.questions[question]
    asked = target_asked(entry)

    def is_asked(part: Statement) -> bool:
        if entry.role is not None:
            return (part.role, part.of) == (entry.role, entry.of)
        return asked is not None and asked.id in (part.event, part.kind, part.first, part.last)

    return tuple(
        bridge.id
        for bridge in corpus.bridges.values()
        if any(map(is_asked, (*bridge.condition, *bridge.consequence)))
    )


def _would_decide(examination: Examination, answered: Answered, state: State) -> Iterator[Finding]:
    """The event of open date that would decide first: who would be wrong, who would keep one of several dates."""
    corpus = examination.corpus
    decider = next((one for one in state.would_decide if one.event is not None), None)
    if decider is None or decider.event is None:
        return
    out = [one for one in answered.positions if one.number in {number for number, _ in decider.rules_out}]
    wrong = tuple(id for position in out for id in position.held_by)
    others = (*(id for id, _ in answered.undecided), *(id for id, _ in answered.uncounted))
    halved = tuple(id for id in others if any(_has_it_among_several(examination, id, one) for one in out))
    bridges = tuple(bridge.id for bridge in corpus.bridges.values() if decider.event in _events_of(bridge))
    about = (*_claims((*wrong, *halved)), ("event", decider.event), *(("bridge", id) for id in bridges))
    said = words.would_decide(examination, answered, decider, wrong, halved, bridges)
    name = f"would-decide-{decider.event}"
    yield Finding(name, "would-decide", Rank.UNDECIDED, *said, about, (decider.event,))


def _has_it_among_several(examination: Examination, id: str, position: HeldPosition) -> bool:
    """Whether an account gives several dates, one of which is that of the position."""
    left, dates = examination.placed(id), position.held.dates
    if left is None or dates is None or len(left.narrow.spans) < 2:
        return False
    return bool(left.narrow.intersection(dates).spans) and not dates.contains(left.narrow)


_MANY_OPEN = 2  # accounts that only deny, from which on it is worth saying with whom they are at odds


def _left_open(examination: Examination) -> Iterator[Finding]:
    """Disputed questions on which several only say when it was not: with whom they are at odds."""
    corpus = examination.corpus
    for answered in examination.positions:
        if len(answered.positions) < 2:
            continue
        several = [id for id, numbers in answered.undecided if len(numbers) > 1]
        denying = [id for id in several if _only_denies(corpus.claims[id], answered.question)]
        if len(denying) >= _MANY_OPEN:
            gone = [id for id, why in answered.uncounted if why is Uncounted.WITHDRAWN]
            told = (*denying, *(id for id in several if id not in denying))
            said = words.left_open(examination, answered, denying, told, gone)
            about = (*_claims((*told, *gone)), ("question", answered.question))
            name = f"leave-open-{answered.question}"
            yield Finding(name, "leave-open", Rank.UNDECIDED, *said, about, (denying[0],))


def _only_denies(claim: Claim, question: str) -> bool:
    parts = [part for part in claim.statements if part.question == question]
    return claim.stance == "denies" or all(part.not_when is not None and part.when is None for part in parts)


# 7. Conflicts under a bridge, of three and more, or on the narrow reading alone.


def _supposed(examination: Examination) -> Iterator[Finding]:
    if not _look_like_rivals(examination):
        yield from _told_as_no_rivals(examination, Rank.SUPPOSED)
    yield from _under_bridges(examination)
    yield from _together(examination)
    yield from _taken_loosely(examination)


_BRIDGES_TOLD = 3  # in one finding


def _under_bridges(examination: Examination) -> Iterator[Finding]:
    """What a bridge makes rivals of, and what the record would rule out under one, each a finding of its own."""
    corpus = examination.corpus
    group = [claim.id for claim in examination.once(seeming_rivals)]
    told = set(_bridges_between(examination, (*group, *examination.once(_told_as_irreconcilable))))
    pairs: dict[str, list[tuple[str, str | None]]] = {}
    rows: dict[str, list[tuple[str, str | None]]] = {}
    for pair in examination.pairs:
        if pair.verdict is not Verdict.CONTRADICTS:
            for some in pair.if_bridge:
                if len(some) == 1 and "#" not in some[0] and some[0] not in told:
                    pairs.setdefault(some[0], []).append((pair.a, pair.b))
    for row in examination.rows:
        for some in row.if_bridge if row.verdict is not Standing.CONTRADICTED else ():
            if len(some) == 1 and "#" not in some[0] and some[0] not in told:
                rows.setdefault(some[0], []).append((row.claim, None))
    for name, found in (("rivals", pairs), ("record", rows)):
        ids = [id for id in found if name == "rivals" or id not in pairs]
        for start in range(0, len(ids), _BRIDGES_TOLD):
            chosen = ids[start : start + _BRIDGES_TOLD]
            clashes = [(id, *_most_at_odds(found[id])) for id in chosen]
            claims = dict.fromkeys(one for id in chosen for pair in found[id] for one in pair if one is not None)
            spoken = dict.fromkeys(event for id in chosen for event in _events_of(corpus.bridges[id]))
            about = (*_claims(claims), *(("bridge", id) for id in chosen), *(("event", id) for id in spoken))
            said = words.under_a_bridge(examination, clashes)
            why = (clashes[0][1], *clashes[0][2][:1])
            yield Finding(f"under-{chosen[0]}", f"under-a-bridge-{name}", Rank.SUPPOSED, *said, about, why)


def _most_at_odds(pairs: Sequence[tuple[str, str | None]]) -> tuple[str, tuple[str, ...]]:
    """The claim that most of the others clash with, and those others; the first of several such."""
    others: dict[str, list[str]] = {}
    for one, other in pairs:
        others.setdefault(one, []).extend([other] if other is not None else [])
        if other is not None:
            others.setdefault(other, []).append(one)
    most = max(others, key=lambda id: len(others[id]))
    return most, tuple(others[most])


def _events_of(bridge: Bridge) -> Iterator[str]:
    """The events that a bridge speaks of, and those from which its dates count."""
    yield from (*(bridge.same or ()), *(bridge.order or ()))
    yield from (id for id in (bridge.start, bridge.end) if id is not None)
    for part in (*bridge.condition, *bridge.consequence):
        yield from (part.event,) if part.event is not None else ()
        yield from anchors_of(part.when.when.readings[0].date) if part.when is not None else ()


def _together(examination: Examination) -> Iterator[Finding]:
    """Conflicts of three and more, those on the same questions together; those with most claimants first."""
    corpus = examination.corpus
    misprints = examination.view.misprints
    chosen = []
    for conflict in examination.conflicts:
        claims = [id for id in conflict.members if id in corpus.claims]
        if len(conflict.members) < 3 or len(claims) < 2 or not misprints.isdisjoint(claims) or conflict.bridges:
            continue
        if not any(map(examination.is_ruled_out, claims)):
            chosen.append(conflict)
    found = [list(some) for some in patterns(examination, chosen)]

    def voices(conflict: Conflict) -> int:
        return len({by for id in conflict.members if id in corpus.claims for by in corpus.claims[id].by})

    for conflicts in found:
        conflicts.sort(key=lambda one: (-voices(one), len(one.members)))
    ordered = sorted(found, key=lambda some: (-voices(some[0]), -len(some)))
    for some in ordered:
        claims = [id for id in some[0].members if id in corpus.claims]
        every = dict.fromkeys(id for conflict in some for id in conflict.members)
        about = (
            *_claims(id for id in every if id in corpus.claims),
            *_records(id for id in every if id not in corpus.claims),
        )
        said = words.together(examination, some)
        yield Finding(f"together-{'-'.join(claims)}", "together", Rank.SUPPOSED, *said, about, tuple(claims))


def patterns(examination: Examination, conflicts: Iterable[Conflict]) -> tuple[tuple[Conflict, ...], ...]:
    """Conflicts on the same questions together, in the order of each pattern's first; none is lost."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Conflict]] = {}
    for conflict in conflicts:
        matters = tuple(sorted(map(_matter(examination), conflict.members)))
        found.setdefault((matters, conflict.bridges), []).append(conflict)
    return tuple(map(tuple, found.values()))


def _matter(examination: Examination) -> Callable[[str], str]:
    """What a member of a conflict speaks of: its questions, or the event of a record."""

    def matter(id: str) -> str:
        claim = examination.corpus.claims.get(id)
        if claim is None:
            record = names.record_entry(examination.corpus, id)
            return f"record {record.event if record is not None else id}"
        asked = [one.question or one.event or "" for one in claim.statements[:1]]
        return asked[0] if asked else id

    return matter


def _taken_loosely(examination: Examination) -> Iterator[Finding]:
    """Pairs that exclude each other on the narrow reading alone, question by question."""
    corpus = examination.corpus
    found: dict[str | None, list[Pair]] = {}
    for pair in examination.at_odds:
        if pair.strained and pair.verdict is not Verdict.CONTRADICTS and not _is_slip(examination, pair):
            found.setdefault(pair.question, []).append(pair)
    order = {id: number for number, id in enumerate(corpus.questions)}
    for question in sorted(found, key=lambda id: (id is None, order.get(id or "", 0))):
        pairs = found[question]
        ids = dict.fromkeys(id for pair in pairs for id in (pair.a, pair.b))
        said = words.taken_loosely(examination, question, pairs)
        why = (pairs[0].a, pairs[0].b)
        yield Finding(
            f"taken-loosely-{question or 'across'}", "taken-loosely", Rank.SUPPOSED, *said, _claims(ids), why
        )


# 8. Figures and misprints, after everything else and together.


def _figures(examination: Examination) -> Iterator[Finding]:
    refused = tuple(words.refused(recompute(examination.corpus)))
    misprints = [claim.id for claim in examination.view.claims if claim.misprint]
    if refused or misprints:
        about = (*(("figure", one.figure) for one in refused), *_claims(misprints))
        said = words.figures(examination, refused, misprints)
        yield Finding("figures", "figures", Rank.FIGURES, *said, about, tuple(misprints))


_RANKS: dict[Rank, Callable[[Examination], Iterator[Finding]]] = {
    Rank.NO_RIVALS: _no_rivals,
    Rank.HIMSELF: _against_participants,
    Rank.RULED_OUT: _ruled_out,
    Rank.ALONE: _known_only,
    Rank.VOICES: _voices,
    Rank.UNDECIDED: _undecided,
    Rank.SUPPOSED: _supposed,
    Rank.FIGURES: _figures,
}
