"""What events are known by: their names outlive what is corrected in a plan."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from ctgkit.followup.calendars import calendar_of, rows_of
from ctgkit.plan import Plan
from ctgkit.plan.reading import read
from tests.conftest import PLANS

DAY = date(2026, 7, 1)
REAL = {
    name: (PLANS / f"{name}.yaml").read_text(encoding="utf-8")
    for name in ("fier-et-usses", "vie-et-boulogne")
}


def plan_of(text: str) -> Plan:
    reading = read(text.encode(), "plan.yaml")
    assert reading.plan is not None, reading.findings
    return reading.plan


def names(plan: Plan) -> list[str]:
    """The names of the events of a plan, in document order."""
    view = calendar_of(plan, DAY)
    periods = [
        one.id for fiche in view.fiches for row in rows_of(fiche) for p in row.phrases for one in p.periodes
    ]
    return [*(one.id for one in view.jalons), *periods]


def lost(before: str, after: str) -> tuple[int, int]:
    """How many events of a plan have no longer their name once it is corrected, of how many."""
    had, has = names(plan_of(before)), set(names(plan_of(after)))
    return sum(one not in has for one in had), len(had)


def in_prose(text: str, change: Callable[[str], str]) -> str:
    """A plan whose lines of prose are changed: those of a list, that are no keys and no calendars."""
    lines = text.splitlines()
    prose = re.compile(r"^ {8,}- (?!\w+:)")
    return "\n".join(
        change(line) if prose.match(line) and not re.search(r"\d", line) else line for line in lines
    )


@pytest.mark.parametrize("name", REAL)
def test_events_survive_the_name_of_the_territory_said_in_full_or_corrected(name: str) -> None:
    text = REAL[name]
    said = plan_of(text).territoire.nom
    for other in (f"Communauté de communes {said}", f"CC de {said}", said.replace("s", "ss", 1), f"{said}s"):
        assert lost(text, text.replace(f"nom: {said}\n", f"nom: {other}\n", 1))[0] == 0


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize(
    "typo",
    [
        lambda line: line.replace("ss", "s").replace("nn", "n"),
        lambda line: line.replace("é", "e").replace("è", "é"),
        lambda line: line.replace("ueil", "euil").replace("ien", "ein"),
        lambda line: re.sub(r"s\b", "", line),
    ],
)
def test_events_survive_a_corrected_word(name: str, typo: Callable[[str], str]) -> None:
    text = REAL[name]
    wrong = in_prose(text, typo)
    assert wrong.splitlines() != text.splitlines()
    gone, every = lost(wrong, text)
    assert (gone, every > 20) == (0, True)


@pytest.mark.parametrize("name", REAL)
def test_events_survive_other_titles_and_numbers(name: str) -> None:
    text = REAL[name]
    renumbered = re.sub(r"^( +- numero: )(.+)$", r"\g<1>9\2", text, flags=re.MULTILINE)
    assert lost(text, renumbered)[0] == 0


def fiche(text: str, name: str = "id: bus") -> str:
    return f"""\
format: 1
titre: Plan
territoire: {{nom: [Haute Vallée, Basse Vallée]}}
caf: Caf
periode: 2024-2027
actions:
  - {name}
    titre: {text}
    descriptif: {text} dans les villages
    calendrier: 2026
"""


def test_a_fiche_with_an_id_survives_any_rewording() -> None:
    before = fiche("Faire circuler un bus")
    after = fiche("Ouvrir une ligne de transport à la demande").replace("2026", "2025 à 2027")
    assert lost(before, after) == (0, 1)
    assert lost(fiche("Faire circuler un bus", "numero: 1"), fiche("Transporter", "numero: 1")) == (1, 1)


def test_a_fiche_with_an_id_survives_a_number_and_a_section() -> None:
    before = fiche("Faire circuler un bus")
    fiche_lines = before.split("actions:\n")[1].replace("\n  ", "\n      ").replace("  - id", "      - id")
    moved = (
        before.split("actions:\n")[0]
        + "axes:\n  - id: mobilite\n    titre: Mobilité\n    actions:\n"
        + fiche_lines
    )
    numbered = moved.replace("- id: bus", "- id: bus\n        numero: 12")
    assert lost(before, numbered) == (0, 1)


def test_events_survive_a_territory_that_joins() -> None:
    before = fiche("Faire circuler un bus")
    assert lost(before, before.replace("Basse Vallée]", "Basse Vallée, Val Perdu]")) == (0, 1)
