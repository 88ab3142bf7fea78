"""Makes the additions, looks for each new thing, and prints what they cost: see :mod:`tools.recipes`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tools.recipes.addition import Addition, Misplaced
from tools.recipes.additions import every_addition
from tools.recipes.copy import Copy, copied


def main(arguments: Sequence[str]) -> int:
    """Makes the additions of these names, or all; the exit status."""
    every = every_addition()
    if unknown := [name for name in arguments if name not in every]:
        print(f"no recipe {', '.join(unknown)}; there are: {', '.join(every)}", file=sys.stderr)
        return 2
    asked = {name: every[name] for name in arguments or every}
    with copied() as copy:
        problems = list(_problems(copy, asked))
    for problem in problems:
        print(problem, file=sys.stderr)
    for line in table(asked.values()):
        print(line)
    return int(bool(problems))


def _problems(copy: Copy, asked: Mapping[str, Addition]) -> Iterator[str]:
    """All that is wrong."""
    misplaced = list(_misplaced(copy, asked.values()))
    if misplaced:
        yield from misplaced
        return
    complaints = (copy.type_checked(), copy.regenerated(), copy.looked_into(tuple(asked)))
    yield from filter(None, complaints)
    for addition in asked.values():
        if len(addition.touched) > addition.most:
            yield f"{addition.name}: {len(addition.touched)} files by hand, {addition.most} at most"


def _misplaced(copy: Copy, asked: Iterable[Addition]) -> Iterator[str]:
    """Makes the additions; those that find no place."""
    for addition in asked:
        try:
            for change in addition.changes:
                change.made(copy.root)
        except Misplaced as misplaced:
            yield f"{addition.name}: {misplaced}"


def table(asked: Iterable[Addition]) -> Iterator[str]:
    """What each addition costs, and in how many outputs it was looked for."""
    yield "| addition | by hand | at most | where | outputs looked into |"
    yield "|---|---|---|---|---|"
    for one in asked:
        files = ", ".join(f"`{file}`" for file in one.touched)
        yield f"| {one.name} | {len(one.touched)} | {one.most} | {files} | {len(one.looks)} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
