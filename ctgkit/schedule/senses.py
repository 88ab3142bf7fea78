"""What the words around a date are known to say of it: which end it is, that it is off, or whose it is.

A word of no sense is harmless beside a date that stands by itself (« 2024 : recensement »), and not where
it may own the date (« recensement 2024 »): see :mod:`ctgkit.schedule.context`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

from ctgkit.schedule.scan import form
from ctgkit.schedule.tokens import Token

Sense: TypeAlias = Literal[
    "start",  # the date is a start: « démarrage »
    "finish",  # the date is an end: « échéance »
    "negation",
    "only",  # « ne débutera qu'en 2026 »
    "but",  # « mais »: what was denied is no more
    "cancelled",
    "moved",  # the date after it takes the place of those before
    "doubt",
    "condition",  # doubts the dates before it, and owns those that follow
    "elsewhere",  # owns the dates that follow, up to a comma: « suite au COPIL de 2024 »
    "frame",  # a thing that is named by its years: « budget 2025 », « convention 2023-2027 »
    "past",  # the date is that of what the word describes: « nés en 2024 », « signée en 2023 »
    "doing",  # a thing that takes place: « travaux 2025 »
    "time",  # a part of time: « au cours de 2025 »
    "plain",  # says nothing of the date: « prévue 2025 »
]

_WORDS: dict[Sense, str] = {
    "start": "demarrage demarrages debut lancement commencement applicable applicables effectif"
    " effective operationnel operationnelle",
    "finish": "echeance echeances butoir fin terme cloture achevement finalisation livraison terminaison"
    " deadline delai arret remise rendu livrable livrables finira finiront fini finie finis finies",
    "negation": "neant ne n' non pas aucun aucune jamais rien",
    "only": "que qu'",
    "but": "mais",
    "cancelled": "abandon annulation caduc caduque suspendu suspendue suspendus suspendues interrompu"
    " interrompue interrompus interrompues",
    "moved": "report decalage glissement",
    "doubt": "eventuel eventuelle eventuellement probable probablement hypothese hypothetique potentiel"
    " potentielle potentiellement possible possiblement idealement incertain incertaine tbc estimation",
    "condition": "selon si",
    "elsewhere": "cf voir conformement vu grace issu issue issus issues",
    "frame": "budget budgets budgetaire loi lois decret decrets circulaire arrete ordonnance instruction"
    " avenant avenants deliberation deliberations ctg convention conventions contrat contrats cej"
    " cpog cog prs pedt plan plans schema schemas programme programmes projet projets agenda"
    " strategie strategies strategique politique credit credits enveloppe enveloppes dotation"
    " dotations subvention subventions financement financements fonds aap ami appel appels donnees"
    " chiffres primitif jo edition millesime promotion fiche fiches article ° no numero mandat"
    " mandature rue avenue boulevard place square impasse allee version charte reglement norme"
    " label objectif objectifs bareme tarif tarifs bilan bilans enquete enquetes rapport rapports"
    " recensement horizon",
    "past": "construit construite construits construites paru parue parus parues obtenu obtenue obtenus"
    " obtenues arrivant conclu conclue conclus conclues courrier",
    "doing": "diagnostic diagnostics action actions etude etudes travaux realisation realisations"
    " preparation formation formations evaluation evaluations evenement evenements ouverture"
    " ouvertures inauguration atelier ateliers reunion reunions rencontre rencontres session"
    " sessions seance seances experimentation deploiement elaboration redaction concertation"
    " consultation construction creation installation amenagement organisation animation"
    " animations mobilisation communication diffusion sensibilisation recrutement acquisition"
    " achat achats revision actualisation rehabilitation renovation extension demenagement"
    " generalisation poursuite restitution signature execution conception structuration"
    " constitution definition identification accompagnement developpement renforcement etape"
    " etapes phase phases operation operations forum journee journees test chantier chantiers"
    " reflexion intervention interventions sortie sorties",
    "time": "cours courant long mois annee annees exercice periode periodes saison rentree ete etes"
    " printemps automne hiver milieu trimestre semestre quinzaine vacances date dates ensemble"
    " totalite duree calendrier planning partir compter dater jour jours week end occasion moment titre"
    " lors",
    "plain": "previsionnel previsionnels previsionnelle previsionnelles prevu prevue prevus prevues soit"
    " puis ensuite idem surtout notamment",
}
_PARTICIPLE = "e ee es ees"
_VERB = "er era eront e ent erait"
#: Words that are made of a stem and an ending.
_STEMS: tuple[tuple[Sense, str, str], ...] = (
    ("start", "demarr debut commenc", f"{_VERB} {_PARTICIPLE}"),
    ("start", "lanc entam amorc initi engag", _PARTICIPLE),
    ("finish", "achev termin finalis cloture", f"{_VERB} {_PARTICIPLE}"),
    ("cancelled", "abandonn annul supprim ajourn stopp gel", _PARTICIPLE),
    ("moved", "report decal repouss differ", f"{_PARTICIPLE} er era"),
    (
        "past",
        "n vot adopt cre install valid deliber approuv publi arret notifi recrut accord octroy",
        _PARTICIPLE,
    ),
    ("past", "attribu recens interrog vers", _PARTICIPLE),
    ("past", "sign", "e ee ees"),
    ("past", "inscri acqu", "t te ts tes is ise ises"),
    ("plain", "planifi realis organis execut", _PARTICIPLE),
    ("plain", "programm", "ee ees"),
    ("doubt", "envisag estim souhait", _PARTICIPLE),
    ("plain", "attend", "u ue us ues"),
)
#: Of several words.
_PHRASES: dict[Sense, str] = {
    "past": "mis a jour",
    "start": "entree en vigueur,prise d' effet,mise en application,date de debut,date d' effet",
    "finish": "date limite,prend fin,prendra fin,prendront fin,date de fin,date butoir,date cible",
    "plain": "court terme,moyen terme,long terme,mise en place,mise en oeuvre,mise en route,"
    "mise en service,pas a pas",
    "cancelled": "sans suite,sine die,en pause,en suspens",
    "doubt": "a confirmer,a valider,a preciser,a definir,a determiner,a fixer,a arreter,a caler,a planifier,"
    "a convenir,peut - etre,en principe,au mieux,non defini,non definie,non definis,non definies,non fixe,"
    "non fixee,non fixees,non connue,non connues,non arretee,non arretees,non precise,non precisee,"
    "si possible,reste a confirmer,restent a confirmer,en attente,en reflexion,"
    "cours de reflexion,a l' etude",
    "condition": "sous reserve,a condition,sous condition,sous conditions,en fonction,dans la limite,"
    "si besoin,au gre,s' il,"
    "s' ils",
    "elsewhere": "suite a,suite du,suite de,suites de,suite au,suite aux,faisant suite,"
    "dans le cadre,"
    "finance par,financee par,"
    "finances par,financees par,base sur,d' apres,en lien avec,au regard,compte tenu,"
    "en coherence avec,en complement,en application,en reference,en prolongement,dans la continuite,"
    "dans le prolongement,"
    "dans la suite,prevu par,prevue par,inscrit dans,inscrite dans,dans la lignee,a la suite",
}


def _listed() -> Mapping[str, Sense]:
    words = {word: sense for sense, listed in _WORDS.items() for word in listed.split()}
    made = {
        stem + ending: sense
        for sense, stems, endings in _STEMS
        for stem in stems.split()
        for ending in endings.split()
    }
    return made | words


def _by_first_word() -> Mapping[str, list[tuple[tuple[str, ...], Sense]]]:
    table: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for sense, phrases in _PHRASES.items():
        for phrase in phrases.split(","):
            first, *rest = phrase.split()
            table.setdefault(first, []).append((tuple(rest), sense))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_LISTED = _listed()
_FIRST = _by_first_word()


def sense_of(word: str) -> Sense | None:
    """What a word says of dates by itself, if it is known to say anything."""
    return _LISTED.get(word)


def phrase_at(tokens: Sequence[Token], at: int) -> tuple[Sense, int] | None:
    """What several words from `at` on say of dates together, and their end."""
    for rest, sense in _FIRST.get(form(tokens, at), ()):
        if all(form(tokens, at + 1 + k) == part for k, part in enumerate(rest)):
            return sense, at + 1 + len(rest)
    return None
