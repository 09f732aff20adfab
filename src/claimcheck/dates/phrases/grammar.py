"""The grammar of whole phrases, one for all languages: limits, relations, runs, alternatives, parts.

Belongs here: building the tree of a phrase from its words. Does not belong here: single calendar units (see
`units_grammar`), lengths and clock times (see `counts_grammar`), what any of it means (see `evaluation`).

    phrase   := joined, to the end of the text
    joined   := choice ((","|";"|"but") choice)*              all of these hold
    choice   := term (("or"|"and") term)*                      one of these
    term     := limit target | "between" target "and" target | "from" target ["to" target]
              | count ("before"|"after") target | target [("-"|"to") target] ["or later" …]
    target   := prefix target | "(" joined ")" | "@id" | calendar unit
"""

from __future__ import annotations

from claimcheck.dates.phrases.counts_grammar import CLOCKY, UNITS, amount, clock_time
from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.kinds import (
    AGO,
    AND,
    BETWEEN,
    BUT,
    CIRCA,
    EDGE,
    FROM,
    INCLUSIVE,
    LATER,
    LIMIT,
    OR,
    QUANTITY,
    REFUSED,
    SYMBOL,
    WITHIN,
    A,
)
from claimcheck.dates.phrases.nodes import (
    Circa,
    Counted,
    Either,
    Limited,
    Node,
    PlusMinus,
    Quoted,
    Run,
    Stated,
    Together,
    Within,
    completed,
)
from claimcheck.dates.phrases.prefixes_grammar import target
from claimcheck.dates.phrases.refusals import refused

_OPPOSITE = {"before": 1, "by": 1, "until": 1, "after": 0, "not-before": 0}
_COUNT_STARTS = frozenset(("number", "cardinal", A, QUANTITY, AGO, "unit", CIRCA, LIMIT))


def phrase(cursor: Cursor) -> Node:
    """The tree of the whole text. Raises Unread at the first word that fits nowhere."""
    cursor.nested = joined
    node = joined(cursor)
    if cursor.i < cursor.n:
        raise refused(cursor)
    return node


def joined(cursor: Cursor) -> Node:
    """Choices of which all hold; a list "13, 14 or 15 February" is one choice."""
    cursor.deeper()
    found: list[tuple[Node, int, int]] = []
    while True:
        start = cursor.i
        found.append((_choice(cursor), start, cursor.i))
        if cursor.kinds[cursor.i] == BUT or cursor.words[cursor.i] in (",", ";"):
            cursor.i += 1
            if cursor.i >= cursor.n:
                raise Unread(cursor.i - 1)
            cursor.take(BUT)
            if cursor.kinds[cursor.i] == AND:
                cursor.i += 1
            continue
        break
    cursor.depth -= 1
    if len(found) == 1:
        return found[0][0]
    parts = [node for node, _, _ in found]
    for k in range(len(parts) - 2, -1, -1):
        parts[k] = completed(parts[k], parts[k + 1])
    for k in range(1, len(parts)):
        parts[k] = completed(parts[k], parts[k - 1])
    if isinstance(found[0][0], Stated) and found[0][0].unit == "number":
        return _listed(parts)
    spans = [(start, stop) for _, start, stop in found]
    return Together(tuple(Quoted(f"{a} {b}", part) for part, (a, b) in zip(parts, spans, strict=True)))


def _listed(parts: list[Node]) -> Node:
    """ "13, 14 or 15 February": bare numbers before commas belong to the choice that ends the list."""
    last = parts[-1]
    if isinstance(last, Either):
        return Either((*parts[:-1], *last.parts), last.word)
    return Either(tuple(parts), "and")


