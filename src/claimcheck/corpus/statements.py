"""Claims: who puts them forward, where they stand, and the parts that they state.

Belongs here: building claims and their statements, whom a claim belongs to, which question it answers. Does
not belong here: what statements mean (that is the engine).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from claimcheck.corpus.answers import Asked, Stated, check_answer, check_value
from claimcheck.corpus.builders import common
from claimcheck.corpus.dated import conventions_of, date_values, is_date_node, read_dated, read_takes
from claimcheck.corpus.draft import Draft, Written, did_you_mean
from claimcheck.corpus.entries import Bridge, Citation, Claim, Claimant, Dated, Question, Source, Statement
from claimcheck.corpus.fields import BARE_PART, BRIDGE, CLAIM, PART, SUBJECTS, Fields
from claimcheck.corpus.values import quoted, read_keys
from claimcheck.corpus.yaml_nodes import Listing, Mapping, Node, SourceFile, Text
from claimcheck.dates.refusal_kinds import NEVER, UNDATED

# Keys that state something of an event or value: with one of them a claim without a question of its own
# answers the sole question.
_STATING = ("when", "or-when", "not-when", "value", "from")
# Keys that make a claim worth having though it states no part.
_SAYING = ("says", "quote", "reports", "disputes", "also")


def build_claims(draft: Draft, entry: Written, node: Mapping, asked: Asked) -> list[Claim]:
    """The claims of an entry: one, or one for each question under `answers`."""
    file = entry.file
    values = read_keys(draft, file, node, CLAIM, "a claim")
    citation: Citation | None = values.get("in")
    source = _source_of(draft, entry, citation)
    conventions = draft.conventions
    if source is not None:
        conventions = conventions_of(conventions, source.calendar, source.year_begins)
    conventions = conventions_of(conventions, values.get("calendar"), values.get("year-begins"))
    shared: dict[str, Any] = {
        **common(entry, values),
        "by": _claimants_of(draft, entry, values, citation, source),
        "source": citation.source if citation is not None else f"{entry.id}/source",
        "locator": citation.locator if citation is not None else None,
    }
    for key in _PLAIN:
        if key in values:
            shared[key.replace("-", "_")] = values[key]
    stated = Stated(draft, file, conventions, asked, values.get("stance", "asserts"))
    answers = values.pop("answers", None)
    if type(answers) is Mapping:
        return _one_for_each_question(stated, node, values, answers, shared)
    if type(answers) is Listing:
        draft.report_node(
            file,
            "CC104",
            answers,
            "`answers` takes one question, or a mapping of questions to dates",
            "write answers: {QUESTION: DATE, OTHER: DATE}",
        )
    elif answers is not None and type(answers) is Text:
        values["answers"] = _look_up_question(draft, file, answers)
    statements = tuple(_statements_of(stated, entry, node, values))
    otherwise = tuple(_otherwise(stated, node, values, statements))
    return [Claim(**shared, statements=statements, otherwise=otherwise)]


_PLAIN = (
    "through",
    "says",
    "quote",
    "lang",
    "translation",
    "retold",
    "plain",
    "hedge",
    "stance",
    "rests-on",
    "independent-of",
    "reports",
    "disputes",
    "because",
    "given",
    "revises",
    "alternative-to",
    "misprint",
    "calendar",
    "year-begins",
)


def _source_of(draft: Draft, entry: Written, citation: Citation | None) -> Source | None:
    """The source a claim stands in; where it names none, an unnamed one of its own."""
    if citation is not None:
        return draft.sources.get(citation.source)
    id = f"{entry.id}/source"
    source = Source(id=id, position=entry.file.position(entry.key.start), declared=False, unnamed=True)
    draft.sources.setdefault(id, source)
    return source


def _claimants_of(
    draft: Draft,
    entry: Written,
    values: dict[str, Any],
    citation: Citation | None,
    source: Source | None,
) -> tuple[str, ...]:
    """`by`; failing that the author of the source; failing that the source, if declared; failing that the key."""
    if "by" in values:
        by: tuple[str, ...] = values["by"]
        return by
    if source is not None and source.author:
        return source.author
    id, name = entry.id, entry.id
    if citation is not None and draft.is_declared("sources", citation.source):
        id = citation.source
        name = source.title if source is not None and source.title else id
    if not draft.is_declared("claimants", id):
        position = entry.file.position(entry.key.start)
        draft.named.setdefault(id, Claimant(id=id, position=position, name=name, declared=False))
    return (id,)


def _tell_how_to_deny(draft: Draft, question: Question, node: Mapping, before: int) -> None:
    """Who answers "never" instead of a date denies that it happened; the remedy says so of the question asked.

    Of who gives none, what a claim can be without one.
    """
    for number, found in enumerate(draft.found[before:], before):
        if found.remedy == NEVER:
            said = "value: no" if question.whether is not None else "stance: denies"
            answers = "" if "answers" in node.entries else f"answers: {question.id}, "
            remedy = NEVER.replace("stance: denies", f"{answers}{said}")
            if list(node.entries) == ["when"]:
                remedy = f"if it never happened, write {{{answers}{said}}}"
            draft.found[number] = replace(found, remedy=remedy)
        elif found.remedy == UNDATED and not any(key in node.entries for key in _SAYING):
            here = "{says: WORDS}" if list(node.entries) == ["when"] else "says: WORDS"
            draft.found[number] = replace(found, remedy=f"write what it says in place of the date, {here}")


_NO_DATE_ASKED = (
    (re.compile(r"(?:who|whom|whose|where|why)\b", re.IGNORECASE), "role: ROLE, of: SUBJECT", "NAME"),
    (re.compile(r"(?:did|was|were|is|has|had|does)\b", re.IGNORECASE), "whether: KIND", "yes, or value: no"),
)


def _tell_how_to_ask(draft: Draft, question: Question, before: int) -> None:
    """Who asks who, or whether, in words alone is understood to ask when; the remedy says how that is asked."""
    if question.role is not None or question.whether is not None:
        return
    for number, found in enumerate(draft.found[before:], before):
        for begins, form, value in _NO_DATE_ASKED if found.code == "CC401" else ():
            if begins.match(question.ask):
                ask = f"{question.id}: {{ask: {quoted(question.ask)}, {form}}}"
                remedy = f"{found.remedy}; if no date is asked for, ask {ask}, and answer value: {value}"
                draft.found[number] = replace(found, remedy=remedy)


def _look_up_question(draft: Draft, file: SourceFile, node: Text) -> str:
    if node.text not in draft.written["questions"]:
        draft.refer(("questions",), "CC205", file, node, node.text)
    return node.text


def _one_for_each_question(
    stated: Stated, node: Mapping, values: dict[str, Any], answers: Mapping, shared: dict[str, Any]
) -> list[Claim]:
    """`answers: {QUESTION: DATE, …}`: one sentence that dates several things makes CLAIM/QUESTION for each."""
    draft, file = stated.draft, stated.file
    beside = [key for key in (*SUBJECTS[2:], *_STATING, "also", "otherwise") if key in node.entries]
    if beside:
        draft.report(
            file,
            "CC302",
            node.entries[beside[0]][0].start,
            f"`{beside[0]}` stands beside a mapping of questions",
            f"put `{beside[0]}` under the question it belongs to: answers: {{QUESTION: {{…}}}}",
            length=len(beside[0]),
        )
    claims = []
    for question, (key, value) in answers.entries.items():
        _look_up_question(draft, file, key)
        if type(value) is Text and not value.text:
            draft.report(
                file,
                "CC033",
                key.start,
                f"`{question}` has no date",
                "write the date behind the colon",
                length=max(1, len(question)),
            )
            continue
        if is_date_node(file, value) or type(value) is not Mapping:
            part = Mapping({"when": (key, value)}, value.start, value.stop)
            own: dict[str, Any] = {"when": value}
        else:
            part = value
            own = read_keys(draft, file, value, PART, f"`answers` for `{question}`")
        own = {**{key: values[key] for key in ("event", "extent") if key in values}, **own}
        if "answers" in own:
            own.pop("answers")
        statement = _statement(stated, part, {**own, "answers": question}, key)
        claims.append(
            Claim(
                **{**shared, "id": f"{shared['id']}/{question}"},
                statements=(statement,) if statement is not None else (),
            )
        )
    return claims


def _statements_of(stated: Stated, entry: Written, node: Mapping, values: dict[str, Any]) -> Iterator[Statement]:
    """The claim's own part and those under `also`; none for a claim that only says something."""
    draft, file, asked = stated.draft, stated.file, stated.asked
    subjects = [key for key in SUBJECTS if key in values]
    stating = any(key in node.entries for key in _STATING)
    unread = draft.faulty
    if not subjects and (stating or stated.stance in ("rejects", "doubts")) and asked.sole is not None:
        values["answers"] = asked.sole
        subjects = ["answers"]
    if subjects:
        statement = _statement(stated, node, values, entry.key)
        if statement is not None:
            yield statement
    elif stating and "questions" in draft.lost:
        draft.faulty = True  # nobody knows what it answers, and why has been said
    elif not unread and "questions" not in draft.lost:
        if stating and asked.count > 1:
            draft.report(
                file,
                "CC310",
                entry.key.start,
                f"the claim `{entry.id}` does not say which question it answers",
                "add answers: QUESTION; " + did_you_mean(entry.id, list(asked.questions)),
                length=len(entry.id),
            )
        elif stating or not any(key in node.entries for key in _SAYING):
            draft.report(
                file,
                "CC301",
                entry.key.start,
                f"the claim `{entry.id}` states nothing that can be compared",
                ("add answers: QUESTION" if asked.count else "ask a question at the top, as question: …")
                + ", or add event: EVENT with a date, or none: KIND, or its words under says:",
                length=len(entry.id),
            )
        elif stated.stance != "asserts" and not any(
            key in node.entries for key in ("also", "disputes", "reports")
        ):
            draft.report(
                file,
                "CC316",
                node.entries["stance"][0].start if "stance" in node.entries else entry.key.start,
                f"the claim `{entry.id}` {stated.stance} and does not say what: it is compared with nothing",
                f"add {_answering(asked)}, or disputes: CLAIM, or none: KIND without the stance",
                length=len("stance"),
            )
    if subjects == [] and stating:
        for key in ("when", "not-when", "from"):
            if key in values:  # the date is still read, so that all faults come out in one run
                read_dated(draft, file, values[key], key, stated.conventions)
    yield from read_parts(stated, "also", values.get("also"), PART)


