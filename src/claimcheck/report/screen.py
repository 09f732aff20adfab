"""What fits a screen: the findings of a corpus with its picture; `explain`, `compare` and `lineup` in few lines.

Belongs here: which findings and rows fit, accounts of one answer in one, and the lines around them. Does not
belong here: the order of findings (see `ranking`), names and sentences (see `words`), layout of a line (see
`text`), the whole with every chain (see `explaining` and `document`).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, product, zip_longest

from claimcheck.dates.wording import Brief
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Pair, Standing, Verdict
from claimcheck.report.ask_why import Asking
from claimcheck.report.blocks import Chain, Item
from claimcheck.report.pictures.chart_text import picture_within
from claimcheck.report.ranking import Finding, told_one_by_one
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.text import WIDTH, block_lines, cells, item_lines, visible, wrapped
from claimcheck.report.words import names
from claimcheck.report.words.answers import answer
from claimcheck.report.words.dates import as_read
from claimcheck.report.words.findings import says
from claimcheck.report.words.grammar import capital, plural, quoted, sentence
from claimcheck.report.words.issue import counted, perspective_says
from claimcheck.report.words.moments import gap_in_words, range_in_words
from claimcheck.report.words.proofs import told
from claimcheck.report.words.standing import STANDING_WORDS, deciding, standing_says

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


# `explain`, `compare` and `lineup`: the whole in few lines, everything else counted.

EXPLAINED, GATHERED = 40, 120  # lines at most: of one account, and of a comparison or a line-up
_REFUTED = (Standing.CONTRADICTED, Standing.CONTESTED, Standing.INCONSISTENT)
_MOST_STEPS = 14  # lines of what bears an account out

Line = tuple[str, ...]


def explained_briefly(findings: Examination, id: str) -> str:
    """One account: what it says, its standing with the deciding proof, and who is at odds with it."""
    corpus = findings.corpus
    claim = corpus.claims[id]
    matter = names.matter(corpus, id)
    asked, said = (f"{matter}: " if matter else ""), answer(findings, id)
    head = f"{names.claimants(corpus, id)}, {asked}{said}" if said != "never" else says(findings, id)
    lines = wrapped(capital(head), WIDTH)[:2]
    wording = wrapped(quoted(claim.quote or claim.says or ""), WIDTH, "  ", "  ")
    lines += wording if (claim.quote or claim.says) and len(wording) <= 4 else []
    for row in findings.rows_of((id,)):
        lines += [
            "",
            *wrapped(f"{STANDING_WORDS[row.verdict].upper()}. {standing_says(findings, row)}", WIDTH),
            "",
        ]
        proof = list(block_lines(Chain("", told(corpus, row.because))))[1:]
        if row.verdict in _REFUTED or (
            len(proof) <= _MOST_STEPS and row.verdict in (Standing.CORROBORATED, Standing.CORROBORATED_IN_PART)
        ):
            lines += [*proof, ""]
    pairs = findings.pairs_of((id,))
    against = [pair for pair in pairs if pair.verdict is Verdict.CONTRADICTS]
    supposed = [pair for pair in pairs if pair.verdict is not Verdict.CONTRADICTS and pair.if_bridge]
    others = names.who(corpus, (_other(pair, id) for pair in supposed))
    foot = wrapped(f"Under a bridge also with {others}.", WIDTH) if supposed else []
    foot.append("Everything, with every chain: --all")
    if not against:
        return _text([*lines[: EXPLAINED - len(foot)], *foot])
    body = _all_rivals(findings, id, against, EXPLAINED - len(lines) - len(foot) - 1)
    return _text([*lines, f"AT ODDS WITH {plural(len(against), 'account')}", *body, *foot])


def _all_rivals(findings: Examination, id: str, pairs: Sequence[Pair], room: int) -> list[str]:
    """Everybody at odds with an account: in a table, or question by question where that is too long.

    Where they are so many that their names alone are too long, the first of each question and how many more.
    """
    rows = _rivals(findings, id, pairs, len(pairs))
    table = [line for row in in_columns(rows, (22, 26, 18, 8)) for line in row]
    if len(table) <= room:
        return table
    by_matter: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_matter.setdefault(names.matter(findings.corpus, _other(pair, id)) or "by denying it", []).append(pair)
    for most, is_measured in ((len(pairs), True), (len(pairs), False), (3, False), (1, False)):
        told: dict[str, list[str]] = {}
        for matter, some in by_matter.items():
            who = names.who(findings.corpus, (_other(pair, id) for pair in some), most)
            gap = _gaps(findings, some) if is_measured else "–"
            told.setdefault(f"{who}{f' ({gap})' if gap != '–' else ''}", []).append(matter)
        said = "; ".join(f"{' / '.join(matters)}: {who}" for who, matters in told.items())
        lines = wrapped(sentence(said), WIDTH, "  ", "  ")
        if len(lines) <= room:
            return lines
    return [*lines[: room - 1], f"  … and {plural(len(lines) - room + 1, 'more line')}"]


def _rivals(findings: Examination, id: str, pairs: Sequence[Pair], most: int) -> list[Line]:
    """Those at odds with an account, of one answer to one question together, with how far apart they are."""
    corpus = findings.corpus
    found: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        other = corpus.claims[_other(pair, id)]
        matter = names.matter(corpus, other.id)
        is_denial = id in other.disputes and not other.statements
        found.setdefault((matter, "" if is_denial else _answer(findings, other.id)), []).append(pair)
    rows: list[Line] = []
    matters = list(dict.fromkeys(matter for matter, _ in found))
    for matter, said in sorted(found, key=lambda key: matters.index(key[0])):
        some = found[matter, said]
        others = [_other(pair, id) for pair in some]
        denied = "denies it" if names.say(corpus, others) == "says" else "deny it"
        rows.append((matter, said or denied, names.who(corpus, others, most), _gaps(findings, some)))
    return rows


def _once(rows: Sequence[Line]) -> list[Line]:
    """Rows of which the first cell is said where it changes."""
    return [(("" if n and rows[n - 1][0] == row[0] else row[0]), *row[1:]) for n, row in enumerate(rows)]


def _answer(findings: Examination, id: str) -> str:
    """What one account answers, a date of days or years in few letters."""
    claim = findings.corpus.claims[id]
    said = answer(findings, id)
    dated = claim.statements[0].when if claim.statements and not claim.statements[0].value else None
    left = findings.placed(id) if dated is not None and claim.stance != "denies" else None
    if dated is None or left is None or claim.statements[0].none:
        return said
    if "@" in (dated.read or dated.text) and said != as_read(findings, dated, 0, claim):
        return said  # what counts from another event is said by that event
    style = style_of_deductions(findings.corpus)
    mark = said[-5:] if said.endswith((" o.s.", " n.s.")) else ""
    short = f"{Brief(style, is_short=True).say(left.narrow)}{mark}"
    return min(short, said, key=cells)


def _gaps(findings: Examination, pairs: Iterable[Pair]) -> str:
    """How far apart the accounts of some pairs are: "a day", "1 to 12 days"; a dash where nothing can be named."""
    gaps = sorted(
        (pair.gap for pair in pairs if pair.gap is not None), key=lambda gap: (gap.days, gap.first - gap.last)
    )
    style = style_of_deductions(findings.corpus)
    return range_in_words(*(gap_in_words(gap, style) for gap in (gaps[0], gaps[-1]))) if gaps else "–"


def lineup_briefly(findings: Examination, name: str, banner: str = "") -> str:
    """Every account against the record, grouped by its standing, with the record that decides."""
    corpus = findings.corpus

    def sections(most: int) -> Iterator[_Part]:
        for is_slip, standing in product((False, True), Standing):
            rows = [
                row
                for row in findings.rows
                if row.verdict is standing and corpus.claims[row.claim].misprint == is_slip
            ]
            found: dict[tuple[str, str, str], list[str]] = {}
            for row in rows:
                key = names.matter(corpus, row.claim), _answer(findings, row.claim), deciding(findings, row)
                found.setdefault(key, []).append(row.claim)
            body = [(matter, said, names.who(corpus, ids, most), by) for (matter, said, by), ids in found.items()]
            if body:
                held = "HELD TO BE A MISPRINT; " if is_slip else ""
                heading = f"{held}{STANDING_WORDS[standing].upper()} ({len(rows)})"
                yield heading, in_columns(_once(body), (18, 20, 17, 20))

    return _shared(_head(findings, name, banner), sections, "Every record that bears on each: --all")


def compared_briefly(findings: Examination, name: str, banner: str = "") -> str:
    """Who cannot be right together, question by question; accounts of one answer together, with the gaps."""
    corpus = findings.corpus
    lines = _head(findings, name, banner)
    against = [pair for pair in findings.pairs if pair.verdict is Verdict.CONTRADICTS]
    groups: dict[tuple[bool, str | None], list[Pair]] = {}
    for pair in against:
        is_slip = corpus.claims[pair.a].misprint or corpus.claims[pair.b].misprint
        groups.setdefault((is_slip, pair.question), []).append(pair)
    slips = sum(len(pairs) for (is_slip, _), pairs in groups.items() if is_slip)
    more = f"; {slips} more with a misprint" if slips else ""
    lines += ["", f"CANNOT BOTH BE TRUE: {plural(len(against) - slips, 'pair')}{more}"]

    def sections(most: int) -> Iterator[_Part]:
        for (is_slip, question), pairs in sorted(groups.items(), key=lambda group: group[0][0]):
            asked = names.asked(corpus, question) if question is not None else "Across the questions:"
            body: list[Line] = []
            left = list(pairs)
            while left:
                times = Counter(id for pair in left for id in (pair.a, pair.b))
                hub = max(times, key=times.__getitem__)
                spokes = [pair for pair in left if hub in (pair.a, pair.b)]
                left = [pair for pair in left if hub not in (pair.a, pair.b)]
                body.append((_answer(findings, hub), names.who(corpus, (hub,)), ""))
                body += [(f"  {row[1]}", row[2], row[3]) for row in _rivals(findings, hub, spokes, most)]
            count = f"{plural(len(pairs), 'pair')}{' with what is held to be a misprint' if is_slip else ''}"
            yield f"{asked} {count}", in_columns(body, (36, 28, 10))

    return _shared(lines, sections, "Every pair and conflict, with its chain: --all")


# Layout.


def _head(findings: Examination, name: str, banner: str) -> list[str]:
    corpus = findings.corpus
    seen = perspective_says(corpus, findings.perspective, findings.set_aside)
    texts = [banner, corpus.title or name, seen]
    return [line for text in texts if text for line in wrapped(text, WIDTH)]


_Part = tuple[str, list[list[str]]]  # a heading, and the rows under it, each in lines
_FEW = 2  # names in a cell where all would be too long


def _shared(head: list[str], made: Callable[[int], Iterable[_Part]], foot: str) -> str:
    """The sections that are made, with everybody's name if there is room; failing that, each its share of it."""
    for most in (sys.maxsize, _FEW):
        sections = [(["", *wrapped(heading, WIDTH)], body) for heading, body in made(most)]
        room = GATHERED - len(head) - 1
        if sum(len(top) + sum(map(len, body)) for top, body in sections) <= room:
            break
    lines = list(head)
    for number, (top, body) in enumerate(sections):
        needed = sum(min(len(other), 3) + 2 for _, other in sections[number + 1 :])
        share = room - len(top) - needed
        if share < 1:
            lines += ["", sentence(f"{plural(len(sections) - number, 'group')} more")]
            break
        part = _rows_within(body, share)
        lines += [*top, *part]
        room -= len(top) + len(part)
    return _text([*lines[: GATHERED - 1], foot])


