"""Imports point one way, and nothing heavy is imported before it is needed."""

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.conftest import PLANS, ROOT

#: What each room may import; every room may import itself.
FLOW = {
    "vocabulary": set[str](),
    "french": {"vocabulary"},
    "page": {"french"},
    "plan": {"french", "vocabulary"},
    "schedule": {"french", "plan", "vocabulary"},
    "followup": {"french", "plan", "schedule", "vocabulary"},
    "lint": {"followup", "french", "plan", "schedule", "vocabulary"},
    "versions": {"french", "plan", "schedule", "vocabulary"},
}
FLOW["outputs"] = {"followup", "french", "page", "plan", "vocabulary"}
FLOW["reports"] = {*FLOW} - {"lint"}
FLOW["app"] = {*FLOW}
FLOW["commands"] = {*FLOW}
#: The one module that knows of the commands.
_DISPATCHER = "app/dispatch.py"


#: What no command that only prints text to a pipe needs.
UNUSED = [
    "jinja2",
    "rich",
    "json",
    "email",
    "xml",
    "ctgkit.outputs.templates",
    "ctgkit.outputs.findings.github",
]


def imports() -> Iterator[tuple[str, str, str]]:
    """Every import of one of our rooms by another: file, room, imported room."""
    for path in sorted((ROOT / "ctgkit").rglob("*.py")):
        parts = path.relative_to(ROOT / "ctgkit").parts
        if len(parts) == 1:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}: relative import"
                names = [node.module or ""]
                if node.module == "ctgkit":
                    names = [f"ctgkit.{alias.name}" for alias in node.names if not alias.name.startswith("_")]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                if name.startswith("ctgkit."):
                    yield str(path), parts[0], name.split(".")[1]


def test_every_room_imports_only_what_the_flow_of_data_allows() -> None:
    found = list(imports())
    assert len(found) > 100
    assert {room for _, room, _ in found} == set(FLOW)
    wrong = [
        (file, other)
        for file, room, other in found
        if other not in {*FLOW[room], room} and not (file.endswith(_DISPATCHER) and other == "commands")
    ]
    assert wrong == []


@pytest.mark.process
@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        # Typer loads Pydantic itself as soon as it has a value to convert.
        (["--version"], ["yaml", "jinja2", "rich", "ctgkit.plan"]),
        (["--help"], ["pydantic", "yaml", "jinja2", "rich", "ctgkit.plan"]),
        (["validate", str(PLANS)], [*UNUSED, "ctgkit.reports.fiches", "ctgkit.lint", "ctgkit.schedule"]),
        (["lint", "--fail-on", "error", str(PLANS)], UNUSED),
        (["show", str(PLANS / "fier-et-usses.yaml")], UNUSED),
        (["calendar", str(PLANS / "fier-et-usses.yaml")], UNUSED),
    ],
)
def test_a_command_imports_only_what_it_uses(arguments: list[str], absent: list[str]) -> None:
    code = (
        "import sys; from ctgkit.app import main; status = main(sys.argv[2:]); "
        "print(*[name for name in sys.argv[1].split(',') if name in sys.modules], file=sys.stderr); "
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, ",".join(absent), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.strip()) == (0, "")
