"""Findings as JSON: the documented shape of every command, in a stable order.

Belongs here: shapes. Does not belong here: verdicts, wording (`says` is made by `reasons` and `sentences`). The
module is not called `json`, which is the standard library's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from claimcheck.corpus.entries import Corpus, Source
from claimcheck.corpus.stemma import relays_of
from claimcheck.dates.when import TimeSet, Unit
from claimcheck.dates.writing import iso, iso_inclusive_stop
from claimcheck.diagnostics import Diagnostic
from claimcheck.engine.examination import Examination
from claimcheck.engine.findings import Cluster, Conflict, Pair, Row, Settlement, Terminus
from claimcheck.engine.perspective import BASES, Perspective
from claimcheck.report.asking import Asking
from claimcheck.report.checking import diagnostic_json
from claimcheck.report.deciding import settlement_says
from claimcheck.report.figures import figures_json
from claimcheck.report.history import history_json
from claimcheck.report.json_steps import Json, because_json
from claimcheck.report.moments import gap_in_words
from claimcheck.report.naming import claimants_of
from claimcheck.report.questions import points_json, positions_json
from claimcheck.report.ranking import told_first
from claimcheck.report.remarks import remarks_json, silences_json
from claimcheck.report.slips import slips_json
from claimcheck.report.sourcing import sourcing_json
from claimcheck.report.standings import subject_says, terminus_says
from claimcheck.report.stemma import stemma_json
from claimcheck.report.styles import style_of_deductions
from claimcheck.report.synopsis import Account, accounts_by_question
from claimcheck.report.timelines_told import timelines_json

# JSON escapes controls below U+0020 itself. These a terminal or a reader would obey, too.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def written(value: object) -> str:
    """JSON text, indented, in UTF-8 but for characters that a terminal would obey; ends with a newline."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def perspective_json(perspective: Perspective, set_aside: Sequence[str]) -> Json:
    """From where one looks; `trust` names the bases also where nothing was said of them.

    `through` is there only where it was asked for: without it the object is that of the first format.
    """
    bases = [basis for basis in BASES if basis in perspective.bases]
    return {
        "trust": [*bases, *perspective.trusted_ids],
        "without": list(perspective.without),
        "bridges": list(perspective.bridges),
        "as_of": perspective.as_of,
        "set_aside": list(set_aside),
        **({"through": list(perspective.through)} if perspective.through else {}),
    }


def pair_json(corpus: Corpus, pair: Pair) -> Json:
    """Two claims and how they stand to each other."""
    return {
        "a": pair.a,
        "b": pair.b,
        "question": pair.question,
        "verdict": str(pair.verdict),
        "dimension": str(pair.dimension) if pair.dimension is not None else None,
        "strained": pair.strained,
        "if_bridge": [list(found) for found in pair.if_bridge],
        "unless": [list(found) for found in pair.unless],
        "gap_days": pair.gap.days if pair.gap is not None else None,
        "gap": gap_in_words(pair.gap, style_of_deductions(corpus)) if pair.gap is not None else None,
        "given": list(pair.given),
        "because": because_json(corpus, pair.because),
    }


def conflict_json(corpus: Corpus, conflict: Conflict) -> Json:
    """A minimal conflict."""
    return {
        "members": list(conflict.members),
        "given": list(conflict.given),
        "bridges": list(conflict.bridges),
        "repairs": [list(found) for found in conflict.repairs],
        "because": because_json(corpus, conflict.because),
    }


def row_json(corpus: Corpus, row: Row) -> Json:
    """One claim against the record."""
    return {
        "claim": row.claim,
        "question": row.question,
        "verdict": str(row.verdict),
        "in_part": list(row.in_part),
        "records": [{"id": id, "bearing": str(bearing)} for id, bearing in row.records],
        "independence": str(row.independence) if row.independence is not None else None,
        "relays": list(row.relays),
        "strained": row.strained,
        "if_bridge": [list(found) for found in row.if_bridge],
        "was_present": [{"claimant": who, "event": event} for who, event in row.was_present],
        "because": because_json(corpus, row.because),
    }


def cluster_json(corpus: Corpus, cluster: Cluster) -> Json:
    """A cluster of conflicts (by number, from 0, into `conflicts`) with its schools."""
    return {
        "claims": list(cluster.claims),
        "conflicts": list(cluster.conflicts),
        "schools": [
            {
                "holds": list(school.holds),
                "gives_up": list(school.gives_up),
                "against_record": list(school.against_record),
            }
            for school in cluster.schools
        ],
        "repairs": [list(found) for found in cluster.repairs],
        "settled_by": [settlement_json(corpus, found) for found in cluster.settled_by],
        "complete": cluster.complete,
    }


def settlement_json(corpus: Corpus, settlement: Settlement) -> Json:
    """A fact whose date would decide between two schools (numbers, from 0, into the cluster's)."""
    return {
        "of": {"form": settlement.subject.form, "id": settlement.subject.id},
        "says": settlement_says(corpus, settlement),
        "schools": list(settlement.schools),
        "for": [_spans(dates) for dates in (settlement.for_first, settlement.for_second)],
        "is_recorded": settlement.is_recorded,
    }


def _spans(dates: TimeSet) -> list[list[str | None]]:
    return [
        [
            iso(span.start, Unit.DAY) if span.start is not None else None,
            iso_inclusive_stop(span.stop, Unit.DAY) if span.stop is not None else None,
        ]
        for span in dates.spans
    ]


