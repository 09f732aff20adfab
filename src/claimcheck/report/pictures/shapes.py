"""Pictures as plain shapes with places in pixels, before they are written as SVG.

Belongs here: the frozen shapes, the looks of words with their sizes, and how much room a shape takes. Does not
belong here: what is drawn (see `chart_shapes`), colours (they belong to the looks, in the style), escaping.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.report.html.escaping import kept
from claimcheck.report.pictures.chart import Entry
from claimcheck.report.pictures.layout import Runs
from claimcheck.report.pictures.widths import text_width

LOOKS: dict[str, tuple[float, bool]] = {
    "title": (22, True),
    "counted": (15, False),
    "label": (15, True),
    "date": (15, True),
    "name": (15, False),
    "sign": (14, True),
    "tick": (14, False),
    "word": (14, True),
    "because": (14, False),
    "happened": (14, False),
    "when": (14, True),
    "source": (14, False),
    "more": (14, False),
}
"""The looks of words: pixels of the type, and whether it is bold. The style takes its sizes from here."""

CROSS = 15  # pixels that a cross takes beside the end of a bar


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `look` is its class."""

    x: float
    y: float
    width: float
    height: float
    look: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle about a place."""

    x: float
    y: float
    radius: float
    look: str


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words on a base line; `anchor` says what stands at `x`: start, middle, end. `tone` colours it.

    What stands `on_paper` of its own may have lines of the picture behind it.
    """

    x: float
    y: float
    runs: Runs
    anchor: str = "start"
    tone: str = ""
    on_paper: bool = False

    @property
    def width(self) -> float:
        """Pixels that it takes at most."""
        return runs_width(self.runs)

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """The rectangle in which it stands: left, top, right, bottom."""
        size = max(LOOKS[look][0] for _, look in self.runs)
        left = self.x - {"start": 0, "middle": self.width / 2, "end": self.width}[self.anchor]
        return left, self.y - size * 0.72, left + self.width, self.y + size * 0.22


@dataclass(frozen=True, slots=True)
class Bunch:
    """Shapes that belong to one entry of the corpus."""

    about: Entry | None
    shapes: tuple[Shape, ...]


Shape = Box | Stroke | Disc | Words | Bunch


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes with the room that they take, a title and what they show in words."""

    title: str
    says: str
    width: float
    height: float
    shapes: tuple[Shape, ...]

    def each(self) -> Iterator[Shape]:
        """Every shape, those of bunches one by one."""
        waiting = list(reversed(self.shapes))
        while waiting:
            shape = waiting.pop()
            if isinstance(shape, Bunch):
                waiting.extend(reversed(shape.shapes))
            else:
                yield shape


def word_width(text: str, look: str) -> float:
    """Pixels that a text of a look takes at most, as it is written; a cross is drawn, and has a fixed width."""
    if look == "cross":
        return CROSS
    size, bold = LOOKS[look]
    return text_width(kept(text), size, bold)


def runs_width(runs: Runs) -> float:
    """Pixels that a line of words takes at most."""
    return sum(word_width(text, look) for text, look in runs)
