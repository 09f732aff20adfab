"""The stemma as a picture for other programs to draw: DOT for Graphviz, and Mermaid.

Belongs here: the two notations and escaping for each. Does not belong here: which nodes and edges there are (see
`claimcheck.criticism.stemma`). Arrows lead from what depends to what it depends on, roots at the top; a relay is
no dependence, so its arrow is dashed.
"""

from __future__ import annotations

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.stemma import Node, Relation, edges, nodes
from claimcheck.engine.examination import Examination
from claimcheck.report.text import visible
from claimcheck.report.words.names import claimants_of

_WORDS = {
    Relation.RESTS_ON: "rests on",
    Relation.REPORTS: "reports",
    Relation.STANDS_IN: "stands in",
    Relation.THROUGH: "through",
}
_DOT_STYLES = {
    Relation.RESTS_ON: "solid",
    Relation.REPORTS: "solid",
    Relation.STANDS_IN: "dotted",
    Relation.THROUGH: "dashed",
}
_MERMAID_ARROWS = {
    Relation.RESTS_ON: "==>",
    Relation.REPORTS: "==>",
    Relation.STANDS_IN: "-->",
    Relation.THROUGH: "-.->",
}


def stemma_dot(findings: Examination) -> str:
    """The stemma in DOT: sources as boxes (roots with a double line), claims as ellipses."""
    corpus = findings.corpus
    lines = ["digraph stemma {", "  rankdir=BT;", '  node [fontname="serif"];', '  edge [fontname="serif"];']
    for node in findings.once(nodes):
        shape = "ellipse" if node.is_claim else "box"
        double = ", peripheries=2" if node.is_root else ""
        lines.append(f"  {dot_text(node.id)} [shape={shape}{double}, label={dot_text(_label(corpus, node))}];")
    for edge in findings.once(edges):
        style, words = _DOT_STYLES[edge.relation], _WORDS[edge.relation]
        rank = ", constraint=false" if edge.relation is Relation.THROUGH else ""
        lines.append(
            f"  {dot_text(edge.start)} -> {dot_text(edge.end)} [style={style}, label={dot_text(words)}{rank}];"
        )
    return "\n".join((*lines, "}")) + "\n"


def stemma_mermaid(findings: Examination) -> str:
    """The stemma in Mermaid: sources as boxes (roots with a double line), claims as rounded ones."""
    corpus = findings.corpus
    lines = ["flowchart BT"]
    names: dict[str, str] = {}
    for number, node in enumerate(findings.once(nodes), start=1):
        names[node.id] = f"n{number}"
        left, right = ("([", "])") if node.is_claim else ("[[", "]]") if node.is_root else ("[", "]")
        lines.append(f"  {names[node.id]}{left}{mermaid_text(_label(corpus, node))}{right}")
    for edge in findings.once(edges):
        if edge.start in names and edge.end in names:
            arrow, words = _MERMAID_ARROWS[edge.relation], mermaid_text(_WORDS[edge.relation])
            lines.append(f"  {names[edge.start]} {arrow}|{words}| {names[edge.end]}")
    return "\n".join(lines) + "\n"


def _label(corpus: Corpus, node: Node) -> str:
    """The id, and beneath it who speaks there."""
    if node.is_claim:
        return f"{node.id}\n{claimants_of(corpus, corpus.claims[node.entry])}"
    source = corpus.sources[node.entry]
    authors = ", ".join(corpus.claimants[id].name if id in corpus.claimants else id for id in source.author)
    title = source.title if not source.declared and source.title else None
    return "\n".join(text for text in (title or node.id, " ".join(authors.split())) if text)


def dot_text(text: str) -> str:
    """A text as a quoted string of DOT; its lines centred."""
    kept = visible(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + kept.replace("\n", "\\n") + '"'


# Mermaid takes HTML and Markdown within labels; whatever could be either is written as an entity code.
_CODED = {mark: f"#{ord(mark)};" for mark in '#&<>"`*_[](){}|;\\'}


def mermaid_text(text: str) -> str:
    """A text as a quoted label of Mermaid, with nothing in it that Mermaid or a browser would obey."""
    kept = "".join(_CODED.get(character, character) for character in visible(text))
    return '"' + "<br>".join(kept.split("\n")) + '"'
