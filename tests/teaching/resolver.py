"""A second way to every answer: solves tasks from the corpus, by code that is not the generator's.

Belongs here: interval arithmetic of its own on dates as read, walks of its own along sources, reckoning of its
own, and the engine's verdicts asked anew. Does not belong here: anything of `claimcheck.teaching` but the tasks,
which it takes as data.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

from claimcheck.corpus.entries import Claim, Corpus, Dated, Record
from claimcheck.dates.calendars import add_months
from claimcheck.dates.when import AllOf, Date, Edge, Point, Relation, Window
from claimcheck.engine.examination import Examination
from claimcheck.engine.perspective import Perspective
from claimcheck.examine import examine
from claimcheck.teaching.items import Choice, ItemType, Matching, Ordering, Task

DAY = 86_400
Spans = list[tuple[int, int]]
EVER: Spans = [(-(10**15), 10**15)]


class Cannot(Exception):
    """The task cannot be solved in this second way."""


class Resolver:
    """A corpus, looked at anew."""

    def __init__(self, corpus: Corpus, found: Examination | None = None) -> None:
        """`found` is an examination that is there already; without it every pair is looked at by itself."""
        self.corpus = corpus
        self.perspective = Perspective()
        self.is_shared = found is not None
        self.found: Examination = found or examine(corpus, self.perspective)
        self.verdicts: dict[tuple[str, str], str] = {}
        self.records = {record.id: record for event in corpus.events.values() for record in event.records}

    # ----------------------------------------------------------------------------------------------- dates

    def spans(self, dated: Dated | None, *, wide: bool = False) -> Spans:
        """The stretches of time that a date leaves, in seconds, half-open."""
        if dated is None or len(dated.when.readings) != 1:
            raise Cannot("several readings")
        return self._spans(dated.when.readings[0].date, wide)

    def _spans(self, when: Date, wide: bool) -> Spans:
        if isinstance(when, Window):
            chosen = when.wide if wide else when.narrow
            return [
                (EVER[0][0] if s.start is None else s.start, EVER[0][1] if s.stop is None else s.stop)
                for s in chosen.spans
            ]
        if isinstance(when, AllOf):
            left = EVER
            for part in when.parts:
                left = meet(left, self._spans(part, wide))
            return left
        if isinstance(when, Relation):
            first = when.wide_earliest if wide else when.earliest
            last = when.wide_latest if wide else when.latest
            start = EVER[0][0] if first is None else self._edge(first, is_first=True)
            stop = EVER[0][1] if last is None else self._edge(last, is_first=False)
            return [(start, stop)] if start < stop else []
        raise Cannot("open choices")

    def _edge(self, point: Point, *, is_first: bool) -> int:
        """The earliest (or latest) that a point counted from an anchor can be, in whole days if that is."""
        anchor = self.anchor(point.anchor)
        if len(anchor) != 1 or EVER[0][0] in anchor[0] or EVER[0][1] in anchor[0]:
            raise Cannot("an anchor without limits")
        start, stop = anchor[0]
        # What counts from the start may start on any day of the anchor, what counts from the end end on any.
        first_day, last_day = start // DAY, (stop - 1) // DAY
        day = first_day if is_first else last_day
        if point.edge in (Edge.START, Edge.END):
            if point.months or point.weekday is not None:
                raise Cannot("months from an instant")
            if point.seconds:
                raise Cannot("hours from an instant")
            if start % DAY or stop % DAY:  # an anchor that is dated by the hour
                return (start if is_first else stop) + point.days * DAY
            return (day + point.days + (0 if is_first else 1)) * DAY
        if point.edge in (Edge.FIRST_DAY, Edge.LAST_DAY, Edge.NEXT_DAY):
            moved = day + (1 if point.edge is Edge.NEXT_DAY else 0)
            if point.months:
                moved = add_months(point.calendar, moved, point.months)
            moved += point.days
            if point.weekday is not None or point.seconds:
                raise Cannot("weekdays")
            return moved * DAY
        raise Cannot("calendar months of an anchor")

    def anchor(self, event: str) -> Spans:
        """When the record puts an event that a date counts from."""
        dated = [r for r in self.records.values() if r.event == event and r.when is not None]
        if len(dated) != 1:
            raise Cannot("an anchor with no record, or several")
        return self.spans(dated[0].when)

    def record_spans(self, event: str, *, wide: bool = False) -> Spans:
        """When the one record of an event puts it."""
        (record,) = (r for r in self.records.values() if r.event == event)
        return self.spans(record.when, wide=wide)

    def claim_spans(self, id: str, *, wide: bool = False, question: str | None = None) -> Spans:
        """When a claim puts what it answers."""
        claim = self.corpus.claims[id]
        for statement in claim.statements:
            if question is None or statement.question == question:
                return self.spans(statement.when, wide=wide)
        raise Cannot("no answer")

    # ----------------------------------------------------------------------------------------------- tasks

    def solve(self, task: Task) -> tuple[int, ...]:
        """The right numbers of a closed task, as its key should have them; every other answer is refuted."""
        return {
            ItemType.DATE: self._date,
            ItemType.MATCH: self._match,
            ItemType.SEQUENCE: self._sequence,
            ItemType.VIEW: self._view,
            ItemType.STYLES: self._date,
            ItemType.CONTEXT: self._context,
            ItemType.TERMINUS: self._terminus,
            ItemType.VOICES: self._voices,
            ItemType.MISPRINT: self._misprint,
            ItemType.SETTLE: self._settle,
            ItemType.QUESTION: self._question,
            ItemType.CORROBORATION: self._chart,
            ItemType.INDEPENDENCE: self._independence,
            ItemType.CONFLICT: self._conflict,
            ItemType.FIGURE: self._figure,
            ItemType.AS_OF: self._as_of,
        }[task.type](task)

    def _date(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Choice)
        (claim,) = task.about
        narrow, wide = self.claim_spans(claim), self.claim_spans(claim, wide=True)
        options = [parsed(option.ref) for option in task.answer.options]
        right = [n for n, option in enumerate(options) if option == narrow]
        assert all(not meet(option, wide) for n, option in enumerate(options) if n not in right), "not refuted"
        return one(right)

    def _match(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Matching)
        options = [parsed(option.ref) for option in task.answer.options]
        chosen: list[int] = []
        for prompt in task.answer.prompts:
            narrow, wide = self.claim_spans(prompt.ref), self.claim_spans(prompt.ref, wide=True)
            fit = [n for n, option in enumerate(options) if option == narrow]
            assert all(not meet(option, wide) for n, option in enumerate(options) if n not in fit), "not refuted"
            chosen += one(fit)
        assert len(set(chosen)) == len(chosen)
        return tuple(chosen)

    def _sequence(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Ordering)
        spans = [self.record_spans(entry.ref, wide=True) for entry in task.answer.options]
        order = sorted(range(len(spans)), key=lambda n: spans[n][0])
        for earlier, later in pairwise(order):
            assert spans[earlier][-1][1] <= spans[later][0][0], "not certainly in this order"
        return tuple(order)

    def _view(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Choice)
        (asked,) = task.about
        question = self.corpus.claims[asked].statements[0].question
        narrow, wide = self.claim_spans(asked), self.claim_spans(asked, wide=True)
        right = []
        for place, option in enumerate(task.answer.options):
            people = set(option.ref.split("+"))
            theirs = [c for c in self.claims() if set(c.by or (c.id,)) == people]
            assert theirs, "an option that nobody is"
            on_it = [c for c in theirs if any(s.question == question for s in c.statements)]
            if any(self._says(c.id, question, narrow) for c in on_it):
                right.append(place)
            else:
                for claim in on_it:
                    assert not meet(self.claim_spans(claim.id, wide=True, question=question), wide), "not refuted"
        return one(right)

    def _says(self, id: str, question: str | None, narrow: Spans) -> bool:
        try:
            return self.claim_spans(id, question=question) == narrow
        except Cannot:
            return False

    def claims(self) -> list[Claim]:
        """The claims in view."""
        present = {row.claim for row in self.found.rows}
        return [claim for claim in self.corpus.claims.values() if claim.id in present]

    def _context(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Matching)
        (claim,) = task.about
        own = self.claim_spans(claim, wide=True)
        labels = [option.ref for option in task.answer.options]
        chosen = []
        for prompt in task.answer.prompts:
            spans = self.record_spans(prompt.ref, wide=True)
            is_before, is_after = spans[-1][1] <= own[0][0], spans[0][0] >= own[-1][1]
            assert is_before != is_after, "not certainly before or after"
            chosen.append(labels.index("before" if is_before else "after"))
        return tuple(chosen)

    def _terminus(self, task: Task) -> tuple[int, ...]:
        """The limit that is keyed holds, and the engine knows it; the others do not follow."""
        assert isinstance(task.answer, Choice)
        (question,) = task.about
        (found,) = (one for one in self.found.termini if one.question == question)
        sides = {"not before": found.post_quem, "not after": found.ante_quem}
        return one(
            [
                n
                for n, option in enumerate(task.answer.options)
                if option.ref == "limit" and sides[" ".join(option.text.split()[:2])] is not None
            ]
        )

    def _voices(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Choice)
        roots: set[str] = set()
        for id in task.about[1:]:
            claim = self.corpus.claims[id]
            behind = claim.rests_on or (claim.source,)
            for first in behind:
                source = self.corpus.claims[first].source if first in self.corpus.claims else first
                roots |= {one for one in self._behind(source) if not self.corpus.sources[one].rests_on}
        return one([n for n, option in enumerate(task.answer.options) if int(option.ref) == len(roots)])

    def _misprint(self, task: Task) -> tuple[int, ...]:
        """By figures alone: which of the slips turns the one date into the other."""
        assert isinstance(task.answer, Choice)
        days = [date.fromordinal(self.claim_spans(id)[0][0] // DAY) for id in task.about]
        return one([n for n, option in enumerate(task.answer.options) if _slipped(option.ref, *days)])

    def _settle(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Choice)
        a, b = task.about
        assert self._verdict(a, b) == "contradicts"
        standings = {row.claim: str(row.verdict) for row in self.found.rows}
        assert "contradicted" not in (standings[a], standings[b])
        return one([n for n, option in enumerate(task.answer.options) if option.ref == "witness"])

    def _question(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Matching)
        labels = [option.ref for option in task.answer.options]
        chosen = []
        for prompt in task.answer.prompts:
            a, b = prompt.ref.split("+")
            first, second = (self.corpus.claims[id].statements[0].question for id in (a, b))
            verdict = self._verdict(a, b)
            if first == second:
                chosen.append(labels.index("same"))
            else:
                chosen.append(labels.index("across" if verdict == "contradicts" else "different"))
        return tuple(chosen)

    def _verdict(self, a: str, b: str) -> str:
        """How two claims stand, in a corpus that has no other claims but those that theirs lean on."""
        known = self.verdicts.get((a, b))
        if known is None:
            known = self.verdicts[(a, b)] = self._examined(a, b)
        return known

    def _examined(self, a: str, b: str) -> str:
        kept = {a, b}
        while True:
            lean = {id for c in kept for id in self.corpus.claims[c].given if id in self.corpus.claims}
            if lean <= kept:
                break
            kept |= lean
        claims = {id: claim for id, claim in self.corpus.claims.items() if id in kept}
        pairs = (
            self.found.pairs
            if self.is_shared
            else examine(self.corpus.model_copy(update={"claims": claims}), self.perspective).pairs
        )
        for pair in pairs:
            if {pair.a, pair.b} == {a, b}:
                return str(pair.verdict)
        return "different-questions"

    def _chart(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Matching)
        labels = [option.ref for option in task.answer.options]
        means = {"agrees": "agree", "contradicts": "differ", "differs-in-time": "succession"}
        chosen = []
        for prompt in task.answer.prompts:
            ids = prompt.ref.split("+")
            if len(ids) == 2:
                chosen.append(labels.index(means[self._verdict(*ids)]))
                continue
            (question,) = {s.question for s in self.corpus.claims[ids[0]].statements}
            answering = [c.id for c in self.claims() if any(s.question == question for s in c.statements)]
            assert answering == ids, "others answer as well"
            chosen.append(labels.index("only"))
        return tuple(chosen)

    def _independence(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Matching)
        labels = [option.ref for option in task.answer.options]
        chosen = []
        for prompt in task.answer.prompts:
            a, b = prompt.ref.split("+")
            if self._behind(a) & self._behind(b):
                chosen.append(labels.index("dependent"))
            elif b in self.corpus.sources[a].independent_of or a in self.corpus.sources[b].independent_of:
                chosen.append(labels.index("stated"))
            else:
                chosen.append(labels.index("not-shown"))
        return tuple(chosen)

    def _behind(self, source: str) -> set[str]:
        found = {source}
        for other in self.corpus.sources[source].rests_on:
            found |= self._behind(other)
        return found

    def _conflict(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Choice)
        found = {frozenset(c.members) for c in self.found.conflicts if not c.bridges}
        found |= {frozenset((p.a, p.b)) for p in self.found.pairs if str(p.verdict) == "contradicts"}
        right = []
        for place, option in enumerate(task.answer.options):
            members = frozenset(option.ref.split("+"))
            if any(conflict <= members for conflict in found):
                right.append(place)
        return one(right)

    def _figure(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Choice)
        (about,) = task.about
        given: dict[str, list[str]] = {}
        for field, text in self.corpus.figures[about.rpartition("#")[0]].numbers:
            given.setdefault(field, []).append(text.replace(",", ""))
        number = {field: Decimal(texts[0]) for field, texts in given.items() if field != "terms"}
        if "part" in given:
            places = len(given["percent"][0].partition(".")[2]) if "percent" in given else 2
            exact = number["part"] * 100 / number["whole"]
            value = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        elif "terms" in given:
            value = sum((Decimal(text) for text in given["terms"]), Decimal(0))
        else:
            value = number["minuend"] - number["subtrahend"]
        return one([n for n, o in enumerate(task.answer.options) if Fraction(o.ref) == Fraction(value)])

    def _as_of(self, task: Task) -> tuple[int, ...]:
        assert isinstance(task.answer, Choice)
        claim, year = task.about
        seen = self.found.as_of(int(year))
        (row,) = (row for row in seen.rows if row.claim == claim)
        return one([n for n, option in enumerate(task.answer.options) if option.ref == str(row.verdict)])


def meet(a: Spans, b: Spans) -> Spans:
    """What two sets of time share."""
    shared = [(max(x[0], y[0]), min(x[1], y[1])) for x in a for y in b]
    return sorted(span for span in shared if span[0] < span[1])


def parsed(ref: str) -> Spans:
    """The spans that an option's machine form names."""
    return [(int(start), int(stop)) for start, stop in (span.split(":") for span in ref.split("|"))]


