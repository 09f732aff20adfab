"""Writes the tables of keys in docs/format.md from the table of fields that the reader itself uses.

python docs/make_key_tables.py
"""

from __future__ import annotations

import re
from pathlib import Path

from claimcheck.corpus.fields import CSL, DEFAULTS, RECORD, SECTIONS, Field, Shape

PAGE = Path(__file__).parent / "format.md"
_TABLES = {**SECTIONS, "records": RECORD, "defaults": DEFAULTS}
_WORDS = {
    Shape.TEXT: "text",
    Shape.TEXTS: "one text or a list",
    Shape.FLAG: "yes or no",
    Shape.ID: "an id of",
    Shape.IDS: "one id or a list, of",
    Shape.NAMES: "one or a list",
    Shape.DATE: "date",
    Shape.DATES: "date, or a list",
    Shape.CITATION: "source and locator",
    Shape.ANSWERS: "question, or a mapping",
    Shape.PARTS: "a part, or a list",
    Shape.RECORDS: "record, or a list",
    Shape.COVERAGE: "period, mapping or list",
    Shape.DURATION: "length of time",
    Shape.PAIRS: "mapping",
    Shape.CALENDAR: "calendar",
    Shape.YEAR_STYLE: "day",
}


def table(section: str) -> str:
    """The keys of a section as a Markdown table."""
    fields = [field for name, field in _TABLES[section].items() if not (section == "sources" and name in CSL)]
    rows = [f"| `{field.name}` | {_value(field)} | {field.summary} |" for field in fields]
    if section == "sources":
        rows.append(
            "| CSL variables | one text or a list | `publisher`, `container-title`, `DOI` …, kept as text |"
        )
    return "\n".join(["| key | value | |", "|---|---|---|", *rows])


def _value(field: Field) -> str:
    if field.words:
        return ", ".join(f"`{word}`" for word in field.words)
    word = _WORDS[field.shape]
    return f"{word} {' or '.join(field.targets)}" if field.shape in (Shape.ID, Shape.IDS) else word


def with_tables(text: str) -> str:
    """The page with every table made anew."""
    return re.sub(
        r"<!-- keys: (\w+) -->\n.*?<!-- end -->",
        lambda match: f"<!-- keys: {match[1]} -->\n{table(match[1])}\n<!-- end -->",
        text,
        flags=re.DOTALL,
    )


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
