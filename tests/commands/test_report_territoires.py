"""`ctg report` over several plans or a folder: one report, that leaves nothing out in silence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from ctgkit.outputs.data.plain import plain
from ctgkit.reports.territoires.dossier import dossier
from ctgkit.reports.territoires.facts import territoires
from tests.command import Done, ctg, plan
from tests.conftest import PLANS, ROOT
from tests.outputs.templates.markup import spaced
from tests.reports.territoires.caf import DAY, MADE, plans, text, written

WRONG = "format: 1\ntitre: Sans rien d'autre\n"


def report(folder: Path, *arguments: str, data: bytes = b"") -> Done:
    """Runs `ctg report` in `folder`, on a fixed day."""
    return ctg("report", *arguments, "--date", str(DAY), data=data, cwd=folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def caf(tmp_path: Path) -> Path:
    """The folder of the plans of the invented Caf."""
    folder = tmp_path / "plans"
    folder.mkdir()
    return written(folder)


def note(number: int) -> str:
    return (
        f"ctg : {number} plans d'une autre période du même territoire : "
        "le rapport les nomme et ne les compte pas\n"
    )


def test_a_folder_makes_one_report_named_after_it(tmp_path: Path, caf: Path) -> None:
    done = report(tmp_path, "plans")
    assert done == (0, "plans-territoires.html\n", note(2))
    html = (tmp_path / "plans-territoires.html").read_text(encoding="utf-8")
    assert "Où en sont les territoires" in html
    assert html.count('<tr id="territoire-') == 10
    assert report(caf, ".").out == "plans-territoires.html\n"


def test_several_plans_make_one_report(tmp_path: Path, caf: Path) -> None:
    done = report(tmp_path, str(PLANS / "fier-et-usses.yaml"), str(caf / "vallee.yaml"), "--format", "md")
    assert done == (0, "territoires.md\n", "")
    page = (tmp_path / "territoires.md").read_text(encoding="utf-8")
    assert "- 2 territoires : 2 conventions en cours.\n" in spaced(page)


def test_a_folder_with_one_plan_is_a_folder_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    (folder / "a.yaml").write_text(plan(), encoding="utf-8")
    assert report(tmp_path, "plans") == (0, "plans-territoires.html\n", "")
    assert report(tmp_path, "plans/a.yaml") == (0, "a-copil.html\n", "")
    assert report(tmp_path, "plans/a.yaml", "--kind", "territoires").out == "a-territoires.html\n"


@pytest.mark.usefixtures("caf")
def test_json_is_what_the_templates_are_given(tmp_path: Path) -> None:
    done = report(tmp_path, "plans", "-o", "-", "--format", "json")
    assert (done.status, done.err) == (0, note(2))
    made: dict[str, Any] = json.loads(done.out)
    view = plain(territoires((dossier(f"plans/{file}", one, DAY) for file, one in plans()), DAY))
    assert made.pop("territoires") == json.loads(json.dumps(view))
    assert made == {
        "version": 2,
        "tool": made["tool"],
        "command": "report",
        "kind": "territoires",
        "date": "2026-06-30",
    }


def test_one_of_the_plans_may_come_from_standard_input(tmp_path: Path, caf: Path) -> None:
    data = (caf / "evreuse.yaml").read_bytes()
    done = report(tmp_path, "-", "plans/vallee.yaml", "-o", "a.md", data=data)
    assert done == (0, "a.md\n", "")
    assert "**Évreuse-Fictive**" in (tmp_path / "a.md").read_text(encoding="utf-8")


# What is left out


def test_a_plan_with_errors_is_told_of_and_not_counted(tmp_path: Path, caf: Path) -> None:
    (caf / "faux.yaml").write_text(WRONG, encoding="utf-8")
    (caf / "autre.yaml").write_text("services: {}\n", encoding="utf-8")
    done = report(tmp_path, "plans", "-o", "a.md")
    assert (done.status, done.out) == (1, "a.md\n")
    assert done.err.count("plans/faux.yaml:1:1: CTG102 ") == 4
    assert done.err.endswith(
        "ctg : 1 plan a des erreurs : le rapport le nomme et ne le compte pas\n"
        f"{note(2)}ctg : 1 fichier YAML ignoré, sans clé d'un plan\n"
    )
    page = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "> Ces chiffres ne sont pas complets : 1 plan n'est pas compté, " in spaced(page)
    assert "\n- 10 territoires : " in spaced(page)
    assert "\n- plans/faux.yaml : 4 erreurs. " in spaced(page)
    assert "autre.yaml" not in page


@pytest.mark.usefixtures("caf")
def test_a_file_that_is_not_there_is_told_of_and_not_counted(tmp_path: Path) -> None:
    done = report(tmp_path, "plans/vallee.yaml", "perdu.yaml", "-o", "a.md")
    assert done == (2, "a.md\n", "ctg : perdu.yaml : fichier introuvable\n")
    page = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "> Ces chiffres ne sont pas complets" in page
    assert "\n- perdu.yaml : fichier introuvable.\n" in spaced(page)


def test_with_no_plan_to_count_nothing_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    done = report(tmp_path, "plans")
    assert done == (2, "", "ctg : aucun plan (.yaml) dans le dossier « plans »\n")
    (folder / "faux.yaml").write_text(WRONG, encoding="utf-8")
    done = report(tmp_path, "plans")
    assert (done.status, done.out) == (1, "")
    assert done.err.endswith("ctg : aucun plan sans erreur : rien n'est écrit\n")
    assert names(tmp_path) == ["plans"]


def test_two_versions_of_a_plan_are_refused_with_both_names(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs" / "exemple", tmp_path / "exemple")
    assert report(tmp_path, "exemple") == (
        2,
        "",
        (
            "ctg : exemple/plan-2023-signe.yaml et exemple/plan.yaml sont deux plans d'un même territoire, "
            "« Vallée Imaginaire », et leurs périodes (2023-2027 et 2023-2027) se recouvrent : "
            "leurs fiches seraient comptées deux fois ; ne donnez que l'un des deux\n"
        ),
    )
    assert names(tmp_path) == ["exemple"]


@pytest.mark.usefixtures("caf")
def test_the_same_file_given_twice_counts_once(tmp_path: Path) -> None:
    done = report(tmp_path, "plans/vallee.yaml", "./plans/vallee.yaml", "-o", "a.md")
    assert done.status == 0
    assert "- Un territoire, dont " in spaced((tmp_path / "a.md").read_text(encoding="utf-8"))


# Nothing is lost


def test_neither_a_plan_nor_a_foreign_file_is_written_over(tmp_path: Path, caf: Path) -> None:
    done = report(tmp_path, "plans", "--force", "-o", "plans/vallee.yaml", "--format", "md")
    assert (done.status, done.out) == (2, "")
    assert "c'est le plan lui-même" in done.err
    assert (caf / "vallee.yaml").read_text(encoding="utf-8") == text(MADE[0])
    (tmp_path / "a.md").write_text("mes notes", encoding="utf-8")
    assert "ctgkit ne l'a pas écrit" in report(tmp_path, "plans", "-o", "a.md").err
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "mes notes"
    assert report(tmp_path, "plans", "-o", "a.md", "--force").status == 0
    assert report(tmp_path, "plans", "-o", "a.md").status == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "il manque PLAN… (voir « ctg report --help »)"),
        (
            ["plans", "--kind", "copil"],
            (
                "--kind copil écrit sur un seul plan, et « plans » est un dossier ; "
                "--each écrit un document par plan"
            ),
        ),
        (
            ["plans/a.yaml", "plans/b.yaml", "--kind", "plan"],
            "--kind plan écrit sur un seul plan, et il y en a 2 ; --each écrit un document par plan",
        ),
        (["plans", "--pilote", "RPE"], "--pilote va avec --kind pilote"),
        (
            ["plans", "--since", "2025-01-01"],
            (
                "--since ne va pas avec un rapport sur plusieurs plans ; "
                "« ctg status --since » dit ce qui a bougé"
            ),
        ),
        (
            ["plans", "-o", "a.pdf"],
            "extension inconnue : « a.pdf » ; écrivez .html, .md ou .json, ou donnez --format",
        ),
    ],
)
def test_what_does_not_go_together_is_told_in_a_sentence(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "plans").mkdir()
    assert report(tmp_path, *arguments) == (2, "", f"ctg : {message}\n")
    assert names(tmp_path) == ["plans"]


def test_many_plans_are_read_by_several_processes_in_the_same_order(tmp_path: Path) -> None:
    """From 200 on; names that are not in the order of the files."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for rank in range(210):
        name = f"territoire:\n  nom: Territoire {(rank * 37) % 210:03}"
        (folder / f"{rank:03}.yaml").write_text(plan(territoire=name), encoding="utf-8")
    done = report(tmp_path, "plans", "-o", "-", "--format", "json")
    assert (done.status, done.err) == (0, "")
    made = json.loads(done.out)["territoires"]
    assert [one["lieu"]["nom"] for one in made["territoires"]] == [
        f"Territoire {rank:03}" for rank in range(210)
    ]
    assert made["bilan"]["totaux"]["fiches"] == 210
