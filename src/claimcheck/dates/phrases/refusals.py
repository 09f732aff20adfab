"""Words that are understood and still refused in a date, each with the reason and the way to say it.

Belongs here: the reasons. Does not belong here: words nobody knows, and
forms near to a text (see `claimcheck.dates.remedies`).
"""

from __future__ import annotations

from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.kinds import REFUSED
from claimcheck.dates.phrases.lexemes import END, Tokens
from claimcheck.dates.refusal_kinds import Refusal

_REASONS = {
    "not": (
        "a date says when, not when not",
        "write the excluded date under `not-when:`",
        Refusal.NEGATION,
    ),
    "hedge": (
        "this is the claimant's hedge, not part of the date",
        "write it under `hedge:`, and the date alone here",
        Refusal.HEDGE,
    ),
    "now": (
        "this counts from the day of writing, which a date as text does not know",
        "write the date itself, or count from an event, as in `3 days after @event`",
        Refusal.RELATIVE,
    ),
    "vague": (
        "no convention says how many these are",
        "write the numbers meant, as in `2 to 5 days after @event`",
        Refusal.VAGUE,
    ),
    "near": (
        "no convention says how near this is",
        "write how near, as in `within a week before @event`, or `before` and `after` alone",
        Refusal.VAGUE,
    ),
    "throughout": (
        "this says how the event fills the time, not when it was",
        "write `extent: throughout` beside the date",
        Refusal.EXTENT,
    ),
}


def first_refused(tokens: Tokens) -> Unread | None:
    """Why the first of the words that are always refused is so; None if there is none."""
    if REFUSED not in tokens.kinds:
        return None
    index = tokens.kinds.index(REFUSED)
    return Unread(index, *_REASONS[tokens.words[index]])


def refused(cursor: Cursor) -> Unread:
    """Why the word at the cursor cannot stand there."""
    if cursor.kinds[cursor.i] == REFUSED:
        return Unread(cursor.i, *_REASONS[cursor.words[cursor.i]])
    if cursor.kinds[cursor.i] == END:
        return Unread(cursor.i, "the text ends where a date should follow", kind=Refusal.INCOMPLETE)
    return Unread(cursor.i)
