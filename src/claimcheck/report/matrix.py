"""The agreement matrix of a question: every account against every other, one sign for each verdict.

Belongs here: which sign stands where. Does not belong here: verdicts, layout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.engine.findings import Pair, Verdict
from claimcheck.report.blocks import Matrix, Relation, Target
from claimcheck.report.moments import gap_in_words, is_gap_told
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names

SIGNS = {
    Verdict.CONTRADICTS: "×",
    Verdict.AGREES: "=",
    Verdict.REFINES: "⊂",
    Verdict.REFINED_BY: "⊃",
    Verdict.OVERLAPS: "≈",
    Verdict.DIFFERS_IN_TIME: "→",
    Verdict.UNDETERMINED: "?",
    Verdict.DIFFERENT_QUESTIONS: "",
    Verdict.NOT_COMPARED: "",
}
_LEGEND = {
    "×": "contradicts, and how far apart the two are",
    "=": "agrees",
    "⊂": "refines: the account of the row is the more precise",
    "⊃": "refined by: that of the column is the more precise",
    "≈": "overlaps: both can be true, neither follows",
    "→": "differs in time: one after the other",
    "?": "undetermined",
    "≈!": "can both be true, but not on the narrow reading",
}
_TURNED = {Verdict.REFINES: Verdict.REFINED_BY, Verdict.REFINED_BY: Verdict.REFINES}

Pairs = Mapping[tuple[str, str], Pair]


def matrix(corpus: Corpus, title: str, ids: Sequence[str], signs: Sequence[str], pairs: Pairs) -> Matrix:
    """The matrix of these accounts, each under its sign."""
    cells = tuple(
        tuple(_relation(corpus, row, column, pairs) if row != column else None for column in ids) for row in ids
    )
    used = {cell.sign for line in cells for cell in line if cell is not None}
    about: tuple[Target, ...] = tuple(("claim", id) for id in ids)
    return Matrix(
        title,
        tuple(signs),
        tuple(names.claimants(corpus, id) for id in ids),
        about,
        cells,
        tuple((sign, words) for sign, words in _LEGEND.items() if sign in used)
        + ((("", "an empty field: not compared"),) if "" in used else ()),
    )


def _relation(corpus: Corpus, row: str, column: str, pairs: Pairs) -> Relation:
    key = (row, column) if (row, column) in pairs else (column, row)
    pair = pairs.get(key)
    if pair is None:
        return Relation("", "not compared", "not-compared")
    verdict = pair.verdict if key == (row, column) else _TURNED.get(pair.verdict, pair.verdict)
    words = str(verdict).replace("-", " ")
    sign = "≈!" if pair.strained and verdict is not Verdict.CONTRADICTS else SIGNS[verdict]
    kind = "strained" if sign == "≈!" else str(verdict)
    return Relation(sign, words, kind, apart(corpus, pair))


def apart(corpus: Corpus, pair: Pair) -> str:
    """How far apart two that contradict each other are: "20 days"; empty where no stretch can be named."""
    if pair.gap is None or pair.verdict is not Verdict.CONTRADICTS or not is_gap_told(pair.gap):
        return ""
    return gap_in_words(pair.gap, style_of_deductions(corpus))
