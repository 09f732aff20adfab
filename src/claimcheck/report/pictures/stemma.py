"""The stemma as a picture: time runs down, what depends on another work stands below it.

Belongs here: which works and claims are drawn, in which rows, and how the lines between them run around the boxes.
Does not belong here: which ties there are (see `claimcheck.criticism.stemma`), writing SVG.

Rows and the order within them follow Sugiyama, Tagawa & Toda 1981: a line that passes a row has a place of its own
there, and the rows are sorted by the mean place of what they are tied to, in a fixed number of sweeps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.stemma import relays_of
from claimcheck.criticism.stemma import Node, Relation, edges, nodes
from claimcheck.dates.calendars import year_in_words
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import public_from
from claimcheck.report.pictures.chart import Entry
from claimcheck.report.pictures.layout import Room, Runs, spaced, wrapped_runs
from claimcheck.report.pictures.shapes import (
    Box,
    Bunch,
    Drawing,
    Shape,
    Stroke,
    Words,
    runs_width,
    word_width,
)
from claimcheck.report.words import names
from claimcheck.report.words.grammar import few, plural

MOST_NODES = 60  # more than that is no picture any more; the list says it
_WIDE = 1104.0  # pixels of a row; a broader one makes a broader picture
_ABREAST = 800.0  # pixels of the boxes of one row; the rest is for lines that pass it
_WORDS = 150.0  # pixels of a line in a box
_LINE, _PAD = 17, 8  # pixels of a line, and around the lines of a box
_ACROSS, _DOWN = 22.0, 44.0  # between boxes, and between rows
_LANE = 6.0  # pixels of a line that passes a row
_SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Work:
    """A source or a claim by itself: its name, the year from which it could be read, and through what it came."""

    about: Entry
    name: str
    year: int | None
    via: str
    is_root: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """From a work to what it depends on, both by number."""

    start: int
    end: int
    relation: Relation


@dataclass(frozen=True, slots=True)
class Stemma:
    """Works and ties, and all of it in words."""

    works: tuple[Work, ...]
    ties: tuple[Tie, ...]
    says: str


def stemma_of(examination: Examination) -> Stemma | None:
    """What depends on what; None where nothing does, or where it is more than a picture can hold.

    Through what a work came is no dependence: it stands in its box. What is tied to nothing is not drawn.
    """
    tied = [edge for edge in examination.once(edges) if edge.relation is not Relation.THROUGH]
    joined = {end for edge in tied for end in (edge.start, edge.end)}
    found = [node for node in examination.once(nodes) if node.id in joined]
    if not tied or len(found) > MOST_NODES:
        return None
    numbers = {node.id: number for number, node in enumerate(found)}
    works = tuple(_work(examination.corpus, node) for node in found)
    ties = tuple(
        Tie(numbers[edge.start], numbers[edge.end], edge.relation)
        for edge in tied
        if edge.start in numbers and edge.end in numbers
    )
    roots = sum(work.is_root for work in works)
    says = (
        f"{plural(len(works), 'work')}, {plural(roots, 'root')} among them (double line). What depends on another "
        f"work stands below it. A solid line says that it rests on the other or reports it, a dotted one that it "
        f"stands in it. “Via” names through what a work came, which is no dependence."
    )
    return Stemma(works, ties, says)


def _work(corpus: Corpus, node: Node) -> Work:
    source = corpus.sources[corpus.claims[node.entry].source if node.is_claim else node.entry]
    says = node.entry if node.is_claim else node.entry.removesuffix("/source") if source.unnamed else None
    name = names.source(corpus, node.entry) if says is None else names.joint(corpus, says)
    relays = relays_of(corpus, node.entry, is_claim=node.is_claim)
    via = few((names.source(corpus, id) for id in relays), 1) if relays else ""
    return Work(
        ("claim" if node.is_claim else "source", node.entry),
        name,
        public_from(source, corpus),
        via,
        node.is_root,
    )


# Rows.


def _rows(stemma: Stemma) -> list[list[int]]:
    """The works in rows, earlier ones above, what depends below what it depends on, none beside what it is tied
    to."""
    behind: dict[int, set[int]] = {number: set() for number in range(len(stemma.works))}
    beside: dict[int, set[int]] = {number: set() for number in range(len(stemma.works))}
    for tie in stemma.ties:
        behind[tie.start].add(tie.end)
        beside[tie.start].add(tie.end)
        beside[tie.end].add(tie.start)
    years = _years(stemma, behind)
    rows: list[list[int]] = []
    placed: dict[int, int] = {}
    widths = [_box_width(work) for work in stemma.works]
    for number in _in_order(years, behind):
        row = max((placed[other] + 1 for other in behind[number] if other in placed), default=0)
        row = max(row, len(rows) - 1, 0)
        if row < len(rows):
            is_full = sum(widths[other] for other in rows[row]) + widths[number] > _ABREAST
            row += is_full or not beside[number].isdisjoint(rows[row])
        if row >= len(rows):
            rows.append([])
            row = len(rows) - 1
        rows[row].append(number)
        placed[number] = row
    return rows


def _years(stemma: Stemma, behind: dict[int, set[int]]) -> list[float]:
    """The year of each work; of one without, the latest of what it depends on, else before everything."""
    found = [float(work.year) if work.year is not None else float("-inf") for work in stemma.works]
    for _ in stemma.works:
        for number in range(len(found)):
            found[number] = max([found[number], *(found[other] for other in behind[number])])
    return found


def _in_order(years: Sequence[float], behind: dict[int, set[int]]) -> list[int]:
    """By year, and within one what depends after what it depends on; a circle is cut where it closes."""
    found: list[int] = []
    waiting = sorted(range(len(years)), key=lambda number: (years[number], number))
    while waiting:
        ready = next((one for one in waiting if behind[one] - {one} <= set(found)), waiting[0])
        found.append(ready)
        waiting.remove(ready)
    return found


# Places.


@dataclass(slots=True)
class _Item:
    """A box in a row, or the place of a line that passes it."""

    work: int | None
    width: float
    middle: float = 0.0


def stemma_drawing(stemma: Stemma) -> Drawing:
    """The stemma as shapes; as wide as a page, or wider where a row needs it."""
    rows = _rows(stemma)
    lines = [_lines(work) for work in stemma.works]
    items: list[list[_Item]] = [
        [_Item(number, _box_width(stemma.works[number])) for number in row] for row in rows
    ]
    at = {number: (row, items[row][place]) for row, some in enumerate(rows) for place, number in enumerate(some)}
    chains = [_chain(tie, at, items) for tie in stemma.ties]
    _arrange(items, chains)
    left = min((item.middle - item.width / 2 for row in items for item in row), default=0.0)
    right = max((item.middle + item.width / 2 for row in items for item in row), default=0.0)
    width = max(_WIDE, right - left)
    shift = (width - (right - left)) / 2 - left + _PAD
    for some in items:
        for item in some:
            item.middle += shift
    tops: list[float] = []
    heights = [max(len(lines[number]) for number in row) * _LINE + 2 * _PAD for row in rows]
    down = float(_PAD)
    for height in heights:
        tops.append(down)
        down += height + _DOWN
    shapes: list[Shape] = []
    for tie, chain in zip(stemma.ties, chains, strict=True):
        shapes += _line(tie, chain, at, tops, heights, lines)
    for number, work in enumerate(stemma.works):
        shapes.append(_box(work, lines[number], at[number][1], tops[at[number][0]]))
    return Drawing("Stemma", stemma.says, round(width + 2 * _PAD), round(down - _DOWN + _PAD), tuple(shapes))


def _lines(work: Work) -> tuple[Runs, ...]:
    """What stands in a box: the name, and under it the year that it does not say and the badge of a relay."""
    room = Room(0, _WORDS, _WORDS, word_width, 0, 0, 0, 0, 0)
    year = year_in_words(work.year) if work.year is not None else ""
    year = "" if year in work.name else year
    badge = ", ".join(text for text in (year, f"via {work.via}" if work.via else "") if text)
    under = wrapped_runs(((badge, "source"),), _WORDS, room) if badge else ()
    return (*wrapped_runs(((work.name, "name"),), _WORDS, room), *under)


def _box_width(work: Work) -> float:
    return max(map(runs_width, _lines(work))) + 2 * _PAD


Chain = list[_Item]  # the places of a line in the rows between its ends, from the upper to the lower


def _chain(tie: Tie, at: dict[int, tuple[int, _Item]], items: list[list[_Item]]) -> Chain:
    """The places that a line takes in the rows that it passes, its ends included."""
    (one, first), (other, last) = sorted((at[tie.start], at[tie.end]), key=lambda end: end[0])
    found = [first]
    for row in range(one + 1, other):
        item = _Item(None, _LANE)
        items[row].append(item)
        found.append(item)
    return [*found, last]


def _arrange(items: list[list[_Item]], chains: Sequence[Chain]) -> None:
    """Orders every row by what its items are tied to, and sets their middles."""
    near: dict[int, list[_Item]] = {}
    for chain in chains:
        for above, below in pairwise(chain):
            near.setdefault(id(above), []).append(below)
            near.setdefault(id(below), []).append(above)
    for row in items:
        _spread(row)
    for sweep in range(_SWEEPS):
        for row in items if sweep % 2 == 0 else reversed(items):
            wanted = sorted((_mean(item, near), number) for number, item in enumerate(row))
            row[:] = [row[number] for _, number in wanted]
            _spread(row, [mean for mean, _ in wanted])


def _mean(item: _Item, near: dict[int, list[_Item]]) -> float:
    others = near.get(id(item))
    return sum(other.middle for other in others) / len(others) if others else item.middle


def _spread(row: Sequence[_Item], wanted: Sequence[float] | None = None) -> None:
    """Sets the items of a row side by side, each as near to where it is wanted as the others let it."""
    widths = [item.width for item in row]
    half = max(_WIDE, sum(widths) + _ACROSS * len(row)) / 2
    found = spaced(wanted or [0.0] * len(row), widths, _ACROSS, (-half, half))
    assert found is not None, "a row has the room that it needs"
    for item, left in zip(row, found, strict=True):
        item.middle = left + item.width / 2


def _line(
    tie: Tie,
    chain: Chain,
    at: dict[int, tuple[int, _Item]],
    tops: Sequence[float],
    heights: Sequence[float],
    lines: Sequence[Sequence[Runs]],
) -> list[Shape]:
    """The strokes of a tie, from the foot of the upper box through its places in the rows to the lower box."""
    look = "stands" if tie.relation is Relation.STANDS_IN else "rests"
    upper, lower = sorted((tie.start, tie.end), key=lambda number: at[number][0])
    row = at[upper][0]
    foot = tops[row] + len(lines[upper]) * _LINE + 2 * _PAD
    points = [(chain[0].middle, foot)]
    for passed, item in enumerate(chain[1:-1], start=row + 1):
        points += [(item.middle, tops[passed]), (item.middle, tops[passed] + heights[passed])]
    if len(chain) == 2 or foot < tops[row] + heights[row]:
        points.insert(1, (chain[0].middle, tops[row] + heights[row]))
    points.append((chain[-1].middle, tops[at[lower][0]]))
    return [Stroke(*one, *other, look) for one, other in pairwise(points) if one != other]


def _box(work: Work, lines: Sequence[Runs], item: _Item, top: float) -> Bunch:
    left, height = item.middle - item.width / 2, len(lines) * _LINE + 2 * _PAD
    shapes: list[Shape] = [Box(left, top, item.width, height, f"work {work.about[0]}")]
    if work.is_root:
        shapes.append(Box(left + 3, top + 3, item.width - 6, height - 6, "root"))
    for number, runs in enumerate(lines):
        shapes.append(Words(item.middle, top + _PAD + 13 + number * _LINE, runs, "middle"))
    return Bunch(work.about, tuple(shapes))