def _rows_within(body: list[list[str]], room: int) -> list[str]:
    """As many rows as there is room for, and how many more there are."""
    if sum(map(len, body)) <= room:
        return [line for row in body for line in row]
    kept: list[str] = []
    for number, row in enumerate(body):
        if len(kept) + len(row) >= room:
            return [*kept, f"  … and {len(body) - number} more"]
        kept += row
    return kept


def in_columns(rows: Iterable[Line], widths: Sequence[int]) -> list[list[str]]:
    """Rows in columns, each as its lines: nothing is cut, what is too long for its column goes on below.

    The columns share the room of `widths`: each has what it needs if that leaves the others theirs.
    """
    drawn = list(rows)
    fitted = [max((cells(visible(row[place])) for row in drawn), default=0) for place in range(len(widths))]
    while sum(fitted) > sum(widths):
        fitted[max(range(len(fitted)), key=lambda place: fitted[place] - widths[place])] -= 1
    found = []
    for row in drawn:
        texts = [_within(text, width) for text, width in zip(row, fitted, strict=True)]
        lines = zip_longest(*texts, fillvalue="")
        found.append(["  " + " ".join(map(_padded, line, fitted)).rstrip() for line in lines])
    return found


def _within(text: str, width: int) -> list[str]:
    """The lines of a cell, further in than its first."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    return wrapped(text, width, indent, f"{indent} ") if text.strip() else []


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _text(lines: Iterable[str]) -> str:
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _other(pair: Pair, id: str) -> str:
    return pair.b if pair.a == id else pair.a
