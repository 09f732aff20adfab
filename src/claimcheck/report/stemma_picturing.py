"""The stemma of a corpus as a picture with its data: the boxes and arrows, their words, and the table.

Belongs here: from the graph of `claimcheck.criticism.stemma` to a laid-out picture. Does not belong here: the
layout itself (see `stemma_layout`), drawing.
"""

from __future__ import annotations

from textwrap import wrap

from claimcheck.corpus.entries import Corpus
from claimcheck.criticism.stemma import Node, Relation, edges, nodes
from claimcheck.engine.examination import Examination
from claimcheck.report.blocks import Picture, Table, Target
from claimcheck.report.naming import claimants_of
from claimcheck.report.stemma_layout import MOST_NODES, Arrow, Box, stemma_layout
from claimcheck.report.text import visible

_ACROSS = 24  # letters of a line in a box
_MOST_LINES = 3


def stemma_picture(findings: Examination) -> Picture | None:
    """The stemma drawn; None where nothing is tied to anything, or where there is more than a picture can hold.

    Of many sources only what makes dependence is drawn: a source that came through another, or that is tied to
    nothing, stands in the bibliography.
    """
    corpus = findings.corpus
    found, tied = findings.once(nodes), findings.once(edges)
    is_large = len(found) > MOST_NODES
    if is_large:
        tied = tuple(edge for edge in tied if edge.relation is not Relation.THROUGH)
        joined = {end for edge in tied for end in (edge.start, edge.end)}
        found = tuple(node for node in found if node.id in joined)
    if not tied or len(found) > MOST_NODES:
        return None
    numbers = {node.id: number for number, node in enumerate(found)}
    arrows = [
        Arrow(numbers[edge.start], numbers[edge.end], str(edge.relation))
        for edge in tied
        if edge.start in numbers and edge.end in numbers
    ]
    boxes = [_box(corpus, node, by_author=not is_large) for node in found]
    roots = sum(node.is_root for node in found)
    through = (
        "Through what the sources came, which is no dependence, the bibliography says."
        if is_large
        else "Dashed: came through, which is no dependence."
    )
    says = (
        f"{len(found)} sources and claims, {roots} of them roots (double line), and {len(arrows)} ties. What "
        f"depends stands below what it depends on. Solid: rests on or reports; dotted: stands in. {through}"
    )
    entries = {node.id: (("claim" if node.is_claim else "source"), node.entry) for node in found}
    rows = tuple((edge.start, str(edge.relation).replace("-", " "), edge.end) for edge in tied)
    about: tuple[tuple[Target | None, ...], ...] = tuple(
        (entries.get(edge.start), None, entries.get(edge.end)) for edge in tied
    )
    table = Table(("what", "tie", "to what"), rows, about)
    return Picture("stemma-picture", "Stemma", says, stemma_layout(boxes, arrows), table, says)


def _box(corpus: Corpus, node: Node, *, by_author: bool) -> Box:
    if node.is_claim:
        name, under = node.id, claimants_of(corpus, corpus.claims[node.entry])
    else:
        source = corpus.sources[node.entry]
        authors = (corpus.claimants[id].name if id in corpus.claimants else id for id in source.author)
        name = (source.title if not source.declared and source.title else None) or node.id
        under = ", ".join(authors)
    lines = [*_lines(name, 2), *(_lines(under, _MOST_LINES - 1) if by_author else ())]
    return Box("claim" if node.is_claim else "source", node.entry, tuple(lines), node.is_root)


def _lines(text: str, most: int) -> list[str]:
    lines = wrap(visible(" ".join(text.split())), _ACROSS)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1][: _ACROSS - 1]}…"]
    return lines
