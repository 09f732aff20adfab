"""Limits, runs and counts: before, between, from … to, more or less, so long after, within.

Belongs here: how what refers to one target or two is read, and what limits, runs and "± 10" mean. Does not belong
here: targets (see `targets`), whole phrases (see `grammar`), what a count means (see `counts`).
"""

from __future__ import annotations

from claimcheck.dates.phrases import kinds, nodes
from claimcheck.dates.phrases.counts import UNITS, amount
from claimcheck.dates.phrases.cursor import Cursor, Unread, refused
from claimcheck.dates.phrases.ellipsis import completed, donor
from claimcheck.dates.phrases.hours import clock_time
from claimcheck.dates.phrases.stretches import Impossible, Instant, Stretch, Times, fineness, moved
from claimcheck.dates.phrases.targets import target
from claimcheck.dates.phrases.working import Working

_WITH_ERA = frozenset(("year", "number", "ordinal", "decade", "hundred", "century", "millennium"))


def ends(cursor: Cursor, first: nodes.Node, second: nodes.Node) -> tuple[nodes.Node, nodes.Node]:
    """The two ends of a run, each with what it leaves out taken from the other.

    Raises Unread where an end is a run itself, and where the second does not say on which side of Christ it lies.
    """
    for end in (first, second):
        if (
            isinstance(end, nodes.Run)
            and isinstance(end.first, nodes.Stated)
            and end.first.rule == "abbreviated-year"
        ):
            raise Unread(cursor.i - 1, "a run has two ends", "write two dates, the years in full")
    earlier = donor(first)
    later = donor(second) if earlier is not None and earlier.era == "bc" else None
    if later is not None and not later.era and later.unit in _WITH_ERA:
        raise Unread(cursor.i - 1, "does the run end before Christ or after?", _eras_of(earlier, later))
    return completed(first, second), completed(second, first, later=True)


def _eras_of(earlier: nodes.Stated | None, later: nodes.Stated) -> str:
    """The remedy for a run that begins before Christ: its own years with an era behind both."""
    first, last = earlier.number if earlier is not None else 0, later.number
    if earlier is None or earlier.unit != "year" or later.unit not in ("year", "number") or not first or not last:
        return "write the era behind both ends: “500 BC to 18 BC”, “500 BC to AD 18”"
    ends = [f"{last} BC"] * (last < first) + [f"AD {last}"]
    return f"write the era behind both ends: {', '.join(f'“{first} BC to {end}”' for end in ends)}"


_INCLUSIVE = {"before": "by", "until": "by", "after": "not-before"}
_GEDCOM = ("BEF", "AFT")

COUNT_STARTS = frozenset(
    ("number", "cardinal", kinds.A, kinds.QUANTITY, kinds.AGO, "unit", kinds.CIRCA, kinds.LIMIT)
)


def limit(cursor: Cursor) -> nodes.Node:
    """ "Before 1453", "not later than the end of May 1791", "after 13 or 14 February 1956"."""
    word = cursor.words[cursor.i]
    capital = "BEF" in cursor.text or "AFT" in cursor.text
    if (
        capital
        and cursor.text_of(cursor.i, cursor.i + 1) in _GEDCOM
        and cursor.choose("GEDCOM 5.5.1 or 7", 2) == 1
    ):
        word = _INCLUSIVE[word]  # version 7 includes the date, version 5.5.1 did not
    cursor.i += 1
    if cursor.words[cursor.i] == "-" and " " not in cursor.text_of(cursor.i - 1, cursor.i + 2):
        cursor.i += 1  # "post-1850"
    edge: int | None = None
    if cursor.kinds[cursor.i] == kinds.EDGE:
        edge = cursor.numbers[cursor.i]
        cursor.i += 1
    child = counted(cursor) if edge is None else None
    if child is None:
        child = _limited_target(cursor)
    if cursor.kinds[cursor.i] == kinds.INCLUSIVE:
        inclusive = cursor.words[cursor.i] == "inclusive"
        cursor.i += 1
        if inclusive:
            word = _INCLUSIVE.get(word, word)
        else:
            word = {"by": "before", "until": "before", "not-before": "after", "since": "after"}.get(word, word)
    return nodes.Limited(word, edge, child)


