"""The schema of what `ctg calendar --format json` writes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from tests.command import ctg, plan
from tests.conftest import PLANS, ROOT
from tests.wrong import refused_everywhere

WHOLE = str(ROOT / "tests" / "data" / "complet.yaml")
EXAMPLE = str(ROOT / "docs" / "exemple" / "plan.yaml")
DAY = ("--date", "2026-06-30")


@cache
def validator() -> Draft7Validator:
    schema = json.loads((ROOT / "schema" / "calendar.schema.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def told(*arguments: str, cwd: Path | None = None) -> Any:
    return json.loads(ctg("calendar", *arguments, *DAY, "--format", "json", cwd=cwd).out)


def errors(found: Any) -> list[str]:
    return [error.message for error in validator().iter_errors(found)]


def test_the_schema_is_what_the_command_prints() -> None:
    printed = ctg("schema", "calendar").out
    assert printed == (ROOT / "schema" / "calendar.schema.json").read_text(encoding="utf-8")


def test_every_calendar_follows_the_schema(tmp_path: Path) -> None:
    fier = str(PLANS / "fier-et-usses.yaml")
    for arguments in (
        [WHOLE],
        [EXAMPLE, "--year", "2024"],
        [EXAMPLE, "--pilote", "RPE"],
        [fier],
        [WHOLE, EXAMPLE, fier],
        [EXAMPLE, fier, "--pilote", "RPE"],
    ):
        assert errors(told(*arguments)) == []
    (tmp_path / "a.yaml").write_text(plan(caf=""), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(plan(), encoding="utf-8")
    found = told("a.yaml", "b.yaml", cwd=tmp_path)
    assert errors(found) == []
    assert (found["invalid"], len(found["plans"])) == (["a.yaml"], 1)


def test_a_key_too_few_or_too_many_and_any_wrong_type_are_refused_everywhere() -> None:
    places, made = refused_everywhere(
        validator(), [told(EXAMPLE), told(WHOLE, "--year", "2025"), told(EXAMPLE, WHOLE)]
    )
    assert places > 100
    assert made > 400
