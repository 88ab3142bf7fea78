"""Looks for what was added to this copy of the project in all its outputs: the copy runs it.

    python -m tools.recipes.looking NAME…

It prints each place where something is not found, and ends with status 1 if there is any.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from tests.command import ctg
from tools.recipes.addition import Addition, Generated, Look
from tools.recipes.additions import every_addition

_ROOT = Path(__file__).parents[2]


def absent(addition: Addition) -> Iterator[str]:
    """Where the new thing is not found."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in addition.files.items():
            folder.joinpath(file).write_text(text, encoding="utf-8")
        for look in addition.looks:
            yield from _in_file(look) if isinstance(look, Generated) else _in_output(look, folder)


def _in_file(look: Generated) -> Iterator[str]:
    if not _found(look.words, (_ROOT / look.file).read_text(encoding="utf-8")):
        yield f"{look.file}: no « {look.words} »"


def _in_output(look: Look, folder: Path) -> Iterator[str]:
    done = ctg(*look.command, cwd=folder)
    text = done.out
    if look.written is not None:
        written = folder / look.written
        text = written.read_text(encoding="utf-8") if written.exists() else ""
    if done.status != look.status or not _found(look.words, text):
        yield f"ctg {' '.join(look.command)}: no « {look.words} » (status {done.status}) {done.err}".rstrip()


def _found(words: str, text: str) -> bool:
    """Whether a text has these words; a line may end where they have a space, which may not break.

    A line of iCalendar goes on below, after a space.
    """
    unfolded = text.replace("\r\n ", "")
    return " ".join(words.split()) in " ".join(unescape(unfolded).split())


def main(names: list[str]) -> int:
    """Looks for the additions of these names; the exit status."""
    every = every_addition()
    found = [f"{every[name].name}: {told}" for name in names for told in absent(every[name])]
    for told in found:
        print(told)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
