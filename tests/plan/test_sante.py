"""Two fiches of a local health contract, operations in columns: the fixture holds all that the paper does."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ctgkit.followup import state_of
from ctgkit.plan import Action, Plan, fiches
from ctgkit.plan.base import Element
from ctgkit.plan.reading import read
from ctgkit.reports.fiches import build
from ctgkit.vocabulary.indicateur import TypeIndicateur
from tests.command import ctg
from tests.conftest import ROOT, SHARED

PATH = ROOT / "tests" / "data" / "sante.yaml"
PAPER = SHARED / "data" / "import" / "cls-fiches.docx"


@pytest.fixture(scope="module")
def plan() -> Plan:
    reading = read(PATH.read_bytes(), PATH.name)
    assert reading.findings == ()
    assert reading.plan is not None
    return reading.plan


@pytest.fixture(scope="module")
def actions(plan: Plan) -> tuple[Action, ...]:
    return tuple(one.action for one in fiches(plan))


def test_the_fiches_and_the_operations_of_the_paper_are_there(actions: tuple[Action, ...]) -> None:
    assert [(one.numero, len(one.descriptif), len(one.etapes)) for one in actions] == [
        ("1.1", 3, 1),
        ("1.2", 6, 2),
    ]
    assert [[one.texte for one in step.calendrier] for action in actions for step in action.etapes] == [
        ["Dernier trimestre 2025"],
        ["2025"],
        ["2026"],
    ]


def test_each_column_has_the_indicators_of_both_headings(actions: tuple[Action, ...]) -> None:
    found = [Counter(one.type for one in step.indicateurs) for action in actions for step in action.etapes]
    numbers = TypeIndicateur.QUANTITATIF, TypeIndicateur.QUALITATIF
    assert [tuple(one[type_] for type_ in numbers) for one in found] == [(3, 2), (3, 1), (2, 3)]


def test_a_column_is_printed_under_the_headings_of_the_paper_in_their_order(plan: Plan) -> None:
    _, fiche = build(plan).fiches()
    assert [one.intitule for one in fiche.parties] == [
        "Descriptif sommaire de l'action",
        "Opérations nécessaires à l'action",
    ]
    assert [one.intitule for one in fiche.etapes[1].parties] == [
        "Descriptif concis",
        "Public cible",
        "Secteur géographique",
        "Porteur /pilote",
        "Acteurs et partenaires mobilisés",
        "Source de financement potentiel",
        "Résultats attendus",
        "Indicateurs de résultats",
        "Calendrier",
    ]
    assert [(one.adresse, one.nom) for one in fiche.etapes] == [
        ("1.2:1", "Opération"),
        ("1.2:2", "Opération"),
    ]


def test_the_fiche_is_when_its_operations_are_and_who_they_are(plan: Plan) -> None:
    first, second = state_of(plan, date(2027, 3, 1)).fiches
    assert first.pilotes == ("ARS et CCCA-CCSA",)
    assert second.pilotes == ("Coordination CLS et CPTS en lien avec CCSA et CCCA",)
    when = second.calendrier
    assert when.debut is not None
    assert when.fin is not None
    assert (when.debut.premier, when.fin.dernier, when.sans_date) == (date(2025, 1, 1), date(2026, 12, 31), 0)
    # What is late is told of the operation, and not of the fiche again.
    assert second.alertes == ()
    assert all(one.alertes for one in second.etapes)


def texts(part: Any) -> Iterator[str]:
    """All that is written below a part of a plan."""
    if isinstance(part, Element):
        for value in part.__dict__.values():
            yield from texts(value)
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)
    elif isinstance(part, dict):
        for name, one in part.items():
            yield name
            yield from texts(one)
    elif type(part) is str:
        yield part


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


@pytest.mark.skipif(not PAPER.exists(), reason="the paper is not at hand")
def test_every_word_is_on_the_paper_and_no_more_often(actions: tuple[Action, ...]) -> None:
    # The paper's Word file has the lines of its columns one between another: words only can be looked for.
    with zipfile.ZipFile(PAPER) as file:
        xml = file.read("word/document.xml").decode()
    paragraphs = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", one)) for one in xml.split("</w:p>"))
    paper = words(" ".join(paragraphs).replace("&quot;", '"').replace("&apos;", "'"))
    held = words(" ".join(text for action in actions for text in texts(action)))
    assert held - paper == Counter()


def test_every_command_calls_an_operation_as_the_paper_does(tmp_path: Path) -> None:
    new = tmp_path / "plan.yaml"
    text = PATH.read_text(encoding="utf-8")
    new.write_text(text.replace("calendrier: 2026", "calendrier: 2027"), encoding="utf-8")
    told = (
        ctg("status", str(PATH), "--date", "2027-03-01"),
        ctg("report", str(PATH), "--date", "2025-03-01", "--format", "md", "-o", "-"),
        ctg("diff", str(PATH), str(new)),
        ctg("diff", str(PATH), str(new), "--avenant", "--format", "md", "-o", "-"),
    )
    for one in told:
        assert re.search("[Oo]pération", one.out)
        # The paper itself says « les étapes de mise en œuvre » and « première étape ».
        assert not re.search(r"[Éé]tape «", one.out)
