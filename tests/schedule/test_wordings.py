"""Wordings of calendars by kind, each with the meaning that reading gives it: none may be read otherwise.

A meaning is `first last`: the first day that the start may be and the last that the end may be; `…` is a
side that the words leave open, a final `?` a doubt that they raise. « non » is what must not be dated at
all, and « ? » what may be refused but not misread.
"""

from __future__ import annotations

from datetime import date

import pytest

from ctgkit.schedule import Contract, Lecture, read
from ctgkit.vocabulary.calendrier import Portee
from tests.schedule.phrases import repeated

CONTRACT = Contract(date(2023, 1, 1), date(2028, 12, 31), date(2023, 10, 26))

WHICH_END = {
    "Démarrage : septembre 2024": "2024-09-01 …",
    "Démarrage de l'action en mars 2025": "2025-03-01 …",
    "Démarrage prévu au 2e trimestre 2025": "2025-04-01 …",
    "L'action débutera en septembre 2024": "2024-09-01 …",
    "Les travaux commenceront en 2025": "2025-01-01 …",
    "Lancement du projet 1er semestre 2024": "2024-01-01 …",
    "Date de lancement : 15/09/2024": "2024-09-15 …",
    "Entrée en vigueur : 1er janvier 2025": "2025-01-01 …",
    "Applicable au 1er septembre 2025": "2025-09-01 …",
    "> 2024": "2024-01-01 …",
    "2025 → …": "2025-01-01 …",
    "2024 →": "2024-01-01 …",
    "2025 -> ...": "2025-01-01 …",
    "→ 2026": "… 2026-12-31",
    "2024 (démarrage)": "2024-01-01 …",
    "Ne débutera qu'en 2026": "2026-01-01 …",
    "2024, 2025, etc.": "2024-01-01 …",
    "Date butoir : 30 juin 2026": "… 2026-06-30",
    "Date limite 31/12/2025": "… 2025-12-31",
    "Livraison attendue fin 2026": "… 2026-12-31",
    "Livraison : septembre 2025": "… 2025-09-30",
    "Achèvement prévu en 2027": "… 2027-12-31",
    "Fin des travaux : juin 2026": "… 2026-06-30",
    "Échéance 2025": "… 2025-12-31",
    "Clôture au 31 décembre 2026": "… 2026-12-31",
    "Date de fin prévisionnelle : juin 2026": "… 2026-06-30",
    "L'action se terminera en juin 2026": "… 2026-06-30",
    "Démarrage : 2024 ; échéance : 2026": "2024-01-01 2026-12-31",
    "Début en septembre 2024, fin en juin 2025": "2024-09-01 2025-06-30",
    "Date de démarrage : janvier 2024 – Date d'achèvement : décembre 2026": "2024-01-01 2026-12-31",
    "Lancement en 2024, bilan en 2026": "2024-01-01 2026-12-31",
    "Démarrage avant l'été 2025": "2025-05-31 …",
    "Long terme : 2026-2028": "2026-01-01 2028-12-31",
    "À court terme : 2024": "2024-01-01 2024-12-31",
    "Démarrage 2024-2025": "2024-01-01 …",
    "Action démarrée en 2023": "2023-01-01 …",
    "Action lancée en 2024": "2024-01-01 …",
    "Effectif au 1er septembre 2024": "2024-09-01 …",
    "Opérationnel en 2025": "2025-01-01 …",
    "Rendu attendu pour juin 2025": "… 2025-06-30",
    "Remise du rapport : juin 2025": "… 2025-06-30",
    "Pas plus tard que 2026": "… 2026-12-31",
    "Arrêt en 2025": "… 2025-12-31",
    "2024 => 2026": "2024-01-01 2026-12-31",
    "2024 --> 2026": "2024-01-01 2026-12-31",
    "2024...2026": "2024-01-01 2026-12-31",
    "2024 / …": "2024-01-01 …",
    "Du démarrage en 2024 à la fin de la CTG": "2024-01-01 2028-12-31",
    "2024 et suivants": "2024-01-01 …",
    "Engagée en 2023": "2023-01-01 …",
    "Limite : 30 juin 2026": "… 2026-06-30",
    "Livré d'ici fin 2026": "… 2026-12-31",
    "2025 ou plus tard": "2025-01-01 …",
}

