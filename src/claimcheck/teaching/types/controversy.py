"""The structured academic controversy: a packet for each side, rounds, a joint statement.

Belongs here: that type, which is open. Does not belong here: positions and what would settle them (the engine's).

The controversy follows Johnson & Johnson (*Creative Controversy*, 1995): prepare, present, hear, change sides, and
write a joint statement. No side is keyed as the right one. The sides are two positions on one question, or a
position and those who deny it; each has at least two documents, and nobody speaks in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.stemma import roots_of
from claimcheck.engine.findings import Bearing, Verdict
from claimcheck.report.blocks import Block, Group, Item, Listing, Paragraph
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, listed, stopped
from claimcheck.report.words.positions import what_would
from claimcheck.report.words.standing import standing_says
from claimcheck.teaching.items import Draft, ItemType, Key, Open, Sample
from claimcheck.teaching.material import Material
from claimcheck.teaching.papers import Paper, box_of, central_question, papers_for
from claimcheck.teaching.types.pairs import fact_of, verdict_says
from claimcheck.teaching.types.rubrics import CONTROVERSY
from claimcheck.teaching.wording import named, record_says

FEWEST, MOST = 2, 4

ROUNDS = (
    "Prepare (8 minutes): in pairs, find the three strongest reasons in your packet. Note where each one stands.",
    "Present (6 minutes): each pair gives its reasons; the other pair takes notes and says them back.",
    "Change sides (8 minutes): take the other packet, and find a reason that its side has missed.",
    "Build (10 minutes): all four write a joint statement: what both sides can hold, what divides them, what "
    "would decide it.",
)
Sides = tuple[list[Paper], list[Paper]]


def controversy(material: Material) -> Iterator[Draft]:
    """A packet for each of two sides that cannot both be right, on each question that carries one."""
    for question in sorted(material.weights, key=lambda id: material.weights[id], reverse=True):
        sides = best_sides(material, question)
        if sides is not None:
            yield _controversy(material, question, sides)


def best_sides(material: Material, question: str) -> Sides | None:
    """The two sides that the record leaves open, if there are such, with the most independent documents."""
    found = sorted(_sides(material, question), key=lambda sides: _worth(material, sides), reverse=True)
    return found[0] if found else None


def _worth(material: Material, sides: Sides) -> tuple[bool, int, int]:
    """Whether neither side is ruled out; the roots of the poorer side, and of both."""
    is_open = all(any(paper.id not in material.ruled_out for paper in side) for side in sides)
    roots = [len(_roots(material, side)) for side in sides]
    return is_open, min(roots), sum(roots)


def _roots(material: Material, side: list[Paper]) -> set[str]:
    return {root for paper in side for root in roots_of(material.corpus, paper.source, is_claim=False)}


def _sides(material: Material, question: str) -> Iterator[Sides]:
    answered = material.findings.positions_of(question)
    if answered is None:
        return
    papers = {paper.id: paper for paper in papers_for(material, question)}
    groups = [position.held_by for position in answered.positions] + [answered.not_opening]
    for one, other in combinations(groups, 2):
        both = _speakers(material, one) & _speakers(material, other)
        a, b = ([papers[id] for id in side if id in papers and not papers[id].by & both] for side in (one, other))
        a, b = (
            [paper for paper in mine if any(_contradict(material, paper.id, rival.id) for rival in theirs)]
            for mine, theirs in ((a, b), (b, a))
        )
        a, b = (sorted(side, key=lambda paper: not paper.passage)[:MOST] for side in (a, b))
        if len(a) >= FEWEST and len(b) >= FEWEST:
            yield a, b


def _speakers(material: Material, ids: tuple[str, ...]) -> frozenset[str]:
    return frozenset(who for id in ids for who in material.corpus.claims[id].by)


def _contradict(material: Material, a: str, b: str) -> bool:
    pair = material.pairs.get(frozenset((a, b)))
    return pair is not None and pair.verdict is Verdict.CONTRADICTS and not pair.unless


def missing_for(material: Material, question: str) -> str:
    """What a question lacks for a controversy; empty where it lacks nothing."""
    if best_sides(material, question) is not None:
        return ""
    return f"two sides that contradict each other, each with {FEWEST} documents by people who are not on the other"


def _controversy(material: Material, question: str, sides: Sides) -> Draft:
    corpus = material.corpus
    topic = central_question(material, question)
    blocks: list[Block] = [Group("Question", (Paragraph(topic),), kind="question")]
    number = 0
    for mark, side in zip("AB", sides, strict=True):
        boxes = [box_of(material, number + place, paper) for place, paper in enumerate(side)]
        number += len(side)
        blocks.append(Group(f"Packet for side {mark}", (*boxes, *_records(material, side)), kind="page"))
    blocks.append(
        Group("The rounds", (Listing(tuple(Item(text) for text in ROUNDS), numbered=True),), kind="page")
    )
    ids = [[paper.id for paper in side] for side in sides]
    pairs = [material.pairs[frozenset((a, b))] for a in ids[0] for b in ids[1] if _contradict(material, a, b)]
    against = [
        Item(f"{named(corpus, id)}, against the record: {standing_says(material.findings, material.rows[id])}")
        for id in (*ids[0], *ids[1])
        if id in material.rows
    ]
    answered, state = material.findings.positions_of(question), material.findings.state_of(question)
    settled = (
        list(what_would(material.findings, answered, state)) if answered is not None and state is not None else []
    )
    ruled_out = frozenset((*ids[0], *ids[1])) & material.ruled_out
    return Draft(
        ItemType.CONTROVERSY,
        (*ids[0], "/", *ids[1]),
        "Two sides, each with a packet. You will argue one side, then the other, then write one statement "
        "together.",
        tuple(blocks),
        f"{topic} The joint statement:",
        Open(8),
        Key(
            (),
            (*(Item(verdict_says(material, pair)) for pair in pairs), *against),
            cautions=("Neither side is keyed as right. What each would have to set aside is stated.",),
            look_fors=(
                "What both can hold: what the documents of both sides say alike, and what the record leaves to "
                "both.",
                *(stopped(capital(text)) for text in settled),
            ),
            rubric=CONTROVERSY,
            samples=(_joint(material, ids, ruled_out, settled),),
            ruled_out=ruled_out,
        ),
        asks=frozenset((f"controversy:{question}",)),
        reveals=frozenset(fact_of(pair.a, pair.b) for pair in pairs),
        questions=frozenset((question,)),
        points=9,
        minutes=35,
    )


def _records(material: Material, side: list[Paper]) -> Iterator[Block]:
    """What the record says for and against a side, as far as it says anything."""
    corpus = material.corpus
    for title, wanted in (
        ("You may appeal to", (Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART)),
        ("You will be asked about", (Bearing.CONTRADICTS, Bearing.CONTESTS)),
    ):
        ids = dict.fromkeys(
            id
            for paper in side
            if paper.id in material.rows
            for id, bearing in material.rows[paper.id].records
            if bearing in wanted
        )
        records = [record for id in ids if (record := names.record_entry(corpus, id)) is not None]
        if records:
            says = tuple(Item(stopped(record_says(corpus, record, material.plain))) for record in records[:MOST])
            yield Group(title, (Listing(says),), kind="panel")


def _joint(material: Material, ids: list[list[str]], ruled_out: frozenset[str], settled: list[str]) -> Sample:
    corpus = material.corpus
    a, b = (
        listed(names.claimants(corpus, id) if id in material.rows else names.record(corpus, id) for id in side)
        for side in ids
    )
    said = [f"What divides us is whether {a} or {b} can be held."]
    if ruled_out:
        out = listed(dict.fromkeys(names.claimants(corpus, id) for id in sorted(ruled_out)))
        said.append(f"Whoever follows {out} has to explain the record, which rules that out.")
    said.append(stopped(capital(settled[0])) if settled else "We do not know what would decide it.")
    return Sample(" ".join(said))
