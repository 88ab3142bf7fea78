"""`ctg schema`: the JSON Schema of the plan, or of the findings."""

from __future__ import annotations

from ctgkit.cli.choices import choose


def schema(what: str) -> int:
    """Prints a schema; returns the exit status."""
    if choose("QUOI", what, ("plan", "findings")) == "plan":
        from ctgkit.model.schema import schema_text  # noqa: PLC0415  (the model is slow to import)
    else:
        from ctgkit.findings.json_schema import schema_text  # noqa: PLC0415
    print(schema_text(), end="")
    return 0
