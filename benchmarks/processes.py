"""Whole processes as ratios to `python -c pass`, ctgkit and its peers in one run.

    python benchmarks/processes.py

What a user feels is the process, imports included; a shared machine is noisy, so each command is
taken at its best of several rounds, the commands by turns. Peers that are not installed beside
this Python are left out (`pip install yamllint yamale check-jsonschema`).
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLAN = str(ROOT / "plans" / "vie-et-boulogne.yaml")
ROUNDS = 12
COPIES = (1, 100, 1000, 3000)


def best(commands: dict[str, list[str]], folder: str, rounds: int) -> dict[str, float]:
    """The shortest time of each command, in seconds."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
            times[name] = min(times[name], time.perf_counter() - start)
    return times


def single(folder: str) -> None:
    """One plan: each command against the bare interpreter."""
    scripts = Path(sys.executable).parent
    ctg = [sys.executable, "-m", "ctgkit"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "import yaml": [sys.executable, "-c", "import yaml"],
        "from pydantic import BaseModel": [sys.executable, "-c", "from pydantic import BaseModel"],
        "import typer": [sys.executable, "-c", "import typer"],
        "ctg --help": [*ctg, "--help"],
        "ctg validate PLAN": [*ctg, "validate", PLAN],
        "ctg show PLAN": [*ctg, "show", PLAN],
        "ctg report PLAN (html)": [*ctg, "report", "--kind", "plan", PLAN, "-o", "-"],
        "yamllint PLAN": [str(scripts / "yamllint"), "-d", "relaxed", PLAN],
        "check-jsonschema PLAN": [
            str(scripts / "check-jsonschema"),
            "--schemafile",
            str(ROOT / "schema" / "plan.schema.json"),
            PLAN,
        ],
    }
    present = {name: c for name, c in commands.items() if c[0] == sys.executable or Path(c[0]).exists()}
    times = best(present, folder, ROUNDS)
    bare = times["python -c pass"]
    print(f"{'command':<32} {'ratio':>6}    (python -c pass: {bare * 1000:.1f} ms)")
    for name, seconds in times.items():
        print(f"{name:<32} {seconds / bare:6.1f}")


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
        many(temporary)