def terminus_json(corpus: Corpus, terminus: Terminus) -> Json:
    """The limits that the record leaves, ISO and inclusive at both ends, each with the chain that derives it."""
    post, ante = terminus.post_quem, terminus.ante_quem
    return {
        "question": terminus.question,
        "of": {"form": terminus.subject.form, "id": terminus.subject.id},
        "says": f"{subject_says(corpus, terminus)}: {terminus_says(corpus, terminus)}",
        "not_before": iso(post, terminus.unit) if post is not None else None,
        "not_after": iso_inclusive_stop(ante, terminus.unit) if ante is not None else None,
        "because_not_before": because_json(corpus, terminus.because_post),
        "because_not_after": because_json(corpus, terminus.because_ante),
    }


def account_json(corpus: Corpus, account: Account) -> Json:
    """One account of a question."""
    claim = account.claim
    return {
        "claim": claim.id,
        "by": list(claim.by),
        "name": claimants_of(corpus, claim),
        "says": account.says,
        "read": account.read or None,
        "hedge": claim.hedge,
        "source": claim.source,
        "at": claim.locator,
        "through": list(account.relays),
        "roots": list(account.roots),
        "file": claim.position.file,
        "line": claim.position.line,
    }


def source_json(corpus: Corpus, source: Source) -> Json:
    """One source."""
    return {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        "author": list(source.author),
        "issued": source.issued.text if source.issued is not None else None,
        "dated": source.dated.text if source.dated is not None else None,
        "opened": source.opened.text if source.opened is not None else None,
        "through": list(relays_of(corpus, source.id, is_claim=False)),
        "rests_on": list(source.rests_on),
        "independent_of": list(source.independent_of),
        "url": source.url,
    }


def compare_json(findings: Examination) -> Json:
    """What `compare` prints."""
    corpus = findings.corpus
    return {
        "schema": "claimcheck/compare/1",
        "perspective": perspective_json(findings.perspective, findings.set_aside),
        "pairs": [pair_json(corpus, pair) for pair in findings.pairs],
        "conflicts": [conflict_json(corpus, conflict) for conflict in findings.conflicts],
    }


def lineup_json(findings: Examination) -> Json:
    """What `lineup` prints."""
    corpus = findings.corpus
    return {
        "schema": "claimcheck/lineup/1",
        "perspective": perspective_json(findings.perspective, findings.set_aside),
        "rows": [row_json(corpus, row) for row in findings.rows],
    }


def report_json(findings: Examination, asking: Asking, diagnostics: Sequence[Diagnostic]) -> Json:
    """What `report` prints: everything that the other commands print, and the synopsis."""
    corpus = findings.corpus
    return {
        "schema": "claimcheck/report/1",
        "title": corpus.title,
        "perspective": perspective_json(findings.perspective, findings.set_aside),
        "complete": findings.complete,
        "findings": [
            {
                "name": told.name,
                "rank": int(told.rank),
                "headline": told.headline,
                "ground": told.ground,
                "about": [{"sort": sort, "id": id} for sort, id in told.about],
                "why": asking.why(*told.why) if told.why else None,
            }
            for told in told_first(findings)
        ],
        "synopsis": [
            {
                "question": question.id if question is not None else None,
                "ask": question.ask if question is not None else None,
                "accounts": [account_json(corpus, account) for account in accounts],
            }
            for question, accounts in findings.once(accounts_by_question)
        ],
        "positions": positions_json(findings),
        "points": points_json(findings),
        "timelines": timelines_json(findings),
        "pairs": [pair_json(corpus, pair) for pair in findings.pairs],
        "conflicts": [conflict_json(corpus, conflict) for conflict in findings.conflicts],
        "clusters": [cluster_json(corpus, cluster) for cluster in findings.clusters],
        "rows": [row_json(corpus, row) for row in findings.rows],
        "termini": [terminus_json(corpus, terminus) for terminus in findings.termini],
        "stemma": stemma_json(findings),
        "history": history_json(findings),
        "sources": [source_json(corpus, source) for source in corpus.sources.values()],
        "sourcing": sourcing_json(findings),
        "remarks": remarks_json(findings),
        "silences": silences_json(findings),
        "slips": slips_json(findings),
        "figures": figures_json(corpus),
        "diagnostics": [diagnostic_json(diagnostic) for diagnostic in diagnostics],
    }


# What each section of the report is called in the JSON of the whole.
_KEYS = {
    "issue": ("positions",),
    "findings": ("findings",),
    "questions": ("positions", "synopsis"),
    "once": ("positions",),
    "accounts": ("synopsis", "rows"),
    "points": ("points", "clusters"),
    "conflicts": ("pairs", "conflicts"),
    "limits": ("termini",),
    "remarks": ("remarks",),
    "silences": ("silences",),
    "slips": ("slips",),
    "history": ("history",),
    "stemma": ("stemma",),
    "record": ("rows",),
    "sources": ("sources",),
    "asking": ("sources", "sourcing"),
    "figures": ("figures",),
    "bridges": (),
    "perspective": (),
    "timeline": ("timelines",),
}


def only_json(report: Json, section: str) -> Json:
    """The JSON of a report with one of its sections alone, under the same heading."""
    head = ("schema", "title", "perspective", "complete")
    return {key: report[key] for key in (*head, *_KEYS[section], "diagnostics")}
