"""Texts that would break a page if a page let them."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from tests.conftest import shared

_HTML = [
    "<script>alert(1)</script>",
    "<b>",
    "</p>",
    "</title>",
    "</style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?php ?>",
    "<img src=x onerror=alert(1)>",
    '" onfocus="alert(1)',
    "' x='",
    "&amp;",
    "&lt;",
    "&#60;",
    "&nbsp;",
    "&notit;",
    "<br>",
    '<a id="x"></a>',
    "javascript:alert(1)",
]
_TEMPLATE = ["{{ 7 * 7 }}", "{% raw %}", "{% include 'style.css' %}", "{# ", " #}", "{{", "}}", "%}", "#}"]
_CSS = ["\\", '"', "\\22 ", ";}", "/*", "*/", "url(x)", "@import"]
_MARKDOWN = [
    *(
        "#",
        "##",
        "#######",
        "###### ",
        "=",
        "===",
        "-",
        "---",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "1) ",
        "12345678901. ",
    ),
    *(
        "*",
        "**",
        "_",
        "__",
        "~",
        "~~",
        "`",
        "```",
        "~~~",
        "$",
        "$$",
        "|",
        "\\|",
        "\\\\",
        "\\",
        "| --- |",
        ":-:",
    ),
    *(
        "[",
        "]",
        "(",
        ")",
        "[x](http://a.fr)",
        "![x](y)",
        "[x]: http://a.fr",
        "[^1]",
        "[ ] ",
        "[x] ",
        "[[_TOC_]]",
    ),
    *(
        ">",
        "> ",
        "<http://a.fr>",
        "<a@b.fr>",
        "http://a.fr/x_y_z",
        "www.a.fr",
        "a@b.fr",
        ":smile:",
        "@a",
        "#1",
    ),
    *("    x", "\tx", "x  ", "&", "!", ".", ":", "^", "=="),
]
_UNSEEN = [
    *("\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x1f"),
    *("\u202e", "\u2066", "\u200f", "\u061c", "\ufeff", "\u200b", "\u200d", "\u2028", "\u2029", "\ufffe"),
]
_SPACES = [" ", "  ", "\t", "\n", "\n\n", "\u00a0", "\u202f", "\u2003", "\u3000"]
_LETTERS = [
    "é",
    "e\u0301",
    "ß",
    "Zoé",
    "x",
    "1",
    "12",
    "1.10",
    "fiche action 8.8",
    "voir",
    "العربية",
    "👩‍👧",
    "𝔸",
    "½",
]
_PIECES = [*_HTML, *_TEMPLATE, *_CSS, *_MARKDOWN, *_UNSEEN, *_SPACES, *_LETTERS]

#: Any text that a plan can hold: a blank one is no text. One with the number of the fiche that links lead to
#: would rightly be a link.
TEXTS = st.one_of(
    st.text(min_size=1, max_size=12),
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6).map("".join),
).filter(lambda text: not text.isspace() and "7.7" not in text)


def pieces() -> list[str]:
    """Each piece alone and at the start, in the middle and at the end of a text: chance would miss some."""
    around = [(one, f"{one}x", f"x{one}x", f"x{one}", f"{one} x", f"x {one}") for one in _PIECES]
    return [text for texts in around for text in texts if not text.isspace()]


def naughty() -> list[str]:
    """The public list of strings that break programs, but the blank ones."""
    strings: list[str] = json.loads(shared("data/naughty-strings/blns.json").read_text(encoding="utf-8"))
    assert len(strings) > 400
    return [one for one in strings if one and not one.isspace()]
