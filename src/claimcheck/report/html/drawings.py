"""Drawings as SVG: within a page, whose style they take, or as a file that needs nothing else.

Belongs here: writing shapes, and the style of a file. Does not belong here: places and words (see
`claimcheck.report.pictures`), escaping (see `escaping`).

Whoever knows no variables of CSS (a word processor, most converters) still has to show a file as it is: its
colours are written out, the dark ones beside them for browsers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.engine.examination import Examination
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Picture, Target
from claimcheck.report.document import report
from claimcheck.report.html.escaping import HERE, escaped, href
from claimcheck.report.pictures.chart import Chart
from claimcheck.report.pictures.chart_shapes import phone, wide
from claimcheck.report.pictures.shapes import LOOKS, Box, Bunch, Disc, Drawing, Shape, Stroke, Words
from claimcheck.report.pictures.stemma import Stemma, stemma_drawing
from claimcheck.report.pictures.widths import FONTS

if TYPE_CHECKING:
    from markupsafe import Markup

PATTERNS = (
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path class="back" d="M0 0h6v6H0z"/><path class="ink-good" d="M0 0h3v6H0z"/></pattern>'
    '<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<path class="back" d="M0 0h5v5H0z"/><circle class="ink-open" cx="2.5" cy="2.5" r="1.3"/></pattern>'
)
"""The patterns that bars are filled with; a page has them once."""


def drawings_of(picture: Chart | Stemma, titled: bool = False) -> tuple[Drawing, ...]:
    """A picture drawn for a page, and (a chart) for a phone."""
    if isinstance(picture, Stemma):
        return (stemma_drawing(picture),)
    return wide(picture, titled), phone(picture, titled)


def svg_inline(picture: Picture, linked: Collection[Target] = ()) -> Markup:
    """A picture within a page that has the style and the patterns; what is `linked` has a place there.

    A timeline stands over the table of its positions, which says what it shows.
    """
    from markupsafe import Markup

    drawn = drawings_of(picture.drawn, picture.titled)
    looks = ("wide", "phone") if len(drawn) > 1 else ("stemma",)
    is_told = isinstance(picture.drawn, Chart) and picture.drawn.is_lanes
    says = f"In time: {picture.title}" if is_told else picture.says
    return Markup("".join(_inline(*one, says, linked) for one in zip(drawn, looks, strict=True)))


def _inline(drawing: Drawing, look: str, says: str, linked: Collection[Target]) -> str:
    body = _QUOTED.sub(r"=\1", "".join(_written(drawing.shapes, linked)))
    size = f"width={drawing.width:g} height={drawing.height:g} " if look == "stemma" else ""
    return (
        f'<svg class="drawing {look}" {size}viewBox="0 0 {drawing.width:g} {drawing.height:g}" role=group '
        f'aria-label="{escaped(says)}">{body}</svg>'
    )


_QUOTED = re.compile(r'="([\w.:#%-]+)"(?=[ >])')  # which HTML takes without quotes; no text has a quote of its own


def section_svg(findings: Examination, asking: Asking, *, name: str, only: str) -> str:
    """The pictures of a section of the report as an SVG file of their own; empty where it has none."""
    told = report(findings, asking, name=name, only=only)
    pictures = [one.drawn for one in told.sections[0].blocks if isinstance(one, Picture)]
    return svg_file(told.title, [drawings_of(one, True)[0] for one in pictures]) if pictures else ""


def svg_file(title: str, drawings: Sequence[Drawing], *, on_paper: bool = False) -> str:
    """Drawings one below another as a file of their own, in the colours of a page or of paper."""
    width = f"{max(drawing.width for drawing in drawings):g}"
    height = f"{sum(drawing.height for drawing in drawings):g}"
    says = " ".join(drawing.says for drawing in drawings)
    body = []
    top = 0.0
    for drawing in drawings:
        body.append(f'<g transform="translate(0 {top:g})">' if top else "<g>")
        body += [*_written(drawing.shapes, ()), "</g>"]
        top += drawing.height
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title says">\n'
        f'<title id="title">{escaped(title)}</title>\n<desc id="says">{escaped(says)}</desc>\n'
        f"<style>{_style_of_file(on_paper)}</style>\n<defs>{PATTERNS}</defs>\n"
        f'<rect class="back" width="{width}" height="{height}"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def _written(shapes: Iterable[Shape], linked: Collection[Target]) -> Iterator[str]:
    for shape in shapes:
        match shape:
            case Box(x, y, width, height, look):
                size = f'width="{_at(width)}" height="{_at(height)}"'
                yield f'<rect class="{escaped(look)}" x="{_at(x)}" y="{_at(y)}" {size} />'
            case Stroke(x1, y1, x2, y2, look):
                yield f'<path class="{escaped(look)}" d="M{_at(x1)} {_at(y1)}L{_at(x2)} {_at(y2)}"/>'
            case Disc(x, y, radius, look):
                yield f'<circle class="{escaped(look)}" cx="{_at(x)}" cy="{_at(y)}" r="{radius:g}" />'
            case Words():
                yield _words(shape)
            case Bunch(about, beneath):
                body = "".join(_written(beneath, linked))
                if body and about is not None and about in linked:
                    body = f'<a href="{escaped(href(about))}">{body}</a>'
                yield body


def _at(place: float) -> str:
    return f"{round(place, 1):g}"


def _words(words: Words) -> str:
    """A line of words, on paper of its own where a line of the picture would run through it."""
    paper = ""
    if words.on_paper:
        left, top, right, bottom = map(round, words.extent)
        paper = (
            f'<rect class="back" x="{left - 3}" y="{top}" width="{right - left + 6}" height="{bottom - top}" />'
        )
    looks = " ".join(look for look in (words.runs[0][1] if len(words.runs) == 1 else "", words.tone) if look)
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    said = (
        _kept(words.runs[0][0])
        if len(words.runs) == 1
        else "".join(f'<tspan class="{escaped(look)}">{_kept(text)}</tspan>' for text, look in words.runs)
    )
    look = f' class="{escaped(looks)}"' if looks else ""
    return f'{paper}<text{look} x="{_at(words.x)}" y="{_at(words.y)}"{anchor}>{said}</text>'


def _kept(text: str) -> str:
    """A text with the spaces that it has: XML would make one of several."""
    return escaped(re.sub(" {2,}", lambda found: "\N{NO-BREAK SPACE}" * len(found[0]), text))


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@cache
def style() -> str:
    """The looks of drawings; a page's own style has the colours as variables."""
    sizes = "".join(
        f".drawing .{look}{{font-size:{size:g}px{';font-weight:700' if bold else ''}}}"
        for look, (size, bold) in LOOKS.items()
    )
    looks = (HERE / "drawing.css").read_text(encoding="utf-8")
    return f".drawing text{{font-family:{FONTS}}}{sizes}\n{_COMMENT.sub('', looks).strip()}"


@cache
def _style_of_file(on_paper: bool) -> str:
    """The same with the light colours written out, and the dark ones for who prefers them; or those of paper."""
    tokens = (HERE / "tokens.css").read_text(encoding="utf-8")
    light, _, rest = tokens.partition("@media (prefers-color-scheme: dark)")
    dark, _, paper = rest.partition("@media print")
    colours = [dict(re.findall(r"--([\w-]+):\s*(#\w+);", part)) for part in (light, dark, paper)]
    looks = style()

    def painted(values: dict[str, str]) -> str:
        return re.sub(r"var\(--([\w-]+)\)", lambda found: values[found[1]], looks)

    if on_paper:
        return painted({**colours[0], **colours[2]})
    return f"{painted(colours[0])}\n@media (prefers-color-scheme:dark){{{painted(colours[1])}}}"
