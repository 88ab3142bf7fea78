"""How the sentences of an avenant name fiches, sections, parties and periods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ctgkit.french import institutions
from ctgkit.french.agreement import plural
from ctgkit.french.capitals import small
from ctgkit.french.dates import long_date
from ctgkit.french.nearest import fold
from ctgkit.french.nouns import Noun
from ctgkit.french.numbers import letters
from ctgkit.page.blocks import Run, Runs
from ctgkit.page.writing import runs
from ctgkit.plan import Periode
from ctgkit.plan.plan import Avenant, Signataire, periode_dite
from ctgkit.reports.avenant.view import FicheRef, PartieView, SectionRef

#: How words that say a period by its dates or its years start.
_DATED = re.compile(r"\d{4}\b|du ", re.IGNORECASE)
#: Where sections are that are in none, and fiches.
TOP, OUTSIDE = "le premier niveau du plan d'actions", "les fiches qui ne sont dans aucune section"
#: What any fiche may be called.
_FICHE = ("fiche", "fiches")


def todo(what: str) -> Run:
    """What a person has still to fill in."""
    return Run(f"[à compléter\u00a0: {what}]", role="placeholder")


def quoted(text: str) -> str:
    """A text between guillemets, which hold no others."""
    return f"– {text}" if "«" in text else f"«\u00a0{text}\u00a0»"


# Sections and fiches


def section(ref: SectionRef) -> str:
    """`Axe 1 – Jeunesse`."""
    name = " ".join(part for part in (ref.niveau, ref.numero) if part)
    return " – ".join(part for part in (name, ref.titre) if part)


def chain(sections: Iterable[SectionRef]) -> str:
    """`Axe 1 – Jeunesse, Objectif 1.1 – Écouter`."""
    return ", ".join(map(section, sections))


def noun(fiches: Sequence[FicheRef]) -> str:
    """What so many fiches are called: by their nature, where they have the same."""
    names = {_called(one) for one in fiches}
    return plural(len(fiches), *(names.pop() if len(names) == 1 else _FICHE))


def _called(one: FicheRef) -> tuple[str, str]:
    """What a fiche is called, one and several: by the word of its plan where an article can agree with it."""
    usual, word = one.nature.facts.called, small(one.nom)
    if one.nature.facts.promise or not word or fold(word) in {one.nature.value, fold(usual[0])}:
        return usual
    known = institutions.name(word)
    many = small(Noun.of_text(one.nom).many)
    return (word, many) if known.genre == "f" and not known.elision else _FICHE


def several(fiches: Sequence[FicheRef]) -> str:
    """`deux fiches actions`."""
    return f"{letters(len(fiches), feminine=True)} {noun(fiches)}"


def of_several(fiches: Sequence[FicheRef]) -> str:
    """`de deux fiches actions`, `d'une fiche action`."""
    of = "d'" if len(fiches) == 1 else "de "
    return f"{of}{several(fiches)}"


def fiche(ref: FicheRef, *, number: bool = True) -> str:
    """`fiche action 1.1.1 « Ouvrir un lieu »`."""
    parts = (noun((ref,)), ref.numero if number else None, quoted(ref.titre))
    return " ".join(part for part in parts if part)


def placed(name: str, sections: Sequence[SectionRef]) -> str:
    """What is called so, and all the sections it is in."""
    return f"{name} ({chain(sections)})" if sections else name


def fiche_and_place(ref: FicheRef) -> Runs:
    """A fiche and where it stands; its name leads to the annex that has it in full."""
    return runs(Run(fiche(ref), ref.ancre), placed("", ref.sections))


def section_and_place(ref: SectionRef) -> str:
    """A section and where it stands."""
    return placed(section(ref), ref.sections)


def thing(ref: FicheRef | SectionRef, *, number: bool = True) -> str:
    """A fiche or a section, and the first of the sections it is in."""
    if isinstance(ref, FicheRef):
        name = fiche(ref, number=number)
    elif number:
        name = f"section {quoted(section(ref))}"
    else:
        name = f"section {quoted(' – '.join(part for part in (ref.niveau, ref.titre) if part))}"
    return placed(name, ref.sections[:1])


def place(sections: Sequence[SectionRef], top: str) -> str:
    """Where something was, or goes."""
    return quoted(chain(sections)) if sections else top


# Parties, periods, avenants


def article_of(partie: PartieView) -> str:
    """The article before the name of a party, where its gender is known."""
    if partie.genre and partie.elision:
        return "l'"
    return {"f": "la ", "m": "le ", None: ""}[partie.genre]


def signatory(one: Signataire) -> Runs:
    """Who signs, and as what."""
    name = one.nom or todo("prénom et nom")
    return runs(name, f", {one.qualite}" if one.qualite else "")


def period_of(periode: Periode) -> str:
    """`la période 2023-2027`, `l'année 2024`, `la période « quatre ans »`."""
    words = periode_dite(periode)
    if words.isdigit():
        return f"l'année {words}"
    return f"la période {words if _DATED.match(words) else quoted(words)}"


def avenant_of(one: Avenant) -> str:
    """`l'avenant n° 1 du 1er mars 2024`."""
    return f"l'avenant n°\u00a0{one.numero} du {long_date(one.date)}"
