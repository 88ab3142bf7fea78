"""What is wrong with a template that Jinja cannot read, found again from its tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError

from ctgkit.outputs.templates.fault import Spot, TemplateFault, quoted, unknown
from ctgkit.outputs.templates.loader import Found

#: Tags that are closed by another.
_PAIRED = ("for", "if", "block", "macro", "call", "filter", "with", "autoescape", "raw")
_TAGS = (
    *_PAIRED,
    *(f"end{tag}" for tag in _PAIRED),
    *("set", "endset", "elif", "else", "extends", "include", "import", "from"),
)
#: What stands for a value that has no end.
_VALUE = "{{"
_WITHIN = {"elif": ("if",), "else": ("if", "for")}


class _Tag(NamedTuple):
    """A tag: its line, its first word, and whether it is a `set` whose value follows it."""

    line: int
    word: str
    opens: bool


def misread(found: Found, line: int, environment: Environment) -> TemplateFault:
    """What to say of a template that cannot be read from `line` on."""
    told = _from_tags(found.source, line, environment)
    at, message, word = told or (
        line,
        "ce gabarit ne se lit pas\u00a0: une balise y est mal écrite ou incomplète",
        "",
    )
    lines = found.source.splitlines()
    return TemplateFault(message, Spot(found.file, min(max(at, 1), max(len(lines), 1)), found.source), word)


def _from_tags(source: str, line: int, environment: Environment) -> tuple[int, str, str] | None:
    """What the tags up to that line tell: the line at fault, why, and the word."""
    open_tags: list[_Tag] = []
    whole = False
    try:
        for tag in _tags(source, environment):
            if tag.line > line:
                break
            told = _told(tag, open_tags)
            if told is not None:
                return told
        else:
            whole = True
    except TemplateSyntaxError as error:
        return error.lineno, "cette balise n'est pas fermée, ou l'un de ses signes n'a pas de sens", ""
    if whole and open_tags:
        last = open_tags[-1]
        return (
            last.line,
            f"{{% {last.word} %}} n'est jamais fermé\u00a0: il manque {{% end{last.word} %}}",
            last.word,
        )
    return None


def _told(tag: _Tag, open_tags: list[_Tag]) -> tuple[int, str, str] | None:
    """What is wrong with a tag, after those that are open; it opens or closes one of them."""
    last = open_tags[-1] if open_tags else None
    if tag.word == _VALUE:
        return tag.line, f"{quoted('{{')} n'est jamais fermé\u00a0: il manque {quoted('}}')}", ""
    if tag.word not in _TAGS:
        return tag.line, f"{quoted(tag.word)} n'est pas une balise{unknown(tag.word, _TAGS)}", tag.word
    if tag.opens:
        open_tags.append(tag)
    elif tag.word in _WITHIN and (last is None or last.word not in _WITHIN[tag.word]):
        return tag.line, f"{{% {tag.word} %}} n'est dans aucun {{% if %}}", tag.word
    elif tag.word.startswith("end"):
        if last is None:
            return tag.line, f"{{% {tag.word} %}} ne ferme rien", tag.word
        if tag.word != f"end{last.word}":
            told = (
                f"{{% {tag.word} %}} ferme autre chose que {{% {last.word} %}} (ligne {last.line}), "
                f"encore ouvert\u00a0: il manque {{% end{last.word} %}}"
            )
            return tag.line, told, tag.word
        open_tags.pop()
    return None


def _tags(source: str, environment: Environment) -> Iterator[_Tag]:
    """The tags in their order.

    Raises:
        TemplateSyntaxError: where one does not even have an end.
    """
    line, words, begun = 0, list[str](), 0
    for number, kind, text in environment.lex(source):
        if kind == "block_begin":
            line, words = number, []
        elif kind == "raw_begin":
            yield _Tag(number, "raw", opens=True)
        elif kind == "raw_end":
            yield _Tag(number, "endraw", opens=False)
        elif kind == "block_end" and words:
            word = words[0]
            yield _Tag(line, word, opens=word in _PAIRED or (word == "set" and "=" not in words))
        elif kind in {"name", "operator"}:
            words.append(text)
        if kind in {"variable_begin", "variable_end"}:
            begun = number if kind == "variable_begin" else 0
    if begun:
        yield _Tag(begun, _VALUE, opens=False)
