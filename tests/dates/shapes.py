"""A reading as it leaves in JSON, for tests that look at several of its keys."""

from __future__ import annotations

from typing import Any

from claimcheck.dates.date_json import reading_json
from claimcheck.dates.when import Reading


def shape_of(reading: Reading) -> dict[str, Any]:
    """The keys of a reading as `claimcheck date --format json` prints them."""
    return reading_json(reading).model_dump(mode="json")
