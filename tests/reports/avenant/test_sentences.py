"""What an avenant says, on the real plans edited by hand: for one and for many."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from ctgkit.plan import Plan
from ctgkit.plan.judge import judged
from ctgkit.reports.avenant import draft
from ctgkit.versions import compare
from tests.reports.avenant.drafting import drafted, exemple
from tests.reports.avenant.edited import (
    add_fiches,
    amended,
    article,
    engagement,
    everything,
    prose,
    remove_fiches,
    renumber,
)
from tests.versions.real import FIER, VIE, Data, axe, fiche, objectif, points

NATURE = "(Axe 4 – Actions transversales)"


def head(key: str, value: Any) -> Any:
    """The edit that gives a key of the head another value."""
    return lambda data: data.update({key: value})


def test_a_fiche_that_is_added_is_named_and_annexed_in_full() -> None:
    view = amended(FIER, lambda data: add_fiches(data, "Ouvrir un lieu"))
    assert article(view, "Objet de l'avenant") == (
        "Le présent avenant a pour objet :\n- l'ajout d'une fiche action (article 2)."
    )
    assert article(view, "Fiche ajoutée") == (
        "La fiche action suivante, dont le texte intégral figure en annexe, est ajoutée à la convention :\n"
        "- la fiche action 1.1.8 « Ouvrir un lieu » (Axe 1 – Petite enfance et parentalité, "
        "Objectif 1.1 – Améliorer l'accès au mode d'accueil de son choix)."
    )
    annex = prose(view).partition("## Annexe – Texte intégral de la fiche nouvelle")[2]
    assert "### Action 1.1.8 : Ouvrir un lieu" in annex
    assert "Faire : Ouvrir un lieu" in annex


def test_several_fiches_are_added_together() -> None:
    view = amended(FIER, lambda data: add_fiches(data, "A", "B", "C"))
    assert "- l'ajout de trois fiches actions (article 2)." in article(view, "Objet de l'avenant")
    lead, *items = article(view, "Fiches ajoutées").splitlines()
    assert lead == (
        "Les fiches actions suivantes, dont le texte intégral figure en annexe, "
        "sont ajoutées à la convention :"
    )
    assert [item[-2:] for item in items] == [" ;", " ;", ")."]
    assert "## Annexe – Texte intégral des fiches nouvelles" in prose(view)


def test_fiches_of_both_natures_are_called_fiches() -> None:
    view = amended(FIER, engagement, lambda data: add_fiches(data, "A"))
    assert article(view, "Fiches ajoutées").startswith("Les fiches suivantes, dont")
    assert f"la fiche d'engagement « Écrire le volet santé » {NATURE}." in article(view, "Fiches ajoutées")


@pytest.mark.parametrize(
    ("numeros", "title", "purpose", "lead"),
    [
        (
            ["2.1.1"],
            "Fiche retirée",
            "- le retrait d'une fiche action (article 2).",
            "La fiche action suivante est retirée de la convention :",
        ),
        (
            ["2.1.1", "2.1.2"],
            "Fiches retirées",
            "- le retrait de deux fiches actions (article 2).",
            "Les fiches actions suivantes sont retirées de la convention :",
        ),
    ],
)
def test_fiches_that_go_are_named(numeros: list[str], title: str, purpose: str, lead: str) -> None:
    view = amended(FIER, lambda data: remove_fiches(data, *numeros))
    assert purpose in article(view, "Objet de l'avenant")
    told = article(view, title).splitlines()
    assert told[0] == lead
    assert [line.split()[4] for line in told[1:]] == numeros
    assert "Annexe" not in prose(view)


def test_an_engagement_is_replaced_by_the_actions_of_its_theme() -> None:
    def write_the_actions(data: Data) -> None:
        found = next(one for one in data["axes"] if any(a["nature"] == "engagement" for a in one["actions"]))
        found["actions"] = [
            {"numero": "9.1", "titre": "Première action", "descriptif": points("Un")},
            {"numero": "9.2", "titre": "Deuxième action", "descriptif": points("Deux")},
        ]

    view = amended(VIE, write_the_actions)
    assert "- le remplacement d'une fiche d'engagement par deux fiches actions (article 2)." in article(
        view, "Objet de l'avenant"
    )
    first, *items = article(view, "Fiche remplacée").splitlines()
    assert first.startswith("La fiche d'engagement « ")
    assert first.endswith(
        " est remplacée par les fiches actions suivantes, dont le texte intégral figure en annexe :"
    )
    assert [item[:42] for item in items] == [
        "- la fiche action 9.1 « Première action » ",
        "- la fiche action 9.2 « Deuxième action » ",
    ]


def test_a_fiche_that_moves_says_where_from_where_to_and_its_number() -> None:
    def move(data: Data) -> None:
        moved = objectif(data, "2", "2.1")["actions"].pop()
        moved["numero"] = "2.2.9"
        objectif(data, "2", "2.2")["actions"].append(moved)

    titre = objectif(FIER, "2", "2.1")["actions"][-1]["titre"]
    numero = objectif(FIER, "2", "2.1")["actions"][-1]["numero"]
    view = amended(FIER, move)
    assert "- le déplacement d'une fiche action (article 2)." in article(view, "Objet de l'avenant")
    assert article(view, "Déplacements") == (
        f"La fiche action {numero} « {titre} » (Axe 2 – Jeunesse et parentalité) est déplacée : elle quitte "
        "« Axe 2 – Jeunesse et parentalité, Objectif 2.1 – Adapter la communication de la collectivité à "
        "destination des jeunes » pour « Axe 2 – Jeunesse et parentalité, Objectif 2.2 – Encourager "
        "l'engagement et l'implication des jeunes du territoire ». "
        f"Elle porte désormais le numéro 2.2.9, au lieu de {numero}."
    )


def test_a_fiche_is_called_as_the_convention_in_force_calls_it() -> None:
    """What changes its title or its number cannot be found under the new one in the convention."""

    def reworded(data: Data) -> None:
        found = fiche(data, "1", "1.1.1")
        found |= {"numero": "1.1.9", "titre": "Un titre nouveau", "calendrier": [{"texte": "2025"}]}

    titre = fiche(FIER, "1", "1.1.1")["titre"]
    view = amended(FIER, reworded)
    told = prose(view)
    name = f"1.1.1 « {titre} »" if "«" not in titre else f"1.1.1 – {titre}"
    assert f"\n### Fiche action {name} (Axe 1 – Petite enfance et parentalité), " in told
    assert "qui porte désormais le numéro 1.1.9\n" in told
    assert "### Fiche action 1.1.9" not in told


@pytest.mark.parametrize(
    ("word", "gone"),
    [
        ("Mesure", "La mesure suivante est retirée de la convention :\n- la mesure 1.1.1 «"),
        ("Action", "La fiche action suivante est retirée de la convention :\n- la fiche action 1.1.1 «"),
        ("Projet", "La fiche suivante est retirée de la convention :\n- la fiche 1.1.1 «"),
    ],
)
def test_articles_have_the_word_of_the_plan(word: str, gone: str) -> None:
    """As far as the articles agree with it: they are all written in the feminine."""

    def removed(data: Data) -> None:
        objectif(data, "1", "1.1")["actions"].pop(0)

    view = amended(FIER, removed, before={"vocabulaire": {"niveaux": ["Axe", "Objectif"], "action": word}})
    assert article(view, "Fiche retirée").startswith(gone)


def test_new_numbers_are_told_one_by_one() -> None:
    view = amended(FIER, lambda data: renumber(data, "1.2", "1.9"))
    lead, section, *fiches = article(view, "Numérotation").splitlines()
    assert lead == "Les numéros sont modifiés comme suit :"
    assert section.endswith("porte désormais le numéro 1.9, au lieu de 1.2 ;")
    ends = [line.partition(" porte désormais ")[2] for line in fiches]
    assert ends == [
        "le numéro 1.9.1, au lieu de 1.2.1 ;",
        "le numéro 1.9.2, au lieu de 1.2.2 ;",
        "le numéro 1.9.3, au lieu de 1.2.3.",
    ]


def test_a_new_order_is_told_in_the_new_order() -> None:
    def reverse(data: Data) -> None:
        found = objectif(data, "1", "1.2")["actions"]
        found.reverse()

    view = amended(FIER, reverse)
    lead, *items = article(view, "Ordre de présentation").splitlines()
    assert lead.startswith("Dans la section « Objectif 1.2 – ")
    place, told = lead.split("), ")
    assert place.endswith(" » (Axe 1 – Petite enfance et parentalité")
    assert told == "les fiches sont désormais présentées dans l'ordre suivant :"
    assert [item.split()[4] for item in items] == ["1.2.3", "1.2.2", "1.2.1"]


@pytest.mark.parametrize(
    ("periode", "told", "whole"),
    [
        (
            {"debut": "2023-01-01", "fin": "2029-06-30"},
            "est prolongée jusqu'au 30 juin 2029.",
            "du 1er janvier 2023 au 30 juin 2029 inclus.",
        ),
        (
            {"debut": "2023-01-01", "fin": "2027-12-31"},
            "prend fin le 31 décembre 2027, au lieu du 31 décembre 2028.",
            "du 1er janvier 2023 au 31 décembre 2027 inclus.",
        ),
        (
            {"debut": "2024-01-01", "fin": "2024-12-31"},
            "couvre désormais l'année 2024.",
            "du 1er janvier 2024 au 31 décembre 2024 inclus.",
        ),
    ],
)
def test_the_period_is_told_in_a_sentence(periode: Data, told: str, whole: str) -> None:
    view = amended(FIER, head("periode", periode))
    assert article(view, "Période de la convention") == (
        f"La convention, conclue pour la période 2023-2028, {told} Sa période va ainsi {whole}"
    )
    assert "à la convention territoriale globale" in prose(view)


def test_the_duration_ends_with_the_new_period() -> None:
    view = amended(FIER, head("periode", {"debut": "2023-01-01", "fin": "2029-06-30"}))
    assert article(view, "Prise d'effet et durée") == (
        "Le présent avenant prend effet à compter de sa signature par l'ensemble des parties. Il est conclu "
        "pour la durée de la convention restant à courir, soit jusqu'au 30 juin 2029."
    )


def test_communes_come_and_go() -> None:
    communes = VIE["territoire"]["communes"]
    one = amended(VIE, lambda data: data["territoire"].update(communes=[*communes, "Challans"]))
    assert article(one, "Territoire de la convention") == (
        "La commune suivante est ajoutée au territoire de la convention : Challans."
    )
    several = amended(VIE, lambda data: data["territoire"].update(communes=[*communes[3:], "Challans"]))
    assert article(several, "Territoire de la convention").splitlines() == [
        "La commune suivante est ajoutée au territoire de la convention : Challans.",
        "Les communes suivantes sont retirées du territoire de la convention : Aizenay, Apremont et Beaufou.",
    ]


def test_money_faces_and_is_summed() -> None:
    def money(data: Data, *lines: tuple[str, str]) -> None:
        fiche(data, "1", "1.1.1")["financements"] = [
            {"financeur": who, "montant": euros, "annee": 2026, "etat": "prévu"} for who, euros in lines
        ]

    base = copy.deepcopy(FIER)
    money(base, ("Caf", "1000"), ("CCFU", "2000"))
    view = amended(base, lambda data: money(data, ("Caf", "1500.50"), ("Département", "300")))
    told = article(view, "Financements")
    assert told.startswith("Les financements de la fiche action suivante sont modifiés comme suit.")
    for line in (
        "| Financement | Caf (2026) : 1 000 € | Caf (2026) : 1 500,50 € |",
        "| Financement | CCFU (2026) : 2 000 € | *Suppression* |",
        "| Financement | *Néant* | Département (2026) : 300 € |",
        "Le total des montants inscrits à cette fiche passe de 3 000 € à 1 800,50 €.",
    ):
        assert line in told.splitlines()


def test_the_target_of_an_indicator_faces_the_old_one_without_its_measures() -> None:
    base = copy.deepcopy(FIER)
    indicator: Data = {
        "nom": "Places",
        "unite": "places",
        "cible": {"date": "2025-12-31", "valeur": "10"},
        "mesures": [{"date": "2024-12-31", "valeur": "7777"}],
    }
    fiche(base, "1", "1.1.1")["indicateurs"] = [indicator]

    def aim_higher(data: Data) -> None:
        fiche(data, "1", "1.1.1")["indicateurs"][0]["cible"] = {"date": "2026-12-31", "valeur": "12"}

    view = amended(base, aim_higher)
    assert "- la modification d'un indicateur d'une fiche action (article 2)." in prose(view)
    assert article(view, "Indicateur").splitlines()[-1] == (
        "| Indicateurs d'évaluation | Places<br>Unité : places<br>Cible : 10 places au 31 décembre 2025 "
        "| Places<br>Unité : places<br>Cible : 12 places au 31 décembre 2026 |"
    )
    assert "7777" not in prose(view)


def test_calendars_agree_with_the_number_of_fiches() -> None:
    def change(data: Data, *numeros: str) -> None:
        for numero in numeros:
            fiche(data, "1", numero)["calendrier"] = [{"texte": f"Après {numero}"}]

    one = amended(FIER, lambda data: change(data, "1.1.1"))
    assert "- la modification du calendrier d'une fiche action (article 2)." in prose(one)
    assert article(one, "Calendrier").startswith(
        "Le calendrier de la fiche action suivante est modifié comme suit."
    )
    two = amended(FIER, lambda data: change(data, "1.1.1", "1.1.2"))
    assert "- la modification des calendriers de deux fiches actions (article 2)." in prose(two)
    assert article(two, "Calendriers").startswith(
        "Les calendriers des fiches actions suivantes sont modifiés comme suit."
    )


def test_the_number_is_the_next_and_the_avenants_before_are_recalled() -> None:
    avenants = [
        {"numero": "1", "date": "2022-02-01", "objet": "Ajouter une fiche"},
        {"numero": "2", "date": "2023-03-15"},
    ]
    view = amended(
        VIE,
        head("titre", "Un autre titre"),
        before={"avenants": avenants, "signature": "2021-04-01"},
    )
    told = prose(view)
    assert "# Avenant n° 3 à la convention territoriale globale" in told
    assert (
        "Vu la convention territoriale globale signée le 1er avril 2021 pour la période 2021-2024 ;" in told
    )
    assert "Vu l'avenant n° 1 du 1er février 2022 (« Ajouter une fiche ») ;" in told
    assert "Vu l'avenant n° 2 du 15 mars 2023 ;" in told
    assert (
        "Cette convention a été modifiée par l'avenant n° 1 du 1er février 2022 et l'avenant n° 2 du "
        "15 mars 2023." in told
    )
    assert article(view, "Dispositions inchangées").startswith(
        "Les autres dispositions de la convention, dans sa rédaction issue de l'avenant n° 1 du 1er février "
        "2022 et de l'avenant n° 2 du 15 mars 2023, demeurent inchangées."
    )


def test_a_new_entry_gives_the_number_the_date_and_the_object() -> None:
    entry = {"numero": "1 bis", "date": "2024-05-02", "objet": "Changer le titre"}
    view = amended(VIE, head("titre", "Un autre titre"), head("avenants", [entry]))
    told = prose(view)
    assert "# Avenant n° 1 bis à" in told
    assert "Aucun avenant ne l'a encore modifiée." in told
    assert "Le présent avenant a pour objet : « Changer le titre ». À ce titre, il prévoit :" in told
    assert "le 2 mai 2024, en **[à compléter : nombre]** exemplaires originaux." in told


def test_two_new_entries_are_told_in_the_notice() -> None:
    entries = [{"numero": "1", "date": "2022-05-02"}, {"numero": "2", "date": "2024-05-02"}]
    view = amended(VIE, head("titre", "Un autre titre"), head("avenants", entries))
    assert "# Avenant n° 2 à" in prose(view)
    assert "mentionne deux avenants que l'ancienne n'a pas" in prose(view)


def test_parties_agree_with_their_signatories() -> None:
    told = prose(amended(FIER, everything))
    seat = "dont le siège est situé **[à compléter : adresse du siège]**"
    by = "en vertu de **[à compléter : délibération ou décision, et sa date]**"
    lines = told.splitlines()
    cc, caf = "La **Communauté de communes Fier et Usses**", "La **Caf de Haute-Savoie**"
    assert f"- {cc}, {seat}, représentée par Alix Exemple, Présidente, {by} ;" in lines
    assert f"- {caf}, {seat}, représentée par Sam Exemple, Directeur, et par Lou Exemple, {by} ;" in lines
    unnamed = "ayant pour signataire **[à compléter : prénom et nom]**, Gérant"
    assert f"- **Les Petits Exemples**, {seat}, {unnamed}, {by}," in lines


def test_a_commune_has_a_town_hall_and_takes_de() -> None:
    def alone(data: Data) -> None:
        data["titre"] = "Un autre titre"

    ille = {"nom": "Ille", "type": "commune", "departement": "Ille-et-Vilaine"}
    view = amended(VIE, alone, before={"territoire": ille})
    told = prose(view)
    assert "\nCommune d'Ille – Caf de la Vendée\n" in told
    hall = "dont la mairie est située **[à compléter : adresse de la mairie]**"
    assert f"- La **commune d'Ille**, {hall}, représentée par" in told
    assert "\n## Entre les parties soussignées :\n" in told
    assert "\nci-après désignées ensemble « les parties »,\n" in told


def test_a_plan_without_signatories_still_has_its_two_parties() -> None:
    told = prose(amended(VIE, head("titre", "Un autre titre")))
    assert "- La **communauté de communes Vie et Boulogne**, dont" in told
    assert "- La **Caf de la Vendée**, dont" in told
    assert told.count("représentée par **[à compléter : prénom, nom et qualité]**,") == 2


def test_what_is_to_complete_is_counted() -> None:
    told = prose(amended(VIE, head("titre", "[à compléter : XX]")))
    notice = told.partition("> ")[2].partition("\n")[0]
    # Twice each: seats, signatories (at the head and at the foot), decisions, date of the convention.
    # Then the decisions that approve it, its reasons, where, when, and how many copies.
    assert "Quinze passages restent à compléter : ils sont signalés entre crochets." in notice
    assert notice.startswith("**Projet d'avenant.** Ce projet a été établi le 22 novembre 2026 en comparant ")


def test_nothing_of_the_contract_changed_is_no_avenant() -> None:
    old = judged(Plan, FIER)
    new = copy.deepcopy(FIER)
    new["contacts"] = [{"nom": "Camille Exemple"}]
    fiche(new, "1", "1.1.1")["suivi"] = [{"date": "2024-01-01", "note": "Une note"}]
    plan = judged(Plan, new)
    assert compare(old, plan).followup
    assert draft(old, plan, compare(old, plan)) is None


def test_an_added_section_is_told_with_its_own_words() -> None:
    def add(data: Data) -> None:
        section = {
            "numero": "4.9",
            "titre": "Un objectif",
            "intitule": "Long",
            "description": points("Pourquoi"),
        }
        axe(data, "4")["objectifs"].append(section)

    view = amended(FIER, add)
    assert article(view, "Organisation du plan d'actions").splitlines() == [
        "La section suivante est créée dans le plan d'actions :",
        "- Objectif 4.9 – Un objectif (Axe 4 – Actions transversales).",
        "  Long",
        "  Pourquoi",
    ]


def test_the_avenant_of_the_example_does_what_its_object_says() -> None:
    """Read in the entry of `avenants` and in the README of the example; how sure money is, is follow-up."""
    view = drafted(exemple("plan-2023-signe"), exemple("plan"))
    assert (view.numero, view.signe_le) == ("1", date(2025, 10, 9))
    by_key = {str(one.cle): one for one in view.articles}
    (replaced,) = by_key["remplacements"].fiches
    assert [one.nature for one in replaced.anciennes] == ["engagement"]
    assert [one.numero for one in replaced.nouvelles] == ["3.1.1", "3.2.1"]
    (removed,) = by_key["retraits"].fiches
    assert [one.numero for one in removed.anciennes] == ["2.2.2"]

    def numbers(key: str) -> list[str | None]:
        return [group.fiche.numero for group in by_key[key].groupes if group.fiche]

    assert numbers("financements") == ["1.1.1"]
    assert numbers("indicateurs") == numbers("calendriers") == numbers("contenu") == ["1.1.1"]
    assert set(by_key) == {
        *("objet", "remplacements", "retraits", "financements", "indicateurs", "calendriers", "contenu"),
        *("inchange", "effet"),
    }
    assert "une micro-crèche de dix places | " in article(view, "Contenu des fiches")
    # The step that is completed keeps its calendar; the action and three steps do not.
    assert len(by_key["calendriers"].groupes[0].modifications) == 4


def test_titles_with_guillemets_are_not_put_between_guillemets() -> None:
    view = amended(FIER, lambda data: remove_fiches(data, "3.1.2"))
    told = article(view, "Fiche retirée").splitlines()[1]
    title = "« Bien vivre sur le territoire » : un livret d'informations pour tous les habitants"
    assert told.startswith(f"- la fiche action 3.1.2 – {title} (Axe 3 – ")


def test_texts_that_follow_a_new_number_face_the_old_ones() -> None:
    """The references of the other fiches to one that is renumbered."""
    base = copy.deepcopy(FIER)
    fiche(base, "1", "1.1.1")["vigilance"] = points("Voir la fiche action 1.2.1")

    def change(data: Data) -> None:
        renumber(data, "1.2", "1.9")
        fiche(data, "1", "1.1.1")["vigilance"] = points("Voir la fiche action 1.9.1")

    told = article(amended(base, change), "Numérotation")
    assert "Le renvoi suivant est mis à jour en conséquence :" in told.splitlines()
    assert "| Voir la fiche action 1.2.1 | Voir la fiche action 1.9.1 |" in told
    assert "| Fiche action 1.1.1 « " in told