def _answering(asked: Asked) -> str:
    """How a claim without a date names what it is about: the sole question, or those that there are."""
    sole = asked.questions.get(asked.sole or "")
    if sole is None:
        return "answers: QUESTION" + (f" ({', '.join(asked.questions)})" if asked.questions else "")
    value = ", value: yes" if sole.whether is not None else ", value: NAME" if sole.role is not None else ""
    return f"answers: {sole.id}{value}"


def read_parts(stated: Stated, name: str, node: Node | None, fields: Fields) -> Iterator[Statement]:
    """The parts under a key such as `also`, one or a list, each with the keys of `fields`."""
    draft, file = stated.draft, stated.file
    for item in _parts(stated, name, node):
        own = read_keys(draft, file, item, fields, f"`{name}`")
        if any(key in own for key in SUBJECTS):
            statement = _statement(stated, item, own, item)
            if statement is not None:
                yield statement
        elif not any(key in item.entries for key in SUBJECTS) and not draft.faulty:
            question = "answers: QUESTION, " if "answers" in fields else ""
            draft.report_node(
                file,
                "CC301",
                item,
                f"this part under `{name}` does not say of what it is",
                f"add {question}event: EVENT, kind: KIND, none: KIND, or role: and of:",
            )


def _parts(stated: Stated, name: str, node: Node | None) -> Iterator[Mapping]:
    """The mappings under `also` or `otherwise`, one or a list; anything else is reported."""
    if node is None:
        return
    for item in node.items if type(node) is Listing and not is_date_node(stated.file, node) else [node]:
        if type(item) is Mapping and not is_date_node(stated.file, item):
            yield item
        elif is_date_node(stated.file, item) and name == "otherwise":
            yield Mapping({"when": (Text("when", item.start, item.start), item)}, item.start, item.stop)
        else:
            stated.draft.report_node(
                stated.file,
                "CC104",
                item,
                f"`{name}` takes the keys of a part",
                f"write {name}: {{event: EVENT, when: DATE}}, or a list of such mappings",
            )


