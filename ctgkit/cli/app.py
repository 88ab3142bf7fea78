"""All the commands, declared once; what each needs is imported when it runs."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.main import get_command

from ctgkit import __version__
from ctgkit.cli.choices import words
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
_Fix = Annotated[bool, typer.Option("--fix", help="Corrige dans le fichier ce qui se corrige à coup sûr.")]
_OnlyPlans = Annotated[
    bool, typer.Option("--only-plans", help="Ignore les fichiers YAML qui ne sont pas des plans.")
]
_Diff = Annotated[bool, typer.Option("--diff", help="Montre ce que --fix corrigerait, et n'écrit rien.")]


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
    force: _Force = False,
    fix: _Fix = False,
    diff: _Diff = False,
    only_plans: _OnlyPlans = False,
    color: _Color = "auto",
) -> int:
    """Vérifie que des fichiers sont des plans : YAML, clés, valeurs, adresses, dates.

    Code de retour : 0 si tout va bien, 1 s'il y a des erreurs, 2 si un fichier ne peut pas être lu.
    """
    from ctgkit.cli.validate import validate  # noqa: PLC0415

    return validate(
        plans, output_format, output, color, force=force, fix=fix, diff=diff, only_plans=only_plans
    )


@_app.command("lint", cls=Command)
def _lint(
    plans: _Plans,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RÈGLES",
            help="Seulement ces règles : CTG301, sans-pilote, ou CTG3 ; plusieurs avec des virgules.",
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RÈGLES", help="Toutes les règles sauf celles-ci.")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="GRAVITÉ",
            help="La gravité à partir de laquelle le code de retour est 1 : error, warning ou info.",
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="AAAA-MM-JJ", help="Le jour où le plan est jugé ; aujourd'hui par défaut."
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Affiche seulement combien de fois chaque règle a parlé.")
    ] = False,
    baseline: Annotated[
        str | None,
        typer.Option("--baseline", metavar="FICHIER", help="Ne montre que ce que cette référence n'a pas."),
    ] = None,
    write_baseline: Annotated[
        bool,
        typer.Option("--write-baseline", help="Écrit la référence : tout ce qui est trouvé aujourd'hui."),
    ] = False,
    output_format: _Format = None,
    output: _Findings = None,
    force: _Force = False,
    fix: _Fix = False,
    diff: _Diff = False,
    only_plans: _OnlyPlans = False,
    color: _Color = "auto",
) -> int:
    """Vérifie que des plans sont bons : ce qui manque, ce qui est mal écrit, ce qui n'est pas suivi.

    « ctg rule » liste les règles ; un fichier ctgkit.toml, à côté des plans ou au-dessus, les règle.
    Code de retour : 0 s'il n'y a rien à signaler, 1 sinon, 2 si un fichier ou un réglage est à revoir.
    """
    from ctgkit.cli.lint import lint  # noqa: PLC0415
    from ctgkit.lint.settings import Chosen  # noqa: PLC0415

    chosen = Chosen(words(select) if select is not None else None, words(ignore or []), fail_on)
    return lint(
        plans,
        chosen,
        date,
        output_format,
        output,
        color,
        baseline,
        write_baseline=write_baseline,
        statistics=statistics,
        force=force,
        fix=fix,
        diff=diff,
        only_plans=only_plans,
    )


@_app.command("rule", cls=Command)
def _rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE", help="Le code d'une règle (CTG301), son nom, ou le début de codes (CTG3)."
        ),
    ] = None,
    output_format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text (par défaut) ou json.")
    ] = "text",
    color: _Color = "auto",
) -> int:
    """Liste les règles de « ctg lint », ou en explique une : pourquoi, un exemple, comment corriger."""
    from ctgkit.cli.rule import rule  # noqa: PLC0415

    return rule(code, output_format, color)


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


@_app.command("status", cls=Command)
def _status(
    plans: Annotated[
        list[str],
        typer.Argument(
            metavar="PLAN…",
            help="Des fichiers, des dossiers, - pour l'entrée standard, ou RÉVISION:chemin (git).",
        ),
    ],
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="AAAA-MM-JJ", help="Le jour de l'état ; aujourd'hui par défaut."),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="GROUPE", help="axe (par défaut), pilote, statut ou annee."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="MOTS",
            help="Seulement les fiches en retard (late), au démarrage en retard (late-start), bloquées "
            "(blocked), sans nouvelles (silent), sans pilote (no-pilot), à venir (planned), en cours "
            "(ongoing), réalisées (done), en pause (paused), abandonnées (dropped) ou non renseignées "
            "(unreported) ; plusieurs mots avec des virgules.",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="AAAA-MM-JJ", help="Ce qui a bougé après ce jour, celui du dernier COPIL."
        ),
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="text (par défaut), md, json ou csv."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FICHIER",
            help="Le fichier à écrire ; sans --format, son extension décide : .txt, .md, .json ou .csv.",
        ),
    ] = None,
    force: _Force = False,
    color: _Color = "auto",
) -> int:
    """Dit où en est chaque action à une date : statut, avancement, calendrier, pilote, alertes, note.

    Tout se calcule du journal (« suivi ») : le même jour donne toujours le même état. De plusieurs plans,
    affiche une ligne chacun, et le total.
    """
    from ctgkit.cli.status import status  # noqa: PLC0415

    return status(plans, date, by, only, since, output_format, output, color, force=force)


@_app.command("report", cls=Command)
def _report(
    plan: _OnePlan,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="SORTE",
            help="copil (par défaut) : le rapport au comité de pilotage ; plan : le plan entier ; "
            "pilote : la liste d'un pilote, nommé par --pilote.",
        ),
    ] = "copil",
    pilote: Annotated[
        str | None,
        typer.Option(
            "--pilote",
            metavar="NOM",
            help="Avec --kind pilote : qui, sous l'une quelconque de ses écritures.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FICHIER",
            help="Le fichier à écrire (.html, .md ou .json), ou - pour l'afficher.",
        ),
    ] = None,
    output_format: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="html (par défaut), md ou json.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="AAAA-MM-JJ",
            help="Le jour du document, ou d'édition du plan ; aujourd'hui par défaut.",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="AAAA-MM-JJ",
            help="Le jour auquel comparer ; par défaut, celui du comité de pilotage précédent (« copils »).",
        ),
    ] = None,
    force: _Force = False,
    color: _Color = "auto",
) -> int:
    """Écrit un document : le rapport au COPIL, le plan entier ou la liste d'un pilote."""
    from ctgkit.cli.report import report  # noqa: PLC0415

    return report(plan, kind, pilote, output, output_format, date, since, force=force, color=color)


