"""What templates may reach is what Jinja's own sandbox lets them reach."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ctgkit.followup import Totals
from ctgkit.outputs.templates.sandbox import Sandbox


def _numbers() -> Iterator[int]:
    yield 1


#: Two objects of each type, so that a judgement is used again, and types whose judgements differ.
OBJECTS: list[Any] = [
    *([], [1]),
    *({}, {"clear": 1}),
    *(set(), {1}),
    *(deque(), deque([1])),
    *("a", "b"),
    *(date(2026, 6, 30), date(2027, 1, 1)),
    *(Totals(), Totals(fiches=2)),
    *(_numbers, date.today),
    *("a".join, [].append),
    *(Totals().__repr__, Sandbox().from_string),
    *(str, Totals),
    *(_numbers(), _numbers()),
    *(_numbers.__code__, pytest.raises.__code__),
]
ATTRIBUTES = {"append", "clear", "mro", "year", "gi_frame", "pop", "co_code", "__globals__", "_private"}


def test_it_judges_as_jinja_does() -> None:
    ours, theirs = Sandbox(), ImmutableSandboxedEnvironment()
    for _ in range(2):
        for one in OBJECTS:
            for name in {*dir(one), *ATTRIBUTES}:
                expected = theirs.is_safe_attribute(one, name, None)
                assert ours.is_safe_attribute(one, name, None) == expected, (one, name)


@pytest.mark.parametrize("text", ["{{ day.__class__ }}", "{{ many.append(1) }}", "{{ call.__globals__ }}"])
def test_a_template_reaches_nothing_else(text: str) -> None:
    template = Sandbox(undefined=StrictUndefined).from_string(text)
    for _ in range(2):
        with pytest.raises(SecurityError):
            template.render(day=date(2026, 6, 30), many=[1], call=_numbers)
