"""Claims as linked data (TriG): who put forward what, each in a graph of its own; nothing is asserted in between.

Belongs here: the graph and its notation. Does not belong here: verdicts.

A claim is an attribute assignment (CIDOC CRM, E13) by its claimants, from its source (PROV). What it says stands
in a named graph, which its claimants believe (CRMinf, I2, J4); the default graph says of no event that it was.
A time is a time-span with an EDTF literal (P82, at some time within) and the wording. Pairs of claims are nodes
with their verdict, as the perspective sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from claimcheck.convert.dates_left import date_left
from claimcheck.corpus.entries import Claim, Dated, Record, Source, Statement
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Verdict

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "crminf": "http://www.cidoc-crm.org/extensions/crminf/",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "cc": "urn:claimcheck:vocabulary:",
}
_CONTROLS = re.compile(r'["\\\x00-\x1f\x7f]')


def trig_of(findings: Examination, base: str = "urn:claimcheck:corpus:") -> str:
    """The corpus in view as TriG; ids become IRIs under `base`."""
    return "".join(_lines(findings, base))


def _lines(findings: Examination, base: str) -> Iterator[str]:
    """The graph in pieces: prefixes, people, works, events, questions.

    Then each claim and record with its graph, and the pairs.
    """
    corpus, view = findings.corpus, findings.view

    def iri(sort: str, id: str) -> str:
        return f"<{base}{sort}:{quote(id, safe='')}>"

    for prefix, address in PREFIXES.items():
        yield f"@prefix {prefix}: <{address}> .\n"
    yield "\n"
    for claimant in corpus.claimants.values():
        yield f"{iri('claimant', claimant.id)} a crm:E39_Actor, prov:Agent ; rdfs:label {_text(claimant.name)} .\n"
    for source in corpus.sources.values():
        yield from _source(findings, source, iri("source", source.id), iri)
    for event in corpus.events.values():
        yield f"{iri('event', event.id)} rdfs:label {_text(event.label or event.id)} .\n"
    for question in corpus.questions.values():
        yield f"{iri('question', question.id)} a cc:Question ; rdfs:label {_text(question.ask)} .\n"
    verdicts = {row.claim: str(row.verdict) for row in findings.rows}
    for claim in view.claims:
        node, graph = iri("claim", claim.id), iri("graph", claim.id)
        authors = "".join(f" ; crm:P14_carried_out_by {iri('claimant', id)}" for id in claim.by)
        answers = {one.question for one in claim.statements if one.question is not None}
        asked = "".join(f" ; cc:answers {iri('question', id)}" for id in sorted(answers))
        said = f" ; dcterms:description {_text(claim.says)}" if claim.says else ""
        quoted = f" ; cc:quote {_text(claim.quote)}" if claim.quote else ""
        standing = f" ; cc:standing {_text(verdicts[claim.id])}" if claim.id in verdicts else ""
        yield (
            f"\n{node} a crm:E13_Attribute_Assignment, prov:Entity{authors}"
            f" ; prov:wasDerivedFrom {iri('source', claim.source)}{asked}{said}{quoted}{standing} .\n"
            f"{iri('belief', claim.id)} a crminf:I2_Belief ; crminf:J4_that {graph}"
            f" ; crminf:J5_holds_to_be {_text(claim.stance)} ; prov:wasAttributedTo {node} .\n"
            f"{graph} a crminf:I4_Proposition_Set .\n"
        )
        stated = "".join(
            line
            for number, one in enumerate(claim.statements, 1)
            for line in _statement(findings, claim, one, number, iri)
        )
        yield f"{graph} {{\n{stated}}}\n"
    for record in view.records:
        graph = iri("record-graph", record.id)
        yield (
            f"\n{iri('record', record.id)} a crm:E13_Attribute_Assignment, prov:Entity"
            f" ; cc:basis {_text(record.basis)}"
            f" ; crm:P140_assigned_attribute_to {iri('event', record.event)}"
            f" ; prov:wasDerivedFrom {iri('source', record.source)} ; crminf:J4_that {graph} .\n"
        )
        about, time = iri("event", record.event), iri("record-time", record.id)
        dated = "".join(_span(findings, about, time, record.when, record))
        yield f"{graph} {{\n{dated}}}\n"
    yield "\n"
    for number, pair in enumerate(findings.pairs, 1):
        gap = f" ; cc:gapInDays {pair.gap.days}" if pair.verdict is Verdict.CONTRADICTS and pair.gap else ""
        asked = f" ; cc:question {iri('question', pair.question)}" if pair.question is not None else ""
        yield (
            f"{iri('pair', str(number))} a cc:Pair ; cc:a {iri('claim', pair.a)} ; cc:b {iri('claim', pair.b)}"
            f" ; cc:verdict {_text(str(pair.verdict))}{asked}{gap} .\n"
        )


def _source(findings: Examination, source: Source, node: str, iri: object) -> Iterator[str]:
    assert callable(iri)
    title = f" ; dcterms:title {_text(source.title)}" if source.title else ""
    authors = "".join(f" ; dcterms:creator {iri('claimant', id)}" for id in source.author)
    rests = "".join(
        f" ; prov:wasDerivedFrom {iri('source' if id in findings.corpus.sources else 'claim', id)}"
        for id in source.rests_on
    )
    through = f" ; cc:through {iri('source', source.through.source)}" if source.through is not None else ""
    issued = date_left(findings, source.issued) if source.issued is not None else None
    dated = f' ; dcterms:issued "{issued.edtf}"^^edtf:EDTF' if issued is not None and issued.edtf else ""
    yield f"{node} a crm:E31_Document, prov:Entity{title}{authors}{dated}{rests}{through} .\n"


def _statement(findings: Examination, claim: Claim, one: Statement, number: int, iri: object) -> Iterator[str]:
    """What a part of a claim says, in its graph: of a named event, or of one that only the claim knows."""
    assert callable(iri)
    asked = findings.corpus.questions.get(one.question) if one.question is not None else None
    event = one.event or (asked.event if asked is not None else None)
    own = f"{claim.id}/{number}"
    node = iri("event", event) if event is not None else iri("said", own)
    if event is None:
        yield f"  {node} a crm:E5_Event .\n"
    for word in ("kind", "first", "last", "none"):
        id = getattr(one, word) or (getattr(asked, word, None) if asked is not None else None)
        if id is not None:
            yield f"  {node} cc:{word} {iri('kind', id)} .\n"
    role = one.role or (asked.role if asked is not None else None)
    if role is not None:
        values = "".join(f" ; cc:value {_text(value)}" for value in one.value)
        yield f"  {node} cc:role {_text(role)}{values} .\n"
    yield from _span(findings, node, iri("time", own), one.when or one.start, claim)
    if one.not_when is not None:
        yield f"  {node} cc:notWithin {_text(one.not_when.text)} .\n"


def _span(findings: Examination, node: str, span: str, dated: Dated | None, by: Claim | Record) -> Iterator[str]:
    if dated is None:
        return
    left = date_left(findings, dated, by)
    within = f' ; crm:P82_at_some_time_within "{left.edtf}"^^edtf:EDTF' if left.edtf else ""
    yield f"  {node} crm:P4_has_time-span {span} .\n"
    yield f"  {span} a crm:E52_Time-Span ; rdfs:label {_text(left.text)}{within} .\n"


def _text(text: str) -> str:
    """A text as a literal."""
    kept = _CONTROLS.sub(lambda found: "\\u" + format(ord(found[0]), "04X"), text)
    return f'"{kept}"'
