"""What `ctg report --watch` shows in a browser: the document as it is written, or what is to be mended.

These pages are always made of the built-in templates: a fault of somebody's own must not hide itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from ctgkit import __version__

_END = "</body>"


@dataclass(frozen=True)
class Constat:
    """A finding, as a page shows it."""

    lieu: str  #: `plan.yaml:12:3`
    code: str
    message: str
    adresse: str | None
    extrait: str  #: the lines it is about, with a caret under the words; empty where there are none
    aide: str | None
    certaine: bool  #: whether `--fix` writes what `aide` says


@dataclass(frozen=True)
class Ecran:
    """A page that stands for a document.

    Either `constats`, `probleme` or `texte` says something.
    """

    plan: str  #: the file, as the command was given it
    titre: str
    document: str | None = None  #: the file that is written, if there is one
    constats: tuple[Constat, ...] = ()
    probleme: str | None = None  #: one sentence, without its stop
    extrait: str = ""  #: the lines that it is about
    texte: str = ""  #: a document that is no page


def faults(ecran: Ecran) -> str:
    """The page of what is to be mended."""
    return _rendered("constats.html", ecran=ecran)


def verbatim(ecran: Ecran) -> str:
    """The page of a document that is none."""
    return _rendered("brut.html", ecran=ecran)


def following(html: str, sorte: str) -> tuple[str, str]:
    """A page that loads itself again once there is another, where its reader was.

    Args:
        html: the page.
        sorte: what it shows; a place on it is kept for the next page of that kind.

    Returns:
        Its edition, which is the same for the same page, and its text.
    """
    edition = blake2b(f"{sorte}\n{html}".encode(errors="replace"), digest_size=8).hexdigest()
    added = _rendered("suivi.html", edition=edition, sorte=sorte)
    start = html.rfind(_END)
    start = len(html) if start < 0 else start
    return edition, f"{html[:start]}{added}{html[start:]}"


def _rendered(name: str, **context: Any) -> str:
    from ctgkit.outputs.templates.environment import environment  # noqa: PLC0415  (Jinja is slow to import)

    return environment("html", as_typed=True).get_template(name).render(**context, version=__version__)
