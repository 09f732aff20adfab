"""Whatever a corpus is made up of, it is read, examined and written without a fault: a short run."""

from __future__ import annotations

from random import Random

import pytest

from fuzzing import WRITERS, put_through, tried

SHORT = 240
# What the long run found once: in the stemma a claim that names no source but how it came, dates in a list in
# JSON, an id made of a quote, the limits of a year whose last month has no day 31, an anchor's record that
# is itself among those that bear on a claim, a date in a thousand million years (counted by months),
# a misprint that answers a question without naming it (it had no sign in the picture).
FOUND = (
    "question: When?\nsources: {s: {}}\nclaims: {a: {through: s p. 3, when: 1204}, b: {in: s, when: 1205}}\n",
    "question: When?\nclaims:\n  a:\n    when: 1204\n    or-when:\n    - AD 79\n    - 120X\n",
    'question: When?\nclaims: {a: {by: "\'", when: 1204}}\n',
    "question: When?\ndefaults: {calendar: islamic}\nclaims: {a: {when: 560}}\nrecord: {b: {when: 561, in: B}}\n",
    "events:\n  a: {when: 44 BC, record: R}\n  b: {when: before @a, record: R}\n"
    "  c: {when: 1203 or 1205, record: R}\n"
    "claims: {one: {when: 1200/1210, event: b}}\nbridges: {x: {from: c, to: a, takes: 7 days}}\n",
    "question: When?\nsources: {s: {issued: 3 May 1204}}\nclaims: {a: {in: s p. 1, when: Y17E8}}\n",
    "questions: {who: {ask: Who?, role: builder, of: bridge}}\nclaims:\n"
    "  a: {role: builder, of: bridge, value: B, when: 3 May 1204, in: x p. 2}\n"
    "  b: {role: builder, of: bridge, value: B, when: 3 May 1204, in: y p. 2, misprint: yes}\n",
)


@pytest.mark.parametrize("start", range(0, SHORT, 40))
def test_a_corpus_made_up_from_a_number_has_no_fault(start: int) -> None:
    for number in range(start, start + 40):
        tried(number)


@pytest.mark.parametrize("text", FOUND)
def test_what_was_found_once_stays_mended(text: str) -> None:
    put_through({"corpus.yaml": text.encode()}, Random(1), list(WRITERS))
