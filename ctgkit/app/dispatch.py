"""Finds the command that is meant, and runs it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Annotated, Any

import typer
from typer.main import get_command

from ctgkit import __version__, commands
from ctgkit.app.command_line.building import add, completed
from ctgkit.app.command_line.help import Group, worded
from ctgkit.app.command_line.options import Option, declared
from ctgkit.app.misuse import Misuse
from ctgkit.french.nearest import fold


def every_command() -> list[ModuleType]:
    """All the commands, in the order in which help lists them."""
    modules = [import_module(f"{commands.__name__}.{name}") for name in _names()]
    return sorted(modules, key=lambda module: int(module.RANK))


@cache
def _names() -> tuple[str, ...]:
    """The commands there are: their folder is read once, and never by whoever a process becomes later."""
    return tuple(module.name for module in iter_modules(commands.__path__))


def _meant(word: str) -> list[ModuleType]:
    """The one command of that name, or else all: importing and declaring them takes time."""
    if word in _names():
        return [import_module(f"{commands.__name__}.{word}")]
    return every_command()


def _called(word: str, known: list[ModuleType]) -> str:
    """The name of the command that `word` is another name of; `word`, if it is of none."""
    aliases = {fold(alias): command for command in known for alias in command.ALIASES}
    found = aliases.get(fold(word))
    return found.__name__.rpartition(".")[2] if found is not None else word


def _application(known: list[ModuleType]) -> Any:
    app = typer.Typer(
        name="ctg",
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help", "--aide"]},
    )
    app.callback()(_ctg)
    for command in known:
        add(app, command)
    whole: Any = get_command(app)
    whole.aliases = tuple(alias for command in known for alias in command.ALIASES)
    return whole


def _ctg(
    ctx: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Affiche la version.")] = False,
) -> int:
    """Les plans d'actions des Conventions Territoriales Globales, dans un fichier YAML.

    « ctg COMMANDE --help » explique une commande.
    """
    if version:
        print(f"ctgkit {__version__}")
    elif ctx.invoked_subcommand is None:
        print(ctx.get_help())
    return 0


def run(args: list[str]) -> int:
    """Runs a command and returns its exit status.

    Raises:
        Misuse: for wrong usage, configuration or files.
    """
    first, rest = args[:1], args[1:]
    known = [] if first == ["--version"] else _meant(first[0] if first else "")
    words = [_called(word, known) for word in first] + list(completed(rest, _alone(known)))
    try:
        with _application(known).make_context("ctg", words) as ctx:
            return int(ctx.command.invoke(ctx) or 0)
    except typer.Exit as done:
        return done.exit_code
    except Exception as error:
        told = worded(error)
        if told is None:
            raise
        raise Misuse(told) from error


def _alone(known: list[ModuleType]) -> dict[str, str]:
    """The values of the options that may stand without one; of a single command, if it is known which."""
    if len(known) > 1:
        return {}
    about = [one.about for command in known for one in declared(command)]
    return {name: one.alone for one in about if isinstance(one, Option) and one.alone for name in one.every}
