"""The tasks of the project: `nox -l` lists them, `nox -s fast` runs one. `.ci/run` runs these too.

Most run in the environment that nox is installed in, so that they start at once; those that are about
other environments (the oldest dependencies, other Pythons, the wheel) make their own under `.nox`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import nox

ROOT = Path(__file__).parent
#: The marks of pyproject.toml that no fast test has.
SLOW = ("browser", "long", "paper", "process", "random", "tool")
#: The Pythons that ctgkit supports, the oldest first.
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
#: Modules whose tests are tried by putting faults in them: the module, its tests, how many percent may live.
TRIED = (
    ("ctgkit/versions/matching.py", "tests/versions", "15"),
    ("ctgkit/schedule/dates.py", "tests/schedule", "15"),
)

nox.needs_version = ">=2024.4"
nox.options.sessions = ["fast", "types", "lint"]
nox.options.reuse_venv = "yes"
nox.options.error_on_missing_interpreters = False


def _pythons_folders() -> list[str]:
    """Where Pythons are that are not on the path: those of `CTGKIT_PYTHONS`, and pyenv's."""
    told = [folder for folder in os.environ.get("CTGKIT_PYTHONS", "").split(os.pathsep) if folder]
    pyenv = shutil.which("pyenv")
    if pyenv is None:
        return told
    root = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
    return [*told, *(str(folder) for folder in sorted(Path(root, "versions").glob("*/bin")))]


# Before pyenv's own, which exist for Pythons that are not chosen either, and then do not run.
os.environ["PATH"] = os.pathsep.join([*_pythons_folders(), os.environ.get("PATH", os.defpath)])


def _but(*marks: str) -> tuple[str, ...]:
    """What tells pytest to leave out tests with one of these marks."""
    return ("-m", f"not ({' or '.join(marks)})")


#: What has the tests run on all cores, and whether they can here.
_MANY = ("--numprocesses", "auto")
_HERE = _MANY if find_spec("xdist") else ()


def _pytest(session: nox.Session, *arguments: str, **env: str) -> None:
    """Runs tests here."""
    command = (sys.executable, "-m", "pytest", "--quiet", *_HERE, *arguments, *session.posargs)
    session.run(*command, env=env)


def _fast_elsewhere(session: nox.Session, constraints: str) -> None:
    """Runs the fast tests in the environment of the session, with such versions of the dependencies."""
    session.install("--quiet", "-c", constraints, "-e", ".[test]")
    session.run("pytest", "--quiet", *_MANY, *_but(*SLOW), *session.posargs)


@nox.session(python=False)
def fast(session: nox.Session) -> None:
    """The tests for the daily loop: a minute on two cores."""
    _pytest(session, *_but(*SLOW))


@nox.session(python=False)
def tests(session: nox.Session) -> None:
    """All the tests; what the machine lacks is skipped with a reason."""
    _pytest(session)


@nox.session(python=False)
def random(session: nox.Session) -> None:
    """The property tests with twenty times their examples, others each time."""
    _pytest(session, "-m", "random", HYPOTHESIS_PROFILE="long")


@nox.session(python=False)
def types(session: nox.Session) -> None:
    """Type check."""
    session.run(sys.executable, "-m", "mypy", *session.posargs)


@nox.session(python=False)
def lint(session: nox.Session) -> None:
    """Lint and format check."""
    session.run(sys.executable, "-m", "ruff", "check", ".")
    session.run(sys.executable, "-m", "ruff", "format", "--check", ".")


@nox.session(python=False)
def coverage(session: nox.Session) -> None:
    """Which lines and branches the fast tests reach; less than before fails."""
    _pytest(session, "--cov", *_but(*SLOW))


@nox.session(python=PYTHONS[0])
def oldest(session: nox.Session) -> None:
    """The fast tests with the oldest dependencies that pyproject.toml allows, on the oldest Python."""
    _fast_elsewhere(session, "constraints-oldest.txt")


@nox.session(python=PYTHONS)
def pythons(session: nox.Session) -> None:
    """The fast tests on each supported Python that the machine has."""
    if session.python == f"{sys.version_info.major}.{sys.version_info.minor}":
        session.skip("the tasks fast and tests run on this one")
    _fast_elsewhere(session, "constraints.txt")


@nox.session(python=False)
def recipes(session: nox.Session) -> None:
    """Adds one of each thing to a copy of the project and looks for it in every output."""
    session.run(sys.executable, "-m", "tools.recipes", *session.posargs)


@nox.session(python=False)
def mutants(session: nox.Session) -> None:
    """Puts faults in modules, one at a time, and counts those that their tests let live."""
    for module, where, most in TRIED:
        session.run(sys.executable, "-m", "tools.mutants", module, "--most", most, where)


@nox.session(python=False)
def generate(session: nox.Session) -> None:
    """Writes the generated files again."""
    session.run(sys.executable, "-m", "tools.generate")


@nox.session(python=False)
def wheel(session: nox.Session) -> None:
    """Builds the wheel, and uses it from elsewhere."""
    session.run(".ci/wheel", sys.executable, external=True)
