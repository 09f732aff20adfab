"""What claimants, sources, events, kinds and questions are called in a sentence, in short.

Belongs here: the `short:` name of every entry, or what stands in for it, and whether an event's name is a noun ("the
approval") or a clause ("the Presidium approves the report"), which decides the sentence that it can stand in. Does
not belong here: places in files (see `report.naming`), verdicts, proofs.

No id stands in a sentence, unless the corpus has no other name for a thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from claimcheck.corpus.entries import Claim, Corpus, Record
from claimcheck.criticism.witnesses import are_several
from claimcheck.engine.parts import target_asked
from claimcheck.report.words.lists import listed, quoted

# Claimants and sources.


def claimant_named(corpus: Corpus, id: str) -> str:
    """A claimant by his short name; failing that by his name."""
    claimant = corpus.claimants.get(id)
    return " ".join((claimant.short or claimant.name).split()) if claimant is not None else id


def claimants_named(corpus: Corpus, claim: Claim, last: str = "and") -> str:
    """Who puts a claim forward: "Khrushchev and Mikoyan" for one joint statement."""
    return listed((claimant_named(corpus, id) for id in claim.by), last) or claim.id


def all_named(corpus: Corpus, claims: Iterable[str], most: int = 3) -> str:
    """Who puts claims forward, each once: "Naumov, Barsukov and 2 more"; a joint statement as "A & B"."""
    names = list(dict.fromkeys(claimants_named(corpus, corpus.claims[id], "&") for id in claims))
    if len(names) > most:
        return listed([*names[:most], f"{len(names) - most} more"])
    return listed(names)


def are_many(corpus: Corpus, claimants: Sequence[str]) -> bool:
    """Whether the verb that goes with the claimants is in the plural: several, or a name that is one of several."""
    if len(claimants) != 1:
        return len(claimants) > 1
    claimant = corpus.claimants.get(claimants[0])
    return claimant is not None and (
        are_several(claimant) or _PLURAL.match(claimant_named(corpus, claimant.id)) is not None
    )


_PLURAL = re.compile(r"[Tt]he \w+s of\b|[a-z]+s$|\w+s and others|.* (?:and|&) ")


def source_named(corpus: Corpus, id: str, locator: str | None = None) -> str:
    """A source by its short name, its authors or its title, and the place in it; empty for an unnamed one.

    A work without a `short:` is its author with the year ("Barsov 1996"); a title names what has no author.
    """
    source = corpus.sources.get(id)
    if source is None or source.unnamed:
        return locator or ""
    name = source.short or (" ".join(source.title.split()) if source.title else "")
    if not source.short and source.author:
        year = year_of_work(corpus, id)
        name = listed(claimant_named(corpus, who) for who in source.author)
        name += f" {year}" if year else ""
    name = name or id
    return f"{name}, {locator}" if locator else name


def year_of_work(corpus: Corpus, id: str) -> str:
    """The year that a source's own date names, in digits; empty where it names none."""
    source = corpus.sources.get(id)
    stated = (source.issued or source.dated) if source is not None else None
    found = re.search(r"\b\d{3,4}\b", (stated.read or stated.text) if stated is not None else "")
    return found[0] if found is not None else ""


def record_source_named(corpus: Corpus, record: Record) -> tuple[str, bool]:
    """Who attests a record, and whether the verb is in the plural: a document itself, of a work its authors.

    "The record" where the source has no name.
    """
    source = corpus.sources.get(record.source)
    if source is not None and source.author and record.basis == "narrated":
        return listed(claimant_named(corpus, id) for id in source.author), are_many(corpus, source.author)
    return source_named(corpus, record.source) or "the record", False


# Events and kinds.


