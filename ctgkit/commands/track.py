"""`ctg track`: adds to the follow-up of a fiche: an entry, a measure, a bilan, a decision, what is spent."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from ctgkit.app.command_line import shared
from ctgkit.app.command_line.options import Argument, option
from ctgkit.app.command_line.shared import Color
from ctgkit.vocabulary.argent import EtatFinancement
from ctgkit.vocabulary.bilan import Appreciation, Proposition
from ctgkit.vocabulary.comite import EtatDecision
from ctgkit.vocabulary.statut import Statut

RANK = 10
ALIASES = ("suivre",)
_STATUTS = [statut.one for statut in Statut]
_APPRECIATIONS = [one.value for one in Appreciation]
_PROPOSITIONS = [one.value for one in Proposition]
_FINANCEMENTS = [one.value for one in EtatFinancement]
_DECISIONS = [one.value for one in EtatDecision]


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
    echeance: Annotated[
        str | None,
        option(
            "--echeance",
            metavar="QUAND",
            help="Avec --statut reportée, ou --decision : pour quand (2027-09-30, septembre 2027).",
            aliases=("--échéance", "--deadline"),
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
    bilan: Annotated[
        bool,
        option(
            "--bilan",
            help="Ajoute un bilan : --resultats, --freins, --leviers, --suites, --etp, --appreciation, "
            "--proposition.",
            aliases=("--review",),
        ),
    ] = False
    resultats: Annotated[
        str | None,
        option(
            "--resultats", metavar="TEXTE", help="Ce qui a été obtenu.", aliases=("--résultats", "--results")
        ),
    ] = None
    freins: Annotated[
        str | None,
        option("--freins", metavar="TEXTE", help="Ce qui a freiné.", aliases=("--obstacles",)),
    ] = None
    leviers: Annotated[
        str | None, option("--leviers", metavar="TEXTE", help="Ce qui a aidé.", aliases=("--levers",))
    ] = None
    suites: Annotated[
        str | None, option("--suites", metavar="TEXTE", help="Ce qui vient ensuite.", aliases=("--next",))
    ] = None
    etp: Annotated[
        str | None, option("--etp", metavar="NOMBRE", help="Le temps passé : 0,25.", aliases=("--fte",))
    ] = None
    appreciation: Annotated[
        str | None,
        option(
            "--appreciation",
            metavar="MOT",
            help=f"{', '.join(_APPRECIATIONS[:-1])} ou {_APPRECIATIONS[-1]}.",
            aliases=("--appréciation", "--assessment"),
        ),
    ] = None
    proposition: Annotated[
        str | None,
        option(
            "--proposition",
            metavar="MOT",
            help=f"{', '.join(_PROPOSITIONS[:-1])} ou {_PROPOSITIONS[-1]}.",
            aliases=("--proposal",),
        ),
    ] = None
    decision: Annotated[
        str | None,
        option(
            "--decision",
            metavar="TEXTE",
            help="Ajoute une décision à la réunion de ce jour : --responsable, --echeance, --etat.",
            aliases=("--décision",),
        ),
    ] = None
    responsable: Annotated[
        str | None,
        option(
            "--responsable", metavar="NOM", help="Avec --decision : qui s'en charge.", aliases=("--owner",)
        ),
    ] = None
    financement: Annotated[
        str | None,
        option(
            "--financement",
            metavar="NOM",
            help="Une ligne de financement : un mot qu'elle seule a.",
            aliases=("--funding",),
        ),
    ] = None
    cout: Annotated[
        str | None,
        option(
            "--cout",
            metavar="NOM",
            help="Une ligne de coût : un mot qu'elle seule a.",
            aliases=("--coût", "--cost"),
        ),
    ] = None
    realise: Annotated[
        str | None,
        option(
            "--realise",
            metavar="MONTANT",
            help="Ce qui est dépensé de cette ligne : 12 500 €.",
            aliases=("--réalisé", "--spent"),
        ),
    ] = None
    etat: Annotated[
        str | None,
        option(
            "--etat",
            metavar="ÉTAT",
            help=f"D'un financement : {', '.join(_FINANCEMENTS)} ; d'une décision : {', '.join(_DECISIONS)}.",
            aliases=("--état", "--state"),
        ),
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
    from ctgkit.app.tracking.tracking import track as added
    from ctgkit.outputs import terminal

    jour = day("--date", options.date)
    return added(
        options.plan,
        options.adresse,
        options._asdict(),
        jour,
        terminal.paint(options.color),
        diff=options.diff,
        force=options.force,
    )
