"""The fiche that an address given on the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.app.command_line.questions import Question, Unfit, ask
from ctgkit.app.misuse import Misuse
from ctgkit.french.nearest import fold, nearest
from ctgkit.french.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctgkit.plan import Fiche, Plan

#: How many addresses a hint gives.
_MANY = 5
#: The fewest letters that may be words of a title.
_SHORTEST = 3


def find(plan: Plan, adresse: str) -> Fiche:
    """The fiche at `adresse`: a full address, or a number that only one fiche has.

    Raises:
        Misuse: if there is none, or more than one; says which are near, or which they are.
    """
    from ctgkit.plan import fiches  # noqa: PLC0415  (the model is slow to import)
    from ctgkit.plan.adresses import designees  # noqa: PLC0415  (as above)

    every = fiches(plan)
    found = [every[rank] for rank in designees(adresse, ((f.complete, f.action.numero) for f in every))]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(fiche.complete for fiche in found)
        raise Misuse(f"plusieurs fiches ont le numéro {adresse} : {several}")
    raise Misuse(f"aucune fiche à l'adresse « {adresse} »{_hint(every, adresse)}")


def _by_title(every: Sequence[Fiche], words: str) -> list[str]:
    """The addresses of the fiches whose title has these words, or is nearest to them."""
    wanted = fold(words)
    if len(wanted) < _SHORTEST:
        return []
    found = [fiche.adresse for fiche in every if wanted in fold(fiche.action.titre)]
    if not found and (near := nearest(words, [fiche.action.titre for fiche in every])):
        found = [fiche.adresse for fiche in every if fiche.action.titre == near]
    return found


def ask_which(plan: Plan) -> str:
    """The address of the fiche that somebody at the terminal chooses, once all are shown.

    Raises:
        Misuse: if nobody answers any more.
        KeyboardInterrupt: if that somebody has had enough.
    """
    from ctgkit.plan import fiches  # noqa: PLC0415

    every = fiches(plan)
    wide = max((len(fiche.adresse) for fiche in every), default=0)
    for fiche in every:
        print(f"{one_line(fiche.adresse):<{wide}}  {one_line(fiche.action.titre)}")

    def read(answer: str) -> str:
        try:
            return find(plan, answer.strip()).complete
        except Misuse as misuse:
            raise Unfit(str(misuse)) from None

    return ask(Question("ADRESSE", "Adresse de la fiche", read))


def _hint(every: Sequence[Fiche], adresse: str) -> str:
    """The addresses that go on from `adresse`, or else the nearest."""
    wanted = fold(adresse)
    near = [
        f.adresse for f in every if any(fold(name).startswith(wanted) for name in (f.complete, f.adresse))
    ]
    if not near:
        nearest_one = nearest(adresse, [address for f in every for address in (f.complete, f.adresse)])
        near = [nearest_one] if nearest_one else []
    if not near:
        near = _by_title(every, adresse)
    if not near:
        return " (« ctg show PLAN » donne les adresses)"
    *some, last = (f"« {address} »" for address in near[:_MANY])
    several = f"{', '.join(some)} ou {last}" if some else last
    return f" ; vouliez-vous dire {several} ?"
