"""Sheets as bytes: one function for each format, chosen by its name.

Belongs here: the choice. Does not belong here: any format (a module each), choosing exercises.

Of those that are read by people there is a worksheet and a key. GIFT, Moodle XML, QTI, cards and the self-check
page are no worksheets: they hold the answers.
"""

from __future__ import annotations

from claimcheck.teaching.formats.sheet import Sheet

__all__ = ["Sheet", "key_bytes", "sheet_bytes"]


def sheet_bytes(sheet: Sheet, format: str) -> bytes:
    """The worksheet in a format; of the others ("gift", "anki" …) the exercises with their answers."""
    match format:
        case "csv":
            from claimcheck.teaching.formats.spreadsheet import csv_of

            return csv_of(sheet, with_key=False)
        case "gift":
            from claimcheck.teaching.formats.gift import gift_of

            return gift_of(sheet)
        case "moodle" | "qti12" | "qti21" | "quizlet":
            from claimcheck.teaching.formats import courses

            made = {"moodle": courses.moodle_of, "qti12": courses.qti12_of, "qti21": courses.qti21_of}
            return made.get(format, courses.pairs_of)(sheet)
        case "anki":
            from claimcheck.teaching.formats.cards import cards_of

            return cards_of(sheet)
        case "self-check":
            from claimcheck.teaching.formats.self_check import self_check_of

            return self_check_of(sheet)
    from claimcheck.teaching.formats.documents import document_bytes

    return document_bytes(sheet.worksheet, format, sheet.width)


def key_bytes(sheet: Sheet, format: str) -> bytes:
    """The key in a format."""
    if format == "csv":
        from claimcheck.teaching.formats.spreadsheet import csv_of

        return csv_of(sheet, with_key=True)
    from claimcheck.teaching.formats.documents import document_bytes

    return document_bytes(sheet.key, format, 80)
