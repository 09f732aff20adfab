"""The stemma as shapes: boxes in layers with arrows to what they depend on or came through.

Belongs here: from letters and lines to pixels, and the arrows. Does not belong here: the layout (see
`stemma_layout`), colours.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.report.shapes import Bar, Bunch, Drawing, Shape, Stroke, Words
from claimcheck.report.stemma_layout import Arrow, Placed, StemmaDrawing

_LETTER, _LINE = 7.0, 17.0
_MARGIN = 6.0
_WORDS = {"rests-on": "rests on", "reports": "reports", "stands-in": "stands in", "through": "through"}


def stemma_drawing(stemma: StemmaDrawing) -> Drawing:
    """The stemma as shapes, at the size at which its letters can be read."""
    shapes: list[Shape] = []
    for arrow in stemma.arrows:
        shapes.extend(_arrow(stemma.nodes[arrow.start], stemma.nodes[arrow.end], arrow))
    shapes.extend(_node(node) for node in stemma.nodes)
    return Drawing(
        tuple(shapes), stemma.height * _LINE + 2 * _MARGIN, round(stemma.width * _LETTER + 2 * _MARGIN, 1)
    )


def _x(letters: float) -> float:
    return round(letters * _LETTER + _MARGIN, 1)


def _y(lines: float) -> float:
    return round(lines * _LINE + _MARGIN, 1)


def _node(node: Placed) -> Bunch:
    left, top = _x(node.across - node.width / 2), _y(node.down)
    width, height = round(node.width * _LETTER, 1), round(node.height * _LINE, 1)
    look = "claimbox" if node.sort == "claim" else "sourcebox"
    shapes: list[Shape] = [
        Bar(f"{left:g}", top, f"{width:g}", height, look, round=10 if node.sort == "claim" else 0)
    ]
    if node.is_root:
        shapes.append(Bar(f"{left + 3:g}", top + 3, f"{width - 6:g}", height - 6, "rootline"))
    for number, line in enumerate(node.lines):
        y = top + _LINE * (number + 1) + 3
        shapes.append(Words(f"{_x(node.across):g}", y, line, "name" if number == 0 else "under", "middle"))
    return Bunch((node.sort, node.id), tuple(shapes))


def _arrow(start: Placed, end: Placed, arrow: Arrow) -> Iterator[Shape]:
    """From the edge of one box to that of the other that faces it, with its word beside the middle."""
    x1, x2 = _x(start.across), _x(end.across)
    if start.down > end.down + end.height:
        y1, y2 = _y(start.down), _y(end.down + end.height)
    elif end.down > start.down + start.height:
        y1, y2 = _y(start.down + start.height), _y(end.down)
    else:
        is_right = end.across > start.across
        y1 = y2 = _y(start.down + start.height / 2)
        x1 = _x(start.across + (start.width if is_right else -start.width) / 2)
        x2 = _x(end.across + (-end.width if is_right else end.width) / 2)
    # Arrows to one box come in side by side, not all at its middle.
    lean = max(min((x1 - x2) * 0.08, end.width * _LETTER * 0.4), -end.width * _LETTER * 0.4)
    x2 = round(x2 + (lean if y1 != y2 else 0), 1)
    look = {"rests-on": "rests", "reports": "rests", "stands-in": "stands", "through": "through"}[arrow.relation]
    yield Stroke(f"{x1:g}", y1, f"{x2:g}", y2, look, arrow=True)
    if arrow.relation != "through":
        yield Words(
            f"{round((x1 + x2) / 2 + 4, 1):g}", round((y1 + y2) / 2 + 4, 1), _WORDS[arrow.relation], "word"
        )
