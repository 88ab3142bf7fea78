"""What a person would say of an edit of a real plan, and nothing else."""

from __future__ import annotations

from typing import Any

from ctgkit.versions import Change, Run
from tests.versions.real import FIER, VIE, Data, axe, change, changes, fiche, objectif, points


def said(found: Change) -> tuple[str, str, str | None, bool]:
    return found.kind, found.subject, found.field, found.contract


def addresses(found: Change) -> tuple[str | None, str | None]:
    return found.old.adresse, found.new.adresse


def values(found: Change) -> list[tuple[str, Any, Any]]:
    return [(edit.op, edit.before, edit.after) for edit in found.edits]


# --- sections and fiches ---------------------------------------------------------------------------


def move_a_fiche(data: Data) -> None:
    """2.3.2, of the parents' objective, becomes 3.2.4 in that of the animations for all."""
    moved = fiche(data, "2", "2.3.2")
    objectif(data, "2", "2.3")["actions"].remove(moved)
    moved["numero"] = "3.2.4"
    objectif(data, "3", "3.2")["actions"].append(moved)


def test_a_fiche_that_moves_takes_its_new_number_along() -> None:
    found = change(FIER, move_a_fiche)
    assert said(found) == ("moved", "fiche", None, True)
    assert addresses(found) == ("2.3.2", "3.2.4")
    assert found.old.path == ("axes", 1, "objectifs", 2, "actions", 1)
    assert found.new.path == ("axes", 2, "objectifs", 1, "actions", 3)
    assert values(found) == [
        (
            "move",
            "Renforcer l'accompagnement des parents à Fier et Usse",
            "Diversifier l'offre d'animation à destination des habitants",
        ),
        ("set", "2.3.2", "3.2.4"),
    ]


def test_the_fiches_after_one_that_left_close_up_together() -> None:
    def edit(data: Data) -> None:
        move_a_fiche(data)
        fiche(data, "2", "2.3.3")["numero"] = "2.3.2"
        fiche(data, "2", "2.3.4")["numero"] = "2.3.3"

    closed, moved = changes(FIER, edit)
    assert said(closed) == ("renumbered", "fiche", "numero", True)
    assert values(closed) == [("set", "2.3.3", "2.3.2"), ("set", "2.3.4", "2.3.3")]
    assert said(moved) == ("moved", "fiche", None, True)
    assert addresses(moved) == ("2.3.2", "3.2.4")


def test_an_objective_is_renumbered_once_with_its_five_fiches() -> None:
    found = change(FIER, renumber_the_objective)
    assert said(found) == ("renumbered", "section", "numero", True)
    assert addresses(found) == ("1.3", "1.4")
    assert values(found) == [
        ("set", "1.3", "1.4"),
        ("set", "1.3.1", "1.4.1"),
        ("set", "1.3.2", "1.4.2"),
        ("set", "1.3.3", "1.4.3"),
        ("set", "1.3.4", "1.4.4"),
        ("set", "1.3.5", "1.4.5"),
    ]


def test_an_axis_is_renumbered_once_with_all_that_hangs_from_it() -> None:
    def edit(data: Data) -> None:
        target = axe(data, "4")
        target["numero"] = "5"
        for below in target["objectifs"]:
            below["numero"] = below["numero"].replace("4.", "5.", 1)
            for action in below["actions"]:
                action["numero"] = action["numero"].replace("4.", "5.", 1)

    found = change(FIER, edit)
    assert said(found) == ("renumbered", "section", "numero", True)
    assert values(found) == [
        ("set", "4", "5"),
        ("set", "4.1", "5.1"),
        ("set", "4.1.1", "5.1.1"),
        ("set", "4.2", "5.2"),
        ("set", "4.2.1", "5.2.1"),
    ]


