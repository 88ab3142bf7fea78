"""Phrases one by one: several dates, dates of something else, numbers, recurrences, settled dates."""

from __future__ import annotations

import sys
import unicodedata
from datetime import date

import pytest

from ctgkit.plan import Calendrier
from ctgkit.schedule import Bound, Contract, of, read
from ctgkit.vocabulary.calendrier import Precision
from tests.effort import calls, ends
from tests.schedule.phrases import CONTRACT, summary, year

MARCH, JUNE = "2025-03-01..2025-03-31", "2025-06-01..2025-06-30"
FIRST_HALF, SECOND_HALF = "2025-01-01..2025-06-30", "2025-07-01..2025-12-31"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2024 : lancement ; 2025 : déploiement", [(year(2024), year(2024)), (year(2025), year(2025))]),
        ("2023 : 15 places, 2024 : 20 places", [(year(2023), year(2023)), (year(2024), year(2024))]),
        ("2023, 2025", [(year(2023), year(2023)), (year(2025), year(2025))]),
        ("2024,2025", [(year(2024), year(2025))]),
        ("2024, 2025 et 2026", [(year(2024), year(2026))]),
        ("en 2024, en 2025 et en 2026", [(year(2024), year(2026))]),
        ("2024 - 2025 - 2026", [(year(2024), year(2026))]),
        ("mars et juin 2025", [(MARCH, MARCH), (JUNE, JUNE)]),
        ("2025 : mars et juin", [(MARCH, MARCH), (JUNE, JUNE)]),
        ("2025 : lancement en mars", [(year(2025), year(2025)), (MARCH, MARCH)]),
        ("mars 2025 à juin", [(MARCH, JUNE)]),
        ("1er et 2nd semestres 2025", [(FIRST_HALF, SECOND_HALF)]),
        ("2025, 1er semestre", [(FIRST_HALF, FIRST_HALF)]),
        ("2025 (1er semestre)", [(FIRST_HALF, FIRST_HALF)]),
        ("second semestre de l'année 2025", [(SECOND_HALF, SECOND_HALF)]),
        ("2025-S2", [(SECOND_HALF, SECOND_HALF)]),
        ("du 15 au 20 mars 2025", [("2025-03-15", "2025-03-20")]),
        ("entre le 1er mars et le 30 juin 2025", [("2025-03-01", "2025-06-30")]),
        ("2025-03-15", [("2025-03-15", "2025-03-15")]),
        ("03/2025", [(MARCH, MARCH)]),
        ("29 février 2024", [("2024-02-29", "2024-02-29")]),
        ("samedi 15 mars 2025", [("2025-03-15", "2025-03-15")]),
        ("2026 et +", [(year(2026), "…")]),
        ("À partir de 2024 et pendant toute la durée de la CTG", [(year(2024), "2028-12-31")]),
        ("Début : mars 2025 ; fin : juin 2025", [(MARCH, JUNE)]),
        ("Phase 1 - 2024 : lancement", [(year(2024), year(2024))]),
        ("L'action a été lancée en 2024", [(year(2024), "…")]),
        ("Jusqu'à 25 places en 2025", [(year(2025), year(2025))]),
        ("Environ 2000 familles en 2025", [(year(2025), year(2025))]),
        ("2024 : 2 000 livrets", [(year(2024), year(2024))]),
        ("avant la fin de la CTG", [("…", "≤ 2028-12-31")]),
        ("avant le 15 mars 2025", [("…", "≤ 2025-03-14")]),
        ("après l'été 2025", [("≥ 2025-09-01..2025-09-24", "…")]),
        ("au plus tôt en 2026", [(f"≥ {year(2026)}", "…")]),
        ("depuis 2019", [(year(2019), "…")]),
        ("01/09/2024–30/06/2025", [("2024-09-01", "2025-06-30")]),
        ("09/2024-06/2025", [("2024-09-01..2024-09-30", JUNE)]),
        ("12/05-16/05/2025", [("2025-05-12", "2025-05-16")]),
        ("du 12/05 au 16/05/2025", [("2025-05-12", "2025-05-16")]),
        ("Du 13 au 17/10/2025", [("2025-10-13", "2025-10-17")]),
        ("12 et 13 mai 2025", [("2025-05-12", "2025-05-13")]),
        ("12-13 mai 2025", [("2025-05-12", "2025-05-13")]),
        ("du lundi 12 au vendredi 16 mai 2025", [("2025-05-12", "2025-05-16")]),
        ("Semaine du 12 mai au 13 juin 2025", [("2025-05-12", "2025-06-13")]),
        ("Phase 1 - 15 mai 2025", [("2025-05-15", "2025-05-15")]),
        ("Rentrée 2025/2026", [("2025-08-15..2025-09-30", "2025-08-15..2025-09-30")]),
        ("Saison culturelle 2025/2026", [("2025-07-01..2025-10-31", "2026-05-01..2026-08-31")]),
        (
            "Années scolaires 2024-2025 et 2025-2026",
            [
                ("2024-08-15..2024-09-30", "2025-06-15..2025-08-31"),
                ("2025-08-15..2025-09-30", "2026-06-15..2026-08-31"),
            ],
        ),
        ("1er T 2025", [("2025-01-01..2025-03-31", "2025-01-01..2025-03-31")]),
        ("2024 T4 – 2025 T2", [("2024-10-01..2024-12-31", "2025-04-01..2025-06-30")]),
        ("2025 S1 / 2025 S2", [(FIRST_HALF, SECOND_HALF)]),
        ("2025 T1 et T2", [("2025-01-01..2025-03-31", "2025-04-01..2025-06-30")]),
        ("2 séances/mois d'octobre 2025 à juin 2026", [("2025-10-01..2025-10-31", "2026-06-01..2026-06-30")]),
        ("Chaque mois d'octobre à décembre 2025", [("2025-10-01..2025-10-31", "2025-12-01..2025-12-31")]),
        ("Toute l'année scolaire 2025-2026", [("2025-08-15..2025-09-30", "2026-06-15..2026-08-31")]),
        ("T1/2025", [("2025-01-01..2025-03-31", "2025-01-01..2025-03-31")]),
        ("2024 > 2026", [(year(2024), year(2026))]),
        ("2025 voire 2026", [("2025-01-01..2026-12-31", "2025-01-01..2026-12-31")]),
        ("2024 puis 2026", [(year(2024), year(2024)), (year(2026), year(2026))]),
        ("Post 2026", [("≥ 2027-01-01", "…")]),
        ("Horizon 2028", [("…", f"≤ {year(2028)}")]),
        ("Au cours de la CTG", [("2023-01-01", "2028-12-31")]),
        ("à mi-parcours (de la CTG)", [("2025-01-01..2026-12-31", "2025-01-01..2026-12-31")]),
        ("1ère et 2e année de la CTG", [(year(2023), year(2024))]),
        ("De la 2e à la 4e année de la convention", [(year(2024), year(2026))]),
        ("À partir de l'an 2 de la CTG", [(year(2024), "…")]),
        ("Dès la signature de la CTG, jusqu'en 2025", [("2023-01-01..2025-12-31", year(2025))]),
        ("De 2025 à la signature de la CTG", [(year(2025), "2025-01-01..2028-12-31")]),
        ("Après concertation, en 2025", [(year(2025), year(2025))]),
        ("À partir de 3 ans, en 2025", [(year(2025), year(2025))]),
        ("2024-2026 (3 ans)", [(year(2024), year(2026))]),
        ("Année 1 : 2025, année 2 : 2026", [(year(2025), year(2025)), (year(2026), year(2026))]),
        ("Chaque année en octobre à partir de 2025", [(year(2025), "…")]),
        ("novembre à mars 2025", [("2024-11-01..2024-11-30", MARCH)]),
        ("Rien ne débutera avant 2026", [(f"≥ {year(2026)}", "…")]),
        ("pas d'ouverture avant 2026", [(f"≥ {year(2026)}", "…")]),
        ("Non prévu avant 2026", [(f"≥ {year(2026)}", "…")]),
        ("Fin de l'année scolaire 2024-2025", [("2025-05-01..2025-08-31",) * 2]),
        ("2024, dates à confirmer", [(f"? {year(2024)}", f"? {year(2024)}")]),
    ],
)
def test_a_phrase_is_read_as_one_reads_it(text: str, periods: list[tuple[str, str]]) -> None:
    lecture = read(text, CONTRACT)
    assert lecture.unread == ()
    assert summary(lecture) == periods
    for period in lecture.periods:
        assert text[period.words.offset : period.words.end] == period.words.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("été", "été"),
        ("semestre", "semestre"),
        ("rentrée de septembre", "rentrée de septembre"),
        ("d'ici la fin de l'année", "d'ici la fin de l'année"),
        ("15/03/25", "15/03/25"),
        ("29 février 2025", "29 février 2025"),
        ("13/2025", "13/2025"),
        ("2000 kits", "2000"),
        ("03 2025", "2025"),
        ("n° 2025", "2025"),
        ("tout au long de la CTG 2017-2020", "tout au long de la CTG 2017-2020"),
        ("dès la signature de la convention avec la MSA", "dès la signature de la convention"),
        ("semaine du 15 mars 2025", "semaine du 15 mars 2025"),
        ("reporté de 2024 à 2026", "2024 à 2026"),
        ("biannuel", "biannuel"),
        ("rentrée 2025/2027", "rentrée 2025/2027"),
        ("Étape 1 et 2 mai 2025", "1 et 2 mai 2025"),
        ("Phase 1-15 mai 2025", "1-15 mai 2025"),
        ("du mardi 12 au vendredi 16 mai 2025", "12 au vendredi 16 mai 2025"),
        ("Semaine 12 de 2025", "Semaine 12 de 2025"),
        ("S20 2025", "S20 2025"),
        ("Semaines du 12 et du 19 mai 2025", "Semaines du 12 et du 19 mai 2025"),
        ("À partir de la 2e année (2025)", "À partir de la 2e année (2025)"),
        ("Après 2 ans d'expérimentation (2024-2025)", "Après 2 ans d'expérimentation (2024-2025)"),
        ("janv-25", "janv-25"),
        ("15 jours avant la rentrée 2025", "15 jours avant la rentrée 2025"),
        ("D'ici deux ans", "D'ici deux ans"),
        ("Pendant les 4 ans de la CTG", "Pendant les 4 ans"),
        (
            "Dans les 3 mois suivant le recrutement, en 2025",
            "Dans les 3 mois suivant le recrutement, en 2025",
        ),
        ("7e année de la CTG", "7e année de la CTG"),
        ("Fin de la 2e année de la CTG", "Fin de la 2e année de la CTG"),
        ("2e année de la convention avec la MSA", "2e année de la convention"),
        ("Durée du contrat de travail", "Durée du contrat de travail"),
        ("De la signature à 2024", "signature à 2024"),
        ("Signature de la CTG, 2025", "Signature de la CTG, 2025"),
        ("De l'étude à 2026", "2026"),
        ("Entre l'ouverture et 2025", "Entre l'ouverture et 2025"),
        ("Jusqu'à l'ouverture (2025)", "Jusqu'à l'ouverture (2025)"),
        ("À partir du recrutement, en septembre 2025", "À partir du recrutement, en septembre 2025"),
        ("Projet Horizon 2030", "Horizon 2030"),
        ("Budget prévisionnel 2025", "2025"),
        ("  selon besoin ", "selon besoin"),
        ("", ""),
        ("Le Relais ouvrira en continue formation", "Le Relais ouvrira en continue formation"),
    ],
)
def test_what_is_not_clear_is_not_read(text: str, words: str) -> None:
    lecture = read(text, CONTRACT)
    assert [unread.words.text for unread in lecture.unread] == [words]
    assert lecture.periods == ()
    assert not lecture.understood


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("2025 et N+1", "et N+1", "relatif"),
        ("2024 à N+2", "à N+2", "relatif"),
        ("2024, N+1 et N+2", "N+1", "relatif"),
        ("1er semestre 2024 et année 2", "et année 2", "relatif"),
        ("de 2024 à mi-parcours", "à mi-parcours", "relatif"),
        ("2024 puis l'année suivante", "puis l'année suivante", "relatif"),
        ("2024 et l'année d'après", "et l'année d'après", "relatif"),
        ("T1 2024 : diagnostic ; N+1 : mise en œuvre", "N+1", "relatif"),
        ("début 2024, 18 mois", "18 mois", "duree"),
        ("2024 (3 ans)", "3 ans", "duree"),
        ("2024, durée : 2 ans", "durée : 2 ans", "duree"),
        ("mars 2024 puis 6 mois plus tard", "puis 6 mois", "duree"),
        ("Septembre 2024 puis date à préciser", "puis date à préciser", "sans_fin"),
        ("2025 et au-delà, puis à définir", None, None),
        ("De septembre 2024 à la livraison du bâtiment", "à la livraison du bâtiment", "sans_fin"),
        ("2024 jusqu'à la livraison du bâtiment", "jusqu'à la livraison du bâtiment", "sans_fin"),
    ],
)
def test_what_goes_on_from_a_date_is_not_dropped(text: str, words: str | None, reason: str | None) -> None:
    lecture = read(text, CONTRACT)
    assert len(lecture.periods) == 1
    told = [(unread.words.text, unread.reason) for unread in lecture.unread]
    assert told == ([(words, reason)] if words else [])


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Année 2 : 2025", [(year(2025), year(2025))]),
        ("N+1 (2025)", [(year(2025), year(2025))]),
        ("Année 1 (2024) et année 2 (2025)", [(year(2024), year(2024)), (year(2025), year(2025))]),
        ("bilan à mi-parcours en 2025", [(year(2025), year(2025))]),
        ("2025 (6 mois)", [(year(2025), year(2025))]),
        ("2025, 12 mois", [(year(2025), year(2025))]),
        ("2025, accueil des enfants de 3 ans", [(year(2025), year(2025))]),
        ("2025 : jusqu'à 25 places", [(year(2025), year(2025))]),
        ("2025 (année 3 de la CTG)", [(year(2025), year(2025))]),
    ],
)
def test_what_explains_a_date_does_not_put_it_in_doubt(text: str, periods: list[tuple[str, str]]) -> None:
    lecture = read(text, CONTRACT)
    assert lecture.unread == ()
    assert summary(lecture) == periods


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De 2024 à l'ouverture en 2026", ["à l'ouverture"]),
        ("2024 jusqu'à l'ouverture (2025)", ["jusqu'à l'ouverture (2025)"]),
        ("2024, puis pendant 3 ans", ["pendant 3 ans"]),
        ("2024 et dès l'ouverture en 2025", ["dès l'ouverture en 2025"]),
    ],
)
def test_what_goes_on_is_told_once_and_in_its_own_words(text: str, words: list[str]) -> None:
    assert [one.words.text for one in read(text, CONTRACT).unread] == words


