"""`ctg diff` and git: revisions, the working file against HEAD, and git's own `git diff`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.command import ctg, plan
from tests.commands.repository import Repository
from tests.conftest import ROOT, tool

FIRST = plan(suite="        constats:\n          - Un constat\n        calendrier: 2025")
SECOND = plan(suite="        constats:\n          - Un constat\n        calendrier: 2025-2026")
SAID = "~ Calendrier modifié (l. 15)"
WORDS = "2025{+-2026+}"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A plan in a folder, committed as `v1`, and changed since."""
    made = Repository(tmp_path)
    made.write("plans/p.yaml", FIRST)
    made.write("notes.txt", "rien")
    made.commit("v1")
    made.write("plans/p.yaml", SECOND)
    return made


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.replace("\u00a0", " ").splitlines()]


def test_one_file_is_compared_with_head(repository: Repository) -> None:
    done = ctg("diff", "plans/p.yaml", cwd=repository.folder)
    assert (done.status, done.err) == (0, "")
    found = lines(done.out)
    assert found[1] == "- HEAD:plans/p.yaml : Plan d'essai, 1 fiche"
    assert found[2] == "+ plans/p.yaml : Plan d'essai, 1 fiche"
    assert SAID in found
    assert WORDS in found


@pytest.mark.parametrize(("folder", "name"), [("plans", "p.yaml"), ("plans/..", "plans/p.yaml")])
def test_its_path_is_found_from_any_folder(repository: Repository, folder: str, name: str) -> None:
    found = lines(ctg("diff", name, cwd=repository.folder / folder).out)
    assert found[1] == "- HEAD:plans/p.yaml : Plan d'essai, 1 fiche"
    assert SAID in found


def test_its_repository_is_found_from_elsewhere(
    repository: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("ailleurs")
    found = lines(ctg("diff", str(repository.folder / "plans" / "p.yaml"), cwd=elsewhere).out)
    assert SAID in found


def test_a_hook_of_git_asks_as_somebody_at_the_desk_does(repository: Repository) -> None:
    # git sets these for its hooks, relative to the top of the repository.
    done = ctg("diff", "p.yaml", cwd=repository.folder / "plans", GIT_DIR=".git", GIT_PREFIX="plans/")
    assert SAID in lines(done.out)


def test_revisions_are_read_by_git_itself(repository: Repository) -> None:
    repository.commit("v2")
    done = ctg("diff", "v1:plans/p.yaml", "v2:plans/p.yaml", cwd=repository.folder)
    assert (done.status, done.err) == (0, "")
    assert SAID in lines(done.out)
    done = ctg("diff", "v1:./p.yaml", "-", cwd=repository.folder / "plans", data=FIRST.encode())
    assert lines(done.out)[-1] == "Aucun changement au contrat, aucun changement au suivi"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["v9:plans/p.yaml", "plans/p.yaml"], "v9:plans/p.yaml : git ne connaît pas la révision « v9 »"),
        (
            ["v1:plans/q.yaml", "plans/p.yaml"],
            "v1:plans/q.yaml : git n'a pas de fichier « plans/q.yaml » à la révision « v1 »",
        ),
        (
            ["v1:plans", "plans/p.yaml"],
            "v1:plans : git n'a pas de fichier « plans » à la révision « v1 »",
        ),
        (["nouveau.yaml"], "nouveau.yaml : git n'a pas de fichier « nouveau.yaml » à la révision « HEAD »"),
        (["absent.yaml"], "absent.yaml : fichier introuvable"),
        (["-"], "l'entrée standard n'a pas d'ancienne version : donnez deux plans"),
        (["-", "-"], "l'entrée standard ne peut être qu'une des deux versions"),
        (
            ["v1:plans/p.yaml"],
            "v1:plans/p.yaml : donnez deux plans, ou un fichier à comparer avec sa version dans HEAD",
        ),
        (["a", "b", "c"], "« ctg diff » compare deux plans, et il y en a 3"),
        (["plans", "plans/p.yaml"], "plans : c'est un dossier ; cette commande attend un seul plan"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    repository: Repository, arguments: list[str], sentence: str
) -> None:
    repository.write("nouveau.yaml", FIRST)
    assert ctg("diff", *arguments, cwd=repository.folder) == (2, "", f"ctg : {sentence}\n")


def test_a_repository_without_a_commit_has_no_head(tmp_path: Path) -> None:
    Repository(tmp_path).write("p.yaml", FIRST)
    sentence = "ctg : p.yaml : git ne connaît pas la révision « HEAD »\n"
    assert ctg("diff", "p.yaml", cwd=tmp_path) == (2, "", sentence)


def test_a_folder_that_is_no_repository_is_told(tmp_path: Path) -> None:
    tool("git")
    Path(tmp_path, "p.yaml").write_text(FIRST, encoding="utf-8")
    stop = str(tmp_path.parent)
    one = "ctg : p.yaml : ce fichier n'est pas dans un dépôt git\n"
    assert ctg("diff", "p.yaml", cwd=tmp_path, GIT_CEILING_DIRECTORIES=stop) == (2, "", one)
    two = "ctg : v1:p.yaml : ni un fichier, ni une révision : ce dossier n'est pas dans un dépôt git\n"
    assert ctg("diff", "v1:p.yaml", "p.yaml", cwd=tmp_path, GIT_CEILING_DIRECTORIES=stop) == (2, "", two)