def _limited_target(cursor: Cursor) -> nodes.Node:
    """The target of a limit, with a run or elliptic alternatives of its own: "before 13 or 14 February"."""
    if cursor.kinds[cursor.i] in (kinds.BETWEEN, kinds.REFUSED, kinds.FROM):
        raise refused(cursor) if cursor.kinds[cursor.i] == kinds.REFUSED else Unread(cursor.i)
    first = target(cursor)
    joiner = cursor.joiner()
    bare = isinstance(first, nodes.Stated) and first.unit in ("number", "ordinal")
    if joiner == "dash" or (joiner == "or" and bare and cursor.kinds[cursor.i + 1] != kinds.LIMIT):
        cursor.i += 1
        second = target(cursor)
        if joiner == "dash":
            return nodes.Run(*ends(cursor, first, second), "dash")
        return nodes.Either((completed(first, second), completed(second, first, later=True)), kinds.OR)
    return first


def between(cursor: Cursor) -> nodes.Node:
    """ "Between 3 and 7 May 1791", "between 37 and 38 years before @x"."""
    cursor.i += 1
    node = _two_hours(cursor) or _two_counts(cursor)
    if node is not None:
        return node
    first = counted(cursor) or target(cursor)
    if cursor.kinds[cursor.i] != kinds.AND and not cursor.at_dash():
        raise Unread(cursor.i, "“between” needs two ends", "write “between 3 and 7 May 1791”")
    cursor.i += 1
    second = counted(cursor) or target(cursor)
    return trailing(cursor, nodes.Run(*ends(cursor, first, second), "between"))


def _two_hours(cursor: Cursor) -> nodes.Node | None:
    """ "Between 6 and 7 p.m. on 3 May"; None, and the cursor unmoved, if not."""
    start = cursor.i
    time = clock_time(cursor) if cursor.clocky else None
    cursor.i = start
    return target(cursor) if time is not None and time.to is not None else None


def _two_counts(cursor: Cursor) -> nodes.Node | None:
    """ "Between 37 and 38 years before @x", «от 2 до 3 дней после»; None, and the cursor unmoved, if not."""
    start = cursor.i
    numbers = (kinds.NUMBER, kinds.CARDINAL)
    if (
        cursor.kinds[start] not in numbers
        or not (cursor.kinds[start + 1] in (kinds.AND, kinds.TO) or cursor.words[start + 1] in ("before", "by"))
        or cursor.kinds[start + 2] not in numbers
        or cursor.kinds[start + 3] != kinds.UNIT
    ):
        return None
    least, unit = cursor.numbers[start], cursor.words[start + 3]
    cursor.i += 2
    most = cursor.numbers[cursor.i]
    node = counted(cursor)
    plain = unit in UNITS and isinstance(node, nodes.Counted) and node.to is None and node.length.smallest == unit
    if not plain or not isinstance(node, nodes.Counted):
        cursor.i = start
        return None
    if least >= most:
        raise Unread(start, "the smaller number comes first", f"write `between {most} and {least} {unit}s`")
    months, days, seconds = UNITS[unit]
    from_ = nodes.Length(months * least, days * least, seconds * least, unit)
    return nodes.Noted("counted-between", node._replace(length=from_, to=node.length))


def from_to(cursor: Cursor) -> nodes.Node:
    """ "From 3 to 7 May"; "from 1950" alone is a lower limit, «от 3 мая» alone the date of a document."""
    dated = cursor.words[cursor.i] == "dated"
    cursor.i += 1
    node = _two_hours(cursor) or _two_counts(cursor)
    if node is not None:
        return node
    edge: int | None = None
    if cursor.kinds[cursor.i] == kinds.EDGE:
        edge = cursor.numbers[cursor.i]
        cursor.i += 1
    first = counted(cursor) or target(cursor)
    joiner = cursor.joiner()
    if joiner == "" and cursor.kinds[cursor.i] == kinds.LIMIT and cursor.words[cursor.i] in ("before", "by"):
        joiner = "to"  # «с 3 до 7 мая»
    if joiner in ("to", "dash"):
        cursor.i += 1
        second_edge: int | None = None
        if cursor.kinds[cursor.i] == kinds.EDGE:
            second_edge = cursor.numbers[cursor.i]
            cursor.i += 1
        second = counted(cursor) or target(cursor)
        first, second = ends(cursor, first, second)
        if edge is None and second_edge is None:
            return trailing(cursor, nodes.Run(first, second, "from"))
        return nodes.Together((nodes.Limited("not-before", edge, first), nodes.Limited("by", second_edge, second)))
    if cursor.kinds[cursor.i] == kinds.LATER and cursor.words[cursor.i] == "not-before":
        cursor.i += 1  # "from 1950 onwards"
    elif dated and edge is None:
        return first
    return nodes.Limited("since", edge, first)


