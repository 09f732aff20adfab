"""The theory of one set under test: its clauses, each with its ground, and whether they can all hold.

Belongs here: whose a clause is, restricting a theory to some owners, consistency. Does not belong here: how the
clauses come about (see `assumptions`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from claimcheck.engine.anchor_points import Anchored, Lemma, moving_points, snap
from claimcheck.engine.earliest_dates import dated
from claimcheck.engine.network import Clause, Effort, Network, Node
from claimcheck.engine.parts import Key
from claimcheck.engine.search import contradiction
from claimcheck.engine.unions import limits_by_unions

NOBODY: frozenset[Key] = frozenset()
# Structure: ("broader", kind, kind), ("presupposes", kind, kind), ("is", event, kind), ("order", event, event),
# ("bridge", bridge, ""), ("disputes", claim, claim). For the words: ("asserts", *owner) where an owner is there
# only because it asserts something; ("none", member, ""), ("rivals", id, id), ("alike", id, id).
Structure = Literal["broader", "presupposes", "is", "order", "bridge", "disputes"]
Link = tuple[Structure | Literal["asserts", "none", "rivals", "alike"], str, str]


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a clause stands: whose it is (all of them must be under test), and the structure it rests on."""

    owners: frozenset[Key]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Asserted:
    """An event that a member asserts, with its own kinds and the closure of them.

    `said` are those of its own kinds that the member itself states; the others stand with the event.
    """

    event: Node
    own: frozenset[str]
    kinds: frozenset[str]
    owner: Key
    said: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Theory:
    """The clauses of a set under test, the calendar points among its nodes, and the events asserted in it."""

    clauses: tuple[Clause, ...]
    points: tuple[Anchored, ...]
    asserted: tuple[Asserted, ...]
    effort: Effort = field(default_factory=Effort, compare=False)

    def core(self, keep: frozenset[Key] | None = None) -> tuple[Ground, ...] | None:
        """None if all can hold together; otherwise the grounds of clauses that cannot.

        With `keep`, only what these owners bring (and what nobody needs to bring) is under test.
        """
        clauses = self.kept(keep)
        found = contradiction(clauses, self.check, self.effort)
        if found is None:
            return None
        return tuple(ground for number in found if isinstance(ground := clauses[number].reason, Ground))

    def kept(self, keep: frozenset[Key] | None) -> Sequence[Clause]:
        """The clauses that only these owners bring."""
        if keep is None:
            return self.clauses
        return [c for c in self.clauses if isinstance(c.reason, Ground) and c.reason.owners <= keep]

    def is_possible(self, keep: frozenset[Key] | None = None) -> bool:
        """Whether all can hold together."""
        return self.core(keep) is None

    def refine(self, network: Network) -> Sequence[Lemma]:
        """What unions and the calendar say beyond the network's constant differences."""
        lemmas = limits_by_unions(network, self.points)
        if lemmas or not self.points:
            return lemmas
        return snap(self.points, network)

    def check(self, network: Network) -> Sequence[Lemma]:
        """The same, as far as it takes to see whether everything can hold."""
        moving = moving_points(self.points)
        if not moving and not network.leaps:
            return ()
        found = dated(moving, network)
        return self.refine(network) if found is None else found
