"""How two accounts stand to each other, in a sentence and for a cell.

Belongs here: the words and signs of every verdict between claims, in one place. Does not belong here: what each of
them says (see `answers` and `findings`), proofs.

A sentence never says more than the verdict: agreement is worded to its dimension, and what holds on the narrow
reading or under a bridge says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.stemma import rests_on_of
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Dimension, Pair, Verdict
from claimcheck.report.blocks import Matrix, Relation, Target
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.words import names
from claimcheck.report.words.grammar import listed, sentence
from claimcheck.report.words.moments import gap_in_words, is_gap_told
from claimcheck.report.words.proofs import apart

NO_RIVALS = "They answer different questions; both can be true."


def verdict_says(corpus: Corpus, pair: Pair, *, is_proved: bool = False) -> str:
    """The verdict on two claims as a sentence, with everything that qualifies it.

    `is_proved` beneath the proof that they exclude each other: what its last step says is not said again.
    """
    said = [_plainly(corpus, pair)]
    if is_proved and pair.verdict is Verdict.CONTRADICTS:
        said = ["They answer different questions, and yet exclude each other."] if pair.question is None else []
    if pair.unless:
        said.append(sentence(f"they can {supposing(corpus, pair.unless)}"))
    if pair.strained:
        said.append("With their dates taken narrowly, they cannot both be true.")
    if pair.if_bridge and pair.verdict is not Verdict.CONTRADICTS:
        said.append(sentence(f"they cannot both be true {supposing(corpus, pair.if_bridge)}"))
    return " ".join(said)


def beside_says(findings: Examination, pair: Pair) -> str:
    """What third things forbid two claims that can both be true by themselves; empty where nothing does."""
    if pair.verdict is Verdict.CONTRADICTS:
        return ""
    corpus, two = findings.corpus, {pair.a, pair.b}
    found = [one for one in findings.conflicts if not one.bridges and two < set(one.members)]
    if not found:
        return ""
    least = min(found, key=lambda one: len(one.members))
    third = [id for id in least.members if id not in two]
    who = listed(
        f"what {names.claimants(corpus, id)} {names.say(corpus, (id,))}"
        if id in corpus.claims
        else names.record(corpus, id)
        for id in third
    )
    return sentence(f"by themselves both can be true; not together with {who}")


def _plainly(corpus: Corpus, pair: Pair) -> str:
    what = pair.dimension or Dimension.DATE
    match pair.verdict:
        case Verdict.CONTRADICTS:
            across = "" if pair.question is not None else ", though they answer different questions"
            far = _far(corpus, pair)
            return f"They cannot both be true{across}{f'; they are {apart(far)} apart' if far else ''}."
        case Verdict.DIFFERS_IN_TIME:
            return "Both can be true, one after the other; that is a succession and no conflict."
        case Verdict.AGREES:
            same = {
                Dimension.DATE: "They give the same date.",
                Dimension.VALUE: "They name the same value.",
                Dimension.EXISTENCE: "They agree on whether it happened.",
            }
            if what is Dimension.DATE and all(_is_value(corpus, id) for id in (pair.a, pair.b)):
                return f"They name the same value, from the same date.{_rests_say(corpus, pair)}"
            return f"{same[what]}{_rests_say(corpus, pair)}"
        case Verdict.REFINES | Verdict.REFINED_BY:
            finer, coarser = (pair.a, pair.b) if pair.verdict is Verdict.REFINES else (pair.b, pair.a)
            who, other = names.joint(corpus, finer), names.joint(corpus, coarser)
            who, other = (who, other) if who != other else ("The one account", "the other")
            said = f"{who} agrees with {other} on the {_matter(what)}, and is the more precise"
            return f"{sentence(said)}{_rests_say(corpus, pair)}"
        case Verdict.UNDETERMINED:
            return "Nothing sets a limit to one of them, so that nothing follows."
        case Verdict.OVERLAPS:
            return f"Both can be true; on the {_matter(what)} neither follows from the other."
        case Verdict.DIFFERENT_QUESTIONS:
            return NO_RIVALS
        case Verdict.NOT_COMPARED:
            return "One of them states nothing that can be tested, so that they are not compared."


def _rests_say(corpus: Corpus, pair: Pair) -> str:
    """That of two which agree the one is stated to rest on the other; empty where neither is."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if one in corpus.claims and other in corpus.claims:
            on = rests_on_of(corpus, one, is_claim=True)
            who, whom = names.joint(corpus, one), names.joint(corpus, other)
            if who != whom and (other in on or corpus.claims[other].source in on):
                rests = "rests" if names.say(corpus, (one,)) == "says" else "rest"
                return f" {sentence(f'{who} {rests} on {whom}')}"
    return ""


def _is_value(corpus: Corpus, id: str) -> bool:
    claim = corpus.claims.get(id)
    return claim is not None and any(statement.value for statement in claim.statements)


def _matter(dimension: Dimension) -> str:
    return "question whether it happened" if dimension is Dimension.EXISTENCE else str(dimension)


def verdict_words(pair: Pair) -> str:
    """The verdict for a cell: "contradicts (date)", "agrees (date), strained"."""
    words = str(pair.verdict).replace("-", " ")
    if pair.dimension is not None:
        words += f" ({pair.dimension})"
    return f"{words}, strained" if pair.strained else words


def supposing(corpus: Corpus, sets: Sequence[Sequence[str]]) -> str:
    """The smallest sets of assumptions as conditions: "if the two texts are one, or if …"."""
    return ", or ".join(f"if {listed(names.bridge(corpus, id) for id in found)}" for found in sets)


# The agreement matrix of a question: every account against every other, one sign for each verdict.

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
    return Relation(sign, words, kind, _far(corpus, pair))


def _far(corpus: Corpus, pair: Pair) -> str:
    """How far apart two that contradict each other are: "20 days"; empty where no stretch can be named."""
    if pair.gap is None or pair.verdict is not Verdict.CONTRADICTS or not is_gap_told(pair.gap):
        return ""
    return gap_in_words(pair.gap, style_of_deductions(corpus))
