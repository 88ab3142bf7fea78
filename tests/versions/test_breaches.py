"""What one version against another shows that must not pass unnoticed."""

from __future__ import annotations

import copy
from collections.abc import Callable

from ctgkit.plan import Plan
from ctgkit.plan.judge import judged
from ctgkit.versions import Breach, breaches, compare
from tests.versions.real import FIER, VIE, Data, axe, fiche, objectif, points
from tests.versions.test_edits import NEW, move_a_fiche, structure


def found(base: Data, *edits: Callable[[Data], object]) -> tuple[Breach, ...]:
    """What the last edit breaches; those before it are made to both sides."""
    old = copy.deepcopy(base)
    for edit in edits[:-1]:
        edit(old)
    new = copy.deepcopy(old)
    edits[-1](new)
    return breaches(compare(judged(Plan, old), judged(Plan, new)))


def amended(data: Data) -> None:
    data["avenants"] = [{"numero": "1", "date": "2025-03-01"}]


def kinds(all_found: tuple[Breach, ...]) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.kind, one.old.complete if one.old else None, one.new.complete if one.new else None)
        for one in all_found
    ]


def test_a_contract_change_needs_a_new_avenant() -> None:
    def edit(data: Data) -> None:
        fiche(data, "3", "3.3.1")["constats"] += points("Un constat de plus")

    (one,) = found(FIER, edit)
    assert (one.kind, one.old, one.new) == ("contract-without-avenant", None, None)
    assert [(change.kind, change.subject) for change in one.changes] == [("added", "point")]


def test_an_avenant_that_was_there_already_is_not_new() -> None:
    def edit(data: Data) -> None:
        fiche(data, "3", "3.3.1")["constats"] += points("Un constat de plus")
        data["avenants"][0]["objet"] = "Le numérique"

    assert kinds(found(FIER, amended, edit)) == [("contract-without-avenant", None, None)]


def test_a_contract_change_with_its_avenant_is_fine() -> None:
    def edit(data: Data) -> None:
        fiche(data, "3", "3.3.1")["constats"] += points("Un constat de plus")
        amended(data)

    assert found(FIER, edit) == ()


def test_followup_needs_nothing() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["suivi"].append({"date": "2024-09-01", "avancement": 40})
        data["copils"] = [{"date": "2025-01-15"}]

    assert found(FIER, structure, edit) == ()


def test_fiches_that_vanish_alone_or_with_their_objective_are_told_one_by_one() -> None:
    def edit(data: Data) -> None:
        amended(data)
        del objectif(data, "1", "1.2")["actions"][2]
        del axe(data, "4")["objectifs"][1]

    assert kinds(found(FIER, edit)) == [
        ("fiche-vanished", "1/1.2.3", None),
        ("fiche-vanished", "4/4.2.1", None),
    ]


def test_a_fiche_that_moved_or_was_replaced_has_not_vanished() -> None:
    def replace(data: Data) -> None:
        amended(data)
        axe(data, "enfance")["actions"] = []
        axe(data, "enfance")["objectifs"][0]["actions"] = [NEW | {"numero": "1.1"}]

    def move(data: Data) -> None:
        amended(data)
        move_a_fiche(data)

    assert found(VIE, replace) == ()
    assert found(FIER, move) == ()


def test_an_address_given_to_another_fiche() -> None:
    def edit(data: Data) -> None:
        amended(data)
        objectif(data, "3", "3.3")["actions"][0] = dict(NEW)

    assert kinds(found(FIER, edit)) == [
        ("address-reused", "3/3.3.1", "3/3.3.1"),
        ("fiche-vanished", "3/3.3.1", None),
    ]


def test_a_fiche_that_takes_the_number_of_the_one_before() -> None:
    def edit(data: Data) -> None:
        amended(data)
        del objectif(data, "2", "2.2")["actions"][0]
        fiche(data, "2", "2.2.2")["numero"] = "2.2.1"

    all_found = found(FIER, edit)
    assert kinds(all_found) == [
        ("address-reused", "2/2.2.1", "2/2.2.1"),
        ("fiche-vanished", "2/2.2.1", None),
    ]
    assert all_found[0].old is not None
    assert all_found[0].old.titre == "Déployer des chantiers éducatifs réguliers"
    assert all_found[0].new is not None
    assert all_found[0].new.titre == "Créer un espace jeune intercommunal"


def test_a_journal_entry_removed_and_one_rewritten() -> None:
    def journal(data: Data) -> None:
        fiche(data, "1", "1.1.2")["suivi"] = [{"date": "2024-03-01", "statut": "en cours"}]

    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["suivi"] = []
        fiche(data, "1", "1.1.2")["suivi"][0]["statut"] = "réalisée"

    assert kinds(found(FIER, structure, journal, edit)) == [
        ("journal-removed", "1/1.1.1", "1/1.1.1"),
        ("journal-rewritten", "1/1.1.2", "1/1.1.2"),
    ]


def test_a_step_that_goes_with_its_journal() -> None:
    def steps(data: Data) -> None:
        fiche(data, "1", "1.1.1")["etapes"] = [
            {"titre": "Former les agents", "suivi": [{"date": "2024-03-01", "statut": "en cours"}]},
            {"titre": "Acheter le matériel"},
        ]

    def edit(data: Data) -> None:
        amended(data)
        fiche(data, "1", "1.1.1")["etapes"] = []

    assert kinds(found(FIER, steps, edit)) == [("journal-removed", "1/1.1.1", "1/1.1.1")]
