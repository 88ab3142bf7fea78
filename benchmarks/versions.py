"""Two versions of a plan compared: ctgkit, `deepdiff`'s command line and `git diff --no-index`, in one run.

    python benchmarks/versions.py

First the whole processes, as ratios to `python -c pass`; then what each says of the same ten edits of
a real plan, one by one and all together; then one plan of more and more fiches, of which one in ten
has another number. deepdiff is left out where it is not installed beside this Python
(`pip install deepdiff`).
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from processes import CTG, ROOT, ROUNDS, best

EXAMPLE = [str(ROOT / "docs" / "exemple" / name) for name in ("plan-2023-signe.yaml", "plan.yaml")]
PLAN = ROOT / "plans" / "fier-et-usses.yaml"
DEEP = str(Path(sys.executable).parent / "deep")
GIT = ["git", "diff", "--no-index"]
FICHES = (100, 1000, 10_000)
#: How many differences the library behind deepdiff's command finds, in the files the command reads.
COUNTED = """
import sys, yaml
from deepdiff import DeepDiff
old, new = (yaml.safe_load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
found = DeepDiff(old, new, ignore_order=sys.argv[3] == "1", view="tree")
print(sum(len(part) for part in found.values()))
"""


def tools(old: str, new: str) -> dict[str, list[str]]:
    """What compares two files, of what is installed."""
    commands = {"ctg diff": [*CTG, "diff", old, new], "git diff --no-index": [*GIT, old, new]}
    if Path(DEEP).exists():
        commands["deep diff"] = [DEEP, "diff", old, new]
        commands["deep diff --ignore-order"] = [DEEP, "diff", "--ignore-order", old, new]
    return commands


def processes(folder: str) -> None:
    """The two versions of the example, whole process."""
    commands = {"python -c pass": [sys.executable, "-c", "pass"], **tools(*EXAMPLE)}
    times = best(commands, folder, ROUNDS)
    bare = times["python -c pass"]
    print(f"{'two versions of the example':<44} {'ratio':>6}    (python -c pass: {bare * 1000:.1f} ms)")
    for name, seconds in times.items():
        print(f"{name:<44} {seconds / bare:6.1f}")


# The ten edits


def block(lines: list[str], start: str) -> tuple[int, int]:
    """The lines of the element that starts with `start`, up to the next that is as much to the left."""
    first = next(rank for rank, line in enumerate(lines) if line.strip() == start)
    indent = len(lines[first]) - len(lines[first].lstrip())
    end = first + 1
    while end < len(lines) and (
        not lines[end].strip()
        or lines[end].lstrip().startswith("#")
        or lines[end].startswith(" " * (indent + 1))
    ):
        end += 1
    while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
        end -= 1
    return first, end


def below(lines: list[str], start: str, key: str) -> int:
    """The line after `key`, in the element that starts with `start`."""
    first, end = block(lines, start)
    return next(rank for rank in range(first, end) if lines[rank].strip().startswith(key)) + 1


def longer_period(lines: list[str]) -> None:
    """The convention lasts one year more."""
    lines[lines.index("periode: 2023-2028")] = "periode: 2023-2029"


def journal_entry(lines: list[str]) -> None:
    """A fiche has its first journal entry."""
    _, end = block(lines, "- numero: 1.1.1")
    pad = " " * 12
    lines[end:end] = [f"{pad}suivi:", f"{pad}  - date: 2024-02-01", f"{pad}    statut: en cours"]


def renumbered_objective(lines: list[str]) -> None:
    """Objective 1.3 becomes 1.4, with its five fiches."""
    first, end = block(lines, "- numero: 1.3")
    for rank in range(first, end):
        lines[rank] = re.sub(r"^( *- numero: )1\.3\b", r"\g<1>1.4", lines[rank])


def retitled(lines: list[str]) -> None:
    """A fiche has another title."""
    rank = below(lines, "- numero: 3.2.1", "titre:") - 1
    lines[rank] = "            titre: Ouvrir un café associatif"


def another_pilot(lines: list[str]) -> None:
    """A pilot is named more exactly."""
    rank = below(lines, "- numero: 2.1.1", "pilotes:")
    lines[rank] += " et France services"


def another_calendar(lines: list[str]) -> None:
    """An action is put off."""
    rank = below(lines, "- numero: 3.1.1", "calendrier:") - 1
    lines[rank] = "            calendrier: 2027"


def moved_fiche(lines: list[str]) -> None:
    """Fiche 2.3.2 goes to the end of another objective, as 3.2.4."""
    first, end = block(lines, "- numero: 2.3.2")
    moved = ["          - numero: 3.2.4", *lines[first + 1 : end]]
    del lines[first:end]
    _, end = block(lines, "- numero: 3.2.3")
    lines[end:end] = ["", *moved]


def point_on_top(lines: list[str]) -> None:
    """A point is inserted at the top of a list of seven."""
    rank = below(lines, "- numero: 3.3.1", "descriptif:")
    lines.insert(rank, "              - Ouvrir une permanence le samedi")


def point_removed(lines: list[str]) -> None:
    """The first of two points is removed."""
    del lines[below(lines, "- numero: 4.1.1", "vigilance:")]


def new_fiche(lines: list[str]) -> None:
    """A fiche is added."""
    _, end = block(lines, "- numero: 4.2.1")
    lines[end:end] = [
        "",
        "          - numero: 4.2.2",
        "            titre: Créer une épicerie solidaire",
        "            constats:",
        "              - Des étudiants et des retraités renoncent à des repas",
        "            descriptif:",
        "              - Trouver un local",
        "              - Former des bénévoles",
        "            calendrier: 2027",
    ]


EDITS: tuple[Callable[[list[str]], None], ...] = (
    longer_period,
    journal_entry,
    renumbered_objective,
    retitled,
    another_pilot,
    another_calendar,
    moved_fiche,
    point_on_top,
    point_removed,
    new_fiche,
)


def edited(text: str, *edits: Callable[[list[str]], None]) -> str:
    """A plan after some edits."""
    lines = text.split("\n")
    for edit in edits:
        edit(lines)
    return "\n".join(lines)


def reported(old: Path, new: Path) -> list[str]:
    """How many changes each tool reports: ctgkit, deepdiff twice, then git's hunks and lines."""
    done = subprocess.run(
        [*CTG, "diff", str(old), str(new), "--format", "json"], capture_output=True, check=True
    )
    counts = [str(sum(json.loads(done.stdout)["totals"].values()))]
    for ignore_order in "01":
        command = [sys.executable, "-c", COUNTED, str(old), str(new), ignore_order]
        counted = subprocess.run(command, capture_output=True, check=False, text=True)
        counts.append(counted.stdout.strip() or "-")
    shown = subprocess.run([*GIT, "-U0", str(old), str(new)], capture_output=True, check=False, text=True)
    lines = shown.stdout.splitlines()[4:]
    hunks = sum(line.startswith("@@") for line in lines)
    changed = sum(line.startswith(("+", "-")) for line in lines)
    return [*counts, f"{hunks} ({changed})"]


def edits(folder: str) -> None:
    """What each tool says of the ten edits."""
    text = PLAN.read_text(encoding="utf-8")
    old, new = Path(folder, "old.yaml"), Path(folder, "new.yaml")
    old.write_text(text, encoding="utf-8")
    print(f"\n{'changes reported':<62} {'ctg':>5} {'deepdiff':>9} {'no order':>9} {'git: hunks (lines)':>19}")
    for name, some in (*((edit.__doc__ or "", (edit,)) for edit in EDITS), ("All ten together.", EDITS)):
        new.write_text(edited(text, *some), encoding="utf-8")
        ctg, deep, no_order, git = reported(old, new)
        print(f"{name.rstrip('.'):<62} {ctg:>5} {deep:>9} {no_order:>9} {git:>19}")


# Growth


_HEAD = """\
format: 1
titre: Plan
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2024-2027
axes:
"""
_AXE = """\
  - id: axe-{rank}
    titre: Axe {rank}
    actions:
"""
_FICHE = """\
      - numero: {number}
        titre: Ouvrir le lieu {rank} du quartier {quartier}
        constats:
          - Les familles de la rue {rue} l'attendent
          - Il manque {rank} places
        calendrier: 2025
"""


def grown(count: int, *, renumbered: bool) -> str:
    """A plan of so many fiches with texts of their own, of which one in ten may have another number."""
    pieces = [_HEAD]
    for rank in range(count):
        if rank % 100 == 0:
            pieces.append(_AXE.format(rank=rank))
        number = 1000 + rank if renumbered and rank % 10 == 0 else rank % 100
        names = {"quartier": rank * 7919 % 10007, "rue": rank * 104729 % 1299709}
        pieces.append(_FICHE.format(rank=rank, number=number, **names))
    return "".join(pieces)


def growth(folder: str) -> None:
    """The time a fiche takes, of the whole process, as plans grow."""
    print(f"\n{'N fiches, one in ten renumbered':<44} {'seconds':>8} {'ms a fiche':>11}")
    for count in FICHES:
        names = []
        for renumbered in (False, True):
            path = Path(folder, f"{count}-{renumbered}.yaml")
            path.write_text(grown(count, renumbered=renumbered), encoding="utf-8")
            names.append(str(path))
        command = {"": [*CTG, "diff", "--stat", *names]}
        seconds = best(command, folder, 1 if count > 1000 else 3)[""]
        print(f"{count:<44} {seconds:8.2f} {seconds / count * 1000:11.3f}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        processes(temporary)
        edits(temporary)
        growth(temporary)
