"""What a convention says of its own change, and the mistakes of its transcription that were put right."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from ctgkit.plan.base import Element
from ctgkit.plan.declaration import Champ, Liste, Nom, OneOf, ReadBy, Regime
from ctgkit.plan.texte import Phrases, Texte, lire_liste
from ctgkit.plan.valeurs import Date


def _ajustables() -> tuple[str, ...]:
    """The headings of a fiche, its steps and its money: what a committee may be allowed to adjust."""
    from ctgkit.plan.action import Action  # noqa: PLC0415  (a fiche stands in a plan, which has these)
    from ctgkit.plan.declaration import declared  # noqa: PLC0415

    return tuple(
        key
        for key, field in declared(Action).items()
        if field.shape.container is not None and field.champ.regime is Regime.CONTRAT
    )


#: The key of what a committee may adjust in a fiche.
Ajustable: TypeAlias = Annotated[str, OneOf(_ajustables)]


class Revision(Element):
    """What the convention says of its own change."""

    CALLED = Nom("révision", "révisions", feminine=True, code="revision")
    WHERE = "`revision`"

    article: Annotated[
        Texte | None, Champ("L'article de la convention qui le dit : son numéro, ou ses mots.")
    ] = None
    comite: Annotated[
        Annotated[tuple[Ajustable, ...], ReadBy(lire_liste)],
        Champ(
            "Les rubriques d'une fiche que le comité peut ajuster sans avenant : "
            "[calendrier, partenaires, etapes].",
            nom="comité",
            liste=Liste(
                Nom("rubrique ajustable", "rubriques ajustables", feminine=True, code="ajustable"),
                ordered=False,
            ),
        ),
    ] = ()

    def renvoi(self) -> str | None:
        """The article, as a sentence names it: a bare number is `article 9`."""
        bare = self.article is not None and self.article[:1].isdigit()
        return f"article {self.article}" if bare else self.article


class Correction(Element):
    """A mistake of transcription that was put right: the contract did not change."""

    CALLED = Nom("rectification", "rectifications", feminine=True, code="correction")
    WHERE = "`corrections`"
    PAIRED = Liste(
        CALLED, ordered=False, name=("date",), keys=(("date", "objet"), ("date",)), texts=("objet",)
    )

    date: Annotated[Date, Champ("Le jour de la rectification, AAAA-MM-JJ.", feminine=True)]
    objet: Annotated[Texte | None, Champ("Ce qui était mal transcrit.")] = None
    ou: Annotated[
        Phrases,
        Champ(
            "Où : des adresses (1.3) ou des clés (periode, calendrier). Ailleurs, rien n'est rectifié.",
            nom="où",
            liste=Liste(Nom("endroit", "endroits", code="endroit"), ordered=False),
        ),
    ] = ()
