"""Voices counted and weighed: accounts, roots and relays, for each question and each point of agreement.

Belongs here: who stands behind a set of claims, on what they are stated to depend, and through which works they
reached us. Three numbers and never one. Does not belong here: circular corroboration (see `loops`), how long after
the event a source was written (see `sourcing`), verdicts.

An account is what one claimant puts forward, or several jointly: a joint statement is one, and two claims by the
same claimants are one. A root is a source on which nothing else is stated to bear from behind: where `rests-on`
(or `reports`, which adds no witness) ends. A relay is a work through which an account, or what it rests on, came.
Copies count once (Langlois & Seignobos, Introduction aux études historiques, 1898, II 4); that two roots are
independent of each other is not said by this, and not presumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.corpus.entries import Claimant, Corpus
from claimcheck.corpus.stemma import relays_of, rests_on_of
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Dimension, Verdict

# Words that say "more than one, and not who". They count only at the beginning of a name, and only if nothing
# follows or what follows begins with a small letter: "several historians", but "Most Rev. John Smith" is a man.
QUANTIFIERS = (
    *("several", "some", "many", "most", "various", "numerous", "certain", "other", "others", "a few"),
    *("a number of", "a group of", "another group of"),
    *("несколько", "некоторые", "многие", "большинство", "различные", "другие", "иные", "ряд", "группа"),
)
# At the end of a name they say that more stand behind it than the one named: "Bede and others".
REMAINDERS = ("and others", "et al", "и другие", "и др")
_SEVERAL = re.compile(
    rf"(?:(?:{'|'.join(QUANTIFIERS)})(?:\s+(?P<next>\S).*)?|.*\s(?:{'|'.join(REMAINDERS)})\.?)", re.IGNORECASE
)


def are_several(claimant: Claimant) -> bool:
    """Whether more than one are meant who are not named, so that nobody can say how many.

    As the entry says under `several`; where it is silent, by how the name begins or ends (see `QUANTIFIERS` and
    `REMAINDERS`).
    """
    return claimant.several if claimant.several is not None else is_taken_as_several(claimant)


def is_taken_as_several(claimant: Claimant) -> bool:
    """Whether it is the name alone, and not the entry, that says so."""
    if claimant.several is not None:
        return False
    found = _SEVERAL.fullmatch(" ".join(claimant.name.split()))
    return found is not None and (found["next"] is None or not found["next"].isupper())


@dataclass(frozen=True, slots=True)
class Chain:
    """One way from a claim to a root: the claims and sources on the way.

    It begins with the claim's source; where the claim rests on something that its source does not, with the claim.
    """

    ids: tuple[str, ...]

    @property
    def root(self) -> str:
        """The source at which the dependence ends."""
        return self.ids[-1]

    @property
    def steps(self) -> int:
        """How many times something rests on something else on the way."""
        return len(self.ids) - 1


@dataclass(frozen=True, slots=True)
class Account:
    """What the same claimants put forward: their claims, the chains to their roots, the relays.

    `is_several` says that some of the claimants are several who are not named; then `by` is no number of voices.
    """

    by: tuple[str, ...]
    claims: tuple[str, ...]
    is_several: bool
    chains: tuple[Chain, ...]
    relays: tuple[str, ...]

    @property
    def roots(self) -> tuple[str, ...]:
        """The sources at which the account's dependence ends, each once."""
        return tuple(dict.fromkeys(chain.root for chain in self.chains))


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The three numbers of a set of claims, as what they count: `len` of each is the number."""

    accounts: tuple[Account, ...]
    roots: tuple[str, ...]
    relays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question (None for claims that answer none) and who speaks to it."""

    question: str | None
    claims: tuple[str, ...]
    witnesses: Witnesses


@dataclass(frozen=True, slots=True)
class Agreement:
    """A point on which claims agree: those that say the same, those that say it more precisely, and who they are.

    `dimension` is what they agree in. The witnesses are those of both kinds of claims together.
    """

    question: str | None
    dimension: Dimension | None
    claims: tuple[str, ...]
    more_precise: tuple[str, ...]
    witnesses: Witnesses


def witnesses_of(corpus: Corpus, claims: Iterable[str]) -> Witnesses:
    """The accounts, roots and relays of claims, each in the order of the claims."""
    grouped: dict[frozenset[str], list[str]] = {}
    for id in claims:
        claim = corpus.claims[id]
        grouped.setdefault(frozenset(claim.by or (claim.id,)), []).append(id)
    accounts = tuple(_account(corpus, ids) for ids in grouped.values())
    return Witnesses(
        accounts,
        tuple(dict.fromkeys(root for account in accounts for root in account.roots)),
        tuple(dict.fromkeys(relay for account in accounts for relay in account.relays)),
    )


def _account(corpus: Corpus, claims: list[str]) -> Account:
    by = corpus.claims[claims[0]].by
    people = (corpus.claimants.get(id) for id in by)
    chains = dict.fromkeys(chain for id in claims for chain in chains_of(corpus, id))
    return Account(
        by,
        tuple(claims),
        any(are_several(claimant) for claimant in people if claimant is not None),
        tuple(chains),
        tuple(dict.fromkeys(relay for id in claims for relay in all_relays_of(corpus, id))),
    )


