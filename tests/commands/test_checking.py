"""Where findings go and in which format: `--format`, `-o`, and what a CI wants."""

import json
import os
import select
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator, Draft7Validator

from tests.command import ctg, plan, process_ctg
from tests.conftest import ROOT, shared

FORMATS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit")
DOCUMENTS = ("json", "gitlab", "sarif", "junit")
SUMMARY = "1 plan, 1 fiche, 1 erreur\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a plan that has one fault (a period) and a good one."""
    (tmp_path / "faux.yaml").write_text(plan(periode="periode: jamais"), encoding="utf-8")
    (tmp_path / "bon.yaml").write_text(plan(), encoding="utf-8")
    return tmp_path


def kind(text: str) -> str:
    """Which format a text is in, by what others would read."""
    if text.startswith("<?xml"):
        return ET.fromstring(text).tag  # noqa: S314  (ours)
    if text.startswith(("{", "[")):
        data: Any = json.loads(text)
        return "gitlab" if isinstance(data, list) else "sarif" if "runs" in data else "json"
    if text.startswith("::error "):
        return "github"
    return "full" if "│" in text else "concise"


KINDS = {name: "testsuites" if name == "junit" else name for name in FORMATS}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_printed_and_a_document_stands_alone(folder: Path, name: str) -> None:
    done = ctg("validate", "--format", name, "faux.yaml", cwd=folder)
    assert (done.status, kind(done.out)) == (1, KINDS[name])
    if name in DOCUMENTS:
        assert done.err == SUMMARY
    else:
        assert done.out.endswith(SUMMARY)
        assert done.err == ""


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_what_would_be_printed(folder: Path, name: str) -> None:
    printed = ctg("validate", "--format", name, "-o", "-", "faux.yaml", cwd=folder)
    done = ctg("validate", "--format", name, "-o", "sortie", "faux.yaml", cwd=folder)
    assert done == (1, f"sortie : {SUMMARY}", "")
    assert (folder / "sortie").read_bytes() == printed.out.encode()


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.txt", "full"),
        ("a.json", "json"),
        ("a.JSON", "json"),
        ("a.sarif", "sarif"),
        ("a.sarif.json", "sarif"),
        ("a.xml", "junit"),
    ],
)
def test_the_format_follows_the_extension_even_in_a_ci(folder: Path, file: str, name: str) -> None:
    done = ctg("validate", "faux.yaml", "-o", file, cwd=folder, GITHUB_ACTIONS="true")
    assert done == (1, f"{file} : {SUMMARY}", "")
    assert kind((folder / file).read_text(encoding="utf-8")) == KINDS[name]


@pytest.mark.parametrize(
    ("env", "name"),
    [
        ({}, "full"),
        ({"GITHUB_ACTIONS": "true"}, "github"),
        ({"GITLAB_CI": "true"}, "gitlab"),
        ({"GITHUB_ACTIONS": ""}, "full"),
        ({"GITLAB_CI": "false"}, "full"),
    ],
)
def test_a_ci_has_its_own_default_format(folder: Path, env: dict[str, str], name: str) -> None:
    assert kind(ctg("validate", "faux.yaml", cwd=folder, data=b"", **env).out) == name
    assert kind(ctg("validate", "faux.yaml", "-o", "-", cwd=folder, data=b"", **env).out) == name
    asked = ctg("validate", "faux.yaml", "--format", "concise", cwd=folder, data=b"", **env)
    assert kind(asked.out) == "concise"


def test_github_gets_an_annotation_a_finding_and_the_summary(folder: Path) -> None:
    done = ctg("validate", ".", cwd=folder, GITHUB_ACTIONS="true")
    assert done.status == 1
    command, summary = done.out.splitlines()
    assert command.startswith(
        "::error title=CTG113 periode-illisible,file=faux.yaml,line=6,endLine=6,col=10,endColumn=15"
        f"::.{os.sep}faux.yaml:6:10: CTG113 "
    )
    assert summary == "2 plans, 2 fiches, 1 erreur"


def paths(folder: Path, plan_file: str, **env: str) -> list[str]:
    """How each format for a CI names the file of a plan's only finding."""
    gitlab = json.loads(ctg("validate", plan_file, "--format", "gitlab", cwd=folder, data=b"", **env).out)
    sarif = json.loads(ctg("validate", plan_file, "--format", "sarif", cwd=folder, data=b"", **env).out)
    github = ctg("validate", plan_file, "--format", "github", cwd=folder, data=b"", **env).out
    (result,) = sarif["runs"][0]["results"]
    return [
        gitlab[0]["location"]["path"],
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        github.split(",file=")[1].split(",")[0],
    ]


