"""Phrases one by one: several dates, dates of something else, numbers, recurrences, settled dates."""

from __future__ import annotations

import sys
import time
import unicodedata
from datetime import date

import pytest

from ctgkit.model import Calendrier
from ctgkit.schedule import Bound, Contract, of, read
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
        ("L'action a été lancée en 2024", [(year(2024), year(2024))]),
        ("Jusqu'à 25 places en 2025", [(year(2025), year(2025))]),
        ("Environ 2000 familles en 2025", [(year(2025), year(2025))]),
        ("2024 : 2 000 livrets", [(year(2024), year(2024))]),
        ("avant la fin de la CTG", [("…", "≤ 2028-12-31")]),
        ("avant le 15 mars 2025", [("…", "≤ 2025-03-14")]),
        ("après l'été 2025", [("≥ 2025-09-01..2025-09-24", "…")]),
        ("au plus tôt en 2026", [(f"≥ {year(2026)}", "…")]),
        ("depuis 2019", [(year(2019), "…")]),
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
        ("novembre à mars 2025", "novembre à mars 2025"),
        ("2000 kits", "2000"),
        ("03 2025", "2025"),
        ("n° 2025", "2025"),
        ("rentrée 2025/2026", "rentrée 2025/2026"),
        ("tout au long de la CTG 2017-2020", "tout au long de la CTG 2017-2020"),
        ("dès la signature de la convention avec la MSA", "dès la signature de la convention"),
        ("Rien ne débutera avant 2026", "avant 2026"),
        ("pas d'ouverture avant 2026", "avant 2026"),
        ("semaine du 15 mars 2025", "semaine du 15 mars 2025"),
        ("reporté de 2024 à 2026", "2024 à 2026"),
        ("biannuel", "biannuel"),
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


def test_a_signature_that_is_known_is_a_day() -> None:
    signed = CONTRACT._replace(signature=date(2023, 11, 30))
    (period,) = read("Dès la signature de la CTG", signed).periods
    assert period.start == Bound(date(2023, 11, 30), date(2023, 11, 30), "contrat")
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


def test_a_reading_says_where_it_starts_and_ends_in_all() -> None:
    lecture = read("2025 : étude ; 2024 : une fois par an ; chaque mois", CONTRACT)
    assert lecture.start == Bound(date(2024, 1, 1), date(2024, 12, 31), "annee")
    assert lecture.end == Bound(date(2025, 1, 1), date(2025, 12, 31), "annee")
    assert read("2024 ; à partir de 2025", CONTRACT).end is None
    assert read("à définir", CONTRACT).start is None


def test_decomposed_accents_keep_the_offsets_of_the_text_as_written() -> None:
    text = unicodedata.normalize("NFD", "Création dès février 2024 (été)")
    lecture = read(text, CONTRACT)
    assert [period.words.text for period in lecture.periods] == [
        unicodedata.normalize("NFD", "dès février 2024")
    ]
    assert [unread.words.text for unread in lecture.unread] == [unicodedata.normalize("NFD", "été")]


@pytest.mark.parametrize(
    "piece",
    [
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
    ],
)
def test_time_grows_as_the_text_does(piece: str) -> None:
    def seconds(times: int) -> float:
        text = "à partir de 2024 " + piece * times
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            read(text, CONTRACT)
            best = min(best, time.process_time() - start)
        return best

    # Eight times the text: 64 times the time if it grew as the square.
    assert seconds(2400) < 30 * max(seconds(300), 0.001)


def test_extreme_contracts_are_contracts() -> None:
    days = (date.min, date.max)
    for contract in (Contract(*days), Contract(date.min, date.min), Contract(date.max, date.max)):
        for point in ("signature", "fin", "début"):
            for operator in ("", "avant la ", "après la "):
                assert read(f"{operator}{point} de la CTG", contract).periods


def test_long_runs_of_marks_need_no_stack() -> None:
    assert read("du 1 au " * sys.getrecursionlimit(), CONTRACT).periods == ()
