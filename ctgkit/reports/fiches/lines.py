"""Entries of a journal, measures and money, on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctgkit.french.dates import MOIS, long_date
from ctgkit.french.lists import between_commas
from ctgkit.french.numbers import decimal
from ctgkit.plan.declaration import Unreadable
from ctgkit.plan.montant import Montant
from ctgkit.plan.valeurs import lire_date
from ctgkit.vocabulary.statut import Statut, facts_of

if TYPE_CHECKING:
    from ctgkit.plan import EntreeSuivi, Indicateur, Mesure


#: What follows « à » without an article; what begins otherwise stands apart.
_TO = re.compile(rf"(?:{'|'.join(MOIS)}|début|fin|mi-\w+|\d{{4}})\b")
#: What an entry that gives another day and no status says.
_POSTPONED = "nouvelle échéance\u00a0:"


def status_words(statut: Statut | None, echeance: str | None) -> str:
    """A status, and to when what has it is postponed: `reportée au 30 septembre 2027`."""
    said = facts_of(statut).one if statut else ""
    if not echeance:
        return said
    try:
        day = long_date(lire_date(echeance))
        when = f"au {day}" if said else day
    except Unreadable:
        when = (f"à {echeance}" if _TO.match(echeance) else f"({echeance})") if said else echeance
    return f"{said or _POSTPONED} {when}"


def entry_line(entree: EntreeSuivi) -> str:
    """`11 juin 2026 : en cours, 60 %, le chantier avance (Camille)`."""
    progress = f"{entree.avancement} %" if entree.avancement is not None else None
    status = status_words(entree.statut, entree.echeance)
    parts = [part for part in (status, progress, entree.note) if part]
    author = f" ({entree.auteur})" if entree.auteur else ""
    return f"{long_date(entree.date)} : {', '.join(parts)}{author}"


def described(one: Indicateur) -> str:
    """An indicator and what it gives: `Places (quantitatif, à la hausse, en places)`."""
    unit = f"en {one.unite}" if one.unite else None
    kind = between_commas((one.type, f"à la {one.sens}" if one.sens else None, unit))
    return f"{one.nom} ({kind})" if kind else one.nom


def measure_line(mesure: Mesure, unite: str | None) -> str:
    """`31 décembre 2025 : 10 places – le chantier avance`."""
    note = f" – {mesure.commentaire}" if mesure.commentaire else ""
    return f"{long_date(mesure.date)} : {decimal(mesure.valeur, unite)}{note}"


def money_words(value: object) -> str:
    """What a key of a line of money says."""
    return value.ecrit() if isinstance(value, Montant) else str(value or "")


def outside(*, after: bool) -> str:
    """What fiches that hang from no section are announced by, `after` those of sections or alone."""
    return "Autres fiches" if after else "Fiches"