def test_a_ci_reads_paths_from_the_root_of_the_repository(folder: Path) -> None:
    (folder / "sous").mkdir()
    whole = str(folder / "faux.yaml")
    assert paths(folder, "./faux.yaml") == ["faux.yaml"] * 3
    assert (
        paths(folder / "sous", "../faux.yaml", GITHUB_ACTIONS="true", GITHUB_WORKSPACE=str(folder))
        == ["faux.yaml"] * 3
    )
    assert paths(folder / "sous", whole, GITLAB_CI="true", CI_PROJECT_DIR=str(folder)) == ["faux.yaml"] * 3
    assert paths(folder.parent, f"{folder.name}/faux.yaml") == [f"{folder.name}/faux.yaml"] * 3
    # Outside of it there is no such path.
    assert paths(folder / "sous", "../faux.yaml") == [whole, f"file://{whole}", whole]


def test_what_is_no_file_is_annotated_nowhere_and_has_a_name(folder: Path) -> None:
    bad = plan(periode="periode: jamais").encode()
    github = ctg("validate", "-", "--format", "github", data=bad, cwd=folder)
    assert github.out.startswith("::error title=CTG113 periode-illisible::entrée standard:6:10: CTG113 ")
    gitlab = ctg("validate", "-", "--format", "gitlab", data=bad, cwd=folder)
    assert json.loads(gitlab.out)[0]["location"]["path"] == "entrée standard"


def test_a_link_is_named_as_it_is_and_not_by_what_it_leads_to(folder: Path) -> None:
    (folder / "lien.yaml").symlink_to("faux.yaml")
    assert paths(folder, "lien.yaml") == ["lien.yaml"] * 3


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("first", ["faux.yaml", "bon.yaml"])
def test_what_ctgkit_wrote_is_written_again(folder: Path, name: str, first: str) -> None:
    """Whatever was found the first time, and in whatever colours."""
    (folder / "pire.yaml").write_text(plan(titre="titre:"), encoding="utf-8")
    arguments = ("validate", "--format", name, "-o", "sortie", "--color", "always")
    assert ctg(*arguments, first, cwd=folder).err == ""
    before = (folder / "sortie").read_bytes()
    done = ctg(*arguments, "pire.yaml", "faux.yaml", cwd=folder)
    assert done == (1, "sortie : 2 plans, 2 fiches, 2 erreurs\n", "")
    assert (folder / "sortie").read_bytes() != before


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.json", '{"version": 1}'),
        ("a.json", '[{"check_name": "no-unused-vars"}]'),
        ("a.json", '{"notes": "ctgkit"}'),
        ("a.sarif", '{"$schema": "sarif", "runs": [{"tool": {"driver": {"name": "autre"}}}]}'),
        ("a.xml", '<?xml version="1.0"?>\n<testsuites name="pytest tests">'),
        ("a.txt", "Mes notes sur 2 plans, avec ctgkit"),
    ],
)
def test_a_file_of_somebody_else_is_kept_unless_forced(folder: Path, file: str, text: str) -> None:
    (folder / file).write_text(text, encoding="utf-8")
    done = ctg("validate", "bon.yaml", "-o", file, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"ctg : {file} : ce fichier existe et ctgkit ne l'a pas écrit ; ")
    assert (folder / file).read_text(encoding="utf-8") == text
    assert ctg("validate", "bon.yaml", "-o", file, "--force", cwd=folder).status == 0
    assert (folder / file).read_text(encoding="utf-8") != text


def test_an_empty_file_is_nobodys_work(folder: Path) -> None:
    (folder / "a.json").touch()
    assert ctg("validate", "bon.yaml", "-o", "a.json", cwd=folder).status == 0
    assert kind((folder / "a.json").read_text(encoding="utf-8")) == "json"


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("a.pdf", "extension inconnue : « a.pdf » ; écrivez .txt, .json, .sarif ou .xml, ou donnez --format"),
        ("a", "extension inconnue : « a » ; écrivez .txt, .json, .sarif ou .xml, ou donnez --format"),
        ("", "extension inconnue : «  » ; écrivez .txt, .json, .sarif ou .xml, ou donnez --format"),
        ("absent/a.json", "absent/a.json : le dossier « absent » n'existe pas"),
        ("dossier.json", "dossier.json : c'est un dossier ; donnez un nom de fichier"),
        ("lien.json", "lien.json : c'est le plan lui-même ; donnez un autre nom avec -o"),
    ],
)
def test_a_name_that_cannot_be_used_is_told_in_one_line(folder: Path, output: str, told: str) -> None:
    (folder / "dossier.json").mkdir()
    (folder / "lien.json").symlink_to("bon.yaml")
    done = ctg("validate", ".", "--force", "-o", output, cwd=folder)
    assert done == (2, "", f"ctg : {told}\n")
    assert (folder / "bon.yaml").read_text(encoding="utf-8") == plan()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_cannot_be_written_in_is_told(folder: Path) -> None:
    (folder / "fermé").mkdir(mode=0o555)
    done = ctg("validate", "bon.yaml", "-o", "fermé/a.json", cwd=folder)
    assert done == (2, "", "ctg : fermé/a.json : accès refusé\n")


