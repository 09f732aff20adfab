"""A place in the words of a phrase, and the ways in which reading on can fail or branch.

Belongs here: what every part of the grammar shares. Does not belong here: any rule of a language.
"""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.dates.phrases.kinds import (
    AND,
    CLOCK,
    LIMIT,
    MERIDIEM,
    NOON,
    NUMBER,
    NUMERIC,
    OR,
    REFUSED,
    SYMBOL,
    TO,
)
from claimcheck.dates.phrases.lexemes import END, Tokens, places
from claimcheck.dates.phrases.nodes import Node
from claimcheck.dates.refusal_kinds import Refusal

_CLOCKY = frozenset((CLOCK, MERIDIEM, NOON, NUMERIC))  # words that a time of the clock has
DASHES = ("-", "–")
DEEPEST = 24  # nested brackets and relations; nobody writes more


class Unread(Exception):
    """The words from `index` on cannot be read; `message` and `remedy` say more where more is known.

    Its kind is that nothing more is said where there is a message, and that the word is misplaced where not.
    """

    def __init__(self, index: int, message: str = "", remedy: str = "", kind: Refusal | None = None) -> None:
        super().__init__(message)
        self.index = index
        self.message = message
        self.remedy = remedy
        self.kind = kind or (Refusal.INCOMPLETE if message else Refusal.MISPLACED)


def _nothing_nested(cursor: Cursor) -> Node:
    raise Unread(cursor.i)


class Cursor:
    """Where the grammar stands in the words of a phrase.

    `kinds`, `numbers` and `words` are the values of the words, each list closed by an end mark so that looking
    on is always safe. `choices` settles wordings that have several readings: the name of the question to the
    number of the answer; `clocky` says whether a time of the clock may be among the words.
    `options` collects the questions met, with the number of answers each has. `nested` reads a phrase in
    brackets and `target` what a relation refers to; the grammar sets both.
    """

    __slots__ = (
        "choices",
        "clocky",
        "depth",
        "fillers",
        "firsts",
        "i",
        "kinds",
        "n",
        "nested",
        "numbers",
        "options",
        "stops",
        "target",
        "text",
        "unit_or_event",
        "words",
    )

    def __init__(self, text: str, tokens: Tokens, choices: dict[str, int]) -> None:
        self.text = text
        (self.kinds, self.numbers, self.words, self.fillers, self.firsts, self.stops, self.n) = tokens
        self.clocky = not _CLOCKY.isdisjoint(self.kinds) or "hour" in self.words
        self.i = 0
        self.depth = 0
        self.choices = choices
        self.options: dict[str, int] = {}
        self.nested: Callable[[Cursor], Node] = _nothing_nested
        self.target: Callable[[Cursor], Node] = _nothing_nested
        self.unit_or_event: Callable[[Cursor], Node] = _nothing_nested

    def text_of(self, first: int, stop: int) -> str:
        """The text from one word up to another, as it stands there."""
        if stop <= first:
            return ""
        spans = places(self.text)
        start, end = spans[self.firsts[first]][0], spans[self.stops[stop - 1] - 1][1]
        return self.text[start:end]

    def symbol(self, symbol: str) -> bool:
        """Whether this sign comes next; it is then passed."""
        if self.words[self.i] == symbol and self.kinds[self.i] == SYMBOL:
            self.i += 1
            return True
        return False

    def take(self, kind: str) -> bool:
        """Whether a word of this kind comes next; it is then passed."""
        if self.kinds[self.i] == kind:
            self.i += 1
            return True
        return False

    def at_dash(self) -> bool:
        """Whether a dash comes next."""
        return self.kinds[self.i] == SYMBOL and self.words[self.i] in DASHES

    def joiner(self) -> str:
        """What joins two halves here: "dash", "to", "or", "and" or "" for nothing."""
        kind = self.kinds[self.i]
        if kind == SYMBOL:
            return "dash" if self.words[self.i] in DASHES else "or" if self.words[self.i] == "/" else ""
        if kind == TO or (kind == LIMIT and self.words[self.i] == "until"):
            return "to"
        return "or" if kind == OR else "and" if kind == AND else ""

    def choose(self, question: str, answers: int) -> int:
        """The answer, from 0, that this reading gives to a question with so many."""
        self.options[question] = answers
        return self.choices.get(question, 0)

    def number_at(self, index: int, most: int) -> bool:
        """Whether a plain number no larger than `most` stands there."""
        return self.kinds[index] == NUMBER and 0 < self.numbers[index] <= most

    def deeper(self) -> None:
        """Counts one more level of nesting, and refuses to go deeper than anybody writes."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unread(self.i, "the phrase is nested too deeply", "name an intermediate date as an event")


# ------------------------------------------------------------ words that are understood and refused

_REASONS = {
    "not": ("a date says when, not when not", "write the excluded date under `not-when:`", Refusal.NEGATION),
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
