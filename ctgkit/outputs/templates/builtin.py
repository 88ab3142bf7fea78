"""The templates that ctgkit comes with: where they are, what they are called, and what each is for."""

from __future__ import annotations

import re
from pathlib import Path

#: What a template says before a name to mean the built-in one, whatever the user's folder has.
PREFIX = "ctgkit/"
#: The plan that `ctg new` writes: no document, and of no use to who has a plan; and what
#: `ctg report --watch` shows of a document or in its place, always as ctgkit has it.
_NOT_DOCUMENTS = {"nouveau.yaml", "brut.html", "constats.html", "ecran.css", "ecran.html", "suivi.html"}
_FIRST_COMMENT = re.compile(r"\A\s*(?:\{#|/\*)(.*?)(?:#\}|\*/)", re.DOTALL)


def templates_folder() -> Path:
    """Where the built-in templates are: in an installed package, or at the top of a checkout."""
    package = Path(__file__).parents[2]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def names() -> tuple[str, ...]:
    """The names of the templates that make documents, in order; a user's file may have any of them."""
    return tuple(
        sorted(path.name for path in templates_folder().iterdir() if path.name not in _NOT_DOCUMENTS)
    )


def text(name: str) -> str:
    """A built-in template, as it is written."""
    return (templates_folder() / name).read_text(encoding="utf-8")


def purpose(source: str) -> str:
    """What a template is for: the first sentence of its first comment."""
    found = _FIRST_COMMENT.match(source)
    return " ".join(found[1].split()).split(". ")[0].rstrip(".") if found else ""
