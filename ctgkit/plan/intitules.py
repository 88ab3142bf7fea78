"""Labels given to headings: by the whole document, or by one fiche."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from ctgkit.plan.rubriques import INTITULES, Rubrique
from ctgkit.plan.texte import Texte


def _lire_intitules(valeur: Any) -> Any:
    """The labels there are; a heading that does not exist is kept, to be told."""
    if isinstance(valeur, dict) and None in valeur.values():
        return {cle: lu for cle, lu in valeur.items() if lu is not None or cle not in INTITULES}
    return valeur


Intitules = Annotated[dict[Rubrique, Texte], BeforeValidator(_lire_intitules)]
