"""The report to the committee: its numbers are computed again here, from the raw file or by hand."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
import yaml

from ctgkit.plan.reading import read
from ctgkit.reports.copil.facts import copil
from ctgkit.reports.copil.view import CopilView
from ctgkit.reports.followed.on_day import previous
from ctgkit.reports.followed.view import Ligne
from ctgkit.reports.territoires.dossier import dossier
from ctgkit.reports.territoires.facts import territoires
from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.statut import Statut
from tests.conftest import ROOT
from tests.reports.copil.plans import DAYS, plan, raw, raw_actions, without
from tests.reports.fiches.plans import minimal
from tests.reports.pages import plain

DAY = DAYS["exemple"]
SINCE = date(2025, 6, 19)
README = (ROOT / "docs" / "exemple" / "README.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| (\d[\d.]*) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|", re.MULTILINE)
_CODES = {
    "en retard": "en-retard",
    "démarrage en retard": "demarrage-en-retard",
    "bloquée": "bloquee",
    "sans nouvelles": "sans-nouvelles",
    "sans pilote": "sans-pilote",
}


@cache
def view(name: str = "exemple") -> CopilView:
    return copil(plan(name), DAYS[name])


def told() -> dict[str, tuple[str, int | None, str | None]]:
    """What the README of the example, written by hand, says of each fiche."""
    rows = {
        numero: (
            statut.strip(),
            int(part.split()[0]) if "%" in part else None,
            _CODES.get(alerte.strip()),
        )
        for numero, statut, part, alerte in _ROW.findall(README)
    }
    assert len(rows) == 15
    return rows


def numbers(lignes: tuple[Ligne, ...]) -> list[str | None]:
    return [one.fiche.numero for one in lignes]


def amounts() -> list[dict[str, Any]]:
    """The lines of money of the raw file, their amounts as numbers."""
    lines = [line for action in raw_actions("exemple") for line in action.get("financements", ())]
    # The file says what is paid in the word that it had before.
    return [
        {
            **line,
            "montant": Decimal(re.sub(r"\D", "", line["montant"])),
            "etat": line["etat"].replace("réalisé", "versé"),
        }
        for line in lines
    ]


# Figures


def test_the_figures_of_the_plan_are_those_of_its_readme() -> None:
    rows = told()
    totals = view().ensemble.totaux
    statuts = Counter(statut for statut, _, _ in rows.values())
    assert totals.fiches == 15
    assert dict(zip(Statut, totals.statuts, strict=True)) == {one: statuts[one] for one in Statut}
    assert totals.non_renseignees == statuts["non renseignée"] == 1
    alertes = Counter(code for _, _, code in rows.values() if code)
    assert dict(zip(CodeAlerte, totals.alertes, strict=True)) == {one: alertes[one] for one in CodeAlerte}


def test_the_progress_is_the_mean_of_what_is_not_dropped() -> None:
    """By hand: 65 + 100 + 40 + 30 + 0 + 80 + 60 + 0 (not told) + 50 + 30 + 0 + 80 + 25 + 60, of 14 fiches."""
    living = [part or 0 for statut, part, _ in told().values() if statut != "abandonnée"]
    assert (sum(living), len(living)) == (620, 14)
    assert view().ensemble.avancement == 620 // 14 == 44


def test_the_figures_of_a_section_are_those_of_its_fiches() -> None:
    rows = told()
    parts = [part for part in view().parts if part.numero]
    assert len(parts) == 10
    for part in parts:
        numero = part.numero or ""
        inside = [row for address, row in rows.items() if address.startswith(f"{numero}.")]
        living = [part or 0 for statut, part, _ in inside if statut != "abandonnée"]
        assert part.totaux.fiches == len(inside), numero
        assert part.avancement == sum(living) // len(living), numero
        assert part.totaux.alertees == sum(1 for *_, code in inside if code), numero


def test_actions_with_a_pilot_are_counted_apart_from_commitments() -> None:
    tout = view("vie-et-boulogne").ensemble
    commitments = [one for one in raw_actions("vie-et-boulogne") if one.get("nature") == "engagement"]
    piloted = [one for one in raw_actions("vie-et-boulogne") if one.get("pilotes") and one not in commitments]
    assert (tout.totaux.fiches, tout.actions, tout.pilotees) == (22, 22 - len(commitments), len(piloted))
    assert len(commitments) == 4


# What moved


def test_changes_start_from_the_last_committee() -> None:
    assert view().entete.depuis_le == SINCE == previous(plan("exemple"), DAY)
    assert previous(plan("exemple"), date(2026, 9, 24)) == SINCE
    assert previous(plan("exemple"), date(2026, 9, 25)) == date(2026, 9, 24)
    assert previous(plan("exemple"), date(2024, 6, 20)) is None


def test_what_moved_is_what_the_file_dates_after_the_last_committee() -> None:
    """1.2.1 moved too: it has fallen silent."""

    def later(action: dict[str, Any]) -> int:
        owners = [action, *action.get("etapes", ())]
        entries = [one for owner in owners for one in owner.get("suivi", ())]
        entries += [
            one
            for owner in owners
            for indicator in owner.get("indicateurs", ())
            if isinstance(indicator, dict)
            for one in indicator.get("mesures", ())
        ]
        return sum(1 for one in entries if SINCE < one["date"] <= DAY)

    moved = [one["numero"] for one in raw_actions("exemple") if later(one)]
    assert numbers(view().changements) == sorted([*map(str, moved), "1.2.1"])
    mouvements = view().mouvements
    assert mouvements is not None
    assert (mouvements.fiches, mouvements.journal) == (13, len(moved)) == (13, 12)
    # By reading: 3.1.1 began, 2.2.1 was blocked, 4.3 was dropped, and nothing was finished.
    turns = (mouvements.commencees, mouvements.bloquees, mouvements.abandonnees, mouvements.achevees)
    assert turns == (1, 1, 1, 0)


def test_a_day_to_compare_with_may_be_given() -> None:
    made = copil(plan("exemple"), DAY, since=date(2026, 6, 11))
    assert made.entete.depuis_le == date(2026, 6, 11)
    assert numbers(made.changements) == ["3.1.1", "4.4"]
    with pytest.raises(ValueError, match="before day"):
        copil(plan("exemple"), DAY, since=DAY)


def test_a_past_report_does_not_know_what_was_written_later() -> None:
    """The report of the committee of 2025 is the same from today's file and from that of then."""
    day = date(2025, 6, 19)
    then = read(
        yaml.safe_dump(without(raw("exemple"), day), allow_unicode=True, sort_keys=False).encode(), "plan"
    ).plan
    assert then is not None
    made, was = copil(plan("exemple"), day), copil(then, day)
    assert made.entete.non_comptees > 20
    assert was.entete.non_comptees == 0
    assert made._replace(entete=was.entete) == was


