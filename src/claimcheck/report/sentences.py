"""What was found, in plain sentences: one function for each kind of finding.

Belongs here: the wording of verdicts, standings, conflicts, schools and limits, in English. Does not belong
here: derivations (see `reasons`), the choice and order of findings (see `telling` and `sections`), escaping.

A sentence never says more than the verdict: agreement is worded to its dimension, corroboration names its
independence, a conflict on the narrow reading or under a bridge says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.corpus.entries import Claim, Corpus, Statement
from claimcheck.engine.findings import (
    Bearing,
    Conflict,
    Dimension,
    Findings,
    Independence,
    Pair,
    Row,
    School,
    Standing,
    Terminus,
    Verdict,
)
from claimcheck.engine.perspective import Perspective
from claimcheck.report.moments import gap_in_words, limit_in_words
from claimcheck.report.naming import (
    assumption,
    bridge_says,
    claimants_of,
    event_label,
    kind_label,
    listed,
    question_text,
    quoted,
    record_of,
    source_of,
)
from claimcheck.report.reasons import answer_says, claim_says, record_says

IN_PART = {
    "value": "the value",
    "within-date": "that it happened within the date given",
    "none-before": "that none came before",
    "none-after": "that none came after",
    "not-later": "that it was no later",
    "not-earlier": "that it was no earlier",
    "existence": "that it happened",
}


# ------------------------------------------------------------------------------------------ perspective


def perspective_says(corpus: Corpus, perspective: Perspective, set_aside: Sequence[str] = ()) -> str:
    """From where one looks, where that changes anything; empty for the plain perspective."""
    seen: list[str] = []
    if perspective.bases == frozenset(("documented",)):
        seen.append("only what is documented counts as record, not what is narrated")
    if perspective.trusted_ids:
        seen.append(f"what {listed(map(str, perspective.trusted_ids))} states counts as record")
    if perspective.without:
        seen.append(f"without {listed(perspective.without)} and what rests on nothing else")
    if perspective.bridges:
        supposed = listed(bridge_says(corpus, id) for id in perspective.bridges)
        seen.append(f"supposing {supposed}")
    if perspective.as_of is not None:
        aside = f" (set aside: {listed(set_aside)})" if set_aside else ""
        seen.append(f"as of {perspective.as_of}{aside}")
    return f"Seen from here: {'; '.join(seen)}." if seen else ""


def count_says(corpus: Corpus, findings: Findings) -> str:
    """What was compared, and how much of it is at odds: "31 claims on 9 questions, 24 records: …"."""
    records = sum(len(event.records) for event in corpus.events.values())
    ruled_out = sum(row.verdict is Standing.CONTRADICTED for row in findings.rows)
    pairs = sum(pair.verdict is Verdict.CONTRADICTS for pair in findings.pairs)
    compared = (
        f"{_count(len(findings.rows), 'claim')} on {_count(len(corpus.questions), 'question')}, "
        f"{_count(records, 'record')}"
    )
    against = f"the record rules out {ruled_out or 'none'}; {_count(pairs, 'pair')} of claims cannot both be true"
    incomplete = "" if findings.complete else " The search was cut short: there may be more."
    return f"{compared}: {against}.{incomplete}"


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


# ---------------------------------------------------------------------------------------------- claims


def answer_of(corpus: Corpus, claim: Claim, question: str | None = None) -> str:
    """What a claim answers, short enough for a sentence: its date or value as written and as read."""
    for statement in claim.statements:
        if question is None or statement.question == question:
            return _with_stance(claim, answer_says(corpus, statement))
    return _unstated(claim)


def answer_as_written(corpus: Corpus, claim: Claim, statement: Statement | None) -> str:
    """What a claim answers in its own words, for a cell beside its reading."""
    return (
        _unstated(claim) if statement is None else _with_stance(claim, answer_says(corpus, statement, read=False))
    )


def _with_stance(claim: Claim, said: str) -> str:
    denied = {"denies": "not ", "doubts": "doubts: ", "rejects": "rejects the question: "}
    hedge = f" ({quoted(claim.hedge)})" if claim.hedge else ""
    return f"{denied.get(claim.stance, '')}{said}{hedge}"


def _unstated(claim: Claim) -> str:
    if claim.disputes:
        return f"disputes {listed(claim.disputes)}"
    if claim.reports:
        return f"reports {listed(claim.reports)}"
    return quoted(claim.says or claim.quote or claim.id)


def contrast(corpus: Corpus, a: Claim, b: Claim, question: str | None) -> str:
    """Two claims side by side: under the question that they share, or each in a clause of its own."""
    if question is not None and question in corpus.questions:
        return (
            f"{question_text(corpus, question)} According to {claimants_of(corpus, a)}: "
            f"{answer_of(corpus, a, question)}; according to {claimants_of(corpus, b)}: "
            f"{answer_of(corpus, b, question)}."
        )
    second = claim_says(corpus, b)
    return f"{claim_says(corpus, a)}; {second[:1].lower()}{second[1:]}."


# ----------------------------------------------------------------------------------- claim against claim


def pair_says(corpus: Corpus, pair: Pair) -> str:
    """How two claims stand to each other, with what each says."""
    a, b = corpus.claims[pair.a], corpus.claims[pair.b]
    return " ".join(text for text in (contrast(corpus, a, b, pair.question), verdict_says(corpus, pair)) if text)


def verdict_says(corpus: Corpus, pair: Pair) -> str:
    """The verdict on two claims as a sentence, with everything that qualifies it."""
    said = [_plain_verdict(pair)]
    if pair.unless:
        said.append(f"It does not hold {_either(corpus, pair.unless)}.")
    if pair.strained:
        said.append("On the narrow reading of the dates, though, both cannot be true.")
    if pair.if_bridge and pair.verdict is not Verdict.CONTRADICTS:
        said.append(f"Both cannot be true {_either(corpus, pair.if_bridge)}.")
    return " ".join(said)


def _plain_verdict(pair: Pair) -> str:
    what = pair.dimension or Dimension.DATE
    match pair.verdict:
        case Verdict.CONTRADICTS:
            apart = f": they are {gap_in_words(pair.gap)} apart" if pair.gap is not None else ""
            if apart and pair.gap is not None and pair.gap.days == 0 and pair.gap.first <= pair.gap.last:
                apart = ""
            across = "" if pair.question is not None else ", though they answer different questions"
            return f"Both cannot be true{across}{apart}."
        case Verdict.DIFFERS_IN_TIME:
            return "Both can be true, one after the other: a succession, not a conflict."
        case Verdict.AGREES:
            same = {
                Dimension.DATE: "They give the same date.",
                Dimension.VALUE: "They name the same value.",
                Dimension.EXISTENCE: "They agree on whether it happened.",
            }
            return same[what]
        case Verdict.REFINES:
            return f"The first is the more precise, as to the {_matter(what)}."
        case Verdict.REFINED_BY:
            return f"The second is the more precise, as to the {_matter(what)}."
        case Verdict.UNDETERMINED:
            return "Nothing sets a limit to one of them, so nothing can be said."
        case Verdict.OVERLAPS:
            return f"Both can be true; as to the {_matter(what)}, neither follows from the other."
        case Verdict.DIFFERENT_QUESTIONS:
            return "They answer different questions and are no rivals; both can be true."
        case Verdict.NOT_COMPARED:
            return "They are not compared: one of them states nothing that can be tested."


def _matter(dimension: Dimension) -> str:
    return "question whether it happened" if dimension is Dimension.EXISTENCE else str(dimension)


def verdict_words(pair: Pair) -> str:
    """The verdict for a cell: "contradicts (date)", "agrees (date), strained"."""
    words = str(pair.verdict).replace("-", " ")
    if pair.dimension is not None:
        words += f" ({pair.dimension})"
    return f"{words}, strained" if pair.strained else words


def _either(corpus: Corpus, sets: Sequence[Sequence[str]]) -> str:
    """The smallest sets of assumptions as conditions: "if “…” (one-text), or if reading 2 of x"."""
    return ", or ".join(f"if {listed(assumption(corpus, id) for id in found)}" for found in sets)


def supposition(corpus: Corpus, found: Sequence[str]) -> str:
    """One set of assumptions as a condition: "If “…” (one-text)"."""
    said = _either(corpus, [found])
    return said[:1].upper() + said[1:]


# ---------------------------------------------------------------------------------- claim against record


def row_says(corpus: Corpus, row: Row) -> str:
    """How a claim stands to the record, with what it says and the records that decide."""
    claim = corpus.claims[row.claim]
    if row.question is not None and row.question in corpus.questions:
        said = (
            f"{question_text(corpus, row.question)} According to {claimants_of(corpus, claim)}: "
            f"{answer_of(corpus, claim, row.question)}."
        )
    else:
        said = f"{claim_says(corpus, claim)}."
    return f"{said} {standing_says(corpus, row)}"


def standing_says(corpus: Corpus, row: Row) -> str:
    """The standing of a claim as a sentence, with everything that qualifies it."""
    said = [_plain_standing(corpus, row)]
    if row.strained:
        said.append("On the narrow reading of the dates, though, the record rules it out.")
    if row.if_bridge and row.verdict not in (Standing.CONTRADICTED, Standing.CONTESTED):
        said.append(f"The record rules it out {_either(corpus, row.if_bridge)}.")
    return " ".join(said)


def _plain_standing(corpus: Corpus, row: Row) -> str:
    match row.verdict:
        case Standing.CONTRADICTED:
            return f"The record rules it out: {_records(corpus, row, (Bearing.CONTRADICTS,))}."
        case Standing.CONTESTED:
            records = _records(corpus, row, (Bearing.CONTRADICTS, Bearing.CONTESTS))
            return f"Only records that are themselves in conflict rule it out: {records}."
        case Standing.CORROBORATED | Standing.CORROBORATED_IN_PART:
            records = _records(corpus, row, (Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART))
            part = ""
            if row.verdict is Standing.CORROBORATED_IN_PART:
                part = f" in part ({listed(IN_PART.get(id, id) for id in row.in_part)})"
            return f"The record bears it out{part}: {records}. {independence_says(corpus, row)}".rstrip()
        case Standing.CONSISTENT:
            return "It fits the record, which neither bears it out nor rules it out."
        case Standing.NO_INDEPENDENT_RECORD:
            return "What bears on it stands in its own source, so nothing independent bears it out."
        case Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT:
            return "Nothing in the record bears on it: it is known only through the claimant."
        case Standing.NOT_COMPARED:
            return "It states nothing that can be tested against the record."


def independence_says(corpus: Corpus, row: Row) -> str:
    """How independent a corroboration is, and through which works both sides reached us."""
    relays = ""
    if row.relays:
        relays = f"both came to us through {listed(source_of(corpus, id, None) for id in row.relays)}"
    stated = {
        Independence.STATED: "The two are stated to be independent",
        Independence.NOT_SHOWN: "The two are not shown to be independent",
        Independence.DEPENDENT: "The two are not independent, so this counts for nothing",
    }
    if row.independence is None:
        return f"{relays[:1].upper()}{relays[1:]}." if relays else ""
    return f"{stated[row.independence]}{'; ' + relays if relays else ''}."


SHOWN_RECORDS = 2  # in a sentence; the line-up lists all of them


def _records(corpus: Corpus, row: Row, bearings: Sequence[Bearing]) -> str:
    found = [id for id, bearing in row.records if bearing in bearings]
    said = []
    for id in found[:SHOWN_RECORDS]:
        record = record_of(corpus, id)
        stated = source_of(corpus, record.source, record.locator) if record is not None else ""
        said.append(f"{record_says(corpus, id)} ({stated})" if stated else record_says(corpus, id))
    if len(found) > SHOWN_RECORDS:
        said.append(f"and {len(found) - SHOWN_RECORDS} more")
    return "; ".join(said) if said else "see the reasons"


def standing_words(row: Row) -> str:
    """The standing for a cell: "corroborated in part: that it was no later"."""
    words = str(row.verdict).replace("-", " ")
    if row.in_part:
        words += f": {listed(IN_PART.get(id, id) for id in row.in_part)}"
    return f"{words} (strained)" if row.strained else words


def independence_words(row: Row) -> str:
    """The independence of a corroboration for a cell, with the relays that both sides share."""
    if row.independence is None:
        return ""
    relays = f"; both through {listed(row.relays)}" if row.relays else ""
    return f"{str(row.independence).replace('-', ' ')}{relays}"


# -------------------------------------------------------------------------------------------- together


def conflict_says(corpus: Corpus, conflict: Conflict) -> str:
    """A minimal conflict: who cannot all be right, and under which assumptions."""
    members = [
        f"{claim_says(corpus, corpus.claims[id])} ({id})"
        if id in corpus.claims
        else f"{record_says(corpus, id)} ({id})"
        for id in conflict.members
    ]
    supposed = f"{supposition(corpus, conflict.bridges)}: " if conflict.bridges else ""
    if len(members) == 1:
        return f"{supposed}This cannot be true as it stands: {members[0]}."
    fewer = "all be true, though any fewer could" if len(members) > 2 else "both be true"
    return f"{supposed}These cannot {fewer}: {'; '.join(members)}."


def repairs_say(repairs: Sequence[Sequence[str]]) -> str:
    """What would have to be given up: "Giving up a, or b and c, leaves no conflict"."""
    if not repairs:
        return ""
    return f"Giving up {', or '.join(listed(found) for found in repairs)} leaves no conflict."


def school_says(corpus: Corpus, school: School) -> str:
    """A school: what it holds and what it gives up, each claim with who makes it."""
    given_up = f" It gives up {_by_name(corpus, school.gives_up)}." if school.gives_up else ""
    return f"Holds {_by_name(corpus, school.holds)}.{given_up}"


def _by_name(corpus: Corpus, ids: Sequence[str]) -> str:
    return listed(f"{id} ({claimants_of(corpus, corpus.claims[id])})" if id in corpus.claims else id for id in ids)


def terminus_says(corpus: Corpus, terminus: Terminus) -> str:
    """The limits that the record leaves: "not before 31 October 1955; no later than 1 February 1956"."""
    limits = []
    if terminus.post_quem is not None:
        limits.append(f"not before {limit_in_words(terminus.post_quem, terminus.unit, True)}")
    if terminus.ante_quem is not None:
        limits.append(f"no later than {limit_in_words(terminus.ante_quem, terminus.unit, False)}")
    return "; ".join(limits) if limits else "no limit"


def subject_says(corpus: Corpus, terminus: Terminus) -> str:
    """What a pair of limits is about: the question, or the event."""
    if terminus.question is not None:
        return question_text(corpus, terminus.question)
    id = terminus.subject.id
    return (
        kind_label(corpus, id) if terminus.subject.form in ("first", "last", "some") else event_label(corpus, id)
    )
