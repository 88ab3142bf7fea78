"""The faults that are put in a module, and the share that its tests let live."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.mutants import faults


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", ["a <= b"]),
        ("x = a < b <= c", ["a <= b <= c", "a < b < c"]),
        ("x = a in b and not c", ["a in b or not c", "a not in b", "c"]),
        ("x = a + 1", ["a - 1", "2", "0"]),
        ("x += y", ["x -= y", "pass"]),
        ("x = True", ["False"]),
        ("x = 'été'", ["'étéXX'"]),
        ("if ready:\n    go()", ["not ready", "pass"]),
        ("x = [y for y in z if y]", ["not y"]),
        ("def f():\n    return x", ["return None"]),
        ("for x in y:\n    break", ["continue"]),
        # What cannot change what the module does.
        (
            "'''What it is.'''\nimport a\n\n\ndef f(x: 'int') -> 'str':\n    '''Does it.'''\n    return None",
            [],
        ),
    ],
)
def test_each_fault_stands_alone(source: str, expected: list[str]) -> None:
    assert [fault.what.split("  →  ")[1] for fault in faults(source, "module.py")] == expected


def test_a_fault_says_its_line_and_is_gone_before_the_next() -> None:
    found = list(faults("x = 1\ny = x < 2\n", "module.py"))
    assert [fault.line for fault in found] == [1, 1, 2, 2, 2]
    values = []
    for fault in found:
        scope: dict[str, object] = {}
        exec(fault.code, scope)  # noqa: S102  (it is the line above)
        values.append((scope["x"], scope["y"]))
    assert values == [(2, False), (0, True), (1, True), (1, True), (1, False)]


MODULE = '''\
"""Prices."""


def total(price: int, count: int) -> int:
    """What so many cost."""
    if count > 9:
        return price * count - 5
    return price * count
'''


@pytest.mark.process
@pytest.mark.parametrize(
    ("checks", "options", "alive", "status"),
    [
        # 9 and 10 are tried: all is seen.
        ("total(2, 9) == 18 and total(2, 10) == 15", ["--most", "0"], 0, 0),
        # The discount is not: the faults of its condition and of its line live.
        ("total(2, 3) == 6", ["--most", "10"], 8, 1),
        ("total(2, 3) == 6", [], 8, 0),
        ("total(2, 3) == 7", [], None, 2),
    ],
)
def test_the_share_of_what_lives(
    tmp_path: Path, checks: str, options: list[str], alive: int | None, status: int
) -> None:
    (tmp_path / "prices.py").write_text(MODULE, encoding="utf-8")
    test = f"from prices import total\n\n\ndef test_total():\n    assert {checks}\n"
    (tmp_path / "test_prices.py").write_text(test, encoding="utf-8")
    command = [sys.executable, "-m", "tools.mutants", "prices.py", *options, "test_prices.py"]
    env = {"PYTHONPATH": f"{tmp_path}:{ROOT}"}
    ended = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.count("alive:")) == (status, alive or 0), ended.stderr
    assert (ended.stdout == "") == (alive is None)
