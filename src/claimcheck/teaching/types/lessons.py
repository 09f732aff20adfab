"""What fills a lesson: the structured academic controversy, and the question with documents.

Belongs here: those two types, which are open. Does not belong here: schools and what would settle them (the
engine's).

The controversy follows Johnson & Johnson (*Creative Controversy*, 1995): prepare, present, hear, change sides, and
write a joint statement. No school is keyed as the right one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Claim
from claimcheck.criticism.witnesses import witnesses_of
from claimcheck.engine.findings import Cluster, School, Verdict
from claimcheck.report.blocks import Block, Item, Listing, Paragraph, Table
from claimcheck.report.naming import listed, question_text, record_of, stands_in
from claimcheck.report.sentences import settlement_says, verdict_says
from claimcheck.report.standings import record_brief, standing_says, subject_says, terminus_says
from claimcheck.teaching.items import Draft, ItemType, Key, Open
from claimcheck.teaching.material import Material
from claimcheck.teaching.types.givens import questions_of
from claimcheck.teaching.types.pairs import fact_of
from claimcheck.teaching.types.rubrics import ARGUING, CONTROVERSY
from claimcheck.teaching.wording import account, letter, source_name, who

_MOST_PACKED = 6
_MOST_DOCUMENTS = 8

ROUNDS = (
    "Prepare (8 minutes): in pairs, find the three strongest reasons in your packet. Note where each one stands.",
    "Present (6 minutes): each pair gives its reasons; the other pair takes notes and says them back.",
    "Change sides (8 minutes): take the other packet, and find a reason that its side has missed.",
    "Build (10 minutes): all four write a joint statement: what both sides can hold, what divides them, what "
    "would decide it.",
)


def controversy(material: Material) -> Iterator[Draft]:
    """A packet for each of two schools that cannot both be right."""
    for cluster in material.findings.clusters:
        if not cluster.complete or any(material.findings.conflicts[n].bridges for n in cluster.conflicts):
            continue
        for a, b in list(combinations(cluster.schools, 2))[:4]:
            mine = [id for id in a.holds if id not in b.holds]
            theirs = [id for id in b.holds if id not in a.holds]
            if mine and theirs:
                yield _controversy(material, cluster, (a, b), (mine, theirs))


def _controversy(
    material: Material, cluster: Cluster, schools: tuple[School, School], own: tuple[list[str], list[str]]
) -> Draft:
    corpus = material.corpus
    apart = [material.pair(x, y) for x in own[0] for y in own[1]]
    questions = [p.question for p in apart if p.verdict is Verdict.CONTRADICTS and p.question in corpus.questions]
    claims = [corpus.claims[id] for id in (*own[0], *own[1])]
    asked = questions or sorted(questions_of(*claims))
    topic = question_text(corpus, asked[0]) if asked and asked[0] else "Who is right?"
    both = [id for id in schools[0].holds if id in schools[1].holds]
    blocks: list[Block] = []
    for side, ids, other in (("A", own[0], own[1]), ("B", own[1], own[0])):
        school = schools[0] if side == "A" else schools[1]
        blocks += _packet(material, side, ids, other, school)
    if both:
        blocks.append(Paragraph("For both sides. These accounts go together with either:"))
        blocks.append(_accounts(material, both))
    blocks.append(Paragraph("The rounds:"))
    blocks.append(Listing(tuple(Item(text) for text in ROUNDS), numbered=True))
    sides = dict(zip((cluster.schools.index(school) for school in schools), "AB", strict=True))
    settled = [
        _by_side(settlement_says(corpus, one), sides)
        for one in cluster.settled_by
        if set(one.schools) == set(sides)
    ]
    conflicts = [material.findings.conflicts[n] for n in cluster.conflicts]
    divided = [c for c in conflicts if set(c.members) & set(own[0]) and set(c.members) & set(own[1])]
    steps = (
        *(
            Item(f"{_names(material, (p.a, p.b))}: {verdict_says(corpus, p)}")
            for p in apart
            if p.verdict is Verdict.CONTRADICTS
        ),
        *(Item(f"{_names(material, c.members)} cannot all be true.") for c in divided if len(c.members) > 2),
        *(Item(_against(material, side, s)) for side, s in zip("AB", schools, strict=True) if s.against_record),
    )
    return Draft(
        ItemType.CONTROVERSY,
        (*own[0], "/", *own[1]),
        "Two sides, each with a packet. You will argue one side, then the other, then write one statement "
        "together.",
        tuple(blocks),
        f"{topic} The joint statement:",
        Open(8),
        Key(
            (),
            steps or (Item(f"{_names(material, (*own[0], *own[1]))} cannot all be true."),),
            "",
            cautions=("Neither side is keyed as right. What each would have to set aside is stated.",),
            look_fors=(
                f"Side A gives up: {_names(material, schools[0].gives_up) or 'nothing'}.",
                f"Side B gives up: {_names(material, schools[1].gives_up) or 'nothing'}.",
                *(_against(material, side, s) for side, s in zip("AB", schools, strict=True) if s.against_record),
                *(f"What would settle it. {text}" for text in settled[:3]),
            ),
            rubric=CONTROVERSY,
            samples=tuple(_joint(material, schools, own, both, settled)),
        ),
        asks=frozenset((f"controversy:{'+'.join(sorted(own[0]))}",)),
        reveals=frozenset(fact_of(p.a, p.b) for p in apart if p.verdict is Verdict.CONTRADICTS),
        questions=questions_of(*claims),
    )


def _by_side(text: str, sides: dict[int, str]) -> str:
    """What would settle it, said of the two sides instead of the schools by their numbers."""
    for number, side in sides.items():
        text = text.replace(f"would decide for school {number + 1}", f"would decide for side {side}")
    return text


def _packet(material: Material, side: str, ids: list[str], other: list[str], school: School) -> Iterator[Block]:
    yield Paragraph(
        f"PACKET FOR SIDE {side}. You hold what follows, and you must deny what side "
        f"{'B' if side == 'A' else 'A'} holds."
    )
    yield _accounts(material, ids)
    records = [id for id, _ in _supporting(material, ids) if id not in school.against_record]
    if records:
        yield Paragraph("You may appeal to:")
        yield Listing(tuple(Item(record_brief(material.corpus, id)) for id in records[:_MOST_PACKED]))
    if school.against_record:
        yield Paragraph("You will be asked about:")
        against = school.against_record[:_MOST_PACKED]
        yield Listing(tuple(Item(record_brief(material.corpus, id)) for id in against))


def _supporting(material: Material, ids: list[str]) -> Iterator[tuple[str, str]]:
    seen = set()
    for claim in ids:
        for id, bearing in material.rows[claim].records if claim in material.rows else ():
            if str(bearing) in ("corroborates", "corroborates-in-part") and id not in seen:
                seen.add(id)
                yield id, claim


def _accounts(material: Material, ids: list[str]) -> Listing:
    corpus = material.corpus
    claims = [corpus.claims[id] for id in ids[:_MOST_PACKED]]
    return Listing(tuple(Item(account(corpus, c, material.plain), stands_in(corpus, c)) for c in claims))


def _names(material: Material, ids: tuple[str, ...]) -> str:
    """Members of a conflict by who speaks, with their ids."""
    corpus = material.corpus
    return listed(
        f"{who(corpus, corpus.claims[id])} ({id})" if id in corpus.claims else f"the record {id}" for id in ids
    )


def _against(material: Material, side: str, school: School) -> str:
    return f"Side {side} would have to set aside: {_names(material, school.against_record)}."


def _joint(
    material: Material,
    schools: tuple[School, School],
    own: tuple[list[str], list[str]],
    both: list[str],
    settled: list[str],
) -> Iterator[str]:
    said = "What divides us is whether "
    said += f"{_names(material, tuple(own[0]))} or {_names(material, tuple(own[1]))} can be held."
    if both:
        said += f" Both of us can hold {_names(material, tuple(both[:3]))}."
    for side, school in zip("AB", schools, strict=True):
        if school.against_record:
            said += f" Side {side} has to explain {_names(material, school.against_record[:2])}."
    said += f" {settled[0]}" if settled else " We do not know what would decide it."
    yield said


# ------------------------------------------------------------------------------- the question with documents


def document_question(material: Material) -> Iterator[Draft]:
    """For every question to which two accounts speak: the documents laid out, and a paragraph to be argued."""
    for question in material.corpus.questions.values():
        claims = [
            claim for claim in material.claims if any(part.question == question.id for part in claim.statements)
        ]
        if len(witnesses_of(material.corpus, [claim.id for claim in claims]).accounts) >= 2:
            yield _documents(material, question.id, claims[:_MOST_DOCUMENTS])


def _documents(material: Material, question: str, claims: list[Claim]) -> Draft:
    corpus = material.corpus
    bearing: dict[str, bool] = {}
    for claim in claims:
        for id, does in material.rows[claim.id].records if claim.id in material.rows else ():
            bearing[id] = bearing.get(id, False) or str(does) != "consistent"
    records = sorted(bearing, key=lambda id: not bearing[id])[: max(2, _MOST_DOCUMENTS - len(claims))]
    shown = (*(claim.id for claim in claims), *records)
    letters = {id: letter(number) for number, id in enumerate(shown)}
    rows = (
        *(_document(material, letters[claim.id], claim) for claim in claims),
        *((letters[id], f"{record_brief(corpus, id)}.", _record_source(material, id)) for id in records),
    )
    steps = tuple(_document_steps(material, question, claims, letters))
    return Draft(
        ItemType.DOCUMENTS,
        (question, *shown),
        "Read the documents with the question in mind. For each, ask first who speaks, when, and from where he "
        "knows it.",
        (
            Paragraph(question_text(corpus, question)),
            Table(("document", "what it says", "where it stands"), rows),
            Paragraph(
                "Before you write: Which documents answer this very question, and which another? Which of them "
                "can "
                "be true together? Which have it from one another? What does the record leave open?"
            ),
        ),
        f"Write a paragraph that answers the question: {question_text(corpus, question)} "
        "Cite documents by letter, weigh them, and say what speaks against your answer.",
        Open(14),
        Key(
            (),
            steps,
            "",
            cautions=("No answer is keyed. A paragraph is good by its reasons, not by the date that it chooses.",),
            look_fors=(
                "A claim in answer to the question, in the first sentence or the last.",
                "Evidence cited by letter, from more than one document, with what each can and cannot show.",
                *(step.text for step in steps),
            ),
            rubric=ARGUING,
            samples=(_paragraph(material, question, claims, letters),),
        ),
        asks=frozenset((f"documents:{question}",)),
        questions=frozenset((question,)),
    )


def _document(material: Material, mark: str, claim: Claim) -> tuple[str, str, str]:
    corpus = material.corpus
    return mark, account(corpus, claim, material.plain), source_name(corpus, claim.source)


def _record_source(material: Material, id: str) -> str:
    record = record_of(material.corpus, id)
    return source_name(material.corpus, record.source) if record is not None else ""


def _document_steps(
    material: Material, question: str, claims: list[Claim], letters: dict[str, str]
) -> Iterator[Item]:
    corpus = material.corpus
    for a, b in combinations(claims, 2):
        pair = material.pairs.get(frozenset((a.id, b.id)))
        if pair is not None and pair.question == question:
            yield Item(f"{letters[a.id]} and {letters[b.id]}: {verdict_says(corpus, pair)}")
    for claim in claims:
        if claim.id in material.rows:
            yield Item(f"{letters[claim.id]}: {standing_says(corpus, material.rows[claim.id])}")
    counted = witnesses_of(corpus, [claim.id for claim in claims])
    yield Item(
        f"Accounts: {len(counted.accounts)}; roots that they go back to: {len(counted.roots)}; works through "
        "which "
        f"they came: {len(counted.relays)}. None of these numbers is a number of independent witnesses."
    )
    for terminus in material.findings.termini:
        if terminus.question == question and (terminus.post_quem, terminus.ante_quem) != (None, None):
            yield Item(
                f"The record alone leaves: {subject_says(corpus, terminus)} {terminus_says(corpus, terminus)}."
            )


def _paragraph(material: Material, question: str, claims: list[Claim], letters: dict[str, str]) -> str:
    """A sample made of the findings alone: what is ruled out, what stands, what is not known."""
    corpus = material.corpus
    ruled_out = [c for c in claims if c.id in material.rows and str(material.rows[c.id].verdict) == "contradicted"]
    left = [c for c in claims if c not in ruled_out]
    said = []
    for claim in ruled_out[:2]:
        said.append(
            f"{who(corpus, claim)} ({letters[claim.id]}) cannot be right if the record is: "
            f"{standing_says(corpus, material.rows[claim.id])}"
        )
    if left:
        names = listed(f"{who(corpus, c)} ({letters[c.id]})" for c in left[:3])
        said.append(f"What remains is the answer of {names}.")
        alone = [c for c in left if str(material.rows[c.id].verdict).startswith("known-only")] if left else []
        if alone:
            said.append(f"For {listed(letters[c.id] for c in alone)} we have the claimant's word alone.")
    limits = [t for t in material.findings.termini if t.question == question]
    for terminus in limits[:1]:
        if (terminus.post_quem, terminus.ante_quem) != (None, None):
            said.append(f"The record by itself says no more than this: {terminus_says(corpus, terminus)}.")
    said.append("A document that dates it, and that none of these had before them, would change the answer.")
    return " ".join(said)
