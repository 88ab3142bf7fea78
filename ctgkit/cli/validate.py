"""`ctg validate`: is this a plan?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from ctgkit.cli.bulk import read_all
from ctgkit.cli.checking import present, refuse, settled
from ctgkit.cli.files import find
from ctgkit.findings.run import Checked
from ctgkit.wording.agreement import count

if TYPE_CHECKING:
    from ctgkit.findings.run import Totals
    from ctgkit.source import Reading


def validate(
    plans: list[str], output_format: str | None, output: str | None, color: str, *, force: bool
) -> int:
    """Prints or writes the findings of the plans and a summary; returns the exit status."""
    chosen = settled(output_format, output, color)
    found = find(plans)
    refuse(chosen, found.paths, force=force)
    totals = present(
        _checked(read_all(found.paths)),
        chosen,
        "validate",
        partial(_summary, ignored=len(found.ignored)),
        problems=found.problems,
    )
    if totals.problems:
        return 2
    return 1 if totals.findings else 0


def _checked(readings: Iterable[Reading | str]) -> Iterator[Checked | str]:
    for reading in readings:
        if isinstance(reading, str):
            yield reading
        else:
            yield Checked(reading.file, reading.findings, reading.lines, reading.fiches)


def _summary(totals: Totals, ignored: int) -> str:
    told = count(totals.findings, "erreur") if totals.findings else "aucune erreur"
    line = f"{count(totals.files, 'plan')}, {count(totals.fiches, 'fiche')}, {told}"
    if ignored:
        line += f" ({count(ignored, 'fichier YAML ignoré', 'fichiers YAML ignorés')}, sans clé d'un plan)"
    return line
