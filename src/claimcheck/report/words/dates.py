"""A claim's date for a reader: as written, in quotes, with its reading beside it; and its place in a list.

Belongs here: the wording of dates as written and as read, of relations with what the engine leaves of them. Does
not belong here: resolving any date, verdicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.corpus.entries import Claim, Corpus, Dated, Record, Statement
from claimcheck.dates.relation_wording import grace_in_words
from claimcheck.dates.when import DAY, EVER, AllOf, Date, OneOf, Relation, Span, TimeSet, Window
from claimcheck.dates.wording import Style, in_words, span_in_words
from claimcheck.engine.examination import Examination
from claimcheck.report.styles import style_of, style_of_deductions
from claimcheck.report.words.grammar import quoted


def as_written(findings: Examination, dated: Dated, reading: int = 0, by: Claim | Record | None = None) -> str:
    """The wording in quotes, with a reading where it differs: “mid-May 1402” (11 to 20 May 1402)."""
    return _with_reading(dated.text, as_read(findings, dated, reading, by))


def as_reasoned(corpus: Corpus, dated: Dated, reading: int = 0) -> str:
    """The wording in quotes, with all that reasoning may take from it: narrow and wide, relations unresolved."""
    if reading >= len(dated.when.readings):
        return quoted(dated.text)
    return _with_reading(
        dated.text, "; ".join(_taken(corpus, dated.when.readings[reading].date, style_of(corpus, dated, reading)))
    )


def _with_reading(text: str, reading: str) -> str:
    if reading.casefold().startswith(f"{text.casefold()}, "):  # the same words, and how much grace they are given
        reading = reading[len(text) + 2 :]
    if not reading or _words(reading) == _words(text):
        return quoted(text)
    return f"{quoted(text)} ({reading})"


def _words(text: str) -> list[str]:
    """The words of a date without their order: “May 13, 1402” reads no differently from 13 May 1402."""
    return sorted(re.findall(r"[^\W_]+|@\S+", text.casefold()))


def _taken(corpus: Corpus, date: Date, style: Style) -> Iterator[str]:
    match date:
        case Window(narrow=narrow, wide=wide):
            words = _said(corpus, narrow, style)
            yield words if narrow == wide else f"{words}, at the widest {_said(corpus, wide, style)}"
        case Relation(words=words):
            grace = grace_in_words(date)
            yield f"{words}, {grace}" if grace else words
        case AllOf(parts=parts):
            for part in parts:
                yield from _taken(corpus, part, style)
        case OneOf(parts=parts):
            yield " or ".join("; ".join(_taken(corpus, part, style)) for part in parts)


def _said(corpus: Corpus, dates: TimeSet, style: Style) -> str:
    """Dates in the style of their statement, and what they are in the corpus's own calendar if that is another."""
    words = in_words(Window(dates, dates), style)
    own = style_of_deductions(corpus)
    if own.calendar == style.calendar or dates == EVER or not dates.spans:
        return words
    return f"{words} = {in_words(Window(dates, dates), own)}"


def as_read(findings: Examination, dated: Dated, reading: int = 0, by: Claim | Record | None = None) -> str:
    """What is left of one of the readings, in words; `by` is the claim or record that states the date.

    Where nothing limits it, the reading that the corpus itself states beside the wording; failing that, nothing.
    """
    if reading >= len(dated.when.readings):
        return ""
    corpus, date = findings.corpus, dated.when.readings[reading].date
    style = style_of(corpus, dated, reading)
    left = findings.placed_dated(dated, reading, by)
    if isinstance(date, Window):
        return _said(corpus, left.narrow if left is not None else date.narrow, style)
    if left is None:
        return " ".join((dated.read or "").split())
    shown = left.narrow
    if shown.start is None and shown.stop is not None and shown.stop % DAY == 0:
        return f"no later than {span_in_words(Span(shown.stop - DAY, shown.stop), style)}"
    return _said(corpus, shown, style)


def dated_in(statement: Statement) -> Dated | None:
    """The date that a statement gives first: its `when`, failing that its `from`, failing that its `not-when`."""
    return statement.when or statement.start or statement.not_when


DisplayKey = tuple[int, int, int, int]


def display_key(findings: Examination, dated: Dated | None, by: Claim | Record | None = None) -> DisplayKey:
    """Where a date stands in a list: by earliest limit, then by latest; what has none of either comes last.

    A key for display only: it puts uncertain dates in a row and says nothing of which was earlier.
    """
    left = findings.placed_dated(dated, 0, by)
    if left is None:
        return (1, 0, 0, 0)
    shown = left.narrow
    if shown.start is None:
        return (0, shown.stop or 0, 0, 0)
    return (0, shown.start, 1, shown.stop if shown.stop is not None else shown.start)


def accounts_in_order(findings: Examination) -> dict[str | None, tuple[tuple[Claim, Statement | None], ...]]:
    """The accounts in view of each question, with what they answer, by `display_key`, ties as in the files.

    Under None those that answer no question, with their first statement.
    """
    corpus = findings.corpus
    present = {row.claim for row in findings.rows}
    claims = [claim for claim in corpus.claims.values() if claim.id in present]
    found: dict[str | None, list[tuple[Claim, Statement | None]]] = {id: [] for id in corpus.questions}
    free = found[None] = []
    for claim in claims:
        asked = [statement for statement in claim.statements if statement.question in corpus.questions]
        for statement in asked:
            found[statement.question].append((claim, statement))
        if not asked:
            free.append((claim, claim.statements[0] if claim.statements else None))

    def place(one: tuple[Claim, Statement | None]) -> DisplayKey:
        return display_key(findings, dated_in(one[1]) if one[1] is not None else None, one[0])

    return {id: tuple(sorted(some, key=place)) for id, some in found.items() if some}
