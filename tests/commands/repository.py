"""A real git repository, for the tests of what git is asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import tool


class Repository:
    """A repository in a folder of its own, whatever git is set up like on this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tool = tool("git")
        self.git("init", "-q")
        self.git("config", "user.name", "Essai")
        self.git("config", "user.email", "essai@example.invalid")

    def git(self, *words: str) -> str:
        """Runs git there; gives what it prints."""
        root = Path(__file__).parents[2]
        env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "PYTHONPATH": os.pathsep.join([str(root), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]),
        }
        done = subprocess.run([self.tool, *words], cwd=self.folder, capture_output=True, check=False, env=env)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def write(self, path: str, text: str) -> Path:
        """Writes a file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def commit(self, tag: str | None = None) -> None:
        """Commits everything."""
        self.git("add", "-A")
        self.git("commit", "-qm", "version")
        if tag:
            self.git("tag", tag)

    def drive(self) -> None:
        """Makes `ctg` the program that compares plans, as the documentation says."""
        self.write(".gitattributes", "plans/*.yaml diff=ctg\n")
        self.git("config", "diff.ctg.command", f"{sys.executable} -m ctgkit diff --git")
