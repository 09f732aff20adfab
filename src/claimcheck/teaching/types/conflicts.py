"""Exercises on conflicts: find the conflict, misprint or disagreement, what would settle it.

Belongs here: those types. Does not belong here: how conflicts and slips are found (see `claimcheck.engine` and
`claimcheck.criticism`).

Among what is laid out there is exactly one conflict, and nothing else in it conflicts on a narrow reading or under
a bridge; otherwise two answers could be defended. What must give is not keyed: the key lists the ways out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Claim, Record
from claimcheck.criticism.definite import DefiniteDate
from claimcheck.criticism.slip_kinds import SlipKind
from claimcheck.criticism.slips import Slip, find_slips
from claimcheck.dates.calendars import calendar_date, day_number
from claimcheck.engine.findings import Bearing, Conflict, Dimension, Pair, Role, Verdict
from claimcheck.report.blocks import Item, Listing, Paragraph
from claimcheck.report.slips import slip_says
from claimcheck.report.words import names
from claimcheck.report.words.grammar import listed
from claimcheck.report.words.proofs import step_says, told
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Option, Sample
from claimcheck.teaching.material import Material
from claimcheck.teaching.types.givens import given_of, questions_of
from claimcheck.teaching.types.pairs import VERDICTS, fact_of, verdict_says
from claimcheck.teaching.types.rubrics import GIVING_WAY, SETTLING
from claimcheck.teaching.wording import place, record_says, source_name, who

_MOST_VERSIONS = 4


def find_the_conflict(material: Material) -> Iterator[Draft]:
    """Which of these cannot all be true? One for each pattern of positions, among others that go together."""
    # Which two contradict is known of all pairs; of three it is only where the search came to its end.
    most = 3 if material.findings.complete else 2
    patterns: set[frozenset[object]] = set()
    for conflict in material.findings.conflicts:
        pattern = frozenset(material.positions.get(id, id) for id in conflict.members)
        if conflict.bridges or not 2 <= len(conflict.members) <= most or pattern in patterns:
            continue
        if _is_told(material, conflict):
            for beside in _versions(material, conflict):
                patterns.add(pattern)
                yield _conflict(material, conflict, beside)


def _is_told(material: Material, conflict: Conflict) -> bool:
    """Whether every member can be laid out: an account of its own, or a dated record.

    Who disputes another's account denies more than the sheet could show.
    """
    claims = material.corpus.claims
    if any(claims[id].disputes or claims[id].reports for id in conflict.members if id in claims):
        return False
    return all(
        id in material.corpus.claims or _dated(material, id) is not None for id in conflict.members
    ) and any(id in material.corpus.claims for id in conflict.members)


def _dated(material: Material, id: str) -> Record | None:
    """A record that says no more than when its event was, so that it is laid out in full."""
    record = names.record_entry(material.corpus, id)
    if record is None or record.when is None or record.none or record.first or record.last:
        return None
    return record


def _versions(material: Material, conflict: Conflict) -> Iterator[tuple[str, ...]]:
    """Sets of two bystanders that go together with the members and with each other, the nearest first."""
    members = conflict.members
    fit = [id for id in _neighbours(material, conflict) if _go_together(material, (*members, id), members)]
    made = 0
    for beside in combinations(fit[:6], 2):
        if made < _MOST_VERSIONS and _go_together(material, (*members, *beside), members):
            made += 1
            yield beside


def _neighbours(material: Material, conflict: Conflict) -> list[str]:
    """Claims that could stand beside a conflict: those that answer its questions first, then the others."""
    corpus = material.corpus
    claims = [corpus.claims[id] for id in conflict.members if id in corpus.claims]
    questions, people = questions_of(*claims), {name for claim in claims for name in claim.by}
    others = [
        claim
        for claim in material.claims
        if claim.id not in conflict.members
        and claim.statements
        and claim.stance == "asserts"
        and not claim.reports
        and not claim.disputes
    ]
    others.sort(key=lambda claim: (not questions_of(claim) & questions, bool(people & set(claim.by))))
    return [claim.id for claim in others]


def _go_together(material: Material, ids: tuple[str, ...], target: tuple[str, ...]) -> bool:
    """Whether nothing among these conflicts but the target: not as it stands, not narrowly, not under a bridge."""
    shown = set(ids)
    for conflict in material.findings.conflicts:
        if set(conflict.members) <= shown and set(conflict.members) != set(target):
            return False
    for a, b in combinations(ids, 2):
        if {a, b} == set(target):
            continue
        pair = material.pairs.get(frozenset((a, b)))
        if pair is not None and (not material.is_clean(a, b) or pair.verdict is Verdict.CONTRADICTS):
            return False
        for claim, record in ((a, b), (b, a)):
            row = material.rows.get(claim)
            if row is not None and record not in material.rows:
                bearing = dict(row.records).get(record)
                if row.strained or row.if_bridge or (bearing is Bearing.CONTESTS):
                    return False
                if bearing is Bearing.CONTRADICTS and len(target) == 2:
                    return False
    return True


def _conflict(material: Material, conflict: Conflict, beside: tuple[str, ...]) -> Draft:
    corpus = material.corpus
    order = [*corpus.claims, *(record.id for record in material.seen.records)]
    shown = sorted((*conflict.members, *beside), key=order.index)
    letters = dict(zip(shown, "PQRSTU", strict=False))
    size = len(conflict.members)
    members = tuple(sorted(conflict.members, key=order.index))
    wrong = tuple(
        _named(letters, chosen, _why_not(material, chosen, members, letters))
        for chosen in combinations(shown, size)
        if set(chosen) != set(members)
    )
    ways = tuple(f"{letters[id]}: {_gives(material, id)}" for id in members)
    doubts = tuple(
        f"What is taken as given may be doubted: {said}"
        for said in dict.fromkeys(step_says(corpus, s) for s in conflict.because if s.role is Role.GIVEN)
    )
    together = listed(letters[id] for id in members)
    return Draft(
        ItemType.CONFLICT,
        tuple(shown),
        f"Some of these cannot be true together. Find {'the two' if size == 2 else 'the three'}; any fewer could "
        "be.",
        (
            Listing(tuple(Item(f"{letters[id]}. {_laid_out(material, id)}") for id in shown)),
            *given_of(material, conflict.because),
        ),
        "Which cannot all be true?" if size > 2 else "Which two cannot both be true?",
        OneRight(_named(letters, members), wrong),
        Key(
            (),
            told(corpus, conflict.because),
            cautions=("Which of them must give is not keyed: the evidence decides, and the evidence may change.",),
            look_fors=("One of these has to be given up, and no more than one:", *ways, *doubts),
            rubric=GIVING_WAY,
            samples=(
                Sample(
                    f"{together} cannot all be true. Giving up any one of them is enough; which one, the wording "
                    "alone does not say."
                ),
            ),
            ruled_out=frozenset(members) & material.ruled_out,
        ),
        asks=frozenset(fact_of(a, b) for a, b in combinations(members, 2)),
        reveals=frozenset(f"event:{record.event}" for id in shown if (record := _dated(material, id))),
        questions=questions_of(*(corpus.claims[id] for id in members if id in corpus.claims)),
        further=("What must give? Name every way out, and what each would cost.",),
    )


def _named(letters: dict[str, str], ids: tuple[str, ...], slip: str = "") -> Option:
    return Option(listed(letters[id] for id in ids), "+".join(sorted(ids)), slip)


def _why_not(
    material: Material, chosen: tuple[str, ...], members: tuple[str, ...], letters: dict[str, str]
) -> str:
    if len(chosen) > 2:
        missing = listed(letters[id] for id in members if id not in chosen)
        return f"a difference was taken for a conflict: without {missing} all three can be true"
    a, b = chosen
    if a in material.corpus.claims and b in material.corpus.claims:
        return f"a difference was taken for a conflict: {VERDICTS[material.pair(a, b).verdict]}"
    return "a difference was taken for a conflict: the record leaves room for the account"


def _laid_out(material: Material, id: str) -> str:
    corpus = material.corpus
    if id in corpus.claims:
        return material.account(corpus.claims[id])
    record = names.record_entry(corpus, id)
    assert record is not None, "a member of a conflict is a claim or a record"
    return f"The record ({record.basis}): {record_says(corpus, record, material.plain)}."


def _gives(material: Material, id: str) -> str:
    corpus = material.corpus
    if id in corpus.claims:
        return f"{who(corpus, corpus.claims[id])} is wrong, or has been reported or read wrongly."
    record = names.record_entry(corpus, id)
    return f"the record is wrong{f' ({place(corpus, record)})' if record is not None else ''}."


# ------------------------------------------------------------------------------- misprint or disagreement

_SLIPS = {
    SlipKind.CALENDAR: "a date of the one calendar was taken for one of the other",
    SlipKind.YEAR_STYLE: "the number of a year that begins on another day was kept",
    SlipKind.NEIGHBOURING_MONTH: "the month before or after was written",
    SlipKind.NEIGHBOURING_YEAR: "the year before or after was written",
    SlipKind.EXCHANGED: "day and month changed places",
    SlipKind.TRANSPOSED: "two digits of one number changed places",
    SlipKind.LOST: "a digit was lost",
    SlipKind.MISREAD: "a digit was misread for one that looks like it",
}


def misprint(material: Material) -> Iterator[Draft]:
    """Two dates that contradict each other: by which slip of pen or press could the one have become the other?"""
    found: dict[tuple[str, ...], list[Slip]] = {}
    for slip in material.findings.once(find_slips):
        if slip.record is None and slip.a.is_day and slip.b.is_day:
            found.setdefault(slip.claims, []).append(slip)
    for (a, b), slips in found.items():
        claims = (material.corpus.claims[id] for id in (a, b))
        if not all(material.placed_claim(claim) is not None for claim in claims):
            continue
        if len(slips) == 1 and slips[0].kind in _SLIPS and material.positions.get(a) != material.positions.get(b):
            wrong = tuple(_impossible(slips[0].a, slips[0].b))
            wrong = tuple(option for option in wrong if option.ref != str(slips[0].kind))
            if len(wrong) >= 2:
                yield _misprint(material, slips[0], wrong)


def _impossible(a: DefiniteDate, b: DefiniteDate) -> Iterator[Option]:
    """The slips by which the one date certainly cannot have become the other, each with the reason."""
    (year, month, day), (other_year, other_month, other_day) = a.numerals, b.numerals
    if month == other_month or day != other_day:
        why = "the months are the same" if month == other_month else "the days differ as well"
        yield _slip(SlipKind.NEIGHBOURING_MONTH, why)
    if year == other_year or (month, day) != (other_month, other_day):
        why = "the years are the same" if year == other_year else "day and month differ as well"
        yield _slip(SlipKind.NEIGHBOURING_YEAR, why)
    if (day, month) != (other_month, other_day):
        yield _slip(SlipKind.EXCHANGED, "the number of the one day is not that of the other month")
    if abs(a.first - b.first) != abs(day_number("julian", *calendar_date("gregorian", a.first)) - a.first):
        yield _slip(SlipKind.CALENDAR, "the calendars were not that many days apart")


def _slip(kind: SlipKind, why: str) -> Option:
    return Option(_SLIPS[kind], str(kind), f"the dates were not compared part by part: {why}")


def _misprint(material: Material, slip: Slip, wrong: tuple[Option, ...]) -> Draft:
    corpus = material.corpus
    claims = [corpus.claims[id] for id in slip.claims]
    return Draft(
        ItemType.MISPRINT,
        slip.claims,
        "Two dates can differ because two people disagree, or because one of them slipped.",
        (Listing(tuple(Item(material.account(claim)) for claim in claims)),),
        "By which slip of pen or press could the one date have become the other?",
        OneRight(Option(_SLIPS[slip.kind], str(slip.kind)), wrong),
        Key(
            (),
            (*(Item(material.account(claim), place(corpus, claim)) for claim in claims), Item(slip_says(slip))),
            cautions=(
                "That a slip could explain it does not show that there was one: whether it is a misprint or a "
                "disagreement is open.",
            ),
            look_fors=(
                "Another edition or the manuscript would show a misprint; a second place where the same author "
                "has the same date would speak against one.",
            ),
            rubric=SETTLING,
        ),
        asks=frozenset((f"slip:{'+'.join(slip.claims)}",)),
        reveals=frozenset((fact_of(*slip.claims),)),
        questions=questions_of(*claims),
        further=("Misprint or disagreement? What would you look up to find out?",),
    )


# ------------------------------------------------------------------------------------ what would settle it


def what_would_settle_it(material: Material) -> Iterator[Draft]:
    """Two accounts of different positions that the record does not decide: which find would decide?"""
    patterns: set[frozenset[object]] = set()
    for pair in material.findings.pairs:
        if pair.verdict is not Verdict.CONTRADICTS or pair.question not in material.corpus.questions:
            continue
        pattern = frozenset((material.positions.get(pair.a), material.positions.get(pair.b)))
        claims = [material.corpus.claims[id] for id in (pair.a, pair.b)]
        if (
            pattern in patterns
            or len(pattern) < 2
            or pair.dimension is not Dimension.DATE
            or {pair.a, pair.b} & material.ruled_out
            or any(claim.disputes or claim.reports or claim.misprint for claim in claims)
            or set(claims[0].by) & set(claims[1].by)
        ):
            continue
        patterns.add(pattern)
        yield _settle(material, pair, claims[0], claims[1])


def _settle(material: Material, pair: Pair, a: Claim, b: Claim) -> Draft:
    corpus = material.corpus
    one = who(corpus, a)
    question = pair.question or ""
    wrong = [
        Option(
            f"A later book that says the same as {one}, and names {source_name(corpus, a.source)} as its source.",
            "retold",
            "a work that rests on an account is that account once more",
        ),
        Option(
            f"A second copy of {source_name(corpus, b.source)}, with the same words.",
            "copy",
            "a copy was taken for a second witness",
        ),
        Option(
            "A count of how many books have the one answer today, and how many the other.",
            "count",
            "voices were counted instead of weighed",
        ),
    ]
    fitting = [
        record
        for id, bearing in material.rows[a.id].records
        if bearing is Bearing.CONSISTENT
        and dict(material.rows[b.id].records).get(id) is Bearing.CONSISTENT
        and (record := _dated(material, id)) is not None
    ]
    for record in fitting[:1]:
        said = record_says(corpus, record, material.plain)
        wrong.append(
            Option(f"Another paper that says: {said}; and nothing more.", "fits", "both accounts agree with that")
        )
    return Draft(
        ItemType.SETTLE,
        (a.id, b.id),
        "Not every new find decides an old question.",
        (
            Paragraph(material.asked(question)),
            Listing((Item(material.account(a)), Item(material.account(b)))),
        ),
        "Suppose each of these were found. Which one could decide between the two?",
        OneRight(
            Option(
                "A paper of the time by somebody who had it from neither of the two, with a date for this very "
                "thing.",
                "witness",
            ),
            tuple(wrong),
        ),
        Key(
            (),
            (
                Item(verdict_says(material, pair)),
                Item("No record that is in the corpus rules out either of the two."),
                *(Item(f"Both can be true with {names.record(corpus, record.id)}.") for record in fitting[:1]),
                Item("What decides must answer this question, and must not rest on either account."),
            ),
            look_fors=("Where such a paper might be: who kept records, and where they went.",),
            rubric=SETTLING,
        ),
        asks=frozenset((f"settle:{question}",)),
        reveals=frozenset((fact_of(a.id, b.id),)),
        questions=frozenset((question,)),
        further=("Where would you look for it, and what would you do if it is not there?",),
    )
