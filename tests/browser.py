"""A real browser, for the tests that ask what a reader sees."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import missing

#: A browser in a container has neither a sandbox nor a graphics card, and must not call home.
_ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def executable() -> str:
    """Chromium's path, from `CTGKIT_CHROMIUM` or the search path, or a skip."""
    found = os.environ.get("CTGKIT_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        missing("Chromium")
    return found or ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that is closed in the end."""
    path = executable()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()
