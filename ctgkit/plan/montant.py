"""Amounts: what a document writes, and what it amounts to."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from ctgkit.french.numbers import amount
from ctgkit.plan.declaration import ReadBy
from ctgkit.plan.texte import lire_texte
from ctgkit.vocabulary.argent import Taxes

#: Figures alone, as most are; any other text is looked at by :mod:`ctgkit.plan.montant_lu`.
_PLAIN = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,2})?", re.ASCII)
_SPACES = re.compile(r"\s+")


class Montant(NamedTuple):
    """An amount: its text, and what it amounts to in euros."""

    texte: str
    valeur: Decimal | None = None  #: `None` where it is not figured; the least of a range
    taxes: Taxes | None = None
    par_an: bool = False
    au_moins: bool = False  #: whether it may be more

    def __eq__(self, other: object) -> bool:
        """Whether it is another writing of the same amount."""
        return isinstance(other, Montant) and self.compare() == other.compare()

    def __ne__(self, other: object) -> bool:
        """Whether it is another amount: a tuple would compare what it is made of."""
        return not self == other

    def __hash__(self) -> int:
        """The same for all writings of one amount."""
        return hash(self.compare())

    def __str__(self) -> str:
        """It as templates print it."""
        return self.ecrit()

    @property
    def chiffre(self) -> bool:
        """Whether it is a number of euros and nothing else."""
        return self.valeur is not None and not (self.taxes or self.par_an or self.au_moins)

    def ecrit(self) -> str:
        """It as it is printed: figures in the French way, anything else as it was typed."""
        if self.valeur is None or not self.chiffre or any(sign.isalpha() for sign in self.texte):
            return self.texte
        return amount(self.valeur)

    def compare(self) -> str:
        """What two writings of one amount share: value, taxes and unit of time, or else the words."""
        if self.valeur is None or self.au_moins:
            return _SPACES.sub(" ", self.texte).strip()
        if self.chiffre:
            return format(self.valeur.normalize(), "f") if self.valeur else "0"
        return " ".join(filter(None, (amount(self.valeur), self.taxes, "/ an" if self.par_an else None)))


def lire_montant(valeur: Any) -> Montant:
    """An amount in euros.

    Raises:
        Unreadable: `montant_illisible` where it holds a digit that is not understood.
    """
    if isinstance(valeur, Montant):
        return valeur
    if isinstance(valeur, (int, Decimal)):
        return Montant(str(valeur), Decimal(valeur))
    texte = lire_texte(valeur)
    if _PLAIN.fullmatch(texte):
        return Montant(texte, Decimal(texte.replace(",", ".")))
    from ctgkit.plan.montant_lu import figures  # noqa: PLC0415  (few plans need its grammar)

    return figures(texte)


MontantEcrit = Annotated[Montant, ReadBy(lire_montant, "Montant")]
