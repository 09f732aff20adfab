"""What can only be checked when everything has been read: references, circles, and who is left out with whom.

Belongs here: looking up references, finding circles, taking out entries with errors so that what is left
holds together. Does not belong here: reading, and the judgement of sources (`claimcheck.criticism`).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.corpus.circles import find_circles
from claimcheck.corpus.draft import Draft, Entries, did_you_mean
from claimcheck.corpus.entries import Claim, Statement
from claimcheck.corpus.fields import SINGULAR
from claimcheck.corpus.leaving_out import leave_out
from claimcheck.corpus.positions import Text
from claimcheck.corpus.shorthand import full_entry


def check(draft: Draft, entries: Entries) -> None:
    """Reports what refers to nothing or to itself, and leaves in `entries` only what holds together."""
    _check_references(draft, entries)
    _check_roles(draft, entries)
    _check_reasons(draft, entries)
    find_circles(draft, entries)
    leave_out(draft, entries)


def _check_references(draft: Draft, entries: Entries) -> None:
    """Reports each id that nothing sound or unsound answers, and spoils the entry that refers to it."""
    sections = entries.by_section()
    for reference in draft.references:
        id = reference.id
        if any(
            id in sections[target] or draft.is_declared(target, id) or target in draft.lost
            for target in reference.targets
        ):
            continue
        known = [known for target in reference.targets for known in sections[target]]
        what = " or ".join(SINGULAR[target] for target in reference.targets)
        elsewhere = next((section for section in sections if id in draft.written[section]), None)
        remedy = did_you_mean(id, known)
        if elsewhere is not None:
            article = "an" if SINGULAR[elsewhere].startswith("e") else "a"
            remedy = f"`{id}` is the id of {article} {SINGULAR[elsewhere]}" + (f"; {remedy}" if remedy else "")
        _spoil(draft, *reference.owner)
        draft.found.append(
            reference.file.report(
                reference.code,
                reference.node.start + reference.offset,
                f"no {what} has the id `{id}`",
                remedy or f"declare it under `{reference.targets[0]}`",
                length=reference.length,
            )
        )


def _spoil(draft: Draft, section: str, id: str) -> None:
    if section in draft.spoiled:
        draft.spoiled[section].add(id)


def statements_of(claim: Claim) -> Iterator[Statement]:
    """All statements of a claim, those without its premises included."""
    yield from claim.statements
    yield from claim.otherwise


def _check_roles(draft: Draft, entries: Entries) -> None:
    """A bridge may call a role permanent only if something speaks of that role."""
    roles = [question.role for question in entries.questions.values()]
    roles += [event.role for event in entries.events.values()]
    roles += [statement.role for claim in entries.claims.values() for statement in statements_of(claim)]
    known = [role for role in dict.fromkeys((*roles, *_roles_left_out(draft))) if role is not None]
    for bridge in entries.bridges.values():
        lost = {"questions", "events", "claims"} & draft.lost
        if bridge.permanent is not None and bridge.permanent not in known and not lost:
            remedy = did_you_mean(bridge.permanent, known) or "a role stands under `role` of a question or claim"
            message = f"nothing speaks of the role `{bridge.permanent}`"
            _report_word(draft, "bridges", bridge.id, "permanent", "CC210", message, remedy)


def _roles_left_out(draft: Draft) -> Iterator[str]:
    """The roles that entries with errors speak of: what is wrong with them is something else."""
    for section in ("questions", "events", "claims"):
        for id in sorted(draft.spoiled[section] & draft.written[section].keys()):
            node = full_entry(section, draft.written[section][id])
            role = node.entries.get("role") if node is not None else None
            if role is not None and type(role[1]) is Text:
                yield role[1].text


def _check_reasons(draft: Draft, entries: Entries) -> None:
    """`because` takes words, or the id of a bridge; one word that is no id is a slip of the pen."""
    for claim in entries.claims.values():
        reason = claim.because
        if reason is None or " " in reason or "bridges" in draft.lost:
            continue
        if any(draft.is_declared(section, reason) for section in ("bridges", "claims", "events")):
            continue
        known = list(draft.written["bridges"])
        remedy = did_you_mean(reason, known) or "write the id of a bridge, or the reason in several words"
        id = draft.entry_of("claims", claim.id)
        _report_word(draft, "claims", id, "because", "CC212", f"no bridge has the id `{reason}`", remedy)


def _report_word(draft: Draft, section: str, id: str, name: str, code: str, message: str, remedy: str) -> None:
    entry = draft.written[section].get(id)
    node = full_entry(section, entry) if entry is not None else None
    if entry is None or node is None or name not in node.entries:
        return
    _spoil(draft, section, id)
    draft.found.append(entry.file.report_node(code, node.entries[name][1], message, remedy))