BELONGS_ELSEWHERE = {
    "AAP 2024": "non",
    "COG 2023-2027": "non",
    "SDSF 2024-2028": "non",
    "Crédits 2025": "non",
    "Enveloppe 2024": "non",
    "Enfants nés en 2024": "non",
    "Rue du 19 mars 1962": "non",
    "Avenue du 8 mai 1945": "non",
    "Fonds publics et territoires 2024": "non",
    "Stratégie nationale 2023-2027": "non",
    "Selon le PRS 2023-2028": "non",
    "Cf. délibération du 12 mars 2024": "non",
    "Dans le cadre du PEDT 2024-2027": "non",
    "Convention signée en 2023": "non",
    "Conformément au schéma adopté en 2022": "non",
    "Prévu au budget 2025": "non",
    "Au titre de l'exercice budgétaire 2025": "?",
    "Inscrit au contrat de ville 2024-2030": "non",
    "Mise à jour du diagnostic de 2022": "non",
    "Déclinaison du plan pauvreté 2023-2027": "non",
    "Objectif 2030": "non",
    "Version 2024": "non",
    "Financé par l'AAP 2024, réalisation en 2025": "2025-01-01 2025-12-31",
    "2025 (crédits 2024)": "2025-01-01 2025-12-31",
    "Étude préalable 2024": "2024-01-01 2024-12-31",
    "Travaux 2025": "2025-01-01 2025-12-31",
    "Ouverture de la crèche 2025": "2025-01-01 2025-12-31",
    "Mise en place 2024": "2024-01-01 2024-12-31",
    "Forum des familles octobre 2024": "2024-10-01 2024-10-31",
    "Formation des agents en 2025": "2025-01-01 2025-12-31",
    "Travaux du 2e semestre 2025": "2025-07-01 2025-12-31",
    "À l'occasion de la rentrée 2025": "2025-08-15 2025-09-30",
    "Recensement des besoins en 2024": "2024-01-01 2024-12-31",
    "Plan mercredi 2024": "non",
    "Suite du diagnostic 2022": "non",
    "Fiche action 2024": "non",
    "Mis à jour le 12 mars 2024": "non",
    "Validée par le COPIL en 2024": "non",
    "Convention signée avec la Caf en 2023": "non",
    "Mois sans tabac 2024": "non",
    "Enfants nés à partir de 2020": "non",
    "Personnes nées avant 1960": "non",
    "Crèche 2025": "non",
    "2025 (AAP 2024)": "2025-01-01 2025-12-31",
    "Septembre 2024 : accueil (rue du 8 mai 1945)": "2024-09-01 2024-09-30",
    "Suite au diagnostic mise en œuvre en 2025": "non",
}

NEGATED = {
    "Rien de prévu en 2025": "non",
    "Aucune réalisation en 2024": "non",
    "Non réalisé en 2024": "non",
    "Ne se fera pas en 2025": "non",
    "Pas d'action en 2024": "non",
    "2024 : pas de réalisation": "non",
    "En 2024, aucune action": "non",
    "Pas de date avant 2026": "2026-01-01 …",
    "Rien avant septembre 2025": "2025-09-01 …",
    "Ne démarrera pas avant 2026": "2026-01-01 …",
    "Action annulée en 2024": "non",
    "Prévu en 2024, abandonné": "non",
    "2024 : supprimée": "non",
    "2025 (annulé)": "non",
    "Suspendu depuis 2024": "non",
    "Projet arrêté en 2025": "non",
    "2024 - sans suite": "non",
    "2024, reporté à 2025": "2025-01-01 2025-12-31",
    "Prévu en 2024, repoussé au 1er semestre 2026": "2026-01-01 2026-06-30",
    "Initialement 2024, décalé à 2026": "2026-01-01 2026-12-31",
    "Échéance reportée à fin 2027": "… 2027-12-31",
    "Démarrage décalé à septembre 2025": "2025-09-01 …",
    "2024, reporté": "non",
    "2025 (reportée)": "non",
    "Report en 2026": "2026-01-01 2026-12-31",
    "Pas en 2024 mais en 2025": "?",
    "2024 : néant": "non",
    "Mis en pause en 2024": "non",
    "Gelé jusqu'en 2026": "non",
    "2024 → reporté à 2025": "2025-01-01 2025-12-31",
    "Repoussé après 2026": "2027-01-01 …",
}