def test_an_objective_moves_with_its_fiches_and_their_numbers() -> None:
    def edit(data: Data) -> None:
        moved = objectif(data, "2", "2.3")
        axe(data, "2")["objectifs"].remove(moved)
        moved["numero"] = "1.4"
        for action in moved["actions"]:
            action["numero"] = action["numero"].replace("2.3.", "1.4.")
        axe(data, "1")["objectifs"].append(moved)

    found = change(FIER, edit)
    assert said(found) == ("moved", "section", None, True)
    assert addresses(found) == ("2.3", "1.4")
    assert values(found)[:2] == [
        ("move", "Jeunesse et parentalité", "Petite enfance et parentalité"),
        ("set", "2.3", "1.4"),
    ]
    assert len(found.edits) == 2 + 4


def refer(data: Data) -> None:
    """Makes a fiche refer to another, and name a quantity of the same figures."""
    fiche(data, "3", "3.3.1")["moyens"] = points("Voir fiches actions 3.1.1 et 1.3.5", "1.3.5 jours par mois")


def renumber_the_objective(data: Data) -> None:
    target = objectif(data, "1", "1.3")
    target["numero"] = "1.4"
    for action in target["actions"]:
        action["numero"] = action["numero"].replace("1.3.", "1.4.")


def test_a_reference_follows_the_number_of_its_fiche() -> None:
    def edit(data: Data) -> None:
        renumber_the_objective(data)
        fiche(data, "3", "3.3.1")["moyens"][0]["texte"] = "Voir fiches actions 3.1.1 et 1.4.5"

    found = change(FIER, refer, edit)
    assert said(found) == ("renumbered", "section", "numero", True)
    assert values(found)[-1] == (
        "set",
        "Voir fiches actions 3.1.1 et 1.3.5",
        "Voir fiches actions 3.1.1 et 1.4.5",
    )


def test_a_quantity_of_the_same_figures_is_a_change_of_its_own() -> None:
    def edit(data: Data) -> None:
        renumber_the_objective(data)
        fiche(data, "3", "3.3.1")["moyens"][1]["texte"] = "1.4.5 jours par mois"

    renumbered, quantity = changes(FIER, refer, edit)
    assert renumbered.kind == "renumbered"
    assert said(quantity) == ("modified", "point", "moyens", True)


def test_a_reference_to_another_fiche_is_a_change_of_its_own() -> None:
    def edit(data: Data) -> None:
        fiche(data, "3", "3.3.1")["moyens"][0]["texte"] = "Voir fiches actions 3.1.1 et 1.4.5"

    assert said(change(FIER, refer, edit)) == ("modified", "point", "moyens", True)


def test_a_reference_that_two_renumberings_could_explain_is_a_change_of_its_own() -> None:
    def name(data: Data) -> None:
        fiche(data, "petite-enfance", "2.1")["moyens"] = points("Voir fiche action 1.1")

    def edit(data: Data) -> None:
        fiche(data, "parentalite", "1.1")["numero"] = "1.9"
        fiche(data, "acces-aux-services", "1.1")["numero"] = "1.9"
        fiche(data, "petite-enfance", "2.1")["moyens"] = points("Voir fiche action 1.9")

    assert [said(one)[:3] for one in changes(VIE, name, edit)] == [
        ("modified", "point", "moyens"),
        ("renumbered", "fiche", "numero"),
        ("renumbered", "fiche", "numero"),
    ]


def test_the_id_of_a_theme_changes_all_its_addresses_once() -> None:
    def edit(data: Data) -> None:
        axe(data, "parentalite")["id"] = "parents"

    found = change(VIE, edit)
    assert said(found) == ("renumbered", "section", "id", False)
    assert values(found) == [("set", "parentalite", "parents")]


def test_a_fiche_is_retitled() -> None:
    def edit(data: Data) -> None:
        fiche(data, "3", "3.2.1")["titre"] = "Ouvrir un café associatif"

    found = change(FIER, edit)
    assert said(found) == ("modified", "fiche", "titre", True)
    assert addresses(found) == ("3.2.1", "3.2.1")
    assert values(found) == [("set", "Mettre en place un café des habitants", "Ouvrir un café associatif")]


