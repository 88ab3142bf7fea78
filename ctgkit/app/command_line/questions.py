"""What a command wants to know: from an option, or from somebody at a terminal, asked until it will do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from typing import Generic, NamedTuple, TypeVar

from ctgkit.app.misuse import Misuse
from ctgkit.french.visible import one_line

_Answer = TypeVar("_Answer")


class Unfit(Exception):  # noqa: N818  (about an answer, not an error of ctgkit's)
    """An answer will not do; the message says why."""


class Question(NamedTuple, Generic[_Answer]):
    """Something to know."""

    option: str  #: the option that says it: `--caf`
    words: str  #: what somebody at a terminal is asked
    read: Callable[[str], _Answer]  #: raises :class:`Unfit`
    usual: str = ""  #: what an empty answer stands for, where it may be empty


def possible() -> bool:
    """Whether somebody is there to answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def given(question: Question[_Answer], value: str) -> _Answer:
    """What the option says.

    Raises:
        Misuse: if it will not do.
    """
    try:
        return question.read(value)
    except Unfit as why:
        raise Misuse(f"{question.option} : {why}") from None


def settled(question: Question[_Answer], value: str | None, absent: str) -> _Answer:
    """What the option says, what somebody answers, or `absent` where nobody is there.

    Raises:
        Misuse: if the option's value will not do, or nobody answers any more.
        KeyboardInterrupt: if that somebody has had enough.
    """
    if value is None and possible():
        return ask(question)
    return given(question, absent if value is None else value)


def ask(question: Question[_Answer]) -> _Answer:
    """What somebody at the terminal answers, asked again until it will do.

    Raises:
        Misuse: if there is nothing more to read.
        KeyboardInterrupt: if that somebody has had enough.
    """
    with suppress(ImportError):  # the arrow keys, where Python has them
        import readline  # noqa: F401, PLC0415
    if isinstance(sys.stdin, TextIOWrapper):  # bytes that are no text are an answer that will not do
        sys.stdin.reconfigure(errors="surrogateescape")
    usual = f" [{question.usual}]" if question.usual else ""
    while True:
        try:
            answer = input(f"{question.words}{usual} : ")
            return question.read(answer if answer.strip() else question.usual)
        except Unfit as why:
            print(f"  {why}")
        except EOFError:
            print()
            raise Misuse("la saisie s'est arrêtée : rien n'est écrit") from None
        except KeyboardInterrupt:
            print("\nctg : interrompu, rien n'est écrit", file=sys.stderr)
            raise


def text(answer: str) -> str:
    """An answer that is a text on one line.

    Raises:
        Unfit: if there is nothing in it, or something that cannot be seen.
    """
    stripped = answer.strip()
    if not stripped:
        raise Unfit("un texte est attendu")
    if one_line(stripped) != stripped:
        raise Unfit("il y a un caractère invisible dans ce texte ; tapez-le de nouveau")
    return stripped