DOUBTED = {
    "2024 ?": "2024-01-01 2024-12-31 ?",
    "2024?": "2024-01-01 2024-12-31 ?",
    "2024 (?)": "2024-01-01 2024-12-31 ?",
    "2024 (à confirmer)": "2024-01-01 2024-12-31 ?",
    "2026 à confirmer": "2026-01-01 2026-12-31 ?",
    "1er semestre 2025 (à valider)": "2025-01-01 2025-06-30 ?",
    "À partir de 2025 (à confirmer)": "2025-01-01 … ?",
    "2025 sous réserve de financement": "2025-01-01 2025-12-31 ?",
    "2025, sous réserve de l'accord du conseil": "2025-01-01 2025-12-31 ?",
    "Sous réserve de financement, 2025": "2025-01-01 2025-12-31 ?",
    "2025 sous réserve des crédits 2025": "2025-01-01 2025-12-31 ?",
    "2026 si les financements sont obtenus": "2026-01-01 2026-12-31 ?",
    "2025 selon les moyens": "2025-01-01 2025-12-31 ?",
    "2024-2026 en fonction des financements": "2024-01-01 2026-12-31 ?",
    "Éventuellement en 2026": "2026-01-01 2026-12-31 ?",
    "Peut-être 2027": "2027-01-01 2027-12-31 ?",
    "2025 si possible": "2025-01-01 2025-12-31 ?",
    "Septembre 2025, date à préciser": "2025-09-01 2025-09-30 ?",
    "Échéance : fin 2025 (à confirmer)": "… 2025-12-31 ?",
    "2024 : étude ; 2026 : travaux (à confirmer)": "2024-01-01 2026-12-31 ?",
    "Sous réserve du budget 2026": "non",
    "Si financement": "non",
    "Sous condition de l'AAP 2024": "non",
    "Envisagé en 2025": "2025-01-01 2025-12-31 ?",
    "En réflexion pour 2026": "2026-01-01 2026-12-31 ?",
    "2024, date non arrêtée": "2024-01-01 2024-12-31 ?",
}

STEPS = {
    "2024 : étude / septembre 2026 : ouverture": "2024-01-01 2026-09-30",
    "1ère étape : 2024 / 2ème étape : 2026": "2024-01-01 2026-12-31",
    "Étude : 2024 / Travaux : 2025 / Livraison : mars 2026": "2024-01-01 2026-03-31",
    "Phase 1 : 2024 / Phase 2 : 2026": "2024-01-01 2026-12-31",
    "mars 2024 : réunion / juin 2024 : forum": "2024-03-01 2024-06-30",
    "2024 : recrutement - 2025 : ouverture": "2024-01-01 2025-12-31",
    "Diagnostic 2024 / réalisation 2025": "2024-01-01 2025-12-31",
    "Phase 1 2024 - Phase 2 2025": "2024-01-01 2025-12-31",
    "Mars 2024 / juin 2024 / septembre 2024": "2024-03-01 2024-09-30",
    "Mars / juin / septembre 2024": "2024-03-01 2024-09-30",
    "1er trimestre / 3ème trimestre 2024": "2024-01-01 2024-09-30",
    "Année 1 : diagnostic / Année 2 : actions": "non",
    "2024, puis mise en œuvre": "part",
}

SEASONS = {
    "Vacances de la Toussaint 2024": "2024-10-16 2024-11-08",
    "Vacances de printemps 2025": "2025-04-03 2025-05-09",
    "Vacances de février 2025": "2025-02-03 2025-03-12",
    "Vacances de Pâques 2025": "2025-04-03 2025-05-09",
    "Vacances d'automne 2024": "2024-10-16 2024-11-08",
    "Grandes vacances 2025": "2025-07-01 2025-09-03",
    "Pendant les vacances d'été 2025": "2025-07-01 2025-09-03",
    "Étés 2024 et 2025": "2024-06-01 2025-09-23",
    "Automnes 2024 et 2025": "2024-09-01 2025-12-22",
    "Étés 2024 à 2026": "2024-06-01 2026-09-23",
    "Rentrées 2024 et 2025": "2024-08-15 2025-09-30",
    "Printemps-été 2025": "2025-03-01 2025-09-23",
    "Été/automne 2025": "2025-06-01 2025-12-22",
    "Automne-hiver 2024-2025": "2024-09-01 2025-03-21",
    "Hiver-printemps 2025": "2024-12-01 2025-06-21",
    "Semaine bleue 2025": "2025-10-06 2025-10-12",
    "Octobre rose 2024": "2024-10-01 2024-10-31",
    "Saison culturelle 2025/2026": "2025-07-01 2026-08-31",
    "De novembre à mars 2025": "2024-11-01 2025-03-31",
    "Octobre à février 2026": "2025-10-01 2026-02-28",
    "De novembre 2024 à mars": "2024-11-01 2025-03-31",
    "Du 15 décembre au 15 janvier 2025": "2024-12-15 2025-01-15",
    "2e trimestre de l'année scolaire 2024-2025": "2024-12-01 2025-04-15",
    "1er trimestre scolaire 2024-2025": "2024-08-15 2024-12-31",
    "Fin d'année scolaire 2024-2025": "2025-05-01 2025-08-31",
    "Début de l'année scolaire 2025/2026": "2025-08-15 2025-10-31",
    "Du 1er à la fin du 4e trimestre 2025": "2025-01-01 2025-12-31",
    "Vacances de fin d'année 2024": "2024-12-16 2025-01-07",
    "Vacances scolaires 2024-2025": "2024-08-15 2025-08-31",
    "Saisons culturelles 2024-2025 et 2025-2026": "2024-07-01 2026-08-31",
    "Année scolaire 2024-2027": "non",
    "Dernier trimestre de l'année scolaire 2024-2025": "2025-03-10 2025-07-10",
    "1er semestre de l'année scolaire 2024-2025": "non",
    "De la rentrée aux vacances d'été 2025": "2024-08-15 2025-09-03",
}