# Where fiches stand


def test_each_fiche_stands_in_one_group() -> None:
    groups = {one.code: numbers(one.lignes) for one in view().groupes}
    assert groups == {
        "alerte": ["2.2.1", "3.2.1", "4.1"],
        "pause": ["4.2"],
        "realisee": ["1.1.2"],
        "en-cours": ["1.1.1", "1.1.3", "1.2.1", "2.1.1", "2.1.2", "3.1.1", "4.4"],
        "a-venir": ["1.2.2"],
        "abandonnee": ["4.3"],
        "non-renseignee": ["2.1.3"],
    }


def test_what_is_to_be_decided_comes_from_the_alerts_the_most_pressing_first() -> None:
    found = [(about.fiche.numero, one.code) for one in view().decisions for about in one.fiches]
    told_by_hand = {numero: code for numero, (_, _, code) in told().items() if code}
    assert dict(found) == told_by_hand
    assert [code for _, code in found] == list(CodeAlerte)


def test_what_is_late_is_asked_nothing_about_its_start_and_what_is_decided_knows_the_end() -> None:
    """1.2.2, « 2027 » and still to come, is late both to start and to end on the first of 2028."""
    made = copil(plan("exemple"), date(2028, 1, 1)).decisions
    asked = [one.code for one in made for about in one.fiches if about.fiche.numero == "1.2.2"]
    assert asked == ["en-retard"]
    assert {one.echue for one in made} == {True}
    assert {one.echue for one in copil(plan("exemple"), date(2027, 12, 31)).decisions} == {False}


