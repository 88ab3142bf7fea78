"""The levels above the fiches: axes, thématiques, enjeux, objectifs."""

from __future__ import annotations

from pydantic import Field

from ctgkit.plan.action import Action
from ctgkit.plan.base import Element
from ctgkit.plan.texte import Points, Texte


class Section(Element):
    """A section of the plan; actions may hang from any level.

    The title is optional here so that its absence is told by the coherence checks together with
    the section's place, whatever else is wrong in the file.
    """

    id: Texte | None = Field(
        default=None,
        description="Un nom court, pour les adresses : petite-enfance. Au premier niveau, `id` ou `numero`.",
    )
    numero: Texte | None = Field(default=None, description="Le numéro imprimé : 1, 2.3.")
    titre: Texte | None = Field(default=None, description="Le titre de la section. Obligatoire.")
    intitule: Texte | None = Field(default=None, description="Une formulation plus longue du titre.")
    description: Points = Field(default=(), description="Le texte qui présente la section.")
    objectifs: tuple[Section, ...] = Field(
        default=(), description="Les sous-sections (objectifs, enjeux…), sur autant de niveaux qu'il faut."
    )
    actions: tuple[Action, ...] = Field(default=(), description="Les fiches de cette section.")
