"""The findings of a corpus on one screen: the picture of the controversy, the first findings, what to ask next.

Belongs here: choosing as many findings as fit, and the lines around them. Does not belong here: the order of
findings (see `ranking`), their wording, layout of a line (see `text`).
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.engine.examination import Examination
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Item
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.pictures.chart_text import picture_within
from claimcheck.report.ranking import Finding, ranked, told_first
from claimcheck.report.text import WIDTH, cells, item_lines, wrapped
from claimcheck.report.words.grammar import plural
from claimcheck.report.words.issue import counted

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
    """At most 23 lines at 80 columns: the picture, perspective, the first findings, and what to ask next.

    A finding has its ground with it while there is room for the headlines of four; the picture has as many rows
    as these leave room for. `banner` stands on top where the corpus has errors.
    """
    corpus = findings.corpus
    head = wrapped(banner, width) if banner else []
    seen = perspective_says(corpus, findings.perspective, findings.set_aside)
    head.extend(wrapped(seen, width) if seen else ())
    told = told_first(findings)
    foot = max(-(-cells(_foot(findings, len(told), asking)) // width), 1)
    headlines = sum(
        len(_lines(finding, number, width, styled, "")) for number, finding in enumerate(told[:_SURE], start=1)
    )
    left = HEIGHT - 1 - len(head) - 1 - foot
    picture = picture_within(findings, left - headlines, width)
    if not picture:
        picture = [_one_line(corpus.title or name, width), *wrapped(counted(findings), width)]
    body = _fitting(told, left - len(picture), width, styled)
    lines = [line for drawn in body for line in drawn]
    return "\n".join([*head, *picture, "", *lines, _foot(findings, len(body), asking)]) + "\n"


def _one_line(title: str, width: int) -> str:
    lines = wrapped(title, width - 2)
    return lines[0] if len(lines) == 1 else f"{lines[0]} …"


_SURE = 4  # findings of which the headlines come before the ground of any


def _fitting(told: Sequence[Finding], room: int, width: int, styled: bool) -> list[list[str]]:
    """The findings that fit, in their order, each as its lines; the first in any case."""
    whole = [list(_lines(finding, number, width, styled)) for number, finding in enumerate(told, start=1)]
    brief = [list(_lines(finding, number, width, styled, "")) for number, finding in enumerate(told, start=1)]
    chosen: list[list[str]] = []
    for number in range(len(told)):
        sure = sum(map(len, brief[number + 1 : _SURE]))
        left = room - sum(map(len, chosen))
        if len(whole[number]) + sure <= left:
            chosen.append(whole[number])
        elif len(brief[number]) <= left or not chosen:
            chosen.append(brief[number])
        else:
            break
    return chosen


def _lines(finding: Finding, number: int, width: int, styled: bool, ground: str | None = None) -> Sequence[str]:
    text = finding.ground if ground is None else ground
    return list(item_lines(Item(text, head=finding.headline), f"{number} ", width, styled))


def _foot(findings: Examination, shown: int, asking: Asking) -> str:
    found, questions = len(ranked(findings)), len(findings.positions)
    if not found:
        return f"Nothing to report. The whole: {asking.command('report')}"
    more = [plural(found - shown, "more finding")] if found > shown else []
    more += [plural(questions, "question")] if questions > 1 else []
    return f"{', '.join(more) or 'The whole report'}: {asking.command('report')}"
