"""The fiches that lack a heading they need: what each rule on one heading, and those beside it, ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.followup.steps import completed, living_steps
from ctgkit.french.agreement import number
from ctgkit.lint.remark import Remark
from ctgkit.plan.reading.nodes import locate
from ctgkit.vocabulary.alerte import CodeAlerte

if TYPE_CHECKING:
    from ctgkit.followup import FicheState
    from ctgkit.lint.context import Context
    from ctgkit.plan import Action, Fiche
    from ctgkit.plan.reading.nodes import Path

#: From this many fiches on, a heading that none has is said once, of the plan.
_MANY = 3


class Need(NamedTuple):
    """A heading that fiches need."""

    code: str  #: of the rule that says so
    key: str
    has: Callable[[Action, FicheState], bool]  #: whether a fiche has it, be it through its steps
    engagements: bool = False  #: whether an engagement needs it too
    asked: Callable[[FicheState], bool] = lambda _: True  #: whether it is asked of a fiche as it stands


def _said(key: str) -> Callable[[Action, FicheState], bool]:
    return lambda action, state: bool(getattr(completed(action, living_steps(action, state)), key))


def _dated(action: Action, state: FicheState) -> bool:
    without, of = undated_steps(action, state)
    return bool(action.calendrier or (of and not without))


def undated_steps(action: Action, state: FicheState) -> tuple[int, int]:
    """How many of the steps that were not dropped say nothing of when, and how many these are."""
    living = living_steps(action, state)
    return sum(1 for etape in living if not etape.calendrier), len(living)


#: The headings that fiches need, by key.
NEEDS = {
    need.key: need
    for need in (
        Need(
            "CTG301",
            "pilotes",
            lambda _, state: bool(state.pilotes),
            asked=lambda state: CodeAlerte.SANS_PILOTE in state.codes,
        ),
        # Steps tell what an action consists of.
        Need("CTG302", "descriptif", lambda action, _: bool(action.descriptif or action.etapes)),
        Need("CTG303", "resultats", _said("resultats")),
        Need("CTG304", "indicateurs", _said("indicateurs")),
        Need("CTG305", "calendrier", _dated, engagements=True),
    )
}


def lacking(context: Context, key: str) -> list[Fiche]:
    """The fiches that need the heading `key` and do not have it."""
    need = NEEDS[key]
    return [fiche for fiche, state in _without(context, need) if need.asked(state)]


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
    without = _without(context, NEEDS[key])
    many = len(fiches) >= _MANY and not written
    if many and len(without) == len(_concerned(context, NEEDS[key])):
        yield Remark(
            ("titre",),
            none.format(number(len(without))),
            f"ajoutez «\u00a0{key}:\u00a0» à chaque fiche",
        )
        return
    for fiche in fiches:
        if fiche.chemin in written:
            yield Remark((*fiche.chemin, key), one, f"remplissez «\u00a0{key}:\u00a0»", key=True)
        else:
            yield Remark((*fiche.chemin, "titre"), one, f"ajoutez «\u00a0{key}:\u00a0» à la fiche")


def _concerned(context: Context, need: Need) -> list[tuple[Fiche, FicheState]]:
    every = context.followed
    return [one for one in every if need.engagements or not one[1].nature.facts.promise]


def _without(context: Context, need: Need) -> list[tuple[Fiche, FicheState]]:
    return [one for one in _concerned(context, need) if not need.has(one[0].action, one[1])]


def _written(context: Context, path: Path) -> bool:
    """Whether the key at the end of a path is in the file, empty as it may be."""
    node, _, _ = locate(context.tree, path[:-1])
    return isinstance(node, dict) and path[-1] in node