def counted(cursor: Cursor) -> nodes.Node | None:
    """ "3 days after …", «за неделю до …»; None, and the cursor unmoved, if no count stands here."""
    start = cursor.i
    direction = ""
    if cursor.kinds[start] not in COUNT_STARTS:
        return None
    early, about = "", cursor.kinds[start] == kinds.CIRCA and cursor.kinds[start + 1] == kinds.AGO
    if about or (cursor.kinds[start] == kinds.QUANTITY and cursor.kinds[start + 1] == kinds.AGO):
        early = "" if about else cursor.words[start]  # «не менее чем через 2 дня после»
        cursor.i += 1
    if cursor.kinds[cursor.i] == kinds.AGO:
        direction = cursor.words[cursor.i]
        cursor.i += 1
    elif cursor.kinds[start] == "number" and cursor.kinds[start + 1] not in (
        "unit",
        kinds.SYMBOL,
        "to",
        kinds.OR,
        kinds.AND,
    ):
        return None  # the commonest phrase, "13 February 1956", is seen at once
    definite = "article" in cursor.fillers[cursor.i] and cursor.kinds[cursor.i] == "unit"
    found = amount(cursor)
    if found is None:
        cursor.i = start
        return None
    inclusive = cursor.take(kinds.INCLUSIVE)
    if cursor.kinds[cursor.i] == kinds.AGO and not direction:
        direction = cursor.words[cursor.i]  # «3 дня спустя после»
        cursor.i += 1
    if cursor.kinds[cursor.i] != kinds.LIMIT or cursor.words[cursor.i] not in ("before", "after"):
        cursor.i = start
        return None
    word = cursor.words[cursor.i]
    bare = (
        found.length.smallest in ("week", "month", "year", "decade", "century") and cursor.kinds[start] == "unit"
    )
    if definite and bare and not direction:
        cursor.i = start  # "the year after @x" is a calendar year: a prefix, not a count
        return None
    if direction and direction != word:
        raise Unread(
            cursor.i, "the words point both ways", "write “3 days before @event” or “3 days after @event”"
        )
    cursor.i += 1
    cursor.deeper()
    child = counted(cursor) or _limited_target(cursor)
    cursor.depth -= 1
    if cursor.words[cursor.i] == "," and cursor.kinds[cursor.i + 1] == kinds.INCLUSIVE:
        cursor.i += 1
    if cursor.kinds[cursor.i] == kinds.INCLUSIVE and cursor.words[cursor.i] == "inclusive":
        cursor.i += 1
        inclusive = True
    return nodes.Counted(
        found.length, found.to, found.quantity or early, found.about or about, word == "after", inclusive, child
    )


def within(cursor: Cursor) -> nodes.Node | None:
    """ "Within a week of/after/before …"; None, and the cursor unmoved, where no length follows."""
    start = cursor.i
    cursor.i += 1
    found = amount(cursor)
    if found is None or found.to is not None or found.quantity or found.about:
        cursor.i = start
        return None
    word = "of"
    if cursor.kinds[cursor.i] == kinds.LIMIT and cursor.words[cursor.i] in ("before", "after"):
        word = cursor.words[cursor.i]
        cursor.i += 1
    elif cursor.kinds[cursor.i] == kinds.FROM:
        word = "after"
        cursor.i += 1
    elif "of" not in cursor.fillers[cursor.i]:
        raise Unread(cursor.i, "within that time of what?", "write “within a week of @event”")
    return nodes.Within(found.length, word, counted(cursor) or _limited_target(cursor))


def _ends(cursor: Cursor, index: int) -> bool:
    return index >= cursor.n or cursor.kinds[index] in (kinds.SYMBOL, "but")


