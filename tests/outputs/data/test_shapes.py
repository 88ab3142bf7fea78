"""What views are made of, read off their types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple, Optional

import pytest

from ctgkit.outputs.data.shapes import (
    Code,
    Many,
    Maybe,
    Part,
    Row,
    Scalar,
    attributes,
    classes,
    computed,
    shape,
)
from ctgkit.plan.valeurs import Annee, Avancement

Word = Literal["un", "deux"]


class Pair(NamedTuple):
    """Two numbers."""

    a: int
    b: Decimal | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """Something that holds more of itself."""

    pair: Pair
    below: tuple[Leaf, ...]

    @property
    def words(self) -> frozenset[Word]:
        """A property."""
        return frozenset()

    def every(self) -> Iterator[Leaf]:
        """A method that needs nothing."""
        yield self

    def near(self, other: Leaf) -> bool:
        """A method that needs something: no template is told of it."""
        return self is other


@pytest.mark.parametrize(
    ("hint", "made"),
    [
        (str, Scalar("texte")),
        (bool, Scalar("verite")),
        (date | None, Maybe(Scalar("date"))),
        (Optional[Avancement], Maybe(Scalar("pourcentage"))),  # noqa: UP045  (some views may write it so)
        (tuple[Annee, ...], Many(Scalar("annee"))),
        (Decimal | str | None, Maybe(Scalar("valeur"))),
        (Word, Code(("un", "deux"))),
        (tuple[Word | None, ...], Many(Maybe(Code(("un", "deux"))))),
        (tuple[tuple[str, Word], ...], Many(Row((Scalar("texte"), Code(("un", "deux")))))),
        (Pair, Part(Pair)),
        (tuple[Leaf, ...], Many(Part(Leaf))),
    ],
)
def test_a_type_has_one_shape(hint: Any, made: Any) -> None:
    assert shape(hint) == made


@pytest.mark.parametrize("hint", [float, bytes, int | str, dict[str, int], object])
def test_a_type_that_no_view_has_is_refused(hint: Any) -> None:
    with pytest.raises(TypeError):
        shape(hint)


def test_a_class_has_what_it_holds_and_what_it_computes() -> None:
    assert attributes(Leaf) == {"pair": Part(Pair), "below": Many(Part(Leaf))}
    assert attributes(Pair) == {"a": Scalar("entier"), "b": Maybe(Scalar("nombre"))}
    assert computed(Leaf) == {"words": Many(Code(("un", "deux"))), "every()": Many(Part(Leaf))}
    assert classes(Leaf) == (Leaf, Pair)
