"""The grammar of whole phrases, one for all languages: limits, relations, runs, alternatives, parts.

Belongs here: building the tree of a phrase from its words. Does not belong here: single calendar units (see
`units`), lengths and clock times (see `counts`), what any of it means (see `evaluation`).

    phrase   := joined, to the end of the text
    joined   := choice ((","|";"|"but") choice)*              all of these hold; two whole dates are a list
    choice   := term (("or"|"and") term)*                      one of these
    term     := limit target | "between" target "and" target | "from" target ["to" target]
              | count ("before"|"after") target | target [("-"|"to") target] ["or later" …]
    target   := prefix target | "(" joined ")" | "@id" | calendar unit
"""

from __future__ import annotations

from claimcheck.dates.phrases import kinds, nodes
from claimcheck.dates.phrases.cursor import Cursor, Unread, refused
from claimcheck.dates.phrases.ellipsis import OF_ONE_YEAR, completed, donor, is_dated, with_year, years_of
from claimcheck.dates.phrases.limits import COUNT_STARTS, between, counted, ends, from_to, limit, trailing, within
from claimcheck.dates.phrases.targets import target, unit_or_event
from claimcheck.dates.refusal_kinds import Refusal

_OPPOSITE = {"before": 1, "by": 1, "until": 1, "after": 0, "not-before": 0, "since": 0}


def phrase(cursor: Cursor) -> nodes.Node:
    """The tree of the whole text. Raises Unread at the first word that fits nowhere."""
    cursor.nested = joined
    cursor.target, cursor.unit_or_event = target, unit_or_event
    node = _probabilities(cursor) if kinds.PERCENT in cursor.kinds else joined(cursor)
    if cursor.i < cursor.n:
        raise refused(cursor)
    return node


def _probabilities(cursor: Cursor) -> nodes.Node:
    """ "68 %: 1290–1320; 95 %: 1270–1340", or the percentages in brackets behind the ranges."""
    found: list[tuple[int, nodes.Node]] = []
    while True:
        before = cursor.numbers[cursor.i - 1] if cursor.take(kinds.PERCENT) else 0
        if before:
            cursor.symbol(":")
        node = _choice(cursor)
        bracket = cursor.symbol("(")
        after = cursor.numbers[cursor.i - 1] if not before and cursor.take(kinds.PERCENT) else 0
        if not before and not after:
            raise Unread(
                cursor.i, "the probability of this range is missing", "write “68 %: 1290–1320; 95 %: 1270–1340”"
            )
        if bracket and not cursor.symbol(")"):
            raise Unread(cursor.i)
        found.append((before or after, node))
        if cursor.i >= cursor.n or cursor.words[cursor.i] not in (",", ";"):
            break
        cursor.i += 1
    donors = [node for _, node in found]
    parts = [(share, completed(node, donors[-1])) for share, node in found]
    return nodes.Likely(tuple(sorted(parts, key=lambda part: part[0])))


def joined(cursor: Cursor) -> nodes.Node:
    """Choices of which all hold; a list "13, 14 or 15 February" is one choice."""
    cursor.deeper()
    found: list[tuple[nodes.Node, int, int]] = []
    dated: int | None = None  # the comma before which a whole date stands
    while True:
        start = cursor.i
        node = _choice(cursor)
        if cursor.i >= cursor.n and not found:
            break
        found.append((node, start, cursor.i))
        if (len(found) > 1 or cursor.kinds[cursor.i] == kinds.SYMBOL) and is_dated(found[-1][0]):
            listed = len(found) > 1 and _ends_list([node for node, _, _ in found])
            if listed:
                dated = None
            elif dated is not None:
                raise Unread(dated, "is one of these dates meant, or are all of them?", _LIST, Refusal.LIST)
            elif cursor.kinds[cursor.i] == kinds.SYMBOL:
                dated = cursor.i
        if cursor.kinds[cursor.i] == kinds.BUT or cursor.words[cursor.i] in (",", ";"):
            cursor.i += 1
            if cursor.i >= cursor.n:
                raise Unread(cursor.i - 1)
            cursor.take(kinds.BUT)
            if cursor.kinds[cursor.i] == kinds.AND:
                cursor.i += 1
            continue
        break
    cursor.depth -= 1
    if len(found) < 2:
        return node
    parts = [node for node, _, _ in found]
    if _ends_list(parts):
        return _listed(parts)
    for k in range(len(parts) - 1):
        leaf = donor(parts[k])
        if leaf is not None and leaf.unit == "number" and leaf is not parts[k] and is_dated(parts[k + 1]):
            # "before 2, 3 January 900": a limit before a list, of which it says nothing.
            raise Unread(found[k][2], "is one of these dates meant, or are all of them?", _LIST, Refusal.LIST)
    for k in range(len(parts) - 2, -1, -1):
        parts[k] = completed(parts[k], parts[k + 1])
    for k in range(1, len(parts)):
        parts[k] = _in_each_year(parts[0], parts[k], cursor) or completed(
            parts[k], parts[k - 1], days_of_month=True, later=True
        )
    if isinstance(found[0][0], nodes.Stated) and found[0][0].unit == "number":
        return _listed(parts)
    spans = [(start, stop) for _, start, stop in found]
    return nodes.Together(tuple(nodes.Quoted(f"{a} {b}", part) for part, (a, b) in zip(parts, spans, strict=True)))