def _plus_minus(cursor: Cursor, node: nodes.Node) -> nodes.Node:
    less = _margin(cursor, node)
    more = less
    bracket = cursor.words[cursor.i] == "(" and cursor.words[cursor.i + 1] == "±"
    if bracket or (cursor.words[cursor.i] in (",", "/") and cursor.words[cursor.i + 1] == "±"):
        cursor.i += 1
        more = _margin(cursor, node)
        if bracket and not cursor.symbol(")"):
            raise Unread(cursor.i)
    if (
        cursor.kinds[cursor.i] in (kinds.CALIBRATED, kinds.PRESENT)
        and isinstance(node, nodes.Stated)
        and node.unit == "year"
    ):
        calibrated = cursor.take(kinds.CALIBRATED)
        if not cursor.take(kinds.PRESENT):
            raise Unread(cursor.i, "calibrated to which era?", "write “2350 ± 50 cal BP”")
        node = nodes.Stated("before-present", node.year, number=node.number, word="cal" if calibrated else "")
    return nodes.PlusMinus(node, *sorted((less, more)))


def _margin(cursor: Cursor, node: nodes.Node) -> tuple[int, int, int]:
    if cursor.words[cursor.i] != "±":
        raise Unread(cursor.i)
    cursor.i += 1
    if cursor.kinds[cursor.i] != "number":
        raise Unread(cursor.i, "how much more or less?", "write “1500 ± 10”")
    number = cursor.numbers[cursor.i]
    cursor.i += 1
    leaf = donor(node)
    unit = leaf.unit if leaf is not None and leaf.unit in UNITS else "year"
    if leaf is None and cursor.kinds[cursor.i] != kinds.UNIT:
        raise Unread(cursor.i, "so many of what?", "write “@event ± 3 days”")
    if cursor.kinds[cursor.i] == "unit" and cursor.words[cursor.i] in UNITS:
        unit = cursor.words[cursor.i]
        cursor.i += 1
    months, days, seconds = UNITS[unit]
    return months * number, days * number, seconds * number


def trailing(cursor: Cursor, node: nodes.Node) -> nodes.Node:
    """What may stand after a date: "± 3", "or later", "inclusive"."""
    while cursor.i < cursor.n:
        kind, word = cursor.kinds[cursor.i], cursor.words[cursor.i]
        if kind == kinds.LATER:
            cursor.i += 1
            node = nodes.Limited(word, None, node)
        elif word == "," and cursor.kinds[cursor.i + 1] == kinds.LATER:
            cursor.i += 1  # "1829–33, or later"
        elif word == "(" and cursor.kinds[cursor.i + 1] == kinds.OR and isinstance(node, nodes.Stated):
            cursor.i += 2  # "1224 (or 1227)"
            other = completed(target(cursor), node, later=True)
            if not cursor.symbol(")"):
                raise Unread(cursor.i)
            node = nodes.Either((node, other), kinds.OR)
        elif kind == kinds.LIMIT and word in ("by", "not-before") and cursor.i + 1 == cursor.n:
            cursor.i += 1  # «13 февраля самое позднее»
            node = nodes.Limited(word, None, node)
        elif word == "(" and cursor.kinds[cursor.i + 1] == kinds.LIMIT and cursor.words[cursor.i + 2] == ")":
            node = nodes.Limited(cursor.words[cursor.i + 1], None, node)  # "1059 (TPQ)"
            cursor.i += 3
        elif (
            kind in (kinds.OR, kinds.AND)
            and cursor.kinds[cursor.i + 1] == kinds.LIMIT
            and _ends(cursor, cursor.i + 2)
        ):
            word = cursor.words[cursor.i + 1]
            cursor.i += 2  # "1950 or after"
            node = nodes.Limited({"before": "by", "after": "not-before"}.get(word, word), None, node)
        elif kind == kinds.INCLUSIVE and isinstance(node, nodes.Run):
            cursor.i += 1
            node = nodes.Run(node.first, node.child, "exclusive" if word == "exclusive" else node.words)
        elif kind == kinds.SYMBOL and word in ("±", "+") and not isinstance(node, nodes.PlusMinus):
            node = _plus_minus(cursor, node)
        elif word == "(" and cursor.words[cursor.i + 1] == "±" and not isinstance(node, nodes.PlusMinus):
            cursor.i += 1  # "3000 BC (± 150 years)"
            node = _plus_minus(cursor, node)
            if not cursor.symbol(")"):
                raise Unread(cursor.i)
        else:
            break
    return node


