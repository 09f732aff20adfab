"""The findings of a corpus on one screen: the picture of the controversy, the first findings, what to ask next.

Belongs here: choosing as many findings as fit, and the lines around them. Does not belong here: the order of
findings (see `ranking`), their wording, layout of a line (see `text`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from claimcheck.engine.examination import Examination
from claimcheck.report.asking import Asking
from claimcheck.report.blocks import Item
from claimcheck.report.perspectives import perspective_says
from claimcheck.report.pictures.chart_text import picture_within
from claimcheck.report.ranking import Finding, told_one_by_one
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
    told = told_one_by_one(findings)
    sure = list(islice(told, _SURE))
    foot = _foot(findings, bool(sure), asking)
    headlines = sum(
        len(_lines(finding, number, width, styled, "")) for number, finding in enumerate(sure, start=1)
    )
    left = HEIGHT - 1 - len(head) - 1 - max(-(-cells(foot) // width), 1)
    picture = picture_within(findings, left - headlines, width)
    if not picture:
        picture = [_one_line(corpus.title or name, width), *wrapped(counted(findings), width)]
    lines = _fitting(sure, told, left - len(picture), width, styled)
    return "\n".join([*head, *picture, "", *lines, foot]) + "\n"


def _one_line(title: str, width: int) -> str:
    lines = wrapped(title, width - 2)
    return lines[0] if len(lines) == 1 else f"{lines[0]} …"


_SURE = 4  # findings of which the headlines come before the ground of any


def _fitting(sure: Sequence[Finding], others: Iterator[Finding], room: int, width: int, styled: bool) -> list[str]:
    """The lines of the findings that fit, in their order; of the first in any case."""
    headlines = [len(_lines(finding, number, width, styled, "")) for number, finding in enumerate(sure, start=1)]
    chosen: list[str] = []
    for number, finding in enumerate(chain(sure, others)):
        left = room - len(chosen)
        whole, brief = (_lines(finding, number + 1, width, styled, ground) for ground in (None, ""))
        if len(whole) + sum(headlines[number + 1 :]) <= left:
            chosen.extend(whole)
        elif len(brief) <= left or not chosen:
            chosen.extend(brief)
        else:
            break
        if len(chosen) >= room:
            break  # no other is looked for
    return chosen


def _lines(finding: Finding, number: int, width: int, styled: bool, ground: str | None = None) -> Sequence[str]:
    text = finding.ground if ground is None else ground
    return list(item_lines(Item(text, head=finding.headline), f"{number} ", width, styled))


def _foot(findings: Examination, is_any: bool, asking: Asking) -> str:
    if not is_any:
        return f"Nothing to report. The whole: {asking.command('report')}"
    questions = len(findings.positions)
    on = f", {plural(questions, 'question')}" if questions > 1 else ""
    return f"The whole report{on}: {asking.command('report')}"
