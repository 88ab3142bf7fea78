"""The tree against the model: what Pydantic found, told in French at its place in the file.

Messages are chosen by the error's type and context, never by its English text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ctgkit.findings import Finding, Place
from ctgkit.model import INTITULES, Plan
from ctgkit.source import faults
from ctgkit.source.keys import KEYS, PARTS, TREE
from ctgkit.source.nodes import Mapping, Node, Path, Sequence, event_place, locate
from ctgkit.source.remedy import quote
from ctgkit.wording.nearest import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic_core import ErrorDetails

    from ctgkit.model.base import Element

_NO_BREAK = "\u00a0\u202f"
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv"),
            ("fevrier", "fevr"),
            ("mars",),
            ("avril", "avr"),
            ("mai",),
            ("juin",),
            ("juillet", "juil"),
            ("aout",),
            ("septembre", "sept"),
            ("octobre", "oct"),
            ("novembre", "nov"),
            ("decembre", "dec"),
        ),
        1,
    )
    for name in names
}
_NUMERIC_DATE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_LOOSE_ISO = re.compile(r"(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})")
_WORDED_DATE = re.compile(r"(\d{1,2})(?:er)?\s+([a-z]+)\.?\s+(\d{4})")

_NUMBER_HINTS = {
    "nombre_illisible": "un nombre s'écrit en chiffres\u00a0: 12, 0,25 ou 12 500",
    "avancement_hors_bornes": "l'avancement est un nombre entier, de 0 à 100",
    "annee_illisible": "une année s'écrit en quatre chiffres\u00a0: 2025",
}


#: Errors that only need what was written.
_WORDED: dict[str, Callable[[str, Place, str], Finding]] = {
    "date_illisible": lambda file, place, written: faults.unreadable_date(file, place, written, iso(written)),
    "date_inexistante": faults.impossible_date,
    "format_inconnu": faults.unknown_format,
    "periode_illisible": faults.unreadable_period,
    "entree_vide": lambda file, place, _: faults.empty_entry(file, _first_line(place)),
    "action_sans_numero": lambda file, place, _: faults.no_number(file, _first_line(place)),
}


def validate(root: Node, file: str, blind: Iterable[int] = ()) -> tuple[Plan | None, list[Finding]]:
    """The plan `root` holds, or what keeps it from being one.

    Args:
        root: the tree of the file.
        file: its name, for the findings.
        blind: lines (0-based) that could not be read: what is missing around one is not told.
    """
    try:
        return Plan.model_validate(root), []
    except ValidationError as error:
        return None, _Teller(root, file, frozenset(blind)).tell(error.errors(include_url=False))


class _Teller:
    """Words the errors of one file."""

    def __init__(self, root: Node, file: str, blind: frozenset[int]) -> None:
        self.root = root
        self.file = file
        self.blind = blind

    def tell(self, errors: list[ErrorDetails]) -> list[Finding]:
        """One finding for each mistake; a misspelt required key is one, not two."""
        missing = {tuple(e["loc"]) for e in errors if e["type"] == "missing"}
        found = []
        for error in errors:
            if error["type"] == "extra_forbidden":
                finding, meant = self.unknown(tuple(error["loc"]), missing)
                missing.discard(meant)
                found.append(finding)
        for error in errors:
            path = tuple(error["loc"])
            kind = error["type"]
            if kind == "extra_forbidden" or (kind == "missing" and path not in missing):
                continue
            if kind != "missing":
                found.append(self.other(kind, path, error.get("ctx", {})))
            elif told := self.missing(path):
                found.append(told)
        return found

    def node(self, path: Path) -> tuple[Node, Place, Place]:
        """The node at `path`, the place of its key and its own."""
        node, key, place = locate(self.root, path)
        start = place or Place(1, 1, 1, 1)
        return node, key or start, start

    def part(self, path: Path) -> type[Element]:
        """The part of the plan that the mapping at `path` should be."""
        part: type[Element] = Plan
        for step in path:
            if isinstance(step, str) and step in TREE[part]:
                below = TREE[part][step]
                if len(below) == 1:
                    (part,) = below
        return part

    def unknown(self, path: Path, missing: set[Path]) -> tuple[Finding, Path]:
        """A key that is not one here, and the path of the key it was probably meant for."""
        *above, last = path
        key = str(last)
        part = self.part(tuple(above))
        mapping, _, _ = self.node(tuple(above))
        place = (
            mapping.place(key)
            if isinstance(mapping, Mapping) and key in mapping.marks
            else self.node(path)[1]
        )
        nothing: Path = ()
        bare = key.strip(_NO_BREAK + " ")
        if bare != key and bare in part.model_fields:
            where = "avant les deux-points" if key.startswith(bare) else "avant la clé"
            line = f"{bare}: …"
            return faults.no_break_space(self.file, place, where, line), (*above, bare)
        present = set(mapping) if isinstance(mapping, dict) else set()
        near = nearest(key, [name for name in part.model_fields if name not in present])
        elsewhere = [name for name in KEYS.get(key, ()) if name != part.__name__]
        if elsewhere:
            meant = next((m for m in missing if m[-1] == key), nothing)
            there = [_french(self.inside(name)) for name in elsewhere[:3]]
            here = _french(self.inside(part.__name__))
            return faults.misplaced_key(self.file, place, key, here, there), meant
        finding = faults.unknown_key(self.file, place, key, near, part.model_fields)
        return finding, (*above, near) if near else nothing

    def inside(self, part: str) -> str:
        """Where something in that part of the plan is."""
        name = PARTS[part]
        if part == "Plan":
            return name
        return f"sous {name}" if name.startswith("`") else f"dans {name}"

    def missing(self, path: Path) -> Finding | None:
        """A required key, unless a line that could not be read may hold it."""
        *above, last = path
        key = str(last)
        mapping, key_place, place = self.node(tuple(above))
        if isinstance(mapping, Mapping) and key in mapping.marks:
            return faults.empty_value(self.file, mapping.place(key), key)
        if any(place.line - 1 <= line <= place.end_line for line in self.blind):
            return None
        part = self.part(tuple(above))
        if isinstance(mapping, Mapping) and mapping.marks:
            first = event_place(mapping.draft, next(iter(mapping.marks.values()))[0])
        else:
            first = key_place
        return faults.missing_key(self.file, first, key, _french(self.inside(part.__name__)))

    def other(self, kind: str, path: Path, ctx: dict[str, Any]) -> Finding:
        """Any error but a missing or an unknown key."""
        place = self.node(path)[2]
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        if kind in _NUMBER_HINTS:
            return faults.unreadable_number(self.file, place, str(ctx["ecrit"]), _NUMBER_HINTS[kind])
        if kind in {"valeur_inconnue", "literal_error"}:
            return self.unknown_word(path, ctx, key, place)
        if kind == "fin_avant_debut":
            fin = locate(self.root, (*path, "fin"))[2] or place
            return faults.end_before_start(self.file, fin, str(ctx["debut"]), str(ctx["fin"]))
        worded = _WORDED.get(kind)
        if worded is not None:
            return worded(self.file, place, str(ctx.get("ecrit", "")))
        return self.shape(kind, path, key, ctx)

    def shape(
        self, kind: str, path: Path, node: Node, place: Place, key: str, ctx: dict[str, Any]
    ) -> Finding:
        """A text, a list or keys, where something else belongs."""
        match kind:
            case "texte_attendu":
                line = _as_text(node)
                if isinstance(node, Sequence) and not node.flow and isinstance(path[-1], int):
                    line = node.draft.lines[node.start.line].replace("- - ", "- ", 1).strip()
                return faults.text_expected(self.file, place, ctx["trouve"], key, line)
            case "texte_vide":
                return faults.blank(self.file, place, key)
            case "liste_attendue":
                return faults.list_expected(self.file, place, key, ctx["trouve"])
            case "list_type" | "tuple_type":
                return faults.list_expected(self.file, place, key, _kind(node))
            case "model_type" | "model_attributes_type" | "dict_type":
                known = () if kind == "dict_type" else self.part(path).model_fields
                return faults.keys_expected(self.file, place, key, _kind(node), known)
            case _:
                raise NotImplementedError(kind)

    def unknown_word(self, path: Path, ctx: dict[str, Any], key: str, place: Place) -> Finding:
        """A word outside a closed list: a value, a heading's key, or a heading in a list."""
        if "valeurs" in ctx:
            return faults.unknown_value(self.file, place, ctx["ecrit"], key, ctx["valeurs"])
        words = tuple(INTITULES)
        if path[-1] != "[key]":
            return faults.unknown_value(self.file, place, str(locate(self.root, path)[0]), key, words)
        written = str(path[-2])
        mapping, _, _ = self.node(path[:-2])
        if isinstance(mapping, Mapping) and written in mapping.marks:
            place = mapping.place(written)
        return faults.unknown_key(self.file, place, written, nearest(written, words), words)