@_app.command("new", cls=Command)
def _new(
    file: Annotated[str, typer.Argument(metavar="FICHIER", help="Le plan à écrire : plan.yaml.")],
    territoire: Annotated[
        str | None,
        typer.Option("--territoire", metavar="NOM", help="Le nom du territoire : Vie et Boulogne."),
    ] = None,
    caf: Annotated[
        str | None, typer.Option("--caf", metavar="NOM", help="Le nom de la Caf : Caf de la Vendée.")
    ] = None,
    periode: Annotated[
        str | None,
        typer.Option("--periode", metavar="ANNÉES", help="La période de la convention : 2025-2028."),
    ] = None,
    niveaux: Annotated[
        str | None,
        typer.Option(
            "--niveaux",
            metavar="NOMS",
            help="Les niveaux au-dessus des fiches : « Axe, Objectif » (par défaut), « Thématique »…",
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="AAAA-MM-JJ",
            help="Le jour où le plan est écrit ; aujourd'hui par défaut.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Remplace le fichier s'il existe.")] = False,
) -> int:
    """Écrit un plan à compléter, commenté, et son schéma pour les éditeurs.

    Dans un terminal, ce que les options ne disent pas est demandé ; ailleurs, c'est à compléter.
    """
    from ctgkit.cli.new import new  # noqa: PLC0415

    return new(file, territoire, caf, periode, niveaux, date, force=force)


@_app.command("schema", cls=Command)
def _schema(
    what: Annotated[
        str,
        typer.Argument(
            metavar="QUOI", help="plan (par défaut), findings ou status : ce qu'écrit --format json."
        ),
    ] = "plan",
) -> int:
    """Affiche un schéma JSON : celui du plan, pour un éditeur, des constats ou de l'état."""
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
