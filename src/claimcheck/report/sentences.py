"""What was found, in plain sentences: one function for each kind of finding.

Belongs here: the wording of verdicts, standings, conflicts, schools and limits, in English. Does not belong
here: derivations (see `reasons`), the choice and order of findings (see `telling` and `sections`), escaping.

A sentence never says more than the verdict: agreement is worded to its dimension, corroboration names its
independence, a conflict on the narrow reading or under a bridge says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from claimcheck.corpus.entries import Claim, Corpus, Dated
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import (
    Cluster,
    Conflict,
    Dimension,
    Gap,
    Pair,
    School,
    Standing,
    Verdict,
)
from claimcheck.report.blocks import NO_SIGLA, Target, claims_called
from claimcheck.report.dating import as_written, dated_in
from claimcheck.report.moments import gap_in_words
from claimcheck.report.naming import assumption, claimants_of, question_text
from claimcheck.report.patterns import Pattern, are_many, matters_say
from claimcheck.report.reasons import Written, answer_says, claim_says, record_says
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words.grammar import listed, quoted

# Every two claims are always compared; what has a limit is the search for larger sets.
CUT_SHORT = "The search for conflicts of three and more stopped at its limit: there may be more of these."


def count_says(findings: Examination) -> str:
    """What was compared, and how much of it is at odds: "31 claims on 9 questions, 24 records: …"."""
    records = len(findings.view.records)
    ruled_out = sum(row.verdict is Standing.CONTRADICTED for row in findings.rows)
    pairs = sum(pair.verdict is Verdict.CONTRADICTS for pair in findings.pairs)
    incomplete = f" {CUT_SHORT}" if not findings.complete else ""
    return (
        f"{_count(len(findings.rows), 'claim')}, {_count(records, 'record')}: {_count(ruled_out, 'claim')} ruled "
        f"out by the record, {_count(pairs, 'pair')} at odds.{incomplete}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


# ---------------------------------------------------------------------------------------------- claims


def answer_of(findings: Examination, claim: Claim, question: str | None = None) -> str:
    """What a claim answers, short enough for a sentence: its date or value as written and as read."""

    def write(dated: Dated, reading: int) -> str:
        return as_written(findings, dated, reading, claim)

    return _answer(findings.corpus, claim, question, write)


def answer_as_written(corpus: Corpus, claim: Claim, question: str | None = None) -> str:
    """What a claim answers in its own words alone, for a list or for a cell beside its reading."""
    return _answer(corpus, claim, question, lambda dated, _: quoted(dated.text))


def _answer(corpus: Corpus, claim: Claim, question: str | None, write: Written) -> str:
    hedge = f" (hedged: {quoted(claim.hedge)})" if claim.hedge else ""
    for statement in claim.statements:
        if question is None or statement.question == question:
            denied = {"denies": "not ", "doubts": "doubts: ", "rejects": "rejects the question: "}
            return f"{denied.get(claim.stance, '')}{answer_says(corpus, statement, write)}{hedge}"
    if claim.disputes:
        return f"that it is not as {listed(claim.disputes)} has it{hedge}"
    if claim.reports:
        return f"reports {listed(claim.reports)}{hedge}"
    return f"{quoted(claim.says or claim.quote or claim.id)}{hedge}"


def brief(corpus: Corpus, claims: Sequence[Claim], most: int = 3) -> str:
    """Claims in a list, one of each claimant: "V. Naumov (“late October 1955”), P. Barsov (“1956”) and 4 more"."""
    named: dict[str, str] = {}
    for claim in claims:
        if len(named) < most:
            named.setdefault(claimants_of(corpus, claim), _gist(corpus, claim))
    left = len(claims) - len(named)
    said = [f"{name} ({gist})" for name, gist in named.items()]
    said += [f"{left} more"] if left else []
    if any("," in name for name in named):
        return "; ".join(said[:-1]) + f"; and {said[-1]}" if len(said) > 1 else said[0]
    return listed(said)


def _gist(corpus: Corpus, claim: Claim) -> str:
    """The date or value of a claim in its own words, without what it is the date or value of."""
    stated = claim.statements[0] if claim.statements else None
    dated = dated_in(stated) if stated is not None else None
    hedge = f", hedged {quoted(claim.hedge)}" if claim.hedge else ""
    if stated is not None and stated.value:
        return f"{listed(quoted(value) for value in stated.value)}{hedge}"
    if dated is not None and stated is not None and stated.none is None and claim.stance == "asserts":
        return f"{quoted(dated.text)}{hedge}"
    return answer_as_written(corpus, claim)


def answered(findings: Examination, claim: Claim, question: str | None = None) -> str:
    """A claim under the question it answers, or as a clause of its own; without a full stop."""
    corpus = findings.corpus
    if question is None:
        question = next((statement.question for statement in claim.statements if statement.question), None)
    if question is None or question not in corpus.questions:
        return claim_says(corpus, claim)
    who = claimants_of(corpus, claim)
    return f"{question_text(corpus, question)} According to {who}: {answer_of(findings, claim, question)}"


def contrast(findings: Examination, a: Claim, b: Claim, question: str | None, *, in_full: bool = False) -> str:
    """Two claims side by side: under the question that they share, or each under its own.

    `in_full`: all parts of a claim that has several, since it need not be its answer that is at issue.
    """
    corpus = findings.corpus
    if in_full and any(len(claim.statements) > 1 for claim in (a, b)):
        return f"{claim_says(corpus, a)}. {claim_says(corpus, b)}."
    first = answered(findings, a, question)
    if question is not None and question in corpus.questions:
        return f"{first}; according to {claimants_of(corpus, b)}: {answer_of(findings, b, question)}."
    return f"{first}. {answered(findings, b)}."


# ----------------------------------------------------------------------------------- claim against claim


def pair_says(findings: Examination, pair: Pair) -> str:
    """How two claims stand to each other, with what each says."""
    corpus = findings.corpus
    a, b = corpus.claims[pair.a], corpus.claims[pair.b]
    sides = contrast(findings, a, b, pair.question, in_full=pair.dimension is Dimension.EXISTENCE)
    return " ".join(text for text in (sides, verdict_says(corpus, pair)) if text)


def verdict_says(corpus: Corpus, pair: Pair) -> str:
    """The verdict on two claims as a sentence, with everything that qualifies it."""
    said = [_plain_verdict(corpus, pair)]
    if pair.unless:
        said.append(f"It does not hold {either(corpus, pair.unless)}.")
    if pair.strained:
        said.append("On the narrow reading of the dates, though, both cannot be true.")
    if pair.if_bridge and pair.verdict is not Verdict.CONTRADICTS:
        said.append(f"Both cannot be true {either(corpus, pair.if_bridge)}.")
    return " ".join(said)


NO_RIVALS = "They answer different questions and are no rivals; both can be true."
ACROSS = "Both cannot be true, though they answer different questions"


def is_gap_told(gap: Gap) -> bool:
    """Whether there is a stretch between the two that can be named."""
    return bool(gap.days) or gap.first > gap.last


def _plain_verdict(corpus: Corpus, pair: Pair) -> str:
    what = pair.dimension or Dimension.DATE
    match pair.verdict:
        case Verdict.CONTRADICTS:
            apart = ""
            if pair.gap is not None and is_gap_told(pair.gap):
                apart = f": they are {gap_in_words(pair.gap, style_of_deductions(corpus))} apart"
            return f"{'Both cannot be true' if pair.question is not None else ACROSS}{apart}."
        case Verdict.DIFFERS_IN_TIME:
            return "Both can be true, one after the other: a succession, not a conflict."
        case Verdict.AGREES:
            same = {
                Dimension.DATE: "They give the same date.",
                Dimension.VALUE: "They name the same value.",
                Dimension.EXISTENCE: "They agree on whether it happened.",
            }
            if what is Dimension.DATE and all(_is_value(corpus, id) for id in (pair.a, pair.b)):
                return "They name the same value, from the same date."
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
            return NO_RIVALS
        case Verdict.NOT_COMPARED:
            return "They are not compared: one of them states nothing that can be tested."


def _is_value(corpus: Corpus, id: str) -> bool:
    claim = corpus.claims.get(id)
    return claim is not None and any(statement.value for statement in claim.statements)


def _matter(dimension: Dimension) -> str:
    return "question whether it happened" if dimension is Dimension.EXISTENCE else str(dimension)


def verdict_words(pair: Pair) -> str:
    """The verdict for a cell: "contradicts (date)", "agrees (date), strained"."""
    words = str(pair.verdict).replace("-", " ")
    if pair.dimension is not None:
        words += f" ({pair.dimension})"
    return f"{words}, strained" if pair.strained else words


def either(corpus: Corpus, sets: Sequence[Sequence[str]]) -> str:
    """The smallest sets of assumptions as conditions: "if “…” (one-text), or if reading 2 of x"."""
    return ", or ".join(f"if {listed(assumption(corpus, id) for id in found)}" for found in sets)


def supposition(corpus: Corpus, found: Sequence[str]) -> str:
    """One set of assumptions as a condition: "If “…” (one-text)"."""
    said = either(corpus, [found])
    return said[:1].upper() + said[1:]


# -------------------------------------------------------------------------------------------- together


def conflict_says(corpus: Corpus, conflict: Conflict) -> str:
    """A minimal conflict: who cannot all be right, and under which assumptions."""
    return _conflict(corpus, conflict, [_member(corpus, id) for id in conflict.members])


def conflict_named(corpus: Corpus, conflict: Conflict) -> str:
    """A minimal conflict by the ids of its members, for a heading over its chain."""
    return _conflict(corpus, conflict, list(conflict.members))


def _member(corpus: Corpus, id: str) -> str:
    if id not in corpus.claims:
        return f"{record_says(corpus, id)} ({id})"
    said = claim_says(corpus, corpus.claims[id])
    return f"{said[:1].lower()}{said[1:]} ({id})"


def _conflict(corpus: Corpus, conflict: Conflict, members: Sequence[str]) -> str:
    supposed = f"{supposition(corpus, conflict.bridges)}, " if conflict.bridges else ""
    if len(members) == 1:
        return f"{supposed}This cannot be true as it stands: {members[0]}."
    fewer = "all be true, though any fewer could" if len(members) > 2 else "both be true"
    these = "these" if supposed else "These"
    return f"{supposed}{these} cannot {fewer}: {'; '.join(members)}."


def repairs_say(repairs: Sequence[Sequence[str]], of: int = 1) -> str:
    """What would have to be given up: "Giving up a, or b and c, leaves no conflict".

    Repairs that are many or long are those of a tangle and are counted here; `tangle_repairs_say` tells them.
    `of` is the number of conflicts that hang together, and that they mend.
    """
    if not repairs or are_many(repairs):
        return ""
    left = "no conflict" if of == 1 else f"none of the {of} conflicts that hang together here"
    ways = ", or ".join(listed(found) for found in repairs)
    return f"Giving up {ways}{',' if len(repairs) > 1 else ''} leaves {left}."


def repairs_by_conflict(findings: Examination) -> dict[int, str]:
    """What mends each tangle, by the number of its first conflict: said once, where the tangle begins."""
    return {
        cluster.conflicts[0]: repairs_say(cluster.repairs, len(cluster.conflicts))
        for cluster in findings.clusters
        if cluster.conflicts
    }


def repairs_of(findings: Examination, conflict: Conflict) -> str:
    """What mends the tangle that a conflict is part of."""
    of = sum(other.repairs == conflict.repairs for other in findings.conflicts)
    return repairs_say(conflict.repairs, of)


def tangle_repairs_say(cluster: Cluster) -> str:
    """What would have to be given up where that is many or long: what every repair names, and the first's rest."""
    repairs, least = cluster.repairs, len(cluster.repairs[0])
    common = [id for id in repairs[0] if all(id in repair for repair in repairs)]
    rest = [id for id in repairs[0] if id not in common]
    ways = "in one way" if len(repairs) == 1 else f"in {len(repairs)} ways"
    found = "" if cluster.complete else " that were found"
    said = (
        f"To leave none of the {_count(len(cluster.conflicts), 'conflict')}{found} among these "
        f"{_count(len(cluster.claims), 'claim')}, no fewer than {least} members would have to be given up, {ways}."
    )
    if common:
        said += f" {'It gives' if len(repairs) == 1 else 'All give'} up {listed(common)}."
    if rest:
        said += f" The first gives up {listed(rest)} besides; the JSON has all."
    return said