def _choice(cursor: Cursor) -> Node:
    cursor.take(OR)  # "either …"
    parts = [term(cursor)]
    word = ""
    while True:
        kind = cursor.kinds[cursor.i]
        if kind == SYMBOL and cursor.words[cursor.i] == "," and cursor.kinds[cursor.i + 1] == OR:
            cursor.i += 1
            kind = OR
        if kind not in (OR, AND):
            break
        if word and kind != word:
            break
        word = kind
        cursor.i += 1
        cursor.take(BUT)
        cursor.take(OR)
        parts.append(term(cursor))
    if len(parts) == 1:
        return parts[0]
    scope = _ambiguous_scope(cursor, parts) if word == OR else None
    if scope is not None:
        parts = scope
    for k in range(len(parts) - 2, -1, -1):
        parts[k] = completed(parts[k], parts[k + 1])
    for k in range(1, len(parts)):
        parts[k] = completed(parts[k], parts[k - 1])
    if word == AND and len(parts) == 2 and _opposite_limits(parts[0], parts[1]):
        return Together(tuple(parts))
    return Either(tuple(parts), word)


def _opposite_limits(a: Node, b: Node) -> bool:
    return isinstance(a, Limited) and isinstance(b, Limited) and _OPPOSITE[a.word] != _OPPOSITE[b.word]


def _ambiguous_scope(cursor: Cursor, parts: list[Node]) -> list[Node] | None:
    """ "Summer 1956 or 1957": the summer of either year, or (second reading) the summer or the whole year."""
    first, *rest = parts
    leaf = first
    while not isinstance(leaf, Stated):
        if not hasattr(leaf, "child") or isinstance(leaf, Run | Counted | Limited | Within):
            return None
        leaf = leaf.child
    finer = leaf is not first or leaf.unit in ("day", "month", "season", "decade")
    years = [part for part in rest if isinstance(part, Stated) and part.unit == "year"]
    if not finer or leaf.year is None or leaf.unit == "decade" or len(years) != len(rest):
        return None
    if cursor.choose("what the years share", 2) == 1:
        return None
    return [first, *(_with_year(first, year) for year in years)]


def _with_year(node: Node, year: Stated) -> Node:
    if isinstance(node, Stated):
        return node._replace(year=year.year, era=year.era or node.era, number=_renumbered(node, year))
    if hasattr(node, "child"):
        return node._replace(child=_with_year(node.child, year))
    return node


def _renumbered(node: Stated, year: Stated) -> int:
    return year.number if node.unit == "year" else node.number


def term(cursor: Cursor) -> Node:
    """One date, relation, limit or run."""
    kind = cursor.kinds[cursor.i]
    if kind == REFUSED:
        raise refused(cursor)
    if kind in _COUNT_STARTS:
        node = counted(cursor)
        if node is not None:
            return node
    if kind == LIMIT:
        return _limit(cursor)
    if kind == BETWEEN:
        return _between(cursor)
    if kind == FROM:
        return _from(cursor)
    if kind == WITHIN:
        node = _within(cursor)
        if node is not None:
            return node
        cursor.i += 1
        return term(cursor)
    return _trailing(cursor, _run(cursor))


def _run(cursor: Cursor) -> Node:
    """A target, or two of them with a dash or "to" between."""
    about = cursor.kinds[cursor.i] == CIRCA
    first = target(cursor)
    joiner = cursor.joiner()
    if joiner not in ("dash", "to"):
        return first
    if cursor.i + 1 >= cursor.n:
        raise Unread(cursor.i, "the end of the run is missing", "write “since 1955” where no end is known")
    cursor.i += 1
    second = target(cursor)
    if about and isinstance(first, Circa):  # "c. 1500–1510": about at both ends
        run = Run(completed(first.child, second), completed(second, first.child), "dash")
        return Circa(run) if not isinstance(second, Circa) else Run(first, second, "dash")
    return Run(completed(first, second), completed(second, first), "dash")


def _trailing(cursor: Cursor, node: Node) -> Node:
    """What may stand after a date: "± 3", "or later", "inclusive"."""
    while True:
        kind, word = cursor.kinds[cursor.i], cursor.words[cursor.i]
        if kind == LATER:
            cursor.i += 1
            node = Limited(word, None, node)
        elif kind == LIMIT and word in ("by", "not-before") and cursor.i + 1 == cursor.n:
            cursor.i += 1  # «13 февраля самое позднее»
            node = Limited(word, None, node)
        elif kind == INCLUSIVE and isinstance(node, Run):
            cursor.i += 1
            node = Run(node.first, node.child, "exclusive" if word == "exclusive" else node.words)
        elif kind == SYMBOL and word in ("±", "+") and not isinstance(node, PlusMinus):
            node = _plus_minus(cursor, node)
        else:
            return node