def test_two_dates_that_contradict_each_other_are_not_read() -> None:
    lecture = read("2025 (année 2 de la CTG)", CONTRACT)
    assert lecture.periods == ()
    assert [(one.words.text, one.reason) for one in lecture.unread] == [
        ("2025 (année 2 de la CTG", "contraire")
    ]


@pytest.mark.parametrize(
    ("text", "beats"),
    [
        ("chaque année", [("chaque année", None, 1, "an")]),
        ("une fois par an", [("une fois par an", 1, 1, "an")]),
        ("un café par saison", [("un café par saison", 1, 1, "saison")]),
        ("2 demi-journées par semestre", [("2 demi-journées par semestre", 2, 1, "semestre")]),
        ("à chaque vacances", [("à chaque vacances", None, 1, "vacances")]),
        ("annuel", [("annuel", None, 1, "an")]),
        ("trimestrielle", [("trimestrielle", None, 1, "trimestre")]),
        ("mensuel", [("mensuel", None, 1, "mois")]),
        ("tous les ans", [("tous les ans", None, 1, "an")]),
        ("tous les deux ans", [("tous les deux ans", None, 2, "an")]),
        ("tous les 6 mois", [("tous les 6 mois", None, 6, "mois")]),
        ("3 à 4 fois par an", [("3 à 4 fois par an", None, 1, "an")]),
        ("2 fois/an", [("2 fois/an", 2, 1, "an")]),
        ("chaque été", [("chaque été", None, 1, "an")]),
        ("Tous les étés", [("Tous les étés", None, 1, "an")]),
        ("Chaque mois de juin", [("Chaque mois de juin", None, 1, "an")]),
        ("Une année sur deux", [("Une année sur deux", None, 2, "an")]),
        ("Au fil de l'eau", [("Au fil de l'eau", None, 1, "continu")]),
    ],
)
def test_a_recurrence_alone_is_understood(text: str, beats: list[tuple[str, int | None, int, str]]) -> None:
    (period,) = read(text, CONTRACT).periods
    assert (period.start, period.end) == (None, None)
    assert [(b.words.text, b.times, b.every, b.unit) for b in period.recurrences] == beats


