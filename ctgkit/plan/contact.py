"""Who answers for a plan, or for one of its fiches."""

from __future__ import annotations

from typing import Annotated

from ctgkit.plan.base import Element
from ctgkit.plan.declaration import Champ, Liste, Nom
from ctgkit.plan.texte import Texte


class Contact(Element):
    """Somebody to write to or to call."""

    CALLED = Nom("contact", "contacts", code="contact")
    WHERE = "`contacts`"
    PAIRED = Liste(CALLED, ordered=False, name=("nom",), keys=(("nom",), ("courriel",)), texts=("nom",))

    nom: Annotated[Texte, Champ("Prénom et nom.")]
    fonction: Annotated[Texte | None, Champ("La fonction.", feminine=True)] = None
    structure: Annotated[Texte | None, Champ("La structure.", feminine=True)] = None
    telephone: Annotated[
        Texte | None, Champ("Le téléphone, tel qu'on l'écrit.", nom="téléphone", prose=False)
    ] = None
    courriel: Annotated[Texte | None, Champ("L'adresse de courriel.", prose=False)] = None


Contacts = tuple[Contact, ...]
