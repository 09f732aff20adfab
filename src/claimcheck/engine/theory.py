"""The theory of one set under test: its clauses, each with its ground, and whether they can all hold.

Belongs here: whose a clause is, restricting a theory to some owners, consistency. Does not belong here: how the
clauses come about (see `assumptions`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.engine.anchoring import Anchored, Lemma, moving_points, snap
from claimcheck.engine.dating import dated
from claimcheck.engine.network import Clause, Network, Node, contradiction
from claimcheck.engine.parts import Key

NOBODY: frozenset[Key] = frozenset()
Link = tuple[str, str, str]  # ("broader", kind, kind), ("presupposes", kind, kind), ("order", event, event) …


# Days of an unknown year can push each other's limits from year to year; after so many lemmas it is asked whether
# they can all hold at all.
_PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a clause stands: whose it is (all of them must be under test), and the structure it rests on."""

    owners: frozenset[Key]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Asserted:
    """An event that a member asserts, with its own kinds and the closure of them."""

    event: Node
    own: frozenset[str]
    kinds: frozenset[str]
    owner: Key


@dataclass(frozen=True, slots=True)
class Theory:
    """The clauses of a set under test, the calendar points among its nodes, and the events asserted in it."""

    clauses: tuple[Clause, ...]
    points: tuple[Anchored, ...]
    asserted: tuple[Asserted, ...]

    def core(self, keep: frozenset[Key] | None = None) -> tuple[Ground, ...] | None:
        """None if all can hold together; otherwise the grounds of clauses that cannot.

        With `keep`, only what these owners bring (and what nobody needs to bring) is under test.
        """
        clauses = self.kept(keep)
        found = contradiction(clauses, self.check)
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
        """What the calendar says beyond the network's constant differences."""
        if network.steps and len(network.lemmas) > _PATIENCE:
            found = dated(moving_points(self.points), network)
            if found:
                return found
        return [*(snap(self.points, network) if self.points else ()), *network.stepped()]

    def check(self, network: Network) -> Sequence[Lemma]:
        """The same, as far as it takes to see whether everything can hold."""
        moving = moving_points(self.points)
        if not moving and not network.steps:
            return ()
        found = dated(moving, network)
        return self.refine(network) if found is None else found
