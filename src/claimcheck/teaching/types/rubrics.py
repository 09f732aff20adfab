"""Rubrics: the levels of an open answer, and what each takes.

Belongs here: those of the open types, in our words. Does not belong here: what to look for in one exercise.
"""

from __future__ import annotations

Rubric = tuple[tuple[str, str], ...]

WEIGHING: Rubric = (
    (
        "3 – weighs",
        "Names what speaks for and against the source for this question, from what is stated, and what is not "
        "known.",
    ),
    ("2 – asks", "Names who speaks and when, and draws one consequence from it."),
    ("1 – labels", "Calls the source good or bad, old or biased, without saying what follows from it."),
    ("0 – retells", "Repeats what the source says."),
)

GIVING_WAY: Rubric = (
    ("3 – resolves", "Says exactly what cannot be true together, every way out, and what each way would cost."),
    ("2 – locates", "Says exactly what cannot be true together, and one way out."),
    ("1 – notices", "Says that the accounts differ, but takes different questions or wordings for a conflict."),
    ("0 – picks", "Chooses one account without a reason, or splits the difference."),
)

SILENCE: Rubric = (
    (
        "3 – argues",
        "Tests all three conditions (could know, meant to record, would have found it worth it) and says how "
        "far the silence carries.",
    ),
    ("2 – tests", "Tests one or two of the conditions."),
    ("1 – concludes", "Concludes from the silence that it did not happen, or that it proves nothing."),
    ("0 – passes by", "Does not see that something could be expected."),
)

CONTROVERSY: Rubric = (
    (
        "3 – builds",
        "Gives the other side's best reasons fairly, and a joint statement that keeps what both can hold and "
        "names what would decide the rest.",
    ),
    ("2 – hears", "Gives the other side's reasons as that side gave them, and says what remains open."),
    ("1 – defends", "Defends the own side from its packet only."),
    ("0 – asserts", "Takes a side without using the packet."),
)

ARGUING: Rubric = (
    (
        "4 – argues",
        "A claim in answer to the question; evidence from several documents, cited by letter; the sources "
        "weighed; what speaks against it met; limits named.",
    ),
    ("3 – supports", "A claim with evidence from several documents, and at least one source weighed."),
    ("2 – uses", "A claim with evidence from one document, or evidence without weighing."),
    ("1 – gathers", "Documents retold one after the other, without a claim."),
    ("0 – leaves", "No answer to the question from the documents."),
)

CHANGING: Rubric = (
    ("3 – explains", "Says what became known, when, and why that changed how things stood and not what happened."),
    ("2 – dates", "Says which work or archive made the difference."),
    ("1 – states", "Says only how it stood."),
)

SETTLING: Rubric = (
    (
        "3 – plans",
        "Names a find, where it might be, and what each outcome would show; says what it would not show.",
    ),
    ("2 – names", "Names a find that would bear on this very question."),
    ("1 – wishes", "Asks for more sources without saying which, or for more of the same."),
)

CLAIMING: Rubric = (
    (
        "7–9 – secure",
        "Names an answer, says how sure it is, and limits it; quotes three documents, one of them against the "
        "claim, and explains the difference; weighs by time, by how it was known and by interest, and asks "
        "whether voices are separate.",
    ),
    (
        "4–6 – on the way",
        "Names an answer, surer than the sources allow; uses two or three documents that agree, and names the "
        "contrary one without answering it; weighs by one of these.",
    ),
    (
        "1–3 – beginning",
        "Restates the question, or uses one document, or counts heads: “a diary is true”, “memoirs lie”.",
    ),
)
