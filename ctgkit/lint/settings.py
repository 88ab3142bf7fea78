"""Which rules run, how severe each is, and with which options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from ctgkit.french.nearest import nearest
from ctgkit.lint.registry import all_rules, find_rules
from ctgkit.lint.rule import Active, Rule
from ctgkit.vocabulary.gravite import Gravite

#: The keys of the `[lint]` table of `ctgkit.toml`.
KEYS = ("select", "ignore", "fail-on", "baseline", "severity", "options")


class Chosen(NamedTuple):
    """What the options of one run choose; `None` and nothing leave it to the configuration."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None


@dataclass(frozen=True)
class Settings:
    """How plans are to be linted."""

    active: tuple[Active, ...]  #: the rules that run
    fail_on: Gravite = Gravite.REMARQUE  #: the least severity that makes the command fail
    baseline: str | None = None  #: as it is written in the configuration

    def fails(self, severity: Gravite) -> bool:
        """Whether a finding of that severity makes the command fail."""
        return [*Gravite].index(severity) <= [*Gravite].index(self.fail_on)


class Unsuitable(Exception):  # noqa: N818  (the configuration is at fault, not ctgkit)
    """A setting that makes no sense, in French, with the keys that lead to it."""

    def __init__(self, path: Sequence[str], message: str) -> None:
        super().__init__(message)
        self.path = tuple(path)
        self.message = message


def settings(table: Mapping[str, Any], chosen: Chosen = Chosen()) -> Settings:  # noqa: B008  (immutable)
    """The settings that the `[lint]` table of a configuration and the options of a run make.

    What the options select replaces what the configuration does; what they ignore is added to it.

    Raises:
        Unsuitable: for an unknown key, rule, severity or option, and for a value of the wrong kind.
            Its path starts with `--select`, `--ignore` or `--fail-on` where an option is at fault.
    """
    _known((), table, KEYS, "clé inconnue")
    selected = _rules(("select",), _words(("select",), table.get("select", ["CTG"])))
    if chosen.select is not None:
        selected = _rules(("--select",), chosen.select)
    ignored = _rules(("ignore",), _words(("ignore",), table.get("ignore", [])))
    ignored |= _rules(("--ignore",), chosen.ignore)
    severities = _severities(_table(("severity",), table.get("severity", {})))
    options = _options(_table(("options",), table.get("options", {})))
    active = [
        Active(rule, severities.get(rule.code, rule.severity), options.get(rule.code) or rule.options())
        for rule in all_rules()
        if rule.code in selected - ignored
    ]
    if not active:
        asked = "--select" if chosen.select is not None else "--ignore" if chosen.ignore else "select"
        raise Unsuitable((asked,), "il ne reste aucune règle à vérifier")
    fail_on = _severity(("fail-on",), table.get("fail-on", Gravite.REMARQUE))
    if chosen.fail_on is not None:
        fail_on = _severity(("--fail-on",), chosen.fail_on)
    baseline = table.get("baseline")
    if baseline is not None and (not isinstance(baseline, str) or not baseline):
        raise Unsuitable(("baseline",), "un nom de fichier est attendu, entre guillemets")
    return Settings(tuple(active), fail_on, baseline)


def _known(path: tuple[str, ...], table: Mapping[str, Any], keys: Iterable[str], what: str) -> None:
    known = list(keys)
    for key in table:
        if key not in known:
            near = nearest(key, known)
            hint = (
                f"vouliez-vous dire «\u00a0{near}\u00a0»\u00a0?"
                if near
                else f"possibles\u00a0: {', '.join(known)}"
            )
            raise Unsuitable((*path, key), f"{what}\u00a0: «\u00a0{key}\u00a0»\u00a0; {hint}")


def _table(path: tuple[str, ...], value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Unsuitable(path, f"une table est attendue\u00a0: [lint.{path[-1]}]")
    return value


def _words(path: tuple[str, ...], value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise Unsuitable(path, 'une liste est attendue, par exemple ["CTG301", "sans-pilote"]')
    return tuple(value)


def _rules(path: tuple[str, ...], words: Iterable[str]) -> set[Any]:
    return {rule.code for word in words for rule in _rules_called(path, word)}


def _rules_called(path: tuple[str, ...], word: str) -> tuple[Rule, ...]:
    found = find_rules(word)
    if not found:
        names = [name for rule in all_rules() for name in rule.code]
        near = nearest(word, names)
        hint = (
            f"vouliez-vous dire «\u00a0{near}\u00a0»\u00a0?" if near else "«\u00a0ctg rule\u00a0» les liste"
        )
        raise Unsuitable(path, f"aucune règle ne s'appelle «\u00a0{word}\u00a0»\u00a0; {hint}")
    return found


def _severity(path: tuple[str, ...], value: Any) -> Gravite:
    for severity in Gravite:
        if value == severity:
            return severity
    raise Unsuitable(path, f"«\u00a0{value}\u00a0» n'est pas une gravité\u00a0: {', '.join(Gravite)}")


def _severities(table: Mapping[str, Any]) -> dict[Any, Gravite]:
    """The severity of each rule that is given one; of two that speak of a rule, the more precise."""
    found: dict[Any, Gravite] = {}
    ranges_first = sorted(table, key=lambda word: len(find_rules(word)), reverse=True)
    for word in ranges_first:
        path = ("severity", word)
        for rule in _rules_called(path, word):
            found[rule.code] = _severity(path, table[word])
    return found


def _options(table: Mapping[str, Any]) -> dict[Any, Any]:
    """The options of each rule that is given some."""
    found = {}
    for word, values in table.items():
        path = ("options", word)
        for rule in _rules_called(path, word):
            if not isinstance(values, dict):
                raise Unsuitable(path, f"une table est attendue\u00a0: [lint.options.{word}]")
            kinds = {field.name: field.default for field in fields(rule.options)}
            if not kinds and values:
                raise Unsuitable(
                    (*path, next(iter(values))), f"la règle «\u00a0{word}\u00a0» n'a pas d'option"
                )
            _known(path, values, kinds, "option inconnue")
            given = {name: _value((*path, name), value, kinds[name]) for name, value in values.items()}
            found[rule.code] = rule.options(**given)
    return found


_KINDS = {
    bool: "true ou false",
    int: "un nombre entier",
    str: "un texte entre guillemets",
    tuple: "une liste de textes",
}


def _value(path: tuple[str, ...], value: Any, default: Any) -> Any:
    """A value of the kind that the option has by default."""
    kind = type(default)
    if kind is tuple and isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    if type(value) is not kind or (kind is int and value < 0):
        raise Unsuitable(path, f"l'option «\u00a0{path[-1]}\u00a0» attend {_KINDS[kind]}")
    return value
