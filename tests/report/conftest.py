"""One browser for all the tests of documents: it takes longer to start than most of them to run."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, or a skip."""
    with chromium() as started:
        yield started
