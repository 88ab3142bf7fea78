"""Addresses: how a fiche is named on the command line, in findings and in links.

A full address is `<axis id>/<numero>`, because some plans restart their numbers in each theme;
the number alone is enough where it is unique. An engagement without a number has its axis id
as its address (FORMAT.md, "Addresses").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.nearest import fold

if TYPE_CHECKING:
    from ctgkit.plan.action import Action
    from ctgkit.plan.plan import Plan
    from ctgkit.plan.section import Section


def adresse_complete(axe: str, numero: str | None) -> str:
    """The full address of the fiche `numero` of the axis whose id (or number) is `axe`."""
    return axe if numero is None else f"{axe}/{numero}"


def adresses_courtes(fiches: Iterable[tuple[str, str | None]]) -> list[str]:
    """The addresses of a plan's fiches, given as `(axis, numero)` pairs, as they are shown.

    The numbers alone where the plan never uses one twice; else full addresses throughout, so that
    one plan does not mix both.
    """
    paires = list(fiches)
    numeros = [numero for _, numero in paires if numero is not None]
    seuls = len(set(numeros)) == len(numeros) and not {axe for axe, _ in paires} & set(numeros)
    return [
        numero if seuls and numero is not None else adresse_complete(axe, numero) for axe, numero in paires
    ]


def designees(adresse: str, fiches: Iterable[tuple[str, str | None]]) -> list[int]:
    """The ranks of the fiches, given as `(full address, numero)` pairs, that an address may mean.

    The full address comes first; a number means all that have it.
    """
    cherchee = fold(adresse)
    paires = list(fiches)
    return [rang for rang, (complete, _) in enumerate(paires) if fold(complete) == cherchee] or [
        rang for rang, (_, numero) in enumerate(paires) if numero is not None and fold(numero) == cherchee
    ]


def avec_etapes(adresse: str, fiches: Iterable[tuple[str, str | None]]) -> list[int]:
    """The same of an address that may also be that of a step: its fiche's, a colon and more."""
    paires = list(fiches)
    trouvees = designees(adresse, paires)
    fiche, etape, _ = adresse.rpartition(":")
    return trouvees if trouvees or not etape else avec_etapes(fiche, paires)


class Fiche(NamedTuple):
    """A fiche where it stands in its plan."""

    adresse: str  #: as it is shown
    complete: str  #: `<axis>/<numero>`
    action: Action
    sections: tuple[Section, ...]  #: from the axis down to the section it hangs from
    chemin: tuple[str | int, ...]  #: the keys and indices that lead to it from the top of the plan


def fiches(plan: Plan) -> tuple[Fiche, ...]:
    """All the fiches of `plan`, in document order, with their addresses."""
    trouvees = [
        (axe.id or axe.numero or "", *trouvee)
        for rang, axe in enumerate(plan.axes)
        for trouvee in _parcours(axe, (), ("axes", rang))
    ]
    courtes = adresses_courtes((axe, action.numero) for axe, action, *_ in trouvees)
    return tuple(
        Fiche(courte, adresse_complete(axe, action.numero), action, sections, chemin)
        for courte, (axe, action, sections, chemin) in zip(courtes, trouvees, strict=True)
    )


def _parcours(
    section: Section, au_dessus: tuple[Section, ...], chemin: tuple[str | int, ...]
) -> Iterator[tuple[Action, tuple[Section, ...], tuple[str | int, ...]]]:
    """The fiches below a section: a document prints what its objectives hold, then its own."""
    ici = (*au_dessus, section)
    for rang, objectif in enumerate(section.objectifs):
        yield from _parcours(objectif, ici, (*chemin, "objectifs", rang))
    for rang, action in enumerate(section.actions):
        yield action, ici, (*chemin, "actions", rang)
