"""How one account stands to the record, and which limits the record leaves.

Belongs here: the words of each standing, in one table, and the sentence with the deciding record. Does not belong
here: positions (see `positions`), proofs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.when import Span
from claimcheck.dates.wording import span_in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Independence, Role, Row, Standing, Terminus
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.grammar import (
    capital,
    few,
    is_plural,
    listed,
    ordinal,
    plural,
    sentence,
    spelt,
    stopped,
)
from claimcheck.report.words.moments import limit_in_words
from claimcheck.report.words.nouns import event_met
from claimcheck.report.words.proofs import IN_PART

STANDING_WORDS = {
    Standing.INCONSISTENT: "impossible by itself",
    Standing.CONTRADICTED: "ruled out",
    Standing.CONTESTED: "contested",
    Standing.CORROBORATED: "borne out",
    Standing.CORROBORATED_IN_PART: "borne out in part",
    Standing.CONSISTENT: "open",
    Standing.NO_INDEPENDENT_RECORD: "open: no independent record",
    Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT: "known only through the claimant",
    Standing.NOT_COMPARED: "not compared",
}


def standing_says(findings: Examination, row: Row) -> str:
    """The standing of an account as a sentence, with the record that decides and everything that qualifies it."""
    corpus = findings.corpus
    said = [_plainly(findings, row)]
    if row.was_present:
        there: dict[str, dict[str, None]] = {}
        for who, event in row.was_present:
            there.setdefault(names.person(corpus, who), {})[event] = None
        for who, events in there.items():
            said.append(sentence(f"{who} was present at {few((event_met(corpus, id) for id in events), 3)}"))
    if row.strained:
        said.append(_narrowly(corpus, row))
    if row.if_bridge and row.verdict not in (Standing.CONTRADICTED, Standing.CONTESTED):
        said += under_says(corpus, "The record rules it out", row.if_bridge[0])
    return " ".join(said)


def _narrowly(corpus: Corpus, row: Row) -> str:
    """By which record an account is ruled out, with all dates taken narrowly."""
    of_record = (step.id or "" for role in (Role.RECORD, Role.GIVEN) for step in row.because if step.role is role)
    found = next((id for id in of_record if names.record_entry(corpus, id)), None)
    name = names.record(corpus, found) if found is not None else "the record"
    return f"With their dates taken narrowly, {name} {'rule' if is_plural(name) else 'rules'} it out."


_MOST_WORDS = 40  # of a sentence


def under_says(corpus: Corpus, said: str, bridges: Sequence[str]) -> Iterator[str]:
    """What is so under bridges together: "It is so if A and B."; where that is too long each in a sentence."""
    supposed = [names.bridge(corpus, id) for id in bridges]
    whole = stopped(f"{said} if {listed(supposed)}")
    if len(supposed) == 1 or len(whole.split()) <= _MOST_WORDS:
        yield whole
        return
    yield f"{said} under {spelt(len(supposed))} assumptions together."
    yield from (sentence(f"the {ordinal(number)} is that {one}") for number, one in enumerate(supposed, start=1))


def _plainly(findings: Examination, row: Row) -> str:
    match row.verdict:
        case Standing.INCONSISTENT:
            return "It cannot be true by itself, whatever the record says."
        case Standing.CONTRADICTED:
            said, are_many = _records(findings, row, Bearing.CONTRADICTS)
            return sentence(f"{said} {'rule' if are_many else 'rules'} it out")
        case Standing.CONTESTED:
            said, are_many = _records(findings, row, Bearing.CONTRADICTS, Bearing.CONTESTS)
            rule, is_itself = ("rule", "are themselves") if are_many else ("rules", "is itself")
            return sentence(f"{said} {rule} it out, but {is_itself} in conflict with other records")
        case Standing.CORROBORATED | Standing.CORROBORATED_IN_PART:
            return f"{_borne_out(findings, row)}{_independence(findings.corpus, row)}"
        case Standing.CONSISTENT if row.independence is Independence.DEPENDENT:
            return "It agrees with the record because it was taken from it; that confirms nothing."
        case Standing.CONSISTENT:
            fit = sum(bearing is Bearing.CONSISTENT for _, bearing in row.records)
            verb = "is" if fit == 1 else "are"
            return (
                f"The record neither confirms nor excludes it; {plural(fit, 'record')} {verb} consistent with it."
            )
        case Standing.NO_INDEPENDENT_RECORD:
            return "What bears on it stands in its own source; nothing independent confirms it."
        case Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT:
            who = names.claimants(findings.corpus, row.claim)
            several = names.are_many(findings.corpus, findings.corpus.claims[row.claim].by)
            return f"Nothing in the record bears on it; only {who} {'attest' if several else 'attests'} it."
        case _:
            return "It states nothing that can be tested against the record."


_DECIDING = (Bearing.CONTRADICTS, Bearing.CONTESTS, Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART)


def deciding(findings: Examination, row: Row) -> str:
    """The record that decides and how many more do, for a cell; of what is open how many records bear on it."""
    ids = names.documented_first(findings.corpus, (id for id, bearing in row.records if bearing in _DECIDING))
    if not ids:
        return plural(len(row.records), "record") if row.records else ""
    return f"{names.record(findings.corpus, ids[0])}{f' +{len(ids) - 1}' if ids[1:] else ''}"


def _records(findings: Examination, row: Row, *bearings: Bearing) -> tuple[str, bool]:
    """The first record and how many further ones there are, and whether the verb is in the plural."""
    corpus = findings.corpus
    ids = names.documented_first(corpus, (id for id, bearing in row.records if bearing in bearings))
    if not ids:
        return "Its own anchors", True
    more = f" and {plural(len(ids) - 1, 'further record')}" if ids[1:] else ""
    name = names.record(corpus, ids[0])
    return f"{name}{more}", bool(more) or is_plural(name)


def _borne_out(findings: Examination, row: Row) -> str:
    said, are_many = _records(findings, row, Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART)
    bears = f"{said} {'bear' if are_many else 'bears'}"
    parts = listed(IN_PART.get(id, id) for id in row.in_part)
    if row.verdict is Standing.CORROBORATED_IN_PART and parts:
        return sentence(f"{bears} out {parts}")
    return sentence(f"{bears} it out")


def _independence(corpus: Corpus, row: Row) -> str:
    relays = (
        f"; both reach us through {few((names.source(corpus, id) for id in row.relays), 2)}" if row.relays else ""
    )
    said = {
        Independence.STATED: "They are stated to be independent",
        Independence.NOT_SHOWN: "That they are independent is not shown",
        Independence.DEPENDENT: "They are not independent, so that this confirms nothing",
    }
    return f" {said[row.independence]}{relays}." if row.independence is not None else ""


def limits_say(findings: Examination) -> Iterator[tuple[str, str]]:
    """What the record leaves of what each question asks for, and of each event: what, and its limits."""
    for terminus in findings.termini:
        if (terminus.post_quem, terminus.ante_quem) != (None, None):
            yield capital(limited(findings.corpus, terminus)), terminus_says(findings.corpus, terminus)


def limited(corpus: Corpus, terminus: Terminus) -> str:
    """What a pair of limits is of: the question, or the event."""
    if terminus.question is not None:
        return names.asked(corpus, terminus.question)
    id = terminus.subject.id
    return (
        names.kind(corpus, id) if terminus.subject.form in ("first", "last", "some") else names.event(corpus, id)
    )


def terminus_says(corpus: Corpus, terminus: Terminus) -> str:
    """The limits: "31 March to 1 May 1402", "no later than 1 May 1402"."""
    post, ante = terminus.post_quem, terminus.ante_quem
    style = style_of_deductions(corpus)
    if post is not None and ante is not None and post < ante:
        return span_in_words(Span(post, ante), style)
    limits = [f"not before {limit_in_words(post, terminus.unit, True, style)}"] if post is not None else []
    if ante is not None:
        limits.append(f"no later than {limit_in_words(ante, terminus.unit, False, style)}")
    return "; ".join(limits) or "no limit"