def pattern_says(corpus: Corpus, pattern: Pattern, *, is_whole: bool = True) -> str:
    """Conflicts of one pattern in a sentence: how many sets there are, on what, and one of them.

    `is_whole` where all conflicts are known; else there are at least so many.
    """
    conflict = pattern.conflicts[0]
    size, number = len(conflict.members), len(pattern.conflicts)
    members = [
        f"{claimants_of(corpus, corpus.claims[id])} ({_gist(corpus, corpus.claims[id])})"
        if id in corpus.claims
        else f"{record_says(corpus, id)} ({id})"
        for id in conflict.members
    ]
    supposed = f"{supposition(corpus, conflict.bridges)}, " if conflict.bridges else ""
    fewer = "all be true, though any fewer could" if size > 2 else "both be true"
    least = "" if is_whole else "at least "
    return (
        f"{matters_say(pattern)}: {supposed}{least}{number} sets of {size} cannot {fewer}. "
        f"One of them: {'; '.join(members[:-1])}; and {members[-1]}."
    )


def school_says(
    corpus: Corpus, school: School, *, in_ids: bool = False, sigla: Mapping[Target, str] = NO_SIGLA
) -> str:
    """A school: what it holds, what it gives up, and which records it would have to set aside.

    `in_ids`: by the ids alone (or the `sigla`), where the names of thirty claimants would hide them.
    """
    holds, gives_up = (
        listed(claims_called(ids, sigla)) if in_ids else _by_name(corpus, ids, sigla)
        for ids in (school.holds, school.gives_up)
    )
    said = [f"Holds {holds}."] if holds else []
    if gives_up:
        said.append(f"Gives up {gives_up}.")
    if school.against_record:
        noun = "record" if len(school.against_record) == 1 else "records"
        said.append(f"It would have to set aside the {noun} {listed(school.against_record)}.")
    return " ".join(said)


def common_school(schools: Sequence[School]) -> tuple[School, tuple[School, ...]]:
    """What all the schools hold, give up and set aside; and of each of them the rest."""

    def common(name: Literal["holds", "gives_up", "against_record"]) -> tuple[str, ...]:
        first: tuple[str, ...] = getattr(schools[0], name)
        return tuple(id for id in first if all(id in getattr(school, name) for school in schools))

    shared = School(common("holds"), common("gives_up"), common("against_record"))
    return shared, tuple(
        School(
            tuple(id for id in school.holds if id not in shared.holds),
            tuple(id for id in school.gives_up if id not in shared.gives_up),
            tuple(id for id in school.against_record if id not in shared.against_record),
        )
        for school in schools
    )


def _by_name(corpus: Corpus, ids: Sequence[str], sigla: Mapping[Target, str]) -> str:
    named = zip(ids, claims_called(ids, sigla), strict=True)
    return listed(
        f"{name} ({claimants_of(corpus, corpus.claims[id])})" if id in corpus.claims else id for id, name in named
    )
