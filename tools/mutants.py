"""How many faults the tests of a module let live: one fault at a time is put in it, and its tests are run.

    python -m tools.mutants ctgkit/schedule/dates.py tests/schedule -k "not time"

What follows the module is for pytest. A fault is one sign exchanged for another (`<` for `<=`, `and` for
`or`, `+` for `-`), a condition negated, a number one more or one less, a text of the code spoilt, `None`
returned, or a statement left out. The tests are collected once; each fault runs in a fork of that process,
bounded in processor time and in memory, until a first test fails: the same faults live whatever else the
machine does. The exit status is 1 where more of them live than `--most` (a percentage) allows.

A fault reaches what other modules have imported from this one if that is a function or a class.
"""

from __future__ import annotations

import argparse
import ast
import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple

import pytest

#: What each operator is exchanged for.
_EXCHANGED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Break: ast.Continue,
    ast.Continue: ast.Break,
}
#: Comparisons of which the exchange is the negation: as a condition they need no second fault.
_NEGATED = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
#: How much more processor time than all the tests a fault may take, and how much memory in bytes.
_SLOWER, _MEMORY = 4, 4 << 30


class Fault(NamedTuple):
    """One fault: where it is, what it is, and the module that has it."""

    line: int
    what: str
    code: CodeType


def faults(source: str, path: str) -> Iterator[Fault]:
    """Each fault of a module, one at a time, in the order of its lines."""
    tree = ast.parse(source)
    places = sorted(_places(tree), key=lambda place: (place.node.lineno, place.node.col_offset))
    for node, condition, put in places:
        for other in (*_others(node), *([_not(node)] if condition and _negatable(node) else [])):
            put(other)
            code = compile(ast.fix_missing_locations(tree), path, "exec")
            put(node)
            yield Fault(node.lineno, f"{_shown(node)}  →  {_shown(other)}", code)


def _shown(node: ast.AST) -> str:
    """The code of a node, on one line and cut short."""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 70 else f"{text[:69]}…"


class _Place(NamedTuple):
    """A statement or an expression that runs, whether it is a condition, and what puts another there."""

    node: Any
    condition: bool
    put: Callable[[ast.AST], None]


def _places(node: ast.AST) -> Iterator[_Place]:
    """What runs below a node; neither imports, nor annotations, nor docstrings do."""
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "type_params", "decorator_list"}:
            continue
        for rank, part in enumerate(value if isinstance(value, list) else [value]):
            docstring = isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
            if docstring or not isinstance(part, ast.AST) or isinstance(part, (ast.Import, ast.ImportFrom)):
                continue
            if isinstance(part, (ast.expr, ast.stmt)):
                put = _putter(node, field, rank if isinstance(value, list) else None)
                yield _Place(part, field in {"test", "ifs"}, put)
            yield from _places(part)


def _putter(node: ast.AST, field: str, rank: int | None) -> Callable[[ast.AST], None]:
    def put(other: ast.AST) -> None:
        if rank is None:
            setattr(node, field, other)
        else:
            getattr(node, field)[rank] = other

    return put


