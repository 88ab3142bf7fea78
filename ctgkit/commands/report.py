"""`ctg report`: writes a document about a plan, about many, or about each of them."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import Argument, Word, option
from ctgkit.app.command_line.shared import Color, Force, Templates
from ctgkit.app.misuse import Misuse
from ctgkit.reports.document import Document, documents, usual

if TYPE_CHECKING:
    from ctgkit.app.documents.report import Order
    from ctgkit.reports.document import Asked

RANK = 8
ALIASES = ("rapport",)
_LAST_PORT = 65535


def _told(document: Document) -> str:
    """What the help of `--kind` says of a document."""
    if document == usual(several=False):
        return f"{document.kind} (par défaut) : {document.told}"
    if document == usual(several=True):
        return f"{document.kind} (par défaut de plusieurs plans ou d'un dossier) : {document.told}"
    return f"{document.kind} : {document.told}"


class Options(NamedTuple):
    """Écrit un document : le rapport au comité de pilotage, ou un autre que nomme --kind.

    Code de retour : 0 si tout va bien, 1 si un plan a des erreurs (ses constats sont affichés), 2 si un
    fichier ne peut pas être lu ou écrit.
    """

    plans: Annotated[
        tuple[str, ...],
        Argument(
            "PLAN…",
            "Un plan : un fichier, - pour l'entrée standard, ou RÉVISION:chemin (git) ; "
            "ou plusieurs, ou des dossiers.",
        ),
    ] = ()
    kind: Annotated[
        str | None,
        option(
            "--kind",
            metavar="SORTE",
            help=f"{' ; '.join(map(_told, documents().values()))}.",
            aliases=("--sorte",),
            words=tuple(map(Word, documents())),
        ),
    ] = None
    each: Annotated[
        bool,
        option(
            "--each",
            help="Écrit un document par plan, dans le dossier courant ou celui de -o.",
            aliases=("--chacun",),
        ),
    ] = False
    pilote: Annotated[
        str | None, shared.pilote("Avec --kind pilote : qui, sous l'une quelconque de ses écritures.")
    ] = None
    output: Annotated[
        str | None,
        shared.output(
            f"Le fichier à écrire ({shared.endings('report')}), ou - pour l'afficher ; "
            "avec --each, le dossier."
        ),
    ] = None
    output_format: Annotated[str | None, shared.written_in("report")] = None
    date: Annotated[
        str | None, shared.date("Le jour du document, ou d'édition du plan ; aujourd'hui par défaut.")
    ] = None
    since: Annotated[
        str | None,
        shared.since(
            "Le jour auquel comparer ; par défaut, celui du comité de pilotage précédent (« copils »)."
        ),
    ] = None
    coordonnees: Annotated[
        bool,
        option(
            "--coordonnees",
            help="Nomme les contacts et les participants, avec téléphones et courriels : un document qui "
            "sort de la maison ne les dit pas sans cela.",
            aliases=("--coordonnées", "--contact-details"),
        ),
    ] = False
    watch: Annotated[
        bool,
        option(
            "--watch",
            help="Réécrit le document à chaque changement du plan, de ses gabarits ou de ses réglages, "
            "et le montre dans le navigateur, à une adresse de cette machine seule.",
            aliases=("--surveiller",),
        ),
    ] = False
    port: Annotated[
        str | None,
        option(
            "--port",
            metavar="NOMBRE",
            help="Avec --watch : le port de cette adresse ; sans lui, un port libre.",
        ),
    ] = None
    force: Force = False
    color: Color = "auto"
    templates: Templates = None
    list_templates: Annotated[
        bool,
        option(
            "--list-templates",
            help="Liste les gabarits des documents, sans rien écrire.",
            aliases=("--liste-gabarits",),
        ),
    ] = False
    eject: Annotated[
        tuple[str, ...] | None,
        option(
            "--eject",
            metavar="NOM",
            help="Copie un gabarit de ctgkit dans le dossier des gabarits, pour l'adapter ; plusieurs avec "
            "des virgules, tous sans NOM.",
            aliases=("--copier-gabarit",),
            alone="tout",
        ),
    ] = None


def report(options: Options) -> int:
    """Writes what is asked for and prints its name; returns the exit status.

    Without a plan, its templates may still be listed or copied.
    """
    if options.watch:
        return _watch(options)
    if options.port is not None:
        raise Misuse("--port va avec --watch")
    if options.list_templates or options.eject is not None:
        return _templates(options)
    _needed(options.plans)
    if options.each:
        return _each(options)
    if _meant(options).several:
        return _together(options)
    return _one(_single(options), options)


def _needed(plans: tuple[str, ...]) -> None:
    """Makes sure that there is a plan.

    Raises:
        Misuse: if none is given.
    """
    if not plans:
        raise Misuse("il manque PLAN… (voir « ctg report --help »)")


def _several(plans: tuple[str, ...]) -> bool:
    """Whether there may be several: what was typed decides, not how many plans a folder happens to have."""
    return len(plans) > 1 or os.path.isdir(plans[0])  # noqa: PTH112  (a name may be no path at all)


def _meant(options: Options) -> Document:
    """The document: what was typed, else what suits as many plans."""
    if options.kind is not None:
        return documents()[options.kind]
    return usual(several=_several(options.plans))


def _single(options: Options) -> str:
    """The one plan that a document is about.

    Raises:
        Misuse: if there may be several.
    """
    plans = options.plans
    if not _several(plans):
        return plans[0]
    what = f"il y en a {len(plans)}" if len(plans) > 1 else f"« {plans[0]} » est un dossier"
    kind = options.kind or usual(several=False).kind
    raise Misuse(f"--kind {kind} écrit sur un seul plan, et {what} ; --each écrit un document par plan")


def _asked(options: Options, *, several: bool = False) -> Asked:
    """What is asked; of several plans, if it is to be one document about them.

    Raises:
        Misuse: if it cannot be.
    """
    from ctgkit.app.command_line.values import day
    from ctgkit.app.documents.report import coherent
    from ctgkit.reports.document import Asked

    today = day("--date", options.date)
    since = day("--since", options.since) if options.since is not None else None
    document = documents()[options.kind] if options.kind is not None else usual(several=several)
    asked = Asked(document, options.pilote, today, since, options.coordonnees)
    coherent(asked)
    return asked


def _order(path: str, options: Options) -> Order:
    """What the options ask for, of the plan at `path`.

    Raises:
        Misuse: if it cannot be, or if the file may not be written.
    """
    from ctgkit.app.documents.delivery import Form, document_target, format_of
    from ctgkit.app.documents.report import Order, suffix

    asked = _asked(options)
    chosen = format_of("report", options.output_format, options.output)
    target = document_target(options.output, [path], suffix(asked), chosen.suffixes[0], force=options.force)
    return Order(asked, Form(chosen, target, options.color))


def _one(path: str, options: Options) -> int:
    """Writes the document about one plan."""
    from ctgkit.app.checking.one_plan import tell_findings
    from ctgkit.app.documents.delivery import deliver
    from ctgkit.app.documents.report import make
    from ctgkit.app.documents.templating import presentation
    from ctgkit.outputs import terminal

    order = _order(path, _with_pilot(path, options))
    made = make(path, order, presentation(path, options.templates))
    if not isinstance(made, str):
        tell_findings(made.findings, made.lines, terminal.paint(options.color))
        return 1
    deliver([made], order.form)
    return 0


def _with_pilot(path: str, options: Options) -> Options:
    """The options, with the pilot that somebody at the terminal chooses where none is given."""
    from ctgkit.app.command_line.questions import possible

    if not _meant(options).pilote or options.pilote is not None or path == "-" or not possible():
        return options
    from ctgkit.app.documents.pilots import ask_which
    from ctgkit.app.files.given import read_one

    plan = read_one(path).plan
    return options if plan is None else options._replace(pilote=ask_which(plan))


def _together(options: Options) -> int:
    """Writes one report over many plans."""
    from ctgkit.app.documents.delivery import Form, document_target, format_of
    from ctgkit.app.documents.templating import presentation, spare
    from ctgkit.app.documents.territoires import territoires_report
    from ctgkit.app.files.given import find

    asked = _asked(options, several=True)
    chosen = format_of("report", options.output_format, options.output)
    found = find(options.plans)
    output = options.output or f"{_start(options.plans)}{asked.document.kind}{chosen.suffixes[0]}"
    target = document_target(
        output, found.paths, asked.document.kind, chosen.suffixes[0], force=options.force
    )
    shown = presentation(options.plans[0], options.templates)
    if target is not None:
        spare(target, shown)
    return territoires_report(found, asked, Form(chosen, target, options.color), shown)


def _start(plans: tuple[str, ...]) -> str:
    """What the name of a report over one folder, or one plan, begins with."""
    from ctgkit.app.documents.delivery import stem

    if len(plans) > 1:
        return ""
    name = stem(str(Path(plans[0]).resolve())) if _several(plans) else stem(plans[0])
    return f"{name}-"


def _each(options: Options) -> int:
    """Writes a document about each plan."""
    from ctgkit.app.documents.delivery import format_of
    from ctgkit.app.documents.each import Form, folder_of, report_each
    from ctgkit.app.files.given import find

    asked = _asked(options)
    kind = asked.document.kind
    if asked.document.several:
        raise Misuse(f"--each écrit un document par plan, et --kind {kind} un seul sur tous")
    if asked.document.pilote and not asked.pilote:
        raise Misuse(f"--kind {kind} demande --pilote NOM")
    folder, chosen = folder_of(options.output), format_of("report", options.output_format, None)
    form = Form(folder, chosen, options.color, options.force, options.templates)
    return report_each(find(options.plans), asked, form)


def _templates(options: Options) -> int:
    """Lists the templates, or copies some."""
    from ctgkit.app.documents.ejecting import eject, list_templates
    from ctgkit.app.files.given import STDIN

    # Without a plan, the configuration is that of the current folder.
    plan = options.plans[0] if options.plans else STDIN
    if options.eject is None:
        return list_templates(plan, options.templates)
    if options.list_templates:
        raise Misuse("--list-templates et --eject ne vont pas ensemble")
    return eject(options.eject, plan, options.templates, force=options.force)


# Again at each change


def _watch(options: Options) -> int:
    """Writes the document whenever it would change, and shows it."""
    from ctgkit.app.watch.watching import watch

    if options.list_templates or options.eject is not None:
        raise Misuse("--watch écrit un document : il ne va ni avec --list-templates ni avec --eject")
    path = _followed(options)
    port = _port(options.port)
    return watch(path, partial(_order, path, options), options.templates, port)


def _followed(options: Options) -> str:
    """The plan to follow.

    Raises:
        Misuse: if there is none, or more than one.
    """
    plans = options.plans
    _needed(plans)
    if options.each:
        raise Misuse("--watch surveille un seul plan : il ne va pas avec --each")
    if len(plans) > 1:
        raise Misuse(f"--watch surveille un seul plan, et il y en a {len(plans)}")
    if _several(plans):
        raise Misuse(f"{plans[0]} : c'est un dossier ; --watch surveille un seul plan")
    if (document := _meant(options)).several:
        raise Misuse(f"--watch surveille un seul plan : il ne va pas avec --kind {document.kind}")
    return plans[0]


def _port(value: str | None) -> int:
    """The port asked for; 0, any, where none is.

    Raises:
        Misuse: if it is no port.
    """
    if value is None:
        return 0
    if not (value.isascii() and value.isdigit() and len(value) < 6 and 0 < int(value) <= _LAST_PORT):
        raise Misuse(f"--port attend un nombre de 1 à {_LAST_PORT}, et non « {value} »")
    return int(value)
