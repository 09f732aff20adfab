"""A phrase as a whole: text to numbered readings, or to the fault that says which word stood in the way.

Belongs here: brackets of supplied words, the branching into several readings, faults and their places. Does
not belong here: words (`lexemes`), their order (`grammar`), their meaning (`evaluation`).
"""

from __future__ import annotations

import re
from itertools import islice, product
from typing import NamedTuple
from unicodedata import combining

from claimcheck.dates.calendars import LeftOut, year_style
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.eras import UNCALIBRATED_BP
from claimcheck.dates.phrases.counts import amount
from claimcheck.dates.phrases.cursor import Cursor, Unread, first_refused
from claimcheck.dates.phrases.evaluation import ends_of, evaluated
from claimcheck.dates.phrases.grammar import phrase
from claimcheck.dates.phrases.lexemes import (
    LONGEST_TEXT,
    Stray,
    Tokens,
    composed,
    cut,
    further_vocabularies,
    in_plain_words,
    places,
    table_of,
    without_brackets,
)
from claimcheck.dates.phrases.nodes import Counted, Happening, Node
from claimcheck.dates.phrases.stretches import Impossible
from claimcheck.dates.refusal_kinds import Refusal
from claimcheck.dates.when import Fault, Reading, Window
from claimcheck.dates.writing import edtf_of

_MOST_READINGS = 12
_CALIBRATE = "write the calibrated range: “3600–3500 cal BP”, “cal AD 1290–1320”"


def read_phrase(text: str, conventions: Conventions) -> tuple[Reading, ...] | Fault:
    """The readings of a phrase, in their fixed order; or a fault, without remedy where the place tells none."""
    if len(text) > LONGEST_TEXT:
        return Fault(
            text,
            "this is too long for a date",
            0,
            len(text),
            "write the date alone, the rest under `says:`",
            Refusal.TOO_LONG,
        )
    plain = composed(text)
    supplied: tuple[str, ...] = ()
    if "[" in plain or "]" in plain:
        bare = without_brackets(plain)
        if bare is None:
            at = plain.find("[") if "[" in plain else plain.find("]")
            return _fault(
                text, plain, at, at + 1, "a square bracket stands alone", "write “3 May [1791]”", Refusal.MISPLACED
            )
        plain, supplied = bare
    own = table_of(conventions.eras)
    tokens = cut(plain, own)
    if isinstance(tokens, Stray):
        return _in_another_language(text, plain, conventions, supplied, tokens) or _stray(text, plain, tokens)
    first = _attempt(plain, tokens, conventions, {}, supplied)
    if first.options:
        return _all_readings(text, plain, tokens, conventions, first, supplied)
    if first.reading is not None:
        return (first.reading,)
    further: tuple[Reading, ...] | Fault = ()
    incomplete = isinstance(first.problem, Impossible) and first.problem.kind is Refusal.INCOMPLETE
    unread = isinstance(first.problem, Unread) and first.problem.kind is not Refusal.LIST
    if (incomplete or unread) and any(map(str.isalpha, plain)):
        further = _in_another_language(text, plain, conventions, supplied)
    return further or _located(text, plain, tokens, first.problem)


_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)  # letters that none of the further languages has


def _in_another_language(
    text: str, plain: str, conventions: Conventions, supplied: tuple[str, ...], stray: Stray | None = None
) -> tuple[Reading, ...] | Fault:
    """The readings of a text that is not English or Russian, in the first language that has all of its words.

    A fault where a word of that language is understood and refused; nothing where no language has them all.
    """
    for words_of in further_vocabularies() if _CYRILLIC.search(plain) is None else ():
        if not conventions.eras and not words_of.may_have(plain, stray):
            continue
        form = in_plain_words(plain, words_of.language)
        tokens = cut(form, table_of(conventions.eras), words_of)
        if isinstance(tokens, Stray):
            continue
        first = _attempt(form, tokens, conventions, {}, supplied)
        if first.options:
            found = _all_readings(text, form, tokens, conventions, first, supplied)
            if not isinstance(found, Fault):
                return found
        elif first.reading is not None:
            return (first.reading,)
        elif form == plain and (problem := first_refused(tokens)):
            return _located(text, plain, tokens, problem)
    return ()


class _Attempt(NamedTuple):
    """One reading that was tried: the reading or what stood in its way, and the questions that came up."""

    reading: Reading | None
    problem: Unread | Impossible | ValueError | None
    options: dict[str, int]


def _attempt(
    plain: str, tokens: Tokens, conventions: Conventions, choices: dict[str, int], supplied: tuple[str, ...]
) -> _Attempt:
    cursor = Cursor(plain, tokens, choices)
    try:
        return _Attempt(_reading(phrase(cursor), cursor, conventions, plain, supplied), None, cursor.options)
    except (Unread, Impossible, ValueError, OverflowError) as problem:
        known = problem if not isinstance(problem, OverflowError) else Impossible("no calendar reaches so far")
        # Without its traceback, whose frames would hold the attempt until the next collection.
        return _Attempt(None, known.with_traceback(None), cursor.options)


