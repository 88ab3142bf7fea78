"""What a rule has to say of a place in the plan."""

from __future__ import annotations

from typing import NamedTuple

from ctgkit.plan.finding import Place, Splice
from ctgkit.plan.reading.nodes import Path


class Remark(NamedTuple):
    """One thing a rule found; the engine makes a finding of it.

    `path` is in the model's terms (`("axes", 0, "actions", 2, "titre")`). The place is the value
    there; its key where the value is empty or where `key` asks for it; or, in a text, the `nth`
    time (from 0) that `words` stand in it.
    """

    path: Path
    message: str  #: a French sentence, without a capital or a full stop
    hint: str | None = None  #: how to mend it
    words: str | None = None
    nth: int = 0
    key: bool = False
    related: tuple[tuple[Path, str], ...] = ()  #: other places, and what stands there
    #: What to write instead of `words`, or of the whole text where there are none, when that is
    #: certain.
    replacement: str | None = None
    place: Place | None = None  #: where the file itself is meant (a comment), and not a value
    fix: tuple[Splice, ...] = ()  #: how to mend it there, when that is certain
