"""Whether a step of a proof follows from exactly the steps that it cites: what is put to the test once more.

Belongs here: the theory of a few cited steps and of nothing else. Does not belong here: the search for a proof and
its telling (see `proof`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimcheck.engine.anchor_points import EventEnd, Extreme
from claimcheck.engine.assumptions import Assembly
from claimcheck.engine.inquiry import Inquiry
from claimcheck.engine.network import Atom, Clause
from claimcheck.engine.parts import Dispute, Key, Member, Occurrence, Part, Target
from claimcheck.engine.scene import Given, Scene, dated_events
from claimcheck.engine.search import contradiction
from claimcheck.engine.theory import NOBODY, Ground

STRUCTURE = ("is", "broader", "presupposes", "order")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a step cites: members under test by key, dates that records lend, structure, and limits deduced before.

    `behind` are the members on which the limits rest: that these speak of something is known with the limits.
    """

    members: frozenset[Key]
    behind: frozenset[Key]
    lent: tuple[Given, ...]
    links: frozenset[tuple[str, str, str]]
    limits: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """The members of a proof, from which its steps are put to the test."""

    inquiry: Inquiry
    members: Mapping[Key, Member]
    granted: frozenset[str]
    wide: bool

    def follows(self, cited: Cited, conclusion: Atom | None) -> bool:
        """Whether a limit follows from what is cited alone; without a conclusion, whether that cannot all be."""
        scene = self._scene(cited)
        assembly = Assembly(scene, self.wide)
        for key, member in self.members.items():
            denied = {other for relation, id, other in cited.links if (relation, id) == ("disputes", member.id)}
            is_stated = key in cited.members
            if is_stated or denied:
                parts = tuple(part for part in member.parts if self._is_cited(part, member, is_stated, denied))
                assembly.include(replace(member, parts=parts))
            elif key in cited.behind:
                assembly.include(_undated(member))
        for number, given in enumerate(cited.lent):
            if self._is_of(scene, given):
                assembly.lend(given, ("given", str(number)))
        for limit in cited.limits:
            _speak(assembly, limit)
            assembly.add([(limit,)], NOBODY)
        for node in (conclusion.x, conclusion.y) if conclusion is not None else ():
            if isinstance(node, EventEnd):
                assembly.event(node.event)
            elif isinstance(node, Extreme):
                assembly.mention(node)
        theory = assembly.theory()
        clauses = [clause for clause in theory.clauses if _stands(clause, cited.links)]
        if conclusion is not None:
            clauses.append(Clause((_opposite(conclusion),), Ground(NOBODY)))
        return contradiction(clauses, theory.check, theory.effort) is not None

    def _is_cited(self, part: Part, member: Member, is_stated: bool, denied: set[str]) -> bool:
        """Whether a part is among what is cited: beside something of its own, a dispute is a step by itself."""
        claim = self.inquiry.view.corpus.claims.get(member.id)
        if not isinstance(part, Dispute) or claim is None or not claim.statements:
            return is_stated
        return part.claim in denied

    def _scene(self, cited: Cited) -> Scene:
        """The scene in which two events are one only by a bridge that is cited."""
        bridges = self.inquiry.view.corpus.bridges
        merging = {id for id in self.granted if id in bridges and bridges[id].same is not None}
        named = {id for relation, id, _ in cited.links if relation == "bridge"}
        return self.inquiry.scene(self.granted - (merging - named))

    def _is_of(self, scene: Scene, given: Given) -> bool:
        """Whether what a record or a claim dates is the event to which its date is lent."""
        entries, claims = self.inquiry.record_entries, self.inquiry.view.corpus.claims
        named: set[str] = set()
        for id in given.ids:
            if id in entries:
                named.add(entries[id].event)
            elif id in claims:
                named |= {event for event, _ in dated_events(self.inquiry.claim(id))}
        return scene.stands_for(given.event) in {scene.stands_for(event) for event in named}


def _opposite(limit: Atom) -> Atom:
    return Atom(limit.y, limit.x, -limit.weight - 1)


def _stands(clause: Clause, links: frozenset[tuple[str, str, str]]) -> bool:
    ground = clause.reason
    assert isinstance(ground, Ground)
    needed = {link for link in ground.links if link[0] in STRUCTURE or link[0] == "bridge"}
    return needed <= links


def _undated(member: Member) -> Member:
    """What a member speaks of, without a word on when that was, or on what was not."""
    parts: list[Part] = []
    spoken: list[Part] = []
    for part in member.parts:
        if not isinstance(part, Occurrence):
            continue
        bare = replace(part, date=None, excluded=None, extent="within", ends=None)
        if part.target.form in ("first", "last") and part.target.named is not None:
            spoken.append(replace(bare, target=Target("kind", part.target.id, part.target.named)))
            bare = replace(bare, target=Target(part.target.form, part.target.id))
        parts.append(bare)
    return replace(member, parts=(*parts, *spoken))


def _speak(assembly: Assembly, limit: Atom) -> None:
    """Who states a limit of a first or last speaks of it; and what has a limit lasts."""
    for node in (limit.x, limit.y):
        if isinstance(node, EventEnd):
            assembly.event(node.event)
        if isinstance(node, Extreme):
            spoken = Occurrence(0, None, Target(node.side, node.kind))
            assembly.include(Member("", False, (spoken,), "", None), ("limit", f"{node.side} {node.kind}"))
