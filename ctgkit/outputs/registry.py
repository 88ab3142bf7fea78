"""Every format that ctg writes, and what is written: `-o`, `--format`, `ctg schema` come from here."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, NamedTuple

from ctgkit.outputs import formats as _formats
from ctgkit.outputs.format import Format

if TYPE_CHECKING:
    from ctgkit.outputs.findings.run import Run
    from ctgkit.outputs.format import Given
    from ctgkit.page.blocks import Page


class Kind(NamedTuple):
    """Something that is written.

    Attributes:
        name: what it is.
        default: its format where none is asked for.
        schema: the module of the JSON Schema of its JSON.
        page: whether it is a page, which every format of pages writes.
    """

    name: str
    default: str
    schema: str | None = None
    page: bool = False


#: What is written, in the order in which `ctg schema` lists it.
KINDS = (
    Kind("findings", "full", "ctgkit.outputs.findings.json_schema"),
    Kind("status", "text", "ctgkit.reports.status.schema"),
    Kind("calendar", "text", "ctgkit.reports.calendar.schema"),
    Kind("diff", "text", "ctgkit.reports.diff.schema", page=True),
    Kind("report", "html", "ctgkit.reports.schema", page=True),
    Kind("avenant", "html", page=True),
    Kind("rule", "text"),
)


def _every_format() -> tuple[Format, ...]:
    modules = (import_module(f"{_formats.__name__}.{one.name}") for one in iter_modules(_formats.__path__))
    found: list[Format] = [module.FORMAT for module in modules]
    return tuple(sorted(found, key=lambda one: one.rank))


#: Every format, in the order in which they are listed.
FORMATS = _every_format()


def kinds_of(one: Format) -> tuple[str, ...]:
    """All that is written in a format, in the order of :data:`KINDS`."""
    return tuple(kind.name for kind in KINDS if kind.name in one.kinds or (one.page and kind.page))


def formats(kind: str) -> tuple[Format, ...]:
    """The formats in which something is written, the default one first."""
    default = kind_of(kind).default
    found = [one for one in FORMATS if kind in kinds_of(one)]
    return tuple(sorted(found, key=lambda one: one.name != default))


def kind_of(name: str) -> Kind:
    """What is called so."""
    return next(kind for kind in KINDS if kind.name == name)


def named(kind: str, name: str) -> Format:
    """The format of that name."""
    return next(one for one in formats(kind) if one.name == name)


def by_suffix(kind: str, file: str) -> Format | None:
    """The format that the end of a file's name means, if it means one: `.sarif.json` before `.json`."""
    lower = PurePath(file).name.lower()
    ends = [(suffix, one) for one in formats(kind) for suffix in one.suffixes if lower.endswith(suffix)]
    return max(ends, key=lambda end: len(end[0]))[1] if ends else None


def suffixes(kind: str) -> tuple[str, ...]:
    """How the name of such a file may end, as somebody is told."""
    return tuple(one.suffixes[0] for one in formats(kind) if one.suffixes)


def is_ours(head: str) -> bool:
    """Whether ctgkit wrote what starts so; what is empty is anybody's."""
    return not head or any(one.starts and re.search(one.starts, head) for one in FORMATS)


def page_writer(name: str) -> Callable[[Page, Given], str]:
    """What writes a page in the format of that name, imported when it is asked for."""
    found: Callable[[Page, Given], str] = _module(name).page
    return found


def run_writer(one: Format) -> Callable[[Run], str]:
    """What writes all that a run found in a format, as one document."""
    found: Callable[[Run], str] = _module(one.name).document
    return found


def _module(name: str) -> Any:
    return import_module(f"{_formats.__name__}.{name}")


def schema_text(kind: str) -> str:
    """The JSON Schema of the JSON of something that is written.

    Raises:
        ValueError: if it has none.
    """
    module = kind_of(kind).schema
    if module is None:
        raise ValueError(f"{kind} has no schema")
    text: str = import_module(module).schema_text()
    return text
