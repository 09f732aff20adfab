"""How fast EDTF is read, beside `edtf` and `undate`, in one run: python tests/benchmarks/edtf_speed.py

Each reader turns texts into the first and last day they may mean. No text comes twice, and each reader is timed on
the very texts that it can read at all, ours on the same ones again. Printed are dates per second and the ratio;
the exit is 1 if ours is not a hundred times as fast as the faster of the two, or if texts of bad faith take long:
a set ten times as long may take forty times as long (a square law would take a hundred), ten million signs and
a set that stands for too much no longer than so many plain dates.
"""

from __future__ import annotations

import contextlib
import io
import random
import sys
import time
from collections.abc import Callable, Iterator

from claimcheck.dates.edtf import read_edtf
from claimcheck.dates.edtf_values import EdtfDate

COUNT = 3_000
ROUNDS = 3
DEMANDED = 100.0
GROWTH = 40.0  # of a set of ten times as many members
PLAIN_DATES = 300_000  # what a text of bad faith may cost at most

Reader = Callable[[str], object]


def distinct_texts(count: int) -> list[str]:
    """That many different texts of every level, in the proportions of a catalogue: mostly plain dates."""
    found: dict[str, None] = {}
    for text in _texts(random.Random(1956)):
        found[text] = None
        if len(found) == count:
            break
    return list(found)


def _texts(chance: random.Random) -> Iterator[str]:
    while True:
        year, later = sorted((chance.randint(1000, 2000), chance.randint(1000, 2000)))
        month, day = chance.randint(1, 12), chance.randint(1, 28)
        mark = chance.choice("?~%")
        yield from (
            f"{year}",
            f"{year}-{month:02}",
            f"{year}-{month:02}-{day:02}",
            f"{later}-{month:02}-{day:02}",
            f"{year}{mark}",
            f"{year}-{month:02}{mark}",
            f"{year}-{month:02}-{day:02}{mark}",
            f"{year // 10}X",
            f"{year}-XX",
            f"{year}-{month:02}-XX",
            f"{year}/{later}",
            f"{year}-{month:02}/{later}-{month:02}",
            f"{year}-{month:02}-{day:02}/{later}-{month:02}-{day:02}",
            f"{year}-{month:02}-{day:02}/..",
            f"/{year}-{month:02}",
            f"{year}-{chance.randint(21, 23)}",
            f"-{year}",
            f"Y{chance.randint(10_000, 10**9)}",
            f"{year}-{month:02}-{day:02}T{day % 24:02}:{month:02}:00Z",
            f"[{year},{later}]",
            f"{{{year},{later}-{month:02}}}",
            f"{year}?-{month:02}-~{day:02}",
            f"{year // 10}X-{month:02}-{day:02}",
            f"{year}S2",
        )


def ours(text: str) -> object:
    found = read_edtf(text)
    assert isinstance(found, EdtfDate), found
    return found.window.narrow.start, found.window.narrow.stop


def peers() -> dict[str, Reader]:
    """The readers to compare with, by name."""
    from edtf import parse_edtf
    from undate import Undate

    def edtf(text: str) -> object:
        found = parse_edtf(text)
        return found.lower_strict(), found.upper_strict()

    def undate(text: str) -> object:
        found = Undate.parse(text, "EDTF")
        return found.earliest, found.latest

    return {"edtf": edtf, "undate": undate}


def readable(reader: Reader, texts: list[str]) -> list[str]:
    """The texts that a reader reads; whatever a peer raises, it does not read that one."""
    found = []
    for text in texts:
        try:
            reader(text)
        except Exception:
            continue
        found.append(text)
    return found


def per_second(reader: Reader, texts: list[str]) -> float:
    """Dates per second, in the best of several rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for text in texts:
            reader(text)
        best = min(best, time.perf_counter() - started)
    return len(texts) / best


def long_set(members: int) -> str:
    """A set of that many days."""
    return "[" + ",".join(f"{1000 + n * 7 % 1000}-05-{1 + n % 28:02}" for n in range(members)) + "]"


def bad_faith() -> dict[str, str]:
    """Texts that are made to take long, by what they are."""
    found = {f"ten million of {sign}": sign * 10_000_000 for sign in ("1", "X", "[", "?", "-", "/", "\u0301")}
    return found | {"a set that stands for too much": "[" + ",".join(["XXXX-XX-X1"] * 1_000) + "]"}


def keeps_its_time() -> bool:
    """Prints how a set grows, and what texts of bad faith cost; whether both keep within their bounds."""
    short, long = (1 / per_second(read_edtf, [long_set(members)]) for members in (4_000, 40_000))
    print(f"a set of ten times as many members takes {long / short:.0f} times as long; at most {GROWTH:.0f}")
    kept = long <= GROWTH * short
    plain = 1 / per_second(read_edtf, ["1956-02-14"] * 1_000)
    for name, text in bad_faith().items():
        cost = 1 / per_second(read_edtf, [text]) / plain
        print(f"{name}: as long as {cost:,.0f} plain dates")
        kept = kept and cost <= PLAIN_DATES
    return kept


def main() -> int:
    """Print the table; 0 if ours is fast enough."""
    texts = distinct_texts(COUNT)
    print(f"claimcheck: {per_second(ours, texts):>10,.0f} dates/s on all {len(texts):,} texts")
    ratios: dict[str, float] = {}
    rates: dict[str, float] = {}
    for name, reader in peers().items():
        with contextlib.redirect_stdout(io.StringIO()):  # `edtf` prints what it cannot build
            known = readable(reader, texts)
            rates[name] = per_second(reader, known)
        ratios[name] = per_second(ours, known) / rates[name]
        print(
            f"{name + ':':<11} {rates[name]:>10,.0f} dates/s on {len(known):,} of them; ratio {ratios[name]:,.0f}"
        )
    faster = max(rates, key=rates.__getitem__)
    print(f"{ratios[faster]:,.0f} times the faster of the two ({faster}); demanded: {DEMANDED:,.0f}")
    return 0 if keeps_its_time() and ratios[faster] >= DEMANDED else 1


if __name__ == "__main__":
    sys.exit(main())