def test_what_could_not_be_read_is_in_the_document_and_on_standard_error(folder: Path) -> None:
    (folder / "vide").mkdir()
    done = ctg("validate", "absent.yaml", "vide", "bon.yaml", "--format", "json", cwd=folder)
    empty, absent = "aucun plan (.yaml) dans le dossier « vide »", "absent.yaml : fichier introuvable"
    assert done.status == 2
    assert json.loads(done.out)["problems"] == [empty, absent]
    assert done.err == f"1 plan, 1 fiche, aucune erreur\nctg : {empty}\nctg : {absent}\n"
    nothing = ctg("validate", "absent.yaml", "-o", "a.sarif", cwd=folder)
    assert nothing == (2, "a.sarif\n", f"ctg : {absent}\n")
    assert kind((folder / "a.sarif").read_text(encoding="utf-8")) == "sarif"


def test_documents_of_the_command_follow_their_schemas() -> None:
    files = ("docs/fautes.yaml", "plans", "tests/data/fautes", "absent")
    schema = ctg("schema", "findings").out
    assert schema == (ROOT / "schema" / "findings.schema.json").read_text(encoding="utf-8")
    findings = json.loads(schema)
    json_done = ctg("validate", *files, "--format", "json", cwd=ROOT)
    data = json.loads(json_done.out)
    assert json_done.status == 2
    assert data["totals"]["findings"] > 200
    assert [error.message for error in Draft7Validator(findings).iter_errors(data)] == []
    sarif = json.loads(ctg("validate", *files, "--format", "sarif", cwd=ROOT).out)
    assert len(sarif["runs"][0]["results"]) == data["totals"]["findings"]
    standard = json.loads(shared("data/sarif/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft4Validator(standard).iter_errors(sarif)] == []


@pytest.mark.process
@pytest.mark.parametrize("name", FORMATS)
def test_any_name_of_a_file_and_any_console_will_do(folder: Path, name: str) -> None:
    """A name with a line break, one that is no UTF-8, and a console that knows no accents."""
    for odd in ("plan à moi.yaml", "a%b:c,d.yaml", "x\n::error::y.yaml", os.fsdecode(b"b\xe9.yaml")):
        (folder / odd).write_text(plan(periode="periode: jamais"), encoding="utf-8")
    (folder / "bon.yaml").unlink()
    done = process_ctg("validate", ".", "--format", name, cwd=folder, PYTHONIOENCODING="ascii")
    assert done.status == 1
    assert "ctg" not in done.err
    if name == "github":
        *lines, summary = done.out.splitlines()
        assert [line.count("::error ") for line in lines] == [1] * 5
        assert summary == "5 plans, 5 fiches, 5 erreurs"
        assert "file=plan à moi.yaml," in done.out
    elif name in DOCUMENTS:
        assert kind(done.out) == KINDS[name]
        assert "plan à moi.yaml" in done.out or "plan%20%C3%A0%20moi.yaml" in done.out


@pytest.mark.process
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", ["full", "concise", "github"])
def test_the_first_plans_findings_are_printed_before_the_last_is_read(folder: Path, name: str) -> None:
    os.mkfifo(folder / "tube.yaml")
    command = [sys.executable, "-m", "ctgkit", "validate", "--format", name, "faux.yaml", "tube.yaml"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        printed, _, _ = select.select([process.stdout], [], [], 60)
        first = os.read(process.stdout.fileno(), 4096) if printed else b""
        (folder / "tube.yaml").write_text(plan(), encoding="utf-8")
        rest = process.stdout.read()
    assert b"faux.yaml:6:10: CTG113 " in first
    assert rest.decode().endswith("2 plans, 2 fiches, 1 erreur\n")
