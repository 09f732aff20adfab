"""The structured academic controversy: a packet for each side, rounds, a joint statement.

Belongs here: that type, which is open. Does not belong here: positions and what would settle them (the engine's).

The controversy follows Johnson & Johnson (*Creative Controversy*, 1995): prepare, present, hear, change sides, and
write a joint statement. No side is keyed as the right one. The sides are two positions on one question, or a
position and those who deny it; each has at least two documents, and nobody speaks in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Claim, Record
from claimcheck.corpus.stemma import roots_of
from claimcheck.engine.findings import Bearing
from claimcheck.report.blocks import Block, Group, Item, Listing, Paragraph
from claimcheck.report.words import names
from claimcheck.report.words.grammar import capital, letter, listed, stopped
from claimcheck.report.words.positions import what_would
from claimcheck.report.words.standing import standing_says
from claimcheck.teaching.items import Draft, ItemType, Key, Open, Sample
from claimcheck.teaching.material import Material
from claimcheck.teaching.papers import (
    Paper,
    background_of,
    box_of,
    central_question,
    contradict,
    paper_of,
    papers_for,
)
from claimcheck.teaching.types.givens import questions_of
from claimcheck.teaching.types.pairs import fact_of, verdict_says
from claimcheck.teaching.types.rubrics import CONTROVERSY
from claimcheck.teaching.wording import UNPLAIN, named, record_says

FEWEST, MOST = 2, 4  # documents of a side

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
    found = sorted(_sides(material, question), key=lambda sides: _worth(material, question, sides), reverse=True)
    return found[0] if found else None


def _worth(material: Material, question: str, sides: Sides) -> tuple[int, int, bool, int, int]:
    """As few as can be that answer another question, as many as can be with a passage; whether neither side is
    ruled out; the roots of the poorer side, and of both."""
    called_in = sum(not _answers(material, paper.id, question) for side in sides for paper in side)
    is_open = all(any(paper.id not in material.ruled_out for paper in side) for side in sides)
    roots = [len(_roots(material, side)) for side in sides]
    full = min(sum(paper.passage for paper in side) for side in sides)
    return -called_in, min(full, FEWEST), is_open, min(roots), sum(roots)


def _roots(material: Material, side: list[Paper]) -> set[str]:
    return {root for paper in side for root in roots_of(material.corpus, paper.source, is_claim=False)}


def _sides(material: Material, question: str) -> Iterator[Sides]:
    """Documents of two positions; where one has too few, with what else goes against the other side."""
    answered = material.findings.positions_of(question)
    if answered is None:
        return
    papers = {paper.id: paper for paper in papers_for(material, question)}
    groups = [position.held_by for position in answered.positions] + [answered.not_opening]
    for one, other in combinations(groups, 2):
        both = _speakers(material, one) & _speakers(material, other)
        a, b = ([papers[id] for id in side if id in papers and not papers[id].by & both] for side in (one, other))
        a, b = (
            [paper for paper in mine if _against(material, paper, theirs)] for mine, theirs in ((a, b), (b, a))
        )
        if a and b:
            b += _allies(material, question, b, a)
            a += _allies(material, question, a, b)
            a, b = (_read_closely(side) for side in (a, b))
        if len(a) >= FEWEST and len(b) >= FEWEST:
            yield a, b


def _read_closely(side: list[Paper]) -> list[Paper]:
    """The documents of a side, those with a passage alone if they are enough."""
    full = [paper for paper in side if paper.passage]
    return (full if len(full) >= FEWEST else sorted(side, key=lambda paper: not paper.passage))[:MOST]


def _allies(material: Material, question: str, mine: list[Paper], theirs: list[Paper]) -> list[Paper]:
    """What, on whatever question, goes against the other side and not against one's own, where that is needed.

    Accounts of people who speak on neither side, and documented records; outright, or under one bridge.
    """
    if len(mine) >= FEWEST:
        return []
    heard = {who for paper in (*mine, *theirs) for who in paper.by}
    entries: list[Claim | Record] = [
        claim
        for claim in material.claims
        if claim.stance in ("asserts", "denies")
        and not (claim.misprint or claim.reports or claim.disputes or _answers(material, claim.id, question))
    ]
    entries += [
        record
        for record in material.seen.records
        if record.basis == "documented" and (record.retold or record.quote)
    ]
    found: list[tuple[tuple[bool, bool, bool], Paper]] = []
    for entry in entries:
        paper = paper_of(material, entry)
        bridges = [_bridged(material, paper.id, other.id) for other in theirs]
        outright = _against(material, paper, theirs)
        if heard & paper.by or not (outright or any(bridges)) or _against(material, paper, mine):
            continue
        found.append(((not outright, not paper.passage, isinstance(entry, Claim)), paper))
    chosen: list[Paper] = []
    for _, paper in sorted(found, key=lambda one: one[0]):
        if not any(paper.by & other.by for other in chosen) and len(chosen) + len(mine) < FEWEST:
            chosen.append(paper)
    return chosen


def _answers(material: Material, id: str, question: str) -> bool:
    claim = material.corpus.claims.get(id)
    return claim is not None and question in questions_of(claim)


def _against(material: Material, paper: Paper, others: list[Paper]) -> bool:
    return any(contradict(material, paper.id, other.id) for other in others)


def _bridged(material: Material, a: str, b: str) -> str | None:
    """The one bridge under which two contradict each other."""
    pair = material.pairs.get(frozenset((a, b)))
    single = [names_of[0] for names_of in (pair.if_bridge if pair is not None else ()) if len(names_of) == 1]
    return next((id for id in single if id in material.corpus.bridges), None)


def _speakers(material: Material, ids: tuple[str, ...]) -> frozenset[str]:
    return frozenset(who for id in ids for who in material.corpus.claims[id].by)


def missing_for(material: Material, question: str) -> str:
    """What a question lacks for a controversy; empty where it lacks nothing."""
    if best_sides(material, question) is not None:
        return ""
    return f"two sides that contradict each other, each with {FEWEST} documents by people who are not on the other"


def _controversy(material: Material, question: str, sides: Sides) -> Draft:
    corpus = material.corpus
    topic = central_question(material, question)
    letters = {paper.id: letter(number) for number, paper in enumerate((*sides[0], *sides[1]))}
    known = list(background_of(material, (*sides[0], *sides[1])))
    blocks: list[Block] = [Group("Question", (Paragraph(topic),), kind="question"), *known]
    for mark, side, others in (("A", *sides), ("B", *sides[::-1])):
        boxes = [box_of(material, list(letters).index(paper.id), paper) for paper in side]
        beside = (*_granted(material, side, others, letters), *_records(material, side, letters))
        blocks.append(Group(f"Packet for side {mark}", (*boxes, *beside), kind="page"))
    blocks.append(
        Group("The rounds", (Listing(tuple(Item(text) for text in ROUNDS), numbered=True),), kind="page")
    )
    across = [(a.id, b.id) for a in sides[0] for b in sides[1]]
    against = [
        Item(f"{named(corpus, id)}, against the record: {standing_says(material.findings, material.rows[id])}")
        for id in letters
        if id in material.rows
    ]
    settled = list(_what_decides(material, question))
    ruled_out = frozenset(letters) & material.ruled_out
    return Draft(
        ItemType.CONTROVERSY,
        (*(paper.id for paper in sides[0]), "/", *(paper.id for paper in sides[1])),
        "Two sides, each with a packet. You will argue one side, then the other, then write one statement "
        "together.",
        tuple(blocks),
        f"{topic} The joint statement:",
        Open(8),
        Key(
            (),
            (*(Item(f"{letters[a]} and {letters[b]}: {_how(material, a, b)}") for a, b in across), *against),
            cautions=("Neither side is keyed as right. What each would have to set aside is stated.",),
            look_fors=(
                "What both can hold: what the documents of both sides say alike, and what the record leaves to "
                "both.",
                "How many voices each side has: who has it from whom stands in the head-notes.",
                *settled,
            ),
            rubric=CONTROVERSY,
            samples=(_joint(material, sides, ruled_out, settled),),
            ruled_out=ruled_out,
        ),
        asks=frozenset((f"controversy:{question}",)),
        reveals=frozenset(fact_of(a, b) for a, b in across if contradict(material, a, b)),
        questions=frozenset((question,)),
        points=9,
        minutes=35,
    )


def _granted(
    material: Material, side: list[Paper], others: list[Paper], letters: dict[str, str]
) -> Iterator[Block]:
    """What has to be granted for a document to count against the other side."""
    said = []
    for paper in side:
        bridges = dict.fromkeys(_bridged(material, paper.id, other.id) for other in others)
        if not _against(material, paper, others):
            for bridge in (material.corpus.bridges[id] for id in bridges if id is not None):
                granted = UNPLAIN if material.plain else bridge.says
                said.append(Item(f"{letters[paper.id]} counts for this side only if this is granted: {granted}"))
    if said:
        yield Group("What is taken for granted", (Listing(tuple(said)),), kind="panel")


def _records(material: Material, side: list[Paper], letters: dict[str, str]) -> Iterator[Block]:
    """What the record says for and against the documents of a side, as far as it says anything."""
    corpus = material.corpus
    for title, wanted in (
        ("You may appeal to", (Bearing.CORROBORATES, Bearing.CORROBORATES_IN_PART)),
        ("You will be asked about", (Bearing.CONTRADICTS, Bearing.CONTESTS)),
    ):
        found: dict[str, list[str]] = {}
        for paper in side:
            for id, bearing in material.rows[paper.id].records if paper.id in material.rows else ():
                if bearing in wanted and id not in letters:
                    found.setdefault(id, []).append(letters[paper.id])
        says = [
            Item(stopped(f"Of {listed(of)}: {record_says(corpus, record, material.plain)}"))
            for id, of in found.items()
            if (record := names.record_entry(corpus, id)) is not None
        ]
        if says:
            yield Group(title, (Listing(tuple(says[:MOST])),), kind="panel")


def _how(material: Material, a: str, b: str) -> str:
    """How a document of the one side stands to one of the other, for the key."""
    corpus = material.corpus
    bridge = _bridged(material, a, b)
    both = f"{named(corpus, a)} and {named(corpus, b)}"
    if bridge is not None:
        return f"{both} cannot both be true if this is granted: {corpus.bridges[bridge].says}"
    if not contradict(material, a, b) and not material.is_clean(a, b):
        return f"{both}: it depends on how widely the dates are taken."
    pair = material.pairs.get(frozenset((a, b)))
    if pair is not None:
        return verdict_says(material, pair)
    return f"{both}: {'both cannot be true' if contradict(material, a, b) else 'both can be true'}."


def _what_decides(material: Material, question: str) -> Iterator[str]:
    answered, state = material.findings.positions_of(question), material.findings.state_of(question)
    assert answered is not None and state is not None, "a question with two sides has positions"
    if state.decided_for is not None:
        held = next(one for one in answered.positions if one.number == state.decided_for).held_by
        whose = listed(dict.fromkeys(names.claimants(material.corpus, id) for id in held))
        yield f"The record decides: of all the answers it leaves that of {whose} alone."
    elif state.would_decide or state.look_in:
        yield from (stopped(capital(text)) for text in what_would(material.findings, answered, state))
    else:
        yield "Nothing that is known would decide. It would take a paper of the time that answers this question."


def _joint(material: Material, sides: Sides, ruled_out: frozenset[str], settled: list[str]) -> Sample:
    corpus = material.corpus
    a, b = (
        listed(
            names.claimants(corpus, paper.id) if paper.id in material.rows else names.record(corpus, paper.id)
            for paper in side
        )
        for side in sides
    )
    said = [f"What divides us is whether {a} or {b} can be held."]
    if ruled_out:
        out = listed(dict.fromkeys(names.claimants(corpus, id) for id in sorted(ruled_out)))
        said.append(f"Whoever follows {out} has to explain the record, which rules that out.")
    return Sample(" ".join((*said, *settled[:1])))