def _otherwise(
    stated: Stated, node: Mapping, values: dict[str, Any], statements: tuple[Statement, ...]
) -> Iterator[Statement]:
    """What the claim says without what is given; of the same matter as the claim, unless it names another."""
    for item in _parts(stated, "otherwise", values.get("otherwise")):
        own = read_keys(stated.draft, stated.file, item, PART, "`otherwise`")
        if not any(key in own for key in SUBJECTS):
            inherited = {key: values[key] for key in (*SUBJECTS, "of") if key in values}
            own = {**inherited, **own}
        statement = _statement(stated, item, own, item)
        if statement is not None:
            yield statement


def _statement(stated: Stated, node: Mapping, values: dict[str, Any], at: Node) -> Statement | None:
    """One part from its keys. `at` is where to point if something is missing."""
    draft, file = stated.draft, stated.file
    subjects = [key for key in SUBJECTS if key in values]
    if len(subjects) > 1 and subjects != ["answers", "event"]:
        first, second = (subjects[0], subjects[-1])
        place = node.entries[second][0] if second in node.entries else at
        draft.report(
            file,
            "CC302",
            place.start,
            f"one part cannot be of `{first}` and of `{second}`",
            f"keep one of the two, or put `{second}` under `also`",
            length=len(second),
        )
    sound, before = not draft.faulty, len(draft.found)
    dates = date_values(draft, file, node, values, stated.conventions)
    question = stated.asked.questions.get(values["answers"]) if "answers" in values else None
    if question is not None:
        _tell_how_to_deny(draft, question, node, before)
        _tell_how_to_ask(draft, question, before)
    if "from" in values:
        dates["start"] = read_dated(draft, file, values["from"], "from", stated.conventions)
    value: tuple[str, ...] = values.get("value", ())
    if not subjects:
        return None
    if question is not None and sound:
        value = check_answer(stated, node, question, value, dates, at)
    elif sound and "answers" not in values:
        check_value(stated, node, values, at)
    if draft.faulty:
        return None
    return Statement(
        question=values.get("answers"),
        **{key: values[key] for key in (*SUBJECTS[1:], "of") if key in values},
        value=value,
        **dates,
    )


