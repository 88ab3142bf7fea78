"""Typer in French: help pages, and usage errors worded from their class, never from their text."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from typer.core import TyperCommand, TyperGroup

from ctgkit.app.misuse import Misuse
from ctgkit.french.nearest import nearest

_MAX_WIDTH = 100
_HELP = "Affiche cette aide."
_HELP_NAMES = ("-h", "--help")
#: A space that keeps two signs of French together.
_BINDING = re.compile("(?<=«) | (?=[:;!?»])")


class Command(TyperCommand):
    """A command whose help and usage errors are French."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help page."""
        formatter.write(page(self, ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, printed as all else is."""
        return _printing(super().get_help_option(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parses the arguments; words that are one too many are told here."""
        ctx.allow_extra_args = True
        with _knowing(ctx):
            rest = super().parse_args(ctx, args)
        if rest:
            raise Misuse(f"un argument de trop : « {rest[0]} » ({_see(ctx)})")
        return rest


class Group(TyperGroup):
    """The whole of `ctg`.

    Attributes:
        aliases: what the commands may be called as well.
    """

    aliases: tuple[str, ...] = ()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help page."""
        formatter.write(page(self, ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, printed as all else is."""
        return _printing(super().get_help_option(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands, in the order they are declared."""
        del ctx
        return list(self.commands)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parses what comes before the command."""
        with _knowing(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Finds the command; an unknown one suggests the nearest."""
        name = args[0]
        if name not in self.commands:
            near = nearest(name, [*self.commands, *self.aliases])
            hint = f" ; vouliez-vous dire « {near} » ?" if near else f" ({_see(ctx)})"
            raise Misuse(f"commande inconnue : « {name} »{hint}")
        return super().resolve_command(ctx, args)


def _printing(option: Any) -> Any:
    """The option `--help`, such that its page goes to standard output in the encoding of that one.

    Typer's own would write UTF-8 to a screen of ASCII.
    """
    if option is not None:
        option.callback = _print_help
    return option


def _print_help(ctx: Any, _: Any, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        print(ctx.get_help())
        ctx.exit()


@contextmanager
def _knowing(ctx: Any) -> Iterator[None]:
    """Tells errors that Typer raises while parsing which command they belong to."""
    try:
        yield
    except Exception as error:
        if getattr(error, "ctx", ctx) is None:
            error.ctx = ctx  # type: ignore[attr-defined]
        raise


def worded(error: Exception) -> str | None:
    """A usage error in French; `None` for an exception that is none."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if "UsageError" not in kinds:
        return None
    ctx = getattr(error, "ctx", None)
    see = f" ({_see(ctx)})" if ctx is not None else ""
    if "NoSuchOption" in kinds:
        name = getattr(error, "option_name", "")
        known = [opt for param in ctx.command.get_params(ctx) for opt in param.opts] if ctx else []
        near = nearest(name, known)
        return f"option inconnue : « {name} »" + (f" ; vouliez-vous dire « {near} » ?" if near else see)
    if "MissingParameter" in kinds:
        return f"il manque {_name(getattr(error, 'param', None))}{see}"
    if "BadOptionUsage" in kinds:
        name = getattr(error, "option_name", "")
        takes_none = ctx is not None and any(
            name in param.opts and param.is_flag for param in ctx.command.get_params(ctx)
        )
        return f"l'option « {name} » {'ne prend pas de' if takes_none else 'attend une'} valeur{see}"
    return f"commande mal formée{see}"


def _name(param: Any) -> str:
    if param is None:
        return "un argument"
    return str(param.metavar or param.name.upper())


def _see(ctx: Any) -> str:
    return f"voir « {ctx.command_path} --help »"


def page(command: Any, ctx: Any) -> str:
    """A help page, for the width of the terminal."""
    width = min(shutil.get_terminal_size().columns, _MAX_WIDTH)
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    shown = getattr(command.callback, "shown", {})
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option"]
    commands = getattr(command, "commands", {})
    usage = [ctx.command_path, "[OPTIONS]"]
    usage += [_name(a) if a.required else f"[{_name(a)}]" for a in arguments]
    usage += ["COMMANDE …"] if commands else []
    blocks = [f"Utilisation : {' '.join(usage)}"]
    paragraphs = (command.help or "").strip().split("\n\n")
    blocks += ["\n".join(_wrapped(" ".join(paragraph.split()), width)) for paragraph in paragraphs]
    rows = {
        "Commandes :": [(name, sub.get_short_help_str(200)) for name, sub in commands.items()],
        "Arguments :": [(_name(a), a.help or "") for a in arguments],
        "Options :": [(_option(o, shown), _HELP if "--help" in o.opts else o.help or "") for o in options],
    }
    blocks += [f"{title}\n{_table(lines, width)}" for title, lines in rows.items() if lines]
    return "\n\n".join(blocks) + "\n"


def _option(option: Any, shown: dict[str, tuple[str, ...]]) -> str:
    """An option and its value; what it may be called in another language stays out of help."""
    usual = _HELP_NAMES if "--help" in option.opts else option.opts
    names = ", ".join(sorted(shown.get(option.name, usual), key=len))
    return names if option.is_flag or not option.metavar else f"{names} {option.metavar}"


def _wrapped(text: str, width: int) -> list[str]:
    """The lines of a text, none of which starts with a colon or ends with an opening guillemet."""
    return textwrap.wrap(_BINDING.sub("\u00a0", text), width, break_on_hyphens=False)


def _table(rows: list[tuple[str, str]], width: int) -> str:
    left = max(len(name) for name, _ in rows) + 4
    lines = []
    for name, text in rows:
        head, *tail = _wrapped(text, max(width - left, 30)) or [""]
        lines.append(f"  {name:<{left - 2}}{head}".rstrip())
        lines += [" " * left + line for line in tail]
    return "\n".join(lines)
