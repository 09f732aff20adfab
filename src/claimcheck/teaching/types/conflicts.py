"""Find the conflict, and say what must give.

Belongs here: that type. Does not belong here: how conflicts are found and minimised (see `claimcheck.engine`).

Among what is laid out there is exactly one conflict, and nothing else in it conflicts on a narrow reading or under
a bridge; otherwise two answers could be defended. What must give is not keyed: the key lists the ways out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.corpus.entries import Record
from claimcheck.engine.findings import Bearing, Conflict, Role, Verdict
from claimcheck.report.blocks import Item, Listing
from claimcheck.report.words.grammar import listed
from claimcheck.report.words.names import record_entry, record_label, record_place, stands_in
from claimcheck.report.words.proofs import step_says, told
from claimcheck.teaching.drawing import distinct
from claimcheck.teaching.items import Draft, ItemType, Key, OneRight, Option
from claimcheck.teaching.material import Material
from claimcheck.teaching.types.givens import given_of, questions_of
from claimcheck.teaching.types.pairs import fact_of
from claimcheck.teaching.types.rubrics import GIVING_WAY
from claimcheck.teaching.wording import account, as_dated, who

_MOST_VERSIONS = 4


def find_the_conflict(material: Material) -> Iterator[Draft]:
    """Which of these cannot all be true? Conflicts of two or three, among others that go together with them."""
    # Which two contradict is known of all pairs; of three it is only where the search came to its end.
    most = 3 if material.findings.complete else 2
    for conflict in material.findings.conflicts:
        if not conflict.bridges and 2 <= len(conflict.members) <= most and _is_told(material, conflict):
            for beside in _versions(material, conflict):
                draft = _conflict(material, conflict, beside)
                if draft is not None:
                    yield draft


def _is_told(material: Material, conflict: Conflict) -> bool:
    """Whether every member can be laid out: an account, or a dated record."""
    return all(
        id in material.corpus.claims or _dated(material, id) is not None for id in conflict.members
    ) and any(id in material.corpus.claims for id in conflict.members)


def _dated(material: Material, id: str) -> Record | None:
    """A record that says no more than when its event was, so that it is laid out in full."""
    record = record_entry(material.corpus, id)
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
        if pair is not None and (pair.strained or pair.if_bridge or pair.unless):
            return False
        if pair is not None and pair.verdict is Verdict.CONTRADICTS:
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


def _conflict(material: Material, conflict: Conflict, beside: tuple[str, ...]) -> Draft | None:
    corpus = material.corpus
    order = [*corpus.claims, *(record.id for record in material.seen.records)]
    shown = sorted((*conflict.members, *beside), key=order.index)
    letters = {id: str(number) for number, id in enumerate(shown, start=1)}
    texts = tuple(Option(_laid_out(material, id), id) for id in shown)
    if len(distinct(texts)) < len(texts):
        return None
    size = len(conflict.members)
    wrong = tuple(
        _named(letters, chosen) for chosen in combinations(shown, size) if set(chosen) != set(conflict.members)
    )
    right = _named(letters, tuple(sorted(conflict.members, key=order.index)))
    ways = tuple(f"{letters[id]}: {_gives(material, id)}" for id in sorted(conflict.members, key=order.index))
    doubts = tuple(
        f"What is taken as given may be doubted: {said}"
        for said in dict.fromkeys(step_says(corpus, s) for s in conflict.because if s.role is Role.GIVEN)
    )
    facts = {fact_of(a, b) for a, b in combinations(conflict.members, 2)}
    return Draft(
        ItemType.CONFLICT,
        tuple(shown),
        f"Some of these cannot be true together. Find {'the two' if size == 2 else 'the three'}; any fewer "
        "could be.",
        (
            Listing(
                tuple(
                    Item(f"{letters[id]}. {option.text}", _place(material, id))
                    for id, option in zip(shown, texts, strict=True)
                )
            ),
            *given_of(material, conflict.because),
        ),
        "Which cannot all be true?" if size > 2 else "Which two cannot both be true?",
        OneRight(right, wrong),
        Key(
            (),
            told(corpus, conflict.because),
            "",
            cautions=("Which of them must give is not keyed: the evidence decides, and the evidence may change.",),
            look_fors=("One of these has to be given up, and no more than one:", *ways, *doubts),
            rubric=GIVING_WAY,
            samples=_samples(material, conflict, letters),
        ),
        asks=frozenset(facts),
        reveals=frozenset(f"event:{record.event}" for id in shown if (record := _dated(material, id))),
        questions=questions_of(*(corpus.claims[id] for id in conflict.members if id in corpus.claims)),
        further=("What must give? Name every way out, and what each would cost.",),
    )


def _named(letters: dict[str, str], ids: tuple[str, ...]) -> Option:
    return Option(listed(letters[id] for id in ids), "+".join(sorted(ids)))


def _laid_out(material: Material, id: str) -> str:
    corpus = material.corpus
    if id in corpus.claims:
        return account(corpus, corpus.claims[id], material.plain)
    record = record_entry(corpus, id)
    dated = as_dated(corpus, record.when) if record is not None and record.when is not None else ""
    basis = record.basis if record is not None else ""
    label = record_label(corpus, record) if record is not None else id
    return f"The record ({basis}): {label}, {dated}."


def _place(material: Material, id: str) -> str:
    corpus = material.corpus
    if id in corpus.claims:
        return stands_in(corpus, corpus.claims[id])
    record = record_entry(corpus, id)
    return record_place(corpus, record) if record is not None else ""


def _gives(material: Material, id: str) -> str:
    corpus = material.corpus
    if id in corpus.claims:
        return f"{who(corpus, corpus.claims[id])} is wrong, or has been reported or read wrongly."
    return f"the record is wrong ({_place(material, id)})."


def _samples(material: Material, conflict: Conflict, letters: dict[str, str]) -> tuple[str, ...]:
    together = listed(letters[id] for id in sorted(conflict.members, key=lambda id: letters[id]))
    return (
        f"{together} cannot all be true. Giving up any one of them is enough; which one, the wording alone "
        "does not say.",
    )
