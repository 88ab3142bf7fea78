"""What makes a command start fast, before anything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

#: How many allocations go between two garbage collections. A command lives a tenth of a second
#: and keeps nearly all it makes: the default (700) spends a fifth of that time looking.
_GC_THRESHOLD = 50_000
_PLUGINS = "PYDANTIC_DISABLE_PLUGINS"
_LOADER = "pydantic.plugin._loader"


def start() -> None:
    """Tells the collector to wait, and Pydantic that it has no plugins.

    Looking for plugins means reading the metadata of every installed package. Even told not to,
    Pydantic imports what would read them, and all that Python has for e-mail along: a tenth of the
    time that a plan takes.
    """
    gc.set_threshold(_GC_THRESHOLD)
    if os.environ.setdefault(_PLUGINS, "__all__") == "__all__" and _LOADER not in sys.modules:
        sys.modules[_LOADER] = _NoPlugins(_LOADER)


class _NoPlugins(ModuleType):
    """Stands for the module that looks for plugins; whatever else is asked of it, that one answers."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the import system looks for what packages have
            raise AttributeError(name)
        sys.modules.pop(_LOADER, None)
        return getattr(import_module(_LOADER), name)
