"""The levels above the fiches: axes, thématiques, enjeux, objectifs."""

from __future__ import annotations

from typing import Annotated

from ctgkit.plan.action import Action
from ctgkit.plan.base import Element
from ctgkit.plan.declaration import Champ, Liste, Nom, Regime
from ctgkit.plan.texte import Points, Texte


class Section(Element):
    """A section of the plan; actions may hang from any level.

    The title is optional here so that its absence is told by the coherence checks together with
    the section's place, whatever else is wrong in the file.
    """

    CALLED = Nom("section", "sections", feminine=True, code="section")
    WHERE = "une section"
    PAIRED = Liste(CALLED, ordered=True)

    id: Annotated[
        Texte | None,
        Champ(
            "Un nom court, pour les adresses : petite-enfance. Au premier niveau, `id` ou `numero`.",
            nom="identifiant",
            prose=False,
            regime=Regime.AUCUN,
        ),
    ] = None
    numero: Annotated[Texte | None, Champ("Le numéro imprimé : 1, 2.3.", nom="numéro", prose=False)] = None
    titre: Annotated[Texte | None, Champ("Le titre de la section. Obligatoire.", required=True)] = None
    intitule: Annotated[Texte | None, Champ("Une formulation plus longue du titre.", nom="intitulé")] = None
    description: Annotated[
        Points, Champ("Le texte qui présente la section.", nom="présentation", feminine=True)
    ] = ()
    objectifs: Annotated[
        tuple[Section, ...],
        Champ("Les sous-sections (objectifs, enjeux…), sur autant de niveaux qu'il faut."),
    ] = ()
    actions: Annotated[tuple[Action, ...], Champ("Les fiches de cette section.", feminine=True)] = ()
