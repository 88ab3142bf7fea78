"""Documents as files: their format, their name, and where they go."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from ctgkit.app.command_line.values import choose
from ctgkit.app.files.given import STDIN
from ctgkit.app.files.writing import check, save, send
from ctgkit.app.misuse import Misuse
from ctgkit.outputs.templates import FORMATS

#: What the first characters of a document hold: in HTML, in Markdown, in JSON.
_OURS = (
    '<meta name="generator" content="ctgkit |<!-- ctgkit '
    r'|\A{\s*"version": \d+,\s*"tool": {\s*"name": "ctgkit"'
)
#: The format that the extension of a file asks for.
DOCUMENT_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json"}
#: What is not kept of a text in the name of a file.
NOT_IN_NAME = re.compile(r"[^\w.-]+")


def chosen_format(output: str | None, asked: str | None, formats: tuple[str, ...] = FORMATS) -> str:
    """The one of `formats` asked for, or that of the output's extension, or HTML.

    Raises:
        Misuse: if it is none.
    """
    if asked is not None:
        return choose("--format", asked, formats)
    if output is None or output == STDIN:
        return "html"
    chosen = DOCUMENT_SUFFIXES.get(Path(output).suffix.lower())
    if chosen not in formats:
        *first, last = (f".{one}" for one in formats)
        known = f"{', '.join(first)} ou {last}"
        raise Misuse(f"extension inconnue : « {output} » ; écrivez {known}, ou donnez --format")
    return chosen


def chosen_target(
    output: str | None, plans: Sequence[str], kind: str, chosen: str, *, force: bool
) -> Path | None:
    """Where a document goes, `None` for standard output.

    Args:
        output: what the user asked for; without it, the document is named after the plan.
        plans: the plans it is about, the last of which names it.
        kind: what it is, at the end of its name: `plan`.
        chosen: its format.
        force: whether a file that ctgkit did not write may be replaced.

    Raises:
        Misuse: if something stands in the way.
    """
    if output == STDIN:
        return None
    target = Path(output or f"{stem(plans[-1])}-{kind}.{chosen}")
    check(target, [plan for plan in plans if plan != STDIN], _OURS, force=force)
    return target


def deliver(target: Path | None, text: str) -> None:
    """Writes a document and prints its name, or prints it whole.

    Raises:
        Misuse: if it cannot be written.
    """
    if target is None:
        sys.stdout.flush()
        send(sys.stdout.fileno(), text)
        return
    save(target, text)
    print(target)


def stem(path: str) -> str:
    """A name for the document, from the plan's: `vie-et-boulogne`."""
    name = Path(path.rpartition(":")[2]).stem if path != STDIN else "plan"
    return NOT_IN_NAME.sub("-", name).strip("-.") or "plan"
