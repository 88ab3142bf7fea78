"""The entry point: runs a command, and words whatever goes wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ctgkit.app.misuse import Misuse, reason
from ctgkit.app.startup import start

_INTERRUPTED = 130
_BROKEN_PIPE = 141


def main(args: Sequence[str] | None = None) -> int:
    """Runs `ctg`.

    Args:
        args: the words after `ctg`; those of the process by default.

    Returns:
        The exit status.
    """
    start()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = _run(sys.argv[1:] if args is None else list(args))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read us (head, less) has enough
        _forget_output()
        return _BROKEN_PIPE
    except OSError as error:
        _forget_output()
        print(f"ctg : sortie standard : {reason(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _forget_output() -> None:
    """Drops what could not be written: Python would try, and complain, again when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(args: list[str]) -> int:
    try:
        from ctgkit.app.dispatch import run  # noqa: PLC0415  (only once the collector is told to wait)

        return run(args)
    except Misuse as misuse:
        print(f"ctg : {misuse}", file=sys.stderr)
        return 2
    except Exception as bug:
        if isinstance(bug, OSError) and bug.filename is None:  # about a stream, not a file
            raise
        if os.environ.get("CTG_DEBUG"):
            raise
        print(_told(bug), file=sys.stderr)
        return 3


def _told(bug: Exception) -> str:
    """A bug of ctgkit's in one line, with where it was and how to report it."""
    trace = bug.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"  # noqa: PTH119
    what = " ".join(f"{type(bug).__name__} {bug}".split())[:200]
    return (
        f"ctg : erreur interne ({what}, {where}). C'est un défaut de ctgkit : signalez-le avec cette ligne, "
        "et le détail que donne la même commande précédée de CTG_DEBUG=1."
    )
