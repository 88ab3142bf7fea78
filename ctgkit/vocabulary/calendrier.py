"""What calendar phrases say: how precise a day is, how firm, how often, and why it is not understood."""

from __future__ import annotations

from dataclasses import dataclass

from ctgkit.vocabulary.terme import Terme, Words


class Precision(Terme, noun=("une précision", "précisions")):
    """What a bound was read from."""

    JOUR = Words(word="jour", meaning="Un jour.")
    MOIS = Words(word="mois", meaning="Un mois.")
    TRIMESTRE = Words(word="trimestre", meaning="Un trimestre.")
    SEMESTRE = Words(word="semestre", meaning="Un semestre.")
    SAISON = Words(word="saison", meaning="Une saison.")
    ANNEE = Words(word="annee", meaning="Une année.")
    PARTIE = Words(
        word="partie",
        meaning="Une partie d'autre chose («\u00a0début 2024\u00a0», «\u00a0rentrée 2025\u00a0»).",
    )
    CHOIX = Words(word="choix", meaning="L'un ou l'autre («\u00a02024 ou 2025\u00a0»).")
    CONTRAT = Words(word="contrat", meaning="La convention elle-même.")


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class PorteeFacts(Words):
    """How firm a bound is.

    Attributes:
        later: whether it may come later than its words say: it is never late then.
        sooner: whether it may come sooner.
        doubtful: whether its words put it in doubt: nothing is expected on that day.
        told: what is said of it after its days.
    """

    later: bool = False
    sooner: bool = False
    doubtful: bool = False
    told: str = ""


class Portee(Terme, noun=("une portée", "portées")):
    """How firm a bound is."""

    facts: PorteeFacts

    EXACT = PorteeFacts(word="exact", meaning="Ces jours-là.")
    AU_PLUS_TOT = PorteeFacts(
        word="au-plus-tot",
        meaning="Ces jours-là ou plus tard («\u00a0pas avant 2026\u00a0»).",
        later=True,
        told=", ou plus tard",
    )
    AU_PLUS_TARD = PorteeFacts(
        word="au-plus-tard",
        meaning="Ces jours-là ou plus tôt («\u00a0d'ici 2025\u00a0»).",
        sooner=True,
        told=", ou plus tôt",
    )
    POSSIBLE = PorteeFacts(
        word="possible",
        meaning="Ces jours-là si cela se confirme («\u00a02025, sous réserve de financement\u00a0»)\u00a0:"
        " rien n'est alors en retard.",
        doubtful=True,
        told=", à confirmer",
    )


class Unite(Terme, noun=("une unité de temps", "unités de temps")):
    """What a recurrence counts by."""

    JOUR = Words(word="jour", meaning="Un jour.")
    SEMAINE = Words(word="semaine", meaning="Une semaine.")
    QUINZAINE = Words(word="quinzaine", meaning="Une quinzaine.")
    MOIS = Words(word="mois", meaning="Un mois.")
    TRIMESTRE = Words(word="trimestre", meaning="Un trimestre.")
    SEMESTRE = Words(word="semestre", meaning="Un semestre.")
    SAISON = Words(word="saison", meaning="Une saison.")
    AN = Words(word="an", meaning="Un an.")
    VACANCES = Words(word="vacances", meaning="Une période de vacances scolaires.")
    CONTINU = Words(word="continu", meaning="Aucune\u00a0: c'est continu.")


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class SorteJalonFacts(Words):
    """What a kind of day is.

    Attributes:
        sign: what says it in one character.
        title: what one of them is called, where its number is not said.
        heading: what several are, above a line of them.
    """

    sign: str
    title: str
    heading: str


class SorteJalon(Terme, noun=("une sorte de jalon", "sortes de jalons")):
    """The days of the life of a plan."""

    facts: SorteJalonFacts

    COPIL = SorteJalonFacts(
        word="copil", one="COPIL", meaning="Un COPIL.", sign="◆", title="COPIL", heading="COPIL"
    )
    AVENANT = SorteJalonFacts(
        word="avenant", meaning="Un avenant.", sign="◇", title="Avenant", heading="Avenants"
    )


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class RaisonFacts(Words):
    """Why words are not understood, and what to do.

    Attributes:
        wrong: what is wrong, with `{noun}` for what has the calendar.
        mend: what to write, with `{noun}`, and `{year}` for a year of the contract.
        lacks_year: whether they may be a date once a year is added.
        own_year: whether the year to write may be that of the words.
        moot: whether it does no harm where other words of the calendar say when.
    """

    wrong: str
    mend: str
    lacks_year: bool = False
    own_year: bool = False
    moot: bool = False


_SETTLE = "ou fixez les dates par «\u00a0texte:\u00a0», «\u00a0debut:\u00a0» et «\u00a0fin:\u00a0»"


