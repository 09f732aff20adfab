"""Sigla: short names of accounts and records within one page, as a critical edition has them for its witnesses.

Belongs here: who gets which. Does not belong here: ids, which stay the same from page to page; a siglum may change
when the corpus grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from claimcheck.engine.findings import Pair
from claimcheck.report.blocks import Target
from claimcheck.report.lanes import Lane, Timeline
from claimcheck.report.matrix import pair_target
from claimcheck.report.timeline_svg import shortened
from claimcheck.report.timelines import Drawn

_LABEL = 44  # letters of a record, and of what an account says, in a picture


def sigla_of(drawn: Iterable[Drawn], records: Iterable[str], pairs: Iterable[Pair]) -> Mapping[Target, str]:
    """An account has the number of its first question and its letter there ("3B"), a record r and a number.

    A pair has the sigla of both accounts ("3B-7A").
    """
    found: dict[Target, str] = {}
    for number, one in enumerate(drawn, start=1):
        if one.question is not None:
            found[("question", one.question.id)] = str(number)
        for account, sign in zip(one.accounts, one.signs, strict=True):
            found.setdefault(("claim", account.claim.id), f"{number}{sign}")
    found.update((pair_target(pair), "-".join(found[("claim", id)] for id in (pair.a, pair.b))) for pair in pairs)
    found.update((("record", id), f"r{number}") for number, id in enumerate(records, start=1))
    return found


def with_sigla(number: int, drawn: Drawn, sigla: Mapping[Target, str]) -> Drawn:
    """The timeline of the question of that number (from 1) under sigla: its own accounts by their letters alone.

    What has an entry of its own on the page is drawn with the beginning of its words, and records that would look
    the same as one.
    """
    signs = tuple(
        found if (found := sigla[("claim", account.claim.id)]) != f"{number}{sign}" else sign
        for account, sign in zip(drawn.accounts, drawn.signs, strict=True)
    )
    timeline = drawn.timeline
    if timeline is not None:
        records = tuple(
            replace(lane, sign=sigla[("record", lane.id)], name=shortened(lane.name.strip("“”"), _LABEL), says="")
            for lane in timeline.records
        )
        accounts = (
            replace(lane, sign=sign, says=shortened(lane.says, _LABEL))
            for lane, sign in zip(timeline.accounts, signs, strict=False)
        )
        timeline = _gathered(replace(timeline, accounts=tuple(accounts), records=records))
    return replace(drawn, signs=signs, timeline=timeline)


def _gathered(timeline: Timeline) -> Timeline:
    """The timeline with records that would be drawn alike in one lane, under all their sigla."""
    place: dict[Lane, int] = {}
    moved = [place.setdefault(replace(lane, id="", sign=""), len(place)) for lane in timeline.records]
    first = {to: lane.id for lane, to in reversed(list(zip(timeline.records, moved, strict=True)))}
    return replace(
        timeline,
        records=tuple(
            replace(
                lane,
                id=first[to],
                sign=" ".join(one.sign for one, there in zip(timeline.records, moved, strict=True) if there == to),
            )
            for lane, to in place.items()
        ),
        ties=tuple(dict.fromkeys(replace(tie, record=moved[tie.record]) for tie in timeline.ties)),
        clashes=tuple(
            dict.fromkeys(
                replace(clash, other=moved[clash.other]) if clash.with_record else clash
                for clash in timeline.clashes
            )
        ),
    )