class Form(Enum):
    """What a name is in a sentence."""

    NOUN = "noun"  # the approval
    CLAUSE = "clause"  # the Presidium approves the report
    UNSURE = "unsure"  # either, as far as anybody can tell without a dictionary; it stands in quotes


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called, and what that is in a sentence."""

    text: str
    form: Form

    @property
    def subject(self) -> str:
        """As the subject or object of a sentence: "the approval", "that the Presidium approves the report"."""
        match self.form:
            case Form.NOUN:
                return self.text
            case Form.CLAUSE:
                return f"that {self.text}"
            case Form.UNSURE:
                return f"the matter of {quoted(self.text)}"

    @property
    def object(self) -> str:
        """Behind a preposition: "the approval", "“the Presidium approves the report”"."""
        return self.text if self.form is Form.NOUN else quoted(self.text)


def event_named(corpus: Corpus, id: str) -> Name:
    """An event by its short name or its label; one made for a question by that question."""
    event = corpus.events.get(id)
    if event is not None and event.declared and (event.short or event.label):
        return _name(event.short, event.label)
    return _asked(corpus, id) or _name((event.label if event is not None else None) or _words(id))


def kind_named(corpus: Corpus, id: str) -> Name:
    """A kind by its short name or its label; one made for a question by that question."""
    kind = corpus.kinds.get(id)
    if kind is not None and kind.declared and (kind.short or kind.label):
        return _name(kind.short, kind.label)
    return _asked(corpus, id) or _name((kind.label if kind is not None else None) or _words(id))


def record_named(corpus: Corpus, record: Record) -> Name:
    """What a record attests: its event, or a name of its own where the event has none but its question."""
    event = corpus.events.get(record.event)
    if record.own_name is not None and not (event is not None and event.declared and event.label):
        return _name(record.own_name)
    return event_named(corpus, record.event)


def end_named(corpus: Corpus, form: str, kind: str) -> tuple[Name, bool]:
    """The first or last of a kind, and whether the name says that it is: "the first raising of the issue".

    A clause is one of any; it does say so where a question is put in such words ("the bridge was first crossed").
    """
    name = kind_named(corpus, kind)
    if name.form is Form.NOUN and kind not in corpus.questions:
        return Name(f"the {form} {_ARTICLE.sub('', name.text, count=1)}", Form.NOUN), True
    for question in corpus.questions.values():
        found = _PUT.fullmatch(" ".join(question.ask.split())) if getattr(question, form) == kind else None
        if found is not None and found["which"] == form:
            return Name(f"{found['what']} {found['was']} {form} {found['rest']}", Form.CLAUSE), True
    return name, kind in corpus.questions


_ARTICLE = re.compile(r"(?:the|an?|some)\s+", re.IGNORECASE)
_PUT = re.compile(r"When (?P<was>was|were) (?P<what>.+?) (?P<which>first|last) (?P<rest>[^?]+)\?")


def question_named(corpus: Corpus, id: str) -> str:
    """A question by its short name; failing that in its own words."""
    question = corpus.questions.get(id)
    return (question.short or " ".join(question.ask.split())) if question is not None else _words(id)


def _asked(corpus: Corpus, id: str) -> Name | None:
    """What a question asks for, where that was made with it: as in a corpus with one question."""
    question = corpus.questions.get(id)
    asked = target_asked(question) if question is not None else None
    if question is None or asked is None or asked.id != id:
        return None
    if len(corpus.questions) == 1:
        return Name("what is asked for", Form.NOUN)
    return Name(question.short or f"what {quoted(question.ask)} asks for", Form.NOUN)


def _words(id: str) -> str:
    return id.replace("-", " ").replace("_", " ")


def _name(*texts: str | None) -> Name:
    """The first of the texts that is a noun; failing that, the first that is a clause."""
    stated = [" ".join(text.split()).removesuffix(".") for text in texts if text]
    names = [Name(text, form_of(text)) for text in stated]
    return min(names, key=lambda name: list(Form).index(name.form))


_FINITE = frozenset(
    "is are was were has have had does do did can could may might will would shall should must "
    "goes comes gives takes makes puts sets lets gets says tells asks becomes begins ends opens closes meets falls "
    "dies lives leaves returns arrives departs writes sends reads signs speaks proposes approves rejects decides "
    "resolves orders announces publishes prints hears learns enters crosses reaches reigns marries wins loses "
    "founds builds burns sails lands rises retires resigns appears discusses debates raises".split()
)
_PLURALS = frozenset("people men women they we".split())
_BASES = frozenset(
    "go come give take make begin end open close meet fall die live leave return arrive depart write send read sign "
    "speak propose approve reject decide resolve order announce publish hear learn enter cross reach rise".split()
)
_DETERMINERS = frozenset("the a an his her its their this that these those no any some two three".split())
_BEHIND = frozenset(  # behind one of these stands a noun
    "of in on at by for with from to into under over after before between and or the a an his her its their two three "
    "four five six all both some these those other".split()
)
_RELATIVE = re.compile(r",?\b(?:(?:on|in|by|of|to|from|with) )?(?:which|that|who|whose|whom|when|where)\b.*")
_JOINED = re.compile(r"[A-Z]\w+ and [A-Z]\w+ [a-z]+")  # "Odo and Hugo swear": a subject of two, and perhaps its verb
_RANKED = re.compile(r"first|last|second|third|\w+est")


def form_of(text: str) -> Form:
    """Whether a name is a noun or a clause, as far as its words show; only English is looked at.

    A finite verb makes a clause; words that may be one and may be a plural or a participle leave it unsure.
    """
    if re.search(r"[^\W\d_a-zA-ZÀ-ſ]", text):
        return Form.UNSURE
    words = re.findall(r"[\w’'-]+", _RELATIVE.sub("", text))
    is_unsure = bool(words[1:]) and re.fullmatch(r"[a-z]{3,}ed", words[-1]) is not None
    is_unsure = is_unsure or any(found[0].split()[-1] not in _BEHIND for found in _JOINED.finditer(text))
    for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        if word in _FINITE and before.lower() not in _BEHIND - {"and", "or"}:
            return Form.CLAUSE
        follows_plural = before in _PLURALS or re.fullmatch(r"\w{3,}[^su\W]s", before) is not None
        if follows_plural and word in _BASES:
            return Form.CLAUSE
        may_be_verb = re.fullmatch(r"[a-z]{3,}[^su'’]s", word) is not None and before.lower() not in _BEHIND
        if may_be_verb and not before.endswith(("'s", "’s", "s'", "s’")):
            if after in _DETERMINERS:
                return Form.CLAUSE
            is_unsure = is_unsure or _RANKED.fullmatch(before) is None
        elif follows_plural and word.islower() and word not in _BEHIND and not word.endswith(("ed", "ing", "en")):
            is_unsure = True
    return Form.UNSURE if is_unsure else Form.NOUN
