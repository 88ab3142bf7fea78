"""Writers of a plan, seen from outside: each a process of its own that runs `ctg`, or stands for an editor.

Run as a program, with the name of a scenario, a folder, how often, and a seed; it fails as a test does. A
process that has imported everything forks, so that a writer starts in a hundredth of a second: most of its
life is what is tried.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from ctgkit.app import main
from ctgkit.plan import Plan
from ctgkit.plan.reading import read
from tests.command import plan

POINTS = 30
CUT = "          - Le tarif n° # à fixer"
WHOLE = '          - "Le tarif n° # à fixer"'
TEXT = plan(suite="\n".join(["        constats:", *[CUT] * POINTS]))
CHANCE = random.Random()  # noqa: S311  (no secret)
FIX = ["lint", "p.yaml", "--fix"]


def track(note: str) -> list[str]:
    """An entry."""
    return ["track", "p.yaml", "1.1", "--note", note]


def forked(work: Callable[[], int]) -> int:
    """Starts a process that does some work and ends with the status of it; its number."""
    child = os.fork()
    if child:
        return child
    status = 99
    try:
        status = work()
    finally:
        os._exit(status)


def ctg(*arguments: str) -> int:
    """Starts `ctg`, whose output goes nowhere; its number."""

    def work() -> int:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        return main(arguments)

    return forked(work)


def status(child: int) -> int:
    """How a process ended; minus a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def whole(path: Path) -> Plan:
    """The plan, which has no error."""
    found = read(path.read_bytes(), path.name)
    assert found.plan is not None, found.findings
    return found.plan


def notes(path: Path) -> list[str]:
    """The notes of the only fiche."""
    (fiche,) = [action for axe in whole(path).axes for action in axe.actions]
    return [entree.note for entree in fiche.suivi if entree.note]


def fixed(path: Path) -> int:
    """How many of the points are mended."""
    text = path.read_text(encoding="utf-8")
    assert text.count(CUT) + text.count(WHOLE) == POINTS
    return text.count(WHOLE)


def hidden(folder: Path) -> list[Path]:
    """What is there and nobody sees; none of it is ever read as a plan."""
    found = [path for path in folder.iterdir() if path.name.startswith(".")]
    assert [path for path in found if path.suffix in {".yaml", ".yml", ".html"}] == []
    return found


def kills(folder: Path, times: int) -> None:
    """A writer is killed at a moment of its life, any: what it writes is there whole, or not at all."""
    path, page, new = folder / "p.yaml", folder / "p.html", folder / "n.yaml"
    commands = [track("Vu"), FIX, ["new", "n.yaml"], ["report", "p.yaml", "-o", "p.html"]]
    lives = []
    for command in commands:  # how long each lives, when it is not killed
        path.write_text(TEXT, encoding="utf-8")
        start = time.monotonic()
        assert status(ctg(*command)) in {0, 1}
        lives.append(time.monotonic() - start)
        new.unlink(missing_ok=True)
        page.unlink(missing_ok=True)
    killed = left = 0
    for rank in range(times):
        command, life = commands[rank % len(commands)], lives[rank % len(commands)]
        path.write_text(TEXT, encoding="utf-8")
        child = ctg(*command)
        time.sleep(CHANCE.uniform(0, life * 1.1))
        os.kill(child, signal.SIGKILL)
        killed += status(child) == -signal.SIGKILL
        assert notes(path) in ([], ["Vu"])
        assert fixed(path) in {0, POINTS}
        if command != FIX:
            assert path.read_text(encoding="utf-8").startswith(TEXT)
        if new.exists():
            assert new.read_text(encoding="utf-8").rstrip().count("format: 1") == 1
            new.unlink()
        if page.exists():
            assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
            page.unlink()
        left += bool(hidden(folder))
    assert status(ctg(*track("Le dernier"))) == 0
    assert hidden(folder) == []
    sys.stdout.write(f"{killed} killed of {times}, {left} left a draft\n")


def races(folder: Path, times: int) -> None:
    """Two or three commands write at once: what each says it wrote is in the file."""
    path = folder / "p.yaml"
    for rank in range(times):
        path.write_text(TEXT, encoding="utf-8")
        pairs: tuple[Sequence[list[str]], ...] = (
            [track("a"), track("b")],
            [track("a"), FIX],
            [FIX, FIX],
            [track("a"), FIX, track("b")],
        )
        chosen = pairs[rank % len(pairs)]
        children = []
        for command in chosen:
            time.sleep(CHANCE.uniform(0, 0.01))
            children.append(ctg(*command))
        # Lint has other remarks.
        assert [status(child) for child in children] == [int(command == FIX) for command in chosen]
        assert sorted(notes(path)) == sorted(command[-1] for command in chosen if command != FIX)
        assert fixed(path) == (POINTS if FIX in chosen else 0)
        assert list(folder.iterdir()) == [path]


