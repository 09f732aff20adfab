"""A checker of proofs that knows nothing of the engine: each step is translated on its own and decided with z3.

Belongs here: what a stated step means, from the entry that it cites as it stands in the file (its dates read by
`claimcheck.dates`) and from nothing else; that each deduction follows from exactly the steps that it cites, that
leaving out any of them breaks it, and that the last steps clash. Does not belong here: anything of the engine.
Steps come as plain attributes (role, id, other, relation, bound, clash, follows).

Instants are real numbers of seconds; nothing lasts no time. What the calendar makes of a moment, and dates of many
spans, are added where a model goes against them, until there is none or it goes against nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import Any

import z3

from claimcheck.corpus.entries import Claim, Corpus, Dated, Record, Statement
from claimcheck.dates.relations import counts_from_start, least_and_most, move
from claimcheck.dates.when import DAY, AllOf, Date, Edge, OneOf, Point, Relation, Span, TimeSet, Window

Term = Any  # a z3.ArithRef
Truth = Any  # a z3.BoolRef
Lemma = Callable[[Callable[[Term], Fraction]], list[Truth]]
Steps = Sequence[Any]

STATED = ("claim", "record", "given", "kind", "order", "bridge")
MANY = 12
PATIENCE = 300  # rounds of lemmas


class NotChecked(Exception):
    """A form of statement that the checker does not know."""


class InDays(NotChecked):
    """A conclusion that follows from a relation at best as it is taken for days, which the checker does not do."""


def faults_of(corpus: Corpus, steps: Steps, closest: bool = False) -> list[str]:
    """What is wrong with a proof that some members cannot all hold, or of what is so if they do; empty if it is
    one. Of limits see `faults_of_limit`. `closest`: a limit that says less than follows is a fault as well."""
    _begin_anew()
    found = list(_faults_of_form(steps, ("clash", "conclusion"))) or _faults_of_steps(corpus, steps)
    return found or (list(_faults_of_distance(corpus, steps)) if closest else [])


def _begin_anew() -> None:
    """A context of its own for each proof: in a shared one z3's models, and so what can be decided within its
    patience, hang on which proofs were checked before."""
    z3.z3._main_ctx = None


def _faults_of_distance(corpus: Corpus, steps: Steps) -> Iterator[str]:
    for number, step in enumerate(steps):
        if (
            step.role == "deduction"
            and step.bound.edge != "case"
            and not _follows(corpus, steps, step.follows, None)
        ):
            away = 1 if step.bound.is_lower else -1
            closer = replace(step.bound, instant=step.bound.instant + away, strict=False)
            if _follows(corpus, steps, step.follows, replace(step, bound=closer)):
                yield f"{number + 1}: a closer limit follows from what it cites"


def faults_of_limit(corpus: Corpus, steps: Steps) -> list[str]:
    """The same of a proof that ends in a limit."""
    _begin_anew()
    return list(_faults_of_form(steps, ("deduction",))) or _faults_of_steps(corpus, steps)


def _faults_of_steps(corpus: Corpus, steps: Steps) -> list[str]:
    return [
        f"{number + 1}: {fault}"
        for number, step in enumerate(steps)
        for fault in _faults_of_step(corpus, steps, number, step)
    ]


def _faults_of_form(steps: Steps, ends: tuple[str, ...]) -> Iterator[str]:
    if not steps or steps[-1].role not in ends:
        yield f"it does not end in a {' or '.join(ends)}"
        return
    cited = {number for step in steps for number in step.follows}
    concluded = {step.id for step in steps if step.role == "conclusion"}
    for number, step in enumerate(steps[:-1]):
        is_meant = step.role == "claim" and step.id in concluded
        if number not in cited and step.role not in ("clash", "conclusion") and not is_meant:
            yield f"{number + 1} is cited nowhere"
        if any(one >= number for one in step.follows):
            yield f"{number + 1} cites what comes after it"
        if (step.role in STATED and step.follows) or (step.role not in STATED and not step.follows):
            yield f"{number + 1} follows from nothing, or is stated and follows"
    for number, step in enumerate(steps):
        if step.role == "clash" and step.clash == "cases":
            continue
        supposed = _suppositions(steps, number)
        if len({steps[one].follows for one in supposed}) < len(supposed):
            yield f"{number + 1} rests on two of the cases of one choice"


def _suppositions(steps: Steps, number: int) -> set[int]:
    step = steps[number]
    if step.role == "case":
        return {number}
    if step.role == "clash" and step.clash == "cases":
        return set()
    return {one for cited in step.follows for one in _suppositions(steps, cited)}


def _faults_of_step(corpus: Corpus, steps: Steps, number: int, step: Any) -> Iterator[str]:
    if step.role == "clash" and step.clash == "cases":
        yield from _faults_of_cases(corpus, steps, number, step)
        return
    if step.role == "clash" and step.clash == "dispute":
        one, other = (steps[number].id for number in step.follows) if len(step.follows) == 2 else ("", "")
        disputes = {id: corpus.claims[id].disputes if id in corpus.claims else () for id in (one, other)}
        if one in disputes[other] or other in disputes[one]:
            return  # what is denied is the claim, whatever it says
        if any(_says_the_same(corpus, a, id) for a, b in ((one, other), (other, one)) for id in disputes[b]):
            return  # or what another says of the same date, however wide
    if step.role not in ("deduction", "clash", "conclusion"):
        return
    cited = list(step.follows)
    if step.role == "clash" and step.clash == "dates":
        if len(cited) != 2 or any(steps[one].bound is None for one in cited):
            yield "two limits do not clash here"
            return
        upper, lower = sorted((steps[one].bound for one in cited), key=lambda bound: bound.is_lower)
        if (upper.subject, upper.edge, upper.other, upper.other_edge) != (
            lower.subject,
            lower.edge,
            lower.other,
            lower.other_edge,
        ) or (upper.is_lower, lower.is_lower) != (False, True):
            yield "the two limits are not of one thing"
            return
    denied = step if step.role in ("deduction", "conclusion") else None
    if not _follows(corpus, steps, cited, denied):
        yield "it does not follow from what it cites"
        return
    for left_out in cited:
        without = [one for one in cited if one != left_out]
        if _are_rivals(corpus, steps, cited, left_out):  # of records that disagree one holds: they stand together
            event = steps[left_out].other
            without = [one for one in cited if steps[one].role != "given" or steps[one].other != event]
        try:
            if _follows(corpus, steps, without, denied):
                yield f"it follows without {left_out + 1}"
        except InDays:
            pass  # literally it does not


def _faults_of_cases(corpus: Corpus, steps: Steps, number: int, step: Any) -> Iterator[str]:
    ends = list(step.follows)
    cases = [max(s for s in _suppositions(steps, end) if _is_last_open(steps, s, end)) for end in ends]
    if len({steps[one].follows for one in cases}) != 1:
        yield "the cases are not of one choice"
        return
    world = World(corpus, steps, steps[cases[0]].follows)
    if any(steps[one].bound is None for one in cases):
        raise NotChecked("a case that is no limit")
    if world.is_possible(z3.And([z3.Not(world.bounded(steps[one].bound)) for one in cases])):
        yield "the cases are not all there are"


def _is_last_open(steps: Steps, supposed: int, end: int) -> bool:
    return supposed < end


def _follows(corpus: Corpus, steps: Steps, cited: Sequence[int], denied: Any) -> bool:
    """Whether a step follows from the cited ones; without one, whether these cannot all be."""
    if denied is not None and denied.role == "conclusion":
        return _is_concluded(corpus, steps, cited, denied)
    world = World(corpus, steps, cited)
    return not world.is_possible(z3.Not(world.bounded(denied.bound)) if denied is not None else z3.BoolVal(True))


# Conclusions.


def _is_concluded(corpus: Corpus, steps: Steps, cited: Sequence[int], step: Any) -> bool:
    """Whether it is as a claim says, or as far as that, or after another, if the cited steps are true: a set
    entails what cannot fail beside it."""
    claim = corpus.claims[step.id]
    wide = next(one.wide for one in steps if (one.role, one.id, one.relation) == ("claim", claim.id, None))

    def entailed(denial: Callable[[World], Truth | None], before: Callable[[World], None] | None = None) -> bool:
        world = World(corpus, steps, cited, before)
        world.wide = wide
        denied = denial(world)
        return denied is not None and not world.is_possible(denied)

    def entailed_or_in_days(statement: Statement, name: str) -> bool:
        found = entailed(*_denial(corpus, statement, name))
        if not found and any(
            dated is not None and _is_related(dated) for dated in (statement.when, statement.start)
        ):
            raise InDays("a relation taken for days")
        return found

    if step.relation == "after":
        return entailed(lambda world: world.not_in_order(claim.id, step.other))
    if claim.stance != "asserts":
        raise NotChecked("a conclusion about a denial")
    numbers = step.parts or range(len(claim.statements) + len(claim.disputes))
    names = [] if step.relation == "as-said" else step.relation.split()
    if not names and any(number >= len(claim.statements) for number in numbers):
        meant = [id for n, id in enumerate(claim.disputes) if claim.statements or n in numbers]
        for other in meant:
            if not entailed(lambda world: z3.BoolVal(True), lambda world, id=other: world.suppose_said(id)):  # type: ignore[misc]
                return False
    said = [claim.statements[number] for number in numbers if number < len(claim.statements)]
    if not names:
        return all(entailed_or_in_days(statement, "") for statement in said)
    return all(
        any(
            entailed(*_denial(corpus, statement, ""))
            or (_applies(name, statement) and entailed_or_in_days(statement, name))
            for statement in said
        )
        for name in names
    )


Denial = tuple[Callable[["World"], "Truth | None"], "Callable[[World], None] | None"]


def _is_related(dated: Dated) -> bool:
    """Whether a date counts from an event: of such a one days may be meant."""
    return "@" in (dated.read or dated.text)


def _applies(name: str, statement: Statement) -> bool:
    return (name == "value") == bool(statement.value)


def _denial(corpus: Corpus, statement: Statement, name: str) -> Denial:
    """What denies a statement, or what of it is weaker; and what has to be supposed for that."""
    question = corpus.questions.get(statement.question or "")
    date = _date(statement.when, 0) if statement.when is not None else None
    role = statement.role or (question.role if question is not None else None)
    if role is not None and statement.value:
        of = (statement.of if statement.role is not None else question.of if question is not None else None) or ""
        return (lambda world: world.no_such_value(statement, role, of, name == "value")), None
    kind, none = None, statement.none
    if question is not None and question.whether is not None and statement.value:
        is_no = statement.value[0].strip().casefold() in ("no", "false", "нет")
        kind, none = (None, question.whether) if is_no else (question.whether, None)
    if none is not None:
        return _some(none, date)
    form, id = _target_of(statement, question, kind)
    assert form is not None and id is not None
    if date is None and statement.not_when is not None and not name:
        return _some(id, _date(statement.not_when, 0), form)
    if name in ("none-before", "none-after") and not isinstance(date, Window):
        raise NotChecked("half of a choice of dates")
    if name == "none-before":
        assert isinstance(date, Window) and date.narrow.start is not None
        return _some(id, _window(Span(None, date.narrow.start)))
    if name == "none-after":
        assert isinstance(date, Window) and date.narrow.stop is not None
        return _some(id, _window(Span(date.narrow.stop, None)))
    if name:
        form, date = ("kind" if form in ("first", "last") else form), _half(date, name)
    return (lambda world: world.not_so(form, id, statement, date, name)), None


def _some(id: str, date: Date | None, form: str = "kind") -> Denial:
    """That there was some of a kind at a date, or an event, or a first."""
    return (lambda world: z3.BoolVal(True)), (lambda world: world.suppose_some(form, id, date))


def _window(narrow: Span, wide: Span | None = None) -> Window:
    return Window(TimeSet((narrow,)), TimeSet((wide or narrow,)))


def _half(date: Date | None, name: str) -> Date | None:
    """A date without its lower limits, or without its upper ones."""
    if name not in ("not-later", "not-earlier") or date is None:
        return date if name != "existence" else None
    is_upper = name == "not-later"
    match date:
        case Relation():
            none = {"earliest": None, "wide_earliest": None} if is_upper else {"latest": None, "wide_latest": None}
            return replace(date, **none)  # type: ignore[arg-type]
        case AllOf(parts):
            return AllOf(tuple(half for part in parts if (half := _half(part, name)) is not None))
        case Window():
            spans = [Span(None, w.stop) if is_upper else Span(w.start, None) for w in (date.narrow, date.wide)]
            return _window(*spans)
    raise NotChecked("half of a choice of dates")


def _on_day(point: Point, edge: Term, at: Fraction, from_start: bool) -> tuple[Truth, int]:
    """That an edge lies on the day of a moment, and where a point that is counted from it lies then."""
    if from_start:
        low = floor(at) // DAY * DAY
        return z3.And(edge >= low, edge < low + DAY), move(point, low)
    high = -(-ceil(at) // DAY) * DAY
    return z3.And(edge > high - DAY, edge <= high), move(point, high)


def _are_rivals(corpus: Corpus, steps: Steps, cited: Sequence[int], number: int) -> bool:
    """Whether a given date is one of several of its event that cannot all be right."""
    alike = [one for one in cited if steps[one].role == "given" and steps[one].other == steps[number].other]
    if steps[number].role != "given" or len(alike) < 2:
        return False
    return World(corpus, steps, [*alike, *(one for one in cited if steps[one].role == "bridge")]).has_rivals


Thing = tuple["Stretch", set[str], str, Any]


class Stretch:
    """What a date is said of: something with a start and an end, or one of these alone."""

    def __init__(self, start: Term | None, end: Term | None) -> None:
        self.start: Any = start
        self.end: Any = end

    def begins_from(self, limit: Any) -> Truth:
        return self.start >= limit if self.start is not None else self.end > limit

    def over_by(self, limit: Any) -> Truth:
        return self.end <= limit if self.end is not None else self.start < limit


class World:
    """What some steps say together, and nothing else."""

    def __init__(
        self,
        corpus: Corpus,
        steps: Steps,
        cited: Sequence[int],
        before: Callable[[World], None] | None = None,
    ) -> None:
        self.wide = True
        self.corpus = corpus
        self.solver = z3.Solver()
        self.lemmas: list[Lemma] = []
        self.stands: dict[str, str] = {}
        self.things: list[Thing] = []  # what is asserted, its kinds, by which event, and if what
        self.points: dict[Point, Term] = {}
        self.anchored: list[tuple[Point, Term, Term, bool]] = []  # those that the calendar moves, day by day
        self.values: list[dict[str, Any]] = []
        self.spoken: set[tuple[str, str, Any]] = set()
        self.guard: Any = None  # if what, what is said now stands
        self.implications: list[tuple[Any, Truth]] = []
        self.is_of: list[tuple[str, str]] = []
        self.broader: list[tuple[str, str]] = []
        self.needs: list[tuple[str, str]] = []
        self.permanent: set[str] = set()
        self.limits: list[tuple[str, str, Date | None, Any]] = []
        self.disputes: list[tuple[str, str]] = []
        chosen = [steps[number] for number in cited]
        for step in chosen:
            if step.role == "bridge":
                self._merge(corpus.bridges[step.id])
        for step in chosen:
            self._structure(step)
        full = {(s.role, s.id) for s in chosen if s.role in ("claim", "record") and s.relation != "disputes"}
        behind: dict[tuple[str, str], Any] = {}
        for number in cited:
            if steps[number].role in ("deduction", "case"):
                for one in _premises(steps, number):
                    premise = steps[one]
                    if premise.role in ("claim", "record") and premise.relation != "disputes":
                        behind[premise.role, premise.id] = premise
        for step in chosen:
            if step.role in ("claim", "record") and (step.role, step.id) in full:
                self._state(step, True)
        for name, premise in behind.items():
            if name not in full:
                self._state(premise, False)
        self.has_rivals = False
        self._give_all([step for step in chosen if step.role == "given"])
        for step in chosen:
            if step.role == "order":
                self._order(step.other, step.id)
            elif step.role in ("deduction", "case") and step.bound is not None:
                self.solver.add(self.bounded(step.bound))
                for subject in (step.bound.subject, step.bound.other):
                    if subject is not None and subject.form in ("first", "last"):
                        self._speak(subject.form, subject.id)
            elif step.role == "claim" and step.relation == "disputes":
                self.disputes.append((step.id, step.other))
        for step in chosen:
            if step.role == "bridge":
                self._tie(corpus.bridges[step.id], step.wide)
        if before is not None:
            before(self)
        self._conclude()

    # What is denied of a conclusion.

    def suppose_some(self, form: str, id: str, date: Date | None) -> None:
        """That there was some of a kind, or an event or a first, overlapping a date."""
        some = self._lasting("supposed") if form == "kind" else self._target(form, id)
        event = self.stand(id) if form == "event" else ""
        self.things.append((some, set() if event else {id}, event, None))
        if date is not None:
            self.solver.add(z3.Not(self.outside(some, date)))

    def suppose_said(self, id: str) -> None:
        """That it is as another claim says, whose dates are not widened."""
        wide, self.wide = self.wide, False
        claim = self.corpus.claims[id]
        for number, statement in enumerate(claim.statements):
            dated = statement.when or statement.start
            self._say(claim, number, statement, (dated, 0) if dated is not None else None, True)
        self.wide = wide

    def not_so(self, form: str, id: str, statement: Statement, date: Date | None, name: str) -> Truth | None:
        """That what is asserted was not at the date, or not beside what is excluded; None if nobody asserts it."""
        if form in ("first", "last"):
            if not self._spoken_of("kind", id, self.all_things):
                return None
            stretches = [self._target(form, id)]
            self._bound_all(id)
        else:
            named = statement.event if form == "kind" and not name else None
            where = ("event", named) if named is not None else (form, id)
            stretches = [stretch for stretch, _ in self._spoken_of(*where, self.all_things)]
        if not stretches:
            return None
        denied: list[Truth] = []
        for stretch in stretches:
            ways: list[Truth] = []
            if date is not None and statement.extent == "throughout" and not name and statement.when is not None:
                ways.append(z3.Not(self._lasts(stretch, statement.when, 0, self.wide)))
            elif date is not None:
                ways.append(z3.Not(self.within(stretch, date, self.wide)))
            if statement.not_when is not None and not name:
                ways.append(z3.Not(self.outside(stretch, _date(statement.not_when, 0))))
            denied.append(z3.Or(ways))
        return z3.And(denied)

    def _bound_all(self, kind: str) -> None:
        for stretch, guard in self._spoken_of("kind", kind, self.all_things):
            self.guard = guard
            self._bound_by_first_and_last(stretch, kind)
        self.guard = None

    def no_such_value(self, statement: Statement, role: str, of: str, is_only: bool) -> Truth | None:
        """That nobody states the value, or not from then on; None if nobody states it."""
        same = [
            value
            for value in self.values
            if (value["role"], value["of"], value["what"]) == (role, self.stand(of), _words(statement.value))
            and not value.get("denied")
        ]
        if not same:
            return None
        dated = statement.start or statement.when
        if is_only or any("start" not in value for value in same):
            return z3.BoolVal(False)
        if dated is None:
            return None
        if statement.start is None:
            raise NotChecked("a value at a date")
        date = _date(dated, 0)
        ways: list[Truth] = []
        for value in same:
            if "stated" in value and statement.start is not None and _same(value["stated"], date):
                ways.append(z3.BoolVal(True))
            elif "end" not in value:
                ways.append(self.within(Stretch(value["start"], None), date, self.wide))
        return z3.Not(z3.Or(ways))

    def not_in_order(self, later: str, earlier: str) -> Truth | None:
        """That no value of one claim is over, or has begun, before one of another begins."""
        pairs = [
            x["end"] <= y["start"] if "end" in x else x["start"] < y["start"]
            for x in self.values
            for y in self.values
            if (x["owner"], y["owner"]) == (earlier, later) and "start" in x and "start" in y
        ]
        return z3.Not(z3.Or(pairs)) if pairs else None

    # Deciding.

    def is_possible(self, beside: Truth) -> bool:
        """Whether all can hold beside something else."""
        self.solver.push()
        self.solver.add(beside)
        try:
            for _ in range(PATIENCE):
                if self.solver.check() == z3.unsat:
                    return False
                model = self.solver.model()

                def value(term: Term, model: z3.ModelRef = model) -> Fraction:
                    found = model.eval(term, model_completion=True)
                    return Fraction(found.numerator_as_long(), found.denominator_as_long())

                new = [lemma for make in self.lemmas for lemma in make(value)]
                if not new or self._is_possible_nearby(value):
                    return True
                self.solver.add(*new)
            raise NotChecked("no end of lemmas")
        finally:
            self.solver.pop()

    def _is_possible_nearby(self, value: Callable[[Term], Fraction]) -> bool:
        """Whether all can hold with every anchor on the day on which a model has it."""
        if not self.anchored:
            return False
        self.solver.push()
        try:
            for point, node, edge, from_start in self.anchored:
                within, inside = _on_day(point, edge, value(edge), from_start)
                self.solver.add(within, node == inside)
            for _ in range(20):
                if self.solver.check() == z3.unsat:
                    return False
                model = self.solver.model()

                def found(term: Term, model: z3.ModelRef = model) -> Fraction:
                    number = model.eval(term, model_completion=True)
                    return Fraction(number.numerator_as_long(), number.denominator_as_long())

                new = [lemma for make in self.lemmas for lemma in make(found)]
                if not new:
                    return True
                self.solver.add(*new)
            return False
        finally:
            self.solver.pop()

    # Nodes.

    def stand(self, event: str) -> str:
        while event in self.stands:
            event = self.stands[event]
        return event

    def event(self, event: str) -> Stretch:
        return self._lasting(f"event {self.stand(event)}")

    def _lasting(self, name: str) -> Stretch:
        start, end = z3.Real(f"{name} start"), z3.Real(f"{name} end")
        self.solver.add(start < end)
        return Stretch(start, end)

    def first(self, kind: str) -> Stretch:
        return Stretch(z3.Real(f"first {kind}"), None)

    def last(self, kind: str) -> Stretch:
        return Stretch(None, z3.Real(f"last {kind}"))

    def bounded(self, bound: Any) -> Truth:
        """A told limit as it stands."""
        if bound.edge == "case":
            holds = z3.Bool(f"{bound.subject.form} {bound.subject.id}")
            return z3.Not(holds) if bound.is_lower else holds
        here = self._edge(bound.subject, bound.edge)
        there: Any = self._edge(bound.other, bound.other_edge) if bound.other is not None else z3.RealVal(0)
        far = here - there
        if bound.is_lower:
            return far > bound.instant if bound.strict else far >= bound.instant
        return far < bound.instant if bound.strict else far <= bound.instant

    def _edge(self, subject: Any, edge: str) -> Term:
        if subject.form in ("first", "last"):
            return z3.Real(f"{subject.form} {subject.id}")
        if subject.form == "granted":
            return z3.Real(f"value bridge {subject.id} {'end' if edge == 'value-end' else 'start'}")
        if subject.form == "value":
            return z3.Real(f"value {subject.id} {'end' if edge == 'value-end' else 'start'}")
        name = f"event {self.stand(subject.id)}" if subject.form == "event" else f"some {subject.id}"
        stretch = self._lasting(name)
        return stretch.end if edge == "end" else stretch.start

    def node(self, point: Point) -> Term:
        """Where a point lies that is counted from an event."""
        anchor = self.event(point.anchor)
        from_start = counts_from_start(point.edge)
        edge = anchor.start if from_start else anchor.end
        if point.is_plain(Edge.START) or point.is_plain(Edge.END):
            return edge
        if point not in self.points:
            node = self.points[point] = z3.Real(f"point {len(self.points)}")
            least, most = least_and_most(point)
            self.solver.add(node - edge >= least, node - edge <= most)
            if point.months or point.edge not in (Edge.START, Edge.END):
                self.anchored.append((point, node, edge, from_start))
            self.lemmas.append(lambda value: self._calendar(value, point, node, edge, from_start))
        return self.points[point]

    def _calendar(
        self, value: Callable[[Term], Fraction], point: Point, node: Term, edge: Term, from_start: bool
    ) -> list[Truth]:
        at, here = value(edge), value(node)
        day = floor(at) // DAY if from_start else -(-ceil(at) // DAY) - 1
        low, high = day * DAY, (day + 1) * DAY
        if point.edge in (Edge.START, Edge.END) and not point.months and point.weekday is None:
            shift = point.days * DAY + point.seconds
            return [] if here == at + shift else [node == edge + shift]
        if point.edge in (Edge.START, Edge.END) and not point.months:
            raise NotChecked("a weekday counted from an instant")
        inside = move(point, low if from_start else high)
        if here == inside:
            return []
        while move(point, low - DAY if from_start else low) == inside:
            low -= DAY
        while move(point, high if from_start else high + DAY) == inside:
            high += DAY
        within = z3.And(edge >= low, edge < high) if from_start else z3.And(edge > low, edge <= high)
        before = edge < high if from_start else edge <= high
        after = edge >= low if from_start else edge > low
        return [
            z3.Implies(within, node == inside),
            z3.Implies(before, node <= inside),
            z3.Implies(after, node >= inside),
        ]

    # Dates.

    def within(self, stretch: Stretch, date: Date, wide: bool) -> Truth:
        match date:
            case Window():
                return self._in_spans(stretch, date.wide if wide else date.narrow)
            case Relation():
                low, high = (date.wide_earliest, date.wide_latest) if wide else (date.earliest, date.latest)
                held = [stretch.begins_from(self.node(low))] if low is not None else []
                held += [stretch.over_by(self.node(high))] if high is not None else []
                return z3.And(held)
            case AllOf():
                return z3.And([self.within(stretch, part, wide) for part in date.parts])
            case OneOf():
                return z3.Or([self.within(stretch, part, wide) for part in date.parts])

    def _in_spans(self, stretch: Stretch, when: TimeSet) -> Truth:
        if not when.spans:
            return z3.BoolVal(False)
        held: list[Truth] = []
        if when.start is not None:
            held.append(stretch.begins_from(when.start))
        if when.stop is not None:
            held.append(stretch.over_by(when.stop))
        gaps = [
            (a.stop, b.start)
            for a, b in zip(when.spans, when.spans[1:], strict=False)
            if a.stop is not None and b.start is not None
        ]
        if len(gaps) < MANY:
            return z3.And(*held, *(z3.Or(stretch.over_by(a), stretch.begins_from(b)) for a, b in gaps))
        is_so = z3.FreshBool("within")
        edge = stretch.start if stretch.start is not None else stretch.end

        def missed(value: Callable[[Term], Fraction]) -> list[Truth]:
            at = value(edge)
            near = sorted(range(len(gaps)), key=lambda n: abs((gaps[n][0] or 0) - at))[:3]
            new = []
            for a, b in (gaps[n] for n in near):
                rule = z3.Or(stretch.over_by(a), stretch.begins_from(b))
                if (a, b) not in known:
                    known.add((a, b))
                    new.append(z3.Implies(is_so, rule))
            return new

        known: set[tuple[int | None, int | None]] = set()
        self.lemmas.append(missed)
        return z3.And(*held, is_so)

    def outside(self, stretch: Stretch, date: Date) -> Truth:
        match date:
            case Window():
                if len(date.narrow.spans) >= MANY:
                    return self._in_spans(stretch, date.narrow.complement())
                return z3.And([self._misses(stretch, s.start, s.stop) for s in date.narrow.spans])
            case Relation():
                low = self.node(date.earliest) if date.earliest is not None else None
                high = self.node(date.latest) if date.latest is not None else None
                return self._misses(stretch, low, high)
            case AllOf() | OneOf():
                return z3.Or([self.outside(stretch, part) for part in date.parts])

    def _misses(self, stretch: Stretch, low: Any, high: Any) -> Truth:
        ways = [stretch.over_by(low)] if low is not None else []
        ways += [stretch.begins_from(high)] if high is not None else []
        return z3.Or(ways)

    def covers(self, stretch: Stretch, date: Date, wide: bool) -> Truth:
        held: list[Truth] = []
        match date:
            case Window():
                narrow, wider = date.narrow, (date.wide if wide else date.narrow)
                if narrow.start is not None:
                    slack = narrow.start - wider.start if wider.start is not None else 0
                    held.append(stretch.start <= narrow.start + slack)
                if narrow.stop is not None:
                    slack = wider.stop - narrow.stop if wider.stop is not None else 0
                    held.append(stretch.end >= narrow.stop - slack)
            case Relation():
                if date.earliest is not None:
                    held.append(stretch.start <= self.node(date.earliest))
                if date.latest is not None:
                    held.append(stretch.end >= self.node(date.latest))
            case _:
                raise NotChecked("throughout a choice of dates")
        return z3.And(held)

    def _lasts(self, stretch: Stretch, dated: Dated, number: int, wide: bool) -> Truth:
        ends = dated.when.readings[number].ends
        if ends is None:
            return self.covers(stretch, _date(dated, number), wide)
        edges = (Stretch(stretch.start, None), Stretch(None, stretch.end))
        return z3.And([self.within(e, one, wide) for e, one in zip(edges, ends, strict=True) if one is not None])

    # Structure.

    def _merge(self, bridge: Any) -> None:
        if bridge.same is not None:
            a, b = (self.stand(event) for event in bridge.same)
            if a != b:
                self.stands[b] = a

    def _structure(self, step: Any) -> None:
        if step.role == "kind":
            entry = self.corpus.events.get(step.id) if step.relation == "is" else self.corpus.kinds.get(step.id)
            stated = {"is": "kinds", "broader": "broader", "presupposes": "presupposes"}[step.relation]
            if entry is None or step.other not in getattr(entry, stated):
                raise AssertionError(f"nobody states that {step.id} {step.relation} {step.other}")
            where = {"is": self.is_of, "broader": self.broader, "presupposes": self.needs}[step.relation]
            where.append((self.stand(step.id) if step.relation == "is" else step.id, step.other))
        elif step.role == "bridge":
            bridge = self.corpus.bridges[step.id]
            if bridge.narrower is not None:
                self.broader.append((bridge.narrower, bridge.broader or ""))
            if bridge.permanent is not None:
                self.permanent.add(bridge.permanent)
            if bridge.condition:
                self.implications.append((bridge, z3.Bool(f"consequence {bridge.id}")))
        elif step.role == "order" and step.other not in self.corpus.events[step.id].after:
            raise AssertionError(f"nobody states that {step.id} comes after {step.other}")

    def _tie(self, bridge: Any, wide: bool) -> None:
        if bridge.order is not None:
            self._order(*bridge.order)
        if bridge.takes is not None:
            self._order(bridge.start, bridge.end)
            started = Stretch(self.event(bridge.end).start, None)
            self.solver.add(self.within(started, bridge.takes.when.readings[0].date, wide))

    def _order(self, earlier: str, later: str) -> None:
        self.solver.add(self.event(earlier).end <= self.event(later).start)

    # What is stated.

    def _add(self, *truths: Truth) -> None:
        """Adds what is said; of what stands only if something else does, that it does then."""
        self.solver.add(*(truths if self.guard is None else (z3.Implies(self.guard, truth) for truth in truths)))

    def _give_all(self, steps: Steps) -> None:
        """Given dates hold all together; of those of one event that cannot all be right, one does."""
        for event in dict.fromkeys(self.stand(step.other) for step in steps):
            held = [self._given(step) for step in steps if self.stand(step.other) == event]
            if len(held) > 1 and not self.is_possible(z3.And(held)):
                self.has_rivals = True
                self._add(z3.Or(held))
            else:
                self._add(*held)

    def _given(self, step: Any) -> Truth:
        entry = self._entry(step)
        event = self.event(step.other)
        if isinstance(entry, Record):
            if self.stand(entry.event) != self.stand(step.other):
                return z3.BoolVal(True)
            dated = [(entry.when, entry.extent, 0)]
        else:
            dated = [
                (s.when, s.extent, 0)
                for s in entry.statements
                if s.when is not None and self._event_of(s) == self.stand(step.other)
            ]
        return z3.And(
            [
                self._lasts(event, when, number, False)
                if extent == "throughout"
                else self.within(event, _date(when, number), False)
                for when, extent, number in dated
                if when is not None
            ]
        )

    def _event_of(self, statement: Statement) -> str | None:
        question = self.corpus.questions.get(statement.question or "")
        event = statement.event or (question.event if question is not None else None)
        return self.stand(event) if event is not None else None

    def _entry(self, step: Any) -> Claim | Record:
        for event in self.corpus.events.values():
            for record in event.records:
                if record.id == step.id and step.role in ("record", "given"):
                    return record
        return self.corpus.claims[step.id]

    def _state(self, step: Any, is_dated: bool) -> None:
        self.wide = step.wide
        entry = self._entry(step)
        if isinstance(entry, Record):
            self._attest(entry, is_dated)
            return
        if entry.stance not in ("asserts", "denies"):
            return
        left = step.reading - 1
        for number, statement in enumerate(entry.statements):
            dated = [d for d in (statement.when or statement.start, *statement.or_when) if d is not None]
            readings = [(d, n) for d in dated for n in range(len(d.when.readings))]
            choice = readings[0] if readings else None
            if readings and 0 < left < len(readings):
                choice = readings[left]
            left -= max(0, len(readings) - 1)
            self._say(entry, number, statement, choice, is_dated)
        if is_dated and not entry.statements:
            self.disputes += [(entry.id, other) for other in entry.disputes]
        for other in entry.disputes:
            denied = self.corpus.claims[other].statements
            if len(denied) == 1 and len(self.corpus.claims[other].disputes) == 0:
                kind = _excluded_kind(self.corpus, denied[0])
                if kind is not None and self.corpus.claims[other].stance == "asserts":
                    some = self._lasting(f"some {entry.id}")
                    self.things.append((some, {kind}, "", self.guard))
                    if is_dated and denied[0].when is not None:
                        self._add(z3.Not(self.outside(some, _date(denied[0].when, 0))))

    def _attest(self, record: Record, is_dated: bool) -> None:
        date = _date(record.when, 0) if record.when is not None else None
        if record.none is not None:
            if is_dated:
                self.limits.append(("kind", record.none, date, self.guard))
            return
        event = self.event(record.event)
        kinds = {kind for kind in (record.first, record.last) if kind is not None}
        if not self.corpus.events[record.event].planned:
            self._assert(record.event, kinds, is_dated)
        for form, kind in (("first", record.first), ("last", record.last)):
            if kind is not None:
                self._identify(form, kind, event, is_dated)
                if is_dated and record.when is not None:
                    self._date(self._target(form, kind), record.when, 0, record.extent)
        if is_dated and record.when is not None:
            self._date(event, record.when, 0, record.extent)
        if is_dated and record.not_when is not None:
            self._add(self.outside(event, _date(record.not_when, 0)))

    def _date(self, stretch: Stretch, dated: Dated, number: int, extent: str) -> None:
        if extent == "throughout" and stretch.start is not None and stretch.end is not None:
            self._add(self._lasts(stretch, dated, number, self.wide))
        else:
            self._add(self.within(stretch, _date(dated, number), self.wide))

    def _target(self, form: str, id: str) -> Stretch:
        return self.first(id) if form == "first" else self.last(id) if form == "last" else self.event(id)

    def _identify(self, form: str, kind: str, event: Stretch, is_dated: bool) -> None:
        self._speak(form, kind)
        if is_dated:
            point = self._target(form, kind)
            self._add(point.start == event.start if form == "first" else point.end == event.end)

    def _speak(self, form: str, kind: str) -> None:
        if (form, kind, self.guard) not in self.spoken:
            self.spoken.add((form, kind, self.guard))
            self.things.append((self._target(form, kind), {kind}, "", self.guard))

    def _assert(self, event: str, kinds: set[str], is_stated: bool) -> None:
        """That an event happened, with its kinds; and the values that it brings, where that is what is cited."""
        self.things.append((self.event(event), set(kinds), self.stand(event), self.guard))
        for twin, entry in self.corpus.events.items():
            if is_stated and self.stand(twin) == self.stand(event) and entry.role is not None and entry.value:
                value: dict[str, Any] = {"role": entry.role, "of": self.stand(entry.of or "")}
                value["what"] = _words(entry.value)
                start = self.event(event).start
                self.values.append(
                    {
                        **value,
                        "start": start,
                        "node": f"@{self.stand(event)}",
                        "owner": f"@{event}",
                        "if": self.guard,
                    }
                )

    def _say(
        self,
        claim: Claim | Speaker,
        number: int,
        statement: Statement,
        choice: tuple[Dated, int] | None,
        is_dated: bool,
    ) -> None:
        question = self.corpus.questions.get(statement.question or "")
        denies = claim.stance == "denies"
        date = _date(*choice) if choice is not None else None
        role = statement.role or (question.role if question is not None else None)
        of = (statement.of if statement.role is not None else question.of if question is not None else None) or ""
        if role is not None and statement.value:
            if is_dated:
                self._hold(claim, number, statement, choice, role, of)
            if statement.event is None:
                return
        none = statement.none
        kind = None
        if question is not None and question.whether is not None and statement.value:
            said = statement.value[0].strip().casefold()
            none, kind = (question.whether, None) if said in ("no", "false", "нет") else (None, question.whether)
        if none is not None:
            if not denies:
                if is_dated:
                    self.limits.append(("kind", none, date, self.guard))
                return
            kind, none = none, None
            denies = False
        form, id = _target_of(statement, question, kind)
        if form is None or id is None:
            return
        if not denies and date is None and statement.not_when is not None:
            denies, date = True, _date(statement.not_when, 0)
        if denies:
            if is_dated:
                self.limits.append((form, id, date, self.guard))
            return
        self._happen(claim, number, form, id, statement, choice, is_dated)

    def _happen(
        self,
        claim: Claim | Speaker,
        number: int,
        form: str,
        id: str,
        statement: Statement,
        choice: tuple[Dated, int] | None,
        is_dated: bool,
    ) -> None:
        named = id if form == "event" else statement.event
        kinds = set() if form == "event" else {id}
        if form == "kind" and named is None:
            stretch = self._lasting(f"some {claim.id}")
            self.things.append((stretch, kinds, "", self.guard))
        else:
            if named is not None and not self.corpus.events[named].planned:
                self._assert(named, kinds, is_dated)
            if form in ("first", "last"):
                self._speak(form, id)
            stretch = self._target(form, id) if form in ("first", "last") else self.event(named or id)
            if form in ("first", "last") and named is not None:
                self._identify(form, id, self.event(named), is_dated)
        if is_dated and choice is not None:
            self._date(stretch, *choice, statement.extent)
        if is_dated and statement.not_when is not None:
            self._add(self.outside(stretch, _date(statement.not_when, 0)))

    def _hold(
        self,
        claim: Claim | Speaker,
        number: int,
        statement: Statement,
        choice: tuple[Dated, int] | None,
        role: str,
        of: str,
    ) -> None:
        value: dict[str, Any] = {"role": role, "of": self.stand(of), "what": _words(statement.value)}
        value |= {"owner": claim.id, "denied": claim.stance == "denies", "if": self.guard}
        start = z3.Real(f"value {claim.id} start")
        if statement.start is not None:
            date = _date(statement.start, 0) if statement.when is not None or choice is None else _date(*choice)
            if (
                isinstance(date, Relation)
                and date.earliest
                and date.latest
                and date.earliest.is_plain(Edge.START)
                and date.latest.is_plain(Edge.END)
            ):
                anchor = self.stand(date.earliest.anchor)
                value |= {"start": self.event(anchor).start, "node": f"@{anchor}", "stated": date}
            else:
                self._add(self.within(Stretch(start, None), date, self.wide))
                value |= {"start": start, "stated": date}
        elif choice is not None:
            end = z3.Real(f"value {claim.id} end")
            self._add(start < end)
            dated, place = choice
            date, ends = _date(dated, place), dated.when.readings[place].ends
            stretch = Stretch(start, end)
            if value["denied"]:
                self._add(self.covers(stretch, date, False))
            elif ends is not None:
                self._add(self._lasts(stretch, dated, place, self.wide))
                value["ends"] = True
            elif _is_short(date):
                self._add(self.covers(stretch, date, self.wide))
            else:
                self._add(self.within(stretch, date, self.wide))
            value |= {"start": start, "end": end}
        self.values.append(value)

    # What follows for everything together.

    def _conclude(self) -> None:
        self.wide = True
        for bridge, consequence in self.implications:
            self._imply(bridge, consequence)
        things: list[Thing] = [
            (x, self._kinds_of(kinds, event), event, guard) for x, kinds, event, guard in self.things
        ]
        waiting = list(things)
        while waiting:
            stretch, kinds, _, self.guard = waiting.pop()
            for kind in kinds:
                self._bound_by_first_and_last(stretch, kind)
                for other, needed in self.needs:
                    if other == kind:
                        point = self.first(needed)
                        self._not_after(point, stretch)
                        new = (point, self._kinds_of({needed}, ""), "", self.guard)
                        things.append(new)
                        waiting.append(new)
        self.all_things = things
        for form, id, date, if_limit in self.limits:
            for stretch, if_thing in self._spoken_of(form, id, things):
                self.guard = _both(if_limit, if_thing)
                self._add(self.outside(stretch, date) if date is not None else z3.BoolVal(False))
        self.guard = None
        self._compare_values()
        for id, other in self.disputes:
            self._deny(id, other, things)
        for bridge, consequence in self.implications:
            fails = [self._fails(bridge, number, part, things) for number, part in enumerate(bridge.condition)]
            self.solver.add(z3.Or(consequence, *fails))

    def _spoken_of(self, form: str, id: str, things: Sequence[Thing]) -> list[tuple[Stretch, Any]]:
        """What is asserted of an event, of a kind, or of its first or last, each with what it depends on."""
        if form == "event":
            return [(self.event(id), guard) for _, _, event, guard in things if event and event == self.stand(id)]
        if form == "kind":
            return [(stretch, guard) for stretch, kinds, _, guard in things if id in kinds]
        return [(self._target(form, id), guard) for _, kinds, _, guard in things if id in kinds]

    # Implications.

    def _imply(self, bridge: Any, consequence: Truth) -> None:
        """What a bridge says if its condition holds; and what is supposed so that a condition of none may fail."""
        speaker = Speaker(f"bridge {bridge.id}")
        self.guard = consequence
        for number, statement in enumerate(bridge.consequence):
            dated = statement.when or statement.start
            self._say(speaker, number, statement, (dated, 0) if dated is not None else None, True)
        for number, statement in enumerate(bridge.condition):
            form, id = self._asked(statement)
            if form == "none":
                self.guard = z3.Bool(f"supposed {bridge.id} {number}")
                some = self._lasting(f"some {bridge.id} {number}")
                self.things.append((some, {id}, "", self.guard))
                if statement.when is not None:
                    self._add(z3.Not(self.outside(some, _date(statement.when, 0))))
            elif form in ("first", "last"):
                owners = [guard for _, kinds, event, guard in self.things if id in self._kinds_of(kinds, event)]
                for self.guard in owners:
                    self._speak(form, id)
        self.guard = None

    def _asked(self, statement: Statement) -> tuple[str, str]:
        """What a part of a condition speaks of: none of a kind, a value, or something that happened."""
        question = self.corpus.questions.get(statement.question or "")
        kind = None
        if question is not None and question.whether is not None and statement.value:
            said = statement.value[0].strip().casefold()
            if said in ("no", "false", "нет"):
                return "none", question.whether
            kind = question.whether
        if statement.none is not None:
            return "none", statement.none
        role = statement.role or (question.role if question is not None else None)
        if role is not None and statement.value:
            return "value", role
        form, id = _target_of(statement, question, kind)
        assert form is not None and id is not None, "a condition speaks of something"
        return form, id

    def _fails(self, bridge: Any, number: int, statement: Statement, things: Sequence[Thing]) -> Truth:
        """That a part of a condition does not hold; it need not, as far as nobody asserts what it speaks of."""
        form, id = self._asked(statement)
        if form == "none":
            return z3.Bool(f"supposed {bridge.id} {number}")
        if form == "value":
            raise NotChecked("a value as a condition")
        if statement.event is not None and form == "kind":
            form, id = "event", statement.event
        failing: list[Truth] = []
        for stretch, guard in self._spoken_of(form, id, things):
            ways: list[Truth] = []
            if statement.when is not None and statement.extent == "throughout":
                ways.append(z3.Not(self._lasts(stretch, statement.when, 0, False)))
            elif statement.when is not None:
                ways.append(z3.Not(self.within(stretch, _date(statement.when, 0), False)))
            if statement.not_when is not None:
                ways.append(z3.Not(self.outside(stretch, _date(statement.not_when, 0))))
            is_otherwise = z3.Or(ways)
            failing.append(is_otherwise if guard is None else z3.Implies(guard, is_otherwise))
        return z3.And(failing)

    def _kinds_of(self, said: set[str], event: str) -> set[str]:
        kinds = said | {kind for one, kind in self.is_of if event and one == event}
        grown = True
        while grown:
            above = {b for a, b in self.broader if a in kinds} - kinds
            kinds, grown = kinds | above, bool(above)
        return kinds

    def _bound_by_first_and_last(self, stretch: Stretch, kind: str) -> None:
        self._not_after(self.first(kind), stretch)
        last = self.last(kind).end
        self._add(stretch.end <= last if stretch.end is not None else stretch.start < last)

    def _not_after(self, first: Stretch, stretch: Stretch) -> None:
        self._add(first.start <= stretch.start if stretch.start is not None else first.start < stretch.end)

    def _compare_values(self) -> None:
        for number, a in enumerate(self.values):
            for b in self.values[:number]:
                if (a["role"], a["of"]) != (b["role"], b["of"]):
                    continue
                both, one = a.get("denied") and b.get("denied"), a.get("denied") or b.get("denied")
                self.guard = _both(a["if"], b["if"])
                rivals = not both and (a["what"] == b["what"] if one else a["what"] != b["what"])
                if rivals:
                    self._add(self._in_succession(a, b))
                elif a.get("ends") and b.get("ends") and a["what"] == b["what"] and a["owner"] != b["owner"]:
                    self._add(a["start"] == b["start"], a["end"] == b["end"])
        self.guard = None

    def _in_succession(self, a: dict[str, Any], b: dict[str, Any]) -> Truth:
        if a["role"] in self.permanent or "start" not in a or "start" not in b:
            return z3.BoolVal(False)
        if a.get("node") and a.get("node") == b.get("node"):
            return z3.BoolVal(False)
        if (
            "end" not in a
            and "end" not in b
            and "stated" in a
            and "stated" in b
            and _same(a["stated"], b["stated"])
        ):
            return z3.BoolVal(False)
        return z3.Or(
            [x["end"] <= y["start"] if "end" in x else x["start"] < y["start"] for x, y in ((a, b), (b, a))]
        )

    def _deny(self, id: str, other: str, things: Sequence[Thing]) -> None:
        ways: list[Truth] = []
        claim = self.corpus.claims[other]
        for statement in claim.statements:
            question = self.corpus.questions.get(statement.question or "")
            form, target = _target_of(statement, question, None)
            if form is None or target is None or claim.stance != "asserts" or statement.none is not None:
                return  # it may be this that does not hold
            spoken_of = self._spoken_of(form, target, things)
            if any(guard is not None for _, guard in spoken_of):
                raise NotChecked("a dispute of what is said under a condition")
            concerned = [stretch for stretch, _ in spoken_of]
            if not concerned:
                return
            if statement.when is None:
                ways.append(z3.BoolVal(False))
            else:
                date = _date(statement.when, 0)
                ways.append(z3.And([z3.Not(self.within(stretch, date, False)) for stretch in concerned]))
        self.solver.add(z3.Or(ways))


class Speaker:
    """Who says what a bridge has follow."""

    stance = "asserts"

    def __init__(self, id: str) -> None:
        self.id = id


def _both(one: Any, other: Any) -> Any:
    """Two conditions as one; None is none."""
    return other if one is None else one if other is None else z3.And(one, other)


def _premises(steps: Steps, number: int) -> set[int]:
    step = steps[number]
    if step.role in STATED:
        return {number}
    return {one for cited in step.follows for one in _premises(steps, cited)}


def _target_of(statement: Statement, question: Any, kind: str | None) -> tuple[str | None, str | None]:
    if kind is not None:
        return "kind", kind
    for form in ("first", "last", "kind"):
        id = getattr(statement, form) or (getattr(question, form) if question is not None else None)
        if id is not None:
            return form, id
    if question is not None and question.event is not None:
        return "event", question.event
    return ("event", statement.event) if statement.event is not None else (None, None)


def _says_the_same(corpus: Corpus, one: str, other: str) -> bool:
    """Whether a claim dates all that another dates, and by the same dates."""
    dated: list[list[tuple[Any, Date]]] = []
    for id in (one, other):
        statements = corpus.claims[id].statements if id in corpus.claims else ()
        if not statements or any(said.when is None for said in statements):
            return False
        questions = [corpus.questions.get(said.question or "") for said in statements]
        dated.append(
            [
                (_target_of(said, question, None), _date(said.when, 0))
                for said, question in zip(statements, questions, strict=True)
                if said.when is not None
            ]
        )
    return all(any(a == b and _same(when, then) for a, when in dated[0]) for b, then in dated[1])


def _excluded_kind(corpus: Corpus, statement: Statement) -> str | None:
    question = corpus.questions.get(statement.question or "")
    if question is not None and question.whether is not None and statement.value:
        return question.whether if statement.value[0].strip().casefold() in ("no", "false", "нет") else None
    return statement.none


def _date(dated: Dated, number: int) -> Date:
    """The date on one of its readings, with the entry's own `wide` in place of the rule's."""
    date = dated.when.readings[number].date
    if dated.wide is not None:
        wider = dated.wide.readings[0].date
        if not isinstance(date, Window) or not isinstance(wider, Window):
            raise NotChecked("a relation with a width of its own")
        return Window(date.narrow, date.narrow.union(wider.narrow), date.earliest, date.latest, date.unit)
    return date


def _is_short(date: Date) -> bool:
    match date:
        case Window():
            spans = date.narrow.spans
            return len(spans) == 1 and all(
                s.start is not None and s.stop is not None and s.stop - s.start <= DAY for s in spans
            )
        case Relation():
            return date.earliest is not None and date.latest is not None and date.unit not in ("month", "year")
    return False


def _same(a: Date, b: Date) -> bool:
    match a, b:
        case Window(), Window():
            return a.narrow == b.narrow
        case Relation(), Relation():
            return (a.earliest, a.latest) == (b.earliest, b.latest)
        case (AllOf(parts), AllOf(others)) | (OneOf(parts), OneOf(others)):
            return len(parts) == len(others) and all(map(_same, parts, others))
    return False


def _words(values: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(value.split()).casefold() for value in values)