def test_one_question_is_asked_once_with_the_list_of_its_fiches_and_a_note_is_told_once() -> None:
    late = {"calendrier": "2024", "suivi": [{"date": "2024-06-01", "statut": "en cours", "note": "N"}]}
    actions = [{"numero": str(n), "titre": f"T{n}", **late} for n in (1, 2)]
    made = copil(minimal({"id": "a", "titre": "A", "actions": actions}), date(2025, 1, 31)).decisions
    assert [(one.code, [about.fiche.numero for about in one.fiches]) for one in made] == [
        ("en-retard", ["1", "2"]),
        ("sans-pilote", ["1", "2"]),
    ]
    notes = [[about.note and about.note.texte for about in one.fiches] for one in made]
    assert notes == [["N", "N"], [None, None]]


def test_the_fiches_that_are_printed_are_those_the_report_speaks_of() -> None:
    """All but 1.2.2, which starts in 2027 and of which nothing was said since the last committee."""
    printed = [one.ligne.fiche.numero for one in view().fiches]
    assert printed == [one for one in told() if one != "1.2.2"]
    assert all(one.ligne.fiche.ancre == one.fiche.ancre for one in view().fiches)


def test_a_fiche_refers_only_to_what_is_printed() -> None:
    anchors = {one.fiche.ancre for one in view("vie-et-boulogne").fiches}
    links = [
        segment.lien
        for one in view("vie-et-boulogne").fiches
        for rubrique in one.fiche.rubriques
        for point in rubrique.points
        for segment in point.segments
        if segment.lien
    ]
    assert set(links) <= anchors


# What comes


def test_what_comes_before_the_next_committee() -> None:
    """Only 2.1.3, « pas avant le second semestre 2026 », before 24 September."""
    e = view().entete
    assert e.prochain is not None
    assert (e.prochain.date, e.horizon) == (date(2026, 9, 24), date(2026, 9, 24))
    assert [(one.code, one.date, one.fiche and one.fiche.numero) for one in view().echeances] == [
        ("debut", date(2026, 7, 1), "2.1.3")
    ]


def test_without_a_next_committee_a_year_is_looked_at() -> None:
    """By reading: the ends of 2026 and their steps, targets of 2026, what starts in 2027 and may wait."""
    made = copil(plan("exemple"), date(2026, 9, 24))
    assert made.entete.seance is not None
    assert made.entete.seance.objet == raw("exemple")["copils"][2]["objet"]
    assert (made.entete.prochain, made.entete.horizon) == (None, date(2027, 9, 24))
    assert {(one.code, one.date, one.fiche and one.fiche.numero, one.etape) for one in made.echeances} == {
        ("fin", date(2026, 10, 31), "1.1.1", "Construire et équiper"),
        ("debut", date(2026, 11, 30), "1.1.1", "Recruter l'équipe et ouvrir la micro-crèche"),
        ("fin", date(2026, 11, 30), "1.1.1", "Recruter l'équipe et ouvrir la micro-crèche"),
        ("fin", date(2026, 12, 31), "1.1.1", None),
        ("cible", date(2026, 12, 31), "1.1.1", None),
        ("fin", date(2026, 12, 31), "2.2.1", None),
        ("fin", date(2026, 12, 31), "2.2.1", "Écrire le projet social"),
        ("debut", date(2026, 12, 31), "2.2.1", "Déposer la demande d'agrément"),
        ("fin", date(2026, 12, 31), "2.2.1", "Déposer la demande d'agrément"),
        ("cible", date(2026, 12, 31), "4.1", None),
    }
    assert [one.date for one in made.echeances] == sorted(one.date for one in made.echeances)


def test_the_end_of_the_convention_is_told_once() -> None:
    made = copil(plan("exemple"), date(2027, 6, 30))
    ends = [one for one in made.echeances if one.code == "convention"]
    assert [(one.date, one.fiche) for one in ends] == [(date(2027, 12, 31), None)]
    assert "4.4" not in [one.fiche.numero for one in made.echeances if one.fiche and one.code == "fin"]


