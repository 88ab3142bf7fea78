"""A copy of the project: what its types say, and how its own code is run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Copy:
    """A copy of the project."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def type_checked(self) -> str:
        """What the type check complains of; nothing if all is well."""
        return self._complaint("mypy", "--no-error-summary")

    def regenerated(self) -> str:
        """Writes its generated files again; what goes wrong, if anything does."""
        return self._complaint("tools.generate")

    def looked_into(self, names: tuple[str, ...]) -> str:
        """In which outputs the additions of these names are not found; nothing if all is well."""
        return self._complaint("tools.recipes.looking", *names)

    def _complaint(self, *module: str) -> str:
        env = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONUTF8": "1", "NO_COLOR": "1"}
        done = subprocess.run(
            [sys.executable, "-m", *module],
            cwd=self.root,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        return (done.stdout + done.stderr).strip() if done.returncode else ""


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
