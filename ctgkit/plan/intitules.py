"""Labels given to headings: by the whole document, or by one fiche or step."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from ctgkit.plan.declaration import OneOf, ReadBy
from ctgkit.plan.texte import Texte


def _keys() -> tuple[str, ...]:
    from ctgkit.plan.rubriques import INTITULES  # noqa: PLC0415  (they stand on a class that has labels)

    return tuple(INTITULES)


def _lire_intitules(valeur: Any) -> Any:
    """The labels there are; a heading that does not exist is kept, to be told."""
    if isinstance(valeur, dict) and None in valeur.values():
        known = _keys()
        return {cle: lu for cle, lu in valeur.items() if lu is not None or cle not in known}
    return valeur


def _lire_libelles(valeur: Any) -> Any:
    """The labels there are; what is no key of a heading is one of the plan's own, and its own label."""
    if isinstance(valeur, dict) and None in valeur.values():
        known = _keys()
        return {cle: lu or cle for cle, lu in valeur.items() if lu is not None or cle not in known}
    return valeur


def _keys_of_points() -> tuple[str, ...]:
    from ctgkit.plan.rubriques import PARTIES  # noqa: PLC0415  (likewise)

    return tuple(key for key in _keys() if key not in PARTIES)


#: The key of a heading under which stand points.
Rubrique: TypeAlias = Annotated[str, OneOf(_keys_of_points)]
Intitules = Annotated[dict[Annotated[str, OneOf(_keys)], Texte], ReadBy(_lire_intitules)]
#: The same, and those of the headings that the fiches of the plan add.
Libelles = Annotated[dict[Annotated[str, OneOf(_keys, others=True)], Texte], ReadBy(_lire_libelles)]
