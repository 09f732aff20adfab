"""Diagnostic codes explained, from the registry.

Belongs here: setting a code's description and explanation out. Does not belong here: the codes themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.diagnostics import CODES
from claimcheck.report.blocks import Document, Paragraph, Section


def codes_document(codes: Sequence[str]) -> Document:
    """Each code with what it is, how much it weighs, and the longer explanation; all must be registered."""
    sections = tuple(
        Section(
            code,
            f"{code}: {CODES[code].description}",
            (Paragraph(f"{CODES[code].explanation} Weight: {CODES[code].severity}."),),
        )
        for code in codes
    )
    return Document("Diagnostics", (), sections)
