"""The state of a corpus's files: how much was read, how many problems there are, how shorthand was taken.

Belongs here: that summary. Does not belong here: the problems themselves (they are diagnostics).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.corpus.entries import Corpus, Question
from claimcheck.diagnostics import Diagnostic, Severity
from claimcheck.report.blocks import Block, Document, Item, Listing, Paragraph, Section
from claimcheck.report.naming import line_of
from claimcheck.report.words.grammar import listed, quoted

Json = Mapping[str, object]

_SECTIONS = ("claims", "questions", "events", "kinds", "sources", "claimants", "bridges", "figures")


def check_document(corpus: Corpus, diagnostics: Sequence[Diagnostic], name: str, verbose: bool) -> Document:
    """How much was read and how many problems there are; `verbose`: how each question was taken, too."""
    counts = [_counted(number, section) for section, number in _counts(corpus).items() if number]
    blocks: list[Block] = [Paragraph(f"Read: {listed(counts) or 'nothing'}. {_problems(diagnostics)}")]
    sections = [Section("check", "Check", tuple(blocks))]
    if verbose:
        items = tuple(
            Item(f"{quoted(question.ask)} is taken to ask {asks(question)}.", line_of(question.position))
            for question in corpus.questions.values()
        )
        sections.append(Section("questions", "How the questions were taken", (Listing(items),) if items else ()))
    return Document(corpus.title or name, (), tuple(sections))


def asks(question: Question) -> str:
    """What a question asks for, in the words of the format."""
    for form in ("first", "last"):
        kind: str | None = getattr(question, form)
        if kind is not None:
            return f"for the {form} event of the kind {kind}"
    if question.kind is not None:
        return f"for some event of the kind {question.kind}"
    if question.event is not None:
        return f"for the event {question.event}"
    if question.whether is not None:
        return f"whether there was any event of the kind {question.whether}"
    return f"for the {question.role} of {question.of}"


def _counted(number: int, section: str) -> str:
    return f"1 {section.removesuffix('s')}" if number == 1 else f"{number} {section}"


def _counts(corpus: Corpus) -> dict[str, int]:
    return {section: len(getattr(corpus, section)) for section in _SECTIONS}


def _problems(diagnostics: Sequence[Diagnostic]) -> str:
    numbers = [(severity, sum(found.severity is severity for found in diagnostics)) for severity in Severity]
    said = listed(f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in numbers if number)
    return f"{said}." if said else "No problems."


def check_json(corpus: Corpus, diagnostics: Sequence[Diagnostic]) -> Json:
    """What `check` prints as JSON."""
    return {
        "schema": "claimcheck/check/1",
        "counts": _counts(corpus),
        "questions": [{"id": question.id, "asks": asks(question)} for question in corpus.questions.values()],
        "diagnostics": [diagnostic_json(diagnostic) for diagnostic in diagnostics],
    }


def diagnostic_json(diagnostic: Diagnostic) -> Json:
    """One problem of the files."""
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "file": diagnostic.position.file,
        "line": diagnostic.position.line,
        "column": diagnostic.position.column,
        "message": diagnostic.message,
        "remedy": diagnostic.remedy,
    }