def editors(folder: Path, times: int) -> None:
    """Somebody saves again and again in an editor, which reads nothing again: the last save is there."""
    path = folder / "p.yaml"
    beside = folder / "p.yaml~"
    told = {0: 0, 1: 0, 2: 0}
    for rank in range(times):
        path.write_text(TEXT, encoding="utf-8")
        command = (track("Vu"), FIX)[rank % 2]
        renames = rank % 4 > 1
        saves = CHANCE.randint(1, 40)

        def save(renames: bool = renames, saves: int = saves) -> int:  # noqa: FBT001
            for number in range(saves):
                time.sleep(CHANCE.uniform(0, 0.002))
                (beside if renames else path).write_text(f"{TEXT}# {number}\n", encoding="utf-8")
                if renames:
                    beside.replace(path)
            return 0

        writer, editor = ctg(*command), forked(save)
        assert status(editor) == 0
        ended = status(writer)
        told[ended] += 1
        assert f"\n# {saves - 1}\n" in path.read_text(encoding="utf-8")
        assert notes(path) in ([], ["Vu"])
        assert list(folder.iterdir()) == [path]
    sys.stdout.write(f"statuses: {told}\n")


ALICE, BOB, TEAM, OTHERS = 60001, 60002, 60010, 60011


def somebody(user: int, groups: Sequence[int], folder: Path, *arguments: str) -> tuple[int, str]:
    """Runs `ctg` as somebody else: its status, and what it says on standard error."""
    reading, writing = os.pipe()

    def work() -> int:
        os.setgroups(groups)
        os.setgid(groups[0])
        os.setuid(user)
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(writing, 2)
        return main(arguments)

    child = forked(work)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as said:
        text = said.read()
    return status(child), text


def colleagues(folder: Path, _: int) -> None:
    """Two of a team change a plan in turn, and neither is shut out; others change nothing."""
    path = folder / "p.yaml"
    path.write_text(TEXT, encoding="utf-8")
    os.chown(folder, 0, TEAM)
    folder.chmod(0o2775)
    os.chown(path, ALICE, TEAM)
    path.chmod(0o664)

    def is_now(owner: int) -> None:
        now = path.stat()
        assert (now.st_uid, now.st_gid, now.st_mode & 0o7777) == (owner, TEAM, 0o664)

    changed = (
        f"ctg : p.yaml : ce fichier était à «\u00a0{ALICE}\u00a0», il est à vous ; "
        f"le groupe «\u00a0{TEAM}\u00a0» peut toujours y écrire\n"
    )
    done = somebody(BOB, [OTHERS, TEAM], folder, *track("de Bob"))
    assert done == (0, changed), done
    is_now(BOB)
    assert somebody(ALICE, [TEAM], folder, *track("d'Alice"))[0] == 0
    is_now(ALICE)
    assert somebody(ALICE, [TEAM], folder, *track("encore")) == (0, "")
    assert somebody(BOB, [OTHERS, TEAM], folder, *FIX)[0] == 1
    is_now(BOB)
    assert notes(path) == ["de Bob", "d'Alice", "encore"]
    assert fixed(path) == POINTS

    # Of no group of the file's: what may not be written, and what would be closed to the group.
    before = path.read_bytes()
    os.chown(folder, 0, 0)
    folder.chmod(0o777)
    refused = "ctg : p.yaml : vous n'avez pas le droit d'écrire dans ce fichier ; rien n'y est écrit\n"
    assert somebody(ALICE, [OTHERS], folder, *track("x")) == (2, refused)
    closed = (
        f"ctg : p.yaml : ce fichier est au groupe «\u00a0{TEAM}\u00a0», dont vous n'êtes pas : "
        "l'écrire le lui fermerait, et rien n'y est écrit\n"
    )
    assert somebody(BOB, [OTHERS], folder, *track("x")) == (2, closed)
    folder.chmod(0o1777)
    his = "ne laisse remplacer un fichier que par celui à qui il est\n"
    sticky = f"ctg : p.yaml : le dossier «\u00a0.\u00a0» {his}"
    assert somebody(ALICE, [TEAM], folder, *track("x")) == (2, sticky)
    folder.chmod(0o777)
    assert path.read_bytes() == before
    is_now(BOB)

    # A document of a colleague's is written again, and stays the team's.
    assert somebody(ALICE, [TEAM], folder, "report", "p.yaml", "-o", "p.html")[0] == 0
    page = folder / "p.html"
    os.chown(page, ALICE, TEAM)
    page.chmod(0o664)
    assert somebody(BOB, [OTHERS, TEAM], folder, "report", "p.yaml", "-o", "p.html")[0] == 0
    assert (page.stat().st_gid, page.stat().st_mode & 0o777) == (TEAM, 0o664)
    assert hidden(folder) == []


def run() -> NoReturn:
    """Runs the scenario that the command line names."""
    name, folder, times, seed = sys.argv[1:]
    CHANCE.seed(seed)
    os.chdir(folder)
    here = Path(folder)
    (here / "p.yaml").write_text(TEXT, encoding="utf-8")
    for command in (track("x"), FIX, ["new", "n.yaml"], ["report", "p.yaml", "-o", "p.html"]):
        main([*command])
    for made in here.iterdir():
        made.unlink()
    {"kills": kills, "races": races, "editors": editors, "colleagues": colleagues}[name](here, int(times))
    sys.exit(0)


if __name__ == "__main__":
    run()
