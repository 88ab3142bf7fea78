"""What templates may reach."""

from __future__ import annotations

from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which judges an attribute once for each type that has it.

    What it answers depends on nothing else, and takes it a dozen tests; a report asks for the same
    thousand attributes some hundreds of times each.
    """

    def __init__(self, **options: Any) -> None:
        """Takes the options of Jinja's."""
        super().__init__(**options)
        self._judged: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether templates may read an attribute: private ones and what changes an object are closed."""
        asked = type(obj), attr
        safe = self._judged.get(asked)
        if safe is None:
            safe = self._judged[asked] = super().is_safe_attribute(obj, attr, value)
        return safe
