"""Dates put together at random say what was put together; any text at all is accepted."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ctgkit.schedule import Lecture, read
from tests.schedule.phrases import CONTRACT, summary

NAMES = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
#: A date: its words, its first day and its last one.
Said = tuple[str, date, date]


@st.composite
def dates(draw: st.DrawFn) -> Said:
    """A date with the days it means, computed from its parts."""
    year = draw(st.integers(2000, 2099))
    kind = draw(st.sampled_from(["year", "half", "quarter", "month", "day", "numeric"]))
    of_year = draw(st.sampled_from([" ", " de l'année ", " de "]))
    if kind == "year":
        return str(year), date(year, 1, 1), date(year, 12, 31)
    if kind in {"half", "quarter"}:
        length, noun = (6, "semestre") if kind == "half" else (3, "trimestre")
        rank = draw(st.integers(1, 12 // length))
        words = [f"{rank}{'er' if rank == 1 else 'e'} {noun}{of_year}{year}"]
        words.append(f"{noun[0].upper()}{rank} {year}")
        words.append(f"{('premier', 'deuxième', 'troisième', 'quatrième')[rank - 1]} {noun}{of_year}{year}")
        if rank == 12 // length:
            words.append(f"dernier {noun} {year}")
        first, last = (rank - 1) * length + 1, rank * length
        return draw(st.sampled_from(words)), date(year, first, 1), _last_of(year, last)
    month = draw(st.integers(1, 12))
    if kind == "month":
        return f"{NAMES[month - 1]}{of_year}{year}", date(year, month, 1), _last_of(year, month)
    day = draw(st.dates(date(year, 1, 1), date(year, 12, 31)))
    if kind == "numeric":
        return day.strftime("%d/%m/") + str(year), day, day
    rank_of_day = "1er" if day.day == 1 else str(day.day)
    return f"{rank_of_day} {NAMES[day.month - 1]} {year}", day, day


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def interval(said: Said) -> str:
    _, first, last = said
    return str(first) if first == last else f"{first}..{last}"


OPENINGS = ["à partir de ", "à compter du ", "dès ", "depuis "]
CLOSINGS = ["jusqu'à ", "jusqu'au ", "jusqu’en "]
DOUBTS = [" ?", " (à confirmer)", ", à confirmer", " sous réserve de financement", " si possible"]
PROSE = ["", " : lancement du recensement", ", avec les partenaires", " pour 25 places"]


@given(dates(), st.sampled_from(OPENINGS), st.sampled_from(PROSE))
def test_a_start_is_the_days_of_its_date(said: Said, opening: str, prose: str) -> None:
    lecture = read(opening + said[0] + prose, CONTRACT)
    assert lecture.unread == ()
    assert summary(lecture) == [(interval(said), "…")]


@given(dates(), st.sampled_from(DOUBTS))
def test_a_doubt_changes_no_day(said: Said, doubt: str) -> None:
    lecture = read(said[0] + doubt, CONTRACT)
    assert lecture.unread == ()
    assert summary(lecture) == [(f"? {interval(said)}", f"? {interval(said)}")]


@given(dates(), st.sampled_from(CLOSINGS))
def test_an_end_is_the_days_of_its_date(said: Said, closing: str) -> None:
    assert summary(read(closing + said[0], CONTRACT)) == [("…", interval(said))]


@given(dates(), st.sampled_from(["", "en ", "au ", "pour "]), st.sampled_from(PROSE))
def test_a_date_alone_is_both_bounds(said: Said, before: str, prose: str) -> None:
    lecture = read(before + said[0] + prose, CONTRACT)
    assert lecture.unread == ()
    assert summary(lecture) == [(interval(said), interval(said))]


@given(dates(), dates(), st.sampled_from(["de {} à {}", "du {} au {}", "entre {} et {}", "{} à {}"]))
def test_a_range_runs_from_one_date_to_the_other_or_is_told(first: Said, second: Said, form: str) -> None:
    lecture = read(form.format(first[0], second[0]), CONTRACT)
    if second[1] >= first[1] and second[2] >= first[2]:
        assert lecture.unread == ()
        assert summary(lecture) == [(interval(first), interval(second))]
    else:
        assert lecture.periods == ()
        assert len(lecture.unread) == 1


@given(st.lists(dates(), min_size=1, max_size=5))
def test_sentences_do_not_mix(said: list[Said]) -> None:
    lecture = read(" ; ".join(f"{one[0]} : étape" for one in said), CONTRACT)
    assert lecture.unread == ()
    assert summary(lecture) == [(interval(one), interval(one)) for one in said]


VARIANTS = [
    str.upper,
    str.lower,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)),
    lambda text: text.replace("'", "’"),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", "\u202f "),
    lambda text: text.replace("-", "\u2011"),
    lambda text: text.replace("-", "–"),
]
PHRASES = [
    "À partir de l'été 2025",
    "Dès février 2024, à poursuivre jusqu'à fin août 2025",
    "2024-2025 : à renouveler une fois par an",
    "Mi-décembre 2024",
    "Tout au long de la CTG",
    "d'ici la rentrée 2025",
    "2ème trimestre 2024 - 1er semestre 2025 : 2 demi-journées par mois",
    "Pas avant 2026",
    "Été",
    "2024-25",
]


def _said(lecture: Lecture) -> object:
    beats = [[beat[1:] for beat in period.recurrences] for period in lecture.periods]
    return summary(lecture), beats, [unread.reason for unread in lecture.unread]


@given(st.sampled_from(PHRASES), st.lists(st.sampled_from(VARIANTS), max_size=4))
def test_how_it_is_typed_changes_nothing(text: str, variants: list[object]) -> None:
    typed = text
    for variant in variants:
        assert callable(variant)
        typed = variant(typed)
    assert _said(read(typed, CONTRACT)) == _said(read(text, CONTRACT))


WORDS = (
    "2024 2025 25 1er 2nd mars sept été hiver fin début mi - / , ; : . ( ) + et ou à au de la l' d' ici dès",
    "depuis jusqu' en entre avant après pas plus tard CTG convention signature durée par toute chaque année",
    "an fois tous les deux semestre T2 S1 trimestre rentrée vacances sauf loi 15/03/2025 31 semaine vers",
    "suivant mois N+1 mi-parcours contrat horizon saison scolaire 2024-2025 puis dernière lundi milieu rose",
)
PIECES = st.sampled_from(" ".join(WORDS).split())
MIXED = [st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=9).map("".join)]


@given(st.one_of(st.text(), *MIXED))
def test_any_text_is_accepted_and_quoted_as_written(text: str) -> None:
    lecture = read(text, CONTRACT)
    assert lecture.periods or lecture.unread
    spans = [period.words for period in lecture.periods] + [unread.words for unread in lecture.unread]
    spans += [beat.words for period in lecture.periods for beat in period.recurrences]
    assert all(text[words.offset : words.end] == words.text for words in spans)
    for period in lecture.periods:
        assert all(
            bound.premier <= bound.dernier for bound in (period.start, period.end) if bound is not None
        )
        if period.start is not None and period.end is not None:
            assert period.start.premier <= period.end.dernier
