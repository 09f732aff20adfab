"""`claimcheck schema`: the JSON Schema of a corpus, and of what the commands print as JSON.

Belongs here: the command alone. Does not belong here: the schemas (of a corpus `claimcheck.corpus.schema`; of JSON
the models from which it is made).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from claimcheck.cli.options import ForceOption, OutputOption


class Described(StrEnum):
    """What there is a schema of."""

    CORPUS = "corpus"
    REPORT = "report"
    COMPARE = "compare"
    LINEUP = "lineup"
    EXPLAIN = "explain"
    CHECK = "check"
    DATE = "date"


def schema(
    of: Annotated[
        Described,
        typer.Argument(metavar=f"[{'|'.join(Described)}]", help="Of a corpus file, or of a command's JSON."),
    ] = Described.CORPUS,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print the JSON Schema of a corpus, or of the JSON that a command prints.

    An editor that knows it completes keys and explains them: `claimcheck schema -o corpus.schema.json`, and at the
    top of each file `# yaml-language-server: $schema=corpus.schema.json`, as `claimcheck new` does.
    """
    from claimcheck.cli.options import Format
    from claimcheck.cli.output import destination
    from claimcheck.corpus.schema import schema_text

    to = destination(Format.JSON, output, force)
    to.write(schema_text(_schema(of)))


def _schema(of: Described) -> dict[str, Any]:
    from claimcheck.corpus.schema import corpus_schema

    if of is Described.CORPUS:
        return corpus_schema()
    from pydantic import TypeAdapter

    found = TypeAdapter(_model(of)).json_schema(mode="serialization", by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"claimcheck {of}", **found}


def _model(of: Described) -> Any:
    """The models of what a command prints."""
    from claimcheck.dates import date_json as dates
    from claimcheck.report import json_models as models

    return {
        Described.REPORT: models.ReportJson,
        Described.COMPARE: models.CompareJson | models.ChangesJson,
        Described.LINEUP: models.LineupJson,
        Described.EXPLAIN: models.ExplainJson | models.CodesJson,
        Described.CHECK: models.CheckJson,
        Described.DATE: dates.DateJson | dates.RulesJson | dates.SummaryJson,
    }[of]
