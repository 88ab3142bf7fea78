"""What the project says of itself in several places agrees: its tasks, marks, versions and hooks."""

from __future__ import annotations

import ast
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, STARTERS

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TASKS = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def constraints(name: str) -> dict[str, str]:
    """The versions of a file, by name."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in pins.items()}


def requirements(*extras: str) -> list[str]:
    """What ctgkit needs, and what it needs more for some purposes."""
    optional = PROJECT["project"]["optional-dependencies"]
    return [*PROJECT["project"]["dependencies"], *(one for extra in extras for one in optional[extra])]


def release(version: str) -> tuple[int, ...]:
    """The numbers of a version, but for zeros that say nothing."""
    return tuple(map(int, re.sub(r"(\.0)+$", "", version).split(".")))


def test_the_oldest_versions_are_those_that_the_project_allows() -> None:
    bounds = dict(re.findall(r"^([\w.-]+)>=([\d.]+)", "\n".join(requirements("test")), re.MULTILINE))
    assert len(bounds) == len(requirements("test"))
    pinned = constraints("constraints-oldest.txt")
    assert {name: release(pinned[name]) for name in bounds} == {n: release(v) for n, v in bounds.items()}


def test_ci_runs_with_one_version_of_all_that_is_asked_for() -> None:
    pinned = constraints("constraints.txt")
    names = [re.match(r"[\w.-]+", one) for one in requirements("test", "dev")]
    asked = {found[0].lower() for found in names if found} - {"ctgkit"}
    assert len(asked) > 15
    assert asked - set(pinned) == set()


def literal(name: str) -> Any:
    """What a constant of the noxfile is."""
    (value,) = (
        node.value
        for node in TASKS.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == name
    )
    return ast.literal_eval(value)


def test_the_fast_tests_have_none_of_the_marks() -> None:
    declared = [mark.partition(":")[0] for mark in PROJECT["tool"]["pytest"]["ini_options"]["markers"]]
    assert sorted(declared) == sorted(literal("SLOW"))
    assert set(STARTERS) < set(declared)


def test_the_oldest_python_is_the_one_that_the_project_asks_for() -> None:
    assert PROJECT["project"]["requires-python"] == f">={literal('PYTHONS')[0]}"


def test_every_task_is_told_and_every_told_task_is_one() -> None:
    tasks = {node.name for node in TASKS.body if isinstance(node, ast.FunctionDef) and node.decorator_list}
    told = re.findall(r"nox -s ([a-z ]+[a-z])", GUIDE)
    assert {name for names in told for name in names.split()} == tasks
    (run,) = re.findall(r"nox --sessions (.+)", (ROOT / ".ci" / "run").read_text(encoding="utf-8"))
    assert set(run.split()) < tasks


def test_the_modules_whose_tests_are_tried_are_there() -> None:
    for module, tests, _ in literal("TRIED"):
        assert (ROOT / module).is_file()
        assert (ROOT / tests).is_dir()


def test_what_the_guide_names_is_there() -> None:
    named = set(re.findall(r"`((?:ctgkit|docs|tests|\.ci)/[\w./]+)`", GUIDE))
    assert len(named) > 8
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_hooks_of_this_repository_are_valid_and_installed_with_it() -> None:
    clientlib = pytest.importorskip("pre_commit.clientlib")
    hooks = clientlib.load_config(Path(ROOT, ".pre-commit-config.yaml"))["repos"]
    assert [one["repo"] for one in hooks] == ["local"]
    programs = {shlex.split(hook["entry"])[0] for hook in hooks[0]["hooks"]}
    assert programs == {"ruff", "mypy"}
    assert all(any(one.startswith(program) for one in requirements("dev")) for program in programs)


def test_no_test_draws_otherwise_than_the_profiles_say_or_looks_at_a_clock() -> None:
    files = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    banned = re.compile(r"^@settings\(|\b(?:perf_counter|process_time|thread_time)\b", re.MULTILINE)
    assert len(files) > 100
    assert [path.name for path in files if banned.search(path.read_text(encoding="utf-8"))] == []
