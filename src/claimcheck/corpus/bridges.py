"""Bridges: the one assumption that each of them states, and bridges that cannot be granted.

Belongs here: building bridges. Does not belong here: what a granted bridge brings about (that is the engine).
"""

from __future__ import annotations

from claimcheck.corpus.answers import Asked, Stated
from claimcheck.corpus.building import common
from claimcheck.corpus.dated import read_takes
from claimcheck.corpus.draft import Draft, Written
from claimcheck.corpus.entries import Bridge, Dated, Statement
from claimcheck.corpus.fields import BARE_PART, BRIDGE
from claimcheck.corpus.positions import Mapping
from claimcheck.corpus.statements import read_parts
from claimcheck.corpus.values import read_keys

_FORMS = (
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
    forms = [form for form in _FORMS if any(key in values for key in form)]
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
            file.report(
                "CC308",
                entry.key.start,
                f"the bridge `{entry.id}` {problem}",
                "a bridge is same: [a, b], order: [a, b], permanent: ROLE, narrower: K and broader: L, "
                "from: a, to: b and takes: LENGTH, or if: {event: a, when: DATE} and then: {event: b, when: DATE}",
                length=len(entry.id),
            )
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
