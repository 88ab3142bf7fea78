"""The fiches that lack a heading they need: what each rule on one heading, and those beside it, ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.agreement import number
from ctgkit.lint.remark import Remark
from ctgkit.plan.reading.nodes import locate

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.plan import Action, Fiche
    from ctgkit.plan.reading.nodes import Path

#: From this many fiches on, a heading that none has is said once, of the plan.
_MANY = 3


class Need(NamedTuple):
    """A heading that fiches need."""

    code: str  #: of the rule that says so
    key: str
    met: Callable[[Action], bool]  #: whether a fiche has it, be it through its steps
    engagements: bool = False  #: whether an engagement needs it too


#: The headings that fiches need, by key.
NEEDS = {
    need.key: need
    for need in (
        Need(
            "CTG301",
            "pilotes",
            lambda action: bool(
                action.pilotes or (action.etapes and all(step.pilotes for step in action.etapes))
            ),
        ),
        # Steps tell what an action consists of.
        Need("CTG302", "descriptif", lambda action: bool(action.descriptif or action.etapes)),
        Need("CTG303", "resultats", lambda action: bool(action.resultats)),
        Need(
            "CTG304",
            "indicateurs",
            lambda action: bool(action.indicateurs or any(step.indicateurs for step in action.etapes)),
        ),
        Need(
            "CTG305",
            "calendrier",
            lambda action: bool(
                action.calendrier or (action.etapes and all(step.calendrier for step in action.etapes))
            ),
            engagements=True,
        ),
    )
}


def lacking(context: Context, key: str) -> list[Fiche]:
    """The fiches that need the heading `key` and do not have it."""
    need = NEEDS[key]
    return [fiche for fiche in _concerned(context, need) if not need.met(fiche.action)]


def remarks(context: Context, key: str, one: str, none: str) -> Iterator[Remark]:
    """What there is to say of a heading: fiche by fiche, or once where the document has no such heading.

    Args:
        context: the plan.
        key: the heading.
        one: the message for a fiche.
        none: the message for the plan, with `{}` for the number of its fiches.
    """
    fiches = lacking(context, key)
    written = {fiche.chemin for fiche in fiches if _written(context, (*fiche.chemin, key))}
    if len(fiches) >= _MANY and not written and len(fiches) == len(_concerned(context, NEEDS[key])):
        yield Remark(
            ("titre",),
            none.format(number(len(fiches))),
            f"ajoutez «\u00a0{key}:\u00a0» à chaque fiche",
        )
        return
    for fiche in fiches:
        if fiche.chemin in written:
            yield Remark((*fiche.chemin, key), one, f"remplissez «\u00a0{key}:\u00a0»", key=True)
        else:
            yield Remark((*fiche.chemin, "titre"), one, f"ajoutez «\u00a0{key}:\u00a0» à la fiche")


def _concerned(context: Context, need: Need) -> list[Fiche]:
    return [fiche for fiche in context.fiches if need.engagements or fiche.action.nature == "action"]


def _written(context: Context, path: Path) -> bool:
    """Whether the key at the end of a path is in the file, empty as it may be."""
    node, _, _ = locate(context.tree, path[:-1])
    return isinstance(node, dict) and path[-1] in node
