"""The state of a corpus's files: how much was read, how many problems there are, how shorthand was taken.

Belongs here: that summary. Does not belong here: the problems themselves (they are diagnostics).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from claimcheck.corpus.entries import Corpus, Question, Table
from claimcheck.diagnostics import Diagnostic, Position, count_of
from claimcheck.report.blocks import Block, Document, Item, Listing, Paragraph, Section
from claimcheck.report.words.grammar import listed, quoted

_SECTIONS = ("claims", "questions", "events", "kinds", "sources", "claimants", "bridges", "figures")


def check_document(
    corpus: Corpus,
    diagnostics: Sequence[Diagnostic],
    name: str,
    quoted_at: Mapping[str, Position],
    verbose: bool,
) -> Document:
    """How much was read and how many problems there are; `verbose`: how each question was taken, too.

    `quoted_at` is where the quotations were found of which the source's text lies beside the corpus.
    """
    read = [_counted(number, section) for section, number in counts(corpus).items() if number]
    blocks: list[Block] = [Paragraph(f"Read: {listed(read) or 'nothing'}. {count_of(diagnostics).capitalize()}.")]
    blocks += [Paragraph(f"{PurePath(table.file).name}: {_rows(table)}.") for table in corpus.tables]
    sections = [Section("check", "Check", tuple(blocks))]
    if verbose:
        items = tuple(
            Item(f"{quoted(question.ask)} is taken to ask {asks(question)}.", question.position.place)
            for question in corpus.questions.values()
        )
        sections.append(Section("questions", "How the questions were taken", (Listing(items),) if items else ()))
        if quoted_at:
            places = tuple(Item(f"{id} is quoted as it stands.", at.place) for id, at in quoted_at.items())
            sections.append(Section("quotations", "Where the quotations stand", (Listing(places),)))
        if is_paraphrased(corpus):
            said = (
                "No claim has its own words (`quote`, or `as` with a reading): there is nothing to read closely."
            )
            sections.append(Section("paraphrases", "A corpus of paraphrases only", (Paragraph(said),)))
    return Document(corpus.title or name, (), tuple(sections))


def is_paraphrased(corpus: Corpus) -> bool:
    """Whether claims are paraphrased and none has its own words, be it only the wording of its date."""
    claims = corpus.claims.values()
    is_own = any(
        claim.quote or any(part.when is not None and part.when.read is not None for part in claim.statements)
        for claim in claims
    )
    return not is_own and any(claim.says for claim in claims)


def _rows(table: Table) -> str:
    refused = table.rows - table.claims
    counts = [f"{table.rows} row{'s' * (table.rows != 1)}", f"{table.claims} claim{'s' * (table.claims != 1)}"]
    return ", ".join([*counts, *([f"{refused} refused"] if refused else [])])


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


def counts(corpus: Corpus) -> dict[str, int]:
    """How many entries each section has."""
    return {section: len(getattr(corpus, section)) for section in _SECTIONS}
