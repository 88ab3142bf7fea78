"""`--only-plans`: what pre-commit names, every YAML file of a commit, is no mistake."""

from pathlib import Path

import pytest

from tests.command import ctg, plan

OTHER = "services:\n  web:\n    image: nginx\n"
BROKEN = plan(caf="", action="        tire: Une action")


@pytest.mark.parametrize(
    ("command", "fine"), [("validate", "aucune erreur"), ("lint --ignore CTG3", "rien à signaler")]
)
def test_a_file_that_is_no_plan_is_left_alone(tmp_path: Path, command: str, fine: str) -> None:
    Path(tmp_path, "other.yml").write_text(OTHER, encoding="utf-8")
    Path(tmp_path, "plan.yaml").write_text(plan(), encoding="utf-8")
    words = [*command.split(), "--only-plans"]
    ignored = "(1 fichier YAML ignoré, sans clé d'un plan)"
    assert ctg(*words, "other.yml", "plan.yaml", cwd=tmp_path) == (
        0,
        f"1 plan, 1 fiche, {fine} {ignored}\n",
        "",
    )
    assert ctg(*words, "other.yml", cwd=tmp_path) == (0, "", "")
    assert ctg(*words, "--fix", "other.yml", cwd=tmp_path) == (0, "", "")
    assert Path(tmp_path, "other.yml").read_text(encoding="utf-8") == OTHER
    assert ctg(*command.split(), "other.yml", cwd=tmp_path).status == 1


@pytest.mark.parametrize("command", ["validate", "lint"])
def test_a_broken_plan_is_still_told(tmp_path: Path, command: str) -> None:
    Path(tmp_path, "other.yml").write_text(OTHER, encoding="utf-8")
    Path(tmp_path, "plan.yaml").write_text(BROKEN, encoding="utf-8")
    done = ctg(command, "--only-plans", "--format", "concise", "other.yml", "plan.yaml", cwd=tmp_path)
    assert done.status == 1
    assert [line.split()[1] for line in done.out.splitlines()[:-1]] == ["CTG102", "CTG101"]


def test_a_file_that_is_not_there_is_still_told(tmp_path: Path) -> None:
    done = ctg("validate", "--only-plans", "plan.yaml", cwd=tmp_path)
    assert done == (2, "", "ctg : plan.yaml : fichier introuvable\n")


def test_a_folder_may_hold_no_plan(tmp_path: Path) -> None:
    Path(tmp_path, "other.yml").write_text(OTHER, encoding="utf-8")
    assert ctg("validate", "--only-plans", ".", cwd=tmp_path) == (0, "", "")
    assert ctg("validate", ".", cwd=tmp_path).status == 2


def test_a_new_plan_needs_not_be_in_the_baseline_of_its_folder(tmp_path: Path) -> None:
    Path(tmp_path, "old.yaml").write_text(plan(), encoding="utf-8")
    written = ctg("lint", ".", "--baseline", "reference.json", "--write-baseline", cwd=tmp_path)
    assert written.status == 0
    Path(tmp_path, "ctgkit.toml").write_text('[lint]\nbaseline = "reference.json"\n', encoding="utf-8")
    assert ctg("lint", "--only-plans", "old.yaml", cwd=tmp_path).status == 0
    new = plan(territoire="territoire:\n  nom: Un autre territoire inventé")
    Path(tmp_path, "new.yaml").write_text(new, encoding="utf-8")
    done = ctg("lint", "--only-plans", "--select", "CTG301", "new.yaml", cwd=tmp_path)
    assert (done.status, done.err) == (1, "")
    assert done.out.endswith("1 plan, 1 fiche, 1 alerte\n")
