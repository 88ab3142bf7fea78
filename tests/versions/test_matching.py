"""Which fiche is which, where addresses and looks deceive."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from ctgkit.plan import Plan
from ctgkit.plan.judge import judged
from ctgkit.versions import Comparison, compare, matching
from ctgkit.versions.matching import match
from ctgkit.versions.tree import tree
from tests.effort import calls
from tests.versions.real import FIER, VIE, Data, points


def plan(*fiches: Data, **more: Any) -> Plan:
    """A plan of one axis with these fiches."""
    axis = {"numero": "1", "titre": "Petite enfance", "actions": list(fiches)}
    head = {"format": "1", "titre": "Plan", "territoire": {"nom": "Val"}, "caf": "Caf", "periode": "2024"}
    return judged(Plan, head | {"axes": [axis]} | more)


def fiche(numero: str, titre: str, *texts: str) -> Data:
    return {"numero": numero, "titre": titre, "descriptif": points(*texts)}


def pairs(comparison: Comparison) -> set[tuple[str | None, str | None]]:
    """Addresses, old and new, of the fiches whose address changed."""
    return {
        (one.old.adresse if one.old else None, one.new.adresse if one.new else None)
        for one in comparison.fiches
    }


CRECHE = (
    "Trouver un terrain avec la commune",
    "Choisir un gestionnaire par appel à projets",
    "Ouvrir vingt places pour les familles du secteur",
)


def test_two_look_alikes_that_exchange_numbers_are_told_by_their_titles() -> None:
    north, south = "Créer une crèche au nord", "Créer une crèche au sud"
    old = plan(fiche("1.1", north, *CRECHE), fiche("1.2", south, *CRECHE))
    new = plan(fiche("1.1", south, *CRECHE), fiche("1.2", north, *CRECHE))
    assert pairs(compare(old, new)) == {("1.1", "1.2"), ("1.2", "1.1")}


def test_a_copy_beside_the_original_is_the_one_that_is_added() -> None:
    old = plan(fiche("1.1", "Créer une crèche", *CRECHE))
    worked_on = fiche("1.1", "Créer une crèche", *CRECHE, "Signer la convention de financement")
    new = plan(worked_on, fiche("1.2", "Créer une crèche", *CRECHE))
    assert pairs(compare(old, new)) == {(None, "1.2")}


def test_one_title_for_all_the_fiches_of_an_objective_pairs_none_by_itself() -> None:
    titre = "Favoriser l'accès aux loisirs"
    old = plan(
        fiche("1.1", titre, "Aider au paiement des licences sportives"),
        fiche("1.2", titre, "Organiser un transport vers la piscine"),
        fiche("1.3", titre, "Former des animateurs bénévoles"),
    )
    new = plan(
        fiche("1.1", titre, "Organiser un transport vers la piscine"),
        fiche("1.2", titre, "Former des animateurs bénévoles"),
    )
    assert pairs(compare(old, new)) == {("1.1", None), ("1.2", "1.1"), ("1.3", "1.2")}


def test_a_fiche_that_was_only_a_title_is_known_by_it() -> None:
    old = plan(fiche("1.1", "Créer une crèche"), fiche("1.2", "Ouvrir une ludothèque"))
    new = plan(fiche("1.2", "Créer une crèche", *CRECHE), fiche("1.3", "Ouvrir une ludothèque"))
    assert pairs(compare(old, new)) == {("1.1", "1.2"), ("1.2", "1.3")}


def test_a_fiche_of_one_title_and_nothing_else_is_known_by_it_once_it_is_written() -> None:
    only_named = {"numero": "1.1", "titre": "Créer une crèche", "origine": "nouvelle"}
    written = fiche("1.2", "Créer une crèche", *(f"Rédiger la partie numéro {rank}" for rank in range(30)))
    assert pairs(compare(plan(only_named), plan(written))) == {("1.1", "1.2")}


@pytest.mark.parametrize(
    "more",
    [
        {"suivi": [{"date": "2024-03-15", "note": f"Réunion numéro {rank} du comité"} for rank in range(30)]},
        {"intitules": {"constats": "Tout ce que le diagnostic partagé du territoire a montré " * 3}},
    ],
)
def test_what_is_not_content_does_not_hide_which_fiche_it_is(more: Data) -> None:
    """Neither the journal nor the names of the headings, under another number and another title."""
    renamed = fiche("1.2", "Accueillir les petits", *CRECHE) | more
    assert pairs(compare(plan(fiche("1.1", "Pôle", *CRECHE)), plan(renamed))) == {("1.1", "1.2")}


def test_fiches_that_did_not_change_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most fiches of most pairs: their texts are not cut into words, whatever their journal says."""
    old = copy.deepcopy(FIER)
    new = copy.deepcopy(FIER)
    for axe in new["axes"]:
        for action in axe["objectifs"][0]["actions"]:
            action["suivi"].append({"date": "2024-03-15", "statut": "en cours"})
    cut: list[str] = []

    def doublets(text: str) -> list[str]:
        cut.append(text)
        return []

    monkeypatch.setattr(matching, "doublets", doublets)
    match(*(tree(judged(Plan, data)) for data in (old, new)))
    assert cut == []
    new["axes"][0]["objectifs"][0]["actions"][0]["titre"] = "Autre"
    match(*(tree(judged(Plan, data)) for data in (old, new)))
    assert cut


