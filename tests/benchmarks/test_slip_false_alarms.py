"""Slips are seldom suggested for dates that have nothing to do with each other."""

from __future__ import annotations

from slip_false_alarms import ALLOWED, PAIRS, SEED, false_alarms


def test_at_most_two_in_a_hundred_random_pairs_suggest_a_slip() -> None:
    alarms, _ = false_alarms(PAIRS, SEED)
    assert alarms <= ALLOWED * PAIRS