def test_a_recurrence_belongs_to_its_sentence() -> None:
    first, second = read("2024 : une fois par an ; 2025 : tous les mois", CONTRACT).periods
    assert [beat.unit for beat in first.recurrences] == ["an"]
    assert [beat.unit for beat in second.recurrences] == ["mois"]
    (after,) = read("Chaque trimestre, à partir de 2024", CONTRACT).periods
    assert [beat.unit for beat in after.recurrences] == ["trimestre"]


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("Chaque année en octobre", [["octobre"]]),
        ("tous les ans en juin", [["juin"]]),
        ("En octobre, chaque année", [["octobre"]]),
        ("2 fois par an : mars et octobre", [["mars et octobre"]]),
        ("chaque été", [["été"]]),
        ("Bilan annuel en juin, forum tous les deux ans en mai", [["juin"], ["mai"]]),
        ("Chaque année", [[]]),
    ],
)
def test_what_comes_back_every_year_says_when_without_a_year(text: str, moments: list[list[str]]) -> None:
    lecture = read(text, CONTRACT)
    assert lecture.unread == ()
    beats = [beat for period in lecture.periods for beat in period.recurrences]
    assert [[words.text for words in beat.moments] for beat in beats] == moments


@pytest.mark.parametrize(
    ("text", "read_first", "words", "reason"),
    [
        ("Dès février 2024, été", ("2024-02-01..2024-02-29", "…"), "été", "sans_annee"),
        ("mars 2025 et juin", (MARCH, MARCH), "juin", "sans_annee"),
        ("Une fois par mois, juin 2025 puis octobre", (JUNE, JUNE), "octobre", "sans_annee"),
        ("À partir de 2024 sur deux ans", (year(2024), "…"), "sur deux ans", "duree"),
        ("18 mois à compter de mars 2025", (MARCH, "…"), "18 mois", "duree"),
        ("2025 (report de 2024)", (year(2025), year(2025)), "2024", "reference"),
        ("2024 au lieu de 2023", (year(2024), year(2024)), "2023", "reference"),
    ],
)
def test_what_is_not_clear_spoils_nothing_else(
    text: str, read_first: tuple[str, str], words: str, reason: str
) -> None:
    lecture = read(text, CONTRACT)
    assert summary(lecture) == [read_first]
    assert [(unread.words.text, unread.reason) for unread in lecture.unread] == [(words, reason)]


