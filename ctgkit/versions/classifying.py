"""What a person would name: raw differences gathered into changes, each in one.

A change that explains others swallows them: the new number of an objective and those of its
fiches, a move and the number it gives, an engagement and the actions that replace it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ctgkit.versions.changes import Change, Edit, Json, Op, Path
from ctgkit.versions.fields import NAMES, TREE, in_tree, owner_of
from ctgkit.versions.naming import named
from ctgkit.versions.references import renumbered_references
from ctgkit.versions.regimes import Regimes
from ctgkit.versions.words import likeness, texts
from ctgkit.vocabulary.changement import NatureChangement, Volet
from ctgkit.vocabulary.nature import NatureAction

_KINDS: dict[Op, NatureChangement] = {
    "add": NatureChangement.AJOUT,
    "remove": NatureChangement.RETRAIT,
    "set": NatureChangement.MODIFICATION,
    "move": NatureChangement.DEPLACEMENT,
    "order": NatureChangement.ORDRE,
    "rename": NatureChangement.MODIFICATION,
}


@dataclass(slots=True)
class _Draft:
    """A change in the making; its first edit names it."""

    kind: NatureChangement
    volet: Volet  #: what it is to the convention
    edits: list[tuple[int, Edit]]  #: with their ranks among all the edits

    @property
    def first(self) -> Edit:
        """The edit that names it."""
        return self.edits[0][1]

    def swallow(self, other: _Draft) -> None:
        """Takes over the edits of `other`."""
        self.edits += other.edits
        other.edits = []


def classify(edits: Sequence[Edit], regimes: Regimes) -> tuple[Change, ...]:
    """The changes that explain `edits`, in the order of the first edit of each."""
    drafts = _by_element(edits, regimes)
    _moves(drafts)
    _sections(drafts)
    _reorderings(drafts)
    _shifts(drafts)
    _engagements(drafts)
    _references(drafts)
    left = sorted((draft for draft in drafts if draft.edits), key=lambda draft: draft.edits[0][0])
    return named((draft.kind, draft.volet, [edit for _, edit in draft.edits]) for draft in left)


def _by_element(edits: Sequence[Edit], regimes: Regimes) -> list[_Draft]:
    """One change for an element of a list whose fields changed together; else one for each edit."""
    drafts: list[_Draft] = []
    # What a person signed and what is only followed are two changes, though of one element.
    of_element: dict[tuple[Path, Volet], _Draft] = {}
    for rank, edit in enumerate(edits):
        path = edit.old.path
        kind: NatureChangement = _KINDS[edit.op]
        volet = regimes.volet(edit)
        if edit.op == "set" and _is_name(edit) and volet is not Volet.TYPOGRAPHIE:
            kind = NatureChangement.NUMEROTATION
        element = path[:-1] if edit.op == "set" and isinstance(path[-1], str) else path
        in_element = edit.op == "set" and element != owner_of(path) and _in_list(element)
        if kind is NatureChangement.NUMEROTATION or in_element:
            known = of_element.setdefault((element, volet), _Draft(kind, volet, []))
            if not known.edits:
                drafts.append(known)
            known.edits.append((rank, edit))
        else:
            drafts.append(_Draft(kind, volet, [(rank, edit)]))
    return drafts


def _is_name(edit: Edit) -> bool:
    """Whether a value is the number or the id of a section or a fiche."""
    path = edit.old.path
    return len(path) > 1 and path[-1] in NAMES and owner_of(path) == path[:-1]


def _in_list(path: Path) -> bool:
    return bool(path) and isinstance(path[-1], int)


def _number(draft: _Draft) -> tuple[str, str] | None:
    """The old and the new number, where a draft is about one (both sides have one)."""
    for _, edit in draft.edits:
        if edit.op == "set" and _is_name(edit) and edit.old.path[-1] == "numero":
            before, after = edit.before, edit.after
            if isinstance(before, str) and isinstance(after, str):
                return before, after
    return None


def _node(edit: Edit) -> tuple[Path, Path]:
    """The paths of the section or fiche that an edit is about."""
    return owner_of(edit.old.path), owner_of(edit.new.path)


def _renumberings(drafts: Iterable[_Draft]) -> list[_Draft]:
    """The changes of printed numbers; that of an id is no renumbering."""
    return [
        draft
        for draft in drafts
        if draft.edits and draft.kind is NatureChangement.NUMEROTATION and draft.volet is Volet.CONTRAT
    ]


def _moves(drafts: list[_Draft]) -> None:
    """What moved takes the number of its new place."""
    names = {draft.first.old.path[:-1]: draft for draft in _renumberings(drafts)}
    for draft in drafts:
        if draft.kind is NatureChangement.DEPLACEMENT and (name := names.get(draft.first.old.path)):
            draft.swallow(name)


def _sections(drafts: list[_Draft]) -> None:
    """The number of a section starts those of all it holds."""
    prefixes = {}
    for draft in drafts:
        number = _number(draft) if draft.edits and draft.volet is Volet.CONTRAT else None
        if number is not None:
            edit = next(edit for _, edit in draft.edits if edit.op == "set" and _is_name(edit))
            prefixes[_node(edit)] = (number, draft)
    explained: dict[int, _Draft] = {}
    for draft in _renumberings(drafts):
        number = _number(draft)
        if number is None or len(draft.edits) > 1:
            continue
        old, new = _node(draft.first)
        # The nearest section that explains it; what explains that one is found below.
        for end in range(2, min(len(old), len(new)), 2):
            above = prefixes.get((old[: len(old) - end], new[: len(new) - end]))
            if above is not None and _follows(number, above[0]):
                explained[id(draft)] = above[1]
                break
    for draft in drafts:
        cause = explained.get(id(draft))
        while cause is not None and id(cause) in explained:
            cause = explained[id(cause)]
        if cause is not None:
            cause.swallow(draft)


def _follows(number: tuple[str, str], above: tuple[str, str]) -> bool:
    """Whether a number changed only in what it has of the number above."""
    (old, new), (prefix_old, prefix_new) = number, above
    return old.startswith(f"{prefix_old}.") and new == prefix_new + old[len(prefix_old) :]


def _reorderings(drafts: list[_Draft]) -> None:
    """Sections or fiches that change places, and are numbered in order on both sides."""
    by_list: defaultdict[tuple[Path, Path], list[_Draft]] = defaultdict(list)
    for draft in _renumberings(drafts):
        old, new = _node(draft.first)
        by_list[old[:-1], new[:-1]].append(draft)
    for draft in drafts:
        if draft.kind is not NatureChangement.ORDRE or not in_tree(draft.first.old.path):
            continue
        siblings = by_list[draft.first.old.path, draft.first.new.path]
        numbers = [(*_node(one.first), number) for one in siblings if (number := _number(one))]
        in_old = [old for *_, (old, _) in sorted(numbers, key=lambda one: one[0])]
        in_new = [new for *_, (_, new) in sorted(numbers, key=lambda one: one[1])]
        # They exchanged their numbers, and each number is still where it was among them.
        if len(numbers) == len(siblings) > 1 and in_old == in_new and _increasing(in_old):
            for one in siblings:
                draft.swallow(one)


def _increasing(numbers: list[str]) -> bool:
    keys = [_parts(number) for number in numbers]
    return all(a < b for a, b in pairwise(keys))


def _parts(number: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdecimal() else 0, part) for part in number.split(".")]


def _shifts(drafts: list[_Draft]) -> None:
    """Siblings whose numbers all move by as much are renumbered together."""
    runs: dict[tuple[Path, Path, str, str, int], _Draft] = {}
    for draft in _renumberings(drafts):
        number = _number(draft)
        if number is None:
            continue
        (head_old, _, last_old), (head_new, _, last_new) = (one.rpartition(".") for one in number)
        if not (last_old.isdecimal() and last_new.isdecimal()):
            continue
        old, new = _node(draft.first)
        step = int(last_new) - int(last_old)
        run = runs.setdefault((old[:-1], new[:-1], head_old, head_new, step), draft)
        if run is not draft:
            run.swallow(draft)


def _engagements(drafts: list[_Draft]) -> None:
    """An engagement that goes, and the actions of its theme that come (or the reverse)."""
    ways: tuple[tuple[Op, Op], ...] = (("remove", "add"), ("add", "remove"))
    for gone, come in ways:
        engagements = [draft for draft in drafts if draft.edits and _is_engagement(draft.first, gone)]
        actions = [draft for draft in drafts if draft.edits and _brings_actions(draft.first, come)]
        chosen: defaultdict[int, list[_Draft]] = defaultdict(list)
        for action in actions:
            near = [
                (-_engagement_likeness(engagement.first, action.first), rank)
                for rank, engagement in enumerate(engagements)
                if _axis(engagement.first) == _axis(action.first)
            ]
            if near:
                chosen[min(near)[1]].append(action)
        for rank, found in chosen.items():
            engagements[rank].kind = NatureChangement.REMPLACEMENT
            for action in found:
                engagements[rank].swallow(action)


def _references(drafts: list[_Draft]) -> None:
    """Texts in which only the number of a fiche or section changed, as that number did."""
    causes: defaultdict[tuple[Json, Json], dict[int, _Draft]] = defaultdict(dict)
    for draft in drafts:
        for _, edit in draft.edits:
            if edit.op == "set" and _is_name(edit) and draft.volet is Volet.CONTRAT:
                causes[edit.before, edit.after][id(draft)] = draft
    if not causes:
        return
    for draft in drafts:
        if len(draft.edits) != 1 or draft.first.op != "set" or draft.volet is not Volet.CONTRAT:
            continue
        found = renumbered_references(draft.first.before, draft.first.after)
        # Where numbers restart in each theme, two may change alike: then neither is sure.
        sure = [causes.get(pair, {}) for pair in found]
        explained = {rank: cause for one in sure for rank, cause in one.items()}
        if len(explained) == 1 and all(sure):
            explained.popitem()[1].swallow(draft)


def _value(edit: Edit, op: Op) -> dict[str, Json] | None:
    """The section or fiche that an edit adds or removes."""
    if edit.op != op or not in_tree((edit.new if op == "add" else edit.old).path[:-1]):
        return None
    value = edit.after if op == "add" else edit.before
    return value if isinstance(value, dict) else None


def _is_engagement(edit: Edit, op: Op) -> bool:
    value = _value(edit, op)
    return value is not None and _nature(value) is NatureAction.ENGAGEMENT


def _brings_actions(edit: Edit, op: Op) -> bool:
    """Whether an edit adds (or removes) real actions: a fiche, or a section with nothing else."""
    value = _value(edit, op)
    natures = set(_natures(value))
    return natures == {NatureAction.ACTION}


def _nature(value: dict[str, Json]) -> NatureAction | None:
    """What a fiche is; nothing of a section."""
    return NatureAction.of(str(value["nature"])) if "nature" in value else None


def _natures(value: Json) -> Iterator[NatureAction]:
    if isinstance(value, dict):
        if nature := _nature(value):
            yield nature
            return
        for key in TREE:
            below = value.get(key)
            for part in below if isinstance(below, list) else ():
                yield from _natures(part)


def _axis(edit: Edit) -> tuple[Path, Path]:
    return edit.old.path[:2], edit.new.path[:2]


def _engagement_likeness(a: Edit, b: Edit) -> float:
    return likeness(" ".join(texts(a.before or a.after)), " ".join(texts(b.before or b.after)))
