"""How wide a text is in the type of the pictures, without asking a browser.

Belongs here: advance widths of Times, in thousandths of the size, each rounded up to a multiple of twenty.
Pictures name only fonts of these metrics (Times New Roman, Liberation Serif, Nimbus Roman, Tinos), so that whoever
makes a picture can know that nothing in it collides; `SLACK` is for what a viewer's own font adds.
"""

from __future__ import annotations

import unicodedata
from functools import cache

FONTS = "'Times New Roman','Liberation Serif','Nimbus Roman',Tinos,serif"
SLACK = 1.06

_REGULAR = {
    200: "'",
    220: "|¦′",
    260: ",.·",
    280: "/:;\\ijltªıłŧſ;·ιіј",
    300: "²³¹",
    320: "º",
    340: "!()-I[]`fr¡¨´¸΄ΙІ‐‑‘’‚‛‹›",
    360: "ŀґ•",
    400: "Js°ςЈзѕ",
    420: '"εζτг″',
    440: "тэє",
    460: "?acez¶¿γνξχаесьяҐ“”„",
    480: "^{}δθв",
    500: "#$*0123456789_bdghknopquvxy¢£¤¥§«¯»ßðøþđħĸŋλορυклорухђћ–‗†‡€↑↓↕",
    520: "βκπЗбдчъ",
    540: "αημσинпцџ",
    560: "FPS~±Þ÷ĳΡЅР",
    580: "+<=>¬µ×ΓφБГЬ",
    600: "Σ",
    620: "ELTZĿŁŉŦΕΖΤЕТ●○",
    640: "ψм",
    660: "ΔΞωЧф",
    680: "BCRæΒЄВКЛСЭЯы",
    700: "Дж",
    720: "ĲŊУЪ",
    740: "ADGHKNOQUVXYwÐØĐĦœΑΗΘΚΛΝΟΠΥΦΧΨЏАИНОПХЦљњ",
    760: "©®¼½¾ΩЂЋю",
    780: "&mшщ",
    800: "Ф",
    840: "%",
    880: "ЉЊЫ",
    900: "MÆŒΜЖМ",
    940: "@",
    960: "W№",
    1000: "—―…‰←→↔◄►",
    1020: "ШЩ",
    1040: "Ю",
}
_BOLD = {
    240: "|¦",
    260: ",.·",
    280: "'/\\ilıłſі",
    300: "ª²³¹′",
    320: "ι",
    340: "!()-:;[]`fjt¡¨´¸ºŧ;΄·ј‐‑‘’‚‛‹›",
    360: "•",
    400: "Is{}°ŀΙІѕґ",
    420: "ζз",
    440: "εςэє",
    460: "cerzνξгес",
    480: "γτχ",
    500: "#$*0123456789?J_agovxy¢£¤¥§«¯»¿ðøλοЈаботух–‗“”„†‡€↑↓↕",
    520: "δυд",
    540: "~βθρЗьђҐ",
    560: '"Sbdhknpqu±¶ß÷þđħĳĸŋακπσЅвряћ″',
    580: "+<=>¬µ×ημиклнпцчџ",
    600: "^ъ",
    620: "FPÞΡР●○",
    640: "ΓΔφГ",
    660: "Σ",
    680: "BELTZĿŁŦΒΕΖΞΤЄБВЕТЬЭ",
    700: "ψДмф",
    720: "Λ",
    740: "ACDNRUVXYwÐæĐŉœΑΝΥΧωАКСУХЧЯж",
    760: "©®¼½¾Л",
    780: "GHKOQØĦŊΗΘΚΟΠΨЏИНОПЦЪюљ",
    800: "ЂЋыњ",
    820: "Ω",
    840: "&mĲΦ",
    860: "Фшщ",
    940: "@",
    960: "MΜМ",
    1000: "%WÆŒЖЫ—―…‰←→↔◄►",
    1020: "ЉЊ№",
    1100: "ШЩ",
    1140: "Ю",
}
_FACES = tuple(
    {letter: width for width, letters in face.items() for letter in letters} for face in (_REGULAR, _BOLD)
)
_WIDEST = 1000  # of a letter that the table does not have: the fonts that have it are not known


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Pixels that a text takes at most on one line in a type of so many pixels."""
    face = _FACES[bold]
    return (
        sum(_width(letter, bold) if letter not in face else face[letter] for letter in text) * size * SLACK / 1000
    )


@cache
def _width(letter: str, bold: bool) -> int:
    """The width of a letter that is not in the table itself: of what it is composed of, or as wide as any."""
    if letter.isspace():
        return _FACES[bold].get("\N{NO-BREAK SPACE}", 260)
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    base = unicodedata.normalize("NFD", letter)[0]
    return _FACES[bold].get(base, _WIDEST)