def _others(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a node, each a fault."""
    match node:
        case ast.Constant(value):
            for other in _spoilt(value):
                yield ast.Constant(other)
        case ast.Return(ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.Expr():
            yield ast.Pass()
        case _:
            yield from _with_other_operators(node)


def _with_other_operators(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, operators, others):
            for rank, one in enumerate(operators):
                exchanged = [*operators[:rank], _exchanged(one), *operators[rank + 1 :]]
                yield ast.Compare(left, exchanged, others)
        case ast.BoolOp(one, values):
            yield ast.BoolOp(_exchanged(one), values)
        case ast.BinOp(left, one, right) if type(one) in _EXCHANGED:
            yield ast.BinOp(left, _exchanged(one), right)
        case ast.AugAssign(target, one, value) if type(one) in _EXCHANGED:
            yield ast.AugAssign(target, _exchanged(one), value)
            yield ast.Pass()
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.Break() | ast.Continue():
            yield _exchanged(node)


def _exchanged(operator: ast.AST) -> Any:
    return _EXCHANGED[type(operator)]()


def _negatable(test: ast.expr) -> bool:
    """Whether no other fault negates this condition."""
    if isinstance(test, ast.UnaryOp):
        return not isinstance(test.op, ast.Not)
    return not (isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], _NEGATED))


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _spoilt(value: object) -> Sequence[bool | float | str]:
    match value:
        case bool():
            return [not value]
        case int() | float():
            return [value + 1, value - 1]
        case str():
            return [f"{value}XX"]
        case _:
            return []


def _put(code: CodeType, module: ModuleType) -> None:
    """Gives a module the code that has a fault; what others imported from it has the fault as well."""
    faulty: dict[str, Any] = {"__name__": module.__name__}
    exec(code, faulty)  # noqa: S102  (it is that of our own module)
    ours = vars(module)
    for name, new in faulty.items():
        old = ours.get(name)
        if getattr(old, "__module__", None) != module.__name__:
            ours[name] = new
        elif isinstance(old, type):
            for key, method in vars(new).items():
                _exchange(vars(old).get(key), method)
        else:
            _exchange(old, new)


def _exchange(old: object, new: object) -> None:
    """Gives a function the code of another; a property or a class method, that of the function it holds."""
    for name in ("fget", "__func__"):
        old, new = getattr(old, name, old), getattr(new, name, new)
    if isinstance(old, FunctionType) and isinstance(new, FunctionType):
        old.__code__, old.__defaults__, old.__kwdefaults__ = (
            new.__code__,
            new.__defaults__,
            new.__kwdefaults__,
        )


class Trial:
    """A pytest plugin: the tests are collected once, then run once without a fault and once with each.

    Attributes:
        alive: the faults that no test saw.
        tried: how many there are; none where the tests fail without any.
    """

    def __init__(self, path: Path) -> None:
        self.alive: list[Fault] = []
        self.tried = 0
        self._path = path
        self._forked = False

    def pytest_configure(self) -> None:
        """Settles what tests draw, before any is imported: a fault that lives once lives always."""
        from hypothesis import settings  # noqa: PLC0415  (pytest rewrites it as it imports it)

        settings.register_profile("mutants", derandomize=True, database=None, deadline=None)
        settings.load_profile("mutants")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Runs the tests in a process for each fault, where this does nothing and pytest goes on."""
        if self._forked:
            return None
        source = self._path.read_text(encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        if session.testsfailed or not self._passes(session, compile(source, str(self._path), "exec")):
            return True
        spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        for fault in faults(source, str(self._path)):
            self.tried += 1
            if self._passes(session, fault.code, int(_SLOWER * spent) + 5):
                self.alive.append(fault)
        return True

    def _passes(self, session: pytest.Session, code: CodeType, seconds: int | None = None) -> bool:
        """Whether the tests pass with this code of the module, within so much processor time."""
        child = os.fork()
        if child:
            return os.waitpid(child, 0)[1] == 0
        status = 1
        try:
            self._forked = True
            if seconds is not None:
                resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
                resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            _put(code, import_module(".".join(self._path.with_suffix("").parts)))
            session.config.hook.pytest_runtestloop(session=session)
            status = int(session.testsfailed > 0)
        finally:
            os._exit(status)


def trial(path: Path, tests: Sequence[str]) -> Trial:
    """Tries the faults of a module on tests; what pytest prints is left out."""
    found = Trial(path)
    shown = os.dup(1)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    try:
        pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests], plugins=[found])
    finally:
        sys.stdout.flush()
        os.dup2(shown, 1)
        os.close(shown)
        os.close(silence)
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the faults that live and their share."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("module", type=Path, help="path of the module, from the root of the checkout")
    parser.add_argument("--most", type=float, default=100, metavar="PERCENT", help="may live")
    options, tests = parser.parse_known_args(arguments)
    found = trial(options.module, tests)
    if not found.tried:
        sys.stderr.write("the tests fail without any fault\n")
        return 2
    for fault in found.alive:
        sys.stdout.write(f"{options.module}:{fault.line}: alive: {fault.what}\n")
    share = 100 * len(found.alive) / found.tried
    sys.stdout.write(f"{options.module}: {len(found.alive)} of {found.tried} faults live: {share:.1f} %\n")
    return 1 if share > options.most else 0


if __name__ == "__main__":
    sys.exit(main())
