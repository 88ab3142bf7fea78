"""The three streams of the process, such that whatever somebody made of them can be told in a sentence."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader, BufferedWriter, FileIO, TextIOWrapper
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

#: What Python is told to do with a character that the encoding of a stream does not have.
_REPLACING = "ctgkit.stand_in"
_NO_CHARACTERS = "utf-8"


@contextmanager
def usable() -> Iterator[None]:
    """Has the streams of the process be such that commands can use them, whoever started it and how.

    - One that is closed is there: to read or to print is refused by the system, and so it is told.
    - What an encoding has no character for becomes another one, never a question mark.
    - What cannot be said on standard error is not said, and changes nothing else.
    """
    codecs.register_error(_REPLACING, _replaced)
    before = (sys.stdin, sys.stdout, sys.stderr)
    try:
        # In this order: each takes the lowest free number, which is its own, so that no file does.
        sys.stdin = before[0] or _closed_input()
        sys.stdout = before[1] or _closed_output()
        sys.stderr = _heedless(before[2])
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors=_REPLACING)
        yield
    finally:
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        sys.stdin, sys.stdout, sys.stderr = before


def forget_output() -> None:
    """Drops what could not be written: Python would try, and complain, again when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replaced(error: UnicodeError) -> tuple[str | bytes, int]:
    """Gives what stands for the first of the characters that an encoding does not have.

    A byte of a file's name that is no character here is written as it is.
    """
    from ctgkit.french.ascii import stand_in  # noqa: PLC0415  (hardly ever)

    if not isinstance(error, UnicodeEncodeError):
        raise error
    at = error.start
    code = ord(error.object[at])
    if 0xDC80 <= code <= 0xDCFF:
        return bytes([code - 0xDC00]), at + 1
    return stand_in(error.object, at), at + 1


def _closed_input() -> TextIO:
    """An input that nothing can be read of."""
    return TextIOWrapper(BufferedReader(FileIO(os.open(os.devnull, os.O_WRONLY), "r")), _NO_CHARACTERS)


def _closed_output() -> TextIO:
    """An output that nothing can be written to."""
    return TextIOWrapper(BufferedWriter(FileIO(os.open(os.devnull, os.O_RDONLY), "w")), _NO_CHARACTERS)


def _heedless(stream: TextIO | None) -> TextIO:
    """Standard error, where what cannot be written is dropped."""
    if stream is None:
        return TextIOWrapper(BufferedWriter(FileIO(os.open(os.devnull, os.O_WRONLY), "w")), _NO_CHARACTERS)
    # A console of Windows is no file that bytes are written to.
    if not isinstance(stream, TextIOWrapper) or sys.platform == "win32":
        return stream
    try:
        handle = stream.fileno()
    except OSError:  # in memory: there is nothing that could refuse it
        return stream
    with suppress(OSError):
        stream.flush()
    heedless = _Heedless(handle, "w", closefd=False)
    return TextIOWrapper(BufferedWriter(heedless), stream.encoding, stream.errors, line_buffering=True)


class _Heedless(FileIO):
    """Writes where it can, and says that it did."""

    def write(self, data: Buffer, /) -> int:
        """Writes, or does not."""
        with suppress(OSError):
            return super().write(data) or 0
        return len(memoryview(data))
