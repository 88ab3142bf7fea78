"""`ctg schema`: the JSON Schema of the plan, or of what commands write."""

from __future__ import annotations

from ctgkit.cli.choices import choose


def schema(what: str) -> int:
    """Prints a schema; returns the exit status."""
    chosen = choose("QUOI", what, ("plan", "findings", "status", "diff"))
    if chosen == "plan":
        from ctgkit.model.schema import schema_text  # noqa: PLC0415  (the model is slow to import)
    elif chosen == "status":
        from ctgkit.cli.status_schema import schema_text  # noqa: PLC0415
    elif chosen == "diff":
        from ctgkit.cli.diff_schema import schema_text  # noqa: PLC0415
    else:
        from ctgkit.findings.json_schema import schema_text  # noqa: PLC0415
    print(schema_text(), end="")
    return 0
