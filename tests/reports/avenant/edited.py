"""The two real plans, edited as an avenant does; sentences of the avenants that come of it."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

from ctgkit.plan import Plan
from ctgkit.plan.judge import judged
from ctgkit.reports.avenant import AvenantView
from tests.reports.avenant.drafting import drafted, rendered
from tests.versions.real import Data, axe, fiche, objectif, points

_ESCAPED = re.compile(r"\\(?=[^\w\s])")
_ANCHOR = re.compile(r'<a id="[^"]*"></a>')
_LINK = re.compile(r"\[([^]]*)\]\(#[^)]*\)")


def amended(base: Data, *edits: Callable[[Data], object], before: Data | None = None) -> AvenantView:
    """The avenant that the last of `edits` takes.

    Args:
        base: a plan.
        edits: what is done to it, one after the other.
        before: keys of the head that both versions have.
    """
    old = {**copy.deepcopy(base), **(before or {})}
    new = copy.deepcopy(old)
    for edit in edits:
        edit(new)
    return drafted(judged(Plan, old), judged(Plan, new))


def prose(view: AvenantView) -> str:
    """The Markdown of an avenant, without its links and backslashes, and as a keyboard types it."""
    bare = _LINK.sub(r"\1", _ANCHOR.sub("", rendered(view, "md")))
    return _ESCAPED.sub("", bare).replace("\u00a0", " ").replace("\u202f", " ").replace("\u2019", "'")


def article(view: AvenantView, title: str) -> str:
    """What is under the heading of an article, one paragraph a line."""
    found = re.search(
        rf"^## Article (?:1er|\d+) – {re.escape(title)}\n(.*?)^## ", prose(view), re.MULTILINE | re.DOTALL
    )
    assert found is not None, title
    return "\n".join(line for line in found[1].splitlines() if line.strip())


def add_fiches(data: Data, *titres: str) -> None:
    """Adds actions at the end of objective 1.1."""
    actions = objectif(data, "1", "1.1")["actions"]
    for rank, titre in enumerate(titres, 8):
        actions.append({"numero": f"1.1.{rank}", "titre": titre, "descriptif": points(f"Faire : {titre}")})


def remove_fiches(data: Data, *numeros: str) -> None:
    """Takes actions out of the plan."""
    for one in data["axes"]:
        for below in one["objectifs"]:
            below["actions"] = [action for action in below["actions"] if action["numero"] not in numeros]


def everything(data: Data) -> None:
    """A change for each article, in the plan of Fier et Usses."""
    data["titre"] = "Plan d'actions 2023-2029"
    data["periode"]["fin"] = "2029-12-31"
    data["territoire"] |= {"communes": ["Charvonnex", "Villy-le-Pelloux"], "sigle": "CCFU74"}
    data["signataires"] = [
        {"nom": "Alix Exemple", "qualite": "Présidente", "structure": "Communauté de communes Fier et Usses"},
        {"nom": "Sam Exemple", "qualite": "Directeur", "structure": "Caf de Haute-Savoie"},
        {"nom": "Lou Exemple", "structure": "Caf de Haute-Savoie"},
        {"qualite": "Gérant", "structure": "Les Petits Exemples"},
    ]
    data["acteurs"] = [{"id": "caf", "nom": "Caf", "alias": ["CAF", "la Caf"]}]
    data["preambule"][0]["texte"][1]["points"][0]["texte"] = "Un seul point, réécrit."
    data["source"]["date"] = "2023-11-02"
    add_fiches(data, "Ouvrir un lieu", "Former des professionnels")
    remove_fiches(data, "2.1.1", "2.1.2")
    objectif(data, "4", "4.1")["titre"] = "Piloter la convention, et la faire connaître"
    objectif(data, "4", "4.1")["description"] = points("Le pilotage est partagé.")
    axe(data, "4")["objectifs"].append(
        {
            "numero": "4.9",
            "titre": "Un objectif nouveau",
            "intitule": "Tout l'objectif",
            "description": points("Pourquoi lui"),
            "actions": [{"numero": "4.9.1", "titre": "Une action de l'objectif nouveau"}],
        }
    )
    moved = objectif(data, "3", "3.1")["actions"].pop()
    moved["numero"] = "3.2.9"
    objectif(data, "3", "3.2")["actions"].append(moved)
    renumber(data, "1.2", "1.9")
    changed = fiche(data, "1", "1.1.2")
    changed["titre"] = "Suivre l'offre d'accueil, année après année"
    changed["calendrier"] = [{"texte": "Dès 2027", "debut": "2027-03-01"}]
    changed["pilotes"] = [{"nom": "Service petite enfance", "etp": "0.5"}]
    changed["financements"] = [
        {"financeur": "Caf", "objet": "Étude", "montant": "12000", "annee": 2027, "etat": "prévu"},
        {"montant": "500.5"},
    ]
    changed["indicateurs"].append(
        {
            "nom": "Places",
            "type": "quantitatif",
            "sens": "hausse",
            "unite": "places",
            "reference": {"date": "2023-01-01", "valeur": "30"},
            "cible": {"date": "2028-12-31", "valeur": "40"},
        }
    )
    changed["descriptif"].insert(0, {"texte": "Un point", "points": points("un", "deux")})
    changed["rubriques"]["Secteur géographique"] = points("Nord", "Sud")
    changed["etapes"] = [
        {"titre": "Étudier", "calendrier": [{"texte": "2027"}], "pilotes": [{"nom": "CCFU"}]}
    ]
    changed["suivi"] = [{"date": "2026-01-01", "statut": "en cours", "note": "Une note de suivi"}]


def renumber(data: Data, old: str, new: str) -> None:
    """Gives an objective of axis 1 and its fiches another number."""
    found = objectif(data, "1", old)
    found["numero"] = new
    for action in found["actions"]:
        action["numero"] = new + action["numero"][len(old) :]


def engagement(data: Data) -> None:
    """Adds a fiche d'engagement to axis 4."""
    one: Any = {"titre": "Écrire le volet santé", "nature": "engagement", "descriptif": points("La santé")}
    axe(data, "4")["actions"].append(one)
