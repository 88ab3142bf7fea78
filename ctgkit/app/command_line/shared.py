"""The options and arguments that several commands have, each declared once."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from ctgkit.app.command_line.options import Argument, Option, Word, option
from ctgkit.outputs.registry import formats, suffixes

Plans: TypeAlias = Annotated[
    tuple[str, ...], Argument("PLAN…", "Des fichiers, des dossiers, ou - pour l'entrée standard.")
]
AnyPlans: TypeAlias = Annotated[
    tuple[str, ...],
    Argument("PLAN…", "Des fichiers, des dossiers, - pour l'entrée standard, ou RÉVISION:chemin (git)."),
]
OnePlan: TypeAlias = Annotated[
    str, Argument("PLAN", "Un fichier, - pour l'entrée standard, ou RÉVISION:chemin (git).")
]
Color: TypeAlias = Annotated[
    str,
    option(
        "--color",
        metavar="QUAND",
        help="Couleurs : auto (par défaut), always (toujours) ou never (jamais).",
        aliases=("--couleur", "--couleurs"),
        words=(Word("auto"), Word("always", ("toujours",)), Word("never", ("jamais",))),
    ),
]
Force: TypeAlias = Annotated[
    bool,
    option("--force", help="Remplace un fichier que ctgkit n'a pas écrit.", aliases=("--forcer",)),
]
Fix: TypeAlias = Annotated[
    bool,
    option("--fix", help="Corrige dans le fichier ce qui se corrige à coup sûr.", aliases=("--corriger",)),
]
ShowFix: TypeAlias = Annotated[
    bool,
    option(
        "--diff",
        help="Montre ce que --fix corrigerait, et n'écrit rien.",
        aliases=("--différences", "--dry-run"),
    ),
]
OnlyPlans: TypeAlias = Annotated[
    bool,
    option(
        "--only-plans",
        help="Ignore les fichiers YAML qui ne sont pas des plans.",
        aliases=("--seulement-les-plans",),
    ),
]
Templates: TypeAlias = Annotated[
    str | None,
    option(
        "--templates",
        metavar="DOSSIER",
        help="Un dossier de gabarits, dont les fichiers passent avant ceux de ctgkit qui ont le même nom.",
        aliases=("--gabarits",),
    ),
]


def date(told: str) -> Option:
    """The day that a command computes for."""
    return option("--date", metavar="AAAA-MM-JJ", help=told, aliases=("--jour",))


def since(told: str) -> Option:
    """The day that a command compares with."""
    return option("--since", metavar="AAAA-MM-JJ", help=told, aliases=("--depuis",))


def output(told: str) -> Option:
    """The file that a command writes."""
    return option("-o", "--output", metavar="FICHIER", help=told, aliases=("--sortie",))


def pilote(told: str) -> Option:
    """A pilot."""
    return option("--pilote", metavar="NOM", help=told, aliases=("--pilot",))


def only(told: str, metavar: str, words: tuple[Word, ...] = ()) -> Option:
    """What is kept of all there is."""
    return option("--only", metavar=metavar, help=told, aliases=("--seulement",), words=words)


def written_in(kind: str, told: str = "") -> Option:
    """The format that a command writes in.

    Args:
        kind: what it writes, as the registry calls it.
        told: what is said after the list of the formats.
    """
    first, *others = formats(kind)
    *some, last = (one.name for one in others)
    return option(
        "--format",
        metavar="FORMAT",
        help=f"{', '.join([f'{first.name} (par défaut)', *some])} ou {last}.{told}",
        words=tuple(Word(one.name, one.synonyms) for one in (first, *others)),
    )


def endings(kind: str) -> str:
    """How the file that a command writes may end: `.html, .md ou .json`."""
    *some, last = suffixes(kind)
    return f"{', '.join(some)} ou {last}"


def written_to(kind: str) -> Option:
    """The file that a command writes, whose extension says in which format."""
    return output(f"Le fichier à écrire ; sans --format, son extension décide : {endings(kind)}.")
