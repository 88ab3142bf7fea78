"""The tables of all commands and options of `docs/commandes.md`, from what the commands declare."""

import re
from collections.abc import Iterable, Iterator

from ctgkit.app.command_line.options import Argument, Option, Word, declared
from ctgkit.app.dispatch import every_command
from ctgkit.french.nearest import fold
from ctgkit.outputs.registry import FORMATS, kinds_of

START, END = "<!-- options : écrit par tools/generate.py -->\n", "<!-- fin des options -->\n"
#: How the page calls what is written.
_KINDS = {
    "findings": "les constats",
    "status": "l'état",
    "calendar": "le calendrier",
    "diff": "une comparaison",
    "report": "un rapport",
    "avenant": "un avenant",
    "rule": "les codes",
}


def refreshed(page: str) -> str:
    """The page, its tables as they should be."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}{''.join(_tables())}{END}{after}"


def _tables() -> Iterator[str]:
    commands = every_command()
    yield "\n| commande | aussi | arguments |\n|---|---|---|\n"
    for command in commands:
        told = [
            about.metavar if required else f"[{about.metavar}]"
            for about, required in ((one.about, one.required) for one in declared(command))
            if isinstance(about, Argument)
        ]
        yield f"| `{_name(command.__name__)}` | {_coded(command.ALIASES)} | {' '.join(told)} |\n"
    where: dict[Option, list[str]] = {}
    for command in commands:
        for one in declared(command):
            if isinstance(one.about, Option):
                where.setdefault(one.about, []).append(_name(command.__name__))
    yield "\n| option | aussi | commandes | |\n|---|---|---|---|\n"
    for option in sorted(where, key=lambda option: option.name):
        cells = (_called(option), _coded(option.aliases), ", ".join(where[option]), _told(option))
        yield f"| {' | '.join(cells)} |\n"
    yield "\n| format | aussi | extension | ce que c'est | pour |\n|---|---|---|---|---|\n"
    for one in FORMATS:
        kinds = ", ".join(_KINDS[kind] for kind in kinds_of(one))
        cells = (f"`{one.name}`", _coded(one.synonyms), _coded(one.suffixes), one.told, kinds)
        yield f"| {' | '.join(cells)} |\n"
    yield "\n"


def _name(module: str) -> str:
    return module.rpartition(".")[2]


def _called(option: Option) -> str:
    value = f" {option.metavar}" if option.metavar else ""
    return ", ".join(f"`{name}{value if name == option.names[-1] else ''}`" for name in option.names)


def _told(option: Option) -> str:
    """What the option does, and what else may be typed for its values."""
    help_ = re.sub(r"(?<![\w`])(--[a-z-]+)", r"`\1`", option.help).replace("|", "\\|")
    others = [f"`{word.name}` ({_coded(also)})" for word in option.words if (also := _also(word))]
    return help_ + (f" Aussi : {', '.join(others)}." if others else "")


def _also(word: Word) -> list[str]:
    """What else may be typed for it, each once: case, accents and hyphens do not count."""
    forms = {_form(one): one for one in reversed((word.name, *word.synonyms))}
    return [one for one in reversed(forms.values()) if one != word.name]


def _form(typed: str) -> str:
    return fold(typed).replace("-", " ")


def _coded(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
