"""What a refused date costs beside a read one, in one run: python tests/benchmarks/refusal_speed.py

Each line of a column is damaged in turn: one word is misspelt, foreign or struck out, as in museum columns. The
same column undamaged is what is read. A refusal must cost no more than twice a reading; the exit is 1 if it did.
"""

from __future__ import annotations

import sys

from phrase_speed import distinct_phrases, seconds

from claimcheck.dates.reading import read_date
from claimcheck.dates.when import Fault

COUNT = 5_000
REFUSALS = [
    "n.d.",
    "undated, c. {year}",
    "без даты",
    "{year}, printed {later}",
    "построен в {year}, перестроен в {later}",
    "02/13/56",
    "01-Jan-59",
    "{decade}u",
    "{year}/unknown",
    "{year} September 31",
    "31 июня {year} г.",
    "przed {year}",
    "13 Febuary {year}",
    "written on 3 May {year} in Warsaw",
    "3 May {year}, 4 May {later}",
    "before 14 February",
    "not in {year}",
    "{later}–{year}",
    "photographed by the studio in {year}",
    "{year} foo, bar, baz",
]


def refused_lines(count: int) -> list[str]:
    """That many refused lines of all kinds, no two of the same figures."""
    found = []
    for number in range(count):
        year = 1000 + number % 900
        form = REFUSALS[number % len(REFUSALS)]
        found.append(form.format(year=year, later=year + 20, decade=year // 10))
    return found


def ratio() -> float:
    """The time of a refused line as a multiple of that of a read one."""
    read = distinct_phrases(COUNT)
    refused = refused_lines(COUNT)
    assert not [text for text in read if isinstance(read_date(text), Fault)]
    assert not [text for text in refused if not isinstance(read_date(text), Fault)]
    # A hundred of each in turn, so that whatever else the machine does bears on both.
    parts = [(read[k : k + 100], refused[k : k + 100]) for k in range(0, COUNT, 100)]
    times = [(seconds(read_date, one), seconds(read_date, other)) for one, other in parts]
    return sum(other for _, other in times) / sum(one for one, _ in times)


def main() -> int:
    found = ratio()
    print(f"a refused line costs {found:.2f} times a read one")
    return 0 if found <= 2 else 1


if __name__ == "__main__":
    sys.exit(main())
