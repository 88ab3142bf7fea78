"""Where a template is found: the user's folder first, then those that ctgkit comes with."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import BaseLoader, Environment, ModuleLoader, Template, TemplateNotFound

from ctgkit.outputs.templates import builtin
from ctgkit.outputs.templates.fault import TemplateFault, quoted


class Found(NamedTuple):
    """A template."""

    file: str  #: where it is, as errors name it
    source: str
    own: bool  #: whether it is the user's


class Loader(BaseLoader):
    """Finds templates; `ctgkit/copil.html` is always the built-in one.

    Args:
        folder: the user's; `None` where there is none.
        check: what looks through a template of the user's before it is used.
        compiled: where the built-in ones may be compiled, in an environment for the same format.
    """

    def __init__(
        self,
        folder: Path | None,
        check: Callable[[Environment, str, Found], None] | None = None,
        compiled: Path | None = None,
    ) -> None:
        self.folder = folder
        self.own = dict[str, Found]()  #: the user's templates that were used, by name
        self._check = check
        self._compiled = ModuleLoader(compiled) if compiled is not None and compiled.is_dir() else None

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  (Jinja's name)
    ) -> Template:
        """The template of that name, compiled where it is; its errors tell a line of its source, either way.

        Raises:
            TemplateNotFound: if there is none of that name.
            TemplateFault: if it is the user's and something is wrong with it.
        """
        found = self.find(name) if self._compiled is not None else None
        if self._compiled is not None and found is not None and not found.own:
            with suppress(TemplateNotFound):
                template = self._compiled.load(environment, name.removeprefix(builtin.PREFIX), globals)
                template.name, template.filename = name, found.file
                return template
        return super().load(environment, name, globals)

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The text of a template and its file, for Jinja.

        Raises:
            TemplateNotFound: if there is none of that name.
            TemplateFault: if it cannot be read, or if something is wrong with it at first sight.
        """
        found = self.find(template)
        if found is None:
            raise TemplateNotFound(template)
        if found.own and template not in self.own:
            self.own[template] = found
            if self._check is not None:
                self._check(environment, template, found)
        return found.source, found.file, None

    def find(self, name: str) -> Found | None:
        """The template called `name`, or `None`.

        Raises:
            TemplateFault: if it is the user's and cannot be read.
        """
        if name.startswith(builtin.PREFIX):
            return _builtin(name.removeprefix(builtin.PREFIX))
        return self._own(name) or _builtin(name)

    def _own(self, name: str) -> Found | None:
        if self.folder is None or not _inside(name):
            return None
        path = self.folder / name
        try:
            if not path.is_file():
                return None
            if not path.resolve().is_relative_to(self.folder.resolve()):
                raise TemplateFault(
                    f"{path}\u00a0: ce lien mène hors du dossier des gabarits\u00a0; copiez-y le fichier"
                )
            return Found(str(path), path.read_bytes().decode("utf-8-sig"), own=True)
        except UnicodeDecodeError:
            raise TemplateFault(
                f"{path}\u00a0: ce gabarit n'est pas en UTF-8\u00a0; enregistrez-le en UTF-8"
            ) from None
        except (OSError, ValueError):
            raise TemplateFault(f"{path}\u00a0: ce gabarit ne peut pas être lu") from None

    def names(self) -> list[str]:
        """The names that a template may mention."""
        own = []
        if self.folder is not None:
            files = (path for path in self.folder.rglob("*") if path.is_file())
            own = [path.relative_to(self.folder).as_posix() for path in files]
        return sorted({*own, *builtin.names(), *(builtin.PREFIX + name for name in builtin.names())})


def _builtin(name: str) -> Found | None:
    path = builtin.templates_folder() / name
    if "/" in name or not _inside(name) or not path.is_file():
        return None
    return Found(str(path), path.read_text(encoding="utf-8"), own=False)


def _inside(name: str) -> bool:
    """Whether a name stays in its folder."""
    return "\\" not in name and "\0" not in name and not {"", ".", ".."} & set(name.split("/"))


def missing(name: str) -> str:
    """What is said of a template that is not there, but for what may be meant."""
    if not _inside(name):
        return f"{quoted(name)} sort du dossier des gabarits, qui seuls peuvent être lus"
    return f"aucun gabarit ne s'appelle {quoted(name)}"
