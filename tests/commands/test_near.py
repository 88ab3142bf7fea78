"""Near misses: files, folders, titles, statuses; and what is asked for at a terminal."""

import os
from pathlib import Path

import pytest

from tests.command import ctg, plan
from tests.terminal import at_terminal

PILOTE = "        pilotes: Communauté de communes\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan, and another in a folder."""
    (tmp_path / "plans").mkdir()
    text = plan(action="        titre: Ouvrir une ludothèque", suite=PILOTE)
    for path in (tmp_path / "plan.yaml", tmp_path / "plans" / "vallee.yaml"):
        path.write_text(text, encoding="utf-8")
    (tmp_path / "plain.txt").write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("plam.yaml", "plan.yaml"),
        ("plan.yml", "plan.yaml"),
        ("plan", "plan.yaml"),
        ("plan/vallee.yaml", os.path.join("plans", "vallee.yaml")),  # noqa: PTH118  (as it is shown)
        ("plans/valee.yaml", os.path.join("plans", "vallee.yaml")),  # noqa: PTH118
        ("zzz.yaml", None),
        ("plan/zzz.yaml", None),
        ("plans/zzz/vallee.yaml", None),
    ],
)
def test_a_file_that_is_not_there_suggests_the_nearest(folder: Path, typed: str, near: str | None) -> None:
    hint = f" ; vouliez-vous dire « {near} » ?" if near else ""
    done = ctg("validate", typed, cwd=folder)
    assert (done.status, done.out, done.err) == (2, "", f"ctg : {typed} : fichier introuvable{hint}\n")


def test_only_a_plan_is_suggested(folder: Path) -> None:
    (folder / "plan.yaml").unlink()
    (folder / "plans" / "vallee.yaml").unlink()
    (folder / "plans").rmdir()
    assert ctg("validate", "plain.yaml", cwd=folder).err == "ctg : plain.yaml : fichier introuvable\n"


@pytest.mark.parametrize("words", ["ludotheque", "Ouvrir une ludoteque"])
def test_a_title_leads_to_its_address(folder: Path, words: str) -> None:
    done = ctg("show", "plan.yaml", words, cwd=folder)
    assert done.err == f"ctg : aucune fiche à l'adresse « {words} » ; vouliez-vous dire « 1.1 » ?\n"


@pytest.mark.parametrize("typed", ["réalisée", "terminée", "Terminee", "done", "réalisées", "realise"])
def test_a_status_may_be_typed_in_other_words(folder: Path, typed: str) -> None:
    done = ctg("track", "plan.yaml", "1.1", "--statut", typed, "--diff", cwd=folder)
    assert done.status == 0, done.err
    assert "+            statut: réalisée\n" in done.out


@pytest.mark.process
def test_the_fiche_that_lacks_is_asked_for_at_a_terminal(folder: Path) -> None:
    question = "Adresse de la fiche : "
    answers = [(question, "9.9\r"), (question, "1.1\r")]
    done = at_terminal(["track", "plan.yaml", "--note", "Bonjour", "--date", "2026-01-05"], answers, folder)
    assert done.status == 0
    assert "1.1  Ouvrir une ludothèque\n" in done.screen
    assert "aucune fiche à l'adresse « 9.9 »" in done.screen
    assert "note: Bonjour" in (folder / "plan.yaml").read_text(encoding="utf-8")


def test_nobody_is_asked_for_a_fiche_without_a_terminal(folder: Path) -> None:
    done = ctg("track", "plan.yaml", "--note", "Bonjour", cwd=folder)
    assert done == (2, "", "ctg : il manque ADRESSE (voir « ctg track --help »)\n")


@pytest.mark.process
def test_the_pilot_that_lacks_is_asked_for_at_a_terminal(folder: Path) -> None:
    answers = [("Pilote : ", "zzz\r"), ("Pilote : ", "communauté\r")]
    done = at_terminal(["report", "plan.yaml", "--kind", "pilote"], answers, folder)
    assert done.status == 0
    assert "aucun pilote ne s'appelle « zzz »" in done.screen
    assert (folder / "plan-pilote-Communauté-de-communes.html").is_file()