# --------------------------------------------------------------------------------------------------------- bridges


_FORMS_OF_BRIDGES = (
    ("same",),
    ("order",),
    ("permanent",),
    ("narrower", "broader"),
    ("from", "to", "takes"),
    ("if", "then"),
)


def build_bridge(draft: Draft, entry: Written, node: Mapping) -> Bridge | None:
    """A bridge, which has exactly one of its six forms."""
    file = entry.file
    values = read_keys(draft, file, node, BRIDGE, "a bridge")
    if draft.faulty:
        return None
    forms = [form for form in _FORMS_OF_BRIDGES if any(key in values for key in form)]
    missing = [key for key in forms[0] if key not in values] if len(forms) == 1 else []
    pair = next((key for key in ("same", "order") if len(values.get(key, ("", ""))) != 2), None)
    if len(forms) != 1 or missing or pair:
        stated = [key for form in forms for key in form if key in values]
        problem = (
            "states no assumption"
            if not forms
            else f"has `{stated[0]}` and `{next(key for key in stated if key in forms[1])}`"
            if len(forms) > 1
            else f"has `{pair}` with {len(values[pair])} events, not two"
            if pair
            else f"has `{stated[0]}` and no `{missing[0]}`"
        )
        draft.report(
            file,
            "CC308",
            entry.key.start,
            f"the bridge `{entry.id}` {problem}",
            "a bridge is same: [a, b], order: [a, b], permanent: ROLE, narrower: K and broader: L, "
            "from: a, to: b and takes: LENGTH, or if: {event: a, when: DATE} and then: {event: b, when: DATE}",
            length=len(entry.id),
        )
        return None
    takes: Dated | None = None
    if "takes" in values:
        takes = read_takes(draft, file, values["takes"], BRIDGE["takes"], values["from"], draft.conventions)
    stated_with = Stated(draft, file, draft.conventions, Asked({}, 0, None), "asserts")
    sides: dict[str, tuple[Statement, ...]] = {
        name: tuple(read_parts(stated_with, name, values.get(name), BARE_PART)) for name in ("if", "then")
    }
    return Bridge(
        **common(entry, values),
        says=values.get("says"),
        same=values.get("same"),
        order=values.get("order"),
        permanent=values.get("permanent"),
        narrower=values.get("narrower"),
        broader=values.get("broader"),
        start=values.get("from"),
        end=values.get("to"),
        takes=takes,
        condition=sides["if"],
        consequence=sides["then"],
    )
