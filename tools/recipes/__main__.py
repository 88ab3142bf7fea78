"""Makes the additions, looks for each new thing, and prints what they cost: see :mod:`tools.recipes`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules

from tools.recipes import additions
from tools.recipes.addition import Addition, Misplaced
from tools.recipes.copy import Copy, copied


def every_addition() -> dict[str, Addition]:
    """All the additions there are, by the names of their modules."""
    names = sorted(module.name for module in iter_modules(additions.__path__))
    return {name: import_module(f"{additions.__name__}.{name}").ADDITION for name in names}


def main(arguments: Sequence[str]) -> int:
    """Makes the additions of these names, or all; the exit status."""
    every = every_addition()
    if unknown := [name for name in arguments if name not in every]:
        print(f"no recipe {', '.join(unknown)}; there are: {', '.join(every)}", file=sys.stderr)
        return 2
    asked = [every[name] for name in arguments or every]
    with copied() as copy:
        problems = list(_tried(copy, asked))
    for problem in problems:
        print(problem, file=sys.stderr)
    for line in table(asked):
        print(line)
    return int(bool(problems))


def _tried(copy: Copy, asked: Sequence[Addition]) -> Iterator[str]:
    """All that is wrong."""
    for addition in asked:
        try:
            for change in addition.changes:
                change.made(copy.root)
        except Misplaced as misplaced:
            yield f"{addition.name}: {misplaced}"
    if complaint := copy.type_checked():
        yield complaint
    for addition in asked:
        yield from (f"{addition.name}: {told}" for told in copy.absent(addition))
        if len(addition.touched) > addition.most:
            yield f"{addition.name}: {len(addition.touched)} files by hand, {addition.most} at most"


def table(asked: Sequence[Addition]) -> Iterator[str]:
    """What each addition costs, and in how many outputs it was looked for."""
    yield "| addition | files by hand | at most | outputs looked into |"
    yield "|---|---|---|---|"
    for one in asked:
        files = ", ".join(f"`{file}`" for file in one.touched)
        yield f"| {one.name} | {len(one.touched)}: {files} | {one.most} | {len(one.looks)} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
