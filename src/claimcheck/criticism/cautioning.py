"""How a caution is made out: a diagnostic that points at the key of an entry.

Belongs here: that one function, which all cautions share. Does not belong here: finding anything to caution of.
"""

from __future__ import annotations

from claimcheck.corpus.entries import Entry
from claimcheck.diagnostics import Diagnostic, Related, diagnostic


def caution(code: str, entry: Entry, message: str, remedy: str, related: tuple[Related, ...] = ()) -> Diagnostic:
    """A caution at an entry; of an id made from several keys (CLAIM/QUESTION) the first is underlined."""
    length = len(entry.id.partition("/")[0])
    return diagnostic(code, entry.position, message, remedy, length=length, related=related)
