"""`ctg show`: the outline and one fiche."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.command import ctg, plan
from tests.conftest import PLANS, tool

FIER = str(PLANS / "fier-et-usses.yaml")
VIE = str(PLANS / "vie-et-boulogne.yaml")


def test_the_outline_gives_every_address_once_in_document_order() -> None:
    lines = ctg("show", VIE).out.splitlines()
    addresses = [
        word for line in lines for word in line.split()[:6] if "/" in word and not word.startswith("(")
    ]
    assert addresses == [
        *(f"petite-enfance/{number}" for number in ("1.1", "1.2", "2.1", "2.2", "2.3", "3.1")),
        *(f"parentalite/{number}" for number in ("1.1", "1.2", "2.1", "2.2")),
        *(f"acces-aux-services/{number}" for number in ("1.1", "2.1", "2.2", "2.3", "3.1")),
    ]
    assert lines[1] == "Vie et Boulogne · Caf de la Vendée · 2021-2024 · 22 fiches"
    assert "└─ enfance                 Elaborer le plan d'actions enfance (3-11 ans)" in lines


def test_numbers_alone_are_addresses_where_the_plan_never_repeats_one() -> None:
    out = ctg("show", FIER).out
    assert "│  ├─ 2.2.1  Déployer des chantiers éducatifs réguliers" in out
    assert "Axe 4 – Actions transversales (2 fiches)" in out


@pytest.mark.parametrize("address", ["1.3", "petite-enfance/1.3", "Petite-Enfance/1.3"])
def test_a_fiche_is_found_by_its_full_address_or_by_a_number_it_alone_has(address: str) -> None:
    out = ctg("show", VIE, address).out
    titre = "Faciliter l'accueil spécifique : horaires atypiques, handicap, accueil d'urgence, occasionnel"
    assert out.splitlines()[:3] == [
        "Petite enfance › Avoir accès au mode d'accueil de son choix",
        f"Action 1.3 : {titre}",
        "adresse 1.3 · action nouvelle",
    ]


def test_a_fiche_has_the_documents_headings_in_its_order() -> None:
    out = ctg("show", FIER, "2.1.1").out
    lines = out.splitlines()
    headings = [line for before, line in pairwise(lines) if before == ""]
    assert headings == [
        "Diagnostic initial",
        "Objectifs opérationnels",
        "Échéances de réalisation",
        "Responsable de l'action",
        "Partenaires à associer",
        "Points de vigilance",
        "Résultats attendus",
        "Indicateurs d'évaluation",
        "Dispositif mobilisable",
    ]
    assert (
        "2. Mobiliser les jeunes en les faisant participer à la création et à l'animation de ces comptes"
        in out
    )


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (
            "1.1",
            (
                "plusieurs fiches ont le numéro 1.1 : "
                "petite-enfance/1.1, parentalite/1.1, acces-aux-services/1.1"
            ),
        ),
        (
            "parentalites/1.1",
            "aucune fiche à l'adresse « parentalites/1.1 » ; vouliez-vous dire « parentalite/1.1 » ?",
        ),
        ("zzz", "aucune fiche à l'adresse « zzz » (« ctg show PLAN » donne les adresses)"),
    ],
)
def test_an_address_that_names_no_fiche_or_several_is_told(address: str, sentence: str) -> None:
    assert ctg("show", VIE, address) == (2, "", f"ctg : {sentence}\n")


def test_a_plan_with_errors_is_not_shown() -> None:
    done = ctg("show", "-", data=plan(caf="").encode())
    assert (done.status, done.out) == (1, "")
    assert "entrée standard:1:1: CTG102" in done.err
    assert done.err.endswith("1 erreur : rien n'est affiché ni écrit\n")


def test_a_folder_is_refused_where_one_plan_is_meant() -> None:
    sentence = f"ctg : {PLANS} : c'est un dossier ; cette commande attend un seul plan\n"
    assert ctg("show", str(PLANS)) == (2, "", sentence)


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals")
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(columns: int) -> None:
    import pty  # noqa: PLC0415

    piped = ctg("show", FIER, "2.2.2").out.split()
    parent, child = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "ctgkit", "show", FIER, "2.2.2"],
        stdout=child,
        check=True,
        env={**os.environ, "COLUMNS": str(columns), "NO_COLOR": "1"},
    )
    os.close(child)
    seen = b""
    try:
        while chunk := os.read(parent, 65536):
            seen += chunk
    except OSError:  # the terminal is closed once all is read
        pass
    text = seen.decode()
    assert text.split() == piped
    assert max(len(line) for line in text.splitlines()) <= columns


def test_a_file_at_a_git_revision_is_read_by_git_itself(tmp_path: Path) -> None:
    git = tool("git")

    def run(*words: str) -> None:
        subprocess.run(
            [git, "-c", "user.name=Essai", "-c", "user.email=essai@example.invalid", *words],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    file = tmp_path / "p.yaml"
    file.write_text(plan(titre="titre: Première version"), encoding="utf-8")
    run("init", "-q")
    run("add", "p.yaml")
    run("commit", "-qm", "un")
    run("tag", "v1")
    file.write_text(plan(titre="titre: Seconde version"), encoding="utf-8")
    assert ctg("show", "v1:p.yaml", cwd=tmp_path).out.startswith("Première version\n")
    assert ctg("show", "p.yaml", cwd=tmp_path).out.startswith("Seconde version\n")
    unknown = "ctg : v9:p.yaml : git ne connaît pas la révision « v9 »\n"
    assert ctg("show", "v9:p.yaml", cwd=tmp_path) == (2, "", unknown)


STEPS = """\
        etapes:
          - numero: 1
            titre: Étudier les besoins
          - id: chantier
            titre: Construire
          - titre: Ouvrir au public"""


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("1.1:1", "Étape 1 : Étudier les besoins"),
        ("1.1:chantier", "Étape : Construire"),
        ("accueil/1.1:Chantier", "Étape : Construire"),
        ("1.1:2", "Étape : Construire"),
        ("1.1:3", "Étape : Ouvrir au public"),
    ],
)
def test_a_step_is_found_by_its_number_its_id_or_its_rank(tmp_path: Path, address: str, title: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(plan(suite=STEPS), encoding="utf-8")
    assert ctg("show", str(path), address).out.splitlines()[1] == title


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("1.1:chantie", "« 1.1:chantier » ?"),
        ("1.1:ouvrir", "« 1.1:3 » ?"),
        ("1.1:9", "« 1.1:1 », « 1.1:chantier » ou « 1.1:3 » ?"),
    ],
)
def test_a_step_that_is_not_there_gets_the_nearest(tmp_path: Path, address: str, said: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(plan(suite=STEPS), encoding="utf-8")
    found = ctg("show", str(path), address)
    assert found.status == 2
    assert found.err.rstrip().endswith(said)
