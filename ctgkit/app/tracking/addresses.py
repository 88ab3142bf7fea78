"""The fiche that an address given on the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.app.command_line.questions import Question, Unfit, ask
from ctgkit.app.misuse import Misuse
from ctgkit.french.lists import listing
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
    """The fiche at `adresse`: a full address, or a number or an `id` that only one fiche has.

    The axis of a full address may be named by its number where it has an `id`, and so may the fiche by its
    `id` where it has a number: all that the file calls it.

    Raises:
        Misuse: if there is none, or more than one; says which are near, or which they are.
    """
    from ctgkit.plan import fiches  # noqa: PLC0415  (the model is slow to import)
    from ctgkit.plan.adresses import designees  # noqa: PLC0415  (likewise)

    every = fiches(plan)
    found = [every[rank] for rank in designees(adresse, [one.appels for one in every])]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(fiche.complete for fiche in found)
        raise Misuse(f"plusieurs fiches ont le numéro {adresse} : {several}")
    raise Misuse(f"aucune fiche à l'adresse « {adresse} »{_hint(every, adresse)}")


def find_part(plan: Plan, adresse: str) -> tuple[Fiche, int | None]:
    """The fiche, or the fiche and the rank of its step, at `adresse`.

    A step is called by its fiche's address, a colon, and its number, its `id`, or else its rank.

    Raises:
        Misuse: if there is none, or more than one; says which are near, or which they are.
    """
    above, colon, name = adresse.rpartition(":")
    if not colon or _is_fiche(plan, adresse):
        return find(plan, adresse), None
    fiche = find(plan, above.strip())
    steps = fiche.action.etapes
    wanted = fold(name.strip())
    for key in ("numero", "id"):
        for rank, step in enumerate(steps):
            if (called := getattr(step, key)) is not None and fold(called) == wanted:
                return fiche, rank
    if wanted.isdecimal() and 0 < int(wanted) <= len(steps):
        return fiche, int(wanted) - 1
    raise Misuse(
        f"la fiche {fiche.adresse} n'a pas d'étape « {name.strip()} »{_hint_of_steps(fiche, adresse)}"
    )


def _is_fiche(plan: Plan, adresse: str) -> bool:
    """Whether a fiche has that address, colon and all."""
    from ctgkit.plan import fiches  # noqa: PLC0415  (likewise)
    from ctgkit.plan.adresses import designees  # noqa: PLC0415  (likewise)

    return bool(designees(adresse, [one.appels for one in fiches(plan)]))


def _hint_of_steps(fiche: Fiche, adresse: str) -> str:
    """The step whose address or title is nearest, or all of them."""
    addresses = fiche.etapes()
    if not addresses:
        return ""
    titles = [step.titre for step in fiche.action.etapes]
    wanted = adresse.rpartition(":")[2].strip()
    found = [one for one, title in zip(addresses, titles, strict=True) if _in_title(wanted, title)]
    for names in (fiche.noms_etapes(), titles):
        if not found and (near := nearest(wanted, names)):
            found = [addresses[names.index(near)]]
    return f" ; vouliez-vous dire {_either(found or addresses)} ?"


def _in_title(words: str, title: str) -> bool:
    return len(words) >= _SHORTEST and fold(words) in fold(title)


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
            find_part(plan, answer.strip())
        except Misuse as misuse:
            raise Unfit(str(misuse)) from None
        return answer.strip()

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
    return f" ; vouliez-vous dire {_either(near)} ?"


def _either(addresses: Sequence[str]) -> str:
    return listing((f"« {address} »" for address in addresses[:_MANY]), last="ou")
