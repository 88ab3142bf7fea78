"""Numbers and amounts as French prints them."""

from __future__ import annotations

from decimal import Decimal

from ctgkit.french.agreement import number
from ctgkit.french.units import agreed


def decimal(value: Decimal | str, unit: str | None = None) -> str:
    """`12 500,5 places`, `0 place`; a qualitative value (a text) as it is."""
    if isinstance(value, str):
        return value
    words = f"{value:,f}".replace(",", "\u202f").replace(".", ",")
    return f"{words}\u00a0{agreed(unit, value)}" if unit else words


def amount(euros: Decimal) -> str:
    """`12 500 €`, or `12 500,50 €` where there are cents."""
    cents = euros != euros.to_integral_value()
    return decimal(euros.quantize(Decimal("0.01") if cents else Decimal(1)), "€")


_LETTRES = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()  # noqa: SIM905
)


def letters(nombre: int, *, feminine: bool = False) -> str:
    """A whole number as prose has it: in letters up to `seize`, else in digits."""
    if nombre == 1 and feminine:
        return "une"
    return _LETTRES[nombre] if 0 <= nombre < len(_LETTRES) else number(nombre)
