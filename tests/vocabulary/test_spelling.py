"""No text of a member of a closed list is written outside the vocabulary: code asks for the member."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ctgkit.vocabulary.alerte import CodeAlerte
from ctgkit.vocabulary.argent import EtatFinancement
from ctgkit.vocabulary.nature import NatureAction, Origine
from ctgkit.vocabulary.statut import NON_RENSEIGNEE, Statut
from tests.conftest import ROOT

MEMBERS = (*Statut, *CodeAlerte, *Origine, *EtatFinancement, *NatureAction)
TEXTS = {*map(str, MEMBERS), NON_RENSEIGNEE.word}
#: What the plan file has before such a text, as sentences quote it: « statut: en cours ».
_QUOTED = re.compile(rf"\b(?:statut|origine|nature|etat): ?(?:{'|'.join(map(re.escape, sorted(TEXTS)))})\b")
#: Texts that are something else there: a key of the file, the name of a rule, a noun of a sentence.
ELSE = {
    ("ctgkit/lint/facts/cut.py", "action"),
    ("ctgkit/lint/rules/numerotation_desordonnee.py", "action"),
    ("ctgkit/lint/rules/sans_nouvelles.py", "sans-nouvelles"),
    ("ctgkit/lint/rules/sans_pilote.py", "sans-pilote"),
    ("ctgkit/reports/copil/sentences.py", "action"),
}


def _docstrings(tree: ast.AST) -> set[int]:
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, kinds)]
    return {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}


def _in_code(path: Path) -> Iterator[str]:
    """The strings of a module that are such a text, or quote one; docstrings and pages of rules apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            page = "\n## " in node.value
            if node.value in TEXTS or (_QUOTED.search(node.value) and not page):
                yield node.value


def _in_template(path: Path) -> Iterator[str]:
    """The strings of the expressions of a template that are such a text."""
    for expression in re.findall(r"\{[{%].*?[%}]\}", path.read_text(encoding="utf-8"), re.DOTALL):
        yield from (
            one for pair in re.findall(r'"([^"]*)"|\'([^\']*)\'', expression) for one in pair if one in TEXTS
        )


def _found() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "ctgkit").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        if not file.startswith("ctgkit/vocabulary/"):
            yield from ((file, text) for text in _in_code(path))
    for path in sorted((ROOT / "templates").rglob("*")):
        if path.is_file():
            yield from ((path.relative_to(ROOT).as_posix(), text) for text in _in_template(path))


FOUND = [one for one in _found() if one not in ELSE]


def test_no_text_of_a_member_is_written_outside_the_vocabulary() -> None:
    assert FOUND == []


@pytest.mark.parametrize(("file", "text"), sorted(ELSE))
def test_what_is_something_else_is_still_there(file: str, text: str) -> None:
    assert text in _in_code(ROOT / file)


def test_what_is_written_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    lines = (
        '"""Statut: bloquée, « statut: bloquée »."""',
        'a = "bloquée"',
        'b = f"« statut: bloquée » {a}"',
        "c = 1",
    )
    module.write_text("\n".join(lines), encoding="utf-8")
    assert [*_in_code(module)] == ["bloquée", "« statut: bloquée » "]
    template = tmp_path / "template.html"
    template.write_text("bloquée {% if a == \"bloquée\" %}{{ b or 'action' }}{% endif %}", encoding="utf-8")
    assert [*_in_template(template)] == ["bloquée", "action"]
