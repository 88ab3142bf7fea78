"""`ctg track`: what is postponed, spent, decided, and what a fiche has come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import Done, ctg, plan
from tests.reports.pages import plain

MEETING = "copils:\n  - date: 2025-06-03\n    objet: Point annuel\n"
MONEY = """\
        financements:
          - financeur: Caf
            montant: 1000
            etat: prévu
          - {financeur: Ville, annee: 2025}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan of one fiche, with money, and a meeting."""
    path = tmp_path / "p.yaml"
    path.write_text(plan(suite=MONEY.removesuffix("\n")) + MEETING, encoding="utf-8")
    return path


def track(path: Path, *arguments: str) -> Done:
    return ctg("track", path.name, "1.1", *arguments, cwd=path.parent)


def added(path: Path, *arguments: str) -> list[str]:
    """The lines that the file has more, once it is written."""
    before = path.read_text(encoding="utf-8").splitlines()
    done = track(path, *arguments)
    assert (done.status, done.err) == (0, "")
    return [one for one in path.read_text(encoding="utf-8").splitlines() if one not in before]


def test_a_postponement_says_to_when(file: Path) -> None:
    arguments = ("--statut", "reportée", "--echeance", "septembre 2027", "--date", "2026-03-01")
    assert added(file, *arguments) == [
        "        suivi:",
        "          - date: 2026-03-01",
        "            statut: reportée",
        "            echeance: septembre 2027",
    ]


def test_what_is_spent_is_written_on_its_line(file: Path) -> None:
    assert added(file, "--financement", "Ville", "--realise", "900 €") == [
        "          - {financeur: Ville, annee: 2025, realise: 900 €}"
    ]
    assert added(file, "--funding", "caf", "--spent", "1 200 €") == ["            realise: 1 200 €"]


def test_a_state_takes_the_place_of_the_one_there_was(file: Path) -> None:
    assert added(file, "--financement", "Caf", "--etat", "réalisé") == ["            etat: versé"]
    assert "prévu" not in file.read_text(encoding="utf-8")


def test_a_line_that_is_not_named_is_asked_for(file: Path) -> None:
    done = track(file, "--realise", "900 €")
    assert done.status == 2
    assert "dites de quelle ligne, par --financement ou --cout : « Caf », « Ville 2025 »" in done.err


def test_a_bilan_is_added(file: Path) -> None:
    arguments = ("--bilan", "--resultats", "Ouvert", "--etp", "0,5", "--appreciation", "Atteint")
    assert added(file, *arguments, "--date", "2026-03-02") == [
        "        bilan:",
        "          - date: 2026-03-02",
        "            resultats: Ouvert",
        "            etp: 0.5",
        "            appreciation: atteint",
    ]


def test_a_decision_goes_to_its_meeting(file: Path) -> None:
    arguments = ("--decision", "Trouver une salle", "--responsable", "La Caf", "--echeance", "fin 2026")
    assert added(file, *arguments, "--date", "2025-06-03") == [
        "    decisions:",
        "      - texte: Trouver une salle",
        '        actions: "1.1"',
        "        responsable: La Caf",
        "        echeance: fin 2026",
    ]


def test_a_meeting_that_is_not_known_is_added_only_if_it_is_forced(file: Path) -> None:
    done = track(file, "--decision", "Trouver une salle", "--date", "2025-09-10")
    assert (done.status, "n'a pas de réunion le 10 septembre 2025" in plain(done.err)) == (2, True)
    assert added(file, "--decision", "Trouver une salle", "--date", "2025-09-10", "--force") == [
        "  - date: 2025-09-10",
        "    decisions:",
        "      - texte: Trouver une salle",
        '        actions: "1.1"',
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--etat", "versé", "--note", "x"), "--note ne va pas avec --etat"),
        (("--freins", "x"), "--freins va avec --bilan"),
        (("--decision", "x", "--realise", "3"), "--decision et --realise ne vont pas ensemble"),
        (("--responsable", "x"), "--responsable va avec --decision TEXTE"),
        (("--realise", "beaucoup 3"), "un montant est attendu"),
        (("--cout", "x", "--realise", "3"), "il n'y a pas de coût"),
    ],
)
def test_what_does_not_go_together_is_refused(file: Path, arguments: tuple[str, ...], words: str) -> None:
    before = file.read_bytes()
    done = track(file, *arguments)
    assert done.status == 2
    assert words in done.err
    assert file.read_bytes() == before


def test_nothing_is_written_where_it_is_only_shown(file: Path) -> None:
    before = file.read_bytes()
    done = track(file, "--financement", "Caf", "--realise", "3 €", "--diff")
    assert done.status == 0
    assert "+            realise: 3 €" in done.out
    assert file.read_bytes() == before


STEPS = """\
        etapes:
          - titre: Former
            financements:
              - financeur: ARS
                montant: 300
          - titre: Loger
"""


def test_a_step_has_its_money_and_its_decisions_too(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(plan(suite=STEPS.removesuffix("\n")) + MEETING, encoding="utf-8")

    def at(address: str, *arguments: str) -> str:
        done = ctg("track", path.name, address, *arguments, cwd=tmp_path)
        assert (done.status, done.err) == (0, "")
        return done.out

    assert "fiche 1.1, étape « Former », ligne « ARS »" in plain(at("1.1:1", "--realise", "250 €"))
    assert "                realise: 250 €\n" in path.read_text(encoding="utf-8")
    at("1.1", "--etape", "Former", "--financement", "ARS", "--etat", "versé")
    assert "                etat: versé\n" in path.read_text(encoding="utf-8")
    at("1.1:2", "--decision", "Louer deux studios", "--date", "2025-06-03")
    assert "        actions: 1.1:2\n" in path.read_text(encoding="utf-8")
    assert ctg("validate", path.name, cwd=tmp_path).status == 0
    # What the fiche itself has is none of its steps'.
    done = ctg("track", path.name, "1.1", "--realise", "250 €", cwd=tmp_path)
    assert (done.status, "elle n'a ni coût ni financement" in done.err) == (2, True)
