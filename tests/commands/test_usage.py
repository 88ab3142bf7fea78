"""Help, usage errors, exit statuses: all in French, never a traceback."""

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import ctg, plan
from tests.conftest import PLANS

ENGLISH = (
    "Usage",
    "Options:",
    "Arguments:",
    "Error",
    "Try ",
    "Missing",
    "No such",
    "Show this",
    "required",
    "default",
)


@pytest.mark.parametrize(
    "command",
    [
        [],
        *(
            [name]
            for name in (
                "validate",
                "lint",
                "rule",
                "show",
                "status",
                "diff",
                "calendar",
                "report",
                "track",
                "new",
                "schema",
            )
        ),
    ],
)
def test_help_is_french_and_fits_eighty_columns(command: list[str]) -> None:
    done = ctg(*command, "--help", COLUMNS="80")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"Utilisation : {' '.join(['ctg', *command])} ")
    assert "Affiche cette aide." in done.out
    assert [word for word in ENGLISH if word in done.out] == []
    assert max(map(len, done.out.splitlines())) <= 80
    # No sign of French is torn from the word it belongs to.
    torn = re.compile(r" *[:;!?»]( |$)|.*«$")
    assert [line for line in done.out.splitlines() if torn.match(line)] == []


def test_ctg_alone_prints_its_help() -> None:
    assert ctg() == ctg("--help")


def test_the_version_is_the_packages() -> None:
    from ctgkit import __version__  # noqa: PLC0415

    assert ctg("--version").out == f"ctgkit {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["validte"], "ctg : commande inconnue : « validte » ; vouliez-vous dire « validate » ?"),
        (["xyz"], "ctg : commande inconnue : « xyz » (voir « ctg --help »)"),
        (["validate"], "ctg : il manque PLAN… (voir « ctg validate --help »)"),
        (["show"], "ctg : il manque PLAN (voir « ctg show --help »)"),
        (
            ["validate", "--formt", "x"],
            "ctg : option inconnue : « --formt » ; vouliez-vous dire « --format » ?",
        ),
        (["validate", "--zz", "x"], "ctg : option inconnue : « --zz » (voir « ctg validate --help »)"),
        (
            ["validate", "x", "--format"],
            "ctg : l'option « --format » attend une valeur (voir « ctg validate --help »)",
        ),
        (["--version=1"], "ctg : l'option « --version » ne prend pas de valeur (voir « ctg --help »)"),
        (["show", "a", "b", "c"], "ctg : un argument de trop : « c » (voir « ctg show --help »)"),
        (["schema", "plan", "x"], "ctg : un argument de trop : « x » (voir « ctg schema --help »)"),
        (
            ["schema", "finding"],
            "ctg : valeur inconnue pour QUOI : « finding » ; vouliez-vous dire « findings » ?",
        ),
        (
            ["validate", "x", "--format", "ful"],
            "ctg : valeur inconnue pour --format : « ful » ; vouliez-vous dire « full » ?",
        ),
        (
            ["show", "x", "--color", "rouge"],
            "ctg : valeur inconnue pour --color : « rouge » ; valeurs possibles : auto, always, never",
        ),
        (
            ["report", "x", "--date", "2024-13-01"],
            "ctg : --date attend une date, année-mois-jour (2024-03-15), et non « 2024-13-01 »",
        ),
        (
            ["report", "x", "--date", "20240101"],
            "ctg : --date attend une date, année-mois-jour (2024-03-15), et non « 20240101 »",
        ),
        (
            ["report", "x", "--date", "1/3/24"],
            "ctg : --date attend une date, année-mois-jour (2024-03-15), et non « 1/3/24 »",
        ),
        (["track", "x"], "ctg : il manque ADRESSE (voir « ctg track --help »)"),
        (
            ["report", "x", "--kind", "plann"],
            "ctg : valeur inconnue pour --kind : « plann » ; vouliez-vous dire « plan » ?",
        ),
    ],
)
def test_wrong_usage_is_one_french_sentence_and_status_2(arguments: list[str], sentence: str) -> None:
    done = ctg(*arguments)
    assert (done.status, done.out, done.err) == (2, "", sentence + "\n")


def test_what_the_system_refuses_is_no_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(plan(), encoding="utf-8")

    def refused(*_: object) -> None:
        raise OSError(errno.ENETDOWN, "Network is down", "lointain/p.yaml")

    monkeypatch.setattr(Path, "resolve", refused)
    assert ctg("lint", str(path)) == (
        2,
        "",
        "ctg : lointain/p.yaml : refusé par le système (Network is down)\n",
    )


@pytest.mark.process
def test_a_bug_is_told_in_one_line_with_where_it_was_and_status_3() -> None:
    code = (
        "import sys, ctgkit.app.files.given as files\n"
        "def broken(path): raise ZeroDivisionError('division\\nby zero')\n"
        "files.load = broken\n"
        "from ctgkit.app import main\n"
        "sys.exit(main(['show', 'x']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.startswith(
        "ctg : erreur interne (ZeroDivisionError division by zero, <string>:2). C'est un défaut"
    )
    assert done.stderr.count("\n") == 1


@pytest.mark.process
def test_a_reader_that_closes_the_pipe_ends_the_command_quietly(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    large.write_text(plan(suite="        constats:\n" + "          - un point\n" * 50_000), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "ctgkit", "show", str(large), "1.1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals")
def test_colours_go_to_a_terminal_only_and_no_color_is_honoured() -> None:
    import pty  # noqa: PLC0415

    def on_a_terminal(**env: str) -> bytes:
        parent, child = pty.openpty()
        subprocess.run(
            [sys.executable, "-m", "ctgkit", "show", str(PLANS / "fier-et-usses.yaml"), "4.1.1"],
            stdout=child,
            check=True,
            env={**os.environ, "TERM": "xterm", **env},
        )
        os.close(child)
        return os.read(parent, 4096)

    assert b"\x1b[1m" in on_a_terminal(NO_COLOR="")
    assert b"\x1b[" not in on_a_terminal(NO_COLOR="1")
    assert b"\x1b[" not in on_a_terminal(NO_COLOR="", TERM="dumb")
    assert "\x1b[" not in ctg("show", str(PLANS / "fier-et-usses.yaml")).out
    assert "\x1b[" in ctg("show", str(PLANS / "fier-et-usses.yaml"), "--color", "always").out
