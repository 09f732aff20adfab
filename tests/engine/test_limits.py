"""What is left of a date, against the verdicts: a day is left if, and only if, a claim can hold with that day.

The two come from different questions to the engine: the one reads limits off a network, the other asks whether two
claims can hold together.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from casework import corpus_of

from claimcheck.dates.calendars import day_number
from claimcheck.dates.when import DAY, Span, TimeSet
from claimcheck.engine.findings import Verdict
from claimcheck.engine.parts import Occurrence
from claimcheck.examine import examine
from random_corpora import DAYS, EVENTS, FIRST_DAY, Before, Both, Days, When, in_words, world, written

_AROUND = 5  # days tried before the first and after the last of a world
_WORDS = ("before", "by", "after", "not before", "during", "days after", "days before")


def drawn(seed: int) -> str:
    """A random world with claims that date one event of their own by its events, and a claim for every day."""
    draw = Random(seed)
    text: str = written(world(seed, widening=True))
    text = text.replace("claims:\n", "  asked:\n    label: what is asked\nclaims:\n")
    for number in range(4):
        text += f'  try-{number}:\n    by: tried {number}\n    event: asked\n    when: "{in_words(when(draw))}"\n'
    for number in range(-_AROUND, DAYS + _AROUND):
        date = (FIRST_DAY + timedelta(days=number)).isoformat()
        text += f"  day-{number}:\n    by: someone {number}\n    event: asked\n    when: {date}\n"
    return text


def when(draw: Random) -> When:
    word = draw.choice(_WORDS)
    relation = Before(word, draw.choice(EVENTS), draw.randint(1, 3) if word.startswith("days") else 0)
    if draw.random() < 0.7:
        return relation
    first = draw.randrange(DAYS)
    return Both((Days(((first, first + 3),)), relation))


@pytest.mark.parametrize("seed", range(40))
def test_a_day_is_left_of_a_date_if_and_only_if_the_claim_can_hold_with_it(seed: int) -> None:
    findings = examine(corpus_of(drawn(seed)))
    pairs = {(pair.a, pair.b): pair for pair in findings.pairs}
    first = day_number("gregorian", FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day)
    for tried in range(4):
        id = f"try-{tried}"
        assert any(isinstance(part, Occurrence) for part in findings.parts(id))
        left = findings.placed(id)
        held = [pairs.get((id, f"day-{number}")) for number in range(-_AROUND, DAYS + _AROUND)]
        narrowly = [
            one is not None and one.verdict is not Verdict.CONTRADICTS and not one.strained for one in held
        ]
        if left is None:  # nothing limits it, or nothing is left on the narrow reading
            assert len(set(narrowly)) == 1, id
            continue
        for number, pair in enumerate(held, start=-_AROUND):
            assert pair is not None, "what is left of an impossible claim?"
            day = TimeSet((Span((first + number) * DAY, (first + number + 1) * DAY),))
            assert narrowly[number + _AROUND] == bool(left.narrow.intersection(day).spans), (id, number, left)
            can_hold = pair.verdict is not Verdict.CONTRADICTS
            assert can_hold == bool(left.wide.intersection(day).spans), (id, number, left)
