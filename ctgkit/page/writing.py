"""Short hands for making blocks out of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ctgkit.page.blocks import Block, Bullets, Item, Paragraph, ParagraphRole, Run, Runs


def runs(*parts: str | Run | Runs) -> Runs:
    """A line out of texts, runs and lines; empty texts are left out."""
    line: list[Run] = []
    for part in parts:
        if isinstance(part, Run):
            line.append(part)
        elif isinstance(part, str):
            if part:
                line.append(Run(part))
        else:
            line.extend(part)
    return tuple(line)


def paragraph(*parts: str | Run | Runs, role: ParagraphRole = "text") -> Paragraph:
    """A paragraph out of texts, runs and lines."""
    return Paragraph(runs(*parts), role)


def bullets(lines: Iterable[str | Runs], *, ordered: bool = False) -> Bullets:
    """A plain list of lines."""
    return Bullets(tuple(Item(runs(line)) for line in lines), ordered)


def enumerated(those: Sequence[str | Run | Runs], between: str = ", ", last: str = " et ") -> Runs:
    """`a, b et c`."""
    line: list[Run] = []
    for rank, one in enumerate(those):
        if rank:
            line.append(Run(last if rank == len(those) - 1 else between))
        line.extend(runs(one))
    return tuple(line)


def there(*blocks: Block | None) -> tuple[Block, ...]:
    """Those blocks that there are."""
    return tuple(block for block in blocks if block is not None)


def text_of(line: Runs) -> str:
    """The words of a line, without what they are."""
    return "".join(run.text for run in line)
