"""Exercises as a deck of Anki cards: the task on the front, answer and reasons on the back.

Belongs here: the deck. Does not belong here: how a block looks (see the templates of the report).

Ids are stable: a card is told by what it asks, whatever the order of its options. A deck that is imported again
adds nothing, and one that was made anew brings cards up to date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from claimcheck.report.blocks import Block, Chain, Listing, Paragraph
from claimcheck.report.blocks import Item as Line
from claimcheck.report.text import visible
from claimcheck.report.word import MissingExtra, rezipped
from claimcheck.teaching.items import Exercise
from claimcheck.teaching.sheets import Sheet, answers_say, task_blocks

_MODEL = 1_674_203_911  # of our kind of note; chosen once
_MADE = 946_684_800  # the time that every deck bears, in seconds: the clock has no part in it
_CSS = """
.card { font: 18px/1.45 Georgia, serif; text-align: left; max-width: 40em; margin: auto; }
table { border-collapse: collapse; }
td, th { border: 1px solid #999; padding: .2em .5em; vertical-align: top; text-align: left; }
ul, ol { padding-left: 1.4em; } small { color: #666; }
"""


def cards_of(sheet: Sheet) -> bytes:
    """The exercises as an .apkg file; the same exercises give the same bytes."""
    try:
        import genanki
    except ImportError:
        raise MissingExtra("genanki", "anki") from None
    model = genanki.Model(
        _MODEL,
        "claimcheck exercise",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[
            {"name": "Exercise", "qfmt": "{{Front}}", "afmt": '{{FrontSide}}<hr id="answer">{{Back}}'},
        ],
        css=_CSS,
    )
    title = " ".join(visible(sheet.title).split())
    deck = genanki.Deck(_number(f"deck {title}"), title.replace("::", ":")[:120])
    for one in sheet.exercises:
        front, back = html_of(tuple(_front(one))), html_of(tuple(_back(one)))
        deck.add_note(genanki.Note(model=model, fields=[front, back], guid=guid_of(sheet, one)))
    with TemporaryDirectory() as folder:
        path = Path(folder, "deck.apkg")
        package: Any = genanki.Package(deck)
        package.write_to_file(str(path), timestamp=float(_MADE))
        return rezipped(path.read_bytes())


def guid_of(sheet: Sheet, one: Exercise) -> str:
    """The lasting name of a card: the corpus, the type, and what is asked."""
    told = "\n".join((sheet.title, str(one.task.type), *one.task.about, one.task.ask))
    return hashlib.sha256(told.encode("utf-8", errors="backslashreplace")).hexdigest()[:20]


def _number(text: str) -> int:
    """A number for a deck, below 2³¹, made of a text."""
    digest = hashlib.sha256(text.encode("utf-8", errors="backslashreplace")).digest()
    return int.from_bytes(digest[:4], "big") % (1 << 30) + (1 << 30)


def _front(one: Exercise) -> Sequence[Block]:
    return tuple(task_blocks(one.task, with_lines=False))


def _back(one: Exercise) -> Sequence[Block]:
    answers = tuple(Line(text) for text in answers_say(one)) or (Line("There is no one right answer."),)
    cautions = tuple(Paragraph(text) for text in one.key.cautions)
    look_fors = (Listing(tuple(Line(text) for text in one.key.look_fors)),) if one.key.look_fors else ()
    return (Listing(answers), Chain("", one.key.steps, one.key.conclusion), *cautions, *look_fors)


def html_of(blocks: Sequence[Block]) -> str:
    """Blocks as a piece of HTML, everything in them escaped."""
    from claimcheck.report.html.escaping import environment
    from claimcheck.report.html.page import Linking

    module: Any = environment().get_template("blocks.html.j2").module
    made = str(module.blocks(blocks, Linking(frozenset()), None, 4, ""))
    # Anki obeys {{…}} in templates only, but a field that held it would puzzle whoever edits the card.
    return " ".join(made.split()).replace("{{", "{\u200b{")
