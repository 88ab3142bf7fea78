"""Entries of a journal, measures and money, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.french.dates import long_date
from ctgkit.french.numbers import decimal
from ctgkit.plan.montant import Montant

if TYPE_CHECKING:
    from ctgkit.plan import EntreeSuivi, Mesure


def entry_line(entree: EntreeSuivi) -> str:
    """`11 juin 2026 : en cours, 60 %, le chantier avance (Camille)`."""
    progress = f"{entree.avancement} %" if entree.avancement is not None else None
    parts = [part for part in (entree.statut, progress, entree.note) if part]
    author = f" ({entree.auteur})" if entree.auteur else ""
    return f"{long_date(entree.date)} : {', '.join(parts)}{author}"


def measure_line(mesure: Mesure, unite: str | None) -> str:
    """`31 décembre 2025 : 10 places – le chantier avance`."""
    note = f" – {mesure.commentaire}" if mesure.commentaire else ""
    return f"{long_date(mesure.date)} : {decimal(mesure.valeur, unite)}{note}"


def money_words(value: object) -> str:
    """What a key of a line of money says."""
    return value.ecrit() if isinstance(value, Montant) else str(value or "")