# Indicators and money


def test_indicators_are_all_those_with_more_than_a_name() -> None:
    wanted = [
        (action["numero"], one["nom"])
        for action in raw_actions("exemple")
        for one in action.get("indicateurs", ())
        if isinstance(one, dict)
    ]
    assert [(one.fiche.numero, one.etat.nom) for one in view().indicateurs] == [
        (str(numero), nom) for numero, nom in wanted
    ]
    bilan = view().bilan
    assert (bilan.suivis, bilan.mesures) == (len(wanted), len(wanted) - 1)
    # By reading: both of 1.1.2, both of 2.1.1; 48.5 after 50, 54 after 57, 365 after 420, 16 after 14.
    assert (bilan.atteints, bilan.reculent) == (4, 4)


def test_a_curve_is_drawn_to_scale() -> None:
    """Childminders: 62 on 31 December 2022, 60, 57, 54, and a target of 66 on 31 December 2027."""
    (one,) = (one for one in view().indicateurs if one.fiche.numero == "1.1.3")
    courbe = one.courbe
    assert courbe is not None
    assert (courbe.bas, courbe.haut) == (Decimal(54), Decimal(66))
    assert (courbe.debut, courbe.fin) == (date(2022, 12, 31), date(2027, 12, 31))
    assert courbe.reference is not None
    assert courbe.cible is not None
    assert (courbe.reference.x, courbe.reference.y) == (0, round(1000 * 8 / 12))
    assert (courbe.cible.x, courbe.cible.y) == (1000, 1000)
    # 365, 731 (a leap year) and 1,096 days of 1,826.
    assert [(one.x, one.y) for one in courbe.mesures] == [(200, 500), (400, 250), (600, 0)]


def test_words_and_single_days_have_no_curve_and_a_flat_line_stands_in_the_middle() -> None:
    def curve(**indicator: Any) -> Any:
        action = {"numero": "1", "titre": "A", "indicateurs": [{"nom": "I", **indicator}]}
        (one,) = copil(minimal({"id": "a", "titre": "A", "actions": [action]}), date(2025, 1, 1)).indicateurs
        return one.courbe

    assert curve(cible={"date": "2026-01-01", "valeur": "Bonne"}) is None
    assert curve(cible={"date": "2026-01-01", "valeur": "3"}) is None
    flat = curve(
        reference={"date": "2024-01-01", "valeur": "3"}, mesures=[{"date": "2024-06-01", "valeur": "3"}]
    )
    assert (flat.reference.y, flat.mesures[0].y) == (500, 500)


def test_the_money_is_that_of_the_file() -> None:
    argent = view().argent
    lines = amounts()
    assert argent is not None
    assert argent.total == sum(line["montant"] for line in lines) == 948_100
    assert argent.etats == ("prévu", "acquis", "versé")
    for rank, year in enumerate(argent.annees):
        inside = [line for line in lines if str(line["annee"]) == str(year.annee)]
        assert year.total == sum(line["montant"] for line in inside)
        for etat, amount in zip(argent.etats, year.etats, strict=True):
            assert amount == sum(line["montant"] for line in inside if line["etat"] == etat)
        for funder in argent.financeurs:
            assert funder.annees[rank] == sum(
                line["montant"] for line in inside if line["financeur"] == funder.nom
            )
    assert sum(year.total for year in argent.annees) == argent.total
    assert sum(argent.par_etat) == argent.total
    assert [one.nom for one in argent.financeurs] == sorted(
        {line["financeur"] for line in lines},
        key=lambda nom: -sum(line["montant"] for line in lines if line["financeur"] == nom),
    )
    assert sum(one.total for one in argent.financeurs) == argent.total
    richest = max(argent.annees, key=lambda year: year.total)
    assert abs(sum(richest.parts) - 1000) <= 1


