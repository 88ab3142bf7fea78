"""`ctg report`: writes the document of a plan."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ctgkit.cli import terminal
from ctgkit.cli.choices import choose, day
from ctgkit.cli.files import STDIN
from ctgkit.cli.misuse import Misuse, reason
from ctgkit.cli.plans import plan_or_findings
from ctgkit.report import FORMATS, KINDS, render
from ctgkit.report.output import is_ours, send, write

_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}
_NOT_IN_NAME = re.compile(r"[^\w.-]+")


def report(
    path: str,
    kind: str,
    output: str | None,
    output_format: str | None,
    date: str | None,
    *,
    force: bool,
    color: str,
) -> int:
    """Writes the document and prints its name; returns the exit status."""
    choose("--kind", kind, KINDS)
    chosen = _format(output, output_format)
    today = day("--date", date)
    target = None if output == STDIN else Path(output or f"{_stem(path)}-{kind}.{chosen}")
    if target is not None:
        _check(target, path, force=force)
    plan = plan_or_findings(path, terminal.paint(color))
    if plan is None:
        return 1
    text = render(plan, kind, chosen, today)
    if target is None:
        sys.stdout.flush()
        send(sys.stdout.fileno(), text)
        return 0
    try:
        write(target, text)
    except OSError as error:
        raise Misuse(f"{target} : {_refusal(error, target)}") from None
    print(target)
    return 0


def _format(output: str | None, asked: str | None) -> str:
    """The format asked for, or that of the output's extension, or HTML."""
    if asked is not None:
        return choose("--format", asked, FORMATS)
    if output is None or output == STDIN:
        return "html"
    suffix = Path(output).suffix.lower()
    if suffix not in _SUFFIXES:
        raise Misuse(f"extension inconnue : « {output} » ; écrivez .html ou .md, ou donnez --format")
    return _SUFFIXES[suffix]


def _stem(path: str) -> str:
    """A name for the document, from the plan's: `vie-et-boulogne`."""
    name = Path(path.rpartition(":")[2]).stem if path != STDIN else "plan"
    return _NOT_IN_NAME.sub("-", name).strip("-.") or "plan"


def _check(target: Path, path: str, *, force: bool) -> None:
    """Refuses to write over the plan itself, or over what ctgkit did not write."""
    try:
        if not target.exists():
            return
        if path != STDIN and Path(path).exists() and target.samefile(path):
            raise Misuse(f"{target} : c'est le plan lui-même ; donnez un autre nom avec -o")
        if target.is_dir():
            raise Misuse(f"{target} : c'est un dossier ; donnez un nom de fichier")
        if not target.is_file():
            raise Misuse(f"{target} : ce n'est pas un fichier ordinaire ; « -o - » affiche le document")
        if not force and not is_ours(target):
            raise Misuse(
                f"{target} : ce fichier existe et ctgkit ne l'a pas écrit ; "
                "donnez un autre nom avec -o, ou --force pour le remplacer"
            )
    except OSError as error:
        raise Misuse(f"{target} : {_refusal(error, target)}") from None


def _refusal(error: OSError, target: Path) -> str:
    if isinstance(error, FileNotFoundError) and not target.parent.is_dir():
        return f"le dossier « {target.parent} » n'existe pas"
    return reason(error)
