"""How a text is typed in a plan, so that every YAML reader gets it back character for character."""

from __future__ import annotations

import re

#: A text that starts otherwise may be layout, to YAML or to somebody who reads the file.
_PLAIN = re.compile(r"[^\W_]|[«(]")
#: What ends a plain text between brackets.
_BRACKETS = frozenset(",[]{}")
#: Characters that only an escape keeps: controls, what some YAML takes for a line break, what hides.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def quote(text: str) -> str:
    """`text` between the quotes that leave it readable."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def on_one_line(text: str, *, flow: bool = False) -> str:
    """`text` as the value of a key: as it is where YAML leaves it alone, else between quotes.

    Args:
        text: any text, line breaks included.
        flow: whether the key stands between brackets.
    """
    if not _UNSEEN.search(text):
        plain = _PLAIN.match(text) and not (flow and _BRACKETS & set(text))
        for form in (text, quote(text)) if plain else (quote(text),):
            if _reads_back(f"{{k: {form}}}" if flow else f"k: {form}\n", text):
                return form
    return double_quoted(text)


def on_several_lines(text: str) -> list[str] | None:
    """The header and the lines (not indented) of a block that holds `text`, if it has several lines.

    `None` where a block would not show it as it is: white characters that nobody would see, or an
    indentation of its own.
    """
    lines = text.split("\n")
    odd = any(line != line.strip() or _UNSEEN.search(line) for line in lines)
    if len(lines) < 2 or odd or not lines[0]:
        return None
    block = ["|-", *lines]
    written = "k: |-\n" + "".join(f"  {line}\n" for line in lines)
    return block if _reads_back(written, text) else None


def double_quoted(text: str) -> str:
    """`text` between double quotes, with the escapes that YAML and JSON share."""

    def escape(found: re.Match[str]) -> str:
        return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"

    return '"' + re.sub(rf'["\\]|{_UNSEEN.pattern}', escape, text) + '"'


def _reads_back(written: str, text: str) -> bool:
    import yaml  # noqa: PLC0415  (only what writes a plan needs it)

    try:
        return bool(yaml.safe_load(written) == {"k": text})
    except (yaml.YAMLError, ValueError):  # no YAML; what looks like a date or a number and is none
        return False
