"""`ctg status`, `calendar` and `report` over a whole country's plans: time and memory, by number of plans.

    python benchmarks/country.py

The plans are the invented example's fiches with their journal, thirty to a plan. Time is the whole
process's, the memory that of its largest one. Both are given for more and more plans: the time a plan
takes is to stay the same, and the memory not to grow; but for the report, whose page holds a line per
territory and its late fiches, and which grows by as much.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "docs" / "exemple" / "plan.yaml"
COUNTS = (1, 100, 3000)
COMMANDS = (("status",), ("calendar",), ("report", "-o", "-"))


def plan_of_thirty(number: int = 0) -> str:
    """The example with its axes twice, under other identifiers, for a territory of its own."""
    head, axes = EXAMPLE.read_text(encoding="utf-8").split("\naxes:\n")
    twin = re.sub(r"(?m)^(  - (?:id|numero): )(\S+)", r"\1autre-\2", axes)
    head = re.sub(r"(?m)^(  (?:nom|sigle): .*)$", rf"\1 {number}", head, count=2)
    return f"{head}\naxes:\n{axes.rstrip()}\n{twin}"


def spent(command: list[str]) -> tuple[float, int]:
    """The seconds a command takes, and the largest memory of its processes, in kB."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command  # noqa: S101
    return time.perf_counter() - start, usage.ru_maxrss


def main() -> None:
    """Measures each command over each number of plans."""
    with tempfile.TemporaryDirectory() as temporary:
        print(f"{'command':<10} {'plans':>6} {'seconds':>8} {'ms a plan':>10} {'MB':>6}")
        for count in COUNTS:
            folder = Path(temporary, str(count))
            folder.mkdir()
            for number in range(count):
                Path(folder, f"{number:05}.yaml").write_text(plan_of_thirty(number), encoding="utf-8")
            for name, *options in COMMANDS:
                command = [
                    sys.executable,
                    "-m",
                    "ctgkit",
                    name,
                    str(folder),
                    "--date",
                    "2026-06-30",
                    *options,
                ]
                seconds, memory = min(spent(command) for _ in range(1 if count > 1000 else 3))
                per_plan = seconds / count * 1000
                print(f"{name:<10} {count:>6} {seconds:>8.2f} {per_plan:>10.1f} {memory / 1024:>6.0f}")


if __name__ == "__main__":
    main()
