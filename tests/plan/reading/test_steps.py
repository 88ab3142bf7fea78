"""Steps that are fiches: what they may say, the labels of their headings, and their addresses."""

from __future__ import annotations

import pytest

from ctgkit.plan.finding import Finding
from ctgkit.plan.reading import read
from tests.plan.reading.plans import with_lines


def findings(*lines: str, vocabulaire: str = "") -> list[Finding]:
    return list(read((vocabulaire + with_lines(*lines)).encode(), "plan.yaml").findings)


def test_a_step_says_all_that_a_fiche_says_but_steps() -> None:
    step = (
        "etapes:",
        "  - titre: Une",
        "    couts: 500 €",
        "    resultats: Un effet",
        "    origine: engagée",
    )
    assert findings(*step) == []
    (wrong,) = findings(*step, "    etapes: []")
    assert (wrong.code.code, wrong.place.line) == ("CTG103", 18)


@pytest.mark.parametrize("key", ["rubriques", "rubriques_etape"])
def test_a_label_is_of_a_key_or_of_a_heading_that_a_fiche_or_a_step_adds(key: str) -> None:
    def told(name: str) -> list[str]:
        head = f"vocabulaire:\n  {key}:\n    {name}: Imprimé ainsi\n"
        steps = ("etapes:", "  - titre: Une", "    rubriques:", "      Durée: un an")
        step = ("rubriques:", "  Lieu: ici", *steps)
        return [f"{one.message} ; {one.hint}" for one in findings(*step, vocabulaire=head)]

    assert [told(name) for name in ("calendrier", "etapes", "couts", "Lieu", "Durée")] == [[]] * 5
    for written, near in (("Lieux", "Lieu"), ("etape", "etapes")):
        (sentence,) = told(written)
        assert f"clé inconnue\u00a0: «\u00a0{written}\u00a0»" in sentence
        assert f"vouliez-vous écrire «\u00a0{near}\u00a0»\u00a0?" in sentence


def test_two_steps_of_one_fiche_have_two_addresses() -> None:
    (wrong,) = findings("etapes:", "  - titre: Une", "    numero: 2", "  - titre: Deux")
    assert wrong.code.code == "CTG201"
    assert "deux étapes ont la même adresse «\u00a01.1:2\u00a0»" in wrong.message
    assert findings("etapes:", "  - titre: Une", "    numero: 1", "  - titre: Deux") == []
