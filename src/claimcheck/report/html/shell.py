"""The shell of every HTML page of ours: head, content security policy, styles and scripts within the one file.

Belongs here: what any page needs around its body. Does not belong here: the body of any page.

The policy allows nothing from outside and no style or script but those written here, by their hashes; so it holds
for a page that is opened from a folder as well as for one that is served.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.report.html.escaping import HERE, environment, kept

if TYPE_CHECKING:
    from markupsafe import Markup

TOKENS = "tokens.css"  # colours, fonts, print: what all pages share


def shell(
    title: str,
    body: Markup,
    *,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
    more_style: str = "",
    lang: str = "en",
) -> str:
    """A whole page that ends with a newline. `styles` and `scripts` are names of files beside this module.

    `more_style` is style that no file has. The shared style always comes first. Whatever `title` contains is text.
    """
    from markupsafe import Markup

    style = "".join(_packed(name) for name in (TOKENS, *styles)) + more_style + _running_head(title)
    script = "".join(_packed(name) for name in scripts)
    body = Markup(re.sub(r"\n{2,}", "\n", body))
    return (
        environment()
        .get_template("shell.html.j2")
        .render(
            title=title,
            lang=lang,
            body=body,
            style=Markup(style),
            script=Markup(script),
            style_hash=_hash(style),
            script_hash=_hash(script) if script else "",
        )
        + "\n"
    )


def _running_head(title: str) -> str:
    """The title above every page of print but the first, which has it anyway."""
    text = kept(" ".join(title.split()))
    said = "".join(one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in text)
    return f'@page{{@top-left{{content:"{said}"}}}}@page:first{{margin-top:11mm;@top-left{{content:none}}}}'


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"


@cache
def _packed(name: str) -> str:
    """A style or script without its comments and indentation; both are written so that this is harmless.

    (No text in them holds a slash and an asterisk; in scripts a comment has a line of its own.)
    """
    text = re.sub(r"/\*.*?\*/", "", (HERE / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    if name.endswith(".css"):
        text = re.sub(r"\s*([{};,])\s*", r"\1", text).replace(": ", ":")
        return re.sub(r"\s*\n\s*", "", text).replace(";}", "}")
    lines = (line.strip() for line in text.split("\n"))
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
