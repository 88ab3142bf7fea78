"""What was decided before, in the report to the committee and in the list of a pilot."""

from __future__ import annotations

from datetime import date

from ctgkit.plan import Plan
from ctgkit.reports.copil.facts import copil
from ctgkit.reports.followed.sentences import meeting, pending
from ctgkit.reports.followed.view import DecisionPrise, Seance
from ctgkit.reports.handed_out import handed_out
from ctgkit.reports.pilote.facts import pilote
from tests.plan.reading.plans import PLAN, plan
from tests.reports.pages import plain

MEETINGS = """\
copils:
  - date: 2024-06-03
    decisions:
      - {texte: Chercher un lieu, actions: [1.1], etat: mise en œuvre}
      - {texte: Écrire aux familles, actions: [1.1], responsable: Camille, echeance: fin 2024}
  - date: 2025-06-03
    participants: [Camille, Dominique]
    decisions:
      - {texte: Ouvrir en mai, actions: [1.1], responsable: Mairie, etat: sans suite}
      - {texte: Recruter, responsable: Mairie, echeance: 2026-09-01}
  - date: 2025-11-03
    instance: COTECH
    decisions: [Préparer le bilan]
  - date: 2026-06-03
"""
PILOTED = """\
        pilotes:
          - {nom: Camille, role: élue référente, structure: Mairie}
          - {nom: Claude, structure: Relais}
        contacts:
          - {nom: Zoé Martin, fonction: Chargée de mission, telephone: 01 99 00 00 00}
          - {nom: Noé Petit}
"""
DAY = date(2026, 3, 1)


def followed() -> Plan:
    return plan(PLAN + PILOTED + MEETINGS)


def texts(those: tuple[DecisionPrise, ...]) -> list[str]:
    return [one.texte for one in those]


def test_the_report_tells_what_was_decided_last_and_what_is_still_to_be_done() -> None:
    view = copil(followed(), DAY)
    assert texts(view.decidees) == ["Préparer le bilan", "Ouvrir en mai", "Recruter", "Écrire aux familles"]
    assert view.decidees_closes == 1
    assert [one.echue for one in view.decidees] == [False, False, False, True]
    assert [fiche.numero for fiche in view.decidees[1].fiches] == ["1.1"]
    said = "3 décisions déjà prises restent à mettre en œuvre, dont 1 après son échéance."
    assert plain(pending(view.decidees)) == said


def test_it_counts_from_the_steering_committee_and_not_from_others() -> None:
    entete = copil(followed(), DAY).entete
    assert entete.prochain is not None
    assert (entete.prochain.date, entete.seance) == (date(2026, 6, 3), None)
    seance = copil(followed(), date(2025, 11, 3)).entete.seance
    assert seance is not None
    assert seance.instance == "COTECH"


def test_what_is_decided_on_the_day_is_not_of_before() -> None:
    assert "Recruter" not in texts(copil(followed(), date(2025, 6, 3)).decidees)


def test_a_pilot_is_told_what_they_answer_for_and_what_is_about_their_fiches() -> None:
    view = pilote(followed(), "Mairie", DAY)
    assert view is not None
    assert texts(view.decidees) == ["Recruter", "Écrire aux familles"]


def test_somebody_who_acts_for_a_structure_has_its_list() -> None:
    view = pilote(followed(), "camille", DAY)
    assert view is not None
    assert view.nom == "Mairie"


def test_late_fiches_stand_under_structures_and_not_under_persons() -> None:
    assert copil(followed(), DAY).charges[0].pilote == "Mairie"


def test_a_report_names_who_answers_by_their_function_unless_it_is_asked() -> None:
    kept = copil(followed(), DAY, coordonnees=False)
    contacts = kept.fiches[0].fiche.contacts if kept.fiches else ()
    out = handed_out(followed())
    assert [one.nom for one in out.axes[0].actions[0].contacts] == ["Chargée de mission"]
    assert all(one.telephone is None for one in contacts)
    assert [one.participants for one in out.copils] == [(), (), (), ()]
    view = pilote(followed(), "Mairie", DAY)
    assert view is not None
    assert view.publiees[0].fiche.contacts[0].telephone == "01 99 00 00 00"


def test_a_meeting_is_called_by_its_committee_where_it_is_another() -> None:
    day = date(2026, 3, 12)
    assert plain(meeting(Seance(day, "Point annuel", "COPIL", None))) == "12 mars 2026 : Point annuel"
    assert plain(meeting(Seance(day, None, "COTECH", "mairie"))) == "COTECH du 12 mars 2026, mairie"
