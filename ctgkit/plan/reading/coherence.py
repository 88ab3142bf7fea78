"""What only the whole tree shows: addresses and identifiers taken twice, sections without a name.

Each code that is found here is declared here, then worded, then checked. These checks read the tree and not
the model, so that they also speak of a file that has other errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.agreement import number
from ctgkit.french.nearest import nearest
from ctgkit.plan import INTITULES, adresse_complete, adresses_courtes
from ctgkit.plan.adresses import Appels, adresse_etape, noms_etapes
from ctgkit.plan.documentation import declared
from ctgkit.plan.finding import Finding, Related
from ctgkit.plan.reading import faults
from ctgkit.plan.reading.nodes import Mapping, Node, event_place, mappings, may_be_in
from ctgkit.plan.valeurs import bare, mots_lus
from ctgkit.vocabulary.nature import NatureAction

if TYPE_CHECKING:
    from ctgkit.plan.finding import Place

# What is said

DUPLICATE_ADDRESS = declared(
    "CTG201",
    "adresse-en-double",
    """Deux fiches ont la même adresse ; les deux lignes sont données.

## Pourquoi

L'adresse est ce qui désigne une fiche d'une version à l'autre, dans les renvois et dans les commandes.

## À éviter

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.1
        titre: Former les professionnels
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.2
        titre: Former les professionnels
