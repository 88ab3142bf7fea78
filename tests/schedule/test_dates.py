"""Each way of writing a date, alone or beside what could be taken for a part of it."""

from __future__ import annotations

import pytest

from ctgkit.schedule import read
from tests.schedule.phrases import CONTRACT, summary, year

Q1, Q2, Q3, Q4 = (
    f"2025-{first}..2025-{last}"
    for first, last in (("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31"))
)
FIRST_HALF, SECOND_HALF = "2025-01-01..2025-06-30", "2025-07-01..2025-12-31"
MARCH, SEPTEMBER = "2025-03-01..2025-03-31", "2025-09-01..2025-09-30"
EARLY_MARCH, LATE_MARCH = "2025-03-01..2025-03-15", "2025-03-16..2025-03-31"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # Parts of something.
        ("mi mars 2025", [("2025-03-11..2025-03-20",) * 2]),
        ("Début du mois de mars 2025", [("2025-03-01..2025-03-10",) * 2]),
        ("Au mois de mars 2025", [(MARCH, MARCH)]),
        ("Fin de l'année civile 2025", [("2025-09-01..2025-12-31",) * 2]),
        ("Fin de l'exercice 2025", [("2025-09-01..2025-12-31",) * 2]),
        ("Fin de l'an 2025", [("2025-09-01..2025-12-31",) * 2]),
        ("Courant année scolaire 2024-2025", [("2024-08-15..2024-09-30", "2025-06-15..2025-08-31")]),
        ("Courant saison 2024-2025", [("2024-07-01..2024-10-31", "2025-05-01..2025-08-31")]),
        ("Année 2024 à 2026", [(year(2024), year(2026))]),
        ("Fin d'année 2025 à mars 2026", [("2025-09-01..2025-12-31", "2026-03-01..2026-03-31")]),
        # Months.
        ("sept. 2025", [(SEPTEMBER, SEPTEMBER)]),
        ("sept. 2025 à juin 2026", [(SEPTEMBER, "2026-06-01..2026-06-30")]),
        ("Mars 2025. Bilan en septembre 2025", [(MARCH, MARCH), (SEPTEMBER, SEPTEMBER)]),
        ("Octobre rose 2025", [("2025-10-01..2025-10-31",) * 2]),
        ("janvier-15 mars 2025", [("2025-01-01..2025-01-31", "2025-03-15")]),
        # Days.
        ("12 sept 2025", [("2025-09-12",) * 2]),
        ("Le 12 sept. 2025", [("2025-09-12",) * 2]),
        ("1er mars 2025", [("2025-03-01",) * 2]),
        ("Premier mars 2025", [("2025-03-01",) * 2]),
        ("31 mars 2025", [("2025-03-31",) * 2]),
        ("Salle 115 mars 2025", [(MARCH, MARCH)]),
        ("Mercredi 30 avril 2025", [("2025-04-30",) * 2]),
        ("du premier au 15 mars 2025", [("2025-03-01", "2025-03-15")]),
        ("du 1er au 31 mars 2025", [("2025-03-01", "2025-03-31")]),
        ("le 12 et le 14 mars 2025", [("2025-03-12",) * 2, ("2025-03-14",) * 2]),
        ("les 12 et 14 mars 2025", [("2025-03-12",) * 2, ("2025-03-14",) * 2]),
        ("Les 1er et 15 mars 2025", [("2025-03-01",) * 2, ("2025-03-15",) * 2]),
        ("Ateliers du 12 à 14 mars 2025", [("2025-03-12", "2025-03-14")]),
        ("Du 1er au 2e jour : 15 mars 2025", [("2025-03-15",) * 2]),
        ("du 28 février au 1er mars 2025", [("2025-02-28", "2025-03-01")]),
        # 13 October 2025 is a Monday.
        ("Du lundi 13 au vendredi 17/10/2025", [("2025-10-13", "2025-10-17")]),
        ("Lundi 13 et mardi 14 octobre 2025", [("2025-10-13", "2025-10-14")]),
        # Quarters and halves.
        ("1er trim. 2025", [(Q1, Q1)]),
        ("2e sem. 2025", [(SECOND_HALF, SECOND_HALF)]),
        ("2 ème semestre 2025", [(SECOND_HALF, SECOND_HALF)]),
        ("2de moitié : 2nd semestre 2025", [(SECOND_HALF, SECOND_HALF)]),
        ("2d semestre 2025", [(SECOND_HALF, SECOND_HALF)]),
        ("1re quinzaine mars 2025", [(EARLY_MARCH, EARLY_MARCH)]),
        ("4e trimestre 2025", [(Q4, Q4)]),
        ("1er T. 2025", [(Q1, Q1)]),
        ("T2-2025", [(Q2, Q2)]),
        ("T1/2025 à T3/2025", [(Q1, Q3)]),
        ("« T2 2025 »", [(Q2, Q2)]),
        ("'T2 2025'", [(Q2, Q2)]),
        ("trimestre 2 2025", [(Q2, Q2)]),
        ("trimestre 2 de 2025", [(Q2, Q2)]),
        ("Semestre 1 (2025)", [(FIRST_HALF, FIRST_HALF)]),
        ("semestre 1 et semestre 2 de 2025", [(FIRST_HALF, SECOND_HALF)]),
        ("2024 T4 à 2025 T2", [("2024-10-01..2024-12-31", Q2)]),
        ("Du 2024 T4 au 2025 T2", [("2024-10-01..2024-12-31", Q2)]),
        ("2025 T1 et 2025 T4", [(Q1, Q1), (Q4, Q4)]),
        ("1er ou 2e semestre 2025", [(year(2025),) * 2]),
        ("1er, 2e et 3e trimestres 2025", [(Q1, Q3)]),
        ("1er-2e trimestre 2025", [(Q1, Q2)]),
        ("1er/2e trimestre 2025", [(Q1, Q2)]),
        ("Du 1er au 3e trimestre 2025", [(Q1, Q3)]),
        ("premier et second semestres 2025", [(FIRST_HALF, SECOND_HALF)]),
        ("troisième et quatrième trimestres 2025", [(Q3, Q4)]),
        # Fortnights.
        ("1ère quinzaine de mars 2025", [(EARLY_MARCH, EARLY_MARCH)]),
        ("1ère et 2e quinzaines de mars 2025", [(EARLY_MARCH, LATE_MARCH)]),
        ("première quinzaine et seconde quinzaine de mars 2025", [(EARLY_MARCH, LATE_MARCH)]),
        ("dernière quinzaine de mars 2025", [(LATE_MARCH, LATE_MARCH)]),
        # Seasons and school years.
        ("hiver 2025/2026", [("2025-12-01..2026-03-21",) * 2]),
        ("hiver 2025 - mars 2027", [("2024-12-01..2026-03-21", "2027-03-01..2027-03-31")]),
        ("Saison sportive 2025-2026", [("2025-07-01..2025-10-31", "2026-05-01..2026-08-31")]),
        ("Rentrée scolaire 2025", [("2025-08-15..2025-09-30",) * 2]),
        ("Rentrée scolaire de septembre 2025", [(SEPTEMBER, SEPTEMBER)]),
        # What could be taken for a rank.
        ("Classes de 4e et 3e, en 2025", [(year(2025), year(2025))]),
        ("Classes de 6e et 5e, en 2025", [(year(2025), year(2025))]),
        ("Étape 2 de mars 2025", [(MARCH, MARCH)]),
    ],
)
def test_a_date_is_read_as_one_reads_it(text: str, periods: list[tuple[str, str]]) -> None:
    lecture = read(text, CONTRACT)
    assert lecture.unread == ()
    assert summary(lecture) == periods


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        # A part of what has none.
        ("Fin de la 2e année de la CTG", "Fin de la 2e année de la CTG", "ambigu"),
        ("Fin de la saison 2024-2025", "Fin de la saison 2024-2025", "ambigu"),
        ("Année scolaire 2025", "Année scolaire 2025", "ambigu"),
        ("hiver 2025-2027", "hiver 2025-2027", "ambigu"),
        # A year is missing, or short.
        ("Fin d'année", "Fin d'année", "sans_annee"),
        ("Année scolaire", "Année scolaire", "sans_annee"),
        ("Le 12 sept", "12 sept", "sans_annee"),
        ("15 mars", "15 mars", "sans_annee"),
        ("Mars ou 2026", "Mars ou 2026", "sans_annee"),
        ("En mars, 25 places", "mars", "sans_annee"),
        ("En mars 25 places", "mars", "sans_annee"),
        ("Première quinzaine de mars", "Première quinzaine de mars", "sans_annee"),
        ("semestre", "semestre", "sans_annee"),
        ("Mars 25", "Mars 25", "annee_courte"),
        ("janv-25", "janv-25", "annee_courte"),
        ("Mars/25", "Mars/25", "annee_courte"),
        ("15 mars 25", "15 mars 25", "annee_courte"),
        ("T1 25", "T1 25", "annee_courte"),
        ("1er semestre 25", "1er semestre 25", "annee_courte"),
        ("1er T 25", "1er T 25", "annee_courte"),
        ("1ère quinzaine de mars 25", "1ère quinzaine de mars 25", "annee_courte"),
        # There is no such thing.
        ("32 mars 2025", "32 mars 2025", "impossible"),
        ("0 mars 2025", "0 mars 2025", "impossible"),
        ("31 avril 2025", "31 avril 2025", "impossible"),
        ("Vendredi 31 avril 2025", "31 avril 2025", "impossible"),
        ("Lundi 30 avril 2025", "30 avril 2025", "autre_jour"),
        ("du 31 au 2 juin 2025", "31 au 2 juin 2025", "impossible"),
        ("du 32 au 15 mai 2025", "32 au 15 mai 2025", "impossible"),
        ("du 0 au 15 mai 2025", "0 au 15 mai 2025", "impossible"),
        ("du mardi 13 au vendredi 17/10/2025", "13 au vendredi 17/10/2025", "autre_jour"),
        ("mardi 12 et mercredi 13 mai 2025", "12 et mercredi 13 mai 2025", "autre_jour"),
        ("3e semestre 2025", "3e semestre 2025", "impossible"),
        ("5e trimestre 2025", "5e trimestre 2025", "impossible"),
        ("Trimestre 5 de 2025", "Trimestre 5 de 2025", "impossible"),
        ("Semestre 0 2025", "Semestre 0 2025", "impossible"),
        ("3e quinzaine de mars 2025", "3e quinzaine de mars 2025", "impossible"),
        ("3e quinzaine", "3e quinzaine", "impossible"),
        # One thing or another.
        ("S27 2025", "S27 2025", "ambigu"),
        ("S53 2026", "S53 2026", "ambigu"),
        ("Ligne S54 2026", "2026", "ambigu"),
        ("Appartement T27 2025", "2025", "ambigu"),
        ("T0 2025", "2025", "ambigu"),
        ("T5 2025", "2025", "ambigu"),
        ("12 à 16 mai 2025", "12 à 16 mai 2025", "ambigu"),
        ("Janvier/15 mars 2025", "Janvier/15 mars 2025", "ambigu"),
        ("Étapes 12 et 13 mai 2025", "12 et 13 mai 2025", "ambigu"),
        # The year is there: which months of it, nothing says.
        ("1er quadrimestre 2026", "1er quadrimestre 2026", "ambigu"),
        ("Premier quadrimestre de 2026", "Premier quadrimestre de 2026", "ambigu"),
        ("Quadrimestre 2 de 2026", "Quadrimestre 2 de 2026", "ambigu"),
        ("Bimestre 2026", "Bimestre 2026", "ambigu"),
        ("Un semestre de 2026", "semestre de 2026", "ambigu"),
        ("Trimestre 2026", "Trimestre 2026", "ambigu"),
        ("Quadrimestre", "Quadrimestre", "sans_annee"),
    ],
)
def test_what_is_no_date_is_told_whole_and_why(text: str, words: str, reason: str) -> None:
    lecture = read(text, CONTRACT)
    assert [(unread.words.text, unread.reason) for unread in lecture.unread] == [(words, reason)]
    assert lecture.periods == ()


@pytest.mark.parametrize(
    "text",
    [
        "En cours d'année",
        "Première quinzaine",
        "Ouverture 12 sept",
        "Tram T 2",
        "Le 1er T",
        "Classes de 4e et 3e",
    ],
)
def test_what_looks_like_a_part_of_a_date_is_prose(text: str) -> None:
    lecture = read(text, CONTRACT)
    assert [(unread.words.text, unread.reason) for unread in lecture.unread] == [(text, "rien")]
