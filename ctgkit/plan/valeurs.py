"""Values that are read out of text: dates, numbers, and the words of closed lists."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, NamedTuple, TypeVar

from ctgkit.french.nearest import fold
from ctgkit.plan.declaration import ReadBy, Unreadable
from ctgkit.plan.texte import lire_texte
from ctgkit.vocabulary.terme import Terme

_T = TypeVar("_T", bound=Terme)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_NOMBRE = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_GROUPES = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_BORDS = " \t\u00a0\u202f"
#: What is longer is a reference or a slip: no number of a plan has billions of billions.
_CHIFFRES_MAX = 18
_ANNEES = re.compile(r"(\d{4}) ?(?:[-–—/]|à|au) ?(\d{4})", re.ASCII)
_ANNEE_MIN, _ANNEE_MAX = 1900, 2199


def lire_date(valeur: Any) -> date:
    """A day, written `AAAA-MM-JJ`.

    Raises:
        Unreadable: `date_illisible` when it is written otherwise, `date_inexistante` when no such
            day exists (`2024-02-30`).
    """
    if isinstance(valeur, date):
        return valeur
    texte = lire_texte(valeur).strip(_BORDS)
    if not (trouve := _ISO.fullmatch(texte)):
        raise Unreadable("date_illisible", ecrit=texte)
    try:
        return date(*map(int, trouve.groups()))
    except ValueError:
        raise Unreadable("date_inexistante", ecrit=texte) from None


def _decimal(valeur: Any, unites: str) -> Decimal:
    if isinstance(valeur, (int, Decimal)):
        return Decimal(valeur)
    ecrit = lire_texte(valeur)
    texte = _GROUPES.sub("", ecrit.strip(_BORDS).rstrip(unites).rstrip(_BORDS))
    if not _NOMBRE.fullmatch(texte) or len(texte) > _CHIFFRES_MAX:
        raise Unreadable("nombre_illisible", ecrit=ecrit)
    return Decimal(texte.replace(",", "."))


def lire_nombre(valeur: Any) -> Decimal:
    """A number in French or international writing: `12 500`, `0,25`, `12500.50`.

    Raises:
        Unreadable: `nombre_illisible`.
    """
    return _decimal(valeur, "")


def lire_avancement(valeur: Any) -> int:
    """A whole percentage from 0 to 100, with or without `%`.

    Raises:
        Unreadable: `nombre_illisible`, or `avancement_hors_bornes`.
    """
    nombre = _decimal(valeur, "%")
    if nombre != nombre.to_integral_value() or not 0 <= nombre <= 100:
        raise Unreadable("avancement_hors_bornes", ecrit=str(valeur))
    return int(nombre)


def lire_annee(valeur: Any) -> int:
    """A year of four digits.

    Raises:
        Unreadable: `annee_illisible`.
    """
    texte = str(valeur) if isinstance(valeur, int) else lire_texte(valeur).strip(_BORDS)
    if not re.fullmatch(r"\d{4}", texte, re.ASCII) or not _ANNEE_MIN <= int(texte) <= _ANNEE_MAX:
        raise Unreadable("annee_illisible", ecrit=texte)
    return int(texte)


class AnneesDites(NamedTuple):
    """A year, or several in a row; both are included."""

    debut: int
    fin: int

    def __str__(self) -> str:
        """As it is written: `2025`, `2025-2028`."""
        return str(self.debut) if self.debut == self.fin else f"{self.debut}-{self.fin}"

    @property
    def nombre(self) -> int:
        """How many years it is."""
        return self.fin - self.debut + 1


def lire_annees(valeur: Any) -> AnneesDites:
    """A year, or the first and the last of several: `2025`, `2025-2028`, `2025 à 2028`.

    Raises:
        Unreadable: `annee_illisible`.
    """
    if isinstance(valeur, AnneesDites):
        return valeur
    trouve = _ANNEES.fullmatch(lire_texte(valeur).strip(_BORDS)) if not isinstance(valeur, int) else None
    if trouve is None:
        annee = lire_annee(valeur)
        return AnneesDites(annee, annee)
    debut, fin = map(lire_annee, trouve.groups())
    if fin <= debut:
        raise Unreadable("annee_illisible", ecrit=trouve[0])
    return AnneesDites(debut, fin)


def lire_mesure(valeur: Any) -> Decimal | str:
    """A measured value: a number when it reads as one, else the words of a qualitative one."""
    if isinstance(valeur, str):
        try:
            return lire_nombre(valeur)
        except Unreadable:
            return lire_texte(valeur)
    return valeur if isinstance(valeur, Decimal) else lire_texte(valeur)


def bare(mot: str) -> str:
    """A word without what changes nothing of it: capitals, accents, and the mute end of a feminine."""
    forme = " ".join(fold(mot).split())
    return forme[:-1] if forme.endswith(("ee", "ue")) else forme


@cache
def mots_lus(liste: type[Terme]) -> dict[str, Terme]:
    """What is read as each member of a closed list: its word and its synonyms, all :func:`bare`."""
    lus = {bare(mot): membre for membre in liste for mot in membre.facts.synonyms}
    return lus | {bare(membre.value): membre for membre in liste}


def lire_mot(liste: type[_T], valeur: Any) -> _T:
    """A member of a closed list, by its word or a synonym.

    Raises:
        Unreadable: `valeur_inconnue`, with the words that are meant to be written.
    """
    if isinstance(valeur, liste):
        return valeur
    texte = lire_texte(valeur).strip(_BORDS)
    membre = mots_lus(liste).get(bare(texte))
    if not isinstance(membre, liste):
        raise Unreadable("valeur_inconnue", ecrit=texte, valeurs=tuple(one.value for one in liste))
    return membre


def lire_format(valeur: Any) -> int:
    """The version of the plan file: `1`.

    Raises:
        Unreadable: `format_inconnu`.
    """
    texte = str(valeur) if isinstance(valeur, int) else lire_texte(valeur).strip(_BORDS)
    if texte != "1":
        raise Unreadable("format_inconnu", ecrit=texte)
    return 1


Date = Annotated[date, ReadBy(lire_date, "Date")]
Nombre = Annotated[Decimal, ReadBy(lire_nombre, "Nombre")]
Avancement = Annotated[int, ReadBy(lire_avancement, "Avancement")]
Annee = Annotated[int, ReadBy(lire_annee, "Annee")]
Annees = Annotated[AnneesDites, ReadBy(lire_annees, "AnneesDites")]
ValeurMesuree = Annotated[Decimal | str, ReadBy(lire_mesure, "Texte")]
Format = Annotated[int, ReadBy(lire_format, "Format")]
