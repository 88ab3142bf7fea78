"""All the commands, declared once; what each needs is imported when it runs."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.main import get_command

from ctgkit import __version__
from ctgkit.cli.french import Command, Group, worded
from ctgkit.cli.misuse import Misuse

_HELP_NAMES = {"help_option_names": ["-h", "--help"]}
_app = typer.Typer(
    name="ctg",
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings=_HELP_NAMES,
)

_Plans = Annotated[
    list[str],
    typer.Argument(metavar="PLAN…", help="Des fichiers, des dossiers, ou - pour l'entrée standard."),
]
_OnePlan = Annotated[
    str,
    typer.Argument(metavar="PLAN", help="Un fichier, - pour l'entrée standard, ou RÉVISION:chemin (git)."),
]
_Color = Annotated[
    str,
    typer.Option("--color", metavar="QUAND", help="Couleurs : auto (par défaut), always ou never."),
]

_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="full (par défaut), concise, json, github, gitlab, sarif ou junit.",
    ),
]
_Findings = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FICHIER",
        help="Le fichier à écrire ; sans --format, son extension décide : .txt, .json, .sarif ou .xml.",
    ),
]
_Force = Annotated[bool, typer.Option("--force", help="Remplace un fichier que ctgkit n'a pas écrit.")]


@_app.callback()
def _ctg(
    ctx: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Affiche la version.")] = False,
) -> int:
    """Les plans d'actions des Conventions Territoriales Globales, dans un fichier YAML.

    « ctg COMMANDE --help » explique une commande.
    """
    if version:
        print(f"ctgkit {__version__}")
    elif ctx.invoked_subcommand is None:
        print(ctx.get_help())
    return 0


@_app.command("validate", cls=Command)
def _validate(
    plans: _Plans,
    output_format: _Format = None,
    output: _Findings = None,
    *,
    force: _Force = False,
    color: _Color = "auto",
) -> int:
    """Vérifie que des fichiers sont des plans : YAML, clés, valeurs, adresses, dates.

    Sur GitHub Actions et GitLab CI, le format par défaut est celui de la plateforme.

    Code de retour : 0 si tout va bien, 1 s'il y a des erreurs, 2 si un fichier ne peut pas être lu.
    """
    from ctgkit.cli.validate import validate  # noqa: PLC0415

    return validate(plans, output_format, output, color, force=force)


@_app.command("show", cls=Command)
def _show(
    plan: _OnePlan,
    adresse: Annotated[
        str | None,
        typer.Argument(
            metavar="ADRESSE", help="Une fiche : petite-enfance/1.1, ou 1.1 s'il n'y en a qu'une."
        ),
    ] = None,
    color: _Color = "auto",
) -> int:
    """Affiche le sommaire d'un plan, ou une fiche.

    Le sommaire donne l'adresse de chaque fiche, que les autres commandes attendent.
    """
    from ctgkit.cli.show import show  # noqa: PLC0415

    return show(plan, adresse, color)


@_app.command("report", cls=Command)
def _report(
    plan: _OnePlan,
    kind: Annotated[
        str, typer.Option("--kind", metavar="SORTE", help="plan (par défaut) : le plan entier.")
    ] = "plan",
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FICHIER",
            help="Le fichier à écrire (.html ou .md), ou - pour l'afficher.",
        ),
    ] = None,
    output_format: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="html (par défaut) ou md.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="AAAA-MM-JJ", help="La date d'édition ; aujourd'hui par défaut."),
    ] = None,
    force: _Force = False,
    color: _Color = "auto",
) -> int:
    """Écrit le document d'un plan : une page HTML à imprimer ou à lire, ou du Markdown."""
    from ctgkit.cli.report import report  # noqa: PLC0415

    return report(plan, kind, output, output_format, date, force=force, color=color)


@_app.command("schema", cls=Command)
def _schema(
    what: Annotated[
        str,
        typer.Argument(metavar="QUOI", help="plan (par défaut), ou findings : ce qu'écrit --format json."),
    ] = "plan",
) -> int:
    """Affiche un schéma JSON : celui du plan, pour la complétion dans un éditeur, ou celui des constats."""
    from ctgkit.cli.schema import schema  # noqa: PLC0415

    return schema(what)


def run(args: list[str]) -> int:
    """Runs a command and returns its exit status.

    Raises:
        Misuse: for wrong usage, configuration or files.
    """
    command: Any = get_command(_app)
    try:
        with command.make_context("ctg", args) as ctx:
            return int(command.invoke(ctx) or 0)
    except typer.Exit as done:
        return done.exit_code
    except Exception as error:
        told = worded(error)
        if told is None:
            raise
        raise Misuse(told) from error