def _plus_minus(cursor: Cursor, node: Node) -> Node:
    less = _margin(cursor, node)
    more = less
    bracket = cursor.words[cursor.i] == "(" and cursor.words[cursor.i + 1] == "±"
    if bracket or (cursor.words[cursor.i] in (",", "/") and cursor.words[cursor.i + 1] == "±"):
        cursor.i += 1
        more = _margin(cursor, node)
        if bracket and not cursor.symbol(")"):
            raise Unread(cursor.i)
    return PlusMinus(node, *sorted((less, more)))


def _margin(cursor: Cursor, node: Node) -> tuple[int, int, int]:
    if cursor.words[cursor.i] != "±":
        raise Unread(cursor.i)
    cursor.i += 1
    if cursor.kinds[cursor.i] != "number":
        raise Unread(cursor.i, "how much more or less?", "write “1500 ± 10”")
    number = cursor.numbers[cursor.i]
    cursor.i += 1
    leaf = node
    while not isinstance(leaf, Stated) and hasattr(leaf, "child"):
        leaf = leaf.child
    unit = leaf.unit if isinstance(leaf, Stated) and leaf.unit in UNITS else "year"
    if cursor.kinds[cursor.i] == "unit" and cursor.words[cursor.i] in UNITS:
        unit = cursor.words[cursor.i]
        cursor.i += 1
    months, days, seconds = UNITS[unit]
    return months * number, days * number, seconds * number


def _limit(cursor: Cursor) -> Node:
    word = cursor.words[cursor.i]
    cursor.i += 1
    edge: int | None = None
    if cursor.kinds[cursor.i] == EDGE:
        edge = cursor.numbers[cursor.i]
        cursor.i += 1
    child = counted(cursor) if edge is None else None
    if child is None:
        child = _limited_target(cursor)
    if cursor.kinds[cursor.i] == INCLUSIVE:
        inclusive = cursor.words[cursor.i] == "inclusive"
        cursor.i += 1
        if inclusive:
            word = {"before": "by", "until": "by", "after": "not-before"}.get(word, word)
        else:
            word = {"by": "before", "until": "before", "not-before": "after"}.get(word, word)
    return Limited(word, edge, child)


def _limited_target(cursor: Cursor) -> Node:
    """The target of a limit, with a run or elliptic alternatives of its own: "before 13 or 14 February"."""
    if cursor.kinds[cursor.i] in (BETWEEN, REFUSED, FROM):
        raise refused(cursor) if cursor.kinds[cursor.i] == REFUSED else Unread(cursor.i)
    first = target(cursor)
    joiner = cursor.joiner()
    bare = isinstance(first, Stated) and first.unit in ("number", "ordinal")
    if joiner == "dash" or (joiner == "or" and bare and cursor.kinds[cursor.i + 1] != LIMIT):
        cursor.i += 1
        second = target(cursor)
        first, second = completed(first, second), completed(second, first)
        return Run(first, second, "dash") if joiner == "dash" else Either((first, second), OR)
    return first


def _between(cursor: Cursor) -> Node:
    start = cursor.i
    cursor.i += 1
    if not CLOCKY.isdisjoint(cursor.kinds):
        time = clock_time(cursor)
        if time is not None and time.to is not None:
            cursor.i = start + 1
            return target(cursor)
        cursor.i = start + 1
    first = counted(cursor) or target(cursor)
    if cursor.kinds[cursor.i] != AND and not cursor.at_dash():
        raise Unread(cursor.i, "“between” needs two ends", "write “between 3 and 7 May 1791”")
    cursor.i += 1
    second = counted(cursor) or target(cursor)
    first, second = completed(first, second), completed(second, first)
    return _trailing(cursor, Run(first, second, "between"))


