"""The tree against the model: what the judge found, told in French at its place in the file.

Messages are chosen by the error's type and context, never by its English text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from pydantic_core import ValidationError

from ctgkit.french.nearest import fold, nearest
from ctgkit.french.scalar import quote
from ctgkit.plan import INTITULES, Plan
from ctgkit.plan.declaration import OneOf, inside, marked
from ctgkit.plan.finding import Finding, Place, Splice
from ctgkit.plan.judge import judged, mistakes
from ctgkit.plan.reading import faults
from ctgkit.plan.reading.keys import KEYS, PARTS, TREE
from ctgkit.plan.reading.layout import NO_BREAK, space_around_key
from ctgkit.plan.reading.nodes import Mapping, Node, Path, Sequence, event_place, locate, may_be_in
from ctgkit.plan.reading.own_words import in_usual_words
from ctgkit.plan.suivi import champs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ctgkit.plan.declaration import Kind

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
    "montant_illisible": "un montant s'écrit 12 500 €, 18 150 € TTC, 60 k€ ou 50 000 € / an\u00a0; l'année "
    "va sous «\u00a0annee\u00a0», ce qui est payé sous «\u00a0objet\u00a0»",
}


#: Errors that only need what was written.
_WORDED: dict[str, Callable[[str, Place, str], Finding]] = {
    "date_illisible": lambda file, place, written: faults.unreadable_date(file, place, written, iso(written)),
    "date_inexistante": faults.impossible_date,
    "format_inconnu": faults.unknown_format,
    "periode_illisible": faults.unreadable_period,
    "entree_vide": lambda file, place, _: faults.empty_entry(file, _first_line(place)),
    "bilan_vide": lambda file, place, _: faults.empty_bilan(file, _first_line(place)),
    "action_sans_numero": lambda file, place, _: faults.no_number(file, _first_line(place)),
}


#: Errors that a line which could not be read may explain.
_INCOMPLETE = frozenset({"action_sans_numero", "entree_vide", "bilan_vide"})


def validate(root: Node, file: str, blind: dict[int, int]) -> tuple[Plan | None, list[Finding]]:
    """The plan `root` holds, or what keeps it from being one.

    Args:
        root: the tree of the file.
        file: its name, for the findings.
        blind: lines (0-based) that could not be read, and their columns: what is missing around one
            is not told.
    """
    teller = _Teller(root, file, blind)
    in_usual_words(root)
    while True:
        try:
            plan = judged(Plan, root)
        except ValidationError as error:
            errors = mistakes(error)
            if not teller.mend(errors):
                return None, teller.found + teller.tell(errors)
        else:
            return None if teller.found else plan, teller.found


class _Teller:
    """Words the errors of one file."""

    def __init__(self, root: Node, file: str, blind: dict[int, int]) -> None:
        self.root = root
        self.file = file
        self.blind = blind
        self.found: list[Finding] = []
        self.renamed: set[Path] = set()
        #: The keys that were given their name, by mapping: an alias may stand where they have another,
        #: and would take them back and forth.
        self.given: set[tuple[int, str]] = set()
        self.lines = root.draft.original if isinstance(root, Mapping) else []

    def mend(self, errors: list[dict[str, Any]]) -> bool:
        """Gives misspelt keys their name in the tree, so that what they hold is checked too.

        Returns:
            Whether there was one: the errors are then to be asked for again.
        """
        mended = False
        for error in errors:
            if error["type"] == "extra_forbidden":
                path: Path = tuple(error["loc"])
                mapping, near = self.meant(path)
                if mapping is not None and near is not None and not self.is_given(path):
                    self.given.add((id(mapping), near))
                    self.found.append(self.unknown(path, set())[0])
                    mapping.rename(str(path[-1]), near)
                    self.renamed.add((*path[:-1], near))
                    mended = True
        return mended

    def is_given(self, path: Path) -> bool:
        """Whether the key at `path` is one that its mapping was given."""
        return (id(self.node(path[:-1])[0]), str(path[-1])) in self.given

    def meant(self, path: Path) -> tuple[Mapping | None, str | None]:
        """The mapping that has the unknown key at `path`, and the key that was probably meant."""
        key = str(path[-1])
        mapping, _, _ = self.node(path[:-1])
        fields = self.part(path[:-1]).KEYS
        if not isinstance(mapping, Mapping) or key not in mapping:
            return None, None
        bare = key.strip(NO_BREAK + " ")
        if bare in fields and bare not in mapping:
            return mapping, bare
        return mapping, nearest(key, [name for name in fields if name not in mapping])

    def tell(self, errors: list[dict[str, Any]]) -> list[Finding]:
        """One finding for each mistake; a required key that stands elsewhere is one, not two."""
        missing = {tuple(e["loc"]) for e in errors if e["type"] == "missing"}
        # What stands under a heading that does not exist is told with the heading.
        unknown = {tuple(e["loc"][:-1]) for e in errors if e["loc"][-1:] == ("[key]",)}
        found = []
        for error in errors:
            path: Path = tuple(error["loc"])
            if error["type"] == "extra_forbidden" and not self.is_given(path):
                finding, meant = self.sentence(path) or self.unknown(path, missing)
                missing = {other for other in missing if meant not in {other, other[:-1]}}
                found.append(finding)
        for error in errors:
            path = tuple(error["loc"])
            kind = error["type"]
            if kind == "extra_forbidden" or path in self.renamed or path in unknown:
                continue
            if kind != "missing":
                if kind not in _INCOMPLETE or not self.unread(path):
                    found.append(self.other(kind, path, error["ctx"]))
            elif path in missing and (told := self.missing(path)):
                found.append(told)
        return found

    def unread(self, path: Path) -> bool:
        """Whether a line that was left out may have been of the element at `path`."""
        place = self.node(path)[2]
        return may_be_in(self.blind, place, place.end_line)

    def node(self, path: Path) -> tuple[Node, Place, Place]:
        """The node at `path`, the place of its key and its own."""
        node, key, place = locate(self.root, path)
        start = place or Place(1, 1, 1, 1)
        return node, key or start, start

    def part(self, path: Path) -> Kind:
        """The part of the plan that the mapping at `path` should be."""
        part: Kind = Plan
        for step in path:
            if isinstance(step, str) and step in TREE[part]:
                below = TREE[part][step]
                if len(below) == 1:
                    (part,) = below
        return part

    def sentence(self, path: Path) -> tuple[Finding, Path] | None:
        """A sentence with a colon where an element with keys belongs, and the path of the element."""
        above, key = path[:-1], path[-1]
        mapping, _, place = self.node(above)
        in_a_list = isinstance(mapping, Mapping) and len(mapping) == 1 and isinstance(above[-1], int)
        if not in_a_list or key in KEYS:
            return None
        known = self.part(above).KEYS
        return faults.keys_expected(self.file, place, self.last_key(above), "texte", known), above

    def unknown(self, path: Path, missing: set[Path]) -> tuple[Finding, Path]:
        """A key that is not one here, and the path of the required key it should have been."""
        key = str(path[-1])
        part = self.part(path[:-1])
        mapping, near = self.meant(path)
        place = self.node(path)[1] if mapping is None else mapping.place(key)
        nothing: Path = ()
        bare = key.strip(NO_BREAK + " ")
        if mapping is not None and bare != key and bare in mapping and bare in part.KEYS:
            first = mapping.place(bare)
            return faults.duplicate_key(self.file, bare, place, first, item=False), nothing
        if mapping is not None and near == bare:
            return space_around_key(mapping.draft, self.file, mapping.marks[key][0]), nothing
        elsewhere = [
            name for name in KEYS.get(key, ()) if name != part.__name__ and PARTS[name] != f"`{key}`"
        ]
        if elsewhere:
            there = [_french(self.inside(name)) for name in elsewhere[:3]]
            here = _french(self.inside(part.__name__))
            meant = next((path for path in missing if path[-1] == key), nothing)
            hint = faults.better_place(there, near)
            return faults.misplaced_key(self.file, place, key, here, hint), meant
        return faults.unknown_key(self.file, place, key, near, part.KEYS), nothing

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
        mapping, key_place, _ = self.node(tuple(above))
        if isinstance(mapping, Mapping) and key in mapping.marks:
            where = mapping.place(key)
            unread = self.blind.keys() & {where.line - 1, where.line}
            return None if unread else faults.empty_value(self.file, where, key)
        if self.unread(tuple(above)):
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
        key = self.last_key(path)
        if kind in _NUMBER_HINTS:
            hint = _NUMBER_HINTS["avancement_hors_bornes" if key == "avancement" else kind]
            return faults.unreadable_number(self.file, place, str(ctx["ecrit"]), hint)
        if kind in {"valeur_inconnue", "literal_error"}:
            return self.unknown_word(path, ctx, key, place)
        if kind == "fin_avant_debut":
            fin = locate(self.root, (*path, "fin"))[2] or place
            return faults.end_before_start(self.file, fin, str(ctx["debut"]), str(ctx["fin"]))
        if kind in {"mot_pris", "mot_a_signes"}:
            place = locate(self.root, (*path, ctx["cle"]))[2] or place
            return faults.status_word(self.file, place, str(ctx["ecrit"]), ctx.get("autre"))
        worded = _WORDED.get(kind)
        if worded is not None:
            return worded(self.file, place, str(ctx.get("ecrit", "")))
        return self.shape(kind, path, key, ctx)

    def last_key(self, path: Path) -> str:
        """The last key of `path` that the file has: the model gives names to what has none."""
        written = [
            depth
            for depth, step in enumerate(path)
            if isinstance(step, str) and _has(self.node(path[:depth])[0], step)
        ]
        return self.typed(path[: written[-1] + 1]) if written else ""

    def typed(self, path: Path) -> str:
        """The key at `path`, by the name that it had in earlier files where this one has that."""
        *above, key = path
        mapping, _, _ = self.node(tuple(above))
        event = mapping.marks[str(key)][0] if isinstance(mapping, Mapping) else None
        former = {old for old, new in self.part(tuple(above)).FORMER if new == key}
        value = getattr(event, "value", None)
        return value if isinstance(value, str) and value in former else str(key)

    def shape(self, kind: str, path: Path, key: str, ctx: dict[str, Any]) -> Finding:
        """A text, a list or keys, where something else belongs."""
        node, _, place = self.node(path)
        match kind:
            case "texte_attendu":
                line = _as_text(node)
                if isinstance(node, Sequence) and node and not node.flow and isinstance(path[-1], int):
                    line = node.draft.lines[node.start.line].replace("- - ", "- ", 1).strip()
                return faults.text_expected(self.file, place, ctx["trouve"], key, line)
            case "texte_vide":
                return faults.blank(self.file, place, key)
            case "liste_attendue":
                return faults.list_expected(self.file, place, key, ctx["trouve"])
            case "list_type" | "tuple_type":
                return faults.list_expected(self.file, place, key, _kind(node))
            case "model_type" | "model_attributes_type" | "dict_type":
                if isinstance(node, str) and (glued := self.glued_colon(node, place, self.part(path))):
                    return glued
                known: Collection[str] = self.part(path).KEYS
                if kind == "dict_type":
                    known = (
                        () if path[-3:-2] in {("actions",), ("etapes",)} and key == "rubriques" else INTITULES
                    )
                return faults.keys_expected(self.file, place, key, _kind(node), known)
            case _:
                raise NotImplementedError(kind)

    def glued_colon(self, text: str, place: Place, part: Kind) -> Finding | None:
        """A key of `part` with its value, read as one text for lack of a space."""
        key, colon, _ = text.partition(":")
        line = self.lines[place.line - 1]
        start = place.column + len(key)
        if key not in part.KEYS or line[place.column - 1 : start] != key + colon or not colon:
            return None
        here = Place(place.line, start, place.line, start + 1)
        after = Place(place.line, start + 1, place.line, start + 1)
        found = faults.glued(self.file, here, ":", f"{line[:start]} {line[start:]}".strip())
        return found._replace(fix=(Splice(after, " "),))

    def unknown_word(self, path: Path, ctx: dict[str, Any], key: str, place: Place) -> Finding:
        """A word outside a closed list: a value, a heading's key, or a heading in a list."""
        if "valeurs" in ctx:
            return faults.unknown_value(self.file, place, ctx["ecrit"], key, ctx["valeurs"])
        if path[-1] != "[key]":
            written = str(locate(self.root, path)[0])
            return faults.unknown_value(self.file, place, written, key, _names(path))
        words = tuple(INTITULES)
        written = str(path[-2])
        mapping, _, _ = self.node(path[:-2])
        if isinstance(mapping, Mapping) and written in mapping.marks:
            place = mapping.place(written)
        return faults.unknown_key(self.file, place, written, nearest(written, words), words)


