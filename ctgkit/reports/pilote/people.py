"""Who carries something in a plan, and who is meant by a name."""

from __future__ import annotations

from ctgkit.followup.pilots import Directory
from ctgkit.french.nearest import key
from ctgkit.french.order import sorting
from ctgkit.plan import Pilote, Plan, fiches


def pilotes(plan: Plan) -> tuple[str, ...]:
    """Everybody who carries a fiche or a step, in alphabetical order."""
    return tuple(sorted(_everybody(plan, Directory(plan)), key=sorting))


def _everybody(plan: Plan, directory: Directory) -> set[str]:
    groups: list[tuple[Pilote, ...]] = []
    for fiche in fiches(plan):
        groups += [fiche.action.pilotes, *(etape.pilotes for etape in fiche.action.etapes)]
    return {nom for group in groups for nom in directory.names(group)}


def known(plan: Plan, nom: str) -> str | None:
    """The pilot called `nom`, under any spelling; `None` if nobody is."""
    directory = Directory(plan)
    everybody = _everybody(plan, directory)
    found = directory.name(nom)
    return found if found in everybody else None


def candidates(plan: Plan, nom: str) -> tuple[str, ...]:
    """The pilots somebody may have meant by `nom`, the nearest first, five at most."""
    from difflib import get_close_matches  # noqa: PLC0415  (only when a name is not known)

    every = pilotes(plan)
    asked = key(nom)
    holding = [one for one in every if asked in key(one)]
    forms = {key(one): one for one in every}
    for acteur in plan.acteurs:
        for alias in acteur.alias:
            if acteur.nom in every:
                forms.setdefault(key(alias), acteur.nom)
    near = [forms[form] for form in get_close_matches(asked, forms, n=5, cutoff=0.5)]
    return tuple(dict.fromkeys([*holding, *near]))[:5]


def unknown(plan: Plan, nom: str | None) -> str:
    """What to tell somebody who named no pilot, or one that the plan does not have."""
    every = pilotes(plan)
    if not every:
        return "aucune fiche de ce plan n'a de pilote"
    if not nom:
        return f"--kind pilote demande --pilote NOM ; pilotes de ce plan : {_quoted(every)}"
    near = candidates(plan, nom)
    hint = f"vouliez-vous dire {_quoted(near)} ?" if near else f"pilotes de ce plan : {_quoted(every)}"
    return f"aucun pilote ne s'appelle « {nom} » ; {hint}"


def _quoted(names: tuple[str, ...]) -> str:
    *others, last = (f"« {one} »" for one in names)
    return f"{', '.join(others)} ou {last}" if others else last
