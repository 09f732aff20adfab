"""The net of conflicts as a picture for other programs to draw: DOT for Graphviz, and Mermaid.

Belongs here: which claims and records are tied, and the two notations. Does not belong here: conflicts themselves.
A line is a contradiction, with its gap; a dashed one holds under a bridge or on another reading only. Records are
boxes with a double line.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Bearing, Verdict
from claimcheck.report.stemma_pictures import dot_text, mermaid_text
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words.moments import gap_in_words
from claimcheck.report.words.names import claimants_of, event_label

Tie = tuple[str, str, str, bool]  # from, to, what stands at it, whether it is there under a condition only


def _ties(findings: Examination) -> Iterator[Tie]:
    """Who contradicts whom: claims among each other, if only under a bridge, and records against claims."""
    style = style_of_deductions(findings.corpus)
    for pair in findings.pairs:
        if pair.verdict is Verdict.CONTRADICTS:
            yield (
                f"c:{pair.a}",
                f"c:{pair.b}",
                gap_in_words(pair.gap, style) if pair.gap is not None else "",
                False,
            )
        elif pair.if_bridge:
            yield f"c:{pair.a}", f"c:{pair.b}", " or ".join(" + ".join(found) for found in pair.if_bridge), True
    for row in findings.rows:
        for record, bearing in row.records:
            if bearing is Bearing.CONTRADICTS:
                yield f"r:{record}", f"c:{row.claim}", "", False


def _label(findings: Examination, node: str) -> str:
    sort, _, id = node.partition(":")
    corpus = findings.corpus
    if sort == "c":
        claim = corpus.claims[id]
        dated = next((one.when for one in claim.statements if one.when is not None), None)
        return "\n".join(filter(None, (claimants_of(corpus, claim), dated.text if dated is not None else "")))
    event = next((one.id for one in corpus.events.values() if any(record.id == id for record in one.records)), id)
    return event_label(corpus, event)


def conflicts_dot(findings: Examination) -> str:
    """The net in DOT."""
    ties = list(_ties(findings))
    lines = ["graph conflicts {", "  layout=neato;", "  overlap=false;", '  node [fontname="serif"];']
    for node in dict.fromkeys(end for tie in ties for end in tie[:2]):
        shape = "shape=box, peripheries=2" if node.startswith("r:") else "shape=ellipse"
        lines.append(f"  {dot_text(node)} [{shape}, label={dot_text(_label(findings, node))}];")
    for a, b, says, is_dashed in ties:
        style = "dashed" if is_dashed else "solid"
        lines.append(f"  {dot_text(a)} -- {dot_text(b)} [style={style}, label={dot_text(says)}];")
    return "\n".join((*lines, "}")) + "\n"


def conflicts_mermaid(findings: Examination) -> str:
    """The net in Mermaid."""
    ties = list(_ties(findings))
    lines, names = ["flowchart LR"], {}
    for number, node in enumerate(dict.fromkeys(end for tie in ties for end in tie[:2]), 1):
        names[node] = f"n{number}"
        left, right = ("[[", "]]") if node.startswith("r:") else ("([", "])")
        lines.append(f"  {names[node]}{left}{mermaid_text(_label(findings, node))}{right}")
    for a, b, says, is_dashed in ties:
        told = f"|{mermaid_text(says)}|" if says else ""
        lines.append(f"  {names[a]} {'-.-' if is_dashed else '---'}{told} {names[b]}")
    return "\n".join(lines) + "\n"
