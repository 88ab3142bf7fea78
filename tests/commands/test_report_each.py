"""`ctg report --each`: a document per plan, none over another, and nothing over somebody's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctgkit.app.documents.each import distinct_names
from tests.command import Done, ctg, plan
from tests.reports.territoires.caf import DAY, MADE, written

WRONG = "format: 1\ntitre: Sans rien d'autre\n"
RPE = "        pilotes: Relais petite enfance"


def report(folder: Path, *arguments: str, data: bytes = b"") -> Done:
    """Runs `ctg report --each` in `folder`, on a fixed day."""
    return ctg("report", "--each", *arguments, "--date", str(DAY), data=data, cwd=folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def put(folder: Path, *files: str, **changes: str) -> None:
    """Small plans."""
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(plan(**changes), encoding="utf-8")


def test_each_plan_has_its_document_in_the_current_folder(tmp_path: Path) -> None:
    put(tmp_path, "plans/b.yaml", "plans/a.yaml")
    assert report(tmp_path, "plans") == (0, "a-copil.html\nb-copil.html\n", "")
    assert names(tmp_path) == ["a-copil.html", "b-copil.html", "plans"]
    assert report(tmp_path, "plans", "--kind", "plan", "--format", "md").out == "a-plan.md\nb-plan.md\n"


def test_a_document_is_the_one_that_its_plan_alone_makes(tmp_path: Path) -> None:
    """Those of many plans are written by several processes, in the order of the plans."""
    folder = tmp_path / "plans"
    folder.mkdir()
    written(folder)
    done = report(tmp_path, "plans", "-o", "sortie")
    files = [file.removesuffix(".yaml") for file in sorted(made.file for made in MADE)]
    assert len(files) == 12
    assert done == (0, "".join(f"sortie/{name}-copil.html\n" for name in files), "")
    for name in ("vallee", "trois-avant"):
        alone = ctg("report", f"plans/{name}.yaml", "--date", str(DAY), "-o", "-", cwd=tmp_path)
        assert (tmp_path / "sortie" / f"{name}-copil.html").read_text(encoding="utf-8") == alone.out


def test_a_single_plan_is_one_of_them(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    assert report(tmp_path, "a.yaml", "-o", "sortie") == (0, "sortie/a-copil.html\n", "")
    assert report(tmp_path, "-", data=plan().encode()) == (0, "plan-copil.html\n", "")


def test_two_files_of_one_name_make_two_documents(tmp_path: Path) -> None:
    put(tmp_path, "nord/plan.yaml", "sud/plan.yaml", "sud/autre.yaml")
    assert report(tmp_path, "nord", "sud") == (
        0,
        "nord-plan-copil.html\nautre-copil.html\nsud-plan-copil.html\n",
        "",
    )


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a/plan.yaml", "b/plan.yml"], ["a-plan", "b-plan"]),
        (["a/plan.yaml", "b/Plan.yaml"], ["a-plan", "b-Plan"]),  # some disks have one case
        (["p/a/plan.yaml", "q/a/plan.yaml", "q/b/plan.yaml"], ["p-a-plan", "q-a-plan", "b-plan"]),
        (["a/plan.yaml", "b/plan.yaml", "a-plan.yaml"], ["a-plan", "b-plan", "a-plan-2"]),
        (["plan.yaml", "plan.yml"], ["plan", "plan-2"]),
        (["plan.yaml", "a/plan.yaml", "a/plan.yml"], ["ici-plan", "a-plan", "a-plan-2"]),
        (["v1:plans/a.yaml", "plans/a.yaml"], ["v1-plans-a", "plans-a"]),
        (["-", "plan.yaml"], ["plan", "ici-plan"]),
    ],
)
def test_names_are_distinct_and_as_short_as_that_allows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], expected: list[str]
) -> None:
    folder = tmp_path / "ici"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert distinct_names(paths) == expected


def test_a_plan_with_errors_does_not_stop_the_others(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.yaml", "plans/c.yaml")
    (tmp_path / "plans" / "b.yaml").write_text(WRONG, encoding="utf-8")
    done = report(tmp_path, "plans", "perdu.yaml")
    assert (done.status, done.out) == (2, "a-copil.html\nc-copil.html\n")
    assert done.err.count("plans/b.yaml:1:1: CTG102 ") == 4
    assert done.err.endswith(
        "ctg : 1 plan a des erreurs : rien n'est écrit pour lui\nctg : perdu.yaml : fichier introuvable\n"
    )
    assert report(tmp_path, "plans").status == 1


# One pilot's lists


def test_plans_that_do_not_have_the_pilot_are_counted(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.yaml", "plans/c.yaml")
    put(tmp_path, "plans/b.yaml", suite=RPE)
    assert report(tmp_path, "plans", "--kind", "pilote", "--pilote", "relais petite enfance") == (
        0,
        "b-pilote-relais-petite-enfance.html\n",
        "ctg : 2 plans n'ont pas de pilote « relais petite enfance » : rien n'est écrit pour eux\n",
    )


def test_a_pilot_of_no_plan_is_a_mistake(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.yaml", "plans/b.yaml")
    assert report(tmp_path, "plans", "--kind", "pilote", "--pilote", "RPE") == (
        2,
        "",
        "ctg : aucun plan n'a de pilote « RPE » : rien n'est écrit\n",
    )
    assert names(tmp_path) == ["plans"]


# Nothing is lost


def test_a_foreign_file_in_the_way_of_one_stops_all_before_anything_is_written(tmp_path: Path) -> None:
    put(tmp_path, "plans/a.yaml", "plans/b.yaml")
    (tmp_path / "b-copil.html").write_text("mes notes", encoding="utf-8")
    done = report(tmp_path, "plans")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("ctg : b-copil.html : ce fichier existe et ctgkit ne l'a pas écrit ; ")
    assert names(tmp_path) == ["b-copil.html", "plans"]
    assert report(tmp_path, "plans", "--force").status == 0
    assert report(tmp_path, "plans").status == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--kind", "territoires"],
            "--each écrit un document par plan, et --kind territoires un seul sur tous",
        ),
        (["--kind", "pilote"], "--kind pilote demande --pilote NOM"),
        (["-o", "-"], "--each écrit un fichier par plan : -o attend un dossier, et non « - »"),
        (["-o", "a.html"], "--each écrit un fichier par plan : -o attend un dossier, et non « a.html »"),
        (["-o", "fichier"], "fichier : ce n'est pas un dossier ; --each écrit un fichier par plan"),
        (["-o", "absent/sortie"], "absent/sortie : le dossier « absent » n'existe pas"),
        (["-o", "fichier/sortie"], "fichier/sortie : le dossier « fichier » n'existe pas"),
        (["-o", "a" * 300], f"{'a' * 300} : nom de fichier trop long"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(tmp_path: Path, arguments: list[str], message: str) -> None:
    put(tmp_path, "plans/a.yaml")
    (tmp_path / "fichier").touch()
    assert report(tmp_path, "plans", *arguments) == (2, "", f"ctg : {message}\n")
    assert names(tmp_path) == ["fichier", "plans"]