RHYTHMS = {
    "Premier café des parents en mars 2024, puis un par trimestre": ("2024-03-01 …", "trimestre/1/1"),
    "Première réunion en janvier 2025 puis tous les mois": ("2025-01-01 …", "mois/1"),
    "2024 puis une fois par an": ("2024-01-01 …", "an/1/1"),
    "2024 (en continu)": ("2024-01-01 …", "continu"),
    "2025 puis en continu": ("2025-01-01 …", "continu"),
    "2024-2026, en continu": ("2024-01-01 2026-12-31", "continu"),
    "Toute l'année 2025": ("2025-01-01 2025-12-31", ""),
    "Une rencontre par mois en 2025": ("2025-01-01 2025-12-31", "mois/1/1"),
    "jusqu'à 4 fois par an": ("… …", "an/1/4"),
    "Jusqu'à 2 sessions par semestre": ("… …", "semestre/1/2"),
    "5 demi-journées par semaine": ("… …", "semaine/1/5"),
    "Pérenne": ("… …", "continu"),
    "Action pérenne": ("… …", "continu"),
    "Action récurrente": ("… …", "continu"),
    "Au fil de l'eau": ("… …", "continu"),
    "Mercredis": ("… …", "semaine/1"),
    "Les mercredis après-midi": ("… …", "semaine/1"),
    "Mercredis hors vacances scolaires": ("… …", "semaine/1"),
    "Tous les jeudis hors vacances": ("… …", "semaine/1"),
    "Un samedi sur deux": ("… …", "semaine/2"),
    "Une semaine sur deux": ("… …", "semaine/2"),
    "Mercredis et vacances scolaires": ("… …", "semaine/1+vacances/1"),
    "2 fois par mois hors été": ("… …", "mois/1/2"),
    "Tous les mercredis de septembre 2024 à juin 2025": ("2024-09-01 2025-06-30", "semaine/1"),
    "2024 puis pérennisation": ("2024-01-01 …", "continu"),
    "Le 1er mardi du mois": ("… …", "mois/1"),
    "1er jeudi de chaque mois": ("… …", "mois/1"),
    "Deux mercredis par mois": ("… …", "mois/1/2"),
}

EVENTS = {
    "Après l'installation de la maison de santé": "non",
    "Dès recrutement": "non",
    "Dès le recrutement du coordinateur": "non",
    "Au vote du budget": "non",
    "Après le vote du budget 2025": "non",
    "À l'ouverture de la structure": "non",
    "Dès l'obtention des financements": "non",
    "À l'arrivée du nouveau directeur": "non",
    "Dès la fin des travaux": "non",
    "Une fois le diagnostic réalisé": "non",
    "Suite à la réunion du 12 mars 2024": "non",
    "6 mois après l'ouverture": "non",
    "Après l'installation du CLSM en 2024": "non",
    "Dès recrutement du coordinateur en 2024": "non",
}

OVERPRINTED = {
    "2025-20272025-2027": "non",
    "2024-20262024-2026": "non",
    "2025-2026 38": "non",
    "38 2025-2026": "non",
    "20242025": "non",
    "2024 2025": "?",
    "20242024": "non",
    "2025-2026 38 fiches": "?",
    "2024-2025 2024-2025": "non",
}