def test_a_fiche_retitled_renumbered_and_completed_is_still_the_same() -> None:
    def edit(data: Data) -> None:
        target = fiche(data, "3", "3.2.1")
        target["titre"] = "Ouvrir un café associatif"
        target["numero"] = "3.2.9"
        target["constats"] += points("Une demande répétée des habitants")

    assert [(*said(one), *addresses(one)) for one in changes(FIER, edit)] == [
        ("renumbered", "fiche", "numero", True, "3.2.1", "3.2.9"),
        ("modified", "fiche", "titre", True, "3.2.1", "3.2.9"),
        ("added", "point", "constats", True, "3.2.1", "3.2.9"),
    ]


NEW = {
    "numero": "3.3.1",
    "titre": "Créer une épicerie solidaire",
    "constats": points("Des étudiants et des retraités renoncent à des repas"),
    "descriptif": points("Trouver un local", "Former des bénévoles à la tenue de la caisse"),
    "partenaires": points("Banque alimentaire"),
    "calendrier": [{"texte": "2027"}],
}


def test_a_number_given_to_another_action_is_a_removal_and_an_addition() -> None:
    def edit(data: Data) -> None:
        fiches = objectif(data, "3", "3.3")["actions"]
        fiches[0] = dict(NEW)

    added, removed = changes(FIER, edit)
    assert said(added) == ("added", "fiche", None, True)
    assert (added.new.adresse, added.new.titre) == ("3.3.1", "Créer une épicerie solidaire")
    assert added.old.path == ("axes", 2, "objectifs", 2, "actions")
    assert said(removed) == ("removed", "fiche", None, True)
    assert removed.old.titre == "Développer l'inclusion numérique pour améliorer l'accès aux droits"


def test_a_fiche_added_first_pushes_the_others_on_together() -> None:
    def edit(data: Data) -> None:
        fiches = objectif(data, "3", "3.3")["actions"]
        fiches[0]["numero"], fiches[1]["numero"] = "3.3.2", "3.3.3"
        fiches.insert(0, dict(NEW))

    added, pushed = changes(FIER, edit)
    assert said(added) == ("added", "fiche", None, True)
    assert said(pushed) == ("renumbered", "fiche", "numero", True)
    assert values(pushed) == [("set", "3.3.1", "3.3.2"), ("set", "3.3.2", "3.3.3")]


def test_a_fiche_is_removed() -> None:
    def edit(data: Data) -> None:
        del objectif(data, "1", "1.2")["actions"][2]

    found = change(FIER, edit)
    assert said(found) == ("removed", "fiche", None, True)
    assert (found.old.adresse, found.new.adresse) == ("1.2.3", "1.2")


def test_an_objective_is_added_with_its_fiches() -> None:
    def edit(data: Data) -> None:
        fiches = [NEW | {"numero": "3.4.1"}, NEW | {"numero": "3.4.2", "titre": "Tenir un jardin partagé"}]
        axe(data, "3")["objectifs"].append(
            {"numero": "3.4", "titre": "Lutter contre la précarité", "actions": fiches}
        )

    found = change(FIER, edit)
    assert said(found) == ("added", "section", None, True)
    assert found.new.adresse == "3.4"
    match found.edits[0].after:
        case {"actions": [{"numero": "3.4.1"}, {"numero": "3.4.2"}]}:
            pass
        case other:
            raise AssertionError(other)


def test_an_axis_is_removed_with_all_that_hangs_from_it() -> None:
    def edit(data: Data) -> None:
        del data["axes"][1]

    found = change(FIER, edit)
    assert said(found) == ("removed", "section", None, True)
    assert found.old.titre == "Jeunesse et parentalité"


def test_two_fiches_that_exchange_places_and_numbers_are_reordered() -> None:
    def edit(data: Data) -> None:
        fiches = objectif(data, "2", "2.2")["actions"]
        fiches.reverse()
        fiches[0]["numero"], fiches[1]["numero"] = "2.2.1", "2.2.2"

    found = change(FIER, edit)
    assert said(found) == ("reordered", "fiche", "actions", True)
    assert found.edits[0].after == [1, 0]
    assert sorted(values(found)[1:]) == [("set", "2.2.1", "2.2.2"), ("set", "2.2.2", "2.2.1")]


