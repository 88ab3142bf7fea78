"""The lines of money that lack something: each, or the whole fiche where all of its lines do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ctgkit.lint.facts.parts import parts
from ctgkit.lint.remark import Remark

#: What a line is asked for first: one that names nobody may be a cost, and is asked nothing else.
_FIRST = "financeur"

if TYPE_CHECKING:
    from ctgkit.lint.context import Context


def remarks(context: Context, key: str, one: str, none: str, hint: str) -> Iterator[Remark]:
    """What there is to say of the lines without `key`.

    Args:
        context: the plan.
        key: the key that every line needs.
        one: the message for a line.
        none: the message for a fiche none of whose lines has it, with `{}` for their number.
        hint: how to mend either.
    """
    for part in parts(context.fiches):
        lines = part.what.financements
        path = (*part.path, "financements")
        # A text is all that the document says.
        lacking = [
            rank
            for rank, line in enumerate(lines)
            if getattr(line, key) is None and not line.says_only("objet")
        ]
        lacking = [rank for rank in lacking if key == _FIRST or getattr(lines[rank], _FIRST) is not None]
        if len(lacking) > 1 and len(lacking) == len(lines):
            yield Remark(path, none.format(len(lines)), hint, key=True)
        else:
            for rank in lacking:
                yield Remark((*path, rank), one, hint)
