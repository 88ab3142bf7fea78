"""`ctg diff`: what changed between two versions of a plan, contract and follow-up apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import Argument, option
from ctgkit.app.command_line.shared import Color, Templates
from ctgkit.app.misuse import Misuse

if TYPE_CHECKING:
    from ctgkit.reports.diff import Scope

RANK = 7
ALIASES = ("comparer",)
#: What asks for all the words that stay.
_ALL_WORDS = ("all", "tout", "tous")


class Options(NamedTuple):
    """Dit ce qui change entre deux versions d'un plan, le contrat et le suivi séparément.

    Une action déplacée, renumérotée ou retouchée est reconnue : elle n'est pas retirée puis ajoutée.
    Avec --avenant, écrit le projet de l'avenant qui mène de l'une à l'autre (HTML ou Markdown).
    Code de retour : 0, changements ou non (1 avec --exit-code s'il y en a), 2 si une version ne peut pas
    être lue ou n'est pas un plan.
    """

    plans: Annotated[
        tuple[str, ...],
        Argument(
            "ANCIEN NOUVEAU",
            "Deux plans : des fichiers, - pour l'entrée standard, ou RÉVISION:chemin (git). Un seul "
            "fichier se compare avec sa version dans HEAD.",
        ),
    ]
    contract: Annotated[
        bool, option("--contract", help="Seulement ce qui modifie le plan signé.", aliases=("--contrat",))
    ] = False
    followup: Annotated[bool, option("--followup", help="Seulement le suivi.", aliases=("--suivi",))] = False
    typographie: Annotated[
        bool,
        option(
            "--typographie",
            help="Montre aussi, un par un, les textes qui ne diffèrent que par la typographie, et ce qui "
            "n'est ni contrat ni suivi (identifiants, intitulés, vocabulaire).",
            aliases=("--typography",),
        ),
    ] = False
    only: Annotated[
        tuple[str, ...],
        shared.only(
            "Seulement ces fiches ou sections, sous leur ancienne adresse ou la nouvelle ; plusieurs "
            "avec des virgules.",
            "ADRESSES",
        ),
    ] = ()
    stat: Annotated[
        bool,
        option("--stat", help="Seulement combien de changements a chaque fiche.", aliases=("--résumé",)),
    ] = False
    exit_code: Annotated[
        bool,
        option(
            "--exit-code",
            help="Le code de retour est 1 s'il y a des changements.",
            aliases=("--code-de-retour",),
        ),
    ] = False
    context: Annotated[
        str | None,
        option(
            "--context",
            metavar="MOTS",
            help="Combien de mots inchangés montrer autour de ceux qui changent : 12 par défaut, ou all "
            "(tous).",
            aliases=("--contexte",),
        ),
    ] = None
    output_format: Annotated[str | None, shared.written_in("diff")] = None
    output: Annotated[str | None, shared.written_to("diff")] = None
    git: Annotated[
        bool,
        option(
            "--git", help="Lit les arguments que git donne à un programme de comparaison (diff.ctg.command)."
        ),
    ] = False
    force: Annotated[
        bool,
        option(
            "--force",
            help="Compare les plans de deux territoires ; remplace un fichier que ctgkit n'a pas écrit.",
            aliases=("--forcer",),
        ),
    ] = False
    avenant: Annotated[
        bool,
        option(
            "--avenant",
            help="Écrit un projet d'avenant, en HTML ou en Markdown.",
            aliases=("--amendment",),
        ),
    ] = False
    date: Annotated[str | None, shared.date("Le jour du projet d'avenant ; aujourd'hui par défaut.")] = None
    color: Color = "auto"
    templates: Templates = None


def diff(options: Options) -> int:
    """Prints or writes what differs between two plans; returns the exit status."""
    if options.git:
        from ctgkit.app.documents.git_driver import driven

        return driven(list(options.plans), options.color)
    if options.avenant:
        return _avenant(options)
    if options.date is not None:
        raise Misuse("--date ne va qu'avec --avenant : une comparaison ne dépend pas du jour")
    return _compared(options)


def _avenant(options: Options) -> int:
    """Drafts the avenant that leads from one version to the other."""
    from ctgkit.app.documents.avenant import draft_avenant

    views = {
        "--contract": options.contract,
        "--followup": options.followup,
        "--typographie": options.typographie,
        "--only": options.only,
    }
    alone = {"--stat": options.stat, "--exit-code": options.exit_code, "--context": options.context}
    refused = [name for name, given in {**views, **alone}.items() if given]
    if refused:
        raise Misuse(f"--avenant ne va pas avec {refused[0]} : il contient tout ce qui change au contrat")
    return draft_avenant(
        list(options.plans),
        options.output,
        options.output_format,
        options.date,
        options.templates,
        force=options.force,
        color=options.color,
    )


def _compared(options: Options) -> int:
    """Tells what differs."""
    from ctgkit.app.documents.comparison import compared, document, same_territory, valid, versions, written
    from ctgkit.app.documents.delivery import Form, deliver, format_of, refuse, target_of
    from ctgkit.app.documents.templating import presentation

    scope = _scope(options)
    form = Form(
        format_of("diff", options.output_format, options.output), target_of(options.output), options.color
    )
    templated = form.format.page
    if options.stat and form.format.name == "json":
        raise Misuse("--stat résume pour un lecteur ; le JSON donne déjà les nombres, avec chaque changement")
    if options.templates is not None and not templated:
        raise Misuse("--templates va avec --format html ou md, ou avec --avenant")
    shown = presentation(options.plans[-1], options.templates) if templated else None
    refuse(form.target, options.plans, force=options.force)
    pair = versions(list(options.plans))
    if not valid(pair, options.color):
        return 2
    if len(options.plans) == 2 and not options.force:
        same_territory(pair)
    view, comparison = compared(pair, scope)
    name = form.format.name
    if shown is not None:
        deliver([written(view, name, shown, stat=options.stat)], form)
    else:
        deliver(document(view, comparison, name, form.paint, form.columns, stat=options.stat), form)
    return 1 if options.exit_code and view.number else 0


def _scope(options: Options) -> Scope:
    """What is to be told."""
    from ctgkit.reports.diff import Scope

    both = options.contract == options.followup
    context = _context(options.context)
    return Scope(
        both or options.contract,
        both or options.followup,
        options.only,
        apart=options.typographie,
        context=context,
    )


def _context(asked: str | None) -> int | None:
    """How many of the words that stay are shown; `None` for all."""
    from ctgkit.app.documents.comparison import CONTEXT

    if asked is None:
        return CONTEXT
    if asked.lower() in _ALL_WORDS:
        return None
    if not asked.isdecimal() or not asked.isascii():
        raise Misuse(f"--context attend un nombre de mots, ou all, et non « {asked} »")
    return int(asked)