_LIST = "write `or` between dates of which one is meant, `and` between dates that are all meant"


def _ends_list(parts: list[nodes.Node]) -> bool:
    """Whether "1983, 1985 or 1989" has been read: whole dates of one unit, the last two joined by a word."""
    *earlier, last = parts
    if not earlier or not isinstance(last, nodes.Either) or not all(map(is_dated, parts)):
        return False
    leaves = [donor(part) for part in (*earlier, *last.parts)]
    return len({leaf.unit for leaf in leaves if leaf is not None}) == 1


def _in_each_year(years: nodes.Node, node: nodes.Node, cursor: Cursor) -> nodes.Node | None:
    """ "1100–1102, November 1": the day in each of the years, of which one is meant; None for any other node."""
    leaf = donor(node)
    if leaf is None or leaf.year is not None or leaf.unit not in OF_ONE_YEAR:
        return None
    if isinstance(years, nodes.Circa):
        raise Unread(
            cursor.n - 1,
            "of which year about that one?",
            "write the day in EDTF, as 1100~-11-01, or the years meant",
        )
    each = years_of(years)
    if len(each) < 2:
        return None
    return nodes.Either(
        tuple(with_year(node, year) for year in each), years.word if isinstance(years, nodes.Either) else kinds.OR
    )


def _listed(parts: list[nodes.Node]) -> nodes.Node:
    """ "13, 14 or 15 February": bare numbers before commas belong to the choice that ends the list."""
    last = parts[-1]
    if isinstance(last, nodes.Either):
        return nodes.Either((*parts[:-1], *last.parts), last.word)
    return nodes.Either(tuple(parts), "and")


def _choice(cursor: Cursor) -> nodes.Node:
    cursor.take(kinds.OR)  # "either …"
    start = cursor.i
    first = term(cursor)
    if cursor.i >= cursor.n:
        return first
    parts = [first]
    spans = [(start, cursor.i)]
    word = ""
    while True:
        kind = cursor.kinds[cursor.i]
        if kind == kinds.SYMBOL and cursor.words[cursor.i] == "," and cursor.kinds[cursor.i + 1] == kinds.OR:
            cursor.i += 1
            kind = kinds.OR
        if kind not in (kinds.OR, kinds.AND) or _ends_with_limit(cursor):
            break
        if word and kind != word:
            break
        word = kind
        cursor.i += 1
        cursor.take(kinds.BUT)
        cursor.take(kinds.OR)
        start = cursor.i
        parts.append(term(cursor))
        spans.append((start, cursor.i))
    if len(parts) == 1:
        return first
    scope = _ambiguous_scope(cursor, parts) if word == kinds.OR else None
    if scope is not None:
        parts = scope
    for k in range(len(parts) - 2, -1, -1):
        parts[k] = completed(parts[k], parts[k + 1])
    for k in range(1, len(parts)):
        parts[k] = completed(parts[k], parts[k - 1], later=True)
    if word == kinds.AND and len(parts) == 2 and _opposite_limits(parts[0], parts[1]):
        return nodes.Together(tuple(parts))
    if kinds.ANCHOR in cursor.kinds:
        return nodes.Either(
            tuple(nodes.Quoted(f"{a} {b}", part) for part, (a, b) in zip(parts, spans, strict=True)), word
        )
    return nodes.Either(tuple(parts), word)


def _ends_with_limit(cursor: Cursor) -> bool:
    """Whether "or after" follows, and then nothing it could limit: it then limits what stands before it."""
    return cursor.kinds[cursor.i + 1] == kinds.LIMIT and (
        cursor.i + 2 >= cursor.n or cursor.kinds[cursor.i + 2] in (kinds.SYMBOL, kinds.BUT)
    )


def _opposite_limits(a: nodes.Node, b: nodes.Node) -> bool:
    return isinstance(a, nodes.Limited) and isinstance(b, nodes.Limited) and _OPPOSITE[a.word] != _OPPOSITE[b.word]


