"""The view of the two real plans against the documents themselves.

What is expected was typed from reading the documents (`shared/seeds`), not from the plan files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from ctgkit.reports.fiches import FicheView, PointView, RubriqueView, SectionView
from tests.reports.fiches.plans import document, fiche

VIE = "vie-et-boulogne"
FIER = "fier-et-usses"


def outline(sections: Iterable[SectionView], indent: str = "") -> Iterator[str]:
    """The sections with their labels, and how many fiches are below each."""
    for one in sections:
        label = " ".join(part for part in (one.niveau, one.numero) if part)
        yield f"{indent}{label} : {one.titre} ({one.nombre})"
        yield from outline(one.sections, indent + "  ")


def headings(view: FicheView) -> list[str]:
    return [rubrique.intitule for rubrique in view.rubriques]


def rubrique(view: FicheView, cle: str) -> RubriqueView:
    (found,) = (one for one in view.rubriques if one.cle == cle)
    return found


def points(found: Iterable[PointView]) -> Iterator[PointView]:
    """Points and all their sub-points."""
    for point in found:
        yield point
        yield from points(point.points)


def references(name: str) -> list[tuple[str, str, str]]:
    """Every link of a document: the fiche it is in, its words, the fiche it leads to."""
    view = document(name)
    anchors = {one.ancre: one.complete for one in view.fiches()}
    found = []
    for one in view.fiches():
        for rubrique_ in one.rubriques:
            for point in points(rubrique_.points):
                found += [(one.complete, cut.texte, anchors[cut.lien]) for cut in point.segments if cut.lien]
    return found


@pytest.mark.parametrize(("name", "fiches"), [(VIE, 22), (FIER, 28)])
def test_sections_have_the_labels_the_order_and_the_fiches_of_the_document(name: str, fiches: int) -> None:
    expected = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert list(outline(document(name).sections)) == expected
    assert document(name).nombre == fiches


def test_fiches_stand_in_the_order_of_the_document_with_the_addresses_a_reader_types() -> None:
    # The number alone where no other theme has it.
    assert [one.adresse for one in document(VIE).fiches()] == [
        *("petite-enfance/1.1", "petite-enfance/1.2", "1.3"),
        *(f"petite-enfance/{numero}" for numero in ("2.1", "2.2", "2.3", "3.1")),
        *("3.2", "enfance", "jeunesse"),
        *(f"parentalite/{numero}" for numero in ("1.1", "1.2", "2.1", "2.2")),
        *(f"acces-aux-services/{numero}" for numero in ("1.1", "2.1", "2.2", "2.3", "3.1")),
        "4.1",
        "acces-aux-droits",
        "coordination",
    ]
    assert [one.adresse for one in document(FIER).fiches()] == [
        *("1.1.1", "1.1.2", "1.1.3", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5"),
        *("2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.3.2", "2.3.3", "2.3.4"),
        *("3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.3.1", "3.3.2"),
        *("4.1.1", "4.2.1"),
    ]
    assert fiche(document(FIER), "2/2.3.1").titre == "Créer un annuaire des services aux familles"


def test_a_fiche_knows_the_titles_above_it() -> None:
    assert fiche(document(VIE), "parentalite/2.1").chemin == (
        "Parentalité",
        "Mettre en réseau les acteurs de la parentalité",
    )
    assert fiche(document(VIE), "coordination").chemin == ("Coordination",)


def test_the_fiches_engagement_are_those_of_the_document_and_have_no_number() -> None:
    found = [
        (one.complete, one.titre, one.numero) for one in document(VIE).fiches() if one.nature == "engagement"
    ]
    assert found == [
        ("enfance", "Elaborer le plan d'actions enfance (3-11 ans)", None),
        ("jeunesse", "Elaborer le plan d'actions jeunesse (12-17 ans)", None),
        (
            "acces-aux-droits",
            "Engager une réflexion sur la thématique « Accès aux droits et accompagnement social »",
            None,
        ),
        (
            "coordination",
            "Définir et mettre en œuvre le schéma de coordination à l'échelle intercommunale",
            None,
        ),
    ]
    assert not [one for one in document(FIER).fiches() if one.nature == "engagement"]


def test_actions_are_engagees_or_nouvelles_as_their_fiche_prints() -> None:
    engagees = {one.complete for one in document(VIE).fiches() if one.origine == "engagée"}
    assert engagees == {
        *(f"petite-enfance/{numero}" for numero in ("1.1", "1.2", "2.1", "2.2")),
        *(f"parentalite/{numero}" for numero in ("1.1", "1.2", "2.1")),
        "acces-aux-services/2.2",
    }
    assert {one.complete for one in document(VIE).fiches() if one.origine is None} == {"enfance", "jeunesse"}
    assert {one.origine for one in document(FIER).fiches()} == {None}


VIE_HEADINGS = [
    "Constats",
    "Descriptif de l'action",
    "Public ciblé",
    "Pilote de l'action",
    "Acteur(s)/ Partenaire(s) associé(s)",
    "Moyens et Ressources",
    "Points d'attention",
    "Résultats attendus",
    "Indicateurs d'évaluation",
    "Calendrier",
]
FIER_HEADINGS = [
    "Diagnostic initial",
    "Objectifs opérationnels",
    "Échéances de réalisation",
    "Responsable de l'action",
    "Partenaires à associer",
    "Points de vigilance",
    "Résultats attendus",
    "Indicateurs d'évaluation",
    "Dispositifs mobilisables",
]


def worded(usual: list[str], **other: str | None) -> list[str]:
    """The usual headings, those that start like a key (`_` for a space) worded otherwise or left out."""
    found: list[str | None] = list(usual)
    for start, wording in other.items():
        (place,) = (rank for rank, one in enumerate(usual) if one.startswith(start.replace("_", " ")))
        found[place] = wording
    return [one for one in found if one is not None]


@pytest.mark.parametrize(
    ("complete", "expected"),
    [
        ("petite-enfance/1.1", worded(VIE_HEADINGS, Pilote="Pilotes de l'action")),
        ("petite-enfance/1.2", VIE_HEADINGS),
        ("petite-enfance/2.3", VIE_HEADINGS),
        ("parentalite/2.1", worded(VIE_HEADINGS, Pilote="Copilotes de l'action")),
        ("acces-aux-services/4.1", VIE_HEADINGS),
        ("enfance", worded(VIE_HEADINGS, Constats="Contexte initial")),
        ("jeunesse", worded(VIE_HEADINGS, Constats="Contexte initial")),
        ("acces-aux-droits", worded(VIE_HEADINGS, Constats="Contexte", Moyens=None, Points=None)),
        ("coordination", worded(VIE_HEADINGS, Constats="Contexte", Pilote="Pilotes de l'action")),
    ],
)
def test_a_fiche_of_vie_et_boulogne_has_its_own_headings(complete: str, expected: list[str]) -> None:
    assert headings(fiche(document(VIE), complete)) == expected


@pytest.mark.parametrize(
    ("complete", "expected"),
    [
        ("1/1.1.1", FIER_HEADINGS),
        ("1/1.2.3", worded(FIER_HEADINGS, Dispositifs="Dispositif mobilisable")),
        ("1/1.3.1", worded(FIER_HEADINGS, Partenaires=None, Dispositifs=None)),
        ("1/1.3.2", worded(FIER_HEADINGS, Partenaires=None, Dispositifs=None)),
        ("1/1.3.4", FIER_HEADINGS),
        ("1/1.3.5", worded(FIER_HEADINGS, Responsable="Responsables de l'action")),
        ("2/2.2.2", worded(FIER_HEADINGS, Dispositifs="Dispositif mobilisable")),
        ("2/2.3.3", FIER_HEADINGS),
        ("3/3.2.3", worded(FIER_HEADINGS, Responsable="Responsables de l'action")),
        (
            "4/4.1.1",
            worded(FIER_HEADINGS, Échéances="Échéance de réalisation", Dispositifs="Dispositif mobilisable"),
        ),
        (
            "4/4.2.1",
            worded(
                FIER_HEADINGS, Responsable="Responsables de l'action", Dispositifs="Dispositif mobilisable"
            ),
        ),
    ],
)
def test_a_fiche_of_fier_et_usses_has_its_own_headings(complete: str, expected: list[str]) -> None:
    assert headings(fiche(document(FIER), complete)) == expected


def test_fier_et_usses_numbers_its_objectifs_operationnels_and_nothing_else() -> None:
    for one in document(FIER).fiches():
        assert [r.intitule for r in one.rubriques if r.numerotee] == ["Objectifs opérationnels"]
    assert not [r for one in document(VIE).fiches() for r in one.rubriques if r.numerotee]


def test_points_keep_their_sub_points() -> None:
    constats = rubrique(fiche(document(VIE), "petite-enfance/1.1"), "constats").points
    assert [(point.texte[:33], len(point.points)) for point in constats] == [
        ("Des besoins d'accueil persistants", 3),
        ("Une offre d'accueil en mutation :", 2),
        ("Une offre aujourd'hui plutôt en a", 0),
    ]
    relais = rubrique(fiche(document(VIE), "petite-enfance/3.1"), "descriptif").points[0]
    assert relais.texte == "Dans le cadre du Relais Petite Enfance:"
    assert [(point.texte[:39], len(point.points)) for point in relais.points] == [
        ("Faciliter la mise en relation parents /", 3),
        ("Poursuivre l'organisation de temps coll", 0),
    ]


def test_pilots_are_printed_as_the_document_words_them() -> None:
    time = rubrique(fiche(document(FIER), "4/4.2.1"), "pilotes").points
    assert [point.texte for point in time] == [
        "Coordnatrice petite enfance et parentalité : 0,25 ETP",
        "Coordnatrice jeunesse : 0,20 ETP",
        "Coordnatrice animation de la vie sociale et locale : 0,20 ETP",
    ]
    (depends,) = rubrique(fiche(document(VIE), "petite-enfance/3.1"), "pilotes").points
    assert depends.texte == "En fonction des actions :"
    assert [point.texte for point in depends.points] == [
        "Communauté de Communes : Relais Petite Enfance",
        "Communes",
        "Centres sociaux",
        "Professionnels de l'accueil petite enfance",
        "Parents",
    ]


@pytest.mark.parametrize(
    ("name", "complete", "expected"),
    [
        (VIE, "petite-enfance/1.1", "À partir de 2021"),
        (VIE, "enfance", "2nd semestre 2021"),
        (FIER, "1/1.1.1", "Depuis 2023, à poursuivre"),
        (FIER, "2/2.3.3", "+ 2026"),
        (FIER, "2/2.3.4", "2024 : 2 demi-journées par semestre, à renouveler chaque année"),
        (FIER, "4/4.1.1", "Dès la signature de la CTG"),
    ],
)
def test_a_calendar_is_printed_as_the_document_words_it(name: str, complete: str, expected: str) -> None:
    assert [point.texte for point in rubrique(fiche(document(name), complete), "calendrier").points] == [
        expected
    ]


def test_all_and_only_the_references_of_vie_et_boulogne_are_links_within_their_theme() -> None:
    services = "acces-aux-services"
    assert references(VIE) == [
        ("petite-enfance/1.3", "fiche action 1.2", "petite-enfance/1.2"),
        ("petite-enfance/2.2", "Fiche Action 1.2", "petite-enfance/1.2"),
        ("parentalite/2.1", "fiche action 2.2", "parentalite/2.2"),
        (f"{services}/1.1", "fiche action 4.1", f"{services}/4.1"),
        (f"{services}/2.2", "fiche action 2.3", f"{services}/2.3"),
        (f"{services}/3.1", "fiche action 1.1", f"{services}/1.1"),
        (f"{services}/4.1", "fiches actions 1.1", f"{services}/1.1"),
        (f"{services}/4.1", "2.1", f"{services}/2.1"),
        (f"{services}/4.1", "fiche action 1.1", f"{services}/1.1"),
    ]


def test_fier_et_usses_has_no_reference() -> None:
    assert references(FIER) == []


def test_the_first_pages_of_the_documents_are_there() -> None:
    vie = document(VIE)
    assert [one.nom for one in vie.contacts] == [
        "Mme Gaëlle CHAMPION",
        "Mme Delphine HERMOUET",
        "Charlotte POITRAL",
        "Elisabeth AGENEAU",
        "Chloé PAUGAM",
    ]
    assert len(vie.territoire.communes) == 15
    assert [(texte.titre, len(texte.points)) for texte in document(FIER).preambule] == [
        ("INTRODUCTION", 2),
        ("GUIDE DE LECTURE DU PLAN D' ACTIONS", 6),
    ]


@pytest.mark.parametrize("name", [VIE, FIER, "complet"])
def test_anchors_are_unique_and_hold_nothing_that_an_address_bar_would_change(name: str) -> None:
    view = document(name)
    found = [texte.ancre for texte in view.preambule] + [one.ancre for one in view.fiches()]
    stack: list[SectionView] = list(view.sections)
    while stack:
        section = stack.pop()
        found.append(section.ancre)
        stack += section.sections
    assert len(found) == len(set(found)) > 3
    assert all(anchor.replace("-", "").isalnum() and anchor.isascii() for anchor in found)
