"""Small invented corpora that the tests of the reports share, and a way to examine them."""

from __future__ import annotations

from pathlib import Path

from claimcheck.corpus.reading import read_corpus
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine

NINE_LINES = """\
question: When was the bridge first crossed?
through: Town Chronicle, 1931
claims:
  Memoirs: mid-May 1901, not before @opening
  Register: late April 1901
record:
  toll-ledger: 2 May 1901
events:
  opening: 14 May 1901
"""

BRIDGED = """\
format: 1
defaults: {calendar: gregorian}
title: Two walls, or one
sources:
  almanac: {type: reference, title: The Almanac}
  annals: {type: study, title: The Annals, through: almanac}
  chronicle: {type: study, title: The Chronicle}
kinds:
  wall-built: {label: a wall is built}
  gate-built: {label: a gate is built, presupposes: wall-built}
events:
  east-wall: {label: the east wall, kinds: wall-built}
  west-wall: {label: the west wall, kinds: wall-built}
  gate:
    label: the north gate
    kinds: gate-built
    when: 1310
    record: {in: almanac p. 4, basis: documented}
questions:
  walls: {ask: "When was the first wall built?", first: wall-built}
  east: {ask: "When was the east wall built?", event: east-wall}
  west: {ask: "When was the west wall built?", event: west-wall}
  master: {ask: "Who was the master?", role: master, of: works}
claims:
  annalist-east:
    by: Hugo the annalist
    in: annals c. 12
    answers: east
    when: spring 1302
    hedge: as they say
  chronicler-west:
    by: Berta the chronicler
    in: chronicle f. 3r
    answers: west
    when: 1305
  late-first:
    by: Odo | the late
    in: chronicle f. 9v
    answers: walls
    when: 1320
    says: "No wall stood before 1320.\\nNot *one*."
  master-a: {by: Hugo the annalist, in: annals c. 13, answers: master, value: Conrad, from: "1301"}
  master-b: {by: Berta the chronicler, in: chronicle f. 4r, answers: master, value: Ulrich, from: "1304"}
bridges:
  one-wall: {says: The east and the west wall are one wall., same: [east-wall, west-wall]}
"""


def examined(folder: Path, text: str, perspective: Perspective | None = None) -> Examination:
    """The corpus of a text, written to a folder and read back without a problem, and what is found about it."""
    (folder / "corpus.yaml").write_text(text, encoding="utf-8")
    corpus, diagnostics = read_corpus(folder)
    assert [found for found in diagnostics if found.severity == "error"] == []
    return examine(corpus, perspective)