def test_funders_are_joined_by_the_directory_and_lines_may_say_little() -> None:
    action = {
        "numero": "1",
        "titre": "A",
        "financements": [
            {"financeur": "CAF du lieu", "montant": "10", "annee": 2025, "etat": "prévu"},
            {"financeur": "La Caf", "montant": "20,50"},
            {"montant": "5"},
            {"financeur": "Inconnu", "objet": "Rien de chiffré"},
        ],
    }
    acteurs = [{"id": "caf", "nom": "Caf du lieu", "alias": "La Caf"}]
    made = copil(minimal({"id": "a", "titre": "A", "actions": [action]}, acteurs=acteurs), date(2025, 1, 1))
    argent = made.argent
    assert argent is not None
    assert [(one.nom, one.total) for one in argent.financeurs] == [
        ("Caf du lieu", Decimal("30.50")),
        (None, Decimal(5)),
    ]
    assert [(str(one.annee), one.total) for one in argent.annees] == [
        ("2025", Decimal(10)),
        ("None", Decimal("25.50")),
    ]
    assert argent.etats == (None, "prévu")
    assert argent.sans_montant == 1


def test_money_that_is_taken_back_is_no_part_of_a_bar() -> None:
    """A bar is as long as what is given, for a plan and over many."""
    action = {
        "numero": "1",
        "titre": "A",
        "financements": [
            {"montant": "300", "annee": 2025, "etat": "prévu"},
            {"montant": "-100", "annee": 2025, "etat": "acquis"},
        ],
    }
    plan, day = minimal({"id": "a", "titre": "A", "actions": [action]}), date(2025, 1, 1)
    for argent in (copil(plan, day).argent, territoires([dossier("a.yaml", plan, day)], day).argent):
        assert argent is not None
        (year,) = argent.annees
        assert (year.total, year.etats) == (Decimal(200), (Decimal(300), Decimal(-100)))
        assert year.parts == (1000, 0)


# The calendar


def test_bars_are_to_the_scale_of_the_contract() -> None:
    """1,826 days; 4.1 lasts from the first of 2024, 365 days in, for 731 days."""
    calendrier = view().calendrier
    assert calendrier is not None
    lines = {line.fiche.numero: line for section in calendrier.sections for line in section.lignes}
    assert list(lines) == list(told())
    (bar,) = lines["4.1"].barres
    assert (bar.debut, bar.fin) == (date(2024, 1, 1), date(2025, 12, 31))
    assert (bar.x, bar.largeur) == (round(365 / 1.826), round(1096 / 1.826) - round(365 / 1.826))
    assert (bar.avant, bar.apres) == (False, False)
    (open_ended,) = lines["1.1.3"].barres
    assert (open_ended.fin, open_ended.apres) == (date(2027, 12, 31), True)
    assert open_ended.x + open_ended.largeur == 1000
    assert calendrier.jour is not None
    assert calendrier.jour.x == round((DAY - date(2023, 1, 1)).days / 1.826)
    assert [one.date.year for one in calendrier.annees] == [2023, 2024, 2025, 2026, 2027]
    assert [one.date for one in calendrier.copils] == [one["date"] for one in raw("exemple")["copils"]]


def test_a_calendar_that_says_nothing_is_named_and_has_no_bar() -> None:
    actions = [
        {"numero": "1", "titre": "Sans calendrier"},
        {"numero": "2", "titre": "Obscure", "calendrier": "Quand on pourra"},
        {"numero": "3", "titre": "Trop tard", "calendrier": "2035"},
        {"numero": "4", "titre": "Datée", "calendrier": "2025"},
    ]
    made = copil(minimal({"id": "a", "titre": "A", "actions": actions}), date(2030, 1, 1))
    assert made.calendrier is not None
    assert made.calendrier.jour is None
    assert [one.numero for one in made.calendrier.muettes] == ["1", "2", "3"]
    assert (
        copil(minimal({"id": "a", "titre": "A", "actions": actions[:2]}), date(2025, 1, 1)).calendrier is None
    )


# What is missing, and the launch


