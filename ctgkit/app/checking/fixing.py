"""`--fix` and `--diff`, for `validate` and `lint` alike."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from ctgkit.app.checking.changes import print_diff
from ctgkit.app.files.given import STDIN, STDIN_NAME, load
from ctgkit.app.files.rewriting import rewrite
from ctgkit.app.misuse import Misuse
from ctgkit.french.agreement import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctgkit.outputs.terminal import Paint
    from ctgkit.plan.finding import Finding

#: What a file's bytes have to be mended, given with the name of the file.
Check = Callable[[bytes, str], "Sequence[Finding]"]


def write_fixes(path: str, check: Check) -> int:
    """Makes the fixes of a file in it; says how many.

    Raises:
        Misuse: if it is no file, or cannot be written.
    """
    from ctgkit.plan.editing.fixing import fix  # noqa: PLC0415

    if path == STDIN or not os.path.isfile(path):  # noqa: PTH113  (may be no path at all)
        if path != STDIN:
            load(path)  # says what is wrong with it, if it is not at a revision of git
        name = STDIN_NAME if path == STDIN else path
        raise Misuse(f"{name} : --fix n'écrit que dans un fichier ; voyez --diff")
    fixed = rewrite(path, lambda data: fix(data, lambda tried: check(tried, path)))
    return len(fixed.applied)


def show_fixes(path: str, check: Check, paint: Paint) -> int:
    """Prints the fixes of a file as a unified diff, and writes nothing; says how many there are.

    Raises:
        Misuse: if the file cannot be read.
    """
    from ctgkit.plan.editing.fixing import fix  # noqa: PLC0415

    data = load(path)
    name = STDIN_NAME if path == STDIN else path
    fixed = fix(data, lambda tried: check(tried, name))
    if fixed.applied:
        print_diff(data, fixed.data, name, paint)
    return len(fixed.applied)


def fix_all(paths: Sequence[str], check: Check, *, paint: Paint | None = None) -> tuple[int, list[str]]:
    """Makes the certain fixes of all files, or shows them where there is `paint`.

    Returns:
        How many there were, and a sentence for each file that could not be read or written.
    """
    counts = []
    problems = []
    for path in paths:
        try:
            counts.append(write_fixes(path, check) if paint is None else show_fixes(path, check, paint))
        except Misuse as misuse:
            problems.append(str(misuse))
    if paint is not None:
        _tell(counts)
    return sum(counts), problems


def _tell(counts: Sequence[int]) -> None:
    """Says on standard error how much there is to fix."""
    total, files = sum(counts), sum(map(bool, counts))
    if not total:
        print("aucune correction certaine", file=sys.stderr)
        return
    told = count(total, "correction certaine", "corrections certaines")
    print(f"{told} dans {count(files, 'fichier')} ; rien n'est écrit : --fix les fait", file=sys.stderr)


def after_fixes(made: int) -> str:
    """What starts the summary of a run that fixed something."""
    return f"{count(made, 'correction faite', 'corrections faites')} ; " if made else ""
