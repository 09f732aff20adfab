"""Square brackets: words that the editor supplied, which are read and remembered.

Belongs here: taking the brackets off. Does not belong here: EDTF's brackets, which are sets.
"""

from __future__ import annotations


def without_brackets(text: str, *, alone: bool = False) -> tuple[str, tuple[str, ...]] | None:
    """The text without its square brackets, and the words that stood in them; None where they do not match.

    "17[91]" becomes "1791". With `alone` a bracket need not have its partner in the text.
    """
    plain: list[str] = []
    supplied: list[str] = []
    opened: list[str] | None = None
    for character in text:
        if character == "[":
            if opened is not None and not alone:
                return None
            opened = []
        elif character == "]":
            if opened is None:
                if not alone:
                    return None
            else:
                supplied.append("".join(opened).strip())
            opened = None
        else:
            plain.append(character)
            if opened is not None:
                opened.append(character)
    if opened is not None and not alone:
        return None
    return "".join(plain), tuple(word for word in supplied if word)