class Raison(Terme, noun=("une raison", "raisons")):
    """Why words that look like a date are not read as one."""

    facts: RaisonFacts

    RIEN = RaisonFacts(
        word="rien",
        meaning="Rien ne dit quand.",
        wrong="ce calendrier ne dit pas quand {noun} a lieu",
        mend="écrivez par exemple «\u00a0À partir de {year}\u00a0» ou «\u00a02nd semestre {year}\u00a0», "
        + _SETTLE,
        moot=True,
    )
    SANS_ANNEE = RaisonFacts(
        word="sans_annee",
        meaning="Un mois, une saison, un semestre… sans année.",
        wrong="il manque l'année",
        mend="écrivez par exemple «\u00a0Mars {year}\u00a0» ou «\u00a02nd semestre {year}\u00a0», " + _SETTLE,
        lacks_year=True,
    )
    ANNEE_COURTE = RaisonFacts(
        word="annee_courte",
        meaning="Une année en deux chiffres.",
        wrong="l'année n'a que deux chiffres",
        mend="écrivez l'année en quatre chiffres, comme «\u00a0{year}\u00a0»",
    )
    IMPOSSIBLE = RaisonFacts(
        word="impossible",
        meaning="Un jour ou une partie d'année qui n'existe pas («\u00a031 février 2025\u00a0»).",
        wrong="cette date n'existe pas",
        mend="corrigez la date, " + _SETTLE,
    )
    AUTRE_JOUR = RaisonFacts(
        word="autre_jour",
        meaning="Un jour qui n'est pas celui de la semaine qui est dit («\u00a0lundi 15 mars 2025\u00a0»).",
        wrong="cette date ne tombe pas ce jour de la semaine",
        mend="corrigez le jour ou la date, " + _SETTLE,
    )
    ENVERS = RaisonFacts(
        word="envers",
        meaning="Une fin avant le début («\u00a02025-2024\u00a0»).",
        wrong="la période finit avant de commencer",
        mend="corrigez la date, " + _SETTLE,
    )
    CONTRAIRE = RaisonFacts(
        word="contraire",
        meaning="Deux dates contraires («\u00a02025 (année 2 de la CTG)\u00a0»).",
        wrong="ces deux dates se contredisent",
        mend="gardez celle qui est juste, " + _SETTLE,
    )
    AMBIGU = RaisonFacts(
        word="ambigu",
        meaning="Plusieurs dates sont possibles.",
        wrong="plusieurs dates sont possibles",
        mend="écrivez laquelle, " + _SETTLE,
    )
    DUREE = RaisonFacts(
        word="duree",
        meaning="Une durée qui ne dit pas de quand à quand.",
        wrong="cette durée ne dit pas de quand à quand",
        mend="écrivez le début et la fin, par exemple «\u00a0De janvier à juin {year}\u00a0», " + _SETTLE,
    )
    RELATIF = RaisonFacts(
        word="relatif",
        meaning="Un temps compté depuis quelque chose qui n'est pas dit («\u00a0N+1\u00a0»).",
        wrong="rien ne dit à partir de quand cela se compte",
        mend="écrivez l'année, par exemple «\u00a0{year}\u00a0», ou «\u00a02e année de la CTG\u00a0»",
    )
    REFERENCE = RaisonFacts(
        word="reference",
        meaning="L'année nomme autre chose («\u00a0budget 2025\u00a0»).",
        wrong="cette année semble celle d'autre chose, et rien d'autre ne dit quand {noun} a lieu",
        mend="écrivez par exemple «\u00a0À partir de {year}\u00a0», " + _SETTLE,
        moot=True,
    )
    RATTACHEMENT = RaisonFacts(
        word="rattachement",
        meaning="Une année qui dit quand, ou qui nomme autre chose («\u00a0crèche 2025\u00a0»).",
        wrong="cette année dit quand {noun} a lieu, ou nomme autre chose\u00a0: rien ne le dit",
        mend="si c'est quand {noun} a lieu, écrivez par exemple «\u00a0En {year}\u00a0» ou"
        " «\u00a0{year}\u00a0: …\u00a0», " + _SETTLE,
        own_year=True,
    )
    EVENEMENT = RaisonFacts(
        word="evenement",
        meaning="Une date qui est celle d'autre chose («\u00a0dès l'ouverture en 2025\u00a0»).",
        wrong="cette date semble celle d'un autre événement, et non de {noun}",
        mend="écrivez par exemple «\u00a0À partir de {year}\u00a0», " + _SETTLE,
    )
    EXCLUSION = RaisonFacts(
        word="exclusion",
        meaning="Un temps exclu («\u00a0sauf en 2025\u00a0»).",
        wrong="cette exception n'est pas comprise\u00a0: {noun} aurait lieu à ces dates aussi",
        mend="écrivez une à une les périodes où {noun} a lieu",
    )
    SANS_FIN = RaisonFacts(
        word="sans_fin",
        meaning="Une suite que rien ne date («\u00a0de 2024 à la livraison\u00a0»).",
        wrong="rien ne dit jusqu'à quand {noun} continue",
        mend="écrivez l'année où cela finit, " + _SETTLE,
    )
    NEGATION = RaisonFacts(
        word="negation",
        meaning="Une date où cela n'a pas lieu («\u00a0pas de réalisation en 2024\u00a0»).",
        wrong="ces mots disent quand {noun} n'a pas lieu, et non quand {noun} a lieu",
        mend="écrivez par exemple «\u00a0Pas avant {year}\u00a0» ou «\u00a0À partir de {year}\u00a0», "
        + _SETTLE,
    )
    ABANDON = RaisonFacts(
        word="abandon",
        meaning="Un abandon («\u00a0annulé en 2025\u00a0»).",
        wrong="ces mots disent un abandon, qui n'est pas un calendrier",
        mend="gardez ici la date prévue, et notez dans «\u00a0suivi:\u00a0» une entrée avec sa"
        " «\u00a0date:\u00a0» et «\u00a0statut: abandonnée\u00a0»",
    )
    REPORT = RaisonFacts(
        word="report",
        meaning="Un report dont la nouvelle date n'est pas dite («\u00a02024, reporté\u00a0»).",
        wrong="ces mots disent un report, et non à quand",
        mend="écrivez la nouvelle date, par exemple «\u00a0Reporté à {year}\u00a0», " + _SETTLE,
    )