CONVENTION = {
    "Toute la durée de la convention": "2023-01-01 2028-12-31",
    "À compter de la signature": "2023-10-26 …",
    "Dès signature": "2023-10-26 …",
    "Dès la date de signature de la CTG": "2023-10-26 …",
    "Années 1 et 2 de la convention": "2023-01-01 2024-12-31",
    "Année 1 à 3 de la CTG": "2023-01-01 2025-12-31",
    "Les trois premières années de la convention": "2023-01-01 2025-12-31",
    "Les deux dernières années de la CTG": "2027-01-01 2028-12-31",
    "Années 2, 3 et 4 de la CTG": "2024-01-01 2026-12-31",
    "À compter de la signature du bail": "non",
    "Durée du CLS": "non",
    "Durée du contrat de ville": "non",
    "De la signature à la fin de la CTG": "2023-10-26 2028-12-31",
    "Au cours de la première année de la convention": "2023-01-01 2023-12-31",
    "Sur les deux premières années de la CTG": "2023-01-01 2024-12-31",
}

ORDINARY = {
    "3 avril 2025 à 18h30": "2025-04-03 2025-04-03",
    "Samedi 14 juin 2025 de 14h à 17h": "2025-06-14 2025-06-14",
    "12 mars 2025, 9 h 30, salle des fêtes": "2025-03-12 2025-03-12",
    "Réalisation : 2025": "2025-01-01 2025-12-31",
    "Réalisé en 2024": "2024-01-01 2024-12-31",
    "Prévisionnel : 2024-2026": "2024-01-01 2026-12-31",
    "Calendrier prévisionnel : 2024-2026": "2024-01-01 2026-12-31",
    "Mise en œuvre prévue à partir de 2025": "2025-01-01 …",
    "Organisation d'un forum au printemps 2025": "2025-03-01 2025-06-21",
    "Inauguration en juin 2025": "2025-06-01 2025-06-30",
    "2024, avec les partenaires": "2024-01-01 2024-12-31",
    "Courant 2024 pour le diagnostic": "2024-01-01 2024-12-31",
    "Période 2024-2026": "2024-01-01 2026-12-31",
    "Action 2024-2026": "2024-01-01 2026-12-31",
    "Projet pour 2026": "2026-01-01 2026-12-31",
    "Courant 2024 et 2025": "2024-01-01 2025-12-31",
    "Les 12, 13 et 14 mars 2025": "2025-03-12 2025-03-14",
    "12, 19 et 26 mars 2025": "2025-03-12 2025-03-26",
    "Le week-end des 12 et 13 avril 2025": "2025-04-12 2025-04-13",
    "Week-end du 12 avril 2025": "non",
    "1er/03/2024": "2024-03-01 2024-03-01",
    "Au titre de 2024": "2024-01-01 2024-12-31",
    "Ateliers parents-enfants 2025": "2025-01-01 2025-12-31",
    "2024 inclus": "2024-01-01 2024-12-31",
}


def meaning(lecture: Lecture) -> str:
    """What was read, as the tables say it."""
    if not lecture.periods or not lecture.understood:
        return "part" if lecture.periods else "non"
    start = str(lecture.start.premier) if lecture.start else "…"
    end = str(lecture.end.dernier) if lecture.end else "…"
    bounds = [bound for one in lecture.periods for bound in (one.start, one.end) if bound is not None]
    return f"{start} {end}" + " ?" * any(bound.portee is Portee.POSSIBLE for bound in bounds)


KINDS = [
    WHICH_END,
    BELONGS_ELSEWHERE,
    NEGATED,
    DOUBTED,
    STEPS,
    SEASONS,
    EVENTS,
    OVERPRINTED,
    CONVENTION,
    ORDINARY,
]
#: Where something is not read, and what is makes no difference to the rest.
PARTLY = {
    "Financé par l'AAP 2024, réalisation en 2025",
    "2025 (crédits 2024)",
    "2025 sous réserve des crédits 2025",
}


@pytest.mark.parametrize(("text", "expected"), [row for kind in KINDS for row in kind.items()])
def test_a_wording_means_what_one_reads(text: str, expected: str) -> None:
    lecture = read(text, CONTRACT)
    found = meaning(lecture)
    if expected == "?":
        assert not lecture.understood
    elif text in PARTLY:
        assert meaning(lecture._replace(unread=())) == expected
    else:
        assert found == expected


@pytest.mark.parametrize(("text", "expected", "beats"), [(k, *v) for k, v in RHYTHMS.items()])
def test_a_rhythm_goes_on_as_one_reads(text: str, expected: str, beats: str) -> None:
    lecture = read(text, CONTRACT)
    assert (meaning(lecture), repeated(lecture)) == (expected, beats)
