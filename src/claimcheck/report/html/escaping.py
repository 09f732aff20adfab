"""Texts as they go into HTML: nothing in them is markup, a link or an order; the one place for all pages of ours.

Belongs here: escaping, addresses that may be linked, names of anchors, the templates with all of it switched on.
Does not belong here: what is shown, layout.

A template escapes whatever it prints (`environment`), so that no template can forget to.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category
from urllib.parse import quote, urlsplit

from claimcheck.report.blocks import Target
from claimcheck.report.text import visible

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

HERE = Path(__file__).parent

# No script stacks more marks on one letter than this (pointed Hebrew and Tibetan come nearest). Further ones cover
# the lines above and below, so they are written out.
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_STACKED = re.compile(f"([{_MARKS}]{{4}})([{_MARKS}]+)")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_QUOTED_RIGHT_TO_LEFT = re.compile(f"“([^“”]*[{_RIGHT_TO_LEFT}][^“”]*)”")
_MARKED = re.compile("[<>&'\"]")
_MARKUP = re.compile("[<>&]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "'": "&#39;", '"': "&#34;"}


def kept(text: str) -> str:
    """The text with whatever a reader's program would obey written out, and marks kept to their own letters.

    Controls and marks that turn the direction become `‹U+202E›`, as in a terminal; a text that begins with a
    combining mark is given a dotted circle to carry it; more than four marks on one letter are written out.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _STACKED.sub(
        lambda found: found[1] + "".join(f"‹U+{ord(mark):04X}›" for mark in found[2]), visible(text)
    )
    return f"◌{text}" if text and category(text[0]) in ("Mn", "Me") else text


def escaped(text: str) -> str:
    """The text as HTML, for an element or for a quoted attribute."""
    text = kept(text)
    return _MARKED.sub(lambda found: _ENTITIES[found[0]], text) if _MARKED.search(text) else text


def prose(text: str) -> Markup:
    """The text as HTML within an element: newlines kept, quotes that run right to left kept to themselves."""
    from markupsafe import Markup

    said = kept(text)
    if _MARKUP.search(said):
        said = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if not said.isascii():
        said = _QUOTED_RIGHT_TO_LEFT.sub("“<bdi>\\1</bdi>”", said)
    return Markup(said.replace("\n", "<br>"))


def bare(value: str) -> Markup:
    """The value of an attribute, in quotes only where HTML asks for them."""
    from markupsafe import Markup

    said = escaped(value)
    return Markup(said if re.fullmatch(r"[\w.:#-]+", said) else f'"{said}"')


def link(url: str) -> str | None:
    """An address that a page may link: http, https, mailto or a DOI. Of any other, None."""
    url = url.strip()
    if re.fullmatch(r"(?:doi:\s*)?10\.\d{4,9}/\S+", url, re.IGNORECASE):
        return f"https://doi.org/{quote(re.sub('^doi:', '', url, flags=re.IGNORECASE).strip(), safe='/:;()._-')}"
    if any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() in ("http", "https") and parts.netloc:
        return url
    return url if parts.scheme.lower() == "mailto" and "@" in parts.path else None


def anchor(target: Target) -> str:
    """The permanent name of an entry within a page: `claim-memoirs`. No two entries share one."""
    sort, id = target
    return re.sub(r"[\s%]", lambda found: f"%{ord(found[0]):02X}", f"{sort}-{id}")


def href(target: Target) -> str:
    """A link to an entry within the page."""
    return f"#{quote(anchor(target), safe='')}"


@cache
def environment() -> Environment:
    """The templates beside this module. Every text that they print is escaped; what is Markup is not, twice."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    def finalized(value: object) -> object:
        return Markup(escaped(value)) if type(value) is str else value

    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        finalize=finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=["jinja2.ext.do"],
    )
    made.filters |= {"prose": prose, "anchor": anchor, "safe_link": link, "bare": bare, "kind": _kind}
    made.filters["number"] = "{:g}".format
    return made


def _kind(value: object) -> str:
    """The name of a block's class, by which a template tells blocks apart."""
    return type(value).__name__
