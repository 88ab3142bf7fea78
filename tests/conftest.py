"""What the tests share: the plans, the public test data, the tools a machine may lack, and their marks."""

import os
import shutil
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment

from tests import examples

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

examples.load_profile()

ROOT = Path(__file__).parents[1]
PLANS = ROOT / "plans"
#: Public test data that stands beside the checkout and is not part of it.
SHARED = ROOT.parent / "shared"

#: The marks of tests that may start a program; git alone starts in a hundredth of a second.
STARTERS = ("browser", "paper", "process", "tool")

#: The test that runs.
_running: list[pytest.Item] = []


def pytest_configure() -> None:
    """Keeps the fast tests fast: see :func:`_refuse_programs`."""
    sys.addaudithook(_refuse_programs)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what can be seen from the test itself."""
    for item in items:
        if hasattr(getattr(item, "obj", None), "hypothesis"):
            item.add_marker("random")
        if "browser" in getattr(item, "fixturenames", ()) and not item.get_closest_marker("paper"):
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Remembers which test runs."""
    _running.append(item)
    try:
        return (yield)
    finally:
        _running.pop()


def _refuse_programs(event: str, arguments: tuple[Any, ...]) -> None:
    """Fails a test that starts a program without the mark that says so."""
    if event != "subprocess.Popen" or not _running or Path(str(arguments[0])).stem == "git":
        return
    if not any(_running[-1].get_closest_marker(name) for name in STARTERS):
        pytest.fail(f"a test that starts {arguments[0]} is marked with one of {', '.join(STARTERS)}")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> "LoadFileScheduling":
    """Gives a file to one process whole, where there are many: what its tests share is made once."""
    from xdist.scheduler import LoadFileScheduling  # noqa: PLC0415  (only where it is installed)

    return LoadFileScheduling(config, log)


@pytest.fixture(scope="session", autouse=True)
def _as_on_a_desk() -> Iterator[None]:
    """Tests run on CI machines too, where commands have another default format."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GITHUB_ACTIONS", raising=False)
        patch.delenv("GITLAB_CI", raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Compiles a template once for all tests: each command makes its environment anew, as a process does."""
    made: dict[tuple[object, ...], Any] = {}
    compiled = Environment.compile

    def remembered(self: Environment, source: Any, *arguments: Any, **named: Any) -> Any:
        key = (source, type(self), self.autoescape, *sorted(self.filters), *arguments, *named.items())
        if key not in made:
            made[key] = compiled(self, source, *arguments, **named)
        return made[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", remembered)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium, or a skip; one for all the tests, since it takes longer to start than most of them to run."""
    from tests.browser import chromium  # noqa: PLC0415  (only the tests of pages need it)

    with chromium() as started:
        yield started


def missing(what: str) -> None:
    """Skips the test for lack of `what`, or fails where `.ci/run` says that nothing may be missing."""
    if os.environ.get("CTGKIT_REQUIRE_TOOLS"):
        pytest.fail(f"{what} is required here (CTGKIT_REQUIRE_TOOLS is set)")
    pytest.skip(f"needs {what}")


def tool(name: str) -> str:
    """The path of a command, or a skip."""
    found = shutil.which(name)
    if found is None:
        missing(f"the command {name}")
    return found or ""


def shared(path: str) -> Path:
    """A file or folder of the shared test data, or a skip: it is never part of a checkout."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"needs the shared test data {path}")
    return found
