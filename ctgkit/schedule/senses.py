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
    "start": "demarrage demarrages debut depart reprise amorcage perennisation lancement commencement"
    " applicable applicables effectif effective operationnel operationnelle",
    "finish": "echeance echeances butoir fin terme cloture achevement finalisation livraison terminaison"
    " deadline delai arret remise rendu livrable livrables finira finiront fini finie finis finies"
    " cible limite rendue rendues",
    "negation": "neant ne n' non pas aucun aucune jamais rien",
    "only": "que qu'",
    "but": "mais",
    "cancelled": "abandon annulation caduc caduque suspendu suspendue suspendus suspendues interrompu"
    " interrompue interrompus interrompues renoncement renonciation",
    "moved": "report decalage glissement",
    "doubt": "eventuel eventuelle eventuellement probable probablement hypothese hypothetique potentiel"
    " potentielle potentiellement possible possiblement idealement incertain incertaine tbc estimation"
    " optionnel optionnelle facultatif facultative"
    " provisoire provisoires normalement conditionne conditionnee conditionnes conditionnees conditionnel"
    " conditionnelle espere esperee",
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
    " recensement horizon generation generations source sources reference references population"
    " statistiques effectifs situation",
    "past": "ouvert ouverte ouverts ouvertes construit construite construits construites paru parue parus"
    " parues obtenu obtenue obtenus"
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
    "time": "tout toute temps cours courant long mois annee annees exercice periode periodes saison"
    " rentree ete etes"
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
    ("start", "lanc entam amorc initi engag", f"{_PARTICIPLE} er era eront"),
    ("finish", "achev termin finalis cloture", f"{_VERB} {_PARTICIPLE}"),
    ("cancelled", "abandonn annul supprim ajourn stopp gel renonc retir deprogramm barr", _PARTICIPLE),
    ("moved", "report decal repouss differ", f"{_PARTICIPLE} er era"),
    (
        "past",
        "n vot adopt cre install valid deliber approuv publi arret notifi recrut accord octroy",
        _PARTICIPLE,
    ),
    (
        "past",
        "attribu recens interrog vers inaugur rehabilit renov labellis embauch depos decid",
        _PARTICIPLE,
    ),
    ("past", "livr ferm", "ee ees"),
    ("past", "sign", "e ee ees"),
    ("past", "inscri acqu", "t te ts tes is ise ises"),
    ("plain", "planifi realis organis execut", _PARTICIPLE),
    ("plain", "programm", "ee ees"),
    ("doubt", "envisag estim souhait", _PARTICIPLE),
    ("finish", "attend", "u ue us ues"),
)
#: How verbs start that say what is planned: « 2025 (à poursuivre) ».
_PLANNED = (
    *("poursui", "renouvel", "recondui", "realis", "faire", "mettre", "lancer", "demarrer", "engager"),
    *("maintenir", "developper", "renforcer", "initier", "creer", "finir", "terminer", "achever"),
)
#: Participles that are a noun without their accent: « bâtiment livré », « fête du livre ».
_ACUTE = frozenset({"livre", "livres", "ferme", "fermes"})
#: Of several words.
_PHRASES: dict[Sense, str] = {
    "past": "mis a jour",
    "start": "entree en vigueur,prise d' effet,mise en application,date de debut,date d' effet",
    "finish": "date limite,prend fin,prendra fin,prendront fin,date de fin,date butoir,date cible,"
    "dernier delai,delai limite,date ultime,a faire pour,a rendre,a livrer,a terminer,a achever,"
    "a finaliser,"
    "a boucler,a cloturer",
    "plain": "court terme,moyen terme,long terme,mise en place,mise en oeuvre,mise en route,"
    "mise en service,pas a pas",
    "cancelled": "sans suite,sine die,en pause,en suspens,en sommeil,a l' arret,mis en attente,"
    "mise en attente,mis en veille,mise en veille,"
    "en stand - by,en standby",
    "negation": "sans objet",
    "doubt": "a confirmer,a valider,a preciser,a definir,a determiner,a fixer,a arreter,a caler,"
    "a planifier,"
    "a convenir,a etudier,a discuter,a arbitrer,a negocier,a consolider,a programmer,a decider,"
    "en option,a priori,en theorie,sans doute,non definitif,non definitive,non definitives,sauf imprevu,"
    "sauf imprevus,sauf alea,sauf aleas,sauf retard,sauf contretemps,sauf empechement,peut - etre,"
    "en principe,au mieux,non defini,non definie,non definis,non definies,non fixe,"
    "non fixee,non fixees,non connue,non connues,non arretee,non arretees,non precise,non precisee,"
    "si possible,reste a confirmer,restent a confirmer,en attente,en reflexion,"
    "cours de reflexion,a l' etude",
    "condition": "sous reserve,a condition,sous condition,sous conditions,en fonction,dans la limite,"
    "si besoin,au gre,s' il,"
    "s' ils,suivant le,suivant la,suivant les,suivant l'",
    "elsewhere": "suite a,suite du,suite de,suites de,suite au,suite aux,faisant suite,"
    "dans le cadre,"
    "finance par,financee par,"
    "finances par,financees par,base sur,d' apres,en lien avec,au regard,compte tenu,"
    "en coherence avec,en complement,en application,en reference,en prolongement,dans la continuite,"
    "dans le prolongement,en continuite,par rapport,comme en,comme au,comme a,a l' image,a l' instar,"
    "sur le modele,"
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


def sense_of(token: Token) -> Sense | None:
    """What a word says of dates by itself, if it is known to say anything."""
    if token.acute and token.form in _ACUTE:
        return "past"
    return _LISTED.get(token.form)


def _to_settle(tokens: Sequence[Token], at: int) -> bool:
    """« 2025 (à revoir) »: what is still to be done with the date, if it is not what is planned."""
    verb = form(tokens, at + 1)
    alone = form(tokens, at - 1) == "(" and form(tokens, at) == "a" and form(tokens, at + 2) == ")"
    return alone and verb.endswith(("er", "ir", "oir", "re")) and not verb.startswith(_PLANNED)


def phrase_at(tokens: Sequence[Token], at: int) -> tuple[Sense, int] | None:
    """What several words from `at` on say of dates together, and their end."""
    if _to_settle(tokens, at):
        return "doubt", at + 2
    for rest, sense in _FIRST.get(form(tokens, at), ()):
        if all(form(tokens, at + 1 + k) == part for k, part in enumerate(rest)):
            return sense, at + 1 + len(rest)
    return None
