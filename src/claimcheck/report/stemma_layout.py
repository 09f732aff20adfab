"""The stemma set out on a plane: sources in layers, what depends below what it depends on.

Belongs here: the geometry, in letters across and lines down, so that any drawer can scale it. Does not belong
here: which nodes and edges there are (see `claimcheck.criticism.stemma`), drawing.

Layers as in Sugiyama, Tagawa & Toda 1981: each node one layer below the lowest of those it depends on, then the
nodes of a layer ordered by the mean place of their neighbours, in a fixed number of sweeps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

MOST_NODES = 60  # more than that is no picture any more; the list says it


@dataclass(frozen=True, slots=True)
class Placed:
    """A node: its entry and lines of text, the middle of its box across, the top of it down, and its size."""

    sort: str  # "source" or "claim"
    id: str
    lines: tuple[str, ...]
    is_root: bool
    across: float
    down: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a node to what it depends on or came through (both by number); `relation` names which."""

    start: int
    end: int
    relation: str


@dataclass(frozen=True, slots=True)
class StemmaDrawing:
    """The nodes and arrows, and how many letters across and lines down they take."""

    nodes: tuple[Placed, ...]
    arrows: tuple[Arrow, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A node before it is placed."""

    sort: str
    id: str
    lines: tuple[str, ...]
    is_root: bool


_ACROSS = 3.0  # letters between boxes
_DOWN = 3.2  # lines between layers
_APART = 4.0  # letters and lines between parts that nothing ties together
_WIDEST = 108.0  # letters; a broader layer is folded into several rows
_SWEEPS = 6


def stemma_layout(boxes: Sequence[Box], arrows: Sequence[Arrow]) -> StemmaDrawing:
    """Places the boxes; the same boxes and arrows give the same picture.

    What is tied together is laid out by itself, and these parts stand beside and below one another, those with
    most in them first, so that no arrow runs behind what it has nothing to do with.
    """
    placed: dict[int, Placed] = {}
    across = down = tallest = whole = 0.0
    for part in _parts(len(boxes), arrows):
        found, width, height = _laid_out(part, boxes, arrows)
        if across and across + width > _WIDEST:
            down += tallest + _APART
            across = tallest = 0.0
        for node, one in found.items():
            placed[node] = replace(one, across=one.across + across, down=one.down + down)
        across += width + _APART
        tallest = max(tallest, height)
        whole = max(whole, across - _APART)
    return StemmaDrawing(tuple(placed[node] for node in range(len(boxes))), tuple(arrows), whole, down + tallest)


def _parts(number: int, arrows: Sequence[Arrow]) -> list[list[int]]:
    """The nodes by what is tied together, the largest part first, ties by the first node."""
    part = list(range(number))

    def head(node: int) -> int:
        while part[node] != node:
            node = part[node]
        return node

    for arrow in arrows:
        first, second = sorted((head(arrow.start), head(arrow.end)))
        part[second] = first
    parts: dict[int, list[int]] = {}
    for node in range(number):
        parts.setdefault(head(node), []).append(node)
    return sorted(parts.values(), key=lambda nodes: (-len(nodes), nodes[0]))


def _laid_out(
    part: Sequence[int], boxes: Sequence[Box], arrows: Sequence[Arrow]
) -> tuple[dict[int, Placed], float, float]:
    """One part in layers, from its own corner, with its width and height."""
    here = set(part)
    own = [arrow for arrow in arrows if arrow.start in here]
    layers = _ordered(_layers(part, own), own)
    rows: list[list[int]] = [row for layer in layers for row in _folded(layer, boxes)]
    widths = [sum(_width(boxes[node]) for node in row) + _ACROSS * (len(row) - 1) for row in rows]
    whole = max(widths)
    placed: dict[int, Placed] = {}
    down = 0.0
    for row, width in zip(rows, widths, strict=True):
        across = (whole - width) / 2
        tallest = max(_height(boxes[node]) for node in row)
        for node in row:
            box = boxes[node]
            middle, top = across + _width(box) / 2, down + (tallest - _height(box)) / 2
            placed[node] = Placed(box.sort, box.id, box.lines, box.is_root, middle, top, _width(box), _height(box))
            across += _width(box) + _ACROSS
        down += tallest + _DOWN
    return placed, whole, down - _DOWN


def _width(box: Box) -> float:
    return max((len(line) for line in box.lines), default=1) + 3.0


def _height(box: Box) -> float:
    return len(box.lines) + 0.9


def _layers(part: Sequence[int], arrows: Sequence[Arrow]) -> list[list[int]]:
    """Each node one layer below the lowest that it points to; a circle is cut where it closes."""
    behind: dict[int, list[int]] = {}
    for arrow in arrows:
        behind.setdefault(arrow.start, []).append(arrow.end)
    depth: dict[int, int] = {}

    def sink(node: int, passed: frozenset[int]) -> int:
        if node not in depth:
            further = [other for other in behind.get(node, ()) if other not in passed and other != node]
            depth[node] = 1 + max((sink(other, passed | {node}) for other in further), default=-1)
        return depth[node]

    for node in part:
        sink(node, frozenset())
    layers: list[list[int]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node in part:
        layers[depth[node]].append(node)
    return layers


def _ordered(layers: list[list[int]], arrows: Sequence[Arrow]) -> list[list[int]]:
    """The layers with their nodes in the order of the mean place of their neighbours."""
    near: dict[int, list[int]] = {}
    for arrow in arrows:
        near.setdefault(arrow.start, []).append(arrow.end)
        near.setdefault(arrow.end, []).append(arrow.start)
    place: dict[int, float] = {}
    for layer in layers:
        for number, node in enumerate(layer):
            place[node] = (number + 0.5) / len(layer)
    for sweep in range(_SWEEPS):
        for layer in layers if sweep % 2 == 0 else reversed(layers):
            means = {
                node: sum(place[other] for other in near[node]) / len(near[node])
                if near.get(node)
                else place[node]
                for node in layer
            }
            layer.sort(key=lambda node, means=means: (means[node], node))  # type: ignore[misc]
            for number, node in enumerate(layer):
                place[node] = (number + 0.5) / len(layer)
    return layers


def _folded(layer: Sequence[int], boxes: Sequence[Box]) -> list[list[int]]:
    """A layer as rows that are no broader than a page."""
    rows: list[list[int]] = [[]]
    taken = 0.0
    for node in layer:
        width = _width(boxes[node]) + _ACROSS
        if rows[-1] and taken + width > _WIDEST:
            rows.append([])
            taken = 0.0
        rows[-1].append(node)
        taken += width
    return rows
