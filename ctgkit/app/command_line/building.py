"""Makes the Typer command of what a module of :mod:`ctgkit.commands` declares."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Annotated, Any

import typer

from ctgkit.app.command_line.help import Command
from ctgkit.app.command_line.options import Argument, Declared, Option, declared
from ctgkit.app.command_line.values import read


def add(app: typer.Typer, command: ModuleType) -> None:
    """Adds a command to the application, under the name of its module."""
    name = command.__name__.rpartition(".")[2]
    fields = tuple(declared(command))
    run: Callable[[Any], int] = getattr(command, name)

    def call(**typed: Any) -> int:
        return run(command.Options(**{one.field: read(one, typed[one.field]) for one in fields}))

    # Typer reads the signature of a function: this one is made of the fields.
    call.__signature__ = inspect.Signature(list(map(_parameter, fields)))  # type: ignore[attr-defined]
    call.shown = {  # type: ignore[attr-defined]
        one.field: one.about.names for one in fields if isinstance(one.about, Option)
    }
    call.__doc__ = command.Options.__doc__
    app.command(name, cls=Command)(call)


def _parameter(one: Declared) -> inspect.Parameter:
    default = inspect.Parameter.empty if one.required else None if one.many else one.default
    return inspect.Parameter(
        one.field, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=_annotation(one)
    )


def _annotation(one: Declared) -> Any:
    kind: Any = bool if one.flag else str
    if one.many:
        kind = list[str] if one.required else list[str] | None
    elif not one.flag and one.default is None and not one.required:
        kind = str | None
    if isinstance(one.about, Argument):
        return Annotated[kind, typer.Argument(metavar=one.about.metavar, help=one.about.help)]
    return Annotated[kind, typer.Option(*one.about.every, metavar=one.about.metavar, help=one.about.help)]


def completed(args: list[str], alone: dict[str, str]) -> Iterator[str]:
    """The arguments, with the value of an option that may stand without: Typer knows of none that may.

    Args:
        args: as they were typed.
        alone: the value of each such option.
    """
    for rank, word in enumerate(args, 1):
        yield word
        if word in alone and (rank == len(args) or args[rank].startswith("-")):
            yield alone[word]
