"""Whether a part has what its question, or its role, asks for: a date, a value, a yes or no.

Belongs here: these checks, and what the statements of a claim are read with. Does not belong here: building
statements (`statements`), what an answer means (that is the engine).
"""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass
from typing import Any

from claimcheck.corpus.draft import Draft
from claimcheck.corpus.entries import Question
from claimcheck.corpus.values import NO, YES
from claimcheck.corpus.yaml_nodes import Mapping, Node, SourceFile
from claimcheck.dates.conventions import Conventions


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of the corpus that could be read, how many were asked at all, and the sole one."""

    questions: Table[str, Question]
    count: int
    sole: str | None


@dataclass(frozen=True, slots=True)
class Stated:
    """What the statements of one claim are read with."""

    draft: Draft
    file: SourceFile
    conventions: Conventions
    asked: Asked
    stance: str


def check_value(stated: Stated, node: Mapping, values: dict[str, Any], at: Node) -> None:
    """A role needs what it is the role of, and a value; a value or `from` needs a role."""
    given = [key for key in ("role", "of", "value", "from") if key in values]
    if "role" in given:
        missing = [key for key in ("of", "value") if key not in given]
    else:
        missing = ["role"] if given else []
    if missing:
        has = given[0]
        stated.draft.report(
            stated.file,
            "CC314",
            (node.entries[has][0] if has in node.entries else at).start,
            f"`{has}` stands without " + " and ".join(f"`{key}`" for key in missing),
            "a value is stated as role: …, of: …, value: …",
            length=len(has),
        )


def check_answer(
    stated: Stated, node: Mapping, question: Question, value: tuple[str, ...], dates: dict[str, Any], at: Node
) -> tuple[str, ...]:
    """Whether an answer has what the question asks for; returns the value, yes and no in one spelling."""
    draft, file = stated.draft, stated.file
    asserted = stated.stance in ("asserts", "denies")
    if question.role is not None or question.whether is not None:
        if not value and asserted:
            wanted = "who or what" if question.role is not None else "whether"
            example = "NAME" if question.role is not None else "yes"
            message = f"`{question.id}` asks {wanted}, and the claim has no `value`"
            draft.report_node(file, "CC306", at, message, f"add value: {example}; a date alone does not answer it")
        if question.whether is not None and value:
            return _yes_or_no(stated, node, question, value, at)
        return value
    for key in ("value", "from", "role", "of"):
        if key in node.entries:
            draft.report(
                file,
                "CC307",
                node.entries[key][0].start,
                f"`{question.id}` asks when, and `{key}` does not answer that",
                "write the date under `when`, or state the value as a claim of its own",
                length=len(key),
            )
            return value
    if not dates and stated.stance == "asserts" and "event" not in node.entries:
        draft.report_node(
            file,
            "CC303",
            at,
            f"this answers `{question.id}`, which asks when, without a date",
            "add when: DATE, or leave it if it only says that it happened",
        )
    return value


def _yes_or_no(
    stated: Stated, node: Mapping, question: Question, value: tuple[str, ...], at: Node
) -> tuple[str, ...]:
    word = value[0].lower()
    if len(value) == 1 and word in YES | NO:
        return ("yes",) if word in YES else ("no",)
    place = node.entries["value"][1] if "value" in node.entries else at
    stated.draft.report_node(
        stated.file,
        "CC315",
        place,
        f"`{question.id}` asks whether, and is answered by yes or no",
        "write value: yes",
    )
    return value
