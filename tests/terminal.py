"""Runs `ctg` at a terminal of its own, with somebody who types: a pseudo-terminal."""

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

_PATIENCE = 60
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x07")
#: Keys: Control-C and Control-D.
INTERRUPT, END = "\x03", "\x04"

#: Makes standard input the terminal that Control-C comes from, then runs `ctg`.
_START = (
    "import fcntl, signal, sys, termios; "
    "signal.signal(signal.SIGINT, signal.default_int_handler); "
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "from ctgkit.app import main; "
    "sys.exit(main())"
)


class Typed(NamedTuple):
    """What a command did at a terminal."""

    status: int
    screen: str  #: all that stood on it, with line feeds only


def at_terminal(
    arguments: Sequence[str], answers: Sequence[tuple[str, str | Callable[[], str]]], cwd: Path
) -> Typed:
    """Runs `ctg`, and types each answer once the words before it stand at the end of the screen.

    An answer that is a function does something first, and gives the keys.
    """
    import pty  # noqa: PLC0415  (not on Windows)

    parent, child = pty.openpty()
    env = {**os.environ, "TERM": "dumb", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, "-c", _START, *arguments],
        stdin=child,
        stdout=child,
        stderr=child,
        cwd=cwd,
        env=env,
        start_new_session=True,
    ) as process:
        os.close(child)
        screen = ""
        try:
            for words, keys in answers:
                seen = _read(parent, until=words)
                screen += seen
                assert seen.endswith(words), screen
                data = (keys if isinstance(keys, str) else keys()).encode()
                os.write(parent, data)
                # An interrupt right between the prompt and the wait for keys is only noticed with the next.
                while keys == INTERRUPT and not select.select([parent], [], [], 1)[0]:
                    os.write(parent, data)
            screen += _read(parent, until=None)
            return Typed(process.wait(_PATIENCE), screen)
        finally:
            process.kill()
            os.close(parent)


def _read(handle: int, until: str | None) -> str:
    """What comes on the screen, until it ends with some words, or until the command ends."""
    end = time.monotonic() + _PATIENCE
    data = b""
    while time.monotonic() < end:
        ready, _, _ = select.select([handle], [], [], 0.1)
        if ready:
            try:
                data += os.read(handle, 4096)
            except OSError:  # nobody has the terminal any more
                break
        seen = _seen(data)
        if until is not None and seen.endswith(until):
            break
    return _seen(data)


def _seen(data: bytes) -> str:
    return _ESCAPES.sub("", data.decode(errors="replace")).replace("\r\n", "\n")


def shown(columns: int, *arguments: str, color: str = "never") -> str:
    """What a command, with nobody who types, sends to a terminal so wide."""
    import pty  # noqa: PLC0415  (not on Windows)

    parent, child = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "ctgkit", *arguments, "--color", color],
        stdout=child,
        env={**os.environ, "COLUMNS": str(columns)},
    ):
        os.close(child)
        seen = b""
        try:
            while chunk := os.read(parent, 65536):
                seen += chunk
        except OSError:  # the terminal is closed once all is read
            pass
    os.close(parent)
    return seen.decode()