def _ambiguous_scope(cursor: Cursor, parts: list[nodes.Node]) -> list[nodes.Node] | None:
    """ "Summer 1956 or 1957": the summer of either year, or (second reading) the summer or the whole year."""
    first, *rest = parts
    if not isinstance(
        first,
        nodes.Stated | nodes.Part | nodes.Fraction | nodes.Daypart | nodes.Clock | nodes.Circa | nodes.NthWeekday,
    ):
        return None
    leaf = donor(first)
    if leaf is None or leaf.year is None or (leaf is first and leaf.unit not in ("day", "month", "season")):
        return None
    years = [part for part in rest if isinstance(part, nodes.Stated) and part.unit == "year"]
    if (
        len(years) != len(rest)
        or any(year.year == leaf.year for year in years)
        or cursor.choose("what the years share", 2) == 1
    ):
        return None
    return [first, *(with_year(first, year) for year in years)]


def term(cursor: Cursor) -> nodes.Node:
    """One date, relation, limit or run."""
    kind = cursor.kinds[cursor.i]
    if kind == kinds.REFUSED:
        raise refused(cursor)
    if kind in COUNT_STARTS:
        node = counted(cursor)
        if node is not None:
            return node
    if kind == kinds.LIMIT:
        return limit(cursor)
    if kind == kinds.TO:
        cursor.i += 1  # "TO 1870", as GEDCOM has it
        return nodes.Limited("by", None, target(cursor))
    if kind == kinds.BETWEEN:
        return between(cursor)
    if kind == kinds.FROM:
        return from_to(cursor)
    if kind == kinds.FLORUIT:
        cursor.i += 1
        return nodes.Noted("floruit", term(cursor))
    if kind == kinds.WITHIN:
        node = within(cursor)
        if node is not None:
            return node
        cursor.i += 1
        inside = term(cursor)
        if isinstance(inside, nodes.Eve) and inside.days > 0:
            return nodes.Run(inside.child, inside, "dash")  # "within the octave of Easter"
        return inside
    return trailing(cursor, _run(cursor))


_A_CENTURY = nodes.Stated("century", number=1)
_AFTER_A_STROKE = frozenset((kinds.PART, kinds.EDGE, kinds.DECADE))
_TWO_OF_A_YEAR = {"month": kinds.MONTH, "season": kinds.SEASON}


def _run(cursor: Cursor) -> nodes.Node:
    """A target, or two of them with a dash or "to" between."""
    about = cursor.kinds[cursor.i] == kinds.CIRCA
    bracket = cursor.words[cursor.i] == "("
    first = target(cursor)
    joiner = cursor.joiner()
    if joiner == "or" and cursor.kinds[cursor.i] == kinds.SYMBOL and _goes_on(first, cursor.kinds[cursor.i + 1]):
        joiner = "dash"
    if joiner not in ("dash", "to"):
        if cursor.i + 1 < cursor.n and _crossed(cursor):
            return _between_two(cursor, first)
        return first
    if cursor.i + 1 >= cursor.n:
        if joiner == "dash" and isinstance(first, nodes.Stated) and first.unit == "year" and first.number >= 1000:
            cursor.i += 1
            return nodes.Limited("since", None, first)  # "1885-"
        raise Unread(cursor.i, "the end of the run is missing", "write “since 1955” where no end is known")
    cursor.i += 1
    bracket = bracket or cursor.words[cursor.i] == "("
    second = target(cursor)
    if bracket and isinstance(second, nodes.Stated) and second.unit == "number":
        raise Unread(cursor.i - 1, "what the brackets enclose is not clear", "write the date without brackets")
    if about and isinstance(first, nodes.Circa):  # "c. 1500–1510": about at both ends
        run = nodes.Run(*ends(cursor, first.child, second), "dash")
        return nodes.Circa(run) if not isinstance(second, nodes.Circa) else nodes.Run(first, second, "dash")
    return nodes.Run(*ends(cursor, first, second), "dash")


def _goes_on(first: nodes.Node, after: str) -> bool:
    """Whether a stroke joins two ends: "late 12th/early 13th century", "1890s/1900s", "May/June 1850"."""
    if after in _AFTER_A_STROKE:
        return is_dated(completed(first, _A_CENTURY))
    return isinstance(first, nodes.Stated) and after == _TWO_OF_A_YEAR.get(first.unit)


def _crossed(cursor: Cursor) -> bool:
    """Whether a charter's cross follows, "1500 x 1520": a date between the two. A small x, and apart from both."""
    i = cursor.i
    if cursor.words[i] == "×":
        return True
    if cursor.kinds[i] != kinds.ROMAN or cursor.numbers[i] != 10:
        return False
    around = cursor.text_of(i - 1, i + 2).removeprefix(cursor.text_of(i - 1, i))
    return around.startswith((" x ", " х "))


def _between_two(cursor: Cursor, first: nodes.Node) -> nodes.Node:
    cursor.i += 1
    return nodes.Run(*ends(cursor, first, target(cursor)), "between")