def test_axes_printed_in_another_order_are_one_change() -> None:
    def edit(data: Data) -> None:
        data["axes"].insert(0, data["axes"].pop())

    found = change(VIE, edit)
    assert said(found) == ("reordered", "section", "axes", True)
    assert found.edits[0].after == [6, 0, 1, 2, 3, 4, 5]


def test_an_engagement_is_replaced_by_the_actions_of_its_theme() -> None:
    def edit(data: Data) -> None:
        theme = axe(data, "enfance")
        del theme["actions"][0]
        theme["objectifs"][0]["actions"] = [NEW | {"numero": "1.1"}]
        theme["objectifs"][1]["actions"] = [NEW | {"numero": "2.1", "titre": "Tenir un jardin partagé"}]

    found = change(VIE, edit)
    assert said(found) == ("replaced", "fiche", None, True)
    assert (found.old.adresse, found.old.titre) == (
        "enfance",
        "Elaborer le plan d'actions enfance (3-11 ans)",
    )
    assert [(edit.op, edit.new.adresse) for edit in found.edits] == [
        ("remove", "enfance"),
        ("add", "enfance/1.1"),
        ("add", "enfance/2.1"),
    ]


def test_an_engagement_that_becomes_an_action_as_it_stands_is_replaced_too() -> None:
    def edit(data: Data) -> None:
        axe(data, "enfance")["actions"][0] |= {"nature": "action", "numero": "1"}

    found = change(VIE, edit)
    assert said(found) == ("replaced", "fiche", None, True)
    assert [edit.op for edit in found.edits] == ["remove", "add"]


def test_an_engagement_that_goes_while_another_theme_grows_is_removed() -> None:
    def edit(data: Data) -> None:
        del axe(data, "enfance")["actions"][0]
        objectif(data, "parentalite", "2")["actions"].append(NEW | {"numero": "2.3"})

    assert [(one.kind, one.subject) for one in changes(VIE, edit)] == [
        ("removed", "fiche"),
        ("added", "fiche"),
    ]


# --- what a fiche says -----------------------------------------------------------------------------


def test_a_point_inserted_at_the_top_is_one_addition() -> None:
    def edit(data: Data) -> None:
        fiche(data, "3", "3.3.1")["descriptif"][:0] = points("Ouvrir une permanence le samedi")

    found = change(FIER, edit)
    assert said(found) == ("added", "point", "descriptif", True)
    assert found.old.path == ("axes", 2, "objectifs", 2, "actions", 0, "descriptif")
    assert found.new.path == ("axes", 2, "objectifs", 2, "actions", 0, "descriptif", 0)
    assert found.edits[0].after == {"texte": "Ouvrir une permanence le samedi", "points": []}


def test_a_point_reworded_shows_its_words() -> None:
    def edit(data: Data) -> None:
        target = fiche(data, "3", "3.3.1")["resultats"][2]
        target["texte"] = "Compenser la fermeture de trois services publics de proximité"

    found = change(FIER, edit)
    assert said(found) == ("modified", "point", "resultats", True)
    assert found.edits[0].words == (
        Run("equal", "Compenser la fermeture de "),
        Run("added", "trois "),
        Run("equal", "services publics de proximité"),
    )


def test_a_sub_point_removed_leaves_those_beside_it_alone() -> None:
    def edit(data: Data) -> None:
        del axe(data, "enfance")["actions"][0]["constats"][0]["points"][1]

    found = change(VIE, edit)
    assert said(found) == ("removed", "point", "constats", True)
    assert found.old.path[-4:] == ("constats", 0, "points", 1)


def test_points_in_another_order_are_one_change_where_order_says_something() -> None:
    def edit(data: Data) -> None:
        steps = fiche(data, "3", "3.3.1")["descriptif"]
        steps.append(steps.pop(0))

    found = change(FIER, edit)
    assert said(found) == ("reordered", "point", "descriptif", True)
    assert found.edits[0].after == [1, 2, 3, 4, 5, 6, 0]


def test_partners_in_another_order_are_the_same_partners() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.3.3")["partenaires"].reverse()

    assert changes(FIER, edit) == ()


