"""`ctg validate`: is this a plan?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ctgkit.cli import terminal
from ctgkit.cli.bulk import read_all
from ctgkit.cli.choices import choose
from ctgkit.cli.files import find
from ctgkit.findings.text import write_concise, write_full
from ctgkit.wording.agreement import count

if TYPE_CHECKING:
    from ctgkit.cli.files import Found

FORMATS = ("full", "concise")


def validate(plans: list[str], output_format: str, color: str) -> int:
    """Prints the findings of the plans and a summary; returns the exit status."""
    choose("--format", output_format, FORMATS)
    paint = terminal.paint(color)
    found = find(plans)
    problems = list(found.problems)
    read = errors = fiches = 0
    for reading in read_all(found.paths):
        if isinstance(reading, str):
            problems.append(reading)
            continue
        read += 1
        fiches += reading.fiches
        errors += len(reading.findings)
        if output_format == "full":
            write_full(reading.findings, reading.lines, sys.stdout, paint, terminal.width())
        else:
            write_concise(reading.findings, sys.stdout, paint)
    if read:
        print(_summary(read, fiches, errors, found))
    sys.stdout.flush()
    for problem in problems:
        print(f"ctg : {problem}", file=sys.stderr)
    if problems:
        return 2
    return 1 if errors else 0


def _summary(plans: int, fiches: int, errors: int, found: Found) -> str:
    told = count(errors, "erreur") if errors else "aucune erreur"
    line = f"{count(plans, 'plan')}, {count(fiches, 'fiche')}, {told}"
    if found.ignored:
        ignored = len(found.ignored)
        line += f" ({count(ignored, 'fichier YAML ignoré', 'fichiers YAML ignorés')}, sans clé d'un plan)"
    return line