# ------------------------------------------------------------ what they mean

_LIMIT_RULES = {
    "before": "before",
    "by": "by",
    "until": "by",
    "after": "after",
    "not-before": "not-before",
    "since": "not-before",
}


def limited(working: Working, node: nodes.Limited) -> Times:
    """Before: up to the start; by and until: to the end; after: from the end; not before: from the start."""
    whole = working.referred(node.child)
    rule = _LIMIT_RULES[node.word]
    found = []
    for s in whole.stretches:
        start, wide_start, late_start = s.start, s.wide_start, s.late_start
        stop, wide_stop, early_stop = s.stop, s.wide_stop, s.early_stop
        if node.edge == 0 or (node.edge is None and rule == "before"):
            stop, wide_stop, early_stop = s.start, s.late_start, s.wide_start
        if node.edge == 2 or (node.edge is None and rule == "after"):
            start, wide_start, late_start = s.stop, s.early_stop, s.wide_stop
        is_upper = rule in ("before", "by")
        if (stop if is_upper else start) is None:
            raise Impossible("nothing says when this begins or ends", "limit by a date or an event")
        upper = Stretch(None, stop, None, wide_stop, None, early_stop)
        found.append(upper if is_upper else Stretch(start, None, wide_start, None, late_start, None))
    return Times(working.widen(rule, tuple(found)), whole.grain)


def run(working: Working, node: nodes.Run) -> Times:
    """From the start of the first to the end of the second; between events, from end to start."""
    return from_to_time(working, node, working.referred(node.first), working.referred(node.child))


def from_to_time(working: Working, node: nodes.Run, first: Times, second: Times) -> Times:
    working.halves = (first, second)
    a, b = first.stretches[0], second.stretches[-1]
    left: tuple[Instant | None, ...] = (a.start, a.wide_start, a.late_start)
    right: tuple[Instant | None, ...] = (b.stop, b.wide_stop, b.early_stop)
    if node.words == "exclusive" or (node.words == "between" and isinstance(node.first, nodes.Happening)):
        left = (a.stop, a.early_stop, a.wide_stop)
    if node.words == "exclusive" or (node.words == "between" and isinstance(node.child, nodes.Happening)):
        right = (b.start, b.late_start, b.wide_start)
    if left[0] is None or right[0] is None:
        raise Impossible("one end of the run is open", "write “since 1955”, “until 1956” or both ends")
    if _runs_backwards(a, b) or (isinstance(left[0], int) and isinstance(right[0], int) and left[0] >= right[0]):
        raise Impossible(
            "the run ends before it begins", "name the earlier date first, and both years where they differ"
        )
    made = Stretch(left[0], right[0], left[1], right[1], left[2], right[2])
    grain = min((first.grain, second.grain), key=fineness)
    return Times(working.widen(rule_of_run(node), (made,)), grain)


def rule_of_run(node: nodes.Run) -> str:
    return "between" if node.words in ("between", "exclusive") else "range"


def _runs_backwards(a: Stretch, b: Stretch) -> bool:
    """Whether the second unit begins before the first: "1510-1500" is a slip, not a run."""
    return isinstance(a.start, int) and isinstance(b.start, int) and b.start < a.start


def plus_minus(working: Working, node: nodes.PlusMinus) -> Times:
    whole = working.times(node.child)
    working.fire("plus-minus")
    calendar = working.calendar
    less, more = node.less, node.more
    found = []
    for s in whole.stretches:
        start, stop = (moved(s.start, -less[0], -less[1], -less[2], calendar), moved(s.stop, *less, calendar))
        wide_start = moved(s.wide_start, -more[0], -more[1], -more[2], calendar)
        wide_stop = moved(s.wide_stop, *more, calendar)
        found.append(Stretch(start, stop, wide_start, wide_stop, start, stop))
    return Times(working.widen("plus-minus", tuple(found)), whole.grain)