def _french(words: str) -> str:
    """Backquotes, which only :data:`PARTS` uses, as French quotes."""
    return re.sub(r"`([^`]+)`", "«\u00a0\\1\u00a0»", words)


def _kind(node: Node) -> str:
    return "texte" if isinstance(node, str) else "cles" if isinstance(node, dict) else "liste"


def _first_line(place: Place) -> Place:
    if place.line == place.end_line:
        return place
    return Place(place.line, place.column, place.line, place.column + 1)


def _as_text(node: Node) -> str | None:
    """The line that makes a text of a collection written on one line, or of a split sentence."""
    if not isinstance(node, (Mapping, Sequence)):
        return None
    draft, start = node.draft, node.start
    last = event_place(draft, node).end_line - 1
    if node.flow and start.line == last:
        end = node.end.column
    elif isinstance(node, Mapping) and all(isinstance(value, str) for value in node.values()):
        end = len(draft.lines[start.line])
    else:
        return None
    first: str = draft.lines[start.line]
    words = [first[start.column : end], *draft.lines[start.line + 1 : last + 1]]
    return first[: start.column].lstrip() + quote(" ".join(word.strip() for word in words))


def iso(written: str) -> str | None:
    """The ISO form of a full date written in another way, if it is certain."""
    from datetime import date  # noqa: PLC0415  (only for a wrong date)

    folded = fold(written)
    if trouve := _NUMERIC_DATE.fullmatch(folded):
        day, month, year = map(int, trouve.groups())
    elif trouve := _LOOSE_ISO.fullmatch(folded):
        year, month, day = map(int, trouve.groups())
    elif (trouve := _WORDED_DATE.fullmatch(folded)) and trouve[2] in _MONTHS:
        day, month, year = int(trouve[1]), _MONTHS[trouve[2]], int(trouve[3])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
