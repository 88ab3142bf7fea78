"""Plans without sections, numbers or Caf, of several territories: every command tells them without a hole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.command import ctg

BARE = """\
format: 1
titre: Contrat local de santé inventé
territoire:
  nom: [Haute Vallée inventée, Basse Vallée inventée]
  type: communauté de communes
signataires:
  - nom: Une présidente
    qualite: présidente
    structure: Haute Vallée inventée
  - structure: Agence régionale de santé
periode:
  debut: 2024-01-01
  fin: 2028-12-31
  texte: cinq ans à compter de la signature
vocabulaire:
  convention: contrat local de santé
  action: [Fiche projet, Fiches projets]
  statuts: {en cours: lancée}
actions:
  - id: medecins
    titre: Accueillir de jeunes médecins
    pilotes: Haute Vallée inventée
    calendrier: durée du CLS
    suivi:
      - {date: 2025-03-02, statut: Lancée, note: Deux stagiaires}
  - id: bus
    titre: Faire circuler un bus santé
    calendrier: 2025
  - numero: 7
    titre: Écrire la suite
    nature: engagement
    calendrier: 2026
"""
#: The same beside a section, and other changes.
MIXED = (
    BARE.replace("[Haute Vallée inventée, Basse Vallée inventée]", "Haute Vallée inventée").replace(
        "cinq ans à compter de la signature", "cinq années pleines"
    )
    + "axes:\n  - numero: 7\n    titre: Se soigner\n    actions:\n"
    + "      - id: bus\n        titre: Un bus\n        calendrier: 2027\n"
)
DAY = ("--date", "2026-03-01")
#: What nothing that is missing leaves behind: an empty bracket, a name of nothing, a lonely separator.
HOLES = re.compile(r"\bNone\b|\(\s*\)|«\s*»|· *·|· *$|^ *·|: *,|\[\]\(", re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bare.yaml").write_text(BARE, encoding="utf-8")
    (tmp_path / "mixed.yaml").write_text(MIXED, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("plan", ["bare.yaml", "mixed.yaml"])
@pytest.mark.parametrize(
    "words",
    [
        "validate {}",
        "show {}",
        "show {} medecins",
        *(f"status {{}} --by {by}" for by in ("axe", "pilote", "statut", "annee")),
        *(f"status {{}} --format {form}" for form in ("md", "csv", "json")),
        *(f"calendar {{}} --format {form}" for form in ("text", "md", "csv", "ics", "json")),
        *(f"report {{}} --format {form} -o -" for form in ("md", "json")),
        "report {} --kind plan --format md -o -",
        "report {} --kind pilote --pilote Haute --format md -o -",
        "report {} --kind territoires --format md -o -",
    ],
)
def test_every_command_tells_it_without_a_hole(folder: Path, plan: str, words: str) -> None:
    words = words.replace("--pilote Haute", "--pilote=Haute_Vallée_inventée")
    asked = [word.replace("_", " ") for word in words.format(plan).split()]
    dated = () if asked[0] in {"validate", "show"} else DAY
    done = ctg(*asked, *dated, cwd=folder)
    assert done.status == 0, done.err
    assert [found[0] for found in HOLES.finditer(done.out) if "json" not in asked] == []


def test_the_draft_of_an_avenant_names_each_party_and_the_contract(folder: Path) -> None:
    done = ctg("diff", "mixed.yaml", "bare.yaml", "--avenant", "--format", "md", "-o", "-", *DAY, cwd=folder)
    assert done.status == 0, done.err
    said = done.out.replace("\u00a0", " ").replace("’", "'")
    assert "# Avenant n° 1 au contrat local de santé" in said
    assert "La **communauté de communes Basse Vallée inventée**, dont le siège est situé" in said
    assert "Caf" not in said
    assert "Vu le contrat local de santé signé le" in said
    assert "retirée du contrat" in said
    assert HOLES.search(said) is None


def test_a_date_is_never_before_a_convention_that_is_a_contract(folder: Path) -> None:
    done = ctg("report", "bare.yaml", "--format", "md", "-o", "-", "--date", "2030-01-01", cwd=folder)
    said = done.out.replace("\u00a0", " ")
    assert "Le contrat est arrivé à son terme le 31 décembre 2028." in said
    assert "onvention" not in said


def test_track_reads_and_shows_the_words_of_the_territory(folder: Path) -> None:
    asked = ("track", "bare.yaml", "/bus", "--statut", "lancee", "--date", "2025-02-01", "--force")
    done = ctg(*asked, cwd=folder)
    assert done.status == 0, done.err
    assert "statut: en cours" in (folder / "bare.yaml").read_text(encoding="utf-8")
    shown = ctg("show", "bare.yaml", "bus", cwd=folder).out.replace("\u00a0", " ")
    assert shown.startswith("Fiche projet : Faire circuler un bus santé")
    assert "1er février 2025 : lancée" in shown


def test_a_sheet_has_the_full_address_and_json_the_usual_word(folder: Path) -> None:
    sheet = ctg("status", "mixed.yaml", "--format", "csv", *DAY, cwd=folder).out
    assert [line.split(";")[1] for line in sheet.splitlines()[1:]] == ["7/bus", "/medecins", "/bus", "/7"]
    assert '"statut": "en cours"' in ctg("status", "mixed.yaml", "--format", "json", *DAY, cwd=folder).out


def test_plans_of_several_contracts_are_told_together(folder: Path) -> None:
    (folder / "mixed.yaml").write_text(
        MIXED.replace("Haute Vallée inventée", "Val inventé"), encoding="utf-8"
    )
    done = ctg("report", "bare.yaml", "mixed.yaml", "--format", "md", "-o", "-", *DAY, cwd=folder)
    assert done.status == 0, done.err
    assert "Communautés de communes" in done.out
    assert HOLES.search(done.out) is None


def test_the_words_of_a_plan_are_only_text_in_every_document(folder: Path) -> None:
    marked = BARE.replace("contrat local de santé\n", "contrat <img src=x>\n", 1)
    marked = marked.replace("[Fiche projet, Fiches projets]", '["<u>Fiche</u>", Fiches]')
    marked = marked.replace("cinq ans à compter de la signature", "<script>alert(1)</script>")
    (folder / "bare.yaml").write_text(marked, encoding="utf-8")
    for kind in ("copil", "plan"):
        done = ctg("report", "bare.yaml", "--kind", kind, "--format", "html", "-o", "-", *DAY, cwd=folder)
        assert done.status == 0, done.err
        assert not re.search(r"<img src=x|<u>Fiche|<script>alert", done.out)
