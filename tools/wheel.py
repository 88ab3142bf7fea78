"""What hatchling runs when it builds the wheel: compiles the templates into it."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTemplates(BuildHookInterface[Any]):
    """Adds them to the wheel; an editable install has none, since its templates may change."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles them, as hatchling is about to gather the files."""
        self.folder = TemporaryDirectory()
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from ctgkit.outputs.templates.compiled import COMPILED  # noqa: PLC0415  (of this checkout, found since one line)
        from tools.compiled import compile_into  # noqa: PLC0415

        compile_into(Path(self.folder.name))
        build_data["force_include"][self.folder.name] = f"ctgkit/compiled/{COMPILED.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clears up, once they are in the wheel."""
        del version, build_data, artifact_path
        self.folder.cleanup()
