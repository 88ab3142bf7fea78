"""The JSON Schema: fresh, valid, described in French, and of one mind with ctgkit."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from ctgkit.plan.base import Element
from ctgkit.plan.reading import read
from ctgkit.plan.reading.keys import KEYS
from ctgkit.plan.schema import json_schema, schema_text
from tests.command import plan
from tests.conftest import PLANS, ROOT

SCHEMA = ROOT / "schema" / "plan.schema.json"
COMPLETE = ROOT / "tests" / "data" / "complet.yaml"
EXEMPLE = ROOT / "docs" / "exemple"


class Editor(yaml.SafeLoader):
    """Scalars as editors type them: YAML 1.2, where a date is a text and so is `Non`."""


Editor.yaml_implicit_resolvers = {}
for name, pattern in {
    "null": r"(?:~|null|Null|NULL|)",
    "bool": r"(?:true|True|TRUE|false|False|FALSE)",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(rf"{pattern}\Z"), None)
Editor.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def accepted(text: str) -> bool:
    return Draft7Validator(json_schema()).is_valid(yaml.load(text, Editor))  # noqa: S506  (a safe one)


def properties(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every property the schema describes, at every level, with where it stands."""
    if isinstance(schema, dict):
        for name, below in schema.items():
            if name == "properties":
                yield from ((f"{path}.{key}", value) for key, value in below.items())
            yield from properties(below, f"{path}.{name}")
    elif isinstance(schema, list):
        for index, below in enumerate(schema):
            yield from properties(below, f"{path}[{index}]")


def test_the_file_is_fresh() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_it_is_a_draft_7_schema_whose_references_all_lead_somewhere() -> None:
    schema = json_schema()
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)
    used = set(re.findall(r'"\$ref": "#/definitions/(\w+)"', schema_text()))
    assert used == set(schema["definitions"])
    assert "$defs" not in schema_text()


def test_every_key_is_described_in_french() -> None:
    # What only states a condition on a key stands beside the description of that key.
    told = [
        (path, value.get("description"))
        for path, value in properties(json_schema())
        if value.keys().isdisjoint({"const", "doNotSuggest"}) and set(value) != {"pattern"}
    ]
    assert len(told) > 100
    assert [path for path, text in told if not text or not text.strip()] == []
    # Docstrings are English, and French ones would have an accent or an article somewhere.
    english = re.compile(r"\b(the|of|and|with|is|plan's)\b", re.IGNORECASE)
    assert [text for _, text in told if english.search(text or "")] == []
    assert english.search(json_schema()["description"]) is None


def test_a_description_never_stands_beside_a_reference() -> None:
    assert [path for path, value in properties(json_schema()) if "$ref" in value] == []


@pytest.mark.parametrize(
    "path",
    [*sorted(PLANS.glob("*.yaml")), *sorted(EXEMPLE.glob("*.yaml")), COMPLETE],
    ids=lambda path: path.stem,
)
def test_whole_plans_are_accepted(path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), Editor)  # noqa: S506  (a safe one)
    assert [error.message for error in Draft7Validator(json_schema()).iter_errors(data)] == []


def test_the_complete_plan_uses_every_key_and_reads_without_a_finding() -> None:
    reading = read(COMPLETE.read_bytes(), COMPLETE.name)
    assert reading.findings == ()
    assert reading.plan is not None
    assert {(part, key) for key, parts in KEYS.items() for part in parts} - set(keys(reading.plan)) == set()


