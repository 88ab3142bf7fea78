"""What a plan says of its committees, of who answers for a fiche, and of what it has come to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ctgkit.plan.copil import est_copil
from ctgkit.plan.reading import read
from ctgkit.vocabulary.bilan import Appreciation, Proposition
from ctgkit.vocabulary.comite import EtatDecision
from ctgkit.vocabulary.gravite import Gravite
from tests.plan.reading.plans import PLAN, plan, with_lines

MEETING = """\
copils:
  - date: 2025-06-03
    objet: Point annuel
    participants: [Mme A, M. B]
    excuses: La Caf
    decisions:
      - texte: Reporter l'ouverture
        actions: [1.1]
        responsable: Mme A
        echeance: décembre 2025
        etat: Mise en oeuvre
      - Écrire aux familles : une lettre par foyer
  - date: 2025-09-10
    instance: comité technique
    lieu: Mairie
"""


def test_a_meeting_is_the_steering_committee_unless_it_says_so() -> None:
    first, second = plan(PLAN + MEETING).copils
    assert (first.instance, est_copil(first)) == ("COPIL", True)
    assert (second.instance, est_copil(second), second.lieu) == ("comité technique", False, "Mairie")
    assert (first.participants, first.excuses) == (("Mme A", "M. B"), ("La Caf",))


def test_a_decision_is_a_text_or_says_of_which_fiches_and_what_became_of_it() -> None:
    first, second = plan(PLAN + MEETING).copils[0].decisions
    assert first.actions == ("1.1",)
    assert first.etat is EtatDecision.MISE_EN_OEUVRE
    assert (second.texte, second.actions) == ("Écrire aux familles : une lettre par foyer", ())
    assert second.etat is EtatDecision.A_METTRE_EN_OEUVRE


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("1.11", "vouliez-vous dire «\u00a01.1\u00a0»\u00a0?"),
        ("enfnce/1.1", "vouliez-vous dire «\u00a0enfance/1.1\u00a0»\u00a0?"),
        ("9", "écrivez le numéro d'une fiche du plan, ou son adresse complète (axe/numéro)"),
    ],
)
def test_an_address_of_no_fiche_is_asked_about_and_the_plan_is_read(address: str, hint: str) -> None:
    reading = read((PLAN + MEETING.replace("[1.1]", f"[{address}]")).encode(), "plan.yaml")
    (finding,) = reading.findings
    assert (finding.code.code, finding.severity, finding.hint) == ("CTG216", Gravite.ALERTE, hint)
    assert reading.lines[finding.place.line - 1][finding.place.column - 1 :].startswith(address)
    assert reading.plan is not None


@pytest.mark.parametrize("address", ["1.1", "enfance/1.1", '"1.1:2"'])
def test_an_address_may_be_full_or_that_of_a_step(address: str) -> None:
    assert read((PLAN + MEETING.replace("[1.1]", f"[{address}]")).encode(), "plan.yaml").findings == ()


def test_a_number_that_two_fiches_have_asks_which() -> None:
    other = '  - id: jeunesse\n    titre: Jeunesse\n    actions:\n      - {numero: "1.1", titre: Sortir}\n'
    (finding,) = read((PLAN + other + MEETING).encode(), "plan.yaml").findings
    assert finding.message == "plusieurs fiches ont le numéro «\u00a01.1\u00a0»"
    assert finding.hint == "écrivez «\u00a0enfance/1.1\u00a0» ou «\u00a0jeunesse/1.1\u00a0»"


def test_a_pilot_may_act_for_a_structure_with_a_role() -> None:
    lines = (
        "pilotes:",
        "  - nom: Camille",
        "    role: élue référente",
        "    structure: Ville",
        "    etp: 0,2",
    )
    (pilote,) = plan(with_lines(*lines)).axes[0].actions[0].pilotes
    assert pilote.phrase() == "Camille, élue référente, Ville : 0,2 ETP"
    assert pilote.noms() == ("Ville",)


def test_a_bilan_says_what_came_of_a_fiche_in_words_that_are_read_as_people_write_them() -> None:
    lines = (
        "bilan:",
        "  - date: 2025-12-31",
        "    resultats: Trois ateliers",
        "    freins: [Peu de salles]",
        "    etp: 0,5",
        "    appreciation: Partiellement atteints",
        "    proposition: à faire évoluer",
        "contacts:",
        "  - nom: Zoé",
        "    telephone: 01 99 00 00 00",
    )
    action = plan(with_lines(*lines)).axes[0].actions[0]
    (bilan,) = action.bilan
    assert (bilan.date, bilan.etp) == (date(2025, 12, 31), Decimal("0.5"))
    assert [point.texte for point in bilan.resultats] == ["Trois ateliers"]
    assert (bilan.appreciation, bilan.proposition) == (Appreciation.PARTIEL, Proposition.EVOLUER)
    assert action.contacts[0].telephone == "01 99 00 00 00"


def test_a_bilan_that_has_only_its_day_is_told() -> None:
    (finding,) = read(with_lines("bilan:", "  - date: 2025-12-31").encode(), "plan.yaml").findings
    assert (finding.code.code, finding.message) == ("CTG112", "ce bilan ne dit rien de l'action")
