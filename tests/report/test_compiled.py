"""The templates that a wheel carries compiled write what their sources write."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from ctgkit import __version__
from ctgkit.copil import copil, pilote
from ctgkit.document import build
from ctgkit.report import FORMATS, KINDS
from ctgkit.report.compiled import CompiledLoader
from ctgkit.report.environment import environment, templates_folder
from tests.copil.plans import DAYS, PILOTES, plan
from tools.templates import compile_into


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled")
    compile_into(folder)
    return folder


def view(kind: str, name: str) -> dict[str, Any]:
    match kind:
        case "copil":
            return {"copil": copil(plan(name), DAYS[name])}
        case "pilote":
            return {"pilote": pilote(plan(name), PILOTES[name], DAYS[name])}
        case _:
            return {"document": build(plan(name))}


@pytest.mark.parametrize("name", DAYS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("output_format", FORMATS)
def test_compiled_templates_write_the_same(
    compiled: Path, tmp_path: Path, output_format: str, kind: str, name: str
) -> None:
    written = []
    # Without a source to fall back to, whatever is written comes from what was compiled.
    for loader in (
        CompiledLoader(templates_folder(), tmp_path),
        CompiledLoader(tmp_path, compiled / output_format),
    ):
        made = environment(output_format)
        made.loader = loader
        template = made.get_template(f"{kind}.{output_format}")
        written.append(template.render(**view(kind, name), date=DAYS[name], version=__version__))
    assert plan(name).titre.split()[0] in written[0]
    assert written[0] == written[1]


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("name", ["avenant", "diff"])
def test_every_document_is_compiled(compiled: Path, tmp_path: Path, output_format: str, name: str) -> None:
    made = environment(output_format)
    made.loader = CompiledLoader(tmp_path, compiled / output_format)
    made.get_template(f"{name}.{output_format}")
    with pytest.raises(TemplateNotFound):
        made.get_template("nouveau.yaml")


def test_an_error_tells_the_line_of_the_source(tmp_path: Path) -> None:
    source = tmp_path / "sources" / "one.html"
    source.parent.mkdir()
    source.write_text("<p>\n{{ here }}\n{{ missing }}\n</p>\n", encoding="utf-8")
    made = environment("html")
    made.loader = CompiledLoader(source.parent, tmp_path / "nowhere")
    made.compile_templates(tmp_path / "compiled", zip=None)
    lines = []
    for folder in ("nowhere", "compiled"):
        made = environment("html")
        made.loader = CompiledLoader(source.parent, tmp_path / folder)
        with pytest.raises(UndefinedError, match="missing") as raised:
            made.get_template("one.html").render(here="x")
        frames = traceback.extract_tb(raised.tb)
        lines += [(one.filename, one.lineno, one.line) for one in frames if "one.html" in one.filename]
    assert lines == [(str(source), 3, "{{ missing }}")] * 2
