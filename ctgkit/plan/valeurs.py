"""Values the schema reads out of text: dates, numbers, and the words of closed lists."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from ctgkit.plan.texte import lire_texte

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_NOMBRE = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_GROUPES = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_BORDS = " \t\u00a0\u202f"
_ANNEE_MIN, _ANNEE_MAX = 1900, 2199


def lire_date(valeur: Any) -> date:
    """A day, written `AAAA-MM-JJ`.

    Raises:
        PydanticCustomError: `date_illisible` when it is written otherwise, `date_inexistante`
            when no such day exists (`2024-02-30`).
    """
    if isinstance(valeur, date):
        return valeur
    texte = lire_texte(valeur).strip(_BORDS)
    if not (trouve := _ISO.fullmatch(texte)):
        raise PydanticCustomError("date_illisible", "date illisible", {"ecrit": texte})
    try:
        return date(*map(int, trouve.groups()))
    except ValueError:
        raise PydanticCustomError("date_inexistante", "ce jour n'existe pas", {"ecrit": texte}) from None


def _decimal(valeur: Any, unites: str) -> Decimal:
    if isinstance(valeur, (int, Decimal)):
        return Decimal(valeur)
    ecrit = lire_texte(valeur)
    texte = _GROUPES.sub("", ecrit.strip(_BORDS).rstrip(unites).rstrip(_BORDS))
    if not _NOMBRE.fullmatch(texte):
        raise PydanticCustomError("nombre_illisible", "nombre illisible", {"ecrit": ecrit})
    return Decimal(texte.replace(",", "."))


def lire_nombre(valeur: Any) -> Decimal:
    """A number in French or international writing: `12 500`, `0,25`, `12500.50`.

    Raises:
        PydanticCustomError: `nombre_illisible`.
    """
    return _decimal(valeur, "")


def lire_montant(valeur: Any) -> Decimal:
    """An amount in euros, with or without `€`.

    Raises:
        PydanticCustomError: `nombre_illisible`.
    """
    return _decimal(valeur, "€")


def lire_avancement(valeur: Any) -> int:
    """A whole percentage from 0 to 100, with or without `%`.

    Raises:
        PydanticCustomError: `nombre_illisible`, or `avancement_hors_bornes`.
    """
    nombre = _decimal(valeur, "%")
    if nombre != nombre.to_integral_value() or not 0 <= nombre <= 100:
        raise PydanticCustomError("avancement_hors_bornes", "entre 0 et 100", {"ecrit": str(valeur)})
    return int(nombre)


def lire_annee(valeur: Any) -> int:
    """A year of four digits.

    Raises:
        PydanticCustomError: `annee_illisible`.
    """
    texte = str(valeur) if isinstance(valeur, int) else lire_texte(valeur).strip(_BORDS)
    if not re.fullmatch(r"\d{4}", texte, re.ASCII) or not _ANNEE_MIN <= int(texte) <= _ANNEE_MAX:
        raise PydanticCustomError("annee_illisible", "année illisible", {"ecrit": texte})
    return int(texte)


def lire_mesure(valeur: Any) -> Decimal | str:
    """A measured value: a number when it reads as one, else the words of a qualitative one."""
    if isinstance(valeur, str):
        try:
            return lire_nombre(valeur)
        except PydanticCustomError:
            return lire_texte(valeur)
    return valeur if isinstance(valeur, Decimal) else lire_texte(valeur)


def mot_de(liste: Any) -> BeforeValidator:
    """Reads one word of a closed list, composed or decomposed accents alike.

    Args:
        liste: the `Literal` that declares the words.

    Raises (when validating):
        PydanticCustomError: `valeur_inconnue`, with the accepted words.
    """
    mots = get_args(liste)

    def lire(valeur: Any) -> str:
        texte = unicodedata.normalize("NFC", lire_texte(valeur)).strip(_BORDS)
        if texte not in mots:
            raise PydanticCustomError("valeur_inconnue", "valeur inconnue", {"ecrit": texte, "valeurs": mots})
        return texte

    return BeforeValidator(lire)


def lire_format(valeur: Any) -> int:
    """The version of the plan file: `1`.

    Raises:
        PydanticCustomError: `format_inconnu`.
    """
    texte = str(valeur) if isinstance(valeur, int) else lire_texte(valeur).strip(_BORDS)
    if texte != "1":
        raise PydanticCustomError("format_inconnu", "format inconnu", {"ecrit": texte})
    return 1


Date = Annotated[date, BeforeValidator(lire_date)]
Nombre = Annotated[Decimal, BeforeValidator(lire_nombre)]
Montant = Annotated[Decimal, BeforeValidator(lire_montant)]
Avancement = Annotated[int, BeforeValidator(lire_avancement)]
Annee = Annotated[int, BeforeValidator(lire_annee)]
ValeurMesuree = Annotated[Decimal | str, BeforeValidator(lire_mesure)]
Format = Annotated[int, BeforeValidator(lire_format)]

NatureAction: TypeAlias = Literal["action", "engagement"]
Origine: TypeAlias = Literal["engagée", "nouvelle"]
Statut: TypeAlias = Literal["à venir", "en cours", "réalisée", "en pause", "bloquée", "abandonnée"]
TypeIndicateur: TypeAlias = Literal["quantitatif", "qualitatif"]
Sens: TypeAlias = Literal["hausse", "baisse"]
NatureDepense: TypeAlias = Literal["fonctionnement", "investissement"]
EtatFinancement: TypeAlias = Literal["prévu", "acquis", "réalisé"]
