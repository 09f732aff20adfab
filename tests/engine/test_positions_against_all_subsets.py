"""Positions against an oracle that tries every set of accounts and every choice of sets.

The oracle knows what a world says (`random_corpora`) and the meaning (a position is a largest set of accounts that
can all hold together; the positions are the fewest that take in every account; of as few those with the most, then
the earliest). Only whether a set can hold it asks the solver, which has oracles of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from casework import corpus_of

from claimcheck.dates.when import anchors_of
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Answered, HeldPosition
from claimcheck.engine.limits import left_of_stated
from claimcheck.engine.parts import Member, Occurrence, dates_of, target_asked
from claimcheck.engine.perspective import Perspective
from claimcheck.engine.termini import limits_left
from claimcheck.examine import examine
from random_corpora import Said, World, asked, written

WORLDS = 500
Ids = frozenset[str]


class Brute:
    """One question of a world, and everything about it by trying."""

    def __init__(self, drawn: World, found: Examination, question: str) -> None:
        self.found = found
        self.question = question
        self.said: dict[str, list[Said]] = {}
        self.said_by = {claim.id: claim.said for claim in drawn.claims}
        self.members: dict[str, Member] = {}
        self.known: dict[Ids, bool] = {}
        for claim in drawn.claims:
            speaking = [n for n, said in enumerate(claim.said) if self.speaks_of_it(said)]
            whole = found.inquiry.claim(claim.id)
            parts = [part for part in whole.parts if part.number in speaking and part.number < len(claim.said)]
            disputed = next((other for other in drawn.claims if other.id == claim.disputes), None)
            if disputed is not None and any(
                said.named is not None and self.speaks_of_it(said) for said in disputed.said[:1]
            ):
                parts += [part for part in whole.parts if part.number >= len(claim.said)]
            dating = {anchor for part in parts for date in dates_of(part) for anchor in anchors_of(date)}
            for part in whole.parts if parts else ():  # two statements at most: none dates what dates another
                if (
                    part not in parts
                    and isinstance(part, Occurrence)
                    and {part.target.id, part.target.named} & dating
                ):
                    parts.append(part)
            if parts:
                self.said[claim.id] = [claim.said[n] for n in speaking]
                self.members[claim.id] = replace(whole, parts=tuple(parts))

    def speaks_of_it(self, said: Said) -> bool:
        form, _, of = self.question.partition("-")
        match form:
            case "when":
                return said.form == "event" and said.of == of
            case "who":
                return said.form == "value" and said.of == of
            case "whether":
                return said.form in ("kind", "first", "last", "none") and said.of == of and said.named is None
        is_of_it = said.form in ("kind", "first", "last", "none") and said.of == of
        return is_of_it and (said.named is None or said.form == form)

    def answers(self, id: str) -> bool:
        """Whether a claim is an answer: it neither only denies nor is undetermined."""
        if self.question.startswith("whether"):
            return self.polarity(id) is not None
        positive = [said for said in self.said[id] if is_positive(said)]
        return bool(positive) and not self.is_undetermined(id, positive)

    def is_undetermined(self, id: str, positive: Sequence[Said]) -> bool:
        """Whether nothing limits what it says; what can be right on the wide reading alone has its limits."""
        if any(said.form == "value" for said in positive):
            return False
        inquiry, member = self.found.inquiry, self.members[id]
        numbers = {self.said_by[id].index(said) for said in positive}
        saying = [part for part in member.parts if isinstance(part, Occurrence) and part.number in numbers]
        alone = replace(member, parts=tuple(part for part in member.parts if isinstance(part, Occurrence)))
        if not inquiry.theory((alone,), False).is_possible():
            return False
        for part in saying:
            if part.target.form != "kind":
                target = replace(part.target, named=None)
                if limits_left(inquiry, (alone,), [target])[target] != (None, None):
                    return False
            elif part.date is not None and left_of_stated(inquiry, alone, part.date) is not None:
                return False
        return True

    def polarity(self, id: str) -> bool | None:
        if not self.question.startswith("whether"):
            return None
        for said in self.said[id]:
            if is_positive(said):
                return True
            if said.when is None and (said.form == "none" or (said.denied and said.form == "kind")):
                return False
        return None

    def can_hold(self, ids: Iterable[str]) -> bool:
        key = frozenset(ids)
        if key not in self.known:
            if {True, False} <= {self.polarity(id) for id in key} or any(
                not self.known.get(key - {id}, True) for id in key
            ):
                self.known[key] = False
            else:
                members = [self.members[id] for id in sorted(key)]
                self.known[key] = self.found.inquiry.theory(members, True).is_possible()
        return self.known[key]

    def covers(self, openers: Sequence[str]) -> list[tuple[Ids, ...]]:
        """Every choice of the fewest largest sets that take in all."""
        possible = [
            frozenset(some)
            for size in range(1, len(openers) + 1)
            for some in combinations(openers, size)
            if self.can_hold(some)
        ]
        largest = [some for some in possible if not any(some < other for other in possible)]
        for size in range(1, len(openers) + 1):
            found = [
                chosen
                for chosen in combinations(largest, size)
                if frozenset().union(*chosen) == frozenset(openers)
            ]
            if found:
                return found
        return [()]

    def earliest(self, some: Ids) -> tuple[int, int, int, int]:
        target = target_asked(self.found.corpus.questions[self.question])
        assert target is not None
        members = [self.members[id] for id in sorted(some)]
        first, last = limits_left(self.found.inquiry, members, [target])[target]
        if first is None:
            return (0, last, 0, 0) if last is not None else (1, 0, 0, 0)
        return (0, first, 1, last if last is not None else first)


def is_positive(said: Said) -> bool:
    """Whether it says that something was, and not only what was not."""
    return not said.denied and said.form != "none"


def openers_of(tried: Brute) -> tuple[list[str], list[str]]:
    possible = [id for id in tried.members if tried.can_hold((id,))]
    opening = [id for id in possible if tried.answers(id)]
    return (opening, possible) if opening else (possible, possible)


def ordinary(answered: Answered | None) -> list[HeldPosition]:
    return [p for p in answered.positions if not p.is_against_givens] if answered is not None else []


@pytest.mark.parametrize("first", range(0, WORLDS, 50))
def test_positions_are_the_fewest_largest_sets_that_take_in_every_account(first: int) -> None:
    compared = 0
    for seed in range(first, first + 50):
        drawn = asked(seed)
        found = examine(corpus_of(written(drawn, asking=True)), Perspective())
        for question in found.corpus.questions:
            answered = found.positions_of(question)
            tried = Brute(drawn, found, question)
            where = f"world {seed}, {question}"
            counted = set(answered.accounts) | {id for id, _ in answered.uncounted} if answered else set()
            assert counted == set(tried.members), where
            opening, possible = openers_of(tried)
            got = ordinary(answered)
            if not possible:
                assert got == [], where
                continue
            assert answered is not None
            if not any(tried.answers(id) for id in possible) and len(got) < len(answered.positions):
                continue  # somebody whom only the dates of his anchors rule out answers; see the small corpora
            covers = tried.covers(opening)
            sets = tuple(frozenset(position.accounts) for position in got)
            assert len(sets) == len(covers[0]), where
            assert frozenset(sets) in {frozenset(cover) for cover in covers}, where
            most = max(sum(map(len, cover)) for cover in covers)
            assert sum(map(len, sets)) == most, where
            assert answered.complete, where
            if len(got) == len(answered.positions):
                assert answered.others == len(covers) - 1, where
            if len(covers) > 1:
                compared += 1
            target = target_asked(found.corpus.questions[question])
            if target is not None and target.form != "kind" and seed % 3:
                best = min(sorted(map(tried.earliest, cover)) for cover in covers if sum(map(len, cover)) == most)
                assert sorted(map(tried.earliest, sets)) == best, where
            for position in got:
                for id in position.held_by:
                    assert sum(id in other for other in sets) == 1, where
                for id in position.left_with:
                    fits = [p.number for p in got if tried.can_hold((*p.accounts, id))]
                    assert id not in opening and fits == [position.number], where
            for id, numbers in answered.undecided:
                fits = [p.number for p in got if id in p.accounts or tried.can_hold((*p.accounts, id))]
                assert list(numbers) == fits and len(fits) != 1, where
    assert first or compared, "no world has positions that could be chosen otherwise"


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_the_order_of_the_files_decides_nothing(first: int) -> None:
    for seed in range(first, first + 50):
        drawn = asked(seed)
        places = list(range(len(drawn.claims)))
        one, other = (
            examine(corpus_of(written(drawn, order, asking=True)), Perspective())
            for order in (places, places[::-1])
        )
        assert {a.question: a for a in one.positions} == {a.question: a for a in other.positions}, seed
        for answered in one.positions:
            assert one.state_of(answered.question) == other.state_of(answered.question), (seed, answered.question)
        assert set(one.ties) == set(other.ties), seed
