"""The files that a run has written: said where a command did its work, and could not tell it."""

from __future__ import annotations

from ctgkit.french.agreement import plural

_written: list[str] = []


def forget() -> None:
    """Starts a run."""
    _written.clear()


def remember(path: str) -> None:
    """A file is written."""
    _written.append(path)


def told() -> str:
    """What ends a sentence about what failed: `; plan.yaml est écrit`."""
    if not _written:
        return ""
    return f" ; {', '.join(dict.fromkeys(_written))} {plural(len(set(_written)), 'est écrit', 'sont écrits')}"
