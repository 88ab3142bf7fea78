"""`ctg track`: adds an entry to the journal of a fiche or of a step, or a measure to an indicator."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import Argument, option
from ctgkit.app.command_line.shared import Color
from ctgkit.vocabulary.statut import Statut

RANK = 10
ALIASES = ("suivre",)
_STATUTS = [statut.one for statut in Statut]


class Options(NamedTuple):
    """Ajoute une entrée au suivi d'une fiche, sans rien changer d'autre dans le fichier.

    Sans option ou sans adresse, dans un terminal, la commande pose les questions. L'entrée va à sa date.
    """

    plan: Annotated[str, Argument("PLAN", "Le fichier du plan.")]
    adresse: Annotated[
        str | None,
        Argument(
            "ADRESSE", "Une fiche : petite-enfance/1.1, ou 1.1 s'il n'y en a qu'une ; une étape : 1.1:2."
        ),
    ] = None
    statut: Annotated[
        str | None,
        option(
            "--statut",
            metavar="STATUT",
            help=f"{', '.join(_STATUTS[:-1])} ou {_STATUTS[-1]}.",
            aliases=("--status",),
        ),
    ] = None
    avancement: Annotated[
        str | None,
        option("--avancement", metavar="POURCENTAGE", help="De 0 à 100.", aliases=("--progress",)),
    ] = None
    note: Annotated[str | None, option("--note", metavar="TEXTE", help="Ce qu'il faut savoir.")] = None
    auteur: Annotated[
        str | None, option("--auteur", metavar="NOM", help="Qui le note.", aliases=("--author",))
    ] = None
    date: Annotated[str | None, shared.date("Le jour de l'entrée ; aujourd'hui par défaut.")] = None
    etape: Annotated[
        str | None,
        option(
            "--etape",
            metavar="TITRE",
            help="Une étape de la fiche : son titre, ou un mot qu'elle seule a.",
            aliases=("--étape", "--step"),
        ),
    ] = None
    indicateur: Annotated[
        str | None,
        option(
            "--indicateur",
            metavar="NOM",
            help="Ajoute une mesure à un indicateur : son nom, ou un mot que lui seul a.",
            aliases=("--indicator",),
        ),
    ] = None
    valeur: Annotated[
        str | None,
        option(
            "--valeur",
            metavar="VALEUR",
            help="La valeur mesurée : 12, 0,25, Bonne.",
            aliases=("--value",),
        ),
    ] = None
    commentaire: Annotated[
        str | None,
        option("--commentaire", metavar="TEXTE", help="Ce qui explique la valeur.", aliases=("--comment",)),
    ] = None
    diff: Annotated[
        bool,
        option(
            "--diff", "--dry-run", help="Montre ce qui serait ajouté, et n'écrit rien.", aliases=("--essai",)
        ),
    ] = False
    force: Annotated[
        bool,
        option(
            "--force",
            help="Ajoute malgré une date douteuse ou un doublon, ou à un indicateur sans clés.",
            aliases=("--forcer",),
        ),
    ] = False
    color: Color = "auto"


def track(options: Options) -> int:
    """Adds the entry, and prints it; returns the exit status."""
    from ctgkit.app.command_line.values import day
    from ctgkit.app.tracking.adding import add
    from ctgkit.outputs import terminal

    jour = day("--date", options.date)
    return add(
        options.plan,
        options.adresse,
        options._asdict(),
        jour,
        terminal.paint(options.color),
        diff=options.diff,
        force=options.force,
    )
