"""The one door to python-sat: a solver for choices, and hitting sets from the smallest on.

Belongs here: every import of it, loaded when first needed. Does not belong here: what is asked of it. Without it
everything is searched plainly, as far as that goes, and what was cut short is said to be incomplete.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pysat.examples.hitman import Hitman
    from pysat.solvers import Solver


@cache
def is_at_hand() -> bool:
    """Whether python-sat is installed."""
    return find_spec("pysat") is not None


def solver() -> Solver:
    """A solver that is given clauses one by one and asked under assumptions."""
    from pysat.solvers import Solver

    return Solver(name="glucose4")


def hitting_sets(sets: Iterable[Sequence[int]]) -> Hitman:
    """All minimal sets of numbers that hit each of the sets, the smallest first; more sets can be added."""
    from pysat.examples.hitman import Hitman

    return Hitman(bootstrap_with=list(sets), htype="sorted")
