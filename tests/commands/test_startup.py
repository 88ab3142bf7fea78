"""What stands for Pydantic's loader of plugins answers for it."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.process

CODE = """
import sys
from ctgkit.app.startup import start
start()
from pydantic.plugin._loader import get_plugins
assert get_plugins() == ()
assert "importlib.metadata" not in sys.modules
from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP
assert PYDANTIC_ENTRY_POINT_GROUP == "pydantic"
"""


def test_what_else_is_asked_of_the_loader_it_gives() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