```
""",
)
NO_TITLE = declared(
    "CTG203",
    "section-sans-titre",
    """Une section n'a pas de `titre`.

## Pourquoi

Le sommaire et les documents la nomment par son titre.

## À éviter

```yaml
axes:
  - id: accueil
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
```
""",
)
NO_IDENTIFIER = declared(
    "CTG204",
    "section-sans-identifiant",
    """Une section de premier niveau n'a ni `id` ni `numero`.

## Pourquoi

L'adresse de ses fiches commence par lui : sans lui, deux fiches 1.1 ne se distinguent pas.

## À éviter

```yaml
axes:
  - titre: Accueil du jeune enfant
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
```
""",
)
DUPLICATE_ID = declared(
    "CTG206",
    "identifiant-en-double",
    """Deux sections ou deux acteurs ont le même identifiant.

## Pourquoi

Un identifiant désigne : deux fois le même, il ne désigne plus rien.

## À éviter

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
  - id: accueil
    titre: Accueil des familles
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
  - id: familles
    titre: Accueil des familles
```
""",
)


def _duplicate_address(  # noqa: PLR0913, PLR0917  (what is said of two places)
    file: str, place: Place, address: str, first: Place, key: str, noun: str = "fiche"
) -> Finding:
    """Two fiches, or steps, that one cannot tell apart; `key` is that of the name they share, if any."""
    return Finding(
        file,
        place,
        DUPLICATE_ADDRESS,
        f"deux {noun}s ont la même adresse {faults.quoted(address)}\u00a0: lignes {number(first.line)} et "
        f"{number(place.line)}",
        "changez l'identifiant de l'une des deux"
        if key == "id"
        else f"{'changez le' if key else 'donnez un'} numéro {'de' if key else 'à'} l'une des deux",
        related=(Related(first, f"première {noun} ici"),),
    )


def _no_title(file: str, place: Place) -> Finding:
    """A section without a title."""
    return Finding(
        file,
        place,
        NO_TITLE,
        "cette section n'a pas de titre",
        "ajoutez une ligne «\u00a0titre: …\u00a0»",
    )


def _no_identifier(file: str, place: Place) -> Finding:
    """A section of the first level with neither `id` nor `numero`."""
    return Finding(
        file,
        place,
        NO_IDENTIFIER,
        "cette section de premier niveau n'a ni «\u00a0id\u00a0» ni «\u00a0numero\u00a0»",
        "ajoutez l'un des deux\u00a0: l'adresse de ses fiches commence par lui",
    )


def _duplicate_id(file: str, place: Place, value: str, first: Place) -> Finding:
    """Two sections, or two actors, with one identifier."""
    return Finding(
        file,
        place,
        DUPLICATE_ID,
        f"l'identifiant {faults.quoted(value)} est déjà pris à la ligne {number(first.line)}",
        "choisissez un autre identifiant",
        related=(Related(first, "première fois ici"),),
    )


# What is checked

#: In the place of the rank of an axis, where there is none.
_NOWHERE = -1


class Spot(NamedTuple):
    """A fiche of the tree: its lines, and how it is called."""

    address: str
    place: Place
    axis: int  #: the rank of its axis; -1 where it hangs from no section
    called: Appels  #: all that it is called
    key: str  #: that of its name: `numero`, or `id` without one; empty without a name
    name_place: Place | None  #: where its name is written, or where it starts; `None` without an address

    @property
    def complete(self) -> str:
        """Its full address."""
        return self.called.complete


def spots(root: Node) -> list[Spot]:
    """The fiches of the tree, in file order, whatever else is wrong with them."""
    held: list[tuple[int, str, tuple[str, ...], Mapping]] = [
        (rank, _name(axis) or "", _names(axis), action)
        for rank, axis in enumerate(mappings(root, "axes"))
        for action in _actions(axis)
    ]
    held += [(_NOWHERE, "", (), action) for action in mappings(root, "actions")]
    short = adresses_courtes((axis, _text(action, _key(action))) for _, axis, _, action in held)
    return [
        Spot(
            address,
            event_place(action.draft, action),
            rank,
            Appels(adresse_complete(axis, _text(action, key := _key(action))), _names(action), axes),
            key,
            _name_place(action, key, rank),
        )
        for address, (rank, axis, axes, action) in zip(short, held, strict=True)
    ]


def _names(part: Mapping) -> tuple[str, ...]:
    """All that a fiche or an axis is called."""
    return tuple(name for key in ("numero", "id") if (name := _text(part, key)))


def _key(action: Mapping) -> str:
    """The key of what a fiche is called by."""
    return next((key for key in ("numero", "id") if _text(action, key)), "")


def _name_place(action: Mapping, key: str, axis: int) -> Place | None:
    if key:
        return event_place(action.draft, action.marks[key][1])
    promise = _is_promise(_text(action, "nature"))
    return _start(action) if promise and axis != _NOWHERE else None


def check(root: Node, file: str, fiches: list[Spot], blind: dict[int, int]) -> list[Finding]:
    """The findings of the whole tree; what the lines left out (`blind`) may have held is not missed."""
    found: list[Finding] = []
    seen: dict[tuple[int, str], Place] = {}
    for spot in fiches:
        # Two axes of one name are a mistake of their own: their fiches are not compared.
        address = (spot.axis, spot.complete)
        if spot.name_place is not None and spot.complete:
            if address in seen:
                first = seen[address]
                found.append(_duplicate_address(file, spot.name_place, spot.complete, first, spot.key))
            seen.setdefault(address, spot.name_place)
    axes = list(mappings(root, "axes"))
    found += _lacking(root, file, blind)
    for action in mappings(root, "actions"):
        if not _key(action) and _is_promise(_text(action, "nature")) and not _unread(action, blind):
            found.append(faults.no_number(file, _start(action), in_section=False))
    for axis in axes:
        if axis.get("id") is None and axis.get("numero") is None and not _unread(axis, blind):
            found.append(_no_identifier(file, _start(axis)))
        found += [
            _no_title(file, _start(section))
            for section in _sections(axis)
            if section.get("titre") is None and not _unread(section, blind)
        ]
    found += _steps_called_alike(root, file, fiches)
    found += _unknown_headings(root, file)
    found += _taken_twice(axes, ("id", "numero"), file)
    found += _taken_twice(list(mappings(root, "acteurs")), ("id",), file)
    return found


def _steps_called_alike(root: Node, file: str, fiches: list[Spot]) -> Iterator[Finding]:
    """The steps of a fiche of which two have one address."""
    addresses = {spot.place: spot.address for spot in fiches}
    for action in _every_action(root):
        steps = list(mappings(action, "etapes"))
        names = noms_etapes(_text(step, _key(step)) for step in steps)
        seen: dict[str, Place] = {}
        for step, name in zip(steps, names, strict=True):
            key = _key(step)
            place = event_place(step.draft, step.marks[key][1]) if key else _start(step)
            if name in seen:
                address = adresse_etape(addresses[event_place(action.draft, action)], name)
                yield _duplicate_address(file, place, address, seen[name], key, "étape")
            seen.setdefault(name, place)


def _unknown_headings(root: Node, file: str) -> Iterator[Finding]:
    """The labels of the vocabulary that are of no heading: neither a key, nor one that a fiche adds."""
    words = root.get("vocabulaire") if isinstance(root, Mapping) else None
    if not isinstance(words, Mapping):
        return
    known = (*INTITULES, *dict.fromkeys(_added_headings(root)))
    for key in ("rubriques", "rubriques_etape"):
        labels = words.get(key)
        if not isinstance(labels, Mapping):
            continue
        for name in labels:
            if name not in known:
                yield faults.unknown_key(file, labels.place(name), name, nearest(name, known), known)


def _added_headings(root: Node) -> Iterator[str]:
    """The headings that sections, fiches and steps add."""
    sections = [section for axis in mappings(root, "axes") for section in _sections(axis)]
    actions = list(_every_action(root))
    steps = [step for action in actions for step in mappings(action, "etapes")]
    for part in (*sections, *actions, *steps):
        added = part.get("rubriques")
        if isinstance(added, Mapping):
            yield from added


#: Of these keys of the top, one at least has something: the first is what most plans write.
_ONE_OF = (("caf", "signataires"), ("axes", "actions"))


def _lacking(root: Node, file: str, blind: dict[int, int]) -> Iterator[Finding]:
    """What the top of the plan lacks, of the keys that may stand for one another."""
    if not isinstance(root, Mapping):
        return
    for usual, other in _ONE_OF:
        if root.get(usual) or root.get(other) or _one_level_too_low(root, usual):
            continue
        empty = next((key for key in (usual, other) if root.get(key) == []), None)
        if empty is not None and usual == "axes":
            yield faults.no_section(file, root.place(empty), empty)
        elif usual in root.marks and root.get(usual) is None:
            where = root.place(usual)
            if not blind.keys() & {where.line - 1, where.line}:
                yield faults.empty_value(file, where, usual)
        elif not may_be_in(blind, first := _first(root), event_place(root.draft, root).end_line):
            yield faults.neither_key(file, first, usual)


def _one_level_too_low(root: Mapping, key: str) -> bool:
    """Whether a key of the top stands in an element of it, where it is told."""
    return any(isinstance(value, Mapping) and key in value for value in root.values())


def _first(root: Mapping) -> Place:
    """The first key of the file, where what lacks in it is told."""
    marks = next(iter(root.marks.values()), None)
    return event_place(root.draft, marks[0]) if marks else _start(root)


def _taken_twice(elements: list[Mapping], keys: tuple[str, ...], file: str) -> list[Finding]:
    seen: dict[str, Place] = {}
    found = []
    for element in elements:
        key = next((key for key in keys if _text(element, key)), None)
        if key is not None:
            name = _text(element, key) or ""
            place = event_place(element.draft, element.marks[key][1])
            if name in seen:
                found.append(_duplicate_id(file, place, name, seen[name]))
            seen.setdefault(name, place)
    return found


def _unread(section: Mapping, blind: dict[int, int]) -> bool:
    place = event_place(section.draft, section)
    return may_be_in(blind, place, place.line)


def _start(mapping: Mapping) -> Place:
    place = event_place(mapping.draft, mapping)
    return (
        place._replace(end_line=place.line, end_column=place.column + 1)
        if place.line != place.end_line
        else place
    )


def _sections(section: Mapping) -> Iterator[Mapping]:
    yield section
    for below in mappings(section, "objectifs"):
        yield from _sections(below)


def _actions(section: Mapping) -> Iterator[Mapping]:
    for part in _sections(section):
        yield from mappings(part, "actions")


def _every_action(root: Node) -> Iterator[Mapping]:
    for axis in mappings(root, "axes"):
        yield from _actions(axis)
    yield from mappings(root, "actions")


def _is_promise(word: str | None) -> bool:
    """Whether that nature is one whose real actions are still to be written."""
    nature = mots_lus(NatureAction).get(bare(word or ""))
    return isinstance(nature, NatureAction) and nature.facts.promise


def _name(axis: Mapping) -> str | None:
    return _text(axis, "id") or _text(axis, "numero")


def _text(mapping: Mapping, key: str) -> str | None:
    value = mapping.get(key)
    return value if isinstance(value, str) else None
