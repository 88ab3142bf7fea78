"""The templates that a wheel carries compiled write what their sources write."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any, NoReturn

import pytest
from jinja2 import UndefinedError

from ctgkit import __version__
from ctgkit.outputs.outline import outline
from ctgkit.outputs.templates import FORMATS, builtin
from ctgkit.outputs.templates.environment import Templates, environment
from ctgkit.outputs.templates.loader import Loader
from ctgkit.outputs.templates.proofreading import proofread
from ctgkit.reports.copil.facts import copil
from ctgkit.reports.document import documents
from ctgkit.reports.fiches import build
from ctgkit.reports.pilote.facts import pilote
from tests.reports.copil.plans import DAYS, PILOTES, plan
from tests.reports.territoires import caf
from tools.compiled import compile_into


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled")
    compile_into(folder)
    return folder


def nothing(*_: Any, **__: Any) -> NoReturn:
    """Compiles nothing, so that whatever is written comes from what was compiled before."""
    raise AssertionError


def of_wheel(compiled: Path, output_format: str, folder: Path | None = None) -> Templates:
    """The environment as a wheel has it."""
    made = environment(output_format)
    made.loader = Loader(folder, proofread, compiled / output_format)
    return made


def view(kind: str, name: str) -> dict[str, Any]:
    given: Any
    match kind:
        case "copil":
            given = copil(plan(name), DAYS[name])
        case "pilote":
            given = pilote(plan(name), PILOTES[name], DAYS[name])
        case "territoires":
            given = caf.view()
        case _:
            given = build(plan(name))
    document = documents()[kind]
    made = document.page(given, DAYS[name])
    return {document.name: given, "page": made, "parts": outline(made.sections)}


@pytest.mark.parametrize("name", DAYS)
@pytest.mark.parametrize("kind", documents())
@pytest.mark.parametrize("output_format", FORMATS)
def test_compiled_templates_write_the_same(
    compiled: Path, monkeypatch: pytest.MonkeyPatch, output_format: str, kind: str, name: str
) -> None:
    written = []
    for made in (environment(output_format), of_wheel(compiled, output_format)):
        template = made.select_template([f"{kind}.{output_format}", f"document.{output_format}"])
        written.append(template.render(**view(kind, name), date=DAYS[name], version=__version__))
        monkeypatch.setattr(Templates, "compile", nothing)
    assert written[0] == written[1]
    assert "ctgkit" in written[0]


@pytest.mark.parametrize("output_format", FORMATS)
def test_every_template_is_compiled(
    compiled: Path, monkeypatch: pytest.MonkeyPatch, output_format: str
) -> None:
    monkeypatch.setattr(Templates, "compile", nothing)
    made = of_wheel(compiled, output_format)
    names = [name for name in builtin.names() if name.endswith(f".{output_format}")]
    assert len(names) == 3
    for name in names:
        made.get_template(name)
    with pytest.raises(AssertionError):
        made.get_template("nouveau.yaml")


def test_the_users_templates_come_before_the_compiled_ones(compiled: Path, tmp_path: Path) -> None:
    (tmp_path / "copil.md").write_text(
        '{% extends "ctgkit/document.md" %}\n{% block main %}\n## À arbitrer\n{% endblock %}\n',
        encoding="utf-8",
    )
    given = view("copil", "exemple")
    own, wheel = environment("md", tmp_path), of_wheel(compiled, "md", tmp_path)
    written = [
        made.get_template("copil.md").render(**given, date=DAYS["exemple"], version=__version__)
        for made in (own, wheel)
    ]
    assert written[0] == written[1]
    assert "## À arbitrer" in written[1]
    assert "## Les points soumis à décision" not in written[1]


def test_an_error_tells_the_line_of_the_source(compiled: Path) -> None:
    lines = []
    for made in (environment("md"), of_wheel(compiled, "md")):
        with pytest.raises(UndefinedError) as raised:
            made.get_template("document.md").render(date=DAYS["exemple"], version=__version__)
        frames = traceback.extract_tb(raised.tb)
        lines.append(
            [(one.filename, one.lineno, one.line) for one in frames if one.filename.endswith("document.md")]
        )
    assert lines[0] == lines[1]
    assert lines[0][-1][2] is not None
    assert "page.cover" in lines[0][-1][2]
