"""What came of many plans, parted: results go on, the rest is told."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from ctgkit.outputs import terminal
from ctgkit.outputs.findings.run import Checked
from ctgkit.outputs.findings.text import write_full

if TYPE_CHECKING:
    from ctgkit.plan.reading import Reading

_Result = TypeVar("_Result")


def checked(reading: Reading) -> Checked:
    """What is told of a plan with errors."""
    return Checked(reading.file, reading.findings, reading.lines, reading.fiches)


class Sieve:
    """Lets results through, and keeps count of what is none.

    Attributes:
        problems: a sentence for each file that cannot be read or written.
        invalid: how many errors each plan has that has some, by its file.
    """

    def __init__(self, problems: Iterable[str] = ()) -> None:
        """Starts with the problems that were met before."""
        self.problems = list(problems)
        self.invalid: dict[str, int] = {}

    def results(self, made: Iterable[_Result | Checked | str], color: str) -> Iterator[_Result]:
        """The results; the findings of plans with errors are printed on standard error as they come.

        Args:
            made: what :func:`ctgkit.app.bulk.each` gives.
            color: when findings are coloured.
        """
        paint = terminal.Paint(enabled=terminal.colored(color, sys.stderr))
        for one in made:
            if isinstance(one, str):
                self.problems.append(one)
            elif isinstance(one, Checked):
                self.invalid[one.file] = len(one.findings)
                write_full(one.findings, one.lines, sys.stderr, paint, terminal.width(sys.stderr))
            else:
                yield one
