"""A change in one sentence, and the texts it is about."""

from __future__ import annotations

from typing import Any, NamedTuple

from ctgkit.french.agreement import count
from ctgkit.plan.data import as_data
from ctgkit.plan.declaration import Nom
from ctgkit.reports.diff import values
from ctgkit.reports.diff.crumbs import DATED, crumbs, joined, meeting, without
from ctgkit.reports.diff.lines import (
    between,
    content,
    explained,
    fiche_lines,
    fiches_of,
    is_name,
    op_of,
    way,
    whole,
    words,
)
from ctgkit.reports.diff.places import Places
from ctgkit.reports.diff.terms import CONTAINERS, named
from ctgkit.reports.diff.view import Line
from ctgkit.versions.changes import Change, Edit, Json, Path, Run, Side
from ctgkit.versions.fields import FIELDS, LISTS, MAPS, nom_at, owner_of, rule_at
from ctgkit.vocabulary.changement import NatureChangement
from ctgkit.vocabulary.nature import NatureAction

#: The field that is the element itself: its words need no label.
_OWN = ("texte", "nom", "titre")
#: Elements that are called by their day.
_DATED = ("entree", "mesure", "correction", *DATED)


class Sentence(NamedTuple):
    """What is said of a change."""

    text: str
    lines: list[Line]