def test_fiches_written_from_one_model_are_not_one() -> None:
    """The commitments of two themes, the most alike of the real plans."""
    (one,) = next(axe for axe in VIE["axes"] if axe["id"] == "enfance")["actions"]
    (other,) = next(axe for axe in VIE["axes"] if axe["id"] == "jeunesse")["actions"]
    found = compare(plan(one | {"numero": "1.1"}), plan(other | {"numero": "1.2"}))
    assert pairs(found) == {("1.1", None), (None, "1.2")}


def test_a_theme_keeps_its_name_when_its_commitment_is_replaced_and_its_title_grows() -> None:
    new = copy.deepcopy(VIE)
    theme = next(axe for axe in new["axes"] if axe["id"] == "enfance")
    theme["titre"] = "Enfance et scolarité"
    theme["intitule"] = None
    theme["actions"] = []
    theme["objectifs"][0]["actions"] = [fiche("1.1", "Accueillir après l'école", *CRECHE)]
    kinds = {
        (change.kind, change.subject, change.field)
        for change in compare(judged(Plan, VIE), judged(Plan, new)).changes
    }
    assert kinds == {("modified", "section", "titre"), ("replaced", "fiche", None)} | (
        {("modified", "section", "intitule")} if VIE["axes"][1]["intitule"] else set()
    )


def test_every_fiche_of_a_real_plan_is_found_again_under_any_number() -> None:
    new = copy.deepcopy(FIER)
    count = 0
    for axe in new["axes"]:
        for objectif in axe["objectifs"]:
            for action in objectif["actions"]:
                count += 1
                action["numero"] = f"9.{100 - count}"
    found = compare(judged(Plan, FIER), judged(Plan, new))
    assert count == 28
    assert len(found.fiches) == 28
    for one in found.fiches:
        assert one.old is not None
        assert one.new is not None
        assert one.old.path == one.new.path


def many(count: int, *, shifted: bool) -> Plan:
    """A plan of many fiches made of the real ones, one in ten under another number."""
    real = [one for axe in FIER["axes"] for objectif in axe["objectifs"] for one in objectif["actions"]]
    axes = []
    for axis in range(count // 100):
        actions = []
        for rank in range(100):
            number = axis * 100 + rank
            action = dict(real[number % len(real)])
            action["titre"] = f"{action['titre']}, secteur {number}"
            action["numero"] = f"{axis + 1}.{rank + 1}{'0' if shifted and rank % 10 == 0 else ''}"
            actions.append(action)
        axes.append({"numero": str(axis + 1), "titre": f"Axe {axis + 1}", "actions": actions})
    return plan(axes=axes)


def test_the_work_grows_with_the_number_of_fiches() -> None:
    """Eight times the fiches, one in ten renumbered, take nowhere near sixty-four times the work."""

    def work(count: int) -> int:
        old, new = many(count, shifted=False), many(count, shifted=True)
        found = compare(old, new)
        assert {change.kind for change in found.changes} == {"renumbered"}
        assert len(found.fiches) == count // 10
        return calls(lambda: compare(old, new))

    assert work(800) < 16 * work(100)
