"""Long texts cut to the words around what changed."""

from __future__ import annotations

from ctgkit.versions.changes import Run

_GAP = "…"


def around(runs: tuple[Run, ...], words: int | None) -> tuple[Run, ...]:
    """`runs` with at most so many of the words that stay on each side of what changes.

    A text in which nothing changes is left whole, and nothing is cut to save one word.
    """
    if words is None or all(run.op == "equal" for run in runs):
        return runs
    last = len(runs) - 1
    return tuple(
        Run("equal", _cut(run.text, words if rank > 0 else 0, words if rank < last else 0))
        if run.op == "equal"
        else run
        for rank, run in enumerate(runs)
    )


def _cut(text: str, first: int, last: int) -> str:
    """The first and the last words of a text, and the spaces at its ends."""
    words = text.split()
    if len(words) <= first + last + 1:
        return text
    kept = [*words[:first], _GAP, *words[len(words) - last :]]
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return before + " ".join(kept) + after
