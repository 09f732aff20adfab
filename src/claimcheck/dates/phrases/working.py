"""What the working-out of one phrase carries along: conventions, choices, the rules that have fired.

Belongs here: the one mutable value of the evaluation, made and dropped with each phrase. Does not belong here:
any rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimcheck.dates.conventions import EXACT, Conventions, Tolerance
from claimcheck.dates.phrases.nodes import Happening, Node
from claimcheck.dates.phrases.stretches import Impossible, Stretch, Times, widened


class Working:
    """The state of working out one phrase.

    `rules` are the names of the rules that fired, in order; `calendar` is the one that the dates were stated
    in last, `stated` all in which any were, `stated_in` that of the unit at hand; `choose` settles a question with
    so many answers for this reading; `is_russian` says whether the phrase is in Cyrillic letters; `halves` are the
    two ends of the last run.
    """

    __slots__ = (
        "calendar",
        "choose",
        "conventions",
        "find",
        "halves",
        "is_russian",
        "rules",
        "stated",
        "stated_in",
        "style",
        "tolerances",
    )

    def __init__(
        self,
        conventions: Conventions,
        tolerances: Mapping[str, Tolerance],
        choose: Callable[[str, int], int],
        find: Callable[[Working, Node], Times],
        is_russian: bool = False,
    ) -> None:
        self.conventions = conventions
        self.calendar = conventions.calendar
        self.style = conventions.year_begins
        self.tolerances = tolerances
        self.choose = choose
        self.find = find
        self.is_russian = is_russian
        self.rules: list[str] = []
        self.stated: set[str] = set()
        self.stated_in = conventions.calendar
        self.halves: tuple[Times, Times] | None = None

    @property
    def said_in(self) -> str:
        """The calendar that the whole is to be said back in: the one of all its dates, else that in force."""
        return next(iter(self.stated)) if len(self.stated) == 1 else self.conventions.calendar

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