class Sentences:
    """Words the changes between two plans."""

    def __init__(self, old: Places, new: Places) -> None:
        self.old, self.new = old, new

    def told(self, change: Change) -> tuple[str, tuple[Line, ...]]:
        """The sentence of a change, without a final stop, and its lines."""
        by_kind = {
            NatureChangement.DEPLACEMENT: self._moved,
            NatureChangement.NUMEROTATION: self._renumbered,
            NatureChangement.ORDRE: self._reordered,
            NatureChangement.REMPLACEMENT: self._replaced,
        }
        tell = by_kind.get(change.kind, self._whole if change.field is None else self._part)
        sentence, lines = tell(change)
        return sentence[0].upper() + sentence[1:], tuple(lines)

    def reason(self, change: Change) -> str:
        """What in the new plan accounts for a change, in parentheses: a decision, or a correction."""
        if change.because is None:
            return ""
        above = change.because[:2]
        decided = above != change.because
        noun = meeting(self.new, above) if decided else named(rule_at(above).of.code)
        who = f"{noun.one} du {values.day(self.new.at(above).date.isoformat())}"
        of = "de la" if noun.feminine else "du"
        return f" (décision {of} {who})" if decided else f" ({who})"

    # Sections and fiches

    def _moved(self, change: Change) -> Sentence:
        first, *others = change.edits
        noun = named(change.subject)
        return Sentence(f"{noun.agreed(change.kind.one)} {way(first)}", list(explained(others, self.new)))

    def _renumbered(self, change: Change) -> Sentence:
        first = change.edits[0]
        owner, key = first.old.path[:-1], str(first.old.path[-1])
        noun, field = named(change.subject), FIELDS[key]
        siblings = sum(is_name(edit) and edit.old.path[:-2] == owner[:-1] for edit in change.edits)
        if key == "numero" and first.before and first.after:
            if siblings > 1:
                sentence = count(siblings, f"{noun.one} renumérotée", f"{noun.one}s renumérotées")
                return Sentence(sentence, list(explained(change.edits, self.new)))
            sentence = f"{noun.agreed(change.kind.one)}\u00a0: {first.before} devient {first.after}"
            return Sentence(sentence, list(explained(change.edits[1:], self.new)))
        return Sentence(_of_field(field, first), [words(first, None), *explained(change.edits[1:], self.new)])

    def _replaced(self, change: Change) -> Sentence:
        gone, come = (
            [edit for edit in change.edits if edit.op == op and fiches_of(whole(edit))]
            for op in ("remove", "add")
        )
        before = [fiche for edit in gone for fiche in fiches_of(edit.before)]
        after = [fiche for edit in come for fiche in fiches_of(edit.after)]
        done = "remplacées" if len(before) > 1 else "remplacée"
        lines = [line for edit in (*gone, *come) for line in self._fiches(edit)]
        others = [edit for edit in change.edits if edit not in gone and edit not in come]
        sentence = f"{_counted(before)} {done} par {_counted(after, article=True)}"
        return Sentence(sentence, [*lines, *explained(others, self.new)])

    def _fiches(self, edit: Edit) -> list[Line]:
        """The fiches that an edit brings or takes, whole."""
        labels = self._labels(edit)
        return [line for fiche in fiches_of(whole(edit)) for line in fiche_lines(fiche, op_of(edit), labels)]

    def _labels(self, edit: Edit) -> dict[str, str]:
        """What the headings of the fiches are called that an edit brings or takes."""
        if edit.op == "add":
            return self.new.labels(owner_of(edit.new.path))
        return self.old.labels(owner_of(edit.old.path))

    def _whole(self, change: Change) -> Sentence:
        """A section or a fiche that comes or goes."""
        edit, *others = change.edits
        value = whole(edit)
        sentence = named(change.subject).agreed(change.kind.one)
        lines = list(content(value, op_of(edit), self._labels(edit)))
        if change.subject == "section":
            number = len(fiches_of(value))
            sentence += f", avec {count(number, 'fiche')}" if number else ""
            lines += self._fiches(edit)
        return Sentence(sentence, [*lines, *explained(others, self.new)])

    def _reordered(self, change: Change) -> Sentence:
        edit, *others = change.edits
        plural = named(change.subject).many
        above = without(crumbs(self.new, edit.new, edit.new.path), named(change.subject))
        if edit.old.path[-1] in MAPS:
            before, after = (list(map(str, side)) for side in (edit.before, edit.after))  # type: ignore[arg-type]
        else:
            items = self.old.at(edit.old.path)
            ranks: Any = edit.after
            before, after = (
                [_called(items[rank], rank) for rank in order] for order in (sorted(ranks), ranks)
            )
        line = between(None, ", ".join(before), ", ".join(after))
        sentence = joined(above, f"ordre des {plural} modifié")
        return Sentence(sentence, [line, *explained(others, self.new)])

    # Parts of a fiche, of a section, or of the head of the plan

    def _part(self, change: Change) -> Sentence:
        edit = change.edits[0]
        side, places = (edit.old, self.old) if edit.op == "remove" else (edit.new, self.new)
        rest = side.path[len(owner_of(side.path)) :]
        if isinstance(rest[-1], int):
            return self._item(change, side, places)
        if len(rest) > 1 and rest[-2] in MAPS:
            return self._heading(change, side, places)
        if len(rest) > 1 and isinstance(rest[-2], int):
            return self._element(change)
        noun = nom_at(side.path) or Nom(CONTAINERS.get(str(rest[-1]), str(rest[-1])))
        above = crumbs(places, side, side.path[:-1])
        return Sentence(joined(above, _of_field(noun, edit)), [words(edit, None)])

    def _item(self, change: Change, side: Side, places: Places) -> Sentence:
        """An element of a list that comes or goes, or a text of a list of texts that changed."""
        edit, *others = change.edits
        noun = _noun(change, places, side.path)
        above = without(crumbs(places, side, side.path[:-1]), noun)
        if edit.op == "set":
            return Sentence(
                joined(above, noun.agreed(NatureChangement.MODIFICATION.one)), [words(edit, None)]
            )
        text = values.element(change.subject, whole(edit))
        name = _name_of_new(change, side, whole(edit))
        if not isinstance(whole(edit), dict) and change.subject == "rubrique":
            text, name = "", values.short(places.labels(owner_of(side.path)).get(text, text))
            noun, above = Nom("numérotation de la rubrique", feminine=True), []
        lines = [Line(None, (Run(op_of(edit), text),))] if text else []
        sentence = joined(above, _named(noun, name, change.kind.one))
        return Sentence(sentence, [*lines, *explained(others, self.new)])

    def _heading(self, change: Change, side: Side, places: Places) -> Sentence:
        """A heading of the fiche's own, or the label of one of those that all fiches have."""
        edit = change.edits[0]
        key = str(side.path[-1])
        if side.path[-2] == "rubriques" and owner_of(side.path) and edit.op != "rename":
            text = values.field("rubriques", whole(edit))
            sentence = _named(named("rubrique"), f"«\u00a0{key}\u00a0»", change.kind.one)
            return Sentence(sentence, [Line(None, (Run(op_of(edit), text),))] if text else [])
        above = crumbs(places, side, side.path[:-2])
        if edit.op == "rename":
            key = str(edit.before)
        sentence = _named(Nom("intitulé de la rubrique"), f"«\u00a0{key}\u00a0»", change.kind.one)
        return Sentence(joined(above, sentence), [words(edit, None)])

    def _element(self, change: Change) -> Sentence:
        """An element of a list, whose fields changed."""
        side = change.new
        noun = _noun(change, self.new, side.path[:-1])
        above = without(crumbs(self.new, side, side.path[:-2]), noun)
        keys = [str(edit.new.path[-1]) for edit in change.edits]
        own = [key for key in keys if key in _OWN]
        name = _name_of_kept(change, renamed=bool(own))
        if change.subject == "financement":
            line = self.old.at(change.old.path[:-1])
            name = values.short(values.financement_name(as_data(line)))
        lines = [
            words(edit, None if keys == own else (nom_at(edit.new.path) or FIELDS[key]).one)
            for key, edit in zip(keys, change.edits, strict=True)
        ]
        return Sentence(joined(above, _named(noun, name, NatureChangement.MODIFICATION.one)), lines)


