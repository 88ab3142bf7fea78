"""`ctg report`: writes the document of a plan."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ctgkit.cli import terminal
from ctgkit.cli.choices import choose, day
from ctgkit.cli.files import STDIN
from ctgkit.cli.misuse import Misuse
from ctgkit.cli.output import check, save, send
from ctgkit.cli.plans import plan_or_findings
from ctgkit.report import FORMATS, KINDS, render

#: What the first characters of a document hold: in HTML, in Markdown.
_OURS = '<meta name="generator" content="ctgkit |<!-- ctgkit '
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
        check(target, [] if path == STDIN else [path], _OURS, force=force)
    plan = plan_or_findings(path, terminal.paint(color))
    if plan is None:
        return 1
    text = render(plan, kind, chosen, today)
    if target is None:
        sys.stdout.flush()
        send(sys.stdout.fileno(), text)
        return 0
    save(target, text)
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
