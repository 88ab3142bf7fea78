"""The words of calendars, folded as :mod:`ctgkit.schedule.tokens` folds them."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from ctgkit.french.nearest import certain, nearest
from ctgkit.vocabulary.calendrier import Raison, Unite


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MONTHS = (
    "janvier janv jan",
    "fevrier fevr fev",
    "mars",
    "avril avr",
    "mai",
    "juin",
    "juillet juil",
    "aout",
    "septembre sept",
    "octobre oct",
    "novembre nov",
    "decembre dec",
)
MONTHS = {name: month for month, names in enumerate(_MONTHS, 1) for name in names.split()}
#: Short names that are words of their own: a month only beside a year or another month.
WEAK_MONTHS = frozenset({"sept", "jan", "nov", "dec", "oct", "fev", "avr", "fevr", "janv", "juil"})

#: Words that a letter ill typed does not make another word of, but for « lévrier ».
_LONG = sorted({name for name in MONTHS if len(name) > 4} | _set("trimestre semestre demarrage echeance"))


@lru_cache(maxsize=1024)
def typed(form: str) -> str:
    """A word as it was meant: « spetembre » is September."""
    if (
        form in MONTHS
        or form.removesuffix("s") in _LONG
        or not 5 <= len(form) <= 10
        or form == "levrier"
        or not certain(form, _LONG)
    ):
        return form
    return nearest(form, _LONG) or form


SEASONS = {"printemps": 1, "ete": 2, "automne": 3, "hiver": 4}
#: Seasons of several years: « étés 2024 et 2025 ».
PLURAL_SEASONS = {"etes": 2, "automnes": 3, "hivers": 4}
#: School holidays, by the names they go by.
HOLIDAYS = {
    "toussaint": 1,
    "automne": 1,
    "octobre": 1,
    "noel": 2,
    "hiver": 3,
    "fevrier": 3,
    "printemps": 4,
    "paques": 4,
    "avril": 4,
    "ete": 5,
}
#: « a été » is a verb.
BEFORE_PARTICIPLE = _set(
    "a ont ai as avons avez avait avaient aura auront aurait auraient ayant avoir eu n'a n'ont y deja pas"
)

#: Words that end so and are not « jusqu' » ill typed.
KNOWN_ELISIONS = _set("qu' lorsqu' puisqu' quoiqu' quelqu' presqu'")

#: « octobre rose » is the month of a campaign.
CAMPAIGNS = _set("rose bleu vert")

#: A part of a year that is counted in it.
Half: TypeAlias = Literal["trimestre", "semestre"]
HALVES: dict[str, Half] = {
    "trimestre": "trimestre",
    "trimestres": "trimestre",
    "trim": "trimestre",
    "semestre": "semestre",
    "semestres": "semestre",
    "sem": "semestre",
}
FORTNIGHTS = frozenset({"quinzaine", "quinzaines"})
LETTERS: dict[str, Half] = {"t": "trimestre", "q": "trimestre", "s": "semestre"}
HOW_MANY = {"trimestre": 4, "semestre": 2, "quinzaine": 2}

#: `-1` is the last one.
RANKS = {
    "premier": 1,
    "premiere": 1,
    "second": 2,
    "seconde": 2,
    "deuxieme": 2,
    "troisieme": 3,
    "quatrieme": 4,
    "dernier": -1,
    "derniere": -1,
}
#: Of the years of a contract, which may have more than four.
YEAR_RANKS = RANKS | {"cinquieme": 5, "sixieme": 6}
RANK_ENDINGS = _set("° er ere re e eme ieme nd nde d de")

#: A part of something that is dated.
Part: TypeAlias = Literal["debut", "milieu", "fin", "courant"]
PARTS: dict[str, Part] = {
    "debut": "debut",
    "mi": "milieu",
    "milieu": "milieu",
    "fin": "fin",
    "courant": "courant",
    "cours": "courant",
}

#: Articles and prepositions that may stand inside a date or before it.
ARTICLES = _set("de d' du des la le l' les")
PREPOSITIONS = ARTICLES | _set("en a au aux pour sur dans pendant durant cette cet ce vacances")

#: After « convention », these say that it is another one.
OTHER_CONVENTION = _set(
    "avec de d' du des entre pluriannuelle cadre tripartite partenariale nationale departementale"
)
CONTRACT_ENDS: dict[str, Literal["debut", "fin", "signature"]] = {
    "debut": "debut",
    "demarrage": "debut",
    "lancement": "debut",
    "commencement": "debut",
    "fin": "fin",
    "terme": "fin",
    "echeance": "fin",
    "signature": "signature",
}
#: What leads to the noun in « tout au long de la CTG »; one of `_DURATION` must be among it.
CONTRACT_LEADS = ARTICLES | _set(
    "tout toute toutes au long pendant durant sur pour ensemble totalite dans duree periode cette notre"
    " presente annees entiere cours"
)
CONTRACT_DURATION = _set("long pendant durant duree periode ensemble totalite toute toutes cours")

Operator: TypeAlias = Literal[
    "from", "until", "by", "before", "after", "not_before", "between", "plus", "onward", "vague", "except"
]


def _table(**lines: str) -> dict[str, list[tuple[tuple[str, ...], Operator]]]:
    table: dict[str, list[tuple[tuple[str, ...], Operator]]] = {}
    for name, phrases in lines.items():
        for phrase in phrases.split(","):
            first, *rest = phrase.split()
            table.setdefault(first, []).append((tuple(rest), name))  # type: ignore[arg-type]
    for longest_first in table.values():
        longest_first.sort(key=lambda entry: -len(entry[0]))
    return table


#: By their first word, longest first.
OPERATORS = _table(
    **{
        "from": "≥,a / c,a partir,a compter,a dater,des,depuis",
        "until": "≤,jusqu' a,jusqu' au,jusqu' aux,jusqu' en,jusqu',jusque",
        "by": "d' ici,a l' horizon,horizon,au plus tard,pas apres,pas au - dela,pas au dela,"
        "pas plus tard que,pas plus tard qu',ou plus tot",
        "before": "avant,<",
        "after": "apres,au - dela,au dela,a l' issue,a partir d' apres,post -,post",
        "not_before": "pas avant,non avant,au plus tot,ou plus tard",
        "between": "entre",
        "plus": "+",
        "onward": "renouvelable,renouvelables,reconductible,reconductibles,a renouveler,a reconduire,"
        "et +,et plus,et apres,et au - dela,et au dela,et ensuite,et suivantes,et les suivantes,"
        "et suivants,et les suivants,et suite,et suiv,"
        "et annees suivantes,et les annees suivantes,etc,. . .,- . . .,a . . .,/ . . .,> . . .,→ . . .,"
        "- > . . .",
        "vague": "vers,environ,autour,aux alentours,aux environs",
        "except": "ni,sauf,hors,hormis,excepte,a l' exception,pas en",
    }
)

WEEKDAYS = {
    day: number
    for number, day in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
}

#: Units that a stroke may lead to: « 3 fois/an », but not « 2025 : travaux / septembre 2026 : ouverture ».
SPANS = _set("jour semaine quinzaine mois trimestre semestre saison an annee")
UNITS: dict[str, Unite] = {
    "jour": Unite.JOUR,
    "jours": Unite.JOUR,
    "semaine": Unite.SEMAINE,
    "semaines": Unite.SEMAINE,
    "quinzaine": Unite.QUINZAINE,
    "mois": Unite.MOIS,
    "trimestre": Unite.TRIMESTRE,
    "trimestres": Unite.TRIMESTRE,
    "semestre": Unite.SEMESTRE,
    "semestres": Unite.SEMESTRE,
    "saison": Unite.SAISON,
    "saisons": Unite.SAISON,
    "an": Unite.AN,
    "ans": Unite.AN,
    "annee": Unite.AN,
    "annees": Unite.AN,
    "vacances": Unite.VACANCES,
    "rentree": Unite.AN,
    "rentrees": Unite.AN,
    **dict.fromkeys((*SEASONS, "etes", "automnes", "hivers"), Unite.AN),
    **dict.fromkeys((name for name in MONTHS if name not in WEAK_MONTHS), Unite.AN),
    **dict.fromkeys((day + plural for day in WEEKDAYS for plural in ("", "s")), Unite.SEMAINE),
}

#: Adjectives and adverbs: the stem, what it counts by, every how many, how many times.
_BEATS: dict[str, tuple[Unite, int, int | None]] = {
    "annuel": (Unite.AN, 1, None),
    "semestriel": (Unite.SEMESTRE, 1, None),
    "trimestriel": (Unite.TRIMESTRE, 1, None),
    "mensuel": (Unite.MOIS, 1, None),
    "bimestriel": (Unite.MOIS, 2, None),
    "bimensuel": (Unite.MOIS, 1, 2),
    "biennal": (Unite.AN, 2, None),
    "triennal": (Unite.AN, 3, None),
    "quotidien": (Unite.JOUR, 1, None),
    "permanent": (Unite.CONTINU, 1, None),
}
BEATS = {
    stem + ending: beat
    for stem, beat in _BEATS.items()
    for ending in ("", "s", "le", "les", "lement", "ne", "nes", "nement", "e", "es")
} | dict.fromkeys(("hebdomadaire", "hebdomadaires", "hebdomadairement"), (Unite.SEMAINE, 1, None))
#: « biannuel » and « bisannuel » are taken for one another.
AMBIGUOUS_BEATS = frozenset(
    stem + ending for stem in ("biannuel", "bisannuel") for ending in ("", "s", "le", "les")
)
CONTINUOUS = (
    ("au", "fil", "de", "l'", "eau"),
    ("tout", "au", "long", "de", "l'", "annee"),
    ("toute", "l'", "annee"),
    ("en", "continu"),
    ("en", "permanence"),
)
#: What goes on where it ends its clause and stands after one of `LASTS`: « action pérenne ».
LASTING = _set(
    "perenne perennes recurrent recurrente recurrents recurrentes continu continue"
    " perennisation perennise perennisee"
)
#: What may follow it: « pérenne depuis 2020 ».
LASTS_FROM = _set("depuis des a jusqu' jusque sur")
LASTS = _set(", ; : ( - / et puis action actions dispositif dispositifs caractere") | {""}

NUMBERS = {
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "quinze": 15,
    "vingt": 20,
}

#: Acts that are cited with their day, « loi n° 2005-102 du 11 février 2005 »; « initialement » is no more.
ACTS = _set(
    "loi lois decret decrets circulaire arrete ordonnance instruction deliberation courrier initialement"
)

#: What a number that looks like a year counts, when it stands right after it.
COUNTED = _set(
    "euro euros eur k h heure heures habitant habitants hab famille familles place places enfant enfants"
    " personne personnes agent agents jeune jeunes allocataire allocataires beneficiaire beneficiaires"
    " logement logements exemplaire exemplaires metre metres m km kg etp usager usagers visiteur visiteurs"
    " participant participants menage menages eleve eleves fois"
)
COUNTED_SIGNS = frozenset("€%$")
#: Words that may follow a year though they end as plurals do.
NOT_PLURAL = _set(
    "inclus compris mais puis sous sans dans vers tous toutes plus moins suivant suivants apres tres ensuite"
)

#: Words that look like a date and are not read in any other way.
SUSPECT: dict[str, Raison] = {
    **dict.fromkeys(SEASONS, Raison.SANS_ANNEE),
    **dict.fromkeys((*HALVES, "rentree", "quadrimestre", "quadrimestres", "bimestre"), Raison.SANS_ANNEE),
    **dict.fromkeys(("noel", "toussaint", "paques"), Raison.AMBIGU),
}
RENEWED = ("renouvel", "recondui", "reconduct", "puis")
