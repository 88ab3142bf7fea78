"""`ctg report` writes a document whole or not at all, and never over somebody's work."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from tests.command import Done, ctg, process_ctg
from tests.conftest import PLANS, ROOT

VIE = PLANS / "vie-et-boulogne.yaml"
DAY = ("--date", "2026-11-21")


def report(folder: Path, *arguments: str, plan: Path | str = VIE) -> Done:
    """Runs `ctg report` in `folder`, on a fixed day."""
    return ctg("report", "--kind", "plan", str(plan), *DAY, *arguments, cwd=folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_without_a_name_the_document_is_named_after_the_plan_in_the_current_folder(tmp_path: Path) -> None:
    done = report(tmp_path)
    assert done == (0, "vie-et-boulogne-plan.html\n", "")
    assert names(tmp_path) == ["vie-et-boulogne-plan.html"]
    assert (
        (tmp_path / "vie-et-boulogne-plan.html").read_bytes().startswith(b'<!doctype html>\n<html lang="fr">')
    )


def test_the_name_follows_the_format_asked_for(tmp_path: Path) -> None:
    assert report(tmp_path, "--format", "md") == (0, "vie-et-boulogne-plan.md\n", "")
    assert (tmp_path / "vie-et-boulogne-plan.md").read_bytes().startswith(b"<!-- ctgkit ")


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.html", "<!doctype"), ("a.HTM", "<!doctype"), ("a.md", "<!-- ctgkit"), ("a.markdown", "<!-- ctgkit")],
)
def test_the_format_follows_the_extension(tmp_path: Path, name: str, start: str) -> None:
    assert report(tmp_path, "-o", name) == (0, f"{name}\n", "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_the_format_asked_for_wins_over_the_extension(tmp_path: Path) -> None:
    assert report(tmp_path, "-o", "plan.txt", "--format", "md").status == 0
    assert (tmp_path / "plan.txt").read_text(encoding="utf-8").startswith("<!-- ctgkit")


@pytest.mark.parametrize("output_format", ["html", "md"])
def test_a_dash_prints_what_a_file_would_hold(tmp_path: Path, output_format: str) -> None:
    printed = report(tmp_path, "-o", "-", "--format", output_format)
    assert (printed.status, printed.err) == (0, "")
    assert names(tmp_path) == []
    report(tmp_path, "-o", f"a.{output_format}")
    assert (tmp_path / f"a.{output_format}").read_bytes() == printed.out.encode()


def test_a_dash_alone_prints_html(tmp_path: Path) -> None:
    assert report(tmp_path, "-o", "-").out.startswith("<!doctype html>")


def test_two_runs_on_one_day_write_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html", "a.md", "b.md"):
        assert report(tmp_path, "-o", name, plan=PLANS / "fier-et-usses.yaml").status == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()
    assert b"21\xc2\xa0novembre\xc2\xa02026" in (tmp_path / "a.html").read_bytes()


def test_without_a_kind_the_report_to_the_committee_is_written(tmp_path: Path) -> None:
    done = ctg("report", str(VIE), *DAY, cwd=tmp_path)
    assert done == (0, "vie-et-boulogne-copil.html\n", "")
    page = (tmp_path / "vie-et-boulogne-copil.html").read_text(encoding="utf-8")
    assert "Le plan d’actions au terme de la convention" in page


def exemple(folder: Path, *arguments: str) -> Done:
    """Runs `ctg report` on the example, as it stood at the end of June 2026."""
    plan = ROOT / "docs" / "exemple" / "plan.yaml"
    return ctg("report", str(plan), "--date", "2026-06-30", *arguments, cwd=folder)


def test_a_pilot_has_a_list_of_their_own(tmp_path: Path) -> None:
    done = exemple(tmp_path, "--kind", "pilote", "--pilote", "Centre social", "--format", "md")
    assert done == (0, "plan-pilote-Centre-social.md\n", "")
    text = (tmp_path / "plan-pilote-Centre-social.md").read_text(encoding="utf-8")
    assert "\n# Centre social des Mille Exemples\n" in text


@pytest.mark.parametrize("kind", ["copil", "plan", "pilote"])
def test_what_templates_are_given_is_printed_as_json(tmp_path: Path, kind: str) -> None:
    who = ("--pilote", "RPE") if kind == "pilote" else ()
    done = exemple(tmp_path, "--kind", kind, *who, "-o", "a.json")
    assert done == (0, "a.json\n", "")
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    name = "document" if kind == "plan" else kind
    assert list(told) == ["version", "tool", "command", "kind", "date", name]
    assert (told["command"], told["kind"], told["date"]) == ("report", kind, "2026-06-30")
    # It may be written again: ctgkit wrote it.
    assert exemple(tmp_path, "--kind", kind, *who, "-o", "a.json").status == 0
    if kind == "copil":
        assert told["copil"]["entete"]["depuis_le"] == "2025-06-19"
        assert told["copil"]["ensemble"]["totaux"]["statuts"]["en cours"] == 8
        assert told["copil"]["argent"]["total"] == 948100


def test_the_day_to_compare_with_is_the_one_given(tmp_path: Path) -> None:
    done = exemple(tmp_path, "--since", "2026-01-01", "--format", "md", "-o", "-")
    assert "comparée au 1er\u00a0janvier\u00a02026" in done.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--pilote", "RPE"], "--pilote va avec --kind pilote"),
        (
            ["--kind", "plan", "--since", "2025-01-01"],
            "--since ne va pas avec --kind plan, qui ne compare rien",
        ),
        (["--since", "2026-06-30"], "--since (2026-06-30) doit précéder le jour du rapport (2026-06-30)"),
        (
            ["--kind", "pilote", "--pilote", "centre sociale"],
            (
                "aucun pilote ne s'appelle « centre sociale » ; "
                "vouliez-vous dire « Centre social des Mille Exemples » ?"
            ),
        ),
    ],
)
def test_options_that_do_not_go_together_are_told(tmp_path: Path, arguments: list[str], message: str) -> None:
    assert exemple(tmp_path, *arguments) == (2, "", f"ctg : {message}\n")
    assert names(tmp_path) == []


@pytest.mark.parametrize("who", [[], ["--pilote", "zzzz"]])
def test_the_pilots_are_named_to_somebody_who_names_none(tmp_path: Path, who: list[str]) -> None:
    done = exemple(tmp_path, "--kind", "pilote", *who)
    assert (done.status, done.out) == (2, "")
    assert "pilotes de ce plan : « Association Familles d'Exemple », " in done.err
    assert done.err.endswith(" ou « Relais petite enfance de la Vallée Imaginaire »\n")
    assert names(tmp_path) == []


def test_a_plan_on_standard_input_makes_a_document_called_plan(tmp_path: Path) -> None:
    done = ctg("report", "-", *DAY, "--kind", "plan", data=VIE.read_bytes(), cwd=tmp_path)
    assert done == (0, "plan-plan.html\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["-o", "a.docx"],
            "ctg : extension inconnue : « a.docx » ; écrivez .html, .md ou .json, ou donnez --format\n",
        ),
        (["-o", "sans-extension"], "ctg : extension inconnue : « sans-extension » ; "),
        (
            ["--format", "htm"],
            "ctg : valeur inconnue pour --format : « htm » ; vouliez-vous dire « html » ?\n",
        ),
        (
            ["--kind", "plans"],
            "ctg : valeur inconnue pour --kind : « plans » ; vouliez-vous dire « plan » ?\n",
        ),
        (["--date", "21/11/2026"], "ctg : --date attend une date, année-mois-jour (2024-03-15), et non "),
        (["-o", "absent/a.html"], "ctg : absent/a.html : le dossier « absent » n'existe pas\n"),
        (["-o", "dossier.html"], "ctg : dossier.html : c'est un dossier ; donnez un nom de fichier\n"),
        (["-o", "fichier/a.html"], "ctg : fichier/a.html : ce n'est pas un dossier\n"),
        (["-o", "a" * 300 + ".html"], "nom de fichier trop long\n"),
    ],
)
def test_a_name_that_cannot_be_used_is_told_in_one_line(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "dossier.html").mkdir()
    (tmp_path / "fichier").touch()
    done = report(tmp_path, *arguments)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert names(tmp_path) == ["dossier.html", "fichier"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_cannot_be_written_in_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "fermé"
    folder.mkdir(mode=0o555)
    assert report(tmp_path, "-o", "fermé/a.html") == (2, "", "ctg : fermé/a.html : accès refusé\n")


def test_a_plan_that_is_not_there_leaves_nothing_behind(tmp_path: Path) -> None:
    done = report(tmp_path, plan="absent.yaml")
    assert (done.status, done.out) == (2, "")
    assert "absent.yaml : fichier introuvable" in done.err
    assert names(tmp_path) == []


def test_the_plan_itself_is_never_written_over(tmp_path: Path) -> None:
    """Not even forced, nor under another name."""
    plan = tmp_path / "plan.md"
    shutil.copy(VIE, plan)
    (tmp_path / "lien.md").symlink_to(plan)
    for arguments in (["-o", "plan.md"], ["-o", "./plan.md", "--force"], ["-o", "lien.md", "--force"]):
        done = report(tmp_path, *arguments, plan="plan.md")
        assert done.status == 2
        assert done.err.endswith(" : c'est le plan lui-même ; donnez un autre nom avec -o\n")
    assert plan.read_bytes() == VIE.read_bytes()


def test_a_file_of_somebody_else_is_kept_unless_forced(tmp_path: Path) -> None:
    mine = tmp_path / "compte-rendu.html"
    mine.write_text("<p>Mon compte rendu, fait avec ctgkit 1.0", encoding="utf-8")
    done = report(tmp_path, "-o", "compte-rendu.html")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "ctg : compte-rendu.html : ce fichier existe et ctgkit ne l'a pas écrit ; "
        "donnez un autre nom avec -o, ou --force pour le remplacer\n"
    )
    assert mine.read_text(encoding="utf-8") == "<p>Mon compte rendu, fait avec ctgkit 1.0"
    assert report(tmp_path, "-o", "compte-rendu.html", "--force") == (0, "compte-rendu.html\n", "")
    assert mine.read_bytes().startswith(b"<!doctype html>")
    assert names(tmp_path) == ["compte-rendu.html"]


def test_a_device_or_a_pipe_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    """Replacing `/dev/null` would harm the whole machine."""
    os.mkfifo(tmp_path / "tube.html")
    done = report(tmp_path, "-o", "tube.html", "--force")
    assert (done.status, done.out) == (2, "")
    assert done.err == "ctg : tube.html : ce n'est pas un fichier ordinaire ; « -o - » affiche le document\n"
    assert (tmp_path / "tube.html").is_fifo()


def test_a_link_to_a_document_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dossier").mkdir()
    (tmp_path / "lien.html").symlink_to("dossier/a.html")
    for _ in range(2):
        assert report(tmp_path, "-o", "lien.html") == (0, "lien.html\n", "")
    assert (tmp_path / "lien.html").is_symlink()
    assert (tmp_path / "dossier" / "a.html").read_bytes().startswith(b"<!doctype html>")
    assert names(tmp_path / "dossier") == ["a.html"]


def test_a_link_that_leads_nowhere_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / "boucle.html").symlink_to("boucle.html")
    (tmp_path / "perdu.html").symlink_to("nulle/part.html")
    loop, lost = report(tmp_path, "-o", "boucle.html"), report(tmp_path, "-o", "perdu.html", "--force")
    assert loop == (2, "", "ctg : boucle.html : boucle de liens\n")
    assert lost == (2, "", f"ctg : perdu.html : le dossier « {tmp_path}/nulle » n'existe pas\n")
    assert names(tmp_path) == ["boucle.html", "perdu.html"]
    assert all(one.is_symlink() for one in tmp_path.iterdir())


@pytest.mark.process
@pytest.mark.parametrize("kind", ["copil", "plan"])
def test_a_disk_that_takes_no_more_leaves_the_last_report(tmp_path: Path, kind: str) -> None:
    """A limit of 20 kB on files does what a full disk does: it stops a report in the middle."""
    target = tmp_path / "a.html"
    target.write_text('<meta name="generator" content="ctgkit 0.1.0">', encoding="utf-8")

    def narrow() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [sys.executable, "-m", "ctgkit", "report", "--kind", kind, str(VIE), "-o", "a.html"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        preexec_fn=narrow,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "ctg : a.html : fichier trop gros pour ce disque\n"
    assert target.read_text(encoding="utf-8") == '<meta name="generator" content="ctgkit 0.1.0">'
    assert names(tmp_path) == ["a.html"]


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_what_ctgkit_wrote_is_written_again_with_the_same_rights(tmp_path: Path, name: str) -> None:
    assert report(tmp_path, "-o", name, plan=PLANS / "fier-et-usses.yaml").status == 0
    (tmp_path / name).chmod(0o640)
    assert report(tmp_path, "-o", name) == (0, f"{name}\n", "")
    assert "Vie et Boulogne" in (tmp_path / name).read_text(encoding="utf-8")
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    report(tmp_path, "-o", "a.html")
    assert (tmp_path / "a.html").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_plan_with_faults_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "faux.yaml").write_text("format: 1\ntitre: Plan\n", encoding="utf-8")
    before = report(tmp_path, "-o", "faux-plan.html")
    assert before.status == 0
    kept = (tmp_path / "faux-plan.html").read_bytes()
    for arguments in ([], ["-o", "-"], ["-o", "b.md"]):
        done = report(tmp_path, *arguments, plan="faux.yaml")
        assert (done.status, done.out) == (1, "")
        assert "faux.yaml:1:1: CTG1" in done.err
        assert done.err.endswith("rien n'est affiché ni écrit\n")
    assert names(tmp_path) == ["faux-plan.html", "faux.yaml"]
    assert (tmp_path / "faux-plan.html").read_bytes() == kept


#: Python's streams behave otherwise when they are told not to wait (as containers often tell them).
BUFFERING = pytest.mark.parametrize("unbuffered", ["", "1"])


@contextmanager
def printing(folder: Path, unbuffered: str, output: int | IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """`ctg report -o -` as a running process whose standard output is `output`."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered}
    command = [sys.executable, "-m", "ctgkit", "report", "--kind", "plan", str(VIE), "-o", "-"]
    with subprocess.Popen(command, stdout=output, stderr=subprocess.PIPE, cwd=folder, env=env) as process:
        yield process


@pytest.mark.process
@BUFFERING
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_one_line(tmp_path: Path, unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full, printing(tmp_path, unbuffered, full) as process:
        _, told = process.communicate()
    assert (process.returncode, told.decode()) == (2, "ctg : sortie standard : le disque est plein\n")


@pytest.mark.process
@BUFFERING
def test_a_reader_that_has_enough_is_no_error(tmp_path: Path, unbuffered: str) -> None:
    """The document is longer than what a pipe holds, so that the reader's end is noticed."""
    with printing(tmp_path, unbuffered, subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(10) == b"<!doctype "
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (141, b"")


@pytest.mark.process
def test_an_installed_package_finds_the_templates_it_carries(tmp_path: Path) -> None:
    """As in a wheel: the templates inside the package, and no checkout around."""
    packages = tmp_path / "site-packages"
    shutil.copytree(ROOT / "ctgkit", packages / "ctgkit", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", packages / "ctgkit" / "templates")
    done = process_ctg(
        "report", str(VIE), "--kind", "plan", *DAY, "-o", "a.html", cwd=tmp_path, PYTHONPATH=str(packages)
    )
    assert done == (0, "a.html\n", "")
    report(tmp_path, "-o", "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