def _names(path: Path) -> tuple[str, ...]:
    """The names of which an item of the list at `path` is one."""
    *_, field = champs(path)
    one_of = marked(get_args(inside(field.shape.hint))[0], OneOf)
    return one_of.names() if one_of else ()


def _french(words: str) -> str:
    """Backquotes, which only :data:`PARTS` uses, as French quotes."""
    return re.sub(r"`([^`]+)`", "«\u00a0\\1\u00a0»", words)


def _has(node: Node, key: str) -> bool:
    return isinstance(node, dict) and key in node


def _kind(node: Node) -> str:
    return "texte" if isinstance(node, str) else "cles" if isinstance(node, dict) else "liste"


def _is_text(node: Node) -> bool:
    return isinstance(node, str)


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
    first: str = draft.lines[start.line]
    if node.flow and start.line == last:
        end = node.end.column
    elif isinstance(node, Mapping) and first[: start.column].strip() and all(map(_is_text, node.values())):
        end = len(first)
    else:
        return None
    words = [first[start.column : end], *draft.lines[start.line + 1 : last + 1]]
    return first[: start.column].lstrip() + quote(" ".join(word.strip() for word in words))


def iso(written: str) -> str | None:
    """The ISO form of a full date written in another way, if it is certain."""
    from datetime import date  # noqa: PLC0415  (only for a wrong date)

    folded = re.sub("[\u2010-\u2015\u2212]", "-", fold(written))
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
