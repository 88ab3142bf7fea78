"""The browser of the tests of documents."""

from tests.report.conftest import browser

__all__ = ["browser"]