def _reading(
    node: Node, cursor: Cursor, conventions: Conventions, words: str, supplied: tuple[str, ...]
) -> Reading:
    date, working = evaluated(node, cursor, conventions, words)
    if supplied:
        working.fire("supplied")
    calendar = working.said_in or working.conventions.calendar
    style = year_style(conventions.year_begins)
    if "dual-year" in working.rules and style == "1 January":
        style = "25 March"  # who writes 11 February 1731/2 is to have it so again
    edtf = None
    if "uncertain" in working.rules and isinstance(date, Window):
        edtf = edtf_of(date, calendar, style)
        if edtf is not None and edtf[-1].isdigit() and "/" not in edtf:
            edtf += "?"
    ends = ends_of(node, working, cursor, words)
    return Reading(date, " + ".join(working.rules), calendar, edtf, supplied, style, ends)


def _all_readings(
    text: str, plain: str, tokens: Tokens, conventions: Conventions, first: _Attempt, supplied: tuple[str, ...]
) -> tuple[Reading, ...] | Fault:
    """The readings for every answer to every question, in order; those that name no date fall out."""
    questions = dict(first.options)
    found: list[Reading] = []
    answers = product(*(range(count) for count in questions.values()))
    for answer in islice(answers, _MOST_READINGS):
        choices = dict(zip(questions, answer, strict=True))
        attempt = first if not any(answer) else _attempt(plain, tokens, conventions, choices, supplied)
        if attempt.reading is not None and all(attempt.reading.date != other.date for other in found):
            found.append(attempt.reading)
    if found:
        return tuple(found)
    return _located(text, plain, tokens, first.problem)


def _located(text: str, plain: str, tokens: Tokens, problem: Unread | Impossible | ValueError | None) -> Fault:
    """The fault with its place in the text as it was written."""
    if not isinstance(problem, Unread):
        if isinstance(problem, Impossible):
            return Fault(text, problem.message, 0, len(text), problem.remedy, problem.kind)
        if isinstance(problem, LeftOut):
            return Fault(text, str(problem), 0, len(text), problem.remedy, Refusal.IMPOSSIBLE_DAY)
        if str(problem) == UNCALIBRATED_BP:
            return Fault(text, str(problem), 0, len(text), _CALIBRATE, Refusal.INCOMPLETE)
        return Fault(text, str(problem), 0, len(text), "correct the date", Refusal.IMPOSSIBLE_DAY)
    if not problem.message:
        problem = first_refused(tokens) or problem
    spans = places(plain)
    if problem.index >= tokens.length:
        start = stop = len(plain)
        message = problem.message or "the text ends where a date should follow"
    else:
        first, last = tokens.firsts[problem.index], tokens.stops[problem.index] - 1
        start, stop = spans[first][0], spans[last][1]
        message = problem.message or f"“{plain[start:stop]}” does not fit here"
    return _fault(text, plain, start, stop, message, problem.remedy, problem.kind)


def _stray(text: str, plain: str, stray: Stray) -> Fault:
    start, stop = places(plain)[stray.index]
    word = plain[start:stop]
    if stray.lexeme is None:
        message = f"“{word[:40]}” is not understood in a date"
    else:
        message = f"“{word}” does not fit here"
    kind = Refusal.UNKNOWN_WORD if stray.lexeme is None else Refusal.MISPLACED
    return _fault(text, plain, start, stop, message, "", kind)


def _fault(text: str, plain: str, start: int, stop: int, message: str, remedy: str, kind: Refusal) -> Fault:
    """The fault at its place in the text as written, which may have brackets and combining characters more."""
    if plain != text:
        origin = [*_origins(text), len(text)]
        start, stop = (origin[start], origin[stop - 1] + 1 if stop > start else origin[stop])
        while stop < len(text) and combining(text[stop]):
            stop += 1
    return Fault(text, message, start, max(start, stop), remedy, kind)


def _origins(text: str) -> list[int]:
    """For each character of the composed text without brackets, where it stands in the text as written."""
    found: list[int] = []
    k, end = 0, len(text)
    while k < end:
        stop = k + 1
        while stop < end and len(composed(text[k : stop + 1])) == 1:
            stop += 1
        whole = composed(text[k:stop])
        bare = without_brackets(whole, alone=True)
        found += [k] * (len(whole) if bare is None else len(bare[0]))
        k = stop
    return found


def read_length_after(text: str, anchor: str, conventions: Conventions) -> tuple[Reading, ...] | Fault:
    """The relation "so long after @anchor"; a fault where the text is more or less than a length of time."""
    remedy = "write a length of time: `3 days`, `at least a week`, `3 to 5 days`"
    if len(text) > LONGEST_TEXT:
        return Fault(text, "this is too long for a length of time", 0, len(text), remedy, Refusal.TOO_LONG)
    plain = composed(text)
    tokens = cut(plain)
    if isinstance(tokens, Stray):
        start, stop = places(plain)[tokens.index]
        return Fault(
            text, f"“{plain[start:stop][:40]}” is not understood in a length of time", start, stop, remedy
        )
    cursor = Cursor(plain, tokens, {})
    try:
        found = amount(cursor)
        if found is None or cursor.i < cursor.n:
            raise Unread(cursor.i, "this is no length of time", remedy)
        length, to, quantity, about = found
        node = Counted(length, to, quantity, about, True, False, Happening(anchor))
        return (_reading(node, cursor, conventions, f"{text} after @{anchor}", ()),)
    except (Unread, Impossible, ValueError) as problem:
        fault = _located(text, plain, tokens, problem)
        return Fault(text, fault.message, fault.start, fault.stop, fault.remedy or remedy)