@pytest.mark.parametrize(
    ("contract", "text", "interval"),
    [
        # From 1 September 2023 to 31 August 2027: four years of September to August.
        (Contract(date(2023, 9, 1), date(2027, 8, 31)), "1ère année de la CTG", "2023-09-01..2024-08-31"),
        (Contract(date(2023, 9, 1), date(2027, 8, 31)), "dernière année de la CTG", "2026-09-01..2027-08-31"),
        # 48 months, of which the second third is from the 17th to the 32nd.
        (Contract(date(2023, 9, 1), date(2027, 8, 31)), "mi-parcours de la CTG", "2025-01-01..2026-04-30"),
        # Three years and a half: the fourth one is cut, the last 12 months begin in the third.
        (Contract(date(2023, 1, 1), date(2026, 6, 30)), "4e année de la CTG", "2026-01-01..2026-06-30"),
        (Contract(date(2023, 1, 1), date(2026, 6, 30)), "dernière année de la CTG", "2025-07-01..2026-06-30"),
        # 42 months.
        (Contract(date(2023, 1, 1), date(2026, 6, 30)), "milieu de la CTG", "2024-03-01..2025-04-30"),
        (Contract(date(2024, 2, 29), date(2028, 2, 28)), "2e année de la CTG", "2025-02-28..2026-02-27"),
    ],
)
def test_years_of_a_contract_are_counted_from_its_first_day(
    contract: Contract, text: str, interval: str
) -> None:
    assert summary(read(text, contract)) == [(interval, interval)]


