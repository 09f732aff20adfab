"""The structured academic controversy: a packet for each side, rounds, a joint statement.

Belongs here: that type, which is open. Does not belong here: schools and what would settle them (the engine's).

The controversy follows Johnson & Johnson (*Creative Controversy*, 1995): prepare, present, hear, change sides, and
write a joint statement. No school is keyed as the right one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.engine.findings import Bearing, Cluster, School, Verdict
from claimcheck.report.blocks import Block, Item, Listing, Paragraph
from claimcheck.report.words.grammar import listed
from claimcheck.report.words.names import question_text, stands_in
from claimcheck.report.words.pairs import verdict_says
from claimcheck.report.words.positions import settlement_says
from claimcheck.report.words.proofs import record_told
from claimcheck.teaching.items import Draft, ItemType, Key, Open
from claimcheck.teaching.material import Material, spread
from claimcheck.teaching.types.givens import questions_of
from claimcheck.teaching.types.pairs import fact_of
from claimcheck.teaching.types.rubrics import CONTROVERSY
from claimcheck.teaching.wording import account, who

_MOST_PAIRS = 10
_MOST_PACKED = 6

ROUNDS = (
    "Prepare (8 minutes): in pairs, find the three strongest reasons in your packet. Note where each one stands.",
    "Present (6 minutes): each pair gives its reasons; the other pair takes notes and says them back.",
    "Change sides (8 minutes): take the other packet, and find a reason that its side has missed.",
    "Build (10 minutes): all four write a joint statement: what both sides can hold, what divides them, what "
    "would decide it.",
)


def controversy(material: Material) -> Iterator[Draft]:
    """A packet for each of two sides that cannot both be right: schools, or where they are too many to be found,
    two accounts of one question."""
    found = list(_between_schools(material))
    yield from found or _between_accounts(material)


def _between_accounts(material: Material) -> Iterator[Draft]:
    pairs = [
        pair
        for pair in material.findings.pairs
        if pair.verdict is Verdict.CONTRADICTS
        and pair.question is not None
        and material.is_clean(pair.a, pair.b)
        and not (_ruling_out(material, pair.a) and _ruling_out(material, pair.b))
    ]
    for pair in spread(pairs, _MOST_PAIRS):
        schools = tuple(
            School((mine,), (other,), _ruling_out(material, mine))
            for mine, other in ((pair.a, pair.b), (pair.b, pair.a))
        )
        cluster = Cluster((pair.a, pair.b), ())
        yield _controversy(material, cluster, (schools[0], schools[1]), ([pair.a], [pair.b]))


def _ruling_out(material: Material, claim: str) -> tuple[str, ...]:
    records = material.rows[claim].records if claim in material.rows else ()
    return tuple(id for id, bearing in records if bearing is Bearing.CONTRADICTS)


def _between_schools(material: Material) -> Iterator[Draft]:
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
    numbers = [cluster.schools.index(school) for school in schools if school in cluster.schools]
    sides = dict(zip(numbers, "AB", strict=False))
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
        yield Listing(tuple(Item(record_told(material.corpus, id)) for id in records[:_MOST_PACKED]))
    if school.against_record:
        yield Paragraph("You will be asked about:")
        against = school.against_record[:_MOST_PACKED]
        yield Listing(tuple(Item(record_told(material.corpus, id)) for id in against))


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
