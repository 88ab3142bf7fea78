"""The entry point: runs a command, and words whatever goes wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ctgkit.app.files import written
from ctgkit.app.misuse import Misuse, reason
from ctgkit.app.startup import start
from ctgkit.app.streams import forget_output, usable

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
    written.forget()
    with usable():
        try:
            status = _run(sys.argv[1:] if args is None else list(args))
            sys.stdout.flush()
        except BrokenPipeError:  # whoever read us (head, less) has enough
            forget_output()
            return _BROKEN_PIPE
        except OSError as error:
            forget_output()
            _say(f"sortie standard : {reason(error)}{written.told()}")
            return 2
        except KeyboardInterrupt:
            return _INTERRUPTED
        return status


def _run(args: list[str]) -> int:
    try:
        from ctgkit.app.dispatch import run  # noqa: PLC0415  (only once the collector is told to wait)

        return run(args)
    except Misuse as misuse:
        _say(f"{misuse}{_nowhere()}")
        return 2
    except OSError as error:
        if error.filename is None and not (isinstance(error, FileNotFoundError) and _nowhere()):
            raise  # about a stream, not a file
        what = f"{error.filename} : {reason(error)}" if error.filename is not None else ""
        _say(f"{what}{_nowhere()}".removeprefix(" ; "))
        return 2
    except Exception as bug:
        if os.environ.get("CTG_DEBUG"):
            raise
        _say(_told(bug))
        return 3


def _nowhere() -> str:
    """What ends a sentence where the current folder is gone: no name that starts there leads anywhere."""
    try:
        os.getcwd()  # noqa: PTH109  (nothing slow is imported here)
    except OSError:
        return " ; le dossier où vous êtes n'existe plus, allez dans un autre"
    return ""


def _say(sentence: str) -> None:
    print(f"ctg : {sentence}", file=sys.stderr)


def _told(bug: Exception) -> str:
    """A bug of ctgkit's in one line, with where it was and how to report it."""
    trace = bug.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"  # noqa: PTH119
    what = " ".join(f"{type(bug).__name__} {bug}".split())[:200]
    return (
        f"erreur interne ({what}, {where}). C'est un défaut de ctgkit : signalez-le avec cette ligne, "
        "et le détail que donne la même commande précédée de CTG_DEBUG=1."
    )