def test_another_pilot_in_the_place_of_the_only_one_is_one_change() -> None:
    def edit(data: Data) -> None:
        fiche(data, "4", "4.1.1")["pilotes"] = [{"nom": "Direction générale des services"}]

    found = change(FIER, edit)
    assert said(found) == ("modified", "pilote", "pilotes", True)
    assert values(found) == [("set", "CCFU", "Direction générale des services")]


def test_another_pilot_beside_the_first_is_an_addition_and_a_removal() -> None:
    def edit(data: Data) -> None:
        axe(data, "coordination")["actions"][0]["pilotes"][1] = {"nom": "Association des maires"}

    assert [said(one) for one in changes(VIE, edit)] == [
        ("added", "pilote", "pilotes", True),
        ("removed", "pilote", "pilotes", True),
    ]


def test_a_pilot_given_time_is_one_change() -> None:
    def edit(data: Data) -> None:
        fiche(data, "4", "4.1.1")["pilotes"][0]["etp"] = "0.5"

    found = change(FIER, edit)
    assert said(found) == ("modified", "pilote", "pilotes", True)
    assert values(found) == [("set", None, "0.5")]


def structure(data: Data) -> None:
    """Gives a fiche an indicator, two lines of funding, a step and a journal."""
    fiche(data, "1", "1.1.1").update(
        indicateurs=[
            {
                "nom": "Nombre de sollicitations",
                "reference": {"date": "2023-12-31", "valeur": "120"},
                "cible": {"date": "2028-12-31", "valeur": "200"},
                "mesures": [{"date": "2024-12-31", "valeur": "140"}],
            },
            {"nom": "Satisfaction des familles"},
        ],
        financements=[
            {"financeur": "Caf", "annee": 2024, "montant": "12500", "etat": "prévu"},
            {"financeur": "Caf", "annee": 2025, "montant": "13000", "etat": "prévu"},
        ],
        etapes=[{"titre": "Former les agents", "calendrier": [{"texte": "2024"}]}],
        suivi=[{"date": "2024-03-01", "statut": "en cours", "note": "Recrutement lancé"}],
    )


def test_the_target_of_an_indicator_is_one_value() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["indicateurs"][0]["cible"] = {"date": "2027-12-31", "valeur": "180"}

    found = change(FIER, structure, edit)
    assert said(found) == ("modified", "indicateur", "indicateurs", True)
    assert found.old.path[-2:] == (0, "cible")
    assert values(found) == [
        ("set", {"date": "2028-12-31", "valeur": "200"}, {"date": "2027-12-31", "valeur": "180"})
    ]


def test_a_measure_is_followup() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["indicateurs"][0]["mesures"].append({"date": "2025-12-31", "valeur": "155"})

    found = change(FIER, structure, edit)
    assert said(found) == ("added", "mesure", "indicateurs", False)
    assert found.new.within == ("Nombre de sollicitations",)


def test_a_line_of_funding_changes_once_whatever_changes_in_it() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["financements"][1].update(montant="15000", objet="Poste")

    found = change(FIER, structure, edit)
    assert said(found) == ("modified", "financement", "financements", True)
    assert values(found) == [("set", "13000", "15000"), ("set", None, "Poste")]
    assert found.old.within == ("Caf 2025",)


def test_how_sure_money_is_changes_apart_from_what_was_signed() -> None:
    def edit(data: Data) -> None:
        # The state comes before the object: neither hides the other.
        fiche(data, "1", "1.1.1")["financements"][1].update(etat="acquis", realise="60 k€", objet="Poste")

    found = changes(FIER, structure, edit)
    assert [(one.contract, values(one)) for one in found] == [
        (False, [("set", "prévu", "acquis"), ("set", None, "60000")]),
        (True, [("set", None, "Poste")]),
    ]


def test_a_line_that_is_only_an_amount_has_another_amount() -> None:
    def name(data: Data) -> None:
        fiche(data, "1", "1.1.1")["financements"] = [{"montant": "1000"}]

    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["financements"][0]["montant"] = "1200"

    assert values(change(FIER, name, edit)) == [("set", "1000", "1200")]


