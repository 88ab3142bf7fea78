"""Dates in words."""

from __future__ import annotations

from datetime import date

MOIS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()  # noqa: SIM905
)


def long_date(jour: date) -> str:
    """`1er mars 2024`, with no-break spaces."""
    numero = "1er" if jour.day == 1 else str(jour.day)
    return f"{numero}\u00a0{MOIS[jour.month - 1]}\u00a0{jour.year}"


def period(debut: date, fin: date) -> str:
    """`2021-2024` for whole years, `2023` for one, else `du 1er mars 2023 au 28 février 2027`."""
    if (debut.month, debut.day, fin.month, fin.day) == (1, 1, 12, 31):
        return str(debut.year) if debut.year == fin.year else f"{debut.year}-{fin.year}"
    return f"du {long_date(debut)} au {long_date(fin)}"
