"""All the commands, declared once; what each needs is imported when it runs."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Annotated, Any

import typer
from typer.main import get_command

from ctgkit import __version__
from ctgkit.app.command_line.help import Command, Group, worded
from ctgkit.app.command_line.values import words
from ctgkit.app.misuse import Misuse

#: What an option means without its value.
_ALONE = {"--eject": "tout"}
_HELP_NAMES = {"help_option_names": ["-h", "--help"]}
_app = typer.Typer(
    name="ctg",
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings=_HELP_NAMES,
)


def _day(told: str) -> Any:
    """The option of the day that a command computes for."""
    return typer.Option("--date", metavar="AAAA-MM-JJ", help=told)


def _file(told: str) -> Any:
    """The option of the file that a command writes."""
    return typer.Option("-o", "--output", metavar="FICHIER", help=told)


def _format(told: str) -> Any:
    """The option of the format that a command writes in."""
    return typer.Option("--format", metavar="FORMAT", help=told)


_Plans = Annotated[
    list[str],
    typer.Argument(metavar="PLAN…", help="Des fichiers, des dossiers, ou - pour l'entrée standard."),
]
_AnyPlans = Annotated[
    list[str],
    typer.Argument(
        metavar="PLAN…",
        help="Des fichiers, des dossiers, - pour l'entrée standard, ou RÉVISION:chemin (git).",
    ),
]
_ONE_PLAN = typer.Argument(
    metavar="PLAN", help="Un fichier, - pour l'entrée standard, ou RÉVISION:chemin (git)."
)
_OnePlan = Annotated[str, _ONE_PLAN]
_Color = Annotated[
    str,
    typer.Option("--color", metavar="QUAND", help="Couleurs : auto (par défaut), always ou never."),
]

_Format = Annotated[
    str | None,
    _format("full (par défaut), concise, json, github, gitlab, sarif ou junit."),
]
_Findings = Annotated[
    str | None,
    _file("Le fichier à écrire ; sans --format, son extension décide : .txt, .json, .sarif ou .xml."),
]
_Force = Annotated[bool, typer.Option("--force", help="Remplace un fichier que ctgkit n'a pas écrit.")]
_Fix = Annotated[bool, typer.Option("--fix", help="Corrige dans le fichier ce qui se corrige à coup sûr.")]
_OnlyPlans = Annotated[
    bool, typer.Option("--only-plans", help="Ignore les fichiers YAML qui ne sont pas des plans.")
]
_Templates = Annotated[
    str | None,
    typer.Option(
        "--templates",
        metavar="DOSSIER",
        help="Un dossier de gabarits, dont les fichiers passent avant ceux de ctgkit qui ont le même nom.",
    ),
]
_ShowFix = Annotated[bool, typer.Option("--diff", help="Montre ce que --fix corrigerait, et n'écrit rien.")]


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
    diff: _ShowFix = False,
    only_plans: _OnlyPlans = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="ANCIEN",
            help="Vérifie aussi qu'un plan ne change pas en cachette : l'ancienne version "
            "(fichier ou RÉVISION:chemin) ; ou une révision, où chaque plan est comparé avec ce qu'il était.",
        ),
    ] = None,
    color: _Color = "auto",
) -> int:
    """Vérifie que des fichiers sont des plans : YAML, clés, valeurs, adresses, dates.

    Code de retour : 0 si tout va bien, 1 s'il y a des erreurs, 2 si un fichier ne peut pas être lu.
    """
    from ctgkit.commands.validate import validate  # noqa: PLC0415

    return validate(
        plans,
        output_format,
        output,
        color,
        against,
        force=force,
        fix=fix,
        diff=diff,
        only_plans=only_plans,
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
        _day("Le jour où le plan est jugé ; aujourd'hui par défaut."),
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
    diff: _ShowFix = False,
    only_plans: _OnlyPlans = False,
    color: _Color = "auto",
) -> int:
    """Vérifie que des plans sont bons : ce qui manque, ce qui est mal écrit, ce qui n'est pas suivi.

    « ctg rule » liste les règles ; un fichier ctgkit.toml, à côté des plans ou au-dessus, les règle.
    Code de retour : 0 s'il n'y a rien à signaler, 1 sinon, 2 si un fichier ou un réglage est à revoir.
    """
    from ctgkit.commands.lint import lint  # noqa: PLC0415
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
    output_format: Annotated[str, _format("text (par défaut) ou json.")] = "text",
    color: _Color = "auto",
) -> int:
    """Liste les règles de « ctg lint », ou en explique une : pourquoi, un exemple, comment corriger."""
    from ctgkit.commands.rule import rule  # noqa: PLC0415

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
    from ctgkit.commands.show import show  # noqa: PLC0415

    return show(plan, adresse, color)


@_app.command("status", cls=Command)
def _status(
    plans: _AnyPlans,
    date: Annotated[
        str | None,
        _day("Le jour de l'état ; aujourd'hui par défaut."),
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
        _format("text (par défaut), md, json ou csv."),
    ] = None,
    output: Annotated[
        str | None,
        _file("Le fichier à écrire ; sans --format, son extension décide : .txt, .md, .json ou .csv."),
    ] = None,
    force: _Force = False,
    color: _Color = "auto",
) -> int:
    """Dit où en est chaque action à une date : statut, avancement, calendrier, pilote, alertes, note.

    Tout se calcule du journal (« suivi ») : le même jour donne toujours le même état. De plusieurs plans,
    affiche une ligne chacun, et le total.
    """
    from ctgkit.commands.status import status  # noqa: PLC0415

    return status(plans, date, by, only, since, output_format, output, color, force=force)


@_app.command("calendar", cls=Command)
def _calendar(
    plans: _AnyPlans,
    date: Annotated[
        str | None,
        _day("Le jour marqué ; aujourd'hui par défaut."),
    ] = None,
    year: Annotated[
        str | None,
        typer.Option("--year", metavar="AAAA", help="Seulement cette année de la convention, mois par mois."),
    ] = None,
    pilote: Annotated[
        str | None,
        typer.Option(
            "--pilote", metavar="NOM", help="Seulement les fiches et les étapes de ce pilote, alias compris."
        ),
    ] = None,
    output_format: Annotated[
        str | None,
        _format("text (par défaut), md, json, csv ou ics."),
    ] = None,
    output: Annotated[
        str | None,
        _file("Le fichier à écrire ; sans --format, son extension décide : .txt, .md, .json, .csv, .ics."),
    ] = None,
    force: _Force = False,
    color: _Color = "auto",
) -> int:
    """Montre quand se déroule chaque action : un diagramme de Gantt par année et semestre.

    Ce que les mots laissent ouvert ou imprécis reste visible comme tel. Avec -o calendrier.ics, un fichier
    que lisent les agendas.
    """
    from ctgkit.commands.calendar import calendar  # noqa: PLC0415

    return calendar(plans, date, year, pilote, output_format, output, color, force=force)


@_app.command("diff", cls=Command)
def _diff(
    plans: Annotated[
        list[str],
        typer.Argument(
            metavar="ANCIEN NOUVEAU",
            help="Deux plans : des fichiers, - pour l'entrée standard, ou RÉVISION:chemin (git). Un seul "
            "fichier se compare avec sa version dans HEAD.",
        ),
    ],
    contract: Annotated[
        bool, typer.Option("--contract", help="Seulement ce qui demande un avenant.")
    ] = False,
    followup: Annotated[bool, typer.Option("--followup", help="Seulement le suivi.")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="ADRESSES",
            help="Seulement ces fiches ou sections, sous leur ancienne adresse ou la nouvelle ; plusieurs "
            "avec des virgules.",
        ),
    ] = None,
    stat: Annotated[
        bool, typer.Option("--stat", help="Seulement combien de changements a chaque fiche.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Le code de retour est 1 s'il y a des changements.")
    ] = False,
    context: Annotated[
        str | None,
        typer.Option(
            "--context",
            metavar="MOTS",
            help="Combien de mots inchangés montrer autour de ceux qui changent : 12 par défaut, ou all.",
        ),
    ] = None,
    output_format: Annotated[
        str | None,
        _format("text (par défaut), md, html ou json."),
    ] = None,
    output: Annotated[
        str | None,
        _file("Le fichier à écrire ; sans --format, son extension décide : .txt, .md, .html ou .json."),
    ] = None,
    git: Annotated[
        bool,
        typer.Option(
            "--git", help="Lit les arguments que git donne à un programme de comparaison (diff.ctg.command)."
        ),
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help="Compare les plans de deux territoires ; remplace un fichier que ctgkit n'a pas écrit.",
        ),
    ] = False,
    avenant: Annotated[
        bool, typer.Option("--avenant", help="Écrit un projet d'avenant, en HTML ou en Markdown.")
    ] = False,
    date: Annotated[
        str | None,
        _day("Le jour du projet d'avenant ; aujourd'hui par défaut."),
    ] = None,
    color: _Color = "auto",
    templates: _Templates = None,
) -> int:
    """Dit ce qui change entre deux versions d'un plan, le contrat et le suivi séparément.

    Une action déplacée, renumérotée ou retouchée est reconnue : elle n'est pas retirée puis ajoutée.
    Avec --avenant, écrit le projet de l'avenant qui mène de l'une à l'autre (HTML ou Markdown).
    Code de retour : 0, changements ou non (1 avec --exit-code s'il y en a), 2 si une version ne peut pas
    être lue ou n'est pas un plan.
    """
    from ctgkit.commands.diff import diff  # noqa: PLC0415

    if git:
        from ctgkit.app.documents.git_driver import driven  # noqa: PLC0415

        return driven(plans, color)
    if avenant:
        from ctgkit.app.documents.avenant import draft_avenant  # noqa: PLC0415

        views = {"--contract": contract, "--followup": followup, "--only": only, "--stat": stat}
        alone = {**views, "--exit-code": exit_code, "--context": context}
        refused = [name for name, given in alone.items() if given]
        if refused:
            raise Misuse(f"--avenant ne va pas avec {refused[0]} : il contient tout ce qui change au contrat")
        return draft_avenant(plans, output, output_format, date, templates, force=force, color=color)
    if date is not None:
        raise Misuse("--date ne va qu'avec --avenant : une comparaison ne dépend pas du jour")
    return diff(
        plans,
        contract=contract,
        followup=followup,
        only=only,
        stat=stat,
        exit_code=exit_code,
        context=context,
        output_format=output_format,
        output=output,
        force=force,
        color=color,
        templates=templates,
    )


@_app.command("report", cls=Command)
def _report(
    plans: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PLAN…",
            help="Un plan : un fichier, - pour l'entrée standard, ou RÉVISION:chemin (git) ; "
            "ou plusieurs, ou des dossiers.",
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="SORTE",
            help="copil (par défaut) : le rapport au comité de pilotage ; plan : le plan entier ; "
            "pilote : la liste d'un pilote, nommé par --pilote ; "
            "territoires (par défaut de plusieurs plans ou d'un dossier) : un seul rapport sur tous.",
        ),
    ] = None,
    each: Annotated[
        bool,
        typer.Option("--each", help="Écrit un document par plan, dans le dossier courant ou celui de -o."),
    ] = False,
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
        _file("Le fichier à écrire (.html, .md ou .json), ou - pour l'afficher ; avec --each, le dossier."),
    ] = None,
    output_format: Annotated[str | None, _format("html (par défaut), md ou json.")] = None,
    date: Annotated[
        str | None,
        _day("Le jour du document, ou d'édition du plan ; aujourd'hui par défaut."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="AAAA-MM-JJ",
            help="Le jour auquel comparer ; par défaut, celui du comité de pilotage précédent (« copils »).",
        ),
    ] = None,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help="Réécrit le document à chaque changement du plan, de ses gabarits ou de ses réglages, "
            "et le montre dans le navigateur, à une adresse de cette machine seule.",
        ),
    ] = False,
    port: Annotated[
        str | None,
        typer.Option(
            "--port",
            metavar="NOMBRE",
            help="Avec --watch : le port de cette adresse ; sans lui, un port libre.",
        ),
    ] = None,
    force: _Force = False,
    color: _Color = "auto",
    templates: _Templates = None,
    list_templates: Annotated[
        bool, typer.Option("--list-templates", help="Liste les gabarits des documents, sans rien écrire.")
    ] = False,
    eject: Annotated[
        list[str] | None,
        typer.Option(
            "--eject",
            metavar="NOM",
            help="Copie un gabarit de ctgkit dans le dossier des gabarits, pour l'adapter ; plusieurs avec "
            "des virgules, tous sans NOM.",
        ),
    ] = None,
) -> int:
    """Écrit un document : le rapport au COPIL, le plan entier, la liste d'un pilote, ou tous les territoires.

    Code de retour : 0 si tout va bien, 1 si un plan a des erreurs (ses constats sont affichés), 2 si un
    fichier ne peut pas être lu ou écrit.
    """
    from ctgkit.commands.report import Options, report  # noqa: PLC0415

    options = Options(
        kind,
        each,
        pilote,
        output,
        output_format,
        date,
        since,
        force,
        color,
        templates,
        list_templates,
        eject,
    )
    if watch:
        from ctgkit.app.watch.watching import watch as start  # noqa: PLC0415

        return start(plans or [], options, port)
    if port is not None:
        raise Misuse("--port va avec --watch")
    return report(plans or [], options)


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
        _day("Le jour où le plan est écrit ; aujourd'hui par défaut."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Remplace le fichier s'il existe.")] = False,
) -> int:
    """Écrit un plan à compléter, commenté, et son schéma pour les éditeurs.

    Dans un terminal, ce que les options ne disent pas est demandé ; ailleurs, c'est à compléter.
    """
    from ctgkit.commands.new import new  # noqa: PLC0415

    return new(file, territoire, caf, periode, niveaux, date, force=force)


@_app.command("track", cls=Command)
def _track(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="Le fichier du plan.")],
    adresse: Annotated[
        str,
        typer.Argument(
            metavar="ADRESSE", help="Une fiche : petite-enfance/1.1, ou 1.1 s'il n'y en a qu'une."
        ),
    ],
    statut: Annotated[
        str | None,
        typer.Option(
            "--statut",
            metavar="STATUT",
            help="à venir, en cours, réalisée, en pause, bloquée ou abandonnée.",
        ),
    ] = None,
    avancement: Annotated[
        str | None, typer.Option("--avancement", metavar="POURCENTAGE", help="De 0 à 100.")
    ] = None,
    note: Annotated[
        str | None,
        typer.Option("--note", metavar="TEXTE", help="Ce qu'il faut savoir."),
    ] = None,
    auteur: Annotated[str | None, typer.Option("--auteur", metavar="NOM", help="Qui le note.")] = None,
    date: Annotated[
        str | None,
        _day("Le jour de l'entrée ; aujourd'hui par défaut."),
    ] = None,
    etape: Annotated[
        str | None,
        typer.Option(
            "--etape", metavar="TITRE", help="Une étape de la fiche : son titre, ou un mot qu'elle seule a."
        ),
    ] = None,
    indicateur: Annotated[
        str | None,
        typer.Option(
            "--indicateur",
            metavar="NOM",
            help="Ajoute une mesure à un indicateur : son nom, ou un mot que lui seul a.",
        ),
    ] = None,
    valeur: Annotated[
        str | None, typer.Option("--valeur", metavar="VALEUR", help="La valeur mesurée : 12, 0,25, Bonne.")
    ] = None,
    commentaire: Annotated[
        str | None, typer.Option("--commentaire", metavar="TEXTE", help="Ce qui explique la valeur.")
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", help="Montre ce qui serait ajouté, et n'écrit rien.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help="Ajoute malgré une date douteuse ou un doublon, ou à un indicateur sans clés.",
        ),
    ] = False,
    color: _Color = "auto",
) -> int:
    """Ajoute une entrée au suivi d'une fiche, sans rien changer d'autre dans le fichier.

    Sans option, dans un terminal, la commande pose les questions. L'entrée va à sa date.
    """
    from ctgkit.app.tracking.answers import Options  # noqa: PLC0415
    from ctgkit.commands.track import track  # noqa: PLC0415

    options = Options(statut, avancement, note, auteur, etape, indicateur, valeur, commentaire)
    return track(plan, adresse, options, date, color, diff=diff, force=force)


@_app.command("schema", cls=Command)
def _schema(
    what: Annotated[
        str,
        typer.Argument(
            metavar="QUOI",
            help="plan (par défaut), ou ce qu'écrit --format json : findings, status, calendar, diff ou"
            " report.",
        ),
    ] = "plan",
) -> int:
    """Affiche un schéma JSON : celui du plan, pour un éditeur, ou de ce qu'écrit une commande."""
    from ctgkit.commands.schema import schema  # noqa: PLC0415

    return schema(what)


def _with_one(name: str) -> typer.Typer:
    """The application with the one command of that name, or whole: declaring all takes time."""
    wanted = [known for known in _app.registered_commands if known.name == name]
    if not wanted:
        return _app
    alone = copy(_app)
    alone.registered_commands = wanted
    return alone


def _completed(args: list[str]) -> Iterator[str]:
    """The arguments, with what an option means that stands alone: Typer knows of none that may."""
    for rank, word in enumerate(args, 1):
        yield word
        if word in _ALONE and (rank == len(args) or args[rank].startswith("-")):
            yield _ALONE[word]


def run(args: list[str]) -> int:
    """Runs a command and returns its exit status.

    Raises:
        Misuse: for wrong usage, configuration or files.
    """
    command: Any = get_command(_with_one(args[0]) if args else _app)
    try:
        with command.make_context("ctg", list(_completed(args))) as ctx:
            return int(command.invoke(ctx) or 0)
    except typer.Exit as done:
        return done.exit_code
    except Exception as error:
        told = worded(error)
        if told is None:
            raise
        raise Misuse(told) from error
