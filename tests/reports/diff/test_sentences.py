"""What is said of an edit of a real plan, as a person would say it."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Callable

from hypothesis import given

from ctgkit.plan import Plan
from ctgkit.plan.judge import judged
from ctgkit.reports.diff import Group, Position, Read, Scope, Told, View, tell
from ctgkit.reports.diff.lines import way
from ctgkit.versions import Edit, Side, compare
from ctgkit.versions.changes import Path
from tests.examples import examples
from tests.versions.drawing import pairs
from tests.versions.real import FIER, VIE, Data, axe, fiche, objectif, points
from tests.versions.test_edits import (
    NEW,
    add_a_point,
    move_a_fiche,
    refer,
    renumber_the_objective,
    structure,
)


def nowhere(_: Path) -> Position | None:
    return None


def view_of(old: Plan, new: Plan, scope: Scope | None = None) -> View:
    scope = scope or Scope()
    return tell(Read("a", old, nowhere), Read("b", new, nowhere), compare(old, new), scope)


def view(base: Data, *edits: Callable[[Data], object], scope: Scope | None = None) -> View:
    """What is told of the last edit of a real plan; those before it are made to both sides."""
    old = copy.deepcopy(base)
    for edit in edits[:-1]:
        edit(old)
    new = copy.deepcopy(old)
    edits[-1](new)
    return view_of(judged(Plan, old), judged(Plan, new), scope)


def tidy(text: str) -> str:
    """A sentence on one line, with plain spaces."""
    return " ".join(plain(text).split())


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def said(told: Told) -> list[str]:
    """A change as it reads: its sign and its sentence, then its lines."""
    lines = [f"{line.label} : {line.signed}" if line.label else line.signed for line in told.lines]
    return [plain(text) for text in (f"{told.mark} {told.sentence}", *lines)]


def groups(found: View) -> list[Group]:
    return [group for part in found.parts for group in part.groups]


def one(base: Data, *edits: Callable[[Data], object]) -> tuple[str, list[str]]:
    """The heading and the words of the only change."""
    (group,) = groups(view(base, *edits))
    (told,) = group.changes
    return plain(group.heading), said(told)


# --- sections and fiches ---------------------------------------------------------------------------


def test_a_moved_fiche_says_from_where_to_where_and_under_what_number() -> None:
    assert one(FIER, move_a_fiche) == (
        (
            "Action 2.3.2 → 3.2.4 – Etendre l'action « Parent'hese enfant'ine » "
            "à l'ensemble des communes du territoire"
        ),
        [
            (
                "→ Fiche déplacée de « Renforcer l'accompagnement des parents à Fier et Usse » "
                "vers « Diversifier l'offre d'animation à destination des habitants »"
            ),
            "numéro : 2.3.2 → 3.2.4",
        ],
    )


def test_a_renumbered_objective_lists_the_numbers_of_its_fiches() -> None:
    heading, words = one(FIER, renumber_the_objective)
    assert heading == ("Objectif 1.3 → 1.4 – Augmenter la qualité de l'accueil et soutenir la parentalité")
    assert words == [
        "# Section renumérotée : 1.3 devient 1.4",
        "numéros : 1.3.1 → 1.4.1, 1.3.2 → 1.4.2, 1.3.3 → 1.4.3, 1.3.4 → 1.4.4, 1.3.5 → 1.4.5",
    ]


def test_a_text_that_only_follows_a_renumbering_is_told_with_it() -> None:
    def edit(data: Data) -> None:
        renumber_the_objective(data)
        fiche(data, "3", "3.3.1")["moyens"][0]["texte"] = "Voir fiches actions 3.1.1 et 1.4.5"

    _, words = one(FIER, refer, edit)
    assert words[0] == "# Section renumérotée : 1.3 devient 1.4"
    assert len(words) == 3
    assert words[2].startswith(
        "renvoi (3.3.1, Moyens et ressources, point 1) : Voir fiches actions 3.1.1 et "
    )


def test_fiches_that_are_pushed_on_are_counted() -> None:
    def edit(data: Data) -> None:
        fiches = objectif(data, "3", "3.3")["actions"]
        fiches[0]["numero"], fiches[1]["numero"] = "3.3.2", "3.3.3"
        fiches.insert(0, dict(NEW))

    first, second = groups(view(FIER, edit))
    assert plain(first.heading) == "Action 3.3.1 – Créer une épicerie solidaire"
    assert said(first.changes[0]) == [
        "+ Fiche ajoutée",
        "Diagnostic initial : {+Des étudiants et des retraités renoncent à des repas+}",
        "Objectifs opérationnels : {+Trouver un local · Former des bénévoles à la tenue de la caisse+}",
        "Partenaires à associer : {+Banque alimentaire+}",
        "Échéances de réalisation : {+2027+}",
    ]
    assert second.heading.startswith("Objectif 3.3 – ")
    assert said(second.changes[0]) == [
        "# 2 fiches renumérotées",
        "numéros : 3.3.1 → 3.3.2, 3.3.2 → 3.3.3",
    ]


def test_a_section_that_goes_counts_its_fiches() -> None:
    def edit(data: Data) -> None:
        del axe(data, "2")["objectifs"][0]

    heading, words = one(FIER, edit)
    assert heading.startswith("Objectif 2.1 – ")
    number = len(objectif(FIER, "2", "2.1")["actions"])
    assert words[0] == f"- Section retirée, avec {number} fiches"
    assert number > 1
    for action in objectif(FIER, "2", "2.1")["actions"]:
        assert plain(f"[-{action['numero']} – {action['titre']}-]") in words


def test_an_engagement_gives_way_to_actions() -> None:
    def edit(data: Data) -> None:
        theme = axe(data, "enfance")
        del theme["actions"][0]
        theme["objectifs"][0]["actions"] = [NEW | {"numero": "1.1"}]
        theme["objectifs"][1]["actions"] = [NEW | {"numero": "2.1", "titre": "Tenir un jardin partagé"}]

    heading, words = one(VIE, edit)
    assert heading == "Fiche d'engagement enfance – Elaborer le plan d'actions enfance (3-11 ans)"
    assert words[0] == "± Fiche d'engagement remplacée par 2 fiches actions"
    assert words[1] == "[-Elaborer le plan d'actions enfance (3-11 ans)-]"
    assert "{+1.1 – Créer une épicerie solidaire+}" in words
    assert "{+2.1 – Tenir un jardin partagé+}" in words


def test_an_engagement_that_becomes_one_action() -> None:
    def edit(data: Data) -> None:
        axe(data, "enfance")["actions"][0] |= {"nature": "action", "numero": "1"}

    _, words = one(VIE, edit)
    assert words[0] == "± Fiche d'engagement remplacée par une fiche action"


def test_the_reverse_agrees_too() -> None:
    def edit(data: Data) -> None:
        theme = axe(data, "enfance")
        del theme["actions"][0]
        theme["objectifs"][0]["actions"] = [NEW | {"numero": "1.1"}]
        theme["objectifs"][1]["actions"] = [NEW | {"numero": "2.1", "titre": "Tenir un jardin partagé"}]

    new = copy.deepcopy(VIE)
    edit(new)
    (group,) = groups(view_of(judged(Plan, new), judged(Plan, VIE)))
    assert said(group.changes[0])[0] == "± 2 fiches actions remplacées par une fiche d'engagement"


def test_fiches_that_change_places_show_both_orders() -> None:
    def edit(data: Data) -> None:
        fiches = objectif(data, "2", "2.2")["actions"]
        fiches.reverse()
        fiches[0]["numero"], fiches[1]["numero"] = "2.2.1", "2.2.2"

    _, words = one(FIER, edit)
    assert words == [
        "↕ Ordre des fiches modifié",
        "[-2.2.1, 2.2.2-]{+2.2.2, 2.2.1+}",
        "numéros : 2.2.2 → 2.2.1, 2.2.1 → 2.2.2",
    ]


def test_the_titles_of_a_move_stay_as_they_are_written() -> None:
    def name(data: Data) -> None:
        objectif(data, "2", "2.3")["titre"] = "Autour de le Fier"

    _, words = one(FIER, name, move_a_fiche)
    assert words[0].startswith("→ Fiche déplacée de « Autour de le Fier » vers « Diversifier ")
    up, down = (
        Edit("move", Side(()), Side(()), *titles) for titles in (("Accueil", None), (None, "Accueil"))
    )
    assert plain(way(up)) == "de « Accueil » vers le premier niveau"
    assert plain(way(down)) == "du premier niveau vers « Accueil »"
    fiche = Side(("axes", 0, "actions", 1))
    out_of, into = (Edit("move", fiche, fiche, *titles) for titles in (("Accueil", None), (None, "Accueil")))
    assert plain(way(out_of)) == "de « Accueil » hors de toute section"
    assert plain(way(into)) == "vers « Accueil », hors de toute section jusque-là"


def test_two_themes_that_number_alike_are_told_apart() -> None:
    def edit(data: Data) -> None:
        moved = objectif(data, "parentalite", "1")["actions"].pop()
        objectif(data, "acces-aux-services", "1")["actions"].append(moved | {"numero": "1.9"})

    heading, words = one(VIE, edit)
    number = objectif(VIE, "parentalite", "1")["actions"][-1]["numero"]
    assert heading.startswith(f"Action parentalite/{number} → acces-aux-services/1.9 – ")
    assert words[0].startswith("→ Fiche déplacée de « ")


# --- what a fiche says -----------------------------------------------------------------------------


def test_a_point_inserted_at_the_top_says_its_rank() -> None:
    _, words = one(FIER, add_a_point)
    assert words == ["+ Objectifs opérationnels : point 1 ajouté", "{+Ouvrir une permanence le samedi+}"]


def test_a_point_reworded_shows_its_words() -> None:
    def edit(data: Data) -> None:
        target = fiche(data, "3", "3.3.1")["resultats"][2]
        target["texte"] = "Compenser la fermeture de trois services publics de proximité"

    assert one(FIER, edit)[1] == [
        "~ Résultats attendus : point 3 modifié",
        "Compenser la fermeture de {+trois +}services publics de proximité",
    ]


def test_a_point_reworded_and_pushed_on_says_both_ranks() -> None:
    def edit(data: Data) -> None:
        target = fiche(data, "3", "3.3.1")["resultats"]
        target[2]["texte"] = "Compenser la fermeture de trois services publics de proximité"
        target[:0] = points("Un lieu connu de tous")

    (group,) = groups(view(FIER, edit))
    assert sorted(said(told)[0] for told in group.changes) == [
        "+ Résultats attendus : point 1 ajouté",
        "~ Résultats attendus : point 3, devenu le 4, modifié",
    ]


def test_a_sub_point_is_told_under_its_point() -> None:
    def edit(data: Data) -> None:
        del axe(data, "enfance")["actions"][0]["constats"][0]["points"][1]

    (group,) = groups(view(VIE, edit))
    assert plain(group.changes[0].sentence) == "Contexte initial, point 1 : sous-point 2 retiré"


def test_partners_have_no_rank() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.3.3")["partenaires"].append({"texte": "Mission locale", "points": []})

    assert one(FIER, edit)[1] == ["+ Partenaires à associer : point ajouté", "{+Mission locale+}"]


def test_a_heading_that_says_pilot_in_the_words_of_the_document() -> None:
    def edit(data: Data) -> None:
        fiche(data, "4", "4.1.1")["pilotes"] = [{"nom": "Direction générale des services"}]

    (told,) = groups(view(FIER, edit))[0].changes
    assert plain(told.sentence) == "Responsable de l'action : pilote modifié"


def test_a_new_target_is_told_with_its_day() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["indicateurs"][0]["cible"] = {"date": "2027-12-31", "valeur": "1800"}

    assert one(FIER, structure, edit)[1] == [
        "~ Indicateurs d'évaluation : indicateur « Nombre de sollicitations » modifié",
        "cible : [-200 au 31 décembre 2028-]{+1 800 au 31 décembre 2027+}",
    ]


def test_a_measure_is_told_by_its_day_in_the_followup() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["indicateurs"][0]["mesures"].append(
            {"date": "2025-03-01", "valeur": "155,5", "commentaire": "Hausse"}
        )

    found = view(FIER, structure, edit)
    assert [(part.name, part.number) for part in found.parts] == [("Contrat", 0), ("Suivi", 1)]
    assert said(groups(found)[0].changes[0]) == [
        "+ Indicateur « Nombre de sollicitations » : mesure du 1er mars 2025 ajoutée",
        "{+155,5 : Hausse+}",
    ]


def test_a_line_of_funding_shows_amounts_in_euros() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["financements"][1].update(montant="15000 € par an")

    assert one(FIER, structure, edit)[1] == [
        "~ Ligne de financement « Caf, 2025 » modifiée",
        "montant : [-13 000 €-]{+15 000 € / an+}",
    ]


def test_a_journal_entry_is_told_whole_and_by_its_fields() -> None:
    def add(data: Data) -> None:
        fiche(data, "1", "1.1.1")["suivi"].append(
            {"date": "2024-09-01", "avancement": 40, "note": "Un agent est formé", "auteur": "Camille"}
        )

    def rewrite(data: Data) -> None:
        fiche(data, "1", "1.1.1")["suivi"][0].update(statut="réalisée")

    assert one(FIER, structure, add)[1] == [
        "+ Journal : entrée du 1er septembre 2024 ajoutée",
        "{+40 % : Un agent est formé (Camille)+}",
    ]
    assert one(FIER, structure, rewrite)[1] == [
        "~ Journal : entrée du 1er mars 2024 modifiée",
        "statut : [-en cours-]{+réalisée+}",
    ]


def test_a_step_is_named_where_its_calendar_changes() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["etapes"][0]["calendrier"] = [{"texte": "2024-2025"}]

    sentence, text = one(FIER, structure, edit)[1]
    assert sentence == "~ Étape « Former les agents », Échéances de réalisation : calendrier modifié"
    assert text == "2024{+-2025+}"


def test_a_heading_of_its_own() -> None:
    def edit(data: Data) -> None:
        fiche(data, "1", "1.1.1")["rubriques"]["Secteur géographique"] = points("Toutes les communes")

    assert one(FIER, edit)[1] == [
        "+ Rubrique « Secteur géographique » ajoutée",
        "{+Toutes les communes+}",
    ]


# --- the head of the plan --------------------------------------------------------------------------


def test_the_period_is_told_in_words() -> None:
    def edit(data: Data) -> None:
        data["periode"] = {"debut": "2023-01-01", "fin": "2029-06-30"}

    assert one(FIER, edit) == (
        "En tête du plan",
        ["~ Période modifiée", "[-2023-2028-]{+du 1er janvier 2023 au 30 juin 2029+}"],
    )


def test_feminine_and_masculine_fields_agree() -> None:
    def edit(data: Data) -> None:
        data["signature"] = "2023-06-29"
        data["territoire"]["nom"] = "Vie"
        data["avenants"] = [{"numero": "1", "date": "2025-10-09", "objet": "Le numérique"}]
        data["copils"] = [{"date": "2024-06-20"}]

    assert [said(told) for group in groups(view(VIE, edit)) for told in group.changes] == [
        ["~ Territoire : nom modifié", "Vie[- et Boulogne-]"],
        ["+ Date de signature ajoutée", "{+29 juin 2023+}"],
        ["+ COPIL du 20 juin 2024 ajouté"],
        ["+ Avenant n° 1 ajouté", "{+du 9 octobre 2025 : Le numérique+}"],
    ]


# --- how much is told ------------------------------------------------------------------------------


def test_long_texts_are_cut_around_what_changes() -> None:
    def name(data: Data) -> None:
        fiche(data, "3", "3.3.1")["resultats"] = points(
            "un deux trois quatre cinq six sept huit neuf dix onze"
        )

    def edit(data: Data) -> None:
        fiche(data, "3", "3.3.1")["resultats"] = points(
            "un deux trois quatre cinq SIX sept huit neuf dix onze"
        )

    def text(context: int | None) -> str:
        (group,) = groups(view(FIER, name, edit, scope=Scope(context=context)))
        return said(group.changes[0])[1]

    assert text(None) == "un deux trois quatre cinq [-six-]{+SIX+} sept huit neuf dix onze"
    assert text(2) == "… quatre cinq [-six-]{+SIX+} sept huit …"
    # One word more would be no longer than the sign for it.
    assert text(4) == "un deux trois quatre cinq [-six-]{+SIX+} sept huit neuf dix onze"
    assert text(0) == "… [-six-]{+SIX+} …"


def test_only_a_part_may_be_told() -> None:
    def edit(data: Data) -> None:
        add_a_point(data)
        fiche(data, "1", "1.1.1")["suivi"].append({"date": "2024-02-01", "statut": "en cours"})

    assert view(FIER, edit).summary == "1 changement au contrat, 1 changement au suivi"
    assert view(FIER, edit, scope=Scope(followup=False)).summary == "1 changement au contrat"
    assert view(FIER, edit, scope=Scope(contract=False)).summary == "1 changement au suivi"
    assert view(FIER, lambda _: None).summary == "Aucun changement au contrat, aucun changement au suivi"


#: The nouns that sentences are about, and that are feminine.
FEMININE = {
    *("fiche", "section", "étape", "ligne", "entrée", "mesure", "rubrique", "commune", "présentation"),
    *("date", "nature", "origine", "période", "source", "reference", "caf", "numérotation"),
}


@examples(60)
@given(pairs())
def test_every_change_is_told_and_its_participle_agrees(pair: tuple[Plan, Plan]) -> None:
    old, new = pair
    comparison = compare(old, new)
    found = view_of(old, new, Scope(apart=True))
    told = [one for part in found.parts for one in part.changes]
    assert Counter(one.change.fingerprint for one in told) == Counter(
        one.fingerprint for one in comparison.changes
    )
    assert [one.change.contract for one in told] == sorted(
        (one.change.contract for one in told), reverse=True
    )
    for one in told:
        assert one.sentence
        assert one.sentence[0] == one.sentence[0].upper()
        assert not one.sentence.endswith(".")
        clause = re.sub("«.*?»", "", tidy(one.sentence)).rpartition(" : ")[2].lower().split()
        if clause[-1] in {"ajouté", "retiré", "modifié", "ajoutée", "retirée", "modifiée"}:
            assert clause[-1].endswith("ée") == (clause[0] in FEMININE), one.sentence
        for line in one.lines:
            assert "".join(run.text for run in line.runs)
