"""What an amount of a document amounts to: `60 000 €`, `18 150 € TTC`, `60 k€`, `50 000 € / an`.

It is read strictly: words, a rate, two amounts in one text are printed and
not figured; a digit that is not understood is a mistake.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ctgkit.plan.declaration import Unreadable
from ctgkit.plan.montant import Montant
from ctgkit.plan.valeurs import lire_mot
from ctgkit.vocabulary.argent import Taxes

#: What one of the unit is worth, by how it is written.
_UNITS = {
    "": 1,
    "€": 1,
    "euro": 1,
    "euros": 1,
    "EUR": 1,
    "k€": 1000,
    "K€": 1000,
    "milliers d'euros": 1000,
    "M€": 1_000_000,
    "million d'euros": 1_000_000,
    "millions d'euros": 1_000_000,
}
#: So many digits before the decimals are no money of a plan, but keys that stuck.
_DIGITS = 12
_NUMBER = r"\d{1,3}(?: \d{3})+(?:[.,]\d{1,3})?|\d+(?:[.,]\d{1,3})?"
_UNIT = "|".join(sorted(map(re.escape, filter(None, _UNITS)), key=len, reverse=True))
_MONEY = re.compile(rf"(?P<number>[+-]?(?:{_NUMBER})) ?(?P<unit>(?:{_UNIT})(?:(?<=€)|(?!\w))|)")
_BETWEEN = re.compile(r" ?(?:à|et|-|–|—) ?")
_TAXES = re.compile(r"\(?([A-Za-z][A-Za-z. ]*?)\)?(?= ?(?:$|/|par |chaque |annuel))", re.ASCII)
_YEARLY = re.compile(r"(?:(?:/ ?|par |chaque )(?:an|année)|annuels?)(?!\w)", re.IGNORECASE)
_LEAST = re.compile(r"(?:au moins|minimum|à partir de) ", re.IGNORECASE)
_MOST = re.compile(r"(?:environ|env\.|près de|jusqu'à|au plus|maximum|≈|~) ?", re.IGNORECASE)
_LEAD = re.compile(r"(?:entre|de) ", re.IGNORECASE)
#: What makes of an amount a price of something: so much for each.
_RATE = re.compile(r"(?:/ ?|par |de l'|l'|chaque )[^\W\d][^\d]*\Z", re.IGNORECASE)
_SHARE = re.compile(r"[\d.,]+ ?%")
_SPACES = re.compile(r"[ \t\n\u00a0\u2007\u2009\u202f]+")


def figures(texte: str) -> Montant:
    """What a text amounts to.

    Raises:
        Unreadable: `montant_illisible` where it holds a digit that is not understood.
    """
    told = _SPACES.sub(" ", texte).strip().replace("’", "'")
    found = _figured(texte, told)
    if found is None and any(letter.isdigit() for letter in told) and not _not_figured(told):
        raise Unreadable("montant_illisible", ecrit=texte)
    return found or Montant(texte)


def _figured(texte: str, told: str) -> Montant | None:
    """An amount, or a range of two."""
    least = _LEAST.match(told)
    rest = told[least.end() :] if least else told
    lead = _LEAD.match(rest)
    rest = rest[lead.end() :] if lead else rest
    first = _MONEY.match(rest)
    if first is None:
        return None
    rest, second = rest[first.end() :], None
    if (between := _BETWEEN.match(rest)) and (second := _MONEY.match(rest, between.end())):
        rest = rest[second.end() :]
    if lead and second is None:
        return None
    end = _end(rest)
    valeur = _value(first, unit=second["unit"] if second and not first["unit"] else None)
    top = _value(second) if second else None
    if end is None or valeur is None or (second and (top is None or not valeur < top <= 100 * valeur)):
        return None
    return Montant(texte, valeur, *end, au_moins=bool(least or second))


def _end(rest: str) -> tuple[Taxes | None, bool] | None:
    """What stands after the figures: taxes, « par an », in any order; `None` where there is more."""
    rest, taxes, yearly = rest.strip(), None, False
    while rest:
        if not yearly and (found := _YEARLY.match(rest)):
            yearly = True
        elif taxes is None and (found := _TAXES.match(rest)):
            try:
                taxes = lire_mot(Taxes, found[1].replace(".", ""))
            except Unreadable:
                return None
        else:
            return None
        rest = rest[found.end() :].strip()
    return taxes, yearly


def _value(found: re.Match[str], unit: str | None = None) -> Decimal | None:
    """The euros of figures; `None` where they are none that money has."""
    number = found["number"].replace(" ", "").replace(",", ".")
    whole, _, cents = number.partition(".")
    worth = _UNITS[found["unit"] if unit is None else unit]
    if len(whole.lstrip("+-")) > _DIGITS or (len(cents) > 2 and worth == 1):
        return None
    return Decimal(number) * worth


def _not_figured(told: str) -> bool:
    """Whether a text with figures is printed only: about so much, a share, a price, two amounts."""
    if most := _MOST.match(told):
        return _figured(told, told[most.end() :]) is not None
    amounts = [*_MONEY.finditer(told)]
    with_unit = [one for one in amounts if one["unit"]]
    if len(with_unit) > 1:
        return all(_value(one) is not None for one in with_unit)
    if len(amounts) == 2 and with_unit == amounts[1:]:
        # « 50 à 60 000 € » is one of two ranges.
        between = _BETWEEN.fullmatch(told[amounts[0].end() : amounts[1].start()])
        return between is not None and " " not in amounts[0]["number"]
    if share := _SHARE.match(told):
        return not any(letter.isdigit() for letter in told[share.end() :])
    first = _MONEY.match(told)
    if first is None or _value(first) is None:
        return False
    rest = told[first.end() :].strip()
    return bool(first["unit"]) and _RATE.match(rest) is not None
