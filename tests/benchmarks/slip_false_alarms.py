"""How often slips are suggested for dates that chance alone has put beside each other.

    python tests/benchmarks/slip_false_alarms.py [--pairs 10000] [--seed 1956]

Both days of each pair are drawn uniformly from 1 January 1500 to 31 December 1999, and pairs of one day are
drawn again, so that all are in conflict. Each is written out and read as a corpus states it. Printed are the
rate and how often each kind was suggested; the exit is 1 if the rate is above 2 per cent.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter

from claimcheck.corpus.entries import Corpus, Dated
from claimcheck.criticism.definite import DefiniteDate, definite_date
from claimcheck.criticism.slip_kinds import SlipKind, explain
from claimcheck.dates.calendars import MONTHS, calendar_date, day_number
from claimcheck.dates.reading import read_date
from claimcheck.dates.when import When
from claimcheck.diagnostics import Position
from claimcheck.examine import examine

PAIRS, SEED = 10_000, 1956
ALLOWED = 0.02
FIRST, LAST = day_number("gregorian", 1500, 1, 1), day_number("gregorian", 1999, 12, 31)


def false_alarms(pairs: int, seed: int) -> tuple[int, Counter[SlipKind]]:
    """For how many random pairs any slip is suggested, and how often each kind is."""
    chance = random.Random(seed)
    alarms = 0
    kinds: Counter[SlipKind] = Counter()
    for _ in range(pairs):
        a = chance.randint(FIRST, LAST)
        b = a
        while b == a:
            b = chance.randint(FIRST, LAST)
        found = explain(_stated(a), _stated(b))
        alarms += bool(found)
        kinds.update(explanation.kind for explanation in found)
    return alarms, kinds


def _stated(number: int) -> DefiniteDate:
    year, month, day = calendar_date("gregorian", number)
    text = f"{day} {MONTHS[month - 1]} {year}"
    when = read_date(text)
    assert isinstance(when, When)
    found = definite_date(examine(Corpus()), Dated(text=text, when=when, position=Position("", 1)))
    assert found is not None
    return found


def main(arguments: list[str]) -> int:
    """Prints the rate; 1 if it is too high."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args(arguments)
    alarms, kinds = false_alarms(asked.pairs, asked.seed)
    rate = alarms / asked.pairs
    print(f"{alarms} of {asked.pairs} random pairs of days: {100 * rate:.2f} % (allowed: {100 * ALLOWED:.0f} %)")
    for kind, count in kinds.most_common():
        print(f"  {kind}: {count}")
    return 0 if rate <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