def test_signatories_without_a_name_are_told_by_their_structure() -> None:
    def name(data: Data) -> None:
        data["signataires"] = [{"structure": "Caf"}, {"structure": "Département"}]

    def edit(data: Data) -> None:
        data["signataires"][1] = {"structure": "MSA"}

    assert [said(one) for one in changes(FIER, name, edit)] == [
        ("added", "signataire", "signataires", True),
        ("removed", "signataire", "signataires", True),
    ]


def test_an_amount_written_with_cents_is_the_same_amount() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["financements"][0]["montant"] = "12500.00"

    assert changes(FIER, structure, edit) == ()


def test_a_journal_entry_is_followup() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["suivi"].append({"date": "2024-09-01", "avancement": 40})

    found = change(FIER, structure, edit)
    assert said(found) == ("added", "entree", "suivi", False)
    assert addresses(found) == ("1.1.1", "1.1.1")


def test_a_journal_entry_rewritten_is_one_change() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["suivi"][0].update(statut="réalisée", note="Recrutement terminé")

    found = change(FIER, structure, edit)
    assert said(found) == ("modified", "entree", "suivi", False)
    assert len(found.edits) == 2


def test_a_step_keeps_its_name_when_its_calendar_changes() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["etapes"][0]["calendrier"] = [{"texte": "2024-2025"}]

    found = change(FIER, structure, edit)
    assert said(found) == ("modified", "calendrier", "etapes", True)
    assert found.edits[0].words == (Run("equal", "2024"), Run("added", "-2025"))
    assert (found.old.within, found.new.within) == (
        ("Former les agents", "2024"),
        ("Former les agents", "2024-2025"),
    )


def test_a_heading_of_its_own_is_added() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["rubriques"]["Secteur géographique"] = points("Toutes les communes")

    found = change(FIER, edit)
    assert said(found) == ("added", "rubrique", "rubriques", True)
    assert found.new.path[-1] == "Secteur géographique"


def test_a_heading_called_as_a_key_of_the_journal_is_contract() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["rubriques"]["suivi"] = points("Un point par trimestre")

    assert said(change(FIER, edit)) == ("added", "rubrique", "rubriques", True)


# --- the head of the plan --------------------------------------------------------------------------


def test_the_period_is_one_value() -> None:
    def edit(data: Data) -> None:
        data["periode"] = {"debut": "2024-01-01", "fin": "2029-06-30"}

    found = change(FIER, edit)
    assert said(found) == ("modified", "plan", "periode", True)
    assert addresses(found) == (None, None)
    assert values(found) == [
        (
            "set",
            {"debut": "2023-01-01", "fin": "2028-12-31", "texte": None},
            {"debut": "2024-01-01", "fin": "2029-06-30", "texte": None},
        )
    ]


def test_a_commune_joins_the_territory() -> None:
    def edit(data: Data) -> None:
        data["territoire"]["communes"].insert(3, "Challans")

    found = change(VIE, edit)
    assert said(found) == ("added", "commune", "territoire", True)
    assert found.edits[0].after == "Challans"


def test_an_avenant_and_a_copil_are_followup() -> None:
    def edit(data: Data) -> None:
        data["copils"] = [{"date": "2025-01-15"}]
        data["avenants"] = [{"numero": "1", "date": "2025-03-01"}]

    assert [said(one) for one in changes(VIE, edit)] == [
        ("added", "copil", "copils", False),
        ("added", "avenant", "avenants", False),
    ]


def test_a_telephone_number_is_followup() -> None:
    def edit(data: Data) -> None:
        data["contacts"][3]["telephone"] = "02 51 00 00 00"

    found = change(VIE, edit)
    assert said(found) == ("modified", "contact", "contacts", False)
    assert values(found) == [("set", "06 29 16 16 87", "02 51 00 00 00")]


