"""The two real plans: whole, word for word, and written as the format asks."""

from __future__ import annotations

import html
import importlib.util
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from ctgkit.plan import Action, Fiche, Plan, fiches
from ctgkit.plan.reading import read
from tests.conftest import PLANS, shared

NAMES = ["fier-et-usses", "vie-et-boulogne"]
SEEDS = {"fier-et-usses": "003_21ecfba8ce29ca88.txt", "vie-et-boulogne": "000_4ed86bdfa6eff9b9.txt"}


def path(name: str) -> Path:
    return PLANS / f"{name}.yaml"


def plan(name: str) -> Plan:
    reading = read(path(name).read_bytes(), f"{name}.yaml")
    assert reading.findings == ()
    assert reading.plan is not None
    assert reading.fiches == len(fiches(reading.plan))
    return reading.plan


def by_axis(found: Plan) -> dict[str, list[Fiche]]:
    """The fiches under the title of their axis."""
    below: dict[str, list[Fiche]] = {axis.titre or "": [] for axis in found.axes}
    for fiche in fiches(found):
        below[fiche.sections[0].titre or ""].append(fiche)
    return below


@cache
def fidelity() -> ModuleType:
    """The tool that compares a plan with its document."""
    spec = importlib.util.spec_from_file_location("fidelity", shared("tools/fidelity.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(text: str) -> str:
    """The words of a text between spaces, as the fidelity tool compares them."""
    return f" {' '.join(fidelity().words(text))} "


def seed(name: str) -> str:
    """The words of the document a plan transcribes, without its mark-up."""
    text = shared(f"seeds/{SEEDS[name]}").read_text(encoding="utf-8")
    return words(html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("**", " "))


def test_there_are_the_two_real_plans() -> None:
    assert sorted(found.stem for found in PLANS.glob("*.yaml")) == NAMES


def test_vie_et_boulogne_has_18_actions_and_4_engagements_in_7_themes() -> None:
    counts = {
        title: ["action" if fiche.action.numero else fiche.action.nature for fiche in found]
        for title, found in by_axis(plan("vie-et-boulogne")).items()
    }
    assert counts == {
        "Petite enfance": ["action"] * 8,
        "Enfance": ["engagement"],
        "Jeunesse": ["engagement"],
        "Parentalité": ["action"] * 4,
        "Accès aux services administratifs et démarches en ligne": ["action"] * 6,
        "Accès aux droits et accompagnement social": ["engagement"],
        "Coordination": ["engagement"],
    }


def test_fier_et_usses_has_28_fiches_under_11_objectives() -> None:
    found = plan("fier-et-usses")
    assert [len(below) for below in by_axis(found).values()] == [11, 8, 7, 2]
    assert sum(len(axis.objectifs) for axis in found.axes) == 11
    assert all(len(fiche.sections) == 2 for fiche in fiches(found))


@pytest.mark.process
@pytest.mark.parametrize("name", NAMES)
def test_a_plan_carries_the_words_of_its_document(name: str) -> None:
    tool = shared("tools/fidelity.py")
    run = subprocess.run(
        [sys.executable, tool, shared(f"seeds/{SEEDS[name]}"), path(name)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    carried = re.search(r"words \(([\d.]+)%\)", run.stdout)
    assert carried is not None, run.stdout
    assert float(carried[1]) >= 97


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_says_nothing_that_its_document_does_not(name: str) -> None:
    document = seed(name)
    events = yaml.parse(path(name).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    texts = [words(event.value) for event in events if isinstance(event, yaml.ScalarEvent)]
    passages = [text for text in texts if len(text.split()) > 3]
    added = [text for text in passages if text not in document]
    assert len(passages) > 500
    assert len(added) / len(passages) < 0.015, added


@pytest.mark.parametrize("name", NAMES)
def test_each_fiche_has_the_number_and_the_title_of_the_document(name: str) -> None:
    document = seed(name)
    for fiche in fiches(plan(name)):
        assert words(f"{fiche.action.numero or ''} {fiche.action.titre}") in document


def fiche(name: str, address: str) -> Action:
    (found,) = [fiche.action for fiche in fiches(plan(name)) if fiche.adresse == address]
    return found


def test_a_fiche_of_vie_et_boulogne_is_that_of_the_document() -> None:
    action = fiche("vie-et-boulogne", "petite-enfance/1.1")
    assert action.titre == "Définir une stratégie d'offre d'accueil sur l'ensemble du territoire"
    assert action.origine == "engagée"
    needs, change, *rest = action.constats
    assert needs.texte == "Des besoins d'accueil persistants :"
    assert needs.points[0].texte == (
        "Un territoire attractif : le maintien de la natalité (environ 500 par an) mais la répartition des "
        "besoins en évolution"
    )
    assert change.texte == "Une offre d'accueil en mutation :"
    assert [len(point.points) for point in (needs, change, *rest)] == [3, 2, 0]
    assert [pilot.nom for pilot in action.pilotes] == [
        "Communauté de Communes pour l'observatoire et la stratégie intercommunale",
        "Communes pour la stratégie locale",
    ]
    assert action.partenaires[0].texte == "Communauté de Communes : services urbanisme et économie"
    assert [calendar.texte for calendar in action.calendrier] == ["À partir de 2021"]


def test_engaged_and_new_actions_are_those_of_the_summary_page() -> None:
    childhood = [f for f in fiches(plan("vie-et-boulogne")) if f.complete.startswith("petite-enfance/")]
    assert [(f.action.numero, f.action.origine) for f in childhood] == [
        ("1.1", "engagée"),
        ("1.2", "engagée"),
        ("1.3", "nouvelle"),
        ("2.1", "engagée"),
        ("2.2", "engagée"),
        ("2.3", "nouvelle"),
        ("3.1", "nouvelle"),
        ("3.2", "nouvelle"),
    ]


def test_a_fiche_of_fier_et_usses_is_that_of_the_document() -> None:
    action = fiche("fier-et-usses", "2.3.1")
    assert action.titre == "Créer un annuaire des services aux familles"
    assert [pilot.nom for pilot in action.pilotes] == ["Chargés de coopération jeunesse et petite enfance"]
    assert [calendar.texte for calendar in action.calendrier] == ["2024/2025"]
    assert [indicator.nom for indicator in action.indicateurs] == [
        "Mobilisation des acteurs",
        "Impact sur la population : fréquentation des services publics, nature des demandes...",
        "Retours des usagers",
    ]
    assert [point.texte for point in action.dispositifs] == ["XX"]
    assert len(action.descriptif) == 4


@pytest.mark.parametrize("name", NAMES)
def test_no_follow_up_is_known(name: str) -> None:
    def keys(node: yaml.Node) -> set[str]:
        if isinstance(node, yaml.MappingNode):
            return {key.value for key, _ in node.value}.union(*(keys(value) for _, value in node.value))
        return set().union(*map(keys, node.value)) if isinstance(node, yaml.SequenceNode) else set()

    root = yaml.compose(path(name).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    assert root is not None
    found = keys(root)
    assert {"format", "axes", "constats"} <= found
    assert found.isdisjoint({"suivi", "mesures", "copils", "avenants"})


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_plain_yaml_as_an_officer_types_it(name: str) -> None:
    text = path(name).read_bytes().decode("utf-8")
    lines = text.split("\n")
    assert lines[0] == "# yaml-language-server: $schema=../schema/plan.schema.json"
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\t" not in text
    assert "\r" not in text
    assert [line for line in lines if line != line.rstrip(" ")] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_list_is_between_brackets_and_no_line_is_folded(name: str) -> None:
    events = list(yaml.parse(path(name).read_text(encoding="utf-8"), Loader=yaml.SafeLoader))
    flows = [event for event in events if isinstance(event, yaml.CollectionStartEvent) and event.flow_style]
    assert flows == []
    texts = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    assert len(texts) > 1000
    assert [event.value for event in texts if folded(event)] == []
    assert [
        event for event in events if isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None)
    ] == []


def folded(event: yaml.ScalarEvent) -> bool:
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.line != event.end_mark.line
