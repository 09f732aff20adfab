"""Puts this folder on the path, so that tests in the folders below share what stands beside this file."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# No test depends on the wall clock: how long an example takes says nothing of whether it is right.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How many random corpora are compared with the oracles."""
    parser.addoption("--worlds", type=int, default=500, help="random corpora compared with z3 and brute force")
    parser.addoption("--update-verdicts", action="store_true", help="write the verdicts on the cases anew")
