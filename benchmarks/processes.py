"""Whole processes as ratios to `python -c pass`, ctgkit and its peers in one run.

    python benchmarks/processes.py

What a user feels is the process, imports included; a shared machine is noisy, so each command is
taken at its best of several rounds, the commands by turns. Peers that are not installed beside
this Python are left out (`pip install yamllint yamale check-jsonschema`). yamale has a schema of its
own for the same keys and values, check-jsonschema the project's.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
PLANS = [str(path) for path in sorted((ROOT / "plans").glob("*.yaml"))]
PLAN = PLANS[-1]
ROUNDS = 12
COPIES = (1, 100, 1000, 3000)
#: How many plans the peers are given in one call.
SHELF = 300
FICHES = (10, 100, 1000, 10_000)


def best(
    commands: dict[str, list[str]], folder: str, rounds: int, before: Callable[[], object] = lambda: None
) -> dict[str, float]:
    """The shortest time of each command, in seconds; `before` each round, something that is not timed."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds + 1):
        before()
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
            times[name] = min(times[name], time.perf_counter() - start)
    return times


def peers(files: list[str]) -> dict[str, list[str]]:
    """What checks plan files too, of what is installed."""
    scripts = Path(sys.executable).parent
    schema = str(ROOT / "schema" / "plan.schema.json")
    commands = {
        "yamllint": ["-d", "relaxed", *files],
        "yamale": ["-s", str(ROOT / "benchmarks" / "plan.yamale.yaml"), *files],
        "check-jsonschema": ["--schemafile", schema, *files],
    }
    return {
        name: [str(scripts / name), *arguments]
        for name, arguments in commands.items()
        if Path(scripts / name).exists()
    }


CTG = [sys.executable, "-m", "ctgkit"]


def single(folder: str) -> None:
    """One or two plans: each command against the bare interpreter."""
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "import yaml": [sys.executable, "-c", "import yaml"],
        "from pydantic import BaseModel": [sys.executable, "-c", "from pydantic import BaseModel"],
        "import typer": [sys.executable, "-c", "import typer"],
        "ctg --help": [*CTG, "--help"],
        "ctg show PLAN": [*CTG, "show", PLAN],
        "ctg report PLAN (html)": [*CTG, "report", "--kind", "plan", PLAN, "-o", "-"],
        "ctg validate PLAN": [*CTG, "validate", PLAN],
        "ctg lint PLAN": [*CTG, "lint", PLAN],
        **{f"{name} PLAN": command for name, command in peers([PLAN]).items()},
        "ctg validate, both plans": [*CTG, "validate", *PLANS],
        "ctg lint, both plans": [*CTG, "lint", *PLANS],
        **{f"{name}, both plans": command for name, command in peers(PLANS).items()},
    }
    times = best(commands, folder, ROUNDS)
    bare = times["python -c pass"]
    print(f"{'command':<32} {'ratio':>6}    (python -c pass: {bare * 1000:.1f} ms)")
    for name, seconds in times.items():
        print(f"{name:<32} {seconds / bare:6.1f}")


def shelf(folder: str) -> None:
    """Many plans in one call, beside the peers: the cost of each as a ratio to `ctg validate`."""
    target = Path(folder, "shelf")
    target.mkdir()
    texts = [Path(plan).read_text(encoding="utf-8") for plan in PLANS]
    files = []
    for number in range(SHELF):
        files.append(str(target / f"{number:05}.yaml"))
        Path(files[-1]).write_text(texts[number % len(texts)], encoding="utf-8")
    commands = {
        "ctg validate": [*CTG, "validate", str(target)],
        "ctg lint": [*CTG, "lint", "--format", "concise", str(target)],
        **peers(files),
    }
    times = best(commands, folder, 2)
    reference = times["ctg validate"]
    print(f"\n{f'{SHELF} plans in one call':<32} {'ratio':>6}    (ctg validate: {reference:.2f} s)")
    for name, seconds in times.items():
        print(f"{name:<32} {seconds / reference:6.1f}")


def growth(folder: str) -> None:
    """One plan of more and more fiches: the time a fiche takes, of the whole process."""
    print(f"\n{'one plan of N fiches':<32} {'validate':>9} {'lint':>9}   (ms a fiche)")
    for count in FICHES:
        path = Path(folder, f"{count}.yaml")
        text, made = enlarged(Path(PLANS[0]), count)
        path.write_text(text, encoding="utf-8")
        commands = {name: [*CTG, name, str(path), "--format", "concise"] for name in ("validate", "lint")}
        times = best(commands, folder, 1 if count > 1000 else 3)
        per_fiche = " ".join(f"{seconds / made * 1000:9.3f}" for seconds in times.values())
        print(f"{made:<32} {per_fiche}")


def enlarged(plan: Path, count: int) -> tuple[str, int]:
    """A plan with its axes again and again, up to so many fiches; and how many that makes."""
    text = plan.read_text(encoding="utf-8")
    head, axes = text.split("\naxes:\n")
    twins = re.split(r"(?m)^(?=  - (?:id|numero):)", axes)[1:]
    sizes = [len([*fiches(axe)]) for axe in sections(plan)]
    pieces, made = [f"{head}\naxes:\n"], 0
    while made < count:
        rank = len(pieces) - 1
        pieces.append(re.sub(r"\A  - (?:id|numero): .*", f"  - id: axe-{rank}", twins[rank % len(twins)]))
        made += sizes[rank % len(twins)]
    return "".join(pieces), made


def sections(plan: Path) -> list[dict[str, Any]]:
    """The sections of the first level of a plan, as the file has them."""
    with plan.open(encoding="utf-8") as stream:
        axes: list[dict[str, Any]] = yaml.load(stream, yaml.CSafeLoader)["axes"]
    return axes


def fiches(section: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The fiches of a section and of those below, as the file has them."""
    for below in section.get("objectifs", ()):
        yield from fiches(below)
    yield from section.get("actions", ())


def many(folder: str) -> None:
    """More and more plans: the cost of one, as a ratio to the cost of one among the fewest."""
    text = Path(PLAN).read_text(encoding="utf-8")
    print(f"\n{'ctg validate N plans':<32} {'ms a plan':>9} {'MB/s':>6}")
    for copies in COPIES:
        target = Path(folder, str(copies))
        target.mkdir()
        for number in range(copies):
            Path(target, f"{number:05}.yaml").write_text(text, encoding="utf-8")
        command = {"": [sys.executable, "-m", "ctgkit", "validate", str(target)]}
        seconds = best(command, folder, 1 if copies > COPIES[1] else ROUNDS // 3)[""]
        speed = copies * len(text.encode()) / 1e6 / seconds
        print(f"{copies:<32} {seconds / copies * 1000:9.2f} {speed:6.2f}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        single(temporary)
        shelf(temporary)
        growth(temporary)
        many(temporary)