def test_a_known_signature_after_the_end_of_a_range_is_impossible() -> None:
    signed = CONTRACT._replace(signature=date(2025, 3, 1))
    (unread,) = read("de la signature de la CTG à fin 2024", signed).unread
    assert unread.reason == "envers"


def test_a_signature_that_is_known_is_a_day() -> None:
    signed = CONTRACT._replace(signature=date(2023, 11, 30))
    (period,) = read("Dès la signature de la CTG", signed).periods
    assert period.start == Bound(date(2023, 11, 30), date(2023, 11, 30), Precision.CONTRAT)
    assert period.contract


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("2022-2024", ["start"]),
        ("2028-2029", ["end"]),
        ("2031", ["start", "end"]),
        ("avant 2023", ["end"]),
        ("2024-2025", []),
        # Some of its days are inside.
        ("hiver 2022-2023", []),
    ],
)
def test_a_bound_is_outside_only_as_a_whole(text: str, sides: list[str]) -> None:
    assert [one.side for one in read(text, CONTRACT).outside] == sides


def test_settled_dates_win() -> None:
    debut, fin = date(2025, 3, 20), date(2025, 6, 20)
    lecture = of(Calendrier(texte="Printemps", debut=debut, fin=fin), CONTRACT)
    assert (lecture.settled, lecture.unread) == (True, ())
    assert summary(lecture) == [("2025-03-20", "2025-06-20")]


