"""The findings in words: of each a headline and the ground it stands on.

Belongs here: one function for each kind of finding, and the phrases that they share. Does not belong here: which
findings there are and in which order (see `claimcheck.report.ranking`).

A headline has at most 25 words, the ground at most two sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.corpus.entries import Claim, Corpus
from claimcheck.criticism.figures import Operation, Outcome, Reckoning
from claimcheck.criticism.numbers import in_digits
from claimcheck.criticism.slip_kinds import SlipKind
from claimcheck.criticism.slips import Slip
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Answered, Conflict, Decider, HeldPosition, Pair, Row, State, Verdict
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.answers import answer, sayers, standing_answer
from claimcheck.report.words.grammar import (
    capital,
    clause,
    few,
    is_plural,
    listed,
    many,
    ordinal,
    plural,
    sentence,
    spelt,
    stopped,
)
from claimcheck.report.words.moments import gap_in_words
from claimcheck.report.words.nouns import event_met, event_named
from claimcheck.report.words.positions import (
    RULINGS,
    contradicting,
    decider_says,
    in_short,
    judged_of,
    listed_apart,
    never_say,
    opposing,
    state_briefly,
    what_would,
)

HEADLINE = 25  # words of a headline, at most
SENTENCE = 40  # words of a sentence, at most
_MOST = 3  # names in a list

Said = tuple[str, str]  # headline, ground


def ground(sentences: Iterable[str]) -> str:
    """At most two sentences, none too long to read."""
    return " ".join([one for one in sentences if one and len(one.split()) <= SENTENCE][:2])


def first_that_fits(*headlines: str) -> str:
    """The first headline that is short enough; the last must be."""
    return next((one for one in headlines if len(one.split()) <= HEADLINE), headlines[-1])


def has(findings: Examination, id: str, question: str | None = None) -> str:
    """An account with its answer: "Berta (late May 1402)"."""
    return f"{names.joint(findings.corpus, id)} ({answer(findings, id, question)})"


def says(findings: Examination, id: str, question: str | None = None, *, is_asked: bool = False) -> str:
    """An account as a clause: "Berta says late May 1402 (the crossing)"; `is_asked`: without the question."""
    corpus, by = findings.corpus, findings.corpus.claims[id].by
    matter = "" if is_asked else names.matter(corpus, id, question)
    given = answer(findings, id, question)
    about = f" ({matter})" if matter and matter not in given else ""
    if given == "never" or (given.startswith("not ") and not given.startswith("not before")):
        what = "that it happened" if given == "never" else given[4:]
        return f"{names.joint(corpus, id)} {'deny' if len(by) > 1 else 'denies'} {what}{about}"
    return f"{names.joint(corpus, id)} {names.say(corpus, (id,))} {given}{about}"


def _of(claim: Claim) -> str | None:
    return next((one.question for one in claim.statements if one.question), None)


# Accounts that seem rivals and are none; the one that is at odds with them.


def no_rivals(findings: Examination, claims: Sequence[str], bridges: Sequence[str]) -> Said:
    """Dates apart that answer different questions."""
    corpus = findings.corpus
    dates = [answer(findings, id) for id in claims]
    number = spelt(len(claims))
    headline = first_that_fits(
        f"{capital(listed(dates))} answer {number} different questions and do not exclude each other.",
        f"{capital(names.who(corpus, claims))} answer {number} different questions and do not exclude each other.",
        f"{capital(number)} dates answer {number} different questions and do not exclude each other.",
    )
    questions = listed(
        f"{names.question(corpus, asked)} ({names.claimants(corpus, id)})"
        for id in claims
        for asked in (_of(corpus.claims[id]),)
        if asked
    )
    supposed = f"Two of them become rivals only if {names.bridge(corpus, bridges[0])}" if bridges else ""
    return headline, ground([stopped(f"The questions are: {questions}"), stopped(supposed) if supposed else ""])


def one_day(
    findings: Examination,
    question: str,
    dates: Sequence[str],
    who: Sequence[str],
    day: str,
    further: Sequence[tuple[str, Sequence[str]]] = (),
) -> Said:
    """Different numerals of different styles that name one day; `further` are other questions where they do."""
    headline = first_that_fits(
        names.headed(findings.corpus, question, f"{listed(dates)} name one day"),
        names.headed(findings.corpus, question, f"{spelt(len(dates))} different dates name one day"),
    )
    styles, here = f"{few(who, 4)} count in different styles", f"here it is called {day}"
    if further:
        so = listed(f"{names.question(findings.corpus, asked)} ({listed(some)})" for asked, some in further)
        return headline, ground([sentence(f"{styles}; {here}"), sentence(f"the same is true of {so}")])
    return headline, ground([sentence(styles), sentence(here)])


def irreconcilable(
    findings: Examination,
    claim: str,
    against: Sequence[str],
    nearest: Pair | None,
    anchors: Sequence[str],
    row: Row | None,
    *,
    is_only: bool,
) -> Said:
    """The account that clashes with answers that do not exclude each other; `is_only` where no other clashes."""
    corpus = findings.corpus
    who = names.claimants(corpus, claim)
    clash = f"cannot be reconciled with {'the others' if is_only else names.who(corpus, against)}"
    at_odds = sum(pair.verdict is Verdict.CONTRADICTS for pair in findings.pairs_of((claim,)))
    of_all = f" of the {at_odds} accounts that it excludes" if at_odds > len(against) else ""
    date = f"{'Only the' if is_only else 'The'} date of {who}"
    headline = first_that_fits(f"{date}, {answer(findings, claim)}, {clash}.", f"{date} {clash}.")
    said = []
    if nearest is not None and nearest.gap is not None:
        other = nearest.b if nearest.a == claim else nearest.a
        apart = gap_in_words(nearest.gap, style_of_deductions(corpus))
        by = f", counted from {event_met(corpus, anchors[0])}" if anchors else ""
        said.append(sentence(f"{has(findings, other)}, the nearest{of_all}, is {apart} away{by}"))
    if row is not None:
        records = [names.record(corpus, id) for id in names.documented_first(corpus, _against(row))]
        rule = "rule" if records[1:] or is_plural(records[0]) else "rules"
        said.append(sentence(f"{few(records, 2)} {rule} it out"))
    return headline, ground(said)


def _against(row: Row) -> list[str]:
    return [id for id, bearing in row.records if str(bearing) in ("contradicts", "contests")]


# A claimant against what he took part in, or against himself.


def was_there(
    findings: Examination, event: str, who: Sequence[str], claims: Sequence[str], elsewhere: Sequence[str]
) -> Said:
    """Those who took part in what rules out their own accounts."""
    corpus = findings.corpus
    people = listed(names.person(corpus, one) for one in who)
    was, own = ("was", "that account") if len(who) == 1 else ("were", "their own accounts")
    given = listed(dict.fromkeys(answer(findings, id) for id in claims))
    headline = first_that_fits(
        *(
            [f"{people} was present at {event_met(corpus, event)}, which rules out {given}."]
            if len(who) == 1
            else []
        ),
        f"{people} {was} present at {event_met(corpus, event)}, which rules out {own}.",
        f"{capital(spelt(len(who)))} were present at {event_met(corpus, event)}, which rules out {own}.",
    )
    said = [sentence(", ".join(says(findings, id) for id in claims[:2]))]
    if elsewhere:
        also = listed(event_met(corpus, one) for one in elsewhere[:_MOST])
        said.append(sentence(f"{also} {'do' if len(elsewhere) > 1 else 'does'} so too"))
    return headline, ground(said)


def against_himself(findings: Examination, who: str, pair: Pair, others: Sequence[str]) -> Said:
    """Two statements of one claimant that exclude each other; `others` are those of whom the same is true."""
    corpus = findings.corpus
    name = names.person(corpus, who)
    apart = f"; they are {gap_in_words(pair.gap, style_of_deductions(corpus))} apart" if pair.gap else ""
    one, other = (
        f"{names.source(corpus, corpus.claims[id].source)} has {_about(findings, id)}" for id in (pair.a, pair.b)
    )
    if corpus.claims[pair.a].source == corpus.claims[pair.b].source:
        other = f"the same work has {_about(findings, pair.b)}"
    said = [sentence(f"{one}; {other}{apart}")]
    if others:
        too = few((names.person(corpus, one) for one in others), _MOST)
        said.append(sentence(f"the same is true of {too}"))
    return f"Two statements by {name} exclude each other.", ground(said)


def _about(findings: Examination, id: str) -> str:
    matter = names.matter(findings.corpus, id)
    return f"{answer(findings, id)}{f' ({matter})' if matter else ''}"


# The record against a question that others answer too.


def ruled_out(
    findings: Examination,
    answered: Answered | None,
    claims: Sequence[str],
    records: Sequence[str],
    explanation: str,
) -> Said:
    """What the record rules out on a question, and what it leaves; or on a matter that no question asks for."""
    corpus, question = findings.corpus, answered.question if answered is not None else None
    matter = names.matter(corpus, claims[0])
    given = list(dict.fromkeys(answer(findings, id, question) for id in claims))
    record = names.record(corpus, records[0])
    more = f" and {spelt(len(records) - 1)} further {many(len(records) - 1, 'record')}" if records[1:] else ""
    rule = "rule" if more or is_plural(record) else "rules"
    say = names.say(corpus, claims)
    who = names.who(corpus, claims)
    headline = first_that_fits(
        *(
            names.headed(corpus, question, said)
            if question is not None
            else sentence(f"{matter}: {said}" if matter else said)
            for said in (
                f"{record}{more} {rule} out {listed(given)} ({who})",
                f"{record}{more} {rule} out what {who} {say}",
                f"the record rules out what {who} {say}",
                f"the record rules out {plural(len(claims), 'account')}",
            )
        )
    )
    if answered is None:
        return headline, ground([explanation])
    out = set(filter(findings.is_ruled_out, answered.accounts))
    kept = [one for one in answered.positions if not out.issuperset(one.held_by)]
    left = few((_left_with(findings, one, out) for one in kept), 2)
    stands = {RULINGS[judged_of(findings, one).ruling] for one in kept}
    how = f", which {'is' if len(kept) == 1 else 'are'} {stands.pop()}" if len(stands) == 1 else ""
    how = how.replace(", which is ruled out in part", "")
    return headline, ground([sentence(f"it leaves {left}{how}") if kept else "It leaves no answer.", explanation])


def _left_with(findings: Examination, position: HeldPosition, out: set[str]) -> str:
    who = names.who(findings.corpus, [id for id in position.held_by if id not in out], 2)
    return f"{standing_answer(findings, position)} ({who})"


def because_says(corpus: Corpus, claim: str) -> str:
    """The reason that another gives for an account that is ruled out."""
    entry = corpus.claims[claim]
    explain = "explain" if len(entry.by) > 1 else "explains"
    return sentence(f"{names.claimants(corpus, claim)} {explain} it: {clause(entry.because or '')}")


_SLIPS = {
    SlipKind.CALENDAR: "the dates lie {} days apart, as the Julian and the Gregorian calendar did",
    SlipKind.YEAR_STYLE: "the dates would be one if the year were begun at another day",
    SlipKind.MISREAD: "the dates differ by one digit, which may be misread",
    SlipKind.LOST: "the dates differ by one digit, which may be lost",
    SlipKind.TRANSPOSED: "the dates differ by two digits that have changed places",
}


def slip_briefly(slip: Slip) -> str:
    """A slip that would account for a date, where it is of a kind that explains more than any two neighbours."""
    said = _SLIPS.get(slip.kind)
    return sentence(said.format(slip.explanation.detail)) if said is not None else ""


# No witness but the claimant; how many voices there are.


def known_only(
    findings: Examination, events: Sequence[tuple[str, str]], built_on: Sequence[tuple[str, str]]
) -> Said:
    """Events that only those know who claim them (event, claim), and what others build on them (event, name)."""
    corpus = findings.corpus
    labels = [event_named(corpus, event).object for event, _ in events]
    who = [names.who(corpus, (claim,)) for _, claim in events]
    if len(events) == 1:
        headline = f"Nobody but {who[0]} knows of {labels[0]}."
        said = []
    else:
        headline = first_that_fits(
            f"Nobody but their claimants knows of {listed(labels[:_MOST])}.",
            f"Nobody but their claimants knows of {spelt(len(labels))} events.",
        )
        each = listed(f"only {one} the {ordinal(number)}" for number, one in enumerate(who[:_MOST], start=1))
        said = [sentence(each.replace(" the first", " knows the first", 1))] if len(set(who)) > 1 else []
    for event, other in built_on[:1]:
        said.append(sentence(f"the record of {other} is dated by {event_met(corpus, event)}"))
    return headline, ground(said)


def one_relay(
    findings: Examination, relay: str, who: Sequence[str], rests: Sequence[str], copied: Sequence[str]
) -> Said:
    """Many voices that reach us through one work; what that rests on, and who repeats whom elsewhere."""
    corpus = findings.corpus
    name = names.source(corpus, relay)
    headline = first_that_fits(
        relayed(findings, relay, who), f"{capital(spelt(len(who)))} claimants reach us through {name} alone."
    )
    said = []
    if rests:
        behind = listed(names.source(corpus, one) for one in rests)
        said.append(sentence(f"{name} rests on {behind}, so that these are one witness"))
    return headline, ground([*said, *copied])


def relayed(findings: Examination, relay: str, who: Sequence[str]) -> str:
    """Who reaches us through one work alone."""
    return f"{capital(few(who, 4))} reach us through {names.source(findings.corpus, relay)} alone."


def copies(findings: Examination, by_root: Sequence[tuple[str, Sequence[str]]], further: str = "") -> Said:
    """Who repeats whom: each work with those that rest on it; `further` is told last."""
    corpus = findings.corpus
    (root, dependents), *rest = by_root
    headline = first_that_fits(
        f"{capital(copied(findings, root, dependents))}, and add{'s' if len(dependents) == 1 else ''} no witness.",
        f"{capital(spelt(len(dependents)))} works rest on {names.source(corpus, root)}, and add no witness.",
    )
    told = [sentence(copied(findings, *one)) for one in rest]
    return headline, ground([*told[:1], further] if further else told)


def copied(findings: Examination, root: str, dependents: Sequence[str]) -> str:
    """One work with those that rest on it, as a clause."""
    some = listed_apart([names.source(findings.corpus, one) for one in dependents[:_MOST]])
    more = f" and {len(dependents) - _MOST} more" if len(dependents) > _MOST else ""
    return f"{some}{more} rest{'s' if len(dependents) == 1 else ''} on {names.source(findings.corpus, root)}"


# Positions between which no record decides.


def undecided(findings: Examination, answered: Answered, state: State) -> Said:
    """Positions that exclude each other and of which the record rules out none."""
    corpus = findings.corpus
    kept = [position for position in answered.positions if position.number in state.remaining]
    never = never_say(findings, answered)
    answers = [*(in_short(findings, position) for position in kept), *(["never"] if never else [])]
    number = spelt(len(kept))
    told = [f"no record decides between {listed(answers)}"] if len(kept) <= _MOST else []
    last = in_short(findings, kept[-1])
    told.append(f"{number} positions stand, from {answers[0]} to {last}, and no record decides")
    told.append(f"{number} positions stand, and no record decides")
    headline = first_that_fits(*(names.headed(corpus, answered.question, one) for one in told))
    return headline, ground([_who_holds(findings, kept, never), *what_would(findings, answered, state)])


def denied(findings: Examination, answered: Answered, bridges: Sequence[str]) -> Said:
    """One answer that is given and denied, and what would follow from it."""
    corpus, question = findings.corpus, answered.question
    against = [id for id, numbers in answered.undecided if not numbers]
    deny = opposing(findings, against)
    headline = first_that_fits(
        state_briefly(findings, answered),
        names.headed(corpus, question, f"{names.who(corpus, against)} {deny} the one answer that is given"),
        names.headed(corpus, question, "one answer is given and denied, and no record decides"),
    )
    return headline, ground(stopped(f"It matters because {names.bridge(corpus, id)}") for id in bridges[:1])


def left_open(
    findings: Examination, answered: Answered, denying: Sequence[str], told: Sequence[str], gone: Sequence[str]
) -> Said:
    """Accounts that only say when it was not: with whom they are at odds, and who leaves open which holds."""
    corpus, question = findings.corpus, answered.question
    at_odds = [
        one for one in answered.positions if any(contradicting(findings, (id,), one.held_by) for id in denying)
    ]
    held = few((in_short(findings, one) for one in at_odds), 2)
    with_whom = f"are at odds with {held} alone" if at_odds else "are at odds with nobody"
    headline = first_that_fits(
        names.headed(corpus, question, f"{names.who(corpus, denying)} only deny, and {with_whom}"),
        names.headed(corpus, question, f"{spelt(len(denying))} accounts only deny, and {with_whom}"),
    )
    said = [sentence(f"{names.who(corpus, told, len(told))} leave open which of the others holds")]
    said += (
        [sentence(f"{names.who(corpus, gone)} {'has' if len(gone) == 1 else 'have'} been withdrawn")]
        if gone
        else []
    )
    return headline, ground(said)


def would_decide(
    findings: Examination,
    answered: Answered,
    decider: Decider,
    wrong: Sequence[str],
    halved: Sequence[str],
    bridges: Sequence[str],
) -> Said:
    """What one event of open date would decide, under which assumption it has one, and who would then be wrong."""
    corpus = findings.corpus
    by_number = {position.number: position for position in answered.positions}
    headline = first_that_fits(
        sentence(decider_says(findings, by_number, decider)),
        sentence(f"the date of {event_met(corpus, decider.event or '')} would decide, and it is open"),
    )
    then = f"{names.who(corpus, wrong)} would then be wrong"
    if len({dates for _, dates in decider.rules_out}) > 1:  # one date rules out these, another those
        then = f"which of {names.who(corpus, wrong)} would then be wrong depends on its date"
    if halved:
        then += f", and {names.who(corpus, halved)} would keep one of several dates"
    supposed = [stopped(f"It has such a date if {names.bridge(corpus, id)}") for id in bridges[:1]]
    return headline, ground([*supposed, sentence(then)])


def _who_holds(findings: Examination, kept: Sequence[HeldPosition], never: Sequence[str]) -> str:
    corpus = findings.corpus
    if len(kept) > _MOST:
        first, last = (names.who(corpus, one.held_by) for one in (kept[0], kept[-1]))
        return sentence(f"the first is that of {first}, the last that of {last}")
    held = []
    for one in kept:
        standing = [id for id in one.held_by if not findings.is_ruled_out(id)] or list(one.held_by)
        ids = [id for id in standing if id in sayers(findings, one)] or standing
        held.append(f"{names.who(corpus, ids, 2)} {'hold' if len(ids) > 1 else 'holds'} {in_short(findings, one)}")
    held += [f"{names.who(corpus, never, 2)} {names.say(corpus, never)} never"] if never else []
    return sentence(listed_apart(held) if any(" and " in one for one in held) else listed(held))


# Under a bridge, on one reading, together.


def under_a_bridge(findings: Examination, told: Sequence[tuple[str, str, Sequence[str]]]) -> Said:
    """A claim that others exclude only under a bridge: (bridge, claim, those others); none of them: the record."""
    corpus = findings.corpus

    def clash(bridge: str | None, one: str, others: Sequence[str], how: str) -> str:
        supposed = f"if {names.bridge(corpus, bridge)}" if bridge is not None else "under an assumption"
        if not others:
            return f"the record rules out {has(findings, one)} {how}{supposed}"
        if len(others) > 1:
            return f"{spelt(len(others))} accounts clash with {has(findings, one)} {how}{supposed}"
        return f"{has(findings, one)} and {has(findings, others[0])} clash {how}{supposed}"

    bridge, one, others = told[0]
    bare = sentence(clash(None, one, others, "only "))
    whole = sentence(clash(bridge, one, others, "only "))
    headline = first_that_fits(whole, bare)
    said = [] if headline == whole else [sentence(f"the assumption is that {names.bridge(corpus, bridge)}")]
    said += [sentence(clash(*each, "likewise ")) for each in told[1:]]
    return headline, ground(said)


def together(findings: Examination, conflicts: Sequence[Conflict]) -> Said:
    """Accounts of which any fewer could be true: one set, and how many more there are of the same questions."""
    corpus = findings.corpus
    members = conflicts[0].members
    claims = [id for id in members if id in corpus.claims]
    records = [names.record(corpus, id) for id in members if id not in corpus.claims]
    who = [*(has(findings, id) for id in claims), *records]
    names_alone = list(dict.fromkeys((*(names.joint(corpus, id) for id in claims), *records)))
    fewer = "drop any one and the rest can stand"
    headline = first_that_fits(
        f"{capital(listed(who))} are impossible together; {fewer}.",
        *([f"{capital(listed(names_alone))} are impossible together; {fewer}."] if len(names_alone) > 1 else []),
        f"{capital(spelt(len(members)))} statements are impossible together; {fewer}.",
    )
    said = [sentence("; ".join(says(findings, id) for id in some)) for some in (claims[:2], claims[2:4]) if some]
    if len(conflicts) > 1 and len(claims) < 3:
        more = len(conflicts) - 1
        fail = "set of such answers fails" if more == 1 else "sets of such answers fail"
        said.append(f"{capital(spelt(more))} further {fail} alike.")
    return headline, ground(said)


def clash_says(findings: Examination, conflict: Conflict) -> str:
    """A conflict as a heading over its proof: who and what cannot all be true, and under which bridges."""
    corpus = findings.corpus
    who = [has(findings, id) if id in corpus.claims else names.record(corpus, id) for id in conflict.members]
    supposed = listed(names.bridge(corpus, id) for id in conflict.bridges)
    under = f" if {supposed}" if supposed else ""
    if len(who) == 1:
        return sentence(f"{who[0]} cannot be true as it stands{under}")
    both = "both" if len(who) == 2 else "all"
    return sentence(f"{listed(who)} cannot {both} be true{under}")


_MOST_REPAIRS = 4  # names in all ways to mend a conflict together; of more a reader makes nothing


def repairs_say(findings: Examination, repairs: Sequence[Sequence[str]]) -> str:
    """Without what the rest can stand: "Without Odo, or without Hugo and the roll, the rest can stand."."""
    corpus = findings.corpus
    if not repairs or sum(map(len, repairs)) > _MOST_REPAIRS:
        return ""
    ways = ", or without ".join(
        listed(has(findings, id) if id in corpus.claims else names.record(corpus, id) for id in some)
        for some in repairs
    )
    return f"Without {ways}{',' if len(repairs) > 1 else ''} the rest can stand."


def taken_loosely(findings: Examination, question: str | None, pairs: Sequence[Pair]) -> Said:
    """Claims that exclude each other on the narrow reading of their dates."""
    corpus, pair = findings.corpus, pairs[0]
    who = f"{names.joint(corpus, pair.a)} and {names.joint(corpus, pair.b)}"
    loosely = f"{who} can both be right only if their dates are taken loosely"
    headline = first_that_fits(
        names.headed(corpus, question, loosely) if question else sentence(loosely),
        "Two accounts can both be right only if their dates are taken loosely.",
    )
    is_asked = question is not None
    told = ", ".join(says(findings, id, question, is_asked=is_asked) for id in (pair.a, pair.b))
    said = [sentence(told)]
    if len(pairs) > 1:
        more = len(pairs) - 1
        said.append(
            f"{capital(spelt(more))} further {many(more, 'pair')} of accounts stand{'s' if more == 1 else ''} so."
        )
    return headline, ground(said)


# Figures and misprints.


def figures(findings: Examination, refused: Sequence[Reckoning], misprints: Sequence[str]) -> Said:
    """What does not add up, and what is held to be a misprint."""
    corpus = findings.corpus
    told = [*map(figure_briefly, refused), *(_misprint(findings, id) for id in misprints)]
    if len(told) == 1:
        return first_that_fits(sentence(told[0]), "One figure does not add up."), ""
    headline = first_that_fits(sentence(told[0]), "Some figures do not add up.")
    where = dict.fromkeys(
        names.source(corpus, figure.source) for one in refused if (figure := corpus.figures[one.figure]).source
    )
    stands = [f"the figures stand in {listed(where)}"] if where and len(refused) == len(told) == 2 else []
    return headline, ground(sentence(one) for one in [*told[1:3], *stands])


def figure_briefly(found: Reckoning) -> str:
    """A figure that does not come to what is stated: "121 of 3,240 is 3.73 per cent, not 3.37"."""
    numbers = [in_digits(number.value, number.places) for _, number in found.operands]
    assert found.right is not None and found.stated is not None, "a refused figure states a result that it has not"
    right, stated = (in_digits(value, found.stated.places) for value in (found.right, found.stated.value))
    match found.operation:
        case Operation.PERCENTAGE:
            return f"{numbers[0]} of {numbers[1]} is {right} per cent, not {stated}"
        case Operation.SUM:
            missing = found.stated.value - found.right
            how = f"{in_digits(abs(missing), found.stated.places)} too {'few' if missing > 0 else 'many'}"
            return f"the parts of {stated} add up to {right}, {how}"
        case Operation.DIFFERENCE:
            return f"{numbers[0]} less {numbers[1]} is {right}, not {stated}"
        case Operation.PER_UNIT:
            return f"{numbers[0]} divided by {numbers[1]} is {right}, not {stated}"


def _misprint(findings: Examination, id: str) -> str:
    stands = names.source(findings.corpus, findings.corpus.claims[id].source)
    where = f"in {stands}" if stands else f"of {names.joint(findings.corpus, id)}"
    return f"{answer(findings, id)} {where} is held to be a misprint"


def refused(found: Iterable[Reckoning]) -> Iterator[Reckoning]:
    """The figures that do not come to what is stated."""
    return (one for one in found if one.outcome is Outcome.REFUSED)
