"""Exercises on sources: who speaks and how it reached us, which of two is the better witness.

Belongs here: the sourcing task and the weighing of two witnesses. Does not belong here: dependence (see `stemma`),
the sourcing table itself (see `claimcheck.criticism.sourcing`).

Both are judgements, and are never keyed: the key says what is stated, and what to look for. A subtraction is no
sourcing; how long after the event something was written stands in the key.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Claim, Corpus
from claimcheck.criticism.sourcing import Lag, Sourcing
from claimcheck.criticism.witnesses import are_several
from claimcheck.engine.findings import Verdict
from claimcheck.report.blocks import Item, Listing, Paragraph, Table
from claimcheck.report.sourcing import lag_in_words
from claimcheck.report.words.grammar import listed, plural, quoted
from claimcheck.report.words.standing import standing_says
from claimcheck.teaching.items import Draft, ItemType, Key, Open, Sample
from claimcheck.teaching.material import Material
from claimcheck.teaching.types.givens import questions_of
from claimcheck.teaching.types.rubrics import WEIGHING
from claimcheck.teaching.wording import full_name, named, one_line, source_name, who

_MOST_PAIRS = 30


def sourcing_task(material: Material) -> Iterator[Draft]:
    """Who speaks, when, from where; one reason to trust it and one to be careful: of each source once."""
    seen: set[str] = set()
    for (id, _), row in material.sourced.items():
        claim = material.corpus.claims[id]
        facts = tuple(facts_of(material, row))
        if claim.source in seen or (row.written is None and row.published is None) or len(facts) < 2:
            continue
        seen.add(claim.source)
        corpus = material.corpus
        yield Draft(
            ItemType.SOURCING,
            (claim.id,),
            "Before you weigh what a source says, ask who speaks, when, and how it is known.",
            (
                Paragraph(material.account(claim)),
                Table(("of the source", "what is stated"), tuple(stated(corpus, claim))),
            ),
            "How near is this source to what it tells of? Give one reason to trust it, and one to be careful.",
            Open(5),
            Key(
                (),
                tuple(Item(fact) for fact in facts),
                cautions=("How far it is to be trusted is a judgement; nothing here is keyed as right.",),
                look_fors=("One reason each way, and each from what is stated of this very source.", *facts),
                rubric=WEIGHING,
            ),
            asks=frozenset((f"source:{claim.source}",)),
            questions=questions_of(claim),
            sources=frozenset((claim.source,)),
            further=("What are you not told about it that you would ask first?",),
        )


def facts_of(material: Material, row: Sourcing) -> Iterator[str]:
    """What is stated about an account as a source, a sentence each; and what is not stated."""
    corpus = material.corpus
    claim = corpus.claims[row.id]
    name = who(corpus, claim)
    for lag, word in ((row.written, "written"), (row.published, "published")):
        if lag is not None:
            yield f"{name}: {word} {_after(lag)}."
    if row.written is None and row.published is None:
        yield f"{name}: how long after the event this was written is not stated."
    for id, took_part in zip(row.by, row.participants, strict=False):
        if took_part is not None and not _is_body(corpus, id):
            yield f"{full_name(corpus, id)} {'took part' if took_part else 'did not take part'} in the events."
    for id, interest in row.interests:
        yield f"{full_name(corpus, id)} has a stake in it: {quoted(interest)}."
    if row.hands:
        yield f"{name}: {plural(row.hands, 'hand')} from the root."
    if row.relays:
        yield f"{name}: reached us through {listed(source_name(corpus, relay) for relay in row.relays)}."


def _is_body(corpus: Corpus, id: str) -> bool:
    entry = corpus.claimants.get(id)
    return entry is None or are_several(entry)


def _after(lag: Lag) -> str:
    words = lag_in_words(lag)
    return f"{words} the event" if words.endswith(("after", "before")) else f"{words} as the event"


def stated(corpus: Corpus, claim: Claim) -> Iterator[tuple[str, str]]:
    """What is stated of the source of an account, a row for each: what it is, of when, through what, on what."""
    source = corpus.sources.get(claim.source)
    if source is None:
        return
    yield "what it is", ", ".join(part for part in (source_name(corpus, source.id), source.type) if part)
    for word, dated in (("written", source.dated), ("published", source.issued), ("opened", source.opened)):
        if dated is not None:
            yield word, one_line(dated.read or dated.text)
    if source.rests_on or claim.rests_on:
        behind = (*claim.rests_on, *source.rests_on)
        yield "rests on", listed(source_name(corpus, id) for id in behind if id in corpus.sources)
    through = claim.through or source.through
    if through is not None:
        yield "known through", source_name(corpus, through.source)


# ------------------------------------------------------------------------------------------ the better witness


def better_witness(material: Material) -> Iterator[Draft]:
    """Two accounts of one question by different people, of which something that tells them apart is stated."""
    by_question: dict[str, list[Sourcing]] = {}
    for (_, question), row in material.sourced.items():
        if question is not None:
            by_question.setdefault(question, []).append(row)
    pairs = (
        (question, first, second)
        for question, rows in by_question.items()
        for first, second in combinations(rows, 2)
        if not set(first.by) & set(second.by) and _differs(first, second)
    )
    # Those that contradict each other first: of two that agree it matters less which is the better.
    ranked = sorted(
        pairs, key=lambda found: material.pair(found[1].id, found[2].id).verdict is not Verdict.CONTRADICTS
    )
    yield from (_witness(material, *found) for found in ranked[:_MOST_PAIRS])


def _differs(a: Sourcing, b: Sourcing) -> bool:
    return (a.written, a.published, a.hands, a.participants) != (b.written, b.published, b.hands, b.participants)


def _witness(material: Material, question: str, a: Sourcing, b: Sourcing) -> Draft:
    corpus = material.corpus
    claims = (corpus.claims[a.id], corpus.claims[b.id])
    facts = [*facts_of(material, a), *facts_of(material, b)]
    shared = [id for id in a.relays if id in b.relays]
    if shared:
        facts.append(
            f"Both came through {listed(source_name(corpus, id) for id in shared)}: that work chose and worded "
            "both."
        )
    found = material.findings
    standings = [
        Item(f"{named(corpus, claim.id)}, against the record: {standing_says(found, material.rows[claim.id])}")
        for claim in claims
        if claim.id in material.rows
    ]
    ruled_out = frozenset((a.id, b.id)) & material.ruled_out
    return Draft(
        ItemType.WITNESS,
        (a.id, b.id),
        "Two accounts answer one question. A witness can be good for one thing and bad for another.",
        (
            Paragraph(material.asked(question)),
            Listing(tuple(Item(material.account(claim)) for claim in claims)),
            Table(
                ("account", "what is stated of the source"),
                tuple(
                    (who(corpus, claim), "; ".join(f"{word}: {text}" for word, text in stated(corpus, claim)))
                    for claim in claims
                ),
            ),
        ),
        "Which of the two is the better witness for this question, and why? What would change your mind?",
        Open(6),
        Key(
            (),
            (*(Item(fact) for fact in dict.fromkeys(facts)), *standings),
            cautions=("Which is the better witness is a judgement; nothing here is keyed as right.",),
            look_fors=(
                "The answer says for what the witness is good: for this question, not in general.",
                *dict.fromkeys(facts),
            ),
            rubric=WEIGHING,
            samples=tuple(_samples(material, claims, (a, b), ruled_out)),
            ruled_out=ruled_out,
        ),
        asks=frozenset((f"witness:{'+'.join(sorted((a.id, b.id)))}",)),
        questions=frozenset((question,)),
        sources=frozenset(claim.source for claim in claims),
    )


def _samples(
    material: Material, claims: tuple[Claim, Claim], rows: tuple[Sourcing, Sourcing], ruled_out: frozenset[str]
) -> Iterator[Sample]:
    """For each of the two what is stated in its favour, if anything is; and an answer that leaves it open."""
    for claim, row, other, its in zip(claims, rows, reversed(claims), reversed(rows), strict=True):
        good = []
        if row.participants and all(row.participants) and not all(its.participants):
            good.append("is by somebody who took part")
        if row.hands < its.hands:
            good.append("stands nearer to the root")
        if _is_sooner(row, its):
            good.append("comes sooner after the event")
        if good and claim.id not in ruled_out:
            name, rival = who(material.corpus, claim), who(material.corpus, other)
            yield Sample(
                f"I would begin with {name}. Of the two it is this account that {listed(good)}. "
                f"That does not make {rival} wrong; it says whom to ask first.",
                frozenset((claim.id,)),
            )
    for claim in claims:
        if claim.id in ruled_out:
            yield Sample(
                f"Whatever speaks for {who(material.corpus, claim)} as a witness, the record rules this account "
                "out; I would ask how the mistake came about."
            )
    yield Sample(
        "What is stated of the two does not decide it for me. I would want to see on what each of them rests."
    )


def _is_sooner(a: Sourcing, b: Sourcing) -> bool:
    """Whether one was certainly written (failing that, published) sooner after the event than the other."""
    for mine, other in ((a.written, b.written), (a.published, b.published)):
        if mine is not None and other is not None and mine.most is not None and other.least is not None:
            return mine.most < other.least
    return False
