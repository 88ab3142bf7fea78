"""What things are called, and whether they are feminine."""

from __future__ import annotations

from typing import NamedTuple

from ctgkit.versions.changes import Subject


class Noun(NamedTuple):
    """A French noun."""

    word: str
    feminine: bool = False

    def agreed(self, participle: str) -> str:
        """The noun with a participle: `étape ajoutée`."""
        return f"{self.word} {participle}{'e' if self.feminine else ''}"


_F = True

#: What a change is about. Sections and fiches are called so whatever the document calls them: its
#: words are in the heading, and nothing says whether they are feminine.
SUBJECTS: dict[Subject, Noun] = {
    "plan": Noun("plan"),
    "section": Noun("section", _F),
    "fiche": Noun("fiche", _F),
    "point": Noun("point"),
    "pilote": Noun("pilote"),
    "indicateur": Noun("indicateur"),
    "calendrier": Noun("calendrier"),
    "etape": Noun("étape", _F),
    "financement": Noun("ligne de financement", _F),
    "entree": Noun("entrée", _F),
    "mesure": Noun("mesure", _F),
    "rubrique": Noun("rubrique", _F),
    "preambule": Noun("texte du préambule"),
    "signataire": Noun("signataire"),
    "contact": Noun("contact"),
    "acteur": Noun("acteur"),
    "alias": Noun("alias"),
    "commune": Noun("commune", _F),
    "niveau": Noun("niveau"),
    "copil": Noun("COPIL"),
    "avenant": Noun("avenant"),
}

#: Keys whose values are texts or small parts.
FIELDS: dict[str, Noun] = {
    "action": Noun("nom des fiches"),
    "annee": Noun("année", _F),
    "auteur": Noun("auteur"),
    "avancement": Noun("avancement"),
    "caf": Noun("Caf", _F),
    "cible": Noun("cible", _F),
    "commentaire": Noun("commentaire"),
    "courriel": Noun("courriel"),
    "date": Noun("date", _F),
    "debut": Noun("premier jour"),
    "departement": Noun("département"),
    "etat": Noun("état"),
    "etp": Noun("temps consacré"),
    "fin": Noun("dernier jour"),
    "financeur": Noun("financeur"),
    "fonction": Noun("fonction", _F),
    "format": Noun("version du format", _F),
    "id": Noun("identifiant"),
    "intitule": Noun("intitulé"),
    "montant": Noun("montant"),
    "nature": Noun("nature", _F),
    "nom": Noun("nom"),
    "note": Noun("note", _F),
    "numero": Noun("numéro"),
    "objet": Noun("objet"),
    "origine": Noun("origine", _F),
    "periode": Noun("période", _F),
    "qualite": Noun("qualité", _F),
    "reference": Noun("référence", _F),
    "sens": Noun("sens"),
    "sigle": Noun("sigle"),
    "signature": Noun("date de signature", _F),
    "source": Noun("source", _F),
    "statut": Noun("statut"),
    "structure": Noun("structure", _F),
    "telephone": Noun("téléphone"),
    "texte": Noun("texte"),
    "titre": Noun("titre"),
    "type": Noun("type"),
    "unite": Noun("unité", _F),
    "valeur": Noun("valeur", _F),
}

#: What the parts that hold others are called where something in them changed.
CONTAINERS = {
    "description": "présentation",
    "source": "source",
    "suivi": "journal",
    "territoire": "territoire",
    "vocabulaire": "vocabulaire",
}

#: What the elements of a list are, where they changed places.
ORDERS: dict[Subject, str] = {
    "section": "sections",
    "fiche": "fiches",
    "point": "points",
    "pilote": "pilotes",
    "calendrier": "calendriers",
    "preambule": "textes du préambule",
    "etape": "étapes",
    "niveau": "niveaux",
    "entree": "entrées",
    "rubrique": "rubriques",
}