def one(found: list[int]) -> tuple[int, ...]:
    """The sole answer; more or fewer are a fault of the item."""
    assert len(found) == 1, f"{len(found)} right answers"
    return (found[0],)


def _slipped(kind: str, a: date, b: date) -> bool:
    """Whether a slip of this kind turns the one day into the other, by its figures."""
    months = abs((a.year - b.year) * 12 + a.month - b.month)
    same = (a.year == b.year, a.month == b.month, a.day == b.day)
    match kind:
        case "neighbouring-month":
            return months == 1 and same[2]
        case "neighbouring-year":
            return abs(a.year - b.year) == 1 and same[1:] == (True, True)
        case "day-and-month-exchanged":
            return same[0] and (a.day, a.month) == (b.month, b.day)
        case "calendar-offset":
            return abs((a - b).days) == 10 + sum(a.year > year for year in (1699, 1799, 1899))
    fields = [(x, y) for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day)) if x != y]
    if len(fields) != 1:
        return False
    one_, other = map(str, fields[0])
    if kind == "digits-transposed":
        return sorted(one_) == sorted(other)
    if kind == "digit-lost":
        return abs(len(one_) - len(other)) == 1
    return kind == "digit-misread" and len(one_) == len(other)


__all__ = ["Cannot", "Record", "Resolver", "meet", "parsed"]
