"""The edges of a process: streams that are closed, full or of another encoding, and a folder that is gone.

Each is told in one French sentence, with the status it has, or changes nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import Done, ctg, plan
from tests.conftest import PLANS

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, and a shell"),
]

PLAN = str(PLANS / "fier-et-usses.yaml")
GONE = "le dossier où vous êtes n'existe plus, allez dans un autre\n"
CLOSED = "ctg : sortie standard : elle est fermée\n"
FULL = "ctg : sortie standard : le disque est plein\n"
COMMANDS = [
    ("show", PLAN),
    ("validate", PLAN, "--format", "json"),
    ("report", PLAN, "-o", "-", "--format", "md"),
    ("schema",),
    ("--help",),
]


def shell(redirected: str, *arguments: str, cwd: Path | None = None, **env: str) -> Done:
    """Runs `ctg` under a shell that makes of its streams what `redirected` says."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m ctgkit "$@" {redirected}', sys.executable, *arguments],
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **env},
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("where", "told"), [(">&-", CLOSED), (">/dev/full", FULL)])
def test_what_cannot_be_printed_is_told_in_one_sentence(
    where: str, told: str, command: tuple[str, ...]
) -> None:
    assert shell(where, *command) == Done(2, "", told)


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/full"])
@pytest.mark.parametrize(
    ("command", "status"), [(("status", PLAN), 0), (("lint", PLAN), 1), (("validte",), 2), (("show", "x"), 2)]
)
def test_what_cannot_be_said_on_standard_error_changes_nothing_else(
    where: str, command: tuple[str, ...], status: int
) -> None:
    done = shell(where, *command)
    assert (done.status, done.err) == (status, "")
    assert done.out == shell("2>/dev/null", *command).out


def test_with_no_stream_at_all_the_status_is_left() -> None:
    assert shell("<&- >&- 2>&-", "validate", PLAN).status == 2
    assert shell("<&- >/dev/full 2>/dev/full", "validate", PLAN).status == 2
    assert shell("<&- >/dev/null 2>&-", "validate", PLAN).status == 0


def test_an_input_that_is_closed_is_no_empty_plan() -> None:
    assert shell("<&-", "validate", "-") == Done(2, "", "ctg : entrée standard : elle est fermée\n")
    assert shell("<&-", "validate", PLAN).status == 0


@pytest.mark.parametrize(("where", "told"), [(">&-", CLOSED), (">/dev/full", FULL)])
def test_what_was_written_before_is_said_to_be(tmp_path: Path, where: str, told: str) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(plan(), encoding="utf-8")
    done = shell(where, "track", "p.yaml", "1.1", "--note", "Vu", cwd=tmp_path)
    assert done == Done(2, "", told.replace("\n", " ; p.yaml est écrit\n"))
    text = path.read_text(encoding="utf-8")
    assert text.startswith(plan())
    assert text.count("note: Vu") == 1
    assert CLOSED not in text


def test_a_stream_that_is_closed_never_becomes_the_plan(tmp_path: Path) -> None:
    """The lowest free number goes to the next file that is opened."""
    path = tmp_path / "p.yaml"
    path.write_text(plan(), encoding="utf-8")
    shell("<&- >&- 2>&-", "track", "p.yaml", "1.1", "--note", "Vu", cwd=tmp_path)
    text = path.read_text(encoding="utf-8")
    assert text.removeprefix(plan()).split() == ["suivi:", "-", "date:", text.split()[-3], "note:", "Vu"]


@pytest.mark.parametrize(
    ("encoding", "drawn"), [("cp1252", "|######|"), ("ascii", "|######|"), ("cp850", "│██████│")]
)
def test_drawings_are_ascii_where_a_screen_has_no_others(encoding: str, drawn: str) -> None:
    arguments = ("calendar", PLAN, "--date", "2026-11-28")
    done = subprocess.run(
        [sys.executable, "-m", "ctgkit", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    here = ctg(*arguments).out
    there = done.stdout.decode(encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert drawn in there
    assert there.count("?") == here.count("?")
    rows = [
        (len(one), len(other))
        for one, other in zip(here.splitlines(), there.splitlines(), strict=True)
        if "│" in one
    ]
    assert rows
    assert [pair for pair in rows if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    "command",
    [
        ("show", PLAN),
        ("status", PLAN),
        ("lint", PLAN),
        ("--help",),
        ("rule",),
        ("diff", PLAN, str(PLANS / "vie-et-boulogne.yaml")),
    ],
)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_no_text_turns_into_question_marks(command: tuple[str, ...], encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ctgkit", *command],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    here = ctg(*command)
    assert done.returncode == here.status
    assert done.stdout.decode(encoding).count("?") == here.out.count("?")
    assert done.stderr.decode(encoding).count("?") == here.err.count("?")


def test_data_stays_what_it_is_whatever_the_screen_has() -> None:
    for command in (
        ("schema",),
        ("rule", "CTG301", "--format", "json"),
        ("status", PLAN, "--format", "json", "--date", "2026-11-28"),
    ):
        assert shell("", *command, PYTHONIOENCODING="ascii") == ctg(*command)


def test_a_machine_without_a_language_or_a_home_is_answered_in_french(tmp_path: Path) -> None:
    path = tmp_path / "été.yaml"
    path.write_text(plan(action="        titre: Accueil été"), encoding="utf-8")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    shown = shell("", "show", "été.yaml", cwd=tmp_path, **ascii_only)
    assert (shown.status, shown.err) == (0, "")
    assert "Accueil ete" in shown.out
    tracked = shell("", "track", "été.yaml", "1.1", "--note", "Fête", cwd=tmp_path, HOME="", **ascii_only)
    assert (tracked.status, tracked.err) == (0, "")
    assert "note: Fête\n" in path.read_text(encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "ctgkit", "show", path],
        capture_output=True,
        check=False,
        env={"PYTHONUTF8": "1"},
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        (("validate", PLAN), 0, ""),
        (("status", PLAN, "-o", "-"), 0, ""),
        (("validate", "x.yaml"), 2, f"ctg : {GONE}"),
        (("report", PLAN, "-o", "x.html"), 2, f"ctg : x.html : fichier introuvable ; {GONE}"),
        (("new", "x.yaml"), 2, f"ctg : plan.schema.json : fichier introuvable ; {GONE}"),
    ],
)
def test_a_folder_that_is_gone_is_told_where_it_is_needed(
    tmp_path: Path, command: tuple[str, ...], status: int, told: str
) -> None:
    gone = tmp_path / "parti"
    gone.mkdir()
    done = subprocess.run(
        ["/bin/sh", "-c", 'rmdir "$PWD" && exec "$0" -m ctgkit "$@"', sys.executable, *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=gone,
    )
    assert (done.returncode, done.stderr) == (status, told)
