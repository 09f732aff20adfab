"""Exercises on sources: how long after the event, which of two is the better witness.

Belongs here: the sourcing task and the weighing of two witnesses. Does not belong here: dependence (see `stemma`),
the sourcing table itself (see `claimcheck.criticism.sourcing`).

Which witness is better is a judgement, and is never keyed: the key says what is stated, and what to look for.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Claim, Corpus, Dated
from claimcheck.criticism.sourcing import Lag, Sourcing
from claimcheck.dates.calendars import add_months
from claimcheck.dates.when import DAY
from claimcheck.report.blocks import Item, Listing, Paragraph, Table
from claimcheck.report.sourcing import lag_in_words
from claimcheck.report.words.grammar import listed, quoted, stopped
from claimcheck.report.words.names import question_text, stands_in
from claimcheck.report.words.standing import standing_says
from claimcheck.teaching.drawing import distinct
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Open, Option
from claimcheck.teaching.material import Material, Placed, spread
from claimcheck.teaching.types.givens import questions_of
from claimcheck.teaching.types.rubrics import WEIGHING
from claimcheck.teaching.wording import account, one_line, source_name, who

_YEAR, _MONTH = 366, 31
_MOST_PAIRS = 30


# ------------------------------------------------------------------------------------------- the sourcing task


def sourcing_task(material: Material) -> Iterator[Draft]:
    """How long after the event was it written (failing that, published)? Reckoned from two stated dates."""
    seen: set[str] = set()
    for (id, question), row in material.sourced.items():
        claim = material.corpus.claims[id]
        source = material.corpus.sources.get(claim.source)
        placed = material.placed_claim(claim, question)
        if id in seen or source is None or placed is None:
            continue
        for word, lag, dated in (
            ("written", row.written, source.dated),
            ("published", row.published, source.issued),
        ):
            if lag is None or dated is None or len(dated.when.readings) != 1:
                continue
            written = material.placed(dated)
            if written is None or written.anchors or lag != _lag(placed, written):
                continue
            wrong = tuple(_other_lags(lag))
            right = Option(lag_in_words(lag), f"{lag.least}:{lag.most}")
            if len(distinct(wrong, (right,))) >= 2:
                seen.add(id)
                yield _sourcing(material, claim, row, word, dated, placed, right, distinct(wrong, (right,)))
                break


def _lag(event: Placed, source: Placed) -> Lag:
    """The lag between two dates, reckoned here once more so that only what both ways give is keyed."""
    first, last = (event.narrow.start or 0) // DAY, ((event.narrow.stop or 0) - 1) // DAY
    begins, ends = (source.narrow.start or 0) // DAY, ((source.narrow.stop or 0) - 1) // DAY
    return Lag(begins - last, ends - first, (first, last), (begins, ends))


def _other_lags(lag: Lag) -> Iterator[Option]:
    """What a slip of reckoning would give, always too far off to be taken for the right lag."""
    least, most = lag.least or 0, lag.most or 0
    sign = -1 if most < 0 else 1
    unit = _YEAR if most > 2 * _YEAR or least < -2 * _YEAR else _MONTH if most > 3 * _MONTH else 1
    for steps in (2, -2, 3, -3, 5, -5, 10, -10, 20, -20):
        moved = _moved(lag, steps, unit)
        low, high = moved.least or 0, moved.most or 0
        off = unit if unit > 1 else 0
        if (low > most + off or high < least - off) and sign * low >= 0 and sign * high >= 0:
            yield Option(lag_in_words(moved), f"{low}:{high}")


def _moved(lag: Lag, steps: int, unit: int) -> Lag:
    def on(day: int | None) -> int:
        if unit == 1:
            return (day or 0) + steps
        return add_months("gregorian", day or 0, steps * (12 if unit == _YEAR else 1))

    begins, ends = on(lag.source[0]), on(lag.source[1])
    first, last = lag.event[0] or 0, lag.event[1] or 0
    return Lag(begins - last, ends - first, lag.event, (begins, ends))


def _sourcing(
    material: Material,
    claim: Claim,
    row: Sourcing,
    word: str,
    dated: Dated,
    placed: Placed,
    right: Option,
    wrong: tuple[Option, ...],
) -> Draft:
    corpus = material.corpus
    facts = tuple(facts_of(material, row))
    source = material.placed(dated)
    wrote = material.words_of(source.narrow) if source is not None else quoted(dated.text)
    steps = (
        Item(
            stopped(f"As this account has it, it happened: {material.words_of(placed.narrow)}"),
            stands_in(corpus, claim),
        ),
        Item(stopped(f"The source was {word}: {wrote}"), source_name(corpus, claim.source)),
        Item(f"From the one to the other: {right.text} the event." if "after" in right.text else f"{right.text}."),
    )
    return Draft(
        ItemType.SOURCING,
        (claim.id,),
        "Before you weigh what a source says, ask who speaks, when, and from where he knows it.",
        (
            Paragraph(account(corpus, claim, material.plain)),
            Table(
                ("the source", "what is stated of it"),
                (
                    ("what it is", source_name(corpus, claim.source)),
                    (word, one_line(dated.text)),
                    ("when it happened, as it says", material.words_of(placed.narrow)),
                ),
            ),
        ),
        f"How long after the event was this {word}?",
        OneRight(right, wrong),
        Key((), steps, "", look_fors=facts, rubric=WEIGHING),
        asks=frozenset((f"lag:{claim.source}",)),
        reveals=frozenset((f"reading:{claim.id}",)),
        questions=questions_of(claim),
        further=("Who speaks, did he take part, and how did his words reach us? What would you ask him?",),
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
    took = dict(zip(row.by, row.participants, strict=False))
    for id, took_part in took.items():
        person = corpus.claimants[id].name if id in corpus.claimants else id
        yield f"{person} {_PART[took_part]}."
    for id, interest in row.interests:
        person = corpus.claimants[id].name if id in corpus.claimants else id
        yield f"{person} has a stake in it: {quoted(interest)}."
    if row.hands:
        yield f"{name}: {row.hands} hand{'' if row.hands == 1 else 's'} from the root."
    if row.relays:
        yield f"{name}: reached us through {listed(source_name(corpus, relay) for relay in row.relays)}."


_PART = {
    True: "took part in the events",
    False: "did not take part in the events",
    None: "may or may not have taken part: it is not stated",
}


def _after(lag: Lag) -> str:
    words = lag_in_words(lag)
    return f"{words} the event" if words.endswith(("after", "before")) else f"{words} as the event"


# ------------------------------------------------------------------------------------------ the better witness


def better_witness(material: Material) -> Iterator[Draft]:
    """Two accounts of one question by different people, of which something that tells them apart is stated."""
    rows = material.sourced
    pairs = (
        (first, second)
        for first, second in combinations(rows.values(), 2)
        if _shared(rows, first, second) is not None
        and not set(first.by) & set(second.by)
        and _differs(first, second)
    )
    for first, second in spread(pairs, _MOST_PAIRS):
        question = _shared(rows, first, second)
        if question is not None:
            yield _witness(material, question, first, second)


def _shared(rows: dict[tuple[str, str | None], Sourcing], a: Sourcing, b: Sourcing) -> str | None:
    """The question under which both rows stand."""
    for (id, question), row in rows.items():
        if row is a and question is not None and rows.get((b.id, question)) is b and id == a.id:
            return question
    return None


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
        Item(f"{who(corpus, claim)}, against the record: {standing_says(found, material.rows[claim.id])}")
        for claim in claims
        if claim.id in material.rows
    ]
    steps = (*(Item(fact) for fact in dict.fromkeys(facts)), *standings)
    return Draft(
        ItemType.WITNESS,
        (a.id, b.id),
        "Two accounts answer one question. A witness can be good for one thing and bad for another.",
        (
            Paragraph(question_text(corpus, question)),
            Listing(
                tuple(Item(account(corpus, claim, material.plain), _where(corpus, claim)) for claim in claims)
            ),
            Table(("account", "what is stated of the source"), tuple(_stated(corpus, claim) for claim in claims)),
        ),
        "Which of the two is the better witness for this question, and why? What would change your mind?",
        Open(6),
        Key(
            (),
            steps,
            "",
            cautions=("Which is the better witness is a judgement; nothing here is keyed as right.",),
            look_fors=(
                "The answer says for what the witness is good: for this question, not in general.",
                *dict.fromkeys(facts),
            ),
            rubric=WEIGHING,
            samples=tuple(_samples(material, claims, (a, b))),
        ),
        asks=frozenset((f"witness:{'+'.join(sorted((a.id, b.id)))}",)),
        questions=frozenset((question,)),
    )


def _where(corpus: Corpus, claim: Claim) -> str:
    return stands_in(corpus, claim)


def _stated(corpus: Corpus, claim: Claim) -> tuple[str, str]:
    source = corpus.sources.get(claim.source)
    dates = (("dated", source.dated), ("published", source.issued), ("opened", source.opened)) if source else ()
    dated = [f"{word} {one_line(stated.text)}" for word, stated in dates if stated is not None]
    rests = (
        [f"rests on {listed(source_name(corpus, id) for id in source.rests_on)}"]
        if source and source.rests_on
        else []
    )
    kind = [source.type] if source is not None and source.type else []
    return who(corpus, claim), ", ".join((source_name(corpus, claim.source), *kind, *dated, *rests))


def _samples(material: Material, claims: tuple[Claim, Claim], rows: tuple[Sourcing, Sourcing]) -> Iterator[str]:
    """For each of the two what is stated in its favour, if anything is; and an answer that leaves it open."""
    for claim, row, other, its in zip(claims, rows, reversed(claims), reversed(rows), strict=True):
        good = []
        if row.participants and all(row.participants) and not all(its.participants):
            good.append("took part in the events")
        if row.hands < its.hands:
            good.append("stands nearer to the root")
        if _is_sooner(row, its):
            good.append("comes sooner after the event")
        if good:
            name, rival = who(material.corpus, claim), who(material.corpus, other)
            yield (
                f"I would begin with {name}. Of the two it is this account that {listed(good)}. "
                f"That does not make {rival} wrong; it says whom to ask first."
            )
    yield "What is stated of the two does not decide it for me. I would want to see on what each of them rests."


def _is_sooner(a: Sourcing, b: Sourcing) -> bool:
    """Whether one was certainly written (failing that, published) sooner after the event than the other."""
    for mine, other in ((a.written, b.written), (a.published, b.published)):
        if mine is not None and other is not None and mine.most is not None and other.least is not None:
            return mine.most < other.least
    return False
