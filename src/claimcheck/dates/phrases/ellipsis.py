"""Completion of elliptic halves: the 13th of "13 or 14 February 1956" takes its month and year from the other.

Belongs here: what a half may take, and from where. Does not belong here: the nodes themselves (see `nodes`).
"""

from __future__ import annotations

from claimcheck.dates.phrases import nodes


def donor(node: nodes.Node) -> nodes.Stated | None:
    """The stated unit that a phrase's other half may take its missing month, year or era from."""
    match node:
        case nodes.Stated():
            return node
        case nodes.Happening() | nodes.Aged() | nodes.Regnal():
            return None
        case nodes.Either() | nodes.Together():
            return donor(node.parts[-1])
        case nodes.Likely():
            return donor(node.parts[-1][1])
        case _:
            return donor(node.child)


# The units whose year is one year, which another unit can be of.
OF_ONE_YEAR = frozenset(("day", "month", "year", "season", "feast", "roman-day"))


def completed(
    node: nodes.Node, other: nodes.Node, *, days_of_month: bool = False, later: bool = False
) -> nodes.Node:
    """The node with what it leaves out (month, year, era, unit) taken from the other half of the phrase.

    With `days_of_month` a bare number beside a month is a day of it: "mid-February, but before the 15th". A
    node that stands `later` may leave out its century: "1956 or 57".
    """
    source = donor(other)
    if source is None:
        return node
    if days_of_month and source.unit == "month":
        source = source._replace(unit="day")
    if later and isinstance(node, nodes.Circa | nodes.Noted):  # "1957–c.66"
        return node._replace(child=completed(node.child, other, later=True))
    if later and isinstance(node, nodes.Stated) and node.unit == "number" and source.unit == "year":
        known = 10 if node.number < 10 else 100  # "1831 or 2", "1831 or 42"
        begun, rest = divmod(source.year or 0, known)
        if (source.year or 0) >= 1000 and rest < node.number < 100:
            year = begun * known + node.number
            return node._replace(unit="year", year=year, number=year, rule="abbreviated-year", era=source.era)
    is_whole = source.unit == "day" and source.year is not None
    if later and is_whole and isinstance(node, nodes.Stated) and node.unit == "number":
        return node  # "5 May 1831 or 2": the 2nd, or 1832
    return _filled(node, source)


def _filled(node: nodes.Node, source: nodes.Stated) -> nodes.Node:
    match node:
        case nodes.Stated():
            return _filled_unit(node, source)
        case nodes.Dual():
            return nodes.Dual(_filled_unit(node.first, source), _filled_unit(node.child, source))
        case nodes.Happening() | nodes.Likely():
            return node
        case nodes.Either():
            return nodes.Either(tuple(_filled(part, source) for part in node.parts), node.word)
        case nodes.Together():
            return nodes.Together(tuple(_filled(part, source) for part in node.parts))
        case nodes.Run():
            return nodes.Run(_filled(node.first, source), _filled(node.child, source), node.words)
        case nodes.Turn():
            first = None if node.first is None else _filled(node.first, source)
            return nodes.Turn(first, _filled(node.child, source))
        case _:
            return node._replace(child=_filled(node.child, source))


def _filled_unit(node: nodes.Stated, source: nodes.Stated) -> nodes.Stated:
    if node.unit in ("number", "ordinal"):
        return _named(node, source)
    if node.unit == "year" and source.unit == "before-present" and not node.era:
        return nodes.Stated(source.unit, node.year, number=node.number, word=source.word)
    unit, year, month, day, weekday, number, word, era, calendar, rule = node
    if year is None and unit == "decade" and source.year is not None:
        year = source.year // 100 * 100  # "1880s–90s", «1860–70-е годы»
    if month is None and unit == "day":
        month = source.month
    if year is None and source.unit in OF_ONE_YEAR and unit in OF_ONE_YEAR:
        year = source.year
        if source.rule == "dual-year" and not rule:
            rule = source.rule
    if source.rule == "any-year" and year is None and unit in ("day", "month"):
        rule = source.rule
    if not calendar and unit in ("day", "month", "year"):
        calendar = source.calendar
    return nodes.Stated(unit, year, month, day, weekday, number, word, era or source.era, calendar, rule)


def _named(node: nodes.Stated, source: nodes.Stated) -> nodes.Stated:
    """A bare number with the unit of the other half: "13 or 14 February", "16th or 17th century"."""
    number = node.number
    era, calendar = node.era or source.era, node.calendar or source.calendar
    if source.unit == "day" and 1 <= number <= 31 and node.rule != "roman-numeral":
        return nodes.Stated(
            "day",
            source.year,
            source.month,
            number,
            node.weekday,
            era=era,
            calendar=calendar,
            rule=source.rule if source.rule in ("dual-year", "any-year") else "",
        )
    if source.unit in ("century", "millennium"):
        return nodes.Stated(source.unit, number=number, era=era)
    if node.unit == "number" and (source.unit == "before-present" or (source.unit == "year" and source.era)):
        return nodes.Stated(source.unit, number, number=number, word=source.word, era=era, calendar=calendar)
    return node


def is_dated(node: nodes.Node) -> bool:
    """Whether a date needs nothing from its neighbours: a calendar unit with its year, or a part of one.

    Not a limit, a count or a relation, which say something of another date.
    """
    match node:
        case nodes.Stated():
            if node.unit == "decade":
                return node.year is not None
            return node.year is not None or node.unit in ("century", "millennium", "hundred")
        case (
            nodes.Dual()
            | nodes.Run()
            | nodes.Part()
            | nodes.Fraction()
            | nodes.Daypart()
            | nodes.Clock()
            | nodes.Circa()
            | nodes.Noted()
            | nodes.NthWeekday()
        ):
            return is_dated(node.child)
        case nodes.Either():
            return all(map(is_dated, node.parts))
        case _:
            return False


_MOST_YEARS = 100


def years_of(node: nodes.Node) -> tuple[nodes.Stated, ...]:
    """The years that a run or a choice of years names, each once in order; none for anything else.

    Of a run so many that no list of them was meant, none either.
    """
    match node:
        case nodes.Either(parts) if all(isinstance(part, nodes.Stated) and part.unit == "year" for part in parts):
            return tuple(part for part in parts if isinstance(part, nodes.Stated))
        case nodes.Run(nodes.Stated(unit="year") as first, nodes.Stated(unit="year") as last):
            low, high = first.year or 0, last.year or 0
            step = 1 if high >= low else -1
            if first.era != last.era or abs(high - low) >= _MOST_YEARS or (step < 0) != (first.era == "bc"):
                return ()
            return tuple(first._replace(year=year, number=year) for year in range(low, high + step, step))
    return ()


def with_year(node: nodes.Node, year: nodes.Stated) -> nodes.Node:
    """The node in another year, which takes the place of its own."""
    match node:
        case nodes.Stated():
            number = year.number if node.unit == "year" else node.number
            return node._replace(year=year.year, era=year.era or node.era, number=number)
        case (
            nodes.Part() | nodes.Fraction() | nodes.Daypart() | nodes.Clock() | nodes.Circa() | nodes.NthWeekday()
        ):
            return node._replace(child=with_year(node.child, year))
        case _:
            return node