def test_a_label_of_the_document_changes() -> None:
    def edit(data: Data) -> None:
        data["vocabulaire"]["rubriques"]["vigilance"] = "Points de vigilance"

    found = change(VIE, edit)
    assert said(found) == ("modified", "rubrique", "vocabulaire", False)
    assert values(found) == [("set", "Points d'attention", "Points de vigilance")]


def test_headings_printed_in_another_order_are_one_change() -> None:
    def edit(data: Data) -> None:
        labels = data["vocabulaire"]["rubriques"]
        data["vocabulaire"]["rubriques"] = {"calendrier": labels["calendrier"], **labels}

    found = change(VIE, edit)
    assert said(found) == ("reordered", "rubrique", "vocabulaire", False)


def test_an_alias_joins_an_actor() -> None:
    def name(data: Data) -> None:
        data["acteurs"] = [{"id": "caf", "nom": "Caf de la Vendée", "alias": ["CAF"]}]

    def edit(data: Data) -> None:
        data["acteurs"][0]["alias"].append("Caf 85")

    assert said(change(VIE, name, edit)) == ("added", "alias", "acteurs", False)


# --- all together ----------------------------------------------------------------------------------


def test_ten_edits_are_ten_changes() -> None:
    def edit(data: Data) -> None:
        data["periode"]["fin"] = "2029-12-31"
        fiche(data, "1", "1.1.1")["suivi"].append({"date": "2024-02-01", "statut": "en cours"})
        renumber_the_objective(data)
        fiche(data, "1", "1.4.1")["titre"] = "Organiser des ateliers parents, enfants et professionnels"
        fiche(data, "2", "2.1.1")["pilotes"][0]["nom"] += " et France Services"
        fiche(data, "3", "3.1.1")["calendrier"] = [{"texte": "2027"}]
        move_a_fiche(data)
        add_a_point(data)
        del fiche(data, "4", "4.1.1")["vigilance"][0]
        objectif(data, "4", "4.2")["actions"].append(NEW | {"numero": "4.2.2"})

    found = changes(FIER, edit)
    assert [(one.kind, one.subject, one.field, *addresses(one)) for one in found] == [
        ("modified", "plan", "periode", None, None),
        ("added", "entree", "suivi", "1.1.1", "1.1.1"),
        ("renumbered", "section", "numero", "1.3", "1.4"),
        ("modified", "fiche", "titre", "1.3.1", "1.4.1"),
        ("modified", "pilote", "pilotes", "2.1.1", "2.1.1"),
        ("modified", "calendrier", "calendrier", "3.1.1", "3.1.1"),
        ("moved", "fiche", None, "2.3.2", "3.2.4"),
        ("added", "point", "descriptif", "3.3.1", "3.3.1"),
        ("removed", "point", "vigilance", "4.1.1", "4.1.1"),
        ("added", "fiche", None, "4.2", "4.2.2"),
    ]


# --- fingerprints ----------------------------------------------------------------------------------


def add_a_point(data: Data) -> None:
    fiche(data, "3", "3.3.1")["descriptif"][:0] = points("Ouvrir une permanence le samedi")


def test_a_fingerprint_says_the_change_and_not_where_it_stands() -> None:
    def with_others(data: Data) -> None:
        add_a_point(data)
        fiche(data, "3", "3.3.1")["numero"] = "3.3.9"
        fiche(data, "3", "3.3.9")["descriptif"][:0] = points("Un autre")
        del data["axes"][0]

    def with_others_before(data: Data) -> None:
        fiche(data, "3", "3.3.1")["numero"] = "3.3.7"
        data["axes"].reverse()

    def later(data: Data) -> None:
        fiche(data, "3", "3.3.7")["descriptif"][:0] = points("Ouvrir une permanence le samedi")

    alone = change(FIER, add_a_point).fingerprint
    assert alone in {one.fingerprint for one in changes(FIER, with_others)}
    assert alone == change(FIER, with_others_before, later).fingerprint


def test_the_same_point_added_twice_has_two_fingerprints() -> None:
    def edit(data: Data) -> None:
        add_a_point(data)
        add_a_point(data)

    first, second = changes(FIER, edit)
    assert first.fingerprint == change(FIER, add_a_point).fingerprint != second.fingerprint
