"""Invented corpora for property tests of criticism: texts in the file syntax, drawn by Hypothesis.

A corpus has up to three matters that have nothing to do with each other: each with a question, a kind, events and
records of its own. Works, their years and what rests on what are drawn over all of them.
"""

from __future__ import annotations

from hypothesis import strategies as st

MATTERS = ("mill", "bell", "well")


@st.composite
def corpora(draw: st.DrawFn, matters: int = 2) -> str:
    """The text of a corpus on so many matters; every claim's id begins with the name of its matter."""
    names = MATTERS[:matters]
    works = [f"work-{number}" for number in range(draw(st.integers(2, 5)))]
    lines = ["questions:"]
    lines += [f'  {name}: {{ask: "When was the first {name} built?", first: {name}-built}}' for name in names]
    lines.append("kinds:")
    lines += [f"  {name}-built: {{label: a {name} is built}}" for name in names]
    lines.append("sources:")
    for number, work in enumerate(works):
        stated = ["type: study"]
        year = draw(st.sampled_from((None, 1700, 1800, 1900)))
        if year is not None:
            stated.append(f"{draw(st.sampled_from(('issued', 'opened')))}: {year}")
        if number and draw(st.booleans()):
            stated.append(f"rests-on: {draw(st.sampled_from(works[:number]))}")
        lines.append(f"  {work}: {{{', '.join(stated)}}}")
    lines.append("events:")
    for name in names:
        for number in range(draw(st.integers(1, 2))):
            year = draw(st.integers(1480, 1484))
            work = draw(st.sampled_from(works))
            lines.append(
                f"  {name}-{number}: {{label: {name} {number}, kinds: {name}-built, "
                f"record: {{in: {work} p. {number}, when: {year}}}}}"
            )
    lines.append("claims:")
    for name in names:
        for number in range(draw(st.integers(1, 3))):
            when = draw(
                st.sampled_from(("1480", "1482", "1484", f"after @{name}-0", f"before @{name}-0", "1480/1483"))
            )
            work = draw(st.sampled_from(works))
            by = draw(st.sampled_from(("Hugo the clerk", "Anna the abbess", "several historians")))
            lines.append(
                f'  {name}-claim-{number}: {{by: {by}, in: {work} ch. {number}, answers: {name}, when: "{when}"}}'
            )
    return "\n".join(lines) + "\n"


@st.composite
def relayed_corpora(draw: st.DrawFn) -> str:
    """The text of a corpus in which works, claims and records came through other works, or are parts of them."""
    text = draw(corpora())
    lines = []
    for line in text.splitlines():
        work, mark, rest = line.partition(": {type: study")
        number = int(work.rpartition("-")[2]) if mark else 0
        if mark and number and draw(st.booleans()):
            tie = draw(st.sampled_from(("through", "part-of")))
            rest = f", {tie}: work-{draw(st.integers(0, number - 1))}{rest}"
        entry = line.startswith("  ") and "in: work-" in line
        if entry and draw(st.booleans()):
            line = line.replace("in: work-", f"through: work-{draw(st.integers(0, 1))}, in: work-")
        lines.append(f"{work}{mark}{rest}" if mark else line)
    return "\n".join(lines) + "\n"
