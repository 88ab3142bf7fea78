"""`ctg report --templates`, `--list-templates` and `--eject`, and the folder that `ctgkit.toml` names."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ctgkit.outputs.templates import builtin
from tests.command import Done, ctg, process_ctg
from tests.conftest import ROOT

PLAN = ROOT / "docs" / "exemple" / "plan.yaml"
OLD = ROOT / "docs" / "exemple" / "plan-2023-signe.yaml"
UNKNOWN = "aucun gabarit ne s'appelle"
NAMES = "« ctg report --list-templates » donne leurs noms"
GIVE = "donnez un dossier avec --templates"
MINE = '{% extends "ctgkit/document.md" %}\n{% block main %}Chez nous.{% endblock %}\n'


def report(folder: Path, *arguments: str, plan: Path | str = PLAN) -> Done:
    return ctg(
        "report",
        str(plan),
        "--date",
        "2026-06-30",
        "--format",
        "md",
        "-o",
        "-",
        *arguments,
        cwd=folder,
    )


def run(folder: Path, *arguments: str) -> Done:
    return ctg(*arguments, cwd=folder)


def put(path: Path, text: str = MINE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_of_templates_is_named_by_an_option(tmp_path: Path) -> None:
    put(tmp_path / "à nous" / "copil.md")
    done = report(tmp_path, "--templates", "à nous")
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("Chez nous.")
    assert "Chez nous." not in report(tmp_path).out


def test_a_folder_of_templates_is_named_by_the_configuration_beside_the_plan(tmp_path: Path) -> None:
    """Its path is relative to the configuration, wherever the command runs."""
    shutil.copy(PLAN, put(tmp_path / "plans" / "sous" / "plan.yaml", ""))
    put(tmp_path / "plans" / "ctgkit.toml", '[report]\ntemplates = "gabarits"\n')
    put(tmp_path / "plans" / "gabarits" / "copil.md")
    for here, plan in ((tmp_path, "plans/sous/plan.yaml"), (tmp_path / "plans" / "sous", "plan.yaml")):
        done = report(here, plan=plan)
        assert (done.status, done.err) == (0, "")
        assert done.out.endswith("Chez nous.")
    put(tmp_path / "autres" / "copil.md", "Les autres")
    assert report(tmp_path, "--templates", "autres", plan="plans/sous/plan.yaml").out == "Les autres"


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (
            '[report]\ntemplate = "x"\n',
            "ctgkit.toml:2 : clé inconnue : « template » ; vouliez-vous dire « templates » ?",
        ),
        (
            "[report]\nlogo = 3\n",
            (
                "ctgkit.toml:2 : clé inconnue : « logo » ; possibles : templates, "
                "copil, plan, pilote, territoires, avenant, diff"
            ),
        ),
        ("[report]\n\ntemplates = 3\n", "ctgkit.toml:3 : un nom de dossier est attendu, entre guillemets"),
        ('[report]\ntemplates = ""\n', "ctgkit.toml:2 : un nom de dossier est attendu, entre guillemets"),
        ("report = 3\n", "ctgkit.toml:1 : une table est attendue : [report]"),
        (
            '[reports]\ntemplates = "x"\n',
            "ctgkit.toml:1 : clé inconnue : « reports » ; vouliez-vous dire « report » ?",
        ),
        (
            '[report]\ntemplates = "absent"\n',
            "absent : ce dossier de gabarits n'existe pas ; « ctg report --eject NOM » le crée",
        ),
    ],
)
def test_a_setting_that_makes_no_sense_is_told(tmp_path: Path, toml: str, message: str) -> None:
    shutil.copy(PLAN, tmp_path)
    put(tmp_path / "ctgkit.toml", toml)
    assert report(tmp_path, plan="plan.yaml") == (2, "", f"ctg : {message}\n")


def test_the_rules_of_lint_do_not_mind_the_templates(tmp_path: Path) -> None:
    shutil.copy(PLAN, tmp_path)
    put(tmp_path / "ctgkit.toml", '[report]\ntemplates = "absent"\n')
    assert run(tmp_path, "lint", "--fail-on", "error", "--date", "2026-06-30", "plan.yaml").status == 0


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("absent", "absent : ce dossier de gabarits n'existe pas ; « ctg report --eject NOM » le crée"),
        ("fichier", "fichier : ce n'est pas un dossier"),
        ("", "--templates attend le nom d'un dossier"),
    ],
)
def test_a_folder_that_cannot_be_used_is_told_and_nothing_is_written(
    tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "fichier").touch()
    assert report(tmp_path, "--templates", name) == (2, "", f"ctg : {message}\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads anything")
def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "fermé").mkdir(mode=0)
    assert report(tmp_path, "--templates", "fermé") == (2, "", "ctg : fermé : accès refusé\n")


def test_a_mistake_in_a_template_is_told_with_its_line_and_nothing_is_written(tmp_path: Path) -> None:
    put(tmp_path / "t" / "copil.md", "\n\t{{ copil.entet.caf }}")
    done = run(tmp_path, "report", str(PLAN), "--templates", "t", "--format", "md")
    assert (done.status, done.out) == (2, "")
    assert done.err.replace("\u00a0", " ") == (
        "ctg : t/copil.md:2 : « copil.entet » n'existe pas ; vouliez-vous dire « entete » ?\n"
        "     2 │ →{{ copil.entet.caf }}\n"
        "       │           ^^^^^\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["t"]


def test_a_file_that_replaces_nothing_does_not_pass_unnoticed(tmp_path: Path) -> None:
    put(tmp_path / "t" / "copil.htm")
    put(tmp_path / "t" / "lisez-moi.txt", "rien")
    done = report(tmp_path, "--templates", "t")
    assert done.status == 0
    assert done.out == report(tmp_path).out
    assert done.err.splitlines() == [
        "ctg : t : aucun fichier n'y porte le nom d'un gabarit ; « ctg report --list-templates » les donne",
        "ctg : t/copil.htm : aucun gabarit ne s'appelle ainsi ; vouliez-vous dire « copil.html » ?",
    ]
    put(tmp_path / "t" / "copil.md")
    assert report(tmp_path, "--templates", "t").err.splitlines() == [
        "ctg : t/copil.htm : aucun gabarit ne s'appelle ainsi ; vouliez-vous dire « copil.html » ?"
    ]


def test_a_helper_that_a_template_includes_is_no_mistake(tmp_path: Path) -> None:
    put(tmp_path / "t" / "copils.md", "Aide")
    put(tmp_path / "t" / "copil.md", '{% include "copils.md" %}')
    assert report(tmp_path, "--templates", "t") == (0, "Aide", "")


@pytest.mark.process
def test_a_bug_in_a_template_of_ctgkit_stays_one(tmp_path: Path) -> None:
    """As in a broken installation: nobody's template is at fault."""
    packages = tmp_path / "site-packages"
    shutil.copytree(ROOT / "ctgkit", packages / "ctgkit", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", packages / "ctgkit" / "templates")
    put(packages / "ctgkit" / "templates" / "document.md", "{{ copil.zut }}")
    done = process_ctg("report", str(PLAN), "--format", "md", cwd=tmp_path, PYTHONPATH=str(packages))
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith("ctg : erreur interne (")


def test_a_comparison_and_an_avenant_take_templates_too(tmp_path: Path) -> None:
    put(tmp_path / "t" / "diff.md", "Diff de {{ document.new.territoire }}")
    put(tmp_path / "t" / "avenant.md", "Avenant n° {{ document.numero }}")
    both = (str(OLD), str(PLAN), "-o", "-", "--templates", "t")
    assert run(tmp_path, "diff", *both, "--format", "md") == (0, "Diff de Vallée Imaginaire", "")
    assert run(tmp_path, "diff", *both, "--format", "md", "--avenant").out.startswith("Avenant n°")
    assert run(tmp_path, "diff", *both) == (
        2,
        "",
        "ctg : --templates va avec --format html ou md, ou avec --avenant\n",
    )
    put(tmp_path / "t" / "diff.md", "{{ document.news }}")
    done = run(tmp_path, "diff", *both, "--format", "md")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("ctg : t/diff.md:1\u00a0: «\u00a0document.news\u00a0» n'existe pas")


def test_the_templates_are_listed_with_those_that_are_replaced(tmp_path: Path) -> None:
    put(tmp_path / "t" / "document.md")
    done = run(tmp_path, "report", "--list-templates", "--templates", "t")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert [line.split()[0] for line in lines] == list(builtin.names())
    (line,) = (line for line in lines if line.endswith("]"))
    assert line.split(maxsplit=1) == [
        "document.md",
        "Le cadre de tous les documents en Markdown [t/document.md]",
    ]
    assert run(tmp_path, "report", "--list-templates").out.count("[") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["t"]


@pytest.mark.parametrize("asked", [[], ["tout"]])
def test_templates_are_copied_out_and_give_the_same_report(tmp_path: Path, asked: list[str]) -> None:
    done = run(tmp_path, "report", "--eject", *asked)
    assert (done.status, done.err) == (0, "")
    names = sorted(path.name for path in (tmp_path / "templates").iterdir())
    assert names == sorted(builtin.names())
    assert done.out.startswith("templates/blocs.html\n")
    assert "Ces copies ne suivront plus les mises à jour de ctgkit." in done.out
    assert "ctg report PLAN --templates templates" in done.out
    assert report(tmp_path, "--templates", "templates") == report(tmp_path)


def test_templates_are_copied_where_the_configuration_says(tmp_path: Path) -> None:
    put(tmp_path / "ctgkit.toml", '[report]\ntemplates = "gabarits"\n')
    done = run(tmp_path, "report", "--eject", "document.md", "--eject", "style.css, document.md")
    assert done.out.startswith("gabarits/document.md\ngabarits/style.css\n\nCes copies")
    assert done.out.endswith("Ensuite :\n  ctg report PLAN\n")
    assert (tmp_path / "gabarits" / "document.md").read_text(encoding="utf-8") == builtin.text("document.md")


def test_nothing_is_copied_over_what_is_there_unless_forced(tmp_path: Path) -> None:
    mine = put(tmp_path / "templates" / "document.md")
    done = run(tmp_path, "report", "--eject", "partie.md,document.md")
    assert done == (
        2,
        "",
        (
            "ctg : templates/document.md : ce fichier existe ; "
            "--force copie par-dessus, et ce qui y est se perd\n"
        ),
    )
    assert [path.name for path in (tmp_path / "templates").iterdir()] == ["document.md"]
    assert mine.read_text(encoding="utf-8") == MINE
    assert run(tmp_path, "report", "--eject", "partie.md,document.md", "--force").status == 0
    assert mine.read_text(encoding="utf-8") == builtin.text("document.md")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--eject", "document.htm"], f"{UNKNOWN} « document.htm » ; vouliez-vous dire « document.html » ?"),
        (["--eject", "zzz"], f"{UNKNOWN} « zzz » ; {NAMES}"),
        (["--eject", "nouveau.yaml"], f"{UNKNOWN} « nouveau.yaml » ; {NAMES}"),
        (["--eject", ","], "--eject attend le nom d'un gabarit, ou tout"),
        (["--eject", "document.md", "--templates", "a/b"], "a/b : le dossier « a » n'existe pas"),
        (["--eject", "document.md", "--templates", "fichier"], "fichier : ce n'est pas un dossier"),
        (["--eject", "document.md", "--list-templates"], "--list-templates et --eject ne vont pas ensemble"),
        (
            ["--eject", "document.md", "--templates", str(builtin.templates_folder())],
            f"{builtin.templates_folder()} : ce sont les gabarits de ctgkit eux-mêmes ; {GIVE}",
        ),
        ([], "il manque PLAN… (voir « ctg report --help »)"),
        (["--templates", "fichier"], "il manque PLAN… (voir « ctg report --help »)"),
    ],
)
def test_what_cannot_be_copied_is_told_and_leaves_nothing_behind(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "fichier").touch()
    assert run(tmp_path, "report", *arguments) == (2, "", f"ctg : {message}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["fichier"]
