"""Random small corpora in the file syntax, with all that exercises are made of: sources, figures, silence, years.

Belongs here: drawing such a corpus from a seed. Does not belong here: what is right in it (see `resolver`).
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

MONTHS = ("January", "March", "May", "August", "October", "December")
ANCHORS = ("market", "flood")
HOSTILE = (
    "~ = # { } : -> \\ \\n",
    "10:30, or {T}; %50% of it -> all",
    "=SUM(A1:A9)",
    "line one\n\n      line two",
    "«Лето 1912» – “so”, 'so' & \"so\" <b>so</b>",
    "// not a comment $CATEGORY: top",
    "{{Front}} `code` *bold* | cell",
)


def taught_corpus(seed: int, hostile: bool = False) -> str:
    """A corpus of four to nine claims. `hostile` puts into its texts what formats trip over."""
    draw = Random(seed)
    lines = ["format: 1", f"title: {_text(draw, 'The bridge and the ferry', hostile)}"]
    lines += [
        "background: The river had a ferry, and then a bridge. OWN WORDS of the editor.",
        "plain: The river had a ferry. Then it had a bridge.",
        "terms: {ferry: a boat that goes to and fro}",
    ]
    people = [f"p{number}" for number in range(draw.randint(3, 5))]
    lines.append("claimants:")
    for number, id in enumerate(people):
        name = _text(draw, ("Anna Ode", "Boris Luk", "Clara Ny", "Dan Oak", "Eva Pil")[number], hostile, 0.3)
        took = draw.choice(("yes", "no", ""))
        lines += [
            f"  {id}:",
            f"    name: {name}",
            "    who: somebody of the town",
            *([f"    participant: {took}"] if took else []),
        ]
    lines += ["  p8: {name: Gus Wren}", "  p9: {name: Hal Yew, who: a miller}"]
    sources = [f"s{number}" for number in range(len(people))]
    lines.append("sources:")
    for number, id in enumerate(sources):
        lines += _source(draw, id, people[number], sources[:number])
    lines += [
        "  s8: {author: p8, type: study, title: Book of the bridge, issued: 1950}",
        "  s9: {author: p9, type: study, title: Book of bridges, issued: 1960, rests-on: s8}",
        "  annals:",
        "    type: archival",
        "    title: Annals of the town",
        f"    opened: {draw.randint(1912, 1990)}",
        "    covers: {when: 1905/1915, kinds: crossing}",
        "kinds:",
        "  crossing: {label: somebody crosses the river}",
        "  repair: {label: the bridge is repaired, presupposes: crossing}",
        "events:",
    ]
    for event in (*ANCHORS, "opening", "fire", "repaired"):
        lines += _event(draw, event)
    lines += [
        "questions:",
        f"  first-crossing: {{ask: {_text(draw, 'When was the river first crossed?', hostile)}, first: crossing,",
        "    plain: When did somebody first cross?}",
        "  when-opened: {ask: When was the bridge opened?, event: opening, plain: When did it open?}",
        "  whether-repaired: {ask: Was the bridge ever repaired?, whether: repair}",
        "  keeper: {ask: Who kept the bridge?, role: keeper, of: opening}",
        "claims:",
    ]
    for number in range(draw.randint(4, 9)):
        lines += _claim(draw, f"c{number}", draw.randrange(len(people)), hostile)
    lines += _misprinted(draw, len(people)) + _in_another_style(draw) + _two_sides(draw)
    lines += ["figures:"]
    for number in range(draw.randint(1, 3)):
        lines += _figure(draw, f"f{number}", hostile)
    return "\n".join(lines) + "\n"


def _text(draw: Random, text: str, hostile: bool, chance: float = 0.8) -> str:
    """A text in double quotes, with something hostile in it where that is wanted."""
    if hostile and draw.random() < chance:
        text = f"{text} {draw.choice(HOSTILE)}" if draw.random() < 0.7 else f"{draw.choice(HOSTILE)} {text}"
    said = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{said}"'


def _source(draw: Random, id: str, author: str, earlier: Sequence[str]) -> list[str]:
    lines = [f"  {id}:", f"    author: {author}", f"    type: {draw.choice(('memoir', 'study', 'press'))}"]
    if draw.random() < 0.7:
        lines.append(f"    title: Book number {id[1:]}")
    if draw.random() < 0.75:
        lines.append(f"    issued: {draw.randint(1911, 1999)}")
    if draw.random() < 0.3:
        lines.append(f"    dated: {draw.randint(1, 28)} {draw.choice(MONTHS)} {draw.randint(1910, 1913)}")
    if earlier and draw.random() < 0.45:
        lines.append(f"    rests-on: {draw.choice(earlier)}")
    elif earlier and draw.random() < 0.3:
        lines.append(f"    independent-of: {draw.choice(earlier)}")
    if earlier and draw.random() < 0.3:
        lines.append(f"    through: {draw.choice(earlier)}")
    return lines


def _event(draw: Random, event: str) -> list[str]:
    kinds = {"opening": "crossing", "repaired": "repair"}.get(event)
    lines = [f"  {event}:", f"    label: the {event} of the year", f"    plain: the {event}"]
    if event == "repaired" and draw.random() < 0.7:
        lines.append("    after: opening")
    if kinds:
        lines.append(f"    kinds: {kinds}")
    if draw.random() < 0.75:
        when = _day(draw)
        if event not in ANCHORS and draw.random() < 0.35:
            when = draw.choice((f"the day after @{draw.choice(ANCHORS)}", f"3 days after @{draw.choice(ANCHORS)}"))
        basis = draw.choice(("documented", "narrated"))
        lines.append(f'    record: {{in: {draw.choice(("s0", "s1", "annals"))}, basis: {basis}, when: "{when}"}}')
    return lines


def _day(draw: Random) -> str:
    return f"{draw.randint(1, 28)} {draw.choice(MONTHS)} {draw.randint(1910, 1912)}"


def _when(draw: Random) -> str:
    month, year = draw.choice(MONTHS), draw.randint(1910, 1912)
    return draw.choice(
        (
            _day(draw),
            f"{draw.choice(('early', 'mid', 'late'))} {month} {year}",
            f"{draw.choice(('early', 'late'))} {year}",
            f"{month} {year}",
            f"c. {draw.randint(1, 28)} {month} {year}",
            f"{year}",
            f"the eve of @{draw.choice(ANCHORS)}",
            f"2 days after @{draw.choice(ANCHORS)}",
            f"{month} {year}, not before @{draw.choice(ANCHORS)}",
            f"before @{draw.choice(ANCHORS)}",
            f"{draw.choice(('evening', 'morning'))} of {_day(draw)}",
        )
    )


def _claim(draw: Random, id: str, person: int, hostile: bool) -> list[str]:
    number = draw.randint(1, 999)
    lines = [f"  {id}:", f"    in: s{person} p. {draw.randint(1, 99)}"]
    if draw.random() < 0.7:
        lines.append(
            f"    retold: {' '.join(f'Page {number} tells of the river and of the town.' for _ in range(5))}"
        )
    form = draw.choice(("first-crossing", "first-crossing", "when-opened", "when-opened", "keeper", "whether"))
    if form == "keeper":
        lines += ["    answers: keeper", f"    value: {draw.choice(('Odo', 'Suger'))}"]
        if draw.random() < 0.8:
            lines.append(f'    from: "{draw.choice((_day(draw), "@market", "@flood"))}"')
    elif form == "whether":
        lines += ["    answers: whether-repaired", f"    value: {draw.choice(('yes', 'no'))}"]
        if draw.random() < 0.5:
            lines.append(f'    when: "{_when(draw)}"')
    else:
        lines += [f"    answers: {form}", f'    when: "{_when(draw)}"']
        if draw.random() < 0.1:
            lines.append("    stance: denies")
    if draw.random() < 0.5:
        lines.append(f"    says: {_text(draw, f'So it was, says the book of page {number}.', hostile)}")
    if draw.random() < 0.7:
        lines.append(f"    plain: {_text(draw, f'It was so, page {number}.', hostile)}")
    if draw.random() < 0.15:
        lines.append("    hedge: perhaps")
    return lines


def _misprinted(draw: Random, people: int) -> list[str]:
    """Two claims whose days are one slip apart."""
    day, month, year = draw.randint(13, 27), draw.choice(MONTHS), draw.randint(1910, 1912)
    slip = draw.choice(
        (f"{day} {month} {year + 1}", f"{day % 10 or 1} {month} {year}", f"{day} {month} {year - 10}")
    )
    first, second = draw.sample(range(people), 2)
    return [
        f"  m0: {{in: s{first} p. 7, answers: when-opened, when: {day} {month} {year}}}",
        f"  m1: {{in: s{second} p. 8, answers: when-opened, when: {slip}}}",
    ]


def _two_sides(draw: Random) -> list[str]:
    """Five accounts of five people on two days, each with a passage; sometimes."""
    if draw.random() < 0.5:
        return []
    passage = " ".join(["On that day, it says here, the bridge was opened."] * 5)
    first, second = f"{draw.randint(1, 28)} May 1912", f"{draw.randint(1, 28)} October 1912"
    return [
        f"  e{source}: {{in: s{source} p. 3, answers: when-opened, when: {when}, plain: It was in {when}.,\n"
        f'    says: The bridge was opened then., retold: "{passage}"}}'
        for source, when in ((0, first), (8, first), (9, first), (1, second), (2, second))
    ]


def _in_another_style(draw: Random) -> list[str]:
    """A claim that dates by the old calendar."""
    when = f"{draw.randint(1, 28)} {draw.choice(MONTHS)} {draw.randint(1910, 1912)}"
    return [f"  j0: {{in: s0 p. 9, answers: first-crossing, calendar: julian, when: {when}}}"]


def _figure(draw: Random, id: str, hostile: bool) -> list[str]:
    whole = draw.randint(200, 9999)
    part = draw.randint(1, whole)
    off = draw.choice((0, 0, 2, 11))
    lines = [f"  {id}:", f"    says: {_text(draw, 'So many of so many crossed.', hostile)}"]
    form = draw.choice(("percent", "sum", "difference", "none"))
    if form == "sum":
        return [*lines, f"    terms: [{part}, {whole}]", f"    sum: {part + whole + off}"]
    if form == "difference":
        return [
            *lines,
            f"    minuend: {whole}",
            f"    subtrahend: {part}",
            f"    difference: {whole - part + off}",
        ]
    lines += [f"    part: {part}", f"    whole: {whole}"]
    if form == "percent":
        lines.append(f'    percent: "{part * 100 / whole + off / 10:.1f}"')
    return lines
