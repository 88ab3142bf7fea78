"""Terminal transcripts in the documentation, run for real.

A `console` block holds commands (`$ …`) and what they print. :func:`refreshed` runs them in a
copy of the repository's documents and gives the page as it should be.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/commandes.md")
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def refreshed(page: str) -> str:
    """A page whose transcripts are what their commands print now."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("plans", "docs"):
            shutil.copytree(ROOT / name, Path(folder, name))
        return _BLOCK.sub(lambda block: _run_all(block[0], folder), page)


def _run_all(block: str, folder: str) -> str:
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_run(command, folder)}" for command in commands)


def _run(command: str, folder: str) -> str:
    scripts = str(Path(sys.executable).parent)
    # A CI has its own default format; the documentation shows everybody's.
    env = {name: value for name, value in os.environ.items() if name not in {"GITHUB_ACTIONS", "GITLAB_CI"}}
    env |= {"PATH": scripts + os.pathsep + env["PATH"], "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S602  (the command stands in our own documentation)
        command,
        shell=True,
        cwd=folder,
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout
