"""The findings of a corpus on one screen: the most telling, each with its place and with how to ask why.

Belongs here: choosing as many findings as fit, and the lines around them. Does not belong here: the order of
findings (see `telling`), their wording, layout of a line (see `text`).
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.engine.examination import Examination
from claimcheck.report.asking import Asking
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.sentences import count_says
from claimcheck.report.telling import SORTS, Told, tell
from claimcheck.report.text import WIDTH, cells, item_lines, wrapped

HEIGHT = 24  # lines of the smallest terminal in use; one of them is left for the prompt


def first_screen(
    findings: Examination,
    asking: Asking,
    *,
    name: str,
    banner: str = "",
    width: int = WIDTH,
    styled: bool = False,
) -> str:
    """At most 23 lines at 80 columns: title, perspective, the most telling findings, and what to ask next.

    One finding of each sort comes before a second of any. `banner` stands on top where the corpus has errors.
    """
    corpus = findings.corpus
    head = wrapped(banner, width) if banner else []
    head.append(_one_line(corpus.title or name, width))
    head.extend(wrapped(count_says(findings), width))
    seen = perspective_says(corpus, findings.perspective, findings.set_aside)
    head.extend(wrapped(seen, width) if seen else ())
    told = tell(findings, asking)
    drawn = [(item.sort, list(item_lines(item.item, "- ", width, styled))) for item in told]
    foot = cells(_foot(told, [], asking))
    room = HEIGHT - 1 - len(head) - 1 - _rows(foot, width)
    sizes = [(sort, sum(_rows(cells(line), width) for line in lines)) for sort, lines in drawn]
    chosen = _fitting(sizes, room)
    body = [line for number in chosen for line in drawn[number][1]]
    return "\n".join([*head, "", *body, _foot(told, chosen, asking)]) + "\n"


def _rows(cells: int, width: int) -> int:
    """How many lines of the screen a line takes: a command that is too long for one runs on."""
    return max(-(-cells // width), 1)


def _one_line(title: str, width: int) -> str:
    lines = wrapped(title, width - 2)
    return lines[0] if len(lines) == 1 else f"{lines[0]} …"


def _fitting(sizes: Sequence[tuple[str, int]], room: int) -> list[int]:
    """Numbers of the findings that fit, in their order: the first of every sort, then the second, and so on.

    Something is always shown: the first finding, however long.
    """
    ranks: dict[str, int] = {}
    order: list[tuple[int, int, int]] = []
    for number, (sort, _) in enumerate(sizes):
        ranks[sort] = ranks.get(sort, 0) + 1
        order.append((ranks[sort], SORTS.index(sort), number))
    chosen: list[int] = []
    for _, _, number in sorted(order):
        if sizes[number][1] <= room or not chosen:
            chosen.append(number)
            room -= sizes[number][1]
    return sorted(chosen)


def _foot(told: Sequence[Told], chosen: Sequence[int], asking: Asking) -> str:
    left = len(told) - len(chosen)
    if not told:
        return f"Nothing to report. The whole: {asking.command('report')}"
    whole = f"The whole report: {asking.command('report')}"
    return f"{left} more findings. {whole}" if left > 1 else f"One more finding. {whole}" if left else whole
