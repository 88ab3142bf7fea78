"""A copy of the project: what is added to it, what its types say, and what its commands print."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.recipes.addition import Addition, Look

ROOT = Path(__file__).parents[2]


class Copy:
    """A copy of the project."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def type_checked(self) -> str:
        """What the type check complains of; nothing if all is well."""
        done = self._run(["-m", "mypy", "--no-error-summary"], self.root)
        return (done.stdout + done.stderr).strip() if done.returncode else ""

    def absent(self, addition: Addition) -> list[str]:
        """Where the new thing is not found."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            folder.joinpath("plan.yaml").write_text(addition.plan, encoding="utf-8")
            return [told for look in addition.looks if (told := self._told(look, folder))]

    def _told(self, look: Look, folder: Path) -> str:
        done = self._run(["-m", "ctgkit", *look.command], folder)
        written = folder / look.written if look.written else None
        found = done.stdout
        if written is not None:
            found = written.read_text(encoding="utf-8") if written.exists() else ""
        # A line may end where a text has a space, which may be one that does not break.
        if done.returncode in {0, 1} and " ".join(look.words.split()) in " ".join(found.split()):
            return ""
        command, status = " ".join(look.command), done.returncode
        return f"ctg {command}: no « {look.words} » (status {status}) {done.stderr}".strip()

    def _run(self, arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONUTF8": "1", "NO_COLOR": "1"}
        env = {name: value for name, value in env.items() if name not in {"GITHUB_ACTIONS", "GITLAB_CI"}}
        return subprocess.run(
            [sys.executable, *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False
        )


@contextmanager
def copied() -> Iterator[Copy]:
    """A copy of what git knows of this checkout, as it stands."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "ctgkit")
        for file in filter(None, listed.stdout.split("\0")):
            if (ROOT / file).is_file():
                (root / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / file, root / file)
        yield Copy(root)