def _noun(change: Change, places: Places, element: Path) -> Nom:
    if change.subject == "copil":
        return meeting(places, element)
    below = change.subject == "point" and "points" in element
    return Nom("sous-point") if below else named(change.subject)


def _name_of_new(change: Change, side: Side, value: Json) -> str:
    """What an element that comes or goes is called, where its text does not say it."""
    if change.subject == "point":
        return str(int(side.path[-1]) + 1) if _ordered(side.path) else ""
    if isinstance(value, dict) and change.subject in _DATED:
        return f"du {values.day(value['date'])}"
    return f"n°\u00a0{value['numero']}" if isinstance(value, dict) and change.subject == "avenant" else ""


def _name_of_kept(change: Change, *, renamed: bool) -> str:
    """What an element that changed is called; nothing where its lines say it."""
    name = change.old.within[-1] if change.old.within else ""
    if change.subject == "point":
        if not _ordered(change.new.path[:-1]):
            return ""
        old, new = (int(side.path[-2]) + 1 for side in (change.old, change.new))
        return str(old) if old == new else f"{old}, devenu le {new},"
    if change.subject in _DATED:
        # An entry is called by its day and its author.
        return f"du {values.day(name[:10])}"
    if change.subject == "avenant":
        return f"n°\u00a0{name}"
    return values.short(name) if name and not renamed else ""


def _ordered(path: Path) -> bool:
    """Whether the ranks of the points of a list say something."""
    rest = path[len(owner_of(path)) :]
    if rest[0] == "rubriques":  # its own headings may be called as keys are
        return LISTS["rubriques"].ordered
    keys = (key for key in reversed(rest) if isinstance(key, str) and key != "points")
    return LISTS[next(keys)].ordered


def _of_field(noun: Nom, edit: Edit) -> str:
    kind = (
        NatureChangement.AJOUT
        if edit.before is None
        else NatureChangement.RETRAIT
        if edit.after is None
        else NatureChangement.MODIFICATION
    )
    return noun.agreed(kind.one)


def _named(noun: Nom, name: str, done: str) -> str:
    """A noun, what it is called, and a participle that agrees."""
    return Nom(f"{noun.one} {name}" if name else noun.one, feminine=noun.feminine).agreed(done)


def _called(item: Any, rank: int) -> str:
    """What an element that changed places is called: its number, or its rank."""
    return str(getattr(item, "numero", None) or getattr(item, "id", None) or rank + 1)


def _counted(fiches: list[dict[str, Any]], *, article: bool = False) -> str:
    """Fiches that were replaced, or that replace them."""
    natures = {NatureAction.of(fiche["nature"]) for fiche in fiches}
    one, many = max(natures, key=lambda nature: nature.facts.promise).facts.called
    if len(fiches) == 1:
        return f"une {one}" if article else one
    return count(len(fiches), one, many)
