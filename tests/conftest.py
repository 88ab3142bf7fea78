"""What the tests share: the plans, the public test data, and the tools a machine may lack."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
PLANS = ROOT / "plans"
#: Public test data that stands beside the checkout and is not part of it.
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def _as_on_a_desk() -> Iterator[None]:
    """Tests run on CI machines too, where commands have another default format."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GITHUB_ACTIONS", raising=False)
        patch.delenv("GITLAB_CI", raising=False)
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
