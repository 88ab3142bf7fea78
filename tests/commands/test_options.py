"""What commands declare: every option is explained, and taken under each of its names and words."""

from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from ctgkit.app import dispatch
from ctgkit.app.command_line.options import Argument, Declared, Option, declared
from ctgkit.app.misuse import Misuse
from ctgkit.french.nearest import fold
from ctgkit.outputs.registry import FORMATS
from tests.conftest import ROOT

COMMANDS = dispatch.every_command()
FILES = sorted(path.stem for path in (ROOT / "ctgkit" / "commands").glob("*.py") if path.stem != "__init__")
OPTIONS = [
    (command, one) for command in COMMANDS for one in declared(command) if isinstance(one.about, Option)
]


def name(command: ModuleType) -> str:
    return command.__name__.rpartition(".")[2]


def title(value: Any) -> str | None:
    if isinstance(value, ModuleType):
        return name(value)
    return value.field if isinstance(value, Declared) else None


def given(monkeypatch: pytest.MonkeyPatch, command: ModuleType, *typed: str) -> Any:
    """The options that a command is run with, the arguments that it needs being `x`."""
    return given_to(monkeypatch, command, name(command), *typed)


def given_to(monkeypatch: pytest.MonkeyPatch, command: ModuleType, called: str, *typed: str) -> Any:
    """The same, the command being called otherwise."""
    met: list[Any] = []

    def run(options: Any) -> int:
        met.append(options)
        return 0

    monkeypatch.setattr(command, name(command), run)
    needed = ["x" for one in declared(command) if one.required]
    assert dispatch.run([called, *needed, *typed]) == 0
    (options,) = met
    return options


def test_a_command_is_a_file_and_help_lists_all_of_them() -> None:
    assert sorted(map(name, COMMANDS)) == FILES
    assert len({command.RANK for command in COMMANDS}) == len(COMMANDS)
    # An alias may be the name itself, accents apart, and leads to no other command.
    owners = [
        (fold(alias), name(command)) for command in COMMANDS for alias in {*command.ALIASES, name(command)}
    ]
    assert len(dict(owners)) == len(set(owners))
    assert all(command.ALIASES for command in COMMANDS)


@pytest.mark.parametrize(("command", "one"), OPTIONS, ids=title)
def test_an_option_is_explained_in_a_french_sentence(command: ModuleType, one: Declared) -> None:
    assert isinstance(one.about, Option)
    assert one.about.help.endswith((".", "…"))
    assert one.flag == (one.about.metavar is None)
    # No two options of a command share a name.
    others = [
        other.about.every
        for other in declared(command)
        if isinstance(other.about, Option) and other.field != one.field
    ]
    assert not {*one.about.every} & {known for names in others for known in names}


@pytest.mark.parametrize(("command", "one"), OPTIONS, ids=title)
def test_an_option_is_taken_under_each_of_its_names(
    monkeypatch: pytest.MonkeyPatch, command: ModuleType, one: Declared
) -> None:
    about = one.about
    assert isinstance(about, Option)
    value = [] if one.flag else [about.words[-1].name if about.words else "valeur"]
    usual = given(monkeypatch, command, about.names[-1], *value)
    assert getattr(usual, one.field) != one.default
    assert [alias for alias in about.every if given(monkeypatch, command, alias, *value) != usual] == []
    assert all(alias.isascii() or fold(alias) in about.every for alias in about.every)


WORDS = [(command, one) for command in COMMANDS for one in declared(command) if one.about.words]


@pytest.mark.parametrize(("command", "one"), WORDS, ids=title)
def test_a_value_is_taken_under_each_of_its_words_whatever_their_accents(
    monkeypatch: pytest.MonkeyPatch, command: ModuleType, one: Declared
) -> None:
    option = [] if isinstance(one.about, Argument) else [one.about.name]
    for word in one.about.words:
        expected: Any = (word.name,) if one.many else word.name
        for typed in (word.name, *word.synonyms):
            for spelt in (typed, typed.upper(), fold(typed)):
                assert getattr(given(monkeypatch, command, *option, spelt), one.field) == expected
    met: dict[str, str] = {}
    for word in one.about.words:
        for typed in (word.name, *word.synonyms):
            assert met.setdefault(fold(typed), word.name) == word.name, typed


def test_a_word_that_an_option_does_not_take_is_told_with_the_nearest() -> None:
    with pytest.raises(Misuse, match="--only : « en retad » ; vouliez-vous dire « en retard »"):
        dispatch.run(["status", "x", "--only", "en retad"])


def test_french_words_of_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that the design names."""
    status, lint, validate = (
        import_module(f"ctgkit.commands.{one}") for one in ("status", "lint", "validate")
    )
    assert given(monkeypatch, status, "--only", "en retard,Terminée").only == ("en retard", "réalisée")
    assert given(monkeypatch, status, "--par", "année").by == "annee"
    assert given(monkeypatch, status, "--format", "texte").output_format == "text"
    assert given(monkeypatch, validate, "--couleur", "jamais").color == "never"
    assert given(monkeypatch, lint, "--fail-on", "erreur").fail_on == "error"


def test_a_command_is_found_under_its_french_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for command in COMMANDS:
        usual = given(monkeypatch, command)
        for alias in {spelt for other in command.ALIASES for spelt in (other, fold(other), other.upper())}:
            assert given_to(monkeypatch, command, alias) == usual


def test_formats_are_called_by_one_name_in_each_kind() -> None:
    names = [fold(name) for one in FORMATS for name in (one.name, *one.synonyms)]
    assert len(set(names)) == len(names)
