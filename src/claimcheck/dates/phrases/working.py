"""What the working-out of one phrase carries along: conventions, choices, the rules that have fired.

Belongs here: the one mutable value of the evaluation, made and dropped with each phrase. Does not belong here:
any rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from claimcheck.dates.conventions import EXACT, Conventions, Tolerance
from claimcheck.dates.phrases.nodes import Happening, Node
from claimcheck.dates.phrases.stretches import Impossible, Stretch, Times, widened

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Working:
    """The state of working out one phrase.

    `rules` are the names of the rules that fired, in order; `calendar` is the one that the dates were stated
    in last, `stated_in` that of the unit at hand, `said_in` the one that the whole is to be said back in: that of
    all its dates, else that in force ("" before any is stated); `choose` settles a question with so many answers
    for this reading; `words` is the phrase; `halves` are the two ends of the last run.
    """

    conventions: Conventions
    tolerances: Mapping[str, Tolerance]
    choose: Callable[[str, int], int]
    find: Callable[[Working, Node], Times]
    words: str = ""
    rules: list[str] = field(default_factory=list)
    said_in: str = ""
    halves: tuple[Times, Times] | None = None
    calendar: str = field(init=False)
    style: str = field(init=False)
    stated_in: str = field(init=False)

    def __post_init__(self) -> None:
        self.calendar = self.stated_in = self.conventions.calendar
        self.style = self.conventions.year_begins

    @property
    def is_russian(self) -> bool:
        """Whether the phrase is in Cyrillic letters."""
        return not self.words.isascii() and _CYRILLIC.search(self.words) is not None

    def state_in(self, calendar: str) -> None:
        """Notes the calendar of the unit at hand; the whole is said in it if it is that of all units."""
        self.stated_in = calendar
        self.said_in = calendar if self.said_in in ("", calendar) else self.conventions.calendar

    def fire(self, rule: str) -> Tolerance:
        """Notes that a rule was used; its tolerance."""
        if rule not in self.rules:
            self.rules.append(rule)
        return self.tolerances[rule]

    def times(self, node: Node) -> Times:
        """The time that a node stands for."""
        return self.find(self, node)

    def referred(self, node: Node) -> Times:
        """The time of what a relation refers to; that it is an event's own time goes without saying."""
        known = len(self.rules)
        found = self.find(self, node)
        if isinstance(node, Happening) and len(self.rules) > known:
            self.rules.pop()
        return found

    def widen(self, rule: str, stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
        """Notes a rule and adds its tolerance to every stretch; "half" has no unit here and adds nothing."""
        tolerance = self.fire(rule)
        if tolerance is EXACT or not tolerance or tolerance.half:
            return stretches
        return tuple(widened(stretch, tolerance, self.calendar) for stretch in stretches)


def instant(value: object, what: str) -> int:
    """The limit as an absolute instant. Raises Impossible where it is missing or counts from an event."""
    if not isinstance(value, int):
        raise Impossible(f"{what} needs a date of the calendar, not an event or an open limit", _DATE)
    return value


_DATE = "write the date itself, or a relation such as “the day after @event”"
