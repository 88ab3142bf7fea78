"""How a command declares what may be typed: an option or an argument is the annotation of a field.

A command is a module of :mod:`ctgkit.commands`, with a class `Options` (a `NamedTuple`) and a function of
it that has the module's name. The docstring of `Options` is the command's help; each of its fields is an
option or an argument, with its type and its default:

    class Options(NamedTuple):
        \"\"\"Affiche le sommaire d'un plan, ou une fiche.\"\"\"

        plan: OnePlan
        adresse: Annotated[str | None, Argument("ADRESSE", "Une fiche : petite-enfance/1.1.")] = None

Help, usage errors, the table of `docs/commandes.md` and whatever parses a command line read these. A type is
`bool` (a flag), `str`, `str | None`, `tuple[str, ...]` or `tuple[str, ...] | None`: an option that may be
repeated and takes several values between commas, or an argument that may.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from ctgkit.french.nearest import fold


class Word(NamedTuple):
    """One of the few values that an option takes.

    Attributes:
        name: what the command is given.
        synonyms: what may be typed as well; case and accents do not count.
    """

    name: str
    synonyms: tuple[str, ...] = ()


class Option(NamedTuple):
    """An option.

    Attributes:
        names: its names, as help shows them.
        help: what it does, in French.
        metavar: what stands for its value.
        aliases: its names that help does not show, in the other language most often.
        words: the values that it takes, where they are few.
        alone: its value where none follows.
    """

    names: tuple[str, ...]
    help: str
    metavar: str | None = None
    aliases: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    alone: str | None = None

    @property
    def name(self) -> str:
        """How messages call it."""
        return max(self.names, key=len)

    @property
    def every(self) -> tuple[str, ...]:
        """All its names; one with accents may be typed without."""
        names = (*self.names, *self.aliases)
        return tuple(dict.fromkeys((*names, *map(fold, names))))


class Argument(NamedTuple):
    """An argument.

    Attributes:
        metavar: what stands for it.
        help: what it is, in French.
        words: the values that it takes, where they are few.
    """

    metavar: str
    help: str
    words: tuple[Word, ...] = ()

    @property
    def name(self) -> str:
        """How messages call it."""
        return self.metavar


class Declared(NamedTuple):
    """A field of `Options`.

    Attributes:
        field: its name.
        about: what is said of it.
        flag: whether it takes no value.
        many: whether it takes several.
        required: whether it must be given.
        default: what it is otherwise.
    """

    field: str
    about: Option | Argument
    flag: bool
    many: bool
    required: bool
    default: Any


def option(
    *names: str,
    help: str,  # noqa: A002  (what it is called everywhere)
    metavar: str | None = None,
    aliases: tuple[str, ...] = (),
    words: tuple[Word, ...] = (),
    alone: str | None = None,
) -> Option:
    """An option, its names first."""
    return Option(names, help, metavar, aliases, words, alone)


def declared(command: ModuleType) -> Iterator[Declared]:
    """What a command declares, in the order of its fields."""
    options = command.Options
    hints = get_type_hints(options, vars(command), include_extras=True)
    for field in options._fields:
        hint = hints[field]
        if get_origin(hint) is not Annotated:
            raise TypeError(f"{command.__name__}.Options.{field}: neither an option nor an argument")
        kind, about = get_args(hint)[:2]
        many = any(get_origin(one) is tuple for one in (kind, *get_args(kind)))
        required = field not in options._field_defaults
        yield Declared(field, about, kind is bool, many, required, options._field_defaults.get(field))