@pytest.mark.parametrize(
    ("text", "debut", "fin", "expected"),
    [
        ("2024-2025", date(2024, 9, 2), None, ("2024-09-02", year(2025))),
        ("2024-2025", None, date(2025, 6, 30), (year(2024), "2025-06-30")),
        ("2024", date(2026, 1, 1), None, ("2026-01-01", "…")),
        ("2024 : étude ; 2026 : travaux", date(2024, 5, 2), None, ("2024-05-02", "…")),
        ("printemps", None, date(2025, 6, 20), ("…", "2025-06-20")),
    ],
)
def test_one_settled_date_leaves_the_other_to_the_words(
    text: str, debut: date | None, fin: date | None, expected: tuple[str, str]
) -> None:
    assert summary(of(Calendrier(texte=text, debut=debut, fin=fin), CONTRACT)) == [expected]


def test_a_settled_date_leaves_the_doubt_of_the_other() -> None:
    texte, debut = "2024-2025 (à confirmer)", date(2024, 9, 2)
    (period,) = of(Calendrier(texte=texte, debut=debut), CONTRACT).periods
    assert period.doubt is not None
    assert period.doubt.text == "à confirmer"
    (settled,) = of(Calendrier(texte=texte, debut=debut, fin=date(2025, 6, 30)), CONTRACT).periods
    assert settled.doubt is None


def test_a_reading_says_where_it_starts_and_ends_in_all() -> None:
    lecture = read("2025 : étude ; 2024 : une fois par an ; chaque mois", CONTRACT)
    assert lecture.start == Bound(date(2024, 1, 1), date(2024, 12, 31), Precision.ANNEE)
    assert lecture.end == Bound(date(2025, 1, 1), date(2025, 12, 31), Precision.ANNEE)
    assert read("2024 ; à partir de 2025", CONTRACT).end is None
    assert read("à définir", CONTRACT).start is None


def test_decomposed_accents_keep_the_offsets_of_the_text_as_written() -> None:
    text = unicodedata.normalize("NFD", "Création dès février 2024 (été)")
    lecture = read(text, CONTRACT)
    assert [period.words.text for period in lecture.periods] == [
        unicodedata.normalize("NFD", "dès février 2024")
    ]
    assert [unread.words.text for unread in lecture.unread] == [unicodedata.normalize("NFD", "été")]


PIECES = [
    "2024/",
    "2024-",
    "2024, ",
    "1/",
    "à partir de ",
    "+ 2026 ",
    "jusqu'en 2020 ",
    "le 1 et ",
    "de la ",
    "1er et ",
    "tout au long de la ",
    "2024 : une fois par an ; ",
    "chaque année, ",
    "15 mars 2025 ",
    ",",
    "dès ",
    "(2025 ",
    "mars, ",
    "fin de l'",
    "01/09/2024-",
    "12/05 au ",
    "dans les un ",
    "le lundi 12 au ",
    "6 mois avant ",
    "entre la ",
    "1ère et 2e année de la ",
    "année scolaire 2024-2025 et ",
    "chaque année, mars ; ",
    "mars, chaque année, ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_as_the_text_does(piece: str) -> None:
    def work(times: int) -> int:
        return calls(lambda: read("à partir de 2024 " + piece * times, CONTRACT))

    # Eight times the text: 64 times the work if it grew as the square.
    assert work(800) < 10 * work(100)


@pytest.mark.long
@pytest.mark.parametrize("piece", PIECES)
def test_no_expression_passes_often_over_a_long_text(piece: str) -> None:
    with ends():
        read("à partir de 2024 " + piece * 5_000, CONTRACT)


def test_extreme_contracts_are_contracts() -> None:
    days = (date.min, date.max)
    for contract in (Contract(*days), Contract(date.min, date.min), Contract(date.max, date.max)):
        for point in ("signature", "fin", "début", "milieu", "1ère année", "dernière année"):
            for operator in ("", "avant la ", "après la "):
                assert read(f"{operator}{point} de la CTG", contract).periods


def test_long_runs_of_marks_need_no_stack() -> None:
    assert read("du 1 au " * sys.getrecursionlimit(), CONTRACT).periods == ()
