"""What a fiche has come to: looked back on once a year, and at the end."""

from __future__ import annotations

from typing import Annotated

from ctgkit.plan.base import Element
from ctgkit.plan.declaration import Champ, Liste, Nom, Unreadable
from ctgkit.plan.texte import Points
from ctgkit.plan.valeurs import Date, Nombre
from ctgkit.vocabulary.bilan import Appreciation, Proposition


class Bilan(Element):
    """What was done, what hindered and what helped, and what comes next."""

    CALLED = Nom("bilan", "bilans", code="bilan")
    WHERE = "`bilan`"
    PAIRED = Liste(
        CALLED,
        ordered=False,
        name=("date",),
        keys=(("date",),),
        texts=("resultats", "freins", "leviers", "suites"),
    )

    date: Annotated[Date, Champ("Le jour du bilan, AAAA-MM-JJ.", feminine=True)]
    resultats: Annotated[Points, Champ("Ce qui a été obtenu.", nom="résultats")] = ()
    freins: Annotated[Points, Champ("Ce qui a freiné.", nom="freins")] = ()
    leviers: Annotated[Points, Champ("Ce qui a aidé.", nom="leviers")] = ()
    suites: Annotated[Points, Champ("Ce qui est prévu ensuite.", nom="suites")] = ()
    etp: Annotated[
        Nombre | None,
        Champ("Le temps passé, en équivalents temps plein : 0,25.", nom="temps consacré"),
    ] = None
    appreciation: Annotated[
        Appreciation | None, Champ("Ce que l'on en juge : {mots}.", nom="appréciation", feminine=True)
    ] = None
    proposition: Annotated[Proposition | None, Champ("Ce que l'on propose : {mots}.", feminine=True)] = None

    def check(self) -> None:
        """A bilan says something."""
        if self.says_only("date"):
            raise Unreadable("bilan_vide")


Bilans = tuple[Bilan, ...]
