"""Entries of a journal, measures and money, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.followup.postponing import deadline, to_when
from ctgkit.french.agreement import plural
from ctgkit.french.breaks import counted
from ctgkit.french.dates import long_date
from ctgkit.french.lists import between_commas, listing
from ctgkit.french.numbers import decimal
from ctgkit.french.steps import step
from ctgkit.plan.montant import Montant

if TYPE_CHECKING:
    from ctgkit.followup import BilanDit, PeriodState
    from ctgkit.plan import EntreeSuivi, Mesure
    from ctgkit.plan.copil import Decision
    from ctgkit.vocabulary.statut import Statut
from ctgkit.vocabulary.statut import Statut, facts_of

if TYPE_CHECKING:
    from ctgkit.plan import EntreeSuivi, Indicateur, Mesure


#: What an entry that gives another day and no status says.
_POSTPONED = "nouvelle échéance\u00a0:"


def status_words(statut: Statut | None, echeance: str | None) -> str:
    """A status, and to when what has it is postponed: `reportée au 30 septembre 2027`."""
    said = facts_of(statut).one if statut else ""
    if not echeance:
        return said
    return f"{said} {to_when(echeance)}" if said else f"{_POSTPONED} {deadline(echeance)}"


def decision_line(one: Decision) -> str:
    """`Reporter l'ouverture (fiches 1.1 et 1.2 ; Camille ; échéance : fin 2026 ; à mettre en œuvre)`."""
    fiches = f"{plural(len(one.actions), 'fiche')} {listing(one.actions)}" if one.actions else ""
    when = f"échéance\u00a0: {deadline(one.echeance)}" if one.echeance else ""
    about = "\u00a0; ".join(part for part in (fiches, one.responsable, when, one.etat.one) if part)
    return f"{one.texte} ({about})"


def undated(calendrier: PeriodState) -> str:
    """How many of the steps whose calendar a fiche has say nothing of when; empty where all do."""
    if not calendrier.sans_date:
        return ""
    return f"{counted(calendrier.sans_date, step(), step().many)} sur {calendrier.etapes} sans date"


def entry_line(entree: EntreeSuivi) -> str:
    """`11 juin 2026 : en cours, 60 %, le chantier avance (Camille)`."""
    progress = f"{entree.avancement} %" if entree.avancement is not None else None
    status = status_words(entree.statut, entree.echeance)
    parts = [part for part in (status, progress, entree.note) if part]
    author = f" ({entree.auteur})" if entree.auteur else ""
    return f"{long_date(entree.date)} : {', '.join(parts)}{author}"


def bilan_words(one: BilanDit) -> str:
    """`bilan, partiellement atteint ; proposition : poursuivre ; résultats : le local est trouvé`."""
    said = [one.appreciation.one if one.appreciation else ""]
    said += [f"proposition\u00a0: {one.proposition.one}"] if one.proposition else []
    said += [f"résultats\u00a0: {', '.join(one.resultats)}"] if one.resultats else []
    told = "\u00a0; ".join(filter(None, said))
    return f"bilan, {told}" if told else "bilan"


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
