"""JSON documents made wrong at every place, which their schema must refuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from jsonschema import Draft7Validator
from jsonschema.protocols import Validator

#: The way to a value of a document.
Path: TypeAlias = tuple[str | int, ...]

#: Keys whose text, if they hold one, is a code.
_CODES = {"statut", "code", "nature", "origine", "precision", "sense", "unit", "untold", "tendance", "kind"}


def paths(found: Any, path: Path = ()) -> Iterator[Path]:
    """The way to each value of a document."""
    yield path
    below = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for key, one in below:
        yield from paths(one, (*path, key))


def at(found: Any, path: Path) -> Any:
    """The value that is there."""
    for key in path:
        found = found[key]
    return found


def alike(path: Path) -> Path:
    """A path that stands for those of all the elements of its lists."""
    return tuple("[]" if isinstance(key, int) else key for key in path)


def shapes(found: Any) -> set[tuple[Path, str]]:
    """The paths of a value, and of what type it is at each."""
    return {(alike(path), type(at(found, path)).__name__) for path in paths(found)}


def shortened(found: Any) -> Any:
    """A document where each list keeps only the elements that are not like those before."""
    if isinstance(found, dict):
        return {key: shortened(one) for key, one in found.items()}
    if not isinstance(found, list):
        return found
    kept: list[Any] = []
    met: set[tuple[Path, str]] = set()
    for one in found:
        if not shapes(one) <= met:
            met |= shapes(one)
            kept.append(shortened(one))
    return kept


def wrong(path: Path, value: Any) -> Iterator[Any]:
    """What may not stand there instead."""
    yield {"inconnue": 1}
    if value is not None:
        yield 1.5 if isinstance(value, bool) else True
    if isinstance(value, dict):
        yield from ({key: one for key, one in value.items() if key != left} for left in value)
        yield {**value, "inconnue": 1}
    elif isinstance(value, list):
        yield from (None, {}, [*value, True])
    elif isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        yield "30 juin 2026"
    elif path[-1] == "avancement" and value is not None:
        yield from (-1, 101)
    elif path[-1] in _CODES:
        yield "inconnu"


def part_at(validator: Draft7Validator, part: Any, path: Path) -> Validator:
    """What one of the documents of a schema says of the value that is there.

    To check the whole document each time would take minutes.
    """
    whole: Any = validator.schema
    for key in path:
        while "properties" not in part and "items" not in part:
            part = part["allOf"][0] if "allOf" in part else part["anyOf"][0] if "anyOf" in part else part
            if "$ref" in part:
                part = whole["definitions"][part["$ref"].removeprefix("#/definitions/")]
        part = part["properties"][key] if isinstance(key, str) else part["items"]
        part = part[int(key)] if isinstance(part, list) else part
    return validator.evolve(schema=part)


def _documents(validator: Draft7Validator) -> Iterator[Any]:
    whole: Any = validator.schema
    yield from whole["oneOf"]


def refused_everywhere(validator: Draft7Validator, documents: Iterable[Any]) -> tuple[int, int]:
    """Checks that a schema accepts documents, and refuses them with anything wrong anywhere.

    Of the places that are alike (`parts[0].titre`, `parts[1].titre`), one stands for all.

    Returns:
        How many places there were, and how many times something was made wrong.
    """
    met: set[tuple[str, Path, str]] = set()
    made = 0
    for whole in documents:
        found = shortened(whole)
        assert shapes(found) == shapes(whole)
        assert validator.is_valid(found)
        (document,) = (one for one in _documents(validator) if validator.evolve(schema=one).is_valid(found))
        for path in list(paths(found)):
            value = at(found, path)
            place = (found.get("kind", ""), alike(path), type(value).__name__)
            if path and place not in met:
                met.add(place)
                part = part_at(validator, document, path)
                assert part.is_valid(value)
                for one in wrong(path, value):
                    assert not part.is_valid(one), (path, one)
                    made += 1
        for path in [one for one in paths(found) if len(one) in {1, 2}]:
            holder, kept = at(found, path[:-1]), at(found, path)
            holder[path[-1]] = {"inconnue": 1}
            assert not validator.is_valid(found), path
            holder[path[-1]] = kept
    return len(met), made