def chains_of(corpus: Corpus, claim: str) -> tuple[Chain, ...]:
    """The shortest chain of dependence from a claim to each of its roots, the nearest root first.

    A circle ends where it closes.
    """
    found: dict[str, Chain] = {}
    source = corpus.claims[claim].source
    stated = rests_on_of(corpus, source, is_claim=False)
    seen: set[str] = set()
    level: list[tuple[str, tuple[str, ...]]] = [
        (id, (source if id in stated else claim, id)) for id in depends_on(corpus, claim, is_claim=True)
    ]
    while level:
        following: list[tuple[str, tuple[str, ...]]] = []
        for id, path in level:
            onward = depends_on(corpus, id)
            if not onward:
                ended = path if id in corpus.sources else (*path, corpus.claims[id].source)
                found.setdefault(ended[-1], Chain(ended))
            for other in onward:
                if other not in seen:
                    seen.add(other)
                    following.append((other, (*path, other)))
        level = following
    return tuple(found.values()) or (Chain((source,)),)


def depends_on(corpus: Corpus, id: str, *, is_claim: bool | None = None) -> tuple[str, ...]:
    """What a claim or source directly depends on: what it rests on, and the claims that it only reports.

    An id that a source and a claim share means the source, unless `is_claim` says otherwise.
    """
    stated = rests_on_of(corpus, id, is_claim=is_claim)
    if is_claim or (is_claim is None and id not in corpus.sources and id in corpus.claims):
        return (*stated, *corpus.claims[id].reports)
    return stated


def all_relays_of(corpus: Corpus, claim: str) -> tuple[str, ...]:
    """The works through which a claim, and whatever it depends on, reached us; nearest first, each once."""
    found: dict[str, None] = dict.fromkeys(relays_of(corpus, claim, is_claim=True))
    seen: set[str] = set()
    waiting = list(depends_on(corpus, claim, is_claim=True))
    while waiting:
        other = waiting.pop(0)
        if other not in seen:
            seen.add(other)
            waiting.extend(depends_on(corpus, other))
            found.update(dict.fromkeys(relays_of(corpus, other, is_claim=other not in corpus.sources)))
    return tuple(found)


# Questions and points of agreement.


def witnesses_by_question(findings: Examination) -> tuple[Asked, ...]:
    """Every question that claims in view answer, with who answers it; then the claims that answer none.

    Claims that state nothing (they only report, dispute or pass judgement) are no account of anything.
    """
    corpus = findings.corpus
    present = [corpus.claims[row.claim] for row in findings.rows]
    asked: dict[str | None, list[str]] = {question: [] for question in corpus.questions}
    asked[None] = []
    for claim in present:
        answered = {statement.question for statement in claim.statements if statement.question in corpus.questions}
        for question in corpus.questions:
            if question in answered:
                asked[question].append(claim.id)
        if claim.statements and not answered:
            asked[None].append(claim.id)
    return tuple(Asked(question, tuple(ids), witnesses_of(corpus, ids)) for question, ids in asked.items() if ids)


def agreements(findings: Examination) -> tuple[Agreement, ...]:
    """Every point on which two or more claims agree, or that some say more precisely, in the order of the files.

    Claims belong to one point if each two of them agree. A claim is more precise if it refines all of them.
    """
    return tuple(_agreements(findings))


def _agreements(findings: Examination) -> Iterator[Agreement]:
    corpus = findings.corpus
    groups: dict[tuple[str | None, Dimension | None], tuple[set[frozenset[str]], set[tuple[str, str]]]] = {}
    for pair in findings.pairs:
        same, finer = groups.setdefault((pair.question, pair.dimension), (set(), set()))
        if pair.verdict is Verdict.AGREES:
            same.add(frozenset((pair.a, pair.b)))
        elif pair.verdict is Verdict.REFINES:
            finer.add((pair.a, pair.b))
        elif pair.verdict is Verdict.REFINED_BY:
            finer.add((pair.b, pair.a))
    order = {id: place for place, id in enumerate(corpus.claims)}
    for (question, dimension), (same, finer) in groups.items():
        involved = sorted({id for pair in (*same, *finer) for id in pair}, key=order.__getitem__)
        for claims in _points(involved, same):
            more = tuple(
                id for id in involved if id not in claims and all((id, other) in finer for other in claims)
            )
            if len(claims) + len(more) > 1:
                yield Agreement(question, dimension, claims, more, witnesses_of(corpus, (*claims, *more)))


def _points(claims: list[str], same: set[frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """The largest groups whose members all agree. They seldom overlap: agreement is nearly always transitive."""
    found: dict[tuple[str, ...], None] = {}
    for id in claims:
        group = [id]
        for other in claims:
            if other != id and all(frozenset((other, member)) in same for member in group):
                group.append(other)
        found[tuple(claim for claim in claims if claim in group)] = None
    yield from found