def keys(value: Any) -> Iterator[tuple[str, str]]:
    """The keys that were written, with the part of the plan they were written in."""
    if isinstance(value, Element):
        for name in value.KEYS:
            held = getattr(value, name)
            if not hasattr(type(value), name) or held != getattr(type(value), name):
                yield type(value).__name__, name
                yield from keys(held)
    elif isinstance(value, (tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from keys(item)


def fiche(text: str) -> str:
    """A plan whose action holds `text`, written without indentation."""
    return plan(suite="\n".join(f"        {line}" for line in text.splitlines()))


GOOD = {
    "small": plan(),
    "format as text": plan(format='format: "1"'),
    "number as title": plan(titre="titre: 2024"),
    "boolean as title": plan(titre="titre: true"),
    "no in French": plan(titre="titre: Non"),
    "title on the next line": plan(titre="titre:\n  Accueil : horaires"),
    "one year": plan(periode="periode: 2023"),
    "years in words": plan(periode="periode: 2021 à 2024"),
    "dates": plan(periode="periode:\n  debut: 2021-01-01\n  fin: 2021-12-31"),
    "empty keys": plan(caf="caf: C\nsignature:\nsource:\nsignataires:\ncontacts:\nvocabulaire:"),
    "one commune": plan(caf="caf: C\nacteurs:\n  - id: a\n    nom: b\n    alias: c"),
    "axis with a number": plan(axes="axes:\n  - numero: 1\n    titre: A\n    actions:"),
    "headings": plan(caf="caf: C\nvocabulaire:\n  rubriques:\n    constats: 12\n  numerotees: [publics]"),
    "number with a zero": plan(numero="      - numero: 1.10"),
    "engagement": plan(numero="      - nature: engagement"),
    "empty list": fiche("constats: []"),
    "one text": fiche("constats: Un seul"),
    "one sentence": fiche("constats: \n  Un seul : le même"),
    "sentences": fiche("constats:\n  - Un territoire attractif : la natalité\n  - Autre :"),
    "numbers": fiche("constats:\n  - 12\n  - true\n  -"),
    "sub-points": fiche("constats:\n  - Besoins :\n      - a\n      - b : c\n      - d :\n          - e"),
    "point with keys": fiche("constats:\n  - texte: a\n    points:\n      - b"),
    "heading without a list": fiche("constats:\n  Besoins :\n    - a"),
    "pilots": fiche("pilotes:\n  - Caf\n  - Élus : 2\n  - nom: a\n    etp: 0,5\n  - Selon :\n      - b"),
    "one pilot": fiche("pilotes:\n  nom: a"),
    "indicators": fiche("indicateurs:\n  - Nombre : 3\n  - nom: a\n    type: quantitatif\n    cible:"),
    "measure in words": fiche(
        "indicateurs:\n  - nom: a\n    mesures:\n      - date: 2024-01-01\n        valeur: Bonne"
    ),
    "calendar as a year": fiche("calendrier: 2024"),
    "calendar as a list": fiche("calendrier:\n  - 2024\n  - Puis : 2025\n  - texte: a\n    fin: 2024-02-29"),
    "calendar with keys": fiche("calendrier:\n  texte: a\n  debut: 2024-01-01"),
    "other headings": fiche("rubriques:\n  Secteur: Nord\n  Budget :\n    - a\n    - b : c"),
    "own headings": fiche("intitules:\n  constats: Contexte initial"),
    "amounts": fiche(
        "financements:\n  - montant: 12 500 €\n    annee: 2025\n    etat: prévu\n  - montant: 12500.50"
    ),
    "amounts in words": fiche(
        "couts: Sur fonds propres\nfinancements:\n  - Caf : 1 000 €\n  - montant: à définir\n"
        "    annee: 2025-2028\n    nature: investissement\n    realise: 60 k€"
    ),
    "capitals": fiche("origine: Nouvelle\nnature: ACTION\nfinancements:\n  - etat: PREVUE"),
    "synonyms": fiche(
        "suivi:\n  - date: 2024-01-01\n    statut: Terminé\n  - date: 2024-02-01\n    statut: annulee"
    ),
    "journal": fiche("suivi:\n  - date: 2024-01-01\n    avancement: 50 %\n  - date: 2024-02-01\n    note: a"),
}
BAD = {
    "unknown format": plan(format="format: 2"),
    "no format": plan(format=""),
    "no title": plan(titre=""),
    "empty title": plan(titre="titre:"),
    "blank title": plan(titre='titre: " "'),
    "list as title": plan(titre="titre:\n  - a"),
    "keys as title": plan(titre="titre:\n  a: b\n  c: d"),
    "misspelt key": plan(caf="caff: C"),
    "text as territory": plan(territoire="territoire: Vie"),
    "territory without a name": plan(territoire="territoire:\n  sigle: V"),
    "unreadable period": plan(periode="periode: de 2021 à 2024"),
    "period without an end": plan(periode="periode:\n  debut: 2021-01-01"),
    "French date": plan(caf="caf: C\nsignature: 12/03/2024"),
    "thirteenth month": plan(caf="caf: C\nsignature: 2024-13-01"),
    "year as date": plan(caf="caf: C\nsignature: 2024"),
    "contact without a name": plan(caf="caf: C\ncontacts:\n  - fonction: a"),
    "text as contact": plan(caf="caf: C\ncontacts:\n  - Camille"),
    "keys as list": plan(caf="caf: C\ncopils:\n  date: 2024-01-01\n  objet: a"),
    "unknown numbered heading": plan(caf="caf: C\nvocabulaire:\n  numerotees: [constat]"),
    "one numbered heading": plan(caf="caf: C\nvocabulaire:\n  numerotees: constats"),
    "no axis": plan(axes="axes: []", numero="", action=""),
    "empty axes": plan(axes="axes:", numero="", action=""),
    "axis without a title": plan(axes="axes:\n  - id: a\n    actions:"),
    "axis without a name": plan(axes="axes:\n  - titre: A\n    actions:"),
    "axis with an empty name": plan(axes="axes:\n  - titre: A\n    id:\n    actions:"),
    "section without a title": plan(axes="axes:\n  - id: a\n    titre: A\n    objectifs:", action=""),
    "action without a number": plan(numero="      - nature: action"),
    "action with an empty number": plan(numero="      - numero:"),
    "action without a title": plan(action=""),
    "unknown nature": fiche("nature: engagment"),
    "unknown origin": fiche("origine: ancienne"),
    "misspelt key of an action": fiche("pilots: a"),
    "list in a list": fiche("constats:\n  - - a"),
    "blank point": fiche('constats:\n  - ""'),
    "two keys in a point": fiche("constats:\n  - a: b\n    c: d"),
    "misspelt key of a point": fiche("constats:\n  - texte: a\n    point: b"),
    "point without a dash": fiche("constats:\n  texte: a\n  points: b"),
    "list under an indicator": fiche("indicateurs:\n  - Nombre :\n      - a"),
    "indicator without a name": fiche("indicateurs:\n  - type: quantitatif\n    unite: a"),
    "misspelt key of an indicator": fiche("indicateurs:\n  - nom: a\n    unit: b"),
    "target without a value": fiche("indicateurs:\n  - nom: a\n    cible:\n      date: 2024-01-01"),
    "misspelt key of a pilot": fiche("pilotes:\n  - nom: a\n    ept: 1"),
    "words as time": fiche("pilotes:\n  - nom: a\n    etp: un"),
    "dates without a text": fiche("calendrier:\n  debut: 2024-01-01\n  fin: 2024-02-01"),
    "text as step": fiche("etapes:\n  - a"),
    "text as headings": fiche("rubriques: a"),
    "two keys under a heading": fiche("rubriques:\n  Secteur:\n    a: b\n    c: d"),
    "year of two digits": fiche("financements:\n  - annee: 25"),
    "unknown status": fiche("suivi:\n  - date: 2024-01-01\n    statut: fini demain"),
    "entry without a date": fiche("suivi:\n  - note: a\n    auteur: b"),
    "entry that says nothing": fiche("suivi:\n  - date: 2024-01-01\n    auteur: a"),
    "entry with an empty status": fiche("suivi:\n  - date: 2024-01-01\n    statut:"),
    "beyond a hundred": fiche("suivi:\n  - date: 2024-01-01\n    avancement: 120"),
    "half a percent": fiche("suivi:\n  - date: 2024-01-01\n    avancement: 12.5"),
    "text as journal": fiche("suivi: a"),
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_schema_and_ctgkit_both_accept(text: str) -> None:
    assert read(text.encode(), "plan.yaml").findings == ()
    assert accepted(text)


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_schema_and_ctgkit_both_refuse(text: str) -> None:
    codes = {finding.code.code for finding in read(text.encode(), "plan.yaml").findings}
    # Refused for what it says, not because YAML cannot read it.
    assert codes
    assert all(code > "CTG100" for code in codes)
    assert not accepted(text)


@pytest.mark.parametrize(
    "text",
    [
        plan(caf="caf: C\nsignature: 2025-02-29"),
        plan(periode="periode: 2024-2021"),
        fiche("calendrier:\n  texte: a\n  debut: 2024-02-01\n  fin: 2024-01-01"),
        fiche("").rstrip() + "\n      - numero: 1.1\n        titre: Une autre\n",
    ],
    ids=["a day that no calendar has", "backward years", "backward dates", "an address taken twice"],
)
def test_only_ctgkit_can_refuse(text: str) -> None:
    assert accepted(text)
    assert len(read(text.encode(), "plan.yaml").findings) == 1


def test_the_text_is_the_schema() -> None:
    assert json.loads(schema_text()) == json_schema()
    assert "Convention territoriale" in schema_text()
