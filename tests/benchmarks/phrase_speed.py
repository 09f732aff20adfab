"""How fast phrases are read, beside `dateparser`, in one run: python tests/benchmarks/phrase_speed.py

Ten thousand distinct texts must be read in less time than `dateparser` takes for five hundred of them:
phrases of all kinds, most of which it cannot read, and plain days ("14 February 1956"), which it can. No text
comes twice, and nothing is kept from one to the next. The languages are mixed and told to neither; what
`dateparser` takes when it is told them is printed as well. The exit is 1 if ours did not keep within the time.
"""

from __future__ import annotations

import random
import sys
import time
import warnings
from collections.abc import Callable, Iterator

from claimcheck.dates.reading import read_date
from claimcheck.dates.when import Fault

OURS = 10_000
THEIRS = 500
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]


def distinct_phrases(count: int) -> list[str]:
    """That many different phrases of all kinds, half English, half Russian, in a fixed mixture."""
    found: dict[str, None] = {}
    for text in _phrases(random.Random(1956)):
        found[text] = None
        if len(found) == count:
            break
    return list(found)


def _phrases(chance: random.Random) -> Iterator[str]:
    while True:
        year, later = sorted((chance.randint(1000, 1500), chance.randint(1501, 2000)))
        month = chance.randrange(12)
        day = chance.randint(1, 27)
        later += later == 1582  # the year of the reform, which has not all these days
        m, r = ENGLISH[month], RUSSIAN[month]
        yield from (
            f"{day} {m} {year}",
            f"{m} {day}, {later}",
            f"late {m} {year}",
            f"between {day} and {day + 1} {m} {later}",
            f"the night of {day}–{day + 1} {m} {year}",
            f"the evening of the {day}th or the night of {day}–{day + 1} {m} {later}",
            f"c. {year}–{later}",
            f"not before {day} {m} {year}",
            f"{day % 9 + 2} days after {day} {m} {later}",
            f"mid-{m} {year}, not before @event-{day}",
            f"{day} {r} {year} г.",
            f"в конце {r} {later} г.",
            f"не позднее {day} {r} {year} г.",
            f"вечером {day} {r} {later} г.",
            f"в ночь с {day} на {day + 1} {r} {year} г.",
            f"с {day} по {day + 1} {r} {later} г.",
            f"около {later} г.",
            f"через {day % 9 + 2} дней после {day} {r} {year} г.",
        )


def plain_days(count: int) -> list[str]:
    """That many different days, half English, half Russian."""
    chance = random.Random(1917)
    found: dict[str, None] = {}
    while len(found) < count:
        months = chance.choice((ENGLISH, RUSSIAN))
        day, month, year = chance.randint(1, 27), chance.choice(months), chance.randint(1000, 2000)
        found[f"{day} {month} {year + (year == 1582)}"] = None  # that year has not all these days
    return list(found)


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """The processor time of reading all the texts once: of each hundred the best of five."""
    return sum(_best(read, texts[start : start + 100]) for start in range(0, len(texts), 100))


def _best(read: Callable[[str], object], texts: list[str]) -> float:
    times = []
    for _ in range(5):
        started = time.process_time()
        for text in texts:
            read(text)
        times.append(time.process_time() - started)
    return min(times)


def main() -> int:
    import dateparser

    warnings.simplefilter("ignore")  # dateparser warns of its own use of the clock, once a text

    def told(text: str) -> object:
        return dateparser.parse(text, languages=["en", "ru"])

    phrases, days = distinct_phrases(OURS), plain_days(OURS)
    unread = [text for text in phrases + days if isinstance(read_date(text), Fault)]
    assert not unread, unread[:5]
    dateparser.parse("1 May 1900")  # its tables are loaded with its first date
    kept = True
    for name, texts in (("phrases", phrases), ("plain days", days)):
        ours, other = seconds(read_date, texts), seconds(dateparser.parse, texts[:THEIRS])
        helped = seconds(told, texts[:THEIRS])
        scale = OURS / THEIRS
        print(
            f"{name}: claimcheck {OURS:,} in {ours:.2f} s, dateparser {THEIRS:,} in {other:.2f} s "
            f"({helped:.2f} s told the languages); "
            f"ratio {other * scale / ours:,.0f} ({helped * scale / ours:,.0f})"
        )
        kept = kept and ours < other
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