def test_a_machine_without_git_is_told(tmp_path: Path) -> None:
    Path(tmp_path, "p.yaml").write_text(FIRST, encoding="utf-8")
    for arguments, name in ((["p.yaml"], "p.yaml"), (["v1:p.yaml", "p.yaml"], "v1:p.yaml")):
        done = ctg("diff", *arguments, cwd=tmp_path, PATH=str(tmp_path))
        assert done == (
            2,
            "",
            f"ctg : {name} : git n'est pas installé, et il le faut pour lire une révision\n",
        )


# --- git's own commands ----------------------------------------------------------------------------


def test_git_diff_tells_the_changes_of_a_plan(repository: Repository) -> None:
    repository.drive()
    found = lines(repository.git("diff", "--", "plans"))
    assert found[0] == "ctg diff plans/p.yaml"
    assert SAID in found
    assert WORDS in found
    old = repository.git("rev-parse", "v1:plans/p.yaml")[:9]
    assert f"- plans/p.yaml ({old}) : Plan d'essai, 1 fiche" in found
    assert "+ plans/p.yaml (copie de travail) : Plan d'essai, 1 fiche" in found


def test_git_is_not_told_of_a_failure_by_who_has_read_enough(repository: Repository) -> None:
    for rank in range(5):
        repository.write(f"plans/{rank}.yaml", FIRST)
    repository.drive()
    repository.commit()
    for rank in range(5):
        repository.write(f"plans/{rank}.yaml", SECOND)
    # A program that has closed its input, as head has once it has what it wants.
    repository.git(
        "config", "alias.pris", f"!git diff 2>dit | {sys.executable} -c 'import os; os.read(0, 1)'"
    )
    repository.git("pris")
    assert repository.folder.joinpath("dit").read_text(encoding="utf-8") == ""


def test_git_log_and_git_show_tell_them_too(repository: Repository) -> None:
    repository.drive()
    repository.commit("v2")
    assert SAID in lines(repository.git("log", "-p", "--ext-diff", "-1", "--", "plans"))
    assert SAID in lines(repository.git("show", "--ext-diff", "v2", "--", "plans"))
    assert SAID in lines(repository.git("diff", "v1", "v2", "--", "plans"))


def test_git_goes_on_after_a_file_that_is_no_plan(repository: Repository) -> None:
    repository.drive()
    repository.write("plans/a.yaml", "services:\n  web: 1\n")
    repository.commit()
    repository.write("plans/a.yaml", "services:\n  web: 2\n")
    repository.write("plans/p.yaml", FIRST)
    found = lines(repository.git("diff"))
    assert "L'ancienne version n'est pas un plan : 1 erreur ; voici le texte" in found
    assert "La nouvelle version n'est pas un plan : 1 erreur ; voici le texte" in found
    assert "-  web: 1" in repository.git("diff").splitlines()
    assert "+  web: 2" in repository.git("diff").splitlines()
    assert "~ Calendrier modifié (l. 15)" in found


def test_a_plan_that_is_added_removed_or_renamed(repository: Repository) -> None:
    repository.drive()
    repository.commit()
    repository.git("mv", "plans/p.yaml", "plans/q.yaml")
    repository.write("plans/q.yaml", FIRST)
    repository.write("plans/r.yaml", plan(titre="titre: Un autre", numero="      - numero: 9.9"))
    repository.git("add", "-A")
    found = lines(repository.git("diff", "--cached", "-M"))
    assert found[0] == "ctg diff plans/p.yaml → plans/q.yaml"
    assert SAID in found
    assert "ctg diff plans/r.yaml" in found
    assert "Fichier ajouté : Un autre, 1 fiche" in found
    repository.commit()
    (repository.folder / "plans" / "r.yaml").unlink()
    assert lines(repository.git("diff")) == ["ctg diff plans/r.yaml", "Fichier retiré : Un autre, 1 fiche"]


def test_behind_a_pager_there_are_colours_and_the_width_of_the_screen(repository: Repository) -> None:
    old = repository.write("old.yaml", FIRST)
    arguments = [
        "p.yaml",
        str(old),
        "a" * 40,
        "100644",
        str(repository.folder / "plans/p.yaml"),
        "0" * 40,
        "100644",
    ]
    plain = ctg("diff", "--git", *arguments)
    assert "\x1b" not in plain.out
    paged = ctg("diff", "--git", *arguments, GIT_PAGER_IN_USE="true", COLUMNS="40", NO_COLOR="")
    assert "\x1b[32m{+-2026+}\x1b[0m" in paged.out
    quiet = ctg("diff", "--git", *arguments, GIT_PAGER_IN_USE="true", COLUMNS="40", NO_COLOR="1")
    assert "\x1b" not in quiet.out
    assert max(map(len, quiet.out.splitlines())) <= 40


def test_arguments_that_are_not_those_of_git_are_refused() -> None:
    done = ctg("diff", "--git", "a.yaml", "b.yaml")
    assert (done.status, done.out) == (2, "")
    assert "--git attend les sept arguments" in done.err
    assert os.linesep not in done.err.strip()


def test_the_documentation_says_how_to_make_it_git_s_own() -> None:
    page = (ROOT / "docs" / "commandes.md").read_text(encoding="utf-8")
    assert 'git config diff.ctg.command "ctg diff --git"\n' in page
    assert "plans/*.yaml diff=ctg\n" in page
