"""The hooks of `.pre-commit-hooks.yaml`, tried for real on a repository of plans."""

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from tests.command import COMPLETE, plan
from tests.conftest import ROOT, missing, tool

pytestmark = pytest.mark.tool

BROKEN = plan(caf="", action="        tire: Une action")
OTHER = "services:\n  web:\n    image: nginx\n    ports: [80]\n"


class PlansRepository:
    """A git repository of plans, and pre-commit in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet")

    def git(self, *arguments: str) -> None:
        subprocess.run([tool("git"), *arguments], cwd=self.folder, check=True, env=_env(self.folder))

    def add(self, name: str, text: str) -> None:
        Path(self.folder, name).write_text(text, encoding="utf-8")
        self.git("add", name)

    def run(self, *arguments: str) -> tuple[int, str]:
        """Runs pre-commit; its status, and all it says."""
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", *arguments, "--color", "never"],
            cwd=self.folder,
            env=_env(self.folder),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode not in {0, 1}:
            missing(f"the network, from which pre-commit installs the hooks: {done.stdout}")
        return done.returncode, done.stdout


def _env(folder: Path) -> dict[str, str]:
    """The environment without this checkout on the path, and with the versions that CI runs with."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH"))}
    home = str(folder.parent / "pre-commit")
    return kept | {"PRE_COMMIT_HOME": home, "PIP_CONSTRAINT": str(ROOT / "constraints.txt")}


@pytest.fixture
def plans(tmp_path: Path) -> PlansRepository:
    """An empty repository of plans."""
    if find_spec("pre_commit") is None:
        missing("pre-commit")
    if not (ROOT / ".git").exists():
        missing("a git checkout of ctgkit, which pre-commit clones")
    folder = tmp_path / "plans"
    folder.mkdir()
    return PlansRepository(folder)


def outcome(said: str) -> dict[str, str]:
    """What pre-commit says of each hook: Passed, Failed, Skipped."""
    return dict(re.findall(r"^(ctg \w+)\.+(?:\(.*\))?(\w+)$", said, re.MULTILINE))


def test_the_hooks_tell_broken_plans_and_leave_other_files_alone(plans: PlansRepository) -> None:
    plans.add("compose.yaml", OTHER)
    plans.add("bon.yaml", plan(suite=COMPLETE))
    plans.add("casse.yaml", BROKEN)
    status, said = plans.run("try-repo", str(ROOT), "--all-files")
    assert (status, outcome(said)) == (1, {"ctg validate": "Failed", "ctg lint": "Failed"}), said
    assert "casse.yaml:11:9: CTG101 clé inconnue\u00a0: «\u00a0tire\u00a0»" in said
    assert "compose.yaml:" not in said
    assert "bon.yaml:" not in said

    plans.add("casse.yaml", BROKEN.replace("tire:", "titre:").replace("periode:", "caf: Caf\nperiode:"))
    status, said = plans.run("try-repo", str(ROOT), "ctg-validate", "--all-files")
    assert (status, outcome(said)) == (0, {"ctg validate": "Passed"}), said


def test_the_configuration_of_the_documentation_works(plans: PlansRepository) -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    (block,) = [block for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "repos:" in block]
    head = subprocess.run(
        [tool("git"), "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
    text = block.replace("<adresse du dépôt>", str(ROOT)).replace("<version>", head)
    assert yaml.safe_load(text)["repos"][0]["repo"] == str(ROOT)
    plans.add(".pre-commit-config.yaml", text)
    plans.add("compose.yaml", OTHER)
    status, said = plans.run("run")
    assert (status, outcome(said)) == (0, {"ctg lint": "Passed"}), said
    plans.add("casse.yaml", BROKEN)
    status, said = plans.run("run")
    assert (status, outcome(said)) == (1, {"ctg lint": "Failed"}), said
    assert "casse.yaml:11:9: CTG101" in said

    # With --fix, the commit stops once, with the file mended.
    plans.add(".pre-commit-config.yaml", f"{text}        args: [--fix]\n")
    plans.add("casse.yaml", plan(action="        tire: Une action", suite=COMPLETE))
    status, said = plans.run("run")
    assert (status, outcome(said)) == (1, {"ctg lint": "Failed"}), said
    assert "files were modified by this hook" in said
    mended = plan(action="        titre: Une action", suite=COMPLETE)
    assert Path(plans.folder, "casse.yaml").read_text(encoding="utf-8") == mended
    plans.git("add", "casse.yaml")
    assert plans.run("run")[0] == 0
