"""Addresses: how a fiche is named on the command line, in findings and in links.

A full address is `<axis id or number>/<numero or id>`, because some plans restart their numbers in each
theme; the number alone is enough, and is what is shown, wherever no other fiche is called so. An engagement
without a number has the name of its axis as its address (FORMAT.md, "Addresses").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.nearest import fold

if TYPE_CHECKING:
    from ctgkit.plan.action import Action, Contenu
    from ctgkit.plan.plan import Plan
    from ctgkit.plan.section import Section


def adresse_complete(axe: str, nom: str | None) -> str:
    """The full address of the fiche `nom` of the axis `axe`; the latter is empty where it hangs from none."""
    return axe if nom is None else f"{axe}/{nom}"


def adresses_courtes(fiches: Iterable[tuple[str, str | None]]) -> list[str]:
    """The addresses of a plan's fiches, given as `(axis, name)` pairs, as they are shown.

    The name alone where no other fiche has it, be it as its own or as its full address; else the full one.
    """
    paires = list(fiches)
    noms = Counter(nom for _, nom in paires)
    completes = {adresse_complete(axe, nom) for axe, nom in paires}
    return [
        nom if nom is not None and noms[nom] == 1 and nom not in completes else adresse_complete(axe, nom)
        for axe, nom in paires
    ]


def noms_etapes(noms: Iterable[str | None]) -> list[str]:
    """What tells each step of a fiche from the others: its number or its `id`, else its rank, from 1."""
    return [nom or str(rang) for rang, nom in enumerate(noms, 1)]


def adresse_etape(fiche: str, nom: str) -> str:
    """The address of a step of a fiche, by what tells it from the others."""
    return f"{fiche}:{nom}"


def appeles(part: Contenu | Section) -> tuple[str, ...]:
    """The names of a fiche or a section: its number and its `id`, those that it has."""
    return tuple(nom for nom in (part.numero, part.id) if nom is not None)


class Appels(NamedTuple):
    """All that a file calls a fiche."""

    complete: str  #: its full address
    noms: tuple[str, ...]  #: its number and its `id`, those that it has
    axes: tuple[str, ...]  #: the same of its axis; nothing where it hangs from none


def designees(adresse: str, fiches: Sequence[Appels]) -> list[int]:
    """The ranks of the fiches that an address may mean.

    The full address comes first; a name alone means all that have it. The axis of a full address may be
    called by its number where it has an `id`, and so may the fiche by its `id` where it has a number.
    """
    cherchee = fold(adresse)
    for appeles in (_en_entier, _seuls, _autrement):
        if trouvees := [rang for rang, one in enumerate(fiches) if cherchee in map(fold, appeles(one))]:
            return trouvees
    return []


def avec_etapes(adresse: str, fiches: Sequence[Appels]) -> list[int]:
    """The same of an address that may also be that of a step: its fiche's, a colon and more."""
    trouvees = designees(adresse, fiches)
    fiche, etape, _ = adresse.rpartition(":")
    return trouvees if trouvees or not etape else avec_etapes(fiche, fiches)


def _en_entier(one: Appels) -> tuple[str, ...]:
    return (one.complete,)


def _seuls(one: Appels) -> tuple[str, ...]:
    return one.noms


def _autrement(one: Appels) -> tuple[str, ...]:
    noms = one.noms or ((None,) if one.axes else ())
    return tuple(adresse_complete(axe, nom) for axe in one.axes or ("",) for nom in noms)


class Fiche(NamedTuple):
    """A fiche where it stands in its plan."""

    adresse: str  #: as it is shown
    complete: str  #: `<axis>/<numero>`
    action: Action
    sections: tuple[Section, ...]  #: from the axis down to the section it hangs from; none at the top
    chemin: tuple[str | int, ...]  #: the keys and indices that lead to it from the top of the plan

    def etapes(self) -> tuple[str, ...]:
        """The addresses of its steps, as they are shown: `1.3:2`."""
        return tuple(adresse_etape(self.adresse, name) for name in self.noms_etapes())

    def noms_etapes(self) -> list[str]:
        """What tells each of its steps from the others."""
        return noms_etapes(etape.nom for etape in self.action.etapes)

    @property
    def appels(self) -> Appels:
        """All that the file calls it."""
        axe = self.sections[:1]
        return Appels(self.complete, appeles(self.action), tuple(nom for one in axe for nom in appeles(one)))

    @property
    def axe(self) -> int | None:
        """The rank of its axis; `None` where it hangs from no section."""
        return axe_de(self.chemin)

    @property
    def lieu(self) -> tuple[str | int, ...]:
        """The keys and indices that lead to the section it hangs from; none at the top."""
        return self.chemin[:-2]


def axe_de(chemin: tuple[str | int, ...]) -> int | None:
    """The rank of the axis in which something stands; `None` outside of them."""
    rang = chemin[1] if len(chemin) > 1 and chemin[0] == "axes" else None
    return rang if isinstance(rang, int) else None


def fiches(plan: Plan) -> tuple[Fiche, ...]:
    """All the fiches of `plan`, in document order, with their addresses."""
    trouvees = [
        (axe.id or axe.numero or "", *trouvee)
        for rang, axe in enumerate(plan.axes)
        for trouvee in _parcours(axe, (), ("axes", rang))
    ]
    trouvees += [("", action, (), ("actions", rang)) for rang, action in enumerate(plan.actions)]
    courtes = adresses_courtes((axe, action.nom) for axe, action, *_ in trouvees)
    return tuple(
        Fiche(courte, adresse_complete(axe, action.nom), action, sections, chemin)
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
