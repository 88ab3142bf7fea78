"""The templates of the package: as they were compiled with the wheel, else from their source.

Compiling takes Jinja longer than all the rest of a report of one plan. A checkout has nothing compiled.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, ModuleLoader, Template, TemplateNotFound
from jinja2.bccache import bc_version

#: Where a wheel has them, one folder a format: what one generation of Jinja compiles, another may not run.
COMPILED = Path(__file__).parents[1] / "compiled" / f"jinja-{bc_version}"


class CompiledLoader(FileSystemLoader):
    """Finds the templates of a folder, compiled where they are.

    Args:
        sources: the folder.
        compiled: what Jinja's `compile_templates` made of it, in an environment for the same format.
    """

    def __init__(self, sources: Path, compiled: Path) -> None:
        super().__init__(sources)
        self._sources = sources
        self._compiled = ModuleLoader(compiled)

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  (Jinja's name)
    ) -> Template:
        """The template of that name; its errors tell a line of its source, either way."""
        try:
            template = self._compiled.load(environment, name, globals)
        except TemplateNotFound:
            return super().load(environment, name, globals)
        template.filename = str(self._sources / name)
        return template
