"""What a change is to the convention (FORMAT.md, "Contract, follow-up, adjustment")."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from ctgkit.plan import Plan
from ctgkit.plan.data import as_data
from ctgkit.plan.judge import judged
from ctgkit.plan.reading import read
from ctgkit.versions import Change, apply, breaches, compare
from ctgkit.vocabulary.changement import Volet
from tests.conftest import ROOT
from tests.versions.real import FIER, VIE, Data, fiche, points

Edit = Callable[[Data], object]
BASE: Data = {
    "format": "1",
    "titre": "Plan",
    "territoire": {"nom": "Val"},
    "caf": "Caf d'ici",
    "periode": "2025-2028",
    "signataires": [
        {"nom": "Ada Un", "qualite": "Présidente", "structure": "CC du Val"},
        {"nom": "Bob Deux", "qualite": "Directeur", "structure": "Caf d'ici"},
        {"nom": "Une commune seule"},
    ],
    "acteurs": [{"id": "caf", "nom": "Caf d'ici", "alias": ["CAF"]}],
    "axes": [
        {
            "id": "pe",
            "titre": "Petite enfance",
            "actions": [
                {
                    "numero": "1.1",
                    "titre": "Ouvrir un lieu",
                    "pilotes": ["CAF"],
                    "partenaires": points("CAF", "Les écoles"),
                    "indicateurs": [{"nom": "Familles", "cible": {"date": "2028-01-01", "valeur": "40"}}],
                    "calendrier": "2026",
                    "financements": [
                        {"financeur": "Caf d'ici", "montant": "60 k€", "annee": "2026", "etat": "prévu"}
                    ],
                }
            ],
        }
    ],
}


def action(data: Data) -> Data:
    found: Data = data["axes"][0]["actions"][0]
    return found


def told(*edits: Edit) -> list[tuple[Volet, str]]:
    """What the last edit is to the convention, and of what; those before it are made to both sides."""
    old = copy.deepcopy(BASE)
    for edit in edits[:-1]:
        edit(old)
    new = copy.deepcopy(old)
    edits[-1](new)
    return [(one.volet, one.subject) for one in changed(old, new)]


def changed(old: Data, new: Data) -> tuple[Change, ...]:
    return compare(judged(Plan, old), judged(Plan, new)).changes


def put(path: str, value: Any) -> Edit:
    """Writes a value in the fiche, or from the top of the plan where its path starts with a slash."""

    def edit(data: Data) -> None:
        *above, key = path.strip("/").split("/")
        at: Any = data if path.startswith("/") else action(data)
        for step in above:
            at = at[int(step) if isinstance(at, list) else step]
        at[int(key) if isinstance(at, list) else key] = copy.deepcopy(value)

    return edit


FOLLOWED: list[tuple[Edit, ...]] = [
    (put("indicateurs/0/reference", {"date": "2025-01-01", "valeur": "12"}),),
    (put("indicateurs/0/unite", "familles"),),
    (put("indicateurs/0/sens", "hausse"),),
    (put("indicateurs/0/type", "quantitatif"),),
    (put("/source", {"titre": "La convention"}),),
    (put("/signataires/0", {"nom": "Eve Trois", "qualite": "Présidente", "structure": "CC du Val"}),),
    (put("/chiffres", [{"nom": "Enfants", "valeur": "12"}]),),
    (put("/corrections", [{"date": "2026-01-01"}]),),
    (put("/acteurs", []),),
    (put("financements/0/etat", "acquis"),),
    # Days inside what the words can mean, or inside the convention where they mean nothing.
    (put("calendrier", {"texte": "2026", "debut": "2026-03-01", "fin": "2026-06-30"}),),
    (
        put("calendrier", "Quand on pourra"),
        put("calendrier", {"texte": "Quand on pourra", "debut": "2026-03-01"}),
    ),
    # Another spelling of an actor that both versions declare.
    (put("pilotes", ["Caf d'ici"]),),
    (put("partenaires", points("Caf d'ici", "Les écoles")),),
    (put("financements/0/financeur", "CAF"),),
]
SIGNED: list[tuple[Edit, ...]] = [
    (put("indicateurs/0/cible", {"date": "2028-01-01", "valeur": "50"}),),
    (put("/signataires/0/structure", "CC du Mont"),),
    (put("/signataires/2/nom", "Une autre commune"),),
    (put("/territoire/nom", "Mont"),),
    (put("/territoire/communes", ["Bourg"]),),
    (put("/revision", {"article": "9"}),),
    (put("/evaluation", ["Le plan a-t-il servi ?"]),),
    (put("calendrier", {"texte": "2026", "fin": "2027-06-30"}),),
    (put("calendrier", "2027"),),
    (put("pilotes", ["CAF de là-bas"]),),
    (put("/acteurs", []), put("pilotes", ["Caf d'ici"])),
    (put("financements/0/montant", "61 k€"),),
    (put("financements/0/montant", "60 000 € TTC"),),
    (put("numero", "1.2"),),
]
NEITHER: list[tuple[Edit, ...]] = [
    (put("/territoire/sigle", "CCV"),),
    (put("/territoire/type", "communauté de communes"),),
    (put("/territoire/departement", "Vendée"),),
    (put("/vocabulaire", {"niveaux": ["Axe"]}),),
    (put("intitules", {"constats": "Pourquoi"}),),
    (put("/axes/0/id", "petite-enfance"),),
]


@pytest.mark.parametrize("edits", FOLLOWED, ids=range(len(FOLLOWED)))
def test_what_is_followed(edits: tuple[Edit, ...]) -> None:
    assert {volet for volet, _ in told(*edits)} == {Volet.SUIVI}


@pytest.mark.parametrize("edits", SIGNED, ids=range(len(SIGNED)))
def test_what_is_signed(edits: tuple[Edit, ...]) -> None:
    assert {volet for volet, _ in told(*edits)} == {Volet.CONTRAT}


@pytest.mark.parametrize("edits", NEITHER, ids=range(len(NEITHER)))
def test_what_is_neither(edits: tuple[Edit, ...]) -> None:
    assert {volet for volet, _ in told(*edits)} == {Volet.FORME}


def test_an_amount_is_compared_by_its_value() -> None:
    assert told(put("financements/0/montant", "60 000 €")) == []


def test_a_line_that_is_paid_is_the_one_that_was_planned() -> None:
    paid = {"financeur": "Caf d'ici", "montant": "58 000 €", "annee": "2026", "etat": "versé"}
    assert told(lambda data: action(data)["financements"].append(paid)) == [(Volet.SUIVI, "financement")]


def test_an_answer_is_follow_up_and_its_question_is_not() -> None:
    ask = put("/evaluation", [{"question": "Le plan a-t-il servi ?"}])
    answer = {"question": "Le plan a-t-il servi ?", "reponse": points("Oui"), "date": "2028-10-01"}
    assert {volet for volet, _ in told(ask, put("/evaluation", [answer]))} == {Volet.SUIVI}
    other = put("/evaluation", [{"question": "Le plan a-t-il beaucoup servi ?"}])
    assert told(ask, other) == [(Volet.CONTRAT, "question")]


def retyped(value: Any) -> Any:
    """A plan as another keyboard, or a formatter, types it: the same words."""
    if isinstance(value, str):
        return value.replace("'", "\u2019").replace(" :", ":").replace("é", "e\u0301").replace("...", "…")
    if isinstance(value, list):
        return [retyped(one) for one in value]
    if isinstance(value, dict):
        return {key: retyped(one) for key, one in value.items()}
    return value


@pytest.mark.parametrize("base", [FIER, VIE], ids=["fier", "vie"])
def test_a_plan_typed_otherwise_changes_in_typography_alone(base: Data) -> None:
    old, new = judged(Plan, base), judged(Plan, retyped(base))
    comparison = compare(old, new)
    assert {one.volet for one in comparison.changes} == {Volet.TYPOGRAPHIE}
    assert breaches(comparison) == ()
    assert as_data(apply(old, comparison.changes)) == as_data(new)


def test_a_heading_typed_otherwise_is_the_same_heading() -> None:
    old = put("rubriques", {"Secteur d'action": points("Le nord")})
    new = put("rubriques", {"Secteur d\u2019action": points("Le nord", "Le sud")})
    assert sorted(told(old, new)) == [(Volet.CONTRAT, "point"), (Volet.TYPOGRAPHIE, "rubrique")]


def test_in_a_text_that_changed_typography_is_not_told() -> None:
    def edit(data: Data) -> None:
        fiche(data, "3", "3.3.1")["constats"] = points("Un lieu d\u2019accueil: le soir")

    def before(data: Data) -> None:
        fiche(data, "3", "3.3.1")["constats"] = points("Un lieu d'accueil : le matin")

    old = copy.deepcopy(FIER)
    before(old)
    new = copy.deepcopy(old)
    edit(new)
    (change,) = changed(old, new)
    assert [(run.op, run.text) for run in change.edits[0].words] == [
        ("equal", "Un lieu d\u2019accueil: le "),
        ("removed", "matin"),
        ("added", "soir"),
    ]


def test_the_journal_typed_otherwise_is_not_rewritten() -> None:
    note = put("suivi", [{"date": "2026-01-01", "note": "L'étude commence"}])
    other = put("suivi", [{"date": "2026-01-01", "note": "L\u2019étude commence"}])
    old, new = copy.deepcopy(BASE), copy.deepcopy(BASE)
    note(old)
    other(new)
    assert breaches(compare(judged(Plan, old), judged(Plan, new))) == ()


def test_a_comparison_is_json_as_it_stands() -> None:
    for one in changed(BASE, retyped(BASE)):
        assert json.loads(json.dumps(one.volet)) == "typographie"


@pytest.mark.parametrize(
    "name", ["plans/fier-et-usses.yaml", "docs/exemple/plan.yaml", "tests/data/complet.yaml"]
)
@pytest.mark.parametrize("width", [40, 80])
def test_a_plan_that_another_program_wrote_again_says_what_it_said(name: str, width: int) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    again = yaml.serialize(yaml.compose(text), allow_unicode=True, width=width)
    old, new = (read(one.encode(), name).plan for one in (text, again))
    assert old is not None
    assert new is not None
    assert {one.volet for one in compare(old, new).changes} <= {Volet.TYPOGRAPHIE}
