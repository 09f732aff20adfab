"""How claims stand to the record, and what limits the record leaves, in plain sentences.

Belongs here: the wording of standings, independence and limits, in English. Does not belong here: claims
against claims (see `sentences`), derivations (see `reasons`), escaping.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.when import Span
from claimcheck.dates.wording import span_in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Independence, Row, Standing, Terminus
from claimcheck.report.dating import as_read
from claimcheck.report.moments import limit_in_words
from claimcheck.report.naming import (
    event_label,
    kind_label,
    question_text,
    record_label,
    record_of,
    record_place,
    source_of,
)
from claimcheck.report.reasons import record_says
from claimcheck.report.sentences import answered, either
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words.grammar import listed, quoted

IN_PART = {
    "value": "the value",
    "within-date": "that it happened within the date given",
    "none-before": "that none came before",
    "none-after": "that none came after",
    "not-later": "that it was no later",
    "not-earlier": "that it was no earlier",
    "existence": "that it happened",
}


def row_says(findings: Examination, row: Row) -> str:
    """How a claim stands to the record, with what it says and the records that decide."""
    return f"{answered(findings, findings.corpus.claims[row.claim], row.question)}. {standing_says(findings, row)}"


def standing_says(findings: Examination, row: Row, *, by_record: bool = True) -> str:
    """The standing of a claim as a sentence, with everything that qualifies it.

    `by_record`: naming a record that bears it out; else whoever calls names them all.
    """
    said = [_plain_standing(findings, row, by_record)]
    if row.strained:
        said.append("On the narrow reading of the dates, though, the record rules it out.")
    if row.if_bridge and row.verdict not in (Standing.CONTRADICTED, Standing.CONTESTED):
        said.append(f"The record rules it out {either(findings.corpus, row.if_bridge)}.")
    return " ".join(said)


def _plain_standing(findings: Examination, row: Row, by_record: bool) -> str:
    match row.verdict:
        case Standing.CONTRADICTED:
            ruled_out = f"The record rules it out: {_records(findings, row, (Bearing.CONTRADICTS,))}."
            return f"{ruled_out} {present_says(findings.corpus, row)}".rstrip()
        case Standing.CONTESTED:
            records = _records(findings, row, (Bearing.CONTRADICTS, Bearing.CONTESTS))
            return f"Only records that are themselves in conflict rule it out: {records}."
        case Standing.CORROBORATED | Standing.CORROBORATED_IN_PART:
            records = _records(findings, row, (Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART))
            part = ""
            if row.verdict is Standing.CORROBORATED_IN_PART:
                part = f" in part ({listed(IN_PART.get(id, id) for id in row.in_part)})"
            if not by_record and row.independence is Independence.NOT_SHOWN and not row.relays:
                in_part = " in part" if part else ""
                return f"The record bears it out{in_part}; independence is not shown."
            named = f": {records}" if by_record else ""
            return f"The record bears it out{part}{named}. {independence_says(findings.corpus, row)}".rstrip()
        case Standing.CONSISTENT if row.independence is Independence.DEPENDENT:
            return "It fits the record but rests on it, so nothing independent bears it out."
        case verdict:
            return PLAINLY[verdict]


def present_says(corpus: Corpus, row: Row) -> str:
    """Who of those who make the claim was at an event whose record rules it out; empty if nobody was."""
    events: dict[str, list[str]] = {}
    for who, event in row.was_present:
        claimant = corpus.claimants.get(who)
        events.setdefault(event, []).append(" ".join((claimant.name if claimant is not None else who).split()))
    return " ".join(
        f"{listed(names)} {'was' if len(names) == 1 else 'were'} present at {event_label(corpus, event)}."
        for event, names in events.items()
    )


STANDING_SIGNS = {
    Standing.INCONSISTENT: "⊗",
    Standing.CONTRADICTED: "×",
    Standing.CONTESTED: "÷",
    Standing.CORROBORATED: "=",
    Standing.CORROBORATED_IN_PART: "≈",
}
# The standings that mean the same of every claim.
PLAINLY = {
    Standing.INCONSISTENT: "It cannot be true by itself, whatever the record says.",
    Standing.CONSISTENT: "It fits the record, which neither bears it out nor rules it out.",
    Standing.NO_INDEPENDENT_RECORD: (
        "What bears on it stands in its own source, so nothing independent bears it out."
    ),
    Standing.KNOWN_ONLY_THROUGH_THE_CLAIMANT: (
        "Nothing in the record bears on it: it is known only through the claimant."
    ),
    Standing.NOT_COMPARED: "It states nothing that can be tested against the record.",
}


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


SHOWN_RECORDS = 1  # in a sentence; the line-up lists all of them


def _records(findings: Examination, row: Row, bearings: Sequence[Bearing]) -> str:
    """The first of the records, and how many more there are; what is documented before what is only narrated."""
    found = [id for id, bearing in row.records if bearing in bearings]
    found.sort(key=lambda id: (record := record_of(findings.corpus, id)) is None or record.basis != "documented")
    said = "; ".join(record_brief(findings, id) for id in found[:SHOWN_RECORDS])
    left = len(found) - SHOWN_RECORDS
    if left > 0:
        said += f"; and {left} more record{'' if left == 1 else 's'}"
    return said or "see the reasons"


def record_brief(findings: Examination, id: str) -> str:
    """A record in a sentence: what it attests, when, and where and how it does."""
    corpus = findings.corpus
    record = record_of(corpus, id)
    if record is None or record.none is not None or record.not_when is not None:
        place = f" ({record_place(corpus, record)})" if record is not None else ""
        return f"{record_says(corpus, id)}{place}"
    date = ""
    if record.when is not None:
        date = f", {as_read(findings, record.when, 0, record) or quoted(record.when.text)}"
    hedge = f", hedged: {quoted(record.hedge)}" if record.hedge else ""
    stated = ", ".join(text for text in (record.basis, record_place(corpus, record)) if text)
    return f"{record_label(corpus, record)}{date} ({stated}{hedge})"


def standing_words(row: Row) -> str:
    """The standing for a cell: "corroborated in part: that it was no later"."""
    words = str(row.verdict).replace("-", " ")
    if row.in_part:
        words += f": {listed(IN_PART.get(id, id) for id in row.in_part)}"
    return f"{words} (strained)" if row.strained else words


def independence_words(row: Row) -> str:
    """The independence of a corroboration for a cell, with the relays that both sides share."""
    borne_out = row.verdict in (Standing.CORROBORATED, Standing.CORROBORATED_IN_PART)
    rests_on_it = row.verdict is Standing.CONSISTENT and row.independence is Independence.DEPENDENT
    if row.independence is None or not (borne_out or rests_on_it):
        return ""
    relays = f"; both through {listed(row.relays)}" if row.relays else ""
    return f"{str(row.independence).replace('-', ' ')}{relays}"


def terminus_says(corpus: Corpus, terminus: Terminus) -> str:
    """The limits that the record leaves: "not before 31 October 1955; no later than 1 February 1956"."""
    post, ante = terminus.post_quem, terminus.ante_quem
    style = style_of_deductions(corpus)
    if post is not None and ante is not None and post < ante:
        return span_in_words(Span(post, ante), style)
    limits = []
    if post is not None:
        limits.append(f"not before {limit_in_words(post, terminus.unit, True, style)}")
    if ante is not None:
        limits.append(f"no later than {limit_in_words(ante, terminus.unit, False, style)}")
    return "; ".join(limits) if limits else "no limit"


def subject_says(corpus: Corpus, terminus: Terminus) -> str:
    """What a pair of limits is about: the question, or the event."""
    if terminus.question is not None:
        return question_text(corpus, terminus.question)
    id = terminus.subject.id
    return (
        kind_label(corpus, id) if terminus.subject.form in ("first", "last", "some") else event_label(corpus, id)
    )
