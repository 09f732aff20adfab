"""The claims of a corpus as a table with the columns of a `*.claims.csv`, which read again is the same claims.

Belongs here: that table. Does not belong here: reading it (see `claimcheck.corpus.tables`), tables of findings.
"""

from __future__ import annotations

import csv
import io
from typing import Any

from claimcheck.corpus.entries import Corpus
from claimcheck.corpus.expansion import keys_of_claim
from claimcheck.corpus.fields import CLAIM

_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@")


def claims_table(corpus: Corpus) -> tuple[str, tuple[str, ...]]:
    """The table, and the ids of claims that no row can hold: with further parts, or a date that is a mapping.

    What is only named in passing, a claimant or a source, is named again, as declaring it is for YAML. A cell that
    a spreadsheet would run begins with an apostrophe, which reading takes off.
    """
    rows: list[dict[str, str]] = []
    left_out = []
    for claim in corpus.claims.values():
        keys = keys_of_claim(claim) | {"by": [_name(corpus, id) for id in claim.by]}
        keys["in"] = _cited(corpus, claim.source, claim.locator)
        if claim.through is not None:
            keys["through"] = _cited(corpus, claim.through.source, claim.through.locator)
        keys["rests-on"] = [_cited(corpus, id, None) or id for id in claim.rests_on]
        cells = {name: _cell(value) for name, value in keys.items()}
        if "/" in claim.id or None in cells.values():
            left_out.append(claim.id)
        else:
            rows.append({"id": claim.id, **{name: cell for name, cell in cells.items() if cell}})
    columns = ["id", *(name for name in CLAIM if any(name in row for row in rows))]
    buffer = io.StringIO()
    table = csv.DictWriter(buffer, columns, restval="", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return buffer.getvalue(), tuple(left_out)


def _name(corpus: Corpus, id: str) -> str:
    claimant = corpus.claimants.get(id)
    return id if claimant is None or claimant.declared else claimant.name


def _cited(corpus: Corpus, id: str, locator: str | None) -> str:
    source = corpus.sources.get(id)
    if source is not None and source.unnamed:
        return ""
    title = id if source is None or source.declared or source.title is None else source.title
    if locator is None:
        return title
    return f"{title} {locator}" if title == id else f"{title}, {locator}"


def _cell(value: Any) -> str | None:
    if isinstance(value, list) and all(isinstance(one, str) and ";" not in one for one in value):
        return "; ".join(value)
    if isinstance(value, dict) and list(value) == ["julian-until"]:
        return f"julian-until {value['julian-until']}"
    if not isinstance(value, str) or value != value.strip():
        return None
    return f"'{value}" if value.startswith(_RUN_BY_SPREADSHEETS) else value
