"""`claimcheck date --summary`: a column of dates on one screen, or as one JSON object.

Belongs here: the layout. Does not belong here: counting (see `claimcheck.dates.column`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from claimcheck.cli.leaving import printable
from claimcheck.dates.column import Column, Doubt, Group, column_of
from claimcheck.dates.conventions import Conventions
from claimcheck.dates.refusal_kinds import Refusal


def summed_up(lines: Iterable[str], conventions: Conventions, *, as_json: bool) -> tuple[str, int]:
    """The summary of a column, and how many of its texts cannot be read."""
    column = column_of(lines, conventions)
    return (_json(column) if as_json else "\n".join(_text(column)) + "\n"), column.refused


def _text(column: Column) -> Iterator[str]:
    distinct = f"{column.distinct:,}" if column.is_exact else f"about {column.distinct:,}"
    yield f"{column.texts:,} {'date' if column.texts == 1 else 'dates'}, {distinct} different"
    yield f"    {column.read:,} read{_share(column.read, column.texts)}"
    yield f"    {column.refused:,} refused{_share(column.refused, column.texts)}"
    if column.refusals:
        yield ""
        yield "Refused, because the text"
        yield from _groups(column.refusals)
    if column.doubts:
        yield ""
        yield "Read, and worth a second look, because the text"
        yield from _groups(column.doubts)


def _share(part: int, whole: int) -> str:
    return f", {100 * part / whole:.1f} %" if whole else ""


def _groups(groups: Mapping[Refusal, Group] | Mapping[Doubt, Group]) -> Iterator[str]:
    width = max(len(f"{group.count:,}") for group in groups.values())
    for kind, group in groups.items():
        yield f"    {group.count:>{width},}  {kind.meaning} ({kind})"
        indent = " " * (width + 6)
        sign = "=" if isinstance(kind, Refusal) else "is"
        for says in dict.fromkeys(example.says for example in group.examples):
            alike = [example for example in group.examples if example.says == says]
            yield indent + ", ".join(f"{_shown(example.text)} (line {example.line:,})" for example in alike)
            yield f"{indent}    {sign} {printable(says)}"


def _shown(text: str) -> str:
    return f"“{printable(text)}”" if text.strip() else "nothing at all"


def _json(column: Column) -> str:
    from claimcheck.dates.date_json import summary_json

    shape = summary_json(column).model_dump(by_alias=True)
    text = json.dumps(shape, ensure_ascii=False, indent=2)
    if not text.replace("\n", "").isprintable():
        text = json.dumps(shape, ensure_ascii=True, indent=2)
    return text + "\n"
