"""`ctg report --watch`: what is written, what is told, and how it stops."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import ctg, plan
from tests.commands.watched import PATIENCE, until, watching
from tests.conftest import ROOT
from tests.terminal import INTERRUPT, at_terminal

pytestmark = pytest.mark.process

DAY = ("--date", "2026-06-30")


def write(folder: Path, **changes: str) -> Path:
    """The plan of these tests, with some lines written otherwise."""
    path = folder / "plan.yaml"
    path.write_text(plan(**changes), encoding="utf-8")
    return path


def titled(title: str) -> dict[str, str]:
    return {"titre": f"titre: {title}"}


def page(folder: Path, name: str = "plan-copil.html") -> str:
    return (folder / name).read_text(encoding="utf-8")


def expected(folder: Path, *arguments: str) -> str:
    """What the command writes once, without watching."""
    done = ctg("report", "plan.yaml", *DAY, "-o", "-", *arguments, cwd=folder)
    assert done.status == 0
    return done.out


def test_one_line_tells_the_file_the_address_and_how_to_stop(tmp_path: Path) -> None:
    write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        assert watched.told(1) == ["plan-copil.html est écrit"]
        assert watched.out.splitlines()[0] == (
            f"plan-copil.html sera réécrit à chaque changement ; il se lit à {watched.address} "
            "(Ctrl+C pour arrêter)"
        )
        assert page(tmp_path) == expected(tmp_path)
        assert watched.stop() == 0
        assert watched.err == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan-copil.html", "plan.yaml"]


def test_each_change_of_the_plan_is_written_as_the_command_writes_it(tmp_path: Path) -> None:
    write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.told(1)
        for turn, title in enumerate(("Premier", "Deuxième", "Troisième"), 2):
            write(tmp_path, **titled(title))
            assert watched.told(turn)[-1] == "plan.yaml a changé, plan-copil.html est réécrit"
            assert title in page(tmp_path)
            assert page(tmp_path) == expected(tmp_path)
        assert len(watched.turns) == 4


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("a.md", []), ("a.json", []), ("plan.html", ["--kind", "plan"]), ("vu.txt", ["--format", "md"])],
)
def test_every_kind_and_format_is_written(tmp_path: Path, name: str, arguments: list[str]) -> None:
    write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY, "-o", name, *arguments) as watched:
        watched.told(1)
        write(tmp_path, **titled("Autre titre"))
        watched.told(2)
        assert page(tmp_path, name) == expected(
            tmp_path, *(arguments or ["--format", Path(name).suffix.strip(".")])
        )


def test_a_change_that_changes_nothing_of_the_document_does_not_touch_it(tmp_path: Path) -> None:
    path = write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.told(1)
        before = (tmp_path / "plan-copil.html").stat()
        path.write_text("# une remarque\n" + plan(), encoding="utf-8")
        assert watched.told(2)[-1] == "plan.yaml a changé, plan-copil.html reste le même"
        after = (tmp_path / "plan-copil.html").stat()
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_document_that_somebody_removed_is_written_again_with_the_next_change(tmp_path: Path) -> None:
    path = write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.told(1)
        (tmp_path / "plan-copil.html").unlink()
        path.write_text("# une remarque\n" + plan(), encoding="utf-8")
        assert watched.told(2)[-1] == "plan.yaml a changé, plan-copil.html est écrit"
        assert page(tmp_path) == expected(tmp_path)


def test_findings_are_told_in_full_the_last_good_document_stays_and_it_goes_on(tmp_path: Path) -> None:
    write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.told(1)
        good = page(tmp_path)
        write(tmp_path, format="formt: 1")
        told = watched.complained("reste tel qu'il était")
        assert watched.turns[1:] == ["plan.yaml a changé"]
        once = ctg("report", "plan.yaml", *DAY, cwd=tmp_path)
        assert once.status == 1
        assert told == once.err.replace(
            "rien n'est affiché ni écrit", "plan-copil.html reste tel qu'il était"
        )
        assert page(tmp_path) == good
        write(tmp_path, **titled("Corrigé"))
        assert watched.told(3)[-1] == "plan.yaml a changé, plan-copil.html est réécrit"
        assert page(tmp_path) == expected(tmp_path)
        assert watched.stop() == 0


def test_a_plan_with_errors_at_the_start_is_waited_for(tmp_path: Path) -> None:
    write(tmp_path, periode="periode: demain")
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        assert "1 erreur : rien n'est écrit\n" in watched.complained("erreur :")
        assert not (tmp_path / "plan-copil.html").exists()
        write(tmp_path)
        assert watched.told(1) == ["plan.yaml a changé, plan-copil.html est écrit"]


def test_a_plan_that_goes_and_comes_back_is_told_and_written(tmp_path: Path) -> None:
    path = write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.told(1)
        path.unlink()
        assert watched.complained("introuvable") == "ctg : plan.yaml : fichier introuvable\n"
        write(tmp_path, **titled("Revenu"))
        watched.told(3)
        assert "Revenu" in page(tmp_path)


def test_a_pilot_that_the_plan_does_not_have_yet_is_waited_for(tmp_path: Path) -> None:
    write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY, "--kind", "pilote", "--pilote", "Mairie") as watched:
        told = watched.complained("\n")
        assert told == "ctg : aucune fiche de ce plan n'a de pilote\n"
        write(tmp_path, suite="        pilotes: Mairie")
        assert watched.told(1) == ["plan.yaml a changé, plan-pilote-Mairie.html est écrit"]
        assert watched.err == told


@pytest.mark.parametrize("where", [".", ".."])
def test_a_configuration_that_appears_changes_or_goes_is_a_change(tmp_path: Path, where: str) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    write(folder)
    settings = folder / where / "ctgkit.toml"
    with watching(folder, "plan.yaml", *DAY) as watched:
        watched.told(1)
        settings.write_text('[lint]\nignore = ["CTG301"]\n', encoding="utf-8")
        first = watched.told(2)[-1]
        settings.write_text("", encoding="utf-8")
        watched.told(3)
        settings.unlink()
        watched.told(4)
        assert watched.turns[1:] == [first] * 3
        assert re.fullmatch(r"(/.*/)?ctgkit\.toml a changé, plan-copil\.html reste le même", first)


def test_a_configuration_above_the_nearest_is_none_of_the_plans(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    write(folder)
    (folder / "ctgkit.toml").write_text("", encoding="utf-8")
    with watching(folder, "plan.yaml", *DAY) as watched:
        watched.told(1)
        (tmp_path / "ctgkit.toml").write_text("[lint]\n", encoding="utf-8")
        write(folder, **titled("Ensuite"))
        assert watched.told(2)[-1] == "plan.yaml a changé, plan-copil.html est réécrit"


def test_a_folder_that_is_missing_is_told_once_and_written_to_when_it_is_there(tmp_path: Path) -> None:
    write(tmp_path)
    folder = tmp_path / "sortie"
    folder.mkdir()
    with watching(tmp_path, "plan.yaml", *DAY, "-o", "sortie/a.html") as watched:
        watched.told(1)
        (folder / "a.html").unlink()
        folder.rmdir()
        write(tmp_path, **titled("Ensuite"))
        sentence = "ctg : sortie/a.html : le dossier « sortie » n'existe pas\n"
        assert watched.complained("n'existe pas") == sentence
        folder.mkdir()  # and nothing else changes
        assert watched.told(3)[1:] == ["plan.yaml a changé", "sortie/a.html est écrit"]
        assert "Ensuite" in page(folder, "a.html")
        assert watched.err == sentence


def test_a_disk_that_is_full_is_told_once_and_written_to_when_it_has_room(tmp_path: Path) -> None:
    """Full for this process: files may have a thousand bytes."""
    write(tmp_path)
    start = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (1000, r.RLIM_INFINITY)); "
    with watching(tmp_path, "plan.yaml", *DAY, start=start, PYTHONDONTWRITEBYTECODE="1") as watched:
        sentence = "ctg : plan-copil.html : fichier trop gros pour ce disque\n"
        assert watched.complained("\n") == sentence
        assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]
        room = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        resource.prlimit(watched.process.pid, resource.RLIMIT_FSIZE, room)
        assert watched.told(1) == ["plan-copil.html est écrit"]
        assert page(tmp_path) == expected(tmp_path)
        assert watched.err == sentence


def test_a_file_that_somebody_put_in_the_place_of_the_document_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.told(1)
        (tmp_path / "plan-copil.html").write_text("mes notes", encoding="utf-8")
        write(tmp_path, **titled("Ensuite"))
        watched.complained("ctgkit ne l'a pas écrit")
        assert page(tmp_path) == "mes notes"
        (tmp_path / "plan-copil.html").unlink()
        watched.told(3)
        assert page(tmp_path) == expected(tmp_path)


def test_today_is_that_of_each_turn(tmp_path: Path) -> None:
    """A session that goes on past midnight: the clock is a file here."""
    write(tmp_path)
    clock = tmp_path / "jour"
    clock.write_text("2026-06-30", encoding="utf-8")
    start = (
        "import datetime, ctgkit.app.command_line.values as choices\n"
        "class Day(datetime.date):\n"
        f"    today = staticmethod(lambda: datetime.date.fromisoformat(open({str(clock)!r}).read()))\n"
        "choices.date = Day\n"
    )
    with watching(tmp_path, "plan.yaml", "--format", "json", start=start) as watched:
        watched.told(1)
        assert json.loads(page(tmp_path, "plan-copil.json"))["date"] == "2026-06-30"
        clock.write_text("2026-07-01", encoding="utf-8")
        write(tmp_path, **titled("Le lendemain"))
        watched.told(2)
        assert json.loads(page(tmp_path, "plan-copil.json"))["date"] == "2026-07-01"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_it_is_asked_and_frees_its_port(tmp_path: Path, number: int) -> None:
    write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.told(1)
        port = watched.port
        assert watched.stop(number) == 0
        assert watched.out.endswith("\nsurveillance arrêtée\n")
        assert watched.err == ""
        with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            pass


def test_who_asks_twice_is_obeyed_at_once(tmp_path: Path) -> None:
    """The first time, what is being done is done to its end: here, reading for an hour."""
    write(tmp_path)
    start = (
        "import time, ctgkit.app.documents.report as report\n"
        "report.read_one = lambda path: (print('lecture', flush=True), time.sleep(3600))\n"
    )
    with watching(tmp_path, "plan.yaml", *DAY, start=start) as watched:
        until(lambda: "lecture" in watched.out, watched)
        watched.process.send_signal(signal.SIGINT)
        with pytest.raises(subprocess.TimeoutExpired):
            watched.process.wait(1)
        assert watched.stop() == 130
        assert watched.err == ""


def test_a_browser_that_waits_does_not_keep_it_from_stopping(tmp_path: Path) -> None:
    write(tmp_path)
    with watching(tmp_path, "plan.yaml", *DAY) as watched:
        watched.told(1)
        edition = watched.get("edition").text
        with socket.create_connection(("127.0.0.1", watched.port)) as waiting:
            host = f"Host: 127.0.0.1:{watched.port}"
            waiting.sendall(f"GET /edition?autre-que={edition} HTTP/1.1\r\n{host}\r\n\r\n".encode())
            assert watched.stop() == 0


def test_control_c_at_a_terminal_leaves_its_line(tmp_path: Path) -> None:
    write(tmp_path)
    typed = at_terminal(
        ["report", "plan.yaml", "--watch", *DAY], [("plan-copil.html est écrit\n", INTERRUPT)], tmp_path
    )
    assert typed.status == 0
    assert typed.screen.endswith("plan-copil.html est écrit\n^C\nsurveillance arrêtée\n")


def test_whoever_has_read_enough_ends_it_without_a_word(tmp_path: Path) -> None:
    write(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-m", "ctgkit", "report", "plan.yaml", "--watch", *DAY],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            assert all(process.stdout.readline() for _ in range(2))
            process.stdout.close()
            write(tmp_path, **titled("Ensuite"))
            assert process.wait(PATIENCE) == 141
            assert process.stderr.read() == b""
        finally:
            process.kill()


def test_a_name_of_a_file_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "\x1b[31m"
    folder.mkdir()
    write(folder)
    with watching(tmp_path, str(folder / "plan.yaml"), *DAY) as watched:
        watched.told(1)
        write(folder, **titled("Ensuite"))
        watched.told(2)
        assert "\x1b" not in watched.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-"], "--watch surveille un fichier, et non l'entrée standard"),
        (["plan.yaml", "-o", "-"], "--watch écrit un fichier : donnez son nom avec -o"),
        (["plan.yaml", "--port", "0"], "--port attend un nombre de 1 à 65535, et non « 0 »"),
        (["plan.yaml", "--port", "65536"], "--port attend un nombre de 1 à 65535, et non « 65536 »"),
        (["plan.yaml", "--port", "http"], "--port attend un nombre de 1 à 65535, et non « http »"),
        (["plan.yaml", "--port", "²"], "--port attend un nombre de 1 à 65535, et non « ² »"),
        (
            ["plan.yaml", "--port", "9" * 5000],
            f"--port attend un nombre de 1 à 65535, et non « {'9' * 5000} »",
        ),
        (
            ["plan.yaml", "-o", "plan.yaml", "--format", "md"],
            "plan.yaml : c'est le plan lui-même ; donnez un autre nom avec -o",
        ),
        (
            ["plan.yaml", "-o", "notes.html"],
            (
                "notes.html : ce fichier existe et ctgkit ne l'a pas écrit ; donnez un autre nom avec -o, "
                "ou --force pour le remplacer"
            ),
        ),
        ([], "il manque PLAN… (voir « ctg report --help »)"),
        (
            ["--list-templates"],
            "--watch écrit un document : il ne va ni avec --list-templates ni avec --eject",
        ),
        (
            ["plan.yaml", "--eject", "copil.html"],
            "--watch écrit un document : il ne va ni avec --list-templates ni avec --eject",
        ),
        (["plans"], "plans : c'est un dossier ; --watch surveille un seul plan"),
        (["plan.yaml", "plan.yaml"], "--watch surveille un seul plan, et il y en a 2"),
        (["plan.yaml", "--each"], "--watch surveille un seul plan : il ne va pas avec --each"),
        (
            ["plan.yaml", "--kind", "territoires"],
            "--watch surveille un seul plan : il ne va pas avec --kind territoires",
        ),
        (["absent.yaml"], "absent.yaml : fichier introuvable"),
        (["tube"], "tube : ce n'est pas un fichier ordinaire ; --watch ne peut pas le surveiller"),
        (
            ["plan.yaml", "--kind", "plann"],
            "valeur inconnue pour --kind : « plann » ; vouliez-vous dire « plan » ?",
        ),
    ],
)
def test_what_cannot_be_watched_is_one_sentence_and_status_2(
    tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    write(tmp_path)
    (tmp_path / "notes.html").write_text("mes notes", encoding="utf-8")
    (tmp_path / "plans").mkdir()
    os.mkfifo(tmp_path / "tube")
    done = ctg("report", "--watch", *arguments, *DAY, cwd=tmp_path)
    assert done == (2, "", f"ctg : {sentence}\n")
    assert (tmp_path / "notes.html").read_text(encoding="utf-8") == "mes notes"


def test_a_version_of_git_is_not_watched() -> None:
    done = ctg("report", "--watch", "HEAD:plans/vie-et-boulogne.yaml", cwd=ROOT)
    sentence = "--watch surveille un fichier, et une version de git ne change pas"
    assert done == (2, "", f"ctg : HEAD:plans/vie-et-boulogne.yaml : {sentence}\n")


def test_a_port_goes_with_watch(tmp_path: Path) -> None:
    write(tmp_path)
    done = ctg("report", "plan.yaml", "--port", "8000", cwd=tmp_path)
    assert done == (2, "", "ctg : --port va avec --watch\n")


def test_a_port_that_somebody_has_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    write(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = ctg("report", "--watch", "plan.yaml", "--port", str(port), cwd=tmp_path)
    assert done == (2, "", f"ctg : le port {port} est déjà pris ; donnez-en un autre avec --port, ou aucun\n")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]


def test_the_port_that_is_asked_for_is_the_one(tmp_path: Path) -> None:
    write(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with watching(tmp_path, "plan.yaml", *DAY, "--port", str(port)) as watched:
        assert watched.address == f"http://127.0.0.1:{port}/"
        assert watched.get().status == 200


def test_a_defect_is_told_in_one_line(tmp_path: Path) -> None:
    """One in an answer too, which is made while the command waits."""
    write(tmp_path)
    start = "import ctgkit.app.watch.serving as serving\nserving.parse_qs = lambda query: 1 // 0\n"
    with watching(tmp_path, "plan.yaml", *DAY, start=start) as watched:
        watched.told(1)
        with pytest.raises(ConnectionError):
            watched.get("edition")
        assert watched.process.wait(PATIENCE) == 3
        until(lambda: watched.err.endswith("\n"))
        assert watched.err.startswith("ctg : erreur interne (ZeroDivisionError")
        assert watched.err.count("\n") == 1


def test_help_names_the_options() -> None:
    done = ctg("report", "--help")
    assert "--watch" in done.out
    assert "--port NOMBRE" in done.out