def test_what_is_missing_names_the_fiches_unless_it_is_all_of_them() -> None:
    """Nothing is missing of the follow-up of 2.1.3, « pas avant le second semestre 2026 »."""
    found = {one.code.value: (one.nombre, one.sur, [f.numero for f in one.fiches]) for one in view().manques}
    assert found == {
        "pilotes": (1, 14, ["4.2"]),
        "cible": (3, 14, ["1.2.2", "2.1.3", "2.2.1"]),
        "mesures": (1, 14, ["3.2.1"]),
    }
    launch = {one.code.value: (one.nombre, one.sur, one.fiches) for one in view("fier-et-usses").manques}
    assert launch["cible"] == (28, 28, ())
    assert launch["signature"] == (0, 0, ())
    assert {"suivi", "mesures"}.isdisjoint(launch)


def test_no_status_and_no_measure_is_missing_of_what_has_not_to_begin_yet() -> None:
    """By reading, on 15 March 2024: six fiches start later than that day, and only 4.2 has no status yet."""
    manques = copil(plan("exemple"), date(2024, 3, 15)).manques
    found = {one.code.value: [f.numero for f in one.fiches] for one in manques}
    assert found["suivi"] == ["4.2"]
    assert found["mesures"] == ["1.1.1", "1.1.2", "4.1", "4.2", "4.4"]


@pytest.mark.parametrize("name", ["vie-et-boulogne", "fier-et-usses"])
def test_nothing_is_late_of_a_plan_that_nobody_has_begun_to_follow(name: str) -> None:
    made = view(name)
    assert made.entete.phase == "lancement"
    assert (made.groupes, made.changements, made.mouvements, made.decisions) == ((), (), None, ())
    assert made.ensemble.totaux.alertees == 0
    assert made.argent is None
    assert all(one.date <= made.entete.jour for one in made.passees)
    assert sum(len(one.fiches) for one in made.charges) >= made.ensemble.pilotees


def test_a_launch_asks_who_will_carry_what() -> None:
    actions = [
        {"numero": "1", "titre": "Seule", "calendrier": "2024"},
        {"numero": "2", "titre": "B", "pilotes": "X"},
    ]
    made = copil(minimal({"id": "a", "titre": "A", "actions": actions}), date(2026, 6, 30))
    assert [(one.code, [about.fiche.numero for about in one.fiches]) for one in made.decisions] == [
        ("sans-pilote", ["1"])
    ]
    assert [(one.pilote, [f.numero for f in one.fiches]) for one in made.charges] == [
        ("X", ["2"]),
        (None, ["1"]),
    ]


def test_one_entry_is_enough_for_a_plan_to_be_followed() -> None:
    entry = {"date": "2025-03-01", "note": "Première réunion"}
    action = {"numero": "1", "titre": "A", "calendrier": "2024", "suivi": [entry]}
    made = minimal({"id": "a", "titre": "A", "actions": [action]})
    assert copil(made, date(2025, 3, 1)).entete.phase == "suivi"
    assert copil(made, date(2025, 3, 1) - timedelta(days=1)).entete.phase == "lancement"


def test_where_numbers_restart_a_fiche_is_named_with_its_first_section() -> None:
    names = {one.fiche.complete: one.fiche.axe for one in _lines("vie-et-boulogne")}
    assert names["petite-enfance/2.3"] == "Petite enfance"
    assert {one.fiche.axe for one in _lines("exemple")} == {None}


def _lines(name: str) -> list[Any]:
    calendrier = view(name).calendrier
    assert calendrier is not None
    return [line for section in calendrier.sections for line in section.lignes]


def test_the_calendar_says_which_steps_have_no_date_and_draws_nothing_that_is_not_understood() -> None:
    actions = [
        {
            "numero": "1",
            "titre": "A",
            "etapes": [{"titre": "Choisir", "calendrier": "2025"}, {"titre": "Ouvrir"}],
        },
        {"numero": "2", "titre": "B", "calendrier": "quadrimestre 2024 2025"},
    ]
    made = copil(minimal({"id": "a", "titre": "A", "actions": actions}), date(2026, 6, 30)).calendrier
    assert made is not None
    (line,) = (line for section in made.sections for line in section.lignes)
    assert [plain(texte) for texte in line.textes] == ["2025", "1 étape sur 2 sans date"]
    assert [one.numero for one in made.muettes] == ["2"]
