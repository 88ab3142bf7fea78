"""What every part of a plan has in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


class Element(BaseModel):
    """A part of the plan file: its keys are the attributes, and no other key is accepted.

    A key without a value is absent (FORMAT.md, "Reading rules"); an unknown one is still told.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, data: Any) -> Any:
        if isinstance(data, dict) and None in data.values():
            fields = cls.model_fields
            return {key: value for key, value in data.items() if value is not None or key not in fields}
        return data