def _from(cursor: Cursor) -> Node:
    """ "From 3 to 7 May"; "from 1950" alone is a lower limit, «от 3 мая» alone the date of a document."""
    start = cursor.i
    dated = cursor.words[cursor.i] == "dated"
    cursor.i += 1
    if not CLOCKY.isdisjoint(cursor.kinds):
        time = clock_time(cursor)
        if time is not None and time.to is not None:
            cursor.i = start + 1
            return target(cursor)
        cursor.i = start + 1
    edge: int | None = None
    if cursor.kinds[cursor.i] == EDGE:
        edge = cursor.numbers[cursor.i]
        cursor.i += 1
    first = counted(cursor) or target(cursor)
    joiner = cursor.joiner()
    if joiner == "" and cursor.kinds[cursor.i] == LIMIT and cursor.words[cursor.i] in ("before", "by"):
        joiner = "to"  # «с 3 до 7 мая»
    if joiner in ("to", "dash"):
        cursor.i += 1
        second_edge: int | None = None
        if cursor.kinds[cursor.i] == EDGE:
            second_edge = cursor.numbers[cursor.i]
            cursor.i += 1
        second = counted(cursor) or target(cursor)
        first, second = completed(first, second), completed(second, first)
        if edge is None and second_edge is None:
            return _trailing(cursor, Run(first, second, "from"))
        return Together((Limited("not-before", edge, first), Limited("by", second_edge, second)))
    if cursor.kinds[cursor.i] == LATER and cursor.words[cursor.i] == "not-before":
        cursor.i += 1  # "from 1950 onwards"
    elif dated and edge is None:
        return first
    return Limited("not-before", edge, first)


def counted(cursor: Cursor) -> Node | None:
    """ "3 days after …", «за неделю до …»; None, and the cursor unmoved, if no count stands here."""
    start, kinds = cursor.i, cursor.kinds
    direction = ""
    if kinds[start] not in _COUNT_STARTS:
        return None
    if kinds[start] == AGO:
        direction = cursor.words[start]
        cursor.i += 1
    elif kinds[start] == "number" and kinds[start + 1] not in ("unit", SYMBOL, "to", OR, AND):
        return None  # the commonest phrase, "13 February 1956", is seen at once
    definite = "article" in cursor.fillers[cursor.i] and kinds[cursor.i] == "unit"
    found = amount(cursor)
    if found is None:
        cursor.i = start
        return None
    inclusive = cursor.take(INCLUSIVE)
    if kinds[cursor.i] == AGO and not direction:
        direction = cursor.words[cursor.i]  # «3 дня спустя после»
        cursor.i += 1
    if kinds[cursor.i] != LIMIT or cursor.words[cursor.i] not in ("before", "after"):
        cursor.i = start
        return None
    word = cursor.words[cursor.i]
    bare = found.length.smallest in ("week", "month", "year", "decade", "century") and kinds[start] == "unit"
    if definite and bare and not direction:
        cursor.i = start  # "the year after @x" is a calendar year: a prefix, not a count
        return None
    if direction and direction != word:
        raise Unread(cursor.i, "the words point both ways", "write “3 days before” or “3 days after”")
    cursor.i += 1
    cursor.deeper()
    child = counted(cursor) or _limited_target(cursor)
    cursor.depth -= 1
    if cursor.take(INCLUSIVE):
        inclusive = True
    return Counted(found.length, found.to, found.quantity, found.about, word == "after", inclusive, child)


def _within(cursor: Cursor) -> Node | None:
    """ "Within a week of/after/before …"; None, and the cursor unmoved, where no length follows."""
    start = cursor.i
    cursor.i += 1
    found = amount(cursor)
    if found is None or found.to is not None or found.quantity or found.about:
        cursor.i = start
        return None
    word = "of"
    if cursor.kinds[cursor.i] == LIMIT and cursor.words[cursor.i] in ("before", "after"):
        word = cursor.words[cursor.i]
        cursor.i += 1
    elif cursor.kinds[cursor.i] == FROM:
        word = "after"
        cursor.i += 1
    elif "of" not in cursor.fillers[cursor.i]:
        raise Unread(cursor.i, "within that time of what?", "write “within a week of @event”")
    return Within(found.length, word, counted(cursor) or _limited_target(cursor))
