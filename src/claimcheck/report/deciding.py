"""What would settle it, in sentences: the dates that would decide between schools.

Belongs here: the wording of settlements, one by one and gathered. Does not belong here: finding them (see
`claimcheck.engine.settling`), schools themselves (see `sentences`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.corpus.entries import Corpus
from claimcheck.dates.when import TimeSet, Window
from claimcheck.dates.wording import in_words
from claimcheck.engine.findings import Settlement, Subject
from claimcheck.report.patterns import Choice, gathered
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words.grammar import listed
from claimcheck.report.words.proofs import subject_named


def settlement_says(corpus: Corpus, settlement: Settlement) -> str:
    """The fact whose date would decide between two schools, with the dates that would decide for each."""
    return _says(corpus, settlement, {dates: [school] for school, dates in _sides(settlement)})


def settlements_say(corpus: Corpus, settlements: Iterable[Settlement]) -> Iterator[str]:
    """The same of many schools, each fact once where a date decides for a school against whichever other.

    Where it depends on the other school which dates decide, those of the same dates are told together: any of the
    ones against any of the others.
    """
    found: dict[Subject, list[Settlement]] = {}
    for settlement in settlements:
        found.setdefault(settlement.subject, []).append(settlement)
    for some in found.values():
        dates_of: dict[int, set[TimeSet]] = {}
        for settlement in some:
            for school, dates in _sides(settlement):
                dates_of.setdefault(school, set()).add(dates)
        if all(len(dates) == 1 for dates in dates_of.values()):
            yield _says(corpus, some[0], _schools_by_date(dates_of))
        else:
            for two, choice in _by_dates(some):
                by_date = {date: list(map(int, ids)) for date, ids in zip(two, choice.places, strict=True)}
                yield _says(corpus, some[0], {date: ids for date, ids in by_date.items() if date.spans})


def _by_dates(settlements: Iterable[Settlement]) -> Iterator[tuple[tuple[TimeSet, TimeSet], Choice]]:
    """Which schools are told from which by the same two dates; every two that are settled, and no others."""
    found: dict[tuple[TimeSet, TimeSet], list[tuple[str, ...]]] = {}
    for settlement in settlements:
        first, second = (str(school) for school in settlement.schools)
        dates = settlement.for_first, settlement.for_second
        if dates[::-1] in found:
            found[dates[::-1]].append((second, first))
        else:
            found.setdefault(dates, []).append((first, second))
    for dates, schools in found.items():
        for choice in gathered(schools):
            yield dates, choice


def _schools_by_date(dates_of: dict[int, set[TimeSet]]) -> dict[TimeSet, list[int]]:
    by_date: dict[TimeSet, list[int]] = {}
    for school in sorted(dates_of):
        (dates,) = dates_of[school]
        by_date.setdefault(dates, []).append(school)
    return by_date


def _sides(settlement: Settlement) -> Iterator[tuple[int, TimeSet]]:
    """The two schools, each with the dates that would decide for it if there are any."""
    for school, dates in zip(settlement.schools, (settlement.for_first, settlement.for_second), strict=True):
        if dates.spans:
            yield school, dates


def _says(corpus: Corpus, settlement: Settlement, by_date: dict[TimeSet, list[int]]) -> str:
    name, ending = subject_named(corpus, settlement.subject)
    sides = [
        f"{in_words(Window(dates, dates), style_of_deductions(corpus))} would decide for {_schools(schools)}"
        for dates, schools in by_date.items()
    ]
    recorded = " The record leaves a limit for it already." if settlement.is_recorded else ""
    return f"The date of {name.object}{ending}: {'; '.join(sides)}.{recorded}"


def _schools(numbers: list[int]) -> str:
    return f"school{'' if len(numbers) == 1 else 's'} {listed(str(number + 1) for number in numbers)}"
