"""`ctg diff --avenant` as a user runs it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.command import Done, ctg, plan
from tests.conftest import ROOT, tool

EXEMPLE = ROOT / "docs" / "exemple"
OLD, NEW = str(EXEMPLE / "plan-2023-signe.yaml"), str(EXEMPLE / "plan.yaml")
DAY = ("--date", "2026-11-22")


def avenant(folder: Path, *arguments: str, data: bytes = b"") -> Done:
    """Runs `ctg diff --avenant` in `folder`, on a fixed day."""
    return ctg("diff", "--avenant", *arguments, *DAY, data=data, cwd=folder)


def test_the_draft_is_named_after_the_new_plan_in_the_current_folder(tmp_path: Path) -> None:
    assert avenant(tmp_path, OLD, NEW) == (0, "plan-avenant.html\n", "")
    assert avenant(tmp_path, OLD, NEW, "--format", "md") == (0, "plan-avenant.md\n", "")
    assert (tmp_path / "plan-avenant.html").read_bytes().startswith(b"<!doctype html>\n")
    assert (tmp_path / "plan-avenant.md").read_bytes().startswith(b"<!-- ctgkit ")


def test_a_dash_prints_the_document_that_was_read_over(tmp_path: Path) -> None:
    done = avenant(tmp_path, OLD, NEW, "-o", "-", "--format", "md")
    assert (done.status, done.err) == (0, "")
    assert done.out == (ROOT / "tests" / "data" / "avenant-exemple.md").read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_without_a_change_of_the_contract_nothing_is_written_and_it_is_said(
    tmp_path: Path, output: list[str]
) -> None:
    changed = plan(suite="        suivi:\n          - date: 2025-06-01\n            statut: en cours")
    (tmp_path / "a.yaml").write_text(plan(), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(changed, encoding="utf-8")
    assert avenant(tmp_path, "a.yaml", "b.yaml", *output) == (
        0,
        "",
        "aucun changement du contrat : il n'y a pas d'avenant à rédiger, rien n'est écrit\n",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]


def test_plans_of_two_territories_are_compared_only_when_forced(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(plan(), encoding="utf-8")
    other = plan(territoire="territoire:\n  nom: Autre territoire")
    (tmp_path / "b.yaml").write_text(other, encoding="utf-8")
    done = avenant(tmp_path, "a.yaml", "b.yaml")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "ctg : ces plans sont de deux territoires, « Territoire inventé » et « Autre territoire » ; "
        "--force les compare quand même\n"
    )
    assert avenant(tmp_path, "a.yaml", "b.yaml", "--force").status == 0
    assert "Autre territoire" in (tmp_path / "b-avenant.html").read_text(encoding="utf-8")


def test_findings_of_a_side_that_is_no_plan_are_shown(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("format: 1\n", encoding="utf-8")
    done = avenant(tmp_path, "a.yaml", NEW)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("a.yaml:")
    assert "l'ancienne version (a.yaml) n'est pas un plan" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_neither_plan_is_ever_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(plan(), encoding="utf-8")
    (tmp_path / "b.md").write_text(plan(titre="titre: Autre"), encoding="utf-8")
    for target in ("a.md", "b.md"):
        done = avenant(tmp_path, "a.md", "b.md", "-o", target, "--force")
        assert done.status == 2
        assert "c'est le plan lui-même" in done.err


def test_standard_input_cannot_be_both_versions(tmp_path: Path) -> None:
    done = avenant(tmp_path, "-", "-", data=plan().encode())
    assert (done.status, done.out) == (2, "")
    assert done.err == "ctg : l'entrée standard ne peut être qu'une des deux versions\n"


def test_a_version_may_come_from_git(tmp_path: Path) -> None:
    git = tool("git")
    (tmp_path / "plan.yaml").write_text(plan(), encoding="utf-8")
    for arguments in (
        ["init", "-q"],
        ["add", "plan.yaml"],
        ["-c", "user.name=x", "-c", "user.email=x@y.example", "commit", "-qm", "Plan"],
    ):
        subprocess.run([git, *arguments], cwd=tmp_path, check=True)
    (tmp_path / "plan.yaml").write_text(plan(titre="titre: Autre titre"), encoding="utf-8")
    assert avenant(tmp_path, "HEAD:plan.yaml", "plan.yaml") == (0, "plan-avenant.html\n", "")
    assert "Autre titre" in (tmp_path / "plan-avenant.html").read_text(encoding="utf-8")


def test_one_plan_alone_is_drafted_against_its_version_in_head(tmp_path: Path) -> None:
    git = tool("git")
    (tmp_path / "plan.yaml").write_text(plan(), encoding="utf-8")
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for arguments in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "x"]):
        subprocess.run([git, *arguments], cwd=tmp_path, check=True)
    (tmp_path / "plan.yaml").write_text(plan(action="        titre: Un autre titre"), encoding="utf-8")
    done = avenant(tmp_path, "plan.yaml", "-o", "-", "--format", "md")
    assert done.status == 0
    assert "Un autre titre" in done.out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--avenant", "--stat"], "--avenant ne va pas avec --stat"),
        (["--avenant", "--only", "1.1"], "--avenant ne va pas avec --only"),
        (["--avenant", "--contract"], "--avenant ne va pas avec --contract"),
        (["--date", "2026-01-01"], "--date ne va qu'avec --avenant"),
    ],
)
def test_what_does_not_go_with_a_draft_is_told(tmp_path: Path, options: list[str], told: str) -> None:
    done = ctg("diff", OLD, NEW, *options, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
