"""Conflicts of one pattern told once: "any of these dates of the founding, this length of a reign, these consuls".

Belongs here: gathering the members of conflicts by what they speak of, and the limits beyond which a report counts
instead of telling. Does not belong here: finding conflicts, wording of verdicts (see `sentences`).

In a tangled corpus ten dates of one event, three lengths of a reign and two dates of its end make sixty smallest
conflicts, and no reader can tell one from another. They are one argument with a choice of premises. The gathering
is exact: the sets that a line names are conflicts all, and every conflict stands in one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.findings import Conflict
from claimcheck.report.naming import event_label, question_text, record_label, record_of
from claimcheck.report.words.grammar import listed, quoted

# Up to so many, a report tells each by itself; beyond, it tells them by pattern.
MOST_ALONE = 60  # conflicts in the section, each with its chain
MOST_ROWS = 60  # pairs in a table, a line for each
MOST_SUPPOSED = 20  # pairs at odds only under an assumption, likewise; their last cell is long
MOST_ITEMS = 8  # conflicts of three and more among the findings
MOST_NAMES = 12  # ids that the repairs of a cluster may name after each conflict
MOST_PATTERNS = 8  # patterns that are told in full; the others by their members
MOST_STRAINED = 12  # pairs at odds on the narrow reading alone, each told by itself
MOST_REASONS = 100  # pairs whose reasons stand in the section of reasons


@dataclass(frozen=True, slots=True)
class Choice:
    """Sets with one member from each place: any of the first with any of the second, and so on."""

    places: tuple[tuple[str, ...], ...]

    @property
    def sets(self) -> int:
        """How many sets these are."""
        number = 1
        for place in self.places:
            number *= len(place)
        return number


@dataclass(frozen=True, slots=True)
class Pattern:
    """Conflicts whose members speak of the same, and rest on the same bridges."""

    matters: tuple[str, ...]  # of each member the question, or the event, in words
    conflicts: tuple[Conflict, ...]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All conflicts but the first, which is told, gathered."""
        return gathered(conflict.members for conflict in self.conflicts[1:])


def patterns(corpus: Corpus, conflicts: Iterable[Conflict]) -> tuple[Pattern, ...]:
    """The conflicts by pattern, in the order of each pattern's first; none is lost."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Conflict]] = {}
    for conflict in conflicts:
        matters = tuple(matter_of(corpus, id) for id in conflict.members)
        found.setdefault((matters, conflict.bridges), []).append(conflict)
    return tuple(Pattern(matters, tuple(some)) for (matters, _), some in found.items())


def most_telling_first(corpus: Corpus, found: Iterable[Pattern]) -> list[Pattern]:
    """That in which most claimants have a part first, then that of the most sets, then as found."""
    led = [with_most_voices_first(corpus, pattern) for pattern in found]
    return sorted(led, key=lambda p: (-len(voices(corpus, (c.members for c in p.conflicts))), -len(p.conflicts)))


def with_most_voices_first(corpus: Corpus, pattern: Pattern) -> Pattern:
    """The pattern led by the conflict among the most claimants: a writer at odds with himself says less."""
    ordered = sorted(pattern.conflicts, key=lambda conflict: -len(voices(corpus, [conflict.members])))
    return Pattern(pattern.matters, tuple(ordered))


def voices(corpus: Corpus, sets: Iterable[Sequence[str]]) -> frozenset[str]:
    """The claimants of all claims in these sets."""
    return frozenset(by for ids in sets for id in ids if id in corpus.claims for by in corpus.claims[id].by)


def matter_of(corpus: Corpus, id: str) -> str:
    """What a claim or record speaks of: its question, or its event, or a kind."""
    claim = corpus.claims.get(id)
    if claim is None:
        record = record_of(corpus, id)
        return f"the record of {record_label(corpus, record)}" if record is not None else id
    for statement in claim.statements:
        if statement.question in corpus.questions:
            return question_text(corpus, statement.question or "")
    for statement in claim.statements:
        if statement.event is not None:
            return event_label(corpus, statement.event)
    return quoted(id)


def gathered(sets: Iterable[tuple[str, ...]]) -> tuple[Choice, ...]:
    """Sets of one size as choices, without a set lost or added; the first set of each choice keeps the order."""
    found: list[tuple[tuple[str, ...], ...]] = [tuple((id,) for id in members) for members in sets]
    size = len(found[0]) if found else 0
    for place in range(size):
        joined: dict[tuple[tuple[str, ...], ...], list[str]] = {}
        for places in found:
            rest = (*places[:place], *places[place + 1 :])
            joined.setdefault(rest, []).extend(places[place])
        found = [(*rest[:place], tuple(ids), *rest[place:]) for rest, ids in joined.items()]
    return tuple(Choice(places) for places in found)


def choice_says(choice: Choice) -> str:
    """A choice in a line: "any of a, b and c with d and either of e and f (6 sets)"."""
    said = ", with ".join(_one_of(place) for place in choice.places)
    return f"{said} ({choice.sets} sets)" if choice.sets > 1 else said


def _one_of(ids: Sequence[str]) -> str:
    if len(ids) == 1:
        return ids[0]
    return f"{'either' if len(ids) == 2 else 'any'} of {listed(ids)}"


def matters_say(pattern: Pattern) -> str:
    """What the members of a pattern speak of, each once: "“When was it?” (twice) and “Who was it?”"."""
    counts: dict[str, int] = {}
    for matter in pattern.matters:
        counts[matter] = counts.get(matter, 0) + 1
    often = {2: " (twice)", 3: " (three times)"}
    return listed(f"{matter}{'' if n == 1 else often.get(n, f' ({n} times)')}" for matter, n in counts.items())


def are_many(repairs: Sequence[Sequence[str]]) -> bool:
    """Whether repairs are too many, or too long, to be told after each conflict."""
    return sum(len(repair) for repair in repairs) > MOST_NAMES


def by_first(pairs: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, list[str]]]:
    """Of triples (a, what is said of both, b), for each a and what is said of it all b, in order of the first."""
    found: dict[tuple[str, str], list[str]] = {}
    for a, said, b in pairs:
        found.setdefault((a, said), []).append(b)
    for (a, said), others in found.items():
        yield a, said, others
