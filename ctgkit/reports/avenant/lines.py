"""A change as texts that face each other: the whole element on both sides, and what it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from ctgkit.plan import INTITULES, Calendrier, Financement, Indicateur, Periode, Pilote, Point, Rubrique
from ctgkit.plan.action import Cout
from ctgkit.plan.data import as_data
from ctgkit.plan.evaluation import Evaluation
from ctgkit.plan.judge import judged
from ctgkit.plan.plan import Signataire
from ctgkit.plan.revision import Revision
from ctgkit.plan.rubriques import DITES, PARTIES, libelles
from ctgkit.reports.avenant.sides import PlanSide
from ctgkit.reports.avenant.view import ContexteView, LigneView, Redaction
from ctgkit.reports.fiches import PointView, Segment
from ctgkit.versions.changes import Change, Edit, Path
from ctgkit.versions.fields import DATES, FIELDS, LISTS, RECORDS, owner_of

#: Lists of elements with keys of their own: one is told whole, whichever of its keys changed.
_RECORDS = frozenset(
    {"pilotes", "indicateurs", "calendrier", "couts", "financements", "signataires", "evaluation"}
)
#: Those, and the parts of the head of a plan, that are told as the element that they are.
_ELEMENTS: dict[str, type[Cout | Financement | Signataire | Revision | Periode]] = {
    "couts": Cout,
    "financements": Financement,
    "signataires": Signataire,
    "periode": Periode,
    "revision": Revision,
}
#: Elements that are told as texts with others below.
_POINTS = frozenset(key for key, rule in LISTS.items() if rule.of is Point.CALLED) | {"points"}
#: Keys whose heading is what changes, rather than what is under it.
OF_HEADINGS = ("intitules", "vocabulaire.rubriques", "vocabulaire.rubriques_etape")
#: Elements that hold others, which are told alone.
_HOLDERS = {"etapes": "titre", "preambule": "titre"}


class Place(NamedTuple):
    """Where an element stands in its fiche, its section or the head of its plan."""

    path: Path  #: from the top of the plan
    cle: str  #: the key that names what it is about
    sorte: str  #: what it is: a key of the plan whose value, or whose elements, are such
    liste: bool = False  #: whether it is a whole list
    contexte: tuple[ContexteView, ...] = ()
    libre: str | None = None  #: the heading that is its key, where it is under one


def lines(change: Change, old: PlanSide, new: PlanSide) -> tuple[LigneView, ...]:
    """The lines that tell `change`, one for each element that it touches."""
    return edit_lines(change.edits, old, new)


def edit_lines(edits: Iterable[Edit], old: PlanSide, new: PlanSide) -> tuple[LigneView, ...]:
    """The lines that tell `edits`, in their order; those of one element together."""
    found: dict[tuple[Path | None, Path | None], LigneView] = {}
    for edit in edits:
        before = None if edit.op == "add" else place(old, edit.old.path)
        after = None if edit.op == "remove" else place(new, edit.new.path)
        key = (before and before.path, after and after.path)
        if key not in found:
            found[key] = _line(edit, before, after, old, new)
    return tuple(found.values())


def _line(edit: Edit, before: Place | None, after: Place | None, old: PlanSide, new: PlanSide) -> LigneView:
    shown = after or before
    if shown is None:
        raise AssertionError(edit)
    kept_old, kept_new = _kept(edit) if edit.op == "order" else (None, None)
    return LigneView(
        cle=shown.cle,
        nom=_name(edit),
        intitule=_heading(new if after else old, shown),
        contexte=shown.contexte,
        avant=before and _side(old, before, kept_old),
        apres=after and _side(new, after, kept_new),
        ordre=edit.op == "order",
    )


def _name(edit: Edit) -> str:
    """What the key that an edit is about is called."""
    path = edit.new.path if edit.op == "add" else edit.old.path
    key = next(str(step) for step in reversed(path) if isinstance(step, str))
    name = FIELDS[key].one if key in FIELDS else key
    return name[:1].upper() + name[1:]


def _kept(edit: Edit) -> tuple[list[Any], list[Any]]:
    """What stays in a list (indices) or a mapping (keys), in its order on either side."""
    before: Any = edit.before
    after: Any = edit.after
    if any(isinstance(one, str) for one in before):
        return before, after
    return sorted(after), sorted(before)


def place(side: PlanSide, path: Path) -> Place:
    """The element that `path` leads to or into."""
    start = len(owner_of(path))
    contexte: list[ContexteView] = []
    at = start
    while at + 2 < len(path) and path[at] in _HOLDERS and isinstance(path[at + 1], int):
        holder = side.at(path[: at + 2])
        if path[at + 2] == _HOLDERS[str(path[at])]:
            break
        contexte.append(
            ContexteView("etape" if path[at] == "etapes" else "preambule", holder[_HOLDERS[str(path[at])]])
        )
        at += 2
    cle = str(path[at])
    above = tuple(contexte)
    if path == ("titre",):
        return Place(path, "plan.titre", cle)
    if cle in RECORDS and at + 1 < len(path):
        return _in_part(path, at)
    if cle in _HOLDERS and at + 2 < len(path):
        # The title of a step is a text; the step itself is whole.
        return Place(path, cle, "texte", contexte=above)
    if cle in _RECORDS or cle in _HOLDERS:
        # What is below an element is told with it.
        return Place(path[: at + 2], cle, cle, liste=len(path) == at + 1, contexte=above)
    if cle == "rubriques" and at + 1 < len(path):
        return _point(side, path, at + 1, above)._replace(cle=cle, libre=str(path[at + 1]))
    if cle in _POINTS:
        return _point(side, path, at, above)
    return Place(path, cle, cle, contexte=above)


def _in_part(path: Path, at: int) -> Place:
    """A field of the territory, or of what the convention says of its own change."""
    cle = str(path[at + 1])
    return Place(path, f"{path[at]}.{cle}", "texte", liste=cle in LISTS and not path[at + 2 :])


def _point(side: PlanSide, path: Path, at: int, contexte: tuple[ContexteView, ...]) -> Place:
    """A point, with the points above it as its context; or the list of them."""
    end = at + 1
    while end < len(path) and isinstance(path[end], int):
        end += 1
        if end < len(path) and path[end] == "points":
            contexte += (ContexteView("point", side.at(path[:end])["texte"]),)
            end += 1
    liste = not isinstance(path[end - 1], int)
    return Place(path[:end], str(path[at]), "points", liste=liste, contexte=contexte)


def _heading(side: PlanSide, found: Place) -> str | None:
    """The words that the document has for the heading of an element."""
    if found.cle == "rubriques":
        return found.libre
    cle = found.cle
    if cle not in INTITULES or cle in PARTIES:
        return None
    key: Rubrique = cle
    owner = owner_of(found.path)
    step = found.path[len(owner) : len(owner) + 2] if found.path[len(owner)] == "etapes" else ()
    return libelles(side.plan.vocabulaire, side.part((*owner, *step)))[key]


def _side(side: PlanSide, found: Place, order: list[Any] | None) -> Redaction | None:
    """The element on one side; of a list whose order changed, those that stay.

    Args:
        side: the plan.
        found: where the element is.
        order: the indices or the keys of those that stay.
    """
    value = side.at(found.path)
    if value is None:
        return None
    if isinstance(value, dict) and order is not None:
        return tuple(_text(_label(name)) for name in order)
    if found.liste:
        kept = [value[rank] for rank in order] if order is not None else value
        return tuple(as_point(found.sorte, one) for one in kept)
    return _whole(side, found, value)


def _label(name: Any) -> str:
    return DITES.get(name, str(name))


def _whole(side: PlanSide, found: Place, value: Any) -> Redaction:
    match found.sorte:
        case "evaluation":
            return _question(judged(Evaluation, value))
        case "indicateurs":
            return judged(Indicateur, _without(value, "mesures"))
        case "etapes":
            fiche = side.fiche(owner_of(found.path))
            return fiche.etapes[int(found.path[-1])]._replace(suivi=())
        case sorte if sorte in _ELEMENTS:
            element: Redaction = judged(_ELEMENTS[sorte], value)
            return element
        case sorte if sorte in DATES:
            return date.fromisoformat(value)
        case "points" | "pilotes" | "calendrier" | "preambule":
            return (as_point(found.sorte, value),)
        case _ if isinstance(value, dict):
            return ", ".join(f"{statut}\u00a0: {mot}" for statut, mot in value.items())
        case _:
            return _label(value)


def as_point(sorte: str, value: Any) -> PointView:
    """An element of a list as a point, with what it holds below."""
    match sorte:
        case "points":
            return _text(value["texte"], value["points"])
        case "pilotes":
            return _pilote(judged(Pilote, value))
        case "calendrier":
            one = judged(Calendrier, value)
            return PointView((Segment(one.texte),), (), one.debut, one.fin)
        case "preambule":
            return _text(value["titre"], value["texte"])
        case "etapes":
            return _text(value["titre"])
        case "evaluation":
            return PointView((Segment(value["question"]),))
        case _:
            return _text(_label(value) if isinstance(value, str) else value["nom"])


def _text(texte: str, points: Iterable[Any] = ()) -> PointView:
    return PointView((Segment(texte),), tuple(as_point("points", one) for one in points))


def _question(one: Evaluation) -> tuple[PointView, ...]:
    """A question of the evaluation, with its criteria below; its answer is follow-up."""
    criteria = (as_point("points", as_data(each)) for each in one.criteres)
    return (PointView((Segment(one.question),), tuple(criteria)),)


def _pilote(pilote: Pilote) -> PointView:
    return PointView((Segment(pilote.phrase()),), tuple(map(_pilote, pilote.pilotes)))


def _without(value: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: part for name, part in value.items() if name != key}
